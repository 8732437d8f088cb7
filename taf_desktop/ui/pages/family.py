"""The pages of one family, from its name to its history."""

from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.pages.agreements_page import AgreementsPage
from taf_desktop.ui.pages.assessment_page import AssessmentFormPage
from taf_desktop.ui.pages.family_actions_page import FamilyActionsPage
from taf_desktop.ui.pages.history_page import HistoryPage
from taf_desktop.ui.pages.new_family_page import NewFamilyPage
from taf_desktop.ui.pages.overview_page import OverviewPage
from taf_desktop.ui.pages.past_page import PastPage
from taf_desktop.ui.pages.people_page import PeoplePage
from taf_desktop.ui.pages.request_page import RequestPage
from taf_desktop.ui.window import MainWindow


def register_family_pages(window: MainWindow, workspace: Workspace) -> None:
    """Say how the pages of a family are made."""
    register = window.navigator.register
    register("family.new", lambda: NewFamilyPage(window, workspace))
    register("family.overview", lambda: OverviewPage(window, workspace))
    register("family.people", lambda: PeoplePage(window, workspace))
    register("family.request", lambda: RequestPage(window, workspace))
    register("family.agreements", lambda: AgreementsPage(window, workspace))
    register("family.assessment", lambda: AssessmentFormPage(window, workspace))
    register("family.actions", lambda: FamilyActionsPage(window, workspace))
    register("family.history", lambda: HistoryPage(window, workspace))
    register("family.past", lambda: PastPage(window, workspace))
