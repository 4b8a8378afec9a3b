// Data, not code: the names of columns. To add one, add a row; the order plays no part.
#include "ingest/columns.h"

namespace casewright {
namespace {

// DOMAIN.md section 6; "F" numbers there say which board's form a name is from.
constexpr ColumnName in_chronologies[] = {
    {"date", Field::date},                                      // F1, F3, F12
    {"date of event", Field::date},
    {"date of contact", Field::date},
    {"date of incident", Field::date},
    {"date of entry", Field::date},
    {"date or period of event", Field::date},                   // F2
    {"date period of event", Field::date},
    {"date time", Field::date},
    {"date and time", Field::date},
    {"date and time of event", Field::date},
    {"date time of event", Field::date},
    {"event date", Field::date},
    {"contact date", Field::date},
    {"incident date", Field::date},
    {"start date", Field::date},
    {"date from", Field::date},
    {"from", Field::date},
    {"when", Field::date},
    {"dates", Field::date},
    {"day", Field::kept},
    {"day of week", Field::kept},
    {"end date", Field::end_date},
    {"date to", Field::end_date},
    {"to", Field::end_date},
    {"until", Field::end_date},
    {"time", Field::time},                                      // F1, F12
    {"time of event", Field::time},
    {"time of contact", Field::time},
    {"event time", Field::time},
    {"start time", Field::time},
    {"seq", Field::sequence},                                   // F1
    {"sequence", Field::sequence},
    {"sequence number", Field::sequence},
    {"seq no", Field::sequence},
    {"ref", Field::sequence},
    {"ref no", Field::sequence},
    {"reference", Field::sequence},
    {"no", Field::sequence},
    {"number", Field::sequence},
    {"entry no", Field::sequence},
    {"row", Field::sequence},
    {"agency", Field::kept},                                    // F12; the bundle says whose file it is
    {"organisation", Field::kept},
    {"organization", Field::kept},
    {"service", Field::kept},
    {"agency name", Field::kept},
    {"source", Field::source},                                  // F2
    {"source of information", Field::source},                   // F1
    {"source of info", Field::source},
    {"information source", Field::source},
    {"source of evidence", Field::source},                      // F12
    {"source of record", Field::source},
    {"source document", Field::source},
    {"evidence source", Field::source},
    {"record", Field::source},
    {"record source", Field::source},
    {"event", Field::event},
    {"events", Field::event},
    {"significant event", Field::event},                        // F2
    {"key event", Field::event},
    {"event or contact", Field::event},                         // F12
    {"event contact", Field::event},
    {"details", Field::event},
    {"detail", Field::event},
    {"details of event", Field::event},
    {"details of contact", Field::event},
    {"event details", Field::event},
    {"information", Field::event},
    {"information details of concerns or contact", Field::event},  // F3
    {"details of concerns or contact", Field::event},
    {"details of concern", Field::event},
    {"contact", Field::event},
    {"what happened", Field::event},
    {"description", Field::event},
    {"description of event", Field::event},
    {"event description", Field::event},
    {"summary of event", Field::event},
    {"summary", Field::event},
    {"narrative", Field::event},
    {"incident", Field::event},
    {"details of incident", Field::event},
    {"incident details", Field::event},
    {"description of incident", Field::event},
    {"entry", Field::event},
    {"child seen", Field::child_seen},
    {"seen", Field::child_seen},
    {"was the child seen", Field::child_seen},
    {"was child seen", Field::child_seen},
    {"child yp seen", Field::child_seen},
    {"child young person seen", Field::child_seen},
    {"subject seen", Field::child_seen},
    {"person seen", Field::child_seen},
    {"adult seen", Field::child_seen},
    {"seen alone", Field::seen_alone},
    {"child seen alone", Field::seen_alone},
    {"was the child seen alone", Field::seen_alone},
    {"child seen spoken to", Field::child_seen_or_spoken},
    {"child seen and spoken to", Field::child_seen_or_spoken},
    {"child seen or spoken to", Field::child_seen_or_spoken},
    {"seen spoken to", Field::child_seen_or_spoken},
    {"child seen and childs voice", Field::child_seen_and_voice},  // F12
    {"child seen childs voice", Field::child_seen_and_voice},
    {"child seen and voice of the child", Field::child_seen_and_voice},
    {"child seen voice of the child", Field::child_seen_and_voice},
    {"child seen voice", Field::child_seen_and_voice},
    {"child spoken to", Field::child_spoken_to},
    {"spoken to", Field::child_spoken_to},
    {"was the child spoken to", Field::child_spoken_to},
    {"child spoken with", Field::child_spoken_to},
    {"child listened to", Field::child_spoken_to},
    {"voice", Field::voice},
    {"voice of the child", Field::voice},
    {"voice of the person", Field::voice},
    {"voice of the adult", Field::voice},
    {"voice of child", Field::voice},
    {"childs voice", Field::voice},
    {"childs views", Field::voice},
    {"childs view", Field::voice},
    {"views of the child", Field::voice},
    {"wishes and feelings", Field::voice},
    {"childs wishes and feelings", Field::voice},               // F5
    {"lived experience", Field::voice},
    {"lived experience of the child", Field::voice},
    {"outcome", Field::outcome},
    {"outcome of contact", Field::outcome},
    {"action", Field::outcome},
    {"action taken", Field::outcome},
    {"action taken to mitigate adverse impact on child", Field::outcome},  // F2
    {"action outcome", Field::outcome},
    {"action taken outcome", Field::outcome},
    {"response", Field::outcome},
    {"response or outcome", Field::outcome},                    // F12
    {"response outcome", Field::outcome},
    {"decision", Field::outcome},
    {"decision made", Field::outcome},
    {"decision outcome", Field::outcome},
    {"result", Field::outcome},                                 // systems of the police
    {"disposal", Field::outcome},
    {"disposal result", Field::outcome},
    {"comment", Field::comment},
    {"comment or analysis", Field::comment},                    // F12
    {"comment analysis", Field::comment},
    {"analysis", Field::comment},
    {"author comment", Field::comment},
    {"imr author comment", Field::comment},
    {"impact", Field::comment},
    {"impact either positive or negative", Field::comment},     // F2
    {"impact on child", Field::comment},
    {"observations", Field::comment},
    {"notes", Field::comment},
    {"remarks", Field::comment},
    {"print name and signature", Field::recorded_by},           // F3
    {"name and signature", Field::recorded_by},
    {"signature", Field::recorded_by},
    {"professional", Field::recorded_by},
    {"practitioner", Field::recorded_by},
    {"practitioner involved", Field::recorded_by},
    {"staff member", Field::recorded_by},
    {"member of staff", Field::recorded_by},
    {"officer", Field::recorded_by},
    {"professional involved", Field::recorded_by},
    {"worker", Field::recorded_by},
    {"role", Field::recorded_by},
    {"recorded by", Field::recorded_by},
    {"completed by", Field::recorded_by},
    {"entered by", Field::recorded_by},
    {"author", Field::recorded_by},
    {"added by", Field::recorded_by},                           // systems of schools
    {"oic", Field::recorded_by},                                // the officer in the case
    {"officer in the case", Field::recorded_by},
    {"contact with family", Field::contact},
    {"family contact", Field::contact},
    {"direct contact", Field::contact},
    {"contact with child or family", Field::contact},
    {"key", Field::key},
    {"key event y n", Field::key},
    {"is key event", Field::key},
    {"background", Field::background},
    {"same as", Field::same_as},
    {"duplicate of", Field::same_as},
    {"review", Field::kept},                                    // F2
    {"rag", Field::kept},                                       // F4
    {"rag rating", Field::kept},
    {"rating", Field::kept},
    {"strengths safety", Field::kept},
    {"strengths", Field::kept},
    {"risk harm", Field::kept},
    {"risks", Field::kept},
    {"location", Field::kept},
    {"place", Field::kept},
    {"venue", Field::kept},
    {"present", Field::kept},
    {"people present", Field::kept},
    {"category", Field::kept},
    {"type of contact", Field::kept},
    {"contact type", Field::kept},
    {"type", Field::kept},
    {"date recorded", Field::kept},
    {"date of recording", Field::kept},
    {"date of birth", Field::kept},
    {"dob", Field::kept},
    {"name", Field::kept},
    {"child", Field::kept},
    {"age of child", Field::kept},
    {"age", Field::kept},
    {"term of reference", Field::kept},
    {"tor", Field::kept},
    {"occ no", Field::kept},                                    // systems of the police
    {"occ type", Field::kept},
    {"occurrence no", Field::kept},
    {"occurrence number", Field::kept},
    {"occurrence type", Field::kept},
    {"incident type", Field::kept},
    {"event type", Field::kept},
    {"involved nominals", Field::kept},
    {"nominals", Field::kept},
    {"involved persons", Field::kept},
    {"risk", Field::kept},
    {"risk level", Field::kept},
    {"student", Field::kept},                                   // systems of schools
    {"linked students", Field::kept},
    {"pupil", Field::kept},
    {"year group", Field::kept},
};

constexpr ColumnName in_action_plans[] = {
    {"id", Field::id},
    {"ref", Field::id},
    {"ref no", Field::id},
    {"no", Field::id},
    {"number", Field::id},
    {"action no", Field::id},
    {"recommendation", Field::recommendation},                  // F7, F11
    {"recommendation no", Field::recommendation},
    {"recommendation number", Field::recommendation},
    {"recommendation ref", Field::recommendation},
    {"rec", Field::recommendation},
    {"rec no", Field::recommendation},
    {"finding", Field::recommendation},
    {"action", Field::action},                                  // F10
    {"action required", Field::action},
    {"action to be taken", Field::action},                      // F7
    {"agreed action", Field::action},
    {"specific activity", Field::action},                       // F11
    {"what will be done", Field::action},
    {"what", Field::action},
    {"owner", Field::owner},
    {"lead", Field::owner},
    {"lead agency", Field::owner},                              // F7
    {"lead officer", Field::owner},
    {"action owner", Field::owner},
    {"delivery owner", Field::owner},                           // F10
    {"responsibility", Field::owner},                           // F11
    {"responsible", Field::owner},
    {"responsible agency", Field::owner},
    {"by whom", Field::owner},
    {"who", Field::owner},
    {"agency", Field::owner},
    {"due", Field::due},
    {"due date", Field::due},                                   // F10
    {"target date", Field::due},                                // F7
    {"timescale", Field::due},
    {"deadline", Field::due},
    {"time", Field::due},                                       // F11
    {"by when", Field::due},
    {"date for completion", Field::due},
    {"completion date", Field::due},
    {"status", Field::status},
    {"rag", Field::status},
    {"rag rating", Field::status},
    {"rag status", Field::status},
    {"progress indicator", Field::status},                      // F7
    {"status comment", Field::status},                          // F11
    {"completed", Field::completed},
    {"date completed", Field::completed},
    {"date of completion", Field::completed},
    {"date of completion and outcome", Field::completed},       // F7
    {"action taken", Field::taken},
    {"action taken to date", Field::taken},
    {"progress", Field::taken},
    {"update", Field::taken},
    {"progress update", Field::taken},
    {"what has been done", Field::taken},
    {"impact", Field::impact},
    {"outcome", Field::impact},
    {"desired outcome", Field::impact},
    {"intended outcome", Field::impact},
    {"impact for children", Field::impact},
    {"what difference has it made", Field::impact},
    {"next step", Field::next},
    {"further action", Field::next},
    {"evidence", Field::evidence},
    {"evidence of completion", Field::evidence},
    {"measure", Field::evidence},
    {"how will we know", Field::evidence},
    {"output", Field::evidence},                                // F11
    {"scope", Field::kept},
    {"scope of recommendation", Field::kept},                   // F7
    {"key milestone", Field::kept},
    {"key milestones to enact recommendation", Field::kept},    // F7
    {"agency response to recommendation", Field::kept},         // F7
    {"topic", Field::kept},                                     // F11
    {"reason for rating", Field::kept},                         // F10
    {"root cause of issues or success", Field::kept},           // F10
    {"comment", Field::kept},
};

}  // namespace

std::span<const ColumnName> chronology_columns() { return in_chronologies; }
std::span<const ColumnName> action_columns() { return in_action_plans; }

}  // namespace casewright
