"""The first mistake: building a network only when it is needed."""
