# -*- coding: utf-8 -*-
"""make.py OUTDIR [all] - a blind accessibility test set (Word documents and web pages).
Every child, person, place, agency and event is invented.  Standard library only."""
import sys, os, re, zlib, zipfile, struct, base64, random, html as _html
from xml.sax.saxutils import escape as esc

def qa(s):
    return esc(s, {'"': '&quot;', '\n': '&#10;'})

# ------------------------------------------------------------------ prose
CHILD = ['Rowan','Ash','Linnet','Juniper','Bay','Sorrel','Teasel','Marlow','Wren','Fern','Hazel','Robin',
         'Perran','Quill','Sable','Tamsin','Indigo','Lark','Merrin','Bryony','Alder','Cove','Devan','Elowen']
PLACE = ['Harrowmere','Thistlewick','Pennoldby','Carrowdale','Brindlemoor','Ostenby','Wexlacombe Vale','Larkhaven',
         'Stannowby','Millerscar','Aldenfold','Tarnbeck','Cressingdale','Ravelsea','Upper Dunmarsh','Kestlathwaite Bay']
SCHOOL = ['Fenlight Primary School','Oak Causeway Academy','St Orrinda School','Marram High School','Tollgate Infants']
KIND = ['Local child safeguarding practice review','Rapid review summary','Learning summary','Thematic review',
        'Child safeguarding practice review','Multi-agency case review']

THEMES = {
'neglect': ('Neglect in the early years', [
 "{c} was the third of four children living in a two-bedroom flat in {pl}. The home was cold in winter, and the health visitor twice noted that there was little food in the kitchen. Each visit was recorded as a single event, so the pattern was not seen.",
 "Staff at {school} bought breakfast and spare clothes for {c} over two terms. They believed that the family was already receiving help from the local authority. Nobody checked whether that was so.",
 "The family moved three times in eighteen months. Each move brought a new health visitor, a new school nurse and a new set of records. Information about dental decay and missed hearing tests did not follow the child.",
 "{c}'s mother told the review that she felt judged whenever someone called at the home. She said that one worker had sat down, listened and helped her to fill in a form for a cooker, and that this was the visit she remembered.",
 "Practitioners used words such as chaotic and untidy. These words hid how hard daily life was for a small child. A plain account of what {c} ate, where {c} slept and who came when {c} cried would have told other agencies far more.",
 "When the fire service fitted smoke alarms, the crew saw four children sleeping on one mattress and made a referral on the same day. That referral led to the first strategy meeting."]),
'bruise': ('Bruising in a baby who cannot yet move', [
 "{c} was eleven weeks old when a practice nurse saw a small bruise on the left cheek at an immunisation visit. The nurse asked how it had come about and was told that a toy had been dropped. No referral was made.",
 "The bruising protocol in {pl} asks that every bruise on a baby who cannot roll or crawl is seen by a paediatrician on the same day. Fewer than half of the practice staff who spoke to the review knew of it.",
 "Both parents were under twenty and had moved away from their own families. The midwife had recorded that the father found the crying hard to bear, but that note stayed in the maternity record.",
 "A week later {c} was taken to the emergency department with a swollen arm. The doctor on duty ordered a full set of X-rays, which showed two healing fractures as well as the new one.",
 "The review heard from the doctor that a calm, written protocol made it easier to tell the parents why the tests were needed. The parents also said that they would rather have been told plainly.",
 "Out-of-hours cover made the first day slower than it should have been. The duty social worker was thirty miles away with another family, and the police team was between shifts."]),
'exploit': ('Criminal exploitation of a teenager', [
 "{c} was fourteen when the first reports of going missing were made. Over five months there were twenty-two reports, and on seven of those nights {c} came home with money or new clothes that nobody could explain.",
 "The police recorded {c} as a suspect after a search found wraps of drugs in a school bag. The referral to the national scheme for victims of trafficking was not made until ten weeks later.",
 "A youth worker at the {pl} boxing club had built up trust with {c} over a year. The youth worker was not asked to any of the meetings, and heard of the arrest from another young person.",
 "Return home interviews were offered within three days, as the guidance asks, but most were held by telephone. {c} later said that there was always somebody else in the room.",
 "The exclusion from {school} took away the one place where {c} was seen every day. From that week on the number of missing reports doubled.",
 "{c}'s grandmother kept a diary with car number plates, dates and times. She handed it in at the front desk of the police station, where it was filed as found property."]),
'online': ('Harm that began online', [
 "{c} was twelve and was given a tablet computer for schoolwork. Within a month an adult, posing as a fifteen-year-old, had made contact through the chat of a building game.",
 "{c} told a friend, who told a teacher. The teacher wrote the concern down the same afternoon, and the designated lead at {school} rang the parents before the end of the day. This was good practice.",
 "The parents thought that the game was safe because it had no pictures. They had not been told that messages could be sent in it.",
 "Specialist officers seized four devices and found that nine other children in three counties had been messaged by the same person. Each of those children was offered support.",
 "Waiting for therapy took seven months. During that time the school counsellor saw {c} each week, though this was outside the usual limit of six sessions.",
 "{c} asked the review to say that grown-ups should not take the tablet away as the first thing they do, because that feels like a punishment for telling."]),
'home': ('A child educated at home and not seen', [
 "{c} was withdrawn from {school} at the age of eight. The letter from the family gave a wish for a gentler pace as the reason. It came four days after the school had made a referral about weight loss.",
 "The elective home education adviser wrote to the family and received a cheerful reply with photographs of a nature table. The adviser had no power to ask to see the child, and did not do so for fourteen months.",
 "A neighbour in {pl} rang the council to say that a child was never outdoors. The call was logged as a housing matter because the caller began by speaking of noise.",
 "No doctor, dentist or optician saw {c} in the two years before the incident. Each missed appointment was closed by a standard letter.",
 "The review found that three agencies each held one part of the picture. When the parts were placed together, on a single sheet, the concern was plain to all who read it.",
 "{c} is now thriving with foster carers and has gone back to school for three days each week. {c} likes swimming and wants to be a vet."]),
'father': ('Men in the household who were not known to services', [
 "At the time of the birth {c}'s mother was living with a partner whose name appears in no health record. He was described in the notes as a friend who gave lifts.",
 "The partner had left another area, where a child had been the subject of a protection plan because of his violence. A check with that area would have taken one telephone call.",
 "Midwives ask every woman about her safety at home, but the question can only be asked when she is alone. In this case she was never seen alone.",
 "{c}'s own father lived in {pl} and had asked for more time with the child. He was not invited to the first conference, and learned of the injuries from a relative.",
 "Workers said that they worried about appearing rude if they asked who lived in the home. Mothers who took part in the review said that they would not have minded the question, provided that it was asked of everyone.",
 "The housing officer had met the partner twice and had noted a damaged door. There was no route by which a housing officer could add that note to the child's record."]),
'mind': ('Parental mental illness and the child at home', [
 "{c}'s father had lived with a severe mental illness for nine years. He was well known to the adult team, whose notes speak of him as a single man with few contacts. He was caring for {c} for four days in each week.",
 "When his medicine was changed in the autumn, the letter was copied to the family doctor but not to the health visitor. Nobody asked who else was at home.",
 "{c}, then seven, rang the emergency number twice in one evening. The call handler kept {c} talking for nineteen minutes and was praised by the review for calm and kindness.",
 "Adult workers said that they had been trained to think of the family, but that their assessment form had no place in which to write the names of children.",
 "The hospital in {pl} has since added one question to its admission form: who depends on you at home, and where are they now?",
 "{c}'s aunt had offered to help and had left her number with the ward. It was found after the incident on a note attached to the front of the paper file."]),
'disabled': ('A disabled child whose voice was not heard', [
 "{c} was ten, used a wheelchair and spoke with the help of picture cards. Changes in mood and sleep were put down to disability for most of a year.",
 "The taxi escort noticed that {c} became upset on Mondays and told the transport office. The office had no form for concerns and passed the message on by word of mouth.",
 "At {school} the cards that {c} used did not include words for pain, for private parts of the body or for the names of visiting adults. {c} therefore had no means of telling.",
 "The review was helped by a speech and language therapist, who met {c} four times. {c} chose to tell the story in nine cards, and asked for them to be shown to the people in charge.",
 "Short breaks had been cut from twelve nights to five. The parents were exhausted and had told three different workers so.",
 "Since the review every special school in {pl} has agreed a shared set of cards, and these go with the child from home to school, hospital and respite care."]),
}
INTRO = [
 "This report sets out what was learned after {c}, a child living in {pl}, came to serious harm. It has been written so that a reader who knows nothing of the case can follow it. Names and some details have been changed.",
 "The {pl} Safeguarding Children Partnership asked for this review in the spring. Its aim is to learn and to improve practice. It does not seek to blame any person.",
 "The lead reviewer had no connection with the agencies concerned. She read the records, met the family twice, and held two days of conversation with the practitioners who had known {c}.",
 "{c}'s family agreed to take part and read an early draft. Their words appear in the report where they asked for them to be included.",
 "The review covers a period of two years, ending on the day on which the partnership was told of the incident. Earlier events are mentioned only where they help the reader to understand what followed.",
]
LEARN = [
 "A child who is seen is not always a child who is heard. In each of the contacts that the review studied, an adult spoke for {c}.",
 "Records were kept with care, but they were kept apart. Agencies shared what they thought others would want to know, and held back the small details that turned out to matter.",
 "Where supervision was regular, plans changed when the facts changed. Where it was missed, the first view of the family was still in place a year later.",
 "Practitioners showed kindness and persistence. Several stayed late, drove long distances or gave up leave in order to keep in touch with the family.",
 "The threshold document was understood in different ways by different teams. Two teams sitting in the same building gave opposite answers to the same short case study.",
]
BUL = ["the child should be seen alone, and at home, at least once in every assessment","each agency should know who is in the household",
 "a missed appointment should be read as a question about the child","supervision notes should record what has changed since last time",
 "challenge between agencies is a sign of care and not of disrespect","families should be told in plain words what people are worried about",
 "records should move with the child on the same day","grandparents and neighbours are often the first to see a change"]
REC = ["The partnership should publish a one-page guide to sharing information and test it with front-line staff.",
 "The integrated care board should make sure that every practice has a named safeguarding lead.",
 "The police should review how missing reports are graded at weekends.",
 "Schools should be told within two working days when a child in their care is discussed at a meeting.",
 "The council should add a question about children to its housing inspection form.",
 "Adult mental health services should record the names and ages of all dependent children.",
 "The partnership should report on progress to its public meeting in the autumn."]
ACTIONS = [("Publish the revised bruising protocol","Integrated care board","30 June","Complete"),
 ("Train reception staff in early signs of harm","Council","15 July","On track"),
 ("Audit forty return home interviews","Police","1 September","Overdue"),
 ("Add a household question to the form","Housing","12 October","On track"),
 ("Hold a learning day for schools","Education service","4 November","Complete"),
 ("Agree a shared chronology template","Partnership office","20 November","Overdue"),
 ("Meet families to hear their views","Partnership office","5 December","On track")]
EVENTS = [("4 February","Health visitor finds no one at home","Community health"),("19 February","School reports tiredness and hunger","Education"),
 ("2 March","Neighbour telephones the council","Housing"),("21 March","Child seen at the emergency department","Hospital"),
 ("22 March","Strategy meeting held","Social care and police"),("9 April","Family moves to a new address","Housing"),("1 May","Protection plan agreed","Social care")]
NUMS = [("2019","412","61"),("2020","388","57"),("2021","455","83"),("2022","501","96"),("2023","476","74")]
WELSH = ("Mae'r adroddiad hwn hefyd ar gael yn Gymraeg. Gall unrhyw un sy'n poeni am blentyn ffonio'r tîm diogelu plant, "
         "ddydd neu nos, a gofyn am gael siarad â gweithiwr yn Gymraeg.")
WELSH2 = ("Roedd y plentyn yn siarad Cymraeg gartref a Saesneg yn yr ysgol. Dywedodd wrth ei athrawes fod arni ofn mynd adref, "
          "ond ni chafodd ei geiriau eu cofnodi yn ei hiaith ei hun.")
WELSHDOC = dict(title='Adolygiad ymarfer plant: crynodeb dysgu', secs=[
 ('Cyflwyniad', ["Mae'r crynodeb hwn yn disgrifio'r hyn a ddysgwyd ar ôl i fabi chwe mis oed gael ei anafu gartref. Newidiwyd enwau a rhai manylion er mwyn diogelu'r teulu.",
   "Cynhaliwyd yr adolygiad gan y bartneriaeth ddiogelu leol. Siaradodd yr adolygydd â'r teulu ddwywaith ac â'r staff a oedd yn adnabod y plentyn."]),
 ('Beth ddigwyddodd', ["Gwelodd nyrs glais bach ar foch y babi mewn apwyntiad brechu. Gofynnodd sut y digwyddodd, ond ni wnaed atgyfeiriad i'r gwasanaethau cymdeithasol.",
   "Wythnos yn ddiweddarach aethpwyd â'r babi i'r ysbyty. Daeth y meddyg o hyd i ddau doriad a oedd eisoes yn gwella."]),
 ('Beth a ddysgwyd', ["Rhaid i bob clais ar fabi nad yw'n gallu symud gael ei weld gan bediatregydd ar yr un diwrnod. Dylai staff ofyn yn garedig ac yn glir pwy sy'n byw yn y cartref.",
   "Bydd y bartneriaeth yn cyhoeddi canllaw byr ac yn hyfforddi pob practis erbyn diwedd y flwyddyn."])])
SECN = {'intro':['Introduction','Purpose of this review','About this review','Why this review was held'],
 'story':['What happened','The story of the child','Background','Summary of events'],
 'early':['Early contact with services','The first year','Before the first referral'],
 'late':['The last three months','The weeks before the incident','Events leading to the review'],
 'learn':['What we learned','Findings','Learning for practice','What the review found'],
 'actions':['Actions agreed','Progress with actions','What the partnership will do'],
 'recs':['Recommendations','What should change','Recommendations for agencies'],
 'help':['Where to find help','Further information','Contact the partnership']}

