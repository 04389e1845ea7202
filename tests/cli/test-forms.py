#!/usr/bin/env python3
"""The answers as data: CSV and JSON say the same, in every language."""
import csv
import io
import json

from harness import check, finish, must, tell, utsyn
from reckoning import near


def as_text(value):
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_forms(*words):
    same = {language: json.loads(must(utsyn(*words, "--json", "--quiet", language=language))) for language in ("nb", "nn", "en")}
    records = same["en"]
    text = must(utsyn(*words, "--csv", "--quiet", encoding=None)).decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    name = " ".join(words) + ": "
    check(name + "CSV ends its lines as RFC 4180 asks", text.count("\r\n") == text.count("\n") == len(rows) + 1)
    check(name + "CSV has JSON's fields", [list(row) for row in rows] == [list(record) for record in records])
    tell(name + "CSV has JSON's values",
         [(key, row[key], record[key]) for row, record in zip(rows, records) for key in record
          if row[key] != as_text(record[key]) and not near(float(row[key] or "nan"), float(record[key] or "nan"))])
    codes = [[(r["place"], r.get("level"), r.get("trend"), r.get("value")) for r in records] for records in same.values()]
    check(name + "the codes and numbers are the same in every language", codes[0] == codes[1] == codes[2])


test_forms("compare", "utenfor-15-29-aar", "barn-0-17-aar", "nedsatt-arbeidsevne-menn-18-29-aar", "Fyresdal", "Tokke")
test_forms("trend", "psykiske-symptomer-0-14-aar", "vaksinert-mot-meslinger-9-aar", "Vinje", "Telemark")
test_forms("rank", "nedsatt-arbeidsevne-menn-18-29-aar", "utenfor-15-29-aar", "--county", "40")
finish()
