#include "marking/marked_file.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "foreign/zip.h"
#include "ingest/parts/office_tree.h"
#include "ingest/readers.h"
#include "language/prose_reader.h"

namespace casewright {
namespace {

std::string first_line(const OfficeNode& comment) {
  const OfficeNode* line = comment.child("w:p");
  return line == nullptr ? "" : line->content();
}

}  // namespace

Reading read_marked(const std::string& bytes, const std::string& file) {
  Result<Reading> reading = read_report(bytes, file);
  for (const Fault& fault : reading.faults()) UNSCOPED_INFO(describe(fault));
  REQUIRE(reading.ok());
  reading->prose = read_prose(reading->document, reading->container);
  return std::move(*reading);
}

MarginNote note_at(const Reading& reading, std::string_view words, std::string says, std::size_t occurrence) {
  std::size_t at = reading.prose.text.find(words);
  for (; occurrence > 0; --occurrence) at = reading.prose.text.find(words, at + 1);
  INFO(words);
  REQUIRE(at != std::string::npos);
  const auto begin = static_cast<std::uint32_t>(at);
  return {{begin, begin + static_cast<std::uint32_t>(words.size())}, Level::fix, "tone/blame", std::string(words), {std::move(says)}};
}

std::vector<MarginNote> notes_everywhere(const Reading& reading) {
  std::vector<MarginNote> notes{{{}, Level::advise, "sections/missing", "", {"the whole"}}};
  const auto add = [&notes](Span span, std::string_view what) {
    const std::string name = std::string(what) + " " + std::to_string(notes.size());
    notes.push_back({span, Level::fix, "tone/blame", name, {name}});
  };
  for (const Stretch& each : reading.prose.stretches) add(each.span, "stretch");
  for (std::size_t i = 0; i < reading.prose.tokens.size(); i += 5) add(reading.prose.tokens[i].span(), "word");
  return notes;
}

std::string part_of(const std::string& archive, const std::string& name) {
  const Result<zip::Archive> opened = zip::Archive::open(archive, "report");
  REQUIRE(opened.ok());
  const Result<std::string> bytes = opened->read(name);
  INFO(name);
  REQUIRE(bytes.ok());
  return *bytes;
}

std::map<std::string, std::string> commented_words(const std::string& docx) {
  const Result<OfficeNode> document = read_office_tree(part_of(docx, "word/document.xml"), "document");
  const Result<OfficeNode> comments = read_office_tree(part_of(docx, "word/comments.xml"), "comments");
  REQUIRE((document.ok() && comments.ok()));
  std::map<std::string, std::string> by_id;
  std::map<std::string, int> open, references;
  each_node(*document, [&](const OfficeNode& node) {
    const std::string id(node.attribute("id"));
    if (node.is("w:commentRangeStart")) open[id] += 1, by_id[id];
    if (node.is("w:commentRangeEnd")) open[id] -= 1;
    if (node.is("w:commentReference")) references[id] += 1;
    if (node.is("w:t") || node.is("w:delText") || node.is("m:t"))
      for (const auto& [each, count] : open)
        if (count > 0) by_id[each] += node.content();
  });
  std::map<std::string, std::string> by_line;
  for (const OfficeNode& each : comments->children) {
    if (!each.is("w:comment")) continue;
    const std::string id(each.attribute("id"));
    INFO(id);
    CHECK(references[id] == 1);
    CHECK((by_id.contains(id) && open[id] == 0));
    CHECK(by_line.emplace(first_line(each), by_id[id]).second);
  }
  return by_line;
}

std::string told_by(const Reading& reading) {
  std::string all = reading.document.title + "\n";
  walk(reading.document.blocks, [&all](const Block& block, std::size_t depth) {
    all += std::string(depth, ' ') + std::string(name_of(block.kind)) + std::to_string(block.level) + " " + block.number + " " + block.text() + "\n";
  });
  for (const Carried& each : reading.container.items) all += std::string(name_of(each.kind)) + " " + each.name + " " + each.text + " " + each.author + " " + each.risk + "\n";
  return all;
}

}  // namespace casewright
