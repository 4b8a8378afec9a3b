#include "language/identity_search.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "foreign/xml/xml.h"
#include "ingest/case/people_reader.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

/// A register as people.xml writes it, without a schema.
Register people_of(const std::string& inner) {
  const std::string bytes = "<people>" + inner + "</people>";
  const Result<Record> record = xml::read(bytes, "people.xml", 1);
  REQUIRE(record.ok());
  return read_people(*record);
}

/// Invented; the names are chosen for what is hard in them.
const Register& hard_names() {
  static const Register people = people_of(R"(
    <person id="CHILD" role="subject" public="Child K" sex="male" born="2011-03-09">
      <name><given>Tobiasz</given><middle>Finn</middle><family>O'Shea-Wi)" "\u015b" R"(niewski</family></name>
      <alias>Tobi</alias><nickname>Wee Man</nickname><initials>TOW</initials>
      <number kind="nhs">999 012 3457</number><number kind="social-care">HCS-4410923</number></person>
    <person id="MUM" role="mother" public="Mother" sex="female">
      <name><title>Mrs</title><given>Katarzyna</given><family>O'Shea-Wi)" "\u015b" R"(niewska</family></name>
      <alias>Kasia</alias><former-name>Nowak</former-name><phone>07700 900217</phone><email>kasia.w83@post.example</email></person>
    <person id="HOPE" role="sibling" public="Sibling 1" sex="female"><name><given>Hope</given><family>O'Shea-Wi)" "\u015b" R"(niewska</family></name></person>
    <person id="MARK" role="sibling" public="Sibling 2" sex="male"><name><given>Mark</given><family>Nowak</family></name></person>
    <person id="DAD" role="father" public="Father" sex="male"><name><given>Cormac</given><family>O'Shea</family></name></person>
    <person id="PARTNER" role="other" public="Mother's Partner" sex="male"><name><given>William</given><family>Thorne-Adair</family></name>
      <alias>Will</alias><username>billy_ta80</username></person>
    <person id="SW" role="practitioner" public="Social Worker 1" sex="female"><name><given>Parveen</given><family>Akhtar-Hussain</family></name></person>
    <person id="SW2" role="practitioner" public="Social Worker 2" sex="male"><name><given>Oluwaseun</given><family>Ad)" "\u00e9b\u00e1y\u00f2" R"(</family></name></person>
    <person id="HV" role="practitioner" public="Health Visitor 1" sex="female"><name><title>Ms</title><given>Joanna</given><family>May</family></name><alias>Jo</alias></person>
    <person id="PC" role="practitioner" public="Police Officer 1" sex="male"><name><title>PC</title><given>Mark</given><family>Ellery</family></name><number kind="warrant">9941</number></person>
    <person id="SMITH" role="relative" public="Uncle" sex="male"><name><given>Jan</given><family>Smith</family></name></person>
    <person id="MERWE" role="practitioner" public="Nursery Manager 1" sex="female"><name><given>Lindiwe</given><family>van der Merwe</family></name></person>
    <person id="NAMED" role="allowed" public="Miriam Castellane" publish="name"><name><given>Miriam</given><family>Castellane</family></name></person>
    <place id="SCHOOL" kind="school" public="the primary school"><name>St Brigid's Catholic Primary School</name><address>Priory Road, Wharnley</address><postcode>ZZ99 4QT</postcode></place>
    <place id="HOME" kind="street" public="the family home"><name>14 Tannery Row</name><alias>Tannery Row</alias><address>14 Tannery Row, Coldwell</address><postcode>ZZ99 4RB</postcode></place>
    <place id="TOWN" kind="town" public="the town"><name>Wharnley</name></place>
    <organisation id="OP" public="the police investigation"><name>Operation Kestrelmoor</name></organisation>)");
  return people;
}

