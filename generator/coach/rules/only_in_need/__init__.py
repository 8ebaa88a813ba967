"""The second mistake: writing to people only to ask."""
