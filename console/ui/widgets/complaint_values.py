"""What the form holds, as plain values: the page passes them on, the form shows them."""

from dataclasses import dataclass

from console.domain.complaint import Channel
from console.domain.text import shorten


@dataclass(frozen=True, slots=True, kw_only=True)
class FormValues:
    """The fields as typed; `phone` is not yet a number, `village_code` is empty until one was picked."""

    channel: Channel = Channel.PHONE_112
    text: str = ""
    village_code: str = ""
    place: str = ""
    phone: str = ""
    name: str = ""

    def is_blank(self) -> bool:
        """Say that nothing was typed (the channel alone is nothing)."""
        typed = (self.text, self.village_code, self.place, self.phone, self.name)
        return not any(part.strip() for part in typed)

    def first_words(self, limit: int = 40) -> str:
        """Return what tells this complaint from others in a short line: its text, else who or where."""
        for part in (self.text, self.name, self.phone, self.place):
            if words := " ".join(part[: 4 * limit].split()):
                return shorten(words, limit)
        return ""
