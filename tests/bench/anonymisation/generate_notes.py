#!/usr/bin/env python3
"""Writes invented, labelled clinical notes to measure with: identifiers of the United Kingdom, and what only looks like them.

  generate_notes.py NAMES OUT [--notes N] [--seed N]

NAMES and the layout of OUT are those of generate_texts.py; the names are those that training never uses, and so are
the wordings, which stand in notes.txt. A span's label is the identifier's kind, or "look-alike". Nobody exists:
check digits are right where a number has one, and numbers come from ranges that are never given out where there is one.
"""
import json, pathlib, random, re, sys

from generate_texts import MONTHS, Invention, mark, option, spans_of

HERE = pathlib.Path(__file__).parent
PUPIL = "ABCDEFGHJKLMNPQRTUVWXYZ"
POLICE = "ZABCDEFGHJKLMNPQRTUVWXY"


def check_digit(nine):
    """The tenth digit of an NHS, CHI or H&C number, or None where no number has these nine."""
    check = (11 - sum(int(d) * (10 - i) for i, d in enumerate(nine)) % 11) % 11
    return None if check == 10 else str(check)


class Notes:
    """Draws notes by lot."""

    def __init__(self, names, seed):
        self.names = Invention(names, seed, True)
        self.wordings = {}
        for line in (HERE / "notes.txt").read_text(encoding="utf-8").splitlines():
            if line and line[0] != "#":
                name, way = line.split(": ", 1)
                self.wordings.setdefault(name, []).append(way)

    def pick(self, items): return self.names.pick(items)
    def digits(self, count): return self.names.digits(count)

    def ten(self, first):
        while True:
            nine = first + self.digits(9 - len(first))
            if (last := check_digit(nine)) is not None: return nine + last

    def wrong_ten(self):
        while True:
            ten = self.pick("2345678") + self.digits(9)
            if check_digit(ten[:9]) != ten[9]: return ten

    def day(self):
        return self.names.below(29, 1), self.names.below(13, 1), self.names.below(2026, 1935)

    def birth(self):
        d, m, y = self.day()
        return self.pick([f"{d:02}/{m:02}/{y}", f"{d}.{m}.{y % 100:02}", f"{d} {MONTHS[m - 1]} {y}", f"{d:02}-{m:02}-{y}", f"{d}-{MONTHS[m - 1][:3]}-{y}", f"{y}-{m:02}-{d:02}"])

    def nhs(self):
        n = self.ten("999")
        return self.pick([f"{n[:3]} {n[3:6]} {n[6:]}", n, f"{n[:3]}-{n[3:6]}-{n[6:]}", f"{n[:3]} {n[3:6]} {n[6:]}", f"{n[:3]}\u00a0{n[3:6]}\u00a0{n[6:]}"])

    def chi(self):
        d, m, y = self.day()
        n = self.ten(f"{d:02}{m:02}{y % 100:02}")
        return self.pick([n, f"{n[:6]} {n[6:]}", f"{n[:6]}-{n[6:]}"])

    def upn(self):
        rest = self.digits(12)
        return PUPIL[sum(int(d) * (i + 2) for i, d in enumerate(rest)) % 23] + rest

    def pnc(self):
        year, number = f"{self.names.below(25):02}", self.digits(6)
        letter = POLICE[int(year + number.zfill(7)) % 23]
        return self.pick([f"{year}/{number}{letter}", f"20{year}/{number.zfill(7)}{letter}"])

    def licence(self):
        d, m, y = self.day()
        return f"{re.sub('[^A-Z]', '', self.names.a_family().upper())[:5]:9<5}{y // 10 % 10}{m + 50 * self.names.below(2):02}{d:02}{y % 10}{self.pick('ABCDEJKMRST')}{self.pick('9ABJ')}{self.digits(1)}{self.pick('ABCDEF')}{self.pick('GHJK')}"

    def phone(self):
        n = self.digits(3)
        return self.pick([f"01632 960{n}", f"01632 960 {n}", f"07700 900{n}", f"07700 900 {n}", f"07700900{n}", f"+44 7700 900{n}", f"+44 (0)7700 900 {n}", f"(01632) 960{n}", f"020 7946 0{n}", f"0121 496 0{n}", f"01632-960-{n}", f"0044 7700 900{n}"])

    def slot(self, name):
        L, D = self.pick("ABCDEFGHJKLMNPRSTVWXY"), self.digits
        inner = {
            "PERSON": ("person", lambda: self.names.person()), "STAFF": ("person", lambda: self.names.person(True)), "DATE": ("date", lambda: self.names.date()),
            "DOB": ("date-of-birth", self.birth), "NHS": ("nhs-number", self.nhs), "CHI": ("chi-number", self.chi), "HCN": ("health-and-care-number", lambda: self.ten("3")),
            "NINO": ("national-insurance", lambda: (lambda p: self.pick([f"{p} {D(2)} {D(2)} {D(2)} {self.pick('ABCD')}", f"{p}{D(6)}{self.pick('ABCD')}"]))(self.pick(["AB", "JK", "PW", "SX", "NR"]))),
            "POSTCODE": ("postcode", self.names.postcode), "ADDRESS": ("address", self.names.address), "PHONE": ("phone", self.phone),
            "EMAIL": ("email", lambda: f"{re.sub('[^a-z]', '', self.names.a_given().lower()) or 'x'}.{re.sub('[^a-z]', '', self.names.a_family().lower()) or 'y'}@{self.pick(['post', 'mail', 'trust'])}.example"),
            "VRM": ("vehicle", lambda: self.pick([f"ZZ{self.names.below(75, 51)} {self.pick('ABC')}{self.pick('DEF')}{self.pick('GHJ')}", f"{L}{self.names.below(999, 1)} {self.pick('ABC')}{self.pick('DEF')}{self.pick('GHJ')}"])),
            "PASSPORT": ("passport", lambda: D(9)), "LICENCE": ("driving-licence", self.licence), "UPN": ("pupil-number", self.upn), "PNC": ("police-number", self.pnc),
            "CRIME": ("crime-reference", lambda: self.pick([f"{self.names.below(60, 10)}/{D(5)}/{self.names.below(25, 10)}", f"CR/{D(6)}/{self.names.below(25, 10)}", f"{D(8)}"])), "POLICEURN": ("police-urn", lambda: f"{self.names.below(60, 10)}{self.pick(['AB', 'KD', 'C1', 'YY'])}{D(5)}{self.names.below(25, 10)}"),
            "COURTNO": ("court-number", lambda: f"ZW{self.names.below(25, 10)}{self.pick('CP')}{D(5)}"), "SORT": ("bank", lambda: f"{D(2)}-{D(2)}-{D(2)}"), "ACCOUNT": ("bank", lambda: D(8)),
            "HOSPNO": ("hospital-number", lambda: self.pick([f"{L}{D(6)}", D(7), D(8), f"RX{D(6)}"])), "CAREID": ("social-care-number", lambda: D(7)), "HANDLE": ("handle", lambda: f"@{re.sub('[^a-z]', '', self.names.a_given().lower()) or 'x'}_{D(2)}"),
            "SCHOOL": ("organisation", lambda: f"{self.names.town()} Primary School"), "URN": ("school-number", lambda: D(6)), "IBAN": ("bank", lambda: f"GB{D(2)} ABCD {D(4)} {D(4)} {D(4)} {D(2)}"),
        }
        if name in inner:
            label, make = inner[name]
            return mark(label, make())
        plain = {"N": lambda: D(1), "NN": lambda: str(self.names.below(99, 10)), "NNN": lambda: str(self.names.below(200, 100)), "DEC": lambda: f"{self.names.below(40, 1)}.{D(1)}", "LETTER": lambda: L}
        if name in plain: return plain[name]()
        alike = {
            "TEN": self.wrong_ten, "LOT": lambda: self.pick([f"{L}{D(5)}{self.pick('AB')}", f"{D(6)}", f"{L}{L}{D(4)}"]), "SERIAL": lambda: self.pick([f"SN{D(8)}", f"{L}{D(7)}", D(9), f"AB{D(6)}C", D(10)]), "ICD": lambda: f"{L}{D(2)}.{D(1)}", "SNOMED": lambda: D(self.pick([8, 9])),
            "BARCODE": lambda: "50" + D(11), "NCT": lambda: f"NCT{D(8)}", "ISRCTN": lambda: f"ISRCTN{D(8)}", "DOI": lambda: f"10.1136/archdischild-{2000 + self.names.below(25)}-{D(6)}", "BP": lambda: f"{self.names.below(180, 90)}/{self.names.below(99, 50)}",
            "DOSE": lambda: f"{self.pick(['2.5', '5', '10', '250', '500'])} mg", "GTIN": lambda: D(14), "SHORTTIME": lambda: f"{D(1) or 1}/{self.pick([7, 52, 12])}", "VERTEBRA": lambda: self.pick(["L4/5", "C5/C6", "T12/L1"]), "ACUITY": lambda: self.pick(["6/6", "6/9", "6/12"]), "RATIO": lambda: self.pick(["1:1000", "3:1", "1:10,000"]),
            "VERSION": lambda: f"{self.names.below(9, 1)}.{self.names.below(9)}.{self.names.below(9)}", "GUIDELINE": lambda: f"{self.pick(['NG', 'CG', 'QS', 'TA'])}{self.names.below(250, 10)}", "LAB": lambda: f"{self.pick(['21', '22', '23'])}B{D(6)}", "READ": lambda: self.pick(["XE0rX", "1371.", "G30..", "C10E."]),
            "DMD": lambda: D(15), "HELPLINE": lambda: self.pick(["116 123", "0800 1111", "111", "0808 800 5000"]), "RANGE": lambda: f"{self.names.below(20, 1)}-{self.names.below(90, 30)}", "MODEL": lambda: self.pick(["MX450", "B650", "CA12 3AX", "N20 1PB", "T34", "AB12 CDE"]), "EUDRA": lambda: f"20{self.names.below(24, 10)}-{D(6)}-{self.names.below(99, 10)}",
            "GENE": lambda: self.pick(["HLA-B27", "BRCA1", "CYP2D6", "22q11.2", "47,XXY"]), "VITAMIN": lambda: self.pick(["B12", "D3", "B6"]), "FORM": lambda: self.pick(["FP10", "Med3", "BD8", "MATB1", "CP12"]), "COUNTBIG": lambda: f"{D(1) or 1},{D(3)},{D(3)}", "PART": lambda: f"{D(4)} {D(3)} {D(4)}", "PRICE": lambda: f"£{self.names.below(900, 10)}.{D(2)}",
            "EXPIRY": lambda: f"{self.names.below(13, 1):02}/20{self.names.below(30, 24)}", "CLASS": lambda: self.pick(["NYHA II", "ASA 2", "GCS 15/15", "mRS 3", "Barthel 18/20", "Bristol 4"]),
        }
        return mark("look-alike", alike[name]())

    def say(self, name):
        def fill(found): return self.slot(found[1]) if found[1].isupper() else self.say(found[1])
        return re.sub(r"\{(\w+)\}", fill, self.pick(self.wordings[name])).replace("\\n", "\n")

    def note(self):
        self.names.known = []
        parts = [self.say("head")] + [self.say(self.pick(["known", "known", "alike", "alike", "plain"])) for _ in range(self.names.below(8, 3))]
        return self.pick(["\n", "\n", " "]).join(parts) + "\n"


if __name__ == "__main__":
    if len(sys.argv) < 3: sys.exit(__doc__)
    notes = Notes(pathlib.Path(sys.argv[1]), option("--seed", 300))
    written = []
    for number in range(option("--notes", 300)):
        text, spans = spans_of(notes.note())
        written.append({"id": f"note-{number}", "text": text, "spans": spans})
    pathlib.Path(sys.argv[2]).write_text(json.dumps(written, ensure_ascii=False, indent=0), encoding="utf-8")
