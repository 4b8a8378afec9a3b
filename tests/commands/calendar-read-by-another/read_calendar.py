"""Reads a calendar file as RFC 5545 says, by itself and without leave: what is not as the standard asks is an error.

read_calendar(bytes) gives the events, each a dict of name to (parameters, value) with texts unescaped.
"""
import re

ENDS = re.compile(rb'(?<!\r)\n|\r(?!\n)')
LINE = re.compile(r'^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*)(?:,(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*)*):(.*)$', re.S)
TEXTS = {'SUMMARY', 'DESCRIPTION', 'LOCATION', 'COMMENT'}
DAY = re.compile(r'^\d{8}$')
STAMP = re.compile(r'^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$')


class NotACalendar(Exception):
    pass


def ask(holds, what):
    if not holds:
        raise NotACalendar(what)


def lines_of(data):
    """3.1: lines end in CR LF, are at most 75 octets long, and go on behind CR LF and a space; never inside a character."""
    ask(not ENDS.search(data), 'a line ends in something else than CR LF')
    ask(data.endswith(b'\r\n'), 'the last line has no end')
    whole = []
    for line in data[:-2].split(b'\r\n'):
        ask(len(line) <= 75, 'a line is longer than 75 octets')
        ask(line, 'a line is empty')
        text = line.decode('utf-8')
        if text[0] in ' \t':
            ask(whole, 'the first line goes on with nothing')
            whole[-1] += text[1:]
        else:
            whole.append(text)
    return whole


def unescaped(text):
    """3.3.11: backslash, semicolon and comma stand behind a backslash, a new line is backslash n; nothing else does."""
    plain, at = '', 0
    while at < len(text):
        ask(text[at] not in ';,', 'a comma or semicolon is not escaped')
        ask(ord(text[at]) >= 32 or text[at] == '\t', 'a control character')
        if text[at] == '\\':
            ask(at + 1 < len(text) and text[at + 1] in '\\;,nN', 'a backslash before something that needs none')
            plain += '\n' if text[at + 1] in 'nN' else text[at + 1]
            at += 2
        else:
            plain += text[at]
            at += 1
    return plain


def day_of(parameters, value):
    import datetime
    ask(parameters == ';VALUE=DATE' and DAY.match(value), 'a day is not given as a date')
    return datetime.datetime.strptime(value, '%Y%m%d').date()


def read_event(lines):
    event = {}
    for name, parameters, value in lines:
        ask(name not in event, name + ' stands twice')  # 3.6.1: each of those that we write at most once
        event[name] = (parameters, unescaped(value) if name in TEXTS else value)
    for name in ('UID', 'DTSTAMP', 'DTSTART', 'SUMMARY'):
        ask(event.get(name, ('', ''))[1], name + ' is missing')
    ask(STAMP.match(event['DTSTAMP'][1]), 'DTSTAMP is no moment in UTC')
    start, end = day_of(*event['DTSTART']), day_of(*event['DTEND'])
    ask(end > start, 'an event ends before it begins')
    ask('DURATION' not in event, 'both an end and a duration')
    return event


def read_calendar(data):
    lines = []
    for line in lines_of(data):
        told = LINE.match(line)
        ask(told, 'no content line')
        lines.append(told.groups())
    ask(lines[0] == ('BEGIN', '', 'VCALENDAR') and lines[-1] == ('END', '', 'VCALENDAR'), 'no calendar around it')
    events, head, inside = [], {}, None
    for name, parameters, value in lines[1:-1]:
        if (name, value) == ('BEGIN', 'VEVENT'):
            ask(inside is None, 'an event in an event')
            inside = []
        elif (name, value) == ('END', 'VEVENT'):
            ask(inside is not None, 'an event ends that never began')
            events.append(read_event(inside))
            inside = None
        elif inside is not None:
            inside.append((name, parameters, value))
        else:
            ask(not events and name not in head and name != 'BEGIN' and name != 'END', name + ' stands where it may not')
            head[name] = value
    ask(inside is None, 'an event has no end')
    ask(head.get('VERSION') == '2.0' and head.get('PRODID'), 'no version or no maker')
    ids = [event['UID'][1] for event in events]
    ask(len(set(ids)) == len(ids), 'two events have one UID')
    return events
