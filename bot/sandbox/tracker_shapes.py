"""Tracker's flat rows, made of its rich records: other names, numbers as texts, flags as letters, no custom fields."""

from bot.sandbox.tracker_data import Tenant
from bot.sandbox.wire import Json


def job_row(tenant: Tenant, job: Json) -> Json:
    """A row of Opportunity/Search."""
    advert = job["advertDetails"]
    return {
        "opportunityId": job["id"], "opportunityName": job["name"], "opportunityStatusId": job["status"]["id"],
        "opportunityStatusDesc": job["status"]["name"], "clientId": job["client"]["id"], "clientName": job["client"]["name"],
        "location": job["location"], "locationCity": job["locationCity"], "locationState": job["locationState"],
        "opportunityOwnerId": job["owners"][0]["ownerId"], "workType": job["workType"]["name"], "opportunityRate": text(tenant, job["payRate"]),
        "advertStatus": advert["advertStatus"], "publishOnline": flag(tenant, advert["publishOnline"]), "publishTitle": advert["title"],
        "publishReference": advert["reference"], "active": flag(tenant, job["state"] == "open"), "creationDate": job["creationDate"],
        "lastUpdatedDateTime": job["lastUpdatedDateTime"], "dateOpened": job["creationDate"],
        "countShortlisted": sum(a["opportunityId"] == job["id"] for a in tenant.applications.values()),
    }  # fmt: skip


def application_row(tenant: Tenant, record: Json) -> Json:
    """A row of OpportunityResource/Search."""
    job, person, status = (
        tenant.jobs[record["opportunityId"]],
        tenant.people[record["resourceId"]],
        record["status"] or {},
    )
    return {
        "opportunityResourceId": record["id"], "opportunityId": job["id"], "resourceId": person["id"], "clientId": job["client"]["id"],
        "opportunityName": job["name"], "clientName": job["client"]["name"], "resourceDisplayAs": person["displayAs"],
        "resourceEmail": person["contactDetails"]["email"], "opportunityResourceStatusId": status.get("id"),
        "opportunityResourceStatusName": status.get("name"), "activeRecord": flag(tenant, record["active"]),
        "payRate": text(tenant, job["payRate"]), "firstOwnerId": 20, "startDate": None, "endDate": None,
        "dateAssigned": record["dateAssigned"], "creationDate": record["creationDate"], "lastUpdatedDateTime": record["lastUpdatedDateTime"],
    }  # fmt: skip


def application_detail(tenant: Tenant, record: Json) -> Json:
    """GET OpportunityResource/{id}."""
    row = application_row(tenant, record)
    status = record["status"] or {}
    shown = {"id": status.get("id"), "name": status.get("name")} if status else None
    person = {"id": record["resourceId"], "name": row["resourceDisplayAs"]}
    job = {"id": record["opportunityId"], "name": row["opportunityName"]}
    return row | {
        "id": record["id"],
        "status": shown,
        "resource": person,
        "opportunity": job,
        "customFields": record["customFields"],
    }


def person_row(tenant: Tenant, person: Json) -> Json:
    """A row of Resource/Search; note `firstname`."""
    contact = person["contactDetails"]
    return {
        "resourceId": person["id"], "firstname": person["firstName"], "surname": person["surname"], "displayAs": person["displayAs"],
        "email": contact["email"], "mobilePhone": contact["mobilePhone"], "quickSkills": "", "resourceStatus": person["status"]["name"],
        "availableForWork": flag(tenant, person["availableForWork"]), "creationDate": person["creationDate"],
        "lastUpdatedDateTime": person["lastUpdatedDateTime"],
    }  # fmt: skip


def activity_row(_: Tenant, activity: Json) -> Json:
    """A row of Activity/Search."""
    links = activity["links"]
    first = {kind: (ids or [None])[0] for kind, ids in links.items()}
    shown = {key: activity.get(key) for key in ("subject", "note", "type", "date", "time", "status", "creationDate")}
    ids = {
        "resourceId": first.get("resource"),
        "opportunityId": first.get("opportunity"),
        "contactId": first.get("contact"),
    }
    return {"activityId": activity["id"], **shown, **ids}


def stage_row(tenant: Tenant, stage: Json) -> Json:
    """A row of the stage metadata."""
    return {
        "opportunityResourceStatusId": stage["id"], "opportunityResourceStatusName": stage["name"], "groupName": stage["group"],
        "active": flag(tenant, True),
    }  # fmt: skip


def text(tenant: Tenant, number: float) -> str | float:
    """A number as rows carry it."""
    return f"{number:.2f}" if tenant.quirks.texts_for_numbers else number


def flag(tenant: Tenant, value: bool) -> str | bool:
    """A flag as rows carry it."""
    return ("y" if value else "n") if tenant.quirks.texts_for_numbers else value
