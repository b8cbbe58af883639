"""Parses: cached, one sentence a text, offsets that slice the text, and no text that breaks them."""

from __future__ import annotations

import importlib.metadata
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from discrepancy import parse
from discrepancy.cache import Cache
from discrepancy.clear_labels import to_universal
from discrepancy.errors import ModelError
from discrepancy.model import Token
from discrepancy.parse import SpacyParser, Tokens

ODD = [
    "\x00\x01\x1b[31mred\x1b[0m",
    "\u202eright to left\u202c and\u2066 isolates\u2069",
    "\ud800 half a pair",
    "a\u0301" * 200,
    "." * 250,
    "a.b/c?" * 300,
    "1.1.1.1." * 200,
    "(" * 100 + ")" * 100,
    "👩‍👩‍👧 said 3\u00a0000 \u2028 people",
]


def opens() -> Any:
    """A blank English pipeline whose parser hangs each word on the one before."""
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc

    def chain(doc: Doc) -> Doc:
        heads = [max(i - 1, 0) for i in range(len(doc))]
        deps = ["ROOT", *["dep"] * (len(doc) - 1)]
        return Doc(doc.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc], heads=heads, deps=deps)

    class Chain:
        labels = ("dep", "nsubj:pass")

        def __call__(self, doc: Doc) -> Doc:
            return chain(doc)

    Language.factory("test_chain", func=lambda nlp, name: Chain())
    nlp = spacy.blank("en")
    nlp.add_pipe("test_chain", name="parser")
    return nlp


def never() -> Any:
    raise AssertionError("spaCy was loaded")


def parsed(text: str, cache: Cache | None = None) -> Tokens:
    return SpacyParser("chain@1", opens, cache or Cache.none()).parse([text])[0]


def test_tokens_slice_their_text() -> None:
    text = "  Mr. Ward  won't\tgo to\n\nRome. "
    tokens = parsed(text)
    assert [text[t.start : t.end] for t in tokens] == [t.text for t in tokens]
    assert [t.text for t in tokens] == ["Mr.", "Ward", "wo", "n't", "go", "to", "Rome", "."]
    assert [t.head for t in tokens] == [0, 0, 1, 2, 3, 4, 5, 6]
    assert [t.dep for t in tokens][:2] == ["root", "dep"]


def test_parses_come_from_the_cache(tmp_path: Path) -> None:
    text = "Half a pair \ud800 and “quotes”."
    first = parsed(text, Cache(tmp_path))
    assert SpacyParser("chain@1", never, Cache(tmp_path)).parse([text, text]) == [first, first]


@pytest.mark.parametrize("text", ["", " \n\t", "x" * (parse.MAX_CHARACTERS + 1)])
def test_blank_and_very_long_texts_load_nothing(text: str) -> None:
    assert SpacyParser("chain@1", never, Cache.none()).parse([text]) == [()]


def test_too_many_words_are_not_parsed() -> None:
    assert parsed("a " * parse.MAX_TOKENS) != ()
    assert parsed("a " * (parse.MAX_TOKENS + 1)) == ()


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_parsed(text: str) -> None:
    assert all(text[t.start : t.end] == t.text for t in parsed(text))


def test_a_parser_that_is_not_installed_is_an_error() -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        parse.load("no_such_model")


def test_an_installed_package_that_is_no_model_is_an_error() -> None:
    with pytest.raises(ModelError, match="click"):
        parse.load("click").parse(["One text."])


def test_an_installed_model_is_known_by_its_version() -> None:
    assert parse.load("click").identity == f"click@{importlib.metadata.version('click')}"


def test_changed_files_are_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(parse.FOLDER, tmp_path / "parser")
    monkeypatch.setattr(parse, "FOLDER", tmp_path / "parser")
    assert parse.folder_hash(tmp_path / "parser") == parse.HASH_FILE.read_text("ascii").strip()
    (tmp_path / "parser" / "meta.json").write_text("{}")
    with pytest.raises(ModelError, match="do not fit"):
        parse.load().parse(["One text."])


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe"])
def test_a_damaged_hash_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "parser.sha256").write_bytes(content)
    monkeypatch.setattr(parse, "HASH_FILE", tmp_path / "parser.sha256")
    with pytest.raises(ModelError, match="install discrepancy again"):
        parse.load()


