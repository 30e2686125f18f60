"""Who can act: the right person first and open, the others a line each, up to the head of the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.contact import Contact
from console.i18n import translate as _
from console.ui.icons import paint_icon
from console.ui.paint import draw_box, draw_key_cap, draw_ring, key_cap_width
from console.ui.theme import Role, Theme, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.avatar import initials
from console.ui.widgets.card import column
from console.ui.widgets.choices import ChoiceGroup, Option
from console.ui.widgets.clearing import take_away
from console.ui.widgets.line_button import LineButton
from console.ui.widgets.pressable import Pressable
from console.wording import short_date, word

_OPEN, _CLOSED = 84, 34
_DISC = 36
_LAST_DIGIT = 9
_FIRST = 4  # contacts shown of a long list


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A contact with its office's short name and its number as people here read it.

    `copy` marks somebody of another office who gets the message for information, such as the camat.
    """

    contact: Contact
    office: str
    number: str
    copy: bool = False

    @property
    def chat(self) -> bool:
        """Whether a WhatsApp link can lead there; short public numbers cannot be written to."""
        return self.contact.phone.startswith("+")

    def role(self) -> str:
        """Return the contact's place in the order, in a word."""
        return _("copy to") if self.copy else word(self.contact.rank)

    def freshness(self) -> str:
        """Return when somebody last made sure of the number."""
        if self.contact.confirmed_at is None:
            return _("never checked")
        return _("checked {day}").format(day=short_date(self.contact.confirmed_at))

    def warning(self) -> str:
        """Return what is wrong with the number for our purpose, empty when nothing is."""
        if not self.contact.phone:
            return _("no number")
        if not self.chat:
            return _("calls only, no WhatsApp")
        return "" if self.contact.whatsapp else _("may not have WhatsApp")


