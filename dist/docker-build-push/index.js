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

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 7335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ buildCommand),
/* harmony export */   f: () => (/* binding */ buildArguments)
/* harmony export */ });
/** What buildx needs of the job's environment; everything else stays away from the build. */
const PASSED = /^(?:PATH|HOME|USER|TMPDIR|LANG|LC_ALL|XDG_.*|SSL_CERT_(?:FILE|DIR)|(?:https?|no|all|ftp)_proxy|SOURCE_DATE_EPOCH|DOCKER_DEFAULT_PLATFORM|BUILDKIT_.*|BUILDX_.*|EXPERIMENTAL_BUILDKIT_.*|GODEBUG)$/i;
/** The arguments of one build: `--load` under a private name, with what the store can hold beside the image. */
function buildArguments(image, inputs, options) {
    const pairs = (flag, values) => [...values].flatMap(([key, value]) => [flag, `${key}=${value}`]);
    return [
        ...['build', '--builder', 'default', '--load', '--progress', 'rawjson'],
        ...['--tag', options.privateName, '--file', image.file],
        ...(image.target === undefined ? [] : ['--target', image.target]),
        ...pairs('--build-arg', image.buildArgs),
        ...pairs('--label', options.labels),
        ...inputs.secrets.flatMap((secret, index) => ['--secret', secretFlag(secret, index)]),
        ...(inputs.pull ? ['--pull'] : []),
        ...(inputs.noCache ? ['--no-cache'] : []),
        ...(options.provenance ? ['--provenance', 'mode=min'] : []),
        image.context,
    ];
}
/** The command of a build. The plugin is started itself: it is faster, and `docker` would look for it in our folder. */
function buildCommand(args, inputs, place) {
    const env = {};
    for (const [key, value] of Object.entries(inputs.env)) {
        if (value !== undefined && PASSED.test(key) && key !== 'BUILDX_BUILDER')
            env[key] = value;
    }
    for (const [index, secret] of inputs.secrets.entries()) {
        if ('value' in secret)
            env[secretVariable(index)] = secret.value;
    }
    const { socket, buildx } = place.facts;
    env['DOCKER_HOST'] = `unix://${socket}`;
    env['DOCKER_CONFIG'] = place.dockerConfigFolder;
    env['BUILDX_CONFIG'] = buildx.config;
    return { file: buildx.file, args, env };
}
function secretVariable(index) {
    return `BUILD_SECRET_${index + 1}`;
}
function secretFlag(secret, index) {
    const source = 'path' in secret ? `src=${secret.path}` : `env=${secretVariable(index)}`;
    const field = /[",]/.test(source) ? `"${source.replaceAll('"', '""')}"` : source;
    return `id=${secret.id},${field}`;
}


/***/ }),

/***/ 8760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ buildError),
/* harmony export */   w: () => (/* binding */ isTransient)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5024);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7524);


const SHOWN_LINES = 10;
/** A network's or registry's passing trouble, as engine and buildx put it into words. */
function isTransient(message) {
    return [
        /\b(?:429|50[0-4])\b[^\n]{0,3}(?:Too Many|Internal Server|Not Implemented|Bad Gateway|Service|Gateway)/i,
        /status(?: code)?:? (?:429|5\d\d)\b/i,
        /toomanyrequests|\bunavailable\b|connection reset|broken pipe|unexpected EOF|\bEOF$|i\/o timeout|TLS handshake timeout/i,
        /connection refused|Client\.Timeout|deadline exceeded|network is unreachable|server misbehaving/i,
    ].some((pattern) => pattern.test(message));
}
/** The error of a build, read out of its progress. `file` is the Dockerfile's path in the checkout. */
function buildError(progress, image) {
    const step = (0,_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .failedStep */ .cG)(progress);
    const place = lastPlace(progress.text);
    const reason = reasonOf(progress, step?.error);
    const where = place === undefined ? image.file : `${image.file}:${place.line}`;
    const title = `${image.name}: ${where}: ${step === undefined ? reason : `${cut(step.name, 200)}\n${reason}`}`;
    const log = (step?.log ?? []).slice(-SHOWN_LINES);
    const message = log.length === 0 ? title : `${title}\n${log.map((line) => `  ${line}`).join('\n')}`;
    const details = { code: 'E_BUILD', file: image.file, ...(place === undefined ? {} : { line: place.line }) };
    // Only fetching something may be tried again: a RUN that failed has said what it thinks.
    const fetching = step === undefined || /^\[internal\]|^\[auth\]|^\[[^\]]*\] FROM |^\[[^\]]*\] ADD https?:/.test(step.name);
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(message, { ...details, retryable: fetching && isTransient(reason) });
}
/** The `Dockerfile:5` line above the last quoted block. */
function lastPlace(text) {
    for (let index = text.length - 2; index >= 0; index--) {
        const match = /^\S.*:(\d+)$/.exec(text[index] ?? '');
        if (match && /^-{10,}$/.test(text[index + 1] ?? ''))
            return { line: Number(match[1]) };
    }
    return undefined;
}
/** What the step itself says is shorter and nearer than what buildx makes of it. */
function reasonOf({ text }, stepError) {
    const said = text.findLast((line) => line.startsWith('ERROR: ')) ?? text.findLast((line) => line.trim() !== '');
    const plain = said?.replace(/^ERROR: (?:failed to build: )?(?:failed to solve: )?/, '');
    const reason = (stepError ?? plain ?? 'buildx ended without a word').replaceAll(/\s+/g, ' ');
    const plainly = reason
        .replace(/^process ".*" did not complete successfully: /, '')
        .replace(/^(?:failed to compute cache key: )?failed to calculate checksum of ref \S+: /, '');
    return cut(plainly, 600);
}
function cut(text, most) {
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}


/***/ }),

/***/ 5574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H3: () => (/* binding */ PREFIX),
/* harmony export */   L7: () => (/* binding */ FOLDER),
/* harmony export */   gL: () => (/* binding */ SOCKET),
/* harmony export */   jq: () => (/* binding */ BUILDX_PID),
/* harmony export */   nY: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(369);

/** Names in the state, saved by main before what they stand for is made. */
const FOLDER = 'docker-config';
const PREFIX = 'private-prefix';
const SOCKET = 'socket';
const BUILDX_PID = 'buildx-pid';
const POLL_MS = 50;
const POLLS = 100;
/** Post: what a crash or a kill left. Main has removed it in every other case. */
async function cleanUp(ports, openEngine) {
    const [folder, prefix, socket, pid] = [FOLDER, PREFIX, SOCKET, BUILDX_PID].map((name) => ports.state.read(name));
    if (folder)
        await ports.files.remove(folder);
    if (!prefix || !socket)
        return undefined;
    if (pid)
        await stopBuild(ports, pid, prefix);
    const engine = openEngine(socket);
    for (const name of await (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .listNames */ .Zv)(engine, prefix))
        await (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .removeName */ .ok)(engine, name);
    return undefined;
}
/** Ends a build whose action was killed: it would load its image after we have looked. */
async function stopBuild(ports, pid, prefix) {
    // The number may be another process's by now: ours has the private name among its arguments.
    const runs = async () => (await ports.files.readText(`/proc/${pid}/cmdline`))?.includes(`${prefix}/`) ?? false;
    if (!(await runs()))
        return;
    await ports.exec.run({ file: 'kill', args: ['-KILL', '--', `-${pid}`] });
    for (let poll = 0; poll < POLLS && (await runs()); poll++)
        await ports.clock.sleep(POLL_MS);
}


/***/ }),

/***/ 1678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ parseDockerConfig),
/* harmony export */   Ds: () => (/* binding */ pluginFolders),
/* harmony export */   I3: () => (/* binding */ registryAuth),
/* harmony export */   YT: () => (/* binding */ formatDockerConfig),
/* harmony export */   Zn: () => (/* binding */ withHelperAnswer),
/* harmony export */   dr: () => (/* binding */ selectedBuilder),
/* harmony export */   kn: () => (/* binding */ credentialHelper)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5024);
/* harmony import */ var _image_name_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4836);


/** Parses a config.json; one that is missing or no JSON counts as empty, as Docker itself sees it. */
function parseDockerConfig(text) {
    try {
        const parsed = JSON.parse(text ?? '{}');
        const config = typeof parsed === 'object' && parsed !== null ? parsed : {};
        for (const { auth, identitytoken } of Object.values(config.auths ?? {})) {
            for (const value of [auth, identitytoken])
                if (value)
                    new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(value);
        }
        return config;
    }
    catch {
        return {};
    }
}
/**
 * The config.json of this run: the incoming logins, so that private base images still come, and ours. An empty
 * credential helper for our registry makes Docker read the login from this file where a store is set for all others.
 */
function formatDockerConfig(incoming, ours) {
    const { auths = {}, credsStore, credHelpers, proxies, HttpHeaders } = incoming;
    const kept = { credsStore, proxies, HttpHeaders };
    if (ours === undefined)
        return JSON.stringify({ auths, credHelpers, ...kept });
    const key = (0,_image_name_js__WEBPACK_IMPORTED_MODULE_1__/* .authKey */ .MY)(ours.registry);
    const auth = Buffer.from(`${ours.username}:${ours.password.reveal()}`).toString('base64');
    const helpers = credsStore || credHelpers ? { credHelpers: { ...credHelpers, [key]: '' } } : {};
    return JSON.stringify({ auths: { ...auths, [key]: { auth } }, ...helpers, ...kept });
}
/** The `X-Registry-Auth` header for a registry: ours, else the incoming login, else undefined. */
function registryAuth(registry, incoming, ours) {
    const serveraddress = (0,_image_name_js__WEBPACK_IMPORTED_MODULE_1__/* .authKey */ .MY)(registry);
    if (ours?.registry === registry) {
        return encodeAuth({ username: ours.username, password: ours.password.reveal(), serveraddress });
    }
    const found = [serveraddress, `https://${registry}`, `https://${registry}/v1/`, `https://${registry}/v2/`]
        .map((key) => incoming.auths?.[key])
        .find((entry) => entry?.auth || entry?.identitytoken);
    if (found === undefined)
        return undefined;
    if (found.identitytoken)
        return encodeAuth({ identitytoken: found.identitytoken, serveraddress });
    const [username = '', ...rest] = Buffer.from(found.auth ?? '', 'base64')
        .toString('utf8')
        .split(':');
    return encodeAuth({ username, password: rest.join(':'), serveraddress });
}
function encodeAuth(auth) {
    const { password, identitytoken } = auth;
    for (const value of [password, identitytoken])
        if (value)
            new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(value);
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(Buffer.from(JSON.stringify(auth)).toString('base64url'));
}
/** The program that keeps a registry's login where config.json names one: `docker-credential-<name>`. */
function credentialHelper(registry, { credHelpers, credsStore }) {
    const name = credHelpers?.[(0,_image_name_js__WEBPACK_IMPORTED_MODULE_1__/* .authKey */ .MY)(registry)] ?? credsStore;
    return name ? `docker-credential-${name}` : undefined;
}
/** Puts what a credential helper answered in place of the entry that it left empty; no answer changes nothing. */
function withHelperAnswer(config, registry, answer) {
    const { Username: username, Secret: secret } = parseAnswer(answer);
    if (!username || !secret)
        return config;
    const auth = Buffer.from(`${username}:${secret}`).toString('base64');
    // A helper says <token> for a user where it has an identity token.
    const entry = username === '<token>' ? { identitytoken: secret } : { auth };
    for (const value of [secret, auth])
        new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(value);
    return { ...config, auths: { ...config.auths, [(0,_image_name_js__WEBPACK_IMPORTED_MODULE_1__/* .authKey */ .MY)(registry)]: entry } };
}
function parseAnswer(answer) {
    try {
        return JSON.parse(answer) ?? {};
    }
    catch {
        return {};
    }
}
/** The folders in which Docker looks for its plugins, in its order. `folder` is the incoming config's. */
function pluginFolders(folder, config) {
    const standard = ['/usr/local/lib', '/usr/local/libexec', '/usr/lib', '/usr/libexec'];
    const system = standard.map((parent) => `${parent}/docker/cli-plugins`);
    return [`${folder}/cli-plugins`, ...(config.cliPluginsExtraDirs ?? []), ...system];
}
/**
 * The builder that buildx would take: BUILDX_BUILDER, else its `current` file where that is for this engine. `default`
 * is the engine itself.
 */
