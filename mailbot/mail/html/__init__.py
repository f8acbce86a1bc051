"""HTML mail as a reader sees it."""
