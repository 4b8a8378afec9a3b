#include "foreign/pdf/pdf_survey.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/letters.h"
#include "foreign/pdf/pdf_aside.h"
#include "foreign/pdf/pdf_characters.h"
#include "foreign/pdf/pdf_page_frame.h"

namespace casewright::pdf {
namespace {

constexpr int most_objects = 8'000'000;
constexpr std::size_t most_packed = 64u << 20;  // bytes of one object stream

std::uint32_t sign_of(std::string_view name) {
  struct Row {
    std::string_view name;
    Sign sign;
  };
  static constexpr auto rows = std::to_array<Row>({
      {"JS", Sign::script}, {"JavaScript", Sign::script}, {"Rendition", Sign::action}, {"Launch", Sign::action},
      {"SubmitForm", Sign::action}, {"ImportData", Sign::action}, {"GoToR", Sign::action}, {"GoToE", Sign::action},
      {"EF", Sign::attachment}, {"Thumb", Sign::thumbnail}, {"PieceInfo", Sign::private_data}, {"XFA", Sign::form},
      {"FT", Sign::form}, {"ByteRange", Sign::signature}, {"Alt", Sign::description}, {"ActualText", Sign::description},
      {"E", Sign::description}, {"XML", Sign::record}, {"URI", Sign::action}, {"Movie", Sign::action},
      {"T", Sign::label}, {"ID", Sign::label}, {"UserProperties", Sign::label}, {"VE", Sign::membership},
      {"AllOff", Sign::membership}, {"AnyOff", Sign::membership}, {"Alternates", Sign::alternates}});
  if (name.size() > 14) return 0;
  for (const Row& row : rows)
    if (row.name == name) return static_cast<std::uint32_t>(row.sign);
  return 0;
}

/// Reads the bytes of one object: references and telling names, up to the end of the object or its stream.
class ObjectLook {
 public:
  ObjectLook(std::string_view text, std::vector<std::uint32_t>& references) : text_(text), references_(references) {}

  std::uint32_t signs = 0;
  std::size_t stream = 0;  ///< where the stream begins in the text; 0: none
  std::size_t length = 0;  ///< of the stream, where the object itself says so
  std::size_t end = 0;     ///< behind its last word; 0: it has a stream, or is cut short

  void run(std::size_t from) {
    at_ = from;
    while (at_ < text_.size() && !over_) step();
  }

 private:
  void step() {
    const char c = text_[at_];
    if (is_digit(c)) return number();
    if (c == '(') return text_string();
    if (c == '<' && at_ + 1 < text_.size() && text_[at_ + 1] != '<') {
      const std::size_t end = std::min(text_.find('>', at_), text_.size() - 1) + 1;
      note_words(end - at_, 2 * least_words);
      at_ = end;
      return;
    }
    if (c == '<') at_ += 2;
    else if (c == '/') name();
    else if (c == '%') skip_comment();
    else if (c == 's' || c == 'e') word();
    else ++at_;
  }

  void number() {
    std::uint64_t value = 0;
    const std::size_t from = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) {
      if (at_ - from < 10) value = value * 10 + static_cast<std::uint64_t>(text_[at_] - '0');
      ++at_;
    }
    // "12 0 R"
    std::size_t next = at_;
    while (next < text_.size() && is_white_space(text_[next])) ++next;
    const std::size_t second = next;
    while (next < text_.size() && is_digit(text_[next]) && next - second < 6) ++next;
    if (std::exchange(awaits_length_, false)) length = value;
    if (second == at_ || next == second) return;
    const std::size_t blank = next;
    while (next < text_.size() && is_white_space(text_[next])) ++next;
    const bool refers = next > blank && next < text_.size() && text_[next] == 'R' && (next + 1 == text_.size() || !is_regular(text_[next + 1]));
    if (!refers) return;
    if (length == value) length = 0;
    if (value < most_objects) references_.push_back(static_cast<std::uint32_t>(value));
    at_ = next + 1;
  }

  /// Words may stand in an entry that nobody reads for what it is.
  void note_words(std::size_t size, std::size_t least) {
    if (size > least && !is_known_entry(key_)) signs |= static_cast<std::uint32_t>(Sign::words);
  }

