"""Reads the command line and calls what it names."""

import argparse
import sys

from house import check, run, suite
from house.environment import DEV_LOCK, ensure
from house.errors import Stopped


def main(given: list[str]) -> int:
    asked, rest = _parser().parse_known_args(given)
    if rest and asked.command != "test":
        _parser().error(f"unrecognized arguments: {' '.join(rest)}")
    try:
        if asked.command == "run":
            return run.run(asked.port)
        if asked.command == "test":
            return suite.test(rest)
        if asked.command == "check":
            return check.check()
        ensure(DEV_LOCK)
        print("The environment is ready: .venv")
        return 0
    except Stopped as stopped:
        sys.exit(str(stopped))
    except KeyboardInterrupt:
        sys.exit(130)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py", description="factlog's commands. They install what they need into .venv."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    starts = commands.add_parser("run", help="work the demo through and serve factlog")
    starts.add_argument(
        "--port", type=int, default=8000, help="first port to try (the next free one is taken)"
    )
    commands.add_parser(
        "test", help="run the tests; what follows is given to pytest", add_help=False
    )
    commands.add_parser("check", help="format, lint, types, imports, migrations, translations")
    commands.add_parser("setup", help="make the environment, and nothing else")
    return parser
