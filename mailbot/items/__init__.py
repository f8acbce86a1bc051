"""What a customer can be asked for, one file each.

To add one: a new file here with ``ITEM = Item(...)``: what it is called, how it is recognised
in a mail and by file name, how it is collected. It is found by lying here.
"""
