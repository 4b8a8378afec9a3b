#include "inspect/kinds/recommendation.h"

#include <algorithm>
#include <array>

#include "base/find_text.h"
#include "base/text.h"
#include "inspect/whole_words.h"

namespace casewright {
namespace {

const std::string& part_of(const RecommendationSeen& seen, std::string_view name) {
  static const std::string none;
  return name == "owner" ? seen.owner : name == "deadline" ? seen.due : name == "outcome" ? seen.outcome
       : name == "evidence" ? seen.evidence : name == "progress" ? seen.progress : none;
}

bool any_in(const std::vector<std::string>& words, std::string_view lower) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& each) { return holds_words(lower, each); });
}

/// True for "Mrs Fairfax" and "Dr. A. Quell".
bool names_with_title(std::string_view owner) {
  static constexpr std::array<std::string_view, 9> titles{"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "cllr", "councillor"};
  bool titled = false;
  for (std::string_view word : split(owner, ' ')) {
    if (titled && !word.empty() && word.front() >= 'A' && word.front() <= 'Z') return true;
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
    titled = std::find(titles.begin(), titles.end(), ascii_lower(word)) != titles.end();
  }
  return false;
}

/// One thing that a good recommendation holds: its own column, or words that say it.
struct AskPart {
  std::string name;
  std::vector<std::string> columns, words;

  bool in(const RecommendationSeen& seen, std::string_view lower) const {
    const bool filled = std::any_of(columns.begin(), columns.end(), [&](const std::string& each) { return !part_of(seen, each).empty(); });
    return filled || any_in(words, lower);
  }
};

/// The last day that a deadline leaves; not known where it names none.
Date last_day_in(std::string_view due) {
  Date last;
  for (const DateInText& each : find_dates(due))
    if (each.date.known()) last = std::max(last, each.date);
  if (!last.known() || last.exact()) return last;
  const Date next = add_months({last.year, last.month == 0 ? std::int8_t{12} : last.month, 1}, 1);
  return date_of_day_number(day_number(next) - 1);
}

/// True where a deadline says when: a date, a year, a month with a number, so many weeks or months. "By end Q2" says it of any year.
bool names_a_day(std::string_view lower) {
  static constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  static constexpr std::array<std::string_view, 4> spans{"day", "week", "month", "year"};
  std::size_t digits = 0;
  bool any = false;
  for (std::size_t at = 0; at <= lower.size(); ++at) {
    const bool digit = at < lower.size() && lower[at] >= '0' && lower[at] <= '9';
    if (!digit && digits == 4) return true;
    any = any || digit;
    digits = digit ? digits + 1 : 0;
  }
  if (!any) return false;
  const auto holds = [&](std::string_view each) { return lower.find(each) != std::string_view::npos; };
  return std::any_of(months.begin(), months.end(), holds) || std::any_of(spans.begin(), spans.end(), holds) || !find_dates(lower).empty();
}

constexpr float sure_of_a_name = 0.5F;

class RecommendationCheck final : public Check {
 public:
  RecommendationCheck(const Rule& rule, Preparation& preparation)
      : lacks_(rule.body.attribute("lacks")), words_(small_words(rule.body, "word")), done_(small_words(rule.body, "done")), late_(small_words(rule.body, "late")) {
    for (const Record* vague : rule.body.all("vague"))
      (vague->attribute("at") == "start" ? opening_ : vague_).push_back(ascii_lower(fold_space(vague->content())));
    most_ = static_cast<std::size_t>(std::max(0, preparation.whole(rule.body, "most", 0)));
    for (const Record* part : rule.body.all("part")) {
      AskPart& made = parts_.emplace_back();
      made.name = part->attribute("name");
      const std::string columns(part->attribute("column"));
      for (const std::string_view each : split(columns, ' '))
        if (!each.empty()) made.columns.emplace_back(each);
      made.words = small_words(*part, "word");
    }
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const Date on = seen.of_case != nullptr && seen.of_case->publication.known() ? seen.of_case->publication : seen.reading.document.date;
    for (const RecommendationSeen& each : seen.inspected.recommendations) {
      std::string missing;
      if (each.consideration || !(lacks_ == "office" ? owned_by_a_person(seen, each) : lacking(each, on, missing))) continue;
      Finding finding = report(seen, rule, place(seen, each), {{"id", each.id}, {"missing", missing}});
      finding.place.page = each.page;
      into.push_back(std::move(finding));
    }
  }

 private:
  std::string_view value_of(const RecommendationSeen& seen) const {
    return lacks_ == "owner" ? seen.owner : lacks_ == "deadline" || lacks_ == "date" ? seen.due : seen.text;
  }

  /// True where the owner is told by a name: one that the register has, one that the tagger finds, or one behind "Mr" or "Dr".
  bool owned_by_a_person(const Seen& seen, const RecommendationSeen& each) const {
    const Span words = span_of(seen, each, each.owner);
    if (words.empty()) return false;
    const auto inside = [&](Span span) { return span.begin >= words.begin && span.end <= words.end; };
    const bool known = std::any_of(seen.names.begin(), seen.names.end(), [&](const IdentityHit& name) {
      return inside(name.span) && seen.people != nullptr && seen.people->entries[name.identity].kind == IdentityKind::person;
    });
    return known || names_with_title(each.owner) || std::any_of(seen.unknown.begin(), seen.unknown.end(), [&](const UnknownName& name) {
      return name.label == NameLabel::person && name.chance >= sure_of_a_name && inside(name.span);
    });
  }

  /// Where a value of the recommendation stands: in a cell or a line close by.
  static Span span_of(const Seen& seen, const RecommendationSeen& each, std::string_view value) {
    constexpr std::uint32_t reach = 400;
    if (value.empty() || each.span.empty()) return {};
    const std::size_t at = seen.prose.text.find(value, each.span.begin);
    if (at == std::string::npos || at > each.span.end + reach) return {};
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + value.size())};
  }

  /// The words that are as good as none where they stand after the recommendation, else the recommendation.
  Span place(const Seen& seen, const RecommendationSeen& each) const {
    if (lacks_ != "owner" && lacks_ != "deadline" && lacks_ != "date") return each.span;
    const Span words = span_of(seen, each, value_of(each));
    return words.empty() ? each.span : words;
  }

  bool lacking(const RecommendationSeen& seen, const Date& on, std::string& missing) const {
    if (lacks_ == "number") return !seen.numbered;
    if (lacks_ == "time") return overdue(seen, on);
    const std::string lower = ascii_lower(fold_space(value_of(seen)));
    if (lacks_ == "date") return !lower.empty() && !names_a_day(lower) && !any_in(words_, lower);
    if (lacks_ == "verb") return !any_in(words_, lower);
    if (lacks_ == "parts") return lacks_parts(seen, lower, missing);
    const bool vague = std::any_of(vague_.begin(), vague_.end(), [&](const std::string& each) {
      return lacks_ == "action" ? lower.find(each) != std::string::npos : lower == each;
    });
    const bool opens = std::any_of(opening_.begin(), opening_.end(), [&](const std::string& each) { return lower.starts_with(each + " "); });
    return vague || opens || (lacks_ != "action" && lower.empty());
  }

  bool lacks_parts(const RecommendationSeen& seen, std::string_view lower, std::string& missing) const {
    std::vector<std::string> names;
    for (const AskPart& part : parts_)
      if (!part.in(seen, lower)) names.push_back(part.name);
    missing = list_in_words(names);
    return names.size() > most_;
  }

  /// The plan itself says so, or its day has passed and nothing says that it is done.
  bool overdue(const RecommendationSeen& seen, const Date& on) const {
    const std::string progress = ascii_lower(seen.progress);
    if (any_in(late_, progress)) return true;
    const Date last = last_day_in(seen.due);
    return !progress.empty() && last.known() && on.known() && last < on && !any_in(done_, progress);
  }

  std::string lacks_;
  std::vector<std::string> vague_, opening_, words_, done_, late_;
  std::vector<AskPart> parts_;
  std::size_t most_ = 0;
};

}  // namespace

std::shared_ptr<const Check> prepare_recommendation(const Rule& rule, Preparation& preparation) {
  return std::make_shared<RecommendationCheck>(rule, preparation);
}

}  // namespace casewright
