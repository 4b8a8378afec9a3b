#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/container.h"
#include "model/document.h"

namespace casewright {

/// "inserted by A. Other 2019-01-02": a carried thing with its date, where one is known.
std::string dated(std::string name, std::string_view date);
/// How words under that risk are hidden, for a person ("words too small to read").
std::string name_of_hiding(std::string_view risk);
/// True for an address that leads to a disk, a server of an office or somebody's own folder, not to the public web.
bool is_local_address(std::string_view address);
/// True for the way to a file that lies beside the document, or some folders away: "../cases/notes.docx".
bool is_path_of_file(std::string_view address);
/// True for the name that a program gives to a picture or shape by itself ("Picture 3", "Text Box 12").
bool is_given_name(std::string_view name);
/// True for words that look as if they named somebody or a file: two capitalised words in a row, a title before one, a path,
/// a long number. Whether they do is for the rules to say.
bool may_name_somebody(std::string_view words);
/// True where a value is for programs and not for people: a number, a date, a hexadecimal key, yes or no, a web address.
bool is_technical(std::string_view value);
/// The words that stand as they are in a file of another kind: runs of letters of a binary, in one or two bytes each.
std::string words_of_binary(std::string_view bytes);
/// All words of an embedded file: the cells of a workbook, the parts of an office file, else what words_of_binary() finds.
std::vector<std::string> words_of_embedded(std::string_view bytes, const std::string& file);
/// Puts what a picture file says beside the picture among the items.
void carry_image_facts(Container& container, std::string_view bytes, const std::string& name, Origin origin);
/// Notes that a picture file seems to show words, which nobody reads here: once for each file.
void carry_unread_picture(Container& container, std::string_view bytes, const std::string& name, Origin origin, std::uint32_t page = 0);

/// All that a reader of a document sees, to ask whether words stand on the page too.
class ShownWords {
 public:
  explicit ShownWords(const Document& document);
  /// True where the words, however spaced, stand on the page.
  bool has(std::string_view words) const;
  /// The same for the next text of a part, which is looked for at `cursor` first and puts it behind what was found: a part's texts
  /// mostly come in the order of the page.
  bool goes_on(std::string_view words, std::size_t& cursor) const;

 private:
  std::string all_;
};

/// Hidden words that stand on the page as well are harmless, unless somebody meant to hide them; so is what somebody wrote in place of
/// words ("xxxx"), and a notice of cookies.
void excuse_what_is_shown(Container& container, const ShownWords& shown);

}  // namespace casewright
