"""How the citizen reached the desk: the three usual ways as chips, the others one menu away."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from console.domain.complaint import Channel
from console.i18n import translate as _
from console.ui.widgets.card import row
from console.ui.widgets.chip import Chip
from console.ui.widgets.choices import Option, Segmented
from console.wording import word

_USUAL = tuple(Channel)[:3]


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
        layout = row(self, spacing=6)
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
        self._chips.buttons()[-1].setVisible(usual)
        self._other.set_words(_("Other…") if usual else word(channel))
        self._other.setChecked(not usual)
        self._other.setAccessibleDescription("" if usual else _("Channel"))

    def menu(self) -> QMenu:
        """Return the menu of the rarer channels."""
        return self._menu

    def _picked(self, channel: Channel) -> None:
        self.choose(channel)
        self.chosen.emit(channel)

    def _open_menu(self) -> None:
        self._other.setChecked(self._channel not in _USUAL)
        hidden = _USUAL[-1:] if self._channel not in _USUAL else ()
        self._menu.clear()
        for channel in (*hidden, *(one for one in Channel if one not in _USUAL)):
            action = self._menu.addAction(word(channel))
            action.setData(channel.value)
        self._menu.popup(self._other.mapToGlobal(QPoint(0, self._other.height() + 4)))

    def _picked_in_menu(self, action: QAction) -> None:
        self._picked(Channel(str(action.data())))
