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

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ formatEnvFile),
/* harmony export */   Y: () => (/* binding */ parseEnvFile)
/* harmony export */ });
/**
 * The text of an env file as compose reads it: `KEY='value'`, nothing expanded. What a single-quoted value cannot hold
 * is written in double quotes with escapes. Source: compose-go, dotenv.
 */
function formatEnvFile(values) {
    return [...values].map(([key, value]) => `${key}=${quote(value)}\n`).join('');
}
function quote(value) {
    if (!/['\n\\]/.test(value))
        return `'${value}'`;
    const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('$', '\\$').replaceAll('\n', '\\n');
    return `"${escaped}"`;
}
/**
 * Reads an env file: `KEY=value` lines, `export`, quotes and comments. Several lines in quotes stay one value.
 * @throws RangeError naming the first line that is no assignment; its value is not shown.
 */
function parseEnvFile(text) {
    const values = new Map();
    const pattern = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=[ \t]*(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\n]*?))[ \t]*(?:\s#[^\n]*)?$/gm;
    const rest = text
        .replaceAll('\r\n', '\n')
        .replace(pattern, (_line, key, single, double, bare) => {
        values.set(key, single ?? (double === undefined ? (bare ?? '') : withoutEscapes(double)));
        return '';
    });
    const bad = rest.split('\n').find((line) => line.trim() !== '' && !line.trim().startsWith('#'));
    if (bad !== undefined)
        throw new RangeError(`has a line that is no KEY=value: "${bad.trim().slice(0, 12)}…"`);
    return values;
}
function withoutEscapes(value) {
    const known = { n: '\n', r: '\r', t: '\t' };
    return value.replace(/\\(.)/gs, (_whole, character) => known[character] ?? character);
}


/***/ }),

/***/ 5165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ destinationOf),
/* harmony export */   l: () => (/* binding */ parseFileMappings)
/* harmony export */ });
const SAFE_PATH = /^[\w@%+=:,.-]+(?:\/[\w@%+=:,.-]+)*$/;
/**
 * Parses lines `src -> dest` (or `src` alone, which keeps its path). `shared/…` outlives releases; everything else
 * belongs to the release.
 * @throws RangeError for a path that leaves its folder, or that a shell would have to quote.
 */
function parseFileMappings(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map(parseMapping);
}
function parseMapping(line) {
    const [source = '', destination = source, ...more] = line
        .split(/\s+->\s+/)
        .map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''));
    if (more.length > 0)
        throw new RangeError(`has the line "${line}"; write src -> dest`);
    for (const path of [source, destination])
        checkPath(line, path);
    const inShared = /^shared(?:\/|$)(.*)$/.exec(destination);
    if (inShared)
        return { source, area: 'shared', destination: inShared[1] ?? '' };
    return { source, area: 'release', destination: destination === '.' ? '' : destination };
}
function checkPath(line, path) {
    if (path === '.')
        return;
    if (path.startsWith('/') || path.split('/').includes('..')) {
        throw new RangeError(`has the line "${line}", which leaves the checkout or the release; use relative paths`);
    }
    if (!SAFE_PATH.test(path))
        throw new RangeError(`has the line "${line}", whose path holds a space or a special character`);
}
/** Where one file of a mapped folder goes, relative to the area. `inside` is its path below the source, `''` if it is it. */
function destinationOf({ source, destination }, inside) {
    if (inside === '')
        return destination === '' ? (source.split('/').at(-1) ?? source) : destination;
    return destination === '' ? inside : `${destination}/${inside}`;
}


/***/ }),

/***/ 4718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ registryOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   eb: () => (/* binding */ parseImages)
/* harmony export */ });
const REF = /^(?<name>[\w.-]+(?::\d+)?(?:\/[\w.-]+)*)(?::[\w.-]+)?@(?<digest>sha256:[0-9a-f]{64})$/;
/**
 * Parses lines `service=name@sha256:…`, or the `images` output of docker-build-push, where an image's `name` is the
 * service if there is one of that name, else the service whose `image:` has its repository.
 * @throws RangeError with the corrected form: a tag can be moved, so only a digest says what will run.
 */
function parseImages(text) {
    return text.trim().startsWith('[') ? parseBuildOutput(text) : parseLines(text);
}
function parseLines(text) {
    const images = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line) => {
        const at = line.indexOf('=');
        const [service, ref] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
        if (at < 1 || !/^[\w.-]+$/.test(service))
            throw new RangeError(`has the line "${line}"; write service=name@sha256:…`);
        return { service, ref: checkRef(service, ref) };
    });
    const names = images.map(({ service }) => service);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
        throw new RangeError(`names the service ${twice} twice`);
    return images;
}
function parseBuildOutput(text) {
    const entries = parseJson(text);
    if (!Array.isArray(entries) || !entries.every(isBuilt))
        throw new RangeError('is JSON, but not the output `images` of docker-build-push');
    return entries.map(({ name, ref }) => ({ service: name, ref: checkRef(name, ref) }));
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new RangeError('begins like JSON and is none', { cause: error });
    }
}
function isBuilt(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { name, ref } = value;
    return typeof name === 'string' && typeof ref === 'string';
}
function checkRef(service, ref) {
    if (REF.test(ref))
        return ref;
    if (ref === '')
        throw new RangeError(`has no image for ${service}: is the output of the build empty?`);
    throw new RangeError(`has "${ref}" for ${service}, which is no digest; write ${service}=${ref.replace(/@.*$/, '')}@sha256:…`);
}
/** `name` of `name:tag@sha256:…` or `name:tag`. */
function repositoryOf(ref) {
    return ref.replace(/@.*$/, '').replace(/:[\w.-]+$/, '');
}
/** The registry's host of an image, as docker login names it. */
function registryOf(ref) {
    const [first = ''] = ref.split('/');
    return ref.includes('/') && /[.:]|^localhost$/.test(first) ? first : 'https://index.docker.io/v1/';
}


/***/ }),

/***/ 5080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  F7: () => (/* binding */ inSeconds),
  Ko: () => (/* binding */ readInputs)
});

// UNUSED EXPORTS: parseLimits

// EXTERNAL MODULE: ./build/node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(5862);
// EXTERNAL MODULE: ./build/node_modules/@suite/ssh/src/index.js + 9 modules
var ssh_src = __nccwpck_require__(5960);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/env-file.js
var env_file = __nccwpck_require__(696);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/file-mapping.js
var file_mapping = __nccwpck_require__(5165);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/images.js
var src_images = __nccwpck_require__(4718);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/inputs-what.js




const modes = ['deploy', 'rollback', 'plan'];
/** Reads the inputs about what is deployed. */
function readWhat(read) {
    const mode = read.choice('mode', modes, 'deploy');
    const app = read.parsed('app', {}, parseApp) ?? appOf(read.env['GITHUB_REPOSITORY']);
    if (app === '')
        read.problem('app', 'is missing, and there is no repository to name it after', 'with: { app: shop }');
    const release = read.parsed('release', {}, parseRelease) ?? releaseOf(read.env);
    if (release === '')
        read.problem('release', 'is missing, and there is no run to name it after', 'with: { release: r1 }');
    const env = read.parsed('env', {}, env_file/* parseEnvFile */.Y) ?? new Map();
    return {
        mode,
        app,
        release,
        to: read.parsed('to', {}, parseRelease),
        files: read.parsed('files', {}, file_mapping/* parseFileMappings */.l) ?? [],
        composeFiles: read.parsed('compose-files', { fallback: 'compose.yaml' }, parseComposeFiles) ?? [],
        images: read.parsed('images', {}, src_images/* parseImages */.eb) ?? [],
        env: new Map([...env].map(([key, value]) => [key, new src/* Secret */.zh(value)])),
        envFile: read.text('env-file'),
    };
}
function parseApp(text) {
    if (/^[a-z0-9][a-z0-9_-]*$/.test(text))
        return text;
    throw new RangeError(`is no name for an app; write ${appOf(text) || 'shop'} (a-z, 0-9, - and _)`);
}
function appOf(repository = '') {
    const name = repository.split('/').at(-1) ?? '';
    return name
        .toLowerCase()
        .replace(/[^a-z0-9_-]+/g, '-')
        .replace(/^[-_]+|-+$/g, '');
}
/** @throws RangeError where a name could not be a folder's. */
function parseRelease(text) {
    if (/^[A-Za-z0-9][\w.-]{0,99}$/.test(text))
        return text;
    throw new RangeError('is no name for a release; write letters, digits, . _ and -, for example 1234-1-abc1234');
}
function releaseOf(env) {
    const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_SHA: sha } = env;
    return run && sha ? `${run}-${attempt}-${sha.slice(0, 7)}` : '';
}
function parseComposeFiles(text) {
    const mappings = (0,file_mapping/* parseFileMappings */.l)(text);
    const moved = mappings.find(({ source, area, destination }) => area === 'shared' || source !== destination);
    if (moved)
        throw new RangeError(`has "${moved.source}", which is moved; a compose file keeps its path`);
    return mappings.map(({ source }) => source);
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/inputs.js



/** ServerAliveInterval × ServerAliveCountMax of our ssh configuration. */
const CONNECTION_DEAD_AFTER_MS = 20_000;
/** Reads all inputs; every problem is reported through the reader. */
function readInputs(read) {
    const common = read.common();
    const what = readWhat(read);
    const ssh = (0,ssh_src/* readSshInputs */.sl)(read, 'hosts');
    const proxy = read.choice('proxy', ['none', 'haproxy', 'nginx'], 'none');
    const healthUrl = read.url('health-url');
    const expectVersion = read.text('expect-version');
    if (expectVersion && !healthUrl)
        read.problem('expect-version', 'needs health-url, where the version is read');
    return {
        summary: common.summary,
        dryRun: common.dryRun || what.mode === 'plan',
        what,
        ssh,
        root: read.parsed('root', {}, parseRoot) ?? `/opt/${what.app}`,
        registry: readRegistry(read),
        strategy: read.choice('strategy', ['rolling', 'recreate'], 'rolling'),
        proxy,
        proxyConfig: read.parsed('proxy-config', {}, parseProxyConfig) ?? proxy,
        migrateCommand: read.command('migrate-command'),
        migrateService: read.text('migrate-service'),
        healthUrl,
        expectVersion,
        rollbackOn: read.choice('rollback-on', ['never', 'deploy', 'job'], 'job'),
        jobStatus: read.text('job-status') ?? 'success',
        policy: readPolicy(read),
        by: `${read.env['GITHUB_REPOSITORY'] ?? 'local'}/actions/runs/${read.env['GITHUB_RUN_ID'] ?? 0}:${read.env['GITHUB_ACTOR'] ?? 'unknown'}`.replace(/[^\w./:@-]/g, '-'),
    };
}
function readRegistry(read) {
    const host = read.text('registry');
    const username = read.text('registry-username');
    const password = read.secret('registry-password');
    if (username && password)
        return { host, username, password };
    if (username)
        read.problem('registry-password', 'is missing, and registry-username is given');
    if (password)
        read.problem('registry-username', 'is missing, and registry-password is given');
    return undefined;
}
function readPolicy(read) {
    const duration = (name, fallback) => read.duration(name, { fallback }) ?? 0;
    const leaseMs = duration('lease', '30s');
    if (leaseMs <= CONNECTION_DEAD_AFTER_MS)
        read.problem('lease', 'must exceed 20s, after which ssh gives a silent connection up', '30s');
    return {
        healthTimeoutMs: duration('health-timeout', '60s'),
        healthSuccesses: read.integer('health-successes', { fallback: '2', min: 1, max: 100 }) ?? 1,
        readyDelayMs: duration('ready-delay', '10s'),
        watchMs: duration('watch', '10s'),
        drainTimeoutMs: duration('drain-timeout', '30s'),
        stopTimeoutMs: duration('stop-timeout', '30s'),
        lockWaitMs: duration('lock-wait', '0s'),
        leaseMs,
        timeoutMs: duration('timeout', '15m'),
        keepReleases: read.integer('keep-releases', { fallback: '5', min: 2, max: 100 }) ?? 2,
        logLines: read.integer('log-lines', { fallback: '100', min: 1, max: 1_000 }) ?? 1,
        minFreeDisk: read.parsed('min-free-disk', { fallback: '2GiB,10%' }, parseLimits) ?? { bytes: 0, percent: 0 },
        minFreeMemory: read.parsed('min-free-memory', { fallback: '10%' }, parseLimits) ?? { bytes: 0, percent: 0 },
    };
}
function parseRoot(text) {
    if (/^(?:\/[\w.-]+){2,}$/.test(text) && !text.includes('/..'))
        return text;
    throw new RangeError('is no folder of its own; write an absolute path such as /opt/shop');
}
function parseProxyConfig(text) {
    const name = text.replace(/^shared\//, '').replace(/\/$/, '');
    if (/^[\w-][\w.-]*$/.test(name))
        return name;
    throw new RangeError('is no folder under shared/; write for example shared/haproxy');
}
/** @throws RangeError for what is neither a size nor a percentage. */
function parseLimits(text) {
    const words = (0,src/* splitWords */.yM)(text);
    const percent = words.filter((word) => word.endsWith('%')).map((word) => Number(word.slice(0, -1)));
    if (percent.some((value) => !(value >= 0 && value < 100)))
        throw new RangeError('has a percentage that is none; write for example 10%');
    const sizes = words.filter((word) => !word.endsWith('%')).map(src/* parseSize */.DB);
    return { bytes: Math.max(0, ...sizes), percent: Math.max(0, ...percent) };
}
/** Whole seconds, rounded up: the agent's ticks and docker's options. */
function inSeconds(ms) {
    return Math.ceil(ms / 1_000);
}


/***/ }),

