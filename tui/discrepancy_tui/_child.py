"""What runs in the process that compares: a request and settings come in, stages and the report go out."""

from __future__ import annotations

import pickle
import sys
import warnings
from typing import BinaryIO

from discrepancy import packing
from discrepancy_tui.comparing import LENGTH


def main() -> None:
    out = sys.stdout.buffer
    # Whatever a library prints must not stand between the messages.
    sys.stdout = sys.stderr
    warnings.simplefilter("ignore")
    # Our own parent wrote it.
    request, settings = pickle.loads(sys.stdin.buffer.read())  # noqa: S301
    from discrepancy import DiscrepancyError, answered

    try:
        report = answered(request, settings, lambda stage: _send(out, "stage", stage))
    except DiscrepancyError as error:
        _send(out, "error", str(error))
        return
    _send(out, "report", report)


def _send(stream: BinaryIO, kind: str, value: object) -> None:
    data = packing.packed((kind, value))
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


if __name__ == "__main__":
    main()
