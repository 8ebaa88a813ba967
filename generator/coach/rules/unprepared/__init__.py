"""The third mistake: coming unprepared."""
