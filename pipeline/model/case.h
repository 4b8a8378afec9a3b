#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/dates.h"
#include "base/result.h"
#include "base/world.h"
#include "base/record.h"
#include "model/register.h"

namespace casewright {

/// When something happened, as far as the source says.
struct When {
  Date from;                ///< year 0 where the source gives no date that can be read
  Date to;                  ///< the end of a period; not known for a single date
  bool uncertain = false;   ///< "?" or "approx." before the date
  std::int16_t minute = -1; ///< of the day, -1 where no time is given
  double sequence = 0;      ///< order within the day, 0 where none is given; 1.5 stands between 1 and 2
  std::string written;      ///< the date cell as the agency wrote it
};

/// What a chronology says of one question put to each contact.
enum class Answer : std::uint8_t { not_recorded, no, yes, alone };
/// True for yes in either form.
constexpr bool is_yes(Answer answer) { return answer == Answer::yes || answer == Answer::alone; }

/// One row of an agency's chronology, nothing of it lost: columns nobody knows are kept under their heading.
struct Event {
  std::string id;           ///< "A2-17": agency and row, unique in the case
  std::string agency;       ///< agency id
  When when;
  std::string source;
  std::string what;
  Answer child_seen = Answer::not_recorded;
  Answer child_spoken_to = Answer::not_recorded;
  std::string voice;
  std::string outcome;
  std::string comment;
  std::string recorded_by;
  std::vector<std::pair<std::string, std::string>> other;  ///< heading and cell
  std::string same_as;      ///< ids that the agency itself gave for the same event elsewhere: "A2:e14 A3:e9"
  bool contact = true;      ///< false where nobody of the family was met or spoken to: a letter, a meeting without them
  bool key = false;         ///< to be told in the report
  bool background = false;  ///< outside the review period on purpose
  Origin origin;            ///< file and row
};

/// One agency that contributed.
struct Agency {
  std::string id;
  std::string name;         ///< its real name
  std::string public_name;  ///< what a reader sees
  std::string short_name;
  std::string contribution;
};

/// One agency's chronology as read from one file.
struct Chronology {
  std::string agency;
  Path file;
  std::vector<Event> events;
};

/// Everything a review team knows of one review, as read from its case bundle. Confidential.
struct Case {
  Path folder;
  std::vector<std::string> sources{""};  ///< what Origin::source points at; 0 is "ours"
  std::string code;      ///< "child-k"
  std::string regime;    ///< DOMAIN.md section 1, such as "ENG-WT2015"
  std::string type;      ///< "scr", "lcspr", "executive-summary"
  Record root;           ///< case.xml
  Register people;       ///< people.xml
  std::vector<Agency> agencies;
  std::vector<Record> imrs;        ///< imr/*.xml in the order of their agencies
  std::vector<Chronology> chronologies;
  std::vector<Record> sections;    ///< sections/*.xml
  std::vector<Record> actions;     ///< each <action> of the action plan
  Date period_from, period_to;     ///< the review period
  Date publication;                ///< from case.xml; every published date derives from it

  const Agency* agency(std::string_view id) const;
};

/// A place in a file of a case as a person counts: "line 12" of XML, "row 12" of a table, "paragraph 12" of what was written in Word or the like;
/// `file` is its name with the folder of the case that it lies in ("imr/A2-police.docx").
std::string place_in_case(std::string_view file, std::uint32_t part);

/// One event of the integrated chronology, its words fit for a reader.
struct IntegratedEvent {
  /// Words of one cell that a person must look at: `span` of "what", of the second "other".
  struct Doubt {
    std::string_view cell;  ///< as case trees call it, of static storage
    std::size_t number = 0; ///< among the cells of that name
    Span span;
  };

  Event event;                       ///< pseudonymised
  std::vector<std::string> same;     ///< ids of the same event told by other agencies
  std::vector<std::string> conflicts;  ///< what these tellings disagree on, in plain words
  std::vector<Doubt> doubts;         ///< of pseudonymising, cell by cell and in the order of each one's words
  bool outside_period = false;
};

/// A stretch of time in which something did not happen.
struct Gap {
  enum class Kind : std::uint8_t { no_contact, child_not_seen, child_not_spoken_to } kind = Kind::no_contact;
  Date from;
  Date to;
  std::string agency;  ///< agency id, or empty for all agencies together
  int days() const { return static_cast<int>(day_number(to) - day_number(from)); }
};

/// A place in the words of a case that a person must look at before publication.
struct Query {
  Origin origin;
  std::string field;    ///< "section narrative", "chronology A2-17"
  std::string problem;  ///< in plain words; names nobody
};

/// A case with everything a reader could see pseudonymised: what templates are filled from. Only
/// pseudonymise() makes one from a Case, so that a template never meets the register.
struct PublicCase {
  std::vector<std::string> sources{""};
  std::string code, regime, type;
  Record root;
  std::vector<Agency> agencies;      ///< `name` is the public name too
  std::vector<Record> people;        ///< the register by public names: <person id role public relation age sex/>, <place id role public/>
  std::vector<Record> imrs;
  std::vector<Record> sections;
  std::vector<Record> actions;
  std::vector<IntegratedEvent> chronology;
  std::vector<Gap> gaps;
  std::vector<Query> queries;
  Date period_from, period_to;
  Date publication;
};

}  // namespace casewright
