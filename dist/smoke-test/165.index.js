export const id = 165;
export const ids = [165];
export const modules = {

/***/ 6837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ toAnswer),
/* harmony export */   h: () => (/* binding */ htmlSentence)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6175);
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9920);


/** Reads an answer once for all assertions. */
function toAnswer(request, { hops, stopped }, source) {
    const last = hops.at(-1);
    if (last === undefined)
        throw new Error('a request has no result');
    const body = readBody(last);
    const headers = last.response?.headers ?? new Map();
    return {
        request,
        hops,
        stopped,
        last,
        totalMs: hops.reduce((sum, hop) => sum + hop.totalMs, 0),
        body,
        version: last.response ? (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .readVersion */ .$4)({ headers, body: body.json?.value }, source) : undefined,
    };
}
/** The text of a long body is made only where something looks at it. */
function readBody({ response }) {
    const { cut = false, undecoded } = response ?? {};
    const packed = undecoded && `the body cannot be unpacked, its content-encoding is ${undecoded}`;
    const unread = cut ? 'the body was cut at max-body' : packed;
    let made;
    const text = () => {
        made ??= undecoded === undefined ? (response?.body.toString('utf8') ?? '') : '';
        return made;
    };
    return {
        get text() {
            return text();
        },
        unread,
        ...(unread ? { json: undefined, problem: `${unread}, so its JSON cannot be read` } : readJson(text())),
    };
}
function readJson(text) {
    try {
        return { json: { value: JSON.parse(text) }, problem: undefined };
    }
    catch (error) {
        return { json: undefined, problem: jsonProblem(text, error) };
    }
}
function jsonProblem(text, error) {
    if (text.trim() === '')
        return 'the body is empty';
    const html = htmlSentence(text);
    if (html)
        return html;
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return `the body is no JSON${at === undefined ? '' : `: it breaks at character ${at}`}`;
}
/** `the body looks like HTML: title 'Bad Gateway'`, or undefined where it does not. */
function htmlSentence(text) {
    if (!/^\s*(<!doctype html|<html|<head|<\?xml[^>]*>\s*<!doctype html)/i.test(text))
        return undefined;
    // Secrets go before the text is cut, also where one holds the sign that it is cut at.
    const [title = ''] = (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(/<title[^>]*>([\s\S]{0,2000})/i.exec(text)?.[1] ?? '').split('<', 1);
    return `the body looks like HTML${title.trim() === '' ? '' : `: title '${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .excerpt */ .Kb)(title.trim(), 200)}'`}`;
}


/***/ }),

/***/ 7816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GJ: () => (/* binding */ onOneLine),
/* harmony export */   _3: () => (/* binding */ evaluate),
/* harmony export */   uM: () => (/* binding */ judgeVersion)
/* harmony export */ });
/* unused harmony export formatExpected */
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6175);
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9920);
/* harmony import */ var _literal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7140);
/* harmony import */ var _match_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4610);
/* harmony import */ var _read_subject_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2546);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8791);






/** What holds for a body of which only the beginning was read. */
const HOLDS_OF_BEGINNING = new Set(['contains', 'starts', 'exists']);
const SECRET_SUBJECTS = new Set(['header.set-cookie', 'header.authorization', 'header.cookie']);
/** Every assertion that an answer breaks. Where there is no answer that is the one thing said. */
function evaluate(answer, judgement) {
    const broken = noAnswer(answer, judgement.place);
    if (broken)
        return [broken];
    const failed = judgement.expect.flatMap((expectation) => judgeSafely(expectation, answer, judgement) ?? []);
    const uncaptured = judgement.capture.flatMap((capture) => judgeCapture(capture, answer, judgement.tools) ?? []);
    return [...failed, ...uncaptured, ...judgeVersion(answer, judgement)];
}
function noAnswer({ last, stopped, hops }, place) {
    const ways = hops.map(({ url }) => new URL(url).pathname).join(' → ');
    if (stopped) {
        const actual = stopped === 'loop' ? `a redirect loop ${ways} → …` : `more redirects than follow allows: ${ways}`;
        return { text: 'redirects', place, expected: 'an answer behind the redirects', actual };
    }
    if (last.failure === undefined)
        return undefined;
    const expected = last.response ? 'a whole body' : 'an answer';
    return { text: 'answer', place, expected, actual: `${last.failure.message} (${last.failure.kind})` };
}
/** What cannot be judged, such as a pattern that would never end, is an assertion that fails and says so. */
function judgeSafely(expectation, answer, judgement) {
    try {
        return judge(expectation, answer, judgement);
    }
    catch (error) {
        if (!(error instanceof _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
            throw error;
        const { subject, matcher, text, place } = expectation;
        return { text, place, expected: formatExpected(matcher, (0,_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .isText */ .KH)(subject)), actual: onOneLine(error) };
    }
}
/** An error as one line of a failure. */
function onOneLine(error) {
    return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatError */ .Wk)(error).replaceAll('\n', '; ');
}
function judge({ subject, matcher, text, place }, answer, { nowMs, tools }) {
    const found = (0,_read_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .readSubject */ .$)(subject, answer, tools);
    if (subject.kind === 'openapi')
        return judgeOperation({ subject, matcher, text, place }, answer, tools);
    if (subject.kind === 'schema')
        return judgeSchema({ subject, matcher, text, place }, found, tools);
    const outcome = (0,_match_js__WEBPACK_IMPORTED_MODULE_3__/* .match */ .Y)(matcher, { value: found.value, isText: (0,_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .isText */ .KH)(subject), nowMs });
    if (outcome.ok && (!found.unread || HOLDS_OF_BEGINNING.has(matcher.kind)))
        return undefined;
    const note = found.unread ? found.why : (outcome.note ?? found.why);
    const actual = `${showActual(subject, found)}${note === undefined ? '' : `; ${note}`}`;
    return { text, place, expected: formatExpected(matcher, (0,_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .isText */ .KH)(subject)), actual };
}
function judgeOperation({ matcher, text, place }, { last, body, request }, tools) {
    const path = String(matcher.expected[0]?.value);
    const method = request.method ?? 'GET';
    const contentType = last.response?.headers.get('content-type')?.[0];
    const described = { status: last.response?.status ?? 0, contentType, body, method };
    const wrong = tools.openapi?.(path, described) ?? ['no document'];
    if (wrong.length === 0)
        return undefined;
    return { text, place, expected: `an answer as the document describes ${method} ${path}`, actual: wrong.join('; ') };
}
function judgeSchema({ matcher, text, place }, found, tools) {
    const [schema] = matcher.expected;
    const name = typeof schema?.value === 'string' ? schema.value : 'the schema here';
    const wrong = found.value === undefined ? [found.why ?? 'nothing'] : tools.schemas.get(schema?.source ?? '')?.(found.value);
    if (wrong?.length === 0)
        return undefined;
    return { text, place, expected: `a body that fits ${name}`, actual: wrong?.join('; ') ?? 'no such schema' };
}
function judgeCapture({ name, from, place }, answer, tools) {
    const found = (0,_read_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .readSubject */ .$)(from, answer, tools);
    if (found.value !== undefined && found.value !== null && !found.unread)
        return undefined;
    const why = found.why === undefined ? '' : `; ${found.why}`;
    return { text: `capture ${name}`, place, expected: `a value at ${from.text}`, actual: `${(0,_literal_js__WEBPACK_IMPORTED_MODULE_2__/* .show */ .WU)(found.value)}${why}` };
}
/** An answer that tells a version must tell the one that is expected. */
function judgeVersion({ version }, { expectVersion, place }) {
    if (expectVersion === undefined || version === undefined || (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .sameVersion */ .r1)(version, expectVersion))
        return [];
    const actual = `${(0,_literal_js__WEBPACK_IMPORTED_MODULE_2__/* .show */ .WU)(version)}; another build answers`;
    return [{ text: 'expect-version', place, expected: (0,_literal_js__WEBPACK_IMPORTED_MODULE_2__/* .show */ .WU)(expectVersion), actual }];
}
function showActual(subject, { value }) {
    if (value === undefined)
        return 'nothing';
    if (subject.kind === 'cookie' || SECRET_SUBJECTS.has(subject.text.toLowerCase()))
        return '*** (text)';
    if (subject.kind === 'time' && typeof value === 'number')
        return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(value);
    return (0,_literal_js__WEBPACK_IMPORTED_MODULE_2__/* .show */ .WU)(value);
}
/** A matcher for people: `"ann" (text)`, `<1s`, `not contains "x"`. */
function formatExpected(matcher, asText) {
    const { kind, expected, inner } = matcher;
    if (inner)
        return `${kind} ${formatExpected(inner, asText)}`;
    const values = expected.map(({ value, source }) => (0,_literal_js__WEBPACK_IMPORTED_MODULE_2__/* .show */ .WU)(asText ? source : value));
    if (kind === 'status')
        return expected.map(({ value, source }) => (typeof value === 'number' ? (0,_literal_js__WEBPACK_IMPORTED_MODULE_2__/* .show */ .WU)(value) : source)).join(' or ');
    if (kind === '==')
        return values.join(' or ');
    if (/^[<>]/.test(kind))
        return `${kind}${expected[0]?.source}`;
    return values.length === 0 ? kind : `${kind} ${values.join(', ')}`;
}


/***/ }),

