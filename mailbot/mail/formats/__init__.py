"""Formats within a mail: winmail.dat, calendars, S/MIME, RTF, pictures."""
