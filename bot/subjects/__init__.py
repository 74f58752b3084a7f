"""What a person may ask of us: everything that is held about them, and its erasure."""
