"""Web pages."""
import base64

from jpeg import CROPPED, PAINTED, UNCHANGED
from make import NAME, clean as clean_of, risk as risk_of, web

LINE = f"The father is {NAME} of Elmfield."
SHOWN = "Learning from Child K"


def risk(name, rule, *given, words=NAME, **more):
    risk_of(name, "html", rule, lambda: web(*given, **more), words)


def clean(name, *given, **more):
    clean_of(name, "html", lambda: web(*given, **more))


HIDDEN = {
    "details-whose-body-is-not-displayed": f"<details><summary>More</summary><div style='display:none'>{LINE}</div></details>",
    "dialog-that-is-closed": f"<dialog>{LINE}</dialog>",
    "hidden-until-found": f"<div hidden=until-found>{LINE}</div>",
    "hidden-with-an-odd-value": f"<div hidden=false>{LINE}</div>",
    "template": f"<template><p>{LINE}</p></template>",
    "popover": f"<div popover id=x>{LINE}</div>",
    "datalist": f"<datalist id=d><option value='{NAME}'></datalist>",
    "noscript": f"<noscript>{LINE}</noscript>",
    "noembed": f"<noembed>{LINE}</noembed>",
    "noframes": f"<noframes>{LINE}</noframes>",
    "fallback-of-a-video": f"<video controls src=a.mp4>{LINE}</video>",
    "fallback-of-an-object": f"<object data=chart.svg type='image/svg+xml'>{LINE}</object>",
    "fallback-of-a-canvas": f"<canvas width=9 height=9>{LINE}</canvas>",
    "words-around-a-slot": f"<div><template shadowrootmode=open><p>Shown.</p></template>{LINE}</div>",
    "second-row-of-a-collapsed-table": f"<table><tr style='visibility:collapse'><td>{LINE}</td></tr><tr><td>Health</td></tr></table>",
    "closed-option-group": f"<select><optgroup label='{NAME}'><option>Child K</option></optgroup></select>",
}
for name, body in HIDDEN.items():
    risk(name, "content-control-data" if name in ("datalist", "closed-option-group") else "hidden-text", body)

STYLED = {
    "opacity-of-a-variable": ":root{--o:0}.x{opacity:var(--o)}",
    "opacity-of-a-missing-variable": ".x{opacity:var(--none,0)}",
    "display-of-a-variable-of-a-variable": ":root{--a:none;--b:var(--a)}.x{display:var(--b)}",
    "clip-path-of-a-polygon": ".x{clip-path:polygon(0 0,0 0,0 0)}",
    "clip-path-of-a-circle": ".x{clip-path:circle(0)}",
    "clip-of-nothing": ".x{position:absolute;clip:rect(0,0,0,0)}",
    "indent-of-many-letters": ".x{text-indent:-999em;overflow:hidden}",
    "moved-by-a-transform": ".x{transform:translateX(-10000px)}",
    "moved-by-translate": ".x{translate:-9999px 0}",
    "scaled-by-scale": ".x{scale:0}",
    "turned-on-its-edge": ".x{transform:rotateY(90deg)}",
    "printed-only": "@media print{.x{display:block}}@media screen{.x{display:none}}",
    "hidden-on-paper": "@media all{.x{display:none}}",
    "hidden-within-a-layer": "@layer base{.x{display:none}}",
    "hidden-where-grid-is-known": "@supports(display:grid){.x{display:none}}",
    "hidden-within-a-container": "@container (min-width:0){.x{visibility:hidden}}",
    "hidden-by-is-and-where": ":where(.x){display:none}",
    "hidden-by-an-important-rule": ".x{display:block}.x{display:none!important}.x{display:block}",
    "content-visibility": ".x{content-visibility:hidden}",
    "height-by-a-maximum": ".x{max-height:0;overflow:clip}",
    "line-of-no-height": ".x{line-height:0;font-size:0}",
    "letters-of-a-hair": ".x{font-size:.1px}",
    "behind-the-page": ".x{position:fixed;top:100vh}",
    "pushed-out-by-a-margin": ".x{margin-left:-200vw}",
    "shown-in-one-column-of-none": ".x{width:0;overflow:hidden;white-space:nowrap}",
    "filter-of-no-opacity": ".x{filter:opacity(0)}",
    "replaced-by-content": ".x{content:url(a.png)}",
}
for name, style in STYLED.items():
    risk(name, "tiny-text" if name in ("letters-of-a-hair", "line-of-no-height") else "hidden-text", f"<p class=x>{LINE}</p>", style)
