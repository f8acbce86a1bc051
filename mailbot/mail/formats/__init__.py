"""What stands inside a mail in formats of its own: winmail.dat, calendars, S/MIME, pictures."""
