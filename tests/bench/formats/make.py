#!/usr/bin/env python3
"""An invented report as a web page, the same each time: make.py PAGES FILE
About PAGES pages of A4 with, to every 40 of them, 6 tables of 36 rows, 33 notes and 4 pictures."""
import base64
import random
import struct
import sys
import zlib

WORDS = ("the review found that agencies knew parts of what was happening and nobody put them together so "
         "each visit was recorded with care while the plan for the child did not change and the meeting "
         "heard what school and health had seen but asked no question about the home").split()


def sentence(dice):
    words = [dice.choice(WORDS) for _ in range(dice.randint(9, 22))]
    return " ".join(words).capitalize() + "."


def paragraph(dice, sentences):
    return " ".join(sentence(dice) for _ in range(sentences))


def picture(dice, width=560, height=240):
    """A chart of bars as PNG."""
    bars = [dice.randint(20, height - 20) for _ in range(14)]
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            high = bars[x * len(bars) // width] >= height - y and x % (width // len(bars)) > 6
            rows += b"\x17\x56\x76" if high else b"\xff\xff\xff"

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows), 9)) + chunk(b"IEND", b"")


def table(dice, number):
    rows = "".join(f"<tr><th scope=row>Visit {i + 1}</th><td>{dice.choice(['School', 'Health', 'Police', 'Social care'])}</td>"
                   f"<td>{sentence(dice)}</td><td>{dice.choice(['seen', 'not seen'])}</td></tr>" for i in range(36))
    return (f"<table><caption>Table {number}: contacts</caption><thead><tr><th scope=col>Contact</th><th scope=col>Agency</th>"
            f"<th scope=col>What happened</th><th scope=col>The child</th></tr></thead><tbody>{rows}</tbody></table>")


def report(pages):
    dice = random.Random(40)
    parts = pages // 20
    notes, body, tables = [], [], 0
    for part in range(parts):
        for section in range(4):
            body.append(f"<h2>{part * 4 + section + 1} What the review saw in part {part + 1}, section {section + 1}</h2>")
            for sub in range(2):
                body.append(f"<h3>What {dice.choice(['school', 'health', 'the police', 'social care'])} knew, {sub + 1}</h3>")
                for item in range(7):
                    words = paragraph(dice, 5)
                    if item % 3 == 0 and len(notes) < 33 * (part + 1) * 20 // 40:
                        notes.append(sentence(dice))
                        words += f'<sup><a role="doc-noteref" href="#note-{len(notes)}">{len(notes)}</a></sup>'
                    body.append(f"<p>{words}</p>")
                body.append("<ul>" + "".join(f"<li>{sentence(dice)}</li>" for _ in range(4)) + "</ul>")
            if section < 3:
                tables += 1
                body.append(table(dice, tables))
            if section < 2:
                data = base64.b64encode(picture(dice)).decode()
                body.append(f'<figure><img alt="Contacts in each month of the review" src="data:image/png;base64,{data}">'
                            f"<figcaption>Contacts by month</figcaption></figure>")
    foot = "".join(f'<li id="note-{i + 1}" role="doc-endnote"><p>{words}</p></li>' for i, words in enumerate(notes))
    return ('<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Review of an invented case</title></head><body><main>'
            "<h1>Review of an invented case</h1>" + "".join(body) +
            f'<section role="doc-endnotes"><h2>Notes</h2><ol>{foot}</ol></section></main></body></html>')


if __name__ == "__main__":
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(report(int(sys.argv[1])))
