#!/usr/bin/env python3
"""How much of agencies' reviews in Word comes to where their writers meant it: tests/bench/written.py [by|from|third] [--list]

"by" is the first set, "from" the second; without either, both. Holds tests/fixtures/case/written/imr-*/expected.txt, which the unit tests keep to what the program reads, against labels.json
beside it, by the hand that wrote the review. "under" are the first words below a heading."""
import calendar
import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

WRITTEN = Path(__file__).resolve().parents[1] / "fixtures/case/written"
counts = {name: [0, 0] for name in ("parts", "facts", "lessons", "recommendations", "key lines")}
missed = []
which = next((each for each in sys.argv[1:] if each in ("by", "from", "third")), "*")


def plain(text):
    return re.sub(r"[^a-z0-9]+", " ", (text or "").lower()).strip()


def words(element):
    return "" if element is None else " ".join(element.itertext())


def count(name, good, *what):
    counts[name][0] += bool(good)
    counts[name][1] += 1
    if not good:
        missed.append((name, *what))


def parts(case, labels, root):
    squeezed = lambda text: plain(text).replace(" ", "")  # "27.1.20" and "27120", "mum's" and "mums"
    texts = {child.tag: squeezed(words(child)) for child in root}
    for part in labels["parts"]:
        if not part["under"]:
            continue
        found = {tag for tag, text in texts.items() if squeezed(part["under"]) in text}
        if part["goes"] == "facts":
            good = not found - {"author", "requested-on", "period", "sign-off", "records-secured-on", "methodology"}
        else:
            good = not found if part["goes"] == "unused" else part["goes"] in found
        count("parts", good, case, part["heading"], part["goes"], sorted(found))


def facts(case, labels, root):
    author, signed, period = root.find("author"), root.find("sign-off"), root.find("period")
    inner = lambda element, name: "" if element is None else words(element.find(name))
    by, accepted = labels.get("author") or {}, labels.get("sign_off") or {}
    told = [("author", by.get("name"), inner(author, "name")), ("post", by.get("post"), inner(author, "post")), ("independent", by.get("independent"), inner(author, "independent")),
            ("requested", labels.get("requested"), words(root.find("requested-on"))),
            ("period", " ".join(labels["period"]) if labels.get("period") else None, "" if period is None else period.get("from") + " " + period.get("to")),
            ("signer", accepted.get("name"), inner(signed, "name")), ("signer's post", accepted.get("post"), inner(signed, "post")), ("signed on", accepted.get("date"), inner(signed, "date"))]
    for name, want, got in told:
        want, got = plain(want), plain(got)
        count("facts", (want in got or (got and got in want)) if want else not got, case, name, want, got)


def same_day(want, got):
    """A month that is told alone counts for its last day."""
    if not want or not got or len(got) > 7:
        return (want or None) == (got or None)
    year, month = map(int, (want + "-0")[:7].split("-"))
    return want == got or want == f"{got}-{calendar.monthrange(year, month)[1]}"


def recommendations(case, labels, root):
    found = list(root.find("recommendations") if root.find("recommendations") is not None else [])
    for each in labels["recommendations"]:
        hit = [one for one in found if plain(each["text"]) in plain(words(one.find("text")))]
        count("recommendations", hit and same_day(each["due"], hit[0].get("due")), case, each["text"], each["due"])


for folder in sorted(WRITTEN.glob(f"imr-{which}-*")):
    labels_file = folder / "labels.json"
    if not labels_file.exists():
        continue
    case, labels, expected = folder.name, json.loads(labels_file.read_text("utf-8")), (folder / "expected.txt").read_text("utf-8")
    root = ET.fromstring(expected[expected.index("<imr"):expected.index("</imr>") + 6] if "<imr" in expected else "<imr/>")
    parts(case, labels, root)
    facts(case, labels, root)
    lessons = root.find("lessons")
    count("lessons", labels["lessons"] == (0 if lessons is None else len(lessons)), case, labels["lessons"])
    recommendations(case, labels, root)
    for heading, number in labels["key_lines"].items():
        title = [theme for theme in root.iter("theme") if plain(theme.get("title")) and plain(theme.get("title")) in plain(heading)]
        count("key lines", title and title[0].get("line") == f"K{ord(number) - 64 if number.isalpha() else number}", case, heading)
for name, (good, of) in counts.items():
    print(f"{name:16} {good} of {of}")
if "--list" in sys.argv:
    for each in missed:
        print(*each, sep=" | ")
