"""Plain numbers in a text: digits with a language's grouping, number words, scale words and percent signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from summarizer.values import number_words

LIMIT = 20_000  # characters that are read
_LONGEST = 40  # digits of a number that is read; longer ones are left unread
_COMMA_LANGUAGES = "de fr es it pt nl sv da nb fi pl cs ru uk bg ro hu tr el id vi"
_COMMA_DECIMAL = frozenset(_COMMA_LANGUAGES.split())
_UNSPACED = frozenset({"zh", "ja", "ko"})
_KANJI_DIGITS = {char: index for index, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_KANJI_STEPS = {"十": 10, "百": 100, "千": 1000}
_PERCENT = (
    r"\s?(?:%|٪|per ?cent\b|pct\b|percentage points?\b|prozent\w*|pour ?cents?\b|por ?cien(?:to|tos)\b|por cento\b"
    r"|procent\w*|prosent\w*|процент\w*|パーセント|퍼센트)"
)
_HALF = re.compile(r"(?<!\w)half (?:a |an )?$")
_ONE = re.compile(r"(?<!\w)(?:an?|une?|una|uno|uma?|eine?|een|en|et)\s$")
_YEARS = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `text[start:end]`. `step` is the worth of its last printed digit: 100000 for "1.2 million"."""

    value: Decimal
    step: Decimal
    start: int
    end: int
    percent: bool = False
    year: bool = False  # four bare digits, 1900 to 2099: far more often a year than a count


@dataclass(frozen=True, slots=True)
class Numbers:
    """`complete`: no digits and no number word were left unread."""

    found: tuple[Number, ...]
    complete: bool


class Reader:
    """The patterns of one language."""

    def __init__(self, language: str) -> None:
        self.language = number_words.code(language)

    @cached_property
    def scales(self) -> dict[str, Decimal]:
        return number_words.SCALES.get(self.language, number_words.SCALES["en"])

    @cached_property
    def words(self) -> dict[str, Decimal]:
        """One number word or step ("hundred") -> its value."""
        steps = {word: Decimal(value) for word, value in number_words.hundreds(self.language).items()}
        large = {word: value for word, value in self.scales.items() if len(word) > 4 and " " not in word}
        return {**number_words.words(self.language), **steps, **large}

    @cached_property
    def scale(self) -> str:
        names = "|".join(re.escape(word) for word in sorted(self.scales, key=len, reverse=True))
        right = "" if self.language in _UNSPACED else r"(?!\w)"
        return rf"(?:[\s-]?(?P<scale>{names}){right}\.?)?"

    @cached_property
    def digits(self) -> re.Pattern[str]:
        unspaced = self.language in _UNSPACED
        letter, left = ("", r"[a-z\d.,]") if unspaced else (r"(?![^\W\d_])", r"[\w.,]")
        return re.compile(
            rf"(?<!{left})(?P<sign>[-−–](?=\d))?(?P<digits>\d{{1,3}}(?: \d{{3}})+(?!\d)|\d[\d.,'’\u00a0\u202f]*\d|\d)"
            rf"(?!\d){self.scale}(?P<percent>{_PERCENT})?{letter}",
        )

    @cached_property
    def spelled(self) -> re.Pattern[str]:
        names = "|".join(re.escape(word) for word in sorted(self.words, key=len, reverse=True))
        joiner = "|".join(number_words.JOINERS.get(self.language, ("and",)))
        if self.language in _UNSPACED:
            return re.compile(r"[零〇一二三四五六七八九十百千两兩]{1,12}" + self.scale + rf"(?P<percent>{_PERCENT})?")
        return re.compile(
            rf"(?<!\w)(?:{names})(?!\w)(?:(?:[\s-]+(?:{joiner})[\s-]+|[\s-]+)(?:{names})(?!\w)){{0,12}}(?P<percent>{_PERCENT})?"
        )

    def read(self, text: str) -> Numbers:
        plain = text[:LIMIT].lower()
        if len(plain) != len(text[:LIMIT]):
            plain = text[:LIMIT]
        plain = "".join(_ascii_digit(char) for char in plain)
        found = list(self._printed(plain))
        covered = [(number.start, number.end) for number in found]
        for match in self.spelled.finditer(plain):
            number = self._word(match)
            if number and all(number.end <= start or end <= number.start for start, end in covered):
                found.append(number)
        found.sort(key=lambda number: number.start)
        if self.language in _UNSPACED:
            found = _summed(found)
        rest = _without(plain, found)
        return Numbers(tuple(found), len(text) <= LIMIT and not re.search(r"\d", rest))

    def _printed(self, text: str) -> Iterator[Number]:
        for match in self.digits.finditer(text):
            raw = match["digits"].strip(".,'’")
            parsed = self._figure(raw)
            if parsed is None:
                continue
            value, step = parsed
            factor = self.scales.get(match["scale"] or "", Decimal(1))
            sign = -1 if match["sign"] else 1
            year = bool(_YEARS.fullmatch(raw)) and factor == 1 and not match["percent"]
            end = match.end() if match["scale"] or match["percent"] else match.start("digits") + len(match["digits"])
            half = Decimal("0.5") if _HALF.search(text[max(0, match.start() - 8) : match.start()]) else Decimal(1)
            value *= sign * factor * half
            yield Number(value, step * factor * half, match.start(), end, bool(match["percent"]), year)

    def _figure(self, raw: str) -> tuple[Decimal, Decimal] | None:
        """Value and worth of the last digit; None where the grouping can't be told from decimals, or makes no sense."""
        bare = re.sub(r"[\s'’\u00a0\u202f]", "", raw)
        if len(bare) > _LONGEST:
            return None
        mark, group = (",", ".") if self.language in _COMMA_DECIMAL else (".", ",")
        whole, dot, tail = bare.partition(mark)
        if not re.fullmatch(rf"\d+|\d{{1,3}}(?:{re.escape(group)}\d{{2,3}})*{re.escape(group)}\d{{3}}", whole):
            return self._foreign(bare, mark, group)
        if dot and not tail.isdigit():
            return None
        figure = Decimal(whole.replace(group, "") + ("." + tail if tail else ""))
        return figure, Decimal(1).scaleb(-len(tail)) if tail else _last_digit(figure)

    @staticmethod
    def _foreign(bare: str, mark: str, group: str) -> tuple[Decimal, Decimal] | None:
        """ "12.5" in a German text and "12,5" in an English one can only be decimals."""
        if re.fullmatch(rf"\d+{re.escape(group)}\d{{1,2}}", bare):
            figure = Decimal(bare.replace(group, "."))
            return figure, Decimal(1).scaleb(figure.as_tuple().exponent)  # type: ignore[arg-type]
        return None

    def _word(self, match: re.Match[str]) -> Number | None:
        if self.language in _UNSPACED:
            value = _kanji(re.match(r"[零〇一二三四五六七八九十百千两兩]+", match[0])[0])  # type: ignore[index]
            value *= self.scales.get(match["scale"] or "", Decimal(1))
            single = len(match[0]) == 1
            return None if single else Number(value, _last_digit(value), *match.span(), bool(match["percent"]))
        spoken = match[0][: match.start("percent") - match.start()] if match["percent"] else match[0]
        figure = self._spoken(spoken)
        before = match.string[max(0, match.start() - 8) : match.start()]
        if figure is None or (spoken.strip() in self.scales and not _ONE.search(before)):
            return None  # "trillion" of "Ksh6.4 trillion" is no number by itself
        if _HALF.search(match.string[max(0, match.start() - 8) : match.start()]):
            figure /= 2
        return Number(figure, _last_digit(figure), *match.span(), bool(match["percent"]))

    def _spoken(self, text: str) -> Decimal | None:
        """ "two hundred and fifty thousand": small numbers add up, steps multiply."""
        total, current, seen = Decimal(0), Decimal(0), False
        for word in self._split(text.strip()):
            value = self.words[word]
            if value >= 1000:
                total, current = total + (current or Decimal(1)) * value, Decimal(0)
            elif value == 100:
                current = (current or Decimal(1)) * 100
            elif seen and current and (current % 100 or value >= 100):
                return None  # "two three": two numbers, not one
            else:
                current += value
            seen = True
        return total + current if seen else None

    def _split(self, text: str) -> Iterator[str]:
        joiners = number_words.JOINERS.get(self.language, ("and",))
        tokens = re.findall(r"[^\s-]+", text)
        index = 0
        while index < len(tokens):
            for count in range(min(5, len(tokens) - index), 0, -1):
                options = (" ".join(tokens[index : index + count]), "-".join(tokens[index : index + count]))
                word = next((option for option in options if option in self.words), None)
                if word:
                    yield word
                    index += count
                    break
            else:
                if tokens[index] not in joiners:
                    return
                index += 1


