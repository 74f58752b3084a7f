"""The report over the store's screenings: by agent, job and question, from the operator's own file."""

from pathlib import Path

import pytest

from bot.impact import NoGroups, Scored, in_words, read_groups, report


def person(n: int, *, advance: bool) -> Scored:
    return Scored(
        candidate=n, agent="dock", job=1020, score=80 if advance else 40, advance=advance, questions={"years": advance}
    )


PEOPLE = [person(n, advance=n < 8) for n in range(10)] + [person(n, advance=n < 12) for n in range(10, 20)]


def groups(tmp_path: Path, text: str) -> dict[str, dict[int, str]]:
    path = tmp_path / "groups.csv"
    path.write_text(text, encoding="utf-8")
    return read_groups(path)


def test_each_category_is_compared_by_agent_job_question_and_score(tmp_path: Path) -> None:
    text = "Candidate,sex\n" + "".join(f"{n},{'F' if n >= 10 else 'M'}\n" for n in range(20))
    found = report(PEOPLE, groups(tmp_path, text))
    assert [i.of for i in found] == [
        "sex: advanced, agent dock",
        "sex: advanced, job 1020",
        "sex: passed years, agent dock",
        "sex: scoring rate (share above the median)",
    ]
    words = in_words(found)
    assert "F: 2 of 10 (20%), 0.25 of M's rate, p = 0.0230 - below four fifths" in words


def test_sex_and_race_are_crossed_and_a_group_under_two_in_a_hundred_is_marked(tmp_path: Path) -> None:
    crowd = [person(n, advance=n % 2 == 0) for n in range(400)]
    rows = "".join(f"{n},{'F' if n % 4 < 2 else 'M'},{'C' if n < 5 else 'A'}\n" for n in range(400))
    found = report(crowd, groups(tmp_path, f"candidate,Sex,Race/Ethnicity\n{rows}"))
    assert "Sex x Race/Ethnicity: scoring rate (share above the median)" in [i.of for i in found]
    words = in_words(found)
    assert "F, A: 98 of 197" in words or "F, A: 99 of 197" in words
    assert "C: 3 of 5 (60%) - under 2% of all" in words


def test_people_who_are_not_in_the_file_are_not_counted(tmp_path: Path) -> None:
    assert report(PEOPLE, groups(tmp_path, "candidate,sex\n99,F\n")) == []


@pytest.mark.parametrize("text", ["", "id,sex\n1,F\n", "candidate\n1\n"])
def test_a_file_without_the_columns_is_answered_with_what_is_needed(tmp_path: Path, text: str) -> None:
    with pytest.raises(NoGroups, match="needs a column"):
        groups(tmp_path, text)


def test_nonsense_rows_are_left_out(tmp_path: Path) -> None:
    assert groups(tmp_path, "candidate,sex\n1,F\nx,M\n2,\n,F\n") == {"sex": {1: "F"}}


@pytest.mark.parametrize("path", [None, Path("/nowhere/groups.csv")])
def test_without_a_file_the_setting_is_named(path: Path | None) -> None:
    with pytest.raises(NoGroups, match=r"GREENROOM_DEMOGRAPHICS|cannot be read"):
        read_groups(path)


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(NoGroups):
        read_groups(path)
