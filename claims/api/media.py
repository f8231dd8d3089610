"""JSON on the way in, strictly, and on the way out, fast."""

import json
from collections.abc import Mapping
from typing import IO, NoReturn

import orjson
from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer

from claims.api.problems import BodyTooLarge


class JSONRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None  # JSON is UTF-8

    def render(
        self, data: object, accepted_media_type: str | None = None, context: object = None
    ) -> bytes:
        return b"" if data is None else orjson.dumps(data)


class JSONParser(BaseParser):
    media_type = "application/json"

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, context: Mapping | None = None
    ) -> object:
        """Raises ParseError and BodyTooLarge. Lone surrogates pass: the text's own check names
        them in a sentence that helps."""
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        body = stream.read(most + 1)
        if len(body) > most:
            raise BodyTooLarge(f"The body may have up to {most:,} bytes.")
        try:
            return json.loads(body.decode("utf-8-sig"), parse_constant=_refuse)
        except UnicodeDecodeError as error:
            raise ParseError("The body is not UTF-8.", "not_utf8") from error
        except RecursionError as error:
            raise ParseError("The body is nested too deeply.", "invalid_json") from error
        except ValueError as error:
            raise ParseError(f"The body is not JSON: {error}.", "invalid_json") from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no value of JSON")
