#include "inspect/numbered_things.h"

#include <catch2/catch.hpp>

using namespace casewright;

namespace {

const NumberedThings things{"serial", "order", "-court order", "icd-10", "device identifier"};

/// True where the last word of `text` is the number of a thing.
bool thing(std::string_view text) {
  const auto from = static_cast<std::uint32_t>(text.rfind(' ') + 1);
  return numbers_a_thing(things, text, {from, static_cast<std::uint32_t>(text.size())});
}

}  // namespace

TEST_CASE("words before a number say that it belongs to a thing") {
  for (const std::string_view text : {"The pump, serial no. AB123456C", "Serial number: 1234567890", "order 9990000026", "ICD-10 code C25.0",
                                      "Seen on the ward in the morning by the team. Device identifier 0123456789"})
    CHECK(thing(text));
}

TEST_CASE("other numbers belong to people") {
  for (const std::string_view text : {"a court order number ZW15C00123", "NHS number 9990000026", "The serial was lost. Her number is 9990000026",
                                      "in order to ring her on 07700900123", ""})
    CHECK_FALSE(thing(text));
}

TEST_CASE("a thing may be named inside the words themselves") {
  const std::string_view text = "Paid: Order 9990000026";
  CHECK(numbers_a_thing(things, text, {6, static_cast<std::uint32_t>(text.size())}));
  CHECK_FALSE(numbers_a_thing({}, text, {6, static_cast<std::uint32_t>(text.size())}));
}
