#include "inspect/kinds/carried.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

constexpr CarriedKind every_kind[] = {
    CarriedKind::metadata, CarriedKind::comment,    CarriedKind::revision, CarriedKind::hidden_text,
    CarriedKind::layer,    CarriedKind::attachment, CarriedKind::image,    CarriedKind::link,
    CarriedKind::script,   CarriedKind::form_value, CarriedKind::tag,      CarriedKind::private_data};

/// The stretch of the Prose that holds what a file carries; empty where it has no words.
Span span_of(const Prose& prose, const Carried& item) {
  for (const Stretch& stretch : prose.stretches)
    if (stretch.scope >= Scope::alternative_text && !item.text.empty() &&
        prose.view(stretch.span) == item.text)
      return stretch.span;
  return {};
}

class CarriedCheck final : public Check {
 public:
  CarriedCheck(const Rule& rule, Preparation& preparation) {
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
    for (const Record* element : rule.body.all("fine"))
      fine_.push_back(ascii_lower(fold_space(element->content())));
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    for (const Carried& item : seen.reading.container.items)
      if (concerns(seen, item)) {
        Finding finding = report(seen, rule, span_of(seen.prose, item));
        finding.place.page = item.page;
        finding.place.box = item.box;
        into.push_back(std::move(finding));
      }
  }

 private:
  bool concerns(const Seen& seen, const Carried& item) const {
    if (std::find(kinds_.begin(), kinds_.end(), item.kind) == kinds_.end()) return false;
    const std::string name = ascii_lower(item.name);
    if (!named_.empty() && std::none_of(named_.begin(), named_.end(), [&](const std::string& each) {
          return name.find(each) != std::string::npos;
        }))
      return false;
    const std::string text = ascii_lower(fold_space(item.text));
    if (!named_.empty() && (text.empty() || text == ascii_lower(seen.reading.document.board))) return false;
    return std::none_of(fine_.begin(), fine_.end(),
                        [&](const std::string& each) { return text.find(each) != std::string::npos; });
  }

  std::vector<CarriedKind> kinds_;
  std::vector<std::string> named_, fine_;
};

}  // namespace

std::shared_ptr<const Check> prepare_carried(const Rule& rule, Preparation& preparation) {
  return std::make_shared<CarriedCheck>(rule, preparation);
}

}  // namespace casewright
