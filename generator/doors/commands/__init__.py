"""Commands: what `tertulia` can do, by theme; each module joins the command line by itself."""
