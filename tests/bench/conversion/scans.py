#!/usr/bin/env python3
"""What reading scans costs and loses: scans.py PROGRAM MAKE_SCAN PDFS SCRATCH PAGES

Pages from all PDFs of that folder are painted at 300 dots an inch, made into scans (make_scan) and converted two files at
a time. Prints the time a page, and how many of the words that pdftotext finds in the page as it was are read in the scan.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import time

AT_A_TIME = 2


def pages_of(files, wanted):
    """So many pages, from all files alike; every page where there are no more."""
    counts = {}
    for file in files:
        told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
        counts[file] = int(re.search(r"Pages:\s+(\d+)", told)[1])
    every = [(number, file) for file in files for number in range(1, counts[file] + 1)]
    return every[:: max(1, len(every) // wanted)][:wanted]


def words(text):
    return collections.Counter(re.findall(r"[a-z0-9]+", text.lower()))


def text_of(block):
    own = [block.get("text") or ""]
    own += [cell or "" for row in block.get("rows", []) for cell in row]
    return " ".join(own)


def main():
    program, make_scan, folder, scratch, wanted = sys.argv[1:6]
    scratch = pathlib.Path(scratch)
    scans = scratch / "scans"
    scans.mkdir(parents=True)
    pages = pages_of(sorted(pathlib.Path(folder).glob("*.pdf")), int(wanted))
    truth, painted = {}, collections.defaultdict(list)
    for at, (number, file) in enumerate(pages):
        base = scratch / f"page-{at:03}"
        subprocess.run(["pdftoppm", "-gray", "-r", "300", "-f", str(number), "-l", str(number), "-singlefile", file, base], check=True)
        scan = f"scan-{at % AT_A_TIME}"
        painted[scan].append(f"{base}.pgm")
        said = subprocess.run(["pdftotext", "-f", str(number), "-l", str(number), file, "-"], capture_output=True, text=True, check=True).stdout
        truth[scan] = truth.get(scan, collections.Counter()) + words(said)
    for scan, made in painted.items():
        subprocess.run([make_scan, scans / f"{scan}.pdf", *made], check=True)
    before, begun = os.times(), time.monotonic()
    subprocess.run([program, "convert", scans, "-o", scratch / "read", "--to", "blocks", "--jobs", str(AT_A_TIME)], check=True, stdout=subprocess.DEVNULL)
    took, after = time.monotonic() - begun, os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    found = met = 0
    for scan, expected in truth.items():
        blocks = json.loads((scratch / "read" / f"{scan}.json").read_text(encoding="utf-8"))["blocks"]
        read = words(" ".join(text_of(each) for each in blocks))
        found += sum((expected & read).values())
        met += sum(expected.values())
    print(f"{len(pages)} pages, {AT_A_TIME} at a time: {took / len(pages):.2f} s a page by the clock, {processor / len(pages):.2f} s of a processor; "
          f"{found / met:.3f} of {met} words read")


if __name__ == "__main__":
    main()
