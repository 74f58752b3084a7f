"""A client for Tracker (TrackerRMS), usable on its own."""
