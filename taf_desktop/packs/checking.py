"""What must hold inside a pack, beyond the shape of its files."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from taf_desktop.packs.clocks import UNITS
from taf_desktop.packs.dates import parse_partial
from taf_desktop.packs.kinds import KINDS
from taf_desktop.packs.pack import Field, Form, Pack
from taf_desktop.packs.retention import MOST_YEARS, TITLES, TRIGGERS

AUDIENCE_LEVELS = ("everyone", "team", "named", "lead")
PROTECTED = ("", "address", "school", "gp", "venue")
EACH = ("", "child", "adult")
CHECKS = ("", "upn", "nhs_number", "not_to_come", "time", "minutes", "by_when")
COLUMNS = ("worried", "working_well", "needs_to_happen")

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")

Fault = tuple[str, str]
"""A place in the pack, and what is wrong there."""


def check_pack(pack: Pack) -> Iterator[Fault]:
    """Everything that is wrong with a pack, place by place."""
    for form in pack.forms.values():
        yield from _check_form(form, pack)
    yield from _check_clocks(pack)
    yield from _check_holidays(pack)
    yield from _check_retention(pack)
    if not _COLOUR.fullmatch(pack.branding.colour):
        yield "branding, colour", "it should be a colour such as #0B5566"
    if tuple(column.id for column in pack.columns) != COLUMNS:
        yield "columns", f"there should be exactly {', '.join(COLUMNS)}"


def _check_clocks(pack: Pack) -> Iterator[Fault]:
    for clock in pack.clocks.values():
        if clock.unit not in UNITS:
            yield f"clocks, {clock.id}, unit", f"it should be one of {', '.join(UNITS)}"
        if clock.amount < 1:
            yield f"clocks, {clock.id}, amount", "it should be 1 or more"


def _check_holidays(pack: Pack) -> Iterator[Fault]:
    for at, holiday in enumerate(pack.school_holidays, start=1):
        if not (_is_day(holiday.starts) and _is_day(holiday.ends)):
            yield f"school_holidays, {at}", "its days should be like 2026-02-16"
        elif holiday.starts > holiday.ends:
            yield f"school_holidays, {at}, ends", "it ends before it starts"


def _check_retention(pack: Pack) -> Iterator[Fault]:
    for kind, rule in pack.retention.items():
        place = f"retention, {kind}"
        if kind not in TITLES:
            yield place, f"there is no such kind of record; it should be one of {', '.join(TITLES)}"
        if rule.trigger not in TRIGGERS:
            yield f"{place}, trigger", f"it should be one of {', '.join(TRIGGERS)}"
        if not 0 <= rule.years <= MOST_YEARS:
            yield f"{place}, years", f"it should be from 0 to {MOST_YEARS}"
        if not rule.basis.strip():
            yield f"{place}, basis", "it should say why, in a sentence"


def _is_day(text: str) -> bool:
    found = parse_partial(text)
    return found is not None and found.day is not None and found.as_text() == text


def _check_form(form: Form, pack: Pack) -> Iterator[Fault]:
    place = f"forms, {form.id}"
    for section_id, times in Counter(section.id for section in form.sections).items():
        if times > 1:
            yield f"{place}, {section_id}", "two sections have this id"
    for section in form.sections:
        if section.each not in EACH:
            yield f"{place}, {section.id}, each", "it should be child or adult, or left out"
    yield from _check_fields(form.fields, pack, place)


def _check_fields(fields: Sequence[Field], pack: Pack, place: str) -> Iterator[Fault]:
    for key, times in Counter(field.key for field in fields).items():
        if times > 1:
            yield f"{place}, {key}", "two fields have this key"
    for field in fields:
        yield from _check_field(field, pack, f"{place}, {field.key}")


def _check_field(field: Field, pack: Pack, place: str) -> Iterator[Fault]:
    if field.kind not in KINDS:
        yield f"{place}, kind", f"it should be one of {', '.join(KINDS)}"
    if field.kind in ("choice", "choices") and field.list not in pack.lists:
        yield f"{place}, list", f"there is no list “{field.list}” in the pack"
    for name, value, known in (
        ("audience", field.audience, AUDIENCE_LEVELS),
        ("protects", field.protects, PROTECTED),
        ("check", field.check, CHECKS),
    ):
        if value not in known:
            yield f"{place}, {name}", f"it should be one of {', '.join(filter(None, known))}"
    if field.kind == "rows":
        yield from _check_fields(field.fields, pack, place)
