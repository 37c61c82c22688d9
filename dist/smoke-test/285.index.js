export const id = 285;
export const ids = [285,728,37];
export const modules = {

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


/***/ }),

/***/ 1285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeByOpenApi: () => (/* binding */ judgeByOpenApi)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6175);
/* harmony import */ var _openapi_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3728);



/** Prepares a document for judging. @throws Error where a schema of it cannot be read. */
function judgeByOpenApi(document) {
    const ajv = (0,_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .newAjv */ .y)(document.openapi.startsWith('3.1') ? '2020-12' : 'draft-07');
    ajv.addSchema((0,_openapi_document_js__WEBPACK_IMPORTED_MODULE_2__.asJsonSchemas)(document), 'openapi', false, false);
    return (path, answer) => {
        try {
            return judge(document, ajv, { path, answer });
        }
        catch (error) {
            if (error instanceof _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
                throw error;
            const why = error instanceof Error ? error.message : error;
            return [`the document cannot be read at ${answer.method} ${path}: ${why}`];
        }
    };
}
function judge(document, ajv, { path, answer }) {
    const method = answer.method.toLowerCase();
    const operation = document.paths?.[path]?.[method];
    if (operation === undefined)
        return [`the document has no ${answer.method} ${path}`];
    const responses = operation.responses ?? {};
    const key = [`${answer.status}`, `${`${answer.status}`[0]}XX`, 'default'].find((one) => one in responses);
    if (key === undefined || answer.status >= 400) {
        return [
            `${answer.status} is not ${key === undefined ? 'documented' : 'a good answer'}; there are ${Object.keys(responses).join(', ') || 'none'}`,
        ];
    }
    const { content } = ((0,_openapi_document_js__WEBPACK_IMPORTED_MODULE_2__.resolveRef)(responses[key], document) ?? {});
    if (content === undefined || Object.keys(content).length === 0 || answer.method === 'HEAD')
        return [];
    const type = Object.keys(content).find((one) => accepts(one, answer.contentType));
    if (type === undefined) {
        return [
            `the content type ${answer.contentType ?? '(none)'} is not documented; there is ${Object.keys(content).join(', ')}`,
        ];
    }
    if (content[type]?.schema === undefined || !/json/.test(type))
        return [];
    const { json, problem } = answer.body;
    if (json === undefined)
        return [problem ?? 'the body is no JSON'];
    const ref = pointerOf(document, { path, method, key, type });
    const validate = ajv.getSchema(ref) ?? ajv.compile({ $ref: ref });
    return validate(json.value) ? [] : (0,_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .sentences */ .h)(validate.errors ?? []);
}
/** Whether a documented media type, perhaps a range, is that of an answer. */
function accepts(documented, given) {
    const plain = (text) => (text.split(';', 1)[0] ?? '').trim().toLowerCase();
    const [want, have] = [plain(documented), plain(given ?? '')];
    return want === have || want === '*/*' || (want.endsWith('/*') && have.startsWith(want.slice(0, -1)));
}
/** A response may be a reference itself: then its schema is found where that leads. */
function pointerOf(document, { path, method, key, type }) {
    const response = document.paths?.[path]?.[method]?.responses?.[key];
    const steps = ['content', type, 'schema'].map(escapeStep).join('/');
    const ref = typeof response === 'object' && response !== null && '$ref' in response ? String(response.$ref) : undefined;
    if (ref !== undefined)
        return `openapi${ref}/${steps}`;
    return `openapi#/paths/${[path, method, 'responses', key].map(escapeStep).join('/')}/${steps}`;
}
function escapeStep(step) {
    return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}


/***/ }),

/***/ 3728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compileSchema: () => (/* binding */ compileSchema),
/* harmony export */   h: () => (/* binding */ sentences),
/* harmony export */   y: () => (/* binding */ newAjv)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6175);
/* harmony import */ var ajv__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9793);
/* harmony import */ var ajv_dist_2019_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9928);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3976);
/* harmony import */ var ajv_formats__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6789);





/** Patterns of a schema meet what a server answers, so they are ended like any other. */
const regExp = Object.assign((pattern, flags) => {
    const expression = new RegExp(pattern, flags);
    // Ajv tells patterns apart by their text.
    return { test: (text) => (0,_suite_core__WEBPACK_IMPORTED_MODULE_0__/* .testPattern */ .r$)(expression, text), toString: () => String(expression) };
}, { code: 'new RegExp' });
const OPTIONS = { strict: false, allErrors: true, logger: false, validateFormats: true, code: { regExp } };
const LISTED = 5;
/** Compiles a JSON Schema of draft 7, 2019-09 or 2020-12 (where it names none). @throws Error where it is none. */
function compileSchema(schema) {
    if ((typeof schema !== 'object' || schema === null) && typeof schema !== 'boolean') {
        throw new RangeError('a schema is an object');
    }
    const dialect = typeof schema === 'object' && '$schema' in schema ? String(schema.$schema) : '2020-12';
    const ajv = newAjv(dialect);
    const validate = ajv.compile(schema);
    return (value) => (validate(value) ? [] : sentences(validate.errors ?? []));
}
/** A validator of the dialect that a `$schema` names. */
function newAjv(dialect) {
    const ajv = dialect.includes('2020-12')
        ? new ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__.Ajv2020(OPTIONS)
        : dialect.includes('2019-09')
            ? new ajv_dist_2019_js__WEBPACK_IMPORTED_MODULE_3__.Ajv2019(OPTIONS)
            : new ajv__WEBPACK_IMPORTED_MODULE_4__.Ajv(OPTIONS);
    ajv_formats__WEBPACK_IMPORTED_MODULE_1__["default"](ajv);
    return ajv;
}
/** `/items/0/id must be integer`, at most five of them. */
function sentences(errors) {
    const all = errors.map(({ instancePath, message, params }) => {
        const more = Object.values(params).filter((value) => typeof value === 'string' && !message?.includes(value));
        return `${instancePath || 'the body'} ${message}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
    });
    return all.length > LISTED ? [...all.slice(0, LISTED), `and ${all.length - LISTED} more`] : all;
}


/***/ })

};
