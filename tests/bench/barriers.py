#!/usr/bin/env python3
"""How many faults of accessibility are found, and how many files without one are left alone: barriers.py PROGRAM SET [--list]. A set is a
script of tests/bench/barriers that makes the files, each with one fault or none, and labels.tsv."""
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent / "barriers"


def rules_of(program, file):
    """The rules of accessibility that find something in a file."""
    said = subprocess.run([program, "check", str(file), "--only", "accessibility", "--format", "json"], capture_output=True, text=True, check=False).stdout
    return sorted({each["rule"].split("/")[1] for report in json.loads(said)["reports"] for each in report["findings"]})


def main():
    program, which, loud = sys.argv[1], sys.argv[2], "--list" in sys.argv
    with tempfile.TemporaryDirectory() as made:
        subprocess.run(["/usr/bin/python3", "-B", str(HERE / f"{which}.py"), made, *(["all"] if which == "first" else [])], check=True, stdout=subprocess.DEVNULL)
        with open(Path(made, "labels.tsv"), encoding="utf-8", newline="") as labels:
            rows = list(csv.DictReader(labels, delimiter="\t", quoting=csv.QUOTE_NONE))
        count = {"fault": [0, 0], "clean": [0, 0]}
        for row in rows:
            found = rules_of(program, Path(made, row["file"]))
            count[row["kind"]][0] += 1
            count[row["kind"]][1] += bool(found)
            if loud and bool(found) != (row["kind"] == "fault"):
                print("  ", row["kind"], row["file"], row["fault"], "|", row["where"], "|", *found)
    print(f"{count['fault'][1]} of {count['fault'][0]} faults found; {count['clean'][0] - count['clean'][1]} of {count['clean'][0]} files without one left alone")


main()
