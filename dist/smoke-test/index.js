import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2818:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ compareWith),
/* harmony export */   eD: () => (/* binding */ formatChange),
/* harmony export */   nk: () => (/* binding */ parseBaseline)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6175);
/* harmony import */ var _percentile_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9696);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4890);



/** Reads a JSON report of this action; undefined where the text is none. */
function parseBaseline(text) {
    let report;
    try {
        report = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (report?.schema !== 'smoke-report/1' || !Array.isArray(report.checks))
        return undefined;
    const checks = report.checks;
    const p95 = report.latency?.p95;
    return {
        startedAt: String(report.startedAt),
        p95: typeof p95 === 'number' ? p95 : undefined,
        statuses: new Map(checks.map(({ name, status }) => [String(name), String(status)])),
    };
}
/** Compares a run with an earlier one, check by check by name. */
function compareWith({ startedAt, p95, statuses }, checks) {
    const good = (status) => status === 'passed' || status === 'flaky';
    const now = (0,_percentile_js__WEBPACK_IMPORTED_MODULE_2__/* .latencyOf */ .Wg)(checks.flatMap((check) => (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .timesOf */ .Q)([check])))?.p95;
    const named = (list) => list.map(({ name }) => name);
    return {
        since: startedAt,
        newlyFailing: named(checks.filter(({ name, status }) => status === 'failed' && good(statuses.get(name)))),
        fixed: named(checks.filter(({ name, status }) => good(status) && statuses.get(name) === 'failed')),
        p95: p95 === undefined || now === undefined ? undefined : { before: p95, now },
    };
}
/** The change in one sentence. */
function formatChange({ since, newlyFailing, fixed, p95 }) {
    const parts = [
        newlyFailing.length > 0 && `newly failing: ${newlyFailing.join(', ')}`,
        fixed.length > 0 && `fixed: ${fixed.join(', ')}`,
        newlyFailing.length + fixed.length === 0 && 'the same checks pass',
        p95 && `p95 ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(p95.before)} → ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(p95.now)}`,
    ].filter((part) => typeof part === 'string');
    return `Since ${since.slice(0, 16).replace('T', ' ')} UTC: ${parts.join('; ')}`;
}


/***/ }),

/***/ 7346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseBudgets),
/* harmony export */   N: () => (/* binding */ judgeBudget)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6175);
/* harmony import */ var _percentile_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9696);


/** Parses `latency-budget`. @throws RangeError naming the entry and the form. */
function parseBudgets(text) {
    return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(text).map(parseBudget);
}
function parseBudget(text) {
    const match = /^(?:(.+)\.)?(?:p(\d{1,2}(?:\.\d+)?)|(max))\s*(<=?)\s*(\S+)$/.exec(text);
    if (!match)
        throw new RangeError(`has "${text}" that is no budget; write p95<10s or health.p95<1s`);
    const [, check, percent, , sign, limit = ''] = match;
    try {
        const limitMs = (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(limit);
        return { check, percent: percent === undefined ? 100 : Number(percent), limitMs, orEqual: sign === '<=', text };
    }
    catch (error) {
        throw new RangeError(`has "${text}" whose limit ${error instanceof Error ? error.message : error}`);
    }
}
/** Compares samples (milliseconds) with a budget. No samples at all break it. */
function judgeBudget(budget, samples) {
    const { text, percent, limitMs, orEqual } = budget;
    const ms = (0,_percentile_js__WEBPACK_IMPORTED_MODULE_1__/* .percentile */ .Ym)(samples, percent);
    if (ms === undefined)
        return { text, kept: false, sentence: `${text}: no request was answered, so there is no figure` };
    const kept = orEqual ? ms <= limitMs : ms < limitMs;
    const name = percent === 100 ? 'max' : `p${percent}`;
    const few = percent < 100 && (0,_percentile_js__WEBPACK_IMPORTED_MODULE_1__/* .isMaximum */ .Be)(percent, samples.length) ? ': the max' : '';
    const figure = `${name}=${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)} (n=${samples.length}${few})`;
    return { text, kept, sentence: `${text}: ${kept ? 'kept' : 'broken'}, ${figure}` };
}


/***/ }),

/***/ 7449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ parseBursts),
/* harmony export */   MZ: () => (/* binding */ formatBurst),
/* harmony export */   w4: () => (/* binding */ judgeBurst)
/* harmony export */ });
/* unused harmony export countStatuses */
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7479);
/* harmony import */ var _check_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5821);


const FORM = '35x POST /api/ask 429>=1';
const LINE = new RegExp(`^(\\d+)x\\s+((?:${_check_js__WEBPACK_IMPORTED_MODULE_0__/* .METHODS */ .J8.join('|')})\\s+\\S+)\\s+(.+)$`, 'i');
const WANT = /^([1-5](?:\d\d|xx))(?:(==|>=|<=|>|<)(\d+))?$/i;
/** What `burst` holds: its good lines, and a sentence for each bad one. */
function parseBursts(text) {
    const bursts = [];
    const problems = [];
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        try {
            bursts.push(parseBurst(line, { input: 'burst', line: index + 1 }));
        }
        catch (error) {
            problems.push(`line ${index + 1} ${error instanceof Error ? error.message : error}`);
        }
    }
    return { bursts, problems };
}
/** @throws RangeError with the form. */
function parseBurst(line, place) {
    const [, times = '', request = '', rest = ''] = LINE.exec(line) ?? [];
    if (request === '')
        throw new RangeError(`is no burst; write for example ${FORM}`);
    const count = Number(times);
    if (count < 2 || count > 1000)
        throw new RangeError(`asks for ${times} requests at once; from 2 to 1000 are possible`);
    const [, statuses = '', body] = /^(.*?)(?:\s*\bbody\s+(.+))?$/.exec(rest) ?? [];
    const wants = statuses.trim().split(/\s+/).map(parseWant);
    const { body: sent, ...check } = (0,_check_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCheckLine */ .W)(`${request} 2xx${body === undefined ? '' : ` body ${body}`}`, place);
    return { count, wants, check: { ...check, body: sent, name: `${times}x ${check.name}` } };
}
function parseWant(text) {
    const [, status, sign, count] = WANT.exec(text) ?? [];
    if (status === undefined)
        throw new RangeError(`has "${text}" where a status is expected; write for example ${FORM}`);
    return { status: status.toLowerCase(), sign: (sign ?? '>='), count: Number(count ?? 1), text };
}
/** What a burst's answers break of it. `statuses` are those of all requests; undefined where there was no answer. */
function judgeBurst({ wants, check }, statuses) {
    const seen = countStatuses(statuses);
    return wants.flatMap(({ status, sign, count, text }) => {
        const found = statuses.filter((code) => matches(code, status)).length;
        if (HOLDS[sign](found - count))
            return [];
        const expected = `${sign === '==' ? '' : `${sign} `}${count} of ${statuses.length} answers with ${status}`;
        return [{ text: `burst ${text}`, place: check.place, expected, actual: `${found}; there were ${seen}` }];
    });
}
/** `30 times 201, 5 times 429, 1 without an answer`. */
function countStatuses(statuses) {
    const codes = [...new Set(statuses)].sort((one, other) => (one ?? 999) - (other ?? 999));
    const times = (code) => statuses.filter((one) => one === code).length;
    return codes.map((code) => `${times(code)} ${code === undefined ? 'without an answer' : `times ${code}`}`).join(', ');
}
const HOLDS = {
    '==': (difference) => difference === 0,
    '>=': (difference) => difference >= 0,
    '<=': (difference) => difference <= 0,
    '>': (difference) => difference > 0,
    '<': (difference) => difference < 0,
};
function matches(code, pattern) {
    return code !== undefined && (pattern.endsWith('xx') ? `${code}`[0] === pattern[0] : `${code}` === pattern);
}
/** A burst for the plan. */
function formatBurst({ check, wants }) {
    return `  ${check.name}  all at once, ${wants.map(({ text }) => text).join(' ')} (${(0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlace */ .dE)(check.place)})`;
}


/***/ }),

/***/ 5821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseCheckLines),
/* harmony export */   W: () => (/* binding */ parseCheckLine)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6175);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7479);
/* harmony import */ var _literal_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7140);
/* harmony import */ var _matcher_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3534);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8791);





const FORM = 'METHOD PATH STATUS, for example: GET /health 200 <1s json $.status == "healthy"';
const ASSERTIONS = ['json', 'header', 'contains', 'body'];
const TOKEN = /"(?:[^"\\]|\\.)*"|'[^']*'|(?:==|!=|<=|>=|<|>)(?=["'])|\S+/g;
/** Parses the `checks` input: a check a line; blank lines and lines that begin with # are left out. */
function parseCheckLines(text) {
    const checks = [];
    const problems = [];
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        try {
            checks.push(parseCheckLine(line, { line: index + 1 }));
        }
        catch (error) {
            problems.push(`line ${index + 1} ${error instanceof Error ? error.message : error}`);
        }
    }
    return { checks, problems };
}
/** @throws RangeError saying what is wrong with the line. */
function parseCheckLine(line, place) {
    const { head, body } = cutBody(line);
    const tokens = lineWords(head);
    const method = parseMethod(tokens.next());
    const path = parsePath(tokens.next());
    const status = parseStatus(tokens.next(), place);
    const expect = [status, ...parseAssertions(tokens, place)];
    return { ...EMPTY, name: `${method} ${path}`, method, path, body, expect, place };
}
const EMPTY = {
    tags: [],
    query: new Map(),
    headers: new Map(),
    follow: 0,
    requestTimeoutMs: undefined,
    retry: undefined,
    repeat: undefined,
    capture: [],
    when: [],
};
/** `body` stands last and goes to the end of the line: nothing in it is read as an assertion. */
function cutBody(line) {
    let at = 0;
    for (const token of line.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\S+/g)) {
        const first = at++ < 2;
        if (first || token[0] !== 'body')
            continue;
        const text = line.slice(token.index + 'body'.length).trim();
        if (text === '')
            throw new RangeError('has nothing behind body');
        refuseAssertion(text);
        return { head: line.slice(0, token.index), body: { kind: 'text', text } };
    }
    return { head: line, body: undefined };
}
/** JSON with an assertion behind it is no body that anybody means; other text may be, broken JSON too. */
function refuseAssertion(body) {
    if (!/^(\[|\{(?!\{))/.test(body) || isJson(body))
        return;
    for (const { index, 1: word = '' } of body.matchAll(/\s(json|header|contains|[<>]=?(?=\s*\d))/g)) {
        if (!isJson(body.slice(0, index)))
            continue;
        throw new RangeError(`has ${word} … behind its body, which goes to the end of the line; put ${word} … before body`);
    }
}
/** Whether a text is JSON once its variables are filled in. */
function isJson(text) {
    try {
        JSON.parse(text.replace(/\{\{\s*[\w.-]+\s*\}\}/g, '0'));
        return true;
    }
    catch {
        return false;
    }
}
function parseMethod(word) {
    const method = word?.toUpperCase() ?? '';
    if (_check_js__WEBPACK_IMPORTED_MODULE_1__/* .METHODS */ .J8.includes(method))
        return method;
    throw new RangeError(`begins with "${word}", which is no method${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(method, _check_js__WEBPACK_IMPORTED_MODULE_1__/* .METHODS */ .J8)}; write ${FORM}`);
}
function parsePath(word) {
    if (word !== undefined && /^(\/|https?:\/\/|\{\{)/.test(word))
        return word;
    throw new RangeError(`has the path "${word ?? ''}" that begins neither with / nor with https://; write ${FORM}`);
}
function parseStatus(word, place) {
    const codes = (word ?? '').split(',');
    if (!codes.every((code) => /^[1-5](\d\d|xx)$/i.test(code))) {
        throw new RangeError(`has the status "${word ?? ''}" that is neither a code such as 200 nor 2xx; write ${FORM}`);
    }
    const matcher = { kind: 'status', expected: codes.map(_literal_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLiteral */ .Fx) };
    return { subject: (0,_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .parseSubject */ .Ci)('status'), matcher, text: `status ${word}`, place };
}
function parseAssertions(tokens, place) {
    const found = [];
    for (let word = tokens.next(); word !== undefined; word = tokens.next()) {
        const [subject, matcher, written] = parseAssertion(word, tokens);
        found.push({ subject, matcher, text: written, place });
    }
    return found;
}
function parseAssertion(word, tokens) {
    if (/^[<>]=?/.test(word)) {
        const text = /^[<>]=?$/.test(word) ? `${word}${tokens.argument() ?? ''}` : word;
        if (!/(ms|s|m|h)$/.test(text))
            throw new RangeError(`has the time "${text}" without a unit; write ${text}s`);
        return [(0,_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .parseSubject */ .Ci)('time.total'), (0,_matcher_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMatcherText */ .lU)(text), `time.total ${text}`];
    }
    if (word === 'contains') {
        const text = tokens.argument();
        return [(0,_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .parseSubject */ .Ci)('body'), (0,_matcher_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMatcherText */ .lU)(`contains ${text ?? ''}`), `body contains ${text}`];
    }
    if (word === 'json' || word === 'header') {
        const name = tokens.next();
        if (name === undefined)
            throw new RangeError(`has nothing behind ${word}`);
        const spoken = recording(tokens);
        const matcher = (0,_matcher_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMatcher */ .qR)(spoken.words);
        return [(0,_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .parseSubject */ .Ci)(`${word}.${name}`), matcher, `${word} ${name} ${spoken.said()}`];
    }
    throw new RangeError(`has "${word}" where ${ASSERTIONS.join(', ')} or a time such as <1s is known${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(word, ASSERTIONS)}`);
}
function lineWords(text) {
    const tokens = text.match(TOKEN) ?? [];
    let at = 0;
    const next = () => unquoteSingle(tokens[at++]);
    return { peek: () => unquoteSingle(tokens[at]), next, argument: next };
}
function unquoteSingle(token) {
    return token?.startsWith("'") && token.endsWith("'") ? JSON.stringify(token.slice(1, -1)) : token;
}
/** Remembers the words that a matcher took, to name the assertion as it was written. */
function recording(words) {
    const taken = [];
    const note = (word) => {
        taken.push(word);
        return word;
    };
    return {
        words: { peek: words.peek, next: () => note(words.next()), argument: () => note(words.argument()) },
        said: () => taken.join(' '),
    };
}


/***/ }),

/***/ 7479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J8: () => (/* binding */ METHODS),
/* harmony export */   SH: () => (/* binding */ RETRY_CAUSES),
/* harmony export */   Wm: () => (/* binding */ atAddress),
/* harmony export */   dE: () => (/* binding */ formatPlace),
/* harmony export */   uH: () => (/* binding */ IDEMPOTENT)
/* harmony export */ });
const RETRY_CAUSES = ['network', '5xx', '429', 'any'];
/** A check's name where it is asked at one of several addresses. */
function atAddress(name, address) {
    return `${name} @ ${address}`;
}
/** `smoke/app.smoke.yml:12`, or `checks line 3`. */
function formatPlace({ file, input = 'checks', line }) {
    if (line === 0)
        return input;
    return file === undefined ? `${input} line ${line}` : `${file}:${line}`;
}
/** Methods that may be sent twice without harm. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];


/***/ }),

/***/ 3134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs)
/* harmony export */ });
/* unused harmony exports FAIL_ON, REPORTS */
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6175);
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9920);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7346);
/* harmony import */ var _burst_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7449);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7479);
/* harmony import */ var _check_lines_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5821);
/* harmony import */ var _secret_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8289);
/* harmony import */ var _success_rate_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5583);








