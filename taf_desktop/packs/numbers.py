"""UPN and NHS numbers: slips are pointed out, never refused."""

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The check letters of a UPN: no I, O or S. Source: DfE UPN guide."""

_UPN_LENGTH, _NHS_LENGTH = 13, 10


def problem_with_upn(typed: str) -> str | None:
    """Say that a UPN has a slip; the check letter comes from the places and digits after it."""
    upn = typed.replace(" ", "").upper()
    if len(upn) != _UPN_LENGTH or any(one not in _LETTERS + "0123456789" for one in upn):
        return "A UPN has 13 letters and digits, for example H801200001001."
    if not upn[1:12].isdecimal() or upn[0] not in _LETTERS:
        return "A UPN has a letter, then 11 digits, then a digit or letter."
    last = int(upn[12]) if upn[12].isdecimal() else _LETTERS.index(upn[12])
    values = [*(int(one) for one in upn[1:12]), last]
    total = sum(place * value for place, value in enumerate(values, start=2))
    if _LETTERS[total % 23] != upn[0]:
        return "This UPN has a slip in it: its first letter does not fit. Check each digit."
    return None


def problem_with_nhs_number(typed: str) -> str | None:
    """Say that an NHS number has a slip; its last digit comes from the nine before it."""
    number = typed.replace(" ", "").replace("-", "")
    if len(number) != _NHS_LENGTH or not number.isascii() or not number.isdecimal():
        return "An NHS number has 10 digits, for example 943 476 5919."
    total = sum(weight * int(one) for weight, one in zip(range(10, 1, -1), number, strict=False))
    if (11 - total % 11) % 11 != int(number[9]):
        return "This NHS number has a slip in it: its last digit does not fit. Check each digit."
    return None
