export const id = 692;
export const ids = [692,766];
export const modules = {

/***/ 7519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 8766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dial: () => (/* binding */ dial),
  x: () => (/* binding */ factsOf)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/certificate.js
const DAY_MS = 86_400_000;
/** What a finished handshake shows; `now` in milliseconds since the epoch. */
function tlsFacts(socket, now) {
    const problem = socket.authorized ? undefined : authorizationProblem(socket);
    return {
        protocol: socket.getProtocol() ?? 'unknown',
        valid: socket.authorized,
        ...(problem === undefined ? {} : { problem }),
        certificate: certificateFacts(socket.getPeerCertificate(), now),
    };
}
/** The facts of a certificate as Node gives it; undefined where the server showed none. */
function certificateFacts(peer, now) {
    if (peer?.valid_to === undefined)
        return undefined;
    const validTo = Date.parse(peer.valid_to);
    return {
        subject: nameOf(peer.subject),
        issuer: nameOf(peer.issuer),
        names: alternativeNames(peer.subjectaltname ?? ''),
        validFrom: Date.parse(peer.valid_from),
        validTo,
        daysLeft: Math.floor((validTo - now) / DAY_MS),
        fingerprint256: peer.fingerprint256,
    };
}
/** Node types `authorizationError` as an Error, but at run time it is the code's text. */
function authorizationProblem(socket) {
    const problem = socket.authorizationError;
    return problem instanceof Error ? (problem.code ?? problem.message) : String(problem);
}
function nameOf(name) {
    const one = (value) => typeof value === 'string' ? value : value?.join(', ');
    const common = one(name?.CN);
    return common === undefined ? (one(name?.O) ?? '(no name)') : `CN=${common}`;
}
function alternativeNames(text) {
    return text
        .split(', ')
        .map((entry) => entry.replace(/^(DNS|IP Address|URI|email):/, ''))
        .filter(Boolean);
}

// EXTERNAL MODULE: ./node_modules/@suite/http/src/deadline.js
var deadline = __webpack_require__(7519);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/dial-record.js
var dial_record = __webpack_require__(3023);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/lookup.js
var lookup = __webpack_require__(9477);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/dial.js






/** After this long without an answer from one address the next is tried beside it, as RFC 8305 says. */
const STAGGER_MS = 250;
const known = new WeakMap();
/** What the dial of a socket found, also where the socket was kept since; of sockets of others nothing. */
function factsOf(socket) {
    return known.get(socket) ?? {};
}
/**
 * Resolves a name, connects and does the TLS handshake, telling each phase into `record`.
 * @throws the system's error; where every address failed an AggregateError; where a certificate is not accepted an
 * Error whose code is Node's (CERT_HAS_EXPIRED …).
 */
async function dial(target, record) {
    const addresses = await (0,dial_record/* timed */.ay)(record, 'dns', () => resolveAddresses(target));
    const plain = await (0,dial_record/* timed */.ay)(record, 'connect', () => connectFirst(addresses, target, record));
    const socket = target.tls === undefined ? plain : await dial_secure(plain, target, record);
    known.set(socket, { address: record.address, tls: record.tls });
    return socket;
}
async function resolveAddresses({ host, addresses, signal }) {
    if (addresses && addresses.length > 0)
        return addresses;
    return abortable((0,lookup/* lookupAddresses */.Z)(host), signal);
}
/** Tries the addresses, each beside the ones before where they are slow; the first that connects wins. */
async function connectFirst(addresses, target, record) {
    const done = new AbortController();
    const limit = (0,deadline/* startDeadline */.d)(target.connectTimeoutMs ?? Number.POSITIVE_INFINITY, target.signal);
    const signal = AbortSignal.any([limit.signal, done.signal]);
    const tries = [];
    try {
        for (const address of addresses) {
            const one = connectOne({ address, port: target.port, signal }, record);
            tries.push(one);
            const connected = Promise.any(tries).then(isTrue, isFalse);
            const waited = (0,promises_.setTimeout)(STAGGER_MS, false, { signal }).catch(isFalse);
            if (await Promise.race([connected, one.then(isTrue, isFalse), waited]))
                break;
            if (signal.aborted)
                break;
        }
        const winner = await Promise.any(tries);
        for (const one of tries)
            one.then((other) => other === winner || other.socket.destroy()).catch(() => undefined);
        record.address = winner.address;
        if (target.signal.aborted)
            winner.socket.destroy();
        target.signal.throwIfAborted();
        return winner.socket;
    }
    catch (error) {
        target.signal.throwIfAborted();
        throw error;
    }
    finally {
        limit.clear();
        done.abort();
    }
}
const isTrue = () => true;
const isFalse = () => false;
function connectOne({ address, port, signal }, record) {
    const started = performance.now();
    const told = (error) => {
        record.attempts.push({ address, ms: performance.now() - started, ...(error === undefined ? {} : { error }) });
    };
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_.connect)({ host: address, port });
        // For good: a socket may break between two owners, and an error that nobody hears ends the process.
        socket.on('error', () => undefined);
        const fail = (error) => {
            signal.removeEventListener('abort', giveUp);
            socket.off('error', fail).destroy();
            told(error.code ?? error.message);
            reject(error);
        };
        const giveUp = () => fail(Object.assign(new Error(`no answer from ${address}`), { code: dial_record/* UNANSWERED */.JM }));
        socket.once('error', fail);
        socket.once('connect', () => {
            socket.off('error', fail);
            signal.removeEventListener('abort', giveUp);
            told();
            resolve({ socket, address });
        });
        signal.addEventListener('abort', giveUp, { once: true });
        if (signal.aborted)
            giveUp();
    });
}
async function dial_secure(plain, target, record) {
    try {
        return await (0,dial_record/* timed */.ay)(record, 'tls', async () => {
            if (target.beforeTls)
                await abortable(target.beforeTls(plain), target.signal);
            return handshake(plain, target, record);
        });
    }
    catch (error) {
        plain.destroy();
        throw error;
    }
}
/**
 * Does the handshake without letting Node end it at a bad certificate, so that the certificate's facts are known, and
 * then refuses by Node's own verdict before a byte of the request is sent.
 */
