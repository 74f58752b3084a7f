"""The conversation engine: it decides, and does nothing else (no I/O, no clock, no network)."""
