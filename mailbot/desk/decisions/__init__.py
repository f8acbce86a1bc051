"""What follows from each event: one file for each who writes or orders, and what they share."""
