#include "emit/pdf/pdf_writer.h"

#include <algorithm>

#include "base/text.h"
#include "emit/pdf/pdf_body.h"
#include "emit/pdf/pdf_fonts.h"
#include "emit/pdf/pdf_front.h"
#include "emit/pdf/pdf_metadata.h"
#include "emit/words/chrome_words.h"

namespace casewright {
namespace {

/// One PDF in the making.
class PdfWriting {
 public:
  PdfWriting(const Document& document, const Theme& theme, bool large)
      : document_(document), theme_(theme), style_(pdf_style(theme, large, document.role == DocumentRole::brief)), plan_(plan_document(document)), pages_(style_, tags_),
        text_(style_, plan_, tags_, pages_, document), figures_(theme, text_, objects_),
        front_(style_, plan_, document, theme, tags_, pages_, text_, figures_) {}

  Result<std::string> write();

 private:
  void number_contents();
  void add_furniture();
  void add_line(PdfPage& page, std::string_view type, std::string_view words, float y, bool at_right);
  void write_pages(const std::string& fonts);
  void write_link(PdfLink& link);
  std::string annotation_of(const PdfLink& link, const std::vector<PdfLink::Area>& areas) const;
  std::string destination_of(const std::string& anchor) const;
  pdf::ObjectId write_bookmarks();
  std::string catalog(const std::string& title);

