"""The forms of a WhatsApp link; apart from the message, because every start reads the setting."""

from enum import StrEnum


class Route(StrEnum):
    """Which form of WhatsApp link is opened."""

    APP = "app"
    WEB = "web"
    WA_ME = "wa.me"
