"""Scripts: what an agent asks, and how answers count."""
