#include "ingest/imr_facts.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/text.h"
#include "ingest/when.h"

namespace casewright {
namespace {

constexpr std::size_t most_label_words = 8;
constexpr std::size_t most_line_bytes = 90;  ///< of a line that is a name, a post or a day

/// What is still to be filled in: "To write: ...", "[awaited]", "tbc".
bool is_open(std::string_view words) {
  const std::string lower = ascii_lower(words);
  return lower.starts_with("to write") || lower.starts_with("[") || lower == "tbc" || lower == "n/a" || lower == "-";
}

/// The day that is all of the words, with or without its weekday; unknown where they are none.
Date day_of(std::string_view words) {
  const WhenRead read = read_when(fold_space(words));
  return read.problem == WhenRead::Problem::none || read.problem == WhenRead::Problem::several ? read.when.from : Date{};
}
bool is_day(std::string_view words) {
  const std::string_view bare = trim(words);
  return bare.size() < 32 && bare.find_first_of("0123456789") != std::string_view::npos && day_of(bare).known();
}

/// The parts of "Ann Lea, Chief Nurse, Tarn Trust. 3 May 2024".
std::vector<std::string> parts_of(std::string_view words) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= words.size(); ++at) {
    const bool end = at == words.size() || words[at] == ',' || words[at] == '\n' || words[at] == ';';
    const bool sentence = !end && words[at] == '.' && at + 2 < words.size() && words[at + 1] == ' ' && at >= 4 && words[at - 2] != ' ' && words[at - 3] != ' ';
    if (!end && !sentence) continue;
    if (std::string part = fold_space(words.substr(from, at - from)); !part.empty()) parts.push_back(std::move(part));
    from = at + 1;
  }
  return parts;
}

bool has_one(std::string_view words, std::initializer_list<std::string_view> some) {
  return std::any_of(some.begin(), some.end(), [&](std::string_view each) { return words.find(each) != std::string_view::npos; });
}

/// True for two to six words that all begin with a capital, as names do.
bool is_like_a_name(std::string_view line) {
  std::size_t count = 0;
  for (const std::string_view word : split(line, ' ')) {
    if (word.empty()) continue;
    const unsigned char first = static_cast<unsigned char>(word[0]);
    const bool capital = (first >= 'A' && first <= 'Z') || first >= 0x80;
    if (!capital && !has_one(word, {"de", "van", "von", "der", "ap", "ni", "al-"})) return false;
    if (word.find_first_of("0123456789:") != std::string_view::npos) return false;
    ++count;
  }
  return count >= 2 && count <= 6;
}

/// The first day of a period and its last: "March 2022 up to and including 9 October 2023".
std::pair<Date, Date> period_of(std::string_view words) {
  const std::string text = fold_space(words), lower = ascii_lower(text);
  for (const std::string_view between : {" up to and including ", " up to ", " until ", " through to ", " to ", " \xE2\x80\x93 ", " - ", "\xE2\x80\x93", "-"})
    if (const std::size_t at = lower.find(between); at != std::string::npos) {
      std::string_view first = std::string_view(text).substr(0, at);
      if (lower.starts_with("from ")) first.remove_prefix(5);
      const Date from = day_of(first), to = day_of(std::string_view(text).substr(at + between.size()));
      if (from.known() && to.known()) return {from, to};
    }
  const When when = read_when(text).when;
  return {when.from, when.to.known() ? when.to : when.from};
}

/// What a label of a front sheet leads to; `none` for what is too long for one.
Field meaning_of(std::string_view label) {
  return split(fold_space(label), ' ').size() > most_label_words ? Field::none : LabelGuide::of("front-sheet").understand(label).field;
}

}  // namespace

void ImrFacts::keep(Value& value, std::string words, Origin origin) {
  if (!value.told()) value = {std::move(words), origin};
}

/// "Ann Lea, Chief Nurse, 3 May 2024": the name, the post and the day, each where it is not told yet.
void ImrFacts::put_person(bool signer, const std::string& words, Origin origin) {
  std::vector<std::string> parts = parts_of(words);
  signing_ = signer;
  while (!parts.empty() && parts.back().ends_with('.')) parts.back().pop_back();
  if (!parts.empty() && is_day(parts.back())) {
    if (signer) keep(signed_on_, iso(day_of(parts.back())), origin);
    parts.pop_back();
  }
  if (parts.empty()) return;
  keep(signer ? signer_ : author_, parts.front(), origin);
  parts.erase(parts.begin());
  if (const std::string post = join_text(parts, ", "); !post.empty()) keep(signer ? signers_post_ : post_, post, origin);
}

