#include "ingest/office/office_body.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ingest/carried/carried_risks.h"

namespace casewright {
namespace {

/// What most letters have.
template <class Counts>
auto most_of(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

}  // namespace

std::size_t OpenParagraph::count(std::string_view text, float size, const std::string& language, bool is_strong, bool is_emphasis) {
  const std::size_t more = text.size() - static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
  letters += more;
  letters_by_size[size] += more;
  if (!language.empty()) letters_by_language[language] += more;
  if (is_strong) strong += more;
  if (is_emphasis) emphasis += more;
  return more;
}

void OpenParagraph::settle(std::map<std::string, std::size_t>& languages_of_text) {
  paragraph.first_tab = words.first_tab();
  paragraph.last_tab = words.last_tab();
  paragraph.gaps = words.gaps();
  if (!letters_by_size.empty()) paragraph.size = most_of(letters_by_size);
  if (letters > 0) {
    paragraph.strong_share = static_cast<float>(strong) / static_cast<float>(letters);
    paragraph.emphasis_share = static_cast<float>(emphasis) / static_cast<float>(letters);
  }
  paragraph.capitals = letters > 0 && capitals * 10 > letters * 9;
  for (const auto& [language, times] : letters_by_language) languages_of_text[language] += times;
  paragraph.block.inlines = words.take();
  if (!letters_by_language.empty()) paragraph.block.language = most_of(letters_by_language);
}

void OfficeBody::carry(CarriedKind kind, std::string_view risk, std::string name, std::string text, std::string author, Origin origin) {
  if (trim(text).empty() && author.empty()) return;
  Carried item{kind, std::move(name), std::move(text), std::move(author), origin, page_, {}};
  item.risk = risk;
  container_.items.push_back(std::move(item));
}

void OfficeBody::hide(const OfficeNode& text, std::string_view risk) {
  if (hidden_words_.risk != risk) flush_hidden();
  if (hidden_words_.risk.empty()) hidden_words_.origin = origin(text);
  hidden_words_.risk = risk;
  hidden_words_.text += text.text;
  hidden_words_.end = text.at + static_cast<std::uint32_t>(count_characters(text.text));
}

void OfficeBody::flush_hidden() {
  const Unseen done = std::exchange(hidden_words_, {});
  if (done.risk.empty() || trim(done.text).empty()) return;
  carry(CarriedKind::hidden_text, done.risk, name_of_hiding(done.risk), done.text, "", done.origin);
  Carried& item = container_.items.back();
  item.extent = done.end - done.origin.at;
  item.deliberate = done.risk == "black-highlight";
}

}  // namespace casewright
