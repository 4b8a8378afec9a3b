#include "ingest/pdf/pdf_settling.h"

#include "ingest/blocks/run_builder.h"

namespace casewright {

void give_numbers_on(std::vector<Block>& blocks) {
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    Block& alone = blocks[at];
    if (alone.kind != BlockKind::paragraph || !alone.number.empty()) continue;
    const std::string text = alone.text();
    const std::string begun = text + " X";
    const LeadingNumber number = leading_number(begun, true);
    if (number.number.empty() || number.words_at != text.size() + 1) continue;
    std::size_t next = at + 1;
    while (next < blocks.size() && (blocks[next].kind == BlockKind::furniture || blocks[next].kind == BlockKind::note)) ++next;
    if (next == blocks.size() || blocks[next].kind != BlockKind::paragraph || !blocks[next].number.empty()) continue;
    blocks[next].number = std::string(number.number);
    alone.inlines.clear();
  }
}

void settle_headings(std::vector<Block>& blocks, std::map<std::size_t, HeadingStyle>& styles, float body_size) {
  for (auto each = styles.begin(); each != styles.end();) {
    const std::string text = blocks[each->first].text();
    const HeadingStyle& style = each->second;
    const bool slight = !style.strong && style.emphasis && style.size < 1.08f * body_size;
    const bool sentences = text.ends_with('.') && (slight || text.size() > 160 || text.find(". ") != std::string::npos);
    if (text.size() > 240 || sentences) {
      blocks[each->first].kind = BlockKind::paragraph;
      each = styles.erase(each);
    } else {
      ++each;
    }
  }
}

void settle_references(std::vector<Block>& blocks, const std::set<std::string>& notes) {
  walk(blocks, [&notes](Block& block, std::size_t) {
    for (Inline& run : block.inlines) {
      if (run.kind != InlineKind::note_reference) continue;
      std::string mark = run.text;
      if (mark.starts_with("[")) mark = mark.substr(1, mark.size() - 2);
      const std::string plain = "note-" + mark, paged = plain + "-page-" + run.target;
      run.target = notes.count(paged) != 0 ? paged : notes.count(plain) != 0 ? plain : "";
      if (!run.target.empty()) continue;
      run.kind = InlineKind::text;
      run.marks = run.marks.with(Mark::superscript);
    }
  });
}

void attach_captions(std::vector<Block>& blocks) {
  const auto is_aside = [](const Block& block) { return block.kind == BlockKind::furniture || block.kind == BlockKind::note; };
  std::vector<bool> gone(blocks.size());
  for (std::size_t at = 0; at < blocks.size(); ++at) gone[at] = blocks[at].kind == BlockKind::paragraph && blocks[at].inlines.empty() && blocks[at].number.empty();
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    if (blocks[at].kind != BlockKind::table) continue;
    std::size_t before = at;
    while (before > 0 && is_aside(blocks[before - 1])) --before;
    if (before == 0 || blocks[before - 1].kind != BlockKind::caption || gone[before - 1]) continue;
    blocks[at].children.insert(blocks[at].children.begin(), std::move(blocks[before - 1]));
    gone[before - 1] = true;
  }
  std::size_t kept = 0;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    if (gone[at]) continue;
    if (kept != at) blocks[kept] = std::move(blocks[at]);
    ++kept;
  }
  blocks.resize(kept);
}

}  // namespace casewright
