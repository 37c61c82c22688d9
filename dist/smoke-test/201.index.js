export const id = 201;
export const ids = [201];
export const modules = {

/***/ 5201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   queryCss: () => (/* binding */ queryCss)
/* harmony export */ });
/* harmony import */ var css_select__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2938);
/* harmony import */ var htmlparser2__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9346);
/* harmony import */ var htmlparser2__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1861);


/** `a.next@href` is the attribute of what the selector finds; without @ it is the text. */
const ATTRIBUTE = /^(.*[^\s\\])@([\w:-]+)$/s;
/** CSS selectors over HTML: the text or an attribute of the one element found, or a list where there are several. */
const queryCss = {
    check: (expression) => void (0,css_select__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(selectorOf(expression).selector),
    find: (text, expression) => {
        const { selector, attribute } = selectorOf(expression);
        const { children } = (0,htmlparser2__WEBPACK_IMPORTED_MODULE_1__/* .parseDocument */ .Tp)(text);
        if ((0,css_select__WEBPACK_IMPORTED_MODULE_0__/* .selectAll */ .Ub)('*', children).length === 0)
            throw new RangeError('it has no element');
        const values = (0,css_select__WEBPACK_IMPORTED_MODULE_0__/* .selectAll */ .Ub)(selector, children).flatMap((found) => {
            if (attribute === undefined)
                return htmlparser2__WEBPACK_IMPORTED_MODULE_2__/* .textContent */ .P_(found).replace(/\s+/g, ' ').trim();
            return 'attribs' in found ? (found.attribs[attribute] ?? []) : [];
        });
        return values.length > 1 ? values : values[0];
    },
};
function selectorOf(expression) {
    const [, selector, attribute] = ATTRIBUTE.exec(expression) ?? [];
    return selector === undefined || attribute === undefined ? { selector: expression } : { selector, attribute };
}


/***/ })

};
