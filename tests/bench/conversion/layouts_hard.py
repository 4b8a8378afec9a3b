"""Layouts that trip readers: contents without leaders, in a table, under a Welsh title or over several pages; headings that are
questions, letters, parts or findings, or differ from the text by little; lists of other signs; tables whose header takes two rows
or does not come again; boxes beside the text. In the form of layouts.py; Chromium and WeasyPrint also heed a layout's own style."""
import re

import wording
from layouts import BOARD, Report

QUESTIONS = wording.ways("""What happened to Child W?|Why was this review held?|Who took part in it?|What was life like for the children?
Did agencies hear what the children said?|How well did agencies share what they knew?|What got in the way of good practice?|Were the right people asked?
What did the family tell us?|What has changed since 2015?|What needs to change now?|How will we know that it has changed?""")
LONG = wording.ways("""How agencies recognised and responded to the early signs of neglect between the birth of the twins and the first conference
The extent to which the voice of the child was heard, recorded and acted upon by each of the agencies that knew the family
Whether decisions about thresholds were made by the right people at the right time, and on the right information
What the review learned about work with fathers, partners and other men in the household who were seldom seen
How supervision and the oversight of managers helped, or did not help, those who worked with the family""")


class Hard(Report):
    """A report with the forms that the plain layouts do not have."""

    def named(self, level, text, **more):
        """A heading with these words and nothing before them; `more` may say that it is not listed, or stands at the front."""
        if level == 1: self.chapter, self.part, self.paragraph = self.chapter + 1, 0, 0
        else: self.part += 1
        return self.add("heading", text, level=level, **more)

    def legal(self, depth):
        """A paragraph numbered 1.1, or 1.1.1 under it."""
        if depth == 2:
            self.paragraph, self.below = self.paragraph + 1, 0
            number = f"{self.chapter}.{self.paragraph}"
        else:
            self.below += 1
            number = f"{self.chapter}.{self.paragraph}.{self.below}"
        return self.add("para", f"{number} {self.cited(self.words.prose(1, 4))}", num=number)

    def run_in(self):
        words = self.words.heading()
        return self.add("para", f"**{words}.** {self.words.prose()}")

    def aside(self, kind):
        """Words of somebody's own in a box beside the text."""
        words = f"“{self.words.pick(wording.QUOTES)}”"
        return self.add("quote", words, html=f'<aside class="{kind}"><p>{words}</p></aside>')

    def header_of_two_rows(self, borders):
        years = ["2013", "2014", "2015"]
        rows = [["Agency", "Contacts", "", "", "Outcome"], ["", *years, ""]]
        for agency in self.words.some(wording.AGENCIES, 6):
            rows.append([agency, *(str(self.words.between(0, 90)) for _ in years), self.words.pick(["Closed", "Assessed", "Plan made", "No further action, because the threshold was not met"])])
        self.table("Contacts and what came of them", rows, borders, header=2, spans=[(0, 0, 2, 1), (0, 1, 1, 3), (0, 4, 2, 1)], widths=[4, 1, 1, 1, 4])

    def caption_below(self):
        """Puts the caption of the table made last behind it."""
        self.blocks[-2], self.blocks[-1] = self.blocks[-1], self.blocks[-2]

    def grouped(self, count, borders):
        """A chronology whose first column groups several rows."""
        rows, spans = [["Period", "Date", "What happened", "What agencies did"]], []
        for part in range(count):
            inside = self.words.between(2, 4)
            if inside > 1: spans.append((len(rows), 0, inside, 1))
            for i in range(inside):
                rows.append([f"{self.words.pick(['Before', 'After', 'During'])} {self.words.pick(['the birth', 'the move', 'the summer', 'the court case'])}" if i == 0 else "", self.words.date(), self.words.sentence(), self.words.prose(1, 2)])
        self.table("What happened, by period", rows, borders, spans=spans, widths=[2, 2, 5, 6])


def questions(seed):
    """Headings that are questions on bars of colour, contents without leaders under a title of their own, quotes pulled out."""
    r = Hard("questions", seed, {"contents": True, "contents_title": "In this report", "contents_leaders": False, "cover": True, "family": "sans", "font": "Carlito", "header": "Child W: what we learned", "footer": "Page {p} of {n}",
                                 "sizes": [16, 13], "body": 11, "band": True, "colour": "00703c", "looks": ["bold", "bold"],
                                 "css": ".toc i { border: none } .toc p { font-size: 110%; margin-bottom: .5em } .pull { border-top: 2pt solid #00703c; border-bottom: 2pt solid #00703c; margin: 6mm 12mm; text-align: center; font-size: 130%; font-style: italic }"})
    r.cover("Child W", "Local child safeguarding practice review")
    asked = r.words.some(QUESTIONS, len(QUESTIONS))
    for chapter in range(6):
        r.named(1, asked.pop())
        r.para(); r.para()
        if chapter % 2: r.named(2, asked.pop()); r.para(); r.listing("arrow"); r.para()
        if chapter in (0, 3): r.aside("pull"); r.para()
        if chapter == 2: r.listing("dash", nested=True); r.para()
        if chapter == 4: r.header_of_two_rows("ruled"); r.para()
    return r


