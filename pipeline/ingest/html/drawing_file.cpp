#include "ingest/html/drawing_file.h"

#include "base/text.h"
#include "foreign/xml/html.h"
#include "ingest/blocks/source_text.h"
#include "ingest/html/html_page.h"

namespace casewright {

DrawingWords words_of_drawing_file(std::string_view bytes) {
  DrawingWords words;
  const Result<SourceText> decoded = decode_text(bytes, "", true);
  if (!decoded) return words;
  const std::string drawing = replace_every(replace_every(decoded->text, "<svg:", "<"), "</svg:", "</");
  const std::size_t begin = drawing.find("<svg");
  if (begin == std::string::npos) return words;
  const Result<SourceText> page = decode_text("<!DOCTYPE html><html><body>" + drawing.substr(begin) + "</body></html>", "", true);
  const Result<html::Node> root = page ? html::parse(page->text, "") : Result<html::Node>(page.faults());
  if (!root) return words;
  Container container;
  carry_hidden_things(survey(*root, *page), Document(), container);
  for (Carried& each : container.items) {
    if (each.kind == CarriedKind::image && each.risk.empty() && each.name == "words in a drawing") words.drawn += (words.drawn.empty() ? "" : "; ") + each.text;
    if (each.kind == CarriedKind::hidden_text) words.hidden.push_back(std::move(each.text));
  }
  return words;
}

}  // namespace casewright
