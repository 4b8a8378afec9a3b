#include "assemble/contact_words.h"

#include <array>
#include <string>

#include "base/among.h"
#include "base/text.h"

namespace casewright {
namespace {

using std::string_view;

constexpr string_view not_given = "not given here";
constexpr std::array<string_view, 27> labels{"number",   "no",     "tel",          "telephone", "phone",    "mobile",   "email",    "e-mail",
                                             "ref",      "reference", "id",        "nhs",       "upn",      "registration", "reg",  "username",
                                             "address",  "landline",  "numbers",   "pnc",       "hcs",      "postcode", "code",     "post",
                                             "mob",      "fax",    "tele"};

std::size_t at(string_view text, string_view part) { return static_cast<std::size_t>(part.data() - text.data()); }

/// The label that ends before `end` with spaces, a colon or a stop between; empty where there is none.
string_view label_before(string_view text, std::size_t end, std::uint32_t from) {
  while (end > from && (text[end - 1] == ' ' || text[end - 1] == ':' || text[end - 1] == '.')) --end;
  const string_view word = word_before(text, end, false);
  return at(text, word) >= from && among(labels, ascii_lower(word)) ? word : string_view();
}

/// "NHS number" of "number", "Collar no" of "no": where all words of a label begin.
std::size_t whole_label(string_view text, string_view label) {
  std::size_t begin = at(text, label);
  while (true) {
    const string_view before = word_before(text, begin);
    if (before.empty() || !among(labels, ascii_lower(before))) break;
    begin = at(text, before);
  }
  return begin;
}

/// True where nothing but the label and the number is said: a line of a letter's head, a place in a list.
bool stands_alone(string_view text, std::size_t label, std::size_t end) {
  constexpr string_view opening = "(,;\n[", closing = ".,;)\n]";
  std::size_t before = label;
  while (before > 0 && text[before - 1] == ' ') --before;
  const bool opens = begins_sentence(text, label) || (before > 0 && opening.find(text[before - 1]) != string_view::npos);
  return opens && (end >= text.size() || closing.find(text[end]) != string_view::npos);
}

}  // namespace

bool is_contact(NameKind kind) {
  return kind == NameKind::email || kind == NameKind::username || kind == NameKind::phone || kind == NameKind::number;
}

string_view words_for_contact(NameKind kind) {
  if (kind == NameKind::email) return "an email address";
  if (kind == NameKind::username) return "an online name";
  return kind == NameKind::phone ? "a telephone number" : "a reference number";
}

std::optional<Edit> under_its_label(string_view text, const Naming& naming, std::uint32_t from) {
  const Span span = naming.span;
  if (const std::string verb = ascii_lower(word_before(text, span.begin)); verb == "is" || verb == "was") {
    const std::size_t subject = at(text, word_before(text, span.begin));
    const string_view label = word_before(text, subject);
    if (!label.empty() && at(text, label) >= from && among(labels, ascii_lower(label))) return Edit{span, std::string(not_given)};
  }
  const string_view label = label_before(text, span.begin, from);
  if (label.empty()) return std::nullopt;
  const std::size_t label_end = at(text, label) + label.size();
  if (label_end == span.begin) return std::nullopt;
  if (stands_alone(text, whole_label(text, label), span.end)) {
    const bool spaced = text[span.begin - 1] == ' ';
    return Edit{span, (spaced ? "" : " ") + std::string(not_given)};
  }
  const std::string word = ascii_lower(label);
  if (word == "no") return Edit{{static_cast<std::uint32_t>(label_end - label.size()), span.end}, "number"};
  return Edit{{static_cast<std::uint32_t>(label_end), span.end}, ""};
}

}  // namespace casewright
