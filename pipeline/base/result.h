#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace casewright {

/// An input, rule or template that cannot be used, or a part of one: where, what is wrong, what to do.
///
/// `line` is the line of a text, the row of a table or the page of a PDF, `column` the column or the
/// paragraph; 0 means "the file as a whole". `what` and `hint` never quote a name from the register.
struct Fault {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string what;
  std::string hint;
  bool aside = false;  ///< nothing was lost by it and nothing stops for it, though it may stand among faults that do stop a step

  bool operator==(const Fault&) const = default;
};

using Faults = std::vector<Fault>;

/// The fault as a person reads it: `file:line:column: what`, then `  hint: ...` on a line of its own.
std::string describe(const Fault& fault);

/// A value, or the faults that stood in its way; a value may also come with faults that lost nothing of it
/// (a row that was kept but could not be dated, say).
template <class T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(T value, Faults faults) : value_(std::move(value)), faults_(std::move(faults)) {}
  Result(Fault fault) { faults_.push_back(std::move(fault)); }
  Result(Faults faults) : faults_(std::move(faults)) { assert(!faults_.empty()); }

  /// True where a value is held, with or without faults beside it.
  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  T& value() & { return *value_; }
  const T& value() const& { return *value_; }
  T&& value() && { return *std::move(value_); }
  T& operator*() & { return *value_; }
  const T& operator*() const& { return *value_; }
  T&& operator*() && { return *std::move(value_); }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }

  const Faults& faults() const { return faults_; }

  /// Moves the faults to the end of `all`, for a caller that goes on after a failure.
  void move_faults_to(Faults& all) {
    for (Fault& fault : faults_) all.push_back(std::move(fault));
    faults_.clear();
  }

 private:
  std::optional<T> value_;
  Faults faults_;
};

/// A step that gives nothing but may fail.
struct Done {};
using Outcome = Result<Done>;

}  // namespace casewright
