"""What stands before the content: who speaks, to whom, where, and where the content begins.

Source: section 2, points 2 and 3, and section 3 (relayers) of the project's notes on Turkish
attribution.
"""

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.clauses import NAMES_WITHHELD
from claims.extraction.languages.tr.groups import group_at, listed_until, next_comma
from claims.extraction.languages.tr.lexicon import Case
from claims.extraction.languages.tr.morphology import CLAUSE, Shape, base, shape, suffix_length
from claims.extraction.languages.tr.occasions import (
    BY_WORD_OF,
    VENUE_WITHIN,
    Lead,
    addressee,
    based_on,
    occasion_behind,
    venue_behind,
)
from claims.extraction.languages.tr.phrases import (
    COMMAS,
    case_of,
    group_before,
    group_start,
    is_boundary,
    is_participle,
    is_time,
    is_told_name,
    opens_sentence,
)
from claims.extraction.languages.tr.relays import (
    MADE,
    is_naming,
    is_relayer,
    relayers,
    with_owner,
)

# Parts between commas that are looked at.
PARTS_AT_MOST = 5
# From who gave it out to how («Şirketten … Platformu'na yapılan açıklamada»).
GIVEN_OUT_WITHIN = 7
ANSWER_WITHIN = 14
_BY = "tarafindan"
# «adının açıklanmaması şartıyla,»: why nobody is named.
_ON_CONDITION = frozenset(("şartiyla", "kaydiyla", "koşuluyla"))
# Bare, these point back to whoever made them; other documents speak for themselves.
_STATEMENTS = frozenset(("açiklama", "bildiri", "paylaşim", "mesaj", "duyuru", "konuşma", "ifade"))


def after_connectives(doc: Document, first: int, end: int) -> int:
    """Behind «Ancak», «Öte yandan» and the like."""
    words = doc.words
    while first < end:
        if words[first] in COMMAS or words[first] in "-–—":
            first += 1
            continue
        for phrase in lex.CONNECTIVES.get(words[first], ()):
            if tuple(words[first : first + len(phrase)]) == phrase:
                break
        else:
            return first
        if first + len(phrase) >= end or shape(words[first + len(phrase) - 1]) & Shape.CONVERB:
            return first
        first += len(phrase)
    return first


def lead(
    doc: Document,
    first: int,
    end: int,
    *,
    passive: bool = False,
    behind: bool = False,
    quoted: bool = False,
) -> Lead:
    """Who speaks before words first … end - 1, which end with the content or before its marks.

    A verb in the passive has no speaker as its subject: only a venue or document names one. A
    participle has its speaker ``behind``; what stands before it and a comma is another subject.
    """
    if quoted and not passive and not behind:
        answered = _answered(doc, first, end)
        if answered is not None:
            found = lead(doc, answered, end, quoted=True)
            if found.source is not None:
                return found
    at = after_connectives(doc, first, end)
    found = Lead(at)
    for _ in range(PARTS_AT_MOST):
        comma = next_comma(doc, at, end)
        if comma is None or not _take_part(doc, found, at, comma, passive, behind):
            break
        at = comma + 1
    if found.source is None and not found.statement and not behind:
        if not passive:
            before = group_before(doc, at, end) if quoted else None
            if before is not None and _is_subject(doc, at, before, end - 1):
                found.source, found.start = (before, end), end
                found.relayers += relayers(doc, at, before)
            else:
                _open_subject(doc, found, at, end, quoted)
        else:
            _open_venue(doc, found, after_connectives(doc, at, end), end + quoted, lex.PAPERS)
    else:
        at = found.start
        if at < end and doc.words[at] in lex.CLITICS:
            found.start = at = at + 1
    if found.start < end and doc.words[found.start] in _ALSO:
        found.start += 1
    venue_behind(doc, found, end)
    based_on(doc, found, first, end)
    if found.source is not None and not quoted:
        addressee(doc, found, end)
    occasion_behind(doc, found, end)
    if found.source is not None and not is_naming(doc, found.source):
        found.source = None
    found.relayers = [one for one in found.relayers if is_naming(doc, one)]
    return found


