export const id = 599;
export const ids = [599];
export const modules = {

/***/ 9599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   queryXml: () => (/* binding */ queryXml)
/* harmony export */ });
/* harmony import */ var _xmldom_xmldom__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4033);
/* harmony import */ var xpath__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(358);


/** XPath 1.0 over XML. Prefixes are those that the document declares at its root. */
const queryXml = {
    check: (expression) => void (0,xpath__WEBPACK_IMPORTED_MODULE_1__.parse)(expression),
    find: (text, expression) => {
        const document = new _xmldom_xmldom__WEBPACK_IMPORTED_MODULE_0__/* .DOMParser */ .S4({ onError: fail }).parseFromString(text, 'text/xml');
        const declared = [...(document.documentElement?.attributes ?? [])].filter(({ name }) => name.startsWith('xmlns:'));
        const prefixes = Object.fromEntries(declared.map(({ name, value }) => [name.slice('xmlns:'.length), value]));
        const found = (0,xpath__WEBPACK_IMPORTED_MODULE_1__.useNamespaces)(prefixes)(expression, document);
        if (found === null || typeof found !== 'object')
            return found ?? undefined;
        const texts = found.map(({ nodeValue, textContent }) => nodeValue ?? textContent ?? '');
        return texts.length > 1 ? texts : texts[0];
    },
};
function fail(level, message) {
    if (level !== 'warning')
        throw new RangeError(message);
}


/***/ })

};
