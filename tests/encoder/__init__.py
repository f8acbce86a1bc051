"""The encoder's school, tried where torch is installed: `python -m tests.encoder`."""
