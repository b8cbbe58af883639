"""Workflow commands of GitHub Actions, taken apart as the runner does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    message: str


def command(line: str) -> Command:
    """As the runner's ActionCommand.TryParseV2 takes a line apart."""
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    name, _, listed = head.partition(" ")
    pairs = (one.partition("=") for one in listed.split(","))
    return Command(name, {key: unescaped(value, "%3A:", "%2C,") for key, _, value in pairs}, unescaped(message))


def unescaped(text: str, *more: str) -> str:
    for code in ("%0D\r", "%0A\n", *more, "%25%"):
        text = text.replace(code[:3], code[3:])
    return text
