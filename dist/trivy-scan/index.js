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

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

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

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Oz: () => (/* binding */ isCurrent),
/* harmony export */   nn: () => (/* binding */ judgeDatabase),
/* harmony export */   pD: () => (/* binding */ DEFAULT_REPOSITORIES),
/* harmony export */   qk: () => (/* binding */ DEFAULT_JAVA_REPOSITORIES),
/* harmony export */   rq: () => (/* binding */ ageProblem)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3182);

/** Trivy's own repositories, in its order. */
const DEFAULT_REPOSITORIES = ['mirror.gcr.io/aquasec/trivy-db:2', 'ghcr.io/aquasecurity/trivy-db:2'];
const DEFAULT_JAVA_REPOSITORIES = [
    'mirror.gcr.io/aquasec/trivy-java-db:1',
    'ghcr.io/aquasecurity/trivy-java-db:1',
];
/** The public database is hundreds of megabytes; one of a few is a mistake of whoever made it. */
const SMALLEST_PUBLIC_BYTES = 10_000_000;
const SCHEMA = 2;
const BBOLT_MAGIC = 0xed0cdaed;
const META_OFFSET = 16;
const USUAL_PAGE = 4096;
/**
 * Judges a database by its metadata and by the two meta pages of its bbolt file: Trivy passes an empty one in
 * silence and crashes on a cut one. Gives the database, or the reason why it cannot be used.
 */
