"""OpenDocument files."""
from jpeg import CROPPED, PAINTED, UNCHANGED
from make import NAME, clean as clean_of, open_document, risk as risk_of

LINE = f"The father is {NAME} of Elmfield."
SHOWN = "Learning from Child K"


def risk(name, rule, *given, words=NAME, **more):
    risk_of(name, "odt", rule, lambda: open_document(*given, **more), words)


def clean(name, *given, **more):
    clean_of(name, "odt", lambda: open_document(*given, **more))


def style(name, properties, family="text", more=""):
    kind = {"text": "text", "paragraph": "text", "section": "section", "graphic": "graphic", "cell": "table-cell"}[family]
    return f"<style:style style:name='{name}' style:family='{'table-cell' if family == 'cell' else family}'{more}><style:{kind}-properties {properties}/></style:style>"


def span(words=LINE):
    return f"<text:p>One. <text:span text:style-name='S'>{words}</text:span></text:p>"


risk("words-not-displayed", "hidden-text", span(), style("S", "text:display='none'"))
risk("words-not-displayed-by-the-style-above", "hidden-text", span(), style("S", "fo:font-weight='bold'", more=" style:parent-style-name='P'"), common=style("P", "text:display='none'"))
risk("words-displayed-on-a-condition", "hidden-text", span(), style("S", "text:display='condition' text:condition='1==2'"))
clean("words-displayed-again", span(SHOWN), style("S", "text:display='true'", more=" style:parent-style-name='P'"), common=style("P", "text:display='none'"))
risk("conditional-words", "hidden-text", f"<text:p>One. <text:conditional-text text:condition='ooow:1==1' text:string-value-if-true='yes' text:string-value-if-false='{LINE}'>yes</text:conditional-text></text:p>")
risk("hidden-words-field", "hidden-text", f"<text:p>One. <text:hidden-text text:condition='ooow:1==1' text:string-value='{LINE}' text:is-hidden='true'></text:hidden-text></text:p>")
risk("hidden-paragraph-field", "hidden-text", f"<text:p>{LINE}<text:hidden-paragraph text:condition='ooow:1==1' text:is-hidden='true'/></text:p>")
clean("hidden-paragraph-field-that-does-not-hold", f"<text:p>{SHOWN}<text:hidden-paragraph text:condition='ooow:1==2' text:is-hidden='false'/></text:p>")
risk("hidden-section", "hidden-text", f"<text:section text:name='A' text:display='none'><text:p>{LINE}</text:p></text:section>")
risk("section-hidden-on-a-condition", "hidden-text", f"<text:section text:name='A' text:display='condition' text:condition='ooow:1==1' text:is-hidden='true'><text:p>{LINE}</text:p></text:section>")
risk("section-in-a-hidden-section", "hidden-text", f"<text:section text:name='A' text:display='none'><text:section text:name='B'><text:list><text:list-item><text:p>{LINE}</text:p></text:list-item></text:list></text:section></text:section>")
CHANGE = f"<office:change-info><dc:creator>Helen Quarles</dc:creator><dc:date>2024-03-01T10:00:00</dc:date></office:change-info>"
risk("deletion", "tracked-change", "<text:p>One. <text:change text:change-id='c1'/></text:p>", before=f"<text:tracked-changes><text:changed-region xml:id='c1' text:id='c1'><text:deletion>{CHANGE}<text:p>{LINE}</text:p></text:deletion></text:changed-region></text:tracked-changes>")
risk("insertion", "tracked-change", f"<text:p>One. <text:change-start text:change-id='c1'/>{LINE}<text:change-end text:change-id='c1'/></text:p>", before=f"<text:tracked-changes><text:changed-region xml:id='c1' text:id='c1'><text:insertion>{CHANGE}</text:insertion></text:changed-region></text:tracked-changes>", words="Quillfeather")
risk("insertion-with-what-stood-there-before", "tracked-change", "<text:p>One. <text:change text:change-id='c1'/></text:p>", before=f"<text:tracked-changes><text:changed-region text:id='c1'><text:insertion>{CHANGE}</text:insertion><text:deletion>{CHANGE}<text:p>{LINE}</text:p></text:deletion></text:changed-region></text:tracked-changes>")
risk("words-of-no-opacity", "text-same-colour", span(), style("S", "loext:opacity='0%' xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'"))
risk("words-of-one-point", "tiny-text", span(), style("S", "fo:font-size='1pt'"))
risk("words-of-a-hundredth", "tiny-text", span(), style("S", "fo:font-size='5%'"))
risk("words-of-no-width", "tiny-text", span(), style("S", "style:text-scale='1%'"))
risk("words-moved-out-of-the-line", "tiny-text", span(), style("S", "style:text-position='-100% 1%'"))
clean("words-raised", span("rd"), style("S", "style:text-position='super 58%'"))
risk("white-words", "text-same-colour", span(), style("S", "fo:color='#fefefe'"))
risk("words-on-their-own-colour", "text-same-colour", span(), style("S", "fo:color='#aa0000' fo:background-color='#aa0000'"))
risk("frame-of-no-size", "hidden-text", f"<text:p>One.<draw:frame draw:name='Frame 1' text:anchor-type='paragraph' svg:width='0cm' svg:height='0cm'><draw:text-box><text:p>{LINE}</text:p></draw:text-box></draw:frame></text:p>")
risk("frame-off-the-page", "hidden-text", f"<text:p>One.<draw:frame draw:name='Frame 1' text:anchor-type='page' svg:x='-40cm' svg:y='1cm' svg:width='8cm' svg:height='2cm'><draw:text-box><text:p>{LINE}</text:p></draw:text-box></draw:frame></text:p>")
clean("frame", f"<text:p>One.<draw:frame draw:name='Frame 1' text:anchor-type='paragraph' svg:width='8cm' svg:height='2cm'><draw:text-box><text:p>{SHOWN}</text:p></draw:text-box></draw:frame></text:p>")
risk("title-of-a-frame", "alternative-text", f"<text:p>One.<draw:frame draw:name='Frame 1' text:anchor-type='paragraph' svg:width='8cm' svg:height='2cm'><svg:title>{NAME}</svg:title><svg:desc>At home</svg:desc><draw:text-box><text:p>Two.</text:p></draw:text-box></draw:frame></text:p>")
risk("hidden-row", "hidden-text", f"<table:table><table:table-column/><table:table-row table:visibility='collapse'><table:table-cell><text:p>{LINE}</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Health</text:p></table:table-cell></table:table-row></table:table>")
risk("covered-cell", "hidden-text", f"<table:table><table:table-column table:number-columns-repeated='2'/><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>Health</text:p></table:table-cell><table:covered-table-cell><text:p>{LINE}</text:p></table:covered-table-cell></table:table-row></table:table>")
risk("remark-that-was-resolved", "comment", f"<text:p>One.<office:annotation loext:resolved='true' xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'><dc:creator>Helen Quarles</dc:creator><text:p>{LINE}</text:p></office:annotation></text:p>")
risk("variable-that-is-not-shown", "document-variables", "<text:p>One.</text:p>", before=f"<text:user-field-decls><text:user-field-decl office:value-type='string' office:string-value='{NAME}' text:name='child'/></text:user-field-decls>")
risk("variable-set-without-showing", "document-variables", f"<text:p>One.<text:variable-set text:name='child' text:display='none' office:value-type='string' office:string-value='{NAME}'/></text:p>", before="<text:variable-decls><text:variable-decl office:value-type='string' text:name='child'/></text:variable-decls>")
risk("drop-down-list", "content-control-data", f"<text:p>One. <text:drop-down text:name='who'><text:label text:value='Child K'/><text:label text:value='{NAME}'/>Child K</text:drop-down></text:p>")
risk("ruby-words", "hidden-text", f"<text:p>One. <text:ruby text:style-name='R'><text:ruby-base>Child K</text:ruby-base><text:ruby-text text:style-name='S'>{LINE}</text:ruby-text></text:ruby></text:p>", style("S", "text:display='none'"))
risk("words-in-a-property-of-the-file", "custom-property", "<text:p>One.</text:p>", meta=f"<meta:user-defined meta:name='Child'>{NAME}</meta:user-defined>")
PICTURE = "<text:p>One.<draw:frame draw:name='Image1' text:anchor-type='paragraph' svg:width='8cm' svg:height='6cm'><draw:image xlink:href='Pictures/1.jpg'/><svg:desc>The park in May</svg:desc></draw:frame></text:p>"
for name, made, words in (("cropped", CROPPED, "cut off"), ("painted", PAINTED, "painted over")):
    risk(f"small-picture-of-a-{name}-one", "image-metadata", PICTURE, parts={"Pictures/1.jpg": made}, words=words)
clean("small-picture-of-the-same-picture", PICTURE, parts={"Pictures/1.jpg": UNCHANGED})
