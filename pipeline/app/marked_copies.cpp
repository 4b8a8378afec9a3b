#include "app/marked_copies.h"

#include <algorithm>

#include "app/batch_desk.h"
#include "app/output_names.h"
#include "base/text.h"
#include "batch/inputs.h"
#include "emit/findings/findings_words.h"

namespace casewright {
namespace {

std::string_view spoken(const Finding& finding) { return finding.waived ? "Accepted" : spoken_level(finding.level); }

MarginNote note_of(const Finding& finding, const FindingsWords& shown) {
  MarginNote note;
  note.span = finding.span;
  note.level = finding.level;
  note.rule = finding.rule;
  note.words = fold_space(shown.pointed_at(finding));
  note.lines.push_back(std::string(spoken(finding)) + ": " + shown.message(finding));
  if (!finding.suggestion.empty()) note.lines.push_back("To mend: " + finding.suggestion);
  if (finding.waived)
    note.lines.push_back("Accepted by " + finding.waived->person + ", " + finding.waived->role + ", on " + long_form(finding.waived->date) + ": " +
                         shown.safe(finding.document, finding.waived->reason));
  note.lines.push_back("Rule: " + finding.rule);
  return note;
}

bool is_folder(const World& world, const Path& out) { return out.ends_with('/') || extension(out).empty() || world.kind_of(out) == PathKind::folder; }

bool same_ending(const std::string& one, const std::string& other) {
  const auto usual = [](const std::string& ending) { return ending == ".htm" ? std::string(".html") : ending; };
  return usual(one) == usual(other);
}

}  // namespace

std::vector<MarginNote> margin_notes(const Checked& checked, std::uint32_t document, bool show_text) {
  const FindingsWords shown(checked, show_text);
  std::vector<MarginNote> notes;
  for (const Finding& each : checked.findings)
    if (each.document == document) notes.push_back(note_of(each, shown));
  return notes;
}

std::string name_of_copy(const std::string& stem, std::string_view report) { return stem + ".marked" + extension(report); }

Faults wrong_places_for_copies(const Desk& desk, const CheckOptions& options) {
  if (!options.markup) return {};
  if (options.out.empty()) return {{"", 0, 0, "there is no name for the marked-up copy", "name the copy, or a folder for it, with -o"}};
  if (is_folder(desk.world, options.out)) return {};
  if (options.files.size() > 1) return {{options.out, 0, 0, "several reports cannot share one marked-up copy", "name a folder with -o"}};
  const Path& file = options.files.front();
  if (desk.world.real_path(file) == desk.world.real_path(options.out))
    return {{options.out, 0, 0, "the copy would take the place of the report it is made from", "give another name to -o"}};
  if (desk.world.kind_of(file) == PathKind::folder) return {{options.out, 0, 0, "a folder of reports has many marked-up copies", "name a folder with -o"}};
  if (!same_ending(extension(file), extension(options.out)))
    return {{options.out, 0, 0, "a marked-up copy is of the same kind as its report", "let its name end in " + extension(file)}};
  return {};
}

bool write_marked_copies(const Desk& desk, const CheckOptions& options, const Checked& checked) {
  const BatchInputs inputs = inputs_for(desk, options.files, {});
  const auto stems = output_names(inputs.files);
  const bool folder = is_folder(desk.world, options.out);
  bool all = true;
  const auto tell = [&](Faults faults) {
    desk.console.tell(faults);
    all = false;
  };
  if (folder)
    if (const Outcome made = desk.world.make_folders(options.out); !made) return tell(made.faults()), false;
  for (std::uint32_t document = 0; document < checked.readings.size(); ++document) {
    const Reading& reading = checked.readings[document];
    const auto input = std::find_if(inputs.files.begin(), inputs.files.end(), [&](const BatchInput& each) { return spoken_path(each) == reading.path; });
    if (input == inputs.files.end()) {
      tell({{reading.path, 0, 0, "this report could not be read a second time, so it has no marked-up copy", "name the file itself"}});
      continue;
    }
    const Result<std::string> bytes = read_input(desk.world, *input);
    if (!bytes) {
      tell(bytes.faults());
      continue;
    }
    const Result<MarkedCopy> copy = marked_copy(*bytes, reading, margin_notes(checked, document, options.show_text));
    if (!copy) {
      tell(copy.faults());
      continue;
    }
    const Path out = folder ? join(options.out, name_of_copy(stems.at(input->name), input->name)) : options.out;
    Outcome written = desk.world.make_folders(parent_folder(out));
    if (written) written = desk.world.write_file(out, copy->bytes);
    if (written) desk.console.say(out + ": a copy of " + reading.path + " with " + std::to_string(copy->notes) + (copy->notes == 1 ? " note" : " notes") + " beside the words");
    else tell(written.faults());
  }
  return all;
}

}  // namespace casewright
