export const id = 386;
export const ids = [386];
export const modules = {

/***/ 386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var src = __webpack_require__(579);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/recipe.js

const DECOMPRESS = { zstd: 'zstd -dc', gzip: 'gzip -dc' };
/** What a person types to restore a backup without this action: awscli, age, zstd, and psql or tar. */
function restoreRecipe(manifest, store) {
    const { source, pipeline, stored } = manifest;
    const file = stored.key.split('/').at(-1) ?? 'data';
    const address = `s3://${store.bucket}/${stored.key}`;
    const fetch = (0,src/* formatCommand */.fE)({ file: 'aws', args: ['--endpoint-url', store.endpoint, 's3', 'cp', address, file] });
    const decompress = DECOMPRESS[pipeline.compression.split(':')[0] ?? ''];
    const steps = [
        pipeline.encryption === 'age' ? `age -d -i identity.txt ${file}` : `cat ${file}`,
        ...(decompress ? [decompress] : []),
        sink(source.kind),
    ];
    const place = source.kind === 'directory' ? ['mkdir -p restored'] : [];
    return [fetch, `echo '${stored.sha256}  ${file}' | sha256sum -c -`, ...place, steps.join(' | ')];
}
function sink(kind) {
    if (kind === 'postgres')
        return 'psql -X --single-transaction -v ON_ERROR_STOP=1 -d "$DATABASE_URL"';
    return kind === 'directory' ? 'tar -xpf - -C restored' : 'cat > restored';
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/describe.js

/** The manifest of a backup that was stored and read back at `atMs`. */
function describeBackup(plan, inputs, { raw, uploaded, inventory, snapshot, verified, atMs, }) {
    const { policy, place, store, run } = inputs;
    const { bytes, sha256, parts } = uploaded;
    const stored = { key: plan.key, bytes, sha256, partSize: plan.partSize, parts };
    const facts = { source: sourceOf(plan, snapshot), pipeline: pipelineOf(plan, inputs), stored };
    return {
        schema: 1,
        id: plan.id,
        name: place.name,
        class: policy.class,
        startedAt: isoTime(plan.startedMs),
        ...facts,
        raw,
        inventory: inventory ?? null,
        verification: { ...verified, at: isoTime(atMs) },
        retention: { holdUntil: plan.holdUntilMs === undefined ? null : isoTime(plan.holdUntilMs) },
        run,
        recipe: restoreRecipe(facts, { bucket: store.bucket, endpoint: store.endpoint.href }),
    };
}
function sourceOf({ source, label, server, clients }, snapshot) {
    return {
        kind: source.kind,
        label,
        serverVersion: server?.version ?? null,
        clientVersion: clients?.version ?? null,
        snapshot: snapshot ?? null,
    };
}
function pipelineOf({ compression }, { pipeline: { recipients } }) {
    return { compression, encryption: recipients.length > 0 ? 'age' : 'none', recipients };
}
function isoTime(ms) {
    return new Date(ms).toISOString();
}

// EXTERNAL MODULE: ./actions/backup-to-s3/src/tail.js
var src_tail = __webpack_require__(934);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/dump.js


/**
 * What a dump command writes. The stream ends only if the whole dump is there: the child exited 0, the end of the
 * format was seen, it is large enough and `settle` agrees. Everything behind it can take its end for good news.
 */
async function* dump(exec, options) {
    const child = await exec.start(options.command, options.signal);
    child.stdin.end();
    const complaints = (0,src_tail/* keepTail */.G9)(8 * 1024);
    child.stderr.on('data', complaints.add);
    const tail = (0,src_tail/* keepTail */.G9)(src_tail/* TAIL_BYTES */.dd);
    let bytes = 0;
    let finished = false;
    try {
        for await (const chunk of child.stdout) {
            tail.add(chunk);
            bytes += chunk.length;
            yield chunk;
        }
        finished = true;
        judgeExit(options, await child.exit, complaints.bytes().toString('utf8'));
        judgeBytes(options, bytes, tail.bytes());
        await options.settle();
    }
    finally {
        if (!finished)
            child.stop();
    }
}
function judgeExit({ command, kind }, { code, signal }, complaints) {
    if (code === 0)
        return;
    const how = code === null ? `was ended by ${signal}` : `exited ${code}`;
    const said = (0,src/* redact */.E$)(complaints.trim()).split('\n').slice(-6).join('\n');
    const message = `${command.file} ${how}; nothing was stored${said ? `\n${said}` : ''}`;
    const changed = kind === 'directory' && code === 1;
    const hint = changed
        ? 'files changed while they were read: stop what writes there, or back up a snapshot of the file system'
        : `try the same by hand: ${(0,src/* redact */.E$)((0,src/* formatCommand */.fE)(command))}`;
    throw new src/* ActionError */.lZ(message, { code: 'E_DUMP_FAILED', hint });
}
function judgeBytes({ kind, minSize, allowEmpty }, bytes, tail) {
    if (bytes < minSize && !allowEmpty) {
        const message = `the dump has ${bytes} bytes, fewer than min-size (${minSize}); nothing was stored`;
        throw new src/* ActionError */.lZ(message, {
            code: 'E_DUMP_EMPTY',
            hint: 'is this the right source? If so: allow-empty: true',
        });
    }
    const missing = (0,src_tail/* missingEnd */.gz)(kind, tail);
    if (missing === undefined)
        return;
    const hint = 'the program that dumps ended as if all were well: look for a wrapper that hides its exit code';
    throw new src/* ActionError */.lZ(`the dump ends without ${missing}; nothing was stored`, { code: 'E_DUMP_TRUNCATED', hint });
}

// EXTERNAL MODULE: ./actions/backup-to-s3/src/journal.js
var src_journal = __webpack_require__(473);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/manifest.js
var src_manifest = __webpack_require__(589);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(75);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(522);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/age.js


/**
 * The age format, https://age-encryption.org/v1: headers, keys and recipients by its author's package, the payload
 * (STREAM of ChaCha20-Poly1305 over 64 KiB chunks) by node:crypto, six times as fast as that package's JavaScript.
 */
const CHUNK = 64 * 1024;
const TAG = 16;
const CIPHER = 'chacha20-poly1305';
const MAC_LINE = /\n--- [A-Za-z0-9+/]{43}\n/;
/** Ten post-quantum recipients take 25 KiB; what has no header by then is no age file. */
const MAX_HEADER = 256 * 1024;
/** Encrypts a stream to recipients that `parseRecipient` accepted. */
async function* encrypt(source, recipients) {
    const { header, fileKey } = await makeHeader(recipients);
    const nonce = (0,external_node_crypto_.randomBytes)(16);
    yield Buffer.concat([header, nonce]);
    const key = payloadKey(fileKey, nonce);
    for await (const { chunk, index, last } of chunks(source, CHUNK)) {
        const cipher = (0,external_node_crypto_.createCipheriv)(CIPHER, key, chunkNonce(index, last), { authTagLength: TAG });
        yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    }
}
/** @throws ActionError E_IDENTITY where no identity fits, E_CORRUPT where a chunk was changed, lost or moved. */
async function* decrypt(source, identities) {
    const { header, rest } = await readHeader(source);
    const fileKey = await openHeader(header, identities);
    let key;
    for await (const { chunk, index, last } of chunks(payload(rest, (nonce) => (key = payloadKey(fileKey, nonce))), CHUNK + TAG)) {
        if (key === undefined || chunk.length < TAG)
            throw corrupt('ends early');
        const decipher = (0,external_node_crypto_.createDecipheriv)(CIPHER, key, chunkNonce(index, last), { authTagLength: TAG });
        decipher.setAuthTag(chunk.subarray(chunk.length - TAG));
        const plain = decipher.update(chunk.subarray(0, chunk.length - TAG));
        try {
            decipher.final();
        }
        catch {
            throw corrupt(`is damaged or cut in chunk ${index + 1}`);
        }
        yield plain;
    }
}
/** The header is that of an empty file; a recipient of ours among the others learns its file key. */
async function makeHeader(recipients) {
    const { Encrypter } = await __webpack_require__.e(/* import() */ 273).then(__webpack_require__.bind(__webpack_require__, 273));
    const encrypter = new Encrypter();
    let fileKey;
    for (const recipient of recipients)
        encrypter.addRecipient(recipient);
    encrypter.addRecipient({
        wrapFileKey: (key) => {
            fileKey = Uint8Array.from(key);
            return [];
        },
    });
    const empty = Buffer.from(await encrypter.encrypt(new Uint8Array()));
    const end = headerEnd(empty);
    if (fileKey === undefined || end === undefined)
        throw new Error('age-encryption made no header');
    return { header: empty.subarray(0, end), fileKey };
}
async function openHeader(header, identities) {
    const { Decrypter } = await __webpack_require__.e(/* import() */ 273).then(__webpack_require__.bind(__webpack_require__, 273));
    const decrypter = new Decrypter();
    try {
        for (const identity of identities)
            decrypter.addIdentity(identity.reveal());
        return await decrypter.decryptHeader(header);
    }
    catch (cause) {
        const message = 'age-identity opens none of the recipients that this backup was encrypted to';
        const hint = 'pass the identity that belongs to one of the recipients in the manifest';
        throw new src/* ActionError */.lZ(message, { code: 'E_IDENTITY', hint, cause });
    }
}
async function readHeader(source) {
    const iterator = source[Symbol.asyncIterator]();
    let seen = Buffer.alloc(0);
    while (headerEnd(seen) === undefined) {
        const { value, done } = await iterator.next();
        if (done || seen.length > MAX_HEADER)
            throw corrupt('has no age header');
        seen = Buffer.concat([seen, value]);
    }
    const end = headerEnd(seen) ?? 0;
    async function* rest() {
        yield seen.subarray(end);
        yield* { [Symbol.asyncIterator]: () => iterator };
    }
    return { header: seen.subarray(0, end), rest: rest() };
}
function headerEnd(bytes) {
    const match = MAC_LINE.exec(bytes.subarray(0, MAX_HEADER).toString('latin1'));
    return match ? match.index + match[0].length : undefined;
}
/** What stands behind the 16 bytes of the nonce. */
async function* payload(source, onNonce) {
    let head = Buffer.alloc(0);
    for await (const bytes of source) {
        if (head === undefined) {
            yield bytes;
            continue;
        }
        head = Buffer.concat([head, bytes]);
        if (head.length < 16)
            continue;
        onNonce(head.subarray(0, 16));
        yield head.subarray(16);
        head = undefined;
    }
}
/** Cuts a stream into chunks of one size. The last is shorter or full, and empty only where the whole stream is. */
async function* chunks(source, size) {
    let waiting = [];
    let length = 0;
    let index = 0;
    for await (const bytes of source) {
        for (let at = 0; at < bytes.length;) {
            if (length === size) {
                yield { chunk: Buffer.concat(waiting), index: index++, last: false };
                [waiting, length] = [[], 0];
            }
            const taken = Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(size - length, bytes.length - at));
            waiting.push(taken);
            length += taken.length;
            at += taken.length;
        }
    }
    yield { chunk: Buffer.concat(waiting), index, last: true };
}
function payloadKey(fileKey, nonce) {
    return Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', fileKey, nonce, 'payload', 32));
}
/** Eleven bytes of counter, big-endian, and one that marks the last chunk. */
function chunkNonce(index, last) {
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(index, 5, 6);
    nonce[11] = last ? 1 : 0;
    return nonce;
}
function corrupt(how) {
    return new src/* ActionError */.lZ(`the encrypted data ${how}`, { code: 'E_CORRUPT', hint: 'restore another backup' });
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/ports/pipeline.js





/** Bytes a turn: the default of 16 KiB costs 15 % more CPU. */
const pipeline_CHUNK = 256 * 1024;
function encode(source, { compression, recipients }) {
    const compressed = through(source, compressor(compression));
    return recipients.length === 0 ? compressed : encrypt(compressed, recipients);
}
/** The way back. @throws ActionError E_CORRUPT where what was stored cannot be read. */
function decode(source, { compression, identities }) {
    const opened = identities === undefined ? source : decrypt(source, identities);
    return readable(through(opened, decompressor(compression)));
}
/** Passes a stream on and measures it. The facts are whole once the stream has ended. */
function measure(source) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let total = 0;
    let digest = '';
    async function* pass() {
        for await (const chunk of source) {
            hash.update(chunk);
            total += chunk.length;
            yield chunk;
        }
        digest = hash.digest('hex');
    }
    return { bytes: pass(), facts: () => ({ bytes: total, sha256: digest }) };
}
/** Nothing is read before the first byte is asked for. An error on either side ends both and reaches the reader. */
async function* through(source, transform) {
    if (transform === undefined)
        return yield* source;
    const from = external_node_stream_.Readable.from(source, { objectMode: false, highWaterMark: 1024 * 1024 });
    from.on('error', (error) => transform.destroy(error));
    transform.on('close', () => from.destroy());
    // The reader may be between two reads when it happens: it gets the error with its next one.
    transform.on('error', () => undefined);
    yield* from.pipe(transform);
}
async function* readable(source) {
    try {
        yield* source;
    }
    catch (error) {
        if (!/^(Z_|ZSTD_|ERR_ZSTD|ERR_BUFFER)/.test(String(error.code)))
            throw error;
        const message = `the stored data cannot be decompressed: ${error.message}`;
        throw new src/* ActionError */.lZ(message, { code: 'E_CORRUPT', hint: 'restore another backup', cause: error });
    }
}
/** A transform, or undefined where bytes stay as they are. Workers stay off: `ZSTD_c_nbWorkers` hangs Node 24. */
function compressor(compression) {
    if (compression.kind === 'none')
        return undefined;
    if (compression.kind === 'gzip')
        return (0,external_node_zlib_.createGzip)({ level: compression.level, chunkSize: pipeline_CHUNK });
    const params = {
        [external_node_zlib_.constants.ZSTD_c_compressionLevel]: compression.level,
        [external_node_zlib_.constants.ZSTD_c_checksumFlag]: 1,
    };
    return (0,external_node_zlib_.createZstdCompress)({ params, chunkSize: pipeline_CHUNK });
}
function decompressor(kind) {
    if (kind === 'none')
        return undefined;
    return kind === 'gzip' ? (0,external_node_zlib_.createGunzip)({ chunkSize: pipeline_CHUNK }) : (0,external_node_zlib_.createZstdDecompress)({ chunkSize: pipeline_CHUNK });
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/read-back.js


const FULL_BELOW = 2 * 1024 ** 3;
const DEFAULT_PERCENT = 5;
/** Which parts are read back. A sample always has the first and the last; `random` in [0, 1) chooses the others. */
function chooseParts(verify, data, random) {
    const all = data.parts.map((_, index) => index);
    if (verify === 'head')
        return [];
    if (verify === 'full' || (verify === 'auto' && data.bytes <= FULL_BELOW))
        return all;
    const percent = typeof verify === 'object' ? verify.percent : DEFAULT_PERCENT;
    const wanted = Math.max(Math.ceil((all.length * percent) / 100), Math.min(2, all.length));
    const chosen = new Set([0, all.length - 1]);
    while (chosen.size < wanted) {
        let index = Math.floor(random() * all.length);
        while (chosen.has(index))
            index = (index + 1) % all.length;
        chosen.add(index);
    }
    return [...chosen].sort((a, b) => a - b);
}
/** Compares what the store holds with what was sent. @throws ActionError E_BACKUP_VERIFY naming what differs. */
async function readBack(store, data, parts) {
    const facts = await store.head(data.key);
    if (facts?.size !== data.bytes) {
        const found = facts ? `${facts.size} bytes` : 'nothing';
        throw differs(`${data.key} should have ${data.bytes} bytes, the store has ${found}`);
    }
    let bytesRead = 0;
    for (const index of parts)
        bytesRead += await comparePart(store, data, index);
    const level = parts.length === data.parts.length ? 'full' : parts.length === 0 ? 'head' : 'sample';
    return { level, bytesRead };
}
/** Gives the bytes that were read. */
async function comparePart(store, data, index) {
    const { part, range } = locate(data, index);
    if (part.bytes === 0)
        return 0;
    const found = await store.digest(data.key, range);
    if (found.bytes !== part.bytes || found.sha256 !== part.sha256)
        throw partDiffers(data, index);
    return found.bytes;
}
async function readPart(store, data, index) {
    const { part, range } = locate(data, index);
    if (part.bytes === 0)
        return Buffer.alloc(0);
    const bytes = await store.get(data.key, range);
    if (bytes.length === part.bytes && (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') === part.sha256)
        return bytes;
    throw partDiffers(data, index);
}
function locate({ key, parts }, index) {
    const part = parts[index];
    if (part === undefined)
        throw new RangeError(`${key} has no part ${index + 1}`);
    const from = parts.slice(0, index).reduce((sum, { bytes }) => sum + bytes, 0);
    return { part, range: { from, bytes: part.bytes } };
}
function partDiffers(data, index) {
    const { from, bytes } = locate(data, index).range;
    const where = `bytes ${from} to ${from + bytes - 1}, ${(0,src/* formatSize */.Xq)(bytes)}`;
    return differs(`part ${index + 1} of ${data.parts.length} of ${data.key} (${where}) differs from what was stored`);
}
/**
 * The whole object, part by part, each checked before its first byte is passed on; the next one is fetched ahead.
 * @throws ActionError E_BACKUP_VERIFY naming the part that differs.
 */
async function* readParts(store, data) {
    let next;
    for (let index = 0; index < data.parts.length; index++) {
        const bytes = await (next ?? readPart(store, data, index));
        next = index + 1 < data.parts.length ? readPart(store, data, index + 1) : undefined;
        // Whoever stops reading early must not leave a rejection behind that nobody hears.
        next?.catch(() => undefined);
        yield bytes;
    }
}
function differs(message) {
    const hint = 'the store changed or lost bytes: look at it before you trust it with another backup';
    return new src/* ActionError */.lZ(message, { code: 'E_BACKUP_VERIFY', hint });
}

// EXTERNAL MODULE: ./actions/backup-to-s3/src/ports/psql.js
var psql = __webpack_require__(997);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/postgres-clients.js
var postgres_clients = __webpack_require__(878);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/postgres-sql.js
var postgres_sql = __webpack_require__(606);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/sources.js




/** How long the word of a session that has just ended may take to reach us. */
const LAST_WORDS_MS = 200;
async function openSource(plan, inputs, tools) {
    const { source } = plan;
    const none = {
        snapshot: undefined,
        inventory: async () => undefined,
        lost: async () => undefined,
        close: () => undefined,
    };
    if (source.kind === 'command') {
        const [file = '', ...args] = source.words;
        return { ...none, command: { file, args, env: inputs.env } };
    }
    if (source.kind === 'directory') {
        const args = ['--create', '--format=pax', '--file=-', `--directory=${source.path}`, '.'];
        return { ...none, command: { file: 'tar', args, env: { ...inputs.env, LC_ALL: 'C' } } };
    }
    return openPostgres(plan, inputs, tools);
}
async function openPostgres(plan, inputs, { ports, signal }) {
    const { source, clients } = plan;
    if (source.kind !== 'postgres' || clients === undefined)
        throw new TypeError('a dump needs clients');
    const env = (0,postgres_clients/* clientEnvironment */.B5)(source.connection, inputs.env);
    const session = await (0,psql/* openPsql */.B)(ports.exec, (0,postgres_clients/* psqlCommand */.K9)(clients, env), {
        code: 'E_DUMP_FAILED',
        what: `the snapshot of ${plan.label} was lost; nothing was stored`,
        signal,
    });
    const [snapshot] = await session.ask(postgres_sql/* SNAPSHOT_SQL */.kQ);
    const counted = session.ask(postgres_sql/* INVENTORY_SQL */.Qp).then(postgres_sql/* parseInventory */.au);
    // Awaited only when the dump has ended; until then a failure must not count as unheard.
    counted.catch(() => undefined);
    const inventory = async () => {
        const tables = await counted;
        judgeTables(tables, inputs);
        return tables;
    };
    const failure = counted.then(() => undefined).catch((error) => error);
    const lost = () => Promise.race([failure, ports.clock.sleep(LAST_WORDS_MS)]);
    return { command: (0,postgres_clients/* dumpCommand */.Y3)(clients, env, snapshot), snapshot, inventory, lost, close: session.stop };
}
function judgeTables(tables, { policy }) {
    if (tables.length >= policy.minTables || policy.allowEmpty)
        return;
    const message = `the database has ${tables.length} tables, fewer than min-tables (${policy.minTables}); nothing was stored`;
    throw new src/* ActionError */.lZ(message, {
        code: 'E_DUMP_TABLES',
        hint: 'is this the right database? If so: allow-empty: true',
    });
}

// EXTERNAL MODULE: ./actions/backup-to-s3/src/undo.js
var undo = __webpack_require__(714);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/part-buffers.js
function partBuffers(count, size) {
    const free = [];
    const waiting = [];
    let made = 0;
    return {
        take: async () => {
            const buffer = free.pop();
            if (buffer)
                return buffer;
            if (made < count) {
                made += 1;
                return Buffer.allocUnsafeSlow(size);
            }
            return new Promise((resolve) => waiting.push(resolve));
        },
        give: (buffer) => {
            const next = waiting.shift();
            if (next)
                next(buffer);
            else
                free.push(buffer);
        },
    };
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/upload.js



/**
 * Cuts a stream into equal parts and uploads them, `concurrency` at a time, out of `concurrency + 1` buffers. Nothing
 * is readable in the store before `completeUpload`. On failure it waits for what is under way and rethrows.
 */
async function uploadParts(source, to, { partSize, concurrency }) {
    const whole = (0,external_node_crypto_.createHash)('sha256');
    const buffers = partBuffers(concurrency + 1, partSize);
    const sender = partSender(to, concurrency, buffers.give);
    let bytes = 0;
    try {
        for await (const { buffer, filled } of filledBuffers(source, buffers)) {
            whole.update(filled);
            bytes += filled.length;
            await sender.send(buffer, filled);
        }
    }
    catch (error) {
        await sender.settle().catch(() => undefined);
        throw error;
    }
    return { bytes, sha256: whole.digest('hex'), ...(await sender.settle()) };
}
function partSender({ store, upload }, concurrency, release) {
    const running = new Set();
    const parts = [];
    const etags = [];
    let failure;
    const deliver = async (part) => {
        try {
            etags[part.number - 1] = await store.uploadPart(upload, part);
        }
        catch (error) {
            failure ??= error;
        }
    };
    return {
        send: async (buffer, bytes) => {
            while (running.size >= concurrency)
                await Promise.race(running);
            if (failure !== undefined)
                throw failure;
            const sha256 = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
            const md5 = (0,external_node_crypto_.createHash)('md5').update(bytes).digest('base64');
            const number = parts.push({ bytes: bytes.length, sha256 });
            const task = deliver({ number, bytes, sha256, md5 }).finally(() => {
                running.delete(task);
                release(buffer);
            });
            running.add(task);
        },
        settle: async () => {
            await Promise.all(running);
            if (failure !== undefined)
                throw failure;
            return { parts, etags };
        },
    };
}
/** The last buffer may be part-filled; an empty stream gives one empty buffer, so that every object has a part. */
async function* filledBuffers(source, buffers) {
    let buffer;
    let used = 0;
    let any = false;
    for await (const chunk of source) {
        for (let at = 0; at < chunk.length;) {
            buffer ??= await buffers.take();
            const taken = Math.min(buffer.length - used, chunk.length - at);
            buffer.set(chunk.subarray(at, at + taken), used);
            used += taken;
            at += taken;
            if (used < buffer.length)
                continue;
            yield { buffer, filled: buffer.subarray(0, used) };
            [buffer, used, any] = [undefined, 0, true];
        }
    }
    if (buffer === undefined && any)
        return;
    buffer ??= await buffers.take();
    yield { buffer, filled: buffer.subarray(0, used) };
}
/**
 * Makes the object appear. A lost answer is settled by looking at the object, never by trusting a second try alone:
 * it is ours if it has our size and our id. @throws what the store said where the object is not there.
 */
async function completeUpload(to, uploaded) {
    for (let attempt = 0;; attempt++) {
        let refusal;
        try {
            if (await to.store.completeUpload(to.upload, uploaded.etags))
                return;
        }
        catch (error) {
            refusal = error;
        }
        const facts = await to.store.head(to.upload.key);
        if (facts?.size === uploaded.bytes && facts.backupId === to.backupId)
            return;
        const worth = refusal === undefined || (0,src/* toActionError */.ie)(refusal).details.retryable === true;
        if (attempt < to.retries && worth)
            continue;
        throw refusal ?? notThere(to.upload.key);
    }
}
function notThere(key) {
    return new src/* ActionError */.lZ(`the store said that ${key} is complete, but it is not there`, { code: 'E_STORE' });
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/backup.js










/** Makes one backup. On any failure what lies in the store is taken out again before the failure is thrown on. */
async function makeBackup(plan, inputs, tools) {
    const { store, ports } = tools;
    const journal = { key: plan.key, manifestKey: plan.manifestKey };
    (0,src_journal/* beginJournal */.Fs)(ports.state, journal);
    try {
        const started = ports.clock.monotonic();
        const dumped = await transfer(plan, inputs, tools);
        const transferMs = ports.clock.monotonic() - started;
        ports.log.info(`uploaded ${dumped.uploaded.bytes} bytes, parts: ${dumped.uploaded.parts.length}`);
        const data = { ...dumped.uploaded, key: plan.key };
        const verified = await readBack(store, data, chooseParts(inputs.policy.verify, data, ports.random));
        const manifest = describeBackup(plan, inputs, { ...dumped, verified, atMs: ports.clock.now() });
        tools.signal.throwIfAborted();
        await store.put(plan.manifestKey, (0,src_manifest/* formatManifest */.L_)(manifest));
        (0,src_journal/* endJournal */.Pf)(ports.state);
        return { manifest, transferMs };
    }
    catch (error) {
        await undoQuietly(plan, tools);
        throw error;
    }
}
/** What went wrong first is what the user has to hear; post tries again what could not be undone here. */
async function undoQuietly(plan, { undoing, ports }) {
    try {
        for (const line of await (0,undo/* undo */.t)(undoing, plan))
            ports.log.info(line);
        (0,src_journal/* endJournal */.Pf)(ports.state);
    }
    catch (error) {
        ports.log.warning(`${plan.key} could not be taken out of the store yet: ${(0,src/* toActionError */.ie)(error).message}`);
    }
}
/** Dump, compression, encryption and upload as one stream; the object appears only when all of it was good. */
async function transfer(plan, inputs, { store, ports, signal }) {
    const source = await openSource(plan, inputs, { ports, signal });
    try {
        let inventory;
        const settle = async () => {
            inventory = await source.inventory();
        };
        const { minSize, allowEmpty } = inputs.policy;
        const options = { kind: plan.source.kind, command: source.command, minSize, allowEmpty, signal, settle };
        const raw = measure(dump(ports.exec, options));
        const to = { store, upload: await store.createUpload(plan.key, plan.id) };
        const { partSize } = plan;
        const { concurrency } = inputs.pipeline;
        const uploaded = await uploadParts(encode(raw.bytes, inputs.pipeline), to, { partSize, concurrency });
        signal.throwIfAborted();
        await completeUpload({ ...to, backupId: plan.id, retries: inputs.store.retries }, uploaded);
        return { raw: raw.facts(), uploaded, snapshot: source.snapshot, inventory };
    }
    catch (error) {
        throw (await source.lost()) ?? error;
    }
    finally {
        source.close();
    }
}

// EXTERNAL MODULE: ./actions/backup-to-s3/src/ports/s3.js + 3 modules
var s3 = __webpack_require__(572);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/restore-database.js



/**
 * Restores a dump in one transaction that stops at the first error. It is committed only after the last byte was checked
 * and every table was counted; a killed run, a lost line or a failed check leave the database as it was. `psql
 * --single-transaction` would not do: it commits whatever it got when its input ends.
 */
async function restoreDatabase(plan, inputs, { ports, signal, restoring }) {
    const { target, replaces, manifest } = plan;
    const connection = inputs.restore?.target;
    if (connection === undefined || target.clients === undefined)
        throw new TypeError('a restore needs a target');
    const session = await (0,psql/* openPsql */.B)(ports.exec, (0,postgres_clients/* psqlCommand */.K9)(target.clients, (0,postgres_clients/* clientEnvironment */.B5)(connection, inputs.env)), {
        code: 'E_RESTORE_FAILED',
        what: `restoring ${manifest.id} into ${target.label} failed; nothing was changed`,
        hint: 'the first error counts: a missing role or extension, an older server or psql',
        signal,
    });
    try {
        await session.ask(replaces ? `${postgres_sql/* BEGIN_SQL */.Hb}\n${postgres_sql/* WIPE_SQL */.H1}` : postgres_sql/* BEGIN_SQL */.Hb);
        await session.feed(restoring.bytes);
        restoring.checkWhole();
        restoring.checkTables((0,postgres_sql/* parseInventory */.au)(await session.ask(postgres_sql/* INVENTORY_SQL */.Qp)));
        signal.throwIfAborted();
        await session.ask('COMMIT;');
        await session.close();
    }
    catch (error) {
        session.stop();
        throw error;
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/ports/folders.js
var folders = __webpack_require__(800);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/restore-path.js




/** Writes a command's bytes beside the target and puts them in its place once they are whole. */
async function restoreFile(inputs, { ports, restoring }) {
    const { target, partial } = places(inputs, ports.random());
    try {
        await (0,folders/* writeStream */.G6)(partial, restoring.bytes);
        restoring.checkWhole();
        await (0,folders/* replace */.HC)(partial, target);
    }
    finally {
        await ports.files.remove(partial);
    }
}
/** Unpacks an archive into a folder beside the target and puts that in its place once all of it is there. */
async function restoreDirectory(inputs, { ports, signal, restoring }) {
    const { target, partial } = places(inputs, ports.random());
    try {
        await ports.files.makeFolder(partial);
        await unpack(partial, inputs, { ports, signal, restoring });
        restoring.checkWhole();
        await (0,folders/* replace */.HC)(partial, target);
    }
    finally {
        await ports.files.remove(partial);
    }
}
async function unpack(folder, { env }, { ports, signal, restoring }) {
    const args = ['--extract', '--preserve-permissions', '--file=-', `--directory=${folder}`];
    const child = await ports.exec.start({ file: 'tar', args, env: { ...env, LC_ALL: 'C' } }, signal);
    const complaints = (0,src_tail/* keepTail */.G9)(8 * 1024);
    child.stderr.on('data', complaints.add);
    child.stdout.resume();
    let ended = false;
    const exit = child.exit.finally(() => {
        ended = true;
    });
    try {
        for await (const chunk of restoring.bytes) {
            if (!child.stdin.write(chunk) && !ended) {
                await Promise.race([new Promise((drained) => child.stdin.once('drain', drained)), exit]);
            }
        }
    }
    catch (error) {
        child.stop();
        throw error;
    }
    child.stdin.end();
    const { code, signal: by } = await exit;
    if (code === 0)
        return;
    const said = (0,src/* redact */.E$)(complaints.bytes().toString('utf8').trim()).split('\n').slice(-4).join('\n');
    throw new src/* ActionError */.lZ(`tar ${by ? `was ended by ${by}` : `exited ${code}`}; nothing was changed\n${said}`, {
        code: 'E_RESTORE_FAILED',
        hint: 'is there room on the disk, and may this user write there?',
    });
}
function places({ restore }, random) {
    const target = (0,external_node_path_.resolve)(restore?.path ?? '');
    return { target, partial: `${target}.restoring-${Math.floor(random * 2 ** 32).toString(16)}` };
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/restore.js






async function restore(plan, inputs, tools) {
    const { manifest } = plan;
    const { ports } = tools;
    const started = ports.clock.monotonic();
    const restoring = restore_open(manifest, inputs, tools.store);
    if (manifest.source.kind === 'postgres')
        await restoreDatabase(plan, inputs, { ...tools, restoring });
    else if (manifest.source.kind === 'directory')
        await restoreDirectory(inputs, { ...tools, restoring });
    else
        await restoreFile(inputs, { ...tools, restoring });
    const { inventory, raw } = manifest;
    const ms = Math.round(ports.clock.monotonic() - started);
    return { ms, rawBytes: raw.bytes, tables: inventory?.length, rows: inventory ? (0,src_manifest/* rowsOf */.RO)(inventory) : undefined };
}
function restore_open(manifest, { restore: asked }, store) {
    const encrypted = manifest.pipeline.encryption === 'age';
    const identities = encrypted ? asked?.identities : undefined;
    const stored = readParts(store, manifest.stored);
    const raw = measure(decode(stored, { compression: (0,src_manifest/* compressionKind */.tz)(manifest), identities }));
    const fail = (message, code) => {
        throw new src/* ActionError */.lZ(`${message}; nothing was changed`, {
            code,
            hint: 'restore another backup; mode: list shows them',
        });
    };
    return {
        bytes: raw.bytes,
        checkWhole: () => {
            const { bytes, sha256 } = raw.facts();
            if (sha256 !== manifest.raw.sha256) {
                fail(`what came out of ${manifest.id} (${bytes} bytes) is not what was dumped (${manifest.raw.bytes})`, 'E_CORRUPT');
            }
        },
        checkTables: (found) => {
            const lines = manifest.inventory ? (0,src_manifest/* differences */.tX)(manifest.inventory, found) : [];
            const more = lines.length > 5 ? ` and ${lines.length - 5} more` : '';
            if (lines.length > 0)
                fail(`the restored tables differ: ${lines.slice(0, 5).join(', ')}${more}`, 'E_RESTORE_DIFFERS');
        },
    };
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/execute.js




async function execute(plan, ports, inputs) {
    if (plan.mode === 'list')
        return { mode: 'list', plan };
    const deadline = AbortSignal.timeout(inputs.timeoutMs);
    const signal = AbortSignal.any([ports.signal, deadline]);
    const store = await (0,s3/* openStore */.C)(inputs.store, ports, signal);
    try {
        if (plan.mode === 'restore')
            return { mode: 'restore', plan, restored: await restore(plan, inputs, { store, ports, signal }) };
        const undoing = await (0,s3/* openStore */.C)({ ...inputs.store, retries: 3 }, ports);
        const backup = await makeBackup(plan, inputs, { store, undoing, ports, signal });
        return { mode: 'backup', plan, backup, tidied: await tidy(plan, store) };
    }
    catch (error) {
        if (!deadline.aborted || ports.signal.aborted)
            throw error;
        const hint = 'raise timeout, or find out what became slow';
        throw new src/* TimeoutError */.MU(`not finished within ${(0,src/* formatDuration */.a3)(inputs.timeoutMs)}`, { hint, cause: error });
    }
}
/** Manifest first, then data: at no moment is half a backup listed. One failure does not stop the others. */
async function tidy({ prune, sweep }, store) {
    const failures = [];
    const pruned = [];
    const swept = [];
    const attempt = async (done, what, work) => {
        try {
            await work();
            done.push(what);
        }
        catch (error) {
            failures.push(`${what}: ${(0,src/* toActionError */.ie)(error).message}`);
        }
    };
    for (const { id, manifestKey, dataKey } of prune.remove) {
        await attempt(pruned, id, async () => {
            await store.remove(manifestKey);
            await store.remove(dataKey);
        });
    }
    for (const upload of sweep.uploads)
        await attempt(swept, `upload of ${upload.key}`, () => store.abortUpload(upload));
    for (const key of sweep.data)
        await attempt(swept, key, () => store.remove(key));
    return { pruned, swept, failures };
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
