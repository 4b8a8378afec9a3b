// What a page carries besides what it shows.
#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "base/world.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/html/css_text.h"
#include "ingest/html/html_page.h"
#include "ingest/html/html_part_names.h"

namespace casewright {
namespace {

using html::Node;
using html::NodeKind;

/// True for a remark that a program or a builder of pages leaves to find his way, with nothing about people in it.
bool is_of_builders(std::string_view remark) {
  const std::string low = " " + ascii_lower(fold_space(remark)) + " ";
  if (low.starts_with(" [if ") || low.starts_with(" <![endif]") || low.starts_with(" wp:") || low.starts_with(" /wp:") || low.starts_with(" #") || low.starts_with(" /") || low.starts_with(" .") || low.starts_with(" [endif]")) return true;
  for (const char* word : {" mother", " father", " child", " aunt", " uncle", " sister", " brother", " family", " school", " social worker", " police", " address", " redact", " remove", " delete", " name", " check ", " ask ", " confirm", " todo", " fixme", " do not publish", " draft", " real ", " solicitor", " court"})
    if (low.find(word) != std::string::npos) return false;
  std::size_t words = 0;
  for (const std::string_view each : split(low, ' ')) words += each.size() > 1;
  if (words < 3 && !may_name_somebody(fold_space(remark))) return true;
  for (const char* word : {"header", "footer", "navigation", " nav ", "menu", " main", "content", "section", " start", " end ", "begin", "wrapper", "container", "sidebar", "skip", "banner", "breadcrumb", "logo", "cookie", "analytics", "script", "style", " css", " js ", "<div", "</div", " div", "column", " row ", "article", "widget", "plugin", "theme", "template", "generated", "browser", " ie ", "fallback", "polyfill", "accessib", "aria", "screen reader", "figure", "table", "list", "paragraph", "html", "page", "generator", "pandoc", "google", "matomo", "tag manager", "font", "meta ", "icon", "mirrored", "fragment", "build", "version", "copyright", "licen", "charset", "viewport", "ssi", "layout", "module", "component", "block", "region"})
    if (low.find(word) != std::string::npos) return true;
  return false;
}

/// The value of an element in the properties that Word writes into a page's comments.
std::string word_property(std::string_view comment, std::string_view name) {
  const std::string open = "<o:" + std::string(name) + ">";
  const std::size_t at = comment.find(open);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + open.size();
  return fold_space(comment.substr(begin, comment.find('<', begin) - begin));
}

/// Puts what a reader does not see into the container.
class HtmlCarrier {
 public:
  HtmlCarrier(const HtmlPage& page, const Document& document, Container& container) : page_(page), shown_(document), container_(container) {
    std::size_t number = 0;
    walk(document.blocks, [&](const Block& block, std::size_t) {
      if (!block.picture) return;
      if (may_name_somebody(block.picture->alternative)) pictures_.push_back(block.picture->alternative);
      carry_image_facts(container_, block.picture->bytes, "a picture", page_.origin_of(*page_.root));
      if (!block.picture->bytes.empty()) carry_unread_picture(container_, block.picture->bytes, "picture " + std::to_string(++number), page_.origin_of(*page_.root));
    });
  }

  void run() {
    struct Open {
      const Node* node;
      bool hidden, in_menu;
    };
    std::vector<Open> open{{page_.root, false, false}};
    while (!open.empty()) {
      const auto [node, hidden, in_menu] = open.back();
      open.pop_back();
      bool inside = hidden;
      if (node->kind == NodeKind::comment) {
        comment(*node);
      } else if (node->kind == NodeKind::text) {
        if (!hidden && page_.hidden.contains(node)) put(CarriedKind::hidden_text, "hidden-text", "hidden text", node->text, *node);
      } else if (node->kind == NodeKind::element) {
        attributes(*node);
        const auto hiding = page_.hidden.find(node);
        if (!hidden && hiding != page_.hidden.end()) {
          const bool harmless = hiding->second.harmless || in_menu || is_page_furniture(*node);
          put(CarriedKind::hidden_text, hiding->second.risk.empty() ? "hidden-text" : hiding->second.risk, name_of_hiding(hiding->second.risk), node->content(), *node, harmless, hiding->second.risk == "black-highlight");
          inside = true;
        }
        if (element(*node)) continue;
      }
      for (auto child = node->children.rbegin(); child != node->children.rend(); ++child) open.push_back({&*child, inside, in_menu || node->name == "nav"});
    }
    for (const std::string& each : pictures_) put(CarriedKind::tag, "alternative-text", "alternative text", each, *page_.root);
    if (!names_.empty()) container_.items.push_back({CarriedKind::metadata, "names in the page's source", join_text({names_.begin(), names_.end()}, ", "), "", page_.origin_of(*page_.root), 0, {}});
    excuse_what_is_shown(container_, shown_);
  }

