"""What the desk decides. Pure.

Rule 1: `decide(case, event, now, rules)` is the only place where anything is decided.
Rule 2: nothing here reads a clock, a file, a network or chance; all of it comes in as values.
Rule 3: nothing here knows an intent, an item, a letter or a guard by its name: an intent says its
`Effect`, a letter what its `Leaving` does, and what the desk begins is an `Occasion`.
"""
