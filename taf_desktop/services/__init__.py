"""Everything a person can do, callable without a screen: one short database session per call."""
