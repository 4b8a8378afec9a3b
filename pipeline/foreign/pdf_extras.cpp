#include "foreign/pdf_extras.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include <poppler/Annot.h>

#include "base/text.h"
#include "foreign/pdf_page_frame.h"

namespace casewright::pdf {
namespace {

constexpr int deepest = 8;
constexpr std::size_t most_extras = 20'000, most_stream = 256u << 10, most_shown = 20'000, most_attached = 8u << 20;

std::string bytes_of(Object& object, std::size_t most) {
  std::string bytes;
  if (!object.isStream()) return bytes;
  object.streamReset();
  std::array<unsigned char, 8192> part;
  for (int read; bytes.size() < most && (read = object.getStream()->doGetChars(static_cast<int>(part.size()), part.data())) > 0;)
    bytes.append(reinterpret_cast<const char*>(part.data()), static_cast<std::size_t>(read));
  object.streamClose();
  return bytes;
}

std::string words_of(const Object& value) {
  if (value.isString()) return fold_space(text_of(*value.getString()));
  if (value.isName()) return value.getName();
  return {};
}

std::string text_of_either(Object value) {
  return value.isStream() ? fold_space(bytes_of(value, most_shown)) : words_of(value);
}

/// The text of a record, which may be in pairs of bytes.
std::string in_utf8(std::string bytes) {
  const bool low_first = bytes.starts_with("\xFF\xFE"), high_first = bytes.starts_with("\xFE\xFF");
  if (!low_first && !high_first) return bytes;
  std::string plain;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    const char32_t unit = low_first ? static_cast<char32_t>(second << 8 | first) : static_cast<char32_t>(first << 8 | second);
    if (unit < 0xD800 || unit > 0xDFFF) append_utf8(plain, unit);
  }
  return plain;
}

bool reads_as_text(std::string_view bytes) {
  if (bytes.empty()) return false;
  const auto odd = std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 32 && c != '\n' && c != '\r' && c != '\t'; });
  return odd * 50 < static_cast<std::ptrdiff_t>(bytes.size());
}

/// Calls `visit` for a dictionary and those that stand in it, not for those it refers to.
void each_dict(const Object& object, const std::function<void(const Dict&)>& visit, int depth = 0) {
  if (depth > deepest) return;
  if (object.isArray()) {
    for (int i = 0; i < object.arrayGetLength(); ++i)
      if (const Object& kid = object.arrayGetNF(i); !kid.isRef()) each_dict(kid, visit, depth + 1);
    return;
  }
  const Dict* dict = object.isDict() ? object.getDict() : object.isStream() ? object.getStream()->getDict() : nullptr;
  if (dict == nullptr) return;
  visit(*dict);
  for (int i = 0; i < dict->getLength(); ++i)
    if (const Object& kid = dict->getValNF(i); !kid.isRef()) each_dict(kid, visit, depth + 1);
}

/// All strings in an object and what it refers to, a few steps deep.
void gather_strings(const Object& object, XRef* xref, int depth, std::string& into) {
  if (depth > 4 || into.size() > most_shown) return;
  const Object fetched = object.isRef() ? object.fetch(xref) : object.copy();
  if (fetched.isString()) {
    const std::string words = words_of(fetched);
    if (!words.starts_with("D:")) into += (into.empty() ? "" : " ") + words;
  }
  if (fetched.isArray())
    for (int i = 0; i < std::min(fetched.arrayGetLength(), 200); ++i) gather_strings(fetched.arrayGetNF(i), xref, depth + 1, into);
  if (fetched.isStream()) {
    Object held = fetched.copy();
    const std::string bytes = bytes_of(held, most_shown);
    if (reads_as_text(bytes)) into += (into.empty() ? "" : " ") + fold_space(bytes);
  }
  const Dict* dict = fetched.isDict() ? fetched.getDict() : fetched.isStream() ? fetched.getStream()->getDict() : nullptr;
  if (dict == nullptr) return;
  for (int i = 0; i < std::min(dict->getLength(), 200); ++i)
    if (std::string_view(dict->getKey(i)) != "Parent" && std::string_view(dict->getKey(i)) != "P") gather_strings(dict->getValNF(i), xref, depth + 1, into);
}

