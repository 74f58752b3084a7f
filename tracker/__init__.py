"""A client for Tracker (TrackerRMS), usable on its own; httpx and the standard library only.

Tracker has two programming interfaces: a REST API that is young and thinly documented, and an
older "widget" API that is documented and frozen. This client speaks REST and falls back to the
older API for the writes that a tenant's REST does not know. It raises `TrackerError` alone.

    from tracker.client import REST_HOSTS, WIDGET_HOSTS, TrackerClient
    from tracker.changes import changed
    from tracker.pace import PerMinute

    client = TrackerClient(
        base_url=REST_HOSTS["us"],
        widget_url=WIDGET_HOSTS["us"],
        access_token="...",     # Tools & Settings > Security > Security Settings > API
        pace=PerMinute(60),     # Tracker refuses about the hundredth call in a minute
    )
    await client.check()                                    # TrackerUnauthorized: token refused
    [job, *_] = await client.jobs.open()
    before = {a.id: a.status_id for a in await client.applications.of_job(job.id)}
    ...
    for application in changed(before, await client.applications.of_job(job.id)):
        live = await client.applications.get(application.id)    # the search index lags by hours
        await client.activities.create(
            candidate_id=live.candidate_id, job_id=live.job_id, subject="Called", note="Plain text"
        )
        await client.applications.move(live.id, status_id=13)   # read back; TrackerInvalid if not
    await client.close()

What one should know:

- **One session lives at a time.** Each exchange of the access token ends the session before it,
  also that of another program with the same token. A 401 therefore means "exchange again" and is
  normal. Processes that share a token should share a `TokenKeeper`.
- **Reads are tried three times; writes once.** A refused 429 was not carried out and is waited
  out. After `TrackerUnreachable(sent=True)`, `TrackerMalformed` or `TrackerBroken` a write may
  have been carried out: look (`activities.of_candidate`, `documents.of_candidate`,
  `applications.get`) before repeating.
- **Searches are not believed.** Tracker sends ten rows whatever one asks, unsorted, sometimes
  twice, and ignores filters it does not know: pages are turned to the end, repeated rows told
  once, foreign rows left out.
- **What works is remembered.** Pass `strategies` (a dict from the last run) and `remember` (called
  with operation and way) to spare the next run the guessing. `strategies.probe(client)` tries
  each scope by reading and says in a sentence what it found.
- **Times are the tenant's local time without a zone**, as text. `changed` does not look at them.
"""