  void text_string() {
    const std::size_t from = at_;
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\\') ++at_;
      else if (c == '(') ++depth;
      else if (c == ')' && --depth == 0) break;
    }
    note_words(std::min(at_, text_.size()) - from, least_words);
    ++at_;
  }

  void name() {
    const std::size_t from = ++at_;
    while (at_ < text_.size() && is_regular(text_[at_])) ++at_;
    const std::string_view said = text_.substr(from, at_ - from);
    signs |= sign_of(said);
    key_ = said;
    awaits_length_ = said == "Length";
  }

  void skip_comment() {
    while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
  }

  void word() {
    if (text_.substr(at_, 6) == "endobj") {
      over_ = true;
      end = at_ + 6;
    } else if (text_.substr(at_, 6) == "stream") {
      at_ += 6;
      if (at_ < text_.size() && text_[at_] == '\r') ++at_;
      if (at_ < text_.size() && text_[at_] == '\n') ++at_;
      stream = at_;
      over_ = true;
    } else {
      while (at_ < text_.size() && is_regular(text_[at_])) ++at_;
    }
  }

  static constexpr std::size_t least_words = 5;  // bytes
  std::string_view text_, key_;
  std::vector<std::uint32_t>& references_;
  std::size_t at_ = 0;
  bool over_ = false, awaits_length_ = false;
};

class Surveyor {
 public:
  Surveyor(PDFDoc& document, std::string_view bytes, Survey& into) : xref_(*document.getXRef()), bytes_(bytes), into_(into) {}

  void run() {
    const int count = std::min(xref_.getNumObjects(), most_objects);
    into_.objects.resize(static_cast<std::size_t>(std::max(0, count)));
    std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, int>>> packed;  // by the stream that holds them
    for (int number = 0; number < count; ++number) {
      const XRefEntry* entry = xref_.getEntry(number, false);
      if (entry == nullptr) continue;
      if (entry->type == xrefEntryUncompressed) look_in_file(static_cast<std::uint32_t>(number), entry->offset);
      if (entry->type == xrefEntryCompressed) packed[static_cast<std::uint32_t>(entry->offset)].push_back({static_cast<std::uint32_t>(number), entry->gen});
    }
    for (const auto& [stream, objects] : packed) look_in_stream(stream, objects);
    reach();
    find_unlisted();
  }

 private:
  void look_in_file(std::uint32_t number, Goffset offset) {
    const auto at = static_cast<std::size_t>(offset);
    if (offset <= 0 || at >= bytes_.size()) return;
    const std::size_t body = bytes_.substr(at, 64).find("obj");
    if (body == std::string_view::npos) return;
    look(number, bytes_, at + body + 3);
    extents_.push_back({at, end_of_last_});
  }

  void look(std::uint32_t number, std::string_view text, std::size_t from) {
    Surveyed& object = into_.objects[number];
    object.live = true;
    object.first_reference = static_cast<std::uint32_t>(into_.references.size());
    ObjectLook look(text, into_.references);
    look.run(from);
    object.end_reference = static_cast<std::uint32_t>(into_.references.size());
    object.signs = look.signs;
    object.stream = look.stream;
    end_of_last_ = look.end;
    if (look.stream != 0 && look.length != 0 && look.length < text.size() - look.stream) {
      const std::size_t close = text.substr(look.stream + look.length, 64).find("endobj");
      if (close != std::string_view::npos) end_of_last_ = look.stream + look.length + close + 6;
    }
  }

