export const id = 207;
export const ids = [207];
export const modules = {

/***/ 800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   G6: () => (/* binding */ writeStream),
/* harmony export */   HC: () => (/* binding */ replace),
/* harmony export */   ty: () => (/* binding */ expandFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(466);




/** A few names in a folder, or the file itself where it has bytes; empty where there is nothing. */
async function contentOf(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
    if (found === undefined)
        return [];
    if (found.isDirectory())
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(path)).slice(0, 6);
    return found.size === 0 ? [] : [`${found.size} bytes`];
}
/** Writes a stream to a file that nobody but its owner reads. */
async function writeStream(path, bytes) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(bytes, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { mode: 0o600, flags: 'wx' }));
}
/** Puts what lies at `from` in the place of `to`; what was there is put back if that fails, else removed. */
async function replace(from, to) {
    const aside = `${from}.replaced`;
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(to).catch(() => undefined);
    if (there)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(to, aside);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(from, to);
    }
    catch (error) {
        if (there)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(aside, to);
        throw error;
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(aside, { recursive: true, force: true });
}
/** The first bytes of every PostgreSQL client folder pattern: the folders that exist for `parent/*` + `rest`. */
async function expandFolder(pattern) {
    const [before = '', after = ''] = pattern.split('*');
    const parent = before.endsWith('/') ? before.slice(0, -1) : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(before);
    const start = before.slice(parent.length + 1);
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(parent).catch(() => []);
    return names.filter((name) => name.startsWith(start)).map((name) => `${parent}/${name}${after}`);
}
/** Bytes of the files below a folder, and how many there are; what cannot be read counts nothing. */
async function sizeOf(folder) {
    let [bytes, entries] = [0, 0];
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of names) {
        entries += 1;
        const path = `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
            const below = await sizeOf(path);
            bytes += below.bytes;
            entries += below.entries;
        }
        else if (entry.isFile()) {
            bytes += (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined))?.size ?? 0;
        }
    }
    return { bytes, entries };
}


/***/ }),

/***/ 997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openPsql)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(474);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(579);
/* harmony import */ var _tail_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(934);




/** Starts psql on a command of `psqlCommand`. */
async function openPsql(exec, command, options) {
    const child = await exec.start(command, options.signal);
    const answers = answerReader(child.stdout);
    const ended = endOf(child, options);
    const orEnd = async (work) => {
        const first = await Promise.race([work.then((value) => ({ value })), ended]);
        if (first instanceof _suite_core__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ)
            throw first;
        return first.value;
    };
    return {
        ask: (sql) => {
            const { begin, end, lines } = answers.expect();
            child.stdin.write(`\n\\echo ${begin}\n${sql}\n\\echo ${end}\n`);
            return orEnd(lines);
        },
        feed: async (script) => {
            for await (const chunk of script) {
                if (!child.stdin.write(chunk))
                    await orEnd((0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(child.stdin, 'drain'));
            }
        },
        close: async () => {
            child.stdin.end();
            const { code } = await child.exit;
            if (code !== 0)
                throw await ended;
        },
        stop: () => child.stop(),
    };
}
/** The error that an early end is, with the last words of psql. It is thrown only by who waits for an answer. */
async function endOf(child, { what, code, hint }) {
    const complaints = (0,_tail_js__WEBPACK_IMPORTED_MODULE_3__/* .keepTail */ .G9)(8 * 1024);
    child.stderr.on('data', complaints.add);
    const status = await child.exit;
    const said = (0,_suite_core__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(complaints.bytes().toString('utf8').trim()).split('\n').slice(-6).join('\n');
    const how = said || `psql ended ${status.signal ? `by ${status.signal}` : `with ${status.code}`}`;
    return new _suite_core__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`${what}: ${how}`, { code, ...(hint === undefined ? {} : { hint }) });
}
/** Finds answers between marks of their own; what a script prints on its way is dropped. */
function answerReader(output) {
    let asked = 0;
    let collect;
    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: output }).on('line', (line) => collect?.(line));
    return {
        expect: () => {
            asked += 1;
            const [begin, end] = [`begin-of-answer-${asked}`, `end-of-answer-${asked}`];
            const lines = new Promise((resolve) => {
                const found = [];
                let open = false;
                collect = (line) => {
                    if (line === end)
                        resolve(found);
                    else if (open)
                        found.push(line);
                    open ||= line === begin;
                };
            });
            return { begin, end, lines };
        },
    };
}


/***/ }),

/***/ 572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ openStore)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var src = __webpack_require__(579);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/s3-answer.js

/** Options of the parser under which the functions below read its trees: numbers stay text, lists stay lists. */
const xmlOptions = {
    ignoreAttributes: true,
    parseTagValue: false,
    isArray: (name) => ['Contents', 'Upload'].includes(name),
};
function readObjects(xml, body) {
    const root = node(xml.parse(body), 'ListBucketResult');
    const items = list(root, 'Contents').map((item) => ({ key: s3_answer_text(item, 'Key'), size: Number(s3_answer_text(item, 'Size')) }));
    const token = s3_answer_text(root, 'NextContinuationToken');
    return s3_answer_text(root, 'IsTruncated') === 'true' && token ? { items, next: { 'continuation-token': token } } : { items };
}
function readUploads(xml, body) {
    const root = node(xml.parse(body), 'ListMultipartUploadsResult');
    const items = list(root, 'Upload').map((item) => ({ key: s3_answer_text(item, 'Key'), uploadId: s3_answer_text(item, 'UploadId') }));
    const key = s3_answer_text(root, 'NextKeyMarker');
    if (s3_answer_text(root, 'IsTruncated') !== 'true' || key === '')
        return { items };
    return { items, next: { 'key-marker': key, 'upload-id-marker': s3_answer_text(root, 'NextUploadIdMarker') } };
}
function readUploadId(xml, body) {
    return s3_answer_text(node(xml.parse(body), 'InitiateMultipartUploadResult'), 'UploadId');
}
/** A 200 may carry an error in its body: S3 answers before it has put the parts together. */
function readCompletion(xml, body) {
    const tree = xml.parse(body);
    if (tree['Error'] !== undefined)
        return { etag: '', error: readError(xml, body) };
    return { etag: s3_answer_text(node(tree, 'CompleteMultipartUploadResult'), 'ETag'), error: undefined };
}
function readError(xml, body) {
    const root = looksLikeXml(body) ? node(xml.parse(body), 'Error') : {};
    return { code: s3_answer_text(root, 'Code'), message: s3_answer_text(root, 'Message'), region: s3_answer_text(root, 'Region') || undefined };
}
const TRANSIENT = ['InternalError', 'SlowDown', 'ServiceUnavailable', 'RequestTimeout', 'OperationAborted'];
/** Turns a store's refusal into words that a person can act on. `what` is what we were doing. */
function storeError(what, status, answer) {
    const retryable = status >= 500 || status === 408 || status === 429 || TRANSIENT.includes(answer.code);
    const { code, hint } = remedy(status, answer);
    const said = [answer.code || `HTTP ${status}`, answer.message].filter(Boolean).join(': ');
    return new src/* HttpError */.j$(`the store refused to ${what}: ${said}`, {
        code,
        status,
        retryable,
        ...(hint === undefined ? {} : { hint }),
    });
}
function remedy(status, { code, region }) {
    if (status === 301 || status === 307 || code === 'AuthorizationHeaderMalformed') {
        return { code: 'E_STORE_REGION', hint: `write region: ${region ?? '<the region of the bucket>'}` };
    }
    if (code === 'NoSuchBucket')
        return { code: 'E_STORE_BUCKET', hint: 'create the bucket, or correct bucket, endpoint' };
    if (['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'ExpiredToken', 'InvalidToken', 'RequestTimeTooSkewed'].includes(code)) {
        return {
            code: 'E_STORE_CREDENTIALS',
            hint: 'check access-key-id, secret-access-key, session-token, and the clock',
        };
    }
    if (status === 403) {
        return {
            code: 'E_STORE_ACCESS',
            hint: 'the key needs list, get, put, delete and multipart rights under the prefix',
        };
    }
    return { code: 'E_STORE' };
}
function looksLikeXml(body) {
    return body.trimStart().startsWith('<');
}
function node(tree, name) {
    const found = tree?.[name];
    return typeof found === 'object' && found !== null ? found : {};
}
function list(tree, name) {
    return tree[name] ?? [];
}
function s3_answer_text(tree, name) {
    const value = tree[name];
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/ports/send.js

/** A socket on which nothing moves for this long is given up. */
const IDLE_MS = 60_000;
/**
 * Requests over node:http(s) with connections kept open. Not fetch: it copies each body before sending it, which
 * doubles the memory of every part in flight.
 */
async function openConnections(protocol) {
    const { Agent, request } = await (protocol === 'http:' ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 67, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 708, 19)));
    const agent = new Agent({ keepAlive: true });
    return (outgoing, signal) => new Promise((resolve, reject) => {
        const fail = (error) => reject(networkError(outgoing.url, error));
        const options = { method: outgoing.method, headers: lengthOf(outgoing), agent, timeout: IDLE_MS };
        const call = request(outgoing.url, { ...options, ...(signal ? { signal } : {}) }, (answer) => {
            receive(answer, outgoing.sink).then(resolve, fail);
        });
        call.on('timeout', () => call.destroy(new Error(`nothing moved for ${IDLE_MS / 1_000} s`)));
        call.on('error', fail);
        call.end(outgoing.body);
    });
}
function lengthOf({ headers, body, method }) {
    const sends = body !== undefined || method === 'PUT' || method === 'POST';
    return { ...headers, ...(sends ? { 'content-length': String(body?.length ?? 0) } : {}) };
}
/** What was asked for flows into the sink; a refusal is kept, so that its words can be read. */
async function receive(answer, sink) {
    const { statusCode = 0, headers } = answer;
    const chunks = [];
    const take = sink && statusCode < 300 ? sink : (chunk) => void chunks.push(chunk);
    for await (const chunk of answer)
        take(chunk);
    return { status: statusCode, headers, body: Buffer.concat(chunks) };
}
function networkError(url, error) {
    const hint = 'check endpoint, the network between runner and store, and its certificate';
    return new src/* HttpError */.j$(`the store at ${url.host} did not answer: ${error.message || error.code}`, {
        code: 'E_STORE_UNREACHABLE',
        cause: error,
        retryable: error.name !== 'AbortError',
        hint,
    });
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/ports/s3-call.js


const EMPTY_SHA256 = (0,external_node_crypto_.createHash)('sha256').digest('hex');
/** Signs calls and sends them: the hash that is signed is that of the real bytes, never aws-chunked. */
async function openTransmitter(settings) {
    const { AwsV4Signer } = await __webpack_require__.e(/* import() */ 390).then(__webpack_require__.bind(__webpack_require__, 390));
    const send = await openConnections(settings.endpoint.protocol);
    const cache = new Map();
    return async (call, signal) => {
        const url = addressOf(settings, call);
        const hashes = { ...(call.body ? { 'content-md5': call.body.md5 } : {}) };
        const signer = new AwsV4Signer({
            method: call.method,
            url: url.href,
            headers: { ...call.headers, ...hashes, 'x-amz-content-sha256': call.body?.sha256 ?? EMPTY_SHA256 },
            accessKeyId: settings.accessKeyId.reveal(),
            secretAccessKey: settings.secretAccessKey.reveal(),
            ...(settings.sessionToken ? { sessionToken: settings.sessionToken.reveal() } : {}),
            service: 's3',
            region: settings.region,
            cache,
        });
        const headers = Object.fromEntries((await signer.sign()).headers);
        const body = call.body ? { body: call.body.bytes } : {};
        const sink = call.sink ? { sink: call.sink() } : {};
        return send({ method: call.method, url, headers, ...body, ...sink }, signal);
    };
}
function bodyOf(text) {
    const bytes = Buffer.from(text);
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
    return { bytes, sha256, md5: (0,external_node_crypto_.createHash)('md5').update(bytes).digest('base64') };
}
function addressOf({ endpoint, bucket, pathStyle }, { key, query }) {
    const url = new URL(endpoint);
    const base = url.pathname.replace(/\/$/, '');
    if (!pathStyle)
        url.host = `${bucket}.${url.host}`;
    url.pathname = pathStyle ? `${base}/${bucket}${key === undefined ? '' : `/${key}`}` : `${base}/${key ?? ''}`;
    for (const [name, value] of Object.entries(query ?? {}))
        url.searchParams.set(name, value);
    return url;
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/ports/s3.js




/** Opens a bucket over the S3 protocol. Every call is retried, and given up when the signal aborts. */
async function openStore(settings, ports, signal) {
    const { XMLParser } = await __webpack_require__.e(/* import() */ 149).then(__webpack_require__.bind(__webpack_require__, 149));
    const xml = new XMLParser(xmlOptions);
    const transmit = await openTransmitter(settings);
    const once = async (call) => {
        const reply = await transmit(call, signal);
        if ((reply.status >= 200 && reply.status < 300) || call.accept?.includes(reply.status))
            return reply;
        throw storeError(call.what, reply.status, readError(xml, reply.body.toString('utf8')));
    };
    const send = (call) => {
        const stop = signal === undefined ? {} : { signal };
        const onRetry = (error) => ports.log.debug(`again, to ${call.what}: ${error}`);
        return (0,src/* retry */.L5)(() => once(call), { retries: call.retries ?? settings.retries, onRetry, ...stop }, ports);
    };
    return { ...listings(send, xml), ...uploads(send, xml, settings.storageClass), ...objects(send) };
}
function listings(send, xml) {
    const pages = async (call, read) => {
        const found = [];
        for (let query = call.query; query !== undefined;) {
            const page = read((await send({ ...call, query })).body.toString('utf8'));
            found.push(...page.items);
            const next = page.next && { ...call.query, ...page.next };
            if (next && JSON.stringify(next) === JSON.stringify(query))
                throw endless(call.what);
            query = next;
        }
        return found;
    };
    return {
        list: (prefix) => {
            const call = { what: `list ${prefix}`, method: 'GET', query: { 'list-type': '2', prefix } };
            return pages(call, (body) => readObjects(xml, body));
        },
        listUploads: (prefix) => {
            const call = { what: `list uploads of ${prefix}`, method: 'GET', query: { uploads: '', prefix } };
            return pages(call, (body) => readUploads(xml, body));
        },
    };
}
function endless(what) {
    const hint = 'the store does not page as S3 does: check the endpoint, or a proxy before it';
    return new src/* HttpError */.j$(`the store gives the same page again and again when asked to ${what}`, {
        code: 'E_STORE',
        hint,
    });
}
function uploads(send, xml, storageClass) {
    const asked = storageClass === undefined ? {} : { 'x-amz-storage-class': storageClass };
    return {
        createUpload: async (key, backupId) => {
            const headers = { 'x-amz-meta-backup-id': backupId, 'content-type': 'application/octet-stream', ...asked };
            const what = `start the upload of ${key}`;
            const reply = await send({ what, method: 'POST', key, query: { uploads: '' }, headers });
            const uploadId = readUploadId(xml, reply.body.toString('utf8'));
            if (uploadId === '')
                throw new src/* HttpError */.j$(`the store gave no upload id for ${key}`, { code: 'E_STORE' });
            return { key, uploadId };
        },
        uploadPart: async ({ key, uploadId }, part) => {
            const query = { partNumber: String(part.number), uploadId };
            const what = `take part ${part.number} of ${key}`;
            return (await send({ what, method: 'PUT', key, query, body: part })).headers.etag ?? '';
        },
        completeUpload: async ({ key, uploadId }, etags) => {
            const what = `complete ${key}`;
            const call = {
                what,
                method: 'POST',
                key,
                query: { uploadId },
                body: bodyOf(completion(etags)),
                retries: 0,
            };
            const { etag, error } = readCompletion(xml, (await send(call)).body.toString('utf8'));
            if (error)
                throw storeError(what, error.code === 'InternalError' ? 500 : 400, error);
            return etag !== '';
        },
        abortUpload: async ({ key, uploadId }) => {
            const what = `abort the upload of ${key}`;
            await send({ what, method: 'DELETE', key, query: { uploadId }, accept: [404] });
        },
    };
}
function objects(send) {
    const json = { 'content-type': 'application/json' };
    return {
        put: async (key, text) => {
            await send({ what: `store ${key}`, method: 'PUT', key, body: bodyOf(text), headers: json });
        },
        get: async (key, range) => (await send(getCall(key, range))).body,
        digest: async (key, range) => {
            let hash = (0,external_node_crypto_.createHash)('sha256');
            let bytes = 0;
            const sink = () => {
                [hash, bytes] = [(0,external_node_crypto_.createHash)('sha256'), 0];
                return (chunk) => {
                    hash.update(chunk);
                    bytes += chunk.length;
                };
            };
            await send({ ...getCall(key, range), sink });
            return { bytes, sha256: hash.digest('hex') };
        },
        head: async (key) => {
            const reply = await send({ what: `describe ${key}`, method: 'HEAD', key, accept: [404] });
            if (reply.status === 404)
                return undefined;
            const backupId = reply.headers['x-amz-meta-backup-id'];
            return { size: Number(reply.headers['content-length']), backupId: backupId ? String(backupId) : undefined };
        },
        remove: async (key) => {
            await send({ what: `delete ${key}`, method: 'DELETE', key, accept: [404] });
        },
    };
}
function getCall(key, range) {
    const headers = range ? { range: `bytes=${range.from}-${range.from + range.bytes - 1}` } : {};
    return { what: `give ${key}`, method: 'GET', key, headers };
}
function completion(etags) {
    const escaped = (etag) => etag.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const part = (etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`;
    const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';
    return `<CompleteMultipartUpload xmlns="${namespace}">${etags.map(part).join('')}</CompleteMultipartUpload>`;
}


