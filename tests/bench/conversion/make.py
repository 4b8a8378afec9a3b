#!/usr/bin/env python3
"""Writes the invented reports as PDF and office files by several producers, each beside what stands in it.

  make.py PROGRAM OUT [SET [SEED]]

SET is plain (the layouts of layouts.py and layouts_more.py; the default), hard (layouts_hard.py), both of these, last (layouts_last.py), next (layouts_next.py), or the names of layouts with commas between; SEED gives other
words.
OUT/pdf/LAYOUT.PRODUCER.pdf, OUT/office/LAYOUT.PRODUCER.docx and .odt, and OUT/expected/LAYOUT.PRODUCER.json. A producer whose program is not installed is left
out and named. PRODUCER-tagged has the structure tree, PRODUCER has not; groff cannot write one.
"""
import copy
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import layouts
import layouts_hard
import layouts_last
import layouts_more
import layouts_next
import set_groff
import set_html
import set_odt
import set_word


def run(command, **more):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=300, **more).stdout


def with_chromium(reports, folder, tagged, _):
    for name, report in reports.items():
        (folder / f"{name}.html").write_text(set_html.page(report))
        run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", *([] if tagged else ["--disable-pdf-tagging"]), "--no-pdf-header-footer",
             f"--print-to-pdf={folder}/{name}.pdf", f"file://{folder}/{name}.html"])


def with_libreoffice(reports, folder, tagged, _):
    for name, report in reports.items(): (folder / f"{name}.fodt").write_text(set_odt.page(report))
    options = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": "true" if tagged else "false"}, "ExportBookmarks": {"type": "boolean", "value": "false"}})
    run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", f"pdf:writer_pdf_Export:{options}", "--outdir", str(folder), *(f"{folder}/{n}.fodt" for n in reports)])


def with_groff(reports, folder, tagged, _):
    for name, report in reports.items():
        pages = "?"
        for _ in range(2 if "{n}" in report.look.get("footer", "") else 1):
            command = ["groff", "-k", "-t", "-ms", "-Tpdf", "-P-p" + report.look.get("paper", "a4"), *(["-P-l"] if report.look.get("landscape") else [])]
            (folder / f"{name}.pdf").write_bytes(run(command, input=set_groff.page(report, pages).encode()))
            pages = len(page_texts(folder / f"{name}.pdf"))


def with_weasyprint(reports, folder, tagged, _):
    for name, report in reports.items():
        page = set_html.page(report)
        (folder / f"{name}.html").write_text(set_html.with_notes_at_the_foot(report, page) if report.look.get("notes") == "foot" else page)
        run(["weasyprint", f"{folder}/{name}.html", f"{folder}/{name}.pdf"])


def with_our_own(reports, folder, tagged, program):
    for name, report in reports.items():
        (folder / f"{name}.html").write_text(set_html.page(report))
        run([program, "convert", f"{folder}/{name}.html", "-o", f"{folder}/made", "--to", "pdf"])
        if tagged:
            shutil.copy(folder / "made" / f"{name}.pdf", folder)
            continue
        run(["qpdf", "--qdf", "--object-streams=disable", f"{folder}/made/{name}.pdf", f"{folder}/open.pdf"])
        (folder / f"{name}.pdf").write_bytes((folder / "open.pdf").read_bytes().replace(b"/StructTreeRoot", b"/NoTreeWhatever"))


PRODUCERS = {"chromium": ("chromium", with_chromium, True), "libreoffice": ("soffice", with_libreoffice, True), "groff": ("groff", with_groff, False), "ours": ("qpdf", with_our_own, True),
             "weasyprint": ("weasyprint", with_weasyprint, False)}
SETS = {"plain": layouts.LAYOUTS | layouts_more.MORE, "hard": layouts_hard.HARD, "last": layouts_last.LAST, "next": layouts_next.NEXT, "both": layouts.LAYOUTS | layouts_more.MORE | layouts_hard.HARD}


def chosen(wanted):
    return SETS[wanted] if wanted in SETS else {name: (SETS["both"] | SETS["last"] | SETS["next"])[name] for name in wanted.split(",")}


def page_texts(pdf):
    return run(["pdftotext", str(pdf), "-"]).decode().split("\f")[:-1]


def roman(number):
    return ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number]


def find_pages(report, pdf):
    """The contents with the pages on which the headings stand."""
    pages, items, at = [re.sub(r"\s+", " ", t) for t in page_texts(pdf)], [], 1
    title = report.look.get("contents_title", "Contents")
    first = next((i for i, t in enumerate(pages) if title in t), 0) + 1
    while first < len(pages) and sum(bool(re.search(re.escape(b["text"]) + r"[ .]*\d", pages[first])) for b in report.blocks if b["type"] == "heading") > 8: first += 1  # contents of several pages
    at = first
    for block in report.blocks:
        if block["type"] != "heading": continue
        at = next((i for i in range(at, len(pages)) if block["text"] in pages[i]), at)
        if block.get("listed", True): items.append([block["level"], block["text"], roman(at + 1) if block.get("front") else at + 1])
    return items


