"""Where everything is kept: one SQLite file, raw mail encrypted in it."""
