#!/usr/bin/env python3
"""How many contradictions are found between report and summary, and within one report: contradictions.py PROGRAM SET [--list]. A set is a
folder of tests/bench/contradictions: case*/ holds report.md, summary.md and labels.json, alone/ reports with a .json each. A label names
the sentences that contradict each other; one is found where a finding lies in one of them."""
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent / "contradictions"
COUNTED = {"sections/recommendations-differ", "sections/recommendations-miscounted", "sections/recommendation-number-gap"}


def findings(program, files):
    """(file, level, rule, words, message) of what the rules of consistency and of numbers of recommendations find."""
    command = [program, "check", *(["--together"] if len(files) > 1 else []), *map(str, files), "--only", "consistency,sections", "--show-text", "--format", "json"]
    reports = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)["reports"]
    return [(Path(report["path"]).name, each["level"], each["rule"], each.get("text") or "", each["message"]) for report in reports for each in report["findings"]
            if each["rule"].startswith("consistency/") or each["rule"] in COUNTED]


def compare(what, papers, loud):
    """`papers`: (name, labels, findings), the two sentences of a label under any names."""
    labels = found = other = clean = taken = 0
    for name, told, seen in papers:
        used = set()
        for label in told:
            sentences = [label[key] for key in ("report", "summary", "first", "second") if label.get(key)]
            hits = {at for at, each in enumerate(seen) if each[3] and any(each[3] in sentence for sentence in sentences)}
            used |= hits
            found += bool(hits)
            if loud and not hits:
                print("   missed:", name, label["kind"], "|", " | ".join(sentences))
        rest = [each for at, each in enumerate(seen) if at not in used]
        labels, other, clean, taken = labels + len(told), other + len(rest), clean + (not told), taken + (not told and bool(rest))
        if loud:
            for each in rest:
                print("   other:", name, *each)
    print(f"{what}: {found} of {labels} contradictions found; {other} other findings; {clean - taken} of {clean} without any left alone")


def main():
    program, which, loud = sys.argv[1], HERE / sys.argv[2], "--list" in sys.argv
    pairs = [(case.name, json.loads((case / "labels.json").read_text()), findings(program, [case / "report.md", case / "summary.md"])) for case in sorted(which.glob("case*"))]
    compare("report and summary", pairs, loud)
    alone = [(file.stem, json.loads(file.with_suffix(".json").read_text()), findings(program, [file])) for file in sorted((which / "alone").glob("*.md"))]
    compare("one report", alone, loud)


main()
