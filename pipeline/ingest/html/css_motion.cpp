#include "ingest/html/css_motion.h"

#include <cstdlib>
#include <limits>

#include "base/among.h"
#include "base/text.h"
#include "ingest/html/css_hiding.h"

namespace casewright::css {
namespace {

constexpr double longest_motion = 5;   ///< seconds; Web Content Accessibility Guidelines 2.2, 2.2.2
constexpr double quickest_flash = 1.0 / 3;  ///< seconds; the same, 2.3.1
constexpr double few_flashes = 3;

/// Seconds of "0.2s" or "200ms"; below nought for any other word.
double seconds_of(std::string_view word) {
  const bool thousandths = word.ends_with("ms");
  if (!thousandths && !word.ends_with('s')) return -1;
  const std::string number(word.substr(0, word.size() - (thousandths ? 2 : 1)));
  if (number.empty() || number.find_first_not_of("0123456789.") != std::string::npos) return -1;
  return std::strtod(number.c_str(), nullptr) / (thousandths ? 1000 : 1);
}

/// How often "3" or "infinite" says that something moves; below nought for any other word.
double times_of(std::string_view word) {
  if (word == "infinite") return std::numeric_limits<double>::infinity();
  if (word.empty() || word.find_first_not_of("0123456789.") != std::string_view::npos) return -1;
  return std::strtod(std::string(word).c_str(), nullptr);
}

void judge(double seconds, double times, Motion& motion) {
  if (seconds <= 0) return;
  motion.goes_on |= seconds * times > longest_motion;
  motion.flashes |= seconds <= quickest_flash && times >= few_flashes;
}

bool takes_outline_away(const Declarations& declared) {
  for (const char* property : {"outline", "outline-style", "outline-width", "outline-color"}) {
    const std::string_view value = value_of(declared, property);
    if (value == "none" || value == "0" || value == "0px" || value == "transparent" || value.starts_with("none ") || value.starts_with("0 ")) return true;
  }
  return false;
}

/// A line, a frame, a ground or a shadow that shows where the focus is.
bool shows_focus(const Declarations& declared) {
  for (const auto& [name, value] : declared) {
    const bool none = among({"none", "0", "0px", "transparent", "inherit", "initial", "unset"}, value) || value.starts_with("none ") || (value.starts_with("0 ") && name != "box-shadow");
    if (!none && (name.starts_with("outline") || name.starts_with("border") || name.starts_with("background") || name == "box-shadow" || name.starts_with("text-decoration"))) return name != "outline-offset";
  }
  return false;
}

}  // namespace

Motion motion_of(const Declarations& declared) {
  Motion motion;
  const std::string_view name = value_of(declared, "animation-name"), state = value_of(declared, "animation-play-state");
  if (name == "none" || state == "paused") return motion;
  const std::string_view all = value_of(declared, "animation");
  for (const std::string& one : split_outside(all, ',')) {
    double seconds = -1, times = 1;
    const std::string folded = fold_space(one);
    for (const std::string_view word : split(folded, ' ')) {
      if (seconds < 0) seconds = seconds_of(word);
      if (const double told = times_of(word); told >= 0) times = told;
    }
    if (const double told = times_of(value_of(declared, "animation-iteration-count")); told >= 0) times = told;
    judge(seconds, times, motion);
  }
  if (all.empty() && !name.empty()) {
    const double told = times_of(value_of(declared, "animation-iteration-count"));
    judge(seconds_of(value_of(declared, "animation-duration")), told < 0 ? 1 : told, motion);
  }
  return motion;
}

bool hides_focus(std::string_view sheet) {
  const std::string plain = ascii_lower(without_comments(sheet));
  bool hidden = false, shown = false, surely = false;
  std::size_t from = 0;
  for (std::size_t open = plain.find('{'); open != std::string::npos; open = plain.find('{', open + 1)) {
    const std::string_view head = std::string_view(plain).substr(from, open - from);
    const std::size_t close = std::min(plain.find_first_of("{}", open + 1), plain.size());
    from = open + 1;
    if (close == plain.size() || plain[close] == '{') continue;  // what holds other rules
    from = close + 1;
    const std::string_view body = std::string_view(plain).substr(open + 1, close - open - 1);
    const Declarations declared = read_declarations(body), important = body.find("!important") == std::string_view::npos ? Declarations{} : read_declarations(body, true);
    for (const std::string& each : split_outside(head, ',')) {
      const std::string selector = fold_space(each);
      const bool focus = selector.find(":focus") != std::string::npos && selector.find(":focus-within") == std::string::npos && selector.find(":not(") == std::string::npos;
      const bool everything = among({"*", "a", "button", "input", "a:link", ":focus", "*:focus", "a:focus", "button:focus", "a:active"}, selector);
      hidden |= everything && takes_outline_away(declared) && !shows_focus(declared);
      surely |= everything && takes_outline_away(important) && !shows_focus(declared);
      shown |= focus && shows_focus(declared);
    }
  }
  return surely || (hidden && !shown);
}

bool heeds_reduced_motion(std::string_view sheet) { return sheet.find("prefers-reduced-motion") != std::string_view::npos; }

}  // namespace casewright::css
