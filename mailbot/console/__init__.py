"""The engineers' desk in the browser: pages over the very orders that the terminal gives."""