/***/ }),

/***/ 878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ clientEnvironment),
/* harmony export */   K9: () => (/* binding */ psqlCommand),
/* harmony export */   VW: () => (/* binding */ parseClientVersion),
/* harmony export */   Y3: () => (/* binding */ dumpCommand),
/* harmony export */   iM: () => (/* binding */ chooseClients),
/* harmony export */   ic: () => (/* binding */ CLIENT_FOLDERS)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(579);

/** Folders where systems put the clients of one major version, the number in the place of `*`. */
const CLIENT_FOLDERS = [
    '/usr/lib/postgresql/*/bin',
    '/usr/pgsql-*/bin',
    '/opt/homebrew/opt/postgresql@*/bin',
    '/usr/local/opt/postgresql@*/bin',
];
/** Reads `pg_dump (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)`. */
function parseClientVersion(output) {
    const version = /\(PostgreSQL\) (\d+(?:\.\d+)*\w*)/.exec(output)?.[1];
    return version === undefined ? undefined : { version, major: Number.parseInt(version, 10) };
}
/**
 * The server's own major, else the nearest newer one: an older client refuses, or worse, leaves things out.
 * @throws ActionError E_CLIENT_MISSING, E_CLIENT_OLD before anything is dumped.
 */
function chooseClients(found, serverMajor, askedMajor) {
    const hint = `install postgresql-client-${askedMajor ?? serverMajor} in a step before`;
    if (found.length === 0)
        throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('pg_dump and psql are not installed here', { code: 'E_CLIENT_MISSING', hint });
    const there = found.map(({ version }) => version).join(', ');
    const candidates = askedMajor === undefined ? found : found.filter(({ major }) => major === askedMajor);
    if (candidates.length === 0) {
        throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`no client of version ${askedMajor} is installed here, only ${there}`, {
            code: 'E_CLIENT_MISSING',
            hint,
        });
    }
    const able = candidates.filter(({ major }) => major >= serverMajor).sort((a, b) => a.major - b.major);
    if (able[0])
        return able[0];
    const message = `the server is PostgreSQL ${serverMajor}, but the newest client that may be used is ${there}`;
    throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(message, {
        code: 'E_CLIENT_OLD',
        hint: `install postgresql-client-${serverMajor} in a step before`,
    });
}
/** What a client needs of the job's environment, and the connection. Nothing of it stands in an argument. */
function clientEnvironment(connection, env) {
    const kept = ['PATH', 'HOME', 'TMPDIR', 'SSL_CERT_FILE', 'KRB5CCNAME'].flatMap((key) => env[key] ? [[key, env[key]]] : []);
    return {
        ...Object.fromEntries(kept),
        LC_ALL: 'C',
        PGCLIENTENCODING: 'UTF8',
        PGAPPNAME: 'backup-to-s3',
        PGCONNECT_TIMEOUT: '15',
        ...connection.env,
    };
}
function dumpCommand(clients, env, snapshot) {
    const shared = snapshot === undefined ? [] : [`--snapshot=${snapshot}`];
    return {
        file: inFolder(clients, 'pg_dump'),
        args: ['--no-password', '--format=plain', '--encoding=UTF8', ...shared],
        env,
    };
}
/** A session that takes statements on stdin, answers one value a line, and stops at the first error. */
function psqlCommand(clients, env) {
    const args = ['--no-psqlrc', '--no-password', '--quiet', '--no-align', '--tuples-only', '--set=ON_ERROR_STOP=1'];
    return { file: inFolder(clients, 'psql'), args, env };
}
function inFolder({ folder }, name) {
    return folder === '' ? name : `${folder}/${name}`;
}


