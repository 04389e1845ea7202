#!/usr/bin/env python3
# usage (in the worktree): pofill.py nn < json {msgid: msgstr or [singular, plural]}; sets translations in po/LANG.po; then run ./dev po
import sys, json, re
lang=sys.argv[1]; m=json.load(sys.stdin); p=f'po/{lang}.po'
q=lambda s:'"'+s.replace('\\','\\\\').replace('"','\\"').replace('\n','\\n')+'"'
un=lambda ls:json.loads('"'+''.join(l.strip()[1:-1] for l in ls)+'"') if ls else ''
blocks=open(p).read().split('\n\n'); seen=set()
for i,b in enumerate(blocks):
    lines=b.split('\n'); cur=None; parts={}
    for l in lines:
        if l.startswith('#'): continue
        mm=re.match(r'(msgid_plural|msgid|msgstr(?:\[\d\])?)\s+(".*")$',l)
        if mm: cur=mm[1]; parts[cur]=[mm[2]]
        elif l.startswith('"') and cur: parts[cur].append(l)
    if 'msgid' not in parts: continue
    k=un(parts['msgid'])
    if not k or k not in m: continue
    seen.add(k); v=m[k]
    out=[l.replace(', fuzzy','') for l in lines if l.startswith('#') and not l.startswith('#|')]
    out=[l for l in out if l!='#']
    out+=['msgid '+q(k)]
    if 'msgid_plural' in parts:
        out+=['msgid_plural '+q(un(parts['msgid_plural']))]
        v=v if isinstance(v,list) else [v,v]
        out+=[f'msgstr[{n}] '+q(x) for n,x in enumerate(v)]
    else: out+=['msgstr '+q(v)]
    blocks[i]='\n'.join(out)
for k in m:
    if k not in seen: print('no such msgid:',k,file=sys.stderr)
open(p,'w').write('\n\n'.join(blocks).rstrip('\n')+'\n')
