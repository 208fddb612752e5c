from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.values.kind import Relation
from summarizer.values.names import Word, spellings, table, words
from summarizer.values.person_matching import may_be_one, word_relation
from summarizer.values.quoted import Quoted, leading, read, sought

KNOWN = [
    name for key in ("nicknames", "spellings") for line in table("person_words.json")[key] for name in line.split()
]
NAMES = "Open AI OpenAI Müller Владимир Цой 马 云 d’Arc O'Neill of eBay AfDB X 3M McDonald's Volkswagenwerk Volkswagen"
PIECES = st.sampled_from(NAMES.split()) | st.sampled_from(["’s", "'", " ", " ", " ", ", ", ". ", "-"])
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map("".join)


def word(text: str) -> Word:
    return words(text)[0]


@given(TEXTS, TEXTS)
def test_a_name_is_looked_for_wherever_it_may_begin(quote: str, name: str) -> None:
    read_quote = read(quote)
    wanted = sought(spellings(words(name)))
    for i, found in enumerate(read_quote):
        if any(whole.startswith(form) for form in found.forms for whole in wanted.whole):
            assert i in read_quote.starting(wanted.beginnings)


@given(TEXTS, TEXTS)
def test_a_word_is_looked_for_wherever_it_stands(quote: str, name: str) -> None:
    own = frozenset(form for part in words(name) for form in part.forms)
    read_quote = read(quote)
    assert {i for i, found in enumerate(read_quote) if found.forms & own} <= set(read_quote.starting(leading(own)))


@given(TEXTS)
def test_a_quote_is_its_words(quote: str) -> None:
    assert list(read(quote)) == words(quote)
    assert list(Quoted(words(quote)[1:])) == words(quote)[1:]


@given(st.sampled_from(KNOWN) | st.characters(categories=["Lu"]) | PIECES, st.sampled_from(KNOWN) | PIECES)
def test_words_that_one_person_may_bear_are_never_passed_over(a: str, b: str) -> None:
    if not words(a) or not words(b):
        return
    related = word_relation(word(a), word(b)) in (Relation.SAME, Relation.REFINED, Relation.REFINES)
    assert may_be_one(word(a), word(b)) or not (related or word(a).forms & word(b).forms)


def test_every_known_short_form_and_spelling_may_be_its_full_name() -> None:
    for key in ("nicknames", "spellings"):
        for line in table("person_words.json")[key]:
            first, *others = line.split()
            assert all(
                may_be_one(word(first), word(other)) and may_be_one(word(other), word(first)) for other in others
            )
            assert may_be_one(word(first), word(first[0]))
            assert may_be_one(word(first[0]), word(first))
