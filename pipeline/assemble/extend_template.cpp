#include "assemble/extend_template.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace casewright {
namespace {

/// An element and the list that it stands in.
struct Found {
  Record* parent = nullptr;
  std::size_t at = 0;

  explicit operator bool() const { return parent != nullptr; }
  Record& element() const { return parent->children[at]; }
};

/// The element with that id, sections only where asked; templates are at most 256 levels deep.
Found find_id(Record& inside, std::string_view id, bool sections_only) {
  for (std::size_t at = 0; at < inside.children.size(); ++at) {
    Record& child = inside.children[at];
    if (child.attribute("id") == id && (!sections_only || child.name == "section")) return {&inside, at};
    if (const Found deeper = find_id(child, id, sections_only)) return deeper;
  }
  return {};
}

Record take(const Found& found) {
  Record taken = std::move(found.element());
  std::erase_if(taken.attributes, [](const auto& each) { return each.first == "order"; });  // its place is given anew
  found.parent->children.erase(found.parent->children.begin() + static_cast<std::ptrdiff_t>(found.at));
  return taken;
}

/// One pack being laid over its base.
struct Extension {
  Record& base;
  const std::string& file;
  Faults& faults;

  void fault(const Record& at, std::string what, std::string hint) const {
    faults.push_back({file, at.origin.part, 0, std::move(what), std::move(hint)});
  }

  std::string known_ids() const {
    std::vector<std::string> ids;
    for (const Record& each : base.children)
      if (each.name == "section") ids.emplace_back(each.attribute("id"));
    return "sections there: " + join_text(ids, ", ");
  }

  /// Where before= or after= says; nothing where neither stands there.
  bool put_beside(const Record& asking, Record section) const {
    const bool before = asking.has_attribute("before");
    if (!before && !asking.has_attribute("after")) return false;
    const std::string_view id = asking.attribute(before ? "before" : "after");
    const Found place = find_id(base, id, true);
    if (!place) {
      fault(asking, "there is no section \"" + std::string(id) + "\" to stand " + (before ? "before" : "after"), known_ids());
      return true;
    }
    const auto at = place.parent->children.begin() + static_cast<std::ptrdiff_t>(place.at) + (before ? 0 : 1);
    place.parent->children.insert(at, std::move(section));
    return true;
  }

  void section(const Record& from) const {
    const Found old = find_id(base, from.attribute("id"), true);
    Record section = from;
    if (old) {
      // What a pack does not say about a section stays as it was.
      for (const auto& [key, value] : old.element().attributes)
        if (!section.has_attribute(key)) section.set_attribute(key, value);
      if (from.has_attribute("before") || from.has_attribute("after")) {
        std::erase_if(section.attributes, [](const auto& each) { return each.first == "order"; });
        take(old);
        put_beside(from, std::move(section));
      } else {
        old.element() = std::move(section);
      }
      return;
    }
    if (put_beside(from, section)) return;
    if (!from.has_attribute("order"))
      fault(from, "section \"" + std::string(from.attribute("id")) + "\" replaces nothing and does not say where it goes",
            "write before=, after= or order=, or use the id of a section that is extended; " + known_ids());
    base.children.push_back(std::move(section));
  }

  void remove(const Record& asking) const {
    if (const Found old = find_id(base, asking.attribute("section"), true)) take(old);
    else fault(asking, "there is no section \"" + std::string(asking.attribute("section")) + "\" to remove", known_ids());
  }

  void move(const Record& asking) const {
    const std::string_view id = asking.attribute("section");
    const Found old = find_id(base, id, true);
    if (!old) {
      fault(asking, "there is no section \"" + std::string(id) + "\" to move", known_ids());
      return;
    }
    const std::string_view target = asking.has_attribute("before") ? asking.attribute("before") : asking.attribute("after");
    if (!find_id(base, target, true) || target == id) {
      fault(asking, "there is no section \"" + std::string(target) + "\" to move it to", known_ids());
      return;
    }
    put_beside(asking, take(old));
  }

  void wording(const Record& asking) const {
    const Found old = find_id(base, asking.attribute("id"), false);
    if (!old) {
      fault(asking, "nothing has the id \"" + std::string(asking.attribute("id")) + "\" to word anew", known_ids());
      return;
    }
    Record& element = old.element();
    for (const char* words : {"title", "other-title", "other-language"})
      if (asking.has_attribute(words)) element.set_attribute(words, std::string(asking.attribute(words)));
    if (!asking.children.empty() && element.name == "section")
      fault(asking, "a section is not worded anew as a whole", "give title= only, or write the section again");
    else if (!asking.children.empty()) element.children = asking.children;
  }
};

int order_of(const Record& section, int otherwise) {
  const std::string_view written = section.attribute("order");
  int order = otherwise;
  std::from_chars(written.data(), written.data() + written.size(), order);
  return order;
}

}  // namespace

void extend_template(Record& base, const Record& pack, const std::string& file, Faults& faults) {
  const Extension extension{base, file, faults};
  for (const auto& [key, value] : pack.attributes)
    if (key != "extends") base.set_attribute(key, value);
  bool changes = false;
  for (const Record& each : pack.children) {
    if (each.is_text()) continue;
    changes = true;
    if (each.name == "section") extension.section(each);
    if (each.name == "remove") extension.remove(each);
    if (each.name == "move") extension.move(each);
    if (each.name == "wording") extension.wording(each);
  }
  if (!changes && pack.attributes.size() < 2)
    extension.fault(pack, "this template extends " + std::string(pack.attribute("extends")) + " and changes nothing",
                    "give a section, or remove, move or word one anew");
}

void order_sections(Record& content) {
  std::erase_if(content.children, [](const Record& each) { return each.is_text(); });
  std::vector<std::pair<int, Record>> sections;
  for (Record& each : content.children)
    sections.emplace_back(order_of(each, 10 * static_cast<int>(sections.size() + 1)), std::move(each));
  std::stable_sort(sections.begin(), sections.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t at = 0; at < sections.size(); ++at) content.children[at] = std::move(sections[at].second);
}

}  // namespace casewright
