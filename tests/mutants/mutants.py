#!/usr/bin/env python3
"""Does a test notice? Changes one thing at a time in a random line of src/ and runs the suites.

usage: mutants.py ROOT WORK N SEED [all]    WORK is a folder for a copy of the tree and its build; N is how many, or FIRST-LAST
                                            for those a run of LAST would come to after the first ones

Each mutant is one comparison, sign, constant, TRUE/FALSE, &&/|| or negation that is another one. One that does not compile,
warnings being errors, is drawn anew. It is *caught* when a test fails, *the same program* when the compiler makes the same
code of it, and a *survivor* when everything passes: then a test is missing, or the line says nothing. The same commit, N and
SEED give the same mutants.

Only tests whose program is made of the file are run: those of its own floor first, then the quick before the slow. The suite
lint reads and does not run; outputs, disclosure and hostile take minutes and are run last, and only with "all".
"""
import filecmp
import hashlib
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

NEVER, LAST = {'lint'}, {'outputs', 'disclosure', 'hostile'}
QUICK_SECONDS = 10
# A change may make a program that never ends, or takes all memory. The others are what meson sets.
os.environ['ASAN_OPTIONS'] = 'halt_on_error=1:abort_on_error=1:print_summary=1:hard_rss_limit_mb=4096'

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


def run(command, log, seconds=None):
    with open(log, 'w') as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.terminate()  # meson ends its tests then, which are no children of its group
            process.wait()
            return 124


class Test:
    def __init__(self, known, seconds, program, files):
        self.name, self.suites = known['name'], {suite.split(':')[-1] for suite in known['suite']}
        self.seconds, self.program, self.files = seconds, program, files

    def may_notice(self, path):
        """A script runs the program, which is made of everything."""
        return self.files is None or path in self.files


class Tree:
    """The copy that is changed. It is built where a checkout is, so that ccache knows what was compiled there."""

    def __init__(self, root, work, everything):
        self.root, self.path, self.log = root, os.path.join(work, 'tree'), os.path.join(work, 'log')
        self.build = os.path.join(self.path, 'build', 'test')
        os.makedirs(work, exist_ok=True)
        self.copy()
        shared, link = os.path.join(root, '..', 'shared'), os.path.join(work, 'shared')
        if os.path.isdir(shared) and not os.path.islink(link):
            os.symlink(os.path.realpath(shared), link)
        if not os.path.exists(os.path.join(self.build, 'build.ninja')):
            shutil.rmtree(self.build, ignore_errors=True)
            subprocess.run(['meson', 'setup', self.build, self.path, '-Dbuildtype=debug', '-Db_sanitize=address,undefined',
                            '-Dwerror=true'], check=True, stdout=subprocess.DEVNULL)
        if self.compile() != 0:
            sys.exit(f'the tree does not build: {self.log}')
        commands = json.load(open(os.path.join(self.build, 'compile_commands.json')))
        self.commands = {os.path.relpath(os.path.join(c['directory'], c['file']), self.path): c for c in commands}
        self.tests = self.measure(os.path.join(work, 'seconds.json'), everything)

    def copy(self):
        """The files git knows, as they are; one that is unchanged keeps its time, so that ninja builds little."""
        names = subprocess.run(['git', '-C', self.root, 'ls-files', '-z'], check=True, capture_output=True, text=True).stdout
        wanted = {name for name in names.split('\0') if name and os.path.exists(os.path.join(self.root, name))}
        for folder, folders, files in os.walk(self.path):
            if folder == self.path and 'build' in folders:
                folders.remove('build')
            for name in files:
                if os.path.relpath(os.path.join(folder, name), self.path) not in wanted:
                    os.remove(os.path.join(folder, name))
        summed = hashlib.sha256()
        for name in sorted(wanted):
            summed.update(name.encode() + b'\0' + hashlib.sha256(open(os.path.join(self.root, name), 'rb').read()).digest())
            here, there = os.path.join(self.root, name), os.path.join(self.path, name)
            os.makedirs(os.path.dirname(there), exist_ok=True)
            if not os.path.exists(there) or not filecmp.cmp(here, there, shallow=False):
                shutil.copy(here, there)
        self.state = summed.hexdigest()

    def compile(self, *targets):
        return run(['ninja', '-C', self.build, *targets], self.log)

    def compiles(self, path):
        """Whether the file does, by itself."""
        command = self.commands[path]
        with tempfile.NamedTemporaryFile(suffix='.o') as out:
            words = shlex.split(command['command'])
            words[words.index('-o') + 1] = out.name
            words[words.index('-MF') + 1] = out.name + '.d'
            try:
                return subprocess.run(words, cwd=command['directory'], stderr=subprocess.DEVNULL).returncode == 0
            finally:
                if os.path.exists(out.name + '.d'):
                    os.remove(out.name + '.d')

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

    def measure(self, kept, everything):
        """The tests and the seconds each takes, by running them on the tree as it is; kept for the next run of the same tree."""
        known = json.loads(subprocess.run(['meson', 'introspect', '--tests', self.build], check=True, capture_output=True).stdout)
        known = [test for test in known if not {suite.split(':')[-1] for suite in test['suite']} & (NEVER | LAST)
                 or everything and not {suite.split(':')[-1] for suite in test['suite']} & NEVER]
        try:
            state, seconds = json.load(open(kept))
        except OSError:
            state, seconds = None, {}
        if state != self.state or not {test['name'] for test in known} <= set(seconds):
            code = run(['meson', 'test', '-C', self.build, '--no-rebuild', *(test['name'] for test in known)], self.log)
            if code != 0:
                sys.exit(f'the suites fail without a change: {self.log}')
            lines = map(json.loads, open(os.path.join(self.build, 'meson-logs', 'testlog.json'), encoding='utf-8'))
            seconds = {line['name'].split(' / ')[-1].removeprefix('utsyn:'): line['duration'] for line in lines}
            json.dump([self.state, seconds], open(kept, 'w'))
        programs = [os.path.relpath(test['cmd'][0], self.build) for test in known]
        return [Test(test, seconds[test['name']], *((None, None) if program.startswith('..') else (program, self.files_of(program))))
                for test, program in zip(known, programs)]

    def files_of(self, program):
        """The source files a program is made of."""
        inputs = subprocess.run(['ninja', '-C', self.build, '-t', 'inputs', program], check=True, capture_output=True,
                                text=True).stdout
        return {os.path.relpath(os.path.join(self.build, line), self.path) for line in inputs.splitlines()}

    def batches(self, path):
        """The tests that may notice, each batch twice as long as the one before."""
        floor = path.split('/')[1]
        tests = sorted((test for test in self.tests if test.may_notice(path)), key=lambda test: (
            bool(test.suites & LAST), not (floor in test.suites and test.seconds < QUICK_SECONDS), test.seconds))
        batch, most = [], QUICK_SECONDS
        for test in tests:
            if batch and sum(other.seconds for other in batch) + test.seconds > most:
                yield batch
                batch, most = [], 2 * most
            batch.append(test)
        if batch:
            yield batch

    def try_tests(self, path):
        """caught | survived, and by which test. Linking takes the time, so it is done for a batch at a time."""
        for batch in self.batches(path):
            targets = {test.program or 'all' for test in batch}
            if self.compile(*(['all'] if 'all' in targets else sorted(targets))) != 0:
                return 'not compiled', None
            names = [test.name for test in batch]
            patience = 30 + 5 * sum(test.seconds for test in batch)
            code = run(['meson', 'test', '-C', self.build, '--no-rebuild', '--maxfail', '1', *names], self.log, patience)
            if code != 0:
                log = open(self.log, errors='replace').read()
                failed = re.search(r'^ *\d+/\d+ (?:utsyn:)?(.+?) +(?:FAIL|TIMEOUT|ERROR)', log, re.M)
                hung = f'a hang in {" or ".join(names)}' if code == 124 else f'exit code {code}'
                return 'caught', failed[1].strip() if failed else hung
        return 'survived', None


