#include "foreign/zip.h"

#include <algorithm>

#include <zip.h>

namespace casewright::zip {

struct Archive::State {
  std::string file;
  Limits limits;
  zip_t* archive = nullptr;
  std::uint64_t bytes_read = 0;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (archive != nullptr) zip_discard(archive);
  }
};

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

}  // namespace

Result<Archive> Archive::open(std::string_view bytes, const std::string& file, const Limits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  auto state = std::make_shared<State>();
  if (source != nullptr) {
    state->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (state->archive == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (state->archive == nullptr) return not_an_archive(bytes, file);
  if (static_cast<std::uint64_t>(zip_get_num_entries(state->archive, 0)) > limits.entries) return too_large(file);
  state->file = file;
  state->limits = limits;
  Archive archive;
  archive.state_ = std::move(state);
  return archive;
}

std::vector<std::string> Archive::names() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(state_->archive, 0);
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(state_->archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS))
      names.emplace_back(name);
  return names;
}

bool Archive::has(const std::string& name) const { return zip_name_locate(state_->archive, name.c_str(), 0) >= 0; }

namespace {

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

}  // namespace

Result<std::string> Archive::read(const std::string& name) const {
  State& state = *state_;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(state.archive, name.c_str(), 0, &stat) != 0)
    return Fault{state.file, 0, 0, "the part " + name + " is missing in this file", "open it and save it anew"};
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    return Fault{state.file, 0, 0, "this file is protected with a password", "open it and save it without the password"};
  const std::uint64_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
  const std::uint64_t told = (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0;
  std::uint64_t most = std::min(state.limits.entry_bytes, state.limits.all_bytes - state.bytes_read);
  most = std::min(most, std::max(state.limits.ratio_from, packed * state.limits.ratio));
  if (told > most) return too_large(state.file);
  zip_file_t* entry = zip_fopen(state.archive, name.c_str(), 0);
  if (entry == nullptr) return not_an_archive("PK", state.file);
  std::string bytes;
  const bool whole = unpack(entry, most, told, bytes);
  zip_fclose(entry);
  if (!whole && bytes.size() > most) return too_large(state.file);
  if (!whole) return not_an_archive("PK", state.file);
  state.bytes_read += bytes.size();
  return bytes;
}

}  // namespace casewright::zip
