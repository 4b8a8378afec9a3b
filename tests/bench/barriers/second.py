#!/usr/bin/env python3
"""Blind accessibility test set: python3 make.py OUTDIR  (standard library only)"""
import os, sys, random, struct, zipfile, zlib
from html import escape as esc
def xe(s): return esc(s, quote=True)

# ------------------------------------------------------------------ invented content
PLACES = [("Ashmere","Ashmere Vale"),("Thornby","North Thornby"),("Kelsworth","Kelsworth and Dene"),
 ("Marlow Fen","Marlow Fen"),("Penhallick","Penhallick Bay"),("Drumlee","Drumlee"),
 ("Castle Orrin","Orrin Valley"),("Wexcombe","East Wexcombe"),("Hollinbrook","Hollinbrook")]
KIDS = [("Child A","he","his"),("Robin","they","their"),("Child K","she","her"),("Jamie","he","his"),
 ("Child M","she","her"),("Wren","they","their"),("Child T","he","his"),("Isla","she","her"),
 ("Child D","he","his"),("Rowan","they","their"),("Child S","she","her")]
P1 = ["{k} was seven years old and lived with a parent and two older brothers in {p}. The family had moved between three addresses in eighteen months, and each move brought a new school and a new health visitor.",
 "{k} was a baby of five months when an ambulance crew found an injury that could not be explained. The family was known to maternity services in {p} but had no social worker at the time.",
 "{k} was fifteen and had been missing from home on eleven nights in the spring. A youth worker in {p} was worried about older adults who waited for {k} outside the school.",
 "{k} was four years old and had not been taken to six hospital appointments. Letters were sent to an old address in {p}, and no one checked why nobody came.",]
P2 = ["A teacher wrote down worries on four dates, but the notes stayed in a folder in the office. The police, the school and the health visitor each held one part of the picture.",
 "The nursery asked for advice in May and was told to keep watching. When the second call came in June, the first call was not found on the system.",
 "A neighbour phoned the council twice. Both calls were closed within a day because the caller did not give a name, although the details matched what the school had said.",]
P3 = ["The reviewers spoke with nineteen practitioners and with two members of the family. They found that staff cared about the child but were seldom in the same room to talk about risk.",
 "The reviewers read the records of six agencies. They found that supervision was late in half of the months and that the plan was not changed after the second incident.",
 "The reviewers heard from the grandmother, who said she had asked for help many times. They found that her voice appears only once in the written record.",]
ACTS = ["Health and school staff will share missed appointments within two working days.",
 "Each team will hold a monthly case discussion led by a senior practitioner.",
 "Managers will check that the child was seen alone before a case is closed.",
 "The partnership will publish a short guide on the views of wider family.",
 "Calls without a name will be matched with other records before they are closed.",
 "New staff will take a half-day course on injuries in babies who cannot yet move.",]
TAB = [("Agency","Role in the case","Records read"),("School","Attendance and pastoral care","42 pages"),
 ("Community health","Health visiting","31 pages"),("Police","Missing episodes","18 pages")]
CHARTALT = "Bar chart of contacts with the family by quarter: four in spring, nine in summer, six in autumn and two in winter."

