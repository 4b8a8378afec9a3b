#pragma once

#include <stdexcept>

namespace casewright {

/// A part of the program that this installation lacks; says which, and what to do.
struct MissingPart : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What the library libcasewright-NAME.so gives: its table, which `casewright_part` in it returns. The library is loaded, with
/// all that it rests on, when it is first asked for: at the start of every run they would cost more than all else.
/// Looked for beside the program and where its package puts it. Throws MissingPart.
const void* load_part(const char* name);

/// The table of a part, loaded once. `Table::name` is the part's name.
template <class Table>
const Table& part() {
  static const Table& loaded = *static_cast<const Table*>(load_part(Table::name));
  return loaded;
}

/// Stands before the one function that a part shows to the program.
#define CASEWRIGHT_PART extern "C" [[gnu::visibility("default")]] const void*

}  // namespace casewright
