"""Invented reports that hide words and pictures in the ways of which docs/redaction.md had said that the check did not look for them,
beside near misses that hide nothing.

No real person, place or case."""
import struct

from cases import LEARNING, clean, page, risk
from pdf import Pdf, text
from risks import BASE, NAME

# Letters filled with a shade or a pattern.
BANNER = "0 0 .4 rg 60 620 440 60 re f 0 g "


def shade(kind, coords, light, dark):
    return f"/Pattern<</P1<</Type/Pattern/PatternType 2/Shading<</ShadingType {kind}/ColorSpace/DeviceGray/Coords[{coords}]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/C0[{light}]/C1[{dark}]/N 1>>>>>>>>"


def shaded(words, kind=2, coords="60 0 460 0", light=1, dark=.97, before=""):
    return page(before + text(72, 640, words, 20, before="/Pattern cs /P1 scn"), shade(kind, coords, light, dark))


risk("letters-of-a-shade-that-is-nearly-white", "text-same-colour", shaded(NAME))
risk("letters-of-a-round-shade-that-is-nearly-white", "text-same-colour", shaded(NAME, 3, "200 640 0 200 640 300"))
risk("letters-where-a-shade-is-white", "text-same-colour", shaded(NAME, coords="400 0 560 0", dark=0))
risk("letters-of-a-dark-shade-on-a-dark-ground", "text-same-colour", shaded(NAME, light=.02, dark=0, before="0 g 60 620 440 60 re f "))
clean("letters-of-a-shade-on-a-banner", shaded(LEARNING, before=BANNER))
clean("letters-of-a-round-shade", shaded(LEARNING, 3, "200 640 0 200 640 300", 0, .5))
clean("letters-of-a-shade-that-grows-pale", shaded(LEARNING, coords="60 0 460 0", light=0, dark=.8))


def woven(words, cell, before=""):
    def build():
        pdf = Pdf()
        pattern = pdf.stream(cell, "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 4 4]/XStep 4/YStep 4/Resources<<>>")
        pdf.page(BASE + before + text(72, 640, words, 20, before="/Pattern cs /P1 scn"), f"/Pattern<</P1 {pattern} 0 R>>")
        return pdf.bytes()
    return build


risk("letters-of-a-white-pattern", "text-same-colour", woven(NAME, "1 g 0 0 4 4 re f"))
risk("letters-of-a-pattern-without-ink", "text-same-colour", woven(NAME, "q Q"))
clean("letters-of-a-blue-pattern", woven(LEARNING, "0 0 .5 rg 0 0 4 4 re f"))
clean("letters-of-a-white-pattern-on-a-banner", woven(LEARNING, "1 g 0 0 4 4 re f", BANNER))


