// Learns how much each feature of a heading speaks for each section: train_headings OUT [--without FILE] [--fold 0/5] [--orders 5]
//
// Reads the reports marked "tune" beside this file (not those of FILE, nor every fifth), the shapes of patterns.txt and openings.txt and the
// wordings of corpus/section-synonyms.xml. One logistic regression a section, by AdaGrad; the same files give the same bytes.

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "base/disk.h"
#include "base/text.h"
#include "inspect/sections/heading_features.h"
#include "labelled_headings.h"

using namespace casewright;

namespace {

constexpr int rounds = 40;
constexpr double rate = 0.05, shrinking = 1e-4, least_said = 0.01;
constexpr int times_said = 25;          ///< how often each shape of patterns.txt is said
constexpr std::size_t least_met = 2;
constexpr int pairs_said = 600;         ///< how many pairs of shapes, "A and B"
constexpr int words_lost = 60;          ///< how many of a hundred words are lost
constexpr int times_lost = 2;           ///< how often each heading is shown so
constexpr double pattern_counts = 0.6;  ///< beside a heading of a whole report
constexpr double least_weight = 0.25;  ///< smaller ones are left out of the file, and more so of words under a heading: there are many
constexpr double least_under = 0.35, least_pair_under = 0.5;

struct Example {
  std::vector<std::size_t> features;
  SectionSet labels = 0;
  double counts = 1;
};

/// All examples, with a number for each feature.
struct Examples {
  std::map<std::string, std::size_t> numbers;
  std::vector<std::size_t> said;  ///< how many examples have each
  std::vector<Example> all;

  void add(const std::vector<std::string>& features, SectionSet labels, double counts) {
    Example& example = all.emplace_back();
    for (const std::string& each : features) {
      const std::size_t number = example.features.emplace_back(numbers.emplace(each, numbers.size()).first->second);
      said.resize(numbers.size());
      ++said[number];
    }
    example.labels = labels;
    example.counts = counts;
  }
};

/// The features without those of words that are drawn by lot: a heading of a report that nobody has seen has words that nobody
/// has seen, and its place must then speak for it.
std::vector<std::string> with_words_lost(const std::vector<std::string>& features, std::minstd_rand& chance) {
  std::set<std::string> lost;
  for (const std::string& each : features)
    if ((each.starts_with("w=") || each.starts_with("t=")) && each != "t=any" && chance() % 100 < words_lost) lost.insert(each.substr(2));
  std::vector<std::string> kept;
  for (const std::string& each : features) {
    static constexpr std::array<std::string_view, 6> kinds{"w=", "b=", "p=", "h=", "t=", "tb="};
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](std::string_view one) { return each.starts_with(one); });
    const bool of_words = kind != kinds.end();
    const std::string_view words = of_words ? std::string_view(each).substr(kind->size()) : std::string_view();
    const std::size_t between = words.find('_');
    const bool gone = of_words && (lost.count(std::string(words.substr(0, between))) != 0 ||
                                   (between != std::string_view::npos && lost.count(std::string(words.substr(between + 1))) != 0));
    if (!gone) kept.push_back(each);
  }
  return kept;
}

/// Each heading twice, by itself and with what stands around it, and with that and some of its words lost.
void add_report(const LabelledReport& report, const SectionWordings& known, Examples& into, std::minstd_rand& chance) {
  std::vector<std::uint8_t> levels;
  for (const HeadingIn& each : report.headings) levels.push_back(each.level);
  for (std::size_t at = 0; at < report.headings.size(); ++at) {
    std::vector<std::string> features = heading_features(report.headings[at].words, known);
    if (features.empty()) continue;
    into.add(features, report.labels[at], 1);
    if (report.headings.size() < 4) continue;
    for (std::string& each : place_features(place_among(levels, report.labels, at), features)) features.push_back(std::move(each));
    into.add(features, report.labels[at], 1);
    for (int time = 0; time < times_lost; ++time) into.add(with_words_lost(features, chance), report.labels[at], 0.5);
  }
}