# ------------------------------------------------------------------ pictures (pure Python PNG)
_F = {'A':'7E1111117E','B':'7F49494936','C':'3E41414122','D':'7F4141221C','E':'7F49494941','F':'7F09090901','G':'3E4149497A',
'H':'7F0808087F','I':'00417F4100','J':'2040413F01','K':'7F08142241','L':'7F40404040','M':'7F020C027F','N':'7F0408107F','O':'3E4141413E',
'P':'7F09090906','Q':'3E4151215E','R':'7F09192946','S':'4649494931','T':'01017F0101','U':'3F4040403F','V':'1F2040201F','W':'3F4038403F',
'X':'6314081463','Y':'0708700807','Z':'6151494543','0':'3E5149453E','1':'00427F4000','2':'4261514946','3':'2141454B31','4':'1814127F10',
'5':'2745454539','6':'3C4A494930','7':'0171090503','8':'3649494936','9':'064949291E','-':'0808080808','.':'0060600000',',':'0050300000',
':':'0036360000','%':'2313086462',' ':'0000000000'}
class Cv:
    def __init__(s,w,h,bg=(255,255,255)):
        s.w,s.h=w,h; s.r=[bytearray(bytes(bg)*w) for _ in range(h)]
    def rect(s,x0,y0,x1,y1,c):
        x0,x1=max(0,x0),min(s.w,x1)
        if x1<=x0: return s
        b=bytes(c)*(x1-x0)
        for y in range(max(0,y0),min(s.h,y1)): s.r[y][x0*3:x1*3]=b
        return s
    def text(s,x,y,t,c=(20,20,20),k=2):
        for ch in t.upper():
            g=bytes.fromhex(_F.get(ch,_F[' ']))
            for i in range(5):
                for j in range(7):
                    if g[i]>>j&1: s.rect(x+i*k,y+j*k,x+i*k+k,y+j*k+k,c)
            x+=6*k
        return s
    def disc(s,cx,cy,r,c):
        for y in range(-r,r+1):
            d=int((r*r-y*y)**.5); s.rect(cx-d,cy+y,cx+d+1,cy+y+1,c)
        return s
    def png(s):
        def ch(t,d): return struct.pack('>I',len(d))+t+d+struct.pack('>I',zlib.crc32(t+d))
        raw=b''.join(b'\0'+bytes(r) for r in s.r)
        return b'\x89PNG\r\n\x1a\n'+ch(b'IHDR',struct.pack('>IIBBBBB',s.w,s.h,8,2,0,0,0))+ch(b'IDAT',zlib.compress(raw,6))+ch(b'IEND',b'')
_pc={}
def picture(kind):
    if kind in _pc: return _pc[kind]
    if kind=='bars':
        c=Cv(480,280); c.text(20,10,'Referrals by year'); c.rect(50,40,52,240,(0,0,0)); c.rect(50,240,460,242,(0,0,0))
        for i,(y,n,_) in enumerate(NUMS):
            v=int(n)*190//520; c.rect(75+i*76,240-v,120+i*76,240,(31,56,100)); c.text(76+i*76,250,y); c.text(79+i*76,222-v,n)
    elif kind=='line':
        c=Cv(480,280); c.text(20,10,'Missing reports by month'); c.rect(50,40,52,240,(0,0,0)); c.rect(50,240,460,242,(0,0,0))
        v=[2,3,5,9,14,12,6]; pts=[(70+i*60,240-a*12) for i,a in enumerate(v)]
        for (x0,y0),(x1,y1) in zip(pts,pts[1:]):
            for t in range(61): x=x0+(x1-x0)*t//60; y=y0+(y1-y0)*t//60; c.rect(x,y-1,x+2,y+2,(120,20,20))
        for (x,y),m,a in zip(pts,['JAN','FEB','MAR','APR','MAY','JUN','JUL'],v): c.text(x-14,250,m); c.text(x-6,y-22,str(a))
    elif kind=='park':
        c=Cv(420,240,(186,214,235)); c.rect(0,150,420,240,(88,130,74)); c.disc(350,50,24,(250,220,120)); c.rect(80,90,92,170,(90,60,30)); c.disc(86,80,36,(44,92,50))
        c.rect(220,110,224,190,(60,60,60)); c.rect(300,110,304,190,(60,60,60)); c.rect(220,108,304,112,(60,60,60)); c.rect(245,112,247,165,(60,60,60)); c.rect(275,112,277,165,(60,60,60)); c.rect(243,165,279,170,(140,40,40))
    elif kind=='door':
        c=Cv(300,240,(160,95,75))
        for y in range(0,240,16): c.rect(0,y,300,y+1,(205,185,170))
        c.rect(110,60,190,240,(35,75,70)); c.disc(178,150,4,(220,190,90)); c.rect(110,225,190,240,(70,70,70)); c.rect(120,75,180,110,(190,210,220))
    elif kind=='rule':
        c=Cv(420,14); c.rect(0,6,420,8,(31,56,100)); [c.disc(x,7,5,(31,56,100)) for x in range(30,420,60)]
    elif kind=='logo':
        c=Cv(260,80); c.disc(40,40,30,(31,56,100)); c.disc(40,40,18,(255,255,255)); c.disc(40,40,8,(31,56,100)); c.text(84,24,'Safe Start',(31,56,100),3)
    elif kind=='words':
        c=Cv(560,150,(245,240,225)); c.text(16,14,'Key messages for staff',(30,30,30),3); c.text(16,54,'See the child alone at every visit.',(30,30,30)); c.text(16,80,'Ask who lives in the home.',(30,30,30)); c.text(16,106,'Write down the words the child used.',(30,30,30))
    elif kind=='words2':
        c=Cv(560,120,(31,56,100)); c.text(16,16,'Emergency duty team',(255,255,255),3); c.text(16,60,'Ring 01632 960 415 at any hour',(255,255,255)); c.text(16,86,'Ask for the duty social worker',(255,255,255))
    elif kind=='flow':
        c=Cv(520,200)
        for i,t in enumerate(['Contact','Screen','Assess','Plan']):
            c.rect(15+i*128,70,110+i*128,130,(31,56,100)); c.text(22+i*128,93,t,(255,255,255))
            if i<3: c.rect(110+i*128,98,143+i*128,102,(0,0,0))
        c.text(20,150,'1 day    3 days    45 days')
    elif kind=='icon':
        c=Cv(48,48,(255,255,255)); c.disc(24,24,22,(31,56,100)); c.rect(22,12,27,36,(255,255,255)); c.rect(12,22,37,27,(255,255,255))
    _pc[kind]=(c.png(),c.w,c.h); return _pc[kind]
GOODALT={'bars':'Bar chart of referrals by year: 412 in 2019, 388 in 2020, 455 in 2021, 501 in 2022 and 476 in 2023.',
 'line':'Line chart of missing reports by month: 2 in January, 3 in February, 5 in March, 9 in April, a peak of 14 in May, 12 in June and 6 in July.',
 'park':'A small park with a swing hung from a frame, a single tree and open grass, on a sunny day.',
 'door':'The closed green front door of a brick house, with a small window in its upper half.',
 'flow':'Flow chart of four steps in order: contact, screen within 1 day, assess within 3 days, and plan within 45 days.',
 'logo':'Safe Start'}
PICCAP={'bars':'Figure 1: Referrals received in each year','line':'Figure 1: Missing reports, January to July','park':'Figure 1: The play area near the family home',
 'door':'Figure 1: A house like the one in which the family lived','flow':'Figure 1: The four steps of the referral pathway'}

# ------------------------------------------------------------------ report model
class Sec:
    def __init__(s,key,level,title): s.key,s.level,s.title,s.blocks,s.head=key,level,title,[],None
    def add(s,*b): s.blocks.extend(b); return s
    def put(s,*b): s.blocks[0:0]=b; return s
    def mid(s,*b):
        k=1 if len(s.blocks)>1 else len(s.blocks); s.blocks[k:k]=b; return s
    def set(s,*b): s.blocks[:]=list(b); return s
