"""Which outlet an article is of."""

import pytest

from claims.ingest.outlets import named
from claims.models import Outlet, OutletDomain, Source
from tests.factories import OutletFactory, SourceFactory

pytestmark = pytest.mark.django_db


def test_nothing_given_is_no_outlet() -> None:
    assert named(" ", "", "ar") is None


@pytest.mark.parametrize(
    "url", ["https://www.sidra.example/a", "https://ar.sidra.example", "http://sidra.test/x"]
)
def test_the_host_names_the_outlet(url: str) -> None:
    sidra = OutletFactory(domain="sidra.example")
    OutletDomain.objects.create(outlet=sidra, domain="sidra.test")
    assert named("", url, "ar") == sidra


def test_the_host_goes_before_the_name() -> None:
    sidra = OutletFactory(domain="sidra.example")
    OutletFactory(source__name="راديو مرسى")
    assert named("راديو مرسى", "https://sidra.example/", "ar") == sidra


@pytest.mark.parametrize("name", ["راديو مرسى", " راديو  مَرسى ", "«راديو مرسي»"])
def test_a_name_is_compared_folded(name: str) -> None:
    marsa = OutletFactory(source__name="راديو مرسى")
    assert named(name, "https://unknown.example/", "ar") == marsa
    assert Outlet.objects.count() == 1


def test_an_entry_of_the_registry_that_published_nothing_yet_becomes_an_outlet() -> None:
    source = SourceFactory(kind="outlet", name="راديو مرسى")
    outlet = named("راديو مرسى", "", "ar")
    assert outlet is not None
    assert outlet.source == source


def test_a_merged_entry_leads_to_the_one_that_stands() -> None:
    marsa = OutletFactory()
    SourceFactory(kind="outlet", name="إذاعة مرسى", merged_into=marsa.source)
    assert named("إذاعة مرسى", "", "ar") == marsa


def test_an_unknown_outlet_is_proposed_once() -> None:
    first = named("جريدة الميناء", "https://port.example/1", "ar")
    second = named("جريدة الميناء", "https://port.example/2", "ar")
    third = named("", "https://port.example/3", "ar")
    assert first == second == third
    assert first is not None
    assert first.domain == "port.example"
    source = Source.objects.get()
    assert (source.state, source.kind, source.name) == ("proposed", "outlet", "جريدة الميناء")


def test_an_unknown_host_alone_names_its_outlet() -> None:
    outlet = named("", "https://www.port.example/1", "")
    assert outlet is not None
    assert outlet.source.name == "port.example"
