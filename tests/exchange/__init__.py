"""Tests of what goes to other people's files."""