class ExtrasReader {
 public:
  ExtrasReader(PDFDoc& document, const Survey& survey) : document_(document), xref_(*document.getXRef()), survey_(survey) {}

  std::vector<Extra> run() {
    protection();
    properties();
    for (int page = 1; page <= document_.getNumPages(); ++page) annotations(page);
    fields();
    destinations();
    layers();
    own_entries();
    templates();
    for (std::uint32_t number = 0; number < survey_.objects.size() && extras_.size() < most_extras; ++number) {
      const Surveyed& object = survey_.objects[number];
      if (object.live && (object.signs != 0 || !object.reached)) look(number, object);
    }
    return std::move(extras_);
  }

 private:
  Extra& add(ExtraKind kind, std::string name, std::string text, std::uint32_t page = 0) {
    extras_.push_back({kind, std::move(name), std::move(text), {}, page, {}});
    return extras_.back();
  }

  void protection() {
    if (!document_.isEncrypted()) return;
    std::string barred;
    const auto bar = [&barred](bool allowed, const char* what) {
      if (!allowed) barred += (barred.empty() ? "" : ", ") + std::string(what);
    };
    bar(document_.okToCopy(), "copying");
    bar(document_.okToPrint(), "printing");
    bar(document_.okToChange(), "changing");
    bar(document_.okToAccessibility(), "reading aloud");
    add(ExtraKind::protection, barred.empty() ? "encrypted" : "encrypted, and does not allow " + barred, {});
  }

  void properties() {
    const Object info = document_.getDocInfo();
    if (!info.isDict()) return;
    for (int i = 0; i < std::min(info.dictGetLength(), 200); ++i) {
      const std::string name = info.dictGetKey(i);
      const Object value = info.dictGetVal(i);
      std::string words = words_of(value);
      if (value.isArray() || value.isDict()) gather_strings(value, &xref_, 0, words);
      if (!words.empty() && !words.starts_with("D:")) add(ExtraKind::property, name, words);
    }
  }

