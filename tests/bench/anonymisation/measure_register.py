#!/usr/bin/env python3
"""Measures the search for names of a register that are misspelt: found, and false in texts that name nobody.

  measure_register.py PROGRAM CASE NAMES TEXT... [--seed N] [--list]

CASE is a case folder whose case.xml is borrowed (samples/child-k); its people are people with names drawn from NAMES/uk_given_names.tsv and NAMES/faker_surnames.tsv. One name in each inserted sentence carries one slip:
a letter lost, added, wrong or swapped (two of them in names of eight letters and more, every fourth time), another
spelling of its sound, or what a scanner makes of it.
"""
import json, pathlib, random, re, shutil, subprocess, sys, tempfile

SOUNDS = [("ph", "f"), ("ck", "k"), ("ee", "ea"), ("ie", "y"), ("y", "ie"), ("th", "t"), ("c", "k"), ("k", "c"), ("s", "z"), ("z", "s"), ("ou", "u"), ("i", "y"), ("ll", "l"), ("nn", "n"), ("ei", "ie")]
SCANS = [("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("o", "0"), ("l", "1"), ("w", "vv")]
SAY = ["The health visitor saw {} at home.", "It was {} who telephoned the school.", "A referral was made by {} in the spring.", "Records show that {} did not attend.", "The nurse spoke to {} about feeding.", "When {} came, nobody was in."]


def slip(name, dice):
    letters = list(name)
    def typed(letters):
        at, kind = dice.randrange(1, len(letters)), dice.randrange(4)
        letter = dice.choice("abcdefghiklmnoprstuwy")
        if kind == 0: del letters[at]
        elif kind == 1: letters.insert(at, letter)
        elif kind == 2: letters[at] = letter
        elif at + 1 < len(letters): letters[at], letters[at + 1] = letters[at + 1], letters[at]
        return letters
    way = dice.randrange(4)
    if way == 0:
        ways = [(a, b) for a, b in SOUNDS if a in name[1:]]
        if ways:
            a, b = dice.choice(ways)
            return name[0] + name[1:].replace(a, b, 1), "sound"
    if way == 1:
        ways = [(a, b) for a, b in SCANS if a in name[1:]]
        if ways:
            a, b = dice.choice(ways)
            return name[0] + name[1:].replace(a, b, 1), "scan"
    letters = typed(letters)
    if len(name) >= 8 and dice.randrange(4) == 0: return "".join(typed(letters)), "two letters"
    return "".join(letters), "one letter"


def names_of(path, dice, count, wanted):
    names = [l.split("\t")[0] for l in path.read_text(encoding="utf-8").splitlines() if l and l[0] != "#" and wanted(l)]
    return dice.sample([n for n in names if re.fullmatch("[A-Z][a-z]{3,12}", n)], count)


if __name__ == "__main__":
    if len(sys.argv) < 5: sys.exit(__doc__)
    program, case, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    seed = 4
    if "--seed" in sys.argv:
        at = sys.argv.index("--seed")
        seed = int(sys.argv[at + 1])
        del sys.argv[at:at + 2]
    dice = random.Random(seed)
    given = names_of(folder / "uk_given_names.tsv", dice, 30, lambda l: "\t" not in l or sum(map(int, l.split("\t")[1:3])) > 300)
    family = names_of(folder / "faker_surnames.tsv", dice, 30, lambda l: "\t" not in l or "en_GB" in l or "pl_PL" in l or "en_IN" in l)
    with tempfile.TemporaryDirectory() as scratch:
        home = pathlib.Path(scratch) / "case"
        home.mkdir()
        # The family's own pages point to people who are not there any more.
        borrowed = re.sub(r"<subjects>.*?</subjects>", '<subjects><subject person="P1"/></subjects>', (case / "case.xml").read_text(encoding="utf-8"), flags=re.S)
        (home / "case.xml").write_text(re.sub(r"<ref (?:person|place)=\"\w+\"/>", "the town", borrowed), encoding="utf-8")
        people = "".join(f'<person id="P{i + 1}" role="{"subject" if i == 0 else "mother" if i == 1 else "practitioner"}" public="Person {i + 1}"><name><given>{g}</given><family>{f}</family></name></person>' for i, (g, f) in enumerate(zip(given, family)))
        (home / "people.xml").write_text(f"<people>{people}</people>", encoding="utf-8")
        plain = "\n\n".join(pathlib.Path(t).read_bytes().decode("utf-8", "replace") for t in sys.argv[4:] if t != "--list")
        wanted, sentences = [], []
        for name in (given + family) * 8:
            wrong, way = slip(name, dice)
            if wrong.lower() in (n.lower() for n in given + family): continue
            sentences.append(dice.choice(SAY).format(wrong))
            wanted.append((wrong, way))
        def hits(text):
            file = pathlib.Path(scratch) / "text.txt"
            file.write_text(text, encoding="utf-8")
            run = subprocess.run([program, "check", "--only", "anonymisation", "--case", str(home), "--format", "json", "--show-text", str(file)], capture_output=True, text=True)
            if not run.stdout: sys.exit(run.stderr)
            found = [f for f in json.loads(run.stdout)["reports"][0]["findings"] if f["rule"].split("/")[1] in ("known-name", "known-place", "shared-name", "possible-name")]
            return [f["text"] for f in found]
        found = hits("\n\n".join(sentences))
        by_way = {}
        for wrong, way in wanted:
            hit = any(wrong in text or text in wrong and len(text) > 3 for text in found)
            tally = by_way.setdefault(way, [0, 0])
            tally[0] += hit; tally[1] += 1
            if not hit and "--list" in sys.argv: print("missed", way, wrong)
        false, words = hits(plain), len(re.findall(r"\w+", plain))
        for way, (n, of) in sorted(by_way.items()): print(f"{way:12} {n / of:.3f} of {of}")
        print(f"all          {sum(n for n, _ in by_way.values()) / len(wanted):.3f} of {len(wanted)}")
        print(f"false hits   {len(false)} in {words} words, {10000 * len(false) / words:.2f} per 10,000: {' '.join(sorted(set(false)))}")
