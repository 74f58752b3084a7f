"""The tenant that the sandbox starts with: a staffing agency with open jobs and the usual stages."""

from bot.sandbox.tracker_data import Quirks, Tenant
from bot.sandbox.wire import Json

STAGES = (
    (1, "Applied", "Applied"),
    (2, "New Applicant", "Applied"),
    (3, "Shortlisted", "Shortlisted"),
    (4, "Internal Review", "Internal"),
    (5, "Phone Screen", "Interview"),
    (6, "First Interview", "Interview"),
    (7, "Resume Sent", "CV Sent"),
    (8, "Offer Made", "Offer"),
    (9, "On Assignment", "Working"),
    (10, "Ended", "Complete"),
    (11, "Declined", "Rejected"),
    (12, "Withdrawn", "Rejected"),
)
CLIENTS = {71: "Northgate Logistics", 72: "Harbor Foods", 73: "Calloway Care", 74: "Bluebird Support"}
JOBS = (
    (1020, "Forklift operator, 2nd shift", 71, "Chicago", "IL"),
    (1021, "Call centre agent", 74, "Phoenix", "AZ"),
    (1022, "Certified nursing assistant", 73, "Austin", "TX"),
    (1023, "Picker packer", 71, "Joliet", "IL"),
    (1024, "Line cook", 72, "Denver", "CO"),
    (1025, "Receiving clerk", 71, "Chicago", "IL"),
    (1026, "Night nurse", 73, "Austin", "TX"),
    (1027, "Warehouse lead", 72, "Reno", "NV"),
    (1028, "Delivery driver", 72, "Denver", "CO"),
    (1029, "Machine operator", 71, "Gary", "IN"),
    (1030, "Bilingual support agent", 74, "Tucson", "AZ"),
    (1031, "Sanitation worker", 72, "Fresno", "CA"),
)


def a_tenant(quirks: Quirks | None = None) -> Tenant:
    """A tenant with jobs, stages and users, and nobody in it yet."""
    tenant = Tenant(quirks=quirks or Quirks(), clients=dict(CLIENTS))
    tenant.statuses = {id_: {"id": id_, "name": name, "group": group} for id_, name, group in STAGES}
    tenant.users = [
        {"id": 20, "name": "Dana Reyes", "email": "dana@example.com"},
        {"id": 21, "name": "Sam Okoro", "email": "sam@example.com"},
    ]
    for row in JOBS:
        tenant.jobs[row[0]] = a_job(tenant, *row)
    tenant.jobs[1012] = a_job(tenant, 1012, "Seasonal packer", 71, "Joliet", "IL", state="closed")
    return tenant


def a_job(tenant: Tenant, id_: int, name: str, client: int, town: str, county: str, *, state: str = "open") -> Json:
    """An opportunity in its rich shape."""
    now = tenant.now()
    advert = {
        "title": name, "location": town, "sector": "Industrial", "workType": "Temporary", "salaryFrom": 21, "salaryTo": 24,
        "salaryPer": "hour", "reference": f"JOB-{id_}", "advertStatus": "A", "publishOnline": True, "publishDate": now,
    }  # fmt: skip
    return {
        "id": id_, "name": name, "state": state, "status": {"id": 3, "name": "Open"} if state == "open" else {"id": 4, "name": "Closed"},
        "client": {"id": client, "name": tenant.clients[client]}, "department": {"id": 2, "name": "Industrial"},
        "workType": {"id": 1, "name": "Temporary"}, "location": f"{town}, {county}", "locationCity": town, "locationState": county,
        "payRate": 22.5, "probabiity": 50, "owners": [{"ownerId": 20, "name": "Dana Reyes", "email": "dana@example.com", "rank": 1}],
        "publishContact": {"id": 20}, "advertDetails": advert, "customFields": [], "description": "",
        "history": {"awarded": None, "filled": None, "closed": now if state == "closed" else None},
        "creationDate": now, "lastUpdatedDateTime": now,
    }  # fmt: skip
