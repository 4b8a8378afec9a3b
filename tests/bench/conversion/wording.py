"""Invented sentences of the kind that reviews are made of. Nobody and nothing in them exists."""
import random
import re


def ways(text):
    """Wordings, one a line or between bars."""
    return re.split(r"[|\n]", text)


ACTORS = ways("""the health visitor|the allocated social worker|the school nurse|the class teacher|the named GP|the duty manager
a police officer|the family support worker|the community midwife|the out-of-hours doctor|the housing officer
the Independent Reviewing Officer|Mother|Father|Mother's partner|the maternal aunt|Child R's head of year|a neighbour
the emergency department|Larkfield Primary School|the Tarn Valley Trust|the adult mental health team""")
DEEDS = ways("""visited the home and found nobody in|wrote to the family but had no reply|made a referral to children's social care
recorded that the children looked “well and settled”|asked for a strategy meeting, which was held eleven days later
rang the duty desk and was told that the threshold was not met|noted a small bruise on the left forearm
offered a parenting course that neither parent took up|closed the file without speaking to the child
shared a short chronology with the other agencies|agreed to a joint visit within ten working days
did not ask who else lived in the household|raised the matter in supervision|sent the minutes to an address that the family had left
saw the child alone for the first time|heard from a relative that the arguments had become worse""")
TIMES = ways("""On 4 March 2014|In the spring of 2015|Two days later|On the same afternoon|By the end of term|Within a fortnight
Between June and September 2013|At the first review conference|Some months before the injury|On 21 November 2012 at 16.40
During the second pregnancy|After the move to Tarnmouth""")
TAILS = ways(""", and the reasons were not written down|, although nobody told the GP| (see the chronology in the appendix)|, which the panel thought good practice|; the record is brief|, as the procedures of the time required|, but the decision was not reviewed
, despite what had been agreed in January|, and there is no note of what the child said|""")
REMARKS = ways("""Hindsight makes the pattern plainer than it was to those who were there.
The panel found no evidence that the follow-up letter was sent.
This was not a single-agency failing; the multi-agency plan had no contingency.
Practitioners spoke of high caseloads, frequent changes of manager and an information system that was new to them.
Fathers and other carers were seldom spoken to, and when they were it was about Mother.
It is not known whether the e-mail of 9 May was read.
Of the 31 contacts in that period, 7 led to an assessment and 2 to a plan.
The review asked why this made sense to the people involved at the time.
There is much research on cumulative neglect; little of it was reflected in the tools that staff were given.
Good practice was seen too: the school kept in touch throughout the summer holidays.
No agency held the whole picture, and none asked for it.
The family's own account differs in some respects and is set out below.
An interpreter was booked for one visit out of nine.
The step-down to early help was well-intentioned but premature.""")
ITEMS = ways("""see the child alone and write down what the child says;|ask who lives in, and who visits, the household;
use the escalation procedure where professionals disagree;|record the reasons for every decision not to act;
read the earlier assessment before a new one is begun;|offer an interpreter at each contact;
include fathers and partners in assessments unless that is unsafe;|check that letters have gone to the right address;
review the chronology in supervision at least every three months;|say in each plan what must change, and by when;
seek the advice of the named nurse where an injury is not explained;|keep one list of missed appointments""")
SUBITEMS = ways("""at transfer or closure, for instance|including weekends and bank holidays|unless the court directs otherwise
and tell the parents that it has been done|for children under two in particular""")
QUOTES = ways("""I kept telling them I was fine because nobody asked me when Mum was out of the room.|We were never told what the plan was for.
You get used to families like this, and that is the danger.|Every time there was a new worker I had to start again.""")
NOTES = ways("""Working Together to Safeguard Children (2013), chapter 4, in force at the time.|The file holds a note of the call but not its time.
Section 47 of the Children Act 1989 concerns enquiries where significant harm is suspected.|The names of all people have been changed.
A strategy meeting decides whether an enquiry is needed and who makes it.|Two pages of the record could not be read.
See the procedures at https://procedures.tarnshire.example/neglect for the wording then in use.|The panel saw a summary, not the original.
The Trust has since replaced this form; the new one asks for the views of the child and of both parents, and cannot be closed without them.""")
AGENCIES = ways("""Tarnshire Children's Services|Tarn Valley NHS Trust|Tarnshire Police|Larkfield Primary School|Harbour Housing Association
Probation Service|GP practice|Ambulance Service|Education Welfare Service|Early Help Hub""")
HEADINGS = ways("""The circumstances that led to this review|Terms of reference|How the review was carried out|The family|Family members' views
Summary of events|Early childhood|The move to Tarnmouth|Contact with health services|Contact with the police|School and nursery
Analysis|Recognising neglect|The voice of the child|Working with fathers|Thresholds and decision-making|Supervision and management oversight
Information sharing|Escalation|Good practice|What has changed since|Findings|Lessons learned|Conclusions""")
ROLES = ways("""Head of Safeguarding|Designated Nurse|Detective Inspector, Public Protection|Service Manager, Early Help|Lay member
Named GP|Assistant Director, Education|Business Manager of the Board""")
MONTHS = "January February March April May June July August September October November December".split()


class Words:
    """Draws wordings by lot; the same seed gives the same words."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.spare = []

    def pick(self, items):
        return items[self.random.randrange(len(items))]

    def some(self, items, count):
        return self.random.sample(items, min(count, len(items)))

    def chance(self, share):
        return self.random.random() < share

    def between(self, least, most):
        return self.random.randint(least, most)

    def date(self):
        return f"{self.between(1, 28)} {self.pick(MONTHS)} {self.between(2011, 2016)}"

    def sentence(self):
        if self.chance(.35):
            return self.pick(REMARKS)
        actor, deed, tail = self.pick(ACTORS), self.pick(DEEDS), self.pick(TAILS)
        if self.chance(.6):
            return f"{self.pick(TIMES)} {actor} {deed}{tail}."
        return f"{actor[0].upper()}{actor[1:]} {deed}{tail}."

    def prose(self, least=2, most=6):
        return " ".join(self.sentence() for _ in range(self.between(least, most)))

    def heading(self):
        if not self.spare:
            self.spare = self.some(HEADINGS, len(HEADINGS))
        return self.spare.pop()

    def items(self, least=3, most=6):
        chosen = self.some(ITEMS, self.between(least, most))
        long = [f"{item[0].upper()}{item[1:].rstrip(';')}. {self.sentence()}" if self.chance(.25) else item for item in chosen]
        long[-1] = long[-1].rstrip(";.") + "."
        return long
