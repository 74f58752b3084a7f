"""The older API of the small Tracker."""

from collections import Counter
from typing import Any

import httpx

from tracker.auth import WidgetCredentials

TOKEN = "0123456789abcdef0123456789abcdef"
KEYS = WidgetCredentials("key-1", "robot@acme.example", "secret-2")


class OlderTracker:
    """What the older API does to the records that `SmallTracker` holds."""

    statuses: dict[int, str]
    jobs: dict[int, dict[str, Any]]
    people: dict[int, dict[str, Any]]
    rows: dict[int, dict[str, Any]]
    activities: list[dict[str, Any]]
    custom_fields: list[dict[str, Any]]
    done: Counter[str]
    moved_by: list[str]
    older_reads: bool
    older_by_id: bool
    older_statuses: bool
    widget_takes_token: bool
    widget_status: int

    def apply(self, job_id: int, person: int, status: int | None = 11) -> int:
        """A candidate applies; the application's id."""
        raise NotImplementedError

    def _keep_document(self, person: int, filename: str, kind: str, content: str) -> None:
        raise NotImplementedError

    def _widget(self, method: str, inner: dict[str, Any]) -> httpx.Response:
        ((key, said),) = inner.items()
        self.done[f"widget {method} as {key}"] += 1
        given = said["credentials"]
        by_key = given == {"apikey": "key-1", "username": KEYS.username, "password": "secret-2"}
        by_token = given == {"oauthtoken": TOKEN} and self.widget_takes_token
        if self.widget_status or not (by_key or by_token):
            status = self.widget_status or 1
            return httpx.Response(200, json={"status": status, "message": "user not found"})
        return httpx.Response(200, json={"status": 0, "message": "success"} | (
            self._widget_does(method, said) or {}
        ))  # fmt: skip

    def _widget_does(self, method: str, said: dict[str, Any]) -> dict[str, Any] | None:
        if method == "createactivity":
            beside = {"customfields": said["customfields"]} if "customfields" in said else {}
            self.activities.append({**said["activity"], **beside})
        if method == "attachdocument":
            file = said["file"]
            self._keep_document(file["recordId"], file["filename"], file["documentType"], file["data"])
        if method == "updaterecord" and said["instructions"]["recordtype"] == "R":
            keys = {"firstname": "first", "lastname": "last", "email": "email", "cellphone": "mobile"}
            changes = {keys.get(u["column"], u["column"]): u["value"] for u in said["updates"]}
            self.people[said["instructions"]["recordid"]] |= changes
            return None
        if method == "updaterecord" and said["instructions"]["recordid"] in self.rows:
            self.rows[said["instructions"]["recordid"]]["status"] = int(said["updates"][0]["value"])
            self.moved_by.append("widget")
        if method == "getsettingsdata":
            user = {"UserId": 20, "Username": "dana", "Email": "dana@acme.example", "Active": "y"}
            listed = [{"Id": key, "Name": name} for key, name in self.statuses.items()]
            return {"customFields": self.custom_fields, "users": [user]} | (
                {"opportunityResourceStatuses": listed} if self.older_reads and self.older_statuses else {})  # fmt: skip
        if method == "resourceapplication":
            asked = said["instructions"]
            return {"recordId": self.apply(int(asked["opportunityid"]), int(asked["resourceid"]))}
        if method == "createresource":
            key = 2000 + len(self.people)
            given = said["resource"]
            self.people[key] = {
                "first": given["firstname"], "last": given["lastname"],
                "email": given.get("email", ""), "mobile": given.get("cellphone", ""),
            }  # fmt: skip
            return {"recordId": key}
        if method == "getindividualrecord" and self.older_reads and self.older_by_id:
            asked = said["instructions"]
            return {"results": [r for r in self._older_rows(asked["recordtype"]) if r["id"] == asked["recordid"]]}
        if method == "getrecords":
            asked = said["instructions"]
            rows = self._older_rows(asked["recordtype"])
            start = asked["pagenum"] * asked["numrecords"]
            return {"results": rows[start : start + asked["numrecords"]]}
        return None

    def _older_rows(self, letter: str) -> list[dict[str, Any]]:
        if letter == "A":
            return [{"id": i, "name": a["subject"], "text": a["note"]} for i, a in enumerate(self.activities, 9001)]
        if not self.older_reads:
            return []
        if letter == "O":
            return [
                {"id": key, "name": job["name"], "company": "Acme Foods", "status": "Open" if job["active"] == "y" else "Closed",
                 "details": {"location": "Leeds"}, "customfields": job.get("detail", {}).get("customFields", [])}
                for key, job in self.jobs.items()
            ]  # fmt: skip
        if letter == "R":
            return [
                {"id": key, "name": f"{who['first']} {who['last']}", "company": "", "status": "Active",
                 "details": {"firstname": who["first"], "lastname": who["last"], "email": who.get("email", ""),
                             "cellphone": who.get("mobile", ""), "tagtext": who.get("tagtext", ""),
                             "city": who.get("city", ""), "linkedin": who.get("linkedin", "")}}
                for key, who in self.people.items()
            ]  # fmt: skip
        return [
            {"id": key, "name": "", "company": "Acme Foods", "status": self.statuses.get(row["status"], ""),
             "details": {"opportunityid": str(row["job"]), "resourceid": str(row["person"]),
                         "dateassigned": row["at"] + " 09:00:00", "lastupdated": row["at"] + " 09:00:00"}}
            for key, row in self.rows.items()
        ]  # fmt: skip