/***/ 9165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 22 modules
var src = __webpack_require__(6175);
// EXTERNAL MODULE: ./actions/smoke-test/src/check.js
var check = __webpack_require__(7479);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/index.js + 8 modules
var http_src = __webpack_require__(9920);
// EXTERNAL MODULE: ./actions/smoke-test/src/baseline.js
var baseline = __webpack_require__(132);
// EXTERNAL MODULE: ./actions/smoke-test/src/percentile.js
var percentile = __webpack_require__(9696);
// EXTERNAL MODULE: ./actions/smoke-test/src/verdict.js
var src_verdict = __webpack_require__(4890);
;// CONCATENATED MODULE: ./actions/smoke-test/src/json-report.js





/** The JSON report, schema `smoke-report/1`: times in milliseconds. */
function renderJson(plan, { checks, startedMs, durationMs, ending }, verdict) {
    const { result, counts, latency, slowest, budgets, versions, warnings, reasons } = verdict;
    const report = {
        schema: 'smoke-report/1',
        result,
        ending,
        startedAt: new Date(startedMs).toISOString(),
        durationMs,
        baseUrl: plan.inputs.baseUrl && (0,http_src/* maskUrl */.yP)(new URL(plan.inputs.baseUrl)),
        total: checks.length,
        ...counts,
        successRate: verdict.successRate,
        latency,
        slowest,
        budgets,
        versions,
        expectVersion: plan.inputs.expectVersion,
        tlsDaysLeft: verdict.tlsDaysLeft,
        warnings,
        reasons,
        change: plan.facts.baseline?.report && (0,baseline/* compareWith */.G_)(plan.facts.baseline.report, checks),
        checks: checks.map(describe),
    };
    // Redacted value by value: the escapes of JSON would change a secret's form.
    return `${JSON.stringify(report, (_, value) => (typeof value === 'string' ? (0,src/* redact */.E$)(value) : value), 2)}\n`;
}
function describe(check) {
    const { name, request, place, status, reason, samples, failure, versions, tlsDaysLeft } = check;
    return {
        name,
        request,
        ...place,
        status,
        reason,
        latency: (0,percentile/* latencyOf */.Wg)((0,src_verdict/* timesOf */.Q)([check])),
        firstConnectionMs: rounded(samples.find(({ coldMs }) => coldMs !== undefined)?.coldMs),
        samples: samples.map(({ ok, ms, attempts, phases }) => ({
            ok,
            ms: rounded(ms),
            attempts,
            phases: Object.fromEntries(Object.entries(phases).map(([phase, each]) => [phase, rounded(each)])),
        })),
        versions,
        tlsDaysLeft,
        failure,
    };
}
function rounded(ms) {
    return ms === undefined ? undefined : Math.round(ms * 10) / 10;
}

// EXTERNAL MODULE: ./actions/smoke-test/src/failure-text.js
var failure_text = __webpack_require__(7601);
;// CONCATENATED MODULE: ./actions/smoke-test/src/junit.js


