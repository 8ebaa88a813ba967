"""The fifth mistake: no follow-up and no thanks."""
