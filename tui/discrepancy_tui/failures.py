"""What a reader sees of an error that nobody expected: one line, with the path of a log."""

from __future__ import annotations

from rich.text import Text

from discrepancy import failures


class UnexpectedError(Exception):
    """Ends the application with one line."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(f"discrepancy: {failures.logged(error)} (everything that you decided is kept)")
        self.__cause__ = error

    def __rich__(self) -> Text:
        return Text(str(self))
