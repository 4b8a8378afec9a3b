#include "app/publication.h"

#include <algorithm>

#include "app/papers.h"
#include "base/text.h"
#include "emit/writers.h"
#include "foreign/hash.h"
#include "ingest/readers.h"
#include "language/prose_reader.h"
#include "model/document_roles.h"

namespace casewright {
namespace {

std::string board_words(const Case& review, std::string_view element) {
  const Record* board = review.root.child("board");
  return board == nullptr ? std::string() : board->content_of(element);
}

/// Every file below the case folder with its sha256, drafts and hidden files left out.
Result<std::vector<SiteInput>> inputs_of(const World& world, const Path& folder, const std::string& inside = "", int depth = 0) {
  auto entries = world.list_folder(join(folder, inside));
  if (!entries) return entries.faults();
  std::vector<SiteInput> inputs;
  for (const FolderEntry& entry : *entries) {
    const std::string name = inside.empty() ? entry.name : inside + "/" + entry.name;
    if (entry.name.front() == '.' || name == "drafts") continue;
    if (entry.kind == PathKind::folder && depth < 8) {
      auto below = inputs_of(world, folder, name, depth + 1);
      if (!below) return below.faults();
      std::move(below->begin(), below->end(), std::back_inserter(inputs));
    } else if (entry.kind == PathKind::file) {
      auto bytes = world.read_file(join(folder, name));
      if (!bytes) return bytes.faults();
      inputs.push_back({name, hash::sha256(*bytes)});
    }
  }
  return inputs;
}

}  // namespace

Result<std::vector<Reading>> readings_to_publish(const Desk& desk, const OpenCase& of_case) {
  auto papers = make_papers(desk.world, desk.house, of_case.review, of_case.names);
  if (!papers) return papers.faults();
  std::vector<Reading> readings;
  for (Document& document : papers->documents) {
    if (!row_of_role(document.role).published) continue;
    const std::string name = std::string(filed_as(document.role)) + ".html";
    readings.push_back(reading_of(std::move(document), name));
  }
  return {std::move(readings), std::move(papers->faults)};
}

Result<std::vector<Reading>> read_finished(const Desk& desk, const Path& file, const OpenCase& of_case) {
  auto reading = read_with_prose(desk.world, file);
  if (!reading) return reading.faults();
  Document& document = reading->document;
  document.role = DocumentRole::report;
  document.board = board_words(of_case.review, "name");
  document.code = of_case.review.code;
  document.regime = of_case.review.regime;
  document.date = of_case.review.publication;
  std::vector<Reading> readings;
  readings.push_back(std::move(*reading));
  return readings;
}

Result<Reading> read_written(const World& world, const Path& path, const std::string& name) {
  if (is_report_file(name)) {
    auto reading = read_with_prose(world, path);
    if (reading) reading->path = name;
    return reading;
  }
  auto bytes = world.read_file(path);
  const Writer* writer = writer_of_file(name);
  if (bytes && writer != nullptr && writer->read_back != nullptr) bytes = writer->read_back(*bytes);
  if (!bytes) return bytes.faults();
  Document document;
  document.blocks.push_back(text_block(BlockKind::paragraph, std::move(*bytes)));
  return reading_of(std::move(document), name);
}

Result<SiteFacts> site_facts(const World& world, const Case& review, const Checked& checked) {
  auto inputs = inputs_of(world, review.folder);
  if (!inputs) return inputs.faults();
  SiteFacts facts;
  facts.board = board_words(review, "name");
  if (const Record* board = review.root.child("board")) facts.board_slug = board->attribute("slug");
  facts.code = review.code;
  facts.type = review.type;
  facts.title = checked.readings.front().document.title;
  facts.regime = review.regime;
  if (const Record* publication = review.root.child("publication"))
    facts.available_until = date_from_iso(publication->attribute("available-until")).value_or(Date{});
  for (const RecommendationSeen& each : checked.inspected.front().recommendations)
    facts.record.recommendations.push_back(each.text);
  facts.inputs = std::move(*inputs);
  facts.case_folder = review.folder;
  return facts;
}

}  // namespace casewright
