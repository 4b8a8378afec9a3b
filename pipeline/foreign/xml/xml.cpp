#include "foreign/xml/xml.h"

#include <algorithm>
#include <climits>
#include <mutex>
#include <vector>

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>

#include "base/text.h"
#include "foreign/xml/plain_xml.h"
#include "foreign/xml/rng_explain.h"
#include "foreign/xml/xml_view.h"

namespace casewright::xml {
namespace {

template <auto Free>
struct Release {
  template <class T>
  void operator()(T* held) const {
    if (held != nullptr) Free(held);
  }
};
using Tree = std::unique_ptr<xmlDoc, Release<xmlFreeDoc>>;
using Parser = std::unique_ptr<xmlParserCtxt, Release<xmlFreeParserCtxt>>;

constexpr std::size_t most_levels = 256;

/// What libxml2 tells while it works.
struct Heard {
  std::string file;
  Faults faults;
  bool broken = false;  ///< not well-formed; what libxml2 says after that is an echo
};

/// libxml2's words on what is not well-formed, in those of a colleague. The text of the file is not quoted.
Fault parse_fault(const xmlError& error) {
  const std::string first = error.str1 == nullptr ? "" : error.str1, second = error.str2 == nullptr ? "" : error.str2;
  switch (error.code) {
    case XML_ERR_TAG_NAME_MISMATCH:
      return {"", 0, 0, "<" + first + ">, opened in line " + std::to_string(error.int1) + ", is not closed before </" + second + ">",
              "add </" + first + "> where that part ends"};
    case XML_ERR_TAG_NOT_FINISHED:
      return {"", 0, 0, "the file ends before " + (first.empty() ? "all its elements are" : "<" + first + "> is") + " closed",
              "the end of the file may have been lost"};
    case XML_ERR_DOCUMENT_EMPTY:
      return {"", 0, 0, "the file is empty or no XML", "an XML file begins with <?xml version=\"1.0\" encoding=\"UTF-8\"?>"};
    case XML_ERR_DOCUMENT_END:
      return {"", 0, 0, "something stands after the end of the outermost element", "a file has one outermost element; remove the rest"};
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return {"", 0, 0, "&" + first + "; is not known in XML", "type the character itself, or &#160; for a no-break space"};
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return {"", 0, 0, "an & stands by itself or a tag has no name", "write &amp; for the sign &, and &lt; for the sign <"};
    case XML_ERR_LT_IN_ATTRIBUTE:
      return {"", 0, 0, "a < stands inside the value of an attribute", "write &lt;, or close the quotation mark before it"};
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      return {"", 0, 0, "an attribute has no value in quotation marks", "write it as date=\"2015-03-02\", with straight quotation marks"};
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return {"", 0, 0, "the attribute " + first + " is there twice", "keep one of them"};
    case XML_ERR_SPACE_REQUIRED:
    case XML_ERR_GT_REQUIRED:
      return {"", 0, 0, "a tag is not written as it must be", "a > or a space is missing, or a quotation mark is not closed"};
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
      return {"", 0, 0, "a character is not in the encoding that the file says it has", "save the file again as UTF-8"};
    default: break;
  }
  return {"", 0, 0, "the file is not well-formed XML here", "often a tag is not closed, or & stands where &amp; belongs"};
}

void listen(void* heard_by, xmlError* error) {
  auto& heard = *static_cast<Heard*>(heard_by);
  if (error == nullptr || error->message == nullptr || error->level < XML_ERR_ERROR || heard.broken) return;
  const bool parsing = error->domain == XML_FROM_PARSER || error->domain == XML_FROM_NAMESPACE;
  Fault fault = parsing ? parse_fault(*error) : Fault{"", 0, 0, fold_space(error->message), ""};
  fault.file = heard.file;
  fault.line = error->line < 0 ? 0u : static_cast<std::uint32_t>(error->line);
  if (parsing) fault.column = error->int2 < 0 ? 0u : static_cast<std::uint32_t>(error->int2);
  heard.broken = parsing;
  if (heard.faults.size() < 100 && (heard.faults.empty() || !(heard.faults.back() == fault)))
    heard.faults.push_back(std::move(fault));
}

/// What a schema that is being read may include.
thread_local const std::map<std::string, std::string>* neighbours_now = nullptr;

/// Keeps libxml2 from asking the disk or the network: it gets a neighbour of the schema or nothing.
xmlParserInput* serve_neighbour(const char* address, const char*, xmlParserCtxt* parser) {
  if (neighbours_now == nullptr || address == nullptr) return nullptr;
  const auto found = neighbours_now->find(std::string(file_name(address)));
  if (found == neighbours_now->end()) return nullptr;
  xmlParserInputBuffer* buffer = xmlParserInputBufferCreateMem(found->second.data(), static_cast<int>(found->second.size()), XML_CHAR_ENCODING_NONE);
  if (buffer == nullptr) return nullptr;
  xmlParserInput* input = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE);
  if (input == nullptr) xmlFreeParserInputBuffer(buffer);
  else if (input->filename == nullptr) input->filename = reinterpret_cast<char*>(xmlStrdup(reinterpret_cast<const xmlChar*>(address)));
  return input;
}

void start_library() {
  static const bool started = [] {
    xmlInitParser();
    xmlSetExternalEntityLoader(serve_neighbour);
    return true;
  }();
  (void)started;
}

Tree parse(std::string_view bytes, Heard& heard) {
  start_library();
  if (bytes.size() > INT_MAX) {
    heard.faults.push_back({heard.file, 0, 0, "this file is too large", "split it"});
    return nullptr;
  }
  const Parser parser(xmlNewParserCtxt());
  xmlSetStructuredErrorFunc(&heard, listen);
  Tree tree(xmlCtxtReadMemory(parser.get(), bytes.data(), static_cast<int>(bytes.size()), heard.file.c_str(), nullptr,
                              XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES));
  xmlSetStructuredErrorFunc(nullptr, nullptr);
  const bool declares = tree == nullptr ? bytes.find("<!DOCTYPE") != std::string_view::npos : tree->intSubset != nullptr;
  if (declares) {
    heard.faults.assign(1, {heard.file, 1, 0, "the file declares a document type, which is not allowed",
                            "remove the <!DOCTYPE ...> line"});
    return nullptr;
  }
  if (tree == nullptr && heard.faults.empty())
    heard.faults.push_back({heard.file, 0, 0, "the file is not XML", "save it again as XML"});
  return tree;
}

Origin origin_of(const xmlNode* node, std::uint32_t source) {
  const long line = xmlGetLineNo(node);
  return {source, line < 0 ? 0u : static_cast<std::uint32_t>(line), 0};
}

Record element_record(const xmlNode* node, std::uint32_t source) {
  Record record;
  record.name = view(node->name);
  record.origin = origin_of(node, source);
  for (const xmlAttr* each = node->properties; each != nullptr; each = each->next) {
    std::string name(view(each->name));
    if (each->ns != nullptr && each->ns->prefix != nullptr) name = std::string(view(each->ns->prefix)) + ":" + name;
    record.attributes.emplace_back(std::move(name), each->children == nullptr ? "" : std::string(view(each->children->content)));
  }
  return record;
}

/// Copies the tree below `root` without recursion; false where it is too deep.
bool copy_tree(const xmlNode* root, std::uint32_t source, Record& into) {
  struct Open {
    const xmlNode* next;
    Record* into;
  };
  into = element_record(root, source);
  std::vector<Open> open{{root->children, &into}};
  while (!open.empty()) {
    const xmlNode* node = open.back().next;
    if (node == nullptr) {
      open.pop_back();
      continue;
    }
    open.back().next = node->next;
    Record& parent = *open.back().into;
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      parent.children.push_back(text_record(std::string(view(node->content)), origin_of(node, source)));
    } else if (node->type == XML_ELEMENT_NODE) {
      if (open.size() >= most_levels) return false;
      // Room is made first: pointers to siblings that are still open must stay good.
      if (parent.children.capacity() == parent.children.size()) {
        std::size_t siblings = parent.children.size() + 1;
        for (const xmlNode* rest = node->next; rest != nullptr; rest = rest->next) ++siblings;
        parent.children.reserve(siblings);
      }
      parent.children.push_back(element_record(node, source));
      open.push_back({node->children, &parent.children.back()});
    }
  }
  return true;
}

}  // namespace

