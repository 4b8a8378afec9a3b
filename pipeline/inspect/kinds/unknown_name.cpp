#include "inspect/kinds/unknown_name.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "inspect/kinds/finds.h"
#include "inspect/public_bodies.h"

namespace casewright {
namespace {

class UnknownNameCheck final : public Check {
 public:
  UnknownNameCheck(const Rule& rule, Preparation& preparation)
      : certain_(preparation.number(rule.body, "certain", 2)),
        likely_(preparation.number(rule.body, "likely", 2)),
        possible_(preparation.number(rule.body, "possible", 2)),
        in_judgments_(preparation.number(rule.body, "in-judgments", possible_)) {
    except_ = preparation.gated_patterns(rule.body, "except", false);
    around_ = preparation.gated_patterns(rule.body, "except-around", false);
    within_ = preparation.gated_patterns(rule.body, "except-within", false);
    const std::string of = fold_space(rule.body.attribute("of"));
    for (const std::string_view each : split(of, ' ')) {
      bool known = false;
      for (std::size_t label = 1; label < name_labels; ++label)
        if (name_label_names[label] == each && tells(static_cast<NameLabel>(label))) wanted_ |= 1u << label, known = true;
      if (!known)
        preparation.fault(rule.body, "'" + std::string(each) + "' is nothing that the tagger finds",
                          "write person, place, organisation, date, code, quantity, demographic or other");
    }
  }

  bool guesses() const override { return true; }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    for (const UnknownName& name : seen.unknown) {
      if ((wanted_ >> static_cast<unsigned>(name.label) & 1u) == 0 || name.left != LeftAlone::no) continue;
      if (name.chance < (seen.judgment ? in_judgments_ : possible_) || !seen.reads(rule, name.span)) continue;
      if (seen.is_public_contact(seen.prose.view(name.span)) || seen.names_public_person(name.span) ||
          seen.names_public_office(seen.prose.view(name.span)))
        continue;
      if (is_nobodys(seen, name) || is_area(seen, name) || is_people(seen, name) || is_term(seen, name)) continue;
      Finding finding = report(seen, rule, name.span);
      if (name.chance < certain_) finding.level = std::min(rule.level, name.chance < likely_ ? Level::advise : Level::fix);
      finding.secret = true;
      into.push_back(std::move(finding));
    }
  }

 private:
  static bool is_name(NameLabel label) { return label == NameLabel::place || label == NameLabel::organisation || label == NameLabel::person; }

  /// A term of the field; a court's judgment hides courts and bodies, too.
  static bool is_term(const Seen& seen, const UnknownName& name) {
    return is_name(name.label) && !seen.judgment && seen.corpus.field_terms.hold(seen.prose, name.span);
  }

  /// An area that readers know; a word that is a given name, too, where the tagger takes it for somebody, is none.
  static bool is_area(const Seen& seen, const UnknownName& name) {
    if (!is_name(name.label)) return false;
    if (!seen.judgment && stands_in_public_body(seen, name.span)) return true;
    const std::string_view words = seen.prose.view(name.span);
    return name.label == NameLabel::person ? seen.surely_names_public_area(words) : seen.names_public_area(words);
  }

  /// "Gypsy, Roma and Traveller", "Kurdish Sorani": languages, peoples and faiths are nobody's name.
  static bool is_people(const Seen& seen, const UnknownName& name) {
    if (!is_name(name.label)) return false;
    const std::string words = ascii_lower(seen.prose.view(name.span));
    std::size_t known = 0;
    for (std::size_t from = 0; from < words.size();) {
      const std::size_t to = std::min(words.find_first_of(" ,/-", from), words.size());
      const std::string word = words.substr(from, to - from);
      from = to + 1;
      if (word.empty() || word == "and" || word == "or") continue;
      if (!seen.corpus.peoples.contains(word)) return false;
      ++known;
    }
    return known > 0;
  }

  bool is_known(const Seen& seen, std::string_view words, std::uint32_t stretch) const {
    return seen.corpus.acronyms.contains(std::string(words)) ||  // "DSL" in a cell
           std::any_of(except_.begin(), except_.end(), [&](const GatedPattern& each) { return seen.meets(each.needs, stretch) && each.pattern.find(words).has_value(); }) ||
           seen.corpus.known_things.contains(area_words(without_measure(words)));
  }

  /// "Concerta XL" of "Concerta XL 36 mg".
  static std::string_view without_measure(std::string_view words) {
    const auto is_figure = [](char c) { return is_digit(c) || c == '.' || c == '/'; };
    std::string_view rest = words;
    for (const std::string_view unit : {"mg", "mcg", "ml", "mls", "g"}) {
      if (rest.size() <= unit.size() || !rest.ends_with(unit) || is_letter(rest[rest.size() - unit.size() - 1])) continue;
      rest.remove_suffix(unit.size());
      break;
    }
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    const std::size_t with_figures = rest.size();
    while (!rest.empty() && is_figure(rest.back())) rest.remove_suffix(1);
    if (rest.size() == with_figures || !rest.ends_with(' ')) return words;
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    return rest;
  }

  /// "Eileen Munro, Alexis Jay and Louise Casey": each by itself.
  bool are_known(const Seen& seen, std::string_view words, std::uint32_t stretch) const {
    for (std::size_t from = 0; from < words.size();) {
      const std::size_t comma = std::min(words.find(", ", from), words.size()), joined = std::min(words.find(" and ", from), words.size());
      const std::size_t to = std::min(comma, joined);
      if (to > from && !is_known(seen, words.substr(from, to - from), stretch)) return false;
      from = to == words.size() ? to : to + (to == joined ? 5 : 2);
      if (words.substr(from).starts_with("and ")) from += 4;
    }
    return true;
  }

  bool is_nobodys(const Seen& seen, const UnknownName& name) const {
    const std::string_view words = seen.prose.view(name.span);
    const std::uint32_t stretch = seen.stretch_index(name.span.begin);
    if (is_known(seen, words, stretch) || are_known(seen, words, stretch) || stands_inside(seen, within_, name.span)) return true;
    if (words.find_first_of("0123456789") == std::string_view::npos) return false;
    if (stands_inside(seen, around_, name.span)) return true;
    const Span where = seen.prose.stretches[stretch].span;
    return numbers_a_thing(seen.corpus.things, seen.prose.view(where), {name.span.begin - where.begin, name.span.end - where.begin});
  }

  std::vector<GatedPattern> except_, around_, within_;
  double certain_, likely_, possible_, in_judgments_;
  std::uint32_t wanted_ = 0;
};

}  // namespace

std::shared_ptr<const Check> prepare_unknown_name(const Rule& rule, Preparation& preparation) {
  return std::make_shared<UnknownNameCheck>(rule, preparation);
}

}  // namespace casewright
