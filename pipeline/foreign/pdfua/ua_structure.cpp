#include <algorithm>
#include <cstdlib>
#include <set>

#include "foreign/pdfua/ua_file.h"

namespace casewright::pdf::ua {
namespace {

constexpr std::size_t most_elements = 1'000'000;

/// The standard types of ISO 32000-1, 14.8.4; headings have any level (ISO 14289-1, 7.4.3).
bool is_standard(const std::string& type) {
  static const std::set<std::string> all{
      "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
      "P", "H", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note",
      "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
      "Formula", "Form"};
  if (all.count(type) != 0) return true;
  return type.size() > 1 && type[0] == 'H' && type[1] != '0' && type.find_first_not_of("0123456789", 1) == std::string::npos;
}

/// What a type comes to through the role map.
struct Role {
  std::string standard;  ///< empty: none
  bool circular = false;
};

/// Follows the role map from a type on. A standard type stands for itself, but a map that leads from it back to it is
/// circular all the same.
Role role_of(const std::string& type, Object map) {
  Role role{is_standard(type) ? type : std::string(), false};
  if (!map.isDictionary()) return role;
  std::set<std::string> met{type};
  for (std::string at = name_in(map.getKey("/" + type)); !at.empty(); at = name_in(map.getKey("/" + at))) {
    if (!met.insert(at).second) {
      role.circular = true;
      return role;
    }
    if (!is_standard(at)) continue;
    if (role.standard.empty()) role.standard = at;
    return role;
  }
  return role;
}

/// Reads the tree without recursion: other people's trees are deep, and some hold themselves.
class TreeReader {
 public:
  explicit TreeReader(File& file) : file_(file), tree_(file.tree), map_(file.root.getKey("/StructTreeRoot").getKey("/RoleMap")) {}

  void read() {
    add_kids(file_.root.getKey("/StructTreeRoot").getKey("/K"), none);
    while (!waiting_.empty() && tree_.elements.size() < most_elements) {
      const Waiting next = waiting_.back();
      waiting_.pop_back();
      add(next.object, next.parent);
    }
    pages_upwards();
    number();
  }

 private:
  struct Waiting {
    Object object;
    std::uint32_t parent;
  };

  void add(Object object, std::uint32_t parent) {
    const auto index = static_cast<std::uint32_t>(tree_.elements.size());
    if (object.isIndirect() && !tree_.by_object.emplace(object.getObjGen(), index).second) return;
    Element element;
    element.object = object;
    element.type = name_in(object.getKey("/S"));
    element.parent = parent;
    element.page = file_.page_number(object.getKey("/Pg"));
    element.has_language = object.getKey("/Lang").isString() || (parent != none && tree_.elements[parent].has_language);
    const Role role = role_for(element.type);
    element.role = role.standard;
    if (parent != none) tree_.elements[parent].kids.push_back(index);
    tree_.elements.push_back(std::move(element));
    if (role.circular) circular_.push_back(index);
    add_kids(object.getKey("/K"), index);
  }

  const Role& role_for(const std::string& type) {
    const auto known = roles_.find(type);
    return known != roles_.end() ? known->second : roles_.emplace(type, role_of(type, map_)).first->second;
  }

  void add_kids(Object list, std::uint32_t parent) {
    std::vector<Object> kids = items_of(list);
    const std::size_t first = waiting_.size();
    for (Object& kid : kids) {
      if (kid.isInteger()) {
        add_content(parent, parent == none ? Object::newNull() : tree_.elements[parent].object.getKey("/Pg"), kid.getIntValue());
      } else if (kid.isDictionary()) {
        const std::string type = name_in(kid.getKey("/Type"));
        if (type == "MCR") add_reference(parent, kid);
        else if (type == "OBJR") add_object(parent, kid);
        else if (!name_in(kid.getKey("/S")).empty()) {
          waiting_.push_back({kid, parent});
          if (parent != none) ++tree_.elements[parent].entries;
        }
      }
    }
    std::reverse(waiting_.begin() + static_cast<std::ptrdiff_t>(first), waiting_.end());
  }

  void add_content(std::uint32_t parent, Object holder, long long id) {
    if (parent == none) return;
    ++tree_.elements[parent].entries;
    if (holder.isIndirect()) tree_.by_content.emplace(std::make_pair(holder.getObjGen(), id), parent);
    if (tree_.elements[parent].page == 0) tree_.elements[parent].page = file_.page_number(holder);
  }

  void add_reference(std::uint32_t parent, Object kid) {
    Object page = kid.getKey("/Pg"), form = kid.getKey("/Stm");
    if (parent == none) return;
    if (page.isNull()) page = tree_.elements[parent].object.getKey("/Pg");
    if (tree_.elements[parent].page == 0) tree_.elements[parent].page = file_.page_number(page);
    add_content(parent, form.isStream() ? form : page, integer_in(kid.getKey("/MCID"), -1));
  }

  void add_object(std::uint32_t parent, Object kid) {
    if (parent == none) return;
    Object object = kid.getKey("/Obj");
    ++tree_.elements[parent].entries;
    tree_.elements[parent].objects.push_back(object);
    if (object.isIndirect()) tree_.by_annotation.emplace(object.getObjGen(), parent);
    if (tree_.elements[parent].page == 0) tree_.elements[parent].page = file_.page_number(kid.getKey("/Pg"));
  }

