"""The page with the recovery code, to print and keep somewhere safe."""

from datetime import date

from taf_desktop.documents.content import (
    Block,
    BulletList,
    Document,
    Heading,
    Panel,
    Paragraph,
    Run,
    Size,
    Tone,
    words,
)
from taf_desktop.packs.dates import long_day_words

_WHY = (
    "With this code you can open your records when the passphrase is lost. Without the "
    "passphrase and without this code nobody can open them, and nobody can make a new code."
)
_WHERE = (
    "In a sealed envelope, not with the laptop.",
    "In a locked drawer, or with your early help coordinator.",
    "Not in an e-mail and not in a photograph.",
)


def recovery_sheet(code: str, made_on: date) -> Document:
    """One page: what the code is for, the code in large groups, and where to keep it."""
    groups = Run("   ".join(code.split("-")), strong=True)
    blocks: tuple[Block, ...] = (
        Heading(level=1, text="Recovery sheet"),
        Paragraph(words(_WHY)),
        Panel(tone=Tone.BRAND, blocks=(Paragraph((groups,), size=Size.LARGE),)),
        Heading(level=2, text="Where to keep it"),
        BulletList(items=tuple((Paragraph(words(line)),) for line in _WHERE)),
        Paragraph(words("Capital and small letters are the same. Spaces do not matter.")),
    )
    return Document(
        title="Recovery sheet",
        reference="",
        footer=f"Made on {long_day_words(made_on)}",
        blocks=blocks,
        body_sizes=(14.0,),
    )
