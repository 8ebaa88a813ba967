"""Records: what the user wrote, typed and frozen, each with the place it stands at."""
