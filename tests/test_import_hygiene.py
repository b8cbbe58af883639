"""Starting up must stay cheap: `--help` costs click and little else."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "dask",
    "dateparser",
    "distributed",
    "jsonschema",
    "msgspec",
    "numpy",
    "nupunkt",
    "onnxruntime",
    "rich",
    "sentence_transformers",
    "spacy",
    "sqlite3",
    "tokenizers",
    "torch",
    "trafilatura",
    "transformers",
}
MODELS = {"distributed", "onnxruntime", "sentence_transformers", "spacy", "tokenizers", "torch", "transformers"}

IMPORT = "import discrepancy.cli"
HELP = "from discrepancy.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass"
COMPARE_HELP = HELP.replace("['--help']", "['compare', '--help']")


@pytest.mark.parametrize(
    ("program", "unwanted"),
    [
        (IMPORT, HEAVY),
        (HELP, HEAVY),
        (COMPARE_HELP, HEAVY - {"msgspec"}),
        ("import discrepancy.pipeline", MODELS),
        ("import discrepancy.writers; discrepancy.writers.available()", MODELS | {"rich", "numpy"}),
    ],
    ids=["import", "--help", "compare --help", "pipeline", "writers"],
)
def test_nothing_heavy_is_imported(program: str, unwanted: set[str]) -> None:
    program += (
        "\nimport json, sys\nprint()\nprint(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert unwanted.isdisjoint(json.loads(run.stdout.splitlines()[-1]))
