"""What a corpus file holds, counted from its spans: python tests/data/corpus/count.py FILE..."""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

OPENING = "\"«»“”″(':"
COMPLEMENTISER = re.compile(r"(?:^|\s)[بف]?(?:أن|إن|ان)(?:ه|ها|هم|هما|هن|ني|نا)?$|\b(?:that|что)$")
PARTICIPLE = re.compile(r"م\w+(?:ا|اً|ًا|ة)$|\w+ing$")
Json = dict[str, Any]


def constructions(text: str, claim: Json) -> list[str]:
    """The names of the constructions that one attributed claim shows."""
    start, end = claim["content"]
    cue, source = claim["cue"], claim["source"]
    found = []
    if len(claim["chain"]) > 1:
        found.append("chain: has a relayer")
    if claim["entity"] is None:
        found.append("source: none (hearsay)")
    elif source is None:
        found.append("source: dropped")
    else:
        full = source == claim["source_ref"]
        found.append("source: full mention" if full else "source: repeated or shortened")
    if ". " in text[start:end]:
        found.append("content: several sentences")
    if cue is None:
        return [*found, "cue: none"]
    if source and source[0] < cue[0] < start:
        found.append("cue: after its source")
    if source is None and PARTICIPLE.match(text[slice(*cue)]):
        found.append("cue: participle adjunct")
    if cue[0] >= end:
        return [*found, "cue: after the content"]
    return [*found, *opening(text, max(cue[1], source[1] if source else 0), start)]


def opening(text: str, attributed: int, start: int) -> list[str]:
    """How the content opens, and whether anything stands between it and its attribution."""
    between = text[attributed:start].rstrip()
    marks = re.search(rf"[{OPENING}\s]*$", between)
    bare = between[: marks.start()] if marks else between
    comp = COMPLEMENTISER.search(bare)
    has_mark = len(bare) < len(between)
    kind = {
        (True, True): "opening: complementiser and mark",
        (True, False): "opening: complementiser",
        (False, True): "opening: mark or colon",
        (False, False): "opening: neither (noun object, preposition)",
    }[bool(comp), has_mark]
    left = bare[: comp.start()] if comp else bare
    words = [w for w in re.findall(r"\w+", left) if w not in {"إلى", "الى", "على", "عن", "في"}]
    return [kind, *(["source: adjunct before the content"] if words else [])]


def count(path: Path) -> Counter[str]:
    """What one file holds, by name; narration and optional claims count as such and no further."""
    counts: Counter[str] = Counter()
    cues = set()
    for article in map(json.loads, path.read_text("utf-8").splitlines()):
        text = article["text"]
        counts.update({"articles": 1, "words": len(re.findall(r"\w+", text))})
        for claim in article["claims"]:
            if claim.get("optional"):
                counts["claims: optional"] += 1
                continue
            counts["kind: " + claim["kind"]] += 1
            if claim["kind"] != "narration":
                counts["claims: attributed"] += 1
                counts["modality: " + claim["modality"]] += 1
                counts.update(constructions(text, claim))
                cues.add(text[slice(*claim["cue"])] if claim["cue"] else "")
    counts["distinct cue forms"] = len(cues - {""})
    return counts


def main(paths: list[str]) -> None:
    """Prints a table, one column a file."""
    columns = [count(Path(path)) for path in paths]
    total = sum(columns, Counter())
    print("| |", *(f"{Path(path).parent.name}/{Path(path).stem} |" for path in paths))
    print("|---|" + "---:|" * len(paths))
    for name in sorted(total, key=lambda name: (name.partition(":")[0], -total[name])):
        print(f"| {name} |", *(f"{column[name]} |" for column in columns))


if __name__ == "__main__":
    main(sys.argv[1:])
