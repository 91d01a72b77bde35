find_package(GTest REQUIRED)

# Everything that ThreadSanitizer runs, as one target.
add_custom_target(threads_tests)

# stunt_test(NAME SOURCES a_test.cc … [LINKS stunt_x …] [LABELS threads …] [TIMEOUT seconds])
#
# One binary and one ctest entry. A test that starts threads of its own is labelled `threads`, and
# so runs under ThreadSanitizer too.
function(stunt_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LINKS;LABELS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINKS} stunt_test_support GTest::gmock_main)
  # What is tested is optimised, and watched by the fuzzers; the tests need not be, and would cost
  # twice the time.
  target_compile_options(${name} PRIVATE
    -O0 $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=fuzzer-no-link>)
  stunt_precompile(${name} <gmock/gmock.h> <nlohmann/json.hpp> <functional> <map> <optional> <string>)
  add_test(NAME ${name} COMMAND ${name} --gtest_brief=1 WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "unit;${arg_LABELS}" TIMEOUT ${arg_TIMEOUT})
  if("threads" IN_LIST arg_LABELS)
    add_dependencies(threads_tests ${name})
  endif()
endfunction()
