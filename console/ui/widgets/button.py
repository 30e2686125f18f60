"""Buttons: one that leads on, ordinary ones, dangerous ones; the key that presses each printed inside."""

from dataclasses import dataclass
from typing import ClassVar, Self

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.icons import paint_icon
from console.ui.paint import CLEAR, draw_box, draw_key_cap, draw_ring, key_cap_width
from console.ui.theme import Role, Theme, current_theme
from console.ui.widgets.key_cap import key_words
from console.ui.widgets.pressable import Pressable

_GAP = 8
_ICON = 16
_RADIUS = 8.0


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one state."""

    fill: QColor
    border: QColor
    ink: QColor
    cap: QColor
    ring: QColor


class Button(Pressable):
    """The common part. Made for an action it takes its words, key and enabled state and triggers it."""

    HEIGHT: ClassVar[int] = 34
    PADDING: ClassVar[int] = 14
    TIGHT: ClassVar[int] = 8
    ROLE: ClassVar[Role] = Role.STRONG

    def __init__(self, words: str, *, key: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._icon = icon
        self._cap = ""
        self._action: QAction | None = None
        self.set_key(key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @classmethod
    def for_action(cls, action: QAction, words: str = "", parent: QWidget | None = None) -> Self:
        """Return a button that triggers `action` and follows its enabled state; `words` may be shorter."""
        button = cls(words or action.text(), parent=parent)
        button._action = action
        button.set_key(action.shortcut().toString())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        button.setEnabled(action.isEnabled())
        return button

    def set_key(self, shortcut: str) -> None:
        """Print another shortcut (``Ctrl+Return``) in the button; empty for none."""
        self._cap = key_words(shortcut)
        self.setAccessibleDescription(self._cap)
        self.updateGeometry()

    def set_icon(self, name: str) -> None:
        """Show another icon; empty for none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def _content_width(self, theme: Theme, *, cap: bool = True) -> float:
        width = QFontMetricsF(theme.font(self.ROLE)).horizontalAdvance(self.words())
        gap = theme.px(_GAP)
        width += theme.px(_ICON) + gap * 0.75 if self._icon else 0
        width += key_cap_width(theme, self._cap) + gap if self._cap and cap else 0
        return width

    def sizeHint(self) -> QSize:
        """Return the comfortable size."""
        theme = current_theme()
        width = self._content_width(theme) + 2 * theme.px(self.PADDING)
        return QSize(round(width + 1), theme.px(self.HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the key cap would go."""
        theme = current_theme()
        width = self._content_width(theme) + 2 * theme.px(self.TIGHT)
        return QSize(round(width + 1), theme.px(self.HEIGHT))

    def look(self, theme: Theme) -> Look:
        """Return the colours of the present state."""
        fill = theme.colour("hover") if self.underMouse() or self.isDown() else theme.colour("card")
        return Look(
            fill, theme.colour("line"), theme.colour("ink"), theme.colour("muted"), theme.colour("accent")
        )

    def _dimmed(self, theme: Theme) -> Look:
        muted, line = theme.colour("muted"), theme.colour("line")
        return Look(theme.colour("background"), line, muted, muted, muted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface, focus ring and content."""
        del event
        theme = current_theme()
        look = self.look(theme) if self.isEnabled() else self._dimmed(theme)
        painter = QPainter(self)
        area, radius = QRectF(self.rect()), float(theme.px(_RADIUS))
        draw_box(painter, area, radius, look.fill, look.border)
        if self.shows_focus():
            self.paint_focus(painter, area, radius, look)
        self._paint_content(painter, theme, look)

    def paint_focus(self, painter: QPainter, area: QRectF, radius: float, look: Look) -> None:
        """Paint the focus ring."""
        draw_ring(painter, area, radius, look.ring)

    def _paint_content(self, painter: QPainter, theme: Theme, look: Look) -> None:
        room = self.width() - 2 * theme.px(self.TIGHT) + 1
        cap = self._cap if self._content_width(theme) <= room else ""
        wanted = self._content_width(theme, cap=bool(cap))
        x, middle = max((self.width() - wanted) / 2, theme.px(self.TIGHT)), self.height() / 2
        gap = theme.px(_GAP)
        if self._icon:
            side = theme.px(_ICON)
            paint_icon(painter, QRectF(x, middle - side / 2, side, side), self._icon, look.ink)
            x += side + gap * 0.75
        font = theme.font(self.ROLE)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(self.words(), Qt.TextElideMode.ElideRight, min(wanted, room) + 1)
        painter.setFont(font)
        painter.setPen(look.ink)
        width = metrics.horizontalAdvance(text)
        painter.drawText(QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        if cap:
            edge = look.border if look.border.alpha() else look.cap
            draw_key_cap(painter, theme, QPointF(x + width + gap, middle), cap, look.cap, edge)


class SecondaryButton(Button):
    """An ordinary action."""

    ROLE: ClassVar[Role] = Role.BODY_MEDIUM


class PrimaryButton(Button):
    """The one thing to do next; at most one on a screen."""

    HEIGHT: ClassVar[int] = 40

    def look(self, theme: Theme) -> Look:
        """Return accent colours."""
        fill = theme.colour("accent_hover" if self.underMouse() or self.isDown() else "accent")
        ink = theme.colour("on_accent")
        return Look(fill, CLEAR, ink, ink, theme.colour("ink"))

    def paint_focus(self, painter: QPainter, area: QRectF, radius: float, look: Look) -> None:
        """Paint the ring around the filled surface with a gap, so that it shows on any ground."""
        theme = current_theme()
        draw_box(painter, area, radius, theme.colour("card"))
        inner = area.adjusted(4, 4, -4, -4)
        draw_box(painter, inner, radius - 3, look.fill)
        draw_ring(painter, area, radius, theme.colour("accent"))


class DangerButton(Button):
    """An action about danger, or one that cannot be taken back."""

    ROLE: ClassVar[Role] = Role.BODY_MEDIUM

    def look(self, theme: Theme) -> Look:
        """Return danger colours on an ordinary surface."""
        danger = theme.colour("danger")
        fill = theme.colour("danger_soft" if self.underMouse() or self.isDown() else "card")
        return Look(fill, theme.colour("line"), danger, theme.colour("muted"), danger)


class QuietButton(Button):
    """An action at the edge of attention: no outline until hovered or focused."""

    HEIGHT: ClassVar[int] = 28
    PADDING: ClassVar[int] = 8
    ROLE: ClassVar[Role] = Role.BODY_MEDIUM

    def look(self, theme: Theme) -> Look:
        """Return accent words without a surface."""
        fill = theme.colour("hover") if self.underMouse() or self.isDown() else CLEAR
        accent = theme.colour("accent")
        return Look(fill, CLEAR, accent, theme.colour("muted"), accent)


class IconButton(QuietButton):
    """An icon alone; `words` are its spoken name and its tool tip."""

    def __init__(self, icon: str, words: str, *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, key=key, icon=icon, parent=parent)
        self.setToolTip(f"{words}  ({key_words(key)})" if key else words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square target of at least 28 px."""
        side = current_theme().px(self.HEIGHT)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never be smaller."""
        return self.sizeHint()

    def _paint_content(self, painter: QPainter, theme: Theme, look: Look) -> None:
        side = theme.px(_ICON)
        area = QRectF(0, 0, side, side)
        area.moveCenter(QRectF(self.rect()).center())
        paint_icon(painter, area, self._icon, look.ink)
