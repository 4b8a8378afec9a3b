#include "ingest/html_reader.h"

#include "base/text.h"
#include "foreign/html.h"
#include "ingest/endnotes.h"
#include "ingest/html_blocks.h"
#include "ingest/html_page.h"
#include "ingest/source_text.h"

namespace casewright {
namespace {

std::string title_of(const html::Node& root, const Document& document) {
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::title) return fold_space(block.text());
  std::vector<const html::Node*> open{&root};
  while (!open.empty()) {
    const html::Node* next = open.back();
    open.pop_back();
    if (next->name == "title") return fold_space(next->content());
    if (next->name == "svg") continue;
    for (auto child = next->children.rbegin(); child != next->children.rend(); ++child) open.push_back(&*child);
  }
  return "";
}

}  // namespace

Result<Reading> read_html(std::string_view bytes, const Path& file) {
  const Result<SourceText> source = decode_text(bytes, file, true);
  if (!source) return source.faults();
  const Result<html::Node> root = html::parse(source->text, file);
  if (!root) return root.faults();
  Reading reading;
  reading.document.sources.push_back(file);
  const HtmlPage page = survey(*root, *source);
  read_html_blocks(page, reading.document);
  find_endnotes(reading.document.blocks);
  reading.document.title = title_of(*root, reading.document);
  carry_hidden_things(page, reading.document, reading.container);
  return reading;
}

}  // namespace casewright
