export const id = 313;
export const ids = [313];
export const modules = {

/***/ 313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanUp: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(579);
/* harmony import */ var _inputs_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(193);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(473);
/* harmony import */ var _ports_s3_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(572);
/* harmony import */ var _undo_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(714);





/** Post: after a kill or a cancel that came too fast for main, repeats what main would have undone. */
async function cleanUp(ports, read) {
    const journal = (0,_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .readJournal */ .a0)(ports.state);
    if (journal === undefined)
        return undefined;
    const settings = (0,_inputs_store_js__WEBPACK_IMPORTED_MODULE_1__/* .readStore */ .u)(read);
    read.done();
    const store = await (0,_ports_s3_js__WEBPACK_IMPORTED_MODULE_2__/* .openStore */ .C)({ ...settings, retries: 3 }, ports);
    // Killed after the manifest was written: the backup is verified and whole, so it stays.
    const whole = (await store.head(journal.manifestKey)) !== undefined;
    const done = whole ? [] : await (0,_undo_js__WEBPACK_IMPORTED_MODULE_4__/* .undo */ .t)(store, journal);
    (0,_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .endJournal */ .Pf)(ports.state);
    for (const line of done)
        ports.log.info(line);
    if (done.length === 0)
        return undefined;
    const summary = (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)('### backup-to-s3: cleaned up', 'The run ended early; no part of its backup is left:', done.map((line) => `- ${line}`).join('\n'));
    return { outputs: {}, summary };
}


/***/ }),

/***/ 473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ ownUploads),
/* harmony export */   Fs: () => (/* binding */ beginJournal),
/* harmony export */   Pf: () => (/* binding */ endJournal),
/* harmony export */   a0: () => (/* binding */ readJournal)
/* harmony export */ });
const NAME = 'backup';
const DONE = 'done';
function beginJournal(state, journal) {
    state.save(NAME, JSON.stringify(journal));
}
/** Nothing is left to undo: the backup is whole, or main has undone it. */
function endJournal(state) {
    state.save(NAME, DONE);
}
function readJournal(state) {
    const text = state.read(NAME);
    return text === undefined || text === DONE ? undefined : JSON.parse(text);
}
/** Uploads of exactly this key. */
function ownUploads(uploads, { key }) {
    return uploads.filter((upload) => upload.key === key);
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

/***/ 714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ undo)
/* harmony export */ });
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(473);

/**
 * Takes a backup that did not become one out of the store: its uploads, then its manifest, then its data. Harmless
 * where there is nothing, so that main and post may both do it.
 */
async function undo(store, journal) {
    const done = [];
    for (const upload of (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .ownUploads */ .$E)(await store.listUploads(journal.key), journal)) {
        await store.abortUpload(upload);
        done.push(`aborted the upload of ${upload.key}`);
    }
    for (const key of [journal.manifestKey, journal.key]) {
        if ((await store.head(key)) === undefined)
            continue;
        await store.remove(key);
        done.push(`deleted ${key}`);
    }
    return done;
}


/***/ })

};
