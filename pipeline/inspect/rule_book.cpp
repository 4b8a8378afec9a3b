#include "inspect/rule_book.h"

#include <algorithm>

#include "base/sorted_lines.h"
#include "foreign/hash.h"
#include "foreign/spell.h"
#include "foreign/xml/xml.h"
#include "inspect/kinds.h"
#include "inspect/rule_reader.h"
#include "inspect/vale/vale_style.h"

namespace casewright {
namespace data {
extern const std::string_view sound_rules;
}
namespace {

constexpr std::uint64_t most_rule_bytes = 1 << 20;
constexpr std::string_view profiles_folder = "profiles";

/// One rule file: its id, where it stands and in which of the folders.
struct RuleFile {
  std::string id, family;
  Path path;
  std::size_t folder = 0;
};

bool plain_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char each) {
    return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '-';
  });
}

bool hidden(std::string_view name) {
  return name.starts_with('.') || name.ends_with('~');
}

void list_family(const World& world, const Path& folder, const std::string& family, std::size_t number,
                 std::vector<RuleFile>& files, Faults& faults) {
  const Path path = join(folder, family);
  auto entries = world.list_folder(path);
  entries.move_faults_to(faults);
  if (!entries) return;
  for (const FolderEntry& entry : *entries) {
    if (hidden(entry.name) || entry.name == "README.md") continue;
    const std::string name = entry.name.substr(0, entry.name.rfind('.'));
    if (entry.kind != PathKind::file || extension(entry.name) != ".xml" || !plain_name(name))
      faults.push_back(
          {join(path, entry.name), 0, 0, "this is no rule file",
           "a rule is one file named in lower case with dashes: " + family + "/long-sentence.xml"});
    else
      files.push_back({family + "/" + name, family, join(path, entry.name), number});
  }
}

void list_folder(const World& world, const Path& folder, std::size_t number, std::set<std::string>& families,
                 std::vector<RuleFile>& files, Faults& faults) {
  auto entries = world.list_folder(folder);
  entries.move_faults_to(faults);
  if (!entries) return;
  for (const FolderEntry& entry : *entries) {
    const Path path = join(folder, entry.name);
    if (hidden(entry.name) || entry.name == profiles_folder) continue;
    if (entry.kind == PathKind::file && extension(entry.name) == ".xml")
      faults.push_back({path, 0, 0, "a rule must stand in the folder of its family",
                        "move it, for instance to " + join(join(folder, "tone"), entry.name)});
    if (entry.kind != PathKind::folder) continue;
    if (number == 0) families.insert(entry.name);
    if (families.count(entry.name) == 0) {
      std::string known;
      for (const std::string& family : families) known += (known.empty() ? "" : ", ") + family;
      faults.push_back(
          {path, 0, 0, "'" + entry.name + "' is no family of rules", "the families are " + known});
    } else {
      list_family(world, folder, entry.name, number, files, faults);
    }
  }
}

std::optional<xml::Schema> read_schema(const World& world, const Path& path, Faults& faults) {
  auto bytes = world.read_file(path, most_rule_bytes);
  bytes.move_faults_to(faults);
  if (!bytes) return std::nullopt;
  auto schema = xml::Schema::read(*bytes, path);
  schema.move_faults_to(faults);
  if (!schema) return std::nullopt;
  return std::move(schema).value();
}

/// A schema that is read when the first file asks for it.
class AskedSchema {
 public:
  AskedSchema(const World& world, Path path) : world_(world), path_(std::move(path)) {}

  /// Null where it cannot be read; the fault is told once.
  const xml::Schema* get(Faults& faults) {
    if (!asked_) schema_ = read_schema(world_, path_, faults);
    asked_ = true;
    return schema_ ? &*schema_ : nullptr;
  }

 private:
  const World& world_;
  Path path_;
  std::optional<xml::Schema> schema_;
  bool asked_ = false;
};

/// True for a file of our own, a rule or a profile, just as it was when the program was built: a test has held it to the schema.
bool is_sound(std::string_view sha256) {
  return !find_line(data::sound_rules, sha256, [](std::string_view line) { return line; }).empty();
}

/// A rule as it comes from one file, and whether it says that it overrides another.
struct Read {
  Rule rule;
  bool overrides = false;
};

