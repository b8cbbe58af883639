"""The looks of the application: light, dark and high contrast. What a colour says, a mark or a word says too."""

from __future__ import annotations

from textual.theme import Theme

_ROLES = tuple("mark mark-on value source note dim high medium low good warn chosen away".split())


def _theme(name: str, *, dark: bool, primary: str, base: tuple[str, str, str, str], roles: str) -> Theme:
    foreground, background, surface, panel = base
    colours = dict(zip(_ROLES, roles.split(), strict=True))
    return Theme(
        name=name,
        primary=primary,
        accent=primary,
        warning=colours["warn"],
        error=colours["high"],
        success=colours["good"],
        foreground=foreground,
        background=background,
        surface=surface,
        panel=panel,
        dark=dark,
        variables={f"role-{role}": colour for role, colour in colours.items()}
        | {"footer-key-foreground": primary, "block-cursor-text-style": "none"},
    )


LIGHT = _theme(
    "paper",
    dark=False,
    primary="#1f4e79",
    base=("#1c1c1c", "#fbfaf6", "#f3f1ea", "#e7e3d8"),
    roles="#1c1c1c #f7d774 #1f4e79 #4a5a66 #6b3fa0 #6a6a63 #a3161c #8a5200 #2c6170 #1d6b35 #8a5200 #cfe0ee #e7e3d8",
)
DARK = _theme(
    "ink",
    dark=True,
    primary="#8ab4d8",
    base=("#e6e3dc", "#15171a", "#1c1f23", "#2a2e34"),
    roles="#15171a #e3b341 #8ab4d8 #9fb0bd #c7a6f0 #9a9a92 #ff8a80 #f0b35a #7fc4d6 #86d29a #f0b35a #2f4a63 #2a2e34",
)
CONTRAST = _theme(
    "contrast",
    dark=True,
    primary="#ffffff",
    base=("#ffffff", "#000000", "#000000", "#333333"),
    roles="#000000 #ffff00 #ffffff #ffffff #ffffff #d0d0d0 #ff9999 #ffd080 #80e0ff #80ff80 #ffd080 #0000cc #333333",
)
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
"""By the names that the settings give them."""
