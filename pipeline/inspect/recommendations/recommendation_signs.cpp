#include "inspect/recommendations/recommendation_signs.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/letters.h"
#include "base/number_words.h"
#include "base/text.h"
#include "inspect/patterns/need_table.h"
#include "inspect/patterns/pattern_needs.h"
#include "inspect/recommendations/recommendation_verbs.h"

namespace casewright {
namespace {

constexpr regex::Reading as_signs{.ignore_case = true};

std::string by_unicode(std::string_view text) { return "(*UCP)" + std::string(text); }  // a space that does not break is one too

regex::Pattern pattern(std::string_view text) {
  return std::get<regex::Pattern>(regex::Pattern::read(by_unicode(text), as_signs));
}

struct Signs {
  NeedTable table;  ///< what the gated ones need, found in one walk over a text
  GatedPattern followed_up = gated(
      R"(^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:how\b.*\b(?:recommendations?|actions)\b|(?:monitoring|implementation|implementing|oversight|tracking|delivery|governance|follow[- ]up|development|developing|status|approach)\b.*\bof (?:the |these |our )?(?:recommendations|actions)\b|recommendations (?:follow[- ]up|monitoring)))");
  GatedPattern onward = gated(
      R"(\bwhat (?:happens|will happen|are we|we are|is being|will we|we will)(?: now|going to)?(?: happens?| do| doing| done)?(?: now| next| differently)?\W*$|\bnext steps\b|\b(?:the )?way forward\b|\bactions agreed\b|\bagreed actions\b)");
  regex::Pattern heads_asks = pattern(
      R"(^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:overview|board|key|multi[- ]agency|single[- ]agency|national|local|regional|review|panel|safety|strategic|operational|suggested|proposed|final|joint|resulting|further|additional) )*(?:recommendations?|actions?)(?: (?:for|to|from|on|in|arising|relating|made|following|about|required|needed|agreed)\b[^.?!;]*)?\W*$)");
  GatedPattern that_acts = gated("^\\W*that\\s+[^.;:?]{2,110}?[a-z)\\]A-Z,]\\s+" + ask_verbs() + "(?:e?s)?\\b");
  regex::Pattern addressee = pattern(R"(^\W*((?:[\w'\x{2019}(),&/-]+ ){0,8}?[\w'\x{2019}(),&/]+)\s*(?::|\s\x{2013}|\s\x{2014}|\s-)\s+(?=\S))");
  GatedPattern agency = gated(
      R"(\b(?:polic\w+|force|constabulary|heddlu|health|healthcare|midwi\w+|maternity|hospitals?|trusts?|icbs?|ccgs?|gps?|practices?|surger\w+|schools?|ysgol\w*|education|colleges?|academ\w+|nurser\w+|councils?|cyngor|services?|social (?:care|work\w*)|housing|landlords?|associations?|boards?|bwrdd|partners?|partnerships?|agenc\w+|organi[sz]ations?|teams?|units?|committees?|groups?|commission\w*|probation|prisons?|cafcass|cymru|courts?|government|departments?|office|ministry|authorit\w+|ambulance|fire|network|charit\w+|managers?|leads?|nurses?|doctors?|practitioners?|professionals?|all|every(?:one|body)|directors?|chief|chairs?|ofsted|nhs|csp|hscp|sab|lscb|lscp|cpc|sbni|mash)\b)");
  GatedPattern foreign = gated(
      R"(\b(?:earlier|previous|prior|past|older|historic\w*|already (?:made|met)|superseded|national reviews?)\b.*\b(?:recommendations?|reviews?|actions?)\b|\brecommendations? (?:of|from|made (?:by|in)) (?:an?|the|other|earlier|previous|past|prior|individual|single|each|imrs?|agenc\w+|health overview)\b.*\b(?:reviews? of|reviews?,? \d{4}|homicide|inquir\w+|imrs?|individual|management|agenc\w+|health overview|inspection|inquest|other)\b|\b(?:single|individual)[- ]agency\b|\bimrs?\b.*\b(?:recommend|action)|\b(?:agencies'?|agency) own recommendations|\bhealth overview\b|\bagenc\w+ (?:made|have made|set) (?:to |for )?themselves|^\W*(?:table of )?contents\W*$)");
  GatedPattern considerations = gated(
      R"(\b(?:questions?|considerations?|issues|challenges?|matters|points)\b[^.]*\bfor\b[^.]*\b(?:boards?|partner\w*|committees?|agenc\w+|leaders|lscb|lscp|safeguarding|consider\w*)\b|\b(?:questions?|issues|matters|points) to consider\b|^\W*(?:questions? for consideration|considerations?|issues for consideration)\W*$)");
  GatedPattern recommendations = gated(
      R"(\brecommend(?:ations?|s|ed)?\b|\bargymhell\w*|\bimproving (?:systems|practice)|\bstrateg\w+ for (?:improv|chang)\w+|\bimprovements?\b.*\b(?:asks?|recommend\w*|required|needed|to be made|sought)\b|\b(?:multi-agency |joint )?action plan\b|\bwhat (?:needs|has|must|should) (?:to )?(?:change|happen|be done)\b|\b\bwhat (?:do )?we (?:want to (?:change|see)|want (?:others|partners|services) to do|ask)\b|actions? required\b|^\W*actions? (?:for|needed)\b|\bactions? for the (?:board|partnership)\b|\bimprovements? (?:asked|we ask) for\b|\bproposals? for (?:change|action|improvement)\b)");
  regex::Pattern mixing = pattern(R"(\b(?:findings?|learning|lessons?|analysis|conclusions?|themes?|appraisal)\b)");
  GatedPattern label = gated(
      R"(^[^\w"\x{201C}\x{2018}']*(?:\d{1,2}(?:\.\d{1,2})+\.?\s+)?[^\w"\x{201C}\x{2018}']*(?:(?:overview|board|key|multi[- ]agency|national|local|review|panel|lscb|lscp|additional|further|joint)\s+)?(?:recommendation|rec\.?|argymhelliad|consideration)\s*(?:no\.?|number|#)?\s*(\(?(?:\d+(?:\.\d+)*[a-z]?|[ivx]{1,5}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b\)?)\s*(?:\([^()]{2,60}\)\s*|\[[^\[\]]{2,60}\]\s*)?(?:[:.)\x{2013}\x{2014}-]+\s*|(?=[A-Z\x{201C}"])|$))");
  regex::Pattern label_code = pattern(
      R"(^[^\w"\x{201C}\x{2018}']*(?:\d{1,2}(?:\.\d{1,2})+\.?\s+)?(r\s?\d+(?:\.\d+)*)\b\s*[:.)\x{2013}\x{2014}-]*\s*(?=\S))");
  GatedPattern inside_label = gated(
      R"(^[^\w"\x{201C}\x{2018}']*(?:strategy|action|change|ask|improvement|proposal|question|priority|step|area for improvement)\s*(?:no\.?|number)?\s*(\(?(?:\d+(?:\.\d+)*[a-z]?|[ivx]{1,5}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten)\b\)?)\s*(?:[:.)\x{2013}\x{2014}-]+\s*|\s|$)|^[^\w"\x{201C}\x{2018}']*(?:for action|action (?:required|needed|point)|what(?: (?:needs|has|should|must|we (?:ask|want|will))\b[^:?]{0,40})?|we (?:therefore )?recommend(?: that)?|recommendation|our ask|call to action|proposal)\s*[:\x{2013}\x{2014}]\s*(?=\S))");
  regex::Pattern contents_entry = pattern(R"(\.{3,}\s*\d*\s*$|\t\s*\d+\s*$)");
  regex::Pattern mark = pattern(R"(^\s*(\(?(?:\d{1,3}(?:\.\d+)*|[a-z]|[ivx]{1,5})[.):]+|\d{1,2}(?:\.\d{1,3}){1,3}(?=\s+\D))\s+)");
  regex::Pattern code = pattern(R"(^\s*((?:[a-z]{1,5}[\s/.-]?)?\d{1,3}(?:[./]\d{1,4})*)\b)");
  regex::Pattern refers = pattern(R"(^(?:above|below|should (?:be|have)|was|were|is|has|had|will|in|of|on|to|and|from|about|asks?|asked|says|said)\b)");
  regex::Pattern field = pattern(
      R"(^\W*(proposed owner|owner|lead(?: agency| officer| organisation| body| partner| person)?s?|responsib\w+(?: agency| officer| person| body| lead| organisation)?|by whom|who(?: (?:is )?responsible)?|accountable\w*|agency|agencies|for|time ?(?:scale|frame|line)s?|deadline|by when|when|target date|due(?: date| by)?|date(?: for completion)?|completion date|complete by|(?:intended |desired |expected )?(?:outcome|impact|benefit)s?(?: for children)?|what will be (?:different|better)(?: for children)?|(?:measures?|signs?|test) of success|success (?:measure|criteria)\w*|measures?|how (?:we|the board|the partnership|you|will we|will the board) (?:will )?(?:know|measure|check)[^:]*|evidence(?: of impact)?|monitoring|progress|status|update|rationale|reasons?|why(?: this)?(?: matters| is needed)?|because|background|context|(?:key )?learning(?: points?)?|(?:key )?findings?|links? to(?: findings?)?|case for change|response|what(?: (?:needs|has|should|must|will|we)\b[^:?]{0,40})?)(?: \d{1,2}(?:\.\d{1,2})?[a-z]?)?\s*(?::|\x{2013}|\x{2014}|-\s)\s*(?=\S))");
  // By one word, which most of what is asked holds, and by more.
  GatedPattern must_act = gated(
      R"(\b(?:should(?! have (?:been|done|had|known|seen|asked|told|led|made|taken|gone|shared|considered|recognised|acted)\b)|must|ought to|shall|needs? to|have to|has to|to ensure|dylai|dylid|rhaid i|gofynnir i)\b)");
  GatedPattern asking = gated(
      R"(\b(?:(?:is|are) (?:asked|invited|required|requested|urged|encouraged|expected|advised|to) (?:to )?|will (?:need|want) to|(?:may|might) (?:wish|want|like) to|(?:it )?would (?:help|be (?:helpful|useful|good|wise|sensible|beneficial|of (?:benefit|value|help|use))) (?:if|for)|(?:we|i|(?:the|this) (?:review(?:ers?)?|panel|author|team|report)) (?:(?:would|therefore|also|further|strongly) ){0,2}(?:urges?|suggests? that|proposes? that|advises? that|invites?|wants? [^.;:?]{2,60}? to|asks? [^.;:?]{2,60}? to|calls? (?:up)?on|would like [^.;:?]{2,60}? to))\b)");
  GatedPattern to_act = gated("^\\W*(?:that )?[^.;:?]{2,110}?[a-z)]\\s+to " + ask_verbs() + "\\b|^\\W*to " + ask_verbs() + "\\b");
  GatedPattern might_act = gated("^[^.;:?]{2,90}?\\b(?:might|could)(?:,[^,.]{3,40},)?(?: also| usefully| well| now){0,2} " + opening_verbs() + "\\b");
  regex::Pattern open_ask = pattern(R"(\b(?:should|must|ought to|(?:is|are) (?:asked|required|invited) to|needs? to)$)");
  GatedPattern will_act = gated("^\\W*(?:that )?[^.;:?]{2,90}?[a-z)]\\s+will (?:also |now |jointly )?" + opening_verbs() + "\\b");
  GatedPattern label_within = gated(R"([.!?]["'\x{201D}\x{2019})]*\s+((?:recommendation|argymhelliad)\s+\d{1,2}(?:\.\d{1,2})?\s*[:\x{2013}\x{2014}.]\s+\S))");
  regex::Pattern ordinal = pattern(R"(^\W*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final|last)(?:ly)?,\s+)");
  regex::Pattern bare_verb = pattern("^\\W*(?:that )?(?:[a-z]+ly,? )?" + opening_verbs() + "\\b");
  GatedPattern third_person = gated(
      R"(^\W*(?:that )?(?:the |each |all |every |both )?[^.;:?]{2,90}?\s(?:seeks|considers|ensures|reviews|develops|requires|agrees|holds|names|makes|commissions|develop|provides|establishes|undertakes|audits|publishes|asks|works)\b)");
  GatedPattern speaks = gated(
      R"(\b(?:following|these|those|such|its|her|his|their|our|all|no|many|any|these|\w+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s+(?:\w+\s+){0,2}?(?:recommendations?|improvements|actions|proposals)\b|^\W*(?:the |each )?recommendations?\b|^\W*(?:the|this) (?:table|list|box|figure|review|report|section|chapter|author|panel|reviewers?)\b(?!\s+recommends?\b))");
  GatedPattern recommending = gated(
      R"(\b(?:we|(?:this|the|our|that) (?:review|report|(?:independent |lead |overview )*(?:author|reviewers?)|(?:review |scr |case review )?panel|learning review|practice review|review team|reviewing team)|it is|i)\b(?:\s*,?\s*(?:therefore|also|further|strongly|thus|accordingly|hence)\s*,?)*\s+(?:recommends?|recommended)\b(?: (?:here |now )?that|:| to| the)|\b(?:we|i)(?:\s+(?:therefore|also|further|strongly|would))*\s+(?:urge|call (?:up)?on)\b)");
  regex::Pattern was_recommended = pattern(R"(\b(?:was|were|had|has|have|been)\s+(?:\w+\s+)?recommended|\b(?:panel|author|reviewers?|review|report|team|inquiry|we)\s+recommended\b)");
  GatedPattern labelled_owner = gated(R"((?:^|[\s(;])(?:owner|lead agency|lead|responsible(?: agency)?|responsibility|by whom)\s*:\s*([^.;()\n]+))");
  GatedPattern labelled_due = gated(
      R"((?:^|[\s(;])(?:by when|due(?: date)?|deadline|target date|timescale|complete by)\s*:\s*([^;()\n]+?)(?=\.?\s*$|\.\s|;|\)))");
  regex::Pattern preamble = pattern(
      R"(^\W*(?:(?:it is|we|i|(?:the|this) (?:[\w-]+ ){0,3}?(?:review|report|panel|author|reviewers?|team))\s*(?:,?\s*(?:therefore|also|further|strongly)\s*,?\s*)*(?:recommended|recommends?|(?:would like|wants?|urges?|suggests?|proposes?|asks?|invites?|advises?|calls? (?:up)?on))\s+(?:that\s+)?|it would (?:help|be [\w ]{3,20}?) (?:if|for)\s+|that\s+))");
  regex::Pattern subject = pattern(
      R"(^\W*(?:(?:by|before|within|from|in) [^,]{3,40}, )?(.{2,120}?),?\s+(?:should|must|ought to|shall|needs? to|will need to|have to|has to|(?:may|might) (?:wish|want|like) to|might\b|(?:is|are) (?:asked|invited|required|requested|urged|encouraged|expected|advised|to)\b|to ))");
  regex::Pattern verb_subject = pattern("^\\W*((?:the |each |all |every |both )?(?:[\\w'\\x{2019},()-]+ ){1,12}?)(?:" + ask_verbs() + "s?|seeks|assumes|receives)\\b");
  // "Dylai'r Bwrdd adolygu ...": the verb comes first, and the verbal noun behind the subject is softened.
  regex::Pattern welsh_subject = pattern(
      R"(^\W*(?:dylai|rhaid i|gofynnir i|mae angen i)(?:['\x{2019}]r)?\s+(.{2,90}?)\s+(?:adolygu|adrodd|annog|archwilio|atgoffa|darparu|ddarparu|datblygu|ddatblygu|diwygio|ddiwygio|comisiynu|gomisiynu|creu|greu|cryfhau|gryfhau|cyhoeddi|gyhoeddi|cynnal|gynnal|cytuno|gytuno|cefnogi|gefnogi|gofyn|ofyn|gweithio|weithio|gweithredu|weithredu|gwella|wella|hyfforddi|hyrwyddo|monitro|fonitro|rhannu|rannu|rhoi|roi|sefydlu|sicrhau|ystyried)\b)");
  GatedPattern welsh_date = gated(
      R"(\b(erbyn\s+(?:diwedd\s+)?(?:mis\s+)?(?:\d{1,2}\s+)?(?:ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\s+\d{4}|o fewn\s+(?:\d+|un|dau|tri|pedwar|chwe|naw|deuddeg)\s+(?:mis|wythnos|blynedd|flwyddyn)))");
  // "add this to the audit in October 2025", and no month in which something was
  GatedPattern in_month = gated(
      R"(^(?:(?!\b(?:was|were|had|has|since|published|dated|died|born|made)\b).)*?\b(in\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+20\d\d))");
  GatedPattern by_date = gated(
      R"(\b((?:by|before|no later than|not later than|from|until)\s+(?:the\s+)?(?:(?:end|start|middle|beginning)\s+of\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:spring|summer|autumn|winter)(?:\s+term)?|easter|christmas|new year)\s+(?:of\s+)?\d{4}|(?:by|before|in|from)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+)?(?:q[1-4]|quarter\s+(?:[1-4]|one|two|three|four))\s+(?:of\s+)?\d{4}(?:[/-]\d{2,4})?|(?:by|before|no later than)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+)?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d)\b|within\s+(?:(?:the\s+next|a\s+maximum\s+of|the)\s+)?(?:\d+|a|one|two|three|four|five|six|eight|nine|ten|twelve|eighteen|twenty-four)\s+(?:calendar\s+)?(?:weeks?|months?|years?)\b(?!\s+of\s+(?:birth|age|each))))");

  Signs() { table.settle(); }

 private:
  /// These patterns are about words, not about shapes.
  GatedPattern gated(std::string_view text) {
    constexpr std::size_t most_words = 64;
    GatedPattern made{pattern(text), {}};
    for (const std::vector<std::string>& words : signs_needed(by_unicode(text), as_signs, NeedAlphabet::words, most_words)) made.needs.push_back(table.add(words));
    return made;
  }
};

const Signs& signs() {
  static const Signs all;
  return all;
}

std::string bare_id(std::string_view id) {
  std::string bare;
  for (const char c : fold_space(id))
    if (c != '(' && c != ')' && c != '.' && c != ':') bare += c;
    else if (c == '.' && !bare.empty()) bare += c;
  while (!bare.empty() && bare.back() == '.') bare.pop_back();
  if (!bare.empty() && !is_digit(bare[0]))
    if (const auto number = number_of_words(ascii_lower(bare))) return std::to_string(*number);
  return bare.size() > 1 && (bare[0] == 'r' || bare[0] == 'R') && bare.find_first_of("0123456789") != std::string::npos
             ? fold_space(bare.substr(1))
             : bare;
}

/// One group took part; regex::Match knows only the first, so the second is cut out of the whole.
std::string id_in(const regex::Match& match, std::string_view words) {
  if (!match.first.empty()) return bare_id(words.substr(match.first.begin, match.first.length()));
  const std::string_view whole = words.substr(match.whole.begin, match.whole.length());
  const std::size_t digit = whole.find_first_of("0123456789");
  const std::size_t end = digit == std::string_view::npos ? digit : whole.find_first_not_of("0123456789.", digit);
  return digit == std::string_view::npos ? std::string() : bare_id(whole.substr(digit, end == std::string_view::npos ? end : end - digit));
}

struct FieldWord {
  std::string_view word;
  AskField field;
};

AskField field_named(std::string_view name, std::span<const FieldWord> words) {
  for (const FieldWord& each : words)
    if (name.find(each.word) != std::string_view::npos) return each.field;
  return AskField::none;
}

std::string first_group(const std::optional<regex::Match>& match, std::string_view text) {
  return match ? fold_space(text.substr(match->first.begin, match->first.length())) : std::string();
}

std::string group_of(const regex::Pattern& sought, std::string_view text) { return first_group(sought.find(text), text); }

std::string group_of(const GatedPattern& sought, const AskWords& words) { return first_group(words.find(sought), words.text()); }

/// True where something may part a name at the beginning from what follows: a colon or a dash.
bool holds_divider(std::string_view text) {
  return text.find(':') != std::string_view::npos || text.find('-') != std::string_view::npos || text.find("\xE2\x80") != std::string_view::npos;
}

/// True where a label such as "R4" or "r 4.1" may stand.
bool holds_code(std::string_view text) {
  constexpr std::string_view spaces = " \t\n\xC2\xA0";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != 'r' && text[at] != 'R') continue;
    const std::size_t next = text.find_first_not_of(spaces, at + 1);
    if (next == std::string_view::npos || is_digit(text[next])) return true;
  }
  return false;
}

bool names_agency(const AskWords& name) {
  return name.find(signs().agency) && !name.find(signs().must_act) && !name.find(signs().asking);
}

/// A subject that nobody can hold to account by itself: "this", "there", "practitioners told us".
bool is_nobody(std::string_view subject) {
  static const regex::Pattern nobody = pattern(
      R"(^(?:it|this|that|these|those|they|he|she|there|never|always|not|also|then|which|who|what|how|such|progress|nothing|nobody|no one|one|and|or|but|if|when|where|whether|as|to|in order|consideration|the (?:review|report|recommendations?|author|following|results?|findings?|record|letter|audit|plan|agreement|lead(?! (?:member|agency|officer|partner|nurse|director)))|recommendations?|all recommendations|each recommendation|(?:better|more|improved|further|clear\w*|regular|additional)\b.*|training|guidance|work|action)\b)");
  return nobody.find(subject).has_value();
}

}  // namespace

AskZone zone_of_heading(std::string_view words, SectionSet own) {
  const Signs& all = signs();
  const AskWords heading(words);
  const SectionSet imrs = *section_of("imr_recs"), wanted = *section_of("recommendations");
  if (heading.find(all.foreign) || (own & imrs) != 0) return AskZone::foreign;
  if (heading.find(all.followed_up)) return AskZone::afterwards;
  if (heading.find(all.considerations)) return AskZone::considerations;
  if (heading.find(all.recommendations)) return all.mixing.find(words) && !all.heads_asks.find(words) ? AskZone::mixed : AskZone::recommendations;
  return (own & wanted) != 0 || heading.find(all.onward) ? AskZone::mixed : AskZone::other;
}

bool heads_asks(std::string_view line) { return signs().heads_asks.find(line).has_value(); }

std::optional<AskLabel> addressee_of(const AskWords& asked) {
  constexpr std::size_t reach = 110;
  const Signs& all = signs();
  const std::string_view words = asked.text(), head = words.substr(0, reach);
  const auto match = holds_divider(head) ? all.addressee.find(head) : std::nullopt;
  if (!match || match->whole.begin != 0) return std::nullopt;
  const std::string_view name = words.substr(match->first.begin, match->first.length());
  if (!names_agency(asked.part(name)) || !asks(asked.part(words.substr(match->whole.end)), true)) return std::nullopt;
  return AskLabel{fold_space(name), match->whole.end, false};
}

std::optional<AskLabel> label_of(const AskWords& asked, bool inside) {
  constexpr std::size_t reach = 90;
  const std::string_view words = asked.text(), head = words.substr(0, reach);
  const Signs& all = signs();
  std::optional<regex::Match> match = asked.part(head).find(all.label);
  if (!match && holds_code(head)) match = all.label_code.find(head);
  if (match && match->whole.begin != 0) match.reset();
  if (!match && inside) match = asked.part(head).find(all.inside_label);
  if (!match || match->whole.begin != 0 || match->whole.end == 0) return std::nullopt;
  const std::string_view after = words.substr(match->whole.end);
  const char last = match->whole.end > 0 ? words[match->whole.end - 1] : ' ';
  const bool parted = last == ':' || last == '.' || last == ')' || last == '-' || words.substr(0, match->whole.end).find(':') != std::string_view::npos;
  if ((!parted && all.refers.find(after)) || all.contents_entry.find(words)) return std::nullopt;
  const std::string lower = ascii_lower(words.substr(0, match->whole.end));
  return AskLabel{id_in(*match, head), match->whole.end, lower.find("consideration") != std::string::npos || lower.find("question") != std::string::npos};
}

std::optional<AskLabel> mark_of(std::string_view words) {
  constexpr std::size_t reach = 24;
  const std::string_view head = words.substr(0, reach);
  const auto match = head.find_first_of(".):") == std::string_view::npos ? std::nullopt : signs().mark.find(head);
  if (!match || match->whole.begin != 0) return std::nullopt;
  return AskLabel{bare_id(words.substr(match->first.begin, match->first.length())), match->whole.end, false};
}

std::string code_of(std::string_view title) { return group_of(signs().code, title); }

std::string_view without_mark(std::string_view text) {
  const auto mark = mark_of(text);
  return mark ? text.substr(mark->words_at) : text;
}

AskField field_of_line(std::string_view line, std::uint32_t& value_at) {
  constexpr std::size_t reach = 90;
  const std::string_view head = line.substr(0, reach);
  const auto match = holds_divider(head) ? signs().field.find(head) : std::nullopt;
  if (!match || match->whole.begin != 0) return AskField::none;
  value_at = match->whole.end;
  const std::string name = ascii_lower(line.substr(match->first.begin, match->first.length()));
  static constexpr FieldWord words[] = {
      {"different", AskField::outcome}, {"better", AskField::outcome}, {"outcome", AskField::outcome}, {"benefit", AskField::outcome},
      {"evidence", AskField::evidence}, {"success", AskField::evidence}, {"measure", AskField::evidence}, {"know", AskField::evidence},
      {"check", AskField::evidence}, {"monitor", AskField::evidence}, {"impact", AskField::outcome}, {"progress", AskField::progress},
      {"status", AskField::progress}, {"update", AskField::progress}, {"rationale", AskField::aside}, {"reason", AskField::aside},
      {"why", AskField::aside}, {"because", AskField::aside}, {"background", AskField::aside}, {"context", AskField::aside},
      {"learning", AskField::aside}, {"finding", AskField::aside}, {"link", AskField::aside}, {"case for", AskField::aside},
      {"response", AskField::aside}, {"time", AskField::due}, {"deadline", AskField::due}, {"when", AskField::due},
      {"date", AskField::due}, {"due", AskField::due}, {"complete", AskField::due}, {"what", AskField::text}};
  const AskField found = field_named(name, words);
  return found == AskField::none ? AskField::owner : found;
}

AskField field_of_heading(std::string_view heading) {
  static constexpr FieldWord words[] = {
      {"asked to do", AskField::text}, {"to be done", AskField::text}, {"must be done", AskField::text}, {"should be done", AskField::text}, {"needs to be", AskField::text},
      {"will be done", AskField::action}, {"outcome of review", AskField::aside}, {"target date", AskField::due}, {"date of completion", AskField::progress}, {"progress", AskField::progress}, {"status", AskField::progress},
      {"(rag", AskField::progress}, {"rag rating", AskField::progress}, {"rag status", AskField::progress}, {"update", AskField::progress}, {"done", AskField::progress}, {"taken so far", AskField::progress},
      {"actions taken", AskField::progress}, {"completed", AskField::progress}, {"milestone", AskField::aside}, {"scope", AskField::aside},
      {"response", AskField::aside}, {"comment", AskField::aside}, {"resource", AskField::aside}, {"finding", AskField::aside}, {"learning", AskField::aside},
      {"different", AskField::outcome}, {"better", AskField::outcome}, {"outcome", AskField::outcome}, {"benefit", AskField::outcome},
      {"evidence", AskField::evidence}, {"success", AskField::evidence}, {"measure", AskField::evidence}, {"know", AskField::evidence},
      {"monitor", AskField::evidence}, {"impact", AskField::outcome}, {"lead", AskField::owner}, {"owner", AskField::owner},
      {"responsib", AskField::owner}, {"whom", AskField::owner}, {"accountab", AskField::owner}, {"agency", AskField::owner},
      {"when", AskField::due}, {"due", AskField::due}, {"date", AskField::due}, {"deadline", AskField::due},
      {"timescale", AskField::due}, {"time scale", AskField::due}, {"timeframe", AskField::due}, {"complete by", AskField::due},
      {"recommendation no", AskField::id}, {"recommendation", AskField::text}, {"we recommend", AskField::text}, {"consideration", AskField::text}, {"needs to happen", AskField::text},
      {"needs to change", AskField::text}, {"argymhell", AskField::text}, {"camau gweithredu", AskField::action}, {"erbyn", AskField::due}, {"dyddiad", AskField::due}, {"amserlen", AskField::due}, {"cyfrifol", AskField::owner}, {"arweini", AskField::owner}, {"canlyniad", AskField::outcome}, {"tystiolaeth", AskField::evidence}, {"cynnydd", AskField::progress}, {"statws", AskField::progress}, {"improvement", AskField::text}, {"what we will do", AskField::action},
      {"will do", AskField::action}, {"action", AskField::action}, {"task", AskField::action}, {"number", AskField::id}, {"ref", AskField::id}};
  std::string name = ascii_lower(fold_space(heading));
  while (!name.empty() && (name.back() == '.' || name.back() == ':' || name.back() == '?')) name.pop_back();
  static constexpr FieldWord whole[] = {{"no", AskField::id}, {"rhif", AskField::id}, {"pwy", AskField::owner}, {"pryd", AskField::due}, {"id", AskField::id}, {"#", AskField::id}, {"rec", AskField::id}, {"who", AskField::owner}, {"what", AskField::text}, {"agencies", AskField::owner}, {"who will do it", AskField::owner}, {"rag", AskField::progress}};
  for (const FieldWord& each : whole)
    if (name == each.word) return each.field;
  if (name.size() > 60) return AskField::none;
  return signs().open_ask.find(name) ? AskField::text : field_named(name, words);
}

AskWords::AskWords(std::string_view words) : text_(words), held_(signs().table.find(words).first_of(0)) {}

bool asks(const AskWords& words, bool loosely) {
  const Signs& all = signs();
  if (words.find(all.must_act) || words.find(all.asking) || words.find(all.that_acts)) return true;
  return loosely && (words.text().find('?') != std::string_view::npos || all.bare_verb.find(words.text()) || words.find(all.might_act) ||
                     words.find(all.to_act) || words.find(all.third_person));
}

bool asks_under_its_heading(const AskWords& words) { return asks(words, true) || words.find(signs().will_act); }

std::optional<std::uint32_t> label_within(const AskWords& words) {
  const auto match = words.find(signs().label_within);
  return match ? std::optional(match->first.begin) : std::nullopt;
}

std::uint32_t ordinal_at(std::string_view sentence) {
  constexpr std::size_t reach = 40;
  const auto match = signs().ordinal.find(sentence.substr(0, reach));
  return match && match->whole.begin == 0 ? match->whole.end : 0;
}

bool speaks_of_recommendations(const AskWords& words) {
  constexpr std::size_t reach = 200;
  const std::size_t stop = words.text().find(". ");
  const AskWords head = words.part(words.text().substr(0, std::min(stop == std::string_view::npos ? reach : stop + 1, reach)));
  std::size_t end = head.text().size();  // "The Board should report on these ..." asks
  for (const GatedPattern* each : {&signs().must_act, &signs().asking})
    if (const auto ask = head.find(*each)) end = std::min<std::size_t>(end, ask->whole.begin);
  return head.part(head.text().substr(0, end)).find(signs().speaks).has_value();
}

bool may_recommend(const AskWords& words) { return words.may_hold(signs().recommending); }

bool recommends(const AskWords& sentence) { return sentence.find(signs().recommending) && !signs().was_recommended.find(sentence.text()); }

std::string owner_in(std::string_view words) {
  const Signs& all = signs();
  if (const std::string labelled = group_of(all.labelled_owner, words); !labelled.empty()) return labelled;
  for (std::size_t from = 0; from < words.size();) {
    const std::size_t stop = words.find(". ", from);
    std::string_view sentence = words.substr(from, stop == std::string_view::npos ? stop : stop - from);
    if (const auto lead = all.preamble.find(sentence)) sentence.remove_prefix(lead->whole.end);
    for (const regex::Pattern* each : {&all.subject, &all.welsh_subject, &all.verb_subject}) {
      std::string owner = group_of(*each, sentence);
      while (!owner.empty() && (owner.back() == ',' || owner.back() == ' ')) owner.pop_back();
      if (!owner.empty() && !is_nobody(owner) && !all.bare_verb.find(owner)) return owner;
    }
    if (stop == std::string_view::npos) break;
    from = stop + 2;
  }
  return {};
}

std::string due_in(std::string_view text) {
  const Signs& all = signs();
  const AskWords words(text);
  for (const GatedPattern* each : {&all.labelled_due, &all.by_date, &all.welsh_date})
    if (std::string date = group_of(*each, words); !date.empty()) return date;
  const AskWords first = words.part(text.substr(0, text.find(". ")));
  return asks(first, true) ? group_of(all.in_month, first) : std::string();
}

}  // namespace casewright
