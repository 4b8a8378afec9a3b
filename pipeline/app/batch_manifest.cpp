#include "app/batch_manifest.h"

#include <map>

#include "base/text.h"
#include "base/words.h"
#include "emit/words/csv_cell.h"

namespace casewright {
namespace {

/// An input's entry; of one with the bytes of another it says which.
json::Value record_of(const JournalEntry& entry) {
  json::Value record = json::Value::parse(entry.answer, nullptr, false);
  if (!record.is_object()) record = {{"done", false}};
  json::Value named = {{"input", entry.input}, {"status", name_of(entry.status)}};
  if (!entry.same_as.empty()) named["same_as"] = entry.same_as;
  if (entry.signal != 0) named["signal"] = entry.signal;
  record.erase("input");
  named.update(record);
  return named;
}

std::string text_of(const json::Value& value) { return value.dump(1, ' ', false, json::Value::error_handler_t::replace); }

/// What the table says became of a file.
std::string outcome_of(RunStatus status) {
  if (is_done(status)) return status == RunStatus::partial ? "converted, with something to look at" : "converted";
  const std::string why(why_left(status));
  return why.empty() ? "not converted" : "not converted: " + why;
}

/// What a person should look at, from an answer's doubts and faults.
std::string to_look_at(const json::Value& record) {
  std::vector<std::string> all;
  for (const json::Value& each : record.value("uncertain", json::Value::array()))
    if (each.is_string()) all.push_back(each.get<std::string>());
  if (all.empty())
    for (const json::Value& each : record.value("faults", json::Value::array()))
      if (each.is_object()) all.push_back(each.value("what", "") + " (" + each.value("hint", "") + ")");
  return join_text(all, "; ");
}

}  // namespace

BatchCounts counts_of(const std::vector<JournalEntry>& entries) {
  BatchCounts counts;
  for (const JournalEntry& entry : entries)
    ++(is_done(entry.status) ? counts.done : counts.failed);
  return counts;
}

std::string manifest_name(const Shard& shard) {
  if (shard.parts <= 1) return "manifest.json";
  return "manifest-" + std::to_string(shard.part) + "-of-" + std::to_string(shard.parts) + ".json";
}

json::Value faults_value(const Faults& faults) {
  json::Value all = json::Value::array();
  for (const Fault& each : faults)
    all.push_back({{"file", printable(each.file)}, {"what", each.what}, {"line", each.line}, {"column", each.column}, {"hint", each.hint}});
  return all;
}

std::string write_conversion_table(const std::vector<JournalEntry>& entries, const BatchInputs& inputs) {
  std::string csv = "\xEF\xBB\xBF";
  for (const char* const name : {"file", "outcome", "pages", "title", "same as"}) append_csv_cell(csv, name);
  append_csv_cell(csv, "to look at", true);
  for (const JournalEntry& entry : entries) {
    const json::Value record = record_of(entry);
    const std::uint32_t pages = record.value("pages", 0u);
    append_csv_cell(csv, printable(entry.input));
    append_csv_cell(csv, outcome_of(entry.status));
    append_csv_cell(csv, pages == 0 ? std::string() : std::to_string(pages));
    append_csv_cell(csv, record.value("title", ""));
    append_csv_cell(csv, printable(entry.same_as));
    append_csv_cell(csv, to_look_at(record), true);
  }
  const auto unread = [&csv](std::string_view file, std::string_view outcome, std::string_view why) {
    append_csv_cell(csv, file);
    append_csv_cell(csv, outcome);
    for (int empty = 0; empty < 3; ++empty) append_csv_cell(csv, "");
    append_csv_cell(csv, why, true);
  };
  for (const Fault& each : inputs.faults) unread(printable(each.file), "not opened", each.what + (each.hint.empty() ? "" : " (" + each.hint + ")"));
  for (const Path& each : inputs.left_out) unread(printable(each), "left out", "give it by its own name if it is a report");
  return csv;
}

std::string kinds_left_out(const std::vector<Path>& files) {
  std::map<std::string, std::size_t> counts;
  for (const Path& file : files) {
    const std::string_view name = file_name(file);
    const bool beside = name.starts_with("~$") || name.starts_with(".~lock.");
    const std::string ending = extension(name);
    ++counts[beside ? "that Word or LibreOffice keeps beside an open file" : ending.empty() ? "without an ending" : ending];
  }
  std::vector<std::string> kinds;
  for (const auto& [kind, count] : counts) kinds.push_back(std::to_string(count) + " " + kind);
  return list_in_words(kinds);
}

std::string write_manifest(const std::vector<JournalEntry>& entries, const BatchInputs& inputs) {
  const BatchCounts counts = counts_of(entries);
  json::Value manifest = {{"tool", "casewright"}, {"version", CASEWRIGHT_VERSION}, {"done", counts.done}, {"failed", counts.failed}};
  manifest["files"] = json::Value::array();
  manifest["left_out"] = json::Value::array();
  for (const Path& each : inputs.left_out) manifest["left_out"].push_back(printable(each));
  manifest["faults"] = json::Value::array();
  for (const Fault& each : inputs.faults) manifest["faults"].push_back(printable(describe(each)));
  const std::string frame = text_of(manifest);
  constexpr std::string_view place = "\"files\": [";  // within a text its marks would be \"
  const std::size_t at = frame.find(place) + place.size();
  // A file at a time: of ten thousand, one tree of values would take more memory than all of the run before it.
  std::size_t room = frame.size();
  for (const JournalEntry& entry : entries) room += 200 + entry.answer.size() * 2;
  std::string text = frame.substr(0, at);
  text.reserve(room);
  for (const JournalEntry& entry : entries) {
    text += &entry == &entries.front() ? "\n  " : ",\n  ";
    text += replace_every(text_of(record_of(entry)), "\n", "\n  ");
  }
  if (!entries.empty()) text += "\n ";
  return text.append(frame, at) + "\n";
}

}  // namespace casewright
