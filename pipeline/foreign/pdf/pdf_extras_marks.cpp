// What is set upon the pages of a PDF: remarks, marks, recordings, and fields to be filled in.
#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "foreign/pdf/pdf_extras_reader.h"

namespace casewright::pdf {
namespace {

bool is_recording(std::string_view kind) { return kind == "Sound" || kind == "Movie" || kind == "3D" || kind == "RichMedia" || kind == "Screen"; }

bool is_name_of_mark(std::string_view words) {
  static constexpr auto names = std::to_array<std::string_view>({"Sticky Note", "Highlight", "Comment on Text", "Text Box", "Rectangle", "Cross-Out",
                                                                 "Underline", "Inserted Text", "Pencil", "Oval", "Line", "Arrow", "Stamp", "Redact", "Note", "Typewritten Text"});
  return std::find(names.begin(), names.end(), words) != names.end();
}

/// The words between the tags of a form package, and of attributes those that are sentences or names.
std::string words_of_package(std::string_view package) {
  std::string words = without_tags(package);
  for (std::size_t at = package.find("=\""); at != std::string_view::npos; at = package.find("=\"", at)) {
    const std::size_t begin = at + 2, end = std::min(package.find('"', begin), package.size());
    const std::string_view value = package.substr(begin, end - begin);
    if (value.size() < 500 && value.find(' ') != std::string_view::npos && value.find("://") == std::string_view::npos) words += " " + std::string(value);
    at = end;
  }
  return fold_space(words);
}

}  // namespace

void ExtrasReader::annotations(int number) {
  ::Page* page = document_.getPage(number);
  Annots* all = page == nullptr ? nullptr : page->getAnnots();
  if (all == nullptr) return;
  const PageFrame frame(*page);
  for (Annot* each : all->getAnnots()) {
    const Object& object = each->getAnnotObj();
    if (!object.isDict() || extras_.size() > most_extras) continue;
    annotation(*object.getDict(), *each, number);
    double x1, y1, x2, y2;
    each->getRect(&x1, &y1, &x2, &y2);
    for (auto at = extras_.rbegin(); at != extras_.rend() && at->page == static_cast<std::uint32_t>(number) && at->box == Box{}; ++at)
      at->box = frame.box(x1, y1, x2, y2);
  }
}

void ExtrasReader::annotation(const Dict& dict, const Annot& each, int number) {
  const Object subtype = dict.lookup("Subtype");
  const std::string kind = subtype.isName() ? subtype.getName() : "annotation";
  std::string words = text_under(dict, "Contents");
  // Some programs keep the note in rich text and say no more than "see note" in plain words.
  if (const std::string rich = fold_space(without_tags(text_of_either(dict.lookup("RC")))); !rich.empty() && fold_space(words).find(rich) == std::string::npos) words += (words.empty() ? "" : " ") + rich;
  for (const char* key : {"Subj", "OverlayText"})
    if (const std::string more = text_under(dict, key); !more.empty() && more != kind && !is_name_of_mark(more)) words += (words.empty() ? "" : " ") + more;
  const auto page = static_cast<std::uint32_t>(number);
  const bool hidden = (each.getFlags() & (Annot::flagInvisible | Annot::flagHidden | Annot::flagNoView)) != 0;
  if (kind == "Link") {
    if (!words.empty()) add(ExtraKind::link_description, "description of a link", words, page);
    return;
  }
  if (kind == "Widget")
    if (const std::string other = words_of_looks(dict, false); !other.empty()) add(ExtraKind::hidden_note, kind, other, page);
  if (kind == "Widget" || kind == "PrinterMark" || kind == "TrapNet" || kind == "Watermark") return;
  if (kind == "Popup") return;
  double x1, y1, x2, y2;
  each.getRect(&x1, &y1, &x2, &y2);
  const bool unseen = hidden || (kind != "Redact" && kind != "Text" && (x1 == x2 || y1 == y2));
  std::string painted = words_of_looks(dict, unseen);
  if (!painted.empty() && words.find(painted) != std::string::npos) painted.clear();
  if (!painted.empty()) words += (words.empty() ? "" : " ") + painted;
  ExtraKind what = words.empty() ? ExtraKind::mark : ExtraKind::note;
  if (kind == "Redact") what = ExtraKind::redaction_mark;
  else if (unseen && (hidden || !painted.empty())) what = ExtraKind::hidden_note;
  else if (!painted.empty()) what = ExtraKind::hidden_note;
  else if (is_recording(kind)) what = ExtraKind::attachment;
  if (kind == "FileAttachment") what = ExtraKind::mark;
  if (kind == "Movie")
    if (const Object movie = dict.lookup("Movie"); movie.isDict()) gather_strings(movie.dictLookup("F"), &xref_, 0, words);
  Extra& made = add(what, kind, words, page);
  made.author = text_under(dict, "T");
  made.id = text_under(dict, "NM");
}

/// The words that an annotation paints only under a pointer or a button, and those of one that nobody sees at all.
std::string ExtrasReader::words_of_looks(const Dict& dict, bool unseen) {
  const Object looks = dict.lookup("AP");
  if (!looks.isDict()) return {};
  const auto words_under = [&](const char* key) {
    Object look = looks.dictLookup(key);
    return look.isStream() ? words_of_commands(bytes_of(look, most_stream)) : std::string();
  };
  const std::string plain = words_under("N");
  std::string words = unseen ? plain : std::string();
  // Of the looks that a box has, one is shown.
  const Object shown = dict.lookup("AS"), all = looks.dictLookup("N");
  for (int i = 0; all.isDict() && i < std::min(all.dictGetLength(), 50); ++i)
    if (Object look = all.dictGetVal(i); look.isStream() && (unseen || !shown.isName(all.dictGetKey(i)))) {
      const std::string more = words_of_commands(bytes_of(look, most_stream));
      if (more.size() > 2) words += (words.empty() ? "" : " ") + more;  // a tick is a letter of a font of signs
    }
  for (const char* key : {"R", "D"})
    if (const std::string more = words_under(key); !more.empty() && more != plain && words.find(more) == std::string::npos) words += (words.empty() ? "" : " ") + more;
  return words;
}

void ExtrasReader::fields() {
  const Object catalog = xref_.getCatalog();
  const Object form = catalog.isDict() ? catalog.dictLookup("AcroForm") : Object(objNull);
  if (!form.isDict()) return;
  std::vector<Object> open;
  std::set<Ref> seen;
  open.push_back(form.dictLookup("Fields"));
  for (int steps = 0; !open.empty() && steps < 50'000; ++steps) {
    Object here = std::move(open.back());
    open.pop_back();
    if (here.isRef()) {
      if (!seen.insert(here.getRef()).second) continue;
      here = here.fetch(&xref_);
    }
    if (here.isArray())
      for (int i = here.arrayGetLength() - 1; i >= 0; --i) open.push_back(here.arrayGetNF(i).copy());
    if (!here.isDict()) continue;
    field(*here.getDict());
    open.push_back(here.dictLookup("Kids"));
  }
  if (Object package = form.dictLookup("XFA"); package.isStream()) add(ExtraKind::form_package, "XFA", words_of_package(bytes_of(package, most_stream)));
  else if (package.isArray()) {
    std::string words;
    for (int i = 0; i < std::min(package.arrayGetLength(), 40); ++i)
      if (Object part = package.arrayGet(i); part.isStream()) words += " " + words_of_package(bytes_of(part, most_stream));
    add(ExtraKind::form_package, "XFA", fold_space(words));
  }
}

void ExtrasReader::field(const Dict& dict) {
  const std::string name = text_under(dict, "T"), label = text_under(dict, "TU");
  const Object kind = dict.lookup("FT");
  if (kind.isName("Sig")) return;
  std::string words;
  for (const char* key : {"V", "DV", "RV"}) {
    const std::string value = text_of_either(dict.lookup(key));
    if (!value.empty() && value != "Off" && words.find(value) == std::string::npos) words += (words.empty() ? "" : " ") + (key[0] == 'R' ? without_tags(value) : value);
  }
  if (const Object look = dict.lookup("MK"); look.isDict())
    for (const char* key : {"RC", "AC"})  // what a button says under the pointer and while it is pressed
      if (const std::string more = text_under(*look.getDict(), key); !more.empty() && words.find(more) == std::string::npos) words += (words.empty() ? "" : " ") + more;
  if (!words.empty()) add(ExtraKind::field, name, words);
  if (!name.empty()) add(ExtraKind::field_name, "name of a field", name);
  if (!label.empty()) add(ExtraKind::description, "description of a field", label);
  std::string choices;
  if (const Object offered = dict.lookup("Opt"); offered.isArray())
    for (int i = 0; i < std::min(offered.arrayGetLength(), 500); ++i) {
      std::string choice;
      gather_strings(offered.arrayGetNF(i), &xref_, 0, choice);
      if (!choice.empty()) choices += (choices.empty() ? "" : ". ") + choice;
    }
  if (!choices.empty()) add(ExtraKind::choices, "choices of a field", choices);
}

}  // namespace casewright::pdf
