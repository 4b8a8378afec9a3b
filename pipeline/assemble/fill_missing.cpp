// What the case does not say: the block "To write", the fault, and where to write it.
#include <algorithm>
#include <tuple>

#include "assemble/filler.h"
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

bool is_plain_path(std::string_view path) {
  return path.find_first_of("/@[]()|$*:. '") == std::string_view::npos;
}

/// A name of XPath as it is written in a file: `@date` as date="...", `reason` as <reason>; a longer path as it is.
std::string as_written(const std::string& name) {
  if (name.starts_with("@") && is_plain_path(name.substr(1))) return name.substr(1) + "=\"...\"";
  return is_plain_path(name) ? "<" + name + ">" : name;
}

std::size_t last_slash(std::string_view path) {
  int depth = 0;
  for (std::size_t at = path.size(); at-- > 0;) {
    if (path[at] == ']' || path[at] == ')') ++depth;
    if (path[at] == '[' || path[at] == '(') --depth;
    if (path[at] == '/' && depth == 0) return at;
  }
  return std::string::npos;
}

}  // namespace

void Filler::fault(const Part& part, std::string what, std::string hint) {
  if (++reported_[&part] > most_alike) return;
  faults_.push_back({layout_.files[part.file], part.line, 0, std::move(what), std::move(hint)});
}

/// A fault of the case that this part of the template met; the hint ends in where the template asks.
void Filler::fault_in_case(const Part& part, Fault fault) {
  if (++reported_[&part] > most_alike) return;
  const Path& file = layout_.files[part.file];
  fault.hint += "; asked for by " + join(std::string(file_name(parent_folder(file))), file_name(file)) + ":" + std::to_string(part.line);
  faults_.push_back(std::move(fault));
}

void Filler::count_the_rest() {
  Faults rest;
  for (const auto& [part, times] : reported_)
    if (times > most_alike)
      rest.push_back({layout_.files[part->file], part->line, 0,
                      std::to_string(times - most_alike) + " more like those above, at this place of the template", ""});
  std::sort(rest.begin(), rest.end(), [](const Fault& a, const Fault& b) {
    return std::tie(a.file, a.line, a.what) < std::tie(b.file, b.line, b.what);
  });
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
  if (!answer.nodes.empty()) return fault_at(answer.nodes.front(), "it stands empty here");
  const std::string select = part.select.text();
  if (const std::string section = section_named_in(select); !section.empty())
    return fault_at(known_.root.origin, 0, "write it in sections/" + section + ".xml, which begins <section id=\"" + section + "\">");
  std::string path = select;
  for (std::size_t cut; (cut = last_slash(path)) != std::string::npos && cut > 0;) {
    const std::string lacking = path.substr(cut + 1);
    path.resize(cut);
    const auto shorter = xpath::Expression::compile(path);
    if (!shorter.ok()) break;
    const xpath::Answer above = asker_.ask(*shorter, at.node);
    if (!above.nodes.empty() && !place_of(above.nodes.front()).empty())
      return fault_at(above.nodes.front(), "write " + as_written(lacking) + " inside <" + std::string(above.nodes.front().name()) + "> here");
  }
  const std::size_t cut = last_slash(select);
  const std::string within = cut == std::string::npos ? std::string() : select.substr(0, cut);
  const std::string hint = "write " + (is_plain_path(within) && !within.empty() ? as_written(select.substr(cut + 1)) + " inside <" + within + ">" : as_written(select));
  return place_of(at.node).empty() ? fault_at(known_.root.origin, 0, hint + " in the case") : fault_at(at.node, hint + " here");
}

Fault Filler::fault_at(xpath::Node node, std::string hint) const { return fault_at(node.origin(), node.origin().part, std::move(hint)); }

Fault Filler::fault_at(const Origin& origin, std::uint32_t line, std::string hint) const {
  return {origin.known() ? known_.sources[origin.source] : std::string(), line, 0, "", std::move(hint)};
}

std::string Filler::note_missing(const Part& part, const FillPlace& at, const xpath::Answer& answer) {
  std::string what = what_is_missing(part, at);
  if (answer.error.empty()) {
    Fault missing = where_to_write(part, at, answer);
    missing.what = "the case does not say: " + what;
    if (missing.file.empty()) fault(part, std::move(missing.what), std::move(missing.hint));
    else fault_in_case(part, std::move(missing));
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