/***/ 8201:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5862);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5080);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4669);
/* harmony import */ var _plan_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7551);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7132);





const fleet = { connections: [], sessions: [] };
await (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
    name: 'ssh-deploy',
    readInputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko,
    observe: async (inputs, ports) => (await Promise.all(/* import() */[__nccwpck_require__.e(924), __nccwpck_require__.e(983)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6983))).observe(inputs, ports, fleet),
    plan: (inputs, facts) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .planDeploy */ .b)(inputs, facts),
    formatPlan: _plan_text_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPlan */ .n,
    execute: async (plan, ports, inputs) => (await __nccwpck_require__.e(/* import() */ 819).then(__nccwpck_require__.bind(__nccwpck_require__, 1819))).executePlan(plan, ports, { fleet, inputs }),
    report: _report_js__WEBPACK_IMPORTED_MODULE_3__/* .report */ .z,
    planned: (plan) => ({ release: plan.release, plan: JSON.stringify((0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .planOutput */ .p)(plan)) }),
    cleanUp: async (ports, read) => (await Promise.all(/* import() */[__nccwpck_require__.e(924), __nccwpck_require__.e(105)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3105))).cleanUp(ports, read, fleet),
    resultOnError: 'failed-clean',
});
// Agents still open undo by themselves; a connection left open would keep this process alive.
if (fleet.connections.length > 0)
    await (await __nccwpck_require__.e(/* import() */ 924).then(__nccwpck_require__.bind(__nccwpck_require__, 1924))).closeAll(fleet);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ sameContent),
/* harmony export */   F$: () => (/* binding */ changedKeys),
/* harmony export */   L_: () => (/* binding */ formatManifest),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   w8: () => (/* binding */ hmac)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

/** The text of manifest.json: the same manifest gives the same text. */
function formatManifest(manifest) {
    return `${JSON.stringify(sorted(manifest), undefined, 2)}\n`;
}
/** A manifest of this action, or undefined for any other text. */
function parseManifest(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && 'schema' in value && value.schema === 1
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
function sameContent(one, other) {
    return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
/** Tells whether a value changed without telling the value: the key never leaves the host and this process. */
function hmac(key, value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', Buffer.from(key, 'hex')).update(value).digest('hex');
}
/** Keys of env whose values differ, with `+`, `-` or `~` before them. */
function changedKeys(before, after) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys
        .filter((key) => before[key] !== after[key])
        .map((key) => `${key in before ? (key in after ? '~' : '-') : '+'}${key}`);
}


/***/ }),

/***/ 7551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ formatPlan)
/* harmony export */ });
/** The plan as a person reads it, before anything is changed. Titles only: scripts and payloads are not shown. */
function formatPlan(plan) {
    const verb = plan.mode === 'rollback' ? 'roll back' : 'deploy';
    const head = `${verb} ${plan.app} to ${plan.release || 'the release before'} on ${plan.hosts.length} host${plan.hosts.length === 1 ? '' : 's'}`;
    return [head, ...plan.hosts.flatMap(formatHost), ...plan.warnings.map((warning) => `warning: ${warning}`)].join('\n');
}
function formatHost(host) {
    const from = host.previous === undefined ? 'first release' : `from ${host.previous}`;
    if (host.unchanged)
        return [`${host.host}: unchanged, ${host.previous} has the same images, files and environment`];
    const env = host.changedEnv.length > 0 ? [`  environment: ${host.changedEnv.join(' ')}`] : [];
    const steps = host.phases.flatMap(({ steps }) => steps.map(({ state, title }) => `  ${state}: ${title}`));
    const after = host.after.map(({ state, title }) => `  after commit, ${state}: ${title}`);
    return [`${host.host} (${from})`, ...env, ...steps, ...after];
}


/***/ }),

/***/ 4669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ planDeploy)
});

// EXTERNAL MODULE: ./build/node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(5862);
// EXTERNAL MODULE: ./build/node_modules/@suite/ssh/src/index.js + 9 modules
var ssh_src = __nccwpck_require__(5960);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/env-file.js
var env_file = __nccwpck_require__(696);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/images.js
var src_images = __nccwpck_require__(4718);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/manifest.js
var src_manifest = __nccwpck_require__(8405);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/content.js




