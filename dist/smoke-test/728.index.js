export const id = 728;
export const ids = [728];
export const modules = {

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
