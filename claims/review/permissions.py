"""Who may do what: the same predicates for pages and programs. Roles are Django's groups."""

from django.contrib.auth.models import AnonymousUser, User

VIEWER, REVIEWER, EDITOR, ADMINISTRATOR = "viewer", "reviewer", "editor", "administrator"
# Each role may do what those before it may.
ROLES = (VIEWER, REVIEWER, EDITOR, ADMINISTRATOR)

_KEPT = "_factlog_roles"


def may_read(user: User | AnonymousUser) -> bool:
    return _is_at_least(user, VIEWER)


def may_add_articles(user: User | AnonymousUser) -> bool:
    return _is_at_least(user, REVIEWER)


def may_decide_sources(user: User | AnonymousUser) -> bool:
    return _is_at_least(user, REVIEWER)


def may_touch_claims(user: User | AnonymousUser) -> bool:
    return _is_at_least(user, REVIEWER)


def may_administer(user: User | AnonymousUser) -> bool:
    return _is_at_least(user, ADMINISTRATOR)


def highest_role(user: User | AnonymousUser) -> str | None:
    """The role that counts: of several, the one that may do most; None without any."""
    return next((role for role in reversed(ROLES) if _is_at_least(user, role)), None)


def _is_at_least(user: User | AnonymousUser, role: str) -> bool:
    if not user.is_active or not user.is_authenticated:
        return False
    return user.is_superuser or bool(_roles(user) & set(ROLES[ROLES.index(role) :]))


def _roles(user: User | AnonymousUser) -> frozenset[str]:
    """One query for each user object, so for each request."""
    kept: frozenset[str] | None = getattr(user, _KEPT, None)
    if kept is None:
        kept = frozenset(user.groups.values_list("name", flat=True))
        setattr(user, _KEPT, kept)
    return kept
