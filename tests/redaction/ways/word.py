"""Word files."""
from jpeg import BARRED, CROPPED, PAINTED, UNCHANGED
from make import NAME, WORD, clean as clean_of, packed, paragraph, related, risk as risk_of, run, word

LINE = f"The father is {NAME} of Elmfield."
AUTHOR = "w:id='9' w:author='Helen Quarles' w:date='2024-03-01T10:00:00Z'"
SHOWN = "Learning from Child K"


def risk(name, rule, *given, words=NAME, **more):
    risk_of(name, "docx", rule, lambda: word(*given, **more), words)


def clean(name, *given, **more):
    clean_of(name, "docx", lambda: word(*given, **more))


def style(kind, name, inside, base=""):
    return f"<w:style w:type='{kind}' w:styleId='{name}'><w:name w:val='{name}'/>{f'<w:basedOn w:val={chr(39)}{base}{chr(39)}/>' if base else ''}{inside}</w:style>"


# Styles that hide, directly, by what they are based on, and by the part of a table.
VANISH = "<w:rPr><w:vanish/></w:rPr>"
risk("hidden-by-a-style-two-steps-up", "hidden-text", paragraph(run(LINE), "<w:pStyle w:val='C'/>"), styles=style("paragraph", "A", VANISH, "Normal") + style("paragraph", "B", "", "A") + style("paragraph", "C", "<w:rPr><w:b/></w:rPr>", "B"))
clean("shown-again-by-a-style", paragraph(run(SHOWN), "<w:pStyle w:val='B'/>"), styles=style("paragraph", "A", VANISH, "Normal") + style("paragraph", "B", "<w:rPr><w:vanish w:val='0'/></w:rPr>", "A"))
risk("hidden-by-a-linked-style", "hidden-text", paragraph(run(LINE, "<w:rStyle w:val='D'/>")), styles=style("character", "D", "", "E") + style("character", "E", VANISH))
risk("hidden-by-the-defaults-of-a-table", "hidden-text", "<w:tbl><w:tblPr><w:tblStyle w:val='T'/><w:tblLook w:val='0020' w:firstRow='1'/></w:tblPr><w:tr><w:tc>" + paragraph(run(LINE)) + "</w:tc></w:tr><w:tr><w:tc>" + paragraph(run("Health")) + "</w:tc></w:tr></w:tbl>", styles=style("table", "T", "<w:tblStylePr w:type='firstRow'>" + VANISH + "</w:tblStylePr>"))
risk("white-by-the-last-row-of-a-table", "text-same-colour", "<w:tbl><w:tblPr><w:tblStyle w:val='T'/><w:tblLook w:val='0040' w:lastRow='1'/></w:tblPr><w:tr><w:tc>" + paragraph(run("Health")) + "</w:tc></w:tr><w:tr><w:tc>" + paragraph(run(LINE)) + "</w:tc></w:tr></w:tbl>", styles=style("table", "T", "<w:tblStylePr w:type='lastRow'><w:rPr><w:color w:val='FFFFFF'/></w:rPr></w:tblStylePr>"))
clean("white-in-a-dark-last-row", "<w:tbl><w:tblPr><w:tblStyle w:val='T'/><w:tblLook w:val='0040' w:lastRow='1'/></w:tblPr><w:tr><w:tc>" + paragraph(run("Health")) + "</w:tc></w:tr><w:tr><w:tc>" + paragraph(run("In all")) + "</w:tc></w:tr></w:tbl>", styles=style("table", "T", "<w:tblStylePr w:type='lastRow'><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:tcPr><w:shd w:val='clear' w:fill='003060'/></w:tcPr></w:tblStylePr>"))
risk("hidden-by-the-numbering-s-style", "hidden-text", paragraph(run(LINE), "<w:pStyle w:val='F'/>"), styles="<w:docDefaults><w:rPrDefault/></w:docDefaults>" + style("paragraph", "F", "<w:pPr><w:spacing w:before='0'/></w:pPr><w:rPr><w:vanish w:val='true'/></w:rPr>"))
risk("special-vanish-before-words", "hidden-text", paragraph(run(LINE, "<w:specVanish/><w:vanish/>")))
clean("page-numbers-hidden-on-the-web", paragraph(run("What happened") + run("3", "<w:webHidden/>")))
risk("every-letter-in-a-run", "hidden-text", paragraph("".join(run(c, "<w:vanish/>") for c in LINE)))