async function handshake(plain, target, record) {
    const options = target.tls ?? {};
    const tls = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 9311, 19));
    const socket = tls.connect({
        socket: plain,
        rejectUnauthorized: false,
        ...((0,external_node_net_.isIP)(target.host) ? { host: target.host } : { servername: target.host, host: target.host }),
        ...(options.ca === undefined ? {} : { ca: [...tls.getCACertificates('default'), options.ca] }),
        ...(options.clientCertificate === undefined ? {} : { cert: options.clientCertificate }),
        ...(options.clientKey === undefined ? {} : { key: options.clientKey }),
    });
    await secured(socket, target.signal);
    record.tls = tlsFacts(socket, Date.now());
    if (options.verify !== false && !socket.authorized) {
        socket.destroy();
        throw Object.assign(new Error('the certificate is not accepted'), { code: record.tls.problem });
    }
    return socket;
}
function secured(socket, signal) {
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            signal.removeEventListener('abort', giveUp);
            socket.destroy();
            reject(error);
        };
        const giveUp = () => fail(signal.reason);
        socket.once('error', fail);
        const closed = () => fail(Object.assign(new Error('closed in the handshake'), { code: 'ECONNRESET' }));
        // For good, as on the socket below.
        socket.on('error', () => undefined);
        socket.once('close', closed);
        socket.once('secureConnect', () => {
            signal.removeEventListener('abort', giveUp);
            socket.off('close', closed).off('error', fail);
            resolve();
        });
        signal.addEventListener('abort', giveUp, { once: true });
        if (signal.aborted)
            giveUp();
    });
}
/** A look-up cannot be stopped; whoever waits for it can stop waiting. */
function abortable(work, signal) {
    return new Promise((resolve, reject) => {
        const giveUp = () => reject(signal.reason);
        signal.addEventListener('abort', giveUp, { once: true });
        if (signal.aborted)
            giveUp();
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    });
}


/***/ }),

/***/ 1692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  probeOnce: () => (/* binding */ probeOnce)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/body.js


