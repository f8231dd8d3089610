"""What people give to show who they are: codes, passkeys, their password. Checked by allauth."""

import struct
from typing import Any

from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
)
from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext as _

from claims.errors import SecondFactorUnreadable
from claims.review import second_factor

CODE_AT_MOST = 64
NAME_AT_MOST = 100
# What fido2 raises on JSON that is not what a browser sends for a passkey.
_MALFORMED = (TypeError, ValueError, KeyError, AttributeError, IndexError, struct.error)


class AppCodeForm(ActivateTOTPForm):
    """The first code of an app that is being set up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self.fields["code"], _("Code that the app shows"))

    def clean_code(self) -> str:
        self.cleaned_data["code"] = _digits(self.cleaned_data["code"])
        return super().clean_code()


class CodeForm(AuthenticateForm):
    """The code of an app, or one of the codes for an emergency."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self.fields["code"], _("Code"))
        self.fields["code"].widget.attrs["autofocus"] = not self.is_bound

    def clean_code(self) -> str:
        self.cleaned_data["code"] = _digits(self.cleaned_data["code"])
        try:
            code = super().clean_code()
        except SecondFactorUnreadable as error:
            raise forms.ValidationError(str(error), error.code) from error
        is_of_app = self.authenticator.type == Authenticator.Type.TOTP
        if is_of_app and not second_factor.take(self.authenticator, code):
            raise forms.ValidationError(
                _("This code was used already. Wait until the app shows the next one."), "used"
            )
        return code


class PasskeyForm(AuthenticateWebAuthnForm):
    """What a passkey answered, as the page's script writes it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        refused = _("This passkey was not accepted. Try again, or give a code instead.")
        _refuse_with(self.fields["credential"], refused)

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()
        except (forms.ValidationError, *_MALFORMED) as error:
            refused = self.fields["credential"].error_messages["invalid"]
            raise forms.ValidationError(refused, "refused") from error


class NewPasskeyForm(AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        refused = _("The passkey was not added: what the browser sent cannot be read. Try again.")
        _refuse_with(self.fields["credential"], refused)
        name = self.fields["name"]
        name.label = _("Name of the passkey")
        name.help_text = _("So that you know it again: the telephone, the key on the key ring.")
        name.widget.attrs |= {"class": "input", "dir": "auto", "maxlength": NAME_AT_MOST}

    def clean_name(self) -> str:
        return super().clean_name()[:NAME_AT_MOST]

    def clean(self) -> dict:
        try:
            return super().clean()
        except (forms.ValidationError, *_MALFORMED) as error:
            refused = self.fields["credential"].error_messages["invalid"]
            raise forms.ValidationError(refused, "refused") from error


class PasskeyNameForm(EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label=_("Name of the passkey"),
            max_length=NAME_AT_MOST,
            error_messages={
                "required": _("Write a name for the passkey."),
                "max_length": _("The name of a passkey may have up to %(most)s characters.")
                % {"most": NAME_AT_MOST},
            },
            widget=forms.TextInput(attrs={"class": "input", "dir": "auto"}),
        )


class ConfirmForm(forms.Form):
    """The password once more, of whoever is signed in. Failures count as at signing in."""

    password = forms.CharField(strip=False, widget=forms.PasswordInput)

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        field = self.fields["password"]
        field.label = _("Password")
        field.error_messages["required"] = _("Write your password.")
        field.widget.attrs |= {
            "class": "input",
            "autocomplete": "current-password",
            "autofocus": not self.is_bound,
        }

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        name = self.request.user.get_username()
        if authenticate(self.request, username=name, password=password) != self.request.user:
            raise forms.ValidationError(_("This is not your present password."), "wrong")
        return password


def _dress(field: forms.Field, label: str) -> None:
    field.label = label
    field.error_messages["required"] = _("Write the code.")
    field.widget.attrs = {
        "class": "input code",
        "dir": "ltr",
        "inputmode": "numeric",
        "autocomplete": "one-time-code",
        "maxlength": CODE_AT_MOST,
    }


def _refuse_with(field: forms.Field, sentence: str) -> None:
    field.error_messages |= {"required": sentence, "invalid": sentence}


def _digits(code: str) -> str:
    """As allauth compares them: a keyboard may write ٣ for 3."""
    return "".join(str(int(one)) if one.isdecimal() else one for one in code[:CODE_AT_MOST])