std::optional<Read> read_one(const RuleFile& file, std::string_view bytes, const xml::Schema* schema, Faults& faults) {
  const auto checked = xml::read(bytes, file.path, 1, schema);
  // Our own faults say more than the schema's; the schema's are kept for what we did not see.
  std::optional<Result<Record>> again;
  if (!checked) again = xml::read(bytes, file.path, 1);
  const Result<Record>& plain = again ? *again : checked;
  Faults ours = plain.faults();
  auto rule = plain ? read_rule(*plain, file.id, file.path, ours) : std::nullopt;
  const Faults& told = ours.empty() ? checked.faults() : ours;
  faults.insert(faults.end(), told.begin(), told.end());
  if (!rule || !told.empty()) return std::nullopt;
  return Read{std::move(*rule), plain->attribute("overrides") == "yes"};
}

void place(Read read, const RuleFile& file, std::map<std::string, std::pair<Rule, std::size_t>>& rules,
           Faults& faults) {
  const auto found = rules.find(file.id);
  if (found == rules.end() && read.overrides)
    faults.push_back({file.path, read.rule.line, 0,
                      "the rule overrides " + file.id + ", which no earlier folder has",
                      "leave out overrides=\"yes\" or mend the file's name"});
  else if (found != rules.end() && !read.overrides)
    faults.push_back({file.path, read.rule.line, 0,
                      "a rule " + file.id + " already stands in " + found->second.first.file,
                      "write overrides=\"yes\" to take its place, or give this file another name"});
  else
    rules[file.id] = {std::move(read.rule), file.folder};
}

void prepare(Rule& rule, RuleBook& book, Faults& faults) {
  Preparation preparation(book.phrases, book.needs, book.spellers, faults, rule.file);
  rule.check = kind_named(rule.kind)->prepare(rule, preparation);
}

/// Makes the rules that a profile changes, each from the program's own.
void change_rules(const Record& xml, DocumentProfile& profile, RuleBook& book, Faults& faults) {
  std::map<std::string, Rule> changed;
  for (const Record& change : xml.children) {
    if (change.is_text() || !change.has_attribute("rule")) continue;
    const std::string id(change.attribute("rule"));
    const Rule* rule = book.find(id);
    if (rule == nullptr && book.passed_over.contains(id)) continue;
    if (rule == nullptr) {
      faults.push_back({profile.file, change.origin.part, 0, "the profile names " + id + ", which is no rule", "`casewright rules list` shows all"});
    } else if (change.name != "off") {
      change_rule(change, profile.file, changed.try_emplace(id, *rule).first->second).move_faults_to(faults);
    }
  }
  for (auto& [id, rule] : changed) {
    prepare(rule, book, faults);
    profile.rules.push_back(std::move(rule));
  }
}

/// Adds the profiles of one folder of rules; one of a name that is there already takes its place.
void add_profiles(const World& world, const Path& folder, AskedSchema& schema, RuleBook& book, std::string& all, Faults& faults) {
  const Path path = join(folder, profiles_folder);
  if (world.kind_of(path) != PathKind::folder) return;
  auto entries = world.list_folder(path);
  entries.move_faults_to(faults);
  if (!entries) return;
  for (const FolderEntry& entry : *entries) {
    if (hidden(entry.name) || extension(entry.name) != ".xml") continue;
    const Path file = join(path, entry.name);
    auto bytes = world.read_file(file, most_rule_bytes);
    bytes.move_faults_to(faults);
    if (!bytes) continue;
    const std::string sha256 = hash::sha256(*bytes);
    all += entry.name + " " + sha256 + "\n";
    const bool sound = is_sound(sha256);
    const xml::Schema* const held_to = sound ? nullptr : schema.get(faults);
    if (!sound && held_to == nullptr) continue;
    auto xml = xml::read(*bytes, file, 1, held_to);
    xml.move_faults_to(faults);
    if (!xml) continue;
    DocumentProfile profile = read_document_profile(*xml, entry.name.substr(0, entry.name.size() - 4), file);
    change_rules(*xml, profile, book, faults);
    std::erase_if(book.profiles, [&](const DocumentProfile& each) { return each.name == profile.name; });
    book.profiles.push_back(std::move(profile));
  }
}

void add_all_profiles(const World& world, const std::vector<Path>& folders, RuleBook& book, std::string& all, Faults& faults) {
  const Path path = join(folders.front(), "profile.rng");
  if (world.kind_of(path) != PathKind::file) return;
  AskedSchema schema(world, path);
  for (const Path& folder : folders) add_profiles(world, folder, schema, book, all, faults);
  std::sort(book.profiles.begin(), book.profiles.end(), [](const DocumentProfile& a, const DocumentProfile& b) { return a.name < b.name; });
}

