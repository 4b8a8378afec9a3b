#include "foreign/plain_sentences.h"

#include <catch2/catch.hpp>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <filesystem>
#include <random>
#include <string>

#include "base/disk.h"
#include "base/text.h"

using namespace casewright;

namespace {

/// Asks ICU and the plain way, and keeps the first text on which they differ.
class Compared {
 public:
  Compared() {
    UErrorCode error = U_ZERO_ERROR;
    breaks_ = ubrk_open(UBRK_SENTENCE, "en_GB", nullptr, 0, &error);
    REQUIRE(U_SUCCESS(error));
  }
  Compared(const Compared&) = delete;
  Compared& operator=(const Compared&) = delete;
  ~Compared() {
    ubrk_close(breaks_);
    utext_close(&text_);
  }

  void ask(std::string_view text) {
    std::vector<std::uint32_t> plain, icu;
    ++asked;
    if (!unicode::plain_sentences(text, plain)) return;
    ++answered;
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&text_, text.data(), static_cast<std::int64_t>(text.size()), &error);
    ubrk_setUText(breaks_, &text_, &error);
    for (std::int32_t at = ubrk_next(breaks_); at != UBRK_DONE; at = ubrk_next(breaks_))
      if (at > 0 && static_cast<std::size_t>(at) < text.size()) icu.push_back(static_cast<std::uint32_t>(at));
    if (plain != icu && different.empty()) different = text;
  }

  int asked = 0, answered = 0;
  std::string different;

 private:
  UBreakIterator* breaks_ = nullptr;
  UText text_ = UTEXT_INITIALIZER;
};

}  // namespace

TEST_CASE("sentences of every mixture of classes begin where ICU begins them", "[sentences]") {
  constexpr const char* characters[] = {"a", "b", "A", "B", "1", ".", " ", ".", "?", "!", "\n", "\r", ",", ":", "-", ";", "\"", "'", "(", ")", "\t", "/", "*", "\xC3\xA9", "\xC3\x89",
                                        "\xE2\x80\x99", "\xE2\x80\x9D", "\xE2\x80\x9C", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xA0", "\xC2\xA3", "\xE2\x80\xA2", "\xC3\x97", "\xC3\xB7",
                                        "\xC3\x9F", "&", "%", "\x01", "\x7F", "@", "_", "\xC2\xA7", "\xC2\xB0", "\v", "\f", "[", "{", "}", "]"};
  std::mt19937 random(7);
  Compared compared;
  for (int number = 0; number < 60'000; ++number) {
    std::string text;
    const std::size_t kinds = random() % 2 == 0 ? 15 : std::size(characters);
    for (std::size_t length = 1 + random() % 14; length > 0; --length) text += characters[random() % kinds];
    compared.ask(text);
  }
  CHECK(compared.answered == compared.asked);
  CHECK(compared.different == "");
}

TEST_CASE("sentences of our own prose begin where ICU begins them", "[sentences]") {
  Compared compared;
  for (const char* folder : {"docs", "samples", "rules"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(PROJECT_FOLDER) / folder)) {
      if (entry.path().extension() != ".md" && entry.path().extension() != ".xml") continue;
      const auto bytes = Disk().read_file(entry.path().string(), World::default_limit);
      REQUIRE(bytes);
      for (const std::string_view line : split(*bytes, '\n')) compared.ask(line);
      compared.ask(*bytes);
    }
  CHECK(compared.answered > 5000);
  CHECK(compared.different == "");
}

TEST_CASE("what English does not write is left to ICU", "[sentences]") {
  std::vector<std::uint32_t> begins;
  for (const char* each : {"a\xE3\x80\x82", "e\xCC\x81", "\xC2\x85", "\xE2\x80\xA8", "\xFF", "\xC3", "\xE2\x80", "\xC2\xAD"}) CHECK_FALSE(unicode::plain_sentences(each, begins));
}
