#pragma once

#include <string>
#include <string_view>

// What a PDF holds beside what it shows, told from its bytes: the readers and the writer of clean copies judge it alike.
namespace casewright::pdf {

/// The words behind % among painting commands, where nothing paints them; those in strings are no remarks.
std::string remarks_in(std::string_view commands);
/// True for an entry whose strings are for programs, or are read where the entry has its meaning.
bool is_known_entry(std::string_view key);

}  // namespace casewright::pdf
