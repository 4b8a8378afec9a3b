"""Writes reports whose letters are told in ways of their own: from right to left, by private codes, as signs, in an address."""
import sys

top = sys.argv[1]
sys.path[:0] = [f"{top}/tests/redaction/pdf", f"{top}/tests/redaction/ways", f"{top}/tests/redaction"]
from make import paragraph, run, word
from pdf import Pdf, lines

ARABIC, LATIN = "محمد الحسيني", "Perpetua Quillfeather"
BASE = lines(780, ["Learning from Child K", "The panel met the family in March."])


def pdf(name, told, content, entries=""):
    """A page in a font whose codes stand for the letters of `told` in their order."""
    made = Pdf()
    rows = " ".join(f"<{33 + at:02x}> <{letter.encode('utf-16-be').hex()}>" for at, letter in enumerate(told))
    table = made.stream(f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange {len(told)} beginbfchar {rows} endbfchar endcmap")
    font = made.add(f"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding/ToUnicode {table} 0 R>>")
    made.objects[2] = made.objects[2].replace(b"<<", b"<</F9 %d 0 R" % font, 1)
    made.page(BASE + content, "", entries)
    open(name + ".pdf", "wb").write(made.bytes())


def set_in_row(count):
    return f"BT /F9 12 Tf 72 600 Td <{''.join(f'{33 + at:02x}' for at in range(count))}> Tj ET\n"


# Last letter first, as most programs paint; then first letter first, each to the left of the one before.
pdf("from-the-left", ARABIC[::-1], set_in_row(len(ARABIC)))
pdf("from-the-right", ARABIC, "".join(f"BT /F9 12 Tf {300 - 7.2 * at:.1f} 600 Td <{33 + at:02x}> Tj ET\n" for at in range(len(ARABIC))))
pdf("by-private-codes", [chr(0xF000 + ord(letter)) for letter in LATIN], set_in_row(len(LATIN)))
pdf("codes-that-tell-nothing", [chr(0xE000 + at) for at in range(30)], set_in_row(30))
pdf("address-under-no-words", "", "", "/Annots[<</Type/Annot/Subtype/Link/Rect[72 300 172 320]/A<</S/URI/URI(mailto:perpetua.quillfeather@post.example)>>>>]")
pdf("address-of-the-board", "", "", "/Annots[<</Type/Annot/Subtype/Link/Rect[72 300 172 320]/A<</S/URI/URI(mailto:office@harrowdale-lscb.example)>>>>]")
signs = "".join(f"<w:r><w:sym w:font='Arial' w:char='{ord(letter):04X}'/></w:r>" for letter in "Quillfeather")
open("signs.docx", "wb").write(word(paragraph(run("Her aunt Perpetua ") + signs)))
codes = "".join(chr(0xF000 + ord(letter)) for letter in "Quillfeather")
open("codes.docx", "wb").write(word(paragraph(run("Her aunt Perpetua ") + run(codes, "<w:rFonts w:ascii='Arial' w:hAnsi='Arial'/>"))))
for kind in ("drop", "margin"):  # the large first letter of a paragraph, which Word keeps as a paragraph of its own
    letter = paragraph(run("P", "<w:sz w:val='120'/>"), f"<w:framePr w:dropCap='{kind}' w:lines='3' w:wrap='around' w:vAnchor='text' w:hAnchor='text'/>")
    open(f"letter-in-a-{kind}.docx", "wb").write(word(letter + paragraph(run("erpetua Quillfeather came to the house."))))
ticks = "<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>" + run("\uf0fc\uf0fb", "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>")
open("ticks.docx", "wb").write(word(paragraph(ticks + run(" Seen at home."))))
