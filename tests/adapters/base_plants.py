"""Every way to break the base that the loader must name: the change, and what it has to say about it."""

from dataclasses import dataclass

from console.domain.base_check import BaseFault


@dataclass(frozen=True)
class Plant:
    """Replace the first `old` after `after` by `new` in `file`, and expect the rest to be told.

    `told` is the file the fault is told of, if it is another one.
    """

    file: str
    old: str
    new: str
    fault: BaseFault
    record: str
    detail: str = ""
    after: str = ""
    told: str = ""

    def break_text(self, text: str) -> str:
        """Return the broken text; the place must exist, or the plant proves nothing."""
        at = text.index(self.old, text.index(self.after))
        return text[:at] + self.new + text[at + len(self.old) :]


_ROADS = "matters/jalan.toml"
_ROAD_QUESTIONS = "questions/jalan.toml"
_KTP = "procedures/PROC-03.toml"
_SAID = "explanations/hukum.toml"
_BODIES = "institutions.toml"
_DEADLINES = "deadlines.toml"
_ROAD_TITLE = "title = 'Jalan kabupaten rusak atau berlubang'"
_UNSIGNED = "verified_by = ''\nverified_on = ''"

PLANTS = (
    Plant(
        _ROADS,
        "level = 'pemkab'",
        "level = pemkab",
        BaseFault.UNREADABLE,
        "6:9",
        "Invalid value (at line 6, column 9)",
    ),
    Plant(
        "base.toml",
        "confidence = 'medium'\n",
        "confidence = '",
        BaseFault.UNREADABLE,
        "8:1",
        'Expected "\'" (at end of document)',
    ),
    Plant(
        _ROADS,
        "title = 'Jalan kabupaten rusak atau berlubang'\n",
        "",
        BaseFault.MISSING_FIELD,
        "JLN-01",
        "title",
    ),
    Plant(_ROADS, "code = 'JLN-01'\n", "", BaseFault.MISSING_FIELD, "matter 1", "code"),
    Plant(_ROADS, "verified_by = ''\n", "", BaseFault.MISSING_FIELD, "JLN-01", "verified_by"),
    Plant(_KTP, "who = 'Petugas'\n", "", BaseFault.MISSING_FIELD, "PROC-03/2", "who"),
    Plant(
        _ROADS,
        "code = 'JLN-02'\n",
        "code = 'JLN-02'\nlegal_bassis = 'UU'\n",
        BaseFault.UNKNOWN_FIELD,
        "JLN-02",
        "legal_bassis",
    ),
    Plant(
        "base.toml",
        "hours = 2",
        "hours = 2\nminutes = 3",
        BaseFault.UNKNOWN_FIELD,
        "response_target",
        "minutes",
    ),
    Plant(_ROADS, _ROAD_TITLE, "title = 3", BaseFault.WRONG_TYPE, "JLN-01", "title"),
    Plant(
        _ROADS, "  'jalan rusak',\n", "  'jalan rusak',\n  7,\n", BaseFault.WRONG_TYPE, "JLN-01", "keywords"
    ),
    Plant(
        _ROADS,
        "{ institution = 'PK-KEC', role = 'membina desa (camat)' },",
        "'PK-KEC',",
        BaseFault.WRONG_TYPE,
        "JLN-02",
        "involved",
    ),
    Plant(_ROAD_QUESTIONS, "number = 1", "number = true", BaseFault.WRONG_TYPE, "Q-JBT-01/True", "number"),
    Plant(_DEADLINES, "superseded = true", "superseded = 'ya'", BaseFault.WRONG_TYPE, "DL-07", "superseded"),
    Plant(_ROADS, "verified_on = ''", "verified_on = 2026", BaseFault.WRONG_TYPE, "JLN-01", "verified_on"),
    Plant(_SAID, "say = [", "say = 1\nsaid = [", BaseFault.WRONG_TYPE, "GOV-03", "say"),
    Plant(_ROADS, "level = 'pemkab'", "level = 'kota'", BaseFault.UNKNOWN_VALUE, "JLN-01", "kota"),
    Plant(_BODIES, "confidence = 'high'", "confidence = 'sure'", BaseFault.UNKNOWN_VALUE, "PK-SETDA", "sure"),
    Plant(
        "matters/perhubungan.toml",
        "village_kind = 'kelurahan'",
        "village_kind = 'kota'",
        BaseFault.UNKNOWN_VALUE,
        "PHB-07",
        "kota",
    ),
    Plant(_KTP, "id = 'PROC-03'", "id = 'PROC-30'", BaseFault.UNKNOWN_VALUE, "PROC-03", "id"),
    Plant(_ROADS, _ROAD_TITLE, "title = '  '", BaseFault.EMPTY, "JLN-01", "title"),
    Plant(
        _ROADS,
        "legal_basis = 'UU 38/2004 jo UU 2/2022 (pengusahaan dan SPM jalan tol, Pasal 51A)'",
        "legal_basis = ''",
        BaseFault.EMPTY,
        "JLN-08",
        "legal_basis",
        after="code = 'JLN-08'",
    ),
    Plant(_BODIES, "short_name = 'Setda'", "short_name = ''", BaseFault.EMPTY, "PK-SETDA", "short_name"),
    Plant(_DEADLINES, "unit = 'hari'", "unit = ''", BaseFault.EMPTY, "DL-01", "unit"),
    Plant(_ROADS, "role = 'membina desa (camat)'", "role = ''", BaseFault.EMPTY, "JLN-02", "role"),
    Plant(_ROADS, ", when = 'jembatan di jalan desa'", "", BaseFault.EMPTY, "JLN-09", "when"),
    Plant(_ROADS, "'jalan rusak'", "''", BaseFault.EMPTY, "JLN-01", "keywords"),
    Plant(_KTP, "who = 'Petugas'", "who = ''", BaseFault.EMPTY, "PROC-03", "who"),
    Plant(_ROADS, "code = 'JLN-02'", "code = 'JLN-01'", BaseFault.DUPLICATE, "JLN-01", "JLN-01"),
    Plant(
        "matters/agama.toml",
        "code = 'HKM-03'",
        "code = 'IZN-01'",
        BaseFault.UNKNOWN_REFERENCE,
        "",
        "HKM-03",
        told="explanations/agama.toml",
    ),
    Plant(_ROADS, "'jalan berlubang'", "'jalan rusak'", BaseFault.DUPLICATE, "JLN-01", "jalan rusak"),
    Plant(_BODIES, "code = 'PK-BAG-PEM'", "code = 'PK-SETDA'", BaseFault.DUPLICATE, "PK-SETDA", "PK-SETDA"),
    Plant(_ROAD_QUESTIONS, "number = 2", "number = 1", BaseFault.DUPLICATE, "Q-JBT-01", "1"),
    Plant(
        _ROADS,
        "institution = 'PK-DPUCKPP'",
        "institution = 'PK-PUPR'",
        BaseFault.UNKNOWN_REFERENCE,
        "JLN-01",
        "PK-PUPR",
    ),
    Plant(
        _ROADS,
        "{ institution = 'PK-KEC', role",
        "{ institution = 'PK-CAMAT', role",
        BaseFault.UNKNOWN_REFERENCE,
        "JLN-02",
        "PK-CAMAT",
    ),
    Plant(
        _ROADS,
        "{ institution = 'PK-DESA', when",
        "{ institution = 'PK-DUSUN', when",
        BaseFault.UNKNOWN_REFERENCE,
        "JLN-09",
        "PK-DUSUN",
    ),
    Plant(_ROADS, "'Q-JLN-02'", "'Q-JLN-99'", BaseFault.UNKNOWN_REFERENCE, "JLN-01", "Q-JLN-99"),
    Plant(_ROADS, "'PROC-02'", "'PROC-99'", BaseFault.UNKNOWN_REFERENCE, "JLN-01", "PROC-99"),
    Plant(
        _ROADS,
        "deadline_ids = ['DL-47']",
        "deadline_ids = ['DL-99']",
        BaseFault.UNKNOWN_REFERENCE,
        "JLN-01",
        "DL-99",
    ),
    Plant(_ROAD_QUESTIONS, "'JLN-04'", "'JLN-99'", BaseFault.UNKNOWN_REFERENCE, "Q-JBT-01", "JLN-99"),
    Plant(
        _ROAD_QUESTIONS,
        "unknown_institution = 'PK-DPUCKPP'",
        "unknown_institution = 'PK-PUPR'",
        BaseFault.UNKNOWN_REFERENCE,
        "Q-JBT-01",
        "PK-PUPR",
    ),
    Plant(_SAID, '["HKM-05"]', '["HKM-99"]', BaseFault.UNKNOWN_REFERENCE, "", "HKM-99"),
    Plant(_ROADS, "'PROC-02'", "'PROC-03'", BaseFault.ONE_SIDED, "JLN-01", "PROC-03"),
    Plant(
        _KTP,
        "matter_codes = ['DUK-01']",
        "matter_codes = ['DUK-01', 'DUK-02']",
        BaseFault.ONE_SIDED,
        "PROC-03",
        "DUK-02",
    ),
    Plant(_ROAD_QUESTIONS, "'JLN-04'", "'DUK-01'", BaseFault.ONE_SIDED, "Q-JBT-01", "DUK-01"),
    Plant(
        _ROADS,
        "level = 'pemkab'",
        "level = 'provinsi'",
        BaseFault.LEVEL_CONFLICT,
        "JLN-01",
        "PK-DPUCKPP: pemkab",
    ),
    Plant(
        _ROADS,
        "deadline_ids = ['DL-47']",
        "deadline_ids = ['DL-07']",
        BaseFault.SUPERSEDED,
        "JLN-01",
        "DL-07",
    ),
    Plant(
        _ROAD_QUESTIONS,
        "unknown_institution = 'PK-DPUCKPP'",
        "unknown_institution = 'PR-PUBM'",
        BaseFault.NOT_REGENCY,
        "Q-JBT-01",
        "PR-PUBM",
    ),
    Plant(
        _ROAD_QUESTIONS, "number = 1", "number = 0", BaseFault.RESERVED_OPTION, "Q-JBT-01", "Jalan nasional"
    ),
    Plant(_ROAD_QUESTIONS, "number = 1", "number = -1", BaseFault.BAD_NUMBER, "Q-JBT-01", "-1"),
    Plant("base.toml", "hours = 2", "hours = 0", BaseFault.BAD_NUMBER, "response_target", "hours"),
    Plant(_DEADLINES, "number = 30", "number = 0", BaseFault.BAD_NUMBER, "DL-01", "number"),
    Plant(_KTP, "number = 0", "number = 9", BaseFault.NO_OPENING, "PROC-03"),
    Plant(
        _ROADS,
        _UNSIGNED,
        "verified_by = 'Bagian Hukum'\nverified_on = '22-11-2026'",
        BaseFault.BAD_DATE,
        "JLN-01",
        "22-11-2026",
    ),
    Plant(
        _ROAD_QUESTIONS,
        _UNSIGNED,
        "verified_by = 'Bagian Hukum'\nverified_on = '2026-02-30'",
        BaseFault.BAD_DATE,
        "Q-JBT-01",
        "2026-02-30",
    ),
    Plant(
        _KTP,
        "verified_by = ''",
        "verified_by = 'Bagian Hukum'",
        BaseFault.HALF_SIGNED,
        "PROC-03",
        "verified_on",
    ),
    Plant(
        _DEADLINES,
        "verified_on = ''",
        "verified_on = 2026-11-22",
        BaseFault.HALF_SIGNED,
        "DL-01",
        "verified_by",
    ),
    Plant(
        "base.toml", "version = '2026.11.1'", "version = 'latest'", BaseFault.BAD_VERSION, "latest", "latest"
    ),
    Plant(
        "questions/hukum.toml",
        "id = 'Q-WRS-01'",
        "id = 'Q-JLN-01'",
        BaseFault.DUPLICATE,
        "Q-JLN-01",
        "Q-JLN-01",
        told=_ROAD_QUESTIONS,
    ),
)
