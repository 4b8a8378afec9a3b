#include "foreign/xml/rng_match.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/xml/xml_value.h"

namespace casewright::xml {

using K = PatternKind;

bool bears(const Pattern& pattern, std::string_view name) {
  return pattern.names.empty() || std::find(pattern.names.begin(), pattern.names.end(), name) != pattern.names.end();
}

// The functions below recur over the patterns of one element's content. References stop at elements, as the
// specification demands (section 4.19), so their depth is that of one definition in a schema file.

bool Matcher::nullable(const PatternPointer& given) const {
  const PatternPointer& pattern = grammar_.resolve(given);
  switch (pattern->kind) {
    case K::empty: case K::text: return true;
    case K::not_allowed: case K::data: case K::value: case K::attribute: case K::element: case K::reference: return false;
    case K::choice: return nullable(pattern->left) || nullable(pattern->right);
    case K::group: case K::interleave: return nullable(pattern->left) && nullable(pattern->right);
    case K::one_or_more: case K::list: return nullable(pattern->left);
  }
  return false;
}

bool Matcher::takes_token(const PatternPointer& pattern, std::string_view value) const {
  if (pattern->kind == K::data) return is_of_type(value, pattern->word, pattern->parameters);
  const bool exact = !pattern->parameters.empty() && pattern->parameters[0].second == "string";
  return exact ? value == pattern->word : fold_space(value) == fold_space(pattern->word);
}

PatternPointer Matcher::after_token(const PatternPointer& given, std::string_view token) const {
  const PatternPointer& pattern = grammar_.resolve(given);
  switch (pattern->kind) {
    case K::data: case K::value: return takes_token(pattern, token) ? empty_pattern() : no_pattern();
    case K::text: return pattern;
    case K::choice: return choice_of(after_token(pattern->left, token), after_token(pattern->right, token));
    case K::one_or_more:
      return group_of(after_token(pattern->left, token), choice_of(pattern, empty_pattern()));
    case K::group: {
      PatternPointer first = group_of(after_token(pattern->left, token), pattern->right);
      if (after_token(pattern->left, token)->kind == K::not_allowed) first = no_pattern();
      return nullable(pattern->left) ? choice_of(first, after_token(pattern->right, token)) : first;
    }
    case K::empty: case K::not_allowed: case K::list: case K::attribute: case K::element: case K::interleave:
    case K::reference: return no_pattern();
  }
  return no_pattern();
}

bool Matcher::takes(const PatternPointer& given, std::string_view words) const {
  const PatternPointer& pattern = grammar_.resolve(given);
  switch (pattern->kind) {
    case K::empty: return trim(words).empty();
    case K::text: return true;
    case K::data: case K::value: return takes_token(pattern, words);
    case K::choice: return takes(pattern->left, words) || takes(pattern->right, words);
    case K::one_or_more: return takes(pattern->left, words);
    case K::group: case K::interleave:
      return (nullable(pattern->left) && takes(pattern->right, words)) ||
             (nullable(pattern->right) && takes(pattern->left, words));
    case K::list: {
      PatternPointer rest = pattern->left;
      const std::string folded = fold_space(words);
      if (!folded.empty())
        for (const std::string_view token : split(folded, ' ')) rest = after_token(rest, token);
      return nullable(rest);
    }
    case K::not_allowed: case K::attribute: case K::element: case K::reference: return false;
  }
  return false;
}

namespace {

/// The derivative of everything that stands over the single pieces, which `leaf` knows.
template <class Leaf, class Again>
PatternPointer derive(const Matcher& matcher, const PatternPointer& pattern, bool in_order, Leaf leaf, Again again) {
  switch (pattern->kind) {
    case K::choice: return choice_of(again(pattern->left), again(pattern->right));
    case K::one_or_more: {
      const PatternPointer rest = again(pattern->left);
      return rest->kind == K::not_allowed ? rest : group_of(rest, choice_of(pattern, empty_pattern()));
    }
    case K::group: case K::interleave: {
      const auto join = pattern->kind == K::group ? group_of : interleave_of;
      const PatternPointer left = again(pattern->left);
      PatternPointer all = left->kind == K::not_allowed ? left : join(left, pattern->right);
      if (pattern->kind == K::group && in_order && !matcher.nullable(pattern->left)) return all;
      const PatternPointer right = again(pattern->right);
      if (right->kind == K::not_allowed) return all;
      const bool passed = pattern->kind == K::group && in_order;
      return choice_of(all, passed ? right : join(pattern->left, right));
    }
    case K::empty: case K::not_allowed: case K::text: case K::list: case K::data: case K::value: case K::attribute:
    case K::element: case K::reference: return leaf(pattern);
  }
  return no_pattern();
}

}  // namespace

PatternPointer Matcher::after_text(const PatternPointer& given) const {
  return derive(
      *this, grammar_.resolve(given), true,
      [](const PatternPointer& leaf) { return leaf->kind == K::text ? leaf : no_pattern(); },
      [this](const PatternPointer& inner) { return after_text(inner); });
}

PatternPointer Matcher::after_element(const PatternPointer& given, std::string_view name) const {
  return derive(
      *this, grammar_.resolve(given), true,
      [name](const PatternPointer& leaf) {
        return leaf->kind == K::element && bears(*leaf, name) ? empty_pattern() : no_pattern();
      },
      [this, name](const PatternPointer& inner) { return after_element(inner, name); });
}

PatternPointer Matcher::after_attribute(const PatternPointer& given, std::string_view name, std::string_view value) const {
  return derive(
      *this, grammar_.resolve(given), false,
      [this, name, value](const PatternPointer& leaf) {
        return leaf->kind == K::attribute && bears(*leaf, name) && takes(leaf->left, value) ? empty_pattern() : no_pattern();
      },
      [this, name, value](const PatternPointer& inner) { return after_attribute(inner, name, value); });
}

PatternPointer Matcher::skipping_to(const PatternPointer& given, std::string_view name) const {
  const PatternPointer& pattern = grammar_.resolve(given);
  if (pattern->kind == K::group) {
    const PatternPointer left = skipping_to(pattern->left, name);
    if (left->kind != K::not_allowed) return group_of(left, pattern->right);
    return skipping_to(pattern->right, name);
  }
  return derive(
      *this, pattern, true,
      [name](const PatternPointer& leaf) {
        return leaf->kind == K::element && bears(*leaf, name) ? empty_pattern() : no_pattern();
      },
      [this, name](const PatternPointer& inner) { return skipping_to(inner, name); });
}

PatternPointer Matcher::without_attributes(const PatternPointer& given) const {
  const PatternPointer& pattern = grammar_.resolve(given);
  switch (pattern->kind) {
    case K::attribute: return empty_pattern();
    case K::choice: return choice_of(without_attributes(pattern->left), without_attributes(pattern->right));
    case K::group: return group_of(without_attributes(pattern->left), without_attributes(pattern->right));
    case K::interleave: return interleave_of(without_attributes(pattern->left), without_attributes(pattern->right));
    case K::one_or_more: return one_or_more_of(without_attributes(pattern->left));
    case K::empty: case K::not_allowed: case K::text: case K::list: case K::data: case K::value: case K::element:
    case K::reference: return pattern;
  }
  return pattern;
}

std::vector<const Pattern*> Matcher::mentioned(const PatternPointer& given, PatternKind kind) const {
  std::vector<const Pattern*> found;
  std::vector<PatternPointer> open{given};
  for (std::size_t looked = 0; !open.empty() && looked < 100000; ++looked) {
    const PatternPointer pattern = grammar_.resolve(open.back());
    open.pop_back();
    if (pattern->kind == kind) {
      if (std::find(found.begin(), found.end(), pattern.get()) == found.end()) found.push_back(pattern.get());
      continue;
    }
    if (pattern->kind == K::element || pattern->kind == K::attribute) continue;
    if (pattern->right != nullptr) open.push_back(pattern->right);
    if (pattern->left != nullptr) open.push_back(pattern->left);
  }
  return found;
}

std::vector<std::vector<const Pattern*>> Matcher::required(const PatternPointer& given, PatternKind kind) const {
  const PatternPointer& pattern = grammar_.resolve(given);
  switch (pattern->kind) {
    case K::element: case K::attribute:
      if (pattern->kind == kind) return {{pattern.get()}};
      return {};
    case K::one_or_more: return required(pattern->left, kind);
    case K::group: case K::interleave: {
      auto all = required(pattern->left, kind);
      for (auto& each : required(pattern->right, kind)) all.push_back(std::move(each));
      return all;
    }
    case K::choice: {
      const auto left = required(pattern->left, kind), right = required(pattern->right, kind);
      if (left.empty() || right.empty()) return {};
      std::vector<const Pattern*> either = left.front();
      for (const Pattern* each : right.front())
        if (std::find(either.begin(), either.end(), each) == either.end()) either.push_back(each);
      return {either};
    }
    case K::empty: case K::not_allowed: case K::text: case K::list: case K::data: case K::value: case K::reference: return {};
  }
  return {};
}

PatternPointer Matcher::content_of(const PatternPointer& pattern, std::string_view name) const {
  PatternPointer all = no_pattern();
  for (const Pattern* each : mentioned(pattern, K::element))
    if (bears(*each, name)) all = choice_of(all, each->left);
  return all;
}

}  // namespace casewright::xml
