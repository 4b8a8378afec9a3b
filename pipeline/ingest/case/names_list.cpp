#include "ingest/case/names_list.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "foreign/encoding.h"
#include "foreign/xml/xml.h"
#include "ingest/case/people_reader.h"
#include "ingest/case/register_cells.h"
#include "ingest/case/register_table.h"
#include "ingest/papers/bundle.h"
#include "ingest/papers/grid_document.h"
#include "ingest/readers.h"

namespace casewright {
namespace {

constexpr std::size_t longest_line = 120;  // bytes; a longer one is prose

/// A line without its number or bullet.
std::string_view without_mark(std::string_view line) {
  line = trim(line);
  for (const std::string_view mark : {"\xE2\x80\xA2", "\xE2\x80\x93 ", "- ", "* ", "\xC2\xB7"})
    if (line.starts_with(mark)) return trim(line.substr(mark.size()));
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && digits < 4 && digits < line.size() && (line[digits] == '.' || line[digits] == ')')) return trim(line.substr(digits + 1));
  return line;
}

/// The name that a line begins with: "Tobiasz Nowak (Tobi)" of "Tobiasz Nowak (Tobi) - the older brother".
std::string_view name_part(std::string_view line) {
  std::size_t end = line.size();
  for (const std::string_view sign : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " = ", ": ", ";", "\t", " is the ", " was the ", " -> "}) end = std::min(end, line.find(sign));
  line = line.substr(0, end);
  // "Nowak, Tobiasz" is a name; "Tobiasz Nowak, older brother" tells more.
  const std::size_t comma = line.find(',');
  if (comma == std::string_view::npos) return trim(line);
  const std::string_view behind = trim(line.substr(comma + 1));
  const bool turned = trim(line.substr(0, comma)).find(' ') == std::string_view::npos && !behind.empty() && is_capital(behind[0]);
  return turned ? trim(line) : trim(line.substr(0, comma));
}

/// "Family:", "Places and schools": what stands over some of the names.
bool heads_names(std::string_view line) {
  if (line.ends_with(':')) return true;
  const std::string lower = ascii_lower(line);
  const auto words = split(lower, ' ');
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return among({"and", "of", "the", "other", "others", "wider", "family", "families", "professional", "professionals", "practitioners", "staff", "places", "schools", "friends", "children", "siblings", "parents",
                  "addresses", "numbers", "names", "people", "agencies", "relatives", "carers", "household", "members", "neighbours"}, word);
  });
}

/// True for a place or a body with a name of its own: "Larchmere Primary School", and not "Primary School".
bool names_a_place(std::string_view name) {
  const std::size_t blank = name.find(' ');
  if (blank == std::string_view::npos || !is_capital(name[0])) return false;
  static constexpr std::string_view general[] = {"primary", "secondary", "nursery", "infant", "infants", "junior", "high", "grammar", "special", "general", "community", "children's", "care", "foster", "family", "local", "the", "a", "an",
                                                 "her", "his", "their", "previous", "former", "current", "old", "new", "maternity", "district", "acute", "mental", "health", "housing", "residential", "council", "temporary", "first", "second"};
  return !among(general, ascii_lower(name.substr(0, blank)));
}

/// The name behind what somebody is: "Edna Moss" of "Maternal grandmother Edna Moss"; empty where none stands there.
std::string_view name_behind_role(std::string_view words) {
  std::size_t from = words.size();
  for (std::size_t at = words.size(); at > 0;) {
    const std::size_t blank = words.rfind(' ', at - 1);
    const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
    if (begin >= words.size() || !is_capital(words[begin]) || entry_told(words.substr(begin, at - begin)) != Field::none) break;
    from = begin;
    if (blank == std::string_view::npos) break;
    at = blank;
  }
  const std::string_view name = words.substr(from);
  const bool ranked = from > 0 && among({"pc", "dc", "ds", "di", "dci", "wpc", "sgt", "sergeant", "constable", "inspector", "dr", "nurse", "sister", "judge", "reverend", "rev"}, ascii_lower(trim(words.substr(0, from))));
  return from > 0 && (ranked || name.find(' ') != std::string_view::npos) ? name : std::string_view();
}

