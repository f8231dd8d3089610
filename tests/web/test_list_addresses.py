"""Whatever an address asks of a list, the list is shown."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.people import signed_in
from tests.web.reader_data import the_bridge

pytestmark = pytest.mark.django_db

KEYS = {
    "claims": "q who source as outlet language kind modality status from to after before",
    "sources": "q state kind party after before",
}
VALUES = st.one_of(
    st.text(max_size=40),
    st.integers().map(str),
    st.sampled_from(["direct", "proposed", "origin", "person", "2026-11-20", "سدرة", "%_\\'\"\0"]),
)


@pytest.mark.parametrize("page", ["claims", "sources"])
def test_no_address_breaks_a_list(page: str) -> None:
    the_bridge()
    viewer = signed_in("viewer")

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.dictionaries(st.sampled_from(KEYS[page].split()), VALUES, max_size=5))
    def shown(asked: dict[str, str]) -> None:
        assert viewer.get(reverse(page), asked, follow=True).status_code == 200

    shown()
