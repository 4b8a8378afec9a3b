#include "ingest/case/register_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "ingest/case/register_cells.h"
#include "ingest/papers/columns.h"
#include "ingest/papers/grid_document.h"
#include "ingest/papers/owners.h"
#include "ingest/values/name_parts.h"
#include "ingest/values/when.h"

namespace casewright {
namespace {

constexpr std::string_view columns_hint = "name its columns: Real name, Also known as, Public name, Role, Date of birth";

/// One row, its cells gathered by what they hold; several cells of a kind are parted by line feeds.
struct RowTold {
  std::map<Field, std::string> cells;
  Origin origin;

  std::string of(Field field) const {
    const auto found = cells.find(field);
    return found == cells.end() ? std::string() : found->second;
  }
  bool has(Field field) const { return cells.contains(field); }
};

/// An entry of the register as far as its row alone tells.
struct Entry {
  Record record;
  Field told = Field::none;
  std::vector<RelationTold> relations;
  bool perhaps_subject = false;  ///< a son whom readers know as "Child A"
};

bool is_one_of(std::initializer_list<Field> all, Field field) { return std::find(all.begin(), all.end(), field) != all.end(); }

/// True for "as above", "n/a" and the like: the cell tells nothing of its own.
bool tells_nothing(std::string_view cell) {
  const std::string lower = ascii_lower(fold_space(cell));
  return lower.empty() || lower == "-" || lower == "\xE2\x80\x93" ||
         among({"n/a", "na", "none", "nil", "not known", "unknown", "n/k", "nk", "as above", "same", "same as above", "see above", "ditto", "tbc", "nfa", "?"}, lower);
}

/// True where the cell for the public name says that the real one is published.
bool says_named(std::string_view cell) {
  const std::string lower = ascii_lower(cell);
  for (const std::string_view each : {"named", "real name", "not anonymised", "no change", "own name"})
    if (lower.find(each) != std::string::npos) return true;
  return false;
}

class RegisterReader {
 public:
  /// `names_alone`: nothing is replaced, so no row needs a public name.
  RegisterReader(const Path& file, std::uint32_t source, const Case& known, bool names_alone = false) : file_(file), source_(source), known_(known), names_alone_(names_alone) {}

  Result<Record> read(const std::vector<Grid>& grids) {
    for (const Grid& grid : grids) take(grid);
    if (!found_) stop(0, 0, "no table of this file has a column of real names and one of the names that readers see", std::string(columns_hint));
    for (std::size_t at = 0; at < unknown_columns_.size(); ++at)
      tell(unknown_columns_[at].part, unknown_columns_[at].at, "what this column holds is not known: numbers in it are looked for in reports, its words are not", "if it holds names, call it Also known as");
    give_ids();
    relate();
    Record people;
    people.name = "people";
    people.origin = {source_, 1, 0};
    for (Entry& each : entries_) people.children.push_back(std::move(each.record));
    if (stopped_) return std::move(faults_);
    return {std::move(people), std::move(faults_)};
  }

 private:
  void tell(std::uint32_t row, std::uint32_t column, std::string what, std::string hint) { faults_.push_back({file_, row, column, std::move(what), std::move(hint)}); }
  void stop(std::uint32_t row, std::uint32_t column, std::string what, std::string hint) {
    stopped_ = true;
    tell(row, column, std::move(what), std::move(hint));
  }

  void take(const Grid& grid) {
    if (grid.nested || grid.rows.empty()) return;
    static constexpr Field needed[] = {Field::public_name};
    Header header = find_header(grid, LabelGuide::of("register"), names_alone_ ? std::span<const Field>() : std::span<const Field>(needed));
    const bool named = holds(header, Field::name) || holds(header, Field::family_name) || holds(header, Field::given_name);
    std::size_t first = header.row + header.rows;
    if (header.score == 0 || !named) {
      if (labelled_entry(grid) || paired_entries(grid)) return;
      if (!grid.continues || last_.columns.empty()) {
        tell(grid.rows[0].number, 0, "this table has no column of real names beside one of public names and is not used" + (grid.name.empty() ? std::string() : " (" + grid.name + ")"),
             "if it holds names, " + std::string(columns_hint));
        return;
      }
      header = last_;
      first = 0;
    }
    found_ = true;
    for (Column& each : header.columns)
      if (plain_label(each.heading).empty()) each.field = Field::id;  // "#"
    group_ = entry_of_group(grid.name);
    last_ = header;
    for (const Column& each : header.columns)
      if (each.field == Field::none && has_cells(grid, first, each.number)) unknown_columns_.push_back({source_, grid.rows[first == 0 ? 0 : header.row].number, each.number});
    for (std::size_t at = first; at < grid.rows.size(); ++at) row(grid.rows[at], header);
  }

