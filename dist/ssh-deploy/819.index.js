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
    if (event?.e === 'end')
        drive.outcome = event.result;
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
    return { plan, session, log, clock, steps: [], outcome: undefined, committed: false, stuck: undefined };
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
    const settled = hosts.every(({ outcome }) => outcome !== 'unknown' && outcome !== 'stuck');
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
    if (stop.timedOut()) {
        const hint = 'set timeout to more than the deploy needs, for example 30m';
        return new src/* TimeoutError */.MU(`not deployed within ${inputs.policy.timeoutMs / 1_000} s; everything was undone`, {
            hint,
        });
    }
    const lost = drives.find(({ outcome }) => outcome !== 'committed');
    if (lost === undefined)
        return undefined;
    const message = `${lost.plan.host}: the connection was lost; the host settles by itself within ${inputs.policy.leaseMs / 1_000} s`;
    return new src/* ActionError */.lZ(message, {
        code: 'E_SSH_LOST',
        hint: 'the next deploy, or the post step of this job, sees where it ended',
    });
}
function whereIsIt(drives, first, undoMs) {
    const failed = drives.find(({ plan }) => plan.host === first.host);
    const others = drives.length > 1 ? `, and on the other ${drives.length - 1}` : '';
    return `${(0,failures/* settledText */.tq)(undoMs, failed?.plan.previous)}${others}`;
}


/***/ })

};
