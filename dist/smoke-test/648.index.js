export const id = 648;
export const ids = [648];
export const modules = {

/***/ 6648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseSmokeFile: () => (/* binding */ parseSmokeFile)
});

// UNUSED EXPORTS: FILE, USE

// EXTERNAL MODULE: ../node_modules/yaml/dist/index.js
var dist = __webpack_require__(6637);
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 22 modules
var src = __webpack_require__(6175);
// EXTERNAL MODULE: ./actions/smoke-test/src/check.js
var check = __webpack_require__(7479);
;// CONCATENATED MODULE: ./actions/smoke-test/src/yaml-map.js


/** Where a node stands. */
function placeOf(node, { file, lines }) {
    const { line, col } = lines.linePos(node.range?.[0] ?? 0);
    return { file, line, column: col };
}
/** Reports a problem at a node: `smoke/app.smoke.yml:12:5 …`. */
function complain(node, message, reading) {
    const { file, line, column } = placeOf(node, reading);
    reading.problems.push(`${file}:${line}:${column} ${message}`);
}
/** Runs a parser; what it throws becomes a problem at the node. */
function attempt(node, reading, parse) {
    try {
        return parse();
    }
    catch (error) {
        complain(node, error instanceof Error ? error.message : String(error), reading);
        return undefined;
    }
}
/** The entries of a map of any keys; a problem where the node is no map. */
function entriesOf(node, what, reading) {
    if (!(0,dist.isMap)(node)) {
        complain(node, `${what} is not a map of keys and values`, reading);
        return [];
    }
    return pairsOf(node, reading);
}
/** The entries of a map whose keys are known; an unknown key is a problem with the nearest known one. */
function readMap(node, shape, reading) {
    const { what, keys } = shape;
    const found = new Map();
    for (const entry of entriesOf(node, what, reading)) {
        if (keys.includes(entry.key))
            found.set(entry.key, entry);
        else
            at(entry, `unknown key ${entry.key} in ${what}${(0,src/* didYouMean */.au)(entry.key, keys)}`, reading);
    }
    return found;
}
/** The items of a list; a problem where the node is none. */
function itemsOf(node, what, reading) {
    if ((0,dist.isSeq)(node))
        return node.items;
    complain(node, `${what} is not a list`, reading);
    return [];
}
/** The text of a scalar as it was written (`1.10` stays `1.10`); a problem where the node is none. */
function textOf(node, what, reading) {
    if ((0,dist.isScalar)(node) && node.value !== null)
        return sourceOf(node);
    complain(node, `${what} is not a text`, reading);
    return undefined;
}
/** How a scalar was written, quotes taken off. */
function sourceOf(node) {
    if (!(0,dist.isScalar)(node))
        return JSON.stringify(plain(node));
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}
/** A map of texts. */
function textMap(entry, what, reading) {
    if (entry === undefined)
        return new Map();
    const found = entriesOf(entry.value, what, reading);
    return new Map(found.map(({ key, value }) => [key, textOf(value, `${what} ${key}`, reading) ?? '']));
}
/** The plain value of a node. */
function plain(node) {
    return node.toJSON();
}
function at({ place }, message, reading) {
    reading.problems.push(`${place.file}:${place.line}:${place.column} ${message}`);
}
function pairsOf(map, reading) {
    return map.items.flatMap(({ key, value }) => {
        if (!(0,dist.isScalar)(key)) {
            complain(map, 'holds a key that is no text', reading);
            return [];
        }
        const node = (value ?? { range: key.range, toJSON: () => null });
        return [{ key: String(key.value), value: node, place: placeOf(key, reading) }];
    });
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/smoke-body.js


const KINDS = ['json', 'form', 'multipart', 'body-file'];
/** The body of a check: at most one of json, form, multipart and body-file. */
function readBody(own, reading) {
    const [entry, second] = KINDS.flatMap((key) => own.get(key) ?? []);
    if (entry === undefined)
        return undefined;
    if (second)
        complain(second.value, `a check has two bodies, ${entry.key} and ${second.key}`, reading);
    if (entry.key === 'json')
        return { kind: 'json', value: plain(entry.value) };
    if (entry.key === 'form')
        return { kind: 'form', fields: textMap(entry, 'form', reading) };
    if (entry.key === 'multipart')
        return { kind: 'multipart', parts: readParts(entry, reading) };
    return { kind: 'file', path: textOf(entry.value, 'body-file', reading) ?? '' };
}
/** `multipart: { title: text, photo: { file: cat.png, type: image/png } }`. */
function readParts(entry, reading) {
    const found = entriesOf(entry.value, 'multipart', reading).map(({ key, value }) => {
        if (!(0,dist.isMap)(value))
            return [key, { text: textOf(value, `multipart ${key}`, reading) ?? '' }];
        const part = readMap(value, { what: 'a part', keys: ['file', 'type'] }, reading);
        const [file, type] = [part.get('file'), part.get('type')];
        if (file === undefined)
            complain(value, `the part ${key} has no file`, reading);
        return [
            key,
            { path: (file && textOf(file.value, 'file', reading)) ?? '', type: type && textOf(type.value, 'type', reading) },
        ];
    });
    return new Map(found);
}

// EXTERNAL MODULE: ./actions/smoke-test/src/literal.js
var literal = __webpack_require__(7140);
// EXTERNAL MODULE: ./actions/smoke-test/src/matcher.js + 1 modules
var matcher = __webpack_require__(3534);
// EXTERNAL MODULE: ./actions/smoke-test/src/subject.js
var subject = __webpack_require__(8791);
;// CONCATENATED MODULE: ./actions/smoke-test/src/smoke-expect.js





/** A check that expects no status expects a good one. */
const GOOD = { kind: 'status', expected: [(0,literal/* parseLiteral */.Fx)('2xx')] };
/** The assertions of a check: a map, or a list of maps where one subject is looked at twice. */
function readExpectations(entry, place, reading) {
    const found = entry === undefined ? [] : mapsOf(entry.value, reading).flatMap((map) => readAll(map, reading));
    if (found.some(({ subject }) => subject.kind === 'status'))
        return found;
    return [{ subject: (0,subject/* parseSubject */.Ci)('status'), matcher: GOOD, text: 'status 2xx', place }, ...found];
}
/** `capture: { token: json.token, id: { from: json.id, secret: true } }`. */
function readCaptures(entry, reading) {
    if (entry === undefined)
        return [];
    return entriesOf(entry.value, 'capture', reading).flatMap(({ key, value, place }) => {
        const long = (0,dist.isMap)(value) ? readMap(value, { what: 'a capture', keys: ['from', 'secret'] }, reading) : undefined;
        const from = long ? long.get('from')?.value : value;
        if (from === undefined) {
            complain(value, `the capture ${key} has no from; write { from: json.${key} }`, reading);
            return [];
        }
        if (!/^[\w.-]+$/.test(key))
            complain(value, `the capture "${key}" is no name of letters, digits, - . _`, reading);
        const secret = long?.get('secret');
        const text = textOf(from, `the capture ${key}`, reading);
        const subject = text === undefined ? undefined : subjectOf(text, placeOf(from, reading), reading);
        return subject ? [{ name: key, from: subject, secret: secret ? readFlag(secret, reading) : false, place }] : [];
    });
}
/** `when: { stage: one-of staging, production }`: variables and captures that must match. */
function readConditions(entry, reading) {
    if (entry === undefined)
        return [];
    return entriesOf(entry.value, 'when', reading).flatMap(({ key, value }) => {
        const matcher = attempt(value, reading, () => readValue(value));
        return matcher ? [{ name: key, matcher, text: `${key} ${written(matcher, value)}` }] : [];
    });
}
function mapsOf(node, reading) {
    return (0,dist.isSeq)(node) ? itemsOf(node, 'expect', reading) : [node];
}
function readAll(map, reading) {
    return entriesOf(map, 'expect', reading).flatMap(({ key, value, place }) => {
        const subject = subjectOf(key, place, reading);
        const matcher = subject && attempt(value, reading, () => readMatcher(subject, value));
        return subject && matcher ? [{ subject, matcher, text: `${key} ${written(matcher, value)}`, place }] : [];
    });
}
function readMatcher(subject, value) {
    if (subject.kind === 'status')
        return readStatus(value);
    if (subject.kind === 'schema')
        return readSchema(value);
    return readValue(value);
}
/** A path of a schema, or the schema itself. */
function readSchema(value) {
    const schema = plain(value);
    if (typeof schema === 'string' || (0,dist.isMap)(value))
        return (0,matcher/* equals */.aI)({ value: schema, source: JSON.stringify(schema) });
    throw new RangeError('schema is neither a path nor a map that is a JSON Schema');
}
function readValue(value) {
    const literal = plain(value);
    if (typeof literal === 'string')
        return parseYamlText(literal, value);
    return (0,matcher/* equals */.aI)({ value: literal, source: sourceOf(value) });
}
/** What YAML says is text stays text: "5" in quotes is not the number 5. */
function parseYamlText(text, node) {
    const parsed = (0,matcher/* parseMatcherText */.lU)(text);
    const quoted = (0,dist.isScalar)(node) && parsed.kind === '==' && !text.trim().startsWith('==');
    return quoted ? (0,matcher/* equals */.aI)({ value: text, source: text }) : parsed;
}
function readStatus(value) {
    const nodes = (0,dist.isSeq)(value) ? value.items : [value];
    const codes = nodes.map((node) => (0,literal/* parseLiteral */.Fx)(sourceOf(node)));
    const wrong = codes.find(({ source }) => !/^[1-5](\d\d|xx)$/i.test(source));
    if (wrong === undefined)
        return { kind: 'status', expected: codes };
    const only = codes.length === 1 ? (0,matcher/* parseMatcherText */.lU)(wrong.source) : undefined;
    if (only && only.kind !== '==')
        return only;
    throw new RangeError(`the status "${wrong.source}" is neither a code such as 200 nor 2xx`);
}
/** Parses a subject; a problem where it stands. */
function subjectOf(text, { file, line, column }, reading) {
    try {
        return (0,subject/* parseSubject */.Ci)(text);
    }
    catch (error) {
        reading.problems.push(`${file}:${line}:${column} ${text} ${error instanceof Error ? error.message : error}`);
        return undefined;
    }
}
function readFlag(entry, reading) {
    const value = plain(entry.value);
    if (typeof value === 'boolean')
        return value;
    complain(entry.value, `${entry.key} is neither true nor false`, reading);
    return false;
}
/** How an assertion was written, as a failure names it. */
function written(matcher, value) {
    if ((0,dist.isMap)(value))
        return '{…}';
    if (matcher.kind === 'status')
        return matcher.expected.map(({ source }) => source).join(' or ');
    const source = sourceOf(value);
    return matcher.kind === '==' && (0,dist.isScalar)(value) && !source.startsWith('==') ? `== ${source}` : source;
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/smoke-check.js






const METHOD_KEYS = check/* METHODS */.J8.map((method) => method.toLowerCase());
const SHARED = ['headers', 'auth', 'follow', 'request-timeout', 'retry', 'repeat', 'tags'];
const BODIES = ['json', 'form', 'multipart', 'body-file'];
const CHECK = {
    what: 'a check',
    keys: ['name', ...METHOD_KEYS, 'query', ...SHARED, ...BODIES, 'expect', 'capture', 'when'],
};
const DEFAULTS = { what: 'defaults', keys: SHARED };
const RETRY = { what: 'retry', keys: ['count', 'on', 'delay', 'backoff'] };
/** Reads one check of a file over the file's defaults; undefined where it has no method. */
function readCheck(node, defaults, reading) {
    const own = readMap(node, CHECK, reading);
    const shared = defaults ? readMap(defaults, DEFAULTS, reading) : new Map();
    const get = (key) => own.get(key) ?? shared.get(key);
    const request = readRequest(node, own, reading);
    if (request === undefined)
        return undefined;
    const name = own.get('name');
    const both = (key) => new Map([...textMap(shared.get(key), key, reading), ...textMap(own.get(key), key, reading)]);
    return {
        ...request,
        name: (name && textOf(name.value, 'name', reading)) ?? `${request.method} ${request.path}`,
        tags: readTags(get('tags'), reading),
        query: textMap(own.get('query'), 'query', reading),
        headers: withAuthorization(both('headers'), get('auth'), reading),
        body: readBody(own, reading),
        follow: readFollow(get('follow'), reading),
        requestTimeoutMs: readDuration(get('request-timeout'), reading),
        // What defaults say of all checks is not said of a POST: it is sent twice only where the check itself says so.
        retry: readRetry(check/* IDEMPOTENT */.uH.has(request.method) ? get('retry') : own.get('retry'), reading),
        repeat: readCount(get('repeat'), { min: 1, max: 1000 }, reading),
        expect: readExpectations(own.get('expect'), placeOf(node, reading), reading),
        capture: readCaptures(own.get('capture'), reading),
        when: readConditions(own.get('when'), reading),
        place: placeOf(node, reading),
    };
}
function readRequest(node, own, reading) {
    const given = METHOD_KEYS.filter((key) => own.has(key));
    const [method, second] = given;
    const entry = method === undefined ? undefined : own.get(method);
    if (entry === undefined || second !== undefined) {
        const what = second === undefined ? 'no method' : `two methods, ${given.join(' and ')}`;
        if ((0,dist.isMap)(node))
            complain(node, `a check has ${what}; write for example get: /health`, reading);
        return undefined;
    }
    const path = textOf(entry.value, method ?? '', reading) ?? '/';
    if (!/^(\/|https?:\/\/|\{\{)/.test(path)) {
        complain(entry.value, `the path "${path}" begins neither with / nor with https://; write /${path}`, reading);
    }
    return { method: (method ?? '').toUpperCase(), path };
}
function readTags(entry, reading) {
    if (entry === undefined)
        return [];
    const nodes = (0,dist.isScalar)(entry.value) ? [entry.value] : itemsOf(entry.value, 'tags', reading);
    return nodes.flatMap((node) => (textOf(node, 'a tag', reading) ?? '').split(',').map((tag) => tag.trim()));
}
function withAuthorization(headers, entry, reading) {
    if (entry === undefined)
        return headers;
    const auth = readMap(entry.value, { what: 'auth', keys: ['basic', 'bearer'] }, reading);
    const [one, other] = [...auth.values()];
    const text = one && textOf(one.value, `auth ${one.key}`, reading);
    if (one === undefined || text === undefined || other) {
        complain(entry.value, 'auth is one of basic: name:password and bearer: token', reading);
        return headers;
    }
    // Basic is encoded when the request is made, once its variables are known.
    return new Map([...headers, ['Authorization', one.key === 'basic' ? `basic:${text}` : `Bearer ${text}`]]);
}
function readFollow(entry, reading) {
    if (entry === undefined)
        return 0;
    const value = plain(entry.value);
    if (typeof value === 'boolean')
        return value ? 10 : 0;
    return readCount(entry, { min: 0, max: 50 }, reading) ?? 0;
}
function readDuration(entry, reading) {
    const text = entry && textOf(entry.value, entry.key, reading);
    if (entry === undefined || text === undefined)
        return undefined;
    return attempt(entry.value, reading, () => prefixed(`${entry.key} "${text}"`, () => (0,src/* parseDuration */.E9)(text)));
}
function readCount(entry, range, reading) {
    if (entry === undefined)
        return undefined;
    const value = plain(entry.value);
    if (typeof value === 'number' && Number.isInteger(value) && value >= range.min && value <= range.max)
        return value;
    complain(entry.value, `${entry.key} is not a whole number from ${range.min} to ${range.max}`, reading);
    return undefined;
}
function readRetry(entry, reading) {
    if (entry === undefined)
        return undefined;
    const range = { min: 0, max: 20 };
    if (!(0,dist.isMap)(entry.value)) {
        const retries = readCount(entry, range, reading);
        return retries === undefined ? undefined : { retries };
    }
    const found = readMap(entry.value, RETRY, reading);
    const retries = readCount(found.get('count'), range, reading);
    const delayMs = readDuration(found.get('delay'), reading);
    const on = found.get('on');
    const backoff = found.get('backoff');
    const factor = backoff && plain(backoff.value);
    const isFactor = typeof factor === 'number' && factor >= 1 && factor <= 10;
    if (backoff && !isFactor)
        complain(backoff.value, 'backoff is not a number from 1 to 10', reading);
    return {
        retries: retries ?? 1,
        ...(delayMs === undefined ? {} : { delayMs }),
        ...(isFactor ? { backoff: factor } : {}),
        ...(on === undefined ? {} : { on: readCauses(on, reading) }),
    };
}
function readCauses(entry, reading) {
    const nodes = (0,dist.isScalar)(entry.value) ? [entry.value] : itemsOf(entry.value, 'on', reading);
    return nodes.flatMap((node) => {
        const text = textOf(node, 'on', reading) ?? '';
        const cause = check/* RETRY_CAUSES */.SH.find((one) => one === text);
        if (cause === undefined)
            complain(node, `retry on "${text}" is none of ${check/* RETRY_CAUSES */.SH.join(', ')}`, reading);
        return cause ?? [];
    });
}
function prefixed(prefix, parse) {
    try {
        return parse();
    }
    catch (error) {
        throw new RangeError(`${prefix} ${error instanceof Error ? error.message : error}`);
    }
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/unquoted.js

/** The `{{name}}` that begins or ends where YAML met an error: `Bearer {{token}}` in braces, `{{url}}/v1`. */
function unquotedAround(text, at) {
    for (const { index, 0: whole, 1: name = '' } of text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)) {
        if (at === index || at === index + whole.length)
            return { start: index, message: advice(name) };
    }
    return undefined;
}
/** YAML reads `{{name}}` without quotes as a map in a map: what to do, or undefined where the map is another. */
function unquotedIn({ items }) {
    const [outer, ...more] = items;
    if (outer === undefined || more.length > 0 || !isEmpty(outer.value) || !(0,dist.isMap)(outer.key))
        return undefined;
    const [inner, ...others] = outer.key.items;
    if (inner === undefined || others.length > 0 || !isEmpty(inner.value) || !(0,dist.isScalar)(inner.key))
        return undefined;
    const name = inner.key.source ?? String(inner.key.value);
    return /^[\w.-]+$/.test(name) ? advice(name) : undefined;
}
function isEmpty(value) {
    return value === null || value === undefined;
}
function advice(name) {
    return `has {{${name}}} without quotes; write "{{${name}}}" in quotes, together with the text around it`;
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/smoke-file.js




const FILE = {
    what: 'the file',
    keys: ['base-url', 'variables', 'defaults', 'checks'],
};
const USE = { what: 'a use', keys: ['use'] };
/** Parses a `*.smoke.yml`: strict YAML 1.2, no unknown and no repeated keys. */
function parseSmokeFile(file, text) {
    const lines = new dist.LineCounter();
    const document = (0,dist.parseDocument)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const reading = { file, lines, problems: [] };
    complainOfYaml(document, text, reading);
    const root = document.contents;
    if (reading.problems.length > 0)
        return { source: nothing(file), uses: [], problems: [...new Set(reading.problems)] };
    if (root === null || !(0,dist.isMap)(root)) {
        reading.problems.push(`${file}:1:1 holds no checks; write checks: and a list of them`);
        return { source: nothing(file), uses: [], problems: reading.problems };
    }
    const read = readFile(root, reading);
    // Every check reads the defaults: what is wrong in them is told once.
    return { ...read, problems: [...new Set(reading.problems)] };
}
/** What is wrong before anything is read: no YAML, an alias, `{{name}}` without quotes. */
function complainOfYaml(document, text, reading) {
    for (const error of document.errors) {
        const [start] = error.pos;
        const unquoted = unquotedAround(text, start);
        const { line, col } = reading.lines.linePos(unquoted?.start ?? start);
        const message = unquoted?.message ?? `is no valid YAML: ${error.message}`;
        reading.problems.push(`${reading.file}:${line}:${col} ${message}`);
        // The errors behind it only follow from it.
        if (unquoted)
            break;
    }
    (0,dist.visit)(document, {
        Alias: (_, alias) => complain(alias, `*${alias.source} is an alias, which is not read here; write the value itself`, reading),
        Map: (_, map) => {
            const message = unquotedIn(map);
            if (message !== undefined)
                complain(map, message, reading);
        },
    });
}
function readFile(root, reading) {
    const found = readMap(root, FILE, reading);
    const list = found.get('checks');
    if (list === undefined)
        complain(root, 'has no checks', reading);
    const baseUrl = found.get('base-url');
    const variables = found.get('variables');
    const { checks, uses } = list ? readChecks(list.value, found.get('defaults')?.value, reading) : NONE;
    const source = {
        file: reading.file,
        baseUrl: baseUrl && readBaseUrl(baseUrl.value, reading),
        variables: new Map(variables ? entriesOf(variables.value, 'variables', reading).map(({ key, value }) => [key, plain(value)]) : []),
        checks,
    };
    return { source, uses };
}
const NONE = { checks: [], uses: [] };
function readChecks(list, defaults, reading) {
    const checks = [];
    const uses = [];
    for (const node of itemsOf(list, 'checks', reading)) {
        if ((0,dist.isMap)(node) && node.has('use')) {
            const use = readMap(node, USE, reading).get('use');
            const path = use && textOf(use.value, 'use', reading);
            if (path !== undefined)
                uses.push({ before: checks.length, path, place: placeOf(node, reading) });
            continue;
        }
        const check = readCheck(node, defaults, reading);
        if (check)
            checks.push(check);
    }
    return { checks, uses };
}
function readBaseUrl(node, reading) {
    const text = textOf(node, 'base-url', reading);
    if (text === undefined || (URL.canParse(text) && /^https?:/.test(text)))
        return text;
    complain(node, `base-url "${text}" is not an http or https address`, reading);
    return undefined;
}
function nothing(file) {
    return { file, baseUrl: undefined, variables: new Map(), checks: [] };
}


/***/ })

};
