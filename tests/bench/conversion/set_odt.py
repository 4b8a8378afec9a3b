"""A report as a flat OpenDocument file, which LibreOffice turns into PDF."""
import re
from xml.sax.saxutils import escape

from images import bars_png

SPACES = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"' for short, long in
                  [("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing")])
SPACES += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'


class Writer:
    """Writes one report; what it learns on the way, such as the styles of tables, goes before the text."""

    def __init__(self, report):
        self.report, self.look, self.automatic, self.out, self.tables = report, report.look, [], [], 0

    def inline(self, md):
        text = re.sub(r"\*\*(.+?)\*\*", r'<text:span text:style-name="Strong">\1</text:span>', escape(md))
        if self.look.get("notes") == "foot":
            return re.sub(r"\[\^(\d+)\]", lambda m: f'<text:note text:note-class="footnote" text:id="n{m[1]}"><text:note-citation>{m[1]}</text:note-citation>'
                          f'<text:note-body><text:p text:style-name="Footnote">{escape(self.report.notes[int(m[1]) - 1])}</text:p></text:note-body></text:note>', text)
        return re.sub(r"\[\^(\d+)\]", r'<text:span text:style-name="Super">\1</text:span>', text)

    def paragraph(self, style, md):
        self.out.append(f'<text:p text:style-name="{style}">{self.inline(md)}</text:p>')

    def lists(self, blocks, at):
        level, first = 0, at
        while at < len(blocks) and blocks[at]["type"] == "list_item" and not (at > first and blocks[at]["first"] and blocks[at]["level"] == 1):
            block = blocks[at]
            while level > block["level"]:
                self.out.append("</text:list-item></text:list>")
                level -= 1
            if level == block["level"]: self.out.append("</text:list-item>")
            while level < block["level"]:
                self.out.append(f'<text:list text:style-name="L{blocks[first]["style"]}">' if level == 0 else "<text:list>")
                level += 1
            self.out.append("<text:list-item>")
            self.paragraph("Item", block["md"])
            at += 1
        self.out.append("</text:list-item></text:list>" * level)
        return at

    def table(self, block):
        self.tables += 1
        name = f"T{self.tables}"
        total, wide = sum(block["widths"]), 25.3 if self.look.get("landscape") else 7.8 if self.look.get("columns") else 16.6
        self.automatic.append(f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{wide}cm" table:align="left" fo:margin-bottom="0.3cm"/></style:style>')
        for i, width in enumerate(block["widths"]):
            self.automatic.append(f'<style:style style:name="{name}.{i}" style:family="table-column"><style:table-column-properties style:column-width="{wide * width / total:.2f}cm"/></style:style>')
        self.out.append(f'<table:table table:name="{name}" table:style-name="{name}">' + "".join(f'<table:table-column table:style-name="{name}.{i}"/>' for i in range(len(block["widths"]))))
        shape = {(r, c): (h, w) for r, c, h, w in block["spans"]}
        covered = {(r + i, c + j) for (r, c), (h, w) in shape.items() for i in range(h) for j in range(w)} - set(shape)
        for r, row in enumerate(block["rows"]):
            head = r < block["header_rows"]
            if head and r == 0: self.out.append("<table:table-header-rows>")
            self.out.append('<table:table-row table:style-name="Row">')
            for c, words in enumerate(row):
                if (r, c) in covered:
                    self.out.append("<table:covered-table-cell/>")
                    continue
                h, w = shape.get((r, c), (1, 1))
                spans = (f' table:number-rows-spanned="{h}"' if h > 1 else "") + (f' table:number-columns-spanned="{w}"' if w > 1 else "")
                style = block["borders"] + ("Head" if head and block["borders"] in ("ruled", "zebra") else "Dark" if block["borders"] == "zebra" and r % 2 else "")
                self.out.append(f'<table:table-cell table:style-name="{style}"{spans}>')
                self.paragraph("Heading_cell" if head else "Cell", words)
                self.out.append("</table:table-cell>")
            self.out.append("</table:table-row>")
            if head and r + 1 == block["header_rows"]: self.out.append("</table:table-header-rows>")
        self.out.append("</table:table>")

    def figure(self, block):
        self.out.append('<text:p text:style-name="Figure"><draw:frame draw:name="Chart" text:anchor-type="as-char" svg:width="6cm" svg:height="3.1cm"><draw:image><office:binary-data>'
                        f'{bars_png(block)}</office:binary-data></draw:image><svg:desc>{escape(block["alt"])}</svg:desc></draw:frame></text:p>')

    def body(self):
        blocks, at, inside = self.report.blocks, 0, False
        while at < len(blocks):
            block = blocks[at]
            kind = block["type"]
            if kind == "list_item":
                at = self.lists(blocks, at)
                continue
            if kind == "heading":
                if not inside and self.look.get("columns"):
                    self.out.append('<text:section text:name="Body" text:style-name="Columns">')
                    inside = True
                first = "First" if at and blocks[at - 1]["type"] == "toc" else ""
                self.out.append(f'<text:h text:outline-level="{block["level"]}" text:style-name="Heading{block["level"]}{first}">{self.inline(block["md"])}</text:h>')
            elif kind == "toc":
                self.paragraph("ContentsHead" + ("Break" if self.look.get("cover") else ""), self.look.get("contents_title", "Contents"))
                for level, text, page in block["items"]: self.out.append(f'<text:p text:style-name="Contents{level}">{escape(text)}<text:tab/>{page}</text:p>')
            elif kind == "table": self.table(block)
            elif kind == "figure": self.figure(block)
            elif kind == "para" and block.get("num") and self.look.get("hanging"):
                number, words = block["md"].split(" ", 1)
                self.out.append(f'<text:p text:style-name="Hanging">{number}<text:tab/>{self.inline(words)}</text:p>')
            elif kind == "para" and self.look.get("indented") and at and blocks[at - 1]["type"] == "para": self.paragraph("BodyIndented", block["md"])
            else: self.paragraph({"title": "Title", "subtitle": "Subtitle", "para": "Body", "quote": "Box", "caption": "Caption"}[kind], block["md"])
            at += 1
        if inside: self.out.append("</text:section>")
        if self.look.get("notes") == "end":
            self.out.append('<text:h text:outline-level="1" text:style-name="Heading1">Notes</text:h>')
            for i, note in enumerate(self.report.notes): self.paragraph("Endnote", f"{i + 1} {note}")

    def styles(self):
        look = self.look
        font = look["font"] if "font" in look else "Liberation Serif" if look["family"] == "serif" else "Liberation Sans"
        colour = f'fo:color="#{look["colour"]}"' if "colour" in look else ""
        out = [f'<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit"/><style:text-properties style:font-name="{font}" fo:font-family="{font}" fo:font-size="{look["body"]}pt" fo:language="en" fo:country="GB"'
               f' {"fo:hyphenate=" + chr(34) + "true" + chr(34) + " fo:hyphenation-remain-char-count=" + chr(34) + "2" + chr(34) + " fo:hyphenation-push-char-count=" + chr(34) + "2" + chr(34) if look.get("justified") else ""}/></style:default-style>']

        def add(name, paragraph="", text=""):
            out.append(f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>')
        first, second, third = (*look["sizes"], look["body"])[:3]
        bold = 'fo:font-weight="bold"'
        under = 'style:text-underline-style="solid" style:text-underline-width="auto"' if look.get("underlined") else ""
        justify = 'fo:text-align="justify"' if look.get("justified") else ""
        words = lambda level: look["looks"][min(level, len(look["looks"])) - 1].split() if "looks" in look else ["bold", *(["underlined"] if level == 1 and under else [])]
        white = 'fo:color="#ffffff"'
        underline = 'style:text-underline-style="solid" style:text-underline-width="auto"'
        heading = lambda level: " ".join(how for word, how in (("bold", bold), ("italic", 'fo:font-style="italic"'), ("underlined", underline)) if word in words(level)) + (" " + underline if level == 1 and under and "underlined" not in words(level) else "")
        place = lambda level: ('fo:text-align="center"' if "centre" in words(level) else "") + (f' fo:background-color="#{look["colour"]}" fo:padding="0.15cm"' if look.get("band") and level == 1 else "")
        right = 25.3 if look.get("landscape") else 16.6
        add("Title", f'fo:text-align="center" fo:margin-top="{"6" if look.get("cover") else "0"}cm" fo:margin-bottom="0.5cm"', f'{bold} fo:font-size="{first * 1.5}pt"')
        add("Subtitle", 'fo:text-align="center" fo:margin-bottom="0.6cm"', f'fo:font-size="{first * 1.1}pt"')
        for level, size in ((1, first), (2, second), (3, third)):
            for broken in ("", "First"):
                add(f"Heading{level}{broken}", f'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"{" fo:break-before=" + chr(34) + "page" + chr(34) if broken else ""} {place(level)}', f'{heading(level)} {white if look.get("band") and level == 1 else colour} fo:font-size="{size}pt"')
        if look.get("hanging"): out.append('<style:style style:name="Hanging" style:family="paragraph"><style:paragraph-properties fo:margin-left="1.6cm" fo:text-indent="-1.6cm" fo:margin-bottom="0.25cm"><style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops></style:paragraph-properties></style:style>')
        add("BodyIndented", f'fo:text-indent="0.7cm" {justify}')
        add("Body", f'fo:margin-bottom="0.25cm" fo:orphans="2" fo:widows="2" {justify}')
        add("Item", f"fo:margin-bottom=\"0.05cm\" {justify}")
        add("Box", 'fo:border="0.75pt solid #888888" fo:padding="0.2cm" fo:background-color="#f2f2f2" fo:margin-bottom="0.3cm"', 'fo:font-style="italic"')
        add("Caption", 'fo:margin-top="0.2cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', f'{bold} fo:font-size="{look["body"] * .92:.1f}pt"')
        add("Cell", "", f'fo:font-size="{look["body"] * .92:.1f}pt"')
        add("Heading_cell", "", f'{bold} fo:font-size="{look["body"] * .92:.1f}pt"')
        add("Figure", 'fo:margin-bottom="0.2cm" fo:keep-with-next="always"')
        add("Footnote", 'fo:margin-left="0.5cm" fo:text-indent="-0.5cm"', 'fo:font-size="9pt"')
        add("Endnote", 'fo:margin-bottom="0.1cm"', 'fo:font-size="9pt"')
        add("ContentsHead", "", bold), add("ContentsHeadBreak", 'fo:break-before="page"', bold)
        leader = "" if look.get("contents_leaders") is False else ' style:leader-style="dotted" style:leader-text="."'
        for level in (1, 2, 3):
            out.append(f'<style:style style:name="Contents{level}" style:family="paragraph"><style:paragraph-properties fo:margin-left="{0.7 * (level - 1)}cm"><style:tab-stops><style:tab-stop style:position="{right - 0.7 * (level - 1)}cm" style:type="right"{leader}/></style:tab-stops></style:paragraph-properties></style:style>')
        add("Margin", 'fo:text-align="center"', 'fo:font-size="9pt"')
        out.append(f'<style:style style:name="Strong" style:family="text"><style:text-properties {bold}/></style:style>')
        out.append('<style:style style:name="Super" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>')
        return "".join(out)

    def lists_of_styles(self):
        forms = {"bullet": ("•", None), "number": (None, ("1", "", ".")), "alpha": (None, ("a", "(", ")")), "roman": (None, ("i", "(", ")")), "dash": ("–", None),
                 "arrow": ("→", None), "tick": ("✓", None), "half": (None, ("a", "", ")")), "closed": (None, ("1", "(", ")"))}
        place = lambda level: (f'<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="{1.1 * level:.1f}cm"/></style:list-level-properties>')
        out = []
        for name, (sign, number) in forms.items():
            out.append(f'<text:list-style style:name="L{name}">')
            out.append(f'<text:list-level-style-bullet text:level="1" text:bullet-char="{sign}">{place(1)}</text:list-level-style-bullet>' if sign else
                       f'<text:list-level-style-number text:level="1" style:num-format="{number[0]}" style:num-prefix="{number[1]}" style:num-suffix="{number[2]}">{place(1)}</text:list-level-style-number>')
            out.append(f'<text:list-level-style-bullet text:level="2" text:bullet-char="–">{place(2)}</text:list-level-style-bullet></text:list-style>')
        return "".join(out)

    def margin(self, text):
        return escape(text).replace("{p}", "<text:page-number/>").replace("{n}", "<text:page-count/>").replace("    ", '<text:s text:c="4"/>')

    def file(self):
        self.body()
        size = ("21.59cm", "27.94cm") if self.look.get("paper") == "letter" else ("29.7cm", "21cm") if self.look.get("landscape") else ("21cm", "29.7cm")
        cell = lambda name, what: f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" {what}/></style:style>'
        automatic = (cell("ruled", 'fo:border="0.5pt solid #333333"') + cell("ruledHead", 'fo:border="0.5pt solid #333333" fo:background-color="#ddddee"') + cell("rows", 'fo:border-bottom="0.5pt solid #777777"') + cell("none", "") + cell("zebra", "") + cell("zebraDark", 'fo:background-color="#e6ecf2"') + cell("zebraHead", 'fo:background-color="#c9d6e2"')
                     + '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>'
                     + '<style:style style:name="Columns" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="0.9cm"/></style:section-properties></style:style>'
                     + "".join(self.automatic)
                     + f'<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="{size[0]}" fo:page-height="{size[1]}" style:print-orientation="{"landscape" if self.look.get("landscape") else "portrait"}" fo:margin="2.2cm" fo:margin-top="1.6cm" fo:margin-bottom="1.6cm"/>'
                       '<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>')
        chapter = '<text:chapter text:display="name" text:outline-level="1"/>' if self.look.get("chapter_header") else None
        header = f'<style:header><text:p text:style-name="Margin">{chapter or self.margin(self.look["header"])}</text:p></style:header>' if chapter or "header" in self.look else ""
        footer = f'<style:footer><text:p text:style-name="Margin">{self.margin(self.look["footer"])}</text:p></style:footer>'
        return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
                f'<office:meta><dc:title>{escape(self.report.title)}</dc:title><dc:language>en-GB</dc:language></office:meta><office:styles>{self.styles()}{self.lists_of_styles()}</office:styles>'
                f'<office:automatic-styles>{automatic}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">{header}{footer}</style:master-page></office:master-styles>'
                f'<office:body><office:text>{"".join(self.out)}</office:text></office:body></office:document>')


def page(report):
    return Writer(report).file()
