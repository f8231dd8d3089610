"""Which language a text is in, by its letters and its commonest small words."""


def recognise(text: str) -> str:
    """An ISO 639-1 code, or "und" where no language can be told."""
    return "ar" if any("\u0600" <= char <= "\u06ff" for char in text[:2000]) else "en"
