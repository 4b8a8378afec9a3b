#include "foreign/pdf/pdf_notes.h"

#define POINTERHOLDER_TRANSITION 4  // qpdf asks which of its pointers are meant
#include <algorithm>
#include <map>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include "foreign/parts.h"
#include "foreign/pdf/own_marks.h"
#include "foreign/pdf/pdf_notation.h"

namespace casewright::pdf {
namespace {

using Handle = QPDFObjectHandle;

Handle text(const std::string& words) { return Handle::newUnicodeString(words); }
Handle real(float value) { return Handle::newReal(static_cast<double>(value), 2); }

std::string words_under(Handle dictionary, const char* key) {
  Handle value = dictionary.getKey(key);
  return value.isString() ? value.getUTF8Value() : std::string();
}

Handle rectangle(const Box& box) {
  Handle array = Handle::newArray();
  for (const float each : {box.left, box.bottom, box.right, box.top}) array.appendItem(real(each));
  return array;
}

Handle colour(std::uint32_t rgb) {
  Handle array = Handle::newArray();
  for (const int shift : {16, 8, 0}) array.appendItem(Handle::newReal(static_cast<double>(rgb >> shift & 0xFF) / 255, 3));
  return array;
}

/// The box in the page's own space, where top is more than bottom.
Box joined(const std::vector<Box>& boxes) {
  Box all = boxes.front();
  for (const Box& each : boxes) all = {std::min(all.left, each.left), std::max(all.top, each.top), std::max(all.right, each.right), std::min(all.bottom, each.bottom)};
  return all;
}

/// Where the page can be seen, its corners sorted.
Box seen_of(QPDFPageObjectHelper page) {
  const auto read = [](Handle array, Box& into) {
    if (!array.isArray() || array.getArrayNItems() < 4) return false;
    float side[4];
    for (int i = 0; i < 4; ++i) {
      if (!array.getArrayItem(i).isNumber()) return false;
      side[i] = static_cast<float>(array.getArrayItem(i).getNumericValue());
    }
    into = {std::min(side[0], side[2]), std::max(side[1], side[3]), std::max(side[0], side[2]), std::min(side[1], side[3])};
    return true;
  };
  Box media{0, 842, 595, 0}, crop;
  read(page.getAttribute("/MediaBox", false), media);
  if (!read(page.getAttribute("/CropBox", false), crop)) return media;
  return {std::max(media.left, crop.left), std::min(media.top, crop.top), std::min(media.right, crop.right), std::max(media.bottom, crop.bottom)};
}

class Annotator {
 public:
  Annotator(QPDF& pdf, const std::string& author) : pdf_(pdf), author_(author), pages_(QPDFPageDocumentHelper(pdf).getAllPages()) {
    Handle tree = pdf_.getRoot().getKey("/StructTreeRoot");
    if (tree.isDictionary()) tags_ = tree;
  }

  void run(const std::string& heading, const std::vector<PageNote>& notes) {
    for (auto& page : pages_) drop_own(page.getObjectHandle());
    if (!removed_.empty() && tags_.isDictionary()) forget(tags_, 0);
    drop_bookmarks();
    // What nothing refers to any more would be found as words that the file still holds.
    for (Handle each : wiped_)
      if (each.isIndirect()) pdf_.replaceObject(each.getObjGen(), Handle::newNull());
    std::vector<std::pair<const PageNote*, Handle>> placed;
    for (const PageNote& note : notes) {
      if (note.page == 0 || note.page > pages_.size() || standing_.count(note.words) != 0) continue;
      placed.emplace_back(&note, put(note));
    }
    if (!placed.empty()) add_bookmarks(heading, placed);
  }

 private:
  void drop_own(Handle page) {
    Handle marks = page.getKey("/Annots");
    if (!marks.isArray()) return;
    std::set<QPDFObjGen> answered;
    for (Handle each : marks.aitems())
      if (each.isDictionary() && each.getKey("/IRT").isIndirect()) answered.insert(each.getKey("/IRT").getObjGen());
    std::set<QPDFObjGen> here;
    for (Handle each : marks.aitems()) {
      if (!each.isDictionary() || !each.isIndirect()) continue;
      const std::string words = words_under(each, "/Contents");
      if (!is_own_note(words_under(each, "/T"), words, words_under(each, "/NM"))) continue;
      if (answered.count(each.getObjGen()) != 0) standing_.insert(words);
      else here.insert(each.getObjGen());
    }
    if (here.empty()) return;
    Handle kept = Handle::newArray();
    for (Handle each : marks.aitems()) {
      const bool popup = each.isDictionary() && each.getKey("/Subtype").isNameAndEquals("/Popup") && each.getKey("/Parent").isIndirect() && here.count(each.getKey("/Parent").getObjGen()) != 0;
      if (popup || (each.isIndirect() && here.count(each.getObjGen()) != 0)) {
        if (each.getKey("/StructParent").isInteger()) freed_.insert(each.getKey("/StructParent").getIntValue());
        if (each.getKey("/AP").isDictionary()) wiped_.push_back(each.getKey("/AP").getKey("/N"));
        wiped_.push_back(each);
        continue;
      }
      kept.appendItem(each);
    }
    if (kept.getArrayNItems() == 0) page.removeKey("/Annots");
    else page.replaceKey("/Annots", kept);
    removed_.insert(here.begin(), here.end());
  }

