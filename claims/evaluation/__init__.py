"""How well claims are found: annotated articles (gold), figures, causes, comparison.

The figures are those of the project's annotation guideline. Needs no database.
"""

from claims.evaluation.figures import Evaluation, evaluate
from claims.evaluation.gold import GoldArticle, GoldClaim, read

__all__ = ["Evaluation", "GoldArticle", "GoldClaim", "evaluate", "read"]