/// What a shape says once: one of the alternatives of each "{a|b}".
std::string said_once(std::string_view shape, std::minstd_rand& chance) {
  std::string said;
  while (!shape.empty()) {
    const std::size_t open = std::min(shape.find('{'), shape.size()), close = shape.find('}', open);
    said += shape.substr(0, open);
    if (close == std::string_view::npos) break;
    const std::vector<std::string_view> alternatives = split(shape.substr(open + 1, close - open - 1), '|');
    said += alternatives[chance() % alternatives.size()];
    shape.remove_prefix(close + 1);
  }
  return said;
}

/// The shapes of a file beside this one, each with its sections.
std::vector<std::pair<std::string, SectionSet>> shapes_of(const char* file) {
  std::vector<std::pair<std::string, SectionSet>> shapes;
  const auto text = Disk().read_file(join(join(PROJECT_FOLDER, "tests/bench/sections"), file), 1 << 20);
  if (!text) return shapes;
  for (const std::string_view line : split(*text, '\n')) {
    const std::size_t bar = line.rfind(" | ");
    if (line.starts_with("#") || bar == std::string_view::npos) continue;
    SectionSet labels = 0;
    for (const std::string_view each : split(line.substr(bar + 3), ' ')) labels |= section_of(each).value_or(0);
    shapes.emplace_back(line.substr(0, bar), labels);
  }
  return shapes;
}

/// Each shape of openings.txt a few times, whole, its second half and its first.
void add_openings(const SectionWordings& known, Examples& into) {
  std::minstd_rand chance(11);
  for (const auto& [shape, labels] : shapes_of("openings.txt"))
    for (int time = 0; time < times_said; ++time) {
      const std::string said = said_once(shape, chance);
      const std::vector<std::string> whole = opening_features(said, known);
      into.add(whole, labels, 1);
      into.add(with_words_lost(whole, chance), labels, 1);
      into.add(opening_features(std::string_view(said).substr(std::min(said.size(), said.find(' ', said.size() / 3))), known), labels, 0.5);
    }
}

/// Each shape of patterns.txt a few times, by itself.
void add_patterns(const SectionWordings& known, Examples& into) {
  std::minstd_rand chance(7);
  const auto shapes = shapes_of("patterns.txt");
  for (const auto& [shape, labels] : shapes)
    for (int time = 0; time < times_said; ++time) into.add(heading_features(said_once(shape, chance), known), labels, pattern_counts);
  for (int time = 0; time < pairs_said; ++time) {
    const auto& [one, labels] = shapes[chance() % shapes.size()];
    const auto& [other, more] = shapes[chance() % shapes.size()];
    if (labels == 0 || more == 0) continue;
    const std::string first = said_once(one, chance);
    into.add(heading_features(first + " and " + said_once(other, chance), known), labels | more, pattern_counts);
  }
}

using Weights = std::vector<std::array<double, weighed_sections>>;

/// Two words that met once say nothing that the words do not.
void drop_chance_meetings(Examples& examples) {
  std::vector<bool> dropped(examples.numbers.size());
  for (const auto& [feature, number] : examples.numbers)
    dropped[number] = examples.said[number] < least_met && (feature.starts_with("b=") || feature.starts_with("p=") || feature.starts_with("kk=") || feature.starts_with("tb="));
  for (Example& each : examples.all) std::erase_if(each.features, [&](std::size_t number) { return dropped[number]; });
}

