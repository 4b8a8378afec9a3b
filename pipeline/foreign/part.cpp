#include "foreign/part.h"

#include <dlfcn.h>

#include <string>

#if defined(CASEWRIGHT_SANITIZED)
/// For the part that sets type, though in the program itself, for there LeakSanitizer asks. Fontconfig keeps the parts of its
/// patterns by their distance, not by their address, so that those of settings in use are taken for lost. (Its own FcFini would
/// let them go, and stops the program while Pango still holds some.)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
#endif

namespace casewright {

const void* load_part(const char* name) {
  const std::string file = "libcasewright-" + std::string(name) + ".so";
  void* const library = dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);  // stays until the end: threads may still use it
  using Entry = const void* (*)();
  const auto entry = library == nullptr ? nullptr : reinterpret_cast<Entry>(dlsym(library, "casewright_part"));
  if (entry != nullptr) return entry();
  throw MissingPart("the part of it called " + file + " is missing or damaged");
}

}  // namespace casewright
