/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/figure_origin.h"

#include "figure/attribute_write.h"
#include "figure/layout.h"
#include "network/network.h"

static void add_option(struct provenance *provenance, const char *name, struct text value)
{
    list_push(&provenance->options, (struct text_pair){text_from(name), value});
}

/* As in the manifest of a report: what decides on the figure besides the attributes. */
static void add_run_options(struct provenance *provenance, uint64_t seed,
                            const struct settings *settings, struct arena *arena)
{
    add_option(provenance, "seed", arena_format(arena, "%llu", (unsigned long long)seed));
    if (settings->keep_going)
        add_option(provenance, "keep-going", TEXT("yes"));
    for (size_t i = 0; i < settings->signs.count; i++)
        add_option(provenance, "sign", settings->signs.items[i]);
}

void figure_origin_init(struct provenance *provenance, const struct figure_plan *plan,
                        const struct fingerprint *data, uint64_t seed,
                        const struct settings *settings, struct arena *arena)
{
    *provenance = (struct provenance){
        .igraph = network_igraph_version(),
        .graphviz = layout_version(),
        .data = data,
        .groups = plan->selection.groups,
    };
    if (!plan->is_plain) {
        provenance->definition = plan->name;
        provenance->definition_sha256 = arena_copy_text(arena, text_from(plan->sha256));
    }
    attribute_list(&plan->definition, plan->theme, arena, &provenance->options);
    add_run_options(provenance, seed, settings, arena);
}
