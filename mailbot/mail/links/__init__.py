"""Links to shared files."""