# Letters that cannot be seen for what they look like.
risk("lowered-out-of-the-line", "hidden-text", paragraph(run(LINE, "<w:position w:val='-3000'/>")))
risk("raised-out-of-the-line", "hidden-text", paragraph(run(LINE, "<w:position w:val='3168'/>") + run("Two.")))
clean("raised-a-little", paragraph(run("the 3") + run("rd", "<w:position w:val='6'/>") + run(" of May")))
risk("one-point", "tiny-text", paragraph(run(LINE, "<w:sz w:val='2'/>")))
risk("tiny-by-a-style", "tiny-text", paragraph(run(LINE, "<w:rStyle w:val='G'/>")), styles=style("character", "G", "<w:rPr><w:sz w:val='1'/></w:rPr>"))
risk("clear-letters-by-an-effect", "text-same-colour", paragraph(run(LINE, "<w14:textFill><w14:solidFill><w14:srgbClr w14:val='000000'><w14:alpha w14:val='100000'/></w14:srgbClr></w14:solidFill></w14:textFill>")))
risk("white-letters-by-an-effect", "text-same-colour", paragraph(run(LINE, "<w:color w:val='000000'/><w14:textFill><w14:solidFill><w14:srgbClr w14:val='FFFFFF'/></w14:solidFill></w14:textFill>")))
risk("white-letters-by-a-shade", "text-same-colour", paragraph(run(LINE, "<w14:textFill><w14:gradFill><w14:gsLst><w14:gs w14:pos='0'><w14:srgbClr w14:val='FFFFFF'/></w14:gs><w14:gs w14:pos='100000'><w14:srgbClr w14:val='FEFEFE'/></w14:gs></w14:gsLst></w14:gradFill></w14:textFill>")))
clean("letters-of-a-shade", paragraph(run(SHOWN, "<w14:textFill><w14:gradFill><w14:gsLst><w14:gs w14:pos='0'><w14:srgbClr w14:val='003060'/></w14:gs><w14:gs w14:pos='100000'><w14:srgbClr w14:val='FEFEFE'/></w14:gs></w14:gsLst></w14:gradFill></w14:textFill>")))
risk("white-on-a-white-highlight", "text-same-colour", paragraph(run(LINE, "<w:color w:val='FFFFFF'/><w:highlight w:val='white'/>")))
risk("pattern-of-shading-that-is-full", "black-highlight", paragraph(run("Her father is ") + run(NAME, "<w:shd w:val='solid' w:color='000000' w:fill='FFFFFF'/>")))
clean("white-on-a-full-pattern-of-shading", paragraph(run(SHOWN, "<w:color w:val='FFFFFF'/><w:shd w:val='solid' w:color='003060' w:fill='FFFFFF'/>")))
risk("black-border-as-thick-as-the-line", "black-highlight", paragraph(run("Her father is ") + run(NAME, "<w:color w:val='000000'/><w:shd w:val='clear' w:color='auto' w:fill='000000'/>")))

# Places that nobody looks at.
BOX = "<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom='column'><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom='paragraph'><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx='%s' cy='%s'/><wp:docPr id='1' name='Text Box 1'%s/><a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>%s</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
risk("hidden-text-box", "hidden-text", paragraph(BOX % ("2000000", "500000", " hidden='1'", paragraph(run(LINE)))))
risk("text-box-of-no-size", "hidden-text", paragraph(BOX % ("0", "0", "", paragraph(run(LINE)))))
clean("plain-text-box", paragraph(BOX % ("2000000", "500000", "", paragraph(run(SHOWN)))))
risk("deleted-text-box-text", "tracked-change", paragraph(BOX % ("2000000", "500000", "", paragraph(f"<w:del {AUTHOR}><w:r><w:delText>{LINE}</w:delText></w:r></w:del>"))))

