#include "app/commands.h"
#include "base/text.h"

namespace casewright {
namespace {

/// What a skeleton's {words} stand for.
using Words = std::vector<std::pair<std::string, std::string>>;

struct RegimeFacts {
  std::string_view code, type, board_kind, board_word, nation;
};

constexpr RegimeFacts regimes[] = {
    {"ENG-WT2023", "lcspr", "LSCP", "Partnership", "england"}, {"ENG-WT2018", "lcspr", "LSCP", "Partnership", "england"},
    {"ENG-WT2015", "scr", "LSCB", "Board", "england"},         {"ENG-WT2013", "scr", "LSCB", "Board", "england"},
    {"ENG-WT2010L", "scr", "LSCB", "Board", "england"},        {"ENG-WT2010", "executive-summary", "LSCB", "Board", "england"},
    {"ENG-WT2006", "executive-summary", "LSCB", "Board", "england"},
    {"WAL-CPR", "cpr", "RSB", "Board", "wales"},               {"WAL-SUSR", "susr", "RSB", "Board", "wales"},
    {"SCO-SCR", "scr", "CPC", "Committee", "scotland"},        {"SCO-LR", "learning-review", "CPC", "Committee", "scotland"},
    {"NI-CMR", "cmr", "SBNI", "Board", "northern-ireland"},    {"ENG-SAR", "sar", "SAB", "Board", "england"},
    {"EW-DHR", "dhr", "CSP", "Partnership", "england"},
};

const RegimeFacts* regime_of(std::string_view code) {
  for (const RegimeFacts& each : regimes)
    if (each.code == code) return &each;
  return nullptr;
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

Words words_of(const World& world, const Path& name, const RegimeFacts& regime) {
  const Date today = world.today();
  const bool of_adult = regime.type == "sar" || regime.type == "dhr";
  return {{"person", of_adult ? "person" : "child"},
          {"Person", of_adult ? "Person" : "Child"},
          {"people", of_adult ? "people" : "children"},
          {"public", of_adult ? "Adult" : "Child"},
          {"code", code_of(file_name(name))},
          {"regime", std::string(regime.code)},
          {"type", std::string(regime.type)},
          {"board-kind", std::string(regime.board_kind)},
          {"board-word", std::string(regime.board_word)},
          {"nation", std::string(regime.nation)},
          {"today", iso(today)},
          {"year", std::to_string(today.year)}};
}

std::string known_regimes() {
  std::vector<std::string> codes;
  for (const RegimeFacts& each : regimes) codes.emplace_back(each.code);
  return list_in_words(codes);
}

}  // namespace

Exit create(const Desk& desk, const NewOptions& options) {
  const RegimeFacts* regime = options.regime.empty() ? &regimes[0] : regime_of(options.regime);
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
