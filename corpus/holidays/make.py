"""Writes the bank holidays of 2006 to 2030, one file a jurisdiction: python3 corpus/holidays/make.py

Days that recur follow the Banking and Financial Dealings Act 1971, schedule 1, the St Andrew's Day Bank
Holiday (Scotland) Act 2007 and the proclamations made every year; days moved or added once are listed.
"""
import datetime
import pathlib

YEARS = range(2006, 2031)
EW, SC, NI = "england-and-wales", "scotland", "northern-ireland"
EVERYWHERE = (EW, SC, NI)
# Proclaimed once, and what each took the place of.
EXTRA = [
    ("2011-04-29", EVERYWHERE, "Royal wedding"),
    ("2012-06-05", EVERYWHERE, "Diamond Jubilee"),
    ("2022-06-03", EVERYWHERE, "Platinum Jubilee"),
    ("2022-09-19", EVERYWHERE, "State funeral of Queen Elizabeth II"),
    ("2023-05-08", EVERYWHERE, "Coronation of King Charles III"),
    ("2026-06-15", (SC,), "World Cup"),
]
MOVED = {("Early May", 2020): "2020-05-08", ("Spring", 2012): "2012-06-04", ("Spring", 2022): "2022-06-02"}
DAY = datetime.timedelta(days=1)


def easter(year):
    """Easter Sunday, after the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    k = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)


def first_monday(year, month):
    day = datetime.date(year, month, 1)
    return day + DAY * (-day.weekday() % 7)


def last_monday(year, month):
    day = datetime.date(year, month + 1, 1) - DAY
    return day - DAY * day.weekday()


def fixed(days):
    """Days of the calendar; of two that fall on a weekend the earlier takes the first weekday that is free."""
    taken = {day for day, _ in days if day.weekday() < 5}
    for day, name in days:
        moved = day
        while moved.weekday() > 4 or (moved != day and moved in taken):
            moved += DAY
        taken.add(moved)
        yield moved, name + (", in its stead" if moved != day else "")


def moved(name, year, day):
    return datetime.date.fromisoformat(MOVED[(name, year)]) if (name, year) in MOVED else day


def holidays(where, year):
    new_year = [(datetime.date(year, 1, 1), "New Year's Day")]
    if where == SC:
        new_year.append((datetime.date(year, 1, 2), "2 January"))
    yield from fixed(new_year)
    yield easter(year) - 2 * DAY, "Good Friday"
    if where != SC:
        yield easter(year) + DAY, "Easter Monday"
    yield moved("Early May", year, first_monday(year, 5)), "Early May"
    yield moved("Spring", year, last_monday(year, 5)), "Spring"
    yield (first_monday if where == SC else last_monday)(year, 8), "Summer"
    yield from fixed([(datetime.date(year, 12, 25), "Christmas Day"), (datetime.date(year, 12, 26), "Boxing Day")])
    if where == NI:
        yield from fixed([(datetime.date(year, 3, 17), "St Patrick's Day")])
        yield from fixed([(datetime.date(year, 7, 12), "Battle of the Boyne")])
    if where == SC and year >= 2007:
        yield from fixed([(datetime.date(year, 11, 30), "St Andrew's Day")])
    for day, places, name in EXTRA:
        if day.startswith(str(year)) and where in places:
            yield datetime.date.fromisoformat(day), name


for place in EVERYWHERE:
    lines = ["# Bank holidays of %s, %d to %d. Written by make.py; ../README.md tells the source."
             % (place.replace("-", " "), YEARS[0], YEARS[-1])]
    for year in YEARS:
        lines += ["%s  # %s" % (day.isoformat(), name) for day, name in sorted(holidays(place, year))]
    path = pathlib.Path(__file__).parent / (place + ".txt")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
