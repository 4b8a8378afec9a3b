#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/site/manifest.h"
#include "emit/site/site.h"

namespace casewright {

/// The board's own record of a publication, kept beside the site and never inside it: every finding, every
/// waiver with who decided and why, and the hashes of what the review was made from. It quotes no words
/// of the report, for some of them may be names.
std::string write_private_record(const Certificate& certificate, const Manifest& manifest,
                                 const std::vector<SiteInput>& inputs);

/// True where the record tells of a review that was made from one of the same papers: the register of names, an agency's
/// report or its chronology, the same to the byte.
bool shares_a_paper(std::string_view private_record, const std::vector<SiteInput>& inputs);

}  // namespace casewright