# Tracked changes in mathematics, fields and properties.
MATHS = "<m:oMath>%s</m:oMath>"
risk("deleted-in-mathematics", "tracked-change", paragraph(run("Where ") + MATHS % f"<m:r><m:t>x=1</m:t></m:r><w:del {AUTHOR}><m:r><m:t>{NAME}</m:t></m:r></w:del>"))
risk("deleted-by-a-mark-in-mathematics", "tracked-change", paragraph(MATHS % f"<m:r><w:rPr><w:del {AUTHOR}/></w:rPr><m:t>{NAME}</m:t></m:r><m:r><m:t>x=1</m:t></m:r>"))
risk("inserted-in-mathematics", "tracked-change", paragraph(MATHS % f"<m:r><m:t>x=</m:t></m:r><w:ins {AUTHOR}><m:r><m:t>{NAME}</m:t></m:r></w:ins>"))
risk("deleted-within-a-fraction", "tracked-change", paragraph(MATHS % f"<m:f><m:fPr><m:ctrlPr><w:del {AUTHOR}/></m:ctrlPr></m:fPr><m:num><w:del {AUTHOR}><m:r><m:t>{NAME}</m:t></m:r></w:del></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"))
risk("hidden-in-mathematics", "hidden-text", paragraph(run("Where ") + MATHS % f"<m:r><w:rPr><w:vanish/></w:rPr><m:t>{NAME}</m:t></m:r><m:r><m:t>x=1</m:t></m:r>"))
risk("white-in-mathematics", "text-same-colour", paragraph(run("Where ") + MATHS % f"<m:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><m:t>{NAME}</m:t></m:r><m:r><m:t>x=1</m:t></m:r>"))
clean("mathematics", paragraph(run("Where ") + MATHS % "<m:r><w:rPr><w:rFonts w:ascii='Cambria Math'/></w:rPr><m:t>x=1</m:t></m:r>"))
risk("deleted-instruction-of-a-field", "tracked-change", paragraph(f"<w:del {AUTHOR}><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:delInstrText>COMMENTS {NAME}</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:del>" + run("One.")))
risk("deleted-note", "hidden-text", paragraph(run("One.") + f"<w:del {AUTHOR}><w:r><w:footnoteReference w:id='2'/></w:r></w:del>"), rels={"n": ("footnotes", "footnotes.xml")}, parts={"word/footnotes.xml": f"<w:footnotes><w:footnote w:id='2'>{paragraph(f'<w:del {AUTHOR}><w:r><w:delText>{LINE}</w:delText></w:r></w:del>')}</w:footnote></w:footnotes>"})
risk("conflict-of-two-authors", "tracked-change", paragraph(run("One.") + f"<w14:conflictDel {AUTHOR}><w:r><w:delText>{LINE}</w:delText></w:r></w14:conflictDel>"))
risk("content-control-that-was-deleted", "tracked-change", f"<w:customXmlDelRangeStart {AUTHOR}/><w:sdt><w:sdtContent>" + paragraph(f"<w:del {AUTHOR}><w:r><w:delText>{LINE}</w:delText></w:r></w:del>") + "</w:sdtContent></w:sdt><w:customXmlDelRangeEnd w:id='9'/>")
risk("numbering-before-a-change", "tracked-change", paragraph(run("One."), f"<w:numPr><w:numberingChange {AUTHOR} w:original='{NAME}'/></w:numPr>"))

# Drawings.
CHART = "<w:r><w:drawing><wp:inline><wp:extent cx='3000000' cy='2000000'/><wp:docPr id='4' name='Chart 4' descr='Referrals by age'/><a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/chart'><c:chart r:id='c1'/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
PLOT = "<c:chartSpace><c:chart>%s<c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>Referrals</c:v></c:pt></c:strCache></c:strRef></c:tx>%s<c:val><c:numRef><c:numCache><c:pt idx='0'><c:v>3</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart>%s</c:chartSpace>"


def chart(name, rule, *inside, words=NAME):
    risk(name, rule, paragraph(CHART), rels={"c1": ("chart", "charts/chart1.xml")}, parts={"word/charts/chart1.xml": PLOT % inside}, words=words)


