"""Files that were whole once: bytes flipped, cut, spliced, repeated. Used by run; the same for the same seed.

Members of a zip package are harmed inside, too, and packed again: else nearly every change would only break the packing."""
import random
import zipfile
from pathlib import Path

from reports import make_reports

KINDS = {".pdf", ".docx", ".docm", ".odt", ".html", ".htm", ".txt"}
MOST = 400_000  # larger files would only take longer


def flipped(chance, data):
    data = bytearray(data)
    for _ in range(chance.choice([1, 3, 20, 200])):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def cut(chance, data):
    begin = chance.randrange(len(data))
    return data[:begin] if chance.random() < 0.5 else data[:begin] + data[begin + chance.randrange(1, 1 + len(data) - begin):]


def spliced(chance, data, other):
    a, b = chance.randrange(len(data)), chance.randrange(len(other))
    return data[:a] + other[b:b + chance.choice([16, 500, 20000])] + data[a + chance.choice([0, 16, 500]):]


def repeated(chance, data):
    begin = chance.randrange(len(data))
    piece = data[begin:begin + chance.choice([8, 100, 3000])]
    return data[:begin] + piece * chance.choice([2, 50, 400]) + data[begin:]


def numbers_changed(chance, data):
    """Numbers in the text become other numbers: lengths, offsets, counts and references that are not so."""
    places = [at for at in range(len(data)) if 48 <= data[at] <= 57]
    data = bytearray(data)
    for _ in range(chance.choice([1, 5, 40])):
        if places:
            at = chance.choice(places)
            data[at:at + 1] = chance.choice([b"0", b"9", b"-1", b"4294967296", b"99999999", b"7"]) if chance.random() < 0.3 else b"%d" % chance.randrange(10)
            places = [place for place in places if place < at]
    return bytes(data)


def harmed(chance, data, other):
    if not data:
        return data
    how = chance.randrange(5)
    if how == 0:
        return flipped(chance, data)
    if how == 1:
        return cut(chance, data)
    if how == 2:
        return spliced(chance, data, other)
    return repeated(chance, data) if how == 3 else numbers_changed(chance, data)


def harmed_package(chance, source, path):
    with zipfile.ZipFile(source) as package:
        members = [(name, package.read(name)) for name in package.namelist()]
    victim = chance.randrange(len(members))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for at, (name, data) in enumerate(members):
            package.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), harmed(chance, data, members[0][1] or b"x") if at == victim else data)


def make_mutated(folder, count, sources, scratch, seed=7):
    """Writes `count` harmed files; gives how many."""
    make_reports(scratch / "whole", 20, 3, seed)
    found = [path for source in [*sources, scratch / "whole"] for path in sorted(Path(source).rglob("*"))
             if path.is_file() and path.suffix in KINDS and 0 < path.stat().st_size < MOST]
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    # Each kind as often as the others, whatever there is most of.
    by_kind = {}
    for path in found:
        by_kind.setdefault(path.suffix, []).append(path)
    for number in range(count):
        kind = sorted(by_kind)[number % len(by_kind)]
        source, other = chance.choice(by_kind[kind]), chance.choice(found)
        path = folder / f"{number:05}{kind}"
        if zipfile.is_zipfile(source) and chance.random() < 0.8:
            harmed_package(chance, source, path)
        else:
            path.write_bytes(harmed(chance, source.read_bytes(), other.read_bytes()) or b"x")
    return count
