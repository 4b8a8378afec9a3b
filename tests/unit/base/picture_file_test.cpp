#include "base/picture_file.h"

#include <catch2/catch.hpp>

#include "base/picture_drawing.h"

using namespace casewright;

namespace {

std::string chunk(std::string_view kind, std::string_view held) {
  return std::string(3, '\0') + static_cast<char>(held.size()) + std::string(kind) + std::string(held) + "sums";
}

const std::string png_head = "\x89PNG\r\n\x1A\n" + chunk("IHDR", std::string(13, '\1'));

std::string jpeg_stretch(char marker, std::string_view held) {
  return std::string("\xFF") + marker + '\0' + static_cast<char>(held.size() + 2) + std::string(held);
}

const std::string gif_head = std::string("GIF89a\4\0\4\0\x80\0\0\0\0\0\xFF\xFF\xFF", 19);
const std::string gif_frame = std::string("\x2C\0\0\0\0\4\0\4\0\0\2\3\x84\x51\0\0", 16);

}  // namespace

TEST_CASE("of a PNG only the chunks stay that draw, and nothing behind its end") {
  const std::string plain = png_head + chunk("gAMA", "1234") + chunk("IDAT", "dots") + chunk("IEND", "");
  const std::string told = png_head + chunk("tEXt", "Comment") + chunk("gAMA", "1234") + chunk("iTXt", "a") + chunk("IDAT", "dots") + chunk("prVt", "words") + chunk("pHYs", "too long for it") + chunk("IEND", "") + "behind";
  CHECK(bare_picture(told) == plain);
  CHECK(bare_picture(plain) == plain);
}

TEST_CASE("a profile of colours in a PNG stays under a plain name") {
  const std::string bare = bare_picture(png_head + chunk("iCCP", std::string("Imelda\0\0packed", 14)) + chunk("IEND", ""));
  CHECK(bare.find("Imelda") == std::string::npos);
  CHECK(bare.find(std::string("iCCPICC\0\0packed", 15)) != std::string::npos);
}

TEST_CASE("of a JPEG its dots, its colours and the way it was held stay") {
  const std::string exif("Exif\0\0II*\0\x08\0\0\0\2\0\x12\1\3\0\1\0\0\0\6\0\0\0\x0E\1\2\0\4\0\0\0home\0\0\0\0", 44);
  const std::string scan = jpeg_stretch('\xDA', "a") + std::string("dots\xFF\0more\xFF\xD0", 12);
  const std::string told = "\xFF\xD8" + jpeg_stretch('\xE1', exif) + jpeg_stretch('\xFE', "comment") + jpeg_stretch('\xDB', "table") + scan + jpeg_stretch('\xFE', "between") + scan + "\xFF\xD9" + "behind";
  const std::string bare = bare_picture(told);
  CHECK(bare.find("home") == std::string::npos);
  CHECK(bare.find("comment") == std::string::npos);
  CHECK(bare.find("between") == std::string::npos);
  CHECK(bare.ends_with(scan + scan + "\xFF\xD9"));
  CHECK(bare.find(std::string("\x01\x12\0\3\0\0\0\1\0\6", 10)) != std::string::npos);
  CHECK(bare.find("table") != std::string::npos);
  CHECK(bare_picture(bare) == bare);
}

TEST_CASE("of a GIF the pictures stay and how often a film begins anew") {
  const std::string again("\x21\xFF\x0BNETSCAPE2.0\3\1\0\0\0", 19), timing("\x21\xF9\4\0\0\0\0\0", 8);
  const std::string plain = gif_head + again + timing + gif_frame + "\x3B";
  const std::string told = gif_head + again + std::string("\x21\xFE\4home\0", 8) + timing + gif_frame + std::string("\x21\xFF\x0BNOTES   1.0\4home\0", 20) + "\x3B" + "behind";
  CHECK(bare_picture(told) == plain);
}

TEST_CASE("of a drawing what draws stays, and what is read aloud") {
  const std::string told =
      "<?xml version=\"1.0\"?><!-- home --><svg xmlns=\"u\" xmlns:inkscape=\"i\" inkscape:export-filename=\"C:/home.png\" viewBox='0 0 1 1'><title>Where she lived</title>"
      "<metadata><rdf:RDF>home</rdf:RDF></metadata><script>home()</script><sodipodi:namedview a='>home'/><g onclick=\"home()\" id=\"a\"><path d=\"M0 0\"/></g><text>Park</text></svg>";
  CHECK(bare_drawing(told) == "<?xml version=\"1.0\"?><svg xmlns=\"u\" viewBox='0 0 1 1'><title>Where she lived</title><g id=\"a\"><path d=\"M0 0\"/></g><text>Park</text></svg>");
  CHECK(bare_drawing("<!DOCTYPE svg [<!ENTITY a 'home'>]><svg>&a;</svg>").empty());
}

TEST_CASE("a picture that breaks off is walked to where it breaks off") {
  CHECK(bare_picture(png_head + std::string("\0\0\xFF\xFFtEXthome", 12)).find("home") == std::string::npos);
  CHECK(bare_picture(gif_head + std::string("\x21\xFE\xFFhome", 7)) == gif_head + "\x3B");
  CHECK(bare_picture(std::string("\xFF\xD8\xFF\xE1\xFF\xFFhome", 10)).find("home") == std::string::npos);
}