 private:
  void put(CarriedKind kind, std::string_view risk, std::string name, std::string_view text, const Node& node, bool harmless = false, bool deliberate = false) {
    std::string folded = fold_space(text);
    if (folded.empty()) return;
    Carried item{kind, std::move(name), std::move(folded), "", page_.origin_of(node), 0, {}};
    item.risk = risk;
    item.harmless = harmless;
    item.deliberate = deliberate;
    container_.items.push_back(std::move(item));
  }

  void comment(const Node& node) {
    for (const char* name : {"Author", "LastAuthor", "Manager", "Company"}) put(CarriedKind::metadata, "author", "author kept by Word", word_property(node.text, name), node);
    for (const char* name : {"Template", "Subject", "Keywords", "Description"}) put(CarriedKind::metadata, "document-properties", "property kept by Word", word_property(node.text, name), node);
    const bool of_builders = is_of_builders(node.text) && !is_conditional_page(node.text);
    // Two words with capitals may be a name or a part of the page: the tagger of names says which.
    put(CarriedKind::comment, "source-comment", "comment in the page's source", node.text, node, of_builders, !of_builders && !is_short(node.text));
  }

  /// A part of a page for old browsers, "[if IE]>...<![endif]", that may name somebody.
  static bool is_conditional_page(std::string_view remark) {
    const std::string_view plain = trim(remark);
    if (!plain.starts_with("[if ")) return false;
    std::string words;
    bool tag = true;
    for (const char c : plain.substr(std::min(plain.find(']'), plain.size()))) {
      if (c == '<') tag = true;
      if (!tag) words += c;
      if (c == '>') tag = false, words += ' ';
    }
    return may_name_somebody(fold_space(words)) && words.find("<o:") == std::string::npos && plain.find("[if gte mso") == std::string_view::npos;
  }

  static bool is_short(std::string_view remark) {
    const std::string folded = fold_space(remark);
    return std::count(folded.begin(), folded.end(), ' ') < 2;
  }

  static bool is_known_attribute(std::string_view name) {
    static const std::set<std::string, std::less<>> known{
        "id", "class", "style", "lang", "dir", "href", "src", "alt", "name", "content", "value", "type", "rel", "charset", "media", "width", "height", "http-equiv", "property", "itemprop", "itemscope", "itemtype", "itemid", "itemref",
        "role", "for", "action", "method", "target", "colspan", "rowspan", "scope", "headers", "srcset", "sizes", "loading", "decoding", "poster", "data", "longdesc", "usemap", "coords", "shape", "start", "reversed", "cite",
        "datetime", "download", "hreflang", "ping", "referrerpolicy", "integrity", "crossorigin", "nonce", "accept", "autocomplete", "pattern", "min", "max", "step", "list", "form", "rows", "cols", "wrap", "span", "align",
        "valign", "bgcolor", "color", "face", "size", "border", "cellpadding", "cellspacing", "background", "text", "link", "vlink", "alink", "clear", "noshade", "nowrap", "frame", "rules", "axis", "char", "version", "xmlns",
        "prefix", "vocab", "typeof", "resource", "about", "datatype", "inlist", "slot", "part", "is", "tabindex", "accesskey", "draggable", "spellcheck", "translate", "contenteditable", "inputmode", "enterkeyhint", "hidden",
        "viewbox", "d", "fill", "stroke", "transform", "points", "x", "y", "cx", "cy", "r", "rx", "ry", "x1", "x2", "y1", "y2", "font-family", "font-size", "font-weight", "text-anchor", "preserveaspectratio", "srcdoc", "sandbox", "allow", "archive", "code", "codebase", "classid", "standby", "declare", "profile", "manifest", "language", "imagesrcset", "imagesizes", "as", "blocking", "fetchpriority", "kind", "srclang", "shape-rendering", "clip-path", "mask", "filter", "gradienttransform", "offset", "marker-end", "stop-color"};
    return known.contains(name) || name.starts_with("aria-") || name.starts_with("xml") || name.find(':') != std::string_view::npos || name.starts_with("ng-") || name.starts_with("v-") || name.starts_with("x-") || name.starts_with("_") || name.starts_with("@");
  }

