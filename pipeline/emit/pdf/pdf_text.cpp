#include "emit/pdf/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "emit/words/chrome_words.h"
#include "emit/words/html_text.h"

namespace casewright {
namespace {

constexpr float smallest = 9;  ///< points: nothing is set smaller
constexpr std::string_view line_end = "\xE2\x80\xA8";  // U+2028

/// The words without what cannot be printed: control characters, byte order marks, hyphens that nobody sees.
void append_clean(std::string& out, std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = code_point_at(words, at);
    const char32_t c = point.value;
    if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C) out += ' ';
    else if (c >= 0xF020 && c <= 0xF0FF) out += "\xE2\x80\xA2";  // Word's signs of Symbol and Wingdings: its bullets
    else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE) {}
    else append_utf8(out, c);
    at += point.bytes;
  }
}

bool all_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value != ' ' && point.value != 0xA0 && point.value != 0x2028 && (point.value < 0x2000 || point.value > 0x200A)) return false;
    at += point.bytes;
  }
  return true;
}

bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

/// The characters that mean something in one font only: they cannot be copied or read aloud.
std::vector<typeset::Missing> private_characters(std::string_view text) {
  std::vector<typeset::Missing> found;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_private(point.value)) found.push_back({point.value, static_cast<std::uint32_t>(at)});
    at += point.bytes;
  }
  return found;
}

std::string hex_code(char32_t character) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string code;
  for (int shift = character > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) code += digits[character >> shift & 15];
  return code;
}

/// The glyph's two bytes within brackets: half of what digits would take to pack and to read.
void append_glyph(std::string& out, std::uint32_t glyph) {
  for (const char byte : {static_cast<char>(glyph >> 8 & 0xFF), static_cast<char>(glyph & 0xFF)}) {
    if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
    if (byte == '\r') out += "\\r";  // which would be read as the end of a line
    else out += byte;
  }
}

/// What a link says of itself; addresses and numbers of people stand on the page and nowhere else.
std::string words_of_target(const std::string& target, const ChromeWords& words) {
  if (target.starts_with("mailto:")) return std::string(words.write_email);
  if (target.starts_with("tel:")) return std::string(words.call_number);
  return std::string(words.link_to) + " " + target;
}

/// The glyphs of a run as PDF's operators, with the pen kept where the typesetter wants it.
class RunWriter {
 public:
  RunWriter(std::string& out, float size, float x) : out_(out), size_(size), pen_(x) { out_ += "[("; }

  void show(const typeset::Glyph& glyph, float advance) {
    if (glyph.y != rise_) {
      out_ += ")] TJ ";
      pdf::append_number(out_, rise_ = glyph.y);
      out_ += " Ts [(";
    }
    const float back = (pen_ - glyph.x) * 1000 / size_;
    if (std::abs(back) > 0.8f) {
      out_ += ") ";
      pdf::append_number(out_, std::round(back));
      out_ += " (";
      pen_ -= std::round(back) * size_ / 1000;
    }
    append_glyph(out_, glyph.id);
    pen_ += advance * size_ / 1000;
  }
  void open_actual(std::string_view words) {
    out_ += ")] TJ /Span << /ActualText ";
    out_ += pdf::text_string(words);
    out_ += " >> BDC [(";
  }
  void close_actual() { out_ += ")] TJ EMC [("; }
  void end() {
    out_ += ")] TJ";
    if (rise_ != 0) out_ += " 0 Ts";
  }

 private:
  std::string& out_;
  float size_, pen_, rise_ = 0;
};

}  // namespace

std::string language_entry(std::string_view language) {
  if (language.empty()) return {};
  std::size_t part = 0;
  for (std::size_t i = 0; i <= language.size(); ++i) {
    if (i == language.size() || language[i] == '-') {
      if (part == 0 || part > 8) return {};
      part = 0;
      continue;
    }
    const char c = language[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && (c < '0' || c > '9' || language.find('-') > i)) return {};
    ++part;
  }
  return " /Lang (" + std::string(language) + ")";
}

/// What is done with the text of one stretch.
struct PdfText::Span {
  TagId tag = no_tag;
  int link = -1;
  int note = -1;  // opened here for the first time
  float rise = 0;
  bool underline = false, struck = false;
  Colour colour;
  typeset::StyleId style = 0;
  std::string anchor;
};

struct PdfText::Prepared {
  std::string text;
  std::vector<typeset::Stretch> stretches;
  std::vector<Span> spans;
  std::vector<const Inline*> sources;
};

