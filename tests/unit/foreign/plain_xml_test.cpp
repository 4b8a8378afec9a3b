#include "foreign/xml/plain_xml.h"

#include <catch2/catch.hpp>

#include <filesystem>

#include "base/disk.h"
#include "foreign/xml/xml.h"

using namespace casewright;

namespace {

/// What libxml2 reads; a processing instruction behind the root keeps the plain reader away.
std::optional<Record> by_libxml2(const std::string& text) {
  const auto read = xml::read(text + "<?other reader?>", "test.xml", 1);
  return read ? std::optional<Record>(*read) : std::nullopt;
}

bool same(const Record& a, const Record& b) {
  return a.name == b.name && a.text == b.text && a.attributes == b.attributes && a.origin == b.origin &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), same);
}

bool read_alike(const std::string& text) {
  const auto plain = xml::read_plain(text, 1), other = by_libxml2(text);
  return plain && other && same(*plain, *other);
}

}  // namespace

TEST_CASE("our own rules and lists are plain, and read as libxml2 reads them", "[xml]") {
  std::size_t files = 0;
  std::string different;
  for (const char* folder : {"rules", "corpus"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(PROJECT_FOLDER) / folder)) {
      if (entry.path().extension() != ".xml") continue;
      const auto bytes = Disk().read_file(entry.path().string(), World::default_limit);
      REQUIRE(bytes);
      ++files;
      if (!read_alike(*bytes)) different += entry.path().string() + "\n";
    }
  CHECK(files > 400);
  CHECK(different == "");
}

TEST_CASE("lines, signs and wide characters of plain XML stand as in libxml2", "[xml]") {
  for (const char* each : {"<a/>\n", "<a b='1' c=\"&lt;&amp;&quot;x\"/>\n", "<a\n b='1'\n/>\n", "<a>\n one\n two &amp; three\n</a>", "<a>x&amp;\ny</a>", "<a>&amp;\nx\ny</a>",
                           "<a>x\n\n\xE2\x80\x99s\n</a>", "<a>\xC3\xA9x</a>", "<a b='x\ny\tz'>t</a>", "<a><b>1</b>\n<b>2</b></a >", "\n\n<a>\n</a>\n",
                           "<!-- one\n two -->\n<a>x<!-- y\n -->z<b/></a><!-- end -->", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a_1 b.c-d='2'>]]</a_1>"})
    CHECK(read_alike(each));
}

TEST_CASE("what is not plain or not sound is left to libxml2", "[xml]") {
  for (const char* each : {"", "x", "<", "<a", "<a>", "<a>x", "<a><", "<a></b>", "<a></a", "<a/>x", "<a/><b/>", "<a b=1/>", "<a b='1' b='2'/>", "<a b='<'/>", "<a b='1'c='2'/>",
                           "<a>&nbsp;</a>", "<a>&#65;</a>", "<a>& </a>", "<a>]]></a>", "<a>\r\n</a>", "<a>\x01</a>", "<a>\xFF</a>", "<a>\xEF\xBF\xBE</a>", "<x:a/>", "<a xmlns='u'/>",
                           "<a xml:lang='en'/>", "<a><![CDATA[x]]></a>", "<!DOCTYPE a><a/>", "<?xml version='1.0'?><a/>", "<a><?x y?></a>", "<a><!-- -- --></a>", "<!--", "<a><!--", "<a>\xC3\xA9\n</a>",
                           "\xEF\xBB\xBF<a/>"})
    CHECK_FALSE(xml::read_plain(each, 1));
  std::string deep;
  for (int level = 0; level < 300; ++level) deep += "<a>";
  for (int level = 0; level < 300; ++level) deep += "</a>";
  CHECK_FALSE(xml::read_plain(deep, 1));
}