  void attributes(const Node& node) {
    for (const auto& [name, value] : node.attributes) {
      if (name == "title" || name == "aria-label" || name == "aria-description" || name == "summary" || name == "placeholder" || name == "label" || name == "abbr" || name == "aria-valuetext" || name == "aria-roledescription" || name == "aria-placeholder" || name == "aria-braillelabel")
        put(CarriedKind::tag, may_name_somebody(value) && !shown_.has(value) ? "title-attribute" : "", name, value, node);
      else if (name.starts_with("data-") && name != "data-section")
        put(is_technical(value) ? CarriedKind::metadata : CarriedKind::private_data, is_technical(value) ? "" : "data-attribute", name, value, node, shown_.has(value));
      else if (name.starts_with("on"))
        put(CarriedKind::script, "script", name, value, node);
      else if (name == "style" && value.find("content") != std::string::npos)
        put(CarriedKind::metadata, "", name, css::quoted_words(value), node);
      else if ((name == "download" || (name == "value" && node.name == "data")) && !is_technical(value))
        put(CarriedKind::private_data, "data-attribute", name, value, node, shown_.has(value));
      else if ((name == "id" || name == "name" || name == "class") && node.name != "meta")
        keep_names(name, value, node);
      else if (name.ends_with(":docname") || name.ends_with(":export-filename") || name.ends_with(":absref"))
        put(CarriedKind::private_data, "part-name", "name of the file that a drawing was made in", words_of_part_name(value.substr(0, value.rfind('.'))), node);
      else if (!is_known_attribute(name) && may_name_somebody(value) && !is_technical(value))
        put(CarriedKind::private_data, "data-attribute", name, value, node, shown_.has(value));
      else if (name == "href" && ascii_lower(trim(value)).starts_with("javascript:") && !is_void_script(value))
        put(CarriedKind::script, "script", name, value, node);
      else if (name == "srcdoc")
        put(CarriedKind::attachment, "embedded-object", "page in a frame", value, node);
      else if ((name == "data" || name == "src" || name == "href") && is_embedded_file(value))
        put(CarriedKind::attachment, "embedded-object", "file in an address", value.substr(0, 4000), node);
      else if (name == "formaction" || name == "cite" || name == "background" || name == "longdesc" || name == "manifest" || (name == "href" && node.name == "use"))
        link(node, name);
      if (name == "style") {
        local_addresses(value, node);
        pictures_of_style(value, node);
      }
    }
  }

  static bool is_void_script(std::string_view value) {
    std::string plain = ascii_lower(value);
    std::erase_if(plain, [](char c) { return c == ' ' || c == ';'; });
    return plain == "javascript:" || plain == "javascript:void(0)" || plain == "javascript:void0" || plain.starts_with("javascript:window.print") || plain.starts_with("javascript:history");
  }

  /// A whole file in an address, other than a picture, a style sheet, a script or letters.
  static bool is_embedded_file(std::string_view value) {
    const std::string low = ascii_lower(trim(value.substr(0, 60)));
    if (!low.starts_with("data:")) return false;
    for (const char* kind : {"data:image/", "data:font/", "data:application/font", "data:application/x-font", "data:text/css", "data:text/javascript", "data:application/javascript", "data:audio/", "data:video/"})
      if (low.starts_with(kind)) return false;
    return true;
  }

  /// Names of the pictures that an element's own style draws.
  void pictures_of_style(std::string_view css, const Node& node) {
    for (std::size_t at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at + 4)) {
      const std::string_view address = css.substr(at + 4, css.find(')', at) - at - 4);
      if (address.find("data:") == std::string_view::npos && address.find('#') != 0) put(CarriedKind::image, "", "picture of a style", address, node);
    }
  }

