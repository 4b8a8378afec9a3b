"""Invented reports whose objects say more than their pages, in places that fewer programs write to.

No real person, place or case; telephone numbers are from Ofcom's range for drama."""
import zlib

from cases import risk
from clean import CLEAN
from pdf import Pdf, text
from risks import BASE, NAME, XMP, catalogued, exif, one_page, tagged


def entries(name, rule, words, *given, **more):
    risk(name, rule, lambda: catalogued(*given, **more), words)


def note(name, rule, words, body):
    entries(name, rule, words, "", [body], page="/Annots[@0]")


# Annotations that nobody sees, or that paint something else under the pointer.
def stamp(flags="4", rect="100 500 300 520", under="N"):
    def build():
        pdf = Pdf()
        look = {key: pdf.stream(text(2, 2, words) if words else "0 g 0 0 20 2 re f", "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font 3 0 R>>") for key, words in (("N", "" if under != "N" else NAME), (under, NAME))}
        held = pdf.add(f"<</Type/Annot/Subtype/Stamp/Rect[{rect}]/F {flags}/AP<<{''.join(f'/{key} {number} 0 R' for key, number in look.items())}>>>>")
        pdf.page(BASE, entries=f"/Annots[{held} 0 R]")
        return pdf.bytes()
    return build


risk("stamp-that-is-hidden", "hidden-annotation", stamp("2"))
risk("stamp-that-is-not-shown", "hidden-annotation", stamp("36"))
risk("stamp-without-a-size", "hidden-annotation", stamp(rect="100 500 100 500"))
risk("stamp-with-words-under-the-pointer", "hidden-annotation", stamp(under="R"))
risk("stamp-with-words-under-a-press", "hidden-annotation", stamp(under="D"))

# Recordings and scenes are attached files too.
entries("sound-on-the-page", "attachment", "", "", ["<</Type/Annot/Subtype/Sound/Rect[100 400 120 420]/Sound @1>>", ("\0\1\2", "/Type/Sound/R 8000")], page="/Annots[@0]")
note("film-of-a-disk", "attachment", "interview", "<</Type/Annot/Subtype/Movie/Rect[100 400 120 420]/Movie<</F(H:/reviews/interview.avi)>>>>")
entries("scene-on-the-page", "attachment", "", "", ["<</Type/Annot/Subtype/3D/Rect[100 400 300 500]/3DD @1>>", ("U3D scene", "/Type/3D/Subtype/U3D")], page="/Annots[@0]")

# Forms, tags, labels, articles.
entries("field-with-choices", "form-value", NAME, "/AcroForm<</Fields[@0]>>", [f"<</Type/Annot/Subtype/Widget/Rect[70 620 266 651]/FT/Ch/T(child)/Opt[(a)({NAME})]>>"], page="/Annots[@0]")
entries("field-with-choices-in-pairs", "form-value", NAME, "/AcroForm<</Fields[@0]>>", [f"<</Type/Annot/Subtype/Widget/Rect[70 620 266 651]/FT/Ch/T(child)/Opt[[(1)({NAME})]]>>"], page="/Annots[@0]")
entries("field-described-by-a-name", "alternative-text", NAME, "/AcroForm<</Fields[@0]>>", [f"<</Type/Annot/Subtype/Widget/Rect[70 620 266 651]/FT/Tx/T(child)/TU(Name of {NAME})>>"], page="/Annots[@0]")
risk("tag-with-a-title", "alternative-text", tagged(f"/T({NAME})"))
risk("tag-with-a-name-of-its-own", "alternative-text", tagged(f"/ID({NAME.replace(' ', '-')})"))
risk("tag-with-a-property", "alternative-text", tagged(f"/A<</O/UserProperties/P[<</N(child)/V({NAME})>>]>>"))
for key, rule in (("Alt", "alternative-text"), ("E", "replacement-text")):
    risk(f"words-with-{key.lower()}-and-no-tag", rule, lambda key=key: one_page(f"/Span <</{key}({NAME})>> BDC {text(72, 640, 'Child K')} EMC\n").bytes())
