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

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 9311:
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

/***/ 7497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ formatAddress),
/* harmony export */   bO: () => (/* binding */ addressError),
/* harmony export */   vW: () => (/* binding */ addressOutputs)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);

/** What users got to see of a deploy, in one sentence. */
function formatAddress({ figures }) {
    if (figures === undefined)
        return 'The address did not answer before the deploy began, so nothing can be said about lost requests.';
    const { requests, failed, downtimeMs, stillDown } = figures;
    const down = failed > 0 ? `, down for ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(downtimeMs)}${stillDown ? ' and still down' : ''}` : '';
    const slowest = formatP95(figures);
    return `${grouped(requests)} requests during the deploy, ${formatFailed(figures)}${down}${slowest}.`;
}
function formatP95({ p95BeforeMs, p95DuringMs }) {
    if (p95BeforeMs === undefined)
        return '';
    const before = p95BeforeMs.toFixed(0);
    return p95DuringMs === undefined ? `, p95 ${before} ms` : `, p95 ${before} → ${p95DuringMs.toFixed(0)} ms`;
}
function formatFailed({ failed, kinds }) {
    const each = Object.entries(kinds).map(([kind, count]) => `${kind} ${grouped(count)}`);
    return failed === 0 ? '0 failed' : `${grouped(failed)} failed (${each.join(', ')})`;
}
function grouped(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** The outputs about the address; empty where nothing can be said. */
function addressOutputs(result) {
    const figures = result?.figures;
    const p95 = figures?.p95DuringMs ?? figures?.p95BeforeMs;
    const whole = (value) => (value === undefined ? '' : String(Math.round(value)));
    return {
        'failed-requests': whole(figures?.failed),
        'probe-p95-ms': whole(p95),
        'downtime-ms': whole(figures?.downtimeMs),
    };
}
/** More requests failed than may. `settled` says what became of the deploy. */
function addressError({ url, figures, maxFailed }, ending) {
    const failed = figures
        ? `${formatFailed(figures)} of ${grouped(figures.requests)} requests`
        : 'too many requests failed';
    const message = `${url.origin}${url.pathname}: ${failed} during the deploy, max-failed-requests is ${maxFailed}${ending}`;
    const hint = 'deploy with strategy rolling behind a proxy, or raise max-failed-requests';
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(message, { code: 'E_PROBE', hint });
}


/***/ }),

/***/ 5927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ packOnce),
/* harmony export */   h: () => (/* binding */ packAhead)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8522);
/* harmony import */ var _suite_ssh__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9551);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4680);




/** What was packed in this run: hundreds of megabytes must not be packed again for every host. */
const made = new Map();
/** Packs files, but for those that were packed before. */
function packOnce(files, zstd) {
    const key = keyOf(files, zstd);
    return made.get(key) ?? keep(key, zstd ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.zstdCompressSync)((0,_suite_ssh__WEBPACK_IMPORTED_MODULE_2__/* .packTar */ .nG)(files)) : (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gzipSync)((0,_suite_ssh__WEBPACK_IMPORTED_MODULE_2__/* .packTar */ .nG)(files)));
}
/** Packs files for those who ask later. Meanwhile everything else goes on: the agents must hear of this runner. */
async function packAhead(files, zstd) {
    const key = keyOf(files, zstd);
    if (made.has(key))
        return;
    const tar = (0,_suite_ssh__WEBPACK_IMPORTED_MODULE_2__/* .packTar */ .nG)(files);
    keep(key, await (zstd ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_1__.zstdCompress)(tar) : (0,node_util__WEBPACK_IMPORTED_MODULE_0__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_1__.gzip)(tar)));
}
function keep(key, content) {
    const archive = { content, hash: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(content) };
    made.set(key, archive);
    return archive;
}
function keyOf(files, zstd) {
    return JSON.stringify([zstd, files.map(({ path, content, mode }) => [path, mode, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(content)])]);
}


/***/ }),

/***/ 6916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ changesOf),
/* harmony export */   r: () => (/* binding */ formatChanges)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4680);

const NOTHING = {
    images: {},
    env: {},
    files: {},
    shared: {},
    rolling: [],
    rest: [],
};
/** Compares two releases; `before` is absent at the first deploy. */
function changesOf(before, after) {
    const old = before ?? NOTHING;
    const services = [...new Set([...Object.keys(old.images), ...Object.keys(after.images)])];
    return {
        images: services
            .map((service) => ({ service, before: old.images[service] ?? null, after: after.images[service] ?? null }))
            .filter((image) => image.before !== image.after),
        env: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .changedKeys */ .F$)(old.env, after.env),
        files: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .changedKeys */ .F$)(old.files, after.files),
        shared: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .changedKeys */ .F$)(old.shared, after.shared),
        services: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .changedKeys */ .F$)(presence(old), presence(after)),
    };
}
function presence({ rolling, rest }) {
    return Object.fromEntries([...rolling.map(({ name }) => name), ...rest].map((name) => [name, '']));
}
/** The changes as lines of the plan; none at the first deploy, where everything is new. */
function formatChanges({ images, env, files, shared, services }) {
    const line = (title, names) => names.length > 0 ? [`${title}: ${names.join(' ')}`] : [];
    return [
        ...images.map(({ service, before, after }) => `image of ${service}: ${short(before)} → ${short(after)}`),
        ...line('services', services),
        ...line('files', files),
        ...line('shared', shared),
        ...line('environment', env),
    ];
}
function short(ref) {
    return ref === null ? 'none' : ref.replace(/@sha256:(.{12}).*$/, '@$1');
}


/***/ }),

/***/ 5168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   Ro: () => (/* binding */ generatedFiles),
/* harmony export */   a5: () => (/* binding */ strategyError),
/* harmony export */   gS: () => (/* binding */ IMAGES_FILE)
/* harmony export */ });
/* unused harmony export assignImages */
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);
/* harmony import */ var _env_file_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1737);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8867);
/* harmony import */ var _inputs_how_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9135);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4680);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3438);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9563);
/* harmony import */ var _steps_blue_green_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5467);








const IMAGES_FILE = 'compose.images.yaml';
/** Which image each service gets. @throws InputError where an image belongs to no service. */
function assignImages(inputs, services) {
    const names = services.map(({ name }) => name);
    const assigned = inputs.what.images.flatMap(({ service, ref }) => {
        if (service !== undefined && names.includes(service))
            return [[service, ref]];
        const same = services.filter(({ image }) => image !== undefined && (0,_images_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M)(image) === (0,_images_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M)(ref));
        if (same.length > 0)
            return same.map(({ name }) => [name, ref]);
        const problem = `${service ?? ref} is no service of ${inputs.what.composeFiles.join(', ')}${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(service ?? '', names)}`;
        throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([{ input: 'images', problem, fix: `images: ${names[0]}=${ref}` }]);
    });
    return Object.fromEntries(assigned);
}
/** What will run: which services rise beside their old containers, and which are recreated. */
function contentOf(inputs, checkout, hmacKey) {
    const selected = (0,_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .selectServices */ .Zo)(inputs, checkout.services);
    const images = (0,_inputs_how_js__WEBPACK_IMPORTED_MODULE_6__/* .isPlain */ .$i)(inputs.strategy) ? {} : imagesOf(inputs, checkout.services, selected);
    refuseBuilds(selected, images);
    const beside = besideOf(inputs, selected, images);
    const names = beside.map(({ name }) => name);
    const rest = selected.map(({ name }) => name).filter((name) => !names.includes(name));
    return {
        strategy: inputs.strategy,
        switchCommand: inputs.switchCommand,
        composeFiles: (0,_inputs_how_js__WEBPACK_IMPORTED_MODULE_6__/* .isPlain */ .$i)(inputs.strategy) ? [] : composeList(inputs, images),
        images,
        rolling: beside.map(({ name, replicas }) => ({ name, replicas })),
        rest,
        networks: inputs.strategy === 'blue-green' ? checkout.networks : [],
        services: checkout.services.map(({ name }) => name),
        profiles: (0,_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .profilesOf */ .uV)(inputs, selected),
        proxy: proxyOf(inputs, checkout.services, Object.keys(images)[0]),
        files: digests(checkout.releaseFiles),
        shared: digests(checkout.sharedFiles),
        env: Object.fromEntries([...checkout.env].map(([key, value]) => [key, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .hmac */ .w8)(hmacKey, value.reveal())])),
    };
}
/** Services whose old and new containers stand side by side. */
function besideOf({ strategy }, services, images) {
    if (strategy !== 'rolling' && strategy !== 'blue-green')
        return [];
    const named = services.filter(({ name }) => name in images);
    const beside = named.filter(({ single }) => !single);
    if (strategy === 'blue-green' && beside.length === 0) {
        const why = named.map(({ name, single }) => `${name} has ${single}`).join(', ');
        throw strategyError(`no service can stand in two colours: ${why || 'images names none'}`, 'use strategy: recreate');
    }
    return beside;
}
/** The images of the services that are deployed; a build may have made more. */
function imagesOf(inputs, services, selected) {
    const names = new Set(selected.map(({ name }) => name));
    return Object.fromEntries(Object.entries(assignImages(inputs, services)).filter(([name]) => names.has(name)));
}
/** Hosts never build: what runs was made once, and is the same everywhere. */
function refuseBuilds(selected, images) {
    const built = selected.filter(({ name, image }) => image === undefined && !(name in images)).map(({ name }) => name);
    if (built.length === 0)
        return;
    const problem = `has no image for ${built.join(', ')}, and hosts never build`;
    throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([{ input: 'images', problem, fix: `images: ${built[0]}=name@sha256:…` }]);
}
function composeList(inputs, images) {
    return [...inputs.what.composeFiles, ...(Object.keys(images).length > 0 ? [IMAGES_FILE] : [])];
}
function digests(files) {
    return Object.fromEntries(files.map(({ path, content }) => [path, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(content)]));
}
function proxyOf(inputs, services, first) {
    const { proxy: kind, proxyConfig: folder, strategy, proxySwitchCommand: command } = inputs;
    if (kind === 'none' || strategy === 'recreate' || (0,_inputs_how_js__WEBPACK_IMPORTED_MODULE_6__/* .isPlain */ .$i)(strategy))
        return undefined;
    const service = proxyService(inputs, services);
    if (first === undefined) {
        const problem = `is missing, and proxy ${kind} leads to its first service`;
        throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([{ input: 'images', problem, fix: `images: ${services[0]?.name}=name@sha256:…` }]);
    }
    const target = services.find(({ name }) => name === first);
    if (target?.single) {
        throw strategyError(`service ${first} cannot stand beside its old release: it has ${target.single}`, 'take that away, or use strategy: recreate');
    }
    if (_proxies_js__WEBPACK_IMPORTED_MODULE_2__/* .proxies */ .B[kind].single && target && target.replicas !== 1) {
        throw strategyError(`service ${first} has ${target.replicas} replicas, and ${kind} is led to one container`, 'use one replica, or proxy: nginx');
    }
    return { kind, folder, service, target: first, command };
}
/** The service of the compose file that is the proxy; empty where none is looked for. */
function proxyService({ proxy: kind, proxyConfig: folder }, services) {
    if (kind === 'none' || _proxies_js__WEBPACK_IMPORTED_MODULE_2__/* .proxies */ .B[kind].found === 'not')
        return '';
    if (_proxies_js__WEBPACK_IMPORTED_MODULE_2__/* .proxies */ .B[kind].found === 'image') {
        const named = services.find(({ image = '' }) => image.includes(kind));
        if (named)
            return named.name;
        throw strategyError(`no service has the image ${kind}`, `write a service with the image basecamp/${kind}`);
    }
    const mount = new RegExp(`shared/${folder}/?\\}?$`);
    const mounting = services.find(({ mounts }) => mounts.some((path) => mount.test(path)));
    if (mounting)
        return mounting.name;
    throw strategyError(`no service mounts shared/${folder}`, `mount ../../shared/${folder} in the proxy's service`);
}
/** The chosen strategy cannot work with this compose file or host. */
function strategyError(message, hint) {
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(message, { code: 'E_STRATEGY', hint });
}
/** The files of the release's folder beside those of the checkout. */
function generatedFiles(manifest, app, env) {
    const { content } = manifest;
    const values = new Map([...env].map(([key, value]) => [key, value.reveal()]));
    const images = Object.entries(content.images).map(([service, ref]) => `  ${service}:\n    image: "${ref}"\n`);
    const generated = [
        { path: '.compose', content: Buffer.from(content.composeFiles.map((file) => `${file}\n`).join('')) },
        { path: 'env', content: Buffer.from((0,_env_file_js__WEBPACK_IMPORTED_MODULE_7__/* .formatEnvFile */ .Fx)(values)), mode: 0o600 },
        { path: 'manifest.json', content: Buffer.from((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .formatManifest */ .L_)(manifest)) },
    ];
    const { profiles } = content;
    if (profiles.length > 0)
        generated.push({ path: '.profiles', content: Buffer.from(`${profiles.join('\n')}\n`) });
    const override = { path: IMAGES_FILE, content: Buffer.from(`services:\n${images.join('')}`) };
    const coloured = content.rolling.map(({ name }) => name);
    const colour = { path: _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .COLOUR_FILE */ .If, content: Buffer.from((0,_steps_blue_green_js__WEBPACK_IMPORTED_MODULE_4__/* .formatColourFile */ .q)(app, coloured, content.networks)) };
    return [
        ...generated,
        ...(images.length > 0 ? [override] : []),
        ...(content.strategy === 'blue-green' ? [colour] : []),
    ];
}


/***/ }),

/***/ 8538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L3: () => (/* binding */ readDisks),
/* harmony export */   yl: () => (/* binding */ formatDiskUse)
/* harmony export */ });
/* unused harmony export compareDisks */
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);
/* harmony import */ var _host_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4019);


/** Joins what was free before with what is free now. */
function compareDisks(before, after) {
    return before.flatMap(({ where, total, free }) => {
        const now = after.find((room) => room.where === where);
        return now ? [{ where, total, freeBefore: free, freeAfter: now.free }] : [];
    });
}
/** Asks every settled host what is free now. A host that does not answer is left out: the deploy is over. */
async function readDisks(drives, fleet, root) {
    const settled = drives.filter(({ outcome }) => outcome === 'committed' || outcome === 'aborted');
    const found = settled.map(async ({ plan }) => {
        const answer = await fleet.connections[plan.index]?.run((0,_host_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDiskScript */ .QH)(root), 10_000).catch(() => undefined);
        return [plan.host, compareDisks(plan.disks ?? [], (0,_host_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .parseFacts */ .hx)(answer?.stdout ?? '').disks)];
    });
    return new Map(await Promise.all(found));
}
/** `/opt: 12.3 GB → 12.1 GB free`. */
function formatDiskUse({ where, freeBefore, freeAfter }) {
    return `${where}: ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(freeBefore)} → ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(freeAfter)} free`;
}


/***/ }),

/***/ 3578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findDrift),
/* harmony export */   _: () => (/* binding */ isUnchanged)
/* harmony export */ });
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5168);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4680);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3438);



/** What somebody changed by hand on a host since its last deploy. Values of the environment are compared, not told. */
function findDrift(host, app, checkout) {
    const { current, manifests, live } = host.facts;
    const manifest = manifests.find(({ release }) => release === current);
    const repaired = [
        ...linkDrift(current, live.recorded),
        ...(manifest
            ? [...fileDrift(manifest, app, live), ...envDrift(manifest.content, host), ...containerDrift(manifest, host)]
            : []),
        ...(manifest && checkout ? sharedDrift(manifest.content, host, checkout) : []),
    ];
    const foreign = manifest ? foreignDrift(manifest.content, host.facts.containers) : [];
    return [...repaired.map((what) => ({ what, repaired: true })), ...foreign.map((what) => ({ what, repaired: false }))];
}
/** The host runs exactly this already. */
function isUnchanged({ facts }, content, drift) {
    const current = facts.manifests.find(({ release }) => release === facts.current);
    return current !== undefined && (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .sameContent */ .Cm)(current.content, content) && !drift.some(({ repaired }) => repaired);
}
function linkDrift(current, recorded) {
    if (recorded === undefined || current === recorded)
        return [];
    return [`current leads to ${current ?? 'nothing'}, the last deploy made it lead to ${recorded}`];
}
/** `env` and the manifest itself are compared by what they say. */
function fileDrift(manifest, app, { files, unreadable }) {
    const made = (0,_content_js__WEBPACK_IMPORTED_MODULE_0__/* .generatedFiles */ .Ro)(manifest, app, new Map()).filter(({ path }) => path !== 'env' && path !== 'manifest.json');
    const expected = {
        ...manifest.content.files,
        ...Object.fromEntries(made.map(({ path, content }) => [path, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(content)])),
    };
    return Object.entries(expected)
        .filter(([path, digest]) => files[path] !== digest && !unreadable.includes(path))
        .map(([path]) => `file ${path} was ${path in files ? 'edited' : 'removed'}`);
}
function envDrift({ env: recorded }, { facts, hmacKey }) {
    const { env } = facts.live;
    if (env === undefined)
        return ['file env was removed'];
    const now = Object.fromEntries([...env].map(([key, value]) => [key, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .hmac */ .w8)(hmacKey, value.reveal())]));
    const keys = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .changedKeys */ .F$)(recorded, now);
    return keys.length > 0 ? [`file env was edited: ${keys.join(' ')}`] : [];
}
function containerDrift({ content }, host) {
    const wanted = [...content.rolling, ...content.rest.map((name) => ({ name, replicas: undefined }))];
    return wanted.flatMap(({ name, replicas }) => {
        const those = host.facts.containers.filter(({ service }) => service === name);
        return [
            ...countDrift(name, replicas, { those, host }),
            ...those.flatMap((each) => settingsDrift(each, content, host)),
        ];
    });
}
function countDrift(name, replicas, { those, host }) {
    const alive = those.filter(({ id, state }) => state === 'running' || host.facts.live.details[id]?.done);
    if (alive.length < (replicas ?? 1))
        return [`service ${name}: ${alive.length} of ${replicas ?? 1} containers run`];
    if (replicas === undefined || those.length === replicas)
        return [];
    return [
        `service ${name} has ${those.length} containers (${those.map((each) => each.name).join(', ')}), the release ${replicas}`,
    ];
}
function settingsDrift({ id, name, service }, content, host) {
    const { details, hashes, recorded } = host.facts.live;
    const about = details[id];
    const ref = content.images[service];
    if (about === undefined)
        return [];
    if (ref !== undefined && about.image !== ref)
        return [`container ${name} runs ${about.image}, the release has ${ref}`];
    // A colour has a compose file more, and a link that was moved leads to the hashes of another release.
    const comparable = content.strategy !== 'blue-green' && (recorded === undefined || recorded === host.facts.current);
    const hash = hashes[service];
    return comparable && hash !== undefined && about.hash !== hash
        ? [`container ${name} has another configuration than the release`]
        : [];
}
/** Where the checkout has the file as the last deploy had it, the host’s must be that, but for what the deploy itself writes. */
function sharedDrift({ shared, proxy }, { facts }, checkout) {
    return checkout.sharedFiles
        .filter(({ path, content }) => shared[path] === (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(content))
        .filter((file) => {
        const carried = (0,_proxies_js__WEBPACK_IMPORTED_MODULE_2__/* .carryFile */ .M)(proxy, file, facts.proxyFile);
        return carried !== undefined && facts.shared[file.path] !== (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(carried);
    })
        .map(({ path }) => `shared/${path} was ${path in facts.shared ? 'edited' : 'removed'}`);
}
/** Containers under the name of the application that no release has. */
function foreignDrift({ services }, containers) {
    return containers
        .filter(({ service }) => !services.includes(service))
        .map(({ name, service }) => `container ${name}${service ? ` of service ${service}` : ''} is not of the release; it is left alone`);
}


/***/ }),

/***/ 1737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ parseEnvFile),
/* harmony export */   Fx: () => (/* binding */ formatEnvFile),
/* harmony export */   ci: () => (/* binding */ parseEnvLines)
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
 * @throws RangeError with the number of the first line that is no assignment; the line may be a secret.
 */
function parseEnvFile(text) {
    const values = new Map();
    const pattern = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=[ \t]*(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\n]*?))[ \t]*(?:\s#[^\n]*)?$/gm;
    const rest = text
        .replaceAll('\r\n', '\n')
        .replace(pattern, (lines, key, single, double, bare) => {
        values.set(key, single ?? (double === undefined ? (bare ?? '') : withoutEscapes(double)));
        return lines.replace(/[^\n]/g, '');
    });
    const bad = rest.split('\n').findIndex((line) => line.trim() !== '' && !line.trim().startsWith('#'));
    if (bad >= 0)
        throw new RangeError(`has a line that is no KEY=value, line ${bad + 1}`);
    return values;
}
/**
 * Reads lines `KEY=value` of an input: what stands behind the first `=` is the value as it is, with quotes, `#` and `$`.
 * @throws RangeError with the number of the first line that is no assignment; the line may be a secret.
 */
function parseEnvLines(text) {
    const values = new Map();
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (/^\s*(?:#.*)?$/.test(line))
            continue;
        const [, key, value] = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=(.*)$/s.exec(line) ?? [];
        if (key === undefined || value === undefined)
            throw new RangeError(`has a line that is no KEY=value, line ${index + 1}; several lines of one value need env-file`);
        values.set(key, value);
    }
    return values;
}
function withoutEscapes(value) {
    const known = { n: '\n', r: '\r', t: '\t' };
    return value.replace(/\\(.)/gs, (_whole, character) => known[character] ?? character);
}


/***/ }),