  bool is_removed(Handle kid) const {
    if (!kid.isDictionary() || !kid.getKey("/S").isNameAndEquals("/Annot")) return false;
    Handle held = kid.getKey("/K");
    return held.isDictionary() && held.getKey("/Obj").isIndirect() && removed_.count(held.getKey("/Obj").getObjGen()) != 0;
  }

  /// Takes our tags out; they stand no deeper than where put() puts them.
  void forget(Handle element, int depth) {
    Handle kids = element.getKey("/K");
    if (kids.isDictionary() && depth == 0) return forget(kids, 1);
    if (!kids.isArray()) return;
    Handle kept = Handle::newArray();
    for (Handle kid : kids.aitems()) {
      if (is_removed(kid)) {
        wiped_.push_back(kid);
        continue;
      }
      if (depth == 0 && kid.isDictionary()) forget(kid, 1);
      kept.appendItem(kid);
    }
    if (kept.getArrayNItems() != kids.getArrayNItems()) element.replaceKey("/K", kept);
    Handle numbers = tags_.getKey("/ParentTree");
    if (depth != 0 || !numbers.isDictionary()) return;
    QPDFNumberTreeObjectHelper tree(numbers, pdf_);
    for (const auto number : freed_) tree.remove(number);
  }

  /// One of our bookmarks, as we wrote it.
  static bool is_own_bookmark(Handle item) { return item.isDictionary() && item.hasKey(own_bookmark) && words_under(item, own_bookmark) == words_under(item, "/Title"); }

  /// The bookmark and those of ours below it.
  void wipe_bookmark(Handle item) {
    wiped_.push_back(item);
    std::set<QPDFObjGen> seen;
    for (Handle kid = item.getKey("/First"); is_own_bookmark(kid) && seen.insert(kid.getObjGen()).second; kid = kid.getKey("/Next")) wiped_.push_back(kid);
  }

  void drop_bookmarks() {
    Handle outlines = pdf_.getRoot().getKey("/Outlines");
    if (!outlines.isDictionary()) return;
    std::set<QPDFObjGen> seen;
    for (Handle item = outlines.getKey("/First"); item.isDictionary() && seen.insert(item.getObjGen()).second;) {
      Handle next = item.getKey("/Next"), before = item.getKey("/Prev");
      if (is_own_bookmark(item)) {
        wipe_bookmark(item);
        if (before.isDictionary()) next.isDictionary() ? before.replaceKey("/Next", next) : before.removeKey("/Next");
        else next.isDictionary() ? outlines.replaceKey("/First", next) : outlines.removeKey("/First");
        if (next.isDictionary()) before.isDictionary() ? next.replaceKey("/Prev", before) : next.removeKey("/Prev");
        else before.isDictionary() ? outlines.replaceKey("/Last", before) : outlines.removeKey("/Last");
        Handle count = outlines.getKey("/Count");
        if (count.isInteger() && count.getIntValue() > 0) outlines.replaceKey("/Count", Handle::newInteger(count.getIntValue() - 1));
      }
      item = next;
    }
    if (!outlines.getKey("/First").isDictionary()) {
      wiped_.push_back(outlines);
      pdf_.getRoot().removeKey("/Outlines");
    }
  }

  Handle add_object(Handle object) { return pdf_.makeIndirectObject(object); }