PdfText::PdfText(const PdfStyle& style, const DocumentPlan& plan, PdfTags& tags, PdfPages& pages, const Document& document)
    : style_(style), plan_(plan), tags_(tags), pages_(pages), document_(document),
      typesetter_(typeset::typesetter(document.language.empty() ? "en-GB" : document.language)), references_(plan.notes.size(), 0) {}

typeset::StyleId PdfText::style_id(const PdfLook& look, Marks marks, const std::string& language) {
  typeset::Style style;
  style.families = look.heading ? style_.heading_font : style_.text_font;
  style.size = look.size;
  if (marks.has(Mark::superscript) || marks.has(Mark::subscript)) style.size = std::max(smallest, look.size * 0.7f);
  style.bold = look.bold || marks.has(Mark::strong);
  style.italic = look.italic != marks.has(Mark::emphasis);
  style.language = language;
  return typesetter_->style(style);
}

int PdfText::add_link(TagId tag, std::string uri, std::string anchor, std::string words) {
  pages_.links.push_back({tag, std::move(uri), std::move(anchor), std::move(words), {}});
  return static_cast<int>(pages_.links.size() - 1);
}

void PdfText::open_note_reference(const Inline& run, Span& span, Prepared& prepared, TagId tag) {
  const auto found = plan_.note_of.find(run.target);
  span.rise = 0.33f;
  if (found == plan_.note_of.end()) return add_span(prepared, run.text, span, &run);
  const std::string number = std::to_string(found->second + 1);
  unsigned& seen = references_[found->second];
  const TagId reference = tags_.add_later("Reference", tag);
  span.tag = tags_.add_later("Link", reference);
  span.link = add_link(span.tag, "", "note-" + number, std::string(chrome_words(document_.language).note) + " " + number);
  span.anchor = "ref-" + number + (seen == 0 ? "" : "-" + std::to_string(seen + 1));
  span.colour = style_.accent;
  if (seen++ == 0) {
    span.note = static_cast<int>(found->second);
    new_notes_.push_back(static_cast<std::uint32_t>(found->second));
  }
  add_span(prepared, number, span, &run);
}

PdfText::Span PdfText::span_of(const Inline& run, const PdfLook& look, TagId tag) {
  Span span;
  span.tag = tag;
  span.colour = run.marks.has(Mark::uncertain) ? style_.warning : look.colour;
  span.underline = run.marks.has(Mark::underline) || run.marks.has(Mark::uncertain);
  span.struck = run.marks.has(Mark::struck);
  if (run.marks.has(Mark::superscript)) span.rise = 0.33f;
  if (run.marks.has(Mark::subscript)) span.rise = -0.15f;
  Marks marks = run.marks;
  if (run.kind == InlineKind::note_reference) marks = marks.with(Mark::superscript);
  span.style = style_id(look, marks, run.language.empty() ? look.language : run.language);
  return span;
}

void PdfText::add_span(Prepared& prepared, std::string_view words, Span span, const Inline* run) const {
  const std::size_t before = prepared.text.size();
  append_clean(prepared.text, words);
  if (prepared.text.size() == before) return;
  prepared.stretches.push_back({static_cast<std::uint32_t>(prepared.text.size()), span.style});
  prepared.spans.push_back(std::move(span));
  prepared.sources.push_back(run);
}

PdfText::Prepared PdfText::prepare(std::string_view prefix, const std::vector<Inline>& inlines, const PdfLook& look, TagId tag) {
  Prepared prepared;
  if (!prefix.empty()) {
    Inline run = text_inline(std::string(prefix));
    if (!look.heading && look.bold) run.marks = run.marks.with(Mark::strong);
    add_span(prepared, prefix, span_of(run, look, tag), nullptr);
  }
  const ChromeWords& chrome = chrome_words(document_.language);
  std::string_view linked;  // the target of the link that is open
  TagId link_tag = no_tag;
  int link = -1;
  for (const Inline& run : inlines) {
    Span span = span_of(run, look, tag);
    if (run.kind == InlineKind::note_reference) {
      open_note_reference(run, span, prepared, tag);
      linked = {};
      continue;
    }
    if (run.kind == InlineKind::line_break) {
      if (prepared.spans.empty()) continue;
      prepared.text += line_end;
      prepared.stretches.back().to = static_cast<std::uint32_t>(prepared.text.size());
      continue;
    }
    const auto inside = run.target.starts_with('#') ? plan_.anchors.find(std::string_view(run.target).substr(1)) : plan_.anchors.end();
    const bool outside = run.target.find(':') != std::string::npos && is_safe_link(run.target);
    if (!run.target.empty() && (outside || inside != plan_.anchors.end())) {
      if (linked != run.target) {
        link_tag = tags_.add_later("Link", tag, language_entry(run.language));
        link = add_link(link_tag, outside ? run.target : "", outside ? "" : inside->second,
                        outside ? words_of_target(run.target, chrome) : std::string(chrome.go_to) + " " + run.text);
        linked = run.target;
      }
      span.tag = link_tag;
      span.link = link;
      span.colour = style_.accent;
      span.underline = true;
    } else {
      linked = {};
      if (!run.language.empty() && !language_entry(run.language).empty()) span.tag = tags_.add_later("Span", tag, language_entry(run.language));
    }
    add_span(prepared, run.text, std::move(span), &run);
  }
  return prepared;
}

