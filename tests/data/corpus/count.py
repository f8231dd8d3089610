"""What a corpus file holds, counted from its spans: python tests/data/corpus/count.py FILE..."""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

OPENING = "\"«»“”″(':"
COMPLEMENTISER = re.compile(r"(?:^|\s)[بف]?(?:أن|إن|ان)(?:ه|ها|هم|هما|هن|ني|نا)?$|\bthat$")
PARTICIPLE = re.compile(r"م\w+(?:ا|اً|ًا|ة)$|\w+ing$")
Json = dict[str, Any]


def constructions(text: str, claim: Json) -> list[str]:
    """The names of the constructions that one attributed claim shows."""
    start, end = claim["content"]
    cue, source = claim["cue"], claim["source"]
    found = []
    if len(claim["chain"]) > 1:
        found.append("relayer")
    if claim["entity"] is None:
        found.append("source: none (hearsay)")
    elif source is None:
        found.append("source: dropped")
    else:
        full = source == claim["source_ref"]
        found.append("source: full mention" if full else "source: repeated or shortened")
    if ". " in text[start:end]:
        found.append("content of several sentences")
    if cue is None:
        return [*found, "no cue word"]
    if source and source[0] < cue[0] < start:
        found.append("source before cue")
    if source is None and PARTICIPLE.match(text[slice(*cue)]):
        found.append("participle adjunct")
    if cue[0] >= end:
        return [*found, "content before cue"]
    return [*found, *opening(text, max(cue[1], source[1] if source else 0), start)]


def opening(text: str, attributed: int, start: int) -> list[str]:
    """How the content opens, and whether anything stands between it and its attribution."""
    between = text[attributed:start].rstrip()
    marks = re.search(rf"[{OPENING}\s]*$", between)
    bare = between[: marks.start()] if marks else between
    comp = COMPLEMENTISER.search(bare)
    has_mark = len(bare) < len(between)
    kind = {
        (True, True): "opens with complementiser and mark",
        (True, False): "opens with complementiser",
        (False, True): "opens with mark or colon",
        (False, False): "opens with neither (noun object, preposition)",
    }[bool(comp), has_mark]
    left = bare[: comp.start()] if comp else bare
    words = [w for w in re.findall(r"\w+", left) if w not in {"إلى", "الى", "على", "عن", "في"}]
    return [kind, *(["adjunct between source and content"] if words else [])]


def main(paths: list[str]) -> None:
    articles = [json.loads(line) for p in paths for line in Path(p).read_text("utf-8").splitlines()]
    counts: Counter[tuple[str, str]] = Counter()
    cues = set()
    for article in articles:
        text = article["text"]
        for claim in article["claims"]:
            if claim.get("optional"):
                counts["all", "optional"] += 1
                continue
            counts["kind", claim["kind"]] += 1
            if claim["kind"] == "narration":
                continue
            counts["all", "attributed, required"] += 1
            counts["modality", claim["modality"]] += 1
            counts.update(("construction", name) for name in constructions(text, claim))
            if claim["cue"]:
                cues.add(text[slice(*claim["cue"])])
    words = sum(len(re.findall(r"\w+", a["text"])) for a in articles)
    print(f"{len(articles)} articles, {words} words, {len(cues)} distinct cue forms")
    for (group, name), n in sorted(counts.items(), key=lambda item: (item[0][0], -item[1])):
        print(f"{group:13} {name:46} {n:4}")


if __name__ == "__main__":
    main(sys.argv[1:])
