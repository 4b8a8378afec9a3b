#include "app/batch_manifest.h"

#include "foreign/json.h"

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

}  // namespace

BatchCounts counts_of(const std::vector<JournalEntry>& entries) {
  BatchCounts counts;
  for (const JournalEntry& entry : entries)
    ++(entry.status == RunStatus::ok || entry.status == RunStatus::partial ? counts.done : counts.failed);
  return counts;
}

std::string manifest_name(const Shard& shard) {
  if (shard.parts <= 1) return "manifest.json";
  return "manifest-" + std::to_string(shard.part) + "-of-" + std::to_string(shard.parts) + ".json";
}

std::string write_manifest(const std::vector<JournalEntry>& entries, const std::vector<std::string>& left_out,
                           const std::vector<std::string>& faults) {
  const BatchCounts counts = counts_of(entries);
  json::Value manifest = {{"tool", "casewright"}, {"version", CASEWRIGHT_VERSION}, {"done", counts.done}, {"failed", counts.failed}};
  manifest["files"] = json::Value::array();
  for (const JournalEntry& entry : entries) manifest["files"].push_back(record_of(entry));
  manifest["left_out"] = left_out;
  manifest["faults"] = faults;
  return manifest.dump(1, ' ', false, json::Value::error_handler_t::replace) + "\n";
}

}  // namespace casewright