function judgeDatabase(files, publicOne) {
    if (files.metadata === undefined)
        return 'there is none';
    const metadata = record(files.metadata);
    const updatedMs = Date.parse(String(metadata['UpdatedAt']));
    if (metadata['Version'] !== SCHEMA)
        return `its schema is ${metadata['Version'] ?? 'unknown'}, expected ${SCHEMA}`;
    if (Number.isNaN(updatedMs))
        return 'its metadata has no date';
    const needed = neededBytes(files.start);
    if (needed === undefined)
        return 'its file is corrupt: no bbolt database begins there';
    if (files.size < needed)
        return `its file is corrupt: ${files.size} bytes of ${needed}`;
    if (publicOne && files.size < SMALLEST_PUBLIC_BYTES)
        return `its file has only ${files.size} bytes`;
    const { digest, repository } = record(files.source ?? '{}');
    return {
        updatedMs,
        nextUpdateMs: Date.parse(String(metadata['NextUpdate'])) || 0,
        ...(typeof digest === 'string' ? { digest } : {}),
        ...(typeof repository === 'string' ? { repository } : {}),
    };
}
/** True where nothing needs to be fetched: the same manifest, or nobody said which and it is not due yet. */
function isCurrent(database, offered, nowMs) {
    if (offered.digest !== undefined)
        return database.digest === offered.digest;
    return database.repository === offered.repository && database.nextUpdateMs > nowMs;
}
/** What is wrong with a database's age, or undefined. */
function ageProblem(database, maxAgeMs, nowMs) {
    const age = nowMs - database.updatedMs;
    if (age <= maxAgeMs)
        return undefined;
    const written = new Date(database.updatedMs).toISOString();
    return `the database is of ${written}, ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(age)} old; max-db-age is ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(maxAgeMs)}`;
}
/** Bytes that the newer of the two meta pages promises, or undefined where neither is one. */
function neededBytes(start) {
    const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
    const isMeta = (at) => at + 64 <= view.byteLength && view.getUint32(at, true) === BBOLT_MAGIC;
    const pageSize = isMeta(META_OFFSET) ? view.getUint32(META_OFFSET + 8, true) : USUAL_PAGE;
    const promises = [META_OFFSET, pageSize + META_OFFSET].filter(isMeta).map((at) => {
        const pages = Number(view.getBigUint64(at + 40, true));
        return { transaction: view.getBigUint64(at + 48, true), bytes: pages * view.getUint32(at + 8, true) };
    });
    return promises.sort((a, b) => (a.transaction < b.transaction ? 1 : -1))[0]?.bytes;
}
function record(json) {
    try {
        return Object(JSON.parse(json));
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 5905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  d: () => (/* binding */ executeScan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var src = __nccwpck_require__(3182);
// EXTERNAL MODULE: ./actions/trivy-scan/src/targets.js
var targets = __nccwpck_require__(5691);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/commands.js

const NEVER_ASK_OUT = ['--skip-version-check', '--disable-telemetry'];
const UPDATES_NOTHING = ['--offline-scan', '--skip-db-update', '--skip-java-db-update'];
/** One target to one JSON file. Findings end it with 0, so any other end is a scan error. */
function scanCommand(scan, places, run) {
    const { kind } = scan.target;
    const scanners = (0,targets/* scannersFor */.dy)(kind, scan.scanners);
    const args = [
        subcommand(kind),
        ...['--config', '/dev/null'],
        ...['--cache-dir', places.cache],
        ...['--cache-backend', 'memory'],
        ...['--format', 'json', '--output', run.output],
        ...['--exit-code', '0'],
        ...['--scanners', scanners.join(',')],
        ...(kind === 'image' || kind === 'tar' || kind === 'oci' ? imageConfigFlags(scanners) : []),
        ...(scan.target.onlyEngine ? ['--image-src', 'docker,containerd,podman'] : []),
        ...['--ignorefile', scan.ignoreFile, '--show-suppressed'],
        ...['--timeout', `${Math.ceil(run.timeoutMs / 1000) + 60}s`],
        ...['--no-progress', ...NEVER_ASK_OUT, ...UPDATES_NOTHING],
        ...(kind === 'sbom' ? [] : ['--skip-check-update']),
        ...(kind === 'tar' || kind === 'oci' ? ['--input', scan.ref] : ['--', scan.ref]),
    ];
    return command(places, args, run.timeoutMs);
}
/** Fetches one database from one repository: whatever goes wrong in this process is a database error. */
function databaseCommand(repository, kind, places) {
    const java = kind === 'java';
    const args = [
        'image',
        java ? '--download-java-db-only' : '--download-db-only',
        ...['--config', '/dev/null'],
        ...['--cache-dir', places.cache],
        ...[java ? '--java-db-repository' : '--db-repository', repository],
        ...['--no-progress', ...NEVER_ASK_OUT],
    ];
    return command(places, args, places.timeoutMs);
}
function versionCommand(places, timeoutMs) {
    return command(places, ['--version'], timeoutMs);
}
function command(places, args, timeoutMs) {
    return { file: places.binary, args, env: places.env, cwd: places.empty, timeoutMs };
}
function subcommand(kind) {
    if (kind === 'fs' || kind === 'config')
        return 'fs';
    return kind === 'sbom' ? 'sbom' : 'image';
}
function imageConfigFlags(scanners) {
    const checks = scanners.filter((scanner) => scanner === 'misconfig' || scanner === 'secret');
    return checks.length === 0 ? [] : ['--image-config-scanners', checks.join(',')];
}

;// CONCATENATED MODULE: ./actions/trivy-scan/src/failures.js

/** Texts of Trivy 0.74; a JSON body of the registry hides the status, so the code word stands beside it. */
const DATABASE_CAUSES = [
    { pattern: /TOOMANYREQUESTS|status code 429/, cause: 'too many requests (429)', temporary: true },
    { pattern: /UNAUTHORIZED|status code 401/, cause: 'unauthorized (401)' },
    { pattern: /DENIED|status code 403/, cause: 'denied (403)' },
    { pattern: /MANIFEST_UNKNOWN|NAME_UNKNOWN|status code 404/, cause: 'not found (404)' },
    { pattern: /UNAVAILABLE|UNKNOWN:|status code 5\d\d/, cause: 'the registry failed (5xx)', temporary: true },
    { pattern: /connection refused/, cause: 'connection refused', temporary: true },
    { pattern: /no such host|server misbehaving/, cause: 'no such host (DNS)', temporary: true },
    { pattern: /network is unreachable|no route to host/, cause: 'network unreachable', temporary: true },
    { pattern: /connection timed out|i\/o timeout|TLS handshake timeout/, cause: 'no answer', temporary: true },
    { pattern: /connection reset|unexpected EOF|\bEOF\b/, cause: 'the connection broke', temporary: true },
    { pattern: /x509:|tls: /, cause: 'certificate not trusted' },
    { pattern: /unacceptable media type/, cause: 'it is no Trivy database (media type)' },
    { pattern: /version of DB schema|Trivy version is old/, cause: 'its schema is newer than this Trivy' },
    { pattern: /no space left on device/, cause: 'no space left on the disk' },
];
/** Names the cause of a failed download. The process did nothing else, so every end is a database failure. */
function databaseFailure(repository, result) {
    if (result.timedOut)
        return { repository, cause: 'silent: no answer in time', temporary: true };
    const known = DATABASE_CAUSES.find(({ pattern }) => pattern.test(result.stderr));
    if (known)
        return { repository, cause: known.cause, temporary: known.temporary ?? false };
    return { repository, cause: lastWords(result.stderr), temporary: false };
}
/** One failure for all repositories that were asked. */
function databaseError(name, failures) {
    const asked = failures.map(({ repository, cause }) => `${repository}: ${cause}`).join('; ');
    const hint = 'name a mirror that this runner reaches in db-repository, log in with registry-username and registry-password, or set retries';
    return new src/* ActionError */.lZ(`the ${name} could not be had: ${asked}`, { code: 'E_DB', hint });
}
/** Reads the end of a scan. */
function scanFailure(target, result) {
    const text = result.stderr;
    if (result.timedOut || /context deadline exceeded/.test(text))
        return failed(timeout(target));
    if (/Java DB|java DB|javadb/.test(text))
        return { kind: 'java database', text: lastWords(text) };
    if (/invalid database|failed to open db|bad file descriptor/.test(text) || isDatabaseCrash(result)) {
        return { kind: 'corrupt database', text: lastWords(text) };
    }
    if (/unable to find the specified image/.test(text))
        return failed(imageNotFound(target, text));
    if (/unable to initialize archive image|SBOM decode error|open sbom file|no such file or directory/.test(text)) {
        return failed(unreadable(target, text));
    }
    if (/filter error|ignore file/.test(text)) {
        return failed(new src/* ActionError */.lZ(`the ignore file cannot be read: ${lastWords(text)}`, { code: 'E_IGNORE_FILE' }));
    }
    const how = result.code === null ? `was ended by ${result.signal}` : `exited ${result.code}`;
    const hint = 'this is a failure of the scan, not a finding; run again with debug logging for the whole log';
    return failed(new src/* ActionError */.lZ(`Trivy ${how} on ${target.name}: ${lastWords(text)}`, { code: 'E_SCAN', hint }));
}
/** A Go crash inside the database's reader: what a cut or empty file leads to. */
function isDatabaseCrash({ code, stderr }) {
    return code === 2 && /bbolt|trivy-db/.test(stderr);
}
function failed(error) {
    return { kind: 'error', error };
}
function timeout(target) {
    const hint = 'set a longer timeout, or fewer scanners';
    return new src/* ActionError */.lZ(`the scan of ${target.name} did not end in time`, { code: 'E_TIMEOUT', hint });
}
function imageNotFound(target, text) {
    const asked = [...text.matchAll(/\* (docker|containerd|podman|remote) error: ([^\n]*)/g)];
    const answers = asked.map(([, source, answer = '']) => `${source}: ${shorten((0,src/* redact */.E$)(answer.trim()))}`).join('; ');
    const denied = /UNAUTHORIZED|DENIED/.test(text);
    const hint = denied
        ? 'the registry wants a login: set registry, registry-username and registry-password'
        : 'push the image or load it into the Docker engine of this job, and check the reference';
    return new src/* ActionError */.lZ(`image ${target.ref} was not found; ${answers}`, { code: 'E_TARGET_NOT_FOUND', hint });
}
function unreadable(target, text) {
    const hint = 'check that the path exists in this job and is of the kind that the target says';
    const message = `${target.kind}:${target.ref} cannot be read: ${lastWords(text)}`;
    return new src/* ActionError */.lZ(message, { code: 'E_TARGET_NOT_FOUND', hint });
}
/** What Trivy said last in its own words: the text of its fatal line, without time, stack and colours. */
function lastWords(stderr) {
    const lines = stderr
        .replace(/\u001b\[[\d;]*m/g, '')
        .split('\n')
        .map((line) => line.trim());
    const fatal = lines.findIndex((line) => /\bFATAL\b|^panic:|^fatal error:/.test(line));
    const line = fatal < 0 ? (lines.filter(Boolean).at(-1) ?? 'it said nothing') : (lines[fatal] ?? '');
    const more = fatal >= 0 && /errors? occurred:?$/.test(line) ? ` ${lines[fatal + 1] ?? ''}` : '';
    return shorten((0,src/* redact */.E$)(`${line}${more}`.replace(/^.*\bFATAL\b\s+(Fatal error\s+)?/, '')));
}
function shorten(text) {
    return text.length <= 300 ? text : `${text.slice(0, 140)} … ${text.slice(-150)}`;
}

;// CONCATENATED MODULE: ./actions/trivy-scan/src/fetch-database.js



/** Fetches one database from one repository in a process of its own; gives the failure, or nothing. */
async function fetchDatabase(from, fetching, tools) {
    const { empty, env } = fetching.work;
    const places = { binary: fetching.binary, empty, cache: from.folder, env, timeoutMs: from.timeoutMs };
    const result = await tools.exec.run(databaseCommand(from.repository, from.kind, places), tools.signal);
    tools.log.debug(result.stderr);
    return result.code === 0 ? undefined : databaseFailure(from.repository, result);
}
/** Fetches the index of Java archives, which only scans that met a .jar need. @throws E_DB */
async function fetchJavaDatabase(plan, fetching, tools) {
    if (plan.skipUpdate)
        throw databaseError('Java database', [
            { repository: (0,external_node_path_.join)(plan.folder, 'java-db'), cause: 'there is none and skip-db-update is set', temporary: false },
        ]);
    const failures = [];
    for (const [index, repository] of plan.javaRepositories.entries()) {
        const timeoutMs = Math.ceil(fetching.work.remainingMs() / (plan.javaRepositories.length - index + 1));
        const failure = await fetchDatabase({ repository, kind: 'java', folder: plan.folder, timeoutMs }, fetching, tools);
        if (!failure)
            return;
        failures.push(failure);
    }
    throw databaseError('Java database', failures);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/cached-database.js

const PROBE_MS = 5_000;
/** True where the runner's cache had the database; it then lies in place. A cache that fails is only told. */
async function restoreDatabase(plan, digest, tools) {
    if (!(await isAlive(plan, tools)))
        return false;
    try {
        const hit = await tools.outside.restoreFromCache((0,external_node_path_.join)(plan.folder, 'db'), cacheKey(digest));
        if (hit)
            tools.log.info(`database: ${digest} from the cache`);
        return hit;
    }
    catch (error) {
        tools.log.notice(`N_CACHE: the cache was not read: ${error instanceof Error ? error.message : error}`);
        return false;
    }
}
/** Keeps the database for other jobs. A cache that fails is only told. */
async function saveDatabase(plan, digest, tools) {
    if (!(await isAlive(plan, tools)))
        return;
    try {
        await tools.outside.saveToCache((0,external_node_path_.join)(plan.folder, 'db'), cacheKey(digest));
    }
    catch (error) {
        tools.log.notice(`N_CACHE: the database was not cached: ${error instanceof Error ? error.message : error}`);
    }
}
/** The key is the database itself, not a date: two jobs with one key have the same findings. */
function cacheKey(digest) {
    return `trivy-scan-db-2-${digest.replace('sha256:', '')}`;
}
async function isAlive(plan, tools) {
    if (plan.cacheAddress === undefined)
        return false;
    if (await tools.outside.cacheAnswers(plan.cacheAddress, PROBE_MS))
        return true;
    tools.log.notice('N_CACHE: the cache of the runner does not answer; the database comes from its repository');
    return false;
}

// EXTERNAL MODULE: ./actions/trivy-scan/src/database.js
var src_database = __nccwpck_require__(776);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/provide-database.js







const START_BYTES = 64 * 1024 + 128;
const provide_database_PROBE_MS = 10_000;
/** Makes a usable vulnerability database be there, or says why there is none. */
async function provideDatabase(plan, fetching, tools) {
    const database = plan.skipUpdate ? await localDatabase(plan, tools) : await currentDatabase(plan, fetching, tools);
    const problem = (0,src_database/* ageProblem */.rq)(database, plan.maxAgeMs, tools.clock.now());
    if (problem === undefined)
        return database;
    if (!plan.allowStale) {
        const hint = 'let the action update it, raise max-db-age, or set allow-stale-db: true';
        throw new src/* ActionError */.lZ(problem, { code: 'E_DB_STALE', hint });
    }
    tools.log.warning(`W_DB_STALE: ${problem}`);
    return database;
}
/** The database of this machine, or the reason why it cannot be used. */
async function readLocal(plan, tools) {
    return (0,src_database/* judgeDatabase */.nn)(await readFiles((0,external_node_path_.join)(plan.folder, 'db'), tools), plan.publicOne);
}
async function localDatabase(plan, tools) {
    const local = await readLocal(plan, tools);
    if (typeof local !== 'string')
        return local;
    const hint = 'leave skip-db-update out once, so that a database is fetched';
    const message = `skip-db-update is set and the database in ${(0,external_node_path_.join)(plan.folder, 'db')} cannot be used: ${local}`;
    throw new src/* ActionError */.lZ(message, { code: 'E_DB', hint });
}
async function currentDatabase(plan, fetching, tools) {
    const failures = [];
    for (let attempt = 0; attempt <= fetching.retries && !tools.signal.aborted; attempt++) {
        failures.length = 0;
        for (const [index, repository] of plan.repositories.entries()) {
            const share = Math.ceil(fetching.work.remainingMs() / (plan.repositories.length - index + 1));
            const answer = await fromRepository(repository, plan, { fetching, tools, timeoutMs: share });
            if ('updatedMs' in answer)
                return answer;
            failures.push(answer);
            tools.log.info(`database: ${repository}: ${answer.cause}`);
        }
        if (!failures.some((failure) => failure.temporary))
            break;
        if (attempt < fetching.retries)
            await tools.clock.sleep(Math.min(20_000, 1_000 * 2 ** attempt), tools.signal);
    }
    const local = await readLocal(plan, tools);
    if (typeof local === 'string')
        throw databaseError('vulnerability database', failures);
    const asked = failures.map(({ repository, cause }) => `${repository}: ${cause}`).join('; ');
    tools.log.warning(`W_DB_STALE: the database was not updated (${asked}); the one of this machine is used`);
    return local;
}
async function fromRepository(repository, plan, { fetching, tools, timeoutMs }) {
    const ask = { login: fetching.login, timeoutMs: Math.min(provide_database_PROBE_MS, Math.ceil(timeoutMs / 2)), signal: tools.signal };
    const digest = await tools.outside.manifestDigest(repository, ask);
    const local = await readLocal(plan, tools);
    if (typeof local !== 'string' && (0,src_database/* isCurrent */.Oz)(local, { repository, digest }, tools.clock.now()))
        return local;
    if (digest && (await restoreDatabase(plan, digest, tools))) {
        const restored = await readLocal(plan, tools);
        if (typeof restored !== 'string')
            return restored;
        tools.log.notice(`the cached database cannot be used: ${restored}`);
    }
    const incoming = (0,external_node_path_.join)(plan.folder, `incoming-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`);
    try {
        const failure = await fetchDatabase({ repository, kind: 'vulnerabilities', folder: incoming, timeoutMs }, fetching, tools);
        if (failure)
            return failure;
        const judged = (0,src_database/* judgeDatabase */.nn)(await readFiles((0,external_node_path_.join)(incoming, 'db'), tools), plan.publicOne);
        if (typeof judged === 'string')
            return { repository, cause: `what it serves cannot be used: ${judged}`, temporary: false };
        await putInPlace({ folder: (0,external_node_path_.join)(incoming, 'db'), repository, digest }, plan, tools);
        if (digest)
            await saveDatabase(plan, digest, tools);
        return { ...judged, repository, ...(digest ? { digest } : {}) };
    }
    finally {
        await tools.files.remove(incoming);
    }
}
/** Trivy keeps no word of where a database came from, so that is written beside it. */
async function putInPlace(incoming, plan, tools) {
    const { folder, ...source } = incoming;
    await tools.files.write((0,external_node_path_.join)(folder, 'source.json'), JSON.stringify(source));
    await removeDatabase(plan, tools);
    await tools.exec.output({ file: 'mv', args: [folder, (0,external_node_path_.join)(plan.folder, 'db')] });
}
async function removeDatabase(plan, tools) {
    await tools.files.remove((0,external_node_path_.join)(plan.folder, 'db'));
}
async function readFiles(folder, tools) {
    const path = (0,external_node_path_.join)(folder, 'trivy.db');
    const [metadata, source] = await Promise.all(['metadata.json', 'source.json'].map((name) => tools.files.readText((0,external_node_path_.join)(folder, name))));
    const there = (await tools.files.facts(path)) !== undefined;
    const { start, size } = there
        ? await tools.outside.readStart(path, START_BYTES)
        : { start: new Uint8Array(), size: 0 };
    return { metadata: there ? metadata : undefined, source, start, size };
}

// EXTERNAL MODULE: ./actions/trivy-scan/src/trivy-release.js
var trivy_release = __nccwpck_require__(4421);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/provide-trivy.js




const RECORD = 'trivy.sha256';
/** Finds or fetches the binary, and verifies it before it is run for the first time. */
async function provideTrivy(plan, work, tools) {
    const { binary } = plan;
    if (binary.kind === 'release')
        return provideRelease(binary, plan.retries, { work, tools });
    if ((await tools.files.facts(binary.path))?.kind !== 'file')
        throw unusable(binary.path, 'does not exist');
    const hashing = tools.outside.hashFile(binary.path);
    if (binary.sha256 !== undefined && binary.sha256 !== (await hashing)) {
        throw wrongHash(binary.path, binary.sha256, await hashing);
    }
    const [sha256, version] = await Promise.all([hashing, askVersion(binary.path, work, tools)]);
    return { path: binary.path, version, sha256 };
}
async function askVersion(path, work, tools) {
    const places = { binary: path, empty: work.empty, cache: work.folder, env: work.env };
    const result = await tools.exec.run(versionCommand(places, work.remainingMs()), tools.signal);
    if (result.timedOut)
        work.remainingMs();
    const version = (0,trivy_release/* parseVersionOutput */.ft)(result.stdout);
    if (result.code !== 0 || version === undefined)
        throw unusable(path, 'does not print a version: is it Trivy?');
    const problem = version === 'dev' ? undefined : (0,trivy_release/* versionProblem */.Ec)(version);
    if (problem)
        throw unusable(path, `calls itself ${version}: it ${problem}`);
    return version;
}
async function provideRelease({ release, platform, folder }, retries, { work, tools }) {
    if (release === undefined) {
        const hint = "set trivy-path to a binary of your own, or sha256 to that of this platform's archive";
        throw new src/* ActionError */.lZ(`no release of Trivy is known for ${platform}`, { code: 'E_RELEASE_GONE', hint });
    }
    const path = (0,external_node_path_.join)(folder, 'trivy');
    const { version } = release;
    const record = (await tools.files.readText((0,external_node_path_.join)(folder, RECORD)))?.trim();
    if (record && (await tools.files.facts(path)) && (await tools.outside.hashFile(path)) === record) {
        return { path, version, sha256: record };
    }
    await install(release, { folder, retries }, { work, tools });
    const sha256 = await tools.outside.hashFile(path);
    await tools.files.write((0,external_node_path_.join)(folder, RECORD), `${sha256}\n`);
    return { path, version, sha256 };
}
/** The archive is hashed while it comes in and opened only when it is the expected one. */
async function install(release, into, { work, tools }) {
    const archive = (0,external_node_path_.join)(work.folder, 'trivy.tar.gz');
    const onRetry = (error) => tools.log.info(`trying again: ${Object(error).message}`);
    const options = { retries: into.retries, signal: tools.signal, onRetry, baseMs: 1_000 };
    const sha256 = await (0,src/* retry */.L5)(() => fetchArchive(release, archive, { work, tools }), options, tools);
    if (sha256 !== release.sha256)
        throw wrongHash(release.url, release.sha256, sha256);
    await tools.files.remove(into.folder);
    await tools.files.makeFolder(into.folder);
    await tools.exec.output({ file: 'tar', args: ['-xzf', archive, '-C', into.folder, 'trivy'], timeoutMs: work.remainingMs() }, tools.signal);
    await tools.files.remove(archive);
}
async function fetchArchive(release, archive, { work, tools }) {
    const options = { signal: tools.signal, timeoutMs: work.remainingMs() };
    const { status, sha256 } = await tools.outside.download(release.url, archive, options);
    if (status === 200)
        return sha256;
    if (status === 404 || status === 410) {
        const hint = 'the release was withdrawn or the mirror lacks it: set mirror, or version with sha256, or trivy-path';
        throw new src/* ActionError */.lZ(`${release.url} is not there (${status})`, { code: 'E_RELEASE_GONE', hint });
    }
    const retryable = status === 429 || status >= 500;
    const hint = 'set mirror to a copy of the releases that this runner reaches, or trivy-path';
    throw new src/* HttpError */.j$(`${release.url} answered ${status}`, { code: 'E_DOWNLOAD', status, retryable, hint });
}
function wrongHash(what, expected, found) {
    const hint = 'do not run it: compare it with the release page from another machine before you change sha256';
    return new src/* ActionError */.lZ(`${what} has SHA-256 ${found}, expected ${expected}`, { code: 'E_BINARY_HASH', hint });
}
function unusable(path, why) {
    const hint = 'leave trivy-path out to run the release that this action verifies';
    return new src/* ActionError */.lZ(`the Trivy at ${path} ${why}`, { code: 'E_BINARY', hint });
}

// EXTERNAL MODULE: ./actions/trivy-scan/src/sarif.js
var sarif = __nccwpck_require__(4108);
// EXTERNAL MODULE: ./actions/trivy-scan/src/severity.js
var severity = __nccwpck_require__(8154);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/findings.js

/** Reads one report. */
function readFindings(target, json) {
    const results = json.Results ?? [];
    const { Family, Name, EOSL } = json.Metadata?.OS ?? {};
    return {
        target,
        findings: results.flatMap((result) => findingsOf(target, result)),
        packages: results.reduce((sum, result) => sum + (result.Packages?.length ?? 0), 0),
        ...(EOSL ? { endOfLife: `${Family ?? 'unknown'} ${Name ?? ''}`.trim() } : {}),
        ignored: results.flatMap((result) => (result.ExperimentalModifiedFindings ?? []).map(ignoredId)).filter(Boolean),
    };
}
function findingsOf(target, result) {
    const place = result.Target ?? target.ref;
    return [
        ...(result.Vulnerabilities ?? []).map((found) => vulnerability(target, place, found)),
        ...(result.Secrets ?? []).map((found) => secret(target, place, found)),
        ...(result.Misconfigurations ?? [])
            .filter((found) => found.Status === undefined || found.Status === 'FAIL')
            .map((found) => misconfiguration(target, place, found)),
        ...(result.Licenses ?? []).map((found) => license(target, place, found)),
    ];
}
function vulnerability(target, place, found) {
    const score = Math.max(0, ...Object.values(found.CVSS ?? {}).map((cvss) => cvss.V40Score ?? cvss.V3Score ?? 0));
    return {
        scanner: 'vuln',
        target,
        id: found.VulnerabilityID,
        severity: (0,severity/* severityOf */.xJ)(found.Severity),
        title: found.Title ?? found.VulnerabilityID,
        place: found.PkgPath ?? place,
        packageName: found.PkgName ?? 'unknown package',
        installed: found.InstalledVersion ?? '',
        ...(found.FixedVersion ? { fixed: found.FixedVersion } : {}),
        ...(found.Status ? { status: found.Status } : {}),
        ...(found.PrimaryURL ? { url: found.PrimaryURL } : {}),
        ...(score > 0 ? { score } : {}),
    };
}
function secret(target, place, found) {
    const { RuleID: id, Severity, Title } = found;
    return { scanner: 'secret', target, id, severity: (0,severity/* severityOf */.xJ)(Severity), title: Title ?? id, place, ...lines(found) };
}
function misconfiguration(target, place, found) {
    return {
        scanner: 'misconfig',
        target,
        id: found.ID,
        severity: (0,severity/* severityOf */.xJ)(found.Severity),
        title: found.Message || found.Title || found.ID,
        place,
        ...lines(found.CauseMetadata ?? {}),
        ...(found.PrimaryURL ? { url: found.PrimaryURL } : {}),
    };
}
function license(target, place, found) {
    return {
        scanner: 'license',
        target,
        id: found.Name,
        severity: (0,severity/* severityOf */.xJ)(found.Severity),
        title: `licence ${found.Name}`,
        place: found.FilePath || place,
        ...(found.PkgName ? { packageName: found.PkgName } : {}),
    };
}
function lines(found) {
    if (!found.StartLine)
        return {};
    return { line: found.StartLine, endLine: found.EndLine ?? found.StartLine };
}
function ignoredId({ Finding: finding }) {
    const id = finding?.['VulnerabilityID'] ?? finding?.['RuleID'] ?? finding?.['ID'] ?? finding?.['Name'];
    return typeof id === 'string' ? id : '';
}

// EXTERNAL MODULE: ./actions/trivy-scan/src/gate.js
var gate = __nccwpck_require__(5178);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/mask.js
const MASK = '***';
/** Names whose values are secrets wherever they are assigned: in a Dockerfile, in YAML, in Terraform. */
const SECRET_NAME = '[\\w.-]*(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|_PAT|AUTH)[\\w.-]*';
const ASSIGNMENT = new RegExp(`(["']?\\b${SECRET_NAME}["']?\\s*[=:]\\s*)("(?:[^"\\\\]|\\\\.)*"|'[^']*'|[^\\s,;]+)`, 'gi');
const INSTRUCTION = /^(\s*(?:ONBUILD\s+)?(?:ENV|ARG)\s+)(.*)$/is;
const PAIR = /([\w.-]+)=("(?:[^"\\]|\\.)*"|'[^']*'|(?:\\.|[^\s\\])+)/g;
/**
 * Takes out of a Trivy report what must not become an artefact: Trivy prints `ENV KEY=value` lines in clear, keeps
 * the image's whole configuration, and shows the text around a secret. Everything else stays as it was.
 */
function maskReport(value) {
    if (Array.isArray(value))
        return value.map(maskReport);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => {
        switch (key) {
            case 'Highlighted':
                return [];
            case 'ImageConfig':
                return [[key, maskImageConfig(inner)]];
            case 'CreatedBy':
                return [[key, maskHistory(String(inner))]];
            case 'Message':
                return [[key, maskLine(String(inner))]];
            case 'Secrets':
                return [[key, Array.isArray(inner) ? inner.map(maskSecret) : []]];
            case 'Finding':
                return [[key, maskReport(maskSecret(inner))]];
            case 'Lines':
                return [[key, Array.isArray(inner) ? maskLines(inner) : inner]];
            default:
                return [[key, maskReport(inner)]];
        }
    }));
}
/** Masks the values of an ENV or ARG instruction, and of names that say secret in any other line. */
function maskLine(line) {
    const instruction = INSTRUCTION.exec(line);
    if (!instruction)
        return line.replace(ASSIGNMENT, `$1${MASK}`);
    const [, head = '', rest = ''] = instruction;
    const [first = '', ...more] = rest.trim().split(/\s+/);
    if (more.length === 0 && !first.includes('='))
        return line;
    return first.includes('=') ? `${head}${namesOnly(rest)}` : `${head}${first} ${MASK}`;
}
/** `A=1 B=2 \` becomes `A=*** B=*** \`; text that names nothing is a value too. */
function namesOnly(text) {
    const goesOn = /\\\s*$/.test(text) ? ' \\' : '';
    const indent = /^\s*/.exec(text)?.[0] ?? '';
    const names = [...text.matchAll(PAIR)].map(([, name]) => `${name}=${MASK}`);
    const empty = text.replace(/\\\s*$/, '').trim() === '';
    return `${indent}${names.length > 0 || empty ? names.join(' ') : MASK}${goesOn}`;
}
/** Lines of one snippet: an ENV goes on over a backslash at the end of the line. */
function maskLines(lines) {
    let inInstruction = false;
    return lines.map((line) => {
        const { Content, ...rest } = maskReport(line);
        const text = typeof Content === 'string' ? Content : '';
        const begins = INSTRUCTION.test(text);
        const shown = inInstruction && !begins ? namesOnly(text) : maskLine(text);
        inInstruction = (begins || inInstruction) && /\\\s*$/.test(text);
        return { ...rest, Content: shown };
    });
}
/** A secret is told by rule, file and line; its surroundings may hold half of another one. */
function maskSecret(secret) {
    if (typeof secret !== 'object' || secret === null || !('RuleID' in secret))
        return secret;
    const { Match: _match, Code: _code, ...rest } = secret;
    return maskReport(rest);
}
function maskImageConfig(config) {
    const { architecture, os, variant, created, config: inner } = Object(config);
    const { User, ExposedPorts, WorkingDir, Env, StopSignal } = Object(inner);
    const names = Array.isArray(Env) ? Env.map((pair) => `${String(pair).split('=')[0]}=${MASK}`) : undefined;
    const shown = { User, ExposedPorts, WorkingDir, StopSignal, Env: names };
    return { architecture, os, variant, created, config: shown };
}
/** Of the image's history only what copies files is kept: RUN repeats the values of build arguments. */
function maskHistory(text) {
    return /^(COPY|ADD)\b/.test(text) ? text : `${text.split(/\s/)[0]} ${MASK}`;
}

;// CONCATENATED MODULE: ./actions/trivy-scan/src/scan-json.js
/** Parses a report. @throws RangeError where it is no Trivy report of schema 2. */
function parseScanJson(text) {
    const value = tryParse(text);
    if (value?.['SchemaVersion'] !== 2) {
        throw new RangeError(`it is no Trivy report of schema 2 (${value?.['SchemaVersion'] ?? 'no JSON object'})`);
    }
    return value;
}
function tryParse(text) {
    try {
        return Object(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/trivy-scan/src/scan-targets.js









/** Scans of one run at the same time: the database is shared, each needs 200 MB of memory. */
const SIDE_BY_SIDE = 2;
/** Scans every target, in the order of the plan. */
async function scanTargets(scans, run, tools) {
    const scanned = new Map();
    const waiting = [...scans];
    const worker = async () => {
        for (let scan = waiting.shift(); scan; scan = waiting.shift()) {
            const facts = await scanTarget(scan, run, tools);
            tools.log.info(formatScanned(facts));
            scanned.set(scan, facts);
        }
    };
    const workers = await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, worker));
    for (const end of workers)
        if (end.status === 'rejected')
            throw end.reason;
    return scans.flatMap((scan) => scanned.get(scan) ?? []);
}
/** `scanned fs:.: 2 CRITICAL, 1 LOW; 31 packages`: one line of the log for each target. */
function formatScanned({ target, findings, packages }) {
    return `scanned ${(0,targets/* formatTarget */.P4)(target)}: ${(0,gate/* formatCounts */.gM)(findings)}; ${packages} packages`;
}
async function scanTarget(scan, run, tools) {
    const output = (0,external_node_path_.join)(run.work.folder, `${scan.target.id}.json`);
    const repaired = new Set();
    for (;;) {
        const command = scanCommand(scan, run.places, { output, timeoutMs: run.work.remainingMs() });
        const result = await tools.exec.run(command, tools.signal);
        tools.log.debug(result.stderr);
        if (result.code === 0)
            return readReport(scan, output, tools);
        const failure = scanFailure(scan.target, result);
        if (failure.kind === 'error')
            throw failure.error;
        if (repaired.has(failure.kind))
            throw new src/* ActionError */.lZ(`the ${failure.kind} stayed: ${failure.text}`, { code: 'E_DB' });
        repaired.add(failure.kind);
        await (failure.kind === 'java database' ? run.repairs.javaDatabase() : run.repairs.corruptDatabase(failure.text));
    }
}
/** The raw report holds what Trivy shows in clear: it is read, removed, and only its masked form goes on. */
async function readReport(scan, output, tools) {
    const text = await tools.files.readText(output);
    await tools.files.remove(output);
    const json = maskReport(parseReport(scan, text ?? ''));
    return { ...readFindings(scan.target, json), json };
}
function parseReport(scan, text) {
    try {
        return parseScanJson(text);
    }
    catch (error) {
        const message = `the report on ${scan.target.name} cannot be read: ${error instanceof Error ? error.message : error}`;
        throw new src/* ActionError */.lZ(message, {
            code: 'E_REPORT',
            hint: 'is trivy-path or version a Trivy of another generation?',
        });
    }
}

// EXTERNAL MODULE: ./actions/trivy-scan/src/work.js
var src_work = __nccwpck_require__(8576);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/execute.js








async function executeScan(plan, tools, inputs) {
    if (plan.missing.length > 0)
        throw missingTargets(plan.missing);
    const work = await (0,src_work/* openWork */.QB)(inputs, tools);
    try {
        const trivy = await provideTrivy(plan, work, tools);
        const fetching = { binary: trivy.path, work, login: inputs.registry, retries: plan.retries };
        let database = plan.database && (await provideDatabase(plan.database, fetching, tools));
        const repairs = repairsFor(plan, { fetching, tools, onDatabase: (fresh) => (database = fresh) });
        const scanned = await scanTargets(plan.scans, { places: placesOf(plan, trivy, work), work, repairs }, tools);
        return { trivy, database, scanned, reports: await writeReports(plan, { scanned, trivy }, tools) };
    }
    finally {
        await tools.files.remove(work.folder).catch((error) => tools.log.warning(`the work folder stays: ${error}`));
    }
}
function placesOf(plan, trivy, work) {
    const cache = plan.database?.folder ?? (0,external_node_path_.join)(work.folder, 'cache');
    return { binary: trivy.path, empty: work.empty, cache, env: work.env };
}
/** Each repair is made once for all scans that ask for it at the same time. */
function repairsFor(plan, run) {
    const { fetching, tools } = run;
    let java;
    let corrupt;
    const renew = async (why) => {
        if (!plan.database || plan.database.skipUpdate)
            throw corruptDatabase(why);
        tools.log.warning(`the database is corrupt (${why}); it is fetched again`);
        await removeDatabase(plan.database, tools);
        // A copy in the cache would be the same corrupt one.
        const uncached = { ...plan.database, cacheAddress: undefined };
        run.onDatabase(await provideDatabase(uncached, fetching, tools));
    };
    return {
        javaDatabase: () => (java ??= plan.database ? fetchJavaDatabase(plan.database, fetching, tools) : Promise.resolve()),
        corruptDatabase: (why) => (corrupt ??= renew(why)),
    };
}
async function writeReports(plan, { scanned, trivy }, tools) {
    const paths = {};
    for (const format of plan.reports) {
        for (const one of scanned) {
            const path = (0,external_node_path_.join)(plan.reportFolder, `${one.target.id}.${format}`);
            const text = format === 'json'
                ? `${JSON.stringify(one.json, null, 2)}\n`
                : (0,sarif/* renderSarif */.D)(one.target, one.findings, trivy.version);
            await tools.files.write(path, (0,src/* redact */.E$)(text));
            paths[format] = scanned.length === 1 ? path : plan.reportFolder;
        }
    }
    return paths;
}
function missingTargets(missing) {
    const hint = 'targets are relative to the checkout: is there a checkout step before this one?';
    return new src/* ActionError */.lZ(`${missing.join(', ')} does not exist`, { code: 'E_TARGET_NOT_FOUND', hint });
}
function corruptDatabase(why) {
    const hint = 'leave skip-db-update out, so that it can be fetched again';
    return new src/* ActionError */.lZ(`the database is corrupt: ${why}`, { code: 'E_DB', hint });
}


/***/ }),

/***/ 4307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ formatFailOn),
/* harmony export */   VQ: () => (/* binding */ DEFAULT_FAIL_ON),
/* harmony export */   XV: () => (/* binding */ parseFailOn)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3182);
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8154);


