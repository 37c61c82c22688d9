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

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

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

/***/ 9311:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

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

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ wasUnhealthy),
/* harmony export */   m: () => (/* binding */ readBaseline)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2498);

const CLASSES = ['pass', 'warn', 'fail', 'error'];
/**
 * Reads a report of this action.
 * @throws ActionError E_BASELINE where it is none.
 */
function readBaseline(path, text) {
    const report = text === undefined ? undefined : parse(text);
    const timeline = report?.timeline;
    if (report?.schema !== 1 || !Array.isArray(timeline) || !timeline.every(isMoment)) {
        const what = text === undefined ? 'is no file' : 'is no report of health-gate';
        const hint = 'give the output report of a step with mode: snapshot; across jobs, hand it on as an artifact';
        throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`baseline: ${path} ${what}`, { code: 'E_BASELINE', hint });
    }
    const { result = '', reason = '', durationMs = 0, control, unhealthyBefore = false, figures, checks = [] } = report;
    const samples = checks.filter(({ class: seen }) => CLASSES.includes(seen));
    return { result, reason, durationMs, timeline, control, unhealthyBefore, p95Ms: figures?.p95Ms, samples };
}
/** Only a baseline that passed shows that there was something good to go back to. */
function wasUnhealthy(baseline) {
    return baseline !== undefined && baseline.result !== 'passed';
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isMoment(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { atMs, latencyMs, class: seen, message } = value;
    return (typeof atMs === 'number' &&
        typeof latencyMs === 'number' &&
        CLASSES.includes(String(seen)) &&
        typeof message === 'string');
}


/***/ }),

/***/ 4833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   DX: () => (/* binding */ isHostCheck),
/* harmony export */   FZ: () => (/* binding */ CHECK_KINDS),
/* harmony export */   sW: () => (/* binding */ isPort),
/* harmony export */   uU: () => (/* binding */ isDatabase),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2498);
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3975);


/** The kinds in the order of their documentation. */
const CHECK_KINDS = [
    'http',
    'tcp',
    'tls',
    'postgres',
    'redis',
    'docker',
    'compose',
    'command',
    'logs',
    'disk',
    'memory',
];
function isPort(check) {
    return check.kind === 'tcp' || check.kind === 'tls';
}
function isDatabase(check) {
    return check.kind === 'postgres' || check.kind === 'redis';
}
function isHostCheck(check) {
    return ['docker', 'compose', 'command', 'logs', 'disk', 'memory'].includes(check.kind);
}
/** Where a check points to, for people: without credentials. */
function targetOf(check) {
    if (isPort(check))
        return `${check.host.includes(':') ? `[${check.host}]` : check.host}:${check.port}`;
    if (isHostCheck(check))
        return hostTargetOf(check);
    const shown = (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .maskUrl */ .yP)(shownUrl(check)).replace(/\?$/, '');
    return check.kind === 'http' ? shown : shown.replace(/\?.*$/, '');
}
/** A check's URL of which everything else may be shown: a database's user alone is no credential, a token over HTTP is. */
function shownUrl(check) {
    const url = new URL(check.url);
    if (isDatabase(check) && url.password === '')
        url.username = '';
    return url;
}
function hostTargetOf(check) {
    switch (check.kind) {
        case 'docker':
            return check.container;
        case 'compose':
            return `${check.project}/${check.service}`;
        case 'command':
            return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatCommand */ .fE)({ file: check.argv[0] ?? '', args: check.argv.slice(1) });
        case 'logs':
            return `${check.container} without ${check.deny}`;
        case 'disk':
            return `${check.path} at most ${check.usedMax} % used`;
        case 'memory':
            return `at most ${check.usedMax} % used`;
    }
}


/***/ }),

/***/ 6495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ parseConditions),
/* harmony export */   f: () => (/* binding */ findCondition)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2498);
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3975);


const OPERATORS = ['==', '!=', '<=', '>=', '<', '>', 'contains', 'matches', 'one-of', 'exists'];
const STEP = String.raw `\.\*|\[\*\]|\.[\w$-]+|\[-?\d+\]|\['(?:[^'\\]|\\.)*'\]|\["(?:[^"\\]|\\.)*"\]`;
const LINE = new RegExp(String.raw `^(\$(?:${STEP})*)(?=[\s=!<>])\s*(${OPERATORS.join('|')})(?![\w-])\s*(.*)$`);
const EXAMPLE = '$.status == "ready"';
/**
 * Parses one condition a line: `$.path == "word"`, with `== != < <= > >= contains matches one-of exists`.
 * @throws RangeError naming the line and the corrected form.
 */
function parseConditions(text) {
    return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .splitLines */ .uz)(text).map(parseCondition);
}
function parseCondition(text) {
    const [, path, word, rest = ''] = LINE.exec(text) ?? [];
    const operator = OPERATORS.find((one) => one === word);
    if (path === undefined || operator === undefined) {
        const known = OPERATORS.join(' ');
        throw new RangeError(`has the line ${text}, which is no condition; write for example ${EXAMPLE} (with ${known})`);
    }
    const value = parseOperand(operator, rest);
    if (value === undefined) {
        throw new RangeError(`has the line ${text}, ${wanted(operator)}; write for example ${corrected(path, word, rest)}`);
    }
    return { text, path: (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonPath */ .Hf)(path), operator, value };
}
/** What stands behind an operator, or undefined where it does not fit. */
function parseOperand(operator, rest) {
    if (operator === 'exists')
        return rest === '' ? null : undefined;
    if (operator === 'matches')
        return patternOf(rest.startsWith('/') ? unslashed(rest) : parseJson(rest));
    if (operator === 'one-of') {
        const list = parseJson(rest.startsWith('[') ? rest : `[${rest}]`);
        return Array.isArray(list) && list.length > 0 ? list : undefined;
    }
    const value = parseJson(rest);
    return /[<>]/.test(operator) && typeof value !== 'number' ? undefined : value;
}
function wanted(operator) {
    if (operator === 'exists')
        return 'and nothing stands behind exists';
    if (operator === 'matches')
        return 'and matches wants a regular expression';
    if (operator === 'one-of')
        return 'and one-of wants JSON values';
    return /[<>]/.test(operator) ? `and ${operator} wants a number` : `and ${operator} wants a JSON value`;
}
function corrected(path, operator, rest) {
    const word = rest.replace(/^'(.*)'$/, '$1') || 'ready';
    if (operator === 'exists')
        return `${path} exists`;
    if (operator === 'matches')
        return `${path} matches "^1\\\\.2"`;
    if (operator === 'one-of')
        return `${path} one-of ["failed", "error"]`;
    return /[<>]/.test(operator ?? '') ? `${path} ${operator} 10` : `${path} ${operator} ${JSON.stringify(word)}`;
}
/** Whether a condition holds for an answer. Where nothing stands at the path, no condition holds, `!=` neither. */
function findCondition(condition, body, quantity) {
    const read = (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .readJsonPath */ .Ad)(body, condition.path);
    const several = condition.path.some((step) => typeof step === 'symbol');
    const places = several ? read : [read].filter((value) => value !== undefined);
    if (quantity === 'any') {
        const found = places.find((value) => test(condition, value));
        return { condition, holds: found !== undefined, found };
    }
    const against = places.find((value) => !test(condition, value));
    return { condition, holds: places.length > 0 && against === undefined, found: against };
}
function test({ operator, value }, found) {
    switch (operator) {
        case 'exists':
            return true;
        case '==':
            return isSame(found, value);
        case '!=':
            return !isSame(found, value);
        case 'contains':
            if (typeof found === 'string')
                return typeof value === 'string' && found.includes(value);
            return Array.isArray(found) && found.some((each) => isSame(each, value));
        case 'matches':
            return ((typeof found === 'string' || typeof found === 'number') &&
                (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .testPattern */ .r$)(new RegExp(String(value)), String(found)));
        case 'one-of':
            return value.some((each) => isSame(found, each));
        default:
            return typeof found === 'number' && compare(operator, found, value);
    }
}
function compare(operator, a, b) {
    if (operator === '<')
        return a < b;
    if (operator === '<=')
        return a <= b;
    return operator === '>' ? a > b : a >= b;
}
/** Equal as JSON; the order of keys counts for nothing. */
function isSame(a, b) {
    if (a === b)
        return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
        return false;
    if (Array.isArray(a) !== Array.isArray(b))
        return false;
    const [left, right] = [Object.entries(a), Object.entries(b)];
    return (left.length === right.length &&
        left.every(([key, value]) => Object.hasOwn(b, key) && isSame(value, Reflect.get(b, key))));
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The pattern in `/…/` or `/…/i`. */
function unslashed(text) {
    const [, pattern, insensitive] = /^\/(.+)\/(i?)$/.exec(text) ?? [];
    return insensitive ? `(?i:${pattern})` : pattern;
}
function patternOf(text) {
    if (typeof text !== 'string')
        return undefined;
    try {
        new RegExp(text);
        return text;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ httpEvidence),
/* harmony export */   H8: () => (/* binding */ connectionLine),
/* harmony export */   U$: () => (/* binding */ connectionEvidence)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2498);
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3975);


const SHOWN_BODY = 300;
/** Secrets are looked for in so much of it, for they are longer than what is shown. */
const READ_BODY = 16_384;
/** What a person needs to see of a request: phases, addresses, certificate, the body's beginning, how to repeat it. */
function httpEvidence(check, result) {
    const { url, headers, requestTimeoutMs } = check;
    const curl = (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .curlLine */ .R8)({ url, headers, timeoutMs: requestTimeoutMs });
    const body = result.response === undefined ? [] : [`body: ${beginning(result.response)}`];
    return [...connectionEvidence(result), ...body, `repeat: ${curl}`];
}
function connectionEvidence(trace) {
    const times = Object.entries(trace.phases).map(([phase, ms]) => `${phase} ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)}`);
    const tried = trace.attempts.map(({ address, error }) => `${address} ${error ?? 'connected'}`);
    const certificate = trace.tls?.certificate;
    return [
        ...(times.length > 0 ? [`phases: ${times.join(' · ')}`] : []),
        ...(tried.length > 0 ? [`addresses: ${tried.join(', ')}`] : []),
        ...(certificate ? [`certificate: ${certificateLine(certificate)}, ${trace.tls?.protocol}`] : []),
    ];
}
/** One line of the same for an answer that was good: address, phases, certificate. */
function connectionLine({ phases, address, tls }) {
    const certificate = tls?.certificate;
    return [
        ...(address === undefined ? [] : [address]),
        ...Object.entries(phases).map(([phase, ms]) => `${phase} ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)}`),
        ...(certificate ? [`certificate ${certificate.subject} for ${certificate.daysLeft} days`] : []),
    ].join(' · ');
}
function certificateLine({ subject, issuer, names, daysLeft }) {
    return `${subject}, issuer ${issuer}, for ${names.join(' ') || 'no name'}, ${daysLeft} days left`;
}
function beginning({ body, size, undecoded }) {
    if (undecoded !== undefined)
        return `(${size} bytes of ${undecoded})`;
    const text = body
        .subarray(0, READ_BODY)
        .toString('utf8')
        .replace(/[\x00-\x1f\x7f]+/g, ' ')
        .trim();
    return text === '' ? '(empty)' : `${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .excerpt */ .Kb)(text, SHOWN_BODY)}${size > SHOWN_BODY ? ` (${size} bytes)` : ''}`;
}


/***/ }),

/***/ 3299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ runGate)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(2498);
// EXTERNAL MODULE: ./actions/health-gate/src/gate.js
var gate = __nccwpck_require__(6826);
// EXTERNAL MODULE: ./actions/health-gate/src/check.js
var src_check = __nccwpck_require__(4833);
// EXTERNAL MODULE: ./node_modules/@suite/ssh/src/index.js + 15 modules
var ssh_src = __nccwpck_require__(5257);
;// CONCATENATED MODULE: ./actions/health-gate/src/host-script.js

/** How much of a log a `logs` check looks at: a deny line of last week is no reason to refuse a deploy of today. */
const LOG_WINDOW = '--since 300s --tail 2000';
/** Lines that a failure quotes. */
const QUOTED_LINES = 30;
const FORMAT = '{"name":{{json .Name}},"state":{{json .State}},"restarts":{{json .RestartCount}}}';
/** The POSIX sh script that a check runs on its host, or on the runner. `timeoutMs` ends a command there. */
function formatScript(check, timeoutMs) {
    switch (check.kind) {
        case 'docker':
            return `docker inspect --type container --format ${(0,ssh_src/* shellQuote */.ZL)(FORMAT)} -- ${(0,ssh_src/* shellQuote */.ZL)(check.container)}\n`;
        case 'compose':
            return `${containersOf(check)}[ -z "$ids" ] || docker inspect --type container --format ${(0,ssh_src/* shellQuote */.ZL)(FORMAT)} $ids\n`;
        case 'command':
            return formatCommandScript(check.argv, timeoutMs);
        case 'logs':
            return `exec docker logs ${LOG_WINDOW} -- ${(0,ssh_src/* shellQuote */.ZL)(check.container)} 2>&1\n`;
        case 'disk':
            return `export LC_ALL=C\ndf -Pk -- ${(0,ssh_src/* shellQuote */.ZL)(check.path)} || exit\ndf -Pi -- ${(0,ssh_src/* shellQuote */.ZL)(check.path)} 2>/dev/null || :\n`;
        case 'memory':
            return 'cat /proc/meminfo\n';
    }
}
/** The script that quotes the log of what failed, or undefined where a check has none. */
function formatLogScript(check) {
    if (check.kind === 'docker' || check.kind === 'logs')
        return quoteScript(check.container);
    if (check.kind !== 'compose')
        return undefined;
    return `${containersOf(check)}for id in $ids; do docker logs --tail ${QUOTED_LINES} "$id" 2>&1; done\n`;
}
/** The script of one line of the input `logs`: one word is a container, several are a command. */
function quoteScript(line) {
    if (/\s/.test(line))
        return `{ ${line}\n} 2>&1 | tail -n ${QUOTED_LINES}\n`;
    return `exec docker logs --tail ${QUOTED_LINES} -- ${(0,ssh_src/* shellQuote */.ZL)(line)} 2>&1\n`;
}
function containersOf({ project, service }) {
    const labels = [`project=${project}`, `service=${service}`, 'oneoff=False'];
    const filters = labels.map((label) => `--filter ${(0,ssh_src/* shellQuote */.ZL)(`label=com.docker.compose.${label}`)}`);
    return `ids=$(docker ps -aq ${filters.join(' ')}) || exit\n`;
}
/** Killing ssh does not kill what it started, so the command's end is kept on the host itself where that is possible. */
function formatCommandScript(argv, timeoutMs) {
    const command = (0,ssh_src/* shellJoin */.nZ)(argv);
    const seconds = Math.max(1, Math.ceil(timeoutMs / 1_000));
    return `command -v timeout >/dev/null 2>&1 && exec timeout ${seconds} ${command}\nexec ${command}\n`;
}

;// CONCATENATED MODULE: ./actions/health-gate/src/quote-logs.js


/** Time in which a log is fetched, in milliseconds. */
const QUOTE_MS = 5_000;
/** Fetches the logs of the input `logs` and of the containers that failed. */
function fetchQuotes(plan, lastBad, limits) {
    const bad = lastBad?.samples.filter((sample) => sample.class === 'fail').map((sample) => sample.check) ?? [];
    const failed = plan.checks.filter(src_check/* isHostCheck */.DX).filter(({ name }) => bad.includes(name));
    const wanted = new Map(plan.logs.map((line) => [line, quoteScript(line)]));
    for (const check of failed) {
        const script = formatLogScript(check);
        if (script !== undefined && ![...wanted.values()].includes(script))
            wanted.set(check.name, script);
    }
    return Promise.all([...wanted].map(([name, script]) => quote(`last lines of ${name}`, script, limits)));
}
/** What cannot be fetched must not hide why the gate said no. */
async function quote(title, script, { ports, limitMs }) {
    try {
        const { result, failure } = await ports.probes.script(script, limitMs);
        const text = result?.stdout.trim() || result?.stderr.trim() || failure || '(empty)';
        return { title, text, failed: result === undefined };
    }
    catch (error) {
        return { title, text: error instanceof Error ? error.message : String(error), failed: true };
    }
}

;// CONCATENATED MODULE: ./actions/health-gate/src/last-words.js


/** What a quote may take where the deadline has come. */
const LATE_MS = 200;
/** What one round may at least leave for the control. */
const SPARE_MS = 1_000;
/** Begins, beside a round that may be the last, what its end will need. */
function foresee(words, state) {
    const { plan, ports, now, lastBad } = words;
    const leftMs = plan.rules.deadlineMs - now();
    if (state.phase === 'baking' || leftMs > lastRoundsMs(plan, state.samples))
        return;
    if (state.reached === 0)
        words.control ??= askControl(words);
    if (lastBad)
        words.quotes ??= fetchQuotes(plan, lastBad, { ports, limitMs: Math.min(QUOTE_MS, leftMs) });
}
/** One round is over before its requests' time or the interval is, whichever is longer. */
function lastRoundsMs({ checks, rules: { intervalMs } }, samples) {
    const requestMs = Math.max(...checks.map(({ requestTimeoutMs }) => requestTimeoutMs));
    return samples > 0 ? requestMs + intervalMs + gate/* CONTROL_MS */.BP : Math.max(requestMs, intervalMs) + SPARE_MS;
}
function askControl({ plan, ports, now }) {
    const timeoutMs = Math.max(1, Math.min(gate/* CONTROL_MS */.BP, plan.rules.deadlineMs - now()));
    return ports.probes.reaches(plan.control, { timeoutMs, signal: ports.signal });
}
/** Where nobody was ever reached, asks whether this runner reaches anybody. */
async function withControl(words, state) {
    if (state.phase === 'cancelled' || (0,gate/* settle */.G9)(state, false) === state)
        return { state, control: undefined };
    const control = await (words.control ?? askControl(words));
    return words.ports.signal.aborted ? { state, control: undefined } : { state: (0,gate/* settle */.G9)(state, control), control };
}
/** The logs of what failed, as far as the deadline leaves time; what was read some seconds before is better than none. */
async function lastQuotes({ plan, ports, now, lastBad, quotes }, state) {
    if (state.phase === 'passed' || state.phase === 'cancelled')
        return [];
    const leftMs = state.healthyMs === undefined ? plan.rules.deadlineMs - now() : QUOTE_MS;
    const limitMs = Math.max(LATE_MS, Math.min(QUOTE_MS, leftMs));
    const fresh = await fetchQuotes(plan, lastBad, { ports, limitMs });
    const earlier = quotes === undefined ? [] : await Promise.race([quotes, Promise.resolve([])]);
    return fresh.map((quote) => (quote.failed ? (earlier.find(({ title }) => title === quote.title) ?? quote) : quote));
}

// EXTERNAL MODULE: ./actions/health-gate/src/moment.js
var src_moment = __nccwpck_require__(7613);
;// CONCATENATED MODULE: ./actions/health-gate/src/replay.js



/** Judges one round, live or saved: what comes after the deadline only ends the gate. */
function judgeRound(rules, state, moment) {
    const { deadlineMs } = rules;
    const late = state.phase !== 'baking' && moment.atMs >= deadlineMs;
    const judged = late && (0,src_moment/* isGood */.K)(moment) ? state : judgeFor(rules)(state, moment, moment.atMs);
    return late ? (0,gate/* afterDeadline */.tm)(judged, state, (0,src/* formatDuration */.a3)(deadlineMs)) : judged;
}
function judgeFor(rules) {
    return rules.mode === 'snapshot' ? (0,gate/* snapshotBy */.I7)(rules) : (0,gate/* judgeBy */.FU)(rules);
}
/** How a saved timeline is judged by these rules. */
function replayTimeline(rules, { timeline, durationMs, control }) {
    const last = timeline.reduce((state, moment) => ((0,gate/* isOver */.PU)(state) ? state : judgeRound(rules, state, moment)), gate/* INITIAL */.DI);
    if ((0,gate/* isOver */.PU)(last))
        return (0,gate/* settle */.G9)(last, control ?? true);
    if (last.phase !== 'baking' && durationMs >= rules.deadlineMs) {
        return (0,gate/* settle */.G9)((0,gate/* afterDeadline */.tm)(last, last, (0,src/* formatDuration */.a3)(rules.deadlineMs)), control ?? true);
    }
    const reason = `the saved timeline ends after ${(0,src/* formatDuration */.a3)(durationMs)}, before these rules decide; at last: ${last.reason}`;
    return { ...last, phase: 'inconclusive', reason };
}

// EXTERNAL MODULE: ./actions/health-gate/src/figures.js
var figures = __nccwpck_require__(8160);
// EXTERNAL MODULE: ./actions/health-gate/src/plan.js
var src_plan = __nccwpck_require__(7390);
;// CONCATENATED MODULE: ./actions/health-gate/src/report-file.js




/** What the report tells: everything that was seen, as JSON, without credentials. */
function formatReport(plan, { state, history, endMs, control }) {
    const { checks, expectVersion } = plan;
    const { timeline, last } = history;
    const report = {
        schema: 1,
        mode: plan.rules.mode,
        result: state.phase,
        reason: state.reason,
        shouldRollback: (0,src_plan/* rollsBack */.cL)(plan, state),
        unhealthyBefore: (0,src_plan/* unhealthyBefore */.cF)(plan),
        control,
        expectVersion,
        timeToHealthyMs: state.healthyMs,
        durationMs: Math.round(endMs),
        figures: (0,figures/* figuresOf */.h5)(timeline, endMs),
        checks: checks.map((check) => ({
            kind: check.kind,
            target: (0,src_check/* targetOf */.$r)(check),
            ...(last?.samples.find((sample) => sample.check === check.name) ?? { check: check.name, class: 'not-run' }),
        })),
        timeline: timeline.map(({ atMs, class: seen, cause, blameless, message, latencyMs, reached }) => ({
            atMs: Math.round(atMs),
            class: seen,
            cause,
            blameless,
            message,
            latencyMs: Math.round(latencyMs),
            reached,
        })),
    };
    // Before it is JSON: what stands for a secret must not break it.
    return `${JSON.stringify(report, (_, value) => (typeof value === 'string' ? (0,src/* redact */.E$)(value) : value), 2)}\n`;
}

// EXTERNAL MODULE: ./actions/health-gate/src/sample.js
var sample = __nccwpck_require__(7155);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/index.js + 7 modules
var http_src = __nccwpck_require__(3975);
;// CONCATENATED MODULE: ./actions/health-gate/src/converge.js



/**
 * Joins the samples of one check at each of its addresses: the worst wins, and who differs is named. Where one of them
 * tells a version all must tell the same.
 */