/***/ 9026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ RECLAIMABLE_SCRIPT),
/* harmony export */   N1: () => (/* binding */ parseNeedFacts),
/* harmony export */   fL: () => (/* binding */ formatNeedFacts),
/* harmony export */   tP: () => (/* binding */ parseReclaimable)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);
/* harmony import */ var _suite_ssh__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9551);


/** Shell behind the script of the facts: which images are missing and how big, who uses how much memory and which ports. */
function formatNeedFacts(images, login) {
    return `for id in $(printf '%s\\n' "$found" | awk '$4 == "running" { print $2 }'); do
  docker top "$id" -eo pid,rss 2>/dev/null | awk -v id="$id" 'NR > 1 { s += $2 } END { if (s) print "used", id, s }' &
done
for p in tcp udp; do
  cat /proc/net/$p /proc/net/\${p}6 2>/dev/null | awk -v p=$p '$4 == "0A" || ($4 == "07" && p == "udp") { print "listen", p, $2 }'
done | sort -u
docker ps --format 'published {{.Names}} {{.Ports}}' 2>/dev/null
wait
${images.length === 0 ? '' : formatPullFacts(images, login)}`;
}
/** The registry is asked by the host, as it will be for the pull; credentials lie in memory where the host has a folder there. */
function formatPullFacts(images, login) {
    return `ask() { timeout 15 docker $config manifest inspect "$1" 2>/dev/null; }
layers() { # WORD REF: of an index the manifest for this machine
  text=$(ask "$2")
  case $text in *'"manifests":'*)
    digest=$(printf '%s\\n' "$text" | tr -d '", ' | awk -F : -v a="$arch" '/^digest:/ { d = $3 } /^architecture:/ { m = $2 } /^os:linux/ && m == a { print d; exit }')
    text=$(ask "\${2%@*}@sha256:$digest") ;;
  esac
  say "$1" "$2 $(printf %s "$text" | base64 | tr -d '\\n')"
}
missing=
for i in ${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_1__/* .shellJoin */ .nZ)(images)}; do docker image inspect "$i" >/dev/null 2>&1 || missing="$missing $i"; done
if [ -n "$missing" ]; then
  config= arch=$(docker version --format '{{.Server.Arch}}' 2>/dev/null)
${login === undefined ? '' : formatConfig(login)}  for i in $missing; do layers to-pull "$i" & done
  for i in $(sed -n 's/^ *image: "\\(.*@sha256:.*\\)"$/\\1/p' "$root/current/compose.images.yaml" 2>/dev/null | sort -u); do
    ! docker image inspect "$i" >/dev/null 2>&1 || layers pulled "$i" &
  done
  wait
fi
`;
}
function formatConfig({ host, username, password }) {
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    const text = JSON.stringify({ auths: { [host]: { auth } } });
    return `  private
  printf %s ${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_1__/* .shellQuote */ .ZL)(text)} >"$folder/config.json"
  config="--config $folder"
`;
}
/** What docker could free, without the volumes. */
const RECLAIMABLE_SCRIPT = `timeout 20 docker system df --format '{{.Type}} {{.Reclaimable}}' 2>/dev/null; exit 0`;
/** Bytes of lines such as `Build Cache 1.2GB (40%)`. */
function parseReclaimable(text) {
    const sizes = text.split('\n').map((line) => /^(?:Images|Containers|Build Cache) (\S+)/.exec(line)?.[1] ?? '0B');
    return sizes.reduce((sum, size) => sum + (/^[\d.]+\s*[kMGT]?i?B$/.test(size) ? (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .DB)(size) : 0), 0);
}
/** `all` gives the rest of every line that begins with a word. */
function parseNeedFacts(all) {
    const manifests = (word) => all(word).map((line) => line.split(' '));
    const published = all('published').flatMap(parsePublished);
    const listening = all('listen').map(parseListener);
    return {
        missing: Object.fromEntries(manifests('to-pull').map(([ref, coded]) => [ref, parseLayers(coded)])),
        present: manifests('pulled').flatMap(([, coded]) => parseLayers(coded) ?? []),
        used: Object.fromEntries(all('used').map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1]) * 1_024])),
        listeners: [...published, ...listening],
    };
}
function parseLayers(coded = '') {
    try {
        const { layers } = JSON.parse(Buffer.from(coded, 'base64').toString('utf8'));
        return Array.isArray(layers) ? layers.map(({ digest, size }) => ({ digest, size: Number(size) || 0 })) : undefined;
    }
    catch {
        return undefined;
    }
}
/** `NAME 0.0.0.0:80->8080/tcp, [::]:80->8080/tcp`. */
function parsePublished(line) {
    const [container = ''] = line.split(' ');
    return [...line.matchAll(/(?:^|\s)(\S+):(\d+)(?:-(\d+))?->[\d-]+\/(\w+)/g)].flatMap(([, address = '', from, to = from, protocol = '']) => Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => ({
        protocol,
        address: /^(0\.0\.0\.0|\[?::\]?)$/.test(address) ? '' : address.replace(/[[\]]/g, ''),
        port: Number(from) + index,
        container,
    })));
}
/** The address of IPv4 stands there in hex, its last byte first; of IPv6 it only matters whether it is any. */
function parseListener(line) {
    const [, protocol = '', hex = '', port = ''] = /^(\w+) ([0-9A-F]+):([0-9A-F]+)$/.exec(line) ?? [];
    const bytes = hex.length === 8 ? (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).reverse() : [];
    const address = /^0*$/.test(hex) ? '' : bytes.length > 0 ? bytes.join('.') : hex;
    return { protocol, address, port: Number.parseInt(port, 16), container: undefined };
}


/***/ }),

/***/ 7052:
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

/***/ 6159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OS: () => (/* binding */ settlesItself),
/* harmony export */   aS: () => (/* binding */ formatHolder),
/* harmony export */   hp: () => (/* binding */ lockedError)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);

/**
 * Who holds a host's lock, since when, and how far that deploy is. The event has its lock file (time, transaction,
 * process, who) and the last line of its journal.
 */
function formatHolder({ now, out }) {
    const [lock = '', journal = ''] = out.split('\n');
    const [since = '', tx = 'another deploy', , by = 'somebody'] = lock.split(' ').filter(Boolean);
    const [, run = '', actor = by] = /^(.+):([^:]+)$/.exec(by) ?? [];
    const age = (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.max(0, now - (Number(since) || now)) * 1_000);
    return `${tx} of ${actor}${run && ` (${run})`} has held the lock for ${age}, ${progressOf(journal)}`;
}
/** The end of a sentence from the last line of a journal. */
function progressOf(line) {
    const [, word, id] = line.split(' ');
    switch (word) {
        case 'start':
            return `now at ${id}`;
        case 'ok':
            return `now behind ${id}`;
        case 'then':
        case 'commit':
        case 'after':
            return 'committed, now finishing';
        case 'fail':
        case 'undo-all':
        case 'cut':
        case 'undone':
        case 'stuck':
            return 'now undoing';
        default:
            return 'now beginning';
    }
}
/** Whether the holder is a deploy of this run that goes back by itself, as soon as what must not be stopped has ended. */
function settlesItself(event, by) {
    const [lock = '', journal = ''] = event?.out.split('\n') ?? [];
    return lock.split(' ')[3] === by && !progressOf(journal).startsWith('committed');
}
/** Somebody else deploys, and `lock-wait` is over. */
function lockedError(host, event) {
    const holder = event === undefined ? 'another deploy holds the lock' : formatHolder(event);
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${host} is locked: ${holder}`, {
        code: 'E_LOCKED',
        cause: event,
        hint: 'nothing was changed; wait for it to end, or set lock-wait, for example 5m',
    });
}


/***/ }),

/***/ 4019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  QH: () => (/* binding */ formatDiskScript),
  g_: () => (/* binding */ formatFactsScript),
  hx: () => (/* binding */ parseFacts)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var src = __nccwpck_require__(2056);
// EXTERNAL MODULE: ./node_modules/@suite/ssh/src/index.js + 16 modules
var ssh_src = __nccwpck_require__(9551);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/env-file.js
var env_file = __nccwpck_require__(1737);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/facts-live.js


/** Shell behind the script of the facts; `$ids` are the containers of the application. The env file goes to nobody but us. */
function formatLiveFacts() {
    return `[ -z "$ids" ] || docker inspect --format 'detail {{.Id}} {{.Config.Image}} {{index .Config.Labels "com.docker.compose.config-hash"}} {{index .Config.Labels "com.docker.compose.project"}} {{.State.Status}} {{.State.ExitCode}} {{.HostConfig.RestartPolicy.Name}}' $ids 2>/dev/null
[ ! -r "$root/.deploy/release" ] || say recorded "$(cat "$root/.deploy/release")"
(cd "$root/current/" 2>/dev/null || exit 0
  find . -type f ! -path ./env ! -path ./manifest.json -exec sha256sum {} + 2>/dev/null | sed 's,^\\([0-9a-f]*\\)  \\./,file \\1 ,'
  find . -type f 2>/dev/null | while read -r f; do [ -r "$f" ] || say unreadable "\${f#./}"; done
  [ ! -r .hashes ] || sed 's/^/hash /' .hashes
  [ ! -r env ] || say env "$(coded env)")
`;
}
/** `all` gives the rest of every line that begins with a word. */
function parseLiveFacts(all) {
    const [env] = all('env');
    return {
        recorded: all('recorded')[0],
        files: Object.fromEntries(all('file').map((line) => [line.slice(65), line.slice(0, 64)])),
        unreadable: all('unreadable'),
        env: env === undefined ? undefined : readEnv(Buffer.from(env, 'base64').toString('utf8')),
        hashes: Object.fromEntries(all('hash').map((line) => line.split(' '))),
        details: Object.fromEntries(all('detail').map(parseDetails)),
    };
}
/** Somebody may have made it no env file any more: then nothing in it is known. */
function readEnv(text) {
    try {
        return new Map([...(0,env_file/* parseEnvFile */.FO)(text)].map(([key, value]) => [key, new src/* Secret */.zh(value)]));
    }
    catch {
        return new Map();
    }
}
function parseDetails(line) {
    const [id = '', image = '', hash = '', project = '', state, code, restart] = line.split(' ');
    const done = state === 'exited' && code === '0' && (restart === 'no' || restart === '');
    return [id, { image, hash, project, done }];
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/facts-modes.js

/** Shell behind the script of the facts: reads the lock without taking it, and tries the login in a folder of its own. */
function formatModeFacts(app, login) {
    return `up=$root; while [ ! -e "$up" ]; do up=$(dirname "$up"); done
[ ! -w "$up" ] || say writable yes
if read -r at tx pid by <"$root/.deploy/lock"; then
  case $(tr '\\0' ' ' <"/proc/$pid/cmdline") in
    *agent-*" $root/.deploy "*) say lock "$at $tx $pid $by"; say progress "$(tail -n 1 "$root/.deploy/tx/journal")" ;;
    *) [ ! -s "$root/.deploy/tx/journal" ] || say unsettled yes ;;
  esac
fi 2>/dev/null
docker volume ls --filter ${(0,ssh_src/* shellQuote */.ZL)(`label=com.docker.compose.project=${app}`)} --format 'volume {{.Name}}' 2>/dev/null
${login === undefined ? '' : formatLogin(login)}`;
}
/** `printf` is the shell's own, so no argument shows them. */
function formatLogin({ host, username, password }) {
    return `private
if error=$(printf %s ${(0,ssh_src/* shellQuote */.ZL)(password)} | docker --config "$folder" login -u ${(0,ssh_src/* shellQuote */.ZL)(username)} --password-stdin ${(0,ssh_src/* shellQuote */.ZL)(host)} 2>&1 >/dev/null)
then say login ok; else say login-error "$(printf %s "$error" | tail -n 1)"; fi
`;
}
/** `all` gives the rest of every line that begins with a word. */
function parseModeFacts(all) {
    const refused = all('login-error')[0];
    const [lock] = all('lock');
    return {
        writable: all('writable').length > 0,
        lock: lock && `${lock}\n${all('progress')[0] ?? ''}`,
        unsettled: all('unsettled').length > 0,
        login: refused ?? (all('login').length > 0 ? '' : undefined),
        volumes: all('volume'),
    };
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/facts-needs.js
var facts_needs = __nccwpck_require__(9026);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/manifest.js
var manifest = __nccwpck_require__(4680);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/host-facts.js






const SAY = `say() { printf '%s %s\\n' "$1" "$2"; }`;
const DISKS = `up=$root; while [ ! -e "$up" ]; do up=$(dirname "$up"); done
store=$(docker info --format '{{.DockerRootDir}} {{.DriverStatus}}' 2>/dev/null)
case $store in *io.containerd.*) [ ! -d /var/lib/containerd ] || store='/var/lib/containerd ' ;; esac
for d in "$up" "\${store%% *}"; do
  blocks=$(df -Pk "$d" 2>/dev/null | awk 'NR == 2 { print $4, $2, $3 }')
  [ -z "$blocks" ] || say disk "$blocks $(df -Pi "$d" 2>/dev/null | awk 'NR == 2 { print $4, $2 }' | grep . || echo 0 0) $d"
done`;
/** Each kept release may have thousands of files; they matter of those that are current, to come or to go back to. */
const MANIFESTS = `current=$(basename "$(readlink "$root/current")" 2>/dev/null)
before=$(sed -n 's/^  "previous": "\\(.*\\)",*$/\\1/p' "$root/current/manifest.json" 2>/dev/null)
for m in "$root"/releases/*/; do
  name=$(basename "$m")
  [ ! -d "$m" ] || say release "$name"
  [ -f "$m/manifest.json" ] || continue
  case $name in
    "$current" | "$before" | "$about") say manifest "$(coded "$m/manifest.json")" ;;
    *) say manifest "$(sed '/^    "files": {$/,/^    }/{ /^    }/!d; s/.*/    "files": {},/; }' "$m/manifest.json" | base64 | tr -d '\\n')" ;;
  esac
done`;
/** The script that prints what is free, as the facts do. */
function formatDiskScript(root) {
    return `root=${(0,ssh_src/* shellQuote */.ZL)(root)}\n${SAY}\n${DISKS}\n`;
}
/** The script that prints the facts of a host, one word and its value a line. It changes nothing. */
function formatFactsScript(question) {
    const { root, app, release = '', shared, proxyFile } = question;
    return `root=${(0,ssh_src/* shellQuote */.ZL)(root)} app=${(0,ssh_src/* shellQuote */.ZL)(app)} about=${(0,ssh_src/* shellQuote */.ZL)(release)}
${SAY}
private() { # a folder for credentials, in memory where the host has one there
  [ -z "\${folder-}" ] || return 0
  umask 077
  folder=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
  trap 'rm -rf "$folder"' EXIT HUP INT TERM
}
coded() { base64 <"$1" | tr -d '\\n'; }
say now "$(date +%s)"
for t in flock setsid timeout mkfifo dd sync sha256sum tar docker; do command -v $t >/dev/null 2>&1 || say missing $t; done
for t in zstd curl wget perl socat nc; do ! command -v $t >/dev/null 2>&1 || say has $t; done
if error=$(docker version --format '{{.Server.Version}}' 2>&1); then say docker "$error"; else say docker-error "$(printf %s "$error" | tail -n 1)"; fi
say compose "$(docker compose version --short 2>/dev/null)"
${DISKS}
awk '/^MemTotal/ { t = $2 } /^MemAvailable/ { a = $2 } END { if (t) print "memory", a, t }' /proc/meminfo 2>/dev/null
[ ! -L "$root/current" ] || say current "$(basename "$(readlink "$root/current")")"
${MANIFESTS}
found=$(docker ps -a --no-trunc --format \\
  '{{.ID}},{{.Label "com.docker.compose.service"}},{{.State}},{{.Names}},{{.Label "com.docker.compose.project"}},{{.Label "ssh-deploy.app"}},{{.Label "com.docker.compose.oneoff"}}' 2>/dev/null |
  awk -F , -v app="$app" '($5 == app || $6 == app) && $7 != "True" { print "container", $1, $2, $3, $4 }')
ids=$(printf '%s\\n' "$found" | awk '{ print $2 }')
printf '%s\\n' "$found"
[ ! -r "$root/.deploy/hmac" ] || say hmac "$(cat "$root/.deploy/hmac")"
${proxyFile === undefined ? '' : `[ ! -r "$root/shared/"${(0,ssh_src/* shellQuote */.ZL)(proxyFile)} ] || say proxy "$(coded "$root/shared/"${(0,ssh_src/* shellQuote */.ZL)(proxyFile)})"\n`}${shared.length === 0
        ? ''
        : `(cd "$root/shared" 2>/dev/null && sha256sum -- ${shared.map(ssh_src/* shellQuote */.ZL).join(' ')} 2>/dev/null | sed 's/^/shared /')\n`}${moreFacts(question)}exit 0
