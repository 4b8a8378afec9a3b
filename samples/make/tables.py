"""Writes a table as the office programs of agencies do: XLSX, ODS, DOCX, CSV. Standard library only.

A table is a list of rows of strings; the first row holds the headings. Marks inside a cell:
"^" merged with the cell above, "<" merged with the cell to its left, a backslash and n for a line break.
"""
import datetime
import re
import zipfile
from xml.sax.saxutils import escape

ISO = re.compile(r"\d{4}-\d\d-\d\d$")
TIME = re.compile(r"(\d\d):(\d\d)$")
NUMBER = re.compile(r"\d+(\.\d+)?$")


def read_rows(path):
    rows = []
    for line in open(path, encoding="utf-8"):
        if line.strip():
            rows.append([c.strip().replace("\\n", "\n") for c in line.rstrip("\n").split("|")])
    return rows


def curly(text):
    text = re.sub(r'(^|[\s(\[])"', "\\1\u201c", text).replace('"', "\u201d")
    return text.replace("'", "\u2019")


def store(path, parts):
    """Zips the parts in order, the same bytes each time."""
    with zipfile.ZipFile(path, "w") as z:
        for name, text in parts:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            z.writestr(info, text)


def merged_down(rows, r, c):
    n = 1
    while r + n < len(rows) and rows[r + n][c] == "^":
        n += 1
    return n


def merged_right(row, c):
    n = 1
    while c + n < len(row) and row[c + n] == "<":
        n += 1
    return n


# ---------------------------------------------------------------- XLSX

def serial(day):
    return (datetime.date.fromisoformat(day) - datetime.date(1899, 12, 30)).days


def column(n):
    return chr(ord("A") + n)


