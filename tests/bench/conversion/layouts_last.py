"""Three layouts that nothing was tuned on: they are read once, when a reader is thought to be ready. In the form of layouts.py."""
from layouts import BOARD
from layouts_hard import LONG, Hard


def evidence(seed):
    """Findings with their evidence: contents in a box without numbers of chapters, questions in italics, tables without lines between the rows."""
    r = Hard("evidence", seed, {"contents": True, "contents_title": "What this review covers", "contents_leaders": False, "cover": True, "notes": "foot", "family": "serif", "header": "Child Z | Practice review", "footer": "– {p} –",
                                "sizes": [15, 11.5], "body": 11, "looks": ["small-caps bold", "italic bold"], "colour": "224466", "css": ".toc { background: #eef; padding: 5mm } .toc i { border: none }"})
    r.cover("Practice Review: Child Z", "What was learned, and from whom")
    for finding in range(6):
        r.named(1, f"Learning point {finding + 1}: {r.words.heading()}")
        r.para(); r.para()
        r.named(2, f"What is the evidence for learning point {finding + 1}?")
        r.para()
        if finding in (0, 3): r.listing("closed" if finding else "arrow"); r.para()
        if finding == 2: r.header_of_two_rows("zebra"); r.para()
        if finding == 4: r.grouped(3, "ruled"); r.para()
    return r


def rulings(seed):
    """An official look: capitals centred, paragraphs numbered anew in each chapter with items (a), long headings, contents of numbered entries."""
    r = Hard("rulings", seed, {"contents": True, "numbered": "through", "hanging": True, "notes": "foot", "justified": True, "family": "serif", "font": "DejaVu Serif", "header": "IN THE MATTER OF A REVIEW", "footer": "{p}", "sizes": [11, 10], "body": 10,
                               "looks": ["bold centre", "italic"]})
    r.cover("In the Matter of a Review", BOARD)
    long = r.words.some(LONG, len(LONG))
    for chapter in range(5):
        r.named(1, f"{'ABCDE'[chapter]}. {r.words.heading().upper()}")
        for part in range(r.words.between(1, 3)):
            if part: r.named(2, long.pop() if long else r.words.heading())
            for _ in range(r.words.between(2, 4)): r.para()
        if chapter in (1, 3): r.numbered("The panel asked that agencies:"); r.listing("alpha" if chapter == 1 else "roman")
        if chapter == 2: r.chronology(16, "rows")
    return r


def leaflet(seed):
    """A learning leaflet: two columns, headings as questions in colour, ticks and dashes, a quote between rules."""
    r = Hard("leaflet", seed, {"columns": 2, "family": "sans", "font": "Carlito", "footer": "Learning leaflet {p}/{n}", "sizes": [14, 11], "body": 10.5, "colour": "7a3b00", "looks": ["bold", "bold italic"]})
    r.cover("Learning Leaflet: Family X", "Seven minutes to read")
    for chapter in range(6):
        r.named(1, f"{r.words.heading()}: what did we learn?")
        r.para()
        if chapter % 2: r.named(2, r.words.heading()); r.para()
        r.listing("tick" if chapter % 3 == 0 else "dash"); r.para()
        if chapter == 3: r.box(); r.para()
    return r


LAST = {f.__name__: f for f in (evidence, rulings, leaflet)}
