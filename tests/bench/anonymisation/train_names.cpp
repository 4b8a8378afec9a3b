// Trains the model that finds names nobody has listed, and measures it on texts held back:
//   train_names [--benchmark FILE] [--presidio FILE] [--generated FILE] [--plain FILE] [--words FILE] [--common FILE] [--part FILE] [--hold K/N] [--rounds N] [--chances FILE] --names FOLDER --out MODEL
// FOLDER is the folder of lists of names; the file of --part is the model with a third of them left out.
// With --hold every N-th text of the benchmark and the generated set, from the K-th on, is kept out of training; what the model says
// of each of their words goes to the file of --chances, one line a word: text, first and last character, label wanted, chances.
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <iostream>

#include "base/text.h"
#include "field_training.h"
#include "language/name_evidence.h"
#include "language/name_tagger.h"

using namespace casewright;
using namespace casewright::bench;

namespace {

struct Order {
  std::vector<std::string> benchmarks, presidio, generated, plain;
  std::string out, chances, words = "/usr/share/hunspell/en_GB.dic", common = "corpus/common-words.txt";
  std::string names, part;
  std::size_t hold = 0, of = 0;
  TrainingPlan plan;
};

Order read_order(int count, char** words) {
  Order order;
  for (int at = 1; at + 1 < count; at += 2) {
    const std::string_view name = words[at];
    const std::string value = words[at + 1];
    if (name == "--benchmark") order.benchmarks.push_back(value);
    else if (name == "--presidio") order.presidio.push_back(value);
    else if (name == "--generated") order.generated.push_back(value);
    else if (name == "--plain") order.plain.push_back(value);
    else if (name == "--words") order.words = value;
    else if (name == "--common") order.common = value;
    else if (name == "--names") order.names = value;
    else if (name == "--part") order.part = value;
    else if (name == "--out") order.out = value;
    else if (name == "--chances") order.chances = value;
    else if (name == "--rounds") order.plan.rounds = std::stoi(value);
    else if (name == "--bags") order.plan.bags = std::stoi(value);
    else if (name == "--rate") order.plan.rate = std::stod(value);
    else if (name == "--l1") order.plan.l1 = std::stod(value);
    else if (name == "--l2") order.plan.l2 = std::stod(value);
    else if (name == "--least") order.plan.least = std::stoi(value);
    else if (name == "--hold") {
      order.hold = std::stoul(value);
      order.of = std::stoul(value.substr(value.find('/') + 1));
    }
  }
  return order;
}

void share(std::vector<LabelledText> texts, const Order& order, std::vector<LabelledText>& learn,
           std::vector<LabelledText>& keep) {
  for (std::size_t at = 0; at < texts.size(); ++at)
    (order.of > 0 && at % order.of == order.hold ? keep : learn).push_back(std::move(texts[at]));
}

void write_chances(const NameModel& model, const std::vector<LabelledText>& texts, const std::string& file) {
  std::ofstream out(file);
  for (const LabelledText& text : texts) {
    const LabelledProse made = prose_of(text);
    auto chances = tag_names(model, made.prose);
    share_evidence(made.prose, model.ordinary(), chances);
    for (std::size_t at = 0; at < chances.size(); ++at) {
      if (made.bytes[at] >= text.text.size()) continue;
      const std::string_view before = std::string_view(text.text).substr(0, made.bytes[at]);
      const std::size_t first = count_characters(before);
      out << text.id << '\t' << first << '\t' << first + count_characters(made.prose.view(made.prose.tokens[at].span()))
          << '\t' << static_cast<int>(made.labels[at]);
      for (const float each : chances[at]) out << '\t' << each;
      out << '\n';
    }
  }
}

}  // namespace

int main(int count, char** words) try {
  const Order order = read_order(count, words);
  if (order.out.empty() || order.names.empty()) {
    std::cerr << "usage: train_names [--benchmark FILE] [--presidio FILE] [--generated FILE] [--plain FILE] [--words FILE] [--common FILE] [--part FILE] [--hold K/N] [--chances FILE] --names FOLDER --out MODEL\n";
    return 2;
  }
  std::vector<LabelledText> learn, keep;
  for (const std::string& each : order.benchmarks) share(read_benchmark(each), order, learn, keep);
  for (const std::string& each : order.generated) share(read_generated(each), order, learn, keep);
  for (const std::string& each : order.presidio)
    for (LabelledText& text : read_presidio(each)) learn.push_back(std::move(text));
  for (const std::string& each : order.plain)
    for (LabelledText& text : read_plain(each)) learn.push_back(std::move(text));
  const auto [model, with_part] = train_field(learn, read_dictionary(order.words, order.common), read_name_lists(order.names), order.plan);
  std::ofstream(order.out, std::ios::binary) << model.to_bytes();
  if (!order.part.empty()) std::ofstream(order.part, std::ios::binary) << with_part.to_bytes();
  if (!order.chances.empty()) write_chances(model, keep, order.chances);
} catch (const std::exception& problem) {
  std::cerr << problem.what() << '\n';
  return 1;
}
