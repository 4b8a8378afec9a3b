#include "base/record.h"

#include "base/text.h"

namespace casewright {

std::string_view Record::attribute(std::string_view key) const {
  for (const auto& [name, value] : attributes)
    if (name == key) return value;
  return {};
}

bool Record::has_attribute(std::string_view key) const {
  for (const auto& entry : attributes)
    if (entry.first == key) return true;
  return false;
}

void Record::set_attribute(std::string_view key, std::string value) {
  for (auto& entry : attributes)
    if (entry.first == key) {
      entry.second = std::move(value);
      return;
    }
  attributes.emplace_back(std::string(key), std::move(value));
}

const Record* Record::child(std::string_view element) const {
  for (const Record& each : children)
    if (each.name == element) return &each;
  return nullptr;
}

Record* Record::child(std::string_view element) {
  for (Record& each : children)
    if (each.name == element) return &each;
  return nullptr;
}

std::vector<const Record*> Record::all(std::string_view element) const {
  std::vector<const Record*> found;
  for (const Record& each : children)
    if (each.name == element) found.push_back(&each);
  return found;
}

std::string Record::content() const {
  std::string joined;
  std::vector<const Record*> open{this};
  while (!open.empty()) {
    const Record* next = open.back();
    open.pop_back();
    if (next->is_text()) joined += next->text;
    for (auto child = next->children.rbegin(); child != next->children.rend(); ++child) open.push_back(&*child);
  }
  return joined;
}

std::string Record::content_of(std::string_view element) const {
  const Record* found = child(element);
  return found == nullptr ? std::string() : fold_space(found->content());
}

Record text_record(std::string text, Origin origin) {
  Record run;
  run.text = std::move(text);
  run.origin = origin;
  return run;
}

Record element_of(std::string name, std::string text, Origin origin) {
  Record made;
  made.name = std::move(name);
  made.origin = origin;
  made.children.push_back(text_record(std::move(text), origin));
  return made;
}

}  // namespace casewright
