"""What an uploaded file is: facts from its first bytes. Pure over an open file."""
