#include "foreign/pdfua/ua_file.h"

#include <algorithm>
#include <cstdlib>

namespace casewright::pdf::ua {
namespace {

constexpr std::uint32_t most_per_condition = 60;
constexpr std::size_t most_parents = 2'000'000;

/// The numbers of a condition for sorting: clause by clause, then test.
std::vector<int> order_of(const std::string& condition) {
  std::vector<int> numbers;
  for (const char* at = condition.c_str(); *at != '\0';) {
    char* end = nullptr;
    numbers.push_back(static_cast<int>(std::strtol(at, &end, 10)));
    if (end == at) break;
    at = *end == '\0' ? end : end + 1;
    if (*end == '-') numbers.push_back(-1);  // a clause comes before its subclauses
  }
  return numbers;
}

}  // namespace

std::string name_in(Object object) {
  return object.isName() ? object.getName().substr(1) : std::string();
}

std::string words_in(Object object) { return object.isString() ? object.getUTF8Value() : std::string(); }

bool has_words(Object object) { return object.isString() && !object.getUTF8Value().empty(); }

std::vector<Object> items_of(Object object) {
  if (object.isArray()) return object.getArrayAsVector();
  if (object.isNull()) return {};
  return {object};
}

long long integer_in(Object object, long long otherwise) {
  return object.isInteger() ? object.getIntValue() : otherwise;
}

Object entry(Object object, const char* key) {
  if (object.isStream()) return object.getDict().getKey(key);
  return object.isDictionary() ? object.getKey(key) : Object::newNull();
}

bool is_language_tag(const std::string& tag) {
  std::size_t length = 0;
  bool first = true;
  const auto alphabetic = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (const char c : tag) {
    if (c == '-') {
      if (length == 0) return false;
      first = false;
      length = 0;
      continue;
    }
    if (!alphabetic(c) && (first || c < '0' || c > '9')) return false;
    if (++length > 8) return false;
  }
  return length > 0;
}

std::string Tree::path(std::uint32_t index) const {
  std::vector<std::string> steps;
  for (int depth = 0; index != none && depth < 60; index = elements[index].parent, ++depth) {
    const Element& element = elements[index];
    const std::string step = element.role.empty() ? "(unknown)" : element.role;
    steps.push_back(element.alike > 1 ? step + "[" + std::to_string(element.place) + "]" : step);
  }
  std::string all;
  for (std::size_t i = steps.size(); i-- > 0;) all += (all.empty() ? "" : " > ") + steps[i];
  return all;
}

namespace {
bool looked_through(const std::string& role) { return role == "NonStruct" || role == "Div" || role == "Part"; }
}  // namespace

std::vector<std::uint32_t> Tree::significant_kids(std::uint32_t index) const {
  std::vector<std::uint32_t> all, left(elements[index].kids.rbegin(), elements[index].kids.rend());
  while (!left.empty()) {
    const std::uint32_t kid = left.back();
    left.pop_back();
    if (looked_through(elements[kid].role))
      left.insert(left.end(), elements[kid].kids.rbegin(), elements[kid].kids.rend());
    else
      all.push_back(kid);
  }
  return all;
}

std::uint32_t Tree::significant_parent(std::uint32_t index) const {
  std::uint32_t parent = elements[index].parent;
  while (parent != none && looked_through(elements[parent].role)) parent = elements[parent].parent;
  return parent;
}

Object Tree::attribute(std::uint32_t index, const char* owner, const char* key) const {
  // Attributes stand in A, or in a class of the class map; either may be a list in which revision numbers stand too.
  Object element = elements[index].object;
  for (Object& each : items_of(element.getKey("/A")))
    if (name_in(entry(each, "/O")) == owner && !entry(each, key).isNull()) return entry(each, key);
  return Object::newNull();
}

File::File(QPDF& opened) : pdf(opened), root(opened.getRoot()), pages(opened.getAllPages()) {
  for (std::size_t i = 0; i < pages.size(); ++i) page_numbers_.emplace(pages[i].getObjGen(), static_cast<std::uint32_t>(i + 1));
  has_language = root.getKey("/Lang").isString();
  Object tags = root.getKey("/StructTreeRoot");
  tree.exists = tags.isDictionary();
  if (tree.exists) read_parents(tags.getKey("/ParentTree"), 0);
}

void File::read_parents(Object node, int depth) {
  if (!node.isDictionary() || depth > 40 || parents_.size() > most_parents) return;
  Object numbers = node.getKey("/Nums");
  if (numbers.isArray()) {
    const std::vector<Object> all = numbers.getArrayAsVector();
    for (std::size_t i = 0; i + 1 < all.size(); i += 2)
      if (Object key = all[i]; key.isInteger()) parents_.emplace(key.getIntValue(), all[i + 1]);
  }
  Object kids = node.getKey("/Kids");
  if (kids.isArray())
    for (Object& kid : kids.getArrayAsVector()) read_parents(kid, depth + 1);
}

std::uint32_t File::page_number(Object page) const {
  const auto found = page_numbers_.find(page.getObjGen());
  return page.isIndirect() && found != page_numbers_.end() ? found->second : 0;
}

Object File::parent_entry(long long key) const {
  const auto found = parents_.find(key);
  return found == parents_.end() ? Object::newNull() : found->second;
}

std::uint32_t File::element_of(Object object) const {
  if (!object.isIndirect()) return none;
  const auto found = tree.by_object.find(object.getObjGen());
  return found == tree.by_object.end() ? none : found->second;
}

void File::broken(const char* condition, std::uint32_t page, std::string path, std::string detail) {
  const std::string key = std::string(condition) + "|" + std::to_string(page) + "|" + path;
  const auto known = seen_.find(key);
  if (known != seen_.end()) {
    ++found_[known->second].count;
    return;
  }
  // Beyond a certain number more places tell a person nothing: they count with the last.
  if (++per_condition_[condition] > most_per_condition) {
    for (std::size_t i = found_.size(); i-- > 0;)
      if (found_[i].condition == condition) {
        ++found_[i].count;
        return;
      }
  }
  seen_.emplace(key, found_.size());
  found_.push_back({condition, page, std::move(path), std::move(detail), 1});
}

void File::broken_at(const char* condition, std::uint32_t element, std::string detail) {
  broken(condition, tree.elements[element].page, tree.path(element), std::move(detail));
}

std::vector<Broken> File::take() {
  std::stable_sort(found_.begin(), found_.end(), [](const Broken& a, const Broken& b) {
    return a.condition != b.condition ? order_of(a.condition) < order_of(b.condition) : a.page < b.page;
  });
  return std::move(found_);
}

}  // namespace casewright::pdf::ua
