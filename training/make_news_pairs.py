"""Makes premise-hypothesis pairs from collections of news, for what no public set teaches: conflicts of facts.

    python training/make_news_pairs.py OUT --news ../shared/data/news --nli ../shared/data/nli/train.jsonl.gz

writes OUT/news.jsonl.gz and OUT/held_out.jsonl.gz, pairs of incidents that are in one of the two alone, and
OUT/edits.jsonl.gz, pairs edited from those of `--nli`. The column `source` says how a pair was made:

| source | pair | label |
|---|---|---|
| hard_neutral | sentences of two articles of one incident, moderately alike | n |
| claim_neutral | the same of claims, as the engine writes them | n |
| claim_rival | claims of two articles that tell of one act and differ in one part | n |
| other_event | the sentence of another incident that is most alike, of some hundreds | n |
| changed_* | a sentence, and one much like it (or itself) with a shared figure, day, place, name ... changed | c |
| changed_claim | a claim, and itself with one thing changed, negated, or its subject and object turned round | c |
| paraphrase | a sentence, and one of another article that says no more than it, or itself less its last clause | e |
| claim_of | a sentence, and a claim of it; a claim, and itself | e |
| bound | a sentence with a figure, and itself with "at least", "about", "more than" put to it | e, c |
| edit_* | a premise of the public pairs, and itself with one word exchanged for another of its kind | c |
| negated | a public pair with one text negated: neutral stays neutral, entailed is contradicted | n, c, e |

Alike is the share of content words that two sentences have in common (Jaccard). The bounds of a hard neutral pair are
those measured in the data's description: between them nearly all pairs are about different details.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from pathlib import Path

import edits
from discrepancy import parse
from discrepancy.claims import claims_of
from discrepancy.clean import mark
from discrepancy.extractors import enrich
from discrepancy.lexicon import same_act
from discrepancy.model import Article, Claim, Modality, Reading
from discrepancy.settings import DEFAULT
from discrepancy.stages import statements_of

HARD = (0.10, 0.32)
ALIKE = 0.45
SAME = 0.7
LONGEST = 45
"""Words of a sentence that is taken."""
MOST_SENTENCES = 120
"""Of an incident, drawn: the pairs of some incidents' sentences would be a million."""
HELD_OUT = 8
"""One incident in so many is held out."""
SELF = 0.1
"""Share of edited sentences that stand beside themselves too, so that near-identity alone is no contradiction."""
STOP = frozenset(
    "a an the of to in on at by for from with and or but as is are was were be been being it its his her their he she"
    " they them him who whom which that this these those has have had not no said say says will would could can may"
    " about after before into out up over than then there when where while also one".split()
)


@dataclass(frozen=True, slots=True)
class Pair:
    premise: str
    hypothesis: str
    label: str
    source: str


@dataclass(frozen=True)
class Sentence:
    text: str
    article: int

    @cached_property
    def words(self) -> frozenset[str]:
        return content_words(self.text)


@dataclass(frozen=True)
class Incident:
    """Articles on one event, as sentences; `claims` only where they were read."""

    id: str
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    held_out: bool = field(default=False)


def content_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+(?:[.,:]\d+)*", text.lower())) - STOP


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def is_held_out(incident: str) -> bool:
    """By a hash of its id, so that more incidents move none of those that there are."""
    return int(hashlib.sha256(incident.encode()).hexdigest(), 16) % HELD_OUT == 0