/// The text with each hit replaced by its entry's id; a question mark where it is not certain.
std::string marked(const Register& people, std::string_view text, const std::vector<IdentityHit>& hits) {
  std::string out;
  std::size_t from = 0;
  for (const IdentityHit& each : hits) {
    out += text.substr(from, each.span.begin - from);
    out += "[" + people.entries[each.identity].id + (each.plural ? "+" : "") + (each.certain ? "" : "?") + "]";
    from = each.span.end;
  }
  out += text.substr(from);
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

void check(const std::vector<Row>& rows) {
  static const IdentitySearch search(hard_names());
  for (const Row& row : rows) {
    CHECK(marked(hard_names(), row.text, search.find_in(row.text)) == row.expected);
    const Prose prose = prose_of_text(row.text);
    CHECK(marked(hard_names(), row.text, search.find(prose)) == row.expected);
  }
}

/// Invented; several bear the same family name, and many names are words as well.
const Register& families() {
  static const Register people = people_of(R"(
    <person id="SUMMER" role="subject" public="Child A" sex="female" born="2014-05-17"><name><given>Summer</given><family>Okafor-Smith</family></name><initials>SJO</initials></person>
    <person id="MUM" role="mother" public="Mother" sex="female"><name><given>Kirsty</given><family>Okafor-Smith</family></name></person>
    <person id="DAD" role="father" public="Father" sex="male"><name><given>Emeka</given><family>Okafor</family></name><initials>CO</initials></person>
    <person id="AMIR" role="sibling" public="Sibling 1" sex="male" born="2017-02-03"><name><given>Amir</given><family>Warsame</family></name></person>
    <person id="PARTNER" role="other" public="Mother's Partner" sex="male"><name><given>Cabdi</given><family>Warsame</family></name><alias kind="misspelling">Abdi Mohamed Warsame</alias></person>
    <person id="UNCLE" role="relative" public="Paternal Uncle" sex="male"><name><given>Chidi</given><family>Okafor</family></name><alias>Patrick Sullivan</alias></person>
    <person id="MAY" role="sibling" public="Sibling 2" sex="female" born="2016-01-01"><name><given>May</given><family>Lark</family></name></person>
    <person id="GP" role="practitioner" public="GP 1" sex="female"><name><given>Mei</given><family>Chan</family></name></person>
    <person id="PC" role="practitioner" public="Police Officer 1" sex="male"><name><given>Gurpreet</given><family>Reading</family></name><number kind="warrant">4417</number></person>
    <person id="GRAN" role="relative" public="Grandmother" sex="female"><name><given>Honey</given><family>Clay</family></name></person>
    <person id="SON" role="relative" public="Uncle" sex="male"><name><given>Dafydd</given><family>Pugh</family></name></person>
    <person id="WILF" role="sibling" public="Sibling 3" sex="male" born="2018-01-01"><name><given>Wilf</given><family>ap Dafydd</family></name></person>)");
  return people;
}

void expect(std::string_view text, std::string_view expected) {
  static const IdentitySearch search(families());
  CHECK(marked(families(), text, search.find_in(text)) == expected);
}

}  // namespace

TEST_CASE("a season or a month with a capital may be a child after a year") {
  expect("They told Summer.", "They told [SUMMER].");
  expect("In September 2014 Summer was kept at home.", "In September 2014 [SUMMER?] was kept at home.");
  expect("That summer Summer missed school.", "That summer [SUMMER?] missed school.");
  expect("In the summer of 2014 it rained.", "In the summer of 2014 it rained.");
  expect("In 2014 May rang, on 3 May.", "In 2014 [MAY?] rang, on 3 May.");
}

TEST_CASE("initials count behind a year and a time, and not where they are a unit or a common short form") {
  expect("In February 2014 SJO rang.", "In February 2014 [SUMMER] rang.");
  expect("A CO alarm was fitted.", "A [DAD?] alarm was fitted.");
}

TEST_CASE("a short number counts where something calls it one") {
  expect("PC4417 and officer 4417 came in 4417.", "[PC] and officer [PC] came in 4417.");
}

