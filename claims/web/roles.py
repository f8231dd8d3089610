"""What the roles are called."""

from django.utils.translation import pgettext_lazy

from claims.review import permissions

ROLE_NAMES = {
    permissions.VIEWER: pgettext_lazy("role", "Viewer"),
    permissions.REVIEWER: pgettext_lazy("role", "Reviewer"),
    permissions.SECOND_REVIEWER: pgettext_lazy("role", "Second reviewer"),
    permissions.LEAD: pgettext_lazy("role", "Lead"),
    permissions.EDITOR: pgettext_lazy("role", "Editor"),
    permissions.ADMINISTRATOR: pgettext_lazy("role", "Administrator"),
}
