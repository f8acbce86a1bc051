"""What `mailbot check` looks at before the first mail."""
