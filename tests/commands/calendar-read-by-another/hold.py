"""hold.py FILE.ics PRINTED: the file is a calendar, has the days that were printed, and stops being one where it is harmed."""
import re
import sys

from read_calendar import NotACalendar, read_calendar

data = open(sys.argv[1], 'rb').read()
printed = open(sys.argv[2], encoding='utf-8').read()
events = read_calendar(data)

days = sorted(event['DTSTART'][1] for event in events)
wanted = sorted(day.replace('-', '') for day in re.findall(r'^(\d{4}-\d{2}-\d{2})  ', printed, re.M))
assert days == wanted, (days, wanted)
for event in events:
    what = event['SUMMARY'][1].split(': ', 1)[1].rsplit(' (', 1)[0]
    assert what in printed, what
    counted, source = event['DESCRIPTION'][1].split('\n')
    assert f'{counted}; {source}' in printed, event['DESCRIPTION']

first = data.split(b'BEGIN:VEVENT\r\n')[1].split(b'END:VEVENT\r\n')[0]
harms = {
    'line ends': data.replace(b'\r\n', b'\n'),
    'a long line': data.replace(b'\r\n ', b''),
    'no end': data.replace(b'END:VCALENDAR\r\n', b''),
    'no id': re.sub(rb'UID:[^\r]*\r\n', b'', data, count=1),
    'one id twice': data.replace(b'END:VCALENDAR', b'BEGIN:VEVENT\r\n' + first + b'END:VEVENT\r\nEND:VCALENDAR'),
    'no moment': re.sub(rb'DTSTAMP:\d{8}T\d{6}Z', b'DTSTAMP:20200101', data, count=1),
    'ends before it begins': re.sub(rb'DTEND;VALUE=DATE:\d{8}', b'DTEND;VALUE=DATE:19990101', data, count=1),
    'no escape': re.sub(rb'SUMMARY:', b'SUMMARY:a, ', data, count=1),
    'a wrong escape': re.sub(rb'SUMMARY:', rb'SUMMARY:\\x', data, count=1),
}
for harm, harmed in harms.items():
    assert harmed != data or harm == 'a long line', harm
    try:
        read_calendar(harmed)
    except (NotACalendar, UnicodeDecodeError):
        continue
    assert harmed == data, harm
print(len(events), 'days read' if events else 'days')