function converge(byAddress) {
    const [first, ...others] = byAddress;
    if (first === undefined)
        throw new RangeError('a check without addresses has no sample');
    if (others.length === 0)
        return first[1];
    const samples = byAddress.map(([, sample]) => sample);
    const worst = samples.map((sample) => sample.class).reduce(sample/* worseClass */.FY);
    const deciding = samples.filter((sample) => sample.class === worst);
    const good = byAddress.filter(([, sample]) => (0,src_moment/* isGood */.K)(sample));
    const version = commonest(good);
    const behind = version === undefined ? [] : good.filter(([, sample]) => !isOn(sample, version));
    const on = version === undefined ? 'good' : `on ${version}`;
    const rest = byAddress.filter((entry) => !good.includes(entry) || behind.includes(entry)).map(describe);
    const cause = (0,sample/* commonCause */.JJ)(deciding);
    const mixed = (0,src_moment/* isGood */.K)({ class: worst }) && behind.length > 0;
    return {
        ...(deciding[0] ?? first[1]),
        ...(cause === undefined ? {} : { cause }),
        ...(mixed ? { class: 'fail', cause: 'wrong-version' } : {}),
        message: [`${good.length - behind.length} of ${samples.length} ${on}`, ...rest].join(', '),
        blameless: !mixed && ((0,sample/* areBlameless */.$x)(samples.filter((sample) => !(0,src_moment/* isGood */.K)(sample))) ?? false),
        reached: samples.some((sample) => sample.reached),
        latencyMs: Math.max(...samples.map((sample) => sample.latencyMs)),
        notes: [...new Set(samples.flatMap((sample) => sample.notes))],
        failing: [...new Set(samples.flatMap((sample) => sample.failing))],
    };
}
/** The version that most of them tell. */
function commonest(placed) {
    const told = placed.flatMap(([, { version }]) => (version === undefined ? [] : [version]));
    const times = (version) => told.filter((other) => (0,http_src/* sameVersion */.r1)(version, other)).length;
    return told.toSorted((a, b) => times(b) - times(a))[0];
}
function isOn({ version }, wanted) {
    return version !== undefined && (0,http_src/* sameVersion */.r1)(version, wanted);
}
function describe([address, sample]) {
    if (sample.cause === 'wrong-version' && sample.version !== undefined)
        return `${address} still on ${sample.version}`;
    if (!(0,src_moment/* isGood */.K)(sample))
        return `${address} ${sample.message}`;
    return sample.version === undefined ? `${address} tells no version` : `${address} on ${sample.version}`;
}

// EXTERNAL MODULE: ./actions/health-gate/src/judge-connection.js
var judge_connection = __nccwpck_require__(3523);
;// CONCATENATED MODULE: ./actions/health-gate/src/container.js

/** Reads the lines that `docker inspect` printed, one container each. */
function readContainers(text) {
    const lines = text.split('\n').filter((line) => line.startsWith('{'));
    return lines.map((line) => readContainer(JSON.parse(line)));
}
function readContainer({ name = '', restarts = 0, state = {} }) {
    const health = state.Health ?? state.Healthcheck ?? undefined;
    const log = (health?.Log ?? []).slice(-3);
    return {
        name: name.replace(/^\//, ''),
        status: state.Status ?? 'unknown',
        exitCode: state.ExitCode ?? 0,
        outOfMemory: state.OOMKilled ?? false,
        restarts,
        health: health?.Status && health.Status !== 'none' ? health.Status : undefined,
        healthLog: log.map(({ ExitCode = 0, Output = '' }) => `exit ${ExitCode}: ${(0,src/* excerpt */.Kb)(Output.trim(), 500)}`),
    };
}
/** Judges one container: it must run, and be healthy where it has a health check. */
function judgeContainer(container) {
    const { status, exitCode, outOfMemory, restarts, health, healthLog } = container;
    const ended = `code ${exitCode}${outOfMemory ? ', killed for want of memory' : ''}`;
    if (status === 'exited' || status === 'dead')
        return { word: 'exited', says: `${status} with ${ended}` };
    if (status === 'created')
        return { word: 'starting', says: 'created, not started yet' };
    if (status === 'restarting')
        return { word: 'unwell', says: `restarts again and again (${restarts} times), last ${ended}` };
    if (status !== 'running')
        return { word: 'unwell', says: status };
    if (health === 'starting')
        return { word: 'starting', says: 'running, its health check is starting' };
    if (health === 'unhealthy')
        return { word: 'unwell', says: `unhealthy: ${healthLog.at(-1) ?? 'its health check says no'}` };
    return { word: 'well', says: health === undefined ? 'running' : 'running and healthy' };
}

;// CONCATENATED MODULE: ./actions/health-gate/src/judge-container.js

/** Judges the containers of a check: the worst of them counts, and `container-exited` only where none of them runs. */
function judgeContainers(check, containers) {
    const what = check.kind === 'docker' ? `container ${check.container}` : `service ${check.service} of ${check.project}`;
    if (containers.length === 0)
        return { class: 'fail', cause: 'no-container', message: `${what} has no container` };
    const verdicts = containers.map((container) => [container, judgeContainer(container)]);
    const bad = verdicts.filter(([, { word }]) => word !== 'well');
    const count = containers.length;
    const evidence = containers.flatMap(({ name, healthLog }) => healthLog.map((line) => `${name} health check: ${line}`));
    if (bad.length > 0) {
        const says = bad.map(([{ name }, verdict]) => (count === 1 ? verdict.says : `${name} ${verdict.says}`)).join('; ');
        const message = count === 1 ? says : `${count - bad.length} of ${count} are well, ${says}`;
        return {
            class: 'fail',
            cause: causeOf(bad.map(([, verdict]) => verdict), count),
            message,
            evidence,
        };
    }
    const blind = containers.some(({ health }) => health === undefined);
    const notes = blind ? [`${what} has no health check: running is all that is known of it`] : [];
    const first = verdicts[0]?.[1].says ?? '';
    return { class: 'pass', message: count === 1 ? first : `${count} containers are well`, notes, evidence };
}
function causeOf(bad, count) {
    if (bad.length === count && bad.every(({ word }) => word === 'exited'))
        return 'container-exited';
    return bad.every(({ word }) => word === 'starting') ? 'starting' : 'unhealthy';
}

;// CONCATENATED MODULE: ./actions/health-gate/src/judge-host.js




/** Judges what a script on a host, or on the runner, said. */
function judgeHost(check, { totalMs, reached, result, failure }) {
    if (result === undefined) {
        const message = failure ?? 'no answer';
        return (0,sample/* sampleOf */.uV)(check, { class: 'error', cause: 'network', reached, message, latencyMs: totalMs });
    }
    const judged = check.kind === 'command' ? judgeCommand(result) : judgeAnswer(check, result);
    const late = check.maxLatencyMs !== undefined && totalMs > check.maxLatencyMs && judged.class === 'pass';
    if (!late)
        return (0,sample/* sampleOf */.uV)(check, { latencyMs: totalMs, ...judged });
    const message = `${judged.message} after ${Math.round(totalMs)} ms, max-latency is ${check.maxLatencyMs} ms`;
    return (0,sample/* sampleOf */.uV)(check, { latencyMs: totalMs, class: 'fail', cause: 'too-slow', message });
}
function judgeCommand({ code, signal, stdout, stderr }) {
    const evidence = [stdout, stderr].flatMap((text) => text.trim().split('\n').slice(-10)).filter(Boolean);
    // What timeout(1) exits with.
    if (code === 124)
        return { class: 'error', cause: 'network', reached: true, message: 'the command did not end in time', evidence };
    const said = lastLine(code === 0 ? stdout : stderr.trim() || stdout);
    if (code === 0)
        return { class: 'pass', message: said || 'exit 0', evidence };
    const how = code === null ? `ended by ${signal}` : `exit ${code}`;
    const cause = isMissingTool(code, said) ? 'no-tool' : 'refused';
    return { class: 'fail', cause, message: `${how}${said ? `: ${said}` : ''}`, evidence };
}
function judgeAnswer(check, result) {
    if (result.code !== 0)
        return judgeRefusal(check, result);
    switch (check.kind) {
        case 'docker':
        case 'compose':
            return judgeContainers(check, readContainers(result.stdout));
        case 'logs':
            return judgeLog(new RegExp(check.deny), result.stdout);
        case 'disk':
            return judgeDisk(check.usedMax, result.stdout);
        case 'memory':
            return judgeMemory(check.usedMax, result.stdout);
    }
}
function judgeRefusal({ kind }, { code, stdout, stderr }) {
    const said = lastLine(stderr.trim() || stdout);
    if (/No such (container|object)/i.test(said))
        return { class: 'fail', cause: 'no-container', message: 'there is no such container' };
    if (/permission denied/i.test(said))
        return { class: 'fail', cause: 'auth-refused', message: said };
    if (/Cannot connect to the Docker daemon/i.test(said))
        return { class: 'error', cause: 'no-engine', reached: false, message: said };
    const cause = isMissingTool(code, said) ? 'no-tool' : 'refused';
    return { class: 'fail', cause, message: `${kind}: exit ${code}${said ? `: ${said}` : ''}` };
}
/** A shell's word for it; `docker exec` exits alike for what its container lacks. */
function isMissingTool(code, said) {
    return code === 127 && !said.startsWith('OCI runtime');
}
function judgeLog(deny, text) {
    const lines = text.split('\n').filter(Boolean);
    const denied = lines.filter((line) => (0,src/* testPattern */.r$)(deny, line));
    const evidence = lines.slice(-10);
    if (denied.length === 0)
        return { class: 'pass', message: `${lines.length} lines, none denied`, evidence };
    const more = denied.length > 1 ? ` (and ${denied.length - 1} more)` : '';
    const message = `its log says ${JSON.stringify((0,src/* excerpt */.Kb)(denied.at(-1) ?? '', 200))}${more}`;
    return { class: 'fail', cause: 'unhealthy', message, evidence: denied.slice(-10) };
}
function judgeDisk(usedMax, text) {
    // POSIX: the fifth column is the share that is used, `-` where a file system counts no inodes.
    const [space, inodes] = text
        .split('\n')
        .map((line) => /\s(\d+)%\s+\//.exec(line)?.[1])
        .filter((share) => share !== undefined)
        .map(Number);
    if (space === undefined)
        return { class: 'fail', cause: 'refused', message: 'df tells no share that is used' };
    const shown = `${space} % of its space${inodes === undefined ? '' : `, ${inodes} % of its inodes`}`;
    const worst = Math.max(space, inodes ?? 0);
    if (worst <= usedMax)
        return { class: 'pass', message: `${shown} used` };
    return { class: 'fail', cause: 'unhealthy', message: `${shown} used, ${usedMax} % allowed` };
}
function judgeMemory(usedMax, text) {
    const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]);
    const used = Math.round(100 * (1 - kilobytes('MemAvailable') / kilobytes('MemTotal')));
    if (Number.isNaN(used))
        return { class: 'fail', cause: 'refused', message: '/proc/meminfo tells no available memory' };
    if (used <= usedMax)
        return { class: 'pass', message: `${used} % of memory used` };
    return { class: 'fail', cause: 'unhealthy', message: `${used} % of memory used, ${usedMax} % allowed` };
}
function lastLine(text) {
    return (0,src/* excerpt */.Kb)(text.trim().split('\n').at(-1)?.trim() ?? '', 300);
}

// EXTERNAL MODULE: ./actions/health-gate/src/words.js
var words = __nccwpck_require__(1432);
;// CONCATENATED MODULE: ./actions/health-gate/src/components.js



/** Where the dialects keep their components: seed and health+json, Spring, Terminus, ASP.NET, home-made. */
const PLACES = ['checks', 'components', 'details', 'entries', 'dependencies', 'services'];
const STATES = ['status', 'state', 'health', 'healthy', 'ok', 'up'];
/** ASP.NET's enum may arrive as a number. */
const ASP_NET = ['unhealthy', 'degraded', 'healthy'];
const DEEPEST = 6;
const LONGEST_WORD = 60;
const START = { asp: false, figures: false, depth: 0 };
/** Reads the health out of a parsed answer. `path` is `auto` or the JSON path of the components. */
function readHealth(body, path) {
    const top = isObject(body) ? stateOf(body, START) : undefined;
    if (path !== 'auto') {
        const value = (0,http_src/* readJsonPath */.Ad)(body, (0,http_src/* parseJsonPath */.Hf)(path));
        return { top, components: value === undefined ? [] : merged(children('', value, START)) };
    }
    if (typeof body === 'string' || typeof body === 'boolean')
        return { top: leaf('status', body), components: [] };
    // A list of other things is no list of components.
    if (Array.isArray(body))
        return { top, components: body.some(tells) ? merged(children('', body, START)) : [] };
    return { top, components: isObject(body) ? merged([...partsOf('', body, START), ...flatParts(body)]) : [] };
}
/** The parts in all the places of an object, and in states that hold parts. */
function partsOf(prefix, value, reading) {
    return Object.entries(value).flatMap(([key, inner]) => {
        const name = key.toLowerCase();
        const holdsParts = STATES.includes(name) && isObject(inner) && states(inner, reading).length === 0;
        if (typeof inner !== 'object' || inner === null || !(PLACES.includes(name) || holdsParts))
            return [];
        const figures = name === 'details' && prefix !== '';
        const below = { asp: reading.asp || name === 'entries', figures, depth: reading.depth + 1 };
        return children(prefix, inner, below);
    });
}
/** `{status: "ok", db: "down"}`: words that tell a health, beside the state. */
function flatParts(body) {
    return Object.entries(body).flatMap(([name, value]) => {
        if (typeof value !== 'string' || [...STATES, ...PLACES].includes(name.toLowerCase()))
            return [];
        const part = leaf(name, value);
        return part.level === 'unknown' || part.level === 'starting' ? [] : [part];
    });
}
function children(prefix, value, reading) {
    if (reading.depth > DEEPEST)
        return [];
    if (!isObject(value) && !Array.isArray(value))
        return [leaf(prefix.replace(/\.$/, '') || 'components', value)];
    const named = Array.isArray(value)
        ? value.map((entry, index) => [nameOf(entry) ?? String(index), entry])
        : Object.entries(value);
    const parts = reading.figures ? named.filter(([, entry]) => tells(entry)) : named;
    return parts.flatMap(([name, entry]) => component(`${prefix}${name}`, entry, reading));
}
function component(name, value, reading) {
    if (reading.depth > DEEPEST)
        return [leaf(name, value)];
    const inside = { ...reading, depth: reading.depth + 1 };
    if (Array.isArray(value))
        return [worstOf(name, value, inside)];
    if (!isObject(value))
        return [scalar(name, value, reading)];
    const own = stateOf(value, reading);
    const parts = partsOf(`${name}.`, value, inside);
    if (own === undefined && parts.length > 0)
        return parts;
    return [own === undefined ? leaf(name, undefined) : { ...own, name }, ...parts];
}
/** Several measurements of one component, as health+json writes them: the worst counts. */
function worstOf(name, values, reading) {
    const measured = values.flatMap((entry) => component(name, entry, reading));
    return worstComponent(measured) ?? { name, level: 'unknown', word: 'empty' };
}
function worstComponent(components) {
    const level = (0,words/* worst */.QZ)(components.map((one) => one.level));
    return components.find((one) => one.level === level);
}
/** The worst of all the states that an object tells of itself. */
function stateOf(value, reading) {
    return worstComponent(states(value, reading));
}
function states(value, reading) {
    if (reading.depth > DEEPEST)
        return [];
    const inside = { ...reading, depth: reading.depth + 1 };
    const found = STATES.flatMap((state) => Object.entries(value)
        .filter(([key, inner]) => key.toLowerCase() === state && inner !== null && inner !== undefined)
        .map(([, inner]) => [state, inner]));
    // Beside a state, `up: 3600` is a figure, and `none` is Docker's word for no health check.
    const words = found.filter(([, inner]) => reading.asp || (typeof inner !== 'number' && !Array.isArray(inner)));
    const told = (words.length > 0 ? words : found).flatMap(([state, inner]) => (isObject(inner) ? states(inner, inside) : [scalar(state, inner, reading)]).map((one) => ({ ...one, name: state })));
    const checked = told.filter(({ word }) => word.toLowerCase() !== 'none');
    return checked.length > 0 ? checked : told;
}
/** Whether something is a part rather than a figure: it tells a state, or is a word that tells a health. */
function tells(value) {
    if (typeof value === 'string')
        return (0,words/* levelOf */.In)(value) !== 'unknown';
    return isObject(value) && (states(value, START).length > 0 || partsOf('.', value, START).length > 0);
}
/** One component of each name: the worst. */
function merged(components) {
    const byName = new Map();
    for (const one of components) {
        const other = byName.get(one.name);
        if (other === undefined || (0,words/* isWorse */.Bx)(one.level, other.level))
            byName.set(one.name, one);
    }
    return [...byName.values()];
}
function scalar(name, value, { asp }) {
    const level = asp && typeof value === 'number' ? ASP_NET[value] : undefined;
    return level === undefined ? leaf(name, value) : { name, level, word: level };
}
function leaf(name, value) {
    if (typeof value === 'string')
        return { name, level: (0,words/* levelOf */.In)(value), word: (0,src/* excerpt */.Kb)(value, LONGEST_WORD) };
    if (typeof value === 'boolean')
        return { name, level: value ? 'healthy' : 'unhealthy', word: String(value) };
    const word = value === undefined ? 'no status' : (0,src/* excerpt */.Kb)(String(JSON.stringify(value)), LONGEST_WORD);
    return { name, level: 'unknown', word };
}
function nameOf(entry) {
    const [, name] = isObject(entry) ? (Object.entries(entry).find(([key]) => key.toLowerCase() === 'name') ?? []) : [];
    return typeof name === 'string' ? name : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./actions/health-gate/src/evidence.js
var evidence = __nccwpck_require__(6900);
// EXTERNAL MODULE: ./actions/health-gate/src/conditions.js
var conditions = __nccwpck_require__(6495);
;// CONCATENATED MODULE: ./actions/health-gate/src/judge-conditions.js


/** What a check's conditions say of an answer; undefined where it has none, or where only `fail-when` holds its peace. */
function judgeConditions({ until, failWhen }, answer) {
    if (until.length + failWhen.length === 0)
        return undefined;
    if (!answer.isJson) {
        const message = 'the answer is no JSON, and until and fail-when look into JSON';
        return { class: 'fail', cause: 'unhealthy', message };
    }
    const ended = failWhen
        .map((condition) => (0,conditions/* findCondition */.f)(condition, answer.body, 'any'))
        .find((finding) => finding.holds);
    if (ended) {
        const message = `fail-when: ${ended.condition.text} holds${tell(ended)}`;
        return { class: 'fail', cause: 'fail-condition', message };
    }
    const findings = until.map((condition) => (0,conditions/* findCondition */.f)(condition, answer.body, 'all'));
    const unmet = findings.filter((finding) => !finding.holds);
    if (unmet.length > 0) {
        const message = `not yet: ${unmet.map((finding) => `${finding.condition.text}${tell(finding)}`).join('; ')}`;
        return { class: 'fail', cause: 'waiting', message };
    }
    if (until.length === 0)
        return undefined;
    return { class: 'pass', message: until.map(({ text }) => text).join(', ') };
}
function tell({ condition, found }) {
    if (found === undefined)
        return ', but nothing stands there';
    const shown = JSON.stringify(found);
    const plain = condition.operator === '==' && JSON.stringify(condition.value) === shown;
    return plain ? '' : `, it is ${(0,src/* excerpt */.Kb)(shown, 80)}`;
}

// EXTERNAL MODULE: ./actions/health-gate/src/rules.js
var src_rules = __nccwpck_require__(6930);
;// CONCATENATED MODULE: ./actions/health-gate/src/judge-health.js


/**
 * Judges what a health answer says: the worst component wins, and the top word counts where it is worse than all of
 * them. A top word that is no worse than a component is explained by it and judged with it.
 */
function judgeHealth(health, rules, reading) {
    const { top, components } = health;
    if (reading.componentsPath !== 'auto' && components.length === 0) {
        const message = `nothing stands at components-path ${reading.componentsPath}`;
        return { class: 'fail', cause: 'unhealthy', message, failing: [] };
    }
    const missing = (0,src_rules/* missingComponents */.PW)(rules, components);
    if (missing.length > 0) {
        const there = components
            .map(({ name }) => name)
            .slice(0, 20)
            .join(', ') || 'none at all';
        const message = `the answer has no component ${missing.join(', ')}; it has ${there}`;
        const named = rules.filter(({ name }) => !missing.includes(name));
        const rest = judgeHealth(health, named, reading);
        if (rest.class !== 'fail')
            return { class: 'fail', cause: 'no-component', message, failing: missing };
        const both = `${rest.message}; ${message}`;
        return { class: 'fail', cause: 'unhealthy', message: both, failing: [...rest.failing, ...missing] };
    }
    const ownWord = top !== undefined && (0,words/* isWorse */.Bx)(top.level, (0,words/* worst */.QZ)(components.map(({ level }) => level)));
    const judged = [...components, ...(ownWord ? [top] : [])].map((component) => (0,src_rules/* judgeComponent */.Rn)(component, component === top ? [] : rules, reading));
    const failed = judged.filter(({ verdict }) => verdict === 'fail').map(({ component }) => component);
    const warned = judged.filter(({ verdict }) => verdict === 'warn').map(({ component }) => component);
    const says = (list) => list.map(({ name, word }) => `${name} ${word}`).join(', ');
    if (failed.length > 0) {
        const all = (wanted) => failed.every(({ level }) => level === wanted);
        const cause = all('starting') ? 'starting' : all('degraded') ? 'degraded' : 'unhealthy';
        return { class: 'fail', cause, message: says(failed), failing: failed.map(({ name }) => name) };
    }
    if (warned.length > 0)
        return { class: 'warn', message: says(warned), failing: [] };
    return { class: 'pass', message: top?.word ?? '', failing: [] };
}

;// CONCATENATED MODULE: ./actions/health-gate/src/judge-http.js








/** Judges an answer, or the lack of one. */
function judgeHttp(check, result, reading) {
    const base = {
        latencyMs: result.totalMs,
        connection: (0,evidence/* connectionLine */.H8)(result),
        evidence: (0,evidence/* httpEvidence */.CW)(check, result),
    };
    const { response, failure } = result;
    if (response === undefined || failure !== undefined) {
        return (0,sample/* sampleOf */.uV)(check, {
            ...base,
            class: 'error',
            cause: 'network',
            reached: result.address !== undefined,
            message: failure?.message ?? 'no answer',
        });
    }
    const body = parseBody(response);
    const words = check.until.length === 0 || check.components.length > 0;
    const health = words && body.known ? readHealth(body.value, reading.componentsPath) : { top: undefined, components: [] };
    const version = (0,http_src/* readVersion */.$4)({ headers: response.headers, body: body.value }, reading.versionSource);
    const verdict = judge_http_judgeAnswer({ check, result, response, health, version, body }, reading);
    const notes = [...(verdict.notes ?? []), ...cacheNotes(response)];
    return (0,sample/* sampleOf */.uV)(check, {
        ...base,
        ...verdict,
        notes,
        status: response.status,
        components: check.until.length > 0 && check.components.length === 0 ? [] : health.components,
        ...(version === undefined ? {} : { version }),
    });
}
function judge_http_judgeAnswer(answer, reading) {
    const { response, health, check, result } = answer;
    const bad = judgeStatus(response, result, health);
    if (bad)
        return bad;
    const judged = judgeBody(answer, reading);
    if (judged.cause === 'waiting' || judged.cause === 'fail-condition')
        return judged;
    if (judged.class === 'fail')
        return withContradiction(judged, response.status, health);
    const wrong = judgeVersion(answer);
    if (wrong)
        return wrong;
    if (check.maxLatencyMs !== undefined && result.totalMs > check.maxLatencyMs) {
        const message = `${response.status} after ${Math.round(result.totalMs)} ms, max-latency is ${check.maxLatencyMs} ms`;
        return { class: 'fail', cause: 'too-slow', message };
    }
    const told = answer.version === undefined ? '' : `, version ${answer.version}`;
    const silent = health.top === undefined && health.components.length === 0 && check.until.length === 0;
    const notes = silent ? [`${check.name} passes by status alone: its body tells no health`] : [];
    return { ...judged, message: `${response.status}${judged.message ? ` ${judged.message}` : ''}${told}`, notes };
}
/** Conditions decide alone where `until` says what good is, unless components are asked for beside them. */
function judgeBody({ check, body, health, response }, reading) {
    const unread = unreadable(response, body);
    if (unread)
        return { class: 'fail', cause: 'unhealthy', message: unread };
    const conditions = judgeConditions(check, { isJson: body.isJson, body: body.value });
    if (conditions?.class === 'fail')
        return conditions;
    if (conditions !== undefined && check.components.length === 0)
        return conditions;
    if (check.components.length > 0 && !body.known) {
        return { class: 'fail', cause: 'unhealthy', message: 'the answer is no JSON, so it tells no components' };
    }
    return judgeHealth(health, check.components, reading);
}
/** What was not read, JSON that is cut or broken or bytes that stayed encoded, must not pass for a page that says nothing. */
function unreadable({ status, headers, undecoded, cut, body: bytes }, body) {
    if (undecoded !== undefined)
        return `${status}, but its ${undecoded} encoding cannot be undone, so nobody knows what it says`;
    const type = headers.get('content-type')?.[0] ?? '';
    const claimsJson = /[/+]json\b/i.test(type) || /^\s*[[{]/.test(bytes.subarray(0, 100).toString('utf8'));
    if (!claimsJson || bytes.length === 0 || (body.known && !cut))
        return undefined;
    return cut
        ? 'the answer is too long to be read to its end, so nobody knows what it says; ask a smaller resource'
        : `${status}, but its JSON is broken, so nobody knows what it says`;
}
function judgeStatus(response, result, health) {
    const { status, statusText } = response;
    const named = `${status}${statusText ? ` ${statusText}` : ''}`;
    if (status === 401 || status === 403) {
        return {
            class: 'fail',
            cause: 'auth-refused',
            message: `${named}: the application wants credentials; give headers`,
        };
    }
    if (status >= 300 && status < 400) {
        const target = (0,http_src/* redirectTarget */.ET)(result);
        const to = target === undefined ? 'nowhere' : (0,http_src/* maskUrl */.yP)(target);
        return {
            class: 'fail',
            cause: 'redirect',
            message: `${named} redirects to ${to}; set the URL to where the answer is`,
        };
    }
    if (status >= 200 && status < 300)
        return undefined;
    const bad = health.components.filter(({ level }) => level !== 'healthy');
    const topIsWorse = health.top !== undefined && (0,words/* isWorse */.Bx)(health.top.level, (0,words/* worst */.QZ)(bad.map(({ level }) => level)));
    const own = topIsWorse ? [health.top?.word] : [];
    const says = [...own, ...bad.map(({ name, word }) => `${name} ${word}`)].join(', ');
    const why = says === '' ? health.top?.word : says;
    const starting = health.top?.level === 'starting' || (bad.length > 0 && bad.every(({ level }) => level === 'starting'));
    const verdict = {
        class: 'fail',
        cause: starting ? 'starting' : status === 404 ? 'status' : 'unhealthy',
        message: why === undefined ? `${named}${titleOf(response)}` : `${named} (${why})`,
        failing: bad.map(({ name }) => name),
    };
    return withContradiction(verdict, status, health);
}
function withContradiction(verdict, status, health) {
    const top = health.top;
    if (top === undefined)
        return verdict;
    const good = status < 300;
    const says = (good && top.level === 'unhealthy') || (!good && top.level === 'healthy');
    const worse = good && top.level === 'healthy' && verdict.class === 'fail';
    if (says)
        return { ...verdict, notes: [`contradiction: HTTP ${status}, but the body says ${top.word}`] };
    if (worse)
        return { ...verdict, notes: [`contradiction: the body says ${top.word} at its top, but ${verdict.message}`] };
    return verdict;
}
function judgeVersion({ check, version }) {
    const wanted = check.expectVersion;
    if (wanted === undefined || (version === undefined && !check.mustTellVersion))
        return undefined;
    if (version === undefined) {
        const message = `tells no version where ${wanted} is expected`;
        return { class: 'fail', cause: 'wrong-version', message };
    }
    if ((0,http_src/* sameVersion */.r1)(version, wanted))
        return undefined;
    const message = `the old build still answers: version ${version}, expected ${wanted}`;
    return { class: 'fail', cause: 'wrong-version', message };
}
function parseBody(response) {
    const text = response.body.toString('utf8').trim();
    try {
        return { isJson: true, known: true, value: JSON.parse(text) };
    }
    catch {
        const known = text.length <= 30 && (0,words/* levelOf */.In)(text) !== 'unknown';
        return known ? { isJson: false, known, value: text } : { isJson: false, known };
    }
}
function cacheNotes({ headers }) {
    const age = Number(headers.get('age')?.[0] ?? 0);
    const hit = headers.get('x-cache')?.[0] ?? headers.get('cf-cache-status')?.[0] ?? '';
    const cached = age > 0 ? `Age: ${age}` : /hit/i.test(hit) ? hit : undefined;
    return cached === undefined ? [] : [`the answer came from a cache (${cached}), not from the application`];
}
function titleOf({ body }) {
    const title = /<title>([^<]+)/i.exec(body.toString('utf8'))?.[1];
    return title === undefined ? '' : ` (HTML page "${(0,src/* excerpt */.Kb)(title.trim(), 80)}")`;
}

;// CONCATENATED MODULE: ./actions/health-gate/src/take-sample.js








/** Runs one check once, within its request-timeout and `leftMs`, whichever ends first. */
async function takeSample(check, { plan, leftMs }, ports) {
    const started = ports.clock.monotonic();
    const timeoutMs = Math.max(1, Math.ceil(Math.min(check.requestTimeoutMs, leftMs)));
    const limits = { timeoutMs, signal: ports.signal, ca: plan.ca };
    const probe = probing(check, plan, ports.probes);
    const addresses = await addressesOf(check, plan, { ports, limits });
    if (addresses === undefined)
        return probe(limits);
    if (addresses.length === 0) {
        const message = `the name of ${(0,src_check/* targetOf */.$r)(check)} has no address`;
        return (0,sample/* sampleOf */.uV)(check, { class: 'error', cause: 'network', message });
    }
    // The look-up has taken its share.
    const rest = { ...limits, timeoutMs: Math.max(1, Math.ceil(timeoutMs - (ports.clock.monotonic() - started))) };
    const each = addresses.map(async (address) => [address, await probe({ ...rest, address })]);
    return converge(await Promise.all(each));
}
/** The addresses to probe one by one, or undefined where any will do. */
async function addressesOf(check, { addresses }, { ports, limits }) {
    if (addresses.kind === 'auto' || (0,src_check/* isHostCheck */.DX)(check))
        return undefined;
    if (addresses.kind === 'list')
        return addresses.list;
    return ports.probes.addressesOf((0,src_check/* isPort */.sW)(check) ? check.host : (0,http_src/* hostOf */.w4)(check.url), limits);
}
function probing(check, { reading }, probes) {
    if ((0,src_check/* isDatabase */.uU)(check))
        return async (limits) => (0,judge_connection/* judgeDatabase */.nn)(check, await probes.database(check, limits));
    if ((0,src_check/* isHostCheck */.DX)(check)) {
        return async ({ timeoutMs }) => judgeHost(check, await probes.script(formatScript(check, timeoutMs), timeoutMs));
    }
    if ((0,src_check/* isPort */.sW)(check))
        return async (limits) => (0,judge_connection/* judgePort */.$u)(check, await probes.port(check, limits));
    return async (limits) => judgeHttp(check, await probes.http(check, limits), reading);
}

// EXTERNAL MODULE: ./actions/health-gate/src/timeline.js
var src_timeline = __nccwpck_require__(4030);
;// CONCATENATED MODULE: ./actions/health-gate/src/execute.js









/** A bake may take hours: every so many rounds what the probes left is given back. */
const TIDY_ROUNDS = 4;
/** Judges a saved timeline again where the plan says so; else probes until the gate is over. Writes the report in any case. */
async function runGate(plan, ports) {
    const { baseline, rules } = plan;
    const ended = rules.mode === 'replay' && baseline ? replayed(rules, baseline) : await watch(plan, ports);
    const folder = await ports.files.makeTemporaryFolder('health-gate');
    const report = `${folder}/report.json`;
    await ports.files.write(report, formatReport(plan, ended));
    return { ...ended, report };
}
function replayed(rules, saved) {
    const { timeline, samples, durationMs, control } = saved;
    const moment = timeline.at(-1);
    const last = moment && { ...moment, samples };
    const lastBad = last && !(0,src_moment/* isGood */.K)(last) ? last : undefined;
    const history = { timeline, last, lastBad };
    return { state: replayTimeline(rules, saved), history, endMs: durationMs, quotes: [], control, thrown: undefined };
}
/** Probes until the gate is over, also when it is cancelled, or by what a probe throws. */
async function watch(plan, ports) {
    const started = ports.clock.monotonic();
    const now = () => ports.clock.monotonic() - started;
    const ended = new AbortController();
    const own = { ...ports, signal: AbortSignal.any([ports.signal, ended.signal]) };
    const seen = { timeline: [], notes: new Set(), last: undefined, lastBad: undefined, thrown: undefined };
    const running = { plan, ports: own, now, ...seen };
    let state = gate/* INITIAL */.DI;
    while (!(0,gate/* isOver */.PU)(state)) {
        const beganMs = now();
        state = await step(running, state).catch((thrown) => failed(running, state, thrown));
        if (!(0,gate/* isOver */.PU)(state))
            state = await pause(running, state, beganMs);
    }
    const broken = running.thrown !== undefined;
    const { state: settled, control } = broken ? { state, control: undefined } : await withControl(running, state);
    const endMs = now();
    const quotes = broken ? [] : await lastQuotes(running, settled);
    ended.abort();
    for (const { title, text } of quotes)
        await ports.log.group(title, async () => ports.log.untrusted(text));
    return { state: settled, history: running, endMs, quotes, control, thrown: running.thrown };
}
function failed(running, state, thrown) {
    if (running.ports.signal.aborted)
        return (0,gate/* afterCancel */.ZZ)(state);
    running.thrown = (0,src/* toActionError */.ie)(thrown);
    return (0,gate/* afterThrow */.rC)(state, running.thrown.message);
}
/** One round of all checks at once; rounds never overlap. */
async function step(running, state) {
    const { plan, ports, now, timeline } = running;
    const { deadlineMs } = plan.rules;
    foresee(running, state);
    const leftMs = state.phase === 'baking' ? Number.POSITIVE_INFINITY : deadlineMs - now();
    const samples = await Promise.all(plan.checks.map((check) => takeSample(check, { plan, leftMs }, ports)));
    if (ports.signal.aborted)
        return (0,gate/* afterCancel */.ZZ)(state);
    const round = (0,sample/* combineRound */.A2)(Math.round(now()), samples, plan.expectVersion);
    const next = judgeRound(plan.rules, state, round);
    if (next.forgiven > state.forgiven)
        ports.log.notice(`forgiven by the flake budget: ${round.message}`);
    for (const note of (0,src_timeline/* newNotes */.Kr)(running.notes, round))
        ports.log.notice(note);
    const line = (0,src_timeline/* roundLine */.z3)({ round, before: timeline.at(-1), index: timeline.length }, state, next);
    if (line !== undefined)
        ports.log.info(line);
    remember(running, round, next);
    return next;
}
function remember(running, round, next) {
    const { samples: _, ...moment } = round;
    const before = running.timeline.at(-1);
    // A bake says the same thing thousands of times: one string is enough.
    running.timeline.push(before?.message === moment.message ? { ...moment, message: before.message } : moment);
    running.last = round;
    const cut = round.class === 'error' && next.phase === 'timed-out';
    if (!(0,src_moment/* isGood */.K)(round) && !(cut && running.lastBad))
        running.lastBad = round;
    if (running.timeline.length % TIDY_ROUNDS === 0)
        running.ports.probes.tidy();
}
/** Waits for the next round, or for what ends first: the deadline, or the bake time, which one more round confirms. */
async function pause({ plan, ports, now }, state, beganMs) {
    const { intervalMs, deadlineMs, bakeMs } = plan.rules;
    const limit = state.phase === 'baking' ? (state.healthyMs ?? 0) + bakeMs : deadlineMs;
    const next = beganMs + intervalMs;
    // Once the bake time is over the interval still holds: a good sample is waited for, not hunted.
    const until = state.phase === 'baking' && limit <= now() ? next : Math.min(next, Math.max(limit, now()));
    await ports.clock.sleep(Math.max(0, until - now()), ports.signal);
    if (ports.signal.aborted)
        return (0,gate/* afterCancel */.ZZ)(state);
    return state.phase !== 'baking' && now() >= deadlineMs
        ? (0,gate/* afterDeadline */.tm)(state, state, (0,src/* formatDuration */.a3)(deadlineMs))
        : state;
}


/***/ }),

/***/ 8160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ isMaximum),
/* harmony export */   Ym: () => (/* binding */ percentile),
/* harmony export */   h5: () => (/* binding */ figuresOf)
/* harmony export */ });
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7613);