const FAIL_ON = ['failed', 'flaky', 'warn'];
const REPORTS = ['junit', 'json'];
function readInputs(read) {
    const inputs = {
        ...readTarget(read),
        ...readTiming(read),
        ...readNetwork(read),
        ...readPolicy(read),
        reports: read.words('reports', REPORTS, { fallback: 'junit,json' }),
        reportDir: read.text('report-dir', { fallback: 'smoke-report' }) ?? 'smoke-report',
        baseline: read.text('baseline'),
        searchPath: read.env['PATH'] ?? '',
        ...read.common(),
    };
    const { baseUrl, checks, files } = inputs;
    const relative = [...checks, ...inputs.bursts.map(({ check }) => check)].find(({ path }) => path.startsWith('/'));
    if (baseUrl === undefined && relative && read.text('base-url') === undefined) {
        read.problem('base-url', `is missing, and ${relative.place.input ?? 'checks'} has ${relative.name}`, 'base-url: https://app.example.com');
    }
    if (baseUrl === undefined && inputs.addresses.kind !== 'auto') {
        read.problem('addresses', 'needs base-url: its host is what the addresses are of');
    }
    if (baseUrl === undefined && inputs.openapi?.startsWith('/')) {
        read.problem('base-url', `is missing, and openapi is ${inputs.openapi}`, 'base-url: https://app.example.com');
    }
    if (files.length + inputs.bursts.length === 0 && inputs.openapi === undefined && read.text('checks') === undefined) {
        read.problem('checks', 'is missing, and so are files and openapi: nothing would be checked', 'checks: GET /health 200');
    }
    return inputs;
}
function readTarget(read) {
    const baseUrl = read.url('base-url');
    if (baseUrl)
        (0,_secret_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .registerAddress */ .WW)(baseUrl.href);
    if (baseUrl?.search || baseUrl?.hash) {
        read.problem('base-url', 'has a query or a fragment', `base-url: ${baseUrl.origin}${baseUrl.pathname}`);
    }
    return {
        baseUrl: baseUrl?.href,
        checks: readCheckLines(read),
        bursts: readBursts(read),
        files: read.lines('files'),
        openapi: read.text('openapi'),
        variables: read.pairs('variables'),
        secrets: (0,_secret_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .readSecrets */ .ql)(read),
        headers: (0,_secret_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .readHeaders */ .jB)(read),
        expectVersion: read.text('expect-version'),
        versionSource: read.parsed('version-path', { fallback: 'auto' }, _suite_http__WEBPACK_IMPORTED_MODULE_1__/* .parseVersionSource */ .t6) ?? { kind: 'auto' },
    };
}
function readCheckLines(read) {
    const { checks, problems } = (0,_check_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .parseCheckLines */ .H)(read.text('checks') ?? '');
    for (const problem of problems)
        read.problem('checks', problem);
    return checks;
}
function readBursts(read) {
    const { bursts, problems } = (0,_burst_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBursts */ .Do)(read.text('burst') ?? '');
    for (const problem of problems)
        read.problem('burst', problem);
    return bursts;
}
function readTiming(read) {
    const duration = (name, fallback, ms) => read.duration(name, { fallback }) ?? ms;
    return {
        readyTimeoutMs: duration('ready-timeout', '0s', 0),
        requestTimeoutMs: duration('request-timeout', '10s', 10_000),
        connectTimeoutMs: duration('connect-timeout', '5s', 5_000),
        maxBodyBytes: read.size('max-body', { fallback: '10MiB' }) ?? 0,
        timeoutMs: duration('timeout', '5m', 300_000),
        retries: read.integer('retries', { fallback: '0', min: 0, max: 20 }) ?? 0,
        retryOn: read.words('retry-on', _check_js__WEBPACK_IMPORTED_MODULE_4__/* .RETRY_CAUSES */ .SH, { fallback: 'network' }),
        retryDelayMs: duration('retry-delay', '500ms', 500),
        retryBackoff: read.parsed('retry-backoff', { fallback: '2' }, parseBackoff) ?? 2,
        concurrency: read.integer('concurrency', { fallback: '4', min: 1, max: 64 }) ?? 4,
        repeat: read.integer('repeat', { fallback: '1', min: 1, max: 1000 }) ?? 1,
        warmupRequests: read.integer('warmup-requests', { fallback: '0', min: 0, max: 100 }) ?? 0,
    };
}
/** @throws RangeError */
function parseBackoff(text) {
    const factor = Number(text);
    if (/^\d+(\.\d+)?$/.test(text) && factor >= 1 && factor <= 10)
        return factor;
    throw new RangeError('is not a number from 1 to 10; 1 waits the same time before each retry');
}
function readNetwork(read) {
    return {
        tlsVerify: read.boolean('tls-verify', true),
        caCert: read.text('ca-cert'),
        ...(0,_secret_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .readClientCertificate */ .r3)(read),
        resolve: read.parsed('resolve', {}, (text) => (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .parseResolve */ .qK)((0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .splitLines */ .uz)(text))) ?? new Map(),
        addresses: read.parsed('addresses', { fallback: 'auto' }, _suite_http__WEBPACK_IMPORTED_MODULE_1__/* .parseAddresses */ .ug) ?? { kind: 'auto' },
    };
}
function readPolicy(read) {
    return {
        budgets: read.parsed('latency-budget', {}, _budget_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBudgets */ .C) ?? [],
        successRate: read.parsed('success-rate', {}, _success_rate_js__WEBPACK_IMPORTED_MODULE_7__/* .parseSuccessRate */ .z),
        tlsMinDays: read.integer('tls-min-days', { fallback: '14', min: 0, max: 3650 }) ?? 14,
        tags: (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(read.text('tags') ?? ''),
        failFast: read.boolean('fail-fast', false),
        failOn: read.words('fail-on', FAIL_ON, { fallback: 'failed' }),
    };
}


/***/ }),

/***/ 7140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ parseLiteral),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   eE: () => (/* binding */ sameValue)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6175);


const LONGEST = 200;
/** JSON where the text is JSON (`5`, `true`, `"5"`, `[1]`), else the text itself. */
function parseLiteral(text) {
    const source = text.trim();
    if (/^(-?\d|["[{]|true$|false$|null$)/.test(source)) {
        try {
            const value = JSON.parse(source);
            return { value, source: typeof value === 'string' ? value : source };
        }
        catch {
            // Not JSON after all: text such as 10.0.0.1 or [draft].
        }
    }
    return { value: source, source };
}
/** A value as a failure shows it, with its type: `"5" (text)`, `5 (number)`, `nothing`. */
function show(value) {
    if (value === undefined)
        return 'nothing';
    if (value === null)
        return 'null';
    if (typeof value === 'string')
        return `${quote(value)} (text)`;
    const text = shorten((0,_suite_core__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(JSON.stringify(value) ?? String(value)));
    return `${text} (${typeOf(value)})`;
}
/** The word that `type` compares with. */
function typeOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'array';
    if (typeof value === 'number')
        return 'number';
    if (typeof value === 'string')
        return 'text';
    return typeof value;
}
/** Equal in type and value, lists and objects through and through. */
function sameValue(one, other) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(one, other);
}
/** A secret goes before the text is cut: half of one would not be recognised. A long text is cut before it is copied. */
function quote(text) {
    const whole = (0,_suite_core__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(text);
    return whole.length <= LONGEST
        ? JSON.stringify(whole)
        : `${JSON.stringify(whole.slice(0, LONGEST))}… (${whole.length} characters)`;
}
function shorten(text) {
    return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length} characters)`;
}


/***/ }),

/***/ 4110:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6175);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3134);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8886);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6357);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(587);





await (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
    name: 'smoke-test',
    readInputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko,
    observe: _observe_js__WEBPACK_IMPORTED_MODULE_2__/* .observe */ .l,
    plan: _plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planChecks */ .dH,
    formatPlan: _plan_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPlan */ .nT,
    // The engine costs start-up time that a run with wrong inputs should not pay.
    execute: async (plan, ports, inputs) => (await __nccwpck_require__.e(/* import() */ 165).then(__nccwpck_require__.bind(__nccwpck_require__, 9165))).execute(plan, ports, inputs),
    report: _report_js__WEBPACK_IMPORTED_MODULE_4__/* .report */ .z,
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  aI: () => (/* binding */ equals),
  qR: () => (/* binding */ parseMatcher),
  lU: () => (/* binding */ parseMatcherText),
  au: () => (/* binding */ quantity)
});

// UNUSED EXPORTS: TYPES, isMatcherText

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 22 modules
var src = __nccwpck_require__(6175);
// EXTERNAL MODULE: ./actions/smoke-test/src/literal.js
var src_literal = __nccwpck_require__(7140);
;// CONCATENATED MODULE: ./actions/smoke-test/src/slip.js
/** Whether a word is another with two neighbours swapped or, unless only that counts, with one letter more or less. */
function isSlip(word, meant, swapsOnly) {
    if (word === meant || Math.abs(word.length - meant.length) > 1)
        return false;
    if (word.length === meant.length)
        return letters(meant, swap).includes(word);
    if (swapsOnly)
        return false;
    return letters(meant, drop).includes(word) || letters(word, drop).includes(meant);
}
function letters(text, change) {
    return Array.from(text, (_, at) => change(text, at));
}
function swap(text, at) {
    return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
}
function drop(text, at) {
    return text.slice(0, at) + text.slice(at + 1);
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/matcher.js



const TYPES = ['text', 'string', 'number', 'integer', 'boolean', 'array', 'list', 'object', 'null'];
const BARE = ['exists', 'empty', 'semver', 'iso-date', 'uuid'];
const WITH_VALUE = ['contains', 'not-contains', 'starts', 'ends', 'matches', 'one-of', 'type'];
const PREFIXES = ['not', 'length', 'each', 'any', 'days-from-now'];
const SIGNS = ['==', '!=', '<=', '>=', '<', '>'];
/** A letter more or less makes another word of these, which is a value: sever, uid, isodate, start, send. */
const SWAPS_ONLY = ['semver', 'uuid', 'iso-date', 'starts', 'ends'];
/** Words that are near a matcher's and mean themselves. */
const ORDINARY = ['exits', 'one-off', 'typed'];
/** What makes sure that a word in front of it is meant as a prefix. */
const COMPARISON = new RegExp(`^([=!]=|[<>]=?\\s*[\\d{-]|type (${TYPES.join('|')})$)`);
/** Whether a text is a comparison rather than a value to be equal to. */
function isMatcherText(text) {
    const word = text.trim().split(/\s/, 1)[0] ?? '';
    return isOneOf(BARE, word) ? text.trim() === word : beginsMatcher(word);
}
function beginsMatcher(word) {
    return SIGNS.some((sign) => word.startsWith(sign)) || isOneOf([...BARE, ...WITH_VALUE, ...PREFIXES], word);
}
/** The whole text as one matcher: `>=3`, `contains Swagger UI`, `length >0`, or a plain value. @throws RangeError */
function parseMatcherText(text) {
    if (!isMatcherText(text))
        return plainValue(text);
    const words = textWords(text);
    const matcher = parseMatcher(words);
    const left = words.argument();
    if (left !== undefined)
        throw new RangeError(`has "${left}" behind its end; for equality write == ${text.trim()}`);
    return matcher;
}
/** Equality with a value. */
function equals(...expected) {
    return { kind: '==', expected };
}
/**
 * Reads one matcher from words.
 * @throws RangeError where a word lacks its value or a value cannot be compared.
 */
function parseMatcher(words) {
    const word = words.peek();
    if (word === undefined)
        throw new RangeError('lacks what to compare with, for example == "ok" or exists');
    const sign = SIGNS.find((candidate) => word.startsWith(candidate));
    if (sign)
        return parseSigned(sign, word, words);
    if (isOneOf(BARE, word)) {
        words.next();
        return { kind: word, expected: [] };
    }
    if (isOneOf(PREFIXES, word)) {
        words.next();
        if (word === 'not')
            refuseBare(words);
        return { kind: word, expected: [], inner: parseMatcher(words) };
    }
    if (isOneOf(WITH_VALUE, word)) {
        words.next();
        return withValue(word, required(words.argument(), word));
    }
    return plainValue(required(words.argument(), '=='));
}
/** Equality with a text, unless that is a comparison but for a slip of the pen: `lenght >0`, `typ number`, `exist`. */
function plainValue(text) {
    const meant = meantBy(text.trim());
    if (meant === undefined)
        return equals((0,src_literal/* parseLiteral */.Fx)(text));
    throw new RangeError(`has ${JSON.stringify(text)}, which is no comparison; did you mean ${meant}? For equality write == ${JSON.stringify(text)}`);
}
function meantBy(text) {
    const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
    if (ORDINARY.includes(word))
        return undefined;
    return [...BARE, ...WITH_VALUE, ...PREFIXES].find((meant) => {
        if (!isSlip(word, meant, SWAPS_ONLY.includes(meant)))
            return false;
        if (isOneOf(BARE, meant))
            return rest === '';
        if (meant === 'type')
            return isOneOf(TYPES, rest);
        return isOneOf(WITH_VALUE, meant) ? rest !== '' : COMPARISON.test(rest);
    });
}
/** `not found` may mean the text "not found" or any other than "found". */
function refuseBare(words) {
    const word = words.peek();
    if (word === undefined || beginsMatcher(word))
        return;
    const bare = words.argument();
    const text = JSON.stringify(`not ${bare}`);
    throw new RangeError(`has ${bare} behind not, which is no comparison; write not == ${bare}, or == ${text} where that is the text`);
}
function parseSigned(sign, word, words) {
    words.next();
    const glued = word.slice(sign.length);
    const text = glued === '' ? required(words.argument(), sign) : glued;
    if (sign.startsWith('<') || sign.startsWith('>'))
        checkQuantity(text);
    return { kind: sign, expected: [(0,src_literal/* parseLiteral */.Fx)(text)] };
}
function withValue(kind, text) {
    const unquoted = (0,src_literal/* parseLiteral */.Fx)(text);
    if (kind === 'one-of')
        return { kind, expected: listOf(unquoted, text) };
    if (kind === 'type' && !isOneOf(TYPES, text)) {
        throw new RangeError(`has the type ${text} that is none of ${TYPES.join(', ')}${(0,src/* didYouMean */.au)(text, TYPES)}`);
    }
    if (kind === 'matches')
        checkPattern(unquoted.source);
    return { kind, expected: [unquoted] };
}
function listOf(literal, text) {
    if (Array.isArray(literal.value))
        return literal.value.map((value) => ({ value, source: String(value) }));
    return text.split(',').map(src_literal/* parseLiteral */.Fx);
}
function checkPattern(pattern) {
    try {
        new RegExp(pattern, 'u');
    }
    catch (error) {
        throw new RangeError(`has a pattern that cannot be read: ${error instanceof Error ? error.message : error}`);
    }
}
function checkQuantity(text) {
    if (text.includes('{{') || quantity(text) !== undefined)
        return;
    throw new RangeError(`compares with "${text}", which is neither a number nor a duration such as 500ms`);
}
/** A number, or a duration as milliseconds; undefined where the text is neither. */
function quantity(text) {
    if (/^-?\d+(\.\d+)?$/.test(text))
        return Number(text);
    try {
        return (0,src/* parseDuration */.E9)(text);
    }
    catch {
        return undefined;
    }
}
function textWords(text) {
    let rest = text.trim();
    const peek = () => /^(==|!=|<=|>=|<|>|\S+)/.exec(rest)?.[0];
    const take = (length) => {
        rest = rest.slice(length).trim();
    };
    return {
        peek,
        next: () => {
            const word = peek();
            take(word?.length ?? 0);
            return word;
        },
        argument: () => {
            const all = rest;
            rest = '';
            return all || undefined;
        },
    };
}
function required(text, after) {
    if (text !== undefined && text !== '')
        return text;
    throw new RangeError(`lacks a value behind ${after}`);
}
function isOneOf(words, word) {
    return words.includes(word);
}


/***/ }),

/***/ 8886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ observe)
});

// EXTERNAL MODULE: ./node_modules/@suite/http/src/index.js + 8 modules
var src = __nccwpck_require__(9920);
// EXTERNAL MODULE: ./actions/smoke-test/src/baseline.js
var baseline = __nccwpck_require__(132);
// EXTERNAL MODULE: ./actions/smoke-test/src/check.js
var src_check = __nccwpck_require__(7479);
;// CONCATENATED MODULE: ./actions/smoke-test/src/load-sources.js
/** The checks of the input and of every file, and the bodies that they send. */
async function loadSources(inputs, paths, { files, problems }) {
    const sources = [];
    if (inputs.checks.length > 0) {
        sources.push({ file: undefined, baseUrl: undefined, variables: new Map(), checks: inputs.checks });
    }
    for (const path of paths.filter((one) => !isHurl(one))) {
        const source = await loadFile(path, { files, problems, users: [] });
        if (source)
            sources.push(source);
    }
    return { sources, bodies: await readBodies(sources, files, problems) };
}
/** The hurl files that are there; hurl itself reads them. */
async function loadHurlFiles(paths, { files, problems }) {
    const found = paths.filter(isHurl);
    for (const path of found) {
        if ((await files.facts(path))?.kind === 'file')
            continue;
        problems.push({ input: 'files', problem: `${path} is not there: was the repository checked out?` });
    }
    return found;
}
function isHurl(path) {
    return path.endsWith('.hurl');
}
async function loadFile(path, loading) {
    const { files, problems, users } = loading;
    const complain = (problem) => void problems.push({ input: 'files', problem });
    const text = await files.readText(path);
    if (text === undefined) {
        complain(`${path} is not there${users.length > 0 ? `, and ${users.at(-1)} uses it` : ': was the repository checked out?'}`);
        return undefined;
    }
    // The YAML parser costs start-up time that runs without files should not pay.
    const { parseSmokeFile } = await Promise.all(/* import() */[__nccwpck_require__.e(637), __nccwpck_require__.e(648)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6648));
    const parsed = parseSmokeFile(path, text);
    for (const problem of parsed.problems)
        complain(problem);
    return withUsed(parsed, { ...loading, users: [...users, path] });
}
/** Puts the checks of used files where `use` stands; variables of the using file win. */
async function withUsed({ source, uses }, loading) {
    const checks = [];
    let { variables } = source;
    let from = 0;
    for (const { before, path, place } of uses) {
        checks.push(...source.checks.slice(from, before));
        from = before;
        if (loading.users.includes(path)) {
            const problem = `${place.file}:${place.line} ${[...loading.users, path].join(' uses ')}, which has no end`;
            loading.problems.push({ input: 'files', problem });
            continue;
        }
        const used = await loadFile(path, loading);
        checks.push(...(used?.checks ?? []));
        variables = new Map([...(used?.variables ?? []), ...variables]);
    }
    return { ...source, variables, checks: [...checks, ...source.checks.slice(from)] };
}
/** A path, or a folder's files by a `*` in the last part. */
async function findFiles(patterns, files, problems) {
    const found = [];
    for (const pattern of patterns) {
        const at = pattern.lastIndexOf('/') + 1;
        const [folder, last] = [pattern.slice(0, at), pattern.slice(at)];
        if (!last.includes('*')) {
            found.push(pattern);
            continue;
        }
        const names = await files.list(folder || '.');
        const matching = names.filter((name) => globPattern(last).test(name)).map((name) => `${folder}${name}`);
        if (matching.length === 0)
            problems.push({ input: 'files', problem: `${pattern} matches no file` });
        found.push(...matching);
    }
    return [...new Set(found)];
}
function globPattern(last) {
    return new RegExp(`^${last.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}
async function readBodies(sources, files, problems) {
    const bodies = new Map();
    for (const { body, place } of sources.flatMap(({ checks }) => checks)) {
        const parts = body?.kind === 'multipart' ? [...body.parts.values()] : body?.kind === 'file' ? [body] : [];
        for (const path of parts.flatMap((part) => ('path' in part ? part.path : []))) {
            if (bodies.has(path))
                continue;
            const facts = await files.facts(path);
            if (facts?.kind === 'file')
                bodies.set(path, await files.read(path));
            else
                problems.push({ input: 'files', problem: `${place.file}:${place.line} sends ${path}, which is not there` });
        }
    }
    return bodies;
}

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 22 modules
var core_src = __nccwpck_require__(6175);
;// CONCATENATED MODULE: ./actions/smoke-test/src/load-tls.js

/** Whom to trust and who to be, from PEM text or from files of it. */
async function loadTls(inputs, files, problems) {
    const read = (input, given, what) => readPem({ input, given, what }, files, problems);
    const ca = await read('ca-cert', inputs.caCert, 'CERTIFICATE');
    const clientCertificate = await read('client-cert', inputs.clientCert, 'CERTIFICATE');
    const clientKey = await read('client-key', inputs.clientKey, 'PRIVATE KEY');
    if (clientKey !== undefined)
        new core_src/* Secret */.zh(clientKey);
    return {
        verify: inputs.tlsVerify,
        ...(ca === undefined ? {} : { ca }),
        ...(clientCertificate === undefined ? {} : { clientCertificate }),
        ...(clientKey === undefined ? {} : { clientKey }),
    };
}
async function readPem({ input, given, what }, files, problems) {
    if (given === undefined)
        return undefined;
    const isText = given.includes('-----BEGIN');
    const text = isText ? given : await files.readText(given);
    if (new RegExp(`-----BEGIN ([A-Z]+ )?${what}-----`).test(text ?? ''))
        return text;
    // A key that is no PEM, such as one in base64, must not be taken for a path and shown.
    const name = isText || input === 'client-key' ? 'it' : `"${(0,core_src/* excerpt */.Kb)(given, 100)}"`;
    const problem = text === undefined ? 'is no file and no PEM text' : `holds no PEM ${what}`;
    problems.push({ input, problem: `${name} ${problem}` });
    return undefined;
}

// EXTERNAL MODULE: ./actions/smoke-test/src/secret-inputs.js
var secret_inputs = __nccwpck_require__(8289);
;// CONCATENATED MODULE: ./actions/smoke-test/src/tools.js

/** Loads what the checks need and tries every expression and schema once. */
async function prepareTools(sources, files, problems) {
    const checks = sources.flatMap((source) => source.checks);
    const uses = (kind) => checks.some((check) => subjectsOf(check).some((one) => one.kind === kind));
    const xml = uses('xml') ? (await Promise.all(/* import() */[__nccwpck_require__.e(486), __nccwpck_require__.e(599)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9599))).queryXml : undefined;
    const css = uses('css') ? (await Promise.all(/* import() */[__nccwpck_require__.e(317), __nccwpck_require__.e(201)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5201))).queryCss : undefined;
    for (const check of checks) {
        for (const { kind, name, text } of subjectsOf(check)) {
            const query = kind === 'xml' ? xml : kind === 'css' ? css : undefined;
            const why = query && problemOf(() => query.check(name));
            if (why)
                problems.push({ input: 'files', problem: `${(0,src_check/* formatPlace */.dE)(check.place)} ${text} cannot be read: ${why}` });
        }
    }
    const schemas = await compileSchemas(checks, files, problems);
    return { ...(xml ? { xml } : {}), ...(css ? { css } : {}), schemas };
}
function subjectsOf({ expect, capture }) {
    return [...expect.map(({ subject }) => subject), ...capture.map(({ from }) => from)];
}
async function compileSchemas(checks, files, problems) {
    const schemas = new Map();
    for (const { subject, matcher, place } of checks.flatMap(({ expect }) => expect)) {
        const { value, source = '' } = (subject.kind === 'schema' && matcher.expected[0]) || {};
        if (subject.kind !== 'schema' || schemas.has(source))
            continue;
        const complain = (why) => problems.push({ input: 'files', problem: `${(0,src_check/* formatPlace */.dE)(place)} ${why}` });
        const text = typeof value === 'string' ? await files.readText(value) : JSON.stringify(value);
        if (text === undefined) {
            complain(`the schema ${value} is not there`);
            continue;
        }
        const { compileSchema } = await Promise.all(/* import() */[__nccwpck_require__.e(515), __nccwpck_require__.e(728)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3728));
        const why = problemOf(() => schemas.set(source, compileSchema(JSON.parse(text))));
        if (why)
            complain(`the schema ${typeof value === 'string' ? value : 'here'} cannot be read: ${why}`);
    }
    return schemas;
}
function problemOf(work) {
    try {
        work();
        return undefined;
    }
    catch (error) {
        return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
    }
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/observe.js







async function observe(inputs, { files }) {
    const problems = [];
    const paths = await findFiles(inputs.files, files, problems);
    const { sources, bodies } = await loadSources(inputs, paths, { files, problems });
    registerAddresses(inputs, sources);
    const tls = await loadTls(inputs, files, problems);
    const openapi = inputs.openapi === undefined ? undefined : await readOpenApi(inputs, tls, { files, problems });
    const all = openapi ? [...sources, openapi.source] : sources;
    const tools = await prepareTools(all, files, problems);
    return {
        sources: await forEachAddress(all, inputs, problems),
        hurlFiles: await loadHurlFiles(paths, { files, problems }),
        platform: `${process.platform}-${process.arch}`,
        bodies,
        tls,
        tools: openapi ? { ...tools, openapi: openapi.judge } : tools,
        leftOut: openapi?.leftOut ?? [],
        baseline: inputs.baseline === undefined ? undefined : await loadBaseline(inputs.baseline, files, problems),
        problems,
    };
}
/** Credentials in addresses are secrets before anything is shown. */
function registerAddresses({ bursts }, sources) {
    for (const { baseUrl } of sources)
        (0,secret_inputs/* registerAddress */.WW)(baseUrl ?? '');
    for (const { path } of [...bursts.map(({ check }) => check), ...sources.flatMap(({ checks }) => checks)]) {
        (0,secret_inputs/* registerAddress */.WW)(path);
    }
}
async function readOpenApi(...args) {
    // It brings the HTTP engine, which costs start-up time.
    return (await __nccwpck_require__.e(/* import() */ 46).then(__nccwpck_require__.bind(__nccwpck_require__, 4046))).loadOpenApi(...args);
}
/** With `addresses`, every check once for each address, and captures stay at the address that gave them. */
async function forEachAddress(sources, { addresses, baseUrl, resolve }, problems) {
    if (addresses.kind === 'auto' || baseUrl === undefined)
        return sources;
    const url = new URL(baseUrl);
    const list = addresses.kind === 'list'
        ? addresses.list
        : ((0,src/* addressesFor */.SH)(url, resolve) ?? (await (0,src/* lookupAddresses */.ZI)((0,src/* hostOf */.w4)(url)).catch(() => [])));
    if (list.length === 0)
        problems.push({ input: 'addresses', problem: `DNS gives no address of ${(0,src/* hostOf */.w4)(url)}` });
    const named = (check, address) => ({ ...check, name: (0,src_check/* atAddress */.Wm)(check.name, address) });
    return sources.flatMap((source) => list.map((address) => ({ ...source, address, checks: source.checks.map((check) => named(check, address)) })));
}
async function loadBaseline(path, files, problems) {
    const text = await files.readText(path);
    if (text === undefined)
        return { path, report: undefined };
    const report = (0,baseline/* parseBaseline */.nk)(text);
    if (report === undefined)
        problems.push({ input: 'baseline', problem: `${path} is no JSON report of this action` });
    return { path, report };
}


/***/ }),

/***/ 9696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ isMaximum),
/* harmony export */   KM: () => (/* binding */ sparkline),
/* harmony export */   Wg: () => (/* binding */ latencyOf),
/* harmony export */   Ym: () => (/* binding */ percentile)
/* harmony export */ });
/** The nearest-rank percentile: the smallest sample that at least `percent` of all do not exceed. */
function percentile(samples, percent) {
    const sorted = [...samples].sort((one, other) => one - other);
    return sorted[rank(percent, sorted.length) - 1];
}
/** Whether a percentile of so few samples is simply the slowest of them, and must be called so. */
function isMaximum(percent, count) {
    return rank(percent, count) === count;
}
/** From 1 on. Rounded first, as 7% of 100 is 7.000000000000001 to a computer. */
function rank(percent, count) {
    return Math.max(1, Math.ceil(Number(((percent * count) / 100).toFixed(6))));
}
/** The percentiles of samples in milliseconds. */
function latencyOf(samples) {
    if (samples.length === 0)
        return undefined;
    const at = (percent) => Math.round(percentile(samples, percent) ?? 0);
    return { count: samples.length, p50: at(50), p95: at(95), p99: at(99), max: at(100) };
}
/** Samples as a row of bars between the fastest and the slowest; one bar where there is one sample. */
function sparkline(samples) {
    const bars = '▁▂▃▄▅▆▇';
    const [low, high] = [Math.min(...samples), Math.max(...samples)];
    const bar = (ms) => bars[Math.round(((ms - low) / (high - low || 1)) * (bars.length - 1))] ?? '';
    return samples.slice(-40).map(bar).join('');
}


