// A table: words of the formats of office files, of the settings and templates that programs bring with them, and of their fonts. Gathered
// from what Word, LibreOffice, pandoc and python-docx write into new files and from ECMA-376 and OpenDocument 1.3.
#include "ingest/office/office_known_words.h"

#include <algorithm>

namespace casewright {
namespace {

// In order. A word that is also somebody's given name is none of these, however often a program writes it.
constexpr std::string_view office_words[] = {
    "abstract", "accelerator", "accent", "access", "acronym", "activex", "add", "address", "after", "align", "alignment", "all", "allow", "alpha", "alternate",
    "alternative", "anchor", "anchored", "angle", "annotation", "app", "application", "apply", "aqua", "arab", "arabic", "archive", "area", "arial", "armenian", "armn",
    "arrow", "asian", "attached", "attribute", "attrs", "author", "auto", "automatic", "axis", "back", "background", "baiti", "balloon", "band", "bar", "base", "based",
    "baseline", "baskerville", "batang", "beng", "bengali", "bibliography", "bidi", "bin", "binary", "bitmap", "black", "blank", "blanks", "block", "blue", "bodoni",
    "body", "bold", "bookman", "bopo", "boran", "border", "bottom", "box", "break", "brown", "browse", "bubble", "bugi", "bullet", "bullets", "business", "button",
    "calculation", "calibri", "cambria", "cancel", "candara", "cans", "caps", "caption", "captioned", "capture", "cell", "cells", "center", "centered", "centre",
    "changes", "char", "character", "characters", "chart", "cher", "cherokee", "citation", "cjk", "clip", "clipped", "close", "closing", "cls", "code", "collapse",
    "color", "colorful", "colour", "column", "columns", "com", "command", "comment", "comments", "compact", "compatibility", "complex", "component", "compound",
    "compression", "condensed", "config", "configuration", "configurations", "connector", "consider", "consolas", "constantia", "contemporary", "content", "contents",
    "continuation", "continue", "control", "controls", "converter", "corbel", "core", "count", "courier", "cover", "create", "createdate", "creator", "cross", "current",
    "custom", "customui", "customxml", "cyan", "cycle", "data", "database", "date", "dated", "dcterms", "decimal", "decorative", "default", "definition", "degree",
    "dejavu", "density", "depth", "description", "design", "desktop", "deva", "devanagari", "diagram", "dialog", "different", "direction", "display", "distance", "div",
    "doc", "docproperty", "docprops", "docs", "document", "documents", "docx", "dok", "dokchampa", "dot", "dotted", "dotum", "double", "draw", "drawing", "drawings",
    "drop", "dropdown", "duplicate", "east", "ebrima", "edge", "effect", "effects", "elegant", "element", "elements", "else", "embed", "embedded", "embeddings", "emf",
    "emoji", "emphasis", "empty", "enable", "enabled", "encoding", "end", "endnote", "endnotes", "entry", "envelope", "equation", "error", "estrangelo", "ethi",
    "ethiopic", "even", "event", "every", "excel", "exclude", "expanded", "ext", "extended", "extension", "external", "face", "factor", "fallback", "false", "family",
    "fangsong", "fax", "field", "fields", "figure", "figures", "file", "filename", "fill", "filter", "first", "fixed", "flat", "flip", "float", "floating", "floattable",
    "flowchart", "fly", "followed", "font", "fonts", "fonttable", "footer", "footers", "footnote", "footnotes", "force", "form", "format", "formatted", "formatting",
    "formcheckbox", "formdropdown", "former", "formtext", "formula", "frame", "frames", "franklin", "freeform", "fuchsia", "full", "function", "gadugi", "garamond",
    "general", "geor", "georgian", "gif", "global", "glossary", "goback", "gothic", "gradient", "graphic", "graphicframe", "graphics", "gray", "green", "grey", "grid",
    "group", "gujarati", "gujr", "gulim", "gurmukhi", "guru", "gutter", "half", "handler", "hang", "hanging", "hans", "hant", "hash", "hashtag", "hatch", "head",
    "header", "headers", "heading", "headings", "hebr", "hebrew", "height", "heiti", "helvetica", "hidden", "hide", "high", "highlight", "himalaya", "hor", "horizontal",
    "html", "hyperlink", "hyperlinks", "hyphenation", "icon", "identifier", "ideograph", "ignorable", "ignore", "illustration", "image", "images", "imports", "increment",
    "indent", "independent", "index", "info", "inherit", "initial", "inline", "inner", "input", "insert", "inset", "inside", "intense", "internal", "internet", "invalid",
    "invert", "iskoola", "italic", "item", "items", "java", "jhenghei", "job", "jobs", "join", "jpan", "jpeg", "jpg", "justified", "justify", "kaiti", "kannada",
    "kashida", "keep", "kern", "key", "keyboard", "keywords", "khmer", "khmr", "kind", "knda", "kufi", "label", "landscape", "language", "lao", "large", "last", "latent",
    "latin", "layout", "layouts", "leader", "leading", "leelawadee", "left", "legacy", "legend", "length", "letter", "level", "levels", "liberation", "light", "lime",
    "line", "linear", "linenumbering", "lines", "link", "linked", "links", "linotype", "list", "listbullet", "lists", "lisu", "load", "local", "lock", "locked", "long",
    "low", "lower", "lucida", "macro", "macrobutton", "magenta", "main", "major", "malayalam", "malgun", "manifest", "manual", "map", "margin", "margins", "marker",
    "maroon", "math", "matrix", "maximum", "measure", "media", "medium", "meiryo", "mention", "menu", "merge", "mergefield", "mergeformat", "message", "meta", "metadata",
    "metrics", "microsoft", "middle", "min", "mincho", "ming", "mingliu", "minimum", "minor", "mirror", "mlym", "mode", "model", "modern", "modified", "module", "mong",
    "mongolian", "monospace", "mool", "mouse", "move", "multi", "multiple", "myanmar", "mymr", "name", "names", "narrow", "naskh", "nastaliq", "native", "navy", "nested",
    "new", "next", "nirmala", "nkoo", "node", "nomargins", "none", "normal", "north", "northeast", "northwest", "note", "notes", "noto", "num", "number", "numbered",
    "numbering", "numberings", "numeric", "numpages", "oasis", "obj", "object", "objects", "objs", "odd", "odt", "office", "offset", "offsets", "olck", "old",
    "oleobject", "olive", "one", "only", "ooo", "opacity", "open", "opendocument", "opensymbol", "openxmlformats", "operator", "option", "options", "orange", "order",
    "ordered", "org", "orientation", "oriya", "orphan", "orya", "osma", "other", "ott", "outer", "outline", "outlook", "outside", "oval", "over", "overflow", "overlap",
    "overlay", "override", "pack", "package", "packages", "page", "pageref", "pages", "palatino", "panel", "paper", "para", "paragraph", "paragraphs", "parameter",
    "parent", "part", "parts", "paste", "path", "pattern", "pen", "penh", "percent", "percentage", "pgf", "phag", "picture", "pictures", "pixel", "placeholder",
    "placement", "plain", "pmingliu", "png", "point", "polygon", "portrait", "pos", "position", "positioning", "pota", "powerpoint", "prefix", "preformatted", "preset",
    "preview", "previous", "print", "printdate", "printer", "priority", "process", "professional", "program", "prompt", "properties", "property", "props", "protect",
    "protected", "protection", "provider", "publish", "punctuation", "purple", "quattro", "query", "quick", "quotation", "quotations", "quote", "range", "ratio", "rdf",
    "read", "readonly", "recent", "record", "rectangle", "red", "redline", "ref", "reference", "references", "refheading", "region", "regular", "relation",
    "relationship", "relationships", "relative", "rels", "remove", "repeat", "replace", "reset", "resolution", "resource", "result", "return", "reverse", "reversed",
    "revision", "right", "ring", "root", "rotate", "round", "rounded", "row", "rows", "rsid", "rtl", "ruler", "run", "salutation", "same", "sample", "sans", "save",
    "savedate", "scale", "schema", "schemas", "scheme", "screen", "script", "scroll", "section", "sectionpages", "sections", "segoe", "select", "selected", "selection",
    "sender", "separator", "seq", "sequence", "series", "serif", "server", "set", "settings", "setup", "shade", "shaded", "shading", "shadow", "shape", "shapes",
    "sharedstrings", "sheet", "short", "show", "side", "signature", "silver", "simple", "simsun", "single", "sinh", "sinhala", "size", "skip", "slide", "small", "smart",
    "snap", "solid", "song", "sora", "sort", "source", "south", "southeast", "southwest", "space", "spaces", "spacing", "special", "spell", "split", "square", "stack",
    "standard", "start", "state", "status", "step", "stop", "story", "straight", "stretch", "strike", "strikeout", "strong", "style", "styleref", "styles", "stylesheet",
    "subject", "subscript", "subtitle", "subtle", "suffix", "sum", "superscript", "suppress", "svg", "switch", "sylfaen", "symbol", "symbolmt", "symbols", "syntax",
    "syrc", "syre", "syrj", "syrn", "system", "tab", "table", "tables", "tabs", "tabular", "tag", "tahoma", "tale", "talu", "tamil", "taml", "target", "teal", "teletype",
    "telu", "telugu", "template", "templates", "term", "text", "textbody", "textbox", "texture", "tfng", "thaa", "thaana", "thai", "theme", "thick", "thin", "thumbnail",
    "thumbnails", "tibetan", "tibt", "tiff", "tight", "time", "times", "title", "titles", "toc", "tocheading", "toggle", "token", "tool", "toolbar", "tools", "top",
    "total", "tracked", "transform", "transparency", "trebuchet", "triangle", "true", "truetype", "two", "type", "typeface", "typewriter", "uigh", "uighur",
    "unbreakable", "underline", "underlined", "unicode", "uniform", "unique", "unit", "unknown", "unresolved", "unsorted", "unx", "update", "upper", "url", "use", "used",
    "user", "username", "value", "values", "variable", "variables", "variant", "vector", "verbatim", "verdana", "version", "vertical", "vertically", "viet", "view",
    "viewer", "views", "visible", "visited", "visual", "vml", "vnd", "warning", "watermark", "web", "websettings", "weight", "west", "white", "wide", "widow", "width",
    "wildcard", "window", "windows", "wingdings", "wmf", "word", "words", "workbook", "workbooks", "worksheet", "worksheets", "wrap", "wrapping", "writer", "xlink",
    "xlsm", "xlsx", "xml", "yahei", "yellow", "yes", "yields", "yiii", "zero", "zoom"};

// In order. Fonts and settings whose names could be people's, each by its whole name.
constexpr std::string_view office_values[] = {
    "aharoni", "algerian", "angsana new", "applyparagraphmarkformattonumbering", "aptos", "aptos display", "arno pro", "bernard mt condensed", "bookman old style", "bradley hand", "bradley hand itc",
    "britannic bold", "broadway", "brush script mt", "caladea", "calisto mt", "carlito", "castellar", "century schoolbook", "chiller", "colonna mt", "comic sans ms",
    "cooper black", "cordia new", "daun penh", "daunpenh", "david", "david clm", "dejavu sans", "dok champa", "dokchampa", "edwardian script itc", "elephant",
    "engravers mt", "eras bold itc", "estrangelo edessa", "euphemia", "felix titling", "footlight mt light", "forte", "frank ruehl", "frank ruehl clm", "free sans",
    "freesans", "french script mt", "gabriola", "gautami", "gentium", "georgia", "gigi", "gill sans", "gill sans mt", "gisha", "goudy old style", "haettenschweiler",
    "harlow solid italic", "harrington", "imprint mt shadow", "informal roman", "iskoola pota", "jokerman", "juice itc", "kalinga", "kartika", "kristen itc", "latha",
    "lato", "levenim mt", "linux libertine", "lohit devanagari", "lower roman", "lucida grande", "lucida sans unicode", "magneto", "maiandra gd", "mangal",
    "matura mt script capitals", "microsoft yi baiti", "miriam", "miriam clm", "mistral", "modern no. 20", "mool boran", "moolboran", "mv boli", "narkisim",
    "niagara solid", "nyala", "ocr a extended", "old english text mt", "onyx", "open sans", "palace script mt", "papyrus", "parchment", "perpetua",
    "plantagenet cherokee", "playbill", "poor richard", "pristina", "raavi", "rage italic", "ravie", "roboto", "rockwell", "rod", "script mt bold", "showcard gothic",
    "shruti", "snap itc", "stencil", "sylfaen", "tempus sans itc", "times new roman", "times roman", "tunga", "tw cen mt", "upper roman", "victoria", "viner hand itc",
    "vivaldi", "vladimir script", "vrinda", "wide latin"};

}  // namespace

bool is_office_word(std::string_view word) { return std::binary_search(std::begin(office_words), std::end(office_words), word); }

bool is_office_value(std::string_view value) { return std::binary_search(std::begin(office_values), std::end(office_values), value); }

}  // namespace casewright
