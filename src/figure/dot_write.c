/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Heads, dashes and colours are mapped to the nearest that Graphviz has; sizes of nodes are
 * left to it, since its fonts are not ours.
 */
#include "figure/dot_write.h"

#include "figure/heads.h"

void dot_write_string(struct buffer *buffer, struct text text)
{
    buffer_add_char(buffer, '"');
    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const unsigned codepoint = text_next_codepoint(text, &offset);
        if (codepoint == '"' || codepoint == '\\')
            buffer_add_char(buffer, '\\');
        if (codepoint == '&')
            buffer_add_string(buffer, "&amp;");
        else if (codepoint == '\n')
            buffer_add_string(buffer, "\\n");
        else if (codepoint < 0x20 || codepoint == 0x7F)
            continue;
        else if (text_is_harmful(codepoint) || codepoint == 0xFFFD)
            buffer_add_string(buffer, "\xEF\xBF\xBD");
        else
            buffer_add_text(buffer, (struct text){text.at + start, offset - start});
    }
    /* A backslash before the closing quote was doubled above, so the quote stays a quote. */
    buffer_add_char(buffer, '"');
}

static void add_attribute(struct buffer *buffer, const char *name, struct text value)
{
    buffer_add_format(buffer, " %s=", name);
    dot_write_string(buffer, value);
}

static void write_node(const struct drawing *drawing, const struct node *node,
                       struct buffer *buffer)
{
    const struct theme *theme = drawing->theme;
    const struct colour *fill = node->fill != NULL ? node->fill : &node->style->fill;
    buffer_add_string(buffer, "    ");
    dot_write_string(buffer, node->id);
    buffer_add_string(buffer, " [");
    add_attribute(buffer, "label", node->label);
    add_attribute(buffer, "tooltip", node->title);
    add_attribute(buffer, "style",
                  text_from(node->uncertain           ? "filled,rounded,dashed"
                            : node->style->radius > 0 ? "filled,rounded"
                                                      : "filled"));
    add_attribute(buffer, "fillcolor", text_from(node->ended ? theme->paper.light : fill->light));
    const struct emphasis_look *look = emphasis_look(node->emphasis);
    const struct colour *border = emphasis_colour(theme, look->border, &node->style->border);
    add_attribute(buffer, "color", text_from(border->light));
    add_attribute(buffer, "fontcolor",
                  text_from(node->ended ? theme->ended.light : node->style->text.light));
    buffer_add_string(buffer, " penwidth=");
    buffer_add_number(buffer, node->style->border_width + look->border_added, 2);
    buffer_add_string(buffer, " ];\n");
}

/* The dates of a link, one below the other. */
static void add_label(const struct link *link, struct buffer *buffer)
{
    struct buffer label = {0};
    for (size_t i = 0; i < link->label.count; i++) {
        if (i > 0)
            buffer_add_char(&label, '\n');
        buffer_add_text(&label, link->label.items[i].text);
    }
    if (label.length > 0)
        add_attribute(buffer, "label", buffer_text(&label));
    buffer_release(&label);
}

static void write_link(const struct drawing *drawing, const struct link *link,
                       struct buffer *buffer)
{
    const struct link_style *style = link->style;
    buffer_add_string(buffer, "    ");
    dot_write_string(buffer, drawing->nodes.items[link->from].id);
    buffer_add_string(buffer, " -> ");
    dot_write_string(buffer, drawing->nodes.items[link->to].id);
    buffer_add_string(buffer, " [");
    add_label(link, buffer);
    add_attribute(buffer, "tooltip", link->title);
    const struct emphasis_look *look = emphasis_look(link->emphasis);
    const double own_width = link->possible ? style->width * 0.75 : style->width;
    buffer_add_format(buffer, " class=\"%s%s%s%s%s\" dir=both arrowhead=%s%s arrowtail=%s",
                      style->name, link->possible ? " possible" : "",
                      link->contested ? " contested" : "", look->name[0] != '\0' ? " " : "",
                      look->name, link->possible && style->head == HEAD_ARROW ? "o" : "",
                      head_name(style->head), head_name(style->tail));
    buffer_add_format(buffer, " color=\"%s\" fontcolor=\"%s\"%s penwidth=",
                      emphasis_colour(drawing->theme, look->line, &style->line)->light,
                      style->text.light, style->dashes != NULL ? " style=dashed" : "");
    buffer_add_number(buffer, look->line_width > 0 ? look->line_width : own_width, 2);
    buffer_add_string(buffer, " ];\n");
}

static void write_frame(const struct drawing *drawing, size_t number, struct buffer *buffer)
{
    buffer_add_format(buffer, "    subgraph cluster_%zu {\n        graph [", number);
    add_attribute(buffer, "label", drawing->frames.items[number].name);
    buffer_add_string(buffer, " ];\n");
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        if (drawing->nodes.items[i].region != number)
            continue;
        buffer_add_string(buffer, "        ");
        dot_write_string(buffer, drawing->nodes.items[i].id);
        buffer_add_string(buffer, ";\n");
    }
    buffer_add_string(buffer, "    }\n");
}

void dot_write(const struct drawing *drawing, struct buffer *buffer)
{
    buffer_add_string(buffer, "digraph ");
    dot_write_string(buffer, drawing->name);
    buffer_add_string(buffer, " {\n    graph [");
    add_attribute(buffer, "label", drawing->title);
    buffer_add_string(buffer, " labelloc=t fontname=Inter ];\n"
                              "    node [shape=box fontname=Inter fontsize=9];\n"
                              "    edge [fontname=Inter fontsize=7];\n");
    for (size_t i = 0; i < drawing->nodes.count; i++)
        write_node(drawing, &drawing->nodes.items[i], buffer);
    for (size_t i = 0; i < drawing->frames.count; i++)
        write_frame(drawing, i, buffer);
    for (size_t i = 0; i < drawing->links.count; i++)
        write_link(drawing, &drawing->links.items[i], buffer);
    buffer_add_string(buffer, "}\n");
}
