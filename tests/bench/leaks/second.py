#!/usr/bin/python3
"""make.py OUTDIR - invented safeguarding review reports, leaking and clean, with labels.tsv.
Every person, board and place is invented. NHS numbers are of the test range 999 000 0000."""
import sys, os, io, re, random, zipfile, zlib, base64, struct, json, html as H, tempfile
from xml.sax.saxutils import escape as E
import fitz
from PIL import Image, ImageDraw, ImageFont, ImageFilter

OUT = sys.argv[1] if len(sys.argv) > 1 else "out"
os.makedirs(OUT, exist_ok=True)
ITEMS = []                      # (ext, kind, way, secret, seen, bytes, forced name)

def add(ext, kind, way, secret, seen, data, name=None):
    ITEMS.append((ext, kind, way, secret, seen, data, name))

# ------------------------------------------------------------------ the words of a report
PLACES = ["Northmere", "Calderbrook", "Westhaven", "Eastmarsh", "Thornley Vale", "Harrowdale", "Saltersea", "Midfordshire"]
KINDS = ["Local Child Safeguarding Practice Review", "Serious Case Review", "Learning Review", "Rapid Review Summary"]
INTRO = ["This review was commissioned by the {b} after {c} was brought to hospital with injuries that could not be explained.",
 "The {b} agreed that the case met the criteria for a review under Working Together to Safeguard Children.",
 "The purpose of the review is to learn, and not to apportion blame. Family members and professionals are described by their role.",
 "The time under review runs from the birth of {c} to the strategy discussion held in the following spring.",
 "Eleven agencies gave information reports and a learning event was attended by twenty-three practitioners."]
HIST = ["{c} was the second child of the mother and lived with her, a half-sibling and, for some of the time, the mother's partner.",
 "The mother had herself been known to children's services as a teenager and spent two years in foster care.",
 "The father of {c} did not live in the household but had contact at weekends until shortly before the incident.",
 "The health visitor made a universal plus offer at the new birth visit because of low mood and poor housing.",
 "There were four attendances at the emergency department in nine months, each seen by a different clinician.",
 "A child in need plan was opened and closed within ten weeks, before the housing move had taken place.",
 "The maternal grandmother told the review that she had tried three times to share her worries with professionals.",
 "The school noticed that the half-sibling was often tired and hungry, and recorded this on its own system only.",
 "Police attended the home twice for reports of domestic abuse. On neither occasion was {c} seen awake.",
 "Missed appointments were recorded as did not attend, and no one asked who should have brought the child."]
FIND = ["Professional curiosity about the men in the household was limited, and the partner was invisible in most records.",
 "Information was held in separate systems and the whole picture was not put together until after the event.",
 "Supervision took place but was directed to the completion of tasks and not to reflection.",
 "The voice of {c} is hard to find in the records, although the nursery described a watchful and quiet child.",
 "Thresholds were understood differently by the hospital and by the front door team.",
 "There was good practice by the community nursery nurse, who persisted when the family did not open the door.",
 "The changes of social worker, five in fourteen months, weakened the relationship with the mother.",
 "The bruising protocol was known to staff, but was not followed out of hours."]
REC = ["The {b} should seek assurance that the protocol on bruising in babies who are not mobile is followed at all hours.",
 "Partner agencies should review how they record the details of fathers and of other men in the household.",
 "The Integrated Care Board should report on the use of the Was Not Brought policy in six months.",
 "Children's social care should audit the step-down of child in need plans in the last year.",
 "The learning should be shared in a short briefing for front line practitioners."]

class Rep:
    def __init__(s, seed, named_author=None):
        r = s.r = random.Random(seed)
        s.place = r.choice(PLACES)
        s.board = s.place + r.choice([" Safeguarding Children Partnership", " Safeguarding Children Board", " Safeguarding Partnership"])
        s.child = "Child " + r.choice("ABCDEFGHJKLMT")
        s.kind = r.choice(KINDS); s.year = r.randint(2014, 2023)
        s.title = "%s: %s" % (s.kind, s.child)
        f = lambda t: t.format(b=s.board, c=s.child)
        pick = lambda L, n: [f(t) for t in sorted(r.sample(L, n), key=L.index)]
        def paras(L):
            o = []
            while L:
                k = r.choice([2, 2, 3]); o.append(("p", " ".join(L[:k]))); L = L[k:]
            return o
        s.blocks = [("title", s.title), ("sub", "%s, %s %d" % (s.board, r.choice(["March", "June", "October", "January"]), s.year))]
        if named_author: s.blocks.append(("sub", "Independent reviewer: " + named_author))
        s.blocks += [("h", "1. Introduction")] + paras(pick(INTRO, r.randint(4, 5)))
        s.blocks += [("h", "2. The family and what happened")] + paras(pick(HIST, r.randint(6, 9)))
        s.mid = len(s.blocks)
        s.blocks += [("h", "3. Findings")] + paras(pick(FIND, r.randint(5, 7)))
        s.blocks += [("h", "4. Recommendations")] + [("li", x) for x in pick(REC, r.randint(3, 5))]
    def put(s, *bl, where="mid"):
        i = {"mid": s.mid, "top": 2, "end": len(s.blocks), "intro": 4}[where]
        s.blocks[i:i] = list(bl); return s

SEED = [100]
def rep(**k):
    SEED[0] += 1; return Rep(SEED[0], **k)

# ------------------------------------------------------------------ pictures
def font(sz, bold=False):
    for p in ["/usr/share/fonts/truetype/liberation2/LiberationSans-%s.ttf" % ("Bold" if bold else "Regular"),
              "/usr/share/fonts/truetype/dejavu/DejaVuSans%s.ttf" % ("-Bold" if bold else "")]:
        if os.path.exists(p): return ImageFont.truetype(p, sz)
    return ImageFont.load_default()

def photo(w=480, h=320, seed=1):
    """a dull picture: sky, a building, grass"""
    r = random.Random(seed); im = Image.new("RGB", (w, h)); d = ImageDraw.Draw(im)
    for y in range(h):
        t = y / h; d.line([(0, y), (w, y)], fill=(int(150 + 60*t), int(180 + 40*t), 225) if t < .6 else (90, int(140 - 50*t), 70))
    x = w // 5
    d.rectangle([x, h*.25, w-x, h*.72], fill=(150 + r.randint(-20, 20), 110, 90))
    for i in range(5):
        for j in range(3):
            d.rectangle([x+20+i*(w-2*x-40)/5, h*.3+j*h*.13, x+20+i*(w-2*x-40)/5+24, h*.3+j*h*.13+20], fill=(210, 225, 235))
    return im.filter(ImageFilter.GaussianBlur(.8))

def enc(im, fmt="JPEG", **k):
    b = io.BytesIO(); im.save(b, fmt, **k); return b.getvalue()

def with_exif(im, tags, ifd=None):
    ex = Image.Exif()
    for k, v in tags.items(): ex[k] = v
    return enc(im, "JPEG", quality=85, exif=ex.tobytes())

def with_iptc(jpg, caption):
    def ds(n, v): v = v.encode(); return b"\x1c\x02" + bytes([n]) + struct.pack(">H", len(v)) + v
    d = ds(120, caption) + ds(116, "Community Nursing")
    if len(d) % 2: d += b"\0"
    seg = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(d)) + d
    return jpg[:2] + b"\xff\xed" + struct.pack(">H", len(seg) + 2) + seg + jpg[2:]

def form_photo(lines, w=620, h=560, hide=None):
    """photo of a form; `lines` are (y, text)"""
    im = Image.new("RGB", (w, h), (236, 232, 222)); d = ImageDraw.Draw(im)
    d.rectangle([20, 20, w-20, h-20], outline=(90, 90, 90), width=2)
    for y, t in lines: d.text((45, y), t, fill=(30, 30, 45), font=font(24))
    return im.rotate(.4, fillcolor=(200, 195, 180), resample=Image.BICUBIC)

# ------------------------------------------------------------------ PDF by hand, on fitz objects
FONTS = {"helv": ("helv", "hebo"), "tiro": ("tiro", "tibo")}
TTF = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"
TTB = "/usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf"

