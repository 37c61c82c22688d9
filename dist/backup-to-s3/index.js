import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 818:
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

/***/ 421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 75:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 36:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ parseCompression),
/* harmony export */   g: () => (/* binding */ formatCompression)
/* harmony export */ });
const LEVELS = { zstd: 19, gzip: 9 };
/** @throws RangeError with the forms that are taken. */
function parseCompression(text) {
    if (text === 'none')
        return { kind: 'none' };
    const match = /^(zstd|gzip)(?::(\d{1,2}))?$/.exec(text);
    const kind = match?.[1];
    if (kind === undefined)
        throw new RangeError('is none of zstd:N, gzip:N, none; write for example zstd:3');
    const level = Number(match?.[2] ?? (kind === 'zstd' ? 3 : 6));
    if (level < 1 || level > LEVELS[kind])
        throw new RangeError(`has a level outside of 1 to ${LEVELS[kind]}`);
    return { kind, level };
}
function formatCompression(compression) {
    return compression.kind === 'none' ? 'none' : `${compression.kind}:${compression.level}`;
}


/***/ }),

/***/ 111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ formatPlan)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(579);

/** The plan as a person reads it, before anything is changed. */
function formatPlan(plan) {
    if (plan.mode === 'backup')
        return formatBackup(plan);
    return plan.mode === 'restore' ? formatRestore(plan) : formatList(plan);
}
function formatBackup(plan) {
    const { server, clients, estimate, prune, sweep } = plan;
    const versions = server && clients ? ` (PostgreSQL ${server.version}, client ${clients.version})` : '';
    const size = estimate === undefined ? 'size unknown' : `about ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(estimate)}`;
    const held = plan.holdUntilMs === undefined ? '' : `, held until ${new Date(plan.holdUntilMs).toISOString()}`;
    const encrypted = plan.key.endsWith('.age') ? 'age' : 'no encryption';
    return [
        `backup ${plan.id} of ${plan.place.name}${held}`,
        `  read    ${plan.source.kind} ${plan.label}${versions}, ${size}`,
        `  encode  ${plan.compression}, ${encrypted}, parts of ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(plan.partSize)}`,
        `  store   ${plan.key}, read it back, then ${plan.manifestKey}`,
        `  keep    ${prune.kept.length} of this class`,
        ...prune.remove.map(({ id }) => `  prune   ${id}`),
        ...sweep.uploads.map(({ key }) => `  sweep   abandoned upload of ${key}`),
        ...sweep.data.map((key) => `  sweep   data without a manifest ${key}`),
    ].join('\n');
}
function formatRestore({ manifest, target, replaces }) {
    const { stored, raw, source } = manifest;
    return [
        `restore ${manifest.id} of ${manifest.name} (${source.kind} ${source.label}, ${manifest.startedAt})`,
        `  read    ${stored.key}, ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(stored.bytes)} stored, ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(raw.bytes)} raw`,
        `  write   ${target.label}${replaces ? `, REPLACING what is there (${target.content.join(', ')})` : ', which is empty'}`,
        `  check   hashes${manifest.inventory ? `, rows of ${manifest.inventory.length} tables` : ''}, before anything is kept`,
    ].join('\n');
}
function formatList({ place, backups }) {
    const lines = backups.map(({ id, manifest, problem }) => manifest ? `  ${id}  ${manifest.class}  ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(manifest.stored.bytes)}` : `  ${id}  NOT USABLE: ${problem}`);
    return [`backups of ${place.name}: ${backups.length}`, ...lines].join('\n');
}


/***/ }),

/***/ 193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readStore)
/* harmony export */ });
/* unused harmony export isPrivate */
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(579);

function readStore(read) {
    const bucket = read.parsed('bucket', { required: true }, parseBucket) ?? '';
    const prefix = read.parsed('prefix', { fallback: 'backups' }, parsePrefix) ?? '';
    const given = read.url('endpoint');
    const r2 = given?.hostname.endsWith('.r2.cloudflarestorage.com') ?? false;
    const region = read.parsed('region', {}, parseRegion) ?? (r2 ? 'auto' : 'us-east-1');
    const style = read.choice('path-style', ['auto', 'true', 'false'], 'auto');
    if (given?.protocol === 'http:' && !isPrivate(given.hostname)) {
        const problem = 'is plain http to a public address: credentials and data would travel in the clear';
        read.problem('endpoint', problem, `endpoint: https://${given.host}`);
    }
    const credentials = readCredentials(read);
    const storageClass = read.parsed('storage-class', {}, parseStorageClass);
    const retries = read.integer('retries', { fallback: '6', min: 0, max: 20 }) ?? 6;
    const endpoint = given ?? new URL(`https://s3.${region}.amazonaws.com`);
    // A dot in a bucket's name breaks the certificate of its host name.
    const pathStyle = style === 'auto' ? given !== undefined || bucket.includes('.') : style === 'true';
    const optional = storageClass === undefined ? {} : { storageClass };
    return { bucket, prefix, endpoint, region, pathStyle, ...credentials, ...optional, retries };
}
/** From the inputs, else from the environment, where configure-aws-credentials leaves them; never half from each. */
function readCredentials(read) {
    const id = read.secret('access-key-id');
    const key = read.secret('secret-access-key');
    const token = read.secret('session-token');
    if (id === undefined && key === undefined && token === undefined)
        return fromEnvironment(read);
    for (const [name, value] of [
        ['access-key-id', id],
        ['secret-access-key', key],
    ]) {
        if (value === undefined)
            read.problem(name, 'is empty while the other half of the credentials is given');
    }
    const none = new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh('');
    return { accessKeyId: id ?? none, secretAccessKey: key ?? none, ...(token ? { sessionToken: token } : {}) };
}
function fromEnvironment(read) {
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: token } = read.env;
    if (!id || !key) {
        const problem = 'is missing, and so are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment';
        const fix = 'access-key-id and secret-access-key from secrets, or aws-actions/configure-aws-credentials before';
        read.problem('access-key-id', problem, fix);
    }
    const secrets = { accessKeyId: new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(id ?? ''), secretAccessKey: new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(key ?? '') };
    return token ? { ...secrets, sessionToken: new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(token) } : secrets;
}
function parseBucket(value) {
    if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value))
        return value;
    const bare = value
        .replace(/^s3:\/\//, '')
        .split('/')[0]
        ?.toLowerCase();
    throw new RangeError(`is not the name of a bucket${bare && bare !== value ? `; write ${bare}` : ''}`);
}
function parsePrefix(value) {
    const bare = value.replace(/^\/+|\/+$/g, '');
    const segments = bare.split('/');
    if (segments.every((segment) => /^[A-Za-z0-9._-]+$/.test(segment) && segment !== '.' && segment !== '..'))
        return bare;
    throw new RangeError('is not folders of letters, digits, dots, dashes and underscores; write for example backups/prod');
}
function parseRegion(value) {
    if (/^[a-z0-9-]+$/.test(value))
        return value;
    throw new RangeError('is not a region; write for example eu-central-1');
}
function parseStorageClass(value) {
    if (/^[A-Z0-9_]+$/.test(value))
        return value;
    throw new RangeError('is not a storage class; write for example STANDARD_IA');
}
/** Loopback, private and link-local addresses, and names that only a private network resolves. */
function isPrivate(hostname) {
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    if (/^(localhost|.*\.localhost|.*\.local|.*\.internal|[a-z0-9-]+)$/i.test(host) && !/^\d+$/.test(host))
        return true;
    if (/^(127|10)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(host)) {
        return /^\d+(\.\d+){3}$/.test(host);
    }
    return host === '::1' || /^f[cd][0-9a-f]{2}:/i.test(host) || /^fe80:/i.test(host);
}