/***/ }),

/***/ 6357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  hS: () => (/* binding */ counted),
  nT: () => (/* binding */ formatPlan),
  dH: () => (/* binding */ planChecks)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 22 modules
var src = __nccwpck_require__(6175);
// EXTERNAL MODULE: ./actions/smoke-test/src/burst.js
var burst = __nccwpck_require__(7449);
// EXTERNAL MODULE: ./actions/smoke-test/src/check.js
var src_check = __nccwpck_require__(7479);
// EXTERNAL MODULE: ./actions/smoke-test/src/template.js
var template = __nccwpck_require__(9149);
;// CONCATENATED MODULE: ./actions/smoke-test/src/graph.js



/** Finds who needs whom. `given` are the names of the inputs `variables` and `secrets`. */
function buildGraph(sources, given) {
    const nodes = [];
    const problems = [];
    for (const source of sources) {
        const first = nodes.length;
        const makers = findMakers(source, first, problems);
        for (const [index, check] of source.checks.entries()) {
            const known = [...given, ...source.variables.keys(), ...makers.keys()];
            const used = (0,template/* namesUsed */.oE)(check);
            for (const name of used.filter((one) => !known.includes(one))) {
                problems.push(`${(0,src_check/* formatPlace */.dE)(check.place)} ${check.name} uses {{${name}}}, which nothing gives${(0,src/* didYouMean */.au)(name, known)}`);
            }
            const needs = [...new Set(used.flatMap((name) => makers.get(name) ?? []))];
            nodes.push({ id: first + index, check, source, needs });
        }
    }
    return { nodes, problems: [...problems, ...findCycles(nodes)] };
}
/** The checks that have one of the tags, and those that they need; all where no tag is named. */
function selectByTags(nodes, tags) {
    if (tags.length === 0)
        return nodes;
    const wanted = new Set();
    const add = (node) => {
        if (node === undefined || wanted.has(node.id))
            return;
        wanted.add(node.id);
        for (const id of node.needs)
            add(nodes[id]);
    };
    for (const node of nodes)
        if (node.check.tags.some((tag) => tags.includes(tag)))
            add(node);
    return nodes.filter(({ id }) => wanted.has(id));
}
function findMakers(source, first, problems) {
    const makers = new Map();
    for (const [index, check] of source.checks.entries()) {
        for (const { name, place } of check.capture) {
            const other = makers.get(name);
            if (other !== undefined) {
                const earlier = source.checks[other - first]?.name;
                problems.push(`${(0,src_check/* formatPlace */.dE)(place)} captures ${name}, which the check ${earlier} captures too`);
            }
            makers.set(name, first + index);
        }
    }
    return makers;
}
function findCycles(nodes) {
    const settled = new Set();
    let rest = nodes;
    for (;;) {
        const ready = rest.filter(({ needs }) => needs.every((id) => settled.has(id)));
        if (ready.length === 0)
            break;
        for (const { id } of ready)
            settled.add(id);
        rest = rest.filter(({ id }) => !settled.has(id));
    }
    if (rest.length === 0)
        return [];
    const names = rest.map(({ check }) => check.name).join(', ');
    return [`${(0,src_check/* formatPlace */.dE)(rest[0]?.check.place ?? { line: 0 })} checks wait for each other's captures: ${names}`];
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/plan.js





/** @throws InputError with everything that is wrong in files, names, captures and budgets. */
function planChecks(inputs, facts) {
    const problems = [...facts.problems];
    const given = [...inputs.variables.keys(), ...inputs.secrets.keys()];
    const { nodes, problems: wrong } = buildGraph(facts.sources, given);
    problems.push(...withoutDocument(inputs, nodes));
    problems.push(...unknownInBursts(inputs, given));
    problems.push(...wrong.map((problem) => ({ input: 'checks, files', problem })));
    problems.push(...facts.sources.flatMap((source) => missingBase(source, inputs)));
    const selected = selectByTags(nodes, inputs.tags);
    problems.push(...unknownTags(nodes, inputs.tags));
    const budgets = inputs.budgets.map((budget) => ({ budget, ids: idsOf(budget, selected) }));
    problems.push(...budgets.filter(({ ids }) => ids?.length === 0).flatMap(({ budget }) => unknownCheck(budget, selected)));
    if (problems.length > 0)
        throw new src/* InputError */.dz(problems);
    const { hurlFiles } = facts;
    if (selected.length + inputs.bursts.length + hurlFiles.length === 0) {
        const hint = 'write checks: GET /health 200, or name a file that holds checks';
        throw new src/* ActionError */.lZ('there is no check to run: nothing would be proven', { code: 'E_NO_CHECKS', hint });
    }
    return {
        nodes: selected,
        lastId: nodes.length - 1,
        notSelected: nodes.length - selected.length,
        hurlFiles,
        inputs,
        facts,
        budgets,
    };
}
function formatPlan({ nodes, notSelected, hurlFiles, inputs, facts, budgets }) {
    const { concurrency, repeat, requestTimeoutMs, timeoutMs, reports, reportDir } = inputs;
    const width = Math.max(0, ...nodes.map(({ check }) => check.name.length));
    const names = new Map(nodes.map(({ id, check }) => [id, check.name]));
    const rows = nodes.map(({ check, needs }) => {
        const after = needs.length > 0 ? `, after ${needs.map((id) => names.get(id)).join(', ')}` : '';
        const request = check.name === `${check.method} ${check.path}` ? '' : `${check.method} ${check.path}  `;
        return `  ${check.name.padEnd(width)}  ${request}${counted(check.expect.length, 'assertion')}${after}`;
    });
    const left = notSelected > 0 ? `, ${notSelected} not selected by tags` : '';
    return [
        `${counted(nodes.length, 'check')}${left}, ${concurrency} at once${repeat > 1 ? `, ${repeat} times each` : ''}`,
        ...rows,
        ...facts.leftOut.map((operation) => `  not checked: ${operation}`),
        ...inputs.bursts.map(burst/* formatBurst */.MZ),
        ...hurlFiles.map((path) => `  ${path}  run by hurl`),
        `limits: ${(0,src/* formatDuration */.a3)(requestTimeoutMs)} a request, ${(0,src/* formatDuration */.a3)(timeoutMs)} in all`,
        ...(budgets.length > 0 ? [`budgets: ${budgets.map(({ budget }) => budget.text).join(', ')}`] : []),
        ...(reports.length > 0 ? [`reports: ${reports.join(', ')} in ${reportDir}`] : []),
    ].join('\n');
}
/** `1 check`, `2 checks`. */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
function withoutDocument({ openapi }, nodes) {
    const using = nodes.find(({ check }) => check.expect.some(({ subject }) => subject.kind === 'openapi'));
    if (openapi !== undefined || using === undefined)
        return [];
    return [{ input: 'openapi', problem: `is missing, and ${(0,src_check/* formatPlace */.dE)(using.check.place)} expects what it describes` }];
}
function unknownInBursts({ bursts }, given) {
    return bursts.flatMap(({ check }) => (0,template/* namesUsed */.oE)(check)
        .filter((name) => !given.includes(name))
        .map((name) => ({ input: 'burst', problem: `line ${check.place.line} uses {{${name}}}, which nothing gives` })));
}
function missingBase({ file, baseUrl, checks }, inputs) {
    const relative = checks.find(({ path }) => path.startsWith('/'));
    if (file === undefined || baseUrl !== undefined || inputs.baseUrl !== undefined || !relative)
        return [];
    const problem = `is missing, and ${(0,src_check/* formatPlace */.dE)(relative.place)} asks for ${relative.path}`;
    return [{ input: 'base-url', problem, fix: 'base-url: https://app.example.com' }];
}
function unknownTags(nodes, tags) {
    const known = [...new Set(nodes.flatMap(({ check }) => check.tags))];
    return tags
        .filter((tag) => !known.includes(tag))
        .map((tag) => ({ input: 'tags', problem: `no check has the tag ${tag}${(0,src/* didYouMean */.au)(tag, known)}` }));
}
/** A check is meant by its name at every address, by its path, or by its path without the first slash. */
function idsOf({ check }, nodes) {
    if (check === undefined)
        return undefined;
    const isMeant = ({ check: { name, path }, source: { address } }) => {
        const plain = address === undefined ? name : name.slice(0, -(0,src_check/* atAddress */.Wm)('', address).length);
        return [name, plain, path, path.replace(/^\//, '')].includes(check);
    };
    return nodes.filter(isMeant).map(({ id }) => id);
}
function unknownCheck(budget, nodes) {
    if (budget.check === undefined)
        return [];
    const names = nodes.map(({ check }) => check.name);
    const problem = `${budget.text} names the check ${budget.check}, which is not there${(0,src/* didYouMean */.au)(budget.check, names)}`;
    return [{ input: 'latency-budget', problem }];
}


/***/ }),

/***/ 587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ ANNOTATIONS),
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 22 modules
var src = __nccwpck_require__(6175);
// EXTERNAL MODULE: ./actions/smoke-test/src/results.js
var results = __nccwpck_require__(6257);
// EXTERNAL MODULE: ./actions/smoke-test/src/baseline.js
var src_baseline = __nccwpck_require__(132);
// EXTERNAL MODULE: ./actions/smoke-test/src/check.js
var src_check = __nccwpck_require__(7479);
// EXTERNAL MODULE: ./actions/smoke-test/src/percentile.js
var percentile = __nccwpck_require__(9696);
// EXTERNAL MODULE: ./actions/smoke-test/src/plan.js + 1 modules
var plan = __nccwpck_require__(6357);
// EXTERNAL MODULE: ./actions/smoke-test/src/verdict.js
var src_verdict = __nccwpck_require__(4890);
;// CONCATENATED MODULE: ./actions/smoke-test/src/summary.js







