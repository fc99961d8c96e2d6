/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Nodes are named n0, n1, ... and links keep their own keys, so that parallel links stay
 * apart.  Graphviz counts y upwards and sizes in inches; both are converted here and nowhere
 * else.  Labels are empty HTML tables of fixed size: their room is exactly ours, whatever
 * fonts the machine has.
 */
#include "figure/canvas_graph.h"

#include "base/alloc.h"
#include "base/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if __has_include(<graphviz/graphviz_version.h>)
#include <graphviz/graphviz_version.h>
#endif

#define POINTS_PER_INCH 72.0

/* Give back a string of agstrdup_html; newer versions ask which kind it is. */
#ifdef GRAPHVIZ_VERSION_MAJOR
#define forget_string(graph, string) agstrfree(graph, string, true)
#else
#define forget_string(graph, string) agstrfree(graph, string)
#endif

LIST(agnode_list, Agnode_t *);
LIST(agedge_list, Agedge_t *);

struct canvas {
    Agraph_t *graph;
    Agraph_t *frame; /* the cluster, or NULL */
    struct agnode_list nodes;
    struct agedge_list links;
};

Agraph_t *canvas_graph(struct canvas *canvas)
{
    return canvas->graph;
}

static void set_default(struct canvas *canvas, int object, const char *name, const char *value)
{
    agattr(canvas->graph, object, (char *)name, (char *)value);
}

struct canvas *canvas_new(void)
{
    struct canvas *canvas = alloc_zeroed(1, sizeof *canvas);
    canvas->graph = agopen((char *)"drawing", Agdirected, NULL);
    set_default(canvas, AGRAPH, "bb", "");
    set_default(canvas, AGRAPH, "label", "");
    set_default(canvas, AGNODE, "shape", "box");
    set_default(canvas, AGNODE, "fixedsize", "true");
    set_default(canvas, AGNODE, "label", "");
    set_default(canvas, AGNODE, "penwidth", "0"); /* newer versions count the line to the box */
    set_default(canvas, AGNODE, "width", "0.5");
    set_default(canvas, AGNODE, "height", "0.2");
    set_default(canvas, AGNODE, "pos", "");
    set_default(canvas, AGNODE, "pin", "false");
    set_default(canvas, AGEDGE, "label", "");
    set_default(canvas, AGEDGE, "pos", "");
    set_default(canvas, AGEDGE, "lp", "");
    set_default(canvas, AGEDGE, "dir", "none");
    set_default(canvas, AGEDGE, "headclip", "false");
    set_default(canvas, AGEDGE, "tailclip", "false");
    return canvas;
}

void canvas_free(struct canvas *canvas)
{
    if (canvas == NULL)
        return;
    agclose(canvas->graph);
    list_release(&canvas->nodes);
    list_release(&canvas->links);
    free(canvas);
}

void canvas_set_graph(struct canvas *canvas, const char *name, const char *value)
{
    set_default(canvas, AGRAPH, name, value);
}

void canvas_set_graph_number(struct canvas *canvas, const char *name, double value)
{
    char text[32];
    snprintf(text, sizeof text, "%.6g", value);
    set_default(canvas, AGRAPH, name, text);
}

/* The cluster that becomes the frame; made when its first node is added. */
static Agraph_t *get_frame(struct canvas *canvas)
{
    if (canvas->frame == NULL)
        canvas->frame = agsubg(canvas->graph, (char *)"cluster_frame", 1);
    return canvas->frame;
}

static void set_inches(void *object, const char *name, double points)
{
    char text[32];
    snprintf(text, sizeof text, "%.6f", points / POINTS_PER_INCH);
    agset(object, (char *)name, text);
}

size_t canvas_add_node(struct canvas *canvas, double width, double height, bool in_frame)
{
    char name[32];
    snprintf(name, sizeof name, "n%zu", canvas->nodes.count);
    Agnode_t *node = agnode(canvas->graph, name, 1);
    set_inches(node, "width", width);
    set_inches(node, "height", height);
    if (in_frame)
        agsubnode(get_frame(canvas), node, 1);
    list_push(&canvas->nodes, node);
    return canvas->nodes.count - 1;
}

