export const id = 773;
export const ids = [773];
export const modules = {

/***/ 2594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   executeWork: () => (/* binding */ executeWork)
/* harmony export */ });
/* harmony import */ var _execute_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5106);
/* harmony import */ var _steps_destroy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8571);
/* harmony import */ var _work_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(475);



/** Carries a plan out; a mode that only looks has nothing to do. */
async function executeWork(work, ports, run) {
    if ((0,_work_js__WEBPACK_IMPORTED_MODULE_2__/* .isLook */ .Mk)(work))
        return undefined;
    const results = await (0,_execute_js__WEBPACK_IMPORTED_MODULE_0__/* .executePlan */ .vY)(work, ports, run);
    if (work.mode === 'destroy' && results.failure === undefined) {
        await Promise.all(run.fleet.sessions.map((session) => session.close()));
        await Promise.all(run.fleet.connections.map((each) => each.run((0,_steps_destroy_js__WEBPACK_IMPORTED_MODULE_1__/* .removeRootScript */ .QQ)(run.inputs.root))));
    }
    return results;
}


/***/ }),

/***/ 282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JX: () => (/* binding */ stuckError),
/* harmony export */   hH: () => (/* binding */ stepError),
/* harmony export */   hs: () => (/* binding */ rootError),
/* harmony export */   wO: () => (/* binding */ diskError),
/* harmony export */   wn: () => (/* binding */ hookError)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2056);

const CODES = {
    upload: 'E_COMPOSE',
    backup: 'E_BACKUP',
    'backup-command': 'E_BACKUP',
    'before-command': 'E_HOOK',
    verify: 'E_HOOK',
    shared: 'E_PROXY',
    pull: 'E_PULL',
    migrate: 'E_MIGRATE',
    gate: 'E_GATE',
    switch: 'E_PROXY',
    activate: 'E_SWITCH',
    probe: 'E_GATE',
    watch: 'E_GATE',
};
const NO_SPACE = /No space left on device|no space left|Disk quota exceeded/;
/** Steps that print what the application or a command of the user says: its words about a disk are not ours. */
const FOREIGN = new Set([
    'migrate',
    'verify',
    'gate',
    'probe',
    'watch',
    'activate',
    'backup-command',
    'before-command',
]);
/** The disk of a host was full in the middle of a deploy. */
function diskError(message) {
    const hint = 'free some disk on the host, then run it again; keep-releases says how many old ones stay';
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(message, { code: 'E_DISK', hint });
}
/** The error of a failed step: the reason and how it ended first, then the log that the step printed before it. */
function stepError({ host, step, rc, out }, ending) {
    const lines = out.trimEnd().split('\n');
    const ours = lines.filter((line) => line.startsWith('! '));
    const full = (FOREIGN.has(step.id) ? ours : lines).findLast((line) => NO_SPACE.test(line))?.replace(/^! /, '');
    const reason = full ??
        ours.at(-1)?.slice(2) ??
        (rc === 143 || rc === 137 ? `was stopped after ${step.limit} s` : lines.at(-1) || `exit code ${rc}`);
    const log = lines
        .filter((line) => !line.startsWith('! ') && line !== reason)
        .join('\n')
        .trim();
    const message = `${host}, ${step.state}: ${reason}${ending}${log ? `\n${log}` : ''}`;
    if (full !== undefined)
        return diskError(message);
    const wrong = step.state === 'switch' && /is version .* expected/.test(reason);
    const code = wrong || / is version .*, expected /.test(reason) ? 'E_VERSION' : (CODES[step.id] ?? 'E_STEP');
    return code === 'E_GATE' ? new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(message) : new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(message, { code });
}
/** The release serves, but what the user wanted to be done after it was not. */
function hookError(hosts) {
    const failed = hosts.flatMap(({ host, steps }) => steps.filter(({ id, rc }) => id === 'after-command' && rc !== 0).map(({ out }) => ({ host, out })));
    const [first] = failed;
    if (first === undefined)
        return undefined;
    const lines = first.out.trimEnd().split('\n');
    const reason = lines.findLast((line) => line.startsWith('! '))?.slice(2) ?? 'after-command failed';
    const others = failed.length > 1 ? `, and on ${failed.length - 1} other hosts` : '';
    const log = lines.filter((line) => !line.startsWith('! ')).join('\n');
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${first.host}, after: deployed, but ${reason}${others}${log ? `\n${log}` : ''}`, {
        code: 'E_HOOK',
        hint: 'the new release serves; with rollback-on: job it goes back now, as for any job that fails',
    });
}
/** An undo failed three times: the host is between releases and only a person can say what to do. */
function stuckError(host, root, events) {
    const stuck = events.findLast((event) => event.e === 'stuck');
    const reason = stuck?.out.trim().split('\n').at(-1)?.replace(/^! /, '') ?? 'no reason given';
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${host}: the undo of step ${stuck?.id ?? '?'} failed three times: ${reason}`, {
        code: 'E_MANUAL',
        hint: `on the host: tail ${root}/.deploy/tx/journal; mend what the reason names, then: cd ${root}/.deploy/tx/f && sh ${stuck?.id ?? '<step>'}.undo; the next deploy goes on from there`,
    });
}
/** The folder of the application cannot be made or written by the user who deploys. */
function rootError(host, root, user) {
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${host}: ${root} cannot be written by ${user || 'the user who deploys'}`, {
        code: 'E_ROOT',
        hint: `on the host, once: sudo install -d -o ${user || 'deploy'} ${root}`,
    });
}


/***/ })

};
