export const id = 819;
export const ids = [819];
export const modules = {

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

/***/ 5571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JX: () => (/* binding */ stuckError),
/* harmony export */   hH: () => (/* binding */ stepError),
/* harmony export */   hp: () => (/* binding */ lockedError),
/* harmony export */   hs: () => (/* binding */ rootError),
/* harmony export */   tq: () => (/* binding */ settledText)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5862);

const CODES = {
    upload: 'E_COMPOSE',
    backup: 'E_BACKUP',
    shared: 'E_PROXY',
    pull: 'E_PULL',
    migrate: 'E_MIGRATE',
    gate: 'E_GATE',
    switch: 'E_PROXY',
    probe: 'E_GATE',
    watch: 'E_GATE',
};
/** The error of a failed step: the reason first, then the log that the step printed before it. */
function stepError({ host, step, rc, out }, settled) {
    const lines = out.trimEnd().split('\n');
    const reasons = lines.filter((line) => line.startsWith('! ')).map((line) => line.slice(2));
    const reason = reasons.at(-1) ??
        (rc === 143 || rc === 137 ? `was stopped after ${step.limit} s` : lines.at(-1) || `exit code ${rc}`);
    const log = lines
        .filter((line) => !line.startsWith('! ') && line !== reason)
        .join('\n')
        .trim();
    const wrong = step.state === 'switch' && /is version .* expected/.test(reason);
    const code = wrong || / is version .*, expected /.test(reason) ? 'E_VERSION' : (CODES[step.id] ?? 'E_STEP');
    const message = `${host}, ${step.state}: ${reason}; ${settled}${log ? `\n${log}` : ''}`;
    return code === 'E_GATE' ? new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(message) : new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(message, { code });
}
/** Somebody else deploys. The agent sends its lock file: time, transaction, process, who. */
function lockedError(host, events) {
    const told = events.find((event) => event.e === 'locked');
    const [, release = 'another deploy', , by = 'somebody'] = told?.out.trim().split(' ') ?? [];
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${host} is locked: ${release} is being deployed by ${by}`, {
        code: 'E_LOCKED',
        hint: 'nothing was changed; wait for it to end, or set lock-wait, for example 5m',
    });
}
/** An undo failed three times: the host is between releases and only a person can say what to do. */
function stuckError(host, root, events) {
    const stuck = events.findLast((event) => event.e === 'stuck');
    const reason = stuck?.out.trim().split('\n').at(-1)?.replace(/^! /, '') ?? 'no reason given';
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${host}: the undo of step ${stuck?.id ?? '?'} failed three times: ${reason}`, {
        code: 'E_MANUAL',
        hint: `on the host, see ${root}/.deploy/tx/journal, mend what it names, then run ${root}/.deploy/tx/f/${stuck?.id ?? '<step>'}.undo in that folder; the next deploy goes on from there`,
    });
}
/** The folder of the application cannot be made or written by the user who deploys. */
function rootError(host, root, user) {
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${host}: ${root} cannot be written by ${user || 'the user who deploys'}`, {
        code: 'E_ROOT',
        hint: `on the host, once: sudo install -d -o ${user || 'deploy'} ${root}`,
    });
}
/** How a given-up deploy ended, as the second half of a sentence. */
function settledText(ms, previous) {
    const where = previous === undefined ? 'nothing runs there, as before' : `${previous} still serves`;
    return `undone in ${(0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms)}, ${where}`;
}


/***/ })

};
