# SPDX-License-Identifier: GPL-2.0-or-later

file(GLOB pages_1 CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/*.1)
file(GLOB pages_5 CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/*.5)
file(GLOB pages_7 CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/*.7)
install(FILES ${pages_1} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${pages_5} DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${pages_7} DESTINATION ${CMAKE_INSTALL_MANDIR}/man7)

foreach(folder graphs data)
    if(EXISTS ${CMAKE_SOURCE_DIR}/${folder})
        install(DIRECTORY ${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/bloc)
    endif()
endforeach()
install(FILES LICENSE LICENSE-EXCEPTION DESTINATION ${CMAKE_INSTALL_DOCDIR})
