"""The texts of a mail as plain text."""
