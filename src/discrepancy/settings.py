"""Settings: one frozen value, read once and passed down, with every threshold and what set it."""

from __future__ import annotations

import msgspec

THEMES = ("light", "dark", "contrast")


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What a reader may change in `[tool.discrepancy]` of pyproject.toml or in discrepancy.toml."""

    model: str | None = None
    """A sentence-transformers model by name or path; None for the one that is installed with the package."""
    nli_model: str | None = None
    """A three-way cross-encoder by name or path; None for the one in the package. "off" leaves all to the rules."""
    parser: str | None = None
    """An installed spaCy pipeline by name; None for the one in the package."""
    number_format: str | None = None
    """"float32" or "bfloat16"; None lets the processor's flags decide."""
    cache: str | None = None
    """Folder of the cache; None for the user's cache folder. "off" keeps nothing."""
    aliases: dict[str, str] = {}
    """Names that are one, beyond spelling: {"Daesh": "Islamic State"}."""
    max_characters: int = 6_000_000
    """A text longer than this is refused: it is no article. A million characters take about half a minute to read."""
    align_cosine: float = 0.45
    """Cosine of two centred claims from which they are taken to speak of one thing."""
    align_cosine_party: float = 0.2
    """The same for claims that share a party."""
    contradiction: float = 0.7
    """Contradiction score, in both orders, from which the model alone makes a finding."""
    copy_ratio: int = 88
    """Indel similarity (0 to 100) from which two sentences are copies of one wire text."""
    theme: str = "light"
    """How the terminal application looks: one of `THEMES`."""
    keys: dict[str, str] = {}
    """Other keys for the terminal application, by the name of the action: {"verdict.conflict": "k"}."""
    reviewer: str | None = None
    """The name that stands beside verdicts; None for the one that the reader is logged in by."""
    corroboration_cosine: float = 0.85
    """Cosine of two centred claims from which one bears out the other, when no detector sets them apart."""

    engine: str | None = None
    """Where the work is done: "dask://HOST:PORT" for a cluster, which the articles are sent to; None for this machine.
    No file of settings may say it."""

    def comparison(self) -> dict[str, object]:
        """What bears on the findings, for the report: what the screen looks like does not."""
        chosen = msgspec.structs.asdict(self)
        return {name: chosen[name] for name in sorted(chosen) if name not in _APART}


_APART = frozenset({"cache", "engine", "keys", "reviewer", "theme"})
"""Settings that no finding depends on."""

DEFAULT = Settings()
