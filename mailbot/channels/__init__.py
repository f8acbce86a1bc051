"""Ways in and out for mail, one file each.

To add one: a new file here with a class that keeps the ``Channel`` protocol of ``ports.py``.
"""