_ALSO = frozenset(("ayrica",))
# «Ak da, …», «Ak ayrıca, …»
_BEHIND_SUBJECT = lex.CLITICS | _ALSO
_THEIR_OWN = ("diği", "duğu", "düğü", "tiği", "tuğu", "tüğü", "leri", "lari")


def _answered(doc: Document, first: int, end: int) -> int | None:
    """«"…?" sorusuna Ak, "…" yanıtını verdi»: who answers stands behind the question."""
    words = doc.words
    for i in range(end - 1, max(first, end - ANSWER_WITHIN) - 1, -1):
        if words[i].startswith("soru") and doc.around(i) is None and not is_participle(doc, i + 1):
            i += 1
            while i < end and (words[i] in COMMAS or words[i] in _BEHIND_QUESTION):
                i += 1
            return i if i < end else None
    return None


_BEHIND_QUESTION = lex.CLITICS | {"üzerine", "karşilik"}


def _take_part(
    doc: Document, found: Lead, at: int, comma: int, passive: bool, behind: bool
) -> bool:
    """Take words at … comma - 1, which a comma closes, as subject, venue or adjunct; False where
    they are content already."""
    words = doc.words
    last = comma - 1
    while last > at and (words[last] in _BEHIND_SUBJECT or words[last] == "."):
        last -= 1
    if last < at:
        return True
    if words[last] in (lex.PAPERS if passive else lex.VENUES):
        return _take_venue(doc, found, at, last, comma)
    if words[last] in lex.ADDRESSEES or is_relayer(doc, last):
        if words[last] in lex.OURSELVES or is_relayer(doc, last):
            is_single = base(words[last]) in lex.OUTLETS or words[last] in lex.OURSELVES
            opens = last if is_single else group_start(doc, at, last + 1)
            found.relayers.append((opens, last + 1))
            if found.source is None and not passive:
                behind_it = opens - (doc.words[opens - 1] in lex.CLITICS)
                subject = group_before(doc, at, behind_it)
                found.source = (subject, behind_it) if subject is not None else None
        found.start = comma + 1
        return True
    if found.source is not None:
        is_nameless = words[at] in NAMES_WITHHELD and words[last] in _ON_CONDITION
        if is_nameless or all(is_time(doc, i) for i in range(at, last + 1)):
            found.start = comma + 1
            return True
        return False
    start = group_before(doc, at, last + 1)
    if start is None and _is_relative(doc, at, last):
        start = at
    if behind and start != at:
        return False
    if start is not None and not passive and _is_subject(doc, at, start, last):
        listed = listed_until(doc, start, comma)
        if listed is not None and suffix_length(words[listed - 1]) and words[start] in lex.PLACES:
            return False  # «Ankara, İstanbul ve İzmir'de …»
        if listed is not None and not suffix_length(words[listed - 1]):
            comma = listed if words[listed] in COMMAS else listed - 1
            last = listed - 1
        known = lex.NOUNS.get(words[last])
        if known is not None and known.kind == "document":
            start = with_owner(doc, at, start)
        named = _named_behind(doc, last, comma)
        if named is not None:
            comma, last = named, named - 1
        found.source = (start, last + 1)
        found.relayers += relayers(doc, at, start)
        found.start = comma + 1
        return True
    if words[last] in BY_WORD_OF and not passive:
        subject = group_at(doc, at, last)  # «Orvela da bir kaynağa dayanarak, …»
        if subject is not None:
            found.source = (at, subject)
            found.start = subject + (words[subject] in lex.CLITICS)
            return True
    return _is_adjunct_part(doc, at, last)


def _is_relative(doc: Document, at: int, last: int) -> bool:
    """«Komşuları, …», «Avukatı, …»: at the head of a sentence somebody's, and no object."""
    known = lex.NOUNS.get(doc.words[last])
    if at != last or known is None or not doc.is_capital(at) or not opens_sentence(doc, at):
        return False
    return known.possessed and known.kind == "person" and known.case is Case.NOMINATIVE


