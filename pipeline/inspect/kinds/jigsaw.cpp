#include "inspect/kinds/jigsaw.h"

#include <algorithm>
#include <set>

#include "base/dates.h"
#include "base/text.h"
#include "inspect/kinds/places.h"
#include "inspect/kinds/search_phrase.h"

namespace casewright {
namespace {

/// How often one kind of detail counts in a paragraph: a second age is a second piece, a fifth tells nothing more.
constexpr int most_of_a_kind = 2;
constexpr float likely_name = 0.5f;

/// One kind of detail that helps to work out who somebody is.
struct Clue {
  std::string name;  ///< as a message says it: "an exact date"
  double weight = 1;  ///< 0: only said in the search
  bool dates = false, ages = false;
  std::uint32_t labels = 0;  ///< of the tagger, one bit each
  std::vector<std::uint32_t> phrases;
  std::vector<GatedPattern> patterns;
  std::vector<std::uint32_t> needs;  ///< without which no pattern matches
};

/// A place where a clue stands.
struct JigsawPiece {
  Span span;
  std::size_t clue = 0;
};

class JigsawCheck final : public Check {
 public:
  JigsawCheck(const Rule& rule, Preparation& preparation)
      : least_(preparation.number(rule.body, "least", 6)), whole_(rule.body.attribute("over") == "document") {
    for (const Record* element : rule.body.all("clue")) {
      Clue clue;
      clue.name = std::string(element->attribute("name"));
      clue.weight = preparation.number(*element, "weight", 1);
      clue.phrases = preparation.phrases(*element, "find");
      clue.patterns = preparation.gated_patterns(*element, "match", false);
      clue.needs = preparation.needs(*element);
      const std::string of = fold_space(element->attribute("of"));
      for (const std::string_view each : split(of, ' ')) {
        clue.dates = clue.dates || each == "date";
        clue.ages = clue.ages || each == "age";
        for (std::size_t label = 1; label < name_labels; ++label)
          if (each != "date" && name_label_names[label] == each) clue.labels |= 1u << label;
      }
      clues_.push_back(std::move(clue));
    }
  }

  /// The clues of the tagger are asked for; its findings yield to nobody.
  bool asks_tagger() const override {
    return std::any_of(clues_.begin(), clues_.end(), [](const Clue& each) { return each.labels != 0; });
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    std::vector<std::vector<PhraseHit>> places;
    for (const Clue& each : clues_) places.push_back(places_of(seen, each.phrases));
    std::vector<JigsawPiece> all;
    for (std::size_t index = 0; index < seen.prose.stretches.size(); ++index) {
      const Stretch& stretch = seen.prose.stretches[index];
      if (!rule.scopes.has(stretch.scope) || !seen.reads(rule, stretch.span)) continue;
      std::vector<JigsawPiece> here = pieces_in(seen, index, places);
      if (whole_) all.insert(all.end(), here.begin(), here.end());
      else weigh(seen, rule, std::move(here), into);
    }
    if (whole_) weigh(seen, rule, std::move(all), into);
  }

 private:
  /// `places` holds by clue where its phrases stand.
  std::vector<JigsawPiece> pieces_in(const Seen& seen, std::size_t stretch, const std::vector<std::vector<PhraseHit>>& places) const {
    std::vector<JigsawPiece> pieces;
    const Span where = seen.prose.stretches[stretch].span;
    const auto add = [&](Span span, std::size_t clue) {
      const bool taken = std::any_of(pieces.begin(), pieces.end(), [&](const JigsawPiece& each) { return each.span.overlaps(span); });
      if (!taken) pieces.push_back({span, clue});
    };
    for (std::size_t at = 0; at < clues_.size(); ++at) {
      const Clue& clue = clues_[at];
      if (clue.dates)
        for (const DateInText& each : seen.dates_in(where))
          if (each.date.exact()) add(each.span, at);
      if (clue.ages)
        for (const AgeInText& each : seen.ages_in(where)) add(each.span, at);
      auto hit = std::lower_bound(places[at].begin(), places[at].end(), where.begin,
                                  [](const PhraseHit& each, std::uint32_t begin) { return each.span.begin < begin; });
      for (; hit != places[at].end() && hit->span.end <= where.end; ++hit) add(hit->span, at);
      if (!clue.patterns.empty() && seen.meets(clue.needs, stretch)) add_matches(seen, stretch, clue, at, add);
      if (clue.labels != 0) add_names(seen, where, clue.labels, at, add);
    }
    return pieces;
  }

