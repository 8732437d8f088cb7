"""Answers of a form as blocks: each question with what was answered below it."""

from taf_desktop.documents.content import Blocks, Heading, Paragraph, paragraph, strong
from taf_desktop.documents.languages import ENGLISH, Language
from taf_desktop.documents.plan_facts import AnswerFacts, AnswersFacts
from taf_desktop.documents.wording import day_words

_SHORT = 60


def answers_part(answers: AnswersFacts, level: int = 2) -> Blocks:
    """The page's heading with its answers; nothing where nothing was answered."""
    lines = [line for answer in answers.answers for line in answer_lines(answer)]
    return (Heading(level, answers.title), *lines) if lines else ()


def answer_lines(answer: AnswerFacts, language: Language = ENGLISH) -> tuple[Paragraph, ...]:
    """A short answer on the same line as its question, a long one below it."""
    question, said = language.label(answer.question), _said(answer, language)
    if not said:
        return ()
    if len(said) <= _SHORT and "\n" not in said:
        return (paragraph(strong(f"{question}: "), said),)
    return (paragraph(strong(question)), paragraph(said))


def _said(answer: AnswerFacts, language: Language) -> str:
    """The answer: in the language's words only where it is the pack's, never where it was typed."""
    if answer.day:
        return day_words(answer.day, language)
    return language.label(answer.answer) if answer.is_label else answer.answer