# Fonts that draw every letter as a block.
def drawn_by(glyph, words, codes=None):
    """A font drawn by commands (Type 3); `glyph` gives those of each letter."""
    def build():
        pdf = Pdf()
        letters = sorted(set(words))
        drawn = {c: pdf.stream(f"{400 + ord(c)} 0 0 0 600 700 d1 {glyph(c) if c != ' ' else ''}") for c in letters}
        names = {c: f"g{i}" for i, c in enumerate(letters)}
        rows = "".join(f"<{ord(c):02x}> <{ord((codes or {}).get(c, c)):04x}> " for c in letters)
        table = pdf.stream(f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange {len(letters)} beginbfchar {rows} endbfchar endcmap")
        font = pdf.add(f"<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 32/LastChar 122/Widths[{' '.join(str(400 + c) for c in range(32, 123))}]"
                       f"/Encoding<</Type/Encoding/Differences[{' '.join(f'{ord(c)}/{names[c]}' for c in letters)}]>>/CharProcs<<{' '.join(f'/{names[c]} {drawn[c]} 0 R' for c in letters)}>>/Resources<<>>/ToUnicode {table} 0 R>>")
        pdf.objects[2] = pdf.objects[2].replace(b"<<", b"<</F9 %d 0 R" % font, 1)
        pdf.page(BASE + text(72, 640, words, font="F9"))
        return pdf.bytes()
    return build


def bars_of(c):
    """As many bars, at such places, as tell a letter from the others."""
    return " ".join(f"{80 * i} 0 50 {700 if ord(c) >> i & 1 else 350} re f" for i in range(7))


risk("letters-drawn-as-one-square", "text-under-shape", drawn_by(lambda c: "0 0 500 700 re f", NAME))
risk("letters-drawn-as-squares-of-their-width", "text-under-shape", drawn_by(lambda c: f"0 0 {400 + ord(c)} 700 re f", NAME))
risk("letters-drawn-as-rounded-blocks", "text-under-shape", drawn_by(lambda c: f"0 100 m 0 600 l 0 700 100 700 {ord(c)} 700 c 500 700 l 500 0 l h f", NAME))
clean("letters-drawn-each-in-its-way", drawn_by(bars_of, LEARNING))
clean("dashes-and-bars-of-a-plain-type", drawn_by(lambda c: f"0 0 {60 + ord(c)} 700 re f", "I l|-."))
clean("blocks-that-read-as-blocks", drawn_by(lambda c: "0 0 500 700 re f", "abcdef", {c: chr(0x2588 + i) for i, c in enumerate("abcdef")}))


def program(outlines):
    """A TrueType program of glyphs 1 and on, each a list of figures of corners; its letters are called by A, B, C."""
    glyphs = [b""]
    for figures in outlines:
        corners = [corner for figure in figures for corner in figure]
        across, along = [c[0] for c in corners], [c[1] for c in corners]
        body = struct.pack(">hhhhh", len(figures), min(across), min(along), max(across), max(along))
        end = -1
        for figure in figures:
            end += len(figure)
            body += struct.pack(">H", end)
        body += struct.pack(">H", 0) + b"\1" * len(corners)
        for values in (across, along):
            body += b"".join(struct.pack(">h", value - before) for value, before in zip(values, [0] + values[:-1]))
        glyphs.append(body + b"\0" * (-len(body) % 4))
    count = len(glyphs)
    places = [sum(map(len, glyphs[:i])) for i in range(count + 1)]
    segments = struct.pack(">HHHHHHH", 4, 32, 0, 4, 4, 1, 0) + struct.pack(">HH", 64 + len(outlines), 0xFFFF) + struct.pack(">H", 0) + struct.pack(">HH", 65, 0xFFFF) + struct.pack(">hh", -64, 1) + struct.pack(">HH", 0, 0)
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 1, 12) + segments,
        b"glyf": b"".join(glyphs),
        b"head": struct.pack(">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, 1000, 0, 0, 0, 0, 600, 700, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 800, -200, 0, 600, 0, 0, 600, 1, 0, 0, 0, 0, 0, 0, 0, count),
        b"hmtx": struct.pack(">Hh", 600, 0) * count,
        b"loca": b"".join(struct.pack(">I", each) for each in places),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, count, 64, 4, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    head, out = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 48), b""
    start = 12 + 16 * len(tables)
    for tag, data in tables.items():
        head += tag + struct.pack(">III", 0, start + len(out), len(data))
        out += data + b"\0" * (-len(data) % 4)
    return head + out


