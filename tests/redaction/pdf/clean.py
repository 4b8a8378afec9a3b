"""Invented reports that look dangerous and hide nothing: none may be blocked or given anything to mend.

No real person, place or case."""
from pdf import Pdf, lines, text
from risks import BASE, STORY, one_page

CLEAN = []


def clean(name, content, resources="", **more):
    CLEAN.append({"name": name, "build": lambda: one_page(content, resources, **more).bytes()})


def built(name):
    def take(build):
        CLEAN.append({"name": name, "build": build})
        return build
    return take


# Words on grounds.
clean("white-on-a-dark-banner", "0 0 .4 rg 0 600 595 80 re f " + text(72, 630, "Learning from Child K", 28, before="1 g"))
clean("white-on-a-banner-drawn-as-a-line", "0 0 .4 RG 40 w 60 640 m 500 640 l S " + text(72, 634, "Learning from Child K", 20, before="1 g"))
clean("white-on-a-rounded-banner", "0 .3 .2 rg 80 600 m 480 600 l 500 600 510 610 510 630 c 510 650 500 660 480 660 c 80 660 l 60 660 60 600 80 600 c f " + text(90, 624, "Learning from Child K", 20, before="1 g"))
clean("white-on-a-disc", ".7 0 0 rg 200 600 m 200 655 290 655 290 600 c 290 545 200 545 200 600 c f " + text(228, 594, "Key", 20, before="1 g"))
clean("rows-of-a-table-shaded", "".join(f"{.85 if i % 2 else .95} g 60 {640 - i * 20} 400 20 re f " + text(70, 646 - i * 20, "Health visiting saw the family " + "again " * (i % 3), 11, before="0 g") for i in range(9)))
clean("white-heads-of-a-table", "0 g 60 640 400 20 re f " + text(70, 646, "Agency", before="1 g") + text(200, 646, "What it knew", before="1 g"))
clean("shade-in-many-steps", "".join(f"{i / 120} {i / 160} .5 rg {60 + i * 4} 600 5 60 re f " for i in range(100)) + text(72, 622, "Learning", 24, before="1 g"))
clean("grey-small-print", text(72, 640, "This report was written for the partnership.", 8, before=".62 g"))
clean("white-on-a-shading", "q 60 600 400 60 re W n /S1 sh Q " + text(72, 622, "Learning from Child K", 20, before="1 g"),
      "/Shading<</S1<</ShadingType 2/ColorSpace/DeviceRGB/Coords[60 0 460 0]/Function<</FunctionType 2/Domain[0 1]/C0[0 0 .4]/C1[0 .4 .4]/N 1>>>>>>")
clean("white-on-a-pattern", "/Pattern cs /P1 scn 60 600 400 60 re f " + text(72, 622, "Learning from Child K", 20, before="1 g"),
      "/Pattern<</P1<</Type/Pattern/PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 600 0]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[.3]/N 1>>>>>>>>")
clean("white-on-a-half-clear-ground", "/G1 gs 0 g 60 600 400 60 re f /G2 gs " + text(72, 622, "Learning from Child K", 20, before="1 g"), "/ExtGState<</G1<</ca .6>>/G2<</ca 1>>>>")

# Marks over words.
clean("shadow-under-a-heading", text(73.5, 638.5, "Learning from Child K", 26, before=".8 g") + text(72, 640, "Learning from Child K", 26))
clean("white-halo-round-a-label", text(72.8, 640, "Health", 14, before="1 g") + text(71.2, 640, "Health", 14, before="1 g") + text(72, 640, "Health", 14))
clean("underlined", text(72, 640, "What the review found") + "0 g 72 637 116 .8 re f\n")
clean("struck-through", text(72, 640, "two years") + "0 G 1 w 70 644 m 124 644 l S\n")
clean("highlighted-by-multiplying", text(72, 640, "What the review found") + "/G1 gs 1 1 0 rg 70 636 124 16 re f\n", "/ExtGState<</G1<</BM/Multiply>>>>")
clean("highlighted-before", "1 1 0 rg 70 636 124 16 re f " + text(72, 640, "What the review found", before="0 g"))
clean("half-clear-panel-over-words", text(72, 640, "What the review found") + "/G1 gs 0 0 1 rg 60 630 200 30 re f\n", "/ExtGState<</G1<</ca .2>>>>")
clean("watermark-over-the-page", "/G1 gs " + f"q .7 .7 -.7 .7 150 300 cm {text(0, 0, 'FINAL', 120)} Q", "/ExtGState<</G1<</ca .1>>>>")
clean("watermark-under-the-page", f"q .7 .7 -.7 .7 150 300 cm {text(0, 0, 'FINAL', 120, before='.93 g')} Q")
clean("frame-round-a-box", text(72, 640, "Key learning") + "0 G 2 w 60 620 300 50 re S 1 0 0 RG 4 w 58 618 304 54 re S\n")
clean("lines-of-a-table-over-its-words", lines(640, ["Agency   What it knew", "Health   a little"]) + "0 G .5 w " + "".join(f"60 {655 - i * 16} m 400 {655 - i * 16} l S " for i in range(4)))
clean("bold-by-painting-twice", text(72, 640, "Key learning") + text(72.3, 640, "Key learning"))
clean("outlined-letters", text(72, 640, "Key learning", 30, before="1 g 0 G", inside="2 Tr"))
clean("only-outlines", text(72, 640, "Key learning", 30, inside="1 Tr"))
clean("letters-filled-with-a-shade", text(72, 640, "Key learning", 30, before="/Pattern cs /P1 scn"),
      "/Pattern<</P1<</Type/Pattern/PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceRGB/Coords[60 0 460 0]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/C0[0 0 .4]/C1[0 .6 .4]/N 1>>>>>>>>")
