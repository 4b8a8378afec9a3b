"""Writes small PDF files by hand, so that a fixture can break exactly what it means to break."""
import zlib

FONTS = {"F1": "Helvetica", "F2": "Times-Roman", "F3": "Courier", "F4": "Helvetica-Bold"}


def escape(words):
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def text(x, y, words, size=12, font="F1", before="", inside=""):
    """One line of text; `before` stands before BT, `inside` after it."""
    return f"q {before} BT {inside} /{font} {size} Tf {x} {y} Td ({escape(words)}) Tj ET Q\n"


def lines(first, words, size=11, step=16, x=72):
    return "".join(text(x, first - i * step, each, size) for i, each in enumerate(words))


class Pdf:
    """Objects by number; 1 is the catalog, 2 the pages, 3 the fonts."""

    def __init__(self):
        self.objects = [b"", b"", b""]
        self.pages, self.catalog, self.trailer, self.version = [], "", "", "1.7"
        fonts = " ".join(f"/{key} {self.add(f'<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>')} 0 R"
                         for key, name in FONTS.items())
        self.objects[2] = f"<<{fonts}>>".encode()

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def stream(self, data, entries="", pack=False):
        data = data.encode("latin-1") if isinstance(data, str) else data
        if pack:
            data, entries = zlib.compress(data), entries + "/Filter/FlateDecode"
        return self.add(b"<<%s/Length %d>>stream\n" % (entries.encode("latin-1"), len(data)) + data + b"\nendstream")

    def image(self, width, height, dots=None, entries=""):
        dots = dots if dots is not None else bytes((x * 7 + y * 13) % 251 for y in range(height) for x in range(width))
        return self.stream(dots, f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceGray{entries}", True)

    def page(self, content, resources="", entries="", box="0 0 595 842"):
        content = self.stream(content, pack=True)
        number = self.add(f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents {content} 0 R/Resources<</Font 3 0 R{resources}>>{entries}>>")
        self.pages.append(number)
        return number

    def bytes(self):
        self.objects[0] = f"<</Type/Catalog/Pages 2 0 R{self.catalog}>>".encode("latin-1")
        kids = " ".join(f"{page} 0 R" for page in self.pages)
        self.objects[1] = f"<</Type/Pages/Kids[{kids}]/Count {len(self.pages)}>>".encode()
        out, places = f"%PDF-{self.version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"), []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
        return out + f"trailer\n<</Size {len(places) + 1}/Root 1 0 R{self.trailer}>>\nstartxref\n{table}\n%%EOF\n".encode("latin-1")


def update(old, objects):
    """The file with objects {number: body} written anew at its end, as an editor saves."""
    previous = old.rindex(b"startxref\n") + 10
    before = int(old[previous:].split()[0])
    size = int(old[old.rindex(b"/Size") + 5:].split(b"/")[0])
    out, places = old, {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + (body if isinstance(body, bytes) else body.encode("latin-1")) + b"\nendobj\n"
    table = len(out)
    out += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in sorted(places.items()))
    return out + f"trailer\n<</Size {max(size, max(places) + 1)}/Root 1 0 R/Prev {before}>>\nstartxref\n{table}\n%%EOF\n".encode()