TEST_CASE("each word of an alias names the person") {
  expect("Patrick rang. Mr Sullivan rang.", "[UNCLE] rang. [UNCLE] rang.");
  expect("Mohamed Abdi Warsame moved in. Abdi left.", "[PARTNER] moved in. [PARTNER] left.");
}

TEST_CASE("a family name that several bear is left to a person") {
  expect("Amir cried. Warsame was convicted.", "[AMIR] cried. [AMIR?] was convicted.");
  expect("Mr Warsame came. Warsame was convicted.", "[PARTNER] came. [PARTNER] was convicted.");
  expect("Her son Dafydd was drunk.", "Her son [SON?] was drunk.");
  expect("Wilf slept. Her son Dafydd was drunk.", "[WILF] slept. Her son [SON?] was drunk.");
  expect("Mr and Mrs Okafor came.", "[MUM?] came.");
}

TEST_CASE("a title that can't be theirs is left to a person") {
  expect("Mrs Warsame rang.", "[PARTNER?] rang.");
  expect("DC Chan and Dr Chan came.", "[GP?] and [GP] came.");
  expect("Mrs Reading rang.", "[PC?] rang.");
}

TEST_CASE("the given name of one and the family name of another are nobody's whole name") {
  expect("Amir Reading was seen.", "[AMIR?] was seen.");
  expect("Kirsty Warsame was seen.", "[MUM?] was seen.");
}

TEST_CASE("common words are names only where they stand as names") {
  expect("They like reading. Reading can be hard. Clay is soft. We saw PC Reading.", "They like reading. [PC?] can be hard. [GRAN?] is soft. We saw [PC].");
  expect("She lives in Reading.", "She lives in [PC?].");
  expect("She ate honey. They told Honey.", "She ate [GRAN?]. They told [GRAN].");
  expect("As Chan (2011) and Chan et al. say, Chan said.", "As [GP?] (2011) and [GP?] et al. say, [GP] said.");
}

TEST_CASE("an acronym is no slip of a name") {
  expect("The AMIRR met. AMIRR", "The AMIRR met. AMIRR");
}

TEST_CASE("names in a word with capitals inside are found") {
  expect("They wrote #JusticeForSummer and AmirWarsame.", "They wrote #[SUMMER] and [AMIR].");
  expect("They wrote #SummerHolidays.", "They wrote #[SUMMER?].");
  expect("The iPlayer and a MayDay call.", "The iPlayer and a MayDay call.");
}

TEST_CASE("names are found in every order and casing") {
  check({{"Jan Smith came.", "[SMITH] came."},
         {"SMITH, Jan came.", "[SMITH] came."},
         {"Jan SMITH and jan smith", "[SMITH] and [SMITH]"},
         {"We saw J Smith and J. Smith there.", "We saw [SMITH] and [SMITH] there."},
         {"Tobiasz Finn O'Shea-Wi\u015bniewski", "[CHILD]"},
         {"Tobiasz F. O\u2019Shea-Wisniewski", "[CHILD]"},
         {"TOBIASZ OSHEA WISNIEWSKI", "[CHILD]"},
         {"tobiasz o shea wisniewski", "[CHILD]"},
         {"Miss van der Merwe and Lindiwe Van Der Merwe, Ms Merwe", "[MERWE] and [MERWE], [MERWE]"},
         {"OLUWASEUN ADEBAYO", "[SW2]"}});
}

TEST_CASE("parts of names are found by themselves") {
  check({{"Then Tobi and Tobiasz's mother Kasia left.", "Then [CHILD] and [CHILD]'s mother [MUM] left."},
         {"The Wee Man slept.", "The [CHILD] slept."},
         {"Mrs O'Shea-Wi\u015bniewska rang.", "[MUM] rang."},
         {"Parveen Akhtar Hussain; Akhtar-Hussain; Ms Hussain; AkhtarHussain", "[SW]; [SW]; [SW]; [SW]"},
         {"Mr O'Shea and Mr O\u2019Shea's car", "[DAD] and [DAD]'s car"},
         {"Ms May saw him. Jo saw him. Go, Jo, go.", "[HV] saw him. [HV] saw him. Go, [HV], go."},
         {"the Smiths and the Smith family", "the [SMITH+] and the [SMITH+] family"},
         {"TOW was seen with T.O.W. again", "[CHILD?] was seen with [CHILD] again"}});
}

