#include "foreign/csv.h"

#include <algorithm>

#include <csv.h>

namespace casewright::csv {
namespace {

void take_field(void* field, std::size_t size, void* rows) {
  static_cast<Rows*>(rows)->add_field({static_cast<const char*>(field), size});
}

void take_row(int, void* rows) { static_cast<Rows*>(rows)->end_row(); }

/// The parser of one text, freed at the end.
class Parser {
 public:
  Parser(char separator, bool quotes) {
    csv_init(&parser_, CSV_REPALL_NL);
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    csv_set_blk_size(&parser_, 4096);
    if (!quotes) csv_set_quote(&parser_, 0);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { csv_free(&parser_); }

  /// Reads all of `text`; where its last field has no closing quotation mark, tells where the row begins
  /// that holds it, else npos.
  std::size_t read(std::string_view text, Rows& rows) {
    std::size_t begin_of_row = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t before = rows.size();
      const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
      csv_parse(&parser_, text.data() + at, end - at, take_field, take_row, &rows);
      at = end;
      if (rows.size() > before) begin_of_row = at;
    }
    // Strict only now: marks within a field are forgiven, one that is still open at the end is not.
    csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    const bool closed = csv_fini(&parser_, take_field, take_row, &rows) == 0;
    return closed ? std::string_view::npos : begin_of_row;
  }

 private:
  csv_parser parser_;
};

/// The text with each kind of line end made "\n" and zero bytes made spaces.
std::string plain_lines(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r') {
      plain += '\n';
      if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
    } else {
      plain += text[at] == 0 ? ' ' : text[at];
    }
  }
  if (!plain.empty() && plain.back() == '\n') plain.pop_back();
  return plain;
}

}  // namespace

void Rows::add_field(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += text;
  fields_.push_back({begin, static_cast<std::uint32_t>(text_.size())});
}

Rows read(std::string_view text, char separator) {
  const std::string plain = plain_lines(text);
  Rows rows;
  if (plain.empty()) return rows;
  const std::size_t open = Parser(separator, true).read(plain, rows);
  if (open == std::string_view::npos) return rows;
  rows.drop_open_row();
  rows.open_quote = static_cast<std::uint32_t>(rows.size() + 1);
  Parser(separator, false).read(std::string_view(plain).substr(open), rows);
  return rows;
}

}  // namespace casewright::csv
