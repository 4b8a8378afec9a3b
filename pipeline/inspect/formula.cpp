#include "inspect/formula.h"

#include <charconv>
#include <cctype>
#include <cmath>

namespace casewright {

/// Reads by descent; brackets are bounded so that a hostile formula cannot exhaust the stack.
class FormulaReader {
 public:
  explicit FormulaReader(std::string_view text) : text_(text) {}

  Formula read() {
    sum(0);
    skip();
    if (formula_.trouble_.empty() && at_ < text_.size()) fail(std::string("'") + text_[at_] + "' is not expected");
    return std::move(formula_);
  }

 private:
  static constexpr int deepest = 50;

  void fail(std::string what) {
    if (formula_.trouble_.empty()) formula_.trouble_ = std::move(what);
  }
  void skip() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
  }
  bool take(char sign) {
    skip();
    if (at_ >= text_.size() || text_[at_] != sign) return false;
    ++at_;
    return true;
  }
  void push(char sign, double number = 0, std::string name = {}) { formula_.steps_.push_back({sign, number, std::move(name)}); }

  void sum(int depth) {
    product(depth);
    while (formula_.trouble_.empty())
      if (take('+')) product(depth), push('+');
      else if (take('-')) product(depth), push('-');
      else return;
  }
  void product(int depth) {
    power(depth);
    while (formula_.trouble_.empty())
      if (take('*')) power(depth), push('*');
      else if (take('/')) power(depth), push('/');
      else return;
  }
  void power(int depth) {
    atom(depth);
    while (formula_.trouble_.empty() && take('^')) atom(depth), push('^');
  }

  void atom(int depth) {
    if (depth > deepest) return fail("its brackets stand too deep in one another");
    if (take('-')) return atom(depth + 1), push('~');
    if (take('(')) {
      sum(depth + 1);
      if (!take(')')) fail("a bracket is not closed");
      return;
    }
    skip();
    if (at_ >= text_.size()) return fail("it ends too early");
    if (std::isdigit(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '.') return number();
    name(depth);
  }

  void number() {
    double value = 0;
    const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
    if (error != std::errc()) return fail("a number cannot be read");
    at_ = static_cast<std::size_t>(end - text_.data());
    push('#', value);
  }

  void name(int depth) {
    const std::size_t from = at_;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '_' || text_[at_] == '.')) ++at_;
    if (at_ == from) return fail(std::string("'") + text_[at_] + "' is not expected");
    std::string word(text_.substr(from, at_ - from));
    if ((word == "sqrt" || word == "math.sqrt" || word == "Math.sqrt") && take('(')) {
      sum(depth + 1);
      if (!take(')')) fail("a bracket is not closed");
      return push('s');
    }
    push('n', 0, std::move(word));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Formula formula_;
};

Formula Formula::read(std::string_view text) { return FormulaReader(text).read(); }

std::vector<std::string> Formula::names() const {
  std::vector<std::string> all;
  for (const Step& step : steps_)
    if (step.sign == 'n') all.push_back(step.name);
  return all;
}

std::optional<double> Formula::value(const Lookup& look_up) const {
  if (!trouble_.empty()) return std::nullopt;
  std::vector<double> stack;
  for (const Step& step : steps_) {
    if (step.sign == '#') {
      stack.push_back(step.number);
    } else if (step.sign == 'n') {
      const auto known = look_up(step.name);
      if (!known) return std::nullopt;
      stack.push_back(*known);
    } else if (step.sign == 's') {
      stack.back() = std::sqrt(stack.back());
    } else if (step.sign == '~') {
      stack.back() = -stack.back();
    } else {
      const double right = stack.back();
      stack.pop_back();
      double& left = stack.back();
      left = step.sign == '+' ? left + right : step.sign == '-' ? left - right : step.sign == '*' ? left * right
             : step.sign == '/' ? left / right : std::pow(left, right);
    }
  }
  return stack.empty() ? std::nullopt : std::optional<double>(stack.back());
}

}  // namespace casewright
