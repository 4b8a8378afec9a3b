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
