export const id = 21;
export const ids = [21,766];
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

/***/ 1021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DialAgent: () => (/* binding */ DialAgent)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _dial_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8766);


/** Node's own pool, with our dialling: it knows each phase and sees a certificate before it refuses it. */
class DialAgent extends node_http__WEBPACK_IMPORTED_MODULE_0__.Agent {
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
        (0,_dial_js__WEBPACK_IMPORTED_MODULE_1__.dial)(target, record).then((socket) => callback?.(null, socket), (error) => callback?.(error, undefined));
        return undefined;
    }
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
    const tls = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 19));
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


/***/ })

};
