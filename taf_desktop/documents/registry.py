"""Every document that can be made of a plan: adding one is one line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from taf_desktop.documents import family_plan, professional_plan
from taf_desktop.documents.content import Document
from taf_desktop.documents.plan_facts import PlanFacts


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """What a document is called and how it is built from what its reader may see."""

    title: str
    build: Callable[[PlanFacts], Document]


DOCUMENTS: Mapping[str, DocumentKind] = MappingProxyType(
    {
        "family_plan": DocumentKind(family_plan.TITLE, family_plan.family_plan),
        "professional_plan": DocumentKind(
            professional_plan.TITLE, professional_plan.professional_plan
        ),
    }
)
