"""The database that does the work: DuckDB, within the process. It is an extra of the package."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kitaran.reports import shapes, sql
from kitaran.reports.read import Batch, Refused, find, read, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from kitaran.reports.catalogue import Catalogue

BATCHES = 20
"""How many batches of files are loaded at a time."""
MEMORY = "2GB"
"""What the database may keep in memory; the rest goes to a temporary folder."""
_REMOTE = ("s3://", "gs://", "gcs://", "r2://", "az://", "https://", "http://")


class StoreError(Exception):
    """The database cannot be had, or cannot read what it should. The message says what to do."""


class Store:
    """A database with results in it."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.refused: list[Refused] = []
        self.known: set[str] = set()
        """The check codes of the files that are loaded: what is the same is read once."""
        self.read = 0
        """How many files were looked at; none where the tables came from Parquet."""

    def rows(self, query: str, **values: object) -> list[tuple[Any, ...]]:
        """Put a question to the database."""
        found: list[tuple[Any, ...]] = self.connection.execute(query, values or None).fetchall()
        return found

    def run(self, query: str, **values: object) -> None:
        """Let the database do something."""
        self.connection.execute(query, values or None)

    # ---- getting results ----------------------------------------------------------------

    def load_files(
        self,
        wanted: Iterable[str],
        progress: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> None:
        """Read result files into the plain tables.

        Args:
            wanted: Files, folders and patterns.
            progress: Called with how many files are read, of how many.
        """
        files, missing = find(wanted)
        self.refused += missing
        self.read = len(files)
        for table, columns in shapes.TABLE.items():
            self.run(f"CREATE TABLE {table} ({columns})")
        with tempfile.TemporaryDirectory(prefix="kitaran-report-") as name:
            waiting: list[Batch] = []
            done = 0
            for batch in read(files, Path(name)):
                waiting.append(batch)
                done += len(batch.files)
                if len(waiting) == BATCHES:
                    self._load(waiting)
                    waiting.clear()
                progress(done, len(files))
            self._load(waiting)

    def _load(self, batches: list[Batch]) -> None:
        """Bring batches into the plain tables, so many at a time that memory stays small."""
        self.refused += (each for batch in batches for each in batch.refused)
        folders = [batch.rows for batch in batches if batch.sources]
        if not folders:
            return
        files = {number: file for batch in batches for number, file in batch.files}
        whole = [each for batch in batches for each in batch.sources]
        fresh: list[bool] = []
        for _, source in whole:
            fresh.append(source not in self.known)
            self.known.add(source)
        self.run(
            "CREATE TEMP TABLE names AS SELECT unnest($n::INTEGER[]) AS n, "
            "unnest($files::VARCHAR[]) AS file, unnest($sources::VARCHAR[]) AS source, "
            "unnest($fresh::BOOLEAN[]) AS fresh",
            n=[number for number, _ in whole],
            sources=[source for _, source in whole],
            files=[shown(files[number]) for number, _ in whole],
            fresh=fresh,
        )
        for table in shapes.ROWS:
            self._read_rows(table, folders)
        for query in sql.LOAD.values():
            self.run(query)
        self.run("DROP TABLE names")
        for batch in batches:
            rmtree(batch.rows)

    def _read_rows(self, table: str, folders: list[Path]) -> None:
        """Let a view stand for the rows of a table, wherever they are."""
        kinds = dict(column.split() for column in shapes.ROWS[table].split(","))
        columns = ", ".join(f"'{name}': '{kind}'" for name, kind in kinds.items())
        texts = ", ".join(f"'{name}'" for name, kind in kinds.items() if kind == "VARCHAR")
        # A path cannot be a parameter of a view.
        paths = (str(folder / f"{table}.csv").replace("'", "''") for folder in folders)
        files = ", ".join(f"'{path}'" for path in paths)
        self.run(
            f"CREATE OR REPLACE TEMP VIEW read_{table} AS FROM read_csv([{files}], "
            f"columns = {{{columns}}}, force_not_null = [{texts}], header = false, "
            "auto_detect = false, delim = ',', quote = '\"', escape = '\"', new_line = '\\n')"
        )

    def load_parquet(self, place: str) -> None:
        """Read the plain tables from Parquet, in a folder or an object store.

        Several files of one table may stand side by side, such as one for each month.

        Raises:
            StoreError: If they are not there.
        """
        import duckdb

        place = place.rstrip("/")
        try:
            if place.startswith(_REMOTE):
                self._reach(place)
            for table in shapes.TABLE:
                self.run(
                    f"CREATE TABLE {table} AS SELECT DISTINCT * FROM "
                    "read_parquet($place, union_by_name = true)",
                    place=f"{place}/{table}*.parquet",
                )
        except duckdb.Error as error:
            first = str(error).split("\n", 1)[0]
            message = f"the results in {place} cannot be read: {first}"
            raise StoreError(message) from error

    def _reach(self, place: str) -> None:
        """Load what reads from an object store, with the keys that the machine has for it."""
        self.run("INSTALL httpfs")
        self.run("LOAD httpfs")
        if place.startswith("s3://"):
            self.run("INSTALL aws")
            self.run("LOAD aws")
            # A store of one's own is named as for Amazon's own programs.
            own = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL", "")
            self.run(f"CREATE SECRET (TYPE s3, PROVIDER credential_chain{endpoint(own)})")

    def save_parquet(self, folder: Path) -> list[Path]:
        """Write the plain tables as Parquet, and give the files."""
        folder.mkdir(parents=True, exist_ok=True)
        written: list[Path] = []
        for table in shapes.TABLE:
            target = folder / f"{table}.parquet"
            # A path cannot be a parameter of COPY.
            place = str(target).replace("'", "''")
            self.run(f"COPY {table} TO '{place}' (FORMAT parquet, COMPRESSION zstd)")
            written.append(target)
        return written

    # ---- what counts --------------------------------------------------------------------

    def keep(self, catalogue: Catalogue, fresh: date) -> None:
        """Work out what counts, held against the handbook of today.

        Args:
            catalogue: The handbook.
            fresh: A pass before this day is too old to rely on.
        """
        for table, (columns, rows) in catalogue.tables().items():
            named = [column.split(" ") for column in columns.split(", ")]
            picked = ", ".join(f"unnest(${name}::{kind}[]) AS {name}" for name, kind in named)
            lists = {name: [row[at] for row in rows] for at, (name, _) in enumerate(named)}
            self.run(f"CREATE TEMP TABLE {table} AS SELECT {picked}", **lists)
        for name, query in sql.KEEP.items():
            self.run(query, **({"fresh": fresh} if name == "standing" else {}))
        self.run(sql.PAGES)

    def rename(self, names: dict[str, str]) -> None:
        """Let the report show a code instead of everybody's name.

        Args:
            names: From each person to the code that stands for it.
        """
        self.run(
            "CREATE TEMP TABLE codes AS SELECT unnest($person::VARCHAR[]) AS person, "
            "unnest($code::VARCHAR[]) AS code",
            person=list(names),
            code=list(names.values()),
        )
        self.run("UPDATE people SET name = c.code FROM codes c WHERE people.person = c.person")

    def forget(self) -> None:
        """Take every name out of the plain tables, once `rename` has said what stands for it."""
        self.run(
            "UPDATE files SET name = '', code = c.code, file = 'file ' || left(files.source, 8) "
            "FROM sources s JOIN codes c USING (person) WHERE s.source = files.source"
        )
        self.run("UPDATE steps SET signed = ''")


def endpoint(url: str) -> str:
    """Give what a secret has to know of an object store that is not Amazon's own.

    >>> endpoint("http://store.example:9000")
    ", ENDPOINT 'store.example:9000', URL_STYLE 'path', USE_SSL false"
    >>> endpoint("")
    ''
    """
    parts = urlsplit(url)
    if not parts.netloc:
        return ""
    host = parts.netloc.replace("'", "")
    return f", ENDPOINT '{host}', URL_STYLE 'path', USE_SSL {str(parts.scheme != 'http').lower()}"


@contextmanager
def opened() -> Iterator[Store]:
    """Open a database for one run.

    Raises:
        StoreError: If DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        message = "reading results needs DuckDB: install it with `pip install 'kitaran[reports]'`"
        raise StoreError(message) from error
    with tempfile.TemporaryDirectory(prefix="kitaran-duckdb-") as spill:
        connection = duckdb.connect(":memory:", config={"temp_directory": spill})
        try:
            connection.execute(f"SET memory_limit = '{MEMORY}'")
            connection.execute("SET preserve_insertion_order = false")
            connection.execute("SET TimeZone = 'UTC'")
            yield Store(connection)
        finally:
            connection.close()
