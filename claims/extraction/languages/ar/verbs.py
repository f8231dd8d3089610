"""What follows a verb of saying, whichever kind of verb it is; each sentence is asked once."""

from typing import cast

from claims.extraction.document import Document
from claims.extraction.languages.ar.declining import decline
from claims.extraction.languages.ar.following import Following
from claims.extraction.languages.ar.frames import Frame
from claims.extraction.languages.ar.lexicon import Form
from claims.extraction.languages.ar.relays import relay


def follow(
    doc: Document, i: int, form: Form, limit: int, *, has_subject: bool = False
) -> Frame | None:
    """The frame behind a verb or participle at word i, or None where it reports nothing.

    ``has_subject`` where its subject stands before it. Asked again for one sentence, it is known.
    """
    key = (i, limit, has_subject, form.verb.past)
    if key in doc.memo:
        return cast("Frame | None", doc.memo[key])
    frame = doc.memo[key] = _follow(doc, i, form, limit, has_subject)
    return frame


def _follow(doc: Document, i: int, form: Form, limit: int, has_subject: bool) -> Frame | None:
    if form.verb.sense == "decline":
        return decline(doc, i, limit)
    if form.verb.sense in ("relay", "learn"):
        relayed = relay(doc, i, form, limit)
        if relayed is not None or form.verb.past not in ("نقل", "علم"):
            return relayed
    return Following(doc, i, form, limit, has_subject).run()