  /// A table of labels and what they say, for one entry: "Name | ...", "In the report | Mother".
  bool labelled_entry(const Grid& grid) {
    RowTold told;
    told.origin = {source_, grid.rows[0].number, 0};
    for (const Row& row : grid.rows) {
      if (row.cells.size() < 2) continue;
      const Field field = LabelGuide::of("register").understand(row.cells[0].text).field;
      if (field == Field::none || field == Field::kept) continue;
      std::string& text = told.cells[field];
      text += (text.empty() ? "" : "\n") + std::string(trim(row.cells[1].text));
    }
    if (!told.has(Field::public_name) || real_name(told).empty()) return false;
    found_ = true;
    entry(std::move(told));
    return true;
  }

  /// A table of two columns without headings: real names, and beside them what readers see.
  bool paired_entries(const Grid& grid) {
    std::size_t pairs = 0, plain = 0, understood = 0;
    for (const Row& row : grid.rows) {
      const Cell *name = row.at(1), *shown = row.at(2);
      if (row.cells.size() > 2) return false;
      if (name == nullptr || shown == nullptr || row.cells.size() < 2) continue;
      ++pairs;
      plain += name->text.size() <= 60 && std::none_of(name->text.begin(), name->text.end(), is_digit);
      understood += entry_told(shown->text) != Field::none;
    }
    if (pairs < 2 || plain * 10 < pairs * 9 || understood * 10 < pairs * 7) return false;
    Header header;
    header.columns = {{1, "", Field::name, false}, {2, "", Field::public_name, false}};
    header.score = 1;
    found_ = true;
    group_ = Field::none;
    for (const Row& each : grid.rows) row(each, header);
    return true;
  }

  static bool has_cells(const Grid& grid, std::size_t first, std::uint32_t column) {
    for (std::size_t at = first; at < grid.rows.size(); ++at)
      if (const Cell* cell = grid.rows[at].at(column); cell != nullptr && grid.rows[at].cells.size() > 1 && !trim(cell->text).empty()) return true;
    return false;
  }

  static Field entry_of_group(std::string_view words) {
    return words.size() > 60 ? Field::none : LabelGuide::of("register-groups").understand(words).field;
  }

  void row(const Row& cells, const Header& header) {
    RowTold told;
    told.origin = {source_, cells.number, 0};
    std::string only;
    std::size_t filled = 0;
    for (const Cell& cell : cells.cells) {
      if (trim(cell.text).empty()) continue;
      ++filled;
      only = cell.text;
      const auto column = std::find_if(header.columns.begin(), header.columns.end(), [&](const Column& each) { return each.number == cell.column; });
      if (column == header.columns.end() || column->field == Field::kept) continue;
      std::string& text = told.cells[column->field == Field::none ? Field::comment : column->field];
      text += (text.empty() ? "" : "\n") + std::string(trim(cell.text));
    }
    if (filled == 0 || is_heading_again(cells, header)) return;
    if (filled == 1 && heads_group(only, cells, header)) return;
    entry(std::move(told));
  }

  /// The headings once more, as on the next page.
  static bool is_heading_again(const Row& cells, const Header& header) {
    std::size_t same = 0;
    for (const Column& each : header.columns)
      if (const Cell* cell = cells.at(each.number); cell != nullptr && fold_space(cell->text) == each.heading) ++same;
    return same >= 2 && same + 1 >= header.columns.size();
  }

  /// A line between the rows: "Professionals", a note, a key.
  bool heads_group(const std::string& words, const Row& cells, const Header& header) {
    constexpr std::size_t longest_name = 60;
    const Field group = entry_of_group(words);
    if (group != Field::none) return group_ = group, true;
    const Cell& cell = cells.cells.front();
    const bool across = cell.column_span + 1 >= header.columns.size() && header.columns.size() > 2;
    const auto column = std::find_if(header.columns.begin(), header.columns.end(), [&](const Column& each) { return each.number == cell.column; });
    const bool in_name = column != header.columns.end() && is_one_of({Field::name, Field::given_name, Field::family_name}, column->field);
    if (in_name && !across && words.size() <= longest_name) return false;  // a name without its public name
    tell(cells.number, 0, "this line is no entry of the register and is not used", "if it names somebody, give them a row of their own");
    return true;
  }

