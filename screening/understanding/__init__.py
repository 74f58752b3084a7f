"""What a candidate's text means."""

from screening.understanding.understand import ENGINE, opts_out, understand

__all__ = ["ENGINE", "opts_out", "understand"]
