"""The ledger: every answer that was paid for, and what became of every article of every run. One SQLite file.

An answer is written before anybody reads it, under the hash of the request that it answers. So a second run, a changed
merge rule or a mended validator costs nothing, and a killed run goes on where it was.
"""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from summarizer.domain import Usage
from summarizer.errors import LedgerError

_VERSION = 1
_TABLES = """
create table if not exists calls (
    key text primary key, article text not null, model text not null, answer blob not null, outcome text not null,
    input_tokens integer not null, output_tokens integer not null, cost text, created real not null
) without rowid;
create index if not exists calls_by_article on calls (article);
create table if not exists runs (id integer primary key, started real not null, ended real, note text not null);
create table if not exists articles (
    run integer not null, article text not null, state text not null, reason text not null, primary key (run, article)
) without rowid;
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds."""

    answers: int
    runs: int
    usage: Usage
    oldest: float | None  # seconds since 1970
    newest: float | None


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run. `states`: a state's name to how many articles are in it. `ended` None: killed, or still going on."""

    id: int
    started: float  # seconds since 1970
    ended: float | None
    note: str
    states: dict[str, int]


class Ledger:
    """Every method raises LedgerError, with one line, when the file is damaged, read-only or its disk is full."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def open(cls, path: Path) -> Ledger:
        """Makes the file and its folder where they are not there yet."""
        with _translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, isolation_level=None, timeout=10, check_same_thread=False)
            connection.execute("pragma journal_mode=wal")
            connection.execute("pragma synchronous=normal")  # kill -9 loses nothing, a power cut the last calls
            (version,) = connection.execute("pragma user_version").fetchone()
            if version > _VERSION:
                raise LedgerError(f"the ledger {path} was made by a newer version; update, or choose another --ledger")
            connection.executescript(_TABLES)
            connection.execute(f"pragma user_version={_VERSION}")
        return cls(path, connection)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.connection.close()

    def _run(self, sql: str, values: Iterable[Any] = ()) -> sqlite3.Cursor:
        with _translated(self.path):
            return self.connection.execute(sql, tuple(values))

    # Answers.

    def answer(self, key: str) -> bytes | None:
        """The reply's body as it came, or None when the request was never answered."""
        found = self._run("select answer from calls where key = ?", (key,)).fetchone()
        try:
            return None if found is None else zlib.decompress(found[0])
        except zlib.error:
            raise LedgerError(f"the ledger {self.path} is damaged; move it away to start a new one") from None

    def keep(self, key: str, article: str, model: str, answer: bytes, usage: Usage) -> None:
        """Writes a paid answer; it is safe when this returns."""
        cost = None if usage.cost is None else str(usage.cost)
        self._run(
            "insert or replace into calls values (?, ?, ?, ?, 'ok', ?, ?, ?, ?)",
            (key, article, model, zlib.compress(answer, 1), usage.input_tokens, usage.output_tokens, cost, time.time()),
        )

    def mark(self, key: str, outcome: str) -> None:
        """That an answer could not be used: "refused", "filtered", "truncated", "invalid"."""
        self._run("update calls set outcome = ? where key = ? and outcome <> ?", (outcome, key, outcome))

    def forget(self, articles: Iterable[str]) -> int:
        """Deletes the unusable answers of articles, so that they are asked for again. Returns how many."""
        return sum(
            self._run("delete from calls where article = ? and outcome <> 'ok'", (article,)).rowcount
            for article in articles
        )

    def typical_output(self, model: str) -> int | None:
        """Output tokens of a usable answer of a model, in the mean; None when there is none."""
        query = "select avg(output_tokens) from calls where model = ? and outcome = 'ok'"
        (mean,) = self._run(query, (model,)).fetchone()
        return None if mean is None else round(mean)

    # Runs.

    def begin(self, note: str = "") -> int:
        """A new run's number."""
        return int(self._run("insert into runs (started, note) values (?, ?)", (time.time(), note)).lastrowid or 0)

    def end(self, run: int) -> None:
        self._run("update runs set ended = ? where id = ?", (time.time(), run))

    def state(self, run: int, article: str, state: str, reason: str = "") -> None:
        """What became of an article: the last word counts."""
        self._run("insert or replace into articles values (?, ?, ?, ?)", (run, article, state, reason))

    def states(self, run: int | None = None) -> dict[str, tuple[str, str]]:
        """Article to (state, reason), of one run, or the latest of each article over all runs."""
        if run is not None:
            rows = self._run("select article, state, reason from articles where run = ?", (run,))
        else:
            rows = self._run("select article, state, reason from articles order by run")
        return {article: (state, reason) for article, state, reason in rows}

    def runs(self, latest: int) -> list[RunRecord]:
        """The latest runs, oldest first."""
        rows = self._run("select id, started, ended, note from runs order by id desc limit ?", (latest,)).fetchall()
        return [RunRecord(run, begun, done, note, self._states_of(run)) for run, begun, done, note in reversed(rows)]

    def _states_of(self, run: int) -> dict[str, int]:
        return dict(self._run("select state, count(*) from articles where run = ? group by state", (run,)).fetchall())

    # Housekeeping.

    def check_writable(self) -> None:
        """Writes, and takes it back."""
        self._run("begin immediate")
        self._run("insert into runs (started, note) values (0, '')")
        self._run("rollback")

    def counts(self) -> Counts:
        answers, input_tokens, output_tokens, oldest, newest = self._run(
            "select count(*), total(input_tokens), total(output_tokens), min(created), max(created) from calls"
        ).fetchone()
        costs = [cost for (cost,) in self._run("select cost from calls")]
        cost = None if None in costs else sum((Decimal(cost) for cost in costs), Decimal(0))
        (runs,) = self._run("select count(*) from runs").fetchone()
        return Counts(answers, runs, Usage(answers, int(input_tokens), int(output_tokens), cost), oldest, newest)

    def export(self) -> Iterator[dict[str, Any]]:
        """Every answer, oldest first, as a dictionary that JSON can say."""
        names = ("key", "article", "model", "outcome", "input_tokens", "output_tokens", "cost", "created")
        for *fields, answer in self._run(f"select {', '.join(names)}, answer from calls order by created, key"):
            text = zlib.decompress(answer).decode("utf-8", "replace")
            yield {**dict(zip(names, fields, strict=True)), "answer": text}

    def prune(self, before: float) -> int:
        """Deletes answers and runs from before a time (seconds since 1970). Returns how many answers."""
        deleted = self._run("delete from calls where created < ?", (before,)).rowcount
        self._run("delete from articles where run in (select id from runs where started < ?)", (before,))
        self._run("delete from runs where started < ?", (before,))
        self._run("vacuum")
        return deleted


_CAUSES: tuple[tuple[str, str], ...] = (
    ("readonly", "is read-only; make it writable, choose another --ledger, or use --no-cache"),
    ("full", "can't be written, as the disk is full; free some space"),
    ("malformed", "is damaged; move it away to start a new one"),
    ("not a database", "is not a ledger; choose another --ledger"),
    ("locked", "is held by another process; wait for it, or choose another --ledger"),
    ("unable to open", "can't be opened; check the folder and its permissions"),
)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        said = str(error)
        cause = next((cause for word, cause in _CAUSES if word in said), f"can't be used: {said}")
        raise LedgerError(f"the ledger {path} {cause}") from None
    except OSError as error:
        raise LedgerError(f"the ledger {path} can't be opened: {error.strerror}; choose another --ledger") from None
