"""Files that other programs write: LibreOffice and pandoc, each told to hide one sentence."""
import shutil
import subprocess
import tempfile
from pathlib import Path

from make import CLEAN, NAME, ODT, RISKS, STORY

PROGRAMS = ("soffice", "pandoc")
BODY = "".join(f"<text:p>{each}</text:p>" for each in STORY)
FLAT = ("<?xml version='1.0' encoding='UTF-8'?><office:document" + ODT + ' office:mimetype="application/vnd.oasis.opendocument.text">' + "<office:meta><dc:title>Review of Child K</dc:title>{meta}</office:meta>"
        "<office:automatic-styles>{styles}</office:automatic-styles>"
        "<office:body><office:text>{before}<text:h text:outline-level='1'>What happened</text:h>" + BODY + "{body}</office:text></office:body></office:document>")
PAGE = "---\ntitle: Review of Child K\nlang: en-GB\n{meta}---\n\n# What happened\n\n" + "\n\n".join(STORY) + "\n\n{body}\n"


def run(folder, *command):
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=120)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[:300]}")


OFFICE_FILES = {}  # by kind and whether anything is hidden: LibreOffice starts slowly, so one file serves many cases


def by_office(kind, risky):
    def build():
        if (kind, risky) not in OFFICE_FILES:
            with tempfile.TemporaryDirectory() as scratch:
                folder = Path(scratch)
                (folder / "in.fodt").write_text(FLAT.format(**(HIDDEN if risky else PLAIN)))
                filter_of = {"docx": "docx:MS Word 2007 XML", "odt": "odt", "html": "html:HTML (StarWriter)"}[kind]
                run(folder, "soffice", f"-env:UserInstallation=file://{Path(tempfile.gettempdir())}/casewright-office-profile", "--headless", "--convert-to", filter_of, "--outdir", scratch, "in.fodt")
                OFFICE_FILES[kind, risky] = (folder / f"in.{kind}").read_bytes()
        return OFFICE_FILES[kind, risky]
    return build


def by_pandoc(kind, **given):
    def build():
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            (folder / "in.md").write_text(PAGE.format(**({"meta": "", "body": ""} | given)))
            run(folder, "pandoc", "--standalone", "-o", f"out.{kind}", "in.md")
            return (folder / f"out.{kind}").read_bytes()
    return build


def there(program):
    return shutil.which(program) is not None


def pandoc(name, rule, kinds, words=NAME, **given):
    for kind in kinds.split():
        RISKS.append({"name": f"pandoc-{kind}-{name}", "file": kind, "rule": rule, "words": words, "program": "pandoc", "build": by_pandoc(kind, **given)})


def styled(number, words):
    return f"<text:p>One. <text:span text:style-name='S{number}'>{words}</text:span> Two.</text:p>"


LOOKS = ["text:display='none'", "fo:color='#ffffff'", "fo:font-size='1pt'", "fo:background-color='#000000' fo:color='#000000'"]
INFO = "<office:change-info><dc:creator>Helen Quarles</dc:creator><dc:date>2024-03-01T10:00:00</dc:date></office:change-info>"
PLAIN = {"meta": "", "styles": "", "before": "", "body": "<text:p>One<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body><text:p>The panel's minutes.</text:p></text:note-body></text:note></text:p>"}
HIDDEN = {
    "meta": f"<meta:initial-creator>Helen Quarles</meta:initial-creator><dc:creator>Helen Quarles</dc:creator><dc:subject>Ring 01632 960123 about the aunt</dc:subject><meta:user-defined meta:name='Child'>{NAME}</meta:user-defined>",
    "styles": "".join(f"<style:style style:name='S{number}' style:family='text'><style:text-properties {look}/></style:style>" for number, look in enumerate(LOOKS)),
    "before": f"<text:tracked-changes><text:changed-region xml:id='c1' text:id='c1'><text:deletion>{INFO}<text:p>{NAME} was taken out.</text:p></text:deletion></text:changed-region></text:tracked-changes>",
    "body": styled(0, f"{NAME} in no ink.") + styled(1, f"{NAME} in white.") + styled(2, f"{NAME} too small.") + styled(3, f"{NAME} in black.") + "<text:p>Three. <text:change text:change-id='c1'/></text:p>"
            f"<text:p>Four.<office:annotation><dc:creator>Helen Quarles</dc:creator><dc:date>2024-03-01T10:00:00</dc:date><text:p>Ask {NAME}.</text:p></office:annotation></text:p>"
            "<text:p><text:a xlink:type='simple' xlink:href='file:///H:/reviews/child-k/notes.docx'>the notes</text:a></text:p>"}
