"""Addresses: the pages at the root, the partner API under /api/v1/."""

from django.contrib import admin
from django.urls import include, path

from claims.web.account import admin_sign_in

urlpatterns = [
    path("admin/login/", admin_sign_in),
    path("admin/", admin.site.urls),
    path("api/v1/", include("claims.api.urls")),
    path("", include("claims.web.urls")),
]