TEST_CASE("names that are also words count only where they stand as names") {
  check({{"It will be a mark of grace and hope in may.", "It will be a mark of grace and hope in may."},
         {"He told Will that Hope was ill.", "He told [PARTNER] that [HOPE] was ill."},
         {"Will the plan work? May she stay?", "Will the plan work? May she stay?"},
         {"Will anything change?", "Will anything change?"},
         {"Will said no. Will's car was gone.", "[PARTNER] said no. [PARTNER]'s car was gone."},
         {"In May 2014, on 3 May and last May, since May", "In May 2014, on 3 May and last May, since May"},
         {"Ms May came on 3 May 2014.", "[HV] came on 3 May 2014."},
         {"Joanna May came in May.", "[HV] came in May."},
         {"Hope in school today.", "[HOPE?] in school today."},
         {"HOPE AND CHANGE FOR FAMILIES", "[HOPE?] AND CHANGE FOR FAMILIES"},
         {"Hope that things change.", "Hope that things change."}});
}

TEST_CASE("people are found by what they are usually called for short") {
  const Register people = people_of(R"(
    <person id="SW" role="practitioner" public="Social Worker 1" sex="female"><name><given>Elizabeth</given><family>Hargreave</family></name></person>
    <person id="DAD" role="father" public="Father" sex="male"><name><given>Robert</given><family>Brindlow</family></name></person>)");
  const IdentitySearch search(people);
  const auto expect = [&](std::string_view text, std::string_view expected) {
    CHECK(marked(people, text, search.find(prose_of_text(text))) == expected);
  };
  expect("Liz Hargreave rang. Hargreave, Beth, rang. LIZZIE HARGREAVE rang.", "[SW] rang. [SW], rang. [SW] rang.");
  expect("They told Bob Brindlow and Lizzie.", "They told [DAD] and [SW?].");
  expect("They saw Liz Strange. He would rob them.", "They saw Liz Strange. He would rob them.");
}

TEST_CASE("one word of an area is nobody's name") {
  const Register people = people_of(R"(
    <person id="DAD" role="father" public="Father" sex="male"><name><given>Aled</given><family>North</family></name></person>
    <person id="AUNT" role="relative" public="Aunt" sex="female"><name><given>Somerset</given><family>Hove</family></name></person>)");
  const IdentitySearch search(people);
  const auto expect = [&](std::string_view text, std::string_view expected) {
    CHECK(marked(people, text, search.find(prose_of_text(text))) == expected);
    CHECK(marked(people, text, search.find_in(text)) == expected);
  };
  expect("In Bath & North East Somerset and in North Yorkshire the boards met.", "In Bath & North East Somerset and in North Yorkshire the boards met.");
  expect("In Brighton and Hove the board met.", "In Brighton and Hove the board met.");
  expect("It was Mr North of Yorkshire. He saw Aled North, Yorkshire.", "It was [DAD] of Yorkshire. He saw [DAD], Yorkshire.");
  expect("She said that Mr North. Yorkshire came later.", "She said that [DAD]. Yorkshire came later.");
  expect("They saw Somerset Hove.", "They saw [AUNT].");
}

TEST_CASE("what several may be called is left to a person unless something decides") {
  check({{"She said that Mark was there.", "She said that [MARK?] was there."},
         {"PC Mark Ellery and Mark Nowak", "[PC] and [MARK]"},
         {"Then PC Mark came. His brother Mark hid.", "Then [PC] came. His brother [MARK] hid."},
         {"Mark Nowak came home. Later Mark slept.", "[MARK] came home. Later [MARK] slept."},
         {"Ms Nowak was asked.", "[MUM] was asked."},
         {"Kasia Brown and Anna Nowak", "[MUM?] Brown and Anna [MUM?]"},
         {"Miriam Castellane wrote it. Ms Castellane is independent.", "Miriam Castellane wrote it. Ms Castellane is independent."}});
}

