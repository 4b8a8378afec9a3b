#include "foreign/part.h"

#include <dlfcn.h>

#include <string>

namespace casewright {

const void* load_part(const char* name) {
  const std::string file = "libcasewright-" + std::string(name) + ".so";
  void* const library = dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);  // stays until the end: threads may still use it
  using Entry = const void* (*)();
  const auto entry = library == nullptr ? nullptr : reinterpret_cast<Entry>(dlsym(library, "casewright_part"));
  if (entry != nullptr) return entry();
  const char* const why = dlerror();
  throw MissingPart("its part " + file + " cannot be loaded (" + (why == nullptr ? "it is not ours" : why) + "); install Casewright again");
}

}  // namespace casewright
