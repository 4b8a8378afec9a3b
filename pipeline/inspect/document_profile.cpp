#include "inspect/document_profile.h"

#include <algorithm>

#include "base/text.h"
#include "base/words.h"
#include "base/world.h"
#include "inspect/seen.h"

namespace casewright {
namespace {

/// A cover has few lines, each short; what follows the first real paragraph is the text.
constexpr std::size_t most_cover_lines = 8, most_cover_words = 14, most_opening_lines = 14;

std::vector<std::string> texts_of(const Record& xml, std::string_view element) {
  std::vector<std::string> all;
  for (const Record* each : xml.all(element)) all.push_back(ascii_lower(fold_space(each->content())));
  return all;
}

/// True for the heading of a first section and no line of a cover: text stands right under it, and several headings of its
/// level or above come later ("Executive summary" as chapter 1 of an overview report).
bool heads_a_section(const Prose& prose, std::size_t at) {
  const Stretch& stretch = prose.stretches[at];
  if (stretch.scope != Scope::heading || at == 0 || at + 1 >= prose.stretches.size()) return false;
  if (count_words_between_spaces(prose.view(prose.stretches[at + 1].span)) <= most_cover_words) return false;
  constexpr int several = 3;
  return std::count_if(prose.stretches.begin() + static_cast<std::ptrdiff_t>(at) + 1, prose.stretches.end(),
                       [&](const Stretch& later) { return later.scope == Scope::heading && later.level <= stretch.level; }) >= several;
}

/// The words of a title, a cover and a file name, in small letters, with dashes read as spaces.
std::vector<std::string> cover_of(const Document& document, const Prose& prose) {
  std::vector<std::string> lines{document.title, std::string(file_name(document.file))};
  std::size_t looked = 0;
  for (const Stretch& stretch : prose.stretches) {
    if (looked == most_cover_lines) break;
    if (stretch.scope == Scope::furniture || stretch.scope == Scope::contents || !visible_scopes.has(stretch.scope)) continue;
    const std::string_view line = prose.view(stretch.span);
    if (count_words_between_spaces(line) > most_cover_words || heads_a_section(prose, static_cast<std::size_t>(&stretch - prose.stretches.data()))) break;
    lines.emplace_back(line);
    ++looked;
  }
  for (std::string& line : lines) {
    line = ascii_lower(fold_space(line));
    std::replace_if(line.begin(), line.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  }
  return lines;
}

/// True where `words` stand in the line as whole words.
bool holds_words(std::string_view line, std::string_view words) {
  const auto letter = [&](std::size_t at) { return at < line.size() && ((line[at] >= 'a' && line[at] <= 'z') || (line[at] >= '0' && line[at] <= '9')); };
  for (std::size_t at = line.find(words); at != std::string_view::npos; at = line.find(words, at + 1))
    if ((at == 0 || !letter(at - 1)) && !letter(at + words.size())) return true;
  return false;
}

bool told_by_title(const DocumentProfile& profile, const std::vector<std::string>& cover) {
  return std::any_of(profile.titles.begin(), profile.titles.end(), [&](const std::string& words) {
    return std::any_of(cover.begin(), cover.end(), [&](const std::string& line) { return holds_words(line, words); });
  });
}

bool told_by_opening(const DocumentProfile& profile, const Prose& prose) {
  const std::size_t lines = std::min(prose.stretches.size(), most_opening_lines);
  for (std::size_t at = 0; at < lines; ++at) {
    const std::string line = ascii_lower(fold_space(prose.view(prose.stretches[at].span).substr(0, 200)));
    for (const std::string& opening : profile.openings)
      if (line.starts_with(opening + " ") || line == opening) return true;
  }
  return false;
}

bool short_enough(const DocumentProfile& profile, const Prose& prose) {
  return profile.most_words == 0 || count_words(prose, 0, static_cast<std::uint32_t>(prose.tokens.size())) <= profile.most_words;
}

}  // namespace

const Rule* DocumentProfile::of(const Rule& rule) const {
  if (off.count(rule.id) != 0) return nullptr;
  const auto at = std::lower_bound(rules.begin(), rules.end(), rule.id, [](const Rule& each, const std::string& id) { return each.id < id; });
  return at != rules.end() && at->id == rule.id ? &*at : &rule;
}

DocumentProfile read_document_profile(const Record& xml, const std::string& name, const std::string& file) {
  DocumentProfile profile;
  profile.name = name;
  profile.file = file;
  profile.title = xml.attribute("title");
  profile.otherwise = xml.attribute("otherwise") == "yes";
  profile.about = xml.content_of("about");
  if (const Record* about = xml.child("about")) profile.source = about->attribute("source");
  for (const Record* each : xml.all("role")) profile.roles.push_back(fold_space(each->content()));
  profile.titles = texts_of(xml, "titled");
  profile.openings = texts_of(xml, "opening");
  if (xml.has_attribute("most-words")) profile.most_words = std::stod(std::string(xml.attribute("most-words")));
  for (const Record* each : xml.all("off")) profile.off.insert(std::string(each->attribute("rule")));
  return profile;
}

Outcome change_rule(const Record& change, const std::string& file, Rule& rule) {
  if (change.name == "run") {
    rule.tier = 1;
    rule.only_asked = false;
    return Done{};
  }
  if (change.name == "level") {
    rule.level = level_of(change.attribute("is")).value_or(rule.level);
    return Done{};
  }
  for (const auto& [name, value] : change.attributes) {
    if (name == "rule") continue;
    if (!rule.body.has_attribute(name))
      return Fault{file, change.origin.part, 0, "the rule " + rule.id + " has no limit '" + name + "' that could be another here",
                   "`casewright rules explain " + rule.id + "` says what it has"};
    rule.body.set_attribute(name, value);
  }
  return Done{};
}

const DocumentProfile* profile_of(const std::vector<DocumentProfile>& profiles, const Document& document, const Prose& prose,
                                  std::string_view asked) {
  const auto first = [&](const auto& test) -> const DocumentProfile* {
    const auto at = std::find_if(profiles.begin(), profiles.end(), test);
    return at == profiles.end() ? nullptr : &*at;
  };
  if (!asked.empty() && asked != "auto") return first([&](const DocumentProfile& each) { return each.name == asked; });
  const std::string_view role = name_of(document.role);
  if (document.role != DocumentRole::legacy)
    if (const auto* known = first([&](const DocumentProfile& each) { return std::find(each.roles.begin(), each.roles.end(), role) != each.roles.end(); }))
      return known;
  const std::vector<std::string> cover = cover_of(document, prose);
  const DocumentProfile* otherwise = first([](const DocumentProfile& each) { return each.otherwise; });
  if (otherwise != nullptr && told_by_title(*otherwise, cover)) return otherwise;
  const auto* told = first([&](const DocumentProfile& each) {
    return (told_by_title(each, cover) || told_by_opening(each, prose)) && short_enough(each, prose);
  });
  return told != nullptr ? told : otherwise;
}

}  // namespace casewright
