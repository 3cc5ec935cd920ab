"""Answers which anthropic-beta values requests need, from data.json of @beta-headers/manifest.

    python3 beta_headers.py data.json < requests.jsonl

A request is a line of JSON: platform, method, url, and if there are any headers, body, model,
always, rejected, policy. The answer is a line with the list of values. It follows "The algorithm"
in the README of the manifest, and does not say whether the request will work: where the engine
refuses a plan, the list is worth nothing. Left out are the platform `auto`, modes, cuts of the
body, conflicts, `where`, `apiVersion`, `until`, disputed claims, choices that nobody knows, models
that nobody knows, the items of a batch one by one (they count as one, of one model), names of
features in `always` (whose values count as the caller's), the second of two legacy shapes, and
every line of the policy but missing, rejected, instead, unknownBeta, graduated. Substitutes come
first in the list.
"""
import json, re, sys, urllib.parse as urls

DATA = json.load(open(sys.argv[1], encoding="utf-8"))
BETAS = {beta["id"]: beta for beta in DATA["betas"]}
CLOUD = r".*/models?/(.+?)(?:/(?:invoke|converse|count-tokens)[a-z-]*|:\w+awPredict)$"
PATH = re.compile(r"(?:[^?]*/v1(?=/)|https?://[^/]+)?(?:/anthropic)?([^?]*?)/?(\?|$)")
MODEL = r"(?:.*[./:])?(claude-.*?)(?:-v\d.*|-\d{8}.*|-latest.*|-0|[@:\[].*)?"
INNER = r"(?:(?:requests\[\]\.params|additionalModelRequestFields)\.)?"
LEAK = INNER + r"(betas|anthropic_beta)(\[\])?"
TESTS = {"is": lambda v, x: v == x, "in": lambda v, x: v in x, "nonEmpty": lambda v, _: bool(v),
         "above": lambda v, x: isinstance(v, (int, float)) and v > x}
OURS = [p["id"] for p in DATA["platforms"] if p["operator"] == "anthropic"]
model_id = lambda name: (m := re.fullmatch(MODEL, str(name))) and m[1].replace(".", "-")
regex = lambda e: re.sub(r"{.*?}", "[^/]+", e).replace("/**", "(/.*)?").replace("* ", ".* ")


def flat(node, path=""):  # every value with its path: tools, tools[], tools[].type
    inner = [(path + "[]", v) for v in node] if type(node) is list else [
        (f"{path}.{k}".lstrip("."), v) for k, v in node.items()] if type(node) is dict else []
    return [(path, node)][node is None:] + [hit for at, v in inner for hit in flat(v, at)]


def plan(platform, method, url, headers=(), body=None, model=None, rejected=(), policy={}, **rest):
    # 1. The route.
    cloud, top = re.match(CLOUD, url.split("?")[0]), body if isinstance(body, dict) else {}
    api = "/messages" + "/count_tokens" * ("count-tokens" in url) if cloud else PATH.match(url)[1]
    name = model_id(top.get("model") or model or cloud and urls.unquote(cloud[1]))
    is_at = lambda endpoints: any(re.fullmatch(regex(e), f"{method} /v1{api}") for e in endpoints)

    # 2. The caller's values.
    pairs = headers.items() if isinstance(headers, dict) else headers
    texts = [v for k, v in pairs if k.lower() == "anthropic-beta"] + rest.get("always", [])
    texts += [v for at, v in flat(body) if re.fullmatch(LEAK, at) and isinstance(v, str)]
    mine = [v.strip() for t in texts for v in t.split(",") if re.fullmatch(r"\s*[!-~]+\s*", v)]

    # 3. Rules, and the values that they are about, each with its path.
    found = flat(top if method == "POST" else dict(urls.parse_qsl(urls.urlsplit(url).query, True)))

    def meets(rule):  # the shapes of what meets it
        form = re.escape(rule.get("at", "")).replace(r"\.\*\*", r"(\.(content|source)(\[\])?)*")
        on = is_at(rule.get("endpoint", ["POST /v1/messages(/count_tokens|/batches)?"])) and (
            name in rule.get("model", [name]) and platform in rule.get("platform", [platform]))
        return [rule.get("shape", v) for at, v in found if on and re.fullmatch(INNER + form, at)
                and all(test(v, rule[key]) for key, test in TESTS.items() if key in rule)
                and not ("unless" in rule and meets(rule["unless"]))]

    needs = [r.get("choice", [i]) for i in BETAS for r in BETAS[i]["requires"] if meets(r)]
    uses = {f["name"]: sum(map(meets, f["uses"]), []) for f in DATA["features"]}

    # 4. Claims, the first that applies: what is rejected, what is sent instead, what is not there.
    claim = lambda cs, seen=[""]: next(c for c in cs[platform] if name in c.get("models", [name])
        and is_at(c.get("endpoint", ["* /**"])) and any(s in seen for s in c.get("shape", seen)))
    takes = {i: claim(beta["acceptance"]) for i, beta in BETAS.items()}
    bad = {*rejected, *(i for i in BETAS if takes[i]["status"] == "rejected")}
    new = {i: [e["send"] for e in c.get("instead", []) if uses[e["for"]]] for i, c in takes.items()}
    gone = {f["name"]: f["substitutes"] for f in DATA["features"] if uses[f["name"]]
            and claim(f["availability"], uses[f["name"]])["status"] == "unavailable"}

    # 5. The plan: substitutes (B), the caller's values (A), the needs (C), one choice first.
    sent = [sub["send"] for subs in gone.values() for sub in subs if platform in sub["on"]
            and meets(sub["when"]) and not meets(sub["unless"])]
    for v in mine:
        beta = BETAS.get(v.lower(), {"id": v, "stage": "", "selectsAt": []})
        v, stage, needed = beta["id"], beta["stage"], beta["id"] in sum(needs, [])
        idle = stage in ("graduated", "retired", "legacy-shape") and not is_at(beta["selectsAt"])
        line = ("instead" if new.get(v) and not needed else "rejected" if v in bad
                else "" if needed else "graduated" if idle else "" if v in BETAS else "unknownBeta")
        drops = v in bad or line == "graduated" and (
            stage == "legacy-shape" or platform not in OURS and takes[v]["status"] == "unknown")
        does = policy.get(line, "auto").replace("auto", "drop" if drops else "send")
        sent += [v] if does in ("send", "keep") else [w for w in new.get(v, []) if w not in bad]
    for need in sorted(needs, key=len) * (policy.get("missing", "add") == "add"):
        if not {*sent} & {*need, *new[need[0]]} and BETAS[need[0]]["feature"] not in gone:
            sent += [c for c in need + new[need[0]] if c not in bad][:1]
    return [*dict.fromkeys(sent)]


print(*(json.dumps(plan(**json.loads(line))) for line in sys.stdin), sep="\n")
