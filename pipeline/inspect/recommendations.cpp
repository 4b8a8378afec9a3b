#include "inspect/recommendations.h"

#include <algorithm>
#include <optional>

#include "base/among.h"
#include "base/text.h"
#include "base/words.h"
#include "inspect/document_pieces.h"
#include "inspect/recommendation_drafts.h"
#include "inspect/recommendation_signs.h"
#include "inspect/recommendation_table.h"

namespace casewright {
namespace {

/// What the part of the report that is being read holds.
struct TextPart {
  std::uint8_t level = 0;
  AskZone zone = AskZone::other;
  std::uint32_t number = 0;  ///< parts inside one part share its number
  std::string heading;
  std::string group;
  bool direct = false;  ///< its heading can only stand over what is asked
};

constexpr std::uint8_t lowest_level = 9;  ///< of a paragraph in bold that serves as a heading

bool ends_with_colon(std::string_view text) {
  text = trim(text);
  return !text.empty() && (text.back() == ':' || text.ends_with("\xE2\x80\x93") || text.ends_with(" to"));
}

/// Walks the pieces of a report and drafts what may be a recommendation.
class Collector {
 public:
  Collector(const Prose& prose, const std::vector<Piece>& pieces, const std::vector<SectionSeen>& sections)
      : prose_(prose), pieces_(pieces), sections_(sections) {
    only_by_agency_ = std::none_of(sections.begin(), sections.end(), [](const SectionSeen& each) { return among(each.canonical, "recommendations"); });
  }

  std::vector<AskDraft> run() {
    for (std::size_t at = 0; at < pieces_.size();) at = piece(at);
    return std::move(drafts_);
  }

 private:
  // What becomes of one piece; the index of the next to look at.
  std::size_t piece(std::size_t at) {
    const Piece& here = pieces_[at];
    const bool aside = here.scope == Scope::contents || here.scope == Scope::furniture || here.scope == Scope::note ||
                       here.scope == Scope::title || here.scope == Scope::caption || here.scope == Scope::to_write;
    if (aside) return at + 1;
    if (here.block->kind == BlockKind::heading) return heading(here), at + 1;
    if (here.table != nullptr && here.table != table_) {
      close();
      table_ = here.table;
      std::size_t end = at;
      while (end < pieces_.size() && pieces_[end].table == here.table) ++end;
      if (read_table(at, end)) return end;
    } else if (here.table == nullptr && table_ != nullptr) {
      close();
      table_ = nullptr;
    }
    words(at);
    return at + 1;
  }

  TextPart& part() {
    if (parts_.empty()) parts_.push_back({});
    return parts_.back();
  }

  SectionSet own_sections(std::uint32_t stretch) {
    while (next_section_ < sections_.size() && sections_[next_section_].stretch < stretch) ++next_section_;
    SectionSet own = 0;
    if (next_section_ < sections_.size() && sections_[next_section_].stretch == stretch)
      for (const std::string& name : sections_[next_section_].canonical) own |= section_of(name).value_or(0);
    return own;
  }

  void heading(const Piece& here) {
    close();
    const std::string text = fold_space(prose_.view(here.span));
    marked_ = here.block->section == "recommendations";
    enter(text, here.block->level, own_sections(here.stretch));
    marked_ = false;
    if (part().zone == AskZone::foreign) return;
    if (const auto label = label_of(text, is_inside())) open(here, text, *label, true);
  }

  /// A heading opens a part, or goes on with the one it stands in.
  void enter(const std::string& text, std::uint8_t level, SectionSet own) {
    while (!parts_.empty() && parts_.back().level >= level) parts_.pop_back();
    TextPart made{level, AskZone::other, 0, text, {}, false};
    const TextPart* around = parts_.empty() ? nullptr : &parts_.back();
    const bool labelled = label_of(text, around != nullptr && around->zone != AskZone::other).has_value();
    if (only_by_agency_ && (own & *section_of("imr_recs")) != 0) own = *section_of("recommendations");  // "Recommendations by agency" are then the review's
    AskZone zone = labelled ? AskZone::other : zone_of_heading(without_mark(text), own);
    if (zone == AskZone::mixed && marked_) zone = AskZone::recommendations;
    if (around != nullptr && around->zone != AskZone::other) {
      made.zone = around->zone;
      made.number = around->number;
      made.heading = around->heading;
      if (!labelled) made.group = text;
      const bool same = around->zone == AskZone::recommendations && zone == AskZone::mixed;  // "For the Board" under "Recommendations"
      const bool leaves = around->zone != AskZone::foreign && zone != AskZone::other && zone != around->zone && !same;
      if (leaves) made.zone = zone, made.number = ++zones_, made.heading = text, made.group.clear();
    } else if (zone != AskZone::other) {
      made.zone = zone;
      made.number = ++zones_;
    }
    made.direct = heads_asks(text) && made.zone != AskZone::foreign;
    parts_.push_back(std::move(made));
  }