/** Figures of a timeline; `endMs` is when it ended. */
function figuresOf(moments, endMs) {
    const first = moments.findIndex(_moment_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K);
    const judged = first < 0 ? [] : moments.slice(first);
    const latencies = moments.filter(_moment_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K).map(({ latencyMs }) => latencyMs);
    const bad = judged.filter((moment) => !(0,_moment_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(moment)).length;
    return {
        uptimePercent: uptime(judged, endMs),
        errorRate: judged.length === 0 ? undefined : (100 * bad) / judged.length,
        p50Ms: percentile(latencies, 50),
        p95Ms: percentile(latencies, 95),
    };
}
/** Nearest rank: the smallest value that at least `percent` of all do not exceed. */
function percentile(values, percent) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}
/** Whether a percentile of so many values is none other than the greatest of them. */
function isMaximum(count, percent) {
    return count > 0 && Math.ceil((percent / 100) * count) === count;
}
function uptime(moments, endMs) {
    const [first] = moments;
    if (first === undefined)
        return undefined;
    const whole = endMs - first.atMs;
    if (whole <= 0)
        return (0,_moment_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(first) ? 100 : 0;
    const good = moments
        .map((moment, index) => ((0,_moment_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(moment) ? (moments[index + 1]?.atMs ?? endMs) - moment.atMs : 0))
        .reduce((sum, ms) => sum + ms, 0);
    return (100 * good) / whole;
}


/***/ }),

/***/ 6826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ CONTROL_MS),
/* harmony export */   DI: () => (/* binding */ INITIAL),
/* harmony export */   FU: () => (/* binding */ judgeBy),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   I7: () => (/* binding */ snapshotBy),
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   ZN: () => (/* binding */ HOPELESS_CAUSES),
/* harmony export */   ZZ: () => (/* binding */ afterCancel),
/* harmony export */   el: () => (/* binding */ shouldRollBack),
/* harmony export */   rC: () => (/* binding */ afterThrow),
/* harmony export */   tm: () => (/* binding */ afterDeadline)
/* harmony export */ });
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7613);
/* harmony import */ var _slo_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6813);


/** What ends the gate at once. */
const HOPELESS_CAUSES = ['container-exited', 'auth-refused', 'version-regressed'];
const INITIAL = {
    phase: 'pending',
    streak: 0,
    failuresInARow: 0,
    failures: 0,
    window: [],
    samples: 0,
    reached: 0,
    spokenFailures: 0,
    mild: false,
    firstPassMs: undefined,
    healthyMs: undefined,
    reason: 'no check has run',
    forgiven: 0,
    baked: undefined,
};
/** Time in which the runner's network is tried, in milliseconds. */
const CONTROL_MS = 3_000;
const VERDICTS = ['passed', 'failed', 'timed-out', 'inconclusive', 'cancelled'];
/** Whether the gate has ended. */
function isOver(state) {
    return VERDICTS.includes(state.phase);
}
/** Makes the reducer of a policy: the next state after a sample that came at `now`, milliseconds since the beginning. */
function judgeBy(policy) {
    return (state, sample, now) => {
        if (isOver(state))
            return state;
        const next = judgeOne(policy, state, { sample, now });
        return next.phase === 'baking' && policy.slo.length > 0 ? bakeBySlo(next, { sample, now }, policy) : next;
    };
}
/** The reducer of a snapshot: so many samples, and what they were. */
function snapshotBy({ successes }) {
    return (state, sample, now) => {
        if (isOver(state))
            return state;
        const good = (0,_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K)(sample);
        const counted = { ...count(state, sample), failures: state.failures + (good ? 0 : 1) };
        const next = { ...counted, phase: 'healthy', firstPassMs: state.firstPassMs ?? (good ? now : undefined) };
        if (next.samples < successes)
            return next;
        if (next.failures === 0)
            return over({ ...next, healthyMs: now }, 'passed', `it is healthy: ${next.reason}`);
        return over(next, 'failed', `${next.failures} of ${next.samples} samples were not good; at last: ${next.reason}`);
    };
}
function judgeOne(policy, state, { sample, now }) {
    const counted = count(state, sample);
    if (isHopeless(state, sample, policy))
        return over(counted, 'failed', sample.message);
    if ((0,_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K)(sample))
        return afterGood(counted, now, policy);
    if (isForgiven(state, sample, now < policy.warmupMs)) {
        const phase = state.firstPassMs === undefined ? 'warming' : 'healthy';
        return { ...counted, phase, streak: 0 };
    }
    if (sample.class !== 'error' || !isWithinBudget(state, policy))
        return afterFailure(counted, sample, policy);
    const phase = counted.phase === 'pending' ? 'warming' : counted.phase;
    return { ...counted, phase, forgiven: state.forgiven + 1, window: shifted(state, true, policy) };
}
/** Gathers what the bake time sees; at its end the figures decide. Too few samples are no verdict on the application. */
function bakeBySlo(state, { sample, now }, { slo, bakeMs, minSamples }) {
    const next = { ...state, baked: { moment: { ...sample, atMs: now }, before: state.baked } };
    if (now - (state.healthyMs ?? now) < bakeMs)
        return next;
    const moments = [];
    for (let one = next.baked; one !== undefined; one = one.before)
        moments.push(one.moment);
    moments.reverse();
    if (moments.length < minSamples) {
        return over(next, 'inconclusive', `only ${moments.length} samples in bake time, min-samples is ${minSamples}`);
    }
    const broken = (0,_slo_js__WEBPACK_IMPORTED_MODULE_0__/* .brokenBudgets */ .I)(slo, moments, now);
    if (broken.length > 0) {
        const reason = `slo broken over ${moments.length} samples: ${broken.join('; ')}`;
        return over({ ...next, mild: isMild(slo, moments, now) }, 'failed', reason);
    }
    return over(next, 'passed', `kept its slo over ${moments.length} samples; ${state.reason}`);
}
/** Whether an slo is broken by degraded samples alone. */
function isMild(slo, moments, now) {
    const bad = moments.filter((moment) => !(0,_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K)(moment));
    const slow = (0,_slo_js__WEBPACK_IMPORTED_MODULE_0__/* .brokenBudgets */ .I)(slo.filter(({ figure }) => typeof figure === 'object'), moments, now);
    return bad.length > 0 && slow.length === 0 && bad.every(({ cause }) => cause === 'degraded');
}
/**
 * The deadline came before the streak was complete. `counted` has the sample that the deadline cut, if there was one;
 * that it was cut says less than what was seen before.
 */
function afterDeadline(counted, state, deadline) {
    if (isOver(state))
        return state;
    const spoke = counted.spokenFailures > state.spokenFailures || state.samples === 0;
    const last = spoke ? counted.reason : state.reason;
    const { samples, reached, spokenFailures } = counted;
    const reason = `not healthy within ${deadline}; at last: ${last}`;
    return { ...state, samples, reached, spokenFailures, phase: 'timed-out', reason };
}
/** The runner cancelled the job. */
function afterCancel(state) {
    return isOver(state) ? state : { ...state, phase: 'cancelled', reason: `cancelled; at last: ${state.reason}` };
}
/** A probe threw: wrong settings, or a defect of the action. Nothing is said about the application. */
function afterThrow(state, reason) {
    return over({ ...state, mild: true }, 'failed', reason);
}
/** A no in which nobody was ever reached says nothing about the application where the runner reaches nobody at all. */
function settle(state, runnerHasNetwork) {
    const silent = (state.phase === 'failed' || state.phase === 'timed-out') && state.reached === 0;
    if (!silent || runnerHasNetwork)
        return state;
    const reason = `this runner reaches neither the application nor GitHub's API: ${state.reason}`;
    return { ...state, phase: 'inconclusive', reason };
}
/** True only where the application itself is to blame for more than a degraded part or settings that never fitted, and was well before. */
function shouldRollBack(state, unhealthyBefore) {
    if (unhealthyBefore)
        return false;
    return (state.phase === 'failed' && !state.mild) || (state.phase === 'timed-out' && state.spokenFailures > 0);
}
function count(state, sample) {
    const mild = isHarmless(state, sample);
    return {
        ...state,
        samples: state.samples + 1,
        reached: state.reached + (sample.reached ? 1 : 0),
        spokenFailures: state.spokenFailures + (sample.class === 'fail' && !mild ? 1 : 0),
        mild: (0,_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K)(sample) ? state.mild : mild,
        reason: sample.message,
    };
}
/** A degraded part always is; what looks like settings that do not fit only while they never did. */
function isHarmless({ firstPassMs }, { cause, blameless }) {
    return cause === 'degraded' || (blameless === true && firstPassMs === undefined);
}
/** A version that goes back while a roll-out is still mixed is no regression; one that goes back after it is. */
function isHopeless(state, { class: seen, cause }, { failFastOn }) {
    if (seen !== 'fail')
        return false;
    // The user's own words for what never gets well.
    if (cause === 'fail-condition')
        return true;
    if (cause === 'auth-refused' || cause === 'container-exited')
        return failFastOn.includes(cause);
    return cause === 'wrong-version' && state.healthyMs !== undefined && failFastOn.includes('version-regressed');
}
/**
 * During warm-up nothing is judged before the first pass, and the old build or a start is not judged at all. What
 * `until` waits for is waited for until the deadline.
 */
function isForgiven(state, { cause }, warming) {
    if (state.phase === 'baking')
        return false;
    const untouched = state.firstPassMs === undefined;
    if (untouched && cause === 'waiting')
        return true;
    const lenient = cause === 'wrong-version' || cause === 'starting' || cause === 'waiting';
    return warming && (untouched || lenient);
}
function afterGood(state, now, policy) {
    const streak = state.streak + 1;
    const next = {
        ...state,
        streak,
        failuresInARow: 0,
        window: shifted(state, false, policy),
        firstPassMs: state.firstPassMs ?? now,
    };
    if (state.phase === 'baking') {
        const baked = now - (state.healthyMs ?? now);
        return baked >= policy.bakeMs && policy.slo.length === 0
            ? over(next, 'passed', `stayed healthy; ${state.reason}`)
            : next;
    }
    if (streak < policy.successes)
        return { ...next, phase: 'healthy' };
    const complete = { ...next, healthyMs: now };
    return policy.bakeMs > 0
        ? { ...complete, phase: 'baking' }
        : over(complete, 'passed', `${streak} good samples in a row; ${state.reason}`);
}
function afterFailure(state, sample, policy) {
    const failures = state.failures + 1;
    const failuresInARow = state.failuresInARow + 1;
    const next = {
        ...state,
        streak: 0,
        failures,
        failuresInARow,
        window: shifted(state, sample.class === 'error', policy),
    };
    const strict = state.phase === 'baking' && policy.slo.length === 0;
    if (strict)
        return over(next, 'failed', `healthy at first, then: ${sample.message}`);
    if (policy.maxFailures !== undefined && failures > policy.maxFailures) {
        return over(next, 'failed', `${failures} failures, ${policy.maxFailures} allowed; at last: ${sample.message}`);
    }
    if (failuresInARow >= policy.consecutiveFailures) {
        return over(next, 'failed', `${failuresInARow} failures in a row; at last: ${sample.message}`);
    }
    if (state.phase === 'baking')
        return next;
    return { ...next, phase: state.firstPassMs === undefined ? 'warming' : 'healthy' };
}
function isWithinBudget({ window }, { flakeBudget: { errors, of } }) {
    const recent = of > 1 ? window.slice(1 - of) : [];
    return recent.filter(Boolean).length < errors;
}
function shifted({ window }, error, { flakeBudget }) {
    return [...window, error].slice(-flakeBudget.of);
}
function over(state, phase, reason) {
    return { ...state, phase, reason };
}


