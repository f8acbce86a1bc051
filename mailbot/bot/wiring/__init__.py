"""How the bot is put together from its configuration."""
