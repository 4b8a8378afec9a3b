#!/usr/bin/env python3
"""Writes sentences that were marked by hand as labelled texts to train the name tagger with.

  label_sentences.py NAMES OUT FILE... [--copies N] [--seed N]

FILE is a set of sentences/, NAMES a folder of name lists as for generate_texts.py, OUT a JSON list of {"id", "text", "spans":
[[first, last, label]]}; characters are counted. Each report of a set (a heading begins one) is written once as it stands and N
times with other people in it: every word of a person's name that a list holds gives way to another of that list, the same
word to the same throughout a report, so that what is learnt is how people write and not whom they wrote of. The same
arguments give the same bytes.
"""
import json, pathlib, random, re, sys

from generate_texts import first_column
from measure import marked

LABELS = {"person": "person", "place": "place", "address": "place", "org": "organisation", "date": "date", "time": "date",
          "ref": "code", "phone": "code", "email": "code", "age": "quantity"}
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|PC|DC|DS|DI|Sgt|Rev|Fr|Sister)\.? $")


def reports_of(file):
    """(text, spans) by the name of each report; a title before a marked name is part of it, as in the invented texts."""
    lines = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "): name = f"{file.stem} {line[2:]}"
        if line and not line.startswith("//"): lines.setdefault(name, []).append(line[2:] if line.startswith("# ") else line)
    for name, each in lines.items():
        text, spans = marked("\n\n".join(each) + "\n")
        labelled = []
        for first, last, kind in spans:
            if kind not in LABELS: continue
            title = TITLE.search(text[max(0, first - 12):first]) if kind == "person" else None
            labelled.append((first - len(title[0]) if title else first, last, LABELS[kind]))
        yield name, text, labelled


def in_case_of(word, other):
    if word.islower(): return other.lower()
    return other.upper() if word.isupper() and len(word) > 1 else other


class Exchange:
    """Other people for one report."""

    def __init__(self, lists, lot):
        self.lists, self.lot, self.known = lists, lot, {}

    def word(self, match):
        word = match[0]
        for names, by_name in self.lists:
            name = by_name.get(word.lower())
            if name is None or len(word) < 3: continue
            if word.lower() not in self.known: self.known[word.lower()] = names[self.lot.randrange(len(names))]
            return in_case_of(word, self.known[word.lower()])
        return word

    def report(self, text, spans):
        made, moved, at = "", [], 0
        for first, last, label in spans:
            made += text[at:first]
            words = text[first:last]
            if label == "person": words = re.sub(r"[^\W\d_]+", self.word, words)
            moved.append([len(made), len(made) + len(words), label])
            made += words
            at = last
        return made + text[at:], moved


def main():
    given = sys.argv[1:]
    options = {name: int(given.pop(given.index(name) + 1)) for name in ("--copies", "--seed") if name in given}
    names, out, *files = [each for each in given if not each.startswith("--")]
    folder, lot = pathlib.Path(names), random.Random(options.get("--seed", 1))
    lists = []
    for sources in (("uk_given_names.tsv", "faker_given_names.tsv"), ("faker_surnames.tsv", "cc0_surnames.tsv")):
        whole = sorted({name for each in sources for name in first_column(folder / each) if name.isalpha() and name[0].isupper() and len(name) > 2})
        lists.append((whole, {name.lower(): name for name in whole}))
    texts = []
    for file in map(pathlib.Path, files):
        for name, text, spans in reports_of(file):
            texts.append({"id": name, "text": text, "spans": [list(span) for span in spans]})
            for copy in range(options.get("--copies", 0)):
                other, moved = Exchange(lists, lot).report(text, spans)
                texts.append({"id": f"{name} {copy + 1}", "text": other, "spans": moved})
    pathlib.Path(out).write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
