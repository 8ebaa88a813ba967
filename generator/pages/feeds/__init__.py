"""Feeds: the same edition for calendars, feed readers, scripts and telephones, at each language's root."""
