"""The card of the chosen claim: its values, worded and with their places in the text."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from claims.models import Amendment, Attribution, Claim, Source, SourceRelation
from claims.sources.seeing import sees
from claims.web.choice import Choice
from claims.web.names import Name, shown
from claims.web.reading import Reading
from claims.web.why import rule_of


@dataclass(frozen=True, slots=True)
class Token:
    """Words of the text that a link rests on; ``place`` is the id of their mark in the text."""

    role: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """One step of the chain as it is drawn. Without ``source_id`` the name leads nowhere, and
    without ``link_id`` no other source can be set."""

    look: str
    name: Name | None
    source_id: int | None
    role: str
    resolved: str
    note: str
    tokens: tuple[Token, ...]
    proposed: bool
    link_id: int | None
    position: int | None


@dataclass(frozen=True, slots=True)
class Card:
    claim: Claim
    slot: int
    heading: str
    previous: str
    next: str
    previous_number: int | None
    next_number: int | None
    time_words: str
    time_date: str
    parts: tuple[str, ...]
    chain: tuple[LinkView, ...]
    attribution: str
    cue: str
    rule: str
    because: tuple[Token, ...]
    own_voice: bool
    report_count: int


def place(start: int, end: int) -> str:
    """The id in the page of the mark over text[start:end]."""
    return f"t{start}-{end}"


def card_of(reading: Reading, claim: Claim, walk: list[Claim], choice: Choice) -> Card:
    """The card of a claim; ``walk`` is what previous and next lead through. Four queries."""
    text = reading.version.text
    before, after = _neighbours(claim, walk)
    chain = reading.links[claim.pk]
    return Card(
        claim=claim,
        slot=reading.slot_of(claim),
        heading=_heading(claim, walk, reading, choice),
        previous=choice.at(before.number) if before else "",
        next=choice.at(after.number) if after else "",
        previous_number=before.number if before else None,
        next_number=after.number if after else None,
        time_words=text[claim.time_start : claim.time_end] if claim.time_start is not None else "",
        time_date=date_format(claim.time_date, "j F Y") if claim.time_date else "",
        parts=tuple(text[start:end] for start, end in claim.parts),
        chain=(_outlet(reading), *_links(reading, chain)),
        attribution=_attribution(claim, chain, known=reading.article.language_known),
        cue=text[claim.cue_start : claim.cue_end] if claim.cue_start is not None else "",
        rule=_rule(claim, is_read=reading.article.language_known),
        because=tuple(
            Token("cue", text[start:end], place(start, end)) for start, end in claim.because or ()
        ),
        own_voice=claim.kind == Claim.Kind.NARRATION,
        report_count=Claim.objects.current().filter(statement=claim.statement_id).count(),
    )


def _rule(claim: Claim, *, is_read: bool) -> str:
    """By which rule the engine found it; of what a person marked or set right, or the second reader
    proposed, that they did."""
    if claim.found_by == Claim.FoundBy.PERSON:
        return _("A person marked it.")
    if claim.is_of_reader:
        return _(
            "The second reader proposed it: a language model, asked about what the rules missed. "
            "Its words stand in the text; whether they are a claim of this source, a person says."
        )
    rule = rule_of(claim.construction, is_read=is_read)
    if not Amendment.objects.filter(claim=claim).exists():
        return rule
    if not rule:
        return _("A person set it right.")
    return _("A person set it right. The engine had found it by: %(rule)s") % {"rule": rule}


def _neighbours(claim: Claim, walk: list[Claim]) -> tuple[Claim | None, Claim | None]:
    """Before and after it in the walk, which goes round; a claim outside steps into it."""
    others = [c for c in walk if c.pk != claim.pk]
    if not others:
        return None, None
    here = (claim.start, -claim.end, claim.number)
    later = [c for c in others if (c.start, -c.end, c.number) > here]
    earlier = [c for c in others if (c.start, -c.end, c.number) < here]
    return (earlier or others)[-1], (later or others)[0]


def _heading(claim: Claim, walk: list[Claim], reading: Reading, choice: Choice) -> str:
    if claim.is_proposed:
        return _("Proposal %(number)d") % {"number": claim.number}
    if choice.is_filtered or reading.claims[-1].number != len(reading.claims):
        return _("Claim %(number)d") % {"number": claim.number}
    return _("Claim %(number)d of %(total)d") % {
        "number": claim.number,
        "total": len(reading.claims),
    }


def _outlet(reading: Reading) -> LinkView:
    outlet, name = reading.article.outlet, reading.outlet_name
    is_hidden = name is not None and name.is_hidden
    return LinkView(
        look="outlet",
        name=name,
        source_id=reading.sources[outlet.source_id].pk if outlet and not is_hidden else None,
        role=_("Outlet"),
        resolved="",
        note="",
        tokens=(),
        proposed=False,
        link_id=None,
        position=None,
    )


def _links(reading: Reading, chain: list[Attribution]) -> list[LinkView]:
    notes = _notes([source for link in chain if sees(source := reading.source_of(link))])
    found = []
    for link in chain:
        source = reading.source_of(link)
        name, origin = reading.name_of(source), link is chain[-1]
        unnamed = link.anonymous or (source.is_unnamed and not name.is_hidden)
        found.append(
            LinkView(
                look=("origin" if origin else "relayer") + (" unnamed" if unnamed else ""),
                name=name,
                source_id=None if name.is_hidden else source.pk,
                role=_role(link, origin=origin, unnamed=unnamed),
                resolved=link.get_resolved_by_display(),
                note=notes.get(source.pk, ""),
                tokens=_tokens(reading.version.text, link, origin=origin),
                # Unnamed groups, images and documents belong to their article: nothing to decide.
                proposed=source.state == Source.State.PROPOSED
                and source.article_id is None
                and not name.is_hidden,
                link_id=None if name.is_hidden else link.pk,
                position=link.position,
            )
        )
    return found


def _role(link: Attribution, *, origin: bool, unnamed: bool) -> str:
    role = pgettext("attribution", "Origin") if origin else pgettext("attribution", "Relayer")
    if not unnamed:
        return role
    if link.count:
        people = ngettext("%(count)d person", "%(count)d people", link.count)
        return _("%(role)s · unnamed, %(people)s") % {
            "role": role,
            "people": people % {"count": link.count},
        }
    return _("%(role)s · unnamed") % {"role": role}


def _tokens(text: str, link: Attribution, *, origin: bool) -> tuple[Token, ...]:
    spans = (
        ("cue", link.cue_start, link.cue_end),
        ("origin" if origin else "relayer", link.mention_start, link.mention_end),
        ("ante", link.antecedent_start, link.antecedent_end),
    )
    return tuple(
        Token(role, text[start:end], place(start, end))
        for role, start, end in spans
        if start is not None and end is not None
    )


def _notes(sources: list[Source]) -> dict[int, str]:
    """What the registry adds to each of these sources: whom it speaks for, whom it may be, and
    that others do not see it."""
    relations = list(
        SourceRelation.objects.filter(
            source__in={source.pk for source in sources},
            kind=SourceRelation.Kind.SPEAKS_FOR,
            until=None,
        )
    )
    proposed = [s for s in sources if s.state == Source.State.PROPOSED and s.suggestion_id]
    others = Source.objects.standing_for(
        {r.target_id for r in relations} | {s.suggestion_id for s in proposed if s.suggestion_id}
    )
    names = shown(others.values())
    notes = {
        s.pk: _("It may be %(name)s.") % {"name": name}
        for s in proposed
        if s.suggestion_id and not (name := names[others[s.suggestion_id].pk]).is_hidden
    }
    notes |= {
        r.source_id: _("Speaks for %(name)s") % {"name": name}
        for r in relations
        if not (name := names[others[r.target_id].pk]).is_hidden
    }
    protected = _("Protected: only those named see who it is.")
    return notes | {
        s.pk: " · ".join(filter(None, (protected, notes.get(s.pk))))
        for s in sources
        if s.is_protected
    }


def _attribution(claim: Claim, chain: list[Attribution], *, known: bool) -> str:
    """The sentence under the chain: what people know of whether this was really said."""
    if claim.kind == Claim.Kind.NARRATION:
        return _("The text names no source: these are the outlet’s own words.")
    if not chain and not known:
        return _("Who said this was not looked for: factlog does not read this language yet.")
    if not chain:
        return _("No source was found for these words.")
    status = chain[-1].status
    if status == Attribution.Status.ASSERTED:
        return _("As the article says. Nobody has looked for the original.")
    return str(chain[-1].get_status_display())
