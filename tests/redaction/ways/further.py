"""Further ways, thought of once the others were found, to see what the check makes of what it was not written for."""
import opendocument
import pages
import word
from make import NAME, paragraph, run
from opendocument import style
from word import LINE, SHOWN


def in_a_cell(inside):
    return "<w:tbl><w:tblPr/><w:tr>" + inside + "</w:tr></w:tbl>"


# Word.
word.risk("hidden-by-the-document-s-defaults","hidden-text",paragraph(run(LINE,"<w:rStyle w:val='Q'/>")),styles=word.style("character","Q","<w:rPr><w:vanish w:val='on'/></w:rPr>"))
word.risk("nested-table-white","text-same-colour",in_a_cell("<w:tc>"+in_a_cell("<w:tc><w:tcPr><w:shd w:val='clear' w:fill='FFFFFF'/></w:tcPr>"+paragraph(run(LINE,"<w:color w:val='FFFFFF'/>"))+"</w:tc>")+paragraph("")+"</w:tc>"))
word.risk("colour-of-the-cell","text-same-colour",in_a_cell("<w:tc><w:tcPr><w:shd w:val='clear' w:fill='222222'/></w:tcPr>"+paragraph(run(LINE,"<w:color w:val='222222'/>"))+"</w:tc>"))
word.risk("white-hyperlink","text-same-colour",paragraph("<w:hyperlink w:anchor='x'>"+run(LINE,"<w:color w:val='FFFFFF'/>")+"</w:hyperlink>"))
word.risk("hidden-in-a-footnote","hidden-text",paragraph(run("One.")+"<w:r><w:footnoteReference w:id='2'/></w:r>"),rels={"n":("footnotes","footnotes.xml")},parts={"word/footnotes.xml":"<w:footnotes><w:footnote w:id='2'>"+paragraph(run("Note. ")+run(LINE,"<w:vanish/>"))+"</w:footnote></w:footnotes>"})
word.risk("hidden-in-a-header","hidden-text",paragraph(run("One.")),rels={"h":("header","header1.xml")},parts={"word/header1.xml":"<w:hdr>"+paragraph(run("Review ")+run(LINE,"<w:vanish/>"))+"</w:hdr>"},section="<w:headerReference w:type='default' r:id='h'/>")
word.risk("field-result-hidden","field-code",paragraph("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF 1=2 \""+LINE+"\" \"No\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"+run("No")+"<w:r><w:fldChar w:fldCharType='end'/></w:r>"))
word.risk("result-of-a-field-in-a-field","field-code",paragraph(run("About ")+"<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> MERGEFIELD Aunt </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"+run(LINE)+"<w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:instrText> = \"\" \"nobody\" \"the aunt\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"+run("the aunt")+"<w:r><w:fldChar w:fldCharType='end'/></w:r>"+run(" of Child A.")))
word.clean("a-field-in-a-field",paragraph(run("Page ")+"<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> = </w:instrText></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"+run("4")+"<w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:instrText> + 1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"+run("5")+"<w:r><w:fldChar w:fldCharType='end'/></w:r>"))
word.risk("quote-field-without-result","field-code",paragraph("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>QUOTE \""+LINE+"\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"+run("One")))
word.risk("set-field","field-code",paragraph("<w:fldSimple w:instr='SET child \""+NAME+"\"'/>"+run("One")))
word.risk("words-in-a-group","hidden-text",paragraph("<w:r><w:drawing><wp:anchor><wp:extent cx='2000000' cy='500000'/><wp:docPr id='1' name='Group 1' hidden='1'/><a:graphic><a:graphicData uri='g'><wpg:wgp><wps:wsp><wps:txbx><w:txbxContent>"+paragraph(run(LINE))+"</w:txbxContent></wps:txbx></wps:wsp></wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"))
word.risk("wordart-alternative","alternative-text",paragraph("<w:r><w:pict><v:shape alt='"+NAME+" at home' style='width:90pt;height:20pt'><v:textpath string='Review'/></v:shape></w:pict></w:r>"))
word.risk("title-of-a-table","alternative-text","<w:tbl><w:tblPr><w:tblDescription w:val='"+NAME+" and her aunt'/></w:tblPr><w:tr><w:tc>"+paragraph(run("x"))+"</w:tc></w:tr></w:tbl>")
word.risk("binding-of-a-control","content-control-data","<w:sdt><w:sdtPr><w:dataBinding w:xpath='/case/child' w:storeItemID='{1}'/><w15:repeatingSection/><w:tag w:val='"+NAME+"'/></w:sdtPr><w:sdtContent>"+paragraph(run("Child K"))+"</w:sdtContent></w:sdt>")
word.clean("white-heading-in-a-dark-cell",in_a_cell("<w:tc><w:tcPr><w:shd w:val='clear' w:fill='003060'/></w:tcPr>"+in_a_cell("<w:tc>"+paragraph(run(SHOWN,"<w:color w:val='FFFFFF'/>"))+"</w:tc>")+paragraph("")+"</w:tc>"))
word.clean("hidden-index-entry",paragraph(run("One.")+"<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:instrText>TC \"What happened\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"))

