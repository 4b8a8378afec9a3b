#include "inspect/kinds/cross_reference.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/text.h"
#include "inspect/document_pieces.h"

namespace casewright {
namespace {

regex::Pattern reference_pattern(std::string_view text) { return std::get<regex::Pattern>(regex::Pattern::read(text, {true})); }

/// Everything in a document that a reader can be sent to: "4.7" under "section", "C" under "appendix".
class Targets {
 public:
  explicit Targets(const Seen& seen) {
    static const regex::Pattern titled = reference_pattern(R"(^\W*((?:appendix|annex|table|figure|box|recommendation|finding)\s+(?:no\.?\s*)?\(?[a-z0-9]{1,3}(?:\.\d+)?)\b)");
    static const regex::Pattern leading = reference_pattern(R"(^\s*(\d{1,2}(?:\.\d{1,3})+)\.?\s)");
    for (const Piece& piece : pieces_of(seen.reading.document, seen.prose)) {
      if (piece.scope == Scope::contents || piece.scope == Scope::furniture) continue;
      const std::string_view text = seen.prose.view(piece.span);
      if (piece.scope == Scope::heading) chapter(piece.block->number.empty() ? text.substr(0, 12) : std::string_view(piece.block->number));
      number(piece.block->number);
      if (const auto led = leading.find(text.substr(0, 16))) number(text.substr(led->first.begin, led->first.length()));
      if (const auto title = titled.find(text.substr(0, 40))) entitle(ascii_lower(fold_space(text.substr(title->first.begin, title->first.length()))));
    }
    for (const RecommendationSeen& each : seen.inspected.recommendations)
      if (each.numbered) entitle("recommendation " + ascii_lower(each.id));
  }

  /// True where the chapters are numbered, from 1 on, and that number is beyond the last.
  bool lacks_chapter(const std::string& id) const {
    constexpr int enough = 3;
    const int number = id.find_first_not_of("0123456789") == std::string::npos && id.size() < 3 ? std::stoi(id) : 0;
    return static_cast<int>(chapters_.size()) >= enough && *chapters_.begin() == 1 && *chapters_.rbegin() == static_cast<int>(chapters_.size()) && number > *chapters_.rbegin();
  }

  /// False only where things of that kind are numbered here and this number is not among them.
  bool may_have(const std::string& kind, const std::string& id) const {
    if (kind == "section") {
      const std::size_t dot = id.rfind('.');
      const auto beside = siblings_.find(id.substr(0, dot));
      constexpr std::size_t enough = 2;
      return numbers_.count(id) != 0 || beside == siblings_.end() || beside->second < enough;
    }
    const auto known = titled_.find(kind);
    if (known == titled_.end() || known->second.count(id) != 0) return true;
    return known->second.size() < (kind == "recommendation" || kind == "finding" ? 2u : 1u);
  }

 private:
  void number(std::string_view written) {
    while (!written.empty() && (written.back() == '.' || written.back() == ')')) written.remove_suffix(1);
    const std::size_t dot = written.rfind('.');
    if (dot == std::string_view::npos || written.find_first_not_of("0123456789.") != std::string_view::npos) return;
    if (numbers_.insert(std::string(written)).second) ++siblings_[std::string(written.substr(0, dot))];
    // A paragraph 4.3.2 stands in a section 4.3.
    if (written.substr(0, dot).find('.') != std::string_view::npos) numbers_.insert(std::string(written.substr(0, dot)));
  }

  /// "4." at the head of a chapter.
  void chapter(std::string_view written) {
    for (const std::string_view word : {"section ", "chapter ", "part "})
      if (ascii_lower(written.substr(0, word.size())) == word) written.remove_prefix(word.size());
    const std::size_t digits = std::min(written.find_first_not_of("0123456789"), written.size());
    if (digits == 0 || digits > 2 || (digits < written.size() && (written[digits] != '.' && written[digits] != ' ' && written[digits] != ')' && written[digits] != ':'))) return;
    if (digits + 1 < written.size() && written[digits] == '.' && written[digits + 1] >= '0' && written[digits + 1] <= '9') return;
    chapters_.insert(std::stoi(std::string(written.substr(0, digits))));
  }

