#include "foreign/yaml.h"

#include <yaml.h>

namespace casewright::yaml {
namespace {

constexpr std::size_t deepest = 32;

/// libyaml's parser, closed whatever happens.
class Parser {
 public:
  explicit Parser(std::string_view bytes) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { yaml_parser_delete(&parser_); }

  bool next(yaml_event_t& event) { return yaml_parser_parse(&parser_, &event) != 0; }
  std::string trouble() const { return parser_.problem != nullptr ? parser_.problem : "the file is no YAML"; }
  std::uint32_t line() const { return static_cast<std::uint32_t>(parser_.problem_mark.line + 1); }

 private:
  yaml_parser_t parser_{};
};

/// Builds Records from events with a stack of its own, so that depth is bounded.
class Builder {
 public:
  explicit Builder(const std::string& file) : file_(file) { open_.push_back({&root_, true, false, {}, 0}); }

  /// Takes one event; false where the file cannot be used.
  bool take(const yaml_event_t& event) {
    line_ = static_cast<std::uint32_t>(event.start_mark.line + 1);
    switch (event.type) {
      case YAML_MAPPING_START_EVENT: return enter(true);
      case YAML_SEQUENCE_START_EVENT: return enter(false);
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT: return leave();
      case YAML_SCALAR_EVENT:
        return scalar(std::string(reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length));
      case YAML_ALIAS_EVENT: return fail("an alias (*name) is not read", "write the words out where they are meant");
      default: return true;
    }
  }

  Record root() && { return std::move(root_); }
  Faults faults;

 private:
  struct Open {
    Record* record;
    bool mapping;
    bool has_key = false;
    std::string key;
    std::uint32_t key_line = 0;
  };

  bool fail(std::string what, std::string hint) {
    faults.push_back({file_, line_, 0, std::move(what), std::move(hint)});
    return false;
  }

  /// The record for the next value of what is open.
  Record* place() {
    Open& open = open_.back();
    if (open_.size() == 1) return open.record;
    Record record;
    record.name = open.mapping ? open.key : "item";
    record.origin.part = open.mapping ? open.key_line : line_;
    open.has_key = false;
    open.record->children.push_back(std::move(record));
    return &open.record->children.back();
  }

  bool enter(bool mapping) {
    if (open_.size() > deepest) return fail("lists and mappings stand too deep in one another", "flatten the file");
    if (open_.back().mapping && open_.size() > 1 && !open_.back().has_key) return fail("a key is no plain word", "write plain keys");
    Record* record = place();
    record->set_attribute("is", mapping ? "mapping" : "list");
    open_.push_back({record, mapping, false, {}, 0});
    return true;
  }
  bool leave() {
    open_.pop_back();
    return true;
  }

  bool scalar(std::string text) {
    Open& open = open_.back();
    if (open_.size() > 1 && open.mapping && !open.has_key) {
      open.key = text.empty() ? " " : std::move(text);
      open.key_line = line_;
      open.has_key = true;
      return true;
    }
    Record* record = place();
    Origin origin;
    origin.part = line_;
    record->children.push_back(text_record(std::move(text), origin));
    return true;
  }

  const std::string& file_;
  Record root_;
  std::vector<Open> open_;
  std::uint32_t line_ = 0;
};

}  // namespace

Result<Record> read(std::string_view bytes, const std::string& file) {
  Parser parser(bytes);
  Builder builder(file);
  bool done = false, good = true;
  while (!done && good) {
    yaml_event_t event;
    if (!parser.next(event)) return Fault{file, parser.line(), 0, "the YAML cannot be read: " + parser.trouble(), "check indents and quotation marks"};
    good = builder.take(event);
    done = event.type == YAML_STREAM_END_EVENT || event.type == YAML_DOCUMENT_END_EVENT;
    yaml_event_delete(&event);
  }
  if (!builder.faults.empty()) return std::move(builder.faults);
  return std::move(builder).root();
}

}  // namespace casewright::yaml
