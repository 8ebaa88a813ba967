"""Edition: which pages one build has, from the records to the last address."""