`;
}
/** What only some modes ask: the values of an environment, for example, are not to be masked in a log without a cause. */
function moreFacts({ mode, app, images, login }) {
    switch (mode) {
        case 'list':
            return '';
        case 'destroy':
            return formatModeFacts(app, undefined);
        case 'check':
            return formatModeFacts(app, login) + (0,facts_needs/* formatNeedFacts */.fL)(images ?? [], login);
        default:
            return formatLiveFacts() + (images ? (0,facts_needs/* formatNeedFacts */.fL)(images, login) : '');
    }
}
/** Reads what that script printed. Lines that it did not write (a noisy login) are passed over. */
function parseFacts(text) {
    const lines = text.split('\n').map((line) => /^([a-z-]+) (.*)$/.exec(line)?.slice(1) ?? []);
    const all = (word) => lines.filter(([first]) => first === word).map(([, rest = '']) => rest);
    const one = (word) => all(word)[0] || undefined;
    const key = one('hmac');
    const proxy = one('proxy');
    return {
        now: Number(one('now') ?? 0),
        missingTools: all('missing'),
        tools: all('has'),
        docker: one('docker'),
        dockerError: one('docker-error'),
        compose: one('compose')?.replace(/^v/, ''),
        disks: parseDisks(all('disk')),
        memory: all('memory').map(parseMemory)[0],
        current: one('current'),
        manifests: all('manifest').flatMap((coded) => (0,manifest/* parseManifest */.Ng)(decode(coded)) ?? []),
        releases: all('release'),
        containers: all('container').map(parseContainer),
        hmacKey: key === undefined ? undefined : new src/* Secret */.zh(key),
        proxyFile: proxy === undefined ? undefined : decode(proxy),
        shared: Object.fromEntries(all('shared').map((line) => [line.slice(66), line.slice(0, 64)])),
        modes: parseModeFacts(all),
        live: parseLiveFacts(all),
        needs: (0,facts_needs/* parseNeedFacts */.N1)(all),
    };
}
/** Of two folders on one file system the last one stands for both; an overlay shows the figures of what is below it. */
function parseDisks(lines) {
    const disks = lines.map(parseDisk);
    return disks.filter((disk, index) => !disks.slice(index + 1).some((other) => isSameDisk(disk, other)));
}
function isSameDisk(one, other) {
    return one.total === other.total && Math.abs(one.free - other.free) < 64 * 1_024 ** 2;
}
function parseDisk(line) {
    const [free, total, used, inodesFree, inodes, ...where] = line.split(' ');
    return {
        where: where.join(' '),
        free: Number(free) * 1_024,
        total: Number(total) * 1_024,
        used: Number(used) * 1_024,
        inodes: { free: Number(inodesFree) || 0, total: Number(inodes) || 0 },
    };
}
function parseMemory(line) {
    const [free = '0', total = '0'] = line.split(' ');
    return { free: Number(free) * 1_024, total: Number(total) * 1_024 };
}
function parseContainer(line) {
    const [id = '', service = '', state = '', name = ''] = line.split(' ');
    return { id, service, state, name };
}
function decode(coded) {
    return Buffer.from(coded, 'base64').toString('utf8');
}


/***/ }),

/***/ 8867:
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

/***/ 4953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   by: () => (/* binding */ readHooks),
/* harmony export */   oq: () => (/* binding */ inBatches)
/* harmony export */ });
/* unused harmony export parseBatch */
/* harmony import */ var _inputs_how_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9135);

/** Reads the inputs about hooks, backups and batches. */
function readHooks(read, strategy) {
    const hooks = {
        beforeCommand: read.text('before-command'),
        verifyCommand: read.command('verify-command'),
        afterCommand: read.text('after-command'),
        healthCommand: read.command('health-command'),
        logDeny: read.parsed('log-deny', {}, parsePattern),
        migrateKind: read.choice('migrate-kind', ['compatible', 'forward-only'], 'compatible'),
        configBackup: read.choice('config-backup', ['none', 'config'], 'config'),
        backupCommand: read.text('backup-command'),
        batch: read.parsed('batch', { fallback: '100%' }, parseBatch) ?? { count: 100, unit: 'percent' },
        batchWaitMs: read.duration('batch-wait', { fallback: '0s' }) ?? 0,
    };
    if ((0,_inputs_how_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlain */ .$i)(strategy)) {
        const inContainers = { 'verify-command': hooks.verifyCommand.length, 'health-command': hooks.healthCommand.length };
        for (const [input, words] of Object.entries(inContainers))
            if (words > 0)
                read.problem(input, `runs in a container, and strategy ${strategy} has none`);
        if (hooks.logDeny)
            read.problem('log-deny', `reads the log of containers, and strategy ${strategy} has none`);
    }
    return hooks;
}
function parsePattern(text) {
    try {
        new RegExp(text);
    }
    catch {
        throw new RangeError('is no regular expression; write for example ERROR|panic');
    }
    // It is grep that reads it on the host.
    if (/\\[dD]/.test(text))
        throw new RangeError('has \\d, which grep -E does not know; write [0-9]');
    if (text.includes('\n'))
        throw new RangeError('has several lines; join them by |');
    return text;
}
/** @throws RangeError for what is neither a number of hosts nor a percentage. */
function parseBatch(text) {
    const [, digits = '', percent] = /^(\d{1,3})(%?)$/.exec(text) ?? [];
    const count = Number(digits);
    const unit = percent === '%' ? 'percent' : 'hosts';
    if (count < 1 || (unit === 'percent' && count > 100))
        throw new RangeError('is neither a number of hosts nor a percentage; write for example 1 or 25%');
    return { count, unit };
}
/** Splits hosts into the batches that switch one after the other; a share is rounded down, and is one host at least. */
function inBatches(hosts, { count, unit }) {
    const size = unit === 'hosts' ? count : Math.max(1, Math.floor((hosts.length * count) / 100));
    return Array.from({ length: Math.ceil(hosts.length / size) }, (_, at) => hosts.slice(at * size, (at + 1) * size));
}


/***/ }),

/***/ 9135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   BY: () => (/* binding */ readHow),
/* harmony export */   zx: () => (/* binding */ checkPlain)
/* harmony export */ });
/* unused harmony export strategies */
const strategies = ['rolling', 'blue-green', 'recreate', 'symlink', 'command'];
const proxyNames = ['none', 'nginx', 'haproxy', 'caddy', 'traefik', 'kamal-proxy', 'command'];
/** Reads the inputs about strategy and proxy. */
function readHow(read) {
    const proxy = read.choice('proxy', proxyNames, 'none');
    const strategy = read.choice('strategy', strategies, 'rolling');
    const switchCommand = read.text('switch-command');
    const proxySwitchCommand = read.text('proxy-switch-command');
    if (isPlain(strategy) && proxy !== 'none')
        read.problem('proxy', `leads to containers, and strategy ${strategy} has none`, 'proxy: none');
    if (strategy === 'command' && switchCommand === undefined)
        read.problem('switch-command', 'is missing, and strategy command is nothing without it');
    if (!isPlain(strategy) && switchCommand !== undefined)
        read.problem('switch-command', `is run by strategy symlink and command, not by ${strategy}`);
    if (proxy === 'command' && proxySwitchCommand === undefined)
        read.problem('proxy-switch-command', 'is missing, and proxy command is nothing without it');
    if (proxy !== 'command' && proxySwitchCommand !== undefined)
        read.problem('proxy-switch-command', `is run by proxy command, not by ${proxy}`, 'proxy: command');
    return {
        strategy,
        proxy,
        proxyConfig: read.parsed('proxy-config', {}, parseProxyConfig) ?? proxy,
        proxySwitchCommand,
        switchCommand,
    };
}
/** Plain files need files, and nothing that only containers have. */
function checkPlain(read, { how: { strategy }, what, migrateCommand }) {
    if (!isPlain(strategy))
        return;
    if (what.files.length === 0 && (what.mode === 'deploy' || what.mode === 'plan'))
        read.problem('files', `is missing, and strategy ${strategy} sends nothing else`, 'files: dist -> .');
    if (what.images.length > 0)
        read.problem('images', `is for containers, and strategy ${strategy} has none`);
    if (migrateCommand.length > 0)
        read.problem('migrate-command', `runs in a container, and strategy ${strategy} has none`);
}
/** Plain files without containers: neither Docker nor a compose file is needed. */
function isPlain(strategy) {
    return strategy === 'symlink' || strategy === 'command';
}
function parseProxyConfig(text) {
    const name = text.replace(/^shared\//, '').replace(/\/$/, '');
    if (/^[\w-][\w.-]*$/.test(name))
        return name;
    throw new RangeError('is no folder under shared/; write for example shared/haproxy');
}


/***/ }),

/***/ 4849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  F: () => (/* binding */ inSeconds),
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./node_modules/@suite/http/src/credentials.js
var credentials = __nccwpck_require__(1541);
// EXTERNAL MODULE: ./node_modules/@suite/ssh/src/index.js + 16 modules
var src = __nccwpck_require__(9551);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/inputs-hooks.js
var inputs_hooks = __nccwpck_require__(4953);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/inputs-how.js
var inputs_how = __nccwpck_require__(9135);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/inputs-probe.js
/** Below this a probe is load. */
const SHORTEST_MS = 50;
/** Reads the inputs about the probe; undefined where there is none. */
function readProbeInputs(read) {
    const url = read.url('probe-url');
    const intervalMs = read.duration('probe-interval', { fallback: '200ms' }) ?? SHORTEST_MS;
    const maxFailed = read.integer('max-failed-requests', { min: 0, max: 1_000_000 });
    if (intervalMs < SHORTEST_MS)
        read.problem('probe-interval', `is below ${SHORTEST_MS}ms, which is load and no probe`, '200ms');
    if (url)
        return { url, intervalMs, maxFailed };
    if (maxFailed !== undefined)
        read.problem('max-failed-requests', 'needs probe-url, whose requests it counts');
    return undefined;
}

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var core_src = __nccwpck_require__(2056);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/inputs-room.js

const NONE = { bytes: 0, percent: 0 };
/** Reads the limits of disk, inodes and memory. */
function readRoom(read) {
    return {
        minFreeDisk: read.parsed('min-free-disk', { fallback: '2GiB,10%' }, parseLimits) ?? NONE,
        maxDiskUsed: read.parsed('max-disk-used', { fallback: '90%' }, parsePercent) ?? 100,
        minFreeInodes: read.parsed('min-free-inodes', { fallback: '5%' }, parsePercent) ?? 0,
        minFreeMemory: read.parsed('min-free-memory', { fallback: '10%' }, parseLimits) ?? NONE,
    };
}
/** @throws RangeError for what is neither a size nor a percentage. */
function parseLimits(text) {
    const words = (0,core_src/* splitWords */.yM)(text);
    const percent = words.filter((word) => word.endsWith('%')).map(parsePercent);
    const sizes = words.filter((word) => !word.endsWith('%')).map(core_src/* parseSize */.DB);
    return { bytes: Math.max(0, ...sizes), percent: Math.max(0, ...percent) };
}
function parsePercent(text) {
    const value = Number(/^(\d+(?:\.\d+)?)%$/.exec(text)?.[1] ?? Number.NaN);
    if (value >= 0 && value <= 100)
        return value;
    throw new RangeError('has a percentage that is none; write for example 10%');
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/inputs-scope.js

/** Reads the inputs about the part that is meant. What destroy removes does not come back, so it asks for the name. */
function readScope(read, { destroys, app }) {
    const confirm = read.text('confirm');
    if (destroys && confirm !== app) {
        const problem = confirm ? `"${confirm}" is not the app` : 'is missing, and mode destroy does not come back';
        read.problem('confirm', problem, `confirm: ${app}`);
    }
    return {
        profiles: read.parsed('profiles', {}, parseNames) ?? [],
        services: read.parsed('services', {}, parseNames) ?? [],
        destroyData: read.boolean('destroy-data', false),
    };
}
function parseNames(text) {
    const names = (0,core_src/* splitWords */.yM)(text);
    const bad = names.find((name) => !/^[\w][\w.-]*$/.test(name));
    if (bad !== undefined)
        throw new RangeError(`has "${bad}", which compose would not take as a name`);
    return [...new Set(names)];
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/env-file.js
var env_file = __nccwpck_require__(1737);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/file-mapping.js
var file_mapping = __nccwpck_require__(7052);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/images.js
var src_images = __nccwpck_require__(8867);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/inputs-what.js




const modes = ['deploy', 'rollback', 'plan', 'check', 'list', 'destroy'];
/** Reads the inputs about what is deployed. */
function readWhat(read) {
    const mode = read.choice('mode', modes, 'deploy');
    const app = read.parsed('app', {}, parseApp) ?? appOf(read.env['GITHUB_REPOSITORY']);
    if (app === '')
        read.problem('app', 'is missing, and there is no repository to name it after', 'with: { app: shop }');
    const release = read.parsed('release', {}, parseRelease) ?? releaseOf(read.env);
    if (release === '')
        read.problem('release', 'is missing, and there is no run to name it after', 'with: { release: r1 }');
    return {
        mode,
        app,
        release,
        to: read.parsed('to', {}, parseRelease),
        files: read.parsed('files', {}, file_mapping/* parseFileMappings */.l) ?? [],
        composeFiles: read.parsed('compose-files', { fallback: 'compose.yaml' }, parseComposeFiles) ?? [],
        images: read.parsed('images', { output: true }, src_images/* parseImages */.eb) ?? [],
        env: readEnv(read),
        envFile: read.text('env-file'),
    };
}
/** What is wrong with it must not quote it, as `read.parsed` would. */
function readEnv(read) {
    try {
        const values = (0,env_file/* parseEnvLines */.ci)(read.text('env') ?? '');
        return new Map([...values].map(([key, value]) => [key, new core_src/* Secret */.zh(value)]));
    }
    catch (error) {
        read.problem('env', error instanceof Error ? error.message : String(error));
        return new Map();
    }
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

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/inputs.js








/** ServerAliveInterval × ServerAliveCountMax of our ssh configuration. */
const CONNECTION_DEAD_AFTER_MS = 20_000;
/** Modes that change nothing anyhow. */
const LOOKING = new Set(['check', 'list']);
/** Reads all inputs; every problem is reported through the reader. */
function readInputs(read) {
    const common = read.common();
    const what = readWhat(read);
    const how = (0,inputs_how/* readHow */.BY)(read);
    const ssh = (0,src/* readSshInputs */.sl)(read, 'hosts');
    const migrateCommand = read.command('migrate-command');
    (0,inputs_how/* checkPlain */.zx)(read, { how, what, migrateCommand });
    const healthUrl = readHealthUrl(read);
    const expectVersion = read.text('expect-version');
    if (expectVersion && !healthUrl)
        read.problem('expect-version', 'needs health-url, where the version is read');
    return {
        summary: common.summary,
        dryRun: what.mode === 'plan' || (common.dryRun && !LOOKING.has(what.mode)),
        what,
        scope: readScope(read, { destroys: what.mode === 'destroy' && !common.dryRun, app: what.app }),
        room: readRoom(read),
        hooks: (0,inputs_hooks/* readHooks */.by)(read, how.strategy),
        ssh,
        root: read.parsed('root', {}, parseRoot) ?? `/opt/${what.app}`,
        registry: readRegistry(read),
        ...how,
        migrateCommand,
        migrateService: read.text('migrate-service'),
        healthUrl,
        expectVersion,
        rollbackOn: read.choice('rollback-on', ['never', 'deploy', 'job'], 'job'),
        jobStatus: read.text('job-status') ?? 'success',
        probe: readProbeInputs(read),
        policy: readPolicy(read),
        by: `${read.env['GITHUB_REPOSITORY'] ?? 'local'}/actions/runs/${read.env['GITHUB_RUN_ID'] ?? 0}:${read.env['GITHUB_ACTOR'] ?? 'unknown'}`.replace(/[^\w./:@-]/g, '-'),
    };
}
/** curl of the host gets it as an argument. */
function readHealthUrl(read) {
    const url = read.url('health-url');
    if (url && (0,credentials/* credentialsIn */.Wr)(url).length > 0) {
        const why = 'has a credential, which everybody on the host could read in the list of processes';
        const instead = 'health-command can have it in its environment';
        read.problem('health-url', `${why}; ${instead}`, `${url.origin}${url.pathname}`);
    }
    return url;
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
    };
}
function parseRoot(text) {
    if (/^(?:\/[\w.-]+){2,}$/.test(text) && !text.includes('/..'))
        return text;
    throw new RangeError('is no folder of its own; write an absolute path such as /opt/shop');
}
/** Whole seconds, rounded up: the agent's ticks and docker's options. */
function inSeconds(ms) {
    return Math.ceil(ms / 1_000);
}


/***/ }),

/***/ 350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ formatLibrary)
/* harmony export */ });
/* harmony import */ var _suite_ssh__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9551);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4680);


/**
 * The functions that every step reads first. Scripts run in a folder of the transaction's own, where they leave facts
 * for each other: `before.<service>` holds the containers that were there, and a last line that says it is whole.
 */
function formatLibrary({ root, app, release, previous }) {
    return `set -u
umask 022
root=${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .shellQuote */ .ZL)(root)} app=${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .shellQuote */ .ZL)(app)} release=${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .shellQuote */ .ZL)(release)} previous=${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .shellQuote */ .ZL)(previous ?? '')}

die() { printf '! %s\\n' "$*" >&2; exit 1; }

compose() { compose_as "$app" "$@"; } # RELEASE WORD…

compose_as() { # PROJECT RELEASE WORD…: another project than the application's own is a colour of it
  project=$1 folder=$root/releases/$2 files=
  shift 2
  while read -r file; do files="$files -f $folder/$file"; done <"$folder/.compose"
  [ ! -f "$folder/.profiles" ] || while read -r profile; do files="$files --profile $profile"; done <"$folder/.profiles"
  [ "$project" = "$app" ] || files="$files -f $folder/${_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .COLOUR_FILE */ .If}"
  docker compose --ansi never -p "$project" --project-directory "$folder" --env-file "$folder/env" $files "$@"
}

ids() { # SERVICE: of the application, and of its colours, whose label says whose they are
  all=$(docker ps -a --no-trunc --filter "label=com.docker.compose.service=$1" --filter label=com.docker.compose.oneoff=False \\
    --format '{{.ID}} {{.Label "com.docker.compose.project"}} {{.Label "ssh-deploy.app"}}') || return 1
  printf '%s\\n' "$all" | awk -v app="$app" '$2 == app || $3 == app { print $1 }'
}

uncoloured() { # ID…: those of the application's own project
  for id; do docker inspect --format '{{.Id}} {{index .Config.Labels "com.docker.compose.project"}}' "$id"; done |
    awk -v app="$app" '$2 == app { print $1 }'
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

running_of() { # SERVICE: its container, where one runs
  docker ps -q --no-trunc --filter "label=com.docker.compose.project=$app" --filter "label=com.docker.compose.service=$1" | head -n 1
}

runs() { [ "$(docker inspect --format '{{.State.Running}}' "$1")" = true ]; } # ID

mounted_at() { # ID FOLDER: where a container sees a folder of this host
  docker inspect --format '{{range .Mounts}}{{println .Source .Destination}}{{end}}' "$1" | awk -v s="$2" '$1 == s { print $2 }'
}

port_of() { # ID: the TCP port that its image exposes; nothing where it exposes none, or several
  docker inspect --format '{{range $port, $none := .Config.ExposedPorts}}{{println $port}}{{end}}' "$1" |
    sed -n 's,/tcp$,,p' | awk '{ port = $1 } END { if (NR == 1) print port }'
}

name_of() { docker inspect --format '{{.Name}}' "$1" | cut -c 2-; }

describe() { # ID: its name, then what the engine takes to make the same container once more; the last of two keys counts
  binds=$(docker inspect --format '{{range .HostConfig.Binds}}{{println .}}{{end}}{{range .Mounts}}{{if and (eq .Type "volume") (eq (len .Name) 64)}}{{printf "%s:%s\\n" .Name .Destination}}{{end}}{{end}}' "$1" |
    awk -F : 'NF && !seen[$2]++ { printf "%s\\"%s\\"", comma, $0; comma = "," }')
  config=$(docker inspect --format '{{json .Config}}' "$1") || return 1
  host=$(docker inspect --format '{{json .HostConfig}}' "$1") || return 1
  name_of "$1"
  printf '%s,"HostConfig":%s,"Binds":[%s]},' "\${config%?}" "\${host%?}" "$binds"
  docker inspect --format '"Image":{{json .Image}},"NetworkingConfig":{"EndpointsConfig":{{json .NetworkSettings.Networks}}}}' "$1"
}

bring_back() { # SERVICE: its containers that were described, each made again where it is gone
  for kept in "stood.$1,"*; do
    [ -e "$kept" ] || continue
    id=\${kept##*,} name=$(head -n 1 "$kept") at=$(docker context inspect --format '{{.Endpoints.docker.Host}}')
    if ! docker inspect "$id" >/dev/null 2>&1; then
      said=$(tail -n 1 "$kept" | curl -sS --unix-socket "\${at#unix://}" -H 'Content-Type: application/json' --data-binary @- "http://docker/containers/create?name=$name" 2>&1)
      id=$(printf '%s' "$said" | sed -n 's/^{"Id":"\\([0-9a-f]*\\)".*/\\1/p')
      [ -n "$id" ] || die "$name, which ran before, could not be made again: $said"
      mv "$kept" "stood.$1,$id"
    fi
    docker start "$id" >/dev/null || die "$name, which ran before, does not start"
  done
}

put_back() { # COPY FILE: by a link, for which a full disk has room too
  [ ! -e "$2" ] || [ "$(sha256sum <"$1")" != "$(sha256sum <"$2")" ] || return 0
  rm -f "$2.new"
  { ln "$1" "$2.new" 2>/dev/null || cp -p "$1" "$2.new"; } && mv "$2.new" "$2" || die "$2 could not be restored"
}

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


/***/ }),

/***/ 6440:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4849);
/* harmony import */ var _work_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(475);



const fleet = { connections: [], sessions: [] };
await (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
    name: 'ssh-deploy',
    readInputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .K,
    observe: async (inputs, ports) => (await Promise.all(/* import() */[__nccwpck_require__.e(641), __nccwpck_require__.e(904)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9904))).observe(inputs, ports, fleet),
    plan: _work_js__WEBPACK_IMPORTED_MODULE_2__/* .planWork */ .Nn,
    formatPlan: _work_js__WEBPACK_IMPORTED_MODULE_2__/* .formatWork */ .vy,
    execute: async (work, ports, inputs) => (await Promise.all(/* import() */[__nccwpck_require__.e(975), __nccwpck_require__.e(106), __nccwpck_require__.e(773)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2594))).executeWork(work, ports, { fleet, inputs }),
    report: _work_js__WEBPACK_IMPORTED_MODULE_2__/* .reportWork */ .KD,
    planned: _work_js__WEBPACK_IMPORTED_MODULE_2__/* .plannedOutputs */ .hu,
    cleanUp: async (ports, read) => (await Promise.all(/* import() */[__nccwpck_require__.e(975), __nccwpck_require__.e(641), __nccwpck_require__.e(106), __nccwpck_require__.e(841)]).then(__nccwpck_require__.bind(__nccwpck_require__, 841))).cleanUp(ports, read, fleet),
    resultOnError: 'failed-clean',
});
// Agents still open undo by themselves; a connection left open would keep this process alive.
if (fleet.client)
    await (await __nccwpck_require__.e(/* import() */ 641).then(__nccwpck_require__.bind(__nccwpck_require__, 8641))).closeAll(fleet);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ sameContent),
/* harmony export */   F$: () => (/* binding */ changedKeys),
/* harmony export */   If: () => (/* binding */ COLOUR_FILE),
/* harmony export */   L_: () => (/* binding */ formatManifest),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   w8: () => (/* binding */ hmac)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

/** The compose file that a colour of blue-green has beside those of the release. */
const COLOUR_FILE = 'compose.colour.yaml';
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
/** Hashes of bytes that were asked for: the files of a checkout are, for every host, and never change. */
const known = new WeakMap();
function sha256(content) {
    if (typeof content === 'string')
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
    const hash = known.get(content) ?? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
    known.set(content, hash);
    return hash;
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

/***/ 4888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bS: () => (/* binding */ formatNeeds),
/* harmony export */   gx: () => (/* binding */ serviceProblems),
/* harmony export */   hN: () => (/* binding */ needsOf),
/* harmony export */   pv: () => (/* binding */ pullOf)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);

