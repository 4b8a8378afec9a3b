#include <zip.h>

#include <algorithm>
#include <utility>

#include "foreign/parts.h"

namespace casewright::zip {

namespace {

Fault not_an_archive(std::string_view bytes, const std::string& file) {
  if (bytes.empty()) return {file, 0, 0, "this file is empty", "copy it again from where it came"};
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return {file, 0, 0, "this file is protected with a password, or in the old format of Office 97",
            "open it, take the password off, and save it as .docx, .xlsx or .ods"};
  if (bytes.starts_with("PK"))
    return {file, 0, 0, "this file is cut short or damaged", "copy it again from where it came, or open it and save it anew"};
  return {file, 0, 0, "this file is not what its name says: no Office or OpenDocument file begins like this",
          "open it in the program that made it and save it as .docx, .xlsx or .ods"};
}

Fault too_large(const std::string& file) {
  return {file, 0, 0, "a part of this file unpacks to far more than such a file can need, so it was not read",
          "open it and save it anew; if it stays so large, split it"};
}

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Held = std::unique_ptr<zip_t, Discard>;

/// All of an open entry, but no more than `most` bytes; false where there is more or the sum is wrong.
bool unpack(zip_file_t* entry, std::uint64_t most, std::uint64_t expected, std::string& bytes) {
  bytes.resize(static_cast<std::size_t>(std::min(most, expected)));
  std::size_t used = 0;
  for (;;) {
    if (used == bytes.size()) bytes.resize(std::min<std::size_t>(used + (64u << 10), static_cast<std::size_t>(most) + 1));
    if (used > most) return false;
    const zip_int64_t got = zip_fread(entry, bytes.data() + used, bytes.size() - used);
    if (got < 0) return false;
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  bytes.resize(used);
  return used <= most;
}

class ZipArchive final : public OpenArchive {
 public:
  ZipArchive(Held archive, std::string file, const Limits& limits) : archive_(std::move(archive)), file_(std::move(file)), limits_(limits) {}

  std::vector<std::string> names() const override;
  bool has(const std::string& name) const override { return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0; }
  Result<std::string> read(const std::string& name) override;

 private:
  const Held archive_;
  const std::string file_;
  const Limits limits_;
  std::uint64_t bytes_read_ = 0;
};

std::vector<std::string> ZipArchive::names() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS))
      names.emplace_back(name);
  return names;
}

Result<std::string> ZipArchive::read(const std::string& name) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0)
    return Fault{file_, 0, 0, "the part " + name + " is missing in this file", "open it and save it anew"};
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    return Fault{file_, 0, 0, "this file is protected with a password", "open it and save it without the password"};
  const std::uint64_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
  const std::uint64_t told = (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0;
  std::uint64_t most = std::min(limits_.entry_bytes, limits_.all_bytes - bytes_read_);
  most = std::min(most, std::max(limits_.ratio_from, packed * limits_.ratio));
  if (told > most) return too_large(file_);
  zip_file_t* entry = zip_fopen(archive_.get(), name.c_str(), 0);
  if (entry == nullptr) return not_an_archive("PK", file_);
  std::string bytes;
  const bool whole = unpack(entry, most, told, bytes);
  zip_fclose(entry);
  if (!whole && bytes.size() > most) return too_large(file_);
  if (!whole) return not_an_archive("PK", file_);
  bytes_read_ += bytes.size();
  return bytes;
}

}  // namespace

Result<std::shared_ptr<OpenArchive>> open_archive(std::string_view bytes, const std::string& file, const Limits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Held archive;
  if (source != nullptr) {
    archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (archive == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (archive == nullptr) return not_an_archive(bytes, file);
  if (static_cast<std::uint64_t>(zip_get_num_entries(archive.get(), 0)) > limits.entries) return too_large(file);
  return std::shared_ptr<OpenArchive>(std::make_shared<ZipArchive>(std::move(archive), file, limits));
}

}  // namespace casewright::zip
