"""Makes Word, OpenDocument and web files that each hide one sentence in one way, or only look so.

No real person, place or case; telephone numbers are from Ofcom's range for drama."""
import io
import zipfile

NAME = "Perpetua Quillfeather"
RISKS, CLEAN = [], []  # {"name", "file", "rule", "words", "build"}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "".join(f" xmlns:{key}='{value}'" for key, value in {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "r": OFFICE[:-1], "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture", "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpi": "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006", "v": "urn:schemas-microsoft-com:vml", "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml", "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart", "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram"}.items())
ODT = "".join(f" xmlns:{key}='urn:oasis:names:tc:opendocument:xmlns:{value}:1.0'" for key, value in {
    "office": "office", "text": "text", "table": "table", "style": "style", "fo": "xsl-fo-compatible", "draw": "drawing", "svg": "svg-compatible", "meta": "meta", "form": "form",
    "script": "script", "config": "config"}.items()) + " xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:dc='http://purl.org/dc/elements/1.1/' office:version='1.3'"
STORY = ["The health visitor called on the family in March.", "Nobody asked the child how things were at home.", "Help came late, and each agency knew only a part."]
STYLES = ("<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Calibri'/><w:sz w:val='22'/><w:lang w:val='en-GB'/></w:rPr></w:rPrDefault></w:docDefaults>"
          "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
          "<w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
          "<w:style w:type='table' w:default='1' w:styleId='TableNormal'><w:name w:val='Normal Table'/></w:style>")


def packed(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data)
    return made.getvalue()


def related(rows):
    """Relationships of {id: (kind, target)}; a kind with a colon stands as it is, a target that begins with > lies outside."""
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + "".join(
        f"<Relationship Id='{each}' Type='{kind if ':' in kind else OFFICE + kind}' Target='{target.lstrip('>')}'{' TargetMode=' + chr(34) + 'External' + chr(34) if target.startswith('>') else ''}/>"
        for each, (kind, target) in rows.items()) + "</Relationships>"


def paragraph(inside, properties=""):
    return f"<w:p>{'<w:pPr>' + properties + '</w:pPr>' if properties else ''}{inside}</w:p>"


def run(words, properties=""):
    return f"<w:r>{'<w:rPr>' + properties + '</w:rPr>' if properties else ''}<w:t xml:space='preserve'>{words}</w:t></w:r>"


def word(body, styles="", settings="", rels=None, parts=None, types="", section=""):
    """A Word file: `parts` are further parts by name, `rels` the relationships of the text."""
    own = {"s": ("styles", "styles.xml"), "t": ("settings", "settings.xml")} | (rels or {})
    spaced = {name: data if isinstance(data, bytes) or not data.startswith("<") or " xmlns" in data[:data.index(">")] else data.replace(data[1:].split(">")[0].split(" ")[0].rstrip("/"), data[1:].split(">")[0].split(" ")[0].rstrip("/") + WORD, 1)
              for name, data in (parts or {}).items()}
    story = paragraph(run("What happened"), "<w:pStyle w:val='Heading1'/>") + "".join(paragraph(run(each)) for each in STORY)
    return packed([
        ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/>"
         "<Default Extension='jpeg' ContentType='image/jpeg'/><Default Extension='png' ContentType='image/png'/><Default Extension='html' ContentType='text/html'/><Default Extension='rtf' ContentType='application/rtf'/><Default Extension='docx' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document'/>"
         f"<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/>{types}</Types>"),
        ("_rels/.rels", related({"r1": ("officeDocument", "word/document.xml")})),
        ("word/document.xml", f"<w:document{WORD}><w:body>{story}{body}<w:sectPr>{section}<w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:top='1440' w:right='1440' w:bottom='1440' w:left='1440'/></w:sectPr></w:body></w:document>"),
        ("word/_rels/document.xml.rels", related(own)),
        ("word/styles.xml", f"<w:styles{WORD}>{STYLES}{styles}</w:styles>"),
        ("word/settings.xml", f"<w:settings{WORD}>{settings}</w:settings>"),
        *spaced.items()])


def open_document(body, automatic="", common="", masters="", meta="", before="", parts=None):
    story = "<text:h text:outline-level='1'>What happened</text:h>" + "".join(f"<text:p>{each}</text:p>" for each in STORY)
    names = "".join(f"<manifest:file-entry manifest:full-path='{name}' manifest:media-type='{'text/xml' if name.endswith('.xml') else 'image/jpeg'}'/>" for name in ("content.xml", "styles.xml", "meta.xml", *(parts or {})))
    return packed([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", f"<office:document-content{ODT}><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{before}{story}{body}</office:text></office:body></office:document-content>"),
        ("styles.xml", f"<office:document-styles{ODT}><office:styles><style:default-style style:family='paragraph'><style:text-properties fo:font-size='12pt' fo:language='en' fo:country='GB'/></style:default-style><style:style style:name='Standard' style:family='paragraph'/>{common}</office:styles>"
         "<office:automatic-styles><style:page-layout style:name='L1'><style:page-layout-properties fo:page-width='21cm' fo:page-height='29.7cm' fo:margin-left='2cm' fo:margin-right='2cm' fo:margin-top='2cm' fo:margin-bottom='2cm'/></style:page-layout></office:automatic-styles>"
         f"<office:master-styles>{masters or chr(60) + 'style:master-page style:name=' + chr(39) + 'Standard' + chr(39) + ' style:page-layout-name=' + chr(39) + 'L1' + chr(39) + '/>'}</office:master-styles></office:document-styles>"),
        ("meta.xml", f"<office:document-meta{ODT}><office:meta><dc:title>Review of Child K</dc:title>{meta}</office:meta></office:document-meta>"),
        *(parts or {}).items(),
        ("META-INF/manifest.xml", f"<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><manifest:file-entry manifest:full-path='/' manifest:media-type='application/vnd.oasis.opendocument.text'/>{names}</manifest:manifest>")])


def web(body, style="", head=""):
    story = "".join(f"<p>{each}</p>" for each in STORY)
    return (f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>Review of Child K</title>{"<style>" + style + "</style>" if style else ""}{head}</head>'
            f"<body><main><h1>Review of Child K</h1>{story}{body}</main></body></html>\n").encode()


def risk(name, kind, rule, build, words=NAME):
    RISKS.append({"name": f"{kind}-{name}", "file": kind, "rule": rule, "words": words, "build": build})


def clean(name, kind, build):
    CLEAN.append({"name": f"{kind}-{name}", "file": kind, "build": build})
