"""Who publishes."""

from typing import ClassVar

from django.db import models


class Outlet(models.Model):
    """A newspaper, an agency, a channel. As a relayer it is its entry in the registry."""

    source = models.OneToOneField("claims.Source", models.PROTECT, related_name="outlet")
    # The host of its addresses without "www.", by which a pasted address names its outlet.
    domain = models.CharField(max_length=253, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["domain"], condition=~models.Q(domain=""), name="outlet_once_per_domain"
            ),
        ]

    def __str__(self) -> str:
        return str(self.source)


class OutletDomain(models.Model):
    """One more host that an outlet publishes under, beside ``Outlet.domain``."""

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="further_domains")
    domain = models.CharField(max_length=253, unique=True)

    def __str__(self) -> str:
        return self.domain