def welsh(seed):
    """Contents in a table under a Welsh title, front matter on Roman pages, parts, chapters and findings with their numbers."""
    r = Hard("welsh", seed, {"contents": True, "contents_title": "Cynnwys", "contents_table": True, "contents_leaders": False, "notes": "foot", "cover": True, "family": "serif", "header": "Adolygiad Ymarfer Plant · Child Practice Review", "footer": "{p}",
                             "sizes": [17, 13], "body": 11.5, "looks": ["bold centre", "bold"], "css": ".toc table { font-size: 100% } .toc td:last-child { text-align: right; width: 15mm } .toc .d2 td:first-child { padding-left: 8mm }"})
    r.cover("Child Practice Review", "Teulu Glas: an extended review")
    r.named(1, "Foreword", front=True); r.para(); r.para()
    r.named(1, "Acknowledgements", front=True); r.para()
    for number, word in enumerate(("One", "Two", "Three", "Four")):
        r.named(1, f"Part {word}: {r.words.heading()}")
        r.para()
        for finding in range(r.words.between(2, 3)):
            r.named(2, f"Finding {number * 3 + finding + 1}: {r.words.heading()}")
            r.para(); r.para()
        if number == 1: r.listing("half"); r.para()
        if number == 2: r.chronology(16, "rows"); r.para()
    r.named(1, "Appendix 1: Terms of reference"); r.listing("closed")
    return r


def samesize(seed):
    """Headings of the text's own size, told by weight alone; paragraphs 1.1 and 1.1.1 with items (a) under them; justified and hyphenated."""
    r = Hard("samesize", seed, {"notes": "foot", "justified": True, "hanging": True, "family": "serif", "font": "DejaVu Serif", "header": "OFFICIAL – SENSITIVE until published", "footer": "{p}", "sizes": [10, 10], "body": 10,
                                "looks": ["bold", "bold italic"]})
    r.cover("Serious Case Review in Respect of Child V", BOARD)
    for chapter in range(6):
        r.named(1, f"{r.chapter + 1}. {r.words.heading().upper()}")
        for part in range(r.words.between(1, 3)):
            if part: r.named(2, r.words.heading())
            for _ in range(r.words.between(2, 3)):
                r.legal(2)
                if r.words.chance(.4): r.legal(3); r.legal(3)
        if chapter in (1, 4): r.legal(2); r.listing("alpha" if chapter == 1 else "roman")
        if chapter == 2: r.counts("rows")
        if chapter == 3: r.chronology(14, "ruled")
    return r


def unnumbered(seed):
    """Headings of three levels that differ by little and have no number; contents over two pages, with entries of two lines."""
    r = Hard("unnumbered", seed, {"contents": True, "cover": True, "family": "sans", "font": "Liberation Sans", "header": "Thematic review | Tarnshire", "footer": "{p} | Thematic review", "sizes": [13, 12, 11], "body": 11,
                                  "looks": ["bold", "bold", "bold italic"], "css": ".toc .d3 { padding-left: 14mm } .toc a { max-width: 120mm } .toc p { margin-bottom: .55em }"})
    r.cover("Thematic Review", "Children who were not brought to appointments")
    long = r.words.some(LONG, len(LONG))
    for chapter in range(8):
        r.heading(1, long.pop() if chapter % 2 and long else None)
        r.para()
        for part in range(r.words.between(1, 3)):
            r.heading(2)
            r.para()
            for small in range(r.words.between(0, 3)): r.deeper(small); r.para(); r.para()
        if chapter in (1, 5): r.listing("bullet", nested=True); r.para()
        if chapter == 3: r.grouped(4, "ruled"); r.para()
        if chapter == 6: r.box(); r.para()
    return r