/// Adds the rules of a folder of Vale styles.
void add_styles(const World& world, const Path& folder, RuleBook& book) {
  Styles styles = read_styles(world, folder);
  book.left_out.insert(book.left_out.end(), styles.left_out.begin(), styles.left_out.end());
  std::string all = book.sha256;
  for (const StyleRule& each : styles.rules) {
    Faults faults;
    auto rule = read_rule(each.rule, each.id, each.file, faults);
    if (rule) prepare(*rule, book, faults);
    book.left_out.insert(book.left_out.end(), faults.begin(), faults.end());
    if (!rule || !faults.empty() || rule->check == nullptr) continue;
    all += each.id + rule->message;
    book.rules.push_back(std::move(*rule));
  }
  book.sha256 = hash::sha256(all);
  std::sort(book.rules.begin(), book.rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
}

void check_references(const RuleBook& book, Faults& faults) {
  for (const Rule& rule : book.rules)
    for (const std::string& other : rule.instead_of)
      if (book.find(other) == nullptr && !book.passed_over.contains(other))
        faults.push_back(
            {rule.file, rule.line, 0, "instead-of names " + other + ", which is no rule", "mend the id"});
}

}  // namespace

const Rule* RuleBook::find(std::string_view id) const {
  const auto at = std::lower_bound(rules.begin(), rules.end(), id,
                                   [](const Rule& rule, std::string_view key) { return rule.id < key; });
  return at != rules.end() && at->id == id ? &*at : nullptr;
}

void RuleBook::set_level(std::string_view id, Level level) {
  const auto set = [&](std::vector<Rule>& those) {
    for (Rule& rule : those)
      if (rule.id == id) rule.level = level;
  };
  set(rules);
  for (DocumentProfile& profile : profiles) set(profile.rules);
}

Faults missing_for(const RuleBook& book) {
  Faults faults;
  for (const Rule& rule : book.rules) {
    const std::string language(rule.body.attribute("dictionary"));
    if (rule.kind == "spelling" && !spell::Dictionary::exists(language))
      faults.push_back({rule.file, rule.line, 0, "there is no dictionary '" + language + "' on this machine, so spelling is not checked",
                        "install the Hunspell dictionary of that language, on Debian hunspell-en-gb for en_GB"});
  }
  return faults;
}

Outcome apply(const Profile& profile, RuleBook& book) {
  Faults faults;
  const auto known = [&](const std::string& id) {
    if (book.find(id) != nullptr || book.passed_over.contains(id)) return true;
    faults.push_back({profile.file, 0, 0, "the profile names " + id + ", which is no rule",
                      "`casewright rules list` shows all"});
    return false;
  };
  for (const auto& [id, level] : profile.levels)
    if (known(id)) book.set_level(id, level);
  for (const std::string& id : profile.off) known(id);
  std::erase_if(book.rules, [&](const Rule& rule) { return profile.off.count(rule.id) != 0; });
  if (!faults.empty()) return faults;
  return Done{};
}

Result<RuleBook> read_rules(const World& world, const std::vector<Path>& folders, const std::vector<Path>& styles, const std::vector<std::string>& asked) {
  Faults faults;
  if (folders.empty()) return Fault{"", 0, 0, "no folder of rules was given", "name one with --rules"};
  AskedSchema schema(world, join(folders.front(), "rule.rng"));
  std::set<std::string> families;
  std::vector<RuleFile> files;
  for (std::size_t number = 0; number < folders.size(); ++number)
    list_folder(world, folders[number], number, families, files, faults);
  std::map<std::string, std::pair<Rule, std::size_t>> rules;
  RuleBook book;
  std::string all;
  for (const RuleFile& file : files) {
    if (!asked.empty() && std::find(asked.begin(), asked.end(), file.family) == asked.end()) {
      book.passed_over.insert(file.id);
      continue;
    }
    auto bytes = world.read_file(file.path, most_rule_bytes);
    bytes.move_faults_to(faults);
    if (!bytes) continue;
    const std::string sha256 = hash::sha256(*bytes);
    all += std::to_string(file.folder) + " " + file.id + " " + sha256 + "\n";
    const bool sound = is_sound(sha256);
    const xml::Schema* const held_to = sound ? nullptr : schema.get(faults);
    if (!sound && held_to == nullptr) continue;
    if (auto read = read_one(file, *bytes, held_to, faults)) place(std::move(*read), file, rules, faults);
  }
  for (auto& [id, rule] : rules) {
    prepare(rule.first, book, faults);
    book.rules.push_back(std::move(rule.first));
  }
  add_all_profiles(world, folders, book, all, faults);
  book.sha256 = hash::sha256(all);
  check_references(book, faults);
  if (!faults.empty()) return faults;
  for (const Path& folder : styles) add_styles(world, folder, book);
  book.phrases.settle();
  book.needs.settle();
  return book;
}

}  // namespace casewright
