import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1916:
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

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

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

/***/ 4832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   FZ: () => (/* binding */ CHECK_KINDS),
/* harmony export */   sW: () => (/* binding */ isPort),
/* harmony export */   uU: () => (/* binding */ isDatabase),
/* harmony export */   vf: () => (/* binding */ TOLERANCES)
/* harmony export */ });
/** The kinds in the order of their documentation. */
const CHECK_KINDS = ['http', 'tcp', 'tls', 'postgres', 'redis'];
/** What a state that is neither good nor bad counts as. */
const TOLERANCES = ['warn', 'pass', 'fail'];
function isPort(check) {
    return check.kind === 'tcp' || check.kind === 'tls';
}
function isDatabase(check) {
    return check.kind === 'postgres' || check.kind === 'redis';
}
/** Where a check points to, for people: without credentials. */
function targetOf(check) {
    if (isPort(check))
        return `${check.host.includes(':') ? `[${check.host}]` : check.host}:${check.port}`;
    const shown = new URL(check.url);
    if (shown.password !== '')
        shown.password = '***';
    return check.kind === 'http' ? shown.href : shown.href.replace(/\?.*$/, '');
}


/***/ }),

/***/ 6565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  w: () => (/* binding */ watch)
});

// EXTERNAL MODULE: ./build/node_modules/@suite/core/src/index.js + 22 modules
var src = __nccwpck_require__(4606);
// EXTERNAL MODULE: ./build/actions/health-gate/src/gate.js
var gate = __nccwpck_require__(3073);
// EXTERNAL MODULE: ./build/actions/health-gate/src/check.js
var src_check = __nccwpck_require__(4832);
// EXTERNAL MODULE: ./build/actions/health-gate/src/figures.js
var figures = __nccwpck_require__(9973);
;// CONCATENATED MODULE: ./build/actions/health-gate/src/report-file.js




/** What the report tells: everything that was seen, as JSON, without credentials. */
function formatReport({ checks, expectVersion }, { state, history, endMs }) {
    const { timeline, last } = history;
    const report = {
        schema: 1,
        result: state.phase,
        reason: state.reason,
        shouldRollback: (0,gate/* shouldRollBack */.el)(state),
        expectVersion,
        timeToHealthyMs: state.healthyMs,
        durationMs: Math.round(endMs),
        figures: (0,figures/* figuresOf */.h)(timeline, endMs),
        checks: checks.map((check) => ({
            kind: check.kind,
            target: (0,src_check/* targetOf */.$r)(check),
            ...(last?.samples.find((sample) => sample.check === check.name) ?? { check: check.name, class: 'not-run' }),
        })),
        timeline: timeline.map(({ atMs, class: seen, cause, message, latencyMs }) => ({
            atMs: Math.round(atMs),
            class: seen,
            cause,
            message,
            latencyMs: Math.round(latencyMs),
        })),
    };
    return `${(0,src/* redact */.E$)(JSON.stringify(report, undefined, 2))}\n`;
}

// EXTERNAL MODULE: ./build/actions/health-gate/src/sample.js
var sample = __nccwpck_require__(4768);
// EXTERNAL MODULE: ./build/node_modules/@suite/http/src/index.js + 6 modules
var http_src = __nccwpck_require__(8960);
;// CONCATENATED MODULE: ./build/actions/health-gate/src/converge.js

/** Joins the samples of one check at each of its addresses: the worst wins, and who differs is named. */
function converge(byAddress) {
    const [first, ...others] = byAddress;
    if (first === undefined)
        throw new RangeError('a check without addresses has no sample');
    if (others.length === 0)
        return first[1];
    const samples = byAddress.map(([, sample]) => sample);
    const worst = samples.map((sample) => sample.class).reduce(sample/* worseClass */.FY);
    const deciding = byAddress.find(([, sample]) => sample.class === worst)?.[1] ?? first[1];
    const good = byAddress.filter(([, sample]) => sample.class === 'pass' || sample.class === 'warn');
    const bad = byAddress.filter((entry) => !good.includes(entry));
    const version = good.find(([, sample]) => sample.version !== undefined)?.[1].version;
    const on = version === undefined ? 'good' : `on ${version}`;
    const rest = bad.map(([address, sample]) => `${address} ${describe(sample)}`);
    const message = bad.length === 0 ? `${samples.length} of ${samples.length} ${on}` : undefined;
    return {
        ...deciding,
        message: message ?? `${good.length} of ${samples.length} ${on}, ${rest.join(', ')}`,
        latencyMs: Math.max(...samples.map((sample) => sample.latencyMs)),
        notes: [...new Set(samples.flatMap((sample) => sample.notes))],
        failing: [...new Set(samples.flatMap((sample) => sample.failing))],
    };
}
function describe(sample) {
    if (sample.cause === 'wrong-version' && sample.version !== undefined)
        return `still on ${sample.version}`;
    return sample.message;
}

;// CONCATENATED MODULE: ./build/actions/health-gate/src/evidence.js


const SHOWN_BODY = 300;
/** What a person needs to see of a request: phases, addresses, certificate, the body's beginning, how to repeat it. */
function httpEvidence(check, result) {
    const { url, headers, requestTimeoutMs } = check;
    const curl = (0,http_src/* curlLine */.R8)({ url, headers, timeoutMs: requestTimeoutMs });
    const body = result.response === undefined ? [] : [`body: ${excerpt(result.response)}`];
    return [...connectionEvidence(result), ...body, `repeat: ${curl}`];
}
function connectionEvidence(trace) {
    const times = Object.entries(trace.phases).map(([phase, ms]) => `${phase} ${(0,src/* formatDuration */.a3)(ms)}`);
    const tried = trace.attempts.map(({ address, error }) => `${address} ${error ?? 'connected'}`);
    const certificate = trace.tls?.certificate;
    return [
        ...(times.length > 0 ? [`phases: ${times.join(' · ')}`] : []),
        ...(tried.length > 0 ? [`addresses: ${tried.join(', ')}`] : []),
        ...(certificate ? [`certificate: ${certificateLine(certificate)}, ${trace.tls?.protocol}`] : []),
    ];
}
function certificateLine({ subject, issuer, names, daysLeft }) {
    return `${subject}, issuer ${issuer}, for ${names.join(' ') || 'no name'}, ${daysLeft} days left`;
}
function excerpt({ body, size }) {
    const text = body
        .subarray(0, SHOWN_BODY)
        .toString('utf8')
        .replace(/[\x00-\x1f\x7f]+/g, ' ')
        .trim();
    return text === '' ? '(empty)' : `${text}${size > SHOWN_BODY ? ` … (${size} bytes)` : ''}`;
}

;// CONCATENATED MODULE: ./build/actions/health-gate/src/judge-connection.js


const USUAL = { 5432: 'postgres', 6379: 'redis' };
/** Judges a port: open, and for `tls` with a certificate that was verified. */
function judgePort(check, result) {
    const silent = judgeSilence(check, result);
    if (silent)
        return silent;
    const certificate = result.tls?.certificate;
    const days = certificate === undefined ? '' : `, certificate for ${certificate.daysLeft} days`;
    const better = check.kind === 'tcp' ? USUAL[check.port] : undefined;
    const note = `port ${check.port} is open, which does not say that ${better} takes commands: write ${better}: instead of tcp:`;
    // How long it stayed open is not how long it took.
    const totalMs = Object.values(result.phases).reduce((sum, ms) => sum + ms, 0);
    return good(check, { ...result, totalMs }, { message: `open${days}`, notes: better === undefined ? [] : [note] });
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
    const parts = { latencyMs: result.totalMs, evidence: connectionEvidence(result) };
    return (0,sample/* sampleOf */.uV)(check, { ...parts, class: 'fail', cause, message: answer.speaks, failing: [check.name] });
}
function judgeSilence(check, result) {
    if (result.failure === undefined)
        return undefined;
    const parts = { latencyMs: result.totalMs, evidence: connectionEvidence(result) };
    return (0,sample/* sampleOf */.uV)(check, {
        ...parts,
        class: 'error',
        cause: 'network',
        reached: result.address !== undefined,
        message: result.failure.message,
    });
}
function good(check, result, { message, notes }) {
    const { maxLatencyMs } = check;
    const parts = { latencyMs: result.totalMs, evidence: connectionEvidence(result), notes };
    if (maxLatencyMs !== undefined && result.totalMs > maxLatencyMs) {
        const slow = `${message} after ${Math.round(result.totalMs)} ms, max-latency is ${maxLatencyMs} ms`;
        return (0,sample/* sampleOf */.uV)(check, { ...parts, class: 'fail', cause: 'too-slow', message: slow });
    }
    return (0,sample/* sampleOf */.uV)(check, { ...parts, class: 'pass', message });
}

// EXTERNAL MODULE: ./build/actions/health-gate/src/words.js
var words = __nccwpck_require__(185);
;// CONCATENATED MODULE: ./build/actions/health-gate/src/components.js