def test_what_ships_is_small_and_holds_no_pickle() -> None:
    files = [path for path in parse.FOLDER.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 15_000_000
    assert not [path for path in files if path.suffix in (".pkl", ".pickle", ".bin") and path.name != "lookups.bin"]
    assert not [path for path in files if path.read_bytes()[:2] in (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")]


def tree(*rows: str) -> Tokens:
    """Tokens of rows such as "was AUX ROOT 0": text, part of speech, label, head."""
    split = [row.split() for row in rows]
    lemmas = {"was": "be", "were": "be", "is": "be"}
    return tuple(
        Token(i, 0, 0, text, lemmas.get(text, text), pos, "", "root" if dep == "ROOT" else dep, int(head))
        for i, (text, pos, dep, head) in enumerate(split)
    )


@pytest.mark.parametrize(
    ("clear", "universal"),
    [
        (
            tree(
                "ships NOUN nsubjpass 2", "were AUX auxpass 2", "sunk VERB ROOT 2", "by ADP agent 2", "ice NOUN pobj 3"
            ),
            ["nsubj:pass>2", "aux:pass>2", "root>2", "case>4", "obl:agent>2"],
        ),
        (
            tree("he PRON nsubj 1", "was AUX ROOT 1", "not PART neg 1", "a DET det 4", "pilot NOUN attr 1"),
            ["nsubj>4", "cop>4", "advmod>4", "det>4", "root>4"],
        ),
        (
            tree("cities NOUN ROOT 0", "in ADP prep 0", "parts NOUN pobj 1", "of ADP prep 2", "Peru PROPN pobj 3"),
            ["root>0", "case>2", "nmod>0", "case>4", "nmod>2"],
        ),
        (
            tree("tea NOUN ROOT 0", "salt NOUN conj 0", "and CCONJ cc 1", "oil NOUN conj 1"),
            ["root>0", "conj>0", "cc>3", "conj>0"],
        ),
        (
            tree("left VERB ROOT 0", "after ADP prep 0", "eating VERB pcomp 1", "soup NOUN dobj 2"),
            ["root>0", "mark>2", "advcl>0", "obj>2"],
        ),
    ],
    ids=["passive", "copula", "prepositions", "coordination", "clause"],
)
def test_clearnlp_labels_become_universal(clear: Tokens, universal: list[str]) -> None:
    assert [f"{t.dep}>{t.head}" for t in to_universal(clear)] == universal


@pytest.mark.models
def test_the_packaged_parser_reads_who_did_what() -> None:
    tokens = parse.load().parse(["The port was closed by the army, a force of 300 soldiers that arrived on Monday."])[0]
    found = {t.text: (t.dep, tokens[t.head].text) for t in tokens}
    assert found["port"] == ("nsubj:pass", "closed")
    assert found["was"] == ("aux:pass", "closed")
    assert found["army"] == ("obl:agent", "closed")
    assert found["force"] == ("appos", "army")
    assert [t.lemma for t in tokens if t.pos in ("VERB", "NOUN")] == [
        "port", "close", "army", "force", "soldier", "arrive",
    ]  # fmt: skip


@pytest.mark.models
@pytest.mark.parametrize("text", ODD)
def test_the_packaged_parser_takes_odd_texts(text: str) -> None:
    assert all(text[t.start : t.end] == t.text for t in parse.load().parse([text])[0])


@pytest.mark.models
def test_a_parse_does_not_hang_on_its_batch() -> None:
    whats = ("it had rained", "nobody, not even the priest whom they all knew, was hurt")
    texts = [f"{who} told {n} people that {what}." for n in range(9) for who in ("She", "The mayor") for what in whats]
    parser = parse.load()
    together = parser.parse(texts)
    assert together == [parser.parse([text])[0] for text in texts]


@pytest.mark.models
def test_a_full_cache_imports_no_spacy(tmp_path: Path) -> None:
    program = """
import json, sys
from pathlib import Path
from discrepancy import parse
from discrepancy.cache import Cache

tokens = parse.load(None, Cache(Path(sys.argv[1]))).parse(["A ship sank."])[0]
print(json.dumps([len(tokens), "spacy" in sys.modules]))
"""
    runs = [
        subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=True) for _ in "ab"
    ]
    assert [json.loads(run.stdout) for run in runs] == [[4, True], [4, False]]