/***/ }),

/***/ 998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(579);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/compression.js
var src_compression = __nccwpck_require__(36);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/recipient.js
const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/**
 * Checks an age public key, its checksum included, so that a mistyped one is found before anything is encrypted to it.
 * @throws RangeError that quotes nothing but what stands in it already.
 */
function parseRecipient(text) {
    if (/^AGE-SECRET-KEY-/i.test(text))
        throw new RangeError('holds a private key; write the public one, age1…');
    if (text.startsWith('ssh-'))
        throw new RangeError('holds an SSH key; write an age one, age1… (age-keygen makes it)');
    const match = /^(age1(?:pq1|tag1|tagpq1)?)[a-z0-9]+$/.exec(text);
    if (!match)
        throw new RangeError(`holds "${text.slice(0, 12)}…", which is no age public key; write age1…`);
    if (!hasChecksum(text))
        throw new RangeError(`holds ${text.slice(0, 12)}… with a wrong checksum: a letter is wrong`);
    return text;
}
/** The Bech32 checksum of BIP 173, over the prefix before the last `1` and the words after it. */
function hasChecksum(text) {
    const at = text.lastIndexOf('1');
    const prefix = [...text.slice(0, at)].map((letter) => letter.charCodeAt(0));
    const words = [...text.slice(at + 1)].map((letter) => ALPHABET.indexOf(letter));
    if (words.includes(-1) || words.length < 6)
        return false;
    const values = [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...words];
    return values.reduce(step, 1) === 1;
}
function step(checksum, value) {
    const top = checksum >>> 25;
    const next = ((checksum & 0x1ffffff) << 5) ^ value;
    return GENERATOR.reduce((sum, generator, bit) => ((top >> bit) & 1 ? sum ^ generator : sum), next);
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/inputs-pipeline.js



const MIB = 1024 ** 2;
function readPipeline(read, mode) {
    const compression = read.parsed('compression', { fallback: 'zstd:3' }, src_compression/* parseCompression */.G);
    const recipients = readRecipients(read);
    const encryption = read.choice('encryption', ['required', 'optional'], 'required');
    if (mode === 'backup' && encryption === 'required' && !read.text('age-recipients')) {
        const problem = 'is needed because encryption is required: without it the dump would be readable in the store';
        const fix = 'age-recipients: age1… (from age-keygen), or encryption: optional';
        read.problem('age-recipients', problem, fix);
    }
    const partSize = read.parsed('part-size', { fallback: 'auto' }, parsePartSize);
    const concurrency = read.integer('concurrency', { fallback: '3', min: 1, max: 16 }) ?? 3;
    const maxMemory = read.size('max-memory', { fallback: '128MiB' }) ?? 128 * MIB;
    const part = partSize ?? 5 * MIB;
    if (part * (concurrency + 1) > maxMemory) {
        const problem = `is too small for ${concurrency + 1} parts of ${Math.round(part / MIB)}MiB`;
        read.problem('max-memory', problem, `max-memory: ${Math.ceil((part * (concurrency + 1)) / MIB)}MiB`);
    }
    return { compression: compression ?? { kind: 'none' }, recipients, partSize, concurrency, maxMemory };
}
/** Not quoted when wrong: whoever mixes up the keys of a pair would find the private one in the log. */
function readRecipients(read) {
    const words = (0,src/* splitWords */.yM)(read.text('age-recipients') ?? '');
    return words.flatMap((word) => {
        try {
            return [parseRecipient(word)];
        }
        catch (error) {
            if (/^AGE-SECRET-KEY-/i.test(word))
                new src/* Secret */.zh(word);
            read.problem('age-recipients', error.message);
            return [];
        }
    });
}
function parsePartSize(value) {
    if (value.toLowerCase() === 'auto')
        return undefined;
    const match = /^(\d+)MiB$/i.exec(value);
    const mib = Number(match?.[1]);
    if (!match || mib < 5 || mib > 5120)
        throw new RangeError('is neither auto nor 5MiB to 5120MiB; write for example 16MiB');
    return mib * MIB;
}

// EXTERNAL MODULE: ./actions/backup-to-s3/src/layout.js
var layout = __nccwpck_require__(942);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/inputs-policy.js

const PRE_MIGRATION_DAYS = 1095;
function readPolicy(read, mode) {
    const name = read.parsed('class', { fallback: 'standard' }, parseClass) ?? 'standard';
    const asked = read.duration('hold-for');
    const holdForMs = asked ?? (name === 'pre-migration' ? PRE_MIGRATION_DAYS * 86_400_000 : undefined);
    const count = (input, fallback) => read.integer(input, { fallback, min: 0, max: 10_000 }) ?? Number(fallback);
    const keep = {
        last: count('keep-last', '3'),
        daily: count('keep-daily', '30'),
        weekly: count('keep-weekly', '0'),
        monthly: count('keep-monthly', '12'),
        yearly: count('keep-yearly', '0'),
    };
    const prune = read.boolean('prune', true);
    if (mode === 'backup' && prune && Object.values(keep).every((number) => number === 0)) {
        read.problem('keep-last', 'and every other keep-* is 0: nothing would be kept', 'keep-last: 3, or prune: false');
    }
    return {
        class: name,
        holdForMs: holdForMs || undefined,
        keep,
        prune,
        verify: read.parsed('verify', { fallback: 'auto' }, parseVerify) ?? 'auto',
        minSize: read.size('min-size', { fallback: '1KiB' }) ?? 1024,
        minTables: read.integer('min-tables', { fallback: '1', min: 0, max: 100_000 }) ?? 1,
        allowEmpty: read.boolean('allow-empty', false),
    };
}
function parseClass(value) {
    if ((0,layout/* isClass */.D4)(value))
        return value;
    throw new RangeError('is not a class: letters, digits, dots, dashes; manifests and drills are reserved');
}
function parseVerify(value) {
    if (value === 'auto' || value === 'head' || value === 'full')
        return value;
    const percent = Number(/^sample:(\d{1,3})%$/.exec(value)?.[1] ?? 0);
    if (percent >= 1 && percent <= 100)
        return { percent };
    throw new RangeError('is none of auto, head, sample:N%, full; write for example sample:5%');
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/connection.js

/** Query parameters that libpq knows, and the variable by which it takes them. */
const PARAMETERS = {
    host: 'PGHOST',
    port: 'PGPORT',
    dbname: 'PGDATABASE',
    user: 'PGUSER',
    sslmode: 'PGSSLMODE',
    sslrootcert: 'PGSSLROOTCERT',
    sslcert: 'PGSSLCERT',
    sslkey: 'PGSSLKEY',
    sslsni: 'PGSSLSNI',
    sslnegotiation: 'PGSSLNEGOTIATION',
    channel_binding: 'PGCHANNELBINDING',
    connect_timeout: 'PGCONNECT_TIMEOUT',
    options: 'PGOPTIONS',
    application_name: 'PGAPPNAME',
    target_session_attrs: 'PGTARGETSESSIONATTRS',
    gssencmode: 'PGGSSENCMODE',
};
/** Parameters that only frameworks read; they change nothing for a dump. */
const FRAMEWORK = ['schema', 'connection_limit', 'pool_timeout', 'pgbouncer', 'pool', 'statement_cache_size'];
const NO_HOST = 'no-host.invalid';
function connectionFrom(parts) {
    return {
        label: `${parts.host}:${parts.port}/${parts.database}`,
        database: parts.database,
        env: {
            PGHOST: parts.host,
            PGPORT: String(parts.port),
            PGDATABASE: parts.database,
            ...(parts.user === undefined ? {} : { PGUSER: parts.user }),
            ...(parts.password === undefined ? {} : { PGPASSWORD: parts.password }),
        },
    };
}
/**
 * Parses `postgres://user:password@host:5432/database?sslmode=require`.
 * @throws RangeError that names what is missing and no part of the address, for it is a secret.
 */
function parseConnection(secret) {
    const text = secret.reveal();
    const scheme = /^(postgres|postgresql)(\+\w+)?:\/\//.exec(text)?.[0];
    if (scheme === undefined)
        throw new RangeError('is not a postgres:// address');
    // libpq takes credentials without a host, the URL standard does not.
    const whole = text.replace(scheme, 'postgres://').replace(/^([^/]*\/\/[^/?#]*@)(?=[/?])/, `$1${NO_HOST}`);
    const url = URL.canParse(whole) ? new URL(whole) : undefined;
    if (url === undefined)
        throw new RangeError('cannot be read; are special characters of the password URL-encoded?');
    const given = parameters(url.searchParams);
    const host = given['PGHOST'] ?? unbracket(decode(url.hostname)).replace(NO_HOST, '');
    const database = given['PGDATABASE'] ?? decode(url.pathname.slice(1));
    if (host === '')
        throw new RangeError('names no host');
    if (database === '' || database.includes('/'))
        throw new RangeError('names no database');
    const user = given['PGUSER'] ?? decode(url.username);
    const port = Number(given['PGPORT'] ?? (url.port || 5432));
    const password = decode(url.password);
    const named = { host, port, database, ...(user ? { user } : {}) };
    const plain = connectionFrom({ ...named, ...(password ? { password: new src/* Secret */.zh(password) } : {}) });
    return { ...plain, env: { ...given, ...plain.env } };
}
function parameters(search) {
    const known = (key) => key in PARAMETERS || key === 'ssl' || FRAMEWORK.includes(key);
    const unknown = [...search.keys()].find((key) => !known(key));
    if (unknown !== undefined)
        throw new RangeError(`has the parameter ${unknown}, which PostgreSQL does not know`);
    // `ssl=true` is how drivers of other languages ask for what libpq calls sslmode=require.
    const tls = search.get('ssl') === 'true' ? { PGSSLMODE: 'require' } : {};
    const pairs = [...search].flatMap(([key, value]) => (PARAMETERS[key] ? [[PARAMETERS[key], value]] : []));
    return { ...tls, ...Object.fromEntries(pairs) };
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        throw new RangeError('has a % that is not part of a URL encoding; write %25 for it');
    }
}
function unbracket(host) {
    return host.replace(/^\[(.*)\]$/, '$1');
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/inputs-source.js

const sourceKinds = ['postgres', 'directory', 'command'];
/** Reads what is backed up. Every input is asked for in every mode, so that none is reported as unknown. */
function readSource(read, mode) {
    const kind = sourceKinds.find((word) => word === read.text('source')?.toLowerCase());
    const connection = readConnection(read, mode === 'backup' && kind === 'postgres');
    const path = read.text('path');
    const words = read.command('command');
    const clientMajor = read.parsed('client-version', { fallback: 'auto' }, parseMajor);
    if (mode !== 'backup')
        return undefined;
    if (kind === 'postgres' && connection)
        return { kind, connection, clientMajor };
    if (kind === 'directory') {
        if (path === undefined)
            read.problem('path', 'is needed with source: directory', 'path: /srv/uploads');
        return { kind, path: path ?? '' };
    }
    if (kind === 'command') {
        if (words.length === 0)
            read.problem('command', 'is needed with source: command', 'command: redis-cli --rdb -');
        return { kind, words };
    }
    if (read.text('source') === undefined) {
        read.problem('source', 'is needed to make a backup', `source: ${sourceKinds.join(' | ')}`);
    }
    return undefined;
}
/** One of `url`, or `host` and `database` and what belongs to them. Nothing of the URL is ever quoted: it is a secret. */
function readConnection(read, needed) {
    const url = read.secret('url');
    const host = read.text('host');
    const port = read.integer('port', { fallback: '5432', min: 1, max: 65_535 }) ?? 5432;
    const user = read.text('user');
    const password = read.secret('password');
    const database = read.text('database');
    if (!needed)
        return undefined;
    if (url !== undefined && (host ?? database ?? user) !== undefined) {
        read.problem('url', 'stands beside host, user or database: which one counts?', 'only url, or only host, user, …');
    }
    if (url !== undefined)
        return reportUrl(read, 'url', () => parseConnection(url));
    if (host === undefined || database === undefined) {
        const which = host === undefined && database === undefined ? 'url' : host === undefined ? 'host' : 'database';
        const fix = which === 'url' ? 'url: postgres://user:password@host:5432/database' : `${which}: …`;
        read.problem(which, 'is needed with source: postgres, from a secret or in parts', fix);
        return undefined;
    }
    if (database === '*') {
        read.problem('database', 'takes one name: several databases are one backup each', 'a matrix over the databases');
    }
    return connectionFrom({ host, port, database, ...(user ? { user } : {}), ...(password ? { password } : {}) });
}
/** Runs a parser of a secret address and reports what it says, which names no part of the address. */
function reportUrl(read, input, parse) {
    try {
        return parse();
    }
    catch (error) {
        read.problem(input, error.message, 'postgres://user:password@host:5432/database');
        return undefined;
    }
}
function parseMajor(value) {
    if (value.toLowerCase() === 'auto')
        return undefined;
    const major = /^\d{1,2}$/.test(value) ? Number(value) : 0;
    if (major >= 9)
        return major;
    throw new RangeError('is neither auto nor a major version; write for example 16');
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/inputs-restore.js




function readRestore(read, mode) {
    const backup = read.parsed('backup', { fallback: 'latest' }, parseBackup) ?? 'latest';
    const atMs = read.parsed('at', {}, parseMoment);
    const url = read.secret('target-url');
    const path = read.text('path');
    const confirm = read.text('confirm');
    const identities = readIdentities(read);
    if (mode !== 'restore')
        return undefined;
    if (url === undefined && path === undefined) {
        read.problem('target-url', 'is needed to restore a database, or path for a directory or file');
    }
    if (url !== undefined && path !== undefined) {
        read.problem('target-url', 'stands beside path: a database or a path, which one?');
    }
    if (backup !== 'latest' && atMs !== undefined) {
        read.problem('at', 'stands beside a named backup: which one counts?', 'backup: latest, or no at');
    }
    const target = url && reportUrl(read, 'target-url', () => parseConnection(url));
    return { backup, atMs, target, path, confirm, identities };
}
function readIdentities(read) {
    const given = read.secret('age-identity');
    if (given === undefined)
        return [];
    const lines = (0,src/* splitLines */.uz)(given.reveal()).filter((line) => !line.startsWith('#'));
    if (lines.length === 0 || !lines.every((line) => /^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+$/.test(line))) {
        read.problem('age-identity', 'is not what age-keygen writes', 'the whole file, or its line AGE-SECRET-KEY-1…');
        return [];
    }
    return lines.map((line) => new src/* Secret */.zh(line));
}
function parseBackup(value) {
    if (value === 'latest' || (0,layout/* timeOfId */.I9)(value) !== undefined)
        return value;
    throw new RangeError('is neither latest nor an id as mode: list shows it, like 20261123T021500Z-1a2b3c4d');
}
function parseMoment(value) {
    const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(moment))
        throw new RangeError('is not a moment; write for example 2026-11-23T02:15:00Z');
    return moment;
}

// EXTERNAL MODULE: ./actions/backup-to-s3/src/inputs-store.js
var inputs_store = __nccwpck_require__(193);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/inputs.js






function readInputs(read) {
    const mode = read.choice('mode', ['backup', 'list', 'restore'], 'backup');
    const name = readName(read, mode);
    const source = readSource(read, mode);
    const pipeline = readPipeline(read, mode);
    const store = (0,inputs_store/* readStore */.u)(read);
    const policy = readPolicy(read, mode);
    const restore = readRestore(read, mode);
    const timeoutMs = read.duration('timeout', { fallback: '5h30m' }) ?? 0;
    const place = { prefix: store.prefix, name };
    const env = Object.fromEntries(Object.entries(read.env).flatMap(([key, value]) => (value ? [[key, value]] : [])));
    const rest = { timeoutMs, run: readRun(env), env, ...read.common() };
    return { mode, place, source, pipeline, store, policy, restore, ...rest };
}
function readName(read, mode) {
    const given = read.text('name');
    const kind = read.parsed('source', {}, parseKind);
    if (given !== undefined && !(0,layout/* isSegment */.wk)(given)) {
        read.problem('name', `"${given}" is not letters, digits, dots, dashes and underscores`, 'name: shop-database');
    }
    if (given !== undefined)
        return given;
    const repository = read.env['GITHUB_REPOSITORY']?.split('/').at(-1) ?? '';
    if (kind !== undefined && (0,layout/* isSegment */.wk)(repository))
        return `${repository}-${kind}`;
    if (mode !== 'backup')
        read.problem('name', 'is needed, or source, to know which set is meant', 'name: shop-database');
    return 'backup';
}
function parseKind(value) {
    const found = sourceKinds.find((kind) => kind === value.toLowerCase());
    if (found === undefined)
        throw new RangeError(`is none of ${sourceKinds.join(', ')}`);
    return found;
}
function readRun(env) {
    return {
        repository: env['GITHUB_REPOSITORY'] ?? '',
        workflow: env['GITHUB_WORKFLOW'] ?? '',
        runId: env['GITHUB_RUN_ID'] ?? '',
        attempt: env['GITHUB_RUN_ATTEMPT'] ?? '',
        sha: env['GITHUB_SHA'] ?? '',
        actor: env['GITHUB_ACTOR'] ?? '',
    };
}


/***/ }),

/***/ 942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ isClass),
/* harmony export */   I9: () => (/* binding */ timeOfId),
/* harmony export */   JP: () => (/* binding */ sortListing),
/* harmony export */   M4: () => (/* binding */ makeId),
/* harmony export */   Rn: () => (/* binding */ manifestKey),
/* harmony export */   Yi: () => (/* binding */ idInKey),
/* harmony export */   gf: () => (/* binding */ dataKey),
/* harmony export */   n0: () => (/* binding */ setPrefix),
/* harmony export */   wk: () => (/* binding */ isSegment)
/* harmony export */ });
/** `20261123T021500Z-1a2b3c4d`: when the backup began, in UTC, and eight random letters. */
const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{8}$/;
const RESERVED = ['manifests', 'drills'];
function makeId(nowMs, random) {
    const stamp = new Date(nowMs)
        .toISOString()
        .replace(/[-:]/g, '')
        .replace(/\.\d{3}/, '');
    const suffix = Math.floor(random * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    return `${stamp}-${suffix}`;
}
/** Milliseconds since the epoch at which a backup began, or undefined where the text is no id. */
function timeOfId(id) {
    const match = ID.exec(id);
    if (!match)
        return undefined;
    const [, year, month, day, hour, minute, second] = match;
    const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return Number.isNaN(time) ? undefined : time;
}
function setPrefix({ prefix, name }) {
    return prefix === '' ? `${name}/` : `${prefix}/${name}/`;
}
function dataKey(place, backup) {
    return `${setPrefix(place)}${backup.class}/${backup.id}/data.${backup.extension}`;
}
function manifestKey(place, id) {
    return `${setPrefix(place)}manifests/${id}.json`;
}
/** Whether a text can be a name or a class: one segment of a key that needs no escaping anywhere. */
function isSegment(text) {
    return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text);
}
function isClass(text) {
    return isSegment(text) && !RESERVED.includes(text);
}
/** Sorts the keys of a set into manifests and data; whatever else lies there is not ours and is left alone. */
function sortListing(place, objects) {
    const manifests = [];
    const data = [];
    for (const { key, size } of objects) {
        const [folder = '', second = '', third = '', ...rest] = key.slice(setPrefix(place).length).split('/');
        const id = folder === 'manifests' ? second.replace(/\.json$/, '') : second;
        if (timeOfId(id) === undefined)
            continue;
        if (folder === 'manifests' && second === `${id}.json` && third === '')
            manifests.push(id);
        else if (isClass(folder) && third.startsWith('data.') && rest.length === 0) {
            data.push({ key, class: folder, id, size });
        }
    }
    return { manifests: manifests.sort(), data };
}
/** The id in a key of ours, of whatever kind, or undefined. */
function idInKey(place, key) {
    return sortListing(place, [{ key, size: 0 }]).data[0]?.id;
}