def _summed(found: list[Number]) -> list[Number]:
    """12億 and 3000万 that touch are one number: 1230000000."""
    joined: list[Number] = []
    for number in found:
        last = joined[-1] if joined else None
        if last and last.end == number.start and number.value < last.step and not last.percent:
            value = last.value + number.value
            joined[-1] = Number(value, number.step, last.start, number.end, number.percent)
        else:
            joined.append(number)
    return joined


def _ascii_digit(char: str) -> str:
    if char.isascii() or not char.isdecimal():
        return char
    return str(unicodedata.decimal(char))


def _last_digit(figure: Decimal) -> Decimal:
    """25000 may be rounded to thousands: its last digit that isn't 0 counts. 0 for 0."""
    exponent = figure.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _kanji(text: str) -> Decimal:
    if not any(char in _KANJI_STEPS for char in text):
        return Decimal("".join(str(_KANJI_DIGITS[char]) for char in text))
    total, last = 0, 0
    for char in text:
        if char in _KANJI_STEPS:
            total, last = total + (last or 1) * _KANJI_STEPS[char], 0
        else:
            last = _KANJI_DIGITS[char]
    return Decimal(total + last)


def _without(text: str, found: list[Number]) -> str:
    kept, at = [], 0
    for number in found:
        kept.append(text[at : number.start])
        at = max(at, number.end)
    return " ".join([*kept, text[at:]])


@lru_cache(maxsize=32)
def reader(language: str) -> Reader:
    return Reader(language)


@lru_cache(maxsize=512)
def read(text: str, language: str = "en") -> Numbers:
    return reader(number_words.code(language)).read(text)
