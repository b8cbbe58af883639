from discrepancy.group import group
from discrepancy.model import MODEL_SIGNAL, Conflict, Kind, Position, Relation, Severity, Signal, Statement
from discrepancy.rank import rank
from tests.values import article

TEXT = "At least 15 died. More than 30 died. The toll was 32. Some 50 died. He left."
ARTICLE = article("a", TEXT)


def said(words: str, normalized: str | None = None) -> Position:
    start = TEXT.index(words)
    end = TEXT.index(".", start) + 1
    return Position(Statement(ARTICLE, start, end), words, ((start, start + len(words)),), normalized)


def conflict(a: Position, b: Position, topic: str = "killed", **changes: object) -> Conflict:
    values: dict[str, object] = {
        "kind": Kind.QUANTITY,
        "relation": Relation.CONFLICT,
        "detector": "quantities",
        "topic": topic,
        "a": a,
        "b": b,
        "confidence": 0.8,
        "severity": Severity.HIGH,
        "question": "How many people were killed?",
    }
    return Conflict(**{**values, **changes})  # type: ignore[arg-type]


FIFTEEN, THIRTY, EXACT, FIFTY = said("At least 15"), said("More than 30"), said("32"), said("Some 50")


def test_values_that_agree_stand_on_one_side() -> None:
    (found,) = group([conflict(FIFTEEN, THIRTY), conflict(FIFTEEN, EXACT)])
    assert [side.value for side in found.sides] == ["At least 15", "More than 30"]
    assert len(found.sides[1].positions) == 2


def test_figures_that_nobody_compared_and_that_differ_stand_on_two_sides() -> None:
    fifteen, thirty, exact = said("At least 15", "15.."), said("More than 30", "30.."), said("32", "28")
    (found,) = group([conflict(fifteen, thirty), conflict(fifteen, exact)])
    assert len(found.sides) == 3
    assert [pair.sides for pair in found.pairs] == [(0, 1), (0, 2)]


def test_figures_that_may_be_one_stand_on_one_side() -> None:
    fifteen, about, exact = said("At least 15", "15.."), said("Some 50", "~30"), said("32", "32")
    (found,) = group([conflict(fifteen, about), conflict(fifteen, exact)])
    assert len(found.sides) == 2


def test_a_side_for_each_value() -> None:
    (found,) = group([conflict(FIFTEEN, THIRTY), conflict(FIFTEEN, FIFTY), conflict(THIRTY, FIFTY)])
    assert len(found.sides) == 3
    assert [pair.sides for pair in found.pairs] == [(0, 1), (0, 2), (1, 2)]


def test_topics_stay_apart() -> None:
    assert len(group([conflict(FIFTEEN, THIRTY), conflict(FIFTEEN, FIFTY, topic="injured")])) == 2


def test_the_same_words_set_against_each_other_twice_are_one_question() -> None:
    twice = [conflict(FIFTEEN, THIRTY), conflict(FIFTEEN, THIRTY, topic="figure", detector="figures", confidence=0.7)]
    (found,) = group(twice)
    assert found.pairs[0].detectors == ("figures", "quantities")
    assert found == group(reversed(twice))[0]


def test_the_strongest_relation_and_severity_hold() -> None:
    weak = conflict(FIFTEEN, FIFTY, relation=Relation.UPDATE, severity=Severity.LOW)
    (found,) = group([weak, conflict(FIFTEEN, THIRTY)])
    assert (found.relation, found.severity) == (Relation.CONFLICT, Severity.HIGH)


def test_the_order_of_conflicts_does_not_matter() -> None:
    conflicts = [conflict(FIFTEEN, THIRTY), conflict(FIFTEEN, EXACT), conflict(THIRTY, FIFTY)]
    assert group(conflicts) == group(reversed(conflicts))


def test_two_highlights_of_one_statement_are_two_sides() -> None:
    start, end = 0, TEXT.index(".") + 1
    statement = Statement(ARTICLE, start, end)
    a = Position(statement, "At least", ((0, 8),))
    b = Position(statement, "15", ((9, 11),))
    (found,) = group([conflict(a, b)])
    assert [side.value for side in found.sides] == ["At least", "15"]


def test_identity_ignores_kind_and_detector() -> None:
    (one,) = group([conflict(FIFTEEN, THIRTY)])
    (other,) = group([conflict(FIFTEEN, THIRTY, kind=Kind.WORDING, detector="wording")])
    assert one.fingerprint == other.fingerprint


def test_the_worst_comes_first() -> None:
    low = conflict(FIFTEEN, THIRTY, topic="low", severity=Severity.LOW)
    unsure = conflict(FIFTEEN, EXACT, topic="unsure", confidence=0.5)
    sure = conflict(FIFTEEN, FIFTY, topic="sure")
    ranked = rank(group([low, unsure, sure]))
    assert [found.confidence for found in ranked] == [0.8, 0.5, 0.8]
    assert ranked[-1].severity is Severity.LOW


def test_of_measurements_the_strongest_conflicts_is_enough() -> None:
    weak = conflict(FIFTEEN, THIRTY, confidence=0.5, why=(Signal(MODEL_SIGNAL, "low"), Signal("same state", "kill")))
    strong = conflict(FIFTEEN, EXACT, confidence=0.9, why=(Signal(MODEL_SIGNAL, "high"),))
    (found,) = group([weak, strong])
    assert found.pairs[0].why == (Signal(MODEL_SIGNAL, "high"), Signal("same state", "kill"))


def test_two_detectors_that_ask_of_one_figure_ask_one_question() -> None:
    other = conflict(FIFTEEN, FIFTY, topic="refugee:flee", detector="counts")
    (found,) = group([conflict(FIFTEEN, THIRTY), other])
    assert {detector for pair in found.pairs for detector in pair.detectors} == {"counts", "quantities"}
    assert [side.value for side in found.sides] == ["At least 15", "More than 30", "Some 50"]


def test_one_detector_that_sets_the_same_words_against_each_other_for_two_reasons_asks_one_question() -> None:
    (found,) = group([conflict(FIFTEEN, THIRTY), conflict(FIFTEEN, THIRTY, topic="people:seize")])
    assert len(found.sides) == 2
