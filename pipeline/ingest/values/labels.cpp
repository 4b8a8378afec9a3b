#include "ingest/values/labels.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>

#include "base/record.h"
#include "base/text.h"
#include "base/words.h"
#include "foreign/xml/xml.h"

namespace casewright {

namespace data {
// corpus/labels
extern const std::string_view labels_of_action_plans, labels_of_agency_reviews, labels_of_chronologies, labels_of_registers;
}

namespace {

constexpr std::size_t longest_label = 120;

/// A field, its name in corpus/labels and the words for it in messages.
struct FieldName {
  Field field;
  std::string_view code, spoken;
};
constexpr FieldName field_names[] = {
    {Field::none, "", "unknown"},
    {Field::kept, "kept", "other"},
    {Field::date, "date", "date"},
    {Field::end_date, "end-date", "end date"},
    {Field::time, "time", "time"},
    {Field::sequence, "sequence", "sequence"},
    {Field::source, "source", "source"},
    {Field::event, "event", "event"},
    {Field::child_seen, "child-seen", "child seen"},
    {Field::seen_alone, "seen-alone", "seen alone"},
    {Field::child_seen_or_spoken, "child-seen-or-spoken", "child seen or spoken to"},
    {Field::child_seen_and_voice, "child-seen-and-voice", "child seen, and voice"},
    {Field::child_spoken_to, "child-spoken-to", "child spoken to"},
    {Field::voice, "voice", "voice of the child"},
    {Field::outcome, "outcome", "outcome"},
    {Field::comment, "comment", "comment"},
    {Field::recorded_by, "recorded-by", "recorded by"},
    {Field::contact, "contact", "contact with the family"},
    {Field::key, "key", "key"},
    {Field::background, "background", "background"},
    {Field::same_as, "same-as", "same as"},
    {Field::id, "id", "reference"},
    {Field::recommendation, "recommendation", "recommendation"},
    {Field::action, "action", "action"},
    {Field::owner, "owner", "owner"},
    {Field::due, "due", "due date"},
    {Field::status, "status", "status"},
    {Field::completed, "completed", "date completed"},
    {Field::taken, "taken", "progress"},
    {Field::impact, "impact", "impact"},
    {Field::next, "next", "next step"},
    {Field::evidence, "evidence", "evidence"},
    {Field::author, "author", "author"},
    {Field::post, "post", "post"},
    {Field::independent, "independent", "independence of the author"},
    {Field::requested, "requested", "date of the request"},
    {Field::secured, "secured", "date on which records were secured"},
    {Field::period, "period", "period"},
    {Field::period_from, "period-from", "first day of the period"},
    {Field::period_to, "period-to", "last day of the period"},
    {Field::family, "family", "family background"},
    {Field::method, "method", "how the review was done"},
    {Field::practice, "practice", "analysis of practice"},
    {Field::good, "good", "good practice"},
    {Field::lesson, "lesson", "lessons"},
    {Field::enquiry, "enquiry", "key line of enquiry"},
    {Field::signer, "signer", "sign-off"},
    {Field::name, "name", "name"},
    {Field::contents, "contents", "table of contents"},
    {Field::conditions, "conditions", "conditions of work"},
    {Field::public_name, "public-name", "public name"},
    {Field::given_name, "given-name", "first name"},
    {Field::family_name, "family-name", "surname"},
    {Field::title, "title", "title"},
    {Field::alias, "alias", "other names"},
    {Field::misspelling, "misspelling", "misspellings"},
    {Field::nickname, "nickname", "nickname"},
    {Field::former_name, "former-name", "former names"},
    {Field::initials, "initials", "initials"},
    {Field::role, "role", "role"},
    {Field::relation, "relation", "relationship"},
    {Field::entry_kind, "entry-kind", "kind of entry"},
    {Field::born, "born", "date of birth"},
    {Field::died, "died", "date of death"},
    {Field::sex, "sex", "sex"},
    {Field::agency, "agency", "agency"},
    {Field::phone, "phone", "telephone"},
    {Field::email, "email", "email"},
    {Field::username, "username", "name online"},
    {Field::address, "address", "address"},
    {Field::postcode, "postcode", "postcode"},
    {Field::nhs, "nhs", "NHS number"},
    {Field::national_insurance, "national-insurance", "National Insurance number"},
    {Field::pupil, "pupil", "pupil number"},
    {Field::social_care, "social-care", "number in social care"},
    {Field::crime, "crime", "crime number"},
    {Field::police_national_computer, "police-national-computer", "number in the Police National Computer"},
    {Field::court, "court", "court number"},
    {Field::car, "car", "registration of a car"},
    {Field::number, "number", "numbers"},
    {Field::subject, "subject", "subject"},
    {Field::mother, "mother", "mother"},
    {Field::father, "father", "father"},
    {Field::sibling, "sibling", "sibling"},
    {Field::relative, "relative", "relative"},
    {Field::friend_, "friend", "friend"},
    {Field::practitioner, "practitioner", "practitioner"},
    {Field::allowed, "allowed", "who may be named"},
    {Field::other_person, "other-person", "other person"},
    {Field::school, "school", "school"},
    {Field::nursery, "nursery", "nursery"},
    {Field::hospital, "hospital", "hospital"},
    {Field::gp, "gp", "GP surgery"},
    {Field::street, "street", "street"},
    {Field::estate, "estate", "estate"},
    {Field::town, "town", "town"},
    {Field::faith, "faith", "place of worship"},
    {Field::prison, "prison", "prison"},
    {Field::refuge, "refuge", "refuge"},
    {Field::employer, "employer", "employer"},
    {Field::other_place, "other-place", "other place"},
    {Field::organisation, "organisation", "organisation"},
};

Field field_named(std::string_view code) {
  const auto found = std::find_if(std::begin(field_names), std::end(field_names), [&](const FieldName& each) { return each.code == code; });
  assert(found != std::end(field_names));
  return found == std::end(field_names) ? Field::none : found->field;
}

/// Curly apostrophes, dashes and no-break spaces as their plain kin.
std::string plain_marks(std::string_view text) {
  std::string plain = replace_every(text, "\xE2\x80\x99", "'");
  plain = replace_every(plain, "\xE2\x80\x98", "'");
  plain = replace_every(plain, "\xE2\x80\x93", "-");
  return replace_every(plain, "\xC2\xA0", " ");
}

std::string singular(std::string_view word) {
  const bool plural = word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's' && word[word.size() - 2] != 'i';
  return std::string(plural ? word.substr(0, word.size() - 1) : word);
}

/// The words of a plain label in the singular, one space between them.
std::string in_singular(std::string_view plain) {
  std::string words;
  for (const std::string_view each : split(plain, ' ')) {
    if (each.empty()) continue;
    if (!words.empty()) words += ' ';
    words += singular(each);
  }
  return words;
}

/// How many letters must be put in, taken out, changed or swapped with their neighbour to turn one into the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  std::iota(last.begin(), last.end(), 0u);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

/// The label without what stands in brackets: "Child seen (Y/N)".
std::string without_brackets(std::string_view label) {
  std::string kept;
  int open = 0;
  for (const char c : label) {
    if (c == '(' || c == '[') ++open;
    if (open == 0) kept += c;
    if ((c == ')' || c == ']') && open > 0) --open;
  }
  return kept;
}

std::vector<std::string> alternatives(std::string_view group) {
  std::vector<std::string> words;
  for (const std::string_view each : split(group, '|'))
    if (!each.empty()) words.emplace_back(each);
  return words;
}

}  // namespace

std::string_view code_of(Field field) {
  const auto found = std::find_if(std::begin(field_names), std::end(field_names), [&](const FieldName& each) { return each.field == field; });
  return found == std::end(field_names) ? std::string_view() : found->code;
}

std::string_view word_of(Field field) {
  const auto found = std::find_if(std::begin(field_names), std::end(field_names), [&](const FieldName& each) { return each.field == field; });
  return found == std::end(field_names) ? field_names[0].spoken : found->spoken;
}

std::string plain_label(std::string_view label) {
  std::string plain;
  for (const char c : ascii_lower(plain_marks(label))) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) plain += c;
    else if (c != '\'') plain += ' ';
  }
  return fold_space(plain);
}

