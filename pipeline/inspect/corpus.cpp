#include "inspect/corpus.h"

#include <algorithm>
#include <charconv>

#include "base/sorted_lines.h"
#include "base/text.h"
#include "foreign/xml/xml.h"
#include "language/token_scanner.h"

namespace casewright {
namespace {

constexpr std::uint64_t most_corpus_bytes = 8 << 20;

/// The lines of a word list without comments ("# ...") and empty ones.
template <class Take>
void read_list(const World& world, const Path& path, Faults& faults, Take take) {
  auto bytes = world.read_file(path, most_corpus_bytes);
  bytes.move_faults_to(faults);
  if (!bytes) return;
  for (std::string_view line : split(*bytes, '\n')) {
    line = trim(line.substr(0, line.find('#')));
    if (!line.empty()) take(line);
  }
}

std::optional<Record> read_xml(const World& world, const Path& path, Faults& faults) {
  auto bytes = world.read_file(path, most_corpus_bytes);
  bytes.move_faults_to(faults);
  if (!bytes) return std::nullopt;
  auto record = xml::read(*bytes, path, 1);
  record.move_faults_to(faults);
  if (!record) return std::nullopt;
  return std::move(record).value();
}

void read_acronyms(const Record& root, Corpus& corpus) {
  for (const Record* acronym : root.all("acronym")) {
    std::vector<std::string>& meanings = corpus.acronyms[std::string(acronym->attribute("short"))];
    for (const Record* meaning : acronym->all("meaning")) {
      meanings.push_back(fold_space(meaning->content()));
      corpus.field_terms.insert("=" + meanings.back());
    }
    if (acronym->attribute("household") == "yes")
      corpus.household.insert(std::string(acronym->attribute("short")));
  }
}

void read_holidays(const World& world, const Path& folder, Corpus& corpus, Faults& faults) {
  std::map<std::string_view, Holidays> lists;
  for (const Nation& each : review_regimes().nations) {
    const Path path = join(folder, each.holidays);
    const auto [list, fresh] = lists.try_emplace(each.holidays);
    Holidays& days = list->second;
    if (fresh)
      read_list(world, path, faults, [&](std::string_view line) {
        const auto day = date_from_iso(line);
        if (day && day->exact())
          days.push_back(*day);
        else
          faults.push_back({path, 0, 0, "'" + std::string(line) + "' is no day", "write it as 2027-12-25"});
      });
    std::sort(days.begin(), days.end());
    corpus.holidays[each.code] = days;
  }
}

void read_names(const World& world, const Path& path, Corpus& corpus, Faults& faults) {
  constexpr std::size_t largest = 8u << 20;
  const auto bytes = world.hold_file(path, largest);
  if (!bytes) return faults.insert(faults.end(), bytes.faults().begin(), bytes.faults().end()), void();
  if (auto model = NameModel::from_bytes(*bytes)) corpus.names = std::make_shared<const NameModel>(std::move(*model));
  else faults.push_back({path, 0, 0, "this is no model of names", "install Casewright again, or train one: tests/bench/anonymisation/README.md"});
}

void read_heading_weights(const World& world, const Path& path, Corpus& corpus, Faults& faults) {
  auto text = world.read_file(path, most_corpus_bytes);
  text.move_faults_to(faults);
  if (!text) return;
  if (auto weights = HeadingWeights::from_text(std::move(*text))) corpus.sections.set_weights(std::move(*weights));
  else faults.push_back({path, 0, 0, "this file does not hold what Casewright knows of headings", "install Casewright again; whoever trains it anew finds how in tests/bench/sections/README.md"});
}

void read_headings(const World& world, const Path& folder, Corpus& corpus, Faults& faults) {
  const Path sections = join(folder, "section-synonyms.xml");
  if (const auto root = read_xml(world, sections, faults)) corpus.sections = SectionWordings::read(*root, sections, faults);
  read_heading_weights(world, join(folder, "models/headings.txt"), corpus, faults);
  if (auto names = world.read_file(join(folder, "given-names.txt"), most_corpus_bytes)) names->erase(0, end_of_remarks(*names)), corpus.sections.set_given_names(std::move(*names));
  else names.move_faults_to(faults);
}

}  // namespace

const Holidays& Corpus::holidays_of(std::string_view nation) const {
  static const Holidays none;
  const auto found = holidays.find(std::string(nation));
  return found == holidays.end() ? none : found->second;
}

Result<Corpus> read_names_of_corpus(const World& world, const Path& folder) {
  Corpus corpus;
  Faults faults;
  read_names(world, join(folder, "models/names.bin"), corpus, faults);
  return {std::move(corpus), std::move(faults)};
}

Result<Corpus> read_headings_of_corpus(const World& world, const Path& folder) {
  Corpus corpus;
  Faults faults;
  read_headings(world, folder, corpus, faults);
  return {std::move(corpus), std::move(faults)};
}

Result<Corpus> read_corpus(const World& world, const Path& folder) {
  Corpus corpus;
  Faults faults;
  read_headings(world, folder, corpus, faults);
  corpus.regimes = RegimeBook::of(review_regimes().regimes);
  const Path reviews = join(folder, "reviews.xml");
  if (const auto root = read_xml(world, reviews, faults)) corpus.duties = DutyBook::read(*root, reviews, faults);
  if (const auto root = read_xml(world, join(folder, "acronyms.xml"), faults)) read_acronyms(*root, corpus);
  read_list(world, join(folder, "irregular-participles.txt"), faults,
            [&](std::string_view word) { corpus.lexicon.participles.emplace(word); });
  read_list(world, join(folder, "states.txt"), faults,
            [&](std::string_view word) { corpus.lexicon.states.emplace(word); });
  read_list(world, join(folder, "familiar-words.txt"), faults,
            [&](std::string_view word) { corpus.lexicon.familiar.insert(ascii_lower(word)); });
  read_list(world, join(folder, "field-words.txt"), faults,
            [&](std::string_view word) { corpus.field_words.emplace_back(word); });
  read_list(world, join(folder, "field-terms.txt"), faults,
            [&](std::string_view term) { corpus.field_terms.insert(term); });
  read_list(world, join(folder, "naming-words.txt"), faults,
            [&](std::string_view word) { corpus.naming_words.emplace(word); });
  read_list(world, join(folder, "doubtful-words.txt"), faults,
            [&](std::string_view word) { corpus.doubtful.emplace(word); });
  read_list(world, join(folder, "numbered-things.txt"), faults,
            [&](std::string_view words) { corpus.things.insert(ascii_lower(words)); });
  read_list(world, join(folder, "councils.txt"), faults,
            [&](std::string_view area) { corpus.councils.insert(area_words(area)); });
  read_list(world, join(folder, "peoples.txt"), faults,
            [&](std::string_view word) { corpus.peoples.insert(ascii_lower(word)); });
  read_list(world, join(folder, "known-things.txt"), faults,
            [&](std::string_view line) { corpus.known_things.insert(area_words(line.substr(0, line.find('\t')))); });
  if (auto common = world.read_file(join(folder, "common-words.txt"), most_corpus_bytes)) common->erase(0, end_of_remarks(*common)), corpus.common_words = std::move(*common);
  else common.move_faults_to(faults);
  // Our own list first: it holds the British way where the two differ.
  for (const std::string_view list : {"syllables.txt", "syllables-cmudict.txt"})
    read_list(world, join(folder, list), faults, [&](std::string_view line) {
      const std::size_t space = line.find(' ');
      const std::string_view number = space == std::string_view::npos ? std::string_view() : line.substr(space + 1);
      int count = 0;
      if (std::from_chars(number.data(), number.data() + number.size(), count).ec == std::errc())
        corpus.lexicon.syllables.emplace(line.substr(0, space), count);
    });
  read_holidays(world, join(folder, "holidays"), corpus, faults);
  read_names(world, join(folder, "models/names.bin"), corpus, faults);
  return {std::move(corpus), std::move(faults)};
}

}  // namespace casewright
