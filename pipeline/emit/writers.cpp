#include "emit/writers.h"

#include "emit/blocks_writer.h"
#include "emit/docx_writer.h"
#include "emit/html_writer.h"

namespace casewright {
namespace {

constexpr Writer all_writers[] = {
    {"html", ".html", write_html},
    {"docx", ".docx", write_docx},
    {"blocks", ".json", write_blocks},
};

}  // namespace

std::span<const Writer> writers() { return all_writers; }

const Writer* writer_named(std::string_view name) {
  for (const Writer& writer : all_writers)
    if (writer.name == name) return &writer;
  return nullptr;
}

}  // namespace casewright