const DEFAULT_FAIL_ON = 'CRITICAL,HIGH';
/**
 * Parses `CRITICAL,HIGH` (every scanner) or `vuln=CRITICAL,HIGH; secret=any; license=off`. A scanner that is not
 * named keeps the default, so that naming one never opens the gate for another.
 * @throws RangeError naming the part that is wrong.
 */
function parseFailOn(text) {
    const parts = text
        .split(/[;\n]/)
        .map((part) => part.trim())
        .filter(Boolean);
    const named = parts.filter((part) => part.includes('='));
    if (named.length === 0)
        return forAll(parseLevels(parts.join(',')));
    if (named.length < parts.length) {
        throw new RangeError('mixes a list for every scanner with single scanners; write for example vuln=CRITICAL,HIGH');
    }
    const rules = named.map((part) => {
        const at = part.indexOf('=');
        return [(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .parseChoice */ .HU)(part.slice(0, at).trim(), _severity_js__WEBPACK_IMPORTED_MODULE_1__/* .SCANNERS */ .KR), parseLevels(part.slice(at + 1))];
    });
    return { ...forAll(parseLevels(DEFAULT_FAIL_ON)), ...Object.fromEntries(rules) };
}
/** Writes a gate as the input takes it. */
function formatFailOn(failOn, scanners) {
    return scanners.map((scanner) => `${scanner}=${formatLevels(failOn[scanner])}`).join('; ');
}
function formatLevels(levels) {
    if (levels.length === 0)
        return 'off';
    return levels.length === _severity_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .oC.length ? 'any' : levels.join(',');
}
function forAll(levels) {
    return { vuln: levels, secret: levels, misconfig: levels, license: levels };
}
function parseLevels(text) {
    const words = (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(text).map((word) => (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .parseChoice */ .HU)(word, [..._severity_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .oC, 'any', 'off']));
    if (words.length === 0)
        throw new RangeError('has a scanner without a severity; write for example secret=any');
    if (words.length > 1 && words.some((word) => word === 'any' || word === 'off')) {
        throw new RangeError('has any or off beside other words; each stands alone');
    }
    if (words[0] === 'any')
        return _severity_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .oC;
    return _severity_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .oC.filter((severity) => words.includes(severity));
}


/***/ }),

