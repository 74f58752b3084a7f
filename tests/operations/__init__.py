"""What operators see: health, metrics, logs, and the state of the store."""
