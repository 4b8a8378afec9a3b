#include "inspect/vale/vale_yaml.h"

#include "base/text.h"

namespace casewright {

Record element_from(std::string name, const Record& from, std::string text) {
  Record record;
  record.name = std::move(name);
  record.origin = from.origin;
  if (!text.empty()) record.children.push_back(text_record(std::move(text), from.origin));
  return record;
}

std::vector<std::string> items_of(const Record& yaml, std::string_view key) {
  std::vector<std::string> all;
  const Record* list = yaml.child(key);
  if (list == nullptr) return all;
  for (const Record* item : list->all("item")) all.push_back(item->content());
  if (all.empty() && !trim(list->content()).empty()) all.push_back(list->content());
  return all;
}

std::string value_of(const Record& yaml, std::string_view key, std::string otherwise) {
  const Record* child = yaml.child(key);
  return child == nullptr ? otherwise : std::string(trim(child->content()));
}

bool says_yes(const Record& yaml, std::string_view key, bool otherwise) {
  const std::string text = ascii_lower(value_of(yaml, key));
  return text.empty() ? otherwise : text == "true" || text == "yes";
}

}  // namespace casewright
