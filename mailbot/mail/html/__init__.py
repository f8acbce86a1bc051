"""HTML mail as text, the way a reader sees it."""