  const Document& document_;
  const Theme& theme_;
  PdfStyle style_;
  DocumentPlan plan_;
  PdfTags tags_;
  pdf::Objects objects_;
  PdfPages pages_;
  PdfText text_;
  PdfFigures figures_;
  PdfFront front_;
  std::vector<pdf::ObjectId> page_ids_;
  std::vector<std::string> annotations_;  // by page
};

/// Puts the numbers of pages into the contents.
void PdfWriting::number_contents() {
  for (std::uint32_t number = 0; number < pages_.pages.size(); ++number) {
    PdfPage& page = pages_.pages[number];
    if (page.held.empty()) continue;
    for (PdfMark& mark : page.held) {
      if (mark.page_of.empty()) continue;
      const auto place = pages_.places.find(mark.page_of);
      const std::string words = place == pages_.places.end() ? "" : std::to_string(place->second.page + 1);
      PdfMark made = text_.words(words, mark.ascent, mark.descent > 0, style_.ink);
      mark.operators = std::move(made.operators);
      mark.x -= made.width;
    }
    std::erase_if(page.held, [](const PdfMark& mark) { return mark.operators.empty(); });
    pages_.paint_held(page, number);
  }
}

void PdfWriting::add_line(PdfPage& page, std::string_view type, std::string_view words, float y, bool at_right) {
  PdfMark mark = text_.words(words, style_.furniture, false, style_.quiet);
  if (mark.operators.empty()) return;
  mark.x = at_right ? style_.side + pages_.width(page.landscape) - mark.width : style_.side;
  mark.y = y;
  page.content.append("/Artifact << /Type /Pagination /Subtype /").append(type).append(" >> BDC\n");
  page.content += PdfPages::furniture(mark, pages_.page_height(page.landscape)) + "EMC\n";
}

/// The words, cut between words where they are wider than `width`.
std::string fitted(PdfText& text, const std::string& words, float size, float width) {
  if (text.width_of(words, size, false) <= width) return words;
  std::string kept;
  for (const std::string_view word : split(words, ' ')) {
    if (text.width_of(kept + " " + std::string(word) + " ...", size, false) > width) break;
    kept += (kept.empty() ? "" : " ") + std::string(word);
  }
  return kept.empty() ? "" : kept + " \xE2\x80\xA6";
}

/// Running header and footer, which are no part of the text.
void PdfWriting::add_furniture() {
  const std::string page_word = chrome_of(document_.language, theme_.language).plain(&ChromeWords::page);
  const std::string header = fold_space(theme_.header.empty() ? document_.board : theme_.header);
  const std::string footer = fold_space(theme_.footer.empty() ? front_.title() : theme_.footer);
  for (std::size_t number = 0; number < pages_.pages.size(); ++number) {
    PdfPage& page = pages_.pages[number];
    if (page.bare) continue;
    const float width = pages_.width(page.landscape), height = pages_.page_height(page.landscape);
    const std::string page_words = page_word + " " + std::to_string(number + 1);
    const float room = width - text_.width_of(page_words, style_.furniture, false) - 24;
    if (number > 0) add_line(page, "Header", fitted(text_, header, style_.furniture, width), 46, false);
    add_line(page, "Footer", fitted(text_, footer, style_.furniture, room), height - 36, false);
    add_line(page, "Footer", page_words, height - 36, true);
  }
}

std::string PdfWriting::destination_of(const std::string& anchor) const {
  const auto place = pages_.places.find(anchor);
  if (place == pages_.places.end()) return {};
  return "[" + pdf::reference(page_ids_[place->second.page]) + " /XYZ 0 " + pdf::number(place->second.top) + " null]";
}

/// The dictionary of a link over the areas of one page, without its place in the structure.
std::string PdfWriting::annotation_of(const PdfLink& link, const std::vector<PdfLink::Area>& areas) const {
  PdfLink::Area whole = areas.front();
  std::string corners;
  for (const PdfLink::Area& area : areas) {
    whole = {whole.page, std::min(whole.left, area.left), std::min(whole.bottom, area.bottom), std::max(whole.right, area.right), std::max(whole.top, area.top)};
    for (const float each : {area.left, area.top, area.right, area.top, area.left, area.bottom, area.right, area.bottom})
      corners += " " + pdf::number(each);
  }
  std::string body = "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [" + pdf::number(whole.left) + " " + pdf::number(whole.bottom) +
                     " " + pdf::number(whole.right) + " " + pdf::number(whole.top) + "] /Contents " + pdf::text_string(link.words);
  if (areas.size() > 1) body += " /QuadPoints [" + corners + " ]";
  if (link.uri.empty()) return body + " /Dest " + destination_of(link.anchor);
  std::string uri;
  for (const char c : link.uri) {
    static constexpr char digits[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && c != '(' && c != ')' && c != '\\') uri += c;
    else (uri += '%') += digits[byte >> 4], uri += digits[byte & 15];
  }
  return body + " /A << /Type /Action /S /URI /URI (" + uri + ") >>";
}

void PdfWriting::write_link(PdfLink& link) {
  if (link.uri.empty() && destination_of(link.anchor).empty()) return;
  for (std::size_t from = 0; from < link.areas.size();) {
    std::size_t to = from + 1;
    while (to < link.areas.size() && link.areas[to].page == link.areas[from].page) ++to;
    const std::vector<PdfLink::Area> areas(link.areas.begin() + static_cast<std::ptrdiff_t>(from), link.areas.begin() + static_cast<std::ptrdiff_t>(to));
    const std::uint32_t page = areas.front().page;
    const pdf::ObjectId id = objects_.reserve();
    const std::uint32_t parent = tags_.add_annotation(link.tag, id, page, static_cast<std::uint32_t>(pages_.pages.size()));
    objects_.set(id, annotation_of(link, areas) + " /P " + pdf::reference(page_ids_[page]) + " /StructParent " + std::to_string(parent) + " >>");
    annotations_[page] += " " + pdf::reference(id);
    from = to;
  }
}

void PdfWriting::write_pages(const std::string& fonts) {
  const pdf::ObjectId resources = objects_.add("<< /Font << " + fonts + ">> /XObject << " + figures_.images() + ">> >>");
  const pdf::ObjectId tree = objects_.reserve();
  std::string kids;
  for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
    PdfPage& page = pages_.pages[i];
    const float width = page.landscape ? style_.long_side : style_.short_side;
    const pdf::ObjectId content = objects_.add_stream("", page.content);
    page.content = {};
    std::string body = "<< /Type /Page /Parent " + pdf::reference(tree) + " /MediaBox [0 0 " + pdf::number(width) + " " +
                       pdf::number(pages_.page_height(page.landscape)) + "] /Resources " + pdf::reference(resources) + " /Contents " +
                       pdf::reference(content) + " /StructParents " + std::to_string(i) + " /Tabs /S";
    if (!annotations_[i].empty()) body += " /Annots [" + annotations_[i] + " ]";
    objects_.set(page_ids_[i], body + " >>");
    kids += " " + pdf::reference(page_ids_[i]);
  }
  objects_.set(tree, "<< /Type /Pages /Count " + std::to_string(pages_.pages.size()) + " /Kids [" + kids + " ] >>");
  page_ids_.push_back(tree);
}

/// The bookmarks: every heading inside the one above it; 0 where there is none.
pdf::ObjectId PdfWriting::write_bookmarks() {
  struct Bookmark {
    pdf::ObjectId id;
    int level;
    std::size_t parent;
    std::vector<std::size_t> kids;
    std::string body;
  };
  std::vector<Bookmark> all{{objects_.reserve(), 1, 0, {}, ""}};
  std::vector<std::size_t> open{0};
  for (const PlannedHeading& heading : plan_.headings) {
    const std::string words = fold_space((heading.block->number.empty() ? "" : heading.block->number + " ") + heading.block->text());
    const std::string destination = destination_of(heading.id);
    if (words.empty() || destination.empty()) continue;
    while (all[open.back()].level >= heading.level) open.pop_back();
    all[open.back()].kids.push_back(all.size());
    all.push_back({objects_.reserve(), heading.level, open.back(), {}, "/Title " + pdf::text_string(words) + " /Dest " + destination});
    open.push_back(all.size() - 1);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string body = i == 0 ? "<< /Type /Outlines" : "<< " + all[i].body + " /Parent " + pdf::reference(all[all[i].parent].id);
    const auto& siblings = all[all[i].parent].kids;
    const auto own = std::find(siblings.begin(), siblings.end(), i);
    if (i > 0 && own != siblings.begin()) body += " /Prev " + pdf::reference(all[*(own - 1)].id);
    if (i > 0 && own + 1 != siblings.end()) body += " /Next " + pdf::reference(all[*(own + 1)].id);
    if (!all[i].kids.empty())
      body += " /First " + pdf::reference(all[all[i].kids.front()].id) + " /Last " + pdf::reference(all[all[i].kids.back()].id) +
              " /Count " + (i == 0 ? "" : "-") + std::to_string(all[i].kids.size());
    objects_.set(all[i].id, body + " >>");
  }
  return all.size() > 1 ? all[0].id : 0;
}

std::string PdfWriting::catalog(const std::string& title) {
  std::string language = language_entry(document_.language);
  if (language.empty()) language = " /Lang (en-GB)";
  const pdf::ObjectId tree = page_ids_.back();
  page_ids_.pop_back();
  const pdf::ObjectId bookmarks = write_bookmarks();
  const pdf::ObjectId structure = tags_.write(objects_, page_ids_);
  std::string body = "<< /Type /Catalog /Pages " + pdf::reference(tree) + language + " /MarkInfo << /Marked true >>" +
                     " /ViewerPreferences << /DisplayDocTitle true >> /PageLabels << /Nums [0 << /S /D >>] >> /StructTreeRoot " +
                     pdf::reference(structure) + " /Metadata " + pdf::reference(write_pdf_metadata(objects_, document_, title)) +
                     " /OutputIntents [" + pdf::reference(write_pdf_output_intent(objects_)) + "]";
  if (bookmarks != 0) body += " /Outlines " + pdf::reference(bookmarks) + " /PageMode /UseOutlines";
  return body + " >>";
}

Result<std::string> PdfWriting::write() {
  front_.set();
  PdfBody(style_, plan_, document_, tags_, pages_, text_, figures_).set_document();
  pages_.finish();
  number_contents();
  add_furniture();
  Faults faults = text_.faults();
  if (!faults.empty()) return faults;
  auto fonts = write_pdf_fonts(objects_, text_);
  if (!fonts) return fonts.faults();
  for (std::size_t i = 0; i < pages_.pages.size(); ++i) page_ids_.push_back(objects_.reserve());
  annotations_.resize(pages_.pages.size());
  for (PdfLink& link : pages_.links) write_link(link);
  write_pages(*fonts);
  const std::string title = front_.title();
  const pdf::ObjectId information = write_pdf_information(objects_, document_, title);
  const pdf::ObjectId root = objects_.add(catalog(title));
  return objects_.write(root, information);
}

}  // namespace

Result<std::string> write_pdf(const Document& document, const Theme& theme) { return PdfWriting(document, theme, false).write(); }

Result<std::string> write_pdf_large(const Document& document, const Theme& theme) { return PdfWriting(document, theme, true).write(); }

}  // namespace casewright