/***/ }),

/***/ 606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ WIPE_SQL),
/* harmony export */   Hb: () => (/* binding */ BEGIN_SQL),
/* harmony export */   Qp: () => (/* binding */ INVENTORY_SQL),
/* harmony export */   au: () => (/* binding */ parseInventory),
/* harmony export */   b7: () => (/* binding */ SERVER_SQL),
/* harmony export */   kQ: () => (/* binding */ SNAPSHOT_SQL),
/* harmony export */   ld: () => (/* binding */ parseServer),
/* harmony export */   vf: () => (/* binding */ CONTENT_SQL)
/* harmony export */ });
/** What everything else has to know of a server, as one line of JSON. */
const SERVER_SQL = `SELECT pg_catalog.json_build_object(
  'version', pg_catalog.current_setting('server_version'),
  'number', pg_catalog.current_setting('server_version_num')::int,
  'bytes', pg_catalog.pg_database_size(pg_catalog.current_database()));`;
/** Namespaces and objects that belong to users: no system schema, nothing that an extension brought. */
const OWN = (alias, catalog) => `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = '${catalog}'::pg_catalog.regclass
    AND d.objid = ${alias}.oid AND d.deptype = 'e')`;
/**
 * One line of JSON a table, counted by the server: psql's gexec runs the statements that the query writes. ONLY, because
 * a parent would count the rows of its children again.
 */