/** Docker holds a layer packed while it unpacks it, and unpacked it is about three times as big. */
const DISK_PER_PACKED = 4;
/** What pulling the missing images takes. */
function pullOf({ needs: { missing, present } }) {
    const there = new Set(present.map(({ digest }) => digest));
    const layers = new Map();
    for (const layer of Object.values(missing).flatMap((each) => each ?? []))
        if (!there.has(layer.digest))
            layers.set(layer.digest, layer);
    const pull = [...layers.values()].reduce((sum, { size }) => sum + size, 0);
    const unknown = Object.keys(missing).filter((ref) => missing[ref] === undefined);
    return { pull, disk: pull * DISK_PER_PACKED, unknown };
}
function needsOf(content, services, facts) {
    const memory = content.rolling.reduce((sum, { name, replicas }) => {
        const limit = services.find((service) => service.name === name)?.needs.memory;
        return sum + replicas * (limit ?? mostUsed(name, facts));
    }, 0);
    return { ...pullOf(facts), memory };
}
function mostUsed(name, { containers, needs }) {
    return Math.max(0, ...containers.filter(({ service }) => service === name).map(({ id }) => needs.used[id] ?? 0));
}
/** The needs as lines of the plan. */
function formatNeeds({ pull, disk, memory, unknown }) {
    return [
        ...(pull > 0 ? [`to pull: ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(pull)}, at most ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(disk)} on the disk while it is unpacked`] : []),
        ...(unknown.length > 0 ? [`to pull: the registry does not tell the size of ${unknown.join(', ')}`] : []),
        ...(memory > 0 ? [`memory: ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(memory)} more while old and new containers run`] : []),
    ];
}
/** What of the compose file cannot work on this host: ports that somebody else has, and services that nobody would judge. */
function serviceProblems(host, { inputs, facts, content, checkout }) {
    const selected = checkout.services.filter(({ name }) => content.rest.includes(name));
    const ports = selected.flatMap((service) => service.needs.ports.flatMap((port) => portProblem(host, { service: service.name, port, facts, checkout })));
    const judged = inputs.healthUrl !== undefined || inputs.policy.readyDelayMs > 0;
    const blind = checkout.services.filter(({ name, needs }) => content.rolling.some((each) => each.name === name) && !needs.hasHealthcheck);
    if (judged || blind.length === 0)
        return ports;
    const message = `${host}: nothing would tell whether ${blind.map(({ name }) => name).join(', ')} works: no healthcheck in the compose file, and ready-delay is 0s`;
    return [...ports, { code: 'E_STRATEGY', message, hint: 'write a healthcheck, or set health-url or ready-delay' }];
}
function portProblem(host, { service, port, facts, checkout }) {
    // An engine that does not answer is told elsewhere, and without it the application's own port looks like another's.
    if (facts.docker === undefined)
        return [];
    const number = Number(replaced(port.port, checkout));
    const same = facts.needs.listeners.filter((each) => each.port === number && each.protocol === port.protocol && overlaps(each, replaced(port.address, checkout)));
    const [first] = same;
    if (first === undefined || same.some(({ container }) => isOwn(container, facts.containers)))
        return [];
    const container = same.find((each) => each.container !== undefined)?.container;
    const who = container === undefined ? 'another program' : `container ${container}`;
    const message = `${host}: port ${number}/${port.protocol}, which service ${service} publishes, is taken by ${who}`;
    return [{ code: 'E_PORT', message, hint: 'stop it, or publish another port' }];
}
function isOwn(container, containers) {
    return containers.some(({ name }) => name === container);
}
function overlaps({ address }, wanted) {
    const any = wanted === '' || wanted === '0.0.0.0' || wanted === '::';
    return any || address === '' || address === wanted;
}
/** `${NAME}`, `${NAME:-default}` and `$NAME` by the values of this deploy. */
function replaced(text, { env }) {
    return text.replace(/\$(?:\{(\w+)(?::?-([^}]*))?[^}]*\}|(\w+))/g, (_whole, braced, fallback = '', plain = '') => env.get(braced ?? plain)?.reveal() || fallback);
}


/***/ }),

/***/ 6639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ problemsOf)
/* harmony export */ });
/* harmony import */ var _suite_ssh__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9551);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5168);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3578);
/* harmony import */ var _inputs_how_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9135);
/* harmony import */ var _needs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4888);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2514);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5130);







/**
 * Everything that keeps one host from taking the deploy. Who changes nothing needs no room; and a rollback, which writes
 * next to nothing, must not fail because the disk is full.
 */
function problemsOf(inputs, host, checkout) {
    const { facts, target } = host;
    const name = (0,_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .formatTarget */ .P4)(target);
    const missing = (0,_preflight_js__WEBPACK_IMPORTED_MODULE_4__/* .hostProblems */ .B)(facts, {
        host: name,
        user: target.user,
        docker: !(0,_inputs_how_js__WEBPACK_IMPORTED_MODULE_6__/* .isPlain */ .$i)(strategyOf(inputs, facts)),
        socketClient: inputs.proxy === 'haproxy',
        httpClient: inputs.healthUrl !== undefined,
    });
    if (checkout === undefined)
        return missing;
    const content = (0,_content_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$E)(inputs, checkout, host.hmacKey);
    if ((0,_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnchanged */ ._)(host, content, (0,_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .findDrift */ .L)(host, inputs.what.app, checkout)))
        return missing;
    const needs = (0,_needs_js__WEBPACK_IMPORTED_MODULE_3__/* .needsOf */ .hN)(content, checkout.services, facts);
    return [
        ...missing,
        ...(0,_room_js__WEBPACK_IMPORTED_MODULE_5__/* .roomProblems */ .O)(facts, { host: name, room: inputs.room, needs }),
        ...(0,_needs_js__WEBPACK_IMPORTED_MODULE_3__/* .serviceProblems */ .gx)(name, { inputs, facts, content, checkout }),
    ];
}
/** A rollback knows it from the release that runs. */
function strategyOf({ what, strategy }, { manifests, current }) {
    if (what.mode !== 'rollback')
        return strategy;
    return manifests.find(({ release }) => release === current)?.content.strategy ?? strategy;
}


/***/ }),

/***/ 3488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ formatPlan)
/* harmony export */ });
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6916);
/* harmony import */ var _needs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4888);


/** The plan as a person reads it, before anything is changed. Titles only: scripts and payloads are not shown. */
function formatPlan(plan) {
    const verb = plan.mode === 'rollback' ? 'roll back' : 'deploy';
    const head = `${verb} ${plan.app} to ${plan.release || 'the release before'} on ${plan.hosts.length} host${plan.hosts.length === 1 ? '' : 's'}`;
    return [head, ...plan.hosts.flatMap(formatHost), ...plan.warnings.map((warning) => `warning: ${warning}`)].join('\n');
}
function formatHost(host) {
    const from = host.previous === undefined ? 'first release' : `from ${host.previous}`;
    const drift = host.drift.map(({ what }) => `  changed by hand: ${what}`);
    if (host.unchanged)
        return [`${host.host}: unchanged, ${host.previous} has the same images, files and environment`, ...drift];
    const changes = host.previous === undefined ? [] : (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChanges */ .r)(host.changes).map((line) => `  ${line}`);
    const steps = host.phases.flatMap(({ steps }) => steps.map(({ state, title }) => `  ${state}: ${title}`));
    const after = host.after.map(({ state, title }) => `  after commit, ${state}: ${title}`);
    const needs = host.needs ? (0,_needs_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNeeds */ .bS)(host.needs).map((line) => `  ${line}`) : [];
    return [`${host.host} (${from})`, ...drift, ...changes, ...needs, ...steps, ...after];
}


/***/ }),

/***/ 5022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ planDeploy),
  F: () => (/* binding */ refuseApart)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var src = __nccwpck_require__(2056);
// EXTERNAL MODULE: ./node_modules/@suite/ssh/src/index.js + 16 modules
var ssh_src = __nccwpck_require__(9551);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/changes.js
var changes = __nccwpck_require__(6916);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/content.js
var src_content = __nccwpck_require__(5168);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/drift.js
var drift = __nccwpck_require__(3578);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/manifest.js
var src_manifest = __nccwpck_require__(4680);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/needs.js
var needs = __nccwpck_require__(4888);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/obstacles.js
var obstacles = __nccwpck_require__(6639);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/inputs.js + 4 modules
var src_inputs = __nccwpck_require__(4849);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/inputs-how.js
var inputs_how = __nccwpck_require__(9135);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/library.js
var src_library = __nccwpck_require__(350);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/proxies.js + 7 modules
var proxies = __nccwpck_require__(3438);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/steps/containers.js
var containers = __nccwpck_require__(2137);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/prune.js

/** Releases beyond the newest `keep`, and their images as far as no kept release names them. */
function leftovers(manifests, { app, release, images, previous, keep }) {
    const others = manifests
        .filter((manifest) => manifest.release !== release && manifest.release !== previous)
        .toSorted((a, b) => b.at - a.at);
    const room = Math.max(0, keep - (previous === undefined ? 1 : 2));
    const [kept, dropped] = [others.slice(0, room), others.slice(room)];
    const current = manifests.filter((manifest) => manifest.release === release || manifest.release === previous);
    const before = [...kept, ...current].map(({ content }) => content.images);
    const needed = new Set([images, ...before].flatMap((each) => Object.values(each)));
    const tags = dropped.flatMap((each) => Object.keys(each.content.images).map((service) => (0,containers/* keepTag */.MR)(app, service, each.release)));
    const refs = dropped.flatMap(({ content }) => Object.values(content.images)).filter((ref) => !needed.has(ref));
    return { releases: dropped.map((each) => each.release), images: [...new Set([...tags, ...refs])] };
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/selection.js
var selection = __nccwpck_require__(9563);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/steps/activate.js
const COMMAND_FILE = 'switch-command.sh';
const FAILED = 'die "switch-command ended with exit code $?"';
/** The link is back. A command that never worked must not keep the host from its next deploy; one that did must work. */
const FORGIVEN = `{ rc=$?; [ ! -e ordered ] || die "switch-command ended with exit code $rc"; echo "switch-command ended with exit code $rc here too"; }`;
/** Shell functions of both directions. */
function formatFunctions(command) {
    return `here=$PWD

lead_to() { # FOLDER
  ln -sfn "$1" "$root/.deploy/current.new" && mv -T "$root/.deploy/current.new" "$root/current" || die "$root/current could not be renamed"
  sync
}

order() { # FOLDER UNDO: stops at the first command that fails
  ${command === undefined ? ':' : `( cd "$root" && APP=$app RELEASE=\${1##*/} RELEASE_DIR=$1 UNDO=$2 sh -e "$here/${COMMAND_FILE}" )`}
}
`;
}
/** Makes a release of plain files the one that serves; its undo is the same for the release before. */
function activateStep({ rename, command }) {
    const functions = `. ./lib.sh\n${formatFunctions(command)}`;
    const run = `${functions}
[ -e current.before ] || { readlink "$root/current" >current.copy; sync; mv current.copy current.before; }
${rename ? `lead_to "releases/$release"\n` : ''}order "$root/releases/$release" false || ${FAILED}
: >ordered; sync`;
    const undo = `${functions}
[ -e current.before ] || exit 0
before=$(cat current.before)
if [ -z "$before" ]; then
  rm -f "$root/current"
  echo 'it was the first release, so nothing is ordered for one before'
else
  ${rename ? `lead_to "$before"\n  ` : ''}case $before in /*) ;; *) before=$root/$before ;; esac
  order "$before" true || ${rename ? FORGIVEN : FAILED}
fi`;
    const payloads = command === undefined ? [] : [{ name: COMMAND_FILE, content: Buffer.from(`${command}\n`) }];
    const title = rename
        ? `lead current to it${command === undefined ? '' : ', then run switch-command'}`
        : 'run switch-command';
    return { id: 'activate', state: 'switch', title, kind: 'firm', limit: 300, run, undo, payloads };
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/steps/blue-green.js
var blue_green = __nccwpck_require__(5467);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/archive.js
var archive = __nccwpck_require__(5927);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/steps/files.js


function pack(name, files, zstd) {
    const { content, hash } = (0,archive/* packOnce */.H)(files, zstd);
    const file = `${name}.${zstd ? 'tar.zst' : 'tar.gz'}`;
    const expand = zstd ? `zstd -dcq ${file}` : `gzip -dc ${file}`;
    return {
        payload: { name: file, content },
        unpackInto: (folder) => `printf '%s  %s\\n' ${hash} ${file} | sha256sum -c - >/dev/null || die 'the upload is damaged'
${expand} | tar -x -p -C ${folder} -f - || die 'the upload could not be unpacked'`,
    };
}
/** Puts the release's files into `releases/<id>`, whole or not at all; a release that is there already comes back. */
function uploadStep(files, { own = [], ...options }) {
    const packed = pack('release', files, options.zstd);
    const ours = pack('own', own, options.zstd);
    const run = `. ./lib.sh
mkdir -p "$root/releases" "$root/shared" "$root/backups"
new=$root/releases/$release temporary=$root/releases/.tmp-$release was=$root/releases/.was-$release
[ -d "$new" ] || : >fresh
rm -rf "$temporary"
mkdir "$temporary"
${packed.unpackInto('"$temporary"')}
${ours.unpackInto('"$temporary"')}
[ -s "$root/.deploy/hmac" ] || { cat hmac >"$root/.deploy/hmac.new" && mv "$root/.deploy/hmac.new" "$root/.deploy/hmac"; }
[ ! -d "$new" ] || { rm -rf "$was" && mv "$new" "$was"; }
mv "$temporary" "$new"
${options.compose ? `compose "$release" config --hash '*' >"$new/.hashes" || die 'compose does not take the files'` : '[ -e "$new/shared" ] || ln -s ../../shared "$new/shared"'}`;
    const undo = `. ./lib.sh
new=$root/releases/$release was=$root/releases/.was-$release
rm -rf "$root/releases/.tmp-$release"
if [ -d "$was" ]; then rm -rf "$new" && mv "$was" "$new"
elif [ -e fresh ]; then rm -rf "$new"; fi`;
    return {
        id: 'upload',
        state: 'upload',
        title: `unpack ${files.length + own.length} files into releases`,
        kind: 'soft',
        limit: 300,
        run,
        undo,
        payloads: [packed.payload, ours.payload, { name: 'hmac', content: Buffer.from(options.hmacKey) }],
    };
}
/** Keeps a copy of what the deploy may change outside of its own folder. */
function backupStep(folders) {
    const own = folders.map(ssh_src/* shellQuote */.ZL).join(' ');
    const run = `. ./lib.sh
copy=$root/backups/$release from=$root/releases/$previous
# Of a release that is deployed onto itself the upload has put the files aside.
[ "$previous" != "$release" ] || from=$root/releases/.was-$release
[ -d "$copy" ] || : >first-backup
mkdir -p "$copy"
for d in release ${own}; do rm -rf "$copy/\${d:?}"; done
[ -z "$previous" ] || cp -a "$from" "$copy/release"
for d in ${own}; do
  [ ! -d "$root/shared/$d" ] || tar -c -C "$root/shared" --exclude "$d/run" -f - "$d" | tar -x -C "$copy" -f -
done
[ -z "$previous" ] || [ -s "$copy/release/manifest.json" ] || die "the backup of $previous is empty"`;
    const undo = `. ./lib.sh
[ -e first-backup ] || exit 0
for d in release ${own}; do rm -rf "$root/backups/$release/\${d:?}"; done
rmdir "$root/backups/$release" 2>/dev/null || :`;
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
  if [ -e "$live" ]; then cp -p "$live" "copy.\${f%%:*}"; else : >"absent.\${f%%:*}"; fi || die "$live could not be saved"
done
sync
for f in ${names}; do [ ! -e "copy.\${f%%:*}" ] || mv "copy.\${f%%:*}" "saved.\${f%%:*}"; done
rm -rf "$root/shared/.tmp-$release"
mkdir -p "$root/shared/.tmp-$release"
${unpackInto('"$root/shared/.tmp-$release"')}
for f in ${names}; do
  mkdir -p "$(dirname "$root/shared/\${f#*:}")" &&
    mv "$root/shared/.tmp-$release/\${f#*:}" "$root/shared/\${f#*:}" || die "shared/\${f#*:} could not be written"
done
rm -rf "$root/shared/.tmp-$release"
${options.reload}`;
    const undo = `. ./lib.sh
rm -rf "$root/shared/.tmp-$release"
for f in ${names}; do
  live=$root/shared/\${f#*:}
  if [ -e "saved.\${f%%:*}" ]; then put_back "saved.\${f%%:*}" "$live"
  elif [ -e "absent.\${f%%:*}" ]; then rm -f "$live"; fi
done
${options.reload}`;
    const title = `write ${files.length} files that releases share`;
    return { id: 'shared', state: 'backup', title, kind: 'firm', limit: 60, run, undo, payloads: [payload] };
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/steps/finish.js
var finish = __nccwpck_require__(9822);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/steps/gate.js

/** Shell functions: the state of a container, a request, and a failure with the container's log before its reason. */
function formatGateLibrary({ logLines, expectVersion, beside, logDeny }) {
    return `fresh() { case ' ${beside.join(' ')} ' in *" $1 "*) new_ids "$1" ;; *) ids "$1" ;; esac; }

verdict() { # ID: ok, none (no health check), done, wait or dead, and a reason
  had=$(awk -v id="$1" '$1 == id { print $2 }' restarts)
  set -- $(docker inspect --format '{{.State.Status}} {{.RestartCount}} {{if .State.Health}}{{.State.Health.Status}} {{.State.Health.FailingStreak}}{{else}}none 0{{end}} {{.State.ExitCode}} {{.State.OOMKilled}} {{.HostConfig.RestartPolicy.Name}}' "$1" 2>/dev/null)
  case \${1-gone}:\${5-}:\${7-no} in exited:0:no) echo 'done'; return ;; esac
  case \${1-gone} in
    running) [ "$2" -le "\${had:-0}" ] || { echo "dead it restarted $(($2 - \${had:-0})) times, last exit code $5"; return; } ;;
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

fetch() { # URL: status line, headers and body; wget follows a redirect, and not every busybox has its -T
  if command -v curl >/dev/null 2>&1; then curl -sS -i -m 5 "$1" 2>&1; return; fi
  said=$(timeout 5 wget -q -S -t 1 -O - "$1" 2>&1) || said=\${said:-wget ended with exit code $?}
  printf '%s' "$said"
}

answer() { # URL: prints why it is not good; nothing when it is
  text=$(fetch "$1")
  status=$(printf '%s\\n' "$text" | awk '/^ *HTTP\\// { s = $2; if (s ~ /^3/) exit } END { print s }')
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

check_log() { # ID: gives up at a line that was logged since the deploy began and that log-deny forbids
${logDeny === undefined
        ? '  :'
        : `  line=$(docker logs --since "$(cat began)" "$1" 2>&1 | grep -E -m 1 -e ${(0,ssh_src/* shellQuote */.ZL)(logDeny)}) || return 0
  give_up "$1" "log-deny matches its log: $line"`}
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
    const { services, successes, timeout, readyDelay, target, proxied, healthCommand } = options;
    const questions = [
        askAddress(options),
        healthCommand.length > 0
            ? `said=$(timeout 10 docker exec "$id" ${(0,ssh_src/* shellJoin */.nZ)(healthCommand)} 2>&1) || why="health-command ended with exit code $?: $(printf '%s' "$said" | tail -n 1)"`
            : '',
    ].filter(Boolean);
    const ask = questions
        .map((question) => `    if [ $s = ${target} ] && [ -z "$why" ]; then\n      ${question}\n    fi\n`)
        .join('');
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
      'done') [ "$s" != ${(0,ssh_src/* shellQuote */.ZL)(proxied ?? '')} ] || give_up "$id" 'it has ended'; return 0 ;;
      none) [ $age -ge ${readyDelay} ] || why='it has no health check and is not up for ${readyDelay} s' ;;
    esac
${ask}    check_log "$id"
    runs=yes
    if [ -z "$why" ]; then good=$((good + 1)); else good=0; fi
    [ $good -lt ${successes} ] || return 0
    [ $age -lt ${timeout} ] || give_up "$id" "not healthy after ${timeout} s: \${why:-only $good good answers in a row}"
    pause
  done
}
for s in ${services.join(' ')}; do
  list=$(fresh "$s") || exit 1
  for id in $list; do wait_for "$s" "$id"; done
done
[ -n "\${runs-}" ] || die 'no container of ${services.join(', ')} runs any more'`;
    const title = `wait until ${services.join(', ')} are healthy ${successes} times in a row, at most ${timeout} s`;
    return { id: 'gate', state: 'gate', title, kind: 'soft', limit: timeout * services.length + 60, run };
}
/** Shell that asks one container's own address. */
function askAddress({ url }) {
    if (!url?.port)
        return '';
    return `ip=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$id" | cut -d ' ' -f 1)
      port=${url.port === 'exposed' ? '$(port_of "$id")' : url.port}
      [ -z "$port" ] || why=$(answer "http://$ip:$port"${(0,ssh_src/* shellQuote */.ZL)(url.path)})`;
}
/** Ends the step with why the address does not answer as it should, and the log of the container behind it. */
function blame(target) {
    if (target === undefined)
        return 'die "$why"';
    return `{ list=$(fresh ${target}); set -- $list; give_up "$1" "behind the proxy: $why"; }`;
}
/** Ends the step at once where a new container behind the address is dead: its proxy may take long to say so. */
function behind(target) {
    if (target === undefined)
        return '';
    return `  for id in $(fresh ${target}); do
    seen=$(verdict "$id")
    case $seen in dead*) give_up "$id" "\${seen#dead }" ;; esac
  done\n`;
}
/** How long the address may take to show the new release after the switch. */
const PROBE_SECONDS = 10;
/** After the switch: asks through the proxy, as users do. */
function probeStep({ url, successes, target, }) {
    const run = `. ./lib.sh
. ./gate.sh
good=0 end=$(($(date +%s) + ${PROBE_SECONDS}))
while [ $good -lt ${successes} ]; do
${behind(target)}  why=$(answer ${(0,ssh_src/* shellQuote */.ZL)(url.through)})
  if [ -z "$why" ]; then good=$((good + 1)); else good=0; fi
  [ -z "$why" ] || [ "$(date +%s)" -lt $end ] || ${blame(target)}
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
  [ $bad -lt 2 ] || ${blame(target)}\n`
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
    check_log "$id"
  done
${ask}  sleep 1
done`;
    return { id: 'watch', state: 'watch', title: `watch for ${watch} s`, kind: 'soft', limit: watch + 60, run };
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/steps/hooks.js

