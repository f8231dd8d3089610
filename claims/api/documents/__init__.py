"""Rows as programs see them: a few queries for a whole page, no model instance for each row."""
