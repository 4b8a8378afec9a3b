// Date cells, times and yes-or-no cells as nobody would write them.
#include <cstdlib>

#include "ingest/papers/columns.h"
#include "ingest/values/answers.h"
#include "ingest/values/when.h"

using namespace casewright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const DateOrder order : {DateOrder::day_first, DateOrder::month_first}) {
    const WhenRead read = read_when(text, order);
    if (read.when.written != text) std::abort();
    if (read.when.from.known() && !valid(read.when.from)) std::abort();
    if (read.when.to.known() && (!valid(read.when.to) || !read.when.from.known())) std::abort();
    if (read.when.to.known() && day_number(read.when.to) < day_number(read.when.from)) std::abort();
    if (read.when.minute < -1 || read.when.minute >= 1440) std::abort();
  }
  if (const int minute = read_time(text); minute < -1 || minute >= 1440) std::abort();
  order_shown(text);
  read_answer(text);
  LabelGuide::of("chronology").understand(text);
  LabelGuide::of("front-sheet").understand(text);
  return 0;
}