chart("series-that-is-filtered-away", "hidden-text", "", f"<c:extLst><c:ext uri='a'><c15:filteredSeriesTitle xmlns:c15='u'><c15:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>{NAME}</c:v></c:pt></c:strCache></c:strRef></c15:tx></c15:filteredSeriesTitle></c:ext></c:extLst>", "")
chart("title-of-a-chart-in-no-ink", "hidden-text", f"<c:title><c:tx><c:rich><a:p><a:r><a:rPr><a:noFill/></a:rPr><a:t>{NAME}</a:t></a:r></a:p></c:rich></c:tx></c:title>", "", "")
DIAGRAM = "<w:r><w:drawing><wp:inline><wp:extent cx='3000000' cy='2000000'/><wp:docPr id='5' name='Diagram 5' descr='Who knew what'/><a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/diagram'><dgm:relIds r:dm='d1' r:lo='d2' r:qs='d3' r:cs='d4'/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
POINT = "<dgm:dataModel><dgm:ptLst><dgm:pt modelId='1'>%s<dgm:t><a:bodyPr/><a:p><a:r><a:t>%s</a:t></a:r></a:p></dgm:t></dgm:pt>%s</dgm:ptLst></dgm:dataModel>"


def diagram(name, rule, data, drawn="", words=NAME):
    parts = {"word/diagrams/data1.xml": data}
    rels = {"d1": ("diagramData", "diagrams/data1.xml")}
    if drawn:
        parts["word/diagrams/drawing1.xml"] = drawn
        rels["d5"] = ("http://schemas.microsoft.com/office/2007/relationships/diagramDrawing", "diagrams/drawing1.xml")
    risk(name, rule, paragraph(DIAGRAM), rels=rels, parts=parts, words=words)


TREE = "<dsp:drawing><dsp:spTree><dsp:sp><dsp:txBody><a:p><a:r><a:t>%s</a:t></a:r></a:p></dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>"
diagram("point-of-a-diagram-that-is-not-drawn", "hidden-text", POINT % ("", "Health", f"<dgm:pt modelId='2'><dgm:t><a:p><a:r><a:t>{LINE}</a:t></a:r></a:p></dgm:t></dgm:pt>"), TREE % "Health")
diagram("prompt-of-a-diagram", "hidden-text", POINT % (f"<dgm:prSet phldrT='[{NAME}]' custT='1'/>", "Health", ""), TREE % "Health")
clean("diagram", paragraph(DIAGRAM), rels={"d1": ("diagramData", "diagrams/data1.xml"), "d5": ("http://schemas.microsoft.com/office/2007/relationships/diagramDrawing", "diagrams/drawing1.xml")}, parts={"word/diagrams/data1.xml": POINT % ("<dgm:prSet phldrT='[Text]'/>", "Health", ""), "word/diagrams/drawing1.xml": TREE % "Health"})
risk("name-of-a-diagram-s-point", "alternative-text", paragraph(DIAGRAM.replace("descr='Who knew what'", f"descr='{NAME} and her aunt'")), rels={"d1": ("diagramData", "diagrams/data1.xml")}, parts={"word/diagrams/data1.xml": POINT % ("", "Health", "")})
INK = "<w:r><mc:AlternateContent><mc:Choice Requires='wpi'><w:drawing><wp:anchor><wp:extent cx='300000' cy='200000'/><wp:docPr id='6' name='Ink 6'%s/><a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingInk'><w14:contentPart r:id='i1'/></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
risk("words-in-ink", "hidden-text", paragraph(INK % ""), rels={"i1": ("customXml", "ink/ink1.xml")}, parts={"word/ink/ink1.xml": f"<inkml:ink xmlns:inkml='http://www.w3.org/2003/InkML'><inkml:definitions/><inkml:traceGroup><inkml:annotationXML><emma:emma xmlns:emma='http://www.w3.org/2003/04/emma'><emma:interpretation><emma:literal>{LINE}</emma:literal></emma:interpretation></emma:emma></inkml:annotationXML><inkml:trace>1 2, 3 4</inkml:trace></inkml:traceGroup></inkml:ink>"})
risk("words-in-an-annotation-of-ink", "hidden-text", paragraph(INK % ""), rels={"i1": ("customXml", "ink/ink1.xml")}, parts={"word/ink/ink1.xml": f"<inkml:ink xmlns:inkml='http://www.w3.org/2003/InkML'><inkml:annotation type='truth'>{LINE}</inkml:annotation><inkml:trace>1 2, 3 4</inkml:trace></inkml:ink>"})
clean("ink", paragraph(INK % ""), rels={"i1": ("customXml", "ink/ink1.xml")}, parts={"word/ink/ink1.xml": "<inkml:ink xmlns:inkml='http://www.w3.org/2003/InkML'><inkml:definitions><inkml:context xml:id='c0'/></inkml:definitions><inkml:trace contextRef='#c0'>1 2, 3 4</inkml:trace></inkml:ink>"})

