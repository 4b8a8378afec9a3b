"""Invented reports as other programs write them, some that hide something and some that only look so.

Each says which program makes it; where that program is not on the machine, the report is left out and named.
No real person, place or case."""
import base64
import json
import re
import shutil
import subprocess
from pathlib import Path

from jpeg import jpeg
from pdf import text
from risks import NAME, STORY, one_page

MADE = []  # {"name", "program", "rule" or None, "words", "make": function(folder) -> path of the PDF}


def made(name, program, rule=None, words=""):
    def take(make):
        MADE.append({"name": f"{program}-{name}", "program": program, "rule": rule, "words": words, "make": make})
        return make
    return take


def run(folder, *command, into=None):
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=120, env=None if into is None else into)
    if done.returncode not in (0, 3):
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[:300]}")
    return done.stdout


def with_qpdf(name, rule, words, content, *arguments, second=""):
    @made(name, "qpdf", rule, words)
    def make(folder):
        (folder / "in.pdf").write_bytes(one_page(content).bytes())
        (folder / "second.pdf").write_bytes(one_page(second).bytes() if second else b"")
        (folder / "notes.txt").write_text(f"Ring {NAME} on 01632 960123.\n")
        run(folder, "qpdf", *arguments, "in.pdf", "out.pdf")
        return folder / "out.pdf"


with_qpdf("protected-from-copying", "encryption", "", "", "--encrypt", "", "owner", "128", "--use-aes=y", "--extract=n", "--")
with_qpdf("protected-by-256-bits", "encryption", "", "", "--encrypt", "", "owner", "256", "--modify=none", "--")
with_qpdf("protected-by-40-bits", "encryption", "", "", "--allow-weak-crypto", "--encrypt", "", "owner", "40", "--print=n", "--")
with_qpdf("attachment", "attachment", "960123", "", "--add-attachment", "notes.txt", "--")
with_qpdf("bar-laid-over", "text-under-shape", NAME, text(72, 640, f"The father is {NAME}."), "--overlay", "bar.pdf", "--")
with_qpdf("packed-bar", "text-under-shape", NAME, text(72, 640, f"The father is {NAME}.") + "0 g 140 636 122 15 re f\n", "--object-streams=generate", "--recompress-flate")
with_qpdf("for-the-web", None, "", "", "--linearize")
with_qpdf("packed", None, "", "0 0 .4 rg 0 600 595 80 re f " + text(72, 630, "Learning from Child K", 28, before="1 g"), "--object-streams=generate")
with_qpdf("letterhead-laid-under", None, "", text(72, 600, "The panel met."), "--underlay", "bar.pdf", "--")


def bar(folder):
    from pdf import Pdf
    over = Pdf()
    over.page("0 g 140 636 124 15 re f\n")
    (folder / "bar.pdf").write_bytes(over.bytes())


for each in MADE:
    if "laid" in each["name"]:
        def with_bar(folder, make=each["make"]):
            bar(folder)
            return make(folder)
        each["make"] = with_bar


def with_groff(name, rule, words, source):
    @made(name, "groff", rule, words)
    def make(folder):
        (folder / "in.ms").write_text(".defcolor deep rgb 0 0 .4\n" + source)
        (folder / "out.pdf").write_bytes(run(folder, "groff", "-ms", "-Tpdf", "in.ms"))
        return folder / "out.pdf"


with_groff("plain", None, "", ".TL\nLearning from Child K\n.NH\nWhat happened\n.PP\n" + "\n".join(STORY) + "\n.IP \\(bu\nHelp came late.\n.PP\nA coloured \\m[deep]word\\m[] and a note.\\**\n.FS\nThe panel's minutes.\n.FE\n")
with_groff("white-words", "text-same-colour", "Quillfeather", f".PP\nThe father is \\m[white]{NAME}\\m[] of Elmfield.\n")
with_groff("tiny-words", "tiny-text", "Quillfeather", f".PP\nThe father is known. \\s[1]{NAME}\\s0\n")

