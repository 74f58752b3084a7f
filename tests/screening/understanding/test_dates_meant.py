"""Days put right, days gone by beside a start asked for, ends told of several things, weekdays told by a holiday."""

import pytest

from tests.screening.understanding.readings import asked, hear

START = "When can you start?"
ORIENT = "When can you come in for orientation?"
EXPIRES = "When does your card expire?"
FORK = "When does your forklift license expire?"
CPR = "When does your CPR certification expire?"
LAST = "When did you last work?"
END = "When does your present assignment end?"
NOTICE = "When would your notice period be over if you resigned today?"
TALK = "What day this week works for a phone interview?"
BACK = "When will you be back and able to work?"


def read(question: str, text: str) -> object:
    """The day read on Wednesday, 11 March 2026; two days as (from, to)."""
    reading = hear(text, asked("date", question)).reading
    if reading is None:
        return None
    value = reading.value
    assert isinstance(value, dict)
    return value["date"] if "date" in value else (value["from"], value["to"])


@pytest.mark.parametrize(
    ("question", "text", "day"),
    [
        (START, "the 14th. scratch that the 15th", "2026-03-15"),
        (START, "the 23rd, scratch that the 24th", "2026-03-24"),
        (START, "monday... forget that, tuesday", "2026-03-17"),
        (START, "friday, ignore that. monday", "2026-03-16"),
        (START, "april 2 nvm april 9", "2026-04-09"),
        (START, "el 20, olvida eso el 21", "2026-03-21"),
        (START, "april 6. no wait thats the wedding, make it the 13th", "2026-04-13"),
        (START, "may 4, no sorry thats my court date, the 5th", "2026-05-05"),
        (START, "may 20 actually make it the 18th", "2026-05-18"),
        (START, "april 10th, i mean the 9th", "2026-04-09"),
        (START, "march 30. oops thats a holiday, lets do the 31st", "2026-03-31"),
        (START, "forget the 14th, the 16th", "2026-03-16"),
        (START, "scratch the 14th", None),
        (START, "cant do the 14th, the 16th", "2026-03-16"),
        (START, "i finish april 20, can start the 22nd", "2026-04-22"),
        (START, "started at a warehouse on 3/2 and quit by friday lol so right now, today even", "2026-03-11"),
        (START, "laid off on the 5th so now, today if u want", "2026-03-11"),
        (START, "turned my keys in on the 6th so im wide open, say when", "2026-03-11"),
        (START, "handed in my uniform on the 2nd so im free", "2026-03-11"),
        (START, "my last day was the 3rd so im all yours", "2026-03-11"),
        (START, "let go in february so im a free man", "2026-03-11"),
        (START, "turned in my notice on the 2nd so im free the 16th", "2026-03-16"),
        (START, "so im free after the 20th", ("2026-03-20", "2026-04-03")),
        (ORIENT, "did orientation with you guys already back in september on the 9th", None),
        (ORIENT, "i already came in march 2nd and did it", None),
        (ORIENT, "went to one january 15 with yall", None),
        (ORIENT, "took it april 2 and passed", None),
        (ORIENT, "already did mine on feb 3", None),
        (ORIENT, "did mine at the other office but can come the 16th", "2026-03-16"),
        (ORIENT, "i took the 16th off so then", "2026-03-16"),
        (EXPIRES, "applied for it 1/6, still hasnt come", None),
        (EXPIRES, "sent my paperwork in 2/10 and still waiting on it", None),
        (EXPIRES, "ordered it march 2, not here yet", None),
        (EXPIRES, "it already did.. feb 20", "2026-02-20"),
        (EXPIRES, "already has, jan 3rd", "2026-01-03"),
        (EXPIRES, "alredy expired feb 2", "2026-02-02"),
        (EXPIRES, "it did already on december 1", "2025-12-01"),
        (EXPIRES, "ya se me vencio el 20 de febrero", "2026-02-20"),
        (FORK, "dob is 3/4/91 lol it goes out on my 40th bday", "2031-03-04"),
        (FORK, "born 6/2/1988, good till my 40th birthday", "2028-06-02"),
        (FORK, "dob 3/4/91, exp 5/6/28", "2028-05-06"),
        (FORK, "restricted til june 1, expires same day in 2028", "2028-06-01"),
        (FORK, "got it june 1 2024, expires the same day 2029", "2029-06-01"),
        (FORK, "my driver license is good thru 2030 but the forklift card is up this june 3rd", "2026-06-03"),
        (FORK, "forklift card june 2027, cpr card is january 2028", ("2027-06-01", "2027-06-30")),
        (FORK, "cpr card is january 2028, forklift june 2027", ("2027-06-01", "2027-06-30")),
        (CPR, "first aid is 5/1/27, cpr is 8/1/27", "2027-08-01"),
        (CPR, "cpr 8/1/27, first aid 5/1/27", "2027-08-01"),
        (LAST, "laid off memorial day weekend, the friday before", "2025-05-23"),
        (LAST, "labor day weekend, that sunday", "2025-08-31"),
        (LAST, "thanksgiving week, the wednesday", "2025-11-26"),
        (LAST, "christmas week, that monday", "2025-12-22"),
        (END, "labor day weekend, last shift is that sunday", "2026-09-06"),
        (END, "easter weekend, that saturday", "2026-04-04"),
        (END, "memorial day weekend, the thursday before", "2026-05-21"),
        (END, "13 week contract and i started feb 2", "2026-05-03"),
        (END, "2 more fridays then im done", "2026-03-20"),
        (END, "3 more mondays and im out", "2026-03-30"),
        (END, "one more saturday and thats it", "2026-03-14"),
        (END, "two more sundays left", "2026-03-22"),
        (END, "dos viernes mas y ya", "2026-03-20"),
        (START, "2 more fridays then im free", "2026-03-21"),
        (END, "was sposed to go thru april but they cut us early, last day is this thurs", "2026-03-12"),
        (END, "it was supposed to be june 30 but now its may 15", "2026-05-15"),
        (END, "supposed to run til the end of may, they ended it last friday", "2026-03-06"),
        (END, "was gonna be april 3 but they extended it to may 1", "2026-05-01"),
        (END, "se suponia que hasta mayo pero nos cortan este viernes", "2026-03-13"),
        (END, "supposed to be april 3", "2026-04-03"),
        (NOTICE, "id just leave, they dont deserve notice", "2026-03-11"),
        (NOTICE, "id walk out, they dont get a notice from me", "2026-03-11"),
        (NOTICE, "they wont get any notice", "2026-03-11"),
        (NOTICE, "they dont require notice here", "2026-03-11"),
        (NOTICE, "me voy y ya, no se merecen aviso", "2026-03-11"),
        (NOTICE, "they deserve 2 weeks", "2026-03-25"),
        (NOTICE, "my buddy gave 3 wks and they only made him work 1. i would do 2", "2026-03-25"),
        (NOTICE, "3 weeks notice but i got 5 vacation days to burn so 2 really", "2026-03-25"),
        (NOTICE, "2 weeks but with my pto its really just 1", "2026-03-18"),
        (NOTICE, "4 weeks on paper, 2 in reality", "2026-03-25"),
        (TALK, "i can talk rn actually", "2026-03-11"),
        (TALK, "im free to talk now", "2026-03-11"),
        (TALK, "now works, i can talk", "2026-03-11"),
        (TALK, "cant talk rn im driving", None),
        (START, "cant talk now, at work", None),
        (BACK, "flight lands sat the 21st at midnight so gimme til monday to be human", "2026-03-23"),
        (BACK, "home sunday the 22nd, give me til tuesday to recover", "2026-03-24"),
        (BACK, "need a day to feel human again, so the 17th", "2026-03-17"),
        (EXPIRES, "on my birthday, aug 4th", "2026-08-04"),
        (EXPIRES, "it alredy did, feb 20", "2026-02-20"),
        (FORK, "applied in january, got it 2/3/2026, good for 3 years", "2029-02-03"),
        (END, "8 week temp assignment, began 3/2", "2026-04-26"),
    ],
)
def test_the_day_meant_is_found_beside_others(question: str, text: str, day: object) -> None:
    assert read(question, text) == day


