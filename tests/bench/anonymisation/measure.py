#!/usr/bin/env python3
"""Measures what `casewright check --only anonymisation` finds.

  measure.py PROGRAM benchmark FILE [--hold K/N]   the Text Anonymization Benchmark's layout: masks as JSON for its scorer
  measure.py PROGRAM generated FILE                texts of generate_texts.py: found and false by type
  measure.py PROGRAM notes FILE                    notes of generate_notes.py: found by kind, false spans, look-alikes left alone
  measure.py PROGRAM sentences FILE...             sentences of sentences/: identifiers found whole, look-alikes left alone
  measure.py PROGRAM plain FILE...                 false alarms per 1,000 words in texts that name nobody
"""
import collections, json, pathlib, re, subprocess, sys, tempfile

LEVELS = ("block", "fix", "advise")


def findings_of(program, texts):
    """By id: findings with spans in characters."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, (name, text) in enumerate(texts):
            path = pathlib.Path(folder) / f"text-{number}.txt"
            path.write_bytes(text.encode())
            paths.append(path)
        for first in range(0, len(paths), 200):
            run = subprocess.run([program, "check", "--only", "anonymisation", "--format", "json", "--show-text", *map(str, paths[first:first + 200])],
                                 capture_output=True, text=True)
            if not run.stdout: sys.exit(run.stderr)
            for report in json.loads(run.stdout)["reports"]:
                name, text = texts[int(re.search(r"text-(\d+)", report["path"])[1])]
                raw = text.encode()
                at = lambda byte: len(raw[:byte].decode(errors="ignore"))
                found[name] = [(at(f["offset"]), at(f["offset"] + f["length"]), f["level"], f["rule"].split("/")[1]) for f in report["findings"] if f["length"]]
    return found


def benchmark(program, file, hold):
    texts = [(d["doc_id"], d["text"]) for d in json.load(open(file))]
    if hold:
        k, n = map(int, hold.split("/"))
        texts = texts[k::n]
    found = findings_of(program, texts)
    print(json.dumps({name: [[b, e] for b, e, *_ in spans] for name, spans in found.items()}))


def generated(program, file):
    data = json.load(open(file))
    found = findings_of(program, [(d["id"], d["text"]) for d in data])
    hit, wanted, false, words = collections.Counter(), collections.Counter(), collections.Counter(), 0
    for d in data:
        mask = {}
        for b, e, level, rule in found.get(d["id"], []):
            for i in range(b, e): mask[i] = (level, rule)
        gold, fine = set(), set()
        for b, e, label in d["spans"]:
            (fine if label.startswith("public") else gold).update(range(b, e))
            if label.startswith("public"): continue
            tokens = list(re.finditer(r"\w+", d["text"][b:e]))
            wanted[label] += 1
            hit[label] += all(any(i in mask for i in range(b + t.start(), b + t.end())) for t in tokens)
        for t in re.finditer(r"\w+", d["text"]):
            words += 1
            if t.start() in mask and t.start() not in gold: false[mask[t.start()]] += 1
    for label in sorted(wanted): print(f"{label:13} {hit[label] / wanted[label]:.3f} of {wanted[label]} found whole")
    for (level, rule), count in false.most_common(12): print(f"false {level} {rule}: {1000 * count / words:.2f} per 1,000 words")


def notes(program, file):
    data = json.load(open(file))
    found = findings_of(program, [(d["id"], d["text"]) for d in data])
    hit, wanted, false, alike, left = collections.Counter(), collections.Counter(), collections.Counter(), 0, 0
    for d in data:
        spans = found.get(d["id"], [])
        covered = {i for b, e, *_ in spans for i in range(b, e)}
        gold = {i for b, e, label in d["spans"] if label != "look-alike" for i in range(b, e)}
        for b, e, label in d["spans"]:
            line = d["text"][max(0, b - 40):e + 20].replace("\n", " ")
            if label == "look-alike":
                alike += 1
                left += not covered.intersection(range(b, e))
            else:
                wanted[label] += 1
                whole = all(i in covered for i in range(b, e) if d["text"][i].isalnum())
                hit[label] += whole
                if not whole and "--list" in sys.argv: print("missed", label, "|", line)
        for b, e, level, rule in spans:
            if gold.isdisjoint(range(b, e)):
                false[level, rule] += 1
                if "--list" in sys.argv: print("false", level, rule, "|", d["text"][max(0, b - 30):b].replace("\n", " "), "[[", d["text"][b:e], "]]", d["text"][e:e + 20].replace("\n", " "))
    context = ("person", "date", "organisation")
    numbers = [label for label in wanted if label not in context]
    for label in sorted(wanted): print(f"{label:20} {hit[label] / wanted[label]:.3f} of {wanted[label]}")
    print(f"identifiers          {sum(hit[l] for l in numbers) / sum(wanted[l] for l in numbers):.4f} of {sum(wanted[l] for l in numbers)} found whole")
    print(f"false spans          {sum(false.values())} in {len(data)} notes: {dict(false.most_common(8))}")
    print(f"look-alikes          {left / alike:.4f} of {alike} left alone")


def marked(words):
    """The text of [kind|words] and {words}, with a span for each: (begin, end, kind), "look-alike" for those in braces."""
    text, spans, last = "", [], 0
    for m in re.finditer(r"\[([a-z-]+)\|([^\]]*)\]|\{([^}]*)\}", words):
        text += words[last:m.start()]
        inner = m[2] if m[1] else m[3]
        spans.append((len(text), len(text) + len(inner), m[1] or "look-alike"))
        text += inner
        last = m.end()
    return text + words[last:], spans


def sentences(program, files):
    """Each heading of a file begins a report. Only block and fix count as found; a combination of details is no identifier's finding."""
    reports = {}
    for file in files:
        for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines():
            if line.startswith("# "): name = f"{file} {line[2:]}"
            if line and not line.startswith("//"): reports.setdefault(name, []).append(line[2:] if line.startswith("# ") else line)
    parsed = {name: marked("\n\n".join(lines) + "\n") for name, lines in reports.items()}
    found = findings_of(program, [(name, text) for name, (text, _) in parsed.items()])
    hit, wanted, false = collections.Counter(), collections.Counter(), 0
    for name, (text, spans) in parsed.items():
        sure = [f for f in found.get(name, []) if f[2] != "advise" and not f[3].startswith("jigsaw")]
        covered = {i for b, e, *_ in sure for i in range(b, e)}
        gold = {i for b, e, _ in spans for i in range(b, e)}
        for b, e, kind in spans:
            wanted[kind] += 1
            whole = all(i in covered for i in range(b, e) if text[i].isalnum())
            right = not covered.intersection(range(b, e)) if kind == "look-alike" else whole
            hit[kind] += right
            if not right and "--list" in sys.argv: print("missed" if kind != "look-alike" else "taken", kind, "|", text[max(0, b - 40):b].replace("\n", " "), "[[", text[b:e], "]]", text[e:e + 25].replace("\n", " "), {f[3] for f in found[name] if f[0] < e and b < f[1]})
        for b, e, level, rule in sure:
            if gold.isdisjoint(range(b, e)):
                false += 1
                if "--list" in sys.argv: print("false", level, rule, "|", text[max(0, b - 30):b].replace("\n", " "), "[[", text[b:e], "]]", text[e:e + 20].replace("\n", " "))
    kinds = [k for k in sorted(wanted) if k != "look-alike"]
    for k in kinds: print(f"{k:20} {hit[k] / wanted[k]:.3f} of {wanted[k]}")
    if kinds: print(f"identifiers          {sum(hit[k] for k in kinds) / sum(wanted[k] for k in kinds):.4f} of {sum(wanted[k] for k in kinds)} found whole at block or fix")
    if wanted["look-alike"]: print(f"look-alikes          {hit['look-alike'] / wanted['look-alike']:.4f} of {wanted['look-alike']} left alone at block and fix")
    print(f"false spans          {false} outside of both")


