#include "foreign/pdfua/ua_fonts.h"

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "foreign/pdf/content_scan.h"

namespace casewright::pdf::ua {
namespace {

constexpr int deepest_form = 20;
constexpr std::size_t most_operators = 20'000'000;

/// What stands around a piece of content, as far as the conditions ask.
struct Around {
  bool tagged = false;     ///< in an element of the structure tree
  bool artifact = false;
  bool language = false;   ///< a language is known from the marks or the tags around
};

/// What of the graphics state text depends on.
struct TextState {
  FontUse* font = nullptr;
  int mode = 0;
};

/// Form XObjects met, over all pages.
struct Forms {
  std::map<QPDFObjGen, std::uint32_t> uses;
  std::map<QPDFObjGen, std::uint32_t> first_page;
  std::set<QPDFObjGen> with_ids;
  std::set<std::string> walked;   ///< each form once for each kind of surroundings
};

/// What all content streams share.
struct Walk {
  File& file;
  FontUses fonts;
  Forms forms;
  std::size_t operators = 0;
};

/// One content stream: of a page, a form or an annotation's appearance.
class Stream {
 public:
  struct Setting {
    Object holder;              ///< the page or form whose ids these are
    Object resources;
    std::uint32_t page = 0;
    Around around;
    TextState text;
    bool judged = true;         ///< false for appearances, which belong to their annotation's tag
    bool printers = false;      ///< the appearance of a printer's mark, which nobody is to hear
    int depth = 0;
  };

  Stream(Walk& walk, Setting setting) : walk_(walk), file_(walk.file), setting_(std::move(setting)), text_(setting_.text) {
    const long long key = integer_in(entry(setting_.holder, "/StructParents"), -1);
    if (key >= 0) parents_ = file_.parent_entry(key);
  }

  /// Walks the stream's bytes. They are scanned by code of our own, for qpdf would make an object of every number.
  void walk(std::string_view bytes) {
    scan_content(bytes, [this](std::string_view name, const std::vector<Operand>& operands) {
      if (++walk_.operators > most_operators) return false;
      operands_ = &operands;
      operate(name);
      return true;
    });
  }

 private:
  struct Mark {
    Around around;   ///< inside it
  };

  const Around& around() const { return marks_.empty() ? setting_.around : marks_.back().around; }
  Operand operand(std::size_t index) const { return index < operands_->size() ? (*operands_)[index] : Operand{}; }

  void operate(std::string_view name) {
    if (name == "BDC" || name == "BMC") begin_mark();
    else if (name == "EMC") end_mark();
    else if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") show();
    else if (name == "Tf") set_font(operand(0));
    else if (name == "Tr") text_.mode = static_cast<int>(operand(0).whole(0));
    else if (name == "q") saved_.push_back(text_);
    else if (name == "Q") restore();
    else if (name == "gs") set_state();
    else if (name == "Do") draw();
    else if (name == "sh" || name == "EI") content(false);
    else if (name == "m" || name == "l" || name == "c" || name == "v" || name == "y" || name == "re" || name == "h") path_ = true;
    else if (name == "n") path_ = false;
    else if (name == "S" || name == "s" || name == "f" || name == "F" || name == "f*" || name == "B" || name == "B*" || name == "b" || name == "b*") paint();
  }

  void restore() {
    if (saved_.empty()) return;
    text_ = saved_.back();
    saved_.pop_back();
  }

  void paint() {
    if (path_) content(false);
    path_ = false;
  }

  /// A piece of content: it is tagged or an artifact, and a language is known for what is read out.
  void content(bool text) {
    if (!setting_.judged) return;
    const Around& here = around();
    if (!here.tagged && !here.artifact) file_.broken("7.1-3", setting_.page, "", text ? "text" : "a drawing or a picture");
    if (text && !here.artifact && !here.language && !file_.has_language) file_.broken("7.2-34", setting_.page);
  }

