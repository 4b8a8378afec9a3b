#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <tuple>

#include <poppler/Annot.h>
#include <poppler/ErrorCodes.h>
#include <poppler/FileSpec.h>
#include <poppler/Link.h>
#include <poppler/OptionalContent.h>
#include <poppler/Outline.h>
#include <poppler/Stream.h>

#include "base/text.h"
#include "foreign/pdf/own_marks.h"
#include "foreign/pdf/pdf_device.h"
#include "foreign/pdf/pdf_extras.h"
#include "foreign/pdf/pdf_layers.h"
#include "foreign/pdf/pdf_notes.h"
#include "foreign/pdf/pdf_page_frame.h"
#include "foreign/pdf/pdf_picture.h"
#include "foreign/pdf/pdf_raster.h"
#include "foreign/pdf/pdf_remarks.h"
#include "foreign/pdf/pdf_right_to_left.h"
#include "foreign/pdf/pdf_scan.h"
#include "foreign/pdf/pdf_structure.h"
#include "foreign/pdf/pdf_trial.h"

namespace casewright::pdf {
namespace {

constexpr int most_pages = 20'000;
constexpr std::size_t most_bookmarks = 50'000;

/// Poppler keeps what all documents share in one place, and prints errors unless told otherwise.
void start_poppler() {
  static std::once_flag once;
  std::call_once(once, [] {
    setErrorCallback([](ErrorCategory, Goffset, const char*) {});
    globalParams = std::make_unique<GlobalParams>();
  });
}

Fault why_not(int code, const std::string& name) {
  if (code == errEncrypted)
    return {name, 0, 0, "this PDF asks for a password", "save a copy without a password and check that one"};
  return {name, 0, 0, "this PDF is damaged and cannot be read", "save it again from the program that made it, or download it again"};
}

std::string kind_name(const Annot& annotation) {
  switch (annotation.getType()) {
    case Annot::typeText: return "Text";
    case Annot::typeFreeText: return "FreeText";
    case Annot::typeLine: return "Line";
    case Annot::typeSquare: return "Square";
    case Annot::typeCircle: return "Circle";
    case Annot::typePolygon: return "Polygon";
    case Annot::typePolyLine: return "PolyLine";
    case Annot::typeHighlight: return "Highlight";
    case Annot::typeUnderline: return "Underline";
    case Annot::typeSquiggly: return "Squiggly";
    case Annot::typeStrikeOut: return "StrikeOut";
    case Annot::typeStamp: return "Stamp";
    case Annot::typeCaret: return "Caret";
    case Annot::typeInk: return "Ink";
    case Annot::typePopup: return "Popup";
    case Annot::typeFileAttachment: return "FileAttachment";
    case Annot::typeWidget: return "Widget";
    case Annot::typeLink: return "Link";
    default: break;
  }
  const Object subtype = annotation.getAnnotObj().dictLookup("Subtype");
  return subtype.isName() ? subtype.getName() : "Unknown";
}

}  // namespace

struct File::State {
  std::string_view bytes;
  std::unique_ptr<PDFDoc> document;
  Object catalog, catalog_of_passes;  ///< null where the file names no colours of its own

  /// Poppler works out tables for the colours that an archived file names anew for each page, which takes longer than reading
  /// it; whether letters can be seen does not hang on them, so that the passes do not see that the file names any.
  class PlainColours {
   public:
    explicit PlainColours(State& state) : state_(state) { put(state_.catalog_of_passes); }
    ~PlainColours() { put(state_.catalog); }
    PlainColours(const PlainColours&) = delete;
    PlainColours& operator=(const PlainColours&) = delete;

   private:
    void put(const Object& catalog) {
      XRef* table = state_.document->getXRef();
      if (catalog.isDict()) table->setModifiedObject(&catalog, table->getRoot());
    }
    State& state_;
  };

  void find_own_colours() {
    XRef* table = document->getXRef();
    Object plain = table->getCatalog();
    if (!plain.isDict() || plain.dictLookupNF("OutputIntents").isNull()) return;
    catalog = table->getCatalog();
    plain.getDict()->remove("OutputIntents");
    catalog_of_passes = std::move(plain);
  }

  FontList fonts;
  bool hides_layers = false, by_membership = false;
  std::optional<Survey> survey;

  const Survey& surveyed() {
    if (!survey) survey = pdf::survey(*document, bytes);
    return *survey;
  }

  /// The bytes of the file from where the stream of that object begins; nothing where it has none.
  std::string_view stream_bytes(std::uint32_t object) {
    const Survey& all = surveyed();
    if (object >= all.objects.size() || all.objects[object].stream == 0) return {};
    return bytes.substr(std::min(bytes.size(), all.objects[object].stream));
  }

  std::map<std::uint32_t, std::string> unpacked;