HEAD = "<!doctype html><html lang=en-GB><meta charset=utf-8><title>Learning from Child K</title><style>body{font:12pt serif;-webkit-print-color-adjust:exact}%s</style><h1>Learning from Child K</h1>"
BODY = "".join(f"<p>{each}</p>" for each in STORY)


def with_chromium(name, rule, words, style, body):
    @made(name, "chromium", rule, words)
    def make(folder):
        (folder / "in.html").write_text(HEAD % style + BODY + body)
        run(folder, "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={folder}/out.pdf", f"file://{folder}/in.html")
        return folder / "out.pdf"


with_chromium("bar", "text-under-shape", NAME, "b{position:relative}b::after{content:'';position:absolute;inset:0;background:#000}", f"<p>The father is <b>{NAME}</b> of Elmfield.</p>")
with_chromium("black-on-black", "text-same-colour", NAME, "b{background:#000;color:#000}", f"<p>The father is <b>{NAME}</b> of Elmfield.</p>")
with_chromium("banners", None, "", "header{background:linear-gradient(90deg,#013,#359);color:#fff;padding:1em;border-radius:1em}td{border:1px solid}tr:nth-child(even){background:#ddd}h2{text-shadow:2px 2px 3px #999}",
              "<header>Key learning</header><h2>What the review found</h2><table><tr><th>Agency<th>Year</tr><tr><td>Health<td>2019</tr><tr><td>School<td>2020</tr></table><p>See <a href=https://www.example.org/>the guidance</a>.</p>")

OFFICE = """<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="white" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="marked" style:family="text"><style:text-properties fo:color="#000000" fo:background-color="#000000"/></style:style>
<style:style style:name="banner" style:family="paragraph"><style:paragraph-properties fo:background-color="#003060"/><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="shadow" style:family="text"><style:text-properties fo:text-shadow="1pt 1pt"/></style:style>
<style:style style:name="over" style:family="graphic"><style:graphic-properties draw:fill="solid" draw:fill-color="#000000" draw:stroke="none" style:run-through="foreground" style:wrap="run-through" style:horizontal-pos="from-left" style:horizontal-rel="paragraph" style:vertical-pos="from-top" style:vertical-rel="paragraph"/></style:style>
</office:automatic-styles><office:body><office:text><text:h text:outline-level="1">Learning from Child K</text:h>%s</office:text></office:body></office:document>"""
PARAGRAPHS = "".join(f"<text:p>{each}</text:p>" for each in STORY)
TABLE = "<table:table><table:table-column/><table:table-column/><table:table-row><table:table-cell><text:p>Agency</text:p></table:table-cell><table:table-cell><text:p>Year</text:p></table:table-cell></table:table-row></table:table>"


def with_office(name, rule, words, body, options='{"UseTaggedPDF":{"type":"boolean","value":"true"}}'):
    @made(name, "soffice", rule, words)
    def make(folder):
        (folder / "in.fodt").write_text(OFFICE % (PARAGRAPHS + body))
        run(folder, "soffice", f"-env:UserInstallation=file://{folder.parent}/office-profile", "--headless", "--convert-to", "pdf:writer_pdf_Export:" + options, "--outdir", str(folder), str(folder / "in.fodt"))
        return folder / "in.pdf"


CLEAN_BODY = '<text:p text:style-name="banner">Key learning</text:p><text:p><text:span text:style-name="shadow">What the review found</text:span><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>The panel\'s minutes.</text:p></text:note-body></text:note></text:p>' + TABLE
with_office("tagged", None, "", CLEAN_BODY)
with_office("not-tagged", None, "", CLEAN_BODY, '{"UseTaggedPDF":{"type":"boolean","value":"false"}}')
with_office("archived", None, "", CLEAN_BODY, '{"SelectPdfVersion":{"type":"long","value":"2"},"ExportBookmarks":{"type":"boolean","value":"true"}}')
with_office("white-words", "text-same-colour", NAME, f'<text:p>The father is <text:span text:style-name="white">{NAME}</text:span> of Elmfield.</text:p>')
with_office("marked-black", "text-same-colour", NAME, f'<text:p>The father is <text:span text:style-name="marked">{NAME}</text:span> of Elmfield.</text:p>')
with_office("shape-over-words", "text-under-shape", "Quillfeather", f'<text:p><draw:rect draw:style-name="over" draw:z-index="1" text:anchor-type="paragraph" svg:x="2cm" svg:y="0cm" svg:width="6cm" svg:height="0.6cm"/>The father is {NAME} of Elmfield.</text:p>')
with_office("remark", "annotation-comment", "Quillfeather", f'<text:p>The panel met.<office:annotation><dc:creator>Helen Quarles</dc:creator><text:p>Not {NAME}, surely?</text:p></office:annotation></text:p>', '{"ExportNotes":{"type":"boolean","value":"true"}}')


