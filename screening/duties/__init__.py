"""What the law and decency ask of us: each rule answers yes or no with a reason."""