  bool is_inside() {
    const AskZone zone = part().zone;
    return zone != AskZone::other && zone != AskZone::foreign && zone != AskZone::afterwards;
  }

  bool read_table(std::size_t from, std::size_t to) {
    if (part().zone == AskZone::foreign) return true;
    const AskZone zone = part().zone == AskZone::afterwards ? AskZone::recommendations : part().zone;
    AskTable table = read_ask_table(prose_, std::span(pieces_).subspan(from, to - from), zone);
    for (RecommendationSeen& row : table.rows) {
      AskDraft& draft = drafts_.emplace_back();
      draft.seen = std::move(row);
      draft.told = AskTold::table;
      draft.zone = part().number;
      draft.plan = table.plan;
      draft.group = part().group;
      draft.seen.consideration = draft.seen.consideration || part().zone == AskZone::considerations;
    }
    return table.read;
  }

  /// A paragraph, an item or a cell.
  void words(std::size_t at) {
    const Piece& here = pieces_[at];
    const std::string_view raw = prose_.view(here.span);
    if (trim(raw).empty()) return;
    if (serves_as_heading(here, raw)) return pseudo_heading(here, raw);
    if (part().zone == AskZone::foreign) return;
    if (const auto label = label_of(raw, is_inside())) return open(here, raw, *label, false);
    if (const auto at_label = here.items == 0 && here.table == nullptr ? label_within(raw) : std::nullopt) {
      if (auto label = label_of(raw.substr(*at_label), true); label && asks(raw.substr(*at_label + label->words_at), false)) {
        label->words_at += *at_label;
        return open(here, raw, *label, false);
      }
    }
    if (const auto label = label_below_title(here, raw)) return open(here, raw, *label, false);
    if (open_ && goes_on(here, raw)) return;
    std::uint32_t value_at = 0;
    if (is_inside() && here.items == 0 && field_of_line(raw, value_at) == AskField::aside) return;  // "Learning point: ..."
    const bool in_list = here.items > 0 && here.table == nullptr;
    if (in_list)
      item(at, raw);
    else
      paragraph(here, raw);
  }

  /// Short with no stop at its end, and all bold or such words as can only head what is asked.
  bool serves_as_heading(const Piece& here, std::string_view raw) {
    constexpr std::size_t longest = 14;
    if (here.items != 0 || here.table != nullptr || here.block->kind != BlockKind::paragraph) return false;
    const std::string_view text = trim(raw);
    if (count_words_between_spaces(text) > longest || text.back() == '.') return false;
    const bool bold = here.lead.end >= here.span.begin + raw.find_last_not_of(" \n\t") + 1;
    return (bold || heads_asks(text)) && !label_of(text, true);
  }

  /// The label of a later line of a paragraph whose first line is a title in bold: "LR/01 Seeing the baby", "What: ...".
  std::optional<AskLabel> label_below_title(const Piece& here, std::string_view raw) {
    const std::size_t line_end = raw.find('\n');
    if (line_end == std::string_view::npos || !is_inside() || here.lead.end < here.span.begin + line_end) return std::nullopt;
    auto label = label_of(raw.substr(line_end + 1), true);
    if (!label) return std::nullopt;
    label->words_at += static_cast<std::uint32_t>(line_end + 1);
    if (label->id.empty()) label->id = code_of(raw.substr(0, line_end));
    return label;
  }

  void pseudo_heading(const Piece&, std::string_view raw) {
    close();
    enter(fold_space(raw), lowest_level, 0);
  }

