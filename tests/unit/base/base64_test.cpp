#include "base/base64.h"

#include <catch2/catch.hpp>

using namespace casewright;

TEST_CASE("base64 has the test vectors of RFC 4648") {
  const auto encoded = [](std::string_view bytes) {
    std::string out;
    append_base64(out, bytes);
    return out;
  };
  CHECK(encoded("") == "");
  CHECK(encoded("f") == "Zg==");
  CHECK(encoded("fo") == "Zm8=");
  CHECK(encoded("foo") == "Zm9v");
  CHECK(encoded("foobar") == "Zm9vYmFy");
  CHECK(from_base64("Zm9vYmFy") == "foobar");
  CHECK(from_base64("Zm\n8=") == "fo");
  CHECK(from_base64("").empty());
}
