#include "ingest/reviews/recommendation_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "ingest/values/labels.h"
#include "ingest/values/typed_number.h"

namespace casewright {
namespace {

constexpr std::size_t most_of_end = 90;    ///< bytes of a last sentence, or of what stands in brackets, that say who and by when
constexpr std::size_t least_alike = 70;    ///< bytes that two texts of one recommendation begin with

/// The last day in words, where nothing but a stop or a bracket follows it.
const DateInText* last_in(const std::vector<DateInText>& days, std::string_view words) {
  if (days.empty() || !days.back().date.known() || days.back().date.month == 0) return nullptr;
  const std::string_view behind = words.substr(days.back().span.end);
  return behind.find_first_not_of(" .)];") == std::string_view::npos ? &days.back() : nullptr;
}

/// True where the words before a day say that it is one to be ready by.
bool leads_to_due(std::string_view before) {
  const std::string lower = " " + ascii_lower(trim(before));
  for (const std::string_view lead : {" by", " by the end of", " by end of", " by end", " by the", " the end of", " end of", " before", " no later than", " from", " due", " due:", " due on", " target", " target date", " target date:", " until", " by:", " first one on", " starting", " completed by"})
    if (lower.ends_with(lead)) return true;
  return lower == " " || lower.ends_with(",") || lower.ends_with(" \xE2\x80\x93") || lower.ends_with(" -") || lower.ends_with("(") || lower.ends_with(".") || lower.ends_with(";");
}

void in_paragraphs(Record& text) {
  if (text.children.empty() || (!text.children.front().is_text() && text.children.front().name == "p")) return;
  Record first;
  first.name = "p";
  first.origin = text.origin;
  first.children = std::exchange(text.children, {});
  text.children.push_back(std::move(first));
}

}  // namespace

std::optional<RecommendationLead> lead_of(std::string_view text) {
  const std::string lower = ascii_lower(text);
  std::size_t at = 0;
  bool named = false;
  for (const std::string_view word : {"recommendation", "rec", "r"})
    if (lower.starts_with(word)) {
      at = word.size();
      named = word.size() > 1;
      break;
    }
  if (at == 0) return std::nullopt;
  const std::size_t behind_word = at;
  while (at < lower.size() && (lower[at] == ' ' || lower[at] == '.')) ++at;
  for (const std::string_view word : {"number ", "no. ", "no "})
    if (named && std::string_view(lower).substr(at).starts_with(word)) at += word.size();
  if (named && at + 1 < lower.size() && lower[at] == 'r' && is_digit(lower[at + 1])) ++at;
  const std::size_t number = at;
  while (at < lower.size() && (is_digit(lower[at]) || (lower[at] == '.' && at + 1 < lower.size() && is_digit(lower[at + 1])))) ++at;
  std::string said(text.substr(number, at - number));
  if (named && said.empty() && at > behind_word) {  // "Recommendation Three"
    const std::size_t end = std::min(lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at), lower.size());
    const std::size_t counted = end - at > 1 ? number_said_by(std::string_view(lower).substr(at, end - at)) : 0;
    if (counted > 0) said = std::to_string(counted), at = end;
  }
  RecommendationLead lead{said, at};
  if (lead.number.empty() && (!named || (behind_word < lower.size() && lower[behind_word] != ':'))) return std::nullopt;
  if (!named && number != behind_word) return std::nullopt;  // "R 4" is no number of ours
  if (at < lower.size() && std::string_view(" :.)").find(lower[at]) == std::string_view::npos && static_cast<unsigned char>(lower[at]) < 0x80 && lower[at] != '-') return std::nullopt;
  while (lead.words < text.size()) {
    const std::string_view rest = text.substr(lead.words);
    if (std::string_view(" :.)-").find(rest[0]) != std::string_view::npos) ++lead.words;
    else if (rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94")) lead.words += 3;
    else if (rest.starts_with("\xC2\xA0")) lead.words += 2;
    else break;
  }
  return lead;
}

std::string findings_in(std::string_view words) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!is_digit(words[at])) continue;
    const std::size_t from = at;
    while (at < words.size() && is_digit(words[at])) ++at;
    ids.push_back("F" + std::string(words.substr(from, at - from)));
  }
  return join_text(ids, " ");
}

Date due_at_end(std::string_view words) {
  const std::string text = fold_space(words);
  const std::vector<DateInText> days = find_dates(text);
  // "(Head of Nursing, March 2016): Visit every baby."
  if (const std::size_t close = text.find(')'); text.starts_with("(") && close < most_of_end)
    for (const DateInText& each : days)
      if (each.span.end <= close && each.date.month != 0 && each.date.known()) return each.date;
  const DateInText* last = last_in(days, text);
  if (last == nullptr || !leads_to_due(std::string_view(text).substr(0, last->span.begin))) return {};
  // In brackets, in a short sentence of its own, or behind "by" at the end of what is to be done.
  const std::string_view before = std::string_view(text).substr(0, last->span.begin);
  const std::size_t open = text.ends_with(')') || text.ends_with(").") ? text.rfind('(') : std::string::npos;
  const std::size_t stop = before.rfind(". ");
  const bool own = (open != std::string::npos && text.size() - open <= most_of_end) || (stop != std::string_view::npos && text.size() - stop <= most_of_end);
  const std::string lower = ascii_lower(trim(before));
  const bool by = lower.ends_with(" by") || lower.ends_with(" by the end of") || lower.ends_with(" by end of") || lower.ends_with(" no later than") || lower.ends_with(" before the end of");
  return own || by ? last->date : Date{};
}

bool recommends(std::string_view words) {
  const std::string lower = " " + replace_every(ascii_lower(fold_space(words)), ",", "") + " ";
  const auto& phrases = LabelGuide::of("review-sentences").labels();
  return std::any_of(phrases.begin(), phrases.end(), [&](const Label& each) { return each.field == Field::recommendation && lower.find(" " + each.words + " ") != std::string::npos; });
}

bool begin_alike(const Record& one, const Record& other) {
  const auto words = [](const Record& each) {
    const Record* text = each.child("text");
    std::string plain = text == nullptr ? std::string() : ascii_lower(fold_space(text->content()));
    while (plain.ends_with('.')) plain.pop_back();
    return plain;
  };
  const std::string a = words(one), b = words(other);
  return !a.empty() && !b.empty() && (a == b || (a.size() >= least_alike && b.size() >= least_alike && a.substr(0, least_alike) == b.substr(0, least_alike)));
}

void complete_recommendation(Record& recommendation, Record plan) {
  for (const char* name : {"due", "finding"})
    if (plan.has_attribute(name) && !recommendation.has_attribute(name)) recommendation.set_attribute(name, std::string(plan.attribute(name)));
  const bool same = begin_alike(recommendation, plan);
  for (Record& part : plan.children) {
    if (part.is_text()) continue;
    if (part.name == "text") {
      const auto own = std::find_if(recommendation.children.begin(), recommendation.children.end(), [](const Record& each) { return each.name == "text"; });
      if (own == recommendation.children.end()) continue;
      in_paragraphs(part);
      in_paragraphs(*own);
      for (std::size_t at = same ? 1 : 0; at < part.children.size(); ++at) own->children.push_back(std::move(part.children[at]));
    } else if (recommendation.child(part.name) == nullptr) {
      recommendation.children.push_back(std::move(part));
    }
  }
}

}  // namespace casewright
