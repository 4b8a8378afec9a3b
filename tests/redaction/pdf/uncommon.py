"""Invented reports that hide words in ways few programs and few people think of, each beside near misses that hide nothing.

No real person, place or case; telephone numbers are from Ofcom's range for drama."""
from cases import LEARNING, clean, page, risk
from jpeg import BARRED, CROPPED, PAINTED, UNCHANGED
from pdf import Pdf, text
from risks import BAR, BASE, NAME, UNDER, catalogued, one_page, with_annotation


# Letters that are drawn by commands of the report's own (Type 3).
def drawn_letters(content, unicode=True, glyph="0 0 500 700 re f", size=12):
    """A page whose font F9 draws each letter by commands; they stand at half an em. `content` says {font} where it names them."""
    def build():
        pdf = Pdf()
        letters = sorted({c for c in NAME + LEARNING + "The fatherisofElmfield."})
        # Each letter is built in a way of its own, as letters are.
        shapes = {c: pdf.stream(f"500 0 0 0 500 700 d1 {glyph and glyph + ' 0 0 40 700 re f' * (i % 5)}") for i, c in enumerate(letters)}
        names = {c: f"g{i}" if not unicode else {" ": "space", ".": "period"}.get(c, c) for i, c in enumerate(letters)}
        codes = " ".join(f"{ord(c)}/{names[c]}" for c in letters)
        table = ""
        if unicode == "table":
            rows = "".join(f"<{ord(c):02x}> <{ord(c):04x}> " for c in letters)
            table = f"/ToUnicode {pdf.stream(f'begincmap 1 begincodespacerange <00> <FF> endcodespacerange {len(letters)} beginbfchar {rows} endbfchar endcmap')} 0 R"
        font = pdf.add(f"<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 32/LastChar 122/Widths[{' '.join(['500'] * 91)}]"
                       f"/Encoding<</Type/Encoding/Differences[{codes}]>>/CharProcs<<{' '.join(f'/{names[c]} {shapes[c]} 0 R' for c in letters)}>>/Resources<<>>{table}>>")
        pdf.objects[2] = pdf.objects[2].replace(b"<<", b"<</F9 %d 0 R" % font, 1)
        pdf.page(BASE + content)
        return pdf.bytes()
    return build


SET = text(72, 640, NAME, font="F9")
for kind in (True, "table"):
    told = "by-a-table" if kind == "table" else "by-their-names"
    risk(f"drawn-letters-told-{told}-under-a-bar", "text-under-shape", drawn_letters(SET + "0 g 70 636 140 15 re f\n", kind))
    risk(f"drawn-letters-told-{told}-in-white", "text-same-colour", drawn_letters(text(72, 640, NAME, font="F9", before="1 g"), kind))
    risk(f"drawn-letters-told-{told}-in-no-ink", "invisible-text", drawn_letters(text(72, 640, NAME, font="F9", inside="3 Tr"), kind))
risk("drawn-letters-that-nothing-tells-under-a-bar", "text-under-shape", drawn_letters(SET + "0 g 70 636 140 15 re f\n", False), "")
risk("drawn-letters-that-draw-nothing", "invisible-text", drawn_letters(SET, True, ""))
clean("drawn-letters", drawn_letters(text(72, 640, LEARNING, font="F9")))
clean("drawn-letters-with-a-table", drawn_letters(text(72, 640, LEARNING, font="F9"), "table"))
clean("drawn-letters-in-white-on-a-banner", drawn_letters("0 0 .4 rg 60 630 300 30 re f " + text(72, 640, LEARNING, font="F9", before="1 g")))

