#!/usr/bin/python3
"""make.py OUTDIR - writes about 115 invented review reports (some leaking a planted secret) and labels.tsv"""
import sys, os
import fitz
import io, re, zlib, random, base64, struct, zipfile, json, html as H
from urllib.parse import quote
from PIL import Image, ImageDraw, ImageFont, ImageFilter

FD = '/usr/share/fonts/truetype/liberation2/'
FILES = {('sans', 'R'): 'LiberationSans-Regular.ttf', ('sans', 'B'): 'LiberationSans-Bold.ttf', ('sans', 'I'): 'LiberationSans-Italic.ttf',
         ('serif', 'R'): 'LiberationSerif-Regular.ttf', ('serif', 'B'): 'LiberationSerif-Bold.ttf', ('serif', 'I'): 'LiberationSerif-Italic.ttf'}
B14 = {('sans', 'R'): 'Helvetica', ('sans', 'B'): 'Helvetica-Bold', ('sans', 'I'): 'Helvetica-Oblique',
       ('serif', 'R'): 'Times-Roman', ('serif', 'B'): 'Times-Bold', ('serif', 'I'): 'Times-Italic'}
_f = {}
def ffont(fam, st):
    k = (fam, st)
    if k not in _f: _f[k] = fitz.Font(fontfile=FD + FILES[k])
    return _f[k]
def width(t, fam, st, size): return ffont(fam, st).text_length(t, fontsize=size)

# ---------------------------------------------------------------- people and words
FIRST = '''Tamsin Keziah Dorian Ottilie Jarvis Nerys Caspian Imelda Rufus Saoirse Bartholomew Zephyrine Lorcan Philippa Idris Marigold Tobiah Anwen Fergus Delphine
Hamza Rosalba Emrys Clementine Osric Yolanda Piran Henrietta Lachlan Bronagh Cosmo Mirabel Torquil Aderyn Quentin Isolde Barnaby Oluwaseun Leopold Winifred
Kestrel Ambrose Niamh Thaddeus Perpetua Gethin Araminta Dashiell Ceridwen Montague Elspeth Jethro Saffiya Crispin Beatrix Hywel Leocadia Rafferty Sunniva Ptolemy
Verity Ignatius Morwenna Callum Xanthe Evander Guinevere Aurelio Tegan Lysander Cordelia Balthazar Meriel Zachariah Eluned Hartley Senara Wilfred Oonagh Florian
Jocasta Digory Petronella Alasdair Rhonwen Cuthbert Seraphina Magnus Bettrys Orlando'''.split()
LAST = '''Oyelaran-Birch Thistlewaite Pendragon-Moss Quillfeather Adeyinka-Stroud Hollingbrook Varnavides Castleford-Nnadi Brackenridge Ormskerry Wetherhithe Tolliver-Rao
Skarrow Maddlestone Farquharson-Lisle Gwillimby Threlkettle Bezuidenhart Okonjo-Pryce Harbottle-Finn Crumplin Vasseley Dunwoodson Rashbrook Kilmarrow Featherstow Achterlonie
Pemberwick Sallowfield Drinkwater-Sen Hesketton Mbeki-Trowell Larkhurst Goldworthy-Amis Ravensdene Tuddenham-Oke Winterscale Bosanquay Cheverelle Stanmore-Igwe Popplestone
Trevanniel Hucknallby Sedgemoor-Das Ballantrew Yarrowby Coppinghall Desrosiers-Munt Ellingworth-Bey Fothersgill Gainsborrow Haverstocke Inglethorn Jessamine-Roux Kettlewick
Lovibonde Mortensby Nethercliffe Osbaldwick Pargetter-Lowe Quarmbyson Rowntrill Silverlocke Tattersfield Uphamstone Venables-Orji Wigglesford Yeoldham Zouchley Abernethick
Blenkinsoppe Cadwallory Dimblethorpe Entwhistley Frobisham Garthwaite-Ude Heptonstowe Ildertine Jolliffeson Kynastone Lambshead-Noor Micklebury Norrington-Vale Olivestone Peverelli
Rothersage Stukeleigh Twelvetrees-Khan Underhythe Wolstenby'''.split()
ADDR = ['14 Pellmarsh Close, Wexcombe', 'Flat 3, 27 Tannery Row, Aldermouth', '62 Quenby Gardens, Fellmoor', '9 Lower Spindle Lane, Harrowick', '118a Cobbold Terrace, Stourleigh',
        '5 Heron Wharf, Brindlesea', '31 Oatcake Street, Kelverton', '2 Chantry Mews, Ostlethwaite', '77 Bellwether Drive, Tarnside']
NHS = ['999 000 0412', '999 000 1873', '999 000 2266', '999 000 3095', '999 000 4471', '999 000 5138']
BOARDS = ['Fellmoor and Wexcombe Safeguarding Children Partnership', 'Aldermouth Safeguarding Children Board', 'Stourleigh Safeguarding Partnership', 'Kelverton Local Safeguarding Children Board',
          'North Tarnside Safeguarding Children Partnership', 'Brindlesea and Harrowick Safeguarding Partnership', 'Ostlethwaite Safeguarding Children Partnership']
CHILD = ['Child A', 'Child B', 'Child M', 'Rowan', 'Baby T', 'Child K', 'Willow', 'Young Person J', 'Ash', 'Child S', 'Robin', 'Sky', 'Child Q', 'Baby W']
KIND = ['Local Child Safeguarding Practice Review', 'Child Safeguarding Practice Review: Overview Report', 'Serious Case Review: Overview Report', 'Thematic Learning Review']
_used = {'name': 0, 'addr': 0, 'nhs': 0}
def secret(kind='name'):
    i = _used[kind]; _used[kind] += 1
    if kind == 'addr': return ADDR[i]
    if kind == 'nhs': return NHS[i]
    return FIRST[i] + ' ' + LAST[(i * 37 + 0) % len(LAST)]

BANK = [
"This review was commissioned after {c} was brought to hospital with injuries that could not be explained by the account the family gave. The rapid review concluded that the criteria in statutory guidance were met and that there was learning for more than one agency.",
"At the time of the events under review {c} lived with the mother, the mother's partner and two younger half-siblings. The maternal grandmother gave regular care at weekends and was described by the school as a steady presence.",
"Practitioners told the reviewer that the pressure on the duty team in the spring was unlike anything they had known. Three of the four contacts were closed within a working day, each without a conversation with {c}.",
"The health visitor saw the family on six occasions. Home conditions were recorded as adequate at the first four visits and as poor at the last two, but the change was not set out in the record in a way that a colleague could find.",
"Good practice: the school nurse kept ringing until somebody answered, and wrote down exactly what {c} had said in the child's own words. That note became the basis of the later enquiry.",
"There was an over-reliance on the mother's account of the father's whereabouts. No agency had spoken to him, and none knew that he had parental responsibility or that he was living eleven streets away.",
"The strategy discussion took place by telephone between the police and children's social care. Health was not present. Statutory guidance expects all three to take part, and the absence of the paediatrician meant that the bruising was given less weight than it deserved.",
"The review author met the mother on two occasions and is grateful for her openness. She asked that professionals should understand how frightened she had been of losing the children, and how that fear had shaped what she said.",
"{c} was described by those who knew the child best as funny, watchful and very fond of dogs. The panel wanted these words to stand at the beginning of the report because the records so seldom held them.",
"The housing provider had been told twice that there was no heating. A repair was raised and closed without a visit. Neglect is cumulative, and the picture that emerges from the combined chronology was not available to any one worker at the time.",
"Recommendation: the partnership should seek assurance that, where a child is not brought to an appointment, the letter to the family is followed within five working days by a conversation between the practice and the health visiting team.",
"In the months before the incident the half-sibling's attendance fell to 71 per cent. The education welfare officer made two visits, at neither of which was the door answered, and the case was then closed in line with the policy in force.",
"Supervision records show that the social worker had raised a concern about disguised compliance. The supervisor advised a chronology, which was begun but was not complete when the worker left the authority.",
"The panel heard that the multi-agency hub received 1,140 contacts in the relevant month, an increase of a quarter on the year before, while two of the nine posts were vacant.",
"The partner had been known to probation in another area. Information was requested and a partial reply was received after the initial conference had taken place. It was not considered again at the review conference.",
"Cultural curiosity was limited. The paternal family's faith and language were recorded in only one of the seven assessments, and an interpreter was booked for one meeting of the four that needed one.",
"The general practitioner prescribed for low mood on three occasions. There was no flag to show that the patient was a parent of children under five, and the practice safeguarding meeting did not discuss the household.",
"Since the review period the local authority has restructured its front door and the health trust has introduced a single record for health visiting and school nursing. The effect of these changes will be tested by audit.",
"The reviewer has considered hindsight bias with care. It would be wrong to say that what happened to {c} could have been foreseen, but there were four points at which a different response was reasonable and possible.",
"The names and some details have been changed to protect the identity of the family. Dates are given by month only where the exact day would help a reader to identify the child.",
]
Q = ['"I did tell someone. I told them and then nothing happened." ({c}, to the reviewer)', '"We all thought somebody else was going in." (health visitor, practitioner event)',
     '"Nobody asked what bedtime was like." (the maternal grandmother)', '"It felt as if the door kept being shut before we had got through it." (teacher)']
CARRY = {'name': ['{c} ([[%s]]) was known to three agencies in the year before the incident.', 'The younger sibling, [[%s]], remained in the care of the grandmother throughout.',
                  'When seen alone at school, [[%s]] told the class teacher that home was noisy.', 'The mother, [[%s]], attended the first conference but not the second.',
                  'It was agreed that [[%s]] would be spoken to again before the weekend.', 'A referral for [[%s]] was received from the midwife in the same week.'],
         'addr': ['In March the family moved to [[%s]] without telling the school.', 'Police were called to [[%s]] on four occasions in the year.'],
         'nhs': ['The record held under NHS number [[%s]] was not linked to the hub.', 'The discharge letter (NHS number [[%s]]) went to the wrong practice.']}

