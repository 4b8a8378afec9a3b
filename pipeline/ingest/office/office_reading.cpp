#include "ingest/office/office_reading.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/office/plain_anchor.h"

namespace casewright {
namespace {

std::string_view main_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

/// An anchor as an id: no white space in it, and nobody's name.
std::string id_of(std::string_view anchor) {
  std::string id = plain_anchor(anchor);
  for (char& c : id)
    if (c == ' ' || c == '\t' || c == '\n' || c == '"' || c == '<' || c == '>' || c == '&') c = '-';
  return id;
}

}  // namespace

void set_anchors(OfficeFlow& flow, const std::set<std::string>& targets) {
  std::set<std::string> taken;
  for (OfficeParagraph& each : flow)
    for (const std::string& bookmark : each.bookmarks)
      if (each.block.id.empty() && targets.contains(bookmark) && taken.insert(bookmark).second) each.block.id = id_of(bookmark);
}

void settle_languages(Document& document, const std::map<std::string, std::size_t>& letters) {
  const auto most = std::max_element(letters.begin(), letters.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != letters.end()) document.language = most->first;
  const std::string_view main = main_language(document.language);
  walk(document.blocks, [main](Block& block, std::size_t) {
    if (main_language(block.language) == main) block.language.clear();
    const std::string_view around = block.language.empty() ? main : main_language(block.language);
    for (Inline& run : block.inlines)
      if (main_language(run.language) == around) run.language.clear();
    // Runs that differed only in what is now left out are one again.
    std::vector<Inline> joined;
    for (Inline& run : block.inlines) {
      const bool same = !joined.empty() && run.kind == InlineKind::text && joined.back().kind == InlineKind::text && joined.back().marks == run.marks &&
                        joined.back().target == run.target && joined.back().language == run.language;
      if (!same) {
        joined.push_back(std::move(run));
        continue;
      }
      const auto shift = static_cast<std::uint32_t>(joined.back().text.size());
      joined.back().text += run.text;
      for (OriginStep step : run.origins) {
        step.at += shift;
        joined.back().origins.push_back(step);
      }
    }
    block.inlines = std::move(joined);
  });
}

void drop_dead_links(Document& document) {
  std::set<std::string> ids;
  walk(document.blocks, [&ids](const Block& block, std::size_t) {
    if (!block.id.empty()) ids.insert(block.id);
  });
  walk(document.blocks, [&ids](Block& block, std::size_t) {
    for (Inline& run : block.inlines) {
      if (run.kind != InlineKind::text || !run.target.starts_with('#')) continue;
      const std::string id = id_of(run.target.substr(1));
      if (ids.contains(id)) run.target = "#" + id;
      else run.target.clear();
    }
  });
}

std::string title_of_blocks(const Document& document, const std::string& property) {
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::title) return fold_space(block.text());
  if (!property.empty()) return property;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::heading) return fold_space(block.text());
  return {};
}

}  // namespace casewright
