"""Documents: built once as headings, paragraphs, tables and figures, then written for paper."""
