"""The one stylesheet of the program, written from tokens; widgets are told apart by `kind`."""

from string import Template

from taf_desktop.ui.theme.fonts import FAMILY
from taf_desktop.ui.theme.tokens import Theme, Tone

READ_OUT = (44, 36, 30, 26, 22)
"""Sizes of words that are read out, in pixels at 100 %: the largest with which they fit."""

_GROUND = """
* { font-family: "$family"; font-size: ${page_text}px; color: $ink; }
QWidget { background: transparent; }
QMainWindow, QDialog, QWidget[kind="page"], QWidget[kind="ground"] { background: $page; }
QToolTip { background: $card; color: $ink; border: 1px solid $field_line; padding: 4px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QLabel { background: transparent; }
QLabel[kind="heading1"] { font-size: ${page_heading}px; font-weight: 600; }
QLabel[kind="heading2"] { font-size: ${card_heading}px; font-weight: 600; }
QLabel[kind="heading3"], QLabel[kind="bold"] { font-weight: 600; }
QLabel[kind="hint"] { color: $soft; font-size: ${hint_text}px; }
QLabel[kind="under"] { color: $soft; }
QLabel[kind="aside"] { color: $soft; font-size: ${aside_text}px; }
QLabel[kind="problem"] { color: $late; font-weight: 600; }
QLabel[kind="brand"] { color: $brand_ink; font-size: ${brand_text}px; font-weight: 700; }
QLabel[kind="said"] { font-size: ${page_text}px; }
QLabel[kind="practice"] { color: $on_practice; font-weight: 600; }
QFrame[kind="practice"] { background: $practice; border: none; }
QFrame[kind="top"] { background: $card; border: none; border-bottom: 1px solid $card_line; }
QFrame[kind="rail"] { background: $card; border: none; border-right: 1px solid $card_line; }
QFrame[kind="rail"][meeting="true"] { background: $page; border: none; }
QFrame[kind="card"] { background: $card; border: 1px solid $card_line;
    border-radius: ${card_radius}px; }
QFrame[kind="line"] { background: $card_line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="error"] { background: $card; border: 3px solid $late;
    border-radius: ${card_radius}px; }
QFrame[kind="error"]:focus { border: ${focus_px}px solid $focus_line; background: $focus_fill; }
QLabel[kind="pill"] { border-radius: ${pill_radius}px; font-size: ${aside_text}px; }
"""

