#include "assemble/pseudonymise.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "assemble/case_tree.h"
#include "base/disk.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "foreign/xml/xml.h"
#include "ingest/case/case_reader.h"
#include "ingest/case/people_reader.h"
#include "inspect/corpus.h"
#include "language/name_words.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

const Path fixtures = PROJECT_FOLDER "/tests/fixtures/pseudonymise";

/// The words that are no names, as every draft and every check asks for them.
const WordFilter* ordinary() {
  static const Result<Corpus> corpus = read_names_of_corpus(Disk{}, PROJECT_FOLDER "/corpus");
  REQUIRE(corpus.ok());
  REQUIRE(corpus->ordinary() != nullptr);
  return corpus->ordinary();
}

Record read_xml(const std::string& bytes, const Path& file) {
  Result<Record> record = xml::read(bytes, file, 1);
  for (const Fault& each : record.faults()) INFO(describe(each));
  REQUIRE(record.ok());
  return *std::move(record);
}

/// A case of one section whose paragraphs are the lines of input.txt (inline elements allowed).
Case case_of(const World& world, const Path& folder, const std::string& input) {
  Case whole;
  whole.sources.push_back("input.txt");
  whole.people = read_people(read_xml(*world.read_file(join(folder, "people.xml")), "people.xml"));
  const Path case_file = join(folder, "case.xml");
  whole.root = world.kind_of(case_file) == PathKind::file
                   ? read_xml(*world.read_file(case_file), "case.xml")
                   : read_xml("<case><subjects><subject person='P01'/></subjects></case>", "case.xml");
  if (const Record* agencies = whole.root.child("agencies"))
    for (const Record* each : agencies->all("agency"))
      whole.agencies.push_back({std::string(each->attribute("id")), std::string(each->attribute("name")),
                                std::string(each->attribute("public-name")), "", ""});
  if (const Record* publication = whole.root.child("publication"))
    if (const auto date = date_from_iso(publication->attribute("date"))) whole.publication = *date;
  std::string section = "<section id='narrative'>";
  for (const std::string_view line : split(input, '\n'))
    if (!line.empty()) section += "<p>" + std::string(line) + "</p>";
  whole.sections.push_back(read_xml(section + "</section>", "input.txt"));
  return whole;
}

/// A paragraph as the fixtures write it: uncertain words in [? ?], other elements as tags.
std::string shown(const Record& record) {
  if (record.is_text()) return escape_markup(record.text);
  std::string inside;
  for (const Record& each : record.children) inside += shown(each);
  if (record.name == "uncertain") return "[?" + inside + "?]";
  std::string attributes;
  for (const auto& [key, value] : record.attributes) attributes += " " + key + "='" + value + "'";
  return "<" + record.name + attributes + ">" + inside + "</" + record.name + ">";
}

std::string lines_of(const Record& section) {
  std::string lines;
  for (const Record& each : section.children) {
    if (each.name != "p") continue;
    for (const Record& part : each.children) lines += shown(part);
    lines += '\n';
  }
  return replace_every(lines, "&quot;", "\"");
}

void texts_of(const Record& record, std::vector<std::string>& texts) {
  for (const auto& [key, value] : record.attributes)
    if (key != "id" && key != "person" && key != "agency" && key != "place") texts.push_back(value);
  std::string line;
  for (const Record& each : record.children) {
    if (each.is_text()) line += each.text;
    else if (each.name == "em" || each.name == "strong" || each.name == "a") line += each.content();
    else if (each.name != "uncertain") texts_of(each, texts);
  }
  texts.push_back(line);
}

/// Every text of a public case that a reader could meet.
std::vector<std::string> texts_of(const PublicCase& known) {
  std::vector<std::string> texts;
  texts_of(known.root, texts);
  for (const auto* records : {&known.imrs, &known.sections, &known.actions, &known.people})
    for (const Record& each : *records) texts_of(each, texts);
  for (const IntegratedEvent& each : known.chronology) {
    const Event& event = each.event;
    texts.insert(texts.end(), {event.source, event.what, event.voice, event.outcome, event.comment, event.recorded_by, event.when.written});
    for (const auto& [heading, cell] : event.other) texts.insert(texts.end(), {heading, cell});
    texts.insert(texts.end(), each.conflicts.begin(), each.conflicts.end());
  }
  for (const Query& each : known.queries) texts.push_back(each.problem);
  return texts;
}