for name, rule, kinds, words in (("hidden-words", "hidden-text", "docx odt", "no ink"), ("white-words", "text-same-colour", "docx odt html", "in white"), ("tiny-words", "tiny-text", "docx odt", "too small"),
                                 ("words-marked-black", "black-highlight", "docx odt html", "in black"), ("remark", "comment", "docx odt", "Ask"), ("deletion", "tracked-change", "docx odt", "taken out"), ("author", "author", "docx odt html", "Helen Quarles"),
                                 ("property-of-its-own", "custom-property", "docx odt", NAME), ("subject", "document-properties", "docx odt", "960123"), ("link-to-a-disk", "external-link", "docx odt", "reviews"), ("program-that-made-it", "generator", "html", "LibreOffice")):
    for kind in kinds.split():
        RISKS.append({"name": f"libreoffice-{kind}-{name}", "file": kind, "rule": rule, "words": words, "program": "soffice", "build": by_office(kind, True)})
pandoc("author", "author", "docx odt html", words="Helen Quarles", meta="author: Helen Quarles\n")
pandoc("remark", "comment", "docx", body=f'[Ask {NAME} about the aunt.]{{.comment-start id="0" author="Helen Quarles" date="2024-03-01T10:00:00Z"}}One.[]{{.comment-end id="0"}}')
pandoc("program-that-made-it", "generator", "html", words="pandoc")
pandoc("map-of-a-style-sheet", "source-map", "html", words="map", body="<style>p{margin:0}\n/*# sourceMappingURL=file:///H:/site/report.css.map */</style>")
pandoc("deletion", "tracked-change", "docx", body=f'One. [The father is {NAME}.]{{.deletion author="Helen Quarles" date="2024-03-01T10:00:00Z"}}')
pandoc("subject", "document-properties", "docx", "960123", meta="subject: Ring 01632 960123 about the aunt\n")
pandoc("remark-in-the-source", "source-comment", "html", body=f"<!-- the father is {NAME} of Elmfield -->")
pandoc("data-of-a-script", "data-attribute", "html", body=f'::: {{.note child="{NAME}"}}\nOne.\n:::')
pandoc("heading-called-after-somebody", "part-name", "html", words="Kayleigh Hughes", body="## Background {#kayleigh-hughes}\n\nOne.")
pandoc("description-of-a-link", "title-attribute", "html", body=f'[One](https://www.example.org/ "{NAME} at home")')
pandoc("link-to-a-disk", "external-link", "docx odt html", words="reviews", body="[the notes](file:///H:/reviews/child-k/notes.docx)")
for name, rule, words, body in (("page-data", "structured-data", NAME, f'<script type="application/ld+json">{{"name": "{NAME}"}}</script>'), ("hidden-field", "hidden-input", NAME, f'<input type="hidden" name="child" value="{NAME}">'),
                                ("hidden-part", "hidden-text", NAME, f'<div style="display:none">The father is {NAME}.</div>')):
    pandoc(name, rule, "html", words, body=body)
for kind in ("docx", "odt", "html"):
    CLEAN.append({"name": f"libreoffice-{kind}-plain", "file": kind, "program": "soffice", "build": by_office(kind, False)})
    CLEAN.append({"name": f"pandoc-{kind}-plain", "file": kind, "program": "pandoc", "build": by_pandoc(kind, body="One.[^1]\n\n[^1]: The panel's minutes.\n\n| Agency | Year |\n|---|---|\n| Health | 2019 |\n")})
for each in RISKS:
    each["advised"] = each.get("advised") or each["name"].endswith("program-that-made-it")  # a program's name is worth a word, no more
