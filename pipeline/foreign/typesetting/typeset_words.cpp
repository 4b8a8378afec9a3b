#include "foreign/typesetting/typeset_words.h"

#include <unicode/utext.h>

#include <algorithm>

#include "base/text.h"

namespace casewright::typeset {
namespace {

constexpr std::size_t kept_words = 20000;  ///< of one font; then it begins anew

/// Letters, digits and signs that stand side by side and mean the same beside any other: Latin and its punctuation.
bool is_simple(char32_t c) {
  return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x250 && c != 0xAD) || (c >= 0x2010 && c <= 0x2028) || (c >= 0x2030 && c <= 0x203A) ||
         (c >= 0x20A0 && c <= 0x20BF) || (c >= 0x1E00 && c <= 0x1EFF);
}

/// True at a U+2028, which ends a line.
bool is_line_end(std::string_view text, std::size_t at) { return text[at] == '\xE2' && text.compare(at, 3, "\xE2\x80\xA8") == 0; }

/// Signs that begin no line, and those that end none, also beside a space (Unicode Standard Annex 14, LB13 and LB14).
bool begins_no_line(char c) { return std::string_view(")]}!?,.:;/").find(c) != std::string_view::npos; }
bool ends_no_line(char c) { return c == '(' || c == '[' || c == '{'; }

bool all_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == ',' || c == '\'' || c == ';' || c == ':';
  });
}

}  // namespace

WordFont& Words::font(std::uint32_t face, const std::string& language) {
  const auto [found, fresh] = fonts_.try_emplace({face, language});
  if (fresh) {
    found->second.face = face;
    found->second.language = hb_language_from_string(language.c_str(), static_cast<int>(language.size()));
  }
  return found->second;
}

/// Where in a word a line may end, its own end last.
std::vector<std::uint32_t> Words::places_to_break(std::string_view word) {
  const auto length = static_cast<std::uint32_t>(word.size());
  if (all_letters(word)) return {length};
  UErrorCode status = U_ZERO_ERROR;
  if (breaker_ == nullptr) breaker_.reset(ubrk_open(UBRK_LINE, "en_GB", nullptr, 0, &status));
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, word.data(), static_cast<std::int64_t>(word.size()), &status);
  ubrk_setUText(breaker_.get(), &text, &status);
  std::vector<std::uint32_t> places;
  if (U_SUCCESS(status))
    for (std::int32_t at = ubrk_next(breaker_.get()); at != UBRK_DONE; at = ubrk_next(breaker_.get())) places.push_back(static_cast<std::uint32_t>(at));
  utext_close(&text);
  if (places.empty() || places.back() != length) places.push_back(length);
  return places;
}

WordPiece Words::shape(const WordFont& font, std::string_view word, std::uint32_t from, std::uint32_t to) {
  const Face& face = faces_[font.face];
  if (buffer_ == nullptr) buffer_.reset(hb_buffer_create());
  hb_buffer_t* buffer = buffer_.get();
  hb_buffer_clear_contents(buffer);
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
  hb_buffer_set_language(buffer, font.language);
  hb_buffer_add_utf8(buffer, word.data(), static_cast<int>(word.size()), from, static_cast<int>(to - from));
  hb_shape(face.font.get(), buffer, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  WordPiece piece;
  piece.from = from;
  piece.to = to;
  for (unsigned i = 0; i < count; ++i) {
    const float advance = static_cast<float>(positions[i].x_advance) / face.units;
    piece.glyphs.push_back({infos[i].codepoint, infos[i].cluster, static_cast<float>(positions[i].x_offset) / face.units,
                            static_cast<float>(positions[i].y_offset) / face.units, advance});
    piece.width += advance;
  }
  return piece;
}

const ShapedWord& Words::shaped(WordFont& font, std::string_view word) {
  const auto known = font.words.find(word);
  if (known != font.words.end()) return known->second;
  ShapedWord made;
  std::uint32_t from = 0;
  for (const std::uint32_t to : places_to_break(word)) {
    made.pieces.push_back(shape(font, word, from, to));
    for (const WordPiece::Shown& each : made.pieces.back().glyphs) made.whole = made.whole && each.glyph != 0;
    from = to;
  }
  return font.words.emplace(word, std::move(made)).first->second;
}

bool Words::add_word(std::string_view text, std::uint32_t from, std::uint32_t to, std::uint32_t stretch, const WordStyle& style) {
  const ShapedWord& word = shaped(*style.font, text.substr(from, to - from));
  if (!word.whole) return false;
  bool may_begin = from > 0 && text[from - 1] == ' ' && !begins_no_line(text[from]);
  for (std::size_t before = from; may_begin && before-- > 0 && text[before] == ' ';) may_begin = before == 0 || !ends_no_line(text[before - 1]);
  for (const WordPiece& piece : word.pieces) {
    items_.push_back({Kind::piece, may_begin, from, from + piece.to, stretch, piece.width * style.size, &piece});
    may_begin = true;
  }
  return true;
}

/// Cuts the text into words, spaces and ends of lines; false where it is not simple.
bool Words::cut(std::string_view text, const std::vector<Stretch>& stretches, const std::vector<WordStyle>& styles) {
  items_.clear();
  for (const WordStyle& style : styles) {
    if (style.font == nullptr || faces_[style.font->face].space == 0) return false;
    if (style.font->words.size() > kept_words) style.font->words.clear();
  }
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!is_simple(point.value)) return false;
    at += point.bytes;
  }
  std::uint32_t at = 0;
  for (std::uint32_t stretch = 0; stretch < stretches.size(); ++stretch) {
    const std::uint32_t end = std::min(stretches[stretch].to, static_cast<std::uint32_t>(text.size()));
    while (at < end) {
      const bool space = text[at] == ' ', line_end = is_line_end(text, at);
      if (space || line_end) {
        const float width = space ? width_of(" ", styles[stretch]) : 0;
        const std::uint32_t to = at + (space ? 1 : 3);
        items_.push_back({space ? Kind::space : Kind::end, false, at, to, stretch, width, nullptr});
        at = to;
        continue;
      }
      std::uint32_t to = at + 1;
      while (to < end && text[to] != ' ' && !is_line_end(text, to)) ++to;
      if (!add_word(text, at, to, stretch, styles[stretch])) return false;
      at = to;
    }
  }
  return true;
}