def expectation(report, notes_at_end, pages):
    blocks = [{k: v for k, v in b.items() if k not in ("md", "bars", "widths", "borders", "style", "first", "html", "front", "listed")} for b in report.blocks]
    if report.notes and notes_at_end: blocks.append({"type": "heading", "level": 1, "text": "Notes"})
    if report.notes: blocks.append({"type": "footnotes", "items": report.notes})
    furniture = [re.escape(report.look[k]).replace(r"\{p\}", r"\d+").replace(r"\{n\}", r"\d+").replace(r"\ \ \ \ ", r"\s+").replace(r"\ ", " ") for k in ("header", "footer") if k in report.look]
    furniture += [f"^{report.look['mark']}$"] if "mark" in report.look else []
    return {"blocks": blocks, "furniture": [f"^{f}$" if re.fullmatch(r"\\d\+", f) else f for f in furniture], "pages": pages}


def make(producer, tagged, program, out, written, seed):
    needed, produce, _ = PRODUCERS[producer]
    reports = {name: write(f"{name} by {producer}{seed}") for name, write in written.items()}
    reports = {name: report for name, report in reports.items() if producer not in report.look.get("not_by", ())}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for report in reports.values():  # first without pages, so that the contents are as long as they will be
            for block in report.blocks:
                if block["type"] == "toc": block["items"] = [[b["level"], b["text"], 0] for b in report.blocks if b["type"] == "heading" and b.get("listed", True)]
        listed = {n: r for n, r in reports.items() if r.look.get("contents")}
        if producer != "ours":
            produce(listed, folder, False, program)
            for name, report in listed.items():
                items = find_pages(report, folder / f"{name}.pdf")
                next(b for b in report.blocks if b["type"] == "toc")["items"] = items
        produce(reports, folder, tagged, program)
        for name, report in reports.items():
            title = f"{name}.{producer}{'-tagged' if tagged else ''}"
            shutil.copy(folder / f"{name}.pdf", out / "pdf" / f"{title}.pdf")
            at_end = producer == "chromium" or (producer != "ours" and report.look.get("notes") == "end")
            look = copy.copy(report)
            if producer == "ours": look.look = {"header": report.title, "footer": "Page {p}"}
            (out / "expected" / f"{title}.json").write_text(json.dumps(expectation(look, at_end, len(page_texts(out / "pdf" / f"{title}.pdf"))), ensure_ascii=False, indent=1))


def make_office(program, out, written, seed):
    """The reports as Word and OpenDocument files, as LibreOffice and our own writer save them."""
    reports = {name: write(f"{name} in an office{seed}") for name, write in written.items()}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, report in reports.items():
            for block in report.blocks:
                if block["type"] == "toc": block["items"] = [[b["level"], b["text"], 3] for b in report.blocks if b["type"] == "heading"]
            (folder / f"{name}.fodt").write_text(set_odt.page(report))
            (folder / f"{name}.html").write_text(set_html.page(report))
        for kind in ("docx:MS Word 2007 XML", "odt:writer8"):
            run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", str(folder), *(f"{folder}/{n}.fodt" for n in reports)])
        run([program, "convert", *(f"{folder}/{n}.html" for n in reports), "-o", f"{folder}/made", "--to", "docx"])
        for name, report in reports.items():
            for producer, file in (("libreoffice-docx", folder / f"{name}.docx"), ("libreoffice-odt", folder / f"{name}.odt"), ("ours-docx", folder / "made" / f"{name}.docx")):
                shutil.copy(file, out / "office" / f"{name}.{producer}{file.suffix}")
                at_end = producer != "ours-docx" and report.look.get("notes") == "end"
                (out / "expected" / f"{name}.{producer}.json").write_text(json.dumps(expectation(report, at_end, 1), ensure_ascii=False, indent=1))


def make_word(out, written, seed):
    """The reports as Word files in the ways that people make them."""
    for flavour in ("auto", "legal", "fake", "messy"):
        for name, write in written.items():
            report = write(f"{name} as {flavour}{seed}")
            for block in report.blocks:
                if block["type"] == "toc": block["items"] = [[b["level"], b["text"], 3] for b in report.blocks if b["type"] == "heading" and b.get("listed", True)]
            (out / "office" / f"{name}.word-{flavour}.docx").write_bytes(set_word.document(report, flavour, name))
            (out / "expected" / f"{name}.word-{flavour}.json").write_text(json.dumps(expectation(report, False, 1), ensure_ascii=False, indent=1))


def main(program, out, wanted="plain", seed=""):
    written = chosen(wanted)
    out = pathlib.Path(out)
    for part in ("pdf", "office", "expected"): (out / part).mkdir(parents=True, exist_ok=True)
    for producer, (needed, _, can_tag) in PRODUCERS.items():
        if not shutil.which(needed):
            print(f"{producer} is left out: {needed} is not installed", file=sys.stderr)
            continue
        for tagged in (False, True)[:1 + can_tag]: make(producer, tagged, program, out, written, seed)
    if shutil.which("soffice"): make_office(program, out, written, seed)
    make_word(out, written, seed)


if __name__ == "__main__":
    main(*sys.argv[1:])
