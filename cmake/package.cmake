# What is installed where, and the Debian package: packaging/make-deb makes it. Nothing here is part of the ordinary build.
include(GNUInstallDirs)
set(made ${CMAKE_BINARY_DIR}/package)
add_custom_command(OUTPUT ${made}/casewright.1.gz ${made}/casewright.bash ${made}/_casewright ${made}/casewright.fish ${made}/changelog.gz
  COMMAND ${CMAKE_COMMAND} -E make_directory ${made}
  COMMAND ${CMAKE_COMMAND} -E env CASEWRIGHT_HOME=${CMAKE_SOURCE_DIR} sh -c "\"$1\" help man | gzip -9n > casewright.1.gz" - $<TARGET_FILE:casewright>
  COMMAND ${CMAKE_COMMAND} -E env CASEWRIGHT_HOME=${CMAKE_SOURCE_DIR} sh -c "\"$1\" help completion bash > casewright.bash" - $<TARGET_FILE:casewright>
  COMMAND ${CMAKE_COMMAND} -E env CASEWRIGHT_HOME=${CMAKE_SOURCE_DIR} sh -c "\"$1\" help completion zsh > _casewright" - $<TARGET_FILE:casewright>
  COMMAND ${CMAKE_COMMAND} -E env CASEWRIGHT_HOME=${CMAKE_SOURCE_DIR} sh -c "\"$1\" help completion fish > casewright.fish" - $<TARGET_FILE:casewright>
  COMMAND sh -c "gzip -9nc \"$1\" > changelog.gz" - ${CMAKE_SOURCE_DIR}/packaging/changelog
  WORKING_DIRECTORY ${made} DEPENDS casewright packaging/changelog VERBATIM)
add_custom_target(help_pages DEPENDS ${made}/casewright.1.gz)

set(share ${CMAKE_INSTALL_DATADIR})
# Its parts stand beside it where it was built, and in a folder of its own once it is installed.
set_target_properties(casewright PROPERTIES BUILD_WITH_INSTALL_RPATH ON INSTALL_RPATH "$ORIGIN:$ORIGIN/../${CMAKE_INSTALL_LIBDIR}/casewright")
install(TARGETS casewright RUNTIME)
install(TARGETS archives pdf-objects serving typesetting LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/casewright)
install(DIRECTORY rules templates corpus DESTINATION ${share}/casewright PATTERN "*.py" EXCLUDE)
install(DIRECTORY docs/ DESTINATION ${share}/doc/casewright)
install(DIRECTORY samples/ DESTINATION ${share}/doc/casewright/examples)
install(DIRECTORY scripts/batch DESTINATION ${share}/casewright USE_SOURCE_PERMISSIONS)
install(FILES README.md packaging/copyright ${made}/changelog.gz DESTINATION ${share}/doc/casewright)
install(FILES ${made}/casewright.1.gz DESTINATION ${share}/man/man1)
install(FILES ${made}/casewright.bash DESTINATION ${share}/bash-completion/completions RENAME casewright)
install(FILES ${made}/_casewright DESTINATION ${share}/zsh/vendor-completions)
install(FILES ${made}/casewright.fish DESTINATION ${share}/fish/vendor_completions.d)

set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # packaging does not build the tests
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "Casewright <casewright@casewright.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "child-safeguarding reviews, checked before they are published")
set(CPACK_PACKAGE_DESCRIPTION "Casewright turns the papers of a child-safeguarding review into a report\nthat is fit to publish, and says of any report what in it would identify\nsomebody, mislead a reader or fall short of the guidance in force.\nIt works offline and sends nothing anywhere.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What the program reads at run time, beside the libraries that dpkg-shlibdeps finds: scripts/packages.txt says why.
file(STRINGS scripts/packages.txt needed REGEX "^run ")
list(TRANSFORM needed REPLACE "^run +([^ ]+).*" "\\1")
list(JOIN needed ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS scripts/packages.txt)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS libreoffice-writer)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
