"""Days with a name, English and Spanish, and when they fall."""

from collections.abc import Callable
from datetime import date, timedelta

from screening.understanding.calendar import third_weekday

_Days = tuple[date, ...]


def easter(year: int) -> date:
    """Easter Sunday (Gauss, Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _on(month: int, day: int) -> Callable[[int], _Days]:
    return lambda year: (date(year, month, day),)


def _nth(month: int, weekday: int, nth: int, more: int = 0) -> Callable[[int], _Days]:
    return lambda year: (third_weekday(year, month, weekday, nth) + timedelta(days=more),)


def _from_easter(days: int) -> Callable[[int], _Days]:
    return lambda year: (easter(year) + timedelta(days=days),)


def _leap(year: int) -> _Days:
    return (date(year, 2, 29),) if year % 4 == 0 and (year % 100 or year % 400 == 0) else ()


def _clocks(year: int) -> _Days:
    return third_weekday(year, 3, 6, 2), third_weekday(year, 11, 6, 1)


_CLOCK = r"(?:the )?(?:clocks?|time)"
# Named by a weekday, a season or a year, so that they are looked for before these.
NAMED_BY: dict[str, Callable[[int], _Days]] = {
    r"good friday|viernes santo": _from_easter(-2),
    r"black friday|viernes negro": _nth(11, 3, 4, 1),
    r"cyber monday": _nth(11, 3, 4, 4),
    r"easter monday|lunes de pascua": _from_easter(1),
    r"ash wednesday|miercoles de ceniza": _from_easter(-46),
    r"(?:maundy|holy) thursday|jueves santo": _from_easter(-3),
    r"holy saturday|sabado (?:de gloria|santo)": _from_easter(-1),
    r"palm sunday|domingo de ramos": _from_easter(-7),
    r"domingo de (?:pascua|resurreccion)|(?:la )?semana santa|holy week": _from_easter(0),
    r"mardi gras|fat tuesday|martes de carnaval": _from_easter(-47),
    r"super ?bowl(?: sunday)?": _nth(2, 6, 2),
    r"(?:the )?(?:very )?last day of (?:the|this) year|(?:el )?ultimo dia del ano": _on(12, 31),
    r"(?:the )?(?:very )?first day of (?:the|the new|next) year|(?:el )?primer dia del ano": _on(1, 1),
    r"(?:the )?(?:first|1st) of the (?:new )?year": _on(1, 1),
    r"first day of spring|primer dia de primavera": _on(3, 20),
    r"first day of summer|primer dia de(?:l)? verano": _on(6, 21),
    r"first day of (?:fall|autumn)|primer dia de otono": _on(9, 22),
    r"first day of winter|primer dia de invierno": _on(12, 21),
    rf"{_CLOCK} (?:springs?|goes|go|went|sprang) (?:forward|ahead|up)|we spring (?:forward|ahead)|spring(?:ing)? forward": _nth(
        3, 6, 2
    ),
    rf"{_CLOCK} (?:falls?|goes|go|went|fell) back|we fall back|fall(?:ing)? back": _nth(11, 6, 1),
    rf"{_CLOCK} (?:changes?|changed)|time change|daylight savings?(?: time)?|dst|(?:el )?cambio de hora(?:rio)?": _clocks,
}
HOLIDAYS: dict[str, Callable[[int], _Days]] = {
    r"(?:christmas|xmas|navidad|x-?mas)(?! eve)(?: day)?": _on(12, 25),
    r"(?:christmas|xmas|x-?mas) eve|nochebuena": _on(12, 24),
    r"new years? eve|nye|nochevieja": _on(12, 31),
    r"(?:the )?new years?(?: day)?|ano nuevo": _on(1, 1),
    r"(?:the )?(?:4th|fourth) of july|independence day|july 4th|cuatro de julio": _on(7, 4),
    r"thanksgiving(?: day)?|thx ?giving(?: day)?|thanks ?giving|turkey day|t-?giving|(?:dia de )?accion de gracias": _nth(
        11, 3, 4
    ),
    r"labou?r day": _nth(9, 0, 1),
    r"memorial day(?: weekend)?": _nth(5, 0, -1),
    r"easter(?: sunday)?(?! monday)|(?:la )?pascua": _from_easter(0),
    r"tax day": _on(4, 15),
    r"valentines?(?: day)?|san valentin": _on(2, 14),
    r"halloween|dia de (?:las )?brujas": _on(10, 31),
    r"all saints(?: day)?|todos los santos": _on(11, 1),
    r"veterans day": _on(11, 11),
    r"election day|dia de (?:las )?elecciones": _nth(11, 0, 1, 1),
    r"pearl harbor(?: day)?": _on(12, 7),
    r"mlk(?: day)?|martin luther king(?: jr)?s?(?: day)?": _nth(1, 0, 3),
    r"presidents day": _nth(2, 0, 3),
    r"patriots day": _nth(4, 0, 3),
    r"(?:st|saint)\.? patricks?(?: day)?|(?:st|saint) pa(?:tt|dd)ys(?: day)?": _on(3, 17),
    r"mothers day": _nth(5, 6, 2),
    r"dia de las? madres?": _on(5, 10),
    r"fathers day|dia del padre": _nth(6, 6, 3),
    r"juneteenth": _on(6, 19),
    r"april fools?(?: day)?": _on(4, 1),
    r"groundhogs? day": _on(2, 2),
    r"flag day": _on(6, 14),
    r"may day": _on(5, 1),
    r"earth day": _on(4, 22),
    r"pi day": _on(3, 14),
    r"leap (?:year )?day|dia bisiesto": _leap,
    r"kentucky derby": _nth(5, 5, 1),
    r"dia de (?:los )?muertos|(?:all souls|day of the dead)(?: day)?": _on(11, 2),
    r"dia de (?:la )?(?:virgen|guadalupe)": _on(12, 12),
    r"(?:dia de )?(?:los )?reyes(?: magos)?|three kings day|epiphany": _on(1, 6),
    r"boxing day|kwanzaa": _on(12, 26),
    r"columbus day|indigenous peoples day": _nth(10, 0, 2),
}


def named_day(pattern: str, today: date, *, past: bool = False) -> date:
    """The next day of that name, today included; with `past` the last one."""
    days_in = NAMED_BY.get(pattern) or HOLIDAYS[pattern]
    way = -1 if past else 1
    for years in range(9):
        found = [day for day in days_in(today.year + way * years) if (day <= today if past else day >= today)]
        if found:
            return max(found) if past else min(found)
    raise ValueError(pattern)