  /// Pictures that a style takes from somebody's disk.
  void local_addresses(std::string_view css, const Node& node) {
    for (std::size_t at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at + 4)) {
      std::string_view address = css.substr(at + 4, css.find(')', at) - at - 4);
      while (!address.empty() && (address.front() == '"' || address.front() == '\'' || address.front() == ' ')) address.remove_prefix(1);
      if (is_local_address(address)) put(CarriedKind::link, "external-link", "address in a style", address.substr(0, address.find_first_of("\"'")), node);
    }
  }

  /// Names of parts of the page; the classes that style them are a program's, but a part may be called after somebody.
  void keep_names(std::string_view attribute, std::string_view value, const Node& node) {
    const std::string folded = fold_space(value);
    for (const std::string_view word : split(folded, ' ')) {
      if (word.empty() || !names_.insert(std::string(word)).second || attribute == "class") continue;
      const std::string words = words_of_part_name(word);
      if (!words.empty() && !shown_.has(words)) put(CarriedKind::private_data, "part-name", "name of a part of the page", words, node);
    }
  }

  void link(const Node& node, std::string_view attribute) {
    const std::string_view target = node.attribute(attribute);
    if (!target.empty() && target[0] != '#' && !target.starts_with("data:")) put(CarriedKind::link, is_local_address(target) ? "external-link" : "", std::string(attribute), target, node);
  }

  void picture(const Node& node) {
    for (const char* attribute : {"src", "srcset", "poster", "data", "longdesc"}) {
      const std::string_view address = node.attribute(attribute);
      if (address.empty() || address.starts_with("data:")) continue;
      std::string words(file_name(address.substr(0, address.find_first_of("?# "))));
      words = words.substr(0, words.rfind('.'));
      words = words.substr(0, words.find('@'));
      std::replace_if(words.begin(), words.end(), [](char c) { return c == '-' || c == '_' || c == '+'; }, ' ');
      const bool told = words.find(' ') != std::string::npos && !is_given_name(words);
      const bool local = is_local_address(address);
      put(CarriedKind::image, local ? "external-link" : told ? "picture-source" : "", attribute, replace_every(address, "@", " "), node);  // "@2x" is no address of mail
    }
  }

  void meta(const Node& node) {
    const std::string key = ascii_lower(node.has_attribute("name") ? node.attribute("name") : node.has_attribute("property") ? node.attribute("property") : node.has_attribute("itemprop") ? node.attribute("itemprop") : node.attribute("http-equiv"));
    const std::string_view value = node.attribute("content");
    std::string_view risk;
    for (const char* word : {"author", "creator", "reply-to", "owner", "contact", "editor", "contributor", "last-modified-by", "lastmodifiedby", "web_author"})
      if (key.find(word) != std::string::npos) risk = "author";
    if (key == "generator" || key == "progid" || key == "originator") risk = "generator";
    for (const char* word : {"description", "keywords", "subject", "abstract", "classification", "comment"})
      if (risk.empty() && key.find(word) != std::string::npos && !shown_.has(value)) risk = "document-properties";
    if (risk.empty() && node.has_attribute("itemprop") && may_name_somebody(value) && !shown_.has(value)) risk = "structured-data";
    if (risk == "author" && is_technical(value) && value.find("://") != std::string_view::npos) risk = "";
    put(CarriedKind::metadata, risk, key.empty() ? "meta" : "meta " + key, value, node);
  }

  void script(const Node& node) {
    const std::string type = ascii_lower(node.attribute("type"));
    const bool data = type.find("json") != std::string::npos;
    const std::string words = data ? without_escapes(node.content()) : node.content();
    // What no browser runs is a piece of a page that a script may put in.
    const bool piece = type.find("template") != std::string::npos || type.find("html") != std::string::npos || type == "text/plain";
    if (piece && may_name_somebody(words) && words.find("{{") == std::string::npos) put(CarriedKind::hidden_text, "hidden-text", "words in a template", words, node, shown_.has(words));
    else put(data ? CarriedKind::private_data : CarriedKind::script, data ? "structured-data" : "script", data ? "data for search engines" : "script", words, node);
    source_map(node, words);
    link(node, "src");
  }

