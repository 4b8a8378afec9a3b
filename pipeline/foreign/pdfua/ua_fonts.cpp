#include "foreign/pdfua/ua_fonts.h"

#include <cmath>
#include <qpdf/Buffer.hh>

#include "foreign/pdfua/ua_glyphs.h"

namespace casewright::pdf::ua {
namespace {

constexpr double most_difference = 1.0;  ///< between two widths, in thousandths (ISO 14289-1, 7.21.5)

std::string bytes_of(Object stream) {
  try {
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  } catch (const std::exception&) {
    return {};
  }
}

/// A font's name is part of the file, not of the report.
std::string font_name(Object font) {
  std::string name = name_in(entry(font, "/BaseFont"));
  return name.empty() ? "a font" : name.substr(0, 60);
}

bool is_subset(const std::string& name) {
  if (name.size() < 7 || name[6] != '+') return false;
  for (int i = 0; i < 6; ++i)
    if (name[static_cast<std::size_t>(i)] < 'A' || name[static_cast<std::size_t>(i)] > 'Z') return false;
  return true;
}

Object program_of(Object descriptor) {
  for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"})
    if (Object stream = entry(descriptor, key); stream.isStream()) return stream;
  return Object::newNull();
}

bool bad_character(const std::u16string& text) {
  for (const char16_t unit : text)
    if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE) return true;
  return false;
}

/// The CMap of a ToUnicode entry, if it has one.
std::optional<CMap> letters_of(Object font) {
  Object map = entry(font, "/ToUnicode");
  if (map.isStream()) return read_cmap(bytes_of(map));
  return std::nullopt;
}

/// Looks at the fonts of a file one by one; a program that several fonts share is opened once.
class FontCheck {
 public:
  explicit FontCheck(File& file) : file_(file) {}

  void check(const FontUse& use) {
    use_ = &use;
    font_ = use.font;
    if (use.composite) check_composite();
    else check_simple();
  }

 private:
  void broken(const char* condition, const std::string& detail = "") {
    const std::string name = font_name(font_);
    file_.broken(condition, use_->page, "", detail.empty() ? name : name + ": " + detail);
  }

  FontProgram* program(Object descriptor) {
    Object stream = program_of(descriptor);
    if (!stream.isStream()) return nullptr;
    auto known = programs_.find(stream.getObjGen());
    if (known == programs_.end()) known = programs_.emplace(stream.getObjGen(), FontProgram::open(reader_, bytes_of(stream))).first;
    return known->second ? &*known->second : nullptr;
  }

  void check_simple() {
    const std::string kind = name_in(entry(font_, "/Subtype"));
    SimpleGlyphs glyphs(font_, kind);
    if (kind == "Type3") {
      check_drawn(glyphs);
      return;
    }
    Object descriptor = entry(font_, "/FontDescriptor");
    check_embedded(descriptor);
    glyphs.set_program(program(descriptor));
    if (kind == "TrueType") check_truetype(glyphs, descriptor);
    else check_charset(glyphs, descriptor);
    const std::optional<CMap> letters = letters_of(font_);
    for (const auto& shown : use_->shown) {
      check_simple_glyph(glyphs, shown.first, shown.second);
      check_letters(letters, shown.first, glyphs.has_character(shown.first));
    }
  }

  void check_embedded(Object descriptor) {
    if (use_->rendered && !program_of(descriptor).isStream()) broken("7.21.4.1-1");
  }

  void check_simple_glyph(const SimpleGlyphs& glyphs, std::uint32_t code, bool rendered) {
    if (glyphs.is_missing_name(code)) broken("7.21.8-1", "code " + std::to_string(code));
    if (!rendered || !glyphs.has_program()) return;
    const std::optional<std::uint32_t> glyph = glyphs.glyph(code);
    if (!glyph) {
      broken("7.21.4.1-2", "code " + std::to_string(code));
      return;
    }
    compare_widths(code, glyphs.stated_width(code), glyphs.width(*glyph));
  }