  void entitle(const std::string& title) {
    const std::size_t space = title.find(' ');
    std::string kind = title.substr(0, space);
    if (kind == "annex") kind = "appendix";
    titled_[kind].insert(title.substr(title.find_last_of(" (") + 1));
  }

  std::set<int> chapters_;
  std::set<std::string> numbers_;
  std::map<std::string, std::size_t> siblings_;  ///< how many numbers stand under one: "4" of "4.1", "4.2"
  std::map<std::string, std::set<std::string>> titled_;
};

/// Sends a reader to a place that is not there.
class CrossReferenceCheck final : public Check {
 public:
  explicit CrossReferenceCheck(Preparation& preparation)
      : needs_{preparation.need({"section", "para", "chapter", "appendix", "annex", "table", "figure", "box", "recommendation", "finding"})} {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    static const regex::Pattern refers = reference_pattern(
        R"(\b((?:sections?|paragraphs?|paras?\.?|chapters?|appendix|annex|table|figure|box|recommendation|finding)\s+\(?(?:\d{1,2}(?:\.\d{1,2})+|[a-z]\b|\d{1,2}\b))(?!\s*(?:of|in) (?:the |that )?(?:\d{4}|act|[\w ]{0,30}(?:act|guidance|regulations|code|working together|schedule|report of|review of))|,? ?(?:children act|working together)))");
    std::optional<Targets> targets;
    for (std::size_t index = 0; index < seen.prose.stretches.size(); ++index) {
      const Stretch& stretch = seen.prose.stretches[index];
      if (!rule.scopes.has(stretch.scope) || stretch.scope == Scope::heading || stretch.scope == Scope::caption) continue;
      if (!seen.meets(needs_, index)) continue;
      const std::string_view text = std::string_view(seen.lower).substr(stretch.span.begin, stretch.span.length());
      for (auto match = refers.find(text); match; match = refers.find(text, match->whole.end)) {
        if (!targets) targets.emplace(seen);
        judge(seen, rule, *targets, stretch.span.begin, text, match->first, into);
      }
    }
  }

 private:
  static void judge(const Seen& seen, const Rule& rule, const Targets& targets, std::uint32_t begin, std::string_view text, Span where,
                    std::vector<Finding>& into) {
    const Span span{begin + where.begin, begin + where.end};
    if (where.begin == 0 || !seen.reads(rule, span) || others_words(text)) return;
    const std::string words = fold_space(text.substr(where.begin, where.length()));
    const std::string id = words.substr(words.find_last_of(" (") + 1);
    std::string kind = words.substr(0, words.find_first_of(" ."));
    if (kind.starts_with("section") || kind.starts_with("para") || kind.starts_with("chapter")) kind = "section";
    if (kind == "annex") kind = "appendix";
    const bool dotted = id.find('.') != std::string::npos;
    if (kind == "section" && !dotted ? !targets.lacks_chapter(id) || !leads_there(text.substr(0, where.begin)) : targets.may_have(kind, id)) return;
    into.push_back(report(seen, rule, span, {{"what", words}}));
  }

  /// "as section 6 explains" may be said of a law; "is explained in section 6" is said of this document.
  static bool leads_there(std::string_view before) {
    static const regex::Pattern words = reference_pattern(R"(\b(?:see|see also|explained|described|discussed|set out|outlined|considered|explored|examined|addressed|summarised|listed|given|told|found|covered|dealt with|detailed|noted|returned to|shown) (?:further |later |above |below |more fully |in detail )?(?:in|at|under|by)?\s*(?:the )?$)");
    return words.find(before).has_value();
  }

  /// The paragraph speaks of an Act, of guidance or of another report, whose sections are not ours.
  static bool others_words(std::string_view text) {
    for (const std::string_view each : {" act 19", " act 20", "working together", "guidance", " code of practice", "regulations", "earlier review", "previous review", "that review", "that report"})
      if (text.find(each) != std::string_view::npos) return true;
    return false;
  }

  std::vector<std::uint32_t> needs_;  ///< of the stretches that are looked at
};

}  // namespace

std::shared_ptr<const Check> prepare_cross_reference(const Rule&, Preparation& preparation) {
  return std::make_shared<CrossReferenceCheck>(preparation);
}

}  // namespace casewright
