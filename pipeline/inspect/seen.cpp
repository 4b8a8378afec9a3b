#include "inspect/seen.h"

#include <algorithm>

#include "base/text.h"
#include "inspect/document_pieces.h"

namespace casewright {
namespace {

constexpr std::uint32_t longest_quotation = 3000;

/// Spans between opening and closing quotation marks of one stretch, curly or straight. A straight mark or
/// a lone one that is never closed quotes nothing.
void find_quotations(const Prose& prose, const Stretch& stretch, std::vector<Span>& into) {
  struct Marks {
    std::string_view open, close;
  };
  static constexpr Marks pairs[] = {
      {"\xE2\x80\x9C", "\xE2\x80\x9D"}, {"\"", "\""}, {"\xE2\x80\x98", "\xE2\x80\x99"}};
  const std::string_view text = prose.view(stretch.span);
  for (const Marks& marks : pairs) {
    const bool single = marks.open == "\xE2\x80\x98";
    for (std::size_t at = text.find(marks.open); at != std::string_view::npos;) {
      std::size_t end = text.find(marks.close, at + marks.open.size());
      // A right single mark before a letter is an apostrophe.
      while (single && end != std::string_view::npos && end + marks.close.size() < text.size() &&
             std::isalpha(static_cast<unsigned char>(text[end + marks.close.size()])) != 0)
        end = text.find(marks.close, end + marks.close.size());
      if (end == std::string_view::npos || end - at > longest_quotation) break;
      into.push_back({stretch.span.begin + static_cast<std::uint32_t>(at),
                      stretch.span.begin + static_cast<std::uint32_t>(end + marks.close.size())});
      at = text.find(marks.open, end + marks.close.size());
    }
  }
}

std::vector<Span> quotations_in(const Prose& prose) {
  std::vector<Span> all;
  for (const Stretch& stretch : prose.stretches) find_quotations(prose, stretch, all);
  std::sort(all.begin(), all.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  return all;
}

std::string filled(std::string text, const std::vector<std::pair<std::string, std::string>>& values) {
  for (const auto& [name, value] : values) text = replace_every(text, "{" + name + "}", value);
  return text;
}

/// Somebody else's words are reported, not rewritten.
void as_quotation(Finding& finding) {
  finding.quoted = true;
  finding.level = Level::advise;
  finding.message = "In quoted words: " + finding.message;
  finding.suggestion = "Leave the words as they were said or written. Say whose they are, keep them only where the reader needs them, and do not take "
                       "them up in the report's own voice.";
}

std::string letters_and_digits(std::string_view words) {
  std::string bare;
  for (const char c : ascii_lower(words))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) bare += c;
  return bare;
}

/// The ways to reach the board and those who help readers, as the case publishes them.
std::vector<std::string> public_contacts(const Case& of_case) {
  std::vector<std::string> contacts;
  const auto take = [&contacts](const Record& from, std::string_view element) {
    const std::string bare = letters_and_digits(from.content_of(element));
    if (!bare.empty()) contacts.push_back(bare);
  };
  if (const Record* board = of_case.root.child("board"))
    for (const std::string_view element : {"contact", "website"}) take(*board, element);
  const Record* publication = of_case.root.child("publication");
  const Record* support = publication == nullptr ? nullptr : publication->child("support");
  if (support == nullptr) return contacts;
  for (const Record* contact : support->all("contact"))
    for (const std::string_view element : {"phone", "email", "website"}) take(*contact, element);
  return contacts;
}

/// Every name that case.xml itself gives: reviewers, chairs, panel members, the board, agencies, its area. Register
/// entries stand in a file of their own.
void gather_offices(const Record& from, std::vector<std::string>& into) {
  std::vector<const Record*> open{&from};
  while (!open.empty()) {
    const Record* here = open.back();
    open.pop_back();
    if (here->name == "name" || here->name == "area" || here->name == "short") into.push_back(ascii_lower(fold_space(here->content())));
    for (const std::string_view attribute : {"public-name", "short", "chair", "author"})
      if (here->has_attribute(attribute)) into.push_back(ascii_lower(fold_space(here->attribute(attribute))));
    for (const Record& child : here->children) open.push_back(&child);
  }
  std::erase_if(into, [](const std::string& each) { return each.empty(); });
}

}  // namespace

Seen::Seen(const std::vector<Reading>& all, std::uint32_t index, const std::vector<Inspected>& known,
           PhraseHits phrase_hits, std::vector<SectionSet> by_stretch, const Corpus& lists,
           const Case* bundle, const Register* register_, std::vector<IdentityHit> found, const WordTable& table, std::string lowered)
    : set(all),
      document(index),
      reading(all[index]),
      prose(all[index].prose),
      all_inspected(known),
      inspected(known[index]),
      hits(std::move(phrase_hits)),
      sections(std::move(by_stretch)),
      corpus(lists),
      words(table),
      of_case(bundle),
      people(register_),
      names(std::move(found)),
      lower(std::move(lowered)),
      quotations(quotations_in(prose)),
      contacts(bundle == nullptr ? std::vector<std::string>() : public_contacts(*bundle)) {
  if (bundle != nullptr) gather_offices(bundle->root, offices);
}

bool Seen::names_public_office(std::string_view words) const {
  constexpr std::size_t least = 4;
  const std::string lowered = ascii_lower(fold_space(words));
  return lowered.size() >= least && std::any_of(offices.begin(), offices.end(), [&lowered](const std::string& each) {
           return each.find(lowered) != std::string::npos || lowered.find(each) != std::string::npos;
         });
}

namespace {

/// True where `is_area` holds of the words as a whole or of each area in them.
template <class IsArea>
bool are_areas(std::string_view words, IsArea is_area) {
  const std::string all = area_words(words);
  if (is_area(all)) return true;
  // "Leeds, Bradford and Kent": each by itself.
  for (std::size_t from = 0; from < all.size();) {
    const std::size_t comma = std::min(all.find(',', from), all.size()), joined = std::min(all.find(" and ", from), all.size());
    const std::size_t to = std::min(comma, joined);
    if (!is_area(area_words(std::string_view(all).substr(from, to - from)))) return false;
    from = to == all.size() ? to : to + (to == joined ? 5 : 1);
  }
  return !all.empty();
}

}  // namespace

bool Seen::names_public_area(std::string_view words) const {
  return are_areas(words, [this](const std::string& area) { return areas.contains(area) || corpus.councils.contains(area); });
}

bool Seen::surely_names_public_area(std::string_view words) const {
  const auto holds_given = [this](const std::string& area) {
    if (corpus.names == nullptr) return false;
    const std::vector<std::string_view> each = split(area, ' ');
    return std::any_of(each.begin(), each.end(), [this](std::string_view word) { return corpus.names->lists().given.knows(word); });
  };
  const std::string all = area_words(words);
  if (all.find(' ') == std::string::npos && holds_given(all)) return false;
  return are_areas(words, [&](const std::string& area) { return corpus.councils.contains(area) || (areas.contains(area) && !holds_given(area)); });
}

bool Seen::is_public_contact(std::string_view words) const {
  constexpr std::size_t least = 5;  // fewer letters would stand in many a contact by chance
  const std::string bare = letters_and_digits(words);
  return bare.size() >= least && std::any_of(contacts.begin(), contacts.end(), [&bare](const std::string& each) {
           return each.find(bare) != std::string::npos;
         });
}

bool Seen::names_public_person(Span span) const {
  return people != nullptr && std::any_of(names.begin(), names.end(), [&](const IdentityHit& hit) {
           const Identity& identity = people->entries[hit.identity];
           return hit.certain && identity.may_be_named && identity.kind == IdentityKind::person &&
                  hit.span.overlaps(span);
         });
}

std::uint32_t Seen::stretch_index(std::uint32_t at) const {
  if (prose.stretches.empty()) return 0;
  // Rules walk the text from its beginning, so the stretch is often that of the last question or not far behind it: look
  // twice as far each time, then within the last step.
  const auto& all = prose.stretches;
  const auto begins_after = [&](std::size_t index) { return index >= all.size() || all[index].span.begin > at; };
  if (begins_after(last_stretch_)) return last_stretch_ = static_cast<std::uint32_t>(&prose.stretch_at(at) - all.data());
  std::size_t low = last_stretch_, step = 1;
  while (!begins_after(low + step)) {
    low += step;
    step *= 2;
  }
  for (std::size_t high = std::min(low + step, all.size()); low + 1 < high;) {
    const std::size_t middle = low + (high - low) / 2;
    (begins_after(middle) ? high : low) = middle;
  }
  return last_stretch_ = static_cast<std::uint32_t>(low);
}

bool Seen::quoted(Span span) const {
  auto after = std::upper_bound(quotations.begin(), quotations.end(), span.begin,
                                [](std::uint32_t at, const Span& each) { return at < each.begin; });
  for (int looked = 0; after != quotations.begin() && looked < 3; ++looked) {
    --after;
    if (after->begin <= span.begin && span.end <= after->end) return true;
  }
  return prose.stretches[stretch_index(span.begin)].scope == Scope::quotation;
}

bool Seen::reads(const Rule& rule, Span span) const {
  if (prose.stretches.empty()) return false;
  const std::uint32_t index = stretch_index(span.begin);
  if (index >= prose.stretches.size() || !reads_stretch(rule, index)) return false;
  return rule.quoted != Quoted::skip || !quoted(span);
}

bool Seen::reads_stretch(const Rule& rule, std::uint32_t index) const {
  const Stretch& stretch = prose.stretches[index];
  if (!rule.scopes.has(stretch.scope)) return false;
  if (rule.heading_levels != 0 && stretch.scope == Scope::heading && (rule.heading_levels >> stretch.level & 1) == 0) return false;
  if (rule.header_cells && stretch.scope == Scope::cell && !heads_a_table(index)) return false;
  const SectionSet here = sections[index];
  if (rule.within != 0 && (rule.within & here) == 0) return false;
  return (rule.outside & here) == 0;
}

bool Seen::heads_a_table(std::uint32_t stretch) const {
  if (!header_cells_) {
    header_cells_.emplace(prose.stretches.size());
    for (const Piece& piece : pieces_of(reading.document, prose))
      (*header_cells_)[piece.stretch] = piece.cell != nullptr && piece.cell->cell && piece.cell->cell->header;
  }
  return (*header_cells_)[stretch];
}

Span Seen::sentence_at(std::uint32_t at) const {
  if (prose.stretches.empty()) return {};
  const Stretch& stretch = prose.stretches[stretch_index(at)];
  const auto first = prose.sentences.begin() + stretch.first_sentence, end = prose.sentences.begin() + stretch.end_sentence;
  const auto after = std::upper_bound(first, end, at, [](std::uint32_t place, const Sentence& each) { return place < each.span.begin; });
  if (after != first && (after - 1)->span.contains(at)) return (after - 1)->span;
  return stretch.span;
}

const std::vector<DateInText>& Seen::dates_in(Span where) const {
  static const std::vector<DateInText> none;
  const std::string_view text = prose.view(where);
  if (text.find_first_of("0123456789") == std::string_view::npos) return none;
  const auto [known, fresh] = dates_.try_emplace(where.begin);
  if (!fresh) return known->second;
  known->second = find_dates(text);
  for (DateInText& each : known->second) each.span = {where.begin + each.span.begin, where.begin + each.span.end};
  return known->second;
}

const std::vector<AgeInText>& Seen::ages_in(Span where) const {
  const auto [known, fresh] = ages_.try_emplace(where.begin);
  if (!fresh) return known->second;
  known->second = find_exact_ages(prose.view(where));
  for (AgeInText& each : known->second) each.span = {where.begin + each.span.begin, where.begin + each.span.end};
  return known->second;
}

bool Seen::meets(const std::vector<std::uint32_t>& all, std::size_t stretch) const {
  return std::all_of(all.begin(), all.end(), [&](std::uint32_t each) { return needs.in(stretch, each); });
}

bool Seen::meets_somewhere(const std::vector<std::uint32_t>& all) const {
  return std::all_of(all.begin(), all.end(), [&](std::uint32_t each) { return needs.somewhere(each); });
}

bool Seen::holds(std::uint32_t phrase, Span where) const {
  const auto places = hits.of(phrase);
  const auto first =
      std::lower_bound(places.begin(), places.end(), where.begin,
                       [](const PhraseHit& hit, std::uint32_t at) { return hit.span.begin < at; });
  return first != places.end() && first->span.end <= where.end;
}

std::string_view Seen::role() const {
  // A summary that came as a file has no role of its own.
  if (reading.document.role == DocumentRole::legacy && inspected.profile == "executive-summary") return "summary";
  return name_of(reading.document.role);
}

Finding report(const Seen& seen, const Rule& rule, Span span,
               const std::vector<std::pair<std::string, std::string>>& values) {
  Finding finding;
  finding.rule = rule.id;
  finding.level = rule.level;
  finding.message = filled(rule.message, values);
  finding.suggestion = filled(rule.suggestion, values);
  finding.source = rule.source;
  finding.document = seen.document;
  finding.span = span;
  finding.secret = rule.secret;
  if (rule.quoted == Quoted::tell && !span.empty() && seen.quoted(span)) as_quotation(finding);
  return finding;
}

}  // namespace casewright
