export const id = 105;
export const ids = [105,983];
export const modules = {

/***/ 3105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanUp: () => (/* binding */ cleanUp),
/* harmony export */   dutyOf: () => (/* binding */ dutyOf)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5862);
/* harmony import */ var _execute_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1819);
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1924);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5080);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6983);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4669);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7132);







/** A committed release goes back when the job failed or was cancelled; an unsettled one is looked after in any case. */
function dutyOf(state, inputs) {
    const jobFailed = inputs.jobStatus !== 'success';
    const unsettled = state.began !== undefined && state.settled === undefined;
    const release = state.deployed ?? (unsettled ? state.began : undefined);
    return { settle: unsettled, rollBack: jobFailed && inputs.rollbackOn === 'job' ? release : undefined };
}
/** Post: rolls back where the job failed after the deploy, waits until every host has settled, and removes the key. */
async function cleanUp(ports, read, fleet) {
    const folder = ports.state.read(_fleet_js__WEBPACK_IMPORTED_MODULE_2__.SSH_FOLDER);
    const folders = folder === undefined ? [] : [folder];
    try {
        const [began, settled, deployed] = [_execute_js__WEBPACK_IMPORTED_MODULE_1__.BEGAN, _execute_js__WEBPACK_IMPORTED_MODULE_1__.SETTLED, _execute_js__WEBPACK_IMPORTED_MODULE_1__.DEPLOYED].map((name) => ports.state.read(name));
        if (began === undefined)
            return undefined;
        const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .Ko)(read);
        const duty = dutyOf({ began, settled, deployed }, inputs);
        const noted = {
            ...ports,
            state: { ...ports.state, save: (name, value) => (name === _fleet_js__WEBPACK_IMPORTED_MODULE_2__.SSH_FOLDER ? void folders.push(value) : undefined) },
        };
        if (duty.rollBack !== undefined)
            return await rollBack(inputs, duty.rollBack, { ports: noted, fleet });
        if (duty.settle)
            return await settleHosts(inputs, noted, fleet);
        return undefined;
    }
    finally {
        await (0,_fleet_js__WEBPACK_IMPORTED_MODULE_2__.closeAll)(fleet);
        await Promise.all(folders.map((path) => ports.files.remove(path)));
    }
}
async function rollBack(inputs, release, run) {
    try {
        return await goBack(inputs, release, run);
    }
    catch (thrown) {
        const failure = (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .toActionError */ .ie)(thrown);
        const message = `the job is ${inputs.jobStatus}, and ${release} could not be rolled back: ${failure.code}: ${failure.message}`;
        const hint = 'the hosts still serve what they did; run `mode: rollback`, or deploy the older commit';
        throw new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(message, { code: 'E_ROLLBACK_FAILED', hint, cause: thrown, failsPost: true });
    }
}
async function goBack(inputs, release, { ports, fleet }) {
    const began = ports.clock.monotonic();
    const back = backwards(inputs);
    const facts = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_4__.observe)(back, ports, fleet);
    const concerned = facts.hosts.filter((host) => host.facts.current === release);
    if (concerned.length === 0)
        return undefined;
    if (concerned.some(({ facts: { manifests } }) => !manifests.find((each) => each.release === release)?.previous)) {
        ports.log.warning(`the job failed after the first release ${release}: there is none to go back to, so it stays`);
        return undefined;
    }
    const plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planDeploy */ .b)(back, facts, (host) => host.facts.current === release);
    const results = await (0,_execute_js__WEBPACK_IMPORTED_MODULE_1__.executePlan)(plan, ports, { fleet, inputs: back });
    if (results.failure)
        throw results.failure;
    const seconds = (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ports.clock.monotonic() - began);
    ports.log.notice(`the job is ${inputs.jobStatus}: rolled back from ${release} in ${seconds}`);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .report */ .z)(plan, results);
}
/** The same hosts and policy, to the release before; whatever is still settling is waited for. */
function backwards(inputs) {
    return {
        ...inputs,
        dryRun: false,
        expectVersion: undefined,
        what: { ...inputs.what, mode: 'rollback', to: undefined },
        policy: { ...inputs.policy, lockWaitMs: Math.max(inputs.policy.lockWaitMs, 2 * inputs.policy.leaseMs) },
    };
}
async function settleHosts(inputs, ports, fleet) {
    const patient = { ...inputs, policy: { ...inputs.policy, lockWaitMs: 2 * inputs.policy.leaseMs } };
    await (0,_fleet_js__WEBPACK_IMPORTED_MODULE_2__.connectAll)(patient, ports, fleet);
    const opened = await (0,_fleet_js__WEBPACK_IMPORTED_MODULE_2__.lockAll)(patient, fleet, '-');
    for (const { session, last } of opened)
        ports.log.info(`${session.host} has settled; its last transaction: ${last || 'none'}`);
}