  /// The beginning of a JPEG that is packed once more, or encrypted.
  const std::string& unpacked_jpeg(std::uint32_t object) {
    const auto [known, fresh] = unpacked.try_emplace(object);
    if (!fresh) return known->second;
    constexpr std::size_t most = 1u << 20;
    Object held = document->getXRef()->fetch(static_cast<int>(object), 0);
    Stream* picture = held.isStream() ? held.getStream() : nullptr;
    Stream* packed = picture != nullptr && picture->getKind() == strDCT ? picture->getNextStream() : nullptr;
    if (packed == nullptr) return known->second;
    packed->reset();
    for (int c; known->second.size() < most && (c = packed->getChar()) != EOF;) known->second += static_cast<char>(c);
    packed->close();
    return known->second;
  }

  std::uint32_t page_of(const LinkDest& target) const {
    const int page = target.isPageRef() ? document->findPage(target.getPageRef()) : target.getPageNum();
    return page > 0 && page <= document->getNumPages() ? static_cast<std::uint32_t>(page) : 0;
  }

  /// The page and height that an action leads to, inside this file.
  std::pair<std::uint32_t, float> place_of(const LinkAction* action) const {
    if (action == nullptr || action->getKind() != actionGoTo) return {};
    const auto& go = static_cast<const LinkGoTo&>(*action);
    const LinkDest* target = go.getDest();
    std::unique_ptr<LinkDest> named;
    if (target == nullptr && go.getNamedDest() != nullptr) {
      named = document->findDest(go.getNamedDest());
      target = named.get();
    }
    if (target == nullptr || !target->isOk()) return {};
    const std::uint32_t page = page_of(*target);
    ::Page* shown = page == 0 ? nullptr : document->getPage(static_cast<int>(page));
    if (shown == nullptr) return {page, 0};
    return {page, target->getChangeTop() ? PageFrame(*shown).box(target->getLeft(), target->getTop(), target->getLeft(), target->getTop()).top : 0};
  }

  bool has_a_page() const {
    for (int number = 1; number <= std::min(document->getNumPages(), most_pages); ++number)
      if (document->getPage(number) != nullptr) return true;
    return false;
  }

  void find_hidden_layers() {
    OCGs* layers = document->getOptContentConfig();
    if (layers == nullptr || !layers->hasOCGs()) return;
    switch_as_shown(*layers, document->getXRef()->getCatalog());
    for (const auto& [ref, layer] : layers->getOCGs()) hides_layers |= layer->getState() == OptionalContentGroup::Off;
    by_membership = asks_for_layers_off();
  }

  void read_annotations(::Page& page, PageScan& scan, std::vector<const Annot*>& order) {
    const PageFrame frame(page);
    Annots* all = page.getAnnots();
    if (all == nullptr) return;
    for (Annot* each : all->getAnnots()) {
      double x1, y1, x2, y2;
      each->getRect(&x1, &y1, &x2, &y2);
      const Box box = frame.box(x1, y1, x2, y2);
      if (each->getType() == Annot::typeLink) {
        read_link(static_cast<const AnnotLink&>(*each), box, scan);
        continue;
      }
      Annotation known;
      known.kind = kind_name(*each);
      known.box = box;
      known.hidden = (each->getFlags() & (Annot::flagHidden | Annot::flagNoView)) != 0;
      if (each->getContents() != nullptr) known.text = text_of(*each->getContents());
      const Object author = each->getAnnotObj().dictLookup("T");
      if (author.isString()) known.author = text_of(*author.getString());
      const Object value = each->getAnnotObj().dictLookup("V");
      if (known.kind == "Widget" && value.isString()) known.text = text_of(*value.getString());
      order.push_back(each);
      scan.annotations.push_back(std::move(known));
    }
  }

  void read_link(const AnnotLink& link, const Box& box, PageScan& scan) {
    Link known;
    known.box = box;
    const LinkAction* action = link.getAction();
    if (action != nullptr && action->getKind() == actionURI) {
      const std::string& uri = static_cast<const LinkURI&>(*action).getURI();
      known.target = text_of(GooString(uri));
    }
    std::tie(known.page, known.top) = place_of(action);
    if (!known.target.empty() || known.page != 0) scan.links.push_back(std::move(known));
  }

  /// A note that a marking of ours has put there: no part of what the page shows.
  static bool is_own(const Annot& annotation) {
    const Object& object = annotation.getAnnotObj();
    if (!object.isDict()) return false;
    const Dict& dict = *object.getDict();
    return is_own_note(text_under(dict, "T"), text_under(dict, "Contents"), text_under(dict, "NM"));
  }

  /// A note that brings no look of its own: each viewer draws an icon of its choice beside the words, which opens and can be moved.
  static bool is_only_an_icon(const Annot& annotation) {
    const Object& object = annotation.getAnnotObj();
    return annotation.getType() == Annot::typeText && object.isDict() && !object.getDict()->hasKey("AP");
  }

