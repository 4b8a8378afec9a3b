#include "ingest/pdf/pdf_risks.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/unicode.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/pdf/pdf_boxes.h"
#include "ingest/pdf/pdf_carried.h"
#include "ingest/pdf/pdf_gaps.h"

namespace casewright {
namespace {

/// Pages of which something stays unknown are named, so that no report passes for looked at that was not.
void carry_unknown(const pdf::PageScan& scan, const PageSight& sight, Container& container) {
  const auto add = [&](std::string how) {
    container.items.push_back({CarriedKind::private_data, "page", "", "", {1, scan.number, 0}, scan.number, {}, "not-judged", "page " + std::to_string(scan.number) + " " + std::move(how), true});
  };
  if (scan.unread) add("is damaged and could not be read");
  if (scan.cut_short) add("was too large to paint to the end");
  if (sight.unsure) add("has words over or under pictures of which this check cannot tell whether they show");
  std::size_t letters = 0, unknown = 0;
  for (const pdf::Glyph& glyph : scan.glyphs) {
    letters += glyph.unicode > U' ';
    unknown += glyph.unicode == U'\xFFFD' || (glyph.unicode >= 0xE000 && glyph.unicode < 0xF900);
  }
  if (unknown > 20 && 2 * unknown > letters) add("uses letters that the file gives no words for");
  if (sight.scanned && letters == 0) add("is only a picture, whose words this check cannot read");
}

std::string letters_of(std::string_view words) {
  std::string letters;
  for (const char c : unicode::fold(words))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0xC3) letters += c;
  return letters;
}

/// Text that stands in for letters and is not what they say.
void carry_replacements(const pdf::PageScan& scan, Container& container) {
  for (const pdf::Replacement& each : scan.replacements) {
    std::string shown;
    Box box{};
    for (std::uint32_t at = each.first_glyph; at < each.end_glyph && at < scan.glyphs.size(); ++at) {
      append_utf8(shown, scan.glyphs[at].unicode);
      box = at == each.first_glyph ? scan.glyphs[at].box : around(box, scan.glyphs[at].box);
    }
    const std::string instead = letters_of(each.text);
    if (instead.size() < 2 || letters_of(shown) == instead) continue;
    container.items.push_back({CarriedKind::tag, "replacement text", each.text, "", {1, scan.number, each.first_glyph}, scan.number, box, "replacement-text", "as replacement text", false});
  }
}

/// What stretches of the page say of themselves without a tag.
void carry_descriptions(const pdf::PageScan& scan, Container& container) {
  for (const pdf::Content& each : scan.contents) {
    if (letters_of(each.alternative).size() > 1) container.items.push_back({CarriedKind::tag, "alternative text", each.alternative, "", {1, scan.number, 0}, scan.number, {}, "alternative-text", "as alternative text", false});
    if (letters_of(each.expansion).size() > 1) container.items.push_back({CarriedKind::tag, "expansion", each.expansion, "", {1, scan.number, 0}, scan.number, {}, "replacement-text", "as the expansion of a short form", false});
    if (letters_of(each.instead).size() > 1) container.items.push_back({CarriedKind::tag, "replacement text", each.instead, "", {1, scan.number, 0}, scan.number, {}, "replacement-text", "as replacement text", false});
  }
}

/// Words in the cells of patterns, which are painted over and over or not at all, and notes among the commands.
void carry_asides(const pdf::PageScan& scan, Container& container) {
  for (const pdf::Aside& each : scan.asides) {
    if (!may_name_somebody(each.text)) continue;
    if (each.pattern) container.items.push_back({CarriedKind::hidden_text, "words in a pattern", each.text, "", {1, scan.number, 0}, scan.number, each.box, "invisible-text", "in the cells of a pattern", false});
    else container.items.push_back({CarriedKind::hidden_text, "a note", each.text, "", {1, scan.number, 0}, scan.number, {}, "orphaned-object", "in a note among the commands of the page", false});
  }
}

}  // namespace

void PdfRisks::add(pdf::File& file, const pdf::PageScan& scan) {
  used_.insert(used_.end(), scan.used.begin(), scan.used.end());
  cut_short_ |= scan.cut_short;
  PageSight sight = sight_of(scan);
  dots_.look_under_words(file, scan, sight);
  dots_.look_at_doubtful(file, scan, sight);
  dots_.carry_facts(file, scan, found_);
  dots_.carry_marks(file, scan, sight, found_);
  hidden_.add(scan, sight);
  pictures_.add(file, scan, sight, found_);
  carry_gaps(scan, found_);
  carry_links(scan, found_);
  carry_unknown(scan, sight, found_);
  carry_replacements(scan, replacements_);
  carry_descriptions(scan, replacements_);
  carry_asides(scan, replacements_);
  if (std::string words = file.remarks(scan.number); may_name_somebody(words))
    replacements_.items.push_back({CarriedKind::hidden_text, "a remark", std::move(words), "", {1, scan.number, 0}, scan.number, {}, "orphaned-object", "in a remark among the commands of the page", false});
}

void PdfRisks::carry(pdf::File& file, std::string_view bytes, Container& container) {
  hidden_.carry(container);
  pictures_.excuse_grounds(found_);
  for (Carried& each : replacements_.items) {
    each.harmless = hidden_.says(each.text) || hidden_.says_joined(each.text) || (each.name == "expansion" && (!may_name_somebody(each.text) || hidden_.says_short(each.text)));
    container.items.push_back(std::move(each));
  }
  std::move(found_.items.begin(), found_.items.end(), std::back_inserter(container.items));
  carry_extras(file, hidden_, cut_short_ ? nullptr : &used_, container);
  carry_revisions(bytes, hidden_, container);
}

}  // namespace casewright
