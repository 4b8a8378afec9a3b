#include <algorithm>

#include "foreign/pdfua/ua_file.h"

namespace casewright::pdf::ua {
namespace {

using Roles = std::vector<std::string>;

bool among(const Roles& all, const std::string& role) { return std::find(all.begin(), all.end(), role) != all.end(); }

/// Which elements may stand around a kind of element, and which in it (ISO 32000-1, 14.8.4.2 and 14.8.4.3).
struct Place {
  const char* role;
  const char* condition;
  Roles allowed;
};

const std::vector<Place> parents{
    {"TR", "7.2-4", {"Table", "THead", "TBody", "TFoot"}}, {"THead", "7.2-5", {"Table"}}, {"TBody", "7.2-6", {"Table"}},
    {"TFoot", "7.2-7", {"Table"}},                          {"TH", "7.2-8", {"TR"}},       {"TD", "7.2-9", {"TR"}},
    {"LI", "7.2-17", {"L"}},                                {"LBody", "7.2-18", {"LI"}},   {"TOCI", "7.2-26", {"TOC"}}};

const std::vector<Place> contents{
    {"Table", "7.2-3", {"TR", "THead", "TBody", "TFoot", "Caption"}},
    {"TR", "7.2-10", {"TH", "TD"}},
    {"L", "7.2-19", {"L", "LI", "Caption"}},
    {"LI", "7.2-20", {"Lbl", "LBody"}},
    {"TOC", "7.2-27", {"TOC", "TOCI", "Caption"}},
    {"THead", "7.2-36", {"TR"}},
    {"TBody", "7.2-37", {"TR"}},
    {"TFoot", "7.2-38", {"TR"}}};

void check_places(File& file, std::uint32_t index, const Roles& kids) {
  const Tree& tree = file.tree;
  const std::string& role = tree.elements[index].role;
  const std::uint32_t above = tree.significant_parent(index);
  const std::string around = above == none ? std::string() : tree.elements[above].role;
  for (const Place& each : parents)
    if (role == each.role && !among(each.allowed, around))
      file.broken_at(each.condition, index, above == none ? "it stands at the top" : "it stands in " + around);
  for (const Place& each : contents) {
    if (role != each.role) continue;
    const auto stranger = std::find_if(kids.begin(), kids.end(), [&](const std::string& kid) { return !among(each.allowed, kid); });
    if (stranger != kids.end()) file.broken_at(each.condition, index, "it holds " + (stranger->empty() ? "a tag of no standard type" : *stranger));
  }
}

void check_table_parts(File& file, std::uint32_t index, const Roles& kids) {
  const auto count = [&](const char* role) { return std::count(kids.begin(), kids.end(), role); };
  if (count("THead") > 1) file.broken_at("7.2-11", index);
  if (count("TFoot") > 1) file.broken_at("7.2-12", index);
  if (count("TFoot") > 0 && count("TBody") == 0) file.broken_at("7.2-13", index);
  if (count("THead") > 0 && count("TBody") == 0) file.broken_at("7.2-14", index);
  if (count("Caption") > 1) file.broken_at("7.2-39", index);
  if (count("Caption") > 0 && kids.front() != "Caption" && kids.back() != "Caption") file.broken_at("7.2-16", index);
}

/// Words with their reading beside them, and notes set in two lines within one (ISO 32000-1, table 338): which parts they have.
struct Assembly {
  const char* role;
  const char* condition;
  std::vector<Roles> whole;  ///< what it may hold, in this order
};

const std::vector<Assembly> assemblies{{"Ruby", "09-007", {{"RB", "RT"}, {"RB", "RP", "RT", "RP"}}}, {"Warichu", "09-008", {{"WP", "WT", "WP"}}}};

/// An assembly is whole, and its parts stand nowhere else.
void check_assemblies(File& file, std::uint32_t index, const Roles& kids) {
  const std::string& role = file.tree.elements[index].role;
  const std::uint32_t above = file.tree.significant_parent(index);
  for (const Assembly& each : assemblies) {
    if (role == each.role && std::find(each.whole.begin(), each.whole.end(), kids) == each.whole.end())
      file.broken_at(each.condition, index, "its parts are missing or out of order");
    const bool part = std::any_of(each.whole.begin(), each.whole.end(), [&](const Roles& whole) { return among(whole, role); });
    if (part && (above == none || file.tree.elements[above].role != each.role))
      file.broken_at(each.condition, index, above == none ? "it stands at the top" : "it stands in " + file.tree.elements[above].role);
  }
}

/// A caption is the first thing in a list or a table of contents, and stands there once.
void check_caption(File& file, std::uint32_t index, const Roles& kids, const char* condition) {
  if (kids.size() > 1 && std::find(kids.begin() + 1, kids.end(), "Caption") != kids.end()) file.broken_at(condition, index);
}

}  // namespace

void check_nesting(File& file) {
  for (std::uint32_t i = 0; i < file.tree.elements.size(); ++i) {
    const std::string& role = file.tree.elements[i].role;
    Roles kids;
    for (const std::uint32_t kid : file.tree.significant_kids(i)) kids.push_back(file.tree.elements[kid].role);
    check_places(file, i, kids);
    check_assemblies(file, i, kids);
    if (role == "Table") check_table_parts(file, i, kids);
    if (role == "L") check_caption(file, i, kids, "7.2-40");
    if (role == "TOC") check_caption(file, i, kids, "7.2-28");
  }
}

}  // namespace casewright::pdf::ua