/// The words of a line that hold no figures, without brackets that do: "Ewan Larch" of "Ewan Larch (dob 3/4/2011)", "PC Dale" of "PC 4471 Dale".
std::string without_figures(std::string_view line) {
  std::string text(line);
  for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
    const std::size_t close = std::min(text.find(')', open), text.size() - 1);
    if (std::none_of(text.begin() + static_cast<std::ptrdiff_t>(open), text.begin() + static_cast<std::ptrdiff_t>(close), is_digit)) continue;
    text.erase(open, close - open + 1);
    if (open > 0) --open;
  }
  std::string kept;
  for (const std::string_view word : split(text, ' '))
    if (!word.empty() && std::none_of(word.begin(), word.end(), is_digit)) kept += (kept.empty() ? "" : " ") + std::string(word);
  return kept;
}

/// True for a line that begins as a name does, two words with capitals, and not as a number's label does ("NHS Number").
bool begins_with_name(std::string_view words) {
  const std::size_t blank = words.find(' ');
  if (blank == std::string_view::npos || blank + 1 >= words.size() || !is_capital(words[0]) || !is_capital(words[blank + 1])) return false;
  return !among({"nhs", "tel", "telephone", "phone", "mobile", "case", "crime", "ref", "reference", "number", "no", "email", "e-mail", "chi", "upn", "urn", "ni", "national", "file", "hospital", "police", "court", "mosaic", "liquidlogic"}, ascii_lower(words.substr(0, blank)));
}

class LinesReader {
 public:
  explicit LinesReader(const Path& file) : file_(file) {}

  void line(std::string_view whole, std::uint32_t number) {
    const std::string folded = fold_space(replace_every(std::string(whole), "\xC2\xA0", " "));
    const std::string_view words = without_mark(folded);
    if (words.empty() || words.starts_with('#')) return;
    if (words.size() > longest_line) return skip(number);
    const Origin at{1, number, 0};
    if (is_address(words)) return place(words, at);
    constexpr std::ptrdiff_t least_digits = 5;  // fewer are no number of a person: "Social Worker 1"
    const std::string plain = without_figures(words);
    const bool of_figures = std::count_if(words.begin(), words.end(), is_digit) >= least_digits || words.find('@') != std::string_view::npos;
    if (of_figures && !begins_with_name(plain)) return number_of_somebody(words, at);
    told_beside_ = of_figures ? identifiers_within(words, at) : std::vector<Record>();
    const std::string_view name = name_part(plain);
    if (name.empty() || heads_names(words) || std::none_of(name.begin(), name.end(), is_letter_byte)) return skip(number);
    const Field told = entry_told(name);
    if (told == Field::none) return person(name, at);
    if ((is_place(told) || told == Field::organisation) && names_a_place(name)) return place_named(name, told, at);
    if (const std::string_view behind = name_behind_role(name); !behind.empty()) return person(behind, at);
    skip(number);
  }

  Record take() { return std::move(people_); }
  std::size_t entries() const { return people_.children.size(); }
  Faults faults() const {
    if (skipped_ == 0) return {};
    return {{file_, first_skipped_, 0, std::to_string(skipped_) + (skipped_ == 1 ? " line is no name" : " lines are no names") + ", address or number, and not looked for", "write one name on each line, what it tells of somebody behind a dash", true}};
  }

 private:
  void person(std::string_view name, Origin at) {
    NameTold told = name_told(name, at);
    Record entry = made("person", at);
    entry.children.push_back(element_of("name", name_in_order(told.name), at));
    std::move(told.others.begin(), told.others.end(), std::back_inserter(entry.children));
    std::move(told_beside_.begin(), told_beside_.end(), std::back_inserter(entry.children));
    told_beside_.clear();
    people_.children.push_back(std::move(entry));
  }

  void place(std::string_view words, Origin at) {
    Record entry = made("place", at);
    entry.set_attribute("kind", "street");
    entry.children.push_back(element_of("address", std::string(words), at));
    if (const auto postcode = postcode_in(words)) entry.children.push_back(element_of("postcode", *postcode, at));
    people_.children.push_back(std::move(entry));
  }

