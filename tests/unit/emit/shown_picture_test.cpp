#include "emit/pictures/shown_picture.h"

#include <catch2/catch.hpp>

#include "emit/writers.h"
#include "foreign/image.h"

using namespace casewright;

namespace {

const image::Pixels two_colours{2, 2, std::string("\xFF\0\0\0\0\xFF\0\0\xFF\xFF\0\0", 12)};

/// The same as a bitmap, its lowest row first.
const std::string bitmap = std::string("BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\2\0\0\0\2\0\0\0\1\0\x18\0\0\0\0\0\x10\0\0\0", 38) + std::string(16, '\0') +
                           std::string("\xFF\0\0\0\0\xFF\0\0\0\0\xFF\xFF\0\0\0\0", 16);
const std::string gif = std::string("GIF89a\2\0\2\0\x80\0\0\xFF\0\0\0\0\xFF\x21\xFE\4home\0\x2C\0\0\0\0\2\0\2\0\0\2\3\x44\x02\x05\0\x3B", 44);
const std::string metafile = std::string("\1\0\0\0\x58\0\0\0", 8) + std::string(32, '\0') + " EMF" + std::string(50, '\0') + "home";

Picture picture_of(std::string bytes, std::string media_type = "image/png") {
  Picture picture;
  picture.alternative = "Where she lived";
  picture.media_type = std::move(media_type);
  picture.bytes = std::move(bytes);
  return picture;
}

Document document_of(Picture picture) {
  Document document;
  document.title = "Learning";
  Block figure(BlockKind::figure);
  figure.picture = std::make_shared<const Picture>(std::move(picture));
  document.blocks.push_back(text_block(BlockKind::paragraph, "Before."));
  document.blocks.push_back(std::move(figure));
  return document;
}

}  // namespace

TEST_CASE("a bitmap is shown as a PNG everywhere") {
  for (const PictureUse use : {PictureUse::page, PictureUse::word, PictureUse::pdf}) {
    const ShownPicture shown = shown_picture(picture_of(bitmap), use);
    CHECK(shown.media_type == "image/png");
    const auto read = image::read_png(shown.bytes);
    REQUIRE(read);
    CHECK(read->rgb == two_colours.rgb);
  }
}

TEST_CASE("a GIF loses its remarks, and becomes a PNG in a PDF") {
  const ShownPicture page = shown_picture(picture_of(gif), PictureUse::page), pdf = shown_picture(picture_of(gif), PictureUse::pdf);
  CHECK(page.media_type == "image/gif");
  CHECK(page.bytes.find("home") == std::string::npos);
  CHECK(pdf.media_type == "image/png");
  CHECK(image::read_png(pdf.bytes).value().rgb == two_colours.rgb);
}

TEST_CASE("no writer writes a metafile, whatever it is called, and each says so") {
  const Document document = document_of(picture_of(metafile, "image/png"));
  for (const std::string_view name : {"html", "docx", "pdf"}) {
    const std::vector<std::string> left_out = pictures_left_out(document, *writer_named(name));
    REQUIRE(left_out.size() == 1);
    CHECK(left_out[0].find("Windows metafile (EMF)") != std::string::npos);
  }
  for (const std::string_view name : {"braille", "blocks"}) CHECK(pictures_left_out(document, *writer_named(name)).empty());
  const Result<std::string> page = writer_named("html")->write(document, {});
  REQUIRE(page);
  CHECK(page->find("image/emf") == std::string::npos);
  CHECK(page->find("Where she lived") != std::string::npos);
}

TEST_CASE("a picture that every format shows is left out of none") {
  const Document document = document_of(picture_of(image::write_png(two_colours)));
  for (const std::string_view name : {"html", "docx", "pdf"}) CHECK(pictures_left_out(document, *writer_named(name)).empty());
}
