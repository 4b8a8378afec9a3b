#include "foreign/pdf/pdf_clean.h"

#define POINTERHOLDER_TRANSITION 4  // qpdf asks which of its pointers are meant
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include "base/text.h"
#include "foreign/parts.h"
#include "foreign/pdf/pdf_aside.h"

namespace casewright::pdf {
namespace {

using Handle = QPDFObjectHandle;

/// Marks of people on pages; links and form fields are for readers.
bool is_comment(const std::string& kind) {
  static const std::set<std::string> kinds{"/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Popup",
                                           "/FileAttachment", "/Sound", "/Movie", "/Screen", "/3D", "/RichMedia", "/Redact", "/Projection", "/TrapNet"};
  return kinds.count(kind) != 0;
}

/// Actions that only lead a reader somewhere.
bool leads(Handle action) {
  if (!action.isDictionary()) return true;
  Handle kind = action.getKey("/S");
  const std::string name = kind.isName() ? kind.getName() : "";
  if (action.hasKey("/Next")) return false;
  return name == "/GoTo" || name == "/URI" || name == "/Named";
}

std::string xmp(const std::string& title, const std::string& language, bool accessible, const std::string& archive) {
  std::string rdf = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
                    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">";
  if (!title.empty()) rdf += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escape_markup(title) + "</rdf:li></rdf:Alt></dc:title>";
  if (!language.empty()) rdf += "<dc:language><rdf:Bag><rdf:li>" + escape_markup(language) + "</rdf:li></rdf:Bag></dc:language>";
  if (accessible) rdf += "<pdfuaid:part>1</pdfuaid:part>";
  rdf += archive;
  return rdf + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
}

std::string between(std::string_view text, std::string_view open, std::string_view close) {
  const std::size_t at = text.find(open);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + open.size();
  return std::string(text.substr(begin, text.find(close, begin) - begin));
}

/// Leaves out what stands behind % among a page's commands.
class DropRemarks : public Handle::TokenFilter {
 public:
  void handleToken(const QPDFTokenizer::Token& token) override {
    if (token.getType() != QPDFTokenizer::tt_comment) writeToken(token);
  }
};

class Cleaner {
 public:
  Cleaner(QPDF& pdf, const std::function<std::string(std::string_view)>& bare_picture, CleanFile& made)
      : pdf_(pdf), bare_picture_(bare_picture), out_(made.taken_out), mended_(made.mended) {}

  void run(const CleanTitle& title) {
    record_language();
    record_title(title);
    properties();
    catalog();
    for (auto& page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
      clean_page(page.getObjectHandle());
      drop_remarks(page);
      drop_unpainted(page);
    }
    objects();
    if (!removed_.empty()) forget(pdf_.getRoot().getKey("/StructTreeRoot"), 0);
  }

 private:
  void drop(Handle from, const char* key, const char* what) {
    if (!from.isDictionary() || !from.hasKey(key)) return;
    from.removeKey(key);
    if (*what != 0) out_.emplace_back(what);
  }

  std::string record() const {
    Handle old = pdf_.getRoot().getKey("/Metadata");
    if (!old.isStream()) return {};
    const auto held = old.getStreamData(qpdf_dl_specialized);
    return {reinterpret_cast<const char*>(held->getBuffer()), held->getSize()};
  }

  /// A language that only the record of properties gives is declared where readers look for it.
  void record_language() {
    Handle root = pdf_.getRoot();
    if (root.getKey("/Lang").isString() && !root.getKey("/Lang").getUTF8Value().empty()) return;
    const std::string language = between(between(record(), "<dc:language>", "</dc:language>"), "<rdf:li>", "<");
    const bool plain = language.size() >= 2 && language.size() < 12 && language.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    if (!plain || language == "x-default" || language == "x-unknown") return;
    root.replaceKey("/Lang", Handle::newUnicodeString(language));
    mended_.emplace_back("its language");
  }