/***/ 5178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HL: () => (/* binding */ bestUpgrade),
/* harmony export */   I9: () => (/* binding */ gateFailure),
/* harmony export */   Ot: () => (/* binding */ countBySeverity),
/* harmony export */   gM: () => (/* binding */ formatCounts),
/* harmony export */   jb: () => (/* binding */ describeFinding),
/* harmony export */   m3: () => (/* binding */ isGated),
/* harmony export */   td: () => (/* binding */ byUrgency)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3182);
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8154);


/** True where a finding fails the job. */
function isGated(finding, policy) {
    if (!policy.failOn[finding.scanner].includes(finding.severity))
        return false;
    return finding.scanner !== 'vuln' || finding.fixed !== undefined || policy.failOnUnfixed;
}
/** How many findings there are of each severity. */
function countBySeverity(findings) {
    const counts = Object.fromEntries(_severity_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .oC.map((severity) => [severity, 0]));
    for (const finding of findings)
        counts[finding.severity]++;
    return counts;
}
/** `3 CRITICAL, 1 HIGH`, or `no findings`. */
function formatCounts(findings) {
    const counts = countBySeverity(findings);
    const shown = _severity_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .oC.filter((severity) => counts[severity] > 0);
    return shown.map((severity) => `${counts[severity]} ${severity}`).join(', ') || 'no findings';
}
/** The worst first; what can be fixed before what cannot. */
function byUrgency(a, b) {
    const severity = _severity_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .oC.indexOf(a.severity) - _severity_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .oC.indexOf(b.severity);
    return severity || Number(b.fixed !== undefined) - Number(a.fixed !== undefined) || (b.score ?? 0) - (a.score ?? 0);
}
/** The reason why the job must not go on, or undefined. `nothing scanned` is never a pass. */
function gateFailure(scans, complaints, policy) {
    const gated = scans.flatMap((scan) => scan.findings).filter((finding) => isGated(finding, policy));
    if (gated.length > 0)
        return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(describeGated(gated), { hint: gateHint(gated) });
    const old = scans.filter((scan) => scan.endOfLife !== undefined);
    if (policy.failOnEol === 'fail' && old.length > 0) {
        const names = old.map((scan) => `${scan.target.name} is ${scan.endOfLife}`).join(', ');
        const hint = 'move to a supported release, or set fail-on-eol: warn';
        return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(`the distribution is past its end of life: ${names}`, { hint });
    }
    const empty = scans.filter((scan) => policy.wantsPackages(scan) && scan.packages === 0);
    if (!policy.allowNoPackages && empty.length > 0)
        return noPackages(empty);
    if (policy.ignores === 'fail' && complaints.length > 0)
        return deadIgnores(complaints);
    return undefined;
}
function describeGated(gated) {
    const targets = [...new Set(gated.map((finding) => finding.target))];
    return targets.map((target) => describeTarget(gated.filter((finding) => finding.target === target))).join('; ');
}
function describeTarget(gated) {
    const worst = [...gated].sort(byUrgency).slice(0, 3).map(describeFinding);
    const more = gated.length > worst.length ? `, and ${gated.length - worst.length} more` : '';
    return `${formatCounts(gated)} in ${gated[0]?.target.name}: ${worst.join(', ')}${more}`;
}
/** `CVE-… openssl 3.0.1 → 3.0.14` or `github-pat app.js:2`. */
function describeFinding(finding) {
    if (finding.scanner === 'vuln') {
        return `${finding.id} ${finding.packageName} ${finding.installed}${finding.fixed ? ` → ${finding.fixed}` : ' (no fix)'}`;
    }
    if (finding.scanner === 'license')
        return `${finding.id} ${finding.packageName ?? finding.place}`;
    return `${finding.id} ${finding.place}${finding.line ? `:${finding.line}` : ''}`;
}
function gateHint(gated) {
    const upgrade = bestUpgrade(gated);
    const first = upgrade ? `upgrade ${upgrade.packageName} to ${upgrade.fixed}: that clears ${upgrade.cleared}; ` : '';
    return `${first}accept a finding with a reason and an expiry date in .trivyignore.yaml`;
}
/** The one package whose upgrade clears most findings. */
function bestUpgrade(findings) {
    const fixable = findings.filter((finding) => finding.fixed !== undefined && finding.packageName !== undefined);
    const groups = Map.groupBy(fixable, (finding) => finding.packageName);
    const best = [...groups].sort(([, a], [, b]) => b.length - a.length)[0];
    if (!best)
        return undefined;
    const versions = best[1].flatMap((finding) => finding.fixed?.split(', ').at(-1) ?? []);
    const fixed = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
    return { packageName: best[0] ?? '', fixed: fixed ?? '', cleared: best[1].length };
}
function noPackages(empty) {
    const names = empty.map((scan) => `${scan.target.kind}:${scan.target.ref}`).join(', ');
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`nothing was scanned for vulnerabilities: no package was found in ${names}`, {
        code: 'E_NO_PACKAGES',
        hint: 'name a folder with lock files or an image, take vuln out of scanners, or set allow-no-packages: true',
    });
}
function deadIgnores(complaints) {
    const shown = complaints.slice(0, 5).map(({ text }) => text);
    const more = complaints.length > shown.length ? `, and ${complaints.length - shown.length} more` : '';
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(`the ignore file is not in order: ${shown.join('; ')}${more}`, {
        hint: 'mend the entries, or set ignores: warn',
    });
}


/***/ }),