/***/ }),

/***/ 433:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(579);
/* harmony import */ var _format_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(111);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(998);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(302);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(718);





await (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
    name: 'backup-to-s3',
    readInputs: _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K,
    // What only good inputs reach is loaded then: a run with wrong ones should not pay for it.
    observe: async (inputs, ports) => (await Promise.all(/* import() */[__nccwpck_require__.e(207), __nccwpck_require__.e(806)]).then(__nccwpck_require__.bind(__nccwpck_require__, 806))).observe(inputs, ports),
    plan: _plan_js__WEBPACK_IMPORTED_MODULE_3__/* .plan */ .e,
    formatPlan: _format_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlan */ .n,
    execute: async (steps, ports, inputs) => (await Promise.all(/* import() */[__nccwpck_require__.e(207), __nccwpck_require__.e(386)]).then(__nccwpck_require__.bind(__nccwpck_require__, 386))).execute(steps, ports, inputs),
    report: _report_js__WEBPACK_IMPORTED_MODULE_4__/* .report */ .z,
    planned: _report_js__WEBPACK_IMPORTED_MODULE_4__/* .planned */ .l,
    cleanUp: async (ports, read) => (await __nccwpck_require__.e(/* import() */ 313).then(__nccwpck_require__.bind(__nccwpck_require__, 313))).cleanUp(ports, read),
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ formatManifest),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   PU: () => (/* binding */ startedOf),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   tX: () => (/* binding */ differences),
/* harmony export */   tz: () => (/* binding */ compressionKind)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(579);