function selectedBuilder(variable, current, endpoint) {
    if (variable)
        return variable;
    try {
        const { Key: key, Name: name, Global: everywhere } = JSON.parse(current ?? '{}');
        if (typeof name === 'string' && name !== '' && (everywhere === true || key === endpoint))
            return name;
    }
    catch {
        // buildx, too, falls back to the engine itself where its file is no JSON.
    }
    return 'default';
}


/***/ }),

/***/ 369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   E$: () => (/* binding */ tagImage),
/* harmony export */   Rz: () => (/* binding */ readEngine),
/* harmony export */   Zv: () => (/* binding */ listNames),
/* harmony export */   lj: () => (/* binding */ pushTag),
/* harmony export */   n4: () => (/* binding */ readLayers),
/* harmony export */   ok: () => (/* binding */ removeName),
/* harmony export */   wD: () => (/* binding */ checkLogin)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5024);
/* harmony import */ var _image_name_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4836);
/* harmony import */ var _push_stream_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1396);



/** @throws ActionError `E_ENGINE` where nobody answers or the engine is too old. */
async function readEngine(engine) {
    const [version, info] = await Promise.all([getJson(engine, '/version'), getJson(engine, '/info')]);
    const drivers = info['DriverStatus'];
    const containerd = Array.isArray(drivers) && drivers.flat().includes('io.containerd.snapshotter.v1');
    return {
        version: String(version['Version']),
        api: `/v${version['ApiVersion']}`,
        store: containerd ? 'containerd' : 'overlay2',
    };
}
async function readImage(engine, api, name) {
    const image = await getJson(engine, `${api}/images/${name}/json`);
    const variant = image['Variant'] ? `/${image['Variant']}` : '';
    return {
        id: String(image['Id']),
        platform: `${image['Os']}/${image['Architecture']}${variant}`,
        config: (image['Config'] ?? {}),
        digests: Array.isArray(image['RepoDigests']) ? image['RepoDigests'].map(String) : [],
    };
}
/** The layers of an image, newest first, with the instruction that made each; empty ones weigh 0. */
async function readLayers(engine, api, name) {
    const history = await getJson(engine, `${api}/images/${name}/history`);
    return (Array.isArray(history) ? history : []).map((entry) => ({
        bytes: Number(entry?.Size ?? 0),
        createdBy: String(entry?.CreatedBy ?? ''),
    }));
}
async function tagImage(engine, api, { id, ref }) {
    const colon = ref.lastIndexOf(':');
    const query = { repo: ref.slice(0, colon), tag: ref.slice(colon + 1) };
    const response = await engine.send({ method: 'POST', path: `${api}/images/${id}/tag`, query });
    if (response.status !== 201)
        throw refused(`tagging ${ref}`, response);
}
/** Takes a name away, and with the last one the image; one that is gone already is no error. */
async function removeName(engine, name) {
    const response = await engine.send({ method: 'DELETE', path: `/images/${name}` });
    if (response.status !== 200 && response.status !== 404)
        throw refused(`removing ${name}`, response);
}
/** The names of images that begin with a prefix. */
async function listNames(engine, prefix) {
    const query = { filters: JSON.stringify({ reference: [`${prefix}/*`] }) };
    const response = await engine.send({ method: 'GET', path: '/images/json', query });
    const images = response.status === 200 ? JSON.parse(response.text) : [];
    const names = Array.isArray(images) ? images.flatMap((image) => (image?.RepoTags ?? [])) : [];
    return names.filter((name) => name.startsWith(`${prefix}/`));
}
/** Asks the registry, by the engine, whether the login is good. Undefined: it is. */
async function checkLogin(engine, { registry, username, password }) {
    const login = { username, password: password.reveal(), serveraddress: (0,_image_name_js__WEBPACK_IMPORTED_MODULE_1__/* .authKey */ .MY)(registry) };
    const response = await engine.send({ method: 'POST', path: '/auth', body: new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(JSON.stringify(login)) });
    return response.status === 200 || response.status === 204 ? undefined : messageOf(response);
}
async function pushTag(engine, api, push) {
    const colon = push.ref.lastIndexOf(':');
    const response = await engine.send({
        method: 'POST',
        path: `${api}/images/${push.ref.slice(0, colon)}/push`,
        query: { tag: push.ref.slice(colon + 1) },
        headers: { 'x-registry-auth': push.auth ?? 'e30=' },
        signal: push.signal,
    });
    return response.status === 200 ? (0,_push_stream_js__WEBPACK_IMPORTED_MODULE_2__/* .readPushStream */ .pe)(response.text) : { problem: messageOf(response) };
}
async function getJson(engine, path) {
    const response = await engine.send({ method: 'GET', path });
    if (response.status !== 200)
        throw refused(`GET ${path}`, response);
    return JSON.parse(response.text);
}
function refused(what, response) {
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${what}: the engine answered ${response.status}: ${messageOf(response)}`, {
        code: 'E_ENGINE',
    });
}
function messageOf({ text }) {
    try {
        return String(JSON.parse(text).message ?? text);
    }
    catch {
        return text.trim();
    }
}


/***/ }),

/***/ 9981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ execute)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 25 modules
var src = __nccwpck_require__(5024);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./actions/docker-build-push/src/tar.js
const BLOCK = 512;
/**
 * Reads a tar archive as it comes, in chunks of any length. `open` gives what takes a file's bytes, or undefined for
 * one that nobody wants. Knows ustar, GNU's long names and big numbers, and pax headers.
 * @throws Error where the archive stops in the middle.
 */
async function readTar(chunks, open) {
    const source = byteSource(chunks);
    let ahead = {};
    for (;;) {
        const block = await nextBlock(source);
        if (block === undefined || block.every((byte) => byte === 0))
            break;
        const type = String.fromCharCode(block[156] ?? 0);
        if (type === 'x' || type === 'L') {
            const text = (await gather(source, numberIn(block.subarray(124, 136)))).toString('utf8');
            ahead = { ...ahead, ...(type === 'L' ? { name: untilNul(text) } : parsePax(text)) };
            continue;
        }
        const entry = { name: ahead.name ?? nameIn(block), size: ahead.size ?? numberIn(block.subarray(124, 136)) };
        ahead = {};
        const sink = type === '0' || type === '\0' ? open(entry) : undefined;
        await each(source, entry.size, async (chunk) => sink?.take(chunk));
        await sink?.end();
    }
    await source.close();
}
function byteSource(chunks) {
    const iterator = chunks[Symbol.asyncIterator]();
    let rest = Buffer.alloc(0);
    return {
        some: async (most) => {
            while (rest.length === 0) {
                const next = await iterator.next();
                if (next.done)
                    return undefined;
                rest = next.value;
            }
            const part = rest.subarray(0, most);
            rest = rest.subarray(part.length);
            return part;
        },
        close: async () => {
            await iterator.return?.();
        },
    };
}
async function take(source, bytes, use) {
    for (let left = bytes; left > 0;) {
        const part = await source.some(left);
        if (part === undefined)
            throw new Error('the image archive ends in the middle');
        left -= part.length;
        await use(part);
    }
}
/** Gives `size` bytes and passes over what fills their last block. */
async function each(source, size, use) {
    await take(source, size, use);
    await take(source, (BLOCK - (size % BLOCK)) % BLOCK, async () => undefined);
}
async function gather(source, size) {
    const parts = [];
    await each(source, size, async (part) => {
        parts.push(part);
    });
    return Buffer.concat(parts);
}
/** The next header, or undefined at the end of the archive. */
async function nextBlock(source) {
    const head = await source.some(1);
    if (head === undefined)
        return undefined;
    const parts = [head];
    await take(source, BLOCK - head.length, async (part) => {
        parts.push(part);
    });
    return Buffer.concat(parts);
}
/** Octal text, or GNU's base 256 where the first bit is set. */
function numberIn(field) {
    const first = field[0] ?? 0;
    if (first & 0x80)
        return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, first & 0x7f);
    return Number.parseInt(field.toString('latin1').replace(/[^0-7]/g, '') || '0', 8);
}
function nameIn(block) {
    const text = (from, to) => untilNul(block.subarray(from, to).toString('utf8'));
    // GNU writes "ustar " and keeps other things where ustar has the prefix.
    const prefix = text(257, 263) === 'ustar' ? text(345, 500) : '';
    return prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
}
function untilNul(text) {
    const end = text.indexOf('\0');
    return end < 0 ? text : text.slice(0, end);
}
function parsePax(text) {
    const name = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1];
    const size = /(?:^|\n)\d+ size=(\d+)\n/.exec(text)?.[1];
    return { ...(name === undefined ? {} : { name }), ...(size === undefined ? {} : { size: Number(size) }) };
}

;// CONCATENATED MODULE: ./actions/docker-build-push/src/archive.js


/** The largest `manifest.json` that is read. */
const MANIFEST_LIMIT = 16 * 1024 * 1024;
const MAGIC_BYTES = 4;
/**
 * Sums the layers of an engine's image archive, a tar with `manifest.json`, while it streams by. One store keeps
 * layers as tar, another as gzip or zstd.
 * @throws Error where the archive ends early or has no manifest.
 */
async function measureArchive(chunks) {
    const files = new Map();
    const manifest = [];
    await readTar(chunks, (entry) => {
        if (entry.name !== 'manifest.json' || entry.size > MANIFEST_LIMIT)
            return count(entry, files);
        const take = async (chunk) => void manifest.push(chunk);
        return { take, end: async () => undefined };
    });
    return sumLayers(Buffer.concat(manifest).toString('utf8'), files);
}
function sumLayers(manifest, files) {
    const parsed = manifest === '' ? undefined : JSON.parse(manifest);
    const layers = Array.isArray(parsed) ? parsed[0]?.Layers : undefined;
    if (!Array.isArray(layers))
        throw new Error('the image archive has no manifest.json with layers');
    const sizes = layers.map((layer) => {
        const found = files.get(String(layer));
        if (found === undefined)
            throw new Error(`the image archive misses the layer ${layer}`);
        return found;
    });
    const sum = (kind) => sizes.reduce((total, size) => total + size[kind], 0);
    return { stored: sum('stored'), unpacked: sum('unpacked') };
}
/** Measures one file of the archive; whether it is compressed shows in its first bytes. */
function count({ name, size }, files) {
    let head = Buffer.alloc(0);
    let unpacking;
    return {
        take: async (chunk) => {
            if (unpacking !== undefined || head.length >= MAGIC_BYTES)
                return unpacking?.take(chunk);
            head = Buffer.concat([head, chunk]);
            if (head.length >= MAGIC_BYTES)
                unpacking = await unpack(head);
            return unpacking?.take(head);
        },
        end: async () => {
            files.set(name, { stored: size, unpacked: (await unpacking?.total()) ?? size });
        },
    };
}
async function unpack(head) {
    const decoder = await decoderFor(head);
    if (decoder === undefined)
        return undefined;
    let bytes = 0;
    decoder.on('data', (chunk) => {
        bytes += chunk.length;
    });
    const done = (0,external_node_events_.once)(decoder, 'end');
    // Its failure comes out of total(); until then nobody may be waiting for it.
    done.catch(() => undefined);
    return {
        take: async (chunk) => {
            if (!decoder.write(chunk))
                await Promise.race([(0,external_node_events_.once)(decoder, 'drain'), done]);
        },
        total: async () => {
            decoder.end();
            await done;
            return bytes;
        },
    };
}
async function decoderFor(head) {
    const { createGunzip, createZstdDecompress } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8522, 19));
    if (head[0] === 0x1f && head[1] === 0x8b)
        return createGunzip();
    return head.readUInt32LE(0) === 0xfd2fb528 ? createZstdDecompress() : undefined;
}

// EXTERNAL MODULE: ./actions/docker-build-push/src/build-command.js
var build_command = __nccwpck_require__(7335);
// EXTERNAL MODULE: ./actions/docker-build-push/src/build-failure.js
var build_failure = __nccwpck_require__(8760);
// EXTERNAL MODULE: ./actions/docker-build-push/src/engine.js
var src_engine = __nccwpck_require__(369);
// EXTERNAL MODULE: ./actions/docker-build-push/src/policy.js
var src_policy = __nccwpck_require__(2169);
// EXTERNAL MODULE: ./actions/docker-build-push/src/sizes.js
var sizes = __nccwpck_require__(5229);
;// CONCATENATED MODULE: ./actions/docker-build-push/src/judge.js



/** Every gate's answer on one image: size first, then the policy's rules. */
function judge(planned, policy, evidence) {
    const { image, layers, size } = evidence;
    const findings = (0,src_policy/* judgePolicy */.CL)(policy, image.config, findSecrets(evidence));
    const over = planned.maxSize === undefined ? undefined : (0,sizes/* judgeSize */.nV)({ name: planned.name, layers }, size, planned.maxSize);
    const refusals = findings.filter(({ level }) => level === 'error').map((finding) => refuse(planned, finding));
    return { findings, refusals: over === undefined ? refusals : [sizeRefusal(over.message), ...refusals] };
}
/** Parts of the image in which one of the build's own secrets stands; short values would be found by chance. */
function findSecrets({ image, layers, secrets }) {
    const { Env, ...rest } = image.config;
    const texts = {
        ENV: (Env ?? []).join('\n'),
        config: JSON.stringify(rest),
        history: layers.map(({ createdBy }) => createdBy).join('\n'),
    };
    const values = secrets.map((secret) => secret.reveal().trim()).filter((value) => value.length >= 8);
    return Object.entries(texts)
        .filter(([, text]) => values.some((value) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1))))
        .map(([place]) => `a secret of this build in the image's ${place}`);
}
function sizeRefusal(message) {
    const hint = 'make the image smaller (a smaller base, fewer packages, a second stage), or raise max-size';
    return { rule: 'max-size', error: new src/* ActionError */.lZ(message, { code: 'E_SIZE', hint }) };
}
function refuse({ name, file }, { rule, problem, fix }) {
    const code = `E_POLICY_${rule.toUpperCase().replaceAll('-', '_')}`;
    const hint = `${fix}, or set policy: ${rule}=warn`;
    return { rule, error: new src/* ActionError */.lZ(`${name} ${problem}`, { code, hint, file }) };
}

