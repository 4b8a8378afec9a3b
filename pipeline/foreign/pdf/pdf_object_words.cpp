#include "foreign/pdf/pdf_object_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "foreign/pdf/pdf_page_frame.h"

namespace casewright::pdf {

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

void each_dict(const Object& object, const std::function<void(const Dict&)>& visit, int depth) {
  constexpr int deepest = 8;
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
    // What P and Parent refer to stands above; a string of P is the beginning of a page's label.
    if (const std::string_view key = dict->getKey(i); key != "Parent" && (key != "P" || dict->getValNF(i).isString())) gather_strings(dict->getValNF(i), xref, depth + 1, into);
}

std::string name_under(const Dict& dict, const char* key) {
  const Object value = dict.lookup(key);
  return value.isName() ? value.getName() : std::string();
}

std::string without_tags(std::string_view rich) {
  std::string words;
  bool tag = false;
  for (const char c : rich) {
    if (c == '<') tag = true, words += ' ';
    else if (c == '>') tag = false;
    else if (!tag) words += c;
  }
  return fold_space(words);
}

}  // namespace casewright::pdf
