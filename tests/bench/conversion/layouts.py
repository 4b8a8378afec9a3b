"""Six invented reports, each laid out as boards lay them out. A report is a list of blocks in the form that
`casewright convert --to blocks` writes, which is also what is expected of a reader; besides `text` a block has `md`,
the same words with **strong** ones and [^1] where a note is cited."""
import re
import wording

BOARD = "Tarnshire Safeguarding Children Board"


def plain(md):
    return re.sub(r"\[\^\d+\]", "", md).replace("**", "")


class Report:
    """What is being written: blocks, notes and how the pages look."""

    def __init__(self, layout, seed, look):
        self.layout, self.words, self.look = layout, wording.Words(seed), look
        self.blocks, self.notes, self.chapter, self.part, self.paragraph, self.tables, self.figures = [], [], 0, 0, 0, 0, 0

    def add(self, kind, md=None, **more):
        block = {"type": kind, **({} if md is None else {"md": md, "text": plain(md)}), **more}
        self.blocks.append(block)
        return block

    def cited(self, md, share=.25):
        """The words with a note behind one of their sentences, sometimes."""
        if not self.look.get("notes") or not self.words.chance(share):
            return md
        self.notes.append(self.words.pick(wording.NOTES))
        at = md.find(". ")
        at = at + 1 if at > 0 and self.words.chance(.6) else len(md)
        return f"{md[:at]}[^{len(self.notes)}]{md[at:]}"

    def para(self, **more):
        md = self.cited(self.words.prose())
        if self.words.chance(.1):
            first = md.split(" ")
            md = " ".join([first[0], "**" + " ".join(first[1:3]) + "**", *first[3:]]) if len(first) > 8 and "[^" not in " ".join(first[:4]) else md
        return self.numbered(md) if self.look.get("numbered") else self.add("para", md, **more)

    def numbered(self, md):
        self.paragraph += 1
        number = f"{self.paragraph}." if self.look["numbered"] == "through" else f"{self.chapter}.{self.paragraph}"
        return self.add("para", f"{number} {md}", num=number.rstrip("."))

    def heading(self, level, text=None):
        text = text or self.words.heading()
        if level == 1:
            self.chapter, self.part = self.chapter + 1, 0
            if self.look.get("numbered") == "chapter":
                self.paragraph = 0
        else:
            self.part += 1
        style = self.look.get("heading_numbers", "")
        if style == "dot" and level == 1:
            text = f"{self.chapter}. {text}"
        elif style == "deep":
            text = f"{self.chapter} {text}" if level == 1 else f"{self.chapter}.{self.part} {text}"
        elif style == "caps" and level == 1:
            text = text.upper()
        return self.add("heading", text, level=level)

    def deeper(self, at):
        """A heading of the third level."""
        number = f"{self.chapter}.{self.part}.{at + 1} " if self.look.get("heading_numbers") == "deep" else ""
        return self.add("heading", number + self.words.heading(), level=3)

    def action_plan(self, borders):
        rows = [["No", "Recommendation", "Lead agency", "What will be different", "Due"]]
        for number in range(1, self.words.between(7, 10)):
            rows.append([str(number), self.words.pick(wording.ITEMS).rstrip(";").capitalize() + ".", self.words.pick(wording.AGENCIES), self.words.sentence(), self.words.date()])
        self.table("Action plan", rows, borders, widths=[1, 5, 3, 6, 3])

    def listing(self, style=None, nested=False):
        style = style or self.words.pick(["bullet", "number", "roman", "alpha"])
        forms = {"number": lambda i: f"{i + 1}.", "roman": lambda i: f"({['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'][i]})",
                 "alpha": lambda i: f"({'abcdefg'[i]})", "bullet": lambda i: "•", "dash": lambda i: "–",
                 "arrow": lambda i: "→", "tick": lambda i: "✓", "half": lambda i: f"{'abcdefg'[i]})", "closed": lambda i: f"({i + 1})"}
        for i, item in enumerate(self.words.items()):
            self.add("list_item", item, level=1, ordered=style not in ("bullet", "dash", "arrow", "tick"), marker=forms[style](i), style=style, first=i == 0)
            if nested and self.words.chance(.35):
                for j, deep in enumerate(self.words.some(wording.SUBITEMS, 2)):
                    self.add("list_item", deep, level=2, ordered=False, marker="–", style="dash", first=j == 0)

    def table(self, title, rows, borders, header=1, spans=(), widths=None):
        self.tables += 1
        if title:
            self.add("caption", f"Table {self.tables}: {title}")
        self.add("table", rows=rows, header_rows=header, spans=[list(s) for s in spans], borders=borders,
                 widths=widths or [1] * len(rows[0]))

    def chronology(self, count, borders, periods=False, day_spans=False):
        rows, spans = [["Date", "Agency", "What happened", "Comment"]], []
        left = 0
        for i in range(count):
            if periods and i % 9 == 0:
                spans.append((len(rows), 0, 1, 4))
                rows.append([f"Period {i // 9 + 1}: {self.words.pick(['before the birth', 'the first two years', 'after the move', 'the final months'])}", "", "", ""])
                left = 0
            date = self.words.date()
            if day_spans and left == 0 and i % 9 < 7 and i + 1 < count and self.words.chance(.25):
                spans.append((len(rows), 0, 2, 1))
                left = 2
            deed = self.words.sentence()
            if self.words.chance(.2):
                deed += " " + self.words.sentence()
            comment = self.words.pick(["", "", "No record of this in the agency's file.", "Good practice.", f"See paragraph {self.words.between(2, 5)}.{self.words.between(1, 9)}."])
            rows.append(["" if left == 1 else date, self.words.pick(wording.AGENCIES), deed, comment])
            left = max(0, left - 1)
        self.table("Extract from the combined chronology", rows, borders, spans=spans, widths=[2, 3, 6, 3])

    def counts(self, borders):
        years = [str(y) for y in range(2011, 2011 + self.words.between(3, 5))]
        rows = [["Agency", *years, "Total"]]
        for agency in self.words.some(wording.AGENCIES, self.words.between(4, 7)):
            numbers = [self.words.between(0, 60) for _ in years]
            rows.append([agency, *map(str, numbers), str(sum(numbers))])
        self.table("Contacts by agency and year", rows, borders, widths=[4] + [1] * (len(years) + 1))

    def panel(self, borders, title="Members of the panel"):
        rows = [["Role", "Organisation"], *([r, self.words.pick(wording.AGENCIES)] for r in self.words.some(wording.ROLES, 6))]
        self.table(title, rows, borders, widths=[1, 1])

    def glossary(self):
        rows = [["CIN", "Child in need, as section 17 of the Children Act 1989 has it"], ["CPS", "Crown Prosecution Service"],
                ["IMR", "Individual management review: each agency's own account and analysis of what it did, written by someone who had no part in it"],
                ["MARAC", "Multi-agency risk assessment conference"], ["SCR", "Serious case review"]]
        self.add("table", rows=rows, header_rows=0, spans=[], borders="none", widths=[1, 4])

    def figure(self):
        self.figures += 1
        self.add("figure", alt="Bars showing contacts by year, most of them in 2014", bars=[self.words.between(2, 10) for _ in range(5)])
        self.add("caption", f"Figure {self.figures}: Contacts by year")

    def box(self):
        self.add("quote", f"“{self.words.pick(wording.QUOTES)}” {self.words.pick(['Older sibling', 'Practitioner at the learning event', 'Grandmother'])}")

    def cover(self, title, subtitle):
        self.title = title
        self.add("title", title)
        self.add("subtitle", subtitle)
        self.add("para", f"Commissioned by the {BOARD}")
        if self.look.get("contents"):
            self.add("toc", items=[])


