"""Answers of a form as blocks: each question with what was answered below it."""

from taf_desktop.documents.content import Blocks, Heading, Paragraph, paragraph, strong
from taf_desktop.documents.plan_facts import AnswerFacts, AnswersFacts

_SHORT = 60


def answers_part(answers: AnswersFacts, level: int = 2) -> Blocks:
    """The page's heading with its answers; nothing where nothing was answered."""
    lines = [line for answer in answers.answers for line in answer_lines(answer)]
    return (Heading(level, answers.title), *lines) if lines else ()


def answer_lines(answer: AnswerFacts) -> tuple[Paragraph, ...]:
    """A short answer on the same line as its question, a long one below it."""
    if not answer.answer:
        return ()
    if len(answer.answer) <= _SHORT and "\n" not in answer.answer:
        return (paragraph(strong(f"{answer.question}: "), answer.answer),)
    return (paragraph(strong(answer.question)), paragraph(answer.answer))
