# Greenroom as a container: a small image that runs as nobody in particular and keeps everything under /data.
#
#   docker build -t greenroom .
#   docker run --init --env-file .env -p 8000:8000 -v greenroom:/data greenroom
#   docker run --rm --env-file .env -v greenroom:/data greenroom doctor
#
# Several containers on one PostgreSQL: GREENROOM_STORE=postgresql://... and `greenroom run --only web,slack` and so on.
# Give `docker stop` at least 15 seconds (-t 15): the calls in flight are ended first.

# --- everything in the lock as wheels, each checked against its hash -------------------------------------------------
FROM python:3.11-slim-bookworm AS wheels
WORKDIR /build
COPY requirements.lock ./
RUN pip wheel --no-cache-dir --no-deps --require-hashes --wheel-dir /wheels --requirement requirements.lock
# The sources come after the lock: a change of code does not fetch the libraries again.
COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
COPY screening ./screening
COPY tracker ./tracker
COPY templates ./templates
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

# --- what is needed to run, from those wheels alone; the tools of the lock stay behind -------------------------------
FROM python:3.11-slim-bookworm AS made
RUN --mount=type=bind,from=wheels,source=/wheels,target=/wheels \
    python -m venv /opt/greenroom \
    && /opt/greenroom/bin/pip install --no-cache-dir --no-index --find-links /wheels greenroom \
    && /opt/greenroom/bin/pip uninstall --yes pip setuptools

FROM python:3.11-slim-bookworm
# A number, so that Kubernetes' runAsNonRoot can see that it is not root.
RUN groupadd --gid 10001 greenroom \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin greenroom \
    && install --directory --owner=10001 --group=10001 --mode=0700 /data
COPY --from=made /opt/greenroom /opt/greenroom
ENV PATH=/opt/greenroom/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    GREENROOM_HOST=0.0.0.0 \
    GREENROOM_PORT=8000
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
# /healthz answers 503 once a loop has not turned for three intervals; what fails outside is told in its body and is no reason to restart.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['GREENROOM_PORT'] + '/healthz', timeout=4)"]
ENTRYPOINT ["greenroom"]
CMD ["run"]
