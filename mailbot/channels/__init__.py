"""Ways in and out for mail, one file each.

To add one: a new file here with ``connect(options) -> Channel`` (the protocol is in ``ports.py``);
``[mailbox] kind`` names it, ``[mailbox] options`` is what it is given.
"""
