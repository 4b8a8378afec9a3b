#!/usr/bin/env python3
"""How many names that files hide are found without any list of names, and how many files that hide nobody are left alone: leaks.py PROGRAM
SET [--list]. A set is a script of tests/bench/leaks that makes the files, each with one secret or none, and labels.tsv; it needs
python3-fitz and python3-pil. A leak is found where a finding to mend is one of redaction or holds a part of the secret."""
import csv
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent / "leaks"
TO_MEND = ("block", "fix")


def findings_of(program, file):
    said = subprocess.run([program, "check", str(file), "--only", "redaction,anonymisation", "--format", "json", "--show-text"], capture_output=True, text=True, check=False).stdout
    return [each for report in json.loads(said)["reports"] for each in report["findings"] if each["level"] in TO_MEND]


def main():
    program, which, loud = sys.argv[1], sys.argv[2], "--list" in sys.argv
    with tempfile.TemporaryDirectory() as made:
        subprocess.run(["/usr/bin/python3", "-B", str(HERE / f"{which}.py"), made, *(["--all"] if which == "first" else [])], check=True, stdout=subprocess.DEVNULL)
        with open(Path(made, "labels.tsv"), encoding="utf-8", newline="") as labels:
            rows = list(csv.DictReader(labels, delimiter="\t", quoting=csv.QUOTE_NONE))
        count = {"leak": [0, 0], "clean": [0, 0]}
        for row in rows:
            found = findings_of(program, Path(made, row["file"]))
            parts = [each for each in re.split(r"%(?:25)?20|[ _-]", row["secret"].lower()) if len(each) > 3]
            hit = [each for each in found if each["rule"].startswith("redaction/") or (row["kind"] == "leak" and any(part in json.dumps(each, ensure_ascii=False).lower() for part in parts))]
            count[row["kind"]][0] += 1
            count[row["kind"]][1] += bool(hit)
            if loud and bool(hit) != (row["kind"] == "leak"):
                print("  ", row["kind"], row["file"], row["way"], "|", row["secret"], "|", *sorted({each["rule"] for each in hit}))
    print(f"{count['leak'][1]} of {count['leak'][0]} hidden names found; {count['clean'][0] - count['clean'][1]} of {count['clean'][0]} files that hide nobody have nothing to mend")


main()
