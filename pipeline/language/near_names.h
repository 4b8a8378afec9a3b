#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// How a word came to differ from a name.
enum class Slip : std::uint8_t { scan, one_letter, two_letters, sound };

/// A name that a word is near to.
struct NearName {
  std::uint32_t number = 0;
  Slip slip = Slip::one_letter;
  bool operator==(const NearName&) const = default;
};

/// Finds the names that a word may be a slip of: a letter too many, too few, wrong, or two swapped (two such errors in
/// names of eight letters and more), another spelling of the same sound, or what a scanner reads.
///
/// Each name is kept by every string that is left when letters of its first eight are deleted, so that a look-up
/// costs some forty hash probes, however many names there are. Eight letters and what is left of them are one number.
class NearNames {
 public:
  /// Adds a folded name of four or more bytes; shorter ones are left out, they resemble too much. With `everyday` it
  /// is an ordinary word as well, and near() leaves it out.
  void add(const std::string& name, std::uint32_t number, bool everyday = false);
  /// Closes the tables; names are found from then on, and none may be added.
  void build();
  /// The names that one typing error parts from `word`, of six letters and more: what a text may be marked for.
  std::vector<NearName> near(std::string_view word) const;
  /// All names that `word` may be a slip of, the likeliest first.
  std::vector<NearName> all(std::string_view word) const;

 private:
  struct Kept {
    std::string name, sound, scan;
    std::uint32_t number = 0;
    bool everyday = false;
  };
  /// Indices of names_ by a number: gathered first, then put into buckets by the number's highest bits.
  class Table {
   public:
    void add(std::uint64_t key, std::uint32_t index) { rows_.push_back({key, index}); }
    void build();
    /// Calls `visit(index)` for every name kept by `key`.
    template <class Visit>
    void each(std::uint64_t key, Visit visit) const;

   private:
    struct Row {
      std::uint64_t key = 0;
      std::uint32_t index = 0;
    };
    std::size_t bucket_of(std::uint64_t key) const;

    std::vector<Row> rows_;
    std::vector<std::uint32_t> starts_;  ///< of each bucket in rows_, and the end
    int shift_ = 64;
  };
  void gather(std::string_view word, std::vector<NearName>& into) const;

  std::vector<Kept> names_;
  Table deletions_, sounds_, scans_;
};

}  // namespace casewright