/***/ }),

/***/ 4153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(2498);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/index.js + 7 modules
var http_src = __nccwpck_require__(3975);
// EXTERNAL MODULE: ./actions/health-gate/src/check.js
var src_check = __nccwpck_require__(4833);
// EXTERNAL MODULE: ./actions/health-gate/src/conditions.js
var conditions = __nccwpck_require__(6495);
;// CONCATENATED MODULE: ./actions/health-gate/src/headers.js

/**
 * Parses `Name: value` lines.
 * @throws RangeError with the corrected form; it quotes no line, which may hold a credential.
 */
function parseHeaders(text) {
    if (/^\s*[[{]/.test(text))
        throw new RangeError('is JSON; write one header a line, such as Authorization: …');
    const headers = (0,src/* parsePairs */.xg)(text, ':');
    // A token, as RFC 9110 wants it.
    const wrong = [...headers.keys()].findIndex((name) => !/^[\w!#$%&'*+.^`|~-]+$/.test(name));
    if (wrong < 0)
        return headers;
    throw new RangeError(`has a name in header ${wrong + 1} that no header can have; write for example Authorization: …`);
}

// EXTERNAL MODULE: ./actions/health-gate/src/rules.js
var rules = __nccwpck_require__(6930);
;// CONCATENATED MODULE: ./actions/health-gate/src/target.js


const DATABASES = {
    postgres: { schemes: ['postgres:', 'postgresql:'], port: 5432 },
    redis: { schemes: ['redis:', 'rediss:'], port: 6379 },
};
/** Whether a word is a kind of check. */
function isKind(word) {
    return src_check/* CHECK_KINDS */.FZ.some((kind) => kind === word);
}
/**
 * Parses a check's target.
 * @throws RangeError with the corrected form; it never quotes the target, which may hold a password.
 */
function parseTarget(kind, text) {
    if (kind === 'http')
        return { kind, url: parseHttp(text) };
    if (kind === 'tcp' || kind === 'tls')
        return { kind, ...parsePlace(text, kind) };
    if (kind === 'postgres' || kind === 'redis')
        return { kind, url: parseDatabase(text, kind) };
    return parseHostTarget(kind, text);
}
function parseHostTarget(kind, text) {
    if (kind === 'docker' || kind === 'logs')
        return { kind, container: parseName(text) };
    if (kind === 'disk')
        return { kind, path: parseFolder(text) };
    if (kind === 'command')
        return { kind, argv: parseArgv(text) };
    if (kind === 'compose')
        return { kind, ...parseService(text) };
    if (text !== '')
        throw new RangeError('takes no target; write memory: with used-max: 90% beside it');
    return { kind };
}
function parseName(text) {
    if (/^[\w][\w.-]*$/.test(text))
        return text;
    throw new RangeError('is not the name of a container; write for example app-web-1');
}
function parseService(text) {
    const [, project, service] = /^([\w][\w.-]*)\/([\w][\w.-]*)$/.exec(text) ?? [];
    if (project !== undefined && service !== undefined)
        return { project, service };
    throw new RangeError('is not project/service; write for example shop/web');
}
function parseFolder(text) {
    if (text.startsWith('/'))
        return text;
    throw new RangeError('is not an absolute path; write for example /var/lib/docker');
}
function parseArgv(text) {
    const argv = (0,src/* parseArguments */.We)(text);
    if (argv.length > 0)
        return argv;
    throw new RangeError('is empty; write for example [pg_isready, -q]');
}
function parseHttp(text) {
    if (/[\s|]/.test(text))
        throw new RangeError('has a space or a | in it; write one address a line, and %20 or %7C for what is part of it');
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '')
        return url;
    throw new RangeError('is not an http or https address; write for example https://app.example.com/health');
}
function parsePlace(text, kind) {
    const [, bracketed, plain, port] = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:/@]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
    const host = bracketed ?? plain;
    const number = port === undefined && kind === 'tls' ? 443 : Number(port);
    if (host !== undefined && number >= 1 && number <= 65_535)
        return { host, port: number };
    throw new RangeError(`is not host:port; write for example ${kind === 'tcp' ? 'db:5432' : 'app.example.com:443'}`);
}
function parseDatabase(text, kind) {
    const { schemes, port } = DATABASES[kind];
    const whole = text.includes('://') ? text : `${kind}://${text}`;
    const url = URL.canParse(whole) ? new URL(whole) : undefined;
    if (url && url.hostname !== '' && schemes.some((scheme) => scheme === url.protocol)) {
        if (url.port === '')
            url.port = String(port);
        return url;
    }
    throw new RangeError(`is neither a ${kind}:// address nor host:port; write for example ${kind}://app@db:${port}`);
}

;// CONCATENATED MODULE: ./actions/health-gate/src/checks-input.js






const COMMON = ['name', 'required', 'request-timeout', 'max-latency'];
/** Options that only some kinds take. */
const OWN = {
    http: ['components', 'expect-version', 'headers', 'until', 'fail-when'],
    logs: ['deny'],
    disk: ['used-max'],
    memory: ['used-max'],
};
const DEFAULT_USED_MAX = 90;
/** Makes checks from the parsed YAML of `checks`, complaining of all that is wrong. Problems never quote a target. */
function readChecks(value, defaults, complain) {
    if (!Array.isArray(value)) {
        complain('is not a list; write entries such as "- http: https://app.example.com/health"');
        return [];
    }
    return value.flatMap((entry, index) => {
        const said = (problem) => complain(`entry ${index + 1} ${problem}`);
        const check = readCheck(entry, defaults, said);
        return check === undefined ? [] : [check];
    });
}
/** The check that a line of `url` stands for. */
function httpCheck(url, defaults, mustTellVersion) {
    const { requestTimeoutMs, maxLatencyMs, ...asked } = defaults;
    const common = { name: `${url.host}${url.pathname}`, required: true, requestTimeoutMs, maxLatencyMs };
    return { ...common, ...asked, kind: 'http', url, mustTellVersion };
}
function readCheck(entry, defaults, said) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
        return void said('is not a kind with a target; write for example "http: https://app.example.com/health"');
    }
    const given = entry;
    const kinds = Object.keys(given).filter(isKind);
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) {
        const near = Object.keys(given).map((key) => (0,src/* didYouMean */.au)(key, src_check/* CHECK_KINDS */.FZ))[0] ?? '';
        return void said(`must name exactly one kind of ${src_check/* CHECK_KINDS */.FZ.join(', ')}${near}`);
    }
    checkKeys(given, kind, said);
    const target = attempt(kind === 'command' && Array.isArray(given[kind]) ? given[kind].join('\n') : String(given[kind] ?? ''), (text) => parseTarget(kind, text), (why) => said(`(${kind}) ${why}`));
    const options = readOptions(given, defaults, (why) => said(`(${kind}) ${why}`));
    if (kind === 'logs' && options.deny === undefined)
        said('(logs) lacks deny; write for example deny: FATAL|panic');
    return target === undefined ? undefined : assemble(target, options);
}
function checkKeys(given, kind, said) {
    const known = [kind, ...COMMON, ...(OWN[kind] ?? [])];
    for (const key of Object.keys(given).filter((name) => !known.includes(name))) {
        const owners = src_check/* CHECK_KINDS */.FZ.filter((one) => OWN[one]?.includes(key));
        const only = owners.length > 0 ? `, which only ${owners.join(' and ')} takes` : (0,src/* didYouMean */.au)(key, known);
        said(`(${kind}) has the unknown option ${key}${only}`);
    }
}
function readOptions(given, defaults, said) {
    const option = (key, parse) => {
        const value = given[key];
        return value === undefined
            ? undefined
            : attempt(asText(value), parse, (why) => said(`${key} "${asText(value)}" ${why}`));
    };
    const required = given['required'];
    if (required !== undefined && required !== 'true' && required !== 'false')
        said('required is neither true nor false');
    const ownVersion = option('expect-version', (text) => text);
    const headers = given['headers'] === undefined
        ? undefined
        : attempt(asLines(given['headers']), parseHeaders, (why) => said(`headers ${why}`));
    return {
        name: option('name', (text) => text),
        required: required !== 'false',
        requestTimeoutMs: option('request-timeout', src/* parseDuration */.E9) ?? defaults.requestTimeoutMs,
        maxLatencyMs: option('max-latency', src/* parseDuration */.E9) ?? defaults.maxLatencyMs,
        headers: new Map([...defaults.headers, ...(headers ?? [])]),
        components: option('components', rules/* parseRules */.NR) ?? defaults.components,
        until: option('until', conditions/* parseConditions */.W) ?? defaults.until,
        failWhen: option('fail-when', conditions/* parseConditions */.W) ?? defaults.failWhen,
        expectVersion: ownVersion ?? defaults.expectVersion,
        mustTellVersion: ownVersion !== undefined,
        deny: option('deny', parsePattern),
        usedMax: option('used-max', parseShare) ?? DEFAULT_USED_MAX,
    };
}
function assemble(target, options) {
    const { name, required, requestTimeoutMs, maxLatencyMs, deny, usedMax, ...http } = options;
    const common = { required, requestTimeoutMs, maxLatencyMs };
    if (target.kind === 'http') {
        return { ...common, ...http, ...target, kind: 'http', name: name ?? `${target.url.host}${target.url.pathname}` };
    }
    const own = { logs: { deny: deny ?? '' }, disk: { usedMax }, memory: { usedMax } };
    const check = { ...common, ...target, ...own[target.kind], name: '' };
    return { ...check, name: name ?? `${check.kind} ${(0,src_check/* targetOf */.$r)(check).replace(/^\w+:\/\/([^@/]*@)?/, '')}` };
}
function parsePattern(text) {
    try {
        return new RegExp(text).source;
    }
    catch {
        throw new RangeError('is no regular expression');
    }
}
/** Percent. */
function parseShare(text) {
    const share = Number(/^(\d{1,2}(?:\.\d+)?|100)\s*%$/.exec(text)?.[1]);
    if (share > 0)
        return share;
    throw new RangeError('is no share; write for example 80%');
}
function asLines(value) {
    if (typeof value !== 'object' || value === null)
        return String(value);
    return Object.entries(value)
        .map(([name, text]) => `${name}: ${text}`)
        .join('\n');
}
function asText(value) {
    if (Array.isArray(value))
        return value.join('\n');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
function attempt(text, parse, complain) {
    try {
        return parse(text);
    }
    catch (error) {
        complain(error instanceof Error ? error.message : String(error));
        return undefined;
    }
}

// EXTERNAL MODULE: ./actions/health-gate/src/gate.js
var gate = __nccwpck_require__(6826);
// EXTERNAL MODULE: ./node_modules/@suite/ssh/src/index.js + 15 modules
var ssh_src = __nccwpck_require__(5257);
;// CONCATENATED MODULE: ./actions/health-gate/src/inputs-host.js

/** Reads where the host is. Without `host` nothing about SSH is required. */
function readHost(read) {
    const given = read.text('host') !== undefined;
    const lenient = {
        ...read,
        parsed: (name, ask, parse) => read.parsed(name, given ? ask : { ...ask, required: false }, parse),
    };
    const ssh = (0,ssh_src/* readSshInputs */.sl)(lenient, 'host');
    const env = Object.entries(read.env).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]);
    return { ssh: given ? ssh : undefined, logs: read.lines('logs'), env: Object.fromEntries(env) };
}

;// CONCATENATED MODULE: ./actions/health-gate/src/policy.js
/** A gate judges, a snapshot only looks, a replay judges what was saved. */
const MODES = ['gate', 'snapshot', 'replay'];
/**
 * Parses `1 in 10`: how many errors of how many samples in a row are forgiven.
 * @throws RangeError with the corrected form.
 */
function parseFlakeBudget(text) {
    const [, errors, of] = /^(\d+)\s+in\s+(\d+)$/.exec(text) ?? [];
    const budget = { errors: Number(errors), of: Number(of) };
    if (of === undefined || budget.of < 1 || budget.of > 1000 || budget.errors >= budget.of) {
        throw new RangeError('is not a flake budget; write for example 1 in 10, or 0 in 1 to forgive none');
    }
    return budget;
}

// EXTERNAL MODULE: ./actions/health-gate/src/slo.js
var slo = __nccwpck_require__(6813);
;// CONCATENATED MODULE: ./actions/health-gate/src/inputs.js












/** Reads everything; `checks` needs a YAML parser, which is loaded only for it. */
async function readInputs(read) {
    const expectVersion = read.text('expect-version');
    const defaults = {
        requestTimeoutMs: read.duration('request-timeout', { fallback: '5s' }) ?? 5_000,
        maxLatencyMs: read.duration('max-latency'),
        headers: readHeaders(read),
        components: read.parsed('components', {}, rules/* parseRules */.NR) ?? [],
        until: read.parsed('until', {}, conditions/* parseConditions */.W) ?? [],
        failWhen: read.parsed('fail-when', {}, conditions/* parseConditions */.W) ?? [],
        expectVersion,
    };
    const urls = read.lines('url').flatMap((line) => readUrl(line, read));
    const yaml = read.text('checks');
    const inputs = {
        ...read.common(),
        ...readHost(read),
        reading: readReading(read),
        rules: readRules(read),
        expectVersion,
        addresses: read.parsed('addresses', { fallback: 'auto' }, http_src/* parseAddresses */.ug) ?? { kind: 'auto' },
        baseline: read.text('baseline'),
        caCert: read.text('ca-cert'),
        onInconclusive: read.choice('on-inconclusive', rules/* TOLERANCES */.vf, 'fail'),
        apiUrl: read.env['GITHUB_API_URL'] ?? 'https://api.github.com',
    };
    const entries = yaml === undefined ? [] : await parseYaml(yaml, read);
    const listed = entries === undefined ? [] : readChecks(entries, defaults, (why) => read.problem('checks', why));
    checkPresence(inputs, read);
    const whole = Array.isArray(entries) && listed.length === entries.length;
    if (inputs.rules.mode !== 'replay' && yaml !== undefined && urls.length === 0 && whole)
        checkWeight(listed, read);
    const checks = distinct([
        ...urls.map((url) => httpCheck(url, defaults, urls.length === 1 && yaml === undefined)),
        ...listed,
    ]);
    hideCredentials(checks);
    return { ...inputs, checks };
}
/** Something to check, or something to judge again. */
function checkPresence({ rules, baseline }, read) {
    const replays = rules.mode === 'replay';
    if (replays && baseline === undefined) {
        read.problem('baseline', 'is missing, and mode: replay judges it', 'baseline: report.json');
    }
    if (replays || read.text('url') !== undefined || read.text('checks') !== undefined)
        return;
    const problem = 'is missing, and so is checks: nothing would be checked';
    read.problem('url', problem, 'url: https://app.example.com/health');
}
/** What can only warn, or checks nothing, would pass whatever the system is like. */
function checkWeight(checks, read) {
    const example = '- http: https://app.example.com/health';
    if (checks.length === 0)
        read.problem('checks', 'is an empty list: nothing would be checked', example);
    else if (!checks.some(({ required }) => required))
        read.problem('checks', 'has no check that is required, so nothing could ever fail', example);
}
function readHeaders(read) {
    try {
        return parseHeaders(read.text('headers') ?? '');
    }
    catch (error) {
        read.problem('headers', error instanceof Error ? error.message : String(error));
        return new Map();
    }
}
function readUrl(line, read) {
    try {
        const target = parseTarget('http', line);
        return target.kind === 'http' ? [target.url] : [];
    }
    catch (error) {
        read.problem('url', `"${(0,src/* withoutLogin */.Gq)(line)}" ${error instanceof Error ? error.message : error}`);
        return [];
    }
}
/** Undefined where it is no YAML. */
async function parseYaml(text, read) {
    const { parseDocument } = await __nccwpck_require__.e(/* import() */ 637).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6637, 19));
    // Every word stays as it is written: a commit such as 1234e56 is no number.
    const document = parseDocument(text, { schema: 'failsafe' });
    try {
        const [wrong] = document.errors;
        if (wrong)
            throw wrong;
        return document.toJS();
    }
    catch (error) {
        // Its first line: the others quote the text.
        const why = String(error instanceof Error ? error.message : error).split('\n')[0];
        read.problem('checks', `is no YAML: ${why}`, '- http: https://app.example.com/health');
        return undefined;
    }
}
function readReading(read) {
    const path = read.parsed('components-path', { fallback: 'auto' }, (text) => {
        if (text !== 'auto')
            (0,http_src/* parseJsonPath */.Hf)(text);
        return text;
    });
    return {
        degraded: read.choice('degraded', rules/* TOLERANCES */.vf, 'warn'),
        unknown: read.choice('unknown', rules/* TOLERANCES */.vf, 'fail'),
        componentsPath: path ?? 'auto',
        versionSource: read.parsed('version-path', { fallback: 'auto' }, http_src/* parseVersionSource */.t6) ?? { kind: 'auto' },
    };
}
function readRules(read) {
    const rules = {
        successes: read.integer('successes', { fallback: '3', min: 1, max: 1_000 }) ?? 3,
        intervalMs: read.duration('interval', { fallback: '2s' }) ?? 2_000,
        warmupMs: read.duration('warmup', { fallback: '30s' }) ?? 30_000,
        deadlineMs: read.duration('deadline', { fallback: '120s' }) ?? 120_000,
        bakeMs: read.duration('bake', { fallback: '0s' }) ?? 0,
        consecutiveFailures: read.integer('consecutive-failures', { fallback: '3', min: 1, max: 1_000 }) ?? 3,
        maxFailures: read.integer('max-failures', { min: 0, max: 100_000 }),
        flakeBudget: read.parsed('flake-budget', { fallback: '1 in 10' }, parseFlakeBudget) ?? { errors: 1, of: 10 },
        failFastOn: read.parsed('fail-fast-on', { fallback: gate/* HOPELESS_CAUSES */.ZN.join(', ') }, parseHopeless) ?? [],
        slo: read.parsed('slo', {}, slo/* parseSlo */.s) ?? [],
        minSamples: read.integer('min-samples', { fallback: '20', min: 1, max: 1_000_000 }) ?? 20,
        mode: read.choice('mode', MODES, 'gate'),
    };
    // A replay takes no samples, and its deadline is held against those that were taken.
    if (rules.mode !== 'replay')
        checkRules(rules, read);
    return rules;
}
/** What no run could keep is told before it begins. */
function checkRules(rules, read) {
    const shortest = (rules.successes - 1) * rules.intervalMs;
    if (shortest >= rules.deadlineMs) {
        const problem = `ends before ${rules.successes} successes at this interval can be seen (${shortest / 1000}s)`;
        read.problem('deadline', problem, `deadline: ${Math.ceil((shortest * 2) / 1000) + 1}s`);
    }
    const fitting = 1 + Math.ceil(rules.bakeMs / Math.max(1, rules.intervalMs));
    if (rules.slo.length > 0 && fitting < rules.minSamples) {
        const problem = `has room for ${fitting} samples at this interval, and the slo wants min-samples ${rules.minSamples}`;
        read.problem('bake', problem, `bake: ${Math.ceil((rules.minSamples * rules.intervalMs) / 1000)}s`);
    }
}
/** @throws RangeError where `none` does not stand alone. */
function parseHopeless(text) {
    const words = (0,src/* splitWords */.yM)(text).map((word) => (0,src/* parseChoice */.HU)(word, [...gate/* HOPELESS_CAUSES */.ZN, 'none']));
    if (words.length > 1 && words.includes('none'))
        throw new RangeError('has none beside others; write none alone');
    return gate/* HOPELESS_CAUSES */.ZN.filter((cause) => words.includes(cause));
}
/** Two checks of one name could not be told apart in a message. */
function distinct(checks) {
    const seen = new Map();
    return checks.map((check) => {
        const times = (seen.get(check.name) ?? 0) + 1;
        seen.set(check.name, times);
        return times === 1 ? check : { ...check, name: `${check.name} #${times}` };
    });
}
/** From here on no log, summary or report can show what a URL or a header holds of credentials. */
function hideCredentials(checks) {
    for (const check of checks) {
        const inUrl = 'url' in check ? (0,http_src/* credentialsIn */.Wr)((0,src_check/* shownUrl */.zA)(check)) : [];
        const headers = check.kind === 'http' ? [...check.headers] : [];
        const values = headers.filter(([name]) => (0,http_src/* isCredentialHeader */.b5)(name)).map(([, value]) => value);
        for (const form of [...inUrl, ...values.flatMap(http_src/* credentialForms */.Lq)])
            new src/* Secret */.zh(form);
    }
}


/***/ }),

/***/ 3523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ judgePort),
/* harmony export */   Ku: () => (/* binding */ usualDatabase),
/* harmony export */   nn: () => (/* binding */ judgeDatabase)
/* harmony export */ });
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6900);
/* harmony import */ var _sample_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7155);


/** Whose port it usually is, so that an open one says little: a database that starts has it open and refuses everybody. */
const USUAL = { 5432: 'postgres', 6379: 'redis' };
/** The database to which a check of a port looks whether it takes commands. */
function usualDatabase({ kind, port }) {
    return kind === 'tcp' ? USUAL[port] : undefined;
}
/** Judges a port: open, for `tls` with a certificate that was verified, and not of a database that refuses. */
function judgePort(check, result) {
    const silent = judgeSilence(check, result);
    if (silent)
        return silent;
    const database = usualDatabase(check);
    if (database !== undefined)
        return judgeUsual(check, database, result);
    const certificate = result.tls?.certificate;
    const days = certificate === undefined ? '' : `, certificate for ${certificate.daysLeft} days`;
    // How long it stayed open is not how long it took.
    const totalMs = Object.values(result.phases).reduce((sum, ms) => sum + ms, 0);
    return good(check, { ...result, totalMs }, { message: `open${days}`, notes: [] });
}
function judgeUsual(check, database, result) {
    const answer = result.value;
    if (answer === undefined) {
        const note = `port ${check.port} is open, but it is not ${database} that answers there`;
        return good(check, result, { message: 'open', notes: [note] });
    }
    if (answer.verdict === 'accepting')
        return good(check, result, { message: `open, ${database} is ${answer.speaks}`, notes: [] });
    const message = `open, but ${database} takes no commands: ${answer.speaks}`;
    const parts = seen(result);
    return (0,_sample_js__WEBPACK_IMPORTED_MODULE_1__/* .sampleOf */ .uV)(check, { ...parts, class: 'fail', cause: 'refused', message, failing: [check.name] });
}
/** Judges a database by what it said. */
function judgeDatabase(check, result) {
    const silent = judgeSilence(check, result);
    if (silent)
        return silent;
    const answer = result.value;
    if (answer === undefined || answer.verdict === 'accepting') {
        return good(check, result, { message: answer?.speaks ?? 'accepting', notes: answer?.notes ?? [] });
    }
    const cause = answer.verdict === 'auth-refused' ? 'auth-refused' : 'refused';
    const parts = seen(result);
    return (0,_sample_js__WEBPACK_IMPORTED_MODULE_1__/* .sampleOf */ .uV)(check, { ...parts, class: 'fail', cause, message: answer.speaks, failing: [check.name] });
}
function judgeSilence(check, result) {
    if (result.failure === undefined)
        return undefined;
    const parts = seen(result);
    return (0,_sample_js__WEBPACK_IMPORTED_MODULE_1__/* .sampleOf */ .uV)(check, {
        ...parts,
        class: 'error',
        cause: 'network',
        reached: result.address !== undefined,
        message: result.failure.message,
    });
}
function good(check, result, { message, notes }) {
    const { maxLatencyMs } = check;
    const parts = { ...seen(result), notes };
    if (maxLatencyMs !== undefined && result.totalMs > maxLatencyMs) {
        const slow = `${message} after ${Math.round(result.totalMs)} ms, max-latency is ${maxLatencyMs} ms`;
        return (0,_sample_js__WEBPACK_IMPORTED_MODULE_1__/* .sampleOf */ .uV)(check, { ...parts, class: 'fail', cause: 'too-slow', message: slow });
    }
    return (0,_sample_js__WEBPACK_IMPORTED_MODULE_1__/* .sampleOf */ .uV)(check, { ...parts, class: 'pass', message });
}
function seen(result) {
    return {
        latencyMs: result.totalMs,
        connection: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionLine */ .H8)(result),
        evidence: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionEvidence */ .U$)(result),
    };
}