  /// Begins a recommendation behind its label. What stands in bold after the label is its title where more follows.
  void open(const Piece& here, std::string_view raw, const AskLabel& label, bool by_heading) {
    constexpr std::size_t longest_title = 14;
    close();
    AskDraft& draft = start(here, AskTold::label);
    draft.seen.id = label.id;
    draft.seen.numbered = !label.id.empty();
    draft.seen.consideration = draft.seen.consideration || label.consideration;
    std::uint32_t from = label.words_at;
    const std::uint32_t lead = here.lead.end - here.span.begin;
    const bool titled = !by_heading && lead > from && lead < raw.size() && !trim(raw.substr(lead)).empty() && !asks(raw.substr(from, lead - from), false);
    if (titled) from = lead;
    const std::string_view rest = trim(raw.substr(std::min<std::size_t>(from, raw.size())));
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const bool says_what = asks_what(raw, label.words_at);
    const bool title_only = rest.empty() || (!titled && !says_what && count_words_between_spaces(line) <= longest_title && !asks(line, false) &&
                                             line.back() != '.' && !asks(line, here.items > 0));
    open_ = drafts_.size() - 1;
    run_in_ = !by_heading && !title_only;
    tentative_ = done_ = false;
    if (!title_only) add_text(here, raw, from);
    else if (!rest.empty()) title_ = std::string(rest);
  }

  /// True where the line that holds the label is "What: ...".
  bool asks_what(std::string_view raw, std::uint32_t words_at) {
    const std::size_t before = raw.substr(0, words_at).rfind('\n');
    std::uint32_t value = 0;
    return field_of_line(raw.substr(before == std::string_view::npos ? 0 : before + 1), value) == AskField::text;
  }

  AskDraft& start(const Piece& here, AskTold told) {
    AskDraft& draft = drafts_.emplace_back();
    draft.told = told;
    draft.zone = part().number;
    draft.group = part().group;
    draft.seen.page = here.block->page;
    draft.seen.consideration = part().zone == AskZone::considerations;
    if (told == AskTold::plain || told == AskTold::sentence) return draft;
    if (draft.seen.consideration) draft.group = part().heading;
    return draft;
  }

  /// Adds the words of a piece from byte `from` on, line by line, until a line names a field.
  void add_text(const Piece& here, std::string_view raw, std::uint32_t from) {
    RecommendationSeen& seen = drafts_[*open_].seen;
    std::size_t at = from;
    while (at < raw.size()) {
      const std::size_t end = std::min(raw.find('\n', at), raw.size());
      std::string_view line = raw.substr(at, end - at);
      if (at != from && says_what(line, seen)) {
        std::uint32_t value = 0;
        field_of_line(line, value);
        at += value;
        line.remove_prefix(value);
        seen.text.clear();
      }
      if (at != from && take_field(line)) {
      } else if (!done_ && !trim(line).empty()) {
        if (!seen.text.empty()) seen.text += ' ';
        if (seen.text.empty()) seen.span.begin = here.span.begin + static_cast<std::uint32_t>(at + line.find(trim(line)));
        seen.text += fold_space(line);
        seen.span.end = here.span.begin + static_cast<std::uint32_t>(end);
        if (seen.page == 0) seen.page = here.block->page;
      }
      at = end + 1;
    }
    last_item_ = here.items;
  }

  /// "What: ..." under words that ask for nothing yet, such as a title.
  bool says_what(std::string_view line, const RecommendationSeen& seen) {
    std::uint32_t value = 0;
    return field_of_line(line, value) == AskField::text && (seen.text.empty() || !asks(seen.text, false));
  }

  /// True where the line is a field of the open recommendation ("Owner: the Board"); then it is kept.
  bool take_field(std::string_view line) {
    std::uint32_t at = 0;
    const AskField field = field_of_line(line, at);
    if (field == AskField::none) return false;
    RecommendationSeen& seen = drafts_[*open_].seen;
    const std::string value = fold_space(line.substr(at));
    std::string* into = field == AskField::owner ? &seen.owner : field == AskField::due ? &seen.due
                      : field == AskField::outcome ? &seen.outcome : field == AskField::evidence ? &seen.evidence
                      : field == AskField::progress ? &seen.progress : nullptr;
    if (into != nullptr && into->empty()) *into = value;
    if (!seen.text.empty()) done_ = true;
    return true;
  }