  /// What the row tells of, by the cells that say so best.
  Field kind_of(const RowTold& told, std::vector<RelationTold>& relations, bool& perhaps_subject) const {
    Field kind = entry_of_group(told.of(Field::entry_kind));
    if (const Field place = kind == Field::none && told.has(Field::entry_kind) ? entry_told(told.of(Field::entry_kind)) : Field::none; is_place(place) || place == Field::organisation) return place;
    const Field group = kind != Field::none ? kind : group_;
    const std::string role = told.of(Field::role), related = told.of(Field::relation), shown = told.of(Field::public_name);
    const bool of_places = is_place(group) || group == Field::organisation;
    Field best = Field::none;
    for (const std::string* words : {&role, &related, &shown}) {
      const Field field = tells_nothing(*words) ? Field::none : entry_told(*words);
      if (field == Field::none || (of_places && is_person(field))) continue;
      if (best == Field::none) best = field;
      const bool kin = is_person(field) && field != Field::practitioner && field != Field::allowed && field != Field::subject;
      if (kin && relations.empty()) relations = relations_told(*words);
    }
    const Field by_public = tells_nothing(shown) ? Field::none : entry_told(shown);
    // "Son" beside "Child A" is the child himself.
    if (by_public == Field::subject && is_one_of({Field::none, Field::relative, Field::subject}, best)) return perhaps_subject = best == Field::relative, best == Field::relative ? best : (relations.clear(), Field::subject);
    // A landlord that readers know as "Housing Association" is no person.
    if (best == Field::other_person && (is_place(by_public) || by_public == Field::organisation)) return by_public;
    if (best == Field::subject && group == Field::practitioner) return group;
    if (best != Field::none) return best;
    if (of_places) {
      const Field by_name = entry_told(told.of(Field::name));
      return is_place(by_name) || by_name == Field::organisation ? by_name : group;
    }
    if (group != Field::none) return group;
    return tells_nothing(told.of(Field::agency)) ? Field::none : Field::practitioner;
  }

  void entry(RowTold told) {
    Entry made;
    made.told = kind_of(told, made.relations, made.perhaps_subject);
    const bool named = says_named(told.of(Field::public_name)) || made.told == Field::allowed;
    const std::string real = real_name(told);
    std::string shown = fold_space(told.of(Field::public_name));
    if (real.empty()) return nameless(told);
    NameTold name = name_told(real, told.origin);
    if (is_person_or_unknown(made.told)) name.name = name_in_order(name.name);
    if (is_person_or_unknown(made.told) && !shown.empty() && ascii_lower(shown) == ascii_lower(name.name)) made.told = Field::allowed;
    if (named && is_person_or_unknown(made.told) && (tells_nothing(shown) || says_named(shown))) made.told = Field::allowed, shown = name.name;
    if (tells_nothing(shown) && names_alone_) {
      shown.clear();
    } else if (tells_nothing(shown)) {
      stop(told.origin.part, 0, "this row has no public name, so nobody would know what to write in place of the real one", "write in its column what readers see, as in Mother or Social Worker 1");
      return;
    }
    const bool place = is_place(made.told), organisation = made.told == Field::organisation;
    made.record.name = organisation ? "organisation" : place ? "place" : "person";
    made.record.origin = told.origin;
    made.record.set_attribute("id", id_in(told.of(Field::id)));
    made.record.set_attribute("public", shown);
    if (place) made.record.set_attribute("kind", made.told == Field::other_place ? "other" : std::string(code_of(made.told)));
    if (place || organisation) place_parts(told, name, made.told, made.record);
    else person_parts(told, std::move(name), made);
    entries_.push_back(std::move(made));
  }

  static bool is_person_or_unknown(Field told) { return told == Field::none || is_person(told); }

  void nameless(const RowTold& told) {
    const bool names = told.has(Field::alias) || told.has(Field::nickname) || told.has(Field::former_name) || told.has(Field::public_name);
    if (names) stop(told.origin.part, 0, "this row has no real name", "write it in its column, or take the row out");
    else tell(told.origin.part, 0, "this line is no entry of the register and is not used", "if it names somebody, give them a row of their own");
  }

