#include "app/papers.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "assemble/case_tree.h"
#include "assemble/integrate.h"
#include "assemble/pseudonymise.h"
#include "assemble/template.h"
#include "base/side_by_side.h"
#include "base/text.h"
#include "base/words.h"
#include "foreign/xml/xml.h"
#include "inspect/corpus.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

/// The templates that a review asks for whose type names none.
constexpr std::string_view usual_templates[] = {"overview-report", "executive-summary", "learning-brief", "integrated-chronology"};

std::vector<std::string> templates_for(const Case& review) {
  const ReviewType* type = review_regimes().type(review.type, review.regime);
  if (type != nullptr && !type->documents.empty()) return type->documents;
  return {std::begin(usual_templates), std::end(usual_templates)};
}

/// The first folder that has a template of that name; the last where none has, so that reading it says so.
Path folder_of(const World& world, const std::vector<Path>& folders, std::string_view name) {
  for (const Path& folder : folders)
    if (world.kind_of(join(folder, std::string(name) + "/template.xml")) == PathKind::file) return join(folder, name);
  return join(folders.back(), name);
}

/// True where `told` names the same gap: the same place of the case and the same thing to write there.
bool is_told(const Faults& told, const Fault& fault) {
  return std::any_of(told.begin(), told.end(), [&fault](const Fault& each) { return each.file == fault.file && each.line == fault.line && each.hint == fault.hint; });
}

Result<Papers> fill_papers(const World& world, const House& house, const Case& review, Integrated integrated,
                           const IdentitySearch& identities) {
  Papers papers;
  papers.faults = std::move(integrated.faults);
  const auto corpus = read_names_of_corpus(world, house.corpus());
  if (!corpus) return corpus.faults();
  papers.faults.insert(papers.faults.end(), corpus.faults().begin(), corpus.faults().end());
  papers.facts = pseudonymise(review, std::move(integrated), identities, corpus->ordinary());
  const CaseTree tree(papers.facts);
  const std::vector<Path> folders = house.templates(world);
  const Result<xml::Schema> schema = read_template_schema(world, folders);
  if (!schema.ok()) return schema.faults();
  Faults unusable;
  std::vector<Template> layouts;
  for (const std::string& name : templates_for(review)) {
    auto layout = read_template(world, folder_of(world, folders, name), folders, *schema);
    if (layout) layouts.push_back(std::move(*layout));
    else layout.move_faults_to(unusable);
  }
  constexpr std::size_t worth_threads = 1000;  // events; so many take longer to fill in than it does to start a thread
  std::vector<Filled> all(layouts.size());
  side_by_side(layouts.size(), papers.facts.chronology.size() >= worth_threads, [&](std::size_t at) { all[at] = fill(layouts[at], tree); });
  for (Filled& filled : all) {
    papers.documents.push_back(std::move(filled.document));
    const Faults told = papers.faults;  // what several papers ask for is told once
    for (Fault& fault : filled.faults)
      if (!is_told(told, fault)) papers.faults.push_back(std::move(fault));
  }
  if (!unusable.empty()) return unusable;
  return papers;
}

}  // namespace

std::vector<PaperKind> paper_kinds(const World& world, const House& house) {
  std::map<std::string, PaperKind> kinds;
  for (const Path& folder : house.templates(world)) {
    const auto entries = world.list_folder(folder);
    if (!entries) continue;
    for (const FolderEntry& entry : *entries) {
      const Path file = join(join(folder, entry.name), "template.xml");
      if (entry.kind != PathKind::folder || world.kind_of(file) != PathKind::file) continue;
      const auto bytes = world.read_file(file);
      const auto root = bytes ? xml::read(*bytes, file, 1) : Result<Record>(bytes.faults());
      if (!root || !root->has_attribute("paper")) continue;
      std::string name(root->attribute("paper"));
      kinds.try_emplace(name, PaperKind{name, entry.name, words_between_spaces(root->attribute("regimes")), root->attribute("one-for-each") == "imr"});
    }
  }
  std::vector<PaperKind> all;
  for (auto& [name, kind] : kinds) all.push_back(std::move(kind));
  return all;
}

Result<std::vector<BoardPaper>> make_board_papers(const World& world, const House& house, Case&& review, const IdentitySearch& identities,
                                                  const WordFilter* ordinary, const PaperKind& kind, Record duties) {
  review.root.children.push_back(std::move(duties));
  Integrated integrated = integrate(review);
  review.chronologies = {};
  PublicCase facts = pseudonymise(review, std::move(integrated), identities, ordinary);
  const std::vector<Path> folders = house.templates(world);
  auto layout = read_template(world, folder_of(world, folders, kind.template_name), folders);
  if (!layout) return layout.faults();
  std::vector<BoardPaper> papers;
  Faults faults;
  const auto put = [&](std::string name) {
    Filled filled = fill(*layout, CaseTree(facts));
    filled.document.date = {};
    papers.push_back({std::move(name), std::move(filled.document)});
    faults.insert(faults.end(), std::make_move_iterator(filled.faults.begin()), std::make_move_iterator(filled.faults.end()));
  };
  if (!kind.for_each_imr) {
    put(kind.name);
  } else {
    for (Record& imr : std::exchange(facts.imrs, {})) {
      std::string name = kind.name + "-" + ascii_lower(imr.attribute("agency"));
      facts.imrs.assign(1, std::move(imr));
      put(std::move(name));
    }
    if (papers.empty()) faults.push_back({join(review.folder, "imr"), 0, 0, "the case has no individual management reviews", "put one file for each agency into this folder"});
  }
  return {std::move(papers), std::move(faults)};
}

Result<Papers> make_papers(const World& world, const House& house, const Case& review, const IdentitySearch& identities) {
  return fill_papers(world, house, review, integrate(review), identities);
}

Result<Papers> make_papers(const World& world, const House& house, Case&& review, const IdentitySearch& identities) {
  Integrated integrated = integrate(review);
  review.chronologies = {};
  return fill_papers(world, house, review, std::move(integrated), identities);
}

}  // namespace casewright