  void annotations(int number) {
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

  void annotation(const Dict& dict, const Annot& each, int number) {
    const Object subtype = dict.lookup("Subtype");
    const std::string kind = subtype.isName() ? subtype.getName() : "annotation";
    std::string words = text_under(dict, "Contents");
    if (const std::string rich = text_of_either(dict.lookup("RC")); words.empty()) words = without_tags(rich);
    for (const char* key : {"Subj", "OverlayText"})
      if (const std::string more = text_under(dict, key); !more.empty() && more != kind && !is_name_of_mark(more)) words += (words.empty() ? "" : " ") + more;
    const auto page = static_cast<std::uint32_t>(number);
    const bool hidden = (each.getFlags() & (Annot::flagInvisible | Annot::flagHidden | Annot::flagNoView)) != 0;
    if (kind == "Link") {
      if (!words.empty()) add(ExtraKind::link_description, "description of a link", words, page);
      return;
    }
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

  static bool is_recording(std::string_view kind) { return kind == "Sound" || kind == "Movie" || kind == "3D" || kind == "RichMedia" || kind == "Screen"; }

  /// The words that an annotation paints only under a pointer or a button, and those of one that nobody sees at all.
  std::string words_of_looks(const Dict& dict, bool unseen) {
    const Object looks = dict.lookup("AP");
    if (!looks.isDict()) return {};
    const auto words_under = [&](const char* key) {
      Object look = looks.dictLookup(key);
      return look.isStream() ? words_of_commands(bytes_of(look, most_stream)) : std::string();
    };
    const std::string plain = words_under("N");
    std::string words = unseen ? plain : std::string();
    for (const char* key : {"R", "D"})
      if (const std::string more = words_under(key); !more.empty() && more != plain && words.find(more) == std::string::npos) words += (words.empty() ? "" : " ") + more;
    return words;
  }

  static bool is_name_of_mark(std::string_view words) {
    static constexpr auto names = std::to_array<std::string_view>({"Sticky Note", "Highlight", "Comment on Text", "Text Box", "Rectangle", "Cross-Out",
                                                                   "Underline", "Inserted Text", "Pencil", "Oval", "Line", "Arrow", "Stamp", "Redact", "Note", "Typewritten Text"});
    return std::find(names.begin(), names.end(), words) != names.end();
  }

  static std::string without_tags(std::string_view rich) {
    std::string words;
    bool tag = false;
    for (const char c : rich) {
      if (c == '<') tag = true, words += ' ';
      else if (c == '>') tag = false;
      else if (!tag) words += c;
    }
    return fold_space(words);
  }

  /// The words between the tags of a form package, and of attributes those that are sentences or names.
  static std::string words_of_package(std::string_view package) {
    std::string words = without_tags(package);
    for (std::size_t at = package.find("=\""); at != std::string_view::npos; at = package.find("=\"", at)) {
      const std::size_t begin = at + 2, end = std::min(package.find('"', begin), package.size());
      const std::string_view value = package.substr(begin, end - begin);
      if (value.size() < 500 && value.find(' ') != std::string_view::npos && value.find("://") == std::string_view::npos) words += " " + std::string(value);
      at = end;
    }
    return fold_space(words);
  }

  void fields() {
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

  void field(const Dict& dict) {
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

  void destinations() {
    Catalog& catalog = *document_.getCatalog();
    for (int i = 0; i < std::min(catalog.numDestNameTree(), 20'000); ++i)
      if (const GooString* name = catalog.getDestNameTreeName(i)) add(ExtraKind::destination, "destination", text_of(*name));
    for (int i = 0; i < std::min(catalog.numDests(), 20'000); ++i)
      if (const char* name = catalog.getDestsName(i)) add(ExtraKind::destination, "destination", name);
  }

  void layers() {
    const Object catalog = xref_.getCatalog();
    const Object content = catalog.isDict() ? catalog.dictLookup("OCProperties") : Object(objNull);
    const Object all = content.isDict() ? content.dictLookup("OCGs") : Object(objNull);
    if (!all.isArray()) return;
    for (int i = 0; i < std::min(all.arrayGetLength(), 1000); ++i)
      if (const Object layer = all.arrayGet(i); layer.isDict()) add(ExtraKind::layer, "layer", text_under(*layer.getDict(), "Name"));
  }

  /// Entries of a program's own making: those that ISO 32000 does not name.
  template <std::size_t count>
  void own_entries_of(const Dict& dict, const std::array<std::string_view, count>& known, std::uint32_t page) {
    for (int i = 0; i < std::min(dict.getLength(), 200); ++i) {
      const std::string_view key = dict.getKey(i);
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      std::string words;
      gather_strings(dict.getValNF(i), &xref_, 2, words);
      if (!words.empty()) add(ExtraKind::private_data, std::string(key), words, page);
    }
  }

  /// What the file's outermost dictionaries say: labels of pages, articles, addresses, entries of a program's own.
  void own_entries() {
    static constexpr auto of_catalog = std::to_array<std::string_view>(
        {"Type", "Version", "Extensions", "Pages", "PageLabels", "Names", "Dests", "ViewerPreferences", "PageLayout", "PageMode", "Outlines", "Threads", "OpenAction", "AA", "URI", "AcroForm", "Metadata",
         "StructTreeRoot", "MarkInfo", "Lang", "SpiderInfo", "OutputIntents", "PieceInfo", "OCProperties", "Perms", "Legal", "Requirements", "Collection", "NeedsRendering", "DSS", "AF", "DPartRoot"});
    static constexpr auto of_page = std::to_array<std::string_view>(
        {"Type", "Parent", "LastModified", "Resources", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "BoxColorInfo", "Contents", "Rotate", "Group", "Thumb", "B", "Dur", "Trans", "Annots", "AA", "Metadata",
         "PieceInfo", "StructParents", "ID", "PZ", "SeparationInfo", "Tabs", "TemplateInstantiated", "PresSteps", "UserUnit", "VP", "AF", "OutputIntents", "DPart"});
    static constexpr auto of_trailer = std::to_array<std::string_view>({"Size", "Prev", "Root", "Encrypt", "Info", "ID", "XRefStm", "Type", "W", "Index", "Length", "Filter", "DecodeParms", "DocChecksum", "AdditionalStreams", "F", "FFilter", "FDecodeParms"});
    const Object catalog = xref_.getCatalog();
    if (catalog.isDict()) {
      own_entries_of(*catalog.getDict(), of_catalog, 0);
      std::string labels;
      gather_strings(catalog.dictLookup("PageLabels"), &xref_, 0, labels);
      if (!labels.empty()) add(ExtraKind::destination, "label of a page", labels);
      std::string articles;
      if (const Object threads = catalog.dictLookup("Threads"); threads.isArray())
        for (int i = 0; i < std::min(threads.arrayGetLength(), 100); ++i)
          if (const Object thread = threads.arrayGet(i); thread.isDict()) gather_strings(thread.dictLookup("I"), &xref_, 0, articles);
      if (!articles.empty()) add(ExtraKind::property, "article", articles);
      std::string addresses;
      for (const char* key : {"URI", "SpiderInfo"}) gather_strings(catalog.dictLookup(key), &xref_, 0, addresses);
      if (is_local(addresses)) add(ExtraKind::action, "looks for what it links to in a folder", addresses);
    }
    if (const Object* trailer = xref_.getTrailerDict(); trailer != nullptr && trailer->isDict()) own_entries_of(*trailer->getDict(), of_trailer, 0);
    for (int number = 1; number <= document_.getNumPages(); ++number)
      if (::Page* page = document_.getPage(number); page != nullptr) {
        const Ref ref = page->getRef();
        if (const Object held = xref_.fetch(ref); held.isDict()) own_entries_of(*held.getDict(), of_page, static_cast<std::uint32_t>(number));
      }
  }

  /// Pages that the file keeps to be put in by a script, and no reader sees.
  void templates() {
    const Object catalog = xref_.getCatalog();
    const Object names = catalog.isDict() ? catalog.dictLookup("Names") : Object(objNull);
    if (!names.isDict()) return;
    std::vector<Object> open;
    for (const char* key : {"Templates", "Pages"}) open.push_back(names.dictLookup(key));
    for (int steps = 0; !open.empty() && steps < 1000; ++steps) {
      const Object here = std::move(open.back());
      open.pop_back();
      if (!here.isDict()) continue;
      if (const Object kids = here.dictLookup("Kids"); kids.isArray())
        for (int i = 0; i < std::min(kids.arrayGetLength(), 200); ++i) open.push_back(kids.arrayGet(i));
      if (const Object pairs = here.dictLookup("Names"); pairs.isArray())
        for (int i = 1; i < std::min(pairs.arrayGetLength(), 400); i += 2) template_page(pairs.arrayGetNF(i), words_of(pairs.arrayGet(i - 1)));
    }
  }

  void template_page(const Object& named, const std::string& name) {
    if (named.isRef() && document_.findPage(named.getRef()) > 0) return;
    const Object page = named.fetch(&xref_);
    if (!page.isDict()) return;
    std::string words = name;
    const Object contents = page.dictLookup("Contents");
    for (int i = 0; i < (contents.isArray() ? std::min(contents.arrayGetLength(), 100) : 1); ++i) {
      Object part = contents.isArray() ? contents.arrayGet(i) : contents.copy();
      words += " " + words_of_commands(bytes_of(part, most_stream));
    }
    add(ExtraKind::unused_words, "a page that is not shown", fold_space(words));
  }

  /// An address on somebody's disk or in an office.
  static bool is_local(std::string_view address) {
    const std::string low = ascii_lower(address);
    return low.starts_with("file:") || low.starts_with("\\\\") || (low.size() > 2 && low[1] == ':' && low[0] >= 'a' && low[0] <= 'z') || low.find(" file:") != std::string::npos || low.find("localhost") != std::string::npos || low.find("sharepoint.com") != std::string::npos;
  }

  std::uint32_t page_of(const Dict& dict, std::uint32_t number) {
    const Object& page = dict.lookupNF("Pg");
    if (page.isRef()) return static_cast<std::uint32_t>(std::max(0, document_.findPage(page.getRef())));
    if (dict.is("Page")) return static_cast<std::uint32_t>(std::max(0, document_.findPage({static_cast<int>(number), 0})));
    return 0;
  }

  void look(std::uint32_t number, const Surveyed& object) {
    const XRefEntry* entry = xref_.getEntry(static_cast<int>(number), false);
    const int generation = entry != nullptr && entry->type == xrefEntryUncompressed ? entry->gen : 0;
    Object held = xref_.fetch(static_cast<int>(number), generation);
    const Dict* top = held.isDict() ? held.getDict() : held.isStream() ? held.getStream()->getDict() : nullptr;
    if (top != nullptr && (top->is("XRef") || top->is("ObjStm"))) return;
    const bool record = top != nullptr && held.isStream() && (top->is("Metadata") || name_under(*top, "Subtype") == "XML");
    if (record) return read_record(held);
    if (!object.reached) return unused(held, top);
    if (top == nullptr && !held.isArray()) return;
    each_dict(held, [&](const Dict& dict) { signs(dict, object.signs, page_of(*(top != nullptr ? top : &dict), number)); });
  }

  static std::string name_under(const Dict& dict, const char* key) {
    const Object value = dict.lookup(key);
    return value.isName() ? value.getName() : std::string();
  }

  void read_record(Object& stream) {
    for (auto& [name, value] : values_of_record(in_utf8(bytes_of(stream, 1u << 20)))) add(ExtraKind::record, std::move(name), std::move(value));
  }

  static bool has(std::uint32_t signs, Sign sign) { return (signs & static_cast<std::uint32_t>(sign)) != 0; }

  void signs(const Dict& dict, std::uint32_t all, std::uint32_t page) {
    if (has(all, Sign::script) && dict.hasKey("JS")) add(ExtraKind::script, "script", text_of_either(dict.lookup("JS")), page);
    if (has(all, Sign::action)) action(dict, page), address(dict, page);
    if (has(all, Sign::attachment) && dict.hasKey("EF")) attachment(dict, page);
    if (has(all, Sign::thumbnail) && dict.hasKey("Thumb")) add(ExtraKind::thumbnail, "thumbnail", {}, page);
    if (has(all, Sign::private_data) && dict.hasKey("PieceInfo")) private_data(dict, page);
    if (has(all, Sign::alternates) && dict.lookup("Alternates").isArray()) add(ExtraKind::unused_picture, "a picture that stands in for another", {}, page);
    if (has(all, Sign::signature) && dict.hasKey("ByteRange")) signature(dict);
    if (has(all, Sign::label)) label(dict, page);
    if (!has(all, Sign::description) || dict.is("Annot")) return;
    if (const std::string words = text_under(dict, "Alt"); !words.empty()) add(ExtraKind::description, "alternative text", words, page);
    if (const std::string words = text_under(dict, "E"); !words.empty() && dict.hasKey("S")) add(ExtraKind::expansion, "expansion of a short form", words, page);
    if (const std::string words = text_under(dict, "ActualText"); !words.empty()) add(ExtraKind::replacement, "replacement text", words, page);
  }

  void action(const Dict& dict, std::uint32_t page) {
    struct Row {
      const char *name, *what;
    };
    static constexpr Row rows[] = {{"Launch", "starts a program or opens a file"}, {"SubmitForm", "sends what is filled in"},
                                   {"ImportData", "takes in data from a file"}, {"GoToR", "leads to another file"},
                                   {"GoToE", "leads to an attached file"}, {"Rendition", "plays a recording"}};
    const std::string kind = name_under(dict, "S");
    for (const Row& row : rows)
      if (kind == row.name) {
        std::string words;
        gather_strings(dict.lookup("F"), &xref_, 0, words);
        gather_strings(dict.lookup("Win"), &xref_, 0, words);
        add(ExtraKind::action, row.what, words, page);
      }
  }

  /// Addresses that open without a link in the page: of bookmarks, buttons, and before a link's own.
  void address(const Dict& dict, std::uint32_t page) {
    for (const char* key : {"A", "PA"}) {
      const bool other = std::string_view(key) == "PA" || dict.hasKey("Title") || name_under(dict, "Subtype") == "Widget";
      const Object leads = other && dict.hasKey(key) ? dict.lookup(key) : Object(objNull);
      const Object target = leads.isDict() ? leads.dictLookup("URI") : Object(objNull);
      if (const std::string words = words_of(target); is_local(words)) add(ExtraKind::action, "opens an address in an office", words, page);
    }
  }

  /// Titles, names and properties that tags have of their own.
  void label(const Dict& dict, std::uint32_t page) {
    const bool property = dict.hasKey("N") && dict.hasKey("V") && !dict.hasKey("S") && !dict.hasKey("Type");
    if (property)
      if (const std::string words = words_of(dict.lookup("V")); !words.empty()) add(ExtraKind::description, "property of a tag", words, page);
    if (!dict.hasKey("S") || !dict.hasKey("P") || dict.hasKey("Subtype")) return;
    for (const char* key : {"T", "ID"})
      if (const Object value = dict.lookup(key); value.isString()) {
        const std::string words = words_of(value);
        if (!words.empty()) add(ExtraKind::label, "title of a tag", words, page);
      }
  }

  void attachment(const Dict& dict, std::uint32_t page) {
    std::string name = text_under(dict, "UF");
    if (name.empty()) name = text_under(dict, "F");
    std::string words = text_under(dict, "Desc"), held;
    const Object files = dict.lookup("EF");
    if (files.isDict() && files.dictGetLength() > 0)
      if (Object file = files.dictGetVal(0); file.isStream()) {
        if (std::string bytes = bytes_of(file, most_attached); bytes.size() < most_shown && reads_as_text(bytes)) words += (words.empty() ? "" : " ") + fold_space(bytes);
        else held = std::move(bytes);
      }
    add(ExtraKind::attachment, name, words, page).file = std::move(held);
  }

  void private_data(const Dict& dict, std::uint32_t page) {
    const Object pieces = dict.lookup("PieceInfo");
    if (!pieces.isDict()) return;
    for (int i = 0; i < std::min(pieces.dictGetLength(), 20); ++i) {
      std::string words;
      gather_strings(pieces.dictGetValNF(i), &xref_, 0, words);
      add(ExtraKind::private_data, pieces.dictGetKey(i), words, page);
    }
  }

  void signature(const Dict& dict) {
    std::string words;
    for (const char* key : {"Name", "Reason", "Location", "ContactInfo"})
      if (const std::string part = text_under(dict, key); !part.empty()) words += (words.empty() ? "" : " ") + part;
    add(ExtraKind::signature, "signature", words);
  }

  void unused(Object& held, const Dict* top) {
    if (held.isStream()) {
      if (name_under(*top, "Subtype") == "Image") {
        add(ExtraKind::unused_picture, "picture", {});
        return;
      }
      const std::string commands = bytes_of(held, most_stream);
      if (commands.find("Tj") == std::string::npos && commands.find("TJ") == std::string::npos) return;
      add(ExtraKind::unused_words, "painting commands", words_of_commands(commands));
      return;
    }
    if (held.isString()) {
      const std::string words = words_of(held);
      if (words.size() > 3 && !words.starts_with("D:")) add(ExtraKind::unused_words, "a string", words);
    }
    if (top == nullptr) return;
    std::string words;
    for (int i = 0; i < top->getLength(); ++i) {
      const std::string_view key = top->getKey(i);
      const Object value = top->getVal(i);
      if (key == "ID" || key == "Lang" || key == "FontFamily" || key == "Panose" || key == "CharSet" || key == "Registry" || key == "Ordering" || key == "DA" || key == "NM" || !value.isString()) continue;
      const std::string part = words_of(value);
      if (part.size() > 3 && !part.starts_with("D:")) words += (words.empty() ? "" : " ") + part;
    }
    if (!words.empty()) add(ExtraKind::unused_words, top->is("Page") ? "a page" : "an entry", words);
  }

  PDFDoc& document_;
  XRef& xref_;
  const Survey& survey_;
  std::vector<Extra> extras_;
};

}  // namespace

namespace {

/// What somebody wrote into the entries that marked stretches of a page refer to by name.
void read_notes(const Object& properties, std::uint32_t page, std::vector<Extra>& found) {
  static constexpr auto known = std::to_array<std::string_view>({"ActualText", "Alt", "E", "Lang", "Name", "Title", "ID"});
  if (!properties.isDict()) return;
  for (int i = 0; i < std::min(properties.dictGetLength(), 1000); ++i) {
    const Object held = properties.dictGetVal(i);
    if (!held.isDict() || held.getDict()->is("OCG") || held.getDict()->is("OCMD")) continue;
    for (int j = 0; j < std::min(held.dictGetLength(), 50); ++j)
      if (const Object& value = held.dictGetValNF(j); value.isString() && std::find(known.begin(), known.end(), held.dictGetKey(j)) == known.end())
        if (std::string words = words_of(value); words.size() > 3) found.push_back({ExtraKind::unused_words, "a note", std::move(words), {}, page, {}});
  }
}

}  // namespace

std::vector<Extra> read_unpainted(PDFDoc& document, const std::vector<std::uint32_t>& used) {
  constexpr int least_side = 32;  // dots: smaller pictures show nothing
  const std::set<std::uint32_t> painted(used.begin(), used.end());
  std::set<std::uint32_t> seen;
  std::vector<Extra> found;
  for (int number = 1; number <= document.getNumPages() && found.size() < most_extras; ++number) {
    ::Page* page = document.getPage(number);
    const Dict* resources = page == nullptr ? nullptr : page->getResourceDict();
    if (resources == nullptr) continue;
    read_notes(resources->lookup("Properties"), static_cast<std::uint32_t>(number), found);
    const Object all = resources->lookup("XObject");
    if (!all.isDict()) continue;
    for (int i = 0; i < std::min(all.dictGetLength(), 5000); ++i) {
      const Object& ref = all.dictGetValNF(i);
      if (!ref.isRef() || ref.getRefNum() < 0 || painted.contains(static_cast<std::uint32_t>(ref.getRefNum())) || !seen.insert(static_cast<std::uint32_t>(ref.getRefNum())).second) continue;
      Object held = all.dictGetVal(i);
      if (!held.isStream()) continue;
      const Dict& dict = *held.getStream()->getDict();
      if (dict.lookup("Subtype").isName("Image")) {
        const Object width = dict.lookup("Width"), height = dict.lookup("Height");
        if (width.isInt() && height.isInt() && width.getInt() >= least_side && height.getInt() >= least_side) found.push_back({ExtraKind::unused_picture, "picture", {}, {}, static_cast<std::uint32_t>(number), {}});
      } else if (const std::string words = words_of_commands(bytes_of(held, most_stream)); !words.empty()) {
        found.push_back({ExtraKind::unused_words, "painting commands", words, {}, static_cast<std::uint32_t>(number), {}});
      }
    }
  }
  return found;
}

std::vector<Extra> read_unlisted(const Survey& survey, std::string_view bytes) {
  std::vector<Extra> found;
  // Of a file that was added to, these are objects of earlier versions.
  if (bytes.find("startxref") != bytes.rfind("startxref")) return found;
  for (const auto& [begin, end] : survey.unlisted) {
    const std::string_view held = bytes.substr(begin, std::min(end - begin, most_stream));
    std::string words = words_of_commands(held);
    for (std::size_t at = held.find('%'); at != std::string_view::npos; at = held.find('%', at + 1))
      if (const std::string_view line = held.substr(at + 1, held.find_first_of("\r\n", at) - at - 1); reads_as_text(line) && !line.starts_with('%')) words += " " + std::string(line);
    words = fold_space(words);
    if (reads_as_text(words)) found.push_back({ExtraKind::unused_words, "bytes between the objects", words, {}, 0, {}});
  }
  return found;
}

std::vector<Extra> read_extras(PDFDoc& document, const Survey& survey) { return ExtrasReader(document, survey).run(); }

}  // namespace casewright::pdf
