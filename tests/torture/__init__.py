"""Torture: accidents and hostile input on purpose, a figure a line; `make torture` runs it all."""