  /// The note, its window and its tag on their page.
  Handle put(const PageNote& note) {
    QPDFPageObjectHelper& page = pages_[note.page - 1];
    Handle place = page.getObjectHandle();
    const Box seen = seen_of(page);
    const bool icon = note.boxes.empty();
    const Box box = icon ? corner(note.page, seen) : joined(note.boxes);
    Handle made = add_object(Handle::newDictionary());
    made.replaceKey("/Type", Handle::newName("/Annot"));
    made.replaceKey("/Subtype", Handle::newName(icon ? "/Text" : "/Highlight"));
    made.replaceKey("/Rect", rectangle(box));
    made.replaceKey("/P", place);
    made.replaceKey("/F", Handle::newInteger(icon ? 28 : 4));  // printed; an icon neither grows nor turns with the page
    made.replaceKey("/C", colour(note.rgb));
    made.replaceKey("/T", text(author_));
    made.replaceKey("/NM", text(note.name));
    made.replaceKey("/Contents", text(note.words));
    if (icon) made.replaceKey("/Name", Handle::newName("/Note"));
    else made.replaceKey("/QuadPoints", corners_of(note.boxes));
    Handle looks = Handle::newDictionary();
    looks.replaceKey("/N", picture(note, box));
    made.replaceKey("/AP", looks);
    Handle window = add_object(Handle::newDictionary());
    window.replaceKey("/Type", Handle::newName("/Annot"));
    window.replaceKey("/Subtype", Handle::newName("/Popup"));
    const float right = seen.right, top = box.top;
    window.replaceKey("/Rect", rectangle({right, top, right + 180, top - 120}));
    window.replaceKey("/Parent", made);
    window.replaceKey("/Open", Handle::newBool(false));
    window.replaceKey("/F", Handle::newInteger(28));
    made.replaceKey("/Popup", window);
    Handle marks = place.getKey("/Annots");
    const bool alone = !marks.isArray() || marks.getArrayNItems() == 0;
    marks = alone ? Handle::newArray() : Handle::newArray(marks.getArrayAsVector());
    if (alone && !place.hasKey("/Tabs")) place.replaceKey("/Tabs", Handle::newName("/S"));
    marks.appendItem(made);
    marks.appendItem(window);
    place.replaceKey("/Annots", marks);
    if (tags_.isDictionary()) tag(made, place);
    return made;
  }

  /// Icons stand in a row along the top of what is seen of the page.
  Box corner(std::uint32_t page, const Box& seen) {
    constexpr float side = 18, gap = 4;
    const float fits = std::max(1.0F, (seen.right - seen.left - 2 * gap) / (side + gap));
    const auto number = static_cast<float>(icons_[page]++ % static_cast<std::uint32_t>(fits));
    const float left = seen.left + gap + number * (side + gap), top = seen.top - gap;
    return {left, top, left + side, top - side};
  }

  static Handle corners_of(const std::vector<Box>& boxes) {
    Handle corners = Handle::newArray();
    for (const Box& box : boxes)
      for (const float each : {box.left, box.top, box.right, box.top, box.left, box.bottom, box.right, box.bottom}) corners.appendItem(real(each));
    return corners;
  }

  Handle picture(const PageNote& note, const Box& box) {
    std::string drawn = "/G gs ";
    for (const int shift : {16, 8, 0}) drawn += number(static_cast<float>(note.rgb >> shift & 0xFF) / 255) + " ";
    drawn += "rg\n";
    const std::vector<Box> boxes = note.boxes.empty() ? std::vector<Box>{box} : note.boxes;
    for (const Box& each : boxes) drawn += number(each.left) + " " + number(each.bottom) + " " + number(each.right - each.left) + " " + number(each.top - each.bottom) + " re f\n";
    Handle form = Handle::newStream(&pdf_, drawn);
    Handle entries = form.getDict();
    entries.replaceKey("/Type", Handle::newName("/XObject"));
    entries.replaceKey("/Subtype", Handle::newName("/Form"));
    entries.replaceKey("/BBox", rectangle(box));
    entries.replaceKey("/Resources", Handle::parse("<< /ExtGState << /G << /Type /ExtGState /BM /Multiply >> >> >>"));
    return add_object(form);
  }