/***/ 2450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RZ: () => (/* binding */ judgeIgnores),
/* harmony export */   f6: () => (/* binding */ parsePlainIgnores),
/* harmony export */   iF: () => (/* binding */ parseYamlIgnores),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   s_: () => (/* binding */ expiringSoon)
/* harmony export */ });
const SECTIONS = ['vulnerabilities', 'misconfigurations', 'secrets', 'licenses'];
const KEYS = ['id', 'paths', 'purls', 'expired_at', 'statement'];
const DAY_MS = 86_400_000;
/** Reads a plain `.trivyignore`: an id a line, `exp:2027-01-31` behind it, the comment above it is its reason. */
function parsePlainIgnores(path, text) {
    const entries = [];
    const mistakes = [];
    let comment = '';
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '')
            comment = '';
        else if (line.startsWith('#'))
            comment = line.replace(/^#+\s*/, '');
        else {
            const [words = '', inline] = line.split(/\s+#\s*/);
            const [id = '', ...rest] = words.split(/\s+/);
            const expiry = expiryOf(rest.find((word) => word.startsWith('exp:'))?.slice(4));
            if (expiry === 'wrong')
                mistakes.push(`line ${index + 1}: "${words}" has no date such as exp:2027-01-31`);
            const unknown = rest.find((word) => !word.startsWith('exp:'));
            if (unknown !== undefined)
                mistakes.push(`line ${index + 1}: "${unknown}" behind ${id} means nothing`);
            entries.push(ignore({ id, section: 'any', line: index + 1, reason: inline ?? comment, expiry }));
        }
    }
    return { path, entries, mistakes };
}
/** Reads a parsed `.trivyignore.yaml`. */
function parseYamlIgnores(path, document) {
    const entries = [];
    const mistakes = [];
    const sections = isRecord(document) ? Object.entries(document) : [];
    if (document !== null && document !== undefined && !isRecord(document))
        mistakes.push('the file is no mapping');
    for (const [name, list] of sections) {
        const section = SECTIONS.find((known) => known === name);
        if (section === undefined)
            mistakes.push(`"${name}" is none of ${SECTIONS.join(', ')}`);
        else if (!Array.isArray(list))
            mistakes.push(`${name} is no list`);
        else
            for (const [index, item] of list.entries())
                readEntry({ section, index, item }, entries, mistakes);
    }
    return { path, entries, mistakes };
}
function readEntry(at, entries, mistakes) {
    const where = `${at.section}[${at.index + 1}]`;
    const item = isRecord(at.item) ? at.item : {};
    const { id, expired_at: expires, statement } = item;
    for (const key of Object.keys(item).filter((key) => !KEYS.includes(key))) {
        mistakes.push(`${where}: "${key}" is none of ${KEYS.join(', ')}`);
    }
    if (typeof id !== 'string' || id === '') {
        mistakes.push(`${where} has no id`);
        return;
    }
    const expiry = expiryOf(expires === undefined ? undefined : dateText(expires));
    if (expiry === 'wrong')
        mistakes.push(`${where}: expired_at is no date such as 2027-01-31`);
    const reason = typeof statement === 'string' ? statement : '';
    entries.push(ignore({ id, section: at.section, line: at.index + 1, reason, expiry }));
}
/** What is wrong with an ignore file after a scan. `used` are the ids that hid something. */
function judgeIgnores(file, used, nowMs) {
    const complaints = file.entries.flatMap((entry) => {
        if (isExpired(entry, nowMs)) {
            return [{ kind: 'expired', text: `${entry.id} expired on ${dayOf(entry.expiresMs)}: it hides nothing any more` }];
        }
        const found = [];
        if (!used.has(entry.id))
            found.push({ kind: 'unused', text: `${entry.id} hides nothing: remove it` });
        if (!entry.reason)
            found.push({ kind: 'without reason', text: `${entry.id} has no reason` });
        if (entry.expiresMs === undefined)
            found.push({ kind: 'without expiry', text: `${entry.id} has no expiry date` });
        return found;
    });
    const mistakes = file.mistakes.map((text) => ({ kind: 'mistake', text }));
    return [...mistakes, ...complaints];
}
/** Entries that end within the next 14 days. */
function expiringSoon(file, nowMs) {
    return file.entries.filter((entry) => !isExpired(entry, nowMs) && (entry.expiresMs ?? Number.POSITIVE_INFINITY) - nowMs <= 14 * DAY_MS);
}
function dayOf(ms) {
    return ms === undefined ? 'never' : new Date(ms).toISOString().slice(0, 10);
}
function isExpired(entry, nowMs) {
    return entry.expiresMs !== undefined && entry.expiresMs <= nowMs;
}
function ignore(entry) {
    const { id, section, line, reason, expiry } = entry;
    return {
        id,
        section,
        line,
        ...(reason ? { reason } : {}),
        ...(typeof expiry === 'number' ? { expiresMs: expiry } : {}),
    };
}
/** YAML gives a date as text or, in other schemas, as a Date. */
function dateText(value) {
    return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
function expiryOf(text) {
    if (text === undefined)
        return undefined;
    const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    return Number.isNaN(ms) ? 'wrong' : ms;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 8876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// UNUSED EXPORTS: REPORTS

// EXTERNAL MODULE: ./actions/trivy-scan/src/database.js
var database = __nccwpck_require__(776);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/environment.js
/** What of the runner's environment Trivy may see. No token, no cloud key, none of its own TRIVY_* switches. */
const ALLOWED = [
    'PATH',
    'DOCKER_HOST',
    'DOCKER_CERT_PATH',
    'DOCKER_TLS_VERIFY',
    'CONTAINERD_ADDRESS',
    'CONTAINERD_NAMESPACE',
    'XDG_RUNTIME_DIR',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
];
/** The allow-listed part of an environment, without home, temporary folder and Docker configuration. */
function allowedEnvironment(env) {
    return Object.fromEntries(ALLOWED.flatMap((name) => {
        const value = env[name];
        return value ? [[name, value]] : [];
    }));
}
/** The Docker configuration of the job, where an earlier login left its credentials. */
function dockerConfigFolder(env) {
    if (env['DOCKER_CONFIG'])
        return env['DOCKER_CONFIG'];
    return env['HOME'] ? `${env['HOME']}/.docker` : undefined;
}
/** An address of the runner's cache service that answers while it works, or undefined where none is offered. */
function cacheAddress(env) {
    const results = env['ACTIONS_RESULTS_URL'];
    if (results && env['ACTIONS_CACHE_SERVICE_V2']) {
        return `${withSlash(results)}twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL`;
    }
    const old = env['ACTIONS_CACHE_URL'] || results;
    return old ? `${withSlash(old)}_apis/artifactcache/cache` : undefined;
}
function withSlash(address) {
    return address.endsWith('/') ? address : `${address}/`;
}

// EXTERNAL MODULE: ./actions/trivy-scan/src/fail-on.js
var fail_on = __nccwpck_require__(4307);
// EXTERNAL MODULE: ./actions/trivy-scan/src/severity.js
var severity = __nccwpck_require__(8154);
// EXTERNAL MODULE: ./actions/trivy-scan/src/targets.js
var src_targets = __nccwpck_require__(5691);
// EXTERNAL MODULE: ./actions/trivy-scan/src/trivy-release.js
var trivy_release = __nccwpck_require__(4421);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/inputs.js






const REPORTS = ['json', 'sarif'];
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
function readInputs(read) {
    const scanners = read.words('scanners', severity/* SCANNERS */.KR, { fallback: 'vuln,secret,misconfig' });
    const targets = readTargets(read, scanners);
    const inputs = {
        targets,
        scanners,
        failOn: read.parsed('fail-on', { fallback: fail_on/* DEFAULT_FAIL_ON */.VQ }, fail_on/* parseFailOn */.XV) ?? (0,fail_on/* parseFailOn */.XV)(fail_on/* DEFAULT_FAIL_ON */.VQ),
        failOnUnfixed: read.boolean('fail-on-unfixed', false),
        failOnEol: read.choice('fail-on-eol', ['off', 'warn', 'fail'], 'warn'),
        ignoreFile: read.text('ignore-file'),
        ignores: read.choice('ignores', ['off', 'warn', 'fail'], 'warn'),
        allowNoPackages: read.boolean('allow-no-packages', false),
        reports: read.words('reports', REPORTS, { fallback: 'json,sarif' }),
        reportFolder: read.text('report-dir'),
        binary: readBinary(read),
        registry: readRegistry(read, targets),
        database: readDatabase(read),
        timeoutMs: read.duration('timeout', { fallback: '10m' }) ?? 10 * MINUTE_MS,
        retries: read.integer('retries', { fallback: '3', min: 0, max: 20 }) ?? 3,
        runner: readRunner(read),
    };
    return { ...inputs, ...read.common() };
}
function readTargets(read, scanners) {
    const images = read.parsed('images', { output: true }, src_targets/* parseImages */.eb);
    const lines = read.parsed('targets', { fallback: 'fs:.' }, (text) => (0,src_targets/* parseTargets */.Sx)(splitTargets(text))) ?? [];
    const isDefault = lines.length === 1 && lines[0] !== undefined && (0,src_targets/* formatTarget */.P4)(lines[0]) === 'fs:.';
    const targets = images === undefined ? lines : isDefault ? images : [...images, ...lines];
    for (const target of targets) {
        if (scanners.length === 0 || (0,src_targets/* scannersFor */.dy)(target.kind, scanners).length > 0)
            continue;
        const problem = `${(0,src_targets/* formatTarget */.P4)(target)} has nothing that ${scanners.join(', ')} could scan`;
        read.problem('targets', problem, 'scanners: vuln');
    }
    return targets;
}
function splitTargets(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
}
function readBinary(read) {
    const path = read.text('trivy-path');
    const version = read.text('version', { fallback: trivy_release/* DEFAULT_VERSION */.jD }) ?? trivy_release/* DEFAULT_VERSION */.jD;
    const sha256 = read.parsed('sha256', {}, parseHash);
    const problem = path === undefined ? (0,trivy_release/* versionProblem */.Ec)(version) : undefined;
    if (problem)
        read.problem('version', `"${version}" ${problem}`, `version: ${trivy_release/* DEFAULT_VERSION */.jD}`);
    else if (path === undefined && sha256 === undefined && !(0,trivy_release/* isPinned */.T4)(version)) {
        const text = `"${version}" is not pinned in this action, so its archive's SHA-256 is needed`;
        read.problem('sha256', text, "sha256: the value from the release's checksum file, compared with a second source");
    }
    const mirror = read.url('mirror', { fallback: trivy_release/* DEFAULT_MIRROR */.ER });
    return { path, version, sha256, mirror: (mirror?.href ?? trivy_release/* DEFAULT_MIRROR */.ER).replace(/\/+$/, '') };
}
function parseHash(text) {
    const hash = text.toLowerCase().replace(/^sha256:/, '');
    if (/^[0-9a-f]{64}$/.test(hash))
        return hash;
    throw new RangeError('is no SHA-256; write its 64 hexadecimal digits');
}
/** The first image names the host where the user does not; images that were only built here need no login. */
function readRegistry(read, targets) {
    const given = read.parsed('registry', {}, parseRegistry);
    const username = read.text('registry-username');
    const password = read.secret('registry-password');
    if (given === undefined && username === undefined && password === undefined)
        return undefined;
    if (username === undefined)
        read.problem('registry-username', 'is missing or empty beside the other registry inputs');
    if (password === undefined)
        read.problem('registry-password', 'is missing or empty: does the secret exist?');
    const host = given ?? (0,src_targets/* registriesOf */.Ho)(targets)[0];
    if (host === undefined && !targets.some((target) => target.onlyEngine)) {
        read.problem('registry', 'is missing, and no image names the registry that the login is for');
    }
    return host && username && password ? { host, username, password } : undefined;
}
function parseRegistry(text) {
    if (/^[\w.-]+(:\d+)?$|^\[[\da-fA-F:]+\](:\d+)?$/.test(text))
        return text;
    throw new RangeError('is no registry host; write for example ghcr.io or registry.example.com:5000');
}
function readDatabase(read) {
    const repositories = (name, fallback) => {
        const lines = read.lines(name, { fallback: fallback.join('\n') });
        for (const line of lines.filter((text) => !/^[\w.-]+(:\d+)?\/[\w./-]+(:[\w.-]+)?(@sha256:[0-9a-f]{64})?$/.test(text))) {
            read.problem(name, `"${line}" is no repository`, fallback[0]);
        }
        return lines;
    };
    return {
        repositories: repositories('db-repository', database/* DEFAULT_REPOSITORIES */.pD),
        javaRepositories: repositories('java-db-repository', database/* DEFAULT_JAVA_REPOSITORIES */.qk),
        maxAgeMs: read.duration('max-db-age', { fallback: '48h' }) ?? 2 * DAY_MS,
        allowStale: read.boolean('allow-stale-db', false),
        skipUpdate: read.boolean('skip-db-update', false),
    };
}
function readRunner(read) {
    const temporary = read.env['RUNNER_TEMP'] ?? '/tmp';
    return {
        toolFolder: read.env['RUNNER_TOOL_CACHE'] || temporary,
        temporary,
        env: allowedEnvironment(read.env),
        dockerConfig: dockerConfigFolder(read.env),
        cacheAddress: cacheAddress(read.env),
    };
}


/***/ }),

/***/ 3772:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3182);
/* harmony import */ var _execute_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5905);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8876);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3829);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7342);
/* harmony import */ var _ports_outside_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8541);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6094);
/* harmony import */ var _work_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8576);








await (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
    name: 'trivy-scan',
    readInputs: _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K,
    observe: _observe_js__WEBPACK_IMPORTED_MODULE_3__/* .observe */ .l,
    plan: _plan_js__WEBPACK_IMPORTED_MODULE_4__/* .planScan */ .h,
    formatPlan: _plan_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPlan */ .n,
    execute: (plan, ports, inputs) => (0,_execute_js__WEBPACK_IMPORTED_MODULE_1__/* .executeScan */ .d)(plan, { ...ports, outside: (0,_ports_outside_js__WEBPACK_IMPORTED_MODULE_5__/* .realOutside */ ._)() }, inputs),
    report: _report_js__WEBPACK_IMPORTED_MODULE_6__/* .reportScan */ .e,
    resultOnError: 'error',
    cleanUp: async (ports) => {
        await (0,_work_js__WEBPACK_IMPORTED_MODULE_7__/* .removeWork */ .MB)(ports);
        return undefined;
    },
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3182);
/* harmony import */ var _ignores_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2450);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5691);




async function observe(inputs, ports) {
    const folder = process.cwd();
    return {
        folder,
        platform: `${process.platform}-${process.arch}`,
        nowMs: ports.clock.now(),
        ignores: await readIgnoreFile(inputs.ignoreFile, folder, ports),
        missing: await missingTargets(inputs, folder, ports),
    };
}
async function missingTargets(inputs, folder, ports) {
    const local = inputs.targets.filter(_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .isLocal */ .IX);
    const facts = await Promise.all(local.map((target) => ports.files.facts((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(folder, target.ref))));
    return local.filter((_, index) => facts[index] === undefined).map(_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4);
}
async function readIgnoreFile(named, folder, ports) {
    for (const name of named === undefined ? ['.trivyignore.yaml', '.trivyignore'] : [named]) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(name) ? name : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
        const text = await ports.files.readText(path);
        if (text !== undefined)
            return /\.ya?ml$/.test(path) ? parseYamlFile(path, text) : (0,_ignores_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePlainIgnores */ .f6)(path, text);
    }
    if (named === undefined)
        return undefined;
    const hint = 'check the path, or leave ignore-file out';
    throw new _suite_core__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`there is no ignore file ${named}`, { code: 'E_IGNORE_FILE', hint });
}
/** The YAML parser is loaded only where there is something to parse: it would cost every start 8 ms. */
async function parseYamlFile(path, text) {
    const { parse } = await __nccwpck_require__.e(/* import() */ 637).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6637, 19));
    try {
        return (0,_ignores_js__WEBPACK_IMPORTED_MODULE_3__/* .parseYamlIgnores */ .iF)(path, parse(text));
    }
    catch (error) {
        const message = `${path} is no YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : error}`;
        throw new _suite_core__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(message, { code: 'E_IGNORE_FILE', file: path, hint: 'mend the file' });
    }
}


/***/ }),

/***/ 7342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ planScan),
/* harmony export */   n: () => (/* binding */ formatPlan)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3182);
/* harmony import */ var _database_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(776);
/* harmony import */ var _fail_on_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4307);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5691);
/* harmony import */ var _trivy_release_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4421);






