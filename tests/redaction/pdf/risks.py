"""Invented reports that hide something, each with the rules that must find it and words of the evidence.

No real person, place or case; telephone numbers are from Ofcom's range for drama."""
from pdf import Pdf, escape, lines, text, update

NAME = "Perpetua Quillfeather"
STORY = ["The mother called the health visitor twice in May.", "Nobody asked the child how things were at home.",
         "The panel met the family and listened to what they said.", "Help came late, and each agency knew only a part."]
BASE = lines(760, STORY)
CASES = []


def case(name, rule, words="", **more):
    """Decorates a function that returns the file's bytes."""
    def take(build):
        CASES.append({"name": name, "rule": rule, "words": words, "build": build, **more})
        return build
    return take


def one_page(content, resources="", entries="", **more):
    pdf = Pdf()
    pdf.page(BASE + content, resources, entries, **more)
    return pdf


def drawn(name, rule, words, content, resources="", **more):
    CASES.append({"name": name, "rule": rule, "words": words, "build": lambda: one_page(content, resources, **more).bytes()})


UNDER = text(72, 640, "The father is " + NAME + " of Elmfield.")
BAR = "144 636 122 15 re f\n"

# Words under shapes.
drawn("bar-black", "text-under-shape", NAME, UNDER + "0 g " + BAR)
drawn("bar-white", "text-under-shape", NAME, UNDER + "1 g " + BAR)
drawn("bar-red-of-three-parts", "text-under-shape", NAME, UNDER + "1 0 0 rg 144 636 45 15 re f 188 636 40 15 re f 227 636 40 15 re f\n")
drawn("bar-rounded", "text-under-shape", NAME, UNDER + "0 g 148 636 m 262 636 l 266 636 266 640 266 643 c 266 651 264 651 262 651 c 148 651 l 144 651 144 648 144 643 c 144 637 146 636 148 636 c f\n")
drawn("bar-thin-over-tall-letters", "text-under-shape", NAME, text(72, 640, "Father: " + NAME, 14) + "0 g 120 638 155 11 re f\n")
drawn("bar-as-a-thick-line", "text-under-shape", NAME, UNDER + "0 G 15 w 144 644 m 266 644 l S\n")
drawn("bar-hatched", "text-under-shape", NAME, UNDER + "1 0 0 RG 1.6 w " + "".join(f"{140 + i * 2} 634 m {146 + i * 2} 652 l S " for i in range(64)) + "\n")
drawn("bar-of-a-pattern", "text-under-shape", NAME, UNDER + "/Pattern cs /P1 scn " + BAR,
      "/Pattern<</P1<</Type/Pattern/PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 600 0]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[.3]/N 1>>>>>>>>")
drawn("bar-nearly-opaque", "text-under-shape", NAME, "/G1 gs " + UNDER + "0 g " + BAR, "/ExtGState<</G1<</ca .97>>>>")
drawn("highlight-black-multiplied", "text-under-shape", NAME, UNDER + "/G1 gs 0 g " + BAR, "/ExtGState<</G1<</BM/Multiply>>>>")
drawn("block-over-a-paragraph", "text-under-shape", "Elmfield", lines(640, ["The family lives at Elmfield, behind the chapel,", "and moved there from Larkrise in the spring."]) + "0 g 68 612 330 44 re f\n")
drawn("bar-on-a-turned-line", "text-under-shape", NAME, f"q 0 1 -1 0 300 300 cm {text(0, 0, NAME)} Q 0 g 285 296 20 130 re f\n")


@case("bar-in-a-form", "text-under-shape", NAME)
def bar_in_a_form():
    pdf = Pdf()
    form = pdf.stream("0 g " + BAR, "/Type/XObject/Subtype/Form/BBox[0 0 595 842]")
    pdf.page(BASE + UNDER + "/X1 Do\n", f"/XObject<</X1 {form} 0 R>>")
    return pdf.bytes()


@case("bar-over-a-scan", "text-under-shape", NAME)
def bar_over_a_scan():
    pdf = Pdf()
    scan = pdf.image(60, 84)
    pdf.page("q 595 0 0 842 0 0 cm /I1 Do Q\n" + text(72, 700, "Father: " + NAME, inside="3 Tr") + "0 g 110 696 130 16 re f\n", f"/XObject<</I1 {scan} 0 R>>")
    return pdf.bytes()


# Words under pictures and annotations.
def picture_over(width, height, place, content=UNDER, entries=""):
    def build():
        pdf = Pdf()
        picture = pdf.image(width, height, entries=entries)
        pdf.page(BASE + content + f"q {place} cm /I1 Do Q\n", f"/XObject<</I1 {picture} 0 R>>")
        return pdf.bytes()
    return build


