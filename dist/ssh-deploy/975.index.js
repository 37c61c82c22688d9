export const id = 975;
export const ids = [975];
export const modules = {

/***/ 3023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 6089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ classifyFailure)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2056);
/* harmony import */ var _dial_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3023);


const CERTIFICATE_REQUIRED = 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED';
const KINDS = {
    ENOTFOUND: 'dns',
    EAI_AGAIN: 'dns',
    EAI_FAIL: 'dns',
    EAI_NODATA: 'dns',
    ECONNREFUSED: 'connect-refused',
    ETIMEDOUT: 'connect-timeout',
    [_dial_record_js__WEBPACK_IMPORTED_MODULE_1__/* .UNANSWERED */ .JM]: 'connect-timeout',
    EHOSTUNREACH: 'unreachable',
    EHOSTDOWN: 'unreachable',
    ENETUNREACH: 'unreachable',
    ENETDOWN: 'unreachable',
    EADDRNOTAVAIL: 'unreachable',
    EAFNOSUPPORT: 'unreachable',
    EACCES: 'unreachable',
    EPERM: 'unreachable',
    EINVAL: 'unreachable',
    ECONNRESET: 'reset',
    ECONNABORTED: 'reset',
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
    [CERTIFICATE_REQUIRED]: 'tls-client-certificate',
    ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'tls-client-certificate',
    ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: 'tls-client-certificate',
    ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: 'tls-client-certificate',
    ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: 'tls-client-certificate',
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
    if (code === 'ETIMEDOUT' && phase !== 'connect' && phase !== 'dns')
        return 'timeout';
    const known = KINDS[code];
    if (known)
        return known;
    if (code.startsWith('HPE_'))
        return 'protocol';
    if (/^ERR_(SSL|TLS|OSSL)|CERT|CRL|ISSUER/.test(code) || phase === 'tls')
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
    return `${placeOf(breakage)} timed out in ${DOING[dialled.phase]} after ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(totalMs)}${before}${tried(breakage)}`;
}
function explain(kind, error, breakage) {
    const { host, port, dialled } = breakage;
    const place = placeOf(breakage);
    const all = tried(breakage);
    if (kind === 'timeout')
        return timeoutMessage(breakage);
    if (kind.startsWith('tls'))
        return explainTls(kind, error, breakage);
    const sentences = {
        dns: explainDns(host, error.code),
        'connect-refused': `${place} refuses the connection: nothing listens on port ${port}${all}`,
        'connect-timeout': `${place} does not answer: no connection within ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(breakage.totalMs)}${all}`,
        unreachable: `${place} cannot be reached from here: ${error.code}${all}`,
        reset: `${place} reset the connection in ${DOING[dialled.phase]}`,
        closed: `${place} closed the connection without an answer`,
        protocol: `${place} answers with something that is not HTTP/1: ${error.message}`,
        'body-cut': `${place} closed the connection before the body was complete`,
    };
    return sentences[kind] ?? `${place}: ${error.message}`;
}
function explainDns(host, code) {
    const silent = code === 'EAI_AGAIN' ? ', which means that no name server answers' : '';
    return `the name ${host} has no address: DNS says ${code}${silent}`;
}
/** What every address did, where there was more than one. */
function tried({ dialled: { attempts } }) {
    const each = attempts.map(({ address, error }) => `${address} ${error === _dial_record_js__WEBPACK_IMPORTED_MODULE_1__/* .UNANSWERED */ .JM ? 'no answer' : (error ?? 'connected')}`);
    return attempts.length > 1 ? ` (tried ${each.join(', ')})` : '';
}
function explainTls(kind, error, breakage) {
    const { host, dialled } = breakage;
    const certificate = dialled.tls?.certificate;
    const who = certificate ? ` (${certificate.subject}, issuer ${certificate.issuer})` : '';
    const by = `${who}, served by ${dialled.address ?? host}`;
    const names = certificate ? ` but for ${certificate.names.join(', ') || 'no name'}` : '';
    const sentences = {
        'tls-expired': `${expired(certificate)}${by}`,
        'tls-not-yet-valid': `${notYetValid(certificate)}${by}`,
        'tls-wrong-host': `the certificate is not for ${host}${names}, served by ${dialled.address ?? host}`,
        'tls-unknown-ca': `the certificate comes from an authority that is not trusted here${by}`,
        'tls-self-signed': `the certificate is signed by itself${by}`,
        'tls-plain-http': `${placeOf(breakage)} is open but does not speak TLS, plain HTTP perhaps`,
        'tls-client-certificate': `${placeOf(breakage)} ${wantsCertificate(error)}`,
    };
    return sentences[kind] ?? otherTls(error, breakage, by);
}
function wantsCertificate(error) {
    if (error.code === CERTIFICATE_REQUIRED)
        return 'asks for a client certificate';
    return `does not accept the client certificate: ${withCode(error)}`;
}
/** What has no kind of its own keeps its code, which is what people search for. */
function otherTls(error, breakage, by) {
    const { code = '' } = error;
    if (code.startsWith('ERR_OSSL'))
        return `the given certificates or key cannot be used: ${withCode(error)}`;
    const system = /^(ERR_.*|E[A-Z0-9]+|)$/.test(code);
    if (!system)
        return `the certificate is not accepted: ${code}${by}`;
    return `${placeOf(breakage)} and we found no common TLS: ${withCode(error)}`;
}
function withCode({ code, reason, message }) {
    return code === undefined ? message : `${reason ?? message} (${code})`;
}
function expired(certificate) {
    if (certificate === undefined)
        return 'the certificate has expired';
    if (certificate.daysLeft >= 0)
        return 'a certificate of the chain has expired, not that of the server';
    const days = -certificate.daysLeft - 1;
    const ago = days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
    return `the certificate expired ${ago} ago`;
}
function notYetValid(certificate) {
    if (certificate === undefined)
        return 'the certificate is not valid yet';
    if (certificate.validFrom <= Date.now())
        return 'a certificate of the chain is not valid yet, not that of the server';
    return `the certificate is not valid yet, from ${new Date(certificate.validFrom).toISOString().slice(0, 10)} on`;
}
function placeOf({ host, port, dialled: { address } }) {
    return address === undefined || address === host ? `${host}:${port}` : `${host}:${port} (${address})`;
}


