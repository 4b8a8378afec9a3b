#include "labelled_headings.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "base/fnv.h"
#include "base/text.h"

namespace casewright {
namespace {

/// As deep as the number before a heading is long: 2 for "3.1", 1 for "3." and "Section 3"; 0 where there is none.
std::uint8_t depth_of(std::string_view heading) {
  if (heading.starts_with("Section ") || heading.starts_with("PART ") || heading.starts_with("Part ")) return 1;
  std::uint8_t numbers = 0;
  for (const std::string_view each : split(heading.substr(0, heading.find(' ')), '.'))
    if (!each.empty() && std::isdigit(static_cast<unsigned char>(each.front())) != 0 && each != "0") ++numbers;
  return numbers;
}

SectionSet labels_of(std::string_view text) {
  SectionSet labels = 0;
  for (const std::string_view each : split(trim(text), ' '))
    if (each != "other") labels |= section_of(each).value_or(0);
  return labels;
}

}  // namespace

std::vector<LabelledReport> read_labelled(const World& world, const Path& file) {
  std::vector<LabelledReport> all;
  const auto text = world.read_file(file, 1 << 20);
  if (!text) return all;
  for (const std::string_view line : split(*text, '\n')) {
    if (line.starts_with("== ")) {
      all.emplace_back();
      all.back().held = line.ends_with(" hold");
      all.back().name = line.substr(3, line.rfind(' ') - 3);
    }
    if (line.starts_with("> ") && !all.empty() && !all.back().headings.empty()) all.back().headings.back().opening = line.substr(2);
    const std::size_t bar = line.rfind(" | ");
    if (line.starts_with("> ") || all.empty() || line.starts_with("#") || bar == std::string_view::npos) continue;
    all.back().headings.push_back({std::string(line.substr(0, bar)), depth_of(line), {}});
    all.back().labels.push_back(labels_of(line.substr(bar + 3)));
  }
  return all;
}

std::vector<Path> labelled_files() {
  std::vector<Path> files;
  for (const char* name :
       {"headings.txt", "lists.txt", "fresh.txt", "wider.txt", "later.txt", "under.txt", "last.txt", "final.txt", "unseen.txt", "regimes.txt", "nations.txt", "agencies.txt",
        "rare.txt", "rarer.txt", "published.txt", "inside.txt"}) files.push_back(join(join(PROJECT_FOLDER, "tests/bench/sections"), name));
  return files;
}

Fold Fold::from(std::string_view text) {
  Fold fold;
  std::from_chars(text.data(), text.data() + text.size(), fold.part);
  const std::string_view of = text.substr(std::min(text.find('/'), text.size() - 1) + 1);
  std::from_chars(of.data(), of.data() + of.size(), fold.of);
  return fold;
}

bool Fold::has(const LabelledReport& report) const { return of != 0 && fnv_hash(report.name) % of == part; }

}  // namespace casewright