struct Schema::State {
  std::string bytes;
  std::string file;
  std::map<std::string, std::string> neighbours;
  std::unique_ptr<xmlRelaxNG, Release<xmlRelaxNGFree>> schema;

  /// Our own reading of the schema. Only a file that breaks it is explained by it, so it is made when first asked for.
  const Grammar& grammar() const {
    std::call_once(asked_, [this] {
      const Result<Record> own = xml::read(bytes, file, 0);
      std::map<std::string, Record> others;
      for (const auto& [name, text] : neighbours)
        if (Result<Record> read_one = xml::read(text, name, 0)) others.emplace(name, *std::move(read_one));
      if (own.ok()) grammar_ = read_grammar(*own, others);
    });
    return grammar_;
  }

 private:
  mutable std::once_flag asked_;
  mutable Grammar grammar_;
};

Result<Schema> Schema::read(std::string_view bytes, const std::string& file, const std::map<std::string, std::string>& neighbours) {
  Heard heard{file, {}, false};
  const Tree tree = parse(bytes, heard);
  if (tree == nullptr) return heard.faults;
  auto state = std::make_shared<State>();
  state->bytes = bytes;
  state->file = file;
  state->neighbours = neighbours;
  using Reader = std::unique_ptr<xmlRelaxNGParserCtxt, Release<xmlRelaxNGFreeParserCtxt>>;
  const Reader reader(xmlRelaxNGNewDocParserCtxt(tree.get()));
  xmlRelaxNGSetParserStructuredErrors(reader.get(), listen, &heard);
  xmlSetStructuredErrorFunc(&heard, listen);
  neighbours_now = &neighbours;
  state->schema.reset(xmlRelaxNGParse(reader.get()));
  neighbours_now = nullptr;
  xmlSetStructuredErrorFunc(nullptr, nullptr);
  if (state->schema == nullptr) {
    if (heard.faults.empty()) heard.faults.push_back({file, 0, 0, "this is not a RELAX NG schema", ""});
    return heard.faults;
  }
  Schema schema;
  schema.state_ = std::move(state);
  return schema;
}