  void compare_widths(std::uint32_t code, std::optional<double> stated, std::optional<double> real) {
    if (stated && real && std::abs(*stated - *real) > most_difference)
      broken("7.21.5-1", "code " + std::to_string(code) + " is " + std::to_string(std::lround(*real)) + " wide, stated as " + std::to_string(std::lround(*stated)));
  }

  /// Each code stands for a character, by ToUnicode or in another way that 7.21.7 allows.
  void check_letters(const std::optional<CMap>& letters, std::uint32_t code, bool known_otherwise) {
    const std::optional<std::u16string> text = letters ? letters->text(code) : std::nullopt;
    if (!text && !known_otherwise) broken("7.21.7-1", "code " + std::to_string(code));
    if (text && bad_character(*text)) broken("7.21.7-2", "code " + std::to_string(code));
  }

  void check_drawn(const SimpleGlyphs& glyphs) {
    const std::optional<CMap> letters = letters_of(font_);
    Object drawings = entry(font_, "/CharProcs");
    for (const auto& shown : use_->shown) {
      const std::uint32_t code = shown.first;
      const std::string name = glyphs.name(code);
      if (glyphs.is_missing_name(code)) broken("7.21.8-1", "code " + std::to_string(code));
      if (shown.second) {
        Object drawing = name.empty() ? Object::newNull() : entry(drawings, ("/" + name).c_str());
        if (!drawing.isStream()) broken("7.21.4.1-2", "code " + std::to_string(code));
        else compare_widths(code, glyphs.stated_width(code), drawn_width(bytes_of(drawing)));
      }
      check_letters(letters, code, glyphs.has_character(code));
    }
  }

  void check_truetype(const SimpleGlyphs& glyphs, Object descriptor) {
    const bool symbolic = (integer_in(entry(descriptor, "/Flags"), 0) & symbolic_flag) != 0;
    Object encoding = entry(font_, "/Encoding");
    if (symbolic && !encoding.isNull()) broken("7.21.6-3");
    if (!symbolic) check_plain_encoding(glyphs, encoding);
    const FontProgram* program = glyphs.program();
    if (program == nullptr) return;
    const int count = program->cmaps();
    const bool symbol = program->has_cmap(3, 0);
    if (!symbolic && count <= (symbol ? 1 : 0)) broken("7.21.6-1");
    if (symbolic && count != 1 && !symbol) broken("7.21.6-4", std::to_string(count) + " encodings in its cmap table");
  }

  void check_plain_encoding(const SimpleGlyphs& glyphs, Object encoding) {
    const std::string base = name_in(encoding.isDictionary() ? encoding.getKey("/BaseEncoding") : encoding);
    if (base != "MacRomanEncoding" && base != "WinAnsiEncoding") {
      broken("7.21.6-2", base.empty() ? "no base encoding" : "the base encoding is " + base.substr(0, 40));
      return;
    }
    Object differences = entry(encoding, "/Differences");
    if (!differences.isArray() || differences.getArrayNItems() == 0) return;
    if (glyphs.program() != nullptr && !glyphs.program()->has_cmap(3, 1)) {
      broken("7.21.6-2", "differences without a Unicode cmap");
      return;
    }
    for (Object& item : differences.getArrayAsVector())
      if (item.isName() && !listed_character(name_in(item))) {
        broken("7.21.6-2", "a difference names no glyph of the Adobe Glyph List");
        return;
      }
  }

  void check_charset(const SimpleGlyphs& glyphs, Object descriptor) {
    Object listed = entry(descriptor, "/CharSet");
    if (glyphs.program() == nullptr || !listed.isString() || !is_subset(name_in(entry(font_, "/BaseFont")))) return;
    std::set<std::string> names;
    const std::string text = listed.getStringValue();
    for (std::size_t at = text.find('/'); at != std::string::npos;) {
      const std::size_t end = text.find('/', at + 1);
      std::string name = text.substr(at + 1, end == std::string::npos ? end : end - at - 1);
      while (!name.empty() && name.back() <= ' ') name.pop_back();
      if (!name.empty() && name != ".notdef") names.insert(std::move(name));
      at = end;
    }
    if (names != glyphs.program()->glyph_names()) broken("7.21.4.2-1");
  }