bool ImrFacts::put(Field field, std::string_view said, Origin origin) {
  std::string words(trim(said));
  while (!words.empty() && words.back() == '.' && field != Field::independent) words.pop_back();
  if (words.empty() || is_open(words)) return true;
  const auto day = [&](Value& value) {
    const Date date = day_of(words);
    if (date.known()) keep(value, iso(date), origin);
    return date.known();
  };
  switch (field) {
    case Field::author: put_person(false, words, origin); return true;
    case Field::signer:
      by_hand_ = !signer_.told();
      put_person(true, words, origin);
      return true;
    case Field::name:
      if (by_hand_) signer_ = {};
      by_hand_ = false;
      put_person(signing_ || author_.told(), words, origin);
      return true;
    case Field::post: keep(signing_ ? signers_post_ : post_, fold_space(words), origin); return true;
    case Field::independent: keep(independent_, fold_space(words), origin); return true;
    case Field::requested: return day(requested_);
    case Field::secured: return day(secured_);
    case Field::period: {
      const auto [from, to] = period_of(words);
      if (from.known() && !period_from_.told()) period_from_ = {iso(from), origin}, period_to_ = {iso(to), origin};
      return from.known();
    }
    case Field::date: return signing_ ? day(signed_on_) : is_day(words);
    case Field::kept: return true;
    default: break;
  }
  return false;
}

/// Lines, and sentences of one line, that begin with a label: "Asked for: 7 May 2015. Records secured: 8 May 2015."
bool ImrFacts::take_lines(std::string_view text, Origin origin) {
  Field open = Field::none;
  std::size_t from = 0, at = 0;
  bool all = true;
  while (at < text.size()) {
    const std::size_t colon = text.find(':', at);
    const std::size_t label = at;
    if (colon == std::string_view::npos) break;
    const Field field = meaning_of(trim(text.substr(label, colon - label)));
    if (field != Field::none) {
      if (open != Field::none) all = put(open, text.substr(from, label - from), origin) && all;
      else if (!trim(text.substr(from, label - from)).empty()) all = false;
      open = field;
      at = from = colon + 1;
    }
    const std::size_t line = text.find('\n', at), sentence = text.find(". ", at), next = std::min(line, sentence == std::string_view::npos ? sentence : sentence + 1);
    if (next == std::string_view::npos) break;
    at = next + 1;
  }
  if (open != Field::none) all = put(open, text.substr(from), origin) && all;
  return open != Field::none && all;
}

bool ImrFacts::take(const Block& block, const WrittenProse& prose) {
  if (block.kind != BlockKind::table) return take_lines(lines_of(block), prose.origin_of(block));
  bool all = true;
  for (const Block& row : block.children)
    for (std::size_t at = 0; at < row.children.size(); at += 2) {
      const Block& cell = row.children[at];
      std::string label = fold_space(cell.text());
      while (!label.empty() && label.back() == ':') label.pop_back();
      const Field field = at + 1 < row.children.size() ? meaning_of(label) : Field::none;
      if (field != Field::none) all = put(field, lines_of(row.children[at + 1]), prose.origin_of(row.children[at + 1])) && all;
      else all = take_lines(lines_of(cell), prose.origin_of(cell)) && all;
    }
  return all;
}

