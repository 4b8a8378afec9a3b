#include "language/name_spellings.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "foreign/unicode.h"
#include "language/token_scanner.h"

namespace casewright {
namespace {

constexpr std::size_t most_variants = 48;

constexpr std::array<std::pair<std::string_view, std::string_view>, 31> short_forms{{
    {"saint", "st"},      {"street", "st"},   {"road", "rd"},   {"avenue", "ave"},  {"lane", "ln"},
    {"close", "cl"},      {"drive", "dr"},    {"court", "ct"},  {"crescent", "cres"}, {"gardens", "gdns"},
    {"terrace", "terr"},  {"square", "sq"},   {"place", "pl"},  {"operation", "op"}, {"apartment", "apt"},
    {"avenue", "av"},     {"parade", "pde"},  {"terrace", "tce"}, {"grove", "gr"},   {"house", "hse"},
    {"mount", "mt"},      {"north", "n"},     {"south", "s"},    {"station", "stn"}, {"park", "pk"},
    {"cottage", "cott"},  {"estate", "est"},  {"primary", "prim"}, {"school", "sch"}, {"hospital", "hosp"},
    {"centre", "ctr"},
}};

std::string without(std::string text, char what) {
  text.erase(std::remove(text.begin(), text.end(), what), text.end());
  return text;
}

/// A written word of a name with the ways in which it may be cut into atoms.
using Choices = std::vector<Atoms>;

void add_choice(Choices& choices, Atoms atoms) {
  atoms.erase(std::remove(atoms.begin(), atoms.end(), std::string()), atoms.end());
  if (!atoms.empty() && std::find(choices.begin(), choices.end(), atoms) == choices.end())
    choices.push_back(std::move(atoms));
}

/// The ways to write one part between hyphens: "o'shea" as "oshea" and "o shea", "mcgregor" as "mc gregor".
Choices part_choices(const std::string& part, bool shorten) {
  Choices choices;
  add_choice(choices, {without(part, '\'')});
  if (const auto at = part.find('\''); at != std::string::npos)
    add_choice(choices, {without(part.substr(0, at), '\''), without(part.substr(at), '\'')});
  if (part.starts_with("mc") && part.size() > 5) {
    add_choice(choices, {"mc", part.substr(2)});
    add_choice(choices, {"mac" + part.substr(2)});
  }
  if (part.starts_with("mac") && part.size() > 7) add_choice(choices, {"mc" + part.substr(3)});
  for (const auto& [full, brief] : short_forms) {
    const bool saint = full == "saint";
    if (!shorten && !saint) continue;
    if (part == full) add_choice(choices, {std::string(brief)});
    if (part == brief) add_choice(choices, {std::string(full)});
  }
  return choices;
}

/// All ways to write one after the other what each of `rows` lets choose.
Choices combine(const std::vector<Choices>& rows) {
  Choices all{{}};
  for (const Choices& row : rows) {
    Choices longer;
    for (const Atoms& head : all)
      for (const Atoms& tail : row) {
        if (longer.size() >= most_variants) break;
        Atoms joined = head;
        joined.insert(joined.end(), tail.begin(), tail.end());
        longer.push_back(std::move(joined));
      }
    all = std::move(longer);
  }
  return all;
}

Choices word_choices(const std::string& folded, bool shorten) {
  std::vector<Choices> rows;
  for (const std::string_view part : split(folded, '-')) {
    Choices choices = part_choices(std::string(part), shorten);
    if (!choices.empty()) rows.push_back(std::move(choices));
  }
  Choices all = combine(rows);
  if (rows.size() > 1) add_choice(all, {without(without(folded, '-'), '\'')});
  return all;
}

}  // namespace

Written variants_of(std::string_view text, bool shorten) {
  std::vector<RawToken> tokens;
  scan_tokens(text, tokens);
  Written written;
  std::vector<Choices> rows;
  for (const RawToken& each : tokens) {
    const std::string folded = unicode::fold(text.substr(each.span.begin, each.span.length()));
    const bool possessive = folded == "'s" || (folded == "'" && each.span.end == text.size());
    if (each.casing == Casing::punctuation && !possessive) continue;
    written.ends_possessive = possessive;
    if (!possessive) rows.push_back(word_choices(folded, shorten));
    else if (!rows.empty() && folded == "'s")
      for (const Atoms& each_way : Choices(rows.back())) {
        Atoms with_s = each_way;
        with_s.back() += 's';
        add_choice(rows.back(), with_s);
      }
  }
  if (!rows.empty()) written.variants = combine(rows);
  return written;
}

Atoms atoms_of(std::string_view text) {
  std::vector<RawToken> tokens;
  scan_tokens(text, tokens);
  Atoms atoms;
  for (const RawToken& each : tokens) {
    if (each.casing == Casing::punctuation) continue;
    const std::string folded = without(unicode::fold(text.substr(each.span.begin, each.span.length())), '\'');
    for (const std::string_view part : split(folded, '-'))
      if (!part.empty()) atoms.emplace_back(part);
  }
  return atoms;
}

std::vector<std::string> humps_of(std::string_view written) {
  std::vector<std::string> humps;
  std::size_t begin = 0;
  bool small = false;  // the letter before
  for (std::size_t at = 0; at < written.size();) {
    const CodePoint each = code_point_at(written, at);
    if (small && unicode::is_upper(each.value)) {
      humps.push_back(compact_of(written.substr(begin, at - begin)));
      begin = at;
    }
    small = unicode::is_lower(each.value);
    at += each.bytes;
  }
  humps.push_back(compact_of(written.substr(begin)));
  return humps;
}

std::string compact_of(std::string_view text) {
  std::string compact;
  for (const char c : unicode::fold(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) compact += c;
  }
  return compact;
}

}  // namespace casewright
