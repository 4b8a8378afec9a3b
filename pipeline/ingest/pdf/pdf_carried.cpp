#include "ingest/pdf/pdf_carried.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "foreign/pdf/own_marks.h"
#include "foreign/pdf/pdf_extras.h"
#include "foreign/unicode.h"
#include "ingest/carried/carried_risks.h"

namespace casewright {
namespace {

using pdf::Extra;
using pdf::ExtraKind;

/// What becomes of an Extra: its kind in the container and the rule that judges it.
struct ExtraRisk {
  ExtraKind kind;
  CarriedKind carried;
  std::string_view risk;
  bool deliberate = false;
};

constexpr ExtraRisk rows[] = {
    {ExtraKind::redaction_mark, CarriedKind::comment, "unapplied-redaction", true},
    {ExtraKind::note, CarriedKind::comment, "annotation-comment"},
    {ExtraKind::mark, CarriedKind::comment, "markup"},
    {ExtraKind::hidden_note, CarriedKind::comment, "hidden-annotation"},
    {ExtraKind::attachment, CarriedKind::attachment, "attachment"},
    {ExtraKind::script, CarriedKind::script, "script"},
    {ExtraKind::action, CarriedKind::script, "action"},
    {ExtraKind::field, CarriedKind::form_value, "form-value"},
    {ExtraKind::field_name, CarriedKind::form_value, "form-value"},
    {ExtraKind::choices, CarriedKind::form_value, "form-value"},
    {ExtraKind::form_package, CarriedKind::form_value, "form-value"},
    {ExtraKind::property, CarriedKind::metadata, "file-properties"},
    {ExtraKind::record, CarriedKind::metadata, "file-properties"},
    {ExtraKind::unused_words, CarriedKind::hidden_text, "orphaned-object"},
    {ExtraKind::unused_picture, CarriedKind::image, "orphaned-object"},
    {ExtraKind::thumbnail, CarriedKind::image, "thumbnail"},
    {ExtraKind::private_data, CarriedKind::private_data, "private-data"},
    {ExtraKind::entry, CarriedKind::private_data, "private-data"},
    {ExtraKind::destination, CarriedKind::metadata, "destination"},
    {ExtraKind::layer, CarriedKind::layer, "switchable-layer"},
    {ExtraKind::replacement, CarriedKind::tag, "replacement-text"},
    {ExtraKind::description, CarriedKind::tag, "alternative-text"},
    {ExtraKind::label, CarriedKind::tag, "alternative-text"},
    {ExtraKind::link_description, CarriedKind::tag, "alternative-text"},
    {ExtraKind::expansion, CarriedKind::tag, "replacement-text"},
    {ExtraKind::protection, CarriedKind::metadata, "encryption"},
    {ExtraKind::signature, CarriedKind::metadata, "signature"},
};

const ExtraRisk& row_of(ExtraKind kind) {
  return *std::find_if(std::begin(rows), std::end(rows), [kind](const ExtraRisk& row) { return row.kind == kind; });
}

std::size_t letter_bytes_in(std::string_view words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  }));
}

/// "jayden-pike_case" as words: "jayden pike case", and "JaydenPike" as "Jayden Pike".
std::string as_words(std::string_view name) {
  std::string words;
  char before = ' ';
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && before >= 'a' && before <= 'z') words += ' ';
    words += (c == '-' || c == '_' || c == '.' || c == '/' || c == '#') ? ' ' : c;
    before = c;
  }
  return fold_space(words);
}

/// Names that programs give to places: "section.3", "_Toc123456", "page12", "G1.1023".
bool names_nothing(std::string_view name) {
  static const std::set<std::string, std::less<>> usual{"section", "subsection", "page", "toc", "ref", "figure", "table", "chapter", "appendix", "footnote",
                                                        "fn", "fnref", "cite", "item", "equation", "doc", "start", "end", "top", "bottom", "first", "last", "hlk", "bookmark", "heading",
                                                        "section*", "paragraph", "id", "para", "anchor", "dest", "outline", "xyz", "g", "m", "nameddest", "title", "goback"};
  std::string word;
  for (const char c : ascii_lower(name) + " ") {
    if ((c >= 'a' && c <= 'z')) {
      word += c;
      continue;
    }
    if (word.size() > 2 && !usual.contains(word)) return false;
    word.clear();
  }
  return true;
}

/// What printers call their colours: "U.S. Web Coated (SWOP) v2".
bool names_colours(std::string_view words) {
  static constexpr std::string_view signs[] = {"rgb", "cmyk", "coated", "gray", "grey scale", "swop", "fogra", "iso ", "newsprint", "iec"};
  const std::string low = ascii_lower(words);
  return std::any_of(std::begin(signs), std::end(signs), [&low](std::string_view sign) { return low.find(sign) != std::string::npos; });
}

class PdfCarrier {
 public:
  PdfCarrier(PdfHidden& hidden, Container& container) : hidden_(hidden), container_(container) {}

