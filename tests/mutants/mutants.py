#!/usr/bin/env python3
"""Does a test notice? Changes one thing at a time in a random line of src/ and runs the suites.

usage: mutants.py ROOT WORK N SEED    WORK is a folder for a copy of the tree and its build

Each mutant is one comparison, sign, constant, TRUE/FALSE, &&/|| or negation that is another one. It is *caught* when a suite
fails, *the same program* when the compiler makes the same code of it, and a *survivor* when everything passes: then a
test is missing, or the line says nothing. The same commit, N and SEED give the same mutants.
"""
import filecmp
import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

SECONDS_A_SUITE = 1800

SWAPS = {'<': '<=', '<=': '<', '>': '>=', '>=': '>', '==': '!=', '!=': '==', '&&': '||', '||': '&&', '+': '-', '-': '+',
         '+=': '-=', '-=': '+=', 'TRUE': 'FALSE', 'FALSE': 'TRUE'}
# clang-format puts a space on either side of every binary operator, so a sign between spaces is one.
TOKENS = re.compile(r'(?<= )(?:<=|>=|==|!=|&&|\|\||\+=|-=|<|>|\+|-)(?= |$)|\b(?:TRUE|FALSE)\b'
                    r'|(?<![\w.])(?:\d+\.\d+|\d+)(?:e-?\d+)?(?![\w.])|(?<=[(\s])!(?=[\w(*])')
NOT_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|^[ \t]*#(?:\\\n|[^\n])*', re.S | re.M)


def other(token):
    """What stands instead of a token."""
    if token in SWAPS:
        return SWAPS[token]
    if token == '!':
        return ''
    if re.fullmatch(r'\d+', token):
        return str(int(token) + 1)
    return repr(float(token) * 1.5 + (float(token) == 0))


def candidates(root):
    """Every (file, line, column, token) that can be changed, by line."""
    lines = []
    for folder, folders, files in os.walk(os.path.join(root, 'src')):
        folders.sort()
        for name in sorted(files):
            if not name.endswith('.c'):
                continue
            path = os.path.relpath(os.path.join(folder, name), root)
            text = open(os.path.join(root, path), encoding='utf-8').read()
            code = NOT_CODE.sub(lambda match: re.sub(r'[^\n]', '\0', match[0]), text)
            for number, line in enumerate(code.split('\n'), 1):
                found = [(path, number, match.start(), match[0]) for match in TOKENS.finditer(line)]
                if found:
                    lines.append(found)
    return lines


def run(command, log, seconds=SECONDS_A_SUITE):
    with open(log, 'w') as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()
            return 124