  /// True where the piece belongs to the open recommendation.
  bool goes_on(const Piece& here, std::string_view raw) {
    RecommendationSeen& seen = drafts_[*open_].seen;
    const bool marked = drafts_[*open_].told != AskTold::label;
    if (here.items > last_item_ && (last_item_ > 0 || ends_with_colon(seen.text))) return add_text(here, raw, 0), last_item_ = last_level(here), true;
    if (in_sub_list_ && here.items == last_item_ && here.items > 0 && raw.data() != nullptr) return add_text(here, raw, 0), true;
    if (marked) {
      if (here.items == 0 && take_field(raw)) return true;
      close();
      return false;
    }
    if (take_field(raw)) return true;
    if (done_) return here.items > 0 || !is_inside() ? (close(), false) : true;
    if (seen.text.empty()) {
      tentative_ = !asks(raw, true) && !recommends(raw);
      add_text(here, raw, 0);
      in_sub_list_ = false;
      return true;
    }
    if (tentative_ && here.items == 0 && asks(raw, false)) {
      seen.text.clear();
      tentative_ = false;
      add_text(here, raw, 0);
      return true;
    }
    if (!run_in_ && !tentative_ && here.items == 0 && asks(raw, false) && !speaks_of_recommendations(raw)) return add_text(here, raw, 0), true;
    if (!run_in_ && here.table == nullptr && here.items == 0) return done_ = true;
    close();
    return false;
  }

  std::uint8_t last_level(const Piece& here) {
    in_sub_list_ = true;
    return here.items;
  }

  void close() {
    if (open_ && drafts_[*open_].seen.text.empty() && !title_.empty()) drafts_[*open_].seen.text = title_;
    open_.reset();
    title_.clear();
    in_sub_list_ = done_ = tentative_ = false;
    last_item_ = 0;
  }

  /// An item of a list that is no part of what stands before it.
  void item(std::size_t at, std::string_view raw) {
    const Piece& here = pieces_[at];
    if (at == 0 || pieces_[at - 1].items == 0) begin_list(at);
    if (list_ == AskZone::other || list_ == AskZone::foreign) return;
    if (here.items == 1) list_group_ = heads_items(at) ? fold_space(without_mark(raw)) : std::string();
    if ((here.items == 1 && !list_group_.empty()) || titles_item(at)) return close();
    if (here.items > (list_group_.empty() ? 1 : 2)) return;
    close();
    AskDraft& draft = start(here, AskTold::mark);
    draft.seen.consideration = list_ == AskZone::considerations;
    if (!list_owner_.empty()) draft.group = list_owner_;
    if (!list_group_.empty()) draft.group = list_group_;
    if (list_zone_ != 0) draft.zone = list_zone_;
    draft.in_list = true;
    take_number(here, draft);
    open_ = drafts_.size() - 1;
    run_in_ = true;
    const auto mark = draft.seen.numbered ? std::nullopt : mark_of(raw);
    if (mark) draft.seen.id = mark->id, draft.seen.numbered = true;
    const std::uint32_t from = mark ? mark->words_at : 0;
    const auto addressee = addressee_of(raw.substr(from));
    if (addressee) draft.seen.owner = addressee->id;
    add_text(here, raw, from + (addressee ? addressee->words_at : 0));
    last_item_ = here.items;
  }

  void take_number(const Piece& here, AskDraft& draft) {
    const std::string& number = here.block->number;
    const auto mark = mark_of(number + (number.ends_with('.') || number.ends_with(')') ? " x" : ". x"));
    if (!mark) return;
    draft.seen.id = mark->id;
    draft.seen.numbered = true;
  }

  /// True for an item that says whom or what the items under it are for: "To the Board:".
  bool heads_items(std::size_t at) {
    constexpr std::size_t longest = 14;
    const std::string_view raw = trim(prose_.view(pieces_[at].span));
    if (!raw.ends_with(':') || asks(raw, false) || raw.ends_with(" to:") || count_words_between_spaces(raw) > longest) return false;
    std::size_t items = 0, asking = 0;
    for (std::size_t each = at + 1; each < pieces_.size() && pieces_[each].items > pieces_[at].items; ++each) {
      if (pieces_[each].items != pieces_[at].items + 1) continue;
      ++items;
      asking += asks(prose_.view(pieces_[each].span), true) ? 1 : 0;
    }
    return items > 0 && asking * 3 >= items * 2;
  }