class Story:
    def __init__(s, i):
        s.p, s.area = PLACES[i % len(PLACES)]; s.k, s.he, s.his = KIDS[(i*3+1) % len(KIDS)]
        s.board = s.area + " Safeguarding Children Partnership"
        kind = ["Local child safeguarding practice review","Rapid review summary","Child safeguarding learning report"][i % 3]
        s.title = f"{kind}: {s.k}, {s.p}"
        s.intro = f"This report was prepared for the {s.board}. Names have been changed so that the family cannot be identified."
        f = lambda t: t.format(k=s.k, p=s.p)
        s.p1, s.p2, s.p3 = f(P1[i % 4]), f(P2[(i//2) % 3]), f(P3[(i//3) % 3])
        s.acts = [ACTS[(i+j) % 6] for j in range(3)]
        s.heads = [("Summary of the case","What we found","What will happen next"),
                   ("What happened","Learning from the review","Next steps"),
                   ("Background","Findings","Actions agreed")][i % 3]

def png(w=240, h=120, kind="bars"):
    rows = []
    for y in range(h):
        r = bytearray([0])
        for x in range(w):
            px = (255,255,255)
            if kind == "bars":
                b, o = divmod(x, 60)
                if 10 < o < 50 and h - y < (45,100,70,25)[b]: px = (31,56,100)
            elif kind == "text":
                if y % 16 in (5,6,7,8) and (x*7+y//16*13) % 23 > 5 and 8 < x < w-8: px = (30,30,30)
            else:
                if abs(y - h//2) < 3: px = (31,56,100)
            r += bytes(px)
        rows.append(bytes(r))
    def ch(t, d): return struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t+d))
    return b"\x89PNG\r\n\x1a\n" + ch(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 2, 0, 0, 0)) + ch(b"IDAT", zlib.compress(b"".join(rows))) + ch(b"IEND", b"")
PNGS = {k: png(kind=k) for k in ("bars","text","line")}

# ------------------------------------------------------------------ registry
CASES = []
def case(fmt, kind, fault, where, std, **opt):
    def dec(fn): CASES.append((fmt, kind, fault, where, std, fn, opt)); return fn
    return dec

# ------------------------------------------------------------------ DOCX
NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"')
HDR = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FLAV = {"word": {}, "gdocs": {}, "odd": {"Heading1":"Kop1","Heading2":"Kop2","Heading3":"Kop3","Heading4":"Kop4","Title":"Titel","ListBullet":"Lijstopsomteken","Normal":"Standaard","Caption":"Bijschrift"},
        "lo": {"ListBullet":"ListBullet","Normal":"Normal"}}

class D:
    def __init__(s, i, flav):
        s.st = Story(i); s.i = i; s.flav = flav; s.rels = []; s.media = {}; s.styles = ""; s.notes = []; s.pid = 0
        s.core_title = s.st.title; s.dlang = '<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/>'; s.core_lang = "en-GB"
        s.bodycolor = ""; s.normal_ppr = ""; s.normal_rpr = ""; s.headless = False; s.first = None
        s.table = i % 3 == 0; s.picture = i % 3 == 1; s.pos = i % 2; s.numx = ""; s.lasthead = None; s.h1 = None; s.h3 = None
        s.bodyp = None; s.listx = None; s.pre = ""; s.after_title = ""; s.tail = ""; s.header = None
    def sid(s, n): return FLAV[s.flav].get(n, n)
    def R(s, t, rpr=""):
        if s.flav == "gdocs": rpr = rpr + '<w:rtl w:val="0"/>'
        return f'<w:r>{"<w:rPr>"+rpr+"</w:rPr>" if rpr else ""}<w:t xml:space="preserve">{xe(t)}</w:t></w:r>'
    def P(s, t, style=None, ppr="", rpr=""):
        runs = t if t.startswith("<w:") or t.startswith("<mc:") or t == "" else s.R(t, rpr)
        pp = (f'<w:pStyle w:val="{s.sid(style)}"/>' if style else "") + ppr
        return f'<w:p>{"<w:pPr>"+pp+"</w:pPr>" if pp else ""}{runs}</w:p>'
    def H(s, n, t): return s.P(t, f"Heading{n}")
    def bul(s, items): return "".join(s.P(x, "ListBullet", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') for x in items)
    def num(s, items): return "".join(s.P(x, None, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:ind w:left="720" w:hanging="360"/>') for x in items)
    def rel(s, typ, tgt, ext=False):
        s.rels.append((typ, tgt, ext)); return f"rId{len(s.rels)+20}"
    def link(s, url, t, rpr='<w:rStyle w:val="Hyperlink"/>'):
        return f'<w:hyperlink r:id="{s.rel("hyperlink", url, True)}" w:history="1">{s.R(t, rpr)}</w:hyperlink>'
    def blip(s, kind):
        n = f"image{len(s.media)+1}.png"; s.media[n] = PNGS[kind]; return s.rel("image", "media/"+n)
    def pic(s, descr=None, title=None, name=None, kind="bars", deco=False, ppr=""):
        rid = s.blip(kind); s.pid += 1; name = name or f"Picture {s.pid}"
        at = (f' descr="{xe(descr)}"' if descr is not None else "") + (f' title="{xe(title)}"' if title is not None else "")
        ext = '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>' if deco else ""
        return s.P(f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2743200" cy="1371600"/><wp:docPr id="{s.pid+10}" name="{name}"{at}>{ext}</wp:docPr><wp:cNvGraphicFramePr/>'
         f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{s.pid+10}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
         '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2743200" cy="1371600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>', ppr='<w:keepNext/>'+ppr)
    def cap(s, label, n, t):
        return s.P(s.R(label+" ")+f'<w:fldSimple w:instr=" SEQ {label} \\* ARABIC ">{s.R(str(n))}</w:fldSimple>'+s.R(": "+t), "Caption", '<w:keepNext/>' if label == "Table" else "")
    def fig(s, t="Contacts with the family by quarter", **kw): return s.pic(**kw)+s.cap("Figure", 1, t)
    def cell(s, t, w=3000, tc="", rpr="", ppr=""):
        inner = t if t.startswith("<w:p>") else s.P(t, None, ppr+'<w:spacing w:after="0"/>', rpr)
        return f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/>{tc}</w:tcPr>{inner}</w:tc>'
    def tbl(s, rows, head=True, look=None, style="TableGrid", tblpr="", headfmt=True, headrow=0, caption=True, capt="Agencies that took part"):
        n = len(rows[0]); w = 9000//n
        look = look if look is not None else ('<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>' if head else '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>')
        out = f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="9000" w:type="dxa"/>{tblpr}{look}</w:tblPr><w:tblGrid>'+f'<w:gridCol w:w="{w}"/>'*n+'</w:tblGrid>'
        for ri, r in enumerate(rows):
            tr = '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' if head and ri == headrow else ""
            cs = "".join(c if c.startswith("<w:tc>") else s.cell(c, w, rpr='<w:b/>' if headfmt and ri == 0 else "") for c in r)
            out += f'<w:tr>{tr}{cs}</w:tr>'
        out += '</w:tbl>'
        return (s.cap("Table", 1, capt) if caption else "")+out
    def stylesxml(s):
        g = s.sid; N = g("Normal")
        def st(i, name, based, ppr="", rpr="", nxt=True, extra=""):
            return f'<w:style w:type="paragraph" w:styleId="{g(i)}"><w:name w:val="{name}"/><w:basedOn w:val="{g(based)}"/><w:qFormat/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>'
        x = HDR+f'<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="24"/><w:szCs w:val="24"/>{s.dlang}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        x += f'<w:style w:type="paragraph" w:default="1" w:styleId="{N}"><w:name w:val="Normal"/><w:qFormat/><w:pPr>{s.normal_ppr}</w:pPr><w:rPr>{s.normal_rpr}</w:rPr></w:style>'
        for n, sz in ((1,36),(2,30),(3,26),(4,24)):
            x += st(f"Heading{n}", f"heading {n}", "Normal", f'<w:keepNext/><w:spacing w:before="280" w:after="120"/><w:jc w:val="left"/><w:outlineLvl w:val="{n-1}"/>', f'<w:b/><w:color w:val="1F3864"/><w:sz w:val="{sz}"/>')
        x += st("Title","Title","Normal",'<w:spacing w:after="240"/><w:jc w:val="left"/>','<w:b/><w:sz w:val="44"/>')
        x += st("Caption","caption","Normal",'<w:spacing w:after="120"/>','<w:b/><w:color w:val="404040"/>')
        x += st("ListBullet","List Bullet","Normal",'<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="720" w:hanging="360"/><w:contextualSpacing/>')
        x += st("Quote","Quote","Normal",'<w:ind w:left="567" w:right="567"/>')
        x += st("FootnoteText","footnote text","Normal",'<w:spacing w:after="0"/>')
        x += '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F9E"/><w:u w:val="single"/></w:rPr></w:style>'
        x += '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        x += '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
        x += '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        b = "".join(f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="444444"/>' for e in ("top","left","bottom","right","insideH","insideV"))
        x += f'<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{b}</w:tblBorders></w:tblPr></w:style>'
        return x + s.styles.replace("{N}", N) + '</w:styles>'
    def write(s, path, frag):
        st = s.st; T = s.flav == "gdocs"
        lv = (lambda n: n-1) if T else (lambda n: n)
        hd = (lambda t: "") if s.headless else (lambda t: s.H(lv(2), t))
        s.lv = lv
        b = s.pre + (s.h1 if s.h1 is not None else (s.P(st.title, "Title") if T else s.H(1, st.title))) + s.after_title
        pp = s.bodyp or (lambda t: s.P(t))
        b += pp(st.intro)+hd(st.heads[0])+pp(st.p1)
        b += (frag if s.pos == 0 else "")+pp(st.p2)+hd(st.heads[1])+pp(st.p3)
        if s.table: b += s.tbl(TAB)+s.P("The table lists what each agency gave to the review.", None, '<w:spacing w:before="160"/>')
        if s.picture: b += s.fig(descr=CHARTALT)
        b += (frag if s.pos == 1 else "")
        b += hd(st.heads[2])+pp("The partnership has agreed three actions.")+s.bul(st.acts)
        b += s.P(s.R("Anyone can ")+s.link("https://www.example.gov.uk/report-a-concern","report a concern about a child online")+s.R(" or speak to a social worker by phone."))+s.tail
        hx = ""
        if s.header: hx = f'<w:headerReference w:type="default" r:id="{s.rel("header","header1.xml")}"/>'
        doc = HDR+f'<w:document {NS} mc:Ignorable="w14"><w:body>{b}<w:sectPr>{hx}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1200" w:right="1300" w:bottom="1200" w:left="1300" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>'
        RT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        rl = [("rId1","styles","styles.xml",0),("rId2","numbering","numbering.xml",0),("rId3","settings","settings.xml",0)]
        if s.notes: rl.append(("rId4","footnotes","footnotes.xml",0))
        rl += [(f"rId{k+21}",t,g,e) for k,(t,g,e) in enumerate(s.rels)]
        rels = HDR+'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'+"".join(f'<Relationship Id="{a}" Type="{RT}{t}" Target="{xe(g)}"{" TargetMode=%sExternal%s"%(chr(34),chr(34)) if e else ""}/>' for a,t,g,e in rl)+'</Relationships>'
        def absn(i, fmt, txt): return f'<w:abstractNum w:abstractNumId="{i}"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="{txt}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        num = HDR+f'<w:numbering {NS}>'+absn(0,"bullet","•")+absn(1,"decimal","%1.")+'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
        CT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        parts = ["document.main","styles","numbering","settings"]+(["footnotes"] if s.notes else [])+(["header"] if s.header else [])
        fn = {"document.main":"document","header":"header1"}
        ct = HDR+'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'+"".join(f'<Override PartName="/word/{fn.get(p,p)}.xml" ContentType="{CT}{p}+xml"/>' for p in parts)+'<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
        tt = f"<dc:title>{xe(s.core_title)}</dc:title>" if s.core_title is not None else ""
        core = HDR+f'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{tt}<dc:creator>{xe(st.board)}</dc:creator><dc:language>{s.core_lang}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2024-03-11T09:00:00Z</dcterms:created></cp:coreProperties>'
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("[Content_Types].xml", ct)
            z.writestr("_rels/.rels", HDR+f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{RT}officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>')
            z.writestr("docProps/core.xml", core); z.writestr("word/document.xml", doc); z.writestr("word/_rels/document.xml.rels", rels)
            z.writestr("word/styles.xml", s.stylesxml()); z.writestr("word/numbering.xml", num)
            z.writestr("word/settings.xml", HDR+f'<w:settings {NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/></w:settings>')
            if s.header: z.writestr("word/header1.xml", HDR+f'<w:hdr {NS}>{s.header}</w:hdr>')
            if s.notes:
                nn = "".join(f'<w:footnote w:id="{k+1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>{s.R(" "+t)}</w:p></w:footnote>' for k,t in enumerate(s.notes))
                z.writestr("word/footnotes.xml", HDR+f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>{nn}</w:footnotes>')
            for n, dta in s.media.items(): z.writestr("word/media/"+n, dta)
    def note(s, t):
        s.notes.append(t); return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{len(s.notes)}"/></w:r>'
    def style(s, sid, name, based, ppr="", rpr="", typ="paragraph"):
        b = f'<w:basedOn w:val="{s.sid(based)}"/>' if based else ""
        s.styles += f'<w:style w:type="{typ}" w:customStyle="1" w:styleId="{sid}"><w:name w:val="{name}"/>{b}'+(f'<w:pPr>{ppr}</w:pPr>' if typ == "paragraph" else "")+f'<w:rPr>{rpr}</w:rPr></w:style>'

def h(d, n, t): return d.H(n-1 if d.flav == "gdocs" else n, t)

# ------------------------------------------------------------------ HTML
CSS = """body{font:1.125rem/1.5 Arial,sans-serif;color:#1d1d1d;background:#ffffff;margin:0}
.wrap{max-width:60rem;margin:0 auto;padding:0 1rem}
a{color:#00437a}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,video:focus-visible{outline:3px solid #0b0c0c;outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{position:static}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
table{border-collapse:collapse}th,td{border:1px solid #555555;padding:.4rem;text-align:left}
caption{font-weight:bold;text-align:left}
input,select,textarea{border:2px solid #333333;font:inherit;padding:.3rem;color:#1d1d1d;background:#ffffff}
button{font:inherit;padding:.5rem 1rem;background:#00437a;color:#ffffff;border:0}
img,video{max-width:100%;height:auto}
nav ul{padding:0;list-style:none}nav li{padding:.3rem 0}
"""
class W:
    def __init__(s, i, cms):
        s.st = Story(i); s.i = i; s.cms = cms; s.css = ""; s.head = ""; s.title = None; s.lang = ' lang="en-GB"' if i % 2 else ' lang="en"'
        s.vp = '<meta name="viewport" content="width=device-width, initial-scale=1">'; s.table = i % 3 == 1; s.picture = i % 3 == 2; s.pos = i % 2
        s.skip = None; s.mainopen = None; s.mainclose = "</main>"; s.h1 = None; s.tail = ""; s.headless = False; s.afterbody = ""; s.bodyattr = ""; s.pcls = ""; s.pretop = ""
        s.pc = {"wp":' class="wp-block-paragraph"',"drupal":"","umbraco":"","jadu":"","hand":"","gov":' class="govuk-body"'}[cms]
        s.hc = {"wp":' class="wp-block-heading"',"gov":' class="govuk-heading-m"'}.get(cms, "")
        s.hid = {"wp":"content","drupal":"main-content","umbraco":"main","jadu":"maincontent","hand":"main","gov":"main-content"}[cms]
    def p(s, t, raw=False, attr=None): return f'<p{s.pc if attr is None else attr}>{t if raw else esc(t)}</p>\n'
    def h(s, n, t): return f'<h{n}{s.hc}>{esc(t)}</h{n}>\n'
    def ul(s, items): return "<ul>\n"+"".join(f"<li>{esc(x)}</li>\n" for x in items)+"</ul>\n"
    def tbl(s, rows=TAB, cap="Agencies that took part"):
        return f"<table>\n<caption>{cap}</caption>\n<thead><tr>"+"".join(f'<th scope="col">{c}</th>' for c in rows[0])+"</tr></thead>\n<tbody>\n"+"".join("<tr>"+f'<th scope="row">{r[0]}</th>'+"".join(f"<td>{c}</td>" for c in r[1:])+"</tr>\n" for r in rows[1:])+"</tbody>\n</table>\n"
    def write(s, path, frag):
        st = s.st; e = esc
        hd = (lambda t: "") if s.headless else (lambda t: s.h(2, t))
        t = s.title if s.title is not None else f"<title>{e(st.title)} - {e(st.board)}</title>"
        skip = s.skip if s.skip is not None else f'<a class="skip" href="#{s.hid}">Skip to main content</a>'
        mo = s.mainopen if s.mainopen is not None else f'<main id="{s.hid}" tabindex="-1" class="wrap">'
        wrap = {"wp":('<article class="post-2041 page type-page hentry"><div class="entry-content">','</div></article>'),
                "drupal":('<article class="node node--type-report"><div class="field field--name-body">','</div></article>'),
                "umbraco":('<div class="umb-block-grid__layout-item"><div class="rte">','</div></div>'),
                "jadu":('<div class="content"><div class="editor">','</div></div>'),"hand":("",""),"gov":('<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">','</div></div>')}[s.cms]
        gen = {"wp":'<meta name="generator" content="WordPress 6.5">\n',"drupal":'<meta name="Generator" content="Drupal 10 (https://www.drupal.org)">\n'}.get(s.cms, "")
        h1 = s.h1 if s.h1 is not None else f"<h1>{e(st.title)}</h1>\n"
        x = f'<!DOCTYPE html>\n<html{s.lang}>\n<head>\n<meta charset="utf-8">\n{t}\n{s.vp}\n{gen}<style>\n{CSS}{s.css}</style>\n{s.head}</head>\n<body{s.bodyattr}>\n{skip}\n{s.pretop}'
        x += f'<header class="wrap"><p><a href="/">{e(st.board)} home</a></p>\n<nav aria-label="Main"><ul><li><a href="/reviews">Published reviews</a></li><li><a href="/training">Training for practitioners</a></li></ul></nav></header>\n{mo}\n{wrap[0]}\n{h1}'
        x += s.p(st.intro)+hd(st.heads[0])+s.p(st.p1)+(frag if s.pos == 0 else "")+s.p(st.p2)+hd(st.heads[1])+s.p(st.p3)
        if s.table: x += s.tbl()
        if s.picture: x += f'<figure><img src="/media/contacts-by-quarter.png" width="480" height="240" alt="{CHARTALT}"><figcaption>Contacts with the family by quarter</figcaption></figure>\n'
        x += (frag if s.pos == 1 else "")+hd(st.heads[2])+s.p("The partnership has agreed three actions.")+s.ul(st.acts)
        x += s.p('Anyone can <a href="/report-a-concern">report a concern about a child online</a> or speak to a social worker by phone.', True)+s.tail
        x += f'{wrap[1]}\n{s.mainclose}\n<footer class="wrap"><p><a href="/accessibility">Accessibility statement</a></p></footer>\n{s.afterbody}</body>\n</html>\n'
        open(path, "w", encoding="utf-8").write(x)

# ------------------------------------------------------------------ ODT
ONS = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for p,u in (("office","office"),("style","style"),("text","text"),("table","table"),("draw","drawing"),("fo","xsl-fo-compatible"),("svg","svg-compatible"),("meta","meta")))+' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
class O:
    def __init__(s, i, flav=None):
        s.st = Story(i+4); s.i = i; s.auto = ""; s.sty = ""; s.media = {}; s.meta_title = s.st.title; s.lang = ("en","GB"); s.meta_lang = "en-GB"
        s.table = i % 3 == 2; s.picture = i % 3 == 0; s.pos = i % 2; s.bs = "Text_20_body"; s.body_props = ""; s.std_rpr = ""
    def p(s, t, style=None, raw=False): return f'<text:p text:style-name="{style or s.bs}">{t if raw else xe(t)}</text:p>'
    def h(s, n, t, style=None): return f'<text:h text:style-name="{style or "Heading_20_%d"%n}" text:outline-level="{n}">{xe(t)}</text:h>'
    def ul(s, items): return '<text:list text:style-name="L1">'+"".join(f'<text:list-item>{s.p(x)}</text:list-item>' for x in items)+'</text:list>'
    def pic(s, title=None, desc=None, extra="", cap="Figure 1: Contacts with the family by quarter", kind="bars"):
        n = f"Pictures/img{len(s.media)+1}.png"; s.media[n] = PNGS[kind]
        inner = (f"<svg:title>{xe(title)}</svg:title>" if title else "")+(f"<svg:desc>{xe(desc)}</svg:desc>" if desc else "")
        return s.p(f'<draw:frame draw:name="Image{len(s.media)}" draw:style-name="gr1" text:anchor-type="as-char" svg:width="8cm" svg:height="4cm"{extra}><draw:image xlink:href="{n}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>{inner}</draw:frame>', raw=True)+(s.p(cap,"Caption") if cap else "")
    def row(s, r, st=None): return "<table:table-row>"+"".join((c if c.startswith("<table:") else f'<table:table-cell office:value-type="string" table:style-name="Cell">{s.p(c, st)}</table:table-cell>') for c in r)+"</table:table-row>"
    def tbl(s, rows=TAB, head=True, cap="Table 1: Agencies that took part"):
        x = (s.p(cap,"Caption") if cap else "")+f'<table:table table:name="Table{s.i}"><table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
        hr = s.row(rows[0], "Table_20_Heading")
        return x+(f"<table:table-header-rows>{hr}</table:table-header-rows>" if head else hr)+"".join(s.row(r) for r in rows[1:])+"</table:table>"
    def a(s, url, t): return f'<text:a xlink:type="simple" xlink:href="{url}" text:style-name="Internet_20_link">{xe(t)}</text:a>'
    def tprop(s, props, pprops=""): return (f"<style:paragraph-properties {pprops}/>" if pprops else "")+(f"<style:text-properties {props}/>" if props else "")
    def addauto(s, name, parent, props="", pprops="", fam="paragraph"):
        s.auto += f'<style:style style:name="{name}" style:family="{fam}"'+(f' style:parent-style-name="{parent}"' if parent else "")+f'>{s.tprop(props,pprops)}</style:style>'
    def addsty(s, name, parent, props="", pprops="", extra=""):
        s.sty += f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}"{extra}>{s.tprop(props,pprops)}</style:style>'
    def write(s, path, frag):
        st = s.st
        b = s.h(1, st.title)+s.p(st.intro)+s.h(2, st.heads[0])+s.p(st.p1)+(frag if s.pos == 0 else "")+s.p(st.p2)+s.h(2, st.heads[1])+s.p(st.p3)
        if s.table: b += s.tbl()
        if s.picture: b += s.pic("Chart of contacts", CHARTALT)
        b += (frag if s.pos == 1 else "")+s.h(2, st.heads[2])+s.p("The partnership has agreed three actions.")+s.ul(st.acts)
        b += s.p("Anyone can "+s.a("https://www.example.gov.uk/report-a-concern","report a concern about a child online")+" or speak to a social worker by phone.", raw=True)
        auto = '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="0.6cm" text:min-label-width="0.6cm"/></text:list-level-style-bullet></text:list-style><style:style style:name="gr1" style:family="graphic"/><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #444444" fo:padding="0.1cm"/></style:style>'
        content = HDR+f'<office:document-content {ONS} office:version="1.3"><office:automatic-styles>{auto}{s.auto}</office:automatic-styles><office:body><office:text>{b}</office:text></office:body></office:document-content>'
        def ps(n, disp, par, props="", pp="", ex=""): return f'<style:style style:name="{n}" style:display-name="{disp}" style:family="paragraph"'+(f' style:parent-style-name="{par}"' if par else "")+ex+f'>{s.tprop(props,pp)}</style:style>'
        lang = f'fo:language="{s.lang[0]}" fo:country="{s.lang[1]}" ' if s.lang else ""
        sx = f'<style:default-style style:family="paragraph"><style:text-properties fo:font-family="Arial" fo:font-size="12pt" fo:color="#1d1d1d" {lang}/></style:default-style>'
        sx += ps("Standard","Standard",None,s.std_rpr)+ps("Text_20_body","Text body","Standard","",'fo:margin-bottom="0.25cm" fo:line-height="130%" '+s.body_props)
        sx += ps("Heading","Heading","Standard",'fo:font-weight="bold"','fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"')
        for n, z in ((1,20),(2,16),(3,14),(4,12)): sx += ps(f"Heading_20_{n}",f"Heading {n}","Heading",f'fo:font-size="{z}pt"',"",f' style:default-outline-level="{n}"')
        sx += ps("Caption","Caption","Standard",'fo:font-weight="bold"')+ps("Table_20_Heading","Table Heading","Text_20_body",'fo:font-weight="bold"')+ps("Footnote","Footnote","Standard")
        sx += '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#0b4f9e" style:text-underline-style="solid"/></style:style>'
        styles = HDR+f'<office:document-styles {ONS} office:version="1.3"><office:styles>{sx}{s.sty}</office:styles></office:document-styles>'
        mt = f"<dc:title>{xe(s.meta_title)}</dc:title>" if s.meta_title is not None else ""
        meta = HDR+f'<office:document-meta {ONS} office:version="1.3"><office:meta>{mt}<dc:language>{s.meta_lang}</dc:language><dc:creator>{xe(st.board)}</dc:creator></office:meta></office:document-meta>'
        mani = HDR+'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'+"".join(f'<manifest:file-entry manifest:full-path="{n}" manifest:media-type="{"image/png" if n.endswith("png") else "text/xml"}"/>' for n in ["content.xml","styles.xml","meta.xml"]+list(s.media))+'</manifest:manifest>'
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
            for n, c in (("content.xml",content),("styles.xml",styles),("meta.xml",meta),("META-INF/manifest.xml",mani)): z.writestr(n, c)
            for n, c in s.media.items(): z.writestr(n, c)
# ================================================================== DOCX FAULTS
EX = "The reviewers agreed that each agency should test this finding against its own practice and report back within six months."
LONG = "The review team is grateful to every person who gave evidence. They spoke with honesty about what they saw, about what they feared and about what they wished they had done sooner. The team heard the same message in each meeting: people noticed, people worried, and people waited for someone else to act. The message is hard to hear, but it should guide the work of each service in the coming year."

@case("docx","fault","heading-fake","Paragraph 'Voice of the child': Normal, bold 15 pt, direct formatting","1.3.1", flav="word")
def _(d): return d.P("Voice of the child", None, '<w:keepNext/><w:spacing w:before="280" w:after="120"/>', '<w:b/><w:color w:val="1F3864"/><w:sz w:val="30"/>')+d.P(EX)
@case("docx","fault","heading-fake","Paragraph 'Work with fathers': style SectionBanner based on style with bold, no outline level","1.3.1", flav="lo")
def _(d):
    d.style("BannerBase","Banner Base","Normal",'<w:keepNext/><w:spacing w:before="240"/>','<w:b/><w:sz w:val="28"/>'); d.style("SectionBanner","Section Banner","BannerBase","",'<w:color w:val="1F3864"/>')
    return d.P("Work with fathers","SectionBanner")+d.P(EX)
@case("docx","fault","heading-skipped","Heading 'Missed appointments': level 4 (custom style based on heading 4) right after level 2","1.3.1", flav="word")
def _(d):
    d.style("TopicLine","Topic Line","Heading4","",'<w:sz w:val="26"/>'); d.pos = 1
    return d.P("Missed appointments","TopicLine")+d.P(EX)
@case("docx","fault","heading-empty","Heading 2 paragraph that holds only a line break and a space","1.3.1", flav="odd")
def _(d): return d.P('<w:r><w:br/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>',"Heading2")
@case("docx","fault","heading-missing","Whole report runs without section headings; only the title is a heading","1.3.1; 2.4.6", flav="word")
def _(d): d.headless = True; d.table = d.picture = False; return d.P(LONG)+d.P(EX)+d.P(LONG.replace("review team","panel"))
@case("docx","fault","title-poor","docProps/core.xml dc:title 'Document1'","2.4.2", flav="word")
def _(d): d.core_title = "Document1"; return d.P(EX)
@case("docx","fault","lang-wrong","styles.xml docDefaults w:lang fr-FR on an English report","3.1.1", flav="lo")
def _(d): d.dlang = '<w:lang w:val="fr-FR"/>'; return d.P(EX)
WEL = "Roeddwn i eisiau i rywun ofyn i mi sut oeddwn i'n teimlo. Doedd neb yn siarad fy iaith ac roeddwn i'n teimlo'n unig iawn."
@case("docx","fault","lang-part","Welsh quotation paragraph without w:lang","3.1.2", flav="word")
def _(d): return d.P("The young person wrote in Welsh to the panel:")+d.P(WEL,"Quote")
@case("docx","fault","alt-missing","Figure 1 (wp:docPr without descr)","1.1.1", flav="gdocs")
def _(d): d.picture = False; return d.fig(descr=None, name="image1.png")
@case("docx","fault","alt-missing","VML picture (w:pict v:shape without alt)","1.1.1", flav="word")
def _(d):
    d.picture = False; rid = d.blip("bars")
    return d.P(f'<w:r><w:pict><v:shape id="_x0000_i1025" type="#_x0000_t75" style="width:216pt;height:108pt"><v:imagedata r:id="{rid}" o:title=""/></v:shape></w:pict></w:r>', None, '<w:keepNext/>')+d.cap("Figure",1,"Contacts with the family by quarter")
@case("docx","fault","alt-poor","Figure 1 alt text 'A graph with blue squares. Description automatically generated'","1.1.1", flav="word")
def _(d): d.picture = False; return d.fig(descr="A graph with blue squares\n\nDescription automatically generated".replace("\n"," "))
@case("docx","fault","alt-decorative-wrong","Chart in Figure 1 marked as decorative although the text relies on it","1.1.1", flav="word")
def _(d): d.picture = False; return d.P("Figure 1 shows in which quarter most contacts took place.")+d.fig(descr="", deco=True)
@case("docx","fault","table-no-head","Table 1: no w:tblHeader, tblLook firstRow 0, head row only bold","1.3.1", flav="gdocs")
def _(d): d.table = False; return d.tbl(TAB, head=False)
@case("docx","fault","table-head-wrong-row","Table 1: the merged title row is marked as head, the real head row below is not","1.3.1", flav="word")
def _(d):
    d.table = False
    top = d.cell("Agencies and their records",9000,'<w:gridSpan w:val="3"/>','<w:b/>')
    t = d.tbl([(" "," "," ")]+[tuple(d.cell(c, 3000, rpr='<w:b/>') for c in TAB[0])]+TAB[1:])
    a = t.index("<w:tc>"); z = t.index("</w:tr>"); t = t[:a]+top+t[z:]
    return t
@case("docx","fault","table-typed","Referral figures set out with tabs in Normal paragraphs","1.3.1", flav="word")
def _(d):
    tb = '<w:tabs><w:tab w:val="left" w:pos="2800"/><w:tab w:val="left" w:pos="5600"/></w:tabs><w:spacing w:after="0"/>'
    rows = [("Quarter","Referrals","Closed"),("Spring","14","9"),("Summer","22","17"),("Autumn","19","12")]; d.table = False
    return d.P("Referrals to the front door were as follows.")+"".join(d.P('<w:r><w:t>'+'</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>'.join(r)+'</w:t></w:r>',None,tb) for r in rows)
@case("docx","fault","list-typed","Five lines in one paragraph, '- ' typed and split with line breaks","1.3.1", flav="word")
def _(d):
    it = ["school attendance notes","health visiting records","police missing reports","housing letters"]
    return d.P("The panel read:")+d.P('<w:r><w:br/></w:r>'.join(d.R("– "+x) for x in it))
@case("docx","fault","list-typed","Typed numbers '1)' with tab and hanging indent, no numPr","1.3.1", flav="lo")
def _(d): return d.P("The review asked three questions.")+"".join(d.P(f'<w:r><w:t>{n})</w:t></w:r><w:r><w:tab/></w:r>'+d.R(t),None,'<w:ind w:left="720" w:hanging="360"/>') for n,t in enumerate(["Was the child seen alone?","Was information shared in time?","Did managers challenge drift?"],1))
@case("docx","fault","link-vague","Link text 'here'","2.4.4", flav="gdocs")
def _(d): return d.P(d.R("The full terms of reference can be found ")+d.link("https://www.example.gov.uk/terms","here")+d.R("."))
@case("docx","fault","link-bare-url","Link text is a long web address","2.4.4", flav="word")
def _(d):
    u = "https://www.example.gov.uk/documents/s48213/Item%207%20Appendix%20B.pdf?T=9&id=48213"
    return d.P(d.R("The multi-agency protocol is at ")+d.link(u,u)+d.R("."))
@case("docx","fault","contrast-text","Paragraph in style SideRemark; colour A6A6A6 inherited from parent style","1.4.3", flav="odd")
def _(d):
    d.style("RemarkBase","Remark Base","Normal","",'<w:color w:val="A6A6A6"/>'); d.style("SideRemark","Side Remark","RemarkBase",'<w:ind w:left="400"/>')
    return d.P(EX,"SideRemark")
@case("docx","fault","contrast-text","Table 1 head row: dark blue text 1F3864 on blue fill 2E74B5","1.4.3", flav="word")
def _(d):
    d.table = False
    r0 = tuple(d.cell(c,3000,'<w:shd w:val="clear" w:color="auto" w:fill="2E74B5"/>','<w:b/><w:color w:val="1F3864"/>') for c in TAB[0])
    return d.tbl([r0]+TAB[1:])
@case("docx","fault","colour-alone","Table 1 column Progress: cells only filled red, amber or green, no words","1.4.1", flav="word")
def _(d):
    d.table = False; f = lambda c: d.cell("",3000,f'<w:shd w:val="clear" w:color="auto" w:fill="{c}"/>')
    return d.tbl([("Action","Lead","Progress"),("Share missed appointments","Health",f("C00000")),("Monthly case discussion","Social care",f("FFC000")),("Course for new staff","Training team",f("00B050"))],capt="Progress on actions")
@case("docx","fault","position-alone","Sentence 'the box on the right' as the only reference","1.3.3", flav="lo")
def _(d): return d.P("Practitioners should use the questions in the box on the right when they meet a family for the first time.")
@case("docx","fault","textbox-content","Key message in a floating text box (wp:anchor), outside the reading order","1.3.2", flav="word")
def _(d):
    return d.P('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2200000" cy="1100000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="7" name="Text Box 7" descr="Key message box"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2200000" cy="1100000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>'+d.P("Key message: a child who is not brought to an appointment has not chosen to stay away.")+'</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>'+d.R(EX))
@case("docx","fault","blank-lines","Five empty paragraphs used for room","good practice; 1.3.1", flav="gdocs")
def _(d): return d.P("")*5+d.P(EX)
@case("docx","fault","letters-apart","'n o t   s e e n   a l o n e' typed with spaces between letters, inside a sentence","1.3.2", flav="word")
def _(d): return d.P("The reviewers stress that on six visits the child was  n o t   s e e n   a l o n e  by any worker, and that no one recorded why.")
@case("docx","fault","caps","Paragraph in capitals by w:caps from style NoticeText","good practice (GOV.UK)", flav="odd")
def _(d): d.style("NoticeText","Notice Text","Normal","","<w:caps/>"); return d.P(EX,"NoticeText")
@case("docx","fault","symbol-font","Table 1: ticks and crosses as Wingdings w:sym, no words","1.1.1; 1.3.1", flav="word")
def _(d):
    d.table = False
    y = lambda c: d.cell(f'<w:p><w:r><w:sym w:font="Wingdings" w:char="{c}"/></w:r></w:p>')
    return d.tbl([("Agency","Chronology sent","Attended panel"),("School",y("F0FC"),y("F0FC")),("Police",y("F0FB"),y("F0FC")),("Housing",y("F0FC"),y("F0FB"))],capt="Part played by agencies")
@case("docx","fault","notes-by-hand","Superscript 1 and 2 typed; note texts typed at the end","1.3.1", flav="word")
def _(d):
    sup = lambda n: f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{n}</w:t></w:r>'
    d.tail = d.P(sup(1)+d.R(" Statutory guidance on working together, chapter 5."))+d.P(sup(2)+d.R(" Minutes of the panel, 14 March."))
    return d.P(d.R("The review followed national guidance")+sup(1)+d.R(" and was overseen by a panel")+sup(2)+d.R("."))
@case("docx","fault","field-no-name","Content control (w:sdt) to fill in, without alias, tag or label","1.3.1; 4.1.2", flav="word")
def _(d):
    return d.P("Please complete and return to the partnership.")+f'<w:sdt><w:sdtPr><w:id w:val="88123"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{d.P("Click or tap to enter text.")}</w:sdtContent></w:sdt>'
# ================================================================== DOCX CLEAN
@case("docx","clean","near-heading-fake","Bold run-in lead inside prose paragraphs","-", flav="word")
def _(d): return d.P(d.R("Good practice. ",'<w:b/>')+d.R(EX))+d.P(d.R("Area to improve. ",'<w:rStyle w:val="Strong"/>')+d.R("Plans should name one lead worker for each family."))
@case("docx","clean","near-heading-custom","Custom style without 'heading' in its name inherits outline level from heading 3","-", flav="odd")
def _(d): d.style("Rubriek","Rubriek klein","Heading3","",'<w:color w:val="5B2A6E"/>'); d.pos = 1; return d.P("Work with fathers","Rubriek")+d.P(EX)
@case("docx","clean","near-heading-custom","Custom style based on Normal with its own outlineLvl 1","-", flav="lo")
def _(d): d.style("PartLine","Part Line","Normal",'<w:keepNext/><w:outlineLvl w:val="1"/>','<w:b/><w:sz w:val="30"/>'); return d.P("Voice of the child","PartLine")+d.P(EX)
@case("docx","clean","near-alt-missing","Picture without descr but marked decorative (a true ornament line)","-", flav="word")
def _(d): d.picture = False; return d.pic(descr="", kind="line", deco=True).replace("<w:keepNext/>","")+d.P(EX)
@case("docx","clean","near-colour-alone","Progress column: cell fills and words","-", flav="word")
def _(d):
    d.table = False; f = lambda c,t,k: d.cell(t,3000,f'<w:shd w:val="clear" w:color="auto" w:fill="{c}"/>',f'<w:color w:val="{k}"/>')
    return d.tbl([("Action","Lead","Progress"),("Share missed appointments","Health",f("C00000","Overdue","FFFFFF")),("Monthly case discussion","Social care",f("FFC000","In hand","000000")),("Course for new staff","Training team",f("1E6B34","Done","FFFFFF"))],capt="Progress on actions")
@case("docx","clean","near-lang-part","Welsh quotation with w:lang cy-GB set in its character style","-", flav="word")
def _(d): d.style("WelshText","Welsh Text",None,"",'<w:lang w:val="cy-GB"/>',"character"); return d.P("The young person wrote in Welsh to the panel:")+d.P(d.R(WEL,'<w:rStyle w:val="WelshText"/>'),"Quote")
@case("docx","clean","near-position-alone","'right', 'left', 'above' and 'below' used without layout sense","-", flav="gdocs")
def _(d): return d.P("Every child has the right to be heard. The mother left the area in July, and the case fell below the threshold. Above all, the panel wants staff to trust their worries.")
@case("docx","clean","near-contrast","Grey 595959 text and white bold text on dark head row","-", flav="word")
def _(d):
    d.table = False; d.style("SoftText","Soft Text","Normal","",'<w:color w:val="595959"/>')
    r0 = tuple(d.cell(c,3000,'<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>','<w:b/><w:color w:val="FFFFFF"/>') for c in TAB[0])
    return d.P(EX,"SoftText")+d.tbl([r0]+TAB[1:])
@case("docx","clean","near-notes-by-hand","Real footnotes, and an ordinal with superscript 'th'","-", flav="word")
def _(d): return d.P(d.R("The panel met on the 14")+d.R("th",'<w:vertAlign w:val="superscript"/>')+d.R(" of March and followed national guidance.")+d.note("Statutory guidance on working together, chapter 5.")+d.R(" Its minutes are kept by the partnership.")+d.note("Minutes of the panel, spring term."))
@case("docx","clean","near-caps","Caps, italics and justify set by a style and switched off directly; acronyms in capitals","-", flav="lo")
def _(d):
    d.style("OldNotice","Old Notice","Normal",'<w:jc w:val="both"/>','<w:i/><w:caps/><w:color w:val="BFBFBF"/>')
    return d.P("The MARAC, the MASH and the ICB each sent a chronology. "+EX,"OldNotice",'<w:jc w:val="left"/>','<w:i w:val="0"/><w:caps w:val="0"/><w:color w:val="1D1D1D"/>')
@case("docx","clean","near-list-typed","Paragraphs that begin with dates or clause numbers, and a real numbered list","-", flav="word")
def _(d): return d.P("12 March was the first time that the school shared its notes.")+d.P("2.5 visits a month was the average, against a plan of four.")+d.P("The review asked three questions.")+d.num(["Was the child seen alone?","Was information shared in time?","Did managers challenge drift?"])
@case("docx","clean","near-blank-lines","Room made with w:spacing; one single empty paragraph after a table","-", flav="word")
def _(d):
    d.table = False; return d.tbl(TAB)+d.P("",None,'<w:spacing w:after="0"/>')+d.P(EX,None,'<w:spacing w:before="600"/>')
@case("docx","clean","near-link-vague","Links whose text includes 'here', 'more' and 'click' in a full name","-", flav="odd")
def _(d): return d.P(d.R("Read ")+d.link("https://www.example.gov.uk/here-for-you","Here for You, the helpline for young carers")+d.R(" and ")+d.link("https://www.example.gov.uk/one-click","One Click More, a guide to online safety")+d.R("."))
@case("docx","clean","near-italics","Short italic title and one underlined link only; field with alias","-", flav="word")
def _(d):
    return d.P(d.R("The panel also drew on ")+d.R("Seen and Heard",'<w:i/>')+d.R(", a study of family court cases."))+d.P("Response of your agency")+f'<w:sdt><w:sdtPr><w:alias w:val="Response of your agency"/><w:tag w:val="response"/><w:id w:val="4412"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{d.P("Type the response of your agency.")}</w:sdtContent></w:sdt>'

# ================================================================== HTML FAULTS
@case("html","fault","heading-fake","<p class='h3'><strong> 'Voice of the child' styled as heading","1.3.1", flav="wp")
def _(d): d.css = ".h3{font-size:1.5rem;margin-top:2rem}"; return '<p class="h3 wp-block-paragraph"><strong>Voice of the child</strong></p>\n'+d.p(EX)
@case("html","fault","heading-skipped","role=heading aria-level=5 straight after level 2","1.3.1", flav="umbraco")
def _(d): d.pos = 1; return '<div class="rte-sub" role="heading" aria-level="5">Work with fathers</div>\n'+d.p(EX)
@case("html","fault","heading-empty","<h2> with only &nbsp; in a span (editor left-over)","1.3.1", flav="jadu")
def _(d): return '<h2><span style="font-weight:normal">&nbsp;</span></h2>\n'+d.p(EX)
@case("html","fault","title-poor","<title>Node 2041 | Home</title> says nothing about the page","2.4.2", flav="drupal")
def _(d): d.title = "<title>Node 2041 | Home</title>"; return d.p(EX)
@case("html","fault","lang-missing","<html> without lang; only http-equiv content-language","3.1.1", flav="hand")
def _(d): d.lang = ""; d.head = '<meta http-equiv="content-language" content="en-GB">\n'; return d.p(EX)
@case("html","fault","lang-part","Polish blockquote without lang","3.1.2", flav="wp")
def _(d): return d.p("The grandmother wrote to the panel in Polish:")+'<blockquote class="wp-block-quote"><p>Prosiłam o pomoc wiele razy. Nikt nie zapytał mnie, co widziałam w domu, ani czego się bałam.</p></blockquote>\n'+d.p("She said that she had asked for help many times and that nobody had asked what she saw or feared.")
@case("html","fault","alt-missing","Inline SVG chart, role=img without name (title element empty)","1.1.1", flav="hand")
def _(d): d.picture = False; return '<figure><svg role="img" viewBox="0 0 200 90" width="400" height="180"><title></title><rect x="10" y="40" width="30" height="50" fill="#00437a"/><rect x="60" y="10" width="30" height="80" fill="#00437a"/><rect x="110" y="25" width="30" height="65" fill="#00437a"/></svg><figcaption>Contacts with the family by quarter</figcaption></figure>\n'
@case("html","fault","alt-poor","img alt is the file name","1.1.1", flav="wp")
def _(d): d.picture = False; return '<figure class="wp-block-image size-large"><img src="/wp-content/uploads/2024/03/Chart1_final-v2-1024x512.png" alt="Chart1_final-v2" class="wp-image-2077" width="512" height="256"><figcaption class="wp-element-caption">Contacts with the family by quarter</figcaption></figure>\n'
@case("html","fault","link-no-name","Linked picture with alt='' and no other text","2.4.4; 4.1.2; 1.1.1", flav="drupal")
def _(d): return d.p("The partnership also publishes a yearly report.")+'<div class="media media--type-image"><a href="/yearly-report"><img src="/sites/default/files/cover.png" alt="" width="120" height="170"></a></div>\n'
@case("html","fault","table-no-head","Table with caption, head row of td with <strong>","1.3.1", flav="drupal")
def _(d):
    d.table = False
    return "<table>\n<caption>Agencies that took part</caption>\n<tbody>"+"<tr>"+"".join(f"<td><strong>{c}</strong></td>" for c in TAB[0])+"</tr>\n"+"".join("<tr>"+"".join(f"<td>{c}</td>" for c in r)+"</tr>\n" for r in TAB[1:])+"</tbody></table>\n"
@case("html","fault","table-typed","Data table made of div with CSS grid, no roles","1.3.1", flav="umbraco")
def _(d):
    d.table = False; d.css = ".g{display:grid;grid-template-columns:1fr 2fr 1fr;border-bottom:1px solid #555555}.g.top{font-weight:bold}.g>div{padding:.4rem}"
    return '<div class="gridtable">'+"".join(f'<div class="g{" top" if i==0 else ""}">'+"".join(f"<div>{c}</div>" for c in r)+"</div>\n" for i,r in enumerate(TAB))+"</div>\n"
@case("html","fault","list-typed","Bullets typed with &bull; and <br>","1.3.1", flav="jadu")
def _(d): return d.p("The panel read:")+"<p>&bull; school attendance notes<br>&bull; health visiting records<br>&bull; police missing reports<br>&bull; housing letters</p>\n"
@case("html","fault","link-vague","Three 'Read more' links with different targets and no context","2.4.4", flav="wp")
def _(d):
    return '<div class="wp-block-buttons">'+"".join(f'<div class="wp-block-button"><a class="wp-block-button__link" href="/{u}">Read more</a></div>' for u in ("terms","timeline","family-leaflet"))+"</div>\n"
@case("html","fault","contrast-text","Class .meta: colour by CSS custom property, #8c8c8c on #f3f3f3","1.4.3", flav="gov")
def _(d): d.css = ":root{--ink-soft:#8c8c8c;--panel:#f3f3f3}.meta{color:var(--ink-soft);background:var(--panel);padding:.5rem}"; return f'<p class="govuk-body meta">{EX}</p>\n'
@case("html","fault","contrast-nontext","Text field border #dddddd on white is the only sign of the field","1.4.11", flav="hand")
def _(d): d.css = ".fb input{border:1px solid #dddddd}"; return '<form action="/feedback" method="post" class="fb"><p><label for="fb1">Your comment on this report</label><br><input id="fb1" name="c" type="text"></p><p><button type="submit">Send comment</button></p></form>\n'
@case("html","fault","link-colour-alone","Link in prose set apart by colour only (text-decoration none, contrast with text under 3:1)","1.4.1", flav="umbraco")
def _(d): d.css = ".rte .inl{color:#00437a;text-decoration:none}"; return d.p('The panel followed the <a class="inl" href="/learning-framework">learning framework for local reviews</a> and met four times before the report was agreed.', True)
@case("html","fault","captions-missing","Film with speech, video without track","1.2.2", flav="hand")
def _(d): return d.p("In this film the chair of the panel talks about the three main lessons.")+'<video controls width="480" height="270" title="The chair on the three main lessons"><source src="/media/chair-lessons.mp4" type="video/mp4"></video>\n'+'<p><a href="/media/chair-lessons-described.html">Descriptive version of the pictures in the film about the three main lessons</a></p>\n'
@case("html","fault","movement-no-pause","News strip moves for ever by CSS animation, no stop","2.2.2", flav="drupal")
def _(d): d.css = "@keyframes slip{from{transform:translateX(100%)}to{transform:translateX(-100%)}}.strip{overflow:hidden}.strip p{animation:slip 14s linear infinite}"; return '<div class="strip"><p>Training on neglect starts in May. Book a place with your manager.</p></div>\n'
@case("html","fault","zoom-blocked","meta viewport maximum-scale=1, user-scalable=no","1.4.4", flav="jadu")
def _(d): d.vp = '<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1, user-scalable=no">'; return d.p(EX)
@case("html","fault","focus-hidden","a:focus and a:focus-visible outline 0 !important, no other focus mark","2.4.7", flav="wp")
def _(d): d.css = "a:focus,a:focus-visible,button:focus-visible{outline:0 !important;box-shadow:none}"; return d.p(EX)
@case("html","fault","focus-order","tabindex 3, 2, 1 on links in a list","2.4.3", flav="hand")
def _(d): return '<ul><li><a href="/terms" tabindex="3">Terms of reference</a></li><li><a href="/timeline" tabindex="1">Timeline of the case</a></li><li><a href="/leaflet" tabindex="2">Leaflet for families</a></li></ul>\n'
@case("html","fault","keyboard","span with onclick opens the timeline; no role, tabindex or key handler","2.1.1; 4.1.2", flav="drupal")
def _(d): d.css = ".opener{cursor:pointer;color:#00437a;text-decoration:underline}"; return '<p><span class="opener" onclick="document.getElementById(\'tl\').hidden=!document.getElementById(\'tl\').hidden">Show the timeline of the case</span></p>\n<div id="tl" hidden><p>The first contact was in March and the last in December.</p></div>\n'
@case("html","fault","field-no-name","Search field named only by placeholder","3.3.2; 4.1.2", flav="gov")
def _(d): d.css = "input::placeholder{color:#505a5f}"; return '<form action="/search" role="search" aria-label="Reviews"><input type="search" name="q" placeholder="Search all reviews"> <button type="submit">Search</button></form>\n'
@case("html","fault","label-not-in-name","Button shows 'Send comment', aria-label 'Submit form 2'","2.5.3", flav="umbraco")
def _(d): return '<form action="/feedback" method="post"><p><label for="fb2">Your comment on this report</label><br><input id="fb2" name="c" type="text"></p><p><button type="submit" aria-label="Submit form 2">Send comment</button></p></form>\n'
@case("html","fault","group-no-legend","Radio buttons Yes/No in a div, question only in a <p>","1.3.1; 3.3.2", flav="hand")
def _(d): return '<form action="/feedback" method="post"><div class="q"><p>Was this report useful to you?</p><p><input type="radio" id="y" name="u" value="y"> <label for="y">Yes</label></p><p><input type="radio" id="n" name="u" value="n"> <label for="n">No</label></p></div><p><button type="submit">Send answer</button></p></form>\n'
@case("html","fault","frame-no-title","iframe with map, no title","4.1.2; 2.4.1", flav="jadu")
def _(d): return d.p("The map shows where the family support centres are. Their addresses are in the list of centres.")+'<iframe src="https://maps.example.org/embed?id=22" width="480" height="270" name="mapframe"></iframe>\n<p><a href="/centres">List of family support centres with addresses</a></p>\n'
@case("html","fault","justified","text-align: justify on the article by class","1.4.8 (AAA); good practice", flav="wp")
def _(d): d.css = ".entry-content>p.has-text-align-justify{text-align:justify}"; return f'<p class="wp-block-paragraph has-text-align-justify">{LONG}</p>\n'
@case("html","fault","css-image-content","State of each action (late, done) shown only by CSS background image on an empty span","1.1.1 (F3)", flav="gov")
def _(d):
    d.css = ".st{display:inline-block;width:24px;height:24px;background:url(/assets/late.svg) no-repeat}.st.ok{background-image:url(/assets/done.svg)}"
    return '<ul><li>Share missed appointments <span class="st"></span></li><li>Monthly case discussion <span class="st ok"></span></li><li>Course for new staff <span class="st"></span></li></ul>\n'
@case("html","fault","aria-hidden-content","Paragraph with a key finding inside aria-hidden=true","1.3.1; 4.1.2", flav="umbraco")
def _(d): return f'<div class="callout" aria-hidden="true"><p>Key finding: {d.st.k} was not seen alone on any of the six visits.</p></div>\n'
@case("html","fault","skip-broken","Skip link points to #content-area, an id that is not on the page","2.4.1", flav="drupal")
def _(d): d.skip = '<a class="skip" href="#content-area">Skip to main content</a>'; return d.p(EX)
@case("html","fault","focus-obscured","Fixed notice bar 60vh high, no close, no scroll-padding, covers focused links","2.4.11", flav="hand")
def _(d): d.css = "body{padding-bottom:62vh}.bar{position:fixed;bottom:0;left:0;right:0;height:60vh;background:#f3f3f3;color:#1d1d1d;padding:1rem}"; d.afterbody = '<aside class="bar" aria-label="Notice"><p>This site stores your choices for one year.</p></aside>\n'; return d.p(EX)

# ================================================================== HTML CLEAN
@case("html","clean","near-heading-fake","Bold lead-in in prose; role=heading with right level","-", flav="wp")
def _(d): d.pos = 1; return '<div role="heading" aria-level="3">Work with fathers</div>\n'+d.p("<strong>Good practice.</strong> "+EX, True)
@case("html","clean","near-alt-missing","Ornament alt='' and SVG icon aria-hidden beside its word","-", flav="drupal")
def _(d): return '<p><img src="/sites/default/files/divider.png" alt="" width="240" height="6"></p>\n<p><svg aria-hidden="true" focusable="false" width="16" height="16" viewBox="0 0 16 16"><path d="M2 8l4 4 8-8" fill="none" stroke="#1e6b34"/></svg> Done: course for new staff</p>\n'
@case("html","clean","near-table-layout","Layout table with role=presentation in reading order","-", flav="jadu")
def _(d): d.css = ".lay td{border:0}"; return '<table role="presentation" class="lay"><tr><td><p>The panel was led by a reviewer from outside the area.</p></td><td><p>It met four times and heard from the family.</p></td></tr></table>\n'
@case("html","clean","near-link-vague","'Read more' links completed by visually hidden text or aria-labelledby","-", flav="wp")
def _(d): return '<ul><li><a href="/terms">Read more<span class="vh"> about the terms of reference</span></a></li><li><a href="/timeline">Read more<span class="vh"> in the timeline of the case</span></a></li></ul>\n<p id="fl">Leaflet for families</p>\n<p><a id="rm" href="/leaflet" aria-labelledby="rm fl">Read more</a></p>\n'
@case("html","clean","near-focus-hidden","outline 0 but a thick box-shadow and border on focus","-", flav="gov")
def _(d): d.css = "a:focus,a:focus-visible{outline:3px solid transparent;background:#ffdd00;color:#0b0c0c;box-shadow:0 -2px #ffdd00,0 4px #0b0c0c;text-decoration:none}"; return d.p(EX)
@case("html","clean","near-captions","Video with captions track, described version and transcript","-", flav="hand")
def _(d): return '<video controls width="480" height="270" title="The chair on the three main lessons"><source src="/media/chair-lessons.mp4" type="video/mp4"><track kind="captions" srclang="en" label="English" src="/media/chair-lessons.vtt" default><track kind="descriptions" srclang="en" label="Descriptions" src="/media/chair-desc.vtt"></video>\n<p><a href="/media/chair-lessons-transcript">Transcript and described version of the film about the three main lessons</a></p>\n'
@case("html","clean","near-zoom","viewport maximum-scale=5; rem sizes","-", flav="umbraco")
def _(d): d.vp = '<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=5, user-scalable=yes">'; return d.p(EX)
@case("html","clean","near-field-no-name","Fields named by wrapping label, hidden label and aria-label; fieldset with legend","-", flav="hand")
def _(d): return '<form action="/search" role="search" aria-label="Reviews"><label class="vh" for="q1">Search all reviews</label><input type="search" id="q1" name="q" placeholder="For example, neglect"> <button type="submit" aria-label="Search all reviews">Search</button></form>\n<form action="/feedback" method="post"><fieldset><legend>Was this report useful to you?</legend><p><label><input type="radio" name="u" value="y"> Yes</label></p><p><label><input type="radio" name="u" value="n"> No</label></p></fieldset><p><button type="submit">Send answer</button></p></form>\n'.replace(' placeholder="For example, neglect"','')
@case("html","clean","near-movement","Short animation, once, under prefers-reduced-motion no-preference","-", flav="drupal")
def _(d): d.css = "@keyframes in{from{opacity:.9}to{opacity:1}}@media (prefers-reduced-motion:no-preference){.fade{animation:in .4s ease-out 1}}"; return f'<div class="fade">{d.p(EX)}</div>\n'
@case("html","clean","near-link-colour","Link without underline but with border-bottom; Polish quote with lang","-", flav="umbraco")
def _(d): d.css = ".rte .inl{text-decoration:none;border-bottom:2px solid #00437a}"; return d.p('The panel followed the <a class="inl" href="/learning-framework">learning framework for local reviews</a> at each meeting.', True)+'<blockquote lang="pl"><p>Prosiłam o pomoc wiele razy.</p></blockquote>\n'+d.p("She said that she had asked for help many times.")
@case("html","clean","near-keyboard","Native details/summary and a real button with aria-expanded; tabindex 0 and -1 only","-", flav="gov")
def _(d): return '<details><summary>Show the timeline of the case</summary><p>The first contact was in March and the last in December.</p></details>\n<p><button type="button" aria-expanded="false" aria-controls="ag" onclick="var x=document.getElementById(\'ag\');x.hidden=!x.hidden;this.setAttribute(\'aria-expanded\',String(!x.hidden))">Agencies that gave evidence</button></p>\n<div id="ag" hidden><p>Health, school and police.</p></div>\n'

# ================================================================== ODT FAULTS
@case("odt","fault","heading-fake","text:p with automatic style (bold 16pt) 'Voice of the child'","1.3.1")
def _(d): d.addauto("P1","Text_20_body",'fo:font-weight="bold" fo:font-size="16pt"','fo:margin-top="0.5cm" fo:keep-with-next="always"'); return d.p("Voice of the child","P1")+d.p(EX)
@case("odt","fault","alt-missing","draw:frame without svg:title or svg:desc","1.1.1")
def _(d): d.picture = False; return d.pic()
@case("odt","fault","table-no-head","Table 1: no table:table-header-rows, only bold first row","1.3.1")
def _(d): d.table = False; return d.tbl(head=False)
@case("odt","fault","lang-wrong","Default style fo:language de on an English text","3.1.1")
def _(d): d.lang = ("de","DE"); return d.p(EX)
@case("odt","fault","title-missing","meta.xml without dc:title","2.4.2")
def _(d): d.meta_title = None; return d.p(EX)
@case("odt","fault","tiny","Paragraph style Small inherits 7pt from parent style","good practice (12pt minimum)")
def _(d): d.addsty("SmallBase","Text_20_body",'fo:font-size="7pt"'); d.addsty("Small","SmallBase","",'fo:margin-left="0.3cm"'); return d.p(EX,"Small")
@case("odt","fault","italics-long","Whole long paragraph in italics by automatic style","good practice")
def _(d): d.addauto("P2","Text_20_body",'fo:font-style="italic" style:font-style-asian="italic"'); return d.p(LONG,"P2")
@case("odt","fault","colour-alone","Actions in red text are late; stated only by colour","1.4.1")
def _(d):
    d.addauto("T1",None,'fo:color="#b00000"',fam="text")
    li = "".join(f'<text:list-item>{d.p(x, raw=True)}</text:list-item>' for x in ["Send the chronology",'<text:span text:style-name="T1">Meet the family</text:span>',"Read the housing file"])
    return d.p("The tasks of the panel were as follows. Tasks in red are late.")+f'<text:list text:style-name="L1">{li}</text:list>'
# ================================================================== ODT CLEAN
@case("odt","clean","near-heading-custom","text:h with automatic style whose parent is Heading 3","-")
def _(d): d.pos = 1; d.addauto("P3","Heading_20_3",'fo:color="#5b2a6e"'); return d.h(3,"Work with fathers","P3")+d.p(EX)
@case("odt","clean","near-lang-part","Welsh quotation with fo:language cy in its span style","-")
def _(d): d.addauto("T2",None,'fo:language="cy" fo:country="GB"',fam="text"); return d.p("The young person wrote in Welsh to the panel:")+d.p(f'<text:span text:style-name="T2">{xe(WEL)}</text:span>',raw=True)
@case("odt","clean","near-alt-missing","Ornament frame marked loext:decorative","-")
def _(d):
    d.picture = False; d.auto += '<style:style style:name="gr2" style:family="graphic"><style:graphic-properties loext:decorative="true"/></style:style>'
    return d.pic(extra=' loext:decorative="true"', cap=None, kind="line").replace('"gr1"','"gr2"')+d.p(EX)
@case("odt","clean","near-notes-by-hand","Real text:note footnote and a bold label run-in","-")
def _(d):
    d.addauto("T3",None,'fo:font-weight="bold"',fam="text")
    return d.p('<text:span text:style-name="T3">Method.</text:span> The review followed national guidance<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'+d.p("Statutory guidance on working together, chapter 5.","Footnote")+'</text:note-body></text:note>.',raw=True)
@case("odt","clean","near-italics","Parent style is italic, justified and pale grey; child style switches all off","-")
def _(d):
    d.addsty("Pale","Text_20_body",'fo:font-style="italic" fo:color="#bbbbbb"','fo:text-align="justify"'); d.addsty("PaleOff","Pale",'fo:font-style="normal" fo:color="#222222"','fo:text-align="start"')
    return d.p(LONG,"PaleOff")

# ================================================================== main
def main(out):
    os.makedirs(out, exist_ok=True)
    order = list(range(len(CASES))); random.Random(2207).shuffle(order)
    lab = ["file\tkind\tfault\twhere\tstandard"]
    for n, ci in enumerate(order, 1):
        fmt, kind, fault, where, std, fn, opt = CASES[ci]
        name = f"review-{n:03d}.{fmt}"; path = os.path.join(out, name)
        d = {"docx":D,"html":W,"odt":O}[fmt](ci, opt.get("flav"))
        d.write(path, fn(d))
        lab.append("\t".join((name, kind, fault, where, std)))
    open(os.path.join(out, "labels.tsv"), "w", encoding="utf-8").write("\n".join(lab)+"\n")
    print(len(order), "files")
if __name__ == "__main__":
    if len(sys.argv) != 2: sys.exit("usage: make.py OUTDIR")
    main(sys.argv[1])
