"""Invented reports that hide words in further ways, written before any was tried; beside them near misses that hide nothing.

No real person, place or case; telephone numbers are from Ofcom's range for drama."""
from cases import LEARNING, clean, page, risk
from pdf import Pdf, text
from risks import BASE, NAME, UNDER, XMP, catalogued, one_page


# Letters that say something else than what they show.
def told_as(shown, told):
    """A line that shows `shown`, of which its font says that it reads `told`, letter by letter."""
    def build():
        pdf = Pdf()
        rows = "".join(f"<{65 + i:02x}> <{ord(c):04x}> " for i, c in enumerate(told))
        codes = "".join(chr(65 + i) for i in range(len(told)))
        names = {" ": "space", ",": "comma"}
        glyphs = " ".join("/" + names.get(c, c) for c in shown)
        table = pdf.stream(f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange {len(told)} beginbfchar {rows} endbfchar endcmap")
        font = pdf.add(f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/Differences[65 {glyphs}]>>/ToUnicode {table} 0 R>>")
        pdf.objects[2] = pdf.objects[2].replace(b"<<", b"<</F9 %d 0 R" % font, 1)
        pdf.page(BASE + text(72, 640, codes, font="F9"))
        return pdf.bytes()
    return build


risk("letters-told-as-others", "replacement-text", told_as("the child of this home", "Perpetua Quillfeather "))
clean("letters-told-as-they-are", told_as(LEARNING, LEARNING))


# Colours of inks.
def ink(space, colour, words=NAME, before=""):
    return page(before + text(72, 640, words, before=f"/C1 cs {colour} scn"), f"/ColorSpace<</C1 {space}>>")


TINT = "<</FunctionType 2/Domain[0 1]/C0[%s]/C1[%s]/N 1>>"
risk("letters-in-an-ink-of-no-plate", "invisible-text", ink(f"[/Separation/None/DeviceGray {TINT % (1, 0)}]", "1"))
risk("letters-in-a-white-ink", "text-same-colour", ink(f"[/Separation/Weiss/DeviceGray {TINT % (1, 1)}]", "1"))
risk("letters-in-a-listed-white", "text-same-colour", ink("[/Indexed/DeviceRGB 1<000000FFFFFF>]", "1"))
risk("letters-in-a-measured-white", "text-same-colour", ink("[/Lab<</WhitePoint[.9505 1 1.089]>>]", "100 0 0"))
clean("letters-in-a-black-ink", ink(f"[/Separation/Black/DeviceGray {TINT % (1, 0)}]", "1", LEARNING))
clean("white-ink-on-a-dark-banner", ink(f"[/Separation/Weiss/DeviceGray {TINT % (1, 1)}]", "1", LEARNING, "0 0 .4 rg 60 630 300 30 re f 0 g "))


# Fields.
def field(entries, content=""):
    def build():
        pdf, held = Pdf(), entries
        for key, look in (("@on", text(2, 3, NAME)), ("@off", "0 g 1 1 8 8 re S")):
            if key in held:
                made = pdf.stream(look, "/Type/XObject/Subtype/Form/BBox[0 0 200 15]/Resources<</Font 3 0 R>>")
                held = held.replace(key, f"{made} 0 R")
        held = pdf.add(f"<</Type/Annot/Subtype/Widget/F 4/Rect[144 636 266 651]{held}>>")
        pdf.catalog = f"/AcroForm<</Fields[{held} 0 R]/NeedAppearances true/DA(/Helv 0 Tf 0 g)>>"
        pdf.page(BASE + content, entries=f"/Annots[{held} 0 R]")
        return pdf.bytes()
    return build


risk("box-whose-other-look-says-a-name", "hidden-annotation", field("/FT/Btn/T(seen)/AS/Off/AP<</N<</Off @off/Yes @on>>>>"))
risk("field-with-a-ground-over-a-name", "text-under-annotation", field("/FT/Tx/T(a)/MK<</BG[0 0 0]>>/DA(/Helv 12 Tf 0 g)", content=UNDER))
risk("script-of-a-key-in-a-field", "script", field(f"/FT/Tx/T(a)/AA<</K<</S/JavaScript/JS(event.value='{NAME}')>>>>"))
clean("box-with-two-looks", field("/FT/Btn/T(seen)/AS/Off/AP<</N<</Off @off>>>>"))

# Bars of other stuff.
risk("bar-of-a-picture-in-the-page", "text-under-image", page(UNDER + "q 122 0 0 15 144 636 cm BI /W 4 /H 4 /BPC 8 /CS /G ID " + chr(1) * 16 + " EI Q\n"))
risk("bar-of-a-shade-that-is-cut-out", "text-under-shape", page(UNDER + "q 144 636 122 15 re W n /S1 sh Q\n", f"/Shading<</S1<</ShadingType 2/ColorSpace/DeviceGray/Coords[144 0 266 0]/Function {TINT % (0, .2)}/Extend[true true]>>>>"))
risk("bar-of-a-broken-line", "text-under-shape", page(UNDER + "q 15 w [6 .3] 0 d 144 643.5 m 266 643.5 l S Q\n"))
risk("bar-of-printer-s-marks", "text-under-shape", lambda: marks("n" * 12))
risk("form-of-no-opacity", "invisible-text", lambda: with_form("/G1 gs /X1 Do\n", "/ExtGState<</G1<</ca 0/CA 0>>>>"))
clean("shade-under-a-heading", page("q 60 630 300 30 re W n /S1 sh Q " + text(72, 640, LEARNING, before="1 g"), f"/Shading<</S1<</ShadingType 2/ColorSpace/DeviceGray/Coords[60 0 360 0]/Function {TINT % (0, .4)}/Extend[true true]>>>>"))
clean("broken-line-below-a-heading", page(text(72, 640, LEARNING) + "q 2 w [6 3] 0 d 72 634 m 266 634 l S Q\n"))


def with_dingbats(content):
    pdf = Pdf()
    font = pdf.add("<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>")
    pdf.objects[2] = pdf.objects[2].replace(b"<<", b"<</F9 %d 0 R" % font, 1)
    pdf.page(BASE + content)
    return pdf.bytes()


def marks(row):
    return with_dingbats(UNDER + text(144, 638, row, 14, font="F9"))


def with_form(content, resources):
    pdf = Pdf()
    form = pdf.stream(text(72, 640, NAME), "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency>>/Resources<</Font 3 0 R>>")
    pdf.page(BASE + content, f"/XObject<</X1 {form} 0 R>>" + resources)
    return pdf.bytes()


clean("list-of-marks", lambda: with_dingbats("".join(text(72, 640 - 16 * i, "n", 8, font="F9") + text(86, 640 - 16 * i, each) for i, each in enumerate(("Help came late.", "Nobody asked the child.")))))


# Objects that say something.
def pictured(entries, *streams):
    def build():
        pdf = Pdf()
        numbers = [pdf.stream(*each) if isinstance(each, tuple) else pdf.add(each) for each in streams]
        shown = pdf.image(64, 64, bytes(128 + (x * y) % 50 for y in range(64) for x in range(64)), entries.replace("@0", f"{numbers[0]} 0 R"))
        pdf.page(BASE + "q 60 0 0 60 100 300 cm /I1 Do Q\n", f"/XObject<</I1 {shown} 0 R>>")
        return pdf.bytes()
    return build


risk("record-of-a-picture", "file-properties", pictured("/Metadata @0", (XMP % f"<dc:creator><rdf:Seq><rdf:li>{NAME}</rdf:li></rdf:Seq></dc:creator>", "/Type/Metadata/Subtype/XML")))
risk("file-beside-a-picture", "attachment", pictured("/AF[@0]", "<</Type/Filespec/F(list.csv)/EF<</F 9 0 R>>/AFRelationship/Source>>", (f"child,{NAME}\nphone,01632 960123\n", "/Type/EmbeddedFile")), "960123")
risk("maker-of-a-layer", "private-data", lambda: catalogued("/OCProperties<</OCGs[@0]/D<</ON[@0]>>>>", [f"<</Type/OCG/Name(Base)/Usage<</CreatorInfo<</Creator({NAME})/Subtype/Artwork>>>>>>"]))
risk("note-of-the-colours-meant", "private-data", lambda: catalogued(f"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(Custom)/Info(Proof for {NAME})>>]"))
risk("page-s-own-number-with-a-name", "destination", lambda: catalogued(f"/PageLabels<</Nums[0<</P({NAME} )/S/D>>]>>"))
risk("item-of-a-collection", "private-data", lambda: catalogued("/Collection<</Type/Collection/Schema<</who<</Type/CollectionField/Subtype/S/N(Who)>>>>>>/Names<</EmbeddedFiles<</Names[(a)@0]>>>>",
     [f"<</Type/Filespec/F(list.csv)/UF(list.csv)/EF<</F @1>>/CI<</Type/CollectionItem/who({NAME})>>>>", ("a,b\n", "/Type/EmbeddedFile")]))
risk("view-of-a-page-with-a-name", "private-data", lambda: catalogued("", page=f"/VP[<</Type/Viewport/BBox[0 0 100 100]/Name({NAME})>>]"))
risk("entry-of-a-page-s-commands", "private-data", lambda: noted(f"/TARN_Note({NAME})"))
PAGE_ABOUT = "https://forms.tarnshire.example/call/01632960123"
risk("bookmark-that-opens-an-address-with-a-number", "private-data", lambda: catalogued("/Outlines @0", ["<</Type/Outlines/First @1/Last @1/Count 1>>", f"<</Title(Help came late)/Parent @0/A<</S/URI/URI({PAGE_ABOUT})>>>>"]), "960123")
risk("address-that-opens-by-itself", "private-data", lambda: catalogued(f"/OpenAction<</S/URI/URI({PAGE_ABOUT})>>"), "960123")
risk("address-that-opens-with-a-page", "private-data", lambda: catalogued("", page=f"/AA<</O<</S/URI/URI({PAGE_ABOUT})>>>>"), "960123")
risk("file-that-a-typesetter-took-a-drawing-from", "private-data", lambda: noted("/PTEX.FileName(drawings/call-01632960123.pdf)"), "960123")
clean("bookmark-that-opens-the-board-s-page", lambda: catalogued("/Outlines @0", ["<</Type/Outlines/First @1/Last @1/Count 1>>", "<</Title(Help came late)/Parent @0/A<</S/URI/URI(https://www.tarnshire-scp.example/reviews)>>>>"]))
clean("page-s-own-number", lambda: catalogued("/PageLabels<</Nums[0<</P(A-)/S/D>>]>>"))
clean("colours-meant", lambda: catalogued("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)>>]"))


def noted(entry):
    pdf = one_page("")
    number = next(i for i, body in enumerate(pdf.objects) if body.startswith(b"<</Filter/FlateDecode") or b"/FlateDecode" in body[:60])
    pdf.objects[number] = pdf.objects[number].replace(b"<<", b"<<" + entry.encode(), 1)
    return pdf.bytes()


# Remarks among the commands of a page.
risk("remark-among-the-commands", "orphaned-object", page(f"% The father is {NAME} of Elmfield\n" + text(72, 640, "One.")))
risk("remark-behind-a-command", "orphaned-object", page(text(72, 640, "At 5 \\% (so we hear) ") + f"0 g % Ask {NAME} about the aunt\n" + text(72, 620, "Two.")))
clean("words-with-per-cents", page(text(72, 640, "Some 5 % The Panel Of Two Boards (so we hear)") + "% page 1\n"))
