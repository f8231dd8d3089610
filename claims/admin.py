"""Plain tables for administrators. What is kept for ever can be looked at here, not changed."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.admin.widgets import ForeignKeyRawIdWidget
from django.contrib.auth.models import Group, User
from django.db.models import ForeignKey, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest
from django.utils.translation import gettext as _

from claims.models import (
    ApiClient,
    Article,
    ArticleVersion,
    Claim,
    ClaimDecision,
    ExtractionRun,
    Job,
    Outlet,
    OutletDomain,
    PersonToken,
    Source,
    SourceDecision,
    SourceName,
    SourceRelation,
    Statement,
)
from claims.sources.seeing import hidden_among, seen, seen_decisions


class SeenIdWidget(ForeignKeyRawIdWidget):
    """The number of a source, beside it the name only for who may see it."""

    def label_and_url_for_value(self, value: object) -> tuple[str, str]:
        if str(value).isdecimal() and hidden_among([int(str(value))]):
            return "", ""
        return super().label_and_url_for_value(value)


class SeesOnlyNamed(admin.options.BaseModelAdmin):
    """Protected sources are hidden here too from whoever is not named, whatever their role:
    ``path_to_source`` leads from a row to its source, as in "source__"."""

    path_to_source = ""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return seen(super().get_queryset(request), self.path_to_source)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField | None:
        if db_field.related_model is Source:
            kwargs["queryset"] = seen(Source.objects.all())
            kwargs["widget"] = SeenIdWidget(db_field.remote_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class ReadOnly(admin.ModelAdmin):
    """What the product itself writes, in its own services."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


# Nobody is made, changed or deleted here: people have a page of their own, which keeps the record.
# What people sign in with is no table to look at.
for model in (User, Group, EmailAddress, Authenticator):
    admin.site.unregister(model)


@admin.register(User)
class UserAdmin(ReadOnly):
    list_display = ["username", "first_name", "last_name", "is_active", "last_login"]
    list_filter = ["is_active", "groups"]
    search_fields = ["username", "first_name", "last_name"]
    fields = [
        *("username", "first_name", "last_name", "email", "groups"),
        *("is_active", "is_staff", "is_superuser", "last_login", "date_joined"),
    ]


class Names(admin.TabularInline):
    model = SourceName
    extra = 0


class Relations(SeesOnlyNamed, admin.TabularInline):
    model = SourceRelation
    path_to_source = "target__"
    fk_name = "source"
    raw_id_fields = ["target"]
    extra = 0


@admin.register(Source)
class SourceAdmin(SeesOnlyNamed, admin.ModelAdmin):
    list_display = ["name", "kind", "state", "key", "merged_into"]
    list_filter = ["kind", "state"]
    list_select_related = ["merged_into"]
    search_fields = ["names__folded", "key"]
    raw_id_fields = ["article", "relayed_by", "suggestion"]
    readonly_fields = ["key", "merged_into", "proposed_as", "is_protected"]
    inlines = [Names, Relations]
    show_full_result_count = False

    def get_exclude(self, request: HttpRequest, obj: Source | None = None) -> list[str]:
        """What leads to a source that is hidden."""
        leading = {
            "relayed_by": obj.relayed_by_id if obj else None,
            "suggestion": obj.suggestion_id if obj else None,
        }
        hidden = hidden_among(leading.values())
        return [field for field, pk in leading.items() if pk in hidden]

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Nor may an address ask which sources lead to it."""
        leads = lookup.startswith(("relayed_by", "suggestion"))
        return not leads and super().lookup_allowed(lookup, value, request)


class Domains(admin.TabularInline):
    model = OutletDomain
    extra = 0


@admin.register(Outlet)
class OutletAdmin(SeesOnlyNamed, admin.ModelAdmin):
    path_to_source = "source__"
    list_display = ["source", "domain"]
    list_select_related = ["source"]
    raw_id_fields = ["source"]
    search_fields = ["domain", "source__name"]
    inlines = [Domains]


@admin.register(Article)
class ArticleAdmin(ReadOnly):
    list_display = ["id", "title", "language", "published", "added_at"]
    search_fields = ["title", "url"]


@admin.register(ArticleVersion)
class VersionAdmin(ReadOnly):
    list_display = ["id", "article", "number", "engine", "stored_at"]
    list_select_related = ["article"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArticleVersion]:
        return super().get_queryset(request).defer("text")


@admin.register(Claim)
class ClaimAdmin(ReadOnly):
    list_display = ["id", "number", "kind", "modality", "state", "quote"]
    list_filter = ["kind", "modality", "state"]


@admin.register(Job)
class JobAdmin(ReadOnly):
    list_display = ["id", "version", "state", "stage", "attempts", "queued_at", "error"]
    list_filter = ["state"]
    list_select_related = ["version"]


@admin.register(ExtractionRun)
class RunAdmin(ReadOnly):
    list_display = ["id", "version", "engine", "claims_found", "ran_at"]
    list_select_related = ["version"]


@admin.register(SourceDecision)
class SourceDecisionAdmin(ReadOnly):
    list_display = ["source", "action", "decided_by", "decided_at", "reason"]
    list_select_related = ["source", "decided_by"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceDecision]:
        return seen_decisions(super().get_queryset(request))


@admin.register(ClaimDecision)
class ClaimDecisionAdmin(ReadOnly):
    list_display = ["claim", "action", "decided_by", "decided_at", "reason"]
    list_select_related = ["claim", "decided_by"]


@admin.register(Statement)
class StatementAdmin(ReadOnly):
    list_display = ["id", "corroboration", "work", "created_at"]


@admin.register(ApiClient)
class ApiClientAdmin(admin.ModelAdmin):
    """A client's token is shown once, when it is made; revoked clients stay, for the record."""

    list_display = ["name", "may_post", "is_active", "made_by", "made_at", "last_used"]
    list_select_related = ["made_by"]
    fields = ["name", "may_post", "is_active"]

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: ApiClient, form: object, change: bool) -> None:
        if not change:
            obj.made_by_id = request.user.pk
            token = obj.give_token()
            self.message_user(
                request,
                _("Token of %(name)s: %(token)s (it is not shown again)")
                % {"name": obj.name, "token": token},
                messages.WARNING,
            )
        super().save_model(request, obj, form, change)


@admin.register(PersonToken)
class PersonTokenAdmin(ReadOnly):
    """Made and taken away by manage.py make_person_token; here they are looked at."""

    list_display = ["person", "name", "made_at", "last_used", "revoked_at"]
    list_select_related = ["person"]
    # The hash is of no use to anybody.
    fields = ["person", "name", "made_at", "last_used", "revoked_at"]
