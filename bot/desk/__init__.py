"""What recruiters ask for from Slack, done."""
