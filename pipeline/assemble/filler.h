#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "assemble/case_tree.h"
#include "assemble/copy_prose.h"
#include "assemble/manuscript.h"
#include "assemble/template.h"
#include "assemble/words_run.h"

// Only fill*.cpp include this page.
namespace casewright {

/// Where in the case and in the template the filling has come to.
struct FillPlace {
  xpath::Node node;
  int level = 1;                    ///< of the section's heading
  const Part* section = nullptr;
  bool numbered = true;
};

/// What was reported of one place of a template.
struct Reported {
  int times = 0;
  Fault first;
};

/// The words missing in one block.
using Missing = std::vector<std::string>;

/// The number that an attribute holds, or `otherwise`.
int number_of(const Part& part, std::string_view key, int otherwise);

/// Fills a template with a case: each part of the template becomes blocks and words of the Document.
class Filler {
 public:
  Filler(const Template& layout, const CaseTree& tree, std::size_t most_bytes)
      : layout_(layout), tree_(tree), known_(tree.known()), asker_(tree.tree()), manuscript_(layout.numbering),
        copier_(manuscript_, known_.sources, faults_), bytes_left_(most_bytes) {}

  Filled fill();

 private:
  // The way through the template: fill.cpp.
  void start_document();
  /// Counts what is about to be made; false, with a fault the first time, where the document would become larger than it may.
  bool take(std::size_t bytes, const Part& part);
  xpath::Answer ask(const xpath::Expression& question, xpath::Node node, const Part& part);
  void sort(std::vector<xpath::Node>& nodes, const Part& part);
  void flow(const std::vector<Part>& parts, const FillPlace& at);
  void section(const Part& part, const FillPlace& at);
  /// Calls `visit(children, context)` as if, choose and for-each say; false where `part` is none of them.
  template <class Visit>
  bool control(const Part& part, const FillPlace& at, Visit visit) {
    if (part.element == Element::if_) {
      if (ask(part.select, at.node, part).truth) visit(part.children, at);
    } else if (part.element == Element::choose) {
      for (const Part& each : part.children)
        if (each.element == Element::otherwise || (each.element == Element::when && ask(each.select, at.node, each).truth)) {
          visit(each.children, at);
          break;
        }
    } else if (part.element == Element::for_each) {
      for_each(part, at, visit);
    } else {
      return false;
    }
    return true;
  }

  template <class Visit>
  void for_each(const Part& part, const FillPlace& at, Visit visit) {
    xpath::Answer answer = ask(part.select, at.node, part);
    if (part.sort) sort(answer.nodes, part);
    const std::string variable(part.attribute("as"));
    FillPlace inside = at;
    for (const xpath::Node node : answer.nodes) {
      if (!take(sizeof(Block), part)) break;
      mark_used(node, false);
      inside.node = node;
      if (!variable.empty()) asker_.set_variable(variable, node);
      visit(part.children, inside);
    }
    if (!variable.empty()) asker_.set_variable(variable, xpath::Node());
  }

  // Words: fill_words.cpp.
  void inlines(const std::vector<Part>& parts, const FillPlace& at, WordsRun& run, const WordsRun::Style& style, Missing& missing);
  bool inline_part(const Part& part, const FillPlace& at, WordsRun& run, const WordsRun::Style& style, Missing& missing);
  void field(const Part& part, const FillPlace& at, WordsRun& run, const WordsRun::Style& style, Missing& missing);
  void footnote(const Part& part, const FillPlace& at, WordsRun& run);
  void glossary(const Part& part, const FillPlace& at);

  // Blocks: fill_blocks.cpp.
  void mixed(const Part& part, const FillPlace& at, Block& owner);
  void mixed_parts(const std::vector<Part>& parts, const FillPlace& at, Block& owner, WordsRun& run, Missing& missing);
  bool block(const Part& part, const FillPlace& at, const Sink& sink);
  void text(const Part& part, const FillPlace& at, const Sink& sink, BlockKind kind);
  void prose(const Part& part, const FillPlace& at, const Sink& sink);
  void figure(const Part& part, const FillPlace& at, const Sink& sink);

  // Lists and tables, down to their cells: fill_tables.cpp.
  void list(const Part& part, const FillPlace& at, const Sink& sink);
  void items(const std::vector<Part>& parts, const FillPlace& at, Block& list);
  void table(const Part& part, const FillPlace& at, const Sink& sink);
  void rows(const std::vector<Part>& parts, const FillPlace& at, Block& table);
  Block cell(const Part& part, const FillPlace& at, bool header);

  // What the case does not say, and where to write it: fill_missing.cpp.
  std::string what_is_missing(const Part& part, const FillPlace& at) const;
  Fault where_to_write(const Part& part, const FillPlace& at, const xpath::Answer& answer);
  Fault where_to_type(xpath::Node node, const std::string& words, std::string_view lacking) const;
  Fault where_it_is_empty(xpath::Node node) const;
  Fault fault_at(xpath::Node node, std::string hint) const;
  Fault fault_in(const Path& place, std::string hint) const;
  std::string note_missing(const Part& part, const FillPlace& at, const xpath::Answer& answer);
  static std::string_view guidance_of(const Part* section);
  static Block to_write(const std::string& what, std::string_view guidance, std::vector<Inline> sentence = {});
  void report(const Part& part, Fault fault);
  void fault(const Part& part, std::string what, std::string hint);
  void fault_in_case(const Part& part, Fault fault);
  void count_the_rest();
  std::string place_of(xpath::Node node) const;

  // What a reviewer wrote and nothing tells: fill_unused.cpp.
  void mark_used(xpath::Node node, bool told);
  void report_unused();

  const Template& layout_;
  const CaseTree& tree_;
  const PublicCase& known_;
  xpath::Asker asker_;
  Faults faults_;
  Manuscript manuscript_;
  ProseCopier copier_;
  std::unordered_map<const Part*, Reported> reported_;
  std::unordered_set<void*> used_;
  const Part* last_with_line_ = nullptr;
  bool full_ = false;
  std::size_t bytes_left_;   ///< that the document may still grow by, as far as take() counts
};

}  // namespace casewright
