# SPDX-License-Identifier: GPL-2.0-or-later
"""What the trials of whole commands share: jobs, folders before and after, and the verdict."""
import hashlib
import os
import shutil
import subprocess

FIGURE = 'tests/data/north_graphs/guard.gv'
DATA = 'tests/data/north'

# Name, arguments with {} for the scratch folder, and earlier output below it.
JOBS = {
    'report': (['report', DATA, '--figures', '{}/graphs', '--out', '{}/out'],
               {'out/index.html': 'earlier', 'out/tables/groups.csv': 'earlier', 'out/mine': 'mine'}),
    'svg': (['draw', DATA, FIGURE, '-o', '{}/out/a.svg'], {'out/a.svg': 'earlier'}),
    'pdf': (['draw', DATA, FIGURE, '-o', '{}/out/a.pdf'], {'out/a.pdf': 'earlier'}),
    'png': (['draw', DATA, FIGURE, '-o', '{}/out/a.png'], {'out/a.png': 'earlier'}),
    'figure-data': (['figure-data', 'docs/gallery/ego.svg', '-o', '{}/out/a.txt'],
                    {'out/a.txt': 'earlier'}),
    'metrics': (['metrics', DATA, '-o', '{}/out/a.txt'], {'out/a.txt': 'earlier'}),
    'export': (['export', DATA, '--format=graphml', '-o', '{}/out/a.graphml'],
               {'out/a.graphml': 'earlier'}),
    'export-r': (['export', DATA, '--format=r', '-o', '{}/out'],
                 {'out/network.R': 'earlier', 'out/mine': 'mine'}),
    'export-python': (['export', DATA, '--format=python', '-o', '{}/out'],
                      {'out/edges.csv': 'earlier'}),
    'import': (['import', 'csv', '{}/ties.csv', '--force', '--out', '{}/out'],
               {'ties.csv': 'source,target,kind\nAlpha,Beta,alliance\nBeta,Gamma,rivalry\n',
                'out/claims.csv': 'earlier', 'out/datapackage.json': 'earlier'}),
}


def snapshot(folder):
    """Every name below the folder with the digest of its bytes."""
    found = {}
    for path, folders, files in os.walk(folder):
        for name in folders:
            found[os.path.relpath(os.path.join(path, name), folder)] = 'folder'
        for name in files:
            whole = os.path.join(path, name)
            with open(whole, 'rb') as file:
                found[os.path.relpath(whole, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


class Trial:
    """A job that is run again and again over the same earlier output."""

    def __init__(self, program, job, scratch):
        self.program, self.scratch = program, scratch
        words, self.earlier = JOBS[job]
        self.command = [program] + [word.replace('{}', scratch) for word in words]
        self.reset()
        self.before = snapshot(scratch)
        done = self.run()
        if done.returncode != 0:
            raise SystemExit(f'{job} fails without a fault: {done.stderr}')
        self.after = snapshot(scratch)

    def reset(self):
        shutil.rmtree(self.scratch, ignore_errors=True)
        os.makedirs(self.scratch + '/graphs')
        shutil.copy(FIGURE, self.scratch + '/graphs')
        for name, contents in self.earlier.items():
            path = os.path.join(self.scratch, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'w', encoding='ascii') as file:
                file.write(contents)

    def run(self, prefix=(), **environment):
        return subprocess.run([*prefix, *self.command], env={**os.environ, **environment},
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              check=False)

    def state(self):
        """'intact', 'replaced', or what is wrong."""
        now = snapshot(self.scratch)
        if now == self.before:
            return 'intact'
        if now == self.after:
            return 'replaced'
        return 'half: ' + ' '.join(sorted(
            name for name in {*now, *self.before}
            if now.get(name) not in (self.before.get(name, 0), self.after.get(name, 0)) or
            (name in now) != (name in self.before)))[:300]