/** JUnit XML: a suite for each source, a case for each check, with file and line. */
function renderJunit({ checks, startedMs, durationMs }) {
    const sources = [...new Set(checks.map(sourceOf))];
    const suites = sources.map((name) => suite(name, checks.filter((check) => sourceOf(check) === name), startedMs));
    const head = attributes({ name: 'smoke-test', ...totals(checks), time: seconds(durationMs) });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites.join('')}</testsuites>\n`;
}
function suite(name, checks, startedMs) {
    const time = seconds(checks.reduce((sum, check) => sum + timeOf(check), 0));
    const timestamp = new Date(startedMs).toISOString().slice(0, 19);
    const head = attributes({ name, ...totals(checks), errors: 0, time, timestamp });
    return `  <testsuite${head}>\n${checks.map((check) => testCase(name, check)).join('')}  </testsuite>\n`;
}
function testCase(suiteName, check) {
    const { name, place, status, failure, samples, reason } = check;
    const head = attributes({
        name,
        classname: suiteName,
        file: place.file,
        line: place.line,
        time: seconds(timeOf(check)),
    });
    const phases = samples.map(({ ok, phases: each }, index) => `sample ${index + 1} ${ok ? 'passed' : 'failed'}${(0,failure_text/* phaseList */.gp)(each)}`);
    const flaky = status === 'flaky' ? ['flaky: passed only after a retry'] : [];
    const message = failure?.assertions.map(({ text }) => text).join(', ');
    const parts = [
        failure || status === 'failed'
            ? `      <failure${attributes({ message: message ?? 'stopped', type: 'assertion' })}>${escapeXml(failure?.text ?? '')}</failure>\n`
            : '',
        status === 'skipped' ? `      <skipped${attributes({ message: reason })}/>\n` : '',
        samples.length > 0 ? `      <system-out>${escapeXml([...flaky, ...phases].join('\n'))}</system-out>\n` : '',
    ];
    return `    <testcase${head}>\n${parts.join('')}    </testcase>\n`;
}
function totals(checks) {
    const count = (status) => checks.filter((check) => check.status === status).length;
    return { tests: checks.length, failures: count('failed'), skipped: count('skipped') };
}
function sourceOf({ place }) {
    return place.file ?? place.input ?? 'checks';
}
function timeOf({ samples }) {
    return samples.reduce((sum, { ms }) => sum + ms, 0);
}
function seconds(ms) {
    return (ms / 1000).toFixed(3);
}
function attributes(values) {
    return Object.entries(values)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;')}"`)
        .join('');
}
/** Redacted first, since escaping changes a secret's form. What XML 1.0 cannot hold becomes U+FFFD. */
function escapeXml(text) {
    return (0,src/* redact */.E$)(text)
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/ports/http.js

/** Opens what the requests of a run share. Close it, or the process lives on with its connections. */
function openHttp() {
    const connections = (0,http_src/* openConnections */.qP)();
    return {
        send: (request, follow) => (0,http_src/* probeFollowing */.q_)({ ...request, connections }, follow),
        curl: http_src/* curlLine */.R8,
        close: connections.close,
    };
}

// EXTERNAL MODULE: ./actions/smoke-test/src/run-check.js + 1 modules
var run_check = __webpack_require__(9315);
;// CONCATENATED MODULE: ./actions/smoke-test/src/ready.js


const PAUSE_MS = 500;
/**
 * Waits until the first check that needs nothing and changes nothing passes, at most `ready-timeout`, which ends a
 * request that hangs as well. These tries are no samples. Gives the sentence that says why it is not ready; undefined where it is, or where no check can tell.
 */
async function waitUntilReady(run, log) {
    const { nodes, inputs } = run.plan;
    const node = nodes.find(({ check, needs }) => needs.length === 0 && /^(GET|HEAD)$/.test(check.method));
    if (node === undefined)
        return undefined;
    const { clock } = run.ports;
    const started = clock.monotonic();
    const readyMs = () => inputs.readyTimeoutMs - (clock.monotonic() - started);
    const once = quiet(node, { ...run, leftMs: () => Math.min(run.leftMs(), readyMs()) });
    for (let tries = 1;; tries++) {
        const scope = new Map([...node.source.variables, ...inputs.variables, ...inputs.secrets]);
        const { result } = await (0,run_check/* guarded */.Nj)(node, () => (0,run_check/* runCheck */.k_)(once.node, scope, once.run));
        const waitedMs = clock.monotonic() - started;
        if (result.status === 'passed') {
            log.info(`ready after ${(0,src/* formatDuration */.a3)(waitedMs)}, ${tries} tries`);
            return undefined;
        }
        if ((0,run_check/* isOver */.PU)(run))
            return undefined;
        if (waitedMs + PAUSE_MS > inputs.readyTimeoutMs)
            return notReady(result, waitedMs, tries);
        await clock.sleep(PAUSE_MS, run.signal);
    }
}
/** One try, without retries, repeats and warm-ups. */
function quiet(node, run) {
    const check = { ...node.check, repeat: 1, retry: { retries: 0 } };
    const inputs = { ...run.plan.inputs, warmupRequests: 0 };
    return { node: { ...node, check }, run: { ...run, plan: { ...run.plan, inputs } } };
}
function notReady({ name, failure }, waitedMs, tries) {
    const last = failure?.assertions[0];
    const why = last === undefined ? '' : `: ${last.text}, ${last.actual}`;
    return `not ready within ready-timeout (${(0,src/* formatDuration */.a3)(waitedMs)}, ${tries} tries of ${name})${why}`;
}

// EXTERNAL MODULE: ./actions/smoke-test/src/report.js + 1 modules
var report = __webpack_require__(587);
// EXTERNAL MODULE: ./actions/smoke-test/src/results.js
var results = __webpack_require__(6257);
// EXTERNAL MODULE: ./actions/smoke-test/src/schedule.js
var schedule = __webpack_require__(6614);
// EXTERNAL MODULE: ./actions/smoke-test/src/match.js
var match = __webpack_require__(4610);
// EXTERNAL MODULE: ./actions/smoke-test/src/template.js
var template = __webpack_require__(9149);
;// CONCATENATED MODULE: ./actions/smoke-test/src/when.js



/** Why a check does not run: the first of its conditions that does not hold; undefined where all do. */
function unmet(when, scope, nowMs) {
    const broken = when.find(({ name, matcher }) => {
        const given = scope.get(name);
        const value = given instanceof src/* Secret */.zh ? given.reveal() : given;
        const isText = typeof value !== 'object';
        return !(0,match/* match */.Y)((0,template/* expandMatcher */.NG)(matcher, scope), { value, isText, nowMs }).ok;
    });
    return broken && `its when does not hold: ${broken.text}`;
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/run-all.js



/** Runs every check in order of need and gives the results in the order of the plan. Never throws for what a server does. */
async function runAll(run, { notReady, onResult }) {
    const { nodes, inputs } = run.plan;
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const results = new Map();
    const captured = new Map();
    await (0,schedule/* schedule */._)(nodes, inputs.concurrency, async (id) => {
        const node = byId.get(id);
        if (node === undefined)
            return;
        const reason = notReady === undefined ? reasonToSkip(node, results, run) : 'the application was not ready';
        const scope = scopeOf(node, captured, run);
        const ran = reason === undefined ? await (0,run_check/* guarded */.Nj)(node, () => runWanted(node, scope, run)) : undefined;
        const result = ran?.result ?? (0,run_check/* skipCheck */.ut)(node, reason ?? '');
        results.set(id, result);
        if (ran)
            captured.set(id, ran.captured);
        onResult(result);
    });
    return nodes.flatMap(({ id }) => results.get(id) ?? []);
}
async function runWanted(node, scope, run) {
    const unwanted = unmet(node.check.when, scope, run.ports.clock.now());
    if (unwanted === undefined)
        return (0,run_check/* runCheck */.k_)(node, scope, run);
    return { result: { ...(0,run_check/* skipCheck */.ut)(node, unwanted), unwanted: true }, captured: new Map() };
}
function reasonToSkip(node, results, run) {
    const { inputs } = run.plan;
    if (run.signal.aborted)
        return run_check/* CANCELLED */.gD;
    if ((0,run_check/* isOver */.PU)(run))
        return 'the time of timeout was over';
    const done = [...results.values()];
    if (inputs.failFast && done.some(({ status }) => status === 'failed'))
        return 'another check failed, and fail-fast is set';
    const missing = node.needs
        .map((id) => results.get(id))
        .find((result) => result?.status !== 'passed' && result?.status !== 'flaky');
    return (missing && `needs what ${missing.name} captures, which ${missing.status === 'failed' ? 'failed' : 'was skipped'}`);
}
/** Variables of the file, of the inputs over them, and the captures of the checks that this one needs. */
function scopeOf(node, captured, { plan }) {
    const { variables, secrets } = plan.inputs;
    const captures = node.needs.flatMap((id) => [...(captured.get(id) ?? [])]);
    return new Map([...node.source.variables, ...variables, ...secrets, ...captures]);
}

// EXTERNAL MODULE: ./actions/smoke-test/src/answer.js
var src_answer = __webpack_require__(6837);
// EXTERNAL MODULE: ./actions/smoke-test/src/burst.js
var src_burst = __webpack_require__(7449);
// EXTERNAL MODULE: ./actions/smoke-test/src/evaluate.js
var evaluate = __webpack_require__(7816);
// EXTERNAL MODULE: ./actions/smoke-test/src/request.js + 1 modules
var src_request = __webpack_require__(5193);
;// CONCATENATED MODULE: ./actions/smoke-test/src/run-burst.js







const NO_SOURCE = { file: undefined, baseUrl: undefined, variables: new Map(), checks: [] };
/** Sends the bursts one after the other, each with all its requests at once; none is tried again. */
async function runBursts(run, onResult) {
    const results = [];
    for (const [index, burst] of run.plan.inputs.bursts.entries()) {
        const node = { id: run.plan.lastId + 1 + index, check: burst.check, source: NO_SOURCE, needs: [] };
        const result = (0,run_check/* isOver */.PU)(run)
            ? (0,run_check/* skipCheck */.ut)(node, run.signal.aborted ? run_check/* CANCELLED */.gD : 'the time of timeout was over')
            : (await (0,run_check/* guarded */.Nj)(node, () => runBurst(burst, node, run))).result;
        results.push(result);
        onResult(result);
    }
    return results;
}
async function runBurst(burst, node, run) {
    const { plan, http, signal, ports } = run;
    const { inputs } = plan;
    const scope = new Map([...inputs.variables, ...inputs.secrets]);
    const request = { ...(0,src_request/* buildRequest */.m)(node, scope, plan), signal };
    const limited = { ...request, timeoutMs: Math.max(1, Math.min(request.timeoutMs, run.leftMs())) };
    const started = ports.clock.monotonic();
    const sent = Array.from({ length: burst.count }, () => http.send(limited, 0));
    const answers = (await Promise.all(sent)).map((each) => (0,src_answer/* toAnswer */.G)(request, each, inputs.versionSource));
    if (signal.aborted)
        return { result: (0,run_check/* skipCheck */.ut)(node, run_check/* CANCELLED */.gD), captured: new Map() };
    const ms = ports.clock.monotonic() - started;
    const counted = (0,src_burst/* judgeBurst */.w4)(burst, answers.map(statusOf));
    const versionOf = (one) => (0,evaluate/* judgeVersion */.uM)(one, { expectVersion: inputs.expectVersion, place: burst.check.place });
    const old = answers.find((one) => versionOf(one).length > 0);
    const assertions = [...counted, ...(old ? versionOf(old) : [])];
    const answer = answers.find((one) => statusOf(one) === undefined) ?? old ?? answers[0];
    const curl = http.curl(request);
    const { name, method, path, place } = burst.check;
    const ok = assertions.length === 0;
    const result = {
        ...{ id: node.id, name: (0,src/* redact */.E$)(name), request: `${method} ${path}`, place },
        versions: [...new Set(answers.flatMap(({ version }) => version ?? []))],
        status: ok ? 'passed' : 'failed',
        samples: [{ ok, ms, counts: false, attempts: 1, coldMs: undefined, phases: {} }],
        ...(ok || !answer
            ? {}
            : { failure: { assertions, curl, text: (0,failure_text/* formatFailure */.M3)({ check: burst.check, assertions, answer, curl }) } }),
    };
    return { result, captured: new Map() };
}
function statusOf({ last }) {
    return last.response?.status;
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/execute.js











/** Sends the checks and writes the reports, also where the run was cancelled. */
async function execute(plan, ports, inputs) {
    const http = openHttp();
    try {
        const results = await runPlan(plan, { http, ports }, inputs);
        return { ...results, reports: await writeReports(plan, results, ports) };
    }
    finally {
        http.close();
    }
}
async function runPlan(plan, { http, ports }, inputs) {
    const [startedMs, started] = [ports.clock.now(), ports.clock.monotonic()];
    const leftMs = () => inputs.timeoutMs - (ports.clock.monotonic() - started);
    const run = { plan, http, ports, signal: ports.signal, leftMs };
    const notReady = inputs.readyTimeoutMs > 0 ? await waitUntilReady(run, ports.log) : undefined;
    const onResult = (result) => ports.log.info(progressLine(result));
    const sent = await runAll(run, { notReady, onResult });
    const bursts = notReady === undefined ? await runBursts(run, onResult) : [];
    const firstId = plan.lastId + 1 + bursts.length;
    const hurl = notReady === undefined && plan.hurlFiles.length > 0 ? await runHurlFiles(run, firstId, ports) : [];
    for (const result of hurl)
        onResult(result);
    const checks = [...sent, ...bursts, ...hurl];
    // The first failures come as annotations, which the log shows as well.
    for (const { failure } of (0,results/* failuresOf */.d)(checks).slice(report/* ANNOTATIONS */.B))
        ports.log.info(failure.text);
    const ending = ports.signal.aborted ? 'cancelled' : isCutShort(checks, leftMs()) ? 'timeout' : 'done';
    const durationMs = Math.round(ports.clock.monotonic() - started);
    return { checks, ending, startedMs, durationMs, reports: {}, ...(notReady === undefined ? {} : { notReady }) };
}
async function runHurlFiles(run, firstId, ports) {
    const { runHurl } = await __webpack_require__.e(/* import() */ 32).then(__webpack_require__.bind(__webpack_require__, 3032));
    return runHurl(run, firstId, ports);
}
function isCutShort(checks, leftMs) {
    return leftMs <= 0 && checks.some(({ status }) => status !== 'passed' && status !== 'flaky');
}
async function writeReports(plan, results, { files }) {
    const { reports, reportDir } = plan.inputs;
    const verdict = (0,src_verdict/* judgeRun */.Z)(plan, results);
    const folder = reportDir.replace(/\/+$/, '');
    const written = {};
    if (reports.includes('junit')) {
        written.junit = `${folder}/junit.xml`;
        await files.write(written.junit, renderJunit(results));
    }
    if (reports.includes('json')) {
        written.json = `${folder}/report.json`;
        await files.write(written.json, renderJson(plan, results, verdict));
    }
    return written;
}
const SIGNS = { passed: '✓', flaky: '✓', failed: '✗', skipped: '-' };
function progressLine({ name, status, samples, reason, place }) {
    const last = samples.at(-1);
    const tries = Math.max(0, ...samples.map(({ attempts }) => attempts));
    const facts = [
        last && (0,src/* formatDuration */.a3)(last.ms),
        samples.length > 1 ? `${samples.filter(({ ok }) => ok).length} of ${samples.length} passed` : undefined,
        status === 'flaky' ? `flaky: ${tries} tries` : undefined,
        reason,
        status === 'failed' ? (0,check/* formatPlace */.dE)(place) : undefined,
    ].filter(Boolean);
    return (0,src/* redact */.E$)(`${SIGNS[status]} ${name}  ${facts.join(', ')}`);
}


/***/ }),

/***/ 7601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M3: () => (/* binding */ formatFailure),
/* harmony export */   gp: () => (/* binding */ phaseList)
/* harmony export */ });
/* unused harmony export excerpt */
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6175);
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9920);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6837);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7479);




