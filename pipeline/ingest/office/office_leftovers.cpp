#include "ingest/office/office_leftovers.h"

#include <algorithm>
#include <utility>

#include "base/letters.h"
#include "base/text.h"
#include "foreign/pdf/own_marks.h"
#include "ingest/office/office_known_words.h"

namespace casewright {
namespace {

constexpr std::size_t shortest_name = 3;    // letters; shorter words are marks of a format far oftener than names
constexpr std::size_t most_leftovers = 2'000;  // of a file, each an item; what comes behind them stands together in the last

/// True for the first byte of a letter that may begin a name: a capital, or one of a script beside the plain Latin letters; signs such
/// as bullets and arrows, and those of symbol fonts, are none.
bool leads(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return is_capital(first) || (byte >= 0xC3 && byte != 0xE2 && byte < 0xEE);
}

/// One word of a value: where it stands and how it is written.
struct ValueWord {
  std::string_view text;
  bool led = false;  ///< begins with a capital
};

/// The words of a value: runs of letters, parted where a capital follows a small letter.
void words_of(std::string_view value, std::vector<ValueWord>& words) {
  words.clear();
  for (std::size_t at = 0; at < value.size();) {
    if (!is_letter_byte(value[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < value.size() && is_letter_byte(value[end]) && !(is_capital(value[end]) && is_small(value[end - 1]))) ++end;
    words.push_back({value.substr(at, end - at), leads(value[at])});
    at = end;
  }
}

/// True for a value that only a program reads: an address of a schema, digits, one run of letters too long for a name.
bool is_code(std::string_view value, bool one_run) {
  constexpr std::size_t longest_run = 64;
  for (const char* begin : {"http:", "https:", "urn:", "{"})
    if (value.starts_with(begin)) return true;
  if (!one_run) return false;
  const auto digits = static_cast<std::size_t>(std::count_if(value.begin(), value.end(), is_digit));
  return digits * 4 >= value.size() || (value.size() > longest_run && value.find_first_of("_%-.") == std::string_view::npos);
}

bool is_plain_lower(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) { return is_small(c) || c == '-' || c == '_' || c == ' ' || c == '.'; });
}

/// True where some of the words could be a name: one that begins with a capital and that no program writes into every file, or two
/// small ones that something joins ("shanice_moore").
bool could_name(std::string_view value, const std::vector<ValueWord>& words) {
  std::size_t small = 0;
  bool unknown = false;
  for (const ValueWord& each : words) {
    if (each.text.size() < shortest_name) continue;
    const bool known = is_office_word(ascii_lower(each.text));
    if (each.led && !known) return true;
    small += !each.led;
    unknown = unknown || !known;
  }
  return unknown && small >= 2 && words.size() <= 4 && is_plain_lower(value);
}

/// The value without quotation marks around it, as fonts are often written ("'Gill Sans'").
std::string_view unquoted(std::string_view value) {
  while (!value.empty() && (value.front() == '\'' || value.front() == '"')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == '\'' || value.back() == '"')) value.remove_suffix(1);
  return value;
}

/// A code of small letters first, as the formats write their choices ("lowerLetter").
bool is_choice(std::string_view value) { return !value.empty() && is_small(value.front()) && std::all_of(value.begin(), value.end(), is_letter); }

std::string decoded(std::string_view value) { return value.find("%20") == std::string_view::npos ? std::string(value) : replace_every(value, "%20", " "); }

/// The words without what stands round them and is no word: "Mother %1." as a list's label.
std::string_view inner_words(std::string_view words) {
  while (!words.empty() && !is_letter_byte(words.front())) words.remove_prefix(1);
  while (!words.empty() && !is_letter_byte(words.back())) words.remove_suffix(1);
  return words;
}

std::string local_name(std::string_view name) { return std::string(name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1)); }

}  // namespace

std::string words_of_office_value(std::string_view given) {
  const std::string_view value = unquoted(given);
  if (value.size() < shortest_name || is_choice(value)) return {};
  const bool one_run = value.find(' ') == std::string_view::npos;
  if (is_code(value, one_run) || is_office_value(ascii_lower(value))) return {};
  std::vector<ValueWord> words;
  const std::string whole = decoded(value);
  words_of(whole, words);
  if (!could_name(whole, words)) return {};
  if (!one_run || value.find('@') != std::string_view::npos) return fold_space(whole);
  std::string told;
  for (const ValueWord& each : words) {
    told += told.empty() ? "" : " ";
    told += each.text;
    if (char& first = told[told.size() - each.text.size()]; is_small(first) && is_plain_lower(whole)) first = to_capital(first);
  }
  return told;
}

