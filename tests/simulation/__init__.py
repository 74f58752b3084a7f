"""The whole bot in one deterministic event loop: simulated clock, Twilio, Tracker, Slack and candidates, and crashes."""