  /// The words of data with "\\u0061" and the like as the letters that they are.
  static std::string without_escapes(std::string_view data) {
    std::string plain;
    for (std::size_t at = 0; at < data.size();) {
      constexpr std::size_t length = 6;
      unsigned value = 0;
      const bool escape = data.substr(at, 2) == "\\u" && at + length <= data.size() && std::from_chars(data.data() + at + 2, data.data() + at + length, value, 16).ptr == data.data() + at + length;
      if (escape && value >= ' ' && (value < 0xD800 || value > 0xDFFF)) append_utf8(plain, static_cast<char32_t>(value)), at += length;
      else plain += data[at++];
    }
    return plain;
  }

  void source_map(const Node& node, std::string_view words) {
    const std::size_t at = words.find("sourceMappingURL=");
    if (at == std::string_view::npos) return;
    const std::string_view rest = words.substr(at + 17);
    const std::string_view address = rest.substr(0, rest.find_first_of(" \n\r*\t"));
    put(CarriedKind::link, "source-map", "source map", address.substr(0, 200), node);
  }

  void input(const Node& node) {
    const std::string type = ascii_lower(node.attribute("type"));
    const std::string_view value = node.attribute("value");
    const bool seen = type == "submit" || type == "button" || type == "reset";
    if (type == "hidden") put(CarriedKind::form_value, "hidden-input", "hidden input", value, node, is_technical(value));
    else put(CarriedKind::metadata, "", seen ? "button" : "input", value, node);
  }

  /// Words in place of what a browser does not show: harmless where they speak of that, or of nobody.
  static bool tells_of_the_page(std::string_view words) {
    const std::string low = ascii_lower(fold_space(words));
    for (const char* word : {"browser", "script", "enable", "download", "support", "video", "view", "watch", "listen", "open ", "chart", "map", "plugin", "flash", "frames"})
      if (low.find(word) != std::string::npos) return true;
    return !may_name_somebody(words);
  }

  /// True where nothing inside is looked at any further.
  bool element(const Node& node) {
    const std::string& name = node.name;
    if (name == "meta") {
      meta(node);
    } else if (name == "title" && !seen_title_) {
      seen_title_ = true;
      put(CarriedKind::metadata, "", "title", node.content(), node);
      return true;
    } else if (name == "script") {
      script(node);
      return true;
    } else if (name == "style") {
      const std::string sheet = node.content();
      const std::string remarks = css::remarks_of(sheet);
      put(CarriedKind::metadata, "", "style sheet", css::quoted_words(sheet), node);
      if (const std::string placed = css::words_on_page(sheet); may_name_somebody(placed)) put(CarriedKind::metadata, "source-comment", "words in the style sheet", placed, node, shown_.has(placed));
      put(CarriedKind::comment, "source-comment", "remark in the style sheet", remarks, node, is_of_builders(remarks));
      source_map(node, sheet);
      local_addresses(sheet, node);
      return true;
    } else if (name == "annotation" || name == "annotation-xml") {
      if (!page_.hidden.contains(&node) && may_name_somebody(node.content())) put(CarriedKind::hidden_text, "hidden-text", "words beside mathematics", node.content(), node);
      return true;
    } else if (name == "template" && node.has_attribute("shadowrootmode")) {
      return false;
    } else if (name == "template" || name == "noscript" || name == "noembed" || name == "noframes" || name == "datalist" || name == "object" || name == "audio" || name == "video" || name == "canvas" || name == "iframe") {
      const bool shown_without = name != "template" && name != "datalist";
      if (name == "datalist") choices(node, true);
      else if (!page_.hidden.contains(&node)) put(CarriedKind::hidden_text, "hidden-text", "words in <" + name + ">", node.content(), node, shown_without && tells_of_the_page(node.content()));
      link(node, "src");
      if (name == "object" || name == "video") picture(node);
      return name != "object" && name != "video" && name != "audio";
    } else if (name == "link" || name == "area" || name == "base") {
      const bool by_person = ascii_lower(node.attribute("rel")) == "author" && node.attribute("href").find('@') != std::string_view::npos;
      if (by_person) put(CarriedKind::metadata, "author", "link to the author", node.attribute("href"), node);
      else link(node, "href");
      if (name == "area" && may_name_somebody(node.attribute("alt"))) put(CarriedKind::tag, "alternative-text", "alternative text", node.attribute("alt"), node, shown_.has(node.attribute("alt")));
    } else if (name == "form") {
      link(node, "action");
    } else if (name == "a" && (fold_space(node.content()).empty() || is_local_address(node.attribute("href")))) {
      link(node, "href");
    } else if (name == "img" || name == "image" || name == "source" || name == "embed") {
      picture(node);
    } else if (name == "input") {
      input(node);
    } else if (name == "textarea" || name == "select" || name == "button" || name == "output") {
      if (name == "select") choices(node, false);
      if (const auto hiding = page_.hidden.find(&node); name == "textarea" && hiding != page_.hidden.end()) return true;
      put(name == "button" || name == "select" ? CarriedKind::metadata : CarriedKind::form_value, name == "textarea" ? "hidden-input" : "", name, node.content(), node, true);
      return true;
    } else if (name == "svg") {
      put(CarriedKind::image, "", "words in a drawing", drawing_words(node, true), node);
      hidden_in_drawing(node);
      return true;
    }
    return false;
  }

