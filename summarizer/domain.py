"""The nouns of the house, in the order in which data passes through them.

An `Article` is asked once; each value comes back as a `Claim` with its `Quote`s, or as a `Rejection`. One article's
claims make an `Extraction`. Articles of one event make a `Story`; all claims of a story for one field are settled in a
`Resolution`, which may hold `Conflict`s; the resolutions make a `Digest`. A `Run` says what became of every article.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

from summarizer.terms import Agreement as Agreement
from summarizer.terms import Match as Match
from summarizer.terms import Stand as Stand
from summarizer.terms import Status as Status

T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Article:
    """Clean text that can be quoted. All offsets in the house are `str` indices into `text`, 0-based, end exclusive."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    story: str | None = None  # a story id given by the caller: always wins
    language: str = "en"  # ISO 639-1; decides how "1.250" and "billion" are read
    origin: str = ""  # where it was read: a path, path:line, or "-"


@dataclass(frozen=True, slots=True)
class Quote:
    """The article's own words (never the model's wording of them) at `text[start:end]`."""

    text: str
    start: int
    end: int
    how: Match = "exact"
    occurrences: int = 1

    def __reduce__(self) -> tuple[Any, ...]:
        """A dataclass with slots is pickled field by field by name, which takes five times as long."""
        return Quote, (self.text, self.start, self.end, self.how, self.occurrences)


@dataclass(frozen=True, slots=True)
class Claim(Generic[T]):
    """One article's value for one field of the schema, or for one item of a list field."""

    article: str  # Article.id
    path: str  # the field's name: "amount", "people"
    value: T
    quotes: tuple[Quote, ...]
    status: Status
    notes: tuple[str, ...] = ()  # flags that a reader must see: "currency_missing", "inferred", a dropped quote

    def __reduce__(self) -> tuple[Any, ...]:
        return Claim, (self.article, self.path, self.value, self.quotes, self.status, self.notes)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A value that was not believed, also after it was asked for again, and why. `value` is the model's, as JSON."""

    article: str
    path: str
    value: Any
    reason: str
    quotes: tuple[str, ...] = ()  # the words that the model claimed, found or not


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens and money of some calls. `cost` in US dollars, None when the model's price is unknown."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: Decimal | None = Decimal(0)

    def __add__(self, other: Usage) -> Usage:
        cost = None if self.cost is None or other.cost is None else self.cost + other.cost
        return Usage(
            self.calls + other.calls,
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            cost,
        )


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says: its claims, what was not believed, money that no claim cites, and what it cost."""

    article: str
    claims: tuple[Claim[Any], ...]
    rejections: tuple[Rejection, ...] = ()
    unread: tuple[Quote, ...] = ()  # money in the article that no claim cites
    model: str = ""
    usage: Usage = Usage()
    retried: bool = False  # the provider failed at least once before it answered


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event. `articles` are ids in a fixed order that doesn't depend on the order of arrival."""

    id: str
    articles: tuple[str, ...]
    reasons: tuple[str, ...] = ()


SUPPORTS: frozenset[Stand] = frozenset({"same", "coarser", "finer", "withheld", "combined"})


@dataclass(frozen=True, slots=True)
class Stance(Generic[T]):
    """Where one claim stands to the value that was kept, and why ("50 bn USD is 364 bn CNY at the ECB rate of ...")."""

    claim: Claim[T]
    stand: Stand
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all be true. `path` is the fact's, or that of a part of it ("other_money[0].period"); `kind`
    is "differs", or "uncertain" where a person should look."""

    path: str
    kind: str
    kept: Claim[Any]
    overruled: tuple[Claim[Any], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Resolution(Generic[T]):
    """What a rule made of all claims for one fact (a field, or one item of a list field)."""

    path: str  # "amount", "people[0]"
    value: T
    agreement: Agreement
    rule: str
    stances: tuple[Stance[T], ...]  # of every claim, those that support first
    sources: int = 1  # independent ones that support it: copies of one wire text count once
    articles: int = 1  # articles that support it
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def support(self) -> tuple[Claim[T], ...]:
        """Claims that say the kept value, more coarsely or more finely, or that it is withheld."""
        return tuple(stance.claim for stance in self.stances if stance.stand in SUPPORTS)

    @property
    def overruled(self) -> tuple[Claim[T], ...]:
        """Claims that stand against the kept value."""
        return tuple(stance.claim for stance in self.stances if stance.stand in ("differs", "uncertain"))


@dataclass(frozen=True, slots=True)
class Digest(Generic[S]):
    """A story and what its articles say together; `record` is of the user's own class."""

    story: Story
    headline: str
    articles: tuple[Article, ...]
    record: S
    facts: tuple[Resolution[Any], ...]
    conflicts: tuple[Conflict, ...]
    rejected: tuple[Rejection, ...]
    copies: dict[str, str] = field(default_factory=dict)  # article id -> id of the article whose text it repeats
    unread: tuple[tuple[str, Quote], ...] = ()
    invalid: str = ""  # why the schema's own validation does not accept the record, which then was built without it
    partial: bool = False  # articles of this run are missing because it was stopped or the budget ran out


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that gave nothing: `state` is the one word, `reason` the sentence."""

    article: str  # Article.id, or the path where there is no article
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class Run:
    """What became of every article. articles == ok + len(failed)."""

    articles: int
    ok: int
    failed: tuple[Failure, ...]
    usage: Usage
    seconds: float
    model: str = ""
    cached: int = 0  # calls that the ledger or a cassette answered
