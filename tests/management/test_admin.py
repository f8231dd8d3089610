"""The administrators' tables open, and keep what is kept."""

import re

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from claims.models import ApiClient
from tests.factories import ClaimFactory, JobFactory, LinkFactory, OutletFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_every_table_opens() -> None:
    OutletFactory()
    LinkFactory()
    JobFactory()
    client = Client()
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    for model in admin.site._registry:
        meta = model._meta
        answer = client.get(reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist"))
        assert answer.status_code == 200, meta.model_name


def test_a_claim_cannot_be_changed_there() -> None:
    claim = ClaimFactory()
    client = Client()
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    address = reverse("admin:claims_claim_change", args=[claim.pk])
    assert client.post(address, {"quote": "x"}).status_code == 403


def test_a_client_of_the_api_is_made_and_its_token_shown_once() -> None:
    administrator = UserFactory(is_superuser=True, is_staff=True)
    client = Client()
    client.force_login(administrator)
    address = reverse("admin:claims_apiclient_add")
    page = client.post(address, {"name": "Marsa Radio", "is_active": "on"}, follow=True)
    [token] = re.findall(r"factlog_[\w-]{43}", page.content.decode())
    made = ApiClient.objects.get()
    assert made.token_sha256 == ApiClient.hash(token)
    assert (made.may_post, made.made_by) == (False, administrator)

    address = reverse("admin:claims_apiclient_change", args=[made.pk])
    page = client.post(address, {"name": "Marsa Radio", "may_post": "on"}, follow=True)
    assert "factlog_" not in page.content.decode()
    made.refresh_from_db()
    assert (made.token_sha256, made.is_active) == (ApiClient.hash(token), False)
    assert client.post(reverse("admin:claims_apiclient_delete", args=[made.pk])).status_code == 403