@pytest.mark.parametrize(
    ("question", "text", "day"),
    [
        (START, "put in my two weeks so the 25th", "2026-03-25"),
        (START, "gave my notice in on the 2nd, done the 16th", "2026-03-16"),
        (START, "i put in for april 3 off so april 4", "2026-04-04"),
        (START, "havent started anywhere, april 3", "2026-04-03"),
        (START, "if i get started on april 3 thats ideal", "2026-04-03"),
        (START, "i took april 3 off so april 6", "2026-04-06"),
        (START, "signed up for school starting august 20", "2026-08-20"),
        (START, "already told them april 3", "2026-04-03"),
        (START, "i did say april 3", "2026-04-03"),
        (START, "class i enrolled in ends may 8", "2026-05-08"),
        (START, "turned in my notice, last day is march 20", "2026-03-20"),
        (START, "handed my notice in, last day march 20", "2026-03-20"),
        (START, "put my notice in for march 20", "2026-03-20"),
        (START, "gave them notice back on the 1st", None),
        (START, "started my 2 weeks monday so the 23rd", "2026-03-23"),
        (EXPIRES, "already did the renewal so 4/1/2028", "2028-04-01"),
        (EXPIRES, "applied for the new one, old one goes out may 2", "2026-05-02"),
        (EXPIRES, "sent in my renewal, now its good til 5/1/28", "2028-05-01"),
        (START, "scratch tickets aside, the 14th", "2026-03-14"),
        (START, "cant do the 14th, forget it", None),
        (START, "i was meant to hear back but i can do the 14th", "2026-03-14"),
        (START, "im supposed to get my stitches out the 16th so the 17th", "2026-03-17"),
        (START, "supposed to start school in may but i can work from april 6", "2026-04-06"),
        (START, "i finish here april 10, so the 13th", "2026-04-13"),
        (START, "may 28, actually the 2nd", "2026-06-02"),
        (START, "applied april 3", None),
        (START, "i started here march 2, need two weeks notice", "2026-03-25"),
        (START, "i get 2 mondays off a month", None),
        (END, "labor day", "2026-09-07"),
        (END, "easter weekend", ("2026-04-04", "2026-04-05")),
        (END, "2 mondays ago", "2026-03-02"),
        (END, "got 3 more fridays on the books", None),
        (END, "march 27, my 30th birthday lol", "2026-03-27"),
        (END, "i was born on 4/1 lol no joke, ends 5/1", "2026-05-01"),
        (FORK, "first aid is 5/1/27", "2027-05-01"),
        (FORK, "5/1/27, same day as my cdl", "2027-05-01"),
        (FORK, "applied in january, got it 2/3/2026, good for 3 years", "2029-02-03"),
        (FORK, "ordered a new one, this one is up 6/1/26", "2026-06-01"),
        (NOTICE, "they deserve 3 weeks", "2026-04-01"),
        (NOTICE, "i wouldnt just leave, 2 weeks", "2026-03-25"),
        (NOTICE, "i dont know if they need notice", None),
        (NOTICE, "they dont need that much notice, a week", "2026-03-18"),
        (NOTICE, "id leave on the 27th", "2026-03-27"),
        (NOTICE, "id leave after 2 weeks", "2026-03-25"),
        (NOTICE, "they dont get back to me on notice", None),
        (NOTICE, "my wife gave birth so 3 weeks", "2026-04-01"),
        (NOTICE, "i would need 10", None),
        (START, "my boss gave me til friday", "2026-03-13"),
        (START, "my manager gave me 2 weeks to wrap up", "2026-03-25"),
        (START, "my job gave us 2 weeks", "2026-03-25"),
        (START, "my boss put in a good word, can start monday", "2026-03-16"),
        (START, "my brother gave me his car so monday", "2026-03-16"),
        (START, "free to talk friday but cant start til the 20th", "2026-03-20"),
        (TALK, "now im at work, cant talk", None),
    ],
)
def test_words_that_look_alike_leave_the_day_as_it_is(question: str, text: str, day: object) -> None:
    assert read(question, text) == day