_BUTTONS = """
QPushButton { background: $card; color: $ink; border: 1px solid $field_line;
    border-radius: ${field_radius}px; padding: ${pad_v}px ${pad_h}px; min-height: ${inner}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $brand_soft; }
QPushButton[kind="primary"] { background: $brand; color: $on_brand; border-color: $brand; }
QPushButton[kind="primary"]:hover { background: $brand_hover; }
QPushButton[kind="quiet"], QPushButton[kind="link"] { background: transparent;
    border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; border-color: $field_line; }
QPushButton[kind="link"] { color: $brand_ink; text-decoration: underline; min-height: ${link}px;
    padding: ${link_v}px ${link_h}px; text-align: left; }
QPushButton[kind="link"]:hover { background: $hover; }
QPushButton[kind="crumb"] { background: transparent; border: 1px solid transparent;
    color: $ink; padding: ${link_v}px 5px; min-height: ${link}px; }
QPushButton[kind="crumb"]:hover { background: $hover; text-decoration: underline; }
QPushButton[kind="band"] { background: transparent; color: $on_practice;
    border: 1px solid $on_practice; padding: ${link_v}px ${pad_h}px; min-height: ${link}px; }
QPushButton[kind="band"]:hover { text-decoration: underline; }
QPushButton[kind="row"] { background: transparent; border: 1px solid transparent;
    border-radius: ${field_radius}px; padding: 0px; text-align: left; }
QPushButton[kind="row"]:hover { background: $hover; }
QPushButton[kind="row"][chosen="true"] { background: $brand_soft; border-color: $brand_edge; }
QPushButton[kind="rail"] { background: transparent; border: 1px solid transparent;
    border-radius: ${field_radius}px; padding: 0px; text-align: left; }
QPushButton[kind="rail"]:hover { background: $hover; }
QPushButton[kind="rail"][current="true"] { background: $brand_soft; border-color: $brand_edge; }
QLabel[kind="railwords"][current="true"], QLabel[kind="railstatus"][current="true"] {
    color: $brand_ink; font-weight: 600; }
QLabel[kind="railstatus"] { color: $soft; font-size: ${aside_text}px; }
QLabel[kind="railstatus"][tone="done"] { color: $well; }
QPushButton:focus { border: ${focus_px}px solid $focus_line; background: $focus_fill;
    color: $focus_ink; padding: ${pad_v3}px ${pad_h3}px; }
QPushButton[kind="link"]:focus { border: ${focus_px}px solid $focus_line;
    background: $focus_fill; padding: ${link_v3}px ${link_h3}px; }
QPushButton[kind="band"]:focus { border: ${focus_px}px solid $focus_line;
    background: $focus_fill; padding: ${link_v3}px ${pad_h3}px; }
QPushButton[kind="crumb"]:focus { border: ${focus_px}px solid $focus_line;
    background: $focus_fill; padding: ${link_v3}px 2px; }
QPushButton[kind="row"]:focus, QPushButton[kind="rail"]:focus,
QPushButton[kind="rail"][current="true"]:focus {
    border: ${focus_px}px solid $focus_line; background: $focus_fill; padding: 0px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox { background: $field; color: $ink;
    border: 1px solid $field_line; border-radius: ${field_radius}px;
    selection-background-color: $selection; selection-color: $on_selection; }
QLineEdit { padding: ${pad_v}px ${field_h}px; min-height: ${inner}px; }
QPlainTextEdit { padding: 5px ${text_h}px; }
QComboBox { padding: ${pad_v}px ${field_h}px; min-height: ${inner}px;
    padding-right: 4px; }
QComboBox::drop-down { border: none; width: ${arrow_room}px; subcontrol-position: center right; }
QComboBox::down-arrow { image: url(style:down-$name.svg); width: ${arrow}px; height: ${arrow}px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { background: $focus_fill;
    color: $focus_ink; border: ${focus_px}px solid $focus_line; }
QLineEdit:focus { padding: ${pad_v3}px ${field_h3}px; }
QPlainTextEdit:focus { padding: 2px ${text_h3}px; }
QComboBox:focus { padding: ${pad_v3}px 1px ${pad_v3}px ${field_h3}px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
    border-color: $late; }
QComboBox QAbstractItemView { background: $field; color: $ink; border: 1px solid $field_line;
    selection-background-color: $selection; selection-color: $on_selection; outline: none; }
QRadioButton, QCheckBox { background: transparent; spacing: ${gap}px;
    border: ${focus_px}px solid transparent; border-radius: ${field_radius}px;
    padding: 1px ${gap}px 1px 1px; min-height: ${tick}px; }
QRadioButton:hover, QCheckBox:hover { background: $hover; }
QRadioButton:focus, QCheckBox:focus { border-color: $focus_line; background: $focus_fill;
    color: $focus_ink; }
QRadioButton::indicator, QCheckBox::indicator { width: ${tick}px; height: ${tick}px;
    border: 2px solid $field_line; background: $field; }
QRadioButton::indicator { border-radius: ${tick_round}px; }
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator:checked { border-color: $brand; background: qradialgradient(cx: 0.5,
    cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 $on_brand, stop: 0.36 $on_brand,
    stop: 0.46 $brand, stop: 1 $brand); }
QCheckBox::indicator:checked { border-color: $brand; background: $brand;
    image: url(style:tick-$name.svg); }
QRadioButton[kind="scale"] { border: 1px solid $field_line; background: $field;
    padding: 4px; spacing: 0px; min-width: 14px;
    font-size: ${card_heading}px; font-weight: 600; }
QRadioButton[kind="scale"]:hover { background: $hover; }
QRadioButton[kind="scale"]:checked { background: $brand; border-color: $brand; }
QRadioButton[kind="scale"]:focus { border: ${focus_px}px solid $focus_line; padding: 1px;
    background: $focus_fill; }
QRadioButton[kind="scale"]::indicator { width: 0px; height: 0px; border: none; }
"""

