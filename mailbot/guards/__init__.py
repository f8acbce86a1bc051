"""Reasons not to send, one file each.

To add one: a new file here with ``veto(draft, case, now) -> str | None``: the reason in plain
words, or None. ``FINAL = True`` says that not even a human's yes overrules it. Guards are
asked when a draft is written and again right before it leaves; their order can't matter.
"""