class Pdf:
    def __init__(s, rep, font="helv", size=10.5, bg=None, cb=None, media=None, footer=True, margin=64):
        s.doc = fitz.open(); s.rep = rep; s.size = size; s.bg = bg; s.cb = cb; s.footer = footer
        s.ttf = font == "ttf" and os.path.exists(TTF)
        if font == "ttf" and not s.ttf: font = "helv"
        s.ff = None if s.ttf else FONTS[font]
        if s.ttf: s.fo = {"ttf": fitz.Font(fontfile=TTF), "ttb": fitz.Font(fontfile=TTB)}; s.ff = ("ttf", "ttb")
        s.W, s.HH = media or (595, 842); s.m = margin
        s.pages = []; s.ops = []; s.res = []; s.lines = []; s.rects = []; s.n = 0
        s.newpage()
    def newpage(s):
        s.doc.new_page(width=s.W, height=s.HH); s.pages.append(len(s.pages)); s.ops.append([]); s.res.append({"XObject": {}, "Properties": {}, "ExtGState": {}})
        s.y = s.HH - s.m
        if s.bg: s.box(0, 0, s.W, s.HH, s.bg)
        if s.footer:
            t = "%s - page %d" % (s.rep.board, len(s.pages)); s.text(s.m, 36, t, size=8, color=(.35, .35, .35))
    def op(s, t): s.ops[-1].append(t if isinstance(t, bytes) else t.encode("latin-1"))
    def wid(s, t, size, bold=0):
        f = s.ff[bold]
        return s.fo[f].text_length(t, fontsize=size) if s.ttf else fitz.get_text_length(t, fontname=f, fontsize=size)
    def show(s, t, bold=0):
        if s.ttf: return "<" + "".join("%04x" % s.fo[s.ff[bold]].has_glyph(ord(c)) for c in t) + ">"
        return "(" + t.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    def text(s, x, y, t, size=None, bold=0, color=(0, 0, 0), mode=0, kern=False):
        size = size or s.size
        tj = s.show(t, bold) + " Tj"
        if kern and not s.ttf and len(t) > 5:        # split over a TJ array as Distiller does
            parts = [t[:2], t[2:5], t[5:]]
            tj = "[" + "".join("%s%s" % (s.show(p, bold), " -6 " if i < 2 else "") for i, p in enumerate(parts)) + "] TJ"
        s.op("BT /%s %.1f Tf %.3f %.3f %.3f rg %d Tr %.2f %.2f Td %s ET\n" % (s.ff[bold], size, *color, mode, x, y, tj))
        s.lines.append((len(s.pages)-1, x, y, size, t, bold))
    def box(s, x, y, w, h, color=(0, 0, 0)):
        s.op("q %.3f %.3f %.3f rg %.2f %.2f %.2f %.2f re f Q\n" % (*color, x, y, w, h))
    def need(s, h):
        if s.y - h < s.m: s.newpage()
    def wrap(s, t, size, width, bold=0):
        t = re.sub(r"⟦(.*?)⟧", lambda m: "⟦" + m.group(1).replace(" ", "\xa0") + "⟧", t)
        out, cur = [], ""
        for w in t.split(" "):
            n = (cur + " " + w) if cur else w
            if s.wid(re.sub("[⟦⟧]", "", n), size, bold) > width and cur: out.append(cur); cur = w
            else: cur = n
        return out + [cur]
    def para(s, t, size=None, bold=0, color=(0, 0, 0), indent=0, lead=1.38, after=6):
        size = size or s.size
        for ln in s.wrap(t, size, s.W - 2*s.m - indent, bold):
            s.need(size*lead); s.y -= size*lead; x = s.m + indent
            for i, part in enumerate(re.split("[⟦⟧]", ln)):
                part = part.replace("\xa0", " ")
                if not part: continue
                w = s.wid(part, size, bold)
                if i % 2:
                    s.rects.append((len(s.pages)-1, fitz.Rect(x-1, s.HH-s.y-size+1, x+w+1, s.HH-s.y+3)))
                    if s.cb: s.cb(s, x, s.y, part, w)
                    else: s.text(x, s.y, part, size, bold, color)
                else: s.text(x, s.y, part, size, bold, color)
                x += w
        s.y -= after
    def table(s, rows, headfill=(.1, .2, .4), headcol=(1, 1, 1)):
        n = len(rows[0]); cw = (s.W - 2*s.m)/n
        s.need(20*len(rows))
        for i, row in enumerate(rows):
            s.y -= 19
            if i == 0: s.box(s.m, s.y-5, cw*n, 19, headfill)
            else: s.op("q .6 G .5 w %.2f %.2f %.2f 19 re S Q\n" % (s.m, s.y-5, cw*n))
            for j, c in enumerate(row):
                x = s.m + 5 + j*cw; mm = re.match("⟦(.*)⟧$", c)
                if mm:
                    w = s.wid(mm.group(1), 9.5)
                    s.rects.append((len(s.pages)-1, fitz.Rect(x-1, s.HH-s.y-9, x+w+1, s.HH-s.y+3)))
                    (s.cb or (lambda p, x, y, t, w: p.text(x, y, t, 9.5)))(s, x, s.y, mm.group(1), w)
                else: s.text(x, s.y, c, 9.5, 1 if i == 0 else 0, headcol if i == 0 else (0, 0, 0))
        s.y -= 12
    def layout(s, blocks=None):
        for b in blocks or s.rep.blocks:
            k = b[0]
            if k == "title": s.para(b[1], 19, 1, after=4)
            elif k == "sub": s.para(b[1], 11, 0, (.3, .3, .3), after=6)
            elif k == "h": s.need(50); s.y -= 5; s.para(b[1], 13, 1, (.08, .2, .42), after=3)
            elif k == "p": s.para(b[1])
            elif k == "li": s.para("-  " + b[1], indent=14, after=3)
            elif k == "table": s.table(b[1])
            elif k == "fn": b[1](s)
        return s
    def xobj(s, data, w, h, filt="/DCTDecode", cs="/DeviceRGB"):
        x = s.doc.get_new_xref()
        s.doc.update_object(x, "<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8>>" % (w, h, cs))
        s.doc.update_stream(x, data, new=True, compress=0) if filt == "/DCTDecode" else s.doc.update_stream(x, data, new=True, compress=1)
        if filt == "/DCTDecode": s.doc.xref_set_key(x, "Filter", filt)
        return x
    def image(s, jpg, x, y, w, h, clip=None):
        im = Image.open(io.BytesIO(jpg))
        if im.format == "JPEG": xr = s.xobj(jpg, *im.size)
        else: xr = s.xobj(im.convert("RGB").tobytes(), *im.size, filt="raw")
        nm = "Im%d" % xr; s.res[-1]["XObject"][nm] = xr
        c = "%.2f %.2f %.2f %.2f re W n " % clip if clip else ""
        s.op("q %s%.2f 0 0 %.2f %.2f %.2f cm /%s Do Q\n" % (c, w, h, x, y, nm)); return xr
    def finish(s):
        for i in range(len(s.pages)):
            pg = s.doc[i]
            fx = {}
            for f in s.ff:
                fx[f] = pg.insert_font(fontname=f, fontfile=(TTF if f == "ttf" else TTB)) if s.ttf else pg.insert_font(fontname=f)
            r = s.doc.get_new_xref()
            d = lambda m: "<<" + "".join("/%s %d 0 R" % kv for kv in m.items()) + ">>"
            s.doc.update_object(r, "<</Font%s/XObject%s/Properties%s>>" % (d(fx), d(s.res[i]["XObject"]), d(s.res[i]["Properties"])))
            s.doc.xref_set_key(pg.xref, "Resources", "%d 0 R" % r)
            c = s.doc.get_new_xref(); s.doc.update_object(c, "<<>>")
            s.doc.update_stream(c, b"".join(s.ops[i]), new=True)
            s.doc.xref_set_key(pg.xref, "Contents", "%d 0 R" % c)
        s.meta(); return s
    PROD = [("Microsoft® Word for Microsoft 365", "Microsoft® Word for Microsoft 365"), ("Acrobat PDFMaker 17 for Word", "Adobe PDF Library 15.0"),
            ("Writer", "LibreOffice 7.3"), ("", "Skia/PDF m115 Google Docs Renderer"), ("PScript5.dll Version 5.2.2", "Acrobat Distiller 10.1.16 (Windows)")]
    def meta(s, **k):
        cr, pr = s.PROD[s.rep.r.randrange(len(s.PROD))]
        m = dict(title=s.rep.title, author=s.rep.board, creator=cr, producer=pr, creationDate="D:%d0612101500+01'00'" % s.rep.year, modDate="D:%d0614163000+01'00'" % s.rep.year)
        m.update(k); s.doc.set_metadata(m); return s
    def pg(s, i=0):
        c = s.__dict__.setdefault("_pc", {})
        if i not in c: c[i] = s.doc[i]
        return c[i]
    def out(s, garbage=1, pack=False, **k):
        b = s.doc.tobytes(garbage=garbage, deflate=True, **k)
        return pack_objstm(b) if pack else b

def pdf(rep, **k): return Pdf(rep, **k).layout().finish()

