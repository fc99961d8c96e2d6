#!/usr/bin/env -S python3 -B
# SPDX-License-Identifier: GPL-2.0-or-later
"""
Whole commands meet failing calls, a full disk and a lack of memory.

    commands.py PROGRAM [--full] [JOB...]

PROGRAM is bloc_faults. With --full every call of each kind fails once, and memory runs out at 100
places of every job; without it one call of each kind fails in a few jobs.
"""
import collections
import os
import random
import resource
import subprocess
import sys
import tempfile

from trial import JOBS, Trial

CALLS = [('open', 'EACCES'), ('write', 'ENOSPC'), ('fsync', 'EIO'), ('close', 'EIO'),
         ('link', 'EIO'), ('rename', 'EIO'), ('mkdir', 'ENOSPC'), ('fopen', 'ENOSPC'),
         ('fflush', 'ENOSPC'), ('fclose', 'EIO'), ('alloc', 'ENOMEM')]
QUICK_JOBS = ('metrics', 'export', 'import', 'svg', 'report')
REASONS = {'EACCES': 'Permission denied', 'ENOSPC': 'No space left on device',
           'EIO': 'Input/output error', 'ENOMEM': 'out of memory'}
FULL_DISK = 'mount -t tmpfs -o size=24k bloc "$0" && exec "$@"'


def count_calls(trial):
    path = trial.scratch + '.calls'
    trial.reset()
    trial.run(BLOC_FAULT='alloc:1000000000:none', BLOC_FAULT_CALLS=path)
    with open(path, encoding='ascii') as file:
        return {call: int(count) for call, count in map(str.split, file)}


def choose(count, call, full, chance):
    most = 1 if not full else 100 if call == 'alloc' else count
    return sorted(chance.sample(range(1, count + 1), min(count, most)))


def judge(trial, done, reason):
    """A word for the verdict: tolerated, refused, or what is wrong."""
    state = trial.state()
    if state == 'replaced' and done.returncode == 0:
        return 'tolerated'
    if state == 'intact' and done.returncode == 3 and reason in done.stderr:
        return 'refused'
    # A table that cannot be read is a finding like others.
    if state == 'intact' and done.returncode == 1 and 'error unreadable-file' in done.stderr:
        return 'refused'
    # What is said behind the files may fail when they are whole.
    if state == 'replaced' and done.returncode == 3 and \
            any(cause in done.stderr for cause in ('standard output', 'out of memory')):
        return 'replaced, then failed'
    return f'WRONG: status {done.returncode}, {state}, {done.stderr[-300:]}'


def limit_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))


def try_small_disks(trial, verdict):
    """A limit of the size of files, and where we may mount, a file system that is full."""
    trial.reset()
    done = subprocess.run(trial.command, preexec_fn=limit_files, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, check=False)
    verdict('limit of file size', judge(trial, done, 'File too large'))
    out = trial.scratch + '/out'
    probe = subprocess.run(['unshare', '-m', 'sh', '-c', FULL_DISK, out, 'true'],
                           stderr=subprocess.DEVNULL, check=False)
    if probe.returncode != 0:
        verdict('full disk', 'skipped')
        return
    fill = f'head -c 22528 /dev/zero >{out}/fill; "$@"; s=$?; ls -A {out} >{trial.scratch}.left; ' \
           'exit $s'
    trial.reset()
    done = trial.run(['unshare', '-m', 'sh', '-c', FULL_DISK, out, 'sh', '-c', fill, 'sh'])
    with open(trial.scratch + '.left', encoding='utf-8') as file:
        left = file.read().split()
    good = done.returncode == 3 and REASONS['ENOSPC'] in done.stderr and left == ['fill']
    verdict('full disk', 'refused' if good else f'WRONG: {done.returncode} {left} {done.stderr}')


def try_job(program, job, scratch, full):
    chance = random.Random(job)
    trial = Trial(program, job, f'{scratch}/{job}')
    found = collections.Counter()
    wrong = []

    def verdict(fault, word):
        found[word.split(':')[0]] += 1
        if word.startswith('WRONG'):
            wrong.append(f'{job}, {fault}: {word}')

    counts = count_calls(trial)
    for call, reason in CALLS:
        for nth in choose(counts[call], call, full, chance):
            trial.reset()
            done = trial.run(BLOC_FAULT=f'{call}:{nth}:{reason}')
            verdict(f'{call}:{nth}:{reason}', judge(trial, done, REASONS[reason]))
    trial.reset()
    done = trial.run(BLOC_FAULT='write:1+:short')
    verdict('short writes', judge(trial, done, ''))
    if job != 'import':  # its folder is replaced, and cannot be where a disk begins
        try_small_disks(trial, verdict)
    print(f'{job}: ' + ', '.join(f'{count} {word}' for word, count in sorted(found.items())))
    return wrong


def main():
    words = sys.argv[1:]
    full = '--full' in words
    program, *jobs = [word for word in words if word != '--full']
    program = os.path.abspath(program)
    os.chdir(os.path.dirname(os.path.abspath(__file__)) + '/../..')
    wrong = []
    with tempfile.TemporaryDirectory(prefix='bloc-faults-') as scratch:
        for job in jobs or (JOBS if full else QUICK_JOBS):
            wrong += try_job(program, job, scratch, full)
    print(*wrong, sep='\n')
    return 1 if wrong else 0


sys.exit(main())