  void check_composite() {
    Object descendants = entry(font_, "/DescendantFonts");
    Object descendant = descendants.isArray() && descendants.getArrayNItems() > 0 ? descendants.getArrayItem(0) : Object::newNull();
    if (!descendant.isDictionary()) return;
    check_encoding(descendant);
    Object descriptor = entry(descendant, "/FontDescriptor");
    check_embedded(descriptor);
    const bool type2 = name_in(entry(descendant, "/Subtype")) == "CIDFontType2";
    Object map = entry(descendant, "/CIDToGIDMap");
    const bool mapped = map.isStream() || name_in(map) == "Identity";
    if (type2 && !mapped && program_of(descriptor).isStream()) broken("7.21.3.2-1");
    CidGlyphs glyphs(descendant, program(descriptor), map.isStream() ? bytes_of(map) : std::string());
    if (use_->known_codes) check_cid_set(glyphs, descriptor);
    check_composite_glyphs(glyphs, descendant);
  }

  void check_composite_glyphs(const CidGlyphs& glyphs, Object descendant) {
    const std::optional<CMap> letters = letters_of(font_);
    const bool identity_letters = name_in(entry(font_, "/ToUnicode")).compare(0, 8, "Identity") == 0;
    const std::string ordering = words_in(entry(entry(descendant, "/CIDSystemInfo"), "/Ordering"));
    const bool known_letters = identity_letters || ordering == "GB1" || ordering == "CNS1" || ordering == "Japan1" || ordering == "Korea1";
    if (!use_->known_codes) return;
    for (const auto& shown : use_->shown) {
      const std::uint32_t code = shown.first;
      check_letters(letters, code, known_letters);
      const std::uint32_t cid = use_->codes.cid(code).value_or(0);
      if (cid == 0) broken("7.21.8-1", "code " + std::to_string(code));
      if (cid == 0 || !glyphs.has_program()) continue;
      const std::optional<std::uint32_t> glyph = glyphs.glyph(cid);
      if (!glyph) {
        broken("7.21.8-1", "code " + std::to_string(code));
        if (shown.second) broken("7.21.4.1-2", "code " + std::to_string(code));
      } else if (shown.second) {
        compare_widths(code, glyphs.stated_width(cid), glyphs.width(*glyph));
      }
    }
  }

  /// The CMap of a composite font, and whether it goes with the CIDs of the font below.
  void check_encoding(Object descendant) {
    Object encoding = entry(font_, "/Encoding");
    const std::string name = name_in(encoding.isStream() ? entry(encoding, "/CMapName") : encoding);
    const KnownCMap* known = known_cmap(name);
    if (!encoding.isStream() && known == nullptr) broken("7.21.3.3-1", name.substr(0, 40));
    if (encoding.isStream()) check_embedded_cmap(encoding);
    if (name == "Identity-H" || name == "Identity-V" || (!encoding.isStream() && known == nullptr)) return;
    Object below = entry(descendant, "/CIDSystemInfo"), above = entry(encoding, "/CIDSystemInfo");
    if (above.isArray() && above.getArrayNItems() > 0) above = above.getArrayItem(0);
    const bool own = encoding.isStream();
    const std::string registry = own ? words_in(entry(above, "/Registry")) : "Adobe";
    const std::string ordering = own ? words_in(entry(above, "/Ordering")) : std::string(known->ordering);
    const long long supplement = own ? integer_in(entry(above, "/Supplement"), 0) : known->supplement;
    if (registry != words_in(entry(below, "/Registry")) || ordering != words_in(entry(below, "/Ordering")))
      broken("7.21.3.1-1", "the CMap and the font number their glyphs in different ways");
    else if (integer_in(entry(below, "/Supplement"), 0) > supplement)
      broken("7.21.3.1-1", "the font's supplement is newer than that of its CMap");
  }