  /// The choices of a form beside the one that is seen.
  void choices(const Node& node, bool all) {
    std::string words;
    bool first = true;
    std::vector<const Node*> open{&node};
    while (!open.empty()) {
      const Node& next = *open.back();
      open.pop_back();
      if (next.name == "optgroup")
        if (const std::string said = fold_space(next.attribute("label")); may_name_somebody(said) && !shown_.has(said)) words += (words.empty() ? "" : "; ") + said;
      if (next.name == "option") {
        const std::string said = fold_space(next.content().empty() ? std::string(next.attribute("value")) : next.content());
        if ((all || !first) && may_name_somebody(said) && !shown_.has(said)) words += (words.empty() ? "" : "; ") + said;
        first = false;
      }
      for (auto child = next.children.rbegin(); child != next.children.rend(); ++child) open.push_back(&*child);
    }
    put(CarriedKind::form_value, "content-control-data", "choices of a form", words, node);
  }

  /// True where parts of a drawing are turned, moved or have a space of their own.
  static bool has_moved_parts(const Node& svg) {
    std::vector<const Node*> open{&svg};
    while (!open.empty()) {
      const Node& node = *open.back();
      open.pop_back();
      if (node.has_attribute("transform") || (&node != &svg && node.name == "svg")) return true;
      for (const Node& child : node.children) open.push_back(&child);
    }
    return false;
  }

  /// True for a place beside what a drawing shows of its own space.
  static bool lies_beside(const Node& svg, double x, double y) {
    std::string box(svg.attribute("viewbox"));
    if (box.empty()) box = std::string(svg.attribute("viewBox"));
    std::replace(box.begin(), box.end(), ',', ' ');
    const std::string folded = fold_space(box);
    const std::vector<std::string_view> numbers = split(folded, ' ');
    if (numbers.size() != 4 || svg.attribute("style").find("overflow") != std::string_view::npos) return false;
    const auto number = [&numbers](std::size_t at) { return std::strtod(std::string(numbers[at]).c_str(), nullptr); };
    const double width = number(2), height = number(3);
    return width > 0 && height > 0 && (x > number(0) + 1.2 * width || y > number(1) + 1.5 * height || y < number(1) - 0.5 * height);
  }