# OpenDocument.
opendocument.risk("hidden-list","hidden-text",f"<text:list><text:list-item><text:p text:style-name='Q'>{LINE}</text:p></text:list-item></text:list>","<style:style style:name='Q' style:family='paragraph'><style:text-properties text:display='none'/></style:style>")
opendocument.risk("white-by-paragraph","text-same-colour",f"<text:p text:style-name='Q'>{LINE}</text:p>","<style:style style:name='Q' style:family='paragraph'><style:text-properties fo:color='#ffffff'/></style:style>")
opendocument.risk("paragraph-in-own-ground","black-highlight",f"<text:p text:style-name='Q'>{LINE}</text:p>","<style:style style:name='Q' style:family='paragraph'><style:paragraph-properties fo:background-color='#101010'/><style:text-properties fo:color='#101010'/></style:style>")
opendocument.risk("hidden-in-footnote","hidden-text",f"<text:p>One<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body><text:p>N. <text:span text:style-name='S'>{LINE}</text:span></text:p></text:note-body></text:note></text:p>",style("S","text:display='none'"))
opendocument.risk("hidden-in-header","hidden-text","<text:p>One</text:p>",masters=f"<style:master-page style:name='Standard' style:page-layout-name='L1'><style:header><text:p>Review <text:span text:style-name='S'>{LINE}</text:span></text:p></style:header></style:master-page>",common=style("S","text:display='none'"))
opendocument.risk("meta-of-a-paragraph","custom-xml",f"<text:p xhtml:about='x' xhtml:content='{LINE}' xmlns:xhtml='http://www.w3.org/1999/xhtml'>One</text:p>")
opendocument.risk("alphabetical-mark","field-code",f"<text:p>One<text:alphabetical-index-mark text:string-value='{NAME}'/></text:p>")
opendocument.risk("text-input-hint","field-code",f"<text:p>One <text:text-input text:description='{NAME}'>x</text:text-input></text:p>")
opendocument.risk("letters-drawn-together","tiny-text",opendocument.span(),style("S","fo:letter-spacing='-0.3cm'"))
opendocument.risk("remark-in-a-macro","macro",f"<text:p>One</text:p>",parts={"Basic/Standard/Module1.xml":f"<script:module xmlns:script='http://openoffice.org/2000/script' script:name='Module1'>Rem {LINE}</script:module>"})
opendocument.risk("frame-under-picture","text-under-shape","<text:p><draw:rect text:anchor-type='paragraph' draw:style-name='G' draw:z-index='9' svg:x='0cm' svg:y='0cm' svg:width='14cm' svg:height='0.7cm'/>"+LINE+"</text:p>","<style:style style:name='G' style:family='graphic'><style:graphic-properties draw:fill='solid' draw:fill-color='#000000' style:run-through='foreground' style:wrap='run-through'/></style:style>")
opendocument.risk("margin-beside-the-page","hidden-text",f"<text:p text:style-name='Q'>{LINE}</text:p>","<style:style style:name='Q' style:family='paragraph'><style:paragraph-properties fo:margin-left='-60cm' fo:text-indent='0cm'/></style:style>")
opendocument.risk("height-of-nothing","tiny-text",f"<text:p text:style-name='Q'>{LINE}</text:p>","<style:style style:name='Q' style:family='paragraph'><style:paragraph-properties fo:line-height='0.01cm'/></style:style>")
opendocument.risk("who-printed-it","author","<text:p>One</text:p>",meta=f"<meta:printed-by>{NAME}</meta:printed-by>")