const SHOWN = 10;
const SIGNS = { passed: '✅', flaky: '⚠️ flaky', failed: '❌', skipped: '➖ skipped' };
/** Verdict first, then the failures, then every check. */
function renderSummary(plan, results, verdict) {
    return (0,src/* paragraphs */.qN)(headline(results, verdict), verdict.reasons.map((reason) => `- ${(0,src/* escapeMarkdown */.FV)(reason)}`).join('\n'), ...failures(results.checks), verdict.budgets.map(({ kept, sentence }) => `- ${kept ? '✅' : '❌'} ${(0,src/* escapeMarkdown */.FV)(sentence)}`).join('\n'), checkTable(results.checks), figures(verdict), change(plan, results), ...verdict.warnings.map(({ message }) => `⚠️ ${(0,src/* escapeMarkdown */.FV)(message)}`), next(plan, results, verdict));
}
function headline({ checks, durationMs }, { result, counts }) {
    const sign = { passed: '✅', failed: '❌', cancelled: '⏹️' }[result];
    const parts = Object.entries(counts).filter(([, count]) => count > 0);
    const shown = parts.map(([status, count]) => `${count} ${status}`).join(', ');
    return `### ${sign} smoke-test: ${result}\n\n${(0,plan/* counted */.hS)(checks.length, 'check')} (${shown}) in ${(0,src/* formatDuration */.a3)(durationMs)}`;
}
function failures(checks) {
    const failed = (0,results/* failuresOf */.d)(checks);
    const shown = failed.slice(0, SHOWN).map(({ name, failure }) => (0,src/* details */.zH)(`❌ ${name}`, (0,src/* codeBlock */.DV)(failure.text)));
    const more = failed.length - shown.length;
    return more > 0 ? [...shown, `and ${more} more failures: the reports have all`] : shown;
}
function checkTable(checks) {
    const repeated = checks.some(({ samples }) => samples.length > 1);
    const secure = checks.some(({ tlsDaysLeft }) => tlsDaysLeft !== undefined);
    const head = [
        'check',
        'status',
        ...(repeated ? ['p50 / p95 / p99', 'first connection', 'samples'] : ['time']),
        ...(secure ? ['TLS days'] : []),
    ];
    return (0,src/* table */.tp)(head, checks.map((check) => [
        `${(0,src/* code */.aY)(check.name)}<br>${(0,src/* escapeMarkdown */.FV)((0,src_check/* formatPlace */.dE)(check.place))}`,
        `${SIGNS[check.status]}${check.reason ? `: ${(0,src/* escapeMarkdown */.FV)(check.reason)}` : ''}`,
        ...(repeated ? repeatedCells(check) : [timeCell(check)]),
        ...(secure ? [check.tlsDaysLeft === undefined ? '' : String(check.tlsDaysLeft)] : []),
    ]));
}
function timeCell(check) {
    const [ms] = (0,src_verdict/* timesOf */.Q)([check]);
    return ms === undefined ? '' : (0,src/* formatDuration */.a3)(ms);
}
function repeatedCells(check) {
    const times = (0,src_verdict/* timesOf */.Q)([check]);
    const latency = (0,percentile/* latencyOf */.Wg)(times);
    if (latency === undefined)
        return ['', '', ''];
    const cold = check.samples.find(({ coldMs }) => coldMs !== undefined)?.coldMs;
    const { p50, p95, p99 } = latency;
    return [
        `${p50} / ${p95} / ${p99} ms`,
        cold === undefined ? 'kept' : (0,src/* formatDuration */.a3)(cold),
        `${times.length} ${(0,percentile/* sparkline */.KM)(times)}`,
    ];
}
function figures({ latency, slowest, versions, successRate }) {
    if (latency === undefined)
        return '';
    const few = (0,percentile/* isMaximum */.Be)(95, latency.count) ? ` (n=${latency.count}: the max)` : ` (n=${latency.count})`;
    const parts = [
        `p50 ${latency.p50} ms, p95 ${latency.p95} ms${few}, max ${latency.max} ms`,
        slowest && `slowest ${(0,src/* code */.aY)(slowest.name)}`,
        `${successRate}% of the requests passed`,
        versions.length > 0 ? `version ${versions.map(src/* code */.aY).join(', ')}` : undefined,
    ];
    return parts.filter(Boolean).join(' · ');
}
function change({ facts: { baseline } }, { checks }) {
    if (baseline === undefined)
        return '';
    if (baseline.report === undefined)
        return `There is no earlier report at ${(0,src/* code */.aY)(baseline.path)} yet.`;
    return (0,src/* escapeMarkdown */.FV)((0,src_baseline/* formatChange */.eD)((0,src_baseline/* compareWith */.G_)(baseline.report, checks)));
}
function next({ inputs }, { reports }, { result }) {
    const files = Object.values(reports).map(src/* code */.aY).join(', ');
    const written = files === '' ? '' : `Reports: ${files}.`;
    if (result === 'passed')
        return written;
    const hint = inputs.baseUrl === undefined
        ? ''
        : ' The curl line of each failure repeats its request from any machine that reaches the application.';
    return `${written}${hint}`.trim();
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/report.js




/** GitHub shows ten annotations of a kind; one is the failure of the step, one says how many more there are. */
const ANNOTATIONS = 8;
const LISTED = 20;
function report(plan, results) {
    const verdict = (0,src_verdict/* judgeRun */.Z)(plan, results);
    return {
        outputs: outputsOf(results, verdict),
        summary: renderSummary(plan, results, verdict),
        annotations: [...annotate(results.checks), ...warn(verdict)],
        failure: failureOf(results, verdict),
    };
}
function outputsOf({ checks, reports }, verdict) {
    const { counts, latency, slowest } = verdict;
    const text = (value) => (value === undefined ? '' : String(value));
    return {
        result: verdict.result,
        total: text(checks.length),
        passed: text(counts.passed),
        failed: text(counts.failed),
        flaky: text(counts.flaky),
        skipped: text(counts.skipped),
        'success-rate': text(verdict.successRate),
        'p50-ms': text(latency?.p50),
        'p95-ms': text(latency?.p95),
        'p99-ms': text(latency?.p99),
        'max-ms': text(latency?.max),
        slowest: text(slowest?.name),
        failures: JSON.stringify(checks.flatMap(listFailure).slice(0, LISTED)),
        version: verdict.versions.join(', '),
        'tls-days-left': text(verdict.tlsDaysLeft),
        junit: text(reports.junit),
        report: text(reports.json),
    };
}
function listFailure({ name, place, failure }) {
    return (failure?.assertions ?? []).map(({ text, expected, actual, place: at }) => ({
        check: name,
        assertion: text,
        expected,
        actual,
        ...(place.file === undefined ? {} : { file: place.file }),
        line: at.line,
    }));
}
function annotate(checks) {
    const failures = (0,results/* failuresOf */.d)(checks);
    const shown = failures.slice(0, ANNOTATIONS).map(({ failure, name }) => {
        const { file, line } = failure.assertions[0]?.place ?? { line: 0 };
        return {
            level: 'error',
            title: `smoke: ${name}`,
            message: failure.text,
            ...(file === undefined ? {} : { file, line }),
        };
    });
    const more = failures.length - shown.length;
    if (more <= 0)
        return shown;
    return [...shown, { level: 'error', title: 'smoke', message: `and ${more} more failures; the reports have all` }];
}
function warn({ warnings }) {
    return warnings.map(({ code, message }) => ({ level: 'warning', title: code, message: `${code}: ${message}` }));
}
function failureOf({ ending, checks, reports }, { result, reasons }) {
    if (result === 'passed')
        return undefined;
    const skipped = checks.filter(({ status }) => status === 'skipped').length;
    if (ending === 'cancelled')
        return new src/* CancelledError */.cc(`the run was cancelled; ${skipped} checks were not finished`);
    const message = reasons.join('; ');
    const hint = `each failure tells its request and a curl line to repeat it${reports.json ? `; all of them: ${reports.json}` : ''}`;
    if (ending === 'timeout')
        return new src/* TimeoutError */.MU(`${message}; ${skipped} checks were not sent`, {
            hint: 'raise timeout, or look at what was slow',
        });
    return new src/* GateError */.ue(message, { code: 'E_SMOKE', hint });
}


/***/ }),

/***/ 6257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ failuresOf)
/* harmony export */ });
/** The failures of checks with the names of the checks. */
function failuresOf(checks) {
    return checks.flatMap(({ name, failure }) => (failure ? [{ name, failure }] : []));
}


/***/ }),

/***/ 8289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ registerCredential),
/* harmony export */   WW: () => (/* binding */ registerAddress),
/* harmony export */   jB: () => (/* binding */ readHeaders),
/* harmony export */   ql: () => (/* binding */ readSecrets),
/* harmony export */   r3: () => (/* binding */ readClientCertificate)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6175);
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9920);


/** `secrets`: lines `name=value`. What is wrong is said without the value. */
function readSecrets(read) {
    const pairs = readPairs(read, { input: 'secrets', separator: '=', form: 'name=value' });
    return new Map(pairs.map(([name, value]) => [name, new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(value)]));
}
/** `headers`: lines `Name: value`. Credentials among them are secrets from here on. */
function readHeaders(read) {
    const pairs = readPairs(read, { input: 'headers', separator: ':', form: 'Name: value' });
    for (const [name, value] of pairs)
        if ((0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .isCredentialHeader */ .b5)(name))
            registerCredential(value);
    return new Map(pairs);
}
/** `client-cert` and `client-key`: PEM text or paths, one not without the other. */
function readClientCertificate(read) {
    const [clientCert, clientKey] = [read.text('client-cert'), read.text('client-key')];
    if (clientKey?.includes('-----BEGIN'))
        new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(clientKey);
    if (clientCert !== undefined && clientKey === undefined)
        read.problem('client-key', 'is missing, and client-cert is given');
    if (clientCert === undefined && clientKey !== undefined)
        read.problem('client-cert', 'is missing, and client-key is given');
    return { clientCert, clientKey };
}
/** A credential header's value is a secret, and so are what stands behind its scheme and a password in that. */
function registerCredential(value) {
    for (const form of (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .credentialForms */ .Lq)(value))
        new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(form);
}
/** Makes what is a credential in an address, or in a path, a secret; not the names of variables that stand there. */
function registerAddress(text) {
    if (!URL.canParse(text, 'http://any.test'))
        return;
    const found = (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .credentialsIn */ .Wr)(new URL(text, 'http://any.test'));
    for (const credential of found)
        if (!/\{\{|%7B%7B/i.test(credential))
            new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(credential);
}
function readPairs(read, { input, separator, form }) {
    const pairs = [];
    for (const [index, raw] of (read.text(input) ?? '').split('\n').entries()) {
        const line = raw.trim();
        if (line === '')
            continue;
        const at = line.indexOf(separator);
        const [name, value] = [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 1).trim()];
        if (/^[\w.-]+$/.test(name) && value !== '')
            pairs.push([name, value]);
        else if (name !== '' && value === '') {
            read.problem(input, `line ${index + 1}: ${name} has no value; does the secret that it comes from exist?`);
        }
        else
            read.problem(input, `line ${index + 1} is not ${form}`);
    }
    return pairs;
}


/***/ }),

/***/ 8791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ parseSubject),
/* harmony export */   KH: () => (/* binding */ isText)
/* harmony export */ });
/* unused harmony export subjectPattern */
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6175);
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9920);


const PLAIN = [
    'status',
    'body',
    'json',
    'url',
    'redirects',
    'http',
    'size',
    'sha256',
    'address',
    'version',
    'schema',
    'openapi',
];
const NAMED = {
    header: undefined,
    cookie: undefined,
    time: ['total', 'dns', 'connect', 'tls', 'ttfb'],
    xml: undefined,
    css: undefined,
    tls: ['valid', 'days-left', 'issuer', 'subject', 'san', 'protocol'],
};
const TEXT = new Set(['body', 'url', 'http', 'sha256', 'address', 'version', 'header', 'cookie', 'xml', 'css']);
const TEXT_OF_TLS = new Set(['issuer', 'subject', 'protocol']);
const EXAMPLES = { xml: '/feed/title', css: 'title', header: 'X-Version' };
/** Whether values of a subject are text by nature, so that `1.10` is compared as written. */
function isText({ kind, name }) {
    return TEXT.has(kind) || (kind === 'tls' && TEXT_OF_TLS.has(name));
}
/** @throws RangeError naming the subjects and the nearest one. */
function parseSubject(text) {
    const [kind = '', rest] = split(text);
    if (kind === 'json')
        return { kind, name: '', path: (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonPath */ .Hf)(rest || '$'), text };
    if (isPlain(kind) && rest === '')
        return { kind, name: '', path: [], text };
    if (!isNamed(kind)) {
        const known = [...PLAIN, ...Object.keys(NAMED)];
        throw new RangeError(`is none of ${known.join(', ')}${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(kind, known)}`);
    }
    const names = NAMED[kind];
    if (rest === '')
        throw new RangeError(`lacks a name: write ${kind}.${names?.[0] ?? EXAMPLES[kind] ?? 'name'}`);
    if (names && !names.includes(rest)) {
        throw new RangeError(`has ${rest} that is none of ${names.join(', ')}${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(rest, names)}`);
    }
    return { kind, name: kind === 'header' ? rest.toLowerCase() : rest, path: [], text };
}
/** The texts that `parseSubject` takes, for the published schema. */
function subjectPattern() {
    const plain = PLAIN.filter((kind) => kind !== 'json').join('|');
    const named = Object.entries(NAMED).map(([kind, names]) => `${kind}\\.${names ? `(${names.join('|')})` : '.+'}`);
    return `^(${plain}|json([.\\[].*)?|xml/.+|${named.join('|')})$`;
}
/** `json.a.b` → json, a.b; `json[0]` → json, [0]; `json.$.a` → json, $.a. */
function split(text) {
    const kind = /^[a-z0-9-]+/i.exec(text)?.[0] ?? text;
    const rest = text.slice(kind.length);
    if (kind === 'xml' && rest.startsWith('/'))
        return [kind, rest];
    return [kind, rest.startsWith('.') ? rest.slice(1) : rest];
}
function isPlain(kind) {
    return PLAIN.includes(kind);
}
function isNamed(kind) {
    return Object.hasOwn(NAMED, kind);
}


/***/ }),

/***/ 5583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ successRate),
/* harmony export */   z: () => (/* binding */ parseSuccessRate)
/* harmony export */ });
/** Parses `>=99%` into 99. @throws RangeError with the form. */
function parseSuccessRate(text) {
    const match = /^>=\s*(\d+(?:\.\d+)?)\s*%$/.exec(text);
    const percent = Number(match?.[1]);
    if (!match || percent > 100)
        throw new RangeError('is no rate; write for example >=99%');
    return percent;
}
/** The share of passed samples in percent, with at most one digit behind the point, rounded down; undefined for none. */
function successRate(passed, total) {
    return total === 0 ? undefined : Math.floor((passed / total) * 1000) / 10;
}


/***/ }),

/***/ 9149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NG: () => (/* binding */ expandMatcher),
/* harmony export */   eb: () => (/* binding */ expandValue),
/* harmony export */   oE: () => (/* binding */ namesUsed),
/* harmony export */   wy: () => (/* binding */ expandText)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6175);

const VARIABLE = /\{\{\s*([\w.-]+)\s*\}\}/g;
const WHOLE = /^\{\{\s*([\w.-]+)\s*\}\}$/;
/** Replaces each `{{name}}` by its value's text; a name that is not there stays. */
function expandText(text, scope) {
    return text.replace(VARIABLE, (whole, name) => (scope.has(name) ? asText(scope.get(name)) : whole));
}
/** Replaces through lists and objects. A text that is nothing but `{{name}}` becomes the value with its type. */
function expandValue(value, scope) {
    if (typeof value === 'string') {
        const name = WHOLE.exec(value)?.[1];
        return name !== undefined && scope.has(name) ? reveal(scope.get(name)) : expandText(value, scope);
    }
    if (Array.isArray(value))
        return value.map((item) => expandValue(item, scope));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expandValue(item, scope)]));
}
/** A matcher with its values filled in. */
function expandMatcher(matcher, scope) {
    const expected = matcher.expected.map((literal) => expandLiteral(literal, scope));
    return { ...matcher, expected, ...(matcher.inner ? { inner: expandMatcher(matcher.inner, scope) } : {}) };
}
/** The names that a check uses, each once. */
function namesUsed(check) {
    const texts = [
        check.path,
        ...check.query.values(),
        ...check.headers.values(),
        ...bodyTexts(check.body),
        ...check.expect.flatMap(expectationTexts),
        ...check.when.flatMap(({ matcher }) => matcherTexts(matcher)),
    ];
    const used = texts.flatMap((text) => [...text.matchAll(VARIABLE)].map((match) => match[1] ?? ''));
    return [...new Set([...check.when.map(({ name }) => name), ...used])];
}
function expandLiteral({ value, source }, scope) {
    return { value: expandValue(value, scope), source: expandText(source, scope) };
}
function expectationTexts({ matcher }) {
    return matcherTexts(matcher);
}
function matcherTexts({ expected, inner }) {
    return [
        ...expected.map(({ source, value }) => `${source} ${JSON.stringify(value)}`),
        ...(inner ? matcherTexts(inner) : []),
    ];
}
function bodyTexts(body) {
    if (body === undefined || body.kind === 'file')
        return [];
    if (body.kind === 'form')
        return [...body.fields.values()];
    if (body.kind === 'multipart')
        return [...body.parts.values()].flatMap((part) => ('text' in part ? part.text : []));
    return [body.kind === 'json' ? JSON.stringify(body.value) : body.text];
}
function reveal(value) {
    return value instanceof _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh ? value.reveal() : value;
}
function asText(value) {
    const shown = reveal(value);
    return typeof shown === 'string' ? shown : (JSON.stringify(shown) ?? '');
}


/***/ }),

/***/ 4890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ timesOf),
/* harmony export */   Z: () => (/* binding */ judgeRun)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6175);
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9920);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7346);
/* harmony import */ var _percentile_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9696);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6357);
/* harmony import */ var _success_rate_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5583);






