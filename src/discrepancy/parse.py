"""Dependency parses: a text becomes tokens with part of speech, lemma, relation and head.

The packaged parser is a small spaCy pipeline trained on the English Web Treebank (`training/PARSER_CARD.md`). Its
labels are those of Universal Dependencies with their subtypes. A text is parsed as one sentence.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from discrepancy.cache import Cache, Values, key_of, missing
from discrepancy.errors import ModelError
from discrepancy.model import Token
from discrepancy.opening import Opening

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGED = "discrepancy-en-ewt"
FOLDER = Path(__file__).parent / "data" / "parser"
HASH_FILE = FOLDER.with_suffix(".sha256")
MAX_CHARACTERS = 2_000
MAX_TOKENS = 300
"""Longer texts are lists, tables or cut wrongly; the longest sentence of the training data has 159 words."""
BATCH = 64
"""Texts a batch. It bears on speed alone: 500 sentences of the test split have the same parses by 64, 17 and 1."""
FORMAT = 1
"""Of the cached values: raise it when what a parse holds changes."""

Tokens = tuple[Token, ...]


class Parser(Protocol):
    """What the claims stage needs of a parser."""

    @property
    def identity(self) -> str:
        """Name and version or hash: what a parse depends on. Costs no import of spaCy."""

    def parse(self, texts: Sequence[str]) -> list[Tokens]:
        """The tokens of each text; none for a text over `MAX_CHARACTERS` or `MAX_TOKENS`, or a blank one."""


@dataclass(frozen=True, slots=True)
class SpacyParser:
    """A spaCy pipeline that is loaded when the first text comes that is not in the cache."""

    identity: str
    open: Callable[[], Language]
    """Always the same one."""
    cache: Values

    def parse(self, texts: Sequence[str]) -> list[Tokens]:
        keys = [key_of(text) for text in texts]
        space = f"parse/{FORMAT}/{self.identity}/{_version('spacy')}"
        known = self.cache.get_many(space, keys)
        by_key = dict(zip(keys, texts, strict=True))
        fresh = missing(keys, known)
        made = dict(zip(fresh, map(_pack, self._parse([by_key[key] for key in fresh])), strict=True))
        self.cache.put_many(space, made)
        known |= made
        return [_unpack(known[key], text) for key, text in zip(keys, texts, strict=True)]

    def _parse(self, texts: Sequence[str]) -> list[Tokens]:
        found: list[Tokens] = [()] * len(texts)
        parsable = [i for i, text in enumerate(texts) if len(text) <= MAX_CHARACTERS and text.strip()]
        if not parsable:
            return found
        nlp = self.open()
        read = ((i, *one_sentence(nlp, texts[i])) for i in parsable)
        fit = [(i, starts, doc) for i, starts, doc in read if 0 < len(doc) <= MAX_TOKENS]
        parsed = nlp.pipe((doc for _, _, doc in fit), batch_size=BATCH)
        convert = _conversion(nlp)
        for (i, starts, _), doc in zip(fit, parsed, strict=True):
            found[i] = convert(_tokens(doc, starts))
        return found


def load(name: str | None = None, cache: Values | None = None) -> Parser:
    """The packaged parser, or the installed spaCy model `name` ("en_core_web_sm").

    Raises:
        ModelError: when `name` is not installed or the packaged parser is missing. What cannot be loaded, or does not
            fit its hash, raises it with the first text that is not in the cache.
    """
    kept = cache or Cache.none()
    if name is None:
        return SpacyParser(f"{PACKAGED}@{_expected_hash()[:16]}", Opening(open_packaged), kept)
    try:
        version = importlib.metadata.version(name)
    except (importlib.metadata.PackageNotFoundError, ValueError):
        raise ModelError(
            f"parser {name}: no such spaCy model is installed; install it, or leave --parser out"
        ) from None
    return SpacyParser(f"{name}@{version}", Opening(lambda: open_installed(name)), kept)


def open_packaged() -> Language:
    """Loads the packaged parser after its files were checked.

    Raises:
        ModelError: when the files are not those that were shipped.
    """
    if folder_hash(FOLDER) != _expected_hash():
        raise ModelError(f"parser {FOLDER}: its files do not fit {HASH_FILE.name}; install discrepancy again")
    import spacy

    return spacy.load(FOLDER)


def open_installed(name: str) -> Language:
    """Loads an installed spaCy model.

    Raises:
        ModelError: when spaCy cannot load it, or it has no dependency parser.
    """
    import spacy

    try:
        nlp = spacy.load(name, exclude=["ner"])
    except (OSError, ValueError, ImportError, AttributeError) as error:
        raise ModelError(f"parser {name}: {str(error).splitlines()[0]}") from error
    if "parser" not in nlp.pipe_names:
        raise ModelError(f"parser {name}: it has no dependency parser; choose another spaCy model")
    return nlp


def folder_hash(folder: Path) -> str:
    """SHA-256 over the name and the SHA-256 of each file in `folder`, in the order of the names."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file():
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(f"{digest}  {path.relative_to(folder).as_posix()}\n".encode())
    return total.hexdigest()


def _expected_hash() -> str:
    try:
        return HASH_FILE.read_text("ascii").split()[0]
    except (OSError, IndexError, UnicodeDecodeError):
        raise ModelError(f"parser {HASH_FILE}: the file is missing or damaged; install discrepancy again") from None


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def _conversion(nlp: Language) -> Callable[[Tokens], Tokens]:
    """What brings the pipeline's relations to Universal Dependencies: nothing, for a pipeline that speaks them."""
    if "dobj" not in nlp.get_pipe("parser").labels:
        return lambda tokens: tokens
    from discrepancy.clear_labels import to_universal

    return to_universal


def one_sentence(nlp: Language, text: str) -> tuple[list[int], Doc]:
    """Where each word begins, and the words as a document without white space and with no sentence boundary inside."""
    from spacy.tokens import Doc

    whole = text.encode("utf-8", "replace").decode()  # half a surrogate pair becomes "?": spaCy refuses it
    kept = [token for token in nlp.make_doc(whole) if not token.is_space]
    ends = [token.idx + len(token) for token in kept]
    doc = Doc(
        nlp.vocab,
        words=[token.text for token in kept],
        spaces=[token.idx > end for end, token in zip(ends, kept[1:], strict=False)] + [False] * bool(kept),
        sent_starts=[i == 0 for i in range(len(kept))],
    )
    return [token.idx for token in kept], doc


def _tokens(doc: Doc, starts: Sequence[int]) -> Tokens:
    return tuple(
        Token(
            index=token.i,
            start=start,
            end=start + len(token),
            text=token.text,
            lemma=token.lemma_ or token.lower_,
            pos=token.pos_,
            tag=token.tag_,
            dep="root" if token.head.i == token.i else token.dep_,
            head=token.head.i,
        )
        for token, start in zip(doc, starts, strict=True)
    )


def _pack(tokens: Tokens) -> bytes:
    rows = [(t.start, t.end, t.lemma, t.pos, t.tag, t.dep, t.head) for t in tokens]
    return json.dumps(rows, separators=(",", ":")).encode("ascii")


def _unpack(value: bytes, text: str) -> Tokens:
    rows: list[list[Any]] = json.loads(value)
    return tuple(
        Token(index, start, end, text[start:end], lemma, pos, tag, dep, head)
        for index, (start, end, lemma, pos, tag, dep, head) in enumerate(rows)
    )