# Ways of painting letters.
risk("outlines-in-white", "text-same-colour", page(text(72, 640, NAME, before="1 G", inside="1 Tr")))
risk("filled-and-outlined-in-white", "text-same-colour", page(text(72, 640, NAME, before="1 g 1 G", inside="2 Tr")))
risk("clipping-outlines-in-white", "text-same-colour", page(text(72, 640, NAME, before="1 G", inside="5 Tr")))
risk("clipping-letters-in-white", "text-same-colour", page(text(72, 640, NAME, before="1 g 1 G", inside="6 Tr")))
risk("outlines-that-swallow-the-letters", "text-same-colour", page(text(72, 640, NAME, before="0 g 1 G 6 w", inside="2 Tr")))
risk("outlines-under-a-bar", "text-under-shape", page(text(72, 640, "The father is " + NAME, inside="1 Tr") + "0 g " + BAR))
risk("letters-painted-over-in-white", "text-same-colour", page(text(72, 640, NAME) + text(72, 640, NAME, before="1 g 1 G 4 w", inside="2 Tr")))
risk("outlines-of-no-opacity", "invisible-text", page(text(72, 640, NAME, before="/G1 gs", inside="1 Tr"), "/ExtGState<</G1<</CA 0>>>>"))
clean("white-letters-with-black-outlines", page(text(72, 640, LEARNING, 30, before="1 g 0 G .7 w", inside="2 Tr")))
clean("letters-of-clear-fill-with-outlines", page(text(72, 640, LEARNING, 30, before="/G1 gs 0 G", inside="2 Tr"), "/ExtGState<</G1<</ca 0>>>>"))
clean("halo-of-wide-outlines-and-letters-on-it", page(text(72, 640, LEARNING, 20, before="1 G 5 w", inside="1 Tr") + text(72, 640, LEARNING, 20)))
clean("thin-white-edge-round-black-letters", page(text(72, 640, LEARNING, 30, before="0 g 1 G .4 w", inside="2 Tr")))
risk("letters-raised-off-the-page", "off-page-text", page(text(72, 640, NAME, inside="900 Ts")))
risk("letters-heaped-on-one-another", "tiny-text", page(text(72, 640, NAME, inside="-7 Tc")), "Perpet")


# Words in the cells of a pattern.
def pattern_of_words(fill, words=NAME, colour="0 g", before=""):
    def build():
        pdf = Pdf()
        cell = pdf.stream(f"{colour} BT /F1 6 Tf 2 4 Td ({words}) Tj ET", "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 120 12]/XStep 120/YStep 12/Resources<</Font 3 0 R>>")
        pdf.page(BASE + before + "/Pattern cs /P1 scn " + fill, f"/Pattern<</P1 {cell} 0 R>>")
        return pdf.bytes()
    return build


risk("words-in-a-pattern", "invisible-text", pattern_of_words("60 400 400 100 re f"))
risk("words-in-a-pattern-of-a-dot", "invisible-text", pattern_of_words("60 400 1 1 re f"))
risk("white-words-in-a-pattern", "invisible-text", pattern_of_words("60 400 400 100 re f", colour="1 g"))
risk("words-in-a-pattern-of-letters", "invisible-text", pattern_of_words(text(72, 500, "m", 80)))
clean("pattern-of-a-plain-word", pattern_of_words("60 400 400 100 re f", "DRAFT", ".9 g"))
clean("pattern-of-words-that-the-page-says", pattern_of_words("60 400 400 100 re f", "The panel met the family"))


