"""The administrators' tables open, and keep what is kept."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

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
