# SPDX-License-Identifier: GPL-2.0-or-later
# A module is a folder of src/: every .c in it is one static library bloc_<module>, every .h is
# compiled alone by the target all_verify_interface_header_sets.

set(BLOC_MODULES "")    # in the order they are added, lowest first

# bloc_add_module(<name> [LINKS <target>...] [EXCEPT <file>...])
function(bloc_add_module name)
    cmake_parse_arguments(MODULE "" "" "LINKS;EXCEPT" ${ARGN})
    set(folder ${CMAKE_SOURCE_DIR}/src/${name})
    file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.c)
    file(GLOB headers CONFIGURE_DEPENDS ${folder}/*.h)
    foreach(file IN LISTS MODULE_EXCEPT)
        list(REMOVE_ITEM sources ${folder}/${file})
    endforeach()

    if(sources)
        add_library(bloc_${name} STATIC ${sources})
        set(scope PUBLIC)
        bloc_set_warnings(bloc_${name})
    else()
        add_library(bloc_${name} INTERFACE)     # nothing to compile yet
        set(scope INTERFACE)
    endif()
    target_include_directories(bloc_${name} ${scope} ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(bloc_${name} ${scope} ${MODULE_LINKS})
    if(headers)
        target_sources(bloc_${name} ${scope} FILE_SET HEADERS
                       BASE_DIRS ${CMAKE_SOURCE_DIR}/src FILES ${headers})
    endif()
    set(BLOC_MODULES ${BLOC_MODULES} ${name} PARENT_SCOPE)
endfunction()

# target_compile_definitions that also accepts a module with nothing to compile.
function(bloc_define target scope)
    get_target_property(type ${target} TYPE)
    if(type STREQUAL INTERFACE_LIBRARY)
        set(scope INTERFACE)
    endif()
    target_compile_definitions(${target} ${scope} ${ARGN})
endfunction()