function planScan(inputs, facts) {
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(inputs.runner.toolFolder, 'trivy-scan');
    const scans = inputs.targets.map((target) => planTarget(target, inputs, facts));
    const wantsDatabase = scans.some((scan) => scan.scanners.includes('vuln'));
    const { failOn, failOnUnfixed, failOnEol, ignores, allowNoPackages } = inputs;
    return {
        binary: planBinary(inputs, facts, own),
        database: wantsDatabase ? planDatabase(inputs, own) : undefined,
        scans,
        missing: facts.missing,
        policy: { failOn, failOnUnfixed, failOnEol, ignores, allowNoPackages },
        ignores: facts.ignores,
        reports: inputs.reports,
        reportFolder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(facts.folder, inputs.reportFolder ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(inputs.runner.temporary, 'trivy-reports')),
        registry: inputs.registry,
        nowMs: facts.nowMs,
        timeoutMs: inputs.timeoutMs,
        retries: inputs.retries,
    };
}
function planTarget(target, inputs, facts) {
    const ignoreFile = facts.ignores?.path ?? '/dev/null';
    const scanners = (0,_targets_js__WEBPACK_IMPORTED_MODULE_4__/* .scannersFor */ .dy)(target.kind, inputs.scanners);
    if (target.kind === 'image')
        return { target, ref: target.ref, scanners, ignoreFile };
    const ref = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(facts.folder, target.ref);
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(facts.folder, ref) || '.';
    const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(target.ref) && !inside.startsWith('..') ? { ...target, ref: inside } : target;
    return { target: shown, ref, scanners, ignoreFile };
}
function planBinary(inputs, facts, own) {
    const { path, version, sha256, mirror } = inputs.binary;
    if (path !== undefined)
        return { kind: 'path', path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(facts.folder, path), sha256 };
    const release = (0,_trivy_release_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseFor */ .L3)({ version, platform: facts.platform, mirror, sha256 });
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, `trivy-${version}-${release?.sha256.slice(0, 12)}`);
    return { kind: 'release', release, platform: facts.platform, folder };
}
function planDatabase(inputs, own) {
    const publicOne = inputs.database.repositories.every((repository) => _database_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_REPOSITORIES */ .pD.includes(repository));
    return { ...inputs.database, publicOne, folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'cache'), cacheAddress: inputs.runner.cacheAddress };
}
function formatPlan(plan) {
    const scanners = [...new Set(plan.scans.flatMap((scan) => scan.scanners))];
    const lines = [
        ['trivy', formatBinary(plan.binary)],
        ['database', formatDatabase(plan.database)],
        ...plan.scans.map((scan) => ['scan', `${(0,_targets_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTarget */ .P4)(scan.target)} for ${scan.scanners.join(', ')}`]),
        [
            'fails on',
            `${(0,_fail_on_js__WEBPACK_IMPORTED_MODULE_3__/* .formatFailOn */ .Fd)(plan.policy.failOn, scanners)}${plan.policy.failOnUnfixed ? ', also without a fix' : ''}`,
        ],
        ['ignores', plan.ignores ? `${plan.ignores.entries.length} in ${plan.ignores.path}` : 'none'],
        ['reports', `${plan.reports.join(', ')} in ${plan.reportFolder}`],
        ...(plan.registry ? [['login', `${plan.registry.username} at ${plan.registry.host}`]] : []),
        ['time', `at most ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(plan.timeoutMs)}`],
        ...plan.missing.map((target) => ['missing', `${target} does not exist`]),
    ];
    return lines.map(([name = '', text]) => `${name.padEnd(9)} ${text}`).join('\n');
}
function formatBinary(binary) {
    if (binary.kind === 'path')
        return `${binary.path}${binary.sha256 ? `, sha256 ${binary.sha256}` : ', not verified'}`;
    const { release, platform } = binary;
    return release ? `${release.url}, sha256 ${release.sha256}` : `no known release for ${platform}`;
}
function formatDatabase(database) {
    if (!database)
        return 'not needed: no scan for vulnerabilities';
    const age = `at most ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(database.maxAgeMs)} old${database.allowStale ? ', or older' : ''}`;
    if (database.skipUpdate)
        return `the one in ${database.folder}, ${age}`;
    return `${database.repositories.join(', then ')}; ${age}`;
}


/***/ }),

/***/ 8541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _: () => (/* binding */ realOutside)
});

;// CONCATENATED MODULE: ./actions/trivy-scan/src/ports/cache.js
/** The toolkit's cache and its client are a megabyte: loaded only where the runner offers a cache. */
async function restoreFromCache(folder, key) {
    const { restoreCache } = await __nccwpck_require__.e(/* import() */ 975).then(__nccwpck_require__.bind(__nccwpck_require__, 356));
    return (await restoreCache([folder], key)) !== undefined;
}
async function saveToCache(folder, key) {
    const { saveCache } = await __nccwpck_require__.e(/* import() */ 975).then(__nccwpck_require__.bind(__nccwpck_require__, 356));
    await saveCache([folder], key);
}
/** Any answer below 500 will do, also that the request has no token. */
async function cacheAnswers(address, timeoutMs) {
    try {
        const response = await fetch(address, { method: 'POST', signal: AbortSignal.timeout(timeoutMs) });
        await response.body?.cancel();
        return response.status < 500;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
;// CONCATENATED MODULE: external "node:stream/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var src = __nccwpck_require__(3182);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/ports/download.js





/** Fetches an address into a file, hashing what is written. @throws HttpError, retryable, where the transfer breaks. */
async function download(url, file, options) {
    const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const tap = new external_node_stream_.Transform({
        transform: (chunk, _encoding, done) => {
            hash.update(chunk);
            done(null, chunk);
        },
    });
    try {
        const response = await fetch(url, { signal });
        if (!response.ok || !response.body) {
            await response.body?.cancel();
            return { status: response.status, sha256: '' };
        }
        await (0,promises_namespaceObject.pipeline)(external_node_stream_.Readable.fromWeb(response.body), tap, (0,external_node_fs_.createWriteStream)(file), { signal });
        return { status: response.status, sha256: hash.digest('hex') };
    }
    catch (error) {
        throw new src/* HttpError */.j$(`${url}: ${reasonOf(error)}`, { code: 'E_DOWNLOAD', cause: error, retryable: true });
    }
}
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    const cause = error.cause instanceof Error ? error.cause.message || String(Object(error.cause).code ?? '') : '';
    return cause || error.message;
}

;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./actions/trivy-scan/src/ports/file-parts.js




/** SHA-256 of a file that is too big to be read at once. */
async function hashFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,promises_namespaceObject.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: 1 << 20 }), hash);
    return hash.digest('hex');
}
async function readStart(path, bytes) {
    const file = await (0,external_node_fs_promises_namespaceObject.open)(path);
    try {
        const { size } = await file.stat();
        const { buffer, bytesRead } = await file.read(new Uint8Array(bytes), 0, bytes, 0);
        return { start: buffer.subarray(0, bytesRead), size };
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./actions/trivy-scan/src/ports/manifest.js
const ACCEPT = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
/** Hosts that registries' clients also ask without TLS. */
const PLAIN = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\])/;
/**
 * Asks a registry for a manifest's digest (OCI distribution 1.1, HEAD with one token round). Whatever goes wrong gives
 * undefined: Trivy asks the same registry next, and its answer is the one that is reported.
 */
async function manifestDigest(repository, ask) {
    const [, host = '', name = '', reference = 'latest'] = /^([^/]+)\/([^@]+?)(?::([\w.-]+))?(?:@.*)?$/.exec(repository) ?? [];
    const pinned = /@(sha256:[0-9a-f]{64})$/.exec(repository)?.[1];
    if (pinned)
        return pinned;
    const signal = AbortSignal.any([ask.signal, AbortSignal.timeout(ask.timeoutMs)]);
    const authorization = ask.login?.host === host ? basic(ask.login) : undefined;
    for (const scheme of PLAIN.test(host) ? ['https', 'http'] : ['https']) {
        try {
            return await head(`${scheme}://${host}/v2/${name}/manifests/${reference}`, authorization, signal);
        }
        catch {
            if (signal.aborted)
                return undefined;
        }
    }
    return undefined;
}
async function head(url, authorization, signal) {
    const first = await request(url, authorization, signal);
    const challenge = first.headers.get('www-authenticate') ?? '';
    if (first.status !== 401 || !/^bearer /i.test(challenge))
        return digestOf(first);
    const token = await fetchToken(challenge, authorization, signal);
    return token === undefined ? undefined : digestOf(await request(url, `Bearer ${token}`, signal));
}
function request(url, authorization, signal) {
    const headers = { accept: ACCEPT, ...(authorization ? { authorization } : {}) };
    return fetch(url, { method: 'HEAD', headers, signal });
}
async function fetchToken(challenge, authorization, signal) {
    const fields = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
    const { realm, ...rest } = fields;
    if (!realm)
        return undefined;
    const url = new URL(realm);
    for (const name of ['service', 'scope'])
        if (rest[name])
            url.searchParams.set(name, rest[name]);
    const response = await fetch(url, { headers: authorization ? { authorization } : {}, signal });
    const answer = Object(response.ok ? await response.json() : {});
    return answer.token ?? answer.access_token;
}
function digestOf(response) {
    const digest = response.headers.get('docker-content-digest') ?? '';
    return response.ok && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : undefined;
}
function basic({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password.reveal()}`).toString('base64')}`;
}

;// CONCATENATED MODULE: ./actions/trivy-scan/src/ports/outside.js




function realOutside() {
    return { download: download, hashFile: hashFile, readStart: readStart, manifestDigest: manifestDigest, cacheAnswers: cacheAnswers, restoreFromCache: restoreFromCache, saveToCache: saveToCache };
}


/***/ }),

/***/ 6094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ reportScan)
});

// EXTERNAL MODULE: ./actions/trivy-scan/src/gate.js
var gate = __nccwpck_require__(5178);
// EXTERNAL MODULE: ./actions/trivy-scan/src/sarif.js
var sarif = __nccwpck_require__(4108);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/annotations.js


/** The runner shows no more of each level for one step. */
const MOST_PER_LEVEL = 10;
/** Secrets and misconfigurations at their file and line; what stands in an image has no line in the checkout. */
function annotate(findings, policy) {
    const placed = findings
        .filter((finding) => finding.scanner === 'secret' || finding.scanner === 'misconfig')
        .toSorted(gate/* byUrgency */.td)
        .flatMap((finding) => {
        const file = (0,sarif/* fileOf */.W)(finding);
        return file === undefined ? [] : [annotationFor(finding, file, policy)];
    });
    return ['error', 'warning', 'notice'].flatMap((level) => placed.filter((annotation) => annotation.level === level).slice(0, MOST_PER_LEVEL));
}
function annotationFor(finding, file, policy) {
    const serious = finding.severity === 'CRITICAL' || finding.severity === 'HIGH';
    return {
        level: (0,gate/* isGated */.m3)(finding, policy) ? 'error' : serious ? 'warning' : 'notice',
        title: `${finding.severity} ${finding.id}`,
        message: finding.title,
        file,
        ...(finding.line === undefined ? {} : { line: finding.line }),
    };
}

// EXTERNAL MODULE: ./actions/trivy-scan/src/ignores.js
var ignores = __nccwpck_require__(2450);
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var src = __nccwpck_require__(3182);
// EXTERNAL MODULE: ./actions/trivy-scan/src/fail-on.js
var fail_on = __nccwpck_require__(4307);
// EXTERNAL MODULE: ./actions/trivy-scan/src/severity.js
var severity = __nccwpck_require__(8154);
// EXTERNAL MODULE: ./actions/trivy-scan/src/targets.js
var targets = __nccwpck_require__(5691);
;// CONCATENATED MODULE: ./actions/trivy-scan/src/summary.js