class Case:
    """the words of one invented review"""
    def __init__(self, seed):
        r = self.r = random.Random('s19-%s' % seed)
        self.seed = seed
        self.c = r.choice(CHILD); self.board = r.choice(BOARDS); self.kind = r.choice(KIND)
        self.month = r.choice(['January', 'March', 'May', 'June', 'September', 'November']) + ' ' + str(r.randint(2016, 2024))
        self.paras = [p.format(c=self.c) for p in r.sample(BANK, len(BANK))]
        self.title = '%s: %s' % (self.kind.split(':')[0], self.c)
        self.heads = r.sample(['Introduction', 'Reason for the review', 'The family', 'Summary of events', 'Analysis of practice', 'The voice of the child', 'Involvement of the family', 'What we have learned', 'Working together', 'Recommendations'], 8)
        self.quote = r.choice(Q).format(c=self.c)
    def carrier(self, sec, kind='name'):
        return (self.r.choice(CARRY[kind]) % sec).replace('{c}', self.c)
    def blocks(self, carrier=None, n=None, table=True, after=None):
        r2 = random.Random('n' + self.seed); n = n or r2.choice([6, 7, 7, 11, 13, 18]); after = after or (r2.randint(1, n - 2) if n > 7 else 2)
        out = [('small', self.board), ('h1', self.title), ('small', 'Published %s' % self.month)]
        k = 0
        for i in range(n):
            if i % 2 == 0: out.append(('h2', '%d. %s' % (i // 2 + 1, self.heads[(i // 2) % 8])))
            p = self.paras[i]
            if carrier and i == after:
                ss = re.split(r'(?<=\.) ', p); ss.insert(1, carrier); p = ' '.join(ss)
            out.append(('p', p))
            if i == 3: out.append(('q', self.quote))
            if i == 4 and table:
                out.append(('table', [['Agency', 'Contacts', 'Closed']] + [[a, str(self.r.randint(2, 40)), str(self.r.randint(0, 12))] for a in self.r.sample(['Children\u2019s social care', 'Police', 'Health visiting', 'School', 'Housing', 'GP practice'], 4)]))
        return out

# ---------------------------------------------------------------- pictures
def pil_font(size, fam='sans', st='R'): return ImageFont.truetype(FD + FILES[(fam, st)], size)
def photo(seed, w=480, h=300, sign=None, dark=False, at=None, signsize=22):
    """a smudged 'phone photograph' of houses; optionally a board with words on it"""
    r = random.Random('ph%s' % seed)
    im = Image.new('RGB', (w, h)); d = ImageDraw.Draw(im)
    top = (28, 34, 60) if dark else (150 + r.randint(0, 50), 180, 215); bot = (14, 16, 24) if dark else (222, 214, 190)
    for y in range(h):
        t = y / h; d.line([(0, y), (w, y)], fill=tuple(int(a + (b - a) * t) for a, b in zip(top, bot)))
    x = -10
    while x < w:
        bw = r.randint(50, 110); bh = r.randint(h // 5, h // 2); c = r.randint(10, 40) if dark else r.randint(70, 140)
        d.rectangle([x, h - bh, x + bw, h], fill=(c, c - 5, c - 8)); d.polygon([(x, h - bh), (x + bw / 2, h - bh - 30), (x + bw, h - bh)], fill=(c + 10, c // 2, c // 2))
        x += bw + r.randint(-5, 25)
    im = im.filter(ImageFilter.GaussianBlur(1.4))
    px = im.load()
    for _ in range(w * h // 12):
        a, b = r.randrange(w), r.randrange(h); k = r.randint(-12, 12); px[a, b] = tuple(max(0, min(255, v + k)) for v in px[a, b])
    if sign:
        d = ImageDraw.Draw(im); f = pil_font(signsize, st='B'); tw = d.textlength(sign, font=f)
        sx, sy = at or (20, 20); d.rectangle([sx, sy, sx + tw + 20, sy + signsize + 18], fill=(248, 246, 236), outline=(60, 60, 60)); d.text((sx + 10, sy + 7), sign, font=f, fill=(20, 20, 30))
    return im
def jpg(im, q=80, exif=None, xmp=None):
    b = io.BytesIO(); kw = {}
    if exif: 
        e = Image.Exif()
        for k, v in exif.items(): e[k] = v
        kw['exif'] = e.tobytes()
    im.convert('L' if im.mode == 'L' else 'RGB').save(b, 'JPEG', quality=q, **kw); b = b.getvalue()
    if xmp:
        seg = b'http://ns.adobe.com/xap/1.0/\0' + xmp.encode('utf-8'); b = b[:2] + b'\xff\xe1' + struct.pack('>H', len(seg) + 2) + seg + b[2:]
    return b
def png(im):
    b = io.BytesIO(); im.save(b, 'PNG'); return b.getvalue()
def xmp_packet(inner, pad=True):
    return ('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 5.6-c140"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            + inner + '</rdf:RDF></x:xmpmeta>' + (' ' * 200 if pad else '') + '<?xpacket end="w"?>')
ROWS = []
OUT = '.'
def row(file, kind, way, sec='', seen=''): ROWS.append((file, kind, way, sec, seen))
# ================================================================ PDF
def lit(s):
    b = s if isinstance(s, bytes) else s.encode('cp1252', 'replace')
    return b'(' + b.replace(b'\\', b'\\\\').replace(b'(', b'\\(').replace(b')', b'\\)') + b')'
def u16(s): return b'<' + (b'\xfe\xff' + s.encode('utf-16-be')).hex().upper().encode() + b'>'
def n(x): return (b'%.3f' % x).rstrip(b'0').rstrip(b'.') or b'0'

class Run:
    def __init__(s, st, size, x, y, text, tag, color=(0, 0, 0)): s.st, s.size, s.x, s.y, s.text, s.tag, s.color = st, size, x, y, text, tag, color

class Layout:
    def __init__(s, blocks, fam='sans', size=10.5, W=595, Hh=842, m=66, footer='', lead=1.38):
        s.fam, s.W, s.H, s.m, s.lead = fam, W, Hh, m, lead; s.pages = []; s.spots = {}; s.footer = footer; s.new()
        for b in blocks: getattr(s, '_' + b[0])(*b[1:]) if b[0] in ('table', 'space', 'op', 'break') else s.text(b[0], b[1], size)
        for i, p in enumerate(s.pages):
            p.append(Run('R', 8, m, 36, footer, None, (.35, .35, .35))); p.append(Run('R', 8, W - m - 10, 36, str(i + 1), None, (.35, .35, .35)))
    def new(s): s.pages.append([]); s.y = s.H - s.m
    def need(s, h):
        if s.y - h < 58: s.new()
    def words(s, t):
        pieces = []; 
        for k, seg in enumerate(re.split(r'\[\[(.*?)\]\]', t)):
            if seg: pieces.append((seg, k % 2 == 1))
        words = [[]]
        for seg, tag in pieces:
            for j, w in enumerate(seg.split(' ')):
                if j: words.append([])
                if w: words[-1].append((w, tag))
        return [w for w in words if w]
    def text(s, kind, t, size):
        st, sz, ind, col, before = {'h1': ('B', 19, 0, (.05, .15, .35), 10), 'h2': ('B', 13, 0, (.05, .15, .35), 9), 'p': ('R', size, 0, (0, 0, 0), 5), 'q': ('I', size, 24, (.4, .4, .4), 5),
                                    'small': ('R', 9, 0, (.3, .3, .3), 3), 'li': ('R', size, 16, (0, 0, 0), 3)}[kind]
        s.y -= before; line = []; lw = 0; maxw = s.W - 2 * s.m - 2 * ind; sp = width(' ', s.fam, st, sz)
        def flush():
            nonlocal line, lw
            if not line: return
            s.need(sz * s.lead); s.y -= sz * s.lead; x = s.m + ind
            segs = []
            for wi, w in enumerate(line):
                for pi, (tx, tag) in enumerate(w):
                    pre = ' ' if wi and pi == 0 else ''
                    if segs and segs[-1][1] == tag: segs[-1][0] += pre + tx
                    elif pre and segs: segs[-1][0] += pre if not segs[-1][1] else ''; segs.append([tx if not (segs[-1][1] and pre) else ' ' + tx, tag])
                    else: segs.append([pre + tx, tag])
            for tx, tag in segs:
                s.pages[-1].append(Run(st, sz, x, s.y, tx, 'S' if tag else None, col)); x += width(tx, s.fam, st, sz)
            line = []; lw = 0
        for w in s.words(t):
            ww = sum(width(a, s.fam, st, sz) for a, _ in w)
            if line and lw + sp + ww > maxw: flush()
            lw += (sp if line else 0) + ww; line.append(w)
        flush()
        if kind in ('h1',): s.y -= 4
    def _table(s, rows, dark=False):
        cw = (s.W - 2 * s.m) / len(rows[0]); s.y -= 8; s.need(18 * len(rows) + 10)
        for i, r in enumerate(rows):
            s.y -= 18
            if i == 0 and dark: s.pages[-1].append(b'q 0.07 0.16 0.33 rg %s %s %s 18 re f Q\n' % (n(s.m), n(s.y - 5), n(s.W - 2 * s.m)))
            for j, c in enumerate(r):
                tag = 'S' if c.startswith('[[') else None
                s.pages[-1].append(Run('B' if i == 0 else 'R', 9.5, s.m + 4 + j * cw, s.y, c.strip('[]') if tag else c, tag, (1, 1, 1) if i == 0 and dark else (0, 0, 0)))
            s.pages[-1].append(b'q 0.6 G 0.5 w %s %s m %s %s l S Q\n' % (n(s.m), n(s.y - 5), n(s.W - s.m), n(s.y - 5)))
        s.y -= 8
    def _space(s, h, key):
        s.need(h + 10); s.y -= h + 8; s.spots[key] = (len(s.pages) - 1, s.m, s.y, s.W - 2 * s.m, h); s.pages[-1].append(('spot', key)); s.y -= 4
    def _op(s, b): s.pages[-1].append(b)
    def _break(s): s.new()

_ttf = {}
class Page:
    def __init__(s): s.pre = b''; s.body = b''; s.post = b''; s.res = {}; s.annots = []; s.extra = b''; s.num = None; s.cnum = None
    def add(s, cat, name, val): s.res.setdefault(cat, {})[name] = val if isinstance(val, bytes) else b'%d 0 R' % val
class Pdf:
    def __init__(s, fam='sans', mode='b14', W=595, Hh=842):
        s.o = [None]; s.fam, s.mode, s.W, s.H = fam, mode, W, Hh; s.pages = []; s.cat = []; s.info = {}; s.xmp = None; s.used = {}; s.fn = {}; s.cat_n = s.add(b''); s.pages_n = s.add(b''); s.trail = b''; s.pack = False; s.ver = b'1.6'
    def add(s, b): s.o.append(b); return len(s.o) - 1
    def stream(s, d, data, z=True):
        if z: data = zlib.compress(data); d += b' /Filter /FlateDecode'
        return s.add(b'<< %s /Length %d >>\nstream\n' % (d, len(data)) + data + b'\nendstream')
    def font(s, st):
        if st not in s.fn: s.fn[st] = s.add(b''); s.used[st] = {}
        return s.fn[st]
    def enc(s, t, st='R'):
        s.font(st)
        if s.mode == 'b14': return lit(t)
        f = ffont(s.fam, st); out = b''
        for ch in t:
            g = f.has_glyph(ord(ch)); s.used[st][g] = ch; out += b'%04X' % g
        return b'<' + out + b'>'
    def show(s, r, pg, extra=b'', color=None):
        pg.add('Font', 'F' + r.st, s.font(r.st)); c = color if color is not None else b'%s %s %s rg' % tuple(n(v) for v in r.color)
        return b'BT /F%s %s Tf %s %s 1 0 0 1 %s %s Tm %s Tj ET\n' % (r.st.encode(), n(r.size), c, extra, n(r.x), n(r.y), s.enc(r.text, r.st))
    def w(s, r): return width(r.text, s.fam, r.st, r.size)
    def fill(s, L, hook=None, spot=None):
        """pour a layout in; hook(pdf, page, run)->bytes for tagged runs; spot(pdf, page, key, x, y, w, h)->bytes"""
        s.L = L
        for i, items in enumerate(L.pages):
            pg = Page(); s.pages.append(pg); out = []
            for it in items:
                if isinstance(it, bytes): out.append(it)
                elif isinstance(it, tuple): 
                    _, x, y, w, h = L.spots[it[1]]; out.append(spot(s, pg, it[1], x, y, w, h) if spot else b'')
                elif it.tag and hook: out.append(hook(s, pg, it))
                else: out.append(s.show(it, pg))
            pg.body = b''.join(out)
        return s
    def image(s, im, z='jpg', extra=b'', data=None):
        if z == 'jpg':
            cs = b'/DeviceGray' if im.mode == 'L' else b'/DeviceRGB'
            return s.stream(b'/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 /Filter /DCTDecode %s' % (im.width, im.height, cs, extra), data or jpg(im), z=False)
        return s.stream(b'/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 %s' % (im.width, im.height, extra), im.convert('RGB').tobytes())
    def form(s, content, bbox=None, res=b'<< >>', extra=b''):
        return s.stream(b'/Type /XObject /Subtype /Form /BBox [%s] /Resources %s %s' % (bbox or b'0 0 %d %d' % (s.W, s.H), res, extra), content)
    def _fonts(s):
        for st, num in s.fn.items():
            k = (s.fam, st)
            if s.mode == 'b14': s.o[num] = b'<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>' % B14[k].encode(); continue
            if k not in _ttf: raw = open(FD + FILES[k], 'rb').read(); _ttf[k] = (len(raw), zlib.compress(raw, 6))
            f = ffont(*k); name = b'BCDEEE+' + FILES[k][:-4].replace('-Regular', '').encode()
            ln, z = _ttf[k]; ff = s.add(b'<< /Length1 %d /Filter /FlateDecode /Length %d >>\nstream\n' % (ln, len(z)) + z + b'\nendstream')
            fd = s.add(b'<< /Type /FontDescriptor /FontName /%s /Flags 32 /FontBBox [-544 -303 1302 980] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 729 /StemV 80 /FontFile2 %d 0 R >>' % (name, ff))
            u = s.used[st]; W = b' '.join(b'%d [%s]' % (g, n(f.glyph_advance(ord(c)) * 1000)) for g, c in sorted(u.items()))
            cid = s.add(b'<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor %d 0 R /CIDToGIDMap /Identity /DW 600 /W [%s] >>' % (name, fd, W))
            bf = sorted(u.items()); cm = b'/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n'
            for i in range(0, len(bf), 90):
                cm += b'%d beginbfchar\n' % len(bf[i:i + 90]) + b''.join(b'<%04X> <%s>\n' % (g, c.encode('utf-16-be').hex().encode()) for g, c in bf[i:i + 90]) + b'endbfchar\n'
            tu = s.stream(b'', cm + b'endcmap CMapName currentdict /CMap defineresource pop end end')
            s.o[num] = b'<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>' % (name, cid, tu)
    def save(s, name, post=None, encrypt=False):
        for pg in s.pages:
            if pg.cnum is None: pg.cnum = s.stream(b'', b'q\n' + pg.pre + pg.body + b'Q\n' + pg.post)
            if pg.num is None: pg.num = s.add(b'')
        s._fonts()
        for pg in s.pages:
            res = b'<< ' + b' '.join(b'/%s << %s >>' % (c.encode(), b' '.join(b'/%s %s' % (k.encode(), v) for k, v in d.items())) for c, d in pg.res.items()) + b' >>'
            an = b'/Annots [%s] ' % b' '.join(b'%d 0 R' % a for a in pg.annots) if pg.annots else b''
            mb = b'' if b'/MediaBox' in pg.extra else b'/MediaBox [0 0 %d %d] ' % (s.W, s.H)
            s.o[pg.num] = b'<< /Type /Page /Parent %d 0 R %s/Resources %s /Contents %d 0 R %s%s >>' % (s.pages_n, mb, res, pg.cnum, an, pg.extra)
        s.o[s.pages_n] = b'<< /Type /Pages /Kids [%s] /Count %d >>' % (b' '.join(b'%d 0 R' % p.num for p in s.pages), len(s.pages))
        cat = b' '.join(s.cat)
        if s.xmp: cat += b' /Metadata %d 0 R' % s.stream(b'/Type /Metadata /Subtype /XML', s.xmp.encode('utf-8'), z=False)
        s.o[s.cat_n] = b'<< /Type /Catalog /Pages %d 0 R /Lang (en-GB) %s >>' % (s.pages_n, cat)
        info = s.add(b'<< ' + b' '.join(b'/%s %s' % (k.encode(), v if isinstance(v, bytes) else lit(v)) for k, v in s.info.items()) + b' >>')
        data = s._packed(info) if s.pack else s._plain(info)
        if post: data = post(data, s, info)
        p = os.path.join(OUT, name)
        if encrypt:
            d = fitz.open('pdf', data); d.save(p, encryption=fitz.PDF_ENCRYPT_AES_256, user_pw='', owner_pw='Partnership-2021', permissions=fitz.PDF_PERM_PRINT | fitz.PDF_PERM_ACCESSIBILITY); d.close()
        else: open(p, 'wb').write(data)
    def _plain(s, info):
        out = b'%PDF-' + s.ver + b'\n%\xe2\xe3\xcf\xd3\n'; off = [0]
        for i, b in enumerate(s.o[1:], 1): off.append(len(out)); out += b'%d 0 obj\n' % i + b + b'\nendobj\n'
        s.xref_at = len(out)
        return out + b'xref\n0 %d\n0000000000 65535 f \n' % len(s.o) + b''.join(b'%010d 00000 n \n' % x for x in off[1:]) + b'trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n' % (len(s.o), s.cat_n, info, s.trail, s.xref_at)
    def _packed(s, info):
        out = b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'; ent = {}; inside = [i for i in range(1, len(s.o)) if b'\nstream\n' not in s.o[i]]
        head = b''; body = b''
        osn = len(s.o); xn = osn + 1
        for k, i in enumerate(inside): head += b'%d %d ' % (i, len(body)); body += s.o[i] + b' '; ent[i] = (2, osn, k)
        for i in range(1, len(s.o)):
            if i not in ent: ent[i] = (1, len(out), 0); out += b'%d 0 obj\n' % i + s.o[i] + b'\nendobj\n'
        z = zlib.compress(head + body); ent[osn] = (1, len(out), 0)
        out += b'%d 0 obj\n<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\nstream\n' % (osn, len(inside), len(head), len(z)) + z + b'\nendstream\nendobj\n'
        ent[xn] = (1, len(out), 0); at = len(out)
        rows = b'\0\0\0\0\0\xff\xff' + b''.join(struct.pack('>BIH', *ent[i]) for i in range(1, xn + 1)); z = zlib.compress(rows)
        return out + b'%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /Filter /FlateDecode /Length %d >>\nstream\n' % (xn, xn + 1, s.cat_n, info, len(z)) + z + b'\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n' % at

PRODS = [('Microsoft\xae Word for Microsoft 365', 'Microsoft\xae Word for Microsoft 365'), ('Acrobat PDFMaker 21 for Word', 'Adobe PDF Library 21.7.131'), ('Adobe InDesign 17.3 (Windows)', 'Adobe PDF Library 16.0.7'),
         ('Pages', 'macOS Version 12.6 (Build 21G115) Quartz PDFContext'), ('Writer', 'LibreOffice 7.3'), ('Xerox WorkCentre 7835', 'Xerox WorkCentre 7835'), ('PScript5.dll Version 5.2.2', 'Acrobat Distiller 11.0 (Windows)')]
def newpdf(cs, mode=None, fam=None, **kw):
    r = cs.r; p = Pdf(fam or r.choice(['sans', 'serif', 'sans']), mode or r.choice(['b14', 't0']), **kw)
    cr, pr = r.choice(PRODS); p.info = {'Title': cs.title, 'Author': cs.board, 'Creator': cr, 'Producer': pr, 'CreationDate': 'D:20%02d0%d1%d093112+01\'00\'' % (r.randint(16, 24), r.randint(1, 9), r.randint(0, 9))}
    return p
def lay(cs, p, blocks, **kw): return Layout(blocks, fam=p.fam, W=p.W, Hh=p.H, footer='%s | %s' % (cs.board, cs.month), **kw)
def rectof(p, r, dx=1.5, up=.95, dn=.25): return r.x - dx, r.y - r.size * dn, p.w(r) + 2 * dx, r.size * (up + dn)
def b4(*a): return b' '.join(n(v) for v in a)
def tagged(p): return [(i, r) for i, its in enumerate(p.L.pages) for r in its if isinstance(r, Run) and r.tag]

PDFS = []
def pdf(name, way, kind='leak', seen=''):
    def deco(fn): PDFS.append((name, way, kind, seen, fn)); return fn
    return deco
def cover_pdf(cs, sec, sk='name', mode=None, n_=None, fam=None, hook=None, **kw):
    p = newpdf(cs, mode, fam, **kw); p.fill(lay(cs, p, cs.blocks(cs.carrier(sec, sk), n=n_)), hook); return p

# ---- leaking
@pdf('aldermouth-review-overview.pdf', 'black box in a nested form, Separation colour, text still beneath', seen='a black bar')
def _(cs, f):
    sec = secret(); p = cover_pdf(cs, sec, mode='t0')
    fn = p.add(b'<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 1] /N 1 >>'); sep = p.add(b'[/Separation /Black /DeviceCMYK %d 0 R]' % fn)
    for i, r in tagged(p):
        x, y, w, h = rectof(p, r)
        inner = p.form(b'/CS0 cs 1 scn 0 0 1 1 re f\n', b'0 0 1 1', b'<< /ColorSpace << /CS0 %d 0 R >> >>' % sep)
        outer = p.form(b'q %s 0 0 %s 0 0 cm /Fm0 Do Q\n' % (n(w), n(h)), b'0 0 %s %s' % (n(w), n(h)), b'<< /XObject << /Fm0 %d 0 R >> >>' % inner)
        nm = 'Fm%d' % (len(p.pages[i].res.get('XObject', {})) + 1); p.pages[i].add('XObject', nm, outer)
        p.pages[i].post += b'q 1 0 0 1 %s %s cm /%s Do Q\n' % (n(x), n(y), nm.encode())
    p.save(f); return sec
@pdf('LCSPR final for web v3.pdf', 'white rectangle (ICCBased) over text', seen='a blank space in the line')
def _(cs, f):
    sec = secret('addr'); p = cover_pdf(cs, sec, 'addr', mode='b14')
    # a tiny but structurally valid grey ICC profile
    icc = grey_icc(); ic = p.stream(b'/N 1 /Alternate /DeviceGray', icc); cs0 = p.add(b'[/ICCBased %d 0 R]' % ic)
    for i, r in tagged(p):
        p.pages[i].add('ColorSpace', 'Cs8', cs0); p.pages[i].post += b'q /Cs8 cs 1 sc %s re f* Q\n' % b4(*rectof(p, r, 0))
    p.save(f); return sec
def grey_icc():
    def tag(sig, data): return sig, data + b'\0' * (-len(data) % 4)
    tags = [tag(b'desc', b'desc\0\0\0\0' + struct.pack('>I', 11) + b'Dot Gain 20' + b'\0' * 80), tag(b'wtpt', b'XYZ \0\0\0\0' + struct.pack('>iii', 63190, 65536, 54061)), tag(b'kTRC', b'curv\0\0\0\0' + struct.pack('>IH', 1, 563)), tag(b'cprt', b'text\0\0\0\0none\0')]
    off = 128 + 4 + 12 * len(tags); tab = struct.pack('>I', len(tags)); body = b''
    for s_, d in tags: tab += s_ + struct.pack('>II', off + len(body), len(d)); body += d
    size = off + len(body)
    hd = struct.pack('>I4s4s4s4s4s', size, b'ADBE', b'\x02\x10\0\0', b'prtr', b'GRAY', b'XYZ ') + struct.pack('>6H', 2016, 1, 1, 0, 0, 0) + b'acspAPPL' + b'\0' * 28 + struct.pack('>iii', 63190, 65536, 54061)
    return hd.ljust(128, b'\0') + tab + body
@pdf('case-review-child-m.pdf', 'near-white text in a Lab colour space', seen='a gap at the line end')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0')
    def hook(p, pg, r): pg.add('ColorSpace', 'L0', b'[/Lab << /WhitePoint [0.9642 1 0.8249] /Range [-100 100 -100 100] >>]'); return p.show(r, pg, color=b'/L0 cs 99.2 0 0.4 scn')
    p.fill(lay(cs, p, cs.blocks(cs.carrier(sec))), hook); p.save(f); return sec
@pdf('overview_report_2019.pdf', 'text filled with a white tiling pattern', seen='a gap')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 'b14'); pat = p.stream(b'/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 8 8] /XStep 8 /YStep 8 /Resources << >>', b'1 1 1 rg 0 0 8 8 re f\n')
    def hook(p, pg, r): pg.add('Pattern', 'P1', pat); return p.show(r, pg, color=b'/Pattern cs /P1 scn') + b'0 g\n'
    p.fill(lay(cs, p, cs.blocks(cs.carrier(sec))), hook); p.save(f); return sec
@pdf('Learning-review-annex.pdf', 'text beneath an opaque photograph on a page with /Rotate 90', seen='a photograph of a street')
def _(cs, f):
    sec = secret('addr'); p = newpdf(cs, 't0', W=595, Hh=842)
    bl = cs.blocks(n=5, table=False); bl.insert(6, ('space', 190, 'pic'))
    def spot(p, pg, k, x, y, w, h):
        im = p.image(photo(f)); pg.add('XObject', 'Im1', im)
        return p.show(Run('R', 10, x + 60, y + 90, 'Home address: ' + sec, None), pg) + b'q 300 0 0 188 %s %s cm /Im1 Do Q\n' % (n(x), n(y))
    p.fill(lay(cs, p, bl), spot=spot)
    for pg in p.pages: pg.extra = b'/Rotate 90'
    p.save(f); return sec
@pdf('SCR_Executive_Summary.pdf', 'stencil image mask painted black over text', seen='a black bar')
def _(cs, f):
    sec = secret(); p = cover_pdf(cs, sec, mode='b14')
    m = p.stream(b'/Type /XObject /Subtype /Image /ImageMask true /Width 8 /Height 2 /BitsPerComponent 1 /Decode [0 1]', b'\0\0')
    for i, r in tagged(p):
        x, y, w, h = rectof(p, r); p.pages[i].add('XObject', 'X7', m); p.pages[i].post += b'q 0 0 0 1 k %s 0 0 %s %s %s cm /X7 Do Q\n' % (n(w), n(h), n(x), n(y))
    p.save(f); return sec
def scan(L, page, cover=True, dpi=100, fam='serif', only=None):
    k = dpi / 72; im = Image.new('L', (int(L.W * k), int(L.H * k)), 246); d = ImageDraw.Draw(im)
    for it in L.pages[page]:
        if isinstance(it, Run):
            d.text((it.x * k, (L.H - it.y) * k), it.text, font=pil_font(int(it.size * k + .5), L.fam, it.st), fill=40, anchor='ls')
    if cover:
        for it in L.pages[page]:
            if isinstance(it, Run) and it.tag: d.rectangle([it.x * k - 2, (L.H - it.y - it.size * .95) * k, (it.x + width(it.text, L.fam, it.st, it.size)) * k + 2, (L.H - it.y + it.size * .28) * k], fill=8)
    im = im.rotate(.15, fillcolor=240); px = im.load(); r = random.Random(page)
    for _ in range(im.width * im.height // 30): a, b = r.randrange(im.width), r.randrange(im.height); px[a, b] = max(0, min(255, px[a, b] + r.randint(-18, 8)))
    return im
def scanned(cs, f, sec, how, sk='name', cover=True):
    p = newpdf(cs, 'b14', 'serif'); L = lay(cs, p, cs.blocks(cs.carrier(sec, sk) if sec else None, n=6)); p.fill(L); p.info['Creator'] = 'Xerox WorkCentre 7835'; p.info['Producer'] = 'ABBYY FineReader Engine 11' if how else 'Xerox WorkCentre 7835'
    for i, pg in enumerate(p.pages):
        pg.add('XObject', 'Scan', p.image(scan(L, i, cover))); im = b'q %d 0 0 %d 0 0 cm /Scan Do Q\n' % (p.W, p.H)
        if how == 'tr3': pg.body = im + b''.join(p.show(r, pg, b'3 Tr') for r in L.pages[i] if isinstance(r, Run))
        elif how == 'under': pg.body = b''.join(p.show(r, pg) for r in L.pages[i] if isinstance(r, Run)) + im
        else: pg.body = im; pg.res.pop('Font', None)
    p.save(f); return sec
@pdf('Scan0047.pdf', 'OCR layer (render mode 3) keeps the name under a redacted scan', seen='a scan with a marker-pen bar')
def _(cs, f): return scanned(cs, f, secret(), 'tr3')
@pdf('Xerox_20180312_1142.pdf', 'OCR text painted before the scan picture', seen='a scan with a marker-pen bar')
def _(cs, f): return scanned(cs, f, secret('nhs'), 'under', 'nhs')
@pdf('partnership-review-print.pdf', 'name outside a CropBox smaller than MediaBox (printer slug)', seen='nothing: the slug is cropped away')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0', W=595, Hh=842); p.fill(lay(cs, p, cs.blocks()))
    for i, pg in enumerate(p.pages):
        pg.extra = b'/MediaBox [-30 -40 625 882] /CropBox [0 0 595 842] /TrimBox [0 0 595 842]'
        pg.post += p.show(Run('R', 7, 40, 856, 'LSCB_%s_SCR_A4_v6.indd   %d   12/03/2019   16:42' % (sec, i + 1), None), pg)
    p.save(f); return sec
@pdf('review-of-practice-baby.pdf', 'text off the page (negative coordinates)', seen='nothing')
def _(cs, f):
    sec = secret('nhs'); p = newpdf(cs, 'b14'); p.fill(lay(cs, p, cs.blocks()))
    p.pages[0].body += b'q 1 0 0 1 -900 300 cm\n' + p.show(Run('R', 11, 20, 20, 'NHS No. ' + sec, None), p.pages[0]) + b'Q\n'; p.save(f); return sec
@pdf('SAB-CSPR-thematic.pdf', 'text blanked by a luminosity soft mask', seen='a gap')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0')
    g = p.form(b'0 g 0 0 595 842 re f\n', extra=b'/Group << /S /Transparency /CS /DeviceGray >>'); gs = p.add(b'<< /Type /ExtGState /SMask << /Type /Mask /S /Luminosity /G %d 0 R >> >>' % g)
    def hook(p, pg, r): pg.add('ExtGState', 'GS9', gs); return b'q /GS9 gs ' + p.show(r, pg) + b'Q\n'
    p.fill(lay(cs, p, cs.blocks(cs.carrier(sec))), hook); p.save(f); return sec
@pdf('Report for publication Jan.pdf', 'text outside its clipping path', seen='a gap')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 'b14')
    def hook(p, pg, r): return b'q %s re W n ' % b4(r.x, r.y + 40, .5, .5) + p.show(r, pg) + b'Q\n'
    p.fill(lay(cs, p, cs.blocks(cs.carrier(sec))), hook); p.save(f); return sec
@pdf('iro-summary.pdf', 'text scaled to next to nothing through nested cm', seen='a speck at the foot')
def _(cs, f):
    sec = secret('addr'); p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks()))
    pg = p.pages[-1]; pg.body += b'q 0.02 0 0 0.02 300 28 cm q 0.5 0 0 0.5 0 0 cm\n' + p.show(Run('R', 11, 0, 0, sec, None), pg) + b'Q Q\n'; p.save(f); return sec
@pdf('child-safeguarding-review-v2.pdf', 'earlier revision kept by an incremental update', seen='the role only')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 'b14'); st = cs.r.getstate(); bl = cs.blocks('The younger sibling, [[%s]], remained in the care of the grandmother.' % sec)
    p.fill(lay(cs, p, bl)); cs.r.setstate(st); bl2 = cs.blocks('The younger sibling remained in the care of the grandmother.'); q = Pdf(p.fam, 'b14'); q.fill(lay(cs, q, bl2))
    def post(data, s, info):
        out = data + b''; offs = []
        for a, b in zip(s.pages, q.pages):
            z = zlib.compress(b'q\n' + b.body + b'Q\n'); offs.append((a.cnum, len(out))); out += b'%d 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n' % (a.cnum, len(z)) + z + b'\nendstream\nendobj\n'
        at = len(out); out += b'xref\n' + b''.join(b'%d 1\n%010d 00000 n \n' % o for o in offs)
        return out + b'trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n' % (len(s.o), s.cat_n, info, s.xref_at, at)
    p.save(f, post); return sec
@pdf('cspr-layers.pdf', 'optional content off, by OCMD on a form XObject', seen='nothing')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0'); bl = cs.blocks(n=6); bl.insert(7, ('space', 60, 'key')); og = p.add(b'<< /Type /OCG /Name (Key to names) /Intent /View >>'); md = p.add(b'<< /Type /OCMD /OCGs [%d 0 R] /P /AllOn >>' % og)
    def spot(p, pg, k, x, y, w, h):
        t = p.show(Run('R', 10, 4, 30, '%s = %s' % (cs.c, sec), None), pg); fm = p.form(t, b'0 0 %s %s' % (n(w), n(h)), b'<< /Font << /FR %d 0 R >> >>' % p.font('R'), b'/OC %d 0 R' % md)
        pg.add('XObject', 'Fk', fm); return b'q 1 0 0 1 %s %s cm /Fk Do Q\n' % (n(x), n(y))
    p.fill(lay(cs, p, bl), spot=spot); p.cat.append(b'/OCProperties << /OCGs [%d 0 R] /D << /OFF [%d 0 R] /Order [] >> >>' % (og, og)); p.save(f); return sec
@pdf('review-report-accessible.pdf', 'hidden FreeText annotation, in an object stream', seen='nothing')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks())); p.pack = True
    p.pages[0].annots.append(p.add(b'<< /Type /Annot /Subtype /FreeText /Rect [320 700 540 740] /F 2 /DA (/Helv 10 Tf 1 0 0 rg) /Contents %s /M (D:20210412) >>' % u16('check with legal: is %s still subject to order?' % sec))); p.save(f); return sec
@pdf('overview-with-highlights.pdf', 'comment (rich text) behind a highlight and its closed pop-up', seen='a yellow highlight')
def _(cs, f):
    sec = secret(); p = cover_pdf(cs, cs.c, mode='b14'); i, r = tagged(p)[0]; x, y, w, h = rectof(p, r); pop = p.add(b'')
    a = p.add(b'<< /Type /Annot /Subtype /Highlight /Rect [%s] /QuadPoints [%s] /C [1 1 0] /CA 0.5 /F 4 /T (Panel chair) /Popup %d 0 R /Contents (see note) /RC %s >>' % (b4(x, y, x + w, y + h), b4(x, y + h, x + w, y + h, x, y, x + w, y), pop,
              lit('<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml"><p>Family say <b>%s</b> was already living there by then</p></body>' % sec)))
    p.o[pop] = b'<< /Type /Annot /Subtype /Popup /Rect [560 600 700 700] /Parent %d 0 R /Open false >>' % a; p.pages[i].annots += [a, pop]; p.save(f); return sec
@pdf('family-feedback-form.pdf', 'form field default value (/DV) and export values in /Opt', seen='a drop-down reading the pseudonym')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 'b14'); bl = cs.blocks(n=4, table=False); bl.append(('space', 40, 'fld')); pos = []
    p.fill(lay(cs, p, bl), spot=lambda p, pg, k, x, y, w, h: pos.append((pg, x, y)) or b''); pg, x, y = pos[0]; hv = p.add(b'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
    ap = p.form(b'/Tx BMC q BT /Helv 10 Tf 0 g 3 5 Td %s Tj ET Q EMC\n' % lit(cs.c), b'0 0 200 18', b'<< /Font << /Helv %d 0 R >> >>' % hv)
    w1 = p.add(b'<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (subject) /F 4 /Rect [%s] /DA (/Helv 10 Tf 0 g) /Opt [[%s %s] [%s %s]] /V %s /DV %s /AP << /N %d 0 R >> /MK << /BC [0.5] >> >>' % (b4(x, y + 10, x + 200, y + 28), lit('MT'), lit('the mother'), lit(sec), lit(cs.c), lit(sec), lit(sec), ap))
    pg.annots.append(w1); p.cat.append(b'/AcroForm << /Fields [%d 0 R] /DR << /Font << /Helv %d 0 R >> >> /DA (/Helv 10 Tf 0 g) >>' % (w1, hv)); p.save(f); return sec
@pdf('interactive-report.pdf', 'document-level JavaScript', seen='nothing')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks())); js = p.stream(b'', ('// pseudonym table for proofing\nvar swap = {"%s": "%s", "Mother": "MT"};\nfunction proof() { app.alert(swap["x"]); }\n' % (sec, cs.c)).encode())
    p.cat.append(b'/Names << /JavaScript << /Names [(proof) << /S /JavaScript /JS %d 0 R >>] >> >>' % js); p.save(f); return sec
