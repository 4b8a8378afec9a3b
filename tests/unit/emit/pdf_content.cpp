#include "emit/pdf_content.h"

#include <cmath>
#include <qpdf/Buffer.hh>
#include <set>

#include "base/text.h"

namespace casewright {
namespace {

using Object = QPDFObjectHandle;

std::string bytes_of(Object stream) {
  const auto data = stream.getStreamData(qpdf_dl_all);
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

std::string utf8_of_hex(std::string_view hex) {
  std::string out;
  char32_t high = 0;
  for (std::size_t at = 0; at + 4 <= hex.size(); at += 4) {
    const auto unit = static_cast<char32_t>(std::stoul(std::string(hex.substr(at, 4)), nullptr, 16));
    if (unit >= 0xD800 && unit < 0xDC00) high = unit;
    else append_utf8(out, unit >= 0xDC00 && unit < 0xE000 ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) : unit), high = 0;
  }
  return out;
}

/// A composite font as the file holds it.
struct Font {
  std::map<unsigned, std::string> unicode;
  std::map<unsigned, double> widths;
  std::string program;
  bool compact = false;

  unsigned number(std::size_t at, std::size_t size) const {
    unsigned value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(program.at(at + i));
    return value;
  }
  std::size_t table(std::string_view tag) const {
    for (unsigned i = 0; i < number(4, 2); ++i)
      if (program.compare(12 + 16 * i, 4, tag) == 0) return number(12 + 16 * i + 8, 4);
    return 0;
  }
  /// What the font's own file says of a glyph's width, in thousandths.
  double own_width(unsigned glyph) const {
    const unsigned measured = number(table("hhea") + 34, 2), last = std::min(glyph, measured - 1);
    return number(table("hmtx") + 4 * last, 2) * 1000.0 / number(table("head") + 18, 2);
  }
};

Font read_font(Object font, std::vector<std::string>& breaches) {
  Font read;
  const auto expect = [&](bool holds, const char* otherwise) { if (!holds) breaches.emplace_back(otherwise); };
  expect(font.getKey("/Subtype").getName() == "/Type0" && font.getKey("/Encoding").getName() == "/Identity-H", "a font that is no Type0 with Identity-H");
  Object inner = font.getKey("/DescendantFonts").getArrayItem(0);
  read.compact = inner.getKey("/Subtype").getName() == "/CIDFontType0";
  expect(read.compact || (inner.getKey("/CIDToGIDMap").isName() && inner.getKey("/CIDToGIDMap").getName() == "/Identity"), "a CIDFontType2 has no CIDToGIDMap");
  expect(inner.getKey("/CIDSystemInfo").getKey("/Registry").isString() && inner.getKey("/CIDSystemInfo").getKey("/Supplement").isInteger(), "a font has no CIDSystemInfo");
  Object descriptor = inner.getKey("/FontDescriptor");
  const std::string name = font.getKey("/BaseFont").getName();
  expect(name.size() > 8 && name[7] == '+' && descriptor.getKey("/FontName").getName() == inner.getKey("/BaseFont").getName() && name.starts_with(inner.getKey("/BaseFont").getName()),
         "a subset's name differs from place to place");
  for (const char* key : {"/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/StemV"}) expect(descriptor.hasKey(key), "a font's descriptor lacks an entry");
  expect(!descriptor.hasKey("/CIDSet"), "a CIDSet, which would have to name every glyph");
  const char* file = read.compact ? "/FontFile3" : "/FontFile2";
  expect(descriptor.getKey(file).isStream(), "a font is not embedded");
  if (descriptor.getKey(file).isStream()) read.program = bytes_of(descriptor.getKey(file));
  Object widths = inner.getKey("/W");
  for (int i = 0; i + 1 < widths.getArrayNItems(); i += 2) {
    auto glyph = static_cast<unsigned>(widths.getArrayItem(i).getIntValue());
    for (Object& each : widths.getArrayItem(i + 1).getArrayAsVector()) read.widths[glyph++] = each.getNumericValue();
  }
  expect(font.getKey("/ToUnicode").isStream(), "a font has no ToUnicode");
  if (!font.getKey("/ToUnicode").isStream()) return read;
  const std::string map = bytes_of(font.getKey("/ToUnicode"));
  for (std::size_t open = map.find("beginbfchar"); open != std::string::npos; open = map.find("beginbfchar", open + 1)) {
    const std::string_view block = std::string_view(map).substr(open, map.find("endbfchar", open) - open);
    for (std::size_t at = block.find('<'); at != std::string_view::npos; at = block.find('<', at)) {
      const std::size_t end = block.find('>', at), next = block.find('<', end), last = block.find('>', next);
      const std::string_view words = block.substr(next + 1, last - next - 1);
      for (const char* bad : {"0000", "FEFF", "FFFE", ""}) expect(words != bad, "a glyph stands for no character");
      read.unicode[static_cast<unsigned>(std::stoul(std::string(block.substr(at + 1, end - at - 1)), nullptr, 16))] = utf8_of_hex(words);
      at = last + 1;
    }
  }
  return read;
}

class Walker : public Object::ParserCallbacks {
 public:
  Walker(QPDFObjGen page, const std::map<std::string, Font>& fonts, PdfContent& found) : page_(page), fonts_(fonts), found_(found) {}

