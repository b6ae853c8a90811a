# The packages. A .deb is built and tried out by installer/package; the settings for Windows (NSIS) and macOS (DragNDrop) are
# written for who has such a machine, and untested: docs/installing.md.
set(CPACK_PACKAGE_NAME sketchwalk)
set(CPACK_PACKAGE_VENDOR "The Sketchwalk maintainers")
set(CPACK_PACKAGE_CONTACT "Sketchwalk maintainers <maintainers@sketchwalk.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "draw a map, walk in it")
set(CPACK_PACKAGE_DESCRIPTION
"Paper on the left, a world on the right: what is drawn with pen, mouse or
fingers becomes a landscape with rivers, roads, woods and houses while one
draws.
.
The world can be looked at from above and from the ground, and written as
glTF for game engines, as height maps, or as a solid for 3D printing, from
the window and from the command line.")
set(CPACK_PACKAGE_INSTALL_DIRECTORY Sketchwalk)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_EXECUTABLES sketchwalk Sketchwalk)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_MONOLITHIC_INSTALL ON)
set(CPACK_OUTPUT_FILE_PREFIX ${CMAKE_BINARY_DIR}/packages)
set(CPACK_GENERATOR TGZ)

if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
    set(CPACK_GENERATOR DEB)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_SECTION graphics)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
    # What the libraries load when they run and therefore do not name: graphics drivers, and the words of Qt's own dialogues.
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libgl1-mesa-dri, qt6-translations-l10n, qt6-wayland")
    if(NOT TARGET sketchwalk)
        set(CPACK_PACKAGE_NAME sketchwalk-cli)
        set(CPACK_DEBIAN_PACKAGE_CONFLICTS sketchwalk)
        set(CPACK_PACKAGE_EXECUTABLES)
    endif()

    # Policy wants the licence and the changes there, the latter packed without a time of its own.
    set(doc share/doc/${CPACK_PACKAGE_NAME})
    install(FILES linux/debian/copyright DESTINATION ${doc})
    configure_file(linux/debian/changelog.in ${made}/changelog.Debian @ONLY)
    add_custom_command(OUTPUT ${made}/changelog.gz
        COMMAND gzip -9nc ${made}/changelog.Debian > ${made}/changelog.gz
        DEPENDS ${made}/changelog.Debian VERBATIM)
    add_custom_target(debian_changelog ALL DEPENDS ${made}/changelog.gz)
    install(FILES ${made}/changelog.gz DESTINATION ${doc})
    install(FILES ${CMAKE_SOURCE_DIR}/CHANGELOG.md DESTINATION ${doc} RENAME NEWS.md)
elseif(WIN32)
    set(CPACK_GENERATOR NSIS)
    set(CPACK_NSIS_DISPLAY_NAME Sketchwalk)
    set(CPACK_NSIS_MUI_ICON ${made}/icons/sketchwalk.ico)
    set(CPACK_NSIS_MUI_UNIICON ${made}/icons/sketchwalk.ico)
    set(CPACK_NSIS_INSTALLED_ICON_NAME bin/sketchwalk.exe)
    set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
    set(CPACK_NSIS_MODIFY_PATH ON)
    # .sketchwalk opens with it; the registry's keys go again when it does.
    set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS
"WriteRegStr HKCR '.sketchwalk' '' 'Sketchwalk.Drawing'
WriteRegStr HKCR 'Sketchwalk.Drawing' '' 'Sketchwalk drawing'
WriteRegStr HKCR 'Sketchwalk.Drawing\\shell\\open\\command' '' '\"$INSTDIR\\bin\\sketchwalk.exe\" \"%1\"'")
    set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS
"DeleteRegKey HKCR '.sketchwalk'
DeleteRegKey HKCR 'Sketchwalk.Drawing'")
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
    set(CPACK_DMG_VOLUME_NAME Sketchwalk)
    set(CPACK_BUNDLE_NAME Sketchwalk)
    set(CPACK_BUNDLE_ICON ${made}/icons/sketchwalk.icns)
    configure_file(macos/Info.plist.in ${made}/Info.plist @ONLY)
    set(CPACK_BUNDLE_PLIST ${made}/Info.plist)
    if(TARGET sketchwalk)
        set_target_properties(sketchwalk PROPERTIES MACOSX_BUNDLE ON MACOSX_BUNDLE_INFO_PLIST ${made}/Info.plist)
    endif()
endif()
include(CPack)
