#include "foreign/json_writer.h"

#include <catch2/catch.hpp>

using namespace casewright;
using json::Value;

TEST_CASE("JSON written as it comes is what a tree of it would be") {
  const std::string texts[] = {"plain", "", "a \"word\" and a \\", "line\nend\t", "caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D", "\x7F", "no UTF-8 \xFF here", std::string("nought\0inside", 13)};
  for (const std::string& text : texts) {
    const Value inner = {{"text", text}, {"list", {1, 2.5, text}}, {"none", nullptr}};
    const Value whole = {{"text", text}, {"number", 7}, {"large", -123456789012345}, {"part", 0.1}, {"whole part", 488.0}, {"is", true}, {"is not", false},
                         {"empty list", Value::array()}, {"tree", inner}, {"list", {text, "b"}}, {"object", {{"a", text}}}};
    std::string made;
    json::Writer out(made);
    out.open('{');
    out.member("text", text);
    out.member("number", 7);
    out.member("large", -123456789012345);
    out.member("part", 0.1);
    out.member("whole part", 488.0);
    out.member("is", true);
    out.member("is not", false);
    out.key("empty list");
    out.open('[');
    out.close(']');
    out.member("tree", inner);
    out.key("list");
    out.open('[');
    out.value(text);
    out.value("b");
    out.close(']');
    out.key("object");
    out.open('{');
    out.member("a", text);
    out.close('}');
    out.close('}');
    CHECK(made == whole.dump(1, ' ', false, Value::error_handler_t::replace));
  }
}
