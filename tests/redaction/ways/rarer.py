"""Still further ways, written before any was tried, and near misses that hide nothing."""
import opendocument
import pages
import word
from make import NAME, paragraph, run
from opendocument import style
from word import LINE, SHOWN

# Word.
word.risk("caption-of-a-table", "alternative-text", f"<w:tbl><w:tblPr><w:tblCaption w:val='{NAME}'/></w:tblPr><w:tr><w:tc>" + paragraph(run("x")) + "</w:tc></w:tr></w:tbl>")
word.risk("name-of-a-bookmark", "bookmark", paragraph("<w:bookmarkStart w:id='3' w:name='Perpetua_Quillfeather_home'/>" + run("One.") + "<w:bookmarkEnd w:id='3'/>"), words="Quillfeather")
word.risk("words-squeezed-to-a-width", "tiny-text", paragraph(run("One. ") + run(LINE, "<w:fitText w:val='1' w:id='5'/>")))
word.risk("frame-of-a-hair-s-height", "hidden-text", paragraph(run(LINE), "<w:framePr w:w='4000' w:h='1' w:hRule='exact' w:wrap='around' w:vAnchor='text' w:hAnchor='margin' w:y='1'/>"))
word.risk("line-of-a-hair-s-height", "tiny-text", paragraph(run(LINE), "<w:spacing w:line='1' w:lineRule='exact'/>"))
word.risk("row-of-a-hair-s-height", "tiny-text", "<w:tbl><w:tblPr/><w:tr><w:trPr><w:trHeight w:val='2' w:hRule='exact'/></w:trPr><w:tc>" + paragraph(run(LINE)) + "</w:tc></w:tr><w:tr><w:tc>" + paragraph(run("Health")) + "</w:tc></w:tr></w:tbl>")
word.risk("indent-beside-the-page", "hidden-text", paragraph(run(LINE), "<w:ind w:left='-22000' w:right='20000'/>"))
word.risk("shape-that-is-not-visible", "hidden-text", paragraph("<w:r><w:pict><v:shape style='position:absolute;width:200pt;height:40pt;visibility:hidden'><v:textbox><w:txbxContent>" + paragraph(run(LINE)) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"))
NUMBERS = "<w:numbering><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%s %%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
LISTED = paragraph(run("One."), "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>")
for name, body in (("a-list-in-use", LISTED), ("a-list-that-is-not-used", "")):
    word.risk(f"words-before-the-numbers-of-{name}", "content-control-data", body, rels={"n": ("numbering", "numbering.xml")}, parts={"word/numbering.xml": NUMBERS % NAME})
word.clean("recommendations-that-are-numbered", LISTED, rels={"n": ("numbering", "numbering.xml")}, parts={"word/numbering.xml": NUMBERS % "Recommendation"})
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>"
word.risk("prompt-of-a-control", "content-control-data", PROMPT % paragraph(run(LINE)))
word.clean("plain-prompt-of-a-control", PROMPT % paragraph(run("Click or tap here to enter text.")))
SVG = f"<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30'><rect width='90' height='30' fill='#359'/><text display='none'>{LINE}</text></svg>"
DRAWING = "<w:r><w:drawing><wp:inline><wp:extent cx='2000000' cy='1500000'/><wp:docPr id='7' name='Picture 7' descr='A plan'/><a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/picture'><pic:pic><pic:blipFill><a:blip r:embed='p1'/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
word.risk("words-not-displayed-in-a-drawing", "image-metadata", paragraph(DRAWING), rels={"p1": ("image", "media/image1.svg")}, parts={"word/media/image1.svg": SVG.encode()})
word.clean("lines-and-rows-of-their-own-height", paragraph(run(SHOWN), "<w:spacing w:line='280' w:lineRule='exact'/>") + "<w:tbl><w:tblPr><w:tblCaption w:val='Referrals by year'/></w:tblPr><w:tr><w:trPr><w:trHeight w:val='400' w:hRule='exact'/></w:trPr><w:tc>" + paragraph(run("Health")) + "</w:tc></w:tr></w:tbl>")
word.clean("letter-that-drops", paragraph(run("T", "<w:sz w:val='80'/>"), "<w:framePr w:dropCap='drop' w:lines='3' w:wrap='around' w:vAnchor='text' w:hAnchor='text'/>") + paragraph("<w:bookmarkStart w:id='3' w:name='_Toc1234'/><w:bookmarkStart w:id='4' w:name='What_happened'/>" + run("he panel met.") + "<w:bookmarkEnd w:id='3'/><w:bookmarkEnd w:id='4'/>", "<w:ind w:left='-200' w:hanging='200'/>"))

# OpenDocument.
opendocument.risk("name-of-a-mark", "bookmark", f"<text:p>One<text:bookmark text:name='{NAME}'/></text:p>")
opendocument.risk("name-of-a-table", "picture-name", f"<table:table table:name='{NAME}'><table:table-column/><table:table-row><table:table-cell><text:p>Health</text:p></table:table-cell></table:table-row></table:table>")
opendocument.risk("row-of-a-hair-s-height", "hidden-text", f"<table:table><table:table-column/><table:table-row table:style-name='W'><table:table-cell><text:p>{LINE}</text:p></table:table-cell></table:table-row></table:table>", "<style:style style:name='W' style:family='table-row'><style:table-row-properties style:row-height='0.01cm'/></style:style>")
opendocument.risk("words-of-a-place-to-fill", "field-code", f"<text:p>One <text:placeholder text:placeholder-type='text' text:description='{NAME}'>&lt;name&gt;</text:placeholder></text:p>")
opendocument.risk("script-in-the-text", "macro", f"<text:p>One<text:script script:language='JavaScript'>// {LINE}</text:script></text:p>")
opendocument.risk("name-of-a-reference", "bookmark", f"<text:p>One<text:reference-mark text:name='{NAME}'/></text:p>")
opendocument.risk("title-of-a-link", "title-attribute", f"<text:p><text:a xlink:href='https://www.example.org/' office:title='{NAME} at home'>One</text:a></text:p>")
opendocument.clean("names-that-programs-give", "<text:p><text:bookmark text:name='__RefHeading___Toc1_2'/>One<text:reference-mark text:name='The panel'/></text:p><table:table table:name='Table1'><table:table-column/><table:table-row table:style-name='W'><table:table-cell><text:p>Health</text:p></table:table-cell></table:table-row></table:table><text:section text:name='Section1'><text:p>Two</text:p></text:section>", "<style:style style:name='W' style:family='table-row'><style:table-row-properties style:row-height='0.6cm'/></style:style>")

# Web pages.
pages.risk("letters-heaped-by-their-spacing", "hidden-text", f"<p class=x>{LINE}</p>", ".x{letter-spacing:-1em}")
pages.risk("letters-shown-as-discs", "hidden-text", f"<p class=x>{LINE}</p>", ".x{-webkit-text-security:disc}")
pages.risk("letters-blurred", "hidden-text", f"<p class=x>{LINE}</p>", ".x{filter:blur(12px)}")
pages.risk("mask-that-is-clear", "hidden-text", f"<p class=x>{LINE}</p>", ".x{mask-image:linear-gradient(transparent,transparent)}")
pages.risk("box-of-no-width", "hidden-text", f"<p class=x>{LINE}</p>", ".x{width:0;white-space:nowrap;overflow:hidden}")
pages.risk("fixed-below-the-window", "hidden-text", f"<p class=x>{LINE}</p>", ".x{position:fixed;top:200vh}")
pages.risk("title-of-a-relation", "title-attribute", "", head=f"<link rel=alternate href=a.html title='{NAME}'>")
pages.risk("page-in-an-address", "embedded-object", f"<object width=1 height=1 data='data:text/html,<p>{LINE}</p>'></object>")
pages.risk("name-of-a-download", "data-attribute", f"<p><a href=report.pdf download='{NAME}.pdf'>The report</a></p>")
pages.risk("value-of-words", "data-attribute", f"<p><data value='{NAME}'>Child K</data></p>")
pages.risk("words-in-a-style", "source-comment", "<p>One</p>", f".y::before{{content:'{LINE}'}}")
pages.risk("template-of-a-script", "hidden-text", f"<script type='text/x-template'><p>{LINE}</p></script>")
pages.risk("words-of-a-value", "title-attribute", f"<div role=slider aria-valuenow=3 aria-valuetext='{NAME}'>3</div>")
pages.risk("letters-of-a-drawing-without-fill", "text-same-colour", f"<svg width=90 height=30><text x=2 y=20 fill=none>{LINE}</text></svg>")
pages.clean("heading-drawn-together", f"<p class=x>{SHOWN}</p><p class=y>{SHOWN}</p>", ".x{letter-spacing:-.02em}.y{width:20em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}")
pages.clean("picture-that-fades", f"<p class=x>{SHOWN}</p><div class=y></div>", ".x{mask-image:linear-gradient(#000,#000 80%,transparent)}.y{height:9px;filter:blur(4px)}.z{content:'\\2022'}")
pages.clean("values-of-plain-things", "<section id=what-happened><p><data value=2019>last year</data> <a href=report.pdf download=report.pdf>The report</a></p><div role=slider aria-valuetext='3 of 10'>3</div><math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x</annotation></semantics></math></section>", head="<link rel=alternate href=cy.html title='Cymraeg'>")

# Rows and columns of a grid that leave no room.
pages.risk("row-of-a-grid-without-room", "hidden-text", f"<div class=g><div class=x><p>{LINE}</p></div></div>", ".g{display:grid;grid-template-rows:0fr}.x{overflow:hidden}")
pages.risk("column-of-a-grid-without-room", "hidden-text", f"<div class=g><div class=x>{LINE}</div><div class=x>{LINE}</div></div>", ".g{display:grid;grid-template-columns:0 0fr}.x{overflow:clip}")
pages.risk("row-of-a-grid-that-is-cut", "hidden-text", f"<div style='display:grid;grid-template-rows:0px;overflow:hidden'><p style='min-height:0'>{LINE}</p></div>")
pages.clean("rows-of-a-grid-with-room", f"<div class=g><div class=x>{SHOWN}</div><div class=x>{SHOWN}</div></div><div class=h><div class=x>{SHOWN}</div></div><div class=i><p>{SHOWN}</p></div>", ".g{display:grid;grid-template-rows:1fr 0fr;grid-template-columns:1fr 2fr}.h{display:grid;grid-template-rows:0fr}.h:hover,.h:focus-within{grid-template-rows:1fr}.i{display:grid;grid-template-rows:0fr}.x{overflow:hidden}")

# Names of parts of a page.
pages.risk("part-called-after-somebody", "part-name", "<section id=kayleigh-hughes><p>One</p></section>", words="Kayleigh Hughes")
pages.risk("field-called-after-somebody", "part-name", "<form><input name=kayleighQuillfeather aria-label=Date></form>", words="Kayleigh Quillfeather")
pages.risk("anchor-called-after-somebody", "part-name", "<p><a name=about_tyrone_smith></a>One</p>", words="Tyrone Smith")
PARTS = ("site-header primary-menu main-content page-content wp-content entry-title site-footer back-to-top skip-link search-form search_form nav-toggle mobileMenu mainNavigation table-of-contents executive-summary "
         "key-learning terms-of-reference action-plan family-background cookie-banner cookie_consent share-buttons print-page global-header-bar breadcrumb-list footer-links social-media-icons content-wrapper page-wrapper "
         "sidebar-first block-system-main colophon-inner masthead-image hero-image hero-banner news-feed contact-us about-us related-documents document-list file-download skip-to-content logo-image language-switcher "
         "grace-period mark-complete may-report rose-ward summer-term will-write jack-socket bill-payment art-work dawn-raid hope-house frank-discussion pat-testing drew-attention child-k mother-and-father gp-two nav-bar nav-primary navbar-brand uk-grid uk-section govuk-header govuk-main-wrapper nhsuk-footer ajax-load js-enabled ga-script hubspot-form mailchimp-signup jp-relatedposts sharedaddy-wrap et-main-area fl-builder divi-footer elementor-device-mode nf-form-cont gform-wrapper wpcf7-form jetpack-comments yoast-schema kayak-link al-content my-account sal-grid la-footer en-gb cy-gb van-image-preview von-link el-dialog el-main kit-list roby-app marketo-form carmen-sandbox mia-header ana-lytics").split()
pages.clean("names-that-builders-give-to-parts", "".join(f"<div id={each}><p>{SHOWN}</p></div>" for each in PARTS))
pages.clean("part-called-after-its-heading", "<section id=what-happened-to-rosie><h2>What happened to Rosie</h2></section><section id=rosie-bright><h2>Rosie Bright</h2></section>")

# Fonts that show no letters.
WINGDINGS = "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>"
word.risk("words-in-a-font-of-pictures", "hidden-text", paragraph(run("One. ") + run(LINE, WINGDINGS)))
word.risk("words-in-a-font-of-blocks-by-a-style", "hidden-text", paragraph(run(LINE), "<w:pStyle w:val='B'/>"), styles=word.style("paragraph", "B", "<w:rPr><w:rFonts w:ascii='Redacted Script' w:hAnsi='Redacted Script'/></w:rPr>"))
word.clean("ticks-in-a-font-of-pictures", paragraph(run("\u00fc ", WINGDINGS) + run(SHOWN)) + paragraph(run("J", WINGDINGS) + run("l n ", WINGDINGS) + run(SHOWN, "<w:rFonts w:ascii='Wing Sans' w:hAnsi='Wing Sans'/>")))
opendocument.risk("words-in-a-font-of-pictures", "hidden-text", f"<text:p>One. <text:span text:style-name='W'>{LINE}</text:span></text:p>", "<style:style style:name='W' style:family='text'><style:text-properties style:font-name='Webdings'/></style:style>")
opendocument.risk("words-in-a-font-of-blocks", "hidden-text", f"<text:p>One. <text:span text:style-name='W'>{LINE}</text:span></text:p>", "<style:style style:name='W' style:family='text'><style:text-properties fo:font-family=\"'Flow Block'\"/></style:style>")
opendocument.clean("ticks-in-a-font-of-pictures", f"<text:p><text:span text:style-name='W'>J</text:span> {SHOWN}</text:p>", "<style:style style:name='W' style:family='text'><style:text-properties style:font-name='Wingdings'/></style:style>")
pages.risk("words-in-a-font-of-blocks", "hidden-text", f"<p class=x>{LINE}</p>", ".x{font-family:'Redacted', sans-serif}")
pages.risk("words-in-a-font-of-bars", "hidden-text", f"<p style='font-family:Libre Barcode 39'>{LINE}</p>")
pages.clean("names-of-typefaces-kept-for-a-page", f"<p>{SHOWN}</p>", ":root{--face:'Perpetua Titling','Gill Sans',sans-serif}body{font-family:var(--face)}")
pages.risk("words-kept-for-a-page", "source-comment", f"<p>{SHOWN}</p>", ":root{--who:'" + NAME + "'}")
pages.clean("words-in-a-font-with-a-like-name", f"<p class=x>{SHOWN}</p>", ".x{font-family:'Red Hat Text', Flow, sans-serif}")