case("picture-over-a-name", "text-under-image", NAME)(picture_over(40, 10, "124 0 0 18 143 634"))
case("dot-stretched-over-a-name", "text-under-image", NAME)(picture_over(1, 1, "124 0 0 18 143 634"))
case("picture-over-lines", "text-under-image", "Elmfield")(picture_over(50, 20, "300 0 0 60 70 600", UNDER + text(72, 620, "and Elmfield School")))


def annotation(subtype, entries="", content=UNDER, rect="144 636 266 651"):
    def build():
        pdf = Pdf()
        look = pdf.stream("0 g 0 0 122 15 re f", "/Type/XObject/Subtype/Form/BBox[0 0 122 15]")
        note = pdf.add(f"<</Type/Annot/Subtype/{subtype}/Rect[{rect}]/F 4/AP<</N {look} 0 R>>{entries}>>")
        pdf.page(BASE + content, entries=f"/Annots[{note} 0 R]")
        return pdf.bytes()
    return build


case("square-over-a-name", "text-under-annotation", NAME)(annotation("Square"))
case("stamp-over-a-name", "text-under-annotation", NAME)(annotation("Stamp"))
case("free-text-over-a-name", "text-under-annotation", NAME)(annotation("FreeText"))

# Words that cannot be seen.
drawn("white-on-white", "text-same-colour", NAME, text(72, 640, NAME, before="1 g"))
drawn("nearly-white-on-white", "text-same-colour", NAME, text(72, 640, NAME, before=".97 .98 .98 rg"))
drawn("blue-on-blue", "text-same-colour", NAME, "0 0 .5 rg 60 630 300 30 re f " + text(72, 640, NAME, before="0 0 .5 rg"))
drawn("invisible-mode", "invisible-text", NAME, text(72, 640, NAME, inside="3 Tr"))
drawn("opacity-nought", "invisible-text", NAME, text(72, 640, NAME, before="/G1 gs"), "/ExtGState<</G1<</ca 0>>>>")
drawn("clip-mode-and-nothing-painted", "invisible-text", NAME, text(72, 640, NAME, inside="7 Tr"))
drawn("clipped-away", "clipped-text", NAME, "q 300 300 9 9 re W n " + text(72, 640, NAME) + "Q\n")
drawn("clipped-below", "clipped-text", NAME, "q 60 700 400 100 re W n " + text(72, 640, NAME) + "Q\n")
drawn("clipped-by-a-form", "clipped-text", NAME, "q 0 0 50 50 re W* n " + text(72, 640, NAME) + "Q\n")
drawn("beside-the-page", "off-page-text", NAME, text(640, 640, NAME))
drawn("above-the-page", "off-page-text", NAME, text(72, 900, NAME))
drawn("outside-the-crop-box", "off-page-text", NAME, text(72, 20, NAME), entries="/CropBox[0 100 595 842]")
drawn("half-a-point", "tiny-text", NAME, text(72, 640, NAME, .5))
drawn("one-point", "tiny-text", NAME, text(72, 640, NAME, 1))
drawn("scaled-to-nothing", "tiny-text", NAME, f"q .05 0 0 .05 72 640 cm {text(0, 0, NAME)} Q\n")


def masked(grey):
    def build():
        pdf = Pdf()
        group = pdf.stream(f"{grey} g 0 0 595 842 re f", "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>")
        pdf.page(BASE + text(72, 640, NAME, before="/G1 gs"), f"/ExtGState<</G1<</SMask<</S/Luminosity/G {group} 0 R>>>>>>")
        return pdf.bytes()
    return build


case("behind-a-black-mask", "invisible-text", NAME)(masked("0"))


def layered(content, off, resources=""):
    def build():
        pdf = Pdf()
        layer = pdf.add("<</Type/OCG/Name(Notes)>>")
        pdf.catalog = f"/OCProperties<</OCGs[{layer} 0 R]/D<</Order[{layer} 0 R]{f'/OFF[{layer} 0 R]' if off else ''}>>>>"
        pdf.page(BASE + f"/OC /L1 BDC {content} EMC\n", f"/Properties<</L1 {layer} 0 R>>" + resources)
        return pdf.bytes()
    return build


case("layer-switched-off", "hidden-layer", NAME)(layered(text(72, 640, NAME), True))
case("layer-switched-off-with-a-number", "hidden-layer", "01632")(layered(text(72, 640, "Ring 01632 960123 about the aunt"), True))
case("layer-that-can-be-switched", "switchable-layer")(layered(text(72, 640, "Draft for the panel"), False))


