"""Values for tests that need no engine."""

from __future__ import annotations

import hashlib

from discrepancy.model import Article


def article(name: str, text: str, published: str | None = None) -> Article:
    """An English article with this id and text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(name, f"{name}.txt", digest, text, published=published, language="en")