  void check_embedded_cmap(Object encoding) {
    const CMap program = read_cmap(bytes_of(encoding));
    if (integer_in(entry(encoding, "/WMode"), 0) != program.vertical) broken("7.21.3.3-2");
    Object other = entry(encoding, "/UseCMap");
    const std::string name = other.isStream() ? name_in(entry(other, "/CMapName")) : name_in(other);
    const bool strange = (!other.isNull() && known_cmap(name) == nullptr) || (!program.uses.empty() && known_cmap(program.uses) == nullptr);
    if (strange) broken("7.21.3.3-3");
  }

  void check_cid_set(const CidGlyphs& glyphs, Object descriptor) {
    Object listed = entry(descriptor, "/CIDSet");
    if (!listed.isStream() || !glyphs.has_program() || !is_subset(name_in(entry(font_, "/BaseFont")))) return;
    const std::string bits = bytes_of(listed);
    const auto is_listed = [&](std::uint32_t cid) {
      return cid / 8 < bits.size() && (static_cast<unsigned char>(bits[cid / 8]) >> (7 - cid % 8) & 1) != 0;
    };
    for (const std::uint32_t cid : glyphs.drawn_cids())
      if (cid != 0 && !is_listed(cid)) {
        broken("7.21.4.2-2", "CID " + std::to_string(cid) + " is not listed");
        return;
      }
    for (std::uint32_t cid = 1; cid < 8 * bits.size(); ++cid)
      if (is_listed(cid) && !glyphs.glyph(cid)) {
        broken("7.21.4.2-2", "CID " + std::to_string(cid) + " is listed and not there");
        return;
      }
  }

  File& file_;
  FontReader reader_;
  std::map<QPDFObjGen, std::optional<FontProgram>> programs_;
  const FontUse* use_ = nullptr;
  Object font_;
};

/// The CMap that splits the strings of a composite font; `known` is false where it is not at hand.
CMap codes_of(Object encoding, bool& known) {
  if (encoding.isStream()) {
    CMap map = read_cmap(bytes_of(encoding));
    Object other = entry(encoding, "/UseCMap");
    std::string uses = map.uses.empty() ? name_in(other) : map.uses;
    if (other.isStream()) {
      const CMap below = read_cmap(bytes_of(other));
      map.spaces.insert(map.spaces.end(), below.spaces.begin(), below.spaces.end());
      map.cids.insert(map.cids.begin(), below.cids.begin(), below.cids.end());
      uses = below.uses;
    }
    if (uses.compare(0, 9, "Identity-") == 0) {
      map.identity = true;
      map.spaces.push_back({0, 0xFFFF, 2});
    } else if (!uses.empty()) {
      known = false;
    }
    return map;
  }
  known = name_in(encoding).compare(0, 9, "Identity-") == 0;
  return identity_cmap();
}

}  // namespace

void FontUse::show(const std::string& text, bool visible) {
  rendered = rendered || visible;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t code = composite ? codes.next_code(text, at) : static_cast<unsigned char>(text[at++]);
    bool& seen = shown[code];
    seen = seen || visible;
  }
}

FontUse& FontUses::of(Object font, const std::string& key, std::uint32_t page) {
  FontUse*& use = by_key_[key];
  if (use == nullptr) {
    all_.push_back(std::make_unique<FontUse>());
    use = all_.back().get();
    use->font = font;
    use->page = page;
    use->composite = name_in(entry(font, "/Subtype")) == "Type0";
    if (use->composite) use->codes = codes_of(entry(font, "/Encoding"), use->known_codes);
  }
  return *use;
}

void check_fonts(File& file, const FontUses& uses) {
  FontCheck check(file);
  for (const auto& use : uses.all())
    if (!use->shown.empty()) check.check(*use);
}

}  // namespace casewright::pdf::ua
