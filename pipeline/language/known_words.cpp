#include "language/known_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "foreign/unicode.h"
#include "language/name_words.h"

namespace casewright {
namespace {

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

/// The bytes of `written` between its hyphens.
std::vector<Span> parts_of(std::string_view written) {
  std::vector<Span> parts;
  std::uint32_t from = 0;
  for (std::uint32_t at = 0; at < written.size();) {
    const CodePoint next = code_point_at(written, at);
    if (is_hyphen(next.value)) {
      parts.push_back({from, at});
      from = at + next.bytes;
    }
    at += next.bytes;
  }
  parts.push_back({from, static_cast<std::uint32_t>(written.size())});
  return parts;
}

std::string atom_of(std::string_view part) {
  std::string folded = unicode::fold(part);
  folded.erase(std::remove(folded.begin(), folded.end(), '\''), folded.end());
  return folded;
}

}  // namespace

KnownWord& KnownWords::at(std::string_view written, Casing casing) {
  const auto found = words_.find(written);
  if (found != words_.end()) return *found->second;
  auto& made = words_[std::string(written)];
  made = std::make_unique<KnownWord>();
  fill(*made, written, casing);
  return *made;
}

void KnownWords::fill(KnownWord& word, std::string_view written, Casing casing) const {
  word.folded = unicode::fold(written);
  if (casing == Casing::punctuation) return;
  bool digits = false, letters = false;
  for (const char c : word.folded) {
    digits = digits || (c >= '0' && c <= '9');
    letters = letters || (c >= 'a' && c <= 'z');
  }
  for (const Span& part : parts_of(written)) {
    if (part.empty()) continue;
    const std::string atom = atom_of(written.substr(part.begin, part.length()));
    word.atoms.push_back({index_.automaton.word(atom), part.begin, part.end});
    word.known = word.known || word.atoms.back().number != PhraseAutomaton::unknown;
  }
  const std::string compact = compact_of(written);
  word.number_head = index_.compact_heads.contains(compact) || index_.compact.contains(compact);
  word.title = is_title(word.folded);
  if (!word.known) word.tagged = name_in_tag(compact);
  if (has_capital(casing) && letters && !word.known && !is_everyday_word(word.folded)) find_near(word, atom_of(written), casing, digits);
  if (word.known && letters && word.atoms.size() == 1 && compact.size() == 3) word.strange = thorough_ && ordinary_ != nullptr && !ordinary_->knows_inflection_of(word.folded);
  const auto is_name = [this](const std::string& hump) { return hump.size() >= 3 && index_.single.contains(hump); };
  const std::vector<std::string> humps = casing == Casing::mixed ? humps_of(written) : std::vector<std::string>();
  word.may_hold_name = (letters && compact.size() >= 7 && (digits || !word.known)) || std::any_of(humps.begin(), humps.end(), is_name) || word.tagged != PhraseAutomaton::unknown;
}

/// The name, even one of three letters or one that is a plain word, behind what tags of campaigns and of mourning begin with.
std::uint32_t KnownWords::name_in_tag(const std::string& compact) const {
  static constexpr std::array<std::string_view, 20> openings{"justicefor", "justice4", "lawfor", "prayfor", "pray4", "rip", "restinpeace", "remember", "remembering", "forever",
                                                             "flyhigh", "sleeptight", "find", "bring", "save", "baby", "little", "angel", "our", "team"};
  constexpr std::size_t shortest = 3;
  for (const std::string_view opening : openings) {
    if (!compact.starts_with(opening) || compact.size() < opening.size() + shortest) continue;
    const auto found = index_.single.find(compact.substr(opening.size()));
    if (found != index_.single.end()) return found->second;
  }
  return PhraseAutomaton::unknown;
}

/// A word of the dictionary is a slip of a name only where a long name is one letter away.
void KnownWords::find_near(KnownWord& word, const std::string& atom, Casing casing, bool digits) const {
  constexpr std::size_t short_word = 4;
  word.strange = thorough_ && ordinary_ != nullptr && !ordinary_->knows_inflection_of(word.folded);
  if (!thorough_ || (ordinary_ != nullptr && !word.strange)) {
    if (!digits) word.near = index_.near.near(atom);
    return;
  }
  if (atom.size() < short_word && casing != Casing::capitalised) return;  // an acronym
  word.near = index_.near.all(atom);
  if (digits) std::erase_if(word.near, [](const NearName& each) { return each.slip != Slip::scan; });
}

}  // namespace casewright
