#include "foreign/pdf/pdf_remarks.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <poppler/Page.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>
#include <zlib.h>

#include "foreign/pdf/pdf_aside.h"

namespace casewright::pdf {
namespace {

constexpr std::size_t most_commands = 8u << 20;  // bytes of one page

/// Whether a % stands in what these bytes unpack to, which Poppler takes four times as long to say.
bool holds_sign(std::string_view deflated) {
  z_stream unpacker{};
  if (inflateInit(&unpacker) != Z_OK) return true;
  std::array<unsigned char, 32768> room;
  unpacker.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));
  unpacker.avail_in = static_cast<uInt>(std::min<std::size_t>(deflated.size(), 1u << 30));
  int state = Z_OK;
  bool found = false;
  for (std::size_t all = 0; state == Z_OK && !found && all < most_commands; all += room.size()) {
    unpacker.next_out = room.data();
    unpacker.avail_out = static_cast<uInt>(room.size());
    state = inflate(&unpacker, Z_NO_FLUSH);
    found = std::memchr(room.data(), '%', room.size() - unpacker.avail_out) != nullptr;
  }
  inflateEnd(&unpacker);
  return found || (state != Z_OK && state != Z_STREAM_END);
}

/// False where a quick look at the commands of a page has seen no remark.
bool may_hold_remarks(PDFDoc& document, ::Page& page, const std::function<std::string_view(std::uint32_t)>& bytes_of) {
  const Object dict = document.getXRef()->fetch(page.getRef());
  if (document.isEncrypted() || !dict.isDict()) return true;
  const Object& contents = dict.dictLookupNF("Contents");
  const Object parts = contents.isRef() ? contents.fetch(document.getXRef()) : contents.copy();
  const auto packed = [&](const Object& ref, const Object& part) {
    if (!ref.isRef() || !part.isStream() || !part.streamGetDict()->lookup("Filter").isName("FlateDecode") || !part.streamGetDict()->lookup("DecodeParms").isNull()) return std::string_view();
    return bytes_of(static_cast<std::uint32_t>(ref.getRefNum()));
  };
  for (int i = 0; i < (parts.isArray() ? parts.arrayGetLength() : 1); ++i) {
    const std::string_view bytes = parts.isArray() ? packed(parts.arrayGetNF(i), parts.arrayGet(i)) : packed(contents, parts);
    if (bytes.empty() || holds_sign(bytes)) return true;
  }
  return false;
}

}  // namespace

std::string remarks_of_page(PDFDoc& document, std::uint32_t page, const std::function<std::string_view(std::uint32_t)>& bytes_of) {
  ::Page* const held = document.getPage(static_cast<int>(page));
  if (held == nullptr || !may_hold_remarks(document, *held, bytes_of)) return {};
  Object contents = held->getContents();
  std::string commands;
  for (int i = 0; i < (contents.isArray() ? contents.arrayGetLength() : 1); ++i) {
    Object part = contents.isArray() ? contents.arrayGet(i) : contents.copy();
    if (!part.isStream()) continue;
    part.streamReset();
    std::array<unsigned char, 16384> room;
    for (int read; commands.size() < most_commands && (read = part.getStream()->doGetChars(static_cast<int>(room.size()), room.data())) > 0;)
      commands.append(reinterpret_cast<const char*>(room.data()), static_cast<std::size_t>(read));
    part.streamClose();
    commands += '\n';
  }
  return remarks_in(commands);
}

}  // namespace casewright::pdf
