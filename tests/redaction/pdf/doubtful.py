"""Invented reports of which shapes alone do not tell what shows: pictures with masks, ink that mixes, outlines that cut.

Each risk stands beside a near miss that hides nothing. No real person, place or case; telephone numbers are from Ofcom's
range for drama."""
from cases import clean, page, risk
from pdf import Pdf, text
from risks import BAR, BASE, CASES, NAME, UNDER, one_page

BANNER = "q 300 0 0 60 60 600 cm /I1 Do Q\n"
OVER = "q 124 0 0 18 143 634 cm /I1 Do Q\n"
LINE = text(72, 640, NAME, before="1 g")
SHOWN = text(72, 640, "Learning from Child K", 20, before="1 g")


def with_picture(make, content, before=BASE):
    """A page that shows the picture which `make` puts into the file."""
    def build():
        pdf = Pdf()
        picture = make(pdf)
        pdf.page(before + content, f"/XObject<</I1 {picture} 0 R>>")
        return pdf.bytes()
    return build


def plain(grey):
    return lambda pdf: pdf.image(40, 40, bytes([grey]) * 1600)


def soft(mask):
    return lambda pdf: pdf.image(40, 10, b"\x20" * 400, f"/SMask {pdf.image(20, 20, mask)} 0 R")


def stencil(bits):
    return lambda pdf: pdf.stream(bits, "/Type/XObject/Subtype/Image/Width 16/Height 4/BitsPerComponent 1/ImageMask true")


def cut_out(bits):
    return lambda pdf: pdf.image(40, 10, b"\x20" * 400, f"/Mask {stencil(bits)(pdf)} 0 R")


# Pictures over words: whether they cover them is in their masks.
risk("picture-with-a-full-mask-over-a-name", "text-under-image", with_picture(soft(b"\xff" * 400), UNDER + OVER))
risk("picture-with-a-stencil-over-a-name", "text-under-image", with_picture(cut_out(b"\0" * 8), UNDER + OVER))
risk("stencil-over-a-name", "text-under-image", with_picture(stencil(b"\0" * 8), UNDER + "0 g " + OVER))
risk("picture-with-a-clear-colour-over-a-name", "text-under-image", with_picture(lambda pdf: pdf.image(40, 10, b"\x20" * 400, "/Mask[250 255]"), UNDER + OVER))
clean("clear-picture-over-words", with_picture(soft(b"\0" * 400), text(72, 640, "The mother asked for help.") + OVER))
clean("frame-of-a-picture-over-words", with_picture(soft(b"".join(b"\xff" * 20 if row in (0, 19) else b"\xff" + b"\0" * 18 + b"\xff" for row in range(20))), text(146, 640, "asked for help.") + OVER))
clean("clear-stencil-over-words", with_picture(stencil(b"\xff" * 8), text(72, 640, "The mother asked for help.") + "0 g " + OVER))
clean("pale-picture-over-words", with_picture(soft(b"\x30" * 400), text(72, 640, "The mother asked for help.") + OVER))

# Words on pictures, shades and patterns of their own colour.
risk("white-on-a-white-picture", "text-same-colour", with_picture(plain(255), BANNER + LINE))
risk("black-on-a-black-picture", "text-same-colour", with_picture(plain(0), BANNER + text(72, 640, NAME)))
clean("white-on-a-black-picture", with_picture(plain(0), BANNER + SHOWN))
clean("words-on-a-picture-of-many-greys", with_picture(lambda pdf: pdf.image(40, 40, bytes(60 + (x * 7 + y * 5) % 70 for y in range(40) for x in range(40))), BANNER + SHOWN))


def shade(light, dark):
    return f"/Shading<</S1<</ShadingType 2/ColorSpace/DeviceGray/Coords[60 0 460 0]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/C0[{light}]/C1[{dark}]/N 1>>>>>>"


SHADED = "q 60 600 400 60 re W n /S1 sh Q "
risk("white-on-a-white-shade", "text-same-colour", page(SHADED + LINE, shade(1, .99)))
risk("white-where-a-shade-is-white", "text-same-colour", page(SHADED + text(74, 640, NAME, 7, before="1 g"), shade(1, .8).replace("60 0 460 0", "200 0 460 0")))
clean("white-on-a-shade-from-grey-to-black", page(SHADED + SHOWN, shade(.5, 0)))


def patterned(cell, content):
    def build():
        pdf = Pdf()
        pattern = pdf.stream(cell, "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 4 4]/XStep 4/YStep 4/Resources<<>>")
        pdf.page(BASE + "/Pattern cs /P1 scn 60 600 400 60 re f " + content, f"/Pattern<</P1 {pattern} 0 R>>")
        return pdf.bytes()
    return build


risk("white-on-a-white-pattern", "text-same-colour", patterned("1 g 0 0 4 4 re f", LINE))
clean("white-on-a-blue-pattern", patterned("0 0 .4 rg 0 0 4 4 re f", SHOWN))


