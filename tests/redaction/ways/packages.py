"""Names in entries of a Word or OpenDocument package that no page shows and no reader has a place for, and names that programs give."""
import opendocument
import word
from jpeg import UNCHANGED
from make import packed, paragraph, run

WHO, JOINED = "Kayleigh Hughes", "Kayleigh_Hughes"
RULE = "part-name"


def risk(name, *given, **more):
    word.risk(name, RULE, *given, words=WHO, **more)


def odt_risk(name, *given, **more):
    opendocument.risk(name, RULE, *given, words=WHO, **more)


# Word: styles, lists, fonts, theme.
risk("style-called-after-somebody", "", styles=f"<w:style w:type='paragraph' w:styleId='Quote1'><w:name w:val='Quote {WHO}'/></w:style>")
risk("key-of-a-style-called-after-somebody", paragraph(run("One."), "<w:pStyle w:val='KayleighHughes'/>"), styles="<w:style w:type='paragraph' w:styleId='KayleighHughes'><w:name w:val='Quote'/></w:style>")
risk("alias-of-a-style-called-after-somebody", "", styles=f"<w:style w:type='paragraph' w:styleId='Quote1'><w:name w:val='Quote'/><w:aliases w:val='{WHO}'/></w:style>")
risk("list-called-after-somebody", "", rels={"n": ("numbering", "numbering.xml")}, parts={"word/numbering.xml": f"<w:numbering><w:abstractNum w:abstractNumId='1'><w:name w:val='{WHO}'/></w:abstractNum></w:numbering>"})
risk("font-called-after-somebody", paragraph(run("One.", f"<w:rFonts w:ascii='{WHO} Hand'/>")))
risk("font-of-the-table-called-after-somebody", "", rels={"f": ("fontTable", "fontTable.xml")}, parts={"word/fontTable.xml": f"<w:fonts><w:font w:name='{WHO} Script'/></w:fonts>"})
risk("theme-called-after-somebody", "", rels={"h": ("theme", "theme/theme1.xml")}, parts={"word/theme/theme1.xml": f"<a:theme name='Theme {WHO}'><a:themeElements/></a:theme>"})
# Word: shapes, signature lines, links.
risk("who-is-to-sign", paragraph(f"<w:r><w:pict><v:shape id='_x0000_i1025' style='width:192pt;height:96pt'><o:signatureline o:suggestedsigner='{WHO}' o:issignatureline='t'/></v:shape></w:pict></w:r>"))
risk("title-of-a-shape-of-the-old-kind", paragraph(f"<w:r><w:pict><v:shape id='s1' style='width:90pt;height:20pt' title='{WHO}'/></w:pict></w:r>"))
risk("bullet-of-a-picture", "", rels={"n": ("numbering", "numbering.xml")}, parts={"word/numbering.xml": f"<w:numbering><w:numPicBullet w:numPicBulletId='0'><w:pict><v:shape id='b' alt='{WHO}' o:bullet='t'/></w:pict></w:numPicBullet></w:numbering>"})
risk("link-to-a-place-called-after-somebody", paragraph(f"<w:hyperlink w:anchor='_{JOINED}'>" + run("see") + "</w:hyperlink>"))
risk("frame-of-a-page-called-after-somebody", "", rels={"w": ("webSettings", "webSettings.xml")}, parts={"word/webSettings.xml": f"<w:webSettings><w:frameset><w:frame><w:name w:val='{WHO}'/></w:frame></w:frameset></w:webSettings>"})
# Word: parts that no reader knows, and words where the format has none.
risk("part-of-an-unknown-kind", "", rels={"x": ("urn:example:notes", "notes.xml")}, parts={"word/notes.xml": f"<notes><by>{WHO}</by></notes>"})
risk("button-of-a-ribbon", "", parts={"customUI/customUI.xml": f"<customUI xmlns='http://schemas.microsoft.com/office/2006/01/customui'><tab label='{WHO}'/></customUI>"}, rels={"u": ("urn:example:ui", "../customUI/customUI.xml")})
risk("words-of-a-separator-of-notes", "", rels={"f": ("footnotes", "footnotes.xml")}, parts={"word/footnotes.xml": "<w:footnotes><w:footnote w:type='separator' w:id='-1'>" + paragraph("<w:r><w:separator/></w:r>" + run("Kayleigh ") + run("Hughes")) + "</w:footnote></w:footnotes>"})
word.risk("report-inside-the-package", "embedded-object", "", words=WHO, rels={"x": ("subDocument", "sub.docx")}, parts={"word/sub.docx": packed([("word/document.xml", f"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>{WHO}</w:t></w:r></w:p></w:body></w:document>")])})
word.clean("names-that-programs-give-to-styles-and-fonts",
           paragraph(run("One.", "<w:rFonts w:ascii='Gill Sans MT' w:hAnsi='Bradley Hand ITC' w:cs='Frank Ruehl'/>"), "<w:pStyle w:val='IntenseQuote'/>") + paragraph("<w:hyperlink w:anchor='_Toc123456789'>" + run("see") + "</w:hyperlink>"),
           styles="<w:latentStyles><w:lsdException w:name='Medium Shading 1 Accent 3'/><w:lsdException w:name='Book Title'/></w:latentStyles><w:style w:type='paragraph' w:styleId='IntenseQuote'><w:name w:val='Intense Quote'/></w:style><w:style w:type='paragraph' w:styleId='HopeHouse'><w:name w:val='Hope House'/></w:style>",
           rels={"h": ("theme", "theme/theme1.xml"), "f": ("fontTable", "fontTable.xml")},
           parts={"word/theme/theme1.xml": "<a:theme name='Office Theme'><a:themeElements><a:fontScheme name='Office'><a:font script='Jpan' typeface='Latha'/><a:font script='Knda' typeface='Tunga'/></a:fontScheme></a:themeElements></a:theme>",
                  "word/fontTable.xml": "<w:fonts><w:font w:name='Cooper Black'/><w:font w:name='David'/></w:fonts>"})
