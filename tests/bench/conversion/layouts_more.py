"""More layouts, of kinds that boards also use: numbers that hang in the margin, paragraphs told apart by their first line
alone, headings of three levels, striped tables without lines, a typewriter's page. In the form of layouts.py."""
import wording
from layouts import BOARD, Report


def margin(seed):
    """Paragraph numbers hang in the margin; the running header names the chapter."""
    r = Report("margin", seed, {"notes": "foot", "numbered": "chapter", "hanging": True, "heading_numbers": "dot", "contents": True, "cover": True, "family": "sans", "font": "DejaVu Sans",
                                "chapter_header": True, "footer": "{p}", "sizes": [15, 11], "body": 9.5, "colour": "00565b", "looks": ["bold", "bold italic"]})
    r.cover("Local Child Safeguarding Practice Review", "Child N and Child O")
    for chapter in range(6):
        r.heading(1)
        for part in range(r.words.between(2, 3)):
            r.heading(2)
            for _ in range(r.words.between(2, 4)): r.para()
        if chapter in (1, 3): r.numbered("The panel asked whether agencies did the following:"); r.listing("roman" if chapter == 1 else "alpha")
        if chapter == 2: r.chronology(30, "ruled", periods=True)
        if chapter == 4: r.counts("zebra")
    return r


def indented(seed):
    """Paragraphs told apart by the indent of their first line, headings in the middle of the page, on American paper."""
    r = Report("indented", seed, {"notes": "foot", "indented": True, "justified": True, "paper": "letter", "family": "serif", "font": "DejaVu Serif", "header": "Baby F: a review of practice",
                                  "footer": "– {p} –", "sizes": [14, 11], "body": 10, "looks": ["small-caps centre bold", "italic centre"]})
    r.cover("A Review of Practice: Baby F", BOARD)
    for chapter in range(6):
        r.heading(1)
        for part in range(r.words.between(1, 2)):
            if part: r.heading(2)
            for _ in range(r.words.between(3, 6)): r.para()
        if chapter in (0, 4): r.listing("bullet" if chapter else "number", nested=chapter == 4)
        if chapter == 2: r.box()
        if chapter == 3: r.panel("rows")
        if chapter == 5: r.counts("none")
    return r


def deep(seed):
    """Three levels of numbered headings, contents in two columns, paragraphs without numbers."""
    r = Report("deep", seed, {"notes": "foot", "heading_numbers": "deep", "contents": True, "contents_columns": 2, "family": "sans", "font": "Noto Sans", "cover": True, "header": "Domestic Homicide Review | Overview report",
                              "footer": "OFFICIAL    {p} of {n}", "sizes": [17, 13, 10.5], "body": 10.5, "looks": ["bold", "bold", "italic"], "colour": "7a1f1f"})
    r.cover("Domestic Homicide Review", "Overview report into the death of Adult Q")
    for chapter in range(5):
        r.heading(1)
        r.para()
        for part in range(r.words.between(2, 3)):
            r.heading(2)
            r.para()
            for small in range(r.words.between(0, 2)):
                r.deeper(small)
                r.para(); r.para()
        if chapter == 0: r.glossary()
        if chapter == 1: r.listing("number")
        if chapter == 2: r.chronology(24, "zebra", day_spans=False)
        if chapter == 3: r.figure(); r.para(); r.listing("bullet", nested=True)
        if chapter == 4: r.action_plan("ruled")
    return r


def striped(seed):
    """Tables with striped rows and no lines, chapters in white on a coloured band, boxes of key points."""
    r = Report("striped", seed, {"family": "sans", "font": "Liberation Sans Narrow", "header": "Thematic review of neglect", "footer": f"{BOARD}    page {{p}}", "sizes": [14, 12], "body": 11, "band": True, "colour": "1d3c5a", "looks": ["bold", "bold"]})
    r.cover("Thematic Review of Neglect", "Eleven families, 2014 to 2017")
    for chapter in range(6):
        r.heading(1)
        r.para(); r.para()
        if chapter % 2: r.heading(2); r.para(); r.listing("bullet")
        if chapter in (0, 3): r.chronology(20, "zebra")
        if chapter in (1, 4): r.box()
        if chapter == 2: r.counts("zebra"); r.para()
        if chapter == 5: r.action_plan("rows")
    return r


def typewriter(seed):
    """A typewriter's page: one size and one weight, chapters in underlined capitals, paragraphs numbered through."""
    r = Report("typewriter", seed, {"numbered": "through", "hanging": True, "heading_numbers": "caps", "family": "mono", "font": "Liberation Mono", "header": "CONFIDENTIAL UNTIL PUBLISHED", "footer": "{p}", "sizes": [10, 10], "body": 10,
                                    "underlined": True, "looks": ["plain", "underlined"]})
    r.cover("Part 8 Review: Child H", "Executive summary, March 2003")
    for chapter in range(5):
        r.heading(1)
        for part in range(r.words.between(1, 2)):
            if part: r.heading(2)
            for _ in range(r.words.between(2, 4)): r.para()
        if chapter in (1, 3): r.numbered("The board asked agencies to:"); r.listing("alpha" if chapter == 1 else "dash")
        if chapter == 2: r.panel("none")
    return r


MORE = {f.__name__: f for f in (margin, indented, deep, striped, typewriter)}
