#include "ingest/pdf/pdf_measures.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace casewright {
namespace {

template <class Key>
Key commonest(const std::map<Key, std::size_t>& counts, Key otherwise) {
  std::size_t most = 0;
  for (const auto& [key, count] : counts)
    if (count > most) most = count, otherwise = key;
  return otherwise;
}

/// Rows with wide gaps, or narrow ones, are more often cells than prose.
bool may_be_prose(const LaidLine& row, float width) {
  if (row.box.right - row.box.left < 0.38f * width) return false;
  std::size_t gaps = 0;
  for (std::size_t i = 1; i < row.words.size(); ++i) gaps += row.words[i].box.left - row.words[i - 1].box.right > 1.5f * row.size;
  return gaps < 2;
}

}  // namespace

LayoutMeasures measures_of(const std::vector<LaidPage>& pages) {
  std::map<float, std::size_t> sizes;
  std::map<std::uint32_t, std::size_t> colours;
  std::size_t strong = 0, all = 0;
  bool any_strong = false;
  for (const LaidPage& page : pages) {
    float left = 1e9f, right = -1e9f;
    for (const LaidLine& row : page.rows) left = std::min(left, row.box.left), right = std::max(right, row.box.right);
    for (const LaidLine& row : page.rows) {
      any_strong = any_strong || row.strong;
      if (!may_be_prose(row, right - left)) continue;
      sizes[row.size] += row.text.size();
      colours[row.rgb] += row.text.size();
      all += row.text.size();
      strong += row.strong ? row.text.size() : 0;
    }
  }
  LayoutMeasures usual;
  usual.body = std::max(1.0f, commonest(sizes, 10.0f));
  usual.one_weight = !any_strong;
  usual.rgb = commonest(colours, std::uint32_t{0});
  usual.strong = 2 * strong > all;
  usual.pitch = 1.2f * usual.body;
  return usual;
}

float pitch_of(const std::vector<LaidPage>& pages, const LayoutMeasures& usual) {
  std::map<float, std::size_t> pitches;
  for (const LaidPage& page : pages)
    for (std::size_t i = 1; i < page.flow.size(); ++i) {
      const FlowItem &here = page.flow[i], &before = page.flow[i - 1];
      if (here.kind != FlowKind::line || before.kind != FlowKind::line || here.opens_region) continue;
      const float pitch = std::round((here.line.baseline - before.line.baseline) * 4) / 4;
      if (here.line.size == usual.body && before.line.size == usual.body && pitch > 0.8f * usual.body && pitch < 3 * usual.body) ++pitches[pitch];
    }
  std::size_t highest = 0;
  for (const auto& [pitch, count] : pitches) highest = std::max(highest, count);
  for (const auto& [pitch, count] : pitches)
    if (static_cast<double>(count) >= 0.15 * static_cast<double>(highest) && highest > 1) return pitch;
  return 1.2f * usual.body;
}

}  // namespace casewright
