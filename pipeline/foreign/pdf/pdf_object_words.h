#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <poppler/Object.h>

// Only pdf_extras*.cpp include this page: how Poppler's objects are read as words.
namespace casewright::pdf {

/// How many bytes of a stream of painting commands are read, and how many of what is shown to a person.
inline constexpr std::size_t most_stream = 256u << 10, most_shown = 20'000;

/// The bytes of a stream, unpacked, no more than `most`; empty for what is none.
std::string bytes_of(Object& object, std::size_t most);
/// A string as words, a name as it is; empty for anything else.
std::string words_of(const Object& value);
/// The same, or the words that a stream holds.
std::string text_of_either(Object value);
/// The text of a record, which may be in pairs of bytes.
std::string in_utf8(std::string bytes);
/// True for bytes of which nearly all are letters, marks and ends of lines.
bool reads_as_text(std::string_view bytes);
/// Calls `visit` for a dictionary and those that stand in it, not for those it refers to.
void each_dict(const Object& object, const std::function<void(const Dict&)>& visit, int depth = 0);
/// Puts all strings in an object and what it refers to, a few steps deep, at the end of `into`.
void gather_strings(const Object& object, XRef* xref, int depth, std::string& into);
/// The name under that key, or nothing.
std::string name_under(const Dict& dict, const char* key);
/// The words between the tags of rich text.
std::string without_tags(std::string_view rich);

}  // namespace casewright::pdf
