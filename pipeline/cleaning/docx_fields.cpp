#include "cleaning/docx_fields.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/index_entry.h"
#include "ingest/office/plain_anchor.h"
#include "ingest/parts/office_part.h"

namespace casewright {
namespace {

/// What Word shows of an old drop-down field: the entry that is chosen.
std::string shown_choice_of(const Markup& begin) {
  const Markup* form = begin.child("w:ffData");
  const Markup* list = form == nullptr ? nullptr : form->child("w:ddList");
  if (list == nullptr) return {};
  const Markup* given = list->child("w:result") != nullptr ? list->child("w:result") : list->child("w:default");
  std::size_t left = given == nullptr ? 0 : small_number(given->attribute("val"), 0, 0xFFFF);
  for (const Markup& each : list->children)
    if (each.is("w:listEntry") && left-- == 0) return each.attribute("val");
  return {};
}

/// Fields that tell more than they show become the words they show.
class FieldTaker {
 public:
  FieldTaker(const std::set<std::string>& telling, TakenOutList& out) : telling_(telling), out_(out) {}

  void run(Markup& root) {
    each_markup(root, [this](Markup& node) {
      if (node.is("w:fldSimple") && tells(node.attribute("instr"))) {
        node.unwrapped = true;
        out_.add("field codes");
      } else if (node.is("w:fldSimple")) {
        const std::string code = node.attribute("instr"), plain = with_plain_anchors(code);
        if (plain != code) node.set_attribute("instr", plain);
      }
      if (node.is("w:fldChar")) mark(node);
      if (node.is("w:instrText") && !open_.empty()) {
        open_.back().instruction += node.content();
        open_.back().parts.push_back(&node);
      } else if (is_shown_by_a_run(node)) {
        const auto code = std::find_if(open_.begin(), open_.end(), [](const Field& each) { return !each.separated; });
        if (code != open_.end()) code->parts.push_back(&node);
      }
    });
  }

 private:
  struct Field {
    std::string instruction;
    std::vector<Markup*> parts;  ///< its marks and its code, with what a field inside the code shows
    bool separated = false;      ///< what comes now is shown
    bool tells = false;
  };

  static bool is_shown_by_a_run(const Markup& node) {
    return node.is("w:t") || node.is("w:tab") || node.is("w:br") || node.is("w:cr") || node.is("w:sym") || node.is("w:noBreakHyphen") || node.is("w:drawing") || node.is("w:pict") ||
           node.is("w:object");
  }

  /// Also the entries of an index that name somebody.
  bool tells(std::string_view instruction) const {
    const std::string folded = fold_space(instruction), low = ascii_lower(folded);
    const bool entry = low.starts_with("xe ") || low.starts_with("tc ") || low.starts_with("ta ");
    const std::size_t open = folded.find('"'), close = open == std::string::npos ? open : folded.find('"', open + 1);
    return telling_.contains(folded) || (entry && close != std::string::npos && may_name_somebody(words_of_index_entry(folded.substr(open + 1, close - open - 1))));
  }

  void mark(Markup& node) {
    const std::string type = node.attribute("fldCharType");
    if (type == "begin") open_.emplace_back();
    if (open_.empty()) return;
    open_.back().parts.push_back(&node);
    if (type == "separate") open_.back().separated = true;
    if (type != "end") return;
    const Field field = std::move(open_.back());
    open_.pop_back();
    const bool taken = field.tells || tells(field.instruction);
    if (!open_.empty() && !open_.back().separated) {  // "IF { MERGEFIELD Name } = ...": part of the code round it
      open_.back().parts.insert(open_.back().parts.end(), field.parts.begin(), field.parts.end());
      open_.back().tells = open_.back().tells || taken;
      return;
    }
    if (const std::string chosen = field.parts.empty() ? std::string() : shown_choice_of(*field.parts.front()); !chosen.empty()) return keep_choice(field, chosen);
    if (!taken) return rename_anchors(field);
    for (Markup* each : field.parts) each->gone = true;
    out_.add("field codes");
  }

  /// A drop-down becomes the words that it shows.
  void keep_choice(const Field& field, const std::string& chosen) {
    for (Markup* each : field.parts) each->gone = true;
    Markup& words = *field.parts.front();
    const std::string tag = words.prefix() + "t";
    words = Markup();
    words.name = "w:t";
    words.open = "<" + tag + " xml:space=\"preserve\">";
    words.close = "</" + tag + ">";
    words.append(escape_markup(chosen));
    out_.add("names, tags and choices of form fields");
  }

  /// Bookmarks that were renamed are renamed in the code that asks for them, too.
  static void rename_anchors(const Field& field) {
    std::string plain = with_plain_anchors(field.instruction);
    if (plain == field.instruction) return;
    for (Markup* each : field.parts) {
      if (!each->is("w:instrText")) continue;
      each->children.clear();
      if (!plain.empty()) each->append(escape_markup(plain));
      plain.clear();
    }
  }

  const std::set<std::string>& telling_;
  TakenOutList& out_;
  std::vector<Field> open_;
};

}  // namespace

void flatten_fields(Markup& root, const std::set<std::string>& telling, TakenOutList& out) { FieldTaker(telling, out).run(root); }

}  // namespace casewright