/***/ }),

/***/ 1819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BEGAN: () => (/* binding */ BEGAN),
  DEPLOYED: () => (/* binding */ DEPLOYED),
  SETTLED: () => (/* binding */ SETTLED),
  executePlan: () => (/* binding */ executePlan)
});

// EXTERNAL MODULE: ./build/node_modules/@suite/core/src/index.js + 23 modules
var src = __webpack_require__(5862);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/drive.js
function putFrames(payloads) {
    return payloads.map(({ name, content }) => ({ frame: 'put', name, content }));
}
/** The frames of a step: its scripts and payloads, then the order to run it. */
function stepFrames(step) {
    return [...scriptFrames(step), { frame: 'step', id: step.id, limit: step.limit, kind: step.kind }];
}
/** The frames of a step that runs forward after commit. */
function afterFrames(step) {
    return [...scriptFrames(step), { frame: 'after', id: step.id, limit: step.limit }];
}
function scriptFrames({ id, run, undo, payloads = [] }) {
    const scripts = [{ name: `${id}.do`, content: Buffer.from(run) }];
    const undos = undo === undefined ? [] : [{ name: `${id}.undo`, content: Buffer.from(undo) }];
    return putFrames([...payloads, ...scripts, ...undos]);
}
/** Sends the steps of a phase in one go and reads events until the last is ok, one failed, or the agent ended. */
async function runPhase(drive, steps) {
    const last = steps.at(-1);
    if (last === undefined)
        return drive.outcome === undefined ? undefined : 'ended';
    drive.session.send(steps.flatMap(stepFrames));
    let began = drive.clock.monotonic();
    for (;;) {
        const event = await drive.session.next();
        if (event?.e === 'start')
            began = drive.clock.monotonic();
        if (event?.e === 'ok' || event?.e === 'fail') {
            const step = steps.find(({ id }) => id === event.id);
            if (step === undefined)
                continue;
            note(drive, step, { ms: drive.clock.monotonic() - began, rc: event.rc, out: event.out });
            if (event.e === 'fail')
                return { host: drive.plan.host, step, rc: event.rc, out: event.out };
            if (step === last)
                return undefined;
        }
        if (isEnd(drive, event))
            return 'ended';
    }
}
/** After commit was sent, or the deploy given up: reads events until the agent has settled. */
async function settle(drive) {
    let began = drive.clock.monotonic();
    while (drive.outcome === undefined) {
        const event = await drive.session.next();
        const now = drive.clock.monotonic();
        if (event?.e === 'committed')
            drive.committed = true;
        if (event?.e === 'refused' && event.id === 'commit') {
            drive.why = 'commit';
            drive.session.send([{ frame: 'abort' }]);
        }
        if (event?.e === 'after') {
            const step = drive.plan.after.find(({ id }) => id === event.id);
            if (step)
                note(drive, step, { ms: now - began, rc: event.rc, out: event.out });
        }
        if (event?.e === 'undone')
            drive.log.info(`${drive.plan.host}  ↩ ${event.id} undone`);
        began = now;
        isEnd(drive, event);
    }
}
function isEnd(drive, event) {
    if (event === undefined)
        drive.outcome = drive.committed ? 'committed' : 'unknown';
    if (event?.e === 'end') {
        drive.outcome = event.result;
        drive.why ??= event.why;
    }
    if (event?.e === 'stuck') {
        drive.outcome = 'stuck';
        drive.stuck = event;
    }
    return drive.outcome !== undefined;
}
function note(drive, step, result) {
    drive.steps.push({ id: step.id, state: step.state, ...result });
    const seconds = `${(result.ms / 1_000).toFixed(1)} s`;
    drive.log.info(`${drive.plan.host}  ${result.rc === 0 ? '✓' : '✗'} ${step.state}: ${step.title} (${seconds})`);
}

// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/failures.js
var failures = __webpack_require__(5571);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/results.js
var results = __webpack_require__(436);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/execute.js




const DEPLOYED = 'deployed';
const BEGAN = 'began';
const SETTLED = 'settled';
const PHASES = ['prepare', 'migrate', 'start', 'switch'];
/**
 * Runs the phases on all hosts, waiting for all between them, then commits everywhere in the same moment. The first
 * failure, a cancelled job or the end of the time gives the deploy up on every host.
 */
async function executePlan(plan, ports, { fleet, inputs }) {
    ports.state.save(BEGAN, plan.release);
    const drives = plan.hosts.filter(({ unchanged }) => !unchanged).map((host) => newDrive(host, fleet, ports));
    const stop = stopper(drives, ports, inputs.policy.timeoutMs);
    for (const drive of drives)
        drive.session.send(putFrames(drive.plan.library));
    let first;
    for (const name of PHASES) {
        const steps = (drive) => drive.plan.phases.find((phase) => phase.name === name)?.steps ?? [];
        await Promise.all(drives.map(async (drive) => {
            const end = await runPhase(drive, steps(drive));
            if (end === undefined)
                return;
            if (first === undefined || (first === 'ended' && end !== 'ended'))
                first = end;
            stop.now();
        }));
        if (first !== undefined)
            break;
    }
    if (first === undefined) {
        // All in the same moment: a runner that dies between two commits would leave one host new and one old.
        for (const drive of drives)
            drive.session.send([...drive.plan.after.flatMap(afterFrames), { frame: 'commit' }]);
    }
    await Promise.all(drives.map(settle));
    stop.clear();
    return summarise({ plan, drives, first, stop, inputs, ports });
}
function newDrive(plan, fleet, { log, clock }) {
    const session = fleet.sessions[plan.index];
    if (session === undefined)
        throw new RangeError(`no session for ${plan.host}`);
    return {
        plan,
        session,
        log,
        clock,
        steps: [],
        outcome: undefined,
        committed: false,
        stuck: undefined,
        why: undefined,
    };
}
function stopper(drives, { signal, clock }, timeoutMs) {
    let at;
    let timedOut = false;
    const now = () => {
        if (at !== undefined)
            return;
        at = clock.monotonic();
        for (const { session } of drives)
            session.send([{ frame: 'abort' }]);
    };
    const late = setTimeout(() => {
        timedOut = true;
        now();
    }, timeoutMs);
    signal.addEventListener('abort', now);
    if (signal.aborted)
        now();
    const clear = () => {
        clearTimeout(late);
        signal.removeEventListener('abort', now);
    };
    return { now, clear, at: () => at, timedOut: () => timedOut };
}
function summarise(ending) {
    const { plan, drives, first, stop, ports } = ending;
    const stoppedAt = stop.at();
    const undoMs = stoppedAt === undefined ? 0 : ports.clock.monotonic() - stoppedAt;
    const hosts = plan.hosts.map(({ host, unchanged }) => {
        const drive = drives.find((each) => each.plan.host === host);
        return { host, outcome: unchanged || !drive?.outcome ? 'unchanged' : drive.outcome, steps: drive?.steps ?? [] };
    });
    const settled = (0,results/* isSettled */.I)(hosts);
    const failure = whyFailed(ending, undoMs);
    if (settled)
        ports.state.save(SETTLED, 'true');
    if (failure === undefined && plan.mode === 'deploy' && drives.length > 0)
        ports.state.save(DEPLOYED, plan.release);
    const failedState = first !== undefined && first !== 'ended' ? first.step.state : undefined;
    const cancelled = ports.signal.aborted && failure !== undefined && failedState === undefined;
    return { hosts, failure, failedState, cancelled, undoMs };
}
function whyFailed({ drives, first, stop, inputs }, undoMs) {
    const stuck = drives.find(({ outcome }) => outcome === 'stuck');
    if (stuck)
        return (0,failures/* stuckError */.JX)(stuck.plan.host, inputs.root, stuck.stuck ? [stuck.stuck] : []);
    if (first !== undefined && first !== 'ended')
        return (0,failures/* stepError */.hH)(first, whereIsIt(drives, first, undoMs));
    if (drives.every(({ outcome }) => outcome === 'committed'))
        return undefined;
    if (stop.timedOut()) {
        const hint = 'set timeout to more than the deploy needs, for example 30m';
        return new src/* TimeoutError */.MU(`not deployed within ${inputs.policy.timeoutMs / 1_000} s; everything was undone`, {
            hint,
        });
    }
    const other = drives.find(({ outcome }) => outcome !== 'committed');
    return other && endedByItself(other, inputs);
}
/** No step said no, and still a host is not where it should be. */
function endedByItself({ plan: { host }, outcome, why }, inputs) {
    const lease = `${inputs.policy.leaseMs / 1_000} s`;
    if (outcome === 'unknown') {
        const hint = 'the next deploy, or the post step of this job, sees where it ended';
        return new src/* ActionError */.lZ(`${host}: the connection was lost; the host settles by itself within ${lease}`, {
            code: 'E_SSH_LOST',
            hint,
        });
    }
    if (why === 'commit') {
        const hint = 'free some disk on the host; where other hosts have committed, deploy again to even them out';
        return new src/* ActionError */.lZ(`${host}: could not write the commit down, so everything there was undone`, {
            code: 'E_STEP',
            hint,
        });
    }
    const message = `${host}: heard nothing of this runner for ${lease} and undid everything`;
    return new src/* ActionError */.lZ(message, {
        code: 'E_SSH_LOST',
        hint: 'run it again; raise lease where the runner is that slow',
    });
}
function whereIsIt(drives, first, undoMs) {
    const failed = drives.find(({ plan }) => plan.host === first.host);
    const others = drives.length > 1 ? `, and on the other ${drives.length - 1}` : '';
    return `${(0,failures/* settledText */.tq)(undoMs, failed?.plan.previous)}${others}`;
}


