#include "inspect/kinds.h"

#include <algorithm>
#include <array>

#include "inspect/kinds/acronym.h"
#include "inspect/kinds/address.h"
#include "inspect/kinds/agency_report.h"
#include "inspect/kinds/agreement.h"
#include "inspect/kinds/capitalisation.h"
#include "inspect/kinds/carried.h"
#include "inspect/kinds/case_agreement.h"
#include "inspect/kinds/case_record.h"
#include "inspect/kinds/chronology_rows.h"
#include "inspect/kinds/conditional.h"
#include "inspect/kinds/consistency.h"
#include "inspect/kinds/cross_reference.h"
#include "inspect/kinds/exact_date.h"
#include "inspect/kinds/jigsaw.h"
#include "inspect/kinds/known_name.h"
#include "inspect/kinds/leftover.h"
#include "inspect/kinds/list_count.h"
#include "inspect/kinds/local_body.h"
#include "inspect/kinds/measure.h"
#include "inspect/kinds/metric.h"
#include "inspect/kinds/occurrence.h"
#include "inspect/kinds/passive.h"
#include "inspect/kinds/pattern.h"
#include "inspect/kinds/pdf_condition.h"
#include "inspect/kinds/phrase.h"
#include "inspect/kinds/pseudonym.h"
#include "inspect/kinds/recommendation.h"
#include "inspect/kinds/recommendation_set.h"
#include "inspect/kinds/regime.h"
#include "inspect/kinds/repetition.h"
#include "inspect/kinds/required_section.h"
#include "inspect/kinds/required_words.h"
#include "inspect/kinds/sequence.h"
#include "inspect/kinds/spelling.h"
#include "inspect/kinds/structure.h"
#include "inspect/kinds/substitution.h"
#include "inspect/kinds/table_total.h"
#include "inspect/kinds/timescale.h"
#include "inspect/kinds/unknown_name.h"

namespace casewright {

std::span<const Kind> kinds() {
  static constexpr std::array<Kind, 39> all{{
      {"acronym", "finds a short form that is nowhere explained", prepare_acronym},
      {"address", "finds addresses of the web whose words name somebody", prepare_address},
      {"agency-report", "looks at what agencies' own reports of a case lack", prepare_agency_report},
      {"agreement", "compares what two documents of one review say", prepare_agreement},
      {"capitalisation", "compares capitals in headings and terms with a style", prepare_capitalisation},
      {"carried", "finds what the file carries besides the page: comments, hidden text, names in properties",
       prepare_carried},
      {"case-agreement", "compares a report with the papers of its case", prepare_case_agreement},
      {"case-record", "looks for dates and sign-offs that the case must hold", prepare_case_record},
      {"chronology", "looks at what the entries of agencies' chronologies lack", prepare_chronology_rows},
      {"conditional", "finds what may stand only where something else stands too", prepare_conditional},
      {"consistency", "finds two terms for one thing", prepare_consistency},
      {"cross-reference", "finds references to places that the document does not have", prepare_cross_reference},
      {"exact-date", "finds dates to the day where a month or an age would do", prepare_exact_date},
      {"jigsaw", "weighs details that together lead to a family", prepare_jigsaw},
      {"known-name", "finds names of the identity register in every word of the file", prepare_known_name},
      {"leftover", "finds what was left for a person to finish", prepare_leftover},
      {"local-body", "finds teams, units and classes under a name of their own", prepare_local_body},
      {"measure", "compares a length, a share or a score with a limit", prepare_measure},
      {"metric", "compares a formula over the counts of a text with a limit", prepare_metric},
      {"occurrence", "counts words or patterns in a sentence, paragraph or report", prepare_occurrence},
      {"passive", "finds passives that do not say who did it", prepare_passive},
      {"pattern", "finds what a regular expression describes, where the words near it agree",
       prepare_pattern},
      {"pdf-condition", "reports where a PDF breaks a condition of PDF/UA-1, the standard for accessible PDF",
       prepare_pdf_condition},
      {"phrase", "finds words and phrases", prepare_phrase},
      {"pseudonym", "looks whether codes and pseudonyms hide people, and each one by one code", prepare_pseudonym},
      {"recommendation", "looks at each recommendation's owner, deadline and wording",
       prepare_recommendation},
      {"recommendation-set", "looks at the recommendations of a report as a whole", prepare_recommendation_set},
      {"regime", "compares the guidance that the report cites", prepare_regime},
      {"repetition", "finds a word that stands twice in a row", prepare_repetition},
      {"required-section", "looks for a section that the report must have, under any usual heading",
       prepare_required_section},
      {"required-words", "looks for something that the report must say", prepare_required_words},
      {"sequence", "finds a row of tokens told by word, class or casing", prepare_sequence},
      {"spelling", "looks up every word in the dictionary and the field's own word list", prepare_spelling},
      {"structure", "looks at headings, tables, pictures and links as assistive technology meets them",
       prepare_structure},
      {"substitution", "finds words for which there is a better one", prepare_substitution},
      {"list-count", "finds lists that have more or fewer items than the words before them say", prepare_list_count},
      {"table-total", "finds totals of tables that are not the sums of their parts", prepare_table_total},
      {"timescale", "compares how long the review took with what its regime allows", prepare_timescale},
      {"unknown-name", "finds names and other details that no register lists", prepare_unknown_name},
  }};
  return all;
}

const Kind* kind_named(std::string_view name) {
  const auto all = kinds();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Kind& kind) { return kind.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace casewright