  /// The real name of a row; of a given and a family name the two as one.
  static std::string real_name(const RowTold& told) {
    if (told.has(Field::name)) return told.of(Field::name);
    const std::string given = fold_space(told.of(Field::given_name)), family = told.of(Field::family_name);
    if (tells_nothing(family)) return tells_nothing(given) ? std::string() : given;
    return tells_nothing(given) ? family : given + " " + family;
  }

  /// An id such as "P3"; empty where the cell holds none that the case could name.
  static std::string id_in(std::string_view cell) {
    const std::string id = fold_space(cell);
    const bool fits = !id.empty() && id.size() <= 12 && is_letter_byte(id[0]) &&
                      std::all_of(id.begin(), id.end(), [](char c) { return is_digit(c) || is_small(c) || is_capital(c) || c == '-' || c == '_' || c == '.'; }) &&
                      std::any_of(id.begin(), id.end(), is_digit);
    return fits ? id : std::string();
  }

  void person_parts(const RowTold& told, NameTold name, Entry& made) {
    Record& person = made.record;
    const Origin at = told.origin;
    if (made.told == Field::none) {
      made.told = Field::other_person;
      tell(at.part, 0, "what this person is in the case is not understood, so they count as \"other\"", "write in the column Role one of subject, sibling, mother, father, relative, friend, practitioner, other or allowed");
    }
    person.set_attribute("role", made.told == Field::other_person ? "other" : std::string(code_of(made.told)));
    if (made.told == Field::allowed) person.set_attribute("publish", "name");
    if (const std::string sex = sex_told(told.of(Field::sex)); !sex.empty()) person.set_attribute("sex", sex);
    person.children.push_back(name_element(told, name.name));
    date(person, "born", told, Field::born);
    date(person, "died", told, Field::died);
    std::move(name.others.begin(), name.others.end(), std::back_inserter(person.children));
    names(told, person);
    identifiers(told, person);
    agency(person, told);
    address(person, told, made.told);
    if (const std::string comment = fold_space(told.of(Field::comment)); !comment.empty()) {
      comments(comment, person, at);
    }
  }

  /// A remark is kept, and where it says another name ("maiden name Brown", "known as Kasia") that is a name too.
  static void comments(const std::string& comment, Record& person, Origin at) {
    const NameTold told = name_told("x " + comment, at);
    for (const Record& each : told.others)
      if (each.content().size() <= 40 && !each.content().empty() && is_capital(each.content()[0])) person.children.push_back(each);
    for (Record& each : identifiers_within(comment, at)) person.children.push_back(std::move(each));
    person.children.push_back(element_of("comment", comment, at));
  }

  /// A column for addresses holds telephones, employers and remarks as well.
  void address(Record& person, const RowTold& told, Field who) {
    std::string place;
    const std::string cell = told.of(Field::address);
    for (const std::string_view line : split(cell, '\n')) {
      if (tells_nothing(line)) continue;
      if (Record number = identifier_told(line, told.origin); number.name != "number" || number.attribute("kind") != "other") {
        person.children.push_back(std::move(number));
        continue;
      }
      std::vector<Record> numbers = identifiers_within(line, told.origin);
      const bool street = is_address(line);
      for (Record& each : numbers) person.children.push_back(std::move(each));
      if (street) place += (place.empty() ? "" : ", ") + std::string(trim(line));
      else if (numbers.empty()) person.children.push_back(element_of("comment", fold_space(line), told.origin));
    }
    if (!place.empty()) lives_at(place, told, who);
  }

  /// The name in its parts, where the table tells them.
  static Record name_element(const RowTold& told, const std::string& whole) {
    if (told.has(Field::name) || tells_nothing(told.of(Field::family_name)) || tells_nothing(told.of(Field::given_name))) {
      return element_of("name", tells_nothing(told.of(Field::title)) ? whole : fold_space(told.of(Field::title)) + " " + whole, told.origin);
    }
    const NameParts parts = split_name(name_in_order(fold_space(name_told(fold_space(told.of(Field::given_name)), told.origin).name + " " + name_told(told.of(Field::family_name), told.origin).name)));
    return element_of("name", parts.full().empty() ? whole : parts.full(), told.origin);
  }

  static void add_all(Record& entry, std::vector<Record> more) {
    for (Record& each : more) entry.children.push_back(std::move(each));
  }