def brought(outline, words):
    """A page whose font comes with the file; `outline` gives the figures of each letter."""
    def build():
        pdf = Pdf()
        letters = sorted(set(words) - {" "})
        made = program([outline(c) for c in letters])
        held = pdf.stream(made, f"/Length1 {len(made)}", True)
        about = pdf.add(f"<</Type/FontDescriptor/FontName/AAAAAA+Blocks/Flags 32/FontBBox[0 0 600 700]/ItalicAngle 0/Ascent 700/Descent 0/CapHeight 700/StemV 80/FontFile2 {held} 0 R>>")
        codes = {c: chr(65 + i) for i, c in enumerate(letters)} | {" ": " "}
        rows = "".join(f"<{ord(codes[c]):02x}> <{ord(c):04x}> " for c in letters)
        table = pdf.stream(f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange {len(letters)} beginbfchar {rows} endbfchar endcmap")
        font = pdf.add(f"<</Type/Font/Subtype/TrueType/BaseFont/AAAAAA+Blocks/FirstChar 32/LastChar 122/Widths[{' '.join(['600'] * 91)}]/Encoding/WinAnsiEncoding/FontDescriptor {about} 0 R/ToUnicode {table} 0 R>>")
        pdf.objects[2] = pdf.objects[2].replace(b"<<", b"<</F9 %d 0 R" % font, 1)
        pdf.page(BASE + text(72, 640, "".join(codes[c] for c in words), font="F9"))
        return pdf.bytes()
    return build


def square(left, low, right, high):
    return [(left, low), (left, high), (right, high), (right, low)]


risk("font-of-blocks-that-comes-with-the-file", "text-under-shape", brought(lambda c: [square(20, 0, 580, 700)], NAME))
risk("font-of-blocks-of-their-own-height", "text-under-shape", brought(lambda c: [square(20, 0, 580, 500 if c in "aceiru" else 700)], NAME))
clean("font-of-letters-that-comes-with-the-file", brought(lambda c: [square(80 * i, 0, 80 * i + 60, 700) for i in range(7) if ord(c) >> i & 1], LEARNING))


# Pictures under pictures: a face (I1), a plain dark one (I2), a plain light one (I3), another (I4), and a face of which half is clear (I5).
PICTURES = {
    "I1": lambda pdf: pdf.image(64, 64),
    "I2": lambda pdf: pdf.image(16, 16, bytes([20]) * 256),
    "I3": lambda pdf: pdf.image(16, 16, bytes([250]) * 256),
    "I4": lambda pdf: pdf.image(64, 64, bytes((x * 3 + y * 5) % 200 for y in range(64) for x in range(64))),
    "I5": lambda pdf: pdf.image(64, 64, entries=f"/SMask {pdf.image(8, 8, bytes([0] * 32 + [255] * 32))} 0 R"),
}


def pictures(content):
    """Pages with pictures of PICTURES, each by its name."""
    pages = content if isinstance(content, list) else [content]

    def build():
        pdf, numbers = Pdf(), {}
        for name, make in PICTURES.items():
            if any(f"/{name} " in one for one in pages):
                numbers[name] = make(pdf)
        for one in pages:
            painted = " ".join(f"/{name} {number} 0 R" for name, number in numbers.items() if f"/{name} " in one)
            pdf.page(BASE + one, f"/XObject<<{painted}>>")
        return pdf.bytes()
    return build


def at(name, left=50, low=300, wide=300, tall=300):
    return f"q {wide} 0 0 {tall} {left} {low} cm /{name} Do Q\n"


risk("face-under-another-picture", "picture-under-shape", pictures(at("I1") + at("I4")), "")
risk("face-under-a-larger-picture", "picture-under-shape", pictures(at("I1") + at("I4", 20, 280, 500, 400)), "")
risk("face-under-two-pictures-side-by-side", "picture-under-shape", pictures(at("I1") + at("I3", 50, 300, 150) + at("I4", 200, 300, 160)), "")
risk("face-under-a-white-shape", "picture-under-shape", pictures(at("I1") + "1 g 40 290 320 320 re f\n"), "")
risk("face-with-a-dark-picture-on-it", "picture-under-shape", pictures(at("I1") + at("I2", 150, 420, 60, 60)), "")
clean("badge-on-a-picture", pictures(at("I1") + at("I4", 270, 310, 60, 60)))
clean("picture-that-overlaps-another", pictures(at("I1") + at("I4", 200, 400)))
clean("picture-painted-twice", pictures(at("I1") + at("I1")))
clean("picture-under-one-with-a-clear-part", pictures(at("I1") + at("I5")))
clean("plain-ground-under-a-picture", pictures(at("I3", 20, 280, 400, 400) + at("I4", 10, 270, 420, 420)))
clean("ground-of-every-page", pictures([at("I1", 0, 0, 595, 842) + "1 g 0 0 595 842 re f 0 g " + text(72, 640, f"Page {i}") for i in range(4)]))
clean("picture-turned-on-another", pictures(at("I1") + "q 150 150 -150 150 200 300 cm /I4 Do Q\n"))


# Files of which a page is lost.
def lost_page():
    pdf = Pdf()
    pdf.page(BASE)
    lost = pdf.page(BASE + text(72, 640, NAME))
    return pdf.bytes().replace(b" %d 0 R]/Count" % lost, b" %d 0 0]/Count" % lost)


risk("page-that-is-lost", "not-judged", lost_page, "")