/***/ }),

/***/ 8188:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2498);
/* harmony import */ var _execute_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3299);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4153);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2261);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7390);
/* harmony import */ var _ports_host_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8846);
/* harmony import */ var _ports_probes_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6854);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5243);








await (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
    name: 'health-gate',
    readInputs: _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K,
    observe: _observe_js__WEBPACK_IMPORTED_MODULE_3__/* .observe */ .l,
    plan: _plan_js__WEBPACK_IMPORTED_MODULE_4__/* .planGate */ .ft,
    formatPlan: _plan_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPlan */ .nT,
    execute: (plan, ports, { ssh, env }) => {
        const host = ssh === undefined ? (0,_ports_host_js__WEBPACK_IMPORTED_MODULE_5__/* .runnerHost */ .Bo)(env, ports) : (0,_ports_host_js__WEBPACK_IMPORTED_MODULE_5__/* .sshHost */ .TE)(ssh, ports);
        return (0,_execute_js__WEBPACK_IMPORTED_MODULE_1__/* .runGate */ .R)(plan, { ...ports, probes: (0,_ports_probes_js__WEBPACK_IMPORTED_MODULE_6__/* .realProbes */ .G)(host) }).finally(host.close);
    },
    report: _report_js__WEBPACK_IMPORTED_MODULE_7__/* .reportGate */ .O,
    outputsOnError: { 'should-rollback': 'false' },
    cleanUp: _ports_host_js__WEBPACK_IMPORTED_MODULE_5__/* .removeKey */ .yE,
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isGood)
/* harmony export */ });
/** Whether a moment lets the gate go on. */
function isGood(moment) {
    return moment.class === 'pass' || moment.class === 'warn';
}


/***/ }),

/***/ 2261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2498);
/* harmony import */ var _baseline_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(650);


async function observe({ caCert, baseline }, ports) {
    const report = baseline === undefined ? undefined : (0,_baseline_js__WEBPACK_IMPORTED_MODULE_1__/* .readBaseline */ .m)(baseline, await ports.files.readText(baseline));
    return { ca: await readAuthorities(caCert, ports), baseline: report };
}
async function readAuthorities(caCert, ports) {
    if (caCert === undefined || caCert.includes('-----BEGIN CERTIFICATE-----'))
        return caCert;
    const ca = await ports.files.readText(caCert);
    if (ca?.includes('-----BEGIN CERTIFICATE-----'))
        return ca;
    const what = ca === undefined ? 'is no file' : 'holds no PEM certificate';
    throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`ca-cert: ${caCert} ${what}`, {
        code: 'E_CA_CERT',
        hint: 'give the PEM text itself, or the path of a file of the checkout that holds it',
    });
}


/***/ }),

/***/ 7390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cF: () => (/* binding */ unhealthyBefore),
/* harmony export */   cL: () => (/* binding */ rollsBack),
/* harmony export */   ft: () => (/* binding */ planGate),
/* harmony export */   nT: () => (/* binding */ formatPlan)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2498);
/* harmony import */ var _suite_ssh__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5257);
/* harmony import */ var _baseline_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(650);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4833);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6826);





function planGate(inputs, facts) {
    const { checks, reading, rules, expectVersion, addresses, onInconclusive, apiUrl, logs, ssh } = inputs;
    const [target] = ssh?.targets ?? [];
    const host = target && (0,_suite_ssh__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target);
    const control = new URL(apiUrl);
    const plan = { checks, reading, rules, expectVersion, addresses, onInconclusive, ...facts, control, logs, host };
    return rules.mode === 'snapshot' ? forSnapshot(plan) : plan;
}
/** Before a deploy the old version is meant to answer. */
function forSnapshot(plan) {
    const checks = plan.checks.map((check) => (check.kind === 'http' ? { ...check, expectVersion: undefined } : check));
    return { ...plan, checks, expectVersion: undefined };
}
/** Whether it was broken before this run, so that this run cannot be blamed. */
function unhealthyBefore({ rules, baseline }) {
    return rules.mode === 'replay' ? (baseline?.unhealthyBefore ?? false) : (0,_baseline_js__WEBPACK_IMPORTED_MODULE_2__/* .wasUnhealthy */ .k)(baseline);
}
/** The output `should-rollback`. A snapshot looks at what was there before, and gives no advice. */
function rollsBack(plan, state) {
    return plan.rules.mode !== 'snapshot' && (0,_gate_js__WEBPACK_IMPORTED_MODULE_4__/* .shouldRollBack */ .el)(state, unhealthyBefore(plan));
}
/** The plan as a person reads it, without credentials. */
function formatPlan({ checks, rules, reading, addresses, host }) {
    const { successes, intervalMs, warmupMs, deadlineMs, bakeMs, consecutiveFailures, flakeBudget } = rules;
    if (rules.mode === 'replay')
        return 'health-gate: judge the saved timeline of baseline by these rules; nothing is contacted';
    const count = checks.length === 1 ? 'one check is' : `${checks.length} checks are`;
    const slo = rules.slo.length === 0 ? [] : [`slo in bake time: ${rules.slo.map(({ text }) => text).join(', ')}`];
    const most = rules.maxFailures === undefined ? '' : `, or after more than ${rules.maxFailures} in all`;
    const where = addresses.kind === 'auto' ? [] : [`addresses: ${addresses.kind === 'each' ? 'each' : addresses.list.join(', ')}`];
    return [
        rules.mode === 'snapshot'
            ? `health-gate: take ${successes} samples, every ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(intervalMs)}, and judge nothing`
            : `health-gate: wait until ${count} healthy ${successes} times in a row, every ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(intervalMs)}`,
        ...checks.map((check) => `  ${formatCheck(check)}`),
        ...(host === undefined ? [] : [`host: ${host}`]),
        ...where,
        `warm-up ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(warmupMs)}, deadline ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(deadlineMs)}, bake ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(bakeMs)}`,
        `fails after ${consecutiveFailures} failures in a row${most}; forgives ${flakeBudget.errors} error in ${flakeBudget.of}`,
        ...slo,
        `degraded counts as ${reading.degraded}, unknown as ${reading.unknown}`,
    ].join('\n');
}
function formatCheck(check) {
    const parts = [check.kind.padEnd(8), (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(check)];
    if (check.kind === 'http') {
        if (check.expectVersion !== undefined)
            parts.push(`version ${check.expectVersion}`);
        const rules = check.components.map(({ name, atLeast }) => `${name}>=${atLeast}`);
        if (rules.length > 0)
            parts.push(`components ${rules.join(', ')}`);
        if (check.until.length > 0)
            parts.push(`until ${check.until.map(({ text }) => text).join(' and ')}`);
        if (check.failWhen.length > 0)
            parts.push(`fail when ${check.failWhen.map(({ text }) => text).join(' or ')}`);
    }
    parts.push(`within ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(check.requestTimeoutMs)}`);
    if (check.maxLatencyMs !== undefined)
        parts.push(`max-latency ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(check.maxLatencyMs)}`);
    if (!check.required)
        parts.push('(only warns)');
    return parts.join(' ');
}


/***/ }),

/***/ 8846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ runnerHost),
/* harmony export */   TE: () => (/* binding */ sshHost),
/* harmony export */   yE: () => (/* binding */ removeKey)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2498);
/* harmony import */ var _suite_ssh__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5257);


/** Key of the state under which post finds the folder with the key. */
const SSH_FOLDER = 'sshFolder';
/** The runner itself; `env` is the job's environment without the inputs. */
function runnerHost(env, { exec, signal }) {
    const run = (script, timeoutMs) => exec.run({ file: 'sh', args: ['-s'], env, stdin: script, timeoutMs }, signal);
    return {
        run: (script, timeoutMs) => measured(timeoutMs, () => run(script, timeoutMs), () => true),
        close: async () => undefined,
    };
}
/** A host over SSH, connected with the first script; a connection that broke is made again by the next one. */
function sshHost(settings, ports) {
    const closing = new AbortController();
    const link = openLink(settings, { ...ports, signal: AbortSignal.any([ports.signal, closing.signal]) });
    const where = settings.targets.map(_suite_ssh__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4).join();
    return {
        run: async (script, timeoutMs) => {
            const work = async () => (await link.connection()).run(script, timeoutMs);
            const result = await measured(timeoutMs, work, link.isConnected);
            return result.failure === undefined ? result : { ...result, failure: `${where}: ${result.failure}` };
        },
        close: async () => {
            closing.abort();
            await link.close();
        },
    };
}
function openLink(settings, ports) {
    let folder;
    let client;
    let connected;
    let connecting;
    const open = async () => {
        folder ??= await ports.files.makeTemporaryFolder('ssh');
        ports.state.save(SSH_FOLDER, folder);
        client = await (0,_suite_ssh__WEBPACK_IMPORTED_MODULE_1__/* .openClient */ .My)(settings, folder, ports);
        connected = await (0,_suite_ssh__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .Ng)(client, 0, ports);
        return connected;
    };
    return {
        isConnected: () => connected !== undefined,
        connection: () => {
            connecting ??= open().catch(async (error) => {
                await client?.close();
                connecting = undefined;
                throw error;
            });
            return connecting;
        },
        close: async () => {
            await connecting?.catch(() => undefined);
            await connected?.close();
            await client?.close();
            if (folder !== undefined)
                await ports.files.remove(folder);
        },
    };
}
/** Removes the folder with the key, where main was killed before it could. */
async function removeKey({ state, files }) {
    const folder = state.read(SSH_FOLDER);
    if (folder !== undefined)
        await files.remove(folder);
}
/** Keeps the time, also where a connection hangs; a failure that may pass is an answer. */
async function measured(timeoutMs, work, reached) {
    const started = performance.now();
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve(undefined), timeoutMs);
    });
    const done = (result, failure) => ({
        totalMs: performance.now() - started,
        reached: reached(),
        result,
        failure,
    });
    const running = work();
    try {
        const result = await Promise.race([running, late]);
        running.catch(() => undefined);
        return result === undefined || result.timedOut ? done(undefined, `no answer within ${timeoutMs} ms`) : done(result);
    }
    catch (error) {
        if (error instanceof _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && error.details.retryable)
            return done(undefined, error.message);
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
}


/***/ }),

/***/ 6854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ realProbes)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/index.js + 7 modules
var src = __nccwpck_require__(3975);
// EXTERNAL MODULE: ./actions/health-gate/src/judge-connection.js
var judge_connection = __nccwpck_require__(3523);
;// CONCATENATED MODULE: ./actions/health-gate/src/ports/limits.js
/** The limits as the engine takes them. */
function limitsOf({ timeoutMs, signal, address }) {
    return { timeoutMs, signal, ...(address === undefined ? {} : { addresses: [address] }) };
}
/** The authorities as the engine takes them, beside the default ones. */
function tlsOf({ ca }) {
    return ca === undefined ? {} : { ca };
}

;// CONCATENATED MODULE: ./actions/health-gate/src/ports/memory.js
/**
 * A function that keeps a long bake small. V8's optimizing compilers take 10 to 25 MB on threads of their own, for a
 * program that waits most of its time. And V8 collects garbage by the size of its heap, which stays at 8 MB here, while
 * the buffers of closed sockets outside of it grow the process to over 100 MB.
 */
function garbageCollector() {
    let collect;
    return () => {
        collect ??= exposed();
        collect();
    };
}
function exposed() {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8');
    for (const flag of ['--no-maglev', '--no-turbofan', '--expose-gc'])
        setFlagsFromString(flag);
    return process.getBuiltinModule('node:vm').runInNewContext('gc');
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./actions/health-gate/src/postgres-error.js
/** What the driver is told when the server asks for a password that was not given. */
const NO_PASSWORD = 'no password was given';
/**
 * What a failed log-in says of a server; undefined where it was not the server that spoke. `loggedIn`: a password was
 * given. Without one, a server that asks for it, or knows no such user or database, is up and takes connections.
 */
function readServerError({ code, message }, loggedIn) {
    if (message === NO_PASSWORD)
        return up('wants a password');
    if (code === undefined || !/^[0-9A-Z]{5}$/.test(code))
        return undefined;
    const says = `${code} ${message}`;
    // Class 28: not let in; 3D000: no such database.
    if (!loggedIn && /^28|^3D000$/.test(code))
        return up(says);
    if (code.startsWith('28'))
        return { verdict: 'auth-refused', speaks: says };
    return { verdict: 'rejecting', speaks: says };
}
/** What the first message of a server says to somebody without credentials; undefined where it is no PostgreSQL's. */
function readGreeting(message) {
    const [type] = message.toString('latin1');
    if (type === 'R')
        return { verdict: 'accepting', speaks: 'up' };
    if (type !== 'E' || message.length < 6)
        return undefined;
    const fields = message.subarray(5).toString('utf8').split('\0');
    const field = (letter) => fields.find((one) => one.startsWith(letter))?.slice(1) ?? '';
    const speaks = `${field('C')} ${field('M')}`;
    if (!/^[0-9A-Z]{5} /.test(speaks))
        return undefined;
    // Class 53: no room left; 57: starting, shutting down, in recovery. All else is said by a server that takes connections.
    return { verdict: /^5[37]/.test(speaks) ? 'rejecting' : 'accepting', speaks: /^5[37]/.test(speaks) ? speaks : 'up' };
}
function up(why) {
    const notes = ['PostgreSQL takes connections; without credentials no query was tried'];
    return { verdict: 'accepting', speaks: `up, ${why}`, notes };
}

;// CONCATENATED MODULE: ./actions/health-gate/src/ports/postgres.js




const PROTOCOL_3 = 0x0003_0000;
const SSL_REQUEST = 80_877_103;
/** Logs in and asks `SELECT 1`, all within one deadline. The driver is loaded with the first check that needs it. */
async function askPostgres(url, limits) {
    await __nccwpck_require__.e(/* import() */ 315).then(__nccwpck_require__.bind(__nccwpck_require__, 6315));
    const mode = url.searchParams.get('sslmode') ?? 'disable';
    let refusal;
    const beforeTls = async (socket) => {
        refusal = await askForTls(socket, mode);
        if (refusal)
            throw new Error(refusal.speaks);
    };
    const place = { host: (0,src/* hostOf */.w4)(url), port: Number(url.port), ...limitsOf(limits) };
    const secured = mode === 'disable' ? place : { ...place, tls: tlsOf(limits), beforeTls };
    const result = await (0,src/* probeConnection */.hG)(secured, (socket) => logIn(socket, url));
    return refusal === undefined ? result : { ...result, value: refusal, failure: undefined };
}
/** Asks to be let in, without credentials, and waits for the first word; undefined where it is no PostgreSQL's. */
async function greetPostgres(socket) {
    const words = Buffer.from('user\0postgres\0application_name\0health-gate\0\0');
    return readGreeting(await said(socket, message(PROTOCOL_3, words)));
}
/** Asks for TLS as PostgreSQL wants it; gives why there is none. */
async function askForTls(socket, mode) {
    const answer = await said(socket, message(SSL_REQUEST));
    if (answer.toString('latin1') === 'S')
        return undefined;
    const error = readGreeting(answer);
    if (error?.verdict === 'rejecting')
        return error;
    return { verdict: 'rejecting', speaks: `takes no TLS, which sslmode=${mode} asks for` };
}
async function logIn(socket, url) {
    const { default: pg } = await __nccwpck_require__.e(/* import() */ 315).then(__nccwpck_require__.bind(__nccwpck_require__, 6315));
    const client = new pg.Client({ ...clientConfig(url), stream: () => connectedAlready(socket) });
    client.on('error', () => undefined);
    try {
        await client.connect();
        await client.query('SELECT 1');
        return { verdict: 'accepting', speaks: 'accepting, SELECT 1 answered' };
    }
    catch (thrown) {
        const answer = readServerError(thrown, url.password !== '');
        if (answer !== undefined)
            return answer;
        throw /terminated unexpectedly/.test(String(thrown)) ? new Error('socket hang up') : thrown;
    }
}
function clientConfig(url) {
    return {
        user: (0,src/* decodePart */.US)(url.username) || 'postgres',
        database: (0,src/* decodePart */.US)(url.pathname.slice(1)) || (0,src/* decodePart */.US)(url.username) || 'postgres',
        password: url.password === '' ? refusePassword : (0,src/* decodePart */.US)(url.password),
        application_name: 'health-gate',
        ssl: false,
    };
}
/** Called only where the server asks for a password and there is none: it has spoken, and that is enough. */
function refusePassword() {
    throw new Error(NO_PASSWORD);
}
/** The driver means to connect; the engine has done that, and TLS too. */
function connectedAlready(socket) {
    const connect = () => {
        process.nextTick(() => socket.emit('connect'));
        return socket;
    };
    return Object.assign(socket, { connect });
}
/** A message that has no type: its length, a number and more. */
function message(code, rest = Buffer.alloc(0)) {
    const head = Buffer.alloc(8);
    head.writeInt32BE(head.length + rest.length, 0);
    head.writeInt32BE(code, 4);
    return Buffer.concat([head, rest]);
}
/** Sends something and gives the first chunk of the answer. */
async function said(socket, bytes) {
    socket.write(bytes);
    const closed = (0,external_node_events_.once)(socket, 'close').then(() => Promise.reject(new Error('socket hang up')));
    const [chunk] = await Promise.race([(0,external_node_events_.once)(socket, 'data'), closed]);
    return chunk;
}

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var core_src = __nccwpck_require__(2498);
;// CONCATENATED MODULE: ./actions/health-gate/src/redis-reply.js

/** What the first line of a reply to PING or AUTH says. `loggedIn`: a password was given. */
function readReply(line, loggedIn) {
    if (line === '+PONG')
        return { verdict: 'accepting', speaks: 'PONG' };
    if (!line.startsWith('-')) {
        return { verdict: 'rejecting', speaks: `does not speak Redis: ${JSON.stringify((0,core_src/* excerpt */.Kb)(line, 60))}` };
    }
    const text = (0,core_src/* excerpt */.Kb)(line.slice(1), 200);
    if (text.startsWith('NOAUTH') && !loggedIn) {
        return {
            verdict: 'accepting',
            speaks: 'up, wants a password',
            notes: ['Redis is up; without a password no command was tried'],
        };
    }
    const refused = /^(NOAUTH|WRONGPASS|NOPERM)|invalid password|without any password/i.test(text);
    return { verdict: refused ? 'auth-refused' : 'rejecting', speaks: text };
}

;// CONCATENATED MODULE: ./actions/health-gate/src/ports/redis.js


/** Logs in where the URL has a password, and asks PING. */
async function pingRedis(socket, url) {
    const password = (0,src/* decodePart */.US)(url.password);
    const user = (0,src/* decodePart */.US)(url.username);
    if (password !== '') {
        const login = await command(socket, ['AUTH', ...(user === '' ? [] : [user]), password]);
        if (login !== '+OK')
            return readReply(login, true);
    }
    return readReply(await command(socket, ['PING']), password !== '');
}
/** Asks PING without credentials; undefined where it is no Redis that answers. */
async function greetRedis(socket) {
    const line = await command(socket, ['PING']);
    return line === '+PONG' || line.startsWith('-') ? readReply(line, false) : undefined;
}
/** Sends one command and gives the first line of its reply. */
function command(socket, words) {
    const text = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('');
    socket.write(`*${words.length}\r\n${text}`);
    return new Promise((resolve, reject) => {
        let reply = '';
        const take = (chunk) => {
            reply += chunk.toString('utf8');
            const end = reply.indexOf('\r\n');
            if (end < 0 && reply.length < 4_096)
                return;
            socket.off('data', take).off('close', closed);
            resolve(reply.slice(0, end < 0 ? undefined : end));
        };
        const closed = () => reject(new Error('socket hang up'));
        socket.on('data', take).once('close', closed);
    });
}

;// CONCATENATED MODULE: ./actions/health-gate/src/ports/probes.js







/** A forwarder with nobody behind it closes within this time. */
const FORWARDER_MS = 100;
/** The real ones; `host` is where scripts run. */
function realProbes(host) {
    return {
        http: ({ url, headers }, limits) => (0,src/* probe */.dy)({
            url,
            headers: new Map([['Cache-Control', 'no-cache'], ...headers]),
            maxBodyBytes: 1024 * 1024,
            tls: tlsOf(limits),
            ...limitsOf(limits),
        }),
        port: async (check, limits) => {
            const { kind, host, port } = check;
            const tls = kind === 'tls' ? { tls: tlsOf(limits) } : {};
            const database = (0,judge_connection/* usualDatabase */.Ku)(check);
            return (0,src/* probeConnection */.hG)({ host, port, ...tls, ...limitsOf(limits) }, async (socket) => {
                if (database !== undefined)
                    return database === 'postgres' ? greetPostgres(socket) : greetRedis(socket);
                if (kind === 'tcp')
                    await (0,src/* staysOpen */.n7)(socket, FORWARDER_MS);
                return undefined;
            });
        },
        database: ({ kind, url }, limits) => (kind === 'postgres' ? askPostgres(url, limits) : askRedis(url, limits)),
        tidy: garbageCollector(),
        script: host.run,
        addressesOf: (name, { timeoutMs, signal }) => {
            const slow = (0,promises_.setTimeout)(timeoutMs, [], { signal, ref: false }).catch(() => []);
            return Promise.race([(0,src/* lookupAddresses */.ZI)(name).catch(() => []), slow]);
        },
        reaches: async (url, limits) => {
            const place = { host: (0,src/* hostOf */.w4)(url), port: (0,src/* portOf */.HM)(url) };
            const result = await (0,src/* probeConnection */.hG)({ ...place, ...limits }, async () => undefined);
            return result.failure === undefined;
        },
    };
}
function askRedis(url, limits) {
    const place = { host: (0,src/* hostOf */.w4)(url), port: Number(url.port) };
    const tls = url.protocol === 'rediss:' ? { tls: tlsOf(limits) } : {};
    return (0,src/* probeConnection */.hG)({ ...place, ...tls, ...limitsOf(limits) }, (socket) => pingRedis(socket, url));
}


/***/ }),

