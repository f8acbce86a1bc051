"""Upload accounts and uploads: the built-in server, or an administrator asked by mail."""
