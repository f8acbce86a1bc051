"""How long a test waits for another process or thread: only what hangs takes that long."""

PATIENCE = 600.0  # seconds; no test is about time, and a loaded machine may be very slow