/** Judges a run. */
function judgeRun(plan, results) {
    const { checks } = results;
    const counts = countStatuses(checks);
    const budgets = plan.budgets.map(({ budget, ids }) => (0,_budget_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeBudget */ .N)(budget, timesOf(ids === undefined ? checks : checks.filter(({ id }) => ids.includes(id)))));
    const versions = [...new Set(checks.flatMap((check) => check.versions))];
    const days = checks.flatMap(({ tlsDaysLeft }) => tlsDaysLeft ?? []);
    const tlsDaysLeft = days.length > 0 ? Math.min(...days) : undefined;
    const rate = rateOf(checks);
    const partial = { counts, successRate: rate, budgets, versions, warnings: findWarnings(plan, checks) };
    const reasons = findReasons(plan, results, partial);
    return {
        ...partial,
        result: results.ending === 'cancelled' ? 'cancelled' : reasons.length > 0 ? 'failed' : 'passed',
        latency: (0,_percentile_js__WEBPACK_IMPORTED_MODULE_4__/* .latencyOf */ .Wg)(timesOf(checks)),
        slowest: findSlowest(checks),
        tlsDaysLeft,
        reasons,
    };
}
function namesOf(checks) {
    const names = checks.filter(({ status }) => status === 'failed').map(({ name }) => name);
    return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}
/** The milliseconds that count for percentiles. */
function timesOf(checks) {
    return checks.flatMap(({ samples }) => samples.filter(({ counts }) => counts).map(({ ms }) => ms));
}
function countStatuses(checks) {
    const count = (status) => checks.filter((check) => check.status === status).length;
    return { passed: count('passed'), flaky: count('flaky'), failed: count('failed'), skipped: count('skipped') };
}
/** A skipped check counts as one request that did not pass. */
function rateOf(all) {
    const checks = all.filter(({ unwanted }) => !unwanted);
    const total = checks.reduce((sum, { samples }) => sum + Math.max(1, samples.length), 0);
    const passed = checks.reduce((sum, { samples }) => sum + samples.filter(({ ok }) => ok).length, 0);
    return (0,_success_rate_js__WEBPACK_IMPORTED_MODULE_5__/* .successRate */ .s)(passed, total);
}
function findSlowest(checks) {
    const slowest = checks.map((check) => ({ name: check.name, ms: Math.round(Math.max(-1, ...timesOf([check]))) }));
    return slowest.filter(({ ms }) => ms >= 0).sort((one, other) => other.ms - one.ms)[0];
}
/** The certificate that ends first, among those that were accepted: a refused one has failed its check. */
function endingFirst(checks, minDays) {
    const accepted = checks.flatMap(({ name, status, tlsDaysLeft: days }) => days === undefined || status === 'failed' ? [] : [{ name, days }]);
    const first = accepted.sort((one, other) => one.days - other.days)[0];
    if (first === undefined || first.days >= minDays)
        return undefined;
    const left = first.days < 0 ? 'has expired' : `is valid for ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(first.days, 'more day')}`;
    const message = `the certificate behind ${first.name} ${left}, and tls-min-days asks for ${minDays}`;
    return { code: 'W_TLS_EXPIRES', message };
}
function findWarnings({ inputs }, checks) {
    const flaky = checks.filter(({ status }) => status === 'flaky');
    const ending = endingFirst(checks, inputs.tlsMinDays);
    const warnings = [
        ending,
        flaky.length > 0 && {
            code: 'W_FLAKY',
            message: `passed only after a retry: ${flaky.map(({ name, samples }) => `${name} (${Math.max(...samples.map(({ attempts }) => attempts))} tries)`).join(', ')}`,
        },
        !inputs.tlsVerify && { code: 'W_TLS_UNVERIFIED', message: 'certificates were not verified: tls-verify is false' },
    ];
    return warnings.filter((warning) => typeof warning === 'object');
}
function findReasons({ inputs }, { checks, ending, notReady }, verdict) {
    const { counts, budgets, versions, warnings } = verdict;
    const rate = verdict.successRate ?? 0;
    const version = inputs.expectVersion;
    const reasons = [
        notReady,
        checks.every(({ unwanted }) => unwanted) && 'no check ran, as every when said no: nothing was proven',
        ending === 'cancelled' && 'the run was cancelled',
        ending === 'timeout' && `the time of timeout, ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(inputs.timeoutMs)}, was over`,
        inputs.successRate === undefined &&
            counts.failed > 0 &&
            `${counts.failed} of ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(checks.length, 'check')} failed: ${namesOf(checks)}`,
        inputs.successRate !== undefined &&
            rate < inputs.successRate &&
            `${rate}% of the requests passed, success-rate asks for ${inputs.successRate}%`,
        ...budgets.map(({ kept, sentence }) => !kept && `latency-budget ${sentence}`),
        version !== undefined && versions.length === 0 && `no answer told a version, expect-version asks for ${version}`,
        version !== undefined &&
            versions.some((one) => !(0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .sameVersion */ .r1)(one, version)) &&
            `another version than ${version} answers: ${versions.join(', ')}`,
        inputs.failOn.includes('flaky') &&
            counts.flaky > 0 &&
            `${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(counts.flaky, 'check')} passed only after a retry, and fail-on names flaky`,
        inputs.failOn.includes('warn') && warnings.length > 0 && `there are warnings, and fail-on names warn`,
    ];
    return reasons.filter((reason) => typeof reason === 'string');
}


/***/ }),

/***/ 6175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lZ: () => (/* reexport */ ActionError),
  cc: () => (/* reexport */ CancelledError),
  ue: () => (/* reexport */ GateError),
  dz: () => (/* reexport */ InputError),
  zh: () => (/* reexport */ Secret),
  MU: () => (/* reexport */ TimeoutError),
  jo: () => (/* reexport */ backoffMs),
  aY: () => (/* reexport */ code),
  DV: () => (/* reexport */ codeBlock),
  zH: () => (/* reexport */ details),
  au: () => (/* reexport */ didYouMean),
  FV: () => (/* reexport */ escapeMarkdown),
  Kb: () => (/* reexport */ excerpt),
  fE: () => (/* reexport */ formatCommand),
  a3: () => (/* reexport */ formatDuration),
  Wk: () => (/* reexport */ formatError),
  qN: () => (/* reexport */ paragraphs),
  E9: () => (/* reexport */ parseDuration),
  E$: () => (/* reexport */ redact),
  Cs: () => (/* reexport */ runAction),
  uz: () => (/* reexport */ splitLines),
  yM: () => (/* reexport */ splitWords),
  tp: () => (/* reexport */ table),
  r$: () => (/* reexport */ testPattern),
  ie: () => (/* reexport */ errors_toActionError)
});

