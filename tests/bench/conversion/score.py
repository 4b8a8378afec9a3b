#!/usr/bin/env python3
"""Scores what a reader made of documents against what stands in them.

  score.py EXPECTED FOUND [--each]

Both are folders of files of one name, in the form that `casewright convert --to blocks` writes. An expectation also
has "furniture": patterns of the headers and footers that its pages bear, and may say how many "pages" there are.
Files of one producer (NAME.PRODUCER.json) are averaged together. All measures are between 0 and 1; more is better,
but for what was left in.
"""
import collections
import json
import pathlib
import re
import sys
import unicodedata

READ = ("title", "subtitle", "heading", "para", "quote", "caption", "list_item", "table")
PROSE = ("para", "quote", "caption", "title", "subtitle")
MEASURES = ("text", "heading", "heading+level", "list", "paragraph", "unit", "number", "cell", "adjacency", "footnote", "furniture left", "contents left")
SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "\u2010": "-", "\u2011": "-", "•": " ", "\uf0b7": " ", "▪": " ", "◦": " ",
                      "\u00ad": None, "\u200b": None, "\ufeff": None})
MARKER = re.compile(r"(?:[-*o·–]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")


def simple(text):
    return " ".join(unicodedata.normalize("NFKC", text or "").translate(SAME).split())


def without_marker(text):
    text = simple(text)
    marker = MARKER.match(text)
    return text[marker.end():] if marker else text


def heading_words(text):
    numbered = re.match(r"(\d+(?:\.\d+)*)\.?\s+(.*)", simple(text), re.S)
    return (f"{numbered[1]} {numbered[2]}" if numbered else simple(text)).rstrip(".: ")


def words_of(block):
    if block["type"] == "table":
        return " ".join(simple(cell) for row in block.get("rows", []) for cell in row if cell)
    return without_marker(block.get("text")) if block["type"] == "list_item" else simple(block.get("text"))


def common(one, other):
    """How many characters the two have in common, in order: the longest common subsequence, a machine word at a time."""
    places = collections.defaultdict(int)
    for at, sign in enumerate(one):
        places[sign] |= 1 << at
    row = everything = (1 << len(one)) - 1
    for sign in other:
        met = row & places[sign] if sign in places else 0
        row = (row + met | row - met) & everything
    return len(one) - row.bit_count()


def alike(one, other):
    """How alike two texts are, 0 where a glance says that they are not."""
    if one == other: return 1.0
    if not one or not other or min(len(one), len(other)) < .7 * max(len(one), len(other)): return 0.0
    shared = sum((collections.Counter(one) & collections.Counter(other)).values())
    if 2 * shared < .85 * (len(one) + len(other)): return 0.0
    return 2 * common(one, other) / (len(one) + len(other))


def pairs(wanted, found, least):
    """Which of the wanted texts are among those found, each used once: equal ones first, then the most alike."""
    free = collections.defaultdict(collections.deque)
    for at, text in enumerate(found): free[text].append(at)
    matched, waiting = {}, []
    for at, text in enumerate(wanted):
        if free[text]: matched[at] = free[text].popleft()
        else: waiting.append(at)
    left = [at for at in range(len(found)) if at not in set(matched.values())]
    for at in waiting:
        best = max(((alike(wanted[at], found[other]), other) for other in left), default=(0, 0))
        if best[0] >= least:
            matched[at] = best[1]
            left.remove(best[1])
    return matched


def balance(hits, wanted, found):
    """The F measure; None where there was nothing to find and nothing was found."""
    return 2 * hits / (wanted + found) if wanted + found else None


def score_headings(wanted, found):
    covers = [heading_words(b["text"]) for b in wanted if b["type"] in ("title", "subtitle")]
    expected = [b for b in wanted if b["type"] == "heading"]
    got = [b for b in found if b["type"] == "heading" and all(alike(heading_words(b["text"]), cover) < .85 for cover in covers)]
    met = pairs([heading_words(b["text"]) for b in expected], [heading_words(b["text"]) for b in got], .85)
    shifts = collections.Counter(got[j].get("level", 1) - expected[i]["level"] for i, j in met.items())
    return balance(len(met), len(expected), len(got)), balance(max(shifts.values(), default=0), len(expected), len(got))


def score_texts(wanted, found, kinds, read, least=.9):
    expected = [read(b.get("text")) for b in wanted if b["type"] in kinds]
    got = [read(b.get("text")) for b in found if b["type"] in kinds]
    return balance(len(pairs(expected, got, least)), len(expected), len(got))


def score_numbers(wanted, found):
    """Which numbered paragraphs still say their number, told by the first words behind it."""
    expected = [(b["num"], simple(b["text"])[len(b["num"]):].lstrip(". ")[:25]) for b in wanted if b.get("num")]
    if not expected: return None
    got = collections.defaultdict(set)
    for block in found:
        if block["type"] in PROSE + ("list_item", "heading"):
            number = re.match(r"(?:- )?(\d+(?:\.\d+)*)\.? (.*)", simple(block.get("text")), re.S)
            if number: got[number[1]].add(number[2][:25])
    return sum(words in got[number] for number, words in expected) / len(expected)


def cell_words(text):
    return simple(text).replace("- ", "").replace("-", "")


