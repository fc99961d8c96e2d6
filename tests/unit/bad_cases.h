/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is bad in each case of test_hostile_data.c, and the codes that must be told of it.
 */
#ifndef BLOC_UNIT_BAD_CASES_H
#define BLOC_UNIT_BAD_CASES_H

#include "base/text.h"

/* How the file of a case is spoiled. */
enum spoil {
    SWAP,   /* the first `old` in it becomes `new` */
    WHOLE,  /* `new` is all it has */
    APPEND, /* `new` stands behind it */
    REMOVE, /* it is not there */
    FOLDER, /* it is a folder */
    LINK,   /* it is a symbolic link to `new` */
    PIPE,   /* it is a named pipe, which nobody writes to */
    LONG,   /* `old` becomes a text longer than any field may be */
};

struct bad_case {
    const char *codes; /* that must be told; spaces between them */
    const char *file;
    enum spoil spoil;
    struct text old;
    struct text new;
};

/* A constant, which TEXT is not. */
#define BYTES(literal)                                 \
    {                                                  \
        .at = (literal), .length = sizeof(literal) - 1 \
    }
#define SWAPPED(codes, file, old, new)            \
    {                                             \
        codes, file, SWAP, BYTES(old), BYTES(new) \
    }
#define CONTENTS(codes, file, new)                \
    {                                             \
        codes, file, WHOLE, BYTES(""), BYTES(new) \
    }
#define APPENDED(codes, file, new)                 \
    {                                              \
        codes, file, APPEND, BYTES(""), BYTES(new) \
    }
#define GONE(codes, file)                         \
    {                                             \
        codes, file, REMOVE, BYTES(""), BYTES("") \
    }
#define A_FOLDER(codes, file)                     \
    {                                             \
        codes, file, FOLDER, BYTES(""), BYTES("") \
    }
#define A_PIPE(codes, file)                     \
    {                                           \
        codes, file, PIPE, BYTES(""), BYTES("") \
    }
#define LINKED(codes, file, new)                 \
    {                                            \
        codes, file, LINK, BYTES(""), BYTES(new) \
    }
#define ENDLESS(codes, file, old)                \
    {                                            \
        codes, file, LONG, BYTES(old), BYTES("") \
    }

#define GROUP_HEADER "id,name,label,aliases,kind,parent,region,country,founded,ended,note\n"
#define NEST_4 "[[[["
#define NEST_64                                                                                \
    NEST_4 NEST_4 NEST_4 NEST_4 NEST_4 NEST_4 NEST_4 NEST_4 NEST_4 NEST_4 NEST_4 NEST_4 NEST_4 \
        NEST_4 NEST_4 NEST_4
#define NEST_1024                                                                           \
    NEST_64 NEST_64 NEST_64 NEST_64 NEST_64 NEST_64 NEST_64 NEST_64 NEST_64 NEST_64 NEST_64 \
        NEST_64 NEST_64 NEST_64 NEST_64 NEST_64