/** Where the dialects keep their components: seed and health+json, Spring, Terminus, ASP.NET, home-made. */
const PLACES = ['checks', 'components', 'details', 'entries', 'dependencies', 'services'];
const STATES = ['status', 'state', 'health', 'healthy', 'ok', 'up'];
/** ASP.NET's enum may arrive as a number. */
const ASP_NET = ['unhealthy', 'degraded', 'healthy'];
const DEEPEST = 6;
/** Reads the health out of a parsed answer. `path` is `auto` or the JSON path of the components. */
function readHealth(body, path) {
    if (typeof body === 'string' || typeof body === 'boolean')
        return { top: leaf('status', body), components: [] };
    if (!isObject(body))
        return { top: undefined, components: [] };
    const container = path === 'auto' ? findContainer(body) : { value: (0,http_src/* readJsonPath */.Ad)(body, (0,http_src/* parseJsonPath */.Hf)(path)), asp: false };
    const top = stateOf(body);
    return {
        top: top === undefined ? undefined : leaf('status', top),
        components: container === undefined ? [] : children('', container.value, { asp: container.asp, depth: 0 }),
    };
}
function findContainer(body) {
    const place = PLACES.find((name) => typeof body[name] === 'object' && body[name] !== null);
    return place === undefined ? undefined : { value: body[place], asp: place === 'entries' };
}
function children(prefix, value, place) {
    if (place.depth > DEEPEST)
        return [];
    if (Array.isArray(value)) {
        return value.flatMap((entry, index) => component(`${prefix}${nameOf(entry) ?? index}`, entry, place));
    }
    if (!isObject(value))
        return value === undefined ? [] : [leaf(prefix.replace(/\.$/, '') || 'components', value)];
    return Object.entries(value).flatMap(([name, entry]) => component(`${prefix}${name}`, entry, place));
}
function component(name, value, place) {
    const { asp } = place;
    const inside = { asp, depth: place.depth + 1 };
    if (Array.isArray(value))
        return [
            worstOf(name, value.flatMap((entry) => component(name, entry, inside))),
        ];
    if (!isObject(value))
        return [asp ? aspNet(name, value) : leaf(name, value)];
    const own = stateOf(value);
    const inner = findContainer(value);
    const parts = inner === undefined ? [] : children(`${name}.`, inner.value, { ...inside, asp: inner.asp || asp });
    if (own === undefined && parts.length > 0)
        return parts;
    if (isObject(own))
        return component(name, own, inside);
    return [asp ? aspNet(name, own) : leaf(name, own), ...parts];
}
/** Several measurements of one component, as health+json writes them: the worst counts. */
function worstOf(name, measured) {
    const level = measured.length === 0 ? 'unknown' : (0,words/* worst */.QZ)(measured.map((one) => one.level));
    return measured.find((one) => one.level === level) ?? { name, level, word: 'empty' };
}
function stateOf(value) {
    const key = STATES.find((name) => value[name] !== undefined && value[name] !== null);
    return key === undefined ? undefined : value[key];
}
function leaf(name, value) {
    if (typeof value === 'string')
        return { name, level: (0,words/* levelOf */.In)(value), word: value.slice(0, 60) };
    if (typeof value === 'boolean')
        return { name, level: value ? 'healthy' : 'unhealthy', word: String(value) };
    return {
        name,
        level: 'unknown',
        word: value === undefined ? 'no status' : String(JSON.stringify(value)).slice(0, 60),
    };
}
function aspNet(name, value) {
    const level = typeof value === 'number' ? ASP_NET[value] : undefined;
    return level === undefined ? leaf(name, value) : { name, level, word: level };
}
function nameOf(entry) {
    return isObject(entry) && typeof entry['name'] === 'string' ? entry['name'] : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/actions/health-gate/src/rules.js
var src_rules = __nccwpck_require__(5899);
;// CONCATENATED MODULE: ./build/actions/health-gate/src/judge-health.js


/**
 * Judges what a health answer says: the worst component wins, and the top word counts where it is worse than all of
 * them. A top word that is no worse than a component is explained by it and judged with it.
 */
function judgeHealth(health, rules, reading) {
    const { top, components } = health;
    const missing = (0,src_rules/* missingComponents */.PW)(rules, components);
    if (missing.length > 0) {
        const message = `the answer has no component ${missing.join(', ')}`;
        return { class: 'fail', cause: 'unhealthy', message, failing: missing };
    }
    const ownWord = top !== undefined && (0,words/* isWorse */.Bx)(top.level, (0,words/* worst */.QZ)(components.map(({ level }) => level)));
    const judged = [...components, ...(ownWord ? [top] : [])].map((component) => (0,src_rules/* judgeComponent */.Rn)(component, component === top ? [] : rules, reading));
    const failed = judged.filter(({ verdict }) => verdict === 'fail').map(({ component }) => component);
    const warned = judged.filter(({ verdict }) => verdict === 'warn').map(({ component }) => component);
    const says = (list) => list.map(({ name, word }) => `${name} ${word}`).join(', ');
    if (failed.length > 0) {
        const starting = failed.every(({ level }) => level === 'starting');
        const failing = failed.map(({ name }) => name);
        return { class: 'fail', cause: starting ? 'starting' : 'unhealthy', message: says(failed), failing };
    }
    if (warned.length > 0)
        return { class: 'warn', message: says(warned), failing: [] };
    return { class: 'pass', message: top?.word ?? '', failing: [] };
}

;// CONCATENATED MODULE: ./build/actions/health-gate/src/judge-http.js






/** Judges an answer, or the lack of one. */
function judgeHttp(check, result, reading) {
    const base = { latencyMs: result.totalMs, evidence: httpEvidence(check, result) };
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
    const health = body.known ? readHealth(body.value, reading.componentsPath) : { top: undefined, components: [] };
    const version = (0,http_src/* readVersion */.$4)({ headers: response.headers, body: body.value }, reading.versionSource);
    const verdict = judgeAnswer({ check, result, response, health, version, isJson: body.known }, reading);
    const notes = [...(verdict.notes ?? []), ...cacheNotes(response)];
    return (0,sample/* sampleOf */.uV)(check, {
        ...base,
        ...verdict,
        notes,
        status: response.status,
        components: health.components,
        ...(version === undefined ? {} : { version }),
    });
}
function judgeAnswer(answer, reading) {
    const { response, health, check, result } = answer;
    const bad = judgeStatus(response, result, health);
    if (bad)
        return bad;
    const judged = judgeHealth(health, check.components, reading);
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
    const silent = health.top === undefined && health.components.length === 0;
    const notes = silent ? [`${check.name} passes by status alone: its body tells no health`] : [];
    return { ...judged, message: `${response.status}${judged.message ? ` ${judged.message}` : ''}${told}`, notes };
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
        const to = (0,http_src/* redirectTarget */.ET)(result)?.href ?? 'nowhere';
        return {
            class: 'fail',
            cause: 'status',
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
        const message = `tells no version where ${wanted} is expected; name its place with version-path`;
        return { class: 'fail', cause: 'wrong-version', message };
    }
    if ((0,http_src/* sameVersion */.r1)(version, wanted))
        return undefined;
    const message = `the old build still answers: version ${version}, expected ${wanted}`;
    return { class: 'fail', cause: 'wrong-version', message };
}
/** JSON, or one bare word that tells a health, as ASP.NET answers; anything else says nothing. */
function parseBody(response) {
    const text = response.body.toString('utf8').trim();
    try {
        return { known: true, value: JSON.parse(text) };
    }
    catch {
        return text.length <= 30 && (0,words/* levelOf */.In)(text) !== 'unknown' ? { known: true, value: text } : { known: false };
    }
}
function cacheNotes({ headers }) {
    const age = Number(headers.get('age')?.[0] ?? 0);
    const hit = headers.get('x-cache')?.[0] ?? headers.get('cf-cache-status')?.[0] ?? '';
    const cached = age > 0 ? `Age: ${age}` : /hit/i.test(hit) ? hit : undefined;
    return cached === undefined ? [] : [`the answer came from a cache (${cached}), not from the application`];
}
function titleOf({ body }) {
    const title = /<title>([^<]{1,80})/i.exec(body.toString('utf8'))?.[1];
    return title === undefined ? '' : ` (HTML page "${title.trim()}")`;
}

;// CONCATENATED MODULE: ./build/actions/health-gate/src/take-sample.js






/** Runs one check once, within its request-timeout and `leftMs`, whichever ends first. */
async function takeSample(check, { plan, leftMs }, ports) {
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
    const each = addresses.map(async (address) => [address, await probe({ ...limits, address })]);
    return converge(await Promise.all(each));
}
/** The addresses to probe one by one, or undefined where any will do. */
async function addressesOf(check, { addresses }, { ports, limits }) {
    if (addresses.kind === 'auto' || (0,src_check/* isDatabase */.uU)(check))
        return undefined;
    if (addresses.kind === 'list')
        return addresses.list;
    return ports.probes.addressesOf((0,src_check/* isPort */.sW)(check) ? check.host : (0,http_src/* hostOf */.w4)(check.url), limits);
}
function probing(check, { reading }, probes) {
    if ((0,src_check/* isDatabase */.uU)(check))
        return async (limits) => judgeDatabase(check, await probes.database(check, limits));
    if ((0,src_check/* isPort */.sW)(check))
        return async (limits) => judgePort(check, await probes.port(check, limits));
    return async (limits) => judgeHttp(check, await probes.http(check, limits), reading);
}

// EXTERNAL MODULE: ./build/actions/health-gate/src/timeline.js
var src_timeline = __nccwpck_require__(3917);
;// CONCATENATED MODULE: ./build/actions/health-gate/src/execute.js






/** Probes until the gate is over and writes the report, also when it is cancelled. */
async function watch(plan, ports) {
    const started = ports.clock.monotonic();
    const now = () => ports.clock.monotonic() - started;
    const running = { plan, ports, now, timeline: [], notes: new Set(), last: undefined, lastBad: undefined };
    let state = gate/* INITIAL */.DI;
    while (!(0,gate/* isOver */.PU)(state)) {
        const beganMs = now();
        state = await step(running, state);
        if (!(0,gate/* isOver */.PU)(state))
            state = await pause(running, state, beganMs);
    }
    const ended = await withControl(running, state);
    const seen = { state: ended, history: running, endMs: now() };
    const folder = await ports.files.makeTemporaryFolder('health-gate');
    const report = `${folder}/report.json`;
    await ports.files.write(report, formatReport(plan, seen));
    return { ...seen, report };
}
/** One round of all checks at once; rounds never overlap. */
async function step(running, state) {
    const { plan, ports, now, timeline } = running;
    const { deadlineMs } = plan.rules;
    const leftMs = state.phase === 'baking' ? Number.POSITIVE_INFINITY : deadlineMs - now();
    const samples = await Promise.all(plan.checks.map((check) => takeSample(check, { plan, leftMs }, ports)));
    if (ports.signal.aborted)
        return (0,gate/* afterCancel */.ZZ)(state);
    const round = (0,sample/* combineRound */.A2)(now(), samples, plan.expectVersion);
    // What the end of the gate cut off says nothing of its own.
    const cut = round.atMs >= deadlineMs && state.phase !== 'baking' && !(0,sample/* isGood */.Kg)(round);
    const judged = (0,gate/* judgeBy */.FU)(plan.rules)(state, round, round.atMs);
    const next = cut ? (0,gate/* afterDeadline */.tm)(judged, state, (0,src/* formatDuration */.a3)(deadlineMs)) : judged;
    for (const note of (0,src_timeline/* newNotes */.Kr)(running.notes, round))
        ports.log.notice(note);
    const line = (0,src_timeline/* roundLine */.z3)({ round, before: timeline.at(-1), index: timeline.length }, state, next);
    if (line !== undefined)
        ports.log.info(line);
    remember(running, round);
    return next;
}
function remember(running, round) {
    const { reached: _, samples: __, ...moment } = round;
    running.timeline.push(moment);
    running.last = round;
    if (!(0,sample/* isGood */.Kg)(round))
        running.lastBad = round;
}
/** Waits for the next round, or for what ends first: the deadline, or the bake time, which one more round confirms. */
async function pause({ plan, ports, now }, state, beganMs) {
    const { intervalMs, deadlineMs, bakeMs } = plan.rules;
    const limit = state.phase === 'baking' ? (state.healthyMs ?? 0) + bakeMs : deadlineMs;
    const until = Math.min(beganMs + intervalMs, Math.max(limit, now()));
    await ports.clock.sleep(Math.max(0, until - now()), ports.signal);
    if (ports.signal.aborted)
        return (0,gate/* afterCancel */.ZZ)(state);
    return state.phase !== 'baking' && now() >= deadlineMs
        ? (0,gate/* afterDeadline */.tm)(state, state, (0,src/* formatDuration */.a3)(deadlineMs))
        : state;
}
/** Where nobody was ever reached, asks whether this runner reaches anybody. */
async function withControl({ plan, ports }, state) {
    if (state.phase === 'cancelled' || (0,gate/* settle */.G9)(state, false) === state)
        return state;
    const reached = await ports.probes.reaches(plan.control, ports.signal);
    return ports.signal.aborted ? state : (0,gate/* settle */.G9)(state, reached);
}


/***/ }),

