"""A report as a web page, for Chromium to print or for our own reader to take in. Notes stand at its end."""
import html
import re

from images import bars_svg


def inline(md):
    text = html.escape(md, quote=False)
    text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
    return re.sub(r"\[\^(\d+)\]", r'<sup><a href="#note-\1" role="doc-noteref">\1</a></sup>', text)


def list_style(block):
    return {"number": "decimal", "alpha": "alpha", "roman": "roman"}.get(block["style"], block["style"])


def lists(blocks, at):
    """The list that begins at `at`, and where it ends."""
    out, level, first = [], 0, at
    while at < len(blocks) and blocks[at]["type"] == "list_item" and not (at > first and blocks[at]["first"] and blocks[at]["level"] == 1):
        block = blocks[at]
        while level > block["level"]:
            out.append(close_list(out)), out.append("</li>")
            level -= 1
        if level == block["level"]:
            out.append("</li>")
        while level < block["level"]:
            out.append(f'<{"ol" if block["ordered"] else "ul"} class="{list_style(block)}">')
            level += 1
        out.append(f"<li>{inline(block['md'])}")
        at += 1
    while level:
        out.append("</li>")
        out.append(close_list(out))
        level -= 1
    return "".join(out), at


def close_list(out):
    depth = 0
    for piece in reversed(out):
        if piece.startswith("</ul") or piece.startswith("</ol"): depth += 1
        elif piece.startswith("<ul") or piece.startswith("<ol"):
            if depth == 0: return f"</{piece[1:3]}>"
            depth -= 1
    return ""


def table(block):
    covered = {(r + i, c + j) for r, c, h, w in block["spans"] for i in range(h) for j in range(w)} - {(r, c) for r, c, _, _ in block["spans"]}
    shape = {(r, c): (h, w) for r, c, h, w in block["spans"]}
    out = [f'<table class="{block["borders"]}"><colgroup>', *(f'<col style="width:{100 * w / sum(block["widths"]):.1f}%">' for w in block["widths"]), "</colgroup>"]
    for r, row in enumerate(block["rows"]):
        head = r < block["header_rows"]
        if r == 0: out.append("<thead>" if head else "<tbody>")
        elif r == block["header_rows"]: out.append("</thead><tbody>")
        out.append("<tr>")
        for c, words in enumerate(row):
            if (r, c) in covered: continue
            h, w = shape.get((r, c), (1, 1))
            spans = (f' rowspan="{h}"' if h > 1 else "") + (f' colspan="{w}"' if w > 1 else "")
            out.append(f'<th scope="col"{spans}>{html.escape(words)}</th>' if head else f"<td{spans}>{html.escape(words)}</td>")
        out.append("</tr>")
    return "".join(out) + "</tbody></table>"


def family(look):
    return f'"{look["font"]}"' if "font" in look else "Liberation Serif, serif" if look["family"] == "serif" else "Liberation Sans, sans-serif"


def heading_look(look, level):
    """How headings of a level are set, where the report says more than their size."""
    if "looks" not in look: return ""
    words = look["looks"][level - 1].split()
    out = f'font-weight: {"bold" if "bold" in words else "normal"}; ' + ("font-style: italic; " if "italic" in words else "") + ("text-align: center; " if "centre" in words else "")
    out += ("font-variant: small-caps; " if "small-caps" in words else "") + ("text-decoration: underline; " if "underlined" in words else "")
    return out + (f'background: #{look["colour"]}; color: white; padding: 2mm 3mm; ' if look.get("band") and level == 1 else "")