const HEAD = 400;
const TAIL = 100;
const UNSEEN = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;
/** The block that log, annotation, JUnit and JSON show alike: what, where, when, why, the body, how to repeat it. */
function formatFailure({ check, assertions, answer, curl }) {
    const what = assertions.flatMap(({ text, place, expected, actual }) => [
        `${check.name} › ${text} (${(0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPlace */ .dE)(place)})`,
        `    expected  ${expected}`,
        `    actual    ${actual}`,
    ]);
    const why = whySentences(answer).map((sentence) => `  why    ${sentence}`);
    const body = excerpt(answer.body.text, answer.body.unread !== undefined);
    const lines = [
        ...what,
        `  where  ${formatWhere(answer)}`,
        `  when   ${formatWhen(answer)}`,
        ...why,
        ...(body === '' ? [] : [`  body   ${body}`]),
        `  curl   ${curl}`,
    ];
    return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(lines.join('\n'));
}
function formatWhere({ last, hops }) {
    const { method, url, response, address, reused } = last;
    const first = hops.length > 1 ? ` (redirected from ${hops[0]?.url})` : '';
    const status = response ? ` → ${response.status} ${response.statusText}`.trimEnd() : ' → no answer';
    const facts = [
        address,
        response ? `HTTP/${response.httpVersion}` : undefined,
        last.tls?.protocol,
        reused ? 'reused connection' : undefined,
    ].filter(Boolean);
    return `${method} ${url}${first}${status}${facts.length > 0 ? `, ${facts.join(', ')}` : ''}`;
}
function formatWhen({ last, totalMs, hops }) {
    const redirects = hops.length > 1 ? ` in ${hops.length} requests` : '';
    return `${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(totalMs)}${redirects}${phaseList(last.phases)}`;
}
/** `: dns 1 ms, connect 2 ms, first-byte 40 ms`, or nothing. */
function phaseList(phases) {
    const parts = Object.entries(phases).map(([phase, ms]) => `${phase} ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)}`);
    return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}
