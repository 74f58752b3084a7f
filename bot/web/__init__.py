"""Ways in over HTTP."""