clean("letters-as-a-clip", "q BT 7 Tr /F4 40 Tf 72 640 Td (Key learning) Tj ET 0 .3 .6 rg 60 620 400 60 re f Q\n")


# Charts and pictures.
clean("chart-with-labels", "".join(f"{.2 * i} .3 .6 rg {90 + i * 60} 500 40 {40 + i * 25} re f " + text(98 + i * 60, 520, str(i * 7), 10, before="1 g") + text(90 + i * 60, 486, "20" + str(10 + i), 10, before="0 g") for i in range(5)))
clean("chart-whose-bars-cover-figures", "".join(text(98 + i * 60, 520, str(i * 7 + 3), 10) + f".1 .3 .6 rg {90 + i * 60} 500 40 {40 + i * 25} re f " for i in range(5)))
clean("chart-of-bars-that-lie", "".join(text(72, 640 - i * 20, each, 10) + f".1 .2 .5 rg 130 {636 - i * 20} {60 + i * 30} 14 re f " for i, each in enumerate(["Health", "School", "Police"])))
clean("legend-with-swatches", "".join(f"{i * .3} 0 .5 rg 72 {640 - i * 18} 9 9 re f " + text(86, 640 - i * 18, each, 10, before="0 g") for i, each in enumerate(["Seen", "Not seen", "Not known"])))
clean("logo-of-many-curves", "q 0 .4 .4 rg " + "".join(f"{400 + i % 5 * 12} {700 + i // 5 * 12} m {405 + i % 5 * 12} {709 + i // 5 * 12} {409 + i % 5 * 12} {700 + i // 5 * 12} {400 + i % 5 * 12} {700 + i // 5 * 12} c f " for i in range(20)) + "Q\n")


@built("picture-beside-words")
def picture_beside():
    pdf = Pdf()
    picture = pdf.image(40, 40)
    pdf.page(BASE + "q 120 0 0 120 400 500 cm /I1 Do Q\n", f"/XObject<</I1 {picture} 0 R>>")
    return pdf.bytes()


@built("white-words-on-a-picture")
def words_on_picture():
    pdf = Pdf()
    picture = pdf.image(40, 40, bytes(1600))
    pdf.page("q 595 0 0 300 0 542 cm /I1 Do Q " + text(72, 640, "Learning from Child K", 26, before="1 g") + lines(500, STORY), f"/XObject<</I1 {picture} 0 R>>")
    return pdf.bytes()


@built("panel-with-words-on-a-picture")
def panel_on_picture():
    pdf = Pdf()
    picture = pdf.image(40, 40)
    pdf.page("q 595 0 0 300 0 542 cm /I1 Do Q 0 g 40 600 300 60 re f " + text(60, 624, "Learning from Child K", 22, before="1 g") + lines(500, STORY), f"/XObject<</I1 {picture} 0 R>>")
    return pdf.bytes()


def scan(before, after, mode=3):
    pdf = Pdf()
    picture = pdf.image(60, 84, bytes([255]) * 5040)
    words = "".join(text(72, 760 - i * 16, each, 11, inside=f"{mode} Tr") for i, each in enumerate(STORY))
    show = "q 595 0 0 842 0 0 cm /I1 Do Q\n"
    pdf.page((words if before else "") + show + (words if after else ""), f"/XObject<</I1 {picture} 0 R>>")
    return pdf.bytes()


