"""What stands between the application and the server that shows it in a browser."""

from __future__ import annotations

from textual import events, messages
from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """Has the keys from the start, and ends the application with its server, however that ended."""

    def start_application_mode(self) -> None:
        super().start_application_mode()
        # It begins as if another window had the keys, and the page may have said otherwise before anyone listened.
        self._app.call_later(self._app.post_message, events.AppFocus())

    def run_input_thread(self) -> None:
        super().run_input_thread()
        # It comes back when there is no input any more: the application is leaving, or the server was killed.
        self._app.post_message(messages.ExitApp())
