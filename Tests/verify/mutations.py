"""Hjson texts, mutated: bytes, characters, tokens, and pieces of other texts."""

import functools
import json
from pathlib import Path
from random import Random

GOLDEN = Path(__file__).resolve().parent.parent / "LRTextTests" / "Golden" / "hjson.json"

# What the golden texts have little of.
MORE = [
    """{
  // A usual configuration.
  "train_batch_size": 32, /* of all */
  "scheduler": {
    "type": "WarmupDecayLR",
    "params": { "warmup_num_steps": 1e3, "total_num_steps": 10000, "warmup_max_lr": 3e-4 }
  },
  "optimizer": { "type": "AdamW", "params": { "lr": 0.0003, "betas": [0.9, 0.95] } }
}
""",
    "a: 1\nb: two words # and more\nc: [1, 2\n 3]\nd: {e: null, f: true}\n",
    "{\n  text: '''\n    first\n      second\n    '''\n  after: 1.0\n}\n",
    "\n a: '''x'''\n b: ''''y''''\n",
    "{\r\n  a: 'it''s'\r\n  'b': \"\\u0041\\ud834\\udd1e\\/\\b\"\r\n}\r\n",
    '{"long": 123456789012345678901, "small": -1.5E-310, "edge": 9999999999.0, "over": 10000000000.0}',
    *("[" * depth + "1" + "]" * depth for depth in (60, 64, 65, 70)),
    '{"\\ud83d": 1, "\\ud83e": [2], "a": "\\udc00"}',
    '[true false null\n true , false\t, null # c\n]',
    "{a: \u0661\u0662, b: 1\u0663, c: 1.5\u0664e\u0665\u00a0, d: \u00a0x\u2003}\n",
    "",
]

TOKENS = [
    "{", "}", "[", "]", ":", ",", "=", "'", '"', "'''", "''", "#", "//", "/*", "*/", "/", "*", "\\",
    "\n", "\r\n", "\r", "\t", " ", "  ", "\x00", "\x0b", "\x0c", "\x1c", "\x7f", "\x85", "\xa0",
    "\u2003", "\u2028", "\ufeff", "\xef\xbb\xbf", "\u200b", "\u0301", "e\u0301", "\xe9", "\U0001d11e",
    "\u0663", "\u0966", "\U0001d7d7", "\xb2", "\u2460", "null", "true", "false", "True", "None", "nan",
    "Infinity", "0", "-0", "-0.0", "00", "1", "-", "+", ".", "e", "E", "1e3", "1e400", "-1e400", "1e-400",
    "100.0", "9999999999", "1e10", "9007199254740993", "9223372036854775807", "9223372036854775808",
    "1" * 4300, "1" * 4301, "0x10", "1_0", "\\n", "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "\\ude00",
    "\\u+041", "\\u-041", "\\u 041", "\\u0_41", "\\u0x41", "\\u\u0663\u0663\u0663\u0663", "\\x", "\\'",
    "a: 1", '"a": 1', '"a": 1,', "a", "b:", "lr", "{}", "[]", "'''\n", "\n  '''", "[" * 70,
]


@functools.cache
def seeds():
    return [case["text"] for case in json.loads(GOLDEN.read_text())] + MORE


def text(index):
    """The text of an index: always the same one."""
    random = Random(index)
    made = random.choice(seeds())
    for _ in range(min(1 + int(random.expovariate(0.9)), 12)):
        made = random.choice(MUTATIONS)(random, made)
    data = made.encode()
    return damaged(random, data) if random.random() < 0.02 else data


def damaged(random, data):
    """With one byte changed, which is often no UTF-8 any more."""
    if not data:
        return b"\xff"
    place = random.randrange(len(data))
    return data[:place] + bytes([random.randrange(256)]) + data[place + 1:]


def place(random, text):
    return random.randint(0, len(text))


def piece(random, text):
    begin = place(random, text)
    return begin, min(len(text), begin + int(random.expovariate(0.1)))


def insert_token(random, text):
    at = place(random, text)
    return text[:at] + random.choice(TOKENS) + text[at:]


def replace_by_token(random, text):
    at = place(random, text)
    return text[:at] + random.choice(TOKENS) + text[at + 1:]


def delete_one(random, text):
    at = place(random, text)
    return text[:at] + text[at + 1:]


def delete_piece(random, text):
    begin, end = piece(random, text)
    return text[:begin] + text[end:]


def repeat_piece(random, text):
    begin, end = piece(random, text)
    return text[:end] + text[begin:end] * random.choice([1, 1, 2, 3]) + text[end:]


def move_piece(random, text):
    begin, end = piece(random, text)
    rest = text[:begin] + text[end:]
    at = place(random, rest)
    return rest[:at] + text[begin:end] + rest[at:]


def insert_piece_of_another(random, text):
    other = random.choice(seeds())
    begin, end = piece(random, other)
    at = place(random, text)
    return text[:at] + other[begin:end] + text[at:]


def join_with_another(random, text):
    other = random.choice(seeds())
    return text[:place(random, text)] + other[place(random, other):]


def insert_any_character(random, text):
    at = place(random, text)
    scalar = random.choice([random.randrange(0x80), random.randrange(0xD800), random.randrange(0x3000)])
    return text[:at] + chr(scalar) + text[at:]


def change_line_breaks(random, text):
    return text.replace("\n", random.choice(["\r\n", "\r", "\n\n", " "]))


MUTATIONS = [
    insert_token, insert_token, insert_token, replace_by_token, replace_by_token, delete_one,
    delete_piece, repeat_piece, move_piece, insert_piece_of_another, join_with_another,
    insert_any_character, change_line_breaks,
]
