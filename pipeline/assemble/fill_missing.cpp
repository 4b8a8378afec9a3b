// What the case does not say: the block "To write", the fault, and where to write it.
#include <algorithm>
#include <tuple>

#include "assemble/filler.h"
#include "assemble/words_of_path.h"
#include "base/text.h"

namespace casewright {
namespace {

/// How often one place of a template is reported as missing before the rest is only counted.
constexpr int most_alike = 10;

/// The id in the first section[@id='...'] of a path, or nothing.
std::string section_named_in(std::string_view path) {
  constexpr std::string_view opening = "sections/section[@id='";
  const std::size_t from = path.find(opening);
  if (from == std::string_view::npos) return {};
  const std::string_view rest = path.substr(from + opening.size());
  return std::string(rest.substr(0, rest.find('\'')));
}

/// Lists that templates ask for by name, each with the file or the folder of the case that it is read from.
struct ListPlace {
  std::string_view list, place;
  std::size_t own_steps;   ///< steps of a path that the place itself stands for
  std::string_view where;  ///< behind what is to be typed
  std::string_view whole;  ///< what to do where nothing is left to type
};

constexpr ListPlace list_places[] = {
    {"people", "people.xml", 1, " in this file", "fill in this file"},
    {"actions", "actions.xml", 1, " in this file, or give the action plan as a table", "fill in this file"},
    {"imrs", "imr", 2, " in the agencies' own reviews, which stand in this folder", "put each agency's own review into this folder"},
    {"sections", "sections", 2, " in one of the files of this folder", "put a file for each section into this folder"},
    {"chronology", "chronology", 3, "", "put each agency's chronology into this folder"}};

/// "write <contact>...</contact> between <board> and </board>", or where an attribute goes.
std::string to_type(const std::string& words, std::string_view element) {
  const std::string name(element);
  return "write " + words + (words.starts_with("<") ? " between <" + name + "> and </" + name + ">" : " inside the mark that begins with <" + name);
}

/// The same for what was written in Word or the like, which is read by such lines (ingest/reviews/written_imr, written_recommendations).
std::string line_to_add(std::string_view step) {
  if (step.starts_with('@')) step.remove_prefix(1);
  std::string label = replace_every(step == "owner-names" ? "owner" : step == "due" ? "by-when" : step, "-", " ");
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return "add a line such as \"" + label + ": ...\" in this file";
}

std::string joined(const std::vector<std::string>& steps, std::size_t count) {
  return join_text(std::vector<std::string>(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(count)), "/");
}

std::vector<std::string> behind(const std::vector<std::string>& steps, std::size_t count) {
  return {steps.begin() + static_cast<std::ptrdiff_t>(std::min(count, steps.size())), steps.end()};
}

}  // namespace

/// A fault that this place of the template met; of very many alike the rest is counted.
void Filler::report(const Part& part, Fault fault) {
  Reported& reported = reported_[&part];
  if (++reported.times == 1) reported.first = fault;
  if (reported.times <= most_alike) faults_.push_back(std::move(fault));
}

void Filler::fault(const Part& part, std::string what, std::string hint) {
  report(part, {layout_.files[part.file], part.line, 0, std::move(what), std::move(hint)});
}

/// A fault of the case. Where the template asks is told only where the case has no place for it.
void Filler::fault_in_case(const Part& part, Fault fault) {
  if (fault.file.empty()) this->fault(part, std::move(fault.what), std::move(fault.hint));
  else report(part, std::move(fault));
}

void Filler::count_the_rest() {
  Faults rest;
  for (const auto& [part, reported] : reported_)
    if (reported.times > most_alike)
      rest.push_back({reported.first.file, 0, 0, "and " + std::to_string(reported.times - most_alike) + " more places: " + reported.first.what, ""});
  std::sort(rest.begin(), rest.end(), [](const Fault& a, const Fault& b) { return std::tie(a.file, a.what) < std::tie(b.file, b.what); });
  faults_.insert(faults_.end(), rest.begin(), rest.end());
}

std::string Filler::place_of(xpath::Node node) const {
  const Origin origin = node.origin();
  return origin.known() ? known_.sources[origin.source] + ":" + std::to_string(origin.part) : std::string();
}

/// What a part that found nothing asks the writer for.
std::string Filler::what_is_missing(const Part& part, const FillPlace& at) const {
  if (part.has_attribute("what")) return std::string(part.attribute("what"));
  const std::vector<std::string> names = xpath::names_in(part.select.text());
  std::string last;
  for (const std::string& name : names)
    if (!name.starts_with("$") && name != "@id") last = name;
  if (last.starts_with("@")) last.erase(0, 1);
  if (!last.empty() && last != "section") return replace_every(last, "-", " ");
  return at.section == nullptr ? "this part" : "\"" + std::string(at.section->attribute("title")) + "\"";
}

/// Where in the case the missing words belong and how to write them there: the element that stands empty, the one
/// that lacks them, or the file of the case; `what` is for the caller to say.
Fault Filler::where_to_write(const Part& part, const FillPlace& at, const xpath::Answer& answer) {
  if (!answer.nodes.empty()) return where_it_is_empty(answer.nodes.front());
  const std::string select = part.select.text();
  if (const std::string section = section_named_in(select); !section.empty())
    return fault_in(join("sections", section + ".xml"), "write it in Word and save it as " + section + ".docx there, or make this file; it begins <section id=\"" + section + "\">");
  const std::vector<std::string> steps = steps_of(select);
  const auto list = std::find_if(std::begin(list_places), std::end(list_places), [&](const ListPlace& each) { return each.list == steps.front(); });
  const std::size_t own_steps = list == std::end(list_places) ? 0 : list->own_steps;  // which of many files or entries they name is for a person to say
  for (std::size_t count = steps.size() - 1; count > own_steps && count < steps.size(); --count) {
    const auto above = xpath::Expression::compile(joined(steps, count));
    const std::string words = typed(behind(steps, count));
    if (!above.ok() || words.empty()) break;
    const xpath::Answer found = asker_.ask(*above, at.node);
    if (found.nodes.empty() || place_of(found.nodes.front()).empty()) continue;
    return where_to_type(found.nodes.front(), words, steps[count]);
  }
  if (list != std::end(list_places)) {
    const std::string words = typed(behind(steps, own_steps));
    return fault_in(std::string(list->place), words.empty() ? std::string(list->whole) : "write " + words + std::string(list->where));
  }
  const std::string words = typed(steps);
  if (words.empty()) return {"", 0, 0, "", "this place of the template asks for " + select};
  if (at.node.raw() != tree_.root().raw() && !place_of(at.node).empty()) return where_to_type(at.node, words, steps.front());
  return fault_in("case.xml", words.starts_with("<") ? "write " + words + " in this file" : to_type(words, "case"));
}

/// How to add what an element lacks: its mark in XML, a line with a label in what was written in Word.
Fault Filler::where_to_type(xpath::Node node, const std::string& words, std::string_view lacking) const {
  const bool in_xml = extension(known_.sources[node.origin().source]) == ".xml";
  return fault_at(node, in_xml ? to_type(words, node.name()) : line_to_add(lacking));
}

/// What stands there already and has no words in it.
Fault Filler::where_it_is_empty(xpath::Node node) const {
  if (node.is_text()) node = node.parent();
  const std::string name(node.name());
  const bool in_xml = extension(known_.sources[node.origin().source]) == ".xml";
  if (!in_xml) return fault_at(node, "write it in this file");
  if (node.is_element()) return fault_at(node, "write it between <" + name + "> and </" + name + ">");
  return fault_at(node, "write it between the quotation marks of " + name + "=\"\"");
}

/// A fault in a file or a folder of the case that may not be there yet.
Fault Filler::fault_in(const Path& place, std::string hint) const {
  const Origin root = known_.root.origin;
  return {root.known() ? join(parent_folder(known_.sources[root.source]), place) : std::string(), 0, 0, "", std::move(hint)};
}

Fault Filler::fault_at(xpath::Node node, std::string hint) const {
  const Origin origin = node.origin();
  return {origin.known() ? known_.sources[origin.source] : std::string(), origin.known() ? origin.part : 0, 0, "", std::move(hint)};
}

std::string Filler::note_missing(const Part& part, const FillPlace& at, const xpath::Answer& answer) {
  std::string what = what_is_missing(part, at);
  if (answer.error.empty()) {
    Fault missing = where_to_write(part, at, answer);
    missing.what = "the case does not say: " + what;
    fault_in_case(part, std::move(missing));
  }
  return what;
}

std::string_view Filler::guidance_of(const Part* section) {
  if (section != nullptr)
    for (const Part& each : section->children)
      if (each.element == Element::guidance) return each.text;
  return {};
}

/// The visible block that stands where words are missing; `sentence` is what there is of it.
Block Filler::to_write(const std::string& what, std::string_view guidance, std::vector<Inline> sentence) {
  Block block(BlockKind::to_write);
  WordsRun run(block.inlines);
  run.add(what + ". ");
  run.add(guidance);
  if (!sentence.empty()) {
    run.add(" ");
    block.inlines.push_back(text_inline(" "));
    for (Inline& each : sentence) block.inlines.push_back(std::move(each));
  }
  return block;
}

}  // namespace casewright
