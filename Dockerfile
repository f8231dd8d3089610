# syntax=docker/dockerfile:1
# Two stages: the first has what installing needs, the second only what running needs.

FROM python:3.11-slim AS build
WORKDIR /build
RUN python -m venv /venv
COPY requirements-s3.lock .
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check \
        --require-hashes --no-deps -r requirements-s3.lock

FROM python:3.11-slim
# A new volume at /evidence belongs to whom the folder belongs to.
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin factlog \
    && install --directory --owner=factlog --mode=0750 /evidence
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    FACTLOG_MODE=production \
    FACTLOG_STATIC=/app/static \
    FACTLOG_VAR=/tmp/factlog
COPY --from=build /venv /venv
WORKDIR /app
COPY manage.py pyproject.toml LICENSE ./
COPY docker ./docker
COPY templates ./templates
COPY factlog ./factlog
COPY claims ./claims
# Settings want keys and a database; these are good for this one command and are not kept.
RUN FACTLOG_SECRET_KEY=for-this-command-only DATABASE_URL=sqlite:////tmp/none \
    FACTLOG_RECORD_KEY=$(printf '%064d' 0) \
        python manage.py collectstatic --noinput --verbosity 0 \
    && python -m compileall -q claims factlog
USER factlog
EXPOSE 8000
CMD ["gunicorn", "factlog.wsgi", "--worker-class", "gthread", "--workers", "2", "--threads", "4"]
