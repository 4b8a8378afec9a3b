#include "ingest/carried/carried_risks.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/letters.h"
#include "base/text.h"
#include "foreign/zip.h"
#include "ingest/carried/image_facts.h"
#include "ingest/carried/picture_letters.h"
#include "ingest/grids/grid_xlsx.h"
#include "ingest/parts/office_tree.h"

namespace casewright {
namespace {

constexpr std::size_t longest_words = 200'000;  // bytes of an embedded file that a report can usefully quote and search

/// The host of "scheme://host/..." without the port.
std::string_view host_of(std::string_view address) {
  const std::size_t at = address.find("://");
  if (at == std::string_view::npos) return {};
  std::string_view host = address.substr(at + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  return host.substr(0, host.find(':'));
}

bool is_office_host(std::string_view host) {
  if (host.find('.') == std::string_view::npos) return true;
  for (const char* begin : {"10.", "192.168.", "127.", "169.254."})
    if (host.starts_with(begin)) return true;
  for (const char* end : {".local", ".lan", ".internal", ".intranet", ".corp", ".home"})
    if (host.ends_with(end)) return true;
  return host.find("-my.sharepoint.") != std::string_view::npos || host.starts_with("intranet.");
}

std::string words_of_tree(const OfficeNode& root) {
  std::string all;
  std::vector<const OfficeNode*> open{&root};
  while (!open.empty() && all.size() < longest_words) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (!next->text.empty()) all += next->text + " ";
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
  return fold_space(all);
}

void words_of_archive(const zip::Archive& archive, const std::string& file, std::vector<std::string>& words) {
  std::size_t bytes = 0;
  for (const std::string& name : archive.names()) {
    if (!name.ends_with(".xml") || name.starts_with("[Content_Types]") || name.find("theme/") != std::string::npos) continue;
    const Result<std::string> part = archive.read(name);
    const Result<OfficeNode> root = part ? read_office_tree(*part, file) : Result<OfficeNode>(part.faults());
    if (!root) continue;
    if (std::string found = words_of_tree(*root); !found.empty()) words.push_back(std::move(found));
    if ((bytes += words.empty() ? 0 : words.back().size()) > longest_words) return;
  }
}

template <class Keep>
void printable_runs(std::string_view bytes, std::size_t step, std::size_t first, Keep keep) {
  std::string run;
  for (std::size_t at = first; at + step <= bytes.size() + 0; at += step) {
    const char c = bytes[at];
    const bool plain = c >= 0x20 && c < 0x7F && (step == 1 || bytes[at + 1] == '\0');
    if (plain) run += c;
    if (plain && run.size() < 4096) continue;
    keep(run);
    run.clear();
  }
  keep(run);
}

/// True for a run that reads like words rather than code of a machine.
bool reads_like_words(std::string_view run) {
  if (run.size() < 5) return false;
  const auto letters = static_cast<std::size_t>(std::count_if(run.begin(), run.end(), [](char c) { return is_letter_byte(c) || c == ' ' || is_digit(c); }));
  const auto vowels = std::count_if(run.begin(), run.end(), [](char c) { return std::string_view("aeiouAEIOU").find(c) != std::string_view::npos; });
  return letters * 10 >= run.size() * 8 && vowels * 8 >= static_cast<std::ptrdiff_t>(run.size());
}

}  // namespace

std::string dated(std::string name, std::string_view date) { return date.empty() ? name : std::move(name) + " " + std::string(date); }

std::string name_of_hiding(std::string_view risk) {
  if (risk == "tiny-text") return "words too small to read";
  if (risk == "text-same-colour") return "words in the colour of what lies behind them";
  if (risk == "black-highlight") return "words marked black";
  return "hidden text";
}

bool is_local_address(std::string_view address) {
  const std::string low = ascii_lower(trim(address));
  if (low.starts_with("file:") || low.starts_with("\\\\") || low.starts_with("~/") || low.starts_with("/users/") || low.starts_with("/home/")) return true;
  if (low.size() > 2 && low[1] == ':' && (low[2] == '\\' || low[2] == '/') && is_letter_byte(low[0])) return true;
  if (low.find("/users/") != std::string::npos && low.find("://") == std::string::npos) return true;
  if (low.find("\\users\\") != std::string::npos || low.find("-my.sharepoint.") != std::string::npos) return true;
  for (const char* scheme : {"smb:", "onenote:", "outlook:", "ms-word:", "ms-excel:", "vscode:", "content:"})
    if (low.starts_with(scheme)) return true;
  const bool web = low.starts_with("http://") || low.starts_with("https://") || low.starts_with("ftp://");
  return web && is_office_host(host_of(low));
}

bool is_path_of_file(std::string_view address) {
  const std::string low = ascii_lower(trim(address));
  if (low.empty() || low[0] == '#' || low[0] == '?' || low.find("://") != std::string::npos || low.starts_with("//") || low.starts_with("www.")) return false;
  const std::size_t colon = low.find(':');
  if (colon != std::string::npos && colon > 1 && low.find('/') > colon) return false;  // "mailto:", "tel:"
  const std::string path = low.substr(0, low.find_first_of("#?"));
  for (const char* ending : {".doc", ".docx", ".docm", ".xls", ".xlsx", ".xlsm", ".odt", ".ods", ".ppt", ".pptx", ".msg", ".eml", ".mdb", ".accdb", ".rtf", ".txt", ".csv", ".zip", ".one"})
    if (path.ends_with(ending)) return true;
  return false;
}

bool is_given_name(std::string_view name) {
  const std::string plain = fold_space(name);
  static constexpr std::string_view words[] = {
      "picture", "image", "graphic", "grafik", "chart", "diagram", "textbox", "text box", "textfeld", "shape", "rectangle", "oval", "line", "group", "freeform", "straight connector", "arrow", "frame",
      "object", "table", "drawing", "bild", "graphics", "logo", "figure", "smartart", "content placeholder", "title", "rounded rectangle", "right arrow", "left arrow", "callout", "canvas", "zone de texte",
      "connector", "elbow connector", "straight arrow connector", "text frame", "isosceles triangle", "triangle", "ink", "video", "icon", "powerpluswatermarkobject", "watermark", "flowchart", "cover", "header", "footer", "photo", "map", "timeline", "genogram", "banner", "crest", "signature line", "decorative", "decoration", "wordart", "autoshape", "cuadro de texto", "imagen", "horizontal line"};
  std::string low = ascii_lower(plain);
  while (!low.empty() && (is_digit(low.back()) || low.back() == ' ' || low.back() == '_' || low.back() == '-' || low.back() == ':' || low.back() == '.')) low.pop_back();
  for (const char* ending : {".png", ".jpg", ".jpeg", ".gif", ".svg", ".emf", ".wmf"})
    if (low.ends_with(ending)) low.erase(low.size() - std::string_view(ending).size());
  while (!low.empty() && (is_digit(low.back()) || low.back() == ' ' || low.back() == '_' || low.back() == '-')) low.pop_back();
  return low.empty() || std::find(std::begin(words), std::end(words), low) != std::end(words) || low.starts_with("flowchart:") || low.starts_with("powerplus");
}

bool may_name_somebody(std::string_view words) {
  if (words.find('\\') != std::string_view::npos || is_local_address(words)) return true;
  const std::string plain = fold_space(words);
  std::size_t capitalised = 0, digits = 0;
  bool opens = true;
  for (const std::string_view word : split(plain, ' ')) {
    std::string_view bare = word;
    while (!bare.empty() && !is_letter_byte(bare.front()) && !is_digit(bare.front())) bare.remove_prefix(1);
    const bool ends = !word.empty() && std::string_view(".:;!?,").find(word.back()) != std::string_view::npos;
    while (!bare.empty() && !is_letter_byte(bare.back()) && !is_digit(bare.back())) bare.remove_suffix(1);
    for (const char* ending : {".jpg", ".jpeg", ".png", ".docx", ".doc", ".pdf", ".heic", ".xlsx"})
      if (ascii_lower(bare).ends_with(ending)) return true;
    digits += static_cast<std::size_t>(std::count_if(bare.begin(), bare.end(), is_digit));
    const bool capital = bare.size() > 1 && is_capital(bare[0]) && std::any_of(bare.begin(), bare.end(), is_small);
    capitalised = capital ? capitalised + 1 : 0;
    if (capitalised >= (opens ? 3u : 2u) || (capitalised == 2 && plain.size() < 40)) return true;
    opens = ends || (opens && capitalised > 0);
    if (ends) capitalised = 0;
    for (const char* title : {"Mr", "Mrs", "Ms", "Miss", "Dr", "PC", "DC"})
      if (bare == title) return true;
  }
  return digits >= 6;
}

bool is_technical(std::string_view value) {
  const std::string low = ascii_lower(trim(value));
  if (low.empty() || low == "true" || low == "false" || low == "yes" || low == "no") return true;
  if (low.starts_with("http://") || low.starts_with("https://")) return !is_local_address(low);
  const std::size_t space = low.find(' ');
  std::size_t digits = 0;
  for (const char c : low) digits += is_digit(c);
  // A telephone or a patient's number is for people.
  if (digits >= 9 && digits <= 12 && low.find_first_not_of("0123456789 +-()") == std::string::npos) return false;
  const bool hexadecimal = low.find_first_not_of("0123456789abcdefx{}-.,:tz+;| ") == std::string::npos && digits > 0;
  if (hexadecimal) return true;
  // Keys and codes: one long word of letters and digits.
  return space == std::string::npos && low.find('@') == std::string::npos && low.find('\\') == std::string::npos && low.find('/') == std::string::npos && (digits * 4 >= low.size() || low.size() > 40);
}

std::string words_of_binary(std::string_view bytes) {
  std::string words;
  std::set<std::string> seen;
  const auto keep = [&](const std::string& run) {
    if (words.size() > longest_words || !reads_like_words(run) || !seen.insert(run).second) return;
    words += (words.empty() ? "" : " ") + std::string(trim(run));
  };
  printable_runs(bytes, 1, 0, keep);
  if (bytes.size() > 1) {
    printable_runs(bytes.substr(0, bytes.size() & ~std::size_t{1}), 2, 0, keep);
    printable_runs(bytes.substr(1, (bytes.size() - 1) & ~std::size_t{1}), 2, 0, keep);
  }
  return words;
}

std::vector<std::string> words_of_embedded(std::string_view bytes, const std::string& file) {
  std::vector<std::string> words;
  const Result<zip::Archive> archive = zip::Archive::open(bytes, file);
  if (!bytes.starts_with("PK") || !archive) {
    // Word puts whole packages into its own container too.
    if (const std::size_t at = bytes.find("PK\x03\x04"); at != std::string_view::npos && at > 0)
      if (std::vector<std::string> inside = words_of_embedded(bytes.substr(at), file); !inside.empty()) return inside;
    if (std::string found = words_of_binary(bytes); !found.empty()) words.push_back(std::move(found));
    return words;
  }
  if (archive->has("xl/workbook.xml"))
    if (const auto sheets = read_xlsx(bytes, file)) {
      for (const Grid& sheet : *sheets)
        for (const Row& row : sheet.rows)
          for (const Cell& cell : row.cells)
            if (!trim(cell.text).empty()) words.push_back(fold_space(cell.text));
      return words;
    }
  words_of_archive(*archive, file, words);
  return words;
}

void carry_image_facts(Container& container, std::string_view bytes, const std::string& name, Origin origin) {
  std::vector<ImageFact> facts = image_facts(bytes);
  if (std::optional<ImageFact> behind = fact_behind_end(bytes)) facts.push_back(std::move(*behind));
  for (ImageFact& each : facts) {
    Carried item{CarriedKind::image, each.name + " in a picture", std::move(each.text), "", origin, 0, {}};
    if (each.personal) item.risk = "image-metadata";
    if (each.drawn) item.risk = "picture-words";
    item.how = "in " + std::string(name.substr(name.rfind('/') == std::string::npos ? 0 : name.rfind('/') + 1));
    item.deliberate = each.name == "place" || (each.name == "thumbnail" && each.personal);
    item.harmless = each.usual;
    container.items.push_back(std::move(item));
  }
}

void carry_unread_picture(Container& container, std::string_view bytes, const std::string& name, Origin origin, std::uint32_t page) {
  const std::string how = "in " + std::string(name.substr(name.rfind('/') == std::string::npos ? 0 : name.rfind('/') + 1));
  const bool told = std::any_of(container.items.begin(), container.items.end(), [&](const Carried& each) { return each.risk == "unread-picture" && each.how == how; });
  if (told || !may_show_words(bytes)) return;
  Carried item{CarriedKind::image, "picture", "its words were not read", "", origin, page, {}};
  item.risk = "unread-picture";
  item.how = how;
  container.items.push_back(std::move(item));
}

namespace {

/// "xxxxx xxxx", "\xE2\x96\x88\xE2\x96\x88": what somebody wrote in place of the words that were there.
bool stands_for_words(std::string_view words) {
  bool any = false;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint each = code_point_at(words, at);
    const bool filler = each.value == 'x' || each.value == 'X' || each.value == '*' || each.value == '_' || each.value == '-' || each.value == '.' || each.value == '#' || (each.value >= 0x2580 && each.value <= 0x25FF);
    if (!filler && each.value != ' ' && each.value != 0xA0) return false;
    any |= filler;
    at += each.bytes;
  }
  return any;
}

/// Notices of the page itself, shown when a script wants them: "We use cookies to make this site work."
bool is_notice_of_page(std::string_view words) {
  constexpr std::size_t longest = 300;  // bytes
  return words.size() <= longest && ascii_lower(words).find("cookie") != std::string::npos && !may_name_somebody(words);
}

}  // namespace

void excuse_what_is_shown(Container& container, const ShownWords& shown) {
  for (Carried& each : container.items) {
    if (each.kind != CarriedKind::hidden_text || each.risk.empty() || each.deliberate) continue;
    if (shown.has(each.text) || stands_for_words(each.text) || is_notice_of_page(each.text)) each.harmless = true;
  }
}

ShownWords::ShownWords(const Document& document) {
  walk(document.blocks, [this](const Block& block, std::size_t) {
    all_ += fold_space(block.text()) + " ";
    if (block.picture) all_ += fold_space(block.picture->alternative) + " ";
  });
  all_ = fold_space(ascii_lower(all_));
}

bool ShownWords::has(std::string_view words) const {
  const std::string folded = ascii_lower(fold_space(words));
  return folded.empty() || all_.find(folded) != std::string::npos;
}

bool ShownWords::goes_on(std::string_view words, std::size_t& cursor) const {
  constexpr std::size_t near = 2'000;  // bytes; a paragraph or two that a part says in another order
  const std::string folded = ascii_lower(fold_space(words));
  if (folded.empty()) return true;
  std::size_t at = std::string_view(all_).substr(0, std::min(all_.size(), cursor + near + folded.size())).find(folded, cursor);
  if (at == std::string::npos) at = all_.find(folded);
  if (at == std::string::npos) return false;
  cursor = at + folded.size();
  return true;
}

}  // namespace casewright
