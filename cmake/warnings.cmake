# SPDX-License-Identifier: GPL-2.0-or-later
# The warnings of our own targets; imported targets are SYSTEM, so foreign headers are exempt.

function(bloc_set_warnings target)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Wstrict-prototypes
        -Werror)
endfunction()
