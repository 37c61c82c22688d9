export const id = 106;
export const ids = [106];
export const modules = {

/***/ 5106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uL: () => (/* binding */ BEGAN),
  dx: () => (/* binding */ DEPLOYED),
  _V: () => (/* binding */ SETTLED),
  vY: () => (/* binding */ executePlan)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var src = __webpack_require__(2056);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/address-text.js
var address_text = __webpack_require__(7497);
// EXTERNAL MODULE: ./node_modules/@suite/http/src/index.js + 7 modules
var http_src = __webpack_require__(3975);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/ports/probe.js

const DEADLINE_MS = 5_000;
const GRACE_MS = 2_000;
/** Asks an address again and again, one request at a time, each on a connection of its own as a new visitor has. */
function startProbe({ url, intervalMs }, clock, told) {
    const began = clock.monotonic();
    const now = () => clock.monotonic() - began;
    const [woken, late] = [new AbortController(), new AbortController()];
    const loop = async () => {
        for (let healthy = false; !(woken.signal.aborted && healthy);) {
            const startedMs = now();
            const { response, failure } = await (0,http_src/* probe */.dy)({ url, timeoutMs: DEADLINE_MS, signal: late.signal });
            if (late.signal.aborted)
                return;
            const status = response?.status ?? 0;
            const wrong = failure?.kind ?? (status >= 200 && status < 400 ? undefined : `status ${status}`);
            healthy = wrong === undefined;
            const endedMs = now();
            told({ startedMs, endedMs, failure: wrong });
            const wakes = woken.signal.aborted ? late.signal : woken.signal;
            await clock.sleep(Math.max(0, startedMs + intervalMs - endedMs), wakes);
        }
    };
    const running = loop();
    return {
        now,
        end: async () => {
            woken.abort();
            const timer = setTimeout(() => late.abort(), GRACE_MS);
            await running;
            clearTimeout(timer);
        },
    };
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/probe-figures.js
/**
 * Reads the figures of a deploy, from the first good answer on. Undefined where there was none before containers
 * changed: who did not answer before cannot be said to have stopped.
 */
function figuresOf({ samples, changedMs = Number.POSITIVE_INFINITY, endedMs, }) {
    const first = samples.findIndex(({ failure }) => failure === undefined);
    const counted = samples.slice(first);
    if (first < 0 || (counted[0]?.startedMs ?? 0) >= changedMs)
        return undefined;
    const failures = counted.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    const good = counted.filter(({ failure }) => failure === undefined);
    return {
        requests: counted.length,
        failed: failures.length,
        kinds: countEach(failures),
        p95BeforeMs: p95(good.filter(({ startedMs }) => startedMs < changedMs)),
        p95DuringMs: p95(good.filter(({ startedMs }) => startedMs >= changedMs)),
        downtimeMs: downtime(counted, endedMs),
        stillDown: counted.at(-1)?.failure !== undefined,
    };
}
function downtime(samples, endedMs) {
    let sum = 0;
    let since;
    for (const sample of samples) {
        if (sample.failure !== undefined)
            since ??= sample.startedMs;
        else if (since !== undefined) {
            sum += sample.endedMs - since;
            since = undefined;
        }
    }
    return since === undefined ? sum : sum + endedMs - since;
}
function countEach(words) {
    const counts = {};
    for (const word of words)
        counts[word] = (counts[word] ?? 0) + 1;
    return counts;
}
/** Nearest rank. */
function p95(samples) {
    const sorted = samples.map(({ startedMs, endedMs }) => endedMs - startedMs).sort((a, b) => a - b);
    return sorted[Math.ceil(0.95 * sorted.length) - 1];
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/address-watch.js



const nobodyAsks = {
    change: () => undefined,
    commit: () => undefined,
    end: async () => undefined,
};
/** Begins to ask the public address, where there is one; `giveUp` is called when too many requests have failed. */
function watchAddress(settings, { clock, log }, giveUp) {
    if (settings === undefined)
        return nobodyAsks;
    const { url, maxFailed } = settings;
    const samples = [];
    let changedMs;
    let committed = false;
    let exceeded;
    const record = () => ({ samples, changedMs, endedMs: running.now() });
    const take = (sample) => {
        const turn = formatTurn(samples.at(-1), sample);
        if (turn)
            log.info(turn);
        samples.push(sample);
        if (sample.failure === undefined || exceeded !== undefined || maxFailed === undefined)
            return;
        if ((figuresOf(record())?.failed ?? 0) <= maxFailed)
            return;
        exceeded = committed ? 'after commit' : 'before commit';
        if (!committed)
            giveUp();
    };
    const running = startProbe(settings, clock, take);
    return {
        change: () => {
            changedMs ??= running.now();
        },
        commit: () => {
            committed = true;
        },
        end: async () => {
            await running.end();
            return { url, figures: figuresOf(record()), maxFailed, exceeded };
        },
    };
}
function formatTurn(before, { failure, startedMs }) {
    if ((before === undefined || before.failure === undefined) && failure !== undefined)
        return `probe: no good answer ${(0,src/* formatDuration */.a3)(startedMs)} after the begin: ${failure}`;
    return before?.failure !== undefined && failure === undefined
        ? `probe: a good answer again ${(0,src/* formatDuration */.a3)(startedMs)} after the begin`
        : undefined;
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/disk-use.js
var disk_use = __webpack_require__(8538);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/drive.js
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
/** A step is refused behind a failed one, which is told first, and where the host cannot write it down. */
const NOT_WRITTEN = '! No space left on device: the host could not write the step down';
const NO_SPACE = '! No space left on device';
/** Sends the steps of a phase in one go and reads events until the last is ok, one failed, or the agent ended. */
async function runPhase(drive, steps) {
    const last = steps.at(-1);
    if (last === undefined)
        return drive.outcome === undefined ? undefined : 'ended';
    drive.session.send(steps.flatMap(stepFrames));
    let began = drive.clock.monotonic();
    for (;;) {
        const event = await drive.session.next();
        if (event?.e === 'start') {
            began = drive.clock.monotonic();
            drive.running = steps.find(({ id }) => id === event.id);
            drive.state = drive.running?.state;
        }
        if (event?.e === 'ok' || event?.e === 'fail') {
            drive.running = undefined;
            const step = steps.find(({ id }) => id === event.id);
            if (step === undefined)
                continue;
            note(drive, step, { ms: drive.clock.monotonic() - began, rc: event.rc, out: event.out });
            const out = event.full ? `${event.out}\n${NO_SPACE}` : event.out;
            if (event.e === 'fail')
                return { host: drive.plan.host, step, rc: event.rc, out };
            if (step === last)
                return undefined;
        }
        const refused = event?.e === 'refused' && steps.find(({ id }) => id === event.id);
        if (refused)
            return { host: drive.plan.host, step: refused, rc: 1, out: NOT_WRITTEN };
        if (event?.e === 'cut')
            drive.running = undefined;
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
        if (event?.e === 'cut')
            drive.running = undefined;
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

// EXTERNAL MODULE: ./actions/ssh-deploy/src/failures.js
var failures = __webpack_require__(282);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/step.js
var step = __webpack_require__(967);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/ending.js




/** Why a host has not what it should; undefined where every host has it. */
function whyFailed(ending) {
    const { drives, first, inputs, address } = ending;
    const stuck = drives.find(({ outcome }) => outcome === 'stuck');
    if (stuck)
        return (0,failures/* stuckError */.JX)(stuck.plan.host, inputs.root, stuck.stuck ? [stuck.stuck] : []);
    if (first !== undefined && first !== 'ended')
        return (0,failures/* stepError */.hH)(first, howItEnded(ending));
    const lost = worstOf(drives);
    if (lost === undefined)
        return address?.exceeded === 'after commit'
            ? (0,address_text/* addressError */.bO)(address, '; that was after the commit, so the new release stays')
            : undefined;
    return lost.why === 'abort' ? whyGivenUp(ending) : endedByItself(lost, inputs);
}
/** A host that did not commit; one that was told to give up says less than one that did so by itself. */
function worstOf(drives) {
    const lost = drives.filter(({ outcome }) => outcome !== 'committed');
    return lost.find(({ why }) => why !== 'abort') ?? lost[0];
}
/** No step said no, and every host was told to give up. */
function whyGivenUp(ending) {
    const { address, inputs } = ending;
    const how = howItEnded(ending);
    if (address?.exceeded === 'before commit')
        return (0,address_text/* addressError */.bO)(address, how);
    if (ending.timedOut) {
        const hint = 'set timeout to more than the deploy needs, for example 30m';
        return new src/* TimeoutError */.MU(`not deployed within ${(0,src/* formatDuration */.a3)(inputs.policy.timeoutMs)}${how}`, { hint });
    }
    if (ending.cancelled)
        return new src/* CancelledError */.cc(`cancelled${how}`);
    const hint = 'run it again, and look there who ends processes of the user';
    return new src/* ActionError */.lZ(`somebody ended an agent on its host${how}`, { code: 'E_AGENT', hint });
}
/** The state in which the deploy was given up, or in which a hook behind the commit failed. */
function failedStateOf({ drives, first }) {
    if (first !== undefined && first !== 'ended')
        return first.step.state;
    const lost = drives.filter(({ outcome }) => outcome !== 'committed');
    if (lost.length > 0)
        return step/* states */.x.findLast((each) => lost.some(({ state }) => state === each));
    return drives.flatMap(({ steps }) => steps).find(({ state, rc }) => state === 'after' && rc !== 0)?.state;
}
function howItEnded({ drives, inputs, undoMs }) {
    const hosts = drives.map(({ plan: { host, previous, takesOver } }) => ({
        host,
        previous: previous ?? (takesOver ? 'what ran there before' : undefined),
    }));
    const switched = drives.some(({ switching }) => switching);
    const migrated = drives.some(({ steps }) => steps.some(({ id, rc }) => id === 'migrate' && rc === 0));
    const stays = migrated && inputs.hooks.migrateKind === 'forward-only' ? '; its forward-only migration stays' : '';
    return `${endingText({ undoMs, switched, hosts })}${stays}`;
}
/** What goes on behind the reason: the rest of its line, or a line of its own where traffic had gone to the release. */
function endingText({ undoMs, switched, hosts }) {
    const [previous, ...others] = new Set(hosts.map((each) => each.previous));
    const each = hosts.map((one) => `${one.host} on ${one.previous ?? 'nothing'}`).join(', ');
    const where = others.length > 0 ? each : previous === undefined ? 'nothing runs there, as before' : undefined;
    const time = (0,src/* formatDuration */.a3)(undoMs);
    const all = hosts.length === 1 ? `${hosts[0]?.host}` : 'all hosts';
    if (switched)
        return `\nE_ROLLED_BACK: rolled back in ${time}, ${where ?? `${all} on ${previous}`}`;
    const rest = hosts.length > 1 && where === undefined ? `, and on the other ${hosts.length - 1}` : '';
    return `; undone in ${time}, ${where ?? `${previous} still serves`}${rest}`;
}
/** No step said no, and still a host is not where it should be. */
function endedByItself({ plan: { host }, outcome, why, running }, { policy, root }) {
    const lease = `${policy.leaseMs / 1_000} s`;
    if (why === 'hangs' && running)
        return stillRuns(host, running, policy.timeoutMs);
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
    if (why === 'full')
        return (0,failures/* diskError */.wO)(`${host}: no space left below ${root}; everything was undone`);
    const message = `${host}: heard nothing of this runner for ${lease} and undid everything`;
    return new src/* ActionError */.lZ(message, {
        code: 'E_SSH_LOST',
        hint: 'run it again; raise lease where the runner is that slow',
    });
}
/** What must not be stopped half way, a migration above all, hangs. */
function stillRuns(host, { id }, timeoutMs) {
    const time = (0,src/* formatDuration */.a3)(timeoutMs);
    const message = `${host}: not deployed within ${time}, and ${id} still runs; the host undoes everything as soon as that has ended`;
    return new src/* TimeoutError */.MU(message, { hint: 'end it on the host if it never does; until then the lock is held' });
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/results.js
var results = __webpack_require__(8631);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/inputs-hooks.js
var inputs_hooks = __webpack_require__(4953);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/stages.js

const PHASES = ['prepare', 'migrate', 'start', 'switch'];
/** All hosts at once, but for the switch, which goes batch by batch. */
function stagesOf(hosts, { batch, batchWaitMs }) {
    return PHASES.flatMap((phase) => phase === 'switch'
        ? (0,inputs_hooks/* inBatches */.oq)(hosts, batch).map((some, at) => ({ phase, hosts: some, pauseMs: at > 0 ? batchWaitMs : 0 }))
        : [{ phase, hosts, pauseMs: 0 }]);
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/plan-text.js
var plan_text = __webpack_require__(3488);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/transcript.js



/** A session whose events are told to somebody else too, each when it is taken. */
function overheard(session, told) {
    const next = async () => {
        const event = await session.next();
        if (event)
            told(event);
        return event;
    };
    return { ...session, next };
}
/** One event as an entry: its words, and the whole output that came with it. */
function entryOf(event, where, atMs) {
    const { e, out, ...rest } = { out: undefined, ...event };
    const words = Object.entries(rest).map(([key, value]) => (key === 'id' ? String(value) : `${key}=${value}`));
    return { atMs, where, what: [e, ...words].join(' '), ...(out ? { out } : {}) };
}
/** The whole deploy as text: the plan, every event with its output, and how it ended. Not yet redacted. */
function formatTranscript(plan, { entries, address, failure }) {
    const lines = entries.map(({ atMs, where, what, out }) => {
        const output = out ? `\n${out.trimEnd().replace(/^/gm, '    ')}` : '';
        return `${new Date(atMs).toISOString()} ${where}  ${what}${output}`;
    });
    const ends = [...(address ? [(0,address_text/* formatAddress */.M0)(address)] : []), ...(failure ? [(0,src/* formatError */.Wk)(failure)] : [])];
    return `${[(0,plan_text/* formatPlan */.n)(plan), '', ...lines, '', ...ends].join('\n').trimEnd()}\n`;
}
/** Writes the transcript where later steps of the job find it; a full disk of the runner must not fail a deploy. */
async function writeLog(plan, told, files) {
    if (told.entries.length === 0)
        return undefined;
    try {
        const path = `${await files.makeTemporaryFolder('ssh-deploy-log')}/${plan.app}-${plan.release}.log`;
        await files.write(path, (0,src/* redact */.E$)(formatTranscript(plan, told)), 0o600);
        return path;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/execute.js










const DEPLOYED = 'deployed';
const BEGAN = 'began';
const SETTLED = 'settled';
/**
 * Runs the phases on all hosts, waiting for all between them, then commits everywhere in the same moment. The first
 * failure, a cancelled job or the end of the time gives the deploy up on every host.
 */
async function executePlan(plan, ports, { fleet, inputs }) {
    ports.state.save(BEGAN, plan.release);
    const entries = [];
    const enough = new AbortController();
    const surroundings = { fleet, ports, entries, enough: enough.signal };
    const drives = plan.hosts.filter(({ unchanged }) => !unchanged).map((host) => newDrive(host, surroundings));
    const times = { leftMs: timeLeft(fleet, inputs, ports), graceMs: inputs.policy.leaseMs, enough };
    const stop = stopper(drives, ports, times);
    const address = watchAddress(probeOf(plan, inputs), ports, stop.now);
    for (const drive of drives)
        drive.session.send(putFrames(drive.plan.library));
    const pause = (ms) => ports.clock.sleep(ms, stop.signal);
    const first = await runStages(stagesOf(drives, inputs.hooks), { drives, stop, address, pause });
    if (first === undefined && stop.at() === undefined) {
        address.commit();
        // All in the same moment: a runner that dies between two commits would leave one host new and one old.
        for (const drive of drives)
            drive.session.send([...drive.plan.after.flatMap(afterFrames), { frame: 'commit' }]);
    }
    await Promise.all(drives.map(settle));
    stop.clear();
    const settledAt = ports.clock.monotonic();
    const [asked, disks] = await Promise.all([address.end(), (0,disk_use/* readDisks */.L3)(drives, fleet, inputs.root)]);
    const results = summarise({ plan, drives, first, stop, inputs, ports, settledAt, address: asked, disks });
    return { ...results, logFile: await writeLog(plan, { ...results, entries }, ports.files) };
}
/** A rollback is never given up for what the public address says: what it leaves is worse. */
function probeOf({ mode, hosts }, { probe }) {
    if (probe === undefined || mode === 'destroy' || hosts.every(({ unchanged }) => unchanged))
        return undefined;
    return mode === 'rollback' ? { ...probe, maxFailed: undefined } : probe;
}
async function runStages(stages, { drives, stop, address, pause }) {
    let first;
    const note = (end) => {
        if (end === undefined)
            return;
        if (first === undefined || (first === 'ended' && end !== 'ended'))
            first = end;
        stop.now();
    };
    for (const { phase, hosts, pauseMs } of stages) {
        if (phase === 'start')
            address.change();
        if (pauseMs > 0)
            await pause(pauseMs);
        await Promise.all(hosts.map(async (drive) => {
            const steps = drive.plan.phases.find(({ name }) => name === phase)?.steps ?? [];
            drive.switching ||= phase === 'switch' && steps.length > 0;
            note(await runPhase(drive, steps));
        }));
        // A host that had to wait for others may have gone back by itself meanwhile.
        if (drives.some(({ session }) => session.ended()))
            note('ended');
        if (first !== undefined)
            break;
    }
    return first;
}
function newDrive(plan, { fleet, ports, entries, enough }) {
    const session = fleet.sessions[plan.index];
    if (session === undefined)
        throw new RangeError(`no session for ${plan.host}`);
    const noted = overheard(session, (event) => void entries.push(entryOf(event, plan.host, ports.clock.now())));
    const tooLong = new Promise((resolve) => {
        enough.addEventListener('abort', () => {
            if (drive.running === undefined)
                return;
            drive.why = 'hangs';
            resolve(undefined);
        });
    });
    const drive = {
        plan,
        session: { ...noted, next: () => Promise.race([noted.next(), tooLong]) },
        log: ports.log,
        clock: ports.clock,
        steps: [],
        state: undefined,
        running: undefined,
        switching: false,
        outcome: undefined,
        committed: false,
        stuck: undefined,
        why: undefined,
    };
    return drive;
}
function stopper(drives, { signal, clock }, { leftMs, graceMs, enough }) {
    let at;
    let timedOut = false;
    const gaveUp = new AbortController();
    const now = () => {
        if (at !== undefined)
            return;
        at = clock.monotonic();
        gaveUp.abort();
        for (const { session } of drives)
            session.send([{ frame: 'abort' }]);
    };
    const late = setTimeout(() => {
        timedOut = at === undefined;
        now();
    }, leftMs);
    const tooLate = setTimeout(() => enough.abort(), leftMs + graceMs);
    signal.addEventListener('abort', now);
    if (signal.aborted)
        now();
    const clear = () => {
        clearTimeout(late);
        clearTimeout(tooLate);
        signal.removeEventListener('abort', now);
    };
    return { now, clear, at: () => at, timedOut: () => timedOut, signal: gaveUp.signal };
}
/** Milliseconds of `timeout` that looking at the hosts has left. */
function timeLeft({ deadline }, { policy }, { clock }) {
    return deadline === undefined ? policy.timeoutMs : Math.max(0, deadline - clock.monotonic());
}
function summarise(settled) {
    const { plan, drives, first, stop, inputs, ports, settledAt, address } = settled;
    const undoMs = settledAt - (stop.at() ?? settledAt);
    const hosts = plan.hosts.map(({ host, unchanged }) => {
        const drive = drives.find((each) => each.plan.host === host);
        const outcome = unchanged || !drive?.outcome ? 'unchanged' : drive.outcome;
        return { host, outcome, steps: drive?.steps ?? [], disks: settled.disks.get(host) ?? [] };
    });
    const ending = {
        ...{ drives, first, inputs, address, undoMs },
        timedOut: stop.timedOut(),
        cancelled: ports.signal.aborted,
    };
    const undone = whyFailed(ending);
    if ((0,results/* isSettled */.I)(hosts))
        ports.state.save(SETTLED, 'true');
    if (undone === undefined && plan.mode === 'deploy' && drives.length > 0)
        ports.state.save(DEPLOYED, plan.release);
    if (address)
        ports.log.info((0,address_text/* formatAddress */.M0)(address));
    const failure = undone ?? (0,failures/* hookError */.wn)(hosts);
    const cancelled = failure instanceof src/* CancelledError */.cc;
    const switched = drives.some(({ switching }) => switching);
    return { hosts, failure, failedState: failedStateOf(ending), switched, cancelled, undoMs, address };
}


/***/ })

};