/***/ }),

/***/ 3975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dy: () => (/* reexport */ probe_probe)
});

// UNUSED EXPORTS: UNANSWERED, addressesFor, addressesOf, classifyFailure, credentialForms, credentialsIn, curlLine, decodePart, hostOf, isCredentialHeader, lookupAddresses, maskUrl, newDialRecord, openConnections, parseAddresses, parseJsonPath, parseResolve, parseVersionSource, portOf, probeConnection, probeFollowing, readJsonPath, readVersion, redirectTarget, sameVersion, staysOpen, timed, tlsFacts

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/addresses.js

/** Parses `addresses`: `auto`, `each`, or IP addresses by comma, space or line. @throws RangeError with the corrected form. */
function parseAddresses(text) {
    const words = text.split(/[\s,]+/).filter(Boolean);
    const [first] = words;
    if (words.length === 1 && (first === 'auto' || first === 'each'))
        return { kind: first };
    const list = words.map((word) => word.replace(/^\[(.*)\]$/, '$1'));
    const wrong = list.find((word) => isIP(word) === 0);
    if (wrong !== undefined)
        throw new RangeError(`has ${wrong}, which is neither auto, each nor an IP address`);
    return { kind: 'list', list };
}

// EXTERNAL MODULE: ./node_modules/@suite/http/src/failure.js
var failure = __webpack_require__(6089);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/connection-probe.js



/**
 * Connects, does TLS where the target has it, and some work on the socket, all within one deadline; then closes. Never
 * throws for what the network does or the work throws. The work may call a phase its own by `record.phase`.
 */
