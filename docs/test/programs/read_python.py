"""Reads Python samples from standard input ({name: source}) and prints what each call says ({name: {...}}), without running anything."""

import ast
import json
import sys


def value(node, names):
    """A literal; an f-string with the names that stand before it filled in; `...` as the text that TypeScript samples have."""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else names[part.value.id] for part in node.values)
    found = ast.literal_eval(node)
    return json.loads(json.dumps(found, default=lambda other: "…"))


def read(source):
    tree = ast.parse(source)
    names = {}
    for statement in tree.body:
        if not isinstance(statement, ast.Assign):
            continue
        call = statement.value
        if isinstance(call, ast.Constant):
            names[statement.targets[0].id] = call.value
        elif isinstance(call, ast.Call) and ast.unparse(call.func).startswith("client."):
            return {
                "call": ast.unparse(call.func),
                "arguments": [value(argument, names) for argument in call.args],
                "keywords": {word.arg: None if word.arg == "cast_to" else value(word.value, names) for word in call.keywords},
            }
    raise SystemExit(f"no call of the client in:\n{source}")


print(json.dumps({name: read(source) for name, source in json.load(sys.stdin).items()}))