@case("form-in-a-layer-switched-off", "hidden-layer", NAME)
def form_in_a_layer():
    pdf = Pdf()
    layer = pdf.add("<</Type/OCG/Name(Notes)>>")
    form = pdf.stream(text(72, 640, NAME), f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC {layer} 0 R/Resources<</Font 3 0 R>>")
    pdf.catalog = f"/OCProperties<</OCGs[{layer} 0 R]/D<</OFF[{layer} 0 R]>>>>"
    pdf.page(BASE + "/X1 Do\n", f"/XObject<</X1 {form} 0 R>>")
    return pdf.bytes()


# What is read aloud instead of the page.
drawn("actual-text-in-the-page", "replacement-text", NAME, f"/Span <</ActualText({NAME})>> BDC {text(72, 640, 'Child K')} EMC\n")


def tagged(entries, tag="Span"):
    def build():
        pdf = Pdf()
        element = pdf.add(f"<</Type/StructElem/S/{tag}/P 2 0 R/K 0/Pg PAGE 0 R{entries}>>")
        root = pdf.add(f"<</Type/StructTreeRoot/K {element} 0 R>>")
        pdf.catalog = f"/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R"
        page = pdf.page(BASE + f"/{tag} <</MCID 0>> BDC {text(72, 640, 'Child K')} EMC\n")
        pdf.objects[element - 1] = pdf.objects[element - 1].replace(b"PAGE", str(page).encode())
        return pdf.bytes()
    return build


case("actual-text-in-the-structure", "replacement-text", NAME)(tagged(f"/ActualText({NAME})"))
case("expansion-in-the-structure", "replacement-text", NAME)(tagged(f"/E({NAME})"))
case("alternative-text-with-a-name", "alternative-text", NAME)(tagged(f"/Alt(Photo of {NAME} at home)", "Figure"))
case("alternative-text-with-a-number", "alternative-text", "960123")(tagged("/Alt(Screenshot of a message from 01632 960123)", "Figure"))
case("description-of-a-link-with-a-number", "alternative-text", "960123")(annotation("Link", "/Contents(Ring the aunt on 01632 960123)"))

# Pictures.
case("picture-cropped-by-a-frame", "cropped-picture")(lambda: picture_in("q 100 500 100 100 re W n 300 0 0 300 50 400 cm /I1 Do Q\n"))
case("picture-beside-the-page", "cropped-picture")(lambda: picture_in("q 300 0 0 300 480 400 cm /I1 Do Q\n"))
case("picture-cut-off-altogether", "cropped-picture")(lambda: picture_in("q 300 0 0 300 700 400 cm /I1 Do Q\n"))
case("face-under-a-square", "picture-under-shape")(lambda: picture_in("q 300 0 0 300 50 300 cm /I1 Do Q 0 g 150 420 60 60 re f\n"))
case("face-under-a-disc", "picture-under-shape")(lambda: picture_in("q 300 0 0 300 50 300 cm /I1 Do Q 0 g 150 450 m 150 480 200 480 200 450 c 200 420 150 420 150 450 c f\n"))
case("line-over-a-scan", "picture-under-shape")(lambda: picture_in("q 595 0 0 842 0 0 cm /I1 Do Q 0 G 14 w 100 500 m 260 500 l S\n"))


def picture_in(content):
    pdf = Pdf()
    picture = pdf.image(64, 64)
    pdf.page(BASE + content, f"/XObject<</I1 {picture} 0 R>>")
    return pdf.bytes()


# What the objects hold.
case("redaction-not-applied", "unapplied-redaction")(annotation("Redact", "/OverlayText(Redacted)"))
case("redaction-not-applied-without-a-look", "unapplied-redaction")(lambda: with_annotation("<</Type/Annot/Subtype/Redact/Rect[144 636 266 651]/QuadPoints[144 651 266 651 144 636 266 636]>>"))
case("redactions-on-two-lines", "unapplied-redaction")(lambda: with_annotation("<</Type/Annot/Subtype/Redact/Rect[70 620 266 651]/T(H Quarles)>>"))


def with_annotation(note, **more):
    pdf = Pdf()
    note = pdf.add(note)
    pdf.page(BASE + UNDER.replace(NAME, "named below"), entries=f"/Annots[{note} 0 R]", **more)
    return pdf.bytes()


case("note-with-a-name", "annotation-comment", NAME)(lambda: with_annotation(f"<</Type/Annot/Subtype/Text/Rect[500 700 520 720]/Contents(Ask {NAME} about the aunt)/T(Helen Quarles)>>"))
case("highlight-with-a-comment", "annotation-comment", "agreed")(lambda: with_annotation("<</Type/Annot/Subtype/Highlight/Rect[70 620 266 651]/QuadPoints[70 651 266 651 70 620 266 620]/Contents(is this agreed with the family?)/T(HQ)>>"))
case("rich-comment-behind-a-plain-one", "annotation-comment", "panel")(lambda: with_annotation("<</Type/Annot/Subtype/Highlight/Rect[70 620 266 651]/QuadPoints[70 651 266 651 70 620 266 620]/Contents(see note)/RC(<body><p>the <b>panel</b> did not see this</p></body>)>>"))
case("rich-comment", "annotation-comment", "panel")(lambda: with_annotation("<</Type/Annot/Subtype/FreeText/Rect[70 620 266 651]/RC(<body><p>the panel did not see this</p></body>)/DA(/F1 9 Tf)>>"))
case("highlight-without-a-comment", "markup")(lambda: with_annotation("<</Type/Annot/Subtype/Highlight/Rect[70 620 266 651]/QuadPoints[70 651 266 651 70 620 266 620]>>"))
case("struck-out", "markup")(lambda: with_annotation("<</Type/Annot/Subtype/StrikeOut/Rect[70 620 266 651]/QuadPoints[70 651 266 651 70 620 266 620]/T(HQ)>>"))
case("pencil", "markup")(lambda: with_annotation("<</Type/Annot/Subtype/Ink/Rect[70 620 266 651]/InkList[[80 630 90 640 100 630]]>>"))
for flag, what in ((2, "hidden"), (32, "not-shown"), (1, "invisible")):
    case(f"note-{what}", "hidden-annotation", NAME)(lambda flag=flag: with_annotation(f"<</Type/Annot/Subtype/Text/F {flag}/Rect[500 700 520 720]/Contents({NAME} must not be named)>>"))


def attached(as_annotation, name="chronology.csv", data="date,event\n2019-05-04,called 01632 960123\n"):
    pdf = Pdf()
    file = pdf.stream(data, "/Type/EmbeddedFile")
    spec = pdf.add(f"<</Type/Filespec/F({name})/UF({name})/EF<</F {file} 0 R>>>>")
    if as_annotation:
        note = pdf.add(f"<</Type/Annot/Subtype/FileAttachment/Rect[500 700 520 720]/FS {spec} 0 R>>")
        pdf.page(BASE, entries=f"/Annots[{note} 0 R]")
    else:
        pdf.catalog = f"/Names<</EmbeddedFiles<</Names[({name}){spec} 0 R]>>>>"
        pdf.page(BASE)
    return pdf.bytes()


case("attachment-in-the-names", "attachment", "960123")(lambda: attached(False))
case("attachment-on-the-page", "attachment", "960123")(lambda: attached(True))
case("attachment-of-bytes", "attachment")(lambda: attached(False, "photo.bin", "\0\1\2\3\4"))


def catalogued(entries, objects=(), trailer="", content="", page=""):
    pdf = Pdf()
    first = len(pdf.objects) + 1
    for body in objects:
        pdf.add(body) if not isinstance(body, tuple) else pdf.stream(*body)
    numbers = {f"@{i}": str(first + i) for i in range(len(objects))}
    def filled(entry):
        for key, number in numbers.items():
            entry = entry.replace(key, number + " 0 R")
        return entry
    pdf.catalog, pdf.trailer = filled(entries), filled(trailer)
    pdf.objects = [filled(body.decode("latin-1")).encode("latin-1") if i + 1 >= first else body for i, body in enumerate(pdf.objects)]
    pdf.page(BASE + content, entries=filled(page))
    return pdf.bytes()


case("script-on-opening", "script", "960123")(lambda: catalogued("/OpenAction<</S/JavaScript/JS(app.alert\\('ring 01632 960123'\\))>>"))
case("script-in-the-names", "script", "alert")(lambda: catalogued("/Names<</JavaScript<</Names[(a) @0]>>>>", ["<</S/JavaScript/JS @1>>", ("app.alert('hello')",)]))
case("script-on-a-page", "script", "this.print")(lambda: catalogued("", page="/AA<</O<</S/JavaScript/JS(this.print\\(\\))>>>>"))
case("opens-a-file", "action", "reviews")(lambda: catalogued("/OpenAction<</S/Launch/F(H:/reviews/child-k/notes.doc)>>"))
case("leads-to-another-file", "action", "notes")(lambda: with_annotation("<</Type/Annot/Subtype/Link/Rect[70 620 266 651]/A<</S/GoToR/F(notes.pdf)/D[0/Fit]>>>>"))
case("sends-a-form", "action", "tarnshire")(lambda: with_annotation("<</Type/Annot/Subtype/Widget/FT/Btn/T(send)/Rect[70 620 266 651]/A<</S/SubmitForm/F<</FS/URL/F(https://forms.tarnshire.example/in)>>>>>>"))
case("field-with-a-name", "form-value", NAME)(lambda: catalogued("/AcroForm<</Fields[@0]>>", [f"<</FT/Tx/T(child)/V({NAME})>>"]))
case("field-hidden-with-a-number", "form-value", "960123")(lambda: catalogued("/AcroForm<</Fields[@0]>>", ["<</T(contact)/Kids[@1]>>", "<</Parent @0/FT/Tx/T(phone)/F 2/Type/Annot/Subtype/Widget/Rect[0 0 0 0]/V(01632 960123)>>"]))
case("form-package", "form-value", NAME)(lambda: catalogued("/AcroForm<</Fields[]/XFA @0>>", [(f"<xdp><data><name>{NAME}</name></data></xdp>",)]))
case("author-is-a-person", "file-properties", "Helen Quarles")(lambda: catalogued("", ["<</Author(Helen Quarles)>>"], "/Info @0"))
case("keywords-with-a-name", "file-properties", NAME)(lambda: catalogued("", [f"<</Title(Review)/Keywords({NAME}, review)>>"], "/Info @0"))
case("title-with-a-number", "file-properties", "960123")(lambda: catalogued("", ["<</Title(Notes from 01632 960123)>>"], "/Info @0"))
XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description rdf:about="">%s</rdf:Description></rdf:RDF></x:xmpmeta>'
case("record-with-an-author", "file-properties", NAME)(lambda: catalogued("/Metadata @0", [(XMP % f"<dc:creator><rdf:Seq><rdf:li>{NAME}</rdf:li></rdf:Seq></dc:creator>", "/Type/Metadata/Subtype/XML")]))
case("record-of-a-page", "file-properties", NAME)(lambda: catalogued("", [(XMP % f"<dc:description>Case of {NAME}</dc:description>", "/Type/Metadata/Subtype/XML")], page="/Metadata @0"))
case("record-in-attributes", "file-properties", "Quarles")(lambda: catalogued("/Metadata @0", [('<rdf:Description xmlns:dc="x" dc:source="C:\\Users\\Helen Quarles\\Review.docx"/>', "/Type/Metadata/Subtype/XML")]))


@case("name-taken-out-and-saved", "earlier-revision", "Quillfeather")
def name_taken_out():
    pdf = one_page(UNDER)
    number = len(pdf.objects) - 1
    words = (BASE + UNDER.replace(NAME, "not named")).encode()
    return update(pdf.bytes(), {number: b"<</Length %d>>stream\n" % len(words) + words + b"\nendstream"})


@case("author-taken-out-and-saved", "earlier-revision", "Quillfeather")
def author_taken_out():
    pdf = Pdf()
    info = pdf.add(f"<</Author({NAME})>>")
    pdf.trailer = f"/Info {info} 0 R"
    pdf.page(BASE)
    return update(pdf.bytes(), {info: "<</Author()>>"})


@case("note-taken-out-and-saved", "earlier-revision", "Quillfeather")
def note_taken_out():
    old = with_annotation(f"<</Type/Annot/Subtype/Text/Rect[500 700 520 720]/Contents({NAME} rang)>>")
    number = int(old[old.rindex(b"/Annots[") + 8:].split()[0])
    page = old.count(b" 0 obj")
    body = old[old.rindex(b"%d 0 obj" % page):].split(b"obj\n", 1)[1].split(b"\nendobj")[0]
    return update(old, {page: body.replace(b"/Annots[%d 0 R]" % number, b""), number: "null"})


case("unused-commands", "orphaned-object", NAME)(lambda: catalogued("", [(f"BT /F1 12 Tf 72 700 Td ({NAME}) Tj ET",)]))
case("unused-page", "orphaned-object", NAME)(lambda: catalogued("", ["<</Type/Page/MediaBox[0 0 595 842]/Contents @1>>", (f"BT /F1 12 Tf 72 700 Td [({NAME[:8]})20({NAME[8:]})] TJ ET",)]))
case("unused-note", "orphaned-object", NAME)(lambda: catalogued("", [f"<</Type/Annot/Subtype/Text/Contents({NAME} rang twice)>>"]))
case("thumbnail-of-a-page", "thumbnail")(lambda: catalogued("", [("\0" * 100, "/Width 10/Height 10/ColorSpace/DeviceGray/BitsPerComponent 8")], page="/Thumb @0"))
case("private-data-of-an-editor", "private-data", NAME)(lambda: catalogued("", [f"<</LastModified(D:20240101)/Private<</Text({NAME})>>>>"], page="/PieceInfo<</Sketcher @0>>"))
case("private-stream-of-an-editor", "private-data", NAME)(lambda: catalogued("/PieceInfo<</Drawing<</LastModified(D:2024)/Private @0>>>>", [(f"saved text: {NAME}",)]))
case("bookmark-with-a-name", "bookmark", NAME)(lambda: catalogued("/Outlines @0", ["<</Type/Outlines/First @1/Last @1/Count 1>>", f"<</Title(What {NAME} said)/Parent @0>>"]))
case("bookmark-with-a-number", "bookmark", "960123")(lambda: catalogued("/Outlines @0", ["<</Type/Outlines/First @1/Last @2/Count 2>>", "<</Title(Nobody asked)/Parent @0/Next @2>>", "<</Title(Call to 01632 960123)/Parent @0/Prev @1>>"]))
case("destination-with-a-name", "destination", "Quillfeather")(lambda: catalogued(f"/Names<</Dests<</Names[({NAME.replace(' ', '-')})[0/Fit]]>>>>"))
case("destination-in-the-old-way", "destination", "Quillfeather")(lambda: catalogued("/Dests<</PerpetuaQuillfeather[0/Fit]>>"))
case("link-to-a-folder", "link-target", "reviews")(lambda: with_annotation("<</Type/Annot/Subtype/Link/Rect[70 620 266 651]/A<</S/URI/URI(file:///H:/reviews/child-k/notes.docx)>>>>"))
case("link-to-a-share", "link-target", "server")(lambda: with_annotation("<</Type/Annot/Subtype/Link/Rect[70 620 266 651]/A<</S/URI/URI(\\\\\\\\server\\\\reviews\\\\notes.docx)>>>>"))
case("link-to-a-team-site", "link-target", "sharepoint")(lambda: with_annotation("<</Type/Annot/Subtype/Link/Rect[70 620 266 651]/A<</S/URI/URI(https://tarnshire.sharepoint.com/sites/reviews/Shared/k.docx)>>>>"))
case("signed", "signature", "Quarles")(lambda: catalogued("/AcroForm<</Fields[@0]/SigFlags 3>>", ["<</FT/Sig/T(Signature1)/V @1>>", "<</Type/Sig/Filter/Adobe.PPKLite/Name(Helen Quarles)/ByteRange[0 1 2 3]/Contents<00>>>"]))


def scan_with_bar(grey, turned=False):
    """A scan in which words were blackened after a program had recognised them."""
    def build():
        pdf = Pdf()
        width, height = 595, 842
        dots = bytearray([244]) * (width * height)
        for line in range(4):
            for x in range(72, 330):
                for y in range(75 + line * 16, 82 + line * 16):
                    dots[y * width + x] = 40 if (x * 7 + y * 3 + line) % 5 < 2 else 244
        for x in range(108, 250):
            for y in range(190, 208):
                dots[y * width + x] = grey
        picture = pdf.image(width, height, bytes(dots))
        words = "".join(text(72, 760 - i * 16, each, 11, inside="3 Tr") for i, each in enumerate(STORY))
        pdf.page("q 595 0 0 842 0 0 cm /I1 Do Q\n" + words + text(72, 640, "Father: " + NAME, inside="3 Tr"), f"/XObject<</I1 {picture} 0 R>>")
        return pdf.bytes()
    return build


case("bar-within-a-scan-black", "text-under-shape", "Quillfeather")(scan_with_bar(0))
case("bar-within-a-scan-dark-grey", "text-under-shape", "Quillfeather")(scan_with_bar(60))
case("bar-within-a-scan-not-quite-black", "text-under-shape", "Quillfeather")(scan_with_bar(20))


def exif(entries, place=None):
    """The head of a JPEG with an Exif record: tags with texts, and a place on the map."""
    import struct
    count, extra = len(entries) + (place is not None), b""
    table = struct.pack("<H", count)
    after = 8 + 2 + 12 * count + 4
    for tag, words in sorted(entries.items()):
        data = words.encode() + b"\0"
        table += struct.pack("<HHII", tag, 2, len(data), after + len(extra)) if len(data) > 4 else struct.pack("<HHI4s", tag, 2, len(data), data)
        extra += data if len(data) > 4 else b""
    if place is not None:
        table += struct.pack("<HHII", 0x8825, 4, 1, after + len(extra))
        here = after + len(extra) + 2 + 12 * 4 + 4
        def angle(at):
            return struct.pack("<6I", int(at), 1, int(at * 60 % 60), 1, int(at * 3600 % 60 * 100), 100)
        extra += struct.pack("<H", 4) + struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0") + struct.pack("<HHII", 2, 5, 3, here)
        extra += struct.pack("<HHI4s", 3, 2, 2, b"W\0\0\0") + struct.pack("<HHII", 4, 5, 3, here + 24) + struct.pack("<I", 0) + angle(place[0]) + angle(place[1])
    record = b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + table + struct.pack("<I", 0) + extra
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(record) + 2) + record + b"\xff\xd9"


