"""The review file `discrepancy.review.jsonl`: what readers decided, kept beside the sources and made to be committed.

It is JSON, one object a line, and only ever appended to: two people may write it at once, git merges it line by line
(`merge=union`), and an undo is a line. What holds is found again in a later report by the statements themselves, so
that it survives new sources, new versions of the program, renamed files and edits elsewhere in a source.
"""

from __future__ import annotations

from discrepancy.review.changes import Changed, Changes, Gone, changed_since
from discrepancy.review.earlier import Earlier, read_report
from discrepancy.review.holding import held, latest
from discrepancy.review.log import FILE_NAME, Line, Log, append, beside, follow, read
from discrepancy.review.making import Stamp, entry, merge, undo
from discrepancy.review.matching import Edit, PairStanding, Standing, State
from discrepancy.review.records import Change, Entry, Merge, Move, Place, Quote, Resolution, Side, Split, Verdict
from discrepancy.review.reviewing import Freshness, Reviewed, reviewed, unreviewed
from discrepancy.review.session import Session
from discrepancy.review.shaping import BY_HAND, linked
from discrepancy.review.tidying import Tidied, tidy

__all__ = [
    "BY_HAND",
    "FILE_NAME",
    "Change",
    "Changed",
    "Changes",
    "Earlier",
    "Edit",
    "Entry",
    "Freshness",
    "Gone",
    "Line",
    "Log",
    "Merge",
    "Move",
    "PairStanding",
    "Place",
    "Quote",
    "Resolution",
    "Reviewed",
    "Session",
    "Side",
    "Split",
    "Stamp",
    "Standing",
    "State",
    "Tidied",
    "Verdict",
    "append",
    "beside",
    "changed_since",
    "entry",
    "follow",
    "held",
    "latest",
    "linked",
    "merge",
    "read",
    "read_report",
    "reviewed",
    "tidy",
    "undo",
    "unreviewed",
]