def all_on_one(program, cases, make):
    """Cases that one run of a program makes: {name: (rule, words)}."""
    made_files = {}

    def once(folder):
        if "file" not in made_files or not made_files["file"].exists():
            made_files["file"] = make(folder)
        return made_files["file"]

    for name, (rule, words) in cases.items():
        MADE.append({"name": f"{program}-{name}", "program": program, "rule": rule, "words": words, "make": once})


PICTURE = "data:image/svg+xml;base64," + base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="200" height="40" fill="#335"/></svg>').decode()
PHOTO = "data:image/jpeg;base64," + base64.b64encode(jpeg([[(x * 37 + y * 91 + x * y * 13) % 200 + 20 for x in range(40)] for y in range(40)])).decode()


def chromium_page(folder):
    body = f"""<p id="perpetua-quillfeather">The father is <b class=covered>{NAME}<img src="{PHOTO}"></b> of Elmfield. <a href="#perpetua-quillfeather">See above.</a></p>
<p>See <a href="file:///H:/reviews/child-k/notes.docx">the notes</a>.</p><p>That night [redacted] called the police.</p>
<p>Her father, <i class=gap></i>, rang the school twice.</p><div class=face><img src="{PHOTO}"><i></i></div>
<div class=cut><img src="{PHOTO}"></div><p><img src="{PHOTO}" width=60 alt="{NAME} at home"></p>"""
    style = "b.covered{position:relative}b.covered img{position:absolute;left:0;top:0;width:100%%;height:100%%}i.gap{display:inline-block;width:60px;height:1em;background:#000}" \
            ".face{position:relative;width:300px;height:300px}.face img{width:300px}.face i{position:absolute;left:100px;top:80px;width:70px;height:70px;background:#000}.cut{width:90px;height:90px;overflow:hidden}.cut img{width:300px;margin:-60px}"
    (folder / "in.html").write_text(HEAD % style.replace("%%", "%") + BODY + body)
    run(folder, "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", "--export-tagged-pdf", f"--print-to-pdf={folder}/out.pdf", f"file://{folder}/in.html")
    return folder / "out.pdf"


all_on_one("chromium", {"picture-over-a-name": ("text-under-image", NAME), "link-to-a-disk": ("link-target", "reviews"), "placeholder": ("gap-in-words", ""),
                        "bar-in-place-of-a-name": ("telling-gap", ""), "face-under-a-box": ("picture-under-shape", ""), "picture-cut-by-a-box": ("cropped-picture", ""), "description-of-a-picture": ("alternative-text", NAME)}, chromium_page)


