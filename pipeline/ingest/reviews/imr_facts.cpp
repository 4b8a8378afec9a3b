#include "ingest/reviews/imr_facts.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "ingest/values/when.h"

namespace casewright {
namespace {

constexpr std::size_t most_line_bytes = 90;   ///< of a line that is a name, a post or a day
constexpr std::size_t most_inner_label_words = 5;   ///< of a label within a line
constexpr std::size_t most_before_labels = 60; ///< bytes of a line that stand before its labels
constexpr std::size_t most_lines_of_post = 2; ///< "Brigadier", "Commander, North"

/// A label in a text, and where what it leads to begins.
struct LabelAt {
  Field field = Field::none;
  std::size_t at = 0, value = 0;
  bool within = false;  ///< behind other words of its line
};

/// A label that ends at `colon`, behind other words: the fewest words from a capital on that are one.
LabelAt label_within(std::string_view text, std::size_t from, std::size_t colon) {
  std::size_t at = colon;
  for (std::size_t words = 0; words < most_inner_label_words && at > from; ++words) {
    while (at > from && text[at - 1] == ' ') --at;
    while (at > from && text[at - 1] != ' ' && text[at - 1] != '\n') --at;
    const std::string_view word = text.substr(at, colon - at);
    if (word.substr(0, word.find(' ')).find_first_of(",;.:)]") != std::string_view::npos) return {};
    if (at == from) continue;
    const Field field = meaning_of(word);
    // "... Ann Lea dated: 3 May": a day may follow in small letters
    if (is_capital(word[0]) ? field != Field::none : field == Field::date) return {field, at, colon + 1, true};
  }
  return {};
}

/// Where the next sentence of a text ends; a stop behind an initial ends none.
std::size_t stop_from(std::string_view text, std::size_t from) {
  std::size_t at = text.find(". ", from);
  while (at != std::string_view::npos && (at < 2 || text[at - 2] == ' ' || text[at - 2] == '.')) at = text.find(". ", at + 1);
  return at;
}

/// The labels of a text: at the head of a line or a sentence, and within one where there are several, or behind a dash.
std::vector<LabelAt> labels_in(std::string_view text) {
  std::vector<LabelAt> labels;
  bool at_head = true;  // of a line or a sentence
  for (std::size_t head = 0; head < text.size();) {
    const std::size_t line = std::min(text.find('\n', head), text.size()), colon = text.find(':', head), sentence = stop_from(text, head);
    if (colon < line && (sentence == std::string_view::npos || colon < sentence)) {
      const Field field = at_head ? meaning_of(trim(text.substr(head, colon - head))) : Field::none;
      LabelAt found = field != Field::none ? LabelAt{field, head, colon + 1, false} : label_within(text, head, colon);
      if (found.field != Field::none) labels.push_back(found);
      head = colon + 1;
      at_head = false;
      continue;
    }
    at_head = true;
    head = std::min(line, sentence == std::string_view::npos ? line : sentence + 1) + 1;
  }
  const bool several = labels.size() > 1;
  std::erase_if(labels, [&](const LabelAt& each) {
    const std::string_view before = trim(text.substr(0, each.at));
    return each.within && !several && !before.ends_with("-") && !before.ends_with("\xE2\x80\x93") && !before.ends_with("]");
  });
  return labels;
}

/// A note to oneself behind what is told: "3 May 2022 [check with Fi]".
std::string_view without_note(std::string_view words) {
  const std::size_t open = words.find('[');
  return open == std::string_view::npos || open == 0 ? words : trim(words.substr(0, open));
}

/// "M. J. Lea", "A Lea": a name as it is signed.
bool has_initials(std::string_view name) {
  const std::size_t end = name.find(' ');
  return end != std::string_view::npos && (end == 1 || (end == 2 && name[1] == '.'));
}

/// What stands beside a label; a "No" or "None" to a question keeps what it answers.
std::string answer_of(const FrontRow::Told& told) {
  std::string words = lines_of(*told.cell);
  const std::string first = plain_label(words.substr(0, words.find_first_of(" .,;:")));
  if (told.field != Field::independent || told.label.empty() || !among({"no", "none", "not", "never", "yes", "n a"}, first)) return words;
  return told.label + (told.label.ends_with('?') || told.label.ends_with('.') ? " " : ": ") + words;
}

std::string_view last_word(std::string_view words) { return words.substr(words.rfind(' ') + 1); }

}  // namespace

void ImrFacts::keep(Value& value, std::string words, Origin origin) {
  if (!value.told()) value = {std::move(words), origin};
}

/// "Ann Lea, Chief Nurse, 3 May 2024": the name, the post and the day, each where it is not told yet.
void ImrFacts::put_person(bool signer, const std::string& words, Origin origin) { put_person(signer, person_in(words), origin); }

void ImrFacts::put_person(bool signer, const ToldPerson& person, Origin origin) {
  signing_ = signer;
  if (signer && person.date.known()) keep(signed_on_, iso(person.date), origin);
  if (!person.name.empty() && meaning_of(person.name) == Field::none) keep(signer ? signer_ : author_, person.name, origin);
  if (!person.post.empty()) keep(signer ? signers_post_ : post_, person.post, origin);
}

bool ImrFacts::put(Field field, std::string_view said, Origin origin) {
  std::string words(without_note(trim(said)));
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
    case Field::post:
      if (const Field label = meaning_of(words); label == Field::post || label == Field::name) return true;  // "Job title", still to be filled in
      keep(signing_ ? signers_post_ : post_, fold_space(words), origin);
      return true;
    case Field::independent: keep(independent_, fold_space(words), origin); return true;
    case Field::requested: return day(requested_);
    case Field::secured: return day(secured_);
    case Field::period: {
      const auto [from, to] = period_of(words);
      if (from.known() && !period_from_.told()) period_from_ = {iso(from), origin}, period_to_ = {iso(to), origin};
      return from.known();
    }
    case Field::period_from:
    case Field::period_to: {
      const Date date = is_day(words) ? day_of(words) : Date{};
      if (date.known()) keep(field == Field::period_from ? period_from_ : period_to_, iso(date), origin);
      return date.known();
    }
    case Field::date: return signing_ ? day(signed_on_) : is_day(words);
    case Field::kept: return true;
    default: break;
  }
  return false;
}

