#include "inspect/patterns/need_alphabet.h"

#include "base/letters.h"

namespace casewright {

char sign_of(NeedAlphabet alphabet, char byte) {
  const bool shapes = alphabet == NeedAlphabet::shapes;
  if (byte >= 'a' && byte <= 'z') return shapes ? 'a' : byte;
  if (byte >= 'A' && byte <= 'Z') return shapes ? 'A' : static_cast<char>(byte - 'A' + 'a');
  if (is_digit(byte)) return '0';
  if (byte == ' ' || (byte >= '\t' && byte <= '\r')) return ' ';
  return shapes && static_cast<unsigned char>(byte) >= 0x80 ? '~' : byte;
}

bool runs_as_one(NeedAlphabet alphabet, char sign) {
  return sign == ' ' || (alphabet == NeedAlphabet::shapes && (sign == 'a' || sign == '~'));
}

void add_sign(NeedAlphabet alphabet, char sign, std::string& signs) {
  if (signs.empty() || signs.back() != sign || !runs_as_one(alphabet, sign)) signs += sign;
}

std::string in_signs(NeedAlphabet alphabet, std::string_view text) {
  std::string signs;
  for (const char each : text) add_sign(alphabet, sign_of(alphabet, each), signs);
  return signs;
}

int rarity(NeedAlphabet alphabet, std::string_view signs) {
  if (alphabet == NeedAlphabet::words) return signs.size() == 1 && signs != "0" ? 0 : static_cast<int>(signs.size());
  constexpr int least = 3;  // a capital behind a small letter and a space, but not at the head of a word
  int sum = 0;
  for (const char each : signs) sum += each == 'a' ? 0 : each == ' ' || each == '.' || each == ',' ? 1 : each == 'A' || each == '~' ? 2 : each == '0' ? 3 : 4;
  return signs.size() > 1 && sum >= least ? sum : 0;
}

}  // namespace casewright
