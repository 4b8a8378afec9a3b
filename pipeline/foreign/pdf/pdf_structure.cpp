#include "foreign/pdf/pdf_structure.h"

#include <algorithm>
#include <map>
#include <set>

#include "foreign/pdf/pdf_page_frame.h"

namespace casewright::pdf {
namespace {

constexpr std::size_t most_elements = 2'000'000;
constexpr std::size_t most_depth = 200;

/// Walks the tree of a file that may be broken or hostile: no recursion, no element twice.
class Walker {
 public:
  Walker(PDFDoc& document, Structure& into) : document_(document), into_(into) {}

  void run() {
    const Object catalog = document_.getXRef()->getCatalog();
    if (!catalog.isDict()) return;
    const Object mark = catalog.dictLookup("MarkInfo");
    if (mark.isDict()) {
      const Object marked = mark.dictLookup("Marked");
      into_.marked = marked.isBool() && marked.getBool();
    }
    const Object root = catalog.dictLookup("StructTreeRoot");
    if (!root.isDict()) return;
    roles_ = root.dictLookup("RoleMap");
    into_.elements.emplace_back().role = "Root";
    open_.push_back({0, 0, {}});
    push_kids(root.dictLookup("K"), root.dictLookupNF("K").isRef() ? root.dictLookupNF("K").getRef() : Ref::INVALID());
    while (!open_.empty() && into_.elements.size() < most_elements) step();
  }

 private:
  struct Open {
    std::uint32_t element;
    std::uint32_t page;
    std::vector<Object> waiting;  ///< kids, last first, not yet fetched
  };

  void push_kids(Object kids, Ref) {
    std::vector<Object>& waiting = open_.back().waiting;
    if (kids.isArray()) {
      for (int i = kids.arrayGetLength() - 1; i >= 0; --i) waiting.push_back(kids.arrayGetNF(i).copy());
    } else if (!kids.isNull()) {
      waiting.push_back(std::move(kids));
    }
  }

  void step() {
    if (open_.back().waiting.empty()) {
      open_.pop_back();
      return;
    }
    Object kid = std::move(open_.back().waiting.back());
    open_.back().waiting.pop_back();
    if (kid.isRef()) {
      const Ref ref = kid.getRef();
      if (!seen_.insert(ref).second) return;
      kid = kid.fetch(document_.getXRef());
    }
    Open& open = open_.back();
    if (kid.isInt()) {
      add_content(open.element, open.page, kid.getInt(), none);
      return;
    }
    if (!kid.isDict()) return;
    const Dict& dict = *kid.getDict();
    const std::uint32_t page = page_of(dict, open.page);
    if (dict.is("MCR")) {
      const Object id = dict.lookup("MCID");
      const Object& stream = dict.lookupNF("Stm");
      if (id.isInt()) add_content(open.element, page, id.getInt(), stream.isRef() ? static_cast<std::uint32_t>(stream.getRef().num) : none);
    } else if (!dict.is("OBJR") && open_.size() < most_depth) {
      enter(dict, page);
    }
  }

  void add_content(std::uint32_t element, std::uint32_t page, int id, std::uint32_t form) {
    if (id >= 0) into_.elements[element].kids.push_back({none, page, static_cast<std::uint32_t>(id), form});
  }

  std::uint32_t page_of(const Dict& dict, std::uint32_t inherited) {
    const Object& page = dict.lookupNF("Pg");
    if (!page.isRef()) return inherited;
    const auto [known, fresh] = pages_.try_emplace(page.getRef(), 0);
    if (fresh) known->second = static_cast<std::uint32_t>(std::max(0, document_.findPage(page.getRef())));
    return known->second;
  }

  void enter(const Dict& dict, std::uint32_t page) {
    const auto index = static_cast<std::uint32_t>(into_.elements.size());
    Element element;
    element.parent = open_.back().element;
    const Object role = dict.lookup("S");
    if (role.isName()) element.name = role.getName();
    element.role = role_of(element.name);
    element.alternative = text_under(dict, "Alt");
    element.actual = text_under(dict, "ActualText");
    element.language = text_under(dict, "Lang");
    attributes(dict.lookup("A"), element);
    into_.elements[element.parent].kids.push_back({index, 0, none, none});
    into_.elements.push_back(std::move(element));
    open_.push_back({index, page, {}});
    push_kids(dict.lookupNF("K").isRef() ? kids_of(dict) : dict.lookup("K"), Ref::INVALID());
  }

  /// A single kid stays a reference so that it is met once; an array behind a reference is fetched.
  Object kids_of(const Dict& dict) {
    Object kids = dict.lookup("K");
    return kids.isArray() ? std::move(kids) : dict.lookupNF("K").copy();
  }

  std::string role_of(std::string role) {
    for (int i = 0; i < 8 && roles_.isDict(); ++i) {
      if (is_standard(role)) return role;
      const Object next = roles_.dictLookup(role.c_str());
      if (!next.isName() || role == next.getName()) return role;
      role = next.getName();
    }
    return role;
  }

  static bool is_standard(const std::string& role) {
    static const std::set<std::string> standard{
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H",
        "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span",
        "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form", "Artifact", "Title", "FENote"};
    return standard.count(role) != 0;
  }

  void attributes(const Object& held, Element& element) {
    if (held.isArray()) {
      for (int i = 0; i < std::min(held.arrayGetLength(), 64); ++i) attribute(held.arrayGet(i), element);
    } else {
      attribute(held, element);
    }
  }

  void attribute(const Object& held, Element& element) {
    if (!held.isDict()) return;
    const Object numbering = held.dictLookup("ListNumbering"), scope = held.dictLookup("Scope");
    if (numbering.isName()) element.numbering = numbering.getName();
    if (scope.isName()) element.scope = scope.getName();
    const Object columns = held.dictLookup("ColSpan"), rows = held.dictLookup("RowSpan");
    if (columns.isInt()) element.columns = static_cast<std::uint16_t>(std::clamp(columns.getInt(), 1, 200));
    if (rows.isInt()) element.rows = static_cast<std::uint16_t>(std::clamp(rows.getInt(), 1, 2000));
  }

  PDFDoc& document_;
  Structure& into_;
  Object roles_;
  std::vector<Open> open_;
  std::set<Ref> seen_;
  std::map<Ref, std::uint32_t> pages_;
};

}  // namespace

Structure read_structure(PDFDoc& document) {
  Structure structure;
  Walker(document, structure).run();
  return structure;
}

}  // namespace casewright::pdf
