"""Kills, full disks and leaks, provoked and counted."""