TEST_CASE("places, addresses and numbers are found in every spacing") {
  check({{"at St Brigid's Catholic Primary School, St. Brigids, Saint Brigid\u2019s and St Brigid's.",
          "at [SCHOOL], [SCHOOL], [SCHOOL] and [SCHOOL]."},
         {"at 14 Tannery Row, Coldwell ZZ994RB or Tannery Row", "at [HOME] [HOME] or [HOME]"},
         {"Priory Rd, Wharnley, ZZ99 4QT", "[SCHOOL], [SCHOOL]"},
         {"Op Kestrelmoor began in Wharnley", "[OP] began in [TOWN]"},
         {"Ring 07700900217, 07700 900 217 or +44 7700 900217.", "Ring [MUM], [MUM] or [MUM]."},
         {"NHS 9990123457 and 999-012-3457, HCS 4410923", "NHS [CHILD] and [CHILD], [CHILD]"},
         {"warrant number 9941 of 9941 calls", "warrant number [PC] of 9941 calls"},
         {"kasia.w83@post.example and billy_ta80", "[MUM] and [PARTNER]"}});
}

TEST_CASE("a town's own name is not taken for what is left of a hospital's") {
  const Register people = people_of(R"(
    <place id="HOSPITAL" kind="hospital" public="the hospital"><name>Royal Wharnley Infirmary</name><alias>Wharnley Infirmary</alias></place>
    <place id="TOWN" kind="town" public="the town"><name>Wharnley</name></place>)");
  const IdentitySearch search(people);
  const std::string text = "They moved to Wharnley. Wharnley Infirmary is near.";
  CHECK(marked(people, text, search.find_in(text)) == "They moved to [TOWN]. [HOSPITAL] is near.");
}

TEST_CASE("names inside other words and split words are found") {
  check({{"katarzynanowak@mail.example", "[MUM]@mail.example"},
         {"jansmith wrote", "[SMITH] wrote"},
         {"https://x.example/thorneadair99/a", "https://x.example/[PARTNER]/a"},
         {"Then Wisniew-\nski slept", "Then [CHILD] slept"},
         {"Mr Ellerry came with Ms Akhtar-Husain", "[PC?] came with [SW?]"}});
}

TEST_CASE("names whose letters stand apart, and those that keep the hyphen of a line's end, are found") {
  check({{"K A T A R Z Y N A", "[MUM]"},
         {"K a t a r z y n a came", "[MUM] came"},
         {"K-a-t-a-r-z-y-n-a came", "[MUM] came"},
         {"Then Katar-zyna slept", "Then [MUM] slept"},
         {"The plan was A B C D E F, points a to k", "The plan was A B C D E F, points a to k"}});
}

TEST_CASE("words that resemble names are left alone") {
  check({{"The smithy is near. She thorned it. A marked change, hopeful and graceful.",
          "The smithy is near. She thorned it. A marked change, hopeful and graceful."},
         {"The tow bar and how it works", "The tow bar and how it works"},
         {"told Smith. Jan came", "told [SMITH]. [SMITH?] came"}});
}

TEST_CASE("file names, links and headings are searched too") {
  Document document;
  document.file = "reports/tobiasz-oshea-report.html";
  Block paragraph(BlockKind::paragraph);
  paragraph.inlines.push_back(text_inline("See the page."));
  paragraph.inlines.back().target = "https://school.example/katarzyna-nowak";
  document.blocks.push_back(paragraph);
  const IdentitySearch search(hard_names());
  const Prose prose = read_prose(document, {});
  const auto hits = search.find(prose);
  REQUIRE(hits.size() == 2);
  CHECK(prose.stretch_at(hits[0].span.begin).scope == Scope::link);
  CHECK(prose.stretch_at(hits[1].span.begin).scope == Scope::file_name);
  CHECK(hits[0].how == "full name");
}
