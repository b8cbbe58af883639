"""The errors that a reader sees: one line, which says what is wrong, where, and what to do."""


class DiscrepancyError(Exception):
    """Base of every expected failure; `exit_code` is what the command line exits with."""

    exit_code = 2


class InputError(DiscrepancyError):
    """A file or record that cannot be read as an article."""


class SettingsError(DiscrepancyError):
    """A setting or option that is unknown or has an impossible value."""


class ModelError(DiscrepancyError):
    """Weights that are missing, damaged, or not those that were asked for."""


class EngineError(DiscrepancyError):
    """A cluster that cannot be reached, is not like this machine, or could not finish."""


class OutputError(DiscrepancyError):
    """A report that could not be written."""


class ArchiveError(DiscrepancyError):
    """An archive that is not there, or cannot be read or written."""