  void take(Extra& extra) {
    const ExtraRisk& row = row_of(extra.kind);
    Carried item;
    item.kind = row.carried;
    item.name = extra.name;
    item.text = extra.text;
    item.author = extra.author;
    item.origin = {1, extra.page, 0};
    item.page = extra.page;
    item.box = extra.box;
    item.risk = row.risk;
    item.deliberate = row.deliberate;
    if (extra.file.starts_with("PK") || extra.file.starts_with("\xD0\xCF\x11\xE0")) item.text = fold_space(item.text + " " + join_text(words_of_embedded(extra.file, "attachment"), "; "));
    if (!judge(extra, item)) return;
    // The same words once: a property and the record of properties say the same.
    if (!said_.insert(item.risk + "\n" + ascii_lower(fold_space(item.text)) + "\n" + std::to_string(item.page) + (item.text.empty() ? item.name : "")).second && item.text != "") return;
    container_.items.push_back(std::move(item));
  }

 private:
  /// Works out whether it is harmless; false where it is of no account at all.
  bool judge(const Extra& extra, Carried& item) {
    switch (extra.kind) {
      case ExtraKind::property:
      case ExtraKind::record: return judge_property(extra, item);
      case ExtraKind::destination:
        item.text = as_words(extra.text);
        item.harmless = names_nothing(extra.text) || hidden_.says(item.text);
        return !item.harmless || letter_bytes_in(item.text) > 3;
      case ExtraKind::label:
        item.text = as_words(extra.text);
        item.harmless = hidden_.says(item.text);
        return !is_technical(extra.text) && letter_bytes_in(item.text) > 3;
      case ExtraKind::expansion:
        item.how = "as the expansion of a short form";
        item.harmless = letter_bytes_in(extra.text) < 3 || !may_name_somebody(extra.text) || hidden_.says(extra.text) || hidden_.says_short(extra.text);
        return letter_bytes_in(extra.text) > 0;
      case ExtraKind::replacement:
        item.how = "as replacement text";
        item.harmless = letter_bytes_in(extra.text) < 3 || hidden_.says(extra.text) || hidden_.says_joined(extra.text);
        return letter_bytes_in(extra.text) > 0;
      case ExtraKind::description:
      case ExtraKind::link_description: item.harmless = hidden_.says(extra.text); return true;
      case ExtraKind::unused_words:
        item.harmless = !extra.text.empty() && (hidden_.says(extra.text) || ((extra.name == "bytes between the objects" || extra.name == "a note") && !may_name_somebody(extra.text)));
        item.how = extra.name == "a page that is not shown" ? "on a page that is kept and not shown" : extra.name == "bytes between the objects" ? "between the objects, where no program reads" : extra.name == "a note" ? "in a note among the commands of the page" : "in an object that no page uses";
        return letter_bytes_in(extra.text) > 3 || extra.text.empty();
      case ExtraKind::field_name: item.harmless = true; return true;
      case ExtraKind::choices: item.harmless = !may_name_somebody(extra.text) || hidden_.says(extra.text); return true;
      case ExtraKind::private_data: item.harmless = letter_bytes_in(extra.text) < 4 || hidden_.says(extra.text); return true;
      case ExtraKind::entry:
        item.harmless = names_colours(extra.text) || is_technical(extra.text) || !may_name_somebody(extra.text) || hidden_.says(extra.text);
        return letter_bytes_in(extra.text) > 3;
      case ExtraKind::protection: item.how = extra.name; return true;
      case ExtraKind::layer: return true;
      case ExtraKind::hidden_note: item.harmless = letter_bytes_in(extra.text) == 0 && extra.author.empty(); return true;
      default: return true;
    }
  }

  bool judge_property(const Extra& extra, Carried& item) {
    static const std::set<std::string, std::less<>> programs{"producer", "creator", "xmp:creatortool", "pdf:producer", "ptex.fullbanner", "trapped"};
    const std::string name = ascii_lower(extra.name);
    if (programs.contains(name)) {
      item.harmless = true;
      return true;
    }
    item.harmless = letter_bytes_in(extra.text) < 3 || hidden_.says(extra.text);
    return true;
  }

  PdfHidden& hidden_;
  Container& container_;
  std::set<std::string> said_;
};

/// Every word of the items, in small letters, each between blanks.
std::string words_of_items(const Container& container) {
  std::string words = " ";
  for (const Carried& item : container.items) words += unicode::fold(item.name + " " + item.text + " " + item.author) + " ";
  return words;
}

/// Where the versions of a file end before its last.
std::vector<std::size_t> earlier_ends(std::string_view bytes) {
  constexpr std::size_t most = 40;
  std::vector<std::size_t> ends;
  for (std::size_t at = bytes.find("%%EOF"); at != std::string_view::npos; at = bytes.find("%%EOF", at + 5))
    if (ends.size() < most && bytes.find("startxref", at) != std::string_view::npos) ends.push_back(at + 5);
  return ends;
}

