"""The pages, one module each, and one module for each group that says how they are made."""