# Ink that mixes with what lies below.
def mixed(mode, content):
    return page(content, f"/ExtGState<</G1<</BM/{mode}>>>>")


for mode, colour in (("Screen", 1), ("Lighten", 1), ("HardLight", 0), ("Luminosity", 0)):
    risk(f"bar-that-mixes-by-{mode.lower()}", "text-under-shape", mixed(mode, UNDER + f"/G1 gs {colour} g " + BAR))
risk("white-words-that-multiply", "text-same-colour", mixed("Multiply", "0 0 .5 rg 60 630 300 30 re f /G1 gs " + LINE))
PAPER = "1 g 60 620 400 40 re f 0 g "  # ink mixes with what is painted, not with the paper
risk("black-words-that-screen", "text-same-colour", mixed("Screen", PAPER + "/G1 gs " + text(72, 640, NAME)))
clean("black-words-that-multiply", mixed("Multiply", ".9 g 60 630 300 30 re f /G1 gs " + text(72, 640, "What the review found", before="0 g")))
clean("panel-that-screens-lightly", mixed("Screen", PAPER + text(72, 640, "What the review found") + "/G1 gs .2 g " + BAR))

# Outlines that cut.
risk("words-in-the-hole-of-an-outline", "clipped-text", page("q 0 0 595 842 re 60 630 300 30 re W* n " + text(72, 640, NAME) + "Q\n"))
risk("words-beyond-a-slanted-edge", "clipped-text", page("q 0 0 m 595 0 l 0 842 l h W n " + text(400, 700, NAME) + "Q\n"))
risk("words-beside-two-frames", "clipped-text", page("q 60 630 8 30 re 400 630 90 30 re W n " + text(72, 640, NAME) + "Q\n"))
clean("words-within-a-slanted-edge", page("q 0 0 m 595 0 l 0 842 l h W n " + text(72, 300, "What the review found") + "Q\n"))
clean("words-in-a-round-frame", page("q 60 600 m 60 700 360 700 360 600 c 360 560 60 560 60 600 c h W n .8 g 0 0 595 842 re f " + text(120, 630, "What the review found", before="0 g") + "Q\n"))

# Pages that are turned, letters drawn together, blocks set over words.
for turn in (90, 180, 270):
    CASES.append({"name": f"bar-on-a-page-turned-by-{turn}", "rule": "text-under-shape", "words": NAME, "build": lambda turn=turn: one_page(UNDER + "0 g " + BAR, entries=f"/Rotate {turn}").bytes()})
risk("letters-of-a-hundredth-of-their-width", "tiny-text", page(text(72, 640, NAME, inside="1 Tz")))
risk("letters-of-a-fiftieth-of-their-height", "tiny-text", page(f"q 1 0 0 .02 72 640 cm {text(0, 0, NAME)} Q\n"), "Quillfeather")


def blocks():
    pdf = Pdf()
    pdf.objects[2] = pdf.objects[2].replace(b"<<", b"<</F5<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>", 1)
    pdf.page(BASE + UNDER + text(140, 637, "n" * 11, 17, "F5"))
    return pdf.bytes()


risk("row-of-blocks-over-a-name", "text-under-shape", blocks, "Quillfeather")


# Layers that are seen on paper only, or while others are off.
def layer(config, properties, usage=""):
    def build():
        pdf = Pdf()
        first, second = pdf.add(f"<</Type/OCG/Name(Notes){usage}>>"), pdf.add("<</Type/OCG/Name(Other)>>")
        def filled(entry):
            return entry.replace("@@", f"{second} 0 R").replace("@", f"{first} 0 R")
        pdf.catalog = f"/OCProperties<</OCGs[{first} 0 R {second} 0 R]/D<<{filled(config)}>>>>"
        pdf.page(BASE + f"/OC /L1 BDC {text(72, 640, NAME)} EMC\n", f"/Properties<</L1 {filled(properties)}>>")
        return pdf.bytes()
    return build


risk("layer-seen-while-all-are-off", "hidden-layer", layer("", "<</Type/OCMD/OCGs[@]/P/AllOff>>"))
risk("layer-seen-while-another-is-not", "hidden-layer", layer("", "<</Type/OCMD/VE[/Not @]>>"))
risk("layer-seen-with-one-that-is-off", "hidden-layer", layer("/OFF[@@]", "<</Type/OCMD/VE[/And @ @@]>>"))
risk("layer-for-paper-only", "hidden-layer", layer("/AS[<</Event/View/Category[/View]/OCGs[@]>>]", "@", "/Usage<</View<</ViewState/OFF>>/Print<</PrintState/ON>>>>"))
clean("layer-seen-with-any-that-is-on", layer("", "<</Type/OCMD/OCGs[@ @@]/P/AnyOn>>"))
