"""
Runs Python programs with stand-ins of `anthropic` and `boto3`, which record calls and send nothing.
Standard input is {name: source}; the output is {name: {client, call, arguments, keywords}}.
"""

import json
import sys
import types
from pathlib import Path

CLIENTS = [
    "Anthropic",
    "AnthropicAWS",
    "AnthropicBedrock",
    "AnthropicBedrockMantle",
    "AnthropicFoundry",
    "AnthropicGoogleCloud",
    "AnthropicVertex",
]
calls = []


class Answer:
    """An answer that has every attribute, and no items."""

    def __getattr__(self, name):
        return Answer()

    def __getitem__(self, key):
        return Answer()

    def __iter__(self):
        return iter(())

    def read(self):
        return b'{"content": []}'


class Method:
    def __init__(self, client, name):
        self.client = client
        self.name = name

    def __getattr__(self, name):
        return Method(self.client, f"{self.name}.{name}")

    def __call__(self, *arguments, **keywords):
        calls.append({"client": self.client, "call": self.name, "arguments": arguments, "keywords": keywords})
        return Answer()


class Client:
    def __init__(self, name):
        self.name = name

    def __getattr__(self, name):
        return Method(self.name, name)


def make_anthropic():
    module = types.ModuleType("anthropic")
    for name in CLIENTS:
        setattr(module, name, lambda api_key=None, name=name: Client(name))
    return module


def make_boto3():
    module = types.ModuleType("boto3")
    module.client = lambda service, region_name: Client(service)
    return module


def write(value):
    """What JSON does not have: a type, and the path of a file."""
    return value.name if isinstance(value, Path) else getattr(value, "__name__", repr(value))


sys.modules["anthropic"] = make_anthropic()
sys.modules["boto3"] = make_boto3()
results = {}
out, sys.stdout = sys.stdout, sys.stderr
for name, source in json.load(sys.stdin).items():
    calls.clear()
    exec(compile(source, name, "exec"), {"__name__": "__main__"})
    if len(calls) != 1:
        raise SystemExit(f"{name} made {len(calls)} calls")
    results[name] = json.loads(json.dumps(calls[0], default=write))
print(json.dumps(results), file=out)