def write_xlsx(path, rows, title, sheet="Chronology", creator="Business support"):
    strings, index, merges, body = [], {}, [], []

    def shared(text, rich=False):
        key = (text, rich)
        if key not in index:
            index[key] = len(strings)
            if rich and len(text) > 8:
                cut = len(text) // 2
                strings.append('<si><r><t xml:space="preserve">%s</t></r><r><rPr><i/><sz val="11"/><rFont val="Calibri"/></rPr>'
                               '<t xml:space="preserve">%s</t></r></si>' % (escape(text[:cut]), escape(text[cut:])))
            else:
                strings.append('<si><t xml:space="preserve">%s</t></si>' % escape(text))
        return index[key]

    width = len(rows[0])
    body.append('<row r="1"><c r="A1" s="3" t="s"><v>%d</v></c></row>' % shared(title))
    merges.append("A1:%s1" % column(width - 1))
    first = 3
    for r, row in enumerate(rows):
        number, cells = first + r, []
        for c, text in enumerate(row):
            at = "%s%d" % (column(c), number)
            down, right = merged_down(rows, r, c), merged_right(row, c)
            if text not in ("^", "<") and (down > 1 or right > 1):
                merges.append("%s:%s%d" % (at, column(c + right - 1), number + down - 1))
            if text in ("", "^", "<"):
                cells.append('<c r="%s" s="4"/>' % at)
            elif r == 0:
                cells.append('<c r="%s" s="3" t="s"><v>%d</v></c>' % (at, shared(text)))
            elif ISO.match(text):
                cells.append('<c r="%s" s="1"><v>%d</v></c>' % (at, serial(text)))
            elif TIME.match(text):
                h, m = map(int, TIME.match(text).groups())
                cells.append('<c r="%s" s="2"><v>%s</v></c>' % (at, repr((h * 60 + m) / 1440)))
            elif NUMBER.match(text):
                cells.append('<c r="%s"><v>%s</v></c>' % (at, text))
            elif r % 17 == 5 and c == 2:
                cells.append('<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (at, escape(curly(text))))
            else:
                cells.append('<c r="%s" s="4" t="s"><v>%d</v></c>' % (at, shared(curly(text), r % 9 == 4)))
        body.append('<row r="%d">%s</row>' % (number, "".join(cells)))
    ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    pkg = "http://schemas.openxmlformats.org/package/2006"
    store(path, [
        ("[Content_Types].xml", head + '<Types xmlns="%s/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>' % pkg),
        ("_rels/.rels", head + '<Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="%s/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>' % (pkg, rel, pkg)),
        ("docProps/core.xml", head + '<cp:coreProperties xmlns:cp="%s/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:creator>%s</dc:creator></cp:coreProperties>' % (pkg, escape(title), escape(creator))),
        ("xl/workbook.xml", head + '<workbook %s xmlns:r="%s"><sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>' % (ns, rel, sheet)),
        ("xl/_rels/workbook.xml.rels", head + '<Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%s/styles" Target="styles.xml"/><Relationship Id="rId3" Type="%s/sharedStrings" Target="sharedStrings.xml"/></Relationships>' % (pkg, rel, rel, rel)),
        ("xl/styles.xml", head + '<styleSheet %s><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>' % ns),
        ("xl/sharedStrings.xml", head + '<sst %s count="%d" uniqueCount="%d">%s</sst>' % (ns, len(strings), len(strings), "".join(strings))),
        ("xl/worksheets/sheet1.xml", head + '<worksheet %s><dimension ref="A1:%s%d"/><cols><col min="1" max="2" width="12" customWidth="1"/><col min="3" max="%d" width="34" customWidth="1"/></cols><sheetData>%s</sheetData><mergeCells count="%d">%s</mergeCells></worksheet>' % (ns, column(width - 1), first + len(rows) - 1, width, "".join(body), len(merges), "".join('<mergeCell ref="%s"/>' % m for m in merges))),
    ])


# ---------------------------------------------------------------- ODS

def write_ods(path, rows, title, sheet="Chronology"):
    width = len(rows[0])

    def paragraphs(text):
        return "".join("<text:p>%s</text:p>" % escape(line).replace("  ", ' <text:s/>') for line in text.split("\n"))

    out = ['<table:table-row table:style-name="ro1"><table:table-cell office:value-type="string" table:number-columns-spanned="%d" table:number-rows-spanned="1"><text:p>%s</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="%d"/></table:table-row>' % (width, escape(title), width - 1),
           '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="%d"/></table:table-row>' % width]
    for r, row in enumerate(rows):
        cells, empty = [], 0

        def flush():
            nonlocal empty
            if empty:
                cells.append("<table:table-cell%s/>" % (' table:number-columns-repeated="%d"' % empty if empty > 1 else ""))
                empty = 0

        for c, text in enumerate(row):
            if text == "":
                empty += 1
                continue
            flush()
            span = ""
            down, right = merged_down(rows, r, c), merged_right(row, c)
            if down > 1 or right > 1:
                span = ' table:number-columns-spanned="%d" table:number-rows-spanned="%d"' % (right, down)
            if text in ("^", "<"):
                cells.append("<table:covered-table-cell/>")
            elif r and ISO.match(text):
                y, m, d = text.split("-")
                cells.append('<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="%s"%s><text:p>%s/%s/%s</text:p></table:table-cell>' % (text, span, d, m, y[2:]))
            elif r and TIME.match(text):
                h, m = TIME.match(text).groups()
                cells.append('<table:table-cell table:style-name="ce2" office:value-type="time" office:time-value="PT%sH%sM00S"%s><text:p>%s:%s</text:p></table:table-cell>' % (h, m, span, h, m))
            elif r and NUMBER.match(text):
                cells.append('<table:table-cell office:value-type="float" office:value="%s"%s><text:p>%s</text:p></table:table-cell>' % (text, span, text))
            else:
                cells.append('<table:table-cell office:value-type="string"%s>%s</table:table-cell>' % (span, paragraphs(text)))
        flush()
        cells.append('<table:table-cell table:number-columns-repeated="%d"/>' % (1024 - width))
        body = '<table:table-row table:style-name="ro1">%s</table:table-row>' % "".join(cells)
        out.append("<table:table-header-rows>%s</table:table-header-rows>" % body if r == 0 else body)
    out.append('<table:table-row table:number-rows-repeated="%d"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>' % (1048576 - len(rows) - 3))
    o = "urn:oasis:names:tc:opendocument:xmlns:"
    ns = " ".join('xmlns:%s="%s%s:1.0"' % (p, o, p if p != "fo" else "xsl-fo-compatible") for p in ("office", "table", "text", "style", "fo"))
    ns += ' xmlns:number="%sdatastyle:1.0"' % o
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    store(path, [
        ("mimetype", kind),
        ("content.xml", head + '<office:document-content %s office:version="1.2"><office:automatic-styles><number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year/></number:date-style><number:time-style style:name="N2"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="ce2" style:family="table-cell" style:data-style-name="N2"/><style:style style:name="ro1" style:family="table-row"/></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="%s"><table:table-column table:number-columns-repeated="1024"/>%s</table:table></office:spreadsheet></office:body></office:document-content>' % (ns, sheet, "".join(out))),
        ("META-INF/manifest.xml", head + '<manifest:manifest xmlns:manifest="%smanifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="%s"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>' % (o, kind)),
    ])


# ---------------------------------------------------------------- DOCX

def run(text, bold=False):
    style = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = text.split("\n")
    inner = "<w:br/>".join('<w:t xml:space="preserve">%s</w:t>' % escape(l) for l in lines)
    return "<w:r>%s%s</w:r>" % (style, inner)


def paragraph(text, bold=False, split=False):
    """One paragraph; Word cuts a text into runs at odd places when it was edited or spell-checked."""
    text = curly(text)
    if split and len(text) > 12:
        cut = len(text) // 3
        runs = run(text[:cut], bold) + '<w:proofErr w:type="spellStart"/>' + run(text[cut:2 * cut], bold) + '<w:proofErr w:type="spellEnd"/>' + run(text[2 * cut:], bold)
    else:
        runs = run(text, bold) if text else ""
    return "<w:p>%s</w:p>" % runs


def write_docx(path, rows, title, before=(), widths=None, creator="School office"):
    width = len(rows[0])
    widths = widths or [1500] * width
    table = ['<w:tr><w:tc><w:tcPr><w:gridSpan w:val="%d"/></w:tcPr>%s</w:tc></w:tr>' % (width, paragraph(title, bold=True))]
    for r, row in enumerate(rows):
        cells = []
        for c, text in enumerate(row):
            if text == "<":
                continue
            right = merged_right(row, c)
            props = '<w:tcW w:w="%d" w:type="dxa"/>' % sum(widths[c:c + right])
            if right > 1:
                props += '<w:gridSpan w:val="%d"/>' % right
            if text == "^":
                props += "<w:vMerge/>"
            elif merged_down(rows, r, c) > 1:
                props += '<w:vMerge w:val="restart"/>'
            cells.append("<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>" % (props, paragraph("" if text == "^" else text, bold=r == 0, split=r % 4 == 2)))
        props = "<w:trPr><w:tblHeader/></w:trPr>" if r == 0 else "<w:trPr><w:cantSplit/></w:trPr>"
        table.append("<w:tr>%s%s</w:tr>" % (props, "".join(cells)))
    grid = "".join('<w:gridCol w:w="%d"/>' % w for w in widths)
    borders = "".join('<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>' % s for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
    body = "".join(paragraph(t) for t in before)
    body += '<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblBorders>%s</w:tblBorders></w:tblPr><w:tblGrid>%s</w:tblGrid>%s</w:tbl><w:p/>' % (sum(widths), borders, grid, "".join(table))
    body += '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    pkg = "http://schemas.openxmlformats.org/package/2006"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    store(path, [
        ("[Content_Types].xml", head + '<Types xmlns="%s/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>' % pkg),
        ("_rels/.rels", head + '<Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="%s/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>' % (pkg, rel, pkg)),
        ("docProps/core.xml", head + '<cp:coreProperties xmlns:cp="%s/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:creator>%s</dc:creator></cp:coreProperties>' % (pkg, escape(title), escape(creator))),
        ("word/document.xml", head + '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>' % body),
    ])


