"""Pictures in Word, OpenDocument and web files that say more than they show, or show words as words: metafiles, drawings, remarks, what lies behind the end."""
import base64
import gzip
import opendocument
import pages
import struct
import urllib.parse
import word
import zlib
from make import NAME, RISKS, paragraph

NOTE = f"Drawn for {NAME} of Elmfield"
HARMLESS = "Mother and Father since 2019"


# Windows metafiles: EMF ([MS-EMF]), EMF+ ([MS-EMFPLUS]) and WMF ([MS-WMF]).
def emf(*records, title=""):
    told = title.encode("utf-16-le")
    head = 88 + len(told) + (-len(told)) % 4
    body = b"".join(records) + struct.pack("<IIIII", 14, 20, 0, 16, 20)
    begin = struct.pack("<II4i4iIIIIHHIIIII", 1, head, 0, 0, 400, 200, 0, 0, 8000, 4000, 0x464D4520, 0x10000, head + len(body), len(records) + 2, 1, 0, len(told) // 2, 88 if told else 0, 0, 0, 0)[:88]
    return begin.ljust(88, b"\0") + told.ljust(head - 88, b"\0") + body


def record(kind, held):
    held += b"\0" * (-len(held) % 4)
    return struct.pack("<II", kind, len(held) + 8) + held


def emf_words(words, kind=84, down=40, options=0):
    text = words.encode("utf-16-le" if kind == 84 else "cp1252")
    return record(kind, struct.pack("<4iIff", 0, 0, 400, 200, 1, 1, 1) + struct.pack("<iiIIIiiiiI", 10, down, len(words), 76, options, 0, 0, 0, 0, 0) + text)


def emf_few_words(words, one_byte):
    text = words.encode("cp1252" if one_byte else "utf-16-le")
    return record(108, struct.pack("<iiIIIff", 10, 40, len(words), 0x100 | (0x200 if one_byte else 0), 1, 1, 1) + text)


def emf_plus(words):
    text = words.encode("utf-16-le") + b"\0" * (-2 * len(words) % 4)
    held = struct.pack("<III4f", 0, 0, len(words), 10, 10, 300, 20) + text
    comment = b"EMF+" + struct.pack("<HHII", 0x401C, 0x8000, len(held) + 12, len(held)) + held
    return record(70, struct.pack("<I", len(comment)) + comment)


def emf_remark(words):
    held = b"DEMO" + words.encode("cp1252")
    return record(70, struct.pack("<I", len(held)) + held)


def wmf(*records, placed=False):
    body = b"".join(records) + struct.pack("<IH", 3, 0)
    head = struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(body) // 2, 1, 64, 0)
    return (struct.pack("<IHhhhhHIH", 0x9AC6CDD7, 0, 0, 0, 400, 200, 96, 0, 0) if placed else b"") + head + body


def wmf_words(words, placed):
    text = words.encode("cp1252") + b"\0" * (len(words) % 2)
    held = struct.pack("<hhHH", 40, 10, len(words), 0) + text if placed else struct.pack("<H", len(words)) + text + struct.pack("<hh", 40, 10)
    return struct.pack("<IH", 3 + len(held) // 2, 0x0A32 if placed else 0x0521) + held


# Pictures of dots.
def chunk(kind, held):
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))


def png(*chunks, dots=None, behind=b""):
    """A grey PNG of `dots`, rows of bytes; a small flat one without."""
    rows = dots or [bytes([200]) * 24] * 16
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)) + b"".join(chunks) + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))) + chunk(b"IEND", b"") + behind


