"""How the citizen reached the desk: the three usual ways as chips, the others one menu away."""

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLayout, QMenu, QWidget

from console.domain.complaint import Channel
from console.i18n import translate as _
from console.ui.theme import current_theme
from console.ui.widgets.card import row
from console.ui.widgets.chip import Chip
from console.ui.widgets.choices import Option, Segmented
from console.wording import word

_USUAL = tuple(Channel)[:3]
_GAP = 6


class ChannelPicker(QWidget):
    """`chosen` carries a `Channel` and comes only from the user.

    One of the rarer channels takes the place of the third chip, so that the row never outgrows its column.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._channel = _USUAL[0]
        self._chips = Segmented(
            _("Channel"), [Option(value=channel, title=word(channel)) for channel in _USUAL], self
        )
        self._chips.setObjectName("channelChips")
        self._other = Chip(_("Other…"), parent=self)
        self._other.setObjectName("channelOther")
        self._menu = QMenu(self)
        self._menu.setAccessibleName(_("Other channels"))
        self._chips.chosen.connect(self._picked)
        self._other.clicked.connect(self._open_menu)
        self._menu.triggered.connect(self._picked_in_menu)
        layout = row(self, spacing=_GAP)
        # The row decides itself what fits; its chips must not push the column wider.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.addWidget(self._chips)
        layout.addWidget(self._other)
        layout.addStretch()

    def value(self) -> Channel:
        """Return the channel shown."""
        return self._channel

    def choose(self, channel: Channel) -> None:
        """Show this channel."""
        self._channel = channel
        usual = channel in _USUAL
        self._chips.choose(channel if usual else None)
        self._fit()
        self._other.set_words(_("Other…") if usual else word(channel))
        self._other.setChecked(not usual)
        self._other.setAccessibleDescription("" if usual else _("Channel"))

    def _fit(self) -> None:
        """Give the third chip's place to a rarer channel, and up where the column is narrow."""
        third = self._chips.buttons()[-1]
        room = self.minimumSizeHint().width() + third.sizeHint().width() + current_theme().px(_GAP)
        third.setVisible(self._channel == _USUAL[-1] or (self._channel in _USUAL and room <= self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the row without its third chip."""
        gap, chips = current_theme().px(_GAP), (*self._chips.buttons()[:-1], self._other)
        width = sum(chip.sizeHint().width() + gap for chip in chips)
        return QSize(width, self._other.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out again how many chips fit."""
        super().resizeEvent(event)
        self._fit()

    def menu(self) -> QMenu:
        """Return the menu of the rarer channels."""
        return self._menu

    def _picked(self, channel: Channel) -> None:
        self.choose(channel)
        self.chosen.emit(channel)

    def _open_menu(self) -> None:
        self._other.setChecked(self._channel not in _USUAL)
        hidden = () if self._chips.buttons()[-1].isVisible() else _USUAL[-1:]
        self._menu.clear()
        for channel in (*hidden, *(one for one in Channel if one not in _USUAL)):
            action = self._menu.addAction(word(channel))
            action.setData(channel.value)
        self._menu.popup(self._other.mapToGlobal(QPoint(0, self._other.height() + 4)))

    def _picked_in_menu(self, action: QAction) -> None:
        self._picked(Channel(str(action.data())))