  /// One pass over a page.
  PageScan pass(int number) {
    PageScan scan;
    scan.number = static_cast<std::uint32_t>(number);
    ::Page* page = document->getPage(number);
    scan.unread = page == nullptr;
    if (page == nullptr) return scan;
    const PageFrame frame(*page);
    scan.width = frame.width();
    scan.height = frame.height();
    struct Drawing {
      ScanDevice device;
      std::vector<const Annot*> order;
    } drawing{ScanDevice(scan, fonts), {}};
    read_annotations(*page, scan, drawing.order);
    const auto draws = [](Annot* annotation, void* data) {
      auto& held = *static_cast<Drawing*>(data);
      if (is_own(*annotation) || is_only_an_icon(*annotation)) return false;
      const auto at = std::find(held.order.begin(), held.order.end(), annotation);
      held.device.enter_annotation(at == held.order.end() ? none : static_cast<std::uint32_t>(at - held.order.begin()));
      return true;
    };
    const PlainColours plain(*this);
    try {
      document->displayPage(&drawing.device, number, 72, 72, 0, false, true, false, nullptr, nullptr, draws, &drawing);
    } catch (const TooMuch&) {
      scan.cut_short = true;
    }
    return scan;
  }

  /// A page with all its layers: what shows only with some of them on or off is marked.
  PageScan scan(std::uint32_t page) {
    PageScan shown = pass(static_cast<int>(page));
    if ((!hides_layers && !by_membership) || shown.cut_short) return shown;
    OCGs& layers = *document->getOptContentConfig();
    PageScan all = [&] {
      const AllLayers opened(layers, OptionalContentGroup::On);
      return pass(static_cast<int>(page));
    }();
    if (all.glyphs.size() == shown.glyphs.size() && all.paints.size() == shown.paints.size()) all = std::move(shown);
    else mark_hidden(all, shown);
    if (!by_membership) return all;
    const AllLayers closed(layers, OptionalContentGroup::Off);
    add_seen_without_layers(all, pass(static_cast<int>(page)));
    // An expression may ask for one layer and against another.
    constexpr std::size_t most_layers = 6;
    const auto& groups = layers.getOCGs();
    if (groups.size() < 2 || groups.size() > most_layers) return all;
    for (const auto& [ref, layer] : groups) {
      layer->setState(OptionalContentGroup::On);
      add_seen_without_layers(all, pass(static_cast<int>(page)));
      layer->setState(OptionalContentGroup::Off);
    }
    return all;
  }

  /// True where something is seen only while a layer is switched off.
  bool asks_for_layers_off() {
    const auto& objects = surveyed().objects;
    return std::any_of(objects.begin(), objects.end(), [](const Surveyed& each) { return (each.signs & static_cast<std::uint32_t>(Sign::membership)) != 0; });
  }
};

File::File(std::unique_ptr<State> state) : state_(std::move(state)) {}
File::File(File&&) noexcept = default;
File& File::operator=(File&&) noexcept = default;
File::~File() = default;

Result<File> File::open(std::string_view bytes, const std::string& name) {
  start_poppler();
  if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos)
    return Fault{name, 0, 0, "this is no PDF, whatever its name says", "look at what the file really is"};
  auto state = std::make_unique<State>();
  state->bytes = bytes;
  auto* stream = new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  state->document = std::make_unique<PDFDoc>(stream);
  if (!state->document->isOk()) return why_not(state->document->getErrorCode(), name);
  state->fonts.read_from(*state->document->getXRef());
  const int pages = state->document->getNumPages();
  if (pages <= 0) return Fault{name, 0, 0, "this PDF has no pages", "save it again from the program that made it"};
  if (pages > most_pages)
    return Fault{name, 0, 0, "this PDF claims " + std::to_string(pages) + " pages, more than any report has", "split it into reports"};
  if (!state->has_a_page()) return Fault{name, 0, 0, "no page of this PDF can be read", "save it again from the program that made it, or download it again"};
  state->find_hidden_layers();
  state->find_own_colours();
  return File(std::move(state));
}

std::uint32_t File::pages() const { return static_cast<std::uint32_t>(state_->document->getNumPages()); }

PageScan File::scan(std::uint32_t page) {
  PageScan scan = state_->scan(page);
  put_right_to_left(scan);
  return scan;
}

Box File::own_box(std::uint32_t page, const Box& shown) const {
  ::Page* const held = state_->document->getPage(static_cast<int>(page));
  return held == nullptr ? Box{} : PageFrame(*held).own_box(shown);
}

Raster File::raster(std::uint32_t page, std::uint32_t dots_per_inch) const { return paint_page(*state_->document, page, dots_per_inch); }

