#!/usr/bin/env python3
"""How much of registers that are kept as tables is read: registers.py SET [-v]. A set is the folders of tests/fixtures/case/registers whose
names begin so; each holds labels.json by the hand that wrote the file, and expected.txt, which the unit tests hold to what is read."""
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree as xml
from pathlib import Path

TOP = Path(__file__).resolve().parents[1] / "fixtures/case/registers"


def plain(words):
    words = re.sub(r"^(Dr|Mr|Mrs|Ms|Miss|PC|DS|DC|Sgt|Rev\.?|Insp\.?) ", "", words or "")
    return re.sub(r"\W+", " ", unicodedata.normalize("NFC", words or "").replace("’", "'").casefold()).strip()


def entries_of(text):
    body = text[: text.find("</people>") + len("</people>")] if "</people>" in text else ""
    return list(xml.fromstring(body)) if body else []


def words_of(entry):
    """Everything of an entry that is looked for in a report."""
    found = [plain("".join(each.itertext())) for each in entry if each.tag not in ("comment", "relation")]
    return found + [re.sub(r"\s", "", each) for each in found]


def main():
    which, loud = sys.argv[1], "-v" in sys.argv
    score = {}

    def count(what, right, told):
        good, all_ = score.get(what, (0, 0))
        score[what] = (good + right, all_ + 1)
        if loud and not right:
            print(f"   {what}: {told}")

    for folder in sorted(TOP.iterdir()):
        if not folder.name.startswith(which):
            continue
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))["entries"]
        text = (folder / "expected.txt").read_text(encoding="utf-8")
        read = entries_of(text)
        everywhere = [word for each in read for word in words_of(each)]
        if loud:
            print(f"== {folder.name}: {len(labels)} entries, {len(read)} read" + ("" if read else "\n" + text))
        for label in labels:
            found = [each for each in read if any(plain(name) in words_of(each) for name in label["names"])]
            if not read and label["public"]:
                found = []
            count("entries", bool(found), label["names"])
            for name in label["names"]:
                count("names", plain(name) in everywhere, name)
            for name in label["other_names"]:
                count("other names", plain(name) in everywhere or any(plain(name) in each.split("  ") or f" {plain(name)} " in f" {each} " for each in everywhere), name)
            for name in label["identifiers"]:
                count("identifiers", plain(name) in everywhere or re.sub(r"\s", "", plain(name)) in everywhere or any(plain(name) in each for each in everywhere), name)
            if not found:
                continue
            entry = found[0]
            count("kind", entry.tag == label["kind"], (label["names"], entry.tag, label["kind"]))
            if label["public"]:
                count("public name", plain(entry.get("public")) == plain(label["public"]), (label["public"], entry.get("public")))
            told = entry.get("role") or entry.get("kind") or ""
            if label["role"] and entry.tag == label["kind"]:
                count("role", told in label["role"].split("|"), (label["names"], label["role"], told))
            if label["relation"]:
                relations = [plain(each.get("kind")) for each in entry.iter("relation")]
                short = {"mum": "mother", "mam": "mother", "dad": "father", "mgm": "maternal grandmother", "mgf": "maternal grandfather", "pgm": "paternal grandmother", "pgf": "paternal grandfather"}
                wanted = plain(label["relation"]).replace("half ", "half ").replace("step ", "step")
                count("relation", any(wanted in each or each in wanted or short.get(wanted, wanted) in each for each in relations), (label["names"], label["relation"], relations))
            if label["born"]:
                count("born", entry.get("born") == label["born"], (label["names"], label["born"], entry.get("born")))
            if label["sex"] and entry.get("sex"):
                count("sex where told", entry.get("sex") == label["sex"], (label["names"], label["sex"], entry.get("sex")))
    for what, (good, all_) in score.items():
        print(f"  {what:16} {good} of {all_}")


if __name__ == "__main__":
    main()
