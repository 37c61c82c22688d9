export const id = 32;
export const ids = [32];
export const modules = {

/***/ 3032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runHurl: () => (/* binding */ runHurl)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 22 modules
var src = __webpack_require__(6175);
// EXTERNAL MODULE: ./actions/smoke-test/src/evaluate.js
var evaluate = __webpack_require__(7816);
;// CONCATENATED MODULE: ./actions/smoke-test/src/hurl-command.js

/** Hurl's own variable for the input `base-url`. */
const BASE = 'base_url';
/** The command that runs a file. Variables and secrets go by its environment, which no other process sees. */
function hurlCommand({ inputs, facts }, file, places) {
    const { program, folder, reports, timeoutMs } = places;
    const { connectTimeoutMs, requestTimeoutMs, tlsVerify, resolve } = inputs;
    const overrides = [...resolve].flatMap(([place, addresses]) => ['--resolve', `${place}:${addresses.join(',')}`]);
    return {
        file: program,
        args: [
            ...['--test', '--no-color', '--continue-on-error'],
            ...['--connect-timeout', `${connectTimeoutMs}ms`, '--max-time', `${requestTimeoutMs}ms`],
            ...(facts.tls.ca === undefined ? [] : ['--cacert', `${folder}/ca.pem`]),
            ...(facts.tls.clientKey === undefined ? [] : ['--cert', `${folder}/client.pem`, '--key', `${folder}/client.key`]),
            ...(tlsVerify ? [] : ['--insecure']),
            ...overrides,
            ...['--report-json', reports],
            file,
        ],
        env: hurlVariables(inputs),
        timeoutMs,
    };
}
function hurlVariables({ baseUrl, variables, secrets, searchPath }) {
    const plain = baseUrl === undefined ? [...variables] : [[BASE, baseUrl.replace(/\/$/, '')], ...variables];
    return Object.fromEntries([
        ['PATH', searchPath],
        ...plain.map(([name, value]) => [`HURL_VARIABLE_${name}`, value]),
        ...[...secrets].map(([name, value]) => [`HURL_SECRET_${name}`, new src/* Secret */.zh(value.reveal())]),
    ]);
}

// EXTERNAL MODULE: ./actions/smoke-test/src/check.js
var check = __webpack_require__(7479);
// EXTERNAL MODULE: ./actions/smoke-test/src/failure-text.js
var failure_text = __webpack_require__(7601);
;// CONCATENATED MODULE: ./actions/smoke-test/src/hurl-report.js
/** Reads the report's text; nothing where hurl wrote none. */
function parseHurlReport(text) {
    return text === undefined ? [] : JSON.parse(text);
}
/** Reads the errors that hurl prints, each with its file and line. */
function parseHurlErrors(stderr) {
    return stderr
        .split(/^(?=error: )/m)
        .flatMap((block) => parseBlock(block.split(/^(?:Failure|Success|-{20,})/m, 1)[0] ?? '') ?? []);
}
function parseBlock(block) {
    const [, title] = /^error: (.+)/.exec(block) ?? [];
    const [, file, at] = /^\s*--> (.+):(\d+):\d+$/m.exec(block) ?? [];
    if (title === undefined || file === undefined)
        return undefined;
    const line = Number(at);
    const written = new RegExp(`^ *${line} \\| ?(.*)$`, 'm').exec(block)?.[1]?.trim();
    const said = (name) => new RegExp(`^\\s*\\|\\s+${name}:\\s*(.*)$`, 'm').exec(block)?.[1];
    const pointed = /\^+ (.*)$/m.exec(block)?.[1];
    const assertion = {
        text: written || title,
        place: { file, line },
        expected: said('expected') ?? (title === 'HTTP connection' ? 'an answer' : 'what this line says'),
        actual: said('actual') ?? pointed ?? title,
    };
    return { file, line, title, assertion };
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/hurl-results.js




const DAY_MS = 86_400_000;
/** A result for each request of each file, and a failed one for a file of which hurl does not tell what failed. */
function hurlResults(ran, { firstId, nowMs }) {
    return ran.flatMap((one) => resultsOf(one, nowMs)).map((result, index) => ({ ...result, id: firstId + index }));
}
function resultsOf({ file: path, report, stderr, problem }, nowMs) {
    const errors = parseHurlErrors(stderr).filter((error) => error.file === path);
    try {
        const file = parseHurlReport(report).find(({ filename }) => filename === path);
        const results = file ? fileResults(file, errors, nowMs) : [];
        if (results.some(({ status }) => status === 'failed'))
            return results;
        if (results.length === 0)
            return [unread(path, errors, problem ?? 'hurl told nothing about this file')];
        const good = file?.success && problem === undefined;
        return good
            ? results
            : [...results, unread(path, errors, problem ?? 'hurl told nothing of what failed in this file')];
    }
    catch (error) {
        return [unread(path, errors, `its report cannot be read: ${error instanceof Error ? error.message : error}`)];
    }
}
function fileResults({ filename, entries, success }, errors, nowMs) {
    const lines = [...new Set(entries.map(({ line }) => line))].sort((one, other) => one - other);
    return lines.map((line, index) => {
        const next = lines[index + 1] ?? Number.POSITIVE_INFINITY;
        const own = errors.filter((error) => error.line >= line && error.line < next);
        const tries = entries.filter((entry) => entry.line === line);
        const told = own.length > 0 ? own : unprinted(filename, tries.at(-1));
        return entryResult({ filename, tries, errors: success ? [] : told }, nowMs);
    });
}
/** Assertions that the report calls broken and of which nothing was printed. */
function unprinted(file, entry) {
    const broken = entry?.asserts.filter(({ success }) => !success) ?? [];
    return broken.map(({ line }) => {
        const place = { file, line };
        return { ...place, title: 'assert', assertion: { text: 'assert', place, ...SAYS_NO } };
    });
}
const SAYS_NO = { expected: 'what this line says', actual: 'hurl reports that it does not hold' };
function entryResult({ filename, tries, errors }, nowMs) {
    const last = tries.at(-1);
    const call = last?.calls.at(-1);
    const failed = errors.length > 0;
    const place = { file: filename, line: last?.line ?? 1 };
    const request = call ? `${call.request.method} ${call.request.url}` : (errors[0]?.assertion.text ?? 'a request');
    const name = (0,src/* redact */.E$)(`${filename.slice(filename.lastIndexOf('/') + 1)}:${place.line} ${request}`);
    const days = tries.flatMap(({ calls }) => calls.flatMap((each) => daysLeft(each, nowMs) ?? []));
    const flaky = !failed && tries.some((entry) => entry.asserts.some(({ success }) => !success));
    return {
        name,
        request: (0,src/* redact */.E$)(request),
        place,
        status: failed ? 'failed' : flaky ? 'flaky' : 'passed',
        samples: last ? [toSample(last, !failed, flaky ? tries.length : 1)] : [],
        ...(failed ? { failure: toFailure(name, errors, last) } : {}),
        versions: [],
        ...(days.length > 0 ? { tlsDaysLeft: Math.min(...days) } : {}),
    };
}
function toSample(entry, ok, attempts) {
    const call = entry.calls.at(-1);
    const total = entry.calls.reduce((sum, { timings }) => sum + timings.total, 0) / 1000;
    return { ok, ms: total, counts: call !== undefined, attempts, coldMs: undefined, phases: call ? phasesOf(call) : {} };
}
function phasesOf({ timings }) {
    const ms = (until, from) => Math.max(0, until - from) / 1000;
    const { name_lookup: dns, connect, app_connect: tls, pre_transfer: sent, start_transfer: first, total } = timings;
    return {
        dns: ms(dns, 0),
        connect: ms(connect, dns),
        ...(tls > 0 ? { tls: ms(tls, connect) } : {}),
        'first-byte': ms(first, sent),
        body: ms(total, first),
    };
}
function toFailure(name, errors, entry) {
    const call = entry?.calls.at(-1);
    const assertions = errors.map(({ assertion }) => assertion);
    const what = assertions.flatMap(({ text, place, expected, actual }) => [
        `${name} › ${text} (${(0,check/* formatPlace */.dE)(place)})`,
        `    expected  ${expected}`,
        `    actual    ${actual}`,
    ]);
    const where = call
        ? [
            `  where  ${call.request.method} ${call.request.url} → ${call.response.status}, ${call.response.http_version}`,
            `  when   ${(0,src/* formatDuration */.a3)(call.timings.total / 1000)}${(0,failure_text/* phaseList */.gp)(phasesOf(call))}`,
        ]
        : [];
    const curl = (0,src/* redact */.E$)(entry?.curl_cmd.replace(/('(?:proxy-)?(?:authorization|cookie): )[^']*'/gi, "$1***'") ?? '');
    const text = [...what, ...where, ...(curl === '' || curl === 'curl' ? [] : [`  curl   ${curl}`])].join('\n');
    return { assertions, text: (0,src/* redact */.E$)(text), curl };
}
function unread(path, errors, why) {
    const place = { file: path, line: errors[0]?.line ?? 1 };
    const nothing = { text: 'hurl', place, expected: 'a report of its requests', actual: why };
    const assertions = errors.length > 0 ? errors.map(({ assertion }) => assertion) : [nothing];
    const lines = assertions.map(({ text, place: at, expected, actual }) => [`${path} › ${text} (${(0,check/* formatPlace */.dE)(at)})`, `    expected  ${expected}`, `    actual    ${actual}`].join('\n'));
    const failure = { assertions, text: (0,src/* redact */.E$)(lines.join('\n')), curl: '' };
    return { name: path, request: path, place, status: 'failed', samples: [], versions: [], failure };
}
function daysLeft({ response }, nowMs) {
    const end = Date.parse(response.certificate?.expire_date ?? '');
    return Number.isNaN(end) ? undefined : Math.floor((end - nowMs) / DAY_MS);
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/hurl-release.js
/** The release that is fetched where PATH has no hurl of this major version. */
const HURL_VERSION = '8.0.1';
const RELEASES = 'https://github.com/Orange-OpenSource/hurl/releases/download';
/** SHA-256 of each release archive, by Node's words for the platform. */
const PINS = {
    'linux-x64': ['x86_64-unknown-linux-gnu', 'cac7c4670d69444db120edb21fe06c97ba8c80dcc52279957c8dd18f05fb0c06'],
    'linux-arm64': ['aarch64-unknown-linux-gnu', 'bc4732df4754748e9bf296aa3832ec019f798afb399f1279b72ed37b6e04525c'],
    'darwin-x64': ['x86_64-apple-darwin', '55e95bb7a8d61ae6919eaaf96f260f0836f5b34c1b0f7731e38be803f6984367'],
    'darwin-arm64': ['aarch64-apple-darwin', 'b57928e246617df73cb1b2157f31f507dcbde6ae12e828cc53dde0e40e05bbbb'],
};
/** The pinned archive for a platform such as `linux-x64`; undefined where there is none. */
function hurlRelease(platform) {
    const [target, sha256] = PINS[platform] ?? [];
    if (target === undefined || sha256 === undefined)
        return undefined;
    const name = `hurl-${HURL_VERSION}-${target}`;
    return { url: `${RELEASES}/${HURL_VERSION}/${name}.tar.gz`, sha256, program: `${name}/bin/hurl` };
}
/** Whether what `hurl --version` prints is a version whose options and report are known here. */
function isKnownVersion(stdout) {
    return /^hurl 8\./.test(stdout);
}

;// CONCATENATED MODULE: ./actions/smoke-test/src/provide-hurl.js


const ARCHIVE_BYTES = 64 * 1024 * 1024;
/** The path of hurl: from PATH, else the pinned release, verified before it is opened. @throws ActionError */
async function provideHurl(seeking, ports, http) {
    for (const folder of seeking.searchPath.split(':').filter((part) => part.startsWith('/'))) {
        const path = `${folder}/hurl`;
        if ((await ports.files.facts(path))?.kind !== 'file')
            continue;
        const { code, stdout } = await ports.exec.run({ file: path, args: ['--version'], timeoutMs: 10_000 }, ports.signal);
        if (code === 0 && isKnownVersion(stdout))
            return path;
        ports.log.info(`${path} is not hurl 8: ${stdout.split('\n', 1)[0] || 'it tells no version'}`);
    }
    const release = hurlRelease(seeking.platform);
    if (release)
        return fetchHurl(release, seeking, { ports, http });
    const hint = 'install hurl 8 and put it on PATH';
    throw new src/* ActionError */.lZ(`there is no release of hurl for ${seeking.platform}`, { code: 'E_HURL', hint });
}
async function fetchHurl({ url, sha256, program }, { folder, leftMs }, { ports, http, }) {
    ports.log.info(`hurl 8 is not on PATH: fetching ${url}`);
    const request = { url: new URL(url), timeoutMs: Math.max(1, leftMs()), maxBodyBytes: ARCHIVE_BYTES, hash: true };
    const { hops } = await http.send({ ...request, signal: ports.signal }, 5);
    const last = hops.at(-1);
    if (last?.failure || last?.response?.status !== 200) {
        const why = last?.failure?.message ?? `it answered ${last?.response?.status}`;
        const hint = 'install hurl 8 and put it on PATH, or let the runner reach the releases of hurl';
        throw new src/* ActionError */.lZ(`${url} cannot be fetched: ${why}`, { code: 'E_HURL', hint, retryable: true });
    }
    if (last.response.sha256 !== sha256) {
        const hint = 'nothing of it was run; look at what stands between the runner and the releases of hurl';
        throw new src/* ActionError */.lZ(`${url} has SHA-256 ${last.response.sha256}, expected ${sha256}`, { code: 'E_HURL', hint });
    }
    const archive = `${folder}/hurl.tar.gz`;
    await ports.files.write(archive, last.response.body);
    const unpack = { file: 'tar', args: ['-xzf', archive, '-C', folder, program], timeoutMs: 60_000 };
    await ports.exec.output(unpack, ports.signal);
    return `${folder}/${program}`;
}

// EXTERNAL MODULE: ./actions/smoke-test/src/run-check.js + 1 modules
var run_check = __webpack_require__(9315);
// EXTERNAL MODULE: ./actions/smoke-test/src/schedule.js
var schedule = __webpack_require__(6614);
;// CONCATENATED MODULE: ./actions/smoke-test/src/run-hurl.js







/** A result for each request of each hurl file. What keeps a file from being run is its failed result. */
async function runHurl(run, firstId, ports) {
    const { plan, leftMs } = run;
    if (plan.hurlFiles.length === 0)
        return [];
    if ((0,run_check/* isOver */.PU)(run))
        return skipAll(plan, firstId, ports.signal.aborted ? run_check/* CANCELLED */.gD : 'the time of timeout was over');
    // What hurl leaves holds answers and the client's key: it goes whatever happens.
    const folder = await ports.files.makeTemporaryFolder('smoke-hurl');
    try {
        const { searchPath } = plan.inputs;
        const seeking = { searchPath, platform: plan.facts.platform, folder, leftMs };
        const provided = provideHurl(seeking, ports, run.http).then(async (program) => {
            await writePems(plan, folder, ports);
            return program;
        });
        const ran = plan.hurlFiles.map((file) => ({ file, report: undefined, stderr: '', problem: undefined }));
        const files = ran.map((_, id) => ({ id, needs: [] }));
        await (0,schedule/* schedule */._)(files, plan.inputs.concurrency, async (id) => {
            const { file } = ran[id] ?? { file: '' };
            ran[id] = await provided
                .then((program) => runFile({ file, reports: `${folder}/${id}`, program, folder }, run, ports))
                .catch((error) => ({ file, report: undefined, stderr: '', problem: (0,evaluate/* onOneLine */.GJ)((0,src/* toActionError */.ie)(error)) }));
        });
        if (ports.signal.aborted)
            return skipAll(plan, firstId, run_check/* CANCELLED */.gD);
        return hurlResults(ran, { firstId, nowMs: ports.clock.now() });
    }
    finally {
        await ports.files.remove(folder);
    }
}
/** Each file by a hurl of its own, as one that cannot be read ends all of a call. */
async function runFile({ file, ...places }, { plan, leftMs }, { exec, files, signal }) {
    const command = hurlCommand(plan, file, { ...places, timeoutMs: Math.max(1, leftMs()) });
    const { code, stderr } = await exec.run(command, signal);
    const problem = code === 0 ? undefined : code === null ? 'hurl was ended by a signal' : `hurl exits ${code}`;
    return { file, report: await files.readText(`${places.reports}/report.json`), stderr, problem };
}
async function writePems({ facts }, folder, { files }) {
    const { ca, clientCertificate, clientKey } = facts.tls;
    if (ca !== undefined)
        await files.write(`${folder}/ca.pem`, ca);
    if (clientCertificate !== undefined)
        await files.write(`${folder}/client.pem`, clientCertificate);
    if (clientKey !== undefined)
        await files.write(`${folder}/client.key`, clientKey, 0o600);
}
function skipAll({ hurlFiles }, firstId, reason) {
    return hurlFiles.map((path, index) => ({
        ...{ id: firstId + index, name: path, request: path, place: { file: path, line: 1 } },
        ...{ status: 'skipped', reason, samples: [], versions: [] },
    }));
}


/***/ })

};
