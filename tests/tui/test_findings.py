from __future__ import annotations

from pathlib import Path

from desks import application, press, settled


async def test_the_findings_are_there(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert app.desk is not None
        assert app.findings.standing is not None
        await press(pilot, "a")
        assert str(app.desk.progress) == "1 of 3 judged"
