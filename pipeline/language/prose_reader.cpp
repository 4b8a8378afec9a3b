#include "language/prose_reader.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <unordered_map>

#include "base/text.h"
#include "base/world.h"
#include "foreign/unicode.h"
#include "language/sentences.h"
#include "language/token_scanner.h"
#include "language/web_address.h"

namespace casewright {
namespace {

/// A block's scope where nothing around it decides.
Scope own_scope(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
    case BlockKind::subtitle: return Scope::title;
    case BlockKind::heading: return Scope::heading;
    case BlockKind::paragraph: return Scope::paragraph;
    case BlockKind::list:
    case BlockKind::list_item: return Scope::list;
    case BlockKind::table:
    case BlockKind::row:
    case BlockKind::cell: return Scope::cell;
    case BlockKind::figure:
    case BlockKind::caption: return Scope::caption;
    case BlockKind::quote: return Scope::quotation;
    case BlockKind::note: return Scope::note;
    case BlockKind::contents: return Scope::contents;
    case BlockKind::furniture: return Scope::furniture;
    case BlockKind::to_write: return Scope::to_write;
  }
  return Scope::paragraph;
}

/// True for a mark in front of a list's item that tells it from no other; Word draws one of its bullets with the letter o.
bool is_bullet(std::string_view mark) {
  return mark == "o" || std::none_of(mark.begin(), mark.end(), [](char each) { return (each >= '0' && each <= '9') || (each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z'); });
}

/// True for kinds that give their scope to the paragraphs inside them.
bool lends_scope(BlockKind kind) {
  return kind == BlockKind::contents || kind == BlockKind::furniture || kind == BlockKind::note ||
         kind == BlockKind::quote || kind == BlockKind::cell || kind == BlockKind::list_item;
}

/// A scope lent from above yields to a block that is something by itself.
Scope scope_of(BlockKind kind, std::optional<Scope> lent) {
  const Scope own = own_scope(kind);
  if (!lent || own == Scope::caption || own == Scope::note || own == Scope::to_write) return own;
  const bool strong = *lent == Scope::contents || *lent == Scope::furniture || *lent == Scope::note;
  if (strong || own == Scope::paragraph) return *lent;
  return own == Scope::list && *lent == Scope::quotation ? *lent : own;
}

Scope scope_of(CarriedKind kind) {
  switch (kind) {
    case CarriedKind::comment: return Scope::comment;
    case CarriedKind::revision:
    case CarriedKind::hidden_text:
    case CarriedKind::layer:
    case CarriedKind::script:
    case CarriedKind::form_value: return Scope::hidden;
    case CarriedKind::link: return Scope::link;
    case CarriedKind::image:
    case CarriedKind::tag: return Scope::alternative_text;
    case CarriedKind::attachment:
    case CarriedKind::metadata:
    case CarriedKind::private_data: return Scope::metadata;
  }
  return Scope::metadata;
}

/// Lays the words of a document and of its container into one buffer.
class Layer {
 public:
  Layer(Prose& prose, std::string_view language) : prose_(prose), language_(language) {}

  void block(const Block& block, std::size_t depth) {
    lent_.resize(depth + 1);
    languages_.resize(depth + 1);
    languages_[depth] = !block.language.empty() ? std::string_view(block.language) : depth == 0 ? language_ : languages_[depth - 1];
    const std::optional<Scope> lent = depth == 0 ? std::nullopt : lent_[depth - 1];
    const Scope scope = scope_of(block.kind, lent);
    lent_[depth] = lends_scope(block.kind) && !(lent && *lent != Scope::list) ? std::optional<Scope>(scope) : lent;
    if (!block.inlines.empty()) words(block, scope);
    if (block.picture) picture(block, *block.picture);
  }

  void text(std::string_view words, Scope scope, std::string_view label, const Origin& origin, std::uint32_t page = 0,
            const Box& box = {}) {
    if (trim(words).empty()) return;
    Stretch& stretch = open(scope, page, box);
    stretch.label = label;
    step({at(), origin, OriginStep::Steps::stays});
    prose_.text += words;
    close();
  }

  /// What the document marks as not English, in order.
  const std::vector<Span>& other_language() const { return other_language_; }

  /// Adds what a file carries beside the page.
  void carried(const Carried& item, std::size_t index) {
    carried_ = static_cast<std::uint32_t>(index + 1);
    if (item.kind == CarriedKind::attachment) text(item.name, Scope::file_name, "attachment", item.origin, item.page);
    text(item.kind == CarriedKind::link ? readable_address(item.text) : item.text, scope_of(item.kind), item.name, item.origin, item.page, item.box);
    text(item.author, Scope::metadata, "author", item.origin, item.page);
    carried_ = 0;
  }

 private:
  struct OpenHeading {
    std::uint8_t level = 0;
    std::string section;
  };

  void words(const Block& block, Scope scope) {
    if (block.kind == BlockKind::heading) enter(block);
    Stretch& stretch = open(scope, block.page, block.box);
    stretch.level = block.kind == BlockKind::heading ? block.level : 0;
    const bool counted = scope != Scope::furniture && scope != Scope::contents;
    if (counted) ++count_;
    stretch.number = counted ? counted_number(block) : block.number;
    if (block.kind == BlockKind::heading) heading_ = static_cast<std::uint32_t>(prose_.stretches.size() - 1);
    stretch.heading = heading_;
    for (const Inline& each : block.inlines) run(each);
    close();
    targets(block);
  }

  /// What a person finds the block by: its own number, else how many blocks stand there so far. A bullet is no number: its points
  /// are counted from what they stand below.
  std::string counted_number(const Block& block) {
    if (!block.number.empty() && is_bullet(block.number)) return (numbered_.empty() ? "" : numbered_ + ", ") + "point " + std::to_string(++points_);
    points_ = 0;
    numbered_ = block.number.empty() ? std::to_string(count_) : block.number;
    return numbered_;
  }

  void enter(const Block& heading) {
    while (!headings_.empty() && headings_.back().level >= heading.level) headings_.pop_back();
    const std::string inherited = headings_.empty() ? std::string() : headings_.back().section;
    headings_.push_back({heading.level, heading.section.empty() ? inherited : heading.section});
  }

  void run(const Inline& run) {
    if (run.kind == InlineKind::note_reference) return;
    if (run.origins.empty()) step({at(), {}, OriginStep::Steps::stays});
    for (OriginStep each : run.origins) {
      each.at += at();
      step(each);
    }
    const std::uint32_t from = at();
    if (run.kind == InlineKind::line_break) prose_.text += '\n';
    else prose_.text += run.text;
    if (!english(run.language.empty() ? languages_.back() : std::string_view(run.language))) other_language_.push_back({from, at()});
  }

  static bool english(std::string_view language) { return language.empty() || ascii_lower(language.substr(0, 2)) == "en"; }

  /// The places that links lead to, each once per run of inlines with the same target.
  void targets(const Block& block) {
    std::string_view last;
    for (const Inline& each : block.inlines) {
      const bool leads_out = each.kind == InlineKind::text && !each.target.empty() && each.target[0] != '#';
      if (leads_out && each.target != last)
        text(readable_address(each.target), Scope::link, "", each.origin_at(0), block.page, block.box);
      last = leads_out ? std::string_view(each.target) : std::string_view();
    }
  }

  void picture(const Block& block, const Picture& picture) {
    text(picture.alternative, Scope::alternative_text, "", {}, block.page, block.box);
    if (!picture.scene) return;
    for (const Shape& each : picture.scene->shapes)
      text(each.text, Scope::caption, "drawing", {}, block.page, block.box);
  }

  Stretch& open(Scope scope, std::uint32_t page, const Box& box) {
    Stretch& stretch = prose_.stretches.emplace_back();
    stretch.scope = scope;
    stretch.page = page;
    stretch.box = box;
    stretch.heading = heading_;
    stretch.carried = carried_;
    stretch.number = count_ == 0 ? std::string() : std::to_string(count_);
    if (!headings_.empty()) stretch.section = headings_.back().section;
    stretch.span.begin = at();
    return stretch;
  }

  void close() {
    prose_.stretches.back().span.end = at();
    prose_.text += '\n';
  }

  void step(const OriginStep& step) {
    auto& origins = prose_.origins;
    if (!origins.empty() && origins.back().at == step.at) origins.pop_back();
    const bool same = !origins.empty() && step.steps == OriginStep::Steps::stays && origins.back().steps == step.steps &&
                      origins.back().origin == step.origin;
    if (!same) origins.push_back(step);
  }

  std::uint32_t at() const { return static_cast<std::uint32_t>(prose_.text.size()); }

  Prose& prose_;
  std::string_view language_;
  std::vector<std::string_view> languages_;  // of the open blocks, outermost first
  std::vector<Span> other_language_;
  std::vector<std::optional<Scope>> lent_;
  std::vector<OpenHeading> headings_;
  std::uint32_t heading_ = 0, count_ = 0, carried_ = 0;
  std::string numbered_;      // what the last block with a number is found by
  std::uint32_t points_ = 0;  // bullets since then
};

/// A number for each way in which a word is written. Every token asks, so the table is flat, and a word of up to eight bytes is
/// known by them as one number.
class WrittenWords {
 public:
  static constexpr std::uint32_t unknown = 0xFFFFFFFF;

  WrittenWords() : slots_(1024) {}

  /// The word's number, to be set where it is unknown; the word must outlive the table.
  std::uint32_t& number_of(std::string_view word) {
    if (taken_ * 2 > slots_.size()) grow();
    Slot& slot = slot_of(slots_, word, head_of(word));
    if (slot.word.empty()) {
      slot.word = word;
      slot.head = head_of(word);
      ++taken_;
    }
    return slot.number;
  }

 private:
  static constexpr std::size_t head_size = 8;
  struct Slot {
    std::string_view word;  ///< empty where the slot is free
    std::uint64_t head = 0;
    std::uint32_t number = unknown;

    bool holds(std::string_view other, std::uint64_t other_head) const {
      return head == other_head && word.size() == other.size() && (other.size() <= head_size || word == other);
    }
  };

  template <class Number>
  static std::uint64_t bytes_at(const char* from) {
    Number bytes = 0;
    std::memcpy(&bytes, from, sizeof bytes);
    return bytes;
  }

  /// The first eight bytes; of a shorter word all of them, some twice.
  static std::uint64_t head_of(std::string_view word) {
    const char* const end = word.data() + word.size();
    if (word.size() >= 8) return bytes_at<std::uint64_t>(word.data());
    if (word.size() >= 4) return bytes_at<std::uint32_t>(word.data()) << 32 | bytes_at<std::uint32_t>(end - 4);
    if (word.size() >= 2) return bytes_at<std::uint16_t>(word.data()) << 16 | bytes_at<std::uint16_t>(end - 2);
    return word.empty() ? 0 : static_cast<unsigned char>(word[0]);
  }

  static std::uint64_t hash_of(std::string_view word, std::uint64_t head) {
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15ull;
    std::uint64_t hash = (head ^ word.size()) * spread;
    for (std::size_t at = head_size; at < word.size(); at += head_size)  // the last eight bytes may overlap those before
      hash = (hash ^ hash >> 32 ^ bytes_at<std::uint64_t>(word.data() + std::min(at, word.size() - head_size))) * spread;
    return hash ^ hash >> 32;
  }

  static Slot& slot_of(std::vector<Slot>& slots, std::string_view word, std::uint64_t head) {
    std::size_t at = hash_of(word, head) & (slots.size() - 1);
    while (!slots[at].word.empty() && !slots[at].holds(word, head)) at = (at + 1) & (slots.size() - 1);
    return slots[at];
  }

  void grow() {
    std::vector<Slot> wider(slots_.size() * 4);
    for (const Slot& each : slots_)
      if (!each.word.empty()) slot_of(wider, each.word, each.head) = each;
    slots_ = std::move(wider);
  }

  std::vector<Slot> slots_;  ///< a power of two
  std::size_t taken_ = 0;
};

/// Cuts the buffer into sentences and tokens and numbers its distinct words.
class Cutter {
 public:
  Cutter(Prose& prose, const std::vector<Span>& other_language) : prose_(prose), other_language_(other_language) {}

  void run() {
    prose_.tokens.reserve(prose_.text.size() / 5);
    for (std::uint32_t i = 0; i < prose_.stretches.size(); ++i) stretch(i);
  }

 private:

  void stretch(std::uint32_t index) {
    Stretch& stretch = prose_.stretches[index];
    const std::string_view text = prose_.view(stretch.span);
    raw_.clear();
    scan_tokens(text, raw_);
    finder_.find(text, begins_);
    stretch.first_token = static_cast<std::uint32_t>(prose_.tokens.size());
    stretch.first_sentence = static_cast<std::uint32_t>(prose_.sentences.size());
    std::size_t next_begin = 0, next_token = 0;
    std::uint32_t from = 0;
    while (true) {
      const bool last = next_begin == begins_.size();
      const std::uint32_t to = last ? stretch.span.length() : begins_[next_begin++];
      sentence(index, stretch.span.begin, {from, to}, next_token);
      if (last) break;
      from = to;
    }
    stretch.end_token = static_cast<std::uint32_t>(prose_.tokens.size());
    stretch.end_sentence = static_cast<std::uint32_t>(prose_.sentences.size());
  }

  void sentence(std::uint32_t index, std::uint32_t base, Span range, std::size_t& next_token) {
    Sentence sentence;
    sentence.stretch = index;
    sentence.first_token = static_cast<std::uint32_t>(prose_.tokens.size());
    bool opens = true;
    while (next_token < raw_.size() && raw_[next_token].span.begin < range.end) {
      const RawToken& raw = raw_[next_token++];
      const Token& token = prose_.tokens.emplace_back(token_of(raw, base, opens));
      if (token.casing != Casing::punctuation) opens = false;
    }
    sentence.end_token = static_cast<std::uint32_t>(prose_.tokens.size());
    if (sentence.first_token == sentence.end_token) return;
    sentence.span = {prose_.tokens[sentence.first_token].begin, prose_.tokens.back().span().end};
    prose_.sentences.push_back(sentence);
  }

  Token token_of(const RawToken& raw, std::uint32_t base, bool opens) {
    Token token;
    token.begin = base + raw.span.begin;
    token.length = static_cast<std::uint16_t>(raw.span.length());
    token.casing = raw.casing;
    token.opens_sentence = opens && raw.casing != Casing::punctuation;
    token.other_language = marked(token.begin);
    token.word = word_of(prose_.view(token.span()));
    Word& word = prose_.words[token.word];
    ++word.count;
    if (raw.casing == Casing::lower) ++word.count_lower;
    return token;
  }

  /// Tokens come in order, and so do the marked spans.
  bool marked(std::uint32_t at) {
    while (next_marked_ < other_language_.size() && other_language_[next_marked_].end <= at) ++next_marked_;
    return next_marked_ < other_language_.size() && other_language_[next_marked_].begin <= at;
  }

  std::uint32_t word_of(std::string_view written) {
    std::uint32_t& number = written_.number_of(written);
    if (number != WrittenWords::unknown) return number;
    std::string folded = unicode::fold(written);
    const auto [word, first] = folded_.try_emplace(folded, static_cast<std::uint32_t>(prose_.words.size()));
    if (first) prose_.words.push_back({std::move(folded), 0, 0});
    return number = word->second;
  }

  Prose& prose_;
  const std::vector<Span>& other_language_;
  std::size_t next_marked_ = 0;
  SentenceFinder finder_;
  std::vector<RawToken> raw_;
  std::vector<std::uint32_t> begins_;
  WrittenWords written_;  // views into the finished buffer
  std::unordered_map<std::string, std::uint32_t> folded_;
};

}  // namespace

namespace {

/// True where the title is the first words of a file that holds none apart: told once, in its place.
bool title_is_text(const Document& document, const Container& container) {
  if (container.says_of_itself) return false;
  return !document.blocks.empty() && document.blocks.front().kind == BlockKind::title && fold_space(document.blocks.front().text()) == document.title;
}

}  // namespace

Prose read_prose(const Document& document, const Container& container) {
  Prose prose;
  Layer layer(prose, document.language);
  walk(document.blocks, [&layer](const Block& block, std::size_t depth) { layer.block(block, depth); });
  if (!title_is_text(document, container)) layer.text(document.title, Scope::metadata, "title", {});
  for (std::size_t at = 0; at < container.items.size(); ++at) layer.carried(container.items[at], at);
  layer.text(file_name(document.file), Scope::file_name, "file", {});
  Cutter(prose, layer.other_language()).run();
  return prose;
}

Prose prose_of_text(std::string_view text) {
  Document document;
  document.blocks.push_back(text_block(BlockKind::paragraph, std::string(text)));
  return read_prose(document, {});
}

}  // namespace casewright
