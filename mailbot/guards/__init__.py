"""Reasons not to send, one file each.

To add one: a new file here with ``veto(leaving: Departure) -> Reason | None`` and a ``Wording`` for
each of its reasons. ``FINAL = True`` says that not even a person's yes overrules it. Guards are
asked when a draft is written and again right before it leaves; their order can't matter.
"""
