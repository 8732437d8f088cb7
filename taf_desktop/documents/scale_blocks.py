"""Scales as blocks: the picture, the words that say the same, and the legend."""

from dataclasses import replace

from taf_desktop.documents.content import Blocks, Figure, Size, paragraph
from taf_desktop.documents.plan_facts import MarkFacts, OccasionFacts, ScaleFacts
from taf_desktop.documents.scale_picture import ScalePicture, ScalePoint
from taf_desktop.documents.wording import day_words, listed, sentence

TITLE = "Scale from 0 to 10"
_MOST_IN_FIGURE = 20
_MOST_LARGE = 5
_MOST_NAMES = 6
_NOBODY = OccasionFacts("", ())


def _today_and_last(scale: ScaleFacts) -> tuple[OccasionFacts, OccasionFacts]:
    today, last = (*scale.occasions, _NOBODY, _NOBODY)[:2]
    return today, last


def mark_words(mark: MarkFacts) -> str:
    """A number, or the words that were said instead of one."""
    return mark.words if mark.number is None else str(mark.number)


def scale_points(scale: ScaleFacts) -> tuple[ScalePoint, ...]:
    """Everybody who gave a number today or last time; people who gave the same share a point."""
    today, last = _today_and_last(scale)
    before = {mark.person: mark for mark in last.marks}
    now = {mark.person: mark for mark in today.marks}
    together: dict[ScalePoint, list[str]] = {}
    for person in {**now, **before}:
        together.setdefault(_point(now.get(person), before.get(person)), []).append(person)
    return tuple(
        replace(point, people=", ".join(names[start : start + _MOST_NAMES]))
        for point, names in together.items()
        for start in range(0, len(names), _MOST_NAMES)
    )


def _point(now: MarkFacts | None, before: MarkFacts | None) -> ScalePoint:
    return ScalePoint(
        "",
        now.number if now else None,
        now.words if now else "",
        before.number if before else None,
        before.words if before else "",
    )


def _point_words(point: ScalePoint) -> str:
    """A point in words: "Dana and Ruth 6, last time 4"."""
    today = point.words if point.number is None else str(point.number)
    last = point.last_words if point.last_number is None else str(point.last_number)
    return listed(f"{point.people} {today or 'no number'}", last and f"last time {last}")


def scale_alt(scale: ScaleFacts, points: tuple[ScalePoint, ...]) -> str:
    """What the picture shows, in words."""
    today, last = _today_and_last(scale)
    days = listed(
        f"today, {day_words(today.held_on)}" if today.held_on else "today",
        f"last time, {day_words(last.held_on)}" if last.held_on else "",
        by="; ",
    )
    said = "; ".join(map(_point_words, points))
    ends = f"0: {sentence(scale.low_words)} 10: {sentence(scale.high_words)}"
    return f"Scale from 0 to 10. {sentence(scale.question)} {ends} Numbers {days}: {said}."


def scale_figures(scale: ScaleFacts, *, large: bool = False) -> Blocks:
    """The picture of a scale, in parts where very many people gave a number."""
    points, most = scale_points(scale), _MOST_LARGE if large else _MOST_IN_FIGURE
    parts = [points[start : start + most] for start in range(0, len(points), most)]
    return tuple(Figure(ScalePicture(part, large), TITLE, scale_alt(scale, part)) for part in parts)


def scale_words(scale: ScaleFacts) -> Blocks:
    """What the picture shows, in words, where there is no room for it."""
    said = ". ".join(map(_point_words, scale_points(scale)))
    return (paragraph(f"{said}."),) if said else ()


def own_scale_figures(scale: ScaleFacts) -> Blocks:
    """The picture of one person's own numbers, for that person: without the name."""
    points = scale_points(scale)
    nameless = tuple(replace(point, people="") for point in points)
    return (
        (Figure(ScalePicture(nameless, large=True), TITLE, scale_alt(scale, points)),)
        if points
        else ()
    )


def scale_ends(scale: ScaleFacts) -> Blocks:
    """Both ends of the scale in words."""
    low = scale.low_words and f"0: {sentence(scale.low_words)}"
    high = scale.high_words and f"10: {sentence(scale.high_words)}"
    text = listed(low, high, by=" ")
    return (paragraph(text, size=Size.SMALL),) if text else ()


def legend(scales: tuple[ScaleFacts, ...], size: Size = Size.SMALL) -> Blocks:
    """What the full and the dashed circles mean, once for all scales of a page."""
    pairs = [_today_and_last(scale) for scale in scales]
    if not any(last.marks for _, last in pairs):
        return ()
    days = {day_words(last.held_on) for _, last in pairs if last.marks and last.held_on}
    day = f", {days.pop()}" if len(days) == 1 else ""
    text = f"Full circle: our number today. Dashed circle: last time{day}."
    return (paragraph(text, size=size),)