  static void names(const RowTold& told, Record& person) {
    static constexpr Field kinds[] = {Field::alias, Field::misspelling, Field::nickname, Field::former_name, Field::initials};
    for (const Field each : kinds)
      if (!tells_nothing(told.of(each))) add_all(person, other_names(told.of(each), code_of(each), "", told.origin));
  }

  static void identifiers(const RowTold& told, Record& entry) {
    for (const Field each : {Field::phone, Field::email, Field::username, Field::nhs, Field::national_insurance, Field::pupil, Field::social_care, Field::crime,
                             Field::police_national_computer, Field::court, Field::car, Field::number})
      for (const std::string& part : numbers_of_list(told.of(each))) {
        if (tells_nothing(part)) continue;
        Record said = identifier_told(part, told.origin);
        const bool look_decides = each == Field::number || said.name == "email" || (said.name == "phone" && each != Field::nhs);
        if (!look_decides) {
          const bool own = each == Field::phone || each == Field::email || each == Field::username;
          said = element_of(own ? std::string(code_of(each)) : "number", said.content(), told.origin);
          if (!own) said.set_attribute("kind", std::string(code_of(each)));
        }
        entry.children.push_back(std::move(said));
      }
  }

  static void place_parts(const RowTold& told, NameTold& name, Field made, Record& place) {
    const bool is_home = is_place(made) && (postcode_in(name.name) || (is_address(name.name) && name.name.find(',') != std::string::npos));
    place.children.push_back(element_of("name", is_home ? street_of(name.name) : name.name, told.origin));
    if (is_home) add_address(name.name, place, told.origin);
    for (const Field each : {Field::alias, Field::misspelling, Field::nickname, Field::former_name})
      if (!tells_nothing(told.of(each)))
        for (Record& other : other_names(told.of(each), "alias", "", told.origin)) name.others.push_back(std::move(other));
    for (Record& other : name.others) place.children.push_back(element_of("alias", other.content(), told.origin));
    if (const std::string address = told.of(Field::address); !tells_nothing(address)) add_address(address, place, told.origin);
    if (!tells_nothing(told.of(Field::postcode))) place.children.push_back(element_of("postcode", fold_space(told.of(Field::postcode)), told.origin));
    identifiers(told, place);
    const std::string comment = fold_space(told.of(Field::comment));
    if (const auto postcode = postcode_in(comment)) place.children.push_back(element_of("postcode", *postcode, told.origin));
    if (!comment.empty()) place.children.push_back(element_of("comment", comment, told.origin));
  }

  static void add_address(std::string_view cell, Record& place, Origin at) {
    std::string address = fold_space(replace_every(cell, "\n", ", "));
    if (const auto postcode = postcode_in(address)) {
      address = replace_every(address, *postcode, "");
      place.children.push_back(element_of("postcode", *postcode, at));
    }
    while (!address.empty() && (address.back() == ',' || address.back() == ' ' || address.back() == '.')) address.pop_back();
    if (!address.empty()) place.children.insert(place.children.begin() + 1, element_of("address", address, at));
  }

  /// "Tanyard Lane" of "Flat 2b, 14 Tanyard Lane, Harrow".
  static std::string street_of(std::string_view address) {
    std::string first;
    for (const std::string_view part : split(address, ',')) {
      const std::string_view words = trim(part);
      const bool flat = first.empty() && (ascii_lower(words).starts_with("flat ") || ascii_lower(words).starts_with("apartment ")) && words.size() < 12;
      if (!flat && first.empty()) first = std::string(words);
    }
    if (first.empty()) first = std::string(trim(address));
    const std::string number = first.substr(0, first.find(' '));
    const bool numbered = std::any_of(number.begin(), number.end(), is_digit) && first.size() > number.size();
    return numbered ? std::string(trim(std::string_view(first).substr(number.size()))) : first;
  }

