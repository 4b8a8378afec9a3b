#include "ingest/values/answers.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/among.h"
#include "base/text.h"

namespace casewright {
namespace {

struct Opening {
  std::string_view words;
  Answer answer;
};
// The longer of two that begin alike stands first.
constexpr std::array<Opening, 47> openings{{
    {"not applicable", Answer::not_recorded}, {"not recorded", Answer::not_recorded}, {"not known", Answer::not_recorded},
    {"not clear", Answer::not_recorded},      {"not stated", Answer::not_recorded},   {"unknown", Answer::not_recorded},
    {"unclear", Answer::not_recorded},        {"n/a", Answer::not_recorded},          {"n/k", Answer::not_recorded},
    {"n/r", Answer::not_recorded},            {"na", Answer::not_recorded},           {"nk", Answer::not_recorded},
    {"-", Answer::not_recorded},              {"?", Answer::not_recorded},            {"yes - seen alone", Answer::alone},
    {"yes, alone", Answer::alone},            {"yes - alone", Answer::alone},         {"yes alone", Answer::alone},
    {"yes (alone)", Answer::alone},           {"y - alone", Answer::alone},           {"y (alone)", Answer::alone},
    {"seen alone", Answer::alone},            {"alone", Answer::alone},               {"yes", Answer::yes},
    {"y", Answer::yes},                       {"seen", Answer::yes},                  {"spoken to", Answer::yes},
    {"true", Answer::yes},                    {"\xE2\x9C\x93", Answer::yes},          {"\xE2\x9C\x94", Answer::yes},
    {"not seen", Answer::no},                 {"not spoken to", Answer::no},          {"none", Answer::no},
    {"no", Answer::no},                       {"n", Answer::no},                      {"false", Answer::no},
    {"\xE2\x9C\x97", Answer::no},              {"\xE2\x98\x90", Answer::not_recorded},  {"\xE2\x98\x91", Answer::yes},
    {"\xE2\x98\x92", Answer::yes},             {"\xE2\x9C\x98", Answer::no},              {"\xC3\x97", Answer::no},
    {"do not know", Answer::not_recorded},    {"naddo", Answer::no},                  {"nac oedd", Answer::no},  // Welsh
    {"do", Answer::yes},                      {"oedd", Answer::yes},
}};

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

/// True where `words` stand at the beginning and no word runs on after them.
bool opens_with(std::string_view plain, std::string_view words) {
  if (!plain.starts_with(words)) return false;
  return plain.size() == words.size() || !is_word_byte(plain[words.size()]) || static_cast<unsigned char>(words.back()) >= 0x80;
}

/// What is left of a cell after its answer, without the marks that part the two.
std::string_view rest_of(std::string_view cell, std::size_t from) {
  std::string_view rest = trim(cell.substr(from));
  while (!rest.empty() && (rest.front() == '-' || rest.front() == ',' || rest.front() == '.' || rest.front() == ':' || rest.front() == ';'))
    rest = trim(rest.substr(1));
  while (rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94")) rest = trim(rest.substr(3));
  return rest;
}

/// Words that follow one another without their marks, in lower case.
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : ascii_lower(text)) {
    if (is_word_byte(c)) words.back() += c;
    else if (!words.back().empty()) words.emplace_back();
  }
  return words;
}

constexpr std::array<std::string_view, 16> of_speech{"says", "said", "tells", "told", "asks", "asked", "talks", "talked",
    "speaks", "spoke", "spoken", "explains", "explained", "answers", "answered", "chatted"};
constexpr std::array<std::string_view, 12> adults{"mother", "father", "mum", "dad", "parent", "parents", "partner",
    "carer", "grandmother", "grandfather", "stepfather", "stepmother"};

}  // namespace

Answer spoken_to_in(std::string_view voice, Answer seen) {
  if (voice.empty() || (seen != Answer::yes && seen != Answer::alone)) return Answer::not_recorded;
  const std::vector<std::string> words = plain_words(voice);
  bool told = voice.find('"') != std::string_view::npos || voice.find("\xE2\x80\x9C") != std::string_view::npos;
  bool silent = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!among(of_speech, words[i])) continue;
    const std::string_view before = i == 0 ? std::string_view() : std::string_view(words[i - 1]);
    if (before == "not" || before == "never") silent = true;
    else if (!among(adults, before)) told = true;
  }
  if (told) return seen;
  return silent ? Answer::no : Answer::not_recorded;
}

AnswerRead read_answer(std::string_view cell) {
  cell = trim(cell);
  const std::string plain = ascii_lower(cell);
  AnswerRead read;
  if (cell.empty()) return read;
  // As systems code it; "9" and the like are not told.
  if (cell == "1" || cell == "0") {
    read.answer = cell == "1" ? Answer::yes : Answer::no;
    return read;
  }
  for (const Opening& each : openings) {
    if (!opens_with(plain, each.words)) continue;
    read.answer = each.answer;
    read.words = rest_of(cell, each.words.size());
    if (each.answer == Answer::not_recorded && each.words != "-") read.words = cell;
    read.remark = !read.words.empty();
    const std::string rest = ascii_lower(read.words);
    const bool not_alone = rest.find("not alone") != std::string::npos || rest.find("not seen alone") != std::string::npos;
    if (read.answer == Answer::yes && !not_alone && (opens_with(rest, "alone") || opens_with(rest, "seen alone") || opens_with(rest, "and alone")))
      read.answer = Answer::alone;
    return read;
  }
  read.words = cell;
  read.remark = true;
  return read;
}

}  // namespace casewright
