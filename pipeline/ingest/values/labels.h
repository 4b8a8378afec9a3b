#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/word_groups.h"

namespace casewright {

/// What a label in a paper of an agency leads to: a column's heading, a line of a front sheet, the heading of a part.
enum class Field : std::uint8_t {
  none,      ///< a label that nobody knows
  kept,      ///< known, but no part of the model: kept under its heading
  date, end_date, time, sequence, source, event, child_seen, seen_alone, child_seen_or_spoken, child_seen_and_voice,
  child_spoken_to, voice, outcome, comment, recorded_by, contact, key, background, same_as,
  id, recommendation, action, owner, due, status, completed, taken, impact, next, evidence,
  author, post, independent, requested, secured, period, period_from, period_to, signer, name, contents, conditions,
  family, method, practice, good, lesson, enquiry,
  // a register's columns, then whom or what one of its rows tells of
  public_name, given_name, family_name, title, alias, misspelling, nickname, former_name, initials, role, relation, entry_kind, born, died, sex,
  agency, phone, email, username, address, postcode, nhs, national_insurance, pupil, social_care, crime, police_national_computer, court, car, number,
  subject, mother, father, sibling, relative, friend_, practitioner, allowed, other_person,
  school, nursery, hospital, gp, street, estate, town, faith, prison, refuge, employer, other_place, organisation,
};

/// The field as corpus/labels names it: "former-name".
std::string_view code_of(Field field);
/// The field as a message names it: "voice of the child".
std::string_view word_of(Field field);

/// One label that agencies use, in small letters and without marks.
struct Label {
  std::string words;
  Field field = Field::none;
};

/// A label as it is compared: small letters, no marks, one space between words; "child's" is "childs".
std::string plain_label(std::string_view label);
/// The words of a label, or of a name, as they are compared.
std::vector<std::string> words_of_label(std::string_view label);

/// Words that a label leads: "Comment: seen late".
struct LabelledWords {
  std::string label;
  Field field = Field::none;
  std::string_view words;
};

/// What the labels of one kind of paper lead to, from its set in corpus/labels.
class LabelGuide {
 public:
  /// What a label was taken for.
  struct Meaning {
    Field field = Field::none;
    bool exact = false;  ///< false where a small slip or further words were forgiven
  };

  /// The guide of that set, read at its first use; the program holds it to its end. The set must be one of the file's.
  static const LabelGuide& of(std::string_view set);

  /// What a label means: known labels first (case, marks, brackets, line breaks and plurals play no part), then the parts between
  /// strokes, then labels with a small slip, then those of two words and more inside a longer one, then the signs.
  Meaning understand(std::string_view label) const;
  /// The field whose label is the last word of a short one: "Entry date", "Who was seen"; `none` where there is none.
  Field named_last(std::string_view label) const;
  /// A short known label at the head of the text, with a colon behind it, and what it leads to; nothing for any other text.
  std::optional<LabelledWords> leading(std::string_view text) const;
  /// Up to three known labels that look most like this one, for a hint.
  std::vector<std::string> near(std::string_view label) const;
  /// All labels, those of the set that this one is like behind its own.
  std::span<const Label> labels() const { return labels_; }

 private:
  friend class LabelReader;
  struct Sign {
    Field field = Field::none;
    std::vector<std::uint32_t> groups;  ///< of which the label has a word each
    std::uint32_t without = 0;          ///< the group of which it has none
  };
  Field exact(std::string_view singular) const;
  /// "Amser / Time", "Contact / incident": what its parts mean, where they do not differ.
  Meaning of_parts(std::string_view label) const;
  Field mistyped(std::string_view singular) const;
  Field contained(std::string_view singular) const;
  Field signed_by(std::string_view plain) const;

  std::vector<Label> labels_;
  std::vector<std::string> singular_;  ///< the words of each label in the singular
  std::vector<Sign> signs_;
  WordGroups groups_;
};

}  // namespace casewright
