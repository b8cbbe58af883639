"""Writes what the packaged model says of pairs of our own sentences, for the test that it still says so.

    python training/store_predictions.py tests/data/nli_predictions.jsonl

Each sentence is set beside itself, beside every edit of it that can be made, in both orders, and beside the next one.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import edits
from discrepancy import nli

SENTENCES = (
    "The ferry sank on Monday with 120 people on board.",
    "Rescuers found nine survivors in the water before dawn.",
    "The captain was arrested in the harbour on Tuesday morning.",
    "The court will hear the case in March.",
    "A fire destroyed the old mill in Lund last night.",
    "Two firefighters were injured when the roof fell in.",
    "The owner of the mill denied that the alarm was off.",
    "Police said the fire was started on purpose.",
    "The mayor opened the new bridge at 10 a.m. on Friday.",
    "The bridge was closed for three days after the storm.",
    "About 400 houses were without power until Sunday evening.",
    "The storm came from the north and moved out to sea.",
    "The team won the match after extra time.",
    "The striker scored the first goal in the 12th minute.",
    "The coach was not at the stadium because of an illness.",
    "Fans threw bottles at the bus outside the stadium.",
    "The bank raised its rates for the second time this year.",
    "Its shares fell by 7 points in early trading.",
    "The chairman resigned before the meeting in Geneva.",
    "The company was founded in 1987 by two brothers.",
    "A Norwegian climber reached the top of the mountain in May.",
    "The climber and her guide came down the south side.",
    "The guide had been a soldier before he went to Nepal.",
    "The expedition was paid for by a museum in Oslo.",
    "The minister approved the plan for a new hospital.",
    "Nurses have been on strike since Wednesday.",
    "The hospital has 310 beds and was built in the spring.",
    "The doctor told the inquiry that the patient was alive at noon.",
    "A German journalist was released after six weeks in prison.",
    "The embassy confirmed that she was in good health.",
    "The rebels captured the town and the army left it at night.",
    "A convoy of 14 trucks entered the valley from the west.",
    "The general said that all the soldiers were volunteers.",
    "The volunteers were trained for two months in Poland.",
    "The school was empty when the rocket hit the kitchen.",
    "Her husband and her son were killed in the attack.",
    "The thief escaped in a blue van with his brother.",
    "The painting was found in a garage in Brazil.",
    "The museum paid 35,000 dollars for it in 2004.",
    "The judge found the driver guilty and sent him to prison.",
)


def pairs() -> Iterator[tuple[str, str]]:
    rng = random.Random(1)
    for at, sentence in enumerate(SENTENCES):
        yield sentence, sentence
        yield sentence, SENTENCES[(at + 1) % len(SENTENCES)]
        for edit in (*edits.EDITS.values(), edits.negate):
            other = edit(sentence, rng)
            if other is not None:
                yield sentence, other
                yield other, sentence


def main() -> int:
    found = list(dict.fromkeys(pairs()))
    judged = nli.load(None, "float32").judge(found)
    with Path(sys.argv[1]).open("w", encoding="utf-8") as file:
        for (premise, hypothesis), said in zip(found, judged, strict=True):
            scores = [said.entailment, said.neutral, said.contradiction]
            file.write(json.dumps({"premise": premise, "hypothesis": hypothesis, "scores": scores}) + "\n")
    print(len(found), "pairs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