  Object properties() const {
    const Operand written = operand(1);
    Object given = Object::newNull();
    if (written.kind == Operand::Kind::name) given = entry(entry(setting_.resources, "/Properties"), written.name().c_str());
    if (written.kind == Operand::Kind::dictionary) given = parsed(written.raw);
    return given.isDictionary() ? given : Object::newNull();
  }

  static Object parsed(std::string_view raw) {
    try {
      return Object::parse(std::string(raw));
    } catch (const std::exception&) {  // a dictionary that is none
      return Object::newNull();
    }
  }

  /// The element whose content that id is, or `none`; `known` also where the tree is not sound enough to hold it.
  std::uint32_t element_with(long long id, bool& known) const {
    Object parents = parents_;
    if (id >= 0 && parents.isArray() && id < parents.getArrayNItems()) {
      Object element = parents.getArrayItem(static_cast<int>(id));
      known = !name_in(entry(element, "/S")).empty();
      if (const std::uint32_t index = file_.element_of(element); index != none) return index;
    }
    if (!setting_.holder.isIndirect()) return none;
    const auto held = file_.tree.by_content.find({setting_.holder.getObjGen(), id});
    known = known || held != file_.tree.by_content.end();
    return held == file_.tree.by_content.end() ? none : held->second;
  }

  void begin_mark() {
    const std::string tag = without_slash(operand(0).name());
    Object given = properties();
    const Around outside = around();
    Around inside = outside;
    const bool judged = setting_.judged;
    if (tag == "Artifact") {
      if (outside.tagged && judged) file_.broken("7.1-1", setting_.page);
      inside.artifact = true;
    }
    if (setting_.printers && !outside.artifact && tag != "Artifact")
      file_.broken("28-018", setting_.page, "", "content of the mark is marked as " + tag.substr(0, 40));
    if (Object id = entry(given, "/MCID"); id.isInteger()) {
      if (setting_.depth > 0 && setting_.holder.isIndirect()) walk_.forms.with_ids.insert(setting_.holder.getObjGen());
      bool known = false;
      const std::uint32_t element = element_with(id.getIntValue(), known);
      if (known) inside.tagged = true;
      if (known && outside.artifact && judged) file_.broken("7.1-2", setting_.page);
      if (element != none) inside.language = inside.language || file_.tree.elements[element].has_language;
    }
    if (Object language = entry(given, "/Lang"); language.isString()) {
      inside.language = true;
      if (!is_language_tag(words_in(language))) file_.broken("7.2-29", setting_.page);
    }
    if (tag == "Span" && !inside.language && !file_.has_language) check_span(given);
    marks_.push_back({inside});
  }

  void check_span(Object given) {
    if (entry(given, "/ActualText").isString()) file_.broken("7.2-30", setting_.page);
    if (entry(given, "/Alt").isString()) file_.broken("7.2-31", setting_.page);
    if (entry(given, "/E").isString()) file_.broken("7.2-32", setting_.page);
  }

  void end_mark() {
    if (!marks_.empty()) marks_.pop_back();
  }

  static std::string without_slash(const std::string& name) { return name.empty() ? name : name.substr(1); }

  void set_font(const Operand& given) {
    const std::string name = given.name();
    if (!name.empty()) use_font(entry(entry(setting_.resources, "/Font"), name.c_str()), name);
  }

  void set_state() {
    const std::string name = operand(0).name();
    if (name.empty()) return;
    Object font = entry(entry(entry(setting_.resources, "/ExtGState"), name.c_str()), "/Font");
    if (font.isArray() && font.getArrayNItems() > 0) use_font(font.getArrayItem(0), name);
  }

  void use_font(Object font, const std::string& name) {
    text_.font = nullptr;
    if (!font.isDictionary()) return;
    const QPDFObjGen number = font.isIndirect() ? font.getObjGen() : setting_.holder.getObjGen();
    const std::string key = number.unparse(' ') + (font.isIndirect() ? "" : name);
    text_.font = &walk_.fonts.of(font, key, setting_.page);
  }