  /// True for the title in bold of an item whose words follow it.
  bool titles_item(std::size_t at) {
    constexpr std::size_t longest = 14;
    const auto all_bold = [&](const Piece& piece) { return piece.lead.length() > 0 && piece.lead.end >= piece.span.end; };
    const std::string_view raw = trim(prose_.view(pieces_[at].span));
    if (at + 1 == pieces_.size() || !all_bold(pieces_[at]) || raw.ends_with('.') || count_words_between_spaces(raw) > longest) return false;
    const Piece& next = pieces_[at + 1];
    return next.items == pieces_[at].items && !all_bold(next) && !asks(raw, false) && asks(prose_.view(next.span), true);
  }

  /// What the list that begins here holds, as its items and the words before it say.
  void begin_list(std::size_t at) {
    std::size_t items = 0, asking = 0, addressed = 0, questions = 0;
    bool grouped = false;
    for (std::size_t each = at; each < pieces_.size() && pieces_[each].items > 0; ++each) {
      const std::string_view raw = prose_.view(pieces_[each].span);
      if (pieces_[each].items == 1) grouped = heads_items(each);
      if (pieces_[each].items != (grouped ? 2 : 1) || titles_item(each)) continue;
      ++items;
      addressed += addressee_of(raw) ? 1 : 0;
      asking += asks(raw, true) || addressee_of(raw) ? 1 : 0;
      questions += raw.find('?') != std::string_view::npos ? 1 : 0;
    }
    const std::string_view before = at == 0 ? std::string_view() : prose_.view(pieces_[at - 1].span);
    const bool led = ends_with_colon(before) && pieces_[at - 1].block->kind == BlockKind::paragraph;
    const bool led_by_ask = led && (recommends(before) || (speaks_of_recommendations(before) && before.find("following") != std::string_view::npos));
    const AskZone zone = part().zone;
    list_owner_.clear();
    list_zone_ = 0;
    list_ = AskZone::other;
    if (zone == AskZone::considerations && (questions > 0 || asking * 2 >= items)) list_ = zone;
    const bool heads = at > 0 && pieces_[at - 1].block->kind == BlockKind::heading;  // nothing between heading and list
    if (zone == AskZone::recommendations && (asking * 2 >= items || led || heads)) list_ = zone;
    if ((zone == AskZone::mixed || zone == AskZone::other) && led_by_ask && asking * 2 >= items) list_ = AskZone::recommendations, list_zone_ = ++zones_;
    if (zone == AskZone::mixed && addressed > 1 && addressed * 3 >= items * 2) list_ = AskZone::recommendations;
    if (list_ == AskZone::recommendations && led && asks(before, false)) list_owner_ = owner_in(before);
  }

  /// The number that the words begin with, where it stands alone in bold too.
  std::optional<AskLabel> number_at(const Piece& here, std::string_view raw) {
    if (const auto mark = mark_of(raw)) return mark;
    const std::string_view bold = trim(raw.substr(0, here.lead.end - here.span.begin));
    const bool number = !bold.empty() && bold.size() < raw.size() && bold.size() < 6 && bold.find_first_not_of("0123456789.") == std::string_view::npos;
    if (!number) return std::nullopt;
    return AskLabel{std::string(bold), here.lead.end - here.span.begin, false};
  }

  /// True for a paragraph that counts what it asks for: "First, the trust should ... Second, the police should ...".
  bool counted_off(const Piece& here) {
    const Stretch& stretch = prose_.stretches[here.stretch];
    std::vector<Span> asked;
    for (std::uint32_t at = stretch.first_sentence; at < stretch.end_sentence; ++at) {
      Span span = prose_.sentences[at].span;
      const std::uint32_t ordinal = ordinal_at(prose_.view(span));
      if (ordinal == 0 || !asks(prose_.view(span), false)) continue;
      span.begin += ordinal;
      asked.push_back(span);
    }
    if (asked.size() < 2) return false;
    for (const Span span : asked) {
      AskDraft& draft = start(here, AskTold::mark);
      draft.seen.text = fold_space(prose_.view(span));
      draft.seen.span = span;
    }
    return true;
  }

