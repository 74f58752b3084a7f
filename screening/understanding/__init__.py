"""What a candidate's text means."""