  /// "14 Tanyard Lane, Harrow, ZZ99 1AA": a place of its own for each, since a person has no address in the register.
  void lives_at(const std::string& cell, const RowTold& told, Field who) {
    std::string text = fold_space(replace_every(cell, "\n", ", "));
    std::string postcode = fold_space(told.of(Field::postcode));
    if (const auto found = postcode_in(text)) postcode = *found, text = replace_every(text, *found, "");
    while (!text.empty() && (text.back() == ',' || text.back() == ' ' || text.back() == '.')) text.pop_back();
    const std::string street = street_of(text);
    if (street.empty() || !homes_.insert(ascii_lower(text)).second) return;
    Entry home;
    home.told = Field::street;
    home.record.name = "place";
    home.record.origin = told.origin;
    home.record.set_attribute("id", "");
    home.record.set_attribute("public", is_person(who) && who != Field::practitioner && who != Field::allowed && homes_.size() == 1 ? "the family home" : "an address");
    home.record.set_attribute("kind", "street");
    home.record.children.push_back(element_of("name", street, told.origin));
    if (text != street) home.record.children.push_back(element_of("address", text, told.origin));
    if (!tells_nothing(postcode)) home.record.children.push_back(element_of("postcode", postcode, told.origin));
    homes_found_.push_back(std::move(home));
    if (homes_found_.size() == 1)
      tell(told.origin.part, 0, "addresses of people are places of their own: the first is shown as \"the family home\", others as \"an address\"", "give an address a row of its own where readers should see something else");
  }

  void agency(Record& person, const RowTold& told) {
    const std::string cell = told.of(Field::agency);
    if (tells_nothing(cell)) return;
    const std::string ids = owners_of(cell, known_);
    if (!ids.empty() && ids.find(' ') == std::string::npos && ids != "board") return person.set_attribute("agency", ids);
    if (postcode_in(cell)) return lives_at(cell, told, Field::practitioner);
    person.children.push_back(element_of("comment", fold_space(cell), told.origin));
    if (!told_of_agencies_)
      tell(told.origin.part, 0, "who this person works for is no agency of case.xml, and is not replaced; other rows may be the same", "if it could give the family away, give it a row of its own; else name agencies as case.xml does");
    told_of_agencies_ = true;
  }

  void date(Record& person, const char* attribute, const RowTold& told, Field field) {
    const std::string cell = fold_space(told.of(field));
    if (tells_nothing(cell)) return;
    const WhenRead read = read_when(cell);
    if (read.when.from.known()) return person.set_attribute(attribute, iso(read.when.from));
    tell(told.origin.part, 0, std::string("the date of ") + (field == Field::born ? "birth" : "death") + " of this row cannot be read", "write a day, a month or a year: 09/03/2011, March 2011 or 2011");
    person.children.push_back(element_of("comment", cell, told.origin));
  }

  /// True where an attribute within holds that id.
  static bool speaks_of(const Record& record, std::string_view id) {  // as deep as the XML reader allows, 256
    if (id.empty()) return false;
    for (const auto& [name, value] : record.attributes)
      if (value == id) return true;
    return std::any_of(record.children.begin(), record.children.end(), [id](const Record& each) { return speaks_of(each, id); });
  }

  /// Ids for those that have none, subjects first, so that a case finds its child as P01.
  void give_ids() {
    for (Entry& each : homes_found_) entries_.push_back(std::move(each));
    homes_found_.clear();
    if (std::none_of(entries_.begin(), entries_.end(), [](const Entry& each) { return each.told == Field::subject; }))
      for (Entry& each : entries_)
        if (each.perhaps_subject) each.told = Field::subject, each.relations.clear(), each.record.set_attribute("role", "subject");
    // Ids of the table's own count where case.xml speaks of them; else its child is P01, as in every new case.
    const bool own = std::any_of(entries_.begin(), entries_.end(), [&](const Entry& each) { return each.told == Field::subject && speaks_of(known_.root, each.record.attribute("id")); });
    if (!own)
      for (Entry& each : entries_) each.record.set_attribute("id", "");
    std::set<std::string, std::less<>> taken;
    for (const Entry& each : entries_) taken.emplace(each.record.attribute("id"));
    std::map<char, int> counted;
    const auto give = [&](Entry& each) {
      if (!each.record.attribute("id").empty()) return;
      const char letter = each.record.name == "person" ? 'P' : each.record.name == "place" ? 'L' : 'O';
      std::string id;
      do {
        const int number = ++counted[letter];
        id = letter + std::string(number < 10 ? "0" : "") + std::to_string(number);
      } while (!taken.insert(id).second);
      each.record.set_attribute("id", id);
    };
    for (Entry& each : entries_)
      if (each.told == Field::subject) give(each);
    for (Entry& each : entries_) give(each);
  }

