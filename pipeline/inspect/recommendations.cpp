#include "inspect/recommendations.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/words.h"
#include "inspect/document_pieces.h"
#include "inspect/recommendation_signs.h"
#include "inspect/recommendation_table.h"
#include "inspect/same_words.h"

namespace casewright {
namespace {

/// How a recommendation was told from what is around it, the surest first.
enum class Told : std::uint8_t { label, table, mark, plain, sentence, loose };

/// A recommendation while it is being read.
struct Draft {
  RecommendationSeen seen;
  Told told = Told::plain;
  std::uint32_t zone = 0;    ///< which part of the report, 0 outside all
  bool plan = false;         ///< an action on a recommendation that stands elsewhere
  bool in_list = false;      ///< an item of a list
  std::string group;         ///< the heading between, which may name the owner
};

/// What the part of the report that is being read holds.
struct TextPart {
  std::uint8_t level = 0;
  AskZone zone = AskZone::other;
  std::uint32_t number = 0;  ///< parts inside one part share its number
  std::string heading;
  std::string group;
};

constexpr std::uint8_t lowest_level = 9;  ///< of a paragraph in bold that serves as a heading

bool ends_with_colon(std::string_view text) {
  text = trim(text);
  return !text.empty() && (text.back() == ':' || text.ends_with("\xE2\x80\x93") || text.ends_with(" to"));
}

/// A heading's number is no words of it: "3." before "Recommendations".
std::string_view without_mark(std::string_view text) {
  const auto mark = mark_of(text);
  return mark ? text.substr(mark->words_at) : text;
}

/// Walks the pieces of a report and drafts what may be a recommendation.
class Collector {
 public:
  Collector(const Prose& prose, const std::vector<Piece>& pieces, const std::vector<SectionSeen>& sections)
      : prose_(prose), pieces_(pieces), sections_(sections) {}

  std::vector<Draft> run() {
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
    TextPart made{level, AskZone::other, 0, text, {}};
    const TextPart* around = parts_.empty() ? nullptr : &parts_.back();
    const bool labelled = label_of(text, around != nullptr && around->zone != AskZone::other).has_value();
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
    parts_.push_back(std::move(made));
  }

  bool is_inside() { return part().zone != AskZone::other && part().zone != AskZone::foreign; }