/// The property that pseudonymising must have: no sure form of any name is left.
void check_nobody_left(const PublicCase& known, const IdentitySearch& search) {
  for (const std::string& text : texts_of(known))
    for (const IdentityHit& hit : search.find_in(text)) {
      INFO(text);
      INFO(hit.how);
      CHECK_FALSE(hit.certain);
    }
}

/// What a check would call a possible name must stand within a mark: one search serves both.
void check_doubts_are_marked(const std::string& line, const IdentitySearch& search) {
  std::vector<bool> marked;
  std::string words;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const std::string_view rest = std::string_view(line).substr(at);
    const bool opens = rest.starts_with("[?"), closes = rest.starts_with("?]");
    if (opens || closes) {
      marked.resize(words.size(), closes);
      ++at;
    } else if (rest.front() == '<') {
      at += rest.find('>');
    } else {
      words += line[at];
    }
  }
  marked.resize(words.size(), false);
  const Prose prose = prose_of_text(words);
  for (const IdentityHit& hit : search.find(prose, ordinary())) {
    const std::string_view name = prose.view(hit.span);
    if (hit.certain || is_time_word(unicode::fold(name))) continue;  // "May" alone, whose day was taken away
    INFO(line);
    INFO(name);
    const auto begin = marked.begin() + hit.span.begin - prose.stretches.front().span.begin;
    CHECK(std::any_of(begin, begin + hit.span.length(), [](bool each) { return each; }));
  }
}

}  // namespace

TEST_CASE("names become public words and the sentence stays one") {
  Disk machine;
  World& disk = machine;
  const Result<std::vector<FolderEntry>> folders = disk.list_folder(fixtures);
  REQUIRE(folders.ok());
  for (const FolderEntry& entry : *folders) {
    if (entry.kind != PathKind::folder) continue;
    const Path folder = join(fixtures, entry.name);
    DYNAMIC_SECTION(entry.name) {
      const Case whole = case_of(disk, folder, *disk.read_file(join(folder, "input.txt")));
      const IdentitySearch search(whole.people);
      const PublicCase known = pseudonymise(whole, {}, search, ordinary());
      const std::string found = lines_of(known.sections.front());
      if (std::getenv("UPDATE_EXPECTED") != nullptr) REQUIRE(disk.write_file(join(folder, "expected.txt"), found).ok());
      const std::string expected = *disk.read_file(join(folder, "expected.txt"));
      const auto found_lines = split(found, '\n'), expected_lines = split(expected, '\n');
      CHECK(found_lines.size() == expected_lines.size());
      for (std::size_t i = 0; i < std::min(found_lines.size(), expected_lines.size()); ++i)
        CHECK(std::string(found_lines[i]) == std::string(expected_lines[i]));
      for (const std::string_view line : found_lines) check_doubts_are_marked(std::string(line), search);
      check_nobody_left(known, search);
    }
  }
}

TEST_CASE("a sample case keeps no name of its register") {
  const Disk disk;
  const Result<std::vector<FolderEntry>> samples = disk.list_folder(PROJECT_FOLDER "/samples");
  REQUIRE(samples.ok());
  for (const FolderEntry& sample : *samples) {
    if (disk.kind_of(PROJECT_FOLDER "/samples/" + sample.name + "/case.xml") != PathKind::file) continue;
    INFO(sample.name);
    Result<Case> whole = read_case(disk, PROJECT_FOLDER "/samples/" + sample.name, PROJECT_FOLDER "/templates/schemas");
    if (!whole.ok()) continue;  // the sample's own test tells why
    const IdentitySearch search(whole->people);
    const PublicCase known = pseudonymise(*whole, integrate(*whole), search, ordinary());
    check_nobody_left(known, search);
    if (std::getenv("SHOW_PUBLIC") != nullptr) {
      for (const std::string& text : texts_of(known))
        if (text.size() > 12) WARN(text);
      for (const Query& each : known.queries) WARN(each.field + " " + whole->sources[each.origin.source] + ":" + std::to_string(each.origin.part) + ": " + each.problem);
    }
  }
}

