"""Writes samples/must-not-publish/expected.json from planted.txt: finds the line of each planted text.

Fails when a text is not in its file, so that a sample cannot be edited and its expectations forgotten.
Offsets and lengths are bytes of the file. A rule's name, once known, is written after its family: "anonymisation/given-name".
"""
import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).parent.parent / "must-not-publish"


def place(file, text):
    text, _, nth = text.partition(" ## ")
    if text.startswith("-"):
        return {"line": 0}, text[1:].strip()
    content = (FOLDER / file).read_text(encoding="utf-8")
    wanted, at = text.replace("\\n", "\n"), -1
    for _ in range(int(nth or 1)):
        at = content.find(wanted, at + 1)
        if at < 0:
            sys.exit("%s: not found: %s" % (file, text))
    before = len(content[:at].encode("utf-8"))
    return {"line": content.count("\n", 0, at) + 1, "offset": before, "length": len(wanted.encode("utf-8"))}, wanted


def main():
    planted, silent, current, counts = [], [], None, {}
    for line in (FOLDER / "planted.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            current = line[1:].strip()
            continue
        kind, rule, text = line.split(" | ", 2)
        command, file = ("publish", "case") if current == "case" else ("check", current)
        if command == "publish" and not text.startswith("-"):
            file, text = text.split(":", 1)
        where, text = place(file, text)
        prefix = "case" if command == "publish" else pathlib.Path(file).stem.lower().split()[0] + pathlib.Path(file).suffix
        counts[prefix] = counts.get(prefix, 0) + 1
        families = [each.partition("/") for each in rule.split(" or ")]
        entry = {"id": "%s-%02d" % (prefix, counts[prefix]), "command": command, "file": file, **where, "kind": kind, "text": text}
        if rule == "silent":
            silent.append(entry)
        else:
            planted.append({**entry, "families": [f for f, _, _ in families], "rules": ["/".join(r[::2]) for r in families if r[2]]})
    about = "Planted leaks and what must find them. Written by samples/make/expected.py from planted.txt. Line 0 is the document as a whole; offset and length are bytes; one of the families (or of the rules, where named) must find it."
    out = {"about": about, "planted": planted, "silent": silent}
    (FOLDER / "expected.json").write_text(json.dumps(out, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print("%d planted, %d silent" % (len(planted), len(silent)))


main()
