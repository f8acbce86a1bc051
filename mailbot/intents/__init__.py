"""What a mail can want, one file each.

To add one: a new file here with ``INTENT = Intent(...)``: how it is said, the letter part it
asks for, who owes the next step, and what it does to the case (`Effect`). It is found by lying
here.
"""
