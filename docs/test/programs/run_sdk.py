"""
Runs Python programs with the published packages: standard input is {name: source}. The addresses of
the platforms come from the environment. A program that fails is named, and the exit code is 1.
"""

import json
import os
import sys
import traceback

import google.auth
from google.auth.credentials import AnonymousCredentials


class Credentials(AnonymousCredentials):
    def __init__(self):
        super().__init__()
        self.token = "none"

    def refresh(self, request):
        pass


# An empty variable is one that the caller cannot unset.
for name in [name for name, text in os.environ.items() if text == ""]:
    del os.environ[name]
google.auth.default = lambda *arguments, **keywords: (Credentials(), "none")
failed = False
for name, source in json.load(sys.stdin).items():
    try:
        exec(compile(source, name, "exec"), {"__name__": "__main__"})
    except Exception:
        failed = True
        print(f"FAILED {name}\n{source}\n{traceback.format_exc(limit=-3)}", file=sys.stderr)
sys.exit(failed)