class Rep:
    def __init__(R,fmt,seed,no=()):
        g=R.g=random.Random(seed*7919+13); R.fmt=fmt; R.seed=seed; R.o={}
        R.c=CHILD[seed%len(CHILD)]; R.pl=PLACE[(seed*5+seed//16)%len(PLACE)]; R.school=SCHOOL[seed%len(SCHOOL)]
        th=list(THEMES); R.th=th[(seed*3+seed//8)%len(th)]; R.th2=th[(seed*3+seed//8+3)%len(th)]
        R.kind=KIND[seed%len(KIND)]
        R.title=R.kind+': '+g.choice(['Child '+R.c, THEMES[R.th][0], R.c+' of '+R.pl])
        R.tstyle=(fmt=='docx' and g.random()<.5)
        R.dom=re.sub('[^a-z]','',R.pl.lower())+'-scp.example'
        R.pool=[R.f(t) for t in THEMES[R.th][1]]; R.spare=[R.f(t) for t in THEMES[R.th2][1]]
        R.secs=[]; S=lambda k,l:(R.secs.append(Sec(k,l,g.choice(SECN[k]))),R.secs[-1])[1]
        P=lambda t:('p',t)
        i=S('intro',2); i.add(*[P(R.f(t)) for t in g.sample(INTRO,2)])
        s=S('story',2); s.add(P(R.pool[0]))
        e=S('early',3); e.add(P(R.pool[1]),P(R.pool[2]))
        l=S('late',3); l.add(P(R.pool[3]),P(R.pool[4]))
        n=S('learn',2); n.add(P(R.pool[5]),P(R.f(g.choice(LEARN))))
        if 'list' not in no and g.random()<.75: n.add(P('The review group asks every team to remember that:'),('ul',g.sample(BUL,4)))
        if 'pic' not in no and g.random()<.35:
            k=g.choice(['bars','line','park','door','flow']); s.add(('img',k,GOODALT[k],PICCAP[k]))
        if 'table' not in no and g.random()<.7: R.secs.append(Sec('actions',2,g.choice(SECN['actions']))); t=R.tab(); R.secs[-1].add(P({'Table 1: A':'The partnership has agreed the actions in Table 1 and will report on them in public.','Table 1: K':'Actions were timed from the dates in Table 1, which the panel agreed with every agency.','Table 1: R':'The partnership will track the figures in Table 1 and publish them each year.'}[t[1][:10]]),t)
        r=S('recs',2)
        if 'list' in no: r.add(P('The review makes two recommendations. '+' '.join(g.sample(REC,2))))
        else: r.add(P('The review makes these recommendations.'),('ol',g.sample(REC,3)))
        h=S('help',2)
        if 'link' in no: h.add(P('Anyone who is worried about a child in %s can ring the partnership on 01632 960 %03d at any time.'%(R.pl,100+seed%800)))
        else: h.add(P(['Guidance for families and staff is on the ',{'t':R.pl+' Safeguarding Children Partnership website','a':'https://www.%s/'%R.dom},'. Anyone who is worried about a child can ring 01632 960 %03d at any time.'%(100+seed%800)]))
    def f(R,t): return t.format(c=R.c,pl=R.pl,school=R.school)
    def tab(R,which=None,n=4):
        g=R.g; which=which or g.choice(['actions','events','nums'])
        if which=='actions': return ('table','Table 1: Actions and progress',[('Action','Lead agency','Due','Status')]+g.sample(ACTIONS,n))
        if which=='events': return ('table','Table 1: Key dates',[('Date','Event','Agency')]+EVENTS[:n+1])
        return ('table','Table 1: Referrals and repeat referrals',[('Year','Referrals','Repeat referrals')]+NUMS[:n])
    def s(R,k):
        for x in R.secs:
            if x.key==k: return x
        x=Sec(k,2,R.g.choice(SECN.get(k,[k]))); i=[y.key for y in R.secs].index('recs'); R.secs.insert(i,x); return x
    def extra(R): return R.spare.pop(0)

# ------------------------------------------------------------------ Word writer
NS=('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"')
XH='<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
THEME=XH+('<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme"><a:themeElements><a:clrScheme name="Office">'
 '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
 +''.join('<a:%s><a:srgbClr val="%s"/></a:%s>'%(n,v,n) for n,v in [('dk2','44546A'),('lt2','E7E6E6'),('accent1','4472C4'),('accent2','ED7D31'),('accent3','A5A5A5'),('accent4','FFC000'),('accent5','5B9BD5'),('accent6','70AD47'),('hlink','0563C1'),('folHlink','954F72')])
 +'</a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>'
 '<a:fmtScheme name="Office"><a:fillStyleLst>'+'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'*3+'</a:fillStyleLst><a:lnStyleLst>'+'<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'*3+
 '</a:lnStyleLst><a:effectStyleLst>'+'<a:effectStyle><a:effectLst/></a:effectStyle>'*3+'</a:effectStyleLst><a:bgFillStyleLst>'+'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'*3+'</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>')
class Doc:
    def __init__(D,R):
        D.R=R; D.o=R.o; D.g=random.Random(R.seed*31+5); D.rels=[]; D.media={}; D.nid=1; D.foot=[]; D.toc=[]
        D.hc=D.g.choice(['1F3864','2F5496','17365D','000000','3B2A5A']); D.font=D.g.choice(['Calibri','Arial','Arial','Verdana']); D.sz=D.g.choice([22,22,24])
    def rel(D,typ,target,ext=False):
        i='rId%d'%(len(D.rels)+10); D.rels.append('<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"%s/>'%(i,typ,qa(target),' TargetMode="External"' if ext else '')); return i
    def t(D,text,rpr=''):
        rp='<w:rPr>%s</w:rPr>'%rpr if rpr else ''
        out=''; seg=[text]
        if len(text)>90 and D.g.random()<.45:     # Word breaks runs at odd places; so do we
            w=text.split(' '); k=D.g.randrange(3,len(w)-2) if len(w)>8 else 0
            if k: seg=[' '.join(w[:k])+' ',' '.join(w[k:])]
        for s in seg:
            rs=' w:rsidR="00%06X"'%D.g.randrange(1<<24) if D.g.random()<.4 else ''
            body=''
            for part in re.split(r'(\t|\n)',s):
                body+= '<w:tab/>' if part=='\t' else '<w:br/>' if part=='\n' else ('<w:t xml:space="preserve">%s</w:t>'%esc(part) if part else '')
            out+='<w:r%s>%s%s</w:r>'%(rs,rp,body)
        return out
    def inl(D,x,base=''):
        if isinstance(x,str): return D.t(x,base)
        if isinstance(x,dict): x=[x]
        o=''
        for p in x:
            if isinstance(p,str): o+=D.t(p,base); continue
            if 'raw' in p: o+=p['raw']; continue
            r=''
            if 'a' in p: r+='<w:rStyle w:val="Hyperlink"/>'
            elif 'rs' in p: r+='<w:rStyle w:val="%s"/>'%p['rs']
            if 'font' in p: r+='<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:cs="{0}"/>'.format(p['font'])
            if p.get('b'): r+='<w:b/><w:bCs/>'
            if p.get('i'): r+='<w:i/><w:iCs/>'
            if p.get('caps'): r+='<w:caps/>'
            if 'color' in p: r+=p['color'] if p['color'][0]=='<' else '<w:color w:val="%s"/>'%p['color']
            if 'sz' in p: r+='<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>'.format(p['sz'])
            if 'hl' in p: r+='<w:highlight w:val="%s"/>'%p['hl']
            if p.get('u'): r+='<w:u w:val="single"/>'
            if 'shd' in p: r+='<w:shd w:val="clear" w:color="auto" w:fill="%s"/>'%p['shd']
            if p.get('sup'): r+='<w:vertAlign w:val="superscript"/>'
            if 'lang' in p: r+='<w:lang w:val="%s"/>'%p['lang']
            run=D.t(p['t'],r or base)
            if 'a' in p: run='<w:hyperlink r:id="%s" w:history="1">%s</w:hyperlink>'%(D.rel('hyperlink',p['a'],True),run)
            if 'note' in p:
                D.foot.append(p['note']); run+='<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>'%len(D.foot)
            o+=run
        return o
    def p(D,x,style=None,ppr='',base=''):
        pp=('<w:pStyle w:val="%s"/>'%style if style else '')+ppr
        return '<w:p>%s%s</w:p>'%('<w:pPr>%s</w:pPr>'%pp if pp else '',D.inl(x,base))
    def hid(D,l):
        if D.R.tstyle: return 'Title' if l==1 else 'Heading%d'%(l-1)
        return 'Heading%d'%l
    def h(D,l,x):
        sid=D.hid(l)
        if D.o.get('hstyle'): sid=D.o['hstyle'].get(sid,sid)
        if D.o.get('toc') and l>1 and isinstance(x,str) and x!='Contents':
            n=len(D.toc)+1; D.toc.append((l,x,n))
            return '<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:bookmarkStart w:id="%d" w:name="_Toc9000%02d"/>%s<w:bookmarkEnd w:id="%d"/></w:p>'%(sid,n,n,D.t(x),n)
        return D.p(x,sid)
    def picx(D,kind,alt,cap=None,deco=False,title=None,link=None,name=None,vml=False):
        png,w,h=picture(kind); fn='image%d.png'%(len(D.media)+1); D.media[fn]=png; rid=D.rel('image','media/'+fn); D.nid+=1; i=D.nid
        W,H=w*9525,h*9525
        if W>5400000: H=H*5400000//W; W=5400000
        if vml:
            return '<w:p><w:r><w:pict><v:shape id="_x0000_i10%d" type="#_x0000_t75" style="width:%dpt;height:%dpt"%s><v:imagedata r:id="%s" o:title=""/></v:shape></w:pict></w:r></w:p>'%(i,w*3//4,h*3//4,' alt="%s"'%qa(alt) if alt is not None else '',rid)+(D.p(cap,'Caption') if cap else '')
        d=(' descr="%s"'%qa(alt) if alt is not None else '')+(' title="%s"'%qa(title) if title else '')
        ex='<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>' if deco else ''
        if link: ex='<a:hlinkClick r:id="%s"/>'%D.rel('hyperlink',link,True)+ex
        nm=name or 'Picture %d'%i
        return ('<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="%s"%s>%s</wp:docPr>'
          '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="%s"/><pic:cNvPicPr/></pic:nvPicPr>'
          '<pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
          %(W,H,i,nm,d,ex,i,nm,rid,W,H))+(D.p(cap,'Caption') if cap else '')
    def table(D,cap,rows,hdr=None,firstrow=True,hfill='D9E2F3',hcol=None,cell=None,borders=True,nocap=False,hbold=True):
        """hdr: {row:xml} overriding the header mark; cell(r,c,val)-> (tcPr, inl) or None"""
        n=max(len(r) for r in rows); wd=9026//n
        x='' if nocap or not cap else D.p(cap,'Caption','<w:keepNext/>')
        x+='<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="%s" w:firstRow="%d" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>%s</w:tblPr><w:tblGrid>%s</w:tblGrid>'%(
            'TableGrid' if borders else 'TableNormal',wd*n,'0420' if firstrow else '0400',1 if firstrow else 0,'<w:tblCaption w:val="%s"/>'%qa(cap) if cap and borders else '','<w:gridCol w:w="%d"/>'%wd*n)
        if hdr is None: hdr={0:'<w:tblHeader/>'}
        for i,r in enumerate(rows):
            x+='<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>'%hdr.get(i,'')
            for j,v in enumerate(r):
                tc='<w:tcW w:w="%d" w:type="dxa"/>'%wd; content=v
                if i==0 and borders:
                    if hfill: tc+='<w:shd w:val="clear" w:color="auto" w:fill="%s"/>'%hfill
                    content={'t':v,**({'b':1} if hbold else {})} if isinstance(v,str) else v
                    if hcol and isinstance(content,dict): content['color']=hcol
                if cell:
                    cc=cell(i,j,v)
                    if cc: tc='<w:tcW w:w="%d" w:type="dxa"/>'%wd+cc[0]; content=cc[1]
                inner=content[4:] if isinstance(content,str) and content.startswith('XML:') else D.p(content,None,'<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>')
                x+='<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>'%(tc,inner)
            x+='</w:tr>'
        return x+'</w:tbl><w:p><w:pPr><w:spacing w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>' if False else x+'</w:tbl>'
    def block(D,b):
        k=b[0]
        if k=='p': return D.p(b[1],b[2] if len(b)>2 else None)
        if k=='h': return D.h(b[1],b[2])
        if k=='ul': return ''.join(D.p(i,'ListBullet','' if D.o.get('liststyle') else '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') for i in b[1])
        if k=='ol': return ''.join(D.p(i,'ListNumber','<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>') for i in b[1])
        if k=='table': return D.table(b[1],b[2],**(b[3] if len(b)>3 else {}))
        if k=='img': return D.picx(b[1],b[2],b[3] if len(b)>3 else None,**(b[4] if len(b)>4 else {}))
        if k=='x': return b[1](D)
        raise ValueError(k)
    def styles(D):
        o=D.o; lang=o.get('lang','en-GB'); L='<w:lang w:val="%s" w:eastAsia="en-US" w:bidi="ar-SA"/>'%lang if lang else ''
        S=XH+'<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="%s" w:hAnsi="%s" w:cs="%s"/><w:sz w:val="%d"/><w:szCs w:val="%d"/>%s</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'%(NS,D.font,D.font,D.font,D.sz,D.sz,L)
        def st(id,name,based='Normal',ppr='',rpr='',nxt=None,typ='paragraph',extra=''):
            return '<w:style w:type="%s"%s w:styleId="%s"><w:name w:val="%s"/>%s%s%s%s%s%s</w:style>'%(typ,extra,id,name,'<w:basedOn w:val="%s"/>'%based if based else '','<w:next w:val="%s"/>'%nxt if nxt else '','<w:qFormat/>' if typ=='paragraph' else '',
                '<w:pPr>%s</w:pPr>'%ppr if ppr else '','<w:rPr>%s</w:rPr>'%rpr if rpr else '','')
        S+=st('Normal','Normal',None,o.get('normal_ppr',''),o.get('normal_rpr',''),extra=' w:default="1"')
        S+='<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
        S+='<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        S+='<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'+''.join('<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>'%k for k in ('top','left','bottom','right','insideH','insideV'))+'</w:tblBorders></w:tblPr></w:style>'
        col='<w:color w:val="%s"/>'%D.hc
        for n,sz in ((1,36),(2,30),(3,26),(4,24)):
            sid=o.get('hstyle',{}).get('Heading%d'%n) if o.get('hrename') else None
            S+=st(sid or 'Heading%d'%n,'heading %d'%n,ppr='<w:keepNext/><w:keepLines/><w:spacing w:before="%d" w:after="120"/><w:outlineLvl w:val="%d"/>'%(320-n*40,n-1),rpr='<w:b/><w:bCs/>%s<w:sz w:val="%d"/><w:szCs w:val="%d"/>'%(col,sz,sz),nxt='Normal')
        S+=st('Title','Title',ppr='<w:spacing w:after="240"/>',rpr=o.get('title_rpr') or '<w:b/><w:bCs/>%s<w:sz w:val="48"/><w:szCs w:val="48"/>'%col,nxt='Normal')
        S+=st('ListParagraph','List Paragraph',ppr='<w:ind w:left="720"/><w:contextualSpacing/>')
        S+=st('ListBullet','List Bullet',ppr='<w:numPr><w:numId w:val="3"/></w:numPr><w:contextualSpacing/>')
        S+=st('ListNumber','List Number',ppr='<w:contextualSpacing/>')
        S+=st('Caption','caption',rpr='<w:b/><w:bCs/>%s<w:sz w:val="20"/><w:szCs w:val="20"/>'%o.get('cap_color','<w:color w:val="333F50"/>'),nxt='Normal')
        S+=st('Quote','Quote',ppr='<w:ind w:left="567" w:right="567"/>')
        S+=st('FootnoteText','footnote text',ppr='<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',rpr='<w:sz w:val="20"/><w:szCs w:val="20"/>')
        S+=st('Footer','footer',ppr='<w:tabs><w:tab w:val="right" w:pos="9026"/></w:tabs><w:spacing w:after="0"/>',rpr='<w:sz w:val="20"/><w:szCs w:val="20"/>')
        S+=st('TOC1','toc 1',ppr='<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9016"/></w:tabs><w:spacing w:after="80"/>')
        S+=st('Hyperlink','Hyperlink','DefaultParagraphFont',rpr='<w:color w:val="0563C1" w:themeColor="hyperlink"/><w:u w:val="single"/>',typ='character')
        S+=st('FootnoteReference','footnote reference','DefaultParagraphFont',rpr='<w:vertAlign w:val="superscript"/>',typ='character')
        for a in o.get('styles',[]): S+=st(*a[:2],**a[2])
        return S+'</w:styles>'
    def build(D):
        R=D.R; x=''
        if 'body' in D.o: x=D.o['body'](D)
        else:
            x=(D.o['titleblock'](D) if 'titleblock' in D.o else D.h(1,R.title))
            tocpos=len(x)
            for s in R.secs:
                x+=s.head(D) if s.head else D.h(s.level,s.title)
                x+=''.join(D.block(b) for b in s.blocks)
            if D.o.get('toc'):
                T=D.h(2,'Contents'); n=len(D.toc)
                for i,(l,t,k) in enumerate(D.toc):
                    f0='<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' if i==0 else ''
                    f1='<w:r><w:fldChar w:fldCharType="end"/></w:r>' if i==n-1 else ''
                    T+='<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>%s<w:hyperlink w:anchor="_Toc9000%02d" w:history="1"><w:r><w:t>%s</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>%d</w:t></w:r></w:hyperlink>%s</w:p>'%(f0,k,esc(t),1+i//4,f1)
                x=x[:tocpos]+T+x[tocpos:]
        x=re.sub(r'(</w:tbl>)(?=$)',r'\1<w:p/>',x)
        foot=D.o.get('footer',D.g.random()<.5); sect='<w:sectPr>'
        files={}
        if foot:
            files['word/footer1.xml']=XH+'<w:ftr %s><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">%s </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'%(NS,esc(R.pl+' Safeguarding Children Partnership'),'Page')
            sect+='<w:footerReference w:type="default" r:id="%s"/>'%D.rel('footer','footer1.xml')
        sect+='<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
        files['word/document.xml']=XH+'<w:document %s><w:body>%s%s</w:body></w:document>'%(NS,x,sect)
        files['word/styles.xml']=D.styles(); files['word/theme/theme1.xml']=THEME
        def ab(i,fmt,txt,font=''):
            return '<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>%s</w:lvl></w:abstractNum>'%(i,fmt,'<w:pStyle w:val="ListBullet"/>' if i==2 else '',txt,font)
        sy='<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>'
        files['word/numbering.xml']=XH+'<w:numbering %s>%s%s%s%s</w:numbering>'%(NS,ab(0,'bullet','\uf0b7',sy),ab(1,'decimal','%1.'),ab(2,'bullet','\uf0b7',sy),''.join('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>'%(k+1,k) for k in range(3)))
        tl=D.o.get('lang','en-GB')
        files['word/settings.xml']=XH+'<w:settings %s><w:zoom w:percent="100"/>%s<w:defaultTabStop w:val="720"/>%s<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>%s</w:settings>'%(NS,'<w:proofState w:spelling="clean"/>','<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if D.foot else '','<w:themeFontLang w:val="%s"/>'%tl if tl else '')
        if D.foot:
            F=XH+'<w:footnotes %s><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'%NS
            for i,t in enumerate(D.foot): F+='<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> %s</w:t></w:r></w:p></w:footnote>'%(i+1,esc(t))
            files['word/footnotes.xml']=F+'</w:footnotes>'; D.rel('footnotes','footnotes.xml')
        W='application/vnd.openxmlformats-officedocument.wordprocessingml.'
        ov=[('/word/document.xml',W+'document.main+xml'),('/word/styles.xml',W+'styles+xml'),('/word/numbering.xml',W+'numbering+xml'),('/word/settings.xml',W+'settings+xml'),('/word/theme/theme1.xml','application/vnd.openxmlformats-officedocument.theme+xml'),
            ('/docProps/core.xml','application/vnd.openxmlformats-package.core-properties+xml'),('/docProps/app.xml','application/vnd.openxmlformats-officedocument.extended-properties+xml')]
        if foot: ov.append(('/word/footer1.xml',W+'footer+xml'))
        if D.foot: ov.append(('/word/footnotes.xml',W+'footnotes+xml'))
        files['[Content_Types].xml']=XH+'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>%s</Types>'%''.join('<Override PartName="%s" ContentType="%s"/>'%a for a in ov)
        RT='http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        files['_rels/.rels']=XH+'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%sofficeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="%sextended-properties" Target="docProps/app.xml"/></Relationships>'%(RT,RT)
        files['word/_rels/document.xml.rels']=XH+'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'+''.join('<Relationship Id="rId%d" Type="%s%s" Target="%s"/>'%(k+1,RT,a,b) for k,(a,b) in enumerate([('styles','styles.xml'),('numbering','numbering.xml'),('settings','settings.xml'),('theme','theme/theme1.xml')]))+''.join(D.rels)+'</Relationships>'
        t=D.o.get('doctitle',R.title)
        files['docProps/core.xml']=XH+'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">%s<dc:creator>Partnership office</dc:creator>%s<dcterms:created xsi:type="dcterms:W3CDTF">2024-03-0%dT09:00:00Z</dcterms:created></cp:coreProperties>'%(
            '<dc:title>%s</dc:title>'%esc(t) if t is not None else '','<dc:language>%s</dc:language>'%D.o['dclang'] if D.o.get('dclang') else '',1+R.seed%9)
        files['docProps/app.xml']=XH+'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office Word</Application></Properties>'
        return files,D.media
def write_docx(R,path):
    files,media=Doc(R).build()
    with zipfile.ZipFile(path,'w',zipfile.ZIP_DEFLATED) as z:
        def put(n,d):
            zi=zipfile.ZipInfo(n,(2024,3,1,9,0,0)); zi.compress_type=zipfile.ZIP_DEFLATED; z.writestr(zi,d)
        put('[Content_Types].xml',files.pop('[Content_Types].xml'))
        for n,d in files.items(): put(n,d)
        for n,d in media.items(): put('word/media/'+n,d)

# ------------------------------------------------------------------ web page writer
def H(s): return _html.escape(s,quote=False)
class Web:
    def __init__(D,R):
        D.R=R; D.o=R.o; D.g=random.Random(R.seed*17+3); D.flavour=D.g.choice(['drupal','wp','word','plain'])
    def inl(D,x):
        if isinstance(x,str): return H(x)
        if isinstance(x,dict): x=[x]
        o=''
        for p in x:
            if isinstance(p,str): o+=H(p); continue
            if 'raw' in p: o+=p['raw']; continue
            t=H(p['t'])
            if p.get('b'): t='<strong>%s</strong>'%t
            if p.get('i'): t='<em>%s</em>'%t
            if p.get('u'): t='<u>%s</u>'%t
            if p.get('sup'): t='<sup>%s</sup>'%t
            if 'style' in p: t='<span style="%s">%s</span>'%(p['style'],t)
            if 'cls' in p: t='<span class="%s">%s</span>'%(p['cls'],t)
            if 'lang' in p: t='<span lang="%s">%s</span>'%(p['lang'],t)
            if 'a' in p: t='<a href="%s">%s</a>'%(qa(p['a']),t)
            o+=t
        return o
    def p(D,x,attr=''):
        f=D.flavour; b=D.inl(x)
        if f=='wp': return '<!-- wp:paragraph -->\n<p%s>%s</p>\n<!-- /wp:paragraph -->'%(attr,b)
        if f=='word' and not attr: return '<p class="MsoNormal"><span style="mso-fareast-language:EN-US">%s</span></p>'%b
        return '<p%s>%s</p>'%(attr,b)
    def h(D,l,x,attr=''):
        if D.flavour=='wp' and l>1 and not attr: attr=' class="wp-block-heading"'
        return '<h%d%s>%s</h%d>'%(l,attr,D.inl(x),l)
    def imgtag(D,kind,alt,extra=''):
        png,w,h=picture(kind)
        return '<img src="data:image/png;base64,%s" width="%d" height="%d"%s%s>'%(base64.b64encode(png).decode(),w,h,'' if alt is None else ' alt="%s"'%qa(alt),extra)
    def table(D,cap,rows,scope=True,rowhead=False):
        x='<table>\n<caption>%s</caption>\n<thead>\n<tr>%s</tr>\n</thead>\n<tbody>\n'%(H(cap),''.join('<th%s>%s</th>'%(' scope="col"' if scope else '',H(v)) for v in rows[0]))
        for r in rows[1:]:
            x+='<tr>'+''.join(('<th scope="row">%s</th>' if rowhead and j==0 else '<td>%s</td>')%D.inl(v) for j,v in enumerate(r))+'</tr>\n'
        return x+'</tbody>\n</table>'
    def block(D,b):
        k=b[0]
        if k=='p': return D.p(b[1],b[2] if len(b)>2 else '')
        if k=='h': return D.h(b[1],b[2])
        if k in('ul','ol'): return '<%s>\n%s\n</%s>'%(k,'\n'.join('<li>%s</li>'%D.inl(i) for i in b[1]),k)
        if k=='table': return D.table(b[1],b[2],**(b[3] if len(b)>3 else {}))
        if k=='img': return '<figure>%s<figcaption>%s</figcaption></figure>'%(D.imgtag(b[1],b[2]),H(b[3])) if len(b)>3 and b[3] else '<p>%s</p>'%D.imgtag(b[1],b[2])
        if k=='x': return b[1](D) if callable(b[1]) else b[1]
        raise ValueError(k)
    def build(D):
        R,o=D.R,D.o; f=D.flavour
        dark,link=D.g.choice([('#1f3864','#0b4f9e'),('#22323f','#14508c'),('#3b2a5a','#4c2c92'),('#0b3d2e','#0f5c3f')])
        css='''*{box-sizing:border-box}
body{margin:0;font:1.05rem/1.6 %s;color:#1d1d1d;background:#fff}
a{color:%s;text-decoration:underline}
a:focus,button:focus,input:focus,select:focus,textarea:focus{outline:3px solid #1d1d1d;outline-offset:2px}
.skip{position:absolute;left:-9999px}.skip:focus{left:1rem;top:1rem;background:#fff;color:#1d1d1d;padding:.75rem}
header{background:%s;color:#fff;padding:1rem}header a{color:#fff;display:inline-block;padding:.4rem .6rem}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.5rem}
main{display:block;max-width:46rem;margin:0 auto;padding:1rem}
h1,h2,h3,h4{color:%s;line-height:1.25}
table{border-collapse:collapse;width:100%%}caption{text-align:left;font-weight:bold;padding:.5rem 0}th,td{border:1px solid #595959;padding:.5rem;text-align:left;vertical-align:top}th{background:#eef1f6}
img{max-width:100%%;height:auto}iframe,video{max-width:100%%}figure{margin:1rem 0}figcaption{color:#404040}
footer{border-top:1px solid #595959;padding:1rem;max-width:46rem;margin:0 auto}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
'''%(D.g.choice(['Arial,Helvetica,sans-serif','Georgia,serif','Verdana,sans-serif']),link,dark,dark)
        css+=o.get('css','')
        L=o.get('lang','en-GB'); t=o.get('doctitle',R.title+' | '+R.pl+' Safeguarding Children Partnership')
        x='<!DOCTYPE html>\n<html%s>\n<head>\n<meta charset="utf-8">\n%s<meta name="viewport" content="%s">\n%s<style>\n%s</style>\n</head>\n<body%s>\n'%(' lang="%s"'%L if L is not None else '','' if t is None else '<title>%s</title>\n'%H(t),o.get('viewport','width=device-width, initial-scale=1'),o.get('head',''),css,o.get('bodyattr',''))
        W=o.get('words',('Skip to main content','Home','Reviews','Training','Site','Published by the %s Safeguarding Children Partnership.'%R.pl))
        if not o.get('noskip'): x+='<a class="skip" href="#main-content">%s</a>\n'%W[0]
        if not o.get('nolandmarks'):
            x+='<header>\n<nav aria-label="%s"><ul><li><a href="/">%s</a></li><li><a href="/reviews/">%s</a></li><li><a href="/training/">%s</a></li></ul></nav>\n</header>\n'%(W[4],W[1],W[2],W[3])
            x+='<main id="main-content" tabindex="-1">\n'
        else: x+='<div class="header" style="background:%s;color:#fff;padding:1rem"><ul><li><a style="color:#fff" href="/">Home</a></li><li><a style="color:#fff" href="/reviews/">Reviews</a></li><li><a style="color:#fff" href="/training/">Training</a></li></ul></div>\n<div class="content" id="main-content" tabindex="-1">\n'%dark
        wrap={'drupal':('<article class="node node--type-review"><div class="field field--name-body field--type-text-long">','</div></article>'),'wp':('<div class="entry-content">','</div>'),'word':('<div class="WordSection1">','</div>'),'plain':('','')}[f]
        x+=wrap[0]+'\n'
        if 'body' in o: x+=o['body'](D)
        else:
            if not o.get('noh1'): x+=D.h(1,R.title)+'\n'
            for s in R.secs:
                x+=(s.head(D) if s.head else D.h(s.level,s.title))+'\n'+'\n'.join(D.block(b) for b in s.blocks)+'\n'
        x+=wrap[1]+'\n'
        if not o.get('nolandmarks'): x+='</main>\n<footer><p>%s</p></footer>\n'%H(W[5])
        else: x+='</div>\n<div class="footer"><p>%s</p></div>\n'%H(W[5])
        return x+o.get('tail','')+'</body>\n</html>\n'
def write_html(R,path):
    with open(path,'w',encoding='utf-8') as f: f.write(Web(R).build())

# ------------------------------------------------------------------ the cases
CASES=[]
def case(fmt,kind,fault,std,no=''):
    def d(fn): CASES.append((fmt,kind,fault,std,tuple(no.split(',')) if no else (),fn)); return fn
    return d
def F(fault,std,no=''): return case('docx','fault',fault,std,no)
def C(near,no=''): return case('docx','clean',near,'-',no)
def HF(fault,std,no=''): return case('html','fault',fault,std,no)
def HC(near,no=''): return case('html','clean',near,'-',no)
def X(fn): return ('x',fn)
FLAT='<w:spacing w:before="40" w:after="40"/>'

# ---- Word, faulty
@F('heading-by-looks','1.3.1')
def _(R):
    s=R.s('learn'); s.head=lambda D:D.p({'t':s.title,'b':1,'sz':30,'color':D.hc},None,'<w:keepNext/><w:spacing w:before="240" w:after="120"/>'); return s.title
@F('heading-by-looks','1.3.1')
def _(R):
    R.o['styles']=[('SCPSectionHead','SCP Section Head',dict(ppr='<w:spacing w:before="280" w:after="120"/>',rpr='<w:b/><w:color w:val="17365D"/><w:sz w:val="30"/>',nxt='Normal'))]
    out=[]
    for k in ('story','recs'):
        s=R.s(k); s.head=(lambda s:lambda D:D.p(s.title,'SCPSectionHead'))(s); out.append(s.title)
    return ' / '.join(out)
@F('heading-by-looks','1.3.1')
def _(R):
    s=R.s('learn'); t='3.\tKEY LINES OF ENQUIRY'; s.add(X(lambda D:D.p({'t':t,'b':1},None,'<w:keepNext/><w:spacing w:before="240"/>')),('p',R.extra()),('p',R.extra())); return '3. KEY LINES OF ENQUIRY'
@F('heading-by-looks','1.3.1')
def _(R):
    R.s('late').head=lambda D:D.p({'t':R.s('late').title+':','u':1,'sz':26},'ListParagraph','<w:ind w:left="0"/>'); return R.s('late').title+':'
@F('heading-skipped','1.3.1')
def _(R):
    for k in('early','late'): R.s(k).level=4
    return '%s (level jumps by two after "%s")'%(R.s('early').title,R.s('story').title)
@F('heading-skipped','1.3.1')
def _(R):
    R.tstyle=False
    R.o['styles']=[('AnnexHeading','Annex Heading',dict(based='Heading1',ppr='<w:outlineLvl w:val="3"/>',rpr='<w:sz w:val="26"/>',nxt='Normal'))]
    R.s('recs').add(X(lambda D:D.p('Annex: how the review was done','AnnexHeading')),('p',R.extra())); return 'Annex: how the review was done (level 4 through its style, after level 2)'
@F('heading-empty','2.4.6')
def _(R):
    s=R.s('learn'); s.add(X(lambda D:'<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'%D.hid(2))); return 'empty heading holding only a page break, after "%s"'%s.title
@F('heading-empty','2.4.6')
def _(R):
    s=R.s('late'); s.add(X(lambda D:'<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:bookmarkStart w:id="77" w:name="_GoBack"/><w:bookmarkEnd w:id="77"/><w:r><w:t xml:space="preserve">\u00a0 </w:t></w:r></w:p>'%D.hid(3))); return 'heading with only a no-break space at the end of "%s"'%s.title
@F('no-headings','1.3.1')
def _(R):
    R.tstyle=True
    def body(D):
        ps=[R.f(t) for t in INTRO]+R.pool+[R.f(t) for t in LEARN]+R.spare
        return D.p(R.title,'Title')+''.join(D.p(t) for t in ps)
    R.o['body']=body; return 'whole document (title style only, 22 paragraphs, no heading)'
@F('no-headings','1.3.1')
def _(R):
    def body(D):
        ps=[R.f(INTRO[0])]+R.pool+R.spare+[R.f(t) for t in LEARN]+[R.f(t) for t in REC]
        return ''.join(D.p(t) for t in ps)
    R.o['body']=body; R.o['footer']=True; return 'whole document (starts straight in prose, no heading)'
@F('title-missing','2.4.2')
def _(R): R.o['doctitle']=None; return 'docProps/core.xml has no dc:title'
@F('title-missing','2.4.2')
def _(R): R.o['doctitle']='  '; return 'docProps/core.xml dc:title is blank'
@F('title-poor','2.4.2')
def _(R): R.o['doctitle']='Microsoft Word - Document1 (2) FINAL v7 jt comments.doc'; return R.o['doctitle']
@F('language-missing','3.1.1')
def _(R): R.o['lang']=None; return 'no w:lang in docDefaults, styles, runs or settings'
@F('language-wrong','3.1.1')
def _(R): R.o['lang']='fr-FR'; return 'docDefaults w:lang fr-FR on English text'
@F('language-wrong','3.1.2')
def _(R):
    s=R.s('learn'); t=R.extra(); s.put(X(lambda D:D.p({'t':t,'lang':'fr-FR'}))); return t[:90]
@F('language-wrong','3.1.1')
def _(R): R.o['normal_rpr']='<w:lang w:val="pl-PL"/>'; return 'Normal style w:lang pl-PL overrides en-GB on English text'
@F('language-part','3.1.2')
def _(R): R.s('help').add(('p',WELSH)); return WELSH[:60]
@F('language-part','3.1.2')
def _(R): R.s('early').add(('p',"The child's aunt wrote to the review in her own words:"),('p',['\u201c'+WELSH2+'\u201d'],'Quote')); return WELSH2[:60]
@F('alt-missing','1.1.1','pic')
def _(R): R.s('story').add(('img','bars',None,PICCAP['bars'])); return 'bar chart under "%s" (docPr has no descr)'%R.s('story').title
@F('alt-missing','1.1.1','pic')
def _(R): R.s('late').add(('img','door',None,PICCAP['door'],dict(vml=True))); return 'w:pict / v:shape photograph with no alt, "%s"'%PICCAP['door']
@F('alt-poor','1.1.1','pic')
def _(R): R.s('story').add(('img','park','IMG_20230114_093217.jpg',PICCAP['park'])); return 'IMG_20230114_093217.jpg'
@F('alt-poor','1.1.1','pic')
def _(R): R.s('story').add(('img','flow','A picture containing text, screenshot, font, number\n\nDescription automatically generated',PICCAP['flow'])); return 'A picture containing text, screenshot, font, number'
@F('alt-poor','1.1.1','pic')
def _(R): R.s('learn').add(('img','line','Chart',PICCAP['line'])); return 'Chart (alternative text of the line chart)'
@F('alt-poor','1.1.1','pic')
def _(R): R.s('early').add(('img','park','image',PICCAP['park'],dict(name='Picture 4'))); return 'alt text "image"'
@F('table-header','1.3.1','table')
def _(R):
    t=R.tab('actions'); R.s('actions').set(('p','The partnership has agreed the actions in Table 1.'),t+(dict(hdr={},firstrow=False),)); return 'header row "Action, Lead agency, Due, Status"'
@F('table-header','1.3.1','table')
def _(R):
    t=R.tab('events'); R.s('story').add(t+(dict(hdr={0:'<w:tblHeader w:val="0"/>'},firstrow=False),)); return 'header row "Date, Event, Agency" (w:tblHeader w:val="0")'
@F('table-header','1.3.1','table')
def _(R):
    t=R.tab('nums'); R.s('learn').add(t+(dict(hdr={1:'<w:tblHeader/>'},firstrow=False),)); return 'row "2019" marked as header; true header row "Year, Referrals, Repeat referrals" is not'
@F('table-layout','1.3.1','table')
def _(R):
    a,b=R.extra(),R.extra()
    R.s('learn').add(X(lambda D:D.table(None,[(a,b)],hdr={},firstrow=False,borders=False,nocap=True))); return 'borderless two-column table beginning "%s"'%a[:40]
@F('table-empty-header','1.3.1','table')
def _(R):
    t=R.tab('actions'); rows=[('Action','','Due','')]+t[2][1:]; R.s('actions').set(('p','Table 1 shows the actions.'),('table',t[1],rows)); return 'header row "Action, (empty), Due, (empty)"'
@F('table-merged','1.3.1','table')
def _(R):
    rows=[('Agency','Date','Event'),('Education','19 February','School reports tiredness and hunger'),('','11 March','Attendance falls to 62 per cent'),('Housing','2 March','Neighbour telephones the council'),('','9 April','Family moves to a new address')]
    def cell(i,j,v):
        if j==0 and i in(1,3): return '<w:vMerge w:val="restart"/>',v
        if j==0 and i in(2,4): return '<w:vMerge/>',''
    R.s('story').add(('table','Table 1: Events by agency',rows,dict(cell=cell))); return 'vertically merged cells in column "Agency"'
@F('table-nested','1.3.1','table')
def _(R):
    inner=[('Month','Visits'),('June','4'),('July','2')]
    def mk(D):
        n=D.table(None,inner,nocap=True).replace('w:w="4513"','w:w="1900"').replace('w:w="9026"','w:w="3800"')
        return D.table('Table 1: Support given',[('Agency','What was done'),('Community health',''),('Education','Breakfast club each day')],
            cell=lambda i,j,v:('','XML:'+D.p('Home visits by month:')+n+'<w:p/>') if (i,j)==(1,1) else None)
    R.s('story').add(X(mk)); return 'table "Month, Visits" inside a cell of Table 1'
@F('table-typed','1.3.1','table')
def _(R):
    lines=['Year\tReferrals\tRepeat referrals']+['\t'.join(r) for r in NUMS]
    R.s('learn').add(('p','The number of referrals in each year was as follows.'),X(lambda D:''.join(D.p({'t':l,'b':1} if i==0 else l,None,'<w:tabs><w:tab w:val="left" w:pos="2268"/><w:tab w:val="left" w:pos="4536"/></w:tabs><w:spacing w:after="0"/>') for i,l in enumerate(lines)))); return 'Year [tab] Referrals [tab] Repeat referrals'
@F('table-typed','1.3.1','table')
def _(R):
    L=['Agency            Seen     Missed','Health visitor    11       4','School nurse      3        6','Social worker     9        1']
    R.s('story').add(('p','Contacts kept and missed:'),X(lambda D:D.p([{'t':'\n'.join(L),'font':'Courier New'}]))); return L[0]
DASH=['records kept in three places','no lead professional','visits made at the same hour each week']
@F('list-typed','1.3.1','list')
def _(R): R.s('learn').add(('p','The review found three weaknesses:'),*[('p','- '+i) for i in DASH]); return '- '+DASH[0]
@F('list-typed','1.3.1','list')
def _(R):
    it=R.g.sample(REC,3); R.s('recs').set(('p','The review recommends the following.'),X(lambda D:''.join(D.p('%d)\t%s'%(i+1,t),None,'<w:ind w:left="567" w:hanging="567"/>') for i,t in enumerate(it)))); return '1) '+it[0]
@F('list-typed','1.3.1','list')
def _(R):
    it=R.g.sample(BUL,4); R.s('learn').add(('p','Staff told us that:'),X(lambda D:''.join(D.p([{'t':'o','font':'Courier New'},'\t'+t],'ListParagraph','<w:ind w:left="720" w:hanging="360"/>') for t in it))); return 'o [tab] '+it[0]
@F('list-typed','1.3.1','list')
def _(R):
    it=R.g.sample(BUL,4); R.s('learn').add(('p','Four points stood out:\n'+'\n'.join('\u2022 '+t for t in it))); return '\u2022 '+it[0]+' (line breaks in one paragraph)'
@F('list-typed','1.3.1','list')
def _(R):
    it=R.g.sample(BUL,3); R.s('learn').add(('p','The panel agreed that'),X(lambda D:''.join(D.p('%s) %s'%(c,t)) for c,t in zip('abc',it)))); return 'a) '+it[0]
@F('list-typed','1.3.1','list')
def _(R):
    it=R.g.sample(BUL,3); sym='<w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>'
    R.s('late').add(('p','In these weeks three rules were not kept:'),X(lambda D:''.join(D.p([{'raw':sym},'  '+t],None,'<w:ind w:left="426"/>') for t in it))); return 'Wingdings arrow typed before "%s"'%it[0]
@F('link-words','2.4.4','link')
def _(R): R.s('help').add(('p',['To read the full guidance on bruising ',{'t':'click here','a':'https://www.%s/bruising'%R.dom},'.'])); return 'click here'
@F('link-words','2.4.4','link')
def _(R):
    u='https://www.%s/documents/d/guest/2023-11-multi-agency-threshold-guidance-v4-final-pdf?download=true&v=7f3a9c'%R.dom
    R.s('help').add(('p',['The threshold guidance can be found at ',{'t':u,'a':u}])); return u
@F('link-same-words','2.4.4','link')
def _(R):
    for n,(t,k) in enumerate((('The first review concerned a baby. ','baby'),('The second concerned a teenager. ','teen'),('The third looked at home education. ','ehe'))):
        R.s('help').add(('p',[t,{'t':'Full report','a':'https://www.%s/reviews/%s'%(R.dom,k)}]))
    return 'Full report (three targets)'
@F('link-empty','2.4.4','link,pic')
def _(R):
    rid=[]
    def mk(D):
        i=D.rel('hyperlink','https://www.%s/leaflet'%R.dom,True)
        return '<w:p>%s<w:hyperlink r:id="%s"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve"> </w:t></w:r></w:hyperlink></w:p>'%(D.t('The partnership also prints a leaflet for families, and copies are kept in every library.'),i)
    R.s('help').add(X(mk)); return 'hyperlink to /leaflet whose only text is a space'
@F('contrast','1.4.3')
def _(R):
    t=R.extra(); R.s('learn').mid(('p',{'t':t,'color':'BFBFBF'})); return t[:80]
@F('contrast','1.4.3','table')
def _(R): R.o['cap_color']='<w:color w:val="A6A6A6"/>'; R.s('actions').set(('p','Table 1 lists the actions.'),R.tab('actions')); return 'Table 1: Actions and progress (caption style A6A6A6)'
@F('contrast','1.4.3')
def _(R):
    t=R.extra(); R.s('intro').add(('p',{'t':t,'color':'<w:color w:val="8EAADB" w:themeColor="accent1" w:themeTint="99"/>'})); return t[:80]
@F('contrast','1.4.3','table')
def _(R):
    t=R.tab('nums'); R.s('story').add(t+(dict(hfill='A5A5A5',hcol='FFFFFF'),)); return 'header cells "Year, Referrals, Repeat referrals": white on A5A5A5'
@F('contrast','1.4.3')
def _(R):
    t='Key point: '+R.f(LEARN[0]); R.s('learn').put(X(lambda D:D.p({'t':t,'color':'FFFFFF','b':1},None,'<w:shd w:val="clear" w:color="auto" w:fill="FFC000"/>'))); return t[:60]
@F('contrast','1.4.3')
def _(R):
    R.o['styles']=[('Standfirst','Standfirst',dict(rpr='<w:color w:val="9CA3AF"/>',nxt='Normal')),('StandfirstIndent','Standfirst Indent',dict(based='Standfirst',ppr='<w:ind w:left="284"/>'))]
    t=R.extra(); R.s('intro').put(('p',t,'StandfirstIndent')); return t[:80]
@F('colour-only','1.4.1','table')
def _(R):
    t=('table','Table 1: Actions',[('Action','Lead agency','Due')]+[a[:3] for a in ACTIONS[:5]],dict(cell=lambda i,j,v:('',{'t':v,'color':'C00000'}) if i in(2,4) else None))
    R.s('actions').set(('p','The actions shown in red are overdue.'),t); return 'The actions shown in red are overdue.'
@F('colour-only','1.4.1','table')
def _(R):
    fill={1:'00B050',2:'FFC000',3:'FF0000',4:'00B050'}
    t=('table','Table 1: Progress rating',[('Action','Lead agency','Rating')]+[(a[0],a[1],'') for a in ACTIONS[:4]],dict(cell=lambda i,j,v:('<w:shd w:val="clear" w:color="auto" w:fill="%s"/>'%fill[i],'') if j==2 and i else None))
    R.s('actions').set(('p','Table 1 gives a rating for each action.'),t); return 'Rating column: cells coloured green, amber or red with no words'
@F('capitals','good practice (readability)')
def _(R):
    t=R.extra().upper(); R.s('intro').add(('p',t)); return t[:70]
@F('italics-long','good practice (readability)')
def _(R):
    a,b=R.extra(),R.extra(); R.s('late').add(('p',{'t':a,'i':1}),('p',{'t':b,'i':1})); return a[:70]
@F('underline-long','good practice (readability)')
def _(R):
    t=R.extra(); R.s('learn').add(('p',{'t':t,'u':1})); return t[:70]
@F('text-in-picture','1.4.5','pic')
def _(R): R.s('learn').add(('img','words','Key messages for staff. See the child alone at every visit. Ask who lives in the home. Write down the words the child used.')); return 'picture of the words "Key messages for staff" (alt text is right)'
@F('justified','1.4.8 (AAA)')
def _(R): R.o['normal_ppr']='<w:jc w:val="both"/>'; return 'Normal style w:jc both'
@F('reading-order','1.3.2')
def _(R):
    t='Key finding: no agency asked who was caring for the child during the week.'
    def mk(D):
        tx='<w:txbxContent>%s</w:txbxContent>'%('<w:p><w:r><w:t>%s</w:t></w:r></w:p>'%t)
        return ('<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="45720" distB="45720" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
         '<wp:positionH relativeFrom="page"><wp:posOffset>5400000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>6200000</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="1400000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="217" name="Text Box 2" descr="Box with the key finding on weekday care"/><wp:cNvGraphicFramePr/>'
         '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="1400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
         '<wps:txbx>'+tx+'</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="_x0000_s1026" type="#_x0000_t202" alt="Box with the key finding on weekday care" style="position:absolute;margin-left:330pt;margin-top:400pt;width:142pt;height:110pt"><v:textbox>'+tx+'</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'+D.t(R.extra())+'</w:p>')
    R.s('intro').add(X(mk)); return t
@F('reading-order','1.3.2')
def _(R):
    t='What the family said: we wanted one person to ring, and we had eleven.'
    R.s('intro').put(X(lambda D:D.p({'t':t,'b':1},None,'<w:framePr w:w="2600" w:hSpace="180" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="8600" w:y="9800"/><w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'))); return t
@F('empty-paragraphs','good practice (1.3.1)')
def _(R):
    s=R.s('story'); s.add(X(lambda D:'<w:p/>'*3+'<w:p><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p>'*2+'<w:p/>'*6)); R.s('late').add(X(lambda D:'<w:p/>'*7)); return 'eleven empty paragraphs after "%s", seven after "%s"'%(s.title,R.s('late').title)
@F('abbreviations','3.1.4 (AAA)')
def _(R):
    t='The MASH passed the contact to CAIU after a S47, and the ICPC was chaired by an IRO. CAMHS sent a DNA letter and the CCO informed the LADO and the PLO team.'
    R.s('early').add(('p',t)); return t[:60]
@F('footnote-typed','1.3.1')
def _(R):
    R.s('early').add(('p',['The rule on same-day medical checks was already in force',{'t':'1','sup':1},' and had been sent to every practice',{'t':'2','sup':1},'.']))
    R.s('help').add(('p',[{'t':'1','sup':1},{'t':' Partnership procedures, chapter four.','sz':20}]),('p',[{'t':'2','sup':1},{'t':' Letter from the designated doctor, January.','sz':20}])); return 'superscript 1 and 2 after "in force" and "every practice"'
@F('position-only','1.3.3')
def _(R):
    t='Details of the law are in the box on the left, and the duties of schools are in the round shape at the foot of the page.'; R.s('intro').add(('p',t)); return t
@F('tiny-text','1.4.4')
def _(R):
    t='This document is the property of the partnership. It may be copied for training provided that the source is named. Details have been changed to protect the family, and nothing in it should be used to try to find out who they are.'
    R.s('help').add(('p',{'t':t,'sz':12})); return t[:60]+' (6 point)'
@F('spaced-letters','1.3.2')
def _(R):
    s=R.s('learn'); t='F I N D I N G S   O F   T H E   R E V I E W'; s.title=t; return t
@F('spaced-letters','1.3.2')
def _(R):
    t='Every agency must put the c\u00a0h\u00a0i\u00a0l\u00a0d first, and record what the c\u00a0h\u00a0i\u00a0l\u00a0d has said.'; R.s('learn').put(('p',[t])); return 'c h i l d (no-break spaces)'
@F('broken-words','1.3.2')
def _(R):
    t='The panel looked at how infor-\nmation was shared between the safe-\nguarding teams, and at the assess-\nments that were made in the hospital.'; R.s('late').add(('p',[t])); return 'infor-[line break]mation, safe-[line break]guarding, assess-[line break]ments'
@F('ascii-art','1.1.1')
def _(R):
    L=['   +---------+       +--------+','   | Contact |-----> | Screen |','   +---------+       +--------+','        |                |','        v                v','    ( advice )      ( assess )']
    R.s('story').add(('p','The pathway is drawn here.'),X(lambda D:D.p({'t':'\n'.join(L),'font':'Courier New'}))); return '+---------+ (drawing of the pathway in typed characters)'
@F('heading-in-table','1.3.1','table')
def _(R):
    def mk(D):
        hs=D.hid(3)
        return D.table('Table 1: Learning by agency',[('Agency','Learning'),('',R.extra()),('',R.extra())],cell=lambda i,j,v:('','XML:'+D.p(['Health','Education'][i-1],hs)) if j==0 and i else None)
    R.s('learn').add(X(mk)); return 'headings "Health" and "Education" inside table cells'
@F('form-label','4.1.2')
def _(R):
    R.s('help').add(('p','Please tell us what you thought of this report.'),X(lambda D:'<w:p>'+D.t('Your view: ')+'<w:sdt><w:sdtPr><w:id w:val="80133"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve">                    </w:t></w:r></w:sdtContent></w:sdt></w:p>')); return 'content control after "Your view:" with no title or tag'

# ---- Word, clean near misses
@C('heading-by-looks: bold lead-in phrase')
def _(R):
    R.s('learn').put(('p',[{'t':'Seeing the child. ','b':1},R.extra()]),('p',[{'t':'Asking about men. ','b':1},R.extra()])); return 'bold lead-ins "Seeing the child." and "Asking about men."'
@C('heading-by-looks: whole quotation in bold')
def _(R):
    t='\u201cI told four people and I thought that each of them had told the next. I would like somebody to have come back and said to me what was happening.\u201d'
    R.s('early').add(('p',{'t':t,'b':1},'Quote')); return t[:60]
@C('heading-by-looks: short bold line in a table cell','table')
def _(R):
    R.s('story').add(('table','Table 1: Contact by agency',[('Agency','Contact')]+[('Health','Eleven home visits in the year'),('Education','Daily, in term time'),('Housing','Two inspections')],dict(cell=lambda i,j,v:('',{'t':v,'b':1}) if j==0 and i else None))); return 'bold row labels "Health", "Education", "Housing"'
@C('heading-skipped: level one after level three')
def _(R):
    R.tstyle=False; 
    R.secs.insert(4,Sec('part',1,'Part two: learning and change')); R.secs[4].add(('p',R.extra())); return 'level 1 "Part two: learning and change" after level 3'
@C('contrast: dark blue on white')
def _(R):
    t=R.extra(); R.s('intro').add(('p',{'t':t,'color':'<w:color w:val="2F5496" w:themeColor="accent1" w:themeShade="BF"/>'})); return t[:60]
@C('contrast: white on dark cell shading','table')
def _(R):
    t=R.tab('actions'); R.s('actions').set(('p','Table 1 lists the actions.'),t+(dict(hfill='1F3864',hcol='FFFFFF'),)); return 'white header words on 1F3864'
@C('contrast: automatic colour on dark shading (Word shows white)','table')
def _(R):
    t=R.tab('events'); R.s('story').add(t+(dict(hfill='1F3864',hcol='auto'),)); return 'header cells: colour auto on 1F3864'
@C('contrast: large grey words at 3:1 or better')
def _(R): R.tstyle=True; R.o['title_rpr']='<w:b/><w:color w:val="808080"/><w:sz w:val="56"/><w:szCs w:val="56"/>'; return 'title at 28 point in 808080 (3.9:1)'
@C('contrast: black on yellow highlight')
def _(R):
    R.s('learn').mid(('p',['The most important point is that ',{'t':'the child was never seen alone','hl':'yellow'},', although every plan said that this would be done.'])); return 'the child was never seen alone'
@C('alt-poor: a chart with a full description','pic')
def _(R): R.s('story').add(('img','bars',GOODALT['bars'],PICCAP['bars'])); return GOODALT['bars'][:60]
@C('alt-missing: decorative picture marked so','pic')
def _(R): R.s('intro').add(('img','rule',None,None,dict(deco=True))); return 'ornamental rule with adec:decorative val=1'
@C('text-in-picture: a logotype with its name as alt text','pic')
def _(R): R.s('help').add(('img','logo','Safe Start logo')); return 'Safe Start logo'
@C('table-header: marked with w:val="on", plain look','table')
def _(R): R.s('story').add(R.tab('nums')+(dict(hdr={0:'<w:tblHeader w:val="on"/>'},hfill=None,hbold=False),)); return 'header row "Year, Referrals, Repeat referrals"'
@C('list-typed: list numbered through the paragraph style alone','list')
def _(R): R.o['liststyle']=1; R.s('learn').add(('p','The review group asks every team to remember that:'),('ul',R.g.sample(BUL,4))); return 'List Bullet style, no numPr in the paragraphs'
@C('list-typed: dashes begin lines of dialogue')
def _(R):
    R.s('early').add(('p','The exchange at the door was written down by the worker at the time.'),('p','\u2013 Is anyone else at home today? the worker asked.'),('p','\u2013 Only the baby, and she is asleep, said the mother.'),('p','\u2013 May I come in and see her while she sleeps?')); return '\u2013 Is anyone else at home today?'
@C('list-typed: "1)" inside running prose')
def _(R):
    R.s('learn').put(('p','The review asked three questions of each record: 1) was the child seen, 2) was the child heard, and 3) did anything change as a result. Most records answered the first.')); return '1) was the child seen, 2) was the child heard'
@C('link-words: links that make sense, one with "here" inside','link')
def _(R): R.s('help').add(('p',['Staff can ',{'t':'read more about the bruising protocol','a':'https://www.%s/bruising'%R.dom},' and families can find out ',{'t':'how to tell us what happened here in '+R.pl,'a':'https://www.%s/tell-us'%R.dom},'.'])); return 'read more about the bruising protocol'
@C('link-same-words: same words, same target','link')
def _(R):
    u='https://www.%s/threshold'%R.dom
    R.s('learn').add(('p',['The measure used was the ',{'t':'threshold document','a':u},'.'])); R.s('help').add(('p',['Any agency may ask for a paper copy of the ',{'t':'threshold document','a':u},'.'])); return 'threshold document (twice, same target)'
@C('capitals / abbreviations: acronyms explained at first use')
def _(R):
    t='The Multi-Agency Safeguarding Hub (MASH) and the Child and Adolescent Mental Health Service (CAMHS) met weekly. MASH kept the minutes, and CAMHS gave advice.'; R.s('early').add(('p',t)); return 'MASH, CAMHS'
@C('language-part: Welsh passage marked on the run')
def _(R): R.s('help').add(('p',{'t':WELSH,'lang':'cy-GB'})); return WELSH[:50]
@C('language-part: Welsh passage marked through its style')
def _(R):
    R.o['styles']=[('Cymraeg','Testun Cymraeg',dict(rpr='<w:lang w:val="cy-GB"/>'))]; R.s('early').add(('p',"The child's teacher wrote this down in Welsh:"),('p',WELSH2,'Cymraeg')); return WELSH2[:50]
@C('language-wrong: cy-GB on a report that is in Welsh')
def _(R):
    R.title=WELSHDOC['title']; R.o['lang']='cy-GB'; R.o['dclang']='cy-GB'; R.o['footer']=False
    R.o['body']=lambda D:D.h(1,R.title)+''.join(D.h(2,h)+''.join(D.p(t) for t in ps) for h,ps in WELSHDOC['secs']); return 'whole document'
@C('footnote-typed: real footnotes, and a superscript ordinal')
def _(R):
    R.s('early').add(('p',['The rule on same-day medical checks came into force on the 14',{'t':'th','sup':1},' of May',{'t':'','note':'Partnership procedures, chapter four.'},' and was sent to every practice.'])); return 'footnote after "May"; superscript "th"'
@C('colour-only: red words that also say Overdue','table')
def _(R):
    rows=[('Action','Due','Status')]+[(a[0],a[2],a[3]) for a in ACTIONS[:5]]
    R.s('actions').set(('p','Overdue actions are named as such in the Status column and are also shown in red.'),('table','Table 1: Actions',rows,dict(cell=lambda i,j,v:('',{'t':v,'color':'C00000','b':1}) if v=='Overdue' else None))); return 'Overdue (words and colour)'
@C('position-only: left, right and red in other senses')
def _(R):
    t='{c} left school at noon and turned right into Red Lodge Lane. The right to be heard was left out of the plan, which was a red flag for the panel.'; R.s('late').add(('p',R.f(t))); return R.f(t)[:60]
@C('heading-by-looks: own style name that inherits from Heading 2')
def _(R):
    R.tstyle=False; R.o['styles']=[('SCPSection','SCP Section',dict(based='Heading2',rpr='<w:color w:val="3B2A5A"/>',nxt='Normal'))]; R.o['hstyle']={'Heading2':'SCPSection'}; return 'style SCP Section basedOn Heading2'
@C('heading-by-looks: heading styles with localised ids')
def _(R):
    R.tstyle=False; R.o['hrename']=1; R.o['hstyle']={'Heading1':'berschrift1','Heading2':'berschrift2','Heading3':'berschrift3'}; return 'styleId berschrift2, name "heading 2"'
@C('table-typed: table of contents with leader tabs')
def _(R): R.o['toc']=1; return 'TOC field with right tabs'
@C('form-label: content control with a title')
def _(R):
    R.s('help').add(X(lambda D:'<w:p>'+D.t('Your view: ')+'<w:sdt><w:sdtPr><w:alias w:val="Your view of this report"/><w:tag w:val="your_view"/><w:id w:val="80134"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Write your view of this report in this box</w:t></w:r></w:sdtContent></w:sdt></w:p>')); return 'content control "Your view of this report"'
@C('empty-paragraphs: page break before and spacing by style')
def _(R):
    s=R.s('recs'); s.head=lambda D:D.p(s.title,D.hid(2),'<w:pageBreakBefore/><w:spacing w:before="720"/>'); return 'pageBreakBefore on "%s"'%s.title
@C('spaced-letters: initials and a lettered model')
def _(R):
    t='The review refers to A, B and C, the three older children. Staff used the A B C model (antecedent, behaviour, consequence) in which J. R. Marlowe had trained them.'; R.s('early').add(('p',t)); return 'A B C model'

# ---- web pages, faulty
@HF('heading-by-looks','1.3.1')
def _(R):
    s=R.s('learn'); s.head=lambda D:'<p><strong><span style="font-size:1.6em">%s</span></strong></p>'%H(s.title); return s.title
@HF('heading-by-looks','1.3.1')
def _(R):
    R.o['css']='.h2{font-size:1.6rem;font-weight:700;margin:1.5rem 0 .5rem}'
    s=R.s('recs'); s.head=lambda D:'<div class="h2 field__label">%s</div>'%H(s.title); return s.title
@HF('heading-by-looks','1.3.1')
def _(R):
    s=R.s('late'); s.head=lambda D:'<p class="MsoNormal" style="margin-top:12pt"><b><u>%s</u></b></p>'%H(s.title.upper()); return s.title.upper()
@HF('heading-skipped','1.3.1')
def _(R):
    for k in('early','late'): R.s(k).level=4
    return 'h4 "%s" after h2'%R.s('early').title
@HF('heading-skipped','1.3.1')
def _(R):
    for s in R.secs: s.level+=1
    return 'h3 "%s" straight after h1; no h2 before it'%R.s('intro').title
@HF('heading-empty','2.4.6')
def _(R): R.s('learn').add(('x','<h2>&nbsp;</h2>')); return '<h2>&nbsp;</h2>'
@HF('heading-empty','2.4.6')
def _(R): R.s('story').add(('x','<h3 class="wp-block-heading"><strong></strong><br></h3>')); return '<h3><strong></strong><br></h3>'
@HF('no-headings','1.3.1')
def _(R):
    R.o['body']=lambda D:'\n'.join(D.p(t) for t in [R.f(t) for t in INTRO]+R.pool+[R.f(t) for t in LEARN]+R.spare); return 'whole page (22 paragraphs, no h1 to h6)'
@HF('title-missing','2.4.2')
def _(R): t=R.o['doctitle']=R.g.choice([None,'']); return 'no title element' if t is None else 'title element is empty'
@HF('title-poor','2.4.2')
def _(R): R.o['doctitle']='Untitled document'; return 'Untitled document'
@HF('language-missing','3.1.1')
def _(R): R.o['lang']=None; return 'html element has no lang'
@HF('language-wrong','3.1.1')
def _(R): R.o['lang']='fr-FR'; return 'html lang="fr-FR" on English text'
@HF('language-part','3.1.2')
def _(R): R.s('help').add(('p',WELSH)); return WELSH[:60]
@HF('language-part','3.1.2')
def _(R): R.s('early').add(('x',lambda D:'<blockquote lang="en"><p>%s</p></blockquote>'%H(WELSH2))); return WELSH2[:60]+' (marked lang="en")'
@HF('alt-missing','1.1.1','pic')
def _(R): R.s('story').add(('img','park',None,PICCAP['park'])); return 'img with no alt, "%s"'%PICCAP['park']
@HF('alt-missing','1.1.1','pic')
def _(R): R.s('learn').add(('img','line','',PICCAP['line'])); return 'chart with alt="" , "%s"'%PICCAP['line']
@HF('alt-poor','1.1.1','pic')
def _(R): R.s('story').add(('img','door','DSC_0042-scaled-1024x683.JPG',PICCAP['door'])); return 'DSC_0042-scaled-1024x683.JPG'
@HF('alt-poor','1.1.1','pic')
def _(R): R.s('learn').add(('img','bars','graph',PICCAP['bars'])); return 'alt="graph" on the bar chart'
@HF('table-header','1.3.1','table')
def _(R):
    t=R.tab('actions')[2]
    R.s('actions').set(('p','The actions are set out in Table 1.'),('x',lambda D:'<table><caption>Table 1: Actions and progress</caption><tbody><tr>%s</tr>%s</tbody></table>'%(''.join('<td><strong>%s</strong></td>'%H(v) for v in t[0]),''.join('<tr>%s</tr>'%''.join('<td>%s</td>'%H(v) for v in r) for r in t[1:])))); return 'td cells "Action, Lead agency, Due, Status"'
@HF('table-layout','1.3.1','table')
def _(R):
    a,b=R.extra(),R.extra(); R.o['css']='table.cols,table.cols td{border:0}'
    R.s('learn').add(('x',lambda D:'<table class="cols" cellpadding="8"><tr><td width="50%%"><p>%s</p></td><td width="50%%"><p>%s</p></td></tr></table>'%(H(a),H(b)))); return 'two-column table of prose beginning "%s"'%a[:40]
@HF('table-empty-header','1.3.1','table')
def _(R):
    t=R.tab('events')[2]; R.s('story').add(('x',lambda D:'<table><caption>Table 1: Key dates</caption><thead><tr><th scope="col">Date</th><th scope="col"></th><th scope="col">&nbsp;</th></tr></thead><tbody>%s</tbody></table>'%''.join('<tr>%s</tr>'%''.join('<td>%s</td>'%H(v) for v in r) for r in t[1:]))); return 'empty th cells over the Event and Agency columns'
@HF('table-merged','1.3.1','table')
def _(R):
    R.s('story').add(('x','<table><caption>Table 1: Visits kept and missed</caption><tr><th rowspan="2">Agency</th><th colspan="2">Summer</th><th colspan="2">Winter</th></tr><tr><th>Kept</th><th>Missed</th><th>Kept</th><th>Missed</th></tr><tr><td>Health visitor</td><td>11</td><td>4</td><td rowspan="2">5</td><td>2</td></tr><tr><td>School nurse</td><td>3</td><td>6</td><td>1</td></tr></table>')); return 'two merged header rows with no scope or headers, and a merged body cell "5"'
@HF('table-nested','1.3.1','table')
def _(R):
    R.s('story').add(('x','<table><caption>Table 1: Support given</caption><thead><tr><th scope="col">Agency</th><th scope="col">What was done</th></tr></thead><tbody><tr><td>Health</td><td><table><thead><tr><th scope="col">Month</th><th scope="col">Visits</th></tr></thead><tbody><tr><td>June</td><td>4</td></tr><tr><td>July</td><td>2</td></tr></tbody></table></td></tr><tr><td>Education</td><td>Breakfast club each day</td></tr></tbody></table>')); return 'table "Month, Visits" inside a cell'
@HF('table-typed','1.3.1','table')
def _(R):
    R.s('learn').add(('x','<p>Contacts kept and missed:</p>\n<pre>Agency            Seen     Missed\nHealth visitor    11       4\nSchool nurse      3        6\nSocial worker     9        1</pre>')); return 'pre beginning "Agency            Seen"'
@HF('list-typed','1.3.1','list')
def _(R):
    it=R.g.sample(BUL,4); R.s('learn').add(('x',lambda D:'<p>Staff told us that:<br>\n%s</p>'%'<br>\n'.join('&bull;&nbsp; '+H(t) for t in it))); return '\u2022 '+it[0]
@HF('list-typed','1.3.1','list')
def _(R):
    it=R.g.sample(REC,3); R.s('recs').set(('p','The review recommends the following.'),*[('p','%d. %s'%(i+1,t)) for i,t in enumerate(it)]); return '1. '+it[0]
@HF('list-typed','1.3.1','list')
def _(R):
    R.s('learn').add(('p','The review found three weaknesses:'),*[('x',lambda D,t=t:'<div style="padding-left:1.5em">&ndash;&nbsp;%s</div>'%H(t)) for t in DASH]); return '\u2013 '+DASH[0]
@HF('link-words','2.4.4','link')
def _(R): R.s('help').add(('x','<p>The bruising protocol is on our website. <a href="/bruising/">Click here</a>.</p>')); return 'Click here'
@HF('link-words','2.4.4','link')
def _(R):
    u='https://www.%s/node/48213?field_review_target_id=17&page=0&sort_by=created'%R.dom; R.s('help').add(('p',['Other reviews are listed at ',{'t':u,'a':u},'.'])); return u
@HF('link-same-words','2.4.4','link')
def _(R):
    cards=''.join('<li><p>%s</p><p><a href="/reviews/%s/">Read more</a></p></li>'%(t,k) for t,k in (('A review about a baby with bruises.','baby'),('A review about criminal exploitation.','teen'),('A review about home education.','ehe')))
    R.s('help').add(('x','<ul class="cards">%s</ul>'%cards)); return 'Read more (three targets)'
@HF('link-empty','2.4.4','link,pic')
def _(R): R.s('help').add(('x',lambda D:'<p>A leaflet for families is kept in every library.</p><p><a href="/leaflet/">%s</a></p>'%D.imgtag('icon',''))); return '<a href="/leaflet/"> round an image with alt=""'
@HF('contrast','1.4.3')
def _(R):
    t=R.extra(); R.s('learn').mid(('p',t,' style="color: rgb(170, 170, 170);"')); return t[:60]
@HF('contrast','1.4.3')
def _(R):
    t=R.extra(); R.o['css']=':root{--brand-muted:#9aa5b1;--panel:#f4f6f8;--text-soft:var(--brand-muted)}\n.panel{background:var(--panel);color:var(--text-soft);padding:1rem}'
    R.s('story').add(('x',lambda D:'<div class="panel"><div class="panel__inner"><p>%s</p></div></div>'%H(t))); return t[:60]
@HF('contrast','1.4.3')
def _(R):
    t='Overdue by two months: '+ACTIONS[2][0]+'.'; R.o['css']='.callout{background:#ffd54a;padding:1rem}.callout *{color:#fff}'
    R.s('learn').add(('x','<div class="callout"><p>%s</p></div>'%t)); return t+' (white on yellow)'
@HF('contrast','1.4.3')
def _(R):
    t=R.extra(); R.o['css']='.note{opacity:.4}'; R.s('intro').add(('p',t,' class="note"')); return t[:60]+' (opacity .4)'
@HF('colour-only','1.4.1','table')
def _(R):
    R.o['css']='.r{color:#b00020}'
    R.s('actions').set(('x','<p>The actions in red are overdue.</p>\n<table><caption>Table 1: Actions</caption><thead><tr><th scope="col">Action</th><th scope="col">Due</th></tr></thead><tbody>%s</tbody></table>'%''.join('<tr><td%s>%s</td><td>%s</td></tr>'%(' class="r"' if i in(1,3) else '',a[0],a[2]) for i,a in enumerate(ACTIONS[:5])))); return 'The actions in red are overdue.'
@HF('capitals','good practice (readability)')
def _(R):
    t=R.extra(); R.o['css']='.lede{text-transform:uppercase}'; R.s('intro').put(('p',t,' class="lede"')); return t[:60]+' (text-transform)'
@HF('italics-long','good practice (readability)')
def _(R):
    a,b=R.extra(),R.extra(); R.s('late').add(('x',lambda D:'<div style="font-style:italic"><p>%s</p><p>%s</p></div>'%(H(a),H(b)))); return a[:60]
@HF('text-in-picture','1.4.5','pic')
def _(R): R.s('help').add(('img','words2','Emergency duty team. Ring 01632 960 415 at any hour. Ask for the duty social worker.')); return 'picture of the words "Emergency duty team"'
@HF('justified','1.4.8 (AAA)')
def _(R): R.o['css']='main p{text-align:justify}'; return 'main p{text-align:justify}'
@HF('position-only','1.3.3')
def _(R):
    t='The contact details are in the panel on the right, next to the square button.'; R.s('intro').add(('p',t)); return t
@HF('reading-order','1.3.2')
def _(R):
    R.o['css']='.steps{display:flex;flex-direction:column-reverse}'
    R.s('story').add(('x','<div class="steps"><p>Last, the partnership was told and the review began.</p><p>Then the child was taken to hospital and a strategy meeting was held.</p><p>First, the school made a referral.</p></div>')); return 'flex column-reverse: "Last, the partnership was told" comes first in the source'
@HF('form-label','3.3.2; 4.1.2')
def _(R): R.s('help').add(('x','<form action="/feedback" method="post"><p><input type="email" name="e" autocomplete="email" placeholder="Your email address"></p><p><button type="submit">Send me new reports</button></p></form>')); return 'input name="e", placeholder only'
@HF('form-label','1.3.1; 4.1.2')
def _(R): R.s('help').add(('x','<form action="/feedback" method="post"><div><label>Which agency do you work for?</label> <select name="agency"><option>Health</option><option>Education</option><option>Police</option></select></div><p><button type="submit">Send</button></p></form>')); return 'select name="agency": label not tied to it'
@HF('iframe-title','4.1.2')
def _(R): R.s('help').add(('x','<iframe src="https://maps.%s/embed?c=1" width="600" height="300" loading="lazy"></iframe>'%R.dom)); return 'iframe maps.%s'%R.dom
@HF('zoom-prevented','1.4.4')
def _(R): R.o['viewport']='width=device-width, initial-scale=1, maximum-scale=1, user-scalable=no'; return R.o['viewport']
@HF('motion','2.2.2')
def _(R): R.s('intro').put(('x','<marquee behavior="scroll" direction="left">New: the partnership will hold a public meeting on 4 November.</marquee>')); return 'marquee "New: the partnership will hold a public meeting"'
@HF('motion','2.2.2')
def _(R):
    R.o['css']='@keyframes slide{0%{transform:translateX(0)}50%{transform:translateX(12rem)}100%{transform:translateX(0)}}\n.ticker{animation:slide 9s linear infinite}'
    R.s('intro').add(('x','<p class="ticker">Three new learning summaries were published this week.</p>')); return '.ticker animation infinite, no way to stop it'
@HF('autoplay','1.4.2')
def _(R): R.s('story').add(('x','<p>Listen to the chair of the partnership read the summary that is given in this section.</p><audio src="/media/chair-summary.mp3" autoplay loop></audio>')); return 'audio autoplay loop without controls'
@HF('captions-missing','1.2.2')
def _(R): R.s('learn').add(('x','<h3>Film: practitioners talk about the learning</h3><video controls width="600" preload="metadata"><source src="/media/practitioners.mp4" type="video/mp4"><track kind="descriptions" src="/media/practitioners.ad.vtt" srclang="en" label="Audio description"></video><p><a href="/media/practitioners-transcript.html">Transcript of the film with practitioners</a></p>')); return 'video /media/practitioners.mp4 has no captions track'
@HF('skip-link-missing','2.4.1')
def _(R): R.o['noskip']=1; return 'no skip link before the navigation'
@HF('landmarks-missing','1.3.1')
def _(R): R.o['nolandmarks']=1; return 'no main, header, nav or footer element or role'
@HF('duplicate-id','4.1.1 (obsolete in 2.2); 1.3.1')
def _(R):
    a,b=R.s('learn'),R.s('recs'); a.head=lambda D:'<h2 id="section">%s</h2>'%H(a.title); b.head=lambda D:'<h2 id="section">%s</h2>'%H(b.title); return 'id="section" on two headings'
@HF('tabindex-positive','2.4.3')
def _(R): R.s('help').add(('x','<p><a href="/contact/" tabindex="5">Contact the partnership office</a> or <a href="/training/dates/" tabindex="2">see the training dates</a>.</p>')); return 'tabindex="5" and tabindex="2"'
@HF('flashing','2.3.1')
def _(R):
    R.o['css']='@keyframes alarm{0%,49%{background:#fff;color:#000}50%,100%{background:#000;color:#fff}}\n.urgent{animation:alarm .2s steps(1) 20;padding:3rem;font-size:2rem}'
    R.s('help').put(('x','<p class="urgent">If a child is in danger now, ring 999.</p>')); return '.urgent: five flashes a second for four seconds'
@HF('tiny-text','1.4.4')
def _(R):
    t='This page may be copied for training provided that the source is named. Details have been changed to protect the family.'; R.s('help').add(('p',t,' style="font-size:6pt"')); return t[:50]+' (6pt)'
@HF('spaced-letters','1.3.2')
def _(R): R.s('learn').put(('x','<p>Every plan should begin with the c&nbsp;h&nbsp;i&nbsp;l&nbsp;d and end with the c&nbsp;h&nbsp;i&nbsp;l&nbsp;d.</p>')); return 'c h i l d'
@HF('footnote-typed','1.3.1')
def _(R):
    R.s('early').add(('x','<p>The rule on same-day medical checks was already in force<sup>1</sup> and had been sent to every practice<sup>2</sup>.</p>')); R.s('help').add(('x','<p><small><sup>1</sup> Partnership procedures, chapter four.<br><sup>2</sup> Letter from the designated doctor, January.</small></p>')); return '<sup>1</sup>, <sup>2</sup> not linked to the notes'
@HF('focus-hidden','2.4.7')
def _(R): R.o['css']='a:focus,button:focus,*:focus{outline:none!important}'; return '*:focus{outline:none!important}'

# ---- web pages, clean near misses
@HC('table-header: scoped headings both ways and an empty corner td','table')
def _(R):
    R.s('story').add(('x','<table><caption>Table 1: Visits kept and missed</caption><thead><tr><td></td><th scope="col">Kept</th><th scope="col">Missed</th></tr></thead><tbody><tr><th scope="row">Health visitor</th><td>11</td><td>4</td></tr><tr><th scope="row">School nurse</th><td>3</td><td>6</td></tr></tbody></table>')); return 'empty corner td'
@HC('table-header: th without scope in a simple table','table')
def _(R): R.s('learn').add(R.tab('nums')+(dict(scope=False),)); return 'th "Year" and so on'
@HC('table-layout: layout table with role presentation','table')
def _(R):
    a,b=R.extra(),R.extra(); R.o['css']='.cols td{border:0}'; R.s('learn').add(('x',lambda D:'<table role="presentation" class="cols"><tr><td><p>%s</p></td><td><p>%s</p></td></tr></table>'%(H(a),H(b)))); return 'table role="presentation"'
@HC('heading-by-looks: bold lead-ins in paragraphs')
def _(R):
    R.s('learn').put(('p',[{'t':'Seeing the child.','b':1},' '+R.extra()]),('p',[{'t':'Asking about men.','b':1},' '+R.extra()])); return 'Seeing the child.'
@HC('heading-by-looks: div with role heading and aria-level')
def _(R):
    s=R.s('recs'); s.head=lambda D:'<div role="heading" aria-level="2" style="font-size:1.5em;font-weight:bold">%s</div>'%H(s.title); return s.title
@HC('alt-missing: decorative picture with empty alt','pic')
def _(R): R.s('intro').add(('x',lambda D:D.imgtag('rule','',' role="presentation"'))); return 'ornamental rule alt=""'
@HC('alt-poor: chart with alt, long description and data table','pic,table')
def _(R):
    R.s('learn').add(('x',lambda D:'<figure>%s<figcaption id="fc1">Figure 1: Referrals received in each year. The same figures are given in Table 1.</figcaption></figure>'%D.imgtag('bars','Bar chart: referrals rise from 412 in 2019 to a peak of 501 in 2022, then fall to 476.',' aria-describedby="fc1"')),R.tab('nums',5)); return 'Bar chart: referrals rise from 412'
@HC('link-empty: icon links with an aria-label and a hidden svg','link')
def _(R):
    R.s('help').add(('x','<p><a href="/leaflet/" aria-label="Leaflet for families" style="display:inline-block;padding:4px"><svg aria-hidden="true" focusable="false" width="24" height="24" viewBox="0 0 24 24"><path d="M4 4h16v16H4z"/></svg></a></p>')); return 'aria-label="Leaflet for families"'
@HC('link-same-words: "Read more" completed by hidden words','link')
def _(R):
    R.s('help').add(('x','<ul>%s</ul>'%''.join('<li><p>%s</p><p><a href="/reviews/%s/">Read more<span class="visually-hidden"> about the review on %s</span></a></p></li>'%(t,k,w) for t,k,w in (('A baby with bruises.','baby','bruising'),('A teenager who went missing.','teen','exploitation'))))); return 'Read more about the review on bruising'
@HC('link-same-words: same words, same target','link')
def _(R):
    R.s('learn').add(('p',['The measure used was the ',{'t':'threshold document','a':'/threshold/'},'.'])); R.s('help').add(('p',['A paper copy of the ',{'t':'threshold document','a':'/threshold/'},' is free.'])); return 'threshold document (twice)'
@HC('form-label: for, wrapped, aria-labelledby and aria-label')
def _(R):
    R.s('help').add(('x','<form action="/feedback" method="post"><p><label for="em">Email address</label> <input id="em" type="email" name="e" autocomplete="email" placeholder="name@example.org"></p><p><label>Agency <select name="a"><option>Health</option><option>Police</option></select></label></p><p id="vw">Your view of this report</p><p><textarea name="v" aria-labelledby="vw" rows="3"></textarea></p><p><button type="submit">Send</button></p></form>')); return 'form with three labelled fields'
@HC('iframe-title: iframe with title')
def _(R): R.s('help').add(('x','<iframe title="Map of the partnership office" src="https://maps.%s/embed?c=1" width="600" height="300"></iframe>'%R.dom)); return 'Map of the partnership office'
@HC('captions-missing / autoplay: video with captions and controls')
def _(R): R.s('learn').add(('x','<h3>Film: practitioners talk about the learning</h3><video controls preload="none" width="600"><source src="/media/practitioners.mp4" type="video/mp4"><track kind="captions" src="/media/practitioners.en.vtt" srclang="en" label="English" default><track kind="descriptions" src="/media/practitioners.ad.vtt" srclang="en" label="Audio description"></video><p><a href="/media/practitioners-transcript.html">Transcript of the film with practitioners</a></p>')); return 'video with track kind="captions"'
@HC('language-part: Welsh passage marked lang="cy"')
def _(R): R.s('help').add(('x','<div lang="cy"><p>%s</p></div>'%H(WELSH))); return WELSH[:50]
@HC('language-wrong: lang="cy" on a page in Welsh')
def _(R):
    R.title=WELSHDOC['title']; R.o['lang']='cy'; R.o['doctitle']=R.title+' | Partneriaeth Ddiogelu Plant '+R.pl
    R.o['words']=('Neidio i\'r prif gynnwys','Hafan','Adolygiadau','Hyfforddiant','Gwefan','Cyhoeddwyd gan y bartneriaeth ddiogelu.')
    R.o['body']=lambda D:D.h(1,R.title)+'\n'+'\n'.join(D.h(2,h)+'\n'+'\n'.join(D.p(t) for t in ps) for h,ps in WELSHDOC['secs'])+'\n'; return 'whole page'
@HC('contrast: variable defined pale, overridden dark, and white on dark by inheritance')
def _(R):
    t=R.extra(); R.o['css']=':root{--soft:#cccccc;--ink:#f7f7f7}\n.theme{--soft:#4a4a4a}\n.soft{color:var(--soft)}\n.dark{background:#22323f;color:var(--ink);padding:1rem}'
    R.s('story').add(('x',lambda D:'<div class="theme"><p class="soft">%s</p></div><div class="dark"><p>%s</p></div>'%(H(t),H(R.f(LEARN[1]))))); return t[:50]
@HC('contrast: pale words that are never shown')
def _(R): R.o['css']='.draft{color:#ddd;display:none}'; R.s('intro').add(('x','<p class="draft">Draft held by the partnership office until the hearing has ended.</p>')); return '.draft display:none'
@HC('tabindex-positive: tabindex 0 and -1')
def _(R): R.s('help').add(('x','<div role="region" aria-label="Figures for the year" tabindex="0" style="overflow:auto"><p>In the last year the partnership received 476 referrals, of which 74 were repeat referrals.</p></div>')); return 'tabindex="0"'
@HC('motion: short transition, switched off for reduced motion')
def _(R): R.o['css']='a{transition:color .2s}\n@keyframes in{from{opacity:.9}to{opacity:1}}\nmain{animation:in .3s 1}\n@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}'; return 'animation .3s once'
@HC('zoom-prevented: viewport that allows zoom to five times')
def _(R): R.o['viewport']='width=device-width, initial-scale=1, maximum-scale=5, user-scalable=yes'; return 'maximum-scale=5, user-scalable=yes'
@HC('colour-only: red word that also says Overdue','table')
def _(R):
    R.o['css']='.s{color:#b00020;font-weight:bold}'
    R.s('actions').set(('x','<p>Overdue actions are named in the Status column.</p>\n<table><caption>Table 1: Actions</caption><thead><tr><th scope="col">Action</th><th scope="col">Due</th><th scope="col">Status</th></tr></thead><tbody>%s</tbody></table>'%''.join('<tr><td>%s</td><td>%s</td><td>%s</td></tr>'%(a[0],a[2],'<span class="s">Overdue</span>' if a[3]=='Overdue' else a[3]) for a in ACTIONS[:5]))); return 'Overdue'
@HC('footnote-typed: notes linked both ways')
def _(R):
    R.s('early').add(('x','<p>The rule on same-day medical checks was already in force.<sup><a href="#fn1" id="ref1" role="doc-noteref" aria-label="Note 1" style="display:inline-block;min-width:24px;min-height:24px">1</a></sup></p>')); R.s('help').add(('x','<h3>Notes</h3><ol><li id="fn1">Partnership procedures, chapter four. <a href="#ref1" aria-label="Back to the text at note 1">Back to the text</a></li></ol>')); return 'note 1'
@HC('list-typed: dialogue dashes and numbers in prose')
def _(R):
    R.s('early').add(('p','\u2013 Is anyone else at home today? the worker asked.'),('p','\u2013 Only the baby, said the mother.'),('p','The review asked 1) was the child seen, 2) was the child heard, and 3) did anything change.')); return '\u2013 Is anyone else at home today?'
@HC('abbreviations / capitals: abbr element, acronyms explained')
def _(R): R.s('early').add(('x','<p>The <abbr title="Multi-Agency Safeguarding Hub">MASH</abbr> (Multi-Agency Safeguarding Hub) met each week, and the MASH kept the minutes.</p>')); return 'MASH'

# ------------------------------------------------------------------ main
# kind: (Word, web) expressions in the usual set; "make.py OUTDIR all" writes every expression
CORE={'heading-by-looks':(3,2),'heading-skipped':(2,1),'heading-empty':(1,1),'no-headings':(1,1),'title-missing':(1,1),'title-poor':(0,1),'language-missing':(1,1),
 'language-wrong':(2,0),'language-part':(1,1),'alt-missing':(1,1),'alt-poor':(3,1),'table-header':(2,1),'table-layout':(1,1),'table-empty-header':(1,0),'table-merged':(1,0),
 'table-nested':(1,0),'table-typed':(2,0),'list-typed':(3,2),'link-words':(1,1),'link-same-words':(1,1),'link-empty':(0,1),'contrast':(4,3),'colour-only':(1,1),
 'capitals':(1,0),'italics-long':(0,1),'underline-long':(1,0),'text-in-picture':(1,0),'justified':(0,1),'reading-order':(1,1),'empty-paragraphs':(1,0),'abbreviations':(1,0),
 'footnote-typed':(1,0),'position-only':(1,0),'tiny-text':(1,0),'spaced-letters':(1,1),'broken-words':(1,0),'ascii-art':(1,0),'heading-in-table':(1,0),'form-label':(0,2)}
SPARE=('text-in-picture: a logo','empty-paragraphs: page','form-label: content control','contrast: black on yellow','table-header: th without','contrast: pale words','list-typed: dialogue dashes and')
def core(k):
    fmt,kind,fault=CASES[k][:3]
    if kind=='clean': return not fault.startswith(SPARE) and not (fmt=='html' and fault=='link-same-words: same words, same target')
    before=sum(CASES[i][:3]==CASES[k][:3] for i in range(k))
    return before<CORE.get(fault,(1,1))[fmt=='html']
def main(out,every=False):
    os.makedirs(out,exist_ok=True)
    order=[k for k in range(len(CASES)) if every or core(k)]; random.Random(1907).shuffle(order)
    n={'docx':0,'html':0}; rows=[]
    for k in order:
        fmt,kind,fault,std,no,fn=CASES[k]
        n[fmt]+=1; name='%s-%03d.%s'%('report' if fmt=='docx' else 'page',n[fmt],fmt)
        R=Rep(fmt,k+1,no); where=fn(R)
        (write_docx if fmt=='docx' else write_html)(R,os.path.join(out,name))
        w=re.sub(r'\s+',' ',where).strip()
        if kind=='clean': w='near miss, '+fault+' | '+w; fault='-'
        rows.append((name,kind,fault,w,std))
    rows.sort()
    with open(os.path.join(out,'labels.tsv'),'w',encoding='utf-8') as f:
        f.write('file\tkind\tfault\twhere\tstandard\n')
        for r in rows: f.write('\t'.join(r)+'\n')
    nf=sum(r[1]=='fault' for r in rows)
    print('%d files: %d Word, %d web; %d faulty, %d clean'%(len(rows),n['docx'],n['html'],nf,len(rows)-nf))
if __name__=='__main__':
    if len(sys.argv) not in (2,3): sys.exit('usage: make.py OUTDIR [all]')
    main(sys.argv[1],sys.argv[2:]==['all'])
