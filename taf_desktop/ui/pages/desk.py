"""The pages that belong to no family: home, actions, settings, the list of keys."""

from collections.abc import Sequence
from functools import partial

from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.keyboard_page import KeyboardPage
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.actions_page import ActionsPage
from taf_desktop.ui.pages.backups_page import BackupsPage
from taf_desktop.ui.pages.batch_page import BatchPage
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.pages.erase_page import ErasePage
from taf_desktop.ui.pages.erased_page import ErasedPage
from taf_desktop.ui.pages.hold_page import HoldPage
from taf_desktop.ui.pages.home_page import HomePage
from taf_desktop.ui.pages.keeping_page import KeepingPage
from taf_desktop.ui.pages.keys_pages import ChangePassphrasePage, ChangeRecoveryPage, SignInPage
from taf_desktop.ui.pages.licences_page import LicencesPage
from taf_desktop.ui.pages.look_page import LookPage
from taf_desktop.ui.pages.openers_page import OpenersPage
from taf_desktop.ui.pages.settings_page import Keeping, SettingsPage
from taf_desktop.ui.pages.tables_page import TablesPage
from taf_desktop.ui.widgets import RailEntry
from taf_desktop.ui.window import MainWindow


class DeskKeyboardPage(KeyboardPage):
    """The list of keys, with the way back to the desk."""

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell)
        self.workspace = workspace

    def rail(self) -> Sequence[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)


def register_desk_pages(window: MainWindow, workspace: Workspace, keeping: Keeping) -> None:
    """Say how the pages of the desk are made, and which keys lead to them."""
    register = window.navigator.register
    register("home", lambda: HomePage(window, workspace))
    register("actions", lambda: ActionsPage(window, workspace))
    register("papers", lambda: BatchPage(window, workspace))
    register("tables", lambda: TablesPage(window, workspace))
    register("keyboard", lambda: DeskKeyboardPage(window, workspace))
    register("settings", lambda: SettingsPage(window, workspace, keeping))
    register("settings.licences", lambda: LicencesPage(window, workspace))
    put_back, preferences = keeping.put_back, keeping.preferences
    for page in (KeepingPage, HoldPage, ErasePage, ErasedPage):
        register(page.name, partial(page, window, workspace, preferences))
    if (tell_found := keeping.tell_found) is not None:
        register("settings.look", lambda: LookPage(window, workspace, tell_found))
    if put_back is not None:
        register("settings.backups", lambda: BackupsPage(window, workspace, preferences, put_back))
    vault = keeping.vault
    if vault is not None:
        register("settings.passphrase", lambda: ChangePassphrasePage(window, workspace, vault))
        register("settings.recovery", lambda: ChangeRecoveryPage(window, workspace, vault))
        register("settings.sign_in", lambda: SignInPage(window, workspace, vault))
        register("settings.openers", lambda: OpenersPage(window, workspace, vault))
    add = window.shortcuts.add
    go = window.navigator.go
    add("Ctrl+K", "Find a name or any words", lambda: _find_now(window))
    add("Ctrl+N", "New family", lambda: go("family.new"))
    add("Ctrl+Shift+A", "Who does what in all families", lambda: go("actions"))


def _find_now(window: MainWindow) -> None:
    """Go home, to the box that finds things; a meeting lets go of the page that was home before."""
    navigator = window.navigator
    if not isinstance(navigator.page, HomePage):
        navigator.go("home")
    if isinstance(navigator.page, HomePage):
        navigator.page.find_now()
