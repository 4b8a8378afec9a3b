#include "inspect/kinds/leftover.h"

#include "base/text.h"

namespace casewright {
namespace {

/// True for a paragraph that a draft's to-write block became when the file was saved by another program:
/// "To write: ...", with or without a paragraph's number before it.
bool opens_as_to_write(std::string_view text) {
  const std::size_t words = text.find_first_not_of(" \t0123456789.()-");
  return words != std::string_view::npos && ascii_lower(text.substr(words, 9)) == "to write:";
}

void find_to_write(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  for (const Stretch& stretch : seen.prose.stretches)
    if (stretch.scope == Scope::to_write ||
        (visible_scopes.has(stretch.scope) && opens_as_to_write(seen.prose.view(stretch.span))))
      into.push_back(report(seen, rule, stretch.span));
}

/// Runs that a person must look at carry a mark in the Document, not in the Prose; both go in one order, so
/// each run is looked for after the one before it.
void find_uncertain(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines) {
      if (!run.marks.has(Mark::uncertain)) continue;
      const std::string_view words = run.text;
      const std::size_t at = words.empty() ? std::string::npos : seen.prose.text.find(words, from);
      if (at == std::string::npos) {
        into.push_back(report(seen, rule, {}));
        continue;
      }
      from = at + words.size();
      into.push_back(report(seen, rule, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)}));
    }
  });
}

class LeftoverCheck final : public Check {
 public:
  explicit LeftoverCheck(bool uncertain) : uncertain_(uncertain) {}
  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    (uncertain_ ? find_uncertain : find_to_write)(seen, rule, into);
  }

 private:
  bool uncertain_;
};

}  // namespace

std::shared_ptr<const Check> prepare_leftover(const Rule& rule, Preparation&) {
  return std::make_shared<LeftoverCheck>(rule.body.attribute("of") == "uncertain");
}

}  // namespace casewright
