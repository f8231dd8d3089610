"""The table of the workflow, as the desk itself reads it."""

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import desk_shapes
from claims.api.door import Door
from claims.api.schema import answers, describe
from claims.models import Finding, Statement
from claims.review import workflow


class Workflow(Door):
    @describe(
        "Read what may follow what",
        answers(desk_shapes.Workflow),
        operation_id="read_workflow",
        description="The one table by which the desk offers and refuses.",
    )
    def get(self, request: Request) -> Response:
        return Response(
            {
                "statuses": _keyed(Statement.Corroboration.choices),
                "verdicts": _keyed(Finding.VERDICTS),
                "categories": _keyed(Statement.Category.choices),
                "rules": [_rule(rule) for rule in workflow.RULES],
                "work": _keyed(Statement.Work.choices),
                "steps": [
                    {
                        "step": step,
                        "before": [one for one in Statement.Work if one in before],
                        "after": after,
                    }
                    for step, (before, after) in workflow.WORK_STEPS.items()
                ],
            }
        )


def _rule(rule: workflow.Rule) -> dict[str, Any]:
    return {
        "after": rule.after,
        "before": [one for one in Statement.Corroboration if one in rule.before],
        "requires": [{"key": need.key, "told": str(need.told)} for need in rule.requires],
        "signatures": rule.signatures,
        "one_confirms": rule.one_confirms,
    }


def _keyed(choices: Any) -> list[dict[str, str]]:
    return [{"key": key, "label": str(label)} for key, label in choices]
