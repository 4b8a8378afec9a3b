#include "ingest/reviews/written_section.h"

#include <algorithm>
#include <span>

#include "base/among.h"
#include "base/text.h"
#include "base/world.h"
#include "ingest/papers/written_prose.h"
#include "ingest/reviews/key_lines.h"
#include "ingest/reviews/written_recommendations.h"
#include "model/section_names.h"

namespace casewright {
namespace {

/// Small letters, one underscore for every blank or underscore; numbers before and a version behind are left out.
std::string bare_stem(std::string_view file) {
  std::string_view stem = file_name(file);
  stem = stem.substr(0, stem.rfind('.'));
  std::string lower = ascii_lower(replace_every(stem, "\xE2\x80\x99", "'"));
  std::erase(lower, '\'');
  std::string words;
  for (const char c : lower) {
    const bool blank = c == ' ' || c == '_' || c == '.';
    if (!blank) words += c;
    else if (!words.empty() && words.back() != '_') words += '_';
  }
  words.erase(0, words.find_first_not_of("0123456789_-"));
  while (!words.empty()) {
    const std::size_t last = words.find_last_of('_');
    const std::string_view word = std::string_view(words).substr(last == std::string::npos ? 0 : last + 1);
    const bool version = word.empty() || among({"final", "draft", "copy", "section"}, word) || (word[0] == 'v' && word.find_first_not_of("0123456789", 1) == std::string::npos);
    if (last == std::string::npos || !version) break;
    words.erase(last);
  }
  return words;
}

/// True where the file's name is the section's, said as people say it: "child_voice" as "childs_voice" too.
bool is_called(std::string_view stem, std::string_view section) { return replace_every(stem, "childs_", "child_") == section; }

/// The words of "Finding 3: Signs are weighed one at a time", without the number.
std::string title_of(const std::string& heading) {
  const std::string lower = ascii_lower(heading);
  if (!lower.starts_with("finding")) return heading;
  std::size_t at = 7;
  while (at < lower.size() && (lower[at] == ' ' || lower[at] == 'f' || (lower[at] >= '0' && lower[at] <= '9'))) ++at;
  const bool parted = at < lower.size() && std::string_view(":.-)").find(lower[at]) != std::string_view::npos;
  const bool dash = std::string_view(heading).substr(at).starts_with("\xE2\x80\x93") || std::string_view(heading).substr(at).starts_with("\xE2\x80\x94");
  if (!parted && !dash) return heading;
  const std::string title(trim(std::string_view(heading).substr(at + (dash ? 3 : 1))));
  return title.empty() ? heading : title;
}

void add_findings(std::span<const Block> blocks, const Case& known, WrittenProse& prose, Record& into) {
  const std::uint8_t highest = highest_heading(blocks);
  Record* open = nullptr;
  std::size_t number = 0;
  for (const Block& each : blocks) {
    if (each.kind == BlockKind::heading && each.level == highest) {
      Record finding;
      finding.name = "finding";
      finding.origin = prose.origin_of(each);
      finding.set_attribute("id", "F" + std::to_string(++number));
      const std::string heading = fold_space(each.text());
      finding.set_attribute("title", title_of(without_key_lines(heading, known)));
      if (const std::string lines = key_lines_in(heading, known); !lines.empty()) finding.set_attribute("line", lines);
      into.children.push_back(std::move(finding));
      open = &into.children.back();
    } else {
      prose.add({&each, 1}, static_cast<std::uint8_t>(highest + 1), open != nullptr ? *open : into);
    }
  }
}

void add_learning(std::span<const Block> blocks, WrittenProse& prose, Record& into) {
  const std::uint8_t highest = highest_heading(blocks);
  for (const Block& each : blocks)
    each.kind == BlockKind::list ? prose.add_items(each, "learning-point", into) : prose.add({&each, 1}, highest, into);
}

/// The blocks behind the headings that stand over everything; these go into the title.
std::span<const Block> without_title(std::span<const Block> blocks, std::string& title) {
  while (!blocks.empty() && (blocks.front().kind == BlockKind::furniture || blocks.front().kind == BlockKind::contents)) blocks = blocks.subspan(1);
  if (blocks.empty() || !is_heading(blocks.front())) return blocks;
  const std::uint8_t level = level_of(blocks.front());
  const bool over_all = std::none_of(blocks.begin() + 1, blocks.end(), [level](const Block& each) { return is_heading(each) && level_of(each) <= level; });
  if (!over_all) return blocks;
  title = fold_space(blocks.front().text());
  return blocks.subspan(1);
}

}  // namespace

std::optional<std::string> section_of_file(std::string_view file) {
  const std::string stem = bare_stem(file);
  for (const std::string_view each : canonical_sections)
    if (is_called(stem, each) || is_called(replace_every(stem, "-", "_"), each)) return std::string(each);
  const std::size_t dash = stem.find('-');
  if (dash == std::string::npos || dash + 1 == stem.size()) return std::nullopt;
  for (const std::string_view each : canonical_sections)
    if (is_called(stem.substr(0, dash), each)) {
      const std::string rest = replace_every(stem.substr(dash + 1), "_", "-");
      const bool plain = rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
      return plain ? std::optional(std::string(each) + "-" + rest) : std::nullopt;
    }
  return std::nullopt;
}

Record written_section(Bundle& bundle, const std::string& name, const std::string& id, const Document& document, std::uint32_t source, const Case& known) {
  WrittenProse prose(document, source);
  Record section;
  section.name = "section";
  section.origin = {source, 1, 0};
  section.set_attribute("id", id);
  std::string title;
  const std::span<const Block> blocks = without_title(document.blocks, title);
  if (!title.empty()) section.set_attribute("title", title);
  const std::string kind = id.substr(0, id.find('-'));
  if (kind == "findings") add_findings(blocks, known, prose, section);
  else if (kind == "learning") add_learning(blocks, prose, section);
  else if (kind == "recommendations") add_recommendations(blocks, "R", known, prose, section);
  else prose.add(blocks, highest_heading(blocks), section);
  Faults told = prose.told(bundle.path(name));
  bundle.faults.tell.insert(bundle.faults.tell.end(), told.begin(), told.end());
  return section;
}

}  // namespace casewright