static const struct bad_case file_cases[] = {
    GONE("missing-file unread-table", "groups.csv"),
    GONE("missing-file", "relations.csv"),
    GONE("missing-file unread-table", "claims.csv"),
    GONE("missing-file unread-table", "sources.json"),
    GONE("package-resource", "datapackage.json"),
    GONE("unknown-kind", "kinds.csv"), /* see corpus_init: a relation is a truce */
    A_FOLDER("unreadable-file unread-table", "groups.csv"),
    A_FOLDER("unreadable-file", "relations.csv"),
    A_FOLDER("unreadable-file", "claims.csv"),
    A_FOLDER("unreadable-file", "sources.json"),
    A_FOLDER("unreadable-file", "datapackage.json"),
    A_FOLDER("unreadable-file", "kinds.csv"),
    A_FOLDER("unreadable-file", "estimates.csv"),
    LINKED("unreadable-file", "groups.csv", "/etc/passwd"),
    LINKED("unreadable-file", "relations.csv", "../../../etc/passwd"),
    LINKED("unreadable-file", "claims.csv", "/dev/zero"),
    LINKED("unreadable-file", "sources.json", "../said"),
    LINKED("unreadable-file", "datapackage.json", "/proc/self/environ"),
    LINKED("unreadable-file", "kinds.csv", "../graphs"),
    LINKED("unreadable-file", "estimates.csv", "estimates.csv"),
    LINKED("unreadable-file", "groups.csv", "nowhere.csv"),
    A_PIPE("unreadable-file", "groups.csv"),
    A_PIPE("unreadable-file", "sources.json"),
    CONTENTS("empty-file", "groups.csv", ""),
    CONTENTS("empty-file", "relations.csv", "\n\n \n"),
    CONTENTS("empty-file", "claims.csv", "\xEF\xBB\xBF"),
    CONTENTS("empty-file", "sources.json", ""),
    CONTENTS("empty-file", "datapackage.json", " "),
    CONTENTS("empty-file", "estimates.csv", ""),
    CONTENTS("empty-table", "groups.csv", GROUP_HEADER),
    CONTENTS("empty-table", "relations.csv", "id,source,target,kind\n"),
    CONTENTS("empty-table", "claims.csv", "relation,source,stance,grade\n"),
    CONTENTS("binary-file", "groups.csv", "PK\003\004\0\0\0\0"),
    CONTENTS("binary-file", "relations.csv", "\xFF\xFEi\0d\0\n\0"),
    CONTENTS("binary-file", "claims.csv", "relation,source\n\0"),
    CONTENTS("binary-file", "sources.json", "[\0]"),
    CONTENTS("binary-file", "datapackage.json", "{\"name\": \"\0\"}"),
    CONTENTS("missing-column", "groups.csv", "name\nx\n"),
    CONTENTS("missing-column", "relations.csv", "id,source,target\nr,a,b\n"),
    CONTENTS("missing-column", "claims.csv", "claim\nx\n"),
    CONTENTS("missing-column", "kinds.csv", "kind;family;sign\na;b;c\n"),
    CONTENTS("missing-column", "estimates.csv", "%PDF-1.7\nstream\n"),
    CONTENTS("missing-column", "groups.csv", "<html><body>404</body></html>\nx\n"),
    CONTENTS("open-quote missing-column", "groups.csv", "\"id,name\na,b\n"),
    SWAPPED("unknown-column", "groups.csv", "note", "ntoe"),
    SWAPPED("unknown-column", "relations.csv", "weight", "=cmd|'/C calc'!A0"),
    SWAPPED("unknown-column", "claims.csv", "locator", ""),
    SWAPPED("repeated-column", "groups.csv", "note", "name"),
    SWAPPED("repeated-column", "claims.csv", "note", "grade"),
    ENDLESS("long-field", "groups.csv", "Hill Wing"),
    ENDLESS("long-field", "relations.csv", "the river"),
    ENDLESS("long-field missing-column", "claims.csv", "locator"),
    ENDLESS("", "sources.json", "Rivers and Hills"),
};

