# SPDX-License-Identifier: GPL-2.0-or-later
# Finds every foreign library. All that is missing is reported at once, each with the Debian
# package that has it.

set(BLOC_MISSING "")

macro(bloc_report_missing what package)
    list(APPEND BLOC_MISSING "  ${what}: Debian package ${package}")
endmacro()

# bloc_find(<PREFIX> <pkg-config name> <Debian package>) makes the target PkgConfig::<PREFIX>.
macro(bloc_find prefix module package)
    pkg_check_modules(${prefix} QUIET IMPORTED_TARGET "${module}")
    if(NOT ${prefix}_FOUND)
        bloc_report_missing("${module}" ${package})
    endif()
endmacro()

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(PkgConfig QUIET)
if(NOT PKG_CONFIG_FOUND)
    message(FATAL_ERROR "pkg-config not found: install the Debian package pkg-config")
endif()

bloc_find(JANSSON  jansson           libjansson-dev)
bloc_find(UTF8PROC libutf8proc       libutf8proc-dev)
bloc_find(IGRAPH   igraph>=0.10.2    libigraph-dev)
bloc_find(CGRAPH   libcgraph         libgraphviz-dev)
bloc_find(GVC      libgvc            libgraphviz-dev)
bloc_find(HARFBUZZ harfbuzz          libharfbuzz-dev)
bloc_find(HARFBUZZ_SUBSET harfbuzz-subset libharfbuzz-dev)
bloc_find(LIBXML2  libxml-2.0        libxml2-dev)
bloc_find(RSVG     librsvg-2.0       librsvg2-dev)
bloc_find(CAIRO    cairo-pdf         libcairo2-dev)
bloc_find(FONTCONFIG fontconfig      libfontconfig-dev)
# Layout processes are bound more tightly with it; they run without.
pkg_check_modules(SECCOMP QUIET IMPORTED_TARGET libseccomp)
if(BLOC_TESTS)
    bloc_find(CMOCKA cmocka          libcmocka-dev)
endif()

# GLPK has no pkg-config file.
find_path(BLOC_GLPK_INCLUDE glpk.h)
find_library(BLOC_GLPK_LIBRARY glpk)
if(NOT BLOC_GLPK_INCLUDE OR NOT BLOC_GLPK_LIBRARY)
    bloc_report_missing(glpk libglpk-dev)
endif()

# The Graphviz plugins are linked in as builtins (gvContextPlugins), so that no plugin
# configuration of the machine decides what is drawn.
pkg_get_variable(BLOC_GVC_LIBDIR libgvc libdir)
foreach(plugin core dot_layout neato_layout)
    find_library(BLOC_GVPLUGIN_${plugin} NAMES gvplugin_${plugin}
                 HINTS ${BLOC_GVC_LIBDIR}/graphviz ${BLOC_GVC_LIBDIR})
    if(NOT BLOC_GVPLUGIN_${plugin})
        bloc_report_missing(libgvplugin_${plugin} libgraphviz-dev)
    endif()
endforeach()

# The one font that figures are measured and set in.
foreach(weight Regular SemiBold)
    find_file(BLOC_FONT_${weight} Inter-${weight}.otf PATHS /usr/share/fonts/opentype/inter)
    if(NOT BLOC_FONT_${weight})
        bloc_report_missing(Inter-${weight}.otf fonts-inter)
    endif()
endforeach()

if(BLOC_MISSING)
    list(JOIN BLOC_MISSING "\n" text)
    message(FATAL_ERROR "These are missing:\n${text}\nscripts/setup.sh installs them.")
endif()

get_filename_component(BLOC_FONT_DIRECTORY ${BLOC_FONT_Regular} DIRECTORY)

add_library(bloc_glpk INTERFACE)
target_include_directories(bloc_glpk SYSTEM INTERFACE ${BLOC_GLPK_INCLUDE})
target_link_libraries(bloc_glpk INTERFACE ${BLOC_GLPK_LIBRARY})

add_library(bloc_graphviz INTERFACE)
target_link_libraries(bloc_graphviz INTERFACE PkgConfig::GVC PkgConfig::CGRAPH
                      ${BLOC_GVPLUGIN_core} ${BLOC_GVPLUGIN_dot_layout}
                      ${BLOC_GVPLUGIN_neato_layout})