// UNUSED EXPORTS: CommandError, HttpError, annotate, announceSecrets, cutSummary, forgetSecrets, formatSize, inputReader, inputSource, nearest, parseArguments, parseChoice, parsePairs, parseSize, realExec, realFiles, realLog, realPorts, realState, retry, secretForms, withoutLogin

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/command.js
/** Writes a command as a person would type it: what a plan shows and what tests compare. */
function formatCommand(command) {
    return [command.file, ...command.args].map(quoteWord).join(' ');
}
function quoteWord(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/duration.js
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/**
 * Parses `500ms`, `5s`, `2m`, `1h`, `30d` and descending compounds such as `5h30m` into milliseconds.
 * @throws RangeError with the corrected form: a bare number has no unit, units must descend.
 */
function parseDuration(text) {
    if (/^\d+(\.\d+)?$/.test(text))
        throw new RangeError(`has no unit; write ${text}s or ${text}ms`);
    const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
    const whole = parts.map(([part]) => part).join('');
    if (parts.length === 0 || whole !== text)
        throw new RangeError('is not a duration; write for example 30s, 2m or 1h30m');
    const units = parts.map((part) => UNITS[part[2]]);
    if (units.some((unit, index) => index > 0 && unit >= (units[index - 1] ?? 0))) {
        throw new RangeError('has units that do not descend; write for example 1h30m');
    }
    return Math.round(parts.reduce((sum, part, index) => sum + Number(part[1]) * (units[index] ?? 0), 0));
}
/** Writes milliseconds for people: `61 ms`, `3.1 s`, `2 min 5 s`, `1 h 3 min`. */
function formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    if (seconds < 3_600)
        return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/errors.js
/** A failure that a user can act on: one sentence of what happened and where, and a hint of what to change. */
class ActionError extends Error {
    name = 'ActionError';
    details;
    constructor(message, details) {
        super(message, { cause: details.cause });
        this.details = details;
    }
    get code() {
        return this.details.code;
    }
}
/** Every wrong input of a run at once, code `E_INPUT`. Nothing has been touched when it is thrown. */
class InputError extends ActionError {
    name = 'InputError';
    problems;
    constructor(problems) {
        super(formatProblems(problems), { code: 'E_INPUT' });
        this.problems = problems;
    }
}
function formatProblems(problems) {
    const title = problems.length === 1 ? 'one input is wrong' : `${problems.length} inputs are wrong`;
    const lines = problems.map(({ input, problem, fix }) => `${input}: ${problem}${fix ? `\n  write: ${fix}` : ''}`);
    return `${title}; nothing was changed\n${lines.join('\n')}`;
}
/** A command that ended otherwise than expected, default code `E_COMMAND`; `tail` is the end of its output, redacted. */
class CommandError extends ActionError {
    name = 'CommandError';
    exitCode;
    tail;
    constructor(message, details) {
        const { exitCode, tail, ...rest } = details;
        super(message, { code: 'E_COMMAND', ...rest });
        this.exitCode = exitCode;
        this.tail = tail;
    }
}
/** A request that got no answer or an unwanted one, default code `E_HTTP`. `status` is absent where nobody answered. */
class HttpError extends ActionError {
    name = 'HttpError';
    status;
    constructor(message, details = {}) {
        const { status, ...rest } = details;
        super(message, { code: 'E_HTTP', ...rest });
        this.status = status;
    }
}
/** Something took longer than it was allowed to, default code `E_TIMEOUT`. */
class TimeoutError extends ActionError {
    name = 'TimeoutError';
    constructor(message, details = {}) {
        super(message, { code: 'E_TIMEOUT', ...details });
    }
}
/** A check worked and said no, default code `E_GATE`. */
class GateError extends ActionError {
    name = 'GateError';
    constructor(message, details = {}) {
        super(message, { code: 'E_GATE', ...details });
    }
}
/** The run was cancelled by a signal, code `E_CANCELLED`. */
class CancelledError extends ActionError {
    name = 'CancelledError';
    constructor(message = 'the run was cancelled') {
        super(message, { code: 'E_CANCELLED' });
    }
}
/** Makes any thrown value an ActionError; what nobody foresaw becomes `E_INTERNAL`. */
function errors_toActionError(thrown) {
    if (thrown instanceof ActionError)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const hint = 'this is a defect of the action: run again with debug logging and report it with the log';
    return new ActionError(`unexpected: ${message}`, { code: 'E_INTERNAL', cause: thrown, hint });
}
/** The text a person reads: code, what happened and where, then what to change. */
function formatError(error) {
    const hint = error.details.hint;
    return `${error.code}: ${error.message}${hint === undefined ? '' : `\n${hint}`}`;
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./node_modules/@suite/core/src/files.js
// `fs.promises` is loaded when it is first read, which a run with bad inputs never does.



let writes = 0;
/** The real file system. `temporary` is RUNNER_TEMP where the runner gives one. */
function realFiles(temporary = (0,external_node_os_namespaceObject.tmpdir)()) {
    return {
        read: (path) => external_node_fs_namespaceObject.promises.readFile(path),
        readText: (path) => external_node_fs_namespaceObject.promises.readFile(path, 'utf8').catch(absent),
        write: async (path, content, mode = 0o644) => {
            await external_node_fs_namespaceObject.promises.mkdir((0,external_node_path_namespaceObject.dirname)(path), { recursive: true });
            const partial = `${path}.${process.pid}-${writes++}.tmp`;
            await external_node_fs_namespaceObject.promises.writeFile(partial, content, { mode });
            await external_node_fs_namespaceObject.promises.rename(partial, path);
        },
        facts: async (path) => {
            const found = await external_node_fs_namespaceObject.promises.stat(path).catch(absent);
            if (found === undefined)
                return undefined;
            const kind = found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other';
            return { kind, size: found.size, modifiedMs: found.mtimeMs };
        },
        list: async (path) => ((await external_node_fs_namespaceObject.promises.readdir(path).catch(absent)) ?? []).sort(),
        makeFolder: async (path) => {
            await external_node_fs_namespaceObject.promises.mkdir(path, { recursive: true });
        },
        remove: (path) => external_node_fs_namespaceObject.promises.rm(path, { recursive: true, force: true }),
        makeTemporaryFolder: (name) => external_node_fs_namespaceObject.promises.mkdtemp((0,external_node_path_namespaceObject.join)(temporary, `${name}-`)),
    };
}
function absent(error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
        return undefined;
    throw error;
}

;// CONCATENATED MODULE: ../node_modules/string-argv/index.js

function parseArgsStringToArgv(value, env, file) {
    const myArray = [];
    if (env) {
        myArray.push(env);
    }
    if (file) {
        myArray.push(file);
    }
    let current = "";
    let inQuote = null;
    let hasToken = false; // Track if we've started a token (for empty quotes)
    let i = 0;
    while (i < value.length) {
        const char = value[i];
        if (inQuote) {
            // Inside quotes - look for the closing quote
            if (char === inQuote) {
                // End of quoted section
                inQuote = null;
            }
            else {
                // Add character to current token (without the quotes)
                current += char;
            }
        }
        else {
            // Outside quotes
            if (char === '"' || char === "'") {
                // Start of quoted section - this means we have a token even if empty
                inQuote = char;
                hasToken = true;
            }
            else if (/\s/.test(char)) {
                // Whitespace - end current token if we have one
                if (hasToken) {
                    myArray.push(current);
                    current = "";
                    hasToken = false;
                }
            }
            else {
                // Regular character - add to current token
                current += char;
                hasToken = true;
            }
        }
        i++;
    }
    // Don't forget the last token
    if (hasToken) {
        myArray.push(current);
    }
    return myArray;
}

// EXTERNAL MODULE: ../node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(2818);
;// CONCATENATED MODULE: ./node_modules/@suite/core/src/nearest.js

/** The word nearest to a misspelt one, or undefined where none is near (more than a third of its letters differ). */
function nearest(word, words) {
    if (words.length === 0)
        return undefined;
    const candidate = (0,mod/* closest */.kp)(word, words);
    const allowed = Math.max(2, Math.floor(candidate.length / 3));
    return (0,mod/* distance */.Io)(word, candidate) <= allowed ? candidate : undefined;
}
/** `; did you mean x?` or nothing, to stand behind a message. */
function didYouMean(word, words) {
    const candidate = nearest(word, words);
    return candidate === undefined ? '' : `; did you mean ${candidate}?`;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./node_modules/@suite/core/src/secret.js

const MASK = '***';
const PLAIN = /^(?:\d{4,5}|true|false|null|none)$/i;
const registered = new Set();
/** The same, longest first; undefined where one has come since. */
let sorted;
let announce = () => undefined;
/**
 * A value that must never be shown. Every way of printing it gives `***`; only `reveal()` gives the value, and is
 * called where it leaves the process (a child's stdin or environment, a request header), nowhere else.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
        for (const form of secretForms(value)) {
            if (registered.has(form))
                continue;
            announce(form);
            registered.add(form);
            sorted = undefined;
        }
    }
    reveal() {
        return this.#value;
    }
    toString() {
        return MASK;
    }
    toJSON() {
        return MASK;
    }
    [external_node_util_.inspect.custom]() {
        return MASK;
    }
}
/** Has each form of each secret that is made from now on told to the runner, which masks it in everybody's log. */
function announceSecrets(listener) {
    announce = listener;
}
/**
 * Every text by which a value could be recognised: itself, each of its lines, and its hex, base64, base64url,
 * URL-encoded, JSON-escaped (once and twice), HTML-escaped and quoted (shell, env file) forms. Texts below four
 * characters, ports and plain words are left out: masking `1`, `8080` or `true` would blot out whole logs.
 */
function secretForms(value) {
    const bytes = Buffer.from(value);
    const lines = value.split(/\r?\n/).map((line) => line.trim());
    const encoded = ['hex', 'base64', 'base64url'].map((encoding) => bytes.toString(encoding));
    const inMiddle = ['base64', 'base64url'].flatMap((encoding) => [1, 2].map((shift) => shiftedBase64(bytes, shift, encoding)));
    const quoted = [
        ...[value.replaceAll("'", `'\\''`), value.replace(/[\\']/g, '\\$&')],
        ...[/[\\"$]/g, /[\\"$`]/g].map((signs) => value.replace(signs, '\\$&').replaceAll('\n', '\\n')),
    ];
    const plain = [value, value.trim(), ...lines];
    const escaped = [...jsonForms(value), ...htmlForms(value), ...quoted];
    const forms = [...plain, ...encoded, ...inMiddle, ...urlForms(value), ...escaped];
    return [...new Set(forms.filter((form) => form.length >= 4 && !PLAIN.test(form)))];
}
/** As servers of several languages write a text into JSON, once and twice: PHP escapes `/`, Go `<`, Python `é`. */
function jsonForms(value) {
    const asJson = (text) => JSON.stringify(text).slice(1, -1);
    const unicode = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
    const once = asJson(value);
    const ascii = once.replace(/[^\0-\x7e]/g, unicode);
    const php = ascii.replaceAll('/', '\\/');
    const all = [once, ascii, php, once.replaceAll('/', '\\/'), once.replace(/[<>&]/g, unicode)];
    return all.flatMap((text) => [text, asJson(text)]);
}
/** As an HTML or XML page writes a text: quotes are escaped in one of several ways, or not at all. */
function htmlForms(value) {
    const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const quotes = ['&#39;', '&#x27;', '&apos;', "'"].map((quote) => text.replaceAll("'", quote));
    return quotes.flatMap((form) => [form, form.replaceAll('"', '&quot;'), form.replaceAll('"', '&#34;')]);
}
/** As the parts of an address write it, each of which escapes other characters: WHATWG URL, "percent-encode sets". */
function urlForms(value) {
    const text = value.toWellFormed();
    const url = new URL('http://host/');
    url.username = text;
    url.pathname = `/${text}`;
    url.search = text;
    url.hash = text;
    // Written into an address as it is: what stands behind a `#` is escaped otherwise, and never sent.
    const { search, hash } = new URL(`http://host/?${text}`);
    const component = encodeURIComponent(text);
    const strict = component.replace(/[!'()*]/g, percentEncode);
    const forms = [
        ...[component, strict, strict.replace(/[-_.~]/g, percentEncode), encodeURI(text)],
        new URLSearchParams({ v: text }).toString().slice(2),
        ...[url.username, url.pathname.slice(1), url.search.slice(1), url.hash.slice(1)],
        ...(hash === '' ? [] : [`${search.slice(1)}${hash}`, ...(search.length > 8 ? [search.slice(1)] : [])]),
    ];
    return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())]);
}
function percentEncode(sign) {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** The base64 of a value that stands behind 1 or 2 other bytes, without the characters that those bytes decide. */
function shiftedBase64(bytes, shift, encoding) {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
        .toString(encoding)
        .replace(/=+$/, '');
    const tail = (shift + bytes.length) % 3 === 0 ? text.length : text.length - 1;
    return bytes.length < 6 ? '' : text.slice(shift + 1, tail);
}
/** Forgets every secret made so far: for a process that plays several runs, as tests do. */
function forgetSecrets() {
    registered.clear();
    sorted = undefined;
}
/** Replaces every form of every secret of this process in a text by `***`, longest first. */
function redact(text) {
    sorted ??= [...registered].sort((a, b) => b.length - a.length);
    return sorted.reduce((shown, form) => (shown.includes(form) ? shown.replaceAll(form, MASK) : shown), text);
}
/** A text of others for people: no secret in it, and at most `most` characters, with `…` where it went on. */
function excerpt(text, most) {
    const shown = redact(text);
    return shown.length > most ? `${shown.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : shown;
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/size.js
const size_UNITS = {
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KIB: 1024,
    MIB: 1024 ** 2,
    GIB: 1024 ** 3,
    TIB: 1024 ** 4,
};
/**
 * Parses `500MB` (decimal) and `512MiB` (binary) into bytes.
 * @throws RangeError with the corrected form: a bare number has no unit.
 */
function parseSize(text) {
    if (/^\d+(\.\d+)?$/.test(text))
        throw new RangeError(`has no unit; write ${text}MB or ${text}MiB`);
    const match = /^(\d+(?:\.\d+)?)\s*([KMGT]?i?B)$/i.exec(text);
    const unit = size_UNITS[match?.[2]?.toUpperCase() ?? ''];
    if (!match || unit === undefined)
        throw new RangeError('is not a size; write for example 500MB or 512MiB');
    return Math.round(Number(match[1]) * unit);
}
/** Writes bytes for people in decimal units with one digit: `612.4 MB`. */
function formatSize(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    const power = Math.min(Math.floor(Math.log10(Math.max(Math.abs(bytes), 1)) / 3), units.length - 1);
    const value = bytes / 1_000 ** power;
    return power === 0 ? `${bytes} B` : `${value.toFixed(1)} ${units[power]}`;
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/inputs.js






/** Makes a reader over one run's inputs. */
function inputReader(source) {
    const collected = collector(source);
    return { ...collected, ...kinds(collected) };
}
function collector(source) {
    const problems = [];
    const declared = new Set();
    function text(name, ask = {}) {
        declared.add(name);
        source.onDeclare?.({ name, required: ask.required ?? false, fallback: ask.output ? 'none' : ask.fallback });
        const value = source.inputs.get(name)?.trim() || ask.fallback;
        if (value)
            return ask.output && value === 'none' ? undefined : value;
        problems.push(...emptiness(name, ask, source.inputs.has(name)));
        return undefined;
    }
    return {
        env: source.env,
        /** The text, trimmed; undefined where it was not given. */
        text,
        /** Any value a function can parse; what it throws becomes the problem, behind the quoted value where that is a line. */
        parsed: (name, ask, parse) => {
            const value = text(name, ask);
            if (value === undefined)
                return undefined;
            try {
                return parse(value);
            }
            catch (error) {
                problems.push({ input: name, problem: describeProblem(value, error, ask) });
                return undefined;
            }
        },
        /** Reports a problem that concerns several inputs, or one that only the action can see. */
        problem: (input, problem, fix) => {
            problems.push({ input, problem, ...(fix === undefined ? {} : { fix }) });
        },
        /** Inputs that were passed and that nobody asked for, each with the nearest known name. */
        unknown: () => unknownInputs(source, declared),
        /** @throws InputError with every problem found. */
        done: () => {
            if (problems.length > 0)
                throw new InputError(problems);
        },
    };
}
function kinds(collected) {
    const { text, parsed } = collected;
    const boolean = (name, fallback) => parsed(name, { fallback: String(fallback) }, parseBoolean) ?? fallback;
    return {
        /** Strict: `true` or `false`. */
        boolean,
        /** `dry-run` and `summary`, which every action takes. */
        common: () => ({ dryRun: boolean('dry-run', false), summary: boolean('summary', true) }),
        /** The text, or `''` where a required one is missing (and reported). */
        requiredText: (name) => text(name, { required: true }) ?? '',
        integer: (name, ask) => parsed(name, ask, (value) => parseInteger(value, ask.min, ask.max)),
        /** Milliseconds. */
        duration: (name, ask = {}) => parsed(name, ask, parseDuration),
        /** Bytes. */
        size: (name, ask = {}) => parsed(name, ask, parseSize),
        /** One of a set of words. */
        choice: (name, words, fallback) => parsed(name, { fallback }, (value) => parseChoice(value, words)) ?? fallback,
        /** Words by newline or comma; each one of a set. */
        words: (name, words, ask = {}) => parsed(name, ask, (value) => splitWords(value).map((word) => parseChoice(word, words))) ?? [],
        /** One entry a line: paths, images, arguments, URLs. Empty lines are dropped. */
        lines: (name, ask = {}) => splitLines(text(name, ask) ?? ''),
        /** `key=value` lines, in order; a value may be empty and may hold `=`. */
        pairs: (name, ask = {}) => readPairs(collected, { name, ask }, '='),
        /** `Name: value` lines. */
        headers: (name, ask = {}) => readPairs(collected, { name, ask }, ':'),
        url: (name, ask = {}) => parsed(name, ask, parseUrl),
        /** A command without a shell: one line is split as a shell would, several lines are one argument each. */
        command: (name, ask = {}) => parsed(name, ask, parseArguments) ?? [],
        secret: (name, ask = {}) => {
            const value = text(name, ask);
            return value === undefined ? undefined : new Secret(value);
        },
        requiredSecret: (name) => new Secret(text(name, { required: true }) ?? ''),
    };
}
/** What is wrong with one line must not quote the others: they may hold credentials. */
function readPairs({ text, problem }, { name, ask }, separator) {
    try {
        return parsePairs(text(name, ask) ?? '', separator);
    }
    catch (error) {
        problem(name, error instanceof Error ? error.message : String(error));
        return new Map();
    }
}
/** Several lines are not quoted: the message names the one that is wrong, and the others may be secrets. */
function describeProblem(value, error, { unquoted }) {
    const message = error instanceof Error ? error.message : String(error);
    return unquoted || value.includes('\n') ? message : `"${withoutLogin(value)}" ${message}`;
}
/** A refused address is quoted without its user, password and the values of its query: nobody has masked them yet. */
function withoutLogin(text) {
    return text.replace(/\/\/\S+/g, (address) => address.replace(/^\/\/.+@/, '//***@').replace(/([?&][^=&#]+=)[^&#]+/g, '$1***'));
}
function emptiness(input, ask, given) {
    if (ask.required)
        return [missing(input, given)];
    if (!ask.output || !given)
        return [];
    const problem = 'is empty: the step whose output it takes did not run, or has another id';
    return [{ input, problem, fix: `${input}: \${{ steps.<id of that step>.outputs.${input} }}, or leave ${input} out` }];
}
function missing(input, given) {
    return given
        ? { input, problem: 'is required and empty: does the secret or variable that it comes from exist?' }
        : { input, problem: 'is required and missing', fix: `with: { ${input}: … }` };
}
function unknownInputs({ inputs }, declared) {
    return [...inputs.keys()].filter((name) => !declared.has(name)).map((name) => unknownInput(name, [...declared]));
}
function unknownInput(name, known) {
    const candidate = nearest(name, known);
    return `input ${name} is unknown and was ignored${candidate ? `; did you mean ${candidate}?` : ''}`;
}
function parseBoolean(value) {
    if (value === 'true')
        return true;
    if (value === 'false')
        return false;
    throw new RangeError('is neither true nor false; write true or false');
}
function parseInteger(value, min, max) {
    const number = Number(value);
    if (!/^-?\d+$/.test(value) || number < min || number > max) {
        throw new RangeError(`is not a whole number from ${min} to ${max}`);
    }
    return number;
}
/** @throws RangeError naming the words and the nearest one. */
function parseChoice(value, words) {
    const word = words.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
    if (word !== undefined)
        return word;
    throw new RangeError(`is none of ${words.join(', ')}${didYouMean(value, words)}`);
}
function parseUrl(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url && (url.protocol === 'http:' || url.protocol === 'https:'))
        return url;
    throw new RangeError('is not an http or https address; write for example https://app.example.com/health');
}
/** Splits a list of words by newline or comma. */
function splitWords(value) {
    return value
        .split(/[\n,]/)
        .map((word) => word.trim())
        .filter(Boolean);
}
/** Splits a list by line; blank lines are dropped. */
function splitLines(value) {
    return value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
}
/**
 * Parses `key<separator>value` lines into a map that keeps their order.
 * @throws RangeError with the number of the line that has no separator or no key: the line itself may be a secret.
 */
function parsePairs(value, separator) {
    const form = separator === '=' ? 'key=value' : 'Name: value';
    const pairs = new Map();
    for (const [index, raw] of value.split('\n').entries()) {
        const line = raw.trim();
        if (line === '')
            continue;
        const at = line.indexOf(separator);
        if (at < 1)
            throw new RangeError(`has line ${index + 1} that is not ${form}`);
        pairs.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
    }
    return pairs;
}
/** Splits a command as a shell would, quotes included, nothing expanded; several lines are one argument each. */
function parseArguments(value) {
    const lines = splitLines(value);
    return lines.length > 1 ? lines : parseArgsStringToArgv(value);
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/runner.js

/** Prints `::command key=value::message`, escaped so that the message cannot end the command. */
function issueCommand(command, message, properties = {}) {
    const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
    const head = [command, pairs.join(',')].filter(Boolean).join(' ');
    process.stdout.write(`::${head}::${escapeText(message)}\n`);
}
/** Appends a value to a command file; several lines stand between delimiters that no value can know beforehand. */
function writeValue(file, name, value) {
    if (!file)
        return;
    (0,external_node_fs_namespaceObject.appendFileSync)(file, /[\r\n]/.test(value) ? formatBlock(name, value) : `${name}=${value}\n`);
}
function formatBlock(name, value) {
    const delimiter = `ghadelimiter_${randomToken()}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** A token that text of others cannot contain. Crypto costs 6 ms, so it is loaded where it is first needed. */
function randomToken() {
    return process.getBuiltinModule('node:crypto').randomUUID();
}
function escapeText(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/log.js


/** The runner's log. */
function realLog() {
    return {
        info: (message) => {
            process.stdout.write(`${guard(redact(message))}\n`);
        },
        debug: (message) => issueCommand('debug', redact(message)),
        notice: (message) => issueCommand('notice', redact(message)),
        warning: (message) => issueCommand('warning', redact(message)),
        annotate,
        group: async (title, work) => {
            issueCommand('group', redact(title));
            try {
                return await work();
            }
            finally {
                issueCommand('endgroup', '');
            }
        },
        untrusted: (text) => {
            const token = randomToken();
            process.stdout.write(`::stop-commands::${token}\n${redact(text)}\n::${token}::\n`);
        },
    };
}
/** Prints an annotation; its message is redacted. */
function annotate({ level, message, title, file, line }) {
    const properties = Object.entries({ title, file, line }).filter(([, value]) => value !== undefined);
    const texts = properties.map(([key, value]) => [key, redact(String(value))]);
    issueCommand(level, redact(message), Object.fromEntries(texts));
}
/** Our line that quotes a stranger's text must not be a workflow command: `::` at its start, `##[` anywhere in it. */
function guard(message) {
    return message.replace(/^([\s\u0085]*)::/gm, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __nccwpck_require__(714);
;// CONCATENATED MODULE: ./node_modules/@suite/core/src/pattern.js


const LIMIT_MS = 1_000;
let script;
let room;
/**
 * Whether a pattern of the user matches a text of a server. A pattern such as `^(a+)+$` can take longer than the
 * universe is old, which no deadline would end: the engine of expressions is only stopped from outside, as here.
 * @throws ActionError E_PATTERN where it takes more than a second.
 */
function testPattern(pattern, text, limitMs = LIMIT_MS) {
    script ??= new external_node_vm_.Script('pattern.test(text)');
    room ??= (0,external_node_vm_.createContext)({});
    Object.assign(room, { pattern, text });
    try {
        return Boolean(script.runInContext(room, { timeout: limitMs }));
    }
    catch (error) {
        // Not `instanceof Error`: it may come from the context, which has an Error of its own.
        if (error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw error;
        throw new ActionError(`the pattern ${pattern.source} took more than ${limitMs} ms on a text of ${text.length} characters`, {
            code: 'E_PATTERN',
            hint: 'write it without a repetition inside a repetition: a+ instead of (a+)+',
        });
    }
    finally {
        Object.assign(room, { text: '' });
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./node_modules/@suite/core/src/process.js




const KEPT_BYTES = 4 * 1024 * 1024;
const GRACE_MS = 2_000;
/** The longest time that setTimeout takes, 24 days: no limit for any job. */
const NO_LIMIT_MS = 2 ** 31 - 1;
/** The real thing, over node:child_process: `@actions/exec` can neither end a process group nor keep a deadline. */
function realExec() {
    const run = async (command, signal) => {
        const child = await start(command, signal);
        child.stdin.end(command.stdin instanceof Secret ? command.stdin.reveal() : command.stdin);
        const kept = (stream) => keepEnd(stream, command.keptBytes ?? KEPT_BYTES);
        const [stdout, stderr, status] = await Promise.all([kept(child.stdout), kept(child.stderr), child.exit]);
        return { ...status, stdout, stderr };
    };
    return {
        start,
        run,
        output: async (command, signal) => {
            const result = await run(command, signal);
            if (result.code === 0)
                return result.stdout;
            throw result.timedOut ? timeoutError(command) : commandError(command, result);
        },
    };
}
async function start(command, signal) {
    // Loaded when it is first needed: with what it brings along it is a fifth of the start-up of a run with bad inputs.
    const { spawn } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1421, 19));
    const child = spawn(command.file, command.args, {
        cwd: command.cwd,
        env: command.env && revealed(command.env),
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    // A child that ends before it has read all of its stdin is judged by its exit code, not by the broken pipe.
    child.stdin.on('error', () => undefined);
    const closed = new Promise((resolve) => {
        child.once('close', (code, ended) => resolve([code, ended]));
    });
    await (0,external_node_events_.once)(child, 'spawn').catch((error) => {
        throw startError(command, error);
    });
    let timedOut = false;
    const stop = () => stopGroup(child);
    const deadline = setTimeout(() => {
        timedOut = true;
        stop();
    }, command.timeoutMs ?? NO_LIMIT_MS);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted)
        stop();
    const exit = closed.then(([code, ended]) => {
        clearTimeout(deadline);
        signal?.removeEventListener('abort', stop);
        return { code, signal: ended, timedOut };
    });
    return { pid: child.pid ?? 0, stdin: child.stdin, stdout: child.stdout, stderr: child.stderr, exit, stop };
}
function startError(command, error) {
    const reason = error.code === 'ENOENT' ? 'it is not on PATH' : error.message;
    const message = `${command.file} could not be started: ${reason}`;
    return new CommandError(message, { exitCode: null, tail: '', cause: error });
}
function stopGroup(child) {
    const { pid } = child;
    if (pid === undefined)
        return;
    if (child.exitCode !== null || child.signalCode !== null) {
        letGo(child);
        return;
    }
    signalGroup(pid, 'SIGTERM');
    const kill = setTimeout(() => signalGroup(pid, 'SIGKILL'), GRACE_MS);
    child.once('exit', () => letGo(child));
    child.once('close', () => clearTimeout(kill));
}
/** Who else was given the streams, as the master of a shared ssh connection is, may keep them open for ever. */
function letGo(child) {
    const late = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
    }, GRACE_MS);
    child.once('close', () => clearTimeout(late));
}
function signalGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch {
        // The group has ended in the meantime, which is what was wanted.
    }
}
function revealed(env) {
    return Object.fromEntries(Object.entries(env).map(([key, value]) => [key, value instanceof Secret ? value.reveal() : value]));
}
async function keepEnd(stream, most) {
    const chunks = [];
    let bytes = 0;
    stream.on('data', (chunk) => {
        chunks.push(chunk);
        bytes += chunk.length;
        while (bytes - (chunks[0]?.length ?? 0) > most)
            bytes -= chunks.shift()?.length ?? 0;
    });
    stream.on('error', () => undefined);
    await new Promise((resolve) => stream.once('close', resolve));
    return Buffer.concat(chunks).toString('utf8');
}
/** The last lines of a command's output, redacted, for an error message. */
function tailOf(result, lines = 10) {
    const text = result.stderr.trim() || result.stdout.trim();
    return redact(text.split('\n').slice(-lines).join('\n'));
}
function commandError(command, result) {
    const tail = tailOf(result);
    const how = result.code === null ? `was ended by ${result.signal}` : `exited ${result.code}`;
    const last = tail.split('\n').at(-1);
    const message = `\`${redact(formatCommand(command))}\` ${how}${last ? `: ${last}` : ''}`;
    return new CommandError(message, { exitCode: result.code, tail });
}
function timeoutError(command) {
    return new TimeoutError(`\`${redact(formatCommand(command))}\` did not end within ${command.timeoutMs} ms`);
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/state.js

/** The runner's state, over `GITHUB_STATE` and `STATE_*`. It is written to disk in the clear: no secret goes there. */
function realState(env) {
    return {
        save: (name, value) => writeValue(env['GITHUB_STATE'], name, value),
        read: (name) => env[`STATE_${name}`] || undefined,
    };
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/ports.js





/** The longest time that a timer takes, 24 days; a longer one would end at once. */
const LONGEST_MS = 2 ** 31 - 1;
/** The ports of a run under a runner. */
function realPorts(env, signal) {
    return {
        exec: realExec(),
        files: realFiles(env['RUNNER_TEMP']),
        clock: realClock(),
        random: Math.random,
        log: realLog(),
        state: realState(env),
        signal,
    };
}
function realClock() {
    return {
        now: () => Date.now(),
        monotonic: () => performance.now(),
        sleep: (ms, signal) => (0,promises_.setTimeout)(Math.min(ms, LONGEST_MS), undefined, signal ? { signal } : {}).catch(() => undefined),
    };
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/retry.js

const CAP_MS = 20_000;
/** Runs work until it succeeds, is not worth retrying, or the retries are used up; then rethrows the original error. */
async function retry(work, options, ports) {
    for (let attempt = 0;; attempt++) {
        try {
            return await work(attempt);
        }
        catch (error) {
            const worth = options.when ?? ((thrown) => toActionError(thrown).details.retryable === true);
            if (attempt >= options.retries || options.signal?.aborted || !worth(error))
                throw error;
            const waitMs = options.retryAfterMs?.(error) ?? backoffMs(attempt, options.baseMs ?? 200, ports.random());
            options.onRetry?.(error, attempt + 1, waitMs);
            await ports.clock.sleep(waitMs, options.signal);
        }
    }
}
/** Full jitter: anywhere between nothing and the doubled base, at most 20 s. `random` is in [0, 1). */
function backoffMs(attempt, baseMs, random) {
    return Math.round(Math.min(CAP_MS, baseMs * 2 ** attempt) * random);
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/input-source.js
/**
 * Splits an environment into inputs and the rest. The runner writes an input `max-size` as `INPUT_MAX-SIZE`.
 * Some runners and shells keep only underscores, so `INPUT_MAX_SIZE` is taken where the exact name is absent.
 */
function inputSource(environment) {
    const inputs = new Map();
    const env = {};
    for (const [key, value] of Object.entries(environment)) {
        if (key.startsWith('INPUT_'))
            inputs.set(key.slice('INPUT_'.length).toLowerCase().replaceAll('_', '-'), value ?? '');
        else
            env[key] = value;
    }
    return { inputs, env };
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/summary.js

/** Bytes; above 1 MiB the runner uploads nothing at all. */
const LIMIT_BYTES = 1_000_000;
/** A GFM table; cells are redacted and escaped. No rows: no table. */
function table(head, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.map(escapeCell).join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** Text of others in a Markdown paragraph: no secret, no tag, no link, no formatting comes through. */
function escapeMarkdown(text) {
    // First the secrets: escaped they would not be found any more.
    return redact(text).replace(/[\\`*_[\]<>&#|~]/g, (character) => (character === '<' ? '&lt;' : `\\${character}`));
}
/** A fenced block without secrets whose fence is longer than any inside. */
function codeBlock(text, language = '') {
    const shown = redact(text);
    const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${shown}\n${fence}`;
}
/** Inline code without secrets, safe inside a table cell. */
function code(text) {
    const shown = redact(text);
    return shown.includes('`') ? escapeMarkdown(shown) : `\`${shown}\``;
}
/** A folded section; its title is redacted. */
function details(title, body) {
    return `<details><summary>${redact(title).replaceAll('<', '&lt;')}</summary>\n\n${body}\n\n</details>`;
}
/** Joins the parts of a summary that are there. */
function paragraphs(...parts) {
    return parts.filter(Boolean).join('\n\n');
}
/** Cuts a summary below the runner's limit and says so. */
function cutSummary(markdown) {
    const bytes = Buffer.from(markdown);
    if (bytes.length <= LIMIT_BYTES)
        return markdown;
    const kept = bytes
        .subarray(0, LIMIT_BYTES - 200)
        .toString('utf8')
        .replace(/\n[^\n]*$/, '');
    return `${kept}\n\n_Cut here: the summary was ${bytes.length} bytes, the runner takes 1 MiB. The log has the rest._`;
}
function escapeCell(cell) {
    return redact(cell)
        .replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|')
        .replace(/\r?\n/g, '<br>');
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/run.js










/** Which phase runs says the file, not saved state: main may have been killed before it could save anything. */
const POST = /[\\/]post\.[jt]s$/;
/** Runs main or post of an action under a runner; the one place that fails the job. */
async function runAction(action) {
    announceSecrets((form) => issueCommand('add-mask', form));
    const source = inputSource(process.env);
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'])
        process.on(name, () => controller.abort());
    const ports = realPorts(source.env, controller.signal);
    // A broken pipe to the runner must not turn into an unhandled error while something is being undone.
    process.stdout.on('error', () => undefined);
    await (POST.test(process.argv[1] ?? '') ? runPost(action, source, ports) : runMain(action, source, ports));
}
async function runMain(action, source, ports) {
    const started = ports.clock.monotonic();
    let inputs;
    const finish = (report) => {
        const ms = Math.round(ports.clock.monotonic() - started);
        publish(report, { name: action.name, ms, env: source.env, summary: inputs?.summary ?? true }, ports);
    };
    try {
        const reader = inputReader(source);
        inputs = await action.readInputs(reader);
        for (const message of reader.unknown())
            ports.log.warning(message);
        reader.done();
        const facts = await action.observe(inputs, ports);
        const plan = action.plan(inputs, facts);
        ports.log.info(action.formatPlan(plan));
        if (inputs.dryRun)
            finish(plannedReport(action, plan));
        else
            finish(action.report(plan, await action.execute(plan, ports, inputs)));
    }
    catch (thrown) {
        const failure = ports.signal.aborted ? cancelled(thrown) : errors_toActionError(thrown);
        finish({
            outputs: {
                ...action.outputsOnError,
                result: failure instanceof CancelledError ? 'cancelled' : (action.resultOnError ?? 'failed'),
            },
            summary: failed(action.name, failure),
            failure,
        });
        ports.log.debug(stackOf(thrown));
    }
}
async function runPost(action, source, ports) {
    try {
        const report = await action.cleanUp?.(ports, inputReader(source));
        if (report)
            publish({ ...report, outputs: {} }, { name: action.name, ms: 0, env: source.env, summary: true }, ports);
    }
    catch (thrown) {
        const failure = errors_toActionError(thrown);
        if (failure.details.failsPost)
            fail(failure);
        else
            ports.log.warning(`cleaning up: ${formatError(failure)}`);
        ports.log.debug(stackOf(thrown));
    }
}
function plannedReport(action, plan) {
    const outputs = { ...action.planned?.(plan), result: 'planned' };
    return { outputs, summary: `### ${action.name}: planned\n\n${codeBlock(action.formatPlan(plan))}` };
}
function publish(report, run, ports) {
    for (const annotation of report.annotations ?? [])
        ports.log.annotate(annotation);
    const outputs = { ...report.outputs, ...(run.ms > 0 ? { 'duration-ms': String(run.ms) } : {}) };
    for (const [name, value] of Object.entries(outputs))
        writeValue(run.env['GITHUB_OUTPUT'], name, redact(value));
    const summaryFile = run.summary ? run.env['GITHUB_STEP_SUMMARY'] : undefined;
    if (summaryFile)
        (0,external_node_fs_namespaceObject.appendFileSync)(summaryFile, `${cutSummary(redact(report.summary))}\n`);
    const result = report.outputs['result'] ?? (report.failure ? 'failed' : 'done');
    ports.log.info(`${run.name}: ${result}${run.ms > 0 ? ` in ${formatDuration(run.ms)}` : ''}`);
    if (report.failure)
        fail(report.failure);
}
function fail(failure) {
    const { file, line } = failure.details;
    process.exitCode = 1;
    const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
    annotate({ level: 'error', message: formatError(failure), ...place });
}
/** What fails after a cancel fails because of it, but for a rollback that did not work. */
function cancelled(thrown) {
    return thrown instanceof ActionError && thrown.details.failsPost ? thrown : new CancelledError();
}
function failed(name, failure) {
    return `### ❌ ${name}: failed\n\n${codeBlock(formatError(failure))}`;
}
function stackOf(thrown) {
    return thrown instanceof Error ? (thrown.stack ?? '') : String(thrown);
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/index.js



















/***/ }),

/***/ 1541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lq: () => (/* binding */ credentialForms),
/* harmony export */   US: () => (/* binding */ decodePart),
/* harmony export */   Wr: () => (/* binding */ credentialsIn),
/* harmony export */   b5: () => (/* binding */ isCredentialHeader),
/* harmony export */   yP: () => (/* binding */ maskUrl)
/* harmony export */ });
const CREDENTIAL = /auth(?!or(?!i[sz]))|cookie|token|secret|passw(or)?d|passphrase|(api|access)[-_]?key|credential|signature|session|jwt|^(sig|key|pwd|pass)$/i;
const PARAMETER = /([?&])([^=&]*)=([^&]*)/g;
const MASK = '***';
/** Whether a header's value is a credential, by its name: the standard ones, and what servers call theirs. */
function isCredentialHeader(name) {
    return CREDENTIAL.test(name);
}
/**
 * What of a URL is a credential, as it is written and as it is meant: its password, or a user name that stands alone,
 * and the query parameters that are called like one.
 */
function credentialsIn(url) {
    const query = [...url.search.matchAll(PARAMETER)].filter(([, , name = '']) => isCredentialHeader(decodePart(name)));
    const written = [url.password || url.username, ...query.map(([, , , value = '']) => value)];
    const meant = written.flatMap((text) => [text, decodePart(text), decodePart(text.replaceAll('+', ' '))]);
    return [...new Set(meant)].filter((text) => text !== '');
}
/** What of a credential header's value must not be shown: itself, what stands behind its scheme, and the password in that. */
function credentialForms(value) {
    const [, scheme = '', rest = value] = /^(\w+) +(.*)$/s.exec(value) ?? [];
    const login = /^basic$/i.test(scheme) ? Buffer.from(rest, 'base64').toString('utf8') : '';
    return [value, rest, login.slice(login.indexOf(':') + 1)];
}
/** A URL for people: each of its credentials is `***`. */
function maskUrl(url) {
    const masked = new URL(url);
    if (masked.password !== '')
        masked.password = MASK;
    else if (masked.username !== '')
        masked.username = MASK;
    masked.search = url.search.replace(PARAMETER, (whole, before, name, value) => value !== '' && isCredentialHeader(decodePart(name)) ? `${before}${name}=${MASK}` : whole);
    return masked.href;
}
/** What a part of a URL means; the part itself where it is no percent-encoding, which URLs allow. */
function decodePart(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 3023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ newDialRecord),
/* harmony export */   JM: () => (/* binding */ UNANSWERED),
/* harmony export */   ay: () => (/* binding */ timed)
/* harmony export */ });
/** The code of an attempt that had no answer when the time was up or another address had connected. */
const UNANSWERED = 'UNANSWERED';
/** A record for a dial that has not begun. */
function newDialRecord() {
    return { phase: 'dns', phases: {}, attempts: [], address: undefined, tls: undefined };
}
/** Runs a phase and notes how long it took, also where it fails. */
async function timed(record, phase, work) {
    record.phase = phase;
    const started = performance.now();
    try {
        return await work();
    }
    finally {
        record.phases[phase] = performance.now() - started;
    }
}


/***/ }),

/***/ 6089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ classifyFailure)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6175);
/* harmony import */ var _dial_record_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3023);


const CERTIFICATE_REQUIRED = 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED';
const KINDS = {
    ENOTFOUND: 'dns',
    EAI_AGAIN: 'dns',
    EAI_FAIL: 'dns',
    EAI_NODATA: 'dns',
    ECONNREFUSED: 'connect-refused',
    ETIMEDOUT: 'connect-timeout',
    [_dial_record_js__WEBPACK_IMPORTED_MODULE_1__/* .UNANSWERED */ .JM]: 'connect-timeout',
    EHOSTUNREACH: 'unreachable',
    EHOSTDOWN: 'unreachable',
    ENETUNREACH: 'unreachable',
    ENETDOWN: 'unreachable',
    EADDRNOTAVAIL: 'unreachable',
    EAFNOSUPPORT: 'unreachable',
    EACCES: 'unreachable',
    EPERM: 'unreachable',
    EINVAL: 'unreachable',
    ECONNRESET: 'reset',
    ECONNABORTED: 'reset',
    EPIPE: 'reset',
    CERT_HAS_EXPIRED: 'tls-expired',
    CERT_NOT_YET_VALID: 'tls-not-yet-valid',
    ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-host',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-unknown-ca',
    UNABLE_TO_GET_ISSUER_CERT: 'tls-unknown-ca',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-unknown-ca',
    SELF_SIGNED_CERT_IN_CHAIN: 'tls-unknown-ca',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-self-signed',
    ERR_SSL_WRONG_VERSION_NUMBER: 'tls-plain-http',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls-plain-http',
    ERR_SSL_HTTP_REQUEST: 'tls-plain-http',
    [CERTIFICATE_REQUIRED]: 'tls-client-certificate',
    ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'tls-client-certificate',
    ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: 'tls-client-certificate',
    ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: 'tls-client-certificate',
    ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: 'tls-client-certificate',
};
/** Sorts what broke a request off and says it in one sentence. */
function classifyFailure(breakage) {
    const { phase } = breakage.dialled;
    if (breakage.ended === 'cancelled')
        return { kind: 'cancelled', phase, message: 'the run was cancelled' };
    if (breakage.ended === 'deadline') {
        const kind = phase === 'connect' ? 'connect-timeout' : 'timeout';
        return { kind, phase, message: timeoutMessage(breakage) };
    }
    const error = innermost(breakage.thrown);
    const code = error.code;
    const kind = kindOf(error, phase);
    return { kind, phase, message: explain(kind, error, breakage), ...(code === undefined ? {} : { code }) };
}
function kindOf(error, phase) {
    const { code = '', message } = error;
    if (phase === 'body' && (code === 'ECONNRESET' || message === 'aborted'))
        return 'body-cut';
    if (message === 'socket hang up')
        return 'closed';
    if (code === 'ETIMEDOUT' && phase !== 'connect' && phase !== 'dns')
        return 'timeout';
    const known = KINDS[code];
    if (known)
        return known;
    if (code.startsWith('HPE_'))
        return 'protocol';
    if (/^ERR_(SSL|TLS|OSSL)|CERT|CRL|ISSUER/.test(code) || phase === 'tls')
        return 'tls';
    return 'other';
}
/** Of several addresses the one that said most: a refusal tells more than silence. */
function innermost(thrown) {
    if (!(thrown instanceof AggregateError))
        return thrown instanceof Error ? thrown : new Error(String(thrown));
    const errors = thrown.errors;
    return errors.find(({ code }) => code !== _dial_record_js__WEBPACK_IMPORTED_MODULE_1__/* .UNANSWERED */ .JM) ?? errors[0] ?? thrown;
}
const DOING = {
    dns: 'the name look-up',
    connect: 'the TCP connection',
    tls: 'the TLS handshake',
    'first-byte': 'waiting for the answer',
    body: 'reading the body',
};
function timeoutMessage(breakage) {
    const { dialled, totalMs } = breakage;
    const times = Object.entries(dialled.phases)
        .filter(([phase]) => phase !== dialled.phase)
        .map(([phase, ms]) => `${phase} ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)}`);
    const before = times.length > 0 ? ` (${times.join(', ')})` : '';
    return `${placeOf(breakage)} timed out in ${DOING[dialled.phase]} after ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(totalMs)}${before}${tried(breakage)}`;
}
function explain(kind, error, breakage) {
    const { host, port, dialled } = breakage;
    const place = placeOf(breakage);
    const all = tried(breakage);
    if (kind === 'timeout')
        return timeoutMessage(breakage);
    if (kind.startsWith('tls'))
        return explainTls(kind, error, breakage);
    const sentences = {
        dns: explainDns(host, error.code),
        'connect-refused': `${place} refuses the connection: nothing listens on port ${port}${all}`,
        'connect-timeout': `${place} does not answer: no connection within ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(breakage.totalMs)}${all}`,
        unreachable: `${place} cannot be reached from here: ${error.code}${all}`,
        reset: `${place} reset the connection in ${DOING[dialled.phase]}`,
        closed: `${place} closed the connection without an answer`,
        protocol: `${place} answers with something that is not HTTP/1: ${error.message}`,
        'body-cut': `${place} closed the connection before the body was complete`,
    };
    return sentences[kind] ?? `${place}: ${error.message}`;
}
function explainDns(host, code) {
    const silent = code === 'EAI_AGAIN' ? ', which means that no name server answers' : '';
    return `the name ${host} has no address: DNS says ${code}${silent}`;
}
/** What every address did, where there was more than one. */
function tried({ dialled: { attempts } }) {
    const each = attempts.map(({ address, error }) => `${address} ${error === _dial_record_js__WEBPACK_IMPORTED_MODULE_1__/* .UNANSWERED */ .JM ? 'no answer' : (error ?? 'connected')}`);
    return attempts.length > 1 ? ` (tried ${each.join(', ')})` : '';
}
function explainTls(kind, error, breakage) {
    const { host, dialled } = breakage;
    const certificate = dialled.tls?.certificate;
    const who = certificate ? ` (${certificate.subject}, issuer ${certificate.issuer})` : '';
    const by = `${who}, served by ${dialled.address ?? host}`;
    const names = certificate ? ` but for ${certificate.names.join(', ') || 'no name'}` : '';
    const sentences = {
        'tls-expired': `${expired(certificate)}${by}`,
        'tls-not-yet-valid': `${notYetValid(certificate)}${by}`,
        'tls-wrong-host': `the certificate is not for ${host}${names}, served by ${dialled.address ?? host}`,
        'tls-unknown-ca': `the certificate comes from an authority that is not trusted here${by}`,
        'tls-self-signed': `the certificate is signed by itself${by}`,
        'tls-plain-http': `${placeOf(breakage)} is open but does not speak TLS, plain HTTP perhaps`,
        'tls-client-certificate': `${placeOf(breakage)} ${wantsCertificate(error)}`,
    };
    return sentences[kind] ?? otherTls(error, breakage, by);
}
function wantsCertificate(error) {
    if (error.code === CERTIFICATE_REQUIRED)
        return 'asks for a client certificate';
    return `does not accept the client certificate: ${withCode(error)}`;
}
/** What has no kind of its own keeps its code, which is what people search for. */
function otherTls(error, breakage, by) {
    const { code = '' } = error;
    if (code.startsWith('ERR_OSSL'))
        return `the given certificates or key cannot be used: ${withCode(error)}`;
    const system = /^(ERR_.*|E[A-Z0-9]+|)$/.test(code);
    if (!system)
        return `the certificate is not accepted: ${code}${by}`;
    return `${placeOf(breakage)} and we found no common TLS: ${withCode(error)}`;
}
function withCode({ code, reason, message }) {
    return code === undefined ? message : `${reason ?? message} (${code})`;
}
function expired(certificate) {
    if (certificate === undefined)
        return 'the certificate has expired';
    if (certificate.daysLeft >= 0)
        return 'a certificate of the chain has expired, not that of the server';
    const days = -certificate.daysLeft - 1;
    const ago = days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
    return `the certificate expired ${ago} ago`;
}
function notYetValid(certificate) {
    if (certificate === undefined)
        return 'the certificate is not valid yet';
    if (certificate.validFrom <= Date.now())
        return 'a certificate of the chain is not valid yet, not that of the server';
    return `the certificate is not valid yet, from ${new Date(certificate.validFrom).toISOString().slice(0, 10)} on`;
}
function placeOf({ host, port, dialled: { address } }) {
    return address === undefined || address === host ? `${host}:${port}` : `${host}:${port} (${address})`;
}


/***/ }),

/***/ 9920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  SH: () => (/* reexport */ resolve/* addressesFor */.SH),
  Lq: () => (/* reexport */ credentials/* credentialForms */.Lq),
  Wr: () => (/* reexport */ credentials/* credentialsIn */.Wr),
  R8: () => (/* reexport */ curlLine),
  w4: () => (/* reexport */ port/* hostOf */.w),
  b5: () => (/* reexport */ credentials/* isCredentialHeader */.b5),
  ZI: () => (/* reexport */ lookup/* lookupAddresses */.Z),
  yP: () => (/* reexport */ credentials/* maskUrl */.yP),
  qP: () => (/* reexport */ openConnections),
  ug: () => (/* reexport */ parseAddresses),
  Hf: () => (/* reexport */ parseJsonPath),
  qK: () => (/* reexport */ resolve/* parseResolve */.qK),
  t6: () => (/* reexport */ parseVersionSource),
  q_: () => (/* reexport */ probeFollowing),
  Ad: () => (/* reexport */ readJsonPath),
  $4: () => (/* reexport */ readVersion),
  r1: () => (/* reexport */ sameVersion)
});

// UNUSED EXPORTS: UNANSWERED, addressesOf, classifyFailure, decodePart, newDialRecord, portOf, probe, probeConnection, redirectTarget, staysOpen, timed, tlsFacts

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/addresses.js

/** Parses `addresses`: `auto`, `each`, or IP addresses by comma, space or line. @throws RangeError with the corrected form. */
function parseAddresses(text) {
    const words = text.split(/[\s,]+/).filter(Boolean);
    const [first] = words;
    if (words.length === 1 && (first === 'auto' || first === 'each'))
        return { kind: first };
    const list = words.map((word) => word.replace(/^\[(.*)\]$/, '$1'));
    const wrong = list.find((word) => (0,external_node_net_.isIP)(word) === 0);
    if (wrong !== undefined)
        throw new RangeError(`has ${wrong}, which is neither auto, each nor an IP address`);
    return { kind: 'list', list };
}

// EXTERNAL MODULE: ./node_modules/@suite/http/src/failure.js
var failure = __nccwpck_require__(6089);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/connection-probe.js



/**
 * Connects, does TLS where the target has it, and some work on the socket, all within one deadline; then closes. Never
 * throws for what the network does or the work throws. The work may call a phase its own by `record.phase`.
 */
async function probeConnection(request, work) {
    const started = performance.now();
    const dialled = newDialRecord();
    const deadline = startDeadline(request.timeoutMs, request.signal);
    const { signal } = deadline;
    let socket;
    let outcome;
    try {
        signal.throwIfAborted();
        const { dial } = await __nccwpck_require__.e(/* import() */ 766).then(__nccwpck_require__.bind(__nccwpck_require__, 8766));
        socket = await dial({ ...request, signal }, dialled);
        dialled.phase = 'first-byte';
        outcome = { value: await whileOpen(socket, signal, work(socket, dialled)) };
    }
    catch (thrown) {
        outcome = { thrown };
    }
    deadline.clear();
    socket?.destroy();
    const totalMs = performance.now() - started;
    const ended = deadline.ended();
    const { host, port } = request;
    return {
        phases: dialled.phases,
        totalMs,
        address: dialled.address,
        attempts: dialled.attempts,
        tls: dialled.tls,
        value: 'value' in outcome ? outcome.value : undefined,
        failure: 'thrown' in outcome
            ? classifyFailure({ thrown: outcome.thrown, ended, dialled, host, port, totalMs })
            : undefined,
    };
}
/**
 * Waits a moment for a socket to be closed by the other side: forwarders (Docker's, haproxy) accept a connection and
 * close it when nobody is behind them. @throws where it was closed.
 */
async function staysOpen(socket, forMs) {
    await new Promise((resolve) => {
        const timer = setTimeout(resolve, forMs);
        socket.resume().once('close', () => {
            clearTimeout(timer);
            resolve();
        });
    });
    if (socket.destroyed || socket.readableEnded)
        throw new Error('socket hang up');
}
function whileOpen(socket, signal, work) {
    return new Promise((resolve, reject) => {
        socket.once('error', reject);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        if (signal.aborted)
            reject(signal.reason);
        work.then(resolve, reject);
    });
}

;// CONCATENATED MODULE: ./node_modules/@suite/http/src/connections.js
/** Opens a set of kept connections; `close` it, or they keep the process alive until their servers close them. */
function openConnections() {
    let opened;
    return {
        agent: () => {
            opened ??= __nccwpck_require__.e(/* import() */ 21).then(__nccwpck_require__.bind(__nccwpck_require__, 1021)).then(({ DialAgent: Pool }) => new Pool({ keepAlive: true, maxFreeSockets: 32 }));
            return opened;
        },
        close: () => {
            opened?.then((agent) => agent.destroy());
        },
    };
}

// EXTERNAL MODULE: ./node_modules/@suite/http/src/credentials.js
var credentials = __nccwpck_require__(1541);
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 22 modules
var src = __nccwpck_require__(6175);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/port.js
var port = __nccwpck_require__(9044);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/resolve.js
var resolve = __nccwpck_require__(6695);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/curl.js




const LONGEST_BODY = 400;
/** The `curl` line that repeats a request. Credentials in headers and in the URL are `***`. */
function curlLine(request) {
    const { url, method = 'GET', body } = request;
    const args = ['-sS', '-i', '--max-time', String(request.timeoutMs / 1000)];
    if (method === 'HEAD')
        args.push('--head');
    else if (method !== (body === undefined ? 'GET' : 'POST'))
        args.push('-X', method);
    for (const [name, value] of request.headers ?? [])
        args.push('-H', `${name}: ${maskHeader(name, value)}`);
    if (body !== undefined)
        args.push('--data-raw', shortBody(body));
    const address = (0,resolve/* addressesOf */.sO)(request)?.[0];
    if (address !== undefined)
        args.push('--resolve', `${url.hostname}:${(0,port/* portOf */.H)(url)}:${address}`);
    if (request.tls?.ca)
        args.push('--cacert', 'ca.pem');
    if (request.tls?.clientCertificate)
        args.push('--cert', 'client.pem', '--key', 'client.key');
    if (request.tls?.verify === false)
        args.push('--insecure');
    // Before the shell's quotes come: a secret with a quote in it would not be found behind them.
    return (0,src/* formatCommand */.fE)({ file: 'curl', args: [...args, (0,credentials/* maskUrl */.yP)(url)].map(src/* redact */.E$) });
}
/** A header's value for people: `***` where it is a credential. */
function maskHeader(name, value) {
    return (0,credentials/* isCredentialHeader */.b5)(name) ? '***' : value;
}
function shortBody(body) {
    return typeof body === 'string' ? (0,src/* excerpt */.Kb)(body, LONGEST_BODY) : `(${body.length} bytes)`;
}

;// CONCATENATED MODULE: ./node_modules/@suite/http/src/json-path.js
const EVERY = Symbol('every child');
const STEP = /\.\*|\[\*\]|\.([\w$-]+)|\[(-?\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/y;
/**
 * Parses `$.a.b[0]['c d'][*]`; the leading `$` may be missing.
 * @throws RangeError with the corrected form.
 */
function parseJsonPath(text) {
    const rest = text.startsWith('$') ? text.slice(1) : /^[[.]/.test(text) ? text : `.${text}`;
    const steps = [];
    STEP.lastIndex = 0;
    for (let at = 0; at < rest.length; at = STEP.lastIndex) {
        const match = STEP.exec(rest);
        if (!match)
            throw new RangeError('is not a JSON path; write for example $.checks.postgres or $.items[0].id');
        const [, name, index, single, double] = match;
        if (index !== undefined)
            steps.push(Number(index));
        else if (name !== undefined)
            steps.push(name);
        else if (single !== undefined || double !== undefined)
            steps.push((single ?? double ?? '').replace(/\\(.)/g, '$1'));
        else
            steps.push(EVERY);
    }
    return steps;
}
/** The value at a path, or undefined where there is none. A path with `*` gives the list of all that it meets. */
function readJsonPath(value, path) {
    const found = path.reduce((values, step) => values.flatMap((each) => children(each, step)), [value]);
    return path.includes(EVERY) ? found : found[0];
}
function children(value, step) {
    if (typeof value !== 'object' || value === null)
        return [];
    if (step === EVERY)
        return Object.values(value);
    if (typeof step === 'number') {
        const child = Array.isArray(value) ? value.at(step) : undefined;
        return child === undefined ? [] : [child];
    }
    return Object.hasOwn(value, step) ? [value[step]] : [];
}

// EXTERNAL MODULE: ./node_modules/@suite/http/src/lookup.js
var lookup = __nccwpck_require__(9477);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/probe.js
const IDEMPOTENT = /^(GET|HEAD|OPTIONS|PUT|DELETE)$/;
/**
 * Sends one request and tells everything about it: phases, addresses, certificate, answer or failure. Never throws for
 * what the network or the server does. One deadline holds for all of it; redirects are answers like others.
 */
async function probe(request) {
    // node:http takes as long to load as an empty program to run: it comes with the first request.
    const { probeOnce } = await __nccwpck_require__.e(/* import() */ 114).then(__nccwpck_require__.bind(__nccwpck_require__, 8114));
    const result = await probeOnce(request);
    const kind = result.failure?.kind;
    const idle = result.reused && result.response === undefined && (kind === 'reset' || kind === 'closed');
    if (!idle || !IDEMPOTENT.test(result.method))
        return result;
    // The server closed a kept connection just as it was taken: that says nothing about the server.
    const { connections: _, ...rest } = request;
    return probeOnce({ ...rest, timeoutMs: Math.max(1, request.timeoutMs - result.totalMs) });
}

;// CONCATENATED MODULE: ./node_modules/@suite/http/src/redirects.js


const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Sends a request and follows at most `max` redirects, all within the one deadline of the request. With 0 a redirect is
 * the answer. `send` takes the place of real requests in tests.
 */
async function probeFollowing(request, max, send = probe) {
    const hops = [];
    const seen = new Set();
    let next = request;
    let leftMs = request.timeoutMs;
    while (next) {
        const key = `${next.method ?? 'GET'} ${next.url.href}`;
        if (seen.has(key))
            return { hops, stopped: 'loop' };
        if (hops.length > max)
            return { hops, stopped: 'too-many' };
        seen.add(key);
        const result = await send({ ...next, timeoutMs: Math.max(1, leftMs) });
        hops.push(result);
        leftMs -= result.totalMs;
        next = max === 0 ? undefined : redirected(next, result);
    }
    return { hops };
}
/** Where an answer redirects to, or undefined where it does not. `from` is the address asked, with its credentials. */
function redirectTarget(result, from = result.url) {
    const location = result.response?.headers.get('location')?.[0];
    if (location === undefined || !REDIRECTS.has(result.response?.status ?? 0))
        return undefined;
    return URL.canParse(location, from) ? new URL(location, from) : undefined;
}
/**
 * The request that follows a redirect: 303, and POST at 301 and 302, become GET; credentials, the client certificate and
 * a Host header of one's own stay at their origin, and given addresses at their host.
 */
function redirected(request, result) {
    const url = redirectTarget(result, request.url.href);
    if (url === undefined || !/^https?:$/.test(url.protocol))
        return undefined;
    const status = result.response?.status ?? 0;
    const method = request.method ?? 'GET';
    const toGet = (status === 303 && method !== 'HEAD') || (status < 303 && method === 'POST');
    const { body, addresses, headers, tls, ...rest } = request;
    const isHome = url.origin === request.url.origin;
    const stays = (name) => (!isHome && ((0,credentials/* isCredentialHeader */.b5)(name) || /^host$/i.test(name))) || (toGet && /^content-/i.test(name));
    return {
        ...rest,
        url,
        method: toGet ? 'GET' : method,
        headers: new Map([...(headers ?? [])].filter(([name]) => !stays(name))),
        ...(tls === undefined ? {} : { tls: isHome ? tls : withoutClient(tls) }),
        ...(toGet || body === undefined ? {} : { body }),
        ...(addresses && url.hostname === request.url.hostname ? { addresses } : {}),
    };
}
function withoutClient({ clientCertificate: _, clientKey: __, ...rest }) {
    return rest;
}

;// CONCATENATED MODULE: ./node_modules/@suite/http/src/version.js

const HEADERS = ['x-version', 'x-app-version'];
const PATHS = ['$.version', '$.info.version', '$.build.version'].map(parseJsonPath);
/**
 * Parses `version-path`: `auto`, `header x-release`, or a JSON path.
 * @throws RangeError with the corrected form.
 */
function parseVersionSource(text) {
    if (text === 'auto')
        return { kind: 'auto' };
    const header = /^header[ .:]\s*([\w-]+)$/i.exec(text);
    if (header?.[1])
        return { kind: 'header', name: header[1].toLowerCase() };
    return { kind: 'json', path: parseJsonPath(text) };
}
/** The version that an answer tells, or undefined. `body` is parsed JSON, undefined where it was none. */
function readVersion(answer, source) {
    const header = (name) => answer.headers.get(name)?.[0];
    const json = (path) => readJsonPath(answer.body, path);
    if (source.kind === 'header')
        return asVersion(header(source.name));
    if (source.kind === 'json')
        return asVersion(json(source.path));
    return [...HEADERS.map(header), ...PATHS.map(json)].map(asVersion).find((version) => version !== undefined);
}
/**
 * Whether two versions are the same: equal (a leading `v` and upper case do not count), or two commit hashes of which
 * one is the other's first 7 or more characters.
 */
function sameVersion(a, b) {
    const [left, right] = [a, b].map((text) => text
        .trim()
        .toLowerCase()
        .replace(/^v(?=\d)/, ''));
    if (left === right)
        return true;
    const [short, long] = left.length < right.length ? [left, right] : [right, left];
    return /^[0-9a-f]{7,}$/.test(short) && /^[0-9a-f]+$/.test(long) && long.startsWith(short);
}
function asVersion(value) {
    return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
        ? String(value).trim()
        : undefined;
}

;// CONCATENATED MODULE: ./node_modules/@suite/http/src/index.js


















/***/ }),

/***/ 9477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ lookupAddresses)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);

/** Look-ups under way. None can be stopped, and Node does two at a time: one of a name must do for all who ask. */
const underWay = new Map();
/** Every address of a name, in the system's order. @throws the system's error (ENOTFOUND, EAI_AGAIN). */
async function lookupAddresses(host) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host))
        return [host];
    const found = underWay.get(host) ?? askSystem(host).finally(() => underWay.delete(host));
    underWay.set(host, found);
    return found;
}
async function askSystem(host) {
    const { lookup } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 610, 19));
    return new Promise((resolve, reject) => {
        lookup(host, { all: true }, (error, found) => {
            if (error)
                reject(error);
            else
                resolve([...new Set(found.map(({ address }) => address))]);
        });
    });
}


/***/ }),

