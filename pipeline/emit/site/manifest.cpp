#include "emit/site/manifest.h"

#include "foreign/json.h"

namespace casewright {
namespace {

using json::Value;

Fault broken(const std::string& file, std::string what) {
  return {file, 0, 0, "this is no manifest of a published review: " + std::move(what),
          "publish that review again into an empty folder, or take its folder out of the site"};
}

std::string text_of(const Value& value, const char* key) {
  const auto found = value.find(key);
  return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Date date_of(const Value& value, const char* key) {
  return date_from_iso(text_of(value, key)).value_or(Date{});
}

/// A name that can only mean a file of the review's own folder.
bool is_plain_name(std::string_view name) {
  return !name.empty() && name[0] != '.' && name.find_first_of("/\\:\"<>#?%") == std::string_view::npos;
}

}  // namespace

std::string write_manifest(const Manifest& manifest) {
  Value files = Value::array(), waivers = Value::array();
  for (const PublishedFile& file : manifest.files)
    files.push_back({{"name", file.name}, {"title", file.title}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  for (const PublishedWaiver& waiver : manifest.waivers)
    waivers.push_back({{"rule", waiver.rule}, {"date", iso(waiver.date)}});
  const Value value = {{"code", manifest.code},
                       {"title", manifest.title},
                       {"type", manifest.type},
                       {"board", manifest.board},
                       {"regime", manifest.regime},
                       {"published", iso(manifest.publication)},
                       {"available_until", iso(manifest.available_until)},
                       {"rulebook", manifest.rule_book},
                       {"waivers", std::move(waivers)},
                       {"files", std::move(files)}};
  return value.dump(1, ' ', false, Value::error_handler_t::replace) + "\n";
}

Result<Manifest> read_manifest(std::string_view bytes, const std::string& file) {
  const Value value = Value::parse(bytes, nullptr, false);
  if (!value.is_object()) return broken(file, "it is not a JSON object");
  Manifest manifest;
  manifest.code = text_of(value, "code");
  manifest.title = text_of(value, "title");
  manifest.type = text_of(value, "type");
  manifest.board = text_of(value, "board");
  manifest.regime = text_of(value, "regime");
  manifest.publication = date_of(value, "published");
  manifest.available_until = date_of(value, "available_until");
  manifest.rule_book = text_of(value, "rulebook");
  if (manifest.code.empty() || manifest.title.empty()) return broken(file, "code or title is missing");
  if (!manifest.publication.known()) return broken(file, "the date of publication is missing");
  const auto waivers = value.find("waivers");
  if (waivers != value.end() && waivers->is_array())
    for (const Value& each : *waivers)
      if (each.is_object()) manifest.waivers.push_back({text_of(each, "rule"), date_of(each, "date")});
  const auto files = value.find("files");
  if (files == value.end() || !files->is_array()) return broken(file, "it lists no files");
  for (const Value& each : *files) {
    if (!each.is_object() || !is_plain_name(text_of(each, "name"))) return broken(file, "a file has no name that can be used");
    const auto size = each.find("bytes");
    manifest.files.push_back({text_of(each, "name"), text_of(each, "title"),
                              size != each.end() && size->is_number_unsigned() ? size->get<std::uint64_t>() : 0,
                              text_of(each, "sha256")});
  }
  return manifest;
}

}  // namespace casewright
