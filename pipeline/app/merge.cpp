#include <algorithm>
#include <cstdio>
#include <map>
#include <ostream>
#include <set>

#include "app/batch_desk.h"
#include "app/batch_manifest.h"
#include "app/check_batch.h"
#include "app/commands.h"
#include "base/disk.h"

namespace casewright {
namespace {

/// What a journal says, and the folder its outputs are below.
struct ShardPart {
  Path folder;
  Path journal;
  JournalRead read;
};

std::vector<ShardPart> read_parts(const Desk& desk, const std::vector<Path>& folders, Faults& faults) {
  std::vector<ShardPart> parts;
  for (const Path& folder : folders) {
    auto entries = desk.world.list_folder(folder);
    entries.move_faults_to(faults);
    if (!entries) continue;
    const std::size_t before = parts.size();
    for (const FolderEntry& entry : *entries) {
      if (!entry.name.starts_with("journal") || extension(entry.name) != ".jsonl") continue;
      const Path path = join(folder, entry.name);
      auto bytes = desk.world.read_file(path, 4ull << 30);
      bytes.move_faults_to(faults);
      if (bytes) parts.push_back({folder, path, read_journal(*bytes)});
    }
    if (parts.size() == before)
      faults.push_back({folder, 0, 0, "there is no journal in this folder", "give the folder that check or convert wrote to with -o"});
  }
  return parts;
}

/// The parts of a batch that have not ended, each with what to do: a part writes its manifest last, and its journal's name says
/// how many parts there are to be.
Faults open_parts(const World& world, const std::vector<ShardPart>& parts) {
  std::map<unsigned, std::set<unsigned>> ended;
  for (const ShardPart& part : parts) {
    Shard shard;
    if (std::sscanf(std::string(file_name(part.journal)).c_str(), "journal-%u-of-%u.jsonl", &shard.part, &shard.parts) != 2) continue;
    auto& those = ended[shard.parts];
    if (world.kind_of(join(part.folder, manifest_name(shard))) == PathKind::file) those.insert(shard.part);
  }
  constexpr std::size_t most_told = 20;
  Faults open;
  for (const auto& [all, those] : ended)
    for (unsigned part = 1; part <= all && open.size() < most_told; ++part)
      if (!those.contains(part)) {
        const std::string number = std::to_string(part), of = std::to_string(all);
        open.push_back({parts.front().folder, 0, 0, "part " + number + " of " + of + " has not ended, or is not here",
                        "run it with --shard " + number + "/" + of + " --resume, then merge again"});
      }
  return open;
}

/// Of two entries of one file the better one stays: one that was done, then one that is final.
bool better(const JournalEntry& left, const JournalEntry& right) {
  const auto rank = [](const JournalEntry& entry) { return may_pass(entry.status) ? entry.poison ? 1 : 0 : 2; };
  return rank(left) > rank(right);
}

/// Brings an entry's outputs to the folder of the whole; those that are there already stay.
Faults bring(World& world, const ShardPart& part, const JournalEntry& entry, const Path& out) {
  Faults faults;
  for (const std::string& file : entry.files) {
    const Path from = join(part.folder, file);
    const Path to = join(out, file);
    if (world.real_path(from) == world.real_path(to)) continue;
    Outcome brought = world.make_folders(parent_folder(to));
    if (brought) brought = world.remove_all(to);
    if (brought) brought = world.copy_file(from, to);
    brought.move_faults_to(faults);
  }
  return faults;
}

}  // namespace

Exit merge(const Desk& desk, const MergeOptions& options) {
  Faults faults;
  const std::vector<ShardPart> parts = read_parts(desk, options.folders, faults);
  desk.console.tell(faults);
  if (!faults.empty()) return Exit::fault;
  const Faults missing = open_parts(desk.world, parts);
  desk.console.tell(missing);
  std::map<std::string, std::pair<const ShardPart*, const JournalEntry*>> whole;
  for (const ShardPart& part : parts)
    for (const auto& [input, entry] : part.read.entries) {
      const auto [found, fresh] = whole.try_emplace(input, &part, &entry);
      if (!fresh && better(entry, *found->second.second)) found->second = {&part, &entry};
    }
  Disk disk(Disk::Pace::quick);
  if (Outcome made = disk.make_folders(options.out); !made) {
    desk.console.tell(made.faults());
    return Exit::fault;
  }
  std::vector<JournalEntry> entries;
  std::string journal;
  for (const auto& [input, found] : whole) {
    const Faults lost = bring(disk, *found.first, *found.second, options.out);
    faults.insert(faults.end(), lost.begin(), lost.end());
    journal += write_entry(*found.second);
    entries.push_back(*found.second);
  }
  desk.console.tell(faults);
  Outcome written = desk.world.write_file(join(options.out, "journal.jsonl"), journal);
  if (written) written = desk.world.write_file(join(options.out, manifest_name({})), write_manifest(entries, {}));
  if (written) written = is_check(entries) ? write_check_summary(desk.world, options.out, entries)
                                            : desk.world.write_file(join(options.out, "summary.csv"), write_conversion_table(entries, {}));
  desk.console.tell(written.faults());
  if (!faults.empty() || !written) return Exit::fault;
  const BatchCounts counts = counts_of(entries);
  desk.console.out << entries.size() << " files from " << parts.size() << " journals, " << counts.failed << " of them not done; see "
                   << join(options.out, manifest_name({})) << '\n';
  const bool open = std::any_of(entries.begin(), entries.end(), [](const JournalEntry& entry) { return may_pass(entry.status) && !entry.poison; });
  return open || !missing.empty() ? Exit::try_again : counts.failed == 0 ? Exit::ready : Exit::some_failed;
}

}  // namespace casewright