static const struct bad_case row_cases[] = {
    SWAPPED("duplicate-id", "groups.csv", "hill_wing", "river_front"),
    SWAPPED("duplicate-id", "relations.csv", "hill_split", "river_pledge"),
    APPENDED("duplicate-id", "kinds.csv", "truce,alliance,+,mutual,state,,\n"),
    SWAPPED("duplicate-id", "sources.json", "jones_2017", "smith_2016"),
    SWAPPED("ambiguous-name", "groups.csv", "Hill Wing", "River Front"),
    SWAPPED("ambiguous-name", "groups.csv", "The League", "coast council"),
    SWAPPED("parent-cycle", "groups.csv", "organisation,,North,,2011-03",
            "organisation,river_front,North,,2011-03"),
    SWAPPED("parent-cycle", "groups.csv", "organisation,,North,,2011-03",
            "organisation,hill_wing,North,,2011-03"),
    SWAPPED("dangling-id", "groups.csv", ",river_front,South", ",river_frnot,South"),
    SWAPPED("self-relation dangling-id", "relations.csv", "northern_league,pledge",
            "river_front,pledge"),
    SWAPPED("date-order", "groups.csv", "2012,2016", "2016,2012"),
    SWAPPED("date-order", "relations.csv", "2012-05,2014-02", "2014-03,2014-02"),
    SWAPPED("date-order", "claims.csv", "river_pledge,smith_2016,2,supports,stated,,",
            "river_pledge,smith_2016,2,supports,stated,2015,2014"),
    SWAPPED("unsourced-relation", "claims.csv", "hill_attack", "hill_split"),
    SWAPPED("rejected-relation", "claims.csv", "supports,inferred", "disputes,inferred"),
    APPENDED("repeated-claim", "claims.csv", "hill_attack,smith_2016,9,supports,inferred,,,\n"),
    SWAPPED("unused-source", "sources.json", "[\n", "[\n{\"id\": \"x\", \"title\": \"X\"},\n"),
    APPENDED("unused-group", "groups.csv", "x,X,,,organisation,,,,,,\n"),
    SWAPPED("estimate-target", "estimates.csv", "hill_wing,,", "hill_wing,hill_attack,"),
    SWAPPED("estimate-target", "estimates.csv", "hill_wing,,", ",,"),
    SWAPPED("estimate-order", "estimates.csv", "100,200", "200,100"),
    SWAPPED("missing-value", "estimates.csv", "100,200", ","),
    SWAPPED("short-row", "groups.csv", "2012,2016,", "2012"),
    SWAPPED("short-row", "claims.csv", "river_pledge,smith_2016,2,supports,stated,,,", "x"),
    SWAPPED("long-row", "relations.csv", "the river", "the river, the hill"),
    SWAPPED("bad-date", "groups.csv", "2011-03", "2011-13"),
    SWAPPED("bad-date", "groups.csv", "2011-03", "2015-02-29"),
    SWAPPED("bad-date", "groups.csv", "2011-03", "03/11/2011"),
    SWAPPED("bad-date", "groups.csv", "2011-03", "99999999999999999999"),
    SWAPPED("bad-date", "relations.csv", "[2015-06..2015-09]", "[2015-06..2015-09"),
    SWAPPED("bad-date", "relations.csv", "[2015-06..2015-09]", "2015-06-31"),
    SWAPPED("bad-number", "relations.csv", ",2,", ",-2,"),
    SWAPPED("bad-number", "relations.csv", ",2,", ",nan,"),
    SWAPPED("bad-number", "relations.csv", ",2,", ",inf,"),
    SWAPPED("bad-number", "relations.csv", ",2,", ",1e999,"),
    SWAPPED("bad-number", "relations.csv", ",2,", ",0x10,"),
    SWAPPED("bad-number", "relations.csv", ",2,", ",2 apples,"),
    SWAPPED("bad-number", "estimates.csv", "100", "=1+1"),
    SWAPPED("unknown-kind", "relations.csv", ",attack,", ",atack,"),
    SWAPPED("unknown-kind", "relations.csv", ",attack,", ",Attack,"),
    SWAPPED("unknown-value", "kinds.csv", "mutual", "both"),
    SWAPPED("unknown-value", "kinds.csv", ",+,", ",*,"),
    SWAPPED("unknown-value", "groups.csv", "organisation", "organization"),
    SWAPPED("unknown-value", "claims.csv", "disputes", "denies"),
    SWAPPED("bad-id", "groups.csv", "hill_wing", "../hill"),
    SWAPPED("bad-id", "groups.csv", "hill_wing", "<script>"),
    SWAPPED("bad-id", "relations.csv", "hill_split", "Hill Split"),
};

