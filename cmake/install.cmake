# SPDX-License-Identifier: GPL-2.0-or-later

file(GLOB pages_1 CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/*.1)
file(GLOB pages_5 CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/*.5)
file(GLOB pages_7 CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/*.7)
install(FILES ${pages_1} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${pages_5} DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${pages_7} DESTINATION ${CMAKE_INSTALL_MANDIR}/man7)

# Completions are printed by the program itself, from its tables of options.
if(TARGET bloc)
    set(completions ${CMAKE_BINARY_DIR}/completions)
    file(MAKE_DIRECTORY ${completions})
    foreach(shell bash zsh fish)
        add_custom_command(OUTPUT ${completions}/${shell}
                           COMMAND bloc completion ${shell} --output=${completions}/${shell}
                           DEPENDS bloc VERBATIM)
        list(APPEND completion_files ${completions}/${shell})
    endforeach()
    add_custom_target(completions ALL DEPENDS ${completion_files})
    install(FILES ${completions}/bash RENAME bloc
            DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
    install(FILES ${completions}/zsh RENAME _bloc
            DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
    install(FILES ${completions}/fish RENAME bloc.fish
            DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()

foreach(folder graphs data)
    if(EXISTS ${CMAKE_SOURCE_DIR}/${folder})
        install(DIRECTORY ${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/bloc)
    endif()
endforeach()
install(FILES LICENSE LICENSE-EXCEPTION DESTINATION ${CMAKE_INSTALL_DOCDIR})

# cpack makes a Debian package; dpkg-shlibdeps finds the libraries, the font is not one.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME bloc)
set(CPACK_PACKAGE_CONTACT "the maintainers of bloc <maintainers@users.noreply.invalid>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-inter)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