/***/ 9044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ portOf),
/* harmony export */   w: () => (/* binding */ hostOf)
/* harmony export */ });
/** The host of a URL as sockets take it: an IPv6 address without its brackets. */
function hostOf(url) {
    return url.hostname.replace(/^\[(.*)\]$/, '$1');
}
/** The port of a URL, the scheme's own where it names none. */
function portOf(url) {
    if (url.port !== '')
        return Number(url.port);
    return url.protocol === 'https:' ? 443 : 80;
}


/***/ }),

/***/ 6695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ addressesFor),
/* harmony export */   qK: () => (/* binding */ parseResolve),
/* harmony export */   sO: () => (/* binding */ addressesOf)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var _port_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9044);


/**
 * Parses `resolve` lines as curl writes them: `host:port:address`; IPv6 addresses may stand in brackets, `*` is any port.
 * @throws RangeError naming the line.
 */
function parseResolve(lines) {
    const overrides = new Map();
    for (const line of lines) {
        const match = /^([^:\s]+):(\d+|\*):\[?([0-9a-fA-F:.]+)\]?$/.exec(line);
        const [, host = '', port = '', address = ''] = match ?? [];
        if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) === 0)
            throw new RangeError(`has the line "${line}" that is not host:port:address`);
        const key = `${host.toLowerCase()}:${port}`;
        overrides.set(key, [...(overrides.get(key) ?? []), address]);
    }
    return overrides;
}
/** The addresses that overrides give for a URL, or undefined where DNS is to be asked. */
function addressesFor(url, overrides) {
    return overrides.get(`${url.hostname}:${(0,_port_js__WEBPACK_IMPORTED_MODULE_1__/* .portOf */ .H)(url)}`) ?? overrides.get(`${url.hostname}:*`);
}
/** The addresses that a request connects to instead of asking DNS. */
function addressesOf({ url, addresses, resolve }) {
    return addresses ?? (resolve && addressesFor(url, resolve));
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(4110);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
