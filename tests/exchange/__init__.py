"""Tests of what goes to and comes from other people's files."""