risk("white-by-mixing", "text-same-colour", f"<p class=x>{LINE}</p>", ".x{color:color-mix(in srgb,white 100%,black)}")
risk("white-by-a-variable-with-a-fallback", "text-same-colour", f"<p class=x>{LINE}</p>", ".x{color:var(--paper,#fff)}")
risk("white-by-rgb-in-parts", "text-same-colour", f"<p class=x>{LINE}</p>", ".x{color:rgb(100% 100% 100% / 1)}")
risk("clear-by-its-fourth-part", "text-same-colour", f"<p class=x>{LINE}</p>", ".x{color:#0000}")
risk("filled-with-nothing", "text-same-colour", f"<p class=x>{LINE}</p>", ".x{-webkit-text-fill-color:transparent}")
risk("comment-of-a-condition", "source-comment", f"<!--[if IE]><p>{LINE}</p><![endif]-->")
risk("page-in-a-frame", "embedded-object", f'<iframe srcdoc="&lt;p hidden&gt;{LINE}&lt;/p&gt;" title="Chart"></iframe>')
risk("title-of-a-drawing", "alternative-text", f"<svg width=9 height=9><title>{NAME}</title><rect width=9 height=9 /></svg>")
risk("description-of-a-drawing", "alternative-text", f"<svg width=9 height=9><desc>{LINE}</desc><rect width=9 height=9 /></svg>")
risk("words-of-a-symbol", "hidden-text", f"<svg width=9 height=9><symbol id=s><text>{LINE}</text></symbol><rect width=9 height=9 /></svg>")
risk("words-of-a-drawing-off-it", "hidden-text", f"<svg width=90 height=90 viewBox='0 0 90 90'><text x=900 y=900>{LINE}</text><rect width=9 height=9 /></svg>")
risk("label-for-readers-aloud", "title-attribute", f"<p aria-label='{NAME}'>Child K</p>")
risk("description-for-readers-aloud", "title-attribute", f"<p aria-description='{LINE}'>Child K</p>")
risk("words-for-an-empty-field", "title-attribute", f"<input placeholder='{NAME}' aria-label='Name'>")
risk("words-in-an-inert-part-not-seen", "hidden-text", f"<div inert style='opacity:.01'>{LINE}</div>")
clean("details-that-open", f"<details><summary>More</summary><p>{SHOWN}</p></details>")
clean("variables-that-show", f"<p class=x>{SHOWN}</p>", ":root{--o:1}.x{opacity:var(--o);color:var(--ink,#111)}")
clean("clip-path-of-a-round-picture", f"<p class=x>{SHOWN}</p>", ".x{clip-path:circle(50%)}")
clean("printed-without-the-menu", f"<nav class=x><a href=#a>What happened</a></nav>", "@media print{.x{display:none}}")
clean("menu-of-small-screens", "<button class=x>What happened</button>", ".x{display:none}@media (max-width:600px){.x{display:block}}")
clean("inert-part", f"<div inert>{SHOWN}</div>")
clean("hidden-from-readers-aloud", "<p><span aria-hidden=true>•</span> What happened</p>")
clean("words-for-those-without-scripts", "<noscript>Please switch on scripts to see the chart.</noscript>")
clean("turned-a-little", f"<p class=x>{SHOWN}</p>", ".x{transform:rotate(-2deg) translateX(10px) scale(1.1)}")
clean("title-of-an-icon", "<svg width=9 height=9 role=img><title>Download</title><rect width=9 height=9 /></svg>")
clean("page-in-a-shadow", f"<div><template shadowrootmode=open><p>{SHOWN}</p></template></div>")
clean("sentence-that-waits-for-a-screen-reader", "<p><a href=#top>Back<span class=x> to the top of the page</span></a></p>", ".x{position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden}")


def picture(made):
    return f'<p><img alt="The park in May" src="data:image/jpeg;base64,{base64.b64encode(made).decode()}"></p>'


for name, made, words in (("cropped", CROPPED, "cut off"), ("painted", PAINTED, "painted over")):
    risk(f"small-picture-of-a-{name}-one", "image-metadata", picture(made), words=words)
clean("small-picture-of-the-same-picture", picture(UNCHANGED))