def office_page(folder):
    body = "<text:p>That night [redacted] called the police.</text:p>" \
           "<text:p><text:a xlink:type='simple' xlink:href='file:///H:/reviews/child-k/notes.docx' xmlns:xlink='http://www.w3.org/1999/xlink'>the notes</text:a></text:p>" \
           f"<text:p><text:bookmark text:name='{NAME.replace(' ', '-')}'/>One.</text:p>" \
           f"<text:p><draw:frame draw:name='Image1' text:anchor-type='paragraph' svg:width='3cm' svg:height='3cm'><draw:image><office:binary-data>{PHOTO.split(',')[1]}</office:binary-data></draw:image><svg:desc>{NAME} at home</svg:desc></draw:frame></text:p>"
    text = OFFICE % (PARAGRAPHS + body)
    text = text.replace("<office:automatic-styles>", "<office:meta><meta:initial-creator xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'>Helen Quarles</meta:initial-creator><dc:creator>Helen Quarles</dc:creator></office:meta><office:automatic-styles>", 1)
    (folder / "in.fodt").write_text(text)
    options = '{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},"RestrictPermissions":{"type":"boolean","value":"true"},"PermissionPassword":{"type":"string","value":"owner"},"EnableCopyingOfContent":{"type":"boolean","value":"false"}}'
    run(folder, "soffice", f"-env:UserInstallation=file://{folder.parent}/office-profile", "--headless", "--convert-to", "pdf:writer_pdf_Export:" + options, "--outdir", str(folder), str(folder / "in.fodt"))
    return folder / "in.pdf"


all_on_one("soffice", {"named-place": ("destination", "Quillfeather"), "placeholder": ("gap-in-words", ""), "link-to-a-disk": ("link-target", "reviews"), "description-of-a-picture": ("alternative-text", NAME),
                       "author": ("file-properties", "Helen Quarles"), "protected-from-copying": ("encryption", "")}, office_page)


def groff_page(folder):
    unbroken = "\\%" + NAME.replace(" ", "\\~\\%")
    words = ".pdfinfo /Author Helen Quarles\n.PP\n" + "\n".join(STORY) + f"\n.PP\nThat night [redacted] called the police.\n.PP\n.pdfhref W -D file:///H:/reviews/notes.docx -- the notes\n.PP\n\\h'9i'{unbroken}\\h'-9i'\n.PP\n.pdfbookmark 1 What {NAME} said\nOne.\n"
    (folder / "in.ms").write_text(words)
    (folder / "out.pdf").write_bytes(run(folder, "groff", "-ms", "-mpdf", "-Tpdf", "in.ms"))
    return folder / "out.pdf"


all_on_one("groff", {"author": ("file-properties", "Helen Quarles"), "placeholder": ("gap-in-words", ""), "link-to-a-disk": ("link-target", "reviews"), "words-beside-the-page": ("off-page-text", "Quillfeather"), "bookmark-with-a-name": ("bookmark", "Quillfeather")}, groff_page)


