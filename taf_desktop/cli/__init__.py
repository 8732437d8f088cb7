"""What a coordinator or an IT department runs without a window."""
