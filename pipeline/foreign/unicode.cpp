#include "foreign/unicode.h"

#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/unorm2.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <exception>

#include "base/text.h"
#include "foreign/plain_sentences.h"

namespace casewright::unicode {
namespace {

constexpr char32_t table_end = 0x2800;  // Latin, Greek, Cyrillic and general punctuation

Class look_up(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  switch (u_charType(code)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER: return Class::letter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK: return Class::mark;
    case U_DECIMAL_DIGIT_NUMBER: return Class::digit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return Class::space;
    case U_FORMAT_CHAR: return Class::invisible;
    default: return u_isUWhiteSpace(code) ? Class::space : Class::other;
  }
}

const std::array<Class, table_end>& table() {
  static const std::array<Class, table_end> classes = [] {
    std::array<Class, table_end> filled;
    for (char32_t c = 0; c < table_end; ++c) filled[c] = look_up(c);
    filled[0x02BC] = Class::other;  // the modifier apostrophe joins words as other apostrophes do
    filled[0x02BB] = Class::other;
    return filled;
  }();
  return classes;
}

/// Letters whose stroke or ligature Unicode does not decompose.
const char* plain_of(char32_t c) {
  switch (c) {
    case 0x00DF: return "ss";
    case 0x00E6: return "ae";
    case 0x00F0: return "d";
    case 0x00F8: return "o";
    case 0x00FE: return "th";
    case 0x0111: return "d";
    case 0x0127: return "h";
    case 0x0131: return "i";
    case 0x0142: return "l";
    case 0x014B: return "n";
    case 0x0153: return "oe";
    case 0x0167: return "t";
    case 0x0180: return "b";
    case 0x0192: return "f";
    case 0x0199: return "k";
    case 0x0253: return "b";
    case 0x0254: return "o";
    case 0x0256: return "d";
    case 0x0257: return "d";
    case 0x025B: return "e";
    case 0x0260: return "g";
    case 0x0268: return "i";
    case 0x0272: return "n";
    case 0x01DD: case 0x0259: return "e";
    case 0x2018: case 0x2019: case 0x201B: case 0x02BC: case 0x02BB: case 0x02B9: case 0x2032: case 0x00B4:
    case 0xFF07: return "'";
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2212: case 0xFE63: case 0xFF0D: return "-";
    default: return nullptr;
  }
}

/// Greek and Cyrillic letters that look like a Latin one, and that one; 0 for any other.
char latin_look_of(char32_t c) {
  static constexpr std::u32string_view like =
      U"\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03B1\u03B9\u03BA\u03BD\u03BF\u03C1\u03C4\u03C5"
      U"\u0410\u0412\u0415\u0405\u0406\u0408\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u051A\u051C"
      U"\u0430\u0435\u0455\u0456\u0458\u043A\u043E\u0440\u0441\u0443\u0445\u04BB\u0501\u04CF\u051B\u051D";
  static constexpr std::string_view latin =
      "ABEZHIKMNOPTYXaikvoptu"
      "ABESIJKMHOPCTYXQW"
      "aesijkopcyxhdlqw";
  static_assert(like.size() == latin.size());
  const std::size_t at = like.find(c);
  return at == like.npos ? '\0' : latin[at];
}

bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7);
}

/// True where `text` may hold a Greek or Cyrillic letter: by the first byte of its UTF-8.
bool may_mix_scripts(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xCD && static_cast<unsigned char>(c) <= 0xD4; });
}

/// `text` with the Greek and Cyrillic letters of words that also have Latin ones written as the Latin ones that they look like: a
/// name spelt so reads like the name. Words wholly in another script stay.
std::string in_one_script(std::string_view text) {
  std::string unmixed;
  for (std::size_t at = 0; at < text.size();) {
    std::string as_written, as_latin;
    bool latin = false;
    CodePoint next = code_point_at(text, at);
    do {
      const char look = latin_look_of(next.value);
      as_written += text.substr(at, next.bytes);
      if (look != '\0') as_latin += look;
      else as_latin += text.substr(at, next.bytes);
      latin = latin || is_latin(next.value);
      at += next.bytes;
      if (at < text.size()) next = code_point_at(text, at);
    } while (at < text.size() && class_of(next.value) == Class::letter);
    unmixed += latin ? as_latin : as_written;
  }
  return unmixed;
}

