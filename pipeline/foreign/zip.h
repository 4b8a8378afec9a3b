#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace casewright::zip {

/// How much an archive may hold: more is a fault, because archives are other people's files.
struct Limits {
  std::uint64_t entries = 8192;
  std::uint64_t entry_bytes = 256ull << 20;
  std::uint64_t all_bytes = 512ull << 20;  ///< of all that is read from one archive
  std::uint64_t ratio = 400;               ///< unpacked to packed, asked of entries above `ratio_from` bytes
  std::uint64_t ratio_from = 8ull << 20;
};

/// An archive as the part that unpacks holds it; Archive says what each gives.
class OpenArchive {
 public:
  virtual ~OpenArchive() = default;
  virtual std::vector<std::string> names() const = 0;
  virtual bool has(const std::string& name) const = 0;
  virtual Result<std::string> read(const std::string& name) = 0;
};

/// A zip archive in memory. Names are only looked up, never used as paths.
class Archive {
 public:
  /// Opens the archive; `bytes` must outlive it and `file` names it in faults. Throws MissingPart.
  static Result<Archive> open(std::string_view bytes, const std::string& file, const Limits& limits = {});

  /// The names of all entries in the order of the archive.
  std::vector<std::string> names() const { return open_->names(); }
  bool has(const std::string& name) const { return open_->has(name); }
  /// The bytes of one entry, unpacked within the limits and checked against their sum.
  Result<std::string> read(const std::string& name) const { return open_->read(name); }

 private:
  std::shared_ptr<OpenArchive> open_;
};

}  // namespace casewright::zip