static const struct bad_case json_cases[] = {
    CONTENTS("bad-json", "sources.json", "["),
    CONTENTS("bad-json", "sources.json", "[{\"id\": \"smith_2016\", \"title\": \"x\"},]"),
    CONTENTS("bad-json", "sources.json", "[{\"id\": \"a\" \"b\"}]"),
    CONTENTS("bad-json", "sources.json", "[{'id': 1}]"),
    CONTENTS("bad-json", "sources.json", "[{\"id\": \"a\", \"id\": \"b\", \"title\": \"x\"}]"),
    CONTENTS("bad-json", "sources.json", "[{\"id\": \"\\uD800\", \"title\": \"x\"}]"),
    CONTENTS("bad-json", "sources.json", "[1e99999]"),
    CONTENTS("bad-json", "sources.json", NEST_1024 NEST_1024 NEST_1024),
    CONTENTS("json-shape", "sources.json", "{}"),
    CONTENTS("json-shape", "sources.json", "null"),
    CONTENTS("json-shape", "sources.json", "[1, \"two\", null, []]"),
    CONTENTS("json-shape", "sources.json", "<html></html>"),
    CONTENTS("missing-value", "sources.json", "[{}]"),
    CONTENTS("missing-value", "sources.json", "[{\"id\": \"smith_2016\"}]"),
    CONTENTS("missing-value", "sources.json", "[{\"id\": \"\", \"title\": \" \"}]"),
    CONTENTS("not-utf8", "sources.json", "[{\"id\": \"\xC3\x28\"}]"),
    SWAPPED("json-shape", "sources.json", "\"The Coast\"", "[\"The Coast\"]"),
    SWAPPED("json-shape", "sources.json", "[{\"family\": \"Smith\", \"given\": \"A.\"}]", "\"x\""),
    SWAPPED("json-shape", "sources.json", "{\"family\": \"Smith\", \"given\": \"A.\"}", "[[]]"),
    SWAPPED("bad-date", "sources.json", "[[2016, 4]]", "[[2016, 14]]"),
    SWAPPED("bad-date", "sources.json", "[[2016, 4]]", "[[99999999999999999]]"),
    SWAPPED("bad-date", "sources.json", "[[2016, 4]]", "[[{}]]"),
    SWAPPED("control-character", "sources.json", "The Coast", "The\\u202ECoast"),
    SWAPPED("unsafe-url", "sources.json", "https://example.org/rivers", "javascript:alert(1)"),
    SWAPPED("unsafe-url", "sources.json", "https://example.org/rivers", "file:///etc/passwd"),
    SWAPPED("unsafe-url", "sources.json", "https://example.org/rivers", "data:text/html,x"),
    SWAPPED("unsafe-url", "sources.json", "https://example.org/rivers", "//example.org"),
    SWAPPED("unsafe-url", "sources.json", "https://example.org/rivers", "https://a b"),
    SWAPPED("unsafe-url", "sources.json", "https://example.org/rivers", "https://a\\\"onload=x"),
    CONTENTS("bad-json", "datapackage.json", "{"),
    CONTENTS("bad-json", "datapackage.json", "{\"name\": }"),
    CONTENTS("bad-json", "datapackage.json", "{\"a\":" NEST_1024 NEST_1024 NEST_1024),
    CONTENTS("json-shape", "datapackage.json", "[]"),
    CONTENTS("not-utf8", "datapackage.json", "{\"name\": \"\xFF\"}"),
    CONTENTS("package-resource", "datapackage.json", "{}"),
    CONTENTS("package-resource", "datapackage.json", "{\"resources\": [{}]}"),
    CONTENTS("package-resource", "datapackage.json", "{\"resources\": 1}"),
    CONTENTS("package-resource", "datapackage.json", "{\"resources\": [{\"path\": \"no.csv\"}]}"),
    CONTENTS("package-resource", "datapackage.json",
             "{\"resources\": [{\"path\": \"../said\", \"schema\": {\"fields\": []}}]}"),
    CONTENTS("package-resource", "datapackage.json",
             "{\"resources\": [{\"path\": \"/etc/passwd\"}]}"),
    CONTENTS("package-resource", "datapackage.json",
             "{\"resources\": [{\"path\": \"a/../../said\"}]}"),
    CONTENTS("package-resource", "datapackage.json",
             "{\"resources\": [{\"path\": \"..\\\\said\"}]}"),
    CONTENTS("package-resource", "datapackage.json",
             "{\"resources\": [{\"path\": [\"../../x.csv\", \"groups.csv\"]}]}"),
    CONTENTS("package-resource", "datapackage.json",
             "{\"resources\": [{\"path\": \"file:///etc/passwd\"}]}"),
    CONTENTS("package-field", "datapackage.json", "{\"resources\": [{\"path\": \"groups.csv\"}]}"),
    CONTENTS("package-field", "datapackage.json",
             "{\"resources\": [{\"path\": \"groups.csv\", \"schema\": {\"fields\": []}}]}"),
    CONTENTS("package-field", "datapackage.json",
             "{\"resources\": [{\"path\": \"groups.csv\", \"schema\": {\"fields\": [1, null]}}]}"),
};

