#include "inspect/inflection.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "inspect/patterns/phrase_notation.h"

namespace casewright {
namespace {

/// Verbs whose past does not end in -ed: base, past, participle where it differs.
struct Irregular {
  std::string_view base, past, participle;
};
constexpr Irregular irregulars[] = {
    {"begin", "began", "begun"}, {"bring", "brought", "brought"}, {"buy", "bought", "bought"},  {"choose", "chose", "chosen"},
    {"come", "came", "come"},    {"cut", "cut", "cut"},           {"do", "did", "done"},        {"feel", "felt", "felt"},
    {"find", "found", "found"},  {"get", "got", "got"},           {"give", "gave", "given"},    {"go", "went", "gone"},
    {"hold", "held", "held"},    {"keep", "kept", "kept"},        {"leave", "left", "left"},    {"let", "let", "let"},
    {"make", "made", "made"},    {"meet", "met", "met"},          {"pay", "paid", "paid"},      {"put", "put", "put"},
    {"say", "said", "said"},     {"see", "saw", "seen"},          {"send", "sent", "sent"},     {"set", "set", "set"},
    {"show", "showed", "shown"}, {"speak", "spoke", "spoken"},    {"speed", "sped", "sped"},    {"spend", "spent", "spent"},
    {"take", "took", "taken"},   {"tell", "told", "told"},        {"think", "thought", "thought"}, {"write", "wrote", "written"},
    {"have", "had", "had"},      {"know", "knew", "known"}};

/// Which of regular_forms() was written: 0 base, 1 -s, 2 -ed, 3 -ing; -1 none.
int form_of(const std::string& found, std::string_view stem) {
  const auto forms = regular_forms(stem);
  const auto at = std::find(forms.begin(), forms.end(), found);
  return at == forms.end() ? -1 : static_cast<int>(at - forms.begin());
}

std::string in_form(std::string_view verb, int form) {
  if (form <= 0) return std::string(verb);
  for (const Irregular& each : irregulars)
    if (each.base == verb && form == 2) return std::string(each.past == each.participle ? each.past : std::string_view());
  if (verb == "have" && form == 1) return "has";
  if ((verb == "do" || verb == "go") && form == 1) return std::string(verb) + "es";
  if (form == 3 && verb.ends_with("ee")) return std::string(verb) + "ing";
  constexpr std::array<std::string_view, 5> doubling{"cut", "get", "let", "put", "set"};
  if (form == 3 && (verb == "begin" || std::find(doubling.begin(), doubling.end(), verb) != doubling.end()))
    return std::string(verb) + verb.back() + "ing";
  return regular_forms(verb)[static_cast<std::size_t>(form)];
}

/// `"give" or "make"`, advice in quotation marks, with each of its verbs in the form; where the sentence decides the form
/// of one ("gave" or "given"), all stay as they are.
std::string each_in_form(std::string_view advice, int form) {
  std::string written;
  bool inside = false;
  for (const std::string_view part : split(advice, '"')) {
    const std::size_t space = std::min(part.find(' '), part.size());
    const std::string head = inside ? in_form(part.substr(0, space), form) : std::string();
    if (inside && head.empty()) return std::string(advice);
    written += (written.empty() && !inside ? "" : "\"") + (head.empty() ? std::string(part) : head + std::string(part.substr(space)));
    inside = !inside;
  }
  return written;
}

bool capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

}  // namespace

std::string fitted(std::string_view use, std::string_view found, std::string_view stem) {
  std::string written(use);
  if (use.find('"') != std::string_view::npos) return stem.empty() ? written : each_in_form(use, form_of(ascii_lower(found), stem));
  if (!stem.empty()) {
    const std::size_t space = use.find(' ');
    const std::string head = in_form(use.substr(0, space), form_of(ascii_lower(found), stem));
    if (head.empty()) return {};  // "began" or "begun": the sentence decides, and we do not guess
    written = head + std::string(space == std::string_view::npos ? std::string_view() : use.substr(space));
  }
  if (found.empty() || written.empty() || !capital(found[0])) return written;
  const bool loud = found.size() > 1 && std::none_of(found.begin(), found.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  for (std::size_t at = 0; at < (loud ? written.size() : 1); ++at)
    if (written[at] >= 'a' && written[at] <= 'z') written[at] = static_cast<char>(written[at] - 32);
  return written;
}

std::string_view article_for(std::string_view word) {
  static constexpr std::array<std::string_view, 5> silent{"hour", "honest", "honour", "heir", "hono"};
  static constexpr std::array<std::string_view, 9> spoken_you{"uni", "use", "usu", "util", "eur", "one", "once", "ewe", "ubi"};
  const std::string lowered = ascii_lower(word);
  const auto begins = [&](std::string_view each) { return lowered.starts_with(each); };
  if (std::any_of(silent.begin(), silent.end(), begins)) return "an";
  if (lowered.starts_with("unim") || lowered.starts_with("unin") || lowered.starts_with("unid")) return "an";
  if (std::any_of(spoken_you.begin(), spoken_you.end(), begins)) return "a";
  return !lowered.empty() && std::string_view("aeiou").find(lowered[0]) != std::string_view::npos ? "an" : "a";
}

}  // namespace casewright
