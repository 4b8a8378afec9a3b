#pragma once

#include "fixtures.h"
#include "stored_zip.h"

namespace casewright {

/// The parts in a folder as an archive, "mimetype" first as OpenDocument asks.
inline std::string archive_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::stable_partition(files.begin(), files.end(), [](const auto& file) { return file.filename() == "mimetype"; });
  StoredZip zip;
  for (const auto& file : files) zip.add(std::filesystem::relative(file, folder).generic_string(), file_bytes(file));
  return zip.bytes();
}

}  // namespace casewright
