# stunt_library(NAME SOURCES a.cc a.h … [LINKS public…] [PRIVATE_LINKS …])
#
# One folder, one static library `stunt_NAME`. Sources are listed by name, so that a file which
# nobody builds is noticed (tests/tidy). Includes are written from the top: "http/request.h".
function(stunt_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS;PRIVATE_LINKS")
  add_library(stunt_${name} STATIC ${arg_SOURCES})
  set_property(GLOBAL APPEND PROPERTY STUNT_LIBRARIES stunt_${name})
  target_include_directories(stunt_${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
  target_link_libraries(stunt_${name} PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
  stunt_compile_together(stunt_${name})
  stunt_precompile(stunt_${name} <nlohmann/json.hpp> <functional> <map> <memory> <optional> <string>)
endfunction()
