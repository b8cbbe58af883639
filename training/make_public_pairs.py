"""Makes pairs of public collections that are not in `data/nli`, in the form that `train_nli.py` reads.

    python training/make_public_pairs.py OUT --ling-in-loop FOLDER --semi-automatic FOLDER --multinli FOLDER
        --questions FOLDER --tests FOLDER

The folders are clones of these repositories:

- `--ling-in-loop`: https://github.com/Alicia-Parrish/ling_in_loop @ 9def304, hypotheses written to premises of
  MultiNLI by three protocols (Parrish et al. 2021, https://arxiv.org/abs/2104.07179). It states no terms.
- `--semi-automatic`: https://github.com/nyu-mll/semi-automatic-nli @ 853c480, its three sets on Wikipedia, CC BY-SA
  (Vania et al. 2020, https://arxiv.org/abs/2010.06122). Its two sets on Gigaword are left out for their terms.
- `--multinli`: https://github.com/tp823/HW2-NLP @ eed7bcf, of which `mnli_train.tsv` is read: 20,000 pairs of the
  training set of MultiNLI (Williams et al. 2018, https://arxiv.org/abs/1704.05426; open terms of its own).
- `--questions`: https://github.com/technion-cs-nlp/LLMsKnow @ bee3ec5, of which `data/mnli_train.csv` is read: 10,000
  pairs of the same training set, each put as a question.

A pair whose premise stands in a test set is left out, so that no test is of a text that was trained on.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

LETTERS = {"entailment": "e", "neutral": "n", "contradiction": "c"}

QUESTION = re.compile(
    r'For the statement, "(?P<premise>.+)", does the hypothesis "(?P<hypothesis>.+)" represent .*', re.DOTALL
)

Row = dict[str, str]


def plain(text: str) -> str:
    """Letters and digits of a text alone, in lower case: the same for two prints of one sentence."""
    return "".join(char for char in text.lower() if char.isalnum())


def read(path: Path, source: str) -> Iterator[Row]:
    """The pairs of a file of either collection; their labels are words in one and letters in the other."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        label = LETTERS.get(row["label"], row["label"])
        if label in LETTERS.values():
            yield {"premise": row["premise"], "hypothesis": row["hypothesis"], "label": label, "source": source}


def read_tokenised(path: Path, source: str) -> Iterator[Row]:
    """The pairs of a table with columns sentence1, sentence2 and label, tokens apart; a model reads them as it reads
    other text but for "do n't", which its tokenizer cuts elsewhere."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            texts = [row[name].replace(" n't", "n't") for name in ("sentence1", "sentence2")]
            yield {"premise": texts[0], "hypothesis": texts[1], "label": LETTERS[row["label"]], "source": source}


def read_questions(path: Path, source: str) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found = QUESTION.fullmatch(row["Question"])
            if found and row["Answer"] in LETTERS:
                texts = {name: text.strip() + "." for name, text in found.groupdict().items()}
                yield {**texts, "label": LETTERS[row["Answer"]], "source": source}


def collected(ling_in_loop: Path, semi_automatic: Path, multinli: Path, questions: Path) -> Iterator[Row]:
    # The files of single rounds; those named "combined" hold the same pairs again.
    for path in sorted(ling_in_loop.glob("NLI_data/[123]_*/*_round[1-5]_*.jsonl")):
        if not path.stem.endswith("combined"):
            yield from read(path, "ling")
    for name in ("base_wiki", "sim_wiki", "translate_wiki"):
        for path in sorted((semi_automatic / "data" / name).glob("*.jsonl")):
            yield from read(path, f"semi_{name}")
    yield from read_tokenised(multinli / "mnli_train.tsv", "mnli_train")
    yield from read_questions(questions / "data" / "mnli_train.csv", "mnli_train")


def premises_of(tests: Path) -> set[str]:
    found = set()
    for path in sorted(tests.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            found |= {plain(json.loads(line)["premise"]) for line in lines}
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("out", type=Path, help="the file of pairs, .jsonl.gz")
    parser.add_argument("--ling-in-loop", type=Path, required=True)
    parser.add_argument("--semi-automatic", type=Path, required=True)
    parser.add_argument("--multinli", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--tests", type=Path, required=True, help="folder of test sets")
    given = parser.parse_args()
    tested = premises_of(given.tests)
    rows = collected(given.ling_in_loop, given.semi_automatic, given.multinli, given.questions)
    pairs = [row for row in rows if plain(row["premise"]) not in tested]
    given.out.parent.mkdir(parents=True, exist_ok=True)
    # No time in the header of the archive, so that the same pairs are the same bytes.
    with gzip.GzipFile(given.out, "wb", mtime=0) as file:
        for row in pairs:
            file.write((json.dumps(row, ensure_ascii=False) + "\n").encode())
    print(given.out, len(pairs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
