#include "ingest/case/register_cells.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "ingest/values/name_parts.h"

namespace casewright {
namespace {

/// Words between two names of one person, and what the second is.
struct NameLink {
  std::string_view words, element;
};
constexpr NameLink name_links[] = {
    {"also known as", "alias"},       {"also spelt", "misspelling"}, {"also recorded as", "alias"}, {"also called", "alias"}, {"also", "alias"}, {"known to family as", "nickname"}, {"known at home as", "nickname"}, {"known as", "alias"},        {"a.k.a.", "alias"},
    {"a.k.a", "alias"},               {"aka:", "alias"},                  {"aka", "alias"},                 {"maiden name", "former-name"}, {"previously known as", "former-name"},
    {"formerly known as", "former-name"}, {"previously", "former-name"},  {"formerly", "former-name"},      {"n\xC3\xA9" "e", "former-name"}, {"nee", "former-name"},
    {"born as", "former-name"},       {"nickname", "nickname"},           {"misspelt as", "misspelling"},   {"misspelt", "misspelling"},  {"sometimes spelt", "misspelling"},
    {"misspelling", "misspelling"}, {"spelt", "misspelling"},         {"initials", "initials"},           {"goes by", "alias"},             {"short for", "alias"},       {"called", "alias"},
};

struct ShortKin {
  std::string_view written, meant;
};
constexpr ShortKin short_kin[] = {
    {"mgm", "maternal grandmother"}, {"mgf", "maternal grandfather"}, {"pgm", "paternal grandmother"}, {"pgf", "paternal grandfather"}, {"mum", "mother"}, {"mam", "mother"},
    {"mummy", "mother"}, {"dad", "father"}, {"daddy", "father"}, {"stepdad", "stepfather"}, {"stepmum", "stepmother"}, {"step dad", "stepfather"}, {"step mum", "stepmother"},
    {"bio dad", "father"}, {"bio mum", "mother"}, {"birth dad", "father"}, {"birth mum", "mother"}, {"biological father", "father"}, {"biological mother", "mother"}, {"birth father", "father"}, {"birth mother", "mother"},
    {"gran", "grandmother"}, {"nan", "grandmother"}, {"granny", "grandmother"}, {"grandad", "grandfather"}, {"granddad", "grandfather"}, {"auntie", "aunt"}, {"aunty", "aunt"},
};

bool at_word_ends(std::string_view text, std::size_t from, std::size_t end) {
  return (from == 0 || !is_letter_byte(text[from - 1])) && (end >= text.size() || !is_letter_byte(text[end]) || !is_letter_byte(text[end - 1]));
}

/// Where the first of the links stands in the words, behind their beginning or at it, and which; the longer before the shorter.
std::pair<std::size_t, const NameLink*> link_in(std::string_view lower) {
  std::pair<std::size_t, const NameLink*> first{std::string_view::npos, nullptr};
  for (const NameLink& each : name_links)
    for (std::size_t at = lower.find(each.words); at != std::string_view::npos; at = lower.find(each.words, at + 1))
      if (at_word_ends(lower, at, at + each.words.size())) {
        if (at < first.first) first = {at, &each};
        break;
      }
  return first;
}

std::string_view bare(std::string_view words) {
  constexpr std::string_view marks = " \t\n,;:-\"()'";
  while (!words.empty() && marks.find(words.front()) != std::string_view::npos) words.remove_prefix(1);
  while (!words.empty() && marks.find(words.back()) != std::string_view::npos) words.remove_suffix(1);
  for (const std::string_view quote : {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x93", "\xE2\x80\x94"}) {
    if (words.starts_with(quote)) return bare(words.substr(quote.size()));
    if (words.ends_with(quote)) return bare(words.substr(0, words.size() - quote.size()));
  }
  return words;
}

/// "O'SHEA-NOWAK" as "O'Shea-Nowak"; words of mixed letters and initials stay.
std::string set_as_name(std::string_view words) {
  std::string set(words);
  for (std::size_t from = 0; from < set.size();) {
    const std::size_t end = std::min(set.find(' ', from), set.size());
    const std::string_view word = std::string_view(set).substr(from, end - from);
    const bool capitals = word.size() > 3 && std::none_of(word.begin(), word.end(), is_small) && std::none_of(word.begin(), word.end(), is_digit);
    for (std::size_t at = from + 1; capitals && at < end; ++at)
      if (is_capital(set[at]) && (is_letter_byte(set[at - 1]))) set[at] = static_cast<char>(set[at] | 0x20);
    from = end + 1;
  }
  return set;
}

/// "NOWAK Katarzyna", a family name in capitals before a given one, turned round.
std::string in_order(std::string_view words) {
  const std::size_t space = words.find(' ');
  if (space == std::string_view::npos || words.find(',') != std::string_view::npos) return std::string(words);
  const std::string_view first = words.substr(0, space), rest = words.substr(space + 1);
  const bool capitals = first.size() > 2 && std::none_of(first.begin(), first.end(), is_small) && std::any_of(rest.begin(), rest.end(), is_small);
  return capitals ? std::string(rest) + " " + std::string(first) : std::string(words);
}

Record named(std::string_view element, std::string_view kind, std::string_view words, Origin origin) {
  const bool spelling = element == "misspelling";
  const std::string whole = fold_space(words);
  // One word in capitals may be initials.
  Record name = element_of(spelling ? "alias" : std::string(element), whole.find(' ') == std::string::npos ? whole : set_as_name(whole), origin);
  if (spelling) name.set_attribute("kind", "misspelling");
  else if (!kind.empty()) name.set_attribute("kind", std::string(kind));
  return name;
}

/// True for what stands in brackets behind a name without being one: a role, a state, a date.
bool is_remark(std::string_view words) {
  if (words.empty() || std::any_of(words.begin(), words.end(), is_digit)) return true;
  const std::string lower = ascii_lower(fold_space(words));
  if (among({"deceased", "dec'd", "dec", "late", "unknown", "not known", "n/a", "see note", "see notes", "adult", "minor", "retired", "left post", "left", "m", "f"}, lower)) return true;
  if (!is_capital(words[0]) && static_cast<unsigned char>(words[0]) < 0x80) return true;
  // "(Mother)", but not "(Mamgu, Merry)": a name too many is less than one too few.
  const LabelGuide::Meaning meaning = LabelGuide::of("register-entries").understand(words);
  return meaning.exact && meaning.field != Field::none;
}

struct BracketsCut {
  std::string outside;
  std::vector<std::string> inside;
};

/// What stands in brackets or quotation marks, and the rest.
BracketsCut cut_brackets(std::string_view text) {
  BracketsCut cut;
  std::string inner;
  char close = '\0';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view here = text.substr(at);
    const bool curly_open = here.starts_with("\xE2\x80\x9C"), curly_close = here.starts_with("\xE2\x80\x9D");
    if (close == '\0' && (text[at] == '(' || text[at] == '[' || text[at] == '"' || curly_open)) {
      close = text[at] == '(' ? ')' : text[at] == '[' ? ']' : '"';
      if (curly_open) at += 2;
    } else if (close != '\0' && (text[at] == close || (close == '"' && curly_close))) {
      if (curly_close) at += 2;
      cut.inside.push_back(std::exchange(inner, {}));
      close = '\0';
      cut.outside += ' ';
    } else {
      (close == '\0' ? cut.outside : inner) += text[at];
    }
  }
  if (!inner.empty()) cut.inside.push_back(inner);
  return cut;
}

/// The parts of a cell between those marks; what stands in brackets stays together.
std::vector<std::string> parted_by(std::string_view cell, std::initializer_list<std::string_view> marks) {
  std::string parted(cell);
  int depth = 0;
  for (std::size_t at = 0; at < parted.size(); ++at) {
    if (parted[at] == '(') ++depth;
    if (parted[at] == ')' && depth > 0) --depth;
    if (depth > 0 && (parted[at] == ',' || parted[at] == ';' || parted[at] == '/')) parted[at] = parted[at] == ',' ? '\x01' : parted[at] == ';' ? '\x02' : '\x03';
  }
  for (const std::string_view mark : marks) parted = replace_every(parted, mark, "\x1F");
  std::vector<std::string> parts;
  for (const std::string_view each : split(parted, '\x1F')) {
    std::string part = fold_space(trim(each));
    for (char& c : part) c = c == '\x01' ? ',' : c == '\x02' ? ';' : c == '\x03' ? '/' : c;
    if (!part.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

/// The kind of number, telephone or name online that a label leads to; `none` for any other field.
Field identifier_field(Field field) {
  static constexpr Field kinds[] = {Field::phone, Field::email, Field::username, Field::nhs, Field::national_insurance, Field::pupil, Field::social_care, Field::crime,
                                    Field::police_national_computer, Field::court, Field::car};
  return std::find(std::begin(kinds), std::end(kinds), field) == std::end(kinds) ? Field::none : field;
}

Record identifier_element(Field kind, std::string_view words, Origin origin) {
  if (kind == Field::phone || kind == Field::email || kind == Field::username) return element_of(std::string(code_of(kind)), fold_space(words), origin);
  Record number = element_of("number", fold_space(words), origin);
  number.set_attribute("kind", kind == Field::none ? "other" : std::string(code_of(kind)));
  return number;
}

/// What is said before a number and the number: "Crime ref ZX/4471/23", "Insta: iffy_w09". The kind is `none` where the words are no label.
std::pair<Field, std::string_view> labelled_number(std::string_view words) {
  const LabelGuide& guide = LabelGuide::of("register");
  if (const auto led = guide.leading(words); led && identifier_field(led->field) != Field::none) return {led->field, led->words};
  const std::size_t digit = words.find_first_of("0123456789");
  if (digit == std::string_view::npos) return {Field::none, words};
  const std::size_t space = words.substr(0, digit).rfind(' ');
  if (space == std::string_view::npos) return {Field::none, words};
  const Field kind = identifier_field(guide.understand(words.substr(0, space)).field);
  return kind == Field::none ? std::pair(kind, words) : std::pair(kind, words.substr(space + 1));
}

/// "QI17 XZQ": two letters, two digits, three letters.
bool is_registration(std::string_view words) {
  std::string shape;
  for (const char c : words)
    if (c != ' ') shape += is_capital(c) ? 'A' : is_digit(c) ? '9' : '?';
  return shape == "AA99AAA";
}

std::string digits_of(std::string_view words) {
  std::string digits;
  for (const char c : words)
    if (is_digit(c)) digits += c;
  return digits;
}

/// The part of a role before where somebody works or how: "Class teacher at Ash Primary" is a class teacher.
std::string_view head_of_role(std::string_view words) {
  std::size_t end = words.size();
  for (const std::string_view mark : {" at ", " from ", ", ", " \xE2\x80\x93 ", " - ", " (", " for ", " with ", ";", "\n", " who "})
    end = std::min(end, words.find(mark));
  return words.substr(0, end);
}

}  // namespace

std::vector<std::string> numbers_of_list(std::string_view cell) { return parted_by(cell, {"\n", ";", ",", " or ", "|", " / "}); }

std::vector<Record> other_names(std::string_view cell, std::string_view element, std::string_view kind, Origin origin) {
  std::vector<Record> names;
  const auto add = [&](std::string_view what, std::string_view words) {
    const std::string name = fold_space(bare(words));
    const std::string lower = ascii_lower(name);
    if (name.empty() || among({"none", "none known", "n/a", "na", "nil", "not known", "unknown", "no", "none recorded", "tbc"}, lower)) return;
    names.push_back(named(what, what == element ? kind : std::string_view(), name, origin));
  };
  for (const std::string& part : parted_by(cell, {"\n", ";", " / ", "/", ",", " or ", "|", "\xE2\x80\xA2", ". "})) {
    const BracketsCut cut = cut_brackets(part);
    if (const auto [number, words] = labelled_number(part); number != Field::none || part.starts_with('@')) {
      names.push_back(number == Field::none ? identifier_told(cut.outside, origin) : identifier_element(number, words, origin));
      continue;
    }
    const std::string lower = ascii_lower(cut.outside);
    std::string_view of_kind = element;
    for (const std::string& inner : cut.inside) {  // "Nowak (maiden name)", "Bill (William)"
      const auto [at, link] = link_in(ascii_lower(inner));
      if (link != nullptr && at == 0 && trim(std::string_view(inner).substr(link->words.size())).empty()) of_kind = link->element;
      else if (LabelGuide::of("register").understand(inner).field == Field::username) of_kind = "username";
      else if (link != nullptr && at == 0) add(link->element, std::string_view(inner).substr(link->words.size()));
      else if (!is_remark(inner)) add(element, inner);
    }
    const auto [at, link] = link_in(lower);
    if (link == nullptr) add(of_kind, cut.outside);
    else add(of_kind, std::string_view(cut.outside).substr(0, at)), add(link->element, std::string_view(cut.outside).substr(at + link->words.size()));
  }
  return names;
}

NameTold name_told(std::string_view cell, Origin origin) {
  NameTold told;
  const auto add_all = [&](std::vector<Record> more) { told.others.insert(told.others.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); };
  BracketsCut cut = cut_brackets(cell);
  for (const std::string& inner : cut.inside) {
    const auto [at, link] = link_in(ascii_lower(inner));
    if (link != nullptr && at == 0) add_all(other_names(std::string_view(inner).substr(link->words.size()), link->element, "", origin));
    else if (!is_remark(inner)) add_all(other_names(inner, "alias", "", origin));
  }
  std::string_view rest = cut.outside;
  // The name ends where another one is linked to it, or with its line.
  const auto [linked, link] = link_in(ascii_lower(rest));
  if (link != nullptr && linked > 0) {
    add_all(other_names(rest.substr(linked + link->words.size()), link->element, "", origin));
    rest = rest.substr(0, linked);
  }
  for (const char mark : {'\n', ';', '/'})
    if (const std::size_t at = trim(rest).find(mark); at != std::string_view::npos) {
      add_all(other_names(trim(rest).substr(at + 1), "alias", "", origin));
      rest = trim(rest).substr(0, at);
    }
  told.name = fold_space(bare(rest));
  return told;
}

std::string name_in_order(std::string_view name) {
  std::string set = set_as_name(in_order(name));
  if (set.find(',') != std::string::npos)
    if (std::string turned = split_name(set).full(); !turned.empty()) return turned;
  return set;
}

std::optional<std::string> postcode_in(std::string_view words) {
  // One or two letters, a digit and perhaps one more sign, then a digit and two letters.
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!is_capital(words[at]) || (at > 0 && (is_letter_byte(words[at - 1]) || is_digit(words[at - 1])))) continue;
    std::size_t next = at + 1;
    if (next < words.size() && is_capital(words[next])) ++next;
    if (next >= words.size() || !is_digit(words[next])) continue;
    ++next;
    if (next < words.size() && (is_digit(words[next]) || is_capital(words[next]))) ++next;
    const auto inward = [&](std::size_t from) {
      return from + 3 <= words.size() && is_digit(words[from]) && is_capital(words[from + 1]) && is_capital(words[from + 2]) && (from + 3 == words.size() || !is_letter_byte(words[from + 3]));
    };
    const std::size_t behind = next < words.size() && words[next] == ' ' ? next + 1 : next;
    if (inward(behind)) return std::string(words.substr(at, behind + 3 - at));
  }
  return std::nullopt;
}

Record identifier_told(std::string_view words, Origin origin) {
  const auto [kind, number] = labelled_number(trim(words));
  if (kind != Field::none) return identifier_element(kind, number, origin);
  const std::string text = fold_space(words), digits = digits_of(text);
  const bool figures = text.find_first_not_of("0123456789 +-()") == std::string::npos;
  if (text.find('@') != std::string::npos && text.find('@') > 0 && text.find('.') != std::string::npos) return element_of("email", text, origin);
  if (text.starts_with('@')) return element_of("username", text, origin);
  if (figures && (text.starts_with('0') || text.starts_with('+')) && digits.size() >= 9) return element_of("phone", text, origin);
  return identifier_element(figures && digits.size() == 10 ? Field::nhs : is_registration(text) ? Field::car : Field::none, text, origin);
}

std::vector<Record> identifiers_within(std::string_view remark, Origin origin) {
  std::vector<Record> found;
  const std::vector<std::string_view> words = split(remark, ' ');
  const auto bare_word = [&](std::size_t at) { return std::string(bare(words[at])); };
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string word = bare_word(at);
    if (word.find('@') != std::string::npos) {
      found.push_back(identifier_told(word, origin));
      continue;
    }
    if (at + 1 < words.size() && is_registration(word + bare_word(at + 1))) {
      found.push_back(identifier_element(Field::car, word + " " + bare_word(at + 1), origin));
      ++at;
      continue;
    }
    // Figures in groups: a telephone or an NHS number.
    std::string figures;
    std::size_t next = at;
    for (; next < words.size(); ++next) {
      const std::string group = bare_word(next);
      if (group.empty() || group.find_first_not_of("0123456789+") != std::string::npos) break;
      figures += (figures.empty() ? "" : " ") + group;
      if (words[next].ends_with(',') || words[next].ends_with(';')) {
        ++next;
        break;
      }
    }
    const std::size_t digits = digits_of(figures).size();
    if (digits >= 10 && digits <= 12) {
      found.push_back(identifier_told(figures, origin));
      at = next - 1;
    }
  }
  return found;
}

bool is_address(std::string_view words) {
  static constexpr std::array<std::string_view, 31> streets{"road", "street", "lane", "close", "avenue", "drive", "way", "court", "terrace", "crescent", "gardens", "place", "walk", "mews", "row", "yard",
                                                            "house", "hill", "grove", "square", "rise", "view", "rd", "st", "ave", "cottages", "cottage", "flat", "apartment", "buildings", "wharf"};
  if (postcode_in(words)) return true;
  const std::vector<std::string> all = words_of_label(words);
  return std::any_of(all.begin(), all.end(), [](const std::string& word) { return std::find(streets.begin(), streets.end(), word) != streets.end(); });
}

Field entry_told(std::string_view words) {
  const LabelGuide& guide = LabelGuide::of("register-entries");
  const RelationTold relation = relation_told(words);
  const std::string_view head = head_of_role(relation.kind.empty() ? words : std::string_view(relation.kind));
  const Field of_head = guide.understand(head).field;
  return of_head != Field::none ? of_head : guide.understand(words).field;
}

bool is_person(Field entry) { return entry >= Field::subject && entry <= Field::other_person; }
bool is_place(Field entry) { return entry >= Field::school && entry <= Field::other_place; }

std::vector<RelationTold> relations_told(std::string_view cell) {
  std::vector<RelationTold> all;
  std::string open;
  for (const std::string& part : parted_by(cell, {",", ";", "\n"})) {
    const bool begins = open.empty() || part.find(" of ") != std::string::npos;
    if (begins && !open.empty()) all.push_back(relation_told(std::exchange(open, {})));
    open += (open.empty() ? "" : ", ") + part;
  }
  if (!open.empty()) all.push_back(relation_told(open));
  return all;
}

RelationTold relation_told(std::string_view words) {
  RelationTold told;
  std::string text = replace_every(fold_space(cut_brackets(words).outside), "\xE2\x80\x99", "'");
  text = text.substr(0, std::min({text.find(" / "), text.find(" - "), text.find(", not ")}));
  const std::string lower = ascii_lower(text);
  std::size_t kind_from = 0, kind_end = text.size();
  if (const std::size_t of = std::min(lower.find(" of "), lower.find(" to ")); of != std::string::npos) {
    kind_end = of;
    told.to = text.substr(of + 4);
  } else if (const std::size_t own = text.find("'s "); own != std::string::npos) {
    told.to = text.substr(0, own);
    kind_from = own + 3;
  }
  if (ascii_lower(told.to).starts_with("the ")) told.to.erase(0, 4);
  told.kind = ascii_lower(trim(std::string_view(text).substr(kind_from, kind_end - kind_from)));
  for (const std::string_view lead : {"the ", "older ", "younger ", "elder ", "eldest ", "youngest "})
    if (told.kind.starts_with(lead)) told.kind.erase(0, lead.size());
  for (const ShortKin& each : short_kin)
    if (told.kind == each.written) told.kind = each.meant;
  told.kind = replace_every(replace_every(told.kind, "half ", "half-"), "step-", "step");
  return told;
}

std::string sex_told(std::string_view words) {
  const std::string lower = ascii_lower(fold_space(words));
  if (among({"f", "female", "girl", "woman"}, lower)) return "female";
  if (among({"m", "male", "boy", "man"}, lower)) return "male";
  return among({"other", "non-binary", "nonbinary", "x"}, lower) ? "other" : "";
}

}  // namespace casewright