/** What a person would conclude; the failure's own sentence stands at `actual` already. */
function whySentences({ last, body, request, hops }) {
    const html = last.response ? (0,_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .htmlSentence */ .h)(body.text) : undefined;
    const from = last.response?.headers.get('server')?.[0];
    const sentences = [
        html === undefined ? undefined : `${html}${from === undefined ? '' : ` (from ${from})`}`,
        last.response?.cut ? `the body was cut at max-body, ${request.maxBodyBytes} bytes` : undefined,
        familySentence(last),
        hops.length > 1 ? undefined : redirectSentence(last, request.url),
    ];
    return sentences.filter((sentence) => sentence !== undefined);
}
/** Half-up dual stack: the request went through at one address while another failed. */
function familySentence({ attempts }) {
    const connected = attempts.find(({ error }) => error === undefined);
    const refused = attempts.filter(({ error }) => error !== undefined && error !== 'UNANSWERED');
    if (!connected || refused.length === 0)
        return undefined;
    const family = (address) => (address.includes(':') ? 'IPv6' : 'IPv4');
    const others = refused.map(({ address, error }) => `${family(address)} ${address} ${error}`).join(', ');
    const own = family(connected.address);
    const sameFamily = refused.some(({ address }) => family(address) === own);
    return `connected ${sameFamily ? `to ${connected.address}` : `over ${own}`} only: ${others}`;
}
function redirectSentence({ response }, url) {
    const location = response?.headers.get('location')?.[0];
    if (location === undefined || (response?.status ?? 0) < 300 || (response?.status ?? 0) > 399)
        return undefined;
    return `${url.pathname} redirects to ${formatLocation(location, url)}; check that address, or set follow: true`;
}
/** Without its credentials, and without the origin where that stays the same. */
function formatLocation(location, from) {
    if (!URL.canParse(location, from.href))
        return location;
    const to = new URL(location, from);
    return to.origin === from.origin ? (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .maskUrl */ .yP)(to).slice(to.origin.length) : (0,_suite_http__WEBPACK_IMPORTED_MODULE_1__/* .maskUrl */ .yP)(to);
}
/** The first 400 and the last 100 characters, control characters escaped; of a cut body the beginning only. */
function excerpt(text, cut = false) {
    // Secrets go before the text is cut and escaped: neither half of one nor its escaped form would be recognised.
    const whole = (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text).trim();
    const tail = cut ? '' : whole.slice(-TAIL);
    const short = whole.length <= HEAD + TAIL && !cut ? whole : `${whole.slice(0, HEAD)} … ${tail}`.trimEnd();
    const escaped = JSON.stringify(short).slice(1, -1).replaceAll('\\"', '"');
    return escaped.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}


/***/ }),

/***/ 4610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ match)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6175);
/* harmony import */ var _literal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7140);
/* harmony import */ var _matcher_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3534);



const DAY_MS = 86_400_000;
const SEMVER = /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[\w.-]+)?(\+[\w.-]+)?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const ISO_DATE = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const RULES = {
    '==': (actual, { expected }) => expected.some((literal) => equal(actual, literal)),
    '!=': (actual, { expected }) => !expected.some((literal) => equal(actual, literal)),
    '<': order((difference) => difference < 0),
    '<=': order((difference) => difference <= 0),
    '>': order((difference) => difference > 0),
    '>=': order((difference) => difference >= 0),
    status: ({ value }, { expected }) => expected.some(({ source }) => statusMatches(String(value), source)),
    contains: (actual, { expected }) => contains(actual, expected[0]),
    'not-contains': (actual, { expected }) => opposite(contains(actual, expected[0])),
    starts: ({ value }, { expected }) => onText(value, (text) => text.startsWith(expected[0]?.source ?? '')),
    ends: ({ value }, { expected }) => onText(value, (text) => text.endsWith(expected[0]?.source ?? '')),
    matches: ({ value }, { expected }) => onText(value, (text) => (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .testPattern */ .r$)(new RegExp(expected[0]?.source ?? '', 'u'), text)),
    'one-of': (actual, { expected }) => expected.some((literal) => equal(actual, literal)),
    exists: () => true,
    empty: ({ value }) => isEmpty(value),
    type: ({ value }, { expected }) => hasType(value, expected[0]?.source ?? ''),
    semver: ({ value }) => onText(value, (text) => SEMVER.test(text)),
    uuid: ({ value }) => onText(value, (text) => UUID.test(text)),
    'iso-date': ({ value }) => onText(value, (text) => ISO_DATE.test(text) && !Number.isNaN(Date.parse(text))),
    not: (actual, { inner }) => opposite(through(inner, actual)),
    length: (actual, { inner }) => measured({ what: 'the length', number: lengthOf(actual.value) }, actual, inner),
    'days-from-now': (actual, { inner }) => measured({ what: 'in days from now it', number: daysFromNow(actual) }, actual, inner),
    each: (actual, { inner }) => eachOf(actual, inner),
    any: (actual, { inner }) => anyOf(actual, inner),
};
/** Compares. What is not there fails everything but `not exists`. */
function match(matcher, actual) {
    if (actual.value === undefined)
        return { ok: matcher.kind === 'not' && matcher.inner?.kind === 'exists' };
    const outcome = RULES[matcher.kind](actual, matcher);
    return typeof outcome === 'boolean' ? { ok: outcome } : outcome;
}
function through(inner, actual) {
    return inner ? match(inner, actual) : { ok: false };
}
function opposite(outcome) {
    return outcome.unfit ? outcome : { ok: !outcome.ok };
}
function unfit(note) {
    return { ok: false, note, unfit: true };
}
function equal({ value, isText }, literal) {
    return isText ? String(value) === literal.source : (0,_literal_js__WEBPACK_IMPORTED_MODULE_1__/* .sameValue */ .eE)(value, literal.value);
}
function order(holds) {
    return ({ value, isText }, { expected }) => {
        const limit = (0,_matcher_js__WEBPACK_IMPORTED_MODULE_2__/* .quantity */ .au)(expected[0]?.source ?? '');
        const number = typeof value === 'number' ? value : isText ? (0,_matcher_js__WEBPACK_IMPORTED_MODULE_2__/* .quantity */ .au)(String(value)) : undefined;
        if (limit === undefined)
            return unfit(`"${expected[0]?.source}" is not a number`);
        return number === undefined ? unfit(`it is ${(0,_literal_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(value)}, not a number`) : holds(number - limit);
    };
}
function statusMatches(code, pattern) {
    return (code.length === pattern.length && [...pattern.toLowerCase()].every((sign, at) => sign === 'x' || sign === code[at]));
}
function contains({ value }, literal) {
    const { value: wanted, source = '' } = literal ?? {};
    if (Array.isArray(value))
        return { ok: value.some((item) => (0,_literal_js__WEBPACK_IMPORTED_MODULE_1__/* .sameValue */ .eE)(item, wanted)) };
    if (typeof value === 'string')
        return { ok: value.includes(source) };
    if (typeof value === 'object' && value !== null)
        return { ok: Object.hasOwn(value, source) };
    return unfit(`it is ${(0,_literal_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(value)}, which holds nothing`);
}
function onText(value, test) {
    if (typeof value === 'string')
        return { ok: test(value) };
    return unfit(`it is ${(0,_literal_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(value)}, not text`);
}
function isEmpty(value) {
    return value === null || lengthOf(value) === 0;
}
function lengthOf(value) {
    if (typeof value === 'string')
        return [...value].length;
    if (Array.isArray(value))
        return value.length;
    return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
}
function daysFromNow({ value, nowMs }) {
    const ms = typeof value === 'number' ? value * (value < 1e11 ? 1000 : 1) : Date.parse(String(value));
    return Number.isNaN(ms) ? undefined : Math.floor((ms - nowMs) / DAY_MS);
}
function measured({ what, number }, actual, inner) {
    if (number === undefined)
        return unfit(`it is ${(0,_literal_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(actual.value)}, which has none`);
    return { ...through(inner, { ...actual, value: number, isText: false }), note: `${what} is ${number}` };
}
/** An empty list proves nothing, whichever way it is asked. */
function eachOf({ value, ...rest }, inner) {
    if (!Array.isArray(value))
        return unfit(`it is ${(0,_literal_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(value)}, not a list`);
    if (value.length === 0)
        return unfit('the list is empty');
    const outcomes = value.map((item) => through(inner, { ...rest, value: item }));
    const at = outcomes.findIndex(({ ok }) => !ok);
    if (at < 0)
        return { ok: true };
    const note = `item ${at} is ${(0,_literal_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(value[at])}`;
    return outcomes.some((one) => !one.ok && !one.unfit) ? { ok: false, note } : unfit(note);
}
function anyOf({ value, ...rest }, inner) {
    if (!Array.isArray(value))
        return unfit(`it is ${(0,_literal_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(value)}, not a list`);
    const outcomes = value.map((item) => through(inner, { ...rest, value: item }));
    const at = outcomes.findIndex((one) => one.unfit);
    if (at < 0 || outcomes.some(({ ok }) => ok))
        return { ok: outcomes.some(({ ok }) => ok) };
    return unfit(`item ${at} is ${(0,_literal_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(value[at])}`);
}
function hasType(value, type) {
    if (type === 'integer')
        return Number.isInteger(value);
    const same = { string: 'text', list: 'array' };
    return (0,_literal_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(value) === (same[type] ?? type);
}


/***/ }),

