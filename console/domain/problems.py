"""The two kinds of error: a Problem is something the user can act on; everything else is our bug."""

from enum import StrEnum


class ProblemKind(StrEnum):
    """Who can mend it; the command line's exit code follows from it (3, 4 or 5)."""

    INPUT = "input"
    PERMISSION = "permission"
    UNREACHABLE = "unreachable"


class ProblemCode(StrEnum):
    """What is wrong. The sentence for each code stands in `console/wording.py`."""

    BASE_BROKEN = "base-broken"  # file, record, reason
    UNKNOWN_TICKET = "unknown-ticket"  # ticket
    UNKNOWN_QUESTION = "unknown-question"  # question
    UNKNOWN_OPTION = "unknown-option"  # question, option, options
    UNKNOWN_CONTACT = "unknown-contact"  # contact
    UNKNOWN_MATTER = "unknown-matter"  # matter
    UNKNOWN_INSTITUTION = "unknown-institution"  # institution
    UNKNOWN_VILLAGE = "unknown-village"  # village
    UNKNOWN_TEMPLATE = "unknown-template"  # template
    UNKNOWN_CHANNEL = "unknown-channel"  # channel, channels
    UNKNOWN_STATUS = "unknown-status"  # status, statuses
    UNKNOWN_SETTING = "unknown-setting"  # setting
    UNKNOWN_FORWARDING = "unknown-forwarding"  # forwarding
    EMPTY_COMPLAINT = "empty-complaint"
    TEXT_TOO_LONG = "text-too-long"  # limit, length
    FIELD_TOO_LONG = "field-too-long"  # field, limit
    BAD_FIELD = "bad-field"  # field, reason
    BAD_PHONE = "bad-phone"  # phone
    NOT_MOBILE = "not-mobile"  # phone
    NO_PHONE = "no-phone"  # contact
    NO_CONTACT = "no-contact"  # institution
    BAD_OPERATOR = "bad-operator"  # field
    BAD_DATE = "bad-date"  # text
    BAD_JSON = "bad-json"  # line, column, reason
    BAD_TEMPLATE = "bad-template"  # template, reason
    MESSAGE_TOO_LONG = "message-too-long"  # limit
    FILE_UNREADABLE = "file-unreadable"  # file, reason
    FILE_UNWRITABLE = "file-unwritable"  # file, reason
    CHANGED_BY_OTHERS = "changed-by-others"  # ticket
    DISK_FULL = "disk-full"  # folder
    DISK_READ_ONLY = "disk-read-only"  # folder
    DATABASE_NEWER = "database-newer"  # found, known
    DATABASE_OLDER = "database-older"  # found, known
    DATABASE_BROKEN = "database-broken"  # reason
    DATABASE_BUSY = "database-busy"
    DATABASE_UNREACHABLE = "database-unreachable"  # reason
    BAD_DATABASE_URL = "bad-database-url"  # reason
    ALREADY_RUNNING = "already-running"
    LINK_NOT_OPENED = "link-not-opened"  # route
    NO_DISPLAY = "no-display"
    NOT_PERMITTED = "not-permitted"


_KINDS = {
    ProblemCode.NOT_PERMITTED: ProblemKind.PERMISSION,
    ProblemCode.DATABASE_UNREACHABLE: ProblemKind.UNREACHABLE,
    ProblemCode.DATABASE_BUSY: ProblemKind.UNREACHABLE,
}


class Problem(Exception):  # noqa: N818 - a Problem is not an error of the program
    """Something the user can act on: a code and the facts its sentence names.

    Raised by every layer, shown by one presenter per surface. Carries no words of its own.
    """

    def __init__(self, code: ProblemCode, **params: str | int) -> None:
        super().__init__(code.value, params)
        self.code = code
        self.params = params

    @property
    def kind(self) -> ProblemKind:
        """Who can mend it."""
        return _KINDS.get(self.code, ProblemKind.INPUT)