const SHOWN = 20;
/** Verdict, then evidence, then what to do next. */
function renderSummary(plan, results, judged) {
    return (0,src/* paragraphs */.qN)(verdict(plan, judged), matrix(plan, results, judged.findings), judged.notes.map((note) => `- ⚠️ ${note}`).join('\n'), topFindings(plan, judged.findings), nextStep(plan, judged), ignoreNotes(plan, judged.complaints), evidence(plan, results));
}
function verdict(plan, { findings, failure }) {
    const scanners = [...new Set(plan.scans.flatMap((scan) => scan.scanners))];
    const rule = `${(0,fail_on/* formatFailOn */.Fd)(plan.policy.failOn, scanners)}${plan.policy.failOnUnfixed ? '' : ' (vulnerabilities: fixable ones)'}`;
    if (failure === undefined) {
        const shown = findings.length === 0 ? 'no findings' : `${findings.length} findings, none of them gated`;
        return `### ✅ trivy-scan: passed\n\n${shown}; the gate is ${(0,src/* code */.aY)(rule)}`;
    }
    const word = failure.code === 'E_GATE' ? 'failed' : 'error';
    return `### ❌ trivy-scan: ${word}\n\n${failure.code}: ${(0,src/* escapeMarkdown */.FV)(failure.message)}\n\nThe gate is ${(0,src/* code */.aY)(rule)}`;
}
function matrix(plan, results, findings) {
    const rows = results.scanned.map(({ target, packages }) => {
        const own = findings.filter((finding) => finding.target.id === target.id);
        return [(0,src/* code */.aY)((0,targets/* formatTarget */.P4)(target)), ...severity/* SEVERITIES */.oC.map((severity) => cell(own, severity, plan)), String(packages)];
    });
    const note = findings.some((finding) => (0,gate/* isGated */.m3)(finding, plan.policy)) ? '\n\n🚫 fails the job' : '';
    return `${(0,src/* table */.tp)(['target', ...severity/* SEVERITIES */.oC, 'packages'], rows)}${note}`;
}
function cell(findings, severity, plan) {
    const own = findings.filter((finding) => finding.severity === severity);
    const gated = own.filter((finding) => (0,gate/* isGated */.m3)(finding, plan.policy)).length;
    if (own.length === 0)
        return '·';
    return gated > 0 ? `**${own.length}** (${gated} 🚫)` : String(own.length);
}
function topFindings(plan, findings) {
    const urgent = findings.toSorted((a, b) => Number((0,gate/* isGated */.m3)(b, plan.policy)) - Number((0,gate/* isGated */.m3)(a, plan.policy)) || (0,gate/* byUrgency */.td)(a, b));
    const rows = urgent
        .slice(0, SHOWN)
        .map((finding) => [
        (0,gate/* isGated */.m3)(finding, plan.policy) ? '🚫' : '',
        finding.severity,
        (0,src/* code */.aY)(finding.id),
        (0,src/* escapeMarkdown */.FV)(finding.target.name),
        (0,src/* escapeMarkdown */.FV)(where(finding)),
        finding.scanner === 'vuln' ? (finding.fixed ?? 'no fix yet') : (0,src/* escapeMarkdown */.FV)(finding.title),
    ]);
    const more = findings.length > SHOWN ? `\n\n_${findings.length - SHOWN} more in the reports._` : '';
    return `${(0,src/* table */.tp)(['', 'severity', 'finding', 'target', 'where', 'fixed in, or why'], rows)}${more}`;
}
function where(finding) {
    if (finding.packageName)
        return `${finding.packageName} ${finding.installed ?? ''}`.trim();
    return `${finding.place}${finding.line ? `:${finding.line}` : ''}`;
}
function nextStep(plan, { findings, failure }) {
    if (failure === undefined)
        return undefined;
    const upgrade = (0,gate/* bestUpgrade */.HL)(findings.filter((finding) => (0,gate/* isGated */.m3)(finding, plan.policy)));
    if (!upgrade)
        return failure.details.hint === undefined ? undefined : `**Next**: ${(0,src/* escapeMarkdown */.FV)(failure.details.hint)}`;
    const findingsWord = upgrade.cleared === 1 ? 'finding' : 'findings';
    return `**Next**: upgrade ${(0,src/* code */.aY)(upgrade.packageName)} to ${(0,src/* code */.aY)(upgrade.fixed)}: that clears ${upgrade.cleared} gated ${findingsWord}.`;
}
function ignoreNotes(plan, complaints) {
    if (!plan.ignores)
        return undefined;
    const soon = (0,ignores/* expiringSoon */.s_)(plan.ignores, plan.nowMs);
    const lines = [
        ...soon.map((entry) => `- ${(0,src/* code */.aY)(entry.id)} ends on ${(0,ignores/* dayOf */.kb)(entry.expiresMs)}`),
        ...complaints.map((complaint) => `- ${complaint.kind}: ${(0,src/* escapeMarkdown */.FV)(complaint.text)}`),
    ];
    return lines.length === 0 ? undefined : (0,src/* details */.zH)(`Ignore file: ${lines.length} notes`, lines.join('\n'));
}
function evidence(plan, { trivy, database }) {
    const scanner = `Trivy ${trivy.version}, sha256 ${(0,src/* code */.aY)(trivy.sha256.slice(0, 16))}`;
    if (!database)
        return `_${scanner}; no vulnerability database was needed._`;
    const age = (0,src/* formatDuration */.a3)(Math.max(0, plan.nowMs - database.updatedMs));
    const from = database.repository ? ` from ${(0,src/* code */.aY)(database.repository)}` : '';
    return `_${scanner}; database of ${new Date(database.updatedMs).toISOString()} (${age} old)${from}._`;
}

;// CONCATENATED MODULE: ./actions/trivy-scan/src/report.js




const TOP = 20;
/** Decides, and says everything that the scans found. */
function reportScan(plan, results) {
    const findings = results.scanned.flatMap((scan) => scan.findings);
    const complaints = complaintsAbout(plan, results.scanned);
    const wantsPackages = (scan) => plan.scans.some(({ target, scanners }) => target.id === scan.target.id && scanners.includes('vuln'));
    const failure = (0,gate/* gateFailure */.I9)(results.scanned, complaints, { ...plan.policy, wantsPackages });
    const notes = notesOn(plan, results.scanned, wantsPackages);
    return {
        outputs: { result: wordFor(failure), ...outputsOf(plan, results, findings) },
        summary: renderSummary(plan, results, { findings, complaints, failure, notes }),
        annotations: [
            ...annotate(findings, plan.policy),
            ...[...notes, ...describeComplaints(plan, complaints)].map((message) => ({ level: 'warning', message })),
        ],
        failure,
    };
}
/** A gate that said no has failed; nothing scanned is an error, since nobody knows. */
function wordFor(failure) {
    if (failure === undefined)
        return 'passed';
    return failure.code === 'E_GATE' ? 'failed' : 'error';
}
function outputsOf(plan, results, findings) {
    const counts = (0,gate/* countBySeverity */.Ot)(findings);
    const of = (scanner) => findings.filter((finding) => finding.scanner === scanner).length;
    const { json, sarif } = results.reports;
    const numbers = {
        total: findings.length,
        critical: counts.CRITICAL,
        high: counts.HIGH,
        medium: counts.MEDIUM,
        low: counts.LOW,
        unknown: counts.UNKNOWN,
        gated: findings.filter((finding) => (0,gate/* isGated */.m3)(finding, plan.policy)).length,
        ignored: results.scanned.reduce((sum, scan) => sum + scan.ignored.length, 0),
        secrets: of('secret'),
        misconfigs: of('misconfig'),
    };
    return {
        ...Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, String(number)])),
        'db-updated-at': results.database ? new Date(results.database.updatedMs).toISOString() : '',
        'trivy-version': results.trivy.version,
        'report-json': json ?? '',
        'report-sarif': sarif ?? '',
        top: JSON.stringify(findings.toSorted(gate/* byUrgency */.td).slice(0, TOP).map(topEntry)),
    };
}
function topEntry(finding) {
    const { id, severity, scanner, target, packageName, installed, fixed, place, line } = finding;
    return { id, severity, scanner, target: target.name, package: packageName, installed, fixed, place, line };
}
function complaintsAbout(plan, scanned) {
    if (!plan.ignores || plan.policy.ignores === 'off')
        return [];
    return (0,ignores/* judgeIgnores */.RZ)(plan.ignores, new Set(scanned.flatMap((scan) => scan.ignored)), plan.nowMs);
}
/** One warning for each kind: an ignore file of fifty old entries must not bury the findings. */
function describeComplaints(plan, complaints) {
    const kinds = Map.groupBy(complaints, (complaint) => complaint.kind);
    return [...kinds].map(([, list]) => {
        const shown = list.slice(0, 3).map((complaint) => complaint.text);
        const more = list.length > shown.length ? `, and ${list.length - shown.length} more` : '';
        return `${plan.ignores?.path}: ${shown.join('; ')}${more}`;
    });
}
function notesOn(plan, scanned, wantsPackages) {
    const old = scanned.filter((scan) => scan.endOfLife !== undefined && plan.policy.failOnEol !== 'off');
    const empty = scanned.filter((scan) => wantsPackages(scan) && scan.packages === 0);
    return [
        ...old.map((scan) => `${scan.target.name}: ${scan.endOfLife} is past its end of life and gets no fixes`),
        ...empty.map((scan) => `${scan.target.name}: no package was found, so nothing was scanned for vulnerabilities`),
    ];
}


/***/ }),

/***/ 4108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ renderSarif),
/* harmony export */   W: () => (/* binding */ fileOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5178);


const LEVELS = {
    CRITICAL: 'error',
    HIGH: 'error',
    MEDIUM: 'warning',
    LOW: 'note',
    UNKNOWN: 'note',
};
/** What code scanning sorts by where a finding has no CVSS score of its own. */
const SCORES = { CRITICAL: 9.5, HIGH: 8, MEDIUM: 5.5, LOW: 2, UNKNOWN: 0 };
/** SARIF 2.1.0 of one target, all severities: what is reported and what fails the job are two things. */
function renderSarif(target, findings, version) {
    const rules = [...new Map(findings.map((finding) => [finding.id, finding])).values()];
    const index = new Map(rules.map((finding, position) => [finding.id, position]));
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'Trivy',
                        informationUri: 'https://github.com/aquasecurity/trivy',
                        version,
                        rules: rules.map(rule),
                    },
                },
                automationDetails: { id: `trivy/${target.id}/` },
                columnKind: 'utf16CodeUnits',
                results: findings.map((finding) => result(finding, index.get(finding.id) ?? 0)),
            },
        ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
}
function rule(finding) {
    return {
        id: finding.id,
        name: finding.scanner,
        shortDescription: { text: finding.title },
        fullDescription: { text: finding.title },
        defaultConfiguration: { level: LEVELS[finding.severity] },
        ...(finding.url ? { helpUri: finding.url } : {}),
        help: { text: `${finding.title}\n${finding.url ?? ''}`.trim() },
        properties: {
            precision: 'very-high',
            'security-severity': (finding.score ?? SCORES[finding.severity]).toFixed(1),
            tags: [finding.scanner, 'security', finding.severity],
        },
    };
}
function result(finding, ruleIndex) {
    const line = finding.line ?? 1;
    const region = { startLine: line, startColumn: 1, endLine: finding.endLine ?? line, endColumn: 1 };
    const uri = fileOf(finding) ?? imagePath(finding);
    return {
        ruleId: finding.id,
        ruleIndex,
        level: LEVELS[finding.severity],
        message: { text: `${finding.severity}: ${(0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFinding */ .jb)(finding)}\n${finding.title}` },
        locations: [
            {
                physicalLocation: { artifactLocation: { uri: encodeURI(uri), uriBaseId: 'ROOTPATH' }, region },
                message: { text: `${finding.target.name}: ${finding.place}` },
            },
        ],
        partialFingerprints: { 'trivyScan/v1': fingerprint(finding) },
        properties: { severity: finding.severity, scanner: finding.scanner, fixed: finding.fixed ?? null },
    };
}
/** The path below the checkout, where the finding has one: a path of a target outside it or of an image has none. */
function fileOf(finding) {
    if (finding.target.kind !== 'fs' && finding.target.kind !== 'config')
        return undefined;
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(finding.target.ref, finding.place));
    const inside = !path.startsWith('..') && !node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(path);
    return inside ? path : undefined;
}
/** Code scanning needs a relative path even where there is no file. */
function imagePath(finding) {
    return `${finding.target.name}/${finding.place}`.replace(/^[/.]+/, '').replace(/[^\w./-]+/g, '-');
}
/** The same finding in the next scan: the version of the package and the image's digest do not count. */
function fingerprint(finding) {
    const where = finding.target.kind === 'image' ? '' : finding.place;
    return [finding.target.kind, finding.target.name, finding.id, finding.packageName ?? '', where].join('|');
}


/***/ }),

/***/ 8154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KR: () => (/* binding */ SCANNERS),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   xJ: () => (/* binding */ severityOf)
/* harmony export */ });
const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'];
const SCANNERS = ['vuln', 'secret', 'misconfig', 'license'];
/** Trivy's word, or UNKNOWN where it has a new one. */
function severityOf(word) {
    return SEVERITIES.find((severity) => severity === word?.toUpperCase()) ?? 'UNKNOWN';
}


/***/ }),

/***/ 5691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ho: () => (/* binding */ registriesOf),
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   P4: () => (/* binding */ formatTarget),
/* harmony export */   Sx: () => (/* binding */ parseTargets),
/* harmony export */   dy: () => (/* binding */ scannersFor),
/* harmony export */   eb: () => (/* binding */ parseImages)
/* harmony export */ });
/* unused harmony exports TARGET_KINDS, withIds */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

const TARGET_KINDS = ['image', 'fs', 'config', 'sbom', 'tar', 'oci'];
/** Parses `kind:ref` lines. @throws RangeError naming the line. */
function parseTargets(lines) {
    return withIds(lines.map(parseTarget));
}
/**
 * Parses the `images` output of docker-build-push: what was pushed by its digest, what was only built by its name in
 * the engine. @throws RangeError where it is something else.
 */