def numbered(seed):
    r = Report("numbered", seed, {"notes": "foot", "numbered": "chapter", "heading_numbers": "dot", "contents": True, "family": "serif", "cover": True,
                                  "header": "Serious Case Review: Child R", "footer": "Page {p} of {n}", "sizes": [16, 12.5], "body": 11})
    r.cover("Serious Case Review: Child R", "Overview report")
    for chapter in range(7):
        r.heading(1)
        for part in range(r.words.between(1, 3)):
            if part:
                r.heading(2)
            for _ in range(r.words.between(2, 5)):
                r.para()
            if r.words.chance(.6):
                r.numbered(r.words.sentence()[:-1] + ". The following was agreed:")
                r.listing()
        if chapter == 2: r.panel("ruled")
        if chapter == 3: r.chronology(22, "ruled", periods=True)
        if chapter == 4: r.counts("ruled")
    r.add("heading", "Appendix A: Glossary", level=1)
    r.glossary()
    return r


def columns(seed):
    r = Report("columns", seed, {"columns": 2, "family": "sans", "footer": f"{BOARD} | {{p}}", "sizes": [14, 11.5], "body": 10, "colour": "1f4e79"})
    r.cover("Learning Brief: Family T", "What practitioners can learn")
    for chapter in range(6):
        r.heading(1)
        r.para()
        if chapter % 2: r.heading(2); r.para()
        if chapter in (0, 2, 4): r.listing("bullet", nested=True)
        if chapter in (1, 3): r.box()
        if chapter == 3: r.panel("rows", "Who took part")
        if chapter == 2: r.figure()
        r.para()
    return r


