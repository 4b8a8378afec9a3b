// A Word file with comments at the words that findings point at. The standard would allow comments in headers, footers, text boxes
// and notes, but Word ignores them there ([MS-OI29500] 2.1.315 c), and LibreOffice loses or stumbles over them, as it does in
// fields: they stand at the nearest words of the text.
#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <vector>

#include "base/text.h"
#include "foreign/pdf/own_marks.h"
#include "foreign/zip_writer.h"
#include "ingest/office/docx_package.h"
#include "marking/mark_up.h"
#include "marking/places.h"
#include "marking/word_part.h"

namespace casewright {
namespace {

/// Word opens no file with more ranges of comments than this ([MS-OI29500] 2.1.315 a).
constexpr std::size_t most_comments = 32767;

constexpr std::string_view transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

Markup* root_element(Markup& part) {
  for (Markup& each : part.children)
    if (!each.name.empty()) return &each;
  return nullptr;
}

/// Text as an XML part may hold it.
std::string as_text(std::string_view words) {
  std::string safe;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint each = code_point_at(words, at);
    const bool allowed = each.valid && (each.value >= 0x20 || each.value == '\t' || each.value == '\n') && each.value != 0xFFFE && each.value != 0xFFFF && each.value != 0x7F;
    append_utf8(safe, allowed ? each.value : U'\uFFFD');
    at += each.bytes;
  }
  return escape_markup(safe);
}

std::string links_path(const std::string& path) {
  const std::size_t slash = path.rfind('/') + 1;
  return path.substr(0, slash) + "_rels/" + path.substr(slash) + ".rels";
}

std::uint32_t number_in(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// All words of a comment, as its seal counts them.
std::string words_of(const Markup& comment) {
  std::string all;
  std::vector<const Markup*> open{&comment};
  while (!open.empty()) {
    const Markup* next = open.back();
    open.pop_back();
    if (next->text) all += next->content();
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
  return all;
}

/// The texts of each child of a part ("footnote 3"), by the character they begin at.
std::map<std::uint32_t, std::string> entries_of(Markup& part, std::string_view kind) {
  std::map<std::uint32_t, std::string> entries;
  Markup* root = root_element(part);
  if (root == nullptr) return entries;
  for (Markup& each : root->children) {
    if (!each.is("w:" + std::string(kind))) continue;
    std::uint32_t first = 0;
    bool found = false;
    each_markup(each, [&](Markup& node) {
      if (node.text && !found) first = node.at, found = true;
    });
    if (found) entries[first] = std::string(kind) + " " + each.attribute("id");
  }
  return entries;
}

/// The marking of one file.
class WordFile {
 public:
  WordFile(std::string_view bytes, const WordPackage& package, const Reading& reading) : bytes_(bytes), package_(package), reading_(reading) {}

  Result<MarkedCopy> mark(const std::vector<MarginNote>& notes) {
    if (Outcome opened = open(); !opened) return opened.faults();
    drop_own();
    for (const Markup& each : root_element(comments_)->children)
      if (each.is("w:comment") && !each.gone) next_id_ = std::max(next_id_, number_in(each.attribute("id")) + 1);
    MarkedCopy copy;
    std::vector<MarginNote> kept;
    const bool crowded = notes.size() > room_left();
    if (crowded) kept = gravest(notes);
    WordPartMarks marks(main_, space_);
    for (const MarginNote& note : crowded ? kept : notes) put(note, marks, copy);
    marks.apply();
    if (!written_.empty() || !comments_new_) keep_comments();
    changed_.push_back({package_.main().path, write_markup(main_)});
    Result<std::string> packed = zip::amend(bytes_, changed_, reading_.path);
    if (!packed) return packed.faults();
    copy.bytes = std::move(*packed);
    return copy;
  }

 private:
  Result<Markup> part(const std::string& path) const {
    const Result<std::string> bytes = package_.bytes(path);
    if (!bytes) return bytes.faults();
    return read_markup(*bytes, reading_.path);
  }

  /// A part that the main one leads to; empty where there is none.
  Markup related(std::string_view kind, Faults& faults) {
    const std::string path = package_.main().target_of(kind);
    if (path.empty() || !package_.has(path)) return {};
    Result<Markup> read = part(path);
    if (!read) {
      read.move_faults_to(faults);
      return {};
    }
    return std::move(*read);
  }

  Outcome open() {
    Result<Markup> main = part(package_.main().path);
    if (!main) return main.faults();
    main_ = std::move(*main);
    const Markup* root = root_element(main_);
    space_ = root != nullptr && root->open.find(strict) != std::string::npos ? strict : transitional;
    Faults faults;
    comments_ = related("comments", faults);
    for (const char* kind : {"footnote", "endnote"}) {
      const std::string path = package_.main().target_of(std::string(kind) + "s");
      Markup notes = related(std::string(kind) + "s", faults);
      entries_[package_.index_of(path)] = entries_of(notes, kind);
    }
    if (!faults.empty()) return faults;
    comments_path_ = package_.main().target_of("comments");
    comments_new_ = root_element(comments_) == nullptr;
    if (comments_new_) return new_comments();
    entries_[package_.index_of(comments_path_)] = entries_of(comments_, "comment");
    return Done{};
  }

  /// A part for comments where the file has none, with what leads to it.
  Outcome new_comments() {
    const std::string& main = package_.main().path;
    const std::string folder = main.substr(0, main.rfind('/') + 1);
    std::string name = "comments.xml";
    for (int i = 2; package_.has(folder + name); ++i) name = "comments" + std::to_string(i) + ".xml";
    comments_path_ = folder + name;
    Markup root;
    root.name = "w:comments";
    root.open = "<w:comments xmlns:w=\"" + space_ + "\">";
    root.close = "</w:comments>";
    comments_.children.emplace_back().open = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    comments_.children.push_back(std::move(root));
    return Done{};
  }

  /// How many comments Word would still open beside those of people.
  std::size_t room_left() {
    std::size_t ranges = 0;
    each_markup(main_, [&](Markup& node) { ranges += node.is("w:commentRangeStart"); });
    return ranges < most_comments ? most_comments - ranges : 0;
  }

  /// As many notes as there is room for, the gravest first, led by one that says how many are missing.
  std::vector<MarginNote> gravest(std::vector<MarginNote> notes) {
    const std::size_t all = notes.size(), room = std::max<std::size_t>(room_left(), 1);
    std::stable_sort(notes.begin(), notes.end(), [](const MarginNote& a, const MarginNote& b) { return a.level > b.level; });
    notes.resize(room - 1);
    MarginNote missing;
    missing.level = Level::block;
    missing.lines = {std::to_string(all - notes.size()) + " findings have no comment: Word opens no file with more than " + std::to_string(most_comments) + " comments. `casewright check --format html` shows them all."};
    notes.insert(notes.begin(), std::move(missing));
    return notes;
  }

  /// Takes out what an earlier marking left; a comment that somebody has answered stays.
  void drop_own() {
    Faults unread;
    Markup answers = related("commentsExtended", unread);
    std::set<std::string> answered;
    each_markup(answers, [&](Markup& node) {
      if (node.has("paraIdParent")) answered.insert(node.attribute("paraIdParent"));
    });
    std::set<std::string> dropped, paragraphs;
    for (Markup& each : root_element(comments_)->children) {
      const std::string words = words_of(each);
      if (!each.is("w:comment") || !is_own_mark(each.attribute("author"), words)) continue;
      std::set<std::string> own;
      each_markup(each, [&](Markup& node) {
        if (node.is("w:p") && node.has("paraId")) own.insert(node.attribute("paraId"));
      });
      if (std::any_of(own.begin(), own.end(), [&](const std::string& id) { return answered.contains(id); })) {
        standing_.insert(std::string(words.substr(words.rfind("casewright-"))));
        continue;
      }
      each.gone = true;
      dropped.insert(each.attribute("id"));
      paragraphs.insert(own.begin(), own.end());
    }
    if (dropped.empty()) return;
    drop_anchors(main_, dropped);
    for (const char* kind : {"footnotes", "endnotes"})
      if (Markup notes = related(kind, unread); drop_anchors(notes, dropped)) changed_.push_back({package_.main().target_of(kind), write_markup(notes)});
    drop_threads(paragraphs);
  }

  static bool drop_anchors(Markup& part, const std::set<std::string>& ids) {
    bool any = false;
    each_markup(part, [&](Markup& node) {
      const bool range = node.is("w:commentRangeStart") || node.is("w:commentRangeEnd");
      if (range && ids.contains(node.attribute("id"))) any = node.gone = true;
      if (!node.is("w:r")) return;
      bool only = true;
      Markup* mark = nullptr;
      for (Markup& each : node.children) {
        if (each.is("w:commentReference") && ids.contains(each.attribute("id"))) mark = &each;
        else if (!each.name.empty() && !each.is("w:rPr")) only = false;
      }
      if (mark == nullptr) return;
      any = (only ? node : *mark).gone = true;
    });
    return any;
  }

  /// What Word keeps of comments beside them, by their paragraphs.
  void drop_threads(const std::set<std::string>& paragraphs) {
    if (paragraphs.empty()) return;
    std::set<std::string> durable;
    for (const char* kind : {"commentsExtended", "commentsIds", "commentsExtensible"}) {
      Faults unread;
      Markup part = related(kind, unread);
      bool any = false;
      each_markup(part, [&](Markup& node) {
        const bool ours = node.has("paraId") ? paragraphs.contains(node.attribute("paraId")) : durable.contains(node.attribute("durableId")) && node.has("durableId");
        if (!ours) return;
        if (node.has("durableId")) durable.insert(node.attribute("durableId"));
        any = node.gone = true;
      });
      if (any) changed_.push_back({package_.main().target_of(kind), write_markup(part)});
    }
  }

  /// Puts one note into the text and its words into the comments.
  void put(const MarginNote& note, WordPartMarks& marks, MarkedCopy& copy) {
    if (standing_.contains(seal_of(join_text(lines_of(reading_, note, true), "\n"))) || standing_.contains(seal_of(join_text(lines_of(reading_, note, false), "\n")))) return;
    const std::string id = std::to_string(next_id_++);
    const bool exact = anchor(note, marks, id);
    const std::vector<std::string> lines = lines_of(reading_, note, exact);
    write(id, lines, seal_of(join_text(lines, "\n")));
    ++copy.notes;
    copy.elsewhere += !exact;
  }

  /// True where the note stands at the very words.
  bool anchor(const MarginNote& note, WordPartMarks& marks, const std::string& id) {
    const std::uint32_t main = package_.main().index;
    std::vector<FilePlace> places = places_of(reading_, note.span);
    if (places.empty()) {
      places = nearest_places(reading_, note.span, main);
      if (!places.empty()) return marks.mark(places.back().begin, places.back().end, id), false;
    } else if (places.front().part == main) {
      std::uint32_t begin = places.front().begin, end = places.front().end;
      for (const FilePlace& each : places)
        if (each.part == main) begin = std::min(begin, each.begin), end = std::max(end, each.end);
      return marks.mark(begin, end, id) && shown_there(reading_, note.span);
    } else if (const auto part = entries_.find(places.front().part); part != entries_.end() && !part->second.empty()) {
      auto entry = part->second.upper_bound(places.front().begin);
      if (entry != part->second.begin()) --entry;
      if (marks.mark_reference(entry->second, id)) return false;
    }
    marks.mark_beginning(id);
    return false;
  }

  void write(const std::string& id, const std::vector<std::string>& lines, const std::string& seal) {
    Markup& root = *root_element(comments_);
    const std::string own = root.prefix(), w = own.empty() ? "cw:" : own;
    const std::string space = own.empty() ? " xmlns:cw=\"" + space_ + "\"" : "";
    std::string comment = "<" + w + "comment" + space + " " + w + "id=\"" + id + "\" " + w + "author=\"" + std::string(own_author) + "\" " + w + "initials=\"CW\">";
    const auto paragraph = [&](std::string_view text, bool strong, bool first) {
      comment += "<" + w + "p><" + w + "r>";
      if (first) comment += "<" + w + "annotationRef/></" + w + "r><" + w + "r>";
      if (strong) comment += "<" + w + "rPr><" + w + "b/></" + w + "rPr>";
      comment += "<" + w + "t xml:space=\"preserve\">" + as_text(text) + "</" + w + "t></" + w + "r></" + w + "p>";
    };
    for (std::size_t i = 0; i < lines.size(); ++i) paragraph(fold_space(lines[i]), i == 0, i == 0);
    paragraph(seal, false, lines.empty());
    written_ += comment + "</" + w + "comment>";
  }

  void keep_comments() {
    root_element(comments_)->append(written_);
    changed_.push_back({comments_path_, write_markup(comments_)});
    if (!comments_new_) return;
    const std::string type = space_ == strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    const std::string name = comments_path_.substr(comments_path_.rfind('/') + 1);
    const std::string links = links_path(package_.main().path);
    std::string id = "rIdCasewright";
    while (package_.main().links.contains(id)) id += "1";
    const std::string link = "Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + name + "\"/>";
    if (!add_to(links, link))
      changed_.push_back({links, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><" + link + "</Relationships>"});
    add_to("[Content_Types].xml", "Override PartName=\"/" + comments_path_ + "\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>");
  }

  /// Puts an element at the end of a part's root.
  bool add_to(const std::string& path, const std::string& element) {
    if (!package_.has(path)) return false;
    Result<Markup> read = part(path);
    if (!read || root_element(*read) == nullptr) return false;
    Markup& root = *root_element(*read);
    root.append("<" + root.prefix() + element);
    changed_.push_back({path, write_markup(*read)});
    return true;
  }

  std::string_view bytes_;
  const WordPackage& package_;
  const Reading& reading_;
  Markup main_, comments_;
  std::string space_, comments_path_, written_;
  bool comments_new_ = false;
  std::uint32_t next_id_ = 0;
  std::map<std::uint32_t, std::map<std::uint32_t, std::string>> entries_;  ///< of notes and comments, by part
  std::set<std::string> standing_;  ///< seals of our comments that somebody has answered
  std::vector<zip::Entry> changed_;
};

}  // namespace

Result<MarkedCopy> mark_docx(std::string_view bytes, const Reading& reading, const std::vector<MarginNote>& notes) {
  const Result<WordPackage> package = WordPackage::open(bytes, reading.path);
  if (!package) return package.faults();
  return WordFile(bytes, *package, reading).mark(notes);
}

}  // namespace casewright
