#include "emit/site/site.h"

#include <algorithm>

#include "base/text.h"
#include "emit/html/html_writer.h"
#include "emit/site/manifest.h"
#include "emit/site/private_record.h"
#include "emit/site/site_pages.h"
#include "foreign/hash.h"
#include "language/review_regimes.h"
#include "model/document_roles.h"

namespace casewright {
namespace {

constexpr int most_folder_levels = 32;  // folders of a site inside one another

/// A document with its place on the site.
struct PlacedDocument {
  const Document* document;
  const RoleRow* row;
  std::string name;  ///< the first one's is "index.html"
};

/// Fit for a folder and a file name on a website (DOMAIN.md W-06).
bool is_web_name(std::string_view name) {
  return !name.empty() && name.front() != '-' && name.back() != '-' && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

Path without_slash(Path path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

/// The names of everything that belongs to the site's own folder.
StagedSite places_of(const Path& site, const std::string& code) {
  StagedSite staged;
  staged.site = without_slash(site);
  staged.code = code;
  const Path folder = parent_folder(staged.site);
  const std::string name(file_name(staged.site));
  const auto neighbour = [&](const std::string& each) {
    return folder == "." && !staged.site.starts_with("./") ? each : join(folder, each);
  };
  staged.staging = neighbour("." + name + ".staging");
  staged.private_folder = neighbour(name + ".private");
  staged.private_staging = neighbour("." + name + ".private.staging");
  return staged;
}

void check_names(const SiteFacts& facts, Faults& faults) {
  const std::string hint = "use lower-case letters, digits and hyphens, and no initials of a child";
  if (!is_web_name(facts.code))
    faults.push_back({facts.case_folder, 0, 0, "the review's code cannot be a folder of a website", hint});
  if (!is_web_name(facts.board_slug))
    faults.push_back({facts.case_folder, 0, 0, "the board's short name cannot be part of a file name", hint});
}

void check_places(const World& world, const SiteFacts& facts, const StagedSite& staged, Faults& faults) {
  const std::string_view name = file_name(staged.site);
  if (name.empty() || name == "." || name == ".." || name == "/") {
    faults.push_back({staged.site, 0, 0, "this folder cannot be replaced as a whole", "give the site a folder with a name of its own"});
    return;
  }
  const PathKind kind = world.kind_of(staged.site);
  if (kind == PathKind::file || kind == PathKind::other)
    faults.push_back({staged.site, 0, 0, "the site should be a folder, but a file has that name",
                      "choose another name with -o, or move the file away"});
  const PathKind private_kind = world.kind_of(staged.private_folder);
  if (private_kind == PathKind::file || private_kind == PathKind::other)
    faults.push_back({staged.private_folder, 0, 0, "the board's private record should be a folder, but a file has that name",
                      "move the file away"});
  if (facts.case_folder.empty()) return;
  const Path site_path = world.real_path(staged.site), case_path = world.real_path(facts.case_folder);
  if (lies_in(site_path, case_path))
    faults.push_back({staged.site, 0, 0, "the site would lie inside the case folder, beside the real names",
                      "choose a folder outside the case with -o"});
  else if (lies_in(case_path, site_path))
    faults.push_back({staged.site, 0, 0, "the case folder lies inside the site and would be published with it",
                      "move the case out of the site's folder, or choose another folder with -o"});
}

std::vector<std::string> published_titles() {
  std::vector<std::string> titles;
  for (const RoleRow& each : document_roles())
    if (each.published && each.role != DocumentRole::legacy) titles.push_back("the " + ascii_lower(each.title));
  return titles;
}

/// Each document of the certificate with the name of its page.
std::vector<PlacedDocument> place_documents(const Certificate& certificate, const SiteFacts& facts, Faults& faults) {
  std::vector<PlacedDocument> placed;
  std::size_t known = 0;
  for (const RoleRow& row : document_roles())
    for (const Document& document : certificate.documents()) {
      if (document.role != row.role || row.title.empty()) continue;
      ++known;
      const bool twice = std::any_of(placed.begin(), placed.end(), [&](const PlacedDocument& each) { return filed_as(each.row->role) == filed_as(row.role); });
      if (twice) faults.push_back({document.file, 0, 0, "a review can have one " + ascii_lower(row.title) + " only", "publish one of the two"});
      else placed.push_back({&document, &row, placed.empty() ? "index.html" : std::string(filed_as(row.role)) + ".html"});
    }
  if (known != certificate.documents().size())
    faults.push_back({facts.case_folder, 0, 0, "one of the documents is not meant for publication", "publish only " + list_in_words(published_titles())});
  if (placed.empty())
    faults.push_back({facts.case_folder, 0, 0, "there is no document to publish", ""});
  return placed;
}

/// Copies what stands in the old site into the new one, except this review and the list.
void keep_others(World& world, const StagedSite& staged, Faults& faults) {
  if (world.kind_of(staged.site) != PathKind::folder) return;
  struct Open {
    std::string inside;
    int level;
  };
  std::vector<Open> open{{"", 0}};
  while (!open.empty() && faults.empty()) {
    const Open folder = open.back();
    open.pop_back();
    auto entries = world.list_folder(folder.inside.empty() ? staged.site : join(staged.site, folder.inside));
    if (!entries) return entries.move_faults_to(faults);
    for (const FolderEntry& entry : *entries) {
      const std::string inside = folder.inside.empty() ? entry.name : folder.inside + "/" + entry.name;
      if (inside == staged.code || inside == "index.html") continue;
      const Path from = join(staged.site, inside), to = join(staged.staging, inside);
      if (entry.kind == PathKind::folder && folder.level < most_folder_levels) {
        world.make_folders(to).move_faults_to(faults);
        open.push_back({inside, folder.level + 1});
      } else if (entry.kind == PathKind::file) {
        world.copy_file(from, to).move_faults_to(faults);
      } else {
        faults.push_back({from, 0, 0, "this is no ordinary file or folder, so the site cannot be kept as it is", "take it out of the site"});
      }
    }
  }
}

/// The manifests of all reviews in the new site.
std::vector<Manifest> read_manifests(const World& world, const StagedSite& staged, Faults& faults) {
  std::vector<Manifest> manifests;
  auto entries = world.list_folder(staged.staging);
  if (!entries) {
    entries.move_faults_to(faults);
    return manifests;
  }
  for (const FolderEntry& entry : *entries) {
    if (entry.kind != PathKind::folder) continue;
    const Path inside = join(entry.name, "manifest.json");
    if (world.kind_of(join(staged.staging, inside)) != PathKind::file) continue;
    auto bytes = world.read_file(join(staged.staging, inside));
    if (!bytes) {
      bytes.move_faults_to(faults);
      continue;
    }
    auto manifest = read_manifest(*bytes, join(staged.site, inside));
    if (manifest && manifest->code != entry.name)
      faults.push_back({join(staged.site, inside), 0, 0, "this manifest is of another review than its folder", "give the folder its review's code as a name again"});
    else if (manifest) manifests.push_back(std::move(*manifest));
    else manifest.move_faults_to(faults);
  }
  return manifests;
}

/// Writes files into the staging folder and remembers them.
class Stage {
 public:
  Stage(World& world, StagedSite& staged, Faults& faults) : world_(world), staged_(staged), faults_(faults) {}

  void write(const std::string& inside, std::string_view bytes) {
    if (!faults_.empty()) return;
    world_.write_file(join(staged_.staging, inside), bytes).move_faults_to(faults_);
    staged_.files.push_back(inside);
  }

  void fail(const Faults& faults) { faults_.insert(faults_.end(), faults.begin(), faults.end()); }

  /// Writes a file of the review and enters it in the manifest.
  void publish(Manifest& manifest, const std::string& name, const std::string& title, std::string_view bytes) {
    write(staged_.code + "/" + name, bytes);
    manifest.files.push_back({name, title, bytes.size(), hash::sha256(bytes)});
  }

 private:
  World& world_;
  StagedSite& staged_;
  Faults& faults_;
};

std::vector<PageLink> links_from(const PlacedDocument& from, const std::vector<PlacedDocument>& placed) {
  std::vector<PageLink> links;
  for (const PlacedDocument& each : placed)
    if (each.row != from.row) links.push_back({std::string(each.row->title), each.name});
  links.push_back({"What was checked before publication", "certificate.html"});
  links.push_back({"All published reviews", "../index.html"});
  return links;
}

/// "tarnshire-lscb-scr-child-t-report-2015-09.html".
std::string deposit_name(const Manifest& manifest, const SiteFacts& facts, const RoleRow& row, std::string_view extension) {
  const std::string month = iso(manifest.publication).substr(0, 7);
  return facts.board_slug + "-" + manifest.type + "-" + manifest.code + "-" + std::string(row.deposit) + "-" + month + std::string(extension);
}

Manifest manifest_of(const Certificate& certificate, const SiteFacts& facts, const Document& main) {
  Manifest manifest;
  manifest.code = facts.code;
  manifest.title = facts.title.empty() ? main.title : facts.title;
  manifest.type = facts.type;
  manifest.board = facts.board.empty() ? main.board : facts.board;
  manifest.regime = facts.regime.empty() ? main.regime : facts.regime;
  manifest.publication = certificate.publication();
  manifest.available_until = facts.available_until.known() ? facts.available_until : add_months(certificate.publication(), 12);
  manifest.rule_book = certificate.verdict().rule_book;
  for (const Finding& finding : certificate.findings())
    if (finding.waived) manifest.waivers.push_back({finding.rule, finding.waived->date});
  if (manifest.title.empty()) manifest.title = review_type_name(manifest.type, manifest.regime);
  if (manifest.title.empty()) manifest.title = "Review";
  return manifest;
}

/// Writes one document in a format besides its page, with a link from that page.
void write_format(Stage& stage, const PlacedDocument& placed, const Writer& writer, const SiteFacts& facts, const Theme& theme, Manifest& manifest,
                  std::vector<PageLink>& links) {
  Result<std::string> bytes = writer.write(*placed.document, theme);
  if (!bytes) return stage.fail(bytes.faults());
  const std::string name = deposit_name(manifest, facts, *placed.row, writer.extension);
  const std::string format(writer.called);
  stage.publish(manifest, name, std::string(placed.row->title) + " (" + format + ")", *bytes);
  links.push_back({"This document in " + format, name});
}

void write_review(Stage& stage, const std::vector<PlacedDocument>& placed, const SiteFacts& facts, const Theme& theme,
                  Manifest& manifest) {
  const Document& main = *placed.front().document;
  for (const PlacedDocument& each : placed) {
    std::vector<PageLink> links = links_from(each, placed);
    const std::size_t own_page = manifest.files.size();
    for (const Writer* writer : facts.formats) write_format(stage, each, *writer, facts, theme, manifest, links);
    stage.publish(manifest, each.name, std::string(each.row->title), write_html(*each.document, theme, {std::move(links), true}));
    std::rotate(manifest.files.begin() + static_cast<std::ptrdiff_t>(own_page), manifest.files.end() - 1, manifest.files.end());
  }
  const RepositoryRecord record = completed(facts.record, main);
  const bool in_pdf = std::find(facts.formats.begin(), facts.formats.end(), writer_named("pdf")) != facts.formats.end();
  const std::string deposit = deposit_name(manifest, facts, *placed.front().row, in_pdf ? ".pdf" : ".html");
  stage.publish(manifest, "record.json", "", write_record_json(record, manifest.title, manifest.publication, deposit));
  stage.publish(manifest, "record.txt", "", write_record_text(record, manifest.title, manifest.publication, deposit));
  const HtmlSurroundings plain{{{"The report", "index.html"}, {"All published reviews", "../index.html"}}, false};
  stage.publish(manifest, "certificate.html", "What was checked", write_html(certificate_page(manifest), theme, plain));
  stage.write(manifest.code + "/manifest.json", write_manifest(manifest));
}

/// Flushes the folder and every folder below it, the deepest first.
void flush_folders(World& world, const Path& top, Faults& faults) {
  std::vector<Path> all{top};
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto entries = world.list_folder(all[i]);
    if (!entries) return entries.move_faults_to(faults);
    for (const FolderEntry& entry : *entries)
      if (entry.kind == PathKind::folder) all.push_back(join(all[i], entry.name));
  }
  for (std::size_t i = all.size(); i-- > 0;) world.flush_folder(all[i]).move_faults_to(faults);
}

void write_all(World& world, const Certificate& certificate, const SiteFacts& facts, const Theme& theme,
               const std::vector<PlacedDocument>& placed, StagedSite& staged, Faults& faults) {
  world.make_private_folder(staged.staging).move_faults_to(faults);  // until every file in it is looked at
  world.make_folders(join(staged.staging, staged.code)).move_faults_to(faults);
  world.make_private_folder(staged.private_staging).move_faults_to(faults);
  if (faults.empty()) keep_others(world, staged, faults);
  Stage stage(world, staged, faults);
  Manifest manifest = manifest_of(certificate, facts, *placed.front().document);
  write_review(stage, placed, facts, theme, manifest);
  if (!faults.empty()) return;
  const std::vector<Manifest> manifests = read_manifests(world, staged, faults);
  stage.write("index.html", write_html(list_page(manifests, manifest.board), theme, {{}, true}));
  world.write_file(join(staged.private_staging, "checks.json"), write_private_record(certificate, manifest, facts.inputs))
      .move_faults_to(faults);
  if (faults.empty()) flush_folders(world, staged.staging, faults);
  if (faults.empty()) flush_folders(world, staged.private_staging, faults);
  std::sort(staged.files.begin(), staged.files.end());
}

/// Gives the private record its old state again after a publication that failed.
void take_back(World& world, const Path& old_record, const Path& record, Faults& faults) {
  if (world.kind_of(old_record) == PathKind::folder) world.replace(old_record, record).move_faults_to(faults);
  else world.remove_all(record).move_faults_to(faults);
}

}  // namespace

Result<StagedSite> stage_site(World& world, const Certificate& certificate, const SiteFacts& facts,
                              const Theme& theme, const Path& site) {
  StagedSite staged = places_of(site, facts.code);
  Faults faults;
  check_names(facts, faults);
  check_places(world, facts, staged, faults);
  const std::vector<PlacedDocument> placed = place_documents(certificate, facts, faults);
  if (!faults.empty()) return faults;
  abandon_site(world, staged).move_faults_to(faults);  // what a killed run left behind
  if (faults.empty()) write_all(world, certificate, facts, theme, placed, staged, faults);
  if (faults.empty()) return staged;
  abandon_site(world, staged).move_faults_to(faults);
  return faults;
}

std::vector<std::string> codes_of_same_papers(const World& world, const StagedSite& staged, const std::vector<SiteInput>& inputs) {
  std::vector<std::string> codes;
  const auto records = world.list_folder(staged.private_folder);
  if (!records) return codes;
  for (const FolderEntry& entry : *records) {
    if (entry.name == staged.code || world.kind_of(join(staged.site, entry.name)) != PathKind::folder) continue;
    const auto record = world.read_file(join(join(staged.private_folder, entry.name), "checks.json"));
    if (record && shares_a_paper(*record, inputs)) codes.push_back(entry.name);
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

Outcome settle_site(World& world, const StagedSite& staged) {
  // The private record goes first: there is never a published review that the board's own files do not know.
  const Path record = join(staged.private_folder, staged.code);
  Faults faults;
  world.make_private_folder(staged.private_folder).move_faults_to(faults);
  if (faults.empty()) world.share_folder(staged.staging, staged.site).move_faults_to(faults);
  if (faults.empty()) world.replace(staged.private_staging, record).move_faults_to(faults);
  if (faults.empty()) {
    world.replace(staged.staging, staged.site).move_faults_to(faults);
    if (!faults.empty()) take_back(world, staged.private_staging, record, faults);
  }
  if (!faults.empty()) {
    abandon_site(world, staged).move_faults_to(faults);
    return faults;
  }
  abandon_site(world, staged).move_faults_to(faults);  // after the exchange these hold the old ones
  return {Done{}, faults};
}

Outcome abandon_site(World& world, const StagedSite& staged) {
  Faults faults;
  world.remove_all(staged.staging).move_faults_to(faults);
  world.remove_all(staged.private_staging).move_faults_to(faults);
  if (!faults.empty()) return faults;
  return Done{};
}

}  // namespace casewright