def typescript(seed):
    r = Report("typescript", seed, {"notes": "end", "heading_numbers": "caps", "family": "serif", "justified": True, "header": "NOT FOR ONWARD COPYING", "footer": "{p}",
                                    "sizes": [12, 12], "body": 12, "underlined": True})
    r.cover("Management Review Concerning Baby L", "Report to the Board, October 2015")
    for chapter in range(6):
        r.heading(1)
        for part in range(r.words.between(1, 2)):
            if part: r.heading(2)
            for _ in range(r.words.between(2, 4)): r.para()
        if chapter in (1, 4): r.listing("alpha" if chapter == 1 else "number")
        if chapter == 2: r.panel("none")
        if chapter == 3: r.chronology(12, "none")
        if chapter == 4: r.box()
    return r


def chronology(seed):
    r = Report("chronology", seed, {"landscape": True, "heading_numbers": "deep", "family": "sans", "header": "Integrated chronology — Child R and siblings", "footer": "{p}",
                                    "sizes": [15, 12], "body": 9.5})
    r.cover("Integrated Chronology", "Child R and siblings, 2011 to 2016")
    for chapter in range(3):
        r.heading(1)
        r.para(); r.para()
        r.heading(2)
        r.para()
        r.chronology(26, "ruled", periods=chapter != 1, day_spans=True)
        r.para()
    r.heading(1)
    r.counts("ruled")
    r.para()
    return r


def official(seed):
    r = Report("official", seed, {"notes": "foot", "contents": True, "heading_numbers": "deep", "family": "sans", "cover": True, "header": f"{BOARD} – final report, May 2016",
                                  "footer": "Review in respect of Young Person J    {p}", "sizes": [20, 14], "body": 11, "colour": "5b2c6f"})
    r.cover("Review in Respect of Young Person J", "Final report of the independent reviewer")
    for chapter in range(6):
        r.heading(1)
        for part in range(r.words.between(2, 3)):
            r.heading(2)
            for _ in range(r.words.between(2, 3)): r.para()
        if chapter in (0, 2): r.listing("bullet", nested=True)
        if chapter == 1: r.panel("ruled")
        if chapter == 2: r.figure()
        if chapter == 3: r.counts("rows")
        if chapter == 4: r.box()
    r.heading(1, "Recommendations")
    for number in range(1, 5):
        r.add("heading", f"Recommendation {number}", level=2)
        r.para()
    for letter in "AB":
        r.add("heading", f"Appendix {letter}: {'Glossary' if letter == 'B' else 'Terms of reference'}", level=1)
        if letter == "B": r.glossary()
        else: r.listing("roman")
    return r


def through(seed):
    r = Report("through", seed, {"notes": "foot", "numbered": "through", "family": "serif", "footer": "{p} of {n}", "sizes": [15, 12], "body": 11, "contents": True})
    r.cover("Child Practice Review", "Concise report, Child M")
    for chapter in range(6):
        r.heading(1)
        for part in range(r.words.between(1, 3)):
            if part: r.heading(2)
            for _ in range(r.words.between(2, 4)): r.para()
        if chapter in (1, 3): r.numbered("The panel asked agencies to:"); r.listing("alpha" if chapter == 1 else "bullet", nested=chapter == 3)
        if chapter == 2: r.counts("rows")
        if chapter == 4: r.chronology(14, "rows")
        if chapter == 5: r.box(); r.figure()
    return r


LAYOUTS = {f.__name__: f for f in (numbered, columns, typescript, chronology, official, through)}
