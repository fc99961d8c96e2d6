# SPDX-License-Identifier: GPL-2.0-or-later
# Target 'coverage': line and branch coverage of src/ by the tests that have run in this build.

find_program(BLOC_GCOVR gcovr)
if(BLOC_GCOVR)
    add_custom_target(coverage
        COMMAND ${BLOC_GCOVR} --root ${CMAKE_SOURCE_DIR} --filter ${CMAKE_SOURCE_DIR}/src
                --print-summary --html-details ${CMAKE_BINARY_DIR}/coverage.html
        WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
else()
    message(STATUS "gcovr not found: no target 'coverage' (Debian package gcovr)")
endif()