  /// An element without a page of its own stands where its first kid stands.
  void pages_upwards() {
    for (std::size_t i = tree_.elements.size(); i-- > 0;) {
      const Element& element = tree_.elements[i];
      if (element.parent == none || element.page == 0) continue;
      std::uint32_t& above = tree_.elements[element.parent].page;
      if (above == 0 || element.page < above) above = element.page;
    }
  }

  void number() {
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> count;
    for (Element& each : tree_.elements) each.place = ++count[{each.parent, each.role}];
    for (Element& each : tree_.elements) each.alike = count[{each.parent, each.role}];
    for (const std::uint32_t index : circular_) file_.broken("7.1-6", 0, "", "from " + tree_.elements[index].type);
  }

  File& file_;
  Tree& tree_;
  Object map_;
  std::map<std::string, Role> roles_;
  std::vector<Waiting> waiting_;
  std::vector<std::uint32_t> circular_;
};

void check_types(File& file) {
  Object map = file.root.getKey("/StructTreeRoot").getKey("/RoleMap");
  for (std::uint32_t i = 0; i < file.tree.elements.size(); ++i) {
    const Element& element = file.tree.elements[i];
    Object object = element.object;
    if (element.role.empty()) file.broken_at("7.1-5", i, element.type + " stands for no standard tag");
    if (object.getKey("/P").isNull()) file.broken_at("7.1-12", i);
    if (!is_standard(element.type) || !map.isDictionary()) continue;
    const std::string other = name_in(map.getKey("/" + element.type));
    if (!other.empty() && other != element.type) file.broken_at("7.1-7", i, element.type + " is mapped to " + other);
  }
}

void check_words(File& file) {
  for (std::uint32_t i = 0; i < file.tree.elements.size(); ++i) {
    const Element& element = file.tree.elements[i];
    Object object = element.object;
    Object language = object.getKey("/Lang");
    if (language.isString() && !is_language_tag(words_in(language))) file.broken_at("7.2-29", i);
    if (!element.has_language && !file.has_language) {
      if (object.getKey("/ActualText").isString()) file.broken_at("7.2-21", i);
      if (object.getKey("/Alt").isString()) file.broken_at("7.2-22", i);
      if (object.getKey("/E").isString()) file.broken_at("7.2-23", i);
    }
    const bool described = has_words(object.getKey("/Alt")) || object.getKey("/ActualText").isString();
    if (element.role == "Figure" && !described) file.broken_at("7.3-1", i);
    if (element.role == "Formula" && !described) file.broken_at("7.7-1", i);
  }
}

void check_notes(File& file) {
  std::map<std::string, std::vector<std::uint32_t>> by_id;
  for (std::uint32_t i = 0; i < file.tree.elements.size(); ++i) {
    if (file.tree.elements[i].role != "Note") continue;
    const std::string id = words_in(entry(file.tree.elements[i].object, "/ID"));
    if (id.empty()) file.broken_at("7.9-1", i);
    else by_id[id].push_back(i);
  }
  for (const auto& each : by_id)
    for (std::size_t k = 1; k < each.second.size(); ++k) file.broken_at("7.9-2", each.second[k]);
}

/// The level of a numbered heading, or 0.
long level_of(const std::string& role) {
  return role.size() > 1 && role.size() < 6 && role[0] == 'H' ? std::strtol(role.c_str() + 1, nullptr, 10) : 0;
}

void check_headings(File& file) {
  const auto& elements = file.tree.elements;
  std::uint32_t plain = none, numbered = none;
  long before = 0;
  for (std::uint32_t i = 0; i < elements.size(); ++i) {
    if (elements[i].role == "H" && plain == none) plain = i;
    const long level = level_of(elements[i].role);
    if (level != 0) {
      if (numbered == none) numbered = i;
      if (level > before + 1)
        file.broken_at("7.4.2-1", i, before == 0 ? "the first heading is " + elements[i].role : elements[i].role + " follows H" + std::to_string(before));
      before = level;
    }
    int headings = 0;
    for (const std::uint32_t kid : elements[i].kids) headings += elements[kid].role == "H" ? 1 : 0;
    if (headings > 1) file.broken_at("7.4.4-1", i);
  }
  if (plain == none || numbered == none) return;
  file.broken_at("7.4.4-2", plain);
  file.broken_at("7.4.4-3", numbered);
}

/// A Form without a Role holds one widget and nothing else (ISO 32000-1, table 340).
void check_forms(File& file) {
  for (std::uint32_t i = 0; i < file.tree.elements.size(); ++i) {
    const Element& element = file.tree.elements[i];
    if (element.role != "Form" || !file.tree.attribute(i, "PrintField", "/Role").isNull()) continue;
    const bool one = element.entries == 1 && element.objects.size() == 1 &&
                     name_in(entry(element.objects.front(), "/Subtype")) == "Widget";
    if (!one) file.broken_at("7.18.4-2", i);
  }
}

}  // namespace

void read_tree(File& file) {
  if (file.tree.exists) TreeReader(file).read();
}

void check_elements(File& file) {
  check_types(file);
  check_words(file);
  check_notes(file);
  check_headings(file);
  check_forms(file);
}

}  // namespace casewright::pdf::ua