/* Files of figure definitions and themes, drawn with the sound dataset. */
static const struct bad_case figure_cases[] = {
    CONTENTS("figure-syntax", "f.gv", "digraph {"),
    CONTENTS("figure-syntax", "f.gv", ""),
    CONTENTS("figure-syntax", "f.gv", "digraph a {} digraph b {}"),
    CONTENTS("figure-syntax", "f.gv", "#include \"/etc/passwd\"\n"),
    CONTENTS("figure-syntax", "f.gv", "digraph { a [label=\"never closed"),
    CONTENTS("figure-syntax", "f.gv",
             "\x7F"
             "ELF"),
    CONTENTS("binary-file", "f.gv", "digraph {\0}"),
    CONTENTS("not-utf8", "f.gv", "digraph { graph [text_title=\"\xFF\"] }"),
    CONTENTS("unknown-attribute", "f.gv", "digraph { graph [select_durng=2014] }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { graph [figure_width=wide] }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { graph [figure_width=\"1e300mm\"] }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { graph [figure_width=nan] }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { graph [figure_time_limit=-1] }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { graph [encode_size=system] }"),
    CONTENTS("bad-attribute", "f.gv",
             "digraph { graph [text_title=<<IMG SRC=\"/etc/passwd\"/>>] }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { graph [select_region=Atlantis] }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { node [image=\"/etc/passwd\"] x=1 }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { graph [imagepath=\"/etc\"] x=1 }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { node [shapefile=\"/etc/passwd\"] x=1 }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { graph [fontpath=\"/etc\"] x=1 }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { graph [stylesheet=\"file:///etc/passwd\"] x=1 }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { graph [_background=\"I 0 0 1 1 1 -x\"] x=1 }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { river_front [image=\"/etc/passwd\"] }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { edge [headlabel=<<IMG SRC=\"/etc/passwd\"/>>] }"),
    CONTENTS("bad-attribute", "f.gv", "digraph { edge [taillabel=<<B>x</B>>] }"),
    CONTENTS("figure-ignored", "f.gv", "digraph { node [URL=\"javascript:alert(1)\"] nobody=1 }"),
    CONTENTS("figure-ignored", "f.gv", "digraph { node [href=\"file:///etc/passwd\"] nobody=1 }"),
    CONTENTS("figure-ignored", "f.gv", "digraph { edge [headURL=\"data:text/html,x\"] nobody=1 }"),
    CONTENTS("figure-ignored", "f.gv",
             "digraph { graph [labelhref=\"ftp://example.org\"] nobody=1 }"),
    CONTENTS("figure-group", "f.gv", "digraph { nobody [pin=\"1,2\"] x [pin=\"a,b\"] }"),
    CONTENTS("figure-ignored", "f.gv", "digraph { river_front -> hill_wing }"),
    CONTENTS("figure-ignored", "f.gv", "digraph { graph [size=\"1,1\"] }"),
    CONTENTS("figure-ignored", "f.gv", "digraph { subgraph cluster_a { hill_wing } }"),
    ENDLESS("unreadable-file", "f.gv", "/"),
    CONTENTS("theme-name", "themes/t.gv", "digraph { graph [bgcolr=\"#000000\"] }"),
    CONTENTS("theme-name", "themes/t.gv", "digraph { organization [fillcolor=\"#112233\"] }"),
    CONTENTS("theme-name", "themes/t.gv", "digraph { state [image=\"/etc/passwd\"] }"),
    CONTENTS("theme-name", "themes/t.gv", "digraph { graph [stylesheet=\"/etc/passwd\"] }"),
    CONTENTS("theme-name", "themes/t.gv", "digraph { graph [fontpath=\"/etc\"] }"),
    CONTENTS("theme-value", "themes/t.gv", "digraph { state [fillcolor=white] }"),
    CONTENTS("theme-value", "themes/t.gv", "digraph { state [fillcolor=\"#12345\"] }"),
    CONTENTS(
        "theme-faint theme-value", "themes/t.gv",
        "digraph { state [fillcolor=\"#FFFFFF\", fontcolor=\"#FEFEFE\"] force [fillcolor=red] }"),
    CONTENTS("figure-syntax", "themes/t.gv", "digraph {"),
    CONTENTS("binary-file", "themes/t.gv", "digraph {\0}"),
};

