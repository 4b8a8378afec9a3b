#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/world.h"
#include "batch/inputs.h"
#include "batch/worker_pool.h"

namespace casewright {

/// What the journal says of one file.
struct JournalEntry {
  std::string input;    ///< BatchInput::name
  std::string path;     ///< where it was, printable
  FileStamp stamp;
  std::string sha256;   ///< of the file's bytes; empty where no worker came so far
  std::string key;      ///< of the bytes, the options and the version: equal keys give equal results
  RunStatus status = RunStatus::ok;
  int signal = 0;
  unsigned attempts = 1;
  bool poison = false;  ///< it failed as often as it was allowed; left alone until the options change
  std::uint32_t pages = 0;
  std::uint64_t milliseconds = 0;
  std::uint64_t memory_bytes = 0;
  std::string same_as;             ///< another input with the same bytes that was worked on in its place
  std::vector<std::string> files;  ///< outputs, below the run's folder
  std::vector<std::uint64_t> file_bytes;  ///< their sizes: a power cut may leave an output short
  std::string answer;              ///< the work's own, one JSON value, or empty
};

/// The journal's line for an entry, with its line end.
std::string write_entry(const JournalEntry& entry);

/// What a journal holds: the last entry of each input. Lines that are cut short or are none are counted, not used.
struct JournalRead {
  std::map<std::string, JournalEntry> entries;
  std::uint64_t unreadable_lines = 0;
};
JournalRead read_journal(std::string_view bytes);

/// A journal that is added to, a line at a time; only one run at a time holds it.
class Journal {
 public:
  /// Opens or makes the journal, empty unless `keep`; a fault where another run holds it or it cannot be written.
  static Result<Journal> open(const Path& path, bool keep);
  Journal(Journal&& other) noexcept;
  Journal& operator=(Journal&&) = delete;
  ~Journal();

  /// All that the journal holds.
  std::string bytes() const;
  /// Adds one line in one write, so that a kill leaves whole lines and at most one cut short.
  Outcome add(const JournalEntry& entry);
  /// Makes what was added, and every output written before it, outlast a power cut.
  void flush();

 private:
  Journal(int descriptor, Path path);
  int descriptor_ = -1;
  Path path_;
};

}  // namespace casewright
