"""Five layouts written after the readers, read once before anything was mended (see README.md). In the form of layouts.py."""
from layouts import BOARD
from layouts_hard import LONG, QUESTIONS, Hard


def mirrored(seed):
    """A small book: justified and hyphenated, other running heads on the left than on the right, pages numbered at the outer edge."""
    r = Hard("mirrored", seed, {"contents": True, "contents_title": "Table of contents", "cover": True, "paper": "A5", "justified": True, "indented": True, "notes": "foot", "family": "serif", "header": "Tarnshire reviews", "footer": "{p}",
                                "sizes": [13, 10.5], "body": 9.5, "looks": ["bold", "italic"], "heading_numbers": "deep", "css": "@page { margin: 18mm 14mm 20mm 20mm } .toc { font-size: 90% }"})
    r.cover("Serious Case Review", "Overview report for Family T")
    for chapter in range(6):
        r.heading(1)
        r.para(); r.para()
        for _ in range(r.words.between(1, 2)): r.heading(2); r.para(); r.para()
        if chapter == 1: r.panel("rows"); r.para()
        if chapter in (2, 4): r.listing("roman", nested=chapter == 4); r.para()
        if chapter == 3: r.counts("none"); r.para()
    return r


def spaced(seed):
    """A typescript with wide lines: headings of the text's own size, notes at the end, tables without lines."""
    r = Hard("spaced", seed, {"family": "serif", "footer": "Final version, page {p} of {n}", "sizes": [12, 12], "body": 12, "notes": "end", "looks": ["bold underlined", "underlined"],
                              "css": "body { line-height: 1.9 } table { line-height: 1.3; border-spacing: 0 6pt }"})
    r.cover("Report of the Serious Case Review", BOARD)
    for chapter in range(5):
        r.heading(1)
        r.para(); r.para()
        if chapter % 2: r.heading(2); r.para(); r.listing("half"); r.para()
        if chapter == 2: r.chronology(14, "none"); r.para()
        if chapter == 4: r.listing("number"); r.para()
    return r


def spanning(seed):
    """Two columns under headings and tables as wide as the page; the others set such a table into one column, or lose it."""
    r = Hard("spanning", seed, {"columns": 2, "not_by": ("groff", "libreoffice", "weasyprint"), "contents": True, "contents_leaders": False, "family": "sans", "font": "Carlito", "header": "Practice review | Child V", "footer": "{p} | Tarnshire", "sizes": [15, 11], "body": 10, "colour": "5a2d81",
                                "looks": ["bold", "bold"], "css": "main h2, main table, main .caption { column-span: all } .toc i { border: none }"})
    r.cover("Child V", "Local child safeguarding practice review")
    asked = r.words.some(QUESTIONS, len(QUESTIONS))
    for chapter in range(5):
        r.named(1, asked.pop())
        r.para(); r.para(); r.para()
        r.named(2, r.words.heading()); r.para(); r.listing("bullet", nested=chapter == 2); r.para(); r.para()
        if chapter in (1, 3): r.chronology(9, "ruled") if chapter == 1 else r.counts("zebra")
    return r


def hanging(seed):
    """Paragraphs numbered 1.1 in the margin under long headings, items (a) below them, an appendix with a glossary and an action plan on its side."""
    r = Hard("hanging", seed, {"contents": True, "contents_title": "CONTENTS", "numbered": "chapter", "heading_numbers": "dot", "hanging": True, "notes": "foot", "family": "sans", "header": "OFFICIAL    Child M", "footer": "Page {p}", "sizes": [14, 12], "body": 11,
                               "looks": ["bold", "bold"], "css": ".hanging { padding-left: 13mm } h2 { border-bottom: 1pt solid #333 }"})
    r.cover("Child M", "Overview report and action plan")
    long = r.words.some(LONG, len(LONG))
    for chapter in range(5):
        r.heading(1)
        for part in range(r.words.between(1, 2)):
            if part: r.named(2, long.pop() if long else r.words.heading())
            for _ in range(r.words.between(2, 4)): r.para()
        if chapter in (1, 2): r.numbered("The terms of reference asked agencies to:"); r.listing("alpha")
        if chapter == 3: r.grouped(3, "rows")
    r.heading(1); r.action_plan("ruled"); r.glossary()
    return r


def cards(seed):
    """A web page printed: each learning point in a box, quotes with a bar at their side, tables striped, light headings of three levels."""
    r = Hard("cards", seed, {"contents": True, "contents_title": "On this page", "contents_leaders": False, "family": "sans", "font": "DejaVu Sans", "footer": "www.tarnshire.example/reviews    {p}/{n}", "sizes": [17, 13, 10.5], "body": 10, "colour": "1d70b8",
                             "looks": ["normal", "bold", "bold"], "css": "blockquote { border: none; border-left: 4pt solid #b1b4b6; background: none; font-style: normal } .toc i { border: none } h2 { border-top: 2pt solid #1d70b8; padding-top: 6pt } ul { background: #f3f2f1; padding-top: 6pt; padding-bottom: 6pt }"})
    r.cover("Learning from the review of Child L", "Published by the partnership")
    for chapter in range(5):
        r.named(1, r.words.heading())
        r.para()
        r.named(2, r.words.heading()); r.para(); r.para()
        if chapter % 2: r.add("heading", r.words.heading(), level=3); r.para(); r.listing("bullet"); r.para()
        if chapter in (0, 3): r.box(); r.para()
        if chapter == 2: r.header_of_two_rows("zebra"); r.para()
    return r


NEXT = {f.__name__: f for f in (mirrored, spaced, spanning, hanging, cards)}