def neighbours(rows):
    """The pairs of cells that stand next to each other, empty ones passed over, across and down."""
    rows = [[cell_words(cell) for cell in row] for row in rows]
    lines = [("across", row) for row in rows]
    lines += [("down", [row[at] for row in rows if at < len(row)]) for at in range(max(map(len, rows), default=0))]
    seen = collections.Counter()
    for way, line in lines:
        full = [cell for cell in line if cell]
        seen.update((way, *pair) for pair in zip(full, full[1:]))
    return seen


def score_tables(wanted, found):
    tables = lambda blocks: [b["rows"] for b in blocks if b["type"] == "table"]
    places = lambda rows: {(r, c): cell_words(cell) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell_words(cell)}
    expected, got = [places(t) for t in tables(wanted)], [places(t) for t in tables(found)]
    free, hits = list(range(len(got))), 0
    for table in expected:
        shared = lambda other: sum((collections.Counter(table.values()) & collections.Counter(got[other].values())).values())
        best = max(free, key=shared, default=None)
        if best is None or shared(best) == 0: continue
        free.remove(best)
        hits += sum(place in got[best] and alike(words, got[best][place]) >= .9 for place, words in table.items())
    one, other = (sum((neighbours(t) for t in tables(blocks)), collections.Counter()) for blocks in (wanted, found))
    return balance(hits, sum(map(len, expected)), sum(map(len, got))), balance(sum((one & other).values()), sum(one.values()), sum(other.values()))


def score_furniture(wanted, found, patterns, pages):
    """How much of the headers and footers stands among the words, of one on each page."""
    if not patterns: return None

    def pieces(blocks, kinds):
        for block in blocks:
            if block["type"] in kinds:
                yield from (simple(piece) for piece in (block.get("text", "").split("\n") if block["type"] != "table" else (cell or "" for row in block["rows"] for cell in row)))
    left = 0
    for pattern in patterns:
        line = re.compile(pattern.replace("—", "-").replace("–", "-"), re.M)
        count = lambda blocks, kinds: sum(len(line.findall(piece)) for piece in pieces(blocks, kinds))
        left += min(pages, max(0, count(found, READ + ("footnote",)) - count(wanted, READ)))
    return left / (pages * len(patterns))


def entry(text):
    return re.sub(r"[\s.·…_]*\d*$", "", simple(text))


def score(expected, got):
    """All measures of one document."""
    wanted, found = expected["blocks"], got["blocks"]
    contents = {entry(item[1]) for b in wanted if b["type"] == "toc" for item in b["items"]} - {""}
    is_entry = lambda b: b["type"] in ("para", "list_item", "quote") and (entry(b.get("text")) in contents or entry(b.get("text")).lower() in ("contents", "table of contents"))
    body = [b for b in found if not is_entry(b)]
    one, other = (" ".join(filter(None, (words_of(b) for b in blocks if b["type"] in READ))) for blocks in (wanted, found))
    result = {"text": 2 * common(one, other) / (len(one) + len(other)) if one + other else 1.0}
    result["heading"], result["heading+level"] = score_headings(wanted, found)
    result["list"] = score_texts(wanted, body, ("list_item",), without_marker)
    result["paragraph"] = score_texts(wanted, body, PROSE, simple)
    result["unit"] = score_texts(wanted, body, PROSE + ("list_item", "heading"), without_marker)
    result["number"] = score_numbers(wanted, body)
    result["cell"], result["adjacency"] = score_tables(wanted, found)
    notes = [simple(item) for b in wanted if b["type"] == "footnotes" for item in b["items"]]
    read = [re.sub(r"^\[?\d{1,3}\]?[.)]?\s*", "", simple(b["text"])) for b in found if b["type"] == "footnote"]
    result["footnote"] = balance(len(pairs(notes, read, .85)), len(notes), len(read)) if notes else None
    result["furniture left"] = score_furniture(wanted, found, expected.get("furniture", []), expected.get("pages", 1))
    items = {simple(item[1]) for b in wanted if b["type"] == "toc" for item in b["items"]}
    result["contents left"] = sum(other.count(item) > one.count(item) for item in items) / len(items) if items else None
    return result


def mean(results):
    known = {name: [r[name] for r in results if r.get(name) is not None] for name in MEASURES}
    return {name: sum(values) / len(values) if values else None for name, values in known.items()}


def line(name, result):
    return f"{name:<28}" + "".join(f"{'-' if result[m] is None else format(result[m], '.3f'):>9}" for m in MEASURES)


def main(arguments):
    each = "--each" in arguments
    expected, found = (pathlib.Path(a) for a in arguments if not a.startswith("--"))
    producers = collections.defaultdict(list)
    print(f"{'':<28}" + "".join(f"{''.join(w[:4] for w in m.split('+')) if len(m) > 8 and '+' in m else m[:8]:>9}" for m in MEASURES))
    for path in sorted(expected.glob("*.json")):
        if not (found / path.name).exists():
            print(f"{path.stem:<28} was not read")
            producers[path.stem.split(".")[1]].append({m: 1.0 if m.endswith("left") else 0.0 for m in MEASURES})
            continue
        result = score(json.loads(path.read_text()), json.loads((found / path.name).read_text()))
        producers[path.stem.split(".")[1]].append(result)
        if each: print(line(path.stem, result))
    for producer, results in sorted(producers.items()): print(line(f"{producer} ({len(results)})", mean(results)))
    print(line("all", mean([r for results in producers.values() for r in results])))


if __name__ == "__main__":
    main(sys.argv[1:])
