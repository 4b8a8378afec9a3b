#include "inspect/kinds/carried.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/text.h"
#include "inspect/telling_words.h"

namespace casewright {
namespace {

constexpr CarriedKind every_kind[] = {
    CarriedKind::metadata, CarriedKind::comment,    CarriedKind::revision, CarriedKind::hidden_text,
    CarriedKind::layer,    CarriedKind::attachment, CarriedKind::image,    CarriedKind::link,
    CarriedKind::script,   CarriedKind::form_value, CarriedKind::tag,      CarriedKind::private_data};

/// The words of what a file carries: where they stand in the Prose, first its text, else whose it is.
std::vector<Span> places_of_items(const Prose& prose, std::size_t items) {
  std::vector<Span> places(items);
  for (const Stretch& stretch : prose.stretches) {
    if (stretch.carried == 0 || stretch.carried > items) continue;
    Span& place = places[stretch.carried - 1];
    const bool own_text = stretch.label != "author" && stretch.label != "attachment";
    if (place.empty() || own_text) place = stretch.span;
  }
  return places;
}

/// How many people of a register have a name that fits a room, its letters in the type of the page; it names none of them.
std::string candidates_for(const LeftRoom& room, const Register& people) {
  std::size_t all = 0, fit = 0;
  for (const Identity& each : people.entries) {
    if (each.kind != IdentityKind::person) continue;
    ++all;
    fit += std::any_of(each.names.begin(), each.names.end(), [&](const NameEntry& name) {
      const std::string whole = fold_space(name.text);
      const auto words = split(whole, ' ');
      return fits(room, whole) || std::any_of(words.begin(), words.end(), [&](std::string_view word) { return fits(room, word); });
    });
  }
  return "; of the " + std::to_string(all) + " people of the register " + (fit == 0 ? "none has" : std::to_string(fit) + (fit == 1 ? " has" : " have")) + " a name as wide";
}

/// What tells an item from the others, for a person and for a waiver.
std::string thing_of(const Carried& item) {
  std::string thing = item.name;
  if (!item.how.empty()) thing += ", " + item.how;
  if (item.page != 0) thing += ", page " + std::to_string(item.page);
  if (item.box.right > item.box.left) thing += ", at " + std::to_string(std::lround(item.box.left)) + " " + std::to_string(std::lround(item.box.top));
  return thing;
}

class CarriedCheck final : public Check {
 public:
  CarriedCheck(const Rule& rule, Preparation& preparation) : otherwise_(rule.level) {
    if (rule.body.attribute("shown") == "fine") guess_ = Guess::tagger_of_unshown;
    if (rule.body.attribute("guess") == "lists") guess_ = Guess::lists;
    if (rule.body.attribute("guess") == "people") guess_ = Guess::tagger_of_people;
    if (const std::string_view level = rule.body.attribute("otherwise"); !level.empty()) otherwise_ = level_of(level);
    guessed_ = rule.level;
    if (const std::string_view level = rule.body.attribute("guessed"); !level.empty()) guessed_ = level_of(level);
    for (const Record* element : rule.body.all("of")) {
      const std::string wanted = fold_space(element->content());
      const auto found = std::find_if(std::begin(every_kind), std::end(every_kind),
                                      [&](CarriedKind kind) { return name_of(kind) == wanted; });
      if (found == std::end(every_kind))
        preparation.fault(*element, "'" + wanted + "' is nothing that a file carries",
                          "write comment, hidden text, metadata, ...");
      else
        kinds_.push_back(*found);
    }
    for (const Record* element : rule.body.all("named"))
      named_.push_back(ascii_lower(fold_space(element->content())));
    for (const Record* element : rule.body.all("risk")) risks_.push_back(fold_space(element->content()));
    for (const Record* element : rule.body.all("fine"))
      fine_.push_back(ascii_lower(fold_space(element->content())));
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const std::vector<Carried>& items = seen.reading.container.items;
    if (std::none_of(items.begin(), items.end(), [&](const Carried& item) { return concerns(seen, item); })) return;
    const std::vector<Span> places = places_of_items(seen.prose, items.size());
    for (std::size_t at = 0; at < items.size(); ++at) {
      const Carried& item = items[at];
      if (!concerns(seen, item)) continue;
      const std::optional<Level> level = level_for(seen, rule, item, places[at]);
      if (!level) continue;
      const std::string candidates = item.room != nullptr && seen.people != nullptr ? candidates_for(*item.room, *seen.people) : std::string();
      Finding finding = report(seen, rule, places[at], {{"how", item.how + candidates}, {"what", item.name}});
      finding.level = *level;
      finding.thing = thing_of(item);
      finding.place.page = item.page;
      finding.place.box = item.box;
      into.push_back(std::move(finding));
    }
  }

 private:
  std::optional<Level> level_for(const Seen& seen, const Rule& rule, const Carried& item, Span span) const {
    if (item.risk.empty() || item.deliberate) return rule.level;
    if (otherwise_ == rule.level && !item.harmless) return rule.level;
    const Telling tells = telling(seen, span, guess_);
    if (tells == Telling::surely) return rule.level;
    // Words that only a listener gets are harmless unless they say who it is.
    if (item.harmless && item.kind == CarriedKind::hidden_text && telling(seen, span, Guess::tagger_of_people) == Telling::likely) return Level::fix;
    if (item.harmless) return std::nullopt;
    return tells == Telling::likely ? guessed_ : otherwise_;
  }

  bool concerns(const Seen& seen, const Carried& item) const {
    if (!item.risk.empty()) return std::find(risks_.begin(), risks_.end(), item.risk) != risks_.end() && !is_fine(item);
    if (std::find(kinds_.begin(), kinds_.end(), item.kind) == kinds_.end()) return false;
    const std::string name = ascii_lower(item.name);
    if (!named_.empty() && std::none_of(named_.begin(), named_.end(), [&](const std::string& each) {
          return name.find(each) != std::string::npos;
        }))
      return false;
    const std::string text = ascii_lower(fold_space(item.text));
    if (!named_.empty() && (text.empty() || text == ascii_lower(seen.reading.document.board))) return false;
    return !is_fine(item);
  }

  /// True where one of the rule's harmless words stands in the item, whole.
  bool is_fine(const Carried& item) const {
    const std::string text = ascii_lower(fold_space(item.text));
    const auto edge = [&text](std::size_t at) { return at >= text.size() || std::isalnum(static_cast<unsigned char>(text[at])) == 0; };
    return std::any_of(fine_.begin(), fine_.end(), [&](const std::string& each) {
      for (std::size_t at = text.find(each); at != std::string::npos; at = text.find(each, at + 1))
        if ((at == 0 || edge(at - 1)) && edge(at + each.size())) return true;
      return false;
    });
  }

  std::vector<CarriedKind> kinds_;
  std::vector<std::string> named_, fine_, risks_;
  std::optional<Level> otherwise_, guessed_;
  Guess guess_ = Guess::tagger;
};

}  // namespace

std::shared_ptr<const Check> prepare_carried(const Rule& rule, Preparation& preparation) {
  return std::make_shared<CarriedCheck>(rule, preparation);
}

}  // namespace casewright