/***/ 5243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ reportGate)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(2498);
;// CONCATENATED MODULE: ./actions/health-gate/src/diagnosis.js
/** What to do next, from what was seen last. */
function adviceFor(state, samples) {
    if (state.phase === 'inconclusive' && state.reached > 0)
        return ['take more samples: a longer bake, a shorter interval, or a smaller min-samples'];
    if (state.phase === 'inconclusive')
        return ['look at the network of the runner: nothing was reached, GitHub neither'];
    const advice = samples.filter((sample) => sample.class === 'fail' || sample.class === 'error').flatMap(adviceOn);
    return [...new Set(advice)];
}
function adviceOn({ check, cause, class: seen, version }) {
    if (cause === 'auth-refused')
        return [`${check}: give it credentials (headers, or user and password in its address)`];
    if (cause === 'wrong-version' && version === undefined)
        return [`${check}: let it send the header x-version, or name the place of its version with version-path`];
    if (cause === 'wrong-version') {
        return [`${check}: look whether the deploy has replaced every instance; a slow roll-out wants a longer warmup`];
    }
    if (cause === 'fail-condition')
        return [`${check}: what it stands for has failed; look at its own log`];
    if (cause === 'container-exited')
        return [`${check}: the container has ended; its last lines are in the summary`];
    if (cause === 'waiting')
        return [`${check}: until never held; raise deadline, or correct the condition`];
    if (cause === 'starting')
        return [`${check}: it is still starting; raise warmup and deadline, or look at its log`];
    if (cause === 'degraded')
        return [`${check}: it works, but not at its best; degraded: warn, or a rule with >=degraded, lets that pass`];
    if (cause === 'too-slow')
        return [`${check}: it answers, but slowly; look at its load or raise max-latency`];
    if (cause === 'redirect')
        return [`${check}: set its URL to where it redirects to`];
    if (cause === 'no-component')
        return [`${check}: correct components; the message lists what is there`];
    if (cause === 'no-container')
        return [`${check}: look whether it was started, and check the name: docker ps -a, docker compose ls`];
    if (cause === 'no-engine')
        return [`${check}: look at Docker on the host: does it run?`];
    if (cause === 'no-tool')
        return [`${check}: install that tool on the host, or correct the check`];
    if (cause === 'status')
        return [`${check}: the path of its URL does not exist there; correct it`];
    if (seen === 'error')
        return [`${check}: nobody answers there; look whether it runs and listens, and at the addresses`];
    return [`${check}: the application itself says no; look at its log`];
}
/** How often each thing was seen, most often first: what a timeout alone would not tell. */
function tally(timeline, most) {
    const counts = new Map();
    for (const { message, class: seen } of timeline) {
        const key = `${seen}: ${message.replace(/\d+(\.\d+)? (ms|s)\b/g, '… $2')}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, most);
    return sorted.map(([message, count]) => `${count} of ${timeline.length} samples ${message}`);
}

// EXTERNAL MODULE: ./actions/health-gate/src/figures.js
var src_figures = __nccwpck_require__(8160);
// EXTERNAL MODULE: ./actions/health-gate/src/plan.js
var src_plan = __nccwpck_require__(7390);
// EXTERNAL MODULE: ./actions/health-gate/src/check.js
var src_check = __nccwpck_require__(4833);
// EXTERNAL MODULE: ./actions/health-gate/src/moment.js
var moment = __nccwpck_require__(7613);
// EXTERNAL MODULE: ./actions/health-gate/src/timeline.js
var src_timeline = __nccwpck_require__(4030);
;// CONCATENATED MODULE: ./actions/health-gate/src/summary.js







const SIGNS = {
    passed: '✅',
    failed: '❌',
    'timed-out': '❌',
    inconclusive: '❔',
    cancelled: '⏹️',
};
/** Verdict and cause, the timeline, each check's last answer, and what to do next. */
function formatSummary(plan, result) {
    const { state } = result;
    const { timeline, last, lastBad } = result.history;
    const bad = state.phase === 'passed' ? undefined : lastBad;
    const advice = adviceFor(state, bad?.samples ?? []).map((line) => `- ${(0,src/* escapeMarkdown */.FV)(line)}`);
    return (0,src/* paragraphs */.qN)(`### ${SIGNS[state.phase]} health-gate: ${state.phase}`, (0,src/* escapeMarkdown */.FV)(state.reason), timeline.length === 0 ? undefined : (0,src/* codeBlock */.DV)((0,src_timeline/* sparkline */.KM)(timeline)), numbers(plan, result), (0,src/* table */.tp)(['check', 'target', 'last answer', 'took', 'connection'], plan.checks.map((check) => row((0,src_check/* targetOf */.$r)(check), check.name, last))), componentTable(last), state.phase === 'passed' ? undefined : diagnosis(bad, timeline), ...result.quotes.map(({ title, text }) => (0,src/* details */.zH)((0,src/* escapeMarkdown */.FV)(title), (0,src/* codeBlock */.DV)(text))), advice.length === 0 ? undefined : `**What to do next**\n\n${advice.join('\n')}`, rollback(plan, state));
}
function numbers({ baseline }, { state, history: { timeline }, endMs }) {
    const { uptimePercent, p50Ms, p95Ms } = (0,src_figures/* figuresOf */.h5)(timeline, endMs);
    const parts = [
        `${timeline.length} samples in ${(0,src/* formatDuration */.a3)(endMs)}`,
        state.healthyMs === undefined
            ? 'never healthy for long enough'
            : `healthy after ${(0,src/* formatDuration */.a3)(state.healthyMs)}`,
        uptimePercent === undefined ? undefined : `good ${uptimePercent.toFixed(1)} % of the time since the first pass`,
        p50Ms === undefined ? undefined : `p50 ${(0,src/* formatDuration */.a3)(p50Ms)}`,
        p95Ms === undefined
            ? undefined
            : `p95 ${(0,src/* formatDuration */.a3)(p95Ms)}${(0,src_figures/* isMaximum */.Be)(timeline.filter(moment/* isGood */.K).length, 95) ? ' (the maximum)' : ''}`,
        baseline?.p95Ms === undefined ? undefined : `p95 of the baseline ${(0,src/* formatDuration */.a3)(baseline.p95Ms)}`,
        state.forgiven === 0 ? undefined : `${state.forgiven} forgiven by the flake budget`,
    ];
    return parts.filter(Boolean).join(' · ');
}
function row(target, name, last) {
    const sample = last?.samples.find((one) => one.check === name);
    if (sample === undefined)
        return [(0,src/* escapeMarkdown */.FV)(name), (0,src/* code */.aY)(target), 'not-run', '', ''];
    const soft = sample.required ? '' : ' (only warns)';
    const answer = `${sample.class}: ${(0,src/* escapeMarkdown */.FV)(sample.message)}${soft}`;
    const took = (0,src/* formatDuration */.a3)(sample.latencyMs);
    return [(0,src/* escapeMarkdown */.FV)(name), (0,src/* code */.aY)(target), answer, took, (0,src/* escapeMarkdown */.FV)(sample.connection ?? '')];
}
function componentTable(last) {
    const rows = (last?.samples ?? []).flatMap(({ check, components }) => components.map(({ name, level, word }) => [(0,src/* escapeMarkdown */.FV)(check), (0,src/* escapeMarkdown */.FV)(name), level, (0,src/* code */.aY)(word)]));
    return rows.length > 100 ? '' : (0,src/* table */.tp)(['check', 'component', 'level', 'says'], rows);
}
/** The last round that was not good, told in full, and what was seen how often. */
function diagnosis(bad, timeline) {
    if (bad === undefined)
        return undefined;
    const samples = bad.samples.filter((sample) => sample.class !== 'pass');
    const seen = tally(timeline, 5).map((line) => `- ${(0,src/* escapeMarkdown */.FV)(line)}`);
    return (0,src/* paragraphs */.qN)(seen.join('\n'), ...samples.map(evidence));
}
function evidence({ check, message, evidence: lines, notes }) {
    return (0,src/* details */.zH)(`${check}: what was seen last`, (0,src/* codeBlock */.DV)([message, ...notes, ...lines].join('\n')));
}
function rollback(plan, state) {
    if (state.phase === 'passed')
        return undefined;
    return `\`should-rollback\` is \`${(0,src_plan/* rollsBack */.cL)(plan, state)}\`.`;
}

;// CONCATENATED MODULE: ./actions/health-gate/src/report.js





const CODES = {
    failed: 'E_UNHEALTHY',
    'timed-out': 'E_NOT_HEALTHY_IN_TIME',
    inconclusive: 'E_INCONCLUSIVE',
};
/** Outputs, summary and the failure of a gate that ended. */
function reportGate(plan, result) {
    const failure = failureOf(plan, result);
    const inconclusive = result.state.phase === 'inconclusive' && plan.onInconclusive === 'warn';
    return {
        outputs: outputsOf(plan, result),
        summary: formatSummary(plan, result),
        annotations: [
            ...(inconclusive ? [{ level: 'warning', message: `W_INCONCLUSIVE: ${result.state.reason}` }] : []),
            ...baselineNotes(plan, result),
        ],
        failure,
    };
}
/** What was broken before this run is told, and not blamed on it. */
function baselineNotes(plan, { state }) {
    const { baseline } = plan;
    if (baseline === undefined || !(0,src_plan/* unhealthyBefore */.cF)(plan) || state.phase === 'passed')
        return [];
    return [{ level: 'notice', message: `it was not healthy before this deploy either: ${baseline.reason}` }];
}
function outputsOf(plan, { state, history, endMs, report }) {
    const figures = (0,src_figures/* figuresOf */.h5)(history.timeline, endMs);
    const { last } = history;
    return {
        result: state.phase,
        reason: state.reason,
        version: last?.samples.find((sample) => sample.version !== undefined)?.version ?? '',
        components: JSON.stringify(componentsOf(last)),
        failing: failingOf(last).join(', '),
        samples: String(history.timeline.length),
        'time-to-healthy-ms': whole(state.healthyMs),
        'uptime-percent': rounded(figures.uptimePercent),
        'error-rate': rounded(figures.errorRate),
        'p50-ms': whole(figures.p50Ms),
        'p95-ms': whole(figures.p95Ms),
        'should-rollback': String((0,src_plan/* rollsBack */.cL)(plan, state)),
        report,
    };
}
/** Components by name; with several checks that have some, behind the check's name. */
function componentsOf(round) {
    const samples = (round?.samples ?? []).filter((sample) => sample.components.length > 0);
    const prefix = (sample) => (samples.length > 1 ? `${sample.check}: ` : '');
    return Object.fromEntries(samples.flatMap((sample) => sample.components.map(({ name, level }) => [`${prefix(sample)}${name}`, level])));
}
/** What failed last: the components by name, or the check where it names none. */
function failingOf(round) {
    const required = (round?.samples ?? []).filter((sample) => sample.required);
    const bad = required.filter((sample) => sample.class === 'fail' || sample.class === 'error');
    return [...new Set(bad.flatMap((sample) => (sample.failing.length > 0 ? sample.failing : [sample.check])))];
}
function failureOf({ onInconclusive, rules }, { state, history, thrown }) {
    const verdict = state.phase;
    if (thrown !== undefined)
        return thrown;
    if (verdict === 'passed')
        return undefined;
    if (verdict === 'cancelled')
        return new src/* CancelledError */.cc();
    if (rules.mode === 'snapshot')
        return undefined;
    if (verdict === 'inconclusive' && onInconclusive !== 'fail')
        return undefined;
    const advice = adviceFor(state, history.lastBad?.samples ?? []).slice(0, 2);
    const hint = advice.length === 0 ? {} : { hint: advice.join('\n') };
    return new src/* GateError */.ue(state.reason, { code: CODES[verdict], ...hint });
}
function whole(value) {
    return value === undefined ? '' : String(Math.round(value));
}
function rounded(value) {
    return value === undefined ? '' : String(Math.round(value * 100) / 100);
}


/***/ }),

/***/ 6930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NR: () => (/* binding */ parseRules),
/* harmony export */   PW: () => (/* binding */ missingComponents),
/* harmony export */   Rn: () => (/* binding */ judgeComponent),
/* harmony export */   vf: () => (/* binding */ TOLERANCES)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1432);

/** What a state that is neither good nor bad counts as. */
const TOLERANCES = ['warn', 'pass', 'fail'];
const LEAST = ['healthy', 'degraded', 'unhealthy'];
/**
 * Parses `postgres=healthy, ollama>=degraded, *>=degraded`.
 * @throws RangeError naming the entry and the corrected form.
 */
function parseRules(text) {
    const entries = text.split(/[\n,]/).map((entry) => entry.trim());
    return entries.filter(Boolean).map((entry) => {
        const [, name, level] = /^([^\s=<>]+)\s*(?:>=|=)\s*(\w+)$/.exec(entry) ?? [];
        const atLeast = LEAST.find((word) => word === level?.toLowerCase());
        if (name === undefined || atLeast === undefined) {
            throw new RangeError(`has "${entry}", which is not a rule; write for example postgres=healthy or *>=degraded`);
        }
        return { name, atLeast };
    });
}
/** Judges one component by the rule that names it best, else by what degraded and unknown count as. */
function judgeComponent(component, rules, tolerances) {
    const rule = ruleFor(component, rules);
    const { level } = component;
    if (level === 'healthy')
        return { component, verdict: 'pass' };
    if (level === 'starting')
        return { component, verdict: 'fail' };
    if (rule === undefined)
        return { component, verdict: tolerated(level, tolerances) };
    if (rule.atLeast === 'degraded' && level === 'unknown')
        return { component, verdict: tolerances.unknown };
    return { component, verdict: (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorse */ .Bx)(level, rule.atLeast) ? 'fail' : 'warn' };
}
/** A whole name goes before one with `*`, a longer before a shorter. */
function ruleFor({ name: component }, rules) {
    const weight = ({ name }) => name.length + (name.endsWith('*') ? 0 : 1_000);
    return rules.filter(({ name }) => matches(name, component)).toSorted((a, b) => weight(b) - weight(a))[0];
}
/** Rules for which no component is there. */
function missingComponents(rules, components) {
    const names = rules.map(({ name }) => name);
    return names.filter((name) => !components.some((component) => matches(name, component.name)));
}
function tolerated(level, { degraded, unknown }) {
    if (level === 'degraded')
        return degraded;
    return level === 'unknown' ? unknown : 'fail';
}
function matches(rule, name) {
    const [pattern, text] = [rule.toLowerCase(), name.toLowerCase()];
    if (pattern.endsWith('*'))
        return text.startsWith(pattern.slice(0, -1));
    // health+json names a component `postgres:responseTime`.
    return text === pattern || text.split(':')[0] === pattern;
}


/***/ }),

/***/ 7155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ areBlameless),
/* harmony export */   A2: () => (/* binding */ combineRound),
/* harmony export */   FY: () => (/* binding */ worseClass),
/* harmony export */   JJ: () => (/* binding */ commonCause),
/* harmony export */   uV: () => (/* binding */ sampleOf)
/* harmony export */ });
const ORDER = ['pass', 'warn', 'error', 'fail'];
/** The worse of two classes; an application that says no outweighs a silent one. */
function worseClass(a, b) {
    return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}
/** Joins the samples of one moment: the worst of the required ones decides, the others can only warn. */
function combineRound(atMs, samples, versionWanted) {
    const counted = samples.map((sample) => (sample.required ? sample.class : softened(sample.class)));
    const worst = counted.reduce(worseClass, 'pass');
    const deciding = samples.filter((_, index) => counted[index] === worst);
    // Whole milliseconds, as the report keeps them: a replay must see what was judged.
    const latencyMs = Math.round(Math.max(0, ...samples.map((sample) => sample.latencyMs)));
    const reached = samples.some((sample) => sample.reached);
    const blameless = areBlameless(samples.filter((_, index) => ['fail', 'error'].includes(counted[index] ?? '')));
    const says = deciding.map((sample) => `${sample.check}: ${sample.message}`).join('; ');
    const message = worst === 'pass' && deciding.length > 2 ? `all ${deciding.length} checks pass` : says;
    const cause = commonCause(deciding);
    const good = worst === 'pass' || worst === 'warn';
    if (good && versionWanted !== undefined && !samples.some((sample) => sample.version !== undefined)) {
        const untold = `no answer tells a version, so nothing says that it is ${versionWanted}`;
        return { atMs, class: 'fail', cause: 'wrong-version', message: untold, reached, latencyMs, samples };
    }
    return { atMs, class: worst, ...(cause ? { cause } : {}), blameless, message, reached, latencyMs, samples };
}
/** The sample of a check that gave none of its own, such as one whose probe was cut by the end of the gate. */
function sampleOf(check, parts) {
    const { name, required } = check;
    const reached = parts.class !== 'error';
    const base = { check: name, required, reached, latencyMs: 0, components: [], failing: [], notes: [], evidence: [] };
    return { ...base, ...parts, message: parts.message.replace(/\s+/g, ' ') };
}
function softened(sampleClass) {
    return sampleClass === 'pass' ? 'pass' : 'warn';
}
/** Most serious first: what is hopeless, then what is judged, then what is only waited for. */
const HOPELESS = ['fail-condition', 'auth-refused', 'container-exited'];
const LENIENT = ['wrong-version', 'starting', 'waiting'];
/** What credentials, addresses, rules or tools that do not fit look like; and what is only degraded. */
const BLAMELESS = ['auth-refused', 'redirect', 'no-component', 'no-tool', 'degraded'];
/** Whether none of the bad samples blames the application; undefined where one does, or none is bad. */
function areBlameless(bad) {
    const all = bad.every(({ cause, blameless = BLAMELESS.includes(cause) }) => blameless);
    return (bad.length > 0 && all) || undefined;
}
/** A hopeless cause of one outweighs; a degraded component and what is only waited for count where nothing else does. */
function commonCause(samples) {
    const causes = samples.map((sample) => sample.cause);
    const hopeless = HOPELESS.find((cause) => causes.includes(cause));
    if (hopeless)
        return hopeless;
    const judged = causes.filter((cause) => cause !== undefined && !LENIENT.includes(cause));
    if (judged.length > 0)
        return judged.find((cause) => cause !== 'degraded') ?? 'degraded';
    return LENIENT.find((cause) => causes.includes(cause));
}


/***/ }),

/***/ 6813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ brokenBudgets),
/* harmony export */   s: () => (/* binding */ parseSlo)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2498);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8160);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7613);



/**
 * Parses `error-rate<1%, p95<1s, uptime>=99%`.
 * @throws RangeError naming the budget and the corrected form.
 */
function parseSlo(text) {
    return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(text).map(parseBudget);
}
function parseBudget(text) {
    const [, name = '', operator, value = ''] = /^([\w.-]+)\s*(<=|>=|<|>)\s*(\S+)$/.exec(text) ?? [];
    const rank = Number(/^p(\d{1,2}(?:\.\d+)?|100)$/.exec(name)?.[1]);
    const share = Number(/^(\d+(?:\.\d+)?)%$/.exec(value)?.[1]);
    const known = { text, operator: operator };
    if ((name === 'error-rate' || name === 'uptime') && share <= 100)
        return { ...known, figure: name, limit: share };
    if (rank > 0 && operator !== undefined) {
        try {
            return { ...known, figure: { percentile: rank }, limit: (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(value) };
        }
        catch (error) {
            throw new RangeError(`has ${text}, and ${value} ${error instanceof Error ? error.message : error}`);
        }
    }
    throw new RangeError(`has ${text}, which is no budget; write for example error-rate<1%, p95<1s, uptime>=99%`);
}
/** What of the slo the samples until `endMs` break, one sentence each; a budget that has no sample is broken. */
function brokenBudgets(budgets, moments, endMs) {
    return budgets.flatMap((budget) => {
        const { figure, text } = budget;
        const value = figureOf(figure, moments, endMs);
        if (value === undefined)
            return [`${text}: there is no sample for it`];
        if (isWithin(budget, value))
            return [];
        const good = moments.filter(_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K).length;
        const greatest = typeof figure === 'object' && (0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .isMaximum */ .Be)(good, figure.percentile);
        const few = greatest ? ` (the maximum of ${good} samples)` : '';
        const shown = typeof figure === 'object' ? (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(value) : `${Math.round(value * 100) / 100} %`;
        return [`${text}: it is ${shown}${few}`];
    });
}
function figureOf(figure, moments, endMs) {
    if (typeof figure === 'object') {
        const latencies = moments.filter(_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K).map(({ latencyMs }) => latencyMs);
        return (0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .percentile */ .Ym)(latencies, figure.percentile);
    }
    const { errorRate, uptimePercent } = (0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .figuresOf */ .h5)(moments, endMs);
    if (moments.length > 0 && errorRate === undefined)
        return figure === 'uptime' ? 0 : 100;
    return figure === 'uptime' ? uptimePercent : errorRate;
}
function isWithin({ operator, limit }, value) {
    if (operator === '<')
        return value < limit;
    if (operator === '<=')
        return value <= limit;
    return operator === '>' ? value > limit : value >= limit;
}


/***/ }),

/***/ 4030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KM: () => (/* binding */ sparkline),
/* harmony export */   Kr: () => (/* binding */ newNotes),
/* harmony export */   z3: () => (/* binding */ roundLine)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2498);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7613);


const BARS = '▁▂▃▄▅▆▇█';
const MARKS = { pass: '🟩', warn: '🟨', fail: '🟥', error: '⬛' };
const WIDEST = 60;
/** In a long bake one line in so many says that it goes on. */
const QUIET_ROUNDS = 30;
/** The log line of a round, or undefined where a long bake says nothing new. */
function roundLine({ round, before, index }, from, to) {
    const news = from.phase !== to.phase || before?.class !== round.class;
    if (!news && to.phase === 'baking' && index % QUIET_ROUNDS !== 0)
        return undefined;
    const streak = to.phase === 'healthy' ? ` ${to.streak} in a row` : '';
    const at = (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(round.atMs).padStart(9);
    const took = `(${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(round.latencyMs)})`;
    return `${at}  ${round.class.padEnd(5)}  ${round.message} ${took} → ${to.phase}${streak}`;
}
/** Notes of a round that were not told before; `told` takes them up. */
function newNotes(told, round) {
    const fresh = new Set(round.samples.flatMap((sample) => sample.notes)).difference(told);
    for (const note of fresh)
        told.add(note);
    return [...fresh];
}
/** States and latencies of a timeline in two lines; of more than fit each mark is the worst of several. */
function sparkline(moments) {
    if (moments.length === 0)
        return '';
    const size = Math.ceil(moments.length / WIDEST);
    const groups = Array.from({ length: Math.ceil(moments.length / size) }, (_, index) => moments.slice(index * size, (index + 1) * size));
    const slowest = Math.max(...moments.map(({ latencyMs }) => latencyMs), 1);
    const states = groups.map((group) => MARKS[(group.find((moment) => !(0,_moment_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K)(moment)) ?? group[0])?.class ?? 'pass']);
    const latencies = groups.map((group) => {
        const ms = Math.max(...group.map(({ latencyMs }) => latencyMs));
        return BARS[Math.min(BARS.length - 1, Math.floor((ms / slowest) * BARS.length))];
    });
    const scale = `slowest ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(slowest)}${size > 1 ? `, ${size} samples a mark` : ''}`;
    return `${states.join('')}\n${latencies.join('')}  ${scale}`;
}


/***/ }),

/***/ 1432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isWorse),
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   QZ: () => (/* binding */ worst)
/* harmony export */ });
const ORDER = ['healthy', 'degraded', 'starting', 'unknown', 'unhealthy'];
const VOCABULARY = {
    healthy: 'healthy pass passing ok up green alive ready available operational running true',
    degraded: 'degraded warn warning yellow partial slow',
    starting: 'starting pending initializing',
    unhealthy: 'unhealthy fail failed failing error down red critical dead unavailable outofservice shuttingdown false',
};
const LEVELS = new Map(Object.entries(VOCABULARY).flatMap(([level, words]) => words.split(' ').map((word) => [word, level])));
/** The level that a word means; case, `_`, `-` and spaces do not count. */
function levelOf(word) {
    return LEVELS.get(word.toLowerCase().replace(/[\s_-]/g, '')) ?? 'unknown';
}
/** The worst of several; of none, healthy. */
function worst(levels) {
    return levels.reduce((a, b) => (isWorse(b, a) ? b : a), 'healthy');
}
/** Whether the first is worse than the second. */
function isWorse(a, b) {
    return ORDER.indexOf(a) > ORDER.indexOf(b);
}


/***/ }),

