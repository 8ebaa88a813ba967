"""Doors: where the world comes in: MkDocs, the command line, the clock, the disk and git."""
