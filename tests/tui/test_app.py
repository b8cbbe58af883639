from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import reports
from desks import application, press, settled
from discrepancy import Report
from discrepancy_tui.comparing import Tell
from discrepancy_tui.widgets.finding_list import FindingList


@dataclass
class Held:
    """A comparison that tells its first stage at once, and is over when the test says so."""

    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, tell: Tell) -> Report:
        tell("read")
        await self.over.wait()
        return reports.report()


async def test_the_list_has_the_keys_while_the_articles_are_compared_and_after(tmp_path: Path) -> None:
    held = Held()
    app = application(tmp_path, comparison=held)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "a")
        assert isinstance(app.findings.focused, FindingList)
        held.over.set()
        await settled(pilot)
        assert isinstance(app.findings.focused, FindingList)
        await press(pilot, "a")
        assert app.desk is not None
        assert app.desk.wanted.is_empty
        assert str(app.desk.progress) == "1 of 3 judged"