/***/ }),

/***/ 6983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  observe: () => (/* binding */ observe)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/node_modules/@suite/core/src/index.js + 23 modules
var src = __webpack_require__(5862);
// EXTERNAL MODULE: ./build/node_modules/@suite/ssh/src/index.js + 9 modules
var ssh_src = __webpack_require__(5960);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/env-file.js
var env_file = __webpack_require__(696);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/file-mapping.js
var file_mapping = __webpack_require__(5165);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/checkout.js



/** Reads everything that is sent to the hosts. @throws InputError with every path that is not there. */
async function readCheckout(what, readTree) {
    const problems = [];
    const absent = (input, path) => {
        problems.push({ input, problem: `${path} is not in the checkout; is there a checkout step before this one?` });
        return [];
    };
    const compose = await Promise.all(what.composeFiles.map(async (path) => ({ path, files: (await readTree(path)) ?? absent('compose-files', path) })));
    const mapped = await Promise.all(what.files.map(async (mapping) => ({
        mapping,
        files: (await readTree(mapping.source)) ?? absent('files', mapping.source),
    })));
    const envText = what.envFile === undefined ? undefined : ((await readTree(what.envFile)) ?? absent('env-file', what.envFile));
    if (problems.length > 0)
        throw new src/* InputError */.dz(problems);
    const placed = mapped.flatMap(({ mapping, files }) => files.map(({ inside, content, mode }) => ({
        area: mapping.area,
        path: (0,file_mapping/* destinationOf */.M)(mapping, inside),
        content,
        mode,
    })));
    const composed = compose.flatMap(({ path, files }) => files.map(({ content, mode }) => ({ path, content, mode })));
    return {
        services: await readServices(composed),
        releaseFiles: unique([...composed, ...placed.filter(({ area }) => area === 'release')]),
        sharedFiles: unique(placed.filter(({ area }) => area === 'shared')),
        env: new Map([...readEnvFile(envText?.[0]?.content), ...what.env]),
    };
}
async function readServices(files) {
    // The YAML parser is half of the bundle's start-up time, which bad inputs need not wait for.
    const { parseCompose } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(66)]).then(__webpack_require__.bind(__webpack_require__, 66));
    try {
        return parseCompose(files.map(({ path, content }) => ({ path, text: Buffer.from(content).toString('utf8') })));
    }
    catch (error) {
        throw new src/* InputError */.dz([{ input: 'compose-files', problem: error instanceof Error ? error.message : String(error) }]);
    }
}
function readEnvFile(content) {
    if (content === undefined)
        return new Map();
    try {
        const values = (0,env_file/* parseEnvFile */.Y)(Buffer.from(content).toString('utf8'));
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

// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/fleet.js + 5 modules
var src_fleet = __webpack_require__(1924);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/manifest.js
var manifest = __webpack_require__(8405);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/host-facts.js



/** The script that prints the facts of a host, one word and its value a line. It changes nothing. */
function formatFactsScript({ root, app, shared, proxyFile }) {
    return `root=${(0,ssh_src/* shellQuote */.ZL)(root)} app=${(0,ssh_src/* shellQuote */.ZL)(app)}
say() { printf '%s %s\\n' "$1" "$2"; }
coded() { base64 <"$1" | tr -d '\\n'; }
say now "$(date +%s)"
for t in flock setsid timeout mkfifo dd sync sha256sum tar docker; do command -v $t >/dev/null 2>&1 || say missing $t; done
for t in zstd curl wget perl socat nc; do ! command -v $t >/dev/null 2>&1 || say has $t; done
if error=$(docker version --format '{{.Server.Version}}' 2>&1); then say docker "$error"; else say docker-error "$(printf %s "$error" | tail -n 1)"; fi
say compose "$(docker compose version --short 2>/dev/null)"
up=$root; while [ ! -e "$up" ]; do up=$(dirname "$up"); done
for d in "$up" "$(docker info --format '{{.DockerRootDir}}' 2>/dev/null)"; do
  [ -z "$d" ] || df -Pk "$d" 2>/dev/null | awk -v d="$d" 'NR == 2 { print "disk", $4, $2, d }'
done
awk '/^MemTotal/ { t = $2 } /^MemAvailable/ { a = $2 } END { if (t) print "memory", a, t }' /proc/meminfo 2>/dev/null
[ ! -L "$root/current" ] || say current "$(basename "$(readlink "$root/current")")"
for m in "$root"/releases/*/; do
  [ ! -d "$m" ] || say release "$(basename "$m")"
  [ ! -f "$m/manifest.json" ] || say manifest "$(coded "$m/manifest.json")"
done
docker ps -a --no-trunc --filter "label=com.docker.compose.project=$app" --filter label=com.docker.compose.oneoff=False \\
  --format 'container {{.ID}} {{.Label "com.docker.compose.service"}} {{.State}} {{.Names}}' 2>/dev/null
[ ! -r "$root/.deploy/hmac" ] || say hmac "$(cat "$root/.deploy/hmac")"
${proxyFile === undefined ? '' : `[ ! -r "$root/shared/"${(0,ssh_src/* shellQuote */.ZL)(proxyFile)} ] || say proxy "$(coded "$root/shared/"${(0,ssh_src/* shellQuote */.ZL)(proxyFile)})"\n`}${shared.length === 0
        ? ''
        : `cd "$root/shared" 2>/dev/null && sha256sum -- ${shared.map(ssh_src/* shellQuote */.ZL).join(' ')} 2>/dev/null | sed 's/^/shared /'\n`}exit 0
`;
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
        disks: all('disk').map((line) => parseRoom(line)),
        memory: all('memory').map((line) => parseRoom(`${line} memory`))[0],
        current: one('current'),
        manifests: all('manifest').flatMap((coded) => (0,manifest/* parseManifest */.Ng)(decode(coded)) ?? []),
        releases: all('release'),
        containers: all('container').map(parseContainer),
        hmacKey: key === undefined ? undefined : new src/* Secret */.zh(key),
        proxyFile: proxy === undefined ? undefined : decode(proxy),
        shared: Object.fromEntries(all('shared').map((line) => [line.slice(66), line.slice(0, 64)])),
    };
}
function parseRoom(line) {
    const [free = '0', total = '0', ...where] = line.split(' ');
    return { free: Number(free) * 1_024, total: Number(total) * 1_024, where: where.join(' ') };
}
function parseContainer(line) {
    const [id = '', service = '', state = '', name = ''] = line.split(' ');
    return { id, service, state, name };
}
function decode(coded) {
    return Buffer.from(coded, 'base64').toString('utf8');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/ports/tree.js


/** Reads a file, or every file below a folder, sorted by path; undefined where there is nothing. Links are followed. */
async function readTree(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found === undefined)
        return undefined;
    const names = found.isDirectory() ? await (0,promises_.readdir)(path, { recursive: true }) : [''];
    const files = await Promise.all(names.sort().map((inside) => readOne((0,external_node_path_.join)(path, inside), inside)));
    return files.filter((file) => file !== undefined);
}
async function readOne(path, inside) {
    const facts = await (0,promises_.stat)(path);
    if (!facts.isFile())
        return undefined;
    return { inside, content: await (0,promises_.readFile)(path), mode: facts.mode & 0o111 ? 0o755 : 0o644 };
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/observe.js







/**
 * Reads the checkout, connects, and asks every host about itself. A deploy holds the locks before it asks, so that what
 * it sees stays true; a dry run takes none and starts no agent.
 */
async function observe(inputs, ports, fleet) {
    const checkout = inputs.what.mode === 'rollback' ? undefined : await readCheckout(inputs.what, readTree);
    await (0,src_fleet.connectAll)(inputs, ports, fleet);
    if (!inputs.dryRun) {
        const opened = await (0,src_fleet.lockAll)(inputs, fleet, transactionName(inputs, ports.random()));
        for (const { session, recovered } of opened) {
            const end = recovered.findLast((event) => event.e === 'end');
            if (end?.e === 'end')
                ports.log.warning(`${session.host}: an earlier deploy (${end.tx}) had not ended; it is ${end.result} now`);
        }
    }
    const question = questionOf(inputs, checkout);
    const hosts = await Promise.all(fleet.connections.map((connection) => observeHost(connection, question)));
    return { checkout, hosts };
}
/** The agent refuses the same transaction twice only within one session; a name of its own keeps the history readable. */
function transactionName({ what }, random) {
    return `${what.mode}-${what.release || what.to || 'previous'}-${Math.floor(random * 36 ** 4).toString(36)}`;
}
function questionOf(inputs, checkout) {
    const { root, what, proxy, proxyConfig } = inputs;
    const files = { none: undefined, haproxy: `${proxyConfig}/haproxy.cfg`, nginx: `${proxyConfig}/upstream.servers` };
    return { root, app: what.app, shared: checkout?.sharedFiles.map(({ path }) => path) ?? [], proxyFile: files[proxy] };
}
async function observeHost(connection, question) {
    const result = await connection.run(formatFactsScript(question), 60_000);
    if (result.code !== 0) {
        const host = (0,ssh_src/* formatTarget */.P4)(connection.target);
        throw new src/* ActionError */.lZ(`${host}: the host could not be looked at (exit ${result.code}): ${result.stderr.trim()}`, {
            code: 'E_AGENT',
            hint: 'the login shell of the user must take `exec sh -s`',
        });
    }
    const facts = parseFacts(result.stdout);
    const hmacKey = facts.hmacKey?.reveal() ?? (0,external_node_crypto_.randomBytes)(32).toString('hex');
    return { target: connection.target, facts, hmacKey };
}


/***/ })

};
