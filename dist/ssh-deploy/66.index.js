export const id = 66;
export const ids = [66];
export const modules = {

/***/ 66:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseCompose: () => (/* binding */ parseCompose)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/**
 * Reads the services of one or several compose files, later ones over earlier ones. Variables stay as they are written.
 * @throws RangeError where a file is no YAML, has no services, or uses what only compose itself can resolve.
 */
function parseCompose(files) {
    const services = {};
    for (const { path, text } of files) {
        const document = readYaml(path, text);
        if ('include' in document)
            throw new RangeError(`${path} uses include, which is not supported; list the files in compose-files`);
        for (const [name, body] of Object.entries(mapping(document['services']))) {
            services[name] = { ...services[name], ...mapping(body) };
        }
    }
    // Compose starts a service with profiles only where one of them is asked for.
    const named = Object.entries(services).filter(([, body]) => list(body['profiles']).length === 0);
    if (named.length === 0)
        throw new RangeError(`${files.map(({ path }) => path).join(', ')} has no services`);
    return named.map(([name, body]) => readService(name, body));
}
function readYaml(path, text) {
    try {
        return mapping((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { merge: true }));
    }
    catch (error) {
        throw new RangeError(`${path} is no YAML: ${error instanceof Error ? error.message.split('\n')[0] : error}`, {
            cause: error,
        });
    }
}
function readService(name, body) {
    if (!/^\w[\w.-]*$/.test(name))
        throw new RangeError(`service "${name}" has a name that compose would not take`);
    if ('extends' in body)
        throw new RangeError(`service ${name} uses extends, which is not supported; write it out`);
    const restart = body['restart'] ?? mapping(mapping(body['deploy'])['restart_policy'])['condition'];
    return {
        name,
        image: typeof body['image'] === 'string' ? body['image'] : undefined,
        single: whySingle(body),
        replicas: readReplicas(name, mapping(body['deploy'])['replicas'] ?? body['scale'] ?? 1),
        hasRestartPolicy: restart !== undefined && restart !== 'no',
        mounts: volumes(body).flatMap(({ source }) => (source === undefined ? [] : [source])),
    };
}
function readReplicas(name, value) {
    if (Number.isInteger(Number(value)) && Number(value) > 0)
        return Number(value);
    throw new RangeError(`service ${name} has ${value} replicas; write a number from 1`);
}
function whySingle(body) {
    if (typeof body['container_name'] === 'string')
        return `container_name ${body['container_name']}`;
    const port = list(body['ports']).find(isFixedPort);
    if (port !== undefined)
        return `a fixed port (${typeof port === 'object' ? JSON.stringify(port) : port})`;
    if (body['network_mode'] === 'host')
        return 'network_mode host';
    const writable = volumes(body).find(({ readOnly }) => !readOnly);
    return writable && `a volume that it writes to (${writable.target})`;
}
function isFixedPort(port) {
    if (typeof port === 'object' && port !== null)
        return 'published' in port && String(port.published) !== '';
    return String(port)
        .replace(/^\[[^\]]*\]/, '')
        .includes(':');
}
function volumes(body) {
    return list(body['volumes']).map((entry) => {
        if (typeof entry !== 'string') {
            const { source, target, read_only: readOnly, type } = mapping(entry);
            return { source: text(source), target: text(target) ?? '', readOnly: readOnly === true || type === 'tmpfs' };
        }
        // The separator also stands inside a default such as ${DIR:-../x}.
        const masked = entry.replace(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\0'));
        const [first = '', second, mode = ''] = masked.split(':').map((part) => part.replaceAll('\0', ':'));
        return {
            source: second === undefined ? undefined : first,
            target: second ?? first,
            readOnly: mode.split(',').includes('ro'),
        };
    });
}
function mapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function text(value) {
    return typeof value === 'string' ? value : undefined;
}


/***/ })

};
