#pragma once

#include <cstddef>
#include <iosfwd>
#include <string_view>

#include "base/result.h"

namespace casewright {

/// How a command ended (DESIGN.md section 6).
enum class Exit : int {
  ready = 0,
  not_ready = 1,
  fault = 2,
  some_failed = 3,  ///< some files of a batch could not be done, or some drafts are a person's now; trying again would say the same
  try_again = 75,   ///< stopped before the end (EX_TEMPFAIL): the same command with --resume goes on
};

/// Where a command speaks: results on `out`, all else on `err`.
struct Console {
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;  ///< a person is watching `err`
  std::size_t width = 0;  ///< columns of the terminal that reads `out`; 0: it is a file or a pipe
  bool colour = false;

  /// Prints each fault once, in the order they were met; where they stopped a step, what must be mended stands last, under
  /// words that say so.
  void tell(const Faults& faults, bool stopped = false) const;
  /// Prints the faults of a step, whether it failed or not.
  template <class T>
  void tell(const Result<T>& step) const {
    tell(step.faults(), !step.ok());
  }
  /// Prints one line for a person.
  void say(std::string_view line) const;
};

}  // namespace casewright