def plain(program, files):
    texts = [(f, pathlib.Path(f).read_bytes().decode("utf-8", errors="replace")) for f in files]
    found = findings_of(program, texts)
    words = sum(len(re.findall(r"\w+", t)) for _, t in texts)
    by_level = collections.Counter(level for spans in found.values() for _, _, level, _ in spans)
    by_rule = collections.Counter((level, rule) for spans in found.values() for _, _, level, rule in spans)
    for level in LEVELS: print(f"{level}: {by_level[level]}, {1000 * by_level[level] / words:.2f} per 1,000 words")
    for (level, rule), count in by_rule.most_common(30): print(f"  {level} {rule}: {count}")
    if "--list" in sys.argv:
        for name, text in texts:
            for b, e, level, rule in found[name]: print(level, rule, "|", text[max(0, b - 30):b].replace("\n", " "), "[[", text[b:e], "]]", text[e:e + 30].replace("\n", " "))


if __name__ == "__main__":
    if len(sys.argv) < 4: sys.exit(__doc__)
    program, what, files = sys.argv[1], sys.argv[2], [a for a in sys.argv[3:] if not a.startswith("--")]
    if what == "benchmark": benchmark(program, files[0], sys.argv[sys.argv.index("--hold") + 1] if "--hold" in sys.argv else None)
    elif what == "notes": notes(program, files[0])
    elif what == "sentences": sentences(program, files)
    elif what == "generated": generated(program, files[0])
    else: plain(program, files)