void canvas_set_position(struct canvas *canvas, size_t node, struct point centre, bool pinned)
{
    char text[64];
    snprintf(text, sizeof text, "%.4f,%.4f%s", centre.x, -centre.y, pinned ? "!" : "");
    agset(canvas->nodes.items[node], (char *)"pos", text);
}

/* An HTML label that is nothing but room. */
static char *make_room(struct canvas *canvas, double width, double height)
{
    char text[256];
    snprintf(text, sizeof text,
             "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\" "
             "FIXEDSIZE=\"TRUE\" WIDTH=\"%.0f\" HEIGHT=\"%.0f\"><TR><TD></TD></TR></TABLE>",
             width, height);
    return agstrdup_html(canvas->graph, text);
}

size_t canvas_add_link(struct canvas *canvas, size_t from, size_t to, double label_width,
                       double label_height)
{
    char key[32];
    snprintf(key, sizeof key, "l%zu", canvas->links.count);
    Agedge_t *link =
        agedge(canvas->graph, canvas->nodes.items[from], canvas->nodes.items[to], key, 1);
    if (label_width > 0) {
        char *room = make_room(canvas, label_width, label_height);
        agset(link, (char *)"label", room);
        forget_string(canvas->graph, room);
    }
    list_push(&canvas->links, link);
    return canvas->links.count - 1;
}

void canvas_set_link(struct canvas *canvas, size_t link, const char *name, const char *value)
{
    agsafeset(canvas->links.items[link], (char *)name, (char *)value, (char *)"");
}

void canvas_set_frame_label(struct canvas *canvas, double width, double height, double margin)
{
    Agraph_t *frame = get_frame(canvas);
    char *room = make_room(canvas, width, height);
    char text[32];
    snprintf(text, sizeof text, "%.1f", margin);
    agsafeset(frame, (char *)"label", room, (char *)"");
    agsafeset(frame, (char *)"labeljust", (char *)"l", (char *)"");
    agsafeset(frame, (char *)"margin", text, (char *)"");
    forget_string(canvas->graph, room);
}

static bool read_box(void *object, struct box *box)
{
    const char *text = agget(object, (char *)"bb");
    return text != NULL &&
           sscanf(text, "%lf,%lf,%lf,%lf", &box->left, &box->bottom, &box->right, &box->top) == 4;
}

/* From Graphviz's coordinates to ours. */
static struct point turn(const struct canvas *canvas, double x, double y)
{
    struct box box = {0};
    read_box(canvas->graph, &box);
    return (struct point){x - box.left, box.top - y};
}

struct point canvas_get_position(const struct canvas *canvas, size_t node)
{
    double x = 0, y = 0;
    const char *text = agget(canvas->nodes.items[node], (char *)"pos");
    if (text == NULL || sscanf(text, "%lf,%lf", &x, &y) != 2)
        return (struct point){0};
    return turn(canvas, x, y);
}

/* "s,x,y" and "e,x,y" prefixes do not occur, since no arrow heads are asked for. */
bool canvas_get_path(const struct canvas *canvas, size_t link, struct point_list *path)
{
    path->count = 0;
    const char *text = agget(canvas->links.items[link], (char *)"pos");
    if (text == NULL)
        return false;
    double x, y;
    int used;
    while (*text != '\0' && *text != ';' && sscanf(text, "%lf,%lf%n", &x, &y, &used) == 2) {
        list_push(path, turn(canvas, x, y));
        text += used;
        while (*text == ' ')
            text++;
    }
    return path->count >= 4 && path->count % 3 == 1;
}

bool canvas_get_label(const struct canvas *canvas, size_t link, struct point *centre)
{
    double x, y;
    const char *text = agget(canvas->links.items[link], (char *)"lp");
    if (text == NULL || sscanf(text, "%lf,%lf", &x, &y) != 2)
        return false;
    *centre = turn(canvas, x, y);
    return true;
}

bool canvas_get_frame(const struct canvas *canvas, struct box *frame)
{
    struct box box = {0};
    if (canvas->frame == NULL || !read_box(canvas->frame, &box))
        return false;
    struct point upper = turn(canvas, box.left, box.top);
    struct point lower = turn(canvas, box.right, box.bottom);
    *frame = (struct box){upper.x, upper.y, lower.x, lower.y};
    return true;
}
