#include "foreign/regex.h"

#include <array>
#include <mutex>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/text.h"

namespace casewright::regex {

struct Pattern::State {
  pcre2_code* code = nullptr;
  mutable std::once_flag made_fast;

  explicit State(pcre2_code* compiled) : code(compiled) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { pcre2_code_free(code); }

  /// The code of the machine is made when the first text is searched: it costs more than all else of a pattern, and most are never run.
  void make_fast() const {
    std::call_once(made_fast, [this] { pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); });  // where the machine has no JIT the interpreter serves
  }
};

namespace {

constexpr std::uint32_t most_work = 2'000'000;

/// What a match needs to run in; one per thread, as PCRE2 asks.
struct Bench {
  pcre2_match_data* data = pcre2_match_data_create(8, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  Bench() { pcre2_set_match_limit(context, most_work); }
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;
  ~Bench() {
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
  }
};

Span group(const PCRE2_SIZE* ends, std::size_t number, int groups) {
  if (static_cast<int>(number) >= groups || ends[2 * number] == PCRE2_UNSET) return {};
  return {static_cast<std::uint32_t>(ends[2 * number]), static_cast<std::uint32_t>(ends[2 * number + 1])};
}

}  // namespace

std::variant<Pattern, Trouble> Pattern::read(std::string_view pattern, Reading reading) {
  int error = 0;
  PCRE2_SIZE at = 0;
  std::uint32_t options = PCRE2_UTF | PCRE2_MULTILINE | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
  if (reading.ignore_case) options |= PCRE2_CASELESS;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options,
                                   &error, &at, nullptr);
  if (code == nullptr) {
    std::array<PCRE2_UCHAR, 256> message{};
    pcre2_get_error_message(error, message.data(), message.size());
    const std::size_t end = at < pattern.size() ? at : pattern.size();
    return Trouble{static_cast<std::uint32_t>(count_characters(pattern.substr(0, end))) + 1,
                   reinterpret_cast<const char*>(message.data())};
  }
  Pattern compiled;
  compiled.state_ = std::make_shared<const State>(code);
  return compiled;
}

std::optional<Match> Pattern::find(std::string_view text, std::uint32_t from) const {
  thread_local const Bench bench;
  if (!text.empty()) state_->make_fast();
  const int groups = pcre2_match(state_->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from,
                                 0, bench.data, bench.context);
  if (groups <= 0) return std::nullopt;
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(bench.data);
  return Match{group(ends, 0, groups), group(ends, 1, groups)};
}

}  // namespace casewright::regex