  /// Windows show the title; a file that records none, or one that it does not show, gets the one that stands on its pages.
  void record_title(const CleanTitle& title) {
    Handle trailer = pdf_.getTrailer(), root = pdf_.getRoot();
    Handle info = trailer.getKey("/Info");
    const bool in_info = info.isDictionary() && info.getKey("/Title").isString() && !trim(info.getKey("/Title").getUTF8Value()).empty();
    const bool in_record = !trim(between(between(record(), "<dc:title>", "</dc:title>"), "<rdf:li", "</rdf:li>")).empty();
    if (!title.words.empty() && (title.instead || (!in_info && !in_record))) {
      if (!info.isDictionary()) trailer.replaceKey("/Info", info = pdf_.makeIndirectObject(Handle::newDictionary()));
      info.replaceKey("/Title", Handle::newUnicodeString(title.words));
      if (title.instead) out_.emplace_back("a title that its pages do not show");
      mended_.emplace_back("its title");
    }
    if (!in_info && !in_record && title.words.empty()) return;
    Handle look = root.getKey("/ViewerPreferences");
    if (!look.isDictionary()) root.replaceKey("/ViewerPreferences", look = Handle::newDictionary());
    if (look.getKey("/DisplayDocTitle").isBool() && look.getKey("/DisplayDocTitle").getBoolValue()) return;
    look.replaceKey("/DisplayDocTitle", Handle::newBool(true));
    mended_.emplace_back("the title shown in the window");
  }

  /// Title, language and the marks of accessibility and archiving stay of properties and records.
  void properties() {
    Handle trailer = pdf_.getTrailer(), root = pdf_.getRoot();
    Handle info = trailer.getKey("/Info");
    std::string title = info.isDictionary() && info.getKey("/Title").isString() ? info.getKey("/Title").getUTF8Value() : "";
    std::string record;
    if (Handle old = root.getKey("/Metadata"); old.isStream()) {
      const auto held = old.getStreamData(qpdf_dl_specialized);
      record.assign(reinterpret_cast<const char*>(held->getBuffer()), held->getSize());
    }
    if (info.isDictionary())
      for (const std::string& key : info.getKeys())
        if (key != "/Title") drop(info, key.c_str(), "document properties");
    if (record.empty()) return;
    if (title.empty()) title = between(between(record, "<dc:title>", "</dc:title>"), ">", "</rdf:li>");
    if (const std::size_t at = title.rfind('>'); at != std::string::npos) title.erase(0, at + 1);
    Handle language = root.getKey("/Lang");
    std::string archive;
    for (const char* name : {"part", "conformance"}) {
      const std::string whole = "pdfaid:" + std::string(name);
      std::string value = between(record, "<" + whole + ">", "<");
      if (value.empty()) value = between(record, whole + "=\"", "\"");
      if (!value.empty() && value.size() < 3) archive += "<" + whole + ">" + escape_markup(value) + "</" + whole + ">";
    }
    const std::string fresh = xmp(title, language.isString() ? language.getUTF8Value() : "", record.find("pdfuaid") != std::string::npos, archive);
    if (fresh == record) return;
    Handle stream = Handle::newStream(&pdf_, fresh);
    stream.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
    stream.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
    root.replaceKey("/Metadata", pdf_.makeIndirectObject(stream));
    out_.emplace_back("document properties");
  }

  void catalog() {
    Handle root = pdf_.getRoot();
    const bool to_web = root.getKey("/OpenAction").isDictionary() && root.getKey("/OpenAction").hasKey("/URI");
    if (to_web || !leads(root.getKey("/OpenAction"))) drop(root, "/OpenAction", "scripts and actions");
    drop(root, "/AA", "scripts and actions");
    for (const char* key : {"/PieceInfo", "/SpiderInfo", "/Collection", "/LastModified"}) drop(root, key, "data of other programs");
    drop(root, "/AF", "attachments");
    drop(root, "/Perms", "");
    Handle names = root.getKey("/Names");
    drop(names, "/JavaScript", "scripts and actions");
    drop(names, "/EmbeddedFiles", "attachments");
    drop(names, "/Renditions", "attachments");
    drop(names, "/AlternatePresentations", "");
    for (const char* key : {"/Templates", "/Pages"}) drop(names, key, "what no page uses");
    drop(root.getKey("/AcroForm"), "/XFA", "form packages");
    drop(pdf_.getTrailer(), "/ID", "");
    Handle articles = root.getKey("/Threads");
    if (articles.isArray())
      for (Handle each : articles.aitems()) drop(each, "/I", "document properties");
    drop_own(root, {"/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences", "/PageLayout", "/PageMode", "/Outlines", "/Threads", "/OpenAction", "/URI", "/AcroForm", "/Metadata",
                    "/StructTreeRoot", "/MarkInfo", "/Lang", "/OutputIntents", "/OCProperties", "/Legal", "/Requirements", "/NeedsRendering", "/DSS", "/DPartRoot"});
    drop_own(pdf_.getTrailer(), {"/Size", "/Prev", "/Root", "/Encrypt", "/Info", "/ID", "/XRefStm", "/Type", "/W", "/Index", "/Length", "/Filter", "/DecodeParms"});
  }

