#include "foreign/ocr_engine.h"

#include <dlfcn.h>

namespace casewright::ocr {
namespace {

template <class Call>
bool find(void* library, const char* name, Call& call) {
  call = reinterpret_cast<Call>(dlsym(library, name));
  return call != nullptr;
}

bool load(Engine& engine) {
  void* const library = dlopen(TESSERACT_LIBRARY, RTLD_LAZY | RTLD_LOCAL);  // stays until the end: threads may still use it
  if (library == nullptr) return false;
  find(library, "_ZNK9tesseract12PageIterator13RowAttributesEPfS1_S1_", engine.row_attributes);
  find(library, "omp_set_max_active_levels", engine.set_active_levels);
  return find(library, "TessBaseAPICreate", engine.create) && find(library, "TessBaseAPIDelete", engine.destroy) &&
         find(library, "TessBaseAPIInit2", engine.init) && find(library, "TessBaseAPIEnd", engine.end) &&
         find(library, "TessBaseAPIClear", engine.clear) && find(library, "TessBaseAPISetVariable", engine.set_variable) &&
         find(library, "TessBaseAPISetPageSegMode", engine.set_segmentation) && find(library, "TessBaseAPISetImage2", engine.set_image) &&
         find(library, "TessBaseAPISetSourceResolution", engine.set_resolution) && find(library, "TessBaseAPIRecognize", engine.recognize) &&
         find(library, "TessBaseAPIGetIterator", engine.iterator) && find(library, "TessDeleteText", engine.free_text) &&
         find(library, "TessResultIteratorDelete", engine.free_iterator) && find(library, "TessResultIteratorGetPageIteratorConst", engine.places) &&
         find(library, "TessResultIteratorNext", engine.next) && find(library, "TessResultIteratorGetUTF8Text", engine.text) &&
         find(library, "TessResultIteratorConfidence", engine.confidence) && find(library, "TessPageIteratorIsAtBeginningOf", engine.begins) &&
         find(library, "TessPageIteratorBoundingBox", engine.box) && find(library, "TessPageIteratorBaseline", engine.baseline);
}

}  // namespace

const Engine* engine() {
  static const Engine* const loaded = []() -> const Engine* {
    static Engine all;
    return load(all) ? &all : nullptr;
  }();
  return loaded;
}

}  // namespace casewright::ocr
