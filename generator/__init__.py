"""Tertulia: a coach and planner for professional networking, from YAML files to a calm static site."""

__version__ = "0.1.0"