/** Shell that runs the user's own text in a folder; it ends at the first command that fails. */
function userCommand(file, folder) {
    return `here=$PWD
( cd ${folder} && APP=$app RELEASE=$release PREVIOUS_RELEASE=$previous RELEASE_DIR=$root/releases/$release ROOT=$root sh -e "$here/${file}" )`;
}
function hook(name, command, seconds) {
    const file = `${name}-command.sh`;
    const run = `. ./lib.sh
${userCommand(file, '"$root/releases/$release"')} || die "${name}-command ended with exit code $?"`;
    return {
        id: `${name}-command`,
        state: name,
        title: `run ${name}-command`,
        kind: 'firm',
        limit: seconds,
        run,
        payloads: [{ name: file, content: Buffer.from(`${command}\n`) }],
    };
}
/** On the host, in the new release's folder, before anything starts. Nobody knows how to undo it, so nothing does. */
function beforeStep(command, seconds) {
    return hook('before', command, seconds);
}
/** After commit: on the host, in the release's folder, when the release is the current one. */
function afterStep(command, seconds) {
    return hook('after', command, seconds);
}
/** Runs a check in a container of its own of the new image, with the new environment. */
function verifyStep(service, command) {
    const run = `. ./lib.sh
compose "$release" run --rm --no-deps -T --label "ssh-deploy.verify=$release" ${(0,ssh_src/* shellQuote */.ZL)(service)} ${(0,ssh_src/* shellJoin */.nZ)(command)} || die "verify-command ended with exit code $?"`;
    const title = `run ${command.join(' ')} in a new ${service}`;
    // Where the step is stopped, the container goes on.
    const undo = `. ./lib.sh
wait_engine
for id in $(docker ps -aq --filter "label=com.docker.compose.project=$app" --filter "label=ssh-deploy.verify=$release"); do
  docker rm -f -v "$id" >/dev/null 2>&1 || ! docker inspect "$id" >/dev/null 2>&1 || die 'the container of verify-command cannot be removed'
done`;
    return { id: 'verify', state: 'verify', title, kind: 'soft', limit: 300, run, undo };
}
/** Runs the user's backup; it counts when it leaves something. */
function backupCommandStep(command, seconds) {
    const file = 'backup-command.sh';
    const run = `. ./lib.sh
data=$root/backups/$release/data
# What is there was taken before this release was deployed for the first time, and is what a way back needs.
[ ! -d "$data" ] || data=$data.again
echo "$data" >data-folder
rm -rf "$data"
mkdir -p "$data"
chmod 700 "$data"
${userCommand(file, '"$data"')} || die "backup-command ended with exit code $?"
find "$data" -type f -size +0 | grep -q . || die 'backup-command left no file, or empty ones, in the folder where it ran'
sync`;
    return {
        id: 'backup-command',
        state: 'backup',
        title: 'run backup-command',
        kind: 'soft',
        limit: seconds,
        run,
        undo: '. ./lib.sh\n[ ! -s data-folder ] || rm -rf "$(cat data-folder)"',
        payloads: [{ name: file, content: Buffer.from(`${command}\n`) }],
    };
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/steps/in-place.js

/**
 * Lists the containers of every service before anything is started: what is not on these lists is new. Of those that no
 * release describes it keeps what the engine needs to make the same once more.
 */
function snapshotStep(services, unknown) {
    const run = `. ./lib.sh
date +%s >began
: >restarts
for s in ${services.join(' ')}; do
  ids "$s" >"before.$s" || die 'docker does not answer'
  for id in $(cat "before.$s"); do
    docker inspect --format '{{.Id}} {{.RestartCount}}' "$id" >>restarts
    ${keepUnknown(unknown)}
  done
  echo end >>"before.$s"
done
sync`;
    return { id: 'snapshot', state: 'upload', title: 'list the running containers', kind: 'firm', limit: 60, run };
}
function keepUnknown(unknown) {
    if (unknown.length === 0)
        return ':';
    return `case ' ${unknown.join(' ')} ' in *" $s "*) ! runs "$id" || describe "$id" >"stood.$s,$id" || die "$(name_of "$id") cannot be described" ;; esac`;
}
/** Brings up the services that cannot stand beside their old containers; compose recreates only what has changed. */
function restStep({ known, unknown }) {
    const names = [...known, ...unknown];
    const run = `. ./lib.sh
compose "$release" up -d --no-build --no-deps ${(0,ssh_src/* shellJoin */.nZ)(names)} || die 'compose could not start ${names.join(', ')}'`;
    const back = `compose "$previous" up -d --no-build --no-deps ${(0,ssh_src/* shellJoin */.nZ)(known)} || die 'compose could not bring back ${known.join(', ')}'`;
    const undo = ['. ./lib.sh', 'wait_engine', ...unknown.map(forget), ...(known.length > 0 ? [back] : [])];
    const stood = unknown.map((name) => `bring_back ${name}`);
    return {
        id: 'rest',
        state: 'start',
        title: `bring up ${names.join(', ')}`,
        kind: 'firm',
        limit: 300,
        run,
        undo: [...undo, ...stood].join('\n'),
    };
}
/** Shell that removes the new containers of a service, but for those that an earlier run of the undo made again. */
function forget(service) {
    return `new=$(new_ids ${service}) || exit 1
for id in $new; do
  [ -e "stood.${service},$id" ] || docker rm -f -v "$id" >/dev/null || die 'could not remove the new containers of ${service}'
done`;
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/steps/proxy-command.js
var proxy_command = __nccwpck_require__(1649);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/phases.js


















/** What a command of the user may take on a host. */
const HOOK_SECONDS = 600;
/** The steps of one host, phase by phase, and what they need beside them. */
function planPhases(move) {
    const { inputs, manifest, host, current } = move;
    const { content } = manifest;
    refuseLostColour(move);
    const gate = gateOptions(move);
    const { root, what } = inputs;
    const library = (0,src_library/* formatLibrary */.f)({ root, app: what.app, release: manifest.release, previous: host.facts.current });
    const starting = [
        ...(content.rest.length > 0 ? [restStep((0,selection/* inPlace */.zp)(content, current?.content))] : []),
        ...(content.rolling.length > 0 ? [startOf(content)] : []),
        ...(gate.services.length > 0 ? [gateStep(gate)] : []),
    ];
    // Where nothing rises beside the old, to start is to switch: batch by batch, so that not all hosts are out at once.
    const [before, behind] = content.rolling.length > 0 ? [starting, []] : [[], starting];
    return {
        library: [
            { name: 'lib.sh', content: Buffer.from(library) },
            { name: 'gate.sh', content: Buffer.from(formatGateLibrary(gate)) },
            ...proxyLibrary(content),
        ],
        phases: [
            { name: 'prepare', steps: prepare(move) },
            { name: 'migrate', steps: migrate(move) },
            { name: 'start', steps: [...verify(move), ...before] },
            { name: 'switch', steps: [...behind, ...switching(move, gate)] },
        ],
        after: afterSteps(move),
    };
}
/** After it the proxy would lead to a container that is gone. */
function refuseLostColour({ manifest, host, current }) {
    if (current?.content.strategy !== 'blue-green' || manifest.content.strategy !== 'recreate')
        return;
    if (current.content.proxy === undefined)
        return;
    const message = `${(0,ssh_src/* formatTarget */.P4)(host.target)}: the proxy leads to a colour of ${current.release}, and strategy recreate does not tell it otherwise`;
    throw (0,src_content/* strategyError */.a5)(message, 'deploy once with strategy: rolling, then with recreate');
}
function startOf({ strategy, rolling, networks }) {
    return strategy === 'blue-green' ? (0,blue_green/* startColourStep */.b)(rolling, networks) : (0,containers/* startStep */.bP)(rolling);
}
function prepare(move) {
    const { inputs, manifest, host, checkout } = move;
    const { content, release } = manifest;
    const names = [...content.rolling.map(({ name }) => name), ...content.rest];
    const known = host.facts.releases.includes(release);
    const snapshot = names.length > 0 ? [snapshotStep(names, (0,selection/* inPlace */.zp)(content, move.current?.content).unknown)] : [];
    const pull = (config) => names.length > 0 ? [(0,containers/* pullStep */.eO)({ app: inputs.what.app, release, content, login: config, known })] : [];
    if (checkout === undefined)
        return [...snapshot, ...pull(undefined)];
    const zstd = host.facts.tools.includes('zstd');
    const own = (0,src_content/* generatedFiles */.Ro)(manifest, inputs.what.app, checkout.env);
    const shared = changedShared(move, checkout);
    const reload = content.proxy ? (proxies/* proxies */.B[content.proxy.kind].reload ?? '') : '';
    return [
        ...snapshot,
        uploadStep(checkout.releaseFiles, { zstd, hmacKey: host.hmacKey, compose: names.length > 0, own }),
        ...backup(move),
        ...(shared.length > 0 ? [sharedStep(shared, { zstd, reload })] : []),
        ...pull(login(inputs, content)),
        ...(inputs.hooks.beforeCommand ? [beforeStep(inputs.hooks.beforeCommand, HOOK_SECONDS)] : []),
    ];
}
function backup({ inputs: { hooks, policy }, manifest: { content } }) {
    return [
        ...(hooks.configBackup === 'config' ? [backupStep(content.proxy ? [content.proxy.folder] : [])] : []),
        ...(hooks.backupCommand ? [backupCommandStep(hooks.backupCommand, (0,src_inputs/* inSeconds */.F)(policy.timeoutMs))] : []),
    ];
}
function login({ registry }, { images }) {
    if (registry === undefined)
        return undefined;
    return (0,containers/* dockerConfig */.p1)({
        host: (0,containers/* loginHost */.kh)(registry.host, images),
        username: registry.username,
        password: registry.password.reveal(),
    });
}
/** Files for `shared/` that differ from what lies there; the proxy's own keeps the servers that it leads to now. */
function changedShared({ host, manifest }, checkout) {
    const { proxy } = manifest.content;
    const { facts } = host;
    const wanted = checkout.sharedFiles.flatMap((file) => {
        const carried = (0,proxies/* carryFile */.M)(proxy, file, facts.proxyFile);
        return carried === undefined ? [] : [{ ...file, content: carried }];
    });
    return wanted.filter(({ path, content }) => facts.shared[path] !== (0,src_manifest/* sha256 */.sc)(content));
}
/** The service whose image and environment one-off containers get. */
function oneOffService({ inputs, manifest: { content } }) {
    return inputs.migrateService ?? Object.keys(content.images)[0] ?? content.rest[0];
}
function verify(move) {
    const { verifyCommand } = move.inputs.hooks;
    const service = oneOffService(move);
    if (move.checkout === undefined || verifyCommand.length === 0 || service === undefined)
        return [];
    return [verifyStep(service, verifyCommand)];
}
function migrate(move) {
    const { inputs, manifest, host, migrates } = move;
    const { content } = manifest;
    const service = oneOffService(move);
    if (!migrates || inputs.migrateCommand.length === 0 || service === undefined)
        return [];
    const missing = content.rest.filter((name) => name !== content.proxy?.service &&
        name !== service &&
        !host.facts.containers.some((each) => each.service === name));
    const base = missing.length > 0 ? [{ ...restStep({ known: [], unknown: missing }), id: 'base' }] : [];
    return [...base, (0,containers/* migrateStep */.w9)(service, inputs.migrateCommand)];
}
function switching({ inputs, manifest: { content } }, gate) {
    const { proxy, strategy, switchCommand: command } = content;
    const { url } = gate;
    return [
        ...(proxy ? [proxies/* proxies */.B[proxy.kind].switchStep((0,src_inputs/* inSeconds */.F)(inputs.policy.drainTimeoutMs))] : []),
        ...((0,inputs_how/* isPlain */.$i)(strategy) ? [activateStep({ rename: strategy === 'symlink', command })] : []),
        ...(url ? [probeStep({ ...gate, url })] : []),
        ...(gate.watch > 0 && (url || gate.services.length > 0) ? [watchStep(gate)] : []),
    ];
}
function afterSteps({ inputs, manifest, host, checkout }) {
    const { content, release } = manifest;
    const drain = (0,src_inputs/* inSeconds */.F)(inputs.policy.drainTimeoutMs);
    const old = leftovers(host.facts.manifests, {
        release,
        images: content.images,
        previous: host.facts.current,
        keep: inputs.policy.keepReleases,
        app: inputs.what.app,
    });
    const stop = (0,src_inputs/* inSeconds */.F)(inputs.policy.stopTimeoutMs);
    const dropped = droppedContainers(host.facts, content, inputs.what.app);
    return [
        ...(content.proxy ? proxies/* proxies */.B[content.proxy.kind].afterSteps(drain) : []),
        ...(content.rolling.length > 0 ? [(0,containers/* stopStep */.HY)(content.rolling, stop)] : []),
        ...(dropped.length > 0 ? [(0,finish/* dropStep */.wU)(dropped, stop)] : []),
        (0,finish/* recordStep */.IC)(),
        ...(inputs.hooks.afterCommand && checkout ? [afterStep(inputs.hooks.afterCommand, HOOK_SECONDS)] : []),
        ...(old.releases.length > 0 ? [(0,finish/* pruneStep */.vh)(old)] : []),
    ];
}
/** Containers of services that a release on this host had and this one has not, or has no colours of any more. */
function droppedContainers({ containers, manifests, live }, content, app) {
    const ever = new Set(manifests.flatMap((each) => each.content.services));
    const isColour = (id) => (live.details[id]?.project ?? app) !== app;
    return containers.filter(({ id, service }) => ever.has(service) && (!content.services.includes(service) || (content.rest.includes(service) && isColour(id))));
}
function proxyLibrary({ proxy }) {
    if (proxy === undefined)
        return [];
    const { kind, command } = proxy;
    const own = command === undefined ? [] : [{ name: proxy_command/* PROXY_COMMAND_FILE */.gt, content: Buffer.from(`${command}\n`) }];
    return [{ name: `${kind}.sh`, content: Buffer.from(proxies/* proxies */.B[kind].library(proxy)) }, ...own];
}
function gateOptions(move) {
    const { inputs, manifest } = move;
    const { content } = manifest;
    const { policy, healthUrl, hooks } = inputs;
    const beside = content.rolling.map(({ name }) => name);
    const pinned = content.rest.filter((name) => name in content.images);
    const services = Object.keys(content.images).length > 0 ? [...beside, ...pinned] : content.rest;
    const port = targetPort(move);
    return {
        services,
        beside,
        proxied: content.proxy?.target,
        target: content.proxy?.target ?? services[0],
        url: healthUrl && { through: healthUrl.href, path: `${healthUrl.pathname}${healthUrl.search}`, port },
        successes: policy.healthSuccesses,
        timeout: (0,src_inputs/* inSeconds */.F)(policy.healthTimeoutMs),
        readyDelay: (0,src_inputs/* inSeconds */.F)(policy.readyDelayMs),
        logLines: policy.logLines,
        expectVersion: inputs.expectVersion,
        watch: (0,src_inputs/* inSeconds */.F)(policy.watchMs),
        healthCommand: hooks.healthCommand,
        logDeny: hooks.logDeny,
    };
}
/** The port inside the container, which the proxy's file or the image says; that file is checked on the way. */
function targetPort({ manifest, host, checkout }) {
    const { proxy } = manifest.content;
    if (proxy === undefined)
        return undefined;
    const { file, problems, port } = proxies/* proxies */.B[proxy.kind];
    if (file === undefined)
        return 'exposed';
    const path = `${proxy.folder}/${file}`;
    const given = checkout?.sharedFiles.filter((file) => file.path.startsWith(`${proxy.folder}/`)) ?? [];
    const live = given.some((file) => file.path === path) ? '' : host.facts.proxyFile;
    if (live === undefined) {
        if (checkout === undefined)
            return 'exposed';
        throw (0,src_content/* strategyError */.a5)(`${(0,ssh_src/* formatTarget */.P4)(host.target)}: shared/${path} is not there`, `write files: <folder> -> shared/${proxy.folder}`);
    }
    const text = [live, ...given.map(({ content }) => Buffer.from(content).toString())].join('\n');
    const missing = problems?.(text) ?? [];
    if (missing.length > 0)
        throw (0,src_content/* strategyError */.a5)(`shared/${path}: ${missing.join('; ')}`, `see the README of ssh-deploy, ${proxy.kind}`);
    return port?.(text) ?? 'exposed';
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/preflight.js
var preflight = __nccwpck_require__(2514);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/way-back.js


/** What a manifest keeps of the migration of its release. */
function migration({ migrateCommand, hooks }) {
    return migrateCommand.length > 0 ? { migration: hooks.migrateKind } : {};
}
/** @throws ActionError E_FORWARD_ONLY where the database has moved on further than the release can follow. */
function checkWayBack({ root }, { facts, target }, to) {
    const until = facts.manifests.find(({ release }) => release === facts.current)?.at ?? 0;
    const passed = facts.manifests.filter(({ at }) => at > to.at && at <= until);
    const barrier = passed.find((each) => each.migration === 'forward-only');
    if (barrier === undefined)
        return;
    const message = `${(0,ssh_src/* formatTarget */.P4)(target)}: ${barrier.release} migrated the database forward only, so ${to.release} cannot serve any more`;
    const hint = `deploy a fix instead; or restore the database as it was before ${barrier.release} (backup-to-s3, mode: restore${facts.releases.includes(barrier.release) ? `, or ${root}/backups/${barrier.release}/data` : ''}), then deploy the commit of ${to.release}`;
    throw new src/* ActionError */.lZ(message, { code: 'E_FORWARD_ONLY', hint });
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/plan.js












/** Decides what happens on each host. @throws ActionError where a host, the compose file or the release forbids it. */
function planDeploy(inputs, facts, concerns = () => true) {
    const problems = facts.hosts.flatMap((host) => (0,obstacles/* problemsOf */.G)(inputs, host, facts.checkout));
    if (problems.length > 0)
        throw (0,preflight/* refusal */.x)(problems);
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
    return {
        mode: 'deploy',
        app: inputs.what.app,
        release,
        hosts,
        warnings: [
            ...emptyOf(inputs),
            ...warningsOf((0,selection/* selectServices */.Zo)(inputs, checkout.services)),
            ...hosts.flatMap((each, index) => oneWay(each, facts.hosts[index]?.facts)),
        ],
    };
}
function planHost({ inputs, host, checkout, migrates }) {
    const { facts, target } = host;
    const content = (0,src_content/* contentOf */.$E)(inputs, checkout, host.hmacKey);
    const current = facts.manifests.find(({ release }) => release === facts.current);
    const { release } = inputs.what;
    const base = {
        host: (0,ssh_src/* formatTarget */.P4)(target),
        index: 0,
        previous: facts.current,
        takesOver: facts.current === undefined && facts.containers.some(({ state }) => state === 'running'),
        before: current?.content,
        content,
        changes: (0,changes/* changesOf */.f)(current?.content, content),
        drift: (0,drift/* findDrift */.L)(host, inputs.what.app, checkout),
        needs: (0,needs/* needsOf */.hN)(content, checkout.services, facts),
        disks: facts.disks,
    };
    if ((0,drift/* isUnchanged */._)(host, content, base.drift)) {
        return { ...base, unchanged: true, library: [], phases: [], after: [] };
    }
    const taken = facts.manifests.find((each) => each.release === release);
    if (taken && !(0,src_manifest/* sameContent */.Cm)(taken.content, content))
        throw nameTaken(release, base.host);
    const previous = release === facts.current ? current?.previous : facts.current;
    const manifest = {
        schema: 1,
        release,
        previous,
        at: facts.now,
        by: inputs.by,
        ...migration(inputs),
        content,
    };
    return { ...base, unchanged: false, ...planPhases({ inputs, host, manifest, checkout, migrates, current }) };
}
function nameTaken(release, host) {
    const problem = `"${release}" is on ${host} already, with other content`;
    return new src/* InputError */.dz([{ input: 'release', problem, fix: 'another name, or none' }]);
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
/** @throws ActionError E_NO_RELEASE where the releases before are not one and the same; post goes back host by host. */
function refuseApart(inputs, { hosts }) {
    const targets = hosts.map((host) => ({ name: (0,ssh_src/* formatTarget */.P4)(host.target), to: targetOf(inputs, host) }));
    if (new Set(targets.map(({ to }) => to)).size < 2)
        return;
    const each = targets.map(({ name, to }) => `${name} from ${to || 'none'}`).join(', ');
    const hint = 'set `to` to the one that all of them go to';
    throw new src/* ActionError */.lZ(`the hosts came from different releases: ${each}`, { code: 'E_NO_RELEASE', hint });
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
        changes: (0,changes/* changesOf */.f)(current?.content, manifest.content),
        drift: (0,drift/* findDrift */.L)(host, inputs.what.app, undefined),
        disks: facts.disks,
    };
    checkWayBack(inputs, host, manifest);
    if (to === facts.current)
        return { ...base, unchanged: true, library: [], phases: [], after: [] };
    return {
        ...base,
        unchanged: false,
        ...planPhases({ inputs, host, manifest, checkout: undefined, migrates: false, current }),
    };
}
function emptyOf({ what }) {
    const empty = [...what.env].filter(([, value]) => value.reveal() === '').map(([key]) => key);
    return empty.map((key) => `env: ${key} has no value; does the secret that it comes from exist?`);
}
function warningsOf(services) {
    const loose = services.filter(({ hasRestartPolicy }) => !hasRestartPolicy).map(({ name }) => name);
    return loose.length > 0
        ? [`${loose.join(', ')}: no restart policy, so nothing serves after a reboot; write restart: unless-stopped`]
        : [];
}
/** Containers that no release describes are made again through the engine's own interface, which takes all their networks since 25. */
function oneWay({ host, content, before, unchanged }, facts) {
    if (unchanged || facts === undefined || before?.strategy === 'blue-green')
        return [];
    if (facts.tools.includes('curl') && Number.parseInt(facts.docker ?? '', 10) >= 25)
        return [];
    const { unknown } = (0,selection/* inPlace */.zp)(content, before);
    const found = facts.containers.filter(({ service, state }) => unknown.includes(service) && state === 'running');
    const names = found.map(({ name }) => name).join(', ');
    return names
        ? [`${host}: no release describes ${names}; to bring it back where the deploy fails takes curl and Docker 25 there`]
        : [];
}


/***/ }),

/***/ 2514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ hostProblems),
/* harmony export */   x: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);

