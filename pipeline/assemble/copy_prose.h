#pragma once

#include <string_view>
#include <vector>

#include "assemble/manuscript.h"
#include "assemble/words_run.h"
#include "base/result.h"
#include "foreign/xml/xpath.h"

namespace casewright {

/// Where copied blocks go: into the flow of the report, or into a list item, a cell or a quotation.
struct Sink {
  Manuscript* flow = nullptr;
  std::vector<Block>* nested = nullptr;

  void paragraph(Block block) const;
  void add(Block block) const;
};

/// Copies prose of a case (paragraphs, lists, tables, quotations, headings, findings, recommendations; emphasis, links,
/// footnotes, marked doubts) into blocks, with the case's file and line behind every word. Elements that
/// are no prose are looked through, so that no word inside them is lost.
class ProseCopier {
 public:
  ProseCopier(Manuscript& manuscript, const std::vector<std::string>& sources, Faults& faults)
      : manuscript_(manuscript), sources_(sources), faults_(faults) {}

  /// The words inside `node`; paragraphs in it follow one another.
  void words(xpath::Node node, WordsRun& run, const WordsRun::Style& style);
  /// `node` itself where it is a block of prose, else the blocks inside it; headings stand below `level`.
  void blocks(xpath::Node node, const Sink& sink, int level);

 private:
  void inside(xpath::Node node, const Sink& sink, int level);
  void block(xpath::Node node, const Sink& sink, int level);
  void inline_element(xpath::Node node, WordsRun& run, WordsRun::Style style);
  void loose(xpath::Node node, Block& owner, int level);
  void list(xpath::Node node, const Sink& sink, int level);
  void table(xpath::Node node, const Sink& sink, int level);
  void quote(xpath::Node node, const Sink& sink, int level);
  void heading(xpath::Node node, std::string lead, int level, const Sink& sink, std::string_view wish);
  void led(xpath::Node node, std::string lead, const Sink& sink, int level);
  void recommendation(xpath::Node node, const Sink& sink, int level);

  Manuscript& manuscript_;
  const std::vector<std::string>& sources_;
  Faults& faults_;
};

}  // namespace casewright
