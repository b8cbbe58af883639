"""Print what makes a shell complete this program's commands and options.

discrepancy completion bash >> ~/.bashrc
"""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(name="completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for SHELL.

    \b
    bash:  discrepancy completion bash >> ~/.bashrc
    zsh:   discrepancy completion zsh >> ~/.zshrc
    fish:  discrepancy completion fish > ~/.config/fish/completions/discrepancy.fish
    """
    root = ctx.find_root()
    name = root.info_name or "discrepancy"
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(found(root.command, {}, name, f"_{name.upper()}_COMPLETE").source())


PLUGIN = completion
