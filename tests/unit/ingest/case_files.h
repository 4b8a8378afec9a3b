#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "base/text.h"
#include "../memory_world.h"

namespace casewright {

/// The fixtures of case bundles.
inline const std::string case_fixtures = PROJECT_FOLDER "/tests/fixtures/case";

inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Puts the files of a folder into the case that the world holds.
inline void load(MemoryWorld& world, const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) world.files["case/" + std::filesystem::relative(entry.path(), folder).generic_string()] = slurp(entry.path());
}

/// Does what edits.txt says: "file F" chooses a file, "- words" and "+ words" exchange words in it (the first
/// place where they stand, \n for a line's end), "add F" begins a new file of the "+" lines that follow,
/// "remove F" and "rename F G" do that.
inline void apply_edits(MemoryWorld& world, const std::string& edits) {
  std::string file, old;
  for (const std::string_view line : split(edits, '\n')) {
    const std::string_view rest = line.size() > 2 ? line.substr(line.find(' ') + 1) : std::string_view();
    if (line.starts_with("file ")) {
      file = "case/" + std::string(rest);
      REQUIRE(world.files.contains(file));
    } else if (line.starts_with("add ")) {
      file = "case/" + std::string(rest);
      old.clear();
      world.files[file].clear();
    } else if (line.starts_with("remove ")) {
      world.remove_all("case/" + std::string(rest));
    } else if (line.starts_with("rename ")) {
      const auto names = split(rest, ' ');
      world.replace("case/" + std::string(names[0]), "case/" + std::string(names[1]));
    } else if (line.starts_with("- ")) {
      old = replace_every(rest, "\\n", "\n");
      INFO("edit of " << file << ": " << old);
      REQUIRE(world.files[file].find(old) != std::string::npos);
      world.files[file].replace(world.files[file].find(old), old.size(), "\x01");
    } else if (line.starts_with("+")) {
      const std::string words = replace_every(rest, "\\n", "\n");
      std::string& bytes = world.files[file];
      const std::size_t at = bytes.find('\x01');
      if (at == std::string::npos) bytes += words + "\n";
      else bytes.replace(at, 1, words);
    }
  }
  for (auto& each : world.files) std::erase(each.second, '\x01');
}

}  // namespace casewright
