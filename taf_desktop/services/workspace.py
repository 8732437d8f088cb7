"""The open store and everything that can be done with it; without one there is no data."""

from datetime import date
from uuid import UUID

from taf_desktop.packs.pack import Pack
from taf_desktop.services.absences import Absences
from taf_desktop.services.actions import Actions
from taf_desktop.services.agreements import Agreements
from taf_desktop.services.assessments import Assessments
from taf_desktop.services.backups import Backups
from taf_desktop.services.batches import Batches
from taf_desktop.services.copy_styles import CopyStyles
from taf_desktop.services.desk import Desk
from taf_desktop.services.drawings import Drawings
from taf_desktop.services.erasing import Erasing
from taf_desktop.services.families import Families
from taf_desktop.services.halfway import Halves
from taf_desktop.services.handing_out import HandingOut
from taf_desktop.services.history import History
from taf_desktop.services.keeping import Keeping
from taf_desktop.services.lookers import Lookers
from taf_desktop.services.looking_through import LookingThrough
from taf_desktop.services.meetings import Meetings
from taf_desktop.services.past import Past
from taf_desktop.services.people import Agencies, People
from taf_desktop.services.plans import Plans
from taf_desktop.services.private_notes import PrivateNotes
from taf_desktop.services.reports import Reports
from taf_desktop.services.requests import Requests
from taf_desktop.services.search import Search
from taf_desktop.services.signing import Signing
from taf_desktop.services.tables import Tables
from taf_desktop.services.views import Views
from taf_desktop.store.store import Store


class Workspace:
    """An unlocked store with the services over it."""

    def __init__(self, desk: Desk, *, is_practice: bool, notes: tuple[str, ...] = ()) -> None:
        self._desk = desk
        self.is_practice = is_practice
        self.notes = notes
        self.families = Families(desk)
        self.people = People(desk)
        self.agencies = Agencies(desk)
        self.absences = Absences(desk)
        self.requests = Requests(desk)
        self.agreements = Agreements(desk)
        self.assessments = Assessments(desk)
        self.views = Views(desk)
        self.drawings = Drawings(desk)
        self.meetings = Meetings(desk)
        self.private_notes = PrivateNotes(desk)
        self.signing = Signing(desk)
        self.reports = Reports(desk)
        self.actions = Actions(desk)
        self.plans = Plans(desk)
        self.copy_styles = CopyStyles(desk)
        self.batches = Batches(desk, self.families, self.plans, self.copy_styles)
        self.handing_out = HandingOut(self.plans, self.copy_styles, self.people)
        self.tables = Tables(desk)
        self.halfway = Halves(desk)
        self.history = History(desk)
        self.past = Past(desk)
        self.lookers = Lookers(desk)
        self.search = Search(desk)
        self.backups = Backups(desk)
        self.keeping = Keeping(desk)
        self.erasing = Erasing(desk)
        self.looking_through = LookingThrough(desk)

    @property
    def pack(self) -> Pack:
        """The council pack this store works with."""
        return self._desk.pack

    @property
    def owner_id(self) -> UUID:
        """The person at the desk."""
        return self._desk.owner_id

    @property
    def store(self) -> Store:
        """The open file, for what is done with the file as a whole."""
        return self._desk.store

    @property
    def today(self) -> date:
        """The day it is on this laptop."""
        return self._desk.today

    @property
    def is_read_only(self) -> bool:
        """Whether the records can be read but not changed."""
        return self._desk.store.is_read_only

    def is_whole(self) -> bool:
        """Look at the whole file, which takes a moment; from then on a damaged one is only read."""
        return self.looking_through.is_whole()

    def close(self) -> None:
        """Close the encrypted file."""
        self._desk.store.close()
