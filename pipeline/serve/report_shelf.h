#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/world.h"
#include "serve/program_run.h"

namespace casewright {

/// How far a report on the shelf is.
enum class ShelfState : std::uint8_t { waiting, checking, done, failed };

/// A report, or the papers of a case, that somebody has dropped on the page.
struct ShelvedReport {
  std::string id;
  std::string name;   ///< as the browser gave it, made harmless
  Path folder, file;
  ShelfState state = ShelfState::waiting;
  std::string said;   ///< why it failed or is not ready, for a person
  bool is_case = false;  ///< `file` is a case folder; what is made of it is its website
};

/// A decision about a finding, as the page sends it.
struct ShelfWaiver {
  std::size_t finding = 0;  ///< index in findings.json
  std::string reason, person, role, until;
};

/// The reports of a session: kept in a private folder, each checked by a run of the program of its own, so that several
/// go on at once and a crash in one leaves the others. The folder is emptied when the shelf goes.
class ReportShelf {
 public:
  /// `words` begin every run's command line: the board's folder, say.
  ReportShelf(World& world, Path folder, std::string program, std::vector<std::string> words, std::vector<std::string> environment);
  ~ReportShelf();

  static constexpr std::size_t most_reports = 40;
  static constexpr std::size_t most_at_once = 3;

  /// Takes a report, or an archive of a case folder or of reports; its id, of several that of the last, or a fault that says
  /// why not.
  Result<std::string> add(std::string_view name, std::string_view bytes);
  /// What the page shows of every report, in the order they came: JSON.
  std::string list() const;
  std::optional<ShelvedReport> find(const std::string& id) const;
  /// A file that a run has made for the report ("findings.html"), or nothing.
  std::optional<std::string> made(const std::string& id, std::string_view name) const;
  /// Makes a copy of the report to take home: "marked" with the findings beside the words, or "cleaned"; what the program said
  /// where it refused.
  Outcome make(const std::string& id, std::string_view what);
  /// Takes a list of the names that no report must hold, in place of an earlier one, and checks every report with it; what the program
  /// said where it refused. Empty bytes take the list away.
  Outcome set_names(std::string_view name, std::string_view bytes);
  /// What the list of names is called, or nothing where there is none.
  std::string names() const;
  /// Accepts a finding and checks the report again; what the program said where it refused.
  Outcome waive(const std::string& id, const ShelfWaiver& waiver);
  /// Takes a report off the shelf with all that was made of it.
  void remove(const std::string& id);
  /// Ends what is running.
  void stop();

 private:
  void work();
  Result<std::string> put(ShelvedReport report, const std::vector<std::pair<Path, std::string>>& files);
  Result<std::string> add_archive(std::string_view name, std::string_view bytes);
  void check(const ShelvedReport& report);
  void publish(const ShelvedReport& report);
  ProgramRun run(const ShelvedReport& report, std::vector<std::string> words) const;
  void settle(const std::string& id, ShelfState state, std::string said = {});
  void check_all_again();
  /// The words of a command line that name the list of names, or none.
  std::vector<std::string> with_names(std::vector<std::string> words) const;

  World& world_;
  Path folder_;
  std::string program_;
  std::vector<std::string> words_, environment_;
  mutable std::mutex mutex_;
  std::condition_variable more_;
  std::vector<ShelvedReport> reports_;
  Path names_;  ///< the list of names, or empty
  std::deque<std::string> open_;
  std::atomic<bool> stopping_{false};
  std::vector<std::thread> workers_;
};

/// A file name that is safe on this disk and still tells a person which file it is: the last part only, no control
/// characters, not hidden, not too long.
std::string harmless_name(std::string_view name);

}  // namespace casewright
