"""Makes pairs that turn on a conjunction, in the form that `train_nli.py` reads.

    python training/make_conjunction_pairs.py OUT --pairs FILE [--pairs FILE ...] --tests FOLDER

Of a sentence that joins two parts and the same sentence with one of them:

- "in red and blue" entails "in red"; "in red" leaves open "in red and blue";
- "in red" entails "in red or blue"; "in red or blue" leaves open "in red". Few sentences hold an "or", so that it is
  put for the "and" of the others too.

Sentences are the premises of the public pairs, read with the packaged parser. A sentence in which the rule may not
hold is left out: one that denies, asks, conditions, excepts or compares, one with "either", "both" or
"respectively", parts that are names (a title may hold an "and"), and parts that belong together ("between May and
June", "a total of"). A sentence of a test set is left out too.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from discrepancy import parse
from discrepancy.parse import Tokens
from discrepancy.syntax import Tree
from make_public_pairs import plain, premises_of

CONJUNCTION = re.compile(r"\b(?:and|or)\b")
UNSURE = re.compile(
    r"\b(?:not?|never|n't|neither|nor|none|without|if|whether|unless|any|either|both|respectively|between|than|except|all|"
    r"only|total|combined|together|each|every|same|different|versus|how|what|why|before|after)\b|n't|[?\"“”]",
    re.IGNORECASE,
)
NAMES = frozenset({"NNP", "NNPS"})
VAGUE = frozenset(
    "more less fewer greater higher lower later earlier so other others not least most above below".split()
)
WORDS = range(6, 32)
"""Sentences of as many words are used."""
AT_ONCE = 256


def sentences_of(files: Sequence[Path], tested: frozenset[str]) -> list[str]:
    found = set()
    for path in files:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["premise"].strip()
                if (
                    len(text.split()) in WORDS
                    and CONJUNCTION.search(text)
                    and not UNSURE.search(text)
                    and text[0].isupper()
                    and text[-1] == "."
                    and plain(text) not in tested
                ):
                    found.add(text)
    return sorted(found)


def divided(text: str, tokens: Tokens) -> tuple[str, str, str, str] | None:
    """Of a sentence that joins one pair of parts: what stands before the conjunction, it, the second part, the rest."""
    tree = Tree.of(tokens)
    joined = [at for at in range(len(tree)) if tree[at].dep == "conj"]
    if len(joined) != 1:
        return None
    second = joined[0]
    first = tree[second].head
    words = tree.kids(second, "cc")
    part = tree.subtree(second)
    if len(words) != 1 or tree.word(words[0]) not in ("and", "or") or part != list(range(part[0], part[-1] + 1)):
        return None
    if tree[first].tag in NAMES or tree[second].tag in NAMES or any(tree.word(at) in VAGUE for at in part):
        return None
    # What stands behind the second part may belong to both, and a subject of two takes another verb than that of one.
    if tree[first].dep.startswith("nsubj") or not (words[0] in part[:2] and first < words[0]):
        return None
    word, end = tokens[words[0]], tokens[part[-1]].end
    return text[: word.start], tree.word(words[0]), text[word.end : end], text[end:]


def pairs_of(texts: Sequence[str]) -> Iterator[dict[str, str]]:
    parser = parse.load(None)
    for at in range(0, len(texts), AT_ONCE):
        some = texts[at : at + AT_ONCE]
        for text, tokens in zip(some, parser.parse(some), strict=True):
            found = divided(text, tokens)
            if found is None:
                continue
            first, word, second, rest = found
            part = first.rstrip(" ,") + rest
            for other in ("and", "or") if word == "and" else ("or",):
                whole = first + other + second + rest
                labels = ("e", "n") if other == "and" else ("n", "e")
                yield {"premise": whole, "hypothesis": part, "label": labels[0], "source": f"joined_{other}"}
                yield {"premise": part, "hypothesis": whole, "label": labels[1], "source": f"joined_{other}"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("out", type=Path, help="the file of pairs, .jsonl.gz")
    parser.add_argument("--pairs", type=Path, action="append", required=True, help="pairs whose premises are read")
    parser.add_argument("--tests", type=Path, required=True, help="folder of test sets")
    given = parser.parse_args()
    texts = sentences_of(given.pairs, frozenset(premises_of(given.tests)))
    pairs = list(pairs_of(texts))
    given.out.parent.mkdir(parents=True, exist_ok=True)
    with gzip.GzipFile(given.out, "wb", mtime=0) as file:
        for row in pairs:
            file.write((json.dumps(row, ensure_ascii=False) + "\n").encode())
    print(given.out, len(texts), "sentences,", len(pairs), "pairs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
