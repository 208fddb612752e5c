"""Reading: what is an article, what is not, and what a reader is told about it."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain import Article, Failure
from summarizer.errors import InputError
from summarizer.steps.decode import decode, normalize
from summarizer.steps.language import guess_language
from summarizer.steps.read import UnreadDates, expected, read

SMALL = Path(__file__).parents[1] / "articles"
TEXT = "The shipyard Nordmole will invest 50 million euros in bigger docks, it said on Tuesday."


def articles(*sources: str | Path) -> list[Article]:
    return [one for one in read([str(source) for source in sources]) if isinstance(one, Article)]


def failures(*sources: str | Path) -> list[Failure]:
    return [one for one in read([str(source) for source in sources]) if isinstance(one, Failure)]


def only(*sources: str | Path) -> Article:
    (one,) = read([str(source) for source in sources])
    assert isinstance(one, Article), one
    return one


def write(path: Path, content: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


class TestWhatIsFound:
    def test_folders_are_walked_in_order_of_name_and_hidden_files_left_out(self, tmp_path: Path) -> None:
        for name in ("b/2.txt", "a.txt", "b/1.txt", ".hidden.txt", ".git/x.txt"):
            write(tmp_path / name)
        assert [one.id for one in articles(tmp_path)] == ["a", "1", "2"]

    def test_a_pattern_names_files_at_any_depth(self, tmp_path: Path) -> None:
        write(tmp_path / "x" / "y" / "deep.txt")
        write(tmp_path / "x" / "skip.md")
        assert [one.id for one in articles(tmp_path / "**" / "*.txt")] == ["deep"]

    def test_a_file_named_twice_is_read_once(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt")
        assert len(articles(path, tmp_path, tmp_path / "*.txt")) == 1

    def test_a_link_that_leads_back_up_ends_the_walk(self, tmp_path: Path) -> None:
        write(tmp_path / "inside" / "a.txt")
        (tmp_path / "inside" / "loop").symlink_to(tmp_path)
        assert len(articles(tmp_path)) == 1

    @pytest.mark.parametrize("missing", ["nope.txt", "*.txt", "empty"])
    def test_what_is_not_there_stops_the_run_before_anything_is_read(self, tmp_path: Path, missing: str) -> None:
        (tmp_path / "empty").mkdir()
        with pytest.raises(InputError, match=missing.replace("*", r"\*")) as error:
            read([str(tmp_path / missing)])
        assert "\n" not in str(error.value)

    def test_no_sources_at_all_is_an_error_with_a_way_out(self) -> None:
        with pytest.raises(InputError, match="name files"):
            read([])

    def test_jsonl_is_read_a_line_at_a_time(self) -> None:
        class Endless(io.RawIOBase):
            def readline(self, size: int | None = -1, /) -> bytes:
                return json.dumps({"text": TEXT}).encode() + b"\n"

        stream = read(["-"], stdin=Endless())  # type: ignore[arg-type]
        assert all(isinstance(next(stream), Article) for _ in range(3))


def test_reading_text_loads_neither_lxml_nor_the_guesser_of_encodings() -> None:
    code = (
        "import sys; from summarizer.steps.read import read; from summarizer.steps.clean import clean; "
        f"[clean(one) for one in read([{str(SMALL / 'furniture-around.txt')!r}])]; "
        "print([name for name in ('trafilatura', 'charset_normalizer', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


class TestFormats:
    def test_front_matter_and_markdown_marks_are_not_part_of_the_text(self) -> None:
        one = only(SMALL / "front-matter.md")
        assert (one.title, one.outlet, one.published) == (
            "Nordmole: bigger docks",
            "quayside.example",
            date(2025, 3, 4),
        )
        assert "will invest 50 million euros in bigger docks, it said." in one.text
        assert one.text.startswith("Nordmole: bigger docks\n")
        assert not set("*#>[]") & set(one.text)

    def test_a_page_gives_its_article_and_what_it_says_of_itself(self) -> None:
        one = only(SMALL / "page.html")
        assert (one.title, one.outlet, one.url) == ("Nordmole to grow", "Quayside", "https://quayside.example/nordmole")
        assert one.published == date(2025, 3, 4)
        assert "Käthe Büll" in one.text
        assert "Ole Tarn" not in one.text

    def test_a_page_is_recognised_under_the_name_of_a_text(self, tmp_path: Path) -> None:
        path = write(tmp_path / "page.txt", (SMALL / "page.html").read_bytes())
        assert "<p>" not in only(path).text

    def test_a_bad_line_is_reported_by_its_number_and_the_rest_goes_on(self) -> None:
        path = SMALL / "mixed.jsonl"
        assert [one.origin.rpartition(":")[2] for one in articles(path)] == ["1", "6", "7"]
        assert [one.article.rpartition(":")[2] for one in failures(path)] == ["2", "3", "5"]
        assert "not valid JSON" in failures(path)[0].reason
        assert "a field 'text'" in failures(path)[2].reason

    def test_a_record_is_understood_by_the_names_that_others_give_its_fields(self) -> None:
        one = articles(SMALL / "mixed.jsonl")[0]
        assert (one.id, one.title, one.outlet) == ("n-1", "Nordmole to grow", "Quayside")
        assert one.published == date(2025, 3, 4)  # as printed, whatever the zone
        assert one.text.startswith("Nordmole to grow\n\nThe shipyard")  # a headline can be quoted too

    def test_lone_surrogates_become_a_sign_that_can_be_written(self) -> None:
        articles(SMALL / "mixed.jsonl")[2].text.encode("utf-8")

    def test_a_list_of_records_is_several_articles(self, tmp_path: Path) -> None:
        path = write(tmp_path / "all.json", json.dumps({"articles": [{"text": TEXT, "story": "s"}, 3]}))
        assert articles(path)[0].story == "s"
        assert failures(path)[0].article.endswith("all.json[1]")

    def test_a_plain_header_counts_only_when_it_says_where_the_text_comes_from(self, tmp_path: Path) -> None:
        header = write(tmp_path / "a.txt", f"Title: Docks\nSource: Quayside\nDate: Mar. 4, 2025\n\n{TEXT}")
        colon = write(tmp_path / "b.txt", f"Nordmole: a yard\n\n{TEXT}")
        assert (only(header).title, only(header).outlet) == ("Docks", "Quayside")
        assert only(colon).title == "Nordmole: a yard"

    def test_front_matter_that_never_ends_is_text(self, tmp_path: Path) -> None:
        assert "k: v" in only(write(tmp_path / "a.txt", "---\n" + "k: v\n" * 500 + TEXT)).text

    @pytest.mark.parametrize(
        ("content", "count"), [(TEXT, 1), (json.dumps({"text": TEXT}) + "\n", 1), (json.dumps([{"text": TEXT}] * 2), 2)]
    )
    def test_standard_input_is_known_by_its_first_sign(self, content: str, count: int) -> None:
        found = list(read(["-"], stdin=io.BytesIO(content.encode())))
        assert len(found) == count
        assert all(isinstance(one, Article) for one in found)

    def test_a_first_line_is_a_title_only_when_it_looks_like_one(self, tmp_path: Path) -> None:
        assert only(write(tmp_path / "a.txt", f"Bigger docks\n\n{TEXT}")).title == "Bigger docks"
        assert only(write(tmp_path / "b.txt", f"{TEXT}\n\n{TEXT}")).title is None
        assert only(write(tmp_path / "c.txt", f"Bigger docks\n{TEXT}")).title is None


class TestEncodings:
    def test_windows_text_keeps_its_umlauts_quotes_and_euro_sign(self) -> None:
        one = only(SMALL / "windows-1252.txt")
        assert "50 Mio. € größere Docks bauen" in one.text
        assert "„Wir müssen wachsen“" in one.text
        assert one.language == "de"
        assert one.title == "Werft Nordmole baut für 50 Mio. € größere Docks"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    def test_unicode_is_read_with_and_without_a_mark(self, encoding: str) -> None:
        assert normalize(decode(TEXT.encode(encoding))) == TEXT

    @pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
    def test_cyrillic_code_pages_are_recognised(self, encoding: str) -> None:
        text = (
            "Компания инвестирует миллиарды юаней в искусственный интеллект в течение трёх лет, сообщило руководство."
        )
        assert decode(text.encode(encoding)) == text

    def test_a_page_is_read_in_the_encoding_that_it_declares(self, tmp_path: Path) -> None:
        said = "<p>Spółka zainwestuje w ciągu najbliższych trzech lat, poinformował w środę zarząd w Łodzi.</p>" * 3
        page = f'<html><head><meta charset="iso-8859-2"></head><body><article>{said}</article></body></html>'
        assert "Spółka" in only(write(tmp_path / "a.html", page.encode("iso-8859-2"))).text

    @given(st.text())
    def test_the_normal_form_is_reached_in_one_step(self, text: str) -> None:
        assert normalize(normalize(text)) == normalize(text)

    @given(st.text(alphabet="ab\u00a0“’é \n.", max_size=80))
    def test_the_normal_form_keeps_every_printed_sign(self, text: str) -> None:
        assert normalize(text) == text.strip()

    @given(st.binary(max_size=300))
    def test_no_bytes_break_the_reader(self, data: bytes) -> None:
        for one in read(["-"], stdin=io.BytesIO(data)):
            assert isinstance(one, (Article, Failure))


class TestWhatIsNoArticle:
    @pytest.mark.parametrize(
        ("name", "content", "reason"),
        [
            ("a.txt", b"", "it is empty"),
            ("b.txt", b" \n\t\n", "white space"),
            ("c.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "a PNG image"),
            ("d.txt", b"%PDF-1.7 stream", "a PDF"),
            ("e.txt", bytes(range(256)) * 8, "binary"),
            ("f.txt", b"Hi there", "too short"),
            ("g.txt", b"https://a.example/some/long/path\n" * 9, "links"),
            ("h.txt", b"12 345 6,7 89\n" * 30, "numbers"),
            ("i.txt", b"403 Forbidden. Access denied. You can't open this page.", "error page"),
            ("j.jpg", b"\xff\xd8\xff", ".jpg are not read"),
            ("k.json", b"[" * 100_000, "nested too deeply"),
            ("l.json", b'{"text": ' + b"9" * 6000 + b"}", "thousands of digits"),
            ("m.json", b'"text"', "a string"),
            ("n.html", b"<html><body></body></html>", "no article"),
        ],
    )
    def test_it_is_reported_and_the_rest_goes_on(self, tmp_path: Path, name: str, content: bytes, reason: str) -> None:
        write(tmp_path / name, content)
        write(tmp_path / "z.txt")
        (failed,) = failures(tmp_path)
        assert (failed.article, failed.state) == (str(tmp_path / name), "unreadable")
        assert reason in failed.reason
        assert [one.id for one in articles(tmp_path)] == ["z"]

    def test_a_file_above_the_limit_is_not_loaded(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", TEXT * 3)
        (failed,) = read([str(path)], limit=100)
        assert isinstance(failed, Failure)
        assert "larger than" in failed.reason

    def test_a_line_above_the_limit_is_skipped_and_the_next_one_read(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.jsonl", json.dumps({"text": TEXT * 9}) + "\n" + json.dumps({"text": TEXT}) + "\n")
        first, second = read([str(path)], limit=200)
        assert isinstance(first, Failure)
        assert isinstance(second, Article)
        assert second.origin.endswith(":2")

    def test_a_pipe_is_never_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.txt")
        assert "pipe" in failures(tmp_path)[0].reason


class TestIds:
    def test_they_depend_neither_on_the_order_nor_on_the_folder_of_work(self, tmp_path: Path) -> None:
        paths = [write(tmp_path / "x" / name, f"{TEXT} {name} again") for name in ("a.txt", "b/a.txt", "c.txt")]
        records = write(tmp_path / "r.jsonl", "".join(json.dumps({"text": f"{TEXT} {n}"}) + "\n" for n in range(3)))
        sources = [*map(str, paths), str(records)]
        expected = {one.text: one.id for one in articles(*sources)}
        for seed in range(5):
            random.Random(seed).shuffle(sources)
            relative = [os.path.relpath(source) for source in sources]
            assert {one.text: one.id for one in articles(*relative)} == expected

    def test_a_file_is_called_by_its_name_and_a_record_by_the_id_it_was_given(self, tmp_path: Path) -> None:
        write(tmp_path / "docks.txt")
        write(tmp_path / "r.json", json.dumps({"text": TEXT, "id": 17}))
        assert sorted(one.id for one in articles(tmp_path)) == ["17", "docks"]

    def test_copies_of_one_text_stay_two_articles_with_two_ids(self, tmp_path: Path) -> None:
        for name in ("x/a.txt", "y/a.txt"):
            write(tmp_path / name)
        write(tmp_path / "r.jsonl", (json.dumps({"text": TEXT, "id": "r"}) + "\n") * 3)
        ids = [one.id for one in articles(tmp_path)]
        assert len(ids) == len(set(ids)) == 5

    def test_equal_records_are_numbered_also_where_their_address_gives_the_day(self, tmp_path: Path) -> None:
        line = json.dumps({"text": TEXT, "url": "https://example.com/2025/02/24/docks"}) + "\n"
        first, second = articles(write(tmp_path / "r.jsonl", line * 2))
        assert second.id == f"{first.id}-2"
        assert first.published == second.published == date(2025, 2, 24)

    def test_the_day_that_a_record_gives_counts_more_than_its_address(self, tmp_path: Path) -> None:
        record = {"text": TEXT, "url": "https://example.com/2025/02/24/docks", "date": "2025-02-26"}
        assert only(write(tmp_path / "r.jsonl", json.dumps(record))).published == date(2025, 2, 26)

    def test_dates_of_which_no_one_can_tell_the_day_are_counted(self, tmp_path: Path) -> None:
        dates = ("2025-04-03", "03/04/2025", "soon", "", None, 20250403)
        records = "".join(json.dumps({"text": f"{TEXT} {n}", "date": day}) + "\n" for n, day in enumerate(dates))
        path = write(tmp_path / "r.jsonl", records)
        unread = UnreadDates()
        assert len(list(read([str(path)], unread_dates=unread))) == len(dates)
        assert unread == UnreadDates(2, "03/04/2025", f"{path}:2")

    def test_a_record_never_takes_the_name_of_a_file(self, tmp_path: Path) -> None:
        text = write(tmp_path / "docks.txt")
        records = write(tmp_path / "r.jsonl", json.dumps({"text": TEXT, "id": "docks"}))
        for sources in ((text, records), (records, text)):
            assert [one.id for one in articles(*sources) if one.origin == str(text)] == ["docks"]
            assert len({one.id for one in articles(*sources)}) == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "en"),
        ("Die Werft will nach Angaben des Vorstands in den nächsten Jahren für die neuen Docks zahlen.", "de"),
        ("Le chantier naval va investir dans des docks plus grands, et la direction est sur le point de signer.", "fr"),
        (
            "El astillero invertirá en los muelles de la ciudad, según la dirección de la empresa, que es la mayor.",
            "es",
        ),
        ("Il cantiere investirà nei bacini della città, ha detto la direzione, che è la più grande del paese.", "it"),
        ("O estaleiro vai investir nas docas da cidade, segundo a direção da empresa, que é a maior do país.", "pt"),
        (
            "De werf gaat in de komende jaren investeren in het dok van de stad, zegt het bestuur, dat niet meer wil.",
            "nl",
        ),
        ("阿里巴巴宣布未来三年将投资三千八百亿元人民币", "zh"),
        ("同社は今後３年間で人工知能に投資すると発表した", "ja"),
        ("회사는 앞으로 3년 동안 인공지능에 투자한다고 밝혔다", "ko"),
        ("Компания инвестирует миллиарды юаней", "ru"),
        ("ستستثمر الشركة مليارات الدولارات خلال ثلاث سنوات", "ar"),
        ("कंपनी अगले तीन वर्षों में निवेश करेगी", "hi"),
        ("12 34", "en"),
    ],
)
def test_the_language_is_guessed_by_script_and_common_words(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_how_many_articles_there_will_be_is_known_for_files_and_not_for_records(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("x", encoding="utf-8")
    (tmp_path / "two.md").write_text("x", encoding="utf-8")
    assert expected([str(tmp_path)]) == 2
    (tmp_path / "many.jsonl").touch()
    assert expected([str(tmp_path)]) is None
    assert expected(["-"]) is None
