#include "labelled_texts.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <stdexcept>

#include "base/fnv.h"
#include "base/text.h"
#include "foreign/json.h"
#include "foreign/unicode.h"
#include "ingest/readers.h"
#include "language/prose_reader.h"

namespace casewright::bench {
namespace {

json::Value read_json(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file + ": cannot be opened");
  return json::Value::parse(in);
}

/// The sets count characters; we count bytes.
class ByteOf {
 public:
  explicit ByteOf(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).bytes)
      at_.push_back(static_cast<std::uint32_t>(at));
    at_.push_back(static_cast<std::uint32_t>(text.size()));
  }
  std::uint32_t operator()(std::size_t character) const { return at_[std::min(character, at_.size() - 1)]; }

 private:
  std::vector<std::uint32_t> at_;
};

NameLabel label_named(std::string_view name) {
  for (std::size_t at = 0; at < name_labels; ++at)
    if (name_label_names[at] == name) return static_cast<NameLabel>(at);
  throw std::runtime_error(std::string(name) + ": no such label");
}

NameLabel benchmark_label(const std::string& type, bool mask) {
  static const std::map<std::string, NameLabel> types{
      {"PERSON", NameLabel::person}, {"LOC", NameLabel::place},         {"ORG", NameLabel::organisation},
      {"DATETIME", NameLabel::date}, {"CODE", NameLabel::code},         {"QUANTITY", NameLabel::quantity},
      {"DEM", NameLabel::demographic}, {"MISC", NameLabel::other}};
  const NameLabel label = types.at(type);
  if (mask) return label;
  return label == NameLabel::person ? NameLabel::public_person
         : label == NameLabel::organisation ? NameLabel::public_organisation : NameLabel::public_other;
}

NameLabel presidio_label(const std::string& type) {
  static const std::map<std::string, NameLabel> types{
      {"PERSON", NameLabel::person}, {"ADDRESS", NameLabel::place}, {"STREET_ADDRESS", NameLabel::place},
      {"LOCATION", NameLabel::place}, {"GPE", NameLabel::place}, {"ZIP_CODE", NameLabel::place},
      {"ORGANIZATION", NameLabel::organisation}, {"DATE_TIME", NameLabel::date}, {"AGE", NameLabel::quantity},
      {"NRP", NameLabel::demographic}, {"TITLE", NameLabel::none}, {"PREFIX", NameLabel::none}};
  const auto found = types.find(type);
  return found == types.end() ? NameLabel::code : found->second;
}

