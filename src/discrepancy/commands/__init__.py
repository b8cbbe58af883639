"""Commands: each is one subcommand of the command line, a module of its name that binds `PLUGIN`.

The first line of the module's docstring stands in `discrepancy --help`, which imports none of them.
"""
