# `cpack -G DEB`: the packages stunt and libstunt-dev of what is installed. script/package makes them,
# script/package-test tries them.
set(CPACK_PACKAGE_VENDOR "The Stunt Double authors")
set(CPACK_PACKAGE_CONTACT "The Stunt Double authors <stunt-double@users.noreply.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "stand-in for AWS Secrets Manager that takes the falls")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL program dev)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME stunt)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION
  "Answers as AWS Secrets Manager does, records what clients ask and replays it,\nand injects errors, delays and broken connections as scenario files say, the\nsame in every run.")
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libstunt-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
list(JOIN needed_debian_packages ", " CPACK_DEBIAN_DEV_PACKAGE_DEPENDS)
set(CPACK_DEBIAN_DEV_PACKAGE_RECOMMENDS "libgmock-dev, libgtest-dev, pkg-config")
set(CPACK_DEBIAN_DEV_DESCRIPTION
  "The server as a static library, for C++ tests that have it in their own process.")
include(CPack)
