# Invented. Makes a Word file that says nowhere in which language its words are but for which it was written, with a date in a
# control without a title, and a page whose table has a header over two columns.
import zipfile
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
types = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
def words(text): return f'<w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
control = '<w:p><w:r><w:t xml:space="preserve">The panel met on </w:t></w:r><w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent><w:r><w:t>4 May 2023</w:t></w:r></w:sdtContent></w:sdt></w:p>'
parts = {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        + ''.join(f'<Override PartName="/word/{name}.xml" ContentType="{types}{kind}+xml"/>' for name, kind in (('document', 'document.main'), ('styles', 'styles'), ('settings', 'settings'))) + '</Types>',
    '_rels/.rels': f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{kinds}officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels': f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{kinds}styles" Target="styles.xml"/><Relationship Id="r2" Type="{kinds}settings" Target="settings.xml"/></Relationships>',
    'word/document.xml': f'<?xml version="1.0"?><w:document {W}><w:body>{words("Serious case review: Child T")}{control}</w:body></w:document>',
    'word/styles.xml': f'<?xml version="1.0"?><w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>',
    'word/settings.xml': f'<?xml version="1.0"?><w:settings {W}><w:themeFontLang w:val="en-GB"/></w:settings>'}
with zipfile.ZipFile('in.docx', 'w') as made:
    for name, text in parts.items(): made.writestr(name, text)
with open('in.html', 'w') as page:
    page.write('<!DOCTYPE html><html lang="en-GB"><head><title>Child T</title></head><body><h1>Child T</h1><table><tr><th>Agency</th><th colspan="2">Action</th></tr><tr><td>School</td><td>Train staff</td><td>June</td></tr></table></body></html>')
