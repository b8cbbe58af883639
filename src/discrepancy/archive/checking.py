"""Whether everything in an archive fits together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.archive.archive import Archive


@dataclass(frozen=True, slots=True)
class Checked:
    """What an archive holds, and what is wrong with it."""

    articles: int
    events: int
    stale: int
    """Events that are to be compared: adding was cut off."""
    problems: tuple[str, ...]
    """One line each, which says what to do."""


_COUNTS = """
SELECT (SELECT COUNT(*) FROM articles), (SELECT COUNT(*) FROM events),
       (SELECT COUNT(*) FROM events WHERE compared IS NULL)
"""

_REACHES = """
SELECT text, MIN(start), MAX(stop) FROM statements JOIN articles ON articles.key = article GROUP BY article
"""

_WRONG = {
    "events without an article": "SELECT COUNT(*) FROM events WHERE key NOT IN (SELECT event FROM articles)",
    "statements without a word": "SELECT COUNT(*) FROM statements WHERE start >= stop",
    "compared events without their comparison": """
        SELECT COUNT(*) FROM events WHERE compared IS NOT NULL AND key NOT IN (SELECT event FROM comparisons)""",
    "likenesses that are known from one side alone": """
        SELECT COUNT(*) FROM alike AS one
        WHERE NOT EXISTS (SELECT 1 FROM alike WHERE a = one.b AND b = one.a)""",
    "names that are counted wrongly": """
        SELECT COUNT(*) FROM (SELECT name, COUNT(*) AS held FROM names GROUP BY name) AS found
        LEFT JOIN words ON kind = 'names' AND word = name WHERE words.articles IS NOT held""",
    "values of models that no event rests on": "SELECT COUNT(*) FROM made WHERE key NOT IN (SELECT made FROM uses)",
    "rows of vectors that an article has and that are free": """
        SELECT COUNT(*) FROM freed WHERE slot IN (SELECT slot FROM articles)""",
}
"""What must not be, with a query that counts it."""


def checked(archive: Archive) -> Checked:
    """Verify an archive: the database itself, what its tables say of each other, and the vectors.

    Raises:
        ArchiveError: when it cannot be read at all.
    """
    with archive.reading():
        articles, events, stale = archive.connection.execute(_COUNTS).fetchone()
        return Checked(articles, events, stale, tuple(_problems(archive)))


def _problems(archive: Archive) -> Iterator[str]:
    connection = archive.connection
    damage = [row[0] for row in connection.execute("PRAGMA integrity_check(10)")]
    if damage != ["ok"]:
        yield f"the database is damaged ({damage[0]}): bring back a copy, or add its sources to a new one"
        return
    if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        yield f"{len(broken):,} rows speak of others that are not there: {_ANEW}"
    for what, query in _WRONG.items():
        (count,) = connection.execute(query).fetchone()
        if count:
            yield f"{count:,} {what}: {_ANEW}"
    # Not by SQLite's LENGTH, which ends a text at its first NUL.
    if beyond := sum(start < 0 or stop > len(text) for text, start, stop in connection.execute(_REACHES)):
        yield f"{beyond:,} articles that end before their statements: {_ANEW}"
    if missing := sum(archive.vectors.is_empty(slot) for (slot,) in connection.execute("SELECT slot FROM articles")):
        yield f"{missing:,} articles without their vector: {_ANEW}"


_ANEW = "add its sources to a new archive"
"""What helps when the tables do not fit together, which no interruption can cause."""
