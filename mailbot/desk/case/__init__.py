"""A case and what it holds: its life, its drafts and files, and what can happen to it."""
