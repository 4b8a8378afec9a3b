#include "ingest/html/html_barriers.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "base/words.h"
#include "ingest/carried/poor_title.h"

namespace casewright {
namespace {

using html::Node;
using html::NodeKind;

class BarrierFinder {
 public:
  explicit BarrierFinder(const HtmlPage& page) : page_(page), counts_(page.barriers) {}

  void run(Container& container) {
    visit(*page_.root);
    for (const std::string& target : targets_)
      if (!anchors_.contains(target) && target != "top" && target[0] != '/' && target[0] != '!') ++counts_["anchor-missing"];  // "#/page" is a script's
    if (!titled_) counts_["title-missing"] = 1;
    if (!main_) counts_["main-missing"] = 1;
    if (menu_links_ >= least_menu && !way_past_) counts_["skip-link-missing"] = 1;
    for (const auto& [condition, count] : counts_)
      if (count > 0) container.broken.push_back({condition, 0, "", "", count});
  }

 private:
  static constexpr std::size_t least_sentence = 8;  ///< words; fewer are an icon's or a number's
  static constexpr std::size_t least_menu = 3;  ///< links that somebody with a keyboard would have to pass

  /// It recurs once per level of the page, which the parser bounds.
  void visit(const Node& node) {
    if (node.kind != NodeKind::element) return;
    if (node.name == "title" && in_drawing_ == 0) {
      titled_ |= !trim(node.content()).empty();
      if (is_poor_title(node.content())) counts_["title-poor"] = 1;
    }
    if (node.name == "meta") view(node);
    if (among({"template", "script", "style", "noscript"}, node.name)) return;
    const bool skips = node.name == "a" && node.attribute("href").starts_with('#') && node.attribute("href").size() > 1 && !main_;
    way_past_ |= skips && menu_links_ == 0;
    if (skips) targets_.insert(std::string(node.attribute("href").substr(1)));
    for (const char* name : {"id", "name"}) anchors_.insert(std::string(trim(node.attribute(name))));
    if (const auto hidden = page_.hidden.find(&node); hidden != page_.hidden.end()) {
      const bool shown = hidden->second.risk.empty();  // hidden from those who listen alone
      if (shown && count_words_between_spaces(fold_space(node.content())) >= least_sentence) ++counts_["hidden-from-listeners"];
      return keep_anchors_inside(node);
    }
    if (node.name == "a" && node.attribute("href").starts_with('#') && node.attribute("href").size() > 1) targets_.insert(std::string(node.attribute("href").substr(1)));
    if (node.has_attribute("onclick") && is_click_only(node)) ++counts_["click-only"];
    if ((node.name == "a" || node.name == "button") && says_otherwise(node)) ++counts_["label-differs"];
    if (const std::string id(trim(node.attribute("id"))); !id.empty() && !ids_.insert(id).second) ++counts_["id-twice"];
    if (const std::string order(trim(node.attribute("tabindex"))); !order.empty() && std::atoi(order.c_str()) > 0) ++counts_["tab-order-set"];
    if (node.name == "marquee" || node.name == "blink") ++counts_["moving-words"];
    if (node.name == "audio" || node.name == "video") media(node);
    main_ |= node.name == "main" || ascii_lower(node.attribute("role")) == "main";
    const bool menu = node.name == "nav" || ascii_lower(node.attribute("role")) == "navigation";
    menus_ += menu, in_drawing_ += node.name == "svg";
    if (menus_ > 0 && !main_ && node.name == "a" && node.has_attribute("href") && !node.attribute("href").starts_with('#')) ++menu_links_;
    for (const Node& child : node.children) visit(child);
    menus_ -= menu, in_drawing_ -= node.name == "svg";
  }

  /// What is hidden now a link may open.
  void keep_anchors_inside(const Node& node) {
    for (const Node& child : node.children) {
      for (const char* name : {"id", "name"}) anchors_.insert(std::string(trim(child.attribute(name))));
      keep_anchors_inside(child);
    }
  }

  /// What a mouse can press and a keyboard cannot: no link, button or field, and nothing that says so.
  static bool is_click_only(const Node& node) {
    if (among({"a", "button", "input", "select", "textarea", "summary", "label", "option", "area", "body", "html", "form", "details"}, node.name) || node.has_attribute("tabindex")) return false;
    return !node.has_attribute("onkeydown") && !node.has_attribute("onkeyup") && !node.has_attribute("onkeypress");
  }

  /// True where the label that is heard does not hold the words that are seen, so that nobody can ask for them by voice.
  static bool says_otherwise(const Node& node) {
    const std::string heard = ascii_lower(fold_space(node.attribute("aria-label")));
    if (heard.empty()) return false;
    const std::string seen = ascii_lower(fold_space(node.content()));
    return seen.size() > 2 && std::any_of(seen.begin(), seen.end(), is_letter) && heard.find(seen) == std::string::npos;
  }

  /// <meta name="viewport" content="width=device-width, user-scalable=no">
  void view(const Node& node) {
    if (ascii_lower(node.attribute("name")) != "viewport") return;
    std::string content = ascii_lower(node.attribute("content"));
    std::erase(content, ' ');
    std::replace(content.begin(), content.end(), ';', ',');
    for (const std::string_view each : split(content, ',')) {
      const std::size_t equals = each.find('=');
      if (equals == std::string_view::npos) continue;
      const std::string_view name = each.substr(0, equals);
      const std::string value(each.substr(equals + 1));
      constexpr double least_zoom = 2;  // Web Content Accessibility Guidelines 2.2, 1.4.4
      const double scale = std::strtod(value.c_str(), nullptr);
      if ((name == "user-scalable" && (value == "no" || value == "0")) || (name == "maximum-scale" && scale > 0 && scale < least_zoom)) counts_["zoom-prevented"] = 1;
    }
  }

  void media(const Node& node) {
    const bool silent = node.has_attribute("muted"), by_itself = node.has_attribute("autoplay");
    if (by_itself && !silent) ++counts_["sound-by-itself"];
    if (by_itself && silent && node.name == "video" && node.has_attribute("loop") && !node.has_attribute("controls")) ++counts_["moving-words"];
    if (node.name == "video" && !silent && !has_captions(node)) ++counts_["captions-missing"];
  }

  static bool has_captions(const Node& video) {
    return std::any_of(video.children.begin(), video.children.end(), [](const Node& child) {
      const std::string kind = ascii_lower(child.attribute("kind"));
      return (child.name == "track" && (kind.empty() || kind == "captions" || kind == "subtitles")) || has_captions(child);
    });
  }

  const HtmlPage& page_;
  std::map<std::string, std::uint32_t, std::less<>> counts_;
  std::set<std::string> ids_, anchors_, targets_;
  bool titled_ = false, main_ = false, way_past_ = false;
  std::size_t menus_ = 0, menu_links_ = 0, in_drawing_ = 0;
};

}  // namespace

void note_barriers(const HtmlPage& page, Container& container) { BarrierFinder(page).run(container); }

}  // namespace casewright
