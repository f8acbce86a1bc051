"""Recognises automatic mail by its headers, sender, form and wording."""
