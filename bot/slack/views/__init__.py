"""Modals: what they show, and what their submissions do."""
