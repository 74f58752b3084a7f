"""Slack: ways in (commands, clicks, submissions, Home), the way out (post), and the blocks beneath both."""
