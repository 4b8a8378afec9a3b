#include "ingest/html/html_reader.h"

#include "base/text.h"
#include "foreign/xml/html.h"
#include "ingest/blocks/endnotes.h"
#include "ingest/blocks/source_text.h"
#include "ingest/html/html_barriers.h"
#include "ingest/html/html_blocks.h"
#include "ingest/html/html_page.h"
#include "ingest/html/html_unnamed.h"

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

Result<Reading> read_html(std::string_view bytes, const Path& file) { return read_html(bytes, file, {}); }

Result<Reading> read_html(std::string_view bytes, const Path& file, const StyleSheets& beside) {
  const Result<SourceText> source = decode_text(bytes, file, true);
  if (!source) return source.faults();
  const Result<html::Node> root = html::parse(source->text, file);
  if (!root) return root.faults();
  Reading reading;
  reading.document.sources.push_back(file);
  const HtmlPage page = survey(*root, *source, beside);
  read_html_blocks(page, reading.document);
  const std::uint32_t typed_notes = find_endnotes(reading.document.blocks);
  if (typed_notes > 0) reading.container.broken.push_back({"notes-typed", 0, "", "", typed_notes});
  reading.document.title = title_of(*root, reading.document);
  carry_hidden_things(page, reading.document, reading.container);
  note_unnamed_things(page, reading.container);
  note_barriers(page, reading.container);
  tell_guesses(*source, reading.container);
  if (page.missing_sheets > 0) {
    Carried unjudged{CarriedKind::private_data, "style sheet", "", "", {1, 0, 0}, 0, {}};
    unjudged.risk = "not-judged";
    unjudged.how = "what " + std::to_string(page.missing_sheets) + (page.missing_sheets == 1 ? " style sheet" : " style sheets") + " from elsewhere may hide is not known";
    reading.container.items.push_back(std::move(unjudged));
  }
  return reading;
}

StyleSheets sheets_beside(const World& world, std::string_view bytes, const Path& file) {
  constexpr std::uint64_t most_bytes = 2u << 20;
  constexpr std::size_t most_sheets = 40;
  StyleSheets found;
  if (ascii_lower(bytes).find("stylesheet") == std::string::npos) return found;
  const Result<SourceText> source = decode_text(bytes, file, true);
  const Result<html::Node> root = source ? html::parse(source->text, file) : Result<html::Node>(source.faults());
  if (!root) return found;
  std::vector<const html::Node*> open{&*root};
  while (!open.empty() && found.size() < most_sheets) {
    const html::Node& next = *open.back();
    open.pop_back();
    for (auto child = next.children.rbegin(); child != next.children.rend(); ++child) open.push_back(&*child);
    const std::string address(links_style_sheet(next) ? next.attribute("href") : "");
    const std::string path = address.substr(0, address.find_first_of("?#"));
    const bool here = !path.empty() && path[0] != '/' && path.find(':') == std::string::npos && path.find("..") == std::string::npos && path.find('\\') == std::string::npos;
    if (!here) continue;
    if (auto sheet = world.read_file(join(parent_folder(file), path), most_bytes)) found.emplace(address, std::move(*sheet));
  }
  return found;
}

}  // namespace casewright
