"""Delivering saved effects: claim, look up, call, mark."""
