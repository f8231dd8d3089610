"""What README.md and CONTRIBUTING.md tell people to type exists, and settings are all explained."""

import re
import shlex

from django.core.management import get_commands

from house.command import _parser
from house.environment import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def typed() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", README + CONTRIBUTING, re.DOTALL)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]


def test_every_command_of_dev_py_that_is_told_is_one():
    told = [shlex.split(line)[2:] for line in typed() if line.startswith("python3 dev.py")]
    assert {words[0] for words in told} == {"run", "test", "setup", "check"}
    for words in told:
        _parser().parse_known_args(words)


def test_every_management_command_that_is_told_is_one():
    told = set(re.findall(r"manage\.py (\w+)", README + CONTRIBUTING))
    assert "make_administrator" in told
    assert told <= set(get_commands())


def test_every_link_leads_to_a_file():
    for name in ("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/extraction.md"):
        page = ROOT / name
        links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8"))
        assert links, name
        missing = [link for link in links if not (page.parent / link).exists()]
        assert missing == [], name


def test_the_table_explains_every_variable_that_is_read_and_no_other():
    settings = (ROOT / "factlog" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r"(?:env\.\w+|_number|_yes_or_no)\(\s*\"([A-Z_]+)\"", settings))
    explained = set(re.findall(r"(?m)^\| `([A-Z_]+)` \|", README))
    assert len(read) > 10
    assert explained == read


def test_every_variable_that_compose_takes_is_told():
    compose = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    taken = set(re.findall(r"\$\{([A-Z_]+)", compose))
    assert "FACTLOG_PORT" in taken
    told = set(re.findall(r"`([A-Z_]+)`|^([A-Z_]+)=", README, re.MULTILINE))
    assert taken <= {name for pair in told for name in pair}
