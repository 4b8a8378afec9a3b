// Writes an invented case of any size: generate_case FOLDER EVENTS AGENCIES
// The same arguments give the same bytes. Nobody in it exists.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

/// A small generator of numbers whose sequence is the same everywhere.
class Dice {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    return static_cast<std::uint32_t>((state_ >> 33) % limit);
  }
  template <class List>
  const auto& pick(const List& list) { return list[below(static_cast<std::uint32_t>(list.size()))]; }

 private:
  std::uint64_t state_ = 20150302;
};

const std::vector<std::string> given{"Jasper", "Oluwaseun", "Zbigniew", "Parveen", "Siân", "Tamsin", "Kofi", "Agnieszka", "Rhys", "Ines"};
const std::vector<std::string> family{"Thornquist", "Adeyemi-Clarke", "Wojciechowska", "O'Hanrahan", "Bhattacharjee", "Llewelyn", "Mensah", "Castellane", "Pennyfeather", "Quartermain"};
const std::vector<std::string> doing{"visited the home and saw the family", "telephoned and left a message", "met the school to plan support",
                                     "recorded a missed appointment", "made a referral to children's social care", "held a strategy meeting",
                                     "weighed the baby and talked about feeding", "agreed a written plan"};
const std::vector<std::string> more{"The home was warm and there was food.", "The reasons were not written down.",
                                    "A further visit was planned for the next week.", "The worker was new to the family and had no handover.",
                                    "Records from the last address had not arrived."};

struct Person {
  std::string id, name, given, family, public_name, role;
};

std::vector<Person> people(int agencies, Dice& dice) {
  std::vector<Person> list{{"P1", "", "Jory", "Trevanion-Bright", "Child Z", "subject"},
                           {"P2", "", "Elowen", "Trevanion-Bright", "Mother", "mother"}};
  for (int i = 0; i < agencies * 2; ++i)
    list.push_back({"P" + std::to_string(i + 3), "", dice.pick(given), dice.pick(family) + std::string(1, static_cast<char>('a' + i % 26)),
                    "Practitioner " + std::to_string(i + 1), "practitioner"});
  return list;
}

void write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string two(std::uint32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string chronology(int events, const std::vector<Person>& everyone, Dice& dice) {
  std::string csv = "Date,Time,Source,Event,Child seen,Outcome\n";
  for (int i = 0; i < events; ++i) {
    const Person& worker = everyone[2 + dice.below(static_cast<std::uint32_t>(everyone.size() - 2))];
    csv += two(1 + dice.below(28)) + "/" + two(1 + dice.below(12)) + "/" + std::to_string(2010 + dice.below(5)) + ",";
    csv += two(8 + dice.below(10)) + ":" + two(dice.below(60)) + ",Case record,\"" + worker.given + " " + worker.family + " " +
           dice.pick(doing) + ". " + (dice.below(2) == 0 ? "Jory" : "Ms Trevanion-Bright") + " was spoken about. " + dice.pick(more) + "\"," +
           (dice.below(3) == 0 ? "Yes" : "No") + ",\"" + dice.pick(more) + "\"\n";
  }
  return csv;
}

/// Writes a whole case folder.
void generate(const std::filesystem::path& folder, int events, int agencies) {
  Dice dice;
  const auto everyone = people(agencies, dice);
  std::string register_xml = "<people>\n", agencies_xml;
  for (const Person& each : everyone)
    register_xml += "  <person id=\"" + each.id + "\" role=\"" + each.role + "\" public=\"" + each.public_name + "\"><name><given>" +
                    each.given + "</given><family>" + each.family + "</family></name></person>\n";
  for (int i = 1; i <= agencies; ++i) {
    const std::string id = "A" + std::to_string(i), name = "Agency " + std::to_string(i);
    agencies_xml += "    <agency id=\"" + id + "\" name=\"" + name + "\" public-name=\"" + name + "\" short=\"" + name +
                    "\" contribution=\"chronology\"/>\n";
    write(folder / "chronology" / (id + ".csv"), chronology(events / agencies + (i <= events % agencies), everyone, dice));
  }
  write(folder / "people.xml", register_xml + "</people>\n");
  write(folder / "sections" / "narrative.xml", "<section id=\"narrative\"><p>Jory's story is told in the chronology.</p></section>\n");
  write(folder / "case.xml",
        "<case code=\"child-z\" regime=\"ENG-WT2015\" type=\"scr\">\n  <title>Serious case review: Child Z</title>\n"
        "  <board slug=\"bench\" kind=\"LSCB\" nation=\"england\"><name>Benchmark Safeguarding Children Board</name><short>the Board</short><area>Benchshire</area></board>\n"
        "  <subjects><subject person=\"P1\"/></subjects>\n  <incident date=\"2014-12-01\"><p>Jory was hurt.</p></incident>\n"
        "  <review-period from=\"2010-01-01\" to=\"2014-12-31\">Five years.</review-period>\n  <reason><p>The criteria were met.</p></reason>\n"
        "  <terms-of-reference><term id=\"T1\">Find out what happened and why.</term></terms-of-reference>\n  <agencies>\n" + agencies_xml +
        "  </agencies>\n  <reviewers><reviewer><name>Hester Quarles</name><post>Independent reviewer</post><independence><p>She is independent.</p></independence></reviewer></reviewers>\n"
        "  <methodology><p>A systems approach.</p></methodology>\n  <family-involvement><p>The family took part.</p></family-involvement>\n"
        "  <anonymity><p>Names have been changed.</p></anonymity>\n  <dates><date kind=\"decision\" on=\"2015-01-10\"/></dates>\n</case>\n");
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::cerr << "usage: generate_case FOLDER EVENTS AGENCIES\n";
    return 2;
  }
  generate(words[1], std::stoi(words[2]), std::stoi(words[3]));
}
