#pragma once

#include <string>
#include <vector>

#include "emit/manifest.h"
#include "emit/site.h"

namespace casewright {

/// The board's own record of a publication, kept beside the site and never inside it: every finding, every
/// waiver with who decided and why, and the hashes of what the review was made from. It quotes no words
/// of the report, for some of them may be names.
std::string write_private_record(const Certificate& certificate, const Manifest& manifest,
                                 const std::vector<SiteInput>& inputs);

}  // namespace casewright