# Web pages.
pages.risk("zero-by-calc","tiny-text",f"<p class=x>{LINE}</p>",".x{font-size:calc(0px)}")
pages.risk("zero-by-min","tiny-text",f"<p class=x>{LINE}</p>",".x{font-size:min(0px,1em)}")
pages.risk("opacity-percent","hidden-text",f"<p class=x>{LINE}</p>",".x{opacity:0%}")
pages.risk("opacity-of-all-around","hidden-text",f"<div class=a><div class=b><p class=x>{LINE}</p></div></div>",".a{opacity:.2}.b{opacity:.2}.x{opacity:.2}")
pages.risk("hidden-by-sibling","hidden-text",f"<i></i><p class=x>{LINE}</p>","i+.x{display:none}")
pages.risk("hidden-by-general-sibling","hidden-text",f"<i></i><p>a</p><p class=x>{LINE}</p>","i~.x{display:none}")
pages.risk("hidden-by-nth","hidden-text",f"<section><p>1</p><p>2</p><p>{LINE}</p></section>","section p:nth-of-type(3){display:none}")
pages.risk("hidden-by-has","hidden-text",f"<div><b></b><p>{LINE}</p></div>","div:has(b) p{visibility:hidden}")
pages.risk("hidden-by-empty-attr","hidden-text",f"<p data-x>{LINE}</p>","[data-x]{display:none}")
pages.risk("hidden-by-an-important-style","hidden-text",f"<p style='display:none !important'>{LINE}</p>",".x{display:block}")
pages.risk("hidden-after-a-fresh-start","hidden-text",f"<p class=x>{LINE}</p>","p.x{all:unset;display:none}")
pages.risk("moved-by-the-flow-of-words","hidden-text",f"<p class=x>{LINE}</p>",".x{position:absolute;inset-inline-start:-9999px}")
pages.risk("moved-by-a-relative-place","hidden-text",f"<p class=x>{LINE}</p>",".x{position:relative;left:-200vw}")
pages.risk("height-by-the-flow-of-words","hidden-text",f"<p class=x>{LINE}</p>",".x{block-size:0;overflow:hidden}")
pages.risk("letters-of-a-hundredth-of-ink","text-same-colour",f"<p class=x>{LINE}</p>",".x{color:rgba(0,0,0,.01)}")
pages.risk("same-as-parent-background","text-same-colour",f"<div class=a><p class=x>{LINE}</p></div>",".a{background:#ffe}.x{color:#ffe}")
pages.risk("white-letters-that-multiply","text-same-colour",f"<p class=x>{LINE}</p>",".x{color:#fff;mix-blend-mode:multiply}")
pages.risk("hidden-by-a-property-s-first-value","hidden-text",f"<p class=x>{LINE}</p>","@property --v{syntax:'*';inherits:true;initial-value:none}.x{display:var(--v)}")
pages.risk("hidden-by-a-variable-of-its-own","hidden-text",f"<p class=x>{LINE}</p>",".x{--d:none;display:var(--d)}")
pages.risk("alternative-of-a-picture","alternative-text",f"<img src=a.png alt='{NAME} at home'>")
pages.risk("alternative-of-an-area","alternative-text",f"<map name=m><area shape=rect coords='0,0,1,1' href=#a alt='{NAME}'></map>")
pages.risk("label-of-a-track","title-attribute",f"<video><track label='{NAME}' src=a.vtt></video>")
pages.risk("comment-in-a-paragraph","source-comment","<p>One<!-- "+LINE+" --></p>")
pages.risk("comment-in-a-drawing","source-comment","<svg width=9 height=9><!-- "+LINE+" --><rect width=9 height=9 /></svg>")
pages.clean("opacity-of-fading",f"<p class=x>{SHOWN}</p>",".x{opacity:.6}")
pages.clean("sibling-rule",f"<i></i><p class=x>{SHOWN}</p>","i+.x{margin:0}b+.x{display:none}")
pages.clean("nth-of-type",f"<p>1</p><p>{SHOWN}</p>","p:nth-of-type(9){display:none}")
pages.clean("relative-nudge",f"<p class=x>{SHOWN}</p>",".x{position:relative;left:-2px}")
pages.clean("colours-for-the-dark", f"<div class=a><p>{SHOWN}</p></div>", ":root{--paper:#fff;--ink:#111}@media (prefers-color-scheme:dark){:root{--paper:#111;--ink:#eee}}html{background:var(--paper);color:var(--ink)}.a{background:var(--paper)}")
pages.clean("panel-that-opens-at-a-click", f"<input type=checkbox id=c><label for=c>More</label><div class=x>{SHOWN}</div>", ".x{display:none}input:checked ~ .x{display:block}")
pages.clean("menu-under-the-pointer", f"<ul><li class=m>More<ul><li>{SHOWN}</li></ul></li></ul>", ".m ul{display:none}.m:hover ul{display:block}")
