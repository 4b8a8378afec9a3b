#include "app/commands.h"
#include "base/text.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

/// What a skeleton's {words} stand for.
using Words = std::vector<std::pair<std::string, std::string>>;

/// The regime that is asked for, null where there is none of that code; else the one of the first line of corpus/regimes.xml that is in
/// force today, or its newest where a clock says that none is.
const Regime* regime_asked(const std::string& code, const Date& today) {
  const ReviewRegimes& all = review_regimes();
  if (!code.empty()) return all.find(code);
  const Regime *usual = nullptr, *newest = nullptr;
  for (const Regime& each : all.regimes) {
    if (each.line != all.regimes.front().line) continue;
    newest = &each;
    if (each.in_force(today)) usual = &each;
  }
  return usual != nullptr ? usual : newest;
}

/// A code such as case.xml allows: lower-case letters, digits and single hyphens.
std::string code_of(std::string_view name) {
  std::string code;
  for (const char c : ascii_lower(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) code += c;
    else if (!code.empty() && code.back() != '-') code += '-';
  }
  while (!code.empty() && code.back() == '-') code.pop_back();
  return code.empty() ? "review" : code;
}

Outcome copy_skeleton(World& world, const Path& from, const Path& to, const Words& words, int depth = 0) {
  if (Outcome made = world.make_folders(to); !made) return made;
  auto entries = world.list_folder(from);
  if (!entries) return entries.faults();
  for (const FolderEntry& entry : *entries) {
    const Path source = join(from, entry.name), target = join(to, entry.name);
    if (entry.kind == PathKind::folder && depth < 8) {
      if (Outcome copied = copy_skeleton(world, source, target, words, depth + 1); !copied) return copied;
      continue;
    }
    auto bytes = world.read_file(source);
    if (!bytes) return bytes.faults();
    std::string text = std::move(*bytes);
    for (const auto& [what, by] : words) text = replace_every(text, "{" + what + "}", by);
    if (Outcome written = world.write_file(target, text); !written) return written;
  }
  return Done{};
}

Words words_of(const World& world, const Path& name, const Regime& regime) {
  const Date today = world.today();
  return {{"person", regime.of_adults ? "person" : "child"},
          {"Person", regime.of_adults ? "Person" : "Child"},
          {"people", regime.of_adults ? "people" : "children"},
          {"public", regime.of_adults ? "Adult" : "Child"},
          {"code", code_of(file_name(name))},
          {"regime", regime.code},
          {"type", regime.type},
          {"board-kind", regime.board},
          {"board-word", regime.body},
          {"nation", regime.nation},
          {"today", iso(today)},
          {"year", std::to_string(today.year)}};
}

std::string known_regimes() {
  std::vector<std::string> codes;
  for (const Regime& each : review_regimes().regimes) codes.push_back(each.code);
  return list_in_words(codes);
}

}  // namespace

Exit create(const Desk& desk, const NewOptions& options) {
  const Regime* regime = regime_asked(options.regime, desk.world.today());
  if (regime == nullptr) {
    desk.console.tell({{"", 0, 0, "no guidance has the code " + options.regime, "choose one of " + known_regimes()}});
    return Exit::fault;
  }
  if (desk.world.kind_of(options.name) != PathKind::missing) {
    desk.console.tell({{options.name, 0, 0, "something of that name is already there", "choose another name; nothing was changed"}});
    return Exit::fault;
  }
  const Path skeleton = options.what == "case" ? desk.house.new_case() : desk.house.new_board();
  const Outcome made = options.what == "case" ? desk.world.make_private_folder(options.name) : desk.world.make_folders(options.name);
  if (!made) {
    desk.console.tell(made.faults());
    return Exit::fault;
  }
  if (Outcome copied = copy_skeleton(desk.world, skeleton, options.name, words_of(desk.world, options.name, *regime)); !copied) {
    desk.console.tell(copied.faults());
    return Exit::fault;
  }
  desk.console.say("Made " + options.name + ". Read " + join(options.name, "README.txt") + " next.");
  return Exit::ready;
}

}  // namespace casewright
