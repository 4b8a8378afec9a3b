#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace casewright {

/// How a file of a batch fared.
enum class RunStatus : std::uint8_t {
  ok,       ///< all of it was done
  partial,  ///< done, with something that could not be judged or converted
  fault,    ///< the file cannot be used, and trying again would say the same
  timeout,  ///< it took longer than its limits allow
  memory,   ///< it needed more memory than its limits allow
  crash,    ///< the worker died
};

/// The name of a status as the journal has it ("timeout").
std::string_view name_of(RunStatus status);
/// The status of that name; nothing for any other word.
std::optional<RunStatus> run_status(std::string_view name);
/// True where the file was worked on to its end.
bool is_done(RunStatus status);
/// True where another attempt may go better: the machine may have been short of time or memory.
bool may_pass(RunStatus status);
/// Why a file was left that its worker could not end by itself ("it took too long"); empty where it could.
std::string_view why_left(RunStatus status);

}  // namespace casewright