/// Notes what the glyph stands for; false where the same glyph already stands for other words.
bool PdfText::can_show(std::uint32_t face, std::uint32_t glyph, std::string_view words) {
  if (glyphs_.size() <= face) glyphs_.resize(face + 1);
  const auto [found, fresh] = glyphs_[face].emplace(glyph, all_blank(words) ? std::string_view(" ") : words);
  return fresh || found->second == words || (all_blank(words) && found->second == " ");
}

std::string PdfText::operators_of(const typeset::Run& run, std::string_view text, float size, const Colour& colour) {
  std::string out = "/F" + std::to_string(run.face) + " ";
  pdf::append_number(out, size);
  out += " Tf ";
  for (const int part : {colour.red, colour.green, colour.blue}) {
    pdf::append_number(out, static_cast<float>(part) / 255);
    out += ' ';
  }
  out += "rg ";
  RunWriter writer(out, size, run.x);
  for (std::size_t i = 0; i < run.glyphs.size();) {
    std::size_t end = i + 1;
    while (end < run.glyphs.size() && run.glyphs[end].from == run.glyphs[i].from) ++end;
    std::string_view words = text.substr(run.glyphs[i].from, run.glyphs[i].to - run.glyphs[i].from);
    if (words == line_end) words = " ";
    const std::size_t characters = count_characters(words);
    bool exact = end - i == 1 || characters == end - i;
    std::size_t at = 0;
    for (std::size_t g = i; g < end; ++g) {
      std::string_view part = words;
      if (end - i > 1) {
        part = words.substr(at, code_point_at(words, at).bytes);
        if (at + part.size() < words.size()) at += part.size();
      }
      exact = can_show(run.face, run.glyphs[g].id, part) && exact;
    }
    if (!exact) writer.open_actual(words);
    for (; i < end; ++i) writer.show(run.glyphs[i], typesetter_->advance(run.face, run.glyphs[i].id));
    if (!exact) writer.close_actual();
  }
  writer.end();
  return out;
}

void PdfText::add_run(PdfSlab& slab, const Prepared& prepared, const typeset::Run& run, const PdfLook& look, float left, float baseline) {
  const Span& span = prepared.spans[run.stretch];
  PdfMark mark;
  mark.tag = span.tag;
  mark.order = order_;
  mark.link = span.link;
  mark.width = run.width;
  mark.ascent = look.size * 0.95f;
  mark.descent = look.size * 0.3f;
  mark.x = left + run.x;
  mark.y = baseline - span.rise * look.size;
  mark.operators = operators_of(run, prepared.text, run.size, span.colour);
  const float thick = std::max(0.6f, look.size / 20);
  if (span.underline) slab.fills.push_back({left + run.x, baseline + look.size * 0.12f, run.width, thick, span.colour});
  if (span.struck) slab.fills.push_back({left + run.x, baseline - look.size * 0.28f, run.width, thick, span.colour});
  if (!span.anchor.empty() && (slab.anchors.empty() || slab.anchors.back() != span.anchor)) slab.anchors.push_back(span.anchor);
  if (span.note >= 0 && std::find(slab.notes.begin(), slab.notes.end(), static_cast<std::uint32_t>(span.note)) == slab.notes.end())
    slab.notes.push_back(static_cast<std::uint32_t>(span.note));
  slab.marks.push_back(std::move(mark));
}

/// A heading in as many lines, but of much the same length: no last word stands alone.
std::vector<typeset::Line> PdfText::balanced(const Prepared& prepared, std::size_t lines, const PdfLook& look, float width) {
  float least = width / static_cast<float>(lines + 1);
  for (const std::string_view word : split(prepared.text, ' ')) least = std::max(least, width_of(word, look.size, true) * 1.05f + 2);
  float most = width;
  std::vector<typeset::Missing> missing;
  for (int i = 0; i < 5 && least < most; ++i) {
    const float middle = (least + most) / 2;
    (typesetter_->set(prepared.text, prepared.stretches, middle, missing).size() <= lines ? most : least) = middle;
  }
  auto set = typesetter_->set(prepared.text, prepared.stretches, most, missing);
  for (typeset::Line& line : set)
    if (line.x > 0) line.x += width - most;  // words from right to left keep to their edge
  return set;
}

