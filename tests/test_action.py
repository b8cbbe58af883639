"""The action, the workflow and the hook: linted, and the action's script run with a program that notes its calls."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import steps
from discrepancy import loaders, plugins, review
from discrepancy.loaders import Loader
from steps import ACTION, ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
HOOKS = ROOT / ".pre-commit-hooks.yaml"

NOTING = f"""#!{sys.executable}
import json, os, sys
with open(os.environ["CALLS"], "a") as stream:
    print(json.dumps(sys.argv[1:]), file=stream)
sys.exit(int(os.environ.get("STATUS", 0)))
"""


def scripts() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "action.yml", *WORKFLOWS):
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        jobs = [document["runs"]] if "runs" in document else document["jobs"].values()
        for one in (one for job in jobs for one in job["steps"] if "run" in one):
            yield f"{path.name}: {one['name']}", one["run"]


def pages() -> Iterator[tuple[str, str]]:
    """The scripts of the workflows that the documentation shows."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for number, block in enumerate(re.findall(r"(?:^    .*\n|^\n)+", page, re.MULTILINE)):
        if "uses:" in block:
            document = yaml.safe_load(textwrap.dedent(block))
            assert isinstance(document, list | dict)
            for one in document if isinstance(document, list) else document.get("steps", []):
                if "run" in one:
                    yield f"ci.md: {number}", one["run"]


SCRIPTS = dict([*scripts(), *pages()])


@pytest.fixture
def call(tmp_path: Path) -> Callable[..., tuple[int, list[list[str]], str]]:
    """Runs the action with these inputs: its status, the calls of the program, and what it printed."""

    def called(status: int = 0, **inputs: str) -> tuple[int, list[list[str]], str]:
        folder, calls = tmp_path / "work", tmp_path / "calls"
        folder.mkdir()
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        done = steps.run(folder, NOTING, given, CALLS=str(calls), STATUS=str(status))
        assert not list(folder.iterdir())
        return done.returncode, [json.loads(line) for line in calls.read_text().splitlines()], done.stdout

    return called


# ---- lint


