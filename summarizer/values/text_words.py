"""Content words, negations and number words of a text: what a plain string is confirmed and compared by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from summarizer.values import number_words

LIMIT = 20_000  # characters of a text that are read
_NEGATION_WORDS = (
    "not no never none nothing neither nor without cannot can't won't isn't aren't wasn't weren't doesn't don't didn't "
    "hasn't haven't hadn't wouldn't shouldn't couldn't mustn't ain't nobody nowhere hardly "
    "nicht kein keine keinen keiner keinem nie niemals ohne weder "
    "ne n' pas jamais aucun aucune sans ni "
    "nunca jamás sin ningún ninguna ninguno tampoco "
    "non mai senza nessun nessuna nessuno né "
    "não nem sem nenhum nenhuma jamais "
    "niet geen nooit zonder noch "
    "inte ej aldrig utan ingen inga ikke aldri aldrig uden uten ingen "
    "nie bez żaden żadna nigdy není nikdy žádný "
    "не нет ни без никогда ні немає "
    "değil yok olmayan asla tidak bukan tanpa không"
)
_NEGATIONS = frozenset(_NEGATION_WORDS.split())
_NEGATION_SIGNS = {  # in scripts without spaces, but not in words such as 未来 (future) and 非洲 (Africa)
    "zh": re.compile("不(?![断斷仅僅同少])|没|沒|未(?![来來])|无|無|非(?![洲常])"),
    "ja": re.compile("ない|ません|なかった"),
    "ko": re.compile("않|없|아니|못"),
}
_NO_NEGATIONS = {"pt": {"no"}, "it": {"ne"}, "sv": {"ni"}}  # other words of these languages
_STOP_WORDS = (
    "a an the of in on at to for from by with and or as is are was were be been being has have had its it's his her "
    "their this that these those which who it he she they we will would also into about over than then "
    "der die das des dem den ein eine einer eines einem einen und oder in im an am auf für von vom zu zum zur mit ist "
    "le la les l' un une des du de d' et ou au aux en dans sur pour par avec est sont "
    "el los las una unos unas y o del al con por para es son "
    "il lo gli i uno e di da dal della dello dei delle nel nella con su per è sono "
    "os as um uma do da dos das no na nos nas em com por é "
    "het een en van op te voor met is och att av en ett på som er på og "
    "и в на с по к из у за от до для"
)
_STOP = frozenset(_STOP_WORDS.split())
_SUFFIXES = ("ings", "ing", "edly", "ed", "ies", "es", "s", "'s", "en", "er", "e", "n")
_SIGNS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("‘’ʼ`", "'") | dict.fromkeys("“”„«»", '"'))
_WORD = re.compile(r"[^\W_]+(?:['.&][^\W_]+)*")


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """Small letters, straight quotes, simple dashes, single spaces."""
    folded = unicodedata.normalize("NFKC", text[:LIMIT]).translate(_SIGNS)
    return " ".join(folded.split()).casefold()


@lru_cache(maxsize=64)
def words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(text)))


def content(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    return frozenset(stem(word) for word in words(text) if word not in _STOP) - {""}


def stem(word: str) -> str:
    """A light one: "centers" and "center" are one word, "plan" and "planet" are two."""
    if not word.isascii() or not word.isalpha():
        return word.removesuffix("'s")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word.removesuffix(suffix)
    return word


def holds(text: str, part: str) -> bool:
    """Whether `part` stands in `text` in whole words, but for typography and case."""
    wanted = plain(part).strip(" .,;:!?\"'")
    if not wanted:
        return False
    searched, size = plain(text), len(wanted)
    at = searched.find(wanted)
    while at >= 0:
        left = not _spaced(wanted[0]) or not _in_word(searched[at - 1 : at])
        if left and (not _spaced(wanted[-1]) or not _in_word(searched[at + size : at + size + 1])):
            return True
        at = searched.find(wanted, at + 1)
    return False


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _spaced(char: str) -> bool:
    """Whether the script sets words apart by spaces."""
    return char.isalnum() and not "\u0e00" <= char <= "\u0eff" and not "\u2e80" <= char <= "\ud7ff"


def negations(text: str, language: str) -> int:
    """How many negations the text has."""
    tongue = number_words.code(language)
    signs, others = _NEGATION_SIGNS.get(tongue), _NO_NEGATIONS.get(tongue, ())
    printed = len(signs.findall(plain(text))) if signs else 0
    return printed + sum(_denies(word) for word in words(text) if word not in others)


def _denies(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def figures(text: str, language: str) -> frozenset[str]:
    """Digit groups and number words, each number word as its digits."""
    spelled = number_words.words(number_words.code(language))
    found: set[str] = set()
    for word in words(text):
        if not word.isalpha() and any(char.isdigit() for char in word):
            found.add(re.sub(r"[.,']", "", word))
        elif word in spelled and word not in ("a", "an", "one", "un", "une", "una", "uno", "um", "uma", "ein", "eine"):
            found.add(str(spelled[word]))
    return frozenset(found)