/// Lines that begin with a label, sentences that do, and several labels in one line: "Asked for: 7 May 2015. Records secured: 8 May 2015."
bool ImrFacts::take_lines(std::string_view said, Origin origin) {
  const std::string plain = replace_every(said, "\xC2\xA0", " ");
  const std::string_view text = plain;
  const std::vector<LabelAt> labels = labels_in(text);
  if (labels.empty()) return false;
  bool all = trim(text.substr(0, labels.front().at)).size() <= (labels.size() > 1 ? most_before_labels : 0);
  for (std::size_t each = 0; each < labels.size(); ++each)
    all = put(labels[each].field, text.substr(labels[each].value, each + 1 < labels.size() ? labels[each + 1].at - labels[each].value : std::string_view::npos), origin) && all;
  return all;
}

bool ImrFacts::take(const Block& block, const WrittenProse& prose) {
  if (block.kind != BlockKind::table) return take_lines(lines_of(block), prose.origin_of(block));
  bool all = true;
  const bool signing = signing_;
  for (const FrontRow& row : rows_of_front(block)) {
    if (row.person && (signing || row.role != Field::none)) {
      take_signer(row, prose);
      continue;
    }
    for (const FrontRow::Told& told : row.told) all = put(told.field, answer_of(told), prose.origin_of(*told.cell)) && all;
    for (const Block* each : row.loose) all = take_lines(lines_of(*each), prose.origin_of(*each)) && all;
  }
  return all;
}

/// A row for somebody who signed: the last one counts, but not who wrote the review, nor who only looked it through.
void ImrFacts::take_signer(const FrontRow& row, const WrittenProse& prose) {
  if (row.role != Field::signer && row.role != Field::none) return;
  Value name, post, day;
  for (const FrontRow::Told& told : row.told) {
    const std::string words = fold_space(lines_of(*told.cell));
    const Origin origin = prose.origin_of(*told.cell);
    if (words.empty() || is_open(words)) continue;
    if (told.field == Field::name) {
      const ToldPerson person = person_in(words);
      name = {person.name, origin};
      if (!person.post.empty()) post = {person.post, origin};
    } else if (told.field == Field::post) {
      post = {words, origin};
    } else if (told.field == Field::date && is_day(words)) {
      day = {iso(day_of(words)), origin};
    }
  }
  if (!name.told() || name.words == author_.words) return;
  signer_ = std::move(name), signers_post_ = std::move(post), signed_on_ = std::move(day);
}

