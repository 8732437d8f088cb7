"""What a reading voice meets in each paper of the Marlow family: `python -m tests.documents.golden`
writes it into the folder `golden` again, so that a change of the papers is a change to be read.
"""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from taf_desktop.documents.pdf import write_pdf
from taf_desktop.documents.plan_facts import PlanFacts
from taf_desktop.documents.registry import DOCUMENTS
from tests.documents.plans import FIRST_PLAN, REVIEW_PLAN
from tests.documents.test_papers import ASSESSED, BEFORE, CHILD, CLOSED, CONSENT, RECORD

GOLDEN = Path(__file__).parent / "golden"

FACTS: Mapping[str, PlanFacts] = MappingProxyType(
    {
        "family_plan": FIRST_PLAN,
        "child_plan": CHILD,
        "invitation": BEFORE,
        "agenda": BEFORE,
        "agreement_page": CONSENT,
        "report_form": BEFORE,
        "blank_sheet": BEFORE,
        "assessment": ASSESSED,
        "closing_summary": CLOSED,
        "whole_record": RECORD,
    }
)
"""What a paper is made from where it is not the review."""


def paper_bytes(document: str) -> bytes:
    """The paper of the Marlow family."""
    return write_pdf(DOCUMENTS[document].build(FACTS.get(document, REVIEW_PLAN)))


def read_aloud(path: Path) -> str:
    """The structure of a paper with its words, in the order of reading."""
    told = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True)
    return told.stdout.decode("utf-8")


def main() -> None:
    """Write every paper's file again, and leave none of a paper that is no more."""
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.txt"):
        old.unlink()
    for document in DOCUMENTS:
        text = GOLDEN / f"{document}.txt"
        paper = text.with_suffix(".pdf")
        paper.write_bytes(paper_bytes(document))
        text.write_text(read_aloud(paper), encoding="utf-8")
        paper.unlink()


if __name__ == "__main__":
    main()