/***/ 2498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lZ: () => (/* reexport */ ActionError),
  cc: () => (/* reexport */ CancelledError),
  ue: () => (/* reexport */ GateError),
  dz: () => (/* reexport */ InputError),
  zh: () => (/* reexport */ Secret),
  aY: () => (/* reexport */ code),
  DV: () => (/* reexport */ codeBlock),
  zH: () => (/* reexport */ details),
  au: () => (/* reexport */ didYouMean),
  FV: () => (/* reexport */ escapeMarkdown),
  Kb: () => (/* reexport */ excerpt),
  fE: () => (/* reexport */ formatCommand),
  a3: () => (/* reexport */ formatDuration),
  qN: () => (/* reexport */ paragraphs),
  We: () => (/* reexport */ parseArguments),
  HU: () => (/* reexport */ parseChoice),
  E9: () => (/* reexport */ parseDuration),
  xg: () => (/* reexport */ parsePairs),
  E$: () => (/* reexport */ redact),
  L5: () => (/* reexport */ retry),
  Cs: () => (/* reexport */ runAction),
  uz: () => (/* reexport */ splitLines),
  yM: () => (/* reexport */ splitWords),
  tp: () => (/* reexport */ table),
  r$: () => (/* reexport */ testPattern),
  ie: () => (/* reexport */ toActionError),
  Gq: () => (/* reexport */ withoutLogin)
});

// UNUSED EXPORTS: CommandError, HttpError, TimeoutError, annotate, announceSecrets, backoffMs, cutSummary, forgetSecrets, formatError, formatSize, inputReader, inputSource, nearest, parseSize, realExec, realFiles, realLog, realPorts, realState, secretForms

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
function toActionError(thrown) {
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

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
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
    [external_node_util_namespaceObject.inspect.custom]() {
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
        const failure = ports.signal.aborted ? cancelled(thrown) : toActionError(thrown);
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
        const failure = toActionError(thrown);
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

/***/ 7519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ startDeadline)
/* harmony export */ });
/** The longest time that a timer takes, 24 days; a longer one would end at once. */
const LONGEST_MS = 2 ** 31 - 1;
/** Starts the time, in milliseconds, of work that a caller may end too. */
function startDeadline(timeoutMs, caller) {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), Math.min(timeoutMs, LONGEST_MS));
    return {
        signal: caller ? AbortSignal.any([late.signal, caller]) : late.signal,
        ended: () => (caller?.aborted ? 'cancelled' : late.signal.aborted ? 'deadline' : 'error'),
        clear: () => clearTimeout(timer),
    };
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
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2498);
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

/***/ 3975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Lq: () => (/* reexport */ credentials/* credentialForms */.Lq),
  Wr: () => (/* reexport */ credentials/* credentialsIn */.Wr),
  R8: () => (/* reexport */ curlLine),
  US: () => (/* reexport */ credentials/* decodePart */.US),
  w4: () => (/* reexport */ port/* hostOf */.w),
  b5: () => (/* reexport */ credentials/* isCredentialHeader */.b5),
  ZI: () => (/* reexport */ lookup/* lookupAddresses */.Z),
  yP: () => (/* reexport */ credentials/* maskUrl */.yP),
  ug: () => (/* reexport */ parseAddresses),
  Hf: () => (/* reexport */ parseJsonPath),
  t6: () => (/* reexport */ parseVersionSource),
  HM: () => (/* reexport */ port/* portOf */.H),
  dy: () => (/* reexport */ probe_probe),
  hG: () => (/* reexport */ probeConnection),
  Ad: () => (/* reexport */ readJsonPath),
  $4: () => (/* reexport */ readVersion),
  ET: () => (/* reexport */ redirectTarget),
  r1: () => (/* reexport */ sameVersion),
  n7: () => (/* reexport */ staysOpen)
});

// UNUSED EXPORTS: UNANSWERED, addressesFor, addressesOf, classifyFailure, newDialRecord, openConnections, parseResolve, probeFollowing, timed, tlsFacts

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

// EXTERNAL MODULE: ./node_modules/@suite/http/src/deadline.js
var src_deadline = __nccwpck_require__(7519);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/dial-record.js
var dial_record = __nccwpck_require__(3023);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/failure.js
var failure = __nccwpck_require__(6089);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/connection-probe.js



/**
 * Connects, does TLS where the target has it, and some work on the socket, all within one deadline; then closes. Never
 * throws for what the network does or the work throws. The work may call a phase its own by `record.phase`.
 */
async function probeConnection(request, work) {
    const started = performance.now();
    const dialled = (0,dial_record/* newDialRecord */.AK)();
    const deadline = (0,src_deadline/* startDeadline */.d)(request.timeoutMs, request.signal);
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
            ? (0,failure/* classifyFailure */.X)({ thrown: outcome.thrown, ended, dialled, host, port, totalMs })
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

// EXTERNAL MODULE: ./node_modules/@suite/http/src/credentials.js
var credentials = __nccwpck_require__(1541);
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(2498);
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
async function probe_probe(request) {
    // node:http takes as long to load as an empty program to run: it comes with the first request.
    const { probeOnce } = await __nccwpck_require__.e(/* import() */ 692).then(__nccwpck_require__.bind(__nccwpck_require__, 1692));
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
    const stays = (name) => (!isHome && (isCredentialHeader(name) || /^host$/i.test(name))) || (toGet && /^content-/i.test(name));
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
/* harmony export */   sO: () => (/* binding */ addressesOf)
/* harmony export */ });
/* unused harmony exports parseResolve, addressesFor */
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
        if (isIP(address) === 0)
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


/***/ }),

/***/ 5257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ng: () => (/* reexport */ connect),
  P4: () => (/* reexport */ formatTarget),
  My: () => (/* reexport */ openClient),
  sl: () => (/* reexport */ readSshInputs),
  nZ: () => (/* reexport */ shellJoin),
  ZL: () => (/* reexport */ shellQuote)
});