def try_mutant(tree, mutant, passed_over):
    """caught | survived | same | not compiled, and by what; of one that is passed over only whether it compiles."""
    path, number, column, token = mutant
    whole = os.path.join(tree.path, path)
    original = open(whole, encoding='utf-8').read()
    lines = original.split('\n')
    before = lines[number - 1]
    after = before[:column] + other(token) + before[column + len(token):]
    lines[number - 1] = after
    plain = None if passed_over else tree.machine_code(path)
    try:
        open(whole, 'w', encoding='utf-8').write('\n'.join(lines))
        if passed_over:
            return 'passed over' if tree.compiles(path) else 'not compiled', None, before, after
        if tree.machine_code(path) == plain:
            return 'same', None, before, after
        return *tree.try_tests(path), before, after
    finally:
        open(whole, 'w', encoding='utf-8').write(original)


def main():
    root, work, seed = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[4]
    first, last = map(int, sys.argv[3].split('-')) if '-' in sys.argv[3] else (1, int(sys.argv[3]))
    tree = Tree(root, work, sys.argv[5:] == ['all'])
    chance = random.Random(seed)
    lines = candidates(tree.path)
    print(f'mutants {first} to {last} of {sum(map(len, lines))} possible in {len(lines)} lines, seed {seed}', flush=True)
    count, survivors = {'caught': 0, 'survived': 0, 'same': 0, 'passed over': 0}, []
    while sum(count.values()) < last:
        mutant = chance.choice(chance.choice(lines))
        start = time.time()
        outcome, by, before, after = try_mutant(tree, mutant, sum(count.values()) < first - 1)
        if outcome == 'not compiled':
            continue
        count[outcome] += 1
        if outcome == 'passed over':
            continue
        what = {'caught': f'caught by {by}', 'survived': 'SURVIVED', 'same': 'the same program'}[outcome]
        print(f'{sum(count.values()):3} {mutant[0]}:{mutant[1]}: {mutant[3]} → {other(mutant[3]) or "(nothing)"}: {what} '
              f'({time.time() - start:.0f} s)', flush=True)
        if outcome == 'survived':
            survivors.append(f'{mutant[0]}:{mutant[1]}\n-{before}\n+{after}')
    tree.compile()
    print('\n\n'.join(['', *survivors]))
    meant = count['caught'] + count['survived']
    print(f'{last - first + 1} mutants: {count["caught"]} caught, {count["survived"]} survived, {count["same"]} the same program; '
          f'{100 * count["caught"] / meant if meant else 100:.0f} % of those that are another program caught')


main()
