"""One more intent, item, guard, letter and channel, each in one new file."""