  template <class Add>
  static void add_matches(const Seen& seen, std::size_t stretch, const Clue& clue, std::size_t number, const Add& add) {
    const Span where = seen.prose.stretches[stretch].span;
    const std::string_view text = seen.prose.view(where);
    for (const GatedPattern& each : clue.patterns) {
      std::uint32_t from = 0;
      if (!seen.meets(each.needs, stretch)) continue;
      while (const auto match = each.pattern.find(text, from)) {
        add({where.begin + match->whole.begin, where.begin + match->whole.end}, number);
        from = std::max(match->whole.end, match->whole.begin + 1);
      }
    }
  }

  template <class Add>
  static void add_names(const Seen& seen, Span where, std::uint32_t labels, std::size_t clue, const Add& add) {
    auto each = std::lower_bound(seen.unknown.begin(), seen.unknown.end(), where.begin,
                                 [](const UnknownName& name, std::uint32_t at) { return name.span.begin < at; });
    for (; each != seen.unknown.end() && each->span.end <= where.end; ++each)
      if ((labels >> static_cast<unsigned>(each->label) & 1u) != 0 && each->chance >= likely_name && each->left == LeftAlone::no)
        add(each->span, clue);
  }

  void weigh(const Seen& seen, const Rule& rule, std::vector<JigsawPiece> pieces, std::vector<Finding>& into) const {
    // The same words twice are one piece.
    std::vector<JigsawPiece> distinct;
    std::set<std::pair<std::size_t, std::string_view>> met;
    for (const JigsawPiece& each : pieces)
      if (met.emplace(each.clue, std::string_view(seen.lower).substr(each.span.begin, each.span.length())).second) distinct.push_back(each);
    std::vector<int> count(clues_.size());
    double score = 0;
    for (const JigsawPiece& each : distinct)
      if (++count[each.clue] <= (whole_ ? 1 : most_of_a_kind)) score += clues_[each.clue].weight;
    if (score < least_) return;
    // As a stranger would search: what narrows most stands first.
    std::vector<std::size_t> order;
    for (std::size_t at = 0; at < clues_.size(); ++at)
      if (count[at] > 0 && clues_[at].weight > 0) order.push_back(at);
    if (order.size() < 2) return;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return share(a, count) > share(b, count); });
    std::vector<std::string> names;
    for (const std::size_t at : order) names.push_back(clues_[at].name + (count[at] > 1 ? " (" + std::to_string(count[at]) + " of them)" : ""));
    const std::size_t heaviest = order.front();
    const auto first = std::find_if(distinct.begin(), distinct.end(), [&](const JigsawPiece& each) { return each.clue == heaviest; });
    Finding finding = report(seen, rule, first->span,
                             {{"score", whole_number(score)}, {"clues", list_in_words(names)}, {"heaviest", clues_[heaviest].name},
                              {"left", whole_number(score - share(heaviest, count))}, {"then", steps_after(order, count, score)}});
    finding.search = search_for(seen, distinct, order);
    finding.secret = true;
    into.push_back(std::move(finding));
  }

  /// What happened to whom, as far as the text says it, and the first piece of each clue, the most telling first.
  std::vector<Span> search_for(const Seen& seen, const std::vector<JigsawPiece>& pieces, const std::vector<std::size_t>& order) const {
    std::vector<std::size_t> clues;
    for (std::size_t at = 0; at < clues_.size(); ++at)
      if (clues_[at].weight == 0) clues.push_back(at);
    clues.insert(clues.end(), order.begin(), order.end());
    std::vector<Span> spans;
    for (const std::size_t clue : clues)
      if (const auto first = std::find_if(pieces.begin(), pieces.end(), [&](const JigsawPiece& each) { return each.clue == clue; }); first != pieces.end())
        spans.push_back(first->span);
    return search_phrase(seen, spans);
  }

  /// ", then a place (leaves 4)", as many steps as bring the score below what is too much; empty where the first does.
  std::string steps_after(const std::vector<std::size_t>& order, const std::vector<int>& count, double score) const {
    std::string steps;
    score -= share(order.front(), count);
    for (std::size_t at = 1; at < order.size() && score >= least_; ++at) {
      score -= share(order[at], count);
      steps += ", then " + clues_[order[at]].name + " (leaves " + whole_number(score) + ")";
    }
    return steps;
  }

  double share(std::size_t clue, const std::vector<int>& count) const {
    return clues_[clue].weight * std::min(count[clue], whole_ ? 1 : most_of_a_kind);
  }
  static std::string whole_number(double value) { return std::to_string(static_cast<int>(value + 0.5)); }

  double least_;
  bool whole_;
  std::vector<Clue> clues_;
};

}  // namespace

std::shared_ptr<const Check> prepare_jigsaw(const Rule& rule, Preparation& preparation) {
  return std::make_shared<JigsawCheck>(rule, preparation);
}

}  // namespace casewright
