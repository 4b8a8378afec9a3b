#include "foreign/pdfua/ua_file.h"

#include <algorithm>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "foreign/pdf/own_marks.h"

namespace casewright::pdf::ua {
namespace {

constexpr int hidden_flag = 2;

/// A rectangle, its corners sorted.
struct Rectangle {
  double left = 0, bottom = 0, right = 0, top = 0;
};

bool read_rectangle(Object object, Rectangle& into) {
  if (!object.isArray() || object.getArrayNItems() < 4) return false;
  double values[4];
  for (int i = 0; i < 4; ++i) {
    Object item = object.getArrayItem(i);
    if (!item.isNumber()) return false;
    values[i] = item.getNumericValue();
  }
  into = {std::min(values[0], values[2]), std::min(values[1], values[3]), std::max(values[0], values[2]), std::max(values[1], values[3])};
  return true;
}

/// One annotation with what is asked of all kinds.
struct Annotation {
  Object object;
  std::string kind;
  std::uint32_t page = 0;
  std::uint32_t element = none;  ///< the tag around it
  std::string around;            ///< its standard type
  bool shown = true;             ///< neither hidden nor outside the page
};

class AnnotationCheck {
 public:
  explicit AnnotationCheck(File& file) : file_(file) {}

  void check_page(Object page, std::uint32_t number) {
    std::vector<Object> all;
    for (Object& each : items_of(page.getKey("/Annots")))
      if (each.isDictionary() && !is_own(each)) all.push_back(each);
    if (all.empty()) return;
    if (name_in(page.getKey("/Tabs")) != "S") file_.broken("7.18.3-1", number);
    Rectangle crop;
    const bool cropped = read_rectangle(QPDFPageObjectHelper(page).getAttribute("/CropBox", false), crop) ||
                         read_rectangle(QPDFPageObjectHelper(page).getAttribute("/MediaBox", false), crop);
    for (Object& object : all) {
      Annotation annotation = read(object, number);
      Rectangle box;
      if (cropped && read_rectangle(object.getKey("/Rect"), box))
        annotation.shown = annotation.shown && box.left < crop.right && box.right > crop.left && box.bottom < crop.top && box.top > crop.bottom;
      check(annotation);
    }
  }

 private:
  /// A note of ours, or its window.
  static bool is_own(Object note) {
    if (name_in(note.getKey("/Subtype")) == "Popup") note = note.getKey("/Parent");
    return note.isDictionary() && is_own_note(words_in(note.getKey("/T")), words_in(note.getKey("/Contents")), words_in(note.getKey("/NM")));
  }

  Annotation read(Object object, std::uint32_t page) {
    Annotation annotation{object, name_in(object.getKey("/Subtype")), page, none, "", true};
    annotation.shown = (integer_in(object.getKey("/F"), 0) & hidden_flag) == 0;
    Object parent = object.getKey("/StructParent");
    if (parent.isInteger()) annotation.element = file_.element_of(file_.parent_entry(parent.getIntValue()));
    if (annotation.element == none && object.isIndirect()) {
      const auto held = file_.tree.by_annotation.find(object.getObjGen());
      if (held != file_.tree.by_annotation.end()) annotation.element = held->second;
    }
    if (annotation.element != none) annotation.around = file_.tree.elements[annotation.element].role;
    return annotation;
  }

  void broken(const char* condition, const Annotation& annotation, const std::string& detail = "") {
    file_.broken(condition, annotation.page, annotation.element == none ? "" : file_.tree.path(annotation.element),
                 detail.empty() ? "annotation of type " + annotation.kind : detail);
  }

  bool described_by_tag(const Annotation& annotation) const {
    return annotation.element != none && has_words(entry(file_.tree.elements[annotation.element].object, "/Alt"));
  }

  void check(const Annotation& annotation) {
    const bool in_language = file_.has_language || (annotation.element != none && file_.tree.elements[annotation.element].has_language);
    if (has_words(entry(annotation.object, "/Contents")) && !in_language) broken("7.2-24", annotation);
    if (annotation.kind == "Widget") check_words_of_field(annotation, in_language);
    check_file(annotation);
    if (!annotation.shown) return;
    if (annotation.kind == "Link") check_link(annotation);
    else if (annotation.kind == "Widget") check_widget(annotation);
    else if (annotation.kind == "TrapNet") broken("7.18.2-1", annotation);
    else if (annotation.kind == "PrinterMark") check_mark(annotation);
    else if (annotation.kind != "Popup") check_other(annotation);
  }

  void check_other(const Annotation& annotation) {
    if (annotation.around != "Annot") broken("7.18.1-1", annotation);
    if (!has_words(entry(annotation.object, "/Contents")) && !described_by_tag(annotation)) broken("7.18.1-2", annotation);
  }

  void check_link(const Annotation& annotation) {
    if (annotation.around != "Link") broken("7.18.5-1", annotation);
    if (!has_words(entry(annotation.object, "/Contents"))) broken("7.18.5-2", annotation);
  }

  void check_mark(const Annotation& annotation) {
    if (annotation.element != none) broken("7.18.8-1", annotation);
  }

  /// The description of the field that a widget shows: of the widget itself, or of the field above it where the widget
  /// is one of several that stand for it and has no name of its own.
  static Object description_of(Object field) {
    for (int depth = 0; depth < 32 && field.getKey("/T").isNull() && field.getKey("/Parent").isDictionary(); ++depth)
      field = field.getKey("/Parent");
    return field.getKey("/TU");
  }

  void check_words_of_field(const Annotation& annotation, bool in_language) {
    if (!in_language && description_of(annotation.object).isString()) broken("7.2-25", annotation);
  }

  void check_widget(const Annotation& annotation) {
    if (annotation.around != "Form") broken("7.18.4-1", annotation);
    if (!has_words(description_of(annotation.object)) && !described_by_tag(annotation)) broken("7.18.1-3", annotation);
  }

  /// The file that an annotation attaches is described as 7.11 asks.
  void check_file(const Annotation& annotation) {
    Object file = entry(annotation.object, "/FS");
    if (annotation.kind != "FileAttachment" || !file.isDictionary() || file.getKey("/EF").isNull()) return;
    if (!has_words(file.getKey("/F")) || !has_words(file.getKey("/UF"))) broken("7.18.7-1", annotation);
  }

  File& file_;
};

/// Fields whose widgets stand on no page have words too.
void check_fields(File& file, Object field, int depth) {
  if (!field.isDictionary() || depth > 32) return;
  const std::uint32_t element = file.element_of(file.parent_entry(integer_in(field.getKey("/StructParent"), -1)));
  const bool in_language = file.has_language || (element != none && file.tree.elements[element].has_language);
  const bool widget = name_in(field.getKey("/Subtype")) == "Widget";
  const std::vector<Object> kids = items_of(field.getKey("/Kids"));
  if (field.getKey("/TU").isString() && !in_language && !widget && kids.empty()) file.broken("7.2-25", 0);
  for (const Object& kid : kids) check_fields(file, kid, depth + 1);
}

}  // namespace

void check_annotations(File& file) {
  AnnotationCheck check(file);
  for (std::uint32_t i = 0; i < file.pages.size(); ++i) check.check_page(file.pages[i], i + 1);
  for (const Object& field : items_of(entry(file.root.getKey("/AcroForm"), "/Fields"))) check_fields(file, field, 0);
}

}  // namespace casewright::pdf::ua