  /// True where the paragraph names whom it asks and goes on with what: "5.2 Schools: to tell ...".
  bool addressed(const Piece& here, std::string_view raw) {
    const auto mark = number_at(here, raw);
    const std::uint32_t from = mark ? mark->words_at : 0;
    const auto addressee = addressee_of(raw.substr(from));
    if (!addressee) return false;
    AskDraft& draft = start(here, AskTold::addressed);
    draft.seen.owner = addressee->id;
    if (mark) draft.seen.id = mark->id, draft.seen.numbered = true;
    else take_number(here, draft);
    open_ = drafts_.size() - 1;
    run_in_ = true;
    add_text(here, raw, from + addressee->words_at);
    return true;
  }

  void paragraph(const Piece& here, std::string_view raw) {
    const AskZone zone = part().zone;
    const bool inside = zone == AskZone::recommendations || zone == AskZone::considerations;
    if ((inside || zone == AskZone::mixed) && (addressed(here, raw) || counted_off(here))) return;
    if (inside) {
      const auto mark = number_at(here, raw);
      const bool numbered = mark || !here.block->number.empty();
      const bool question = zone == AskZone::considerations && raw.find('?') != std::string_view::npos;
      const std::string_view said = mark ? raw.substr(mark->words_at) : raw;
      const bool wanted = question || ((asks(said, numbered) || (part().direct && asks_under_its_heading(said))) && !speaks_of_recommendations(raw));
      if (!wanted || (!numbered && !question && owner_in(raw).empty() && part().group.empty())) return;
      AskDraft& draft = start(here, numbered ? AskTold::mark : AskTold::plain);
      if (mark) draft.seen.id = mark->id, draft.seen.numbered = true;
      else take_number(here, draft);
      open_ = drafts_.size() - 1;
      run_in_ = true;
      return add_text(here, raw, mark ? mark->words_at : 0);
    }
    sentences(here);
    if ((zone == AskZone::mixed || zone == AskZone::afterwards) && asks(raw, false) && !speaks_of_recommendations(raw) && !owner_in(raw).empty()) {
      AskDraft& draft = start(here, AskTold::loose);
      const auto mark = number_at(here, raw);
      if (mark) draft.seen.id = mark->id, draft.seen.numbered = true;
      else take_number(here, draft);
      open_ = drafts_.size() - 1;
      run_in_ = true;
      add_text(here, raw, mark ? mark->words_at : 0);
    }
  }

  /// Sentences of running text in which the review recommends something.
  void sentences(const Piece& here) {
    if (!may_recommend(prose_.view(here.span))) return;
    const Stretch& stretch = prose_.stretches[here.stretch];
    for (std::uint32_t at = stretch.first_sentence; at < stretch.end_sentence; ++at) {
      const Span span = prose_.sentences[at].span;
      if (!recommends(prose_.view(span))) continue;
      AskDraft& draft = start(here, AskTold::sentence);
      draft.seen.text = fold_space(prose_.view(span));
      draft.seen.span = span;
    }
  }

  const Prose& prose_;
  const std::vector<Piece>& pieces_;
  const std::vector<SectionSeen>& sections_;
  std::vector<TextPart> parts_;
  std::vector<AskDraft> drafts_;
  std::size_t next_section_ = 0;
  std::uint32_t zones_ = 0;
  bool marked_ = false;  ///< the document itself says that the heading's section is that of recommendations
  const Block* table_ = nullptr;
  // The list that is being read.
  AskZone list_ = AskZone::other;
  std::uint32_t list_zone_ = 0;
  std::string list_owner_;
  std::string list_group_;  ///< the item that the items under it are for
  // The recommendation that is being read.
  std::optional<std::size_t> open_;
  std::string title_;
  std::uint8_t last_item_ = 0;
  bool only_by_agency_ = false;  ///< no heading tells of recommendations but those of agencies
  bool run_in_ = false;       ///< its words follow the label in the same paragraph
  bool tentative_ = false;    ///< its first paragraph asks for nothing, a later one may
  bool done_ = false;         ///< only fields may follow
  bool in_sub_list_ = false;
};

}  // namespace

std::vector<RecommendationSeen> recommendations_in(const Prose& prose, const Document& document,
                                                   const std::vector<SectionSeen>& sections) {
  const std::vector<Piece> pieces = pieces_of(document, prose);
  std::vector<AskDraft> drafts = Collector(prose, pieces, sections).run();
  return settle_recommendations(std::move(drafts));
}

}  // namespace casewright
