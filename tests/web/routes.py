"""Every address of the pages and of the administrators' tables, found in the URLconf."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from django.urls import URLPattern, URLResolver, get_resolver, reverse

Values = Mapping[str, Sequence[object]]


def named_routes(
    resolver: URLResolver | None = None, namespace: str = "", before: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The name of each route with its namespace, and the names of its parameters."""
    for one in (resolver or get_resolver()).url_patterns:
        parameters = (*before, *one.pattern.regex.groupindex)
        if isinstance(one, URLResolver):
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from named_routes(one, inner, parameters)
        elif isinstance(one, URLPattern) and one.name:
            yield f"{namespace}{one.name}", parameters


def addresses(name: str, parameters: Sequence[str], values: Values) -> list[str]:
    """The route with each combination of values. A parameter that ``values`` does not know fails:
    whoever adds one says there what it may be."""
    return [
        reverse(name, kwargs=dict(zip(parameters, chosen, strict=True)))
        for chosen in product(*(values[one] for one in parameters))
    ]