  void look_in_stream(std::uint32_t stream, const std::vector<std::pair<std::uint32_t, int>>& objects) {
    if (stream >= into_.objects.size()) return;
    into_.objects[stream].reached = true;
    Object held = xref_.fetch(static_cast<int>(stream), 0);
    if (!held.isStream()) return;
    const Object first = held.streamGetDict()->lookup("First"), count = held.streamGetDict()->lookup("N");
    if (!first.isInt() || !count.isInt() || first.getInt() < 0) return;
    std::string text;
    held.streamReset();
    std::array<unsigned char, 16384> part;
    for (int read; text.size() < most_packed && (read = held.getStream()->doGetChars(static_cast<int>(part.size()), part.data())) > 0;)
      text.append(reinterpret_cast<const char*>(part.data()), static_cast<std::size_t>(read));
    held.streamClose();
    const std::vector<std::pair<std::uint32_t, std::size_t>> table = table_of(text, count.getInt());
    for (std::size_t at = 0; at < table.size(); ++at) {
      const auto [number, offset] = table[at];
      const XRefEntry* entry = number < into_.objects.size() ? xref_.getEntry(static_cast<int>(number), false) : nullptr;
      if (entry == nullptr || entry->type != xrefEntryCompressed || entry->offset != static_cast<Goffset>(stream)) continue;
      const std::size_t begin = static_cast<std::size_t>(first.getInt()) + offset;
      const std::size_t end = at + 1 < table.size() ? static_cast<std::size_t>(first.getInt()) + table[at + 1].second : text.size();
      if (begin <= end && end <= text.size()) look(number, std::string_view(text).substr(0, end), begin);
    }
    for (const auto& [number, index] : objects) into_.objects[number].stream = 0;
  }

  /// The numbers and places at the head of an object stream.
  static std::vector<std::pair<std::uint32_t, std::size_t>> table_of(std::string_view text, int count) {
    std::vector<std::pair<std::uint32_t, std::size_t>> table;
    std::size_t at = 0;
    const auto number = [&]() -> std::uint64_t {
      while (at < text.size() && !is_digit(text[at])) ++at;
      std::uint64_t value = 0;
      for (; at < text.size() && is_digit(text[at]); ++at) value = std::min<std::uint64_t>(value * 10 + static_cast<std::uint64_t>(text[at] - '0'), 1u << 31);
      return value;
    };
    for (int i = 0; i < count && at < text.size(); ++i) {
      const auto object = static_cast<std::uint32_t>(number());
      table.push_back({object, static_cast<std::size_t>(number())});
    }
    return table;
  }

  /// What stands between the objects of the table and is more than blanks.
  void find_unlisted() {
    constexpr std::size_t least = 8, most = 200;
    std::sort(extents_.begin(), extents_.end());
    for (std::size_t at = 0; at < extents_.size() && into_.unlisted.size() < most; ++at) {
      if (extents_[at].second == 0) continue;
      const std::size_t end = at + 1 < extents_.size() ? extents_[at + 1].first : std::min(bytes_.find("xref", extents_[at].second), bytes_.size());
      std::size_t begin = extents_[at].second;
      while (begin < end && is_white_space(bytes_[begin])) ++begin;
      if (end > begin + least) into_.unlisted.push_back({begin, end});
    }
  }

  void reach() {
    std::vector<std::uint32_t> open;
    const auto enter = [&](std::uint32_t number) {
      if (number >= into_.objects.size() || into_.objects[number].reached) return;
      into_.objects[number].reached = true;
      open.push_back(number);
    };
    const Object* trailer = xref_.getTrailerDict();
    if (trailer->isDict())
      for (int i = 0; i < trailer->dictGetLength(); ++i)
        if (const Object& value = trailer->dictGetValNF(i); value.isRef() && std::string_view(trailer->dictGetKey(i)) != "XRefStm")
          enter(static_cast<std::uint32_t>(value.getRef().num));
    if (xref_.getRootNum() > 0) enter(static_cast<std::uint32_t>(xref_.getRootNum()));
    while (!open.empty()) {
      const Surveyed object = into_.objects[open.back()];
      open.pop_back();
      for (std::uint32_t at = object.first_reference; at < object.end_reference; ++at) enter(into_.references[at]);
    }
  }

  XRef& xref_;
  std::string_view bytes_;
  Survey& into_;
  std::size_t end_of_last_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> extents_;  ///< of the objects in the file itself; 0: nobody knows where it ends
};

}  // namespace

Survey survey(PDFDoc& document, std::string_view bytes) {
  Survey all;
  Surveyor(document, bytes, all).run();
  return all;
}

}  // namespace casewright::pdf
