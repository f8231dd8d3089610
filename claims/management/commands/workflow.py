"""The table of what may follow what, as docs/review.md has it: manage.py workflow."""

from django.core.management.base import BaseCommand
from django.utils import translation

from claims.review.workflow import ANY, RULES, WORK_STEPS, Rule, Status


class Command(BaseCommand):
    help = "Print the rules by which a status may be given, as tables in Markdown."

    def handle(self, *args: object, **options: object) -> None:
        with translation.override("en"):
            self.stdout.write(table())


def table() -> str:
    """Both tables; whoever changes the rules puts this into docs/review.md."""
    statuses = ["| from | to | requires, beside a reason | people |", "|---|---|---|---|"]
    statuses += [_row(rule) for rule in RULES]
    steps = ["| what happens | from | to |", "|---|---|---|"]
    steps += [
        f"| {what} | {', '.join(f'`{one}`' for one in sorted(before))} | `{after}` |"
        for what, (before, after) in WORK_STEPS.items()
    ]
    return "\n".join([*statuses, "", *steps])


def _row(rule: Rule) -> str:
    needs = "; ".join(str(need.told) for need in rule.requires) or "nothing more"
    people = "one"
    if rule.signatures == 2:
        people = "two, one of them a lead" if rule.one_confirms else "two"
    return f"| {_before(rule)} | `{rule.after}` | {needs} | {people} |"


def _before(rule: Rule) -> str:
    left_out = [one for one in Status if one in ANY - rule.before]
    if not left_out:
        return "any"
    if len(left_out) < len(rule.before):
        return "any but " + ", ".join(f"`{one}`" for one in left_out)
    return ", ".join(f"`{one}`" for one in Status if one in rule.before)
