#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foreign/regex.h"
#include "inspect/patterns/gated_pattern.h"
#include "inspect/sections/sections.h"

namespace casewright {

/// What a part of a report holds, as its heading says.
enum class AskZone : std::uint8_t {
  other,            ///< nothing of the kind
  recommendations,  ///< the review's own recommendations
  mixed,            ///< recommendations among findings or learning
  considerations,   ///< questions or considerations for those who decide
  afterwards,       ///< what becomes of the recommendations: how they were made, or are followed up
  foreign,          ///< recommendations of earlier reviews, of single agencies, of others
};

/// What a line or a column says of a recommendation.
enum class AskField : std::uint8_t { none, id, text, action, owner, due, outcome, evidence, progress, aside };

/// How a piece that opens a recommendation begins: "Recommendation 4:".
struct AskLabel {
  std::string id;
  std::uint32_t words_at = 0;  ///< where the words after it begin
  bool consideration = false;
};

/// Words with what stands anywhere in them, looked up in one walk: a sign of what is asked is then sought only where it can be.
class AskWords {
 public:
  AskWords(std::string_view words);  ///< any words can be asked about; they must outlive this
  AskWords(const std::string& words) : AskWords(std::string_view(words)) {}
  /// These words, which lie inside; no walk is needed for them.
  AskWords part(std::string_view inside) const { return {inside, held_}; }

  std::string_view text() const { return text_; }
  /// True where the sign can be; those of its needs that are beyond the ones looked up are not waited for.
  bool may_hold(const GatedPattern& sign) const {
    return std::all_of(sign.needs.begin(), sign.needs.end(), [this](std::uint32_t need) { return need >= held_.size() || held_[need]; });
  }
  std::optional<regex::Match> find(const GatedPattern& sign) const { return may_hold(sign) ? sign.pattern.find(text_) : std::nullopt; }

 private:
  AskWords(std::string_view words, std::bitset<64> held) : text_(words), held_(held) {}
  std::string_view text_;
  std::bitset<64> held_;
};

/// What the heading says of the part under it; `other` where it leaves that to the heading above. `own` are the
/// canonical sections of this heading alone.
AskZone zone_of_heading(std::string_view heading, SectionSet own);
/// The label that the words begin with. `inside` is true in a part that holds recommendations, where other names for
/// them ("Strategy 1", "Action 2") count too.
std::optional<AskLabel> label_of(const AskWords& words, bool inside);
/// Who is asked, where a piece begins with that and then asks: "Police: change the form ..."; the name stands in `id`.
std::optional<AskLabel> addressee_of(const AskWords& words);
/// True for a line that can only head what is asked: "Recommendation arising from finding 2", "Action for the Board".
bool heads_asks(std::string_view line);
/// The number or letter that the words begin with: "4.", "b)", "(ii)".
std::optional<AskLabel> mark_of(std::string_view words);
/// The code that a title begins with: "LR/01" of "LR/01 Seeing the baby"; empty where there is none.
std::string code_of(std::string_view title);
/// The words behind that mark: a heading's number is no words of it.
std::string_view without_mark(std::string_view text);
/// The field that a line begins with, and where its value begins: "Owner: the Board".
AskField field_of_line(std::string_view line, std::uint32_t& value_at);
/// What a column or a row with that heading holds.
AskField field_of_heading(std::string_view heading);
/// True where the words ask somebody to do something: "should", "must", "is asked to", "The Board to hold ...".
/// `loosely` takes a bare verb at the beginning too ("Publish guidance").
bool asks(const AskWords& words, bool loosely);
/// The same loosely for what stands right under "Recommendation to the Board", where "The Board will ..." asks too.
bool asks_under_its_heading(const AskWords& words);
/// Where a label stands in the middle of a paragraph: "... rang no one. Recommendation 1: The hospital should ...".
std::optional<std::uint32_t> label_within(const AskWords& words);
/// How long "First, " or "Thirdly, " at the beginning of a sentence is, 0 where there is none.
std::uint32_t ordinal_at(std::string_view sentence);
/// True where the words speak about recommendations and are none: "The following recommendations are made".
bool speaks_of_recommendations(const AskWords& words);
/// False where no sentence of the words can be one that recommends; asked first, for it costs little.
bool may_recommend(const AskWords& words);
/// True where the sentence says that this review recommends something.
bool recommends(const AskWords& sentence);
/// Who must act, as the words say; empty where they do not.
std::string owner_in(std::string_view words);
/// By when, as the words say; empty where they do not.
std::string due_in(std::string_view words);

}  // namespace casewright