/***/ 9973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ figuresOf)
/* harmony export */ });
/* unused harmony export percentile */
/* harmony import */ var _sample_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4768);

/** Figures of a timeline; `endMs` is when it ended. */
function figuresOf(moments, endMs) {
    const first = moments.findIndex(_sample_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .Kg);
    const judged = first < 0 ? [] : moments.slice(first);
    const latencies = moments.filter(_sample_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .Kg).map(({ latencyMs }) => latencyMs);
    const bad = judged.filter((moment) => !(0,_sample_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .Kg)(moment)).length;
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
function uptime(moments, endMs) {
    const [first] = moments;
    if (first === undefined)
        return undefined;
    const whole = endMs - first.atMs;
    if (whole <= 0)
        return (0,_sample_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .Kg)(first) ? 100 : 0;
    const good = moments
        .map((moment, index) => ((0,_sample_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .Kg)(moment) ? (moments[index + 1]?.atMs ?? endMs) - moment.atMs : 0))
        .reduce((sum, ms) => sum + ms, 0);
    return (100 * good) / whole;
}


/***/ }),

/***/ 3073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ INITIAL),
/* harmony export */   FU: () => (/* binding */ judgeBy),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   ZN: () => (/* binding */ HOPELESS_CAUSES),
/* harmony export */   ZZ: () => (/* binding */ afterCancel),
/* harmony export */   el: () => (/* binding */ shouldRollBack),
/* harmony export */   tm: () => (/* binding */ afterDeadline)
/* harmony export */ });
/** What ends the gate at once. */
const HOPELESS_CAUSES = ['auth-refused', 'version-regressed'];
const INITIAL = {
    phase: 'pending',
    streak: 0,
    failuresInARow: 0,
    failures: 0,
    window: [],
    samples: 0,
    reached: 0,
    spokenFailures: 0,
    firstPassMs: undefined,
    healthyMs: undefined,
    reason: 'no check has run',
};
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
        const counted = count(state, sample);
        if (isHopeless(state, sample, policy))
            return over(counted, 'failed', sample.message);
        if (sample.class === 'pass' || sample.class === 'warn')
            return afterGood(counted, now, policy);
        if (isForgiven(state, sample, now < policy.warmupMs)) {
            const phase = state.firstPassMs === undefined ? 'warming' : 'healthy';
            return { ...counted, phase, streak: 0 };
        }
        return sample.class === 'error' && isWithinBudget(state, policy)
            ? {
                ...counted,
                phase: counted.phase === 'pending' ? 'warming' : counted.phase,
                window: shifted(state, true, policy),
            }
            : afterFailure(counted, sample, policy);
    };
}
/** The deadline came before the streak was complete. `counted` has the sample that the deadline cut, if there was one. */
function afterDeadline(counted, state, deadline) {
    if (isOver(state))
        return state;
    const last = counted.samples === 0 ? 'no check has run' : counted.reason;
    const { samples, reached, spokenFailures } = counted;
    const reason = `not healthy within ${deadline}; at last: ${last}`;
    return { ...state, samples, reached, spokenFailures, phase: 'timed-out', reason };
}
/** The runner cancelled the job. */
function afterCancel(state) {
    return isOver(state) ? state : { ...state, phase: 'cancelled', reason: `cancelled; at last: ${state.reason}` };
}
/** A no in which nobody was ever reached says nothing about the application where the runner reaches nobody at all. */
function settle(state, runnerHasNetwork) {
    const silent = (state.phase === 'failed' || state.phase === 'timed-out') && state.reached === 0;
    if (!silent || runnerHasNetwork)
        return state;
    const reason = `this runner reaches neither the application nor GitHub's API: ${state.reason}`;
    return { ...state, phase: 'inconclusive', reason };
}
/** True only where the application itself is to blame. */
function shouldRollBack(state) {
    return state.phase === 'failed' || (state.phase === 'timed-out' && state.spokenFailures > 0);
}
function count(state, sample) {
    return {
        ...state,
        samples: state.samples + 1,
        reached: state.reached + (sample.reached ? 1 : 0),
        spokenFailures: state.spokenFailures + (sample.class === 'fail' ? 1 : 0),
        reason: sample.message,
    };
}
/** A version that goes back while a roll-out is still mixed is no regression; one that goes back after it is. */
function isHopeless(state, { class: seen, cause }, { failFastOn }) {
    if (seen !== 'fail')
        return false;
    if (cause === 'auth-refused')
        return failFastOn.includes('auth-refused');
    return cause === 'wrong-version' && state.healthyMs !== undefined && failFastOn.includes('version-regressed');
}
/** During warm-up nothing is judged before the first pass, and the old build or a start is not judged at all. */
function isForgiven(state, { cause }, warming) {
    if (!warming || state.phase === 'baking')
        return false;
    return state.firstPassMs === undefined || cause === 'wrong-version' || cause === 'starting';
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
        return baked >= policy.bakeMs ? over(next, 'passed', `stayed healthy; ${state.reason}`) : next;
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
    if (state.phase === 'baking')
        return over(next, 'failed', `healthy at first, then: ${sample.message}`);
    if (policy.maxFailures !== undefined && failures > policy.maxFailures) {
        return over(next, 'failed', `${failures} failures, ${policy.maxFailures} allowed; at last: ${sample.message}`);
    }
    if (failuresInARow >= policy.consecutiveFailures) {
        return over(next, 'failed', `${failuresInARow} failures in a row; at last: ${sample.message}`);
    }
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

/***/ 3375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./build/node_modules/@suite/core/src/index.js + 22 modules
var src = __nccwpck_require__(4606);
// EXTERNAL MODULE: ./build/node_modules/@suite/http/src/index.js + 6 modules
var http_src = __nccwpck_require__(8960);
// EXTERNAL MODULE: ./build/actions/health-gate/src/check.js
var src_check = __nccwpck_require__(4832);
// EXTERNAL MODULE: ./build/actions/health-gate/src/rules.js
var rules = __nccwpck_require__(5899);
;// CONCATENATED MODULE: ./build/actions/health-gate/src/target.js

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
    return { kind, url: parseDatabase(text, kind) };
}
function parseHttp(text) {
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

;// CONCATENATED MODULE: ./build/actions/health-gate/src/checks-input.js




const COMMON = ['name', 'required', 'request-timeout', 'max-latency'];
const HTTP_ONLY = ['components', 'expect-version', 'headers'];
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
    const { requestTimeoutMs, maxLatencyMs, headers, components, expectVersion } = defaults;
    const common = { name: `${url.host}${url.pathname}`, required: true, requestTimeoutMs, maxLatencyMs };
    return { ...common, kind: 'http', url, headers, components, expectVersion, mustTellVersion };
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
    const target = attempt(String(given[kind] ?? ''), (text) => parseTarget(kind, text), (why) => said(`(${kind}) ${why}`));
    const options = readOptions(given, defaults, (why) => said(`(${kind}) ${why}`));
    return target === undefined ? undefined : assemble(target, options);
}
function checkKeys(given, kind, said) {
    const known = [kind, ...COMMON, ...(kind === 'http' ? HTTP_ONLY : [])];
    for (const key of Object.keys(given).filter((name) => !known.includes(name))) {
        const only = HTTP_ONLY.includes(key) ? ', which only http takes' : (0,src/* didYouMean */.au)(key, known);
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
    if (required !== undefined && typeof required !== 'boolean')
        said('required is neither true nor false');
    const ownVersion = option('expect-version', (text) => text);
    const headers = given['headers'] === undefined ? undefined : attempt(asLines(given['headers']), parseHeaders, said);
    return {
        name: option('name', (text) => text),
        required: required !== false,
        requestTimeoutMs: option('request-timeout', src/* parseDuration */.E9) ?? defaults.requestTimeoutMs,
        maxLatencyMs: option('max-latency', src/* parseDuration */.E9) ?? defaults.maxLatencyMs,
        headers: new Map([...defaults.headers, ...(headers ?? [])]),
        components: option('components', rules/* parseRules */.NR) ?? defaults.components,
        expectVersion: ownVersion ?? defaults.expectVersion,
        mustTellVersion: ownVersion !== undefined,
    };
}
function assemble(target, options) {
    const { name, required, requestTimeoutMs, maxLatencyMs, ...http } = options;
    const common = { required, requestTimeoutMs, maxLatencyMs };
    if (target.kind === 'http') {
        return { ...common, ...http, ...target, kind: 'http', name: name ?? `${target.url.host}${target.url.pathname}` };
    }
    const check = { ...common, ...target, name: '' };
    return { ...check, name: name ?? `${check.kind} ${(0,src_check/* targetOf */.$r)(check).replace(/^\w+:\/\/([^@/]*@)?/, '')}` };
}
function parseHeaders(text) {
    try {
        return (0,src/* parsePairs */.xg)(text, ':');
    }
    catch {
        throw new RangeError('headers has an entry that is not "Name: value"');
    }
}
function asLines(value) {
    if (typeof value !== 'object' || value === null)
        return String(value);
    return Object.entries(value)
        .map(([name, text]) => `${name}: ${text}`)
        .join('\n');
}
function asText(value) {
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

// EXTERNAL MODULE: ./build/actions/health-gate/src/gate.js
var gate = __nccwpck_require__(3073);
;// CONCATENATED MODULE: ./build/actions/health-gate/src/policy.js
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

;// CONCATENATED MODULE: ./build/actions/health-gate/src/inputs.js








/** Reads everything; `checks` needs a YAML parser, which is loaded only for it. */
async function readInputs(read) {
    const expectVersion = read.text('expect-version');
    const defaults = {
        requestTimeoutMs: read.duration('request-timeout', { fallback: '5s' }) ?? 5_000,
        maxLatencyMs: read.duration('max-latency'),
        headers: read.headers('headers'),
        components: read.parsed('components', {}, rules/* parseRules */.NR) ?? [],
        expectVersion,
    };
    const urls = read.lines('url').flatMap((line) => readUrl(line, read));
    const yaml = read.text('checks');
    const inputs = {
        ...read.common(),
        reading: readReading(read),
        rules: readRules(read),
        expectVersion,
        addresses: readAddresses(read),
        caCert: read.text('ca-cert'),
        onInconclusive: read.choice('on-inconclusive', src_check/* TOLERANCES */.vf, 'fail'),
        apiUrl: read.env['GITHUB_API_URL'] ?? 'https://api.github.com',
    };
    const listed = yaml === undefined ? [] : readChecks(await parseYaml(yaml, read), defaults, (why) => read.problem('checks', why));
    if (read.lines('url').length === 0 && yaml === undefined) {
        read.problem('url', 'is missing, and so is checks: nothing would be checked', 'url: https://app.example.com/health');
    }
    const checks = distinct([
        ...urls.map((url) => httpCheck(url, defaults, urls.length === 1 && yaml === undefined)),
        ...listed,
    ]);
    hideCredentials(checks);
    return { ...inputs, checks };
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
async function parseYaml(text, read) {
    const { parseDocument } = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    const document = parseDocument(text);
    const [error] = document.errors;
    if (error === undefined)
        return document.toJS();
    read.problem('checks', `is no YAML: ${error.message.split('\n')[0]}`, '- http: https://app.example.com/health');
    return [];
}
function readReading(read) {
    const path = read.parsed('components-path', { fallback: 'auto' }, (text) => {
        if (text !== 'auto')
            (0,http_src/* parseJsonPath */.Hf)(text);
        return text;
    });
    return {
        degraded: read.choice('degraded', src_check/* TOLERANCES */.vf, 'warn'),
        unknown: read.choice('unknown', src_check/* TOLERANCES */.vf, 'fail'),
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
        failFastOn: read.words('fail-fast-on', gate/* HOPELESS_CAUSES */.ZN, { fallback: gate/* HOPELESS_CAUSES */.ZN.join(', ') }),
    };
    const shortest = (rules.successes - 1) * rules.intervalMs;
    if (shortest >= rules.deadlineMs) {
        const problem = `ends before ${rules.successes} successes at this interval can be seen (${shortest / 1000}s)`;
        read.problem('deadline', problem, `deadline: ${Math.ceil((shortest * 2) / 1000) + 1}s`);
    }
    return rules;
}
function readAddresses(read) {
    const lines = read.text('addresses', { fallback: 'auto' })?.split(/\s+/) ?? ['auto'];
    const [first = 'auto'] = lines;
    if (lines.length === 1 && (first === 'auto' || first === 'each'))
        return { kind: first };
    const wrong = lines.find((line) => !/^[\d.]+$|^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$/.test(line));
    if (wrong !== undefined) {
        read.problem('addresses', `"${wrong}" is neither auto, each nor an IP address`, 'addresses: each');
    }
    return { kind: 'list', list: lines };
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
        if ('url' in check)
            for (const form of (0,http_src/* credentialsIn */.Wr)(check.url))
                new src/* Secret */.zh(form);
        const headers = check.kind === 'http' ? [...check.headers] : [];
        for (const [, value] of headers.filter(([name]) => (0,http_src/* isCredentialHeader */.b5)(name))) {
            for (const form of [value, value.split(' ').at(-1) ?? value])
                new src/* Secret */.zh(form);
        }
    }
}


/***/ }),

