export const id = 817;
export const ids = [817,37];
export const modules = {

/***/ 7817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MOST_OPERATIONS: () => (/* binding */ MOST_OPERATIONS),
/* harmony export */   openapiChecks: () => (/* binding */ openapiChecks),
/* harmony export */   serverPath: () => (/* binding */ serverPath)
/* harmony export */ });
/* harmony import */ var _openapi_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37);

/** At most so many operations of a document are checked. */
const MOST_OPERATIONS = 50;
function openapiChecks(document, generating) {
    const leftOut = [];
    const checks = [];
    for (const [path, item] of Object.entries(document.paths ?? {})) {
        for (const method of ['get', 'head']) {
            const name = `${method.toUpperCase()} ${path}`;
            const operation = item[method];
            if (operation === undefined)
                continue;
            const made = checkOf({ path, method, item, operation }, document, generating);
            if (typeof made === 'string')
                leftOut.push(`${name}: ${made}`);
            else if (checks.length >= MOST_OPERATIONS)
                leftOut.push(`${name}: ${MOST_OPERATIONS} operations are checked at most`);
            else
                checks.push(made);
        }
    }
    return { checks, leftOut };
}
function checkOf({ path, method, item, operation }, document, { prefix, hasCredential }) {
    if ((operation.security ?? document.security ?? []).some((one) => Object.keys(one).length > 0) && !hasCredential) {
        return 'it asks for a credential, and headers gives none';
    }
    const parameters = parametersOf(item, operation, document);
    const valued = parameters.map((parameter) => [parameter, givenValue(parameter, document)]);
    const open = valued.find(([{ required, in: where }, value]) => (required || where === 'path') && value === undefined);
    if (open)
        return `its ${open[0].in} parameter ${open[0].name} has neither example nor default`;
    const of = (where) => new Map(valued.flatMap(([one, value]) => one.in === where && one.required && value !== undefined ? [[one.name, value]] : []));
    const filled = valued.reduce((text, [{ name }, value]) => text.replaceAll(`{${name}}`, encodeURIComponent(value ?? '')), path);
    const cookie = [...of('cookie')].map(([name, value]) => `${name}=${value}`).join('; ');
    const place = { input: 'openapi', line: 0 };
    return {
        ...{ name: `${method.toUpperCase()} ${path}`, tags: [], method: method.toUpperCase(), path: `${prefix}${filled}` },
        ...{
            query: of('query'),
            headers: new Map([...of('header'), ...(cookie === '' ? [] : [['Cookie', cookie]])]),
        },
        ...{ body: undefined, follow: 0, requestTimeoutMs: undefined, retry: undefined, repeat: undefined },
        ...{ expect: [fits(path, place)], capture: [], when: [], place },
    };
}
/** What the answer is held against: the operation, named by its path in the document. */
function fits(path, place) {
    const subject = { kind: 'openapi', name: '', path: [], text: 'openapi' };
    const expected = [{ value: path, source: path }];
    return { subject, matcher: { kind: '==', expected }, text: 'openapi', place };
}
/** Those of the operation win over those of the path. */
function parametersOf(item, operation, document) {
    const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) => (0,_openapi_document_js__WEBPACK_IMPORTED_MODULE_0__.resolveRef)(one, document));
    return [...new Map(all.map((one) => [`${one.in} ${one.name}`, one])).values()];
}
function givenValue(parameter, document) {
    const schema = ((0,_openapi_document_js__WEBPACK_IMPORTED_MODULE_0__.resolveRef)(parameter.schema, document) ?? {});
    const [named] = Object.values(parameter.examples ?? {}).map((one) => (0,_openapi_document_js__WEBPACK_IMPORTED_MODULE_0__.resolveRef)(one, document)?.value);
    const listed = Array.isArray(schema['examples']) ? schema['examples'][0] : undefined;
    const found = [
        parameter.example,
        named,
        schema['example'],
        listed,
        schema['default'],
        schema['const'],
        ...list(schema['enum']),
    ];
    const value = found.find((one) => one !== undefined && one !== null);
    return value === undefined ? undefined : typeof value === 'object' ? undefined : String(value);
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
/** The path of the document's first server, as `/v1`; '' where it has none. */
function serverPath({ servers }) {
    const url = servers?.[0]?.url ?? '/';
    const path = URL.canParse(url, 'http://any') ? new URL(url, 'http://any').pathname : '/';
    return url.includes('{') ? '' : path.replace(/\/+$/, '');
}


/***/ }),

/***/ 37:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   asJsonSchemas: () => (/* binding */ asJsonSchemas),
/* harmony export */   asOpenApi: () => (/* binding */ asOpenApi),
/* harmony export */   resolveRef: () => (/* binding */ resolveRef)
/* harmony export */ });
/** Where a JSON pointer within the document leads, through the references on its way. */
function resolveRef(node, document, depth = 0) {
    if (typeof node !== 'object' || node === null || !('$ref' in node))
        return node;
    const ref = String(node.$ref);
    if (!ref.startsWith('#/') || depth > 20)
        throw new RangeError(`refers to ${ref}, and only references within one document are read`);
    const found = ref
        .slice(2)
        .split('/')
        .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
        .reduce((value, step) => value?.[step], document);
    if (found === undefined)
        throw new RangeError(`refers to ${ref}, which is not there`);
    return resolveRef(found, document, depth + 1);
}
/** @throws RangeError where a value is no document of 3.0 or 3.1. */
function asOpenApi(value) {
    const version = typeof value === 'object' && value !== null && 'openapi' in value ? String(value.openapi) : undefined;
    if (version === undefined)
        throw new RangeError('is no OpenAPI document: it has no openapi: 3.x');
    if (!/^3\.[01]\./.test(version))
        throw new RangeError(`is OpenAPI ${version}; 3.0 and 3.1 are read`);
    return value;
}
/** Schemas of 3.0 are almost, but not quite, those of JSON Schema: `nullable`, and bounds that are flags. */
function asJsonSchemas(document) {
    return document.openapi.startsWith('3.0') ? modern(document) : document;
}
function modern(node) {
    if (Array.isArray(node))
        return node.map(modern);
    if (typeof node !== 'object' || node === null)
        return node;
    const { nullable, exclusiveMinimum, exclusiveMaximum, ...rest } = node;
    const made = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, modern(value)]));
    return {
        ...made,
        ...bound('exclusiveMinimum', exclusiveMinimum, made['minimum']),
        ...bound('exclusiveMaximum', exclusiveMaximum, made['maximum']),
        ...(nullable === true && typeof made['type'] === 'string' ? { type: [made['type'], 'null'] } : {}),
        ...(nullable === true && Array.isArray(made['enum']) ? { enum: [...made['enum'], null] } : {}),
        ...(nullable === undefined || typeof nullable === 'boolean' ? {} : { nullable: modern(nullable) }),
    };
}
function bound(key, flag, limit) {
    if (typeof flag === 'boolean')
        return flag && limit !== undefined ? { [key]: limit } : {};
    return flag === undefined ? {} : { [key]: modern(flag) };
}


/***/ })

};
