"""Addresses within replies, put together without looking each of them up."""

from django.urls import reverse
from rest_framework.request import Request


class Links:
    def __init__(self, request: Request) -> None:
        self.root: str = request.build_absolute_uri(reverse("api:root"))

    def article(self, pk: int) -> str:
        return f"{self.root}articles/{pk}/"

    def version(self, article: int, number: int) -> str:
        return f"{self.root}articles/{article}/versions/{number}/"

    def claims(self, article: int, number: int) -> str:
        return f"{self.root}articles/{article}/claims/?version={number}"

    def claim(self, pk: int) -> str:
        return f"{self.root}claims/{pk}/"

    def source(self, pk: int) -> str:
        return f"{self.root}sources/{pk}/"

    def job(self, pk: int) -> str:
        return f"{self.root}jobs/{pk}/"

    def statement(self, pk: int) -> str:
        return f"{self.root}statements/{pk}/"
