#!/usr/bin/env python3
"""What is found in files that scripts make, each with one thing to find or none: made_files.py PROGRAM KIND SET [--list]. KIND is barriers
(faults of accessibility) or leaks (hidden names); SET a script of tests/bench/KIND that makes the files and labels.tsv. A leak is found
where a finding to mend is one of redaction or holds a part of the secret; it is looked for twice, without a list of names and with one
that holds the secret alone. The scripts of leaks need python3-fitz and python3-pil."""
import csv
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TO_MEND = ("block", "fix")


def findings(program, file, families, *words):
    said = subprocess.run([program, "check", str(file), "--only", families, "--format", "json", "--show-text", *words], capture_output=True, text=True, check=False).stdout
    return [each for report in json.loads(said)["reports"] for each in report["findings"]]


def barriers(program, file, row, scratch):
    return findings(program, file, "accessibility"), None


def name_in(secret):
    """The secret as somebody would write it on a list: "joely-brackenhurst" as Joely Brackenhurst."""
    words = re.sub(r"%(?:25)?20|_", " ", secret).split()
    if len(words) == 1 and "-" in words[0]:
        words = words[0].split("-", 1)
    return " ".join("-".join(part[:1].upper() + part[1:] for part in word.split("-")) for word in words)


def leaks(program, file, row, scratch):
    """What is to be mended for the secret's sake, and whether publication stops where its name is listed."""
    parts = [each for each in re.split(r"%(?:25)?20|[ _-]", row["secret"].lower()) if len(each) > 3]
    found = [each for each in findings(program, file, "redaction,anonymisation") if each["level"] in TO_MEND]
    told = [each for each in found if each["rule"].startswith("redaction/") or (row["kind"] == "leak" and any(part in json.dumps(each, ensure_ascii=False).lower() for part in parts))]
    if row["kind"] != "leak":
        return told, None
    names = Path(scratch, "names of the list.txt")
    names.write_text(name_in(row["secret"]) + "\n", encoding="utf-8")
    return told, any(each["level"] == "block" for each in findings(program, file, "redaction,anonymisation", "--names", str(names)))


KINDS = {"barriers": (barriers, "fault", "faults", "all"), "leaks": (leaks, "leak", "hidden names", "--all")}


def main():
    program, kind, which, loud = sys.argv[1], sys.argv[2], sys.argv[3], "--list" in sys.argv
    look, there, things, everything = KINDS[kind]
    count, stopped = {there: [0, 0], "clean": [0, 0]}, 0
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["/usr/bin/python3", "-B", str(HERE / kind / f"{which}.py"), made, *([everything] if which == "first" else [])], check=True, stdout=subprocess.DEVNULL)
        with open(Path(made, "labels.tsv"), encoding="utf-8", newline="") as labels:
            rows = list(csv.DictReader(labels, delimiter="\t", quoting=csv.QUOTE_NONE))
        for row in rows:
            found, listed = look(program, Path(made, row["file"]), row, scratch)
            stopped += listed is True
            count[row["kind"]][0] += 1
            count[row["kind"]][1] += bool(found)
            if loud and (bool(found) != (row["kind"] == there) or listed is False):
                print("  ", *row.values(), "|", *sorted({each["rule"] for each in found}), "" if listed is not False else "| not stopped with its name on a list")
    print(f"{count[there][1]} of {count[there][0]} {things} found; {count['clean'][0] - count['clean'][1]} of {count['clean'][0]} files without any left alone")
    if kind == "leaks":
        print(f"with the name on a list {stopped} of {count[there][0]} stop publication")


main()
