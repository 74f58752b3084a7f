"""A simulated Slack, Twilio and Tracker, and candidates who answer texts, over real HTTP on loopback."""
