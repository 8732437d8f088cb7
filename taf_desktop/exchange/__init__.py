"""What comes from and goes to other people's files: tables, calendars, reports."""
