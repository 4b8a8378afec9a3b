#!/usr/bin/env python3
"""Writes invented, labelled texts to train and to measure the name tagger with.

  generate_texts.py NAMES OUT [--texts N] [--seed N] [--held-out]

NAMES is a folder of name lists, one name a line before the first tab: uk_given_names.tsv, faker_given_names.tsv,
cc0_forenames.tsv, faker_surnames.tsv, cc0_surnames.tsv, gb_places.tsv (corpus/README.md says where they come from).
OUT is a JSON list of {"id", "text", "spans": [[first, last, label]]}; characters are counted.
With --held-out the names are those that the training texts never use. The same arguments give the same bytes.
The wordings stand in wordings.txt. Nobody exists: names are drawn by lot, numbers are from ranges that are never
given out (Ofcom's drama numbers, NHS numbers from 999, postcodes in ZZ99).
"""
import json, pathlib, random, re, sys, zlib
from xml.etree import ElementTree

HERE = pathlib.Path(__file__).parent
OPEN, SHUT = "\ue000", "\ue001"          # around labelled words while a text is made: OPEN label \ue002 words SHUT
MONTHS = "January February March April May June July August September October November December".split()
RANKS = ["District Judge", *"PC DC DS DI Sgt PCSO Constable Sergeant Inspector Sister Matron Judge HHJ Recorder Cllr Councillor Pastor Imam Father Rev Canon Rabbi SR HV".split()]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def first_column(path):
    return [line.split("\t")[0].strip() for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def mark(label, words):
    return f"{OPEN}{label}\ue002{words}{SHUT}"


def words_that_are_names():
    lines = (HERE.parents[2] / "corpus" / "words-that-are-names.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and line[0] != "#" and "\t" not in line}


MEASURES = """scale|protocol|questions|score|test|chart|approach|model|review|inquiry|report|principles|criteria|framework|method|toolkit|questionnaire|inventory|checklist|judgment|index|reflex|sign|syndrome|disease|manoeuvre|guidelines|guardian|duty|panel|study|effect|theory|cycle|matrix|tool|assessment|interview|competence|guidance|triangle|stages|rating|pathway|programme|standard|charter|line|valley|garden""".split("|")


class Invention:
    """Draws names, numbers and wordings by lot."""

    def __init__(self, names, seed, held_out):
        self.random = random.Random(seed)
        keep = lambda name: (zlib.crc32(name.encode()) % 10 == 0) == held_out
        load = lambda *files: sorted({n for f in files for n in first_column(names / f) if keep(n) and 1 < len(n) < 24 and n[0].isupper()})
        common = [n for n in first_column(names / "uk_given_names.tsv")[:1500] if keep(n)]
        self.given = [common, load("uk_given_names.tsv"), load("faker_given_names.tsv", "cc0_forenames.tsv")]
        self.family = load("faker_surnames.tsv", "cc0_surnames.tsv")
        self.british = [n.split("\t")[0] for n in (names / "faker_surnames.tsv").read_text(encoding="utf-8").splitlines()
                        if "en_GB" in n and keep(n.split("\t")[0])]
        self.places = load("gb_places.tsv")
        common = {re.match(r"[a-z]*", line)[0] for line in (HERE.parents[2] / "corpus" / "common-words.txt").read_text(encoding="utf-8").splitlines()}
        self.listed_words = sorted({n for n in self.given[1] + self.given[2] + self.family + self.places if n.lower() in common and len(n) > 2})
        self.things = {}
        for line in (HERE.parents[2] / "corpus" / "known-things.txt").read_text(encoding="utf-8").splitlines():
            if line[0] != "#": self.things.setdefault(line.split("\t")[1], []).append(line.split("\t")[0])
        self.word_names = sorted(n for n in self.given[1] if n.lower() in words_that_are_names() and n in self.given[0])
        self.wordings = {}
        for line in (HERE / "wordings.txt").read_text(encoding="utf-8").splitlines():
            if line and line[0] != "#":
                name, ways = line.split(": ", 1)
                self.wordings[name] = ways.split(" | ")
        corpus = HERE.parents[2] / "corpus"
        acronyms = [(a.get("short"), m.text) for a in ElementTree.parse(corpus / "acronyms.xml").getroot() for m in a.iter("meaning")]
        self.shorts, self.meanings = [a for a, _ in acronyms], [m for _, m in acronyms]
        self.headings = [h.text for h in ElementTree.parse(corpus / "section-synonyms.xml").getroot().iter("heading")]
        self.known = []

    def pick(self, items):
        return items[self.random.randrange(len(items))]

    def chance(self, share):
        return self.random.random() < share

    def below(self, limit, least=0):
        return self.random.randrange(least, limit)

    def digits(self, count):
        return "".join(str(self.below(10)) for _ in range(count))

    # names

    def a_given(self):
        name = self.pick(self.given[self.pick([0, 0, 0, 1, 2])])
        return name if not self.chance(.03) else f"{name}-{self.pick(self.given[0])}"

    def a_family(self):
        name = self.pick(self.british) if self.chance(.4) else self.pick(self.family)
        return name if not self.chance(.06) else f"{name}-{self.pick(self.family)}"

    def whole(self):
        given, family = self.stranger()
        self.known.append((given, family))
        return given, family

    def stranger(self):
        return self.a_given(), self.a_family()

    def person(self, officially=False):
        given, family = self.pick(self.known) if self.known and self.chance(.45) else self.whole()
        title = self.pick(["Mr", "Mrs", "Ms", "Miss", "Dr", "Mr.", "Dr."])
        way = self.below(20)
        if officially:
            return self.pick([f"{given} {family}", f"{given} {family}", f"{title} {family}", f"{given[0]}. {family}", f"{given}", f"{title} {given} {family}"])
        if way < 9: return f"{given} {family}"
        if way < 11: return f"{title} {family}"
        if way < 12: return f"{title} {given} {family}"
        if way < 13: return f"{given[0]}. {family}"
        if way < 14: return f"{family}, {given}"
        if way < 15: return f"{given} {family.upper()}"
        if way < 16: return f"{given} {self.a_given()} {family}"
        if way < 17: return f"{given[0]}.{family[0]}."
        return given

    def eponym(self):
        """What bears a name and is nobody: "the Whitby scale", "a Moro reflex"."""
        name = self.pick([self.a_family, self.a_family, self.town, self.a_given])()
        if self.chance(.2): name += f" {self.a_family()}"
        return f"{self.pick(['the', 'the', 'the', 'a', 'its', 'this'])} {mark('public-other', name)} {self.pick(MEASURES)}"

    def case_law(self):
        year = self.below(2025, 1990)
        court = self.pick(["EWHC {} (Fam)", "EWFC {}", "EWCA Civ {}", "UKSC {}", "1 FLR {}", "1 AC {}", "2 WLR {}", "EWHC {} (Admin)"]).format(self.below(1500, 2))
        return self.pick([f"[{year}] {court}", f"R v {self.a_family()} [{year}] {court}", f"Re {self.pick('ABCDEFGHJ')} (Children) [{year}] {court}", f"{self.a_family()} v {self.a_family()} [{year}] {court}", f"Re {self.pick('ABCDEFGHJ')} and {self.pick('KLMNPRS')}"])

    def couple(self):
        one, other = self.a_given(), self.a_given()
        return self.pick([f"{one} and {other} {self.a_family()}", f"{one} and {other} {self.a_family()}", f"{one} & {other} {self.a_family()}", f"Mr and Mrs {self.a_family()}", f"Mr & Mrs {self.a_family()}"])

    def household(self):
        family = self.a_family()
        return f"the {family}{'es' if family[-1] in 'sxz' else 's'}"

    def kin_name(self):
        return f"{self.pick('Nana Nan Nanny Gran Granny Grandma Grandad Grandpa Auntie Aunty Aunt Uncle Mama Papa Bibi Dadi Cousin Sister Brother'.split())} {self.pick(self.word_names) if self.chance(.15) else self.a_given()}"

    def house(self):
        kind = self.pick("Cottage Farm House Lodge Barn Villa Hall Bungalow Mill Rectory Grange Croft Court Towers Point".split())
        name = self.pick(["Rose", "Ivy", "Holly", "Willow", "Primrose", "Hawthorn", "Orchard", "Bramble", "Wayside", "Hillside", "Church", "Mill", "Old School", "Larch", "Sycamore", self.town(), self.a_family()])
        welsh = self.pick(["Tŷ Newydd", "Pen y Bryn", "Bryn Awel", "Hafod Wen", "Tan y Graig", "Maes yr Haf", "Cartref", "Bod Hyfryd", "Taigh na Mara", "Teach Bán"])
        the = self.pick(["The Beeches", "The Firs", "The Laurels", "The Coach House", "The Old Forge", "The Old Rectory", "The Maltings", "The Granary", "The Willows", "The Gables"])
        return self.pick([f"{name} {kind}"] * 4 + [welsh, the, f"{the}, {self.below(40, 1)} {self.street()}", f"Flat {self.below(30, 1)}, {name} {kind}", f"Apartment {self.below(30, 1)}, {the}", f"Flat {self.below(30, 1)} {self.a_family()} {kind}", f"{self.below(80, 1)} {self.a_family()} {kind}", f"Plot {self.below(20, 1)}, {self.town()}", f"Room {self.below(60, 1)}, {name} {kind}"])

    def landmark(self):
        return self.pick([f"the {self.town()} estate", f"{self.town()} Park", f"{self.town()} bus station", f"the {self.pick(['Shell', 'BP', 'Esso', 'Texaco'])} garage on {self.street()}", f"the Spar on {self.street()}", f"the {self.pick(['Red', 'White', 'Black', 'Golden', 'Blue'])} {self.pick(['Lion', 'Hart', 'Dog', 'Fox', 'Dragon', 'Swan', 'Phoenix'])}", f"{self.town()} Common", f"{self.town()} Wood", f"{self.a_family()}'s {self.pick(['Field', 'Yard', 'Farm', 'Corner', 'Bridge'])}", f"{self.town()} leisure centre", f"{self.town()} library", f"the {self.town()} playground", f"{self.town()} Community Centre", f"{self.town()} Family Centre", f"the {self.a_family()} Arms", f"{self.town()} station", f"{self.town()} market", f"the {self.town()} contact centre"])

    def town(self):
        return self.pick(self.places)

    def street(self):
        kind = self.pick("Road Street Lane Avenue Close Crescent Drive Gardens Grove Terrace Way Place Court Mews Walk Rise".split())
        return f"{self.pick([self.town, self.a_family, self.a_given])()} {kind}"

    def address(self):
        flat = f"Flat {self.below(40, 1)}{self.pick(['', 'A', 'B'])}, " if self.chance(.2) else ""
        line = f"{flat}{self.below(250, 1)}{self.pick(['', '', '', 'a'])} {self.street()}"
        if self.chance(.5): line += f", {self.town()}"
        return line + (f", {self.postcode()}" if self.chance(.4) else "")

    def postcode(self):
        return f"ZZ99 {self.below(10)}{self.pick('ABDEFGHJ')}{self.pick('ABDEFGHJ')}"

    # dates

    def date(self):
        day, month, year = self.below(29, 1), self.below(13, 1), self.below(2025, 1996)
        ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        name = MONTHS[month - 1]
        return self.pick([f"{day} {name} {year}"] * 4 + [f"{day}{ending} {name} {year}"] * 3 + [f"{day:02}/{month:02}/{year}"] * 3 + [
            f"{day:02}.{month:02}.{year % 100:02}", f"{day}/{month}/{year % 100:02}", f"{day}{ending} {name}", f"{day} {name}",
            f"{name} {day}, {year}", f"{year}-{month:02}-{day:02}", f"the {day}{ending} of {name} {year}", f"{day} {name[:3]} {year}", f"{day}.{month}.{year}"])

    def time(self):
        hour, minute = self.below(24), self.below(60)
        return self.pick([f"{hour:02}:{minute:02}", f"{hour % 12 + 1}.{minute:02}am", f"{hour % 12 + 1} pm", f"{hour:02}{minute:02} hours", f"{hour % 12 + 1}:{minute:02} p.m."])

    # what wordings.txt writes in capitals

    def slot(self, name):
        p = lambda words: mark("person", words)
        place = lambda words: mark("place", words)
        org = lambda words: mark("organisation", words)
        code = lambda words: mark("code", words)
        known = lambda words: mark("public-organisation", words)
        act = lambda words: mark("public-other", words)
        L = self.pick("ABCDEFGHJKLMNPRSTVWXYZ")
        saint = self.pick(["St Mary's", "St Oswald's", "Holy Trinity", "Our Lady of Lourdes", "All Saints", "St Bede's", "St Joseph's"])
        area = self.town()
        year = str(self.below(2026, 1998))
        table = {
            "LETTER": lambda: L, "NUMBER": lambda: str(self.below(9, 1)), "COUNT": lambda: self.pick(["two", "three", "four", "five", "seven", "nine", "2", "3", "6", "11", "14"]),
            "PSEUDONYM": lambda: self.pick([f"Child {L}", "the child", f"Baby {L}"]),
            "YEAR": lambda: year, "MONTH": lambda: self.pick(MONTHS), "MONTHYEAR": lambda: f"{self.pick(MONTHS)} {year}", "WEEKDAY": lambda: mark("date", self.pick(DAYS)),
            "PERCENT": lambda: f"{self.below(100)}%", "WEIGHT": lambda: f"{self.below(20)}.{self.below(10)}", "DATE": lambda: mark("date", self.date()), "TIME": lambda: mark("date", self.time()),
            "PERSON": lambda: p(self.person()), "GIVEN": lambda: p(self.pick(self.known)[0] if self.known and self.chance(.6) else self.whole()[0]), "FAMILY": lambda: p(self.a_family()),
            "FAMILYONLY": lambda: p(self.a_family()), "STAFF": lambda: p(self.person(True)), "NICK": lambda: p(self.pick(["Bobby", "Tiggy", "Mo", "Kez", "Little Al", "Big Dave", "Nana Jo", self.a_given()[:3]])),
            "GIVENLOW": lambda: p(self.a_given().lower()), "PUBLIC": lambda: mark("public-person", " ".join(self.stranger()) if self.chance(.8) else f"{self.pick(['Dr', 'Professor', 'Mr', 'Ms'])} {' '.join(self.stranger())}"),
            "WORDNAME": lambda: p(self.pick(self.word_names)), "KINNAME": lambda: p(self.kin_name()), "COUPLE": lambda: p(self.couple()), "HOUSEHOLD": lambda: p(self.household()),
            "EPONYM": lambda: self.eponym(), "LAW": lambda: act(f"{self.a_given()}'s Law"), "CASELAW": lambda: act(self.case_law()), "BRAND": lambda: act(self.pick(self.things["thing"])), "CAR": lambda: act(self.pick(self.things["car"])), "PROGRAMME": lambda: act(self.pick(self.things["programme"])),
            "EVERYDAY": lambda: self.pick(self.word_names), "EVERYDAYLOW": lambda: self.pick(self.word_names).lower(), "WRITER": lambda: mark("public-person", " ".join(self.stranger())), "AREADOCUMENT": lambda: act(f"{area} {self.pick(['Threshold Document', 'Thresholds', 'Children and Young People Plan', 'Safeguarding Procedures', 'Local Plan', 'Neglect Strategy', 'Early Help Offer', 'Practice Model'])}"),
            "AREATRUST": lambda: known(f"{area} {self.pick(['Community NHS Trust', 'Hospitals NHS Trust', 'Mental Health Trust', 'Ambulance Service', 'Fire and Rescue Service', 'Youth Offending Service', 'Probation', 'Health Board', 'Integrated Care System'])}"), "COURTS": lambda: self.pick(["the Crown Court", "the Youth Court", "the Family Court", "the High Court", "the Court of Appeal", "the Magistrates' Court", "the Supreme Court", "the President of the Family Division", "the Act", "the Rules", "the Regulations", "the Tribunal", "the Ombudsman"]),
            "LISTED": lambda: self.pick(self.listed_words), "LISTEDLOW": lambda: self.pick(self.listed_words).lower(),
            "RANKED": lambda: p(f"{self.pick(RANKS)} {self.a_family()}"),
            "HOUSE": lambda: place(self.house()), "LANDMARK": lambda: place(self.landmark()),
            "TOWN": lambda: place(self.town()), "ADDRESS": lambda: place(self.address()), "STREET": lambda: place(self.street()), "POSTCODE": lambda: place(self.postcode()),
            "COUNTRY": lambda: place(self.pick("Poland Lithuania Romania Nigeria Ghana Pakistan Bangladesh India Somalia Eritrea Syria Iraq Albania Portugal Jamaica Ireland Slovakia Latvia Turkey Vietnam Zimbabwe Uganda Sri_Lanka Afghanistan".split()).replace("_", " ")),
            "SCHOOL": lambda: org(self.pick([f"{self.town()} Primary School", f"{saint} Catholic Primary School", f"{saint} Church of England School", f"{self.town()} Academy", f"{self.town()} High School", f"{self.a_family()} Nursery", f"{self.town()} College", f"{saint} Infants"])),
            "CLINIC": lambda: org(self.pick([f"{self.town()} Hospital", f"{self.town()} General Hospital", f"{self.town()} Surgery", f"{self.street()} Medical Centre", f"{self.a_family()} Ward", f"The {self.town()} Practice", f"{self.town()} Children's Centre", f"{self.town()} Health Centre", f"Royal {self.town()} Infirmary"])),
            "EMPLOYER": lambda: org(self.pick([f"{self.a_family()} & Sons", f"{self.town()} Bakery", f"{self.a_family()} Logistics Ltd", "Tesco", "Amazon", "the Co-op", f"{self.a_family()} Care Group", f"{self.a_family()} and {self.a_family()}", "Wetherspoons", f"{self.town()} Garage", "Royal Mail"])),
            "FIRM": lambda: org(f"{self.a_family()} {self.pick(['Solicitors', 'LLP', '& Co', 'Law'])}"), "CHURCH": lambda: org(self.pick([f"{saint} Church", f"{self.town()} Baptist Church", f"the {self.town()} Mosque", "New Life Assembly", f"{self.town()} Gurdwara"])),
            "PRISON": lambda: org(f"HMP {self.town()}"), "COURT": lambda: org(f"{self.town()} {self.pick(['Crown Court', 'Family Court', 'Magistrates’ Court', 'County Court'])}"), "OPERATION": lambda: mark("other", f"Operation {self.pick('Larkspur Granite Kestrel Marigold Tideway Sandstone Juniper Harrier'.split())}"),
            "UNIVERSITY": lambda: org(self.pick([f"{self.town()} University", f"the University of {self.town()}"])), "SUBJECT": lambda: self.pick("law nursing physics history music accounting".split()),
            "DEMOGRAPHIC": lambda: mark("demographic", self.pick("Polish Lithuanian Romanian Nigerian Ghanaian Pakistani Bangladeshi Indian Somali Eritrean Syrian Iraqi_Kurdish Albanian Portuguese Jamaican Irish_Traveller Slovak_Roma Latvian Turkish Vietnamese Zimbabwean Gujarati Punjabi_Sikh Black_African Black_Caribbean Ashkenazi_Jewish".split()).replace("_", " ")),
            "FAITH": lambda: mark("demographic", self.pick(["Jehovah's Witness", "Roman Catholic", "Muslim", "Sikh", "Hindu", "Pentecostal Christian", "Seventh-day Adventist", "Orthodox Jew"])), "LANGUAGE": lambda: mark("demographic", self.pick("Polish Urdu Twi Yoruba Sylheti Romanian Tigrinya Somali Kurdish_Sorani Pashto Lingala Welsh".split()).replace("_", " ")),
            "CONDITION": lambda: mark("demographic", self.pick(["cystic fibrosis", "Rett syndrome", "sickle cell disease", "Treacher Collins syndrome", "Down's syndrome", "epilepsy", "type 1 diabetes", "Duchenne muscular dystrophy"])),
            "JOB": lambda: mark("demographic", self.pick(["bus driver", "welder", "teaching assistant", "beautician", "soldier", "plumber", "nurse", "software engineer", "scaffolder", "butcher", "taxi driver", "chef", "farmer", "care assistant"])),
            "AGELOW": lambda: mark("quantity", str(self.below(60, 14))), "COUNTQ": lambda: mark("quantity", self.pick(["two", "three", "4", "five"])), "MONEYQ": lambda: mark("quantity", f"£{self.below(60, 12)},{self.digits(3)}"), "YEARQ": lambda: mark("date", year),
            "NHS": lambda: code(self.pick(["999 {} {}", "999{}{}", "999-{}-{}"]).format(self.digits(3), self.digits(4))), "CHI": lambda: code(self.digits(10)), "NINO": lambda: code(f"QQ {self.digits(2)} {self.digits(2)} {self.digits(2)} {self.pick('ABCD')}"),
            "PHONE": lambda: code(self.pick([f"01632 960{self.digits(3)}", f"07700 900{self.digits(3)}", f"07700900{self.digits(3)}", f"+44 7700 900 {self.digits(3)}", f"(01632) 960 {self.digits(3)}"])),
            "EMAIL": lambda: code(f"{self.a_given().lower()}.{self.a_family().lower()}@{self.pick(['mail', 'trust', 'council', 'post'])}.example".replace(" ", "").replace("'", "")), "CRIME": lambda: code(self.pick([f"{self.below(99)}/{self.digits(5)}/{self.below(25, 10)}", f"CR/{self.digits(6)}/{year[2:]}"])),
            "COURTNO": lambda: code(f"ZW{year[2:]}{self.pick('CP')}{self.digits(5)}"), "HOSPNO": lambda: code(self.pick([f"H{self.digits(6)}", self.digits(7), f"MRN {self.digits(8)}"])), "VRM": lambda: code(f"ZZ{self.digits(2)} {self.pick('ABC')}{self.pick('DEF')}{self.pick('GHJ')}"),
            "PASSPORT": lambda: code(self.digits(9)), "UPN": lambda: code(f"{L}{self.digits(12)}"), "CAREID": lambda: code(self.pick([f"LCS {self.digits(7)}", self.digits(6)])), "LICENCE": lambda: code(f"{self.a_family()[:5].upper():9<5}{self.digits(6)}{L}99{L}{L}"), "SORT": lambda: code(f"{self.digits(2)}-{self.digits(2)}-{self.digits(2)}"), "ACCOUNT": lambda: code(self.digits(8)),
            "NUM2": lambda: str(self.below(99, 10)), "NUM3": lambda: str(self.below(180, 100)), "NUM8": lambda: self.digits(8), "DECIMAL": lambda: f"{self.below(40)}.{self.below(10)}", "ICD": lambda: f"{L}{self.digits(2)}.{self.below(9)}", "LOT": lambda: f"{L}{self.digits(5)}{self.pick('AB')}", "NUM10": lambda: self.digits(10), "NUM13": lambda: self.digits(13),
            "PARTNO": lambda: self.pick([f"{L}{self.digits(6)}", f"{self.digits(4)} {self.digits(3)} {self.digits(4)}", f"{self.digits(9)}", f"{L}{L}{self.digits(6)}{L}"]), "BRIEF": lambda: f"{self.below(9, 1)}/{self.pick(['7', '52', '12'])}", "EXPIRY": lambda: f"{self.below(13, 1):02}/20{self.below(30, 24)}",
            "FREEPHONE": lambda: self.pick([f"0808 {self.digits(3)} {self.digits(4)}", f"0800 {self.digits(4)}", "111", "999", "101", f"116 {self.digits(3)}", f"0300 {self.digits(3)} {self.digits(4)}"]), "SYSTEM": lambda: self.pick("Mosaic Liquidlogic SystmOne EMIS RiO LCS Carefirst Eclipse ICS Niche Athena CareNotes Lorenzo Cerner".split()),
            "PLATFORM": lambda: self.pick("Instagram Snapchat TikTok WhatsApp Facebook YouTube Discord Twitter Roblox Messenger Xbox PlayStation Telegram".split()), "DEVICE": lambda: self.pick("Nebuliser Ventilator Glucose_meter Pulse_oximeter Syringe_driver Oximeter Hoist Cough_assist Suction_unit Feeding_pump Apnoea_monitor Wheelchair Spirometer Defibrillator".split()).replace("_", " "),
            "BODYPART": lambda: self.pick(["Chest", "Abdomen", "Skin", "Left ear", "Throat", "Pupils", "Eyes", "Hips", "Fontanelle", "Gait"]), "SCALE": lambda: self.pick(["Platelets", "Creatinine", "Sodium", "Ferritin", "Bilirubin", "Lactate", "Peak flow", "Glucose", "Urea", "Albumin", "Vitamin D", "Vitamin B12"]),
            "BOARD": lambda: known(self.pick([f"{area} Safeguarding Children Board", f"{area} Local Safeguarding Children Board", f"the {area} Safeguarding Children Partnership", f"{area} LSCB", f"{area} and {self.town()} Safeguarding Partnership"])), "COUNCIL": lambda: known(self.pick([f"{area} Council", f"{area} County Council", f"{area} Borough Council", f"{area} City Council", f"the London Borough of {area}"])),
            "FORCE": lambda: known(self.pick([f"{area} Police", f"{area} Constabulary"])), "TRUST": lambda: known(f"{area} {self.pick(['NHS Foundation Trust', 'Partnership NHS Trust', 'Community Healthcare', 'University Hospitals NHS Foundation Trust'])}"), "CCG": lambda: known(f"{area} {self.pick(['Clinical Commissioning Group', 'CCG', 'Integrated Care Board'])}"),
            "POST": lambda: self.pick(["Head of Service", "Assistant Director, Children's Social Care", "Designated Nurse", "Named GP", "Detective Superintendent", "Director of Children's Services", "Head of Safeguarding", "Service Manager", "Business Manager", "Lay Member", "Principal Social Worker", "Safeguarding Lead"]),
            "NATIONAL": lambda: known(self.pick(["Ofsted", "the NSPCC", "the Care Quality Commission", "HMICFRS", "the Department for Education", "NHS England", "the Home Office", "Barnardo's", "SCIE", "the Crown Prosecution Service", "Cafcass", "the Youth Justice Board", "the Royal College of Paediatrics and Child Health", "Public Health England", "the National Panel", "NICE", "the Children's Commissioner for England"])),
            "CITED": lambda: mark("public-person", self.pick([f"{self.a_family()} et al", f"{self.a_family()} and {self.a_family()}", "Eileen Munro", "Marian Brandon", "Brandon et al", "Sidebotham", self.a_family(), "Lord Laming", "Reder and Duncan"])),
            "CITE": lambda: mark("public-person", self.pick([f"{self.a_family()}, {L}. ({year}) Safeguarding in practice. London: DfE.", f"{self.a_family()} et al, {year}", f"Brandon et al. {year}", f"{self.a_family()} & {self.a_family()} {year}: {self.below(200, 10)}"])), "FAMOUS": lambda: mark("public-person", self.pick(["Victoria Climbié", "Peter Connelly", "Daniel Pelka", "Maria Colwell", "Baby P", "Star Hobson", "Arthur Labinjo-Hughes"])),
            "GUIDANCE": lambda: act(self.pick(["Working Together to Safeguard Children 2015", "Working Together 2018", "Working Together to Safeguard Children (HM Government 2013)", "The London Child Protection Procedures", "Keeping Children Safe in Education", "the Framework for the Assessment of Children in Need and their Families", "What to do if you're worried a child is being abused", "the Healthy Child Programme", "Every Child Matters", "Signs of Safety", "the Bruising in Non-Mobile Infants protocol"])) + self.pick([" sets this out.", " applied at the time.", " says so.", " was followed."]),
            "STATUTE": lambda: act(self.pick(["The Children Act 1989", "Section 17 of the Children Act 1989", "section 47", "The Children Act 2004", "The Mental Capacity Act 2005", "the Local Safeguarding Children Boards Regulations 2006", "The Children and Social Work Act 2017", "the Data Protection Act 2018", "The Care Act 2014", "the Sexual Offences Act 2003", "Article 8 of the Human Rights Act 1998", "the Education Act 2002", "the Adoption and Children Act 2002"])),
            "ACRONYM": lambda: self.pick(self.shorts) if self.chance(.6) else self.pick(["LSCB", "SCR", "DfE", "WT2015", "WT2018", "Ofsted", "NHS England", "LSCBs", "SCRs", "IMR", "CCG", "DHR", "SAR", "LSCP", "CSPR"]),
            "ACRONYMS": lambda: self.pick(self.shorts) + "s", "MEANING": lambda: self.pick(self.meanings), "HEADING": lambda: self.pick(self.headings),
            "CAPITALS": lambda: self.titled(self.pick(self.pick([self.meanings, self.headings]))), "SLUG": lambda: "-".join(re.findall(r"\w+", self.pick(self.headings).lower()))[:40],
            "ROMAN": lambda: self.pick(["i", "ii", "iii", "iv", "a", "b"]), "UKAREA": lambda: act(self.pick(["England", "Wales", "Scotland", "Northern Ireland", "the United Kingdom", "the UK", "Great Britain", "North Yorkshire", "County Durham", "Essex", "London", "the West Midlands", "Greater Manchester"])),
            "BROAD": lambda: self.pick(["White British", "British", "English", "European", "Eastern European", "Asian", "Black British", "mixed", "Welsh"]),
            "TERMS": lambda: self.pick(["The review covers the period from January 2012 to March 2014.", "The Terms of Reference are at Appendix A.", "The methodology was a systems approach.", "Individual Management Reviews were requested.", "A Practitioner Event was held.", "The Executive Summary is published separately.", "The timeline was agreed at the first Panel meeting.", "An Interim Care Order was made.", "Emergency Protection Order", "A Section 20 agreement was signed."]),
        }
        return table[name]()

    def say(self, name):
        way = self.pick(self.wordings[name])
        def fill(found):
            slot = found[1]
            return self.slot(slot) if slot.isupper() else self.say(slot)
        return re.sub(r"\{(\w+)\}", fill, way).replace("\\n", "\n")

    def titled(self, words):
        return " ".join(w if w in ("of", "and", "the", "for", "to", "in", "a", "on") else w[:1].upper() + w[1:] for w in words.split())

    # whole texts

    def sentence_case(self, text):
        def raise_letter(found):
            return found[1] + found[2].upper()
        return re.sub(r"((?:^|[.!?]\s+|\n)(?:\ue000[\w-]+\ue002)?)([a-z])", raise_letter, text)

    def report(self, dirty):
        self.known = []
        heads = ["Introduction", "Background", "The family", "Narrative", "Analysis", "Summary of events", "Key Practice Episode", "Findings", "Learning", "The child's lived experience", "Agency involvement", "Conclusion"]
        parts, number = [self.pick(["SERIOUS CASE REVIEW\nOverview Report", "Child Safeguarding Practice Review", "Local Learning Review", "Individual Management Review", "Rapid Review"])], 1
        if self.chance(.6): parts.append("Independent Reviewer: " + self.slot("PUBLIC") + ("\n" + self.slot("BOARD") if self.chance(.7) else ""))
        for section in range(self.below(5, 2)):
            parts.append(f"{section + 1}. {self.pick(heads)}" if self.chance(.7) else self.pick(heads).upper())
            if self.chance(.12): parts.append("\n".join("- " + self.say("panelrow") for _ in range(self.below(6, 2))))
            for _ in range(self.below(5, 2)):
                body = self.say("mixed" if dirty and self.chance(.5) else "paragraph")
                parts.append((f"{section + 1}.{number} " if self.chance(.4) else "") + self.sentence_case(body))
                number += 1
        if self.chance(.3): parts += ["References"] + [self.slot("CITE") for _ in range(self.below(5, 1))]
        return "\n\n".join(parts)

    def lines(self, name, most):
        self.known = []
        return "\n\n".join(self.sentence_case(self.say(name)) if self.chance(.85) else self.say(name) for _ in range(self.below(most, 1)))

    def text(self):
        way = self.random.random()
        if way < .17: return self.report(False)
        if way < .38: return self.report(True)
        if way < .53: return self.sentence_case(self.say("procedure"))
        if way < .61: return self.sentence_case(self.say("table"))
        if way < .68: return self.lines("note", 8)
        if way < .82: return self.lines("talk", 12)
        if way < .92: return self.lines("clinic", 2)
        return self.lines("chat", 3)


def spans_of(marked):
    text, spans, label, first = [], [], None, 0
    for piece in re.split("(\ue000[\\w-]+\ue002|\ue001)", marked):
        if piece.startswith(OPEN): label, first = piece[1:-1], sum(map(len, text))
        elif piece == SHUT: spans.append([first, sum(map(len, text)), label])
        else: text.append(piece)
    return "".join(text), spans


def option(name, otherwise):
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else otherwise


if __name__ == "__main__":
    if len(sys.argv) < 3: sys.exit(__doc__)
    held_out = "--held-out" in sys.argv
    invention = Invention(pathlib.Path(sys.argv[1]), option("--seed", 7) + held_out * 1000, held_out)
    texts = []
    for number in range(option("--texts", 1000)):
        text, spans = spans_of(invention.text())
        texts.append({"id": f"invented-{'held-' if held_out else ''}{number}", "text": text, "spans": spans})
    pathlib.Path(sys.argv[2]).write_text(json.dumps(texts, ensure_ascii=False, indent=0), encoding="utf-8")
