#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/parts/markup.h"

namespace casewright {

/// The text of a Word file with the places where notes may stand in it. Notes at places where Word or LibreOffice would lose
/// them (fields, text boxes, footnotes) stand round what holds the words.
class WordPartMarks {
 public:
  /// `root` must outlive it and not be changed but by it; `space` is the namespace of Word's own elements there.
  WordPartMarks(Markup& root, std::string space);

  /// Puts note `id` at the words from `begin` to before `end`; false where it stands near them only.
  bool mark(std::uint32_t begin, std::uint32_t end, const std::string& id);
  /// Puts it at what refers to a footnote, an endnote or a comment ("footnote 3"); false where nothing does.
  bool mark_reference(const std::string& key, const std::string& id);
  /// Puts it at the first words of the text.
  void mark_beginning(const std::string& id);
  /// Writes all marks into the root.
  void apply();

 private:
  /// One text that is shown, and where marks stand that cannot stand in it.
  struct Leaf {
    Markup* text;
    Markup* holder;              ///< w:t
    Markup* run;
    Markup* before = nullptr;    ///< marks stand in front of it and behind `behind`; null: they stand in the text
    Markup* behind = nullptr;
    bool at_point = false;       ///< both marks stand in front of `before`
    bool apart = false;          ///< `before` holds more than the words, so that the note must name them
    bool opens_run = false, closes_run = false;
  };
  /// Where the walk stands.
  struct Around {
    Markup* paragraph = nullptr;
    Markup* run = nullptr;
    Markup* out = nullptr;       ///< marks inside it stand round it
    bool apart = false;
  };
  struct Field {
    Markup* paragraph;
    Markup* run;
    std::size_t first_leaf;
    std::string instruction;
  };
  /// What is written at one place: ends of notes, then beginnings.
  struct Slot {
    std::string ends, starts;
  };

  void walk(Markup& node, Around around);
  void text_of(Markup& holder, const Around& around);
  void field_mark(const Markup& node, const Around& around);
  void refer(const Markup& node, const Around& around);
  Slot& slot_at_start(const Leaf& leaf, std::uint32_t at);
  Slot& slot_at_end(const Leaf& leaf, std::uint32_t at);
  Slot& slot_inside(const Leaf& leaf, std::uint32_t at);
  std::string start_of(const std::string& id, const Markup& like) const;
  std::string end_of(const std::string& id, const Markup& like) const;
  std::string element(std::string_view name, const std::string& id, const Markup& like) const;
  void mark_empty(const std::string& id);

  Markup& root_;
  std::string space_, prefix_;
  std::vector<Leaf> leaves_;
  std::vector<Field> fields_;
  std::map<std::string, Markup*> references_;   ///< by key, the run or what stands round it
  std::map<std::string, Markup*> ranges_;       ///< beginnings of people's comments by key
  std::map<Markup*, Slot> before_, behind_;
  std::map<Markup*, std::pair<const Leaf*, Slot>> holders_before_, holders_behind_;
  std::map<Markup*, std::pair<const Leaf*, std::map<std::size_t, Slot>>> inside_;  ///< by text and byte
};

}  // namespace casewright
