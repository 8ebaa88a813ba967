"""The fourth mistake: bad manners."""