/// The words of all pages of an earlier version, those in sight and those not.
std::string words_of_version(pdf::File& file) {
  std::string words;
  for (std::uint32_t page = 1; page <= file.pages(); ++page) {
    const pdf::PageScan scan = file.scan(page);
    const pdf::Glyph* before = nullptr;
    for (const pdf::Glyph& glyph : scan.glyphs) {
      const float size = scan.runs[glyph.run].size;
      const bool parted = before == nullptr || glyph.box.left - before->box.right > 0.16f * size || glyph.box.right < before->box.left ||
                          glyph.baseline - before->baseline > 0.3f * size || before->baseline - glyph.baseline > 0.3f * size;
      if (parted) words += ' ';
      append_utf8(words, glyph.unicode);
      before = &glyph;
    }
    words += ' ';
  }
  return words;
}

/// Words behind the end of the file, which no program reads.
void carry_tail(std::string_view bytes, PdfHidden& hidden, Container& container) {
  constexpr std::size_t most = 1u << 20;
  const std::size_t end = bytes.rfind("%%EOF");
  if (end == std::string_view::npos) return;
  const std::string words = words_of_binary(bytes.substr(end + 5, most));
  if (letter_bytes_in(words) < 5 || hidden.says(words)) return;
  container.items.push_back({CarriedKind::hidden_text, "words behind the end", words, "", {}, 0, {}, "orphaned-object", "behind the end of the file", false});
}

}  // namespace

void carry_extras(pdf::File& file, PdfHidden& hidden, const std::vector<std::uint32_t>* used, Container& container) {
  PdfCarrier carrier(hidden, container);
  for (Extra& extra : file.extras())
    if (!is_own_note(extra.author, extra.text, extra.id)) carrier.take(extra);
  for (Extra& extra : file.unlisted()) carrier.take(extra);
  if (used != nullptr)
    for (Extra& extra : file.unpainted(*used)) carrier.take(extra);
  for (const pdf::Bookmark& each : file.bookmarks()) {
    Carried item{CarriedKind::metadata, "bookmark", each.title, "", {}, each.page, {}, "bookmark", "as a bookmark", false};
    item.harmless = hidden.says(each.title) || hidden.says_joined(each.title);
    container.items.push_back(std::move(item));
  }
}

void carry_revisions(std::string_view bytes, PdfHidden& hidden, Container& container) {
  carry_tail(bytes, hidden, container);
  const std::vector<std::size_t> ends = earlier_ends(bytes);
  if (ends.empty()) return;
  const std::string items = words_of_items(container);
  std::set<std::string> told;
  for (const std::size_t end : ends) {
    Result<pdf::File> earlier = pdf::File::open(bytes.substr(0, end), "earlier version");
    if (!earlier) continue;
    std::string all = words_of_version(*earlier);
    for (const Extra& extra : earlier->extras())
      if (extra.kind != ExtraKind::destination && extra.kind != ExtraKind::unused_words) all += " " + extra.text + " " + extra.author;
    std::string lost;
    const std::string words = fold_space(all);
    for (const std::string_view each : split(words, ' ')) {
      const std::string plain = unicode::fold(each);
      if (letter_bytes_in(each) + static_cast<std::size_t>(std::count_if(each.begin(), each.end(), [](char c) { return c >= '0' && c <= '9'; })) < 2) continue;
      if (hidden.says(each) || items.find(plain) != std::string::npos || !told.insert(plain).second) continue;
      lost += (lost.empty() ? "" : " ") + std::string(each);
    }
    if (lost.empty()) continue;
    container.items.push_back({CarriedKind::revision, "earlier version", lost, "", {}, 0, {}, "earlier-revision", "in an earlier version", false});
  }
}

/// True where letters stand in a place: then the words have the link, and rules read its address with them.
bool stands_under_words(const pdf::PageScan& scan, const Box& place) {
  return std::any_of(scan.glyphs.begin(), scan.glyphs.end(), [&place](const pdf::Glyph& glyph) {
    const float x = (glyph.box.left + glyph.box.right) / 2, y = (glyph.box.top + glyph.box.bottom) / 2;
    return x >= place.left && x <= place.right && y >= place.top && y <= place.bottom;
  });
}

void carry_links(const pdf::PageScan& scan, Container& container) {
  for (const pdf::Link& link : scan.links) {
    const std::string target = ascii_lower(link.target);
    if (target.empty()) continue;
    std::string how;
    if (target.starts_with("file:") || target.starts_with("\\\\") || (target.size() > 2 && target[1] == ':' && target[0] >= 'a' && target[0] <= 'z')) how = "a file or folder of somebody's computer";
    else if (target.starts_with("javascript:")) how = "a script";
    else if (target.find("localhost") != std::string::npos || target.find("sharepoint.com") != std::string::npos || target.find("://intranet") != std::string::npos) how = "an internal page";
    Carried item{CarriedKind::link, "link", link.target, "", {1, scan.number, 0}, scan.number, link.box, "link-target", how.empty() ? "its address names somebody" : how, false};
    item.harmless = how.empty();
    // A public address is there to be seen; mail to an office is too. What no words stand over is read as any other words.
    if (item.harmless && (target.starts_with("mailto:") || target.starts_with("tel:"))) {
      if (stands_under_words(scan, link.box)) continue;
      item.risk.clear();
    }
    container.items.push_back(std::move(item));
  }
}

}  // namespace casewright
