"""What goes out: decisions carried out, letters sent."""