const IMAGES_FILE = 'compose.images.yaml';
/** Which image each service gets. @throws InputError where an image belongs to no service. */
function assignImages(inputs, services) {
    const names = services.map(({ name }) => name);
    const assigned = inputs.what.images.flatMap(({ service, ref }) => {
        if (service !== undefined && names.includes(service))
            return [[service, ref]];
        const same = services.filter(({ image }) => image !== undefined && (0,src_images/* repositoryOf */._M)(image) === (0,src_images/* repositoryOf */._M)(ref));
        if (same.length > 0)
            return same.map(({ name }) => [name, ref]);
        const problem = `${service ?? ref} is no service of ${inputs.what.composeFiles.join(', ')}${(0,src/* didYouMean */.au)(service ?? '', names)}`;
        throw new src/* InputError */.dz([{ input: 'images', problem, fix: `images: ${names[0]}=${ref}` }]);
    });
    return Object.fromEntries(assigned);
}
/** What will run: which services rise beside their old containers, and which are recreated. */
function contentOf(inputs, checkout, hmacKey) {
    const images = assignImages(inputs, checkout.services);
    const beside = inputs.strategy === 'rolling' ? checkout.services.filter(({ name, single }) => name in images && !single) : [];
    const names = beside.map(({ name }) => name);
    const rest = checkout.services.map(({ name }) => name).filter((name) => !names.includes(name));
    return {
        composeFiles: composeList(inputs, images),
        images,
        rolling: beside.map(({ name, replicas }) => ({ name, replicas })),
        rest,
        proxy: proxyOf(inputs, checkout.services, Object.keys(images)[0]),
        files: digests(checkout.releaseFiles),
        shared: digests(checkout.sharedFiles),
        env: Object.fromEntries([...checkout.env].map(([key, value]) => [key, (0,src_manifest/* hmac */.w8)(hmacKey, value.reveal())])),
    };
}
function composeList(inputs, images) {
    return [...inputs.what.composeFiles, ...(Object.keys(images).length > 0 ? [IMAGES_FILE] : [])];
}
function digests(files) {
    return Object.fromEntries(files.map(({ path, content }) => [path, (0,src_manifest/* sha256 */.sc)(content)]));
}
function proxyOf(inputs, services, first) {
    const { proxy: kind, proxyConfig: folder, strategy } = inputs;
    if (kind === 'none' || strategy !== 'rolling')
        return undefined;
    const service = services.find(({ mounts }) => mounts.some((mount) => new RegExp(`shared/${folder}/?\\}?$`).test(mount)));
    if (service === undefined) {
        throw strategyError(`no service mounts shared/${folder}`, `mount ../../shared/${folder} in the proxy's service`);
    }
    if (first === undefined)
        throw strategyError(`proxy ${kind} has no service to lead to`, 'name the image of the service first in images');
    const target = services.find(({ name }) => name === first);
    if (target?.single) {
        throw strategyError(`service ${first} cannot stand beside its old release: it has ${target.single}`, 'take that away, or use strategy: recreate');
    }
    if (kind === 'haproxy' && target && target.replicas !== 1) {
        throw strategyError(`service ${first} has ${target.replicas} replicas, haproxy two slots`, 'use one replica, or proxy: nginx');
    }
    return { kind, folder, service: service.name, target: first };
}
/** The chosen strategy cannot work with this compose file or host. */
function strategyError(message, hint) {
    return new src/* ActionError */.lZ(message, { code: 'E_STRATEGY', hint });
}
/** The files of the release's folder beside those of the checkout. */
function generatedFiles(content, env, manifest) {
    const values = new Map([...env].map(([key, value]) => [key, value.reveal()]));
    const images = Object.entries(content.images).map(([service, ref]) => `  ${service}:\n    image: "${ref}"\n`);
    const generated = [
        { path: '.compose', content: Buffer.from(content.composeFiles.map((file) => `${file}\n`).join('')) },
        { path: 'env', content: Buffer.from((0,env_file/* formatEnvFile */.F)(values)), mode: 0o600 },
        { path: 'manifest.json', content: Buffer.from(manifest) },
    ];
    const override = { path: IMAGES_FILE, content: Buffer.from(`services:\n${images.join('')}`) };
    return images.length > 0 ? [...generated, override] : generated;
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/haproxy-config.js
const SERVER = /^(\s*server\s+(s[12])\s+)([^\s:]+)(:\d+)(.*)$/;
const SECTION = /^(global|defaults|frontend|backend|listen|resolvers|peers|userlist|cache|program|mailers)\b\s*(\S*)/;
/**
 * The configuration of the checkout with the servers that the host's own file names at the moment: a deploy writes them
 * there, so a new configuration must not forget where the traffic goes.
 */
function carryServers(checkout, live) {
    const slots = new Map(readSlots(live).map((slot) => [slot.name, slot]));
    return mapBackend(checkout, (line) => {
        const [, before = '', name = '', , port = '', rest = ''] = SERVER.exec(line) ?? [];
        const slot = slots.get(name);
        if (slot === undefined)
            return line;
        const plain = rest.replace(/\s+disabled\b/, '');
        return `${before}${slot.address}${port}${plain}${slot.disabled ? ' disabled' : ''}`;
    });
}
/** The port that the servers of backend `app` listen on. */
function serverPort(config) {
    const ports = [];
    mapBackend(config, (line) => {
        const match = SERVER.exec(line);
        if (match)
            ports.push(Number(match[4]?.slice(1)));
        return line;
    });
    return ports[0];
}
/** What is missing for a deploy to switch it; empty where nothing is. */
function haproxyProblems(config) {
    const names = readSlots(config).map(({ name }) => name);
    const slots = ['s1', 's2'].filter((name) => !names.includes(name)).map((name) => `backend app has no server ${name}`);
    const socket = /^\s*stats\s+socket\s+\S*run\/admin\.sock\b.*\blevel\s+admin\b/m.test(config);
    return socket ? slots : [...slots, 'global has no `stats socket …/run/admin.sock level admin`'];
}
function readSlots(config) {
    const slots = [];
    mapBackend(config, (line) => {
        const [, , name, address, , rest = ''] = SERVER.exec(line) ?? [];
        if (name && address)
            slots.push({ name, address, disabled: /\bdisabled\b/.test(rest) });
        return line;
    });
    return slots;
}
function mapBackend(config, change) {
    let inside = false;
    return config
        .split('\n')
        .map((line) => {
        const section = SECTION.exec(line);
        if (section)
            inside = section[1] === 'backend' && section[2] === 'app';
        return inside ? change(line) : line;
    })
        .join('\n');
}

// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/inputs.js + 1 modules
var src_inputs = __nccwpck_require__(5080);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/library.js

/**
 * The functions that every step reads first. Scripts run in a folder of the transaction's own, where they leave facts
 * for each other: `before.<service>` holds the containers that were there, and a last line that says it is whole.
 */
function formatLibrary({ root, app, release, previous }) {
    return `set -u
umask 022
root=${(0,ssh_src/* shellQuote */.ZL)(root)} app=${(0,ssh_src/* shellQuote */.ZL)(app)} release=${(0,ssh_src/* shellQuote */.ZL)(release)} previous=${(0,ssh_src/* shellQuote */.ZL)(previous ?? '')}

die() { printf '! %s\\n' "$*" >&2; exit 1; }

compose() { # RELEASE WORD…
  folder=$root/releases/$1 files=
  shift
  while read -r file; do files="$files -f $folder/$file"; done <"$folder/.compose"
  docker compose --ansi never -p "$app" --project-directory "$folder" --env-file "$folder/env" $files "$@"
}

ids() { # SERVICE
  docker ps -aq --no-trunc --filter "label=com.docker.compose.project=$app" \\
    --filter "label=com.docker.compose.service=$1" --filter label=com.docker.compose.oneoff=False
}

old_ids() { # SERVICE
  [ "$(tail -n 1 "before.$1")" = end ] || die "the list of the containers of $1 from before is not whole"
  grep -vx end "before.$1" || :
}

new_ids() { # SERVICE
  [ "$(tail -n 1 "before.$1")" = end ] || die "the list of the containers of $1 from before is not whole"
  now=$(ids "$1") || die 'docker does not answer'
  printf '%s\\n' "$now" | grep -vxF -f "before.$1" || :
}

name_of() { docker inspect --format '{{.Name}}' "$1" | cut -c 2-; }

wait_engine() { # after a reboot the engine may come later than the undo
  n=0
  until docker info >/dev/null 2>&1; do
    n=$((n + 1))
    [ $n -lt 60 ] || die 'docker does not answer'
    sleep 1
  done
}

pause() { sleep 0.2 2>/dev/null || sleep 1; }
`;
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/steps/containers.js


/** The name under which a release's image is kept, so that `docker image prune` cannot take it. */
function keepTag(app, service, release) {
    return `ssh-deploy.local/${app}/${service}:${release.toLowerCase()}`;
}
/** What `docker login` would have written; it lies in the transaction's folder only until the images are there. */
function dockerConfig(login) {
    const auth = Buffer.from(`${login.username}:${login.password}`).toString('base64');
    return { name: 'config.json', content: Buffer.from(JSON.stringify({ auths: { [login.host]: { auth } } })) };
}
/** Pulls images by digest and tags them. What is there already is not asked for again. */
function pullStep({ app, release, content, login }) {
    const pulls = Object.entries(content.images).map(([service, ref,]) => `docker image inspect ${ref} >/dev/null 2>&1 || docker pull -q ${ref} || die 'cannot pull ${ref}'
docker tag ${ref} ${keepTag(app, service, release)}`);
    const others = content.rest.length > 0 ? `$(compose "$release" config --images ${(0,ssh_src/* shellJoin */.nZ)(content.rest)} 2>/dev/null)` : '';
    const run = `. ./lib.sh
trap 'rm -rf docker' EXIT
others="${others}"
[ ! -f config.json ] || { mkdir -p docker && mv config.json docker/ && export DOCKER_CONFIG="$PWD/docker"; }
${pulls.join('\n')}
for i in $others; do
  docker image inspect "$i" >/dev/null 2>&1 || docker pull -q "$i" || die "cannot pull $i"
done`;
    const tags = Object.keys(content.images).map((service) => keepTag(app, service, release));
    const undo = `docker image rm ${tags.join(' ')} >/dev/null 2>&1 || :`;
    const title = `pull the images of ${[...Object.keys(content.images), ...content.rest].join(', ')}`;
    const step = { id: 'pull', state: 'pull', title, kind: 'soft', limit: 900, run };
    return { ...step, ...(tags.length > 0 ? { undo } : {}), payloads: login ? [login] : [] };
}
/** Where one login serves several images of one registry, its host is theirs. */
function loginHost(given, images) {
    return given ?? (0,src_images/* registryOf */.Fv)(Object.values(images)[0] ?? '');
}
/** Runs the migration once, in a container of the new image with the new environment; nothing ever stops it half way. */
function migrateStep(service, command) {
    const run = `. ./lib.sh
compose "$release" run --rm --no-deps -T ${(0,ssh_src/* shellQuote */.ZL)(service)} ${(0,ssh_src/* shellJoin */.nZ)(command)} || die "exit code $?"`;
    return {
        id: 'migrate',
        state: 'migrate',
        title: `run ${command.join(' ')} in ${service}`,
        kind: 'firm',
        limit: 0,
        run,
    };
}
/** Brings up the services that cannot stand beside their old containers; compose recreates only what has changed. */
function restStep(names, before) {
    const kept = names.filter((name) => before.includes(name));
    const added = names.filter((name) => !before.includes(name));
    const run = `. ./lib.sh
compose "$release" up -d --no-build --no-deps ${(0,ssh_src/* shellJoin */.nZ)(names)} || die 'compose could not start ${names.join(', ')}'`;
    const undo = `. ./lib.sh
wait_engine
${kept.length > 0 ? `compose "$previous" up -d --no-build --no-deps ${(0,ssh_src/* shellJoin */.nZ)(kept)} || die 'compose could not bring back ${kept.join(', ')}'\n` : ''}${removeNew(added)}`;
    return { id: 'rest', state: 'start', title: `bring up ${names.join(', ')}`, kind: 'firm', limit: 300, run, undo };
}
/** Starts the new containers beside the old ones. */
function startStep(rolling) {
    const names = rolling.map(({ name }) => name);
    const scales = rolling.map(({ name, replicas }) => `old=$(old_ids ${name}) || exit 1
set -- "$@" --scale ${name}=$((${replicas} + $(printf '%s' "$old" | grep -c .)))`);
    const run = `. ./lib.sh
set --
${scales.join('\n')}
compose "$release" up -d --no-build --no-deps --no-recreate "$@" ${names.join(' ')} || die 'compose could not start ${names.join(', ')}'
for s in ${names.join(' ')}; do
  new=$(new_ids "$s") || exit 1
  [ -n "$new" ] || die "compose started no new container of $s"
  for id in $new; do printf '%s %s\\n' "$s" "$(name_of "$id")"; done
done`;
    const undo = `. ./lib.sh
wait_engine
${removeNew(names)}`;
    return {
        id: 'start',
        state: 'start',
        title: `start new ${names.join(', ')} beside the old`,
        kind: 'firm',
        limit: 300,
        run,
        undo,
    };
}
function removeNew(names) {
    if (names.length === 0)
        return '';
    return `for s in ${names.join(' ')}; do
  new=$(new_ids "$s") || exit 1
  [ -z "$new" ] || docker rm -f -v $new >/dev/null || die "could not remove the new containers of $s"
done`;
}
/** After commit: stops and removes the old containers by id. */
function stopStep(rolling, stopSeconds) {
    const run = `. ./lib.sh
old=
for s in ${rolling.map(({ name }) => name).join(' ')}; do old="$old $(old_ids "$s")" || exit 1; done
for id in $old; do ! docker inspect "$id" >/dev/null 2>&1 || there="\${there-} $id"; done
[ -n "\${there-}" ] || exit 0
docker stop -t ${stopSeconds} $there >/dev/null
docker rm -f -v $there >/dev/null`;
    return {
        id: 'stop',
        state: 'stop',
        title: 'stop and remove the old containers',
        kind: 'soft',
        limit: stopSeconds + 60,
        run,
    };
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/prune.js

/** Releases beyond the newest `keep`, and their images as far as no kept release names them. */
function leftovers(manifests, { app, release, previous, keep }) {
    const others = manifests
        .filter((manifest) => manifest.release !== release && manifest.release !== previous)
        .toSorted((a, b) => b.at - a.at);
    const room = Math.max(0, keep - (previous === undefined ? 1 : 2));
    const [kept, dropped] = [others.slice(0, room), others.slice(room)];
    const current = manifests.filter((manifest) => manifest.release === release || manifest.release === previous);
    const needed = new Set([...kept, ...current].flatMap(({ content }) => Object.values(content.images)));
    const tags = dropped.flatMap((each) => Object.keys(each.content.images).map((service) => keepTag(app, service, each.release)));
    const refs = dropped.flatMap(({ content }) => Object.values(content.images)).filter((ref) => !needed.has(ref));
    return { releases: dropped.map((each) => each.release), images: [...new Set([...tags, ...refs])] };
}

;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/steps/files.js



function pack(name, files, zstd) {
    const tar = (0,ssh_src/* packTar */.nG)(files);
    const file = `${name}.${zstd ? 'tar.zst' : 'tar.gz'}`;
    const content = zstd ? (0,external_node_zlib_namespaceObject.zstdCompressSync)(tar) : (0,external_node_zlib_namespaceObject.gzipSync)(tar);
    const expand = zstd ? `zstd -dcq ${file}` : `gzip -dc ${file}`;
    return {
        payload: { name: file, content },
        unpackInto: (folder) => `printf '%s  %s\\n' ${(0,src_manifest/* sha256 */.sc)(content)} ${file} | sha256sum -c - >/dev/null || die 'the upload is damaged'
${expand} | tar -x -p -C ${folder} -f - || die 'the upload could not be unpacked'`,
    };
}
/** Lists the containers of every service before anything is started: what is not on these lists is new. */
function snapshotStep(services) {
    const run = `. ./lib.sh
for s in ${services.join(' ')}; do
  ids "$s" >"before.$s" || die 'docker does not answer'
  echo end >>"before.$s"
done
sync`;
    return { id: 'snapshot', state: 'upload', title: 'list the running containers', kind: 'firm', limit: 60, run };
}
/** Puts the release's files into `releases/<id>`, whole or not at all. */
function uploadStep(files, options) {
    const { payload, unpackInto } = pack('release', files, options.zstd);
    const run = `. ./lib.sh
mkdir -p "$root/releases" "$root/shared" "$root/backups"
new=$root/releases/$release temporary=$root/releases/.tmp-$release
rm -rf "$temporary"
mkdir "$temporary"
${unpackInto('"$temporary"')}
[ -s "$root/.deploy/hmac" ] || { cat hmac >"$root/.deploy/hmac.new" && mv "$root/.deploy/hmac.new" "$root/.deploy/hmac"; }
rm -rf "$new"
mv "$temporary" "$new"
compose "$release" config -q || die 'compose does not take the files'`;
    const undo = `. ./lib.sh
rm -rf "$root/releases/.tmp-$release" "$root/releases/$release"`;
    return {
        id: 'upload',
        state: 'upload',
        title: `unpack ${files.length} files into releases`,
        kind: 'soft',
        limit: 300,
        run,
        undo,
        payloads: [payload, { name: 'hmac', content: Buffer.from(options.hmacKey) }],
    };
}
/** Keeps a copy of what the deploy may change outside of its own folder. */
function backupStep(folders) {
    const run = `. ./lib.sh
copy=$root/backups/$release
rm -rf "$copy"
mkdir -p "$copy"
[ -z "$previous" ] || cp -a "$root/releases/$previous/." "$copy/release" 2>/dev/null || { mkdir -p "$copy/release" && cp -a "$root/releases/$previous/." "$copy/release/"; }
for d in ${folders.map(ssh_src/* shellQuote */.ZL).join(' ')}; do
  [ ! -d "$root/shared/$d" ] || tar -c -C "$root/shared" --exclude "$d/run" -f - "$d" | tar -x -C "$copy" -f -
done
[ -z "$previous" ] || [ -s "$copy/release/manifest.json" ] || die "the backup of $previous is empty"`;
    const undo = `. ./lib.sh
rm -rf "$root/backups/$release"`;
    return {
        id: 'backup',
        state: 'backup',
        title: 'copy the files of the running release',
        kind: 'soft',
        limit: 120,
        run,
        undo,
    };
}
/** Puts files into `shared/`; `reload` is shell that makes a running proxy read them. */
function sharedStep(files, options) {
    const { payload, unpackInto } = pack('shared', files, options.zstd);
    const names = files.map(({ path }, index) => `${index}:${path}`).join(' ');
    const run = `. ./lib.sh
for f in ${names}; do
  live=$root/shared/\${f#*:}
  if [ -e "$live" ]; then cp -p "$live" "saved.\${f%%:*}"; else : >"absent.\${f%%:*}"; fi
done
sync
rm -rf "$root/shared/.tmp-$release"
mkdir -p "$root/shared/.tmp-$release"
${unpackInto('"$root/shared/.tmp-$release"')}
for f in ${names}; do
  mkdir -p "$(dirname "$root/shared/\${f#*:}")"
  mv "$root/shared/.tmp-$release/\${f#*:}" "$root/shared/\${f#*:}"
done
rm -rf "$root/shared/.tmp-$release"
${options.reload}`;
    const undo = `. ./lib.sh
rm -rf "$root/shared/.tmp-$release"
for f in ${names}; do
  live=$root/shared/\${f#*:}
  if [ -e "saved.\${f%%:*}" ]; then cp -p "saved.\${f%%:*}" "$live.tmp" && mv "$live.tmp" "$live"
  elif [ -e "absent.\${f%%:*}" ]; then rm -f "$live"; fi
done
${options.reload}`;
    const title = `write ${files.length} files that releases share`;
    return { id: 'shared', state: 'backup', title, kind: 'firm', limit: 60, run, undo, payloads: [payload] };
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/steps/finish.js
/** After commit: `current` leads to the release, by rename. */
function recordStep() {
    const run = `. ./lib.sh
ln -sfn "releases/$release" "$root/.deploy/current.new"
mv -T "$root/.deploy/current.new" "$root/current"
sync`;
    return { id: 'record', state: 'record', title: 'make it the current release', kind: 'soft', limit: 30, run };
}
/** After commit: removes old releases with their backups and images; others' images are never touched. */
function pruneStep({ releases, images }) {
    const lines = [
        ...releases.map((release) => `rm -rf "$root/releases/${release}" "$root/backups/${release}"`),
        ...(images.length > 0 ? [`docker image rm ${images.join(' ')} >/dev/null 2>&1 || :`] : []),
    ];
    const title = `remove ${releases.join(', ')}`;
    return { id: 'prune', state: 'prune', title, kind: 'soft', limit: 120, run: ['. ./lib.sh', ...lines].join('\n') };
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/steps/gate.js

/** Shell functions: the state of a container, a request, and a failure with the container's log before its reason. */
function formatGateLibrary({ logLines, expectVersion, beside }) {
    return `fresh() { case ' ${beside.join(' ')} ' in *" $1 "*) new_ids "$1" ;; *) ids "$1" ;; esac; }

verdict() { # ID: ok, wait or dead, and a reason
  set -- $(docker inspect --format '{{.State.Status}} {{.RestartCount}} {{if .State.Health}}{{.State.Health.Status}} {{.State.Health.FailingStreak}}{{else}}none 0{{end}} {{.State.ExitCode}} {{.State.OOMKilled}}' "$1" 2>/dev/null)
  case \${1-gone} in
    running) [ "$2" -eq 0 ] || { echo "dead it restarted $2 times, last exit code $5"; return; } ;;
    created) echo 'wait it was not started yet'; return ;;
    gone) echo 'dead it is gone'; return ;;
    *) echo "dead it is $1 with exit code $5$([ "$6" = false ] || echo ', out of memory')"; return ;;
  esac
  case $3 in
    healthy) echo ok ;;
    none) echo none ;;
    unhealthy) if [ "$4" -ge 10 ]; then echo "dead it was unhealthy $4 times in a row"; else echo "wait it is unhealthy"; fi ;;
    *) echo "wait its health is $3" ;;
  esac
}

fetch() { # URL: status line, headers and body
  if command -v curl >/dev/null 2>&1; then curl -sS -i -m 5 "$1" 2>&1; else wget -q -S -T 5 -O - "$1" 2>&1; fi
}

answer() { # URL: prints why it is not good; nothing when it is
  text=$(fetch "$1")
  status=$(printf '%s\\n' "$text" | awk '/^ *HTTP\\// { s = $2 } END { print s }')
  case $status in
    2??) ;;
    '') echo "no answer from $1: $(printf '%s' "$text" | tail -n 1)"; return ;;
    *) echo "$1 answered $status"; return ;;
  esac
${expectVersion === undefined ? '' : `  found=$(version_in "$text")\n  same_version "$found" || echo "$1 is version \${found:-unknown}, expected "${(0,ssh_src/* shellQuote */.ZL)(expectVersion)}\n`}}

version_in() { # a header, else the first "version" of the body
  header=$(printf '%s\\n' "$1" | tr -d '\\r' | awk 'tolower($1) ~ /^x-(app-)?version:$/ { print $2; exit }')
  [ -n "$header" ] || header=$(printf '%s' "$1" | tr -d '\\n' | sed -n 's/.*"version" *: *"\\([^"]*\\)".*/\\1/p')
  printf '%s' "$header"
}

same_version() { # one is the other's prefix of seven characters or more
  want=${(0,ssh_src/* shellQuote */.ZL)(expectVersion ?? '')}
  [ "$1" != "$want" ] || return 0
  { [ \${#1} -ge 7 ] && case $want in "$1"*) ;; *) false ;; esac; } ||
    { [ \${#want} -ge 7 ] && case $1 in "$want"*) ;; *) false ;; esac; }
}

give_up() { # ID REASON
  echo "log of container $(name_of "$1"):"
  docker logs --tail ${logLines} "$1" 2>&1
  docker inspect --format '{{if .State.Health}}{{range .State.Health.Log}}{{if .ExitCode}}health check exited {{.ExitCode}}: {{.Output}}{{println}}{{end}}{{end}}{{end}}' "$1" 2>/dev/null | grep . | tail -n 3
  die "container $(name_of "$1"): $2"
}
`;
}
/** Waits until every new container is healthy so many times in a row, before any traffic goes to it. */
function gateStep(options) {
    const { services, successes, timeout, readyDelay, target, url } = options;
    const ask = url?.port
        ? `  if [ $s = ${target} ] && [ -z "$why" ]; then
    ip=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$id" | cut -d ' ' -f 1)
    why=$(answer "http://$ip:${url.port}"${(0,ssh_src/* shellQuote */.ZL)(url.path)})
  fi\n`
        : '';
    const run = `. ./lib.sh
. ./gate.sh
began=$(date +%s)
wait_for() { # SERVICE ID
  s=$1 id=$2 good=0
  while :; do
    seen=$(verdict "$id") age=$(($(date +%s) - began)) why=
    case $seen in
      dead*) give_up "$id" "\${seen#dead }" ;;
      wait*) why=\${seen#wait } ;;
      none) [ $age -ge ${readyDelay} ] || why='it has no health check and is not up for ${readyDelay} s' ;;
    esac
${ask}    if [ -z "$why" ]; then good=$((good + 1)); else good=0; fi
    [ $good -lt ${successes} ] || return 0
    [ $age -lt ${timeout} ] || give_up "$id" "not healthy after ${timeout} s: \${why:-only $good good answers in a row}"
    pause
  done
}
for s in ${services.join(' ')}; do
  list=$(fresh "$s") || exit 1
  for id in $list; do wait_for "$s" "$id"; done
done`;
    const title = `wait until ${services.join(', ')} are healthy ${successes} times in a row, at most ${timeout} s`;
    return { id: 'gate', state: 'gate', title, kind: 'soft', limit: timeout * services.length + 60, run };
}
/** After the switch: asks through the proxy, as users do. */
function probeStep({ url, successes, target, }) {
    const run = `. ./lib.sh
. ./gate.sh
good=0 tries=0
while [ $good -lt ${successes} ]; do
  why=$(answer ${(0,ssh_src/* shellQuote */.ZL)(url.through)})
  if [ -z "$why" ]; then good=$((good + 1)); else good=0; fi
  tries=$((tries + 1))
  [ $tries -lt $((${successes} + 25)) ] || { list=$(fresh ${target}); set -- $list; give_up "$1" "behind the proxy: $why"; }
  pause
done`;
    return {
        id: 'probe',
        state: 'switch',
        title: `ask ${url.through} ${successes} times`,
        kind: 'soft',
        limit: 180,
        run,
    };
}
/** Looks on for a while after the switch: no restart, no failing health, the address answers. */
function watchStep({ services, watch, target, url }) {
    const ask = url
        ? `  why=$(answer ${(0,ssh_src/* shellQuote */.ZL)(url.through)})
  if [ -n "$why" ]; then bad=$((bad + 1)); else bad=0; fi
  [ $bad -lt 2 ] || { list=$(fresh ${target}); set -- $list; give_up "$1" "behind the proxy: $why"; }\n`
        : '';
    const run = `. ./lib.sh
. ./gate.sh
began=$(date +%s) bad=0
all=
for s in ${services.join(' ')}; do all="$all $(fresh "$s")" || exit 1; done
while [ $(($(date +%s) - began)) -lt ${watch} ]; do
  for id in $all; do
    seen=$(verdict "$id")
    case $seen in dead*) give_up "$id" "\${seen#dead }" ;; 'wait it is unhealthy') give_up "$id" 'it became unhealthy' ;; esac
  done
${ask}  sleep 1
done`;
    return { id: 'watch', state: 'watch', title: `watch for ${watch} s`, kind: 'soft', limit: watch + 60, run };
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/steps/haproxy.js

/** Shell functions that speak with haproxy over its socket: Management Guide 2.6, "Unix Socket commands". */
function formatHaproxyLibrary({ folder, service, target }) {
    return `proxy=${(0,ssh_src/* shellQuote */.ZL)(service)} target=${(0,ssh_src/* shellQuote */.ZL)(target)} config=$root/shared/${folder}/haproxy.cfg
socket=$root/shared/${folder}/run/admin.sock

ask() { # COMMAND
  if command -v perl >/dev/null 2>&1; then
    perl -MIO::Socket::UNIX -e 'my $s = IO::Socket::UNIX->new(Peer => shift) or exit 1; print $s shift, "\\n"; print while <$s>' "$socket" "$1"
  elif command -v socat >/dev/null 2>&1; then printf '%s\\n' "$1" | socat -t 5 - "UNIX-CONNECT:$socket"
  else printf '%s\\n' "$1" | nc -U "$socket"; fi 2>/dev/null
}

order() { # COMMAND: haproxy answers with an empty line, or with what is wrong
  said=$(ask "$1") || die "haproxy's socket $socket does not answer"
  case $said in '' | *changed* | 'no need to change'*) ;; *) die "haproxy said to \\"$1\\": $said" ;; esac
}

# Columns of a server's state: 5 address, 6 operational state (2 is up), 7 administrative flags, 18 name.
field() { ask 'show servers state app' | awk -v s="$1" -v f="$2" '$4 == s { print $f }'; }
current() { ask 'show stat' | awk -F, -v s="$1" '$1 == "app" && $2 == s { print $5 }'; }
# Flag 1 is maintenance now; flag 4 only says that the file had "disabled", and stays.
in_use() { flags=$(field "$1" 7); [ -n "$flags" ] && [ $((flags & 1)) -eq 0 ]; }
running() { [ -n "$(docker ps -q --filter "label=com.docker.compose.project=$app" --filter "label=com.docker.compose.service=$proxy")" ]; }

wait_socket() {
  n=0
  until [ -n "$(field s1 4)" ]; do
    n=$((n + 1))
    [ $n -lt 50 ] || die "haproxy's socket $socket does not answer: does its configuration name it, and may this user open it?"
    pause
  done
}

wait_up() { # SLOT [ADDRESSES]
  n=0
  until [ "$(field "$1" 6)" = 2 ] && { [ -z "\${2-}" ] || case " $2 " in *" $(field "$1" 5) "*) ;; *) false ;; esac; }; do
    n=$((n + 1))
    [ $n -lt 100 ] || return 1
    pause
  done
}

wait_idle() { # SLOT SECONDS
  until=$(($(date +%s) + $2))
  while [ "$(current "$1")" != 0 ]; do
    [ "$(date +%s)" -lt $until ] || { echo "slot $1 still has $(current "$1") requests after $2 s"; return 0; }
    pause
  done
}
`;
}
/** Shell that makes a running haproxy read its files again, without losing a connection; nothing where none runs. */
function haproxyReload() {
    return `. ./haproxy.sh
if running; then
  id=$(ids "$proxy" | head -n 1)
  inside=$(docker inspect --format '{{range .Mounts}}{{.Source}} {{.Destination}}{{"\\n"}}{{end}}' "$id" | awk -v s="\${config%/*}" '$1 == s { print $2 }')
  docker exec "$id" haproxy -c -q -f "$inside/haproxy.cfg" || die 'haproxy refuses the new configuration'
  docker kill -s USR2 "$id" >/dev/null || die 'haproxy could not be told to reload'
  sleep 1
  wait_socket
fi`;
}
const SWITCH = `. ./lib.sh
. ./haproxy.sh
list=$(new_ids "$target") || exit 1
set -- $list
[ $# -eq 1 ] || die "$# new containers of $target, and haproxy has one free slot"
name=$(name_of "$1")
addresses=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$1")
wait_socket
names=
for id in $(old_ids "$target"); do names="$names $(name_of "$id")"; done
old=
for s in s1 s2; do
  in_use "$s" || continue
  # Of two slots in use the one that leads to a container from before is the old one.
  case " $names " in *" $(field "$s" 18) "*) known=yes ;; *) known= ;; esac
  [ -n "$old" ] && [ -z "$known" ] || old=$s
done
if [ "$old" = s1 ]; then new=s2; else new=s1; fi
printf 'new=%s old=%s name=%s\\n' "$new" "$old" "$name" >slots.new && mv slots.new slots && sync
order "set server app/$new state maint"
# A deploy that was undone may have left the same name there, with the address of a container that is gone.
order "set server app/$new fqdn none.invalid"
order "set server app/$new fqdn $name"
order "set server app/$new health down"
order "set server app/$new state ready"
wait_up "$new" "$addresses" || die "haproxy does not find $name up: $(ask 'show servers state app' | awk -v s="$new" '$4 == s')"
[ -z "$old" ] || order "set server app/$old state drain"
echo "traffic goes to $name in slot $new"`;
const SWITCH_BACK = `. ./lib.sh
. ./haproxy.sh
[ -f slots ] || exit 0
. ./slots
wait_engine
running || exit 0
wait_socket
if [ -n "$old" ]; then
  order "set server app/$old state ready"
  wait_up "$old" || die "slot $old does not come up again"
fi
order "set server app/$new state drain"
wait_idle "$new" 5
order "set server app/$new state maint"`;
/** Leads the traffic to the new container through the free slot; only when that one is up, the old one gets no more. */
function haproxySwitchStep() {
    const title = 'lead haproxy to the new container';
    return { id: 'switch', state: 'switch', title, kind: 'firm', limit: 120, run: SWITCH, undo: SWITCH_BACK };
}
/** After commit: writes the new container's name into the file, so that a restarted haproxy finds it. */
function haproxyPersistStep() {
    const run = `. ./lib.sh
. ./haproxy.sh
. ./slots
awk -v slot="$new" -v name="$name" '
  /^[a-z]/ { app = ($1 == "backend" && $2 == "app") }
  app && $1 == "server" && ($2 == "s1" || $2 == "s2") {
    sub(/[ \\t]+disabled/, "")
    match($0, /server[ \\t]+s[12][ \\t]+/)
    head = substr($0, 1, RSTART + RLENGTH - 1); rest = substr($0, RSTART + RLENGTH)
    port = substr(rest, index(rest, ":"))
    $0 = head ($2 == slot ? name : "none.invalid") port ($2 == slot ? "" : " disabled")
  }
  { print }' "$config" >"$config.new" && mv "$config.new" "$config"
sync`;
    return {
        id: 'persist',
        state: 'switch',
        title: 'write the container into haproxy.cfg',
        kind: 'soft',
        limit: 30,
        run,
    };
}
/** After commit: waits until the old container has no request left, then frees its slot. */
function haproxyDrainStep(seconds) {
    const run = `. ./lib.sh
. ./haproxy.sh
. ./slots
[ -n "$old" ] || exit 0
running || exit 0
wait_idle "$old" ${seconds}
order "set server app/$old state maint"`;
    return {
        id: 'drain',
        state: 'drain',
        title: 'wait for the old container to be idle',
        kind: 'soft',
        limit: seconds + 30,
        run,
    };
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/steps/nginx.js

/** Shell functions for an nginx that includes `upstream.servers`, one file that this action writes. */
function formatNginxLibrary({ folder, service, target }) {
    return `proxy=${(0,ssh_src/* shellQuote */.ZL)(service)} target=${(0,ssh_src/* shellQuote */.ZL)(target)} servers=$root/shared/${folder}/upstream.servers

proxy_id() { docker ps -q --no-trunc --filter "label=com.docker.compose.project=$app" --filter "label=com.docker.compose.service=$proxy" | head -n 1; }
accepting() { docker top "$1" -eo pid,args | awk '/nginx: worker process$/ { print $1 }'; }
leaving() { docker top "$1" -eo pid,args | grep -c 'nginx: worker process is shutting down'; }

reload() { # one reload, then until no worker of before takes a new connection
  id=$(proxy_id)
  [ -n "$id" ] || die "the service $proxy does not run"
  docker exec "$id" nginx -t -q 2>&1 || die 'nginx refuses the configuration'
  before=$(accepting "$id")
  docker exec "$id" nginx -s reload 2>&1 || die 'nginx could not be told to reload'
  n=0
  while :; do
    still=$(accepting "$id")
    for p in $before; do case " $(printf '%s' "$still" | tr '\\n' ' ') " in *" $p "*) again=yes ;; esac; done
    [ -n "\${again-}" ] || return 0
    again= n=$((n + 1))
    [ $n -lt 100 ] || die 'workers of before still take connections'
    pause
  done
}
`;
}
/** Writes the new container into the include file and reloads nginx once. */
function nginxSwitchStep() {
    const run = `. ./lib.sh
. ./nginx.sh
list=$(new_ids "$target") || exit 1
lines=
for id in $list; do
  port=$(docker inspect --format '{{range $port, $none := .Config.ExposedPorts}}{{$port}} {{end}}' "$id" | tr ' ' '\\n' | sed -n 's,/tcp$,,p')
  case $port in '' | *[!0-9]*) die "$target exposes no port, or several; its image must EXPOSE one" ;; esac
  lines="\${lines}server $(name_of "$id"):$port;
"
done
[ -e servers.before ] || { { cat "$servers" 2>/dev/null || echo 'server 127.0.0.1:1 down;'; } >servers.copy && sync && mv servers.copy servers.before; }
printf '%s' "$lines" >"$servers.new" && mv "$servers.new" "$servers"
sync
reload
printf '%s' "$lines"`;
    const undo = `. ./lib.sh
. ./nginx.sh
[ -s servers.before ] || exit 0
wait_engine
cp servers.before "$servers.new" && mv "$servers.new" "$servers"
sync
[ -z "$(proxy_id)" ] || reload`;
    return {
        id: 'switch',
        state: 'switch',
        title: 'lead nginx to the new containers',
        kind: 'firm',
        limit: 120,
        run,
        undo,
    };
}
/** After commit: waits until the workers of before have answered what they had begun. */
function nginxDrainStep(seconds) {
    const run = `. ./lib.sh
. ./nginx.sh
id=$(proxy_id)
[ -n "$id" ] || exit 0
end=$(($(date +%s) + ${seconds}))
while [ "$(leaving "$id")" -gt 0 ] && [ "$(date +%s)" -lt $end ]; do pause; done`;
    return {
        id: 'drain',
        state: 'drain',
        title: 'wait for the workers of before',
        kind: 'soft',
        limit: seconds + 30,
        run,
    };
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/phases.js













/** The steps of one host, phase by phase, and what they need beside them. */
function planPhases(move) {
    const { inputs, manifest, host, current } = move;
    const { content } = manifest;
    const gate = gateOptions(move);
    const { root, what } = inputs;
    const library = formatLibrary({ root, app: what.app, release: manifest.release, previous: host.facts.current });
    const starting = [
        ...(content.rest.length > 0 ? [restStep(content.rest, current?.content.rest ?? [])] : []),
        ...(content.rolling.length > 0 ? [startStep(content.rolling)] : []),
        ...(gate.services.length > 0 ? [gateStep(gate)] : []),
    ];
    return {
        library: [
            { name: 'lib.sh', content: Buffer.from(library) },
            { name: 'gate.sh', content: Buffer.from(formatGateLibrary(gate)) },
            ...proxyLibrary(content),
        ],
        phases: [
            { name: 'prepare', steps: prepare(move) },
            { name: 'migrate', steps: migrate(move) },
            { name: 'start', steps: starting },
            { name: 'switch', steps: switching(content, gate) },
        ],
        after: afterSteps(move),
    };
}
function prepare(move) {
    const { inputs, manifest, host, checkout } = move;
    const { content, release } = manifest;
    const names = [...content.rolling.map(({ name }) => name), ...content.rest];
    if (checkout === undefined)
        return [snapshotStep(names), pullStep({ app: inputs.what.app, release, content, login: undefined })];
    const zstd = host.facts.tools.includes('zstd');
    const files = [...checkout.releaseFiles, ...generatedFiles(content, checkout.env, (0,src_manifest/* formatManifest */.L_)(manifest))];
    const shared = changedShared(move, checkout);
    const reload = content.proxy?.kind === 'haproxy' ? haproxyReload() : '';
    return [
        snapshotStep(names),
        uploadStep(files, { zstd, hmacKey: host.hmacKey }),
        backupStep(content.proxy ? [content.proxy.folder] : []),
        ...(shared.length > 0 ? [sharedStep(shared, { zstd, reload })] : []),
        pullStep({ app: inputs.what.app, release, content, login: login(inputs, content) }),
    ];
}
function login({ registry }, { images }) {
    if (registry === undefined)
        return undefined;
    return dockerConfig({
        host: loginHost(registry.host, images),
        username: registry.username,
        password: registry.password.reveal(),
    });
}
/** Files for `shared/` that differ from what lies there; the proxy's own keeps the servers that it leads to now. */
function changedShared({ host, manifest }, checkout) {
    const { proxy } = manifest.content;
    const { facts } = host;
    const wanted = checkout.sharedFiles.flatMap((file) => {
        if (proxy?.kind === 'nginx' && file.path === `${proxy.folder}/upstream.servers` && facts.proxyFile)
            return [];
        if (proxy?.kind !== 'haproxy' || file.path !== `${proxy.folder}/haproxy.cfg` || !facts.proxyFile)
            return [file];
        return [{ ...file, content: Buffer.from(carryServers(Buffer.from(file.content).toString(), facts.proxyFile)) }];
    });
    return wanted.filter(({ path, content }) => facts.shared[path] !== (0,src_manifest/* sha256 */.sc)(content));
}
function migrate({ inputs, manifest, host, migrates }) {
    const { content } = manifest;
    const service = inputs.migrateService ?? Object.keys(content.images)[0] ?? content.rest[0];
    if (!migrates || inputs.migrateCommand.length === 0 || service === undefined)
        return [];
    const missing = content.rest.filter((name) => name !== content.proxy?.service &&
        name !== service &&
        !host.facts.containers.some((each) => each.service === name));
    const base = missing.length > 0 ? [{ ...restStep(missing, []), id: 'base' }] : [];
    return [...base, migrateStep(service, inputs.migrateCommand)];
}
function switching(content, gate) {
    const { proxy } = content;
    const { url } = gate;
    return [
        ...(proxy ? [proxy.kind === 'haproxy' ? haproxySwitchStep() : nginxSwitchStep()] : []),
        ...(url && gate.target ? [probeStep({ ...gate, url })] : []),
        ...(gate.watch > 0 && gate.services.length > 0 ? [watchStep(gate)] : []),
    ];
}
function afterSteps({ inputs, manifest, host }) {
    const { content, release } = manifest;
    const drain = (0,src_inputs/* inSeconds */.F7)(inputs.policy.drainTimeoutMs);
    const old = leftovers(host.facts.manifests, {
        release,
        previous: host.facts.current,
        keep: inputs.policy.keepReleases,
        app: inputs.what.app,
    });
    const proxies = {
        haproxy: [haproxyPersistStep(), haproxyDrainStep(drain)],
        nginx: [nginxDrainStep(drain)],
    };
    return [
        ...(content.proxy ? proxies[content.proxy.kind] : []),
        ...(content.rolling.length > 0 ? [stopStep(content.rolling, (0,src_inputs/* inSeconds */.F7)(inputs.policy.stopTimeoutMs))] : []),
        recordStep(),
        ...(old.releases.length > 0 ? [pruneStep(old)] : []),
    ];
}
function proxyLibrary({ proxy }) {
    if (proxy === undefined)
        return [];
    const text = proxy.kind === 'haproxy' ? formatHaproxyLibrary(proxy) : formatNginxLibrary(proxy);
    return [{ name: `${proxy.kind}.sh`, content: Buffer.from(text) }];
}
function gateOptions(move) {
    const { inputs, manifest } = move;
    const { content } = manifest;
    const { policy, healthUrl } = inputs;
    const beside = content.rolling.map(({ name }) => name);
    const pinned = content.rest.filter((name) => name in content.images);
    const services = Object.keys(content.images).length > 0 ? [...beside, ...pinned] : content.rest;
    const port = targetPort(move);
    return {
        services,
        beside,
        target: content.proxy?.target ?? services[0],
        url: healthUrl && { through: healthUrl.href, path: `${healthUrl.pathname}${healthUrl.search}`, port },
        successes: policy.healthSuccesses,
        timeout: (0,src_inputs/* inSeconds */.F7)(policy.healthTimeoutMs),
        readyDelay: (0,src_inputs/* inSeconds */.F7)(policy.readyDelayMs),
        logLines: policy.logLines,
        expectVersion: inputs.expectVersion,
        watch: (0,src_inputs/* inSeconds */.F7)(policy.watchMs),
    };
}
/** The port inside the container: what the proxy's file says, which is checked on the way. */
function targetPort({ manifest, host, checkout }) {
    const { proxy } = manifest.content;
    if (proxy === undefined)
        return undefined;
    const name = proxy.kind === 'haproxy' ? 'haproxy.cfg' : 'upstream.servers';
    const path = `${proxy.folder}/${name}`;
    const given = checkout?.sharedFiles.find((file) => file.path === path);
    const text = given ? Buffer.from(given.content).toString() : host.facts.proxyFile;
    if (text === undefined && checkout === undefined)
        return undefined;
    if (text === undefined) {
        throw strategyError(`${(0,ssh_src/* formatTarget */.P4)(host.target)}: shared/${path} is not there`, `write files: <folder> -> shared/${proxy.folder}`);
    }
    if (proxy.kind === 'nginx')
        return Number(/^\s*server\s+(?!127\.)\S+:(\d+)/m.exec(host.facts.proxyFile ?? '')?.[1]) || undefined;
    const problems = haproxyProblems(text);
    if (problems.length > 0)
        throw strategyError(`shared/${path}: ${problems.join('; ')}`, 'see the README of ssh-deploy, haproxy');
    return serverPort(text);
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/preflight.js

/** Oldest compose whose `--scale`, `--no-recreate` and `config --images` are what the steps rely on. */
const MIN_COMPOSE = [2, 20];
/**
 * Whether a host can take the deploy, before anything on it changes.
 * @throws ActionError E_TOOLS, E_DOCKER, E_DISK or E_MEMORY with figures.
 */
function checkHost(facts, demands) {
    const { host, user } = demands;
    const missing = missingTools(facts, demands);
    if (missing.length > 0)
        throw refuse('E_TOOLS', `${host}: ${missing.join(', ')} is missing`, 'install it on the host');
    if (facts.docker === undefined) {
        const denied = /permission denied/i.test(facts.dockerError ?? '');
        const hint = denied ? `on the host: sudo usermod -aG docker ${user}` : 'start the engine on the host';
        throw refuse('E_DOCKER', `${host}: docker does not answer: ${facts.dockerError ?? 'no reason given'}`, hint);
    }
    if (!isNewEnough(facts.compose)) {
        const message = `${host}: docker compose ${facts.compose ?? 'is not there'}, ${MIN_COMPOSE.join('.')} or newer is needed`;
        throw refuse('E_DOCKER', message, 'install the docker-compose-plugin package on the host');
    }
    for (const disk of facts.disks)
        checkRoom(disk, demands.minFreeDisk, { code: 'E_DISK', host });
    if (facts.memory)
        checkRoom(facts.memory, demands.minFreeMemory, { code: 'E_MEMORY', host });
}
function missingTools(facts, { socketClient, httpClient }) {
    const none = (...names) => !names.some((name) => facts.tools.includes(name));
    return [
        ...facts.missingTools.filter((tool) => tool !== 'docker'),
        ...(socketClient && none('perl', 'socat', 'nc') ? ['perl, socat or nc'] : []),
        ...(httpClient && none('curl', 'wget') ? ['curl or wget'] : []),
    ];
}
function isNewEnough(version = '') {
    const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
    return major > MIN_COMPOSE[0] || (major === MIN_COMPOSE[0] && minor >= MIN_COMPOSE[1]);
}
function checkRoom(room, limits, { code, host }) {
    const percent = room.total > 0 ? (100 * room.free) / room.total : 100;
    if (room.free >= limits.bytes && percent >= limits.percent)
        return;
    const needed = [limits.bytes > 0 ? (0,src/* formatSize */.Xq)(limits.bytes) : '', limits.percent > 0 ? `${limits.percent} %` : ''];
    const message = `${host}: ${room.where} has ${(0,src/* formatSize */.Xq)(room.free)} free (${percent.toFixed(0)} %), needs ${needed.filter(Boolean).join(' and ')}`;
    const [input, what] = code === 'E_DISK' ? ['min-free-disk', 'free some space'] : ['min-free-memory', 'free some memory'];
    throw refuse(code, message, `nothing was changed; ${what}, or lower ${input}`);
}
function refuse(code, message, hint) {
    return new src/* ActionError */.lZ(message, { code, hint });
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/plan.js






/** Decides what happens on each host. @throws ActionError where a host, the compose file or the release forbids it. */
function planDeploy(inputs, facts, concerns = () => true) {
    for (const { target, facts: host } of facts.hosts) {
        checkHost(host, {
            host: (0,ssh_src/* formatTarget */.P4)(target),
            user: target.user,
            minFreeDisk: inputs.policy.minFreeDisk,
            minFreeMemory: inputs.policy.minFreeMemory,
            socketClient: inputs.proxy === 'haproxy',
            httpClient: inputs.healthUrl !== undefined,
        });
    }
    const { checkout } = facts;
    if (checkout === undefined)
        return planRollback(inputs, facts, concerns);
    const migrating = facts.hosts.findIndex((host) => !planHost({ inputs, host, checkout, migrates: true }).unchanged);
    const hosts = facts.hosts.map((host, index) => ({
        ...planHost({ inputs, host, checkout, migrates: index === migrating }),
        index,
    }));
    const all = hosts.every(({ unchanged }) => unchanged);
    const release = all ? (hosts[0]?.previous ?? inputs.what.release) : inputs.what.release;
    return { mode: 'deploy', app: inputs.what.app, release, hosts, warnings: warningsOf(checkout) };
}
function planHost({ inputs, host, checkout, migrates }) {
    const { facts, target } = host;
    const content = contentOf(inputs, checkout, host.hmacKey);
    const current = facts.manifests.find(({ release }) => release === facts.current);
    const { release } = inputs.what;
    const base = {
        host: (0,ssh_src/* formatTarget */.P4)(target),
        index: 0,
        previous: facts.current,
        before: current?.content,
        content,
        changedEnv: (0,src_manifest/* changedKeys */.F$)(current?.content.env ?? {}, content.env),
    };
    if (current && (0,src_manifest/* sameContent */.Cm)(current.content, content) && allRunning(content, facts)) {
        return { ...base, unchanged: true, library: [], phases: [], after: [] };
    }
    const taken = facts.manifests.find((each) => each.release === release);
    if (taken && (release === facts.current || !(0,src_manifest/* sameContent */.Cm)(taken.content, content))) {
        throw new src/* InputError */.dz([
            {
                input: 'release',
                problem: `"${release}" is on ${base.host} already, with other content`,
                fix: 'another name, or none',
            },
        ]);
    }
    const manifest = { schema: 1, release, previous: facts.current, at: facts.now, by: inputs.by, content };
    return { ...base, unchanged: false, ...planPhases({ inputs, host, manifest, checkout, migrates, current }) };
}
function allRunning(content, facts) {
    const names = [...content.rolling.map(({ name }) => name), ...content.rest];
    return names.every((name) => facts.containers.some(({ service, state }) => service === name && state === 'running'));
}
function planRollback(inputs, facts, concerns) {
    const hosts = facts.hosts.flatMap((host, index) => concerns(host) ? [{ ...rollBackHost(inputs, host), index }] : []);
    const release = hosts[0]?.phases.length === 0 ? hosts[0].previous : inputs.what.to;
    return {
        mode: 'rollback',
        app: inputs.what.app,
        release: release ?? targetOf(inputs, facts.hosts[0]),
        hosts,
        warnings: [],
    };
}
function targetOf(inputs, host) {
    const current = host?.facts.manifests.find(({ release }) => release === host.facts.current);
    return inputs.what.to ?? current?.previous ?? '';
}
function rollBackHost(inputs, host) {
    const { facts } = host;
    const name = (0,ssh_src/* formatTarget */.P4)(host.target);
    const current = facts.manifests.find(({ release }) => release === facts.current);
    const to = targetOf(inputs, host);
    const manifest = facts.manifests.find(({ release }) => release === to);
    if (manifest === undefined) {
        const known = facts.manifests.map(({ release }) => release).filter((release) => release !== facts.current);
        const message = to
            ? `${name} has no release ${to}`
            : `${name} has no release before ${facts.current ?? 'the first'}`;
        const hint = known.length > 0 ? `set \`to\` to one of: ${known.join(', ')}` : 'deploy the older commit instead';
        throw new src/* ActionError */.lZ(message, { code: 'E_NO_RELEASE', hint });
    }
    const base = {
        host: name,
        index: 0,
        previous: facts.current,
        before: current?.content,
        content: manifest.content,
        changedEnv: (0,src_manifest/* changedKeys */.F$)(current?.content.env ?? {}, manifest.content.env),
    };
    if (to === facts.current)
        return { ...base, unchanged: true, library: [], phases: [], after: [] };
    return {
        ...base,
        unchanged: false,
        ...planPhases({ inputs, host, manifest, checkout: undefined, migrates: false, current }),
    };
}
function warningsOf(checkout) {
    const loose = checkout.services.filter(({ hasRestartPolicy }) => !hasRestartPolicy).map(({ name }) => name);
    return loose.length > 0
        ? [`${loose.join(', ')}: no restart policy, so nothing serves after a reboot; write restart: unless-stopped`]
        : [];
}


/***/ }),

/***/ 7132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* binding */ planOutput),
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./build/node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(5862);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/plan-text.js
var plan_text = __nccwpck_require__(7551);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/results.js
var results = __nccwpck_require__(436);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/step.js
/** States of a deploy, as the summary shows them. */
const states = [
    'upload',
    'backup',
    'pull',
    'migrate',
    'start',
    'gate',
    'switch',
    'watch',
    'drain',
    'stop',
    'record',
    'prune',
];

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/report.js




/** Plan joined with results: outputs, the summary, and the failure of the job. */
function report(plan, results) {
    const result = resultOf(plan, results);
    const { failure } = results;
    const shown = results.cancelled
        ? new src/* CancelledError */.cc(`cancelled; ${failure?.message ?? 'everything was undone'}`)
        : failure;
    return {
        outputs: {
            result,
            release: plan.release,
            'previous-release': plan.hosts[0]?.previous ?? '',
            changed: String(result === 'deployed' || (result === 'rolled-back' && plan.mode === 'rollback')),
            'failed-state': results.failedState ?? '',
            hosts: JSON.stringify(plan.hosts.map((host, index) => hostOutput(host, results.hosts[index]))),
            plan: JSON.stringify(planOutput(plan)),
        },
        summary: (0,src/* paragraphs */.qN)(headline(plan, results, result), timeTable(results), changes(plan), tail(plan, results)),
        annotations: [...plan.warnings, ...afterWarnings(results)].map((message) => ({
            level: 'warning',
            message,
        })),
        failure: shown,
    };
}
/** The plan as JSON: what would change on each host, without any content. */
function planOutput(plan) {
    const { mode, app, release } = plan;
    const hosts = plan.hosts.map((host) => ({
        host: host.host,
        unchanged: host.unchanged,
        previous: host.previous ?? null,
        images: host.content.images,
        env: host.changedEnv,
        steps: host.phases.flatMap(({ steps }) => steps.map(({ id, state, title }) => ({ id, state, title }))),
    }));
    return { mode, app, release, hosts };
}
function resultOf(plan, { hosts, failure, cancelled, failedState }) {
    if (!(0,results/* isSettled */.I)(hosts))
        return 'failed-dirty';
    if (cancelled)
        return 'cancelled';
    if (failure !== undefined)
        return failedState === 'switch' || failedState === 'watch' ? 'rolled-back' : 'failed-clean';
    if (plan.hosts.every(({ unchanged }) => unchanged))
        return 'unchanged';
    return plan.mode === 'rollback' ? 'rolled-back' : 'deployed';
}
function headline(plan, results, result) {
    const hosts = plan.hosts.length === 1 ? plan.hosts[0]?.host : `${plan.hosts.length} hosts`;
    const undone = results.failure && results.undoMs > 0 ? `, undone in ${(0,src/* formatDuration */.a3)(results.undoMs)}` : '';
    const mark = results.failure ? '❌' : '✅';
    const failure = results.failure ? `\n\n${(0,src/* codeBlock */.DV)(`${results.failure.code}: ${results.failure.message}`)}` : '';
    return `### ${mark} ssh-deploy: ${plan.app} ${(0,src/* code */.aY)(plan.release)} → ${hosts}: ${result}${undone}${failure}`;
}
function timeTable({ hosts }) {
    const used = states.filter((state) => hosts.some(({ steps }) => steps.some((step) => step.state === state)));
    const cell = ({ steps }, state) => {
        const those = steps.filter((step) => step.state === state);
        if (those.length === 0)
            return '';
        const seconds = those.reduce((sum, { ms }) => sum + ms, 0) / 1_000;
        return `${those.some(({ rc }) => rc !== 0) ? '✗ ' : ''}${seconds.toFixed(1)} s`;
    };
    const rows = hosts.map((host) => [host.host, ...used.map((state) => cell(host, state)), host.outcome]);
    return (0,src/* table */.tp)(['host', ...used, 'ended'], rows);
}
function changes(plan) {
    const rows = plan.hosts.flatMap((host) => imageRows(host).map((row) => [host.host, ...row]));
    const keys = [...new Set(plan.hosts.flatMap(({ changedEnv }) => changedEnv))];
    return (0,src/* paragraphs */.qN)((0,src/* table */.tp)(['host', 'service', 'before', 'after'], rows), keys.length > 0 ? `Environment: ${keys.map(src/* code */.aY).join(', ')}` : undefined);
}
function imageRows({ before, content }) {
    return Object.entries(content.images)
        .filter(([service, ref]) => before?.images[service] !== ref)
        .map(([service, ref]) => [service, shortRef(before?.images[service]), shortRef(ref)]);
}
function shortRef(ref) {
    return ref === undefined ? '' : (0,src/* code */.aY)(ref.replace(/@sha256:(.{12}).*$/, '@$1'));
}
function tail(plan, results) {
    const [host] = plan.hosts;
    const back = !results.failure && host?.previous && plan.mode === 'deploy'
        ? `To go back: \`mode: rollback\`, \`to: ${host.previous}\`.`
        : '';
    return (0,src/* paragraphs */.qN)(back, (0,src/* details */.zH)('Plan', (0,src/* codeBlock */.DV)((0,plan_text/* formatPlan */.n)(plan))));
}
function hostOutput(plan, result) {
    const seconds = {};
    for (const { state, ms } of result?.steps ?? [])
        seconds[state] = Math.round((seconds[state] ?? 0) + ms) / 1_000;
    return {
        host: plan.host,
        outcome: result?.outcome ?? 'unchanged',
        previous: plan.previous ?? null,
        seconds,
        images: plan.content.images,
    };
}
function afterWarnings({ hosts, failure }) {
    if (failure)
        return [];
    return hosts.flatMap(({ host, steps }) => steps
        .filter(({ rc }) => rc !== 0)
        .map(({ state, out }) => `${host}: deployed, but ${state} failed: ${out.trim().split('\n').at(-1) ?? ''}`));
}


/***/ }),

/***/ 436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ isSettled)
/* harmony export */ });
/** Every host ended whole, and all of them alike: otherwise post looks after them. */
function isSettled(hosts) {
    const outcomes = hosts.map(({ outcome }) => outcome);
    if (outcomes.includes('unknown') || outcomes.includes('stuck'))
        return false;
    return !(outcomes.includes('committed') && outcomes.includes('aborted'));
}


/***/ }),

