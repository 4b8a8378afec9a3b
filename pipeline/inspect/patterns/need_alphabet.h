#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace casewright {

/// How a text is compared with what a pattern needs: each byte by its sign. White space is one sign, however much of it stands there.
/// `words`: small letters for capitals, 0 for every digit. `shapes`: A for a capital, one a for small letters in a row, 0 for a digit,
/// one ~ for what is not ASCII; marks stand for themselves.
enum class NeedAlphabet : std::uint8_t { words, shapes };
inline constexpr std::array<NeedAlphabet, 2> need_alphabets{NeedAlphabet::words, NeedAlphabet::shapes};

/// The sign of a byte.
char sign_of(NeedAlphabet alphabet, char byte);
/// True where several of that sign in a row count as one.
bool runs_as_one(NeedAlphabet alphabet, char sign);
/// The signs of a text.
std::string in_signs(NeedAlphabet alphabet, std::string_view text);
/// Puts a sign behind others.
void add_sign(NeedAlphabet alphabet, char sign, std::string& signs);
/// How seldom prose holds these signs; 0 where nearly every paragraph does.
int rarity(NeedAlphabet alphabet, std::string_view signs);

}  // namespace casewright
