#include "base/letters.h"
#include "emit/site/site_pages.h"
#include "language/review_regimes.h"

#include <algorithm>
#include <tuple>

namespace casewright {
namespace {

Inline link(std::string words, std::string target) {
  Inline run = text_inline(std::move(words));
  run.target = std::move(target);
  return run;
}

Block heading(std::string words) {
  Block block = text_block(BlockKind::heading, std::move(words));
  block.level = 1;
  return block;
}

/// "HTML page, 45 KB".
std::string kind_and_size(const PublishedFile& file) {
  const std::size_t dot = file.name.rfind('.');
  std::string ending = dot == std::string::npos ? "file" : file.name.substr(dot + 1);
  for (char& c : ending) c = to_capital(c);
  if (ending == "HTML") ending = "web page";
  const std::uint64_t kilobytes = std::max<std::uint64_t>(1, (file.bytes + 512) / 1024);
  const std::string size = kilobytes < 1024 ? std::to_string(kilobytes) + " KB"
      : std::to_string(kilobytes / 1024) + "." + std::to_string(kilobytes % 1024 * 10 / 1024) + " MB";
  return ending + ", " + size;
}

Block files_of(const Manifest& manifest) {
  Block list(BlockKind::list);
  for (const PublishedFile& file : manifest.files) {
    if (file.title.empty()) continue;
    Block item(BlockKind::list_item);
    item.inlines.push_back(link(file.title + ": " + manifest.title, manifest.code + "/" + file.name));
    item.inlines.push_back(text_inline(" (" + kind_and_size(file) + ")"));
    list.children.push_back(std::move(item));
  }
  return list;
}

std::string kind_of_review(const Manifest& manifest) {
  const std::string_view name = review_type_name(manifest.type, manifest.regime);
  return std::string(name.empty() ? "Review" : name);
}

void add_review(const Manifest& manifest, Document& page) {
  page.blocks.push_back(heading(manifest.title));
  std::string facts = kind_of_review(manifest) + ", published " + long_form(manifest.publication) + ".";
  if (manifest.available_until.known())
    facts += " On this website until at least " + long_form(manifest.available_until) + ", and after that on request.";
  page.blocks.push_back(text_block(BlockKind::paragraph, std::move(facts)));
  page.blocks.push_back(files_of(manifest));
}

Block table_of(std::string caption, const std::vector<std::string>& heads,
               const std::vector<std::vector<std::string>>& rows) {
  Block table(BlockKind::table);
  table.children.push_back(text_block(BlockKind::caption, std::move(caption)));
  const auto add_row = [&table](const std::vector<std::string>& cells, bool head) {
    Block row(BlockKind::row);
    for (const std::string& words : cells) {
      row.children.push_back(text_block(BlockKind::cell, words));
      if (!head && row.children.size() > 1) continue;
      row.children.back().cell = std::make_unique<CellShape>();
      row.children.back().cell->header = true;
    }
    table.children.push_back(std::move(row));
  };
  add_row(heads, true);
  for (const auto& row : rows) add_row(row, false);
  return table;
}

std::string waivers_in_words(std::size_t count) {
  if (count == 0) return "None";
  return std::to_string(count) + (count == 1 ? " decision" : " decisions");
}

}  // namespace

Document list_page(std::vector<Manifest> manifests, const std::string& board) {
  std::sort(manifests.begin(), manifests.end(), [](const Manifest& a, const Manifest& b) {
    return std::tie(b.publication, a.code) < std::tie(a.publication, b.code);
  });
  Document page;
  page.title = "Published reviews";
  page.board = board;
  page.blocks.push_back(text_block(BlockKind::title, page.title));
  page.blocks.push_back(text_block(BlockKind::paragraph, "These reviews look at how agencies worked together to help and protect a "
                                                         "child, and at what can be learned. The newest stands first."));
  for (const Manifest& manifest : manifests) add_review(manifest, page);
  return page;
}

Document certificate_page(const Manifest& manifest) {
  Document page;
  page.title = "What was checked";
  page.board = manifest.board;
  page.code = manifest.code;
  page.date = manifest.publication;
  page.blocks.push_back(text_block(BlockKind::title, page.title));
  page.blocks.push_back(text_block(BlockKind::paragraph,
      "Before publication a program read every page of this review. It looked for words that could tell who a child or a family "
      "is, for missing parts, and for unclear or unfair wording. No finding that stops publication remained."));
  page.blocks.push_back(table_of("The check", {"What", "Value"},
      {{"Review", manifest.code},
       {"Board", manifest.board},
       {"Kind of review", kind_of_review(manifest)},
       {"Rules it was held under", manifest.regime.empty() ? "not stated" : manifest.regime},
       {"Date of publication", long_form(manifest.publication)},
       {"Findings that stop publication", "None remained"},
       {"Findings that a person decided to let stand", waivers_in_words(manifest.waivers.size())},
       {"Rule book (SHA-256)", manifest.rule_book}}));
  if (!manifest.waivers.empty())
    page.blocks.push_back(text_block(BlockKind::paragraph,
        "Each such decision has a reason, and the board keeps who made it and why in its own record."));
  std::vector<std::vector<std::string>> rows;
  for (const PublishedFile& file : manifest.files) rows.push_back({file.name, file.sha256});
  page.blocks.push_back(table_of("The files that were checked", {"File", "SHA-256"}, rows));
  return page;
}

}  // namespace casewright
