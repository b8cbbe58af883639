"""The values that the stages hand on: frozen, slotted, without input or output.

All spans are half-open character offsets into `Article.text` unless a field says otherwise. A value that
quotes an article slices it, so that an offset cannot drift from the words that it stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]


class LineKind(StrEnum):
    """What a line of an article is. Headings, bodies and captions are statements; the others never are."""

    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    EDITOR_NOTE = "editor-note"
    BOILERPLATE = "boilerplate"

    @property
    def stated(self) -> bool:
        return self in (LineKind.HEADING, LineKind.BODY, LineKind.CAPTION)


class Kind(StrEnum):
    """What two statements disagree about; taken from the argument that differs."""

    QUANTITY = "quantity"
    DATE = "date"
    TIME = "time"
    PLACE = "place"
    CATEGORY = "category"
    AGENCY = "agency"
    PARTICIPANTS = "participants"
    OUTCOME = "outcome"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    NAME = "name"
    WORDING = "wording"
    CONTRADICTION = "contradiction"


class Relation(StrEnum):
    """How two sides stand to each other, the strongest first."""

    CONFLICT = "conflict"
    ATTRIBUTED = "attributed"
    UPDATE = "update"
    VARIANT = "variant"


class Severity(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Certainty(StrEnum):
    """How sure a source is of what it says, as its own words show it."""

    STATED = "stated"
    ATTRIBUTED = "attributed"  # "according to the ministry", "he said"
    HEDGED = "hedged"  # "reportedly", "allegedly", "seems to"
    UNCLEAR = "unclear"  # "it was not clear how many", "could not be verified"


class Modality(StrEnum):
    """Whether a claim is of what is, or of what somebody tries, wants, fears or might do.

    Only claims of the same footing are set against each other: what is wanted does not contradict what is.
    """

    FACT = "fact"
    ATTEMPT = "attempt"  # tried to, attempted to
    PREVENTED = "prevented"  # thwarted, failed to, was stopped from
    INTENT = "intent"  # wants, plans, hopes, demands, is set to
    POSSIBLE = "possible"  # might, could, if


@dataclass(frozen=True, slots=True)
class Article:
    """One source, as it was read."""

    id: str
    path: str
    sha256: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date or date-time."""
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code, or None when there is too little text to tell."""
    pages: tuple[int, ...] = ()
    """Where each page begins in `text`; empty for a source without pages."""
    located: bool = True
    """Whether offsets (and so line numbers) are those of the decoded source file, and not of extracted text."""
    event: str | None = None
    """The event that `sources.toml` fixes for this article."""
    _breaks: list[int] = field(default_factory=list, init=False, repr=False, compare=False)
    """Where lines end, once a line is asked for: to count from the start each time takes the square of the length."""

    def line_of(self, offset: int) -> int | None:
        """The 1-based line of the source file that holds `offset`; None where lines mean nothing."""
        if not self.located:
            return None
        if not self._breaks:
            self._breaks.append(-1)
            self._breaks.extend(found.start() for found in re.finditer("\n", self.text))
        return bisect_left(self._breaks, offset)

    def page_of(self, offset: int) -> int | None:
        """The 1-based page that holds `offset`; None for a source without pages."""
        return sum(1 for start in self.pages if start <= offset) or None

    @property
    def published_on(self) -> date | None:
        return date.fromisoformat(self.published[:10]) if self.published else None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or record that was not compared, and why."""

    path: str
    reason: str
    excluded: bool = False
    """Whether `sources.toml` leaves it out by name: nobody misses it, broken or not."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article (or one sentence of a one-line article) and what it is."""

    start: int
    end: int
    kind: LineKind
    reason: str
    """Why it has this kind, for `discrepancy sources --lines`."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, a heading or a caption: the unit that is shown."""

    article: Article
    start: int
    end: int
    kind: LineKind = LineKind.BODY
    index: int = 0
    """Position among the article's statements, from 0."""
    paragraph: int = 0
    """Which paragraph of the article it stands in, from 0."""

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]

    @property
    def key(self) -> tuple[str, int, int]:
        return (self.article.id, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a parsed statement. Offsets count from the start of the statement's text."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    """Universal part of speech: NOUN, PROPN, VERB, AUX, ADJ ..."""
    tag: str
    """Penn Treebank tag: VBD, VBN, NNS ..."""
    dep: str
    """Universal dependency relation to `head`: nsubj, nsubj:pass, obj, obl, acl:relcl ..."""
    head: int
    """Index of the governing token; a root is its own head."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of calendar time, resolved as far as the text and the publication date allow."""

    start: int
    end: int
    text: str
    edtf: str | None
    """Extended Date/Time Format level 2 (ISO 8601-2); None while a relative date has nothing to be relative to."""
    earliest: date | None
    latest: date | None
    """The days that the expression may mean, both inclusive; None on an open side."""
    part_of_day: str | None = None
    """early, morning, noon, afternoon, evening, night or HH:MM."""
    weekday: int | None = None
    """Monday is 0; the weekday that the text names."""
    relative: bool = False
    """Whether the publication date was (or would be) needed to resolve it."""
    recurring: bool = False
    """"every Monday", "monthly"."""

    @property
    def resolved(self) -> bool:
        return self.edtf is not None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts. `low` and `high` bound the value; an open bound is None."""

    start: int
    end: int
    text: str
    """The number with its modifiers and noun, as read: "at least 31 people"."""
    low: float | None
    high: float | None
    approximate: bool = False
    """"some 60,000", "about", "a few dozen", "nearly"."""
    noun: str | None = None
    """Lemma of what is counted ("fighter", "kilometre"); None when the text leaves it out and it cannot be told."""
    unit: str | None = None
    """For a measure its unit's name, "USD" and the like for money, "percent", "year" for ages and durations."""
    role: str = "count"
    """count, ordinal, age, duration, rate, measure, money, share, clock."""
    state: str | None = None
    """Lemma of what is said of those counted: kill, injure, arrest, train, await."""
    part_of: float | None = None
    """The whole, for "nine of the 10"."""
    target: bool = False
    """Whether it is aimed for, offered or possible rather than so ("a target of a 300-strong battalion")."""
    per: str | None = None
    """For a rate: what it is per ("month", "hour", "capita")."""
    number_span: Span = (0, 0)
    """The number and its modifiers alone: what is highlighted."""

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high and not self.approximate


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name where it stands, and the name that it is a mention of."""

    start: int
    end: int
    text: str
    canonical: str
    """The fullest form in the collection; variants in spelling share it."""
    kind: str = "other"
    """person, place, group or other, as far as the words around it tell."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says a stretch of text, and how."""

    start: int
    end: int
    """The words that are the speaker's, quoted or reported."""
    speaker: str
    """As a reader should see it, references resolved: "Andriy Yusov", "the Russian Defense Ministry"."""
    speaker_span: Span
    verb: str
    """Lemma: say, claim, deny, confirm, accord."""
    stance: str
    """says, claims, denies, confirms, doubts, asks, orders."""
    direct: bool = False
    """Whether it stands in quotation marks."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or generic noun phrase and the name or phrase that it stands for."""

    start: int
    end: int
    resolved: str
    """What takes its place in a claim: "Johnny", "the Siberian Battalion", "the members of the Siberian Battalion"."""
    antecedent: Span
    """Where the antecedent stands in the same article."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the enrich stage knows of one statement. Spans are article offsets, but for the tokens'."""

    statement: Statement
    tokens: tuple[Token, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    names: tuple[NameMention, ...] = ()
    speech: tuple[Speech, ...] = ()
    references: tuple[Reference, ...] = ()
    hedges: tuple[Span, ...] = ()
    """Words that show doubt: "reportedly", "alleged", "seemed to"."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a claim's predicate."""

    role: str
    """subject, object, indirect, complement (of a copula), or the preposition of an oblique: "in", "by", "from"."""
    text: str
    """Its words with references resolved."""
    head: str
    """Lemma of its head noun, lower-cased; of the resolved phrase where a reference was resolved."""
    span: Span
    """Its words in the article, unresolved."""
    name: str | None = None
    """Canonical name, when the argument is one (also through a reference)."""
    group: str | None = None
    """Canonical name of the group whose members it speaks of: "members of the Siberian Battalion"."""
    quantifier: str | None = None
    """all, none, most, many, some, few, or None."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A self-contained piece of a statement: one predicate with its arguments, references resolved."""

    statement: Statement
    text: str
    predicate: str
    """Lemma, with its particle: "join", "take over", "be"."""
    predicate_span: Span
    arguments: tuple[Argument, ...] = ()
    negated: bool = False
    modality: Modality = Modality.FACT
    certainty: Certainty = Certainty.STATED
    speaker: str | None = None
    stance: str | None = None
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    names: tuple[str, ...] = ()
    """Canonical names in it, resolved ones included."""
    spans: tuple[Span, ...] = ()
    """Its words in the article."""
    resolved: tuple[Reference, ...] = ()
    whole: bool = False
    """Whether it is the statement itself, because the parse was doubtful."""

    def argument(self, *roles: str) -> Argument | None:
        """The first argument with one of `roles`, in the order of `roles`."""
        return next((a for role in roles for a in self.arguments if a.role == role), None)

    @property
    def subject(self) -> Argument | None:
        return self.argument("subject")

    @property
    def object(self) -> Argument | None:
        return self.argument("object")


SIMILARITY_SIGNAL = "similarity"
MODEL_SIGNAL = "contradiction model"
"""Reasons that are measurements: of several such for one pair of sides, the strongest conflict's is enough."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason for a pair or conflict, with its value as shown to the reader."""

    signal: str
    value: str | float | bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that speak of the same thing, and why."""

    a: Claim
    b: Claim
    similarity: float
    """Cosine of the claims' vectors after the corpus mean is taken out."""
    why: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the contradiction model says of a text, given another: calibrated shares of one, rounded to two decimals."""

    entailment: float
    neutral: float
    contradiction: float


@dataclass(frozen=True, slots=True)
class Position:
    """What one statement says on a question."""

    statement: Statement
    value: str
    """As read: "at least 22"; or the stance or list that stands for it."""
    highlights: tuple[Span, ...]
    normalized: str | None = None
    claim: Claim | None = None
    speaker: str | None = None
    certainty: Certainty = Certainty.STATED
    resolved: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two positions that a detector sets against each other."""

    kind: Kind
    relation: Relation
    detector: str
    topic: str
    """Names the question within `kind`: conflicts of one kind and topic become one discrepancy."""
    a: Position
    b: Position
    confidence: float
    severity: Severity
    question: str | None = None
    why: tuple[Signal, ...] = ()


TextPair: TypeAlias = tuple[str, str]
"""Two texts that the contradiction model is asked of, in this order."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that a detector may look at."""

    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    """Aligned claims, of two sources or of one, the most alike first."""
    voices: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    """Statement key to the id of the wire text that it is a copy of; a statement that is no copy is not in it."""
    judgements: Mapping[TextPair, Judgement] = field(default_factory=dict)
    """What the contradiction model says of the second text, given the first, for the pairs that a detector asked of."""


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a discrepancy's question, with every statement that gives it."""

    value: str
    normalized: str | None
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class SidePair:
    """How two sides of a discrepancy stand to each other; `sides` are indexes into `Discrepancy.sides`."""

    sides: tuple[int, int]
    relation: Relation
    detectors: tuple[str, ...]
    why: tuple[Signal, ...]
    keys: tuple[str, ...] = ()
    """Pair keys: the identity that a verdict is kept under."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One question to which the sources give different answers."""

    id: str
    fingerprint: str
    kind: Kind
    relation: Relation
    severity: Severity
    confidence: float
    question: str | None
    summary: str
    sides: tuple[Side, ...]
    pairs: tuple[SidePair, ...]


@dataclass(frozen=True, slots=True)
class Corroboration:
    """One answer that more than one source gives, with none against it."""

    question: str | None
    value: str
    statements: tuple[Statement, ...]
    voices: int
    """Independent voices: copies of one wire text count once."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing the articles of one event gave."""

    readings: tuple[Reading, ...]
    """All statements with what was read off them, without their tokens."""
    discrepancies: tuple[Discrepancy, ...]
    """The gravest first."""
    corroborated: tuple[Corroboration, ...] = ()
    single_source: tuple[Statement, ...] = ()
    pairs: tuple[Pair, ...] = ()
    voices: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    """As in `Evidence`."""
    rests_on: frozenset[bytes] = frozenset()
    """Keys of what the models made of its texts, as a cache keeps it."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(reading.statement for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Membership:
    """One article of an event, and why it is in it."""

    article: str
    """Its id."""
    nearest: str | None
    """The id of the article of the event that it is most like; None when it is the only one."""
    why: tuple[Signal, ...]
    """What the two have in common."""


@dataclass(frozen=True, slots=True)
class Event:
    """Articles that tell of one event: they are compared with each other, and with no others."""

    id: str
    """The id of its first article, or the name that `sources.toml` gives the event."""
    members: tuple[Membership, ...]
    """In the order of publication; what has no date comes first."""

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(member.article for member in self.members)


@dataclass(frozen=True, slots=True)
class Tool:
    """What made a report."""

    version: str
    embedding_model: str
    nli_model: str | None
    parser: str
    number_format: str
    settings: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Report:
    """The finished comparison."""

    tool: Tool
    articles: tuple[Article, ...]
    lines: Mapping[str, tuple[Line, ...]]
    """Article id to its lines."""
    statements: tuple[Statement, ...]
    unread: tuple[Unread, ...]
    discrepancies: tuple[Discrepancy, ...]
    corroborated: tuple[Corroboration, ...] = ()
    single_source: tuple[Statement, ...] = ()
    pairs: tuple[Pair, ...] = ()
    voices: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    """What was done with the sources that a reader should know: two files that are one source, say."""
    events: tuple[Event, ...] = ()
    """Which articles were compared with each other."""