Line Words::line_of(std::size_t from, std::size_t to, bool full, const std::vector<WordStyle>& styles) const {
  Line line;
  std::size_t words_end = to;  // spaces at the end of a full line take no room
  while (full && words_end > from && items_[words_end - 1].kind != Kind::piece) --words_end;
  float x = 0;
  for (std::size_t i = from; i < to; ++i) {
    const Item& item = items_[i];
    const WordStyle& style = styles[item.stretch];
    const Face& face = faces_[style.font->face];
    if (line.runs.empty() || line.runs.back().stretch != item.stretch) {
      line.runs.push_back({style.font->face, item.stretch, style.size, x, 0, {}});
      line.ascent = std::max(line.ascent, face.facts.ascent * style.size / 1000);
      line.descent = std::max(line.descent, -face.facts.descent * style.size / 1000);
    }
    Run& run = line.runs.back();
    if (item.kind != Kind::piece) {
      run.glyphs.push_back({face.space, x, 0, item.at, item.to});
      if (i < words_end) x += item.width;
    } else {
      const auto& shown = item.piece->glyphs;
      for (std::size_t g = 0; g < shown.size(); ++g) {
        std::size_t next = g + 1;
        while (next < shown.size() && shown[next].from == shown[g].from) ++next;
        run.glyphs.push_back({shown[g].glyph, x + shown[g].x * style.size, shown[g].y * style.size, item.at + shown[g].from,
                              next < shown.size() ? item.at + shown[next].from : item.to});
        x += shown[g].advance * style.size;
      }
    }
    run.width = x - run.x;
  }
  line.width = x;
  return line;
}

bool Words::break_lines(const std::vector<WordStyle>& styles, float width, std::vector<Line>& lines) {
  const float room = width > 0 ? width + 0.002f : 1e9f;
  std::size_t begin = 0, last_break = 0;
  float x = 0, at_break = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (item.may_begin_line && i > begin) last_break = i, at_break = x;
    if (item.kind == Kind::piece && x + item.width > room) {
      if (last_break <= begin) return false;
      lines.push_back(line_of(begin, last_break, true, styles));
      begin = last_break;
      x -= at_break;
      if (x + item.width > room) return false;
    }
    x += item.width;
    if (item.kind != Kind::end) continue;
    lines.push_back(line_of(begin, i + 1, false, styles));
    begin = i + 1;
    x = 0;
  }
  lines.push_back(line_of(begin, items_.size(), false, styles));
  return true;
}

bool Words::set(std::string_view text, const std::vector<Stretch>& stretches, const std::vector<WordStyle>& styles, float width,
                std::vector<Line>& lines) {
  if (cut(text, stretches, styles) && break_lines(styles, width, lines)) return true;
  lines.clear();
  return false;
}

float Words::width_of(std::string_view word, const WordStyle& style) {
  float width = 0;
  hb_font_t* font = faces_[style.font->face].font.get();
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += point.bytes;
    const auto [found, fresh] = style.font->widths.emplace(point.value, 1.f);
    hb_codepoint_t glyph = 0;
    if (fresh && hb_font_get_nominal_glyph(font, point.value, &glyph))
      found->second = static_cast<float>(hb_font_get_glyph_h_advance(font, glyph)) / faces_[style.font->face].units;
    width += found->second;
  }
  return width * style.size;
}

}  // namespace casewright::typeset
