#include "foreign/csv.h"

#include <algorithm>

#include <csv.h>

namespace casewright::csv {
namespace {

/// What libcsv calls back, gathered.
struct Gather {
  Rows rows;
  std::vector<std::string> fields;
};

void take_field(void* field, std::size_t size, void* gather_by) {
  static_cast<Gather*>(gather_by)->fields.emplace_back(static_cast<const char*>(field), size);
}

void take_row(int, void* gather_by) {
  auto& gather = *static_cast<Gather*>(gather_by);
  const std::size_t columns = gather.fields.size();
  gather.rows.rows.push_back(std::move(gather.fields));
  gather.fields.clear();
  gather.fields.reserve(columns);
}

int ends_line(unsigned char c) { return c == '\n'; }

/// The parser of one text, freed at the end.
class Parser {
 public:
  Parser(char separator, bool quotes) {
    csv_init(&parser_, CSV_REPALL_NL);
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    csv_set_term_func(&parser_, ends_line);
    csv_set_blk_size(&parser_, 4096);
    if (!quotes) csv_set_quote(&parser_, 0);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { csv_free(&parser_); }

  /// Reads all of `text`; where its last field has no closing quotation mark, tells where the row begins
  /// that holds it, else npos.
  std::size_t read(std::string_view text, Gather& gather) {
    std::size_t begin_of_row = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t rows = gather.rows.rows.size();
      const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
      csv_parse(&parser_, text.data() + at, end - at, take_field, take_row, &gather);
      at = end;
      if (gather.rows.rows.size() > rows) begin_of_row = at;
    }
    // Strict only now: marks within a field are forgiven, one that is still open at the end is not.
    csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    const bool closed = csv_fini(&parser_, take_field, take_row, &gather) == 0;
    return closed ? std::string_view::npos : begin_of_row;
  }

 private:
  csv_parser parser_;
};

/// The text with each kind of line end made "\n" and zero bytes made spaces.
std::string plain_lines(std::string_view text) {
  std::string plain;
  plain.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find_first_of(std::string_view("\r\0", 2), at), text.size());
    plain += text.substr(at, next - at);
    if (next == text.size()) break;
    if (text[next] == 0) plain += ' ';
    if (text[next] == '\r') plain += '\n';
    at = next + 1 + (text.substr(next, 2) == "\r\n");
  }
  if (!plain.empty() && plain.back() == '\n') plain.pop_back();
  return plain;
}

}  // namespace

Rows read(std::string_view text, char separator) {
  const std::string plain = plain_lines(text);
  Gather gather;
  if (plain.empty()) return gather.rows;
  const std::size_t open = Parser(separator, true).read(plain, gather);
  if (open == std::string_view::npos) return std::move(gather.rows);
  gather.fields.clear();
  gather.rows.open_quote = static_cast<std::uint32_t>(gather.rows.rows.size() + 1);
  Parser(separator, false).read(std::string_view(plain).substr(open), gather);
  return std::move(gather.rows);
}

}  // namespace casewright::csv
