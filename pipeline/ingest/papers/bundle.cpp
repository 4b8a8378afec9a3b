#include "ingest/papers/bundle.h"

#include "base/text.h"

namespace casewright {
namespace {

/// What programs leave in folders, and notes for people.
bool is_no_paper(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return lower.starts_with('.') || lower.starts_with("~$") || lower.ends_with('~') || lower == "thumbs.db" || lower == "desktop.ini" ||
         lower.starts_with("readme");
}

}  // namespace

std::vector<std::string> Bundle::files_in(std::string_view subfolder) {
  std::vector<std::string> names;
  Result<std::vector<FolderEntry>> entries = world_.list_folder(path(subfolder));
  if (!entries) {
    entries.move_faults_to(faults.stop);
    return names;
  }
  for (const FolderEntry& entry : *entries) {
    if (is_no_paper(entry.name)) continue;
    const std::string name = join(std::string(subfolder), entry.name);
    if (entry.kind == PathKind::file) names.push_back(name);
    else
      faults.stop.push_back({path(name), 0, 0, "this is no file, so nothing in it is read",
                             "put the files themselves into " + std::string(subfolder) + "/"});
  }
  return names;
}

std::optional<std::string> Bundle::bytes(std::string_view name) {
  Result<std::string> read = world_.read_file(path(name), World::default_limit);
  if (!read) {
    read.move_faults_to(faults.stop);
    return std::nullopt;
  }
  return *std::move(read);
}

std::uint32_t Bundle::add_source(std::string_view name) {
  sources.push_back(path(name));
  return static_cast<std::uint32_t>(sources.size() - 1);
}

std::optional<Record> Bundle::xml(std::string_view name, const std::string& schema_name, std::uint32_t source) {
  const std::optional<std::string> content = bytes(name);
  const Result<xml::Schema>& schema = schemas_.named(schema_name);
  if (!schema.ok()) faults.stop.insert(faults.stop.end(), schema.faults().begin(), schema.faults().end());
  if (!content || !schema.ok()) return std::nullopt;
  Result<Record> record = xml::read(*content, path(name), source, &*schema);
  if (!record) {
    record.move_faults_to(faults.stop);
    return std::nullopt;
  }
  return *std::move(record);
}

}  // namespace casewright
