"""Work owed: followed, and started again when it failed."""

from typing import Any

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from claims import jobs as owed
from claims import tasks
from claims.api import shapes
from claims.api.access import MayPost
from claims.api.documents import jobs
from claims.api.door import Door
from claims.api.links import Links
from claims.api.schema import LOCATION, answers, describe, told
from claims.errors import JobIsDone
from claims.models import Job


class OneJob(Door):
    @describe("Follow a job", answers(shapes.JobOutput, 404), operation_id="read_job")
    def get(self, request: Request, job_id: int) -> Response:
        return Response(_document(job_id, Links(request)))


class Retry(Door):
    permission_classes = (MayPost,)

    @describe(
        "Start a failed job again",
        {(202, "application/json"): shapes.JobOutput, **told(404, 409)},
        operation_id="retry_job",
        description="A job that waits or is being worked on stays as it is.",
        request=None,
        parameters=(LOCATION,),
    )
    def post(self, request: Request, job_id: int) -> Response:
        job = Job.objects.filter(pk=job_id, kind=Job.Kind.EXTRACT).first()
        if job is None:
            raise Http404
        if job.state == Job.State.DONE:
            raise JobIsDone("This work is done; there is nothing to start again.")
        if job.state == Job.State.FAILED:
            job = owed.retry(job)
            tasks.hint(job)
        links = Links(request)
        return Response(_document(job.pk, links), 202, headers={"Location": links.job(job.pk)})


def _document(job_id: int, links: Links) -> dict[str, Any]:
    row = Job.objects.filter(pk=job_id, kind=Job.Kind.EXTRACT).values(*jobs.COLUMNS).first()
    if row is None:
        raise Http404
    return jobs.document(row, links)