def gif(*blocks, behind=b""):
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 4, 4, 0) + b"\x02\x03\x84\x51\x00\x00"
    return b"GIF89a" + struct.pack("<HHBBB", 4, 4, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff" + b"".join(blocks) + frame + b"\x3b" + behind


def pieces(held):
    return b"".join(bytes([len(held[at:at + 255])]) + held[at:at + 255] for at in range(0, len(held), 255)) + b"\0"


LETTERS = {"M": (17, 27, 21, 17, 17, 17, 17), "U": (17, 17, 17, 17, 17, 17, 14), "E": (31, 16, 16, 30, 16, 16, 31), "T": (31, 4, 4, 4, 4, 4, 4), "H": (17, 17, 17, 31, 17, 17, 17), "R": (30, 17, 17, 30, 20, 18, 17), "I": (14, 4, 4, 4, 4, 4, 14), "S": (15, 16, 16, 14, 1, 1, 30), " ": (0,) * 7}


def screenshot(lines, width=360, height=160):
    """Dark words on white, letters of five by seven dots drawn twice as large."""
    rows = [bytearray(b"\xff" * width) for _ in range(height)]
    for number, line in enumerate(lines):
        for place, letter in enumerate(line):
            for y, bits in enumerate(LETTERS[letter]):
                for x in range(5):
                    if bits >> (4 - x) & 1:
                        for up in range(2):
                            rows[20 + 30 * number + 2 * y + up][20 + 12 * place + 2 * x:22 + 12 * place + 2 * x] = b"\x10\x10"
    return [bytes(row) for row in rows]


def hills(width=360, height=240):
    """A soft picture as of a park: light above, dark below, a round tree."""
    return [bytes(max(0, min(255, 220 - y // 2 - (60 if (x - 180) ** 2 + (y - 120) ** 2 < 3600 else 0) + (x * y) % 7)) for x in range(width)) for y in range(height)]


def bars(width=360, height=240):
    """A chart without words: four bars and an axis."""
    return [bytes(40 if x % 90 > 50 and y > 200 - x // 2 or y > 225 else 255 for x in range(width)) for y in range(height)]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" width="300" height="100"><rect width="300" height="100" fill="#eee"/>%s</svg>'


def in_word(name, rule, bytes_, ending, words=NAME):
    given = {"rels": {"p1": ("image", f"media/image1.{ending}")}, "parts": {f"word/media/image1.{ending}": bytes_}}
    if rule:
        word.risk(name, rule, paragraph(word.PICTURE), words=words, **given)
    else:
        word.clean(name, paragraph(word.PICTURE), **given)


def in_open_document(name, rule, bytes_, ending, words=NAME):
    body, parts = opendocument.PICTURE.replace("Pictures/1.jpg", f"Pictures/1.{ending}"), {f"Pictures/1.{ending}": bytes_}
    if rule:
        opendocument.risk(name, rule, body, parts=parts, words=words)
    else:
        opendocument.clean(name, body, parts=parts)


def in_page(name, rule, bytes_, kind, words=NAME):
    body = f'<p><img alt="The park in May" src="data:image/{kind};base64,{base64.b64encode(bytes_).decode()}"></p>'
    if rule:
        pages.risk(name, rule, body, words=words)
    else:
        pages.clean(name, body)


PACKED = [(b"Comment\0\0" + zlib.compress(NOTE.encode()), b"zTXt"), (b"Comment\0\1\0en\0\0" + zlib.compress(NOTE.encode()), b"iTXt"), (b"Comment\0\0\0en\0\0" + NOTE.encode(), b"iTXt"), (NOTE.encode(), b"pnOt")]
METAFILES = {
    "words-of-a-metafile": (emf(emf_words(NOTE)), "emf"),
    "words-of-a-metafile-in-one-byte": (emf(emf_words(NOTE, 83)), "emf"),
    "words-of-a-metafile-word-by-word": (emf(*(emf_words(each) for each in NOTE.split())), "emf"),
    "words-of-a-metafile-letter-by-letter": (emf(*(emf_words(each) for each in NOTE)), "emf"),
    "few-words-of-a-metafile": (emf(emf_few_words(NOTE, False)), "emf"),
    "few-words-of-a-metafile-in-one-byte": (emf(emf_few_words(NOTE, True)), "emf"),
    "words-of-a-newer-metafile": (emf(emf_plus(NOTE)), "emf"),
    "words-of-an-old-metafile": (wmf(wmf_words(NOTE, False)), "wmf"),
    "placed-words-of-an-old-metafile": (wmf(wmf_words(NOTE, True), placed=True), "wmf"),
    "words-of-a-packed-metafile": (gzip.compress(emf(emf_words(NOTE)), mtime=0), "emz"),
}
for name, (made, ending) in METAFILES.items():
    in_word(name, "picture-words", made, ending)
    in_open_document(name, "picture-words", made, ending)
    in_page(name, "picture-words", made, "emf")
in_word("title-of-a-metafile", "image-metadata", emf(emf_words(HARMLESS), title=f"Microsoft Visio\0Genogram of {NAME}\0\0"), "emf")
in_word("remark-in-a-metafile", "image-metadata", emf(emf_words(HARMLESS), emf_remark(NOTE)), "emf")
in_word("metafile-of-roles", "", emf(emf_words(HARMLESS), title="Microsoft Visio\0Drawing1\0\0"), "emf")
in_open_document("metafile-of-roles", "", wmf(wmf_words(HARMLESS, True)), "wmf")

for held, kind in PACKED:
    packing = "packed-" if b"\x78\x9c" in held else ""
    name = f"{packing}words-in-a-chunk-{kind.decode().lower()}"
    in_word(name, "image-metadata", png(chunk(kind, held)), "png")
    in_open_document(name, "image-metadata", png(chunk(kind, held)), "png")
    in_page(name, "image-metadata", png(chunk(kind, held)), "png")
for name, made, ending in (("words-behind-a-png", png(behind=NOTE.encode()), "png"), ("words-behind-a-gif", gif(behind=NOTE.encode()), "gif"), ("words-behind-a-jpeg", word.UNCHANGED + NOTE.encode(), "jpeg"),
                           ("comment-of-a-gif", gif(b"\x21\xfe" + pieces(NOTE.encode())), "gif"), ("block-of-another-program-in-a-gif", gif(b"\x21\xff\x0bNOTES   1.0" + pieces(NOTE.encode())), "gif")):
    in_word(name, "image-metadata", made, ending)
    in_open_document(name, "image-metadata", made, ending)
    in_page(name, "image-metadata", made, ending)
in_word("rest-of-a-cut-picture", "image-metadata", png(behind=chunk(b"IDAT", zlib.compress(bytes(range(256)) * 8))), "png", words="IDAT")
in_word("plain-png", "", png(chunk(b"gAMA", struct.pack(">I", 45455)), chunk(b"pHYs", struct.pack(">IIB", 3780, 3780, 1)), behind=b"\0\0"), "png")
in_word("film-of-a-gif", "", gif(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", b"\x21\xfe" + pieces(b"Created with GIMP")), "gif")

in_word("words-of-a-drawing", "picture-words", (SVG % f'<text x="10" y="40">{NOTE}</text>').encode(), "svg")
in_word("words-of-a-drawing-in-pieces", "picture-words", (SVG % f'<text x="10" y="40"><tspan>Drawn for Perpetua</tspan> <tspan>Quillfeather</tspan></text>').encode(), "svg")
in_open_document("words-of-a-drawing", "picture-words", (SVG % f'<text x="10" y="40">{NOTE}</text>').encode(), "svg")
in_page("words-of-a-drawing", "picture-words", (SVG % f'<text x="10" y="40">{NOTE}</text>').encode(), "svg+xml")
for name, written in (("as-it-stands", lambda drawing: drawing.replace('"', "'")), ("in-percents", urllib.parse.quote)):
    pages.risk(f"words-of-a-drawing-in-an-address-{name}", "picture-words", f"""<p><img alt="The park in May" src="data:image/svg+xml;utf8,{written(SVG % f'<text x="10" y="40">{NOTE}</text>')}"></p>""")
in_word("hidden-words-of-a-drawing", "image-metadata", (SVG % f'<text x="10" y="40" style="display:none">{NOTE}</text>').encode(), "svg")
in_word("drawing-of-roles", "", (SVG % f'<text x="10" y="40">{HARMLESS}</text>').encode(), "svg")

word.risk("picture-that-no-page-shows", "unused-part", "", rels={"p1": ("image", "media/image1.png")}, parts={"word/media/image1.png": png(chunk(b"tEXt", b"Software\0<a LS1 4AB>"))}, words="image1.png")
in_word("photograph", "", png(dots=hills()), "png")
in_word("chart-without-words", "", png(dots=bars()), "png")
shot = png(dots=screenshot(["MUTTER HEIM THIRTIES", "SHE MET HER TRUE SISTER"]))
for put, kind in ((in_word, "png"), (in_open_document, "png"), (in_page, "png")):
    put("screenshot", "unread-picture", shot, kind, words="its words were not read")
    RISKS[-1]["advised"] = True  # whether its words matter is for a person to see
in_word("logo-with-words", "", png(dots=screenshot(["TRUST"], 120, 50)), "png")