// EXTERNAL MODULE: ./actions/docker-build-push/src/progress.js
var src_progress = __nccwpck_require__(7524);
// EXTERNAL MODULE: ./actions/docker-build-push/src/results.js
var results = __nccwpck_require__(5093);
;// CONCATENATED MODULE: ./actions/docker-build-push/src/build-image.js









/** Builds one image once and judges it; only a failed fetch of a base image is tried again. */
async function buildImage(planned, shop) {
    const { ports, inputs } = shop;
    const started = ports.clock.monotonic();
    let progress = src_progress/* NO_PROGRESS */.cf;
    const attempt = async () => {
        progress = src_progress/* NO_PROGRESS */.cf;
        await runOnce(planned, shop, (now) => {
            progress = now;
        });
    };
    const ended = () => Math.round(ports.clock.monotonic() - started);
    try {
        const onRetry = (error) => ports.log.warning(`trying again: ${(0,src/* toActionError */.ie)(error).message}`);
        const options = { retries: inputs.retries, signal: ports.signal, onRetry };
        await ports.log.group(`Building ${planned.name}`, () => (0,src/* retry */.L5)(attempt, options, ports));
    }
    catch (thrown) {
        if (ports.signal.aborted)
            throw new src/* CancelledError */.cc();
        const error = (0,src/* toActionError */.ie)(thrown);
        if (error.code !== 'E_BUILD')
            throw error;
        return { planned, refusal: { rule: 'build', error }, steps: (0,results/* stepsOf */.B)(progress), buildMs: ended() };
    }
    return judgeImage(planned, shop, { progress, buildMs: ended() });
}
async function runOnce(planned, shop, keep) {
    const command = (0,build_command/* buildCommand */.O)(planned.args, shop.inputs, { ...shop, facts: shop.plan.facts });
    let progress = src_progress/* NO_PROGRESS */.cf;
    const status = await shop.runBuild(command, (lines) => {
        const shown = [];
        for (const line of lines) {
            const read = (0,src_progress/* readProgress */.gQ)(progress, line);
            progress = read.progress;
            shown.push(...read.shown);
        }
        keep(progress);
        if (shown.length > 0)
            shop.ports.log.untrusted(shown.join('\n'));
    });
    // By the exit code only: buildx prints ERROR for things that do not fail.
    if (status.code !== 0)
        throw (0,build_failure/* buildError */.d)(progress, planned);
}
async function judgeImage(planned, shop, built) {
    const { engine, plan, inputs } = shop;
    const { api, store } = plan.facts.engine;
    const [image, layers] = await Promise.all([
        (0,src_engine/* readImage */.AM)(engine, api, planned.privateName),
        (0,src_engine/* readLayers */.n4)(engine, api, planned.privateName),
    ]);
    const secrets = [
        ...inputs.secrets.flatMap((secret) => ('value' in secret ? [secret.value] : [])),
        ...(inputs.credentials ? [inputs.credentials.password] : []),
    ];
    const size = await measure(planned, shop, { id: image.id, estimate: (0,sizes/* estimateSize */.Ek)(layers) });
    return {
        planned,
        id: image.id,
        platform: image.platform,
        size,
        layers,
        ...judge(planned, plan.policy, { image, layers, size, secrets }),
        steps: (0,results/* stepsOf */.B)(built.progress),
        buildMs: built.buildMs,
        digest: store === 'containerd' ? image.id : undefined,
        pushed: [],
    };
}
/** The engine's estimate decides where it is clear; the exact sum costs a pass over the whole image. */
async function measure({ maxSize }, { engine, plan, ports }, { id, estimate }) {
    const { sizeMetric: metric } = plan;
    if (metric === 'uncompressed' && (maxSize === undefined || !(0,sizes/* isInDoubt */.cd)(estimate.bytes, maxSize)))
        return estimate;
    const path = `${plan.facts.engine.api}/images/${id}/get`;
    const sums = await measureArchive(await engine.stream({ method: 'GET', path, signal: ports.signal }));
    return { metric, known: 'exact', bytes: metric === 'compressed' ? sums.stored : sums.unpacked };
}

// EXTERNAL MODULE: ./actions/docker-build-push/src/clean-up.js
var clean_up = __nccwpck_require__(5574);
// EXTERNAL MODULE: ./actions/docker-build-push/src/docker-config.js
var docker_config = __nccwpck_require__(1678);
// EXTERNAL MODULE: ./actions/docker-build-push/src/plan.js
var src_plan = __nccwpck_require__(7428);
// EXTERNAL MODULE: ./actions/docker-build-push/src/push-stream.js
var push_stream = __nccwpck_require__(1396);
;// CONCATENATED MODULE: ./actions/docker-build-push/src/push-image.js




/** Asks the registry whether the login is good, before any work is done for it. */
async function logIn({ engine, inputs, ports, plan }) {
    const { credentials } = inputs;
    if (!plan.push || credentials === undefined)
        return undefined;
    const first = plan.images[0]?.repository ?? credentials.registry;
    return attempt('login', ports.signal, () => retrying({ ports, inputs }, `login to ${credentials.registry}`, async () => {
        const problem = await (0,src_engine/* checkLogin */.wD)(engine, credentials);
        if (problem === undefined)
            return;
        const message = `${credentials.registry} refused the login of ${credentials.username}: ${problem}`;
        throw new src/* ActionError */.lZ(message, { code: 'E_LOGIN', retryable: (0,build_failure/* isTransient */.w)(problem), hint: (0,push_stream/* accessHint */.ux)(first) });
    }));
}
/** Gives an image its public names in the engine, and pushes each where the plan says so. */
async function publish(image, shop) {
    const { engine, plan, ports } = shop;
    let done = image;
    const failure = await attempt('push', ports.signal, async () => {
        for (const ref of image.planned.refs) {
            await (0,src_engine/* tagImage */.E$)(engine, plan.facts.engine.api, { id: image.id, ref });
            if (!plan.push)
                continue;
            const digest = await pushRef(ref, image, shop);
            done = { ...done, digest, pushed: [...done.pushed, ref] };
        }
    });
    return { image: done, failure };
}
async function pushRef(ref, image, shop) {
    const { engine, plan, ports } = shop;
    const { api, store } = plan.facts.engine;
    const digest = await retrying(shop, ref, async () => {
        const answer = await (0,src_engine/* pushTag */.lj)(engine, api, { ref, auth: image.planned.auth, signal: ports.signal });
        if ('problem' in answer)
            throw (0,push_stream/* pushError */.JK)(ref, answer.problem);
        return answer.digest;
    });
    const known = store === 'containerd' ? [image.id] : (await (0,src_engine/* readImage */.AM)(engine, api, image.id)).digests;
    if (known.some((name) => name.endsWith(digest))) {
        ports.log.info(`pushed ${ref} as ${digest}`);
        return digest;
    }
    const message = `${ref} now holds ${digest}, which is not the image that was checked (${image.id})`;
    const hint = 'another job on this engine tagged the same name meanwhile: give the jobs a common concurrency group';
    throw new src/* ActionError */.lZ(message, { code: 'E_PUSH', hint });
}
function retrying({ ports, inputs }, what, work) {
    let tries = 0;
    const onRetry = (error, number, waitMs) => {
        tries = number;
        ports.log.warning(`${what}: try ${number + 1} of ${inputs.retries + 1} in ${waitMs} ms: ${(0,src/* toActionError */.ie)(error).message}`);
    };
    const options = { retries: inputs.retries, signal: ports.signal, onRetry };
    return (0,src/* retry */.L5)(work, options, ports).catch((thrown) => {
        const error = (0,src/* toActionError */.ie)(thrown);
        if (tries === 0)
            throw error;
        throw new src/* ActionError */.lZ(`${error.message} (${tries + 1} tries)`, error.details);
    });
}
/** A registry that says no is a result: outputs and summary are still written. */
async function attempt(rule, signal, work) {
    try {
        await work();
        return undefined;
    }
    catch (thrown) {
        if (signal.aborted)
            throw new src/* CancelledError */.cc();
        const error = (0,src/* toActionError */.ie)(thrown);
        if (error.code !== 'E_PUSH' && error.code !== 'E_LOGIN')
            throw error;
        return { rule, error };
    }
}

;// CONCATENATED MODULE: ./actions/docker-build-push/src/execute.js