async function probeConnection(request, work) {
    const started = performance.now();
    const dialled = newDialRecord();
    const deadline = startDeadline(request.timeoutMs, request.signal);
    const { signal } = deadline;
    let socket;
    let outcome;
    try {
        signal.throwIfAborted();
        const { dial } = await __webpack_require__.e(/* import() */ 766).then(__webpack_require__.bind(__webpack_require__, 8766));
        socket = await dial({ ...request, signal }, dialled);
        dialled.phase = 'first-byte';
        outcome = { value: await whileOpen(socket, signal, work(socket, dialled)) };
    }
    catch (thrown) {
        outcome = { thrown };
    }
    deadline.clear();
    socket?.destroy();
    const totalMs = performance.now() - started;
    const ended = deadline.ended();
    const { host, port } = request;
    return {
        phases: dialled.phases,
        totalMs,
        address: dialled.address,
        attempts: dialled.attempts,
        tls: dialled.tls,
        value: 'value' in outcome ? outcome.value : undefined,
        failure: 'thrown' in outcome
            ? classifyFailure({ thrown: outcome.thrown, ended, dialled, host, port, totalMs })
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
        if (signal.aborted)
            reject(signal.reason);
        work.then(resolve, reject);
    });
}

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var src = __webpack_require__(2056);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/resolve.js
var resolve = __webpack_require__(6695);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/curl.js




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
        args.push('--data-raw', shortBody(body));
    const address = addressesOf(request)?.[0];
    if (address !== undefined)
        args.push('--resolve', `${url.hostname}:${portOf(url)}:${address}`);
    if (request.tls?.ca)
        args.push('--cacert', 'ca.pem');
    if (request.tls?.clientCertificate)
        args.push('--cert', 'client.pem', '--key', 'client.key');
    if (request.tls?.verify === false)
        args.push('--insecure');
    // Before the shell's quotes come: a secret with a quote in it would not be found behind them.
    return formatCommand({ file: 'curl', args: [...args, maskUrl(url)].map(redact) });
}
/** A header's value for people: `***` where it is a credential. */
function maskHeader(name, value) {
    return isCredentialHeader(name) ? '***' : value;
}
function shortBody(body) {
    return typeof body === 'string' ? excerpt(body, LONGEST_BODY) : `(${body.length} bytes)`;
}