std::vector<PdfSlab> PdfText::lines(std::string_view prefix, const std::vector<Inline>& inlines, const PdfLook& look,
                                    const PdfFrame& frame, TagId tag) {
  const Prepared prepared = prepare(prefix, inlines, look, tag);
  if (prepared.spans.empty()) return {};
  std::vector<typeset::Missing> missing = private_characters(prepared.text);
  auto set = typesetter_->set(prepared.text, prepared.stretches, frame.width, missing);
  if (look.heading && set.size() > 1) set = balanced(prepared, set.size(), look, frame.width);
  if (!missing.empty()) report_missing(prepared, missing);
  next_order();
  std::vector<PdfSlab> slabs;
  const float leading = look.size * (look.heading ? 1.25f : style_.leading);
  for (const typeset::Line& line : set) {
    PdfSlab slab;
    slab.landscape = frame.landscape;
    slab.height = std::max(leading, line.ascent + line.descent);
    const float baseline = (slab.height - line.ascent - line.descent) / 2 + line.ascent;
    for (const typeset::Run& run : line.runs) add_run(slab, prepared, run, look, frame.left + line.x, baseline);
    slabs.push_back(std::move(slab));
  }
  for (std::size_t i = 1; i < slabs.size(); ++i) slabs[i].may_break_before = !look.heading && i > 1 && i + 1 < slabs.size();
  slabs.front().before = look.before;
  slabs.back().after = look.after;
  return slabs;
}

PdfMark PdfText::words(std::string_view text, float size, bool bold, const Colour& colour) {
  PdfLook look;
  look.size = size;
  look.bold = bold;
  look.colour = colour;
  Prepared prepared;
  Span span;
  span.colour = colour;
  span.style = style_id(look, {}, "");
  add_span(prepared, text, span, nullptr);
  PdfMark mark;
  mark.ascent = size * 0.95f;
  mark.descent = size * 0.3f;
  if (prepared.spans.empty()) return mark;
  std::vector<typeset::Missing> missing = private_characters(prepared.text);
  const auto set = typesetter_->set(prepared.text, prepared.stretches, 0, missing);
  if (!missing.empty()) report_missing(prepared, missing);
  for (const typeset::Run& run : set.front().runs) {
    if (!mark.operators.empty()) mark.operators += ' ';
    mark.operators += operators_of(run, prepared.text, run.size, colour);
  }
  mark.width = set.front().width;
  return mark;
}

float PdfText::width_of(std::string_view text, float size, bool bold) {
  PdfLook look;
  look.size = size;
  look.bold = bold;
  return typesetter_->width_of(text, style_id(look, {}, ""));
}

std::vector<std::uint32_t> PdfText::take_new_notes() { return std::exchange(new_notes_, {}); }

void PdfText::report_missing(const Prepared& prepared, const std::vector<typeset::Missing>& missing) {
  for (const typeset::Missing& each : missing) {
    const auto stretch = std::upper_bound(prepared.stretches.begin(), prepared.stretches.end(), each.at,
                                          [](std::uint32_t at, const typeset::Stretch& one) { return at < one.to; });
    const std::size_t index = static_cast<std::size_t>(stretch - prepared.stretches.begin());
    const Inline* run = index < prepared.sources.size() ? prepared.sources[index] : nullptr;
    const Origin origin = run == nullptr ? Origin{} : run->origin_at(0);
    const std::string& file = origin.source < document_.sources.size() && !document_.sources[origin.source].empty()
                                  ? document_.sources[origin.source] : document_.file;
    if (is_private(each.character))
      missing_.try_emplace(each.character, Fault{file, origin.part, 0, "the character U+" + hex_code(each.character) + " means something in one font only",
                                                 "replace it by a letter or a sign that every font has"});
    missing_.try_emplace(each.character, Fault{file, origin.part, 0, "no font on this machine has the character U+" + hex_code(each.character),
                                               "replace the character, or install a font that has it (Debian: fonts-noto-core; for small pictures such as faces, fonts-symbola)"});
  }
}

Faults PdfText::faults() const {
  Faults faults;
  for (const auto& [character, fault] : missing_) faults.push_back(fault);
  for (std::size_t face = 0; face < glyphs_.size(); ++face)
    if (!glyphs_[face].empty() && typesetter_->face(static_cast<std::uint32_t>(face)).restricted)
      faults.push_back({"", 0, 0, "the font " + typesetter_->face(static_cast<std::uint32_t>(face)).name + " may not be embedded in a file",
                        "choose another font in the theme"});
  return faults;
}

}  // namespace casewright
