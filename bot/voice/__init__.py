"""Calls by Twilio, and their recordings."""