def incidents(folder: Path, with_claims: int, rng: random.Random) -> Iterator[Incident]:
    """Those of all three files; claims of the first `with_claims` of each file, since reading them takes long."""
    parser = parse.load(None)
    for name in ("gva", "ecbplus", "neus"):
        with gzip.open(folder / f"{name}_clusters.jsonl.gz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                row = json.loads(line)
                truth = row.get("truth", {})
                people = [person["Name"] for person in truth.get("participants", ()) if "Name" in person]
                places = [truth[key].split(" (")[0] for key in ("city", "state") if truth.get(key)]
                articles = [
                    Article(f"{at}", f"{at}", "", _text(article), language="en", published=article.get("date"))
                    for at, article in enumerate(row["articles"])
                ]
                statements = statements_of(articles, mark(articles))
                fit = [s for s in statements if 5 <= len(s.text.split()) <= LONGEST]
                drawn = rng.sample(fit, min(MOST_SENTENCES, len(fit)))
                sentences = tuple(Sentence(" ".join(s.text.split()), int(s.article.id)) for s in drawn)
                claims: tuple[Claim, ...] = ()
                if number < with_claims and len(statements) <= 2 * MOST_SENTENCES:
                    tokens = parser.parse([s.text for s in statements])
                    readings = enrich([Reading(s, t) for s, t in zip(statements, tokens, strict=True)], DEFAULT)
                    claims = tuple(c for reading in readings for c in claims_of(reading) if not c.whole)
                    claims = tuple(rng.sample(claims, min(MOST_SENTENCES, len(claims))))
                id_ = row["cluster_id"]
                yield Incident(id_, sentences, claims, tuple(people), tuple(places), is_held_out(id_))


def _text(article: dict[str, object]) -> str:
    if "sentences" in article:
        return "\n\n".join(_untokenised(str(sentence)) for sentence in article["sentences"])
    return f"{article['title']}\n\n{article['text']}"


def _untokenised(text: str) -> str:
    """Without the spaces that the annotated corpus has before its punctuation."""
    text = re.sub(r" ([.,;:!?%)\]]|n't\b|'(?:s|re|ve|ll|d|m)\b|'(?= ))", r"\1", text)
    return re.sub(r"([(\[$]) ", r"\1", re.sub(r"`` ?| ?''", '"', text))


def of_sentences(incident: Incident, rng: random.Random, most: int) -> Iterator[Pair]:
    """Hard neutral pairs and paraphrases, at most `most` of each."""
    across = [(a, b) for a, b in combinations(incident.sentences, 2) if a.article != b.article and a.text != b.text]
    scored = [(likeness(a.words, b.words), a, b) for a, b in across]
    hard = [(a, b) for score, a, b in scored if HARD[0] <= score <= HARD[1] and not at_odds(a.text, b.text)]
    for a, b in rng.sample(hard, min(most, len(hard))):
        yield Pair(*rng.sample((a.text, b.text), 2), "n", "hard_neutral")
    same = [(a, b) for score, a, b in scored if score >= SAME and len(b.words - a.words) == 0]
    for a, b in rng.sample(same, min(most, len(same))):
        yield Pair(a.text, b.text, "e", "paraphrase")
    for sentence in rng.sample(incident.sentences, min(most // 4, len(incident.sentences))):
        shorter = shortened(sentence.text)
        yield Pair(sentence.text, shorter or sentence.text, "e", "paraphrase")


def at_odds(a: str, b: str) -> bool:
    """Whether two sentences may conflict in truth: they put different figures before one noun."""
    first, second = figures(a), figures(b)
    return any(first[noun] != second[noun] for noun in first.keys() & second.keys())


def figures(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for number, noun in re.findall(rf"\b(\d[\d,.]*|{'|'.join(edits.NUMBERS)}|one|a)[ -]([a-z]{{3,}})", text.lower()):
        found.setdefault(noun.rstrip("s"), set()).add(number)
    return found


def shortened(text: str) -> str | None:
    """The sentence without what follows its first comma, where that is no list and leaves enough."""
    head, comma, rest = text.partition(", ")
    ends = re.match(r"(?:after|when|while|as|which|who|where|according|because|although|since|following)\b", rest)
    return f"{head}." if comma and ends and len(head.split()) >= 5 else None


def changed(incident: Incident, kinds: dict[str, edits.Edit], rng: random.Random, most: int) -> Iterator[Pair]:
    """Contradictions: one of two alike sentences with what they share changed, or a sentence itself."""
    sentences = incident.sentences
    partners = {
        a.text: [b for b in sentences if b.article != a.article and likeness(a.words, b.words) >= ALIKE]
        for a in sentences
    }
    for source, edit in kinds.items():
        made = 0
        for sentence in rng.sample(sentences, len(sentences)):
            if made == most:
                break
            other = edit(sentence.text, rng)
            if other is None or other == sentence.text:
                continue
            lost = content_words(sentence.text) - content_words(other)
            like = [b.text for b in partners[sentence.text] if lost and lost <= b.words]
            pair = (rng.choice(like) if like and rng.random() < 0.8 else sentence.text, other)
            made += 1
            yield Pair(*rng.sample(pair, 2), "c", f"changed_{source}")


def bounded(incident: Incident, rng: random.Random) -> Iterator[Pair]:
    for sentence in rng.sample(incident.sentences, min(2, len(incident.sentences))):
        made = list(edits.bounds(sentence.text, rng))
        for label in ("e", "c"):
            some = [text for text, of in made if of == label]
            if some:
                yield Pair(sentence.text, rng.choice(some), label, "bound")


def of_claims(incident: Incident, kinds: dict[str, edits.Edit], rng: random.Random, most: int) -> Iterator[Pair]:
    """Pairs of claims: moderately alike ones, changed ones, and each with its own statement."""
    claims = [c for c in incident.claims if 4 <= len(c.text.split()) <= LONGEST and c.modality is Modality.FACT]
    words = {c.text: content_words(c.text) for c in claims}
    across = [
        (a.text, b.text)
        for a, b in combinations(claims, 2)
        if a.statement.article.id != b.statement.article.id
        and HARD[0] <= likeness(words[a.text], words[b.text]) <= HARD[1] + 0.1
        and not at_odds(a.text, b.text)
    ]
    for pair in rng.sample(across, min(most, len(across))):
        yield Pair(*rng.sample(pair, 2), "n", "claim_neutral")
    rivals = [
        (a.text, b.text)
        for a, b in combinations(claims, 2)
        if a.statement.article.id != b.statement.article.id
        and differ_in_one(a, b)
        and likeness(words[a.text], words[b.text]) < SAME
        and not at_odds(a.text, b.text)
    ]
    for pair in rng.sample(rivals, min(most, len(rivals))):
        yield Pair(*rng.sample(pair, 2), "n", "claim_rival")
    for claim in rng.sample(claims, min(most, len(claims))):
        statement = " ".join(claim.statement.text.split())
        premise = claim.text if rng.random() < 0.3 else statement
        if len(premise.split()) <= LONGEST:
            yield Pair(premise, claim.text, "e", "claim_of")
        options = [edit(claim.text, rng) for edit in (*kinds.values(), edits.negate)]
        options = [text for text in (*options, turned(claim)) if text is not None and text != claim.text]
        if options:
            other = rng.choice(options)
            yield Pair(*rng.sample((claim.text, other), 2), "c", "changed_claim")


def differ_in_one(a: Claim, b: Claim) -> bool:
    """Whether two claims of one act have one and the same head in all parts that both have, but for one.

    Wider than what the contradiction detector asks of the model, which grows narrower as its rules do.
    """
    if not same_act(a.predicate, b.predicate):
        return False
    first, second = ({one.role: one.head for one in claim.arguments} for claim in (a, b))
    shared = first.keys() & second.keys()
    return len(shared) > 1 and sum(first[role] != second[role] for role in shared) == 1


def turned(claim: Claim) -> str | None:
    """The claim with its subject and object exchanged, where both are names and so no other reading fits."""
    subject, object_ = claim.subject, claim.object
    if subject is None or object_ is None or not (subject.name and object_.name) or subject.name == object_.name:
        return None
    first, verb, rest = claim.text.partition(subject.text)
    if first or object_.text not in rest:
        return None
    return f"{object_.text}{rest.replace(object_.text, verb, 1)}"


def other_events(all_of: Sequence[Incident], rng: random.Random, count: int, among: int) -> Iterator[Pair]:
    """Sentences of two incidents: the most alike of `among` drawn ones."""
    pool = [(place, sentence) for place, incident in enumerate(all_of) for sentence in incident.sentences]
    for place, sentence in rng.sample(pool, min(count, len(pool))):
        others = [other for at, other in rng.sample(pool, min(among, len(pool))) if at != place]
        other = max(others, key=lambda candidate: likeness(sentence.words, candidate.words))
        if likeness(sentence.words, other.words) < SAME:
            yield Pair(sentence.text, other.text, "n", "other_event")


def edited(path: Path, rng: random.Random, most: int) -> Iterator[Pair]:
    """Pairs made from the public ones by exchanging one word, and by negation."""
    sources = ("f_snli", "snli_part", "cad_snli", "f_mnli", "te_new_base", "te_new_edit_premise", "wanli_part")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["source"] in sources and row["label"] in "enc"]
    rng.shuffle(rows)
    for name, edit in edits.EDITS.items():
        found = ((row[side], edit(row[side], rng)) for row in rows for side in ("premise", "hypothesis"))
        made = [(text, other) for text, other in found if other and len(text.split()) < 30]
        for pair in rng.sample(made, min(most, len(made))):
            yield Pair(*rng.sample(pair, 2), "c", f"edit_{name}")
            if rng.random() < SELF:
                yield Pair(pair[0], pair[0], "e", f"edit_{name}")
    yield from negated(rows, rng, most)


def negated(rows: Sequence[dict[str, str]], rng: random.Random, most: int) -> Iterator[Pair]:
    """Of neutral pairs either text is negated and the pair stays neutral; of entailed ones the hypothesis."""
    made: dict[str, list[Pair]] = {"n": [], "c": [], "e": []}
    for row in rows:
        premise, hypothesis = (edits.negate(row[side], rng) for side in ("premise", "hypothesis"))
        if row["label"] == "n" and hypothesis:
            made["n"].append(Pair(row["premise"], hypothesis, "n", "negated"))
        if row["label"] == "n" and premise:
            made["n"].append(Pair(premise, row["hypothesis"], "n", "negated"))
        if row["label"] == "e" and hypothesis:
            made["c"].append(Pair(row["premise"], hypothesis, "c", "negated"))
        if premise:
            made["c"].append(Pair(*rng.sample((row["premise"], premise), 2), "c", "negated"))
            made["e"].append(Pair(premise, premise, "e", "negated"))
    for label, share in (("n", 3), ("c", 2), ("e", 1)):
        yield from rng.sample(made[label], min(most * share, len(made[label])))


def write(path: Path, pairs: Sequence[Pair]) -> None:
    """One JSON object a line; without a time in the archive's header, so that the same pairs give the same bytes."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", mtime=0, fileobj=raw) as file:
        for pair in pairs:
            row = {"premise": pair.premise, "hypothesis": pair.hypothesis, "label": pair.label, "source": pair.source}
            file.write((json.dumps(row, ensure_ascii=False) + "\n").encode())
    print(path, len(pairs))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--nli", type=Path, required=True)
    parser.add_argument("--with-claims", type=int, default=350, help="incidents of each file whose claims are read")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(given.seed)
    read = list(incidents(given.news, given.with_claims, rng))
    for held_out, name in ((False, "news"), (True, "held_out")):
        some = [incident for incident in read if incident.held_out is held_out]
        names = sorted({name for incident in some for name in incident.names if edits.NAME.fullmatch(name)})
        places = sorted({place for incident in some for place in incident.places if len(place) > 3})
        kinds = {
            "figure": edits.figure,
            "day": edits.word_of(edits.CLASSES["day"]),
            "number": edits.word_of(edits.CLASSES["number word"]),
            "name": edits.name_of(names),
            "place": edits.place_of(places),
            "time": edits.clock,
            "antonym": edits.antonym,
        }
        pairs = [
            pair
            for incident in some
            for pair in (
                *of_sentences(incident, rng, 12),
                *changed(incident, kinds, rng, 2),
                *bounded(incident, rng),
                *of_claims(incident, kinds, rng, 10),
            )
        ]
        pairs += other_events(some, rng, len(pairs) // 15, 300)
        rng.shuffle(pairs)
        write(given.out / f"{name}.jsonl.gz", pairs)
    write(given.out / "edits.jsonl.gz", list(edited(given.nli, random.Random(given.seed), 1_500)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
