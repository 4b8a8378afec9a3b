#pragma once

#include "ingest/html/html_page.h"

namespace casewright {

/// Writes beside the document what of a page keeps people from using it whatever its words say, each with how many there are: sound
/// that starts by itself ("sound-by-itself"), films without captions ("captions-missing"), words that move ("moving-words") or flash
/// ("flashing"), a page that cannot be made larger ("zoom-prevented"), a focus that does not show ("focus-hidden") or goes its own way
/// ("tab-order-set"), words that show in another order than they are read in ("order-by-style"), what only a mouse
/// can press ("click-only"), labels that differ from the words that show ("label-differs"), sentences kept from those who listen
/// ("hidden-from-listeners"), links within the page that lead nowhere ("anchor-missing"), the same name for two elements
/// ("id-twice"), a page without a main part ("main-missing"), a way past its menu ("skip-link-missing") or a title ("title-missing", "title-poor"); and
/// how its words are set: to both sides ("justified"), very small ("tiny-words"), in capitals ("capitals-by-style").
void note_barriers(const HtmlPage& page, Container& container);

}  // namespace casewright