CLEAN.append({"name": "recognised-words-over-a-scan", "build": lambda: scan(False, True)})
CLEAN.append({"name": "recognised-words-before-a-scan", "build": lambda: scan(True, False)})
CLEAN.append({"name": "recognised-words-under-a-scan-in-plain-ink", "build": lambda: scan(True, False, 0)})


@built("recognised-words-over-a-scan-in-strips")
def scan_in_strips():
    pdf = Pdf()
    strips = [pdf.image(60, 12, bytes([250]) * 720) for _ in range(7)]
    words = "".join(text(72, 760 - i * 16, each, 11, inside="3 Tr") for i, each in enumerate(STORY))
    pdf.page("".join(f"q 595 0 0 120.3 0 {842 - (i + 1) * 120.3} cm /I{i} Do Q " for i in range(7)) + words, "/XObject<<" + "".join(f"/I{i} {n} 0 R" for i, n in enumerate(strips)) + ">>")
    return pdf.bytes()


@built("letters-as-shapes-with-words-beneath")
def letters_as_shapes():
    shapes = "".join(f"0 g {72 + i * 7} 640 m {74 + i * 7} 649 l {76 + i * 7} 640 l {74 + i * 7} 643 l f " for i in range(24))
    return one_page(text(72, 640, "Letters drawn as shapes", 12, inside="3 Tr") + shapes).bytes()


# Furniture and structure.
@built("slug-beside-every-page")
def slug():
    pdf = Pdf()
    for number in range(4):
        pdf.page(BASE + text(60, 12, f"review-final.indd {number + 1} 12/03/2024 10:0{number}", 6), entries="/CropBox[0 40 595 842]")
    return pdf.bytes()


@built("heading-hidden-on-every-page")
def hidden_heading():
    pdf = Pdf()
    for _ in range(4):
        pdf.page(BASE + text(72, 810, "Safeguarding review", 9, before="1 g"))
    return pdf.bytes()


@built("tagged-with-descriptions")
def tagged():
    pdf = Pdf()
    page = len(pdf.objects) + 4
    figure = pdf.add(f"<</Type/StructElem/S/Figure/P 2 0 R/K 0/Pg {page} 0 R/Alt(Chart of visits by month: most of them fell in May)>>")
    root = pdf.add(f"<</Type/StructTreeRoot/K {figure} 0 R>>")
    pdf.catalog = f"/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R/Lang(en-GB)"
    pdf.page(BASE + "/Figure <</MCID 0>> BDC .2 .4 .6 rg 100 500 200 80 re f EMC\n")
    return pdf.bytes()


clean("ligature-with-its-letters", "/Span <</ActualText(ffi)>> BDC " + text(72, 640, "ffi") + " EMC\n")
clean("soft-hyphen-at-the-end-of-a-line", text(72, 640, "The safe") + "/Span <</ActualText(\\255)>> BDC " + text(120, 640, "-") + " EMC " + text(72, 624, "guarding partnership"))
clean("bullet-with-its-text", "/Span <</ActualText(\\225)>> BDC " + text(72, 640, "l") + " EMC " + text(90, 640, "The review found"))
clean("signature-line", "0 g 72 640 160 .7 re f " + text(72, 626, "Chair of the partnership"))
clean("layer-for-print-only-marks", text(72, 640, "The review found"))


def catalogued(name, entries, objects, trailer="", page="", content=""):
    from risks import catalogued as make
    CLEAN.append({"name": name, "build": lambda: make(entries, objects, trailer, content, page)})


catalogued("board-as-author", "", ["<</Author(Tarnshire Safeguarding Children Partnership)/Title(Learning from Child K)/Creator(Writer)/Producer(LibreOffice 7.4)>>"], "/Info @0")
catalogued("bookmarks-as-headings", "/Outlines @0", ["<</Type/Outlines/First @1/Last @1/Count 1>>", "<</Title(Help came late)/Parent @0>>"])
catalogued("destinations-by-number", "/Names<</Dests<</Names[(section.1)[0/Fit](_Toc123)[0/Fit](page-2)[0/Fit]]>>>>", [])
catalogued("web-link", "", ["<</Type/Annot/Subtype/Link/Rect[70 620 266 651]/Contents(The partnership's page)/A<</S/URI/URI(https://www.tarnshire-scp.example/reviews)>>>>"], page="/Annots[@0]")
