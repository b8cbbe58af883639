"""The command line: finds the commands, and turns every failure into one line and an exit code.

Each public module of `discrepancy.commands` is a command of the same name, which its `PLUGIN` is; the first line of
its docstring is its line in `--help`. A command is imported when it is called, not before: `--help` must not cost
more than click.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import sys
from pathlib import Path

import click

from discrepancy import __version__, commands
from discrepancy.errors import DiscrepancyError

NAME = "discrepancy"
FAILED = 2
INTERRUPTED = 130
"""128 and the number of SIGINT, as shells count it."""


class Commands(click.Group):
    """The commands that stand in the package `discrepancy.commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(found.name for found in pkgutil.iter_modules(commands.__path__) if found.name[0] != "_")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        plugin = importlib.import_module(f"{commands.__name__}.{cmd_name}").PLUGIN
        if not isinstance(plugin, click.Command):
            raise TypeError(f"{cmd_name} must bind PLUGIN to a click.Command, not to {plugin!r}")
        return plugin

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _summary(name)) for name in self.list_commands(ctx)])


def _summary(name: str) -> str:
    """The first line of a command's docstring, read without importing it."""
    folder = Path(next(iter(commands.__path__)))
    doc = ast.get_docstring(ast.parse((folder / f"{name}.py").read_text(encoding="utf-8")))
    return (doc or "").partition("\n")[0]


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Read several articles about the same events and show where they disagree.

    Everything happens on this machine, and nothing is sent anywhere unless --engine says so. To begin, put the articles
    into a folder and run

        discrepancy compare FOLDER
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 when it did its work, 2 with one line on stderr when it could not.

    A command may exit with a status of its own, as `check` does with 1 for what it found: no failure exits with that.
    """
    try:
        status = cli.main(arguments, prog_name=NAME, standalone_mode=False)
    except DiscrepancyError as error:
        status = _fail(str(error), error.exit_code)
    except click.Abort:
        status = INTERRUPTED
    except click.ClickException as error:
        status = _fail(f"{error.format_message()}{_see(error)}", FAILED)
    except SystemExit as stop:
        # click's way out when whoever reads has gone, and that of libraries: with 1, as Python leaves too.
        status = FAILED if stop.code else 0
    except Exception as error:
        # Only a failure needs it, and it needs more than click.
        from discrepancy import failures

        status = _fail(failures.logged(error), FAILED)
    sys.exit(status)


def _fail(message: str, status: int) -> int:
    # Only a failure needs it: importing the writers would slow `--help` down.
    from discrepancy.display.safe import one_line

    try:
        click.echo(f"{NAME}: {' '.join(one_line(message).split())}", err=True)
    except OSError:
        # Who reads has gone. What is left in the buffer must not fail once more when the interpreter exits.
        sys.stderr = None
    return status


def _see(error: click.ClickException) -> str:
    if isinstance(error, click.UsageError) and error.ctx is not None:
        return f" (see '{error.ctx.command_path} --help')"
    return ""
