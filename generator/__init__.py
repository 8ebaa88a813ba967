"""Tertulia: a coach and planner for professional networking, from YAML files to a calm static site."""

__version__ = "1.0.0"
