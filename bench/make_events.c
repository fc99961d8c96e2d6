/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writes a made-up event file in the columns of ACLED to standard output: so many rows (five
 * million unless given, about 1.2 GB), 1,500 actors whose 4,000 pairs fight for some of thirty years
 * each, few of them often, quoted notes with commas, doubled quotation marks and line breaks.  The
 * same rows every time.
 *
 *   cc -O2 -o make_events bench/make_events.c -lm && ./make_events 5000000 > events.csv
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define ACTORS 1500
#define PAIRS 4000

static uint64_t state = 20140629;

/* splitmix64 (Steele, Lea and Flood 2014). */
static uint64_t next(void)
{
    uint64_t z = (state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static unsigned below(unsigned limit)
{
    return (unsigned)(next() % limit);
}

/* Few pairs fight often. */
static unsigned pair(void)
{
    const double uniform = (double)(next() >> 11) / 9007199254740992.0;
    return (unsigned)(PAIRS * pow(uniform, 3));
}

int main(int argc, char **argv)
{
    static const char *const types[] = {"Battles", "Battles", "Explosions/Remote violence",
                                        "Violence against civilians", "Protests"};
    static const char *const inters[] = {"State forces", "Rebel group", "Political militia",
                                         "Identity militia"};
    static const char *const notes[] = {
        "\"Shots near the market, and two houses burnt.\"",
        "\"Fighters of \"\"the second\"\" came, and\nleft again.\"",
        "Shelling of positions",
        "\"Clashes, told by two papers\"",
    };
    const unsigned long rows = argc > 1 ? strtoul(argv[1], NULL, 10) : 5000000;
    puts("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"
         "actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,"
         "iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,"
         "source,source_scale,notes,fatalities,tags,timestamp");
    for (unsigned long i = 0; i < rows; i++) {
        const unsigned dyad = pair();
        const unsigned year = 1995 + (dyad * 7 + below(1 + dyad % 12)) % 30;
        const unsigned one = dyad * 31 % ACTORS;
        const unsigned two = (dyad * 57 + 1 + dyad / 40) % ACTORS;
        const unsigned place = below(200);
        printf("EVT%lu,%u-%02u-%02u,%u,1,,%s,,Group %u of the %u. "
               "front,,%s,Group %u of the %u. front,,%s,13,,%u,Region %u,Country %u,,,,"
               "Town %u,%.4f,%.4f,1,Gazette,,%s,%u,,1675102875\n",
               i, year, 1 + below(12), 1 + below(28), year, types[below(5)], one, one % 7,
               inters[one % 4], two, two % 7, inters[two % 4], place, place % 9, place % 60, place,
               place / 3.0, place / 7.0, notes[below(4)], below(12));
    }
    return fflush(stdout) != 0 || ferror(stdout) != 0;
}
