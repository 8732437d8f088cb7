"""Statements as blocks: the words, who said them, and who sees it differently."""

from taf_desktop.documents.content import (
    Block,
    Blocks,
    Paragraph,
    Run,
    Size,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.plan_facts import DisagreementFacts, StatementFacts
from taf_desktop.documents.wording import joined, listed


def quoted(text: str) -> str:
    """A person's own words in quotation marks, unless they already stand in them."""
    return text if text[:1] in '“"' and text[-1:] in '”"' else f"“{text}”"


def disagreement_words(disagreement: DisagreementFacts) -> Paragraph:
    """That somebody sees it differently, in their words."""
    return paragraph(
        strong(f"{disagreement.who} sees it differently: "), quoted(disagreement.words)
    )


def short_statement(statement: StatementFacts) -> Blocks:
    """A statement for the family: the words, the speaker of exact words, the other view."""
    said: tuple[Run, ...]
    if statement.exact_words:
        said = (
            Run(quoted(statement.text), slanted=True),
            quiet(speaker_words(joined(statement.said_by))),
        )
    else:
        said = (Run(statement.text),)
    return (paragraph(*said), *map(disagreement_words, statement.seen_differently))


def full_statement(statement: StatementFacts) -> Blocks:
    """A statement for a professional: also the category, and who said it in every case."""
    text = quoted(statement.text) if statement.exact_words else statement.text
    source = listed(joined(statement.said_by), statement.category, by=" · ")
    blocks: list[Block] = [paragraph(Run(text, slanted=statement.exact_words))]
    if source:
        blocks.append(paragraph(quiet(source), size=Size.SMALL))
    return (*blocks, *map(disagreement_words, statement.seen_differently))


def speaker_words(names: str) -> str:
    """The names after a dash, on the same line as the dash; nothing for nobody."""
    return f" –\N{NO-BREAK SPACE}{names}" if names else ""


def text_length(statements: tuple[StatementFacts, ...]) -> int:
    """How many characters the statements hold with the other views of them."""
    views = [view for statement in statements for view in statement.seen_differently]
    return sum(len(item.text) for item in statements) + sum(len(view.words) for view in views)
