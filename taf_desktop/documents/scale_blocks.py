"""Scales as blocks: the picture, the words that say the same, and the legend."""

from collections.abc import Sequence
from dataclasses import replace

from taf_desktop.documents.content import Blocks, Figure, Size, paragraph
from taf_desktop.documents.languages import ENGLISH, Language
from taf_desktop.documents.plan_facts import MarkFacts, OccasionFacts, ScaleFacts
from taf_desktop.documents.scale_picture import ScalePicture, ScalePoint
from taf_desktop.documents.scripts import is_rtl_language
from taf_desktop.documents.wording import day_words, listed, sentence

_MOST_IN_FIGURE = 20
_MOST_NAMES = 6
_NOBODY = OccasionFacts("", ())


def _today_and_last(scale: ScaleFacts) -> tuple[OccasionFacts, OccasionFacts]:
    today, last = (*scale.occasions, _NOBODY, _NOBODY)[:2]
    return today, last


def mark_words(mark: MarkFacts, language: Language = ENGLISH) -> str:
    """A number, or the words that were said instead of one."""
    return language.label(mark.words) if mark.number is None else str(mark.number)


def scale_points(scale: ScaleFacts, language: Language = ENGLISH) -> tuple[ScalePoint, ...]:
    """Everybody who gave a number today or last time; people who gave the same share a point."""
    today, last = _today_and_last(scale)
    before = {mark.person: mark for mark in last.marks}
    now = {mark.person: mark for mark in today.marks}
    together: dict[ScalePoint, list[str]] = {}
    for person in {**now, **before}:
        together.setdefault(_point(now.get(person), before.get(person), language), []).append(
            person
        )
    return tuple(
        replace(point, people=language.commas(names[start : start + _MOST_NAMES]))
        for point, names in together.items()
        for start in range(0, len(names), _MOST_NAMES)
    )


def _point(now: MarkFacts | None, before: MarkFacts | None, language: Language) -> ScalePoint:
    return ScalePoint(
        "",
        now.number if now else None,
        language.label(now.words) if now else "",
        before.number if before else None,
        language.label(before.words) if before else "",
    )


def _point_words(point: ScalePoint, language: Language) -> str:
    """A point in words: "Dana and Ruth 6, last time 4"."""
    today = point.words if point.number is None else str(point.number)
    last = point.last_words if point.last_number is None else str(point.last_number)
    now = f"{point.people} {today or language.say('no_number')}"
    return language.commas([now, language.say("last_time", number=last)] if last else [now])


def scale_alt(
    scale: ScaleFacts, points: tuple[ScalePoint, ...], language: Language = ENGLISH
) -> str:
    """What the picture shows, in words."""
    return language.say(
        "scale_told",
        question=sentence(scale.question),
        ends=_ends_words(scale, language),
        days=_days(scale, language),
        said="; ".join(_point_words(point, language) for point in points),
    )


def _days(scale: ScaleFacts, language: Language) -> str:
    today, last = _today_and_last(scale)
    now, before = day_words(today.held_on, language), day_words(last.held_on, language)
    return listed(
        language.say("today_on", day=now) if now else language.say("today"),
        language.say("last_time_on", day=before) if before else "",
        by="; ",
    )


def scale_figures(scale: ScaleFacts, language: Language = ENGLISH) -> Blocks:
    """The picture of a scale, in parts where very many people gave a number."""
    points, most = scale_points(scale, language), _MOST_IN_FIGURE
    parts = [points[start : start + most] for start in range(0, len(points), most)]
    title, rtl = language.say("scale"), is_rtl_language(language.code)
    return tuple(
        Figure(ScalePicture(part, rtl=rtl), title, scale_alt(scale, part, language))
        for part in parts
    )


def scale_words(scale: ScaleFacts, language: Language = ENGLISH) -> Blocks:
    """What the picture shows, in words, where there is no room for it."""
    points = scale_points(scale, language)
    said = ". ".join(_point_words(point, language) for point in points)
    return (paragraph(f"{said}."),) if said else ()


def own_scale_figures(scale: ScaleFacts, language: Language = ENGLISH) -> Blocks:
    """The picture of one person's own numbers, for that person: without the name."""
    points = scale_points(scale, language)
    if not points:
        return ()
    nameless = tuple(replace(point, people="") for point in points)
    picture = ScalePicture(nameless, large=True)
    return (Figure(picture, language.say("scale"), scale_alt(scale, points, language)),)


def scale_ends(scale: ScaleFacts, language: Language, size: Size = Size.SMALL) -> Blocks:
    """Both ends of the scale in words, a pack's own in the language of the paper."""
    text = _ends_words(scale, language)
    return (paragraph(text, size=size),) if text else ()


def shared_ends(
    scales: Sequence[ScaleFacts], language: Language, size: Size = Size.SMALL
) -> Blocks:
    """The ends of all scales, once, where they are the same for all of them."""
    ends = {_ends_words(scale, language) for scale in scales}
    return scale_ends(scales[0], language, size) if len(ends) == 1 else ()


def _ends_words(scale: ScaleFacts, language: Language) -> str:
    ends = (("0", scale.low_words), ("10", scale.high_words))
    return " ".join(f"{number}: {_label(words, language)}" for number, words in ends if words)


def _label(words: str, language: Language) -> str:
    """A pack's own words, translated and with this language's full stop, or a family's own."""
    label = language.label(words)
    return sentence(label) if label == words else f"{label}{language.stop}"


def legend(
    scales: tuple[ScaleFacts, ...], language: Language = ENGLISH, size: Size = Size.SMALL
) -> Blocks:
    """What the full and the dashed circles mean, once for all scales of a page."""
    pairs = [_today_and_last(scale) for scale in scales]
    if not any(last.marks for _, last in pairs):
        return ()
    days = {day_words(last.held_on, language) for _, last in pairs if last.marks and last.held_on}
    same_day = len(days) == 1
    text = language.say("legend_on", day=days.pop()) if same_day else language.say("legend")
    return (paragraph(text, size=size),)
