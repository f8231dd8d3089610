"""The project: settings, addresses, Celery. Everything that factlog does is in claims."""

from factlog.celery import app as celery_app

__all__ = ["celery_app"]
