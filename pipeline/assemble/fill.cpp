#include "assemble/filler.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "model/section_names.h"

namespace casewright {
namespace {

/// Puts a heading's words in another language before it, marked as such.
void put_other_title(const Part& part, std::vector<Inline>& words) {
  if (part.attribute("other-title").empty()) return;
  Inline other = text_inline(std::string(part.attribute("other-title")));
  other.language = part.attribute("other-language");
  words.insert(words.begin(), {std::move(other), text_inline(" / ")});
}

}  // namespace

Filled Filler::fill() {
  start_document();
  flow(layout_.parts, {tree_.root()});
  report_unused();
  count_the_rest();
  Filled filled;
  filled.document = manuscript_.finish();
  filled.faults = std::move(faults_);
  return filled;
}

void Filler::start_document() {
  Document& document = manuscript_.document;
  document.role = layout_.role;
  document.code = known_.code;
  document.regime = known_.regime;
  document.date = known_.publication;
  document.sources = known_.sources;
  document.title = known_.root.content_of("title");
  if (const Record* board = known_.root.child("board")) document.board = board->content_of("name");
}

bool Filler::take(std::size_t bytes, const Part& part) {
  if (part.line != 0) last_with_line_ = &part;  // words have none
  if (!full_ && bytes <= bytes_left_) {
    bytes_left_ -= bytes;
    return true;
  }
  if (!full_) fault(last_with_line_ != nullptr ? *last_with_line_ : part, "with this the paper grows larger than any report: it is filled up to here", "look for a for-each that goes again through all that one around it has gone through");
  full_ = true;
  bytes_left_ = 0;
  return false;
}

xpath::Answer Filler::ask(const xpath::Expression& question, xpath::Node node, const Part& part) {
  if (!question) return {};
  xpath::Answer answer = asker_.ask(question, node);
  if (!answer.error.empty()) fault(part, answer.error, "check names of functions and variables");
  return take(answer.text.size() + answer.nodes.size() * sizeof(xpath::Node), part) ? answer : xpath::Answer();
}

void Filler::sort(std::vector<xpath::Node>& nodes, const Part& part) {
  struct Keyed {
    std::string key;
    double number;
    bool is_number;
    xpath::Node node;
  };
  std::vector<Keyed> keyed;
  for (const xpath::Node node : nodes) {
    Keyed each{ascii_lower(fold_space(ask(part.sort, node, part).text)), 0, false, node};
    const auto read = std::from_chars(each.key.data(), each.key.data() + each.key.size(), each.number);
    each.is_number = read.ec == std::errc() && read.ptr == each.key.data() + each.key.size();
    keyed.push_back(std::move(each));
  }
  const bool numbers = std::all_of(keyed.begin(), keyed.end(), [](const Keyed& each) { return each.is_number; });
  const bool down = part.attribute("order") == "descending";
  std::stable_sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
    const Keyed& first = down ? b : a;
    const Keyed& second = down ? a : b;
    return numbers ? first.number < second.number : first.key < second.key;
  });
  for (std::size_t place = 0; place < keyed.size(); ++place) nodes[place] = keyed[place].node;
}

void Filler::flow(const std::vector<Part>& parts, const FillPlace& at) {
  for (const Part& part : parts) {
    if (part.element == Element::section) section(part, at);
    else if (!control(part, at, [this](const std::vector<Part>& children, const FillPlace& inside) { flow(children, inside); }))
      block(part, at, {&manuscript_, nullptr});
  }
}

void Filler::section(const Part& part, const FillPlace& at) {
  if (part.when && !ask(part.when, at.node, part).truth) return;
  FillPlace inside = at;
  inside.level = number_of(part, "level", at.level + 1);
  inside.section = &part;
  inside.numbered = at.numbered && part.attribute("numbered") != "no";
  Block heading(BlockKind::heading);
  const xpath::Answer own = ask(part.title_select, at.node, part);
  WordsRun run(heading.inlines);
  if (!trim(own.text).empty()) {
    if (!own.nodes.empty()) mark_used(own.nodes.front(), true);
    run.add(own.text, {}, own.nodes.empty() ? Origin{} : own.nodes.front().origin());
  } else {
    run.add(part.attribute("title"));
  }
  if (!heading.inlines.empty()) {
    put_other_title(part, heading.inlines);
    heading.level = static_cast<std::uint8_t>(std::clamp(inside.level, 1, 6));
    heading.id = manuscript_.anchor(part.attribute("id").empty() ? heading.text() : part.attribute("id"));
    heading.section = part.has_attribute("canonical") ? std::string(part.attribute("canonical"))
                                                      : std::string(canonical_of(part.attribute("id")));
    manuscript_.heading(std::move(heading), inside.numbered);
  }
  flow(part.children, inside);
}

int number_of(const Part& part, std::string_view key, int otherwise) {
  const std::string_view written = part.attribute(key);
  std::from_chars(written.data(), written.data() + written.size(), otherwise);
  return otherwise;
}

Filled fill(const Template& layout, const CaseTree& tree, std::size_t most_bytes) { return Filler(layout, tree, most_bytes).fill(); }

Filled fill(const Template& layout, const PublicCase& known, std::size_t most_bytes) { return fill(layout, CaseTree(known), most_bytes); }

}  // namespace casewright