/** Builds and judges every image, and publishes all of them or none. */
async function execute(plan, inputs, tools) {
    const { ports } = tools;
    const dockerConfigFolder = await ports.files.makeTemporaryFolder('docker-config');
    ports.state.save(clean_up/* FOLDER */.L7, dockerConfigFolder);
    ports.state.save(clean_up/* SOCKET */.gL, plan.facts.socket);
    ports.state.save(clean_up/* PREFIX */.H3, (0,src_plan/* privatePrefix */.SA)(plan.facts.nonce));
    const shop = { inputs, plan, dockerConfigFolder, ...tools };
    if (plan.pushSkipped !== undefined)
        ports.log.notice(`N_PUSH_SKIPPED: nothing is pushed: ${plan.pushSkipped}`);
    try {
        const config = (0,docker_config/* formatDockerConfig */.YT)(plan.facts.dockerConfig, inputs.credentials);
        await ports.files.write(`${dockerConfigFolder}/config.json`, config, 0o600);
        return await work(shop);
    }
    finally {
        await ports.files.remove(dockerConfigFolder);
        for (const { privateName } of plan.images)
            await (0,src_engine/* removeName */.ok)(tools.engine, privateName);
    }
}
async function work(shop) {
    const refused = await logIn(shop);
    if (refused)
        return { images: [], publishing: refused };
    const judged = [];
    for (const planned of shop.plan.images) {
        const built = await buildImage(planned, shop);
        if (isBroken(built))
            return { images: judged, broken: built };
        shop.ports.log.info(describe(built));
        judged.push(built);
    }
    // All or none: a version of which one image is refused must not be half in the registry.
    if (judged.some(({ refusals }) => refusals.length > 0))
        return { images: judged };
    return publishAll(judged, shop);
}
async function publishAll(judged, shop) {
    const images = [...judged];
    for (const [index, one] of judged.entries()) {
        const { image, failure } = await publish(one, shop);
        images[index] = image;
        if (failure)
            return { images, publishing: failure };
    }
    return { images };
}
function isBroken(image) {
    return 'refusal' in image;
}
function describe({ planned, size, buildMs, refusals, findings }) {
    const verdict = refusals.length > 0 ? `refused by ${refusals.map(({ rule }) => rule).join(', ')}` : 'passed its checks';
    const warned = findings.filter(({ level }) => level === 'warn').map(({ rule }) => rule);
    const warnings = warned.length === 0 ? '' : `, warned by ${warned.join(', ')}`;
    return `${planned.name}: ${(0,src/* formatSize */.Xq)(size.bytes)} in ${(0,src/* formatDuration */.a3)(buildMs)}, ${verdict}${warnings}`;
}


/***/ }),

/***/ 4836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   MY: () => (/* binding */ authKey),
/* harmony export */   eS: () => (/* binding */ formatImageName),
/* harmony export */   "if": () => (/* binding */ parseImageName),
/* harmony export */   l5: () => (/* binding */ parseRegistry)
/* harmony export */ });
const DOCKER_HUB = 'docker.io';
const HUB_ALIASES = [
    DOCKER_HUB,
    'index.docker.io',
    'registry-1.docker.io',
    'registry.hub.docker.com',
];
const PATH = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*)*$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d+)?$/i;
/**
 * Parses `ghcr.io/acme/app`, lower-casing it: registries take no capitals, and owners have them. A name without a
 * host belongs to `registry`, else to Docker Hub.
 * @throws RangeError with the corrected form.
 */
function parseImageName(text, registry) {
    const name = text.toLowerCase();
    if (name.includes('://'))
        throw new RangeError(`has a scheme; write ${name.replace(/^.*?:\/\//, '')}`);
    const digest = name.indexOf('@');
    if (digest >= 0)
        throw new RangeError(`has a digest; write ${name.slice(0, digest)}`);
    const tag = /:([^/:]+)$/.exec(name);
    if (tag)
        throw new RangeError(`has a tag; write ${name.slice(0, tag.index)} and put ${tag[1]} into tags`);
    const [first = '', ...rest] = name.split('/');
    const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
    const host = hasHost ? first : (registry ?? DOCKER_HUB);
    const path = hasHost ? rest.join('/') : name;
    if (!HOST.test(host))
        throw new RangeError(`has "${host}" in front, which is no registry; write for example ghcr.io/${path}`);
    if (!PATH.test(path))
        throw new RangeError('is not an image name; write for example ghcr.io/acme/app');
    return { registry: normalRegistry(host), path: officialPath(normalRegistry(host), path) };
}
/** Parses a registry's host, `ghcr.io` or `10.0.0.2:5000`. @throws RangeError with the corrected form. */
function parseRegistry(text) {
    const host = text.toLowerCase();
    if (HOST.test(host))
        return normalRegistry(host);
    const bare = host.replace(/^https?:\/\//, '').split('/')[0] ?? '';
    throw new RangeError(HOST.test(bare) ? `is not a host; write ${bare}` : 'is not a host; write for example ghcr.io');
}
/** `ghcr.io/acme/app`. */
function formatImageName({ registry, path }) {
    return `${registry}/${path}`;
}
/** The last segment of the path, by which an image is called where it has no name of its own. */
function shortName({ path }) {
    return path.split('/').at(-1) ?? path;
}
/** The key under which Docker keeps a registry's credentials: Docker Hub has an odd one. */
function authKey(registry) {
    return registry === DOCKER_HUB ? 'https://index.docker.io/v1/' : registry;
}
function normalRegistry(host) {
    return HUB_ALIASES.includes(host) ? DOCKER_HUB : host;
}
function officialPath(registry, path) {
    return registry === DOCKER_HUB && !path.includes('/') ? `library/${path}` : path;
}


/***/ }),

/***/ 7465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// UNUSED EXPORTS: inputsFrom

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 25 modules
var src = __nccwpck_require__(5024);
// EXTERNAL MODULE: ./actions/docker-build-push/src/image-name.js
var image_name = __nccwpck_require__(4836);
;// CONCATENATED MODULE: ./actions/docker-build-push/src/image-entries.js


/** Stands where an entry has no usable name, which is reported: its other keys are read all the same. */
const NAMELESS = { registry: 'localhost', path: 'nameless' };
const KEYS = ['name', 'image', 'context', 'file', 'target', 'build-args', 'max-size'];
/** The one image of a run without a list. */
function singleImage(image, defaults) {
    const { context, file, target, buildArgs, maxSize } = defaults;
    return { name: (0,image_name/* shortName */.EU)(image), image, context, file: file ?? dockerfileIn(context), target, buildArgs, maxSize };
}
/** Reads the list of `images`; what is wrong with an entry is told to `complain`. */
function readEntries(list, defaults, complain) {
    const requests = list.flatMap((entry, index) => {
        const about = (problem, fix) => complain(`entry ${index + 1}${nameOf(entry)} ${problem}`, fix);
        return parseEntry(entry, defaults, about);
    });
    for (const request of requests.filter(({ image }) => image !== NAMELESS)) {
        const same = requests.filter((other) => other.name === request.name);
        if (same.length > 1 && same[0] === request)
            complain(`has ${same.length} entries named ${request.name}`);
        const place = (0,image_name/* formatImageName */.eS)(request.image);
        const there = requests.filter((other) => (0,image_name/* formatImageName */.eS)(other.image) === place);
        if (there.length > 1 && there[0] === request)
            complain(`has ${there.length} entries for ${place}`, 'give each its own image');
    }
    return requests;
}
/** Parses the YAML of `images`. */
async function parseList(text, complain) {
    // Loaded when it is first needed: a single image needs none of it.
    const { parse } = await __nccwpck_require__.e(/* import() */ 637).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6637, 19));
    try {
        const list = parse(text, { logLevel: 'error' });
        if (Array.isArray(list) && list.length > 0)
            return list;
        complain('is not a YAML list', '- name: app\n- name: worker\n  file: worker.Dockerfile');
    }
    catch (error) {
        complain(`is not YAML: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`);
    }
    return [];
}
function nameOf(entry) {
    const name = isRecord(entry) ? entry['name'] : undefined;
    return typeof name === 'string' ? ` (${name})` : '';
}
function parseEntry(entry, defaults, complain) {
    if (!isRecord(entry)) {
        complain('is not a map', '- name: app');
        return [];
    }
    for (const key of Object.keys(entry).filter((known) => !KEYS.includes(known))) {
        complain(`has the unknown key ${key}${(0,src/* didYouMean */.au)(key, KEYS)}`);
    }
    const attempt = (key, parseValue) => {
        try {
            return entry[key] === undefined || entry[key] === null ? undefined : parseValue(entry[key]);
        }
        catch (error) {
            complain(`has a wrong ${key}: ${JSON.stringify(entry[key])} ${error instanceof Error ? error.message : error}`);
            return undefined;
        }
    };
    const name = attempt('name', parseName);
    const image = attempt('image', (value) => (0,image_name/* parseImageName */["if"])(scalar(value), defaults.registry)) ?? under(defaults.image, name);
    if (image === undefined) {
        if (entry['name'] === undefined)
            complain('has neither a name nor an image', '- name: app');
        else if (defaults.image === undefined)
            complain('has no image, and there is none to put its name under', 'image: ghcr.io/acme');
    }
    const context = attempt('context', scalar) ?? defaults.context;
    const file = attempt('file', scalar) ?? (entry['context'] === undefined ? defaults.file : undefined);
    const request = {
        name: name ?? (0,image_name/* shortName */.EU)(image ?? NAMELESS),
        image: image ?? NAMELESS,
        context,
        file: file ?? dockerfileIn(context),
        target: attempt('target', scalar) ?? defaults.target,
        buildArgs: new Map([...defaults.buildArgs, ...(attempt('build-args', parseBuildArgs) ?? [])]),
        maxSize: attempt('max-size', (value) => (0,src/* parseSize */.DB)(scalar(value))) ?? defaults.maxSize,
    };
    return [request];
}
function under(image, name) {
    return image && name ? { registry: image.registry, path: `${image.path}/${name}` } : undefined;
}
function dockerfileIn(context) {
    return `${context.replace(/\/+$/, '')}/Dockerfile`.replace(/^\.\//, '');
}
function parseName(value) {
    const name = scalar(value);
    if (/^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/.test(name))
        return name;
    throw new RangeError('is not a name; write lower-case letters, digits and - only');
}
function parseBuildArgs(value) {
    if (isRecord(value))
        return Object.entries(value).map(([key, item]) => [key, scalar(item ?? '')]);
    return (0,src/* parsePairs */.xg)(Array.isArray(value) ? value.map(scalar).join('\n') : scalar(value), '=');
}
function scalar(value) {
    if (typeof value === 'string')
        return value.trim();
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    throw new RangeError('is not a plain value');
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./actions/docker-build-push/src/key-values.js
/**
 * Parses lines of `key=value`, where a line in double quotes may go on over several lines (a quote inside is doubled):
 * what a key file in a secret needs. Values come out as they are written, not trimmed inside quotes.
 * @throws RangeError that names the line by its number only, since the values are secrets.
 */
function parseQuotedPairs(text) {
    const pairs = new Map();
    for (let at = 0, line = 1; at < text.length;) {
        const record = nextRecord(text, at, line);
        if (record.content !== '')
            addPair(pairs, record.content, line);
        line += text.slice(at, record.end).split('\n').length - 1;
        at = record.end;
    }
    return pairs;
}
function addPair(pairs, content, line) {
    const equals = content.indexOf('=');
    if (equals < 1)
        throw new RangeError(`has a line ${line} that is not id=value; a value of several lines stands in double quotes: "id=first line`);
    const key = content.slice(0, equals).trim();
    if (!/^[\w.-]+$/.test(key))
        throw new RangeError(`has an id in line ${line} with other characters than letters, digits, . _ -`);
    if (pairs.has(key))
        throw new RangeError(`has the id ${key} twice`);
    pairs.set(key, content.slice(equals + 1));
}
function nextRecord(text, at, line) {
    const start = at + (/^[^\S\n]*/.exec(text.slice(at))?.[0].length ?? 0);
    if (text[start] === '"')
        return quotedRecord(text, start + 1, line);
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    return { content: text.slice(at, end).trim(), end };
}
function quotedRecord(text, start, line) {
    for (let at = start; at < text.length; at++) {
        if (text[at] !== '"')
            continue;
        if (text[at + 1] === '"') {
            at++;
            continue;
        }
        const rest = /^[^\S\n]*(\n|$)/.exec(text.slice(at + 1));
        if (!rest)
            throw new RangeError(`has text behind the closing quote of line ${line}`);
        return { content: text.slice(start, at).replaceAll('""', '"'), end: at + 1 + rest[0].length };
    }
    throw new RangeError(`has a quote in line ${line} that is never closed`);
}

// EXTERNAL MODULE: ./actions/docker-build-push/src/policy.js
var policy = __nccwpck_require__(2169);
// EXTERNAL MODULE: ./actions/docker-build-push/src/tags.js
var tags = __nccwpck_require__(9038);
;// CONCATENATED MODULE: ./actions/docker-build-push/src/inputs.js






const UNREADABLE = { registry: 'localhost', path: 'unreadable' };
async function readInputs(read) {
    const list = read.text('images');
    const complain = (problem, fix) => read.problem('images', problem, fix);
    return inputsFrom(read, list === undefined ? undefined : await parseList(list, complain));
}
/** Everything but the YAML of `images`, whose entries are given. */
function inputsFrom(read, entries) {
    const images = readImages(read, entries);
    return {
        ...read.common(),
        images,
        labels: read.pairs('labels'),
        secrets: readSecrets(read),
        pull: read.boolean('pull', false),
        noCache: read.boolean('no-cache', false),
        credentials: readCredentials(read, images),
        tags: read.parsed('tags', { fallback: 'auto' }, (text) => (0,src/* splitWords */.yM)(text).map(tags/* parseTag */.ED)) ?? ['auto'],
        push: read.choice('push', ['auto', 'true', 'false'], 'auto'),
        sizeMetric: read.choice('size-metric', ['uncompressed', 'compressed'], 'uncompressed'),
        policy: read.parsed('policy', { fallback: policy/* DEFAULT_POLICY */.zj }, policy/* parsePolicy */.ON) ?? (0,policy/* parsePolicy */.ON)(''),
        retries: read.integer('retries', { fallback: '2', min: 0, max: 10 }) ?? 2,
        env: read.env,
    };
}
function readImages(read, entries) {
    const registry = read.parsed('registry', {}, image_name/* parseRegistry */.l5);
    const given = read.parsed('image', {}, (text) => (0,image_name/* parseImageName */["if"])(text, registry));
    // A wrong name is reported; reading goes on with any other, so that the rest is looked at as well.
    const image = given ?? (read.text('image') ? UNREADABLE : ownImage(read, registry));
    const defaults = {
        image,
        registry,
        context: read.text('context', { fallback: '.' }) ?? '.',
        file: read.text('file'),
        target: read.text('target'),
        buildArgs: read.pairs('build-args'),
        maxSize: read.size('max-size'),
    };
    if (entries !== undefined) {
        return readEntries(entries, defaults, (problem, fix) => read.problem('images', problem, fix));
    }
    if (image === undefined) {
        read.problem('image', 'is missing, and GITHUB_REPOSITORY gives no name', 'image: ghcr.io/acme/app');
    }
    return image === undefined ? [] : [singleImage(image, defaults)];
}
/** The repository's own package: `ghcr.io/<owner>/<repo>`. */
function ownImage(read, registry) {
    const repository = read.env['GITHUB_REPOSITORY'];
    return repository ? (0,image_name/* parseImageName */["if"])(`${registry ?? 'ghcr.io'}/${repository}`) : undefined;
}
function readCredentials(read, images) {
    const given = read.parsed('registry', {}, image_name/* parseRegistry */.l5);
    const [username, password] = [read.text('username'), read.secret('password')];
    const token = read.secret('github-token');
    const registry = given ?? images[0]?.image.registry;
    if (registry === undefined)
        return undefined;
    const strangers = images.filter(({ image }) => image.registry !== registry);
    if (given !== undefined && strangers.length === images.length && images.length > 0) {
        const host = strangers[0]?.image.registry ?? '';
        read.problem('registry', `is ${given}, but the image belongs to ${host}`, `registry: ${host}`);
    }
    const actor = username ?? read.env['GITHUB_ACTOR'];
    if (password !== undefined && actor === undefined) {
        read.problem('username', `is missing, and ${(0,image_name/* authKey */.MY)(registry)} has a password`, 'username: …');
    }
    // The job's token goes to GitHub's own registry and to no other.
    const secret = password ?? (registry === 'ghcr.io' ? token : undefined);
    return secret && actor ? { registry, username: actor, password: secret } : undefined;
}
function readSecrets(read) {
    const values = readQuoted(read, 'secrets');
    const variables = read.pairs('secret-envs');
    const files = read.pairs('secret-files');
    const ids = [...values.keys(), ...variables.keys(), ...files.keys()];
    for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) {
        read.problem('secrets', `gives the id ${id} twice`);
    }
    for (const id of ids.filter((one) => !/^[\w.-]+$/.test(one))) {
        read.problem('secrets', `has the id "${id}" with other characters than letters, digits, . _ -`);
    }
    return [
        ...[...values].map(([id, value]) => valueSecret(read, { input: 'secrets', id, value })),
        ...[...variables].map(([id, name]) => valueSecret(read, { input: 'secret-envs', id, value: read.env[name] ?? '', variable: name })),
        ...[...files].map(([id, path]) => ({ id, path })),
    ];
}
/** The whole text is a secret from the first moment, so that no message about it can show a part. */
function readQuoted(read, name) {
    const text = read.text(name);
    if (text === undefined)
        return new Map();
    new src/* Secret */.zh(text);
    try {
        return parseQuotedPairs(text);
    }
    catch (error) {
        read.problem(name, error instanceof Error ? error.message : String(error));
        return new Map();
    }
}
/** BuildKit mounts an empty file for an empty secret, even where the Dockerfile requires it. */
function valueSecret(read, { input, id, value, variable }) {
    if (value.trim() === '') {
        const where = variable === undefined ? '' : `: the variable ${variable} is not set`;
        read.problem(input, `${id} is empty${where}; does the secret exist, and is this job allowed to read it?`);
    }
    return { id, value: new src/* Secret */.zh(value) };
}


/***/ }),

