"""What mailbot learns from: lessons, how it is taught by them, and how well it reads."""
