#include "inspect/vale/vale_style.h"

#include "base/text.h"
#include "foreign/yaml.h"
#include "inspect/vale/vale_pattern.h"
#include "inspect/vale/vale_rule.h"
#include "inspect/vale/vale_yaml.h"

namespace casewright {
namespace {

constexpr std::uint64_t most_style_bytes = 1 << 20;

/// A word or pattern of a vocabulary with the line it stands on.
struct Entry {
  std::string words;
  Origin origin;
};

/// Reads a folder of styles; what all its rules share is read first.
class StyleReader {
 public:
  StyleReader(const World& world, const Path& folder, Styles& styles) : world_(world), folder_(folder), styles_(styles) {
    words_.list = [this](const std::string& name) { return list_of_words(name); };
  }

  void run() {
    for (const Path& home : {join(join(folder_, "config"), "vocabularies"), join(folder_, "Vocab")})
      for (const std::string& name : folders_in(home)) read_vocabulary(join(home, name));
    for (const std::string& name : folders_in(folder_))
      if (!name.starts_with('.') && name != "config" && name != "Vocab") read_style(join(folder_, name), name);
    read_style(folder_, std::string(file_name(folder_)));
    if (styles_.rules.empty() && styles_.left_out.empty())
      styles_.left_out.push_back({folder_, 0, 0, "there are no Vale rules here", "a style is a folder of .yml files"});
  }

 private:
  std::vector<std::string> folders_in(const Path& folder) const {
    std::vector<std::string> names;
    if (world_.kind_of(folder) != PathKind::folder) return names;
    auto entries = world_.list_folder(folder);
    entries.move_faults_to(styles_.left_out);
    if (!entries) return names;
    for (const FolderEntry& entry : *entries)
      if (entry.kind == PathKind::folder) names.push_back(entry.name);
    return names;
  }

  /// A list that a rule of spelling names, beside the styles or in their config/ignore.
  std::optional<std::string> list_of_words(const std::string& name) const {
    for (const Path& home : {folder_, join(join(folder_, "config"), "ignore")}) {
      const Path path = join(home, name);
      if (name.empty() || name.find("..") != std::string::npos || world_.kind_of(path) != PathKind::file) continue;
      auto bytes = world_.read_file(path, most_style_bytes);
      bytes.move_faults_to(styles_.left_out);
      if (bytes) return std::move(*bytes);
    }
    return std::nullopt;
  }

  std::vector<Entry> entries_of(const Path& path) const {
    std::vector<Entry> all;
    if (world_.kind_of(path) != PathKind::file) return all;
    auto bytes = world_.read_file(path, most_style_bytes);
    bytes.move_faults_to(styles_.left_out);
    if (!bytes) return all;
    Origin origin;
    for (const std::string_view line : split(*bytes, '\n')) {
      ++origin.part;
      const std::string_view words = trim(line);
      if (!words.empty() && !words.starts_with("# ") && words != "#") all.push_back({std::string(words), origin});
    }
    return all;
  }

  /// What is accepted clears the findings of all rules and is to be written just so; what is rejected is found.
  void read_vocabulary(const Path& folder) {
    const Path accept = join(folder, "accept.txt"), reject = join(folder, "reject.txt");
    Record terms = rule_record("substitution", "Use '%s' instead of '%s'.");
    Record swap = element_from("swap", terms);
    for (const Entry& each : entries_of(accept)) {
      words_.accepted.push_back(each.words);
      if (!plain_words(each.words)) continue;
      Record term = element_from(each.words, terms, each.words);
      term.origin = each.origin;
      swap.children.push_back(std::move(term));
    }
    Record avoid = rule_record("existence", "Avoid using '%s'.");
    Record tokens = element_from("tokens", avoid);
    for (const Entry& each : entries_of(reject)) {
      Record token = element_from("item", avoid, each.words);
      token.origin = each.origin;
      tokens.children.push_back(std::move(token));
    }
    const std::string name(file_name(folder));
    add_rule(std::move(terms), std::move(swap), "Terms-" + name, accept);
    add_rule(std::move(avoid), std::move(tokens), "Avoid-" + name, reject);
  }

  static Record rule_record(const std::string& extends, const std::string& message) {
    Record rule;
    rule.origin.part = 1;
    for (const auto& [key, text] : {std::pair<std::string, std::string>("extends", extends), {"message", message}, {"level", "error"},
                                    {"vocab", "false"}, {"ignorecase", extends == "substitution" ? "true" : "false"}})
      rule.children.push_back(element_from(key, rule, text));
    return rule;
  }

  void add_rule(Record yaml, Record words, const std::string& name, const Path& path) {
    if (words.children.empty()) return;
    yaml.children.push_back(std::move(words));
    add(yaml, "Vale", name, path);
  }

  void add(const Record& yaml, const std::string& style, const std::string& name, const Path& path) {
    if (auto rule = rule_of_vale(yaml, style, path, words_, styles_.left_out)) styles_.rules.push_back({style + "/" + name, path, std::move(*rule)});
  }

  void read_style(const Path& folder, const std::string& style) {
    auto entries = world_.list_folder(folder);
    entries.move_faults_to(styles_.left_out);
    if (!entries) return;
    for (const FolderEntry& entry : *entries) {
      const Path path = join(folder, entry.name);
      if (entry.kind == PathKind::file && extension(entry.name) == ".yaml")
        styles_.left_out.push_back({path, 0, 0, "the file is not read: Vale's rules end in .yml", "give it that ending"});
      if (entry.kind != PathKind::file || extension(entry.name) != ".yml") continue;
      auto bytes = world_.read_file(path, most_style_bytes);
      bytes.move_faults_to(styles_.left_out);
      if (!bytes) continue;
      auto yaml = yaml::read(*bytes, path);
      yaml.move_faults_to(styles_.left_out);
      if (yaml) add(*yaml, style, entry.name.substr(0, entry.name.size() - 4), path);
    }
  }

  const World& world_;
  const Path& folder_;
  Styles& styles_;
  StyleWords words_;
};

}  // namespace

Styles read_styles(const World& world, const Path& folder) {
  Styles styles;
  StyleReader(world, folder, styles).run();
  return styles;
}

}  // namespace casewright