@pdf('review-pdfa3.pdf', 'embedded working DOCX (attachment, associated file)', seen='nothing on the page')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks())); d = Docx(cs); d.title_block(); d.p('The child, %s, was seen on four occasions.' % sec); d.p(cs.paras[0]); data = d.bytes()
    ef = p.stream(b'/Type /EmbeddedFile /Subtype /application#2Fvnd.openxmlformats-officedocument.wordprocessingml.document', data); fs = p.add(b'<< /Type /Filespec /F (overview-source.docx) /UF (overview-source.docx) /AFRelationship /Source /EF << /F %d 0 R >> >>' % ef)
    p.cat.append(b'/AF [%d 0 R] /Names << /EmbeddedFiles << /Names [(overview-source.docx) %d 0 R] >> >>' % (fs, fs)); p.save(f); return sec
@pdf('Harrowick-review.pdf', 'outline (bookmark) from an old heading, UTF-16 hex', seen='nothing on the page')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 'b14'); p.fill(lay(cs, p, cs.blocks()))
    for pg in p.pages: pg.num = p.add(b'')
    o, a, b = p.add(b''), p.add(b''), p.add(b'')
    p.o[o] = b'<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count 1 >>' % (a, a); p.o[a] = b'<< /Title %s /Parent %d 0 R /Dest [%d 0 R /Fit] /First %d 0 R /Last %d 0 R /Count -1 >>' % (u16('1. Introduction'), o, p.pages[0].num, b, b)
    p.o[b] = b'<< /Title %s /Parent %d 0 R /Dest [%d 0 R /XYZ 60 400 0] >>' % (u16('1.2 Who was %s?' % sec), a, p.pages[0].num); p.cat.append(b'/Outlines %d 0 R' % o); p.save(f); return sec
@pdf('overview-linked.pdf', 'named destination', seen='nothing')
def _(cs, f):
    sec = secret().replace(' ', '_'); p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks())); p.pack = True
    for pg in p.pages: pg.num = p.add(b'')
    p.cat.append(b'/Names << /Dests << /Kids [%d 0 R] >> >>' % p.add(b'<< /Limits [(A) (z)] /Names [(%s) [%d 0 R /XYZ 60 500 0] (section2) [%d 0 R /Fit]] >>' % (('Chronology_' + sec).encode(), p.pages[0].num, p.pages[-1].num))); p.save(f); return sec
@pdf('Annex-B.pdf', 'page label prefix', seen='a label only in the page-number box of the viewer')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 'b14'); p.fill(lay(cs, p, cs.blocks())); p.cat.append(b'/PageLabels << /Nums [0 << /S /D /P %s >>] >>' % lit(sec + ' bundle p.')); p.save(f); return sec
@pdf('accessible-genogram.pdf', 'structure tree /Alt of a figure', seen='a family tree with roles')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0'); bl = cs.blocks(n=4); bl.insert(5, ('space', 90, 'g'))
    def spot(p, pg, k, x, y, w, h):
        o = b'/Figure << /MCID 0 >> BDC q 0.5 w '
        for j, t in enumerate(['Mother', cs.c, 'Half-sibling']): o += b'%s re S ' % b4(x + j * 130, y + 30, 100, 34) + p.show(Run('R', 9, x + j * 130 + 10, y + 42, t, None), pg)
        return o + b'Q EMC\n'
    p.fill(lay(cs, p, bl), spot=spot)
    for pg in p.pages: pg.num = p.add(b'')
    rt, fg, pt = p.add(b''), p.add(b''), p.add(b''); gi = [i for i, pg in enumerate(p.pages) if b'/Figure' in pg.body][0]; g = p.pages[gi]; g.extra = b'/StructParents 0'
    p.o[rt] = b'<< /Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R >>' % (fg, pt); p.o[pt] = b'<< /Nums [0 [%d 0 R]] >>' % fg
    p.o[fg] = b'<< /Type /StructElem /S /Figure /P %d 0 R /Pg %d 0 R /K 0 /Alt %s >>' % (rt, g.num, u16('Genogram. Square on the left is the mother, circle in the middle is %s, aged 4' % sec)); p.cat.append(b'/MarkInfo << /Marked true >> /StructTreeRoot %d 0 R' % rt); p.save(f); return sec
@pdf('Overview Report - redacted.pdf', '/ActualText and /E of a marked-content span', seen='initials only')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 'b14'); ini = ''.join(w[0] for w in re.split('[ -]', sec))
    def hook(p, pg, r): pg.add('Properties', 'MC1', p.add(b'<< /ActualText %s /E %s /Lang (en-GB) >>' % (u16(sec), u16(sec)))); return b'/Span /MC1 BDC ' + p.show(r, pg) + b'EMC\n'
    p.fill(lay(cs, p, cs.blocks(cs.carrier(ini))), hook); p.save(f); return sec
@pdf('indesign-export.pdf', 'XMP history and DerivedFrom file path', seen='nothing')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks()))
    p.xmp = xmp_packet('<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stRef="http://ns.adobe.com/xap/1.0/sType/ResourceRef#" xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>'
        '<xmpMM:History><rdf:Seq><rdf:li stEvt:action="created" stEvt:when="2019-02-11T10:00:00Z"/><rdf:li stEvt:action="saved" stEvt:parameters="renamed from SCR %s draft 4"/></rdf:Seq></xmpMM:History><xmpMM:DerivedFrom stRef:filePath="file:///Volumes/Design/LSCB/Job%%2042/"/></rdf:Description>' % (cs.title, sec)); p.save(f); return sec
