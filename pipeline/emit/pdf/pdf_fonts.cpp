#include "emit/pdf/pdf_fonts.h"

#include <algorithm>
#include <cmath>

#include "foreign/hash.h"

namespace casewright {
namespace {

constexpr char digits[] = "0123456789ABCDEF";

std::string hex(std::uint32_t glyph) {
  std::string code;
  for (int shift = 12; shift >= 0; shift -= 4) code += digits[glyph >> shift & 15];
  return code;
}

/// Six letters that name this subset and no other.
std::string subset_mark(std::string_view file) {
  const std::string digest = hash::sha256(file);
  std::string mark;
  for (std::size_t i = 0; i < 6; ++i) {
    const char c = digest[i];
    mark += static_cast<char>(c <= '9' ? 'A' + (c - '0') : 'K' + (c - 'a'));
  }
  return mark + "+";
}

std::string widths_of(typeset::Typesetter& typesetter, std::uint32_t face, const PdfGlyphs& glyphs) {
  std::string widths = "[";
  std::uint32_t next = 0;
  bool open = false;
  for (const auto& [glyph, words] : glyphs) {
    if (!open || glyph != next) {
      if (open) widths += "]";
      widths += " " + std::to_string(glyph) + " [";
      open = true;
    }
    widths += ' ';
    pdf::append_number(widths, typesetter.advance(face, glyph));
    next = glyph + 1;
  }
  return widths + (open ? "] ]" : "]");
}

std::string unicode_map(const PdfGlyphs& glyphs) {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) "
      "/Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n"
      "endcodespacerange\n";
  std::vector<std::string> lines;
  for (const auto& [glyph, words] : glyphs) {
    std::string line = "<" + hex(glyph) + "> <";
    pdf::append_utf16_hex(line, words);
    lines.push_back(line + ">\n");
  }
  for (std::size_t from = 0; from < lines.size(); from += 100) {
    const std::size_t to = std::min(from + 100, lines.size());
    map += std::to_string(to - from) + " beginbfchar\n";
    for (std::size_t i = from; i < to; ++i) map += lines[i];
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string descriptor_of(const typeset::FaceFacts& facts, const std::string& name, const std::string& file_entry) {
  const int flags = 4 | (facts.fixed_pitch ? 1 : 0) | (facts.serif ? 2 : 0) | (facts.italic ? 64 : 0);
  std::string box;
  for (const float side : facts.box) box += " " + pdf::number(std::round(side));
  return "<< /Type /FontDescriptor /FontName /" + name + " /Flags " + std::to_string(flags) + " /FontBBox [" + box + " ] /ItalicAngle " +
         pdf::number(facts.italic_angle) + " /Ascent " + pdf::number(std::round(facts.ascent)) + " /Descent " +
         pdf::number(std::round(facts.descent)) + " /CapHeight " + pdf::number(std::round(facts.cap_height)) + " /StemV " +
         (facts.weight >= 600 ? "140" : "80") + " " + file_entry + " >>";
}

Result<pdf::ObjectId> write_font(pdf::Objects& objects, typeset::Typesetter& typesetter, std::uint32_t face, PdfGlyphs glyphs) {
  const typeset::FaceFacts& facts = typesetter.face(face);
  std::vector<std::uint32_t> wanted;
  for (const auto& [glyph, words] : glyphs) wanted.push_back(glyph);
  const std::string file = typesetter.subset(face, wanted);
  if (file.empty()) return Fault{"", 0, 0, "the font " + facts.name + " cannot be embedded", "choose another font in the theme"};
  const std::string name = subset_mark(file) + facts.name;
  const pdf::ObjectId stream = facts.compact ? objects.add_stream("/Subtype /CIDFontType0C", file)
                                             : objects.add_stream("/Length1 " + std::to_string(file.size()), file);
  const pdf::ObjectId descriptor =
      objects.add(descriptor_of(facts, name, (facts.compact ? "/FontFile3 " : "/FontFile2 ") + pdf::reference(stream)));
  const std::string kind = facts.compact ? "/Subtype /CIDFontType0" : "/Subtype /CIDFontType2 /CIDToGIDMap /Identity";
  const pdf::ObjectId inner = objects.add("<< /Type /Font " + kind + " /BaseFont /" + name +
                                          " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor " +
                                          pdf::reference(descriptor) + " /DW 1000 /W " + widths_of(typesetter, face, glyphs) + " >>");
  const pdf::ObjectId map = objects.add_stream("", unicode_map(glyphs));
  return objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + name + (facts.compact ? "-Identity-H" : "") +
                     " /Encoding /Identity-H /DescendantFonts [" + pdf::reference(inner) + "] /ToUnicode " + pdf::reference(map) + " >>");
}

}  // namespace

Result<std::string> write_pdf_fonts(pdf::Objects& objects, PdfText& text) {
  std::string entries;
  for (std::uint32_t face = 0; face < text.glyphs().size(); ++face) {
    if (text.glyphs()[face].empty()) continue;
    const auto font = write_font(objects, text.typesetter(), face, text.glyphs()[face]);
    if (!font) return font.faults();
    entries += "/F" + std::to_string(face) + " " + pdf::reference(*font) + " ";
  }
  return entries;
}

}  // namespace casewright