/** Oldest compose whose `--scale`, `--no-recreate` and `config --images` are what the steps rely on. */
const MIN_COMPOSE = [2, 20];
/** What is missing on a host for any deploy. */
function hostProblems(facts, demands) {
    return [...toolProblems(facts, demands), ...(demands.docker ? engineProblems(facts, demands) : [])];
}
/** The error that tells all problems at once: one keeps its own code, several share E_PREFLIGHT. */
function refusal(problems) {
    const [first] = problems;
    if (first !== undefined && problems.length === 1)
        return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(first.message, { code: first.code, hint: first.hint });
    const lines = problems.map(({ code, message, hint }) => `${code}: ${message}; ${hint}`);
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${problems.length} things are in the way\n${lines.join('\n')}`, {
        code: 'E_PREFLIGHT',
        hint: 'nothing was changed',
    });
}
function toolProblems(facts, { host, socketClient, httpClient }) {
    const none = (...names) => !names.some((name) => facts.tools.includes(name));
    const missing = [
        ...facts.missingTools.filter((tool) => tool !== 'docker'),
        ...(socketClient && none('perl', 'socat', 'nc') ? ['perl, socat or nc'] : []),
        ...(httpClient && none('curl', 'wget') ? ['curl or wget'] : []),
    ];
    if (missing.length === 0)
        return [];
    return [{ code: 'E_TOOLS', message: `${host}: ${missing.join(', ')} is missing`, hint: 'install it on the host' }];
}
function engineProblems(facts, { host, user }) {
    if (facts.docker === undefined) {
        const denied = /permission denied/i.test(facts.dockerError ?? '');
        const message = `${host}: docker does not answer: ${facts.dockerError ?? 'no reason given'}`;
        const hint = denied ? `on the host: sudo usermod -aG docker ${user}` : 'start the engine on the host';
        return [{ code: 'E_DOCKER', message, hint }];
    }
    if (isNewEnough(facts.compose))
        return [];
    const message = `${host}: docker compose ${facts.compose ?? 'is not there'}, ${MIN_COMPOSE.join('.')} or newer is needed`;
    return [{ code: 'E_DOCKER', message, hint: 'install the docker-compose-plugin package on the host' }];
}
function isNewEnough(version = '') {
    const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
    return major > MIN_COMPOSE[0] || (major === MIN_COMPOSE[0] && minor >= MIN_COMPOSE[1]);
}


/***/ }),

/***/ 3438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  M: () => (/* binding */ carryFile),
  B: () => (/* binding */ proxies)
});

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/caddy-config.js
/** What is missing in a Caddyfile for a deploy to switch it; empty where nothing is. Imported files may be given too. */
function caddyProblems(text) {
    const live = /^\s*root\s+\S+\/live\/?\s*$/m.test(text);
    const newest = /^\s*try_policy\s+most_recently_modified\s*$/m.test(text);
    return [
        ...(live ? [] : ['no file matcher has `root …/live`']),
        ...(newest ? [] : ['no file matcher has `try_policy most_recently_modified`']),
    ];
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/haproxy-config.js
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

// EXTERNAL MODULE: ./node_modules/@suite/ssh/src/index.js + 16 modules
var src = __nccwpck_require__(9551);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/steps/caddy.js

/**
 * Shell functions for a caddy that asks at each request which file of the folder `live` is the newest, and goes to the
 * container of that name. A switch changes no configuration: a reload would close idle connections and every WebSocket.
 */
function formatCaddyLibrary({ folder, service, target }) {
    return `proxy=${(0,src/* shellQuote */.ZL)(service)} target=${(0,src/* shellQuote */.ZL)(target)} config=$root/shared/${folder} live=$root/shared/${folder}/live

proxy_id() { running_of "$proxy"; }
leads_to() { ls -t "$live" 2>/dev/null | head -n 1; }

lead_to() { # NAME: makes its file the newest, whatever the clock says; both are there, so that every request finds one
  mkdir -p "$live" && : >"$live/$1" || die "$live cannot be written"
  for f in "$live"/*; do [ "$f" = "$live/$1" ] || touch -t 200001010000 "$f"; done
  touch "$live/$1"
  sync
  [ "$(leads_to)" = "$1" ] || die "$live does not lead to $1"
}

forget_all_but() { # NAME
  for f in "$live"/*; do [ "$f" = "$live/$1" ] || rm -f "$f"; done
}

requests_of() { # NAME: how many requests caddy has open there; fails where caddy does not tell
  addresses=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{if .IPAddress}}"{{.IPAddress}}:{{println}}{{end}}{{end}}' "$1" 2>/dev/null | grep .) || { echo 0; return; }
  asked=$(docker exec "$(proxy_id)" sh -c 'wget -qO- http://localhost:2019/reverse_proxy/upstreams 2>/dev/null || curl -fsS http://localhost:2019/reverse_proxy/upstreams') || return 1
  printf '%s\\n' "$asked" | tr '{' '\\n' | grep -F "$addresses" | grep -vc '"num_requests":0[,}]'
  :
}

wait_idle() { # SECONDS NAME
  end=$(($(date +%s) + $1))
  while left=$(requests_of "$2" 2>&1) || left="an unknown number of ($left)"; [ "$left" != 0 ]; do
    [ "$(date +%s)" -lt $end ] || { echo "$2 still has $left requests after $1 s"; return 0; }
    pause
  done
}
`;
}
/** Shell that makes a running caddy read a changed Caddyfile; it keeps the one it has where the new one is wrong. */
function caddyReload() {
    return `. ./caddy.sh
id=$(proxy_id)
if [ -n "$id" ]; then
  docker exec "$id" caddy reload --config "$(mounted_at "$id" "$config")/Caddyfile" --adapter caddyfile 2>&1 || die 'caddy refuses the new Caddyfile'
fi`;
}
/** Leads every new request to the new container; what the old one has begun stays with it. */
function caddySwitchStep() {
    const run = `. ./lib.sh
. ./caddy.sh
list=$(new_ids "$target") || exit 1
set -- $list
[ $# -eq 1 ] || die "$# new containers of $target, and caddy is led to one"
[ -n "$(proxy_id)" ] || die "the service $proxy does not run"
name=$(name_of "$1")
[ -e caddy.before ] || { leads_to >caddy.copy && sync && mv caddy.copy caddy.before; }
lead_to "$name"
echo "traffic goes to $name"`;
    const undo = `. ./lib.sh
. ./caddy.sh
[ -e caddy.before ] || exit 0
wait_engine
before=$(cat caddy.before) after=$(leads_to)
[ -z "$before" ] || lead_to "$before"
forget_all_but "$before"
[ -z "$after" ] || [ "$after" = "$before" ] || wait_idle 5 "$after"`;
    return {
        id: 'switch',
        state: 'switch',
        title: 'lead caddy to the new container',
        kind: 'firm',
        limit: 60,
        run,
        undo,
    };
}
/** After commit: waits until the old container has no request left, then forgets it. */
function caddyDrainStep(seconds) {
    const run = `. ./lib.sh
. ./caddy.sh
before=$(cat caddy.before)
[ -z "$before" ] || wait_idle ${seconds} "$before"
forget_all_but "$(leads_to)"`;
    return {
        id: 'drain',
        state: 'drain',
        title: 'wait for the old container to be idle',
        kind: 'soft',
        limit: seconds + 30,
        run,
    };
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/steps/finish.js
var finish = __nccwpck_require__(9822);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/steps/containers.js
var containers = __nccwpck_require__(2137);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/steps/haproxy.js


/** Shell functions that speak with haproxy over its socket: Management Guide 2.6, "Unix Socket commands". */
function formatHaproxyLibrary({ folder, service, target }) {
    return `proxy=${(0,src/* shellQuote */.ZL)(service)} target=${(0,src/* shellQuote */.ZL)(target)} config=$root/shared/${folder}/haproxy.cfg
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

# Columns of a server's state: 5 address, 6 operational state (2 is up), 7 administrative flags, 18 name, 19 port.
# Of its statistics: 5 requests now, 37 and 38 how its last check ended.
field() { ask 'show servers state app' | awk -v s="$1" -v f="$2" '$4 == s { print $f }'; }
current() { ask 'show stat' | awk -F, -v s="$1" '$1 == "app" && $2 == s { print $5 }'; }
# Flag 1 is maintenance now; flag 4 only says that the file had "disabled", and stays.
in_use() { flags=$(field "$1" 7); [ -n "$flags" ] && [ $((flags & 1)) -eq 0 ]; }
running() { [ -n "$(running_of "$proxy")" ]; }

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

why_down() { # SLOT NAME ADDRESSES
  case " $3 " in *" $(field "$1" 5) "*) ;; *) echo "haproxy does not find the address of $2: both need a network in common"; return ;; esac
  check=$(ask 'show stat' | awk -F, -v s="$1" '$1 == "app" && $2 == s { print $37, $38 }')
  echo "haproxy's check of $2:$(field "$1" 19) does not succeed ($check): the port, and the path of httpchk, stand in haproxy.cfg and must be the image's"
}

reload() { # reads the files again, without losing a connection
  id=$(running_of "$proxy")
  inside=$(mounted_at "$id" "\${config%/*}")
  docker exec "$id" haproxy -c -f "$inside/haproxy.cfg" || die 'haproxy refuses the new configuration'
  docker kill -s USR2 "$id" >/dev/null || die 'haproxy could not be told to reload'
  sleep 1
  wait_socket
}

leads_to() { [ "$(field "$1" 18)" = "$2" ] && in_use "$1" && [ "$(field "$1" 6)" = 2 ]; } # SLOT NAME

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
! running || reload`;
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
# Both in one breath: a server that leaves maintenance counts as up, at the address it had, until its name is resolved.
order "set server app/$new state ready; set server app/$new health down"
wait_up "$new" "$addresses" || die "$(why_down "$new" "$name" "$addresses")"
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
  { print }' "$config" >"$config.new" && mv "$config.new" "$config" || die "$config could not be written"
sync
running || exit 0
wait_socket
# One that was started again since the switch has read the file of before: it leads to the old container.
leads_to "$new" "$name" || { reload; wait_up "$new" || die "haproxy does not find $name up"; }`;
    return {
        id: 'persist',
        state: 'switch',
        title: 'write the container into haproxy.cfg',
        kind: 'soft',
        limit: 90,
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
wait_up "$new" && leads_to "$new" "$name" && grep -qF " $name:" "$config" ||
  { : >${containers/* KEEP_OLD */.at}; die "haproxy, or its file, does not lead to $name, so the old container stays"; }
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

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/steps/kamal-proxy.js

/** Shell functions for kamal-proxy, which is spoken to by its own program inside its container. */
function formatKamalLibrary({ folder, service, target }) {
    return `proxy=${(0,src/* shellQuote */.ZL)(service)} target=${(0,src/* shellQuote */.ZL)(target)} options=$root/shared/${folder}/options

proxy_id() { running_of "$proxy"; }

lead_to() { # SECONDS ID…: healthy first, then switched, then the old ones drained
  seconds=$1
  shift
  set -- "$@" --
  while [ "$1" != -- ]; do
    port=$(port_of "$1")
    [ -n "$port" ] || die "$target exposes no port, or several; its image must EXPOSE one"
    set -- "$@" --target "$(name_of "$1"):$port"
    shift
  done
  shift
  set -f # the words of the options are no patterns
  given=$(cat "$options" 2>/dev/null)
  n=0
  until id=$(proxy_id) && [ -n "$id" ] && docker exec "$id" kamal-proxy list >/dev/null 2>&1; do
    n=$((n + 1))
    [ $n -lt 50 ] || die "kamal-proxy does not answer in the service $proxy"
    pause
  done
  docker exec "$id" kamal-proxy deploy "$app" "$@" --drain-timeout "\${seconds}s" $given 2>&1 || die 'kamal-proxy did not take the new containers'
}
`;
}
/** Lets kamal-proxy check the new containers, switch, and wait until the old ones have answered. */
function kamalSwitchStep(drain) {
    const run = `. ./lib.sh
. ./kamal-proxy.sh
list=$(new_ids "$target") || exit 1
: >ordered; sync
lead_to ${drain} $list
for id in $list; do echo "traffic goes to $(name_of "$id")"; done`;
    const undo = `. ./lib.sh
. ./kamal-proxy.sh
[ -e ordered ] || exit 0
wait_engine
list=$(old_ids "$target") || exit 1
if [ -n "$list" ]; then lead_to 5 $list
else id=$(proxy_id); [ -z "$id" ] || docker exec "$id" kamal-proxy remove "$app" >/dev/null 2>&1 || :; fi`;
    const title = 'let kamal-proxy take the new containers and drain the old';
    return { id: 'switch', state: 'switch', title, kind: 'firm', limit: drain + 90, run, undo };
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/steps/nginx.js

/** Shell functions for an nginx that includes `upstream.servers`, one file that this action writes. */
function formatNginxLibrary({ folder, service, target }) {
    return `proxy=${(0,src/* shellQuote */.ZL)(service)} target=${(0,src/* shellQuote */.ZL)(target)} servers=$root/shared/${folder}/upstream.servers

proxy_id() { running_of "$proxy"; }
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
    again='' n=$((n + 1))
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
  port=$(port_of "$id")
  [ -n "$port" ] || die "$target exposes no port, or several; its image must EXPOSE one"
  lines="\${lines}server $(name_of "$id"):$port;
"
done
[ -e servers.before ] || { { cat "$servers" 2>/dev/null || echo 'server 127.0.0.1:1 down;'; } >servers.copy && sync && mv servers.copy servers.before; } || die "$servers could not be saved"
printf '%s' "$lines" >"$servers.new" && mv "$servers.new" "$servers" || die "$servers could not be written"
sync
reload
printf '%s' "$lines"`;
    const undo = `. ./lib.sh
. ./nginx.sh
[ -s servers.before ] || exit 0
wait_engine
put_back servers.before "$servers"
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

// EXTERNAL MODULE: ./actions/ssh-deploy/src/steps/proxy-command.js
var proxy_command = __nccwpck_require__(1649);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/steps/traefik.js


/** The file of traefik's file provider that a deploy writes: the service `app@file`. */
const TRAEFIK_FILE = 'app.yml';
/** Shell functions for a traefik that watches a folder of dynamic configuration. */
function formatTraefikLibrary({ folder, service, target }) {
    return `proxy=${(0,src/* shellQuote */.ZL)(service)} target=${(0,src/* shellQuote */.ZL)(target)} dynamic=$root/shared/${folder}/${TRAEFIK_FILE}

proxy_id() { running_of "$proxy"; }
loaded() { docker exec "$1" sh -c 'wget -qO- http://localhost:8080/api/http/services/app@file 2>/dev/null || curl -fsS http://localhost:8080/api/http/services/app@file' 2>&1; }
urls() { grep -o 'http://[^" ]*' | sed 's,/$,,' | sort -u | paste -s -d ' ' -; }

take() { # FILE: puts it in place and waits until traefik has loaded it
  put_back "$1" "$dynamic"
  sync
  id=$(proxy_id) n=0 want=$(urls <"$1")
  [ -n "$id" ] || die "the service $proxy does not run"
  until said=$(loaded "$id") && [ "$(printf '%s' "$said" | grep -o '"servers":\\[[^]]*\\]' | urls)" = "$want" ]; do
    n=$((n + 1))
    [ $n -lt 75 ] || die "traefik does not tell on localhost:8080/api that it has loaded $dynamic: $(printf '%s' "$said" | tail -n 1 | cut -c 1-200)"
    pause
  done
}
`;
}
/** Writes the new containers as the servers of `app@file`; traefik takes them without closing a connection. */
function traefikSwitchStep(drain) {
    const run = `. ./lib.sh
. ./traefik.sh
list=$(new_ids "$target") || exit 1
printf 'http:\\n  services:\\n    app:\\n      loadBalancer:\\n        servers:\\n' >app.new
for id in $list; do
  port=$(port_of "$id")
  [ -n "$port" ] || die "$target exposes no port, or several; its image must EXPOSE one"
  printf '          - url: "http://%s:%s"\\n' "$(name_of "$id")" "$port" >>app.new
done
[ -e app.before ] || { { [ ! -e "$dynamic" ] || cat "$dynamic"; } >app.copy && sync && mv app.copy app.before; } || die "$dynamic could not be saved"
take app.new
urls <app.new`;
    const undo = `. ./lib.sh
. ./traefik.sh
[ -e app.before ] || exit 0
wait_engine
if [ ! -s app.before ]; then rm -f "$dynamic"
elif [ -n "$(proxy_id)" ]; then take app.before; sleep ${Math.min(drain, finish/* MOST_SECONDS_OF_UNDO */.XW)}
else put_back app.before "$dynamic"; fi
sync`;
    return {
        id: 'switch',
        state: 'switch',
        title: 'lead traefik to the new containers',
        kind: 'firm',
        limit: 60,
        run,
        undo,
    };
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/proxies.js









const proxies = {
    haproxy: {
        found: 'mount',
        file: 'haproxy.cfg',
        single: true,
        problems: haproxyProblems,
        port: serverPort,
        carry: carryServers,
        library: formatHaproxyLibrary,
        reload: haproxyReload(),
        switchStep: haproxySwitchStep,
        afterSteps: (drain) => [haproxyPersistStep(), haproxyDrainStep(drain)],
    },
    nginx: {
        found: 'mount',
        file: 'upstream.servers',
        single: false,
        carry: () => undefined,
        library: formatNginxLibrary,
        switchStep: nginxSwitchStep,
        afterSteps: (drain) => [nginxDrainStep(drain)],
    },
    caddy: {
        found: 'mount',
        file: 'Caddyfile',
        single: true,
        problems: caddyProblems,
        library: formatCaddyLibrary,
        reload: caddyReload(),
        switchStep: caddySwitchStep,
        afterSteps: (drain) => [caddyDrainStep(drain)],
    },
    traefik: {
        found: 'mount',
        single: false,
        library: formatTraefikLibrary,
        switchStep: traefikSwitchStep,
        afterSteps: (drain) => [(0,finish/* waitStep */._Z)(drain)],
    },
    'kamal-proxy': {
        found: 'image',
        single: false,
        library: formatKamalLibrary,
        switchStep: kamalSwitchStep,
        afterSteps: () => [],
    },
    command: {
        found: 'not',
        single: false,
        library: proxy_command/* formatCommandLibrary */.c,
        switchStep: proxy_command/* commandSwitchStep */.G0,
        afterSteps: (drain) => [(0,finish/* waitStep */._Z)(drain)],
    },
};
/** A file of the checkout as it must lie on the host, whose own knows where the traffic goes now; undefined: that stays. */
function carryFile(plan, { path, content }, live) {
    const { carry, file } = plan ? proxies[plan.kind] : {};
    if (!carry || live === undefined || path !== `${plan?.folder}/${file}`)
        return content;
    const text = carry(Buffer.from(content).toString(), live);
    return text === undefined ? undefined : Buffer.from(text);
}


/***/ }),

/***/ 8295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ planOutput),
/* harmony export */   z: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);
/* harmony import */ var _address_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7497);
/* harmony import */ var _disk_use_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8538);
/* harmony import */ var _plan_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3488);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8631);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(967);






