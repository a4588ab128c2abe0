"""What can go wrong with the record, in words for people: trouble of the storage itself, and changes that are
refused."""


class StorageFault(Exception):  # noqa: N818 - the house word for it
    """The storage cannot do its work; the message is one line that says what to do."""


class Refusal(Exception):  # noqa: N818 - not an error of the program: the answer to a change that came too late
    """A change was not kept, not even in part; others are not touched by it."""


class StaleTurn(Refusal):
    """The session has moved on since it was read: read it again and decide anew."""


class AlreadyDone(Refusal):
    """The inbox row has been worked off before: leave it."""


class InvitationSpent(Refusal):
    """The invitation was used, has run out, or never was."""


class Unfit(Refusal):
    """The change contradicts the record or cannot be stored as text."""
