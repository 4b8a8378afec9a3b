#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace casewright {

/// The bytes of a file, empty where there is none.
inline std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

/// The folders below tests/fixtures/<family>, sorted by name.
inline std::vector<std::filesystem::path> fixture_folders(const std::string& family) {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(PROJECT_FOLDER) + "/tests/fixtures/" + family))
    if (entry.is_directory()) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

/// What is expected of a fixture; under UPDATE_EXPECTED=1 it is first made what it is now.
inline std::string expected_bytes(const std::filesystem::path& path, const std::string& now) {
  if (std::getenv("UPDATE_EXPECTED") != nullptr) std::ofstream(path, std::ios::binary) << now;
  return file_bytes(path);
}

}  // namespace casewright
