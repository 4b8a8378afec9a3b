#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/world.h"
#include "emit/site/repository_record.h"
#include "emit/writers.h"
#include "model/theme.h"
#include "model/verdict.h"

namespace casewright {

/// A file that a review was made from, for the board's private record.
struct SiteInput {
  std::string name;    ///< its path inside the case folder
  std::string sha256;
};

/// What a website says of a review beside its documents. Everything here is public, except `inputs` and
/// `case_folder`.
struct SiteFacts {
  std::string board;           ///< its name; empty: the documents'
  std::string board_slug;      ///< "tarnshire-lscb", for file names
  std::string code;            ///< "child-t": the review's folder
  std::string type;            ///< "scr", "lcspr", "executive-summary"
  std::string title;           ///< "Serious case review: Child T"; empty: the first document's
  std::string regime;          ///< code of the rules it was held under
  Date available_until;        ///< not known: a year after publication
  std::vector<const Writer*> formats;  ///< in which readers get each document besides the page
  RepositoryRecord record;     ///< what is empty in it is taken from the report
  std::vector<SiteInput> inputs;
  Path case_folder;            ///< empty where there is none
};

/// A site that was written beside the one that readers see.
struct StagedSite {
  Path site;
  Path staging;            ///< what `site` is to become; read its files back from here
  Path private_folder;     ///< SITE.private
  Path private_staging;    ///< what SITE.private/<code> is to become
  std::string code;
  std::vector<std::string> files;  ///< everything written anew, as paths inside `staging`, sorted
};

/// Writes the whole site as it will be into a hidden neighbour of `site` on the same disk: the pages of this
/// review, every other review that is there already, and a list of all of them. `site` itself is not touched. Remains of an
/// earlier run that was killed are cleared away first. On a fault nothing stays behind.
Result<StagedSite> stage_site(World& world, const Certificate& certificate, const SiteFacts& facts,
                              const Theme& theme, const Path& site);

/// The codes of other reviews on the site that were made from some of the same papers: after a change of code, the pages
/// under the old one, which stay until somebody deletes their folder. Sorted.
std::vector<std::string> codes_of_same_papers(const World& world, const StagedSite& staged, const std::vector<SiteInput>& inputs);

/// Puts the staged site in the place of the old one, in one step; then clears the old one away. Its faults, where a value
/// comes with them, are about clearing away only.
Outcome settle_site(World& world, const StagedSite& staged);

/// Clears a staged site away; `site` stays as it was.
Outcome abandon_site(World& world, const StagedSite& staged);

}  // namespace casewright
