"""Mail that was never sent: made by a seed, of fictional people, in the forms clients write."""
