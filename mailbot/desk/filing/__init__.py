"""Which case a mail belongs to."""
