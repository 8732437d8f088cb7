"""The pages about a family's views, its actions and its documents."""

from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.pages.documents_page import DocumentsPage
from taf_desktop.ui.pages.views_page import ViewsPage
from taf_desktop.ui.window import MainWindow


def register_views_pages(window: MainWindow, workspace: Workspace) -> None:
    """Say how these pages are made."""
    register = window.navigator.register
    register("family.views", lambda: ViewsPage(window, workspace))
    register("family.documents", lambda: DocumentsPage(window, workspace))
