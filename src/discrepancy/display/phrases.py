"""How a report's facts read in plain words: the same in every format for people. Nothing here is escaped yet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from discrepancy.model import (
    Article,
    Certainty,
    Corroboration,
    Discrepancy,
    Position,
    Report,
    SidePair,
    Signal,
    Tool,
)

_CERTAINTY = {
    Certainty.STATED: None,
    Certainty.ATTRIBUTED: None,  # the speaker is named beside it
    Certainty.HEDGED: "hedged",
    Certainty.UNCLEAR: "said to be unclear",
}


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 source`, `2 sources`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def headline(report: Report) -> str:
    found, read = len(report.discrepancies), len(report.articles)
    return f"{counted(found, 'discrepancy', 'discrepancies')} in {counted(read, 'source')}"


def short(text: str, limit: int = 200) -> str:
    """`text`, cut off with an ellipsis when it is longer than any title, name or value would be."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def letter(index: int) -> str:
    """The name of a side: A, B ... Z, AA."""
    return letter(index // 26 - 1) + letter(index % 26) if index > 25 else chr(ord("A") + index)


def asked(found: Discrepancy) -> str:
    """What the sides answer: the question, or the summary where there is none."""
    return short(found.question or found.summary)


def source_name(article: Article) -> str:
    """Publisher, else title, else file name."""
    return short(article.publisher or article.title or PurePath(article.path).name, 120)


def place(position: Position) -> str:
    """The file, and the line or page in it: "a.txt, line 12"."""
    article, start = position.statement.article, position.statement.start
    return placed(article.path, article.page_of(start), article.line_of(start))


def placed(path: str, page: int | None, line: int | None) -> str:
    """A file, and the page or line in it that are known: "a.pdf, page 2"."""
    where = f", page {page}" if page is not None else "" if line is None else f", line {line}"
    return f"{short(path)}{where}"


def dated(article: Article) -> str:
    return article.published.replace("T", " ") if article.published else "no date"


def spoken(position: Position) -> list[str]:
    """Who says so, how surely, and what its references were read as; nothing where the text says it itself."""
    certainty = _CERTAINTY[position.certainty]
    text = position.statement.article.text
    readings = [
        f"“{short(text[ref.start : ref.end], 60)}” read as {short(ref.resolved, 100)}" for ref in position.resolved
    ]
    return [
        *([f"according to {named(position.speaker)}"] if position.speaker else []),
        *([certainty] if certainty else []),
        *readings,
    ]


def reasons(pair: SidePair) -> str:
    """One line on how two sides stand to each other and why."""
    a, b = (letter(index) for index in pair.sides)
    why = signals(pair.why)
    by = ", ".join(pair.detectors)
    return f"{a} and {b}: {pair.relation.value}" + (f" ({by})" if by else "") + (f": {why}" if why else "")


def signals(why: Sequence[Signal]) -> str:
    """Reasons, one behind the other."""
    return "; ".join(_signal(signal.signal, signal.value) for signal in why)


def _signal(name: str, value: str | float | bool) -> str:
    if value is True:
        return name
    shown = f"{value:.2f}" if isinstance(value, float) else "no" if value is False else str(value)
    return f"{name}: {short(shown, 100)}"


def credit(article: Article, *facts: str) -> str:
    """The source and what is known of a quote: "The Herald, 2024-05-07, a.txt, line 3"."""
    named = [source_name(article)] if article.publisher or article.title else []
    return ", ".join([*named, *facts])


def named(speaker: str) -> str:
    """A speaker inside a sentence: "the ministry", although the source begins a sentence with it."""
    return short(f"the {speaker[4:]}" if speaker.startswith("The ") else speaker, 120)


def agreed(found: Corroboration) -> str:
    """What several sources say alike, and who they are."""
    told = f"{short(found.question)} {short(found.value)}" if found.question else short(found.value)
    names = short("; ".join(dict.fromkeys(source_name(said.article) for said in found.statements)), 400)
    return f"{told} ({counted(found.voices, 'independent voice')}: {names})"


def made_with(tool: Tool) -> str:
    """What made the report, and what a report is not."""
    judge = [f"contradiction model {tool.nli_model}"] if tool.nli_model else []
    models = [f"embedding model {tool.embedding_model}", *judge, f"parser {tool.parser}", tool.number_format]
    return (
        f"Made with discrepancy {tool.version} ({', '.join(models)}). "
        "It shows where sources disagree; it does not say who is right."
    )


def copies(report: Report, positions: Sequence[Position]) -> list[bool]:
    """For each position, whether an earlier one of them is a copy of the same wire text."""
    seen: set[str] = set()
    found = []
    for position in positions:
        voice = report.voices.get(position.statement.key)
        found.append(voice in seen)
        seen |= {voice} if voice else set()
    return found
