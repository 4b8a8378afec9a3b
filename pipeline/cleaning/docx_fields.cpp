#include "cleaning/docx_fields.h"

#include <string_view>
#include <vector>

#include "base/text.h"
#include "ingest/carried_risks.h"

namespace casewright {
namespace {

/// Fields that tell more than they show become the words they show.
class FieldTaker {
 public:
  FieldTaker(const std::set<std::string>& telling, TakenOutList& out) : telling_(telling), out_(out) {}

  void run(Markup& root) {
    each_markup(root, [this](Markup& node) {
      if (node.is("w:fldSimple") && tells(node.attribute("instr"))) {
        node.unwrapped = true;
        out_.add("field codes");
      }
      if (node.is("w:fldChar")) mark(node);
      if (node.is("w:instrText") && !open_.empty()) {
        open_.back().instruction += node.content();
        open_.back().parts.push_back(&node);
      }
    });
  }

 private:
  struct Field {
    std::string instruction;
    std::vector<Markup*> parts;
  };

  /// Also the entries of an index that name somebody.
  bool tells(std::string_view instruction) const {
    const std::string folded = fold_space(instruction), low = ascii_lower(folded);
    const bool entry = low.starts_with("xe ") || low.starts_with("tc ") || low.starts_with("ta ");
    const std::size_t open = folded.find('"'), close = open == std::string::npos ? open : folded.find('"', open + 1);
    return telling_.contains(folded) || (entry && close != std::string::npos && may_name_somebody(folded.substr(open + 1, close - open - 1)));
  }

  void mark(Markup& node) {
    const std::string type = node.attribute("fldCharType");
    if (type == "begin") open_.emplace_back();
    if (open_.empty()) return;
    open_.back().parts.push_back(&node);
    if (type != "end") return;
    if (tells(open_.back().instruction)) {
      for (Markup* each : open_.back().parts) each->gone = true;
      out_.add("field codes");
    }
    open_.pop_back();
  }

  const std::set<std::string>& telling_;
  TakenOutList& out_;
  std::vector<Field> open_;
};

}  // namespace

void flatten_fields(Markup& root, const std::set<std::string>& telling, TakenOutList& out) { FieldTaker(telling, out).run(root); }

}  // namespace casewright
