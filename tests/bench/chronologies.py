#!/usr/bin/env python3
"""How much of agencies' chronologies comes to what their writers meant: tests/bench/chronologies.py [by|from|third|fourth] [--list]

"by" is the first set, "from" the second; without either, both. Holds expected.json of those in tests/fixtures/chronology, which the unit tests keep to what the program reads, against labels.json beside it, by the
hand that made the chronology. An event is found by its first words; its days, time, source, comment and answer are counted for those found."""
import calendar
import json
import re
import sys
from pathlib import Path

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures/chronology"
counts = {name: [0, 0] for name in ("events", "days", "times", "sources", "comments", "seen", "no others")}
missed = []


def squeezed(text):
    return re.sub(r"[^a-z0-9]+", "", (text or "").lower())


def count(name, good, *what):
    counts[name][0] += bool(good)
    counts[name][1] += 1
    if not good:
        missed.append((name, *what))


def clock(minute):
    return None if minute is None else f"{minute // 60:02}:{minute % 60:02}"


def whole(day, last):
    """A day, or the first or last day of a month that stands for itself."""
    if day is None or len(day) == 10:
        return day
    year, month = int(day[:4]), int(day[5:7] or 0) or (12 if last else 1)
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1] if last else 1:02}"


which = next((each for each in sys.argv[1:] if each in ("by", "from", "third", "fourth")), None)
for folder in sorted(each for each in FIXTURES.iterdir() if (each / "labels.json").exists() and each.name.startswith(which or "")):
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    read = json.loads((folder / "expected.json").read_text("utf-8"))["events"]
    free = list(range(len(read)))
    for event in labels["events"]:
        starts, name = squeezed(event["starts"]), (folder.name, event["starts"])
        found = [at for at in free if starts in squeezed(read[at].get("what"))]
        # Of several that say the same, the one of that day.
        found.sort(key=lambda at: whole(read[at]["when"].get("from"), False) != event["from"])
        count("events", found, *name)
        if not found:
            continue
        free.remove(found[0])
        got = read[found[0]]
        when = got["when"]
        days = (whole(when.get("from"), False), whole(when.get("to", when.get("from")), True))
        count("days", days == (event["from"], event["to"]), *name, when["written"], days, (event["from"], event["to"]))
        if event["time"] or when.get("minute") is not None:
            count("times", clock(when.get("minute")) == event["time"], *name, clock(when.get("minute")), event["time"])
        for what, label in (("sources", "source"), ("comments", "comment")):
            if event[label]:
                count(what, squeezed(event[label]) in squeezed(got.get(label)), *name, got.get(label), event[label])
        if event["seen"]:
            count("seen", ("no" if event["seen"] == "no" else "yes") == (got.get("seen") or "").replace("alone", "yes"), *name, got.get("seen"), event["seen"])
    for at in free:
        count("no others", False, folder.name, read[at].get("what"), read[at]["when"])
    counts["no others"][0] += len(read) - len(free)
    counts["no others"][1] += len(read) - len(free)
for name, (good, of) in counts.items():
    print(f"{name:10} {good} of {of}")
if "--list" in sys.argv:
    for each in missed:
        print(*each, sep=" | ")