def style(report):
    look = report.look
    margin = lambda place, text: f'@{place} {{ font: 9pt sans-serif; content: "' + text.replace("{p}", '" counter(page) "').replace("{n}", '" counter(pages) "') + '" }'
    first, second, third = (*look["sizes"], look["body"])[:3]
    colour = f'color: #{look["colour"]};' if "colour" in look else ""
    return f"""
@page {{ size: {look.get("paper", "A4")} {"landscape" if look.get("landscape") else ""}; margin: 25mm 22mm;
  {'@top-left { font: 9pt sans-serif; content: string(chapter) }' if look.get("chapter_header") else margin("top-center", look["header"]) if "header" in look else ""} {margin("bottom-center", look["footer"])} }}
body {{ font: {look["body"]}pt/1.35 {family(look)}; margin: 0;
  {"text-align: justify; hyphens: auto;" if look.get("justified") else ""} }}
h1 {{ font-size: {first * 1.5}pt; text-align: center }} .subtitle {{ font-size: {first * 1.1}pt; text-align: center }}
h2 {{ font-size: {first}pt; {colour} {"text-decoration: underline;" if look.get("underlined") else ""} margin: 1.4em 0 .5em; break-after: avoid; {heading_look(look, 1)} {"string-set: chapter content();" if look.get("chapter_header") else ""} }}
h3 {{ font-size: {second}pt; {colour} margin: 1.1em 0 .4em; break-after: avoid; {heading_look(look, 2)} }}
h4 {{ font-size: {third}pt; {colour} margin: 1em 0 .3em; break-after: avoid; {heading_look(look, 3) if len(look["sizes"]) > 2 else ""} }}
{"main > p:not([class]) { text-indent: 1.6em; margin: 0 } h2 + p, h3 + p, ul + p, ol + p, table + p { text-indent: 0 !important }" if look.get("indented") else ""}
.hanging {{ position: relative; padding-left: 16mm }} .hanging b {{ position: absolute; left: 0; font-weight: normal }}
.zebra tbody tr:nth-child(even) {{ background: #e6ecf2 }} .zebra th {{ text-align: left; background: #c9d6e2 }} .footnote {{ float: footnote; font-size: 80%; font-style: normal }} .footnote::footnote-call {{ font-size: 65%; vertical-align: super; font-variant-position: normal }}
p {{ margin: 0 0 .7em; orphans: 2; widows: 2 }} ul, ol {{ margin: 0 0 .7em }} li {{ margin-bottom: .2em }}
{"main { columns: 2; column-gap: 9mm }" if look.get("columns") else ""} {".cover { break-after: page; padding-top: 60mm }" if look.get("cover") else ""}
@counter-style alpha {{ system: extends lower-alpha; prefix: "("; suffix: ") " }}
@counter-style roman {{ system: extends lower-roman; prefix: "("; suffix: ") " }}
@counter-style dash {{ system: cyclic; symbols: "–"; suffix: "  " }}
@counter-style arrow {{ system: cyclic; symbols: "→"; suffix: "  " }}
@counter-style tick {{ system: cyclic; symbols: "✓"; suffix: "  " }}
@counter-style half {{ system: extends lower-alpha; suffix: ") " }}
@counter-style closed {{ system: extends decimal; prefix: "("; suffix: ") " }}
.arrow {{ list-style: arrow }} .tick {{ list-style: tick }} .half {{ list-style: half }} .closed {{ list-style: closed }}
.bullet {{ list-style: disc }} .decimal {{ list-style: decimal }} .alpha {{ list-style: alpha }} .roman {{ list-style: roman }} .dash {{ list-style: dash }}
table {{ border-collapse: collapse; width: 100%; font-size: 92%; margin: 0 0 1em; text-align: left; hyphens: manual }} td, th {{ vertical-align: top; padding: 3pt 5pt }}
.ruled td, .ruled th {{ border: .6pt solid #333 }} .ruled th {{ background: #dde }} .rows tr {{ border-bottom: .5pt solid #777 }} tr {{ break-inside: avoid }}
blockquote {{ border: 1pt solid #888; background: #f2f2f2; margin: 0 0 1em; padding: 6pt 9pt; font-style: italic }}
.caption {{ font-weight: bold; font-size: 92%; break-after: avoid }} .toc p {{ margin: 0 0 .2em; display: flex }} .toc i {{ flex: 1; border-bottom: 1pt dotted #555; margin: 0 4pt 3pt }}
.toc .deep {{ padding-left: 7mm }} {".toc { columns: 2; font-size: 85% }" if look.get("contents_columns") else ""} .toc {{ break-after: page }} .notes li {{ font-size: 90% }} figure {{ margin: 0 0 .6em }}
{look.get("css", "")}
"""


def body(report):
    out, at, cover = [], 0, True
    blocks = report.blocks
    if report.look.get("cover"): out.append('<div class="cover">')
    while at < len(blocks):
        block = blocks[at]
        kind = block["type"]
        if cover and kind in ("toc", "heading"):
            out.append(("</div>" if report.look.get("cover") else "") + ("<main>" if kind == "heading" else ""))
            cover = False
            if kind == "toc": out.append(contents(block, report.look) + "<main>")
        if kind == "list_item":
            text, at = lists(blocks, at)
            out.append(text)
            continue
        if "html" in block: out.append(block["html"])
        elif kind == "title": out.append(f"<h1>{inline(block['md'])}</h1>")
        elif kind == "subtitle": out.append(f'<p class="subtitle" role="doc-subtitle">{inline(block["md"])}</p>')
        elif kind == "heading": out.append(f"<h{block['level'] + 1}>{inline(block['md'])}</h{block['level'] + 1}>")
        elif kind == "para" and block.get("num") and report.look.get("hanging"):
            number, words = block["md"].split(" ", 1)
            out.append(f'<p class="hanging"><b>{number}</b> {inline(words)}</p>')
        elif kind == "para": out.append(f"<p>{inline(block['md'])}</p>")
        elif kind == "quote": out.append(f"<blockquote><p>{inline(block['md'])}</p></blockquote>")
        elif kind == "caption": out.append(f'<p class="caption" role="caption">{inline(block["md"])}</p>')
        elif kind == "table": out.append(table(block))
        elif kind == "figure": out.append(f"<figure>{bars_svg(block)}</figure>")
        at += 1
    return "\n".join(out) + notes(report) + "</main>"


def contents(block, look):
    title = look.get("contents_title", "Contents")
    if look.get("contents_table"):
        rows = "".join(f'<tr class="d{level}"><td>{html.escape(text)}</td><td>{page}</td></tr>' for level, text, page in block["items"])
        return f'<nav class="toc" role="doc-toc"><p><strong>{title}</strong></p><table>{rows}</table></nav>'
    lines = "".join(f'<p class="{"deep" if level > 1 else ""} d{level}"><a href="#x">{html.escape(text)}</a><i></i>{page}</p>' for level, text, page in block["items"])
    return f'<nav class="toc" role="doc-toc"><p><strong>{title}</strong></p>{lines}</nav>'


def notes(report):
    if not report.notes: return ""
    items = "".join(f'<li id="note-{i + 1}">{html.escape(note)}</li>' for i, note in enumerate(report.notes))
    return f'<section class="notes" role="doc-endnotes"><h2>Notes</h2><ol class="decimal">{items}</ol></section>'


def with_notes_at_the_foot(report, text):
    """The same page for a program that knows notes at the foot of a page."""
    text = re.sub(r'<section class="notes".*?</section>', "", text, flags=re.S)
    return re.sub(r'<sup><a href="#note-(\d+)" role="doc-noteref">\d+</a></sup>', lambda m: f'<span class="footnote">{html.escape(report.notes[int(m[1]) - 1])}</span>', text)


def page(report):
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{html.escape(report.title)}</title><style>{style(report)}</style></head>
<body>{body(report)}</body></html>
"""
