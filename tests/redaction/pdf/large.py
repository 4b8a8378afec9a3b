#!/usr/bin/env python3
"""Writes large invented reports for tests/bench: large.py FOLDER."""
import random
import sys
from pathlib import Path

from pdf import Pdf, lines, text
from risks import STORY

sys.dont_write_bytecode = True
folder = Path(sys.argv[1])
chance = random.Random(7)
WORDS = sorted({word for line in STORY for word in line.split()})


def sentences(count):
    return [" ".join(chance.choice(WORDS) for _ in range(12)) for _ in range(count)]


report, scan, shapes, strokes = Pdf(), Pdf(), Pdf(), Pdf()
for number in range(40):
    report.page(".9 g 60 770 475 30 re f 0 g " + text(72, 780, f"Part {number + 1}", 16) + lines(740, sentences(44)) + text(290, 30, str(number + 1), 9))
for number in range(8):
    dots = bytearray([244]) * (1240 * 1754)
    for line in range(40):
        for y in range(160 + line * 36, 178 + line * 36):
            dots[y * 1240 + 150:y * 1240 + 1000] = bytes(40 if (x * 7 + y) % 9 < 4 else 244 for x in range(850))
    picture = scan.image(1240, 1754, bytes(dots))
    words = "".join(text(72, 757 - i * 17.3, each, 10, inside="3 Tr") for i, each in enumerate(sentences(40)))
    scan.page("q 595 0 0 842 0 0 cm /I1 Do Q\n" + words, f"/XObject<</I1 {picture} 0 R>>")
page = lines(760, sentences(45))
shapes.page(page + "".join(f"{i % 7 / 7:.2f} {i % 5 / 5} .4 rg {50 + i * 37 % 480} {50 + i * 91 % 700} 8 6 re f\n" for i in range(20000)))
strokes.page(page + "".join(f"{.5 + i % 3} w {50 + i * 37 % 480} {50 + i * 91 % 700} m {50 + i * 53 % 480} {50 + i * 17 % 700} l S\n" for i in range(20000)))
for name, pdf in (("text", report), ("scan", scan), ("shapes", shapes), ("lines", strokes)):
    (folder / (name + ".pdf")).write_bytes(pdf.bytes())