  /// Words that a drawing holds and does not draw, or draws something over.
  void hidden_in_drawing(const Node& svg) {
    struct Drawn {
      const Node* node;
      double x, y;
    };
    std::vector<Drawn> words;
    std::vector<const Node*> open{&svg};
    const bool reuses = svg.content().empty() ? false : std::any_of(svg.children.begin(), svg.children.end(), [](const Node& each) { return each.name == "use"; });
    const bool moved = has_moved_parts(svg);
    while (!open.empty()) {
      const Node& node = *open.back();
      open.pop_back();
      if (const auto hiding = page_.hidden.find(&node); hiding != page_.hidden.end() && &node != &svg && !hiding->second.risk.empty()) {
        put(CarriedKind::hidden_text, hiding->second.risk, "words in a drawing", node.content(), node);
        continue;
      }
      if (node.kind == NodeKind::comment) {
        comment(node);
        continue;
      }
      if (node.name == "image") {
        const std::string_view address = node.attribute(node.has_attribute("href") ? "href" : "xlink:href");
        if (!address.starts_with("data:")) put(CarriedKind::image, is_local_address(address) ? "external-link" : "", "picture in a drawing", address, node);
      }
      if (node.name == "metadata") {
        put(CarriedKind::image, "image-metadata", "record of a drawing", node.content(), node, !may_name_somebody(node.content()));
        continue;
      }
      if ((node.name == "defs" || node.name == "symbol") && !reuses) {
        put(CarriedKind::hidden_text, "hidden-text", "words in a drawing", drawing_words(node, false), node);
        continue;
      }
      const auto number = [&node](const char* name) { return std::strtod(std::string(node.attribute(name).substr(0, 16)).c_str(), nullptr); };
      if (node.name == "text" && !node.has_attribute("transform") && !moved) {
        if (lies_beside(svg, number("x"), number("y"))) {
          put(CarriedKind::hidden_text, "hidden-text", "words beside a drawing", node.content(), node);
          continue;
        }
        words.push_back({&node, number("x"), number("y")});
      }
      const std::string fill = ascii_lower(node.attribute("fill")), opacity(node.attribute("opacity")), clear(node.attribute("fill-opacity"));
      const bool full = (opacity.empty() || opacity == "1") && (clear.empty() || clear == "1") && fill != "none" && fill != "transparent" && !fill.starts_with("url") && !fill.starts_with("rgba") && !node.has_attribute("transform") && !node.has_attribute("style");
      if (node.name == "rect" && full)
        std::erase_if(words, [&](const Drawn& each) {
          constexpr double least_letter = 4;
          const double length = least_letter * static_cast<double>(each.node->content().size());
          const bool over = number("x") <= each.x + 2 && number("y") < each.y - 2 && number("y") + number("height") >= each.y - 2 && number("x") + number("width") >= each.x + 0.7 * length;
          if (over) put(CarriedKind::hidden_text, "text-under-shape", "words in a drawing", each.node->content(), *each.node, false, true);
          return over;
        });
      for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) open.push_back(&*child);
    }
  }

  /// The texts of a drawing or of a part of it; where `beside` is set also what stands beside its shapes: records, pages inside it, comments.
  static std::string drawing_words(const Node& drawing, bool beside) {
    std::string words;
    const auto add = [&words](std::string_view more) { words += (words.empty() ? "" : "; ") + fold_space(more); };
    std::vector<const Node*> open{&drawing};
    while (!open.empty()) {
      const Node& node = *open.back();
      open.pop_back();
      const bool told = node.name == "text" || (beside && (node.name == "metadata" || node.name == "foreignobject"));
      if (told) add(node.content());
      if (beside && node.kind == NodeKind::comment) add(node.text);
      if (!told || beside)  // comments stand inside what is told, too
        for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) open.push_back(&*child);
    }
    return words;
  }

  const HtmlPage& page_;
  ShownWords shown_;
  Container& container_;
  std::set<std::string> names_;
  std::vector<std::string> pictures_;
  bool seen_title_ = false;
};

}  // namespace

bool is_page_furniture(const Node& node) {
  if (node.name == "nav" || node.name == "button" || node.name == "svg" || node.name == "head" || node.name == "input" || node.name == "label" || node.attribute("role") == "search" || node.attribute("role") == "status" || node.attribute("role") == "alert") return true;
  const std::string words = fold_space(node.content());
  static constexpr std::string_view labels[] = {"menu", "close", "open menu", "close menu", "search", "loading", "loading...", "back to top", "top", "print", "share", "download", "skip to content", "copied", "show", "hide", "next", "previous", "accept", "reject", "cookies"};
  return std::find(std::begin(labels), std::end(labels), ascii_lower(words)) != std::end(labels);
}

void carry_hidden_things(const HtmlPage& page, const Document& document, Container& container) { HtmlCarrier(page, document, container).run(); }

}  // namespace casewright