def photographed(record):
    def build():
        pdf = Pdf()
        picture = pdf.stream(record, "/Type/XObject/Subtype/Image/Width 64/Height 64/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode")
        pdf.page(BASE + "q 240 0 0 240 200 300 cm /I1 Do Q\n", f"/XObject<</I1 {picture} 0 R>>")
        return pdf.bytes()
    return build


case("photo-with-its-place", "image-metadata")(photographed(exif({0x10F: "Camera"}, (53.5, 0.25))))
case("photo-with-its-owner", "image-metadata", "Helen Quarles")(photographed(exif({0x13B: "Helen Quarles"})))
case("photo-with-a-description", "image-metadata", NAME)(photographed(exif({0x10E: NAME + " at home"})))


def pixelated(block):
    def build():
        pdf = Pdf()
        side = 320
        dots = bytearray((x * x // 7 + y * 5 + x * y // 11) % 230 for y in range(side) for x in range(side))
        for y in range(96, 240):
            for x in range(96, 240):
                a, b = x // block, y // block
                dots[y * side + x] = (a * 53 + b * 97 + a * b * 31) % 220
        picture = pdf.image(side, side, bytes(dots))
        pdf.page(BASE + "q 240 0 0 240 200 300 cm /I1 Do Q\n", f"/XObject<</I1 {picture} 0 R>>")
        return pdf.bytes()
    return build


for size in (6, 8, 12):
    case(f"face-pixelated-by-{size}", "pixelated-picture")(pixelated(size))

# What is left after a redaction that was carried out.
drawn("bar-in-place-of-a-name", "telling-gap", "", text(72, 640, "Her father, ") + "0 g 134 637 60 13 re f " + text(197, 640, ", rang the school twice."))
drawn("bar-at-the-end-of-a-line", "telling-gap", "", text(72, 640, "The school was told so by her aunt") + "0 g 264 637 44 13 re f\n")
drawn("bar-as-a-picture-of-one-dot", "telling-gap", "", text(72, 640, "Her father, ") + "q 60 0 0 13 134 637 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q " + text(197, 640, ", rang the school twice."))
for what, words in (("brackets", "That night [redacted] called the police."), ("crosses", "That night XXXX called the police."), ("a-blank", "That night ______ called the police.")):
    drawn("placeholder-in-" + what, "gap-in-words", "", text(72, 640, words))


def blurred(spread):
    """A picture of sharp strokes of which one part was blurred, as an editor of pictures does it."""
    def build():
        side, first, end = 384, 112, 272
        def cell(x, y):  # light and dark squares as wide as a letter, in no order
            return 30 + ((x * 73856093 ^ y * 19349663) >> 3) % 200
        dots = [[(cell(x // 14, y // 14) + cell(x // 40, y // 40)) // 2 for x in range(side)] for y in range(side)]
        rows = dots
        for _ in range(3):  # three boxes are nearly a bell
            across = [[sum(row[max(0, x - spread):x + spread + 1]) // len(row[max(0, x - spread):x + spread + 1]) for x in range(side)] for row in rows]
            columns = list(zip(*across))
            down = [[sum(column[max(0, y - spread):y + spread + 1]) // len(column[max(0, y - spread):y + spread + 1]) for y in range(side)] for column in columns]
            rows = [list(row) for row in zip(*down)]
        for y in range(first, end):
            dots[y][first:end] = rows[y][first:end]
        pdf = Pdf()
        picture = pdf.image(side, side, bytes(dot for row in dots for dot in row))
        pdf.page(BASE + "q 260 0 0 260 200 300 cm /I1 Do Q\n", f"/XObject<</I1 {picture} 0 R>>")
        return pdf.bytes()
    return build


for size in (5, 7, 9):
    case(f"face-blurred-by-{size}", "pixelated-picture")(blurred(size))


def masked_picture(kind):
    """A picture whose middle a mask keeps from being seen: a soft mask, a stencil, or a mask of the page."""
    def build():
        pdf = Pdf()
        side = 256
        hides = [[80 < x < 180 and 60 < y < 190 for x in range(side)] for y in range(side)]
        soft = pdf.image(side, side, bytes(0 if dot else 255 for row in hides for dot in row))
        bits = bytes(sum(hides[y][x * 8 + bit] << 7 - bit for bit in range(8)) for y in range(side) for x in range(side // 8))
        stencil = pdf.stream(bits, f"/Type/XObject/Subtype/Image/Width {side}/Height {side}/BitsPerComponent 1/ImageMask true", True)
        group = pdf.stream("1 g 0 0 595 842 re f 0 g 280 380 100 110 re f", "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>")
        entries = {"soft": f"/SMask {soft} 0 R", "stencil": f"/Mask {stencil} 0 R", "page": ""}[kind]
        dots = bytes((x * x // 9 + y * 7 + x * y // 13) % 240 for y in range(side) for x in range(side))
        picture = pdf.image(side, side, dots, entries)
        show = ("/G1 gs " if kind == "page" else "") + "240 0 0 240 200 300 cm /I1 Do"
        pdf.page(BASE + f"q {show} Q\n", f"/XObject<</I1 {picture} 0 R>>/ExtGState<</G1<</SMask<</S/Luminosity/G {group} 0 R>>>>>>")
        return pdf.bytes()
    return build


for kind in ("soft", "stencil", "page"):
    case(f"face-behind-a-mask-{kind}", "masked-picture")(masked_picture(kind))


# What cannot be judged is said, page by page.
@case("page-that-is-only-a-picture", "not-judged")
def only_a_picture():
    pdf = Pdf()
    picture = pdf.image(60, 84, bytes([250]) * 5040)
    pdf.page("q 595 0 0 842 0 0 cm /I1 Do Q\n", f"/XObject<</I1 {picture} 0 R>>")
    return pdf.bytes()


@case("letters-without-words", "not-judged")
def letters_without_words():
    pdf = Pdf()
    table = pdf.stream("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
                       "1 beginbfrange <00> <FF> <E000> endbfrange endcmap end")
    font = pdf.add(f"<</Type/Font/Subtype/Type1/BaseFont/Symbol/ToUnicode {table} 0 R>>")
    pdf.objects[2] = pdf.objects[2].replace(b"<</F1", b"<</F5 %d 0 R/F1" % font) if b"<</F1" in pdf.objects[2] else pdf.objects[2].replace(b"<<", b"<</F5 %d 0 R " % font, 1)
    pdf.page("".join(text(72, 700 - i * 16, each, 11, "F5") for i, each in enumerate(STORY)))
    return pdf.bytes()


@case("page-only-of-strips", "not-judged")
def only_strips():
    pdf = Pdf()
    strips = [pdf.image(60, 12, bytes([250]) * 720) for _ in range(7)]
    pdf.page("".join(f"q 595 0 0 120.3 0 {842 - (i + 1) * 120.3} cm /I{i} Do Q " for i in range(7)), "/XObject<<" + "".join(f"/I{i} {n} 0 R" for i, n in enumerate(strips)) + ">>")
    return pdf.bytes()


# More ways to say the same, as other programs write them.
case("signed-with-a-reason", "signature", "agreed")(lambda: catalogued("/AcroForm<</Fields[@0]/SigFlags 3>>", ["<</FT/Sig/T(Signature1)/V @1>>", "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Name(H Quarles)/Reason(agreed by the chair)/Location(Tarnshire)/ByteRange[0 1 2 3]/Contents<00>>>"]))
case("signed-on-the-page", "signature", "Quarles")(lambda: catalogued("/AcroForm<</Fields[@0]/SigFlags 1>>", ["<</Type/Annot/Subtype/Widget/Rect[70 600 200 640]/FT/Sig/T(Chair)/V @1>>", "<</Type/Sig/Filter/ETSI.RFC3161/Name(Helen Quarles)/M(D:20240101)/ByteRange[0 1 2 3]/Contents<00>>>"], page="/Annots[@0]"))
case("thumbnail-in-colour", "thumbnail")(lambda: catalogued("", [("\0" * 300, "/Width 10/Height 10/ColorSpace/DeviceRGB/BitsPerComponent 8", True)], page="/Thumb @0"))
case("thumbnail-of-few-colours", "thumbnail")(lambda: catalogued("", [("\0" * 100, "/Width 10/Height 10/ColorSpace[/Indexed/DeviceRGB 1<000000FFFFFF>]/BitsPerComponent 8/Filter[/ASCIIHexDecode]")], page="/Thumb @0"))
case("private-data-on-a-page", "private-data", NAME)(lambda: catalogued("", [f"<</LastModified(D:20240101)/Private<</AIMetaData @1>>>>", (f"%!PS-Adobe-3.0\n%%For: {NAME}\n",)], page="/PieceInfo<</Illustrator @0>>"))
case("bookmark-below-another", "bookmark", NAME)(lambda: catalogued("/Outlines @0", ["<</Type/Outlines/First @1/Last @1/Count 2>>", "<</Title(Help came late)/Parent @0/First @2/Last @2/Count 1>>", f"<</Title({NAME}: home visits)/Parent @1>>"]))
case("destination-below-others", "destination", "Quillfeather")(lambda: catalogued("/Names<</Dests<</Kids[@0]>>>>", [f"<</Limits[(a)(z)]/Names[(Perpetua_Quillfeather_p3)[0/Fit]]>>"]))


def layers(config, content="Draft for the panel", name="Notes"):
    def build():
        pdf = Pdf()
        layer = pdf.add(f"<</Type/OCG/Name({name})/Usage<</View<</ViewState/ON>>/Print<</PrintState/OFF>>>>>>")
        pdf.catalog = f"/OCProperties<</OCGs[{layer} 0 R]/D<</Order[{layer} 0 R]/ON[{layer} 0 R]{config.replace('@', f'{layer} 0 R')}>>>>"
        pdf.page(BASE + f"/OC /L1 BDC {text(72, 640, content)} EMC\n", f"/Properties<</L1 {layer} 0 R>>")
        return pdf.bytes()
    return build


case("layer-that-is-not-printed", "switchable-layer")(layers("/AS[<</Event/Print/Category[/Print]/OCGs[@]>>]"))
case("layer-by-a-name", "switchable-layer")(layers("", "Named in the margin", "Reviewer remarks"))
