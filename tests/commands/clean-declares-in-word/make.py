# Invented. Makes a Word file that records no title and whose table begins with a bold row.
import zipfile
W='xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
def p(t,b=False,style=''):
    return f'<w:p>{"<w:pPr><w:pStyle w:val=%r/></w:pPr>"%style if style else ""}<w:r>{"<w:rPr><w:b/></w:rPr>" if b else ""}<w:t>{t}</w:t></w:r></w:p>'.replace("'",'"')
def row(cells,b): return '<w:tr>'+''.join(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{p(c,b)}</w:tc>' for c in cells)+'</w:tr>'
body=p('Serious case review: Child T',style='Title')+p('Words of the report.')+'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>'+row(['Agency','Month'],True)+row(['School','May'],False)+'</w:tbl>'+p('End.')
parts={'[Content_Types].xml':'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
'_rels/.rels':'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
'word/_rels/document.xml.rels':'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
'word/document.xml':f'<?xml version="1.0"?><w:document {W}><w:body>{body}</w:body></w:document>',
'word/styles.xml':f'<?xml version="1.0"?><w:styles {W}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>',
'docProps/core.xml':'<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>H Q</dc:creator></cp:coreProperties>'}
z=zipfile.ZipFile('in.docx','w')
for k,v in parts.items(): z.writestr(k,v)
z.close()