  bool read_table(std::size_t from, std::size_t to) {
    if (part().zone == AskZone::foreign) return true;
    AskTable table = read_ask_table(prose_, std::span(pieces_).subspan(from, to - from), part().zone);
    for (RecommendationSeen& row : table.rows) {
      Draft& draft = drafts_.emplace_back();
      draft.seen = std::move(row);
      draft.told = Told::table;
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
    if (open_ && goes_on(here, raw)) return;
    std::uint32_t value_at = 0;
    if (is_inside() && here.items == 0 && field_of_line(raw, value_at) == AskField::aside) return;  // "Learning point: ..."
    const bool in_list = here.items > 0 && here.table == nullptr;
    if (in_list)
      item(at, raw);
    else
      paragraph(here, raw);
  }

  /// Short and all bold, with no stop at its end.
  bool serves_as_heading(const Piece& here, std::string_view raw) {
    constexpr std::size_t longest = 14;
    if (here.items != 0 || here.table != nullptr || here.block->kind != BlockKind::paragraph) return false;
    const std::string_view text = trim(raw);
    if (count_words_between_spaces(text) > longest || text.back() == '.') return false;
    const bool bold = here.lead.end >= here.span.begin + raw.find_last_not_of(" \n\t") + 1;
    return bold && !label_of(text, true);
  }

  void pseudo_heading(const Piece&, std::string_view raw) {
    close();
    enter(fold_space(raw), lowest_level, 0);
  }

  /// Begins a recommendation behind its label. What stands in bold after the label is its title where more follows.
  void open(const Piece& here, std::string_view raw, const AskLabel& label, bool by_heading) {
    constexpr std::size_t longest_title = 14;
    close();
    Draft& draft = start(here, Told::label);
    draft.seen.id = label.id;
    draft.seen.numbered = !label.id.empty();
    draft.seen.consideration = draft.seen.consideration || label.consideration;
    std::uint32_t from = label.words_at;
    const std::uint32_t lead = here.lead.end - here.span.begin;
    const bool titled = !by_heading && lead > from && lead < raw.size() && !trim(raw.substr(lead)).empty() && !asks(raw.substr(from, lead - from), false);
    if (titled) from = lead;
    const std::string_view rest = trim(raw.substr(std::min<std::size_t>(from, raw.size())));
    const bool title_only = rest.empty() || (!titled && count_words_between_spaces(rest) <= longest_title && !asks(rest, false) && rest.back() != '.' && !asks(rest, here.items > 0));
    open_ = drafts_.size() - 1;
    run_in_ = !by_heading && !title_only;
    tentative_ = done_ = false;
    if (!title_only) add_text(here, raw, from);
    else if (!rest.empty()) title_ = std::string(rest);
  }

  Draft& start(const Piece& here, Told told) {
    Draft& draft = drafts_.emplace_back();
    draft.told = told;
    draft.zone = part().number;
    draft.group = part().group;
    draft.seen.page = here.block->page;
    draft.seen.consideration = part().zone == AskZone::considerations;
    if (told == Told::plain || told == Told::sentence) return draft;
    if (draft.seen.consideration) draft.group = part().heading;
    return draft;
  }

  /// Adds the words of a piece from byte `from` on, line by line, until a line names a field.
  void add_text(const Piece& here, std::string_view raw, std::uint32_t from) {
    RecommendationSeen& seen = drafts_[*open_].seen;
    std::size_t at = from;
    while (at < raw.size()) {
      const std::size_t end = std::min(raw.find('\n', at), raw.size());
      const std::string_view line = raw.substr(at, end - at);
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
    const bool marked = drafts_[*open_].told != Told::label;
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
    if (here.items > 1 || list_ == AskZone::other || list_ == AskZone::foreign) return;
    close();
    Draft& draft = start(here, Told::mark);
    draft.seen.consideration = list_ == AskZone::considerations;
    if (!list_owner_.empty()) draft.group = list_owner_;
    if (list_zone_ != 0) draft.zone = list_zone_;
    draft.in_list = true;
    take_number(here, draft);
    open_ = drafts_.size() - 1;
    run_in_ = true;
    const auto mark = draft.seen.numbered ? std::nullopt : mark_of(raw);
    if (mark) draft.seen.id = mark->id, draft.seen.numbered = true;
    add_text(here, raw, mark ? mark->words_at : 0);
    last_item_ = here.items;
  }

  void take_number(const Piece& here, Draft& draft) {
    const std::string& number = here.block->number;
    const auto mark = mark_of(number + (number.ends_with('.') || number.ends_with(')') ? " x" : ". x"));
    if (!mark) return;
    draft.seen.id = mark->id;
    draft.seen.numbered = true;
  }

  /// What the list that begins here holds, as its items and the words before it say.
  void begin_list(std::size_t at) {
    std::size_t items = 0, asking = 0, questions = 0;
    for (std::size_t each = at; each < pieces_.size() && pieces_[each].items > 0; ++each) {
      if (pieces_[each].items != 1) continue;
      const std::string_view raw = prose_.view(pieces_[each].span);
      ++items;
      asking += asks(raw, true) ? 1 : 0;
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
    if (list_ == AskZone::recommendations && led && asks(before, false)) list_owner_ = owner_in(before);
  }

  void paragraph(const Piece& here, std::string_view raw) {
    const AskZone zone = part().zone;
    const bool inside = zone == AskZone::recommendations || zone == AskZone::considerations;
    if (inside) {
      const auto mark = mark_of(raw);
      const bool numbered = mark || !here.block->number.empty();
      const bool question = zone == AskZone::considerations && raw.find('?') != std::string_view::npos;
      const bool wanted = question || (asks(raw, numbered) && !speaks_of_recommendations(raw));
      if (!wanted || (!numbered && !question && owner_in(raw).empty() && part().group.empty())) return;
      Draft& draft = start(here, numbered ? Told::mark : Told::plain);
      if (mark) draft.seen.id = mark->id, draft.seen.numbered = true;
      else take_number(here, draft);
      open_ = drafts_.size() - 1;
      run_in_ = true;
      return add_text(here, raw, mark ? mark->words_at : 0);
    }
    sentences(here);
    if (zone == AskZone::mixed && asks(raw, false) && !speaks_of_recommendations(raw) && !owner_in(raw).empty()) {
      Draft& draft = start(here, Told::loose);
      take_number(here, draft);
      open_ = drafts_.size() - 1;
      run_in_ = true;
      add_text(here, raw, 0);
    }
  }

  /// Sentences of running text in which the review recommends something.
  void sentences(const Piece& here) {
    if (prose_.view(here.span).find("ecommend") == std::string_view::npos) return;
    const Stretch& stretch = prose_.stretches[here.stretch];
    for (std::uint32_t at = stretch.first_sentence; at < stretch.end_sentence; ++at) {
      const Span span = prose_.sentences[at].span;
      if (!recommends(prose_.view(span))) continue;
      Draft& draft = start(here, Told::sentence);
      draft.seen.text = fold_space(prose_.view(span));
      draft.seen.span = span;
    }
  }

  const Prose& prose_;
  const std::vector<Piece>& pieces_;
  const std::vector<SectionSeen>& sections_;
  std::vector<TextPart> parts_;
  std::vector<Draft> drafts_;
  std::size_t next_section_ = 0;
  std::uint32_t zones_ = 0;
  bool marked_ = false;  ///< the document itself says that the heading's section is that of recommendations
  const Block* table_ = nullptr;
  // The list that is being read.
  AskZone list_ = AskZone::other;
  std::uint32_t list_zone_ = 0;
  std::string list_owner_;
  // The recommendation that is being read.
  std::optional<std::size_t> open_;
  std::string title_;
  std::uint8_t last_item_ = 0;
  bool run_in_ = false;       ///< its words follow the label in the same paragraph
  bool tentative_ = false;    ///< its first paragraph asks for nothing, a later one may
  bool done_ = false;         ///< only fields may follow
  bool in_sub_list_ = false;
};

/// True for a numbered paragraph in a part whose table gives more recommendations than its paragraphs do.
bool leads_to_table(const std::vector<Draft>& drafts, const Draft& paragraph) {
  std::size_t rows = 0, paragraphs = 0;
  for (const Draft& each : drafts) {
    if (each.zone != paragraph.zone) continue;
    rows += each.told == Told::table && !each.plan ? 1 : 0;
    paragraphs += each.told == Told::mark && !each.in_list ? 1 : 0;
  }
  return rows > 1 && paragraphs * 2 <= rows;
}

/// Keeps of each part what was told most surely there: where some are labelled, the paragraphs between are reasons.
void keep_surest(std::vector<Draft>& drafts) {
  std::erase_if(drafts, [](const Draft& each) { return each.seen.text.empty() && !each.plan; });
  const auto told_in = [&](std::uint32_t zone, Told told) {
    return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& each) { return each.zone == zone && each.told == told; });
  };
  const bool any = std::any_of(drafts.begin(), drafts.end(), [](const Draft& each) { return each.told < Told::sentence && !each.plan; });
  std::vector<bool> weak;
  for (const Draft& each : drafts) {
    const bool outdone = (each.told == Told::mark || each.told == Told::plain) && told_in(each.zone, Told::label);
    const bool plain = each.told == Told::plain && (told_in(each.zone, Told::mark) || told_in(each.zone, Told::table));
    const bool before_table = each.told == Told::mark && !each.in_list && leads_to_table(drafts, each);
    weak.push_back(outdone || plain || before_table || (each.told == Told::sentence && any));
  }
  std::size_t at = 0;
  std::erase_if(drafts, [&](const Draft&) { return weak[at++]; });
  const bool sure = std::any_of(drafts.begin(), drafts.end(), [](const Draft& each) { return each.told != Told::loose && !each.plan; });
  if (sure) std::erase_if(drafts, [](const Draft& each) { return each.told == Told::loose; });
}

void fill(std::string& into, const std::string& from) {
  if (into.empty()) into = from;
}

/// Puts what a second telling adds to the first.
void merge(RecommendationSeen& first, const RecommendationSeen& second) {
  fill(first.owner, second.owner);
  fill(first.due, second.due);
  fill(first.outcome, second.outcome);
  fill(first.evidence, second.evidence);
  fill(first.progress, second.progress);
  if (!first.numbered && second.numbered) first.id = second.id, first.numbered = true;
}

/// Makes one of what is told twice: the same words, or an action under the number of a recommendation.
void join_tellings(std::vector<Draft>& drafts) {
  constexpr double same = 0.85;
  std::vector<WordBag> bags;
  for (const Draft& each : drafts) bags.emplace_back(each.seen.text);
  std::vector<bool> again(drafts.size());
  for (std::size_t at = 0; at < drafts.size(); ++at)
    for (std::size_t before = 0; before < at && !again[at]; ++before) {
      if (again[before]) continue;
      const bool by_number = drafts[at].plan && !drafts[before].plan && drafts[at].seen.id == drafts[before].seen.id;
      const bool told_apart = drafts[at].zone == drafts[before].zone && drafts[at].told == drafts[before].told;  // a slip, not a summary
      if (!by_number && (told_apart || !alike(bags[at], bags[before], same))) continue;
      merge(drafts[before].seen, drafts[at].seen);
      again[at] = true;
    }
  std::size_t at = 0;
  std::erase_if(drafts, [&](const Draft&) { return again[at++]; });
}

/// The owner that a heading names: "For the police", "Recommendations for health", "Safeguarding Children Board".
std::string owner_of_heading(std::string_view heading) {
  std::string text = fold_space(without_mark(heading));
  const std::string lower = ascii_lower(text);
  for (const std::string_view lead : {" for ", "for "}) {
    const std::size_t at = lower.find(lead);
    if (at == std::string::npos || (lead == "for " && at != 0)) continue;
    text = text.substr(at + lead.size());
    break;
  }
  for (const std::string_view tail : {" to consider", " should:", ":", "."})
    if (text.ends_with(tail)) text.resize(text.size() - tail.size());
  return text;
}

void finish(Draft& draft, std::size_t count) {
  RecommendationSeen& seen = draft.seen;
  if (seen.id.empty()) seen.id = std::to_string(count);
  if (seen.owner.empty() && seen.consideration) seen.owner = owner_of_heading(draft.group);
  if (seen.owner.empty()) seen.owner = owner_in(seen.text);
  if (seen.owner.empty()) seen.owner = owner_of_heading(draft.group);
  if (seen.due.empty()) seen.due = due_in(seen.text);
}

}  // namespace

std::vector<RecommendationSeen> recommendations_in(const Prose& prose, const Document& document,
                                                   const std::vector<SectionSeen>& sections) {
  const std::vector<Piece> pieces = pieces_of(document, prose);
  std::vector<Draft> drafts = Collector(prose, pieces, sections).run();
  keep_surest(drafts);
  join_tellings(drafts);
  std::vector<RecommendationSeen> found;
  for (Draft& each : drafts) {
    finish(each, found.size() + 1);
    found.push_back(std::move(each.seen));
  }
  return found;
}

}  // namespace casewright
