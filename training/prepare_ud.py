"""CoNLL-U files become spaCy's training files, with copies that look like collected news text.

    python training/prepare_ud.py ../shared/data/ud-ewt out/parser

Writes `train.spacy`, `dev.spacy`, `test.spacy` and `test-stripped.spacy`, one sentence a document. The training file
also holds copies of sentences drawn by a fixed seed: a quarter without commas and apostrophes ("Syrias", "We dont"), as
crawlers leave them, a tenth as headlines (no article, no full stop, Capital Letters).
"""

from __future__ import annotations

import argparse
import gzip
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

SEED = 20240312
STRIPPED_SHARE = 0.25
HEADLINE_SHARE = 0.1
APOSTROPHES = "'’‘`"
SMALL_WORDS = frozenset("a an and as at but by for in nor of on or the to with from".split())


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. `head` is an index into the sentence; a root is its own head."""

    text: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool


Sentence = tuple[Word, ...]


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a gzipped CoNLL-U file. Empty nodes are left out, words of a multiword token joined."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        block: list[list[str]] = []
        for line in lines:
            if line.strip() and not line.startswith("#"):
                block.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and block:
                yield _sentence(block)
                block = []
        if block:
            yield _sentence(block)


def _sentence(rows: list[list[str]]) -> Sentence:
    joined: dict[int, tuple[int, bool]] = {}
    words = []
    for row in rows:
        spaced = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            joined |= dict.fromkeys(range(first, last + 1), (last, spaced))
        elif "." not in row[0]:
            number = int(row[0])
            last, outer = joined.get(number, (number, spaced))
            words.append(_word(row, number, outer if number == last else False))
    return tuple(words)


def _word(row: list[str], number: int, spaced: bool) -> Word:
    head = int(row[6])
    return Word(
        text=row[1],
        lemma=row[1] if row[2] == "_" and row[1] != "_" else row[2],
        pos=row[3],
        tag="" if row[4] == "_" else row[4],
        morph="" if row[5] == "_" else row[5],
        head=number - 1 if head == 0 else head - 1,
        dep="ROOT" if head == 0 else row[7],
        space=spaced,
    )


def drop(sentence: Sentence, unwanted: Callable[[Word], bool]) -> Sentence:
    """The sentence without the words that `unwanted` names; what hung on them hangs on their head. Roots stay."""
    gone = {i for i, word in enumerate(sentence) if unwanted(word) and word.head != i}
    kept = [i for i in range(len(sentence)) if i not in gone]
    place = {old: new for new, old in enumerate(kept)}
    words: list[Word] = []
    for i, word in enumerate(sentence):
        if i in gone:
            if words and word.space:
                words[-1] = replace(words[-1], space=True)
            continue
        head = word.head
        while head in gone:
            head = sentence[head].head
        words.append(replace(word, head=place[head]))
    return tuple(words)


def stripped(sentence: Sentence) -> Sentence:
    """The sentence without commas and apostrophes."""
    bare = [replace(word, text=_bare(word.text)) for word in sentence]
    return drop(tuple(bare), lambda word: not word.text or word.text == ",")


def _bare(text: str) -> str:
    kept = text.translate({ord(mark): None for mark in APOSTROPHES})
    return kept if kept == "," else kept.replace(",", "")


def headline(sentence: Sentence) -> Sentence:
    """The sentence as a headline has it: no articles, no closing full stop, capital letters."""
    last = len(sentence) - 1
    full_stop = sentence[last].text == "." and sentence[last].head != last
    cut = sentence[:last] if full_stop and all(word.head != last for word in sentence[:last]) else sentence
    bare = drop(cut, lambda word: word.tag == "DT" and word.text.lower() in {"a", "an", "the"} and word.dep == "det")
    return tuple(word if word.text in SMALL_WORDS else replace(word, text=_capital(word)) for word in bare)


def _capital(word: Word) -> str:
    return word.text if word.text[:1] in APOSTROPHES or word.text == "n't" else word.text[:1].upper() + word.text[1:]


def fold(sentence: Sentence, nlp: Language) -> Sentence:
    """Words that the tokenizer keeps together become one, with the head of the one nearest to the root."""
    starts, ends, text = _offsets(sentence)
    first_at, last_at = {s: i for i, s in enumerate(starts)}, {e: i for i, e in enumerate(ends)}
    groups: list[range] = []
    for token in nlp.make_doc(text):
        first, last = first_at.get(token.idx), last_at.get(token.idx + len(token))
        if first is not None and last is not None and last > first:
            groups.append(range(first, last + 1))
    for group in reversed(groups):
        sentence = _merge(sentence, group)
    return sentence


def _offsets(sentence: Sentence) -> tuple[list[int], list[int], str]:
    starts, ends, text = [], [], ""
    for word in sentence:
        starts.append(len(text))
        text += word.text
        ends.append(len(text))
        text += " " * word.space
    return starts, ends, text


def _merge(sentence: Sentence, group: range) -> Sentence:
    top = min(group, key=lambda i: _depth(sentence, i))
    place = [min(i, group[0]) if i in group else i - (len(group) - 1) * (i > group[0]) for i in range(len(sentence))]
    pieces = [sentence[i] for i in group]
    bound = all(word.pos in ("PART", "PUNCT") for i, word in zip(group, pieces, strict=True) if i != top)
    whole = replace(
        sentence[top],
        text="".join(word.text for word in pieces),
        lemma=sentence[top].lemma if bound else "".join(word.text for word in pieces).lower(),
        space=pieces[-1].space,
    )
    words = [*sentence[: group[0]], whole, *sentence[group[-1] + 1 :]]
    heads = [*range(group[0]), top, *range(group[-1] + 1, len(sentence))]
    return tuple(replace(word, head=place[sentence[old].head]) for word, old in zip(words, heads, strict=True))


def _depth(sentence: Sentence, i: int) -> int:
    depth = 0
    while (head := sentence[i].head) != i:
        i, depth = head, depth + 1
    return depth


def to_doc(sentence: Sentence, nlp: Language) -> Doc:
    return Doc(
        nlp.vocab,
        words=[word.text for word in sentence],
        spaces=[word.space for word in sentence],
        lemmas=[word.lemma for word in sentence],
        pos=[word.pos for word in sentence],
        tags=[word.tag for word in sentence],
        morphs=[word.morph for word in sentence],
        heads=[word.head for word in sentence],
        deps=[word.dep for word in sentence],
    )


def with_copies(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Each sentence, and the copies that the shares and the seed give it."""
    draw = random.Random(SEED)
    for sentence in sentences:
        yield sentence
        if draw.random() < STRIPPED_SHARE and (copy := stripped(sentence)) != sentence:
            yield copy
        if draw.random() < HEADLINE_SHARE and len(sentence) > 4:
            yield headline(sentence)


def save(sentences: Iterable[Sentence], nlp: Language, path: Path) -> int:
    docs = [to_doc(sentence, nlp) for sentence in sentences if sentence]
    DocBin(docs=docs).to_disk(path)
    return len(docs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("en")
    split = {name: list(read(arguments.data / f"en_ewt-ud-{name}.conllu.gz")) for name in ("train", "dev", "test")}
    files = {
        "train": (fold(sentence, nlp) for sentence in with_copies(split["train"])),
        "dev": split["dev"],
        "test": split["test"],
        "test-stripped": (fold(stripped(sentence), nlp) for sentence in split["test"]),
    }
    for name, sentences in files.items():
        print(f"{name}: {save(sentences, nlp, arguments.out / f'{name}.spacy')} sentences")


if __name__ == "__main__":
    main()
