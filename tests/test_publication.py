"""When an article was published."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.publication import dateline, in_address, published_on, yearless


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-02-24", date(2025, 2, 24)),
        ("2025-02-24T23:59:00-08:00", date(2025, 2, 24)),
        ("20250224", date(2025, 2, 24)),
        (20250224, date(2025, 2, 24)),
        ("24 February 2025", date(2025, 2, 24)),
        ("Feb. 24, 2025 at 10:14", date(2025, 2, 24)),
        ("Mon, 24 Feb 2025 10:00:00 GMT", date(2025, 2, 24)),
        ("24. Februar 2025", date(2025, 2, 24)),
        ("24 de febrero de 2025", date(2025, 2, 24)),
        ("24.02.2025", date(2025, 2, 24)),
        ("02/24/2025", date(2025, 2, 24)),
        ("2025年2月24日", date(2025, 2, 24)),
        (1740398400, date(2025, 2, 24)),
        (1740398400000, date(2025, 2, 24)),
        ("03/04/2025", None),  # April or March: not guessed
        ("2025-02-30", None),
        ("yesterday", None),
        (2025, None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_a_date_is_read_only_where_it_can_be_read_in_one_way(written: object, day: date | None) -> None:
    assert published_on(written) == day


@pytest.mark.parametrize(
    "top",
    [
        "LONDON, 3 March 2024 - It rained.",
        "Posted: March 3, 2024 7:42 PM",
        "Mar . 3 , 2024 It rained .",  # as corpora cut it up
        "Published 2024 - 03 - 03 18 : 05",
        "Posted : 03 / 03 / 2024",
        "3 . 3 . 2024",
        "Sunday , 3 March , 2024",
        "3 . March 2024",
        "By Clara Weiss , Staff Writer - March 03 , 2024 , 10:00 am",
        "2024-03-03T18:05:00Z",
        "2024.03.03",
        "3.3.2024, 18:05",
        "03-Mar-2024",
        "3. März 2024",
        "3 de marzo de 2024",
        "2024年3月3日",
        "news/2024/03/03/rain.html",
        "www . example . com / 2024 / 03 / 03 / rain",
        "http : / / example . com / rain - 20240303 - 1",
        "example.com/world/2024/mar/03/rain",
    ],
)
def test_a_full_date_at_the_top_is_the_day(top: str) -> None:
    assert dateline(f"Rain again\n{top}\nIt rained.") == date(2024, 3, 3)
    assert dateline(f"{top}\n{'It rained. ' * 60}1 May 2025") == date(2024, 3, 3)


@pytest.mark.parametrize(
    "top",
    [
        "It rained. " * 60 + "3 March 2024",
        "2013-13-45",
        "30 February 2024",
        "Africa Cup 2022 - 2-1 win for Senegal",
        "It rained in 2012. March 4 was dry.",
        "03/04/2024",
        "03 / 04 / 2024",
        "Africa Cup 2022 - 2 - 1 win for Senegal",
        "Case 20240303 was closed.",
        "It cost 3,003 in May 2024",
        "March 2024",
    ],
)
def test_what_is_no_day_is_not_read(top: str) -> None:
    assert dateline(top) is None


def test_the_first_of_two_dates_is_the_day() -> None:
    assert dateline("4 March 2025\nThe court, which began on 2024-12-01, ended.") == date(2025, 3, 4)


def test_one_at_the_foot_is_when_it_says_so() -> None:
    rain = "It rained. " * 60
    assert dateline(f"{rain}\nLast updated on 3 March 2024 at 18:05") == date(2024, 3, 3)
    assert dateline(f"{rain}\nThe hearing was posted.\nIt is on 3 March 2024.") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.com/2024/03/03/rain", date(2024, 3, 3)),
        ("https://example.com/world/2024/mar/3/rain?id=20251212", date(2024, 3, 3)),
        ("https://example.com/rain-again-2024-03-03.html", date(2024, 3, 3)),
        ("https://example.com/rain-20240303/", date(2024, 3, 3)),
        ("https://example.com/2024/03/rain", None),
        ("https://example.com/rain/202403031", None),
        ("https://[broken/2024/03/03", None),
    ],
)
def test_an_address_may_hold_the_day(url: str, day: date | None) -> None:
    assert in_address(url) == day


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("OSLO, Oct 8 (Norwire) - It rained.", 282),
        ("NEW YORK, Sept. 12 (Norwire) -- It rained.", 256),
        ("Rain again\n\nSt. Gallen , Jan . 5 ( Norwire ) - It rained.", 5),
        ("BERN (Norwire), 29 February — It rained.", 60),
        ("LONDON, March 12 - It rained.", 72),
        ("BERLIN, 8. Oktober (Nordfunk) - Es regnete.", 282),
    ],
)
def test_a_dispatch_names_its_day_without_the_year(top: str, day: int) -> None:
    assert yearless(top) == day


@pytest.mark.parametrize(
    "top",
    [
        "The court decided 5-4 that it rained.",
        "It may 5 - rain.",
        "It rained on Oct 8.",
        "Rain is forecast for Oct 8 (Thursday), said the office.",
        "OSLO, Oct 38 (Norwire) - It rained.",
        "OSLO, (Norwire) - It rained.",
    ],
)
def test_other_days_are_not_those_of_a_dispatch(top: str) -> None:
    assert yearless(top) is None


@given(st.text("ABC./,-() Oct2058\n", max_size=400))
@settings(deadline=200)
def test_no_hostile_text_holds_the_reading_up(text: str) -> None:
    yearless(text)
    dateline(text)


def test_nor_does_one_that_once_took_minutes() -> None:
    assert yearless("A/" * 200) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%b. %d, %Y", "%A, %B %d, %Y", "%Y/%b/%d", "%d.%m.%Y", "%d-%b-%Y"):
        assert dateline(day.strftime(form)) == published_on(day.strftime(form)) == day
    assert in_address(day.strftime("https://example.com/%Y/%m/%d/rain")) == day