/***/ 771:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4606);
/* harmony import */ var _execute_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6565);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3375);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4152);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2113);
/* harmony import */ var _ports_probes_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4359);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1202);







await (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
    name: 'health-gate',
    readInputs: _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K,
    observe: _observe_js__WEBPACK_IMPORTED_MODULE_3__/* .observe */ .l,
    plan: _plan_js__WEBPACK_IMPORTED_MODULE_4__/* .planGate */ .f,
    formatPlan: _plan_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPlan */ .n,
    execute: (plan, ports) => (0,_execute_js__WEBPACK_IMPORTED_MODULE_1__/* .watch */ .w)(plan, { ...ports, probes: (0,_ports_probes_js__WEBPACK_IMPORTED_MODULE_5__/* .realProbes */ .G)() }),
    report: _report_js__WEBPACK_IMPORTED_MODULE_6__/* .reportGate */ .O,
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4606);

async function observe({ caCert }, ports) {
    if (caCert === undefined || caCert.includes('-----BEGIN CERTIFICATE-----'))
        return { ca: caCert };
    const ca = await ports.files.readText(caCert);
    if (ca?.includes('-----BEGIN CERTIFICATE-----'))
        return { ca };
    const what = ca === undefined ? 'is no file' : 'holds no PEM certificate';
    throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`ca-cert: ${caCert} ${what}`, {
        code: 'E_CA_CERT',
        hint: 'give the PEM text itself, or the path of a file of the checkout that holds it',
    });
}


/***/ }),

/***/ 2113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ planGate),
/* harmony export */   n: () => (/* binding */ formatPlan)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4606);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4832);