void OfficeLeftovers::keep(std::string words, std::string where, Origin origin) {
  if (words.empty() || shown_.has(words)) return;
  kept_.push_back({std::move(words), std::move(where), origin});
}

void OfficeLeftovers::attributes(const OfficeNode& node, const std::string& name, std::uint32_t part) {
  for (const auto& [attribute, value] : node.attributes) {
    if (value.size() < shortest_name || is_choice(value) || !seen_.insert(value).second) continue;
    if (std::string words = words_of_office_value(value); !words.empty()) keep(std::move(words), attribute + " of " + local_name(node.name) + " in " + name, {1, part, node.at});
  }
}

void OfficeLeftovers::text(const OfficeNode& node) {
  constexpr std::string_view soft_hyphen = "\xC2\xAD";  // readers leave it out
  const std::string words = node.text.find(soft_hyphen) == std::string::npos ? node.text : replace_every(node.text, soft_hyphen, "");
  if (shown_.goes_on(words, cursor_)) return;
  if (open_text_.empty()) open_at_ = node.at;
  open_text_ += words;
}

/// True where the page shows what could be a name in the text, however readers put the rest: without a number or a bullet, in pieces.
bool OfficeLeftovers::shows_names_of(std::string_view text) const {
  std::vector<ValueWord> words;
  words_of(text, words);
  std::string_view run;
  for (const ValueWord& each : words) {
    const bool goes_on = each.led && !run.empty() && each.text.data() == run.data() + run.size() + 1;
    if (!goes_on && !run.empty() && !shown_.has(run)) return false;
    if (goes_on) run = std::string_view(run.data(), run.size() + 1 + each.text.size());
    else run = each.led && each.text.size() >= shortest_name ? each.text : std::string_view();
  }
  return run.empty() || shown_.has(run);
}

void OfficeLeftovers::end_text(const std::string& name, std::uint32_t part) {
  if (open_text_.empty()) return;
  std::vector<ValueWord> words;
  const std::string text = fold_space(std::exchange(open_text_, {}));
  words_of(text, words);
  if (could_name(text, words) && seen_.insert(text).second && !shows_names_of(text)) keep(text, "words in " + name, {1, part, open_at_});
}

void OfficeLeftovers::gather(const OfficeNode& root, const std::string& name, std::uint32_t part) {
  std::vector<const OfficeNode*> open{&root};
  while (!open.empty()) {
    const OfficeNode& node = *open.back();
    open.pop_back();
    if (node.name.empty()) {
      text(node);
      continue;
    }
    if (node.is("w:comment") && is_own_mark(node.attribute("author"), node.content())) continue;
    // The pieces of a paragraph belong together, in spans and runs of whatever depth; other elements each say something of their own.
    const bool piece = node.is("w:r") || node.is("w:t") || node.is("a:r") || node.is("a:t") || node.is("text:span") || node.is("w:rPr") || node.is("w:instrText") || node.is("w:delText");
    if (!piece) end_text(name, part);
    attributes(node, name, part);
    for (auto each = node.children.rbegin(); each != node.children.rend(); ++each) open.push_back(&*each);
  }
  end_text(name, part);
}

void OfficeLeftovers::settle(Container& container) const {
  std::string told;
  for (const Carried& each : container.items) told += ascii_lower(fold_space(each.text)) + "\n" + ascii_lower(fold_space(each.author)) + "\n";
  std::size_t put = 0;
  std::unordered_set<std::string> once;
  for (const Leftover& each : kept_) {
    const std::string low = ascii_lower(each.words);
    if (told.find(inner_words(low)) != std::string::npos || !once.insert(low).second) continue;
    if (put++ >= most_leftovers) {
      container.items.back().text += "; " + each.words;
      continue;
    }
    Carried item{CarriedKind::private_data, each.where, each.words, "", each.origin, 0, {}};
    item.risk = "part-name";
    container.items.push_back(std::move(item));
  }
}

}  // namespace casewright