void fold_character(std::string& folded, char32_t character) {
  const auto lowered = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(character), U_FOLD_CASE_DEFAULT));
  if (const char* plain = plain_of(lowered)) {
    folded += plain;
    return;
  }
  const Class what = class_of(lowered);
  if (what == Class::mark || what == Class::invisible) return;
  UErrorCode error = U_ZERO_ERROR;
  static const UNormalizer2* const compatible = unorm2_getNFKDInstance(&error);
  std::array<UChar, 32> parts{};
  const std::int32_t length = unorm2_getDecomposition(compatible, static_cast<UChar32>(lowered), parts.data(),
                                                      static_cast<std::int32_t>(parts.size()), &error);
  if (U_FAILURE(error) || length < 0) {
    append_utf8(folded, lowered);
    return;
  }
  for (std::int32_t i = 0; i < length;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), i, length, part);
    const auto letter = static_cast<char32_t>(part);
    if (class_of(letter) == Class::mark) continue;
    if (const char* plain = plain_of(letter)) folded += plain;
    else append_utf8(folded, letter);
  }
}

std::string from(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

icu::UnicodeString to(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

}  // namespace

Class class_of(char32_t character) {
  return character < table_end ? table()[character] : look_up(character);
}

bool is_upper(char32_t character) {
  if (character < 0x80) return character >= 'A' && character <= 'Z';
  const auto code = static_cast<UChar32>(character);
  return u_isupper(code) || u_istitle(code);
}

bool is_lower(char32_t character) {
  if (character < 0x80) return character >= 'a' && character <= 'z';
  return u_islower(static_cast<UChar32>(character));
}

std::string fold(std::string_view written) {
  const std::string unmixed = may_mix_scripts(written) ? in_one_script(written) : std::string();
  const std::string_view text = unmixed.empty() ? written : std::string_view(unmixed);
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      folded += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      ++at;
      continue;
    }
    const CodePoint next = code_point_at(text, at);
    fold_character(folded, next.value);
    at += next.bytes;
  }
  return folded;
}

std::string upper(std::string_view text) { return from(to(text).toUpper(icu::Locale::getUK())); }
std::string lower(std::string_view text) { return from(to(text).toLower(icu::Locale::getUK())); }

struct SentenceBreaker::State {
  UBreakIterator* breaks = nullptr;
  UText text = UTEXT_INITIALIZER;
};

SentenceBreaker::SentenceBreaker() : state_(std::make_unique<State>()) {}

SentenceBreaker::~SentenceBreaker() {
  if (state_->breaks != nullptr) ubrk_close(state_->breaks);
  utext_close(&state_->text);
}

void SentenceBreaker::find(std::string_view text, std::vector<std::uint32_t>& begins) {
  begins.clear();
  if (plain_sentences(text, begins)) return;
  begins.clear();
  UErrorCode error = U_ZERO_ERROR;
  if (state_->breaks == nullptr) state_->breaks = ubrk_open(UBRK_SENTENCE, "en_GB", nullptr, 0, &error);
  if (U_FAILURE(error)) std::terminate();  // ICU without its own data: the installation is broken
  utext_openUTF8(&state_->text, text.data(), static_cast<std::int64_t>(text.size()), &error);
  ubrk_setUText(state_->breaks, &state_->text, &error);
  if (U_FAILURE(error)) return;
  for (std::int32_t at = ubrk_next(state_->breaks); at != UBRK_DONE; at = ubrk_next(state_->breaks))
    if (at > 0 && static_cast<std::size_t>(at) < text.size()) begins.push_back(static_cast<std::uint32_t>(at));
}

}  // namespace casewright::unicode
