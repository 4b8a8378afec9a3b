"""A report as a Word file, written here byte by byte, in the ways that people make them: flavours that LibreOffice would tidy away.

  auto    headings and paragraphs that Word numbers by levels linked to styles, lists that begin anew by w:lvlOverride
  legal   the same, chapters in Roman figures and w:isLgl below them, in the namespaces of strict Open XML
  fake    no heading has a style: bold, larger, coloured or in capitals, numbers typed and a tab behind them
  messy   all of it mixed: empty paragraphs for distance, split runs, tracked changes, content controls, headings in a table of one cell or with a
          break in their middle, bullets typed as signs
"""
import html
import io
import random
import re
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
FORMS = {"number": ("decimal", "%1."), "alpha": ("lowerLetter", "(%1)"), "roman": ("lowerRoman", "(%1)"), "half": ("lowerLetter", "%1)"), "closed": ("decimal", "(%1)"), "bullet": ("bullet", "\uf0b7"),
         "dash": ("bullet", "–"), "arrow": ("bullet", "→"), "tick": ("bullet", "✓")}


def run(text, look=""):
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{html.escape(piece, quote=False)}</w:t>' for piece in text.split("\t"))
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{pieces}</w:r>"


class Writer:
    """Writes one report in one flavour."""

    def __init__(self, report, flavour, seed):
        self.report, self.look, self.flavour, self.lot = report, report.look, flavour, random.Random(f"{seed} {flavour}")
        self.out, self.lists, self.free = [], [], 100
        self.messy, self.fake = flavour == "messy", flavour == "fake"

    def words(self, md, look=""):
        """Runs, with bold ones and notes; a messy file cuts them anywhere and marks changes."""
        out = []
        for piece in re.split(r"(\*\*.+?\*\*|\[\^\d+\])", md):
            if note := re.fullmatch(r"\[\^(\d+)\]", piece):
                if self.look.get("notes"): out.append(f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{int(note[1]) + 1}"/></w:r>')
            elif piece.startswith("**"): out.append(run(piece[2:-2], look + "<w:b/>"))
            elif piece and self.messy and len(piece) > 40 and self.lot.random() < .5: out.append(self.cut(piece, look))
            elif piece: out.append(run(piece, look))
        return "".join(out)

    def cut(self, text, look):
        at = self.lot.randrange(5, len(text) - 5)
        one, other = run(text[:at], look), run(text[at:], look)
        kind = self.lot.randrange(4)
        if kind == 0: return one + '<w:proofErr w:type="spellStart"/>' + other
        if kind == 1: return one + f'<w:del w:id="{self.number()}" w:author="A" w:date="2016-01-01T00:00:00Z"><w:r><w:delText xml:space="preserve"> words taken out</w:delText></w:r></w:del><w:ins w:id="{self.number()}" w:author="A" w:date="2016-01-01T00:00:00Z">{other}</w:ins>'
        if kind == 2: return one + f'<w:bookmarkStart w:id="{self.number()}" w:name="b{self.free}"/>' + other + f'<w:bookmarkEnd w:id="{self.free}"/>'
        return one + f"<w:sdt><w:sdtPr><w:id w:val=\"{self.number()}\"/></w:sdtPr><w:sdtContent>{other}</w:sdtContent></w:sdt>"

    def number(self):
        self.free += 1
        return self.free

    def paragraph(self, content, properties=""):
        text = f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"
        if self.messy and self.lot.random() < .1: text = f"<w:sdt><w:sdtPr/><w:sdtContent>{text}</w:sdtContent></w:sdt>"
        self.out.append(text)
        if self.messy and self.lot.random() < .3: self.out.append("<w:p/>" if self.lot.random() < .5 else '<w:p><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p>')

    def heading(self, block):
        level, md = block["level"], block["md"]
        if self.flavour in ("auto", "legal") and (typed := self.counted(block)): return self.paragraph(self.words(md[typed:]), f'<w:pStyle w:val="Heading{level}"/>')
        styled = not self.fake and not (self.messy and self.lot.random() < .5)
        if styled: return self.paragraph(self.words(md), f'<w:pStyle w:val="Heading{level}"/>{"" if not self.numbered_headings() else "<w:numPr><w:numId w:val=" + chr(34) + "0" + chr(34) + "/></w:numPr>"}')
        look = ['<w:b/><w:color w:val="1F4E79"/><w:sz w:val="32"/>', '<w:b/><w:sz w:val="26"/>', "<w:b/><w:i/>"][level - 1]
        if self.messy: look = ['<w:b/><w:sz w:val="32"/>', '<w:b/><w:color w:val="444444"/><w:sz w:val="26"/>', "<w:b/><w:i/>"][level - 1]
        spaced = re.sub(r"^([\d.]+) ", "\\1\t", md)
        place = '<w:keepNext/><w:spacing w:before="240" w:after="60"/>'
        if self.messy and level == 1 and self.lot.random() < .3:
            inside = f'<w:p><w:pPr>{place}</w:pPr>{run(spaced, look)}</w:p>'
            return self.out.append(f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="D9E2F3"/></w:tcPr>{inside}</w:tc></w:tr></w:tbl>')
        if self.messy and len(md) > 24 and self.lot.random() < .3:
            at = md.find(" ", 10)
            return self.paragraph(run(md[:at], look) + f"<w:r><w:br/></w:r>" + run(md[at + 1:], look), place)
        self.paragraph(self.words(spaced, look), place)

    def numbered_headings(self):
        return self.flavour in ("auto", "legal")

    def counted(self, block):
        """How long the number is that Word will write itself."""
        style = self.look.get("heading_numbers")
        if style == "dot" and block["level"] != 1 or style not in ("dot", "deep"): return 0
        match = re.match(r"\d+(\.\d+)*\.? ", block["md"])
        return match.end() if match else 0

    def para(self, block):
        md = block["md"]
        if not block.get("num"): return self.paragraph(self.words(md), "" if not self.messy else '<w:spacing w:after="120"/>')
        rest = md.split(" ", 1)[1]
        if self.flavour in ("auto", "legal") and self.look.get("numbered") == "through": return self.paragraph(self.words(rest), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
        if self.flavour in ("auto", "legal") and self.look.get("numbered") == "chapter" and self.look.get("heading_numbers") == "dot": return self.paragraph(self.words(rest), '<w:pStyle w:val="NumberedText"/>')
        number = md.split(" ", 1)[0]
        self.paragraph(self.words(f"{number}\t{rest}"), '<w:ind w:left="720" w:hanging="720"/>')

    def item(self, block):
        deep = block["level"] - 1
        typed = self.messy and block.get("first") is not None and self.typed
        if self.fake or typed:
            sign = "·" if block["style"] == "bullet" and self.fake else block["marker"]
            return self.paragraph(self.words(f"{sign}\t{block['md']}"), f'<w:ind w:left="{720 + 360 * deep}" w:hanging="360"/>')
        if block["first"] and deep == 0: self.lists.append(block["style"])
        self.paragraph(self.words(block["md"]), f'<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="{deep}"/><w:numId w:val="{9 + len(self.lists)}"/></w:numPr>')

    def table(self, block):
        shape = {(r, c): (h, w) for r, c, h, w in block["spans"]}
        covered = {(r + i, c + j): (r, c) for (r, c), (h, w) in shape.items() for i in range(h) for j in range(w) if i or j}
        rows = []
        for r, row in enumerate(block["rows"]):
            cells = []
            for c, text in enumerate(row):
                root = covered.get((r, c))
                if root and root[1] != c: continue
                h, w = shape.get(root or (r, c), (1, 1))
                span = (f'<w:gridSpan w:val="{w}"/>' if w > 1 else "") + (("<w:vMerge/>" if root else '<w:vMerge w:val="restart"/>') if h > 1 else "")
                bold = "<w:b/>" if r < block["header_rows"] else ""
                pieces = text.split(". ", 1) if self.messy and not root and self.lot.random() < .2 else [text]
                inside = "".join(f"<w:p>{run(p + ('.' if i + 1 < len(pieces) else ''), bold) if p and not root else ''}</w:p>" for i, p in enumerate(pieces))
                cells.append(f"<w:tc><w:tcPr>{span}</w:tcPr>{inside}</w:tc>")
            head = "<w:trPr><w:tblHeader/></w:trPr>" if r < block["header_rows"] and not self.fake else ""
            rows.append(f"<w:tr>{head}{''.join(cells)}</w:tr>")
        columns = '<w:gridCol w:w="2000"/>' * len(block["widths"])
        border = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        self.out.append(f'<w:tbl><w:tblPr><w:tblBorders>{border}</w:tblBorders></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>')
        self.out.append("<w:p/>")

    def contents(self, block):
        self.paragraph(run(self.look.get("contents_title", "Contents"), "<w:b/>"))
        if self.look.get("contents_table"):
            rows = "".join(f"<w:tr><w:tc><w:p>{run(text)}</w:p></w:tc><w:tc><w:p>{run(str(page))}</w:p></w:tc></w:tr>" for _, text, page in block["items"])
            return self.out.append(f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="8000"/><w:gridCol w:w="1000"/></w:tblGrid>{rows}</w:tbl><w:p/>')
        for level, text, page in block["items"]:
            style = f'<w:pStyle w:val="TOC{level}"/>' if not self.fake and not self.messy else '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>'
            self.paragraph(run(f"{text}\t{page}"), style)

    def body(self):
        self.typed = False
        for at, block in enumerate(self.report.blocks):
            kind = block["type"]
            if kind == "list_item":
                if block["first"] and block["level"] == 1: self.typed = self.lot.random() < .5
                self.item(block)
            elif kind == "heading": self.heading(block)
            elif kind == "para": self.para(block)
            elif kind == "table": self.table(block)
            elif kind == "toc": self.contents(block)
            elif kind == "title": self.paragraph(self.words(block["md"], '<w:b/><w:sz w:val="52"/>' if self.fake or self.messy else ""), '<w:jc w:val="center"/>' if self.fake or self.messy else '<w:pStyle w:val="Title"/>')
            elif kind == "subtitle": self.paragraph(self.words(block["md"], '<w:sz w:val="34"/>' if self.fake or self.messy else ""), '<w:jc w:val="center"/>' if self.fake or self.messy else '<w:pStyle w:val="Subtitle"/>')
            elif kind == "caption": self.paragraph(self.words(block["md"], "<w:b/>" if self.fake or self.messy else ""), "" if self.fake or self.messy else '<w:pStyle w:val="Caption"/>')
            elif kind == "quote": self.paragraph(self.words(block["md"], "<w:i/>"), '<w:ind w:left="567" w:right="567"/>')
        return "".join(self.out)

    def styles(self):
        def style(name, shown, paragraph="", look="", based="Normal"):
            return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/><w:basedOn w:val="{based}"/><w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
        out = ['<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>']
        deep = self.look.get("heading_numbers") == "deep"
        for level, size in ((1, 32), (2, 26), (3, 22)):
            counted = self.numbered_headings() and (deep or (level == 1 and self.look.get("heading_numbers") == "dot"))
            linked = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>' if counted else ""
            out.append(style(f"Heading{level}", f"heading {level}", f'{linked}<w:outlineLvl w:val="{level - 1}"/>', f'<w:b/><w:sz w:val="{size}"/>'))
        out.append(style("NumberedText", "Numbered Text", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'))
        for name, shown, look in (("Title", "Title", '<w:b/><w:sz w:val="52"/>'), ("Subtitle", "Subtitle", '<w:sz w:val="34"/>'), ("Caption", "caption", "<w:b/>"), ("ListParagraph", "List Paragraph", ""), ("TOC1", "toc 1", ""), ("TOC2", "toc 2", ""), ("TOC3", "toc 3", "")):
            out.append(style(name, shown, "", look))
        return f'<w:styles xmlns:w="{W}">{"".join(out)}</w:styles>'

    def numbering(self):
        level = lambda at, form, text, more="": f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{720 + 360 * at}" w:hanging="360"/></w:pPr></w:lvl>'
        legal, deep = self.flavour == "legal", self.look.get("heading_numbers") == "deep"
        first = level(0, "upperRoman" if legal else "decimal", "%1" if deep else "%1.", '<w:pStyle w:val="Heading1"/>')
        below = [level(at, "decimal", "%1.%2" + (".%3" if at == 2 else ""), f'<w:pStyle w:val="{f"Heading{at + 1}" if deep else "NumberedText"}"/>{"<w:isLgl/>" if legal else ""}') for at in ((1, 2) if deep else (1,))]
        abstracts = [f'<w:abstractNum w:abstractNumId="1">{first}{"".join(below)}</w:abstractNum>', f'<w:abstractNum w:abstractNumId="2">{level(0, "decimal", "%1.")}</w:abstractNum>']
        names = list(FORMS)
        for at, name in enumerate(names):
            abstracts.append(f'<w:abstractNum w:abstractNumId="{at + 10}">{level(0, *FORMS[name])}{level(1, "bullet", "–")}</w:abstractNum>')
        lists = "".join(f'<w:num w:numId="{10 + i}"><w:abstractNumId w:val="{10 + names.index(name)}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' for i, name in enumerate(self.lists))
        return f'<w:numbering xmlns:w="{W}">{"".join(abstracts)}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>{lists}</w:numbering>'

    def notes(self):
        items = "".join(f'<w:footnote w:id="{i + 2}"><w:p><w:r><w:footnoteRef/></w:r>{run(" " + note)}</w:p></w:footnote>' for i, note in enumerate(self.report.notes))
        return f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{items}</w:footnotes>'

    def file(self):
        body = self.body()
        parts = {"document": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr></w:body></w:document>', "styles": self.styles(), "numbering": self.numbering(), "footnotes": self.notes(),
                 "header1": f'<w:hdr xmlns:w="{W}"><w:p>{run(self.look.get("header", "Review"))}</w:p></w:hdr>'}
        kinds = {"document": "document.main", **{k: k for k in ("styles", "numbering", "footnotes")}, "header1": "header"}
        types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>' for name, kind in kinds.items())
        links = "".join(f'<Relationship Id="rId{i if name != "header1" else 9}" Type="{R}/{name.rstrip("1")}" Target="{name}.xml"/>' for i, name in enumerate(parts) if name != "document")
        strict = self.flavour == "legal"
        change = lambda text: text.replace(W, STRICT).replace(R, "http://purl.oclc.org/ooxml/officeDocument/relationships") if strict else text
        memory = io.BytesIO()
        with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as out:
            declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            out.writestr("[Content_Types].xml", f'{declared}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>')
            spaces = "http://schemas.openxmlformats.org/package/2006/relationships"
            out.writestr("_rels/.rels", change(f'{declared}<Relationships xmlns="{spaces}"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'))
            out.writestr("word/_rels/document.xml.rels", change(f'{declared}<Relationships xmlns="{spaces}">{links}</Relationships>'))
            for name, part in parts.items(): out.writestr(f"word/{name}.xml", change(declared + part))
        return memory.getvalue()


def in_flavour(report, flavour):
    """What stands in the report is what the flavour shows of it: Roman chapters."""
    if flavour != "legal": return
    for block in report.blocks:
        if block["type"] == "heading" and block["level"] == 1 and report.look.get("heading_numbers") in ("dot", "deep") and (number := re.match(r"(\d+)(\.?) ", block["md"])):
            block["text"] = f"{ROMAN[int(number[1])]}{number[2]} {block['text'][number.end():]}"


def document(report, flavour, seed=""):
    data = Writer(report, flavour, seed).file()
    in_flavour(report, flavour)
    return data
