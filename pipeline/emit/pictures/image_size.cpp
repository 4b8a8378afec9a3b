#include "emit/pictures/image_size.h"

#include <vector>

#include "base/text.h"

namespace casewright {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }
unsigned big(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1); }

std::optional<ImageSize> sensible(unsigned width, unsigned height) {
  if (width == 0 || height == 0 || width > 65535 || height > 65535) return std::nullopt;
  return ImageSize{width, height};
}

/// Walks the segments of a JPEG to the one that tells its size.
std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (byte_at(bytes, at) != 0xFF) return std::nullopt;
    const unsigned marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const bool tells = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (tells) return sensible(big(bytes, at + 7), big(bytes, at + 5));
    at += 2 + big(bytes, at + 2);
  }
  return std::nullopt;
}

/// The number that begins `words`: "120", "120px", "12.5"; 0 where there is none.
unsigned leading_number(std::string_view words) {
  unsigned number = 0;
  for (const char c : words) {
    if (c < '0' || c > '9' || number > 65535) break;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

/// The value of an attribute of a drawing's first tag.
std::string_view attribute_of(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const std::size_t equals = at + name.size();
    const bool whole = at > 0 && std::string_view(" \t\r\n").find(tag[at - 1]) != std::string_view::npos;
    if (!whole || equals + 1 >= tag.size() || tag[equals] != '=' || (tag[equals + 1] != '"' && tag[equals + 1] != '\'')) continue;
    return tag.substr(equals + 2, tag.find(tag[equals + 1], equals + 2) - equals - 2);
  }
  return {};
}

/// The size of an SVG drawing: what its view box says, or else its width and height in pixels.
std::optional<ImageSize> drawing_size(std::string_view bytes) {
  const std::size_t open = bytes.substr(0, 4096).find("<svg");
  if (open == std::string_view::npos) return std::nullopt;
  const std::string_view tag = bytes.substr(open, bytes.find('>', open) - open);
  std::vector<unsigned> box;
  const std::string view_box = replace_every(attribute_of(tag, "viewBox"), ",", " ");
  for (const std::string_view each : split(view_box, ' '))
    if (!each.empty()) box.push_back(leading_number(each));
  if (box.size() == 4) return sensible(box[2], box[3]);
  return sensible(leading_number(attribute_of(tag, "width")), leading_number(attribute_of(tag, "height")));
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n") && bytes.size() >= 24)
    return sensible(big(bytes, 16) << 16 | big(bytes, 18), big(bytes, 20) << 16 | big(bytes, 22));
  if (bytes.starts_with("GIF8") && bytes.size() >= 10)
    return sensible(byte_at(bytes, 6) | byte_at(bytes, 7) << 8, byte_at(bytes, 8) | byte_at(bytes, 9) << 8);
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg_size(bytes);
  if (trim(bytes.substr(0, 64)).starts_with('<') || bytes.starts_with("\xEF\xBB\xBF<")) return drawing_size(bytes);
  return std::nullopt;
}

}  // namespace casewright
