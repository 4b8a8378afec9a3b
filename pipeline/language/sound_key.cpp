#include "language/sound_key.h"

#include <algorithm>

namespace casewright {
namespace {

/// A spelling and the sound it stands for; the first that fits is taken, so longer ones stand first.
struct Sound {
  std::string_view spelling, sound;
  bool at_start = false;
};
constexpr Sound sounds[] = {
    {"sean", "Xn", true}, {"sio", "X", true}, {"sz", "X"},   {"sch", "X"}, {"sh", "X"}, {"tch", "X"}, {"cz", "X"},
    {"ch", "X"},          {"tio", "X"},       {"ck", "k"},   {"ph", "f"},  {"bh", "v"}, {"gh", ""},   {"kn", "n", true},
    {"wr", "r", true},    {"ps", "s", true},  {"pn", "n", true}, {"th", "t"}, {"dh", "t"}, {"kh", "k"}, {"qu", "kw"},
    {"dg", "j"},          {"wh", "w"},        {"ll", "l"},   {"zh", "j"},  {"rz", "j"}, {"ce", "s"},  {"ci", "s"},
    {"cy", "s"},          {"ge", "j"},        {"gi", "j"},   {"c", "k"},   {"q", "k"},  {"x", "ks"},  {"z", "s"},
    {"v", "f"},           {"w", ""},          {"y", ""},     {"h", ""},    {"d", "t"},  {"p", "p"},   {"b", "p"},
    {"g", "k"}};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

}  // namespace

std::string sound_key(std::string_view folded) {
  constexpr std::size_t least = 4, least_sounds = 2;
  if (folded.size() < least) return {};
  std::string key;
  std::size_t at = 0;
  if (is_vowel(folded[0])) key += 'A';
  while (at < folded.size()) {
    const char c = folded[at];
    if (c < 'a' || c > 'z') return {};
    const auto found = std::find_if(std::begin(sounds), std::end(sounds), [&](const Sound& each) {
      return each.spelling[0] == c && folded.substr(at).starts_with(each.spelling) && (!each.at_start || at == 0);
    });
    std::string_view sound = found != std::end(sounds) ? found->sound : is_vowel(c) ? std::string_view() : folded.substr(at, 1);
    // At the head w, v and h are heard.
    if (at == 0 && (c == 'w' || c == 'v')) sound = "v";
    if (at == 0 && c == 'h') sound = "h";
    for (const char each : sound)
      if (key.empty() || key.back() != each) key += each;
    at += found != std::end(sounds) ? found->spelling.size() : 1;
  }
  return key.size() >= least_sounds ? key : std::string();
}

std::string scan_key(std::string_view folded) {
  // Single marks first, so that "1i" and "li" come out alike.
  std::string letters(folded);
  for (char& c : letters)
    c = c == '0' ? 'o' : c == '1' || c == '|' || c == '!' ? 'l' : c == '5' ? 's' : c == '8' ? 'b' : c == '6' ? 'b' : c;
  std::string key;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const std::string_view two = std::string_view(letters).substr(at, 2);
    if (two == "rn" || two == "nn" || two == "ni" || two == "in") key += 'm', ++at;
    else if (two == "cl") key += 'd', ++at;
    else if (two == "vv") key += 'w', ++at;
    else if (two == "li" || two == "ll" || two == "il" || two == "ii") key += 'h', ++at;
    else key += letters[at] == 'i' ? 'l' : letters[at];
  }
  return key;
}

}  // namespace casewright