/***/ 2546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readSubject)
/* harmony export */ });
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9920);

const PHASES = { dns: 'dns', connect: 'connect', tls: 'tls', ttfb: 'first-byte' };
/** Reads a subject. Times are milliseconds. */
function readSubject(subject, answer, tools) {
    const { last } = answer;
    const { response } = last;
    switch (subject.kind) {
        case 'status':
            return { value: response?.status };
        case 'header':
            return { value: response?.headers.get(subject.name)?.join(', ') };
        case 'cookie':
            return { value: readCookie(response?.headers.get('set-cookie') ?? [], subject.name) };
        case 'body':
            return { value: response?.undecoded === undefined ? answer.body.text : undefined, ...unread(answer.body.unread) };
        case 'json':
            return readJson(subject, answer);
        case 'xml':
        case 'css':
            return ask(tools[subject.kind], subject, answer);
        case 'openapi':
        case 'schema':
            return readJson({ ...subject, path: [] }, answer);
        case 'time':
            return { value: readTime(subject.name, answer) };
        case 'tls':
            return readTls(subject.name, answer);
        case 'url':
            return { value: last.url };
        case 'redirects':
            return { value: answer.hops.length - 1 };
        case 'http':
            return { value: response?.httpVersion };
        case 'size':
            return { value: response?.size };
        case 'sha256':
            return { value: response?.sha256 };
        case 'address':
            return { value: last.address };
        case 'version':
            return readVersion(answer);
    }
}
function unread(why) {
    return why === undefined ? {} : { why, unread: true };
}
function readVersion({ version, body }) {
    if (version !== undefined)
        return { value: version };
    return { value: version, why: 'the answer tells no version', ...unread(body.unread) };
}
function readJson({ path, text }, { body }) {
    if (body.json === undefined)
        return { value: undefined, ...unread(body.problem) };
    const value = (0,_suite_http__WEBPACK_IMPORTED_MODULE_0__/* .readJsonPath */ .Ad)(body.json.value, path);
    const met = !path.some((step) => typeof step === 'symbol') || (Array.isArray(value) && value.length > 0);
    return value === undefined || !met ? { value: undefined, why: `the body's JSON has nothing at ${text}` } : { value };
}
function ask(query, { kind, name }, { body }) {
    if (body.unread)
        return { value: undefined, ...unread(body.unread) };
    try {
        const value = query?.find(body.text, name);
        return value === undefined ? { value, why: `the body has nothing at ${name}` } : { value };
    }
    catch (error) {
        if (body.text.trim() === '')
            return { value: undefined, ...unread('the body is empty') };
        const why = error instanceof Error ? error.message.split('\n', 1)[0] : error;
        return { value: undefined, ...unread(`the body is no ${kind === 'xml' ? 'XML' : 'HTML'}: ${why}`) };
    }
}
function readCookie(headers, name) {
    const pairs = headers.map((header) => header.split(';', 1)[0] ?? '');
    const pair = pairs.find((one) => one.slice(0, one.indexOf('=')).trim() === name);
    return pair?.slice(pair.indexOf('=') + 1).trim();
}
/** A phase that a kept connection did not need took no time. */
function readTime(name, { last, totalMs }) {
    return name === 'total' ? totalMs : (last.phases[PHASES[name]] ?? 0);
}
function readTls(name, { last: { tls, url } }) {
    if (tls === undefined)
        return { value: undefined, why: `${url} was asked without TLS` };
    const { certificate } = tls;
    const facts = {
        valid: tls.valid,
        protocol: tls.protocol,
        'days-left': certificate?.daysLeft,
        issuer: certificate?.issuer,
        subject: certificate?.subject,
        san: certificate?.names,
    };
    return { value: facts[name] };
}


/***/ }),

/***/ 5193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ buildRequest),
  $: () => (/* binding */ fileType)
});

// EXTERNAL MODULE: ./node_modules/@suite/http/src/index.js + 8 modules
var src = __webpack_require__(9920);
// EXTERNAL MODULE: ./actions/smoke-test/src/template.js
var template = __webpack_require__(9149);
;// CONCATENATED MODULE: ./actions/smoke-test/src/multipart.js


