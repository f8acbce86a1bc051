"""The learned layer: an encoder and a classifier over characters, and what both together say."""
