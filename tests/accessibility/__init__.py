"""Accessibility checks that any page can be put through."""
