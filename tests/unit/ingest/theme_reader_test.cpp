#include "ingest/case/theme_reader.h"

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "memory_world.h"

using namespace casewright;

namespace {

Result<Theme> themed(const std::string& inside, const std::string& logo = "") {
  MemoryWorld world;
  world.files["board/theme.xml"] = "<theme name=\"T\">" + inside + "</theme>";
  if (!logo.empty()) world.files["board/logo.png"] = logo;
  return read_theme(world, "board/theme.xml");
}

}  // namespace

TEST_CASE("the plain theme is read and every role has its colour") {
  const Result<Theme> theme = read_theme(Disk(), PROJECT_FOLDER "/templates/themes/plain/theme.xml");
  for (const Fault& fault : theme.faults()) UNSCOPED_INFO(describe(fault));
  REQUIRE(theme);
  CHECK(theme->colours.size() == 8);
  CHECK(theme->language == "en-GB");
  CHECK(theme->accessibility.find("2.2") != std::string::npos);
}

TEST_CASE("colours that cannot be read are refused") {
  const Result<Theme> pale = themed("<colours accent=\"#7aa0c0\"/>");
  REQUIRE_FALSE(pale);
  CHECK(pale.faults().size() == 3);
  CHECK(pale.faults()[0].what == "the colour accent cannot be read well on paper: their contrast is 2.7 to 1");
  CHECK_FALSE(themed("<colours ink=\"black\"/>"));
  CHECK(themed("<colours ink=\"#000000\"/>"));
}

TEST_CASE("a logo is a picture in the theme's folder and has words") {
  const Result<Theme> theme = themed("<logo file=\"logo.png\" alt=\"Tarnshire board\"/>", "\x89PNG\r\n\x1A\nrest");
  REQUIRE(theme);
  CHECK(theme->logo.media_type == "image/png");
  CHECK(theme->logo.alternative == "Tarnshire board");
  CHECK_FALSE(themed("<logo file=\"logo.png\" alt=\" \"/>", "\x89PNG\r\n\x1A\n"));
  CHECK_FALSE(themed("<logo file=\"logo.png\" alt=\"x\"/>", "GIF89a"));
  CHECK_FALSE(themed("<logo file=\"logo.png\" alt=\"x\"/>"));
  CHECK_FALSE(themed("<logo file=\"../logo.png\" alt=\"x\"/>", "\x89PNG\r\n\x1A\n"));
}