/***/ 7450:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5024);
/* harmony import */ var _clean_up_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5574);
/* harmony import */ var _execute_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9981);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7465);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4724);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7428);
/* harmony import */ var _ports_buildx_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6598);
/* harmony import */ var _ports_engine_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6204);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7655);









await (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
    name: 'docker-build-push',
    readInputs: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .K,
    observe: (inputs, ports) => (0,_observe_js__WEBPACK_IMPORTED_MODULE_4__/* .observe */ .l)(inputs, ports, _ports_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .engineAt */ .A),
    plan: _plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planBuild */ .C7,
    formatPlan: _plan_js__WEBPACK_IMPORTED_MODULE_5__/* .formatPlan */ .nT,
    execute: (plan, ports, inputs) => {
        const runBuild = (0,_ports_buildx_js__WEBPACK_IMPORTED_MODULE_8__/* .buildRunner */ .F)(ports, (pid) => ports.state.save(_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .BUILDX_PID */ .jq, String(pid)));
        return (0,_execute_js__WEBPACK_IMPORTED_MODULE_2__/* .execute */ .g)(plan, inputs, { ports, engine: (0,_ports_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .engineAt */ .A)(plan.facts.socket), runBuild });
    },
    report: _report_js__WEBPACK_IMPORTED_MODULE_7__/* .report */ .z,
    cleanUp: (ports) => (0,_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUp */ .nY)(ports, _ports_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .engineAt */ .A),
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ observe)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 25 modules
var src = __nccwpck_require__(5024);
// EXTERNAL MODULE: ./actions/docker-build-push/src/docker-config.js
var docker_config = __nccwpck_require__(1678);
// EXTERNAL MODULE: ./actions/docker-build-push/src/engine.js
var src_engine = __nccwpck_require__(369);
// EXTERNAL MODULE: ./actions/docker-build-push/src/image-name.js
var image_name = __nccwpck_require__(4836);
;// CONCATENATED MODULE: ./actions/docker-build-push/src/observe.js





/** Reads the engine, the plugin, Docker's configuration and the checkout; changes nothing. */
async function observe(inputs, ports, openEngine) {
    const { env } = inputs;
    const folder = env['DOCKER_CONFIG'] || `${env['HOME'] ?? ''}/.docker`;
    const found = (0,docker_config/* parseDockerConfig */.Cj)(await ports.files.readText(`${folder}/config.json`));
    await checkFiles(inputs, ports);
    const socket = socketOf(await endpointOf(inputs, ports, folder));
    const [engine, file] = await Promise.all([(0,src_engine/* readEngine */.Rz)(openEngine(socket)), findPlugin(folder, found, ports)]);
    const buildx = { file, config: env['BUILDX_CONFIG'] || `${folder}/buildx` };
    const dockerConfig = await askHelpers(inputs, ports, found);
    await checkDriver(inputs, ports, { buildx, folder, socket });
    return { socket, engine, buildx, dockerConfig, git: await readGit(inputs, ports), nonce: nonceOf(inputs, ports) };
}
/** DOCKER_HOST, else the context's endpoint, else the standard socket. `folder` is Docker's configuration. */
async function endpointOf({ env }, { files }, folder) {
    if (env['DOCKER_HOST'])
        return env['DOCKER_HOST'];
    const config = (0,docker_config/* parseDockerConfig */.Cj)(await files.readText(`${folder}/config.json`));
    const context = env['DOCKER_CONTEXT'] || config.currentContext || 'default';
    if (context === 'default')
        return 'unix:///var/run/docker.sock';
    const id = (0,external_node_crypto_namespaceObject.createHash)('sha256').update(context).digest('hex');
    const meta = await files.readText(`${folder}/contexts/meta/${id}/meta.json`);
    const host = meta === undefined ? undefined : JSON.parse(meta)?.Endpoints?.docker?.Host;
    if (typeof host === 'string' && host !== '')
        return host;
    throw new src/* ActionError */.lZ(`the Docker context ${context} has no endpoint`, {
        code: 'E_ENGINE',
        hint: 'check `docker context ls`, or set DOCKER_HOST to unix://<socket>',
    });
}
function socketOf(endpoint) {
    if (endpoint.startsWith('unix://'))
        return endpoint.slice('unix://'.length);
    throw new src/* ActionError */.lZ(`the engine at ${endpoint.replace(/\/\/.*@/, '//')} is not behind a unix socket`, {
        code: 'E_ENGINE',
        hint: 'set DOCKER_HOST to unix://<socket>; a remote socket can be forwarded: ssh -L /tmp/docker.sock:/var/run/docker.sock host',
    });
}
async function findPlugin(folder, config, { files }) {
    const folders = (0,docker_config/* pluginFolders */.Ds)(folder, config);
    for (const place of folders) {
        const file = `${place}/docker-buildx`;
        if ((await files.facts(file))?.kind === 'file')
            return file;
    }
    throw new src/* ActionError */.lZ(`there is no docker-buildx in ${folders.join(', ')}`, {
        code: 'E_BUILDX',
        hint: 'install the buildx plugin of Docker on this runner (package docker-buildx-plugin or docker-buildx)',
    });
}
/** Logins that an earlier step left with a credential helper: the engine's API wants them by value. */
async function askHelpers({ images, credentials }, { exec, log }, found) {
    let config = found;
    for (const registry of new Set(images.map(({ image }) => image.registry))) {
        const helper = (0,docker_config/* credentialHelper */.kn)(registry, config);
        if (helper === undefined || (0,docker_config/* registryAuth */.I3)(registry, config, credentials))
            continue;
        const asked = { file: helper, args: ['get'], stdin: (0,image_name/* authKey */.MY)(registry) };
        const answer = await exec.run(asked).catch(() => undefined);
        if (answer?.code === 0)
            config = (0,docker_config/* withHelperAnswer */.Zn)(config, registry, answer.stdout);
        else
            log.info(`${helper} has no login for ${registry}`);
    }
    return config;
}
/** Only the engine's own builder keeps the bytes where they are pushed from. */
async function checkDriver({ env }, ports, { buildx, folder, socket }) {
    const current = await ports.files.readText(`${buildx.config}/current`);
    const builder = (0,docker_config/* selectedBuilder */.dr)(env['BUILDX_BUILDER'], current, `unix://${socket}`);
    if (builder === 'default')
        return;
    const known = Object.fromEntries(Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
    const childEnv = { ...known, DOCKER_CONFIG: folder, BUILDX_CONFIG: buildx.config };
    const result = await ports.exec.run({ file: buildx.file, args: ['inspect', builder], env: childEnv });
    const driver = /^Driver:\s*(\S+)/m.exec(result.stdout)?.[1];
    if (driver === 'docker')
        return;
    const what = driver === undefined ? 'cannot be read' : `has the ${driver} driver`;
    throw new src/* ActionError */.lZ(`the selected builder ${builder} ${what}; this action builds with the docker driver`, {
        code: 'E_DRIVER',
        hint: 'leave out docker/setup-buildx-action in this job, or run `docker buildx use default` before this step',
    });
}
async function checkFiles({ images, secrets }, { files }) {
    const problems = [];
    for (const { name, context, file } of images) {
        const found = await files.facts(context);
        if (found?.kind !== 'directory') {
            const problem = `"${context}" of ${name} is no folder of the checkout`;
            problems.push({ input: 'context', problem, fix: 'check the repository out first, and write a path: context: .' });
        }
        else if ((await files.facts(file))?.kind !== 'file') {
            problems.push({ input: 'file', problem: `"${file}" of ${name} is no file of the checkout` });
        }
    }
    for (const secret of secrets) {
        if (!('path' in secret))
            continue;
        const size = (await files.facts(secret.path))?.size;
        if (!size)
            problems.push({
                input: 'secret-files',
                problem: `${secret.id}: the file ${secret.path} is ${size === 0 ? 'empty' : 'missing'}`,
            });
    }
    if (problems.length > 0)
        throw new src/* InputError */.dz(problems);
}
async function readGit({ env }, { files }) {
    const payload = env['GITHUB_EVENT_PATH'] ? await files.readText(env['GITHUB_EVENT_PATH']) : undefined;
    return {
        ref: env['GITHUB_REF'] ?? '',
        sha: env['GITHUB_SHA'] ?? '',
        event: env['GITHUB_EVENT_NAME'] ?? '',
        defaultBranch: defaultBranchOf(payload),
    };
}
function defaultBranchOf(payload) {
    try {
        const branch = JSON.parse(payload ?? '{}')?.repository?.default_branch;
        return typeof branch === 'string' && branch !== '' ? branch : undefined;
    }
    catch {
        return undefined;
    }
}
function nonceOf({ env }, { random }) {
    const part = () => Math.floor(random() * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    return `${env['GITHUB_RUN_ID'] ?? 'local'}-${part()}${part()}`;
}


/***/ }),

