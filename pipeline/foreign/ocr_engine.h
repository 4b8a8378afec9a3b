#pragma once

#include <tesseract/capi.h>

namespace casewright::ocr {

/// The calls of Tesseract that reading a page takes. Its library and the thirty behind it are loaded when the first scan asks
/// for them: at the start of every run they would cost as much as a check of a short report.
struct Engine {
  decltype(&TessBaseAPICreate) create = nullptr;
  decltype(&TessBaseAPIDelete) destroy = nullptr;
  decltype(&TessBaseAPIInit2) init = nullptr;
  decltype(&TessBaseAPIEnd) end = nullptr;
  decltype(&TessBaseAPIClear) clear = nullptr;
  decltype(&TessBaseAPISetVariable) set_variable = nullptr;
  decltype(&TessBaseAPISetPageSegMode) set_segmentation = nullptr;
  decltype(&TessBaseAPISetImage2) set_image = nullptr;
  decltype(&TessBaseAPISetSourceResolution) set_resolution = nullptr;
  decltype(&TessBaseAPIRecognize) recognize = nullptr;
  decltype(&TessBaseAPIGetIterator) iterator = nullptr;
  decltype(&TessDeleteText) free_text = nullptr;
  decltype(&TessResultIteratorDelete) free_iterator = nullptr;
  decltype(&TessResultIteratorGetPageIteratorConst) places = nullptr;
  decltype(&TessResultIteratorNext) next = nullptr;
  decltype(&TessResultIteratorGetUTF8Text) text = nullptr;
  decltype(&TessResultIteratorConfidence) confidence = nullptr;
  decltype(&TessPageIteratorIsAtBeginningOf) begins = nullptr;
  decltype(&TessPageIteratorBoundingBox) box = nullptr;
  decltype(&TessPageIteratorBaseline) baseline = nullptr;
  /// Height, descenders and ascenders of a row, in dots. The C interface lacks it; null where the library calls it otherwise.
  void (*row_attributes)(const TessPageIterator*, float*, float*, float*) = nullptr;
  void (*set_active_levels)(int) = nullptr;  ///< of OpenMP, where Tesseract was built with it
};

/// The engine, loaded once; null where this machine has none.
const Engine* engine();

}  // namespace casewright::ocr
