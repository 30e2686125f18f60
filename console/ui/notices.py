"""The corner where notices appear, newest at the bottom, over whatever page is shown."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui.theme import current_theme
from console.ui.widgets.notice import Notice, NoticeBar

_MOST = 3


class NoticeStack(QWidget):
    """A floating column in the window's lower middle; takes no clicks where no notice is."""

    def __init__(self, window: QWidget, foot: int) -> None:
        super().__init__(window)
        self._window, self._foot = window, foot
        self._bars: list[NoticeBar] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_theme().px(8))
        window.installEventFilter(self)
        self.hide()

    def notices(self) -> tuple[Notice, ...]:
        """Return what is shown, oldest first."""
        return tuple(bar.notice for bar in self._bars)

    @Slot(object)
    def post(self, notice: Notice) -> None:
        """Show a notice; the same words twice are one notice, the oldest goes when there are too many.

        What has to stay keeps staying when it is said again. News that only passes gives way to newer news,
        so that a busy desk is not covered by what it did a moment ago.
        """
        for bar in [bar for bar in self._bars if bar.notice.words == notice.words]:
            notice = replace(notice, stays=notice.stays or bar.notice.stays)
            self._remove(bar)
        if _only_passes(notice):
            for bar in [bar for bar in self._bars if _only_passes(bar.notice)]:
                self._remove(bar)
        while len(self._bars) >= _MOST:
            passing = (bar for bar in self._bars if not bar.notice.stays)
            self._remove(next(passing, self._bars[0]))
        bar = NoticeBar(notice, self)
        bar.passed.connect(self._passed)
        self._bars.append(bar)
        self._layout.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        # A widget never shown has no size in a layout.
        bar.show()
        self._place()
        bar.announce()

    def answer_newest(self) -> bool:
        """Do what the newest notice with an action offers (Undo …); false without one."""
        for bar in reversed(self._bars):
            if bar.notice.act is not None:
                bar.answer()
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window is resized."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _passed(self) -> None:
        bar = self.sender()
        if isinstance(bar, NoticeBar):
            self._remove(bar)

    def _remove(self, bar: NoticeBar) -> None:
        if bar in self._bars:
            self._bars.remove(bar)
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
            self._place()

    def _place(self) -> None:
        self.setVisible(bool(self._bars))
        if not self._bars:
            return
        size = self._layout.sizeHint()
        width = min(size.width(), self._window.width() - 32)
        left = (self._window.width() - width) // 2
        self.setGeometry(left, self._window.height() - self._foot - size.height(), width, size.height())
        self.raise_()


def _only_passes(notice: Notice) -> bool:
    return notice.act is None and not notice.stays