/// The words in plain small letters that begin the lines of `file`, each as far as one of `ends`.
std::vector<std::string> small_words(const std::string& file, const char* ends) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file + ": cannot be opened");
  std::vector<std::string> words;
  std::string line;
  while (std::getline(in, line)) {
    std::string word = line.substr(0, line.find_first_of(ends));
    const bool small = word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (small) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace

std::vector<LabelledText> read_benchmark(const std::string& file) {
  std::vector<LabelledText> texts;
  for (const json::Value& each : read_json(file)) {
    LabelledText text{each.at("doc_id"), each.at("text"), {}, 1};
    const ByteOf byte(text.text);
    for (const auto& annotator : each.at("annotations").items()) {
      for (const json::Value& mention : annotator.value().at("entity_mentions"))
        text.spans.push_back({{byte(mention.at("start_offset")), byte(mention.at("end_offset"))},
                              benchmark_label(mention.at("entity_type"), mention.at("identifier_type") != "NO_MASK")});
      break;
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<LabelledText> read_presidio(const std::string& file) {
  std::vector<LabelledText> texts;
  for (const json::Value& each : read_json(file)) {
    LabelledText text{"presidio-" + std::to_string(texts.size()), each.at("full_text"), {}, 1};
    if (text.text.find('{') != std::string::npos) continue;  // a template that was not filled
    const ByteOf byte(text.text);
    for (const json::Value& span : each.at("spans")) {
      const NameLabel label = presidio_label(span.at("entity_type"));
      if (label != NameLabel::none)
        text.spans.push_back({{byte(span.at("start_position")), byte(span.at("end_position"))}, label});
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<LabelledText> read_generated(const std::string& file) {
  std::vector<LabelledText> texts;
  for (const json::Value& each : read_json(file)) {
    LabelledText text{each.at("id"), each.at("text"), {}, 1};
    const ByteOf byte(text.text);
    for (const json::Value& span : each.at("spans"))
      text.spans.push_back({{byte(span.at(0)), byte(span.at(1))}, label_named(span.at(2).get<std::string>())});
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<LabelledText> read_plain(const std::string& file) {
  constexpr std::size_t at_once = 5;
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file + ": cannot be opened");
  std::vector<std::string> sentences;
  std::string line, sentence;
  bool plain = true;
  while (std::getline(in, line)) {
    if (line.starts_with("# text = ")) sentence = line.substr(9);
    if (line.find("\tPROPN\t") != std::string::npos || line.find("\tNUM\t") != std::string::npos ||
        line.find("\tX\t") != std::string::npos)
      plain = false;
    if (!line.empty()) continue;
    if (plain && !sentence.empty()) sentences.push_back(sentence);
    plain = true;
    sentence.clear();
  }
  std::vector<LabelledText> texts;
  for (std::size_t at = 0; at < sentences.size(); at += at_once) {
    LabelledText text{"plain-" + std::to_string(texts.size()), "", {}, 1};
    for (std::size_t each = at; each < std::min(at + at_once, sentences.size()); ++each) text.text += sentences[each] + "\n\n";
    texts.push_back(std::move(text));
  }
  return texts;
}

WordFilter read_dictionary(const std::string& stems, const std::string& common) {
  const std::vector<std::string> words = small_words(stems, "/\t\r"), more = small_words(common, "+-\r");
  WordFilter filter(words.size() + more.size() / 16);
  for (const std::string& each : words) filter.add(each);
  for (const std::string& each : more)
    if (!filter.knows_inflection_of(each)) filter.add(each);
  return filter;
}

namespace {

/// The folded words of the names that begin the lines of the files; of places those with four letters and more.
std::vector<std::string> words_of_names(const std::string& folder, std::initializer_list<const char*> files, std::size_t least) {
  std::vector<std::string> words;
  for (const char* file : files) {
    std::ifstream in(folder + "/" + file);
    if (!in) throw std::runtime_error(folder + "/" + file + ": cannot be opened");
    std::string line;
    while (std::getline(in, line)) {
      if (line.empty() || line[0] == '#') continue;
      const std::string folded = unicode::fold(line.substr(0, line.find('\t')));
      for (const std::string_view each : split(folded, ' '))
        if (each.size() >= least) words.emplace_back(each);
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

WordFilter filter_of(const std::vector<std::string>& words, bool whole) {
  WordFilter filter(words.size());
  for (const std::string& each : words)
    if (whole || fnv_hash(each) % 3 != 0) filter.add(each);
  return filter;
}

}  // namespace

NameListsPair read_name_lists(const std::string& folder) {
  const auto given = words_of_names(folder, {"uk_given_names.tsv", "faker_given_names.tsv", "cc0_forenames.tsv"}, 2);
  const auto family = words_of_names(folder, {"faker_surnames.tsv", "cc0_surnames.tsv"}, 2);
  const auto places = words_of_names(folder, {"gb_places.tsv"}, 4);
  const auto lists = [&](bool whole) { return NameLists{filter_of(given, whole), filter_of(family, whole), filter_of(places, whole)}; };
  return {lists(true), lists(false)};
}

LabelledProse prose_of(const LabelledText& text) {
  LabelledProse made;
  auto reading = read_report(text.text, Path(text.id + ".txt"));
  if (!reading) throw std::runtime_error(text.id + ": cannot be read as a report");
  made.prose = read_prose(reading->document, reading->container);
  std::vector<NameLabel> by_byte(text.text.size());
  for (const LabelledSpan& span : text.spans)
    std::fill(by_byte.begin() + span.span.begin, by_byte.begin() + std::max(span.span.begin, span.span.end), span.label);
  for (const Token& token : made.prose.tokens) {
    const Origin origin = made.prose.origin_at(token.begin);
    const bool known = origin.known() && origin.at < by_byte.size();
    made.labels.push_back(known ? by_byte[origin.at] : NameLabel::none);
    made.bytes.push_back(known ? origin.at : static_cast<std::uint32_t>(text.text.size()));
  }
  return made;
}

}  // namespace casewright::bench