# ---------------------------------------------------------------- CSV and XML

def write_csv(path, rows, delimiter=",", encoding="utf-8", bom=b"", quotes=curly, ends="\r\n"):
    def cell(text):
        text = quotes(text)
        if any(ch in text for ch in (delimiter, '"', "\n", "\r")):
            return '"' + text.replace('"', '""') + '"'
        return text

    text = "".join(delimiter.join(cell(c) for c in row) + ends for row in rows)
    with open(path, "wb") as f:
        f.write(bom + text.encode(encoding))


def write_xml(path, rows, agency):
    names = rows[0]
    attributes = ("date", "time", "seq", "key", "background", "contact", "same-as")
    out = ['<?xml version="1.0" encoding="UTF-8"?>', "<!-- Invented. No real person, place or case. -->", '<chronology agency="%s">' % agency]
    for n, row in enumerate(rows[1:], 1):
        cells = dict(zip(names, row))
        tag = ' id="e%d"' % n
        for name in attributes:
            if cells.get(name):
                tag += ' %s="%s"' % (name, escape(cells[name], {'"': "&quot;"}))
        out.append("  <event%s>" % tag)
        for name in names:
            if name not in attributes and cells[name]:
                out.append("    <%s>%s</%s>" % (name, escape(cells[name]), name))
        out.append("  </event>")
    out.append("</chronology>")
    open(path, "w", encoding="utf-8").write("\n".join(out) + "\n")