Result<Schema> read_schema(const World& world, const Path& file) {
  Result<std::string> bytes = world.read_file(file);
  if (!bytes) return bytes.faults();
  std::map<std::string, std::string> neighbours;
  const Path folder = parent_folder(file);
  Result<std::vector<FolderEntry>> entries = world.list_folder(folder);
  if (!entries) return entries.faults();
  for (const FolderEntry& entry : *entries) {
    if (entry.kind != PathKind::file || extension(entry.name) != ".rng" || entry.name == file_name(file)) continue;
    Result<std::string> neighbour = world.read_file(join(folder, entry.name));
    if (!neighbour) return neighbour.faults();
    neighbours.emplace(entry.name, *std::move(neighbour));
  }
  return Schema::read(*bytes, file, neighbours);
}

const Result<Schema>& Schemas::named(const std::string& name) {
  const auto known = read_.find(name);
  return known != read_.end() ? known->second : read_.emplace(name, read_schema(world_, join(folder_, name))).first->second;
}

namespace {

/// libxml2 says whether the file follows its schema; what is wrong is told by our own reading of the schema,
/// because libxml2's messages often name the wrong element and echo.
void validate(xmlDoc* tree, const Schema& schema, const Record& record, Heard& heard) {
  using Validator = std::unique_ptr<xmlRelaxNGValidCtxt, Release<xmlRelaxNGFreeValidCtxt>>;
  const Validator validator(xmlRelaxNGNewValidCtxt(schema.state().schema.get()));
  xmlRelaxNGSetValidStructuredErrors(validator.get(), listen, &heard);
  if (xmlRelaxNGValidateDoc(validator.get(), tree) == 0) return;
  Faults explained = explain_breaches(schema.state().grammar(), record, heard.file);
  if (!explained.empty()) heard.faults = std::move(explained);
  if (heard.faults.empty()) heard.faults.push_back({heard.file, 0, 0, "the file does not follow its schema", ""});
}

}  // namespace

Result<Record> read(std::string_view bytes, const std::string& file, std::uint32_t source, const Schema* schema) {
  if (schema == nullptr)
    if (std::optional<Record> plain = read_plain(bytes, source)) return *std::move(plain);
  Heard heard{file, {}, false};
  const Tree tree = parse(bytes, heard);
  if (tree == nullptr || !heard.faults.empty()) return heard.faults;
  const xmlNode* root = xmlDocGetRootElement(tree.get());
  Record record;
  if (root == nullptr || !copy_tree(root, source, record))
    return Fault{file, 0, 0, "the elements of this file are nested too deep", "no case file needs 256 levels"};
  if (schema != nullptr) validate(tree.get(), *schema, record, heard);
  if (!heard.faults.empty()) return heard.faults;
  return record;
}

namespace {

bool holds_words(const Record& record) {
  return std::any_of(record.children.begin(), record.children.end(),
                     [](const Record& each) { return each.is_text() && !trim(each.text).empty(); });
}

void write_element(const Record& record, std::size_t depth, bool in_words, std::string& out) {
  if (record.is_text()) {
    if (in_words) out += escape_markup(record.text);
    return;
  }
  if (!in_words) out += "\n" + std::string(2 * depth, ' ');
  out += "<" + record.name;
  for (const auto& [name, value] : record.attributes) out += " " + name + "=\"" + escape_markup(value) + "\"";
  if (record.children.empty()) {
    out += "/>";
    return;
  }
  out += ">";
  const bool words = in_words || holds_words(record);
  for (const Record& each : record.children) write_element(each, depth + 1, words, out);  // at most 256 levels
  if (!words) out += "\n" + std::string(2 * depth, ' ');
  out += "</" + record.name + ">";
}

}  // namespace

std::string write(const Record& record) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  write_element(record, 0, false, out);
  out += "\n";
  return out;
}

}  // namespace casewright::xml
