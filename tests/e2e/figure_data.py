# SPDX-License-Identifier: GPL-2.0-or-later
"""The records of figures against what is listed with the same options.

    figure_data.py PROGRAM DATA FOLDER

FOLDER has figures/*.svg, and manifest.json when it is a report. Figures named NAME-1, NAME-2 and so
on are pages of one. A difference leaves out what held at neither date, a genealogy what is no
lineage or allegiance: of them everything that is shown must be among what is listed.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

PARTIAL = ('difference', 'genealogy')
SHARED = ('source', 'target', 'kind', 'start', 'end', 'sources')


def ask(*words):
    done = subprocess.run([sys.argv[1], *words, '--json'], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def selection_of(options):
    """The options of a figure as those of a command."""
    for name, value in options.items():
        if name.startswith('select_'):
            option = '--' + name.removeprefix('select_').replace('_', '-')
            yield option if value == 'true' else f'{option}={value}'


def listed(options):
    """Groups, relations and sources as `bloc list` has them, without what the figure hides."""
    chosen = list(selection_of(options))
    charts = options['figure_type'] == 'series'    # its numbers are of all that is selected
    hidden = set() if charts else set(options.get('hidden', '').split(','))
    groups = {row['id'] for row in ask('list', sys.argv[2], 'groups', *chosen)['groups']}
    relations = {row['id']: row for row in ask('list', sys.argv[2], 'relations', *chosen)['relations']
                 if row['source'] not in hidden and row['target'] not in hidden}
    if hidden - {''}:    # who is tied to nobody but a hidden group is not drawn either
        groups &= {row[end] for row in relations.values() for end in ('source', 'target')}
    return groups, relations


def judge(name, records):
    """What is wrong with the pages of one figure."""
    options = {row['name']: row['value'] for row in records[0]['options']}
    groups, relations = listed(options)
    shown = {row['id']: row for record in records for row in record['relations']
             if row['shown'] == 'yes'}
    seen = {row['id'] for record in records for row in record['groups']}
    partial = options['figure_type'] in PARTIAL
    if not shown or not seen:
        yield 'shows nothing'
    if not (set(shown) <= set(relations) if partial else set(shown) == set(relations)):
        yield f'relations: {sorted(set(shown) ^ set(relations))}'
    if not (seen <= groups if partial else seen == groups):
        yield f'groups: {sorted(seen ^ groups)}'
    for key, row in shown.items():
        if any(row[member] != relations[key][member] for member in SHARED if key in relations):
            yield f'{key}: {row} is {relations[key]}'
    cited = {source for record in records for row in record['relations']
             for source in row['sources'].split(';')}
    if cited != {row['id'] for record in records for row in record['sources']}:
        yield f'{name}: sources'


def main():
    folder = pathlib.Path(sys.argv[3])
    figures = collections.defaultdict(list)
    for path in sorted(folder.glob('figures/*.svg')):
        figures[re.sub(r'-\d+$', '', path.stem)].append(ask('figure-data', str(path)))
    faults = [f'{name}: {fault}' for name, records in figures.items()
              for fault in judge(name, records)]
    manifest = folder / 'manifest.json'
    if manifest.exists():
        inputs = {row['path']: row['sha256'] for row in json.loads(manifest.read_text())['inputs']}
        faults += [f'{name}: another definition' for name, records in figures.items()
                   if records[0]['figures'][0]['definition_sha256'] != inputs[f'graphs/{name}.gv']]
        if len(figures) != sum(path.startswith('graphs/') for path in inputs):
            faults.append(f'{len(figures)} figures')
    print(*faults, sep='\n')
    sys.exit(bool(faults) or not figures)


main()
