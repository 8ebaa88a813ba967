"""Words: languages, their catalogues, dates, plurals and lists."""