/***/ 7428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C7: () => (/* binding */ planBuild),
/* harmony export */   SA: () => (/* binding */ privatePrefix),
/* harmony export */   nT: () => (/* binding */ formatPlan)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5024);
/* harmony import */ var _build_command_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7335);
/* harmony import */ var _docker_config_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1678);
/* harmony import */ var _image_name_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4836);
/* harmony import */ var _push_stream_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1396);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9038);






/** Private names begin with this and the run's nonce: post finds them by it. */
function privatePrefix(nonce) {
    return `docker-build-push.invalid/${nonce}`;
}
/** @throws InputError where the store cannot do what was asked for; ActionError `E_LOGIN` without a needed login. */
function planBuild(inputs, facts) {
    const tags = (0,_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .planTags */ .Vd)(inputs.tags, facts.git);
    const provenance = facts.engine.store === 'containerd';
    checkTags(tags, facts);
    checkMetric(inputs, facts);
    const labels = new Map([...ownLabels(inputs, facts), ...inputs.labels]);
    const images = inputs.images.map((image) => {
        const privateName = `${privatePrefix(facts.nonce)}/${image.name}:build`;
        const repository = (0,_image_name_js__WEBPACK_IMPORTED_MODULE_2__/* .formatImageName */ .eS)(image.image);
        return {
            name: image.name,
            file: image.file,
            repository,
            refs: tags.map((tag) => `${repository}:${tag}`),
            privateName,
            args: (0,_build_command_js__WEBPACK_IMPORTED_MODULE_5__/* .buildArguments */ .f)(image, inputs, { privateName, labels, provenance }),
            maxSize: image.maxSize,
            auth: (0,_docker_config_js__WEBPACK_IMPORTED_MODULE_1__/* .registryAuth */ .I3)(image.image.registry, facts.dockerConfig, inputs.credentials),
        };
    });
    const pushSkipped = inputs.push === 'auto' ? reasonToSkip(images, inputs.images, facts) : undefined;
    const push = inputs.push === 'true' || (inputs.push === 'auto' && pushSkipped === undefined);
    if (push)
        checkLogins(images);
    const { policy, sizeMetric } = inputs;
    const notes = planNotes(inputs, facts);
    return { facts, images, version: tags[0] ?? '', push, pushSkipped, policy, sizeMetric, notes };
}
/** Where the image comes from: registries link it to the repository by these. */
function ownLabels({ env }, { git }) {
    const [server, repository] = [env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY']];
    const labels = new Map();
    if (server && repository)
        labels.set('org.opencontainers.image.source', `${server}/${repository}`);
    if (git.sha)
        labels.set('org.opencontainers.image.revision', git.sha);
    return labels;
}
function checkTags(tags, { git }) {
    if (tags.length > 0)
        return;
    const problem = `auto finds nothing: GITHUB_REF is "${git.ref}" and GITHUB_SHA is "${git.sha}"`;
    throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([{ input: 'tags', problem, fix: 'tags: v1' }]);
}
function checkMetric({ sizeMetric }, { engine }) {
    if (sizeMetric === 'uncompressed' || engine.store === 'containerd')
        return;
    const problem = '"compressed" is not known before the push with the overlay2 image store, which compresses while it pushes';
    throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([{ input: 'size-metric', problem, fix: 'size-metric: uncompressed' }]);
}
function reasonToSkip(planned, asked, { git }) {
    if (git.event === 'pull_request')
        return 'this run is for a pull request';
    const bare = planned.findIndex(({ auth }) => auth === undefined);
    return bare < 0 ? undefined : `there are no credentials for ${asked[bare]?.image.registry}`;
}
/** These two let nobody push without a login; any other registry may, and answers for itself. */
function checkLogins(images) {
    const refused = images.find(({ auth, repository }) => auth === undefined && /^(?:ghcr|docker)\.io\//.test(repository));
    if (refused === undefined)
        return;
    const registry = refused.repository.split('/')[0];
    const message = `push is true, and there are no credentials for ${registry}`;
    throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(message, { code: 'E_LOGIN', hint: (0,_push_stream_js__WEBPACK_IMPORTED_MODULE_3__/* .accessHint */ .ux)(refused.repository) });
}
function planNotes(inputs, { git, engine }) {
    const unknown = inputs.tags.includes('auto') && git.defaultBranch === undefined && git.ref.startsWith('refs/heads/');
    return [
        ...(unknown ? ['the event does not tell the default branch, so latest is not moved'] : []),
        ...(engine.store === 'overlay2' ? ['no provenance: the overlay2 image store cannot hold one'] : []),
    ];
}
/** The plan as a person reads it. */
function formatPlan({ facts, images, push, pushSkipped, policy, sizeMetric, notes }) {
    const { engine, socket } = facts;
    const rules = Object.entries(policy).map(([rule, level]) => `${rule}=${level}`);
    const lines = images.flatMap(({ name, args, maxSize, refs }) => {
        const budget = maxSize === undefined ? '' : `max-size ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(maxSize)} ${sizeMetric}, `;
        const tags = refs.map((ref) => ref.slice(ref.lastIndexOf(':') + 1)).join(', ');
        const place = refs[0]?.slice(0, refs[0].lastIndexOf(':'));
        return [
            `  build  ${name}: ${args.at(-1)} with ${args[args.indexOf('--file') + 1]}`,
            `  check  ${name}: ${budget}${rules.join(', ')}`,
            `  ${push ? 'push ' : 'tag  '}  ${name}: ${place}: ${tags}`,
        ];
    });
    const skipped = pushSkipped === undefined ? [] : [`  nothing is pushed: ${pushSkipped}`];
    const head = `Docker ${engine.version} at ${socket}, ${engine.store} image store, docker driver`;
    return [head, ...lines, ...skipped, ...notes.map((note) => `  ${note}`)].join('\n');
}


/***/ }),

/***/ 2169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ judgePolicy),
/* harmony export */   ON: () => (/* binding */ parsePolicy),
/* harmony export */   zj: () => (/* binding */ DEFAULT_POLICY)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5024);

const DEFAULT_POLICY = 'non-root=warn, healthcheck=warn, secret-env=error';
const RULES = ['non-root', 'healthcheck', 'secret-env'];
const LEVELS = ['off', 'warn', 'error'];
/**
 * Parses `non-root=error, healthcheck=off`; a rule that is not named keeps its default.
 * @throws RangeError naming the word and the nearest one.
 */
function parsePolicy(text) {
    const policy = { 'non-root': 'warn', healthcheck: 'warn', 'secret-env': 'error' };
    for (const word of (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(text)) {
        const [name = '', level, ...rest] = word.split('=').map((part) => part.trim());
        if (level === undefined || rest.length > 0)
            throw new RangeError(`has "${word}"; write for example non-root=error`);
        const rule = RULES.find((known) => known === name.toLowerCase());
        if (rule === undefined)
            throw new RangeError(`has the unknown rule ${name}${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(name, RULES)}`);
        policy[rule] = (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .parseChoice */ .HU)(level, LEVELS);
    }
    return policy;
}
/** The rules that a config breaks. `leaks` says in which parts of the image one of the build's secrets stands. */
function judgePolicy(policy, config, leaks) {
    const checks = {
        'non-root': () => checkUser(config),
        healthcheck: () => checkHealth(config),
        'secret-env': () => checkSecrets(config, leaks),
    };
    return RULES.flatMap((rule) => {
        const level = policy[rule];
        const broken = level === 'off' ? undefined : checks[rule]();
        return level === 'off' || broken === undefined ? [] : [{ rule, level, ...broken }];
    });
}
function checkUser({ User: user = '' }) {
    const name = user.split(':')[0] ?? '';
    if (name !== '' && name !== 'root' && !/^0+$/.test(name))
        return undefined;
    const who = user === '' ? 'as root, since it names no user' : `as ${user}`;
    return { problem: `runs ${who}`, fix: 'add USER 65532 to the Dockerfile' };
}
function checkHealth({ Healthcheck: check }) {
    const kind = check?.Test?.[0];
    if (kind !== undefined && kind !== 'NONE')
        return undefined;
    return { problem: 'has no HEALTHCHECK', fix: 'add HEALTHCHECK CMD … to the Dockerfile' };
}
const SECRET_NAME = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)(?:$|_)/i;
const NOT_A_VALUE = /_(?:FILE|PATH|DIR|URL|NAME|ID|TTL|TIMEOUT|EXPIRY)$/i;
function checkSecrets(config, leaks) {
    const named = (config.Env ?? [])
        .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)])
        .filter(([name, value]) => value !== '' && SECRET_NAME.test(name) && !NOT_A_VALUE.test(name))
        .map(([name]) => `ENV ${name}`);
    const places = [...named, ...leaks];
    if (places.length === 0)
        return undefined;
    return {
        problem: `carries what looks like a secret: ${places.join(', ')}`,
        fix: 'pass it to the build as a secret (RUN --mount=type=secret) and to the container when it runs',
    };
}


/***/ }),

/***/ 6598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ buildRunner)
/* harmony export */ });
/** The real thing. `onStart` is told the process, which outlives this one where that is killed. */
function buildRunner({ exec, signal }, onStart) {
    return async (command, onLines) => {
        const child = await exec.start(command, signal);
        onStart(child.pid);
        child.stdin.end();
        child.stdout.resume();
        let rest = '';
        child.stderr.setEncoding('utf8');
        for await (const chunk of child.stderr) {
            const lines = `${rest}${chunk}`.split('\n');
            rest = lines.pop() ?? '';
            if (lines.length > 0)
                onLines(lines);
        }
        if (rest !== '')
            onLines([rest]);
        return child.exit;
    };
}


/***/ }),

/***/ 6204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ engineAt)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5024);

