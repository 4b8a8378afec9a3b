# embed(target file name): builds a text file into a target as `extern const std::string_view casewright::data::name`.
function(embed target file name)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${file})
  file(READ ${CMAKE_SOURCE_DIR}/${file} text)
  set(source ${CMAKE_BINARY_DIR}/embedded/${name}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"#include <string_view>

namespace casewright::data {

extern const std::string_view @name@;
const std::string_view @name@ = R\"embedded(@text@)embedded\";

}
")
  target_sources(${target} PRIVATE ${source})
endfunction()

# embed_sha256(target name files...): builds the sha256 of files into a target, sorted, one a line.
function(embed_sha256 target name)
  set(all)
  foreach(path IN LISTS ARGN)
    file(SHA256 ${path} sum)
    list(APPEND all ${sum})
  endforeach()
  list(SORT all)
  list(REMOVE_DUPLICATES all)
  list(JOIN all "\n" text)
  set(source ${CMAKE_BINARY_DIR}/embedded/${name}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"#include <string_view>

namespace casewright::data {

extern const std::string_view @name@;
const std::string_view @name@ = R\"(@text@
)\";

}
")
  target_sources(${target} PRIVATE ${source})
endfunction()