def chromium_second_page(folder):
    """A face in blocks, on a page of its own."""
    blocks = "data:image/jpeg;base64," + base64.b64encode(jpeg([[(x // 12 * 37 + y // 12 * 91 + (x // 12) * (y // 12) * 13) % 200 + 20 if 48 <= x < 192 and 48 <= y < 192 else (x * 3 + y * 5 + (x * y) % 31) % 200 + 20 for x in range(240)] for y in range(240)])).decode()
    body = f'<p><img class=face src="{blocks}">'
    (folder / "in.html").write_text(HEAD % ".face{width:240px}" + BODY + body)
    run(folder, "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={folder}/out.pdf", f"file://{folder}/in.html")
    return folder / "out.pdf"


all_on_one("chromium", {"face-in-blocks": ("pixelated-picture", "")}, chromium_second_page)


def chromium_scan(folder):
    """A report of which each page is one picture."""
    (folder / "in.html").write_text(f'<!doctype html><html lang=en-GB><title>Review</title><style>@page{{margin:0}}body{{margin:0}}img{{width:100vw;height:99vh}}</style><img src="{PHOTO}">')
    run(folder, "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={folder}/out.pdf", f"file://{folder}/in.html")
    return folder / "out.pdf"


all_on_one("chromium", {"page-that-is-only-a-picture": ("not-judged", "")}, chromium_scan)


def office_form(folder):
    """A form with a name filled in."""
    spaces = 'xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:ooo="http://openoffice.org/2004/office"'
    form = f'<office:forms {spaces} form:automatic-focus="false"><form:form form:name="Form"><form:text form:name="child" form:control-implementation="ooo:com.sun.star.form.component.TextField" xml:id="c1" form:id="c1" form:current-value="{NAME}" form:value="{NAME}"/></form:form></office:forms>'
    control = '<text:p>Child: <draw:control text:anchor-type="as-char" svg:width="6cm" svg:height="0.7cm" draw:control="c1"/></text:p>'
    (folder / "in.fodt").write_text((OFFICE % (PARAGRAPHS + control)).replace("<office:text>", "<office:text>" + form, 1))
    run(folder, "soffice", f"-env:UserInstallation=file://{folder.parent}/office-profile", "--headless", "--convert-to", 'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"true"}}', "--outdir", str(folder), str(folder / "in.fodt"))
    return folder / "in.pdf"


all_on_one("soffice", {"field-with-a-name": ("form-value", NAME)}, office_form)


class Edited:
    """A report that is opened as JSON, added to and written anew by qpdf, as services that stamp and route files do."""

    def __init__(self, folder, content):
        self.folder = folder
        (folder / "in.pdf").write_bytes(one_page(content).bytes())
        self.held = json.loads(run(folder, "qpdf", "--json-output", "--json-stream-data=inline", "in.pdf", "-"))
        self.objects = self.held["qpdf"][1]
        self.catalog = self.objects["obj:1 0 R"]["value"]
        self.page = next(each["value"] for each in self.objects.values() if isinstance(each.get("value"), dict) and each["value"].get("/Type") == "/Page")

    def add(self, value, data=None):
        self.held["qpdf"][0]["maxobjectid"] += 1
        name = f"{self.held['qpdf'][0]['maxobjectid']} 0 R"
        self.objects["obj:" + name] = {"value": value} if data is None else {"stream": {"data": base64.b64encode(data).decode(), "dict": value}}
        return name

    def save(self):
        (self.folder / "all.json").write_text(json.dumps(self.held))
        run(self.folder, "qpdf", "--json-input", "--object-streams=generate", "all.json", "out.pdf")
        return self.folder / "out.pdf"


def qpdf_edited(folder):
    made = Edited(folder, text(144, 640, NAME))
    look = made.add({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 122, 15]}, b"0 g 0 0 122 15 re f")
    note = {"/Type": "/Annot", "/Rect": [300, 500, 400, 520]}
    made.page["/Annots"] = [made.add(each) for each in (
        note | {"/Subtype": "/Square", "/F": 4, "/Rect": [144, 636, 266, 651], "/AP": {"/N": look}},
        note | {"/Subtype": "/Redact", "/Rect": [70, 700, 266, 720]},
        note | {"/Subtype": "/Underline", "/QuadPoints": [300, 520, 400, 520, 300, 500, 400, 500]},
        note | {"/Subtype": "/FreeText", "/F": 2, "/Contents": f"u:Ask {NAME}", "/DA": "u:/Helv 9 Tf 0 g"},
        note | {"/Subtype": "/Widget", "/FT": "/Tx", "/T": "u:child", "/V": f"u:{NAME}"})]
    made.catalog["/AcroForm"] = {"/Fields": [made.page["/Annots"][4]]}
    made.catalog["/TARN_Route"] = {"/Case": f"u:{NAME}"}
    made.catalog["/OpenAction"] = {"/S": "/Launch", "/F": "u:H:/reviews/child-k/notes.doc"}
    layer = made.add({"/Type": "/OCG", "/Name": "u:Notes"})
    made.catalog["/OCProperties"] = {"/OCGs": [layer], "/D": {"/ON": [layer]}}
    made.catalog["/StructTreeRoot"] = made.add({"/Type": "/StructTreeRoot", "/K": [{"/Type": "/StructElem", "/S": "/P", "/ActualText": f"u:Her father {NAME} rang"}]})
    return made.save()


all_on_one("qpdf", {"square-laid-on-a-name": ("text-under-annotation", NAME), "redaction-not-applied": ("unapplied-redaction", ""), "underlined": ("markup", ""), "note-hidden": ("hidden-annotation", "Quillfeather"),
                    "field-filled-in": ("form-value", NAME), "entry-of-a-router": ("private-data", NAME), "file-that-opens": ("action", "reviews"), "layer-that-can-be-switched": ("switchable-layer", ""), "words-read-instead": ("replacement-text", "Quillfeather")}, qpdf_edited)


def qpdf_layered(folder):
    made = Edited(folder, "")
    layer = made.add({"/Type": "/OCG", "/Name": "u:Notes"})
    made.catalog["/OCProperties"] = {"/OCGs": [layer], "/D": {"/OFF": [layer]}}
    lines = f"/OC /L1 BDC {text(72, 640, 'Her aunt is ' + NAME)} EMC\n{text(72, 620, 'Her father is ' + NAME, inside='3 Tr')}q 300 300 80 20 re W n {text(72, 600, 'Her uncle is ' + NAME)} Q\nq 200 0 0 200 72 300 cm /I1 Do Q\n"
    fonts = made.page["/Resources"]
    fonts = made.objects["obj:" + fonts]["value"] if isinstance(fonts, str) else fonts
    square = {"/Type": "/XObject", "/Subtype": "/Image", "/Width": 128, "/Height": 128, "/BitsPerComponent": 8, "/ColorSpace": "/DeviceGray"}
    mask = made.add(dict(square), bytes(0 if 30 < x < 90 and 30 < y < 90 else 255 for y in range(128) for x in range(128)))
    face = made.add(square | {"/SMask": mask}, bytes((x * 7 + y * 13 + x * y) % 251 for y in range(128) for x in range(128)))
    unused = made.add({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 595, 842]}, text(72, 500, "Her sister is " + NAME).encode())
    fonts["/Properties"] = {"/L1": layer}
    fonts["/XObject"] = {"/I1": face, "/X1": unused}
    made.page["/Contents"] = [made.page["/Contents"], made.add({}, lines.encode())]
    signed = made.add({"/Type": "/Sig", "/Filter": "/Adobe.PPKLite", "/ByteRange": [0, 1, 2, 3], "/Name": "u:Helen Quarles", "/Contents": "b:00"})
    made.catalog["/AcroForm"] = {"/SigFlags": 3, "/Fields": [made.add({"/FT": "/Sig", "/T": "u:signed", "/V": signed})]}
    return made.save()


all_on_one("qpdf", {"words-in-a-layer-that-is-off": ("hidden-layer", "aunt"), "words-in-no-ink": ("invisible-text", "father"), "words-cut-off": ("clipped-text", "uncle"), "face-behind-a-mask": ("masked-picture", ""),
                    "form-that-no-page-paints": ("orphaned-object", "sister"), "signed": ("signature", "Quarles")}, qpdf_layered)


def later_saved(folder):
    """What Chromium wrote, with a name on a page, and the page written anew at the end of the file."""
    (folder / "in.html").write_text(HEAD % "" + BODY + f"<p>The father is {NAME} of Elmfield.")
    run(folder, "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={folder}/old.pdf", f"file://{folder}/in.html")
    old = (folder / "old.pdf").read_bytes()
    page = re.search(rb"(\d+) 0 obj\s*<</Type /Page\n", old)
    root = re.search(rb"/Root (\d+) 0 R", old)[1]
    size = re.search(rb"/Size (\d+)", old)[1]
    before = old[old.rindex(b"startxref") + 9:].split()[0]
    body = old[page.end():old.index(b"endobj", page.end())]
    parent = re.search(rb"/Parent (\d+) 0 R", body)[1]
    at = len(old) + 1
    fresh = b"%s 0 obj\n<</Type /Page/Parent %s 0 R/MediaBox[0 0 595 842]/Resources<<>>>>\nendobj\n" % (page[1], parent)
    table = at + len(fresh)
    fresh += b"xref\n%s 1\n%010d 00000 n \ntrailer\n<</Size %s/Root %s 0 R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (page[1], at, size, root, before, table)
    (folder / "out.pdf").write_bytes(old + b"\n" + fresh)
    return folder / "out.pdf"


all_on_one("chromium", {"page-taken-out-and-saved": ("earlier-revision", "Quillfeather")}, later_saved)


def programs():
    """Those of the programs that this machine has."""
    return {program for program in {each["program"] for each in MADE} if shutil.which(program)}
