"""Which marks a version's text carries: claims, and the words that their links rest on."""

from collections import defaultdict

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from claims.models import Claim
from claims.web.cards import place
from claims.web.choice import Choice
from claims.web.marks import Anchor, Mark, columns, render, word_start
from claims.web.reading import Reading

# What a piece of text is to a claim, in data-m: "<claim>.<link>.<role>", the link's position or
# "-" where the words belong to the claim as a whole. The same roles as classes once it is chosen.
ROLES = ("cue", "relayer", "origin", "ante", "time", "part", "rule")

_CURRENT = SafeString(' aria-current="true"')


def text_of(reading: Reading, choice: Choice, hidden: set[int]) -> SafeString:
    """The text as HTML. ``hidden`` are the numbers that the filter leaves out."""
    text = reading.version.text
    chosen = choice.claim
    marks = [_claim_mark(reading, claim, chosen, hidden) for claim in reading.marked]
    marks += _word_marks(reading, chosen)
    places = [word_start(text, claim.start) for claim in reading.marked]
    anchors = [
        Anchor(at, _number(claim, column, choice, hidden))
        for claim, at, column in zip(reading.marked, places, columns(text, places), strict=True)
    ]
    return render(text, marks, anchors, show_invisible=choice.invisible)


def _claim_mark(reading: Reading, claim: Claim, chosen: int | None, hidden: set[int]) -> Mark:
    look = "claim is-proposed" if claim.is_proposed else "claim"
    if claim.number == chosen:
        look += " is-on"
    elif claim.number in hidden:
        look += " is-off"
    slot = reading.slot_of(claim)
    return Mark(
        claim.start,
        claim.end,
        f'class="{look}" data-c="{claim.number}" data-s="{slot}"',
        f"c{claim.number}",
    )


def _number(claim: Claim, column: int, choice: Choice, hidden: set[int]) -> str:
    # The span keeps it with the word: by itself, what stands out of the line would stay on the line
    # above wherever lines break before it.
    label = _("Proposal %(number)d") if claim.is_proposed else _("Claim %(number)d")
    return format_html(
        '<span><a class="num num-{}{}" id="n{}" href="{}" data-go="{}" aria-label="{}"{}>'
        "<span>{}{}</span></a></span>",
        column,
        " is-off" if claim.number in hidden else "",
        claim.number,
        choice.at(claim.number),
        claim.number,
        label % {"number": claim.number},
        _CURRENT if claim.number == choice.claim else "",
        claim.number,
        "?" if claim.is_proposed else "",
    )


def _word_marks(reading: Reading, chosen: int | None) -> list[Mark]:
    """One mark for each span that something rests on, however many claims point to it."""
    uses: dict[tuple[int, int], list[tuple[int, str, str]]] = defaultdict(list)
    for claim in reading.marked:
        for start, end, link, role in _spans(reading, claim):
            if start is not None and end is not None:
                uses[start, end].append((claim.number, link, role))
    marks = []
    for (start, end), using in uses.items():
        tokens = " ".join(f"{number}.{link}.{role}" for number, link, role in using)
        lit = dict.fromkeys(f" is-{role}" for number, _link, role in using if number == chosen)
        look = "word" + "".join(lit)
        marks.append(Mark(start, end, f'class="{look}" data-m="{tokens}"', place(start, end)))
    return marks


def _spans(reading: Reading, claim: Claim) -> list[tuple[int | None, int | None, str, str]]:
    chain = reading.links[claim.pk]
    spans: list[tuple[int | None, int | None, str, str]] = []
    for link in chain:
        at = str(link.position)
        role = "origin" if link is chain[-1] else "relayer"
        spans.append((link.cue_start, link.cue_end, at, "cue"))
        spans.append((link.mention_start, link.mention_end, at, role))
        spans.append((link.antecedent_start, link.antecedent_end, at, "ante"))
    cues = {(link.cue_start, link.cue_end) for link in chain}
    if (claim.cue_start, claim.cue_end) not in cues:
        spans.append((claim.cue_start, claim.cue_end, "-", "cue"))
    spans.append((claim.time_start, claim.time_end, "-", "time"))
    spans += [(start, end, "-", "part") for start, end in claim.parts]
    told = {(start, end) for start, end, _link, _role in spans}
    spans += [(s, e, "-", "rule") for s, e in claim.because or () if (s, e) not in told]
    return spans