function formatManifest(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/** @throws ActionError E_MANIFEST where the text is not a manifest of this id that we understand. */
function parseManifest(text, id) {
    const found = parseJson(text);
    const problem = problemOf(found, id);
    if (problem === undefined)
        return found;
    const hint = 'restore by hand from an intact copy, or name another backup';
    throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`the manifest of ${id} ${problem}`, { code: 'E_MANIFEST', hint });
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function problemOf(found, id) {
    if (found === undefined || found === null || typeof found !== 'object')
        return 'is no JSON';
    if (found.schema !== 1)
        return `has the schema ${found.schema}, which this version does not read`;
    if (found.id !== id)
        return `names another backup, ${found.id}`;
    const { stored, raw, pipeline } = found;
    if (Number.isNaN(Date.parse(found.startedAt ?? '')))
        return 'does not say when it began';
    if (!stored || !raw || !pipeline || !found.retention || !found.source || !Array.isArray(stored.parts))
        return 'is incomplete';
    const total = stored.parts.reduce((sum, part) => sum + part.bytes, 0);
    return total === stored.bytes ? undefined : `adds up to ${total} bytes instead of ${stored.bytes}`;
}
/** Milliseconds since the epoch. */
function startedOf(manifest) {
    return Date.parse(manifest.startedAt);
}
function compressionKind(manifest) {
    const kind = manifest.pipeline.compression.split(':')[0];
    return kind === 'zstd' || kind === 'gzip' ? kind : 'none';
}
function rowsOf(inventory) {
    return inventory.reduce((sum, { rows }) => sum + rows, 0);
}
/** Tables whose rows differ between what was dumped and what is there now, each as a line. */
function differences(expected, found) {
    const there = new Map(found.map(({ table, rows }) => [table, rows]));
    const wanted = new Set(expected.map(({ table }) => table));
    const missing = expected.flatMap(({ table, rows }) => {
        const now = there.get(table);
        if (now === rows)
            return [];
        return [now === undefined ? `${table} is missing` : `${table} has ${now} rows instead of ${rows}`];
    });
    return [...missing, ...found.filter(({ table }) => !wanted.has(table)).map(({ table }) => `${table} is too many`)];
}


/***/ }),