class Tree:
    """The copy that is changed."""

    def __init__(self, root, work):
        self.root, self.path, self.build = root, os.path.join(work, 'tree'), os.path.join(work, 'build')
        self.log = os.path.join(work, 'log')
        os.makedirs(work, exist_ok=True)
        self.copy()
        shared, link = os.path.join(root, '..', 'shared'), os.path.join(work, 'shared')
        if os.path.isdir(shared) and not os.path.islink(link):
            os.symlink(os.path.realpath(shared), link)
        if not os.path.exists(os.path.join(self.build, 'build.ninja')):
            shutil.rmtree(self.build, ignore_errors=True)
            subprocess.run(['meson', 'setup', self.build, self.path, '-Dbuildtype=debug', '-Db_sanitize=address,undefined'],
                           check=True, stdout=subprocess.DEVNULL)
        if self.compile() != 0:
            sys.exit(f'the tree does not build: {self.log}')
        commands = json.load(open(os.path.join(self.build, 'compile_commands.json')))
        self.commands = {os.path.relpath(os.path.join(c['directory'], c['file']), self.path): c for c in commands}

    def copy(self):
        """The files git knows, as they are; one that is unchanged keeps its time, so that ninja builds little."""
        names = subprocess.run(['git', '-C', self.root, 'ls-files', '-z'], check=True, capture_output=True, text=True).stdout
        wanted = {name for name in names.split('\0') if name and os.path.exists(os.path.join(self.root, name))}
        for folder, _, files in os.walk(self.path):
            for name in files:
                if os.path.relpath(os.path.join(folder, name), self.path) not in wanted:
                    os.remove(os.path.join(folder, name))
        for name in wanted:
            here, there = os.path.join(self.root, name), os.path.join(self.path, name)
            os.makedirs(os.path.dirname(there), exist_ok=True)
            if not os.path.exists(there) or not filecmp.cmp(here, there, shallow=False):
                shutil.copy(here, there)

    def compile(self):
        return run(['ninja', '-C', self.build], self.log)

    def machine_code(self, path):
        """What the optimising compiler makes of a file, without the lines it came from."""
        command = self.commands[path]
        with tempfile.NamedTemporaryFile(suffix='.s') as out:
            words = [w for w in shlex.split(command['command']) if not w.startswith(('-fsanitize', '-g', '-O', '-MF', '-MQ'))
                     and w not in ('-MD', '-c')]
            at = words.index('-o')
            words = words[:at] + words[at + 2:]
            words = [w for w in words if not w.endswith('.o') and not w.endswith('.o.d')]
            subprocess.run(words + ['-O2', '-g0', '-S', '-w', '-o', out.name], cwd=command['directory'], stderr=subprocess.DEVNULL)
            return out.read()

    def failing(self, path):
        """The first test that fails, or None: those of the file's own floor first, then the others."""
        floor = path.split('/')[1]
        for selection in (['--suite', floor], ['--no-suite', 'lint', '--no-suite', floor]):
            code = run(['meson', 'test', '-C', self.build, '--no-rebuild', '--maxfail', '1', *selection], self.log)
            if code != 0:
                failed = re.search(r'^ *\d+/\d+ (?:utsyn:)?(.+?) +(?:FAIL|TIMEOUT|ERROR)', open(self.log, errors='replace').read(), re.M)
                return failed[1].strip() if failed else 'a hang' if code == 124 else f'exit code {code}'
        return None


def try_mutant(tree, mutant):
    """caught | survived | same | not compiled, and by what."""
    path, number, column, token = mutant
    whole = os.path.join(tree.path, path)
    original = open(whole, encoding='utf-8').read()
    lines = original.split('\n')
    before = lines[number - 1]
    after = before[:column] + other(token) + before[column + len(token):]
    lines[number - 1] = after
    plain = tree.machine_code(path)
    try:
        open(whole, 'w', encoding='utf-8').write('\n'.join(lines))
        if tree.machine_code(path) == plain:
            return 'same', None, before, after
        if tree.compile() != 0:
            return 'not compiled', None, before, after
        by = tree.failing(path)
        return ('caught' if by else 'survived'), by, before, after
    finally:
        open(whole, 'w', encoding='utf-8').write(original)


def main():
    root, work, n, seed = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    tree = Tree(root, work)
    if (by := tree.failing('src/base/x.c')) is not None:
        sys.exit(f'the suites fail without a change: {by}')
    chance = random.Random(seed)
    lines = candidates(tree.path)
    print(f'{n} mutants of {sum(map(len, lines))} possible in {len(lines)} lines, seed {seed}', flush=True)
    count, survivors = {'caught': 0, 'survived': 0, 'same': 0}, []
    while sum(count.values()) < n:
        mutant = chance.choice(chance.choice(lines))
        start = time.time()
        outcome, by, before, after = try_mutant(tree, mutant)
        if outcome == 'not compiled':
            continue
        count[outcome] += 1
        what = {'caught': f'caught by {by}', 'survived': 'SURVIVED', 'same': 'the same program'}[outcome]
        print(f'{sum(count.values()):3} {mutant[0]}:{mutant[1]}: {mutant[3]} → {other(mutant[3]) or "(nothing)"}: {what} '
              f'({time.time() - start:.0f} s)', flush=True)
        if outcome == 'survived':
            survivors.append(f'{mutant[0]}:{mutant[1]}\n-{before}\n+{after}')
    tree.compile()
    print('\n\n'.join(['', *survivors]))
    meant = count['caught'] + count['survived']
    print(f'{n} mutants: {count["caught"]} caught, {count["survived"]} survived, {count["same"]} the same program; '
          f'{100 * count["caught"] / meant if meant else 100:.0f} % of those that are another program caught')


main()