const INVENTORY_SQL = `SELECT pg_catalog.format(
  'SELECT pg_catalog.json_build_object(''table'', %L::text, ''rows'', pg_catalog.count(*)) FROM ONLY %I.%I',
  n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${OWN('c', 'pg_catalog.pg_class')}
ORDER BY n.nspname, c.relname
\\gexec`;
/** The names of a few things that are already in a database, one a line; nothing where it is empty. */
const CONTENT_SQL = `(SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relpersistence <> 't' AND ${OWN('c', 'pg_catalog.pg_class')}
UNION ALL SELECT n.nspname || '.' || p.proname || '()' FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE ${OWN('p', 'pg_catalog.pg_proc')}
UNION ALL SELECT n.nspname FROM pg_catalog.pg_namespace n
  WHERE n.nspname <> 'public' AND ${OWN('n', 'pg_catalog.pg_namespace')}) LIMIT 6;`;
/** One transaction whose snapshot the dump shares, so that dump and inventory tell of the same moment. Works on a standby too. */
const SNAPSHOT_SQL = `SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0;
SET row_security = off;
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_catalog.pg_export_snapshot();`;
const BEGIN_SQL = 'SET statement_timeout = 0;\nBEGIN;';
/** Empties a database inside the transaction that fills it again: whatever fails, the old content is still there. */
const WIPE_SQL = `SET client_min_messages = warning;
DO $wipe$ DECLARE name text; BEGIN
  FOR name IN SELECT nspname FROM pg_catalog.pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
  LOOP EXECUTE pg_catalog.format('DROP SCHEMA %I CASCADE', name); END LOOP;
  CREATE SCHEMA public;
  GRANT USAGE ON SCHEMA public TO PUBLIC;
  IF pg_catalog.current_setting('server_version_num')::int >= 150000 THEN
    ALTER SCHEMA public OWNER TO pg_database_owner;
  ELSE
    GRANT CREATE ON SCHEMA public TO PUBLIC;
  END IF;
END $wipe$;
RESET client_min_messages;`;
/** Reads the lines of `INVENTORY_SQL`. */
function parseInventory(lines) {
    return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
}
/** Reads the line of `SERVER_SQL`. */
function parseServer(line) {
    const { version, number, bytes } = JSON.parse(line);
    return { version: version.split(' ')[0], major: Math.floor(number / 10_000), bytes };
}


/***/ }),

/***/ 934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ keepTail),
/* harmony export */   dd: () => (/* binding */ TAIL_BYTES),
/* harmony export */   gz: () => (/* binding */ missingEnd)
/* harmony export */ });
function keepTail(limit) {
    let kept = Buffer.alloc(0);
    return {
        add: (chunk) => {
            const joined = chunk.length >= limit ? chunk : Buffer.concat([kept, chunk]);
            kept = Buffer.from(joined.subarray(Math.max(0, joined.length - limit)));
        },
        bytes: () => kept,
    };
}
/** Bytes of the end that `missingEnd` has to see. */
const TAIL_BYTES = 1024;
/** What a whole dump of this kind ends with and this one does not; undefined: the end is there, or none is known. */
function missingEnd(kind, tail) {
    if (kind === 'postgres') {
        const trailer = '-- PostgreSQL database dump complete';
        return tail.includes(trailer) ? undefined : `the line "${trailer}"`;
    }
    if (kind === 'directory')
        return tail.length === TAIL_BYTES && tail.every((byte) => byte === 0) ? undefined : 'two empty blocks';
    return undefined;
}


/***/ })

};