# Parts of other kinds.
CHUNK = "<w:altChunk r:id='k1'/>"
risk("chunk-of-a-page", "unread-part", CHUNK, rels={"k1": ("aFChunk", "afchunk1.html")}, parts={"word/afchunk1.html": f"<html><body><p>{LINE}</p></body></html>"})
risk("chunk-under-another-name", "unread-part", CHUNK, rels={"k1": ("aFChunk", "pieces/one.html")}, parts={"word/pieces/one.html": f"<html><body><p>{LINE}<br>unclosed</body></html>"})
risk("chunk-of-rich-text", "unread-part", CHUNK, rels={"k1": ("aFChunk", "pieces/one.rtf")}, parts={"word/pieces/one.rtf": "{\\rtf1\\ansi {\\v " + LINE + "}\\par}"})
risk("chunk-of-a-document", "unread-part", CHUNK, rels={"k1": ("aFChunk", "pieces/one.docx")}, parts={"word/pieces/one.docx": packed([("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"), ("word/document.xml", f"<w:document{WORD}><w:body>{paragraph(run(LINE))}</w:body></w:document>")])})
COMMENT = "<w:comments><w:comment w:id='0' w:author='Helen Quarles' w:initials='HQ' w:date='2024-03-01T10:00:00Z'><w:p w14:paraId='11111111'><w:r><w:t>Is this right?</w:t></w:r></w:p></w:comment><w:comment w:id='1' w:author='Barnaby Quill' w:date='2024-03-02T10:00:00Z'><w:p w14:paraId='22222222'><w:r><w:t>%s</w:t></w:r></w:p></w:comment></w:comments>"
NOTED = paragraph("<w:commentRangeStart w:id='0'/>" + run("It came late.") + "<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>")
EXTENDED = "<w15:commentsEx><w15:commentEx w15:paraId='11111111' w15:done='1'/><w15:commentEx w15:paraId='22222222' w15:paraIdParent='11111111' w15:done='1'/></w15:commentsEx>"
risk("reply-that-was-resolved", "comment", NOTED, rels={"o1": ("comments", "comments.xml"), "o2": ("http://schemas.microsoft.com/office/2011/relationships/commentsExtended", "commentsExtended.xml")}, parts={"word/comments.xml": COMMENT % LINE, "word/commentsExtended.xml": EXTENDED})
risk("comment-without-a-place", "comment", "", rels={"o1": ("comments", "comments.xml")}, parts={"word/comments.xml": COMMENT % LINE})
risk("comment-in-a-part-that-nothing-names", "unused-part", "", parts={"word/comments.xml": COMMENT % LINE})
risk("person-in-the-list-of-people", "author", "", rels={"o3": ("http://schemas.microsoft.com/office/2011/relationships/people", "people.xml")}, parts={"word/people.xml": f"<w15:people><w15:person w15:author='{NAME}'><w15:presenceInfo w15:providerId='AD' w15:userId='S::pquill@tarnshire.example'/></w15:person></w15:people>"})
risk("mail-of-a-person-in-the-list", "author", "", words="tarnshire", rels={"o3": ("http://schemas.microsoft.com/office/2011/relationships/people", "people.xml")}, parts={"word/people.xml": "<w15:people><w15:person w15:author='Author'><w15:presenceInfo w15:providerId='AD' w15:userId='S::pquill@tarnshire.example::1f'/></w15:person></w15:people>"})
risk("reactions-to-a-comment", "comment", NOTED, rels={"o1": ("comments", "comments.xml"), "o4": ("http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible", "commentsExtensible.xml")}, parts={"word/comments.xml": COMMENT % "Yes.", "word/commentsExtensible.xml": f"<w16cex:commentsExtensible xmlns:w16cex='http://schemas.microsoft.com/office/word/2018/wordml/cex'><w16cex:commentExtensible w16cex:durableId='1'><w16cex:extLst><w16:ext xmlns:w16='u'><cr:reactions xmlns:cr='http://schemas.microsoft.com/office/comments/2020/reactions'><cr:reaction reactionType='1'><cr:reactionInfo><cr:user userId='S::pq@x.example' userProvider='AD' userName='{NAME}'/></cr:reactionInfo></cr:reaction></cr:reactions></w16:ext></w16cex:extLst></w16cex:commentExtensible></w16cex:commentsExtensible>"})
risk("tasks-of-comments", "comment", NOTED, rels={"o1": ("comments", "comments.xml"), "o5": ("http://schemas.microsoft.com/office/2019/05/relationships/documenttasks", "documenttasks/documenttasks1.xml")}, parts={"word/comments.xml": COMMENT % "Yes.", "word/documenttasks/documenttasks1.xml": f"<t:Tasks xmlns:t='http://schemas.microsoft.com/office/tasks/2019/documenttasks'><t:Task id='1'><t:Anchor><t:Comment id='1'/></t:Anchor><t:History><t:Event id='2' time='2024-03-01T10:00:00Z'><t:Attribution userId='S::hq' userProvider='AD' userName='Helen Quarles'/><t:SetTitle title='Ask {NAME} about the aunt'/></t:Event></t:History></t:Task></t:Tasks>"})
risk("variable-of-the-document", "document-variables", "", settings=f"<w:docVars><w:docVar w:name='Child' w:val='{NAME}'/></w:docVars>")
risk("name-of-a-variable", "document-variables", "", settings=f"<w:docVars><w:docVar w:name='{NAME}' w:val='yes'/></w:docVars>")
risk("query-of-a-mail-merge", "external-link", "", settings=f"<w:mailMerge><w:mainDocumentType w:val='formLetters'/><w:connectString w:val='Provider=ACE;Data Source=H:\\reviews\\{NAME}.xlsx'/><w:query w:val='SELECT * FROM Sheet1'/></w:mailMerge>")
risk("tag-of-a-smart-tag", "custom-xml", paragraph(f"<w:smartTag w:uri='urn:x' w:element='person'><w:smartTagPr><w:attr w:name='who' w:val='{NAME}'/></w:smartTagPr>{run('the child')}</w:smartTag>"))


# Pictures whose small picture in the Exif record shows what the picture no longer does.
PICTURE = "<w:r><w:drawing><wp:inline><wp:extent cx='2000000' cy='1500000'/><wp:docPr id='7' name='Picture 7' descr='The park in May'/><a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/picture'><pic:pic><pic:nvPicPr><pic:cNvPr id='7' name='Picture 7'/></pic:nvPicPr><pic:blipFill><a:blip r:embed='p1'/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
for name, made, words in (("cropped", CROPPED, "cut off"), ("painted", PAINTED, "painted over")):
    risk(f"small-picture-of-a-{name}-one", "image-metadata", paragraph(PICTURE), rels={"p1": ("image", "media/image1.jpeg")}, parts={"word/media/image1.jpeg": made}, words=words)
for name, made in (("picture", UNCHANGED), ("wide-picture", BARRED)):
    clean(f"small-picture-of-the-same-{name}", paragraph(PICTURE), rels={"p1": ("image", "media/image1.jpeg")}, parts={"word/media/image1.jpeg": made})
