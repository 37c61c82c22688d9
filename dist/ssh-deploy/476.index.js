export const id = 476;
export const ids = [476];
export const modules = {

/***/ 8476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseCompose: () => (/* binding */ parseCompose),
  parseNetworks: () => (/* binding */ parseNetworks)
});

// EXTERNAL MODULE: ../node_modules/yaml/dist/index.js
var dist = __webpack_require__(6637);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/service-needs.js
function readNeeds(body) {
    const limits = mapping(mapping(mapping(body['deploy'])['resources'])['limits']);
    const healthcheck = mapping(body['healthcheck']);
    return {
        ports: (Array.isArray(body['ports']) ? body['ports'] : []).flatMap((port) => readPort(port) ?? []),
        memory: readBytes(limits['memory'] ?? body['mem_limit']),
        hasHealthcheck: 'test' in healthcheck && healthcheck['disable'] !== true,
    };
}
/** `[address:]published:target[/protocol]`, or its long form; undefined where docker chooses the port. */
function readPort(port) {
    if (typeof port === 'object' && port !== null) {
        const { published, host_ip: address = '', protocol = 'tcp' } = port;
        return published === undefined
            ? undefined
            : { address: `${address}`, port: `${published}`, protocol: `${protocol}` };
    }
    const text = String(port);
    // The separator also stands inside a default such as ${PORT:-80}.
    const match = /^(?:(?<address>\[[^\]]*\]|[\d.]+):)?(?<port>(?:\$\{[^}]*\}|[^:$])+):[^:]*?(?:\/(?<protocol>\w+))?$/.exec(text);
    if (!match?.groups)
        return undefined;
    const { address = '', port: published = '', protocol = 'tcp' } = match.groups;
    return { address: address.replace(/[[\]]/g, ''), port: published, protocol };
}
const UNITS = { '': 1, b: 1, k: 1_024, m: 1_024 ** 2, g: 1_024 ** 3 };
/** Bytes as compose writes them: `512m`, `1gb`, 1024. */
function readBytes(value) {
    const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([bkmg]?)b?$/i.exec(String(value ?? '')) ?? [];
    const factor = UNITS[unit.toLowerCase()];
    return number === undefined || factor === undefined ? undefined : Math.round(Number(number) * factor);
}
function mapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/compose.js


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
        for (const [name, body] of Object.entries(compose_mapping(document['services']))) {
            services[name] = merged(services[name] ?? {}, compose_mapping(body));
        }
    }
    const named = Object.entries(services);
    if (named.length === 0)
        throw new RangeError(`${files.map(({ path }) => path).join(', ')} has no services`);
    return named.map(([name, body]) => readService(name, body));
}
/** Networks that compose makes for the application and names after it: all but those with a name of their own. */
function parseNetworks(files) {
    const networks = { default: {} };
    for (const { path, text } of files) {
        for (const [name, body] of Object.entries(compose_mapping(readYaml(path, text)['networks']))) {
            networks[name] = { ...networks[name], ...compose_mapping(body) };
        }
    }
    const own = Object.entries(networks).filter(([, body]) => !('name' in body) && !body['external']);
    return own.map(([name]) => name);
}
function readYaml(path, text) {
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { merge: true, logLevel: 'error' });
        if (document.errors[0])
            throw document.errors[0];
        (0,dist/* visit */.YR)(document, {
            Pair(_key, { key, value }) {
                if ((0,dist/* isNode */.Ll)(value) && (0,dist/* isScalar */.jn)(key) && REPLACING.test(value.tag ?? ''))
                    key.value = `${key.value}!`;
            },
        });
        return compose_mapping(document.toJS());
    }
    catch (error) {
        throw new RangeError(`${path} is no YAML: ${error instanceof Error ? error.message.split('\n')[0] : error}`, {
            cause: error,
        });
    }
}
/** Tags of values that replace those of the files before; the name of such a one gets a `!` behind it. */
const REPLACING = /^!(reset|override)$/;
/** As compose does it with a second file: mappings are merged, ports and volumes added, everything else replaced. */
function merged(before, body) {
    const entries = Object.entries(body).map(([name, value]) => {
        const old = before[name];
        if (name.endsWith('!'))
            return [name.slice(0, -1), value];
        if (name === 'ports')
            return [name, [...list(old), ...list(value)]];
        if (name === 'volumes')
            return [name, mounted([...list(old), ...list(value)])];
        return [name, isMapping(old) && isMapping(value) ? merged(old, value) : value];
    });
    return { ...before, ...Object.fromEntries(entries) };
}
/** Of two volumes at one place the later one. */
function mounted(entries) {
    return [...new Map(entries.map((entry) => [volumes({ volumes: [entry] })[0]?.target, entry])).values()];
}
function readService(name, body) {
    if (!/^\w[\w.-]*$/.test(name))
        throw new RangeError(`service "${name}" has a name that compose would not take`);
    if ('extends' in body)
        throw new RangeError(`service ${name} uses extends, which is not supported; write it out`);
    const restart = body['restart'] ?? compose_mapping(compose_mapping(body['deploy'])['restart_policy'])['condition'];
    return {
        name,
        image: typeof body['image'] === 'string' ? body['image'] : undefined,
        single: whySingle(body),
        replicas: readReplicas(name, compose_mapping(body['deploy'])['replicas'] ?? body['scale'] ?? 1),
        hasRestartPolicy: restart !== undefined && restart !== 'no',
        needs: readNeeds(body),
        profiles: list(body['profiles']).map(String),
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
            const { source, target, read_only: readOnly, type } = compose_mapping(entry);
            return { source: compose_text(source), target: compose_text(target) ?? '', readOnly: readOnly === true || type === 'tmpfs' };
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
function compose_mapping(value) {
    return isMapping(value) ? value : {};
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function compose_text(value) {
    return typeof value === 'string' ? value : undefined;
}


/***/ })

};
