"""What left the program is called: a document by its title, a table by its own."""

from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.services.table_columns import TABLES


def title_of(document: str) -> str:
    """The words for a document or a table; one that this program does not know keeps its id."""
    if document in DOCUMENTS:
        return DOCUMENTS[document].title
    return f"Table of {TABLES[document].title.lower()}" if document in TABLES else document
