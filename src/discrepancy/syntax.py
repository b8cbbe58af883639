"""Navigation of a dependency parse: kids, subtrees, phrases. Labels are those of Universal Dependencies 2."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from discrepancy.lemmas import repaired
from discrepancy.model import Token
from discrepancy.repairs import mended

NEGATIONS = frozenset({"not", "n't", "n’t", "nt", "never", "nor"})


@lru_cache(maxsize=256)  # there are about sixty labels, and they are asked for a hundred thousand times
def base(dep: str) -> str:
    """A relation without its subtype: "nsubj" for "nsubj:pass"."""
    return dep.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of one statement, with the dependents of each in the order of the text."""

    tokens: tuple[Token, ...]
    dependents: tuple[tuple[int, ...], ...]
    leftmost: tuple[int, ...]
    """The first token of each one's subtree."""

    @classmethod
    @lru_cache(maxsize=4096)  # references and claims each ask for the tree of every statement of a batch of articles
    def of(cls, tokens: tuple[Token, ...]) -> Tree:
        tokens = mended([repaired(token) for token in tokens])
        below: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        return cls(tokens, tuple(tuple(kids) for kids in below), _leftmost(tokens))

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def __len__(self) -> int:
        return len(self.tokens)

    def kids(self, index: int, *deps: str) -> tuple[int, ...]:
        """Dependents of a token; with `deps`, those whose full label or its base is among them."""
        below = self.dependents[index]
        if not deps or not below:
            return below
        tokens = self.tokens  # this and `kid` are asked three hundred thousand times for a hundred articles
        return tuple([k for k in below if (dep := tokens[k].dep) in deps or base(dep) in deps])

    def kid(self, index: int, *deps: str) -> int | None:
        tokens = self.tokens
        for k in self.dependents[index]:
            if (dep := tokens[k].dep) in deps or base(dep) in deps or not deps:
                return k
        return None

    def roots(self) -> tuple[int, ...]:
        return tuple(t.index for t in self.tokens if t.head == t.index)

    def subtree(self, index: int, dropped: Callable[[int], bool] | None = None) -> list[int]:
        """A token and what hangs from it, in the order of the text, without the branches that `dropped` names."""
        found, stack = [], [index]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(k for k in self.dependents[at] if dropped is None or not dropped(k))
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        while self[index].head != index:
            index = self[index].head
            yield index

    def lemma(self, index: int) -> str:
        return self[index].lemma.lower()

    def word(self, index: int) -> str:
        return self[index].text.lower()

    def left(self, index: int) -> int:
        """The leftmost token of a subtree."""
        return self.leftmost[index]

    def comma_before(self, index: int) -> bool:
        """Whether a subtree is set off from what stands before it by a comma, dash or bracket."""
        first = self.left(index)
        return self[first].text in SET_OFF or (first > 0 and self[first - 1].text in SET_OFF)


def _leftmost(tokens: Sequence[Token]) -> tuple[int, ...]:
    found = list(range(len(tokens)))
    for index in range(len(tokens)):
        above = tokens[index].head
        while found[above] > index:
            found[above] = index
            above = tokens[above].head
    return tuple(found)


SET_OFF = frozenset({",", "-", "–", "—", "(", "[", ";", ":", "--"})