TEST_CASE("whatever stands round names, none is left and each sentence can be made") {
  const Disk disk;
  const std::vector<std::string> pieces{
      "Kasia", "Tobi", "Bożena", "O'Shea", "Nowak", "Ellery", "Dhaliwal", "Joanna May", "Will", "14 Tannery Row", "Tannery Row", "Wharnley", "St Brigids",
      "ZZ99 4RB", "07700 900217", "kasia.w83@post.example", "999 012 3457", "Mr", "Dr", "PC", "the", "a", "A", "I", "K", "W.", "M.L.", "O-W", "ap", "and", "&", "Mum",
      "Nan", "her", "social worker", "Tel", "no", "NHS number", "is", "on", "16", "Flat 2", "Academy", "North", "Quaverly", "Ńowak", "rang", "’s", "'s", "s", "é", "–"};
  const std::vector<std::string> joints{" ", " ", " ", " ", ", ", ". ", ".", "-", " (", ") ", ": ", "/", "\n", "; "};
  std::uint32_t number = 20261122;
  const auto next = [&number](std::size_t below) { return (number = number * 1664525u + 1013904223u) / 65536 % below; };
  std::string input;
  for (int line = 0; line < 2000; ++line) {
    for (std::size_t i = 1 + next(9); i > 0; --i) input += pieces[next(pieces.size())] + joints[next(joints.size())];
    input += '\n';
  }
  const Case whole = case_of(disk, join(fixtures, "addresses-and-labels"), replace_every(input, "&", "&amp;"));
  const IdentitySearch search(whole.people);
  const PublicCase known = pseudonymise(whole, {}, search, ordinary());
  for (const std::string& text : texts_of(known)) {
    INFO(text);
    CHECK(text.find("post.example") == std::string::npos);
    CHECK(text.find(" an an ") == std::string::npos);
    CHECK(text.find("Child K Child K") == std::string::npos);
  }
}

TEST_CASE("an event's doubtful words are marked, however many cells it has") {
  const Disk disk;
  const Case whole = case_of(disk, join(fixtures, "slips-of-names"), "x");
  Integrated integrated;
  IntegratedEvent event;
  event.event.id = "A1-1";
  event.event.what = "Kasia rang on 3 March 2014. Oluwaseum and Wisniewsak came.";
  event.event.other = {{"Present", "Kasia"}, {"Absent", "Oluwaseum"}};
  integrated.events.push_back(std::move(event));
  const IdentitySearch search(whole.people);
  const PublicCase known = pseudonymise(whole, std::move(integrated), search, ordinary());
  const CaseTree tree(known);
  const xpath::Asker asker(tree.tree());
  std::vector<std::string> marked;
  for (const xpath::Node node : asker.ask(*xpath::Expression::compile("chronology/event//uncertain"), tree.root()).nodes) marked.push_back(node.content());
  CHECK(marked == std::vector<std::string>{"Oluwaseum", "Wisniewsak", "Oluwaseum"});
  CHECK(asker.ask(*xpath::Expression::compile("string(chronology/event/what)"), tree.root()).text == "Mother rang in March 2014. Oluwaseum and Wisniewsak came.");
  CHECK(known.queries.size() == 3);
}

TEST_CASE("a plan keeps the day by which, and the month alone of what was done") {
  const Disk disk;
  Case whole = case_of(disk, join(fixtures, "dates"), "x");
  whole.actions.push_back(read_xml("<action id='X1'><what>Write to all by 3 January 2024.</what><taken>The team began on 3 January 2024.</taken></action>", "actions.xml"));
  const IdentitySearch search(whole.people);
  const PublicCase known = pseudonymise(whole, integrate(whole), search, ordinary());
  REQUIRE(known.actions.size() == 1);
  CHECK(known.actions[0].child("what")->content() == "Write to all by 3 January 2024.");
  CHECK(known.actions[0].child("taken")->content() == "The team began in January 2024.");
}

TEST_CASE("twenty thousand events are pseudonymised") {
  const Disk disk;
  Case whole = case_of(disk, join(fixtures, "hard-names"), "x");
  const std::string words =
      "Tobi was seen at home by Ms May with his mother Kasia on 3 March 2014 at 10.30 am. The house was cold and there was little "
      "food. Mother said that she would ring the school and ask for help with the lunches. The health visitor agreed to write to "
      "the GP and to call again in two weeks. Nobody asked Tobi what he thought of it, and no note was made of how he looked.";
  Integrated integrated;
  for (int i = 0; i < 20000; ++i) {
    IntegratedEvent event;
    event.event.id = "A1-" + std::to_string(i);
    event.event.what = words;
    event.event.source = "Health visitor record";
    event.event.recorded_by = "PC Mark Ellery";
    integrated.events.push_back(std::move(event));
  }
  const IdentitySearch search(whole.people);
  const PublicCase known = pseudonymise(whole, std::move(integrated), search, ordinary());
  CHECK(known.chronology.back().event.recorded_by == "Police Officer 1");
}
