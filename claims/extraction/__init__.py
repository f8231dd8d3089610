"""Text in, attributed claims out. Pure Python: no Django, no database, no network."""

from claims.extraction.extract import ENGINE, extract

__all__ = ["ENGINE", "extract"]