word.clean("words-that-the-page-shows-too", paragraph(run("The Hughes Kayleigh Centre met twice."), "<w:pStyle w:val='X'/>"), styles="<w:style w:type='paragraph' w:styleId='X'><w:name w:val='Hughes Kayleigh Centre'/></w:style>")
FIELD = "<w:r><w:fldChar w:fldCharType='%s'/></w:r>"
MARKED = f"<w:bookmarkStart w:id='1' w:name='{JOINED}'/>" + run("The aunt came.") + "<w:bookmarkEnd w:id='1'/>"
ASKED = FIELD % "begin" + f"<w:r><w:instrText> REF {JOINED[:8]}</w:instrText></w:r><w:r><w:instrText>{JOINED[8:]} \\h </w:instrText></w:r>" + FIELD % "separate" + run("The aunt came.") + FIELD % "end"
word.risk("fields-and-links-to-a-bookmark-of-a-name", "bookmark", paragraph(MARKED) + paragraph(run("As said: ") + ASKED) + paragraph(f"<w:fldSimple w:instr=' PAGEREF {JOINED} '>" + run("1") + "</w:fldSimple>") + paragraph(f"<w:hyperlink w:anchor='{JOINED}'>" + run("see") + "</w:hyperlink>"), words=WHO)
word.risk("title-of-a-picture-of-the-old-kind", RULE, paragraph(f"<w:r><w:pict><v:shape id='s1' style='width:90pt;height:60pt' alt='A plan'><v:imagedata r:id='p1' o:title='{WHO} at home'/></v:shape></w:pict></w:r>"), words=WHO, rels={"p1": ("image", "media/image1.jpeg")}, parts={"word/media/image1.jpeg": UNCHANGED})
INDEXED = FIELD % "begin" + "<w:r><w:instrText> XE &quot;%s&quot; </w:instrText></w:r>" + FIELD % "end"
word.risk("entry-of-an-index-with-the-family-name-first", "field-code", paragraph(run("The aunt came.") + INDEXED % "Quillfeather, Kayleigh:home"), words="Kayleigh Quillfeather")
word.clean("entries-of-an-index", paragraph(run("The panel met.") + INDEXED % "meetings, of the panel:first" + INDEXED % "neglect"))
CHOICE = paragraph(run("Allocated to: ") + "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Choose'/><w:listEntry w:val='Social Worker 1'/>%s</w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>" + FIELD % "separate" + FIELD % "end")
word.risk("choice-of-an-old-field-that-is-not-chosen", "content-control-data", CHOICE % f"<w:listEntry w:val='{WHO}'/>", words=WHO)
word.risk("words-of-an-old-field-at-first", "content-control-data", paragraph("<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:textInput><w:default w:val='%s'/></w:textInput></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>" % WHO + FIELD % "separate" + run("The aunt") + FIELD % "end"), words=WHO)
word.clean("choice-of-an-old-field", CHOICE % "<w:listEntry w:val='Social Worker 2'/>")

# OpenDocument.
odt_risk("style-called-after-somebody-odt", "<text:p>One.</text:p>", common=f"<style:style style:name='Q1' style:display-name='Quote {WHO}' style:family='paragraph'/>")
odt_risk("section-called-after-somebody", f"<text:section text:name='{WHO}'><text:p>One.</text:p></text:section>")
odt_risk("author-of-a-book", f"<text:p>One<text:bibliography-mark text:identifier='B1' text:author='{WHO}'>[B1]</text:bibliography-mark></text:p>")
opendocument.risk("choice-that-is-not-chosen", "content-control-data", f"<text:p>One <text:drop-down text:name='who'><text:label text:value='mother' text:current-selected='true'/><text:label text:value='{WHO}'/>mother</text:drop-down></text:p>", words=WHO)
opendocument.clean("names-that-programs-give-to-styles", "<text:section text:name='Section1'><text:p text:style-name='Quotations'>One.</text:p></text:section>", common="<style:style style:name='Text_20_body' style:display-name='Text body' style:family='paragraph'/><style:style style:name='Quotations' style:family='paragraph'><style:text-properties style:font-name=\"'Gill Sans'\"/></style:style>")
opendocument.risk("references-to-a-bookmark-of-a-name", "bookmark", f"<text:p><text:bookmark-start text:name='{JOINED}'/>The aunt came.<text:bookmark-end text:name='{JOINED}'/></text:p><text:p>As said: <text:bookmark-ref text:reference-format='text' text:ref-name='{JOINED}'>The aunt came.</text:bookmark-ref> <text:a xlink:href='#{JOINED}'>see</text:a></text:p>", words=WHO)
opendocument.risk("entry-of-an-index-with-the-family-name-first", "field-code", "<text:p>The aunt<text:alphabetical-index-mark text:string-value='home' text:key1='Quillfeather, Kayleigh'/> came.</text:p>", words="Kayleigh Quillfeather")
