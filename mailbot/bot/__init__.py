"""The bot at work: the path of one mail, the outbox, the loop, the replay."""
