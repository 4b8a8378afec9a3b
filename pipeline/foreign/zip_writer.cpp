#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <zip.h>

#include "foreign/parts.h"

namespace casewright::zip {
namespace {

constexpr zip_uint16_t first_day = 1 << 5 | 1;  // 1 January 1980, the first that the format knows

struct SourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceFree>;

Fault not_packed(const std::string& file) {
  return {file, 0, 0, "this file could not be put together", "free some memory and try again"};
}

/// Puts the entry in the place of its namesake, or at the end.
bool add(zip_t* archive, const Entry& entry) {
  zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
  if (source == nullptr) return false;
  const zip_int64_t there = zip_name_locate(archive, entry.name.c_str(), 0);
  const zip_int64_t at = there < 0 ? zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8)
                                   : (zip_file_replace(archive, static_cast<zip_uint64_t>(there), source, 0) == 0 ? there : -1);
  if (at < 0) {
    zip_source_free(source);
    return false;
  }
  const auto index = static_cast<zip_uint64_t>(at);
  return zip_file_set_dostime(archive, index, 0, first_day, 0) == 0 &&
         zip_set_file_compression(archive, index, entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 6) == 0;
}

Result<std::string> bytes_of(zip_source_t* source, const std::string& file) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return not_packed(file);
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got != static_cast<zip_int64_t>(bytes.size())) return not_packed(file);
  return bytes;
}

/// Opens what stands in `source`, puts the entries in and gives the bytes of the whole.
Result<std::string> put(const Source& source, int flags, const std::vector<Entry>& entries, const std::string& file) {
  if (source == nullptr) return not_packed(file);
  zip_source_keep(source.get());  // the archive lets go of it when it is closed; we read it then
  zip_t* archive = zip_open_from_source(source.get(), flags, nullptr);
  if (archive == nullptr) {
    zip_source_free(source.get());
    return not_packed(file);
  }
  for (const Entry& entry : entries)
    if (!add(archive, entry)) {
      zip_discard(archive);
      return not_packed(file);
    }
  if (zip_close(archive) != 0) {
    zip_discard(archive);
    return not_packed(file);
  }
  return bytes_of(source.get(), file);
}

}  // namespace

Result<std::string> make_archive(const std::vector<Entry>& entries, const std::string& file) {
  return put(Source(zip_source_buffer_create(nullptr, 0, 0, nullptr)), ZIP_CREATE | ZIP_TRUNCATE, entries, file);
}

Result<std::string> amend_archive(std::string_view archive, const std::vector<Entry>& entries, const std::string& file) {
  // The library frees a buffer that it has written to, whoever it belongs to: it gets one of its own.
  std::unique_ptr<void, decltype(&std::free)> owned(std::malloc(std::max<std::size_t>(archive.size(), 1)), &std::free);
  if (owned == nullptr) return not_packed(file);
  std::memcpy(owned.get(), archive.data(), archive.size());
  const Source source(zip_source_buffer_create(owned.get(), archive.size(), 1, nullptr));
  if (source != nullptr) (void)owned.release();
  return put(source, 0, entries, file);
}

}  // namespace casewright::zip