const MIB = 1024 * 1024;
const DEFAULT_MAX_BYTES = 10 * MIB;
const GROWTH = 16 * MIB;
const COLLECT_BYTES = MIB;
let collectGarbage;
/** Reads a body with a cap. Beyond it nothing is kept; nothing is even read unless a hash is wanted. */
async function bodyReader(message, request) {
    const limit = request.maxBodyBytes ?? DEFAULT_MAX_BYTES;
    const hash = request.hash ? (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 19))).createHash('sha256') : undefined;
    const kept = keeper(Math.min(limit, Number(message.headers['content-length']) || 0), limit);
    const collect = collector();
    let size = 0;
    const take = (chunk) => {
        size += chunk.length;
        hash?.update(chunk);
        kept.add(chunk);
        collect(chunk.length);
    };
    return {
        read: async () => {
            for await (const chunk of message) {
                take(chunk);
                if (size > limit && hash === undefined)
                    break;
            }
        },
        response: async () => ({
            status: message.statusCode ?? 0,
            statusText: message.statusMessage ?? '',
            httpVersion: message.httpVersion,
            headers: headersOf(message),
            ...(size === 0 ? { body: Buffer.alloc(0) } : await decompress(kept.bytes(), message, limit)),
            cut: size > kept.bytes().length,
            size,
            ...(hash === undefined ? {} : { sha256: hash.copy().digest('hex') }),
        }),
    };
}
/**
 * The first `limit` bytes in one piece of memory, as joining a list of chunks would hold them twice. Memory that is not
 * written to yet costs nothing.
 */
function keeper(expected, limit) {
    let memory = Buffer.allocUnsafeSlow(expected);
    let length = 0;
    return {
        add: (chunk) => {
            const part = chunk.subarray(0, Math.max(0, limit - length));
            const needed = length + part.length;
            if (needed > memory.length) {
                const larger = Buffer.allocUnsafeSlow(length === 0 ? needed : Math.min(limit, Math.max(2 * needed, GROWTH)));
                memory.copy(larger, 0, 0, length);
                memory = larger;
            }
            part.copy(memory, length);
            length = needed;
        },
        bytes: () => memory.subarray(0, length),
    };
}
/**
 * Frees chunks that were looked at. The engine counts what it holds itself, not the bytes behind that: of a long body a
 * hundred megabytes are dead before it looks for them.
 */
function collector() {
    let sinceLast = 0;
    return (bytes) => {
        sinceLast += bytes;
        if (sinceLast < COLLECT_BYTES)
            return;
        sinceLast = 0;
        if (collectGarbage === undefined) {
            (0,external_node_v8_.setFlagsFromString)('--expose-gc');
            collectGarbage = (0,external_node_vm_.runInNewContext)('gc');
        }
        collectGarbage?.({ type: 'minor' });
    };
}
function headersOf(message) {
    return new Map(Object.entries(message.headersDistinct).map(([name, values]) => [name, values ?? []]));
}
/** A server may compress though we ask it not to. What cannot be undone stays as it came, and is said to have. */
async function decompress(body, { headers }, maxOutputLength) {
    const encodings = `${headers['content-encoding'] ?? ''},${headers['transfer-encoding'] ?? ''}`
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter((name) => !['', 'identity', 'chunked'].includes(name));
    if (encodings.length === 0)
        return { body };
    const undo = await decoders(maxOutputLength);
    try {
        return { body: encodings.reduceRight((bytes, name) => undo(name, bytes), body) };
    }
    catch {
        return { body, undecoded: encodings.join(', ') };
    }
}
/** Undoes one encoding of at most so many bytes. @throws where it is unknown, broken or too large. */
async function decoders(maxOutputLength) {
    const zlib = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 19));
    const known = {
        gzip: zlib.gunzipSync,
        'x-gzip': zlib.gunzipSync,
        // By its name in HTTP the zlib format, but some servers send the bare stream.
        deflate: (bytes, options) => ((bytes[0] ?? 0) % 16 === 8 ? zlib.inflateSync : zlib.inflateRawSync)(bytes, options),
        br: zlib.brotliDecompressSync,
        zstd: zlib.zstdDecompressSync,
    };
    return (name, bytes) => {
        const decoder = Object.hasOwn(known, name) ? known[name] : undefined;
        if (decoder === undefined)
            throw new RangeError(`${name} is not known`);
        return decoder(bytes, { maxOutputLength });
    };
}

// EXTERNAL MODULE: ./node_modules/@suite/http/src/credentials.js
var credentials = __webpack_require__(1541);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/deadline.js
var src_deadline = __webpack_require__(7519);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/dial.js + 1 modules
var dial = __webpack_require__(8766);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/dial-agent.js