@pdf('Stourleigh_LCSPR.pdf', 'custom key in the Info dictionary (Outlook/SharePoint style)', seen='nothing')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 'b14'); p.fill(lay(cs, p, cs.blocks())); p.pack = True; p.info['_EmailSubject'] = u16('RE: %s - final for sign-off' % sec); p.info['ContentTypeId'] = '0x0101007F'; p.save(f); return sec
@pdf('published-2014-review.pdf', 'page thumbnail of the unredacted cover (pixels only)', seen='the public title')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 'b14'); p.fill(lay(cs, p, cs.blocks())); im = Image.new('RGB', (300, 424), 'white'); d = ImageDraw.Draw(im)
    d.text((24, 30), 'Serious Case Review', font=pil_font(20, st='B'), fill=(10, 30, 80)); d.text((24, 62), sec, font=pil_font(17, st='B'), fill=(10, 30, 80))
    for y in range(110, 400, 11): d.line([(24, y), (276 - (y * 7) % 60, y)], fill=(150, 150, 150), width=3)
    p.pages[0].extra = b'/Thumb %d 0 R' % p.stream(b'/Width 300 /Height 424 /ColorSpace /DeviceRGB /BitsPerComponent 8', im.tobytes()); p.save(f); return sec
@pdf('illustrator-cover.pdf', 'PieceInfo private data', seen='nothing')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks(n=4))); pr = p.stream(b'', ('%%!PS-Adobe-3.0\n%%%%Creator: Adobe Illustrator(R) 24.0\n%%%%Title: cover.ai\n(/AI10_Text) (Serious Case Review concerning %s) Tj\n' % sec).encode())
    p.pages[0].extra = b'/LastModified (D:20200101) /PieceInfo << /Illustrator << /LastModified (D:20200101) /Private << /NumBlock 1 /AIPrivateData1 %d 0 R >> >> >>' % pr; p.save(f); return sec
@pdf('compressed-report.pdf', 'orphaned content stream, no longer referred to', seen='nothing')
def _(cs, f):
    sec = secret('nhs'); p = newpdf(cs, 'b14'); p.fill(lay(cs, p, cs.blocks())); p.stream(b'', b'BT /FR 10 Tf 66 700 Td (Chronology \\(NHS ) Tj (%s) Tj (\\)) Tj ET' % sec.encode()); p.save(f); return sec
@pdf('redaction-marked.pdf', 'unapplied Redact annotations whose appearance is already black', seen='a black bar')
def _(cs, f):
    sec = secret(); p = cover_pdf(cs, sec, mode='t0')
    for i, r in tagged(p):
        x, y, w, h = rectof(p, r); ap = p.form(b'0 g 0 0 %s %s re f\n' % (n(w), n(h)), b'0 0 %s %s' % (n(w), n(h)))
        p.pages[i].annots.append(p.add(b'<< /Type /Annot /Subtype /Redact /F 4 /Rect [%s] /QuadPoints [%s] /IC [0 0 0] /OC [1 0 0] /AP << /N %d 0 R /R %d 0 R >> >>' % (b4(x, y, x + w, y + h), b4(x, y + h, x + w, y + h, x, y, x + w, y), ap, ap)))
    p.save(f); return sec
@pdf('Fellmoor-SCP-report.pdf', 'redaction box a little too short; the text is whole beneath', seen='a black bar with the last letters sticking out')
def _(cs, f):
    sec = secret(); p = cover_pdf(cs, sec, mode='b14')
    for i, r in tagged(p)[:]: x, y, w, h = rectof(p, r); p.pages[i].post += b'q 0.02 0.02 0.03 rg %s re f Q\n' % b4(x, y, w - 14, h)
    p.save(f); return sec
@pdf('meeting-record-annex.pdf', 'redaction box on the line above after reflow', seen='a black bar above; the name itself in plain sight')
def _(cs, f):
    sec = secret(); p = cover_pdf(cs, sec, mode='t0')
    for i, r in tagged(p): x, y, w, h = rectof(p, r); p.pages[i].post += b'q 0 g %s re f Q\n' % b4(x, y + r.size * 1.38, w, h)
    p.save(f); return sec
@pdf('chronology-table.pdf', 'dark words on a dark cell filled before them', seen='a solid navy table cell')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0'); bl = cs.blocks(n=4, table=False); bl.append(('table', [['Role', 'Identity', 'Seen'], ['Subject child', '[[%s]]' % sec, '4'], ['Half-sibling', 'not published', '1']]))
    def hook(p, pg, r): return b'q 0.1 0.12 0.2 rg %s re f Q\n' % b4(r.x - 3, r.y - 4.5, 150, 17) + p.show(r, pg, color=b'0.1 0.12 0.2 rg')
    p.fill(lay(cs, p, bl), hook); p.save(f); return sec
@pdf('preview-edited.pdf', 'filled Square annotation over text (macOS Preview)', seen='a black bar')
def _(cs, f):
    sec = secret(); p = cover_pdf(cs, sec, mode='t0'); p.info['Producer'] = 'macOS Version 12.6 (Build 21G115) Quartz PDFContext, AppendMode 1.1'
    for i, r in tagged(p):
        x, y, w, h = rectof(p, r); ap = p.form(b'q 0 0 0 RG 0 0 0 rg 1 w 0 0 %s %s re B Q\n' % (n(w), n(h)), b'0 0 %s %s' % (n(w), n(h)))
        p.pages[i].annots.append(p.add(b'<< /Type /Annot /Subtype /Square /F 4 /Rect [%s] /C [0 0 0] /IC [0 0 0] /AP << /N %d 0 R >> >>' % (b4(x, y, x + w, y + h), ap)))
    p.save(f); return sec
@pdf('Brindlesea-review-secured.pdf', 'thick stroked line over text, file encrypted with an empty user password', seen='a black bar')
def _(cs, f):
    sec = secret(); p = cover_pdf(cs, sec, mode='b14')
    for i, r in tagged(p): p.pages[i].post += b'q 0 G 0 J %s w %s %s m %s %s l S Q\n' % (n(r.size * 1.15), n(r.x - 1), n(r.y + r.size * .33), n(r.x + p.w(r) + 1), n(r.y + r.size * .33))
    p.save(f, encrypt=True); return sec
@pdf('photo-annex.pdf', 'EXIF/IPTC in a clipped DCT picture', seen='a cropped street photograph')
def _(cs, f):
    sec = secret('addr'); p = newpdf(cs, 't0'); bl = cs.blocks(n=5, table=False); bl.insert(6, ('space', 150, 'pic')); im = photo(f, 640, 420)
    data = jpg(im, exif={0x010E: 'front of ' + sec, 0x010F: 'Apple', 0x0110: 'iPhone 8', 0x013B: 'duty team phone'})
    def spot(p, pg, k, x, y, w, h): pg.add('XObject', 'Im0', p.image(im, data=data)); return b'q %s re W n 320 0 0 210 %s %s cm /Im0 Do Q\n' % (b4(x, y, 220, 140), n(x - 40), n(y - 30))
    p.fill(lay(cs, p, bl), spot=spot); p.save(f); return sec
@pdf('contents-linked.pdf', 'link annotation to a SharePoint path', seen='the words "combined chronology"')
def _(cs, f):
    sec = secret(); p = cover_pdf(cs, 'combined chronology', mode='t0'); i, r = tagged(p)[0]; x, y, w, h = rectof(p, r); enc = sec.replace(' ', '%20')
    p.pages[i].annots.append(p.add(b'<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [%s] /A << /S /URI /URI %s >> >>' % (b4(x, y, x + w, y + h), lit('https://fellmoor.sharepoint.example/sites/scr/Shared%%20Documents/%s/chronology.xlsx' % enc)))); p.save(f); return enc
@pdf('cut-resources.pdf', 'form XObject left in Resources, never drawn', seen='nothing')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks())); pg = p.pages[0]
    pg.add('XObject', 'Fm12', p.form(p.show(Run('R', 11, 70, 600, 'Subject of review: ' + sec, None), pg), res=b'<< /Font << /FR %d 0 R >> >>' % p.font('R'))); p.save(f); return sec
@pdf('gap-width.pdf', 'name cut but its exact advance kept: the gap fits the name (no bytes)', seen='an exact-width gap ruled by a black box')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 'b14', 'serif')
    def hook(p, pg, r):
        # one text line: words, a kern the width of the name, words go on; box with no words beneath
        return b'BT /FR %s Tf 0 g 1 0 0 1 %s %s Tm [( ) %s] TJ ET\n' % (n(r.size), n(r.x), n(r.y), n(-p.w(r) * 1000 / r.size)) + b'q 0 g %s re f Q\n' % b4(*rectof(p, r, 0))
    p.fill(lay(cs, p, cs.blocks('The younger sibling, [[%s]], stayed.' % sec)), hook); p.save(f); return sec
@pdf('letter-scan-pixelated.pdf', 'pixelated (mosaic) name in a picture (no bytes)', seen='a blurred mosaic patch')
def _(cs, f):
    sec = secret(); p = newpdf(cs, 't0'); bl = cs.blocks(n=4, table=False); bl.insert(6, ('space', 120, 'pic')); im = Image.new('RGB', (640, 240), (252, 251, 246)); d = ImageDraw.Draw(im)
    d.text((30, 30), 'Dear Parent,', font=pil_font(24, 'serif'), fill=(30, 30, 40)); d.text((30, 80), sec, font=pil_font(30, 'serif'), fill=(30, 30, 40)); d.text((30, 140), 'was not at school on Monday or Tuesday.', font=pil_font(24, 'serif'), fill=(30, 30, 40))
    bx = (26, 76, 30 + int(d.textlength(sec, font=pil_font(30, 'serif'))) + 6, 120); t = im.crop(bx); im.paste(t.resize((max(1, t.width // 15), max(1, t.height // 15)), Image.BOX).resize(t.size, Image.NEAREST), bx[:2])
    def spot(p, pg, k, x, y, w, h): pg.add('XObject', 'Im0', p.image(im, 'z')); return b'q 320 0 0 120 %s %s cm /Im0 Do Q\n' % (n(x), n(y))
    p.fill(lay(cs, p, bl), spot=spot); p.save(f); return sec

# ---- clean
C = 'clean'
@pdf('oakfield-redacted.pdf', 'burned-in redaction: fixed-width black box with no words beneath', C, 'black bars')
def _(cs, f):
    p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks(cs.carrier('WWWWWWWWWW'))), lambda p, pg, r: b'q 0 g %s re f Q\n' % b4(*rectof(p, r))); p.save(f)
@pdf('Scan0102.pdf', 'redacted scan with no text layer', C, 'a scan with bars')
def _(cs, f): scanned(cs, f, 'Xxxxxxx Xxxxxxx', None)
@pdf('Scan0110.pdf', 'scan whose OCR layer says just what is seen', C, 'a scan')
def _(cs, f): scanned(cs, f, None, 'tr3', cover=False)
@pdf('tables-dark-heads.pdf', 'white words visible on a dark table heading', C, 'white on navy')
def _(cs, f):
    p = newpdf(cs, 't0'); bl = [(b[0], b[1], True) if b[0] == 'table' else b for b in cs.blocks()]; p.fill(lay(cs, p, bl)); p.save(f)
@pdf('cover-photo-title.pdf', 'white title on a dark photograph drawn before it', C, 'title on a photograph')
def _(cs, f):
    p = newpdf(cs, 'b14'); p.fill(lay(cs, p, [('space', 300, 'c')] + cs.blocks(n=3, table=False)), spot=lambda p, pg, k, x, y, w, h: (pg.add('XObject', 'Im0', p.image(photo(f, dark=True))) or b'') + b'q %s 0 0 %s %s %s cm /Im0 Do Q\n' % (n(w), n(h), n(x), n(y)) + p.show(Run('B', 24, x + 20, y + 250, cs.c + ': a review', None, (1, 1, 1)), pg)); p.save(f)
@pdf('gradient-banner.pdf', 'white words on an axial gradient drawn before', C, 'white on blue')
def _(cs, f):
    p = newpdf(cs, 't0')
    def spot(p, pg, k, x, y, w, h):
        pg.add('Shading', 'Sh0', b'<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [%s] /Function << /FunctionType 2 /Domain [0 1] /C0 [0.02 0.1 0.35] /C1 [0.25 0.1 0.45] /N 1 >> /Extend [true true] >>' % b4(x, y, x + w, y))
        return b'q %s re W n /Sh0 sh Q\n' % b4(x, y, w, h) + p.show(Run('B', 15, x + 14, y + 22, cs.board, None, (1, 1, 1)), pg)
    p.fill(lay(cs, p, [('space', 60, 'c')] + cs.blocks(n=6)), spot=spot); p.save(f)
@pdf('contacts-chart.pdf', 'bar chart in black bars with labels beside, and white labels inside', C, 'a chart')
def _(cs, f):
    p = newpdf(cs, 'b14')
    def spot(p, pg, k, x, y, w, h):
        o = b''
        for j, (t, v) in enumerate([('Police', 41), ('School', 23), ('Health', 66), ('Housing', 12)]): o += b'q 0 g %s re f Q\n' % b4(x + 70, y + 10 + j * 24, v * 4, 16) + p.show(Run('R', 9, x, y + 14 + j * 24, t, None), pg) + p.show(Run('B', 9, x + 75, y + 14 + j * 24, str(v), None, (1, 1, 1)), pg)
        return o
    bl = cs.blocks(n=5); bl.insert(6, ('space', 120, 'c')); p.fill(lay(cs, p, bl), spot=spot); p.save(f)
@pdf('underlined-headings.pdf', 'underlines and rules drawn as thin rectangles over text boxes', C, 'underlined words')
def _(cs, f):
    p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks(cs.carrier('the school nurse')))); 
    for i, its in enumerate(p.L.pages):
        for r in its:
            if isinstance(r, Run) and (r.tag or r.st == 'B'): p.pages[i].post += b'q 0 g %s re f Q\n' % b4(r.x, r.y - 1.6, p.w(r), .7)
    p.save(f)
@pdf('cream-pages.pdf', 'page background is a white then cream rectangle; words after', C, 'cream paper')
def _(cs, f):
    p = newpdf(cs, 'b14'); p.fill(lay(cs, p, cs.blocks()))
    for pg in p.pages: pg.pre = b'q 1 g 0 0 595 842 re f 0.99 0.97 0.9 rg 20 20 555 802 re f Q\n'
    p.save(f)
@pdf('letterhead-watermark.pdf', 'form XObject letterhead, pale transparent "Published" watermark over the words, layer on', C, 'watermark')
def _(cs, f):
    p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks())); og = p.add(b'<< /Type /OCG /Name (Watermark) >>'); gs = p.add(b'<< /ca 0.12 >>')
    for pg in p.pages:
        t = p.show(Run('B', 90, 0, 0, 'Published', None, (.3, .3, .6)), pg); fm = p.form(b'q /G0 gs 0.7 0.7 -0.7 0.7 150 220 cm ' + t + b'Q', res=b'<< /Font << /FB %d 0 R >> /ExtGState << /G0 %d 0 R >> >>' % (p.font('B'), gs), extra=b'/OC %d 0 R' % og)
        pg.add('XObject', 'Wm', fm); pg.post = b'/Artifact << /Type /Pagination /Subtype /Watermark >> BDC q /Wm Do Q EMC\n'
    p.cat.append(b'/OCProperties << /OCGs [%d 0 R] /D << /ON [%d 0 R] /OFF [] /Order [%d 0 R] >> >>' % (og, og, og)); p.save(f)
@pdf('designed-report.pdf', 'drop cap, tiny note marks, ligature ActualText, soft-hyphen span', C, 'ordinary text')
def _(cs, f):
    p = newpdf(cs, 'b14', 'serif'); p.fill(lay(cs, p, cs.blocks('The review was a [[de\u00adfining]] moment.')), lambda p, pg, r: b'/Span << /ActualText <FEFF0064006500660069006E0069006E0067> >> BDC ' + p.show(r, pg) + b'EMC\n' if False else b'/Span << /ActualText %s >> BDC ' % u16('defining') + p.show(Run(r.st, r.size, r.x, r.y, 'defining', None), pg) + b'EMC\n')
    p.pages[0].body += p.show(Run('R', 4.5, 530, 640, '1', None), p.pages[0]) + p.show(Run('R', 5, 66, 50, '1 Working Together to Safeguard Children, statutory guidance.', None), p.pages[0]); p.save(f)
@pdf('bookmarks-and-links.pdf', 'outline of headings, public links, board-only XMP', C, 'ordinary text')
def _(cs, f):
    p = cover_pdf(cs, 'statutory guidance', mode='t0'); 
    for pg in p.pages: pg.num = p.add(b'')
    o = p.add(b''); its = [p.add(b'') for _ in range(3)]
    for k, i_ in enumerate(its): p.o[i_] = b'<< /Title %s /Parent %d 0 R /Dest [%d 0 R /Fit] %s%s >>' % (u16('%d. %s' % (k + 1, cs.heads[k])), o, p.pages[0].num, b'/Next %d 0 R ' % its[k + 1] if k < 2 else b'', b'/Prev %d 0 R' % its[k - 1] if k else b'')
    p.o[o] = b'<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count 3 >>' % (its[0], its[-1]); p.cat.append(b'/Outlines %d 0 R' % o); i, r = tagged(p)[0]; x, y, w, h = rectof(p, r)
    p.pages[i].annots.append(p.add(b'<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [%s] /A << /S /URI /URI (https://www.gov.uk/government/publications/working-together-to-safeguard-children--2) >> >>' % b4(x, y, x + w, y + h)))
    p.xmp = xmp_packet('<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title></rdf:Description>' % (cs.board, cs.title)); p.save(f)