def pack_objstm(data):
    """rewrite with object streams and a cross-reference stream, as Word and Acrobat do"""
    d = fitz.open("pdf", data); n = d.xref_length(); inobj, direct = [], {}
    for x in range(1, n):
        try: o = d.xref_object(x, compressed=True)
        except Exception: continue
        if not o or o == "null": continue
        if d.xref_is_stream(x): direct[x] = (re.sub(r"/Length \d+( 0 R)?", "", o), d.xref_stream_raw(x))
        else: inobj.append((x, o))
    tr = d.xref_get_key(-1, "Root")[1]; inf = d.xref_get_key(-1, "Info"); out = io.BytesIO(); out.write(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"); pos = {}
    for x, (o, raw) in direct.items():
        pos[x] = out.tell(); o = o.rstrip(); assert o.endswith(">>")
        out.write(("%d 0 obj\n%s/Length %d>>\nstream\n" % (x, o[:-2], len(raw))).encode("utf-8") + raw + b"\nendstream\nendobj\n")
    body, idx, where = b"", "", {}
    for i, (x, o) in enumerate(inobj):
        idx += "%d %d " % (x, len(body)); body += o.encode("utf-8") + b"\n"; where[x] = i
    sx, xx = n, n+1; comp = zlib.compress(idx.encode() + body); pos[sx] = out.tell()
    out.write(("%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n" % (sx, len(inobj), len(idx), len(comp))).encode() + comp + b"\nendstream\nendobj\n")
    start = pos[xx] = out.tell(); rows = b""
    for x in range(xx+1):
        if x in where: rows += struct.pack(">BIH", 2, sx, where[x])
        elif x in pos: rows += struct.pack(">BIH", 1, pos[x], 0)
        else: rows += struct.pack(">BIH", 0, 0, 65535 if x == 0 else 0)
    comp = zlib.compress(rows)
    out.write(("%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root %s%s/Filter/FlateDecode/Length %d>>\nstream\n" % (xx, xx+1, tr, "/Info " + inf[1] if inf[0] == "xref" else "", len(comp))).encode() + comp + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()

def scan(p, dpi=120, seed=3, q=70):
    """pages of a finished Pdf as a scanner's pictures (PIL)"""
    out = []; r = random.Random(seed)
    for pg in p.doc:
        px = pg.get_pixmap(dpi=dpi); im = Image.frombytes("RGB", (px.width, px.height), px.samples)
        im = im.point(lambda v: min(250, v + 14))
        out.append(im)
    return out

def scanned_pdf(rep, ims, lines=None, H0=842, dpi=120, prod="Canon iR-ADV C5550i", fmt="JPEG"):
    p = Pdf(rep, footer=False); p.ops[0] = []
    for i, im in enumerate(ims):
        if i: p.newpage()
        if lines is not None:
            for (n, x, y, sz, t, b) in lines:
                if n == i: p.text(x, y, t, sz, 0, mode=3)
        p.image(enc(im, fmt, **({"quality": 72} if fmt == "JPEG" else {})), 0, 0, 595, 842)
    p.finish(); p.meta(title="", author="", creator=prod, producer="Adobe PSL 1.2e for Canon"); return p

# ------------------------------------------------------------------ DOCX
NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"')
XH = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
def t_(s): return '<w:t xml:space="preserve">%s</w:t>' % E(s)
def R(s, rpr=""): return "<w:r>%s%s</w:r>" % ("<w:rPr>%s</w:rPr>" % rpr if rpr else "", t_(s))
def Pp(inner, ppr=""): return "<w:p>%s%s</w:p>" % ("<w:pPr>%s</w:pPr>" % ppr if ppr else "", inner)
def split_runs(name, rpr, cuts=(2, 5)):
    ps = []; last = 0
    for c in list(cuts) + [len(name)]: ps.append(name[last:c]); last = c
    return '<w:proofErr w:type="spellStart"/>' + "".join(R(x, rpr) for x in ps if x) + '<w:proofErr w:type="spellEnd"/>'

STYLES = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="595959"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="400" w:hanging="250"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="18"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>"""
DATE = 'w:date="2019-05-14T09:21:00Z"'

class Docx:
    def __init__(s, rep):
        s.rep = rep; s.parts = {}; s.ct = {}; s.rels = []; s.xstyles = ""; s.settings = ""; s.setrels = []; s.props = dict(title=rep.title, creator=rep.board, subject="", keywords="", description="", lastModifiedBy=rep.board)
        s.custom = ""; s.app = ""; s.sect = ""; s.bg = ""; s.n = 10; s.thumb = None; s.defs = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
    def rel(s, typ, target, ext=False):
        s.n += 1; rid = "rId%d" % s.n; s.rels.append((rid, typ if typ.startswith("http") else RT + typ, target, ext)); return rid
    def part(s, name, xml, ctype=None, typ=None):
        s.parts["word/" + name] = xml if isinstance(xml, bytes) else (XH + xml)
        if ctype: s.ct["/word/" + name] = "application/vnd.openxmlformats-officedocument." + ctype + "+xml"
        return s.rel(typ, name) if typ else None
    def pic(s, data, fn, w=300, h=200, descr="", name="Picture 1", crop="", title=""):
        s.parts["word/media/" + fn] = data; rid = s.rel("image", "media/" + fn); s.n += 1
        return ('<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="%s"%s%s/>'
         '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="%s"/><pic:cNvPicPr/></pic:nvPicPr>'
         '<pic:blipFill><a:blip r:embed="%s"/>%s<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
         % (w*12700, h*12700, s.n, E(name), ' descr="%s"' % E(descr, {'"': "&quot;"}) if descr else "", ' title="%s"' % E(title) if title else "", E(name), rid, crop, w*12700, h*12700))
    def chart(s, cats, vals, title, wb, descr="", name="Chart 1"):
        s.parts["word/embeddings/Microsoft_Excel_Worksheet.xlsx"] = wb
        cp = lambda L: "".join('<c:pt idx="%d"><c:v>%s</c:v></c:pt>' % (i, E(str(v))) for i, v in enumerate(L))
        x = ('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:spPr><a:solidFill><a:srgbClr val="2F5597"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
          '<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$%d</c:f><c:strCache><c:ptCount val="%d"/>%s</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B$%d</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>%s</c:numCache></c:numRef></c:val></c:ser><c:gapWidth val="80"/><c:axId val="111"/><c:axId val="112"/></c:barChart>'
          '<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="112"/></c:catAx><c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="111"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
          % (E(title), len(cats)+1, len(cats), cp(cats), len(cats)+1, len(vals), cp(vals)))
        rid = s.part("charts/chart1.xml", x, "drawingml.chart", "chart")
        s.parts["word/charts/_rels/chart1.xml.rels"] = XH + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%spackage" Target="../embeddings/Microsoft_Excel_Worksheet.xlsx"/></Relationships>' % RT
        s.n += 1
        return ('<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="4600000" cy="2300000"/><wp:docPr id="%d" name="%s"%s/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="%s"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
          % (s.n, name, ' descr="%s"' % E(descr) if descr else "", rid))
    def comments(s, items, author="Report author"):
        x = "".join('<w:comment w:id="%d" w:author="%s" %s w:initials="RA"><w:p>%s</w:p></w:comment>' % (i, author, DATE, c if c.startswith("<") else R(c)) for i, c in enumerate(items))
        s.part("comments.xml", "<w:comments %s>%s</w:comments>" % (NS, x), "wordprocessingml.comments", "comments")
    def footnotes(s, notes):
        x = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        x += "".join('<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>%s</w:p></w:footnote>' % (i, R(" " + n)) for i, n in notes)
        s.part("footnotes.xml", "<w:footnotes %s>%s</w:footnotes>" % (NS, x), "wordprocessingml.footnotes", "footnotes")
    def header(s, inner, typ="default", kind="header", fn=None):
        fn = fn or "%s%d.xml" % (kind, len([k for k in s.parts if "/" + kind in k]) + 1); tag = "hdr" if kind == "header" else "ftr"
        rid = s.part(fn, "<w:%s %s>%s</w:%s>" % (tag, NS, inner, tag), "wordprocessingml." + kind, kind)
        s.sect = '<w:%sReference w:type="%s" r:id="%s"/>' % (kind, typ, rid) + s.sect
    def std_footer(s):
        f = lambda c: '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' % c
        s.header(Pp(R(s.rep.board + "   Page ") + f("PAGE") + R(" of ") + f("NUMPAGES"), '<w:pStyle w:val="Footer"/>'), kind="footer"); return s
    def body(s):
        o = []
        for b in s.rep.blocks:
            k, v = b[0], b[1]; st = {"title": "Title", "sub": "Subtitle", "h": "Heading1", "li": "ListParagraph"}.get(k)
            if k == "raw": o.append(v)
            elif k == "table": o.append(s.table(v))
            else:
                v = ("•  " + v) if k == "li" else v
                words = v.split(" "); inner = R(v)
                if k == "p" and s.rep.r.random() < .4:        # runs cut as editing leaves them
                    c = len(words)//2; inner = R(" ".join(words[:c]) + " ") + R(" ".join(words[c:]))
                o.append(Pp(inner, '<w:pStyle w:val="%s"/>' % st if st else ""))
        return "".join(o)
    def table(s, rows, headrpr='<w:b/><w:color w:val="FFFFFF"/>', headfill="1F3864"):
        w = 9000//len(rows[0])
        cell = lambda c, i: '<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>%s</w:tc>' % (w, '<w:shd w:val="clear" w:color="auto" w:fill="%s"/>' % headfill if i == 0 and headfill else "", Pp(c if c.startswith("<") else R(c, headrpr if i == 0 else "")))
        return ('<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>' + "".join('<w:%s w:val="single" w:sz="4" w:space="0" w:color="808080"/>' % e for e in ("top", "left", "bottom", "right", "insideH", "insideV")) + '</w:tblBorders></w:tblPr><w:tblGrid>' + '<w:gridCol w:w="%d"/>' % w * len(rows[0]) + "</w:tblGrid>"
           + "".join("<w:tr>" + "".join(cell(c, i) for c in row) + "</w:tr>" for i, row in enumerate(rows)) + "</w:tbl><w:p/>")
    def save(s):
        z = {}
        z["word/document.xml"] = XH + '<w:document %s>%s<w:body>%s<w:sectPr>%s<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>' % (NS, s.bg, s.body(), s.sect)
        s.part("styles.xml", "<w:styles %s>%s%s</w:styles>" % (NS, STYLES, s.xstyles), "wordprocessingml.styles", "styles")
        s.part("settings.xml", '<w:settings %s><w:zoom w:percent="100"/>%s<w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>%s</w:settings>' % (NS, s.settings, getattr(s, "settings_end", "")), "wordprocessingml.settings", "settings")
        R1 = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
        rl = lambda L: XH + R1 % "".join('<Relationship Id="%s" Type="%s" Target="%s"%s/>' % (i, ty, E(tg, {'"': "&quot;"}), ' TargetMode="External"' if ex else "") for i, ty, tg, ex in L)
        z.update(s.parts); z["word/_rels/document.xml.rels"] = rl(s.rels)
        if s.setrels: z["word/_rels/settings.xml.rels"] = rl(s.setrels)
        p = s.props
        z["docProps/core.xml"] = XH + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>%s</dc:title><dc:subject>%s</dc:subject><dc:creator>%s</dc:creator><cp:keywords>%s</cp:keywords><dc:description>%s</dc:description><cp:lastModifiedBy>%s</cp:lastModifiedBy><cp:revision>7</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">%d-06-12T09:15:00Z</dcterms:created></cp:coreProperties>' % tuple([E(p[k]) for k in ("title", "subject", "creator", "keywords", "description", "lastModifiedBy")] + [s.rep.year])
        z["docProps/app.xml"] = XH + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>Normal.dotm</Template><Application>Microsoft Office Word</Application><Company>%s</Company>%s<AppVersion>16.0000</AppVersion></Properties>' % (E(s.rep.board), s.app)
        top = [("rId1", RT + "officeDocument", "word/document.xml", 0), ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", 0), ("rId3", RT + "extended-properties", "docProps/app.xml", 0)]
        ov = {"/word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml", "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml"}
        if s.custom:
            z["docProps/custom.xml"] = XH + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">%s</Properties>' % s.custom
            top.append(("rId4", RT + "custom-properties", "docProps/custom.xml", 0)); ov["/docProps/custom.xml"] = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        if s.thumb: z["docProps/thumbnail.jpeg"] = s.thumb; top.append(("rId5", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg", 0))
        ov.update(s.ct); z["_rels/.rels"] = rl(top)
        z["[Content_Types].xml"] = XH + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>%s%s</Types>' % ("".join('<Default Extension="%s" ContentType="%s"/>' % kv for kv in s.defs.items()), "".join('<Override PartName="%s" ContentType="%s"/>' % kv for kv in ov.items()))
        order = ["[Content_Types].xml", "_rels/.rels"] + [k for k in z if k not in ("[Content_Types].xml", "_rels/.rels")]
        return mkzip([(k, z[k]) for k in order])

def mkzip(L, stored=()):
    b = io.BytesIO()
    with zipfile.ZipFile(b, "w") as f:
        for k, v in L:
            zi = zipfile.ZipInfo(k, (2021, 6, 12, 10, 0, 0)); zi.compress_type = zipfile.ZIP_STORED if k in stored else zipfile.ZIP_DEFLATED
            f.writestr(zi, v if isinstance(v, bytes) else v.encode("utf-8"))
    return b.getvalue()

def xlsx(sheets, hidden=()):
    """[(name, rows)] -> xlsx with shared strings"""
    ss = []; S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"; parts = []
    def cell(i, j, v):
        ref = "%s%d" % ("ABCDEFGH"[j], i+1)
        if isinstance(v, (int, float)): return '<c r="%s"><v>%s</v></c>' % (ref, v)
        if v not in ss: ss.append(v)
        return '<c r="%s" t="s"><v>%d</v></c>' % (ref, ss.index(v))
    for n, (nm, rows) in enumerate(sheets, 1):
        parts.append(("xl/worksheets/sheet%d.xml" % n, XH + '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (S, "".join('<row r="%d">%s</row>' % (i+1, "".join(cell(i, j, v) for j, v in enumerate(r))) for i, r in enumerate(rows)))))
    k = range(1, len(sheets)+1)
    parts += [("xl/sharedStrings.xml", XH + '<sst xmlns="%s" count="%d" uniqueCount="%d">%s</sst>' % (S, len(ss), len(ss), "".join("<si><t>%s</t></si>" % E(x) for x in ss))),
      ("xl/workbook.xml", XH + '<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>' % (S, RT.rstrip("/"), "".join('<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>' % (E(sheets[i-1][0]), i, ' state="hidden"' if i-1 in hidden else "", i) for i in k))),
      ("xl/_rels/workbook.xml.rels", XH + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s<Relationship Id="rId99" Type="%ssharedStrings" Target="sharedStrings.xml"/></Relationships>' % ("".join('<Relationship Id="rId%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>' % (i, RT, i) for i in k), RT)),
      ("_rels/.rels", XH + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%sofficeDocument" Target="xl/workbook.xml"/></Relationships>' % RT),
      ("[Content_Types].xml", XH + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>%s<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>' % "".join('<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' % i for i in k))]
    return mkzip(parts[::-1])

def thumb_page(title, sub, rep, size=(300, 424)):
    im = Image.new("RGB", size, "white"); d = ImageDraw.Draw(im); w = size[0]
    y = 24
    for t in [rep.kind + ":"] + title.split("|"): d.text((22, y), t, fill="black", font=font(w//15, True)); y += w//12
    d.text((22, y + 4), sub, fill=(80, 80, 80), font=font(w//24)); y += 40
    r = random.Random(5)
    while y < size[1]-24: d.rectangle([22, y, 22 + r.randint(int(w*.5), int(w*.84)), y+2], fill=(150, 150, 150)); y += 8
    return im

# ================================================================== LEAKING .docx
def D(way, secret, seen, f):
    r = rep(); d = Docx(r); d.std_footer(); f(d, r, secret); add("docx", "leak", way, secret, seen, d.save())

def _(d, r, s):
    d.xstyles += '<w:style w:type="character" w:customStyle="1" w:styleId="Protect"><w:name w:val="Protect"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style><w:style w:type="character" w:customStyle="1" w:styleId="ProtectName"><w:name w:val="Protect Name"/><w:basedOn w:val="Protect"/><w:rPr><w:i/></w:rPr></w:style>'
    r.put(("raw", Pp(R("The mother ") + split_runs(s, '<w:rStyle w:val="ProtectName"/>', (4, 9)) + R(" was twenty when she first moved to the area.")))) 
D("white words through a character style based on another, name split over runs", "Shavonne Quillfeather", "a gap after 'The mother'", _)

def _(d, r, s):
    r.put(("raw", Pp(R("On the day of the incident ") + split_runs(s, '<w:color w:val="000000"/><w:highlight w:val="black"/>', (3, 6)) + R(" was left in the care of the partner for four hours."))))
D("black highlight over black words, name split over runs", "Kaidan Wrexley-Moss", "black bar", _)

def _(d, r, s):
    d.xstyles += '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Chron"><w:name w:val="Chronology"/><w:basedOn w:val="Normal"/></w:style><w:style w:type="character" w:customStyle="1" w:styleId="RedBlock"><w:name w:val="Redaction Block"/><w:rPr><w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/></w:rPr></w:style>'
    r.put(("raw", d.table([["Date", "Event", "Person"], ["3 March", "Attended the emergency department", '<w:r><w:rPr><w:rStyle w:val="RedBlock"/></w:rPr>%s</w:r>' % t_(s)], ["9 March", "Strategy discussion", "Child and family"]])))
D("black shading and black words by a style in a table cell, name in capitals", "TOMASZ BRZEZICKI", "black cell text", _)

def _(d, r, s):
    d.xstyles += '<w:style w:type="paragraph" w:customStyle="1" w:styleId="NoteBase"><w:name w:val="Note Base"/><w:basedOn w:val="Normal"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="DraftNote"><w:name w:val="Drafting Note"/><w:basedOn w:val="NoteBase"/><w:rPr><w:color w:val="C00000"/></w:rPr></w:style>'
    r.put(("raw", Pp(R("Drafting note: check date of birth of " + s + " with the health visitor before sign off."), '<w:pStyle w:val="DraftNote"/>')))
D("hidden paragraph: vanish inherited through two paragraph styles", "Ellis Thorncastle", "nothing", _)

def _(d, r, s):
    a, b = s.split(" "); d.settings = '<w:revisionView w:markup="0"/>'
    r.put(("raw", Pp(R("In April ") + '<w:del w:id="31" w:author="Business Manager" %s><w:r><w:delText xml:space="preserve">%s </w:delText></w:r></w:del><w:del w:id="32" w:author="Business Manager" %s><w:r><w:delText>%s</w:delText></w:r></w:del><w:ins w:id="33" w:author="Business Manager" %s>%s</w:ins>' % (DATE, a, DATE, b, DATE, R("the mother")) + R(" asked for help with her housing."))))
D("tracked deletion in two pieces", "Roisin Cavendale", "'the mother'", _)

def _(d, r, s):
    d.settings = '<w:revisionView w:markup="0"/>'
    r.put(("raw", Pp('<w:moveFromRangeStart w:id="40" w:author="Author" %s w:name="move512"/><w:moveFrom w:id="41" w:author="Author" %s>%s</w:moveFrom><w:moveFromRangeEnd w:id="40"/>' % (DATE, DATE, R("The stepfather, %s, did not take part in the review. " % s)) + R("The stepfather was written to twice."))))
D("tracked move: the moved-from text is still there", "Gethin Abernook", "'The stepfather was written to twice.'", _)

def _(d, r, s):
    d.comments(["Please check against the police log.", "Anonymise - this is " + s + " in the health report."])
    r.put(("raw", Pp('<w:commentRangeStart w:id="1"/>' + R("The older sibling") + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>' + R(" told a teacher that there was shouting at night."))))
D("comment: initial and surname", "P. Hollingberry", "'The older sibling'", _)

def _(d, r, s):
    d.props.update(title=r.title, subject="", keywords="LCSPR; %s; draft 6" % s, description="")
D("core property keywords, surname first", "Pettigrove, Jayden", "nothing", _)

def _(d, r, s):
    f = '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr></property>'
    d.custom = f % (2, "ContentTypeId", "0x010100C4D2A81E") + f % (3, "Case_x0020_Subject", s) + f % (4, "_dlc_DocId", "NSCP-118-2204")
D("custom property left by SharePoint", "Amirah Velasquay", "nothing", _)

def _(d, r, s):
    d.header(Pp(R(r.board), '<w:pStyle w:val="Header"/>')); d.header(Pp(R("CONFIDENTIAL - SCR re " + s + " - not for circulation"), '<w:pStyle w:val="Header"/>'), typ="first")
D("first-page header that is switched off (no titlePg)", "Lochlan Petherbridge", "only the board's header", _)

def _(d, r, s):
    r.put(("raw", Pp(d.pic(enc(photo(seed=4), "JPEG", quality=80), "image1.jpeg", descr="A picture containing outdoor, building: home of %s and the children, taken from the street" % s))))
D("alternative text of a picture", "Denise Okonjo-Farr", "a picture of a building", _)

def _(d, r, s):
    wb = xlsx([("Sheet1", [["Month", "Contacts"], ["Jan", 3], ["Feb", 5], ["Mar", 9], ["Apr", 4]]), ("Source", [["Child", "DOB", "Worker"], [s, "04/02", "SW3"]])])
    r.put(("raw", Pp(d.chart(["Jan", "Feb", "Mar", "Apr"], [3, 5, 9, 4], "Contacts by month", wb))))
D("second sheet of the workbook embedded behind a chart", "Corben Lasselle", "a chart of numbers", _)

def _(d, r, s):
    im = form_photo([(40, "Emergency Department"), (80, "Body map: front and back"), (420, "Patient: " + s), (460, "Seen by: Registrar")])
    dr = ImageDraw.Draw(im); dr.ellipse([250, 140, 320, 210], outline="black", width=3); dr.rectangle([255, 210, 315, 340], outline="black", width=3)
    r.put(("raw", Pp(d.pic(enc(im, "JPEG", quality=88), "image2.jpeg", w=310, h=185, descr="Body map", crop='<a:srcRect b="34000"/>'))))
D("cropped picture: cropped part (pixels) is still in the file", "Fergus Whinlatter", "upper part of the form only", _)

def _(d, r, s):
    j = with_exif(photo(seed=6), {0x10f: "Apple", 0x110: "iPhone 11", 0x131: "15.4.1", 0x13c: s + "'s iPhone", 0x132: "2022:03:02 16:20:11"})
    r.put(("raw", Pp(d.pic(j, "image1.jpeg", descr="The play area near the home"))))
D("camera facts (EXIF HostComputer) of a picture", "Kerrie-Ann Dunmallet", "a picture", _)

def _(d, r, s):
    rid = d.rel("hyperlink", "https://harrowdale.sharepoint.com/sites/LSCB/Shared%20Documents/Reviews/" + s + "_Chronology_v3.docx", True)
    r.put(("raw", Pp(R("A full ") + '<w:hyperlink r:id="%s">%s</w:hyperlink>' % (rid, R("chronology", '<w:rStyle w:val="Hyperlink"/>')) + R(" was made by the panel."))))
D("hyperlink target: file name with underscores", "Leighton_Carbury", "'chronology'", _)

def _(d, r, s):
    f = s.split(" ")
    r.put(("raw", Pp('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> INCLUDETEXT "S:\\\\Childrens\\\\SCR\\\\%s </w:instrText></w:r><w:r><w:instrText>%s\\\\genogram.docx" \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>%s<w:r><w:fldChar w:fldCharType="end"/></w:r>' % (f[0], f[1], R("The household had four members at the time of the incident.")))))
D("field code with a path, split over two runs, surname in capitals", "MARSTOCK Ebony", "the field's result", _)

def _(d, r, s):
    r.put(("raw", Pp('<w:bookmarkStart w:id="5" w:name="%s_injuries"/>' % s + R("A skeletal survey found fractures of different ages.") + '<w:bookmarkEnd w:id="5"/>')))
D("bookmark name", "Tobias_Renshall", "'A skeletal survey found ...'", _)

def _(d, r, s):
    r.put(("raw", Pp(R("Main carer: ") + '<w:sdt><w:sdtPr><w:alias w:val="Carer"/><w:tag w:val="carer"/><w:dropDownList><w:listItem w:displayText="Mother" w:value="%s"/><w:listItem w:displayText="Maternal grandmother" w:value="MGM"/></w:dropDownList></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>' % (s, R("Mother")))))
D("content control: value of a list item", "Shanice Oduya-Brill", "'Mother'", _)

def _(d, r, s):
    d.settings_end = '<w:docVars><w:docVar w:name="LAC_ref" w:val="2201"/><w:docVar w:name="SubjectChild" w:val="%s"/></w:docVars>' % s
    r.put(("raw", Pp(R("Subject of the review: ") + '<w:fldSimple w:instr=" DOCPROPERTY Title ">%s</w:fldSimple>' % R(r.title))))
D("document variable in the settings", "Ottilie Grantbury", "nothing", _)

def _(d, r, s):
    cx = int(len(s)*5.9*12700); sp = '<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="190000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>' % cx
    box = '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251660000" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>-20000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="%d" cy="190000"/><wp:wrapNone/><wp:docPr id="77" name="Rectangle 5"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">%s</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect style="position:absolute;margin-left:-2pt;margin-top:0;width:%dpt;height:15pt;z-index:5" fillcolor="black"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>' % (cx, sp, cx//12700)
    r.put(("raw", Pp(box + R(s + " was seen by the out of hours doctor on two nights in the same week."))))
D("black drawn rectangle over the words", "Ruaridh Stonebeck", "black box", _)

def _(d, r, s):
    d.footnotes([(1, "Working Together to Safeguard Children, 2018."), (2, "The baby is named in the coroner's file as " + s + ".")])
    r.put(("raw", Pp(R("The review followed the statutory guidance.") + '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>')))
D("footnote whose reference was deleted, still in the footnotes part", "Iwan Treharrock", "only the first footnote", _)

def _(d, r, s):
    d.thumb = enc(thumb_page(s, r.board, r), "JPEG", quality=85)
D("preview thumbnail (pixels) of the draft title page", "Beatrix Scholey", "title with the child's letter", _)

def _(d, r, s):
    r2 = Rep(991); d2 = Docx(r2); r2.put(("p", "Full names for panel use only: the mother is " + s + "."), where="top")
    d.parts["word/embeddings/Microsoft_Word_Document.docx"] = d2.save(); rid = d.rel("package", "embeddings/Microsoft_Word_Document.docx")
    d.parts["word/media/icon.png"] = enc(Image.new("RGB", (96, 60), (220, 230, 245)), "PNG"); ri = d.rel("image", "media/icon.png")
    r.put(("raw", Pp('<w:r><w:object w:dxaOrig="1500" w:dyaOrig="980"><v:shape id="_x0000_i1025" style="width:75pt;height:49pt" o:ole=""><v:imagedata r:id="%s" o:title=""/></v:shape><o:OLEObject Type="Embed" ProgID="Word.Document.12" ShapeID="_x0000_i1025" DrawAspect="Icon" ObjectID="_1600000000" r:id="%s"/></w:object></w:r>' % (ri, rid))), where="end")
D("embedded Word document behind an icon", "Parveen Hallambury", "an icon", _)

def _(d, r, s):
    d.xstyles += '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Ref"><w:name w:val="File Ref"/><w:basedOn w:val="Footer"/><w:rPr><w:color w:val="FEFEFE"/><w:sz w:val="4"/></w:rPr></w:style>'
    r.put(("raw", Pp(R("NHS no " + s), '<w:pStyle w:val="Ref"/>')), where="end")
D("NHS number in 2 pt near-white words at the end, by style", "999 023 4417", "nothing", _)

def _(d, r, s):
    nm = s.replace(" ", "-").lower()
    r.put(("raw", Pp(d.pic(enc(photo(seed=9), "JPEG", quality=80), "image1.jpeg", name="scan_%s_redbook.jpg" % nm, descr="Page of the child health record"))))
    d.__dict__["xnote"] = nm
D("picture's name is the file name it was inserted from, in lower case with hyphens", "joely-brackenhurst", "a picture", _)

# ================================================================== LEAKING .pdf
def PL(way, secret, seen, data, name=None): add("pdf", "leak", way, secret, seen, data, name)
def sent(r, s, k=0):
    T = ["The mother, ⟦%s⟧, was offered support by the family centre and attended twice.", "At the hospital ⟦%s⟧ was seen alone for the first time, and spoke of being afraid at home.",
         "The review author met ⟦%s⟧ and is grateful for the honesty of that conversation.", "A referral was made by the school about ⟦%s⟧ but no further action followed."]
    r.put(("p", T[k % 4] % s)); return r

s = "Marguerite Denholt"
p = Pdf(sent(rep(), s, 0), font="helv", cb=lambda p, x, y, t, w: (p.text(x, y, t), p.box(x-1, y-3, w+2, 14))).layout().finish()
PL("black box drawn over the words", s, "black box", p.out())

s = "Zachariah Ollerton"
p = Pdf(sent(rep(), s, 1), font="ttf", cb=lambda p, x, y, t, w: (p.box(x-1, y-3, w+2, 14), p.text(x, y, t))).layout().finish()
PL("black words on black shading (box first, words after), embedded font", s, "black box", p.out(pack=True))

s = "Niamh Castlereed"
p = pdf(sent(rep(), s, 2), font="tiro")
for n, rc in p.rects:
    a = p.pg(n).add_highlight_annot(rc); a.set_colors(stroke=(0, 0, 0)); a.set_info(content="", title=""); a.update()
PL("black highlight annotation over the words", s, "black bar", p.out())

s = "Idris Wolfendale"
p = pdf(sent(rep(), s, 3), font="helv")
for n, rc in p.rects:
    a = p.pg(n).add_rect_annot(rc); a.set_colors(stroke=(0, 0, 0), fill=(0, 0, 0)); a.update()
PL("filled black Square annotation over the words", s, "black box", p.out(pack=True))

s = "Saoirse Pennyfold"
p = pdf(sent(rep(), s, 0), font="tiro")
for n, rc in p.rects:
    m = (rc.y0 + rc.y1)/2; a = p.pg(n).add_ink_annot([[(rc.x0, m), (rc.x0 + rc.width/2, m+.8), (rc.x1, m)]]); a.set_colors(stroke=(0, 0, 0)); a.set_border(width=15); a.update()
PL("thick black Ink annotation (tablet pen) over the words", s, "black pen stroke", p.out())

s = "999 041 7756"
r = rep(); r.put(("table", [["Person", "NHS number", "Known to"], ["Child", "⟦%s⟧" % s, "Health visiting"], ["Mother", "withheld", "GP"]]))
p = Pdf(r, cb=lambda p, x, y, t, w: p.text(x, y, t, 9.5, 0, (1, 1, 1))).layout().finish()
PL("NHS number in white words in a white table cell", s, "empty cell", p.out())

s = "Malachy Underhaugh"
r = sent(rep(), s, 1); p = pdf(r, font="helv"); ims = scan(p)
for n, rc in p.rects: ImageDraw.Draw(ims[n]).rectangle([v*120/72 for v in (rc.x0, rc.y0, rc.x1, rc.y1)], fill=(0, 0, 0))
PL("OCR layer made before the bars were burned into the scan", s, "black bar in the scan", scanned_pdf(r, ims, p.lines).out())

s = "Brennan Kitley"
r = sent(rep(), s, 2); p = pdf(r, font="tiro"); ims = scan(p, dpi=140)
for n, rc in p.rects:
    b = [int(v*140/72) for v in (rc.x0-3, rc.y0-2, rc.x1+3, rc.y1+2)]; c = ims[n].crop(b).point(lambda v: int(v*.045)); ims[n].paste(c, b[:2])
PL("phone marker not quite opaque: name left in the pixels, black on near-black", s, "black bar", scanned_pdf(r, ims, prod="iOS Version 15.4 Quartz PDFContext", fmt="PNG").out())

s = "CORDELIA VANSTRAY"
r = rep(); p = pdf(r); p.meta(title="Microsoft Word - SCR %s FINAL v7.docx" % s)
PL("Info title made from the file name, in capitals", s, "nothing", p.out(pack=True))

s = "Reuben Achterly"
r = rep(); p = pdf(r)
p.doc.set_xml_metadata('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Overview report, death of %s</rdf:li></rdf:Alt></dc:description><pdfx:Company>%s</pdfx:Company></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>' % (r.title, s, r.board))
PL("XMP description, while the Info dictionary is clean", s, "nothing", p.out())

s = "M. Fairhollow"
r = rep(); p = pdf(r); p.doc.set_toc([[1, "1. Introduction", 1], [1, "2. The family and what happened", 1], [2, "Interview with %s (mother)" % s, 1], [1, "3. Findings", len(p.doc)]])
PL("outline entry: initial and surname", s, "headings by role", p.out(pack=True))

s = "Aurelia Stavenport"
r = rep(); p = pdf(r); d2 = Docx(Rep(882)); d2.rep.put(("p", "Panel copy, with names. The child is " + s + "."), where="top")
p.doc.embfile_add("overview_report_panel.docx", d2.save(), filename="overview_report_panel.docx", desc="Panel copy")
PL("attached Word file", s, "nothing", p.out())

s = "17 Larkfield Rise, Saltersea"
r = rep(); p = Pdf(r, media=(595, 842)); p.text(120, 818, "File ref 22/0419 - home address: " + s, size=8); p.layout().finish()
for pg in p.doc: pg.set_cropbox(fitz.Rect(0, 34, 595, 842))
PL("address in the margin outside the CropBox", s, "nothing", p.out())

s = "Dominik Sawiczak"
r = rep(); im = form_photo([(60, "Nursery attendance card"), (110, "Room: Ladybirds"), (160, "Sessions: Mon Tue Thu"), (430, "Child's name: " + s)])
def pic(p): p.need(170); p.y -= 165; p.image(enc(im, "JPEG", quality=85), p.m, p.y-75, 260, 235, clip=(p.m, p.y, 260, 150))
r.put(("fn", pic)); p = pdf(r)
PL("picture drawn through a clip: name in the clipped-away pixels", s, "upper part of the card", p.out())

s = "Eluned Garthmoor"
r = rep(); j = with_iptc(enc(photo(seed=12), "JPEG", quality=85), "Bedroom of %s, photographed at the home visit" % s)
def pic(p): p.need(170); p.y -= 160; p.image(j, p.m, p.y, 230, 153)
r.put(("fn", pic)); p = pdf(r)
PL("IPTC caption inside a JPEG on the page", s, "a picture", p.out())

s = "Kwabena Lindqvist"
r = sent(rep(), s, 3)
p = Pdf(r); og = p.doc.add_ocg("Panel names", on=False)
def cb(p, x, y, t, w):
    p.res[-1]["Properties"].update(MC0=og)
    p.text(x, y, "the child"); p.op("/OC /MC0 BDC q\n"); p.text(x, y, t); p.op("Q EMC\n")
p.cb = cb; p.layout().finish(); PL("layer that is switched off", s, "'the child'", p.out())

s = "Imelda Rothbury-Cole"
r = sent(rep(), s, 0); p = pdf(r, font="helv"); fd, tn = tempfile.mkstemp(suffix=".pdf", dir=OUT); os.close(fd)
open(tn, "wb").write(p.out()); d = fitz.open(tn); n, rc = p.rects[0]
x = d[n].get_contents()[0]; st = d.xref_stream(x); k = ("(%s)" % s).encode(); assert k in st
i = st.index(k); tail = st.index(b"ET\n", i) + 3
st2 = st[:i] + b"()" + st[i+len(k):tail] + ("q 0 g %.2f %.2f %.2f %.2f re f Q\n" % (rc.x0, 842-rc.y1, rc.width, rc.height)).encode() + st[tail:]
d.update_stream(x, st2); d.saveIncr(); d.close(); PL("earlier revision in an incremental save still has the words", s, "black box", open(tn, "rb").read()); os.remove(tn)

s = "Soraya Templewick"
r = rep(); p = pdf(r); pg = p.pg(0)
for nm, v, rc in (("reviewRef", "LCSPR 14", (400, 50, 530, 64)), ("txtSubjectName", s, (400, 66, 530, 80))):
    w = fitz.Widget(); w.field_type = fitz.PDF_WIDGET_TYPE_TEXT; w.field_name = nm; w.field_value = v; w.rect = fitz.Rect(rc); w.text_fontsize = 9; pg.add_widget(w)
for w in pg.widgets():
    if w.field_name == "txtSubjectName": p.doc.xref_set_key(w.xref, "F", "2")
PL("hidden form field with a value", s, "only the reference field", p.out())

s = "Brogan Stavermere"
r = rep(); r.put(("p", "The ⟦combined chronology⟧ was made from the reports of nine agencies.")); p = pdf(r)
n, rc = p.rects[0]; p.pg(n).insert_link({"kind": fitz.LINK_URI, "from": rc, "uri": "file:///S:/Safeguarding/SCR%202019/" + s.replace(" ", "%20") + "/chronology%20v4.xlsx"})
PL("link to a file on a drive, name escaped in the path", s, "'combined chronology'", p.out())

s = "Jocasta Millhouse"
r = rep(); r.put(("p", "⟦The aunt⟧ offered to care for the children and was assessed.")); p = pdf(r); n, rc = p.rects[0]
a = p.pg(n).add_highlight_annot(rc); a.set_colors(stroke=(1, .95, .6)); a.set_info(content="anonymised, was " + s, title="Panel"); a.update()
PL("note text of a pale highlight annotation", s, "'The aunt' highlighted", p.out())

s = "Oluwaseun Barkham"
r = rep()
def geno(p):
    p.need(125); p.y -= 108; y = p.y; p.op("/Figure <</MCID 0>> BDC\n")
    p.op("q 1 w 0 G 90 %.1f 30 30 re S 200 %.1f 30 30 re S 120 %.1f m 200 %.1f l S 160 %.1f m 160 %.1f l S 145 %.1f 30 30 re S Q\n" % (y+60, y+60, y+75, y+75, y+75, y+30, y)); p.op("EMC\n")
    for x, yy, t in ((80, y+94, "Mother"), (195, y+94, "Father"), (182, y+10, r.child)): p.text(x, yy, t, 8)
    p.y -= 14
r.put(("fn", geno)); p = pdf(r); d = p.doc; pi = [i for i, o in enumerate(p.ops) if b"/Figure <<" in b"".join(o)][0]
a, b, c = d.get_new_xref(), d.get_new_xref(), d.get_new_xref()
d.update_object(c, "<</Type/StructElem/S/Figure/P %d 0 R/Pg %d 0 R/K 0/Alt(Genogram showing the mother, the father %s and the child)>>" % (b, d[pi].xref, s))
d.update_object(b, "<</Type/StructElem/S/Document/P %d 0 R/K[%d 0 R]>>" % (a, c)); d.update_object(a, "<</Type/StructTreeRoot/K[%d 0 R]/ParentTree<</Nums[0[%d 0 R]]>>>>" % (b, c))
d.xref_set_key(d[pi].xref, "StructParents", "0"); d.xref_set_key(d.pdf_catalog(), "StructTreeRoot", "%d 0 R" % a); d.xref_set_key(d.pdf_catalog(), "MarkInfo", "<</Marked true>>")
PL("tag: alternative text of a figure", s, "genogram with roles", p.out(pack=True))

s = "Ffion Brackleby"
p = Pdf(sent(rep(), s, 2), font="tiro", cb=lambda p, x, y, t, w: (p.text(x, y, t, kern=True), p.image(enc(Image.new("RGB", (8, 4), "white"), "PNG"), x-1, y-3, w+4, 14))).layout().finish()
PL("white picture pasted over the words, which are split in a TJ array", s, "a gap", p.out())

s = "Percival Nantwell"
r = rep(); p = pdf(r); im = thumb_page(s.replace(" ", "|"), r.board[:30], r, (180, 254)); x = p.doc.get_new_xref()
p.doc.update_object(x, "<</Width 180/Height 254/ColorSpace/DeviceRGB/BitsPerComponent 8>>"); p.doc.update_stream(x, im.tobytes(), new=True); p.doc.xref_set_key(p.pg(0).xref, "Thumb", "%d 0 R" % x)
PL("page thumbnail (pixels) made before the name was taken out", s, "title with the child's letter", p.out())

s = "Odette_Cranshaw"
r = rep(); p = pdf(r); p.doc.xref_set_key(p.pg(0).xref, "PieceInfo", "<</InDesign<</LastModified(D:20190514092100Z)/Private<</OriginalDocumentID(xmp.did:7F01)/SourcePath(/Volumes/Design/NSCB/SCR_%s_interior.indd)>>>>>>" % s); p.doc.xref_set_key(p.pg(0).xref, "LastModified", "(D:20190514092100Z)")
PL("page piece: source path with underscores", s, "nothing", p.out())

s = "Jermaine_Oakhanger"
r = rep(); p = pdf(r); d = p.doc; dx = d.get_new_xref(); d.update_object(dx, "<</Names[(Background)[%d 0 R/XYZ 60 780 0](Mother_%s)[%d 0 R/XYZ 60 500 0](_Toc51112)[%d 0 R/XYZ 60 300 0]]>>" % (d[0].xref, s, d[0].xref, d[0].xref)); d.xref_set_key(d.pdf_catalog(), "Names", "<</Dests %d 0 R>>" % dx)
PL("named destination made from a Word bookmark", s, "nothing", p.out(pack=True))

s = "Lucinda Farrowgate"
r = rep(); p = Pdf(r); p.layout(); p.newpage(); p.para("Appendix: key to names (panel only)", 14, 1); p.para("Mother: %s. Father: not named. GP: Dr 1." % s); p.finish(); p.doc.delete_page(len(p.doc)-1)
PL("deleted page whose objects are still in the file", s, "nothing", p.out(garbage=0))

s = "Kacey Holmwood"
r = rep(); p = pdf(r); PL("file name of the published file", s, "nothing on the page", p.out(), name="LCSPR_Kacey_Holmwood_FINAL_redacted.pdf")

# ================================================================== HTML
GOV = "body{font-family:Arial,sans-serif;margin:0;color:#0b0c0c;background:#fff}main{max-width:760px;margin:auto;padding:1em}header{background:#0b0c0c;color:#fff;padding:.8em}th{background:#1d3557;color:#fff;text-align:left;padding:4px}td{border:1px solid #bbb;padding:4px}"
def page(r, head="", css="", body_attr="", before="", after="", wp=True):
    o = []
    for b in r.blocks:
        k, v = b[0], b[1]
        if k == "raw": o.append(v)
        elif k == "table": o.append("<table><thead><tr>%s</tr></thead><tbody>%s</tbody></table>" % ("".join("<th scope=col>%s</th>" % H.escape(c) for c in v[0]), "".join("<tr>%s</tr>" % "".join("<td>%s</td>" % H.escape(c) for c in row) for row in v[1:])))
        else:
            tag = {"title": "h1", "sub": "p class=lead", "h": "h2", "li": "li"}.get(k, "p"); x = "<%s>%s</%s>" % (tag, H.escape(v), tag.split()[0])
            o.append("<!-- wp:paragraph -->\n%s\n<!-- /wp:paragraph -->" % x if wp and k == "p" else x)
    m = "\n".join(o); m = re.sub(r"(<li>.*?</li>)(?!\n<li>)", r"\1</ul>", re.sub(r"(?<!</li>\n)(<li>)", r"<ul>\1", m), flags=re.S)
    return ("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s | %s</title>\n<style>%s%s</style>\n%s\n</head>\n<body%s>\n%s<header>%s</header>\n<main id=\"content\">\n%s\n</main>\n<footer><p>&copy; %s %d</p></footer>\n%s</body>\n</html>\n"
        % (H.escape(r.title), H.escape(r.board), GOV, css, head, " " + body_attr if body_attr else "", before, H.escape(r.board), m, H.escape(r.board), r.year, after)).encode("utf-8")
def HL(way, s, seen, data): add("html", "leak", way, s, seen, data)

s = "Mrs T. Wetherdean"; r = rep(); r.put(("raw", "<p>The foster carer kept a diary.<!-- %s asked that her diary not be quoted - KP 12/4 --></p>" % s)); HL("comment in the page: initial and surname", s, "'The foster carer kept a diary.'", page(r))
s = "Hamish Culverdene"; r = rep(); HL("meta element: og:description", s, "nothing", page(r, head='<meta name="description" content="A review by the %s.">\n<meta property="og:title" content="%s">\n<meta property="og:description" content="Learning from the death of %s in %d">' % (r.board, r.title, s, r.year)))
s = "Renée Castellane"; r = rep(); HL("structured data (JSON-LD), accent written as an escape", s, "nothing", page(r, head='<script type="application/ld+json" class="yoast-schema-graph">%s</script>' % json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "Article", "headline": r.title, "publisher": r.board, "keywords": ["safeguarding", "review", s]}]})))
s = "Alistair Pomfrey-Dunn"; r = rep(); r.put(("raw", "<p>The general practitioner saw <span class=\"rd rd--name\">%s</span> on nine occasions.</p>" % s.replace(" ", "</span> <span class=\"rd\">"))); HL("black words on black by classes and a CSS variable, name in two spans", s, "black bars", page(r, css=":root{--ink:#000}.rd{background:var(--ink)}.rd{color:var(--ink)}"))
s = "Mabel Ravensworth"; r = rep(); r.put(("raw", '<div class="field field--name-field-internal-note visually-hidden"><div class="field__label">Internal note</div><div class="field__item">Pseudonym for %s, see case file</div></div>' % s)); HL("Drupal field with an internal note, visually hidden", s, "nothing", page(r, css=".visually-hidden{position:absolute!important;clip:rect(1px,1px,1px,1px);overflow:hidden;height:1px;width:1px}", body_attr='class="path-node page-node-type-review"', wp=False))
s = "Maisie-Colebeck"; r = rep(); b64 = base64.b64encode(enc(photo(240, 160, 3), "JPEG", quality=60)).decode(); r.put(("raw", '<figure class="wp-block-image"><img width="240" height="160" class="wp-image-2213" alt="The family home" data-orig-file="https://www.example.org.uk/wp-content/uploads/2021/05/%s-house.jpg" src="data:image/jpeg;base64,%s"></figure>' % (s, b64))); HL("picture's data attribute with the uploaded file name", s, "a picture", page(r))
s = "Bernadette Islip"; r = rep(); r.put(("raw", '<p>It was <abbr title="Ms %s">SW2</abbr> who first asked to see the bedrooms.</p>' % s)); HL("title attribute of an abbreviation (staff name)", s, "'SW2'", page(r))
s = "Tyler Ormsgill"; r = rep(); HL("settings script (drupalSettings) with the page's first path", s, "nothing", page(r, wp=False, after='<script type="application/json" data-drupal-selector="drupal-settings-json">%s</script>' % json.dumps({"path": {"baseUrl": "/", "currentPath": "node/418", "alias": "reviews/" + s.lower().replace(" ", "-")}, "user": {"uid": 0}})))
ITEMS[-1] = ITEMS[-1][:3] + ("tyler-ormsgill",) + ITEMS[-1][4:]
s = "Darcie Wolstencroft"; r = rep(); r.put(("raw", '<p>See the <a href="https://www.google.com/url?q=https://drive.google.com/drive/folders/1xQ/%s%%2520-%%2520panel%%2520papers&amp;sa=D">terms of reference</a>.</p>' % s.replace(" ", "%2520"))); HL("link wrapped by Google Docs, name escaped twice", s, "'terms of reference'", page(r, wp=False))
s = "Anwen Skelbrooke"; r = rep(); r.put(("raw", '<div class="callout"><p>The child told the school nurse that home was noisy.<span class="src"> %s</span></p></div>' % s)); HL("words in the same colour as a coloured box behind them", s, "coloured box with no name", page(r, css=".callout{background:#f3f2f1;padding:1em}.callout .src{color:#f3f2f1}"))

# ================================================================== ODT
ON = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"')
def odt(r, pre="", auto="", meta="", settings="", thumb=None, view=""):
    o = []
    for b in r.blocks:
        k, v = b[0], b[1]
        if k == "raw": o.append(v)
        elif k == "h" or k == "title": o.append('<text:h text:style-name="H%d" text:outline-level="%d">%s</text:h>' % ((1, 1, E(v)) if k == "title" else (2, 2, E(v))))
        else: o.append('<text:p text:style-name="Standard">%s%s</text:p>' % ("• " if k == "li" else "", E(v)))
    fs = '<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"/><style:text-properties fo:font-size="11pt"/></style:style>'
    content = XH + '<office:document-content %s office:version="1.2"><office:automatic-styles><style:style style:name="H1" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style><style:style style:name="H2" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>%s</office:automatic-styles><office:body><office:text>%s%s</office:text></office:body></office:document-content>' % (ON, auto, pre, "".join(o))
    foot = '<style:footer><text:p>%s - page <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>' % E(r.board)
    L = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
      ("styles.xml", XH + '<office:document-styles %s office:version="1.2"><office:styles>%s</office:styles><office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">%s</style:master-page></office:master-styles></office:document-styles>' % (ON, fs, foot)),
      ("meta.xml", XH + '<office:document-meta %s office:version="1.2"><office:meta><meta:generator>LibreOffice/7.3.7.2$Windows_X86_64</meta:generator><dc:title>%s</dc:title><dc:creator>%s</dc:creator>%s</office:meta></office:document-meta>' % (ON, E(r.title), E(r.board), meta)),
      ("settings.xml", XH + '<office:document-settings %s office:version="1.2"><office:settings><config:config-item-set config:name="ooo:view-settings">%s</config:config-item-set><config:config-item-set config:name="ooo:configuration-settings"><config:config-item config:name="PrintDrawings" config:type="boolean">true</config:config-item>%s</config:config-item-set></office:settings></office:document-settings>' % (ON, view, settings))]
    if thumb: L.append(("Thumbnails/thumbnail.png", thumb))
    L.append(("META-INF/manifest.xml", XH + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>%s</manifest:manifest>' % "".join('<manifest:file-entry manifest:full-path="%s" manifest:media-type="%s"/>' % (k, "image/png" if k.endswith("png") else "text/xml") for k, v in L[1:])))
    return mkzip(L, stored=("mimetype",))
def chg(i, kind, inner): return '<text:changed-region text:id="%s"><text:%s><office:change-info><dc:creator>Unknown Author</dc:creator><dc:date>2021-03-04T10:11:00</dc:date></office:change-info>%s</text:%s></text:changed-region>' % (i, kind, inner, kind)

s = "Caitlin Oxspring"; r = rep(); r.put(("raw", '<text:p text:style-name="Standard">The midwife recorded that <text:change text:change-id="ct1"/>the mother was anxious.</text:p>'))
add("odt", "leak", "recorded deletion in tracked-changes (not shown on the page), name over a span", s, "'the mother'", odt(r, pre='<text:tracked-changes text:track-changes="false">%s</text:tracked-changes>' % chg("ct1", "deletion", '<text:p text:style-name="Standard">Caitlin<text:s/><text:span>Ox</text:span>spring </text:p>'), view='<config:config-item config:name="ShowRedlineChanges" config:type="boolean">false</config:config-item>'))
s = "Hugo Lintzford"; r = rep(); r.put(("raw", '<text:p text:style-name="Standard">The uncle<office:annotation><dc:creator>Reviewer</dc:creator><dc:date>2021-03-04T10:11:00</dc:date><text:p>%s - is he a registered carer?</text:p></office:annotation> cared for the children at weekends.</text:p>' % s))
add("odt", "leak", "note (annotation)", s, "'The uncle'", odt(r))
s = "Bethan_Corrigill"; r = rep()
add("odt", "leak", "settings: name of the mail-merge data source", s, "nothing", odt(r, settings='<config:config-item config:name="CurrentDatabaseDataSource" config:type="string">%s_family_contacts</config:config-item><config:config-item config:name="CurrentDatabaseCommandType" config:type="int">0</config:config-item>' % s))
s = "Gwendolen Ashplant"; r = rep()
add("odt", "leak", "thumbnail (pixels) of the draft first page", s, "title with the child's letter", odt(r, thumb=enc(thumb_page(s.replace(" ", "|"), r.board[:32], r, (256, 362)), "PNG")))

# ================================================================== CLEAN .docx
def DC(way, seen, f, **k):
    r = rep(**k); d = Docx(r); d.std_footer(); f(d, r); add("docx", "clean", way, "", seen, d.save())
def _(d, r): r.put(("table", [["Agency", "Report", "Meeting"], ["Police", "Yes", "Yes"], ["Health", "Yes", "No"], ["School", "Yes", "Yes"]]))
DC("white words in a dark table head", "white on navy, easily read", _)
def _(d, r):
    d.xstyles += '<w:style w:type="character" w:customStyle="1" w:styleId="Redacted"><w:name w:val="Redacted"/><w:rPr><w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/></w:rPr></w:style>'
    r.put(("raw", Pp(R("The mother, ") + R("xxxxx xxxxxxxx", '<w:rStyle w:val="Redacted"/>') + R(", and her partner, ") + R("████████") + R(", were interviewed."))))
DC("proper redaction: bars over x's and full-block characters", "black bars", _)
def _(d, r): r.put(("raw", Pp(R("This report was published with the agreement of the panel. ") + R("The next update is due in the spring.", '<w:highlight w:val="yellow"/>'))))
DC("yellow highlight over readable words", "yellow highlight", _)
def _(d, r):
    fb = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">%s</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'; fe = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for i, t in enumerate(["1. Introduction", "2. The family and what happened", "3. Findings"]):
        inner = (fb % ' TOC \\o "1-3" \\h \\z \\u ' if i == 0 else "") + '<w:hyperlink w:anchor="_Toc5120%d">' % i + R(t) + '<w:r><w:rPr><w:webHidden/></w:rPr><w:tab/></w:r>' + fb % (" PAGEREF _Toc5120%d \\h " % i) + '<w:r><w:rPr><w:webHidden/></w:rPr><w:t>%d</w:t></w:r>' % (1 + i//2) + fe + "</w:hyperlink>" + (fe if i == 2 else "")
        r.blocks.insert(2 + i, ("raw", Pp(inner)))
    for i, b in enumerate(r.blocks):
        if b[0] == "h" and b[1][0] in "123": n = int(b[1][0])-1; r.blocks[i] = ("raw", Pp('<w:bookmarkStart w:id="%d" w:name="_Toc5120%d"/>' % (60+n, n) + R(b[1]) + '<w:bookmarkEnd w:id="%d"/>' % (60+n), '<w:pStyle w:val="Heading1"/>'))
DC("contents list with page fields, _Toc bookmarks, webHidden page numbers", "contents list", _)
def _(d, r):
    a = d.rel("hyperlink", "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2", True); b = d.rel("hyperlink", "mailto:safeguarding.partnership@%s.example.gov.uk" % r.place.lower().replace(" ", ""), True)
    r.put(("raw", Pp(R("The guidance is on ") + '<w:hyperlink r:id="%s" w:tooltip="Working Together">%s</w:hyperlink>' % (a, R("GOV.UK", '<w:rStyle w:val="Hyperlink"/>')) + R(" and questions may be sent to the ") + '<w:hyperlink r:id="%s">%s</w:hyperlink>' % (b, R("partnership office", '<w:rStyle w:val="Hyperlink"/>')) + R("."))))
DC("links to gov.uk and to the office mailbox", "links", _)
def _(d, r):
    f = '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr></property>'
    d.custom = f % (2, "ContentTypeId", "0x0101009F2C77") + f % (3, "MediaServiceImageTags", "") + f % (4, "MSIP_Label_9d2_Name", "OFFICIAL"); d.props.update(subject=r.kind, keywords="safeguarding; learning; " + r.child, description="Published version")
DC("properties with the board's name, title and SharePoint's own values", "title and board are on the page", _)
def _(d, r):
    wb = xlsx([("Sheet1", [["Year", "Referrals"], ["2019", 41], ["2020", 37], ["2021", 58]])])
    r.put(("raw", Pp(d.chart(["2019", "2020", "2021"], [41, 37, 58], "Referrals by year", wb, descr="Column chart of referrals by year, rising from 41 in 2019 to 58 in 2021"))))
DC("chart of numbers with embedded workbook and alternative text", "chart", _)
def _(d, r):
    d.comments([]); d.settings = "<w:trackRevisions/>"; d.settings_end = '<w:rsids><w:rsidRoot w:val="00A41C2E"/><w:rsid w:val="00B7715F"/></w:rsids>'
    r.put(("raw", '<w:p w:rsidR="00B7715F" w:rsidRDefault="00A41C2E">%s<w:r w:rsidRPr="00B7715F"><w:rPr><w:b/><w:rPrChange w:id="8" w:author="Author" %s><w:rPr/></w:rPrChange></w:rPr>%s</w:r></w:p>' % (R("All the changes were accepted. "), DATE, t_("One heading was made bold."))))
DC("empty comments part, accepted changes, a format-only change", "ordinary words", _)
def _(d, r):
    d.settings = '<w:revisionView w:markup="0"/>'
    r.put(("raw", Pp(R("The panel met five times") + '<w:del w:id="3" w:author="Author" %s><w:r><w:delText xml:space="preserve"> in in total</w:delText></w:r></w:del><w:ins w:id="4" w:author="Author" %s>%s</w:ins>' % (DATE, DATE, R(" in all")) + R("."))))
DC("tracked deletion of harmless words", "'The panel met five times in all.'", _)
def _(d, r):
    d.bg = '<w:background w:color="E8F1F2"/>'; d.settings = "<w:displayBackgroundShape/>"
    r.put(("raw", Pp(R("Key message: always ask who lives in the home.", '<w:b/><w:color w:val="FFFFFF" w:themeColor="background1"/>'), '<w:shd w:val="clear" w:color="auto" w:fill="12355B"/>')), where="top")
DC("coloured page background and a navy band with white words", "white words on navy", _)
def _(d, r):
    d.header(Pp('<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject3" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;width:420pt;height:120pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-vertical:center" fillcolor="silver" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string="OFFICIAL"/></v:shape></w:pict></w:r>', '<w:pStyle w:val="Header"/>'))
DC("watermark OFFICIAL in the header", "grey watermark", _)
def _(d, r):
    j = with_exif(photo(seed=21), {0x10f: "samsung", 0x110: "SM-A515F", 0x131: "A515FXXU5", 0x132: "2021:06:02 12:02:10"})
    r.put(("raw", Pp(d.pic(j, "image1.jpeg", descr="The civic offices in " + r.place, crop='<a:srcRect t="12000" b="8000"/>'))))
DC("picture with camera make and model only, cropped over sky and grass", "a picture", _)
def _(d, r):
    d.footnotes([(1, "Department for Education, Working Together to Safeguard Children, 2018.")]); d.header(Pp(R(r.board), '<w:pStyle w:val="Header"/>')); d.header(Pp(R(r.board + " - " + r.kind), '<w:pStyle w:val="Header"/>'), typ="first")
    rect = '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="7560000" cy="180000"/><wp:wrapNone/><wp:docPr id="50" name="Rectangle 4" descr=""/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="7560000" cy="180000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="000000"/></a:solidFill></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    r.put(("raw", Pp(rect + R("The review followed the statutory guidance.") + '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>')))
DC("decorative black band at the page's top, unused first-page header with the board's name, a footnote in use", "black band, no words below", _)
def _(d, r): d.props.update(creator="Rosalind Keverne", lastModifiedBy="Rosalind Keverne")
DC("author property is the reviewer who is named on the page", "'Independent reviewer: Rosalind Keverne'", _, named_author="Rosalind Keverne")

# ================================================================== CLEAN .pdf
def PC(way, seen, data): add("pdf", "clean", way, "", seen, data)
GONE = "Removed Nameword"
r = sent(rep(), GONE, 0); p = pdf(r); ims = scan(p)
for n, rc in p.rects: ImageDraw.Draw(ims[n]).rectangle([v*120/72 for v in (rc.x0, rc.y0, rc.x1, rc.y1)], fill=(0, 0, 0))
PC("scan with bars burned in, no text layer", "black bar", scanned_pdf(r, ims).out())

r = sent(rep(), GONE, 1); p = pdf(r, font="tiro", cb=lambda p, x, y, t, w: p.box(x, y-3, w, 13))     # apply_redactions of MuPDF 1.21 moves the words that follow
PC("redaction properly applied: words taken out, box drawn", "black box", p.out(garbage=4))

r = sent(rep(), GONE, 2); p = pdf(r); ims = scan(p)
for n, rc in p.rects: ImageDraw.Draw(ims[n]).rectangle([v*120/72 for v in (rc.x0, rc.y0, rc.x1, rc.y1)], fill=(0, 0, 0))
ln = [l for l in p.lines if GONE not in l[4]]; PC("scan with burned bars and an OCR layer made afterwards", "black bar", scanned_pdf(r, ims, ln).out())

r = rep(); r.put(("table", [["Agency", "Contacts", "Year"], ["Police", "12", "2020"], ["Health", "31", "2020"]])); p = pdf(r, font="ttf"); PC("white words in a dark table head, embedded font", "white on navy", p.out(pack=True))

r = rep(); r.put(("p", "⟦The learning should be shared with every school.⟧")); p = pdf(r)
for n, rc in p.rects: a = p.pg(n).add_highlight_annot(rc); a.set_info(content="", title=""); a.update()
PC("yellow highlight annotation without a note", "yellow highlight", p.out())

r = rep(); r.put(("p", "The guidance is on ⟦GOV.UK⟧ and was followed.")); p = pdf(r); n, rc = p.rects[0]; p.pg(n).insert_link({"kind": fitz.LINK_URI, "from": rc, "uri": "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2"}); p.doc.set_toc([[1, b[1], 1] for b in r.blocks if b[0] == "h"])
PC("link to gov.uk, outline with the headings of the page", "link and headings", p.out(pack=True))

r = rep(); p = pdf(r); p.meta(subject=r.kind, keywords="safeguarding, learning, children")
p.doc.set_xml_metadata('<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>' % (r.title, r.board))
PC("Info and XMP with the title and the board", "same words on the page", p.out())

r = rep(); p = Pdf(r); og = p.doc.add_ocg("Watermark", on=True); p.res[0]["Properties"]["MC0"] = og
p.op("/OC /MC0 BDC q BT .86 g /hebo 70 Tf .7 .7 -.7 .7 170 250 Tm (OFFICIAL) Tj ET Q EMC\n"); p.layout().finish(); PC("watermark on a visible layer", "pale watermark", p.out())

r = rep(); p = pdf(r); p.doc.embfile_add("accessibility.txt", b"This document was checked for accessibility. Contact the partnership office for other formats.\n", filename="accessibility.txt", desc="Accessibility statement"); PC("harmless attached text file", "nothing", p.out())

r = rep(); r.put(("p", "Feedback on this report (your role and your comment):"), where="end"); p = pdf(r, size=9.5); pg = p.pg(len(p.doc)-1); y0 = 842 - p.y
for i, (nm, lab) in enumerate((("role", "Your role"), ("comment", "Your comment"))):
    w = fitz.Widget(); w.field_type = fitz.PDF_WIDGET_TYPE_TEXT; w.field_name = nm; w.field_label = lab; w.rect = fitz.Rect(64, y0 + 2 + i*20, 300, y0 + 17 + i*20); w.border_color = (.4, .4, .4); w.border_width = 1; w.fill_color = (.95, .95, 1); pg.add_widget(w)
PC("empty feedback form with tooltips", "empty fields", p.out())

r = rep(); p = pdf(r); fd, tn = tempfile.mkstemp(suffix=".pdf", dir=OUT); os.close(fd); open(tn, "wb").write(p.out()); d = fitz.open(tn); x = d[0].get_contents()[0]
st = d.xref_stream(x); assert b"page 1)" in st; d.update_stream(x, st.replace(b"page 1)", b"page i)")); d.saveIncr(); d.close(); PC("incremental save that changed only a page number", "same text", open(tn, "rb").read()); os.remove(tn)

r = rep(); p = Pdf(r, media=(655, 902), margin=94, footer=False)
p.op("q .5 w 0 G 30 0 m 30 22 l S 625 0 m 625 22 l S 30 880 m 30 902 l S 0 30 m 22 30 l S Q\n"); p.text(60, 889, "Proof 2 - 12 June - colour bar CMYK", size=7); p.layout().finish()
for pg in p.doc: pg.set_cropbox(fitz.Rect(30, 30, 625, 872))
PC("printer's marks and a proof line outside the CropBox", "page without marks", p.out())

r = rep(); 
def bars(p):
    p.need(90); p.y -= 80; p.op("/Figure <</MCID 0>> BDC q .1 .3 .6 rg 80 %.1f 30 40 re 130 %.1f 30 65 re 180 %.1f 30 22 re f Q EMC\n" % (p.y, p.y, p.y)); p.y -= 12
    for x, t in ((84, "2019"), (134, "2020"), (184, "2021")): p.text(x, p.y, t, 8)
    p.y -= 10
r.put(("fn", bars)); p = pdf(r); d = p.doc; pi = [i for i, o in enumerate(p.ops) if b"/Figure <<" in b"".join(o)][0]; a, b, c = d.get_new_xref(), d.get_new_xref(), d.get_new_xref()
d.update_object(c, "<</Type/StructElem/S/Figure/P %d 0 R/Pg %d 0 R/K 0/Alt(Bar chart of contacts by year: 40 in 2019, 65 in 2020 and 22 in 2021)>>" % (b, d[pi].xref)); d.update_object(b, "<</Type/StructElem/S/Document/P %d 0 R/K[%d 0 R]>>" % (a, c)); d.update_object(a, "<</Type/StructTreeRoot/K[%d 0 R]/ParentTree<</Nums[0[%d 0 R]]>>>>" % (b, c))
d.xref_set_key(d[pi].xref, "StructParents", "0"); d.xref_set_key(d.pdf_catalog(), "StructTreeRoot", "%d 0 R" % a); d.xref_set_key(d.pdf_catalog(), "MarkInfo", "<</Marked true>>"); PC("tagged chart with alternative text", "chart", p.out(pack=True))

r = rep(); p = Pdf(r, bg=(.93, .96, .98)); p.image(enc(photo(560, 140, 31).point(lambda v: v//3), "JPEG", quality=80), 0, 732, 595, 110); p.text(64, 780, "Learning from practice", 24, 1, (1, 1, 1)); p.y = 720; p.layout().finish()
PC("coloured page, white words on a dark picture (no box)", "white title on a dark photo", p.out())

r = rep(named_author="Everard Tollemache"); r.put(("fn", lambda p: (p.box(p.m-8, p.y-26, p.W-2*p.m+16, 22, (0, 0, 0)), p.text(p.m, p.y-20, "Key learning: see the child, hear the child", 11, 1, (1, 1, 1)), setattr(p, "y", p.y-36)))); p = pdf(r); p.meta(author="Everard Tollemache")
PC("black band with white words; author property is the reviewer named on the page", "white words on black; reviewer's name", p.out(pack=True))

# ================================================================== CLEAN .html and .odt
def HC(way, seen, data): add("html", "clean", way, "", seen, data)
VH = ".sr-only,.screen-reader-text{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}.cookie{display:none}"
r = rep(); r.put(("raw", '<p>See <a href="https://www.gov.uk/topic/safeguarding" target="_blank" rel="noopener">GOV.UK<span class="sr-only"> (opens in a new tab)</span></a>.</p>')); HC("skip link and words for screen readers", "link", page(r, css=VH, before='<a class="screen-reader-text" href="#content">Skip to main content</a>\n<div class="cookie" hidden>We use cookies to make this site work.</div>\n'))
r = rep(); HC("structured data and meta elements with the board and the title", "title and board", page(r, head='<meta name="description" content="%s by the %s"><meta property="og:title" content="%s"><script type="application/ld+json">%s</script>' % (r.title, r.board, r.title, json.dumps({"@context": "https://schema.org", "@type": "Report", "name": r.title, "publisher": {"@type": "GovernmentOrganization", "name": r.board}, "url": "https://www.example.org.uk/reviews/"}))))
r = rep(); r.put(("table", [["Agency", "Attended"], ["Police", "Yes"], ["Health", "Yes"]]), ("raw", '<p>The mother, <span class="rd" aria-label="redacted">&#9608;&#9608;&#9608;&#9608;&#9608;&#9608;</span>, gave her view to the panel.</p>')); HC("dark table head with white words; redaction by block characters", "white on navy; black bar", page(r, css=".rd{background:#000;color:#000}", wp=False))
r = rep(); r.put(("raw", '<figure><img alt="Bar chart of referrals by year: 41, 37, 58" width="240" height="160" src="data:image/jpeg;base64,%s"><figcaption>Referrals by year</figcaption></figure>' % base64.b64encode(enc(photo(240, 160, 8), "JPEG", quality=60)).decode()), ("raw", "<!-- Google Tag Manager --><noscript>Please enable JavaScript</noscript><!-- End Google Tag Manager -->")); HC("alternative text of a chart, tag-manager comments, noscript", "picture and caption", page(r))
r = rep(); r.put(("raw", '<details><summary>Terms used in this report</summary><p>Was Not Brought: a child who was not taken to an appointment.</p></details>'), ("raw", '<div id="acc-1" class="accordion" hidden><p>ICB: Integrated Care Board. MASH: multi-agency safeguarding hub.</p></div>')); HC("closed accordion and hidden glossary", "closed panel", page(r, css="@media print{.no-print{display:none}}", body_attr='class="no-js"', wp=False, after='<script>document.body.className="js";var settings={"path":"/reviews/learning","lang":"en"};</script>'))

r = rep(); add("odt", "clean", "page fields, board in meta, empty tracked-changes, thumbnail of the published page", "", "ordinary page", odt(r, pre='<text:tracked-changes text:track-changes="true"/>', thumb=enc(thumb_page(r.child, r.board[:32], r, (256, 362)), "PNG")))
r = rep(); r.put(("raw", '<table:table table:name="T1"><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell table:style-name="dk"><text:p><text:span text:style-name="wt">Agency</text:span></text:p></table:table-cell><table:table-cell table:style-name="dk"><text:p><text:span text:style-name="wt">Contacts</text:span></text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Police</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>'), ("raw", '<text:p text:style-name="Standard"><text:span text:style-name="hl">To be reviewed each year.</text:span></text:p>'))
add("odt", "clean", "dark table head with white words, yellow highlight, harmless recorded deletion", "", "white on navy; yellow", odt(r, pre='<text:tracked-changes>%s</text:tracked-changes>' % chg("ct5", "deletion", '<text:p text:style-name="Standard">the the</text:p>'), auto='<style:style style:name="dk" style:family="table-cell"><style:table-cell-properties fo:background-color="#1f3864"/></style:style><style:style style:name="wt" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style><style:style style:name="hl" style:family="text"><style:text-properties fo:background-color="#ffff00"/></style:style>'))

# ================================================================== write
rnd = random.Random(77); order = list(range(len(ITEMS))); rnd.shuffle(order); rows = []
slug = ["cspr", "scr-report", "learning-review", "lcspr-published", "overview-report", "review"]
for n, i in enumerate(order, 1):
    ext, kind, way, sec, seen, data, nm = ITEMS[i]
    fn = nm or "%s-%03d.%s" % (slug[rnd.randrange(len(slug))], n, ext)
    open(os.path.join(OUT, fn), "wb").write(data); rows.append((fn, kind, way, sec, seen))
with open(os.path.join(OUT, "labels.tsv"), "w", encoding="utf-8") as f:
    f.write("file\tkind\tway\tsecret\tseen\n")
    for r in sorted(rows): f.write("\t".join(r) + "\n")
print(len(rows), "files", sum(r[1] == "leak" for r in rows), "leak", sum(r[1] == "clean" for r in rows), "clean")