class ContactCard(Pressable):
    """A card while chosen, else one line."""

    def __init__(self, view: ContactView, number: int | None, parent: QWidget | None = None) -> None:
        super().__init__(view.contact.name, parent)
        self.view = view
        self._number = "" if number is None else str(number)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        contact = view.contact
        sample = _("SAMPLE") if contact.sample else ""
        spoken = (contact.name, contact.position, view.office, view.number, view.freshness(), view.warning())
        self.setAccessibleName(", ".join(part for part in (*spoken, sample) if part))
        self.setAccessibleDescription(" · ".join(part for part in (self._number, view.role()) if part))
        self.setToolTip(self.accessibleName())
        self.toggled.connect(self._follow)

    def _follow(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of a card or of a line."""
        theme = current_theme()
        return QSize(theme.px(300), theme.px(_OPEN if self.isChecked() else _CLOSED))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest useful card."""
        return QSize(current_theme().px(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card or line."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.isChecked():
            draw_box(painter, area, theme.px(10), theme.colour("card"), theme.colour("accent"), 2)
            self._paint_card(painter, theme, area)
        else:
            if self.underMouse():
                draw_box(painter, area, theme.px(8), theme.colour("hover"))
            self._paint_line(painter, theme, area)
        if self.shows_focus():
            inner = area.adjusted(3, 3, -3, -3) if self.isChecked() else area
            draw_ring(painter, inner, theme.px(8), theme.colour("accent"))

    def _paint_card(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        contact, side = self.view.contact, theme.px(_DISC)
        disc = QRectF(theme.px(12), (area.height() - side) / 2, side, side)
        draw_box(painter, disc, side / 2, theme.colour("accent_soft"))
        painter.setPen(theme.colour("accent"))
        painter.setFont(theme.font(Role.STRONG))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(contact.name))
        left = disc.right() + theme.px(12)
        room = QRectF(left, theme.px(10), area.width() - left - theme.px(12), theme.px(21))
        first = QRectF(room)
        if contact.sample:
            first.setRight(room.right() - self._paint_sample(painter, theme, room))
        self._pair(painter, theme, first, (contact.name, Role.STRONG, "ink"), ("", "muted"))
        room.translate(0, room.height())
        self._pair(painter, theme, room, (contact.position, Role.BODY, "ink"), (self.view.office, "muted"))
        room.translate(0, room.height())
        self._pair(
            painter, theme, room, (self.view.number, Role.BODY_MEDIUM, "ink"), self._state(), Role.LABEL
        )

    def _state(self) -> tuple[str, str]:
        """Return what is known of the number, and the token of its colour."""
        if warning := self.view.warning():
            return warning, "danger"
        return self.view.freshness(), "pemkab" if self.view.contact.confirmed_at else "muted"

    def _paint_line(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        room = area.adjusted(theme.px(12), 0, -theme.px(12), 0)
        if self._number:
            middle = QPointF(room.left(), room.center().y())
            draw_key_cap(painter, theme, middle, self._number, theme.colour("muted"), theme.colour("line"))
            room.setLeft(room.left() + key_cap_width(theme, self._number) + theme.px(8))
        rank = self.view.role()
        painter.setFont(theme.font(Role.LABEL))
        painter.setPen(theme.colour("muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, rank)
        width = QFontMetricsF(theme.font(Role.LABEL)).horizontalAdvance(rank)
        room.setRight(room.right() - width - theme.px(8))
        if self.view.warning():
            side = theme.px(14)
            mark = QRectF(room.right() - side, room.center().y() - side / 2, side, side)
            paint_icon(painter, mark, "triangle-alert", theme.colour("danger"))
            room.setRight(mark.left() - theme.px(8))
        contact = self.view.contact
        self._pair(painter, theme, room, (contact.name, Role.BODY_MEDIUM, "ink"), (contact.position, "muted"))

    def _paint_sample(self, painter: QPainter, theme: Theme, room: QRectF) -> float:
        font, words = theme.font(Role.LABEL_STRONG), _("SAMPLE")
        width = QFontMetricsF(font).horizontalAdvance(words) + theme.px(12)
        pill = QRectF(room.right() - width, room.top() + 1, width, theme.px(18))
        draw_box(painter, pill, theme.px(5), theme.soft(Tone.MUTED), theme.colour("line"))
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return width + theme.px(8)

    def _pair(
        self,
        painter: QPainter,
        theme: Theme,
        room: QRectF,
        first: tuple[str, Role, str],
        second: tuple[str, str],
        second_role: Role = Role.BODY,
    ) -> None:
        shown = self._piece(painter, theme, room, first[0], first[1], theme.colour(first[2]))
        if second[0] and shown < room.width() - theme.px(24):
            rest = room.adjusted(shown, 0, 0, 0)
            lead = " · " if first[0] else ""
            self._piece(painter, theme, rest, lead + second[0], second_role, theme.colour(second[1]))

    @staticmethod
    def _piece(painter: QPainter, theme: Theme, room: QRectF, text: str, role: Role, colour: QColor) -> float:
        font = theme.font(role)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)


class ContactList(ChoiceGroup):
    """↑ ↓ choose at once; `chosen` carries the contact's id. A long list shows its beginning first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Contacts"), parent)
        self.setObjectName("intake-contacts")
        self._views: tuple[ContactView, ...] = ()
        self._all = False
        self._column = column(self, spacing=2)
        self._more: LineButton | None = None

    def views(self) -> tuple[ContactView, ...]:
        """Return the contacts, those not shown yet included."""
        return self._views

    def show_contacts(self, views: Sequence[ContactView], chosen: UUID | None) -> None:
        """Show these with one of them chosen."""
        if tuple(views) != self._views:
            self._views, self._all = tuple(views), False
            self._lay_out()
        if chosen is not None and chosen not in {option.value for option in self.options()}:
            self._show_all()
        self.choose(chosen)

    def _lay_out(self) -> None:
        self._clear()
        if self._more is not None:
            take_away(self._more)
            self._more = None
        few = len(self._views) <= _FIRST + 1 or self._all
        for number, view in enumerate(self._views if few else self._views[:_FIRST], 1):
            card = ContactCard(view, number if number <= _LAST_DIGIT else None, self)
            card.setObjectName(f"intake-contact-{number}")
            self._adopt(card, Option(value=view.contact.id, title=view.contact.name, number=number))
            self._column.addWidget(card)
            card.show()  # at once, so that it can take the focus before the next event
        if not few:
            self._offer_more(len(self._views) - _FIRST)

    def _offer_more(self, count: int) -> None:
        self._more = LineButton(
            _("{count} more of this office").format(count=count),
            state=_("show"),
            tone=Tone.ACCENT,
            parent=self,
        )
        self._more.setObjectName("intake-contacts-more")
        self._more.clicked.connect(self._more_clicked)
        self._column.addWidget(self._more)

    def _more_clicked(self) -> None:
        chosen = self.value()
        self._show_all()
        self.choose(chosen)
        self.focus_first()

    def _show_all(self) -> None:
        self._all = True
        self._lay_out()

    def _move(self, step: int) -> None:
        super()._move(step)
        for button in self._buttons:
            if button.hasFocus():
                button.click()