Trial File::trial(std::uint32_t page, const std::vector<Box>& letters) const {
  const State::PlainColours plain(*state_);
  return paint_trial(*state_->document, page, letters);
}

const std::vector<Font>& File::fonts() const { return state_->fonts.all(); }

Structure File::structure() const { return read_structure(*state_->document); }

std::vector<Bookmark> File::bookmarks() const {
  std::vector<Bookmark> found;
  /// A bookmark that a marking of ours put there, and all below it.
  const auto is_own = [this](OutlineItem& item, const std::string& title) {
    const Object held = state_->document->getXRef()->fetch(item.getRefNum() > 0 ? item.getRefNum() : 0, 0);
    return held.isDict() && text_under(*held.getDict(), own_bookmark + 1) == title && !title.empty();
  };
  Outline* outline = state_->document->getOutline();
  if (outline == nullptr || outline->getItems() == nullptr) return found;
  struct Step {
    const std::vector<OutlineItem*>* items;
    std::size_t next;
  };
  std::vector<Step> open{{outline->getItems(), 0}};
  std::set<int> seen;
  while (!open.empty() && found.size() < most_bookmarks) {
    if (open.back().next == open.back().items->size()) {
      open.pop_back();
      continue;
    }
    OutlineItem& item = *(*open.back().items)[open.back().next++];
    if (item.getRefNum() > 0 && !seen.insert(item.getRefNum()).second) continue;
    Bookmark mark;
    for (int i = 0; i < item.getTitleLength(); ++i) append_utf8(mark.title, item.getTitle()[i]);
    if (is_own(item, mark.title)) continue;
    mark.level = static_cast<std::uint8_t>(std::min<std::size_t>(open.size(), 9));
    std::tie(mark.page, mark.top) = state_->place_of(item.getAction());
    found.push_back(std::move(mark));
    if (!item.hasKids() || open.size() > 16) continue;
    item.open();
    if (item.getKids() != nullptr) open.push_back({item.getKids(), 0});
  }
  return found;
}

std::vector<Entry> File::metadata() const {
  std::vector<Entry> entries;
  const Object info = state_->document->getDocInfo();
  if (info.isDict())
    for (int i = 0; i < std::min(info.dictGetLength(), 200); ++i) {
      const Object value = info.dictGetVal(i);
      if (value.isString()) entries.push_back({info.dictGetKey(i), text_of(*value.getString())});
    }
  if (const auto record = state_->document->readMetadata()) entries.push_back({"XMP", record->toStr()});
  return entries;
}

std::string File::remarks(std::uint32_t page) const {
  return remarks_of_page(*state_->document, page, [this](std::uint32_t number) { return state_->stream_bytes(number); });
}

std::vector<Extra> File::unlisted() { return read_unlisted(state_->surveyed(), state_->bytes); }

std::vector<Extra> File::extras() { return read_extras(*state_->document, state_->surveyed()); }

std::vector<Extra> File::unpainted(const std::vector<std::uint32_t>& used) { return read_unpainted(*state_->document, used); }

std::string_view File::stream_bytes(std::uint32_t object) { return state_->stream_bytes(object); }

std::string_view File::jpeg_bytes(std::uint32_t object) {
  const auto is_picture_file = [](std::string_view held) { return held.starts_with("\xFF\xD8\xFF") || held.starts_with(std::string_view("\0\0\0\x0CjP", 6)); };
  const std::string_view bytes = stream_bytes(object);
  if (is_picture_file(bytes)) return bytes;
  const std::string_view before = bytes.empty() ? bytes : state_->bytes.substr(0, static_cast<std::size_t>(bytes.data() - state_->bytes.data()));
  if (before.substr(before.size() - std::min<std::size_t>(before.size(), 1024)).find("DCTDecode") == std::string_view::npos) return {};
  const std::string& unpacked = state_->unpacked_jpeg(object);
  return is_picture_file(unpacked) ? std::string_view(unpacked) : std::string_view();
}

Grey File::grey(std::uint32_t object, std::uint32_t least_side) {
  return read_grey(*state_->document, object, stream_bytes(object), least_side);
}

MaskGrey File::mask_of(std::uint32_t object, std::uint32_t least_side) {
  return read_mask(*state_->document, object, [this](std::uint32_t number) { return stream_bytes(number); }, least_side);
}

std::string File::language() const {
  const Object catalog = state_->document->getXRef()->getCatalog();
  return catalog.isDict() ? text_under(*catalog.getDict(), "Lang") : std::string();
}

Outcome keeps_pages(const File& file, std::string_view copy, const std::string& name) {
  const Result<File> again = File::open(copy, name);
  if (again.ok() && again->pages() == file.pages()) return Done{};
  return Fault{name, 0, 0, "this PDF is damaged, and a copy of it would lose pages", "save it again from the program that made it, and use that"};
}

}  // namespace casewright::pdf