# Pictures that stand for others, pages that stand for others.
def alternates(other, dots=200):
    def build():
        pdf = Pdf()
        instead = pdf.image(dots, dots, bytes((x * x // 9 + y * 7) % 240 for y in range(dots) for x in range(dots)))
        shown = pdf.image(64, 64, bytes([128]) * 4096, f"/Alternates[<</Image {instead} 0 R{other}>>]")
        pdf.page(BASE + "q 200 0 0 200 100 300 cm /I1 Do Q\n", f"/XObject<</I1 {shown} 0 R>>")
        return pdf.bytes()
    return build


risk("picture-with-another-for-print", "orphaned-object", alternates("/DefaultForPrinting true"), "")
risk("picture-with-another", "orphaned-object", alternates(""), "")
WORDS = (f"BT /F1 12 Tf 72 700 Td (The father is {NAME}.) Tj ET",)
risk("template-page", "orphaned-object", lambda: catalogued("/Names<</Templates<</Names[(second)@0]>>>>", ["<</Type/Template/MediaBox[0 0 595 842]/Contents @1>>", WORDS]))
risk("template-page-beside-the-pages", "orphaned-object", lambda: catalogued("/Names<</Pages<</Names[(second)@0]>>>>", ["<</Type/Page/MediaBox[0 0 595 842]/Contents[@1]>>", WORDS]))
risk("template-page-with-letters-in-codes", "orphaned-object", lambda: catalogued("/Names<</Templates<</Kids[@2]>>>>", ["<</Type/Template/MediaBox[0 0 595 842]/Resources<</Font 3 0 R>>/Contents @1>>", ("BT /F1 12 Tf 72 700 Td <" + NAME.encode().hex() + "> Tj ET",), "<</Names[(a)@0]>>"]))


# Forms in forms.
def forms(inner, outer, page_content="/X1 Do\n", inner_entries="", outer_entries="/BBox[0 0 595 842]", catalog="", layers=(), resources=""):
    def build():
        pdf = Pdf()
        ids = [pdf.add(f"<</Type/OCG/Name({each})>>") for each in layers]
        def filled(entry):
            for at, number in enumerate(ids):
                entry = entry.replace(f"@{at}", f"{number} 0 R")
            return entry
        inside = pdf.stream(inner, "/Type/XObject/Subtype/Form/Resources<</Font 3 0 R>>" + filled(inner_entries or "/BBox[0 0 595 842]"))
        outside = pdf.stream(outer, f"/Type/XObject/Subtype/Form/Resources<</XObject<</X2 {inside} 0 R>>/Font 3 0 R>>" + filled(outer_entries))
        pdf.catalog = filled(catalog)
        pdf.page(BASE + page_content, f"/XObject<</X1 {outside} 0 R>>" + filled(resources))
        return pdf.bytes()
    return build


LINE = text(72, 640, NAME)
risk("clipped-by-the-form-around-its-form", "clipped-text", forms(LINE, "/X2 Do", outer_entries="/BBox[0 0 595 600]"))
risk("clipped-two-forms-up", "clipped-text", forms(LINE, "/X2 Do", "q 300 300 200 200 re W n /X1 Do Q\n"))
risk("carried-off-by-the-matrix-of-a-form", "off-page-text", forms(LINE, "/X2 Do", inner_entries="/BBox[0 0 595 842]/Matrix[1 0 0 1 0 900]"))
risk("shrunk-by-two-forms", "tiny-text", forms(LINE, "q .3 0 0 .3 72 600 cm /X2 Do Q", outer_entries="/BBox[0 0 595 842]/Matrix[.3 0 0 .3 50 500]"))
risk("white-set-before-the-form", "text-same-colour", forms("BT /F1 12 Tf 72 640 Td (" + NAME + ") Tj ET", "/X2 Do", "q 1 g /X1 Do Q\n"))
risk("bar-in-the-form-around", "text-under-shape", forms("0 g " + BAR, UNDER + "/X2 Do"))
OFF = "/OCProperties<</OCGs[@0 @1]/D<</OFF[@0]>>>>"
risk("form-of-a-condition-that-fails", "hidden-layer", forms(LINE, "/X2 Do", inner_entries="/BBox[0 0 595 842]/OC<</Type/OCMD/OCGs[@0 @1]/P/AllOn>>", catalog=OFF, layers=("A", "B")))
risk("form-of-an-expression-that-fails", "hidden-layer", forms(LINE, "/X2 Do", outer_entries="/BBox[0 0 595 842]/OC<</Type/OCMD/VE[/And[/Not @1][/Or @0 @1]]>>", catalog=OFF, layers=("A", "B")))
risk("layers-off-from-the-start", "hidden-layer", forms(LINE, "/X2 Do", inner_entries="/BBox[0 0 595 842]/OC @0", catalog="/OCProperties<</OCGs[@0]/D<</BaseState/OFF>>>>", layers=("A",)))
risk("layer-around-the-call-of-a-form", "hidden-layer", forms(LINE, "/X2 Do", "/OC /L1 BDC /X1 Do EMC\n", catalog="/OCProperties<</OCGs[@0]/D<</OFF[@0]>>>>", layers=("A",), resources="/Properties<</L1 @0>>"))
clean("form-of-a-condition-that-holds", forms(text(72, 640, LEARNING), "/X2 Do", inner_entries="/BBox[0 0 595 842]/OC<</Type/OCMD/VE[/Or[/Not @0] @1]>>", catalog=OFF.replace("/OFF[@0]", "/Order[]/OFF[]").replace("@0 @1", ""), layers=("A", "B")))
clean("form-within-its-clip", forms(text(72, 640, LEARNING), "/X2 Do", "q 50 600 400 100 re W n /X1 Do Q\n"))


def soft(kind, inside):
    def build():
        pdf = Pdf()
        group = pdf.stream(inside, "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>")
        pdf.page(BASE + text(72, 640, NAME if "near" not in kind else LEARNING, before="/G1 gs"), f"/ExtGState<</G1<</SMask<</S/{kind.split()[0]}/G {group} 0 R>>>>>>")
        return pdf.bytes()
    return build


risk("mask-of-opacity-that-paints-nothing", "invisible-text", soft("Alpha", "0 g 300 300 20 20 re f"))
risk("mask-of-light-that-paints-elsewhere", "invisible-text", soft("Luminosity", "1 g 300 300 20 20 re f"))
clean("mask-of-opacity-that-paints-there", soft("Alpha near", "0 g 0 0 595 842 re f"))
clean("mask-of-light-that-paints-there", soft("Luminosity near", "1 g 60 600 400 80 re f"))
risk("black-words-that-differ-on-black", "text-same-colour", page("0 g 60 630 300 30 re f /G1 gs " + text(72, 640, NAME), "/ExtGState<</G1<</BM/Difference>>>>"))
clean("white-words-that-differ-on-black", page("0 g 60 630 300 30 re f /G1 gs " + text(72, 640, LEARNING, before="1 g"), "/ExtGState<</G1<</BM/Difference>>>>"))

# Pages that are turned and cut.
for turn in (90, 180, 270):
    risk(f"cut-off-a-page-turned-by-{turn}", "off-page-text", page(text(72, 20, NAME), entries=f"/CropBox[0 100 595 842]/Rotate {turn}"))
    clean(f"kept-on-a-page-turned-by-{turn}", page(text(72, 120, LEARNING), entries=f"/CropBox[0 100 595 842]/Rotate {turn}"))
risk("cut-off-by-a-box-of-the-pages", "off-page-text", lambda: one_page(text(72, 20, NAME)).bytes().replace(b"/Kids[", b"/CropBox[0 100 595 842]/Kids["))


# Annotations that cover without a look of their own, or with one.
def note(entries, content=UNDER, look=None):
    def build():
        pdf = Pdf()
        drawn = "" if look is None else f"/AP<</N {pdf.stream(look, '/Type/XObject/Subtype/Form/BBox[0 0 122 15]')} 0 R>>"
        made = pdf.add(f"<</Type/Annot/F 4/Rect[144 636 266 651]{entries}{drawn}>>")
        pdf.page(BASE + content, entries=f"/Annots[{made} 0 R]")
        return pdf.bytes()
    return build


FULL = "0 g 0 0 122 15 re f"
risk("square-without-a-look", "text-under-annotation", note("/Subtype/Square/IC[0 0 0]/C[0 0 0]"))
risk("polygon-without-a-look", "text-under-annotation", note("/Subtype/Polygon/IC[0 0 0]/Vertices[144 636 266 636 266 651 144 651]"))
risk("thick-line-without-a-look", "text-under-annotation", note("/Subtype/Line/L[144 643 266 643]/C[0 0 0]/BS<</W 16>>"))
risk("ink-without-a-look", "text-under-annotation", note("/Subtype/Ink/InkList[[144 643 266 643]]/C[0 0 0]/BS<</W 16>>"))
risk("highlight-that-is-black", "text-under-annotation", note("/Subtype/Highlight/QuadPoints[144 651 266 651 144 636 266 636]", look=FULL))
risk("button-over-a-name", "text-under-annotation", note("/Subtype/Widget/FT/Btn/T(b)", look=FULL))
risk("link-with-a-look-over-a-name", "text-under-shape", note("/Subtype/Link", look=FULL))
risk("watermark-over-a-name", "text-under-annotation", note("/Subtype/Watermark", look=FULL))
risk("redaction-with-an-overlay", "unapplied-redaction", lambda: with_annotation("<</Type/Annot/Subtype/Redact/Rect[70 620 266 651]/IC[0 0 0]/RO<</Type/XObject>>/OverlayText(Withheld)/Repeat true>>"), "")
risk("reply-that-nobody-sees", "annotation-comment", lambda: catalogued("", ["<</Type/Annot/Subtype/Text/Rect[500 700 520 720]/Contents(Done)/T(HQ)>>", f"<</Type/Annot/Subtype/Text/Rect[0 0 0 0]/IRT @0/StateModel(Review)/State(Accepted)/Contents({NAME} rang)/T(Helen Quarles)>>"], page="/Annots[@0 @1]"))
risk("words-of-a-button-under-the-pointer", "form-value", lambda: catalogued("/AcroForm<</Fields[@0]>>", [f"<</Type/Annot/Subtype/Widget/Rect[70 620 266 651]/FT/Btn/Ff 65536/T(go)/MK<</CA(Go on)/RC({NAME})/AC(Ring 01632 960123)>>>>"], page="/Annots[@0]"))
clean("highlight-of-yellow", note("/Subtype/Link", text(72, 640, "See what the review found"), look="0 0 1 RG 0 0 m 122 0 l S"))
risk("form-package-with-a-hidden-field", "form-value", lambda: catalogued("/AcroForm<</Fields[]/XFA[(template)@0(datasets)@1]>>", [(f'<template><subform><draw presence="hidden"><value><text>Named: {NAME}</text></value></draw></subform></template>',), ("<xfa:datasets><xfa:data/></xfa:datasets>",)]))
risk("form-package-with-words-in-attributes", "form-value", lambda: catalogued("/AcroForm<</Fields[]/XFA @0>>", [(f'<xdp><template><field name="child" toolTip="{NAME}"/></template></xdp>',)]))

# Words that no reader paints at all.
risk("point-with-words", "orphaned-object", page(f"/Note <</Words(The father is {NAME})>> DP\n"))
risk("stretch-with-words", "orphaned-object", page(f"/Note <</Words(The father is {NAME})>> BDC EMC\n"))
risk("stretch-with-words-by-name", "orphaned-object", page("/Note /N1 BDC EMC\n", f"/Properties<</N1<</Words(The father is {NAME})>>>>"))
risk("object-that-no-table-lists", "orphaned-object", lambda: unlisted(f"99 0 obj\n<</Note(The father is {NAME})>>\nendobj\n"))
risk("remark-between-objects", "orphaned-object", lambda: unlisted(f"% The father is {NAME} of Elmfield\n"))
risk("page-that-no-table-lists", "orphaned-object", lambda: unlisted(f"99 0 obj\n<</Length 70>>stream\nBT /F1 12 Tf 72 700 Td (The father is {NAME}.) Tj ET\nendstream\nendobj\n"))
clean("remark-of-a-program-between-objects", lambda: unlisted("% Made with care\n"))


def unlisted(more):
    """The file with `more` before its table, which says nothing of it."""
    made = one_page("").bytes()
    at = made.rindex(b"xref\n0 ")
    return made[:at] + more.encode() + made[at:].replace(b"startxref\n%d" % at, b"startxref\n%d" % (at + len(more)))


# Pictures over pictures.
def two_pictures(second, entries=""):
    def build():
        pdf = Pdf()
        face, over = pdf.image(64, 64), pdf.image(64, 64, bytes([90]) * 4096)
        pdf.page(BASE + "q 300 0 0 300 50 300 cm /I1 Do Q\n" + second, f"/XObject<</I1 {face} 0 R/I2 {over} 0 R>>", entries)
        return pdf.bytes()
    return build


risk("picture-cut-off-by-the-page", "cropped-picture", two_pictures("", "/CropBox[0 400 595 842]"), "")
clean("pictures-side-by-side", two_pictures("q 100 0 0 100 400 450 cm /I2 Do Q\n"))


# Photographs whose small picture shows what they no longer do.
def photo(made, width, height):
    def build():
        pdf = Pdf()
        picture = pdf.stream(made, f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode")
        pdf.page(BASE + f"q {width / 2} 0 0 {height / 2} 200 300 cm /I1 Do Q\n", f"/XObject<</I1 {picture} 0 R>>")
        return pdf.bytes()
    return build


risk("small-picture-of-a-cropped-one", "image-metadata", photo(CROPPED, 160, 288), "cut off")
risk("small-picture-of-a-painted-one", "image-metadata", photo(PAINTED, 384, 288), "painted over")
clean("small-picture-of-the-same-picture", photo(UNCHANGED, 384, 288))
clean("small-picture-with-bars-of-a-wide-one", photo(BARRED, 384, 256))
