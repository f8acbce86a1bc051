"""Mail that nobody wrote: told by its headers, its sender, its form and its words."""