_REST = """
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0px; }
QScrollBar::handle { background: $field_line; border-radius: ${bar_round}px; min-height: 30px;
    min-width: 30px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $card; border: 1px solid $field_line; padding: 4px; }
QMenu::item { padding: 6px 24px; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QWidget[meeting="true"] QLabel, QWidget[meeting="true"] QLineEdit,
QWidget[meeting="true"] QPlainTextEdit, QWidget[meeting="true"] QPushButton,
QWidget[meeting="true"] QRadioButton, QWidget[meeting="true"] QCheckBox,
QWidget[meeting="true"] QComboBox { font-size: ${meeting_text}px; }
QWidget[meeting="true"] QLabel[kind="heading1"] { font-size: ${meeting_heading}px; }
QWidget[meeting="true"] QLabel[kind="heading2"] { font-size: ${meeting_card}px; }
QWidget[meeting="true"] QLabel[kind="aside"], QWidget[meeting="true"] QLabel[kind="hint"],
QWidget[meeting="true"] QLabel[kind="pill"], QWidget[meeting="true"] QLabel[kind="railstatus"] {
    font-size: ${meeting_aside}px; }
QWidget[meeting="true"] QLabel[kind="read1"] { font-size: ${read1}px; }
QWidget[meeting="true"] QLabel[kind="read2"] { font-size: ${read2}px; }
QWidget[meeting="true"] QLabel[kind="read3"] { font-size: ${read3}px; }
QWidget[meeting="true"] QLabel[kind="read4"] { font-size: ${read4}px; }
QWidget[meeting="true"] QLabel[kind="read5"] { font-size: ${read5}px; }
QWidget[meeting="true"] QPushButton { min-height: ${meeting_target}px; }
QWidget[meeting="true"] QPushButton[kind="row"] { min-height: 0px; }
QFrame[kind="rail"][meeting="true"] QPushButton { min-height: 44px; }
QFrame[kind="rail"][meeting="true"] QLabel { font-size: ${meeting_rail}px; }
QFrame[kind="rail"][meeting="true"] QPushButton[current="true"] { background: $brand; }
QFrame[kind="rail"][meeting="true"] QLabel[current="true"] { color: $on_brand; }
QFrame[kind="rail"][meeting="true"] QLabel[current="true"][held="true"] { color: $focus_ink; }
QFrame[kind="rail"][meeting="true"] QPushButton[current="true"]:focus { background: $focus_fill; }
"""


def stylesheet(chosen: Theme) -> str:
    """The whole stylesheet of a theme at its zoom."""
    sheet = "".join((_GROUND, _BUTTONS, _FIELDS, _REST))
    return Template(sheet).substitute(_lengths(chosen), **chosen.colours) + _tones(chosen)


def _tones(chosen: Theme) -> str:
    """Pills, notes and coloured headings, one rule for each tone."""
    rules = []
    for tone in Tone:
        words, ground = chosen.tone(tone)
        edge = words if chosen.name == "contrast" else ground
        rules.append(
            f'QLabel[kind="pill"][tone="{tone}"] {{ color: {words}; background: {ground};'
            f" border: 1px solid {edge}; }}\n"
            f'QFrame[kind="note"][tone="{tone}"] {{ background: {ground}; border: none;'
            f" border-left: 4px solid {words}; }}\n"
            f'QFrame[kind="head"][tone="{tone}"] {{ background: {ground};'
            f" border: none; border-bottom: 1px solid {chosen.colour('card_line')};"
            f" border-top-left-radius: {chosen.sizes['card_radius'] - 1}px;"
            f" border-top-right-radius: {chosen.sizes['card_radius'] - 1}px; }}\n"
        )
        if tone is not Tone.PLAIN:
            rules.append(f'QLabel[ink="{tone}"] {{ color: {words}; }}\n')
        if tone is Tone.LATE:
            rules.append(f'QFrame[kind="card"][tone="{tone}"] {{ border-color: {words}; }}\n')
    return "".join(rules)


def _lengths(chosen: Theme) -> dict[str, object]:
    """Every length of the stylesheet, in pixels; focus takes from the padding what it adds."""
    focus = chosen.sizes["focus_line"]
    inner = max(chosen.size("page_text") * 1.4, 16)
    pad_v = max(focus, round((chosen.size("field_height") - inner - 2) / 2))
    bases = {
        "pad_v": pad_v, "pad_h": max(focus, chosen.px(14)), "link_v": 3, "link_h": 4,
        "field_h": chosen.px(11), "text_h": chosen.px(7), "arrow_room": chosen.px(34),
    }  # fmt: skip
    shrunk = {f"{name}3": max(0, length - focus + 1) for name, length in bases.items()}
    tick = max(18, chosen.px(18))
    names = (
        "page_text", "aside_text", "card_heading", "page_heading", "meeting_text",
        "meeting_aside", "meeting_heading",
    )  # fmt: skip
    return {
        **bases, **shrunk, **{name: chosen.size(name) for name in names},
        **{f"read{at}": chosen.px(size) for at, size in enumerate(READ_OUT, start=1)},
        "name": chosen.name, "family": FAMILY, "focus_px": focus, "inner": round(inner),
        "hint_text": chosen.px(14), "brand_text": chosen.px(17), "meeting_card": chosen.px(21),
        "meeting_rail": chosen.px(16), "meeting_target": max(44, chosen.px(30)) - 2 * pad_v,
        "card_radius": chosen.sizes["card_radius"], "field_radius": chosen.sizes["field_radius"],
        "pill_radius": 6, "link": max(20, chosen.px(20)), "gap": chosen.px(8), "tick": tick,
        "tick_round": tick // 2 + 2, "arrow": chosen.px(14),
        "bar": chosen.px(13), "bar_round": chosen.px(13) // 2 - 2,
        "brand_edge": chosen.colour("field_line") if chosen.name == "contrast"
        else chosen.colour("brand_soft"),
    }  # fmt: skip
