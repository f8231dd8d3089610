"""The bytes of an answer, read strictly: what is not exactly a proposal is none."""

from dataclasses import dataclass
from typing import Any

import orjson
from django.utils.translation import gettext as _

from claims.errors import ReaderFailed
from claims.extraction.types import Modality
from claims.second_reader.asking import PAUSE
from claims.second_reader.small_words import is_name, points

# Of one part of a text: more are not looked at.
PROPOSALS_AT_MOST = 20
CONTENT_AT_MOST = 1_000
NAME_AT_MOST = 200
CUE_AT_MOST = 80

# That somebody declines to say anything has no content to look for.
_MODALITIES = frozenset(Modality) - {Modality.DECLINED}


@dataclass(frozen=True, slots=True)
class Said:
    """One proposal as the answer words it: quotes to look for, nothing that is believed."""

    content: str
    cue: str | None = None
    source: str | None = None
    name: str | None = None
    relayer: str | None = None
    modality: Modality = Modality.ASSERTED
    unnamed: bool = False


def said(body: bytes) -> list[Said]:
    """The proposals of an answer; those that are none are left out. Raises ReaderFailed."""
    listed = _listed(_content(body))
    found = []
    for one in listed[:PROPOSALS_AT_MOST]:
        if isinstance(one, dict) and (proposal := _said(one)) is not None:
            found.append(proposal)
    return found


def _content(body: bytes) -> str:
    """What the model wrote, out of the API's envelope: where there is none, no model answers."""
    told = _json(body, pause=PAUSE)
    try:
        content = told["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError) as error:
        raise _is_none(PAUSE) from error
    if not isinstance(content, str):
        raise _is_none()
    return content


def _listed(content: str) -> list[Any]:
    """The list of the JSON object; what models write around it (a fence, thoughts) is left out."""
    written = content.rpartition("</think>")[2]
    told = _json(written[written.find("{") : written.rfind("}") + 1])
    listed = told.get("claims") if isinstance(told, dict) else None
    if not isinstance(listed, list):
        raise _is_none()
    return listed


def _json(told: bytes | str, pause: float = 0) -> Any:
    """Bounded by itself: orjson refuses deep nesting, and keeps no number of any length."""
    try:
        return orjson.loads(told)
    except orjson.JSONDecodeError as error:
        raise _is_none(pause) from error


def _is_none(pause: float = 0) -> ReaderFailed:
    return ReaderFailed(_("The second reader’s answer is no list of claims."), pause=pause)


def _said(given: dict[str, Any]) -> Said | None:
    """None where anything that is given is not what it must be; unknown fields are passed over."""
    try:
        content = _words(given.get("content"), CONTENT_AT_MOST)
        unnamed = _or(given.get("unnamed"), False)
        modality = _or(given.get("modality"), Modality.ASSERTED)
        if content is None or not isinstance(unnamed, bool) or modality not in _MODALITIES:
            return None
        proposal = Said(
            content,
            cue=_words(given.get("cue"), CUE_AT_MOST),
            source=_words(given.get("source"), NAME_AT_MOST),
            name=_words(given.get("name"), NAME_AT_MOST),
            relayer=_words(given.get("relayer"), NAME_AT_MOST),
            modality=Modality(modality),
            unnamed=unnamed,
        )
        return proposal if _names_somebody(proposal) else None
    except (TypeError, ValueError):
        return None


def _names_somebody(said: Said) -> bool:
    """Whether all that should name somebody does. A pronoun may stand for a source with a name."""
    if not all(is_name(words) for words in (said.name, said.relayer) if words):
        return False
    source = said.source
    return source is None or is_name(source) or (said.name is not None and points(source))


def _or(given: Any, default: object) -> Any:
    return default if given is None else given


def _words(given: object, at_most: int) -> str | None:
    """Raises ValueError for what is neither words of one line and that length nor left out."""
    if given is None or given == "":
        return None
    words = given.strip() if isinstance(given, str) else ""
    if not words or "\n" in words or len(words) > at_most:
        raise ValueError("no words")
    return words