function planGate(inputs, facts) {
    const { checks, reading, rules, expectVersion, addresses, onInconclusive, apiUrl } = inputs;
    return { checks, reading, rules, expectVersion, addresses, onInconclusive, ca: facts.ca, control: new URL(apiUrl) };
}
/** The plan as a person reads it, without credentials. */
function formatPlan({ checks, rules, reading, addresses }) {
    const { successes, intervalMs, warmupMs, deadlineMs, bakeMs, consecutiveFailures, flakeBudget } = rules;
    const count = checks.length === 1 ? 'one check is' : `${checks.length} checks are`;
    const most = rules.maxFailures === undefined ? '' : `, or after more than ${rules.maxFailures} in all`;
    const where = addresses.kind === 'auto' ? [] : [`addresses: ${addresses.kind === 'each' ? 'each' : addresses.list.join(', ')}`];
    return [
        `health-gate: wait until ${count} healthy ${successes} times in a row, every ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(intervalMs)}`,
        ...checks.map((check) => `  ${formatCheck(check)}`),
        ...where,
        `warm-up ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(warmupMs)}, deadline ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(deadlineMs)}, bake ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(bakeMs)}`,
        `fails after ${consecutiveFailures} failures in a row${most}; forgives ${flakeBudget.errors} error in ${flakeBudget.of}`,
        `degraded counts as ${reading.degraded}, unknown as ${reading.unknown}`,
    ].join('\n');
}
function formatCheck(check) {
    const parts = [check.kind.padEnd(8), (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(check)];
    if (check.kind === 'http') {
        if (check.expectVersion !== undefined)
            parts.push(`version ${check.expectVersion}`);
        const rules = check.components.map(({ name, atLeast }) => `${name}>=${atLeast}`);
        if (rules.length > 0)
            parts.push(`components ${rules.join(', ')}`);
    }
    parts.push(`within ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(check.requestTimeoutMs)}`);
    if (check.maxLatencyMs !== undefined)
        parts.push(`max-latency ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(check.maxLatencyMs)}`);
    if (!check.required)
        parts.push('(only warns)');
    return parts.join(' ');
}


/***/ }),

/***/ 4359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ realProbes)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./build/node_modules/@suite/http/src/index.js + 6 modules
var src = __nccwpck_require__(8960);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./build/actions/health-gate/src/postgres-error.js
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
function up(why) {
    const notes = ['PostgreSQL takes connections; without credentials no query was tried'];
    return { verdict: 'accepting', speaks: `up, ${why}`, notes };
}

;// CONCATENATED MODULE: ./build/actions/health-gate/src/ports/postgres.js



/** Logs in and asks `SELECT 1`, all within one deadline. The driver is loaded with the first check that needs it. */
async function askPostgres(url, limits) {
    const { default: pg } = await __nccwpck_require__.e(/* import() */ 849).then(__nccwpck_require__.bind(__nccwpck_require__, 3849));
    const started = performance.now();
    const socket = new external_node_net_.Socket();
    const record = followPhases(socket, (0,src/* hostOf */.w4)(url));
    const client = new pg.Client(clientConfig(url, limits, socket));
    client.on('error', () => undefined);
    const deadline = AbortSignal.timeout(limits.timeoutMs);
    const signal = AbortSignal.any([deadline, limits.signal]);
    const failure = (thrown, ended) => {
        const place = { host: (0,src/* hostOf */.w4)(url), port: Number(url.port) };
        return (0,src/* classifyFailure */.XE)({ thrown, ended, dialled: record, totalMs: performance.now() - started, ...place });
    };
    const done = (value, failed) => {
        const { phases, attempts, address, tls } = record;
        return { phases, attempts, address, tls, value, failure: failed, totalMs: performance.now() - started };
    };
    try {
        await untilAborted(signal, client.connect().then(() => client.query('SELECT 1')));
        return done({ verdict: 'accepting', speaks: 'accepting, SELECT 1 answered' });
    }
    catch (thrown) {
        if (limits.signal.aborted)
            return done(undefined, failure(thrown, 'cancelled'));
        if (deadline.aborted)
            return done(undefined, failure(thrown, 'deadline'));
        const said = readServerError(thrown, url.password !== '');
        return said === undefined ? done(undefined, failure(thrown, 'error')) : done(said);
    }
    finally {
        socket.destroy();
    }
}
function clientConfig(url, { ca }, socket) {
    const mode = url.searchParams.get('sslmode') ?? 'disable';
    return {
        host: (0,src/* hostOf */.w4)(url),
        port: Number(url.port),
        user: decodeURIComponent(url.username) || 'postgres',
        database: decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username) || 'postgres',
        password: url.password === '' ? refusePassword : decodeURIComponent(url.password),
        application_name: 'health-gate',
        ssl: mode === 'disable' ? false : { ...(ca === undefined ? {} : { ca }) },
        stream: () => socket,
    };
}
/** Called only where the server asks for a password and there is none: it has spoken, and that is enough. */
function refusePassword() {
    throw new Error(NO_PASSWORD);
}
/** The driver does the connecting; its socket tells what happened. */
function followPhases(socket, host) {
    const record = (0,src/* newDialRecord */.AK)();
    const started = performance.now();
    let lookedUp = started;
    socket.once('lookup', (_error, address) => {
        lookedUp = performance.now();
        record.phases.dns = lookedUp - started;
        record.phase = 'connect';
        record.address = address ?? host;
    });
    socket.once('connect', () => {
        record.phases.connect = performance.now() - lookedUp;
        record.phase = 'first-byte';
        record.address = socket.remoteAddress;
    });
    return record;
}
function untilAborted(signal, work) {
    return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        work.then(resolve, reject);
    });
}

;// CONCATENATED MODULE: ./build/actions/health-gate/src/redis-reply.js
/** What the first line of a reply to PING or AUTH says. `loggedIn`: a password was given. */
function readReply(line, loggedIn) {
    const text = line.replace(/^[+-]/, '').slice(0, 200);
    if (line.startsWith('+'))
        return { verdict: 'accepting', speaks: text };
    if (!line.startsWith('-'))
        return { verdict: 'rejecting', speaks: `does not speak Redis: ${JSON.stringify(text.slice(0, 60))}` };
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

;// CONCATENATED MODULE: ./build/actions/health-gate/src/ports/redis.js

/** Logs in where the URL has a password, and asks PING. */
async function pingRedis(socket, url) {
    const password = decodeURIComponent(url.password);
    const user = decodeURIComponent(url.username);
    if (password !== '') {
        const login = await command(socket, ['AUTH', ...(user === '' ? [] : [user]), password]);
        if (!login.startsWith('+'))
            return readReply(login, true);
    }
    return readReply(await command(socket, ['PING']), password !== '');
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

;// CONCATENATED MODULE: ./build/actions/health-gate/src/ports/probes.js




/** A forwarder with nobody behind it closes within this time. */
const FORWARDER_MS = 100;
function realProbes() {
    return {
        http: ({ url, headers }, limits) => (0,src/* probe */.dy)({
            url,
            headers: new Map([['Cache-Control', 'no-cache'], ...headers]),
            maxBodyBytes: 1024 * 1024,
            tls: tlsOf(limits),
            ...common(limits),
        }),
        port: async ({ kind, host, port }, limits) => {
            const tls = kind === 'tls' ? { tls: tlsOf(limits) } : {};
            return (0,src/* probeConnection */.hG)({ host, port, ...tls, ...common(limits) }, async (socket) => {
                if (kind === 'tcp')
                    await (0,src/* staysOpen */.n7)(socket, FORWARDER_MS);
                return undefined;
            });
        },
        database: ({ kind, url }, limits) => (kind === 'postgres' ? askPostgres(url, limits) : askRedis(url, limits)),
        addressesOf: (host, { timeoutMs, signal }) => {
            const slow = (0,promises_.setTimeout)(timeoutMs, [], { signal, ref: false }).catch(() => []);
            return Promise.race([(0,src/* lookupAddresses */.ZI)(host).catch(() => []), slow]);
        },
        reaches: async (url, signal) => {
            const place = { host: (0,src/* hostOf */.w4)(url), port: (0,src/* portOf */.HM)(url) };
            const result = await (0,src/* probeConnection */.hG)({ ...place, timeoutMs: 3_000, signal }, async () => undefined);
            return result.failure === undefined;
        },
    };
}
function askRedis(url, limits) {
    const place = { host: (0,src/* hostOf */.w4)(url), port: Number(url.port) };
    const tls = url.protocol === 'rediss:' ? { tls: tlsOf(limits) } : {};
    return (0,src/* probeConnection */.hG)({ ...place, ...tls, ...common(limits) }, (socket) => pingRedis(socket, url));
}
function common({ timeoutMs, signal, address }) {
    return { timeoutMs, signal, ...(address === undefined ? {} : { addresses: [address] }) };
}
function tlsOf({ ca }) {
    return ca === undefined ? {} : { ca };
}


/***/ }),

/***/ 1202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ reportGate)
});

