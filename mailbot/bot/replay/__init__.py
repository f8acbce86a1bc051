"""Past mail played again on a simulated clock."""
