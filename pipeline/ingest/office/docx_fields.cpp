// Fields and content controls of a Word document: what they show, and what they say beside it.
#include <algorithm>

#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/docx_body.h"
#include "ingest/office/index_entry.h"
#include "ingest/parts/office_part.h"
#include "ingest/parts/office_switch.h"

namespace casewright {
namespace {

/// The address in ` HYPERLINK "https://..." \o "tip"`, or "#mark" of `\l "mark"`.
std::string link_of(std::string_view instruction) {
  const std::string plain(trim(instruction));
  if (ascii_lower(plain.substr(0, 9)) != "hyperlink") return {};
  std::string target;
  bool inside = false;
  for (std::size_t at = 9; at < plain.size(); ++at) {
    if (plain[at] == '\\' && at + 1 < plain.size() && !inside) {
      inside = plain[at + 1] == 'l' && target.empty();
      if (!inside) break;
      ++at;
      continue;
    }
    if (plain[at] != '"') continue;
    const std::size_t end = plain.find('"', at + 1);
    if (end == std::string::npos) break;
    target += (inside ? "#" : "") + plain.substr(at + 1, end - at - 1);
    inside = false;
    at = end;
  }
  return target;
}

/// True for a field whose code tells more than what it shows; those that every report has do not.
bool field_tells(std::string_view instruction) {
  static constexpr std::string_view plain[] = {"page", "numpages", "sectionpages", "section", "toc", "tc", "xe", "ref", "pageref", "noteref", "seq", "styleref", "hyperlink", "date", "time",
                                               "symbol", "eq", "index", "toa", "ta", "listnum", "autonum", "autonumlgl", "autonumout", "formtext", "formcheckbox", "formdropdown",
                                               "bibliography", "citation", "advance", "numwords", "numchars", "=", "rd", "title", "shape", "gotobutton"};
  const std::string folded = ascii_lower(fold_space(instruction));
  const std::string name = folded.substr(0, folded.find_first_of(" \\\"{"));
  if (name.empty() && folded.empty()) return false;
  return std::find(std::begin(plain), std::end(plain), name) == std::end(plain) && !folded.starts_with('=');
}

/// The entry of an old drop-down that is chosen, which Word shows though no run holds it; empty for another field.
std::string chosen_words(const OfficeNode& form) {
  const OfficeNode* list = form.child("w:ddList");
  if (list == nullptr) return {};
  const std::string_view given = list->child("w:result") != nullptr ? list->value_of("w:result") : list->value_of("w:default");
  std::size_t left = small_number(given, 0, 0xFFFF);
  for (const OfficeNode& each : list->children)
    if (each.is("w:listEntry") && left-- == 0) return std::string(each.attribute("val"));
  return {};
}

}  // namespace

std::string WordBody::chosen_in(const OfficeNode& mark) {
  const OfficeNode* form = mark.child("w:ffData");
  return form == nullptr ? std::string() : chosen_words(*form);
}

/// A place of a draft of our own where something is still to be written: no reader may take the prompt for nothing.
void WordBody::to_write(const OfficeNode& content, OfficeFlow& flow) {
  OfficeFlow inside;
  blocks(content, inside);
  Block block(BlockKind::to_write);
  fill_from(block, blocks_of_story(std::move(inside)));
  if (!block.inlines.empty()) {  // the label before the words is the writer's
    std::string& words = block.inlines.front().text;
    const std::size_t colon = words.find(": ");
    if (colon != std::string::npos && colon < 24) {
      words.erase(0, colon + 2);
      block.inlines.front().origins.clear();
    }
  }
  OfficeParagraph paragraph;
  paragraph.block = std::move(block);
  paragraph.finished = true;
  flow.push_back(std::move(paragraph));
}

/// What a content control says of itself: its name and tag, the choices that it offers, the date behind the date.
void WordBody::control_data(const OfficeNode& properties) {
  for (const char* name : {"w:alias", "w:tag"}) {
    const std::string value(properties.value_of(name));
    carry(CarriedKind::tag, is_technical(value) ? "" : "content-control-data", "content control", value, "", origin(properties));
  }
  for (const char* list : {"w:dropDownList", "w:comboBox"}) {
    const OfficeNode* offered = properties.child(list);
    std::string choices;
    if (offered != nullptr)
      for (const OfficeNode& each : offered->children)
        for (const char* name : {"displayText", "value"})
          if (const std::string choice(each.attribute(name)); !choice.empty() && choices.find(choice) == std::string::npos) choices += (choices.empty() ? "" : "; ") + choice;
    carry(CarriedKind::form_value, "content-control-data", "choices of a content control", choices, "", origin(properties));
  }
}

/// A content control: its words are shown unless they are only its prompt; its name and tag are carried.
void WordBody::control(const OfficeNode& node, OfficeFlow* flow) {
  const OfficeNode* properties = node.child("w:sdtPr");
  const OfficeNode* content = node.child("w:sdtContent");
  bool contents = false;
  if (properties != nullptr) {
    control_data(*properties);
    if (const OfficeNode* gallery = properties->child("w:docPartObj")) contents = gallery->value_of("w:docPartGallery") == "Table of Contents";
    const bool prompt = content != nullptr && is_on(properties->child("w:showingPlcHdr"));
    if (prompt && flow != nullptr && properties->value_of("w:tag") == "to-write") return to_write(*content, *flow);
    if (prompt) {
      const std::string words = words_of(*content);
      return carry(CarriedKind::metadata, may_name_somebody(words) ? "content-control-data" : "", "prompt of an empty field", words, "", origin(*content));
    }
  }
  if (content == nullptr) return;
  contents_frames_ += contents;
  if (flow != nullptr) blocks(*content, *flow);
  else inlines(*content);
  contents_frames_ -= contents;
}

/// What an old form field offers and does not show: the choices that were not made, the words that stand in it at first.
void WordBody::form_offers(const OfficeNode& form, const OfficeNode& node) {
  std::string choices;
  if (const OfficeNode* list = form.child("w:ddList")) {
    const std::string chosen = chosen_words(form);
    for (const OfficeNode& each : list->children)
      if (const std::string_view choice = each.attribute("val"); each.is("w:listEntry") && choice != chosen) choices += (choices.empty() ? "" : "; ") + std::string(choice);
  }
  carry(CarriedKind::form_value, "content-control-data", "choices of a form field", choices, "", origin(node));
  if (const OfficeNode* input = form.child("w:textInput")) carry(CarriedKind::form_value, "content-control-data", "words of a form field at first", std::string(input->value_of("w:default")), "", origin(node));
}

void WordBody::field_mark(const OfficeNode& node) {
  const std::string_view type = node.attribute("fldCharType");
  if (type == "begin") {
    fields_.push_back({"", origin(node), false, false, ""});
    const OfficeNode* const form = node.child("w:ffData");
    if (form != nullptr) form_offers(*form, node);
    if (form != nullptr)
      for (const char* name : {"w:name", "w:statusText", "w:helpText"}) carry(CarriedKind::form_value, "content-control-data", "form field", std::string(form->value_of(name)), "", origin(node));
  } else if (fields_.empty()) {
    return;
  } else if (type == "separate") {
    Field& field = fields_.back();
    field.shows_result = true;
    const std::string_view plain = trim(field.instruction);
    field.contents = plain.starts_with("TOC ") || plain == "TOC";
    field.target = link_of(field.instruction);
    if (field.target.starts_with('#')) story_.anchors.insert(field.target.substr(1));
  } else if (type == "end") {
    end_field();
  }
}

/// A field whose code stands in an attribute.
void WordBody::simple_field(const OfficeNode& node) {
  const std::string instruction(node.attribute("instr"));
  fields_.push_back({instruction, origin(node), true, false, link_of(instruction)});
  inlines(node);
  end_field();
}

void WordBody::end_field() {
  Field field = std::move(fields_.back());
  fields_.pop_back();
  const std::string_view risk = field_tells(field.instruction) ? "field-code" : is_local_address(link_of(field.instruction)) ? "external-link" : "";
  carry(risk.empty() ? CarriedKind::metadata : CarriedKind::private_data, risk, "field", fold_space(field.instruction), "", field.origin);
  // Entries for an index or for contents are shown nowhere by themselves.
  const std::string low = ascii_lower(fold_space(field.instruction));
  const std::size_t open = field.instruction.find('"'), close = open == std::string::npos ? open : field.instruction.find('"', open + 1);
  if ((low.starts_with("xe ") || low.starts_with("tc ") || low.starts_with("ta ")) && close != std::string::npos) {
    const std::string entry = words_of_index_entry(field.instruction.substr(open + 1, close - open - 1));
    if (may_name_somebody(entry)) carry(CarriedKind::hidden_text, "field-code", "entry of an index", entry, "", field.origin);
  }
}

}  // namespace casewright
