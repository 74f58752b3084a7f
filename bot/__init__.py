"""The edge: everything with a network, a file or a clock in it."""
