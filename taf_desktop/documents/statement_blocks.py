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
from taf_desktop.documents.languages import ENGLISH, Language
from taf_desktop.documents.plan_facts import DisagreementFacts, StatementFacts
from taf_desktop.documents.wording import joined, listed


def quoted(text: str, language: Language = ENGLISH) -> str:
    """A person's own words in quotation marks, unless they already stand in them."""
    return text if text[:1] in '“"„«' and text[-1:] in '”"»' else language.quoted(text)


def disagreement_words(disagreement: DisagreementFacts, language: Language = ENGLISH) -> Paragraph:
    """That somebody sees it differently, in their words."""
    who = language.say("sees_differently", name=disagreement.who)
    return paragraph(strong(f"{who} "), quoted(disagreement.words, language))


def _views(statement: StatementFacts, language: Language) -> Blocks:
    return tuple(disagreement_words(view, language) for view in statement.seen_differently)


def short_statement(statement: StatementFacts, language: Language = ENGLISH) -> Blocks:
    """A statement for the family: the words, the speaker of exact words, the other view."""
    said: tuple[Run, ...]
    if statement.exact_words:
        said = (
            Run(quoted(statement.text, language), slanted=True),
            quiet(speaker_words(joined(statement.said_by, language))),
        )
    else:
        said = (Run(statement.text),)
    return (paragraph(*said), *_views(statement, language))


def full_statement(statement: StatementFacts, language: Language = ENGLISH) -> Blocks:
    """A statement for a professional: also the category, and who said it in every case."""
    text = quoted(statement.text, language) if statement.exact_words else statement.text
    source = listed(
        joined(statement.said_by, language), language.label(statement.category), by=" · "
    )
    blocks: list[Block] = [paragraph(Run(text, slanted=statement.exact_words))]
    if source:
        blocks.append(paragraph(quiet(source), size=Size.SMALL))
    return (*blocks, *_views(statement, language))


def speaker_words(names: str) -> str:
    """The names after a dash, on the same line as the dash; nothing for nobody."""
    return f" –\N{NO-BREAK SPACE}{names}" if names else ""


def text_length(statements: tuple[StatementFacts, ...]) -> int:
    """How many characters the statements hold with the other views of them."""
    views = [view for statement in statements for view in statement.seen_differently]
    return sum(len(item.text) for item in statements) + sum(len(view.words) for view in views)
