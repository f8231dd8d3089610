from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = "factlog"

    def ready(self) -> None:
        from claims import checks  # noqa: F401 - registers itself