/** Plan joined with results: outputs, the summary, and the failure of the job. */
function report(plan, results) {
    const result = resultOf(plan, results);
    const { failure } = results;
    return {
        outputs: {
            result,
            release: plan.release,
            'previous-release': plan.hosts[0]?.previous ?? '',
            changed: String(result === 'deployed' || (result === 'rolled-back' && plan.mode === 'rollback')),
            'failed-state': results.failedState ?? '',
            hosts: JSON.stringify(plan.hosts.map((host, index) => hostOutput(host, results.hosts[index]))),
            ...(0,_address_text_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOutputs */ .vW)(results.address),
            plan: JSON.stringify(planOutput(plan)),
            'log-file': results.logFile ?? '',
        },
        summary: (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(headline(plan, results, result), results.address && (0,_address_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatAddress */ .M0)(results.address), timeTable(results), changes(plan), diskTable(results), tail(plan, results)),
        annotations: [...plan.hosts.flatMap(driftWarnings), ...plan.warnings, ...afterWarnings(results)].map((message) => ({
            level: 'warning',
            message,
        })),
        failure,
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
        env: host.changes.env,
        changes: host.changes,
        needs: host.needs ?? null,
        drift: host.drift.map(({ what }) => what),
        steps: host.phases.flatMap(({ steps }) => steps.map(({ id, state, title }) => ({ id, state, title }))),
    }));
    return { mode, app, release, hosts };
}
function resultOf(plan, { hosts, failure, cancelled, switched }) {
    if (!(0,_results_js__WEBPACK_IMPORTED_MODULE_4__/* .isSettled */ .I)(hosts))
        return 'failed-dirty';
    if (cancelled)
        return 'cancelled';
    if (failure !== undefined && !hosts.every(({ outcome }) => outcome === 'committed' || outcome === 'unchanged'))
        return switched ? 'rolled-back' : 'failed-clean';
    if (plan.hosts.every(({ unchanged }) => unchanged))
        return 'unchanged';
    return plan.mode === 'rollback' ? 'rolled-back' : 'deployed';
}
function headline(plan, results, result) {
    const hosts = plan.hosts.length === 1 ? plan.hosts[0]?.host : `${plan.hosts.length} hosts`;
    const undone = results.failure && results.undoMs > 0 ? `, undone in ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(results.undoMs)}` : '';
    const mark = results.failure ? '❌' : '✅';
    const failure = results.failure ? `\n\n${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(`${results.failure.code}: ${results.failure.message}`)}` : '';
    return `### ${mark} ssh-deploy: ${plan.app} ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(plan.release)} → ${hosts}: ${result}${undone}${failure}`;
}
function timeTable({ hosts }) {
    const used = _step_js__WEBPACK_IMPORTED_MODULE_5__/* .states */ .x.filter((state) => hosts.some(({ steps }) => steps.some((step) => step.state === state)));
    const cell = ({ steps }, state) => {
        const those = steps.filter((step) => step.state === state);
        if (those.length === 0)
            return '';
        const seconds = those.reduce((sum, { ms }) => sum + ms, 0) / 1_000;
        return `${those.some(({ rc }) => rc !== 0) ? '✗ ' : ''}${seconds.toFixed(1)} s`;
    };
    const rows = hosts.map((host) => [host.host, ...used.map((state) => cell(host, state)), host.outcome]);
    return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['host', ...used, 'ended'], rows);
}
function diskTable({ hosts }) {
    const rows = hosts.flatMap(({ host, disks }) => (disks ?? []).map((disk) => [host, (0,_disk_use_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDiskUse */ .yl)(disk)]));
    return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['host', 'disk'], rows);
}
/** The whole output of the steps that failed, folded. */
function failedLogs({ hosts }) {
    const failed = hosts.flatMap(({ host, steps }) => steps.filter(({ rc, out }) => rc !== 0 && out.trim()).map((step) => ({ host, ...step })));
    return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(...failed.map(({ host, state, out }) => (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`Log of ${state} on ${host}`, (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(out.trimEnd()))));
}
function changes(plan) {
    const rows = plan.hosts.flatMap((host) => imageRows(host).map((row) => [host.host, ...row]));
    const keys = [...new Set(plan.hosts.flatMap((host) => host.changes.env))];
    return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)((0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['host', 'service', 'before', 'after'], rows), keys.length > 0 ? `Environment: ${keys.map(_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY).join(', ')}` : undefined);
}
function imageRows({ before, content }) {
    return Object.entries(content.images)
        .filter(([service, ref]) => before?.images[service] !== ref)
        .map(([service, ref]) => [service, shortRef(before?.images[service]), shortRef(ref)]);
}
function shortRef(ref) {
    return ref === undefined ? '' : (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(ref.replace(/@sha256:(.{12}).*$/, '@$1'));
}
function tail(plan, results) {
    const [host] = plan.hosts;
    const back = !results.failure && host?.previous && plan.mode === 'deploy'
        ? `To go back: \`mode: rollback\`, \`to: ${host.previous}\`.`
        : '';
    return (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(failedLogs(results), back, (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)('Plan', (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)((0,_plan_text_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPlan */ .n)(plan))));
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
        disks: result?.disks ?? [],
    };
}
function driftWarnings({ host, previous, drift }) {
    if (drift.length === 0)
        return [];
    return [
        `${host}: changed by hand since ${previous ?? 'the last deploy'}: ${drift.map(({ what }) => what).join('; ')}`,
    ];
}
function afterWarnings({ hosts, failure }) {
    if (failure)
        return [];
    return hosts.flatMap(({ host, steps }) => steps
        .filter(({ rc }) => rc !== 0)
        .map(({ state, out }) => `${host}: deployed, but ${state} failed: ${out.trim().split('\n').at(-1) ?? ''}`));
}


/***/ }),

/***/ 8631:
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

/***/ 5130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ roomProblems)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);

/** What a host has too little of: disk, inodes, memory. Every message has the figures. */
function roomProblems(facts, about) {
    // The last disk is the one that docker writes to.
    const images = facts.disks.at(-1);
    return [
        ...facts.disks.flatMap((disk) => [
            ...diskProblems(disk, {
                ...about,
                taken: disk === images ? about.needs.disk : 0,
                reclaimable: facts.needs.reclaimable,
            }),
            ...inodeProblems(disk, about),
        ]),
        ...memoryProblems(facts, about),
    ];
}
function diskProblems(disk, { host, room, taken, reclaimable }) {
    const [margin, input] = marginOf(disk, room);
    if (disk.free >= taken + margin)
        return [];
    const more = reclaimable ? `; reclaimable ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(reclaimable)}` : '';
    const message = `${host}: ${disk.where} has ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(disk.free)} free (${share(disk)} %), ${sum(taken, margin, ['images', input])}${more}`;
    const verb = input === 'min-free-disk' ? 'lower' : 'raise';
    return [{ code: 'E_DISK', message, hint: `free some space, or ${verb} ${input}` }];
}
/** What must stay free, and the input that asks for the most of it. */
function marginOf({ free, total, used }, { minFreeDisk, maxDiskUsed }) {
    const least = Math.max(minFreeDisk.bytes, (minFreeDisk.percent / 100) * total);
    // As df counts: blocks that are kept for root are neither used nor free.
    const unused = (1 - maxDiskUsed / 100) * (used + free);
    return least >= unused ? [least, 'min-free-disk'] : [unused, 'max-disk-used'];
}
function inodeProblems({ where, inodes }, { host, room }) {
    // Some file systems (btrfs) have no fixed number of inodes and say 0.
    if (inodes.total === 0 || (100 * inodes.free) / inodes.total >= room.minFreeInodes)
        return [];
    const message = `${host}: ${where} has ${inodes.free} of ${inodes.total} inodes free (${share(inodes)} %), needs ${room.minFreeInodes} %`;
    return [{ code: 'E_DISK', message, hint: 'remove small files, or lower min-free-inodes' }];
}
function memoryProblems({ memory }, { host, room, needs }) {
    if (memory === undefined)
        return [];
    const margin = Math.max(room.minFreeMemory.bytes, (room.minFreeMemory.percent / 100) * memory.total);
    if (memory.free >= needs.memory + margin)
        return [];
    const message = `${host}: memory has ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(memory.free)} free (${share(memory)} %), ${sum(needs.memory, margin, ['new containers beside the old', 'min-free-memory'])}`;
    return [{ code: 'E_MEMORY', message, hint: 'free some memory, or lower min-free-memory' }];
}
/** `needs 2.4 GB = images 1.9 GB + 0.5 GB (min-free-disk)`. */
function sum(taken, margin, [what, input]) {
    if (taken === 0)
        return `needs ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(margin)} (${input})`;
    return `needs ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(taken + margin)} = ${what} ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(taken)} + ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(margin)} (${input})`;
}
function share({ free, total }) {
    return (total > 0 ? (100 * free) / total : 100).toFixed(0);
}


/***/ }),

/***/ 9563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Zo: () => (/* binding */ selectServices),
/* harmony export */   uV: () => (/* binding */ profilesOf),
/* harmony export */   zp: () => (/* binding */ inPlace)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);

/**
 * The services that are deployed: as compose does it, a service with profiles only where one of them is active or the
 * service is named. @throws InputError where a name is none of the compose file, or nothing is left.
 */
function selectServices({ scope, what }, services) {
    const names = services.map(({ name }) => name);
    const files = what.composeFiles.join(', ');
    const unknown = scope.services.filter((name) => !names.includes(name));
    const profiles = new Set(services.flatMap((service) => service.profiles));
    const problems = [
        ...unknown.map((name) => ({
            input: 'services',
            problem: `${name} is no service of ${files}${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(name, names)}`,
        })),
        ...scope.profiles
            .filter((name) => !profiles.has(name))
            .map((name) => ({
            input: 'profiles',
            problem: `${name} is no profile of ${files}${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(name, [...profiles])}`,
        })),
    ];
    if (problems.length > 0)
        throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(problems);
    const isActive = ({ profiles: own }) => own.length === 0 || own.some((profile) => scope.profiles.includes(profile));
    const selected = services.filter((service) => scope.services.length > 0 ? scope.services.includes(service.name) : isActive(service));
    if (selected.length > 0 || services.length === 0)
        return selected;
    const problem = `are missing: every service of ${files} has one`;
    throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([{ input: 'profiles', problem, fix: `profiles: ${[...profiles].join(', ')}` }]);
}
/** Profiles that compose must know as active for these services. */
function profilesOf({ scope }, selected) {
    return [...new Set([...scope.profiles, ...selected.flatMap(({ profiles }) => profiles)])].sort();
}
/** Services that are recreated, beside the release before. Containers in colours are in nobody's way. */
function inPlace({ rest }, before) {
    const beside = before?.strategy === 'blue-green' ? [] : (before?.rolling ?? []);
    const there = new Set([...beside.map(({ name }) => name), ...(before?.rest ?? [])]);
    return { known: rest.filter((name) => there.has(name)), unknown: rest.filter((name) => !there.has(name)) };
}


/***/ }),

/***/ 967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ states)
/* harmony export */ });
/** States of a deploy, as the summary shows them. */
const states = [
    'upload',
    'backup',
    'pull',
    'before',
    'migrate',
    'verify',
    'start',
    'gate',
    'switch',
    'watch',
    'drain',
    'stop',
    'record',
    'after',
    'prune',
];


/***/ }),

/***/ 5467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ startColourStep),
/* harmony export */   q: () => (/* binding */ formatColourFile)
/* harmony export */ });
/* harmony import */ var _suite_ssh__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9551);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2137);


/** What a colour shares with the application: its networks, where the proxy and the databases are; and whose it is. */
function formatColourFile(app, services, networks) {
    const labels = services.map((name) => `  ${name}:\n    labels:\n      ssh-deploy.app: "${app}"\n`);
    const shared = networks.map((name) => `  ${name}:\n    name: "${app}_${name}"\n    external: true\n`);
    return `services:\n${labels.join('')}networks:\n${shared.join('')}`;
}
/** Starts the release as the colour that is free, a compose project of its own; the other colour is not touched. */
function startColourStep(rolling, networks) {
    const names = rolling.map(({ name }) => name);
    const run = `. ./lib.sh
taken=
for s in ${names.join(' ')}; do
  list=$(old_ids "$s") || exit 1
  for id in $list; do
    set -- $(docker inspect --format '{{.State.Running}} {{index .Config.Labels "com.docker.compose.project"}}' "$id")
    [ "\${1-}" != true ] || taken="$taken $2 "
  done
done
colour=
for c in green blue; do case $taken in *" $app-$c "*) ;; *) colour=$c ;; esac; done
[ -n "$colour" ] || die 'both colours run; remove the containers of the one that the proxy does not lead to'
# What stands there is stopped: compose would start it again instead of making it new.
for s in ${names.join(' ')}; do
  for id in $(old_ids "$s"); do
    [ "$(docker inspect --format '{{index .Config.Labels "com.docker.compose.project"}}' "$id" 2>/dev/null)" != "$app-$colour" ] || docker rm -f -v "$id" >/dev/null
  done
done
for n in ${networks.join(' ')}; do
  docker network inspect "\${app}_$n" >/dev/null 2>&1 ||
    docker network create --label "com.docker.compose.project=$app" --label "com.docker.compose.network=$n" "\${app}_$n" >/dev/null || die "the network \${app}_$n could not be made"
done
compose_as "$app-$colour" "$release" up -d --no-build --no-deps ${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .shellJoin */ .nZ)(names)} || die 'compose could not start ${names.join(', ')}'
${(0,_containers_js__WEBPACK_IMPORTED_MODULE_1__/* .reportNew */ .Br)(names)}`;
    const undo = `. ./lib.sh
wait_engine
${(0,_containers_js__WEBPACK_IMPORTED_MODULE_1__/* .removeNew */ .R4)(names)}`;
    const title = `start ${names.join(', ')} as the other colour`;
    return { id: 'start', state: 'start', title, kind: 'firm', limit: 300, run, undo };
}


/***/ }),

/***/ 2137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ reportNew),
/* harmony export */   HY: () => (/* binding */ stopStep),
/* harmony export */   MR: () => (/* binding */ keepTag),
/* harmony export */   R4: () => (/* binding */ removeNew),
/* harmony export */   at: () => (/* binding */ KEEP_OLD),
/* harmony export */   bP: () => (/* binding */ startStep),
/* harmony export */   eO: () => (/* binding */ pullStep),
/* harmony export */   kh: () => (/* binding */ loginHost),
/* harmony export */   p1: () => (/* binding */ dockerConfig),
/* harmony export */   w9: () => (/* binding */ migrateStep)
/* harmony export */ });
/* harmony import */ var _suite_ssh__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9551);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8867);


/** The name under which a release's image is kept, so that `docker image prune` cannot take it. */
function keepTag(app, service, release) {
    return `ssh-deploy.local/${app}/${service}:${release.toLowerCase()}`;
}
/** What `docker login` would have written; it lies in the transaction's folder only until the images are there. */
function dockerConfig(login) {
    const auth = Buffer.from(`${login.username}:${login.password}`).toString('base64');
    return { name: 'login.secret', content: Buffer.from(JSON.stringify({ auths: { [login.host]: { auth } } })) };
}
/** Pulls images by digest and tags them. What is there already is not asked for again. */
function pullStep({ app, release, content, login, known }) {
    const pulls = Object.entries(content.images).map(([service, ref,]) => `docker image inspect ${ref} >/dev/null 2>&1 || docker pull -q ${ref} || die 'cannot pull ${ref}'
docker tag ${ref} ${keepTag(app, service, release)}`);
    const others = content.rest.length > 0 ? `$(compose "$release" config --images ${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .shellJoin */ .nZ)(content.rest)} 2>/dev/null)` : '';
    const run = `. ./lib.sh
trap 'rm -rf docker' EXIT
others="${others}"
[ ! -f login.secret ] || { mkdir -p docker && mv login.secret docker/config.json && export DOCKER_CONFIG="$PWD/docker"; }
${pulls.join('\n')}
for i in $others; do
  docker image inspect "$i" >/dev/null 2>&1 || docker pull -q "$i" || die "cannot pull $i"
done`;
    const tags = Object.keys(content.images).map((service) => keepTag(app, service, release));
    const undo = `docker image rm ${tags.join(' ')} >/dev/null 2>&1 || :`;
    const title = `pull the images of ${[...Object.keys(content.images), ...content.rest].join(', ')}`;
    const step = { id: 'pull', state: 'pull', title, kind: 'soft', limit: 900, run };
    return { ...step, ...(tags.length > 0 && !known ? { undo } : {}), payloads: login ? [login] : [] };
}
/** Where one login serves several images of one registry, its host is theirs. */
function loginHost(given, images) {
    return given ?? (0,_images_js__WEBPACK_IMPORTED_MODULE_1__/* .registryOf */ .Fv)(Object.values(images)[0] ?? '');
}
/** Runs the migration once, in a container of the new image with the new environment; nothing ever stops it half way. */
function migrateStep(service, command) {
    const run = `. ./lib.sh
compose "$release" run --rm --no-deps -T --label "ssh-deploy.release=$release" ${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .shellQuote */ .ZL)(service)} ${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .shellJoin */ .nZ)(command)} || die "exit code $?"`;
    // Where somebody killed the client of the engine, the container goes on: it is let end, and then taken away. An undo
    // has 300 s; 75 tells the agent to ask again.
    const undo = `. ./lib.sh
wait_engine
for id in $(docker ps -aq --filter "label=com.docker.compose.project=$app" --filter "label=ssh-deploy.release=$release"); do
  n=0
  while runs "$id" 2>/dev/null; do
    n=$((n + 1))
    [ $n -lt 200 ] || { echo 'the migration still runs'; exit 75; }
    sleep 1
  done
  docker rm -v "$id" >/dev/null 2>&1 || ! docker inspect "$id" >/dev/null 2>&1 || die 'the container of the migration cannot be removed'
done`;
    return {
        id: 'migrate',
        state: 'migrate',
        title: `run ${command.join(' ')} in ${service}`,
        kind: 'firm',
        limit: 0,
        run,
        undo,
    };
}
/** Starts the new containers beside the old ones. */
function startStep(rolling) {
    const names = rolling.map(({ name }) => name);
    const scales = rolling.map(({ name, replicas }) => `old=$(old_ids ${name}) || exit 1
old=$(uncoloured $old)
set -- "$@" --scale ${name}=$((${replicas} + $(printf '%s' "$old" | grep -c .)))`);
    const run = `. ./lib.sh
set --
${scales.join('\n')}
compose "$release" up -d --no-build --no-deps --no-recreate "$@" ${names.join(' ')} || die 'compose could not start ${names.join(', ')}'
${reportNew(names)}`;
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
/** Shell that prints every new container, and fails where a service has none. */
function reportNew(names) {
    return `for s in ${names.join(' ')}; do
  new=$(new_ids "$s") || exit 1
  [ -n "$new" ] || die "compose started no new container of $s"
  for id in $new; do printf '%s %s\\n' "$s" "$(name_of "$id")"; done
done`;
}
/** Shell that removes the containers that were not there before. */
function removeNew(names) {
    return `for s in ${names.join(' ')}; do
  new=$(new_ids "$s") || exit 1
  [ -z "$new" ] || docker rm -f -v $new >/dev/null || die "could not remove the new containers of $s"
done`;
}
/** The file with which a step behind the commit says that something may still lead to the old containers. */
const KEEP_OLD = 'keep-old';
/** After commit: stops and removes the old containers by id. */
function stopStep(rolling, stopSeconds) {
    const run = `. ./lib.sh
[ ! -e ${KEEP_OLD} ] || die 'the old containers stay'
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


/***/ }),

/***/ 8571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EJ: () => (/* binding */ removeFoldersStep),
/* harmony export */   Iy: () => (/* binding */ stopAllStep),
/* harmony export */   Lo: () => (/* binding */ removeContainersStep),
/* harmony export */   QQ: () => (/* binding */ removeRootScript),
/* harmony export */   dW: () => (/* binding */ removeImagesStep)
/* harmony export */ });
/* harmony import */ var _suite_ssh__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9551);

/**
 * Stops every container that a release started, and notes what is to be removed. A container is the application's own
 * where its release folder is: another project of the same name, in another folder, is not touched, nor networks and volumes by its name.
 */
function stopAllStep(stopSeconds) {
    const run = `. ./lib.sh
docker ps -a --no-trunc --filter label=com.docker.compose.project \\
  --format '{{.ID}} {{.State}} {{.Label "com.docker.compose.project"}} {{.Label "com.docker.compose.project.working_dir"}}' >all || die 'docker does not answer'
awk -v own="$root/releases/" 'index($4, own) == 1 { print $1 }' all >own.ids
awk -v own="$root/releases/" 'index($4, own) == 1 && $2 == "running" { print $1 }' all >running.ids
{ awk -v own="$root/releases/" 'index($4, own) == 1 { print $3 }' all; echo "$app"; } | sort -u |
  while read -r p; do awk -v own="$root/releases/" -v p="$p" '$3 == p && index($4, own) != 1 { exit 1 }' all && echo "$p"; done >projects
echo end >>running.ids
sync
ids=$(grep -vx end running.ids) || exit 0
docker stop -t ${stopSeconds} $ids >/dev/null || die 'docker could not stop the containers'`;
    const undo = `. ./lib.sh
[ "$(tail -n 1 running.ids 2>/dev/null)" = end ] || exit 0
ids=$(grep -vx end running.ids) || exit 0
wait_engine
docker start $ids >/dev/null || die 'docker could not start the containers again'`;
    const title = 'stop all containers of the application';
    return { id: 'stop-all', state: 'stop', title, kind: 'firm', limit: stopSeconds + 60, run, undo };
}
/** After commit: removes containers and networks, and volumes only where that was asked for. */
function removeContainersStep(withData) {
    const run = `. ./lib.sh
wait_engine
failed=
[ ! -s own.ids ] || docker rm -f ${withData ? '-v ' : ''}$(cat own.ids) >/dev/null || failed=yes
for p in $(cat projects); do
  for n in $(docker network ls -q --filter "label=com.docker.compose.project=$p"); do docker network rm "$n" >/dev/null || failed=yes; done
${withData ? `  for v in $(docker volume ls -q --filter "label=com.docker.compose.project=$p"); do docker volume rm "$v" >/dev/null || failed=yes; done\n` : ''}done
[ -z "$failed" ] || die 'some containers, networks or volumes are still in use'`;
    const title = `remove its containers and networks${withData ? ', and its volumes' : ''}`;
    return { id: 'remove', state: 'stop', title, kind: 'soft', limit: 120, run };
}
/** After commit: removes the images of the releases, but for those that anything else has a name for or runs. */
function removeImagesStep(refs) {
    const run = `. ./lib.sh
own="ssh-deploy.local/$app/"
for ref in ${refs.map(_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .shellQuote */ .ZL).join(' ')}; do
  tags=$(docker image inspect --format '{{join .RepoTags "\\n"}}' "$ref" 2>/dev/null) || continue
  printf '%s\\n' "$tags" | grep . | grep -qv "^$own" || docker image rm "$ref" >/dev/null 2>&1 || :
done
tags=$(docker image ls --format '{{.Repository}}:{{.Tag}}' "$own*")
[ -z "$tags" ] || docker image rm $tags >/dev/null 2>&1 || :`;
    return { id: 'images', state: 'prune', title: 'remove the images of its releases', kind: 'soft', limit: 120, run };
}
/** After commit: removes the releases, and what they share only where that was asked for. */
function removeFoldersStep(withData) {
    const run = `. ./lib.sh
rm -rf "$root/current" "$root/releases" "$root/backups"${withData ? ' "$root/shared"' : ''} || die "some files below $root belong to somebody else"`;
    const title = `remove ${withData ? 'releases, backups and shared' : 'releases and backups'}`;
    return { id: 'folders', state: 'prune', title, kind: 'soft', limit: 120, run };
}
/** When the agent has ended: its own folder, while nobody else has the lock, and the root where nothing is left in it. */
function removeRootScript(root) {
    return `root=${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .shellQuote */ .ZL)(root)}
flock -n "$root/.deploy/lock" rm -rf "$root/.deploy"
rmdir "$root" 2>/dev/null
exit 0
`;
}


/***/ }),

/***/ 9822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ recordStep),
/* harmony export */   XW: () => (/* binding */ MOST_SECONDS_OF_UNDO),
/* harmony export */   _Z: () => (/* binding */ waitStep),
/* harmony export */   vh: () => (/* binding */ pruneStep),
/* harmony export */   wU: () => (/* binding */ dropStep)
/* harmony export */ });
/** How long an undo waits for what new containers have begun, in seconds, where the proxy does not tell when it is done. */
const MOST_SECONDS_OF_UNDO = 5;
/** After commit: leaves the old containers the whole time, because the proxy does not tell what they have still open. */
function waitStep(seconds) {
    const title = `leave the old containers ${seconds} s to answer`;
    return { id: 'drain', state: 'drain', title, kind: 'soft', limit: seconds + 30, run: `sleep ${seconds}` };
}
/** After commit: `current` leads to the release, by rename. */
function recordStep() {
    const run = `. ./lib.sh
rm -rf "$root/releases/.was-$release"
ln -sfn "releases/$release" "$root/.deploy/current.new" && mv -T "$root/.deploy/current.new" "$root/current" ||
  die "$root/current could not be made to lead to $release"
printf '%s\\n' "$release" >"$root/.deploy/release.new" && mv "$root/.deploy/release.new" "$root/.deploy/release" ||
  die "$root/.deploy/release could not be written"
sync`;
    return { id: 'record', state: 'record', title: 'make it the current release', kind: 'soft', limit: 30, run };
}
/** After commit: stops and removes containers of services that were dropped. What they wrote to volumes stays. */
function dropStep(dropped, stopSeconds) {
    const ids = dropped.map(({ id }) => id).join(' ');
    const names = [...new Set(dropped.map(({ service }) => service))].join(', ');
    const run = `. ./lib.sh
docker stop -t ${stopSeconds} ${ids} >/dev/null
docker rm -f ${ids} >/dev/null || die 'could not remove the containers of ${names}'`;
    const title = `stop and remove ${names}, which the release no longer has`;
    return { id: 'drop', state: 'stop', title, kind: 'soft', limit: stopSeconds + 60, run };
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


/***/ }),

/***/ 1649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ commandSwitchStep),
/* harmony export */   c: () => (/* binding */ formatCommandLibrary),
/* harmony export */   gt: () => (/* binding */ PROXY_COMMAND_FILE)
/* harmony export */ });
/* harmony import */ var _suite_ssh__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9551);
/* harmony import */ var _finish_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9822);


/** The user's own script, beside the steps. */
const PROXY_COMMAND_FILE = 'proxy-switch-command.sh';
/** Shell functions for a proxy that only the user's own command knows. */
function formatCommandLibrary({ target }) {
    return `target=${(0,_suite_ssh__WEBPACK_IMPORTED_MODULE_0__/* .shellQuote */ .ZL)(target)} here=$PWD

names_of() { for id; do name_of "$id"; done | paste -s -d ' ' -; }
addresses_of() { # ID…
  for id; do
    ip=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{println .IPAddress}}{{end}}' "$id" | head -n 1)
    echo "$ip:$(port_of "$id")"
  done | paste -s -d ' ' -
}

