"""What a contact is found by: own words, and the words of the institution, matters and places it stands for.

The words of an institution or a matter are kept once, however many contacts share them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Final, NamedTuple

from console.domain.base import JurisdictionBase
from console.domain.contact import Contact
from console.domain.directory.search_words import SearchWords
from console.domain.directory.words import words_of
from console.domain.institution import Institution
from console.domain.level import Level
from console.domain.region import Region


class Field(IntEnum):
    """Where a word stands; the smaller, the more a match there means.

    NAMED: name, position, institution. DIRECT: the contact's own field, topics and area. INHERITED: what
    the institution or the district is about. The SHORT and LIKE forms are other words for those.
    """

    NAMED = 0
    NAMED_SHORT = 1
    DIRECT = 2
    DIRECT_LIKE = 3
    INHERITED = 4
    INHERITED_LIKE = 5


Document = Mapping[str, Field]
# Of a code such as PK-DPUCKPP or PR-PUBM the first part names the level, not the office.
_CODE_PARTS: Final = 2


class Subject(NamedTuple):
    """Something contacts share: its search words, and its own text for explaining a match."""

    document: Document
    words: tuple[str, ...]


class Own(NamedTuple):
    """A contact's own words by the first four fields; a word stands in its best field only."""

    named: list[str]
    named_short: list[str]
    direct: list[str]
    direct_like: list[str]


class Background:
    """What the base and the region say about the contacts' institutions, topics and areas.

    A topic that is a matter's code (``PHB-04``) or a domain (``irigasi``) stands for that matter, or for
    all matters of the domain.
    """

    def __init__(self, base: JurisdictionBase, region: Region, search_words: SearchWords) -> None:
        self.search_words = search_words
        self._institutions = base.institution_by_code
        self._matters = base.matter_by_code
        self._keywords: dict[str, list[str]] = defaultdict(list)
        self._by_domain: dict[str, list[str]] = defaultdict(list)
        for matter in base.matters:
            self._by_domain[matter.domain.casefold()].append(matter.code)
            bodies = (matter.institution_code, *(other.institution_code for other in matter.alternatives))
            for code in dict.fromkeys(bodies):
                self._keywords[code] += (matter.title, *matter.keywords)
        self._villages_of: dict[str, list[str]] = defaultdict(list)
        self._area_names = {district.code: district.name for district in region.districts}
        for village in region.villages:
            spellings = " ".join((village.name, *village.other_spellings))
            self._villages_of[village.district_code].append(spellings)
            self._area_names[village.code] = f"{spellings} {village.district}"
        self._subjects: dict[str, Subject] = {}

    def level(self, contact: Contact) -> Level | None:
        """Return the level of the contact's institution; None for one the base does not know."""
        institution = self._institutions.get(contact.institution_code)
        return institution.level if institution else None

    def own(self, contact: Contact) -> Own:
        """Return the words of the contact itself."""
        described = self.search_words.described
        position = described(contact.position)
        others = [described(text) for text in self._texts(contact)]
        name = words_of(contact.name)  # a name is nobody's synonym, but "Moh." is Muhammad
        short = [form for word in name for form in self.search_words.short_forms(word)]
        own = Own([*name, *position.words], [*short, *position.short], [], list(position.like))
        for other in others:
            own.direct.extend(other.words)
            own.direct_like.extend(other.like)
        return _once(own)

    def own_words(self, contact: Contact) -> list[str]:
        """Return the contact's own words as written, without other words for them."""
        texts = (contact.name, contact.position, *self._texts(contact))
        return [word for text in texts for word in words_of(text)]

    def _texts(self, contact: Contact) -> list[str]:
        areas = [self._area_names[code] for code in contact.areas if code in self._area_names]
        return [contact.field, *contact.topics, *areas]

    def subjects(self, contact: Contact) -> tuple[str, ...]:
        """Return the keys of what the contact stands for beside itself."""
        return tuple(dict.fromkeys((contact.institution_code, *self._topics(contact), *contact.areas)))

    def subject(self, key: str) -> Subject:
        """Return the words of one key of `subjects`."""
        known = self._subjects.get(key)
        if known is None:
            known = self._subjects[key] = self._made(key)
        return known

    def _topics(self, contact: Contact) -> Iterable[str]:
        for topic in contact.topics:
            if topic.upper() in self._matters:
                yield topic.upper()
            yield from self._by_domain.get(topic.casefold(), ())

    def _made(self, key: str) -> Subject:
        institution = self._institutions.get(key)
        if institution is not None:
            return self._institution(institution)
        matter = self._matters.get(key)
        if matter is not None:
            return self._document(direct=(matter.title, *matter.keywords))
        return self._document(inherited=self._villages_of.get(key, ()))

    def _institution(self, institution: Institution) -> Subject:
        code = institution.code.split("-", _CODE_PARTS - 1)[-1]
        return self._document(
            named=(institution.name, institution.short_name, code),
            inherited=(institution.handles, *self._keywords.get(institution.code, ())),
        )

    def _document(
        self, *, named: Iterable[str] = (), direct: Iterable[str] = (), inherited: Iterable[str] = ()
    ) -> Subject:
        fields: dict[str, Field] = {}
        spoken: list[str] = []
        for texts, field, like_field in (
            (named, Field.NAMED, Field.DIRECT_LIKE),
            (direct, Field.DIRECT, Field.DIRECT_LIKE),
            (inherited, Field.INHERITED, Field.INHERITED_LIKE),
        ):
            for one in map(self.search_words.described, texts):
                spoken += one.words
                short_field = Field.NAMED_SHORT if field is Field.NAMED else like_field
                for words, place in ((one.words, field), (one.short, short_field), (one.like, like_field)):
                    for word in words:
                        fields[word] = min(place, fields.get(word, place))
        return Subject(document=fields, words=tuple(spoken))


def _once(own: Own) -> Own:
    """Return the words without repetition, each in the first field that has it."""
    seen: set[str] = set()
    pieces = []
    for words in own:
        fresh = [word for word in dict.fromkeys(words) if word not in seen]
        seen.update(fresh)
        pieces.append(fresh)
    return Own(*pieces)
