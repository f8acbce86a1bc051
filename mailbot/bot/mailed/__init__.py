"""Orders that engineers give by mail: answers to notices, and lines that begin with `#`."""