void ImrFacts::take_sign_off(std::span<const Block> blocks, const WrittenProse& prose) {
  signing_ = true;
  // What stands here is told in full; a front sheet may have it short.
  const Value signer = std::exchange(signer_, {}), post = std::exchange(signers_post_, {}), signed_on = std::exchange(signed_on_, {});
  for (const Block& block : blocks) {
    if (take(block, prose) || block.kind == BlockKind::table) continue;
    const std::string text = lines_of(block);
    for (const std::string_view each : split(text, '\n')) {
      const std::string line = fold_space(each);
      const Origin origin = prose.origin_of(block);
      const std::string first = parts_of(line).empty() ? std::string() : parts_of(line).front();
      if (is_day(line)) keep(signed_on_, iso(day_of(line)), origin);
      else if (line.size() <= most_line_bytes && line.find('(') != 0 && !signer_.told() && is_like_a_name(first) && line.find(" signed") == std::string::npos) put_person(true, line, origin);
      else if (line.size() <= most_line_bytes && signer_.told() && !signers_post_.told() && !line.ends_with('.') && line != signer_.words) keep(signers_post_, line, origin);
      else if (const std::size_t on = line.find(" on "); on != std::string::npos && !signed_on_.told())
        if (const Date day = read_when(std::string_view(line).substr(on + 4)).when.from; day.known()) keep(signed_on_, iso(day), origin);
    }
  }
  signing_ = false;
  if (!signer_.told()) signer_ = signer;
  if (!signers_post_.told() && signer_.words == signer.words) signers_post_ = post;
  if (!signed_on_.told()) signed_on_ = signed_on;
}

bool ImrFacts::take_prose(const Block& block, const WrittenProse& prose, bool about_author) {
  const std::string text = fold_space(lines_of(block)), lower = ascii_lower(text);
  if (text.empty() || is_heading(block)) return false;
  // "Wanda Lisle, Named nurse." below "The author"
  if (is_open(text)) return true;
  if (about_author && !author_.told() && text.size() <= most_line_bytes && text.find(',') != std::string::npos && is_like_a_name(parts_of(text).front())) {
    put_person(false, text, prose.origin_of(block));
    return true;
  }
  bool taken = false;
  for (const std::string_view by : {"written by ", "prepared by ", "compiled by ", "completed by "}) {
    const std::size_t at = lower.find(by);
    if (at == std::string::npos || author_.told()) continue;
    std::string_view behind = std::string_view(text).substr(at + by.size());
    const std::size_t who = ascii_lower(behind).find(", who "), end = std::min(behind.find(". "), who);
    const std::string person(behind.substr(0, end));
    if (!is_like_a_name(parts_of(person).empty() ? "" : parts_of(person).front())) continue;
    put_person(false, person, prose.origin_of(block));
    taken = true;
  }
  const bool says_so = has_one(lower, {"no part in", "no involvement", "not been involved", "no operational involvement", "not involved", "independent of", "has never worked", "has never line managed", "does not work at",
                                       "does not work for", "has not worked for", "no line management", "not line manage", "does not manage", "had no contact with"});
  if (!says_so && !about_author) return taken;
  if (!independent_.told() || about_author) {
    independent_.words += (independent_.told() ? " " : "") + text;
    if (!independent_.origin.known()) independent_.origin = prose.origin_of(block);
    taken = true;
  }
  return taken;
}

Record ImrFacts::element_with(const char* name, std::initializer_list<std::pair<const char*, const Value*>> parts) {
  Record made;
  made.name = name;
  for (const auto& [part, value] : parts) {
    if (!value->told()) continue;
    if (made.children.empty()) made.origin = value->origin;
    made.children.push_back(element_of(part, value->words, value->origin));
  }
  return made;
}

void ImrFacts::add_opening(Record& imr) const {
  if (Record author = element_with("author", {{"name", &author_}, {"post", &post_}, {"independent", &independent_}}); !author.children.empty()) imr.children.push_back(std::move(author));
  for (const auto& [name, value] : {std::pair{"requested-on", &requested_}, std::pair{"records-secured-on", &secured_}})
    if (value->told()) imr.children.push_back(element_of(name, value->words, value->origin));
  if (!period_from_.told()) return;
  Record period;
  period.name = "period";
  period.origin = period_from_.origin;
  period.set_attribute("from", period_from_.words);
  period.set_attribute("to", period_to_.words);
  imr.children.push_back(std::move(period));
}

void ImrFacts::add_sign_off(Record& imr) const {
  if (Record made = element_with("sign-off", {{"name", &signer_}, {"post", &signers_post_}, {"date", &signed_on_}}); !made.children.empty()) imr.children.push_back(std::move(made));
}

std::vector<std::string> ImrFacts::missing() const {
  std::vector<std::string> missing;
  for (const auto& [value, what] : {std::pair{&author_, "who wrote it"}, std::pair{&independent_, "how the author is independent"}, std::pair{&signer_, "who signed it"}})
    if (!value->told()) missing.emplace_back(what);
  return missing;
}

}  // namespace casewright