  /// Entries of a program's own making that say something.
  void drop_own(Handle from, const std::set<std::string>& known) {
    if (!from.isDictionary()) return;
    for (const std::string& key : from.getKeys()) {
      Handle value = from.getKey(key);
      if (known.count(key) == 0 && (value.isString() || value.isDictionary() || value.isArray() || value.isStream())) drop(from, key.c_str(), "data of other programs");
    }
  }

  /// Forms and pictures that the page names and does not paint.
  void drop_unpainted(QPDFPageObjectHelper& page) {
    const auto count = [&page] {
      Handle resources = page.getAttribute("/Resources", false);
      Handle all = resources.isDictionary() ? resources.getKey("/XObject") : Handle::newNull();
      return all.isDictionary() ? all.getKeys().size() : 0;
    };
    const std::size_t before = count();
    page.removeUnreferencedResources();
    if (count() < before) out_.emplace_back("what no page uses");
  }

  void drop_remarks(QPDFPageObjectHelper& page) {
    Pl_Buffer commands("commands of a page");
    page.pipeContents(&commands);
    const auto held = commands.getBufferSharedPointer();
    if (remarks_in({reinterpret_cast<const char*>(held->getBuffer()), held->getSize()}).empty()) return;
    page.addContentTokenFilter(std::make_shared<DropRemarks>());
    out_.emplace_back("remarks among the commands");
  }

  void clean_page(Handle page) {
    drop(page, "/Thumb", "thumbnails");
    drop(page, "/PieceInfo", "data of other programs");
    drop(page, "/LastModified", "");
    drop(page, "/Metadata", "document properties");
    drop(page, "/AA", "scripts and actions");
    drop(page, "/AF", "attachments");
    drop_own(page, {"/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/BoxColorInfo", "/Contents", "/Rotate", "/Group", "/B", "/Dur", "/Trans", "/Annots", "/StructParents", "/PZ",
                    "/SeparationInfo", "/Tabs", "/TemplateInstantiated", "/PresSteps", "/UserUnit", "/VP", "/OutputIntents", "/DPart"});
    Handle marks = page.getKey("/Annots");
    if (!marks.isArray()) return;
    if (pdf_.getRoot().hasKey("/StructTreeRoot") && !page.getKey("/Tabs").isNameAndEquals("/S")) {
      page.replaceKey("/Tabs", Handle::newName("/S"));
      mended_.emplace_back("the order of the Tab key");
    }
    Handle kept = Handle::newArray();
    for (Handle each : marks.aitems()) {
      Handle kind = each.isDictionary() ? each.getKey("/Subtype") : Handle::newNull();
      const bool comment = kind.isName() && is_comment(kind.getName());
      if (!comment) {
        if (each.isDictionary() && !leads(each.getKey("/A"))) drop(each, "/A", "scripts and actions");
        drop(each, "/AA", "scripts and actions");
        kept.appendItem(each);
        continue;
      }
      out_.emplace_back(kind.getName() == "/FileAttachment" ? "attachments" : "comments");
      if (each.isIndirect()) removed_.insert(each.getObjGen());
    }
    if (kept.getArrayNItems() == marks.getArrayNItems()) return;
    if (kept.getArrayNItems() == 0) page.removeKey("/Annots");
    else page.replaceKey("/Annots", kept);
  }

