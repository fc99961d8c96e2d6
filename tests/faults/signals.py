#!/usr/bin/env -S python3 -B
# SPDX-License-Identifier: GPL-2.0-or-later
"""
`bloc report` is ended by SIGINT or SIGTERM at random moments: in turn one of the whole run, and one
shortly after it began to write.

    signals.py PROGRAM [TRIALS [SEED]]

Earlier output must be intact or replaced whole, no temporary file and no process may remain, and
the program must have died of the signal or have finished.
"""
import collections
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

from trial import Trial


def survivors(session):
    """Processes of the session that are not dead."""
    alive = []
    for name in os.listdir('/proc'):
        try:
            with open(f'/proc/{name}/stat', encoding='utf-8', errors='replace') as file:
                fields = file.read().rpartition(')')[2].split()
        except (OSError, ValueError):
            continue
        if name.isdigit() and fields[3] == str(session) and fields[0] not in 'ZX':
            alive.append(name)
    return alive


def wait_for_end(session):
    """The kernel takes a moment to kill the children of what died."""
    for _ in range(300):
        if not survivors(session):
            return True
        time.sleep(0.01)
    return False


def judge(trial, session, status, number):
    wrong = []
    state = trial.state()
    if status not in (0, -number):
        wrong.append(f'status {status}')
    if state not in ('intact', 'replaced') or (status == 0 and state != 'replaced'):
        wrong.append(state)
    if not wait_for_end(session):
        wrong.append('processes remain')
    if wrong:
        return 'WRONG: ' + ', '.join(wrong)
    return 'finished before' if status == 0 else f'killed, {state}'


def is_writing(trial):
    for path, _, files in os.walk(trial.scratch + '/out'):
        if any(name.startswith('.part-') for name in files):
            return True
    return False


def wait_for_moment(run, trial, chance, seconds, is_late):
    """Until a random moment, or the end of the run."""
    if not is_late:
        try:
            run.wait(chance.random() * seconds)
        except subprocess.TimeoutExpired:
            pass
        return
    while run.poll() is None and not is_writing(trial):
        time.sleep(0.0005)
    time.sleep(chance.random() * 0.02)


def try_once(trial, chance, seconds, is_late):
    """The verdict, and how long the run took."""
    number = chance.choice((signal.SIGINT, signal.SIGTERM))
    trial.reset()
    begun = time.monotonic()
    with subprocess.Popen(trial.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          start_new_session=True) as run:
        wait_for_moment(run, trial, chance, seconds, is_late)
        took = time.monotonic() - begun
        run.send_signal(number)
        status = run.wait()
    return judge(trial, run.pid, status, number), took


def main():
    program = os.path.abspath(sys.argv[1])
    trials = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    os.chdir(os.path.dirname(os.path.abspath(__file__)) + '/../..')
    found = collections.Counter()
    with tempfile.TemporaryDirectory(prefix='bloc-signals-') as scratch:
        trial = Trial(program, 'report', scratch + '/report')
        begun = time.monotonic()
        trial.run()
        seconds = time.monotonic() - begun
        for number in range(trials):
            word, took = try_once(trial, chance, seconds, number % 2 == 1)
            found[word] += 1
            if word == 'finished before':
                seconds = min(seconds, took)
    for word, count in sorted(found.items()):
        print(f'{count:4} {word}')
    return 1 if any(word.startswith('WRONG') for word in found) else 0


sys.exit(main())
