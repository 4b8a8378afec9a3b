#include "ingest/papers/loose_words.h"

#include "base/text.h"

namespace casewright {
namespace {

std::string public_name_of(const Record& ref, const Case& known) {
  if (const std::string_view agency = ref.attribute("agency"); !agency.empty()) {
    const Agency* found = known.agency(agency);
    return found == nullptr ? std::string(agency) : found->public_name;
  }
  const std::string_view id = ref.has_attribute("person") ? ref.attribute("person") : ref.attribute("place");
  const Identity* found = known.people.find(id);
  return found == nullptr ? std::string(id) : found->public_name;
}

bool is_block(std::string_view name) {
  return name == "p" || name == "li" || name == "ul" || name == "ol" || name == "quote" || name == "h";
}

/// Recurs once per level of the file, of which the XML reader allows 256.
void gather(const Record& element, const Case& known, std::string& words) {
  for (const Record& part : element.children) {
    if (part.is_text()) {
      words += part.text;
    } else if (part.name == "ref") {
      words += public_name_of(part, known);
    } else {
      if (is_block(part.name)) words += part.name == "li" ? "\x1E- " : "\x1E";
      if (part.name == "note") words += " [";
      gather(part, known, words);
      if (part.name == "note") words += "]";
      if (part.name == "a") words += " (" + std::string(part.attribute("href")) + ")";
      if (is_block(part.name)) words += "\x1E";
    }
  }
}

}  // namespace

std::string loose_words(const Record& element, const Case& known) {
  std::string gathered, words;
  gather(element, known, gathered);
  for (const std::string_view paragraph : split(gathered, '\x1E')) {
    const std::string folded = fold_space(paragraph);
    if (folded.empty()) continue;
    if (!words.empty()) words += words.ends_with("\n- ") || words == "- " ? "" : "\n";
    words += folded == "-" ? "- " : folded;
  }
  return words;
}

}  // namespace casewright