;// CONCATENATED MODULE: ./node_modules/@suite/http/src/json-path.js
const EVERY = Symbol('every child');
const STEP = /\.\*|\[\*\]|\.([\w$-]+)|\[(-?\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/y;
/**
 * Parses `$.a.b[0]['c d'][*]`; the leading `$` may be missing.
 * @throws RangeError with the corrected form.
 */
function json_path_parseJsonPath(text) {
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
function json_path_readJsonPath(value, path) {
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

// EXTERNAL MODULE: ./node_modules/@suite/http/src/lookup.js
var lookup = __webpack_require__(9477);
;// CONCATENATED MODULE: ./node_modules/@suite/http/src/probe.js
const IDEMPOTENT = /^(GET|HEAD|OPTIONS|PUT|DELETE)$/;
/**
 * Sends one request and tells everything about it: phases, addresses, certificate, answer or failure. Never throws for
 * what the network or the server does. One deadline holds for all of it; redirects are answers like others.
 */
async function probe_probe(request) {
    // node:http takes as long to load as an empty program to run: it comes with the first request.
    const { probeOnce } = await __webpack_require__.e(/* import() */ 692).then(__webpack_require__.bind(__webpack_require__, 1692));
    const result = await probeOnce(request);
    const kind = result.failure?.kind;
    const idle = result.reused && result.response === undefined && (kind === 'reset' || kind === 'closed');
    if (!idle || !IDEMPOTENT.test(result.method))
        return result;
    // The server closed a kept connection just as it was taken: that says nothing about the server.
    const { connections: _, ...rest } = request;
    return probeOnce({ ...rest, timeoutMs: Math.max(1, request.timeoutMs - result.totalMs) });
}

;// CONCATENATED MODULE: ./node_modules/@suite/http/src/redirects.js


const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Sends a request and follows at most `max` redirects, all within the one deadline of the request. With 0 a redirect is
 * the answer. `send` takes the place of real requests in tests.
 */
async function probeFollowing(request, max, send = probe) {
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
        const result = await send({ ...next, timeoutMs: Math.max(1, leftMs) });
        hops.push(result);
        leftMs -= result.totalMs;
        next = max === 0 ? undefined : redirected(next, result);
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
/**
 * The request that follows a redirect: 303, and POST at 301 and 302, become GET; credentials, the client certificate and
 * a Host header of one's own stay at their origin, and given addresses at their host.
 */
function redirected(request, result) {
    const url = redirectTarget(result, request.url.href);
    if (url === undefined || !/^https?:$/.test(url.protocol))
        return undefined;
    const status = result.response?.status ?? 0;
    const method = request.method ?? 'GET';
    const toGet = (status === 303 && method !== 'HEAD') || (status < 303 && method === 'POST');
    const { body, addresses, headers, tls, ...rest } = request;
    const isHome = url.origin === request.url.origin;
    const stays = (name) => (!isHome && (isCredentialHeader(name) || /^host$/i.test(name))) || (toGet && /^content-/i.test(name));
    return {
        ...rest,
        url,
        method: toGet ? 'GET' : method,
        headers: new Map([...(headers ?? [])].filter(([name]) => !stays(name))),
        ...(tls === undefined ? {} : { tls: isHome ? tls : withoutClient(tls) }),
        ...(toGet || body === undefined ? {} : { body }),
        ...(addresses && url.hostname === request.url.hostname ? { addresses } : {}),
    };
}
function withoutClient({ clientCertificate: _, clientKey: __, ...rest }) {
    return rest;
}

;// CONCATENATED MODULE: ./node_modules/@suite/http/src/version.js

const HEADERS = (/* unused pure expression or super */ null && (['x-version', 'x-app-version']));
const PATHS = ['$.version', '$.info.version', '$.build.version'].map(json_path_parseJsonPath);
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

;// CONCATENATED MODULE: ./node_modules/@suite/http/src/index.js


















/***/ }),

/***/ 9477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ lookupAddresses)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

/** Look-ups under way. None can be stopped, and Node does two at a time: one of a name must do for all who ask. */
const underWay = new Map();
/** Every address of a name, in the system's order. @throws the system's error (ENOTFOUND, EAI_AGAIN). */
async function lookupAddresses(host) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host))
        return [host];
    const found = underWay.get(host) ?? askSystem(host).finally(() => underWay.delete(host));
    underWay.set(host, found);
    return found;
}
async function askSystem(host) {
    const { lookup } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 610, 19));
    return new Promise((resolve, reject) => {
        lookup(host, { all: true }, (error, found) => {
            if (error)
                reject(error);
            else
                resolve([...new Set(found.map(({ address }) => address))]);
        });
    });
}


/***/ }),

/***/ 9044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ portOf),
/* harmony export */   w: () => (/* binding */ hostOf)
/* harmony export */ });
/** The host of a URL as sockets take it: an IPv6 address without its brackets. */
function hostOf(url) {
    return url.hostname.replace(/^\[(.*)\]$/, '$1');
}
/** The port of a URL, the scheme's own where it names none. */
function portOf(url) {
    if (url.port !== '')
        return Number(url.port);
    return url.protocol === 'https:' ? 443 : 80;
}


/***/ }),

/***/ 6695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sO: () => (/* binding */ addressesOf)
/* harmony export */ });
/* unused harmony exports parseResolve, addressesFor */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _port_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9044);


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
    return overrides.get(`${url.hostname}:${(0,_port_js__WEBPACK_IMPORTED_MODULE_1__/* .portOf */ .H)(url)}`) ?? overrides.get(`${url.hostname}:*`);
}
/** The addresses that a request connects to instead of asking DNS. */
function addressesOf({ url, addresses, resolve }) {
    return addresses ?? (resolve && addressesFor(url, resolve));
}


/***/ })

};
