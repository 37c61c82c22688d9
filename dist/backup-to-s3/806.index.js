export const id = 806;
export const ids = [806];
export const modules = {

/***/ 806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  observe: () => (/* binding */ observe),
  observeSet: () => (/* binding */ observeSet)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 23 modules
var src = __webpack_require__(579);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/layout.js
var layout = __webpack_require__(942);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/manifest.js
var src_manifest = __webpack_require__(589);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/ports/folders.js
var ports_folders = __webpack_require__(800);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/ports/psql.js
var psql = __webpack_require__(997);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/postgres-clients.js
var postgres_clients = __webpack_require__(878);
// EXTERNAL MODULE: ./actions/backup-to-s3/src/postgres-sql.js
var postgres_sql = __webpack_require__(606);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/observe-postgres.js




/** Every pg_dump of this machine: the folders of the usual systems, and PATH. */
async function findClients(env, ports) {
    const folders = (await Promise.all(postgres_clients/* CLIENT_FOLDERS */.ic.map(ports_folders/* expandFolder */.ty))).flat();
    const asked = [...folders, ''].map(async (folder) => {
        const file = folder === '' ? 'pg_dump' : `${folder}/pg_dump`;
        const command = { file, args: ['--version'], env: { PATH: env['PATH'] ?? '' }, timeoutMs: 10_000 };
        const result = await ports.exec.run(command, ports.signal).catch(() => undefined);
        const version = (0,postgres_clients/* parseClientVersion */.VW)(result?.stdout ?? '');
        return version && { folder, ...version };
    });
    return (await Promise.all(asked)).filter((clients) => clients !== undefined);
}
/** @throws ActionError E_SOURCE with what psql says where nobody answers or the door stays shut. */
async function askServer(connection, { found, env }, ports) {
    const [line = ''] = await askLines(connection, { found, env, sql: postgres_sql/* SERVER_SQL */.b7 }, ports);
    return (0,postgres_sql/* parseServer */.ld)(line);
}
async function askLines(connection, { found, env, sql }, ports) {
    const newest = [...found].sort((a, b) => b.major - a.major)[0] ?? (0,postgres_clients/* chooseClients */.iM)(found, 0, undefined);
    const session = await (0,psql/* openPsql */.B)(ports.exec, (0,postgres_clients/* psqlCommand */.K9)(newest, (0,postgres_clients/* clientEnvironment */.B5)(connection, env)), {
        code: 'E_SOURCE',
        what: `asking ${connection.label}`,
        hint: 'check the address, user and password, and whether this runner may connect',
        signal: ports.signal,
    });
    // One line each: json_build_object prints on one line whatever the values hold.
    const lines = await session.ask(sql);
    await session.close();
    return lines;
}

;// CONCATENATED MODULE: ./actions/backup-to-s3/src/observe-source.js




async function observeSource(source, inputs, ports) {
    if (source.kind === 'postgres')
        return observePostgres(source, inputs, ports);
    if (source.kind === 'directory')
        return observeDirectory(source, inputs, ports);
    return { estimate: undefined };
}
async function observePostgres(source, { env }, ports) {
    const found = await findClients(env, ports);
    const server = await askServer(source.connection, { found, env }, ports);
    return { estimate: server.bytes, server, clients: (0,postgres_clients/* chooseClients */.iM)(found, server.major, source.clientMajor) };
}
async function observeDirectory({ path }, { policy }, ports) {
    const facts = await ports.files.facts(path);
    if (facts?.kind !== 'directory') {
        const message = facts ? `${path} is no directory` : `${path} does not exist`;
        throw new src/* ActionError */.lZ(message, { code: 'E_SOURCE', hint: 'path: a directory on this runner' });
    }
    const { bytes, entries } = await (0,ports_folders/* sizeOf */.$d)(path);
    if (entries === 0 && !policy.allowEmpty) {
        throw new src/* ActionError */.lZ(`${path} is empty`, {
            code: 'E_DUMP_EMPTY',
            hint: 'is it mounted? If so: allow-empty: true',
        });
    }
    return { estimate: bytes };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/observe-target.js




/** What is already in the place that a backup is restored to. */
async function observeTarget(restore, { env }, ports) {
    const { target, path = '' } = restore;
    if (target === undefined) {
        const whole = (0,external_node_path_.resolve)(path);
        return { content: await (0,ports_folders/* contentOf */.$E)(whole), confirmName: (0,external_node_path_.basename)(whole), label: path };
    }
    const found = await findClients(env, ports);
    const server = await askServer(target, { found, env }, ports);
    const content = await askLines(target, { found, env, sql: postgres_sql/* CONTENT_SQL */.vf }, ports);
    const clients = [...found].sort((a, b) => b.major - a.major)[0];
    const common = { content, confirmName: target.database, label: target.label, server };
    return clients ? { ...common, clients } : common;
}

// EXTERNAL MODULE: ./actions/backup-to-s3/src/ports/s3.js + 3 modules
var s3 = __webpack_require__(572);
;// CONCATENATED MODULE: ./actions/backup-to-s3/src/observe.js






/** Manifests that are read at once. */
const READERS = 8;
/** Everything that is asked of store, server and disk before a byte is written. */
async function observe(inputs, ports) {
    const store = await (0,s3/* openStore */.C)(inputs.store, ports, ports.signal);
    const nowMs = ports.clock.now();
    const set = await observeSet(store, inputs.place);
    const common = { nowMs, newId: (0,layout/* makeId */.M4)(nowMs, ports.random()), set };
    if (inputs.source)
        return { ...common, source: await observeSource(inputs.source, inputs, ports) };
    if (inputs.restore)
        return { ...common, target: await observeTarget(inputs.restore, inputs, ports) };
    return common;
}
async function observeSet(store, place) {
    const listing = (0,layout/* sortListing */.JP)(place, await store.list((0,layout/* setPrefix */.n0)(place)));
    const uploads = await store.listUploads((0,layout/* setPrefix */.n0)(place));
    const backups = [];
    for (let at = 0; at < listing.manifests.length; at += READERS) {
        const ids = listing.manifests.slice(at, at + READERS);
        const read = await Promise.all(ids.map((id) => readBackup(store, place, id)));
        backups.push(...read.filter((backup) => backup !== undefined).map((backup) => withData(backup, listing)));
    }
    return { listing, uploads, backups: backups.sort((a, b) => beganMs(a) - beganMs(b)) };
}
/** Two backups of one second have ids that do not tell which was first. */
function beganMs({ id, manifest }) {
    return manifest ? (0,src_manifest/* startedOf */.PU)(manifest) : ((0,layout/* timeOfId */.I9)(id) ?? 0);
}
/** Undefined where another run has pruned it since the listing. */
async function readBackup(store, place, id) {
    try {
        const text = (await store.get((0,layout/* manifestKey */.Rn)(place, id))).toString('utf8');
        return { id, manifest: (0,src_manifest/* parseManifest */.Ng)(text, id), problem: undefined };
    }
    catch (error) {
        if (error instanceof src/* HttpError */.j$ && error.status === 404)
            return undefined;
        if (error instanceof src/* ActionError */.lZ && error.code === 'E_MANIFEST') {
            return { id, manifest: undefined, problem: error.message };
        }
        throw error;
    }
}
/** A manifest whose data is gone or cut is no backup: it must neither be restored nor counted by retention. */
function withData(backup, { data }) {
    const stored = backup.manifest?.stored;
    if (stored === undefined)
        return backup;
    const found = data.find(({ key }) => key === stored.key);
    if (found?.size === stored.bytes)
        return backup;
    const problem = found ? `its data has ${found.size} bytes instead of ${stored.bytes}` : 'its data is missing';
    return { id: backup.id, manifest: undefined, problem };
}


/***/ })

};