  /// A tag of its own at the end of the document's, as readers of tags need it.
  void tag(Handle annotation, Handle page) {
    Handle numbers = tags_.getKey("/ParentTree");
    if (!numbers.isDictionary()) return;
    QPDFNumberTreeObjectHelper tree(numbers, pdf_);
    if (next_number_ < 0) {
      Handle next = tags_.getKey("/ParentTreeNextKey");
      next_number_ = next.isInteger() ? next.getIntValue() : 0;
      if (tree.begin() != tree.end()) next_number_ = std::max(next_number_, static_cast<long long>(tree.getMax()) + 1);
    }
    Handle top = tags_.getKey("/K");
    Handle holder = top.isArray() && top.getArrayNItems() > 0 ? top.getArrayItem(0) : top;
    if (!holder.isDictionary() || !holder.hasKey("/S")) holder = tags_;
    Handle element = add_object(Handle::newDictionary());
    element.replaceKey("/Type", Handle::newName("/StructElem"));
    element.replaceKey("/S", Handle::newName("/Annot"));
    element.replaceKey("/P", holder);
    element.replaceKey("/Pg", page);
    element.replaceKey("/Lang", text("en-GB"));
    Handle reference = Handle::newDictionary();
    reference.replaceKey("/Type", Handle::newName("/OBJR"));
    reference.replaceKey("/Obj", annotation);
    reference.replaceKey("/Pg", page);
    element.replaceKey("/K", reference);
    Handle kids = holder.getKey("/K");
    Handle more = kids.isArray() ? Handle::newArray(kids.getArrayAsVector()) : Handle::newArray();
    if (!kids.isArray() && !kids.isNull()) more.appendItem(kids);
    more.appendItem(element);
    holder.replaceKey("/K", more);
    annotation.replaceKey("/StructParent", Handle::newInteger(next_number_));
    tree.insert(next_number_, element);
    tags_.replaceKey("/ParentTreeNextKey", Handle::newInteger(++next_number_));
  }

  Handle bookmark(const std::string& title, Handle parent) {
    Handle item = add_object(Handle::newDictionary());
    item.replaceKey("/Title", text(title));
    item.replaceKey(own_bookmark, text(title));
    item.replaceKey("/Parent", parent);
    return item;
  }

  /// Puts the item behind the last of the parent's.
  static void append(Handle parent, Handle item) {
    Handle last = parent.getKey("/Last");
    if (last.isDictionary()) {
      last.replaceKey("/Next", item);
      item.replaceKey("/Prev", last);
    } else {
      parent.replaceKey("/First", item);
    }
    parent.replaceKey("/Last", item);
  }

  void add_bookmarks(const std::string& heading, const std::vector<std::pair<const PageNote*, Handle>>& placed) {
    Handle outlines = pdf_.getRoot().getKey("/Outlines");
    if (!outlines.isDictionary()) {
      outlines = add_object(Handle::parse("<< /Type /Outlines /Count 0 >>"));
      pdf_.getRoot().replaceKey("/Outlines", outlines);
    }
    Handle all = bookmark(heading, outlines);
    for (const auto& [note, annotation] : placed) {
      Handle item = bookmark(note->bookmark, all);
      Handle place = Handle::newArray();
      place.appendItem(pages_[note->page - 1].getObjectHandle());
      place.appendItem(Handle::newName("/XYZ"));
      Handle at = Handle(annotation).getKey("/Rect");
      place.appendItem(at.getArrayItem(0));
      place.appendItem(at.getArrayItem(3));
      place.appendItem(Handle::newNull());
      item.replaceKey("/Dest", place);
      append(all, item);
    }
    all.replaceKey("/Count", Handle::newInteger(-static_cast<long long>(placed.size())));  // closed
    append(outlines, all);
    Handle count = outlines.getKey("/Count");
    if (!count.isInteger() || count.getIntValue() >= 0) outlines.replaceKey("/Count", Handle::newInteger((count.isInteger() ? count.getIntValue() : 0) + 1));
  }

  QPDF& pdf_;
  const std::string& author_;
  std::vector<QPDFPageObjectHelper> pages_;
  Handle tags_ = Handle::newNull();
  std::set<QPDFObjGen> removed_;
  std::set<long long> freed_;
  std::vector<Handle> wiped_;
  std::set<std::string> standing_;  ///< words of our notes that somebody has answered
  std::map<std::uint32_t, std::uint32_t> icons_;
  long long next_number_ = -1;
};

}  // namespace

Result<std::string> make_annotated(std::string_view bytes, const std::string& file, const std::string& author, const std::string& heading, const std::vector<PageNote>& notes) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile(file.c_str(), bytes.data(), bytes.size());
    if (pdf.isEncrypted()) return Fault{file, 0, 0, "this file is protected, so no copy of it can be marked up", "save it without protection first"};
    Annotator(pdf, author).run(heading, notes);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_preserve);
    writer.setPreserveUnreferencedObjects(true);
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const auto made = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(made->getBuffer()), made->getSize());
  } catch (const std::exception&) {
    return Fault{file, 0, 0, "this PDF is too damaged to be written anew", "open it in the program that made it and export it again"};
  }
}

}  // namespace casewright::pdf
