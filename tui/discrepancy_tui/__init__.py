"""The terminal application: a fact-checker's desk over a finished report. It knows nothing of models."""

from __future__ import annotations

from discrepancy_tui.app import Application, Options
from discrepancy_tui.comparing import Compared, Comparison, Given

__all__ = ["Application", "Compared", "Comparison", "Given", "Options"]