risk("furniture-with-other-words", "replacement-text", lambda: one_page(f"/Artifact <</ActualText({NAME})>> BDC {text(72, 640, 'Child K')} EMC\n").bytes())
entries("article-with-an-author", "file-properties", NAME, "/Threads[@0]", [f"<</Type/Thread/I<</Title(Review)/Author({NAME})>>>>"])
entries("entry-of-a-case-system", "private-data", NAME, f"/TARN_Case({NAME})")
entries("entry-of-a-case-system-on-a-page", "private-data", NAME, "", page=f"/TARN_Case<</Child({NAME})>>")
entries("entry-of-a-case-system-at-the-end", "private-data", NAME, "", trailer=f"/TarnNote({NAME})")
entries("addresses-below-one-with-a-number", "private-data", "01632 960123", "/URI<</Base(https://files.example/01632 960123/)>>")
entries("links-into-a-folder", "action", "reviews", "/URI<</Base(file:///H:/reviews/)>>")
entries("bookmark-into-a-folder", "action", "reviews", "/Outlines @0", ["<</Type/Outlines/First @1/Last @1/Count 1>>", "<</Title(Help came late)/Parent @0/A<</S/URI/URI(file:///H:/reviews/k.docx)>>>>"])
note("address-before-a-link", "action", "Users", "<</Type/Annot/Subtype/Link/Rect[70 620 266 651]/Dest[0/Fit]/PA<</S/URI/URI(file:///C:/Users/hquarles/x.docx)>>>>")


def built(name, rule, words=NAME):
    def take(build):
        risk(name, rule, build, words)
        return build
    return take


@built("record-in-pairs-of-bytes", "file-properties")
def record_in_pairs():
    pdf = Pdf()
    record = pdf.stream((XMP % f"<dc:creator><rdf:Seq><rdf:li>{NAME}</rdf:li></rdf:Seq></dc:creator>").encode("utf-16"), "/Type/Metadata/Subtype/XML")
    pdf.catalog = f"/Metadata {record} 0 R"
    pdf.page(BASE)
    return pdf.bytes()


@built("words-behind-the-end", "orphaned-object", "960123")
def behind_the_end():
    return one_page("").bytes() + b"\nring the aunt on 01632 960123 about the house\n"


def unpainted(kind):
    def build():
        pdf = Pdf()
        held = pdf.image(200, 200) if kind == "picture" else pdf.stream(text(72, 640, NAME), "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font 3 0 R>>")
        pdf.page(BASE, f"/XObject<</X1 {held} 0 R>>")
        return pdf.bytes()
    return build


risk("form-that-no-page-paints", "orphaned-object", unpainted("form"))
risk("picture-that-no-page-paints", "orphaned-object", unpainted("picture"), "")


@built("photo-packed-twice", "image-metadata", "Helen Quarles")
def photo_packed_twice():
    pdf = Pdf()
    packed = zlib.compress(exif({0x13B: "Helen Quarles"}))
    picture = pdf.stream(packed, "/Type/XObject/Subtype/Image/Width 64/Height 64/BitsPerComponent 8/ColorSpace/DeviceGray/Filter[/FlateDecode/DCTDecode]")
    pdf.page(BASE + "q 240 0 0 240 200 300 cm /I1 Do Q\n", f"/XObject<</I1 {picture} 0 R>>")
    return pdf.bytes()


@built("photo-of-the-year-2000", "image-metadata")
def photo_of_2000():
    pdf = Pdf()
    record = (XMP % f"<dc:creator>{NAME}</dc:creator>").encode()
    boxes = b"\0\0\0\x0cjP  \r\n\x87\n" + (24 + len(record)).to_bytes(4, "big") + b"uuid" + bytes.fromhex("BE7ACFCB97A942E89C71999491E3AFAC") + record + b"\0\0\0\x08jp2c"
    picture = pdf.stream(boxes, "/Type/XObject/Subtype/Image/Width 64/Height 64/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/JPXDecode")
    pdf.page(BASE + "q 240 0 0 240 200 300 cm /I1 Do Q\n", f"/XObject<</I1 {picture} 0 R>>")
    return pdf.bytes()


def clean(name, *given, **more):
    CLEAN.append({"name": name, "build": lambda: catalogued(*given, **more)})


clean("pages-with-labels", "/PageLabels<</Nums[0<</S/r>>1<</P(Annex-)/S/D>>]>>")
clean("form-with-plain-choices", "/AcroForm<</Fields[@0]>>", ["<</Type/Annot/Subtype/Widget/F 4/Rect[70 620 266 651]/FT/Ch/T(agency)/TU(Choose an agency)/Opt[(Health)(School)(Police)]>>"], page="/Annots[@0]")
clean("web-addresses-below-one", "/URI<</Base(https://www.tarnshire-scp.example/)>>")
CLEAN.append({"name": "tags-with-plain-titles", "build": tagged("/T(Summary)/ID(header-1)")})
CLEAN.append({"name": "two-pages-that-share-a-picture", "build": lambda: shared()})


def shared():
    """Each page lists what all pages paint, as some programs write it."""
    pdf = Pdf()
    first, second = pdf.image(64, 64), pdf.image(64, 64)
    for number in (1, 2):
        pdf.page(BASE + f"q 100 0 0 100 300 300 cm /I{number} Do Q\n", f"/XObject<</I1 {first} 0 R/I2 {second} 0 R>>")
    return pdf.bytes()