// EXTERNAL MODULE: ./build/node_modules/@suite/core/src/index.js + 22 modules
var src = __nccwpck_require__(4606);
;// CONCATENATED MODULE: ./build/actions/health-gate/src/diagnosis.js
/** What to do next, from what was seen last. */
function adviceFor(state, samples) {
    if (state.phase === 'inconclusive')
        return ['look at the network of the runner: nothing was reached, GitHub neither'];
    const advice = samples.filter((sample) => sample.class === 'fail' || sample.class === 'error').flatMap(adviceOn);
    return [...new Set(advice)];
}
function adviceOn({ check, cause, class: seen, status }) {
    if (cause === 'auth-refused')
        return [`${check}: give it credentials (headers, or user and password in its address)`];
    if (cause === 'wrong-version') {
        return [`${check}: look whether the deploy has replaced every instance; a slow roll-out wants a longer warmup`];
    }
    if (cause === 'starting')
        return [`${check}: it is still starting; raise warmup and deadline, or look at its log`];
    if (cause === 'too-slow')
        return [`${check}: it answers, but slowly; look at its load or raise max-latency`];
    if (cause === 'status' && status !== undefined && status < 400)
        return [`${check}: set its URL to where it redirects to`];
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

// EXTERNAL MODULE: ./build/actions/health-gate/src/figures.js
var src_figures = __nccwpck_require__(9973);
// EXTERNAL MODULE: ./build/actions/health-gate/src/gate.js
var gate = __nccwpck_require__(3073);
// EXTERNAL MODULE: ./build/actions/health-gate/src/check.js
var src_check = __nccwpck_require__(4832);
// EXTERNAL MODULE: ./build/actions/health-gate/src/timeline.js
var src_timeline = __nccwpck_require__(3917);
;// CONCATENATED MODULE: ./build/actions/health-gate/src/summary.js






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
    return (0,src/* paragraphs */.qN)(`### ${SIGNS[state.phase]} health-gate: ${state.phase}`, (0,src/* escapeMarkdown */.FV)(state.reason), timeline.length === 0 ? undefined : (0,src/* codeBlock */.DV)((0,src_timeline/* sparkline */.KM)(timeline)), numbers(result), (0,src/* table */.tp)(['check', 'target', 'last answer', 'took'], plan.checks.map((check) => row((0,src_check/* targetOf */.$r)(check), check.name, last))), componentTable(last), state.phase === 'passed' ? undefined : diagnosis(bad, timeline), advice.length === 0 ? undefined : `**What to do next**\n\n${advice.join('\n')}`, rollback(state));
}
function numbers({ state, history: { timeline }, endMs }) {
    const { uptimePercent, p50Ms, p95Ms } = (0,src_figures/* figuresOf */.h)(timeline, endMs);
    const parts = [
        `${timeline.length} samples in ${(0,src/* formatDuration */.a3)(endMs)}`,
        state.healthyMs === undefined
            ? 'never healthy for long enough'
            : `healthy after ${(0,src/* formatDuration */.a3)(state.healthyMs)}`,
        uptimePercent === undefined ? undefined : `good ${uptimePercent.toFixed(1)} % of the time since the first pass`,
        p50Ms === undefined ? undefined : `p50 ${(0,src/* formatDuration */.a3)(p50Ms)}`,
        p95Ms === undefined ? undefined : `p95 ${(0,src/* formatDuration */.a3)(p95Ms)}${timeline.length < 20 ? ' (the maximum)' : ''}`,
    ];
    return parts.filter(Boolean).join(' · ');
}
function row(target, name, last) {
    const sample = last?.samples.find((one) => one.check === name);
    if (sample === undefined)
        return [(0,src/* escapeMarkdown */.FV)(name), (0,src/* code */.aY)(target), 'not-run', ''];
    const soft = sample.required ? '' : ' (only warns)';
    const answer = `${sample.class}: ${(0,src/* escapeMarkdown */.FV)(sample.message)}${soft}`;
    return [(0,src/* escapeMarkdown */.FV)(name), (0,src/* code */.aY)(target), answer, (0,src/* formatDuration */.a3)(sample.latencyMs)];
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
function rollback(state) {
    if (state.phase === 'passed')
        return undefined;
    return `\`should-rollback\` is \`${(0,gate/* shouldRollBack */.el)(state)}\`.`;
}

;// CONCATENATED MODULE: ./build/actions/health-gate/src/report.js





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
        outputs: outputsOf(result),
        summary: formatSummary(plan, result),
        annotations: inconclusive ? [{ level: 'warning', message: `W_INCONCLUSIVE: ${result.state.reason}` }] : [],
        failure,
    };
}
function outputsOf({ state, history, endMs, report }) {
    const figures = (0,src_figures/* figuresOf */.h)(history.timeline, endMs);
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
        'should-rollback': String((0,gate/* shouldRollBack */.el)(state)),
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
function failureOf({ onInconclusive }, { state, history }) {
    const verdict = state.phase;
    if (verdict === 'passed')
        return undefined;
    if (verdict === 'cancelled')
        return new src/* CancelledError */.cc();
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

/***/ 5899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NR: () => (/* binding */ parseRules),
/* harmony export */   PW: () => (/* binding */ missingComponents),
/* harmony export */   Rn: () => (/* binding */ judgeComponent)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(185);

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
/** Judges one component by the first rule that names it, else by what degraded and unknown count as. */
function judgeComponent(component, rules, tolerances) {
    const rule = rules.find(({ name }) => matches(name, component.name));
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
/** Rules that name one component which is not there. */
function missingComponents(rules, components) {
    const named = rules.filter(({ name }) => !name.endsWith('*')).map(({ name }) => name);
    return named.filter((name) => !components.some((component) => matches(name, component.name)));
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

/***/ 4768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ combineRound),
/* harmony export */   FY: () => (/* binding */ worseClass),
/* harmony export */   Kg: () => (/* binding */ isGood),
/* harmony export */   uV: () => (/* binding */ sampleOf)
/* harmony export */ });
/** Whether a moment lets the gate go on. */
function isGood(moment) {
    return moment.class === 'pass' || moment.class === 'warn';
}
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
    const latencyMs = Math.max(0, ...samples.map((sample) => sample.latencyMs));
    const reached = samples.some((sample) => sample.reached);
    const says = deciding.map((sample) => `${sample.check}: ${sample.message}`).join('; ');
    const message = worst === 'pass' && deciding.length > 2 ? `all ${deciding.length} checks pass` : says;
    const cause = commonCause(deciding);
    const good = worst === 'pass' || worst === 'warn';
    if (good && versionWanted !== undefined && !samples.some((sample) => sample.version !== undefined)) {
        const untold = `no answer tells a version, so nothing says that it is ${versionWanted}`;
        return { atMs, class: 'fail', cause: 'wrong-version', message: untold, reached, latencyMs, samples };
    }
    return { atMs, class: worst, ...(cause ? { cause } : {}), message, reached, latencyMs, samples };
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
/** A hopeless cause of one outweighs; else only what all share is the round's. */
function commonCause(samples) {
    const causes = samples.map((sample) => sample.cause);
    if (causes.includes('auth-refused'))
        return 'auth-refused';
    const lenient = causes.every((cause) => cause === 'wrong-version' || cause === 'starting');
    if (lenient)
        return causes.includes('wrong-version') ? 'wrong-version' : causes[0];
    return causes.find((cause) => cause !== 'wrong-version' && cause !== 'starting');
}


/***/ }),

/***/ 3917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KM: () => (/* binding */ sparkline),
/* harmony export */   Kr: () => (/* binding */ newNotes),
/* harmony export */   z3: () => (/* binding */ roundLine)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4606);
/* harmony import */ var _sample_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4768);


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
    const states = groups.map((group) => MARKS[(group.find((moment) => !(0,_sample_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .Kg)(moment)) ?? group[0])?.class ?? 'pass']);
    const latencies = groups.map((group) => {
        const ms = Math.max(...group.map(({ latencyMs }) => latencyMs));
        return BARS[Math.min(BARS.length - 1, Math.floor((ms / slowest) * BARS.length))];
    });
    const scale = `slowest ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(slowest)}${size > 1 ? `, ${size} samples a mark` : ''}`;
    return `${states.join('')}\n${latencies.join('')}  ${scale}`;
}


/***/ }),

/***/ 185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isWorse),
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   QZ: () => (/* binding */ worst)
/* harmony export */ });
const ORDER = ['healthy', 'degraded', 'starting', 'unknown', 'unhealthy'];
const VOCABULARY = {
    healthy: 'healthy pass passing passed ok up green alive ready available operational success running true',
    degraded: 'degraded warn warning yellow partial slow',
    starting: 'starting pending initializing initialising',
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

/***/ 4606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lZ: () => (/* reexport */ ActionError),
  cc: () => (/* reexport */ CancelledError),
  ue: () => (/* reexport */ GateError),
  zh: () => (/* reexport */ Secret),
  aY: () => (/* reexport */ code),
  DV: () => (/* reexport */ codeBlock),
  zH: () => (/* reexport */ details),
  au: () => (/* reexport */ didYouMean),
  FV: () => (/* reexport */ escapeMarkdown),
  fE: () => (/* reexport */ formatCommand),
  a3: () => (/* reexport */ formatDuration),
  qN: () => (/* reexport */ paragraphs),
  E9: () => (/* reexport */ parseDuration),
  xg: () => (/* reexport */ parsePairs),
  E$: () => (/* reexport */ redact),
  Cs: () => (/* reexport */ runAction),
  tp: () => (/* reexport */ table),
  Gq: () => (/* reexport */ withoutLogin)
});

