export const id = 904;
export const ids = [904];
export const modules = {

/***/ 9904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  observe: () => (/* binding */ observe)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var src = __webpack_require__(2056);
// EXTERNAL MODULE: ./node_modules/@suite/ssh/src/index.js + 16 modules
var ssh_src = __webpack_require__(9551);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/archive.js
var archive = __webpack_require__(5927);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/content.js
var content = __webpack_require__(5168);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/env-file.js
var env_file = __webpack_require__(1737);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/file-mapping.js
var file_mapping = __webpack_require__(7052);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/manifest.js
var manifest = __webpack_require__(4680);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/checkout.js





/** Reads everything that is sent to the hosts. @throws InputError with every path that is not there. */
async function readCheckout(what, readTree) {
    const problems = [];
    const read = async (input, path) => {
        try {
            const found = await readTree(path);
            if (found !== undefined)
                return found;
            problems.push({ input, problem: `${path} is not in the checkout; is there a checkout step before this one?` });
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            problems.push({ input, problem: error.message, fix: 'a file of the checkout instead of the link' });
        }
        return [];
    };
    const compose = await Promise.all(what.composeFiles.map(async (path) => ({ path, files: await read('compose-files', path) })));
    const mapped = await Promise.all(what.files.map(async (mapping) => ({ mapping, files: await read('files', mapping.source) })));
    const envText = what.envFile === undefined ? undefined : await read('env-file', what.envFile);
    if (problems.length > 0)
        throw new src/* InputError */.dz(problems);
    const placed = mapped.flatMap(({ mapping, files }) => files.map(({ inside, content, mode }) => ({
        area: mapping.area,
        path: (0,file_mapping/* destinationOf */.M)(mapping, inside),
        content,
        mode,
    })));
    refuseReserved(placed.filter(({ area }) => area === 'release').map(({ path }) => path));
    const composed = compose.flatMap(({ path, files }) => files.map(({ content, mode }) => ({ path, content, mode })));
    return {
        ...(await readCompose(composed)),
        releaseFiles: unique([...composed, ...placed.filter(({ area }) => area === 'release')]),
        sharedFiles: unique(placed.filter(({ area }) => area === 'shared')),
        env: new Map([...readEnvFile(envText?.[0]?.content), ...what.env]),
    };
}
/** The action writes these itself, so that files of that name would be lost without a word. */
const RESERVED = ['env', 'manifest.json', 'shared', '.compose', '.profiles', '.hashes', content/* IMAGES_FILE */.gS, manifest/* COLOUR_FILE */.If];
function refuseReserved(paths) {
    const taken = RESERVED.filter((name) => paths.some((path) => path === name || path.startsWith(`${name}/`)));
    if (taken.length === 0)
        return;
    const problem = `would put ${taken.join(', ')} into the release, where ssh-deploy writes its own`;
    throw new src/* InputError */.dz([{ input: 'files', problem, fix: `files: <src> -> <another name than ${taken[0]}>` }]);
}
async function readCompose(files) {
    if (files.length === 0)
        return { services: [], networks: [] };
    // The YAML parser is half of the bundle's start-up time, which bad inputs need not wait for.
    const { parseCompose, parseNetworks } = await Promise.all(/* import() */[__webpack_require__.e(637), __webpack_require__.e(476)]).then(__webpack_require__.bind(__webpack_require__, 8476));
    try {
        const texts = files.map(({ path, content }) => ({ path, text: Buffer.from(content).toString('utf8') }));
        return { services: parseCompose(texts), networks: parseNetworks(texts) };
    }
    catch (error) {
        throw new src/* InputError */.dz([{ input: 'compose-files', problem: error instanceof Error ? error.message : String(error) }]);
    }
}
function readEnvFile(content) {
    if (content === undefined)
        return new Map();
    try {
        const values = (0,env_file/* parseEnvFile */.FO)(Buffer.from(content).toString('utf8'));
        return new Map([...values].map(([key, value]) => [key, new src/* Secret */.zh(value)]));
    }
    catch (error) {
        throw new src/* InputError */.dz([{ input: 'env-file', problem: error instanceof Error ? error.message : String(error) }]);
    }
}
/** Later mappings win over earlier ones; sorted, so that the same files give the same archive. */
function unique(files) {
    const byPath = new Map(files.map(({ path, content, mode }) => [path, mode === undefined ? { path, content } : { path, content, mode }]));
    return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/deadline.js

/**
 * Runs what comes before a deploy with a signal that also aborts when the time of the whole run is over, and notes when
 * that will be. @throws TimeoutError where it is over by then.
 */
async function withinTime(timeoutMs, { ports, fleet }, work) {
    const late = new AbortController();
    fleet.deadline = ports.clock.monotonic() + timeoutMs;
    const timer = setTimeout(() => late.abort(), timeoutMs);
    try {
        return await work({ ...ports, signal: AbortSignal.any([ports.signal, late.signal]) });
    }
    catch (thrown) {
        if (!late.signal.aborted || ports.signal.aborted)
            throw thrown;
        const time = (0,src/* formatDuration */.a3)(timeoutMs);
        const hint = 'set timeout to more than that and the deploy need, for example 30m; lock-wait counts too';
        const message = `the hosts were not connected to, locked and looked at within ${time}; nothing was deployed`;
        throw new src/* TimeoutError */.MU(message, { hint, cause: thrown });
    }
    finally {
        clearTimeout(timer);
    }
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/facts-needs.js
var facts_needs = __webpack_require__(9026);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/fleet.js + 5 modules
var src_fleet = __webpack_require__(8641);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/host-facts.js + 2 modules
var host_facts = __webpack_require__(4019);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/inputs-how.js
var inputs_how = __webpack_require__(9135);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/needs.js
var needs = __webpack_require__(4888);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/ports/tree.js


/**
 * Reads a file, or every file below a folder, sorted by path; undefined where there is nothing. Links are followed
 * within the checkout: what lies outside of it is the runner's, and nobody who may change the checkout may send it.
 * @throws RangeError naming a link that leads out of the checkout, or nowhere.
 */
async function readTree(path, checkout = '.') {
    const root = await (0,promises_.realpath)(checkout);
    const source = (0,external_node_path_.join)(root, path);
    if ((await (0,promises_.stat)(source).catch(() => undefined)) === undefined)
        return undefined;
    const files = [];
    await walk({ path: source, inside: '' }, root, files);
    return files.sort((a, b) => (a.inside < b.inside ? -1 : 1));
}
async function walk({ path, inside }, root, files) {
    const name = (0,external_node_path_.relative)(root, path);
    const real = await (0,promises_.realpath)(path).catch(() => undefined);
    if (real === undefined)
        throw new RangeError(`${name} is a link that leads nowhere`);
    if (real !== root && !real.startsWith(`${root}${external_node_path_.sep}`))
        throw new RangeError(`${name} is a link that leads out of the checkout, to ${real}`);
    const facts = await (0,promises_.stat)(real);
    if (facts.isFile()) {
        files.push({ inside, content: await (0,promises_.readFile)(real), mode: facts.mode & 0o111 ? 0o755 : 0o644 });
    }
    else if (facts.isDirectory()) {
        for (const child of await (0,promises_.readdir)(real))
            await walk({ path: (0,external_node_path_.join)(path, child), inside: (0,external_node_path_.join)(inside, child) }, root, files);
    }
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/images.js
var src_images = __webpack_require__(8867);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/proxies.js + 7 modules
var proxies = __webpack_require__(3438);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/selection.js
var selection = __webpack_require__(9563);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/question.js





/** What every host is asked. @throws InputError where the checkout does not hold what the inputs name. */
function questionOf(inputs, checkout) {
    const { root, what, proxy, proxyConfig } = inputs;
    const file = proxy === 'none' ? undefined : proxies/* proxies */.B[proxy].file;
    return {
        root,
        app: what.app,
        release: what.mode === 'rollback' ? what.to : what.release,
        shared: checkout?.sharedFiles.map(({ path }) => path) ?? [],
        proxyFile: file === undefined ? undefined : `${proxyConfig}/${file}`,
        mode: what.mode,
        images: checkout && imagesOf(inputs, checkout),
        login: loginOf(inputs),
    };
}
/** Images of the release, and of services that stand in the compose file without a variable. */
function imagesOf(inputs, checkout) {
    // Proxy and strategy have no say in which images there are.
    const strategy = (0,inputs_how/* isPlain */.$i)(inputs.strategy) ? inputs.strategy : 'rolling';
    const { images } = (0,content/* contentOf */.$E)({ ...inputs, proxy: 'none', strategy }, checkout, '');
    const written = (0,selection/* selectServices */.Zo)(inputs, checkout.services)
        .filter(({ name }) => !(name in images))
        .flatMap(({ image }) => (image === undefined || image.includes('$') ? [] : [image]));
    return [...new Set([...Object.values(images), ...written])];
}
function loginOf({ registry, what }) {
    const [image] = what.images;
    const host = registry?.host ?? (image && (0,src_images/* registryOf */.Fv)(image.ref));
    if (registry === undefined || host === undefined)
        return undefined;
    return { host, username: registry.username, password: registry.password.reveal() };
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/room.js
var src_room = __webpack_require__(5130);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/observe.js















/** Modes that look at what would be deployed. */
const NEEDS_CHECKOUT = new Set(['deploy', 'plan', 'check']);
/**
 * Reads the checkout, connects, and asks every host about itself. A deploy holds the locks before it asks, so that what
 * it sees stays true; a dry run takes none and starts no agent.
 */
function observe(inputs, ports, fleet) {
    return withinTime(inputs.policy.timeoutMs, { ports, fleet }, (timed) => observeAll(inputs, timed, fleet));
}
async function observeAll(inputs, ports, fleet) {
    const { mode } = inputs.what;
    const what = (0,inputs_how/* isPlain */.$i)(inputs.strategy) ? { ...inputs.what, composeFiles: [] } : inputs.what;
    const checkout = NEEDS_CHECKOUT.has(mode) ? await readCheckout(what, readTree) : undefined;
    // What does not fit together in the checkout is told before any host hears of it.
    if (checkout && mode !== 'check')
        (0,content/* contentOf */.$E)(inputs, checkout, '');
    const question = questionOf(inputs, checkout);
    const look = () => Promise.all(fleet.connections.map((connection) => observeHost(connection, question, { ports, inputs })));
    if (mode === 'check') {
        const unreachable = await (0,src_fleet.connectEach)(inputs, ports, fleet);
        return { checkout, hosts: await look(), unreachable };
    }
    // Before the locks, not under them.
    if (checkout && !inputs.dryRun)
        await packFor(checkout, true);
    await (0,src_fleet.connectAll)(inputs, ports, fleet);
    if (!inputs.dryRun && mode !== 'list') {
        const opened = await (0,src_fleet.lockAll)(inputs, fleet, { tx: transactionName(inputs, ports.random()), ports });
        for (const { session, recovered } of opened) {
            const end = recovered.findLast((event) => event.e === 'end');
            if (end?.e === 'end')
                ports.log.warning(`${session.host}: an earlier deploy (${end.tx}) had not ended; it is ${end.result} now`);
        }
    }
    const hosts = await look();
    if (checkout && hosts.some(({ facts }) => !facts.tools.includes('zstd')))
        await packFor(checkout, false);
    return { checkout, hosts };
}
/** Hosts without zstd are few, and known only when they were asked. */
async function packFor({ releaseFiles, sharedFiles }, zstd) {
    for (const files of [releaseFiles, sharedFiles])
        await (0,archive/* packAhead */.h)(files, zstd);
}
/** The agent refuses the same transaction twice only within one session; a name of its own keeps the history readable. */
function transactionName({ what }, random) {
    return `${what.mode}-${what.release || what.to || 'previous'}-${Math.floor(random * 36 ** 4).toString(36)}`;
}
async function observeHost(connection, question, run) {
    const result = await connection.run((0,host_facts/* formatFactsScript */.g_)(question), 60_000);
    if (result.code !== 0) {
        const host = (0,ssh_src/* formatTarget */.P4)(connection.target);
        throw new src/* ActionError */.lZ(`${host}: the host could not be looked at (exit ${result.code}): ${result.stderr.trim()}`, {
            code: 'E_AGENT',
            hint: 'the login shell of the user must take `exec sh -s`',
        });
    }
    const facts = await withReclaimable((0,host_facts/* parseFacts */.hx)(result.stdout), connection, run.inputs);
    const hmacKey = facts.hmacKey?.reveal() ?? (0,external_node_crypto_.randomBytes)(32).toString('hex');
    const skew = facts.now - Math.round(run.ports.clock.now() / 1_000);
    return { target: connection.target, facts, hmacKey, skew };
}
/** What docker could free takes it a while to count, so it is asked only where the disk is short. */
async function withReclaimable(facts, connection, { room }) {
    const short = (0,src_room/* roomProblems */.O)(facts, { host: '', room, needs: { ...(0,needs/* pullOf */.pv)(facts), memory: 0 } });
    if (!short.some(({ code }) => code === 'E_DISK'))
        return facts;
    const { stdout } = await connection.run(facts_needs/* RECLAIMABLE_SCRIPT */.GF, 30_000);
    return { ...facts, needs: { ...facts.needs, reclaimable: (0,facts_needs/* parseReclaimable */.tP)(stdout) } };
}


/***/ })

};