/** The engine behind a unix socket. */
function engineAt(socket) {
    return {
        send: async (wanted) => {
            const response = await open(socket, wanted);
            return { status: response.statusCode ?? 0, text: await readText(response) };
        },
        stream: async (wanted) => {
            const response = await open(socket, wanted);
            if (response.statusCode === 200)
                return response;
            const text = await readText(response);
            throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`the engine answered ${response.statusCode}: ${text.trim()}`, { code: 'E_ENGINE' });
        },
    };
}
async function open(socketPath, wanted) {
    // Loaded when it is first needed: half of the start-up of a run with bad inputs.
    const { request } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19));
    const query = new URLSearchParams(wanted.query).toString();
    const headers = wanted.body === undefined ? {} : { 'content-type': 'application/json' };
    for (const [name, value] of Object.entries(wanted.headers ?? {})) {
        headers[name] = typeof value === 'string' ? value : value.reveal();
    }
    return new Promise((resolve, reject) => {
        const path = `${wanted.path}${query === '' ? '' : `?${query}`}`;
        const { method, signal } = wanted;
        const sent = request({ socketPath, path, method, headers, host: 'docker', ...(signal ? { signal } : {}) }, resolve);
        sent.once('error', (error) => reject(unreachable(socketPath, error)));
        sent.end(wanted.body?.reveal());
    });
}
async function readText(response) {
    const chunks = [];
    for await (const chunk of response)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}
function unreachable(socket, cause) {
    const reason = cause.code === 'ENOENT' ? 'there is no such socket' : cause.code === 'EACCES' ? 'permission denied' : cause.message;
    const hint = 'start Docker on this runner, or set DOCKER_HOST to unix://<socket>; the job needs access to the socket';
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`no Docker engine at ${socket}: ${reason}`, { code: 'E_ENGINE', cause, hint });
}


/***/ }),

/***/ 7524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _z: () => (/* binding */ dockerfileSteps),
/* harmony export */   cG: () => (/* binding */ failedStep),
/* harmony export */   cf: () => (/* binding */ NO_PROGRESS),
/* harmony export */   gQ: () => (/* binding */ readProgress),
/* harmony export */   pD: () => (/* binding */ stepMs)
/* harmony export */ });
const NO_PROGRESS = { steps: new Map(), text: [] };
const KEPT_LINES = 20;
const KEPT_TEXT = 200;
/** Takes one line of `--progress=rawjson`; gives the new state and what a person wants to read of it. */
function readProgress(before, line) {
    const event = parseEvent(line);
    if (event === undefined) {
        const text = [...before.text, line].slice(-KEPT_TEXT);
        return { progress: { ...before, text }, shown: line === '' ? [] : [line] };
    }
    const steps = new Map(before.steps);
    const shown = [
        ...list(event['vertexes']).flatMap((vertex) => addVertex(steps, vertex)),
        ...list(event['logs']).flatMap((entry) => addLog(steps, entry)),
    ];
    return { progress: { ...before, steps }, shown };
}
/** The step that broke the build; those that were only cancelled with it do not count. */
function failedStep({ steps }) {
    return [...steps.values()].find(({ error }) => error !== undefined && !/context canceled/i.test(error));
}
/** Steps of the Dockerfile: not BuildKit's own, and not `FROM`, which is marked cached or not at random. */
function dockerfileSteps({ steps }) {
    return [...steps.values()].filter(({ name }) => /^\[/.test(name) && !/^\[(?:internal|auth)\]/.test(name) && !/^\[[^\]]*\] FROM /.test(name));
}
/** Milliseconds of a step; undefined for one that never ran or never ended. */
function stepMs({ started, completed }) {
    return started === undefined || completed === undefined ? undefined : Math.max(0, completed - started);
}
function addVertex(steps, vertex) {
    if (typeof vertex !== 'object' || vertex === null || typeof vertex.digest !== 'string')
        return [];
    const before = steps.get(vertex.digest);
    const name = typeof vertex.name === 'string' ? vertex.name : (before?.name ?? '');
    const started = time(vertex.started) ?? before?.started;
    const completed = time(vertex.completed) ?? before?.completed;
    const error = typeof vertex.error === 'string' && vertex.error !== '' ? vertex.error : before?.error;
    const step = {
        name,
        number: before?.number ?? steps.size + 1,
        cached: vertex.cached === true || (before?.cached ?? false),
        log: before?.log ?? [],
        ...(started === undefined ? {} : { started }),
        ...(completed === undefined ? {} : { completed }),
        ...(error === undefined ? {} : { error }),
    };
    steps.set(vertex.digest, step);
    return announce(before, step);
}
function announce(before, step) {
    const lines = [];
    if (step.started !== undefined && before?.started === undefined)
        lines.push(`#${step.number} ${step.name}`);
    if (step.cached && !before?.cached)
        lines.push(`#${step.number} CACHED`);
    else if (step.error !== undefined && before?.error === undefined)
        lines.push(`#${step.number} ERROR: ${step.error}`);
    else if (!step.cached && step.completed !== undefined && before?.completed === undefined) {
        lines.push(`#${step.number} DONE ${((stepMs(step) ?? 0) / 1_000).toFixed(1)}s`);
    }
    return lines;
}
function addLog(steps, entry) {
    const { vertex, data } = (typeof entry === 'object' && entry !== null ? entry : {});
    const step = typeof vertex === 'string' ? steps.get(vertex) : undefined;
    if (step === undefined || typeof vertex !== 'string' || typeof data !== 'string')
        return [];
    const text = Buffer.from(data, 'base64').toString('utf8').replace(/\n$/, '');
    const lines = text.split(/\r?\n|\r/);
    steps.set(vertex, { ...step, log: [...step.log, ...lines].slice(-KEPT_LINES) });
    return lines.map((line) => `#${step.number} ${line}`);
}
function parseEvent(line) {
    if (!line.startsWith('{'))
        return undefined;
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function time(value) {
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
}


/***/ }),

/***/ 1396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JK: () => (/* binding */ pushError),
/* harmony export */   pe: () => (/* binding */ readPushStream),
/* harmony export */   ux: () => (/* binding */ accessHint)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5024);
/* harmony import */ var _build_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8760);


/**
 * Reads the engine's stream of JSON lines. Errors come in the stream behind HTTP 200; one store tells the digest in
 * `aux`, the other only in the last status.
 */
function readPushStream(text) {
    let digest;
    for (const line of text.split('\n')) {
        const event = parseLine(line);
        const problem = event.errorDetail?.message ?? event.error;
        if (problem)
            return { problem };
        const said = /^[\w.-]+: digest: (sha256:[0-9a-f]{64}) size: \d+/.exec(event.status ?? '')?.[1];
        digest = event.aux?.Digest ?? said ?? digest;
    }
    return digest === undefined ? { problem: 'the engine ended the push without a digest (unexpected EOF)' } : { digest };
}
function parseLine(line) {
    try {
        const event = JSON.parse(line);
        return typeof event === 'object' && event !== null ? event : {};
    }
    catch {
        return {};
    }
}
/** Makes an error of what the engine said about a push. */
function pushError(ref, problem) {
    const retryable = (0,_build_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .w)(problem);
    const hint = retryable
        ? 'the registry or the way to it has trouble: run the job again later, or raise retries'
        : /denied|unauthorized|forbidden|40[13]\b|credentials|authorization/i.test(problem)
            ? accessHint(ref)
            : 'check that the repository exists and that image names it rightly';
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${ref} was not pushed: ${problem}`, { code: 'E_PUSH', retryable, hint });
}
/** What to change where a registry lets nobody in. */
function accessHint(ref) {
    return ref.startsWith('ghcr.io/')
        ? 'the token needs packages: write, and the package must give this repository write access'
        : 'check username and password, and that this account may push to the repository';
}


/***/ }),

/***/ 7655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report)
});

// UNUSED EXPORTS: allRefusals

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 25 modules
var src = __nccwpck_require__(5024);
// EXTERNAL MODULE: ./actions/docker-build-push/src/results.js
var src_results = __nccwpck_require__(5093);
// EXTERNAL MODULE: ./actions/docker-build-push/src/progress.js
var progress = __nccwpck_require__(7524);
// EXTERNAL MODULE: ./actions/docker-build-push/src/sizes.js
var sizes = __nccwpck_require__(5229);
;// CONCATENATED MODULE: ./actions/docker-build-push/src/summary.js




/** The job summary: the verdict, a row for each image, then layers, steps and findings, and how to pull. */
function formatSummary(plan, results, refusals) {
    return (0,src/* paragraphs */.qN)(`### ${verdict(plan, results, refusals)}`, ...refusals.map(({ error }) => (0,src/* codeBlock */.DV)((0,src/* formatError */.Wk)(error))), (0,src/* table */.tp)(['image', 'result', 'tags', 'digest', 'size', 'cached', 'time', 'platform'], [...results.images.map((image) => row(plan, image, refusals.length > 0)), ...brokenRow(results.broken)]), findings(results), pullLines(results, plan, refusals), ...results.images.map(layersOf), slowest([...results.images, ...(results.broken ? [results.broken] : [])]), notes(plan));
}
function verdict(plan, { images, broken, publishing }, refusals) {
    const names = plan.images.map(({ name }) => name).join(', ');
    if (broken)
        return `❌ ${broken.planned.name}: the build failed; nothing was pushed`;
    if (publishing) {
        const pushed = images.flatMap((image) => image.pushed);
        return `❌ ${names}: ${publishing.rule} failed; ${pushed.length === 0 ? 'nothing was pushed' : `pushed before it: ${pushed.map(src/* code */.aY).join(', ')}`}`;
    }
    if (refusals.length > 0)
        return `❌ ${names}: refused by ${refusals.map(({ rule }) => rule).join(', ')}; nothing was pushed`;
    if (plan.push)
        return `✅ ${names}: built, checked and pushed as ${plan.version}`;
    return `✅ ${names}: built and checked, not pushed${plan.pushSkipped === undefined ? '' : `: ${plan.pushSkipped}`}`;
}
function row(plan, image, failed) {
    const { planned, refusals, digest, size, steps, buildMs, platform, pushed } = image;
    const result = refusals.length > 0 ? '❌ refused' : pushed.length > 0 ? 'pushed' : failed ? 'not pushed' : 'built';
    const tags = planned.refs.map((ref) => (0,src/* code */.aY)(ref.slice(ref.lastIndexOf(':') + 1))).join(' ');
    const shown = digest === undefined ? 'known after a push' : (0,src/* code */.aY)(digest.slice(0, 19));
    const percent = (0,src_results/* cacheHitPercent */.F)(steps);
    const cached = percent === undefined ? '–' : `${percent} %`;
    return [planned.name, result, tags, shown, sizeCell(plan, image), cached, (0,src/* formatDuration */.a3)(buildMs), platform].map((cell) => (cell === '' ? (0,src/* formatSize */.Xq)(size.bytes) : cell));
}
function sizeCell({ sizeMetric }, { planned, size }) {
    const shown = `${size.known === 'estimate' ? '≈ ' : ''}${(0,src/* formatSize */.Xq)(size.bytes)} ${sizeMetric}`;
    if (planned.maxSize === undefined)
        return shown;
    const share = size.bytes / planned.maxSize;
    const filled = Math.min(10, Math.round(share * 10));
    const bar = `${'█'.repeat(filled)}${'░'.repeat(10 - filled)}`;
    return `${shown}\n${bar} ${Math.round(share * 100)} % of ${(0,src/* formatSize */.Xq)(planned.maxSize)} (${(0,sizes/* describeSize */.jt)(size)})`;
}
function brokenRow(broken) {
    if (broken === undefined)
        return [];
    const percent = (0,src_results/* cacheHitPercent */.F)(broken.steps);
    return [
        [
            broken.planned.name,
            '❌ failed',
            '',
            '',
            '',
            percent === undefined ? '–' : `${percent} %`,
            (0,src/* formatDuration */.a3)(broken.buildMs),
            '',
        ],
    ];
}
function findings({ images }) {
    const rows = images.flatMap(({ planned, findings: found }) => found.map(({ rule, level, problem, fix }) => [
        planned.name,
        rule,
        level === 'error' ? '❌ refused' : '⚠️ warning',
        (0,src/* escapeMarkdown */.FV)(`${problem}; ${fix}`),
    ]));
    return (0,src/* table */.tp)(['image', 'policy', 'verdict', 'finding'], rows);
}
function pullLines({ images }, plan, refusals) {
    if (refusals.length > 0 || !plan.push)
        return undefined;
    return (0,src/* codeBlock */.DV)(images.map(({ planned, digest }) => `docker pull ${planned.repository}@${digest}`).join('\n'), 'sh');
}
function layersOf({ planned, layers }) {
    const rows = (0,sizes/* largestLayers */.tE)(layers, 10).map(({ bytes, createdBy }) => [(0,src/* formatSize */.Xq)(bytes), (0,src/* code */.aY)(createdBy)]);
    if (rows.length === 0)
        return undefined;
    return (0,src/* details */.zH)(`Layers of ${planned.name} by the engine's own measure`, (0,src/* table */.tp)(['size', 'made by'], rows));
}
function slowest(images) {
    const timed = images.flatMap(({ planned, steps }) => steps.map((step) => ({ image: planned.name, name: step.name, ms: step.cached ? 0 : ((0,progress/* stepMs */.pD)(step) ?? 0) })));
    const rows = timed
        .filter(({ ms }) => ms >= 100)
        .sort((a, b) => b.ms - a.ms)
        .slice(0, 5)
        .map(({ image, name, ms }) => [
        image,
        (0,src/* code */.aY)(name.length > 100 ? `${name.slice(0, 99)}…` : name),
        (0,src/* formatDuration */.a3)(ms),
    ]);
    return rows.length === 0 ? undefined : (0,src/* details */.zH)('Slowest steps', (0,src/* table */.tp)(['image', 'step', 'time'], rows));
}
function notes({ notes: said, facts }) {
    const { engine } = facts;
    const lines = [`Docker ${engine.version}, ${engine.store} image store, docker driver`, ...said];
    return lines.map((line) => `- ${(0,src/* escapeMarkdown */.FV)(line)}`).join('\n');
}

