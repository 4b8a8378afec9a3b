"""Makes the chronologies of the samples from the plain tables beside this file: python3 samples/make/make.py"""
import pathlib

import tables as t

HERE = pathlib.Path(__file__).parent
SAMPLES = HERE.parent


def child_k():
    rows = lambda a: t.read_rows(HERE / "child-k" / (a + ".txt"))
    out = SAMPLES / "child-k" / "chronology"
    out.mkdir(parents=True, exist_ok=True)
    t.write_xlsx(out / "A1-childrens-social-care.xlsx", rows("A1"), "Chronology for the serious case review. Confidential to the panel.")
    t.write_csv(out / "A2-police.csv", rows("A2"), delimiter=";", encoding="cp1252")
    t.write_ods(out / "A3-community-health.ods", rows("A3"), "Chronology, health visiting and school nursing")
    t.write_csv(out / "A4-hospital.csv", rows("A4"), encoding="utf-8", bom=b"\xef\xbb\xbf", quotes=lambda s: s)
    t.write_xml(out / "A5-gp.xml", rows("A5"), "A5")
    t.write_docx(out / "A6-school.docx", rows("A6"), "Chronology of concerns and contacts",
                 before=("Sheet number: 1", "Name: Hope and Tobiasz O'Shea-Wi\u015bniewski", "Class: Year 3, Year 4, Nursery"),
                 widths=[1700, 5200, 1100, 2600, 2300, 2200])


def child_m():
    rows = lambda a: t.read_rows(HERE / "child-m-and-sibling" / (a + ".txt"))
    out = SAMPLES / "child-m-and-sibling" / "chronology"
    out.mkdir(parents=True, exist_ok=True)
    t.write_csv(out / "A1-childrens-social-care.csv", rows("A1"), delimiter="\t", encoding="utf-16-le", bom=b"\xff\xfe")
    t.write_xlsx(out / "A2-police.xlsx", rows("A2"), "Chronology for LCSPR", creator="Professional standards")
    t.write_xml(out / "A3-school.xml", rows("A3"), "A3")


def family_w():
    rows = lambda a: t.read_rows(HERE / "family-w" / (a + ".txt"))
    out = SAMPLES / "family-w" / "chronology"
    out.mkdir(parents=True, exist_ok=True)
    t.write_csv(out / "A1-childrens-social-care.csv", rows("A1"), encoding="cp1252")
    t.write_ods(out / "A2-primary-care.ods", rows("A2"), "Chronology of significant events")
    t.write_docx(out / "A3-hospital.docx", rows("A3"), "Chronology", widths=[1900, 5600, 1900, 1500, 2300, 2000], creator="Clinical governance")
    t.write_xml(out / "A4-mental-health.xml", rows("A4"), "A4")


child_k()
child_m()
family_w()
