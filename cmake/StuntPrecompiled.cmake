option(STUNT_PRECOMPILED "Precompile the large headers: quicker from nothing, but missing includes are not seen" OFF)

# stunt_precompile(TARGET <header>…)
#
# Parsing nlohmann/json and GoogleMock is most of what a small file costs. A target of few files
# would lose more than it gains.
function(stunt_precompile target)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "\\.cc$")
  list(LENGTH sources files)
  if(STUNT_PRECOMPILED AND files GREATER 7)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    # For ccache.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endfunction()
