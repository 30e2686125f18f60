"""One sentence per problem: what is wrong and what to do about it."""

from console.domain.base_check import BaseFault
from console.domain.problems import ProblemCode
from console.i18n import later

SENTENCES = {
    ProblemCode.BASE_BROKEN: later(
        "The jurisdiction base is broken: file {file}, record {record}: {reason}. "
        "Restore the file or reinstall the program."
    ),
    ProblemCode.UNKNOWN_TICKET: later("There is no complaint with number {ticket}. Check the number."),
    ProblemCode.UNKNOWN_QUESTION: later("There is no question {question}. Check its id."),
    ProblemCode.UNKNOWN_OPTION: later(
        "Question {question} has no answer {option}. Choose one of {options}, or 0 for not known."
    ),
    ProblemCode.UNKNOWN_CONTACT: later("There is no contact {contact}. Search the directory for it."),
    ProblemCode.UNKNOWN_MATTER: later("There is no matter {matter}. Check its code in the guide."),
    ProblemCode.UNKNOWN_INSTITUTION: later("There is no institution {institution}. Check its code."),
    ProblemCode.UNKNOWN_VILLAGE: later(
        "There is no village {village} in Banyuwangi. Give a village code, or a name with its kecamatan."
    ),
    ProblemCode.UNKNOWN_TEMPLATE: later("There is no message template {template}. Known: {templates}."),
    ProblemCode.UNKNOWN_CHANNEL: later("There is no channel {channel}. Choose one of {channels}."),
    ProblemCode.UNKNOWN_STATUS: later("There is no status {status}. Choose one of {statuses}."),
    ProblemCode.UNKNOWN_SETTING: later("There is no setting {setting}."),
    ProblemCode.UNKNOWN_FORWARDING: later("There is no forwarding {forwarding}. Prepare the message again."),
    ProblemCode.EMPTY_COMPLAINT: later("The complaint is empty. Write what the citizen says."),
    ProblemCode.TEXT_TOO_LONG: later(
        "The text has {length} characters; {limit} fit. Shorten it, or store the rest as a note."
    ),
    ProblemCode.FIELD_TOO_LONG: later("Field {field} holds at most {limit} characters. Shorten it."),
    ProblemCode.BAD_FIELD: later("Field {field} cannot be used: {reason}."),
    ProblemCode.BAD_PHONE: later(
        "“{phone}” is not one telephone number. Write one, for example 0812-3456-7890, or leave it empty."
    ),
    ProblemCode.NOT_MOBILE: later("{phone} is not a mobile number; WhatsApp may not reach it."),
    ProblemCode.NO_PHONE: later("{contact} has no number. Choose another contact."),
    ProblemCode.NO_CONTACT: later(
        "The directory has no reachable contact for {institution}. Choose a contact by hand."
    ),
    ProblemCode.BAD_OPERATOR: later("Say who is at the desk: {field} is missing or not usable."),
    ProblemCode.BAD_DATE: later("“{text}” is not a date. Write it as 2026-11-22."),
    ProblemCode.BAD_JSON: later("The JSON cannot be read at line {line}, column {column}: {reason}."),
    ProblemCode.BAD_TEMPLATE: later("Message template {template} cannot be used: {reason}."),
    ProblemCode.MESSAGE_TOO_LONG: later(
        "The message does not fit into a WhatsApp link of {limit} characters. Shorten it, or copy it instead."
    ),
    ProblemCode.FILE_UNREADABLE: later("File {file} cannot be read: {reason}."),
    ProblemCode.FILE_UNWRITABLE: later("File {file} cannot be written: {reason}."),
    ProblemCode.CHANGED_BY_OTHERS: later(
        "Complaint {ticket} was changed by somebody else meanwhile. Open it again and repeat your change."
    ),
    ProblemCode.DISK_FULL: later(
        "The disk is full; nothing was saved. Free some space in {folder} and save again."
    ),
    ProblemCode.DISK_READ_ONLY: later(
        "Folder {folder} cannot be written; nothing was saved. Ask IT for write permission."
    ),
    ProblemCode.DATABASE_NEWER: later(
        "The database belongs to a newer version of the console ({found}; this one knows {known}). "
        "Update the console on this PC."
    ),
    ProblemCode.DATABASE_OLDER: later(
        "The database is of an older version ({found}; needed {known}). Ask IT to run: konsol db upgrade."
    ),
    ProblemCode.DATABASE_BROKEN: later("The database cannot be used: {reason}. Ask IT to restore a backup."),
    ProblemCode.DATABASE_BUSY: later("The database is busy; nothing was saved. Try again in a moment."),
    ProblemCode.DATABASE_UNREACHABLE: later(
        "The database cannot be reached: {reason}. Check the network and the database address."
    ),
    ProblemCode.BAD_DATABASE_URL: later(
        "The database address cannot be used. Write sqlite:///FILE or postgresql://USER@HOST/NAME."
    ),
    ProblemCode.ALREADY_RUNNING: later(
        "The console is already open on this PC; its window was brought forward."
    ),
    ProblemCode.LINK_NOT_OPENED: later(
        "WhatsApp could not be opened ({route}). Copy the message and send it by hand."
    ),
    ProblemCode.NO_DISPLAY: later(
        "There is no display for the window. Use a command without a window, or: konsol tour --out DIR."
    ),
    ProblemCode.NOT_PERMITTED: later("You are not permitted to do this. Ask your supervisor."),
}

FAULTS = {
    BaseFault.UNREADABLE: later("it is not valid TOML ({detail})"),
    BaseFault.MISSING_FILE: later("the file is missing"),
    BaseFault.MISSING_FIELD: later("field {detail} is missing"),
    BaseFault.UNKNOWN_FIELD: later("field {detail} is unknown"),
    BaseFault.WRONG_TYPE: later("field {detail} holds the wrong kind of value"),
    BaseFault.UNKNOWN_VALUE: later("{detail} is not a known value"),
    BaseFault.EMPTY: later("field {detail} is empty"),
    BaseFault.DUPLICATE: later("{detail} occurs twice"),
    BaseFault.UNKNOWN_REFERENCE: later("it refers to {detail}, which does not exist"),
    BaseFault.ONE_SIDED: later("it and {detail} do not name each other"),
    BaseFault.LEVEL_CONFLICT: later("its level contradicts the level of {detail}"),
    BaseFault.SUPERSEDED: later("deadline {detail} no longer holds"),
    BaseFault.TOO_FEW_OPTIONS: later("a question needs at least two answers"),
    BaseFault.RESERVED_OPTION: later("answer 0 is reserved for “not known”"),
    BaseFault.NOT_REGENCY: later("{detail} is not an office of the regency"),
    BaseFault.NO_STEPS: later("it has no steps"),
    BaseFault.NO_OPENING: later("step 0, the words spoken first, is missing"),
    BaseFault.NO_EXPLANATION: later("the words for the citizen are missing"),
    BaseFault.BAD_DATE: later("{detail} is not a date like 2026-11-22"),
    BaseFault.HALF_SIGNED: later("verified_by and verified_on belong together"),
    BaseFault.BAD_NUMBER: later("{detail} is not a usable number"),
    BaseFault.BAD_VERSION: later("{detail} is not a version like 2026.11.1"),
}
