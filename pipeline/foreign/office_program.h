#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace casewright::office {

/// The document as OpenDocument text, made by LibreOffice from a format of old Word; `ending` is ".doc" or ".rtf".
///
/// LibreOffice runs without a window, with a profile of its own in a private temporary folder that is gone afterwards,
/// for at most `seconds`. A fault says what to install where there is no LibreOffice, and what else went wrong.
Result<std::string> to_open_document(std::string_view bytes, const std::string& ending, const std::string& file, int seconds = 90);

}  // namespace casewright::office