  void place_named(std::string_view name, Field told, Origin at) {
    Record entry = made(told == Field::organisation ? "organisation" : "place", at);
    if (told != Field::organisation) entry.set_attribute("kind", told == Field::other_place ? "other" : std::string(code_of(told)));
    entry.children.push_back(element_of("name", std::string(name), at));
    people_.children.push_back(std::move(entry));
  }

  void number_of_somebody(std::string_view words, Origin at) {
    Record entry = made("person", at);
    entry.children.push_back(identifier_told(words, at));
    people_.children.push_back(std::move(entry));
  }

  void skip(std::uint32_t number) {
    if (skipped_++ == 0) first_skipped_ = number;
  }

  Record made(const char* name, Origin at) {
    Record entry;
    entry.name = name;
    entry.origin = at;
    entry.set_attribute("id", "N" + std::to_string(people_.children.size() + 1));
    entry.set_attribute("public", "");
    return entry;
  }

  const Path& file_;
  Record people_;
  std::vector<Record> told_beside_;  ///< numbers that stand behind the name of the line
  std::size_t skipped_ = 0;
  std::uint32_t first_skipped_ = 0;
};

Fault holds_no_name(const Path& file) { return {file, 0, 0, "this file holds no list of names", "write one name on each line, or a table with a column Name"}; }

Result<Register> from_lines(const std::vector<std::string>& lines, const Path& file) {
  LinesReader reader(file);
  for (std::size_t at = 0; at < lines.size(); ++at) reader.line(lines[at], static_cast<std::uint32_t>(at + 1));
  if (reader.entries() == 0) return holds_no_name(file);
  const Faults faults = reader.faults();
  return {read_people(reader.take()), faults};
}

/// The first cells of a table without headings, or the lines of a text.
Result<Register> from_document(const std::string& bytes, const Path& file) {
  std::vector<std::string> lines;
  if (const Result<std::vector<Grid>> grids = casewright::read_tables(bytes, file); grids && !grids->empty()) {
    for (const Grid& grid : *grids)
      for (const Row& row : grid.rows)
        if (!row.cells.empty()) lines.push_back(row.cells.front().text);
  } else {
    Result<Reading> reading = read_report(bytes, file);
    if (!reading) return reading.faults();
    walk(reading->document.blocks, [&](const Block& block, std::size_t) {
      if (block.kind == BlockKind::title || block.kind == BlockKind::heading || block.kind == BlockKind::furniture) return;
      std::string words;
      for (const Inline& run : block.inlines) words += run.kind == InlineKind::line_break ? "\n" : run.text;
      for (const std::string_view line : split(words, '\n'))
        if (!trim(line).empty()) lines.emplace_back(line);
    });
  }
  return from_lines(lines, file);
}

}  // namespace

Result<Register> read_names_list(const World& world, const Path& file, const Path& schemas) {
  constexpr std::uint64_t most_bytes = 32u << 20;
  if (extension(file) == ".xml") {
    xml::Schemas read(world, schemas);
    Bundle bundle(world, parent_folder(file), read);
    const std::optional<Record> people = bundle.xml(file_name(file), "people.rng", bundle.add_source(file_name(file)));
    if (!people) return bundle.faults.stop;
    return {read_people(*people), bundle.faults.tell};
  }
  Result<std::string> bytes = world.read_file(file, most_bytes);
  if (!bytes) return bytes.faults();
  if (extension(file) == ".txt" || extension(file) == ".md") {
    const encoding::Decoded text = encoding::to_utf8(*bytes);
    std::vector<std::string> lines;
    for (const std::string_view line : split(text.text, '\n')) lines.emplace_back(trim(line));
    return from_lines(lines, file);
  }
  Result<Record> table = read_names_table(*bytes, file);
  if (table && !table->children.empty()) return {read_people(*table), table.faults()};
  Result<Register> listed = from_document(*bytes, file);
  return listed ? std::move(listed) : Result<Register>(holds_no_name(file));
}

}  // namespace casewright
