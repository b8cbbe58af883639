"""A short name for each source that no other source of the report has: for the heads of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath

from discrepancy.display.phrases import dated, short, source_name
from discrepancy.model import Article

_MINUTES = len("2024-05-07 18:20")


def labels(articles: Sequence[Article]) -> Mapping[str, str]:
    """Article id to its name: the publisher or title alone where that tells it apart, else with its date or file."""
    left = list(articles)
    found: dict[str, str] = {}
    for naming in _NAMINGS:
        named = {article.id: naming(article) for article in left}
        counts = Counter(named.values())
        counts.update(found.values())
        found |= {ident: name for ident, name in named.items() if counts[name] == 1}
        left = [article for article in left if article.id not in found]
    return found | {article.id: short(article.id) for article in left}


def _with_date(article: Article) -> str:
    return f"{source_name(article)}, {dated(article)[:_MINUTES]}"


def _with_file(article: Article) -> str:
    return f"{source_name(article)}, {short(PurePath(article.path).name, 60)}"


def _with_path(article: Article) -> str:
    return f"{source_name(article)}, {short(article.path)}"


_NAMINGS: tuple[Callable[[Article], str], ...] = (source_name, _with_date, _with_file, _with_path)