/** Node's own pool, with our dialling: it knows each phase and sees a certificate before it refuses it. */
class DialAgent extends external_node_http_.Agent {
    #identities = new Map();
    constructor(options) {
        super(options);
    }
    getName(options) {
        const target = options?.dial.target;
        const key = JSON.stringify([target?.host, target?.port, target?.tls, target?.addresses]);
        const identity = this.#identities.get(key) ?? this.#identities.size;
        this.#identities.set(key, identity);
        return `${target?.host}:${target?.port}:${identity}`;
    }
    createConnection(options, callback) {
        const { target, record } = options.dial;
        (0,dial.dial)(target, record).then((socket) => callback?.(null, socket), (error) => callback?.(error, undefined));
        return undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/@suite/http/src/dial-record.js
var dial_record = __webpack_require__(3023);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/failure.js
var failure = __webpack_require__(6089);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/port.js
var port = __webpack_require__(9044);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/resolve.js
var resolve = __webpack_require__(6695);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/exchange.js











/** Sends one request over a connection of its own or a kept one, and tells everything about it. Never throws. */
async function probeOnce(request) {
    const started = performance.now();
    const progress = { dialled: (0,dial_record/* newDialRecord */.AK)() };
    const deadline = (0,src_deadline/* startDeadline */.d)(request.timeoutMs, request.signal);
    let failed;
    try {
        await exchange(request, progress, deadline.signal);
    }
    catch (thrown) {
        failed = { thrown };
    }
    finally {
        deadline.clear();
        if (failed || !progress.message?.complete)
            progress.sent?.destroy();
    }
    const totalMs = performance.now() - started;
    const { dialled, sent, body } = progress;
    const ended = deadline.ended();
    return {
        url: (0,credentials/* maskUrl */.yP)(request.url),
        method: request.method ?? 'GET',
        phases: dialled.phases,
        totalMs,
        address: dialled.address,
        attempts: dialled.attempts,
        reused: sent?.reusedSocket ?? false,
        tls: dialled.tls,
        response: await body?.response(),
        failure: failed && (0,failure/* classifyFailure */.X)({ thrown: failed.thrown, ended, dialled, totalMs, ...placeOf(request.url) }),
    };
}
async function exchange(request, progress, signal) {
    signal.throwIfAborted();
    const agent = (await request.connections?.agent()) ?? new DialAgent({ keepAlive: false });
    const sent = (0,external_node_http_.request)({ agent, ...requestArgs(request, progress.dialled, signal) });
    progress.sent = sent;
    sent.on('error', () => undefined);
    sent.end(request.body);
    const [socket] = await (0,external_node_events_.once)(sent, 'socket', { signal });
    Object.assign(progress.dialled, (0,dial/* factsOf */.x)(socket));
    const [message] = (await (0,dial_record/* timed */.ay)(progress.dialled, 'first-byte', () => (0,external_node_events_.once)(sent, 'response', { signal })));
    progress.message = message;
    const body = await bodyReader(message, request);
    progress.body = body;
    const giveUp = () => message.destroy(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted)
        giveUp();
    try {
        await (0,dial_record/* timed */.ay)(progress.dialled, 'body', body.read);
    }
    finally {
        signal.removeEventListener('abort', giveUp);
    }
}
function requestArgs(request, record, signal) {
    const { url, connectTimeoutMs } = request;
    const addresses = (0,resolve/* addressesOf */.sO)(request);
    const place = placeOf(url);
    const tls = url.protocol === 'https:' ? (request.tls ?? {}) : undefined;
    const { username, password } = url;
    const headers = { 'user-agent': 'actions-suite', accept: '*/*', 'accept-encoding': 'identity', host: url.host };
    const own = [...(request.headers ?? [])].map(([name, value]) => [name.toLowerCase(), value]);
    return {
        ...place,
        method: request.method ?? 'GET',
        path: `${url.pathname}${url.search}`,
        headers: { ...headers, ...Object.fromEntries(own) },
        ...(username ? { auth: `${(0,credentials/* decodePart */.US)(username)}:${(0,credentials/* decodePart */.US)(password)}` } : {}),
        dial: { target: { ...place, tls, addresses, connectTimeoutMs, signal }, record },
    };
}
function placeOf(url) {
    return { host: (0,port/* hostOf */.w)(url), port: (0,port/* portOf */.H)(url) };
}


/***/ })

};
