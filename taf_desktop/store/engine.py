"""Opening the encrypted file: SQLCipher through SQLAlchemy, on one connection."""

import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from taf_desktop.errors import UserError

_OLDEST_SQLITE = (3, 51, 3)
_SQLITE_ATTACH, _SQLITE_DETACH = 24, 25
_ALLOW, _DENY = 0, 1
_TEMP_IN_MEMORY = {"TEMP_STORE=2", "TEMP_STORE=3"}


def open_engine(path: Path, data_key: bytes, *, read_only: bool = False) -> Engine:
    """An engine over one keyed connection; nothing is read yet.

    Transactions begin with BEGIN IMMEDIATE, so that a killed one leaves nothing half done.
    """
    _check_library()
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=_connector(path, data_key, read_only=read_only),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    def begin_explicitly(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", begin_explicitly)
    return engine


def _connector(path: Path, data_key: bytes, *, read_only: bool) -> Callable[[], Any]:
    def connect() -> Any:  # noqa: ANN401  # the driver has no types
        mode = "ro" if read_only else "rw"
        address = f"{path.resolve().as_uri()}?mode={mode}"
        connection = dbapi2.connect(
            address, uri=True, isolation_level=None, check_same_thread=False, timeout=0.2
        )
        try:
            _configure(connection, data_key)
        except BaseException:
            # Left to be tidied up later, it would hold the file against whoever opens it next.
            connection.close()
            raise
        return connection

    return connect


def _configure(connection: Any, data_key: bytes) -> None:  # noqa: ANN401
    connection.execute("PRAGMA cipher_log_level=none")
    connection.execute("PRAGMA cipher_memory_security=ON")
    connection.execute(f"PRAGMA key=\"x'{data_key.hex()}'\"")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA synchronous=FULL")
    # What is erased must not stay readable in the file, whatever the library was built with.
    connection.execute("PRAGMA secure_delete=ON")
    if sys.platform == "darwin":
        # A plain fsync does not reach the drive there.
        connection.execute("PRAGMA fullfsync=1")
    connection.set_authorizer(_no_second_file)


def _no_second_file(action: int, *_: object) -> int:
    """Deny ATTACH: with an empty key it would write a copy in the clear."""
    return _DENY if action in (_SQLITE_ATTACH, _SQLITE_DETACH) else _ALLOW


def is_whole(ask: Callable[[str], Iterable[Any]]) -> bool:
    """Whether every page, row and index of an open file fits; `ask` puts a question to it."""
    bad_pages = list(ask("PRAGMA cipher_integrity_check"))
    return not bad_pages and [row[0] for row in ask("PRAGMA integrity_check")] == ["ok"]


def rewrite(engine: Engine) -> None:
    """Write the whole file anew, so that no old page of it stays; it is as it was or rewritten."""
    held = engine.raw_connection()
    try:
        driver: Any = held.driver_connection
        # It attaches a file without a name, which lies in memory.
        driver.set_authorizer(None)
        try:
            driver.execute("VACUUM")
        finally:
            driver.set_authorizer(_no_second_file)
    finally:
        held.close()


def create_file(path: Path, data_key: bytes) -> None:
    """Make the empty encrypted file, readable by its owner alone."""
    path.touch(mode=0o600, exist_ok=False)
    connection = dbapi2.connect(str(path), isolation_level=None)
    try:
        _configure(connection, data_key)
        connection.execute("PRAGMA user_version=0")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE made (at_all)")
        connection.execute("DROP TABLE made")
        connection.execute("COMMIT")
    finally:
        connection.close()


def _check_library() -> None:
    with closing(dbapi2.connect(":memory:")) as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    if not is_safe(dbapi2.sqlite_version_info, options):
        raise UserError(
            "The records cannot be opened with this installation.",
            "Its database library is not one that keeps them safe. Install TAF Desktop again.",
        )


def is_safe(version: tuple[int, ...], options: set[str]) -> bool:
    """Whether a database library encrypts, loses nothing, and keeps temporary data in memory."""
    encrypts = "HAS_CODEC" in options
    return version >= _OLDEST_SQLITE and encrypts and bool(options & _TEMP_IN_MEMORY)
