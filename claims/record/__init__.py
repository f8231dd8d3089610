"""The record: who changed what, when and why, in a chain that cannot be quietly altered."""

from claims.record.writing import Entry, write

__all__ = ["Entry", "write"]
