"""Tests of TAF Desktop, in folders named after the packages."""