// UNUSED EXPORTS: KEY_PARTS, aliasOf, behindMark, certificateProblems, classifyFailure, fingerprintOf, fingerprintOfLine, formatConfig, formatEnd, formatHostKeyScript, jumpAliasOf, keysOf, lookupName, packTar, parseCertificate, parseKnownHosts, parsePrivateKey, parseTarget, parseTargets, resolvePins

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(2498);
;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/wire.js
/** A reader over bytes from an offset on. */
function wireReader(bytes, start = 0) {
    let at = start;
    const take = (length) => {
        if (at + length > bytes.length)
            throw new RangeError('is damaged: it ends too early');
        at += length;
        return bytes.subarray(at - length, at);
    };
    const uint32 = () => take(4).readUInt32BE();
    const string = () => take(uint32());
    return {
        string,
        text: () => string().toString(),
        uint32,
        uint64: () => take(8).readBigUInt64BE(),
        ended: () => at === bytes.length,
    };
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/private-key.js



const MAGIC = 'openssh-key-v1\0';
/**
 * Repairs what copying into a secret breaks (CRLF, spaces around, a missing last newline, `\n` written out, base64 of
 * the whole file) and checks what kind of key it is, before any connection. Format: openssh PROTOCOL.key.
 * @throws RangeError that says what was given instead of a private key; the text itself is never in it.
 */
function parsePrivateKey(secret) {
    const text = unpack(secret.reveal());
    const match = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----\n([\s\S]+?)\n-----END \1-----/.exec(text);
    if (!match)
        throw new RangeError(describeWrongKey(text));
    const [block, label = '', body = ''] = match;
    const pem = new src/* Secret */.zh(`${block}\n`);
    if (label === 'DSA PRIVATE KEY')
        throw new RangeError('is a DSA key, which OpenSSH no longer takes; make an ed25519 key');
    if (label !== 'OPENSSH PRIVATE KEY')
        return { pem, encrypted: isEncryptedPem(label, body) };
    return { pem, encrypted: isEncryptedOpenSsh(Buffer.from(body.replace(/\s/g, ''), 'base64')) };
}
function unpack(given) {
    const text = given.replace(/\r\n?/g, '\n').trim();
    if (text.startsWith('-----')) {
        const lines = text.includes('\n') ? text : text.replaceAll('\\n', '\n');
        return lines
            .split('\n')
            .map((line) => line.trim())
            .join('\n');
    }
    const decoded = /^[A-Za-z0-9+/=\s]+$/.test(text) ? Buffer.from(text, 'base64').toString('latin1') : '';
    return decoded.startsWith('-----BEGIN') ? unpack(decoded) : text;
}
function describeWrongKey(text) {
    if (/^(ssh|ecdsa|sk)-\S+ AAAA/.test(text))
        return 'is a public key; the file without .pub is needed';
    if (/^PuTTY-User-Key-File/.test(text))
        return 'is a PuTTY key; export it as OpenSSH key';
    if (text.includes('PUBLIC KEY'))
        return 'is a public key; the private one is needed';
    if (text.startsWith('-----BEGIN'))
        return 'is cut: its -----END line is missing or another one';
    return 'is no private key; paste the whole file, from -----BEGIN to -----END';
}
function isEncryptedPem(label, body) {
    return label.startsWith('ENCRYPTED') || /^(Proc-Type:.*ENCRYPTED|DEK-Info:)/m.test(body);
}
function isEncryptedOpenSsh(bytes) {
    if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
        throw new RangeError('is damaged: its content is no OpenSSH key');
    const read = wireReader(bytes, MAGIC.length);
    const cipher = read.text();
    for (const _ of ['kdf', 'kdf options'])
        read.string();
    read.uint32();
    for (const _ of ['public key', 'private keys'])
        read.string();
    return cipher !== 'none';
}
/** `SHA256:` and the unpadded base64 of a public key's hash, as ssh-keygen -l prints it. */
function fingerprintOf(publicKey) {
    return `SHA256:${(0,external_node_crypto_.createHash)('sha256').update(publicKey).digest('base64').replace(/=+$/, '')}`;
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/certificate.js


const USER = 1;
const FOREVER = 2n ** 64n - 1n;
const SUFFIX = '-cert-v01@openssh.com';
/** How many strings a public key has behind its type. Keys that need a person's touch (sk-) are of no use to a job. */
const KEY_PARTS = {
    'ssh-ed25519': 1,
    'ssh-rsa': 2,
    'ecdsa-sha2-nistp256': 2,
    'ecdsa-sha2-nistp384': 2,
    'ecdsa-sha2-nistp521': 2,
};
/**
 * Parses the line of a `*-cert.pub` file. Format: openssh PROTOCOL.certkeys.
 * @throws RangeError that says what was given instead of a user certificate.
 */
function parseCertificate(text) {
    const [type = '', body = ''] = text.trim().split(/\s+/);
    const name = type.slice(0, -SUFFIX.length);
    const parts = type.endsWith(SUFFIX) ? KEY_PARTS[name] : undefined;
    if (parts === undefined)
        throw new RangeError(describeWrong(text, type));
    const read = wireReader(Buffer.from(body, 'base64'));
    if (read.text() !== type)
        throw new RangeError('is damaged: its content is of another type than its first word');
    read.string();
    const key = [Buffer.from(name), ...Array.from({ length: parts }, () => read.string())];
    return { line: `${type} ${body}`, fingerprint: fingerprintOf(joinStrings(key)), ...readGrant(read) };
}
function describeWrong(text, type) {
    if (text.includes('PRIVATE KEY'))
        return 'is a private key; the file *-cert.pub is needed';
    if (type in KEY_PARTS)
        return 'is a public key that nobody has signed; the file *-cert.pub is needed';
    return 'is no certificate; paste the one line of the file *-cert.pub';
}
function readGrant(read) {
    read.uint64();
    if (read.uint32() !== USER)
        throw new RangeError('is a host certificate; one for users is needed');
    const keyId = read.text();
    const names = wireReader(read.string());
    const principals = [];
    while (!names.ended())
        principals.push(names.text());
    read.uint64();
    const before = read.uint64();
    for (const _ of ['critical options', 'extensions', 'reserved'])
        read.string();
    const authority = fingerprintOf(read.string());
    return { keyId, principals, validBefore: before === FOREVER ? Number.POSITIVE_INFINITY : Number(before), authority };
}
function joinStrings(parts) {
    return Buffer.concat(parts.flatMap((part) => {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(part.length);
        return [length, part];
    }));
}
/** Until when a certificate is good, as a message says it. */
function formatEnd({ validBefore }) {
    return Number.isFinite(validBefore) ? new Date(validBefore * 1_000).toISOString().replace('.000Z', 'Z') : 'for ever';
}
/** What is wrong with a certificate at a time, in milliseconds, and beside a key where its fingerprint is known. */
function certificateProblems(certificate, { nowMs, held }) {
    const expired = certificate.validBefore * 1_000 < nowMs;
    const other = held !== undefined && held !== certificate.fingerprint;
    return [
        ...(expired ? [`expired at ${formatEnd(certificate)}; have a new one signed`] : []),
        ...(other ? [`is for the key ${certificate.fingerprint}, and ssh-key is ${held}`] : []),
    ];
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/target.js
const DEFAULT_PORT = 22;
/**
 * Parses `user@host`, `user@host:port` and, for IPv6, `user@[::1]:22`.
 * @throws RangeError with the corrected form. Names that ssh would take for an option are refused.
 */
function parseTarget(text) {
    const match = /^(?<user>[^@\s]+)@(?:\[(?<ipv6>[0-9a-fA-F:.]+(?:%\w+)?)\]|(?<name>[^:@\s[\]]+))(?::(?<port>\d+))?$/.exec(text);
    if (!match?.groups)
        throw new RangeError(explain(text));
    const { user = '', ipv6, name, port = String(DEFAULT_PORT) } = match.groups;
    const host = ipv6 ?? name ?? '';
    if (!/^[\w.][\w.+-]*$/.test(user))
        throw new RangeError(`has the user name "${user}", which is none`);
    if (host.startsWith('-') || !/^[\w.:%-]+$/.test(host))
        throw new RangeError(`has the host name "${host}", which is none`);
    if (Number(port) < 1 || Number(port) > 65_535)
        throw new RangeError(`has the port ${port}; ports go from 1 to 65535`);
    return { user, host, port: Number(port) };
}
function explain(text) {
    if (!text.includes('@'))
        return `names no user; write deploy@${text}`;
    if (text.split(':').length > 2)
        return 'is no address; write an IPv6 address as deploy@[::1]:22';
    return 'is no address; write user@host or user@host:port';
}
/**
 * Parses one target a line; blank lines are dropped.
 * @throws RangeError for a line that is none, or for a host named twice.
 */
function parseTargets(text) {
    const targets = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map(parseLine);
    const names = targets.map(formatTarget);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
        throw new RangeError(`names ${twice} twice`);
    return targets;
}
function parseLine(line) {
    try {
        return parseTarget(line);
    }
    catch (error) {
        throw new RangeError(`"${line}" ${error instanceof Error ? error.message : error}`, { cause: error });
    }
}
/** `user@host`, with the port where it is not 22. */
function formatTarget({ user, host, port }) {
    const shown = host.includes(':') ? `[${host}]` : host;
    return `${user}@${shown}${port === DEFAULT_PORT ? '' : `:${port}`}`;
}
/** How known_hosts names a target: sshd(8), SSH_KNOWN_HOSTS FILE FORMAT. */
function lookupName({ host, port }) {
    return port === DEFAULT_PORT ? host : `[${host}]:${port}`;
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/known-hosts.js





const KEY_TYPES = /^(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-[\w@.-]+|ssh-[\w@.-]+-cert-[\w@.-]+)$/;
const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}$/;
/** A private key as OpenSSH, PEM or PuTTY file, whole or in base64, or its middle alone. */
const PRIVATE_KEY = /PRIVATE KEY-----|PuTTY-User-Key-File|LS0tLS1CRUdJTi|b3BlbnNzaC1rZXktdjE/;
/**
 * Parses lines of known_hosts (hashed names, `@cert-authority` and `@revoked` included), `SHA256:…`,
 * `host SHA256:…` and what `ssh-keygen -lf` prints; comments and blank lines are dropped. Format: sshd(8).
 * @throws RangeError naming the first line that is none of these, or when nothing is left; never with a private key.
 */
function parseKnownHosts(text) {
    if (PRIVATE_KEY.test(text))
        throw new RangeError('is a private key; known-hosts takes the public key of the server');
    const lines = text
        .split(/\r?\n/)
        .map((line, index) => ({ line: line.trim(), number: index + 1 }))
        .filter(({ line }) => line !== '' && !line.startsWith('#'));
    if (lines.length === 0)
        throw new RangeError('holds no line; add the line that `ssh-keyscan <host>` prints, after checking it');
    const entries = lines.map(({ line, number }) => known_hosts_parseLine(line, number));
    return {
        lines: entries.filter((entry) => typeof entry === 'string'),
        pins: entries.filter((entry) => typeof entry !== 'string'),
    };
}
function known_hosts_parseLine(line, number) {
    const words = line.split(/\s+/);
    const printed = /^\d+ (SHA256:\S+)/.exec(line)?.[1];
    if (printed !== undefined)
        return parsePin([printed], printed);
    const last = words.at(-1) ?? '';
    if (last.startsWith('SHA256:'))
        return parsePin(words, last);
    const [host = '', type = '', key = ''] = words[0]?.startsWith('@') ? words.slice(1) : words;
    if (words[0]?.startsWith('@') && !/^@(cert-authority|revoked)$/.test(words[0]))
        throw wrongLine(line, 'an unknown marker');
    if (KEY_TYPES.test(host))
        throw new RangeError(`has a key without its host, line ${number}; put the host before it: app.example.com ${host} AAAA…`);
    if (!host || !KEY_TYPES.test(type))
        throw wrongLine(line, 'no type of key as its second word');
    if (!holdsKey(key, type))
        throw new RangeError(`has a ${type} key that is cut or damaged, line ${number}`);
    return line;
}
function parsePin(words, fingerprint) {
    if (!FINGERPRINT.test(fingerprint))
        throw wrongLine(words.join(' '), 'a fingerprint that is not 43 characters long');
    const host = words.length > 1 ? words[0] : undefined;
    return host === undefined ? { fingerprint } : { host, fingerprint };
}
/** A public key is its type and the parts of that type, each with its length before it; of other types only the first is known. */
function holdsKey(key, type) {
    const read = wireReader(Buffer.from(key, 'base64'));
    const parts = KEY_PARTS[type];
    try {
        if (read.text() !== type)
            return false;
        for (let part = 0; part < (parts ?? 0); part += 1)
            read.string();
        return (parts === undefined) !== read.ended();
    }
    catch {
        return false;
    }
}
function wrongLine(line, what) {
    return new RangeError(`has ${what}: "${line.slice(0, 40)}${line.length > 40 ? '…' : ''}"`);
}
/**
 * Gives each pin the name of its host as known_hosts writes it: `app:23` is `[app]:23`, and a pin without a host holds
 * for the only target.
 * @throws RangeError where such a pin stands beside several targets.
 */
function resolvePins(pins, targets) {
    const [only] = targets;
    return pins.map(({ host, fingerprint }) => {
        if (host !== undefined)
            return { host: host.replace(/^([^[\]:]+):(\d+)$/, bracketed), fingerprint };
        if (targets.length === 1 && only)
            return { host: lookupName(only), fingerprint };
        throw new RangeError(`has a pin without a host, and there are ${targets.length} hosts; write "<host> ${fingerprint}"`);
    });
}
function bracketed(_whole, host, port) {
    return lookupName({ host, port: Number(port) });
}
/** The keys of the lines that are about a name, each as `type fingerprint`. */
function keysOf(lines, name) {
    const found = lines
        .map((line) => line.split(/\s+/))
        .map((words) => (words[0]?.startsWith('@') ? words : ['', ...words]));
    const about = found.filter(([, patterns = '']) => isAbout(patterns, name));
    const marked = (wanted) => about
        .filter(([marker]) => marker === wanted)
        .map(([, host, type, key]) => `${type} ${fingerprintOfLine(`${host} ${type} ${key}`)}`);
    return { keys: marked(''), authorities: marked('@cert-authority'), revoked: marked('@revoked') };
}
/** sshd(8), SSH_KNOWN_HOSTS FILE FORMAT: patterns by comma, `!` takes one back, `|1|salt|hash` is a hashed name. */
function isAbout(patterns, name) {
    const [, kind, salt = '', hash] = patterns.split('|');
    if (kind === '1')
        return (0,external_node_crypto_.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
    const each = patterns
        .split(',')
        .map((pattern) => ({ no: pattern.startsWith('!'), pattern: pattern.replace(/^!/, '') }));
    const hits = each.filter(({ pattern }) => matches(pattern, name));
    return hits.length > 0 && hits.every(({ no }) => !no);
}
function matches(pattern, name) {
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${source}$`, 'i').test(name);
}
/** The fingerprint of the key in a line `host type base64`. */
function fingerprintOfLine(line) {
    return fingerprintOf(Buffer.from(line.split(/\s+/)[2] ?? '', 'base64'));
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/host-key-error.js



/** The error of a host whose key is not the one that known-hosts says, or of which known-hosts says nothing. */
function hostKeyError(said, { target, settings, presented }) {
    const { knownHosts } = settings;
    const name = lookupName(target);
    const known = keysOf(knownHosts.lines, name);
    const pins = knownHosts.pins.filter(({ host }) => host === name).map(({ fingerprint }) => fingerprint);
    const authorities = known.authorities.map((key) => `a certificate by ${key}`);
    const expected = [...pins, ...known.keys, ...authorities];
    const found = presented.map((line) => `${line.split(' ')[1]} ${fingerprintOfLine(line)}`);
    const shown = `${formatTarget(target)} presented ${found.join(' and ') || 'a key that ssh did not name'}`;
    const invalid = /Certificate invalid: (.*)/.exec(said)?.[1];
    const revoked = known.revoked.find((key) => found.includes(key));
    if (invalid)
        return mismatch(`${shown}: its certificate is not good: ${invalid.trim()}`);
    if (revoked || /REVOKED/.test(said))
        return mismatch(`${shown}, which known-hosts marks as @revoked`);
    if (expected.length > 0)
        return mismatch(`${shown}, known-hosts expects ${expected.join(' or ')}`);
    const line = presented.at(-1);
    const hint = line
        ? `compare the fingerprint with the server's own, then add this line to known-hosts:\n${line}`
        : `add the line of ${name} to known-hosts`;
    return new src/* ActionError */.lZ(`${shown}, and known-hosts has no key of ${name}`, { code: 'E_SSH_HOST_UNKNOWN', hint });
}
function mismatch(message) {
    const hint = 'nothing was sent to it; find out why its key differs before you change known-hosts';
    return new src/* ActionError */.lZ(message, { code: 'E_SSH_HOST_KEY', hint });
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/classify.js




/**
 * Tells the failures of ssh apart by its stderr, because all of them exit 255. Text of OpenSSH 8.5 to 10.
 * Codes: E_SSH_UNREACHABLE (retryable), E_SSH_HOST_KEY, E_SSH_HOST_UNKNOWN, E_SSH_AUTH, E_SSH_CLIENT, E_SSH_LOST.
 */
function classifyFailure({ said, late, connected }, context) {
    const where = formatTarget(context.target);
    if (connected)
        return lost(where, said);
    if (/Host key verification failed|REVOKED|Certificate invalid/i.test(said))
        return hostKeyError(said, context);
    if (/Permission denied|Too many authentication failures/.test(said))
        return authError(said, context);
    const client = clientProblem(where, said);
    if (client)
        return client;
    const reason = REASONS.find(([pattern]) => pattern.test(said))?.[1](context, said);
    if (reason === undefined && !late)
        return lost(where, said);
    const hint = `check the address, the port and the firewall${context.via ? `, also from ${formatTarget(context.via.target)}` : ''}`;
    const told = reason ?? {
        what: `port ${context.target.port} answered, but the login did not end within connect-timeout`,
    };
    return error(`${where}: ${told.what}`, { code: 'E_SSH_UNREACHABLE', hint: told.hint ?? hint, retryable: true });
}
const REASONS = [
    [/Could not resolve hostname/, () => ({ what: 'the host name does not resolve' })],
    [/Stdio forwarding request failed|stdio forwarding failed/, ({ via }) => throughJump(via)],
    [/Connection refused/, ({ target: { port } }) => ({ what: `port ${port} refused the connection` })],
    [/No route to host|Network is unreachable/, () => ({ what: 'there is no route to the host' })],
    [
        /connect to host .* timed out|timed out during banner|Timeout, server/,
        ({ target: { port } }) => ({ what: `no answer on port ${port} within connect-timeout` }),
    ],
    [/Exceeded MaxStartups/, () => busy('the server has too many logins at once (Exceeded MaxStartups)')],
    [
        /Not allowed at this time/,
        () => ({
            what: 'the server refuses this runner for a while (Not allowed at this time)',
            hint: 'failed logins or broken connections brought its PerSourcePenalties about; wait, then look at the log of its sshd',
        }),
    ],
    [
        /Connection (?:closed|reset) by|banner exchange|Broken pipe/,
        () => busy('the server closed the connection before the login'),
    ],
];
/** Why a jump host went no further stands in what its own connection has noted, not in what the one through it says. */
function throughJump(via) {
    const noted = via?.said.matchAll(/open failed: ([^:\n]+): ?(.*)/g) ?? [];
    const [kind = '', reason = ''] = [...noted].at(-1)?.slice(1) ?? [];
    const name = via ? formatTarget(via.target) : 'the jump host';
    if (!kind.includes('prohibited'))
        return { what: `${name} could not connect to it${reason && `: ${reason.trim()}`}` };
    return { what: `${name} lets nobody through`, hint: 'its sshd must allow it: AllowTcpForwarding, PermitOpen' };
}
function busy(what) {
    return {
        what,
        hint: 'it has too many logins at once (MaxStartups), or blocks this runner (fail2ban, PerSourcePenalties)',
    };
}
function clientProblem(where, said) {
    const negotiation = /Unable to negotiate with .*: (no matching .* found.*)/.exec(said)?.[1];
    if (negotiation !== undefined) {
        const hint = 'update OpenSSH on the older side';
        return error(`${where}: the ssh of this runner and the server have nothing in common: ${negotiation}`, {
            code: 'E_SSH_CLIENT',
            hint,
        });
    }
    if (!/Bad configuration option|command-line: line|Bad owner or permissions/.test(said))
        return undefined;
    const hint = 'OpenSSH 8.5 or newer is needed on the runner';
    return error(`the ssh client refused its configuration: ${lastLine(said)}`, { code: 'E_SSH_CLIENT', hint });
}
function authError(said, { target, settings }) {
    const { certificate } = settings;
    const methods = /Permission denied \(([^)]*)\)/.exec(said)?.[1] ?? 'no more keys';
    const offers = [...said.matchAll(/Offering public key: (?:.* )?(\S+) (SHA256:\S+)/g)];
    const keys = offers.map(([, type = '', fingerprint = '']) => certificate && type.endsWith('-CERT')
        ? `certificate "${certificate.keyId}" for ${certificate.principals.join(', ') || 'nobody'} until ${formatEnd(certificate)}, signed by ${certificate.authority}`
        : `${type} ${fingerprint}`);
    const message = `${formatTarget(target)} refused to log in: offered ${keys.join(' and ') || nothing(settings)}, the server takes ${methods}`;
    const authorized = `add the public half of the key to ~/.ssh/authorized_keys of ${target.user}, or give the right ssh-key`;
    const signed = `the server must trust that authority (TrustedUserCAKeys) and the certificate must name ${target.user}; or ${authorized}`;
    return error(message, { code: 'E_SSH_AUTH', hint: certificate ? signed : authorized });
}
function nothing({ key, env }) {
    if (key)
        return 'ssh-key in vain';
    return env['SSH_AUTH_SOCK'] ? 'no key of the ssh-agent' : 'no key: neither ssh-key nor an ssh-agent is there';
}
function lost(where, said) {
    return error(`${where}: the connection was lost: ${lastLine(said) || 'ssh gave no reason'}`, {
        code: 'E_SSH_LOST',
        hint: 'run it again; where it comes back, look at the log of sshd and at what is between',
        retryable: true,
    });
}
function error(message, details) {
    return new src/* ActionError */.lZ(message, details);
}
/** The last line that is no note (`debug1: …`), without the place in ssh's source that a note has. */
function lastLine(text) {
    const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('debug'));
    return (lines.at(-1) ?? '').replace(/^\S+\.c:\S+ \(pid=\d+\): /, '').trim();
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/master.js
const READY = 'connected';
const KEPT_CHARACTERS = 64 * 1024;
/** ssh's own time limit ends before ours and says more; ours holds for the key exchange and the login too. */
const GRACE_MS = 2_000;
/**
 * Ends its command when stdin closes: ssh -N does not look at it, and would outlive a runner that was killed. The copy of
 * stdin is for cat alone, because a shell gives its background jobs none.
 */
const TIED_TO_STDIN = 'exec 3<&0; { cat <&3; kill $$; } >/dev/null 2>&1 & exec 3<&- </dev/null "$@"';
/** What a master notes beside its errors: the banner of a server that refuses, and the keys that it offers. */
const NOTES = 'kex.c:kex_exchange_identification():*,sshconnect2.c:userauth_pubkey():*,channels.c:channel_input_open_failure():*';
/**
 * The command line of a connection that others share. It opens no session, so that it works where a server allows one
 * session only or, on a jump host, none; and it tells by a local command that the login is done. `without` are patterns of
 * host key algorithms that are not asked for.
 */
function masterCommand(ssh, without) {
    const options = [
        'ControlMaster=yes',
        'PermitLocalCommand=yes',
        `LocalCommand=echo ${READY}`,
        `LogVerbose=${NOTES}`,
        ...(without.length === 0 ? [] : [`HostKeyAlgorithms=-${without.join()}`]),
    ];
    const args = ['-N', ...options.flatMap((option) => ['-o', option]), ...ssh.args];
    return { ...ssh, file: 'sh', args: ['-c', TIED_TO_STDIN, 'sh', ssh.file, ...args] };
}
/** Starts a master and waits until it is logged in; where it does not get there within the time, what it said. */
async function startMaster(command, timeoutMs, { exec, signal }) {
    const child = await exec.start(command);
    let said = '';
    child.stderr.on('data', (chunk) => {
        said = `${said}${chunk}`.slice(-KEPT_CHARACTERS);
    });
    let late = false;
    const deadline = setTimeout(() => {
        late = true;
        child.stop();
    }, timeoutMs + GRACE_MS);
    signal.addEventListener('abort', child.stop, { once: true });
    if (signal.aborted)
        child.stop();
    const connected = await waitForLine(child, READY);
    clearTimeout(deadline);
    signal.removeEventListener('abort', child.stop);
    if (connected)
        return { said: () => said, close: () => closeChild(child) };
    await child.exit;
    return { said, late };
}
/** Closes the stdin that a child lives by, and stops it where it does not end by that. */
async function closeChild(child) {
    child.stdin.end();
    const late = setTimeout(child.stop, 3_000);
    await child.exit;
    clearTimeout(late);
}
/** Whether a child wrote this line on stdout before it ended. */
function waitForLine(child, line) {
    const seen = new Promise((resolve) => {
        let text = '';
        child.stdout.on('data', (chunk) => {
            text += chunk;
            if (text.split('\n').includes(line))
                resolve(true);
        });
    });
    return Promise.race([seen, child.exit.then(() => false)]);
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/key-agent.js



/** The socket of the agent, in the folder where ssh is started: a path from the root might be too long for one. */
const AGENT_SOCKET = 'agent';
/** Answers ssh-add once; its second question for the same key means that the passphrase is wrong. */
const ASKPASS_SCRIPT = `#!/bin/sh
case $1 in Bad*) ;; *) printf '%s\\n' "$SSH_KEY_PASSPHRASE" ;; esac
`;
/**
 * Starts an ssh-agent of our own and gives it the key. So the key is decrypted once and not for each connection, and
 * neither key nor passphrase is ever written to a file. The agent ends when our end of its stdin closes, even by kill -9.
 * @throws InputError where the passphrase is wrong or OpenSSH cannot read the key.
 */
async function startKeyAgent(options, exec) {
    const { folder, env } = options;
    const script = 'echo started; cat >/dev/null; kill "$SSH_AGENT_PID"';
    const agent = await exec.start({
        file: 'ssh-agent',
        args: ['-a', AGENT_SOCKET, 'sh', '-c', script],
        env,
        cwd: folder,
    });
    try {
        await waitForLine(agent, 'started');
        await addKey(options, exec);
        return agent;
    }
    catch (error) {
        agent.stdin.end();
        throw error;
    }
}
async function addKey({ folder, key, passphrase, env }, exec) {
    const asking = { SSH_ASKPASS: `${folder}/askpass`, SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':' };
    const secret = passphrase === undefined ? {} : { SSH_KEY_PASSPHRASE: passphrase };
    const result = await exec.run({
        file: 'ssh-add',
        args: ['-q', '-'],
        env: { ...env, ...asking, ...secret, SSH_AUTH_SOCK: AGENT_SOCKET },
        cwd: folder,
        stdin: key.pem,
    });
    if (result.code === 0)
        return;
    const reason = result.stderr.trim().split('\n').at(-1) ?? '';
    throw key.encrypted && !/error in libcrypto|invalid format/.test(reason)
        ? wrong('ssh-key-passphrase', 'does not open ssh-key; is it the one that this key was made with?')
        : wrong('ssh-key', `cannot be read by OpenSSH on this runner (${reason}); make an OpenSSH key with ssh-keygen`);
}
/** The fingerprint of the key that the agent holds. */
async function heldFingerprint({ folder, env }, exec) {
    const list = { file: 'ssh-add', args: ['-L'], env: { ...env, SSH_AUTH_SOCK: AGENT_SOCKET }, cwd: folder };
    return fingerprintOfLine(`key ${await exec.output(list)}`);
}
function wrong(input, problem) {
    return new src/* InputError */.dz([{ input, problem }]);
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/config.js

/** The name by which the generated configuration knows a target. */
function aliasOf(index) {
    return `host-${index + 1}`;
}
/** The name by which the generated configuration knows a host on the way. */
function jumpAliasOf(index) {
    return `jump-${index + 1}`;
}
/**
 * The text of an ssh_config(5) that replaces the user's and the system's. A file and not `-o` options, because the
 * connection to a jump host takes over the file only: its host key would be checked by somebody else's rules. Sockets are
 * relative to the folder in which ssh is started: a path from the root might be too long for one.
 */
function formatConfig(options) {
    const { targets, jumps, folder } = options;
    const through = (index) => (index < 0 ? [] : [`ProxyJump ${jumpAliasOf(index)}`]);
    const hosts = targets.map((target, index) => hostBlock(aliasOf(index), target, through(jumps.length - 1)));
    const jumpHosts = jumps.map((target, index) => hostBlock(jumpAliasOf(index), target, through(index - 1)));
    const common = [
        'BatchMode yes',
        'StrictHostKeyChecking yes',
        `UserKnownHostsFile ${quotePath(`${folder}/known_hosts`)}`,
        'GlobalKnownHostsFile /dev/null',
        `KnownHostsCommand ${quotePath(`${folder}/host-key`)} %I %H %t %K %f`,
        'UpdateHostKeys no',
        'CheckHostIP no',
        ...(options.hasKey ? [`IdentityAgent ${AGENT_SOCKET}`, 'IdentityFile none'] : []),
        ...(options.hasCertificate ? [`CertificateFile ${quotePath(`${folder}/certificate`)}`] : []),
        'PreferredAuthentications publickey',
        `ConnectTimeout ${Math.max(1, Math.ceil(options.connectTimeoutMs / 1_000))}`,
        'ServerAliveInterval 5',
        'ServerAliveCountMax 4',
        'ControlPath %n',
        'LogLevel ERROR',
    ];
    return [...hosts, ...jumpHosts, block('Host *', common)].join('\n');
}
function hostBlock(alias, { user, host, port }, more) {
    return block(`Host ${alias}`, [`HostName ${escapeTokens(host)}`, `Port ${port}`, `User ${user}`, ...more]);
}
function block(title, lines) {
    return `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
function quotePath(path) {
    return `"${escapeTokens(path)}"`;
}
/** ssh replaces `%n` and its like in most values. */
function escapeTokens(text) {
    return text.replaceAll('%', '%%');
}
/**
 * The script that ssh asks about a host key. It notes what the host presented, so that an error can print the line to
 * pin, and answers with that key where its fingerprint is pinned for that host.
 */
function formatHostKeyScript(folder) {
    const quoted = `'${folder.replaceAll("'", "'\\''")}'`;
    return `#!/bin/sh
# ssh calls this with: reason, name, type, key, fingerprint
[ "$1" != ORDER ] || exit 0
printf '%s %s %s\\n' "$2" "$3" "$4" >>${quoted}/presented
! grep -qxF "$2 $5" ${quoted}/pins || printf '%s %s %s\\n' "$2" "$3" "$4"
`;
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/reach.js





/** The command line of ssh with the generated configuration. */
function sshCommand({ folder, settings }, ...args) {
    return { file: 'ssh', args: ['-F', `${folder}/config`, '-T', ...args], env: sshEnvironment(settings), cwd: folder };
}
/** SHELL runs the local commands of ssh; the one of a runner's account may be nologin. */
function sshEnvironment({ env }) {
    return { ...env, LC_ALL: 'C', SHELL: '/bin/sh' };
}
/**
 * Connects to one place. Only transport errors are tried again, never a refused key or a wrong host key.
 * @throws ActionError with an E_SSH_* code.
 */
function connectMaster(ssh, place, ports) {
    const { connectRetries: retries } = ssh.settings;
    const onRetry = (error, count, waitMs) => ports.log.info(`${(0,src/* toActionError */.ie)(error).message}; again in ${(0,src/* formatDuration */.a3)(waitMs)} (${count} of ${retries})`);
    return (0,src/* retry */.L5)(() => connectOnce(ssh, place, ports), { retries, baseMs: 2_000, signal: ports.signal, onRetry }, ports);
}
/**
 * A server has keys of several types and presents one that both sides know. Where a pinned fingerprint is not that one's,
 * the others are asked for, each by a connection that ends before a login. A host certificate is asked for only where
 * known-hosts names an authority: it has a fingerprint of its own, which nobody pins.
 */
async function connectOnce(ssh, place, ports) {
    const { knownHosts, connectTimeoutMs } = ssh.settings;
    const name = lookupName(place.target);
    const pinned = knownHosts.pins.some(({ host }) => host === name);
    const certificates = keysOf(knownHosts.lines, name).authorities.length > 0 ? [] : ['*-cert-*'];
    let mismatch;
    let seen = [];
    for (;;) {
        const command = masterCommand(sshCommand(ssh, place.alias), [...certificates, ...seen]);
        const master = await startMaster(command, connectTimeoutMs, ports);
        if ('close' in master)
            return master;
        const error = await reach_explain(ssh, place, { ...master, connected: false, files: ports.files });
        if (!pinned || error.code !== 'E_SSH_HOST_KEY')
            throw mismatch ?? error;
        mismatch = error;
        const now = keyFamilies(await presentedBy(ssh, place, ports));
        if (now.length === seen.length)
            throw error;
        seen = now;
    }
}
/** Patterns of HostKeyAlgorithms for the types of the keys in lines `host type base64`. */
function keyFamilies(lines) {
    return ['ed25519', 'ecdsa', 'rsa']
        .filter((name) => lines.some((line) => line.split(' ')[1]?.includes(name)))
        .map((name) => `*${name}*`);
}
/** The keys that a place has presented, lines `host type base64`. */
async function presentedBy({ folder }, { target }, { files }) {
    const noted = (await files.readText(`${folder}/presented`)) ?? '';
    return [...new Set(noted.split('\n'))].filter((line) => line.split(' ')[0] === lookupName(target));
}
/** What a failed ssh said, as an error for a person. */
async function reach_explain(ssh, place, { files, ...said }) {
    const presented = await presentedBy(ssh, place, { files });
    const { target, via } = place;
    const through = via && { target: via.target, said: via.master.said() };
    return classifyFailure(said, { target, via: through, settings: ssh.settings, presented });
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/client.js






/**
 * Writes what ssh needs, gives the key to an agent, and connects to the jump hosts one after the other. The caller has
 * saved the folder's path, so that post removes it.
 * @throws InputError for a passphrase or certificate that does not fit, ActionError E_SSH_* for a jump host.
 */
async function openClient(settings, folder, ports) {
    const opened = [];
    const close = async () => {
        for (const one of opened.splice(0).reverse())
            await one();
    };
    try {
        await writeFiles(settings, folder, ports.files);
        const agent = await holdKey({ settings, folder }, ports);
        if (agent)
            opened.push(() => closeChild(agent));
        let via;
        for (const [index, target] of settings.jumps.entries()) {
            const master = await connectMaster({ settings, folder }, { alias: jumpAliasOf(index), target, via }, ports);
            opened.push(master.close);
            via = { target, master };
        }
        return { settings, folder, via, close };
    }
    catch (error) {
        await close();
        throw error;
    }
}
async function writeFiles(settings, folder, files) {
    const { knownHosts, certificate } = settings;
    const config = formatConfig({
        ...settings,
        folder,
        hasKey: settings.key !== undefined,
        hasCertificate: certificate !== undefined,
    });
    const lines = (text) => text.map((line) => `${line}\n`).join('');
    await files.write(`${folder}/config`, config, 0o600);
    await files.write(`${folder}/known_hosts`, lines(knownHosts.lines), 0o600);
    await files.write(`${folder}/pins`, lines(knownHosts.pins.map(({ host, fingerprint }) => `${host} ${fingerprint}`)), 0o600);
    await files.write(`${folder}/presented`, '', 0o600);
    await files.write(`${folder}/host-key`, formatHostKeyScript(folder), 0o700);
    await files.write(`${folder}/askpass`, ASKPASS_SCRIPT, 0o700);
    if (certificate)
        await files.write(`${folder}/certificate`, `${certificate.line}\n`, 0o600);
}
/** Starts the agent where there is a key, and looks whether the certificate is good and belongs to it. */
async function holdKey({ settings, folder }, ports) {
    const { key, passphrase, certificate } = settings;
    const options = key && { folder, key, passphrase, env: sshEnvironment(settings) };
    const agent = options && (await startKeyAgent(options, ports.exec));
    if (certificate === undefined)
        return agent;
    const held = options && (await heldFingerprint(options, ports.exec));
    const problems = certificateProblems(certificate, { nowMs: ports.clock.now(), held });
    if (problems.length === 0)
        return agent;
    if (agent)
        await closeChild(agent);
    throw new src/* InputError */.dz(problems.map((problem) => ({ input: 'ssh-certificate', problem })));
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/connection.js




/** Stands before the output of a script, behind what a login shell may have printed. */
const OUTPUT = 'output-of-the-script';
const KEPT_BYTES = 64 * 1024 ** 2;
/**
 * Connects to one target and keeps the connection until `close`. Only transport errors are tried again, never a
 * refused key or a wrong host key.
 * @throws ActionError with an E_SSH_* code.
 */
async function connect(ssh, index, ports) {
    const target = ssh.settings.targets[index];
    if (target === undefined)
        throw new RangeError(`there is no host ${index}`);
    const place = { alias: aliasOf(index), target, via: ssh.via };
    const master = await connectMaster(ssh, place, ports);
    const why = (stderr) => reach_explain(ssh, place, { said: `${stderr}\n${master.said()}`, late: false, connected: true, files: ports.files });
    return {
        target,
        explain: why,
        start: (remote) => ports.exec.start(sshCommand(ssh, place.alias, remote)),
        run: async (script, timeoutMs) => {
            const remote = sshCommand(ssh, place.alias, `echo ${OUTPUT}; exec sh -s`);
            const command = { ...remote, stdin: script, keptBytes: KEPT_BYTES };
            const result = await ports.exec.run(timeoutMs === undefined ? command : { ...command, timeoutMs }, ports.signal);
            if (result.code === 255)
                throw await why(result.stderr);
            return { ...result, stdout: behindMark(result, formatTarget(target)) };
        },
        close: master.close,
    };
}
/**
 * What a script printed itself. Where the mark is missing in what a good end left, nobody knows how much else is.
 * @throws ActionError E_SSH_SHELL.
 */
function behindMark({ code, stdout }, host) {
    const at = stdout.indexOf(`${OUTPUT}\n`);
    if (at >= 0)
        return stdout.slice(at + OUTPUT.length + 1);
    if (code !== 0)
        return stdout;
    throw new src/* ActionError */.lZ(`${host}: the beginning of what a script printed is missing`, {
        code: 'E_SSH_SHELL',
        hint: `the login shell of the user must take \`exec sh -s\` and keep its output; more than ${KEPT_BYTES / 1024 ** 2} MiB is not read`,
    });
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/inputs.js




const PASSED_ON = ['PATH', 'HOME', 'SSH_AUTH_SOCK'];
/** Reads the inputs about SSH, the same words in every action. `hosts` is the name of the input with the targets. */
function readSshInputs(read, hosts) {
    const parse = hosts === 'hosts' ? parseTargets : (text) => [parseTarget(text)];
    const targets = read.parsed(hosts, { required: true }, parse) ?? [];
    const known = read.parsed('known-hosts', { required: true, unquoted: true }, parseKnownHosts) ?? {
        lines: [],
        pins: [],
    };
    const pins = targets.length > 0 ? reported(read, 'known-hosts', () => resolvePins(known.pins, targets)) : undefined;
    const env = PASSED_ON.flatMap((name) => (read.env[name] === undefined ? [] : [[name, read.env[name]]]));
    return {
        targets,
        jumps: read.parsed('jump', {}, (text) => parseTargets(text.replaceAll(',', '\n'))) ?? [],
        ...readKey(read),
        knownHosts: { lines: known.lines, pins: pins ?? [] },
        connectTimeoutMs: read.duration('connect-timeout', { fallback: '10s' }) ?? 0,
        connectRetries: read.integer('connect-retries', { fallback: '3', min: 0, max: 20 }) ?? 0,
        env: Object.fromEntries(env),
    };
}
function readKey(read) {
    const secret = read.secret('ssh-key');
    const passphrase = read.secret('ssh-key-passphrase');
    const certificate = read.parsed('ssh-certificate', { unquoted: true }, parseCertificate);
    const key = secret && reported(read, 'ssh-key', () => parsePrivateKey(secret));
    if (key?.encrypted && passphrase === undefined)
        read.problem('ssh-key-passphrase', 'is missing, and ssh-key is protected by a passphrase');
    if (passphrase !== undefined && secret === undefined)
        read.problem('ssh-key', 'is missing, and ssh-key-passphrase is given');
    return { key, passphrase, certificate };
}
/** What is wrong with a key, or with what stands where a key should, must not quote it, as `read.parsed` would. */
function reported(read, input, work) {
    try {
        return work();
    }
    catch (error) {
        read.problem(input, error instanceof Error ? error.message : String(error));
        return undefined;
    }
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/quote.js
/**
 * Quotes one word for a POSIX shell: whatever it holds, the shell sees exactly these characters.
 * @throws RangeError for NUL, which no argument can hold.
 */
function shellQuote(word) {
    if (word.includes('\0'))
        throw new RangeError('a NUL character cannot be part of an argument');
    return /^[\w@%+:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
/** Quotes words and joins them to one command line for a POSIX shell. */
function shellJoin(words) {
    return words.map(shellQuote).join(' ');
}

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/index.js














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
/******/ var __webpack_exports__ = __nccwpck_require__(8188);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