;// CONCATENATED MODULE: ./actions/docker-build-push/src/report.js



/** Outputs, summary, annotations, and what refused the images where something did. */
function report(plan, results) {
    const refusals = allRefusals(results);
    const result = refusals.length > 0 ? 'failed' : plan.push ? 'pushed' : 'built';
    const failure = joinRefusals(refusals);
    return {
        outputs: { result, ...outputsOf(plan, results, refusals) },
        summary: formatSummary(plan, results, refusals),
        annotations: annotate(results),
        failure,
    };
}
/** Every image's refusals in order, then what broke. */
function allRefusals({ images, broken, publishing }) {
    return [
        ...images.flatMap(({ refusals }) => refusals),
        ...(broken ? [broken.refusal] : []),
        ...(publishing ? [publishing] : []),
    ];
}
function outputsOf(plan, results, refusals) {
    const [first] = results.images;
    const good = refusals.length === 0;
    const percent = (0,src_results/* cacheHitPercent */.F)([...results.images, ...(results.broken ? [results.broken] : [])].flatMap(({ steps }) => steps));
    return {
        digest: good ? (first?.digest ?? '') : '',
        imageid: good ? (first?.id ?? '') : '',
        ref: good && first ? refOf(first) : '',
        tags: good ? results.images.flatMap(({ planned }) => planned.refs).join('\n') : '',
        version: plan.version,
        'size-bytes': first ? String(first.size.bytes) : '',
        images: JSON.stringify(good ? results.images.map(describe) : []),
        'cache-hit-percent': percent === undefined ? '' : String(percent),
        'failed-rule': refusals[0]?.rule ?? '',
    };
}
/** By digest where the image is in the registry; else the name by which the engine has it. */
function refOf({ planned, digest, pushed }) {
    return pushed.length > 0 ? `${planned.repository}@${digest}` : (planned.refs[0] ?? '');
}
function describe(image) {
    const { planned, digest, size, platform } = image;
    return {
        name: planned.name,
        ref: refOf(image),
        digest: digest ?? '',
        tags: planned.refs,
        size: size.bytes,
        platforms: [platform],
    };
}
function joinRefusals(refusals) {
    const [first, ...others] = refusals.map(({ error }) => error);
    if (first === undefined || others.length === 0)
        return first;
    const also = others.map((error) => `also ${(0,src/* formatError */.Wk)(error).split('\n')[0]}`).join('\n');
    return new src/* ActionError */.lZ(`${first.message}\n${also}`, first.details);
}
function annotate({ images }) {
    return images.flatMap(({ planned, findings }) => findings
        .filter(({ level }) => level === 'warn')
        .map(({ rule, problem, fix }) => ({
        level: 'warning',
        title: rule,
        message: `${planned.name} ${problem}; ${fix}`,
        file: planned.file,
    })));
}


/***/ }),

/***/ 5093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ stepsOf),
/* harmony export */   F: () => (/* binding */ cacheHitPercent)
/* harmony export */ });
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7524);

/** Whole percent of the Dockerfile's steps that came from the cache; undefined where there is no step. */
function cacheHitPercent(steps) {
    if (steps.length === 0)
        return undefined;
    return Math.round((100 * steps.filter(({ cached }) => cached).length) / steps.length);
}
/** The steps that count, in the order in which they came up. */
function stepsOf(progress) {
    return [...(0,_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileSteps */ ._z)(progress)].sort((a, b) => a.number - b.number);
}


/***/ }),

/***/ 5229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ estimateSize),
/* harmony export */   cd: () => (/* binding */ isInDoubt),
/* harmony export */   jt: () => (/* binding */ describeSize),
/* harmony export */   nV: () => (/* binding */ judgeSize),
/* harmony export */   tE: () => (/* binding */ largestLayers)
/* harmony export */ });
/* unused harmony export shortInstruction */
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5024);

/** Share of the budget within which an estimate decides nothing. */
const DOUBT = 0.1;
/** True where only the exact sum can tell: the estimate lies within a tenth of the budget. */
function isInDoubt(estimate, budget) {
    return Math.abs(estimate - budget) <= budget * DOUBT;
}
/** The engine's own figure: the files of all layers, or what they take on disk, whatever its store counts. */
function estimateSize(layers) {
    return { bytes: layers.reduce((sum, { bytes }) => sum + bytes, 0), metric: 'uncompressed', known: 'estimate' };
}
/** Undefined where the image keeps to its budget. */
function judgeSize({ name, layers }, size, budget) {
    const over = size.bytes - budget;
    if (over <= 0)
        return undefined;
    const largest = largestLayers(layers, 3).map(({ bytes, createdBy }) => `${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(bytes)} ${createdBy}`);
    const named = largest.length === 0 ? '' : `; largest layers: ${largest.join(', ')}`;
    const message = `${name} ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(size.bytes)} > ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(budget)} by ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(over)} (${describeSize(size)})${named}`;
    return { over, message };
}
function describeSize({ metric, known }) {
    return known === 'exact' ? `${metric}, exact sum of the layers` : `${metric}, the engine's estimate`;
}
/** The layers that weigh something, the heaviest first. */
function largestLayers(layers, count) {
    return layers
        .filter(({ bytes }) => bytes > 0)
        .sort((a, b) => b.bytes - a.bytes)
        .slice(0, count)
        .map(({ bytes, createdBy }) => ({ bytes, createdBy: shortInstruction(createdBy) }));
}
/** What made a layer, as the Dockerfile says it; the base image's own first layer often says nothing. */
function shortInstruction(createdBy) {
    const text = createdBy
        .replace(/\s+# buildkit$/, '')
        .replace(/^(RUN )?\|\d+ .*?(\/bin\/sh -c )/s, '$1$2')
        .replace(/^(?:RUN )?\/bin\/sh -c (?:#\(nop\)\s+)?/, (found) => (found.includes('#(nop)') ? '' : 'RUN '))
        .replaceAll(/\s+/g, ' ')
        .trim();
    if (text === '')
        return 'base image';
    return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}


/***/ }),

/***/ 9038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   Vd: () => (/* binding */ planTags)
/* harmony export */ });
/* unused harmony exports autoTags, cleanTag */
const LONGEST = 128;
const TAG = /^\w[\w.-]{0,127}$/;
const SEMVER = /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9a-z-]+(?:\.[0-9a-z-]+)*))?(?:\+[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i;
/**
 * Parses one entry of `tags`: `auto` or a tag.
 * @throws RangeError with the corrected form.
 */
function parseTag(text) {
    if (TAG.test(text))
        return text;
    const last = /[/:]([\w][\w.-]*)$/.exec(text)?.[1];
    if (text.includes('='))
        throw new RangeError(`has the rule "${text}", and rules are not taken; write auto or plain tags`);
    if (text.includes('/') || text.includes(':')) {
        throw new RangeError(`has "${text}", which is more than a tag; the name stands in image, write ${last ?? 'v1'}`);
    }
    throw new RangeError(`has "${text}", which is not a tag; write ${cleanTag(text) || 'v1'}`);
}
/** The tags to write, in order; the first one is the version. `auto` stands for those of the commit. */
function planTags(wanted, git) {
    return [...new Set(wanted.flatMap((tag) => (tag === 'auto' ? autoTags(git) : [tag])))];
}
/** Branch, `pr-N`, `X.Y.Z X.Y X` on a version tag, `sha-<12>`, and `latest` on the default branch. */
function autoTags(git) {
    const sha = /^[0-9a-f]{12}/.exec(git.sha)?.[0];
    return [...refTags(git), ...(sha === undefined ? [] : [`sha-${sha}`]), ...latest(git)];
}
/** Makes a tag out of a branch's name: what a tag cannot hold becomes `-`, and it is cut at 128 characters. */
function cleanTag(text) {
    return text
        .replace(/[^\w.-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, LONGEST);
}
function refTags({ ref }) {
    const pull = /^refs\/pull\/(\d+)\//.exec(ref)?.[1];
    if (pull !== undefined)
        return [`pr-${pull}`];
    const tag = /^refs\/tags\/(.+)$/.exec(ref)?.[1];
    if (tag !== undefined)
        return versionTags(tag) ?? some(cleanTag(tag));
    return some(cleanTag(/^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? ''));
}
/** A pre-release moves no shorter tag; version 0 promises nothing across minors, so it gets no `0`. */
function versionTags(tag) {
    const [whole, major, minor, patch, pre] = SEMVER.exec(tag) ?? [];
    if (whole === undefined)
        return undefined;
    const full = `${major}.${minor}.${patch}`;
    if (pre !== undefined)
        return [cleanTag(`${full}-${pre}`)];
    return [full, `${major}.${minor}`, ...(major === '0' ? [] : [`${major}`])];
}
function latest({ ref, defaultBranch }) {
    return defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}` ? ['latest'] : [];
}
function some(tag) {
    return tag === '' ? [] : [tag];
}


/***/ }),

/***/ 5024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lZ: () => (/* reexport */ errors_ActionError),
  cc: () => (/* reexport */ CancelledError),
  dz: () => (/* reexport */ InputError),
  zh: () => (/* reexport */ Secret),
  aY: () => (/* reexport */ code),
  DV: () => (/* reexport */ codeBlock),
  zH: () => (/* reexport */ details),
  au: () => (/* reexport */ didYouMean),
  FV: () => (/* reexport */ escapeMarkdown),
  a3: () => (/* reexport */ formatDuration),
  Wk: () => (/* reexport */ formatError),
  Xq: () => (/* reexport */ formatSize),
  qN: () => (/* reexport */ paragraphs),
  HU: () => (/* reexport */ parseChoice),
  xg: () => (/* reexport */ parsePairs),
  DB: () => (/* reexport */ parseSize),
  L5: () => (/* reexport */ retry),
  Cs: () => (/* reexport */ runAction),
  yM: () => (/* reexport */ splitWords),
  tp: () => (/* reexport */ table),
  ie: () => (/* reexport */ toActionError)
});

// UNUSED EXPORTS: CommandError, GateError, HttpError, TimeoutError, annotate, announceSecrets, backoffMs, cutSummary, excerpt, forgetSecrets, formatCommand, inputReader, inputSource, nearest, parseArguments, parseDuration, realExec, realFiles, realLog, realPorts, realState, redact, secretForms, splitLines, testPattern, withoutLogin

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
/******/ var __webpack_exports__ = __nccwpck_require__(7450);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
