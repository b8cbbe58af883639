"""The tables: who says what, who disagrees with whom, what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from discrepancy.display.facts import Answer, Fact, facts
from discrepancy.display.matrix import Matrix, matrix
from discrepancy.display.phrases import counted, dated, short
from discrepancy.model import Article
from discrepancy.writers._page.context import Context, lettered, to_finding
from discrepancy.writers._page.elements import Html, bdi, element, hidden, joined, linked

_ROWS = 300
"""Questions that the table of facts has: more than anyone reads in a table, and as many as open at once."""

_COLUMNS = 12
"""Sources that it has a column for: more are too narrow to read."""

_SHADED = 30
"""Sources that are set against each other."""


def facts_table(page: Context) -> Iterator[Html]:
    """One row for each question, one column for each source."""
    rows = facts(page.report)
    if not rows:
        return
    articles = _most_telling(page, rows)
    head = (element("th", page.to_source(article), scope="col") for article in articles)
    body = (
        element(
            "tr",
            element("th", to_finding(row.number, row.found), scope="row"),
            *(element("td", *_answers(row.answers.get(article.id, ()))) for article in articles),
        )
        for row in rows[:_ROWS]
    )
    yield _scrolled(
        "facts-title",
        element("thead", element("tr", element("th", "Question", scope="col"), *head)),
        element("tbody", *body),
        class_="facts",
    )
    yield element("p", "A, B and so on are the sides of a finding; a dash says nothing of it.", class_="note")
    yield from _left_out(len(rows) - _ROWS, "question", "only the first are in this table")
    yield from _left_out(
        len(page.report.articles) - len(articles), "source", "without a column: they answer the fewest"
    )


def _most_telling(page: Context, rows: Sequence[Fact]) -> list[Article]:
    """The sources with the most answers, in the order of the report; those without any are left out."""
    given = Counter(source for row in rows[:_ROWS] for source in row.answers)
    order = {source: -count for source, count in given.items()}
    ranked = sorted((one for one in page.report.articles if one.id in given), key=lambda one: order[one.id])
    kept = {article.id for article in ranked[:_COLUMNS]}
    return [article for article in page.report.articles if article.id in kept]


def _answers(answers: Sequence[Answer]) -> Iterator[str]:
    if not answers:
        yield joined([element("span", "–", aria_hidden="true"), hidden("says nothing")])
    for answer in answers:
        yield element("p", lettered(answer.side), bdi(short(answer.value, 120)))


def heat_map(page: Context) -> Iterator[Html]:
    """Sources by sources, with the number of discrepancies between them."""
    found = matrix(page.report, _SHADED)
    if not found.counts:
        return
    columns = (
        element("th", element("span", str(page.numbers[one.id]), aria_hidden="true"), _heard(page, one), scope="col")
        for one in found.articles
    )
    yield _scrolled(
        "matrix-title",
        element("thead", element("tr", element("td"), *columns)),
        element("tbody", *(_shades(page, found, one) for one in found.articles)),
        class_="heat",
    )
    yield element(
        "p",
        "Each number counts the discrepancies between two sources; where a source meets itself, "
        "those in which it contradicts itself.",
        class_="note",
    )
    yield from _left_out(found.left_out, "source", "without a row: they have the fewest discrepancies")


def _shades(page: Context, found: Matrix, row: Article) -> Html:
    cells = (
        element("td", str(found.count(row, column)), class_=f"level-{found.level(row, column)}")
        for column in found.articles
    )
    name = element("th", f"{page.numbers[row.id]}. ", page.to_source(row), scope="row")
    return element("tr", name, *cells)


def _heard(page: Context, article: Article) -> Html:
    return hidden(short(page.names[article.id], 120))


def sources_table(page: Context) -> Html:
    """What was read."""
    names = ("", "Source", "Title", "Published", "Address", "File", "SHA-256")
    head = (element("th", name, scope="col") if name else element("td") for name in names)
    return _scrolled(
        "sources-title",
        element("thead", element("tr", *head)),
        element("tbody", *(_source(page, article) for article in page.report.articles)),
        class_="sources",
    )


def _source(page: Context, article: Article) -> Html:
    number = page.numbers[article.id]
    return element(
        "tr",
        element("td", str(number)),
        element("th", bdi(short(page.names[article.id], 120)), scope="row"),
        element("td", bdi(short(article.title or "not known"))),
        element("td", dated(article)),
        element("td", linked(short(article.url, 2000)) if article.url else "not known", class_="address"),
        element("td", bdi(short(article.path)), class_="address"),
        element("td", element("code", article.sha256)),
        id=f"source-{number}",
        tabindex=-1,
    )


def _scrolled(label: str, *parts: Html, class_: str) -> Html:
    """A table that scrolls inside the page, by keyboard too."""
    table = element("table", *parts, class_=class_, aria_labelledby=label)
    return element("div", table, class_="scroll", tabindex=0, role="region", aria_labelledby=label)


def _left_out(number: int, what: str, why: str) -> Iterator[Html]:
    if number > 0:
        yield element("p", f"{counted(number, f'more {what}')}, {why}.", class_="note")