  void show() {
    bool any = false;
    for (const Operand& operand : *operands_)
      each_string(operand, [&](const std::string& bytes) {
        if (bytes.empty()) return;
        any = true;
        if (text_.font != nullptr) text_.font->show(bytes, text_.mode != 3);
      });
    if (any) content(true);
  }

  void draw() {
    const std::string name = operand(0).name();
    if (name.empty()) return;
    Object drawn = entry(entry(setting_.resources, "/XObject"), name.c_str());
    if (!drawn.isStream()) return;
    if (name_in(entry(drawn, "/Subtype")) != "Form") {
      content(false);
      return;
    }
    if (setting_.judged) {
      ++walk_.forms.uses[drawn.getObjGen()];
      walk_.forms.first_page.emplace(drawn.getObjGen(), setting_.page);
    }
    walk_form(walk_, drawn, setting_, around(), text_);
  }

  Walk& walk_;
  File& file_;
  Setting setting_;
  Object parents_ = Object::newNull();
  const std::vector<Operand>* operands_ = nullptr;  ///< of the operator at hand
  std::vector<Mark> marks_;
  std::vector<TextState> saved_;
  TextState text_;
  bool path_ = false;

 public:
  /// Walks a form in what stands around it, once for each kind of surroundings.
  static void walk_form(Walk& walk, Object form, const Setting& above, const Around& around, const TextState& text) {
    if (above.depth >= deepest_form) return;
    const std::string key = form.getObjGen().unparse(' ') + (around.tagged ? "t" : "") + (around.artifact ? "a" : "") +
                            (around.language ? "l" : "") + (above.judged ? "j" : "") + (above.printers ? "p" : "");
    if (!walk.forms.walked.insert(key).second) return;
    Setting setting = above;
    setting.holder = form;
    if (Object own = entry(form, "/Resources"); own.isDictionary()) setting.resources = own;
    setting.around = around;
    setting.text = text;
    ++setting.depth;
    const std::shared_ptr<Buffer> bytes = form.getStreamData();
    Stream(walk, std::move(setting)).walk({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()});
  }
};

/// The streams of an appearance: one, or one for each state.
void walk_appearances(Walk& walk, Object annotation, std::uint32_t page) {
  Object appearances = entry(annotation, "/AP");
  if (!appearances.isDictionary()) return;
  Stream::Setting setting;
  setting.page = page;
  setting.judged = false;
  setting.printers = name_in(entry(annotation, "/Subtype")) == "PrinterMark";
  setting.resources = Object::newDictionary();
  for (auto& each : appearances.getDictAsMap()) {
    std::vector<Object> streams;
    if (each.second.isStream()) streams.push_back(each.second);
    else if (each.second.isDictionary())
      for (auto& state : each.second.getDictAsMap()) streams.push_back(state.second);
    for (Object& stream : streams)
      if (stream.isStream()) Stream::walk_form(walk, stream, setting, {}, {});
  }
}

void check_forms(Walk& walk) {
  for (const auto& each : walk.forms.uses)
    if (each.second > 1 && walk.forms.with_ids.count(each.first) != 0)
      walk.file.broken("7.20-2", walk.forms.first_page[each.first], "", "it is drawn " + std::to_string(each.second) + " times");
}

}  // namespace

void check_content(File& file) {
  Walk walk{file, {}, {}, 0};
  for (std::uint32_t i = 0; i < file.pages.size(); ++i) {
    Stream::Setting setting;
    setting.holder = file.pages[i];
    setting.resources = QPDFPageObjectHelper(file.pages[i]).getAttribute("/Resources", false);
    setting.page = i + 1;
    Pl_Buffer content("content");
    file.pages[i].pipePageContents(&content);
    const std::shared_ptr<Buffer> bytes = content.getBufferSharedPointer();
    Stream(walk, std::move(setting)).walk({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()});
    for (Object& annotation : items_of(file.pages[i].getKey("/Annots"))) walk_appearances(walk, annotation, i + 1);
  }
  check_forms(walk);
  check_fonts(file, walk.fonts);
}

}  // namespace casewright::pdf::ua
