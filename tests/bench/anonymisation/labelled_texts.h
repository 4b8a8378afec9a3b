#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/span.h"
#include "language/name_labels.h"
#include "language/name_lists.h"
#include "language/word_filter.h"
#include "model/prose.h"

namespace casewright::bench {

/// Words of a text with the label they should get.
struct LabelledSpan {
  Span span;  ///< bytes of the text
  NameLabel label = NameLabel::none;
};

/// A text with its labels.
struct LabelledText {
  std::string id, text;
  std::vector<LabelledSpan> spans;
  double weight = 1;  ///< how much it counts in training
};

/// The text as the tagger sees it: Prose, and a label for each token.
struct LabelledProse {
  Prose prose;
  std::vector<NameLabel> labels;     ///< beside Prose::tokens
  std::vector<std::uint32_t> bytes;  ///< of the text, beside Prose::tokens
};

/// The Text Anonymization Benchmark's layout: mentions that need no mask get a public label.
std::vector<LabelledText> read_benchmark(const std::string& file);
/// The layout of presidio-research.
std::vector<LabelledText> read_presidio(const std::string& file);
/// The layout that generate_texts.py writes: a list of {"id", "text", "spans": [[begin, end, label]]}.
std::vector<LabelledText> read_generated(const std::string& file);

/// The sentences of a CoNLL-U file that name nothing (no proper noun, no number), five to a text.
std::vector<LabelledText> read_plain(const std::string& file);

/// The stems of a Hunspell dictionary that are written with a small letter, and of a list of common words ("recommend+",
/// "#" begins a comment) those that are no inflection of a stem.
WordFilter read_dictionary(const std::string& stems, const std::string& common);

/// Lists of names, whole and with one name in three left out.
struct NameListsPair {
  NameLists whole, part;
};

/// The lists of a folder of files that have a name a line before the first tab.
NameListsPair read_name_lists(const std::string& folder);

/// Reads a labelled text as a report would be read.
LabelledProse prose_of(const LabelledText& text);

}  // namespace casewright::bench
