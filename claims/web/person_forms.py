"""What an administrator writes about a person."""

from typing import Any

from django import forms
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.review.permissions import ROLES
from claims.web.roles import ROLE_NAMES

FULL_NAME_AT_MOST = 150


class DetailsForm(forms.Form):
    full_name = forms.CharField(max_length=FULL_NAME_AT_MOST)
    email = forms.EmailField(required=False, max_length=254)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, email = self.fields["full_name"], self.fields["email"]
        name.label, email.label = _("Full name"), _("E-mail address")
        name.help_text = _("As it stands beside decisions.")
        email.help_text = _("May stay empty.")
        name.error_messages["required"] = _("Write the person's name.")
        email.error_messages["invalid"] = _("This is not an e-mail address.")
        name.widget.attrs |= {"class": "input", "dir": "auto"}
        email.widget.attrs |= {"class": "input", "dir": "ltr"}


class RolesForm(forms.Form):
    roles = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = self.fields["roles"]
        roles.choices = [(role, ROLE_NAMES[role]) for role in ROLES]  # type: ignore[attr-defined]
        roles.label = _("Roles")
        roles.error_messages["invalid_choice"] = _("Choose from the roles that there are.")


class PersonForm(RolesForm, DetailsForm):
    """Somebody new."""

    username = UsernameField(
        max_length=150,
        validators=[
            UnicodeUsernameValidator(
                message=gettext_lazy("Write only letters, digits and @ . + - _ in it.")
            )
        ],
    )

    field_order = ("username", "full_name", "email", "roles")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = self.fields["username"]
        name.label = _("Name to sign in with")
        name.help_text = _("Letters, digits and @ . + - _ only. It stays as it is.")
        name.error_messages["required"] = _("Write a name that the person signs in with.")
        name.widget.attrs |= {
            "class": "input",
            "dir": "auto",
            "autocapitalize": "none",
            "autocomplete": "off",
            "spellcheck": "false",
            "autofocus": not self.is_bound,
        }
