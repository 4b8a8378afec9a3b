#include "ingest/blocks/runs.h"

#include <string_view>
#include <utility>

namespace casewright {
namespace {

/// The origins of what stands behind byte `count` of a run.
std::vector<OriginStep> origins_behind(const Inline& run, std::uint32_t count) {
  std::vector<OriginStep> rest;
  if (run.origins.empty()) return rest;
  OriginStep first;
  for (OriginStep each : run.origins) {
    if (each.at <= count) {
      first = each;
      continue;
    }
    each.at -= count;
    rest.push_back(each);
  }
  first.origin = run.origin_at(count);
  first.at = 0;
  rest.insert(rest.begin(), first);
  return rest;
}

}  // namespace

Inline line_break(Origin from) {
  Inline run;
  run.kind = InlineKind::line_break;
  if (from.known()) run.origins.push_back({0, from, OriginStep::Steps::stays});
  return run;
}

Inline note_reference(std::string mark, std::string target, Origin from) {
  Inline run;
  run.kind = InlineKind::note_reference;
  run.text = std::move(mark);
  run.target = std::move(target);
  run.origins.push_back({0, from, OriginStep::Steps::stays});
  return run;
}

void trim_breaks(std::vector<Inline>& inlines) {
  while (!inlines.empty() && inlines.back().kind == InlineKind::line_break) inlines.pop_back();
  std::size_t breaks = 0;
  while (breaks < inlines.size() && inlines[breaks].kind == InlineKind::line_break) ++breaks;
  inlines.erase(inlines.begin(), inlines.begin() + static_cast<std::ptrdiff_t>(breaks));
}

void cut_front(std::vector<Inline>& inlines, std::size_t count) {
  while (count > 0 && !inlines.empty()) {
    Inline& run = inlines.front();
    if (run.kind == InlineKind::note_reference) return;
    if (run.kind == InlineKind::line_break || run.text.size() <= count) {
      count -= run.kind == InlineKind::text ? run.text.size() : 1;
      inlines.erase(inlines.begin());
      continue;
    }
    run.origins = origins_behind(run, static_cast<std::uint32_t>(count));
    run.text.erase(0, count);
    count = 0;
  }
}

}  // namespace casewright