// UNUSED EXPORTS: CommandError, HttpError, InputError, TimeoutError, annotate, announceSecrets, backoffMs, cutSummary, forgetSecrets, formatError, formatSize, inputReader, inputSource, nearest, parseArguments, parseChoice, parseSize, realExec, realFiles, realLog, realPorts, realState, retry, secretForms, splitLines, splitWords, toActionError

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/command.js
/** Writes a command as a person would type it: what a plan shows and what tests compare. */
function formatCommand(command) {
    return [command.file, ...command.args].map(quoteWord).join(' ');
}
function quoteWord(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/duration.js
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

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/errors.js
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
;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/files.js
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

;// CONCATENATED MODULE: ./node_modules/string-argv/index.js

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

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(1916);
;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/nearest.js

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
;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/secret.js

const MASK = '***';
const registered = new Set();
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
            if (!registered.has(form))
                announce(form);
            registered.add(form);
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
 * URL-encoded and JSON-escaped forms. Texts below four characters are left out: masking `1` or `true` would blot out whole logs.
 */
function secretForms(value) {
    const bytes = Buffer.from(value);
    const lines = value.split(/\r?\n/).map((line) => line.trim());
    const encoded = ['hex', 'base64', 'base64url'].map((encoding) => bytes.toString(encoding));
    const inMiddle = ['base64', 'base64url'].flatMap((encoding) => [1, 2].map((shift) => shiftedBase64(bytes, shift, encoding)));
    const escaped = JSON.stringify(value).slice(1, -1);
    const forms = [value, value.trim(), ...lines, ...encoded, ...inMiddle, encodeURIComponent(value), escaped];
    return [...new Set(forms.filter((form) => form.length >= 4))];
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
}
/** Replaces every form of every secret of this process in a text by `***`, longest first. */
function redact(text) {
    const forms = [...registered].sort((a, b) => b.length - a.length);
    return forms.reduce((shown, form) => (shown.includes(form) ? shown.replaceAll(form, MASK) : shown), text);
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/size.js
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

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/inputs.js






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
        source.onDeclare?.({ name, required: ask.required ?? false, fallback: ask.fallback });
        const value = source.inputs.get(name)?.trim() || ask.fallback;
        if (value)
            return value;
        if (ask.required)
            problems.push(missing(name, source.inputs.has(name)));
        return undefined;
    }
    return {
        env: source.env,
        /** The text, trimmed; undefined where it was not given. */
        text,
        /** Any value a function can parse; what it throws becomes the problem, behind the quoted value. */
        parsed: (name, ask, parse) => {
            const value = text(name, ask);
            if (value === undefined)
                return undefined;
            try {
                return parse(value);
            }
            catch (error) {
                problems.push({ input: name, problem: describeProblem(value, error) });
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
function describeProblem(value, error) {
    return `"${withoutLogin(value)}" ${error instanceof Error ? error.message : error}`;
}
/** A refused address is quoted without the user and password in it: nobody has masked them yet. */
function withoutLogin(text) {
    return text.replace(/\/\/[^@\s/]+@/g, '//***@');
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
 * @throws RangeError naming the line that has no separator or no key.
 */
function parsePairs(value, separator) {
    const form = separator === '=' ? 'key=value' : 'Name: value';
    return new Map(splitLines(value).map((line) => {
        const at = line.indexOf(separator);
        if (at < 1)
            throw new RangeError(`has the line "${line.slice(0, 12)}…" that is not ${form}`);
        return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }));
}
/** Splits a command as a shell would, quotes included, nothing expanded; several lines are one argument each. */
function parseArguments(value) {
    const lines = splitLines(value);
    return lines.length > 1 ? lines : parseArgsStringToArgv(value);
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/runner.js

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

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/log.js


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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/process.js




/** Bytes of each stream that are kept; of longer output the end counts. */
const KEPT_BYTES = 4 * 1024 * 1024;
const GRACE_MS = 2_000;
/** The longest time that setTimeout takes, 24 days: no limit for any job. */
const NO_LIMIT_MS = 2 ** 31 - 1;
/** The real thing, over node:child_process: `@actions/exec` can neither end a process group nor keep a deadline. */
function realExec() {
    const run = async (command, signal) => {
        const child = await start(command, signal);
        child.stdin.end(command.stdin instanceof Secret ? command.stdin.reveal() : command.stdin);
        const [stdout, stderr, status] = await Promise.all([keepEnd(child.stdout), keepEnd(child.stderr), child.exit]);
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
    if (pid === undefined || child.exitCode !== null || child.signalCode !== null)
        return;
    signalGroup(pid, 'SIGTERM');
    const kill = setTimeout(() => signalGroup(pid, 'SIGKILL'), GRACE_MS);
    child.once('close', () => clearTimeout(kill));
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
async function keepEnd(stream) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of stream) {
        chunks.push(chunk);
        bytes += chunk.length;
        while (bytes - (chunks[0]?.length ?? 0) > KEPT_BYTES)
            bytes -= chunks.shift()?.length ?? 0;
    }
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

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/state.js

/** The runner's state, over `GITHUB_STATE` and `STATE_*`. It is written to disk in the clear: no secret goes there. */
function realState(env) {
    return {
        save: (name, value) => writeValue(env['GITHUB_STATE'], name, value),
        read: (name) => env[`STATE_${name}`] || undefined,
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/ports.js





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
        sleep: (ms, signal) => (0,promises_.setTimeout)(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/retry.js

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

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/input-source.js
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

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/summary.js
/** Bytes; above 1 MiB the runner uploads nothing at all. */
const LIMIT_BYTES = 1_000_000;
/** A GFM table; cells are escaped. No rows: no table. */
function table(head, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.map(escapeCell).join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** Text of others in a Markdown paragraph: no tag, no link, no formatting comes through. */
function escapeMarkdown(text) {
    return text.replace(/[\\`*_[\]<>&#|~]/g, (character) => (character === '<' ? '&lt;' : `\\${character}`));
}
/** A fenced block whose fence is longer than any inside. */
function codeBlock(text, language = '') {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
}
/** Inline code, safe inside a table cell. */
function code(text) {
    return text.includes('`') ? escapeMarkdown(text) : `\`${text}\``;
}
/** A folded section. */
function details(title, body) {
    return `<details><summary>${title.replaceAll('<', '&lt;')}</summary>\n\n${body}\n\n</details>`;
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
    return cell.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|').replace(/\r?\n/g, '<br>');
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/run.js










const POST = 'isPost';
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
    await (ports.state.read(POST) ? runPost(action, source, ports) : runMain(action, source, ports));
}
async function runMain(action, source, ports) {
    const started = ports.clock.monotonic();
    if (action.cleanUp)
        ports.state.save(POST, 'true');
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
            outputs: { result: failure instanceof CancelledError ? 'cancelled' : (action.resultOnError ?? 'failed') },
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
    return { outputs, summary: `### ${action.name}: planned\n\n\`\`\`\n${action.formatPlan(plan)}\n\`\`\`` };
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
    return `### ❌ ${name}: failed\n\n\`\`\`\n${formatError(failure)}\n\`\`\``;
}
function stackOf(thrown) {
    return thrown instanceof Error ? (thrown.stack ?? '') : String(thrown);
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/index.js


















/***/ }),

/***/ 5982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ credentialsIn),
/* harmony export */   b: () => (/* binding */ isCredentialHeader)
/* harmony export */ });
/** Whether a header's value is a credential, by its name: the standard ones, and what servers call theirs. */
function isCredentialHeader(name) {
    return /^(proxy-)?authorization$|^(set-)?cookie$|token|secret|password|api-?key/i.test(name);
}
/** What of a URL is a credential, as it is written and as it is meant: its password, or a user name that stands alone. */
function credentialsIn(url) {
    const written = url.password || url.username;
    return written === '' ? [] : [...new Set([written, decode(written)])];
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 4772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ portOf),
/* harmony export */   R8: () => (/* binding */ curlLine),
/* harmony export */   w4: () => (/* binding */ hostOf),
/* harmony export */   yP: () => (/* binding */ maskUrl)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4606);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5982);


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
        args.push('--data-binary', shortBody(body));
    if (request.addresses?.[0])
        args.push('--resolve', `${url.hostname}:${portOf(url)}:${request.addresses[0]}`);
    if (request.tls?.ca)
        args.push('--cacert', 'ca.pem');
    if (request.tls?.clientCertificate)
        args.push('--cert', 'client.pem', '--key', 'client.key');
    if (request.tls?.verify === false)
        args.push('--insecure');
    return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)((0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatCommand */ .fE)({ file: 'curl', args: [...args, maskUrl(url)] }));
}
/** A header's value for people: `***` where it is a credential. */
function maskHeader(name, value) {
    return (0,_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .isCredentialHeader */ .b)(name) ? '***' : value;
}
/** A URL for people: its password, or a user name that stands alone, is `***`. */
function maskUrl(url) {
    if ((0,_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .credentialsIn */ .W)(url).length === 0)
        return url.href;
    const masked = new URL(url);
    if (url.password === '')
        masked.username = '***';
    else
        masked.password = '***';
    return masked.href;
}
/** The host of a URL as sockets take it: an IPv6 address without its brackets. */
function hostOf(url) {
    return url.hostname.replace(/^\[(.*)\]$/, '$1');
}
/** The port of a URL, the scheme's own where it names none. */
function portOf(url) {
    return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}
function shortBody(body) {
    const text = typeof body === 'string' ? body : `(${body.length} bytes)`;
    return text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)}…` : text;
}


/***/ }),

/***/ 4000:
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

/***/ 7134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ classifyFailure)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4606);
/* harmony import */ var _dial_record_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4000);


const KINDS = {
    ENOTFOUND: 'dns',
    EAI_AGAIN: 'dns',
    EAI_FAIL: 'dns',
    EAI_NODATA: 'dns',
    ECONNREFUSED: 'connect-refused',
    ETIMEDOUT: 'connect-timeout',
    [_dial_record_js__WEBPACK_IMPORTED_MODULE_1__/* .UNANSWERED */ .JM]: 'connect-timeout',
    EHOSTUNREACH: 'unreachable',
    ENETUNREACH: 'unreachable',
    EADDRNOTAVAIL: 'unreachable',
    EACCES: 'unreachable',
    EINVAL: 'unreachable',
    ECONNRESET: 'reset',
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
    ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'tls-client-certificate',
    ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'tls',
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
    const known = KINDS[code];
    if (known)
        return known;
    if (code.startsWith('HPE_'))
        return 'protocol';
    if (/^ERR_(SSL|TLS)|CERT|CRL|ISSUER/.test(code) || phase === 'tls')
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
    return `${placeOf(breakage)} timed out in ${DOING[dialled.phase]} after ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(totalMs)}${before}`;
}
function explain(kind, error, breakage) {
    const { host, port, dialled } = breakage;
    const place = placeOf(breakage);
    const tried = dialled.attempts.map(({ address, error: code }) => `${address} ${code ?? 'connected'}`).join(', ');
    const all = dialled.attempts.length > 1 ? ` (tried ${tried})` : '';
    if (kind.startsWith('tls-'))
        return explainTls(kind, breakage);
    const sentences = {
        dns: `the name ${host} has no address: DNS says ${error.code}`,
        'connect-refused': `${place} refuses the connection: nothing listens on port ${port}${all}`,
        'connect-timeout': `${place} does not answer: no connection within ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(breakage.totalMs)}${all}`,
        unreachable: `${place} cannot be reached from here: ${error.code}${all}`,
        reset: `${place} reset the connection in ${DOING[dialled.phase]}`,
        closed: `${place} closed the connection without an answer`,
        tls: `${place} and we found no common TLS: ${error.message}`,
        protocol: `${place} answers with something that is not HTTP/1: ${error.message}`,
        'body-cut': `${place} closed the connection before the body was complete`,
    };
    return sentences[kind] ?? `${place}: ${error.message}`;
}
function explainTls(kind, breakage) {
    const { host, dialled } = breakage;
    const certificate = dialled.tls?.certificate;
    const who = certificate ? ` (${certificate.subject}, issuer ${certificate.issuer})` : '';
    const days = certificate?.daysLeft ?? 0;
    const by = `, served by ${dialled.address ?? host}`;
    const sentences = {
        'tls-expired': `the certificate expired ${-days} days ago${who}${by}`,
        'tls-not-yet-valid': `the certificate is not valid yet, from ${isoDay(certificate?.validFrom)} on${who}${by}`,
        'tls-wrong-host': `the certificate is not for ${host} but for ${certificate?.names.join(', ') || 'no name'}${by}`,
        'tls-unknown-ca': `the certificate comes from an authority that is not trusted here${who}${by}`,
        'tls-self-signed': `the certificate is signed by itself${who}${by}`,
        'tls-plain-http': `${placeOf(breakage)} is open but does not speak TLS, plain HTTP perhaps`,
        'tls-client-certificate': `${placeOf(breakage)} asks for a client certificate`,
    };
    return sentences[kind] ?? `${placeOf(breakage)}: ${kind}`;
}
function placeOf({ host, port, dialled: { address } }) {
    return address === undefined || address === host ? `${host}:${port}` : `${host}:${port} (${address})`;
}
function isoDay(ms) {
    return ms === undefined ? '?' : new Date(ms).toISOString().slice(0, 10);
}


/***/ }),

/***/ 8960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  XE: () => (/* reexport */ failure/* classifyFailure */.X),
  Wr: () => (/* reexport */ credentials/* credentialsIn */.W),
  R8: () => (/* reexport */ curl/* curlLine */.R8),
  w4: () => (/* reexport */ curl/* hostOf */.w4),
  b5: () => (/* reexport */ credentials/* isCredentialHeader */.b),
  ZI: () => (/* reexport */ lookup/* lookupAddresses */.Z),
  AK: () => (/* reexport */ dial_record/* newDialRecord */.AK),
  Hf: () => (/* reexport */ parseJsonPath),
  t6: () => (/* reexport */ parseVersionSource),
  HM: () => (/* reexport */ curl/* portOf */.HM),
  dy: () => (/* reexport */ probe_probe),
  hG: () => (/* reexport */ probeConnection),
  Ad: () => (/* reexport */ readJsonPath),
  $4: () => (/* reexport */ readVersion),
  ET: () => (/* reexport */ redirectTarget),
  r1: () => (/* reexport */ sameVersion),
  n7: () => (/* reexport */ staysOpen)
});

// UNUSED EXPORTS: UNANSWERED, addressesFor, maskUrl, openConnections, parseResolve, probeFollowing, timed, tlsFacts

// EXTERNAL MODULE: ./build/node_modules/@suite/http/src/dial-record.js
var dial_record = __nccwpck_require__(4000);
// EXTERNAL MODULE: ./build/node_modules/@suite/http/src/failure.js
var failure = __nccwpck_require__(7134);
;// CONCATENATED MODULE: ./build/node_modules/@suite/http/src/connection-probe.js


/**
 * Connects, does TLS where the target has it, and some work on the socket, all within one deadline; then closes. Never
 * throws for what the network does or the work throws. The work may call a phase its own by `record.phase`.
 */
async function probeConnection(request, work) {
    const started = performance.now();
    const dialled = (0,dial_record/* newDialRecord */.AK)();
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), request.timeoutMs);
    const signal = request.signal ? AbortSignal.any([deadline.signal, request.signal]) : deadline.signal;
    let socket;
    let outcome;
    try {
        signal.throwIfAborted();
        const { dial } = await __nccwpck_require__.e(/* import() */ 629).then(__nccwpck_require__.bind(__nccwpck_require__, 7629));
        socket = await dial({ ...request, signal }, dialled);
        dialled.phase = 'first-byte';
        outcome = { value: await whileOpen(socket, signal, work(socket, dialled)) };
    }
    catch (thrown) {
        outcome = { thrown };
    }
    clearTimeout(timer);
    socket?.destroy();
    const totalMs = performance.now() - started;
    const ended = request.signal?.aborted ? 'cancelled' : deadline.signal.aborted ? 'deadline' : 'error';
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
        work.then(resolve, reject);
    });
}

// EXTERNAL MODULE: ./build/node_modules/@suite/http/src/credentials.js
var credentials = __nccwpck_require__(5982);
// EXTERNAL MODULE: ./build/node_modules/@suite/http/src/curl.js
var curl = __nccwpck_require__(4772);
;// CONCATENATED MODULE: ./build/node_modules/@suite/http/src/json-path.js
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

// EXTERNAL MODULE: ./build/node_modules/@suite/http/src/lookup.js
var lookup = __nccwpck_require__(6212);
;// CONCATENATED MODULE: ./build/node_modules/@suite/http/src/probe.js
const IDEMPOTENT = /^(GET|HEAD|OPTIONS|PUT|DELETE)$/;
/**
 * Sends one request and tells everything about it: phases, addresses, certificate, answer or failure. Never throws for
 * what the network or the server does. One deadline holds for all of it; redirects are answers like others.
 */
async function probe_probe(request) {
    // node:http takes as long to load as an empty program to run: it comes with the first request.
    const { probeOnce } = await __nccwpck_require__.e(/* import() */ 959).then(__nccwpck_require__.bind(__nccwpck_require__, 9959));
    const result = await probeOnce(request);
    const kind = result.failure?.kind;
    const idle = result.reused && result.response === undefined && (kind === 'reset' || kind === 'closed');
    if (!idle || !IDEMPOTENT.test(result.method))
        return result;
    // The server closed a kept connection just as it was taken: that says nothing about the server.
    const { connections: _, ...rest } = request;
    return probeOnce({ ...rest, timeoutMs: Math.max(1, request.timeoutMs - result.totalMs) });
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/http/src/redirects.js


const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Sends a request and follows at most `max` redirects, all within the one deadline of the request. */
async function probeFollowing(request, max) {
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
        const result = await probe({ ...next, timeoutMs: Math.max(1, leftMs) });
        hops.push(result);
        leftMs -= result.totalMs;
        next = redirected(next, result);
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
/** The request that follows a redirect: 303, and POST at 301 and 302, become GET; credentials stay at their origin. */
function redirected(request, result) {
    const url = redirectTarget(result, request.url.href);
    if (url === undefined || !/^https?:$/.test(url.protocol))
        return undefined;
    const status = result.response?.status ?? 0;
    const method = request.method ?? 'GET';
    const toGet = (status === 303 && method !== 'HEAD') || (status < 303 && method === 'POST');
    const { body, addresses, headers, ...rest } = request;
    const sameOrigin = url.origin === request.url.origin;
    const kept = [...(headers ?? [])].filter(([name]) => sameOrigin || !isCredentialHeader(name));
    return {
        ...rest,
        url,
        method: toGet ? 'GET' : method,
        headers: new Map(toGet ? kept.filter(([name]) => !/^content-/i.test(name)) : kept),
        ...(toGet || body === undefined ? {} : { body }),
        ...(addresses && url.host === request.url.host ? { addresses } : {}),
    };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./build/node_modules/@suite/http/src/resolve.js


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
    return overrides.get(`${url.hostname}:${portOf(url)}`) ?? overrides.get(`${url.hostname}:*`);
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/http/src/version.js

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

;// CONCATENATED MODULE: ./build/node_modules/@suite/http/src/index.js
















/***/ }),

/***/ 6212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ lookupAddresses)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);

/** Every address of a name, in the system's order. @throws the system's error (ENOTFOUND, EAI_AGAIN). */
async function lookupAddresses(host) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host))
        return [host];
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
/******/ var __webpack_exports__ = __nccwpck_require__(771);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
