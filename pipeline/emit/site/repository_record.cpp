#include "emit/site/repository_record.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/json.h"

namespace casewright {
namespace {

struct Term {
  std::string_view keyword, words;
};

/// What a report calls a thing, and what the repository calls it.
constexpr Term terms[] = {
    {"child neglect", "neglect"},
    {"domestic abuse", "domestic abuse"},
    {"domestic abuse", "domestic violence"},
    {"physical abuse", "physical abuse"},
    {"child sexual abuse", "sexual abuse"},
    {"child sexual exploitation", "sexual exploitation"},
    {"child criminal exploitation", "criminal exploitation"},
    {"non-accidental head injury", "head injury"},
    {"infants", "baby"},
    {"parental mental health", "mental health"},
    {"substance misuse", "substance"},
    {"alcohol misuse", "alcohol"},
    {"suicide", "suicide"},
    {"school attendance", "attendance"},
    {"home education", "home educat"},
    {"children in care", "in care"},
    {"information sharing", "information sharing"},
    {"information sharing", "share information"},
    {"professional curiosity", "professional curiosity"},
    {"voice of the child", "voice of the child"},
    {"voice of the child", "child's voice"},
    {"supervision", "supervision"},
    {"early help", "early help"},
};

constexpr std::size_t fewest_mentions = 3;
constexpr std::size_t most_keywords = 8;

std::size_t mentions(std::string_view text, std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + words.size())) ++count;
  return count;
}

bool names_section(std::string_view sections, std::string_view name) {
  const auto parts = split(sections, ' ');
  return std::find(parts.begin(), parts.end(), name) != parts.end();
}

/// The items of the lists in a section, or its paragraphs where it has no list; folded to one line each.
std::vector<std::string> points_of(const Document& report, std::string_view section) {
  std::vector<std::string> items, paragraphs;
  bool inside = false;
  int depth = 0;
  walk(report.blocks, [&](const Block& block, std::size_t) {
    if (block.kind == BlockKind::heading) {
      const bool named = names_section(block.section, section);
      if (named && !inside) depth = block.level;
      inside = named || (inside && block.level > depth && block.section.empty());
    }
    if (!inside) return;
    std::string words = fold_space(block.text());
    if (words.empty()) return;
    if (block.kind == BlockKind::list_item)
      items.push_back(block.number.empty() ? words : block.number + " " + words);
    if (block.kind == BlockKind::paragraph) paragraphs.push_back(std::move(words));
  });
  return items.empty() ? paragraphs : items;
}

std::string first_sentence(const std::vector<std::string>& paragraphs) {
  if (paragraphs.empty()) return {};
  const std::size_t end = paragraphs[0].find(". ");
  return end == std::string::npos ? paragraphs[0] : paragraphs[0].substr(0, end + 1);
}

std::vector<std::string> keywords_of(const Document& report) {
  std::string text;
  walk(report.blocks, [&text](const Block& block, std::size_t) { text += ascii_lower(block.text()) + "\n"; });
  text = replace_every(text, "\xE2\x80\x99", "'");
  std::vector<std::pair<std::size_t, std::string>> counted;
  for (const Term& term : terms) {
    const std::size_t count = mentions(text, term.words);
    const auto same = std::find_if(counted.begin(), counted.end(), [&](const auto& each) { return each.second == term.keyword; });
    if (same != counted.end()) same->first += count;
    else counted.emplace_back(count, term.keyword);
  }
  std::erase_if(counted, [](const auto& each) { return each.first < fewest_mentions; });
  std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> keywords;
  for (const auto& each : counted)
    if (keywords.size() < most_keywords) keywords.push_back(each.second);
  return keywords;
}

/// Paragraphs of 72 letters or so, each line begun with `indent`.
std::string wrapped(std::string_view words, std::string_view indent) {
  std::string text(indent);
  std::size_t column = indent.size();
  for (const std::string_view word : split(words, ' ')) {
    const std::size_t width = count_characters(word);
    if (column > indent.size() && column + 1 + width > 76) {
      text += "\n" + std::string(indent);
      column = indent.size();
    } else if (column > indent.size()) {
      text += ' ';
      ++column;
    }
    text += word;
    column += width;
  }
  return text + "\n";
}

void add_field(std::string& text, std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  text += "\n" + std::string(name) + "\n";
  for (const std::string& value : values) text += wrapped(value, "  ");
}

}  // namespace

RepositoryRecord completed(RepositoryRecord record, const Document& report) {
  if (record.publisher.empty()) record.publisher = report.board.empty() ? "Anonymous" : report.board;
  if (record.abstract.empty()) record.abstract = first_sentence(points_of(report, "reason"));
  if (record.abstract.empty()) record.abstract = first_sentence(points_of(report, "introduction"));
  if (record.learning.empty()) record.learning = points_of(report, "learning");
  if (record.learning.empty()) record.learning = points_of(report, "findings");
  if (record.recommendations.empty()) record.recommendations = points_of(report, "recommendations");
  if (record.model.empty()) record.model = first_sentence(points_of(report, "methodology"));
  if (record.keywords.empty()) record.keywords = keywords_of(report);
  return record;
}

std::string write_record_json(const RepositoryRecord& record, const std::string& title, const Date& published,
                              const std::string& file_name) {
  const json::Value value = {{"year", published.year},
                             {"publisher", record.publisher},
                             {"title", title},
                             {"subject", record.subject},
                             {"published", iso(published)},
                             {"abstract", record.abstract},
                             {"learning", record.learning},
                             {"recommendations", record.recommendations},
                             {"model", record.model},
                             {"keywords", record.keywords},
                             {"file_name", file_name}};
  return value.dump(1, ' ', false, json::Value::error_handler_t::replace) + "\n";
}

std::string write_record_text(const RepositoryRecord& record, const std::string& title, const Date& published,
                              const std::string& file_name) {
  std::string text = wrapped(std::to_string(published.year) + " - " + record.publisher + " - " + title, "");
  const auto one = [](const std::string& value) {
    return value.empty() ? std::vector<std::string>() : std::vector<std::string>{value};
  };
  add_field(text, "Subject", one(record.subject));
  add_field(text, "Date of publication", one(long_form(published)));
  add_field(text, "Summary", one(record.abstract));
  add_field(text, "Learning", record.learning);
  add_field(text, "Recommendations", record.recommendations);
  add_field(text, "Model", one(record.model));
  add_field(text, "Keywords", one(join_text(record.keywords, ", ")));
  add_field(text, "File", one(file_name));
  return text;
}

}  // namespace casewright