/***/ 5862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lZ: () => (/* reexport */ ActionError),
  cc: () => (/* reexport */ CancelledError),
  ue: () => (/* reexport */ GateError),
  dz: () => (/* reexport */ InputError),
  zh: () => (/* reexport */ Secret),
  MU: () => (/* reexport */ TimeoutError),
  aY: () => (/* reexport */ code),
  DV: () => (/* reexport */ codeBlock),
  zH: () => (/* reexport */ details),
  au: () => (/* reexport */ didYouMean),
  a3: () => (/* reexport */ formatDuration),
  Xq: () => (/* reexport */ formatSize),
  qN: () => (/* reexport */ paragraphs),
  DB: () => (/* reexport */ parseSize),
  L5: () => (/* reexport */ retry),
  Cs: () => (/* reexport */ runAction),
  yM: () => (/* reexport */ splitWords),
  tp: () => (/* reexport */ table),
  ie: () => (/* reexport */ toActionError)
});

// UNUSED EXPORTS: CommandError, HttpError, annotate, announceSecrets, backoffMs, cutSummary, escapeMarkdown, forgetSecrets, formatCommand, formatError, inputReader, inputSource, nearest, parseArguments, parseChoice, parseDuration, parsePairs, realExec, realFiles, realLog, realPorts, realState, redact, secretForms, splitLines, withoutLogin

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
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/files.js
// `fs.promises` is loaded when it is first read, which a run with bad inputs never does.