@pdf('response-form.pdf', 'empty form fields and a print button', C, 'empty boxes')
def _(cs, f):
    p = newpdf(cs, 'b14'); bl = cs.blocks(n=4, table=False) + [('space', 40, 'fld')]; pos = []; p.fill(lay(cs, p, bl), spot=lambda p, pg, k, x, y, w, h: pos.append((pg, x, y)) or b''); pg, x, y = pos[0]; hv = p.add(b'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
    a = p.add(b'<< /Type /Annot /Subtype /Widget /FT /Tx /T (comments) /TU (Your comments) /F 4 /Rect [%s] /V () /DA (/Helv 10 Tf 0 g) /MK << /BC [0.4] >> >>' % b4(x, y + 6, x + 200, y + 30)); b = p.add(b'<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 65536 /T (print) /F 4 /Rect [%s] /MK << /CA (Print) /BG [0.85] >> /DA (/Helv 10 Tf 0 g) /A << /S /JavaScript /JS (this.print\\(\\);) >> >>' % b4(x + 220, y + 6, x + 280, y + 30))
    pg.annots += [a, b]; p.cat.append(b'/AcroForm << /Fields [%d 0 R %d 0 R] /NeedAppearances true /DR << /Font << /Helv %d 0 R >> >> >>' % (a, b, hv)); p.save(f)
@pdf('print-ready-crops.pdf', 'CropBox with only crop marks and colour names outside', C, 'ordinary page')
def _(cs, f):
    p = newpdf(cs, 't0'); p.fill(lay(cs, p, cs.blocks()))
    for pg in p.pages: pg.extra = b'/MediaBox [-30 -40 625 882] /CropBox [0 0 595 842]'; pg.post += b'0 G 0.25 w -20 0 m -5 0 l S 0 860 m 0 850 l S\n' + p.show(Run('R', 6, 100, 856, 'Cyan Magenta Yellow Black', None), pg)
    p.save(f)
@pdf('republished-metadata.pdf', 'incremental update that only changes the date; yellow highlight with no comment', C, 'a highlight')
def _(cs, f):
    p = cover_pdf(cs, 'three agencies', mode='b14'); i, r = tagged(p)[0]; x, y, w, h = rectof(p, r); ap = p.form(b'/G gs 1 1 0 rg 0 0 %s %s re f' % (n(w), n(h)), b'0 0 %s %s' % (n(w), n(h)), b'<< /ExtGState << /G << /BM /Multiply >> >> >>')
    p.pages[i].annots.append(p.add(b'<< /Type /Annot /Subtype /Highlight /F 4 /C [1 1 0] /Rect [%s] /QuadPoints [%s] /AP << /N %d 0 R >> >>' % (b4(x, y, x + w, y + h), b4(x, y + h, x + w, y + h, x, y, x + w, y), ap)))
    def post(data, s, info):
        at = len(data); nb = b'%d 0 obj\n<< /Title %s /Author %s /ModDate (D:20220301) >>\nendobj\n' % (info, lit(cs.title), lit(cs.board)); x = at + len(nb)
        return data + nb + b'xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n' % (info, at, len(s.o), s.cat_n, info, s.xref_at, x)
    p.save(f, post)
# ================================================================ DOCX
X = lambda t: H.escape(t, quote=True)
NSALL = ' '.join('xmlns:%s="%s"' % kv for kv in {'w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
   'a': 'http://schemas.openxmlformats.org/drawingml/2006/main', 'pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture', 'mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006', 'v': 'urn:schemas-microsoft-com:vml', 'o': 'urn:schemas-microsoft-com:office:office',
   'w10': 'urn:schemas-microsoft-com:office:word', 'wps': 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'w14': 'http://schemas.microsoft.com/office/word/2010/wordml', 'w15': 'http://schemas.microsoft.com/office/word/2012/wordml', 'wp14': 'http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing'}.items()) + ' mc:Ignorable="w14 w15 wp14"'
RT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
CT = 'application/vnd.openxmlformats-officedocument.'
WCT = CT + 'wordprocessingml.'
XH = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
THEME = XH + '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F3864"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>' + ''.join('<a:accent%d><a:srgbClr val="%s"/></a:accent%d>' % (i, c, i) for i, c in enumerate(['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'], 1)) + '<a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>' + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3 + '</a:fillStyleLst><a:lnStyleLst>' + '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3 + '</a:lnStyleLst><a:effectStyleLst>' + '<a:effectStyle><a:effectLst/></a:effectStyle>' * 3 + '</a:effectStyleLst><a:bgFillStyleLst>' + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3 + '</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>'
def R(t, rpr=''): return '<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>' % ('<w:rPr>%s</w:rPr>' % rpr if rpr else '', X(t))
def P(inner, ppr=''): return '<w:p>%s%s</w:p>' % ('<w:pPr>%s</w:pPr>' % ppr if ppr else '', inner)
def ST(s): return '<w:pStyle w:val="%s"/>' % s
SET_ORDER = ['attachedTemplate', 'mailMerge', 'trackRevisions', 'defaultTabStop', 'evenAndOddHeaders', 'footnotePr', 'compat', 'docVars', 'rsids', 'themeFontLang', 'clrSchemeMapping', 'decimalSymbol']
class Docx:
    def __init__(s, cs):
        s.cs = cs; s.parts = {}; s.rels = {}; s.ov = {}; s.body = []; s.styles = ''; s.set = {'defaultTabStop': '<w:defaultTabStop w:val="720"/>', 'compat': '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
            'themeFontLang': '<w:themeFontLang w:val="en-GB"/>', 'clrSchemeMapping': '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'}
        s.defaults = {'rels': 'application/vnd.openxmlformats-package.relationships+xml', 'xml': 'application/xml', 'jpeg': 'image/jpeg', 'jpg': 'image/jpeg', 'png': 'image/png', 'emf': 'image/x-emf', 'bin': CT.replace('openxmlformats-officedocument', 'openxmlformats-officedocument') + 'oleObject', 'xlsx': CT + 'spreadsheetml.sheet'}
        s.core = {'dc:title': cs.title, 'dc:creator': cs.board, 'cp:lastModifiedBy': cs.board}; s.core_x = ''
        s.app = {'Template': 'Normal.dotm', 'Application': 'Microsoft Office Word', 'Company': cs.board, 'AppVersion': '16.0000'}; s.app_x = ''
        s.sect = ''; s.nid = 0; s.hdr = 0
        s.part('word/theme/theme1.xml', THEME, CT + 'theme+xml', RT + 'theme')
    def id(s): s.nid += 1; return s.nid
    def rel(s, typ, target, src='word/document.xml', ext=False):
        l = s.rels.setdefault(src, []); rid = 'rId%d' % (len(l) + 1); l.append((rid, typ, target, ext)); return rid
    def part(s, path, data, ct=None, typ=None, src='word/document.xml'):
        s.parts[path] = data
        if ct: s.ov['/' + path] = ct
        if typ: return s.rel(typ, os.path.relpath(path, os.path.dirname(src)) if src else path, src)
    def p(s, t, ppr=''): s.body.append(P(R(t), ppr))
    def raw(s, x): s.body.append(x)
    def title_block(s):
        s.p(s.cs.board, ST('Strap')); s.p(s.cs.title, ST('Title')); s.p('Published ' + s.cs.month, ST('Strap'))
    def fill(s, carrier=None, at=2, n_=0, table=True, runs=None):
        """standard report; carrier '...[[x]]...' with runs(x)->xml for the tagged piece; returns self"""
        s.title_block(); cs = s.cs; r2 = random.Random('n' + cs.seed); n_ = n_ or r2.choice([6, 6, 8, 12, 15]); at = r2.randint(1, n_ - 1) if n_ > 6 and carrier else at
        for i in range(n_):
            if i % 2 == 0: s.p('%d. %s' % (i // 2 + 1, cs.heads[i // 2]), ST('Heading1'))
            if i == at and carrier:
                a, b, c = re.match(r'(.*?)\[\[(.*?)\]\](.*)$', carrier, re.S).groups(); s.raw(P(R(a) + (runs(b) if runs else R(b)) + R(c + ' ' + cs.paras[i])))
            else: s.p(cs.paras[i])
            if i == 3: s.p(cs.quote, ST('Quote'))
            if i == 4 and table: s.table([['Agency', 'Contacts'], ['Police', '11'], ['School', '7'], ['Health visiting', '9']])
        return s
    def table(s, rows, style='TableGrid', look='', hdr_shade=True, rowfn=None):
        o = '<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>%s</w:tblGrid>' % (style, '<w:gridCol w:w="%d"/>' % (9000 // len(rows[0])) * len(rows[0]))
        for i, r in enumerate(rows):
            o += '<w:tr>' + (rowfn(i, 'pr') if rowfn else '') + ''.join('<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>%s</w:tc>' % (9000 // len(r), '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>' if i == 0 and hdr_shade else '', c if c.startswith('<w:p') else P(R(c, '<w:b/>' if i == 0 else ''))) for c in r) + '</w:tr>'
        s.raw(o + '</w:tbl>' + P(''))
    def media(s, data, name, src='word/document.xml'): return s.part('word/media/' + name, data, None, RT + 'image', src)
    def pic(s, rid, w=300, h=190, descr='', name='Picture 1', crop='', anchor=None, cnv='', title='', pn=None, ext=''):
        i = s.id(); cx, cy = w * 9525, h * 9525; embed = rid if '=' in rid else 'r:embed="%s"' % rid
        g = '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="%s"%s/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip %s/>%s<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>' % (i, X(pn or name), cnv, embed, crop, cx, cy)
        return s.drawing(g, cx, cy, name, descr, anchor, title, i, ext)
    def drawing(s, g, cx, cy, name='Drawing', descr='', anchor=None, title='', i=None, ext=''):
        i = i or s.id(); dp = '<wp:docPr id="%d" name="%s"%s%s%s' % (i, X(name), ' descr="%s"' % X(descr) if descr else '', ' title="%s"' % X(title) if title else '', '>%s</wp:docPr>' % ext if ext else '/>')
        if anchor is None: return '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/>%s<wp:cNvGraphicFramePr/>%s</wp:inline></w:drawing></w:r>' % (cx, cy, dp, g)
        x, y, behind = anchor
        return '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="%d" behindDoc="%d" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>%d</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>%d</wp:posOffset></wp:positionV><wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>%s<wp:cNvGraphicFramePr/>%s</wp:anchor></w:drawing></w:r>' % (251658240 + i * 1024, behind, x, y, cx, cy, dp, g)
    def tbox(s, inner, cx=2400000, cy=400000, fill='<a:noFill/>', **kw):
        g = '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>%s</wps:spPr><wps:txbx><w:txbxContent>%s</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>' % (cx, cy, fill, inner)
        return s.drawing(g, cx, cy, 'Text Box', **kw)
    def header(s, xml, typ='default', kind='header', ref=True):
        s.hdr += 1; p_ = 'word/%s%d.xml' % (kind, s.hdr); rid = s.part(p_, XH + '<w:%s %s>%s</w:%s>' % ('hdr' if kind == 'header' else 'ftr', NSALL, xml, 'hdr' if kind == 'header' else 'ftr'), WCT + kind + '+xml', RT + kind)
        if ref: s.sect += '<w:%sReference w:type="%s" r:id="%s"/>' % (kind, typ, rid)
        return p_
    def notes(s, items, kind='footnote'):
        o = '<w:%ss %s><w:%s w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:%s><w:%s w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:%s>' % (kind, NSALL, kind, kind, kind, kind)
        for k, t in items: o += '<w:%s w:id="%d">%s</w:%s>' % (kind, k, P('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:%sRef/></w:r>' % kind + R(' ' + t)), kind)
        s.part('word/%ss.xml' % kind, XH + o + '</w:%ss>' % kind, WCT + kind + 's+xml', RT + kind + 's')
    def bytes(s):
        cs = s.cs
        base = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' \
          '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="30"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="44"/></w:rPr></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="Strap"><w:name w:val="Strap"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="404040"/><w:sz w:val="20"/></w:rPr></w:style>' \
          '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="560" w:right="560"/></w:pPr><w:rPr><w:i/><w:color w:val="595959"/></w:rPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>' + ''.join('<w:%s w:val="single" w:sz="4" w:space="0" w:color="A0A0A0"/>' % b for b in ('top', 'left', 'bottom', 'right', 'insideH', 'insideV')) + '</w:tblBorders></w:tblPr></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
        s.part('word/styles.xml', XH + '<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>%s%s</w:styles>' % (NSALL, base, s.styles), WCT + 'styles+xml', RT + 'styles')
        s.part('word/settings.xml', XH + '<w:settings %s><w:zoom w:percent="100"/>%s</w:settings>' % (NSALL, ''.join(s.set[k] for k in SET_ORDER if k in s.set)), WCT + 'settings+xml', RT + 'settings')
        s.parts['word/document.xml'] = XH + '<w:document %s><w:body>%s<w:sectPr>%s<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>%s</w:sectPr></w:body></w:document>' % (NSALL, ''.join(s.body), s.sect, getattr(s, 'sect2', ''))
        s.ov['/word/document.xml'] = WCT + 'document.main+xml'
        s.parts['docProps/core.xml'] = XH + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">%s%s<dcterms:created xsi:type="dcterms:W3CDTF">2020-03-02T09:14:00Z</dcterms:created></cp:coreProperties>' % (''.join('<%s>%s</%s>' % (k, X(v), k) for k, v in s.core.items()), s.core_x)
        s.parts['docProps/app.xml'] = XH + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">%s%s</Properties>' % (''.join('<%s>%s</%s>' % (k, X(v), k) for k, v in s.app.items()), s.app_x)
        s.ov['/docProps/core.xml'] = 'application/vnd.openxmlformats-package.core-properties+xml'; s.ov['/docProps/app.xml'] = CT + 'extended-properties+xml'
        top = s.rels.setdefault('', []); top[:0] = [('rIdA', RT + 'officeDocument', 'word/document.xml', False), ('rIdB', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml', False), ('rIdC', RT + 'extended-properties', 'docProps/app.xml', False)]
        for src, l in s.rels.items():
            rp = os.path.join(os.path.dirname(src), '_rels', os.path.basename(src) + '.rels') if src else '_rels/.rels'
            s.parts[rp] = XH + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + ''.join('<Relationship Id="%s" Type="%s" Target="%s"%s/>' % (a, b, X(c), ' TargetMode="External"' if e else '') for a, b, c, e in l) + '</Relationships>'
        ct = XH + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' + ''.join('<Default Extension="%s" ContentType="%s"/>' % kv for kv in s.defaults.items()) + ''.join('<Override PartName="%s" ContentType="%s"/>' % kv for kv in s.ov.items()) + '</Types>'
        b = io.BytesIO(); z = zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED)
        for k in ['[Content_Types].xml'] + sorted(s.parts):
            d = ct if k[0] == '[' else s.parts[k]; zi = zipfile.ZipInfo(k, (1980, 1, 1, 0, 0, 0)); zi.compress_type = zipfile.ZIP_DEFLATED; z.writestr(zi, d if isinstance(d, bytes) else d.encode('utf-8'))
        z.close(); return b.getvalue()
    def save(s, f): open(os.path.join(OUT, f), 'wb').write(s.bytes())
DOCXS = []
def docx(name, way, kind='leak', seen=''):
    def deco(fn): DOCXS.append((name, way, kind, seen, fn)); return fn
    return deco
def fld(code, result, rpr=''):
    return '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>%s<w:r><w:fldChar w:fldCharType="end"/></w:r>' % (X(code), R(result, rpr))
def xlsx(rows, extra=None):
    """a small workbook with inline and shared strings"""
    ss = []; o = ''
    for i, r in enumerate(rows, 1):
        o += '<row r="%d">' % i
        for j, v in enumerate(r):
            ref = 'ABCDEF'[j] + str(i)
            if isinstance(v, str):
                if v not in ss: ss.append(v)
                o += '<c r="%s" t="s"><v>%d</v></c>' % (ref, ss.index(v))
            else: o += '<c r="%s"><v>%s</v></c>' % (ref, v)
        o += '</row>'
    m = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    parts = {'[Content_Types].xml': XH + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="%sspreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sspreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="%sspreadsheetml.sharedStrings+xml"/></Types>' % (CT, CT, CT),
             '_rels/.rels': XH + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%sofficeDocument" Target="xl/workbook.xml"/></Relationships>' % RT,
             'xl/workbook.xml': XH + '<workbook %s xmlns:r="%s"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>' % (m, RT[:-1]),
             'xl/_rels/workbook.xml.rels': XH + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%sworksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%ssharedStrings" Target="sharedStrings.xml"/></Relationships>' % (RT, RT),
             'xl/worksheets/sheet1.xml': XH + '<worksheet %s><sheetData>%s</sheetData></worksheet>' % (m, o),
             'xl/sharedStrings.xml': XH + '<sst %s count="%d" uniqueCount="%d">%s</sst>' % (m, len(ss), len(ss), ''.join('<si><t>%s</t></si>' % X(t) for t in ss))}
    b = io.BytesIO(); z = zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED)
    for k, v in parts.items(): z.writestr(zipfile.ZipInfo(k, (1980, 1, 1, 0, 0, 0)), v)
    z.close(); return b.getvalue()
def chart(d, cats, vals, series='Contacts', book=None, filtered=None, ext=None):
    c = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    def ser(i, nm, cats, vals, ns='c'): return '<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>%s</c:v></c:pt></c:strCache></c:strRef></c:tx>%s<c:val><c:numRef><c:f>Sheet1!$B$2:$B$%d</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>%s</c:numCache></c:numRef></c:val></c:ser>' % (i, i, X(nm), ('<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$%d</c:f><c:strCache><c:ptCount val="%d"/>%s</c:strCache></c:strRef></c:cat>' % (len(cats) + 1, len(cats), ''.join('<c:pt idx="%d"><c:v>%s</c:v></c:pt>' % (k, X(v)) for k, v in enumerate(cats)))) if cats else '', len(vals) + 1, len(vals), ''.join('<c:pt idx="%d"><c:v>%s</c:v></c:pt>' % kv for kv in enumerate(vals)))
    fx = '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:filteredBarSeries>%s</c15:filteredBarSeries></c:ext></c:extLst>' % ser(1, filtered, cats, [1] * len(cats)).replace('<c:ser>', '<c15:ser>').replace('</c:ser>', '</c15:ser>') if filtered else ''
    path = 'word/charts/chart1.xml'; er = ''
    if book: er = '<c:externalData r:id="%s"><c:autoUpdate val="0"/></c:externalData>' % d.part('word/embeddings/Microsoft_Excel_Worksheet.xlsx', book, CT + 'spreadsheetml.sheet', RT + 'package', path)
    if ext: er = '<c:externalData r:id="%s"><c:autoUpdate val="0"/></c:externalData>' % d.rel(RT + 'oleObject', ext, path, True)
    xml = XH + '<c:chartSpace %s xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="%s"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>%s<c:gapWidth val="80"/><c:axId val="111"/><c:axId val="112"/>%s</c:barChart><c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="112"/></c:catAx><c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="111"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart>%s</c:chartSpace>' % (c, RT[:-1], ser(0, series, cats, vals), fx, er)
    rid = d.part(path, xml, CT + 'drawingml.chart+xml', RT + 'chart')
    return d.drawing('<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart %s r:id="%s"/></a:graphicData></a:graphic>' % (c, rid), 4500000, 2400000, 'Chart 1')
def cfb(streams):
    """compound file, v3; every stream padded to >= 4096 so that no mini stream is needed. streams: {name: bytes}"""
    END, FREE, FATS = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    sec = []; fat = []; ent = []
    for nme, b in streams.items():
        ln = max(len(b), 4096); b = b.ljust((ln + 511) // 512 * 512, b'\0'); st = len(sec); k = len(b) // 512
        sec += [b[i * 512:(i + 1) * 512] for i in range(k)]; fat += [st + i + 1 for i in range(k - 1)] + [END]; ent.append((nme, 2, st, ln))
    names = list(streams)
    def de(nme, typ, left, right, child, st, ln):
        u = nme.encode('utf-16-le') + b'\0\0'; return u.ljust(64, b'\0') + struct.pack('<HBBIII', len(u) if nme else 0, typ, 1, left, right, child) + b'\0' * 36 + struct.pack('<IQ', st, ln)
    ds = len(sec); dirb = de('Root Entry', 5, FREE, FREE, 1 if ent else FREE, END, 0)
    order = sorted(range(len(ent)), key=lambda i: (len(ent[i][0]), ent[i][0].upper()))
    ent = [ent[i] for i in order]
    for i, e in enumerate(ent): dirb += de(e[0], 2, FREE, i + 2 if i + 1 < len(ent) else FREE, FREE, e[2], e[3])
    while len(dirb) % 512: dirb += b'\0' * 64 + struct.pack('<HBBIII', 0, 0, 1, FREE, FREE, FREE) + b'\0' * 48
    k = len(dirb) // 512; sec += [dirb[i * 512:(i + 1) * 512] for i in range(k)]; fat += [ds + i + 1 for i in range(k - 1)] + [END]
    fs = len(sec); fat.append(FATS); fb = struct.pack('<%dI' % len(fat), *fat).ljust(512, b'\xff'); assert len(fb) == 512; sec.append(fb)
    hd = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\0' * 16 + struct.pack('<HHHHH', 0x3e, 3, 0xfffe, 9, 6) + b'\0' * 6 + struct.pack('<IIIIIIIII', 0, 1, ds, 0, 4096, END, 0, END, 0) + struct.pack('<I', fs) + b'\xff' * 432
    return hd + b''.join(sec)

# ---- leaking
@docx('Child Safeguarding Practice Review FINAL.docx', 'tracked move: w:moveFrom text', seen='with "No Markup", the role only')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill('The older sibling [[%s]] was then placed with the grandmother.' % s, runs=lambda b: '<w:moveFromRangeStart w:id="4" w:author="Board Officer" w:date="2020-02-01T10:00:00Z" w:name="move301"/><w:moveFrom w:id="5" w:author="Board Officer" w:date="2020-02-01T10:00:00Z">%s%s</w:moveFrom><w:moveFromRangeEnd w:id="4"/>' % (R(b[:6]), R(b[6:]))); d.save(f); return s
@docx('overview-chronology-table.docx', 'deleted table row (w:trPr/w:del)', seen='table without the row, with no markup')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); dl = 'w:id="9" w:author="Reviewer" w:date="2019-06-01T10:00:00Z"'; row_ = P('<w:del %s><w:r><w:delText xml:space="preserve">%s</w:delText></w:r></w:del>' % (dl, X(s)), '<w:rPr><w:del %s/></w:rPr>' % dl)
    d.table([['Person', 'Age'], ['Mother', '31'], [row_, P('<w:del %s><w:r><w:delText>4</w:delText></w:r></w:del>' % dl)]], rowfn=lambda i, k: '<w:trPr><w:del %s/></w:trPr>' % dl if i == 2 else ''); d.save(f); return s
@docx('SCR_v9_clean.docx', 'comment text (comment part)', seen='nothing, with comments not shown')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(cs.carrier('the child'), runs=lambda b: '<w:commentRangeStart w:id="0"/>' + R(b) + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>')
    a, b = s.split(' ', 1); d.part('word/comments.xml', XH + '<w:comments %s><w:comment w:id="0" w:author="Legal" w:date="2019-01-01T00:00:00Z" w:initials="L">%s</w:comment></w:comments>' % (NSALL, P('<w:r><w:annotationRef/></w:r>' + R('do we still say ' + a, '<w:i/>') + R(' ' + b) + R(' anywhere?'))), WCT + 'comments+xml', RT + 'comments'); d.save(f); return s
@docx('practice-review-online-edit.docx', 'author in people.xml left after comments were removed', seen='nothing')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(); d.part('word/comments.xml', XH + '<w:comments %s/>' % NSALL, WCT + 'comments+xml', RT + 'comments')
    d.part('word/people.xml', XH + '<w15:people %s><w15:person w15:author="%s"><w15:presenceInfo w15:providerId="Windows Live" w15:userId="c19ab2f0"/></w15:person></w15:people>' % (NSALL, X(s)), WCT + 'people+xml', 'http://schemas.microsoft.com/office/2011/relationships/people'); d.save(f); return s
@docx('LCSPR-threaded.docx', 'resolved reply in a modern threaded comment', seen='nothing: the thread is resolved')
def _(cs, f):
    s = secret('addr'); d = Docx(cs); d.fill(cs.carrier('the home'), runs=lambda b: '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>' + R(b) + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
    def c(i, pid, t): return '<w:comment w:id="%d" w:author="Panel" w:date="2022-01-01T00:00:00Z"><w:p w14:paraId="%s">%s</w:p></w:comment>' % (i, pid, R(t))
    d.part('word/comments.xml', XH + '<w:comments %s>%s%s</w:comments>' % (NSALL, c(0, '5A000001', 'Which house?'), c(1, '5A000002', s)), WCT + 'comments+xml', RT + 'comments')
    d.part('word/commentsExtended.xml', XH + '<w15:commentsEx %s><w15:commentEx w15:paraId="5A000001" w15:done="1"/><w15:commentEx w15:paraId="5A000002" w15:paraIdParent="5A000001" w15:done="1"/></w15:commentsEx>' % NSALL, WCT + 'commentsExtended+xml', 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended'); d.save(f); return s
@docx('Overview report Jan 2021.docx', 'core property: description', seen='nothing')
def _(cs, f): s = secret(); d = Docx(cs); d.fill(); d.core['dc:description'] = 'Draft shared with solicitors for ' + s; d.save(f); return s
@docx('thematic-review.docx', 'app.xml TitlesOfParts (old heading list)', seen='nothing')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(); d.app_x = '<HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Title</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>SCR %s</vt:lpstr></vt:vector></TitlesOfParts>' % X(s); d.save(f); return s
@docx('board-report-sharepoint.docx', 'custom document property', seen='nothing')
def _(cs, f):
    s = secret('nhs'); d = Docx(cs); d.fill(); d.part('docProps/custom.xml', XH + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="ClientRef"><vt:lpwstr>NHS-%s</vt:lpwstr></property></Properties>' % s, CT + 'custom-properties+xml', RT + 'custom-properties', src=''); d.save(f); return s
@docx('review-template-bound.docx', 'custom XML behind a data-bound content control showing the pseudonym', seen='the pseudonym')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(cs.carrier(cs.c), runs=lambda b: '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/case/publicName" w:storeItemID="{0A11B2C3-1111-4222-8333-444455556666}"/><w:text/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>' % R(b))
    d.part('customXml/item1.xml', '<?xml version="1.0"?><case><publicName>%s</publicName><legalName>%s</legalName></case>' % (cs.c, X(s)), None, RT + 'customXml')
    d.part('customXml/itemProps1.xml', XH + '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{0A11B2C3-1111-4222-8333-444455556666}"><ds:schemaRefs/></ds:datastoreItem>', CT + 'customXmlProperties+xml', RT + 'customXmlProps', 'customXml/item1.xml'); d.save(f); return s
@docx('learning-summary-styles.docx', 'vanish inherited through three paragraph styles', seen='nothing')
def _(cs, f):
    s = secret(); d = Docx(cs); d.styles = '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Aside"><w:name w:val="Aside"/><w:basedOn w:val="Normal"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="AsideSmall"><w:name w:val="Aside Small"/><w:basedOn w:val="Aside"/><w:rPr><w:sz w:val="18"/></w:rPr></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="Working"><w:name w:val="Working Note"/><w:basedOn w:val="AsideSmall"/><w:rPr><w:i/></w:rPr></w:style>'
    d.fill(n_=3); d.p('To author: %s is the subject throughout.' % s, ST('Working')); d.p(cs.paras[9]); d.save(f); return s
@docx('agency-table.docx', 'vanish through a table style conditional format (first column)', seen='a table whose first column is empty')
def _(cs, f):
    s = secret(); d = Docx(cs); d.styles = '<w:style w:type="table" w:customStyle="1" w:styleId="KeyTable"><w:name w:val="Key Table"/><w:basedOn w:val="TableGrid"/><w:tblStylePr w:type="firstCol"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>'
    d.fill(n_=4, table=False); d.table([['', 'Known as'], [P(R(s)), cs.c], [P(R('(father)')), 'The father']], style='KeyTable', hdr_shade=False); d.save(f); return s
@docx('report-with-appendix.docx', 'text beneath a collapsed heading', seen='the heading "Appendix" closed')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); d.raw(P(R('Appendix: working key'), ST('Heading1') + '<w15:collapsed/>')); d.p('%s: %s' % (cs.c, s)); d.save(f); return s
@docx('executive-summary-themed.docx', 'near-white by theme colour background1 with shade', seen='a gap')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(cs.carrier(s), runs=lambda b: R(b, '<w:color w:val="FAFAFA" w:themeColor="background1" w:themeShade="FA"/>')); d.save(f); return s
@docx('Redacted copy of overview.docx', 'black words on black shading, by a character style', seen='a black bar')
def _(cs, f):
    s = secret(); d = Docx(cs); d.styles = '<w:style w:type="character" w:customStyle="1" w:styleId="Redact"><w:name w:val="Redact"/><w:rPr><w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/></w:rPr></w:style>'
    d.fill(cs.carrier(s), runs=lambda b: R(b, '<w:rStyle w:val="Redact"/>')); d.save(f); return s
@docx('cover-photograph.docx', 'text box beneath a picture (z-order)', seen='a photograph')
def _(cs, f):
    s = secret(); d = Docx(cs); rid = d.media(jpg(photo(f)), 'image1.jpeg'); d.title_block()
    d.raw(P(d.tbox(P(R('SCR: ' + s)), anchor=(300000, 200000, 0)) + d.pic(rid, 420, 260, 'A street', anchor=(0, 0, 0)))); [d.raw(P('')) for _ in range(12)]; [d.p(x) for x in cs.paras[:4]]; d.save(f); return s
@docx('genogram-report.docx', 'alternative text of a picture', seen='a family tree with roles')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); rid = d.media(png(photo(f, 300, 180)), 'image1.png'); d.raw(P(d.pic(rid, 300, 180, descr='Genogram: %s with half-siblings' % s))); d.save(f); return s
@docx('school-photo-annex.docx', 'picture name (original file) in pic:cNvPr', seen='a picture')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); rid = d.media(jpg(photo(f)), 'image1.jpeg'); fn = s.lower().replace(' ', '_') + '_classroom.jpg'; d.raw(P(d.pic(rid, descr='A classroom door', pn=fn))); d.save(f); return s.lower().replace(' ', '_')
@docx('contacts-by-month.docx', 'names in the chart\u2019s embedded workbook', seen='a chart with months only')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); d.raw(P(chart(d, ['Jan', 'Feb', 'Mar'], [4, 9, 3], book=xlsx([['Month', 'Contacts', 'Caller'], ['Jan', 4, 'GP'], ['Feb', 9, s], ['Mar', 3, 'school']])))); d.save(f); return s
@docx('attendance-chart.docx', 'filtered-out series in the chart cache', seen='a chart of the other children')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); d.raw(P(chart(d, ['Autumn', 'Spring', 'Summer'], [96, 94, 95], series='Year group', filtered=s))); d.save(f); return s
@docx('process-map.docx', 'SmartArt data model differs from its drawing', seen='boxes with roles')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); q = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    pts = ''.join('<dgm:pt modelId="%d"%s><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>%s</a:t></a:r></a:p></dgm:t></dgm:pt>' % (i, ' type="doc"' if i == 0 else '', X(t)) for i, t in enumerate(['', 'Mother', s]))
    rx = d.part('word/diagrams/drawing1.xml', XH + '<dsp:drawing xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dsp:spTree><dsp:nvGrpSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/>%s</dsp:spTree></dsp:drawing>' % ''.join('<dsp:sp modelId="%d"><dsp:nvSpPr><dsp:cNvPr id="%d" name=""/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr><a:xfrm><a:off x="%d" y="0"/><a:ext cx="1500000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="4472C4"/></a:solidFill></dsp:spPr><dsp:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="en-GB"/><a:t>%s</a:t></a:r></a:p></dsp:txBody></dsp:sp>' % (i, i, i * 1700000, t) for i, t in enumerate(['Mother', cs.c])), 'application/vnd.ms-office.drawingml.diagramDrawing+xml', 'http://schemas.microsoft.com/office/2007/relationships/diagramDrawing')
    rd = d.part('word/diagrams/data1.xml', XH + '<dgm:dataModel %s><dgm:ptLst>%s</dgm:ptLst><dgm:cxnLst/><dgm:bg/><dgm:whole/><dgm:extLst><a:ext uri="http://schemas.microsoft.com/office/drawing/2008/diagram"><dsp:dataModelExt xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" relId="%s" minVer="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:ext></dgm:extLst></dgm:dataModel>' % (q, pts, rx), CT + 'drawingml.diagramData+xml', RT + 'diagramData')
    rl = d.part('word/diagrams/layout1.xml', XH + '<dgm:layoutDef %s uniqueId="urn:microsoft.com/office/officeart/2005/8/layout/default"><dgm:layoutNode name="x"><dgm:alg type="lin"/></dgm:layoutNode></dgm:layoutDef>' % q, CT + 'drawingml.diagramLayout+xml', RT + 'diagramLayout')
    rs = d.part('word/diagrams/quickStyle1.xml', XH + '<dgm:styleDef %s uniqueId="s"/>' % q, CT + 'drawingml.diagramStyle+xml', RT + 'diagramQuickStyle'); rc = d.part('word/diagrams/colors1.xml', XH + '<dgm:colorsDef %s uniqueId="c"/>' % q, CT + 'drawingml.diagramColors+xml', RT + 'diagramColors')
    d.raw(P(d.drawing('<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="%s" r:lo="%s" r:qs="%s" r:cs="%s"/></a:graphicData></a:graphic>' % (rd, rl, rs, rc), 4000000, 700000, 'Diagram 1'))); d.save(f); return s
@docx('minutes-embedded.docx', 'old OLE object (compound file, UTF-16 words)', seen='an icon "Minutes"')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); ole = cfb({'WordDocument': b'\xec\xa5\xc1\0' + b'\0' * 1020 + ('Minutes of strategy meeting re %s\r' % s).encode('utf-16-le'), '1Table': b'\0' * 64, '\x05SummaryInformation': b'\xfe\xff\0\0' + b'\0' * 60})
    ro = d.part('word/embeddings/oleObject1.bin', ole, None, RT + 'oleObject'); ri = d.media(png(Image.new('RGB', (96, 64), (230, 230, 240))), 'image1.png')
    d.raw(P('<w:r><w:object w:dxaOrig="1534" w:dyaOrig="991"><v:shape id="_x0000_i1025" style="width:77pt;height:50pt" o:ole=""><v:imagedata r:id="%s" o:title="Minutes"/></v:shape><o:OLEObject Type="Embed" ProgID="Word.Document.8" ShapeID="_x0000_i1025" DrawAspect="Icon" ObjectID="_146" r:id="%s"/></w:object></w:r>' % (ri, ro))); d.save(f); return s
@docx('home-conditions.docx', 'cropped picture: a board with the name lies in the cut part (pixels only)', seen='the right half of a photograph')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); rid = d.media(jpg(photo(f, 900, 400, sign=s, at=(20, 40), signsize=26), 88), 'image1.jpeg'); d.raw(P(d.pic(rid, 300, 260, 'A street', crop='<a:srcRect l="52000"/>'))); d.save(f); return s
@docx('kitchen-photo.docx', 'EXIF XPComment (UTF-16) in a picture', seen='a photograph')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); rid = d.media(jpg(photo(f), exif={0x0110: 'SM-G960F', 0x9C9C: ('bedroom of ' + s).encode('utf-16-le') + b'\0\0'}), 'image1.jpeg'); d.raw(P(d.pic(rid, descr='A room'))); d.save(f); return s
@docx('contact-page.docx', 'mailto subject and screen tip of a hyperlink', seen='"contact the board"')
def _(cs, f):
    s = secret(); d = Docx(cs); a = s.lower().replace(' ', '.'); rid = d.rel(RT + 'hyperlink', 'mailto:board@fellmoor.example?subject=%s' % quote('Re: ' + s), ext=True); d.fill(cs.carrier('contact the board'), runs=lambda b: '<w:hyperlink r:id="%s" w:tooltip="%s">%s</w:hyperlink>' % (rid, X('Re: ' + s), R(b, '<w:rStyle w:val="Hyperlink"/>'))); d.save(f); return s
@docx('assembled-report.docx', 'INCLUDETEXT field with a path', seen='ordinary words')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=3); d.raw(P(fld('INCLUDETEXT "S:\\\\Safeguarding\\\\SCR\\\\%s\\\\IMR police.docx" \\* MERGEFORMAT' % s, cs.paras[7]))); d.p(cs.paras[8]); d.save(f); return s
@docx('indexed-report.docx', 'IF field whose other branch is the name', seen='"the mother"')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(cs.carrier('x'), runs=lambda b: fld('IF "pub" = "pub" "the mother" "%s"' % s, 'the mother') + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:instrText xml:space="preserve"> XE "mother, the" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'); d.save(f); return s
@docx('letter-to-family-merged.docx', 'mail-merge data source path and query in settings', seen='nothing')
def _(cs, f):
    s = secret().replace(' ', '_'); d = Docx(cs); d.fill(); rid = d.rel(RT + 'mailMergeSource', 'file:///C:\\Users\\bsmith\\Documents\\family_%s.xlsx' % s, 'word/settings.xml', True); d.set['mailMerge'] = '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:linkToQuery/><w:dataType w:val="native"/><w:query w:val="SELECT * FROM `Sheet1$`"/><w:dataSource r:id="%s"/></w:mailMerge>' % rid; d.save(f); return s
@docx('cross-referenced.docx', 'bookmark name', seen='nothing')
def _(cs, f):
    s = secret().replace(' ', '_').replace('-', '_'); d = Docx(cs); d.fill(cs.carrier('the half-sibling'), runs=lambda b: '<w:bookmarkStart w:id="3" w:name="%s"/>' % s + R(b) + '<w:bookmarkEnd w:id="3"/>'); d.save(f); return s
@docx('form-based-report.docx', 'content control tag and alias', seen='the pseudonym')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(cs.carrier(cs.c), runs=lambda b: '<w:sdt><w:sdtPr><w:alias w:val="Child (%s)"/><w:tag w:val="child1"/><w:id w:val="881200"/><w:text/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>' % (X(s), R(b))); d.save(f); return s
@docx('template-review.docx', 'AutoText in the glossary document', seen='nothing')
def _(cs, f):
    s = secret('addr'); d = Docx(cs); d.fill(); d.part('word/glossary/document.xml', XH + '<w:glossaryDocument %s><w:docParts><w:docPart><w:docPartPr><w:name w:val="famaddr"/><w:category><w:name w:val="General"/><w:gallery w:val="autoTxt"/></w:category><w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="{1B2C3D4E-0000-4000-8000-1234567890AB}"/></w:docPartPr><w:docPartBody>%s</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>' % (NSALL, P(R(s))), WCT + 'document.glossary+xml', RT + 'glossaryDocument'); d.save(f); return s
@docx('even-odd-report.docx', 'even-page header while even/odd headers are off', seen='the default header')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(); d.header(P(R(cs.board))); d.header(P(R('DRAFT 3 - ' + s)), 'even'); d.save(f); return s
@docx('notes-and-sources.docx', 'footnote not referred to', seen='the other note only')
def _(cs, f):
    s = secret(); d = Docx(cs); d.notes([(1, 'Statutory guidance, 2018.'), (2, 'Interview with %s, 12 May.' % s)]); d.fill('The guidance[[ ]] was followed.', runs=lambda b: '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'); d.save(f); return s
@docx('printed-report.docx', 'attached template path (percent-encoded)', seen='nothing')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(); rid = d.rel(RT + 'attachedTemplate', 'file:///S:/SCR/%s/Report.dotm' % s.replace(' ', '%20'), 'word/settings.xml', True); d.set['attachedTemplate'] = '<w:attachedTemplate r:id="%s"/>' % rid
    pr = d.part('word/printerSettings1.bin', '\\\\print01\\Safeguarding-MFD'.encode('utf-16-le').ljust(64, b'\0') + b'\x01\x04\x00\x06\xdc\0' + b'\0' * 200, CT + 'wordprocessingml.printerSettings', RT + 'printerSettings'); d.sect2 = '<w:printerSettings r:id="%s"/>' % pr; d.save(f); return s.replace(' ', '%20')
@docx('compat-report.docx', 'AlternateContent: VML fallback has other words', seen='the Choice text')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); ch = d.tbox(P(R('The family'))); inner = re.match(r'<w:r>(.*)</w:r>$', ch, re.S).group(1)
    d.raw(P('<w:r><mc:AlternateContent><mc:Choice Requires="wps">%s</mc:Choice><mc:Fallback><w:pict><v:shape id="s1" style="width:190pt;height:32pt"><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>' % (inner, P(R('The family of ' + s))))); d.save(f); return s
@docx('letterhead-report.docx', 'VML text box with visibility:hidden', seen='nothing')
def _(cs, f):
    s = secret('nhs'); d = Docx(cs); d.fill(n_=4); d.raw(P('<w:r><w:pict><v:shape id="s7" type="#_x0000_t202" style="position:absolute;margin-left:20pt;margin-top:6pt;width:180pt;height:30pt;visibility:hidden"><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict></w:r>' % P(R('NHS ' + s)))); d.save(f); return s
@docx('wide-layout.docx', 'text box far off the page', seen='nothing')
def _(cs, f): s = secret(); d = Docx(cs); d.fill(n_=4); d.raw(P(d.tbox(P(R('key: %s = %s' % (cs.c, s))), anchor=(-14000000, -900000, 0)))); d.save(f); return s
@docx('imported-section.docx', 'altChunk HTML with mso-hide text', seen='the imported section')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=3); d.defaults['htm'] = 'text/html'; h = '<html><head><style>.x{mso-hide:all;display:none}</style></head><body><p>%s</p><p class=x>Prepared for the family of %s</p></body></html>' % (X(cs.paras[8]), X(s))
    rid = d.part('word/afchunk1.htm', h, None, RT + 'aFChunk'); d.raw('<w:altChunk r:id="%s"/>' % rid); d.p(cs.paras[10]); d.save(f); return s