std::vector<std::string> words_of_label(std::string_view label) { return words_between_spaces(plain_label(label)); }

/// Reads the sets of corpus/labels into guides.
class LabelReader {
 public:
  static std::map<std::string, LabelGuide, std::less<>> all() {
    std::map<std::string, LabelGuide, std::less<>> guides;
    for (const std::string_view file : {data::labels_of_action_plans, data::labels_of_agency_reviews, data::labels_of_chronologies, data::labels_of_registers}) {
      const auto root = xml::read(file, "corpus/labels", 1);
      assert(root.ok());
      if (root) add_sets(*root, guides);
    }
    return guides;
  }

 private:
  static void add_sets(const Record& root, std::map<std::string, LabelGuide, std::less<>>& guides) {
    for (const Record* set : root.all("set")) {
      LabelGuide guide;
      add(*set, guide);
      if (const std::string_view like = set->attribute("like"); !like.empty())
        for (const Record* other : root.all("set"))
          if (other->attribute("name") == like) add(*other, guide);
      guides.emplace(set->attribute("name"), std::move(guide));
    }
  }

  static void add(const Record& set, LabelGuide& guide) {
    for (const Record* field : set.all("field")) {
      const Field leads_to = field_named(field->attribute("name"));
      for (const Record* label : field->all("label")) {
        guide.labels_.push_back({fold_space(label->content()), leads_to});
        guide.singular_.push_back(in_singular(guide.labels_.back().words));
      }
      for (const Record* each : field->all("sign")) {
        LabelGuide::Sign sign{leads_to, {}, guide.groups_.add(alternatives(each->attribute("without")))};
        for (const std::string& group : words_between_spaces(each->content())) sign.groups.push_back(guide.groups_.add(alternatives(group)));
        guide.signs_.push_back(std::move(sign));
      }
    }
  }
};