function parseImages(json) {
    return withIds(parseList(json).map(parseImage));
}
/** Gives every target an id that no other has. */
function withIds(targets) {
    const used = new Set();
    return targets.map((target) => {
        const base = `${target.kind}-${slug(target.name)}`;
        let id = base;
        for (let number = 2; used.has(id); number++)
            id = `${base}-${number}`;
        used.add(id);
        return { ...target, id };
    });
}
/** The scanners that make sense for a target: a configuration folder has no packages, an SBOM no files. */
function scannersFor(kind, scanners) {
    if (kind === 'config')
        return ['misconfig'];
    if (kind === 'sbom')
        return scanners.filter((scanner) => scanner === 'vuln' || scanner === 'license');
    return scanners;
}
/** True where the target is a path of this machine. */
function isLocal(target) {
    return target.kind !== 'image';
}
/** The registries that the images come from, each once; what was only built here comes from none. */
function registriesOf(targets) {
    const remote = targets.filter((target) => target.kind === 'image' && !target.onlyEngine);
    return [...new Set(remote.map(({ ref }) => registryOf(ref)))];
}
/** As every client of registries: a first part without dot, colon or localhost is a name on the default one. */
function registryOf(ref) {
    const [first = '', ...rest] = ref.split('/');
    return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'docker.io';
}
function formatTarget(target) {
    return `${target.kind}:${target.ref}`;
}
function parseTarget(line) {
    const at = line.indexOf(':');
    const kind = TARGET_KINDS.find((word) => word === line.slice(0, at));
    const ref = line.slice(at + 1).trim();
    if (kind === undefined || ref === '') {
        throw new RangeError(`has the line "${line}" without a kind; write for example image:${line || 'app:1'} or fs:.`);
    }
    return { kind, ref, name: kind === 'image' ? imageName(ref) : ref === '.' ? 'checkout' : ref };
}
function parseList(json) {
    const value = tryJson(json);
    if (Array.isArray(value) && value.length > 0)
        return value;
    throw new RangeError('is no list of images; give the images output of docker-build-push');
}
function tryJson(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}
function parseImage(entry) {
    const { name, ref } = (entry ?? {});
    if (typeof ref !== 'string' || !/^[\w[][^\s]*$/.test(ref)) {
        throw new RangeError('has an image without a ref; give the images output of docker-build-push');
    }
    const shown = typeof name === 'string' && name ? name : imageName(ref);
    return { kind: 'image', ref, name: shown, ...(ref.includes('@sha256:') ? {} : { onlyEngine: true }) };
}
function imageName(ref) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(ref.replace(/@.*$/, ''));
}
function slug(text) {
    const cleaned = text.replace(/[^\w.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
    return cleaned.slice(0, 80) || 'target';
}


/***/ }),

/***/ 4421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ DEFAULT_MIRROR),
/* harmony export */   Ec: () => (/* binding */ versionProblem),
/* harmony export */   L3: () => (/* binding */ releaseFor),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   ft: () => (/* binding */ parseVersionOutput),
/* harmony export */   jD: () => (/* binding */ DEFAULT_VERSION)
/* harmony export */ });
const DEFAULT_VERSION = '0.74.0';
const DEFAULT_MIRROR = 'https://github.com/aquasecurity/trivy/releases/download';
/** SHA-256 of each release archive, verified against two independent public sources. */
const PINS = {
    '0.74.0': {
        'linux-x64': '2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a',
        'linux-arm64': 'b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5',
        'darwin-x64': '472816f6888dda689d075c30254d4210b4d1035acf365aa72332f584c2f60485',
        'darwin-arm64': '1caada5e0e2091909357c7525d3aa76f4b660b13821bc143b190c7483e31cc11',
    },
};
const ASSETS = {
    'linux-x64': 'Linux-64bit',
    'linux-arm64': 'Linux-ARM64',
    'darwin-x64': 'macOS-64bit',
    'darwin-arm64': 'macOS-ARM64',
};
/** Releases that stole credentials (CVE-2026-33634). */
const MALICIOUS = ['0.69.4', '0.69.5', '0.69.6'];
/** Why a version must not be run, or undefined. */
function versionProblem(version) {
    if (MALICIOUS.includes(version))
        return 'is a release that stole credentials (CVE-2026-33634)';
    if (!/^\d+\.\d+\.\d+$/.test(version))
        return 'is not a full version such as 0.74.0; a moving tag cannot be verified';
    return undefined;
}
/** True where this action carries the hashes of a version. */
function isPinned(version) {
    return version in PINS;
}
/** Where a release is and what it must hash to. `platform` is Node's, such as `linux-x64`. */
function releaseFor(wanted) {
    const { version, platform, mirror } = wanted;
    const asset = ASSETS[platform];
    const sha256 = wanted.sha256 ?? PINS[version]?.[platform];
    if (asset === undefined || sha256 === undefined)
        return undefined;
    return { version, url: `${mirror}/v${version}/trivy_${version}_${asset}.tar.gz`, sha256 };
}
/** The version that a binary prints, or undefined. `dev` is a build without a stamp. */
function parseVersionOutput(stdout) {
    return /^Version:\s*v?(\S+)/m.exec(stdout)?.[1];
}


/***/ }),

/***/ 8576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MB: () => (/* binding */ removeWork),
/* harmony export */   QB: () => (/* binding */ openWork)
/* harmony export */ });
/* unused harmony exports WORK_STATE, dockerConfig */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3182);


/** The name of the folder's path in the state, where post finds it. */
const WORK_STATE = 'work';
async function openWork(inputs, tools) {
    const folder = await tools.files.makeTemporaryFolder('trivy-scan');
    tools.state.save(WORK_STATE, folder);
    const [empty, home, temporary] = ['empty', 'home', 'tmp'].map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name));
    for (const path of [empty, home, temporary])
        await tools.files.makeFolder(path ?? folder);
    const dockerConfig = inputs.registry ? await logIn(inputs.registry, folder, tools) : inputs.runner.dockerConfig;
    const end = tools.clock.monotonic() + inputs.timeoutMs;
    return {
        folder,
        empty: empty ?? folder,
        env: {
            ...inputs.runner.env,
            HOME: home ?? folder,
            TMPDIR: temporary ?? folder,
            ...(dockerConfig === undefined ? {} : { DOCKER_CONFIG: dockerConfig }),
        },
        remainingMs: () => {
            const left = Math.ceil(end - tools.clock.monotonic());
            if (left > 0)
                return left;
            throw new _suite_core__WEBPACK_IMPORTED_MODULE_1__/* .TimeoutError */ .MU('the action did not end within its timeout', { hint: 'set a longer timeout' });
        },
    };
}
async function logIn(login, folder, tools) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'docker');
    await tools.files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'config.json'), dockerConfig(login), 0o600);
    return path;
}
/** A Docker configuration with one login and nothing else. */
function dockerConfig({ host, username, password }) {
    const key = host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
    const auth = Buffer.from(`${username}:${password.reveal()}`).toString('base64');
    return JSON.stringify({ auths: { [key]: { auth } } });
}
/** What post does after a crash: the state that main saved is there only then. */
async function removeWork(ports) {
    const folder = ports.state.read(WORK_STATE);
    if (folder)
        await ports.files.remove(folder);
}


/***/ }),

/***/ 3182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lZ: () => (/* reexport */ errors_ActionError),
  ue: () => (/* reexport */ GateError),
  j$: () => (/* reexport */ HttpError),
  MU: () => (/* reexport */ TimeoutError),
  aY: () => (/* reexport */ code),
  zH: () => (/* reexport */ details),
  FV: () => (/* reexport */ escapeMarkdown),
  a3: () => (/* reexport */ formatDuration),
  qN: () => (/* reexport */ paragraphs),
  HU: () => (/* reexport */ parseChoice),
  E$: () => (/* reexport */ redact),
  L5: () => (/* reexport */ retry),
  Cs: () => (/* reexport */ runAction),
  yM: () => (/* reexport */ splitWords),
  tp: () => (/* reexport */ table)
});

// UNUSED EXPORTS: CancelledError, CommandError, InputError, Secret, annotate, announceSecrets, backoffMs, codeBlock, cutSummary, didYouMean, excerpt, forgetSecrets, formatCommand, formatError, formatSize, inputReader, inputSource, nearest, parseArguments, parseDuration, parsePairs, parseSize, realExec, realFiles, realLog, realPorts, realState, secretForms, splitLines, testPattern, toActionError, withoutLogin

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
class errors_ActionError extends Error {
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
class InputError extends errors_ActionError {
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
class CommandError extends errors_ActionError {
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
class HttpError extends errors_ActionError {
    name = 'HttpError';
    status;
    constructor(message, details = {}) {
        const { status, ...rest } = details;
        super(message, { code: 'E_HTTP', ...rest });
        this.status = status;
    }
}
/** Something took longer than it was allowed to, default code `E_TIMEOUT`. */
class TimeoutError extends errors_ActionError {
    name = 'TimeoutError';
    constructor(message, details = {}) {
        super(message, { code: 'E_TIMEOUT', ...details });
    }
}
/** A check worked and said no, default code `E_GATE`. */
class GateError extends errors_ActionError {
    name = 'GateError';
    constructor(message, details = {}) {
        super(message, { code: 'E_GATE', ...details });
    }
}
/** The run was cancelled by a signal, code `E_CANCELLED`. */
class CancelledError extends errors_ActionError {
    name = 'CancelledError';
    constructor(message = 'the run was cancelled') {
        super(message, { code: 'E_CANCELLED' });
    }
}
/** Makes any thrown value an ActionError; what nobody foresaw becomes `E_INTERNAL`. */
function toActionError(thrown) {
    if (thrown instanceof errors_ActionError)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const hint = 'this is a defect of the action: run again with debug logging and report it with the log';
    return new errors_ActionError(`unexpected: ${message}`, { code: 'E_INTERNAL', cause: thrown, hint });
}
/** The text a person reads: code, what happened and where, then what to change. */
function formatError(error) {
    const hint = error.details.hint;
    return `${error.code}: ${error.message}${hint === undefined ? '' : `\n${hint}`}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./node_modules/@suite/core/src/files.js
// `fs.promises` is loaded when it is first read, which a run with bad inputs never does.



let writes = 0;
/** The real file system. `temporary` is RUNNER_TEMP where the runner gives one. */
function realFiles(temporary = (0,external_node_os_.tmpdir)()) {
    return {
        read: (path) => external_node_fs_.promises.readFile(path),
        readText: (path) => external_node_fs_.promises.readFile(path, 'utf8').catch(absent),
        write: async (path, content, mode = 0o644) => {
            await external_node_fs_.promises.mkdir((0,external_node_path_.dirname)(path), { recursive: true });
            const partial = `${path}.${process.pid}-${writes++}.tmp`;
            await external_node_fs_.promises.writeFile(partial, content, { mode });
            await external_node_fs_.promises.rename(partial, path);
        },
        facts: async (path) => {
            const found = await external_node_fs_.promises.stat(path).catch(absent);
            if (found === undefined)
                return undefined;
            const kind = found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other';
            return { kind, size: found.size, modifiedMs: found.mtimeMs };
        },
        list: async (path) => ((await external_node_fs_.promises.readdir(path).catch(absent)) ?? []).sort(),
        makeFolder: async (path) => {
            await external_node_fs_.promises.mkdir(path, { recursive: true });
        },
        remove: (path) => external_node_fs_.promises.rm(path, { recursive: true, force: true }),
        makeTemporaryFolder: (name) => external_node_fs_.promises.mkdtemp((0,external_node_path_.join)(temporary, `${name}-`)),
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
    (0,external_node_fs_.appendFileSync)(file, /[\r\n]/.test(value) ? formatBlock(name, value) : `${name}=${value}\n`);
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

;// CONCATENATED MODULE: external "node:vm"
const external_node_vm_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");
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
    script ??= new Script('pattern.test(text)');
    room ??= createContext({});
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

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./node_modules/@suite/core/src/command.js
/** Writes a command as a person would type it: what a plan shows and what tests compare. */
function formatCommand(command) {
    return [command.file, ...command.args].map(quoteWord).join(' ');
}
function quoteWord(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

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
        sleep: (ms, signal) => (0,promises_namespaceObject.setTimeout)(Math.min(ms, LONGEST_MS), undefined, signal ? { signal } : {}).catch(() => undefined),
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
        (0,external_node_fs_.appendFileSync)(summaryFile, `${cutSummary(redact(report.summary))}\n`);
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
    return thrown instanceof errors_ActionError && thrown.details.failsPost ? thrown : new CancelledError();
}
function failed(name, failure) {
    return `### ❌ ${name}: failed\n\n${codeBlock(formatError(failure))}`;
}
function stackOf(thrown) {
    return thrown instanceof Error ? (thrown.stack ?? '') : String(thrown);
}

;// CONCATENATED MODULE: ./node_modules/@suite/core/src/index.js



















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
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
/******/ var __webpack_exports__ = __nccwpck_require__(3772);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
