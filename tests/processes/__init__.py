"""Real `greenroom run` processes against the sandbox: killed, stopped, doubled, cut off from disk and database."""