def test_there_is_something_to_lint() -> None:
    assert len(WORKFLOWS) == 1
    assert len(SCRIPTS) == 5


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_one_that_bash_reads(name: str) -> None:
    run = subprocess.run(["bash", "-n"], input=SCRIPTS[name], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")
@pytest.mark.parametrize("name", SCRIPTS)
def test_shellcheck_finds_nothing(name: str) -> None:
    run = subprocess.run(
        ["shellcheck", "--shell", "bash", "-"], input=SCRIPTS[name], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_expression_is_put_into_a_script(name: str) -> None:
    """A file's name or a branch's would be run."""
    assert "${{" not in SCRIPTS[name]


@pytest.mark.parametrize("name", [name for name, script in SCRIPTS.items() if len(script.splitlines()) > 1])
def test_a_script_stops_at_the_first_failure(name: str) -> None:
    assert SCRIPTS[name].startswith("set -euo pipefail\n")


def test_every_input_is_described_and_used() -> None:
    used = set(re.findall(r"inputs\.([a-z-]+)", json.dumps(ACTION["runs"])))
    assert used == set(ACTION["inputs"])
    assert all(known["description"] for known in ACTION["inputs"].values())


def test_the_workflow_uses_the_action_with_inputs_that_it_has() -> None:
    (path,) = WORKFLOWS
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    (use,) = [one for job in jobs.values() for one in job["steps"] if one.get("uses") == "./"]
    assert set(use["with"]) <= set(ACTION["inputs"])
    assert (ROOT / use["with"]["paths"]).is_dir()


# ---- the action's script


def test_without_more_it_checks_the_paths(call: Callable[..., Any]) -> None:
    status, calls, _ = call(paths="articles")
    assert status == 0
    assert calls == [["check", "--format", "github", "--fail-on", "medium", "--", "articles"]]


def test_every_input_is_an_option(call: Callable[..., Any]) -> None:
    _, calls, _ = call(
        paths="articles\nmore articles\n",
        fail_on="high",
        review="desk.jsonl",
        focus="a.txt\nb c.txt",
        format="line",
        exit_zero="true",
    )
    options = ["--fail-on", "high", "--review", "desk.jsonl", "--focus", "a.txt", "--focus", "b c.txt", "--exit-zero"]
    assert calls == [["check", "--format", "line", *options, "--", "articles", "more articles"]]


def test_sarif_is_written_first_and_does_not_fail(call: Callable[..., Any]) -> None:
    _, (first, second), _ = call(paths="articles", sarif="out.sarif")
    assert first[:6] == ["check", "--exit-zero", "--format", "sarif", "--output", "out.sarif"]
    assert second[:3] == ["check", "--format", "github"]
    assert first[6:] == second[3:]


@pytest.mark.parametrize("status", [0, 1, 2])
def test_its_status_is_that_of_check(status: int, call: Callable[..., Any]) -> None:
    given, calls, out = call(status, paths="articles")
    assert given == status
    assert len(calls) == 1
    assert out.startswith("::error title=discrepancy::nothing was checked") is (status == 2)


def test_what_cannot_be_checked_is_not_checked_twice(call: Callable[..., Any]) -> None:
    status, calls, _ = call(2, paths="articles", sarif="out.sarif")
    assert (status, len(calls)) == (2, 1)


HOSTILE = "$(touch x) `touch x`; touch x && \"'\\ * --exit-zero"


def test_no_input_is_a_command_or_an_option(call: Callable[..., Any]) -> None:
    names = dict.fromkeys(("paths", "fail_on", "review", "focus", "format", "exit_zero"), HOSTILE)
    _, (options,), _ = call(**names)
    assert options[options.index("--") + 1 :] == [HOSTILE]
    assert options.count(HOSTILE) == 5
    assert "--exit-zero" not in options


@pytest.mark.parametrize("path", ["--exit-zero", "-h"])
def test_a_path_is_never_an_option(path: str, call: Callable[..., Any]) -> None:
    _, (options,), _ = call(paths=path)
    assert options[-2:] == ["--", path]


# ---- the hook


def test_the_hook_is_one_that_pre_commit_takes() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_the_hook_runs_for_all_that_a_comparison_reads() -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    suffixes = [suffix for loader in plugins.discover(loaders, Loader) for suffix in loader.suffixes]
    names = [f"articles/a{suffix}" for suffix in suffixes] + [f"A{suffix.upper()}" for suffix in suffixes]
    for name in [*names, loaders.SOURCES, "articles/sources.toml", review.FILE_NAME, "discrepancy.toml"]:
        assert re.search(hook["files"], name), name
    for name in ("a.py", "txt", "photo.jpeg", "Makefile", "resources.toml"):
        assert not re.search(hook["files"], name), name


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


@pytest.mark.parametrize("status", [0, 1])
def test_a_commit_of_one_article_compares_them_all(
    status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pre-commit itself runs the hook, with a program that notes its calls."""
    for name, value in {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}.items():
        monkeypatch.setenv(name, value)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "desk")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "desk@example.org")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("CALLS", str(tmp_path / "calls"))
    monkeypatch.setenv("STATUS", str(status))
    hooks, work, bin_ = tmp_path / "hooks", tmp_path / "work", tmp_path / "bin"
    for folder in (hooks, work, bin_):
        folder.mkdir()
    monkeypatch.setenv("PATH", str(bin_), prepend=":")
    (bin_ / "discrepancy").write_text(NOTING)
    (bin_ / "discrepancy").chmod(0o755)
    for folder in (hooks, work):
        git(folder, "init", "--quiet")
    shutil.copy(HOOKS, hooks)
    git(hooks, "add", ".")
    git(hooks, "commit", "--quiet", "--message", "the hook")
    git(hooks, "tag", "v1")
    hook = {"id": "discrepancy", "language": "system", "additional_dependencies": [], "args": ["articles"]}
    config = {"repos": [{"repo": str(hooks), "rev": "v1", "hooks": [hook]}]}
    (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (work / "articles").mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (work / "articles" / name).write_text("One sentence.\n")
    git(work, "add", ".")
    run = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--files", "articles/a.txt", "articles/b.txt"],
        cwd=work,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == status, run.stdout + run.stderr
    assert (tmp_path / "calls").read_text().splitlines() == ['["check", "articles"]']
