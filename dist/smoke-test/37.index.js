export const id = 37;
export const ids = [37];
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


/***/ })

};