/* Files given to `bloc import csv`. */
static const struct bad_case import_cases[] = {
    CONTENTS("truncated-file", "t.csv", "source,target,kind\nA,B,alliance\nA,C"),
    CONTENTS("mixed-encoding", "t.csv", "source,target\nZo\xC3\xAB,B\nCaf\xE9,B\n"),
    CONTENTS("decimal-comma", "t.csv", "source;target;weight\nA;B;1,5\nB;C;2,5\n"),
    CONTENTS("ambiguous-date", "t.csv", "source,target,start\nA,B,03/04/2015\n"),
    CONTENTS("mixed-dates", "t.csv", "source,target,start\nA,B,2014-03-25\nB,C,25 March 2014\n"),
    CONTENTS("unmapped-code", "t.csv", "source,target,kind\nA,B,picnic\n"),
    CONTENTS("left-out", "t.csv", "source,target,kind\nA,B,nap\nA,B,alliance\n"),
    CONTENTS("unused-match", "t.csv", "source,target\nA,B\n"),
    CONTENTS("self-relation", "t.csv", "source,target\nA,A\nA,B\n"),
    CONTENTS("date-order", "t.csv", "source,target,start,end\nA,B,2015,2014\nA,C,,\n"),
    CONTENTS("bad-date", "t.csv", "source,target,start\nA,B,soon\nA,C,\n"),
    CONTENTS("bad-number", "t.csv", "source,target,weight\nA,B,many\nA,C,\n"),
    CONTENTS("missing-value", "t.csv", "source,target\n,B\nA,C\n"),
    CONTENTS("open-quote", "t.csv", "source,target\nA,\"B\nA,C\n"),
    CONTENTS("stray-quote", "t.csv", "source,target\nA,\"B\"x\nA,C\n"),
    CONTENTS("long-row", "t.csv", "source,target\nA,B,C\nA,C\n"),
    CONTENTS("empty-file", "t.csv", ""),
    CONTENTS("", "t.csv", "source,target\n"),
    CONTENTS("", "t.csv", "PK\003\004\0\0\0\0"),
    CONTENTS("", "t.csv", "=cmd|'/C calc'!A0,@SUM(1)\nx,y\n"),
    CONTENTS("", "t.csv", "\xFF\xFEs\0"),
};

/* Files given to importers of one format. */
static const struct {
    const char *codes;
    const char *line;
} format_cases[] = {
    {"changed-name left-out bad-date", "import ucdp-ged tests/data/import/ucdp-ged.csv "
                                       "tests/data/import/ucdp-ged-candidate.csv --out=@/made"},
    {"no-counterpart bad-date",
     "import cow-alliance tests/data/import/cow-alliance-member.csv --out=@/made"},
    {"no-counterpart", "import acled tests/data/import/acled-2019.csv --out=@/made"},
    {"graph-syntax", "import graphml tests/data/rivers/sources.json --out=@/made"},
    {"", "import ucdp-actor tests/data/rivers/groups.csv --out=@/made"},
    {"", "import cow-mid tests/data/rivers/sources.json --out=@/made"},
};

/* Values that no column takes, and the code that each gives. */
static const struct {
    const char *code;
    struct text value;
} bad_values[] = {
    {"not-utf8", BYTES("\xFF")},
    {"not-utf8", BYTES("\xED\xA0\x80")}, /* half of a pair of UTF-16 */
    {"control-character", BYTES("a\x1B[31mb")},
    {"control-character", BYTES("a\xE2\x80\xAE"
                                "b")},
    {"stray-quote", BYTES("a\"b")},
    {"open-quote", BYTES("\"a")},
    {"long-row", BYTES("a,b")},
};

#endif
