/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * gvLayout returns success for much that failed, so its messages are collected and decide.
 * The plugins are linked in: no plugin search, no pango, so a context costs nothing and no
 * font of the machine has a say.
 */
#include "figure/layout.h"

#include "figure/canvas_graph.h"

#include <graphviz/gvc.h>

#include <stdio.h>
#include <string.h>

extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;

static lt_symlist_t builtin_plugins[] = {
    {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
    {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
    {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
    {NULL, NULL},
};

/* What Graphviz said during the present layout; its callback carries no context. */
static char messages[512];

static int collect_message(char *text)
{
    size_t used = strlen(messages);
    snprintf(messages + used, sizeof messages - used, "%s", text);
    return 0;
}

/* One line, without the break that Graphviz ends its messages with. */
static void trim_messages(void)
{
    messages[strcspn(messages, "\n")] = '\0';
}

const char *layout_version(void)
{
    static char version[32];
    if (version[0] == '\0') {
        GVC_t *context = gvContextPlugins(builtin_plugins, 0);
        snprintf(version, sizeof version, "%s", gvcVersion(context));
        gvFreeContext(context);
    }
    return version;
}

bool layout_run(struct canvas *canvas, const char *engine, struct error *error)
{
    static GVC_t *context;
    if (context == NULL)
        context = gvContextPlugins(builtin_plugins, 0);
    messages[0] = '\0';
    agseterr(AGWARN);
    agseterrf(collect_message);
    Agraph_t *graph = canvas_graph(canvas);
    int status = gvLayout(context, graph, engine);
    if (status == 0)
        gvRender(context, graph, "dot", NULL); /* without a stream it only writes attributes */
    gvFreeLayout(context, graph);
    agseterrf(NULL);
    trim_messages();
    if (status != 0 || messages[0] != '\0')
        return error_set(error, ERROR_SYSTEM, "layout with %s: %s", engine,
                         messages[0] ? messages : "no reason given");
    return true;
}