  void handleObject(Object object) override {
    if (!object.isOperator()) return operands_.push_back(object);
    const std::string name = object.getOperatorValue();
    static const std::set<std::string> paints{"Tj", "TJ", "f", "f*", "S", "B", "B*", "Do", "s", "b", "b*", "sh", "F"};
    static const std::set<std::string> known{"BT", "ET", "Tm", "Tf", "Ts", "rg", "RG", "w", "re", "m", "l", "c", "h", "cm", "q", "Q", "BDC", "EMC"};
    expect(paints.contains(name) || known.contains(name), "an operator that no page needs: " + name);
    if (name == "BDC") open();
    if (name == "EMC") expect(!marks_.empty(), "marked content closed twice"), marks_.empty() ? void() : marks_.pop_back();
    if (name == "Tf") font_ = operands_.at(0).getName(), expect(fonts_.contains(font_), "a font that the page does not have");
    if (name == "TJ") show();
    if (name == "q") expect(++depth_ <= 28, "states of the page too deep in one another");
    if (name == "Q") --depth_;
    if (paints.contains(name)) expect(tagged() != artifact(), "something that is painted is neither text nor artifact");
    operands_.clear();
  }
  void handleEOF() override { expect(marks_.empty() && depth_ == 0, "a page leaves something open"); }

 private:
  struct MarkedContent {
    bool artifact = false, actual = false;
    long long number = -1;
  };

  void expect(bool holds, const std::string& otherwise) {
    if (!holds) found_.breaches.push_back(otherwise);
  }
  bool artifact() const {
    for (const MarkedContent& each : marks_) if (each.artifact) return true;
    return false;
  }
  bool tagged() const {
    for (const MarkedContent& each : marks_) if (each.number >= 0) return true;
    return false;
  }

  void open() {
    MarkedContent mark;
    mark.artifact = operands_.at(0).getName() == "/Artifact";
    Object entries = operands_.at(1);
    if (mark.artifact) expect(entries.getKey("/Type").isName() && marks_.empty(), "an artifact has no type, or lies in the text");
    if (entries.hasKey("/MCID")) {
      mark.number = entries.getKey("/MCID").getIntValue();
      expect(marks_.empty(), "tagged content inside other content");
      expect(!found_.words.contains({page_, mark.number}), "two pieces of content have one number");
      found_.words[{page_, mark.number}];
    }
    if (entries.hasKey("/ActualText")) {
      mark.actual = true;
      add(entries.getKey("/ActualText").getUTF8Value());
    }
    marks_.push_back(mark);
  }

  void add(const std::string& words) {
    for (const MarkedContent& each : marks_)
      if (each.number >= 0) found_.words[{page_, each.number}] += words;
  }

  void show() {
    const auto font = fonts_.find(font_);
    if (font == fonts_.end()) return;
    bool actual = false;
    for (const MarkedContent& each : marks_) actual = actual || each.actual;
    for (Object& part : operands_.at(0).getArrayAsVector()) {
      if (!part.isString()) continue;
      const std::string codes = part.getStringValue();
      for (std::size_t at = 0; at + 1 < codes.size(); at += 2) show_glyph(font->second, static_cast<unsigned>(static_cast<unsigned char>(codes[at]) << 8 | static_cast<unsigned char>(codes[at + 1])), actual);
    }
  }

  void show_glyph(const Font& font, unsigned glyph, bool actual) {
    expect(glyph != 0, "the glyph .notdef is shown");
    const auto words = font.unicode.find(glyph);
    expect(words != font.unicode.end(), "a glyph that ToUnicode does not know");
    const auto width = font.widths.find(glyph);
    expect(width != font.widths.end(), "a glyph without a width");
    if (width != font.widths.end() && !font.compact && !font.program.empty()) expect(std::abs(width->second - font.own_width(glyph)) < 1, "a width that is not its font's");
    if (words == font.unicode.end()) return;
    for (std::size_t at = 0; at < words->second.size();) {
      const CodePoint point = code_point_at(words->second, at);
      expect(actual || !(point.value >= 0xE000 && point.value <= 0xF8FF), "a private character without ActualText");
      at += point.bytes;
    }
    if (!actual) add(words->second);
  }

  QPDFObjGen page_;
  const std::map<std::string, Font>& fonts_;
  PdfContent& found_;
  std::vector<Object> operands_;
  std::vector<MarkedContent> marks_;
  std::string font_;
  int depth_ = 0;
};

}  // namespace

PdfContent check_content(QPDF& pdf) {
  PdfContent found;
  std::map<QPDFObjGen, std::map<std::string, Font>> known;  // by the pages' resources
  for (Object page : pdf.getAllPages()) {
    Object resources = page.getKey("/Resources");
    const auto [fonts, fresh] = known.try_emplace(resources.getObjGen());
    if (fresh)
      for (const auto& [name, font] : resources.getKey("/Font").getDictAsMap()) fonts->second.emplace(name, read_font(font, found.breaches));
    Walker walker(page.getObjGen(), fonts->second, found);
    page.parsePageContents(&walker);
  }
  return found;
}

}  // namespace casewright
