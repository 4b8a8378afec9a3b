#include "foreign/pdf/content_scan.h"

#include <catch2/catch.hpp>

using namespace casewright::pdf;

namespace {

/// Each operator with its operands as they stand, one after the other.
std::string told(std::string_view content) {
  std::string all;
  scan_content(content, [&](std::string_view name, const std::vector<Operand>& operands) {
    for (const Operand& each : operands) all += std::string(each.raw) + "~";
    all += std::string(name) + ";";
    return true;
  });
  return all;
}

std::vector<std::string> strings_of(std::string_view raw) {
  std::vector<std::string> all;
  const auto kind = raw.starts_with('[') ? Operand::Kind::array : Operand::Kind::string;
  each_string({kind, raw}, [&](const std::string& bytes) { all.push_back(bytes); });
  return all;
}

}  // namespace

TEST_CASE("operators come with their operands, however closely they stand", "[content]") {
  CHECK(told("BT/F1 12 Tf(a)Tj ET") == "BT;/F1~12~Tf;(a)~Tj;ET;");
  CHECK(told("/P<</MCID 3/X[1 (>>)]>>BDC EMC") == "/P~<</MCID 3/X[1 (>>)]>>~BDC;EMC;");
  CHECK(told("% a remark (\n1 0 0 RG [(a)-20<41>]TJ") == "1~0~0~RG;[(a)-20<41>]~TJ;");
  CHECK(told("true null gs (x)'") == "true~null~gs;(x)~';");
}

TEST_CASE("an inline picture is one operator, whatever its bytes say", "[content]") {
  CHECK(told("q BI /W 1 /H 1 ID \x01 EI\x02 (not a string\x03\nEI Q") == "q;BI;EI;Q;");
  CHECK(told("BI ID \x01\x02") == "BI;EI;");
}

TEST_CASE("strings are read with their escapes", "[content]") {
  CHECK(strings_of("(a\\(b\\)\\101\\n(c)\\\nd)") == std::vector<std::string>{"a(b)A\n(c)d"});
  CHECK(strings_of("<41 4>") == std::vector<std::string>{"A@"});
  CHECK(strings_of("[(a) -120 <42> % (c)\n (d)]") == std::vector<std::string>{"a", "B", "d"});
  CHECK(strings_of("(\\0053)") == std::vector<std::string>{"\0053"});
  CHECK(strings_of("(one\r\ntwo)") == std::vector<std::string>{"one\ntwo"});
}

TEST_CASE("names and numbers are made only when asked for", "[content]") {
  CHECK(Operand{Operand::Kind::name, "/A#20B#"}.name() == "/A B#");
  CHECK(Operand{Operand::Kind::number, "+3.9"}.whole(0) == 3);
  CHECK(Operand{Operand::Kind::name, "/Tr"}.whole(7) == 7);
  CHECK(Operand{Operand::Kind::number, "7"}.name().empty());
}

TEST_CASE("what is cut off ends the scan", "[content]") {
  CHECK(told("(never closed Tj").empty());
  CHECK(told("[1 2 (a) TJ").empty());
  CHECK(told("/P <</MCID 1 BDC").empty());
  CHECK(told("<41") .empty());
  CHECK(told("(a\\").empty());
  CHECK(told("").empty());
  int taken = 0;
  scan_content("q q q q", [&](std::string_view, const std::vector<Operand>&) { return ++taken < 2; });
  CHECK(taken == 2);
}
