#include "inspect/kinds/address.h"

#include <algorithm>
#include <set>

#include "base/letters.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "inspect/kinds/finds.h"
#include "inspect/telling_words.h"
#include "language/web_address.h"

namespace casewright {
namespace {

using std::string_view;

/// What stands behind the host.
string_view path_of(string_view address) {
  const auto scheme = address.find("://");
  const bool hosted = scheme != string_view::npos || address.starts_with("www.");
  if (!hosted) return address;
  const auto slash = address.find('/', scheme == string_view::npos ? 0 : scheme + 3);
  return slash == string_view::npos ? string_view() : address.substr(slash);
}

/// The words of a path, folded, one space between two: "r v hallam" of "/r-v-hallam", "remarks hallam" of "/RemarksHallam.pdf".
std::string words_of(string_view path) {
  std::string apart;
  const std::string plain = readable_address(path);
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const char c = plain[at];
    const bool letter = is_letter(c) || static_cast<unsigned char>(c) >= 0x80 || c == '\'';
    if (letter && at > 0 && is_capital(c) && is_small(plain[at - 1])) apart += ' ';
    apart += letter ? c : ' ';
  }
  return std::string(trim(fold_space(unicode::fold(apart))));
}

class AddressCheck final : public Check {
 public:
  AddressCheck(const Rule& rule, Preparation& preparation) : except_(preparation.gated_patterns(rule.body, "except", false)) {
    for (const Record* each : rule.body.all("behind")) behind_.push_back({" " + std::string(trim(each->content())) + " ", each->attribute("any") == "yes"});
  }

  bool guesses() const override { return true; }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.corpus.names == nullptr) return;
    const std::size_t first = into.size();
    for (const Stretch& each : seen.prose.stretches) {
      if (each.scope == Scope::link) judge(seen, rule, each.span, into);
      else written_out(seen, rule, each.span, into);
    }
    std::set<string_view> told;  // a PDF's address stands at its words and once more in the file
    const auto again = [&](const Finding& each) { return !told.insert(seen.prose.view(each.span)).second; };
    into.erase(std::remove_if(into.begin() + static_cast<std::ptrdiff_t>(first), into.end(), again), into.end());
  }

 private:
  /// The addresses that stand in the text itself.
  void written_out(const Seen& seen, const Rule& rule, Span where, std::vector<Finding>& into) const {
    const string_view text = seen.prose.view(where);
    for (std::size_t at = text.find("/"); at != string_view::npos; at = text.find("/", at)) {
      std::size_t begin = at, end = at;
      while (begin > 0 && marks_.find(text[begin - 1]) == string_view::npos) --begin;
      while (end < text.size() && marks_.find(text[end]) == string_view::npos) ++end;
      const string_view run = text.substr(begin, end - begin);
      if (run.find("://") != string_view::npos || run.starts_with("www."))
        judge(seen, rule, {where.begin + static_cast<std::uint32_t>(begin), where.begin + static_cast<std::uint32_t>(end)}, into);
      at = end;
    }
  }

  void judge(const Seen& seen, const Rule& rule, Span span, std::vector<Finding>& into) const {
    const string_view address = seen.prose.view(span);
    if (address.starts_with("mailto:") || !seen.reads(rule, span)) return;
    const std::string words = words_of(path_of(address));
    if (words.empty() || std::any_of(except_.begin(), except_.end(), [&](const GatedPattern& each) { return each.pattern.find(words).has_value(); })) return;
    if (!lists_name_somebody(*seen.corpus.names, words) && !name_stands_behind(*seen.corpus.names, words)) return;
    Finding finding = report(seen, rule, span);
    finding.secret = true;
    into.push_back(std::move(finding));
  }

  /// "hallam" of "sentencing remarks hallam": a word of no dictionary and no place alone, behind words that tell of a case.
  bool name_stands_behind(const NameModel& names, const std::string& words) const {
    constexpr std::size_t shortest = 4;
    const std::string spaced = " " + words + " ";
    return std::any_of(behind_.begin(), behind_.end(), [&](const Behind& each) {
      for (std::size_t at = spaced.find(each.words); at != std::string::npos; at = spaced.find(each.words, at + 1)) {
        const std::size_t from = at + each.words.size(), to = spaced.find(' ', from);
        const string_view word = string_view(spaced).substr(from, to == std::string::npos ? 0 : to - from);
        if (each.any && !word.empty()) return true;
        if (word.size() >= shortest && !names.ordinary().knows_form_of(word) && (names.lists().family.knows(word) || !names.lists().places.knows(word))) return true;
      }
      return false;
    });
  }

  static constexpr string_view marks_ = " \t\n\r\"<>()[],;|";
  std::vector<GatedPattern> except_;
  struct Behind {
    std::string words;
    bool any = false;
  };
  std::vector<Behind> behind_;
};

}  // namespace

std::shared_ptr<const Check> prepare_address(const Rule& rule, Preparation& preparation) {
  return std::make_shared<AddressCheck>(rule, preparation);
}

}  // namespace casewright