def _named_behind(doc: Document, last: int, comma: int) -> int | None:
    """«Çalışmanın başyazarı, nörolog Ines Ak, …»: where the name behind a title ends."""
    title = lex.NOUNS.get(doc.words[last])
    if title is None or not title.possessed or title.kind != "person" or doc.is_capital(last):
        return None
    behind = next_comma(doc, comma + 1, len(doc.words))
    if behind is None or not doc.is_capital(behind - 1):
        return None
    return behind if group_before(doc, comma + 1, behind) == comma + 1 else None


def _is_subject(doc: Document, at: int, start: int, last: int) -> bool:
    """A group is the subject unless what stands before it in its part is a clause of its own."""
    if start == at:
        return True
    return _parts(doc, start - 1)


def _parts(doc: Document, i: int) -> bool:
    """A word behind which a subject may begin: the end of a relative clause or of an adjunct."""
    word = doc.words[i]
    if is_participle(doc, i) or word in lex.TIMES or not word[0].isalnum():
        return True
    if word == "ise":
        return True
    if word in lex.CLITICS or shape(word) & (CLAUSE & ~Shape.CLAUSE_NOM):
        return False
    if word in lex.POSTPOSITIONS or word in lex.CONNECTIVES or shape(word) & Shape.CONVERB:
        return True
    return case_of(doc, i) in (Case.LOCATIVE, Case.DATIVE, Case.ABLATIVE)


def _is_adjunct_part(doc: Document, at: int, last: int) -> bool:
    """«Depremin ardından,», «Toplantı sürerken,»: may stand before the subject."""
    word = doc.words[last]
    if word in lex.POSTPOSITIONS or word in lex.TIMES or word in ("iken", "üzere"):
        return True
    if shape(word) & Shape.CONVERB:
        return True
    return case_of(doc, last) is Case.LOCATIVE


def _take_venue(doc: Document, found: Lead, at: int, last: int, comma: int) -> bool:
    if found.source is None:
        _source_of_venue(doc, found, at, last)
    found.relayers += relayers(doc, _behind(found, at), last)
    found.start = comma + 1
    return True


def _behind(found: Lead, at: int) -> int:
    """Where a relayer may begin: behind the subject, if that is there already."""
    return max(at, found.source[1]) if found.source is not None else at


def _source_of_venue(doc: Document, found: Lead, at: int, last: int) -> None:
    """«Bakanlıktan yapılan açıklamada», «Ak'ın açıklamasında», «Ak dün yaptığı açıklamada»."""
    words = doc.words
    known = lex.NOUNS.get(words[last])
    if last > at + 1 and words[last - 1].endswith(_THEIR_OWN) and is_participle(doc, last - 1):
        end = group_at(doc, at, last)  # «Uzmanlar … gönderdikleri notta»
        if end is not None:
            found.source = (at, end)
            return
    if known is not None and known.kind == "document" and known.stem not in _STATEMENTS:
        found.source = (with_owner(doc, at, group_start(doc, at, last + 1)), last + 1)
        return
    for i in range(at + 1, last):
        if words[i] in MADE:
            if words[i - 1] == _BY and i - 2 >= at:
                found.source = (group_start(doc, at, i - 1), i - 1)
                return
            for j in range(i - 1, max(at, i - GIVEN_OUT_WITHIN) - 1, -1):
                if case_of(doc, j) is Case.ABLATIVE and words[j] not in lex.POSTPOSITIONS:
                    found.source = (group_start(doc, at, j + 1), j + 1)
                    return
    for i in range(at, last):
        # «Köprüyü yapacak şirketin genel müdürü dün verdiği demeçte»
        end = group_at(doc, i, last) if i == at or is_participle(doc, i - 1) else None
        if end is not None:
            found.source = (i, end)
            return
    for i in range(at, min(last, at + 8)):
        if case_of(doc, i) is Case.GENITIVE:
            start = group_start(doc, at, i + 1)
            if doc.is_capital(i) and not shape(words[i]) & CLAUSE:
                found.source = (start, i + 1)
                return
    found.statement = True


