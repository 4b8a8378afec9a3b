"""Invented reports by the thousand, no two of the same words: reports.py FOLDER COUNT PAGES [SEED]

Six of ten are PDF (flowing text, set in a font that every reader has), two Word, two web pages. The words are drawn from
sentences of this file; nobody in them exists."""
import random
import sys
import zipfile
import zlib
from pathlib import Path

SENTENCES = """The child was known to universal services from birth and to the local authority from the age of three.
Agencies met and agreed that the family needed help that came early and lasted.
The health visitor recorded her worries but did not pass them on to the school.
A strategy discussion was held on the same day and the police shared what they knew.
There was no record that anybody asked the young person what life at home was like.
The decision was made by a manager who had read none of the earlier papers.
Practitioners told the review that they were carrying more work than they could do well.
The review was told that the guidance in force at the time was followed.
It was not clear to the school who was to lead or when the plan would be looked at again.
The father was not invited to the meeting and his views were not sought.
The partnership should make sure that each agency knows how to challenge a decision.
The emergency department treated the injury and sent a letter to the general practitioner.
Housing officers visited twice and saw that the heating did not work.
What was learned from earlier reviews had not reached the people who met the family.
Records from the two areas were not put together until the review asked for them.
The young person later said that one teacher had listened and that this had mattered.
Supervision took place, but it was about the number of cases and seldom about the child.
The review finds that information was held in five places and was whole in none.
Staff left and the family had to tell its story again to each person who came.
The plan said what the parents should do and not how anybody would know that it was done.""".split("\n")
HEADINGS = ["Introduction", "The review and how it was made", "The family", "What happened", "What agencies did", "Analysis",
            "The voice of the child", "What was learned", "Good practice", "Recommendations", "Glossary"]
BOARDS = ["Northmoor", "Ashby Vale", "Three Rivers", "Easterdale", "Calderfold"]


def paragraphs(chance, number, pages):
    """The blocks of a report: ("h1" or "h2" or "p", words)."""
    board = BOARDS[number % len(BOARDS)]
    yield "h1", f"Local Child Safeguarding Practice Review, Child {number}"
    yield "p", f"{board} Safeguarding Children Partnership, published in {2012 + number % 13}. An invented report."
    for page in range(pages):
        yield "h2", f"{page + 1}. {HEADINGS[page % len(HEADINGS)]}"
        for part in range(6):
            words = " ".join(chance.sample(SENTENCES, 5))
            yield "p", f"{page + 1}.{part + 1} In report {number} we say: {words}"


def lines_of(blocks, width=92):
    for kind, words in blocks:
        line = ""
        for word in words.split():
            if len(line) + len(word) + 1 > width:
                yield kind, line
                line = word
            else:
                line = f"{line} {word}" if line else word
        yield kind, line
        yield "gap", ""


def pdf(blocks):
    pages, page, left = [], [], 0
    for kind, line in lines_of(blocks):
        if left < 14 or (kind == "h2" and left < 700):
            page = []
            pages.append(page)
            left = 740
        size = {"h1": 20, "h2": 14, "p": 10, "gap": 6}[kind]
        left -= size + 4
        if line:
            words = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            page.append(f"BT /{'F2' if kind[0] == 'h' else 'F1'} {size} Tf 72 {left + 30} Td ({words}) Tj ET")
    objects = ["<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
               f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * at} 0 R' for at in range(len(pages)))}] >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"]
    objects = [each.encode() for each in objects]
    for at, page in enumerate(pages):
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * at} 0 R "
                       "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode())
        stream = zlib.compress("\n".join(page).encode("cp1252"), 1)
        objects.append(b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, at)
    return bytes(out)


def html(blocks):
    body = "\n".join(f"<{kind}>{words}</{kind}>" for kind, words in blocks)
    return f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>A review</title></head><body>\n{body}\n</body></html>\n'.encode()


def docx(blocks, path):
    style = {"h1": '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', "h2": '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>', "p": ""}
    body = "".join(f'<w:p>{style[kind]}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>' for kind, words in blocks)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    name = "http://schemas.openxmlformats.org/"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{name}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{name}package/2006/relationships"><Relationship Id="r1" Type="{name}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{name}wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for part, text in parts.items():
            package.writestr(zipfile.ZipInfo(part, (2024, 1, 1, 0, 0, 0)), head + text)


def make_reports(folder, count, pages, seed=1):
    folder = Path(folder)
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        below = folder / f"{number // 1000:03}"
        below.mkdir(parents=True, exist_ok=True)
        blocks = list(paragraphs(chance, number, pages))
        name = below / f"report {number:05}"
        kind = number % 10
        if kind < 6:
            Path(f"{name}.pdf").write_bytes(pdf(blocks))
        elif kind < 8:
            docx(blocks, f"{name}.docx")
        else:
            Path(f"{name}.html").write_bytes(html(blocks))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    make_reports(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else 1)
