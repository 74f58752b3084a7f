"""What the desk may know of Tracker, by name: the client it is handed, the records it shows, the failures it words."""

from tracker.client import TrackerClient
from tracker.errors import TrackerError, TrackerNotFound, TrackerUnauthorized
from tracker.records import Application, Candidate, Job, Status

__all__ = [
    "Application",
    "Candidate",
    "Job",
    "Status",
    "TrackerClient",
    "TrackerError",
    "TrackerNotFound",
    "TrackerUnauthorized",
]
