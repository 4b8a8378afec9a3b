#include "inspect/vale/vale_scope.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "inspect/rule_reader.h"

namespace casewright {
namespace {

/// Vale's scopes and ours.
struct ScopeName {
  std::string_view vale, ours;
};
constexpr std::array<ScopeName, 22> scope_names{{{"text", "words"}, {"raw", "words"}, {"document", "words"}, {"heading", "title heading"},
                                                 {"title", "title"}, {"paragraph", "paragraph quotation"}, {"sentence", "paragraph quotation list"},
                                                 {"summary", "summary"}, {"list", "list"}, {"table", "cell"}, {"table.cell", "cell"},
                                                 {"table.header", "cell"}, {"table.caption", "caption"}, {"figure.caption", "caption"},
                                                 {"caption", "caption"}, {"blockquote", "quotation"}, {"alt", "alternative-text"},
                                                 {"link", "link"}, {"footnote", "note"}, {"comment", "comment"}, {"meta", "metadata"},
                                                 {"attr.alt", "alternative-text"}}};

/// "text.heading.h2" as "heading.h2": what comes first or last may name the format.
std::string plain_name(std::string_view name) {
  for (const std::string_view tail : {".md", ".html", ".adoc", ".rst", ".txt", ".xml"})
    if (name.ends_with(tail)) name.remove_suffix(tail.size());
  if (name.starts_with("text.")) name.remove_prefix(5);
  return ascii_lower(name);
}

/// The level that "heading.h2" names; 0 for any other scope.
int level_of(std::string_view name) {
  return name.size() == 10 && name.starts_with("heading.h") && name[9] >= '1' && name[9] <= '6' ? name[9] - '0' : 0;
}

std::optional<Scopes> scopes_named(std::string_view name) {
  if (level_of(name) == 1) return Scopes{}.with(Scope::heading).with(Scope::title);
  if (level_of(name) > 1) return Scopes{}.with(Scope::heading);
  const auto found = std::find_if(scope_names.begin(), scope_names.end(), [&](const ScopeName& each) { return each.vale == name; });
  std::string unknown;
  return found == scope_names.end() ? std::nullopt : scopes_of(found->ours, unknown);
}

/// Reads one item; false where a part of it is not known.
class Items {
 public:
  explicit Items(ScopeOfVale& scope) : scope_(scope) {}

  void add(const Record& item) {
    Scopes all = word_scopes();
    bool first = true;
    const std::string whole = item.content();
    for (const std::string_view part : split(whole, '&')) {
      const bool without = trim(part).starts_with('~');
      const std::string name = plain_name(trim(without ? trim(part).substr(1) : trim(part)));
      const auto named = scopes_named(name);
      if (!named) return scope_.unknown.push_back(&item);
      all.bits = without ? all.bits & ~named->bits : first ? named->bits : all.bits & named->bits;
      first = false;
      if (!without) narrow(name);
    }
    bits_ |= all.bits;
  }

  void finish() {
    if (bits_ == 0 && scope_.unknown.empty()) bits_ = word_scopes().bits;
    for (int each = 0; each <= static_cast<int>(Scope::file_name); ++each)
      if ((bits_ >> each & 1u) != 0) scope_.names += (scope_.names.empty() ? "" : " ") + std::string(name_of(static_cast<Scope>(each)));
    if (whole_headings_) scope_.headings.clear();
    scope_.header_cells = header_cells_ && !whole_tables_;
  }

 private:
  void narrow(const std::string& name) {
    if (const int level = level_of(name); level > 0) scope_.headings += (scope_.headings.empty() ? "" : " ") + std::to_string(level);
    whole_headings_ = whole_headings_ || name == "heading" || name == "text";
    header_cells_ = header_cells_ || name == "table.header";
    whole_tables_ = whole_tables_ || name == "table" || name == "table.cell" || name == "text";
    scope_.sentences = scope_.sentences || name == "sentence";
    scope_.report = scope_.report || name == "summary" || name == "document" || name == "raw";
    scope_.raw = scope_.raw || name == "raw";
  }

  ScopeOfVale& scope_;
  std::uint32_t bits_ = 0;
  bool whole_headings_ = false, header_cells_ = false, whole_tables_ = false;
};

}  // namespace

ScopeOfVale scope_of_vale(const Record* field) {
  ScopeOfVale scope;
  Items items(scope);
  std::vector<const Record*> all;
  if (field != nullptr) all = field->all("item");
  if (field != nullptr && all.empty() && !trim(field->content()).empty()) all.push_back(field);
  for (const Record* item : all) items.add(*item);
  items.finish();
  return scope;
}

}  // namespace casewright
