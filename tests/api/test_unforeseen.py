"""An error that nobody foresaw is told as a problem, and logged."""

import json
import logging
from functools import partial

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.door import Door
from tests.api.test_access import assert_problem


class Broken(Door):
    """Each address of ours could break so: while it works, or while its reply is written."""

    authentication_classes = ()
    permission_classes = ()
    throttle_classes = ()

    def get(self, request: Request, what: str) -> Response:
        if what == "work":
            raise RuntimeError("secret-host refused the password")
        return Response({"words": "half a character: \ud800"})


def asked(what: str) -> HttpResponse:
    response = Broken.as_view()(RequestFactory().get("/api/v1/broken/"), what=what)
    response.json = partial(json.loads, response.content)  # as the test client has it
    return response


@pytest.mark.parametrize("what", ["work", "reply"])
def test_it_says_so_and_nothing_of_what_broke(what: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="claims.api.problems"):
        told = assert_problem(asked(what), 500, "internal_error")
    assert "logged" in told["detail"]
    assert "secret-host" not in str(told)
    [record] = [one for one in caplog.records if one.name == "claims.api.problems"]
    assert record.exc_info is not None
