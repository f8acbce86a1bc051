"""What a text wants: phrases, facts, dates, items and secrets found in it. Knows no case."""
