"""Who may do what: the same predicates for pages and programs. Roles are Django's groups.

A person may hold several roles and then may do what any of them may. Who may sign *this* statement
besides depends on who has signed it already: that is asked in claims.review.workflow.
"""

from django.contrib.auth.models import AnonymousUser, User

VIEWER, REVIEWER, SECOND_REVIEWER = "viewer", "reviewer", "second_reviewer"
LEAD, EDITOR, ADMINISTRATOR = "lead", "editor", "administrator"
ROLES = (VIEWER, REVIEWER, SECOND_REVIEWER, LEAD, EDITOR, ADMINISTRATOR)

# Who decides about statements, and who works on what decisions rest on.
_REVIEWING = frozenset({REVIEWER, SECOND_REVIEWER, LEAD, ADMINISTRATOR})
_WORKING = _REVIEWING | {EDITOR}

_KEPT = "_factlog_roles"


def may_read(user: User | AnonymousUser) -> bool:
    return _has_one_of(user, frozenset(ROLES))


def may_do_more_than_read(user: User | AnonymousUser) -> bool:
    return _has_one_of(user, _WORKING)


def may_add_articles(user: User | AnonymousUser) -> bool:
    return _has_one_of(user, _WORKING)


def may_decide_sources(user: User | AnonymousUser) -> bool:
    return _has_one_of(user, _WORKING)


def may_touch_claims(user: User | AnonymousUser) -> bool:
    return _has_one_of(user, _WORKING)


def may_review(user: User | AnonymousUser) -> bool:
    """Take statements from the queue, find what they are, and keep what findings rest on."""
    return _has_one_of(user, _REVIEWING)


def may_sign_second(user: User | AnonymousUser) -> bool:
    return _has_one_of(user, frozenset({SECOND_REVIEWER, LEAD, ADMINISTRATOR}))


def may_lead(user: User | AnonymousUser) -> bool:
    """Confirm, adjudicate, assign, and see everybody's figures."""
    return _has_one_of(user, frozenset({LEAD, ADMINISTRATOR}))


def may_grade_sources(user: User | AnonymousUser) -> bool:
    return _has_one_of(user, frozenset({LEAD, EDITOR, ADMINISTRATOR}))


def may_publish(user: User | AnonymousUser) -> bool:
    """Publish what is settled, and word corrections."""
    return _has_one_of(user, frozenset({EDITOR, ADMINISTRATOR}))


def may_protect_sources(user: User | AnonymousUser) -> bool:
    """Hide a source from all but those named; whoever hides it is one of them."""
    return _has_one_of(user, frozenset({EDITOR, ADMINISTRATOR}))


def may_administer(user: User | AnonymousUser) -> bool:
    """Give people their roles, and administer factlog."""
    return _has_one_of(user, frozenset({ADMINISTRATOR}))


def roles_of(user: User | AnonymousUser) -> tuple[str, ...]:
    """The roles that a person holds, in the order of ROLES. One query for each user object."""
    held = _roles(user) if user.is_authenticated else frozenset()
    return tuple(role for role in ROLES if role in held)


def _has_one_of(user: User | AnonymousUser, roles: frozenset[str]) -> bool:
    if not user.is_active or not user.is_authenticated:
        return False
    return user.is_superuser or bool(_roles(user) & roles)


def _roles(user: User) -> frozenset[str]:
    """One query for each user object, so for each request."""
    kept: frozenset[str] | None = getattr(user, _KEPT, None)
    if kept is None:
        kept = frozenset(user.groups.values_list("name", flat=True))
        setattr(user, _KEPT, kept)
    return kept
