"""The one style sheet, made from the tokens; what paints itself (buttons, chips, badges) is not in it."""

from string import Template

from PySide6.QtCore import QDir

from console.ui.theme import FAMILY, Role, Theme
from console.ui.tokens import Tone
from resources import resource

_MARKS = "marks"

_BASE = """
QWidget { color: $ink; }
QMainWindow, QDialog { background: $background; }
QWidget:disabled { color: $muted; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QToolTip { background: $ink; color: $card; border: 0; border-radius: ${r6}px; padding: ${p4}px ${p8}px; }
Card { background: $card; border: 1px solid $line; border-radius: ${r12}px; }
Card[quiet="true"] { background: $background; border-radius: ${r10}px; }
Separator { background: $line; border: 0; }
Panel { background: $card; border: 1px solid $line; border-radius: ${r12}px; }
QFrame#rail { background: $card; border: 0; border-right: 1px solid $line; }
QFrame#strip { background: $card; border: 0; border-top: 1px solid $line; }
"""

_FIELDS = """
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit, QComboBox {
  background: $card; border: 1px solid $control_line; border-radius: ${r8}px;
  padding: ${p6}px ${p10}px; selection-background-color: $accent; selection-color: $on_accent; }
QAbstractSpinBox { padding-right: ${p28}px; }
QPlainTextEdit, QTextEdit, QTextBrowser {
  background: $card; border: 1px solid $control_line; border-radius: ${r8}px;
  padding: ${p8}px ${p10}px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus,
QComboBox:focus { border: 2px solid $accent; padding: ${f6}px ${f10}px; }
QAbstractSpinBox:focus { padding-right: ${p28}px; }
QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus {
  border: 2px solid $accent; padding: ${f8}px ${f10}px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] {
  border: 2px solid $danger; padding: ${f6}px ${f10}px; }
QPlainTextEdit[quiet="true"], QTextBrowser[quiet="true"] { background: $background; border-color: $line; }
QPlainTextEdit[quiet="true"]:focus, QTextBrowser[quiet="true"]:focus { border-color: $accent; }
QLineEdit:read-only { background: $background; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDateEdit:disabled {
  background: $background; color: $muted; border-color: $line; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: ${p28}px; }
QComboBox::down-arrow, QDateEdit::down-arrow {
  image: url(marks:chevron-down-$name.svg); width: ${p16}px; height: ${p16}px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
  background: $card; border: 1px solid $control_line; padding: ${p4}px; outline: 0; }
QComboBox QAbstractItemView::item { min-height: ${p28}px; padding: 0 ${p8}px; border-radius: ${r6}px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $accent; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button,
QTimeEdit::up-button, QTimeEdit::down-button { border: 0; width: ${p24}px; background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QTimeEdit::up-arrow {
  image: url(marks:chevron-up-$name.svg); width: ${p12}px; height: ${p12}px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QTimeEdit::down-arrow {
  image: url(marks:chevron-down-$name.svg); width: ${p12}px; height: ${p12}px; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {
  border: 0; background: transparent; padding: ${p4}px; font-size: ${section_size}pt; }
"""

_CHOICES = """
QCheckBox, QRadioButton { spacing: ${p8}px; min-height: ${p24}px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${p16}px; height: ${p16}px; border: 1px solid $control_line; background: $card; }
QCheckBox::indicator { border-radius: ${r4}px; }
QRadioButton::indicator { border-radius: ${radio}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $hover; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url(marks:check-$name.svg); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent;
  image: url(marks:dash-$name.svg); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent;
  image: url(marks:dot-$name.svg); }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
  border: 2px solid $accent; width: ${f16}px; height: ${f16}px; }
QPushButton { background: $card; border: 1px solid $control_line; border-radius: ${r8}px;
  padding: ${p7}px ${p14}px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: ${f7}px ${f14}px; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:focus { border: 2px solid $ink; }
QPushButton:disabled { color: $muted; border-color: $line; background: $background; }
"""

_LISTS = """
QTableView, QListView, QTreeView { background: $card; border: 0; outline: 0; gridline-color: $line;
  selection-background-color: $accent_soft; selection-color: $ink; }
ListTable { border-radius: ${r12}px; border: 1px solid $line; padding: 1px 1px ${p8}px 1px; }
ListTable:focus { border: 2px solid $accent; padding: 0 0 ${f8}px 0; }
QListView::item { min-height: ${p28}px; padding: 0 ${p8}px; border-radius: ${r6}px; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $accent_soft; color: $ink; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: transparent; color: $muted; border: 0; border-bottom: 1px solid $line;
  padding: 0 ${p10}px; font-size: ${label_size}pt; font-weight: 500; }
QTableCornerButton::section { background: $card; border: 0; }
QMenu { background: $card; border: 1px solid $control_line; padding: ${p6}px; }
QMenu::icon { padding-left: ${p10}px; }
QMenu::item { padding: ${p6}px ${p14}px; border-radius: ${r6}px; min-height: ${p20}px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: ${p8}px ${p12}px; font-weight: 500;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { background: $accent_soft; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accent_soft; border-radius: ${r4}px; }
QProgressBar { background: $line; border: 0; border-radius: ${r3}px; max-height: ${p6}px; }
QProgressBar::chunk { background: $accent; border-radius: ${r3}px; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: ${p12}px; }
QScrollBar:horizontal { height: ${p12}px; }
QScrollBar::handle { background: $scroll; border-radius: ${r3}px; margin: ${p3}px; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::handle:hover { background: $control_line; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QSpinBox { padding: 0; min-width: ${p64}px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $card; }
QCalendarWidget QToolButton { color: $ink; background: transparent; border: 0; padding: ${p6}px; }
QCalendarWidget QToolButton:hover { background: $hover; border-radius: ${r6}px; }
"""

_GRID = (3, 4, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24, 28, 32, 64)
_RADII = (3, 4, 6, 8, 10, 12)
# A focused control's border is one pixel thicker; its padding gives that pixel back so that nothing moves.
_FOCUSED = (6, 7, 8, 10, 14, 16)


def _values(theme: Theme) -> dict[str, str]:
    tokens = theme.tokens
    values = {name: str(getattr(tokens, name)) for name in tokens.__dataclass_fields__}
    values |= {f"p{size}": str(theme.px(size)) for size in _GRID}
    values |= {f"r{size}": str(theme.px(size)) for size in _RADII}
    values |= {f"f{size}": str(theme.px(size) - 1) for size in _FOCUSED}
    # A radius above half the outer width would be ignored.
    values["radio"] = str((theme.px(16) + 2) // 2)
    values["f16"] = str(theme.px(16) - 2)
    values["label_size"] = f"{theme.points(Role.LABEL):.2f}"
    values["section_size"] = f"{theme.points(Role.SECTION):.2f}"
    values["name"] = theme.name.value
    return values


def _labels(theme: Theme) -> str:
    rules = [
        f'Label[role="{role}"] {{ font: {theme.weight(role)} {theme.points(role):.2f}pt "{FAMILY}"; }}'
        for role in Role
    ]
    rules += [f'Label[tone="{tone}"] {{ color: {theme.tokens.solid(tone)}; }}' for tone in Tone]
    rules.append("Label { background: transparent; }")
    return "\n".join(rules)


def style_sheet(theme: Theme) -> str:
    """Return the complete style sheet of a theme and make the marks it names loadable."""
    QDir.setSearchPaths(_MARKS, [str(resource("icons", "style"))])
    template = Template(_BASE + _FIELDS + _CHOICES + _LISTS)
    return template.substitute(_values(theme)) + _labels(theme)
