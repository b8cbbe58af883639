"""Which of the addresses that sources give may become links."""

from __future__ import annotations

import re

_MOST = 2000
"""Characters: browsers and Word take no more."""
_ADDRESS = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?(?::\d{1,5})?"
    r"(?:[/?#](?:[a-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9a-f]{2})*)?",
    re.IGNORECASE,
)
"""RFC 3986, without a user's name before the host, which makes one host look like another, and without brackets."""


def web_address(text: str | None) -> str | None:
    """`text` when it is a whole http or https address that is safe to follow; else None.

    Anything else (javascript:, file:, data:, a broken address, at which Word refuses the whole file) is shown as text.
    """
    return text if text and len(text) <= _MOST and _ADDRESS.fullmatch(text) else None
