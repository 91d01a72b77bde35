# What `cmake --install` puts into a prefix: the program, one library of all folders, its public
# headers, and what find_package and pkg-config read. Built by the target `stunt_to_install`.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# These are headers only: whoever links the library does not need them.
set(compiled_in CLI11::CLI11 nlohmann_json::nlohmann_json tl::expected)

# What the library may link besides itself, and by what its users find that: CMake's package (for
# PkgConfig::x there is none), pkg-config's module, Debian's package.
set(found_by
  "CURL::libcurl CURL libcurl libcurl4-openssl-dev"
  "OpenSSL::Crypto OpenSSL libcrypto libssl-dev"
  "PkgConfig::pistache - libpistache libpistache-dev"
  "PkgConfig::re2 - re2 libre2-dev"
  "PkgConfig::sqlite3 - sqlite3 libsqlite3-dev"
  "PkgConfig::xxhash - libxxhash libxxhash-dev"
  "Threads::Threads Threads - -"
  "absl::btree absl absl_btree libabsl-dev"
  "prometheus-cpp::core prometheus-cpp prometheus-cpp-core prometheus-cpp-dev"
  "spdlog::spdlog spdlog spdlog libspdlog-dev"
  "yaml-cpp yaml-cpp yaml-cpp libyaml-cpp-dev")

# stunt_merge(NAME AS exported LIBRARIES stunt_x … [LINKS …])
#
# One static library, lib<NAME>.a, of everything that is in those, which is exported as stunt::<AS>.
# What they link besides each other its users link too.
function(stunt_merge name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "AS" "LIBRARIES;LINKS")
  foreach(library IN LISTS arg_LIBRARIES)
    list(APPEND objects $<TARGET_OBJECTS:${library}>)
    get_target_property(linked ${library} LINK_LIBRARIES)
    list(APPEND links ${linked})
  endforeach()
  list(REMOVE_DUPLICATES links)
  list(FILTER links EXCLUDE REGEX "^stunt_|^stunt::")
  list(REMOVE_ITEM links ${compiled_in})
  add_library(${name}_archive STATIC ${objects})
  set_target_properties(${name}_archive PROPERTIES
    OUTPUT_NAME ${name} EXPORT_NAME ${arg_AS} LINKER_LANGUAGE CXX
    ARCHIVE_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  target_link_libraries(${name}_archive PRIVATE ${links} PUBLIC ${arg_LINKS})
  target_compile_features(${name}_archive INTERFACE cxx_std_20)
  install(TARGETS ${name}_archive EXPORT ${name} COMPONENT dev
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(EXPORT ${name} NAMESPACE stunt:: FILE ${name}-targets.cmake
    DESTINATION ${stunt_config} COMPONENT dev)
endfunction()

# stunt_pkg_config(NAME): NAME.pc, which finds its prefix from where it lies.
function(stunt_pkg_config name)
  configure_file(${PROJECT_SOURCE_DIR}/packaging/${name}.pc.in ${PROJECT_BINARY_DIR}/generated/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/generated/${name}.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)
endfunction()

set(stunt_config ${CMAKE_INSTALL_LIBDIR}/cmake/stunt)
file(RELATIVE_PATH up_to_prefix
  /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
string(REGEX REPLACE "/$" "" up_to_prefix "${up_to_prefix}")

get_property(libraries GLOBAL PROPERTY STUNT_LIBRARIES)
list(REMOVE_ITEM libraries stunt_gtest)
stunt_merge(stunt AS stunt LIBRARIES ${libraries})

# Of those, what it does link, for stunt-config.cmake, stunt.pc and libstunt-dev.
get_target_property(links stunt_archive LINK_LIBRARIES)
set(needed_packages "")
set(needed_modules "")
set(needed_by_pkg_config "")
set(needed_debian_packages "")
foreach(link IN LISTS links)
  set(known ${found_by})
  list(FILTER known INCLUDE REGEX "^${link} ")
  if(NOT known)
    message(FATAL_ERROR "libstunt.a links ${link}; how do its users find that? Add a line to found_by "
                        "in cmake/StuntInstall.cmake, or to compiled_in if it is headers only")
  endif()
  string(REPLACE " " ";" known "${known}")
  list(POP_FRONT known target package module debian_package)
  if(package STREQUAL "-")
    string(REPLACE "PkgConfig::" "" name ${target})
    list(APPEND needed_modules ${name}=${module})
  else()
    list(APPEND needed_packages ${package})
  endif()
  list(APPEND needed_by_pkg_config ${module})
  list(APPEND needed_debian_packages ${debian_package})
endforeach()
list(REMOVE_ITEM needed_by_pkg_config -)
list(REMOVE_ITEM needed_debian_packages -)
list(SORT needed_debian_packages)
string(REPLACE ";" " " needed_packages "${needed_packages}")
string(REPLACE ";" " " needed_modules "${needed_modules}")
string(REPLACE ";" " " needed_by_pkg_config "${needed_by_pkg_config}")
stunt_pkg_config(stunt)

set(to_install stunt stunt_archive)
if(TARGET stunt_gtest)
  find_package(GTest REQUIRED)
  stunt_merge(stunt_gtest AS gtest LIBRARIES stunt_gtest
    LINKS stunt_archive GTest::gtest GTest::gmock)
  stunt_pkg_config(stunt-gtest)
  list(APPEND to_install stunt_gtest_archive)
endif()
add_custom_target(stunt_to_install DEPENDS ${to_install})

install(DIRECTORY ${PROJECT_SOURCE_DIR}/harness/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  COMPONENT dev FILES_MATCHING PATTERN "*.h")
configure_package_config_file(${PROJECT_SOURCE_DIR}/packaging/stunt-config.cmake.in
  ${PROJECT_BINARY_DIR}/generated/stunt-config.cmake INSTALL_DESTINATION ${stunt_config}
  NO_SET_AND_CHECK_MACRO)
# 0.1 and 0.2 may differ in anything.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/generated/stunt-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
    ${PROJECT_BINARY_DIR}/generated/stunt-config.cmake
    ${PROJECT_BINARY_DIR}/generated/stunt-config-version.cmake
  DESTINATION ${stunt_config} COMPONENT dev)

install(TARGETS stunt RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/stunt.1
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/scenarios/scenario.schema.json
  DESTINATION ${CMAKE_INSTALL_DATADIR}/stunt COMPONENT program)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios/library/
  DESTINATION ${CMAKE_INSTALL_DATADIR}/stunt/scenarios COMPONENT program
  FILES_MATCHING PATTERN "*.yaml")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}
  COMPONENT program FILES_MATCHING PATTERN "*.md" PATTERN adr EXCLUDE)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY
    ${PROJECT_SOURCE_DIR}/examples/aws-cli
    ${PROJECT_SOURCE_DIR}/examples/pytest
    ${PROJECT_SOURCE_DIR}/examples/vitest
  DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT program USE_SOURCE_PERMISSIONS
  PATTERN node_modules EXCLUDE PATTERN __pycache__ EXCLUDE PATTERN .pytest_cache EXCLUDE)
# Each Debian package has its own.
foreach(package stunt libstunt-dev)
  string(REGEX REPLACE "^libstunt-" "" component ${package})
  string(REPLACE stunt program component ${component})
  install(FILES ${PROJECT_SOURCE_DIR}/packaging/copyright
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
endforeach()
