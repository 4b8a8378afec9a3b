"""A report as source of groff's ms macros, with tbl for the tables."""
import re


def escape(text):
    text = text.replace("\\", "\\e").replace("|", "\\[ba]")
    text = re.sub(r"\*\*(.+?)\*\*", r"\\f[B]\1\\f[]", text).replace("'", "\\[aq]")
    return "\\&" + text if text[:1] in ".'" else text


class Writer:
    """Writes one report as lines of groff."""

    def __init__(self, report, pages):
        self.report, self.look, self.pages, self.out = report, report.look, pages, []

    def say(self, *lines):
        self.out.extend(lines)

    def words(self, md):
        """The words, with notes behind them as ms sets them."""
        parts = re.split(r"\[\^(\d+)\]", md)
        if len(parts) == 1: return [escape(md)]
        if self.look.get("notes") == "end": return [escape(parts[0]) + f"\\*{{{parts[1]}\\*}}" + escape(parts[2]).lstrip()] if not parts[2].startswith(" ") else [escape(parts[0]) + f"\\*{{{parts[1]}\\*}}", escape(parts[2].strip())]
        lines = [escape(parts[0]) + f"\\*{{{parts[1]}\\*}}", ".FS " + parts[1], escape(self.report.notes[int(parts[1]) - 1]), ".FE"]
        return lines + ([escape(parts[2].strip())] if parts[2].strip() else [])

    def setup(self):
        look = self.look
        wide, high = ("29.7c", "21c") if look.get("landscape") else {"letter": ("21.6c", "27.9c"), "A5": ("14.8c", "21c")}.get(look.get("paper"), ("21c", "29.7c"))
        footer = look["footer"].replace("{p}", "\\\\n[%]").replace("{n}", str(self.pages)).replace("    ", "\\ \\ \\ \\ ")
        self.say(f".pl {high}", ".nr PO 2.2c", f".nr LL {wide}-4.4c", f".nr LT {wide}-4.4c", ".nr HM 2.4c", ".nr FM 2.4c", f".nr PS {look['body']}p", f".nr VS {look['body'] * 1.22:.1f}p",
                 f".nr PD {0 if look.get('indented') else '.35v'}", f".fam {dict(serif='T', sans='H', mono='C')[look['family']]}", ".ds LH", ".ds RH", ".ds LF", ".ds RF", f".ds CH {escape(look.get('header', ''))}", f".ds CF {escape(footer)}" if "\\" not in footer else f".ds CF {footer}",
                 ".nr HY 6" if look.get("justified") else ".nr HY 0", ".defcolor tint rgb #" + look.get("colour", "000000"), ".P1", ".nr FL \\n[LL]")
        if not look.get("justified"): self.say(".de ragged", ".na", "..", ".am LP", ".na", "..", ".am IP", ".na", "..")
        if look.get("indented"): self.say(".nr PI 2n")

    def heading(self, block):
        size = self.look["sizes"][block["level"] - 1]
        text = escape(block["text"])
        words = self.look["looks"][block["level"] - 1].split() if "looks" in self.look else ["bold"]
        if self.look.get("chapter_header") and block["level"] == 1: self.say(f".ds CH {text}")
        self.say(".LP", ".ne 5v", ".sp .6v", f".ps {size}p", ".ft " + ("BI" if "bold" in words and "italic" in words else "B" if "bold" in words else "I" if "italic" in words else "R"), ".gcolor tint", *([".ce"] if "centre" in words else []), *([".nop \\Z'\\v'2p'\\D'l \\w'" + text + "'u 0''" + text] if ("underlined" in words or self.look.get("underlined") and block["level"] == 1) else [text]), ".br", ".gcolor", ".ft", f".ps \\n[PS]u", ".sp .15v")

    def lists(self, blocks, at):
        level = 1
        while at < len(blocks) and blocks[at]["type"] == "list_item":
            block = blocks[at]
            while level < block["level"]: self.say(".RS"); level += 1
            while level > block["level"]: self.say(".RE"); level -= 1
            marker = {"•": "\\(bu", "–": "\\(en"}.get(block["marker"], block["marker"])
            self.say(f'.IP "{marker}" {"5" if block["ordered"] else "3"}', *self.words(block["md"]))
            at += 1
        while level > 1: self.say(".RE"); level -= 1
        return at

    def table(self, block):
        long = len(block["rows"]) > 9 and block["header_rows"] and not self.look.get("columns")
        wide = 25.3 if self.look.get("landscape") else 10.4 if self.look.get("paper") == "A5" else 16.6
        if self.look.get("columns"): wide = 7.6
        shape = {(r, c): (h, w) for r, c, h, w in block["spans"]}
        total, count = sum(block["widths"]), len(block["widths"])
        gaps = .7 * count
        self.say(".LP" , ".ps -1", f".TS{' H' if long else ''}", {"ruled": "allbox;", "rows": "nospaces;", "none": "nospaces;", "zebra": "nospaces;"}[block["borders"]])
        formats = []
        for r, row in enumerate(block["rows"]):
            line = []
            for c in range(count):
                if any(r == sr and sc < c < sc + w for (sr, sc), (h, w) in shape.items()): line.append("s")
                else: line.append(("lb" if r < block["header_rows"] else "l") + f"tw({(wide - gaps) * block['widths'][c] / total:.2f}c)")
            formats.append(" ".join(line))
        self.say(*formats)
        self.out[-1] += "."
        for r, row in enumerate(block["rows"]):
            cells = []
            for c, words in enumerate(row):
                if any(r == sr and sc < c < sc + w for (sr, sc), (h, w) in shape.items()): continue
                if any(sr < r < sr + h and c == sc for (sr, sc), (h, w) in shape.items()): cells.append("\\^")
                else: cells.append("T{\n.na\n" + escape(words) + "\nT}" if words else "")
            self.say("\t".join(cells))
            if long and r + 1 == block["header_rows"]: self.say(".TH")
            elif block["borders"] == "rows": self.say("_")
        self.say(".TE", ".ps +1", ".sp .5v")

    def figure(self, block):
        self.say(".LP", ".ne 4c", ".sp 3.2c")
        for i, tall in enumerate(block["bars"]):
            self.say(f"\\Z'\\h'{.4 + 1.1 * i:.1f}c'\\M[blue]\\D'P 0 -{tall * .28:.2f}c .8c 0 0 {tall * .28:.2f}c'\\M[]'\\c")
        self.say("\\Z'\\D'l 6c 0''", ".br")

    def body(self):
        blocks, at, broken = self.report.blocks, 0, False
        while at < len(blocks):
            block = blocks[at]
            kind = block["type"]
            if kind == "list_item":
                at = self.lists(blocks, at)
                continue
            if kind == "heading":
                if not broken and self.look.get("columns"): self.say(".2C")
                broken = True
                self.heading(block)
            elif kind in ("title", "subtitle"):
                self.say(*([".sp 6c"] if kind == "title" and self.look.get("cover") else []), ".LP", ".ad c", f".ps {self.look['sizes'][0] * (1.5 if kind == 'title' else 1.1):.0f}p", *([".vs 26p"]), *([".ft B"] if kind == "title" else []), escape(block["text"]), ".br", ".ft", ".ps \\n[PS]u", ".vs \\n[VS]u", ".ad l", ".sp .5v")
            elif kind == "toc":
                self.say(*([".bp"] if self.look.get("cover") else []), ".LP", f".B \"{self.look.get('contents_title', 'Contents')}\"", ".ta \\n[LL]uR")
                for level, text, page in block["items"]: self.say(".br", ("\\h'.7c'" if level > 1 else "") + escape(text) + "\t" + str(page))
                self.say(".br", ".bp")
            elif kind == "table": self.table(block)
            elif kind == "figure": self.figure(block)
            elif kind == "quote": self.say(".LP", ".ne 4v", ".B1", ".LP", ".ft I", escape(block["text"]), ".br", ".ft", ".B2")
            elif kind == "caption": self.say(".LP", ".ne 4v", f".B \"{escape(block['text'])}\"", ".br")
            elif kind == "para" and block.get("num") and self.look.get("hanging"):
                number, words = block["md"].split(" ", 1)
                self.say(f'.IP "{number}" 8n', *self.words(words))
            elif kind == "para" and self.look.get("indented") and at and blocks[at - 1]["type"] == "para": self.say(".PP", *self.words(block["md"]))
            else: self.say(".LP", *self.words(block["md"]))
            at += 1
        if self.look.get("notes") == "end":
            self.heading({"level": 1, "text": "Notes"})
            for i, note in enumerate(self.report.notes): self.say(".LP", f"{i + 1} " + escape(note))


def page(report, pages="?"):
    writer = Writer(report, pages)
    writer.setup()
    writer.body()
    return "\n".join(writer.out) + "\n"