/***/ 302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(579);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/compression.js
var src_compression = __nccwpck_require__(36);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/layout.js
var layout = __nccwpck_require__(942);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/manifest.js
var src_manifest = __nccwpck_require__(589);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/part-size.js

const MIB = 1024 ** 2;
const MAX_PARTS = 10_000;
/** Ceiling of what an estimate is trusted with: a dump may be larger than the database says. */
const PLANNED_PARTS = 9_000;
/** Of unknown length, 16 MiB reach 156 GiB; where the length is known, smaller parts need less memory. */
const UNKNOWN_PART = 16 * MIB;
const KNOWN_PART = 8 * MIB;
const SMALLEST_PART = 5 * MIB;
/**
 * The size of every part but the last, in bytes: equal parts, since some stores refuse others only at the very end.
 * @throws ActionError E_TOO_LARGE where 10,000 parts that memory allows cannot hold the estimate.
 */
function choosePartSize({ asked, estimate, concurrency, maxMemory }) {
    const allowed = Math.floor(maxMemory / (concurrency + 1) / MIB) * MIB;
    const needed = Math.ceil((estimate ?? 0) / PLANNED_PARTS / MIB) * MIB;
    const usual = estimate === undefined ? UNKNOWN_PART : KNOWN_PART;
    const chosen = asked ?? Math.max(SMALLEST_PART, Math.min(Math.max(usual, needed), allowed));
    if (estimate !== undefined && chosen * MAX_PARTS < estimate) {
        const memory = Math.ceil((needed * (concurrency + 1)) / MIB);
        const message = `${(0,src/* formatSize */.Xq)(estimate)} do not fit into ${MAX_PARTS} parts of ${(0,src/* formatSize */.Xq)(chosen)}`;
        const hint = `write part-size: ${needed / MIB}MiB and max-memory: ${memory}MiB, or a lower concurrency`;
        throw new src/* ActionError */.lZ(message, { code: 'E_TOO_LARGE', hint });
    }
    return chosen;
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/retention.js
const PERIODS = [
    ['daily', (time) => time.toISOString().slice(0, 10)],
    ['weekly', (time) => weekOf(time)],
    ['monthly', (time) => time.toISOString().slice(0, 7)],
    ['yearly', (time) => time.toISOString().slice(0, 4)],
];
/**
 * Decides for the backups of one set and class, newest first by the time they began. The newest of each period counts
 * for it, as in restic; the newest of all always stays, and so does whatever is held at `nowMs`.
 */
function decideRetention(backups, policy, nowMs) {
    const newestFirst = [...backups].sort((a, b) => b.startedMs - a.startedMs || (a.id < b.id ? 1 : -1));
    const reasons = newestFirst.map((backup, index) => [
        ...(index === 0 ? ['newest'] : []),
        ...(index < policy.last ? [`last ${index + 1}`] : []),
        ...((backup.holdUntilMs ?? 0) > nowMs ? ['hold'] : []),
    ]);
    for (const [kind, period] of PERIODS) {
        const seen = new Set();
        newestFirst.forEach((backup, index) => {
            const label = period(new Date(backup.startedMs));
            if (seen.size >= policy[kind] || seen.has(label))
                return;
            seen.add(label);
            reasons[index]?.push(`${kind} ${label}`);
        });
    }
    return newestFirst.map((backup, index) => ({ backup, reasons: reasons[index] ?? [] }));
}
/** The Monday that begins the week of a moment, as a date. */
function weekOf(time) {
    const sinceMonday = (time.getUTCDay() + 6) % 7;
    return new Date(time.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/prune.js



/**
 * What goes once the new backup is verified: only readable backups of the same name and class. What cannot be read is
 * neither counted nor removed, since nobody knows whether it is held.
 */
function decidePrune(set, fresh, { place, policy, nowMs }) {
    const members = set.backups.flatMap((backup) => memberOf(backup, policy));
    const decisions = decideRetention([fresh, ...members], policy.keep, nowMs);
    // Not even where the clock of another runner ran ahead does a run remove what it has just made.
    const goes = decisions.filter(({ backup, reasons }) => policy.prune && reasons.length === 0 && backup.id !== fresh.id);
    const remove = goes.map(({ backup: { id, dataKey = '' } }) => ({ id, manifestKey: (0,layout/* manifestKey */.Rn)(place, id), dataKey }));
    return { remove, kept: decisions.filter((decision) => !goes.includes(decision)) };
}
function memberOf({ id, manifest }, policy) {
    if (manifest === undefined || manifest.class !== policy.class)
        return [];
    const { holdUntil } = manifest.retention;
    const until = holdUntil === null ? undefined : Date.parse(holdUntil);
    // A hold that cannot be read holds for ever rather than not at all.
    const holdUntilMs = Number.isNaN(until) ? Number.POSITIVE_INFINITY : until;
    return [{ id, startedMs: (0,src_manifest/* startedOf */.PU)(manifest), holdUntilMs, dataKey: manifest.stored.key }];
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/sweep.js

/** Longer than any job runs: what is half-done after this time belongs to nobody. */
const ABANDONED_MS = 48 * 3_600_000;
function decideSweep(set, place, nowMs) {
    const abandoned = (id) => {
        const began = id === undefined ? undefined : (0,layout/* timeOfId */.I9)(id);
        return began !== undefined && nowMs - began > ABANDONED_MS;
    };
    const listed = new Set(set.listing.manifests);
    return {
        uploads: set.uploads.filter(({ key }) => abandoned((0,layout/* idInKey */.Yi)(place, key))),
        data: set.listing.data.filter(({ id }) => !listed.has(id) && abandoned(id)).map(({ key }) => key),
    };
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/plan.js







const EXTENSIONS = { postgres: 'sql', directory: 'tar', command: 'bin' };
const SUFFIXES = { none: '', zstd: '.zst', gzip: '.gz' };
function plan(inputs, facts) {
    if (inputs.source)
        return planBackup(inputs, inputs.source, facts);
    if (inputs.restore)
        return planRestore(inputs, facts);
    return { mode: 'list', place: inputs.place, nowMs: facts.nowMs, backups: facts.set.backups };
}
function planBackup(inputs, source, facts) {
    const { place, pipeline, policy } = inputs;
    const { compression, recipients, partSize: asked, concurrency, maxMemory } = pipeline;
    const estimate = facts.source?.estimate;
    const id = facts.newId;
    const extension = `${EXTENSIONS[source.kind]}${SUFFIXES[compression.kind]}${recipients.length > 0 ? '.age' : ''}`;
    const holdUntilMs = policy.holdForMs === undefined ? undefined : facts.nowMs + policy.holdForMs;
    return {
        mode: 'backup',
        place,
        id,
        startedMs: facts.nowMs,
        source,
        label: labelOf(source),
        estimate,
        server: facts.source?.server,
        clients: facts.source?.clients,
        key: (0,layout/* dataKey */.gf)(place, { class: policy.class, id, extension }),
        manifestKey: (0,layout/* manifestKey */.Rn)(place, id),
        compression: (0,src_compression/* formatCompression */.g)(compression),
        partSize: choosePartSize({ asked, estimate, concurrency, maxMemory }),
        holdUntilMs,
        prune: decidePrune(facts.set, { id, startedMs: facts.nowMs, holdUntilMs }, { place, policy, nowMs: facts.nowMs }),
        sweep: decideSweep(facts.set, place, facts.nowMs),
    };
}
function labelOf(source) {
    if (source.kind === 'postgres')
        return source.connection.label;
    return source.kind === 'directory' ? source.path : (source.words[0] ?? '');
}
function planRestore(inputs, facts) {
    const { restore, place } = inputs;
    const { target } = facts;
    if (restore === undefined || target === undefined)
        throw new TypeError('a restore needs a target');
    const manifest = chooseBackup(facts.set.backups, restore, place);
    const database = manifest.source.kind === 'postgres';
    if (database !== (restore.target !== undefined)) {
        const hint = database ? 'write target-url: postgres://…' : 'write path: and no target-url';
        const message = `${manifest.id} is a backup of a ${manifest.source.kind}, and cannot be restored to ${target.label}`;
        throw new src/* ActionError */.lZ(message, { code: 'E_TARGET', hint });
    }
    if (manifest.pipeline.encryption === 'age' && restore.identities.length === 0) {
        const hint = `age-identity: the private key of ${manifest.pipeline.recipients[0]}`;
        throw new src/* ActionError */.lZ(`${manifest.id} is encrypted and no identity was given`, { code: 'E_IDENTITY', hint });
    }
    const replaces = target.content.length > 0;
    if (replaces && restore.confirm !== target.confirmName)
        throw notEmpty(target, restore.confirm);
    return { mode: 'restore', place, manifest, target, replaces };
}
function notEmpty(target, confirm) {
    const there = target.content.slice(0, 5).join(', ');
    const wrong = confirm === undefined ? '' : `, and confirm is "${confirm}"`;
    const message = `${target.label} is not empty (${there}${target.content.length > 5 ? ', …' : ''})${wrong}; nothing was changed`;
    const hint = `restore into an empty place, or write confirm: ${target.confirmName} to replace what is there`;
    return new src/* ActionError */.lZ(message, { code: 'E_TARGET_NOT_EMPTY', hint });
}
function chooseBackup(backups, { backup, atMs }, { name }) {
    const hint = 'mode: list shows what there is';
    const newestFirst = [...backups].reverse();
    if (backup !== 'latest') {
        const named = newestFirst.find(({ id }) => id === backup);
        if (named?.manifest)
            return named.manifest;
        throw new src/* ActionError */.lZ(named?.problem ?? `${name} has no backup ${backup}`, {
            code: named ? 'E_MANIFEST' : 'E_NO_BACKUP',
            hint,
        });
    }
    const early = newestFirst.filter(({ manifest }) => atMs === undefined || (manifest !== undefined && (0,src_manifest/* startedOf */.PU)(manifest) <= atMs));
    const found = early.find(({ manifest }) => manifest !== undefined)?.manifest;
    if (found)
        return found;
    const when = atMs === undefined ? '' : ` from ${new Date(atMs).toISOString()} or before`;
    throw new src/* ActionError */.lZ(`${name} has no backup${when}`, { code: 'E_NO_BACKUP', hint });
}


/***/ }),

/***/ 718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ planned),
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./actions/backup-to-s3/src/manifest.js
var src_manifest = __nccwpck_require__(589);
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var src = __nccwpck_require__(579);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/summary.js


const LISTED_ROWS = 50;
function summarizeBackup({ plan, backup, tidied }) {
    const { manifest, transferMs } = backup;
    const { raw, stored, inventory, verification, pipeline, retention } = manifest;
    const counted = inventory ? `${inventory.length} tables, ${(0,src_manifest/* rowsOf */.RO)(inventory)} rows` : '—';
    const rate = (0,src/* formatSize */.Xq)(Math.round((raw.bytes / Math.max(transferMs, 1)) * 1_000));
    const rows = [
        ['read', `${(0,src/* formatSize */.Xq)(raw.bytes)} in ${(0,src/* formatDuration */.a3)(transferMs)}, ${rate}/s`],
        ['stored', `${(0,src/* formatSize */.Xq)(stored.bytes)} as ${(0,src/* code */.aY)(stored.key)}`],
        ['content', counted],
        ['encoded', `${pipeline.compression}, ${encryption(manifest)}`],
        ['read back', readBackWords(verification.level, verification.bytesRead)],
        ['held until', retention.holdUntil ?? 'no hold'],
        ['kept', `${plan.prune.kept.length} of class ${manifest.class}`],
        ['pruned', tidied.pruned.length === 0 ? 'none' : tidied.pruned.map(src/* code */.aY).join(', ')],
        ...(tidied.swept.length > 0 ? [['swept', tidied.swept.map(src/* code */.aY).join(', ')]] : []),
    ];
    const reasons = plan.prune.kept.map(({ backup: { id }, reasons: why }) => [(0,src/* code */.aY)(id), why.join(', ')]);
    return (0,src/* paragraphs */.qN)(`### ✅ backup-to-s3: stored ${(0,src/* code */.aY)(manifest.id)}`, `${(0,src/* escapeMarkdown */.FV)(manifest.name)}: ${manifest.source.kind} ${(0,src/* escapeMarkdown */.FV)(manifest.source.label)}`, (0,src/* table */.tp)(['', ''], rows), tidied.failures.length > 0
        ? `Not removed, the next run tries again: ${(0,src/* escapeMarkdown */.FV)(tidied.failures.join('; '))}`
        : '', (0,src/* details */.zH)('What is kept, and why', (0,src/* table */.tp)(['backup', 'reasons'], reasons)), (0,src/* details */.zH)('How to restore it without this action', (0,src/* codeBlock */.DV)(manifest.recipe.join('\n'), 'sh')));
}
function summarizeRestore({ plan, restored }) {
    const { manifest, target, replaces } = plan;
    const content = restored.tables === undefined
        ? 'sha256 of every byte'
        : `${restored.tables} tables, ${restored.rows} rows, all equal`;
    const rows = [
        ['backup', `${(0,src/* code */.aY)(manifest.id)} of ${manifest.startedAt}`],
        ['into', `${(0,src/* escapeMarkdown */.FV)(target.label)}${replaces ? ', replacing what was there' : ''}`],
        ['checked', content],
        ['bytes', `${(0,src/* formatSize */.Xq)(manifest.stored.bytes)} stored, ${(0,src/* formatSize */.Xq)(restored.rawBytes)} raw`],
        ['took', (0,src/* formatDuration */.a3)(restored.ms)],
    ];
    return (0,src/* paragraphs */.qN)(`### ✅ backup-to-s3: restored ${(0,src/* code */.aY)(manifest.id)}`, (0,src/* table */.tp)(['', ''], rows));
}
function summarizeList({ plan }) {
    const newestFirst = [...plan.backups].reverse();
    const rows = newestFirst
        .slice(0, LISTED_ROWS)
        .map(({ id, manifest, problem }) => manifest
        ? [
            (0,src/* code */.aY)(id),
            manifest.class,
            (0,src/* formatSize */.Xq)(manifest.stored.bytes),
            contentOf(manifest),
            manifest.verification.level,
            manifest.retention.holdUntil?.slice(0, 10) ?? '',
        ]
        : [(0,src/* code */.aY)(id), '', '', `not usable: ${(0,src/* escapeMarkdown */.FV)(problem ?? '')}`, '', '']);
    const usable = plan.backups.filter(({ manifest }) => manifest).length;
    const verdict = usable === 0 ? '❌' : '✅';
    return (0,src/* paragraphs */.qN)(`### ${verdict} backup-to-s3: ${usable} backups of ${(0,src/* escapeMarkdown */.FV)(plan.place.name)}`, (0,src/* table */.tp)(['backup', 'class', 'stored', 'content', 'read back', 'held until'], rows), newestFirst.length > LISTED_ROWS
        ? `_The newest ${LISTED_ROWS}; the output report has all ${newestFirst.length}._`
        : '');
}
function contentOf({ inventory, raw }) {
    return inventory ? `${inventory.length} tables, ${(0,src_manifest/* rowsOf */.RO)(inventory)} rows` : `${(0,src/* formatSize */.Xq)(raw.bytes)} raw`;
}
function encryption({ pipeline }) {
    if (pipeline.encryption === 'none')
        return '**not encrypted**';
    return `age to ${pipeline.recipients.map((recipient) => (0,src/* code */.aY)(`${recipient.slice(0, 12)}…`)).join(', ')}`;
}
function readBackWords(level, bytes) {
    if (level === 'head')
        return 'size only: no stored byte was read';
    const what = level === 'full' ? 'every stored byte' : `a sample of ${(0,src/* formatSize */.Xq)(bytes)}`;
    return `${what}, equal to what was sent (hashes of the stored bytes)`;
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/report.js


function report(_plan, results) {
    if (results.mode === 'backup')
        return reportBackup(results);
    if (results.mode === 'restore')
        return reportRestore(results);
    return reportList(results);
}
/** What a dry run can say already. */
function planned(plan) {
    if (plan.mode === 'backup') {
        return { 'backup-id': plan.id, key: plan.key, 'manifest-key': plan.manifestKey, ...counts(plan.prune) };
    }
    return plan.mode === 'restore' ? { 'backup-id': plan.manifest.id, key: plan.manifest.stored.key } : {};
}
function counts({ remove, kept }) {
    return { 'pruned-count': String(remove.length), 'kept-count': String(kept.length) };
}
function reportBackup(results) {
    const { plan, backup, tidied } = results;
    const { manifest, transferMs } = backup;
    const { raw, stored, inventory, verification } = manifest;
    const annotations = tidied.failures.map((failure) => ({
        level: 'warning',
        message: `W_PRUNE: not removed, the next run tries again: ${failure}`,
    }));
    const outputs = {
        result: 'stored',
        'backup-id': manifest.id,
        key: stored.key,
        'manifest-key': plan.manifestKey,
        sha256: stored.sha256,
        'bytes-raw': String(raw.bytes),
        'bytes-stored': String(stored.bytes),
        ratio: (raw.bytes / Math.max(stored.bytes, 1)).toFixed(2),
        throughput: (raw.bytes / 1_000 / Math.max(transferMs, 1)).toFixed(1),
        verified: verification.level,
        ...(inventory ? { tables: String(inventory.length), rows: String((0,src_manifest/* rowsOf */.RO)(inventory)) } : {}),
        'pruned-count': String(tidied.pruned.length),
        'kept-count': String(plan.prune.kept.length),
        report: JSON.stringify({ manifest, ...tidied }),
    };
    return { outputs, annotations, summary: summarizeBackup(results) };
}
function reportRestore(results) {
    const { plan, restored } = results;
    const { id, stored } = plan.manifest;
    const counted = restored.tables === undefined ? {} : { tables: String(restored.tables), rows: String(restored.rows) };
    const outputs = {
        result: 'restored',
        'backup-id': id,
        key: stored.key,
        sha256: stored.sha256,
        'bytes-raw': String(restored.rawBytes),
        'bytes-stored': String(stored.bytes),
        'rto-seconds': (restored.ms / 1_000).toFixed(1),
        ...counted,
        report: JSON.stringify({ id, target: plan.target.label, replaced: plan.replaces, ...restored }),
    };
    return { outputs, summary: summarizeRestore(results) };
}
function reportList(results) {
    const { backups, nowMs } = results.plan;
    const usable = backups.flatMap(({ manifest }) => (manifest ? [manifest] : []));
    const newest = usable.at(-1);
    const age = newest ? Math.round((nowMs - (0,src_manifest/* startedOf */.PU)(newest)) / 1_000) : undefined;
    const annotations = backups.flatMap(({ id, problem }) => problem ? [{ level: 'warning', message: `W_BACKUP_UNUSABLE: ${id}: ${problem}` }] : []);
    const rows = backups.map(({ id, manifest, problem }) => (manifest ? listed(manifest) : { id, problem }));
    const outputs = {
        result: 'listed',
        'kept-count': String(usable.length),
        ...(newest ? { 'backup-id': newest.id, key: newest.stored.key, 'age-seconds': String(age) } : {}),
        report: JSON.stringify(rows),
    };
    return { outputs, annotations, summary: summarizeList(results) };
}
function listed(manifest) {
    const { id, startedAt, source, stored, raw, inventory, verification, retention } = manifest;
    return {
        id,
        class: manifest.class,
        startedAt,
        source: source.kind,
        bytesStored: stored.bytes,
        bytesRaw: raw.bytes,
        tables: inventory?.length ?? null,
        verified: verification.level,
        holdUntil: retention.holdUntil,
    };
}


/***/ }),

/***/ 579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lZ: () => (/* reexport */ errors_ActionError),
  j$: () => (/* reexport */ HttpError),
  zh: () => (/* reexport */ Secret),
  MU: () => (/* reexport */ TimeoutError),
  aY: () => (/* reexport */ code),
  DV: () => (/* reexport */ codeBlock),
  zH: () => (/* reexport */ details),
  FV: () => (/* reexport */ escapeMarkdown),
  fE: () => (/* reexport */ formatCommand),
  a3: () => (/* reexport */ formatDuration),
  Xq: () => (/* reexport */ formatSize),
  qN: () => (/* reexport */ paragraphs),
  E$: () => (/* reexport */ redact),
  L5: () => (/* reexport */ retry),
  Cs: () => (/* reexport */ runAction),
  uz: () => (/* reexport */ splitLines),
  yM: () => (/* reexport */ splitWords),
  tp: () => (/* reexport */ table),
  ie: () => (/* reexport */ toActionError)
});

// UNUSED EXPORTS: CancelledError, CommandError, GateError, InputError, annotate, announceSecrets, backoffMs, cutSummary, didYouMean, excerpt, forgetSecrets, formatError, inputReader, inputSource, nearest, parseArguments, parseChoice, parseDuration, parsePairs, parseSize, realExec, realFiles, realLog, realPorts, realState, secretForms, testPattern, withoutLogin

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
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./node_modules/@suite/core/src/files.js
// `fs.promises` is loaded when it is first read, which a run with bad inputs never does.



let writes = 0;
/** The real file system. `temporary` is RUNNER_TEMP where the runner gives one. */
function realFiles(temporary = (0,external_node_os_namespaceObject.tmpdir)()) {
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
var mod = __nccwpck_require__(818);
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
var external_node_events_ = __nccwpck_require__(474);
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
    const { spawn } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 421, 19));
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
/******/ var __webpack_exports__ = __nccwpck_require__(433);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
