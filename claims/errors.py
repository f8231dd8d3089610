"""Every error that factlog raises on purpose.

Each has a stable ``code``: the API answers with it, and tests name it. The message is a whole
sentence for the person who caused it: what is wrong, and what to do.
"""


class FactlogError(Exception):
    """Something was refused on purpose; ``str(error)`` says what and what to do about it."""

    code = "refused"


class TextRefused(FactlogError):
    """The text of an article cannot be stored as it is (empty, too long, undecodable ...)."""

    code = "text_refused"


class InputRefused(FactlogError):
    """A field beside the text (a date, an address, a language) is not what it must be."""

    code = "input_refused"


class LeaseLost(FactlogError):
    """A worker went on with a job that another one has taken over: its results are not written."""

    code = "lease_lost"


class JobIsDone(FactlogError):
    """Work that came to its end is not started again."""

    code = "job_is_done"


class ReviewRefused(FactlogError):
    """A finding, decision or other act of review that the rules do not allow as things stand.

    ``missing`` has a sentence for each thing that is missing.
    """

    code = "review_refused"

    def __init__(self, *missing: str) -> None:
        super().__init__(" ".join(missing))
        self.missing = missing


class AmendmentRefused(FactlogError):
    """What a person sets right in a claim that cannot be so; a sentence for each reason."""

    code = "amendment_refused"

    def __init__(self, *missing: str) -> None:
        super().__init__(" ".join(missing))
        self.missing = missing


class AmendedMeanwhile(AmendmentRefused):
    """The claim is something else than it was when the person opened it."""

    code = "amended_meanwhile"


class VersionConflict(FactlogError):
    """Somebody has changed it since it was read; ``version`` is what it has now."""

    code = "version_conflict"

    def __init__(self, sentence: str, version: int) -> None:
        super().__init__(sentence)
        self.version = version


class SourceDecisionRefused(FactlogError):
    """A source cannot be confirmed, merged or renamed in the way that was asked for."""

    code = "source_decision_refused"


class FetchRefused(FactlogError):
    """An address is not fetched, or what it answers is not taken."""

    code = "fetch_refused"


class HostNotReached(FetchRefused):
    """There is no connection to a host, or it is at no address that may be called."""


class AnswerTooSlow(FetchRefused):
    """A host took longer to answer than it may."""


class AnswerTooLarge(FetchRefused):
    """A host sends more than is taken."""


class ReaderFailed(FactlogError):
    """A question to the second reader got no answer of use, and the text may be why.

    ``pause``: for how many seconds no other text is asked about either, where the reader may be
    why as well; 0 where it answers.
    """

    code = "reader_failed"

    def __init__(self, sentence: str, *, pause: float = 0) -> None:
        super().__init__(sentence)
        self.pause = pause


class ReaderUnavailable(ReaderFailed):
    """The second reader answers nobody now: it is away or busy, or the settings are wrong."""


class FileRefused(FactlogError):
    """A file that was sent in is not kept (its kind, its size, what it holds)."""

    code = "file_refused"


class StoreUnavailable(FactlogError):
    """The store of evidence cannot be reached, or has no room."""

    code = "store_unavailable"


class EvidenceDamaged(FactlogError):
    """Bytes of the store of evidence are gone, or are not what was put there."""

    code = "evidence_damaged"


class PersonRefused(FactlogError):
    """What an administrator asks for about a person cannot be done as it was asked."""

    code = "person_refused"


class NameTaken(PersonRefused):
    """Somebody signs in with this name already."""

    code = "name_taken"


class OwnAccount(PersonRefused):
    """Nobody closes the account that they are signed in with."""

    code = "own_account"


class LastAdministrator(PersonRefused):
    """Nobody would be left who can give people their roles."""

    code = "last_administrator"


class SecondFactorUnreadable(FactlogError):
    """A second factor was stored under a secret key that is not in use any more."""

    code = "second_factor_unreadable"