/** A multipart/form-data body (RFC 7578) and its content type. */
function buildMultipart(parts, scope, files) {
    const filled = [...parts].map(([name, part]) => ({
        head: headOf(name, part),
        content: contentOf(part, scope, files),
    }));
    const boundary = freeBoundary(filled.map(({ content }) => content));
    const chunks = filled.flatMap(({ head, content }) => [
        Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
        content,
        Buffer.from('\r\n'),
    ]);
    const body = Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
    return [body, `multipart/form-data; boundary=${boundary}`];
}
function headOf(name, part) {
    const disposition = `Content-Disposition: form-data; name="${escapeName(name)}"`;
    if ('text' in part)
        return disposition;
    const file = escapeName(part.path.slice(part.path.lastIndexOf('/') + 1));
    return `${disposition}; filename="${file}"\r\nContent-Type: ${part.type ?? fileType(part.path)}`;
}
function contentOf(part, scope, files) {
    return 'text' in part ? Buffer.from((0,template/* expandText */.wy)(part.text, scope)) : (files.get(part.path) ?? Buffer.alloc(0));
}
/** A boundary that stands in none of the parts. */
function freeBoundary(contents) {
    for (let number = 1;; number++) {
        const boundary = `smoke-test-part-${number}`;
        if (!contents.some((content) => content.includes(boundary)))
            return boundary;
    }
}
function escapeName(text) {
    return text.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
}

// EXTERNAL MODULE: ./actions/smoke-test/src/secret-inputs.js
var secret_inputs = __webpack_require__(8289);
;// CONCATENATED MODULE: ./actions/smoke-test/src/request.js




