#include "inspect/kinds/list_count.h"

#include <algorithm>
#include <optional>

#include "base/number_words.h"
#include "base/text.h"
#include "inspect/document_pieces.h"
#include "inspect/told_facts.h"

namespace casewright {
namespace {

/// "Four themes came out of the day:" over a list of five.
class ListCountCheck final : public Check {
 public:
  ListCountCheck(const Rule& rule, Preparation& preparation) : unless_(preparation.patterns(rule.body, "unless", true)) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const std::vector<Piece> pieces = pieces_of(seen.reading.document, seen.prose);
    std::optional<std::vector<ToldFact>> facts;
    for (std::size_t at = 0; at + 1 < pieces.size(); ++at) {
      if (!leads(seen, pieces[at]) || pieces[at + 1].items != 1) continue;
      if (!facts) facts = told_facts(seen.prose);
      const ToldFact* said = only_count(seen, pieces[at], *facts);
      const int items = items_behind(pieces, at);
      if (said == nullptr || items < least_items || said->value == items || !seen.reads(rule, said->span)) continue;
      into.push_back(report(seen, rule, said->span, {{"said", std::to_string(said->value)}, {"count", std::to_string(items)}}));
    }
  }

 private:
  static constexpr int least_items = 2, most_said = 20;

  /// A paragraph of its own that ends in a colon.
  static bool leads(const Seen& seen, const Piece& piece) {
    return piece.block->kind == BlockKind::paragraph && piece.items == 0 && piece.table == nullptr && trim(seen.prose.view(piece.span)).ends_with(':');
  }

  static int items_behind(const std::vector<Piece>& pieces, std::size_t at) {
    int items = 0;
    for (std::size_t next = at + 1; next < pieces.size() && pieces[next].items > 0; ++next) {
      const bool goes_on = next > at + 1 && pieces[next].items == 1 && pieces[next].block->number.empty() && !pieces[next - 1].block->number.empty();  // a second paragraph
      items += pieces[next].items == 1 && !goes_on ? 1 : 0;
    }
    return items;
  }

  /// "two to the Trust and one to the Board, three in all" has three.
  static int numbers_in(const Prose& prose, Span where) {
    int numbers = 0;
    for (const Token& token : prose.tokens)
      if (token.begin >= where.begin && token.begin < where.end && number_of_words(prose.words[token.word].folded).value_or(1) > 1) ++numbers;
    return numbers;
  }

  /// The one number of things in the last sentence before the list; null where there is none, or several.
  const ToldFact* only_count(const Seen& seen, const Piece& piece, const std::vector<ToldFact>& facts) const {
    const Span sentence = seen.sentence_at(piece.span.end > piece.span.begin ? piece.span.end - 1 : piece.span.begin);
    for (const regex::Pattern& each : unless_)
      if (each.find(seen.prose.view(sentence))) return nullptr;
    if (numbers_in(seen.prose, sentence) != 1) return nullptr;
    const ToldFact* only = nullptr;
    for (const ToldFact& fact : facts) {
      if (fact.span.begin < sentence.begin || fact.span.end > sentence.end) continue;
      if (fact.kind != FactKind::count || only != nullptr) return nullptr;
      only = &fact;
    }
    return only != nullptr && !only->about && only->value <= most_said ? only : nullptr;
  }

  std::vector<regex::Pattern> unless_;
};

}  // namespace

std::shared_ptr<const Check> prepare_list_count(const Rule& rule, Preparation& preparation) {
  return std::make_shared<ListCountCheck>(rule, preparation);
}

}  // namespace casewright
