#include "assemble/role_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "assemble/edit.h"
#include "assemble/other_words.h"
#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "language/name_words.h"

namespace casewright {
namespace {

using std::string_view;

constexpr std::array<string_view, 9> owners{"his", "her", "their", "its", "our", "my", "your", "whose", "both"};
/// Which of two relations of one kind is meant: "her maternal grandmother".
constexpr std::array<string_view, 13> nearer{"maternal", "paternal", "late", "own", "new", "then", "current", "previous", "former", "older", "younger", "eldest", "great"};

/// What people call a relation that public names end in.
constexpr std::array<OtherWords, 9> relations{{
    {"mother", " mum mummy mam mammy mom ma mama "},
    {"father", " dad daddy da tad papa pa "},
    {"grandmother", " nan nana nanna nanny nain gran granny grannie grandma grandmum mamgu babcia mgm pgm "},
    {"grandfather", " grandad granddad grandpa gramps grandpop taid tadcu tad-cu dziadek mgf pgf "},
    {"aunt", " auntie aunty "},
    {"uncle", " unc "},
    {"partner", " stepdad stepfather step-dad step-father stepmum stepmother step-mum step-mother boyfriend girlfriend "},
    {"stepfather", " stepdad step-dad step-father "},
    {"stepmother", " stepmum step-mum step-mother "},
}};

std::uint32_t at(string_view text, string_view part) { return static_cast<std::uint32_t>(part.data() - text.data()); }

string_view last_word(string_view words) {
  const auto space = words.find_last_of(' ');
  return space == string_view::npos ? words : words.substr(space + 1);
}

bool same_relation(string_view written, string_view public_name) {
  const std::string last = ascii_lower(last_word(without_number(public_name)));
  if (written.empty() || written == last) return !written.empty();
  return says_otherwise(relations, last, written);
}

bool owned(string_view text, std::size_t at) {
  const std::string before = ascii_lower(word_before(text, at));
  return among(owners, before) || before.ends_with("'s") || before.ends_with("\xE2\x80\x99s") || before == "the";
}

/// Where `words` begin that end one space before `end`, or nothing; whatever their letters.
std::optional<std::size_t> ends_with(string_view text, std::size_t end, std::uint32_t from, string_view words) {
  if (end < words.size() + from) return std::nullopt;
  const std::size_t begin = end - words.size();
  const bool starts = begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '(';
  if (!starts || ascii_lower(text.substr(begin, words.size())) != words) return std::nullopt;
  return begin;
}

/// The role before a name, or the first word of it: "Police" before "Constable Ellery", "Baby" of "Baby B".
std::optional<std::size_t> role_begins(string_view text, const Naming& naming, std::size_t end, std::uint32_t from) {
  const std::string role = ascii_lower(without_number(without_article(naming.public_name)));
  if (const auto whole = ends_with(text, end, from, role)) return whole;
  if (!naming.person) return std::nullopt;
  const string_view written = word_before(text, end, false);
  if (written.empty() || at(text, written) < from) return std::nullopt;
  const std::string word = ascii_lower(written), first = role.substr(0, role.find(' '));
  if (same_relation(word, role)) {
    const string_view ahead = word_before(text, at(text, written));
    const bool half = role.size() > word.size() && without_number(naming.public_name) != naming.public_name;
    if (half && !ahead.empty() && !is_article(ascii_lower(ahead))) return std::nullopt;  // "the key worker Jo", who is a nursery worker
    return at(text, written);
  }
  if (word != first) return std::nullopt;
  const string_view name = text.substr(naming.span.begin, naming.span.length());
  const bool capital = is_capital(written.front()) && !begins_sentence(text, at(text, written));
  const bool rank = is_title(unicode::fold(name.substr(0, name.find(' '))));
  const bool of_many = ascii_lower(word_before(text, at(text, written))) == "a";
  if (((word == "baby" || word == "child") && !of_many) || capital || rank) return at(text, written);
  return std::nullopt;
}

/// The article before, which a public name of a person has none of.
std::size_t with_article(string_view text, std::size_t from) {
  const string_view before = word_before(text, from);
  return is_article(ascii_lower(before)) ? at(text, before) : from;
}

void take_role_before(string_view text, const Naming& naming, std::uint32_t from, Span& span) {
  std::size_t end = span.begin;
  while (end > from && text[end - 1] == ' ') --end;
  if (end == span.begin) return;
  const auto begin = role_begins(text, naming, end, from);
  if (!begin) return;
  const std::size_t whole = with_article(text, *begin);
  if (!naming.person && whole != *begin) return;
  span.begin = static_cast<std::uint32_t>(whole);
}

/// True for a word that says what the public name says: its role, the same relation, a rank or a short form that fits it.
bool says_role(std::string_view written, string_view public_name) {
  const std::string word = replace_every(ascii_lower(written), "\xE2\x80\x99", "'"), role = ascii_lower(without_number(without_article(public_name)));
  return word == role || same_relation(word, role) || title_fits(unicode::fold(word), role);
}

/// "Will Smith (SW)" and "Mum (Kasia)": a name and its role, one of them in brackets.
void take_role_in_brackets(string_view text, std::uint32_t from, string_view public_name, Span& span) {
  if (text.substr(span.end, 2) == " (") {
    const auto close = text.find(')', span.end);
    if (close != string_view::npos && says_role(text.substr(span.end + 2, close - span.end - 2), public_name)) span.end = static_cast<std::uint32_t>(close + 1);
  }
  if (text.substr(span.end, 1) != ")" || span.begin < from + 2 || text.substr(span.begin - 2, 2) != " (") return;
  const string_view before = word_before(text, span.begin - 2, false);
  const string_view plain = without_number(without_article(public_name));
  if (const auto whole = ends_with(text, span.begin - 2, from, ascii_lower(plain))) {  // "the health visitor (Jo May)"
    span = {static_cast<std::uint32_t>(with_article(text, *whole)), span.end + 1};
    return;
  }
  const bool half = plain != without_article(public_name) && plain.find(' ') != string_view::npos && ascii_lower(before) == ascii_lower(last_word(plain));
  if (half) return;  // "the support worker (Jo May)" is another role's
  if (before.empty() || at(text, before) < from || !says_role(before, public_name) || owned(text, at(text, before))) return;
  span = {static_cast<std::uint32_t>(with_article(text, at(text, before))), span.end + 1};
}

/// "Mum, Kasia, rang".
bool take_relation_apart(string_view text, std::uint32_t from, string_view public_name, Span& span) {
  if (span.begin < from + 2 || text.substr(span.begin - 2, 2) != ", " || text.substr(span.end, 1) != ",") return false;
  const string_view before = word_before(text, span.begin - 2, false);
  if (before.empty() || at(text, before) < from || !same_relation(ascii_lower(before), without_article(public_name))) return false;
  if (!begins_sentence(text, at(text, before))) return false;  // else a list: "Dad, Mum, Kasia, ..."
  span = {at(text, before), span.end + 1};
  return true;
}

/// "the health visitor, Joanna May, called" and "Joanna May, the health visitor, called": the role between commas is
/// the public name again.
void take_role_apart(string_view text, const Naming& naming, std::uint32_t from, Span& span) {
  const std::string role = ascii_lower(without_number(without_article(naming.public_name)));
  const char next = span.end < text.size() ? text[span.end] : '.';
  const std::size_t apart = role.size() + 2;
  if (span.begin >= apart + from && ascii_lower(text.substr(span.begin - apart, apart)) == role + ", " && (next == ',' || next == '.' || next == ';')) {
    const string_view article = word_before(text, span.begin - apart);
    if (is_article(ascii_lower(article))) {
      span = {at(text, article), span.end + (next == ',' ? 1u : 0u)};
      return;
    }
  }
  const std::string after = ascii_lower(text.substr(span.end, role.size() + 8));
  for (const string_view article : {"the ", "a ", "an ", ""}) {
    const std::string apposition = ", " + std::string(article) + role;
    if (!after.starts_with(apposition)) continue;
    const std::size_t end = span.end + apposition.size();
    const char stop = end < text.size() ? text[end] : '.';
    if (stop != ',' && stop != '.' && stop != ';') continue;
    span.end = static_cast<std::uint32_t>(end + (stop == ',' ? 1 : 0));
    return;
  }
}

/// "the HV Siobhan": the article belongs to a title that goes.
void take_article_of_title(string_view text, Span& span) {
  const string_view name = text.substr(span.begin, span.length());
  string_view first = name.substr(0, name.find_first_of(" ."));
  if (first.size() < name.size() && is_title(unicode::fold(first))) span.begin = static_cast<std::uint32_t>(with_article(text, span.begin));
}

/// "his mother, Jade, his sister": the comma behind the name parts two of a list.
bool goes_on_as_list(string_view text, std::size_t from) {
  while (from < text.size() && text[from] == ' ') ++from;
  const string_view word = text.substr(from, text.find_first_of(" ,.;'", from) - from);
  return !word.empty() && (is_capital(word.front()) || among({"his", "her", "their", "the", "a", "an", "its"}, word));
}

}  // namespace

string_view without_article(string_view words) {
  if (words.empty() || string_view("tTaA").find(words.front()) == string_view::npos) return words;
  for (const string_view article : {"the ", "a ", "an ", "The ", "A ", "An "})
    if (words.starts_with(article)) return words.substr(article.size());
  return words;
}

string_view without_number(string_view words) {
  const auto space = words.find_last_of(' ');
  if (space == string_view::npos) return words;
  const string_view last = words.substr(space + 1);
  return std::all_of(last.begin(), last.end(), [](char c) { return is_digit(c); }) ? words.substr(0, space) : words;
}

bool is_article(string_view word) { return word == "the" || word == "a" || word == "an"; }

std::optional<Span> said_by_relation(string_view text, const Naming& naming, std::uint32_t from) {
  if (!naming.person || without_number(naming.public_name) != naming.public_name) return std::nullopt;
  std::size_t end = naming.span.begin;
  while (end > from && text[end - 1] == ' ') --end;
  const bool comma = end > from && text[end - 1] == ',', bracket = end > from && text[end - 1] == '(';
  if (comma) --end;
  if (bracket) --end;
  while (bracket && end > from && text[end - 1] == ' ') --end;
  const string_view written = word_before(text, end, false);
  if (!same_relation(ascii_lower(written), without_article(naming.public_name))) return std::nullopt;
  string_view first = written;
  for (string_view before = word_before(text, at(text, first)); among(nearer, ascii_lower(before)); before = word_before(text, at(text, first))) first = before;
  if (!owned(text, at(text, first))) return std::nullopt;
  Span gone{static_cast<std::uint32_t>(end), naming.span.end};
  if (bracket) {
    if (text.substr(naming.span.end, 1) != ")") return std::nullopt;
    ++gone.end;
  }
  if (comma) {
    const char after = naming.span.end < text.size() ? text[naming.span.end] : '.';
    if (after == ',') gone.end += goes_on_as_list(text, naming.span.end + 1) ? 0 : 1;
    else if (after != '.' && after != ';' && after != ')') return std::nullopt;
  }
  return gone;
}

Span with_role(string_view text, const Naming& naming, std::uint32_t from) {
  Span span = naming.span;
  take_role_before(text, naming, from, span);
  if (!naming.person) return span;
  take_role_in_brackets(text, from, naming.public_name, span);
  if (!take_relation_apart(text, from, naming.public_name, span)) take_role_apart(text, naming, from, span);
  if (span.begin == naming.span.begin && without_article(naming.public_name) == naming.public_name) take_article_of_title(text, span);
  return span;
}

}  // namespace casewright