  /// The ids of those whom "Child A and Sibling 1" names; the subjects where it names nobody.
  std::vector<std::string> ids_of(std::string_view words) const {
    std::vector<std::string> ids;
    const std::string sought = ascii_lower(fold_space(words));
    std::string parted = replace_every(replace_every(sought, " and ", ","), "&", ",");
    for (const std::string_view part : split(parted, ',')) {
      const std::string_view name = trim(part);
      for (const Entry& each : entries_)
        if (each.record.name == "person" && !name.empty() && (ascii_lower(each.record.attribute("public")) == name || ascii_lower(each.record.attribute("id")) == name)) ids.emplace_back(each.record.attribute("id"));
    }
    const Field role = ids.empty() && !sought.empty() ? entry_told(sought) : Field::none;
    if (role != Field::none && role != Field::subject)
      for (const Entry& each : entries_)
        if (each.told == role) ids.emplace_back(each.record.attribute("id"));
    if (ids.size() > 1 && role != Field::none) ids.clear();  // two mothers: nobody knows whose
    return ids;
  }

  void relate() {
    std::vector<std::string> subjects;
    for (const Entry& each : entries_)
      if (each.told == Field::subject) subjects.emplace_back(each.record.attribute("id"));
    for (Entry& each : entries_) {
      if (each.record.name != "person" || each.told == Field::subject) continue;
      for (const RelationTold& relation : each.relations) relate(each, relation, subjects);
    }
  }

  void relate(Entry& each, const RelationTold& told, const std::vector<std::string>& subjects) const {
    static constexpr std::string_view vague[] = {"relative", "family", "family member", "extended family", "other", "wider family"};
    static constexpr std::string_view pairs[] = {"partner", "boyfriend", "girlfriend", "fianc", "cohabitee", "carer", "husband", "wife"};
    const bool kin = is_one_of({Field::mother, Field::father, Field::sibling, Field::relative}, each.told) ||
                     std::any_of(std::begin(pairs), std::end(pairs), [&](std::string_view word) { return told.kind.find(word) != std::string::npos; });
    if (!kin || told.kind.empty() || std::find(std::begin(vague), std::end(vague), told.kind) != std::end(vague)) return;
    std::vector<std::string> to = ids_of(told.to);
    const bool of_others = !to.empty() && std::none_of(to.begin(), to.end(), [&](const std::string& id) { return std::find(subjects.begin(), subjects.end(), id) != subjects.end(); });
    // The mother of the mother is a relative of the child.
    if (of_others && is_one_of({Field::mother, Field::father, Field::sibling}, each.told)) each.told = Field::relative, each.record.set_attribute("role", "relative");
    if (to.empty()) to = subjects;
    std::string kind = told.kind;
    while (!kind.empty() && (is_digit(kind.back()) || kind.back() == ' ')) kind.pop_back();
    for (const std::string& id : to) {
      if (id == each.record.attribute("id") || kind.empty()) continue;
      Record relation;
      relation.name = "relation";
      relation.origin = each.record.origin;
      relation.set_attribute("to", id);
      relation.set_attribute("kind", kind);
      each.record.children.push_back(std::move(relation));
    }
  }

  const Path& file_;
  std::uint32_t source_;
  const Case& known_;
  std::vector<Entry> entries_, homes_found_;
  std::set<std::string> homes_;   ///< addresses that have become places
  std::vector<Origin> unknown_columns_;
  Header last_;
  Field group_ = Field::none;     ///< of the rows at hand, as a line above them says
  bool names_alone_ = false;
  bool found_ = false, stopped_ = false, told_of_agencies_ = false;
  Faults faults_;
};

}  // namespace

namespace {

Result<Record> read_table(std::string_view bytes, const Path& file, std::uint32_t source, const Case& known, bool names_alone) {
  Result<std::vector<Grid>> grids = read_tables(bytes, file);
  if (!grids) return grids.faults();
  Result<Record> read = RegisterReader(file, source, known, names_alone).read(*grids);
  Faults faults;
  grids.move_faults_to(faults);
  read.move_faults_to(faults);
  if (!read) return faults;
  return {std::move(*read), std::move(faults)};
}

}  // namespace

Result<Record> read_register_table(std::string_view bytes, const Path& file, std::uint32_t source, const Case& known) { return read_table(bytes, file, source, known, false); }

Result<Record> read_names_table(std::string_view bytes, const Path& file) { return read_table(bytes, file, 1, Case(), true); }

}  // namespace casewright
