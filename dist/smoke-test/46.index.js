export const id = 46;
export const ids = [46];
export const modules = {

/***/ 4046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadOpenApi: () => (/* binding */ loadOpenApi)
/* harmony export */ });
/* harmony import */ var _suite_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9920);

/** Reads the document of `openapi`, a path, an address, or a path behind base-url. */
async function loadOpenApi(inputs, tls, { files, problems }) {
    const place = inputs.openapi;
    if (place === undefined)
        return undefined;
    try {
        const text = await readDocument(place, inputs, { tls, files });
        const [{ parse }, { asOpenApi }, { openapiChecks, serverPath }, { judgeByOpenApi }] = await Promise.all([
            __webpack_require__.e(/* import() */ 637).then(__webpack_require__.t.bind(__webpack_require__, 6637, 19)),
            __webpack_require__.e(/* import() */ 37).then(__webpack_require__.bind(__webpack_require__, 37)),
            __webpack_require__.e(/* import() */ 817).then(__webpack_require__.bind(__webpack_require__, 7817)),
            Promise.all(/* import() */[__webpack_require__.e(515), __webpack_require__.e(285)]).then(__webpack_require__.bind(__webpack_require__, 1285)),
        ]);
        const document = asOpenApi(parse(text));
        const hasCredential = [...inputs.headers.keys()].some((name) => /^authorization$|cookie|token|key/i.test(name));
        const hasPath = inputs.baseUrl !== undefined && new URL(inputs.baseUrl).pathname !== '/';
        const prefix = hasPath ? '' : serverPath(document);
        const { checks, leftOut } = openapiChecks(document, { prefix, hasCredential });
        const source = { file: 'openapi', baseUrl: serverOrigin(document, place), variables: new Map(), checks };
        return { source, leftOut, judge: judgeByOpenApi(document) };
    }
    catch (error) {
        const problem = `${place} ${(error instanceof Error ? error.message : String(error)).split('\n', 1)[0]}`;
        problems.push({ input: 'openapi', problem });
        return undefined;
    }
}
/** Where the document says it is served, for a run without base-url. */
function serverOrigin({ servers }, place) {
    const base = URL.canParse(place) ? place : undefined;
    const url = servers?.[0]?.url ?? '/';
    return URL.canParse(url, base) ? new URL(url, base).origin : undefined;
}
async function readDocument(place, inputs, { tls, files }) {
    if (!/^(https?:\/)?\//.test(place)) {
        const text = await files.readText(place);
        if (text === undefined)
            throw new RangeError('is not there: was the repository checked out?');
        return text;
    }
    const base = inputs.baseUrl?.replace(/\/$/, '');
    const url = new URL(place.startsWith('/') ? `${base}${place}` : place);
    const atHome = base !== undefined && url.origin === new URL(base).origin;
    const request = {
        ...{ url, tls, timeoutMs: inputs.requestTimeoutMs, connectTimeoutMs: inputs.connectTimeoutMs },
        ...{ maxBodyBytes: inputs.maxBodyBytes, headers: atHome ? inputs.headers : new Map() },
        resolve: inputs.resolve,
    };
    const { hops } = await (0,_suite_http__WEBPACK_IMPORTED_MODULE_0__/* .probeFollowing */ .q_)(request, 5);
    const { failure, response } = hops.at(-1) ?? {};
    if (failure || response === undefined)
        throw new RangeError(`cannot be read: ${failure?.message}`);
    if (response.status !== 200)
        throw new RangeError(`cannot be read: it answers ${response.status}`);
    if (response.cut)
        throw new RangeError('is longer than max-body');
    return response.body.toString('utf8');
}


/***/ })

};