const LabelGuide& LabelGuide::of(std::string_view set) {
  static const std::map<std::string, LabelGuide, std::less<>> all = LabelReader::all();
  static const LabelGuide nothing;
  const auto found = all.find(set);
  assert(found != all.end());
  return found == all.end() ? nothing : found->second;
}

Field LabelGuide::exact(std::string_view singular) const {
  for (std::size_t each = 0; each < labels_.size(); ++each)
    if (singular_[each] == singular) return labels_[each].field;
  return Field::none;
}

Field LabelGuide::mistyped(std::string_view singular) const {
  Field best = Field::none;
  std::size_t least = 3;
  for (std::size_t each = 0; each < labels_.size(); ++each) {
    const std::string& known = singular_[each];
    const std::size_t allowed = known.size() >= 10 ? 2 : known.size() >= 5 ? 1 : 0;
    const std::size_t longer = std::max(known.size(), singular.size()) - std::min(known.size(), singular.size());
    // Slips seldom hit the first letter; "notes of contact" are no "date of contact".
    if (allowed == 0 || longer > allowed || singular.empty() || known[0] != singular[0]) continue;
    const std::size_t apart = distance(singular, known);
    if (apart <= allowed && apart < least) {
      least = apart;
      best = labels_[each].field;
    }
  }
  return best;
}

Field LabelGuide::contained(std::string_view singular) const {
  const std::string spaced = " " + std::string(singular) + " ";
  Field best = Field::none;
  std::ptrdiff_t most = 0;  // spaces of the longest so far
  for (std::size_t each = 0; each < labels_.size(); ++each) {
    const std::ptrdiff_t spaces = std::count(singular_[each].begin(), singular_[each].end(), ' ');
    if (spaces <= most || spaced.find(" " + singular_[each] + " ") == std::string::npos) continue;
    most = spaces;
    best = labels_[each].field;
  }
  return best;
}

Field LabelGuide::signed_by(std::string_view plain) const {
  if (signs_.empty()) return Field::none;
  std::vector<WordGroupSet> words;
  for (const std::string_view each : split(plain, ' '))
    if (!each.empty()) words.push_back(groups_.of(each));
  const auto has = [&](std::uint32_t group) { return std::any_of(words.begin(), words.end(), [group](const WordGroupSet& word) { return word.has(group); }); };
  for (const Sign& each : signs_)
    if (!has(each.without) && std::all_of(each.groups.begin(), each.groups.end(), has)) return each.field;
  return Field::none;
}

LabelGuide::Meaning LabelGuide::of_parts(std::string_view label) const {
  if (label.find('/') == std::string_view::npos) return {};
  Meaning meaning{Field::none, true};
  for (const std::string_view each : split(label, '/')) {
    const Field field = exact(in_singular(plain_label(each)));
    if (field != Field::none && meaning.field != Field::none && field != meaning.field) return {};
    if (field == Field::none) meaning.exact = false;
    else meaning.field = field;
  }
  return meaning;
}

LabelGuide::Meaning LabelGuide::understand(std::string_view label) const {
  if (label.size() > longest_label) return {Field::none, true};
  const std::string plain = plain_label(label), whole = in_singular(plain), shorter = in_singular(plain_label(without_brackets(label)));
  if (whole.empty()) return {Field::none, true};
  Field field = exact(whole);
  if (field == Field::none && !shorter.empty()) field = exact(shorter);
  if (field != Field::none) return {field, true};
  const Meaning parts = of_parts(label);
  if (parts.field != Field::none && parts.exact) return parts;
  field = mistyped(whole);
  if (field == Field::none && !shorter.empty()) field = mistyped(shorter);
  if (field == Field::none) field = contained(whole);
  if (field == Field::none) field = signed_by(plain);
  if (field == Field::none) field = parts.field;
  return {field, false};
}

Field LabelGuide::named_last(std::string_view label) const {
  const std::string plain = in_singular(plain_label(without_brackets(label.substr(0, longest_label))));
  const std::size_t space = plain.rfind(' ');
  if (space == std::string::npos || std::count(plain.begin(), plain.end(), ' ') >= 4) return Field::none;
  return exact(std::string_view(plain).substr(space + 1));
}

std::optional<LabelledWords> LabelGuide::leading(std::string_view text) const {
  constexpr std::size_t most_label_bytes = 40;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > most_label_bytes) return std::nullopt;
  const std::string_view label = text.substr(0, colon);
  const Field field = understand(label).field;
  if (field == Field::none) return std::nullopt;
  return LabelledWords{fold_space(label), field, trim(text.substr(colon + 1))};
}

std::vector<std::string> LabelGuide::near(std::string_view label) const {
  const std::string plain = plain_label(label).substr(0, longest_label);
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const Label& each : labels_)
    if (each.field != Field::kept) ranked.emplace_back(distance(plain, each.words), each.words);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> nearest;
  for (const auto& [apart, name] : ranked) {
    if (nearest.size() == 3 || apart * 2 > plain.size()) break;
    nearest.push_back(name);
  }
  return nearest;
}

}  // namespace casewright