/** The request of a check with every variable filled in. @throws TypeError where the address then is none. */
function buildRequest({ check, source }, scope, plan) {
    const { inputs, facts } = plan;
    const base = inputs.baseUrl ?? source.baseUrl;
    const url = buildUrl(check, base, scope);
    (0,secret_inputs/* registerAddress */.WW)(url.href);
    const [body, type] = buildBody(check, scope, facts.bodies);
    const own = [...check.headers].map(([name, value]) => [name, buildHeader(name, (0,template/* expandText */.wy)(value, scope))]);
    const isHome = base === undefined || url.origin === new URL(base).origin;
    const given = isHome ? [...inputs.headers] : [];
    const headers = new Map([
        ...(type === undefined ? [] : [['content-type', type]]),
        ...lower(given),
        ...lower(own),
    ]);
    for (const [name, value] of headers)
        if ((0,src/* isCredentialHeader */.b5)(name))
            (0,secret_inputs/* registerCredential */.J4)(value);
    const wantsAll = [...check.expect.map(({ subject }) => subject), ...check.capture.map(({ from }) => from)];
    return {
        url,
        method: check.method,
        headers,
        ...(body === undefined ? {} : { body }),
        timeoutMs: check.requestTimeoutMs ?? inputs.requestTimeoutMs,
        connectTimeoutMs: inputs.connectTimeoutMs,
        maxBodyBytes: inputs.maxBodyBytes,
        hash: wantsAll.some(({ kind }) => kind === 'sha256' || kind === 'size'),
        tls: facts.tls,
        resolve: inputs.resolve,
        ...(isHome && source.address !== undefined ? { addresses: [source.address] } : {}),
    };
}
function buildUrl(check, base, scope) {
    const path = (0,template/* expandText */.wy)(check.path, scope);
    const absolute = /^https?:\/\//.test(path);
    const text = absolute ? path : `${(0,template/* expandText */.wy)(base ?? '', scope).replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
    const url = new URL(text);
    for (const [name, value] of check.query)
        url.searchParams.append(name, (0,template/* expandText */.wy)(value, scope));
    return url;
}
function buildBody({ body }, scope, files) {
    if (body === undefined)
        return [undefined, undefined];
    if (body.kind === 'json')
        return [JSON.stringify((0,template/* expandValue */.eb)(body.value, scope)), 'application/json'];
    if (body.kind === 'multipart')
        return buildMultipart(body.parts, scope, files);
    if (body.kind === 'file')
        return [files.get(body.path), fileType(body.path)];
    if (body.kind === 'form') {
        const fields = [...body.fields].map(([name, value]) => [name, (0,template/* expandText */.wy)(value, scope)]);
        return [new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'];
    }
    const text = (0,template/* expandText */.wy)(body.text, scope);
    return [text, isJson(text) ? 'application/json' : 'text/plain; charset=utf-8'];
}
function buildHeader(name, value) {
    if (!/^authorization$/i.test(name) || !value.startsWith('basic:'))
        return value;
    const pair = value.slice('basic:'.length);
    return `Basic ${Buffer.from(pair).toString('base64')}`;
}
function lower(headers) {
    return headers.map(([name, value]) => [name.toLowerCase(), value]);
}
/** The media type that a file's name tells. */
function fileType(path) {
    return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 9315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gD: () => (/* binding */ CANCELLED),
  Nj: () => (/* binding */ guarded),
  PU: () => (/* binding */ isOver),
  k_: () => (/* binding */ runCheck),
  ut: () => (/* binding */ skipCheck)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 22 modules
var src = __webpack_require__(6175);
// EXTERNAL MODULE: ./actions/smoke-test/src/answer.js
var src_answer = __webpack_require__(6837);
// EXTERNAL MODULE: ./actions/smoke-test/src/check.js
var src_check = __webpack_require__(7479);
// EXTERNAL MODULE: ./actions/smoke-test/src/evaluate.js
var evaluate = __webpack_require__(7816);
// EXTERNAL MODULE: ./actions/smoke-test/src/failure-text.js
var failure_text = __webpack_require__(7601);
// EXTERNAL MODULE: ./actions/smoke-test/src/literal.js
var literal = __webpack_require__(7140);
// EXTERNAL MODULE: ./actions/smoke-test/src/read-subject.js
var read_subject = __webpack_require__(2546);
// EXTERNAL MODULE: ./actions/smoke-test/src/request.js + 1 modules
var src_request = __webpack_require__(5193);
;// CONCATENATED MODULE: ./actions/smoke-test/src/retry-rule.js

const NETWORK = new Set([
    ...['dns', 'connect-refused', 'connect-timeout', 'unreachable', 'reset', 'closed', 'timeout', 'body-cut'],
]);
/** How often a check is tried again. POST and PATCH are only where the check itself says so. */
function retryRuleOf(check, inputs) {
    const { retry } = check;
    const allowed = retry !== undefined || src_check/* IDEMPOTENT */.uH.has(check.method);
    return {
        retries: allowed ? (retry?.retries ?? inputs.retries) : 0,
        on: retry?.on ?? inputs.retryOn,
        delayMs: retry?.delayMs ?? inputs.retryDelayMs,
        backoff: retry?.backoff ?? inputs.retryBackoff,
    };
}
/** Whether a failed answer is worth another try. */
function isWorthRetrying({ last }, on) {
    if (last.failure?.kind === 'cancelled')
        return false;
    const status = last.response?.status ?? 0;
    const holds = {
        network: NETWORK.has(last.failure?.kind ?? ''),
        '5xx': status >= 500,
        '429': status === 429,
        any: true,
    };
    return on.some((cause) => holds[cause]);
}
/** What the server asks for in `Retry-After`, in milliseconds; undefined where it asks for nothing. */
function retryAfterMs({ last }, nowMs) {
    const text = last.response?.headers.get('retry-after')?.[0]?.trim();
    if (text === undefined)
        return undefined;
    if (/^\d+$/.test(text))
        return Number(text) * 1000;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

// EXTERNAL MODULE: ./actions/smoke-test/src/template.js
var template = __webpack_require__(9149);
;// CONCATENATED MODULE: ./actions/smoke-test/src/run-check.js










const CANCELLED = 'the run was cancelled';
/** Whatever is thrown fails the one check that it happened in: the others run, and the reports are written. */
async function guarded(node, work) {
    try {
        return await work();
    }
    catch (error) {
        const broken = { text: 'check', expected: 'a result', actual: (0,evaluate/* onOneLine */.GJ)((0,src/* toActionError */.ie)(error)) };
        return { result: failUnsent(node, broken), captured: new Map() };
    }
}
/** Sends a check's request as often as it says and judges each answer. */
async function runCheck(node, scope, run) {
    const { check } = node;
    const times = check.repeat ?? run.plan.inputs.repeat;
    let request;
    try {
        request = { ...(0,src_request/* buildRequest */.m)(node, scope, run.plan), signal: run.signal };
    }
    catch (error) {
        const actual = `${(0,literal/* show */.WU)((0,template/* expandText */.wy)(check.path, scope))}: ${error instanceof Error ? error.message : error}`;
        const broken = { text: 'request', expected: 'an address to send it to', actual };
        return { result: failUnsent(node, broken), captured: new Map() };
    }
    await warmUp(request, check, run);
    const samples = [];
    const answers = [];
    let failure;
    for (let sample = 0; sample < times && (sample === 0 || !isOver(run)); sample++) {
        const { answer, failed, attempts } = await tryAgain(node, { request, scope }, run);
        answers.push(answer);
        samples.push(toSample(answer, failed.length === 0, attempts));
        if (failed.length > 0)
            failure ??= toFailure({ answer, failed, attempts }, node, run);
    }
    if (run.signal.aborted)
        return { result: skipCheck(node, CANCELLED), captured: new Map() };
    const flaky = samples.some(({ attempts }) => attempts > 1);
    const status = failure || samples.length < times ? 'failed' : flaky ? 'flaky' : 'passed';
    const days = answers.flatMap(({ last }) => last.tls?.certificate?.daysLeft ?? []);
    const result = {
        ...describeCheck(node),
        status,
        samples,
        ...(failure ? { failure } : {}),
        versions: [...new Set(answers.flatMap(({ version }) => version ?? []))],
        ...(days.length > 0 ? { tlsDaysLeft: Math.min(...days) } : {}),
    };
    return { result, captured: capture(node, answers.at(-1), run.plan.facts.tools) };
}
/** Requests that count for nothing, of checks that change nothing. */
async function warmUp(request, { method, follow }, run) {
    if (!/^(GET|HEAD)$/.test(method))
        return;
    for (let left = run.plan.inputs.warmupRequests; left > 0 && !isOver(run); left--) {
        await run.http.send({ ...request, timeoutMs: Math.max(1, Math.min(request.timeoutMs, run.leftMs())) }, follow);
    }
}
/** The result of a check that was not sent, or not to its end. */
function skipCheck(node, reason) {
    return { ...describeCheck(node), status: 'skipped', reason, samples: [], versions: [] };
}
/** The failed result of a check that has no answer to tell about. */
function failUnsent(node, broken) {
    const { name, place } = node.check;
    const { text: what, expected, actual } = broken;
    const text = (0,src/* redact */.E$)(`${name} › ${what} (${(0,src_check/* formatPlace */.dE)(place)})\n    expected  ${expected}\n    actual    ${actual}`);
    return {
        ...describeCheck(node),
        status: 'failed',
        samples: [],
        versions: [],
        failure: { assertions: [{ ...broken, place }], text, curl: '' },
    };
}
/** Whether nothing more may be sent. */
function isOver({ signal, leftMs }) {
    return signal.aborted || leftMs() <= 0;
}
/** What every result tells about its check. */
function describeCheck({ id, check }) {
    return { id, name: check.name, request: `${check.method} ${check.path}`, place: check.place };
}
async function tryAgain(node, { request, scope }, run) {
    const { check } = node;
    const { inputs, facts } = run.plan;
    const { tools } = facts;
    const rule = retryRuleOf(check, inputs);
    const expect = check.expect.map((one) => ({ ...one, matcher: (0,template/* expandMatcher */.NG)(one.matcher, scope) }));
    for (let attempts = 1;; attempts++) {
        const limited = { ...request, timeoutMs: Math.max(1, Math.min(request.timeoutMs, run.leftMs())) };
        const answer = (0,src_answer/* toAnswer */.G)(request, await run.http.send(limited, check.follow), inputs.versionSource);
        // A captured secret is one before anything about the answer is written down.
        capture(node, answer, tools);
        const nowMs = run.ports.clock.now();
        const { capture: captures, place } = check;
        const { expectVersion } = inputs;
        const failed = (0,evaluate/* evaluate */._3)(answer, { expect, capture: captures, place, expectVersion, nowMs, tools });
        const again = attempts <= rule.retries && isWorthRetrying(answer, rule.on) && !isOver(run);
        if (failed.length === 0 || !again)
            return { answer, failed, attempts };
        const waitMs = retryAfterMs(answer, nowMs) ?? (0,src/* backoffMs */.jo)(0, rule.delayMs * rule.backoff ** (attempts - 1), run.ports.random());
        await run.ports.clock.sleep(Math.min(waitMs, run.leftMs()), run.signal);
        if (isOver(run))
            return { answer, failed, attempts };
    }
}
function capture({ check }, answer, tools) {
    if (answer === undefined)
        return new Map();
    return new Map(check.capture.map(({ name, from, secret }) => {
        const { value } = (0,read_subject/* readSubject */.$)(from, answer, tools);
        return [name, secret && value !== undefined && value !== null ? new src/* Secret */.zh(String(value)) : value];
    }));
}
function toSample({ last, totalMs }, ok, attempts) {
    const { failure, response, reused, phases } = last;
    const counts = failure === undefined ? response !== undefined : ['timeout', 'connect-timeout'].includes(failure.kind);
    return { ok, ms: totalMs, counts, attempts, coldMs: reused ? undefined : totalMs, phases };
}
function toFailure({ answer, failed }, { check }, { http }) {
    const curl = http.curl(answer.request);
    return { assertions: failed, curl, text: (0,failure_text/* formatFailure */.M3)({ check, assertions: failed, answer, curl }) };
}


/***/ }),

/***/ 6614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ schedule)
/* harmony export */ });
/** Runs everything in order of need, at most `limit` at once; needs that are not in the list are met. */
function schedule(items, limit, run) {
    const waiting = new Map(items.map((item) => [item.id, new Set(item.needs.filter((id) => items.some((one) => one.id === id)))]));
    let running = 0;
    return new Promise((resolve, reject) => {
        const pump = () => {
            if (waiting.size === 0 && running === 0)
                resolve();
            for (const [id, needs] of waiting) {
                if (running >= limit)
                    return;
                if (needs.size > 0)
                    continue;
                waiting.delete(id);
                running += 1;
                run(id).then(() => {
                    running -= 1;
                    for (const other of waiting.values())
                        other.delete(id);
                    pump();
                }, reject);
            }
        };
        pump();
    });
}


/***/ })

};