void ImrFacts::take_sign_off(std::span<const Block> blocks, const WrittenProse& prose) {
  signing_ = true;
  // What stands here is told in full; a front sheet may have it short.
  const Value signer = std::exchange(signer_, {}), post = std::exchange(signers_post_, {}), signed_on = std::exchange(signed_on_, {});
  std::size_t lines_of_post = 0;
  for (const Block& block : blocks) {
    const std::string text = lines_of(block);
    if (take(block, prose) || block.kind == BlockKind::table || is_open(text)) continue;
    const Origin origin = prose.origin_of(block);
    if (const ToldPerson person = signer_in(text); !signer_.told() && !person.name.empty()) {
      put_person(true, person, origin);
      continue;
    }
    for (const std::string_view each : split(text, '\n')) sign_line(fold_space(each), origin, lines_of_post);
  }
  signing_ = false;
  if (!signer_.told()) signer_ = signer;
  if (!signers_post_.told() && signer_.words == signer.words) signers_post_ = post;
  if (!signed_on_.told()) signed_on_ = signed_on;
}

/// A line where a review is signed: a day, a name with or without its post, a post below its name.
void ImrFacts::sign_line(const std::string& line, Origin origin, std::size_t& lines_of_post) {
  const ToldPerson person = person_in(line);
  const bool short_enough = person.name.size() + person.post.size() <= most_line_bytes && line.find('(') != 0;
  const bool named = short_enough && is_like_a_name(person.name) && line.find(" signed") == std::string::npos && line.find(':') == std::string::npos;
  const bool spelt_out = named && signer_.told() && has_initials(signer_.words) && !has_initials(person.name) && last_word(person.name) == last_word(signer_.words);
  if (line.empty() || is_open(line)) return;
  if (is_day(line)) {
    keep(signed_on_, iso(day_of(line)), origin);
  } else if (named && (!signer_.told() || spelt_out)) {
    if (spelt_out) signer_ = {};
    put_person(true, person, origin);
    lines_of_post = signers_post_.told() ? most_lines_of_post : 0;
  } else if (line.size() <= most_line_bytes && signer_.told() && lines_of_post < most_lines_of_post && !line.ends_with('.') && line.find(':') == std::string::npos && line[0] != '(' && line != signer_.words) {
    if (lines_of_post > 0) signers_post_.words += ", " + line;
    else keep(signers_post_, line, origin);
    ++lines_of_post;
  } else if (const std::size_t on = line.find(" on "); on != std::string::npos && !signed_on_.told()) {
    if (const Date day = read_when(std::string_view(line).substr(on + 4)).when.from; day.known()) keep(signed_on_, iso(day), origin);
  }
}

bool ImrFacts::take_sentences(const ToldInSentences& told, Origin origin) {
  const bool new_author = !told.author.name.empty() && !author_.told();
  if (new_author) put_person(false, told.author, origin);
  if (told.requested.known()) keep(requested_, iso(told.requested), origin);
  if (told.period.first.known() && !period_from_.told()) period_from_ = {iso(told.period.first), origin}, period_to_ = {iso(told.period.second), origin};
  return new_author || told.requested.known() || told.period.first.known();
}

bool ImrFacts::take_prose(const Block& block, const WrittenProse& prose, bool about_author) {
  const std::string text = fold_space(lines_of(block));
  if (text.empty() || is_heading(block)) return false;
  if (is_open(text)) return true;
  const Origin origin = prose.origin_of(block);
  // "Wanda Lisle, Named nurse." below "The author"
  const std::vector<std::string> parts = parts_of(text);
  if (about_author && !author_.told() && text.size() <= most_line_bytes && parts.size() > 1 && is_like_a_name(parts.front())) {
    put_person(false, text, origin);
    return true;
  }
  const ToldInSentences told = told_in_sentences(lines_of(block));
  const bool taken = take_sentences(told, origin);
  if (told.independent.empty() && !about_author) return taken;
  if (independent_.told() && !about_author) return taken;
  const std::string& words = about_author || !told.anything() ? text : told.independent;
  independent_.words += (independent_.told() ? " " : "") + words;
  if (!independent_.origin.known()) independent_.origin = origin;
  return true;
}

void ImrFacts::take_weak(const Block& block, const WrittenProse& prose) {
  const std::string text = lines_of(block);
  for (const std::string_view line : split(text, '\n')) {
    const Origin origin = prose.origin_of(block);
    take_lines(line, origin);
    take_sentences(told_in_sentences(line), origin);
  }
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
  if (!period_from_.told() || !period_to_.told()) return;
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
