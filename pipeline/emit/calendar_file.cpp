#include "emit/calendar_file.h"

#include "base/text.h"

namespace casewright {
namespace {

/// Text with the characters calendar_text that RFC 5545, 3.3.11, asks for.
std::string calendar_text(std::string_view text) {
  std::string result;
  for (const char each : text) {
    if (each == '\r') continue;
    if (each == '\\' || each == ';' || each == ',') result += '\\';
    if (each == '\n')
      result += "\\n";
    else
      result += each;
  }
  return result;
}

/// Appends one line, cut after at most 75 bytes and never inside a character (RFC 5545, 3.1).
void put(std::string& into, std::string_view line) {
  constexpr std::size_t most = 75;
  std::size_t room = most;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t bytes = code_point_at(line, at).bytes;
    if (bytes > room) {
      into += "\r\n ";
      room = most - 1;
    }
    into.append(line.substr(at, bytes));
    room -= bytes;
    at += bytes;
  }
  into += "\r\n";
}

std::string basic(const Date& day) {
  return replace_every(iso(day), "-", "");
}

}  // namespace

std::string write_calendar(const std::vector<CalendarDay>& days, const Date& written) {
  std::string file;
  put(file, "BEGIN:VCALENDAR");
  put(file, "VERSION:2.0");
  put(file, "PRODID:-//Casewright//Review calendar//EN");
  put(file, "CALSCALE:GREGORIAN");
  put(file, "METHOD:PUBLISH");
  for (const CalendarDay& each : days) {
    put(file, "BEGIN:VEVENT");
    put(file, "UID:" + each.id);
    put(file, "DTSTAMP:" + basic(written) + "T000000Z");
    put(file, "DTSTART;VALUE=DATE:" + basic(each.day));
    put(file, "DTEND;VALUE=DATE:" + basic(date_of_day_number(day_number(each.day) + 1)));
    put(file, "SUMMARY:" + calendar_text(each.summary));
    put(file, "DESCRIPTION:" + calendar_text(each.description));
    put(file, "TRANSP:TRANSPARENT");
    put(file, "END:VEVENT");
  }
  put(file, "END:VCALENDAR");
  return file;
}

}  // namespace casewright