def _open_subject(doc: Document, found: Lead, at: int, end: int, quoted: bool) -> None:
    """A subject without a comma behind it, at the head of a part or behind its adjuncts."""
    words = doc.words
    first = after_connectives(doc, at, end)
    contrast = _before_contrast(doc, first, end)
    if contrast is not None:
        found.source, found.start = (first, contrast), contrast + 1
        return
    i = first
    limit = min(end, first + VENUE_WITHIN + 2)
    while i < limit:
        if doc.around(i) is not None:
            break
        if i == first or (is_boundary(doc, i - 1) and _parts(doc, i - 1)):
            stop = group_at(doc, i, end if quoted else end - 1)
            if stop is not None and stop < end and _may_follow(doc, i, stop, end, first):
                found.source = (i, stop)
                found.relayers += relayers(doc, first, i)
                found.start = stop + (words[stop] in lex.CLITICS)
                return
            if stop is not None and stop == end:
                found.source = (i, stop)
                found.relayers += relayers(doc, first, i)
                found.start = end
                return
        if shape(words[i]) & (CLAUSE & ~Shape.CLAUSE_NOM) or words[i] in lex.VENUES:
            break
        if case_of(doc, i) is Case.GENITIVE and not doc.is_capital(i):
            break
        i += 1
    _open_venue(doc, found, first, end, lex.VENUES)


def _before_contrast(doc: Document, first: int, end: int) -> int | None:
    """«Oyuncunun bir arkadaşı ise çiftin …»: «ise» sets off a subject of any sort."""
    words = doc.words
    for i in range(first + 1, min(end - 1, first + VENUE_WITHIN)):
        if words[i] == "ise":
            last = words[i - 1]
            is_many = shape(last) == Shape.PLURAL and last.endswith(("lar", "ler"))
            is_plain = (
                (not shape(last) or is_many) and last[0].isalpha() and last not in lex.POSTPOSITIONS
            )
            if doc.is_capital(i - 1) and i - first > 1:
                return i if group_before(doc, first, i) == first else None
            return i if is_plain and not doc.is_capital(i - 1) else None
        if doc.around(i) is not None or is_participle(doc, i) or words[i] in COMMAS:
            return None
        is_noun = words[i] in lex.NOUNS or words[i] in lex.NO_FINITES
        if not is_noun and shape(words[i]) & (CLAUSE | Shape.CONVERB | Shape.FINITE):
            return None
    return None


def _open_venue(doc: Document, found: Lead, first: int, end: int, venues: frozenset[str]) -> None:
    """«Açıklamada köprünün …», with no comma behind it."""
    for v in range(first, min(end - 1, first + VENUE_WITHIN)):
        if doc.words[v] in venues and doc.around(v) is None:
            _source_of_venue(doc, found, first, v)
            found.relayers += relayers(doc, _behind(found, first), v)
            found.start = v + 1 + (v + 1 < end and doc.words[v + 1] in lex.CLITICS)
            return


def _may_follow(doc: Document, first: int, stop: int, end: int, opened: int) -> bool:
    """Whether the group really is a subject: «hükümeti» is an object too, and a bare first word
    may be part of a compound («Hava sıcaklığının …»)."""
    words = doc.words
    last = words[stop - 1]
    if words[stop] in lex.CLITICS or words[stop] in lex.VENUES:
        return True
    if words[stop] in COMMAS or is_participle(doc, stop):
        return False  # «açıklama yapan Vali Ak»
    known = lex.NOUNS.get(last)
    is_bare = stop - first == 1 and known is None and shape(last) != Shape.PLURAL
    if is_bare and (first > opened or opens_sentence(doc, first)) and not is_told_name(doc, first):
        return False
    is_ambiguous = (
        known is not None and known.possessed and last[-1] in "iuü" and not doc.is_capital(stop - 1)
    )
    if is_ambiguous and any(case_of(doc, k) is Case.GENITIVE for k in range(first, stop)):
        near = range(stop, min(end, stop + 4))
        return any(case_of(doc, k) is Case.GENITIVE for k in near) or first > opened
    return True