@docx('macro-remnant.docx', 'document variable (w:docVars)', seen='nothing')
def _(cs, f): s = secret(); d = Docx(cs); d.fill(); d.set['docVars'] = '<w:docVars><w:docVar w:name="SubjRealName" w:val="%s"/></w:docVars>' % X(s); d.save(f); return s
@docx('preview-saved.docx', 'thumbnail.emf of an old first page', seen='nothing in Word itself')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(); d.part('docProps/thumbnail.emf', emf_text('Serious Case Review: ' + s), None, 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail', src=''); d.save(f); return s
def emf_text(t):
    u = t.encode('utf-16-le'); off = 76; body = struct.pack('<4iIff', 20, 20, 300, 40, 1, 1.0, 1.0) + struct.pack('<ii', 20, 20) + struct.pack('<II', len(t), off) + struct.pack('<I', 0) + b'\xff' * 16 + struct.pack('<I', 0) + u; body += b'\0' * (-len(body) % 4)
    rec = struct.pack('<II', 84, 8 + len(body)) + body; eof = struct.pack('<IIIII', 14, 20, 0, 0, 20)
    size = 108 + len(rec) + len(eof); hd = struct.pack('<II', 1, 108) + struct.pack('<4i', 0, 0, 400, 400) + struct.pack('<4i', 0, 0, 10000, 10000) + b' EMF' + struct.pack('<II', 0x10000, size) + struct.pack('<II', 3, 1) + struct.pack('<HH', 0, 0) + struct.pack('<II', 0, 0) + struct.pack('<II', 210, 297) + struct.pack('<II', 800, 1131) + struct.pack('<II', 0, 0)
    return hd.ljust(108, b'\0') + rec + eof
@docx('micro-note.docx', 'half-point text with 1 % character width', seen='nothing but a speck')
def _(cs, f): s = secret('addr'); d = Docx(cs); d.fill(n_=4); d.raw(P(R(cs.paras[8]) + R(' ' + s, '<w:w w:val="1"/><w:sz w:val="1"/>'))); d.save(f); return s
@docx('referral-form.docx', 'legacy form field: dropdown entries and help text', seen='"not stated"')
def _(cs, f):
    s = secret(); d = Docx(cs); d.fill(n_=4); d.raw(P(R('Informant: ') + '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Dropdown1"/><w:enabled/><w:ddList><w:result w:val="0"/><w:listEntry w:val="not stated"/><w:listEntry w:val="%s"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' % X(s))); d.save(f); return s


# ---- clean
@docx('accepted-changes.docx', 'track changes accepted; rsids only', 'clean', 'ordinary text')
def _(cs, f): d = Docx(cs); d.fill(); d.set['rsids'] = '<w:rsids><w:rsidRoot w:val="00A77B3E"/><w:rsid w:val="00A77B3E"/></w:rsids>'; d.body[2] = d.body[2].replace('<w:p>', '<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">', 1); d.save(f)
@docx('contents-fields.docx', 'table of contents with fields and webHidden page numbers', 'clean', 'a contents list')
def _(cs, f):
    d = Docx(cs); d.title_block(); d.raw(P('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_Toc31">%s<w:r><w:rPr><w:webHidden/></w:rPr><w:tab/></w:r>%s</w:hyperlink><w:r><w:fldChar w:fldCharType="end"/></w:r>' % (R(cs.heads[0]), fld('PAGEREF _Toc31 \\h', '1', '<w:webHidden/>'))))
    d.raw(P('<w:bookmarkStart w:id="1" w:name="_Toc31"/>' + R(cs.heads[0]) + '<w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="_GoBack"/><w:bookmarkEnd w:id="2"/>', ST('Heading1'))); [d.p(x) for x in cs.paras[:4]]; d.save(f)
@docx('dark-headed-table.docx', 'white words on a dark table heading, and auto colour on black shading', 'clean', 'white on navy')
def _(cs, f): d = Docx(cs); d.fill(n_=3, table=False); sh = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'; d.raw('<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>' + ''.join('<w:tr>%s</w:tr>' % ''.join('<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/>%s</w:tcPr>%s</w:tc>' % (sh if i == 0 else '', P(R(c, '<w:color w:val="FFFFFF" w:themeColor="background1"/>' if i == 0 else ''))) for c in r) for i, r in enumerate([['Agency', 'Finding'], ['School', 'Good practice'], ['GP', 'Learning']])) + '</w:tbl>' + P('')); d.save(f)
@docx('contacts-chart.docx', 'chart with number cache and a workbook of numbers only', 'clean', 'a chart')
def _(cs, f): d = Docx(cs); d.fill(n_=4); d.raw(P(chart(d, ['Police', 'School', 'GP'], [4, 9, 3], book=xlsx([['Agency', 'Contacts'], ['Police', 4], ['School', 9], ['GP', 3]])))); d.save(f)
@docx('no-comments-left.docx', 'comments part empty; people part lists the board only', 'clean', 'ordinary text')
def _(cs, f): d = Docx(cs); d.fill(); d.part('word/comments.xml', XH + '<w:comments %s/>' % NSALL, WCT + 'comments+xml', RT + 'comments'); d.save(f)
@docx('public-links.docx', 'hyperlinks to public sites', 'clean', 'links')
def _(cs, f): d = Docx(cs); rid = d.rel(RT + 'hyperlink', 'https://www.gov.uk/government/publications/working-together-to-safeguard-children--2', ext=True); d.fill(cs.carrier('statutory guidance'), runs=lambda b: '<w:hyperlink r:id="%s" w:tooltip="Working together">%s</w:hyperlink>' % (rid, R(b, '<w:rStyle w:val="Hyperlink"/>'))); d.save(f)
@docx('proper-footnotes.docx', 'footnotes referred to; endnote too', 'clean', 'notes at foot')
def _(cs, f): d = Docx(cs); d.notes([(1, 'Working Together to Safeguard Children, 2018.')]); d.fill('The guidance[[ ]] was followed.', runs=lambda b: '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'); d.save(f)
@docx('watermarked.docx', 'VML watermark "Published" in the header', 'clean', 'a pale watermark')
def _(cs, f): d = Docx(cs); d.fill(); d.header(P('<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" path="m@7,l@8,m@5,21600l@6,21600e"/><v:shape id="PowerPlusWaterMarkObject" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;width:400pt;height:130pt;rotation:315;z-index:-251658752" fillcolor="silver" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:Calibri;font-size:1pt" string="PUBLISHED"/></v:shape></w:pict></w:r>' + R(cs.board))); d.save(f)
@docx('drop-cap.docx', 'drop cap frame, superscripts, grey quotation', 'clean', 'ordinary text')
def _(cs, f): d = Docx(cs); d.title_block(); t = cs.paras[0]; d.raw(P(R(t[0], '<w:position w:val="-10"/><w:sz w:val="116"/>'), '<w:keepNext/><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>')); d.raw(P(R(t[1:]) + R('1', '<w:sz w:val="12"/><w:vertAlign w:val="superscript"/>'))); d.p(cs.quote, ST('Quote')); d.p(cs.paras[1]); d.raw(P(R('Set in grey. ', '<w:color w:val="7F7F7F"/>'))); d.save(f)
@docx('decorative-pictures.docx', 'decorative picture with empty alternative text', 'clean', 'a picture')
def _(cs, f): d = Docx(cs); d.fill(n_=4); rid = d.media(jpg(photo(f)), 'image1.jpeg'); d.raw(P(d.pic(rid, name='Picture 4', ext='<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'))); d.save(f)
@docx('header-pages.docx', 'page numbers in headers, first page header in use', 'clean', 'headers')
def _(cs, f): d = Docx(cs); d.fill(n_=8); d.header(P(R(cs.board + ', page ') + fld('PAGE', '2'))); d.header(P(R('OFFICIAL \u2013 published')), 'first'); d.header(P(R('Page ') + fld('PAGE', '1')), kind='footer'); d.sect2 = '<w:titlePg/>'; d.save(f)
@docx('response-template.docx', 'content controls with the ordinary prompt', 'clean', '"Click or tap here"')
def _(cs, f): d = Docx(cs); d.fill(n_=4); d.raw(P(R('Your comments: ') + '<w:sdt><w:sdtPr><w:alias w:val="Comments"/><w:tag w:val="comments"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>' % R('Click or tap here to enter text.', '<w:color w:val="808080"/>'))); d.save(f)
@docx('blocked-out.docx', 'typed block characters and black shading on non-breaking spaces', 'clean', 'black bars')
def _(cs, f): d = Docx(cs); d.fill(cs.carrier('x'), runs=lambda b: R('\u2588' * 8) + R(' and ') + R('\u00a0' * 14, '<w:color w:val="000000"/><w:highlight w:val="black"/>')); d.save(f)
@docx('same-fallback.docx', 'AlternateContent with the same words both ways; board custom property', 'clean', 'a text box')
def _(cs, f):
    d = Docx(cs); d.fill(n_=4); ch = d.tbox(P(R('Key learning'))); inner = re.match(r'<w:r>(.*)</w:r>$', ch, re.S).group(1)
    d.raw(P('<w:r><mc:AlternateContent><mc:Choice Requires="wps">%s</mc:Choice><mc:Fallback><w:pict><v:shape id="s1" style="width:190pt;height:32pt"><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>' % (inner, P(R('Key learning')))))
    d.part('docProps/custom.xml', XH + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="ContentTypeId"><vt:lpwstr>0x0101009A</vt:lpwstr></property></Properties>', CT + 'custom-properties+xml', RT + 'custom-properties', src=''); d.save(f)
@docx('white-on-photo.docx', 'white words in a dark filled shape', 'clean', 'white words on navy')
def _(cs, f): d = Docx(cs); d.title_block(); d.raw(P(d.tbox(P(R('What we learned', '<w:b/><w:color w:val="FFFFFF"/>')), fill='<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'))); [d.p(x) for x in cs.paras[:4]]; d.save(f)
# ================================================================ HTML
HTMLS = []
def html(name, way, kind='leak', seen=''):
    def deco(fn): HTMLS.append((name, way, kind, seen, fn)); return fn
    return deco
def article(cs, carrier=None, mark=None, n_=6, extra='', at=2):
    o = '<p class="strap">%s</p>\n<h1>%s</h1>\n<p class="date">Published %s</p>\n' % (H.escape(cs.board), H.escape(cs.title), cs.month)
    for i in range(n_):
        if i % 2 == 0: o += '<h2 id="s%d">%d. %s</h2>\n' % (i, i // 2 + 1, H.escape(cs.heads[i // 2]))
        p = H.escape(cs.paras[i], quote=False)
        if carrier and i == at:
            a, b, c = re.match(r'(.*?)\[\[(.*?)\]\](.*)$', carrier, re.S).groups(); p = H.escape(a, quote=False) + (mark(b) if mark else H.escape(b)) + H.escape(c, quote=False) + ' ' + p
        o += '<p>%s</p>\n' % p
        if i == 3: o += '<blockquote><p>%s</p></blockquote>\n' % H.escape(cs.quote, quote=False)
        if i == 4: o += '<table><thead><tr><th scope="col">Agency</th><th scope="col">Contacts</th></tr></thead><tbody><tr><td>Police</td><td>11</td></tr><tr><td>School</td><td>7</td></tr></tbody></table>\n'
    return o + extra
def page(cs, f, body, css='', head='', skin='wp', tail=''):
    base = 'body{font:17px/1.55 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#222;background:#fff}h1,h2{font-family:Arial,sans-serif;color:#12284c}blockquote{color:#666;border-left:4px solid #ccd;padding-left:1em}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.3em .7em}.strap,.date{color:#444;font-size:.9em}'
    if skin == 'word':
        t = '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=utf-8">\n<meta name=Generator content="Microsoft Word 15 (filtered medium)">\n<title>%s</title>\n%s<style><!--\n%s\n%s\n--></style>\n</head>\n<body lang=EN-GB>\n<div class=WordSection1>\n%s</div>\n%s</body>\n</html>\n' % (H.escape(cs.title), head, base, css, body, tail)
    else:
        gen = {'wp': 'WordPress 6.4.3', 'drupal': 'Drupal 10 (https://www.drupal.org)', 'jadu': 'Jadu CMS', 'gdoc': ''}[skin]
        t = '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n%s<title>%s</title>\n%s<style>\n%s\n%s\n</style>\n</head>\n<body class="page">\n<header><p><a href="/">%s</a></p></header>\n<main id="main">\n%s</main>\n<footer><p>&copy; %s</p></footer>\n%s</body>\n</html>\n' % ('<meta name="generator" content="%s">\n' % gen if gen else '', H.escape(cs.title), head, base, css, H.escape(cs.board), body, H.escape(cs.board), tail)
    open(os.path.join(OUT, f), 'w', encoding='utf-8').write(t)
def durl(b, t='image/jpeg'): return 'data:%s;base64,%s' % (t, base64.b64encode(b).decode())
def ents(s): return ''.join('&#x%x;' % ord(c) if i % 2 else c for i, c in enumerate(s))

@html('overview-report.html', 'Word conditional comment with office properties', seen='nothing')
def _(cs, f): s = secret(); page(cs, f, article(cs), skin='word', head='<!--[if gte mso 9]><xml>\n <o:DocumentProperties>\n  <o:Template>Normal</o:Template>\n  <o:Subject>SCR &#8211; %s</o:Subject>\n  <o:Revision>12</o:Revision>\n </o:DocumentProperties>\n</xml><![endif]-->\n' % s); return s
@html('case-review-blocks.html', 'HTML comment left by a CMS block editor (JSON inside)', seen='nothing')
def _(cs, f): s = secret('addr'); page(cs, f, '<!-- wp:acf/case {"name":"acf/case","data":{"alias":"%s","_home":"%s"},"mode":"preview"} /-->\n' % (cs.c, s) + article(cs)); return s
@html('learning-timeline.html', 'data- attribute on a timeline entry', seen='the pseudonym')
def _(cs, f): s = secret(); page(cs, f, article(cs, cs.carrier(cs.c), lambda b: '<span class="person" data-popover-title="%s" data-id="p4">%s</span>' % (s, b)), skin='drupal'); return s
@html('summary-for-families.html', 'display:none by a later class in the cascade, within @media screen', seen='nothing')
def _(cs, f): s = secret(); page(cs, f, article(cs, extra='<div class="note note--editor"><p>Please keep: %s is the subject.</p></div>\n' % s), css='.note{display:block;border:1px solid #999}\n@media screen{main>div.note.note--editor:not(.live){display:none}}', skin='jadu'); return s
@html('accessible-version.html', 'screen-reader-only text (clip-path) in place of a black bar', seen='a black bar')
def _(cs, f): s = secret(); page(cs, f, article(cs, cs.carrier('x'), lambda b: '<span class="bar" aria-hidden="true">&#9608;&#9608;&#9608;&#9608;</span><span class="vh">%s</span>' % s), css='.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}'); return s
@html('glossary-of-roles.html', 'title attribute of an abbreviation, with character references', seen='"MGM" and a tooltip if hovered')
def _(cs, f): s = secret(); page(cs, f, article(cs, 'The child told [[MGM]] first.', lambda b: '<abbr title="%s">%s</abbr>' % (ents(s), b))); return s
@html('news-item.html', 'JSON-LD with unicode escapes', seen='nothing')
def _(cs, f):
    s = secret(); j = json.dumps({'@context': 'https://schema.org', '@type': 'Report', 'name': cs.title, 'publisher': {'@type': 'Organization', 'name': cs.board}, 'about': {'@type': 'Person', 'name': '@@'}}); esc = ''.join('\\u%04x' % ord(c) if c in 'aeiou-' else c for c in s); page(cs, f, article(cs), head='<script type="application/ld+json">%s</script>\n' % j.replace('@@', esc), skin='drupal'); return s
@html('publication-page.html', 'meta tags (dcterms / og:description)', seen='nothing')
def _(cs, f): s = secret(); page(cs, f, article(cs), head="<meta property=og:title content='%s'>\n<meta name='dcterms.subject' content='serious case review; %s; neglect'>\n" % (H.escape(cs.title, quote=True), s), skin='jadu'); return s
@html('gallery-page.html', 'srcset and file names', seen='a picture (or a gap)')
def _(cs, f): s = secret().lower().replace(' ', '-'); page(cs, f, article(cs, extra='<figure><img alt="" src="/wp-content/uploads/2021/03/cover.jpg" srcset="/wp-content/uploads/2021/03/%s-funeral-300x200.jpg 300w, /wp-content/uploads/2021/03/cover.jpg 1024w" sizes="100vw" width="300" height="200"></figure>\n' % s)); return s
@html('print-version.html', 'CSS content string, shown to nobody (opacity 0)', seen='a small gap')
def _(cs, f): s = secret(); page(cs, f, article(cs, cs.carrier(cs.c), lambda b: '<span class="who">%s</span>' % b), css=".who::after{content:' %s';opacity:0;font-size:1px}" % ''.join('\\%x ' % ord(c) if c in 'aeio' else c for c in s)); return s
@html('app-shell.html', 'template element (never shown)', seen='nothing')
def _(cs, f): s = secret('nhs'); page(cs, f, article(cs), tail='<template id="row"><tr><td>NHS</td><td>%s</td></tr></template>\n<script>window.__STATE__=JSON.parse("{\\"pub\\":\\"%s\\"}")</script>\n' % (s, cs.c), skin='drupal'); return s
@html('bundle-page.html', 'inline source map (base64) with a source path and content', seen='nothing')
def _(cs, f):
    s = secret(); m = base64.b64encode(json.dumps({'version': 3, 'file': 'a.js', 'sources': ['src/pseudonyms.js'], 'sourcesContent': ['export const key={"%s":"%s"};' % (s, cs.c)], 'names': [], 'mappings': 'AAAA'}).encode()).decode(); page(cs, f, article(cs), tail='<script>console.log(1)\n//# sourceMappingURL=data:application/json;base64,%s\n</script>\n' % m); return s
@html('feedback-page.html', 'hidden form input', seen='a comment box')
def _(cs, f): s = secret(); page(cs, f, article(cs, extra='<form action="/feedback" method="post"><label for="c">Comments</label><textarea id="c" name="c"></textarea><input type="hidden" name="page_title" value="SCR %s (final)"><button>Send</button></form>\n' % s)); return s
@html('themed-report.html', 'words in the background colour by a CSS variable', seen='a gap')
def _(cs, f): s = secret(); page(cs, f, article(cs, cs.carrier(s), lambda b: '<span class="muted">%s</span>' % H.escape(b)), css=':root{--paper:#fff}body{background:var(--paper)}.muted{color:var(--ink-muted,var(--paper))}', skin='gdoc'); return s
@html('faq-accordion.html', 'closed details element', seen='"Working notes" closed')
def _(cs, f): s = secret(); page(cs, f, article(cs, extra='<details><summary>Working notes</summary><p>The child\u2019s name was %s.</p></details>\n' % s)); return s
@html('photo-essay.html', 'base64 picture with EXIF artist/description', seen='a photograph')
def _(cs, f): s = secret(); page(cs, f, article(cs, extra='<figure><img alt="A street" width="320" src="%s"></figure>\n' % durl(jpg(photo(f, 320, 200), 70, exif={0x010E: s + ' at home', 0x0110: 'Pixel 6'})))); return s
@html('genogram-svg.html', 'file name in inline SVG (sodipodi:docname)', seen='boxes with roles')
def _(cs, f): s = secret(); page(cs, f, article(cs, extra='<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" sodipodi:docname="genogram_%s.svg" viewBox="0 0 300 80" width="300" role="img"><rect x="10" y="20" width="90" height="40" fill="#dde"/><text x="20" y="45" font-size="14">Mother</text><rect x="180" y="20" width="90" height="40" fill="#dde"/><text x="190" y="45" font-size="14">Child</text></svg>\n' % s.replace(' ', '_')), skin='jadu'); return s.replace(' ', '_')
@html('linked-summary.html', 'percent-encoded name in a Google redirect link', seen='"combined chronology"')
def _(cs, f): s = secret(); e = quote(quote(s)); page(cs, f, article(cs, 'See the [[combined chronology]].', lambda b: '<a href="https://www.google.com/url?q=https%%3A%%2F%%2Fdrive.example.org%%2Ffile%%2F%s.pdf&amp;sa=D">%s</a>' % (e, b)), skin='gdoc'); return e
@html('column-layout.html', 'position:absolute off screen, font-size 0', seen='nothing')
def _(cs, f): s = secret('addr'); page(cs, f, article(cs, extra='<p class="x1">%s</p>\n' % s), css='.x1{position:absolute;left:-9999px;font-size:0}', skin='drupal'); return s
@html('aria-page.html', 'aria-label on a redaction bar', seen='a black bar')
def _(cs, f): s = secret(); page(cs, f, article(cs, cs.carrier('x'), lambda b: '<span role="img" aria-label="%s" style="background:#000;color:#000">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</span>' % s)); return s

@html('skip-links.html', 'skip link and visually-hidden helpers with harmless words', 'clean', 'ordinary page')
def _(cs, f): page(cs, f, '<p class="sr"><span>Opens in this page.</span></p>\n' + article(cs, cs.carrier('statutory guidance'), lambda b: '<a href="https://www.gov.uk/wt">%s<span class="sr"> (opens in a new tab)</span></a>' % b), css='.sr{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}', tail='<a class="sr" href="#main">Skip to main content</a>\n')
@html('accordion-findings.html', 'details elements with findings that are published', 'clean', 'closed sections')
def _(cs, f): page(cs, f, article(cs, n_=3) + ''.join('<details><summary>Finding %d</summary><p>%s</p></details>\n' % (i, H.escape(p, quote=False)) for i, p in enumerate(cs.paras[10:13], 1)))
@html('dark-hero.html', 'white words on a dark gradient header', 'clean', 'white on navy')
def _(cs, f): page(cs, f, '<div class="hero"><p>%s</p></div>\n' % H.escape(cs.board) + article(cs), css='.hero{background:linear-gradient(120deg,#0a1c3c,#3b1c5c);padding:2em}.hero p{color:#fff;font-size:1.5em}', skin='jadu')
@html('cms-comments.html', 'block-editor comments and analytics ids only', 'clean', 'ordinary page')
def _(cs, f): page(cs, f, '<!-- wp:heading {"level":1} -->\n' + article(cs).replace('<p>', '<!-- wp:paragraph -->\n<p>') + '<div data-nid="1043" data-analytics-id="ga-7f3a21" data-position="3"></div>\n', skin='drupal')
@html('structured-data.html', 'JSON-LD with board only; og tags; canonical', 'clean', 'ordinary page')
def _(cs, f): page(cs, f, article(cs), head='<meta property="og:title" content="%s"><meta name="dcterms.creator" content="%s">\n<script type="application/ld+json">%s</script>\n' % (H.escape(cs.title), H.escape(cs.board), json.dumps({'@context': 'https://schema.org', '@type': 'Report', 'name': cs.title, 'publisher': {'@type': 'Organization', 'name': cs.board}})))
@html('cookie-page.html', 'template, hidden inputs and noscript with harmless words', 'clean', 'ordinary page')
def _(cs, f): page(cs, f, article(cs, extra='<form role="search"><input type="hidden" name="csrf" value="a81c77"><input name="q" aria-label="Search the site"></form>\n'), tail='<template><p>This site uses cookies.</p></template>\n<noscript>Turn on JavaScript to use the feedback form.</noscript>\n')
@html('proper-bars.html', 'redaction bars drawn with CSS, no words', 'clean', 'black bars')
def _(cs, f): page(cs, f, article(cs, cs.carrier('x'), lambda b: '<span class="bar" role="img" aria-label="redacted"></span>'), css='.bar{display:inline-block;width:7em;height:1em;background:#000;vertical-align:-2px}')
@html('responsive-pictures.html', 'srcset of hashed names, empty alt decoration, aria-hidden icon', 'clean', 'a picture')
def _(cs, f): page(cs, f, article(cs, extra='<figure><img alt="" src="%s" srcset="/img/3f9a1c.webp 300w, /img/3f9a1d.webp 900w"></figure><i class="icon" aria-hidden="true">&#8250;</i>\n' % durl(jpg(photo(f, 200, 120), 50))))
@html('print-styles.html', 'print-only and screen-only footers with harmless words; svg icon title', 'clean', 'ordinary page')
def _(cs, f): page(cs, f, article(cs) + '<p class="print-only">Printed from the partnership website.</p><svg width="16" height="16"><title>External link</title><path d="M2 2h8v8"/></svg>\n', css='.print-only{display:none}@media print{.print-only{display:block}}', skin='jadu')
@html('word-export.html', 'Word HTML export with board properties and mso conditional comments', 'clean', 'ordinary page')
def _(cs, f): page(cs, f, article(cs), head='<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>%s</o:Author></o:DocumentProperties></xml><![endif]-->\n' % H.escape(cs.board), skin='word')
# ================================================================ main
# left out unless --all is given, so that the plain run is about 110 files
EXTRA = set('''Xerox_20180312_1142.pdf|review-of-practice-baby.pdf|iro-summary.pdf|overview-linked.pdf|preview-edited.pdf|meeting-record-annex.pdf|chronology-table.pdf|Stourleigh_LCSPR.pdf|contents-linked.pdf|photo-annex.pdf|interactive-report.pdf|
overview-chronology-table.docx|practice-review-online-edit.docx|learning-summary-styles.docx|genogram-report.docx|contacts-by-month.docx|contact-page.docx|form-based-report.docx|letterhead-report.docx|macro-remnant.docx|micro-note.docx|referral-form.docx|thematic-review.docx|
case-review-blocks.html|learning-timeline.html|feedback-page.html|faq-accordion.html|column-layout.html|aria-page.html'''.replace('\n', '').split('|'))
def main():
    global OUT
    OUT = sys.argv[1]; os.makedirs(OUT, exist_ok=True); everything = '--all' in sys.argv
    i = 0
    for group, ext in ((PDFS, 'pdf'), (DOCXS, 'docx'), (HTMLS, 'html')):
        for name, way, kind, seen, fn in group:
            i += 1
            sec = fn(Case(name), name) or ''
            assert (kind == 'leak') == bool(sec), name
            if name in EXTRA and not everything: os.remove(os.path.join(OUT, name)); continue
            row(name, kind, way, sec if kind == 'leak' else '', seen)
    assert len({r[0] for r in ROWS}) == len(ROWS)
    assert len({r[3] for r in ROWS if r[3]}) == sum(1 for r in ROWS if r[3])
    assert EXTRA <= {x[0] for g in (PDFS, DOCXS, HTMLS) for x in g}
    ROWS.sort()
    with open(os.path.join(OUT, 'labels.tsv'), 'w', encoding='utf-8') as fh:
        fh.write('file\tkind\tway\tsecret\tseen\n')
        for r in ROWS: fh.write('\t'.join(r) + '\n')
    print(len(ROWS), 'files', sum(r[1] == 'leak' for r in ROWS), 'leak')
if __name__ == '__main__': main()