/// Learns from the examples in an order drawn by lot, and adds what it came to.
void learn_once(Examples& examples, unsigned seed, Weights& sum_of_weights, unsigned orders) {
  Weights weights(examples.numbers.size()), slopes(examples.numbers.size());
  for (auto& each : slopes) each.fill(1e-2);
  for (auto& each : weights) each.fill(0);
  std::minstd_rand order(seed);
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t at = examples.all.size(); at > 1; --at) std::swap(examples.all[at - 1], examples.all[order() % at]);
    for (const Example& example : examples.all)
      for (std::size_t section = 0; section < weighed_sections; ++section) {
        double sum = 0;
        for (const std::size_t each : example.features) sum += weights[each][section];
        const double wanted = (example.labels >> section & 1u) != 0 ? 1 : 0;
        const double off = (1 / (1 + std::exp(-sum)) - wanted) * example.counts;
        if (std::abs(off) < least_said) continue;
        for (const std::size_t each : example.features) {
          double& weight = weights[each][section];
          const double slope = off + shrinking * weight;
          slopes[each][section] += slope * slope;
          weight -= rate * slope / std::sqrt(slopes[each][section]);
        }
      }
  }
  for (std::size_t feature = 0; feature < weights.size(); ++feature)
    for (std::size_t section = 0; section < weighed_sections; ++section) sum_of_weights[feature][section] += weights[feature][section] / orders;
}

/// The mean of what several orders come to: one alone leans to what it read last.
Weights learn(Examples& examples, unsigned orders) {
  Weights mean(examples.numbers.size());
  for (auto& each : mean) each.fill(0);
  for (unsigned seed = 1; seed <= orders; ++seed) learn_once(examples, seed, mean, orders);
  return mean;
}

void write(const Examples& examples, const Weights& weights, std::ostream& out) {
  out << "# How much each feature of a heading speaks for each section; learnt by tests/bench/sections/train_headings\n"
         "# from the reports beside it marked \"tune\" and from section-synonyms.xml. Not to be edited by hand: change those.\n"
         "# w a word's stem, b neighbours, p a pair, k a class, h what it is about; at, level, before, after, first, peer, above its place.\n"
         "# t a word's stem and tb neighbours in the first words under it.\n";
  for (const auto& [feature, number] : examples.numbers) {
    std::string line;
    const double least = feature.starts_with("tb=") ? least_pair_under : feature.starts_with("t=") || feature.starts_with("tk=") ? least_under : least_weight;
    for (std::size_t section = 0; section < weighed_sections; ++section)
      if (const double weight = weights[number][section]; std::abs(weight) >= least) {
        char text[32];
        std::snprintf(text, sizeof text, "%.2f", weight);
        line += " " + names_of(SectionSet{1} << section).front() + " " + text;
      }
    if (!line.empty()) out << feature << line << '\n';
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return std::fputs("train_headings OUT [--without FILE] [--fold 0/5] [--orders 5]\n", stderr), 2;
  std::string without;
  Fold fold;
  unsigned orders = 5;
  for (int at = 2; at + 1 < count; at += 2)
    if (std::strcmp(arguments[at], "--without") == 0) without = arguments[at + 1];
    else if (std::strcmp(arguments[at], "--fold") == 0) fold = Fold::from(arguments[at + 1]);
    else if (std::strcmp(arguments[at], "--orders") == 0) orders = static_cast<unsigned>(std::max(1, std::atoi(arguments[at + 1])));
  const auto corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  if (!corpus) return 1;
  Examples examples;
  std::minstd_rand chance(5);
  for (const Path& file : labelled_files())
    for (const LabelledReport& report : read_labelled(Disk(), file))
      if (!report.held && !fold.has(report) && (without.empty() || !file.ends_with(without))) add_report(report, corpus->sections, examples, chance);
  for (const SectionWording& wording : corpus->sections.wordings()) {
    std::string words;
    for (const std::string& each : wording.words) words += each + " ";
    examples.add(heading_features(words, corpus->sections), wording.sections, 0.5);
  }
  add_patterns(corpus->sections, examples);
  add_openings(corpus->sections, examples);
  drop_chance_meetings(examples);
  const Weights weights = learn(examples, orders);
  std::ofstream out(arguments[1]);
  write(examples, weights, out);
  std::printf("%zu examples, %zu features\n", examples.all.size(), examples.numbers.size());
}
