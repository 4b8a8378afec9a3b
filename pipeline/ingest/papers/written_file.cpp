#include "ingest/papers/written_file.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/readers.h"

namespace casewright {
namespace {

bool has_words(const Document& document) {
  bool found = false;
  walk(document.blocks, [&](const Block& block, std::size_t) {
    found = found || (block.kind != BlockKind::furniture && block.kind != BlockKind::contents && !trim(block.text()).empty());
  });
  return found;
}

std::size_t count_of(const Container& container, CarriedKind kind) {
  return static_cast<std::size_t>(std::count_if(container.items.begin(), container.items.end(), [kind](const Carried& each) { return each.kind == kind; }));
}

}  // namespace

std::optional<Document> read_written_file(Bundle& bundle, const std::string& name, std::string_view bytes) {
  Result<Reading> read = read_report(bytes, bundle.path(name));
  if (!read) {
    read.move_faults_to(bundle.faults.stop);
    return std::nullopt;
  }
  const Path file = bundle.path(name);
  if (!has_words(read->document)) {
    bundle.faults.stop.push_back({file, 0, 0, "no words can be read in this file", "write them in it, put them into an .xml file, or move the file out of the case folder"});
    return std::nullopt;
  }
  if (count_of(read->container, CarriedKind::comment) > 0)
    bundle.faults.tell.push_back({file, 0, 0, "this file has comments, which a draft does not take over", "answer them in the text, then delete them"});
  if (count_of(read->container, CarriedKind::revision) > 0)
    bundle.faults.tell.push_back({file, 0, 0, "this file has tracked changes; a draft takes the words as they stand with all of them made", "accept or reject the changes in Word"});
  return std::move(read->document);
}

}  // namespace casewright
