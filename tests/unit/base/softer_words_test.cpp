#include <catch2/catch.hpp>

#include "base/softer_words.h"

using namespace casewright;

namespace {

/// The words of the only time told in `text`.
std::string only_time(std::string_view text) {
  const std::vector<ToldTime> times = told_times(text);
  REQUIRE(times.size() == 1);
  return std::string(text.substr(times[0].span.begin, times[0].span.end - times[0].span.begin));
}

}  // namespace

TEST_CASE("a time told in words is found whole", "[softer]") {
  CHECK(only_time("He rang at half past three in the afternoon.") == "half past three in the afternoon");
  CHECK(only_time("He rang at a quarter to ten at night.") == "a quarter to ten at night");
  CHECK(only_time("He rang at A Quarter Past Ten.") == "A Quarter Past Ten");
  CHECK(only_time("quarter past nine") == "quarter past nine");
}

TEST_CASE("a time keeps its article over the end of a line", "[softer]") {
  CHECK(only_time("He rang at a\nquarter to ten.") == "a\nquarter to ten");
  CHECK(only_time("He rang at a  quarter to\nten.") == "a  quarter to\nten");
  CHECK(only_time("He rang at a\xC2\xA0quarter to ten.") == "a\xC2\xA0quarter to ten");
  CHECK(only_time("He rang Anna quarter to ten.") == "quarter to ten");
  CHECK(only_time("He rang Child A half past three.") == "half past three");
}

TEST_CASE("words that are like a time are none", "[softer]") {
  CHECK(told_times("half of the five past cases").empty());
  CHECK(told_times("a quarter to the left").empty());
  CHECK(told_times("twenty past errors").empty());
}

TEST_CASE("softer words keep no time", "[softer]") {
  CHECK(softer_words("a\nquarter to ten at night") == "at night");
  CHECK(softer_words("half past three in the afternoon") == "in the afternoon");
}
