#!/usr/bin/env python3
"""How many faulty wordings are found, and how many fair ones are left alone: wordings.py PROGRAM FAMILY SET [--tier N] [--list].
A set is two files of tests/bench/wordings/FAMILY: in SET-faults.txt each line is a sentence whose fault stands in braces, in
SET-fine.txt each is one to leave alone. Every sentence is checked as a report of its own, since some rules speak once a report."""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent / "wordings"
OF_THE_WHOLE_REPORT = {"tone/suicide-without-help"}  # ask for something that one sentence cannot hold


def sentences(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def findings_of(program, family, tier, lines):
    """By line: (level, rule, first byte, last byte) of what is found there."""
    with tempfile.TemporaryDirectory() as reports, tempfile.TemporaryDirectory() as out:
        for number, line in enumerate(lines):
            Path(reports, f"{number:04}.md").write_text(line + "\n", encoding="utf-8")
        subprocess.run([program, "check", reports, "--only", family, "--tier", tier, "--format", "json", "-o", out], capture_output=True, check=False)
        found = {}
        for file in Path(out).rglob("*.findings.json"):
            for each in json.loads(file.read_text(encoding="utf-8"))["reports"][0]["findings"]:
                if each["rule"] not in OF_THE_WHOLE_REPORT:
                    found.setdefault(int(file.name[:4]), []).append((each["level"], each["rule"], each["offset"], each["offset"] + each["length"]))
        return found


def main():
    program, family, which, loud = sys.argv[1], sys.argv[2], sys.argv[3], "--list" in sys.argv
    tier = sys.argv[sys.argv.index("--tier") + 1] if "--tier" in sys.argv else "1"
    faults = sentences(HERE / family / f"{which}-faults.txt")
    found, right = findings_of(program, family, tier, [re.sub("[{}]", "", line) for line in faults]), 0
    for number, line in enumerate(faults):
        begin = len(line[: line.index("{")].encode())
        end = begin + len(line[line.index("{") + 1 : line.index("}")].encode())
        hit = any(each[2] < end and begin < each[3] for each in found.get(number, []))
        right += hit
        if loud and not hit:
            print("   missed:", line)
    print(f"{right} of {len(faults)} faults found")
    fine = sentences(HERE / family / f"{which}-fine.txt")
    found = findings_of(program, family, tier, fine)
    sure = sum(any(each[0] != "advise" for each in all_) for all_ in found.values())
    print(f"{len(fine) - len(found)} of {len(fine)} fair sentences left alone; {sure} found at block or fix, {len(found) - sure} advised on")
    if loud:
        for number, all_ in sorted(found.items()):
            print("   taken:", fine[number], sorted({each[1] for each in all_}))


main()