def letters(seed):
    """Headings A and A.1, a list of signs, run-in headings, running heads that change sides."""
    r = Hard("letters", seed, {"notes": "foot", "contents": True, "contents_leaders": False, "family": "sans", "font": "Noto Sans", "footer": "{p}", "header": "Review into the deaths of Family Y", "sizes": [15, 12], "body": 10, "looks": ["bold", "bold"], "colour": "333399",
                               "css": ".toc i { border: none } .toc p { justify-content: flex-start } .toc i { flex: none; width: 8mm } @page :left { @top-center { content: none } @top-left { content: 'Review into the deaths of Family Y' } } @page :right { @top-center { content: none } @top-right { font: 9pt sans-serif; content: 'Review into the deaths of Family Y' } }"})
    r.cover("Review into the Deaths of Family Y", "Final report")
    for letter in "ABCDEF":
        r.named(1, f"{letter} {r.words.heading()}")
        r.para()
        for part in range(r.words.between(1, 3)):
            r.named(2, f"{letter}.{part + 1} {r.words.heading()}")
            r.para(); r.run_in() if part else r.para()
        if letter in "BE": r.listing("tick" if letter == "B" else "arrow"); r.para()
        if letter == "C": r.panel("none"); r.para()
        if letter == "D": r.action_plan("rows"); r.para()
    return r


def wide(seed):
    """A landscape of tables: headers of two rows, groups of rows, captions below, headers that do not come again on the next page."""
    r = Hard("wide", seed, {"landscape": True, "family": "sans", "font": "Liberation Sans", "header": "Combined chronology – restricted", "footer": "Page {p}", "sizes": [14, 11], "body": 9, "looks": ["bold", "bold"], "heading_numbers": "dot",
                            "css": "thead { display: table-row-group } .none td { padding: 4pt 9pt }"})
    r.cover("Combined Chronology and Analysis", "Child V and Child W")
    for chapter, borders in enumerate(("rows", "none", "ruled", "zebra")):
        r.heading(1)
        r.para()
        r.chronology(20, borders)
        if chapter % 2: r.caption_below()
        r.para()
        if chapter == 0: r.header_of_two_rows("rows"); r.para()
        if chapter == 2: r.grouped(6, "ruled"); r.para()
    return r


def boxes(seed):
    """Boxes beside the text, a watermark across each page, headings in small capitals."""
    r = Hard("boxes", seed, {"notes": "foot", "family": "serif", "footer": "Page {p} of {n}", "sizes": [15, 12], "body": 10.5, "looks": ["small-caps bold", "italic bold"], "colour": "802020", "justified": True, "mark": "DRAFT",
                             "css": "body::before { content: 'DRAFT'; position: fixed; top: 90mm; left: 35mm; font: bold 90pt sans-serif; color: #e8e8e8; transform: rotate(-40deg); z-index: -1 } .side { float: right; width: 48mm; margin: 0 0 4mm 6mm; padding: 3mm; background: #f4ecd8; font: 9pt sans-serif; text-align: left } .side p { margin: 0 }"})
    r.cover("Learning from Sam's Story", "A review by the partnership")
    for chapter in range(6):
        r.heading(1)
        if chapter in (1, 3): r.aside("side")
        r.para(); r.para(); r.para()
        if chapter % 2 == 0: r.heading(2); r.para(); r.para()
        if chapter in (0, 4): r.listing("bullet"); r.para()
        if chapter == 2: r.figure(); r.para()
        if chapter == 5: r.counts("zebra"); r.para()
    return r


def items(seed):
    """Hardly anything but lists: of every sign, long, nested, over the end of a page, beside numbered paragraphs."""
    r = Hard("items", seed, {"numbered": "through", "hanging": True, "family": "sans", "font": "Carlito", "header": "Action and learning plan", "footer": "{p}/{n}", "sizes": [14, 12], "body": 11, "looks": ["bold", "underlined"], "colour": "444444"})
    r.cover("Learning and Actions", "Companion to the review of Child W")
    for chapter, style in enumerate(("half", "closed", "dash", "arrow", "tick", "roman", "bullet")):
        r.heading(1)
        r.para()
        r.numbered("The partnership should:")
        r.listing(style, nested=style in ("half", "closed", "bullet"))
        r.para()
        if chapter % 2: r.heading(2); r.numbered(r.words.sentence()); r.listing(style); r.para()
    return r


def chapters(seed):
    """Each chapter on a page of its own with its number over its name; notes behind the text; contents of chapters and parts."""
    r = Hard("chapters", seed, {"notes": "end", "contents": True, "cover": True, "chapter_header": True, "family": "serif", "font": "DejaVu Serif", "footer": "{p}", "sizes": [20, 12], "body": 10.5, "looks": ["plain", "bold"], "justified": True,
                                "css": "h2 { break-before: page; margin-top: 25mm }"})
    r.cover("Review of Services for the Z Family", "Volume one")
    for chapter in range(5):
        r.named(1, f"Chapter {chapter + 1} {r.words.heading()}")
        for part in range(r.words.between(2, 3)):
            r.heading(2)
            for _ in range(r.words.between(2, 4)): r.para()
        if chapter == 1: r.listing("closed"); r.para()
        if chapter == 3: r.header_of_two_rows("none"); r.para()
    return r


HARD = {f.__name__: f for f in (questions, welsh, samesize, unnumbered, letters, wide, boxes, items, chapters)}
