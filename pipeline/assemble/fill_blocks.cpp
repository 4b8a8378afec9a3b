// Blocks of a template: paragraphs, quotations, the prose of the case, pictures.
#include <algorithm>

#include "assemble/family_picture.h"
#include "assemble/filler.h"
#include "assemble/recommendations_picture.h"
#include "assemble/timeline.h"
#include "base/text.h"

namespace casewright {
namespace {

/// A picture that a template may ask for.
struct PictureSource {
  std::string_view name;
  std::optional<Block> (*draw)(const PublicCase&);
  std::string_view what;   ///< as a "To write" block names it
  std::string_view lacks;  ///< why there is none
  std::string_view place;  ///< of the case, where what it shows comes from
  std::string_view hint;
};

constexpr PictureSource picture_sources[] = {
    {"timeline", timeline_figure, "the timeline", "there is no event with a date to draw", "chronology",
     "put each agency's chronology into this folder"},
    {"gaps", gaps_figure, "the times without contact", "there is no time without contact to draw", "chronology",
     "put each agency's chronology into this folder"},
    {"family", family_figure, "the family tree", "there are not enough people with a relation to draw", "people.xml",
     "say of each person how they are related, with <relation>"},
    {"recommendations", recommendations_figure, "the picture of the recommendations",
     "there are not enough recommendations with owner and month to draw", "sections", "give each <recommendation> owner=\"...\" and due=\"...\""},
};

const PictureSource& picture_source(std::string_view name) {
  for (const PictureSource& each : picture_sources)
    if (each.name == name) return each;
  return picture_sources[0];
}

bool has_reference(xpath::Node node) {
  for (xpath::Node each = node.first_child(); each; each = each.next())
    if (each.name() == "ref" || has_reference(each)) return true;
  return false;
}

}  // namespace

/// Fills a block that holds words, blocks, or both: a list item, a cell, a quotation, a note.
void Filler::mixed(const Part& part, const FillPlace& at, Block& owner) {
  Missing missing;
  WordsRun run(owner.inlines);
  mixed_parts(part.children, at, owner, run, missing);
  if (missing.empty()) return;
  owner.children.push_back(to_write(list_in_words(missing), "", std::move(owner.inlines)));
  owner.inlines.clear();
}

void Filler::mixed_parts(const std::vector<Part>& parts, const FillPlace& at, Block& owner, WordsRun& run, Missing& missing) {
  for (const Part& part : parts) {
    const bool controlled = control(part, at, [&](const std::vector<Part>& children, const FillPlace& inside) {
      mixed_parts(children, inside, owner, run, missing);
    });
    if (!controlled && !block(part, at, {nullptr, &owner.children})) inline_part(part, at, run, {}, missing);
  }
}

/// Writes one block; false where the part is none.
bool Filler::block(const Part& part, const FillPlace& at, const Sink& sink) {
  switch (part.element) {
    case Element::p: text(part, at, sink, BlockKind::paragraph); return true;
    case Element::title: text(part, at, sink, BlockKind::title); return true;
    case Element::subtitle: text(part, at, sink, BlockKind::subtitle); return true;
    case Element::heading: text(part, at, sink, BlockKind::heading); return true;
    case Element::ul:
    case Element::ol: list(part, at, sink); return true;
    case Element::quote: {
      Block quote(BlockKind::quote);
      mixed(part, at, quote);
      sink.add(std::move(quote));
      return true;
    }
    case Element::table: table(part, at, sink); return true;
    case Element::figure: figure(part, at, sink); return true;
    case Element::prose: prose(part, at, sink); return true;
    case Element::contents: manuscript_.contents(number_of(part, "depth", 3)); return true;
    case Element::glossary: glossary(part, at); return true;
    case Element::guidance: return true;
    default: return false;
  }
}

void Filler::text(const Part& part, const FillPlace& at, const Sink& sink, BlockKind kind) {
  Block made(kind);
  Missing missing;
  WordsRun run(made.inlines);
  inlines(part.children, at, run, {}, missing);
  if (made.inlines.empty()) return;
  if (!missing.empty()) {
    sink.add(to_write(list_in_words(missing), guidance_of(at.section), std::move(made.inlines)));
  } else if (kind == BlockKind::heading) {
    made.level = static_cast<std::uint8_t>(std::clamp(number_of(part, "level", at.level + 1), 1, 6));
    made.id = manuscript_.anchor(part.attribute("id").empty() ? made.text() : part.attribute("id"));
    made.section = part.attribute("canonical");
    if (sink.flow != nullptr) manuscript_.heading(std::move(made), at.numbered);
    else made.kind = BlockKind::paragraph, sink.add(std::move(made));
  } else if (kind == BlockKind::paragraph) {
    sink.paragraph(std::move(made));
  } else {
    if (kind == BlockKind::title) manuscript_.document.title = made.text();
    sink.add(std::move(made));
  }
}

void Filler::figure(const Part& part, const FillPlace& at, const Sink& sink) {
  const PictureSource& source = picture_source(part.attribute("source"));
  std::optional<Block> made = source.draw(known_);
  if (made) {
    if (part.has_attribute("caption")) {
      for (Block& each : made->children)
        if (each.kind == BlockKind::caption) each.inlines = {text_inline(std::string(part.attribute("caption")))};
    }
    sink.add(*std::move(made));
  } else if (part.has_attribute("empty")) {
    if (!part.attribute("empty").empty()) sink.paragraph(text_block(BlockKind::paragraph, std::string(part.attribute("empty"))));
  } else {
    Fault missing = fault_in(Path(source.place), std::string(source.hint));
    missing.what = source.lacks;
    fault_in_case(part, std::move(missing));
    sink.add(to_write(std::string(source.what), guidance_of(at.section)));
  }
}

void Filler::prose(const Part& part, const FillPlace& at, const Sink& sink) {
  const xpath::Answer answer = ask(part.select, at.node, part);
  bool any = false;
  for (const xpath::Node node : answer.nodes) {
    if (trim(node.content()).empty() && !has_reference(node)) continue;
    any = true;
    mark_used(node, true);
    if (!take(node.content().size(), part)) break;
    copier_.blocks(node, sink, at.level);
  }
  if (any) return;
  if (part.attribute("optional") == "yes" && answer.error.empty()) return;
  if (part.has_attribute("default")) {
    sink.paragraph(text_block(BlockKind::paragraph, std::string(part.attribute("default"))));
    return;
  }
  sink.add(to_write(note_missing(part, at, answer), part.text.empty() ? guidance_of(at.section) : std::string_view(part.text)));
}

}  // namespace casewright