order() { # UNDO IDS-TO-LEAD-TO IDS-TO-LEAVE
  new=$(names_of $2) new_at=$(addresses_of $2) old=$(names_of $3) old_at=$(addresses_of $3)
  ( cd "$root" && export APP="$app" RELEASE="$release" UNDO="$1" NEW_CONTAINERS="$new" NEW_ADDRESSES="$new_at" \\
    OLD_CONTAINERS="$old" OLD_ADDRESSES="$old_at" && exec sh -e "$here/${PROXY_COMMAND_FILE}" ) ||
    die "proxy-switch-command ended with exit code $?"
}
`;
}
/** Runs the user's command for the new containers; its undo is the same command with old and new changed over. */
function commandSwitchStep(drain) {
    const run = `. ./lib.sh
. ./command.sh
new=$(new_ids "$target") && old=$(old_ids "$target") || exit 1
: >ordered; sync
order false "$new" "$old"`;
    const undo = `. ./lib.sh
. ./command.sh
[ -e ordered ] || exit 0
wait_engine
new=$(new_ids "$target") && old=$(old_ids "$target") || exit 1
[ -n "$old" ] || { echo 'nothing served before, so nothing is ordered'; exit 0; }
order true "$old" "$new"
sleep ${Math.min(drain, _finish_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_SECONDS_OF_UNDO */ .XW)}`;
    return { id: 'switch', state: 'switch', title: 'run proxy-switch-command', kind: 'firm', limit: 300, run, undo };
}


/***/ }),

/***/ 475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  vy: () => (/* binding */ formatWork),
  Mk: () => (/* binding */ isLook),
  Nn: () => (/* binding */ planWork),
  hu: () => (/* binding */ plannedOutputs),
  KD: () => (/* binding */ reportWork)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var src = __nccwpck_require__(2056);
// EXTERNAL MODULE: ./node_modules/@suite/ssh/src/index.js + 16 modules
var ssh_src = __nccwpck_require__(9551);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/holder.js
var holder = __nccwpck_require__(6159);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/inputs-how.js
var inputs_how = __nccwpck_require__(9135);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/obstacles.js
var obstacles = __nccwpck_require__(6639);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/plan.js + 8 modules
var plan = __nccwpck_require__(5022);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/preflight.js
var preflight = __nccwpck_require__(2514);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/check.js







/** Whether every host could take this deploy now; everything that is missing is told at once. */
function check(inputs, facts) {
    const unreachable = (facts.unreachable ?? []).map(({ host, reason }) => ({ host, problems: [asProblem(reason)], notes: [], observed: undefined }));
    const reached = facts.hosts.map((host) => judge(inputs, facts, host));
    const verdicts = [...reached, ...unreachable];
    const problems = verdicts.flatMap((verdict) => verdict.problems);
    const text = verdicts.flatMap(formatVerdict).join('\n');
    const result = problems.length === 0 ? 'ready' : 'failed-clean';
    return {
        mode: 'check',
        text,
        report: {
            outputs: { result, changed: 'false', hosts: JSON.stringify(verdicts.map(hostOutput)) },
            summary: summaryOf(inputs.what.app, verdicts, problems),
            annotations: verdicts.flatMap(({ notes }) => notes).map((message) => ({ level: 'warning', message })),
            failure: problems.length === 0 ? undefined : (0,preflight/* refusal */.x)(problems),
        },
    };
}
function judge(inputs, facts, host) {
    const name = (0,ssh_src/* formatTarget */.P4)(host.target);
    const { modes, now } = host.facts;
    const problems = [...accessProblems(inputs, host), ...deployProblems(inputs, { ...facts, hosts: [host] })];
    const notes = [
        ...(modes.lock === undefined ? [] : [`${name}: ${(0,holder/* formatHolder */.aS)({ e: 'locked', now, out: modes.lock })}`]),
        ...(modes.unsettled ? [`${name}: a deploy did not end there; the next one settles it first`] : []),
        ...clockNotes(name, host),
    ];
    return { host: name, problems, notes, observed: host };
}
function accessProblems({ root }, { target, facts: { modes } }) {
    const host = (0,ssh_src/* formatTarget */.P4)(target);
    const folder = { message: `${host}: ${root} cannot be written by ${target.user}`, code: 'E_ROOT' };
    const login = { message: `${host}: the registry refuses the login: ${modes.login}`, code: 'E_PULL' };
    return [
        ...(modes.writable ? [] : [{ ...folder, hint: `on the host, once: sudo install -d -o ${target.user} ${root}` }]),
        ...(modes.login ? [{ ...login, hint: 'check registry, registry-username and registry-password' }] : []),
    ];
}
/** What the facts of a host tell, else what only the plan finds out: the strategy, the proxy’s file, the release’s name. */
function deployProblems(inputs, facts) {
    const given = inputs.what.images.length > 0 ? inputs : withoutImages(inputs);
    try {
        const found = facts.hosts.flatMap((host) => (0,obstacles/* problemsOf */.G)(given, host, facts.checkout));
        if (found.length === 0)
            (0,plan/* planDeploy */.b)(given, facts);
        return found;
    }
    catch (thrown) {
        return [asProblem((0,src/* toActionError */.ie)(thrown))];
    }
}
/** Who prepares a server has no image yet, and without one neither a proxy nor a colour can be planned. */
function withoutImages(inputs) {
    const { strategy } = inputs;
    return { ...inputs, proxy: 'none', strategy: (0,inputs_how/* isPlain */.$i)(strategy) ? strategy : 'rolling' };
}
function asProblem(error) {
    return { code: error.code, message: error.message, hint: error.details.hint ?? '' };
}
/** Seconds; what is signed and dated (TLS, tokens of registries) fails with a clock that is further off. */
const MAX_SKEW = 60;
function clockNotes(name, { skew = 0 }) {
    if (Math.abs(skew) <= MAX_SKEW)
        return [];
    return [`${name}: its clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead' : 'behind'}; set up NTP there`];
}
function formatVerdict({ host, problems, notes, observed }) {
    const lines = problems.map(({ code: word, message, hint }) => `  ${word}: ${message}; ${hint}`);
    const about = observed ? ` (${describe(observed).join(', ')})` : '';
    return [
        `${host}: ${problems.length === 0 ? 'ready' : 'not ready'}${about}`,
        ...lines,
        ...notes.map((note) => `  note: ${note}`),
    ];
}
function describe({ facts }) {
    return [
        `docker ${facts.docker ?? 'none'}`,
        `compose ${facts.compose ?? 'none'}`,
        ...facts.disks.map(({ where, free }) => `${where} ${(0,src/* formatSize */.Xq)(free)} free`),
        ...(facts.memory ? [`memory ${(0,src/* formatSize */.Xq)(facts.memory.free)} free`] : []),
        `runs ${facts.current ?? 'no release'}`,
    ];
}
function hostOutput({ host, problems, notes, observed }) {
    const { docker = null, compose = null, current = null } = observed?.facts ?? {};
    return { host, ready: problems.length === 0, problems, notes, docker, compose, current };
}
function summaryOf(app, verdicts, problems) {
    const ready = verdicts.filter((verdict) => verdict.problems.length === 0).length;
    const mark = problems.length === 0 ? '✅' : '❌';
    const rows = verdicts.map(({ host, problems: found, observed }) => [
        host,
        found.length === 0 ? 'ready' : 'not ready',
        observed ? describe(observed).join(', ') : '',
    ]);
    return (0,src/* paragraphs */.qN)(`### ${mark} ssh-deploy: check ${app}: ${ready} of ${verdicts.length} hosts ready`, (0,src/* table */.tp)(['host', '', 'has'], rows), (0,src/* table */.tp)(['code', 'what', 'what to do'], problems.map(({ code: word, message, hint }) => [(0,src/* code */.aY)(word), message, hint])));
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/changes.js
var changes = __nccwpck_require__(6916);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/inputs.js + 4 modules
var src_inputs = __nccwpck_require__(4849);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/library.js
var src_library = __nccwpck_require__(350);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/results.js
var src_results = __nccwpck_require__(8631);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/steps/destroy.js
var destroy = __nccwpck_require__(8571);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/destroy.js








/** Nothing: what a host runs when the application is gone. */
const NOTHING = {
    strategy: 'recreate',
    switchCommand: undefined,
    composeFiles: [],
    images: {},
    rolling: [],
    rest: [],
    networks: [],
    services: [],
    profiles: [],
    proxy: undefined,
    files: {},
    shared: {},
    env: {},
};
/**
 * Takes the application off its hosts: all hosts stop it, then, committed, remove it. Data stays unless it was asked
 * for: volumes and shared/ are nowhere else.
 */
function planDestroy(inputs, facts) {
    const silent = facts.hosts.find((host) => host.facts.docker === undefined && !isPlainHost(host));
    if (silent) {
        const message = `${(0,ssh_src/* formatTarget */.P4)(silent.target)}: docker does not answer: ${silent.facts.dockerError ?? 'no reason given'}`;
        throw new src/* ActionError */.lZ(message, { code: 'E_DOCKER', hint: 'start the engine on the host' });
    }
    return {
        mode: 'destroy',
        app: inputs.what.app,
        release: 'none',
        hosts: facts.hosts.map((host, index) => destroyHost(inputs, host, index)),
        warnings: [],
    };
}
/** Plain files need no docker. */
function isPlainHost({ facts: { manifests } }) {
    return manifests.length > 0 && manifests.every(({ content }) => (0,inputs_how/* isPlain */.$i)(content.strategy));
}
function destroyHost(inputs, host, index) {
    const { target, facts } = host;
    const plain = isPlainHost(host);
    const { root, what, policy, scope } = inputs;
    const images = facts.manifests.flatMap(({ content }) => Object.values(content.images));
    const library = (0,src_library/* formatLibrary */.f)({ root, app: what.app, release: '-', previous: facts.current });
    const nothing = facts.releases.length === 0 && facts.containers.length === 0;
    const current = facts.manifests.find(({ release }) => release === facts.current);
    return {
        host: (0,ssh_src/* formatTarget */.P4)(target),
        index,
        unchanged: nothing && !scope.destroyData,
        previous: facts.current,
        before: current?.content,
        content: NOTHING,
        changes: (0,changes/* changesOf */.f)(undefined, NOTHING),
        drift: [],
        library: [{ name: 'lib.sh', content: Buffer.from(library) }],
        phases: plain ? [] : [{ name: 'start', steps: [(0,destroy/* stopAllStep */.Iy)((0,src_inputs/* inSeconds */.F)(policy.stopTimeoutMs))] }],
        after: [
            ...(plain ? [] : [(0,destroy/* removeContainersStep */.Lo)(scope.destroyData), (0,destroy/* removeImagesStep */.dW)([...new Set(images)])]),
            (0,destroy/* removeFoldersStep */.EJ)(scope.destroyData),
        ],
        kept: scope.destroyData ? [] : [`${root}/shared`, ...facts.modes.volumes.map((name) => `volume ${name}`)],
    };
}
/** What is removed and what stays, for a person. */
function formatDestroy({ app, hosts }) {
    const lines = hosts.flatMap(({ host, unchanged, phases, after, kept = [] }) => [
        `${host}${unchanged ? ': nothing of it is there' : ''}`,
        ...(unchanged ? [] : [...phases.flatMap(({ steps }) => steps), ...after].map(({ title }) => `  ${title}`)),
        ...(kept.length > 0 ? [`  keep ${kept.join(', ')} (destroy-data: true removes them)`] : []),
    ]);
    return [`destroy ${app} on ${hosts.length} host${hosts.length === 1 ? '' : 's'}`, ...lines].join('\n');
}
/** How it went. */
function reportDestroy(plan, results) {
    const { failure, hosts } = results;
    const left = hosts.flatMap(({ host, steps }) => steps
        .filter(({ rc }) => rc !== 0)
        .map(({ out }) => `${host}: ${out.trim().split('\n').at(-1)?.replace(/^! /, '')}`));
    const unchanged = plan.hosts.every((host) => host.unchanged);
    const settled = (0,src_results/* isSettled */.I)(hosts) ? 'failed-clean' : 'failed-dirty';
    const failed = results.cancelled ? 'cancelled' : settled;
    const result = failure ? failed : unchanged ? 'unchanged' : 'destroyed';
    return {
        outputs: {
            result,
            changed: String(result === 'destroyed'),
            'previous-release': plan.hosts[0]?.previous ?? '',
            'failed-state': results.failedState ?? '',
            hosts: JSON.stringify(plan.hosts.map(({ host, kept = [] }, index) => ({ host, outcome: hosts[index]?.outcome, kept }))),
        },
        summary: (0,src/* paragraphs */.qN)(`### ${failure ? '❌' : '✅'} ssh-deploy: ${(0,src/* code */.aY)(plan.app)}: ${result}`, failure ? (0,src/* codeBlock */.DV)(`${failure.code}: ${failure.message}`) : undefined, (0,src/* codeBlock */.DV)(formatDestroy(plan))),
        annotations: left.map((message) => ({ level: 'warning', message })),
        failure,
    };
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/list.js


/** The releases of every host, the newest first. */
function list(app, facts) {
    const hosts = facts.hosts.map((host) => ({
        host: (0,ssh_src/* formatTarget */.P4)(host.target),
        current: host.facts.current ?? null,
        releases: releasesOf(host),
    }));
    const rows = hosts.flatMap(({ host, releases }) => releases.map((each) => [host, ...cells(each)]));
    const empty = hosts.filter(({ releases }) => releases.length === 0).map(({ host }) => `${host}: no releases`);
    return {
        mode: 'list',
        text: [...rows.map((row) => row.join('  ').trimEnd()), ...empty].join('\n'),
        report: {
            outputs: { result: 'listed', changed: 'false', release: hosts[0]?.current ?? '', hosts: JSON.stringify(hosts) },
            summary: (0,src/* paragraphs */.qN)(`### ssh-deploy: releases of ${app}`, (0,src/* table */.tp)(['host', 'release', 'age', 'by', 'images'], rows), empty.join('\n\n')),
        },
    };
}
function releasesOf({ facts: { manifests, current, now } }) {
    return manifests
        .toSorted((a, b) => b.at - a.at)
        .map(({ release, previous, at, by, content }) => ({
        release,
        current: release === current,
        ageMs: Math.max(0, now - at) * 1_000,
        by,
        previous: previous ?? null,
        images: content.images,
    }));
}
function cells({ release, current, ageMs, by, images }) {
    const shown = Object.entries(images).map(([service, ref]) => `${service} ${ref.replace(/^.*@sha256:(.{12}).*$/, '$1')}`);
    return [`${release}${current ? ' (current)' : ''}`, formatAge(ageMs), by, shown.join(', ')];
}
function formatAge(ms) {
    const days = Math.floor(ms / 86_400_000);
    return days < 2 ? (0,src/* formatDuration */.a3)(ms) : `${days} days`;
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/plan-text.js
var plan_text = __nccwpck_require__(3488);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/report.js
var report = __nccwpck_require__(8295);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/work.js






function planWork(inputs, facts) {
    switch (inputs.what.mode) {
        case 'check':
            return check(inputs, facts);
        case 'list':
            return list(inputs.what.app, facts);
        case 'destroy':
            return planDestroy(inputs, facts);
        case 'rollback':
            (0,plan/* refuseApart */.F)(inputs, facts);
            return (0,plan/* planDeploy */.b)(inputs, facts);
        default:
            return (0,plan/* planDeploy */.b)(inputs, facts);
    }
}
function formatWork(work) {
    if (isLook(work))
        return work.text;
    return work.mode === 'destroy' ? formatDestroy(work) : (0,plan_text/* formatPlan */.n)(work);
}
/** `results` is absent where there was nothing to do but to look. */
function reportWork(work, results) {
    if (isLook(work))
        return work.report;
    if (results === undefined)
        throw new RangeError('a plan was not carried out');
    return work.mode === 'destroy' ? reportDestroy(work, results) : (0,report/* report */.z)(work, results);
}
/** Outputs of a dry run. */
function plannedOutputs(work) {
    return isLook(work) ? {} : { release: work.release, plan: JSON.stringify((0,report/* planOutput */.p)(work)) };
}
function isLook(work) {
    return work.mode === 'check' || work.mode === 'list';
}


/***/ }),

/***/ 2056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lZ: () => (/* reexport */ errors_ActionError),
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
  Wk: () => (/* reexport */ formatError),
  Xq: () => (/* reexport */ formatSize),
  qN: () => (/* reexport */ paragraphs),
  DB: () => (/* reexport */ parseSize),
  E$: () => (/* reexport */ redact),
  L5: () => (/* reexport */ retry),
  Cs: () => (/* reexport */ runAction),
  yM: () => (/* reexport */ splitWords),
  tp: () => (/* reexport */ table),
  ie: () => (/* reexport */ toActionError)
});

// UNUSED EXPORTS: CommandError, HttpError, annotate, announceSecrets, backoffMs, cutSummary, escapeMarkdown, excerpt, forgetSecrets, formatCommand, inputReader, inputSource, nearest, parseArguments, parseChoice, parseDuration, parsePairs, realExec, realFiles, realLog, realPorts, realState, secretForms, splitLines, testPattern, withoutLogin

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
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./node_modules/@suite/core/src/files.js
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
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
    return thrown instanceof errors_ActionError && thrown.details.failsPost ? thrown : new CancelledError();
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
/* harmony export */   US: () => (/* binding */ decodePart),
/* harmony export */   Wr: () => (/* binding */ credentialsIn),
/* harmony export */   yP: () => (/* binding */ maskUrl)
/* harmony export */ });
/* unused harmony exports isCredentialHeader, credentialForms */
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

/***/ 9551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ng: () => (/* reexport */ connect),
  P4: () => (/* reexport */ formatTarget),
  My: () => (/* reexport */ openClient),
  nG: () => (/* reexport */ packTar),
  sl: () => (/* reexport */ readSshInputs),
  nZ: () => (/* reexport */ shellJoin),
  ZL: () => (/* reexport */ shellQuote)
});

// UNUSED EXPORTS: KEY_PARTS, aliasOf, behindMark, certificateProblems, classifyFailure, fingerprintOf, fingerprintOfLine, formatConfig, formatEnd, formatHostKeyScript, jumpAliasOf, keysOf, lookupName, parseCertificate, parseKnownHosts, parsePrivateKey, parseTarget, parseTargets, resolvePins

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var src = __nccwpck_require__(2056);
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

;// CONCATENATED MODULE: ./node_modules/@suite/ssh/src/tar.js
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
/******/ var __webpack_exports__ = __nccwpck_require__(6440);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
