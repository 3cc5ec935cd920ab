"""Answers which anthropic-beta values requests need, from data.json of @beta-headers/manifest.

    python3 beta_headers.py data.json < requests.jsonl

A request is a line of JSON: platform, method, path, and if there are any headers, body, model,
always, rejected, policy. The answer is a line with the list of values. It follows "The algorithm"
in the README of the manifest. Left out are the policies `graduated` and `renamed`, the cuts of
`strip`, conflicts, `where`, `apiVersion`, names of features in `always` (whose values count as the
caller's), the second of two legacy shapes, and claims that only may count.
"""
import json, re, sys, urllib.parse as url

DATA = json.load(open(sys.argv[1], encoding="utf-8"))
BETAS = {beta["id"]: beta for beta in DATA["betas"]}
CLOUD = r".*/models?/(.+?)(?:/(?:invoke|converse|count-tokens)[a-z-]*|:\w+awPredict)$"
PATH = re.compile(r"(?:[^?]*/v1(?=/)|https?://[^/]+)?(?:/anthropic)?([^?]*?)/?(\?|$)")
MODEL = r"(?:.*[./:])?(claude-.*?)(?:-v\d.*|-\d{8}.*|-latest.*|-0|[@:\[].*)?"
LEAK = r"((requests\[\]\.params|additionalModelRequestFields)\.)?(betas|anthropic_beta)(\[\])?"
TESTS = {"is": lambda v, x: v == x, "in": lambda v, x: v in x, "nonEmpty": lambda v, _: bool(v),
         "above": lambda v, x: isinstance(v, (int, float)) and v > x}
model_id = lambda name: (m := re.fullmatch(MODEL, str(name))) and m[1].replace(".", "-")
regex = lambda e: re.sub(r"{.*?}", "[^/]+", e).replace("/**", "(/.*)?").replace("* ", ".* ")


def flat(node, path=""):  # every value with its path: tools, tools[], tools[].type
    inner = [(path + "[]", v) for v in node] if type(node) is list else [
        (f"{path}.{k}".lstrip("."), v) for k, v in node.items()] if type(node) is dict else []
    return [(path, node)][node is None:] + [hit for at, v in inner for hit in flat(v, at)]


def plan(platform, method, path, headers=(), body=None, model=None, rejected=(), policy={}, **rest):
    # 1. The route.
    cloud, top = re.match(CLOUD, path), body if isinstance(body, dict) else {}
    api = "/messages" + "/count_tokens" * ("count-tokens" in path) if cloud else PATH.match(path)[1]
    name = model_id(top.get("model") or model or cloud and url.unquote(cloud[1]))
    is_at = lambda endpoints: any(re.fullmatch(regex(e), f"{method} /v1{api}") for e in endpoints)

    # 2. The caller's values.
    pairs = headers.items() if isinstance(headers, dict) else headers
    texts = [v for k, v in pairs if k.lower() == "anthropic-beta"] + rest.get("always", [])
    texts += [v for at, v in flat(body) if re.fullmatch(LEAK, at) and isinstance(v, str)]
    mine = [v.strip() for t in texts for v in t.split(",") if re.fullmatch(r"\s*[!-~]+\s*", v)]

    # 3. Rules, and the values that they are about, each with the model and the path.
    query, fields = url.urlsplit(path).query, top.get("additionalModelRequestFields", top)
    batch = [i["params"] for i in top.get("requests") or [] if i and i.get("params")]
    bodies = batch if api.endswith("/batches") else [fields]
    params = bodies if method == "POST" else [dict(url.parse_qsl(query, True))]
    found = [(model_id(p.get("model")) or name, *hit) for p in params for hit in flat(p)]

    def meets(rule):
        form = re.escape(rule.get("at", "")).replace(r"\.\*\*", r"(\.(content|source)(\[\])?)*")
        hits = [v for m, at, v in found if re.fullmatch(form, at) and m in rule.get("model", [m])]
        return (is_at(rule.get("endpoint", ["POST /v1/messages(/count_tokens|/batches)?"]))
                and platform in rule.get("platform", [platform])
                and any(all(t(v, rule[k]) for k, t in TESTS.items() if k in rule) for v in hits)
                and not ("unless" in rule and meets(rule["unless"])))

    needs = [r.get("choice", [i]) for i in BETAS for r in BETAS[i]["requires"] if meets(r)]

    # 4. Claims, the first that applies: what the platform wants instead, and what it refuses.
    claim = lambda claims: next(c for c in claims[platform] if is_at(c.get("endpoint", ["* /**"]))
                                and "shape" not in c and name in c.get("models", [name]))
    accepts = {i: claim(beta["acceptance"]) for i, beta in BETAS.items()}
    new = {i: c["instead"][0]["send"] for i, c in accepts.items() if "instead" in c}
    gone = [feature["name"] for feature in DATA["features"]
            if claim(feature["availability"])["status"] == "unavailable"]
    bad = {i for i, c in accepts.items() if new.get(i, i) in rejected or i not in new and (
        c["status"] == "rejected" or c["status"] == "unknown" and BETAS[i]["feature"] in gone)}

    # 5. The plan: A, the caller's values; B, the needs, those with one choice first.
    lax, sent = policy.get("unsupported") == "pass", []
    for v in mine:
        beta = BETAS.get(v.lower(), {"id": v, "selectsAt": []})
        v, ok = beta["id"], lax or beta["id"] not in {*bad, *rejected} or is_at(beta["selectsAt"])
        ok = ok and (v in BETAS or policy.get("unknown", "pass") == "pass")
        sent += [new[v]] if v in new and v not in bad else [v] * ok
    dates = [re.sub(r"-\d{4}-\d\d-\d\d$", "", v) for v in sent]
    for need in sorted(needs, key=lambda need: len(need) > 1):
        same = [c for c in need if BETAS[c]["feature"] in dates and not BETAS[c]["independent"]]
        able = [c for c in need if c not in bad or lax]
        if able and not same and not {*sent} & {*need, *map(new.get, need)}:
            sent += [new.get(able[0], able[0])] * (policy.get("missing", "add") == "add")
    return [*dict.fromkeys(sent)]


for line in sys.stdin:
    print(json.dumps(plan(**json.loads(line))))