  /// Words in entries that no reader knows, in an object and the dictionaries that stand in it.
  void drop_entries(Handle object, int depth) {
    constexpr int levels = 8;
    constexpr std::size_t least_words = 4;
    Handle dictionary = object.isStream() ? object.getDict() : object;
    if (depth > levels || (depth > 0 && object.isIndirect())) return;
    if (object.isArray())
      for (Handle each : object.aitems()) drop_entries(each, depth + 1);
    if (!dictionary.isDictionary()) return;
    drop(dictionary, "/AF", "attachments");
    const bool layer = dictionary.getKey("/Type").isNameAndEquals("/OCG"), colours = dictionary.getKey("/Type").isNameAndEquals("/OutputIntent") || dictionary.hasKey("/OutputConditionIdentifier");
    for (const std::string& key : dictionary.getKeys()) {
      Handle value = dictionary.getKey(key);
      if (!value.isString() || value.isIndirect()) {
        drop_entries(value, depth + 1);
        continue;
      }
      // What a table is summed up as is read aloud.
      const bool stays = is_known_entry(std::string_view(key).substr(1)) || key == "/Summary" || (layer && key == "/Name") || (colours && key != "/Info");
      if (!stays && value.getStringValue().size() >= least_words) drop(dictionary, key.c_str(), "data of other programs");
    }
  }

  void objects() {
    for (Handle each : pdf_.getAllObjects()) {
      drop_entries(each, 0);
      if (!each.isStream()) continue;
      Handle dictionary = each.getDict();
      drop(dictionary, "/PieceInfo", "data of other programs");
      Handle filter = dictionary.getKey("/Filter");
      if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
      const bool jpeg = filter.isName() && filter.getName() == "/DCTDecode";
      if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) {
        drop(dictionary, "/Metadata", "remarks in pictures");
        drop(dictionary, "/Alternates", "what no page uses");
        if (jpeg) picture(each);
      }
    }
  }

  void picture(Handle stream) {
    const auto held = stream.getRawStreamData();
    const std::string old(reinterpret_cast<const char*>(held->getBuffer()), held->getSize());
    const std::string bare = bare_picture_(old);
    if (bare.size() >= old.size()) return;
    stream.replaceStreamData(bare, stream.getDict().getKey("/Filter"), stream.getDict().getKey("/DecodeParms"));
    out_.emplace_back("remarks in pictures");
  }

  bool is_removed(Handle kid) const {
    if (!kid.isDictionary()) return false;
    Handle object = kid.getKey("/Obj");
    return object.isIndirect() && removed_.count(object.getObjGen()) != 0;
  }

  /// Takes the removed marks out of the tags. Tags are no deeper than readers can follow.
  void forget(Handle element, int depth) {
    constexpr int deepest = 200;
    if (!element.isDictionary() || depth > deepest) return;
    if (element.isIndirect() && !visited_.insert(element.getObjGen()).second) return;
    Handle kids = element.getKey("/K");
    if (is_removed(kids)) return element.removeKey("/K");
    if (kids.isDictionary()) return forget(kids, depth + 1);
    if (!kids.isArray()) return;
    Handle kept = Handle::newArray();
    for (Handle kid : kids.aitems()) {
      if (is_removed(kid)) continue;
      forget(kid, depth + 1);
      kept.appendItem(kid);
    }
    if (kept.getArrayNItems() != kids.getArrayNItems()) element.replaceKey("/K", kept);
  }

  QPDF& pdf_;
  const std::function<std::string(std::string_view)>& bare_picture_;
  std::vector<std::string>&out_, &mended_;
  std::set<QPDFObjGen> removed_, visited_;
};

/// How many versions the file keeps: one, and one more for each time it was added to.
std::size_t versions_in(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find("startxref"); at != std::string_view::npos; at = bytes.find("startxref", at + 9)) ++count;
  const bool linear = bytes.substr(0, 1024).find("/Linearized") != std::string_view::npos;
  return linear && count > 0 ? count - 1 : count;
}

}  // namespace

Result<CleanFile> make_clean_file(std::string_view bytes, const std::string& file, const std::function<std::string(std::string_view)>& bare_picture,
                                  const CleanTitle& title) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile(file.c_str(), bytes.data(), bytes.size());
    if (pdf.isEncrypted()) return Fault{file, 0, 0, "this file is protected, so no copy of it can be cleaned", "save it without protection first"};
    CleanFile clean;
    Cleaner(pdf, bare_picture, clean).run(title);
    if (versions_in(bytes) > 1) clean.taken_out.emplace_back("earlier versions");
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setPreserveUnreferencedObjects(false);
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const auto made = writer.getBufferSharedPointer();
    clean.bytes.assign(reinterpret_cast<const char*>(made->getBuffer()), made->getSize());
    return clean;
  } catch (const std::exception&) {
    return Fault{file, 0, 0, "this PDF is too damaged to be written anew", "open it in the program that made it and export it again"};
  }
}

}  // namespace casewright::pdf