let writes = 0;
/** The real file system. `temporary` is RUNNER_TEMP where the runner gives one. */
function realFiles(temporary = (0,external_node_os_namespaceObject.tmpdir)()) {
    return {
        read: (path) => external_node_fs_namespaceObject.promises.readFile(path),
        readText: (path) => external_node_fs_namespaceObject.promises.readFile(path, 'utf8').catch(absent),
        write: async (path, content, mode = 0o644) => {
            await external_node_fs_namespaceObject.promises.mkdir((0,external_node_path_.dirname)(path), { recursive: true });
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
        makeTemporaryFolder: (name) => external_node_fs_namespaceObject.promises.mkdtemp((0,external_node_path_.join)(temporary, `${name}-`)),
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

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: ./build/node_modules/@suite/core/src/command.js
/** Writes a command as a person would type it: what a plan shows and what tests compare. */
function formatCommand(command) {
    return [command.file, ...command.args].map(quoteWord).join(' ');
}
function quoteWord(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

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
    await (0,external_node_events_namespaceObject.once)(child, 'spawn').catch((error) => {
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
        sleep: (ms, signal) => (0,promises_namespaceObject.setTimeout)(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
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
        const failure = ports.signal.aborted ? cancelled(thrown) : toActionError(thrown);
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

/***/ 5960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ng: () => (/* reexport */ connect),
  P4: () => (/* reexport */ formatTarget),
  nG: () => (/* reexport */ packTar),
  ix: () => (/* reexport */ prepareSsh),
  sl: () => (/* reexport */ readSshInputs),
  nZ: () => (/* reexport */ shellJoin),
  ZL: () => (/* reexport */ shellQuote)
});

// UNUSED EXPORTS: aliasOf, classifyFailure, fingerprintOf, fingerprintOfLine, formatConfig, formatHostKeyScript, lookupName, parseKnownHosts, parsePrivateKey, parseTarget, parseTargets, pinLines

// EXTERNAL MODULE: ./build/node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(5862);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/node_modules/@suite/ssh/src/private-key.js


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
    if (label !== 'OPENSSH PRIVATE KEY')
        return { pem, type: legacyType(label, body) };
    return { pem, ...readOpenSsh(Buffer.from(body.replace(/\s/g, ''), 'base64')) };
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
function legacyType(label, body) {
    if (label.startsWith('ENCRYPTED') || /^(Proc-Type:.*ENCRYPTED|DEK-Info:)/m.test(body))
        throw encrypted();
    if (label === 'DSA PRIVATE KEY')
        throw new RangeError('is a DSA key, which OpenSSH no longer takes; make an ed25519 key');
    return { 'RSA PRIVATE KEY': 'ssh-rsa', 'EC PRIVATE KEY': 'ecdsa' }[label] ?? 'pkcs8';
}
function readOpenSsh(bytes) {
    if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
        throw new RangeError('is damaged: its content is no OpenSSH key');
    const read = stringReader(bytes, MAGIC.length);
    const cipher = read().toString();
    if (cipher !== 'none')
        throw encrypted();
    for (const _ of ['kdf', 'kdf options'])
        read();
    const publicKey = stringReader(bytes, read.position() + 4)();
    return { type: stringReader(publicKey, 0)().toString(), fingerprint: fingerprintOf(publicKey) };
}
function encrypted() {
    return new RangeError('is protected by a passphrase; load it into an ssh-agent, or use a key without one for this job');
}
/** Reads length-prefixed strings, RFC 4251 §5. */
function stringReader(bytes, start) {
    let at = start;
    const read = () => {
        const end = at + 4 <= bytes.length ? at + 4 + bytes.readUInt32BE(at) : Number.POSITIVE_INFINITY;
        if (end > bytes.length)
            throw new RangeError('is damaged: it ends too early');
        const value = bytes.subarray(at + 4, end);
        at = end;
        return value;
    };
    return Object.assign(read, { position: () => at });
}
/** `SHA256:` and the unpadded base64 of a public key's hash, as ssh-keygen -l prints it. */
function fingerprintOf(publicKey) {
    return `SHA256:${(0,external_node_crypto_.createHash)('sha256').update(publicKey).digest('base64').replace(/=+$/, '')}`;
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/ssh/src/target.js
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

;// CONCATENATED MODULE: ./build/node_modules/@suite/ssh/src/known-hosts.js


const KEY_TYPES = /^(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-[\w@.-]+|ssh-[\w@.-]+-cert-[\w@.-]+)$/;
const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}$/;
/**
 * Parses lines of known_hosts (hashed names, `@cert-authority` and `@revoked` included), `SHA256:…` and
 * `host SHA256:…`; comments and blank lines are dropped. Format: sshd(8).
 * @throws RangeError naming the first line that is none of these, or when nothing is left.
 */
function parseKnownHosts(text) {
    const lines = text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    if (lines.length === 0)
        throw new RangeError('holds no line; add the line that `ssh-keyscan <host>` prints, after checking it');
    const entries = lines.map(known_hosts_parseLine);
    return {
        lines: entries.filter((entry) => typeof entry === 'string'),
        pins: entries.filter((entry) => typeof entry !== 'string'),
    };
}
function known_hosts_parseLine(line) {
    const words = line.split(/\s+/);
    const last = words.at(-1) ?? '';
    if (last.startsWith('SHA256:'))
        return parsePin(words, last);
    const [host = '', type = '', key = ''] = words[0]?.startsWith('@') ? words.slice(1) : words;
    if (words[0]?.startsWith('@') && !/^@(cert-authority|revoked)$/.test(words[0]))
        throw wrongLine(line, 'an unknown marker');
    if (!host || !KEY_TYPES.test(type))
        throw wrongLine(line, 'no type of key as its second word');
    if (!holdsKey(key, type))
        throw wrongLine(line, `a damaged ${type} key`);
    return line;
}
function parsePin(words, fingerprint) {
    if (!FINGERPRINT.test(fingerprint))
        throw wrongLine(words.join(' '), 'a fingerprint that is not 43 characters long');
    const host = words.length > 1 ? words[0] : undefined;
    return host === undefined ? { fingerprint } : { host, fingerprint };
}
/** The blob of a public key begins with the length and name of its type. */
function holdsKey(key, type) {
    const blob = Buffer.from(key, 'base64');
    return blob.length > 4 + type.length && blob.toString('latin1', 4, 4 + type.length) === type;
}
function wrongLine(line, what) {
    return new RangeError(`has ${what}: "${line.slice(0, 40)}${line.length > 40 ? '…' : ''}"`);
}
/**
 * The lines of a pins file, `<name> <fingerprint>`: a pin without a host holds for the only target.
 * @throws RangeError where such a pin stands beside several targets.
 */
function pinLines(pins, targets) {
    const [only] = targets;
    return pins.map(({ host, fingerprint }) => {
        if (host !== undefined)
            return `${host} ${fingerprint}`;
        if (targets.length === 1 && only)
            return `${lookupName(only)} ${fingerprint}`;
        throw new RangeError(`has a pin without a host, and there are ${targets.length} hosts; write "<host> ${fingerprint}"`);
    });
}
/** The fingerprint of the key in a line `host type base64`. */
function fingerprintOfLine(line) {
    return fingerprintOf(Buffer.from(line.split(/\s+/)[2] ?? '', 'base64'));
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/ssh/src/classify.js



/**
 * Tells the failures of ssh apart by its stderr, because all of them exit 255. Text of OpenSSH 8.5 to 10.
 * Codes: E_SSH_UNREACHABLE (retryable), E_SSH_HOST_KEY, E_SSH_HOST_UNKNOWN, E_SSH_AUTH, E_SSH_CLIENT, E_SSH_LOST.
 */
function classifyFailure(stderr, context) {
    if (/host key for .* has changed|Host key verification failed|host key is known for|REVOKED/i.test(stderr)) {
        return hostKeyError(stderr, context);
    }
    const where = formatTarget(context.target);
    const denied = /Permission denied(?: \((?<methods>[^)]*)\))?/.exec(stderr);
    if (denied)
        return authError(where, denied.groups?.['methods'] ?? 'none', context);
    const reason = unreachableReason(stderr, context.target);
    if (reason !== undefined) {
        const hint = `check the address, the port and the firewall${context.jump ? `, also from ${formatTarget(context.jump)}` : ''}`;
        return new src/* ActionError */.lZ(`${where}: ${reason}`, { code: 'E_SSH_UNREACHABLE', hint, retryable: true });
    }
    if (/Bad configuration option|command-line: line|Bad owner or permissions/.test(stderr)) {
        const hint = 'OpenSSH 8.5 or newer is needed on the runner';
        return new src/* ActionError */.lZ(`the ssh client refused its configuration: ${lastLine(stderr)}`, {
            code: 'E_SSH_CLIENT',
            hint,
        });
    }
    return new src/* ActionError */.lZ(`${where}: the connection was lost: ${lastLine(stderr) || 'ssh gave no reason'}`, {
        code: 'E_SSH_LOST',
        retryable: true,
    });
}
const REASONS = [
    [/Could not resolve hostname/, () => 'the host name does not resolve'],
    [/Connection refused/, (port) => `port ${port} refused the connection: no sshd there, or it blocks this runner`],
    [/No route to host|Network is unreachable/, () => 'there is no route to the host'],
    [
        /connect to host .* timed out|Connection timed out during banner/,
        (port) => `no answer on port ${port} within connect-timeout`,
    ],
    [
        /kex_exchange_identification|Connection (?:closed|reset) by|banner exchange/,
        () => 'the server closed the connection before logging in: too many at once (MaxStartups), or it blocks this runner',
    ],
];
function unreachableReason(stderr, { port }) {
    return REASONS.find(([pattern]) => pattern.test(stderr))?.[1](port);
}
function hostKeyError(stderr, { target, jump, knownHosts, presented }) {
    const names = [lookupName(target), ...(jump ? [lookupName(jump)] : [])];
    const line = presented.findLast((each) => names.includes(each.split(' ')[0] ?? ''));
    const name = line?.split(' ')[0] ?? lookupName(target);
    const found = line ? `${line.split(' ')[1]} ${fingerprintOfLine(line)}` : 'a key that ssh did not name';
    const where = jump && name === lookupName(jump) ? formatTarget(jump) : formatTarget(target);
    const pins = knownHosts.pins.filter(({ host }) => host === undefined || host === name).map((pin) => pin.fingerprint);
    const known = knownHosts.lines.filter((each) => each.split(/[\s,]+/).includes(name));
    const expected = [...pins, ...known.map((each) => `${each.split(/\s+/)[1]} ${fingerprintOfLine(each)}`)];
    if (/has changed|REVOKED/i.test(stderr) || pins.length > 0) {
        const message = `${where} presented ${found}, known-hosts expects ${expected.join(' or ') || 'another key'}`;
        const hint = 'nothing was sent to it; find out why its key differs before you change known-hosts';
        return new src/* ActionError */.lZ(message, { code: 'E_SSH_HOST_KEY', hint });
    }
    const hint = line
        ? `compare the fingerprint with the server's own, then add this line to known-hosts:\n${line}`
        : `add the line of ${name} to known-hosts`;
    return new src/* ActionError */.lZ(`${where} presented ${found}, and known-hosts has no key of ${name}`, {
        code: 'E_SSH_HOST_UNKNOWN',
        hint,
    });
}
function authError(where, methods, { offered, target }) {
    const message = `${where} refused to log in: offered ${offered}, the server takes ${methods}`;
    const hint = `add the public half of the key to ~/.ssh/authorized_keys of ${target.user}, or give the right ssh-key`;
    return new src/* ActionError */.lZ(message, { code: 'E_SSH_AUTH', hint });
}
function lastLine(text) {
    return text.trim().split('\n').at(-1)?.trim() ?? '';
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/ssh/src/config.js
/** The name by which the generated configuration knows a target. */
function aliasOf(index) {
    return `host-${index + 1}`;
}
/**
 * The text of an ssh_config(5) that replaces the user's and the system's. A file and not `-o` options, because the
 * connection to a jump host takes over the file only: its host key would be checked by somebody else's rules.
 */
function formatConfig(options) {
    const { targets, jump, folder } = options;
    const hosts = targets.map((target, index) => hostBlock(aliasOf(index), target, jump ? ['ProxyJump jump'] : []));
    const jumpHost = jump ? [hostBlock('jump', jump, ['ControlPath none'])] : [];
    const common = [
        'BatchMode yes',
        'StrictHostKeyChecking yes',
        `UserKnownHostsFile ${quotePath(`${folder}/known_hosts`)}`,
        'GlobalKnownHostsFile /dev/null',
        `KnownHostsCommand ${quotePath(`${folder}/host-key`)} %I %H %t %K %f`,
        'UpdateHostKeys no',
        'CheckHostIP no',
        ...(options.hasKey
            ? [`IdentityFile ${quotePath(`${folder}/key`)}`, 'IdentitiesOnly yes', 'IdentityAgent none']
            : []),
        'PreferredAuthentications publickey',
        `ConnectTimeout ${Math.max(1, Math.ceil(options.connectTimeoutMs / 1_000))}`,
        'ServerAliveInterval 5',
        'ServerAliveCountMax 4',
        ...(options.share ? [`ControlPath "${escapeTokens(folder)}/%n"`] : []),
        'LogLevel ERROR',
    ];
    return [...hosts, ...jumpHost, block('Host *', common)].join('\n');
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

;// CONCATENATED MODULE: ./build/node_modules/@suite/ssh/src/connection.js




/** A unix socket's path holds 107 bytes, of which ssh takes 17 for a temporary name. */
const SOCKET_PATH_BYTES = 107 - 17;
const READY = 'connected';
/** The command line of ssh for one of the prepared targets. */
function sshCommand({ folder, settings }, index, remote) {
    return {
        file: 'ssh',
        args: ['-F', `${folder}/config`, '-T', aliasOf(index), remote],
        env: { ...settings.env, LC_ALL: 'C' },
    };
}
/** Writes the files that ssh needs. The caller has saved the folder's path, so that post removes it. */
async function prepareSsh(settings, folder, files) {
    const { targets, jump, connectTimeoutMs, key, knownHosts } = settings;
    const share = Buffer.byteLength(`${folder}/${aliasOf(targets.length)}`) <= SOCKET_PATH_BYTES;
    const config = formatConfig({ targets, jump, connectTimeoutMs, folder, hasKey: key !== undefined, share });
    const lines = (text) => text.map((line) => `${line}\n`).join('');
    await files.write(`${folder}/config`, config, 0o600);
    await files.write(`${folder}/known_hosts`, lines(knownHosts.lines), 0o600);
    await files.write(`${folder}/pins`, lines(pinLines(knownHosts.pins, targets)), 0o600);
    await files.write(`${folder}/presented`, '', 0o600);
    await files.write(`${folder}/host-key`, formatHostKeyScript(folder), 0o700);
    if (key)
        await files.write(`${folder}/key`, key.pem.reveal(), 0o600);
    return { settings, folder };
}
/**
 * Connects to one target and keeps the connection until `close`. Only transport errors are tried again, never a
 * refused key or a wrong host key.
 * @throws ActionError with an E_SSH_* code.
 */
async function connect(ssh, index, ports) {
    const { targets, connectRetries } = ssh.settings;
    const target = targets[index];
    if (target === undefined)
        throw new RangeError(`there is no host ${index}`);
    const explain = async (stderr) => {
        const noted = (await ports.files.readText(`${ssh.folder}/presented`)) ?? '';
        return explainFailure(ssh.settings, target, { stderr, presented: noted.split('\n').filter(Boolean) });
    };
    const retries = { retries: connectRetries, baseMs: 2_000, signal: ports.signal };
    const startOne = async () => {
        const started = await startMaster(sshCommand(ssh, index, `echo ${READY}; exec cat >/dev/null`), ports);
        if (typeof started === 'string')
            throw await explain(started);
        return started;
    };
    const master = await (0,src/* retry */.L5)(startOne, retries, ports);
    const start = (remote) => ports.exec.start(sshCommand(ssh, index, remote));
    return {
        target,
        explain,
        start,
        run: async (script, timeoutMs) => {
            const command = { ...sshCommand(ssh, index, 'exec sh -s'), stdin: script };
            const result = await ports.exec.run(timeoutMs === undefined ? command : { ...command, timeoutMs }, ports.signal);
            if (result.code === 255)
                throw await explain(result.stderr);
            return result;
        },
        close: async () => {
            master.stdin.end();
            const late = setTimeout(master.stop, 3_000);
            await master.exit;
            clearTimeout(late);
        },
    };
}
/** The first command is the connection that the others share; where it cannot be made, what ssh wrote to stderr. */
async function startMaster(command, ports) {
    const master = await ports.exec.start({ ...command, args: ['-o', 'ControlMaster=yes', ...command.args] });
    let stderr = '';
    master.stderr.on('data', (chunk) => {
        stderr += chunk;
    });
    ports.signal.addEventListener('abort', master.stop, { once: true });
    const connected = await Promise.race([sawReady(master), master.exit.then(() => false)]);
    ports.signal.removeEventListener('abort', master.stop);
    if (connected)
        return master;
    await master.exit;
    return stderr;
}
function sawReady(master) {
    return new Promise((resolve) => {
        let seen = '';
        master.stdout.on('data', (chunk) => {
            seen += chunk;
            if (seen.includes(READY))
                resolve(true);
        });
    });
}
function explainFailure(settings, target, { stderr, presented }) {
    const { knownHosts, jump, key, env } = settings;
    const agent = env['SSH_AUTH_SOCK']
        ? 'the keys of the ssh-agent'
        : 'no key: neither ssh-key nor an ssh-agent is there';
    const offered = key ? `a ${key.type} key ${key.fingerprint ?? ''}`.trim() : agent;
    return classifyFailure(stderr, { target, jump, knownHosts, presented, offered });
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/ssh/src/inputs.js



const PASSED_ON = ['PATH', 'HOME', 'SSH_AUTH_SOCK'];
/** Reads the inputs about SSH, the same words in every action. `hosts` is the name of the input with the targets. */
function readSshInputs(read, hosts) {
    const parse = hosts === 'hosts' ? parseTargets : (text) => [parseTarget(text)];
    const targets = read.parsed(hosts, { required: true }, parse) ?? [];
    const jump = read.parsed('jump', {}, parseTarget);
    const knownHosts = read.parsed('known-hosts', { required: true }, parseKnownHosts) ?? { lines: [], pins: [] };
    const secret = read.secret('ssh-key');
    const report = (input, work) => {
        try {
            return work();
        }
        catch (error) {
            read.problem(input, error instanceof Error ? error.message : String(error));
            return undefined;
        }
    };
    const key = secret && report('ssh-key', () => parsePrivateKey(secret));
    if (targets.length > 0)
        report('known-hosts', () => pinLines(knownHosts.pins, targets));
    const env = PASSED_ON.flatMap((name) => (read.env[name] === undefined ? [] : [[name, read.env[name]]]));
    return {
        targets,
        jump,
        key,
        knownHosts,
        connectTimeoutMs: read.duration('connect-timeout', { fallback: '10s' }) ?? 0,
        connectRetries: read.integer('connect-retries', { fallback: '3', min: 0, max: 20 }) ?? 0,
        env: Object.fromEntries(env),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/ssh/src/quote.js
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

;// CONCATENATED MODULE: ./build/node_modules/@suite/ssh/src/tar.js
const BLOCK = 512;
/**
 * Packs files into a tar archive, POSIX.1-2001 (pax) with ustar headers; the same files give the same bytes. Owner and
 * time are left 0: whoever unpacks owns the files.
 * @throws RangeError for a path that would leave the folder it is unpacked in.
 */
function packTar(files) {
    const parts = files.flatMap(({ path, content, mode = 0o644 }) => {
        checkPath(path);
        const name = Buffer.from(path);
        const long = name.length > 100 ? entry({ name: Buffer.from('pax'), mode: 0o644, type: 'x' }, paxPath(path)) : [];
        return [...long, ...entry({ name: name.subarray(0, 100), mode, type: '0' }, content)];
    });
    return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}
function checkPath(path) {
    const parts = path.split('/');
    if (path.startsWith('/') ||
        path.includes('\0') ||
        parts.some((part) => part === '' || part === '.' || part === '..')) {
        throw new RangeError(`"${path}" is no path inside a folder`);
    }
}
function entry(about, content) {
    const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
    return [header(about, content.length), content, padding];
}
function header({ name, mode, type }, size) {
    const bytes = Buffer.alloc(BLOCK);
    const octal = (value, at, length) => bytes.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at);
    name.copy(bytes, 0);
    octal(mode, 100, 8);
    octal(0, 108, 8);
    octal(0, 116, 8);
    octal(size, 124, 12);
    octal(0, 136, 12);
    bytes.write(' '.repeat(8), 148);
    bytes.write(type, 156);
    bytes.write('ustar\x0000', 257);
    const sum = bytes.reduce((total, byte) => total + byte, 0);
    bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return bytes;
}
/** A pax record begins with its own length in bytes, the digits of that length included. */
function paxPath(path) {
    const body = ` path=${path}\n`;
    const bytes = Buffer.byteLength(body);
    const length = [1, 2, 3, 4, 5]
        .map((digits) => bytes + digits)
        .find((total, index) => String(total).length === index + 1);
    return Buffer.from(`${length}${body}`);
}

;// CONCATENATED MODULE: ./build/node_modules/@suite/ssh/src/index.js











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
/******/ var __webpack_exports__ = __nccwpck_require__(8201);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
