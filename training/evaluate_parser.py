"""Scores a parser on the test split, as it is and without commas and apostrophes, beside the right-branching baseline.

    python training/evaluate_parser.py out/parser/model/model-best out/parser

LAS and UAS are over all words, punctuation included, as in the CoNLL 2018 shared task: a word counts when the parser's
own tokenizer cuts it so and its head (and its relation, subtype and all) is right. Tag and lemma accuracy likewise.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Token

from discrepancy.parse import FOLDER, one_sentence

Span = tuple[int, int]
Arc = tuple[Span, Span]

REPORTED = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "obl:agent",
    "nmod",
    "nmod:poss",
    "appos",
    "conj",
    "acl:relcl",
    "xcomp",
)


def score(gold: Iterable[Doc], parsed: Iterable[Doc]) -> Counter[str]:
    """Counts of gold words, predicted words, and those that are right in each respect."""
    total: Counter[str] = Counter()
    for right, found in zip(gold, parsed, strict=True):
        by_span = {_span(token): token for token in found}
        total["found"] += len(found)
        for token in right:
            total["gold"] += 1
            total[f"gold {token.dep_}"] += 1
            if (same := by_span.get(_span(token))) is not None:
                _count(token, same, total)
    return total


def _count(token: Token, same: Token, total: Counter[str]) -> None:
    attached = _arc(token) == _arc(same)
    labelled = attached and token.dep_ == same.dep_
    total["token"] += 1
    total["tag"] += token.tag_ == same.tag_
    total["pos"] += token.pos_ == same.pos_
    total["lemma"] += token.lemma_.lower() == same.lemma_.lower()
    total["UAS"] += attached
    total["LAS"] += labelled
    total["UAS words"] += attached and token.dep_ != "punct"
    total["LAS words"] += labelled and token.dep_ != "punct"
    total[f"LAS {token.dep_}"] += labelled


def _span(token: Token) -> Span:
    return token.idx, token.idx + len(token)


def _arc(token: Token) -> Arc:
    return _span(token), _span(token.head)


def right_branching(nlp: Language, texts: Sequence[str]) -> Iterator[Doc]:
    """Each word hangs on the next one: the attachment that English has most often. Relations are not guessed."""
    for text in texts:
        doc = nlp.make_doc(text)
        words = [token.text for token in doc]
        heads = [min(i + 1, len(words) - 1) for i in range(len(words))]
        spaces = [bool(token.whitespace_) for token in doc]
        yield Doc(nlp.vocab, words, spaces, heads=heads, deps=["dep"] * len(words))


def report(name: str, total: Counter[str]) -> None:
    def percent(key: str, of: str = "gold") -> str:
        return f"{100 * total[key] / (total[of] or 1):.1f}"

    total["gold words"] = total["gold"] - total["gold punct"]
    print(
        f"{name:<32} LAS {percent('LAS')} UAS {percent('UAS')}"
        f" without punctuation LAS {percent('LAS words', 'gold words')} UAS {percent('UAS words', 'gold words')}"
        f" tag {percent('tag')} pos {percent('pos')} lemma {percent('lemma')} tokens {percent('token')}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("data", type=Path, help="folder that prepare_ud.py wrote")
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.model)
    for name, file in (("test split", "test"), ("without commas and apostrophes", "test-stripped")):
        gold = list(DocBin().from_disk(arguments.data / f"{file}.spacy").get_docs(nlp.vocab))
        texts = [doc.text for doc in gold]
        total = score(gold, nlp.pipe(one_sentence(nlp, text)[1] for text in texts))
        report(name, total)
        report("  each word on the next", score(gold, right_branching(nlp, texts)))
        shares = (f"{dep} {100 * total[f'LAS {dep}'] / (total[f'gold {dep}'] or 1):.0f}" for dep in REPORTED)
        print("  right by relation:", ", ".join(shares))


if __name__ == "__main__":
    main()
