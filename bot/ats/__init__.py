"""Tracker's records and errors into our candidates and errors; the shared token."""
