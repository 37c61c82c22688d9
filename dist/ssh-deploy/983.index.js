export const id = 983;
export const ids = [983];
export const modules = {

/***/ 6983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  observe: () => (/* binding */ observe)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/node_modules/@suite/core/src/index.js + 23 modules
var src = __webpack_require__(5862);
// EXTERNAL MODULE: ./build/node_modules/@suite/ssh/src/index.js + 9 modules
var ssh_src = __webpack_require__(5960);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/env-file.js
var env_file = __webpack_require__(696);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/file-mapping.js
var file_mapping = __webpack_require__(5165);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/checkout.js



/** Reads everything that is sent to the hosts. @throws InputError with every path that is not there. */
async function readCheckout(what, readTree) {
    const problems = [];
    const absent = (input, path) => {
        problems.push({ input, problem: `${path} is not in the checkout; is there a checkout step before this one?` });
        return [];
    };
    const compose = await Promise.all(what.composeFiles.map(async (path) => ({ path, files: (await readTree(path)) ?? absent('compose-files', path) })));
    const mapped = await Promise.all(what.files.map(async (mapping) => ({
        mapping,
        files: (await readTree(mapping.source)) ?? absent('files', mapping.source),
    })));
    const envText = what.envFile === undefined ? undefined : ((await readTree(what.envFile)) ?? absent('env-file', what.envFile));
    if (problems.length > 0)
        throw new src/* InputError */.dz(problems);
    const placed = mapped.flatMap(({ mapping, files }) => files.map(({ inside, content, mode }) => ({
        area: mapping.area,
        path: (0,file_mapping/* destinationOf */.M)(mapping, inside),
        content,
        mode,
    })));
    const composed = compose.flatMap(({ path, files }) => files.map(({ content, mode }) => ({ path, content, mode })));
    return {
        services: await readServices(composed),
        releaseFiles: unique([...composed, ...placed.filter(({ area }) => area === 'release')]),
        sharedFiles: unique(placed.filter(({ area }) => area === 'shared')),
        env: new Map([...readEnvFile(envText?.[0]?.content), ...what.env]),
    };
}
async function readServices(files) {
    // The YAML parser is half of the bundle's start-up time, which bad inputs need not wait for.
    const { parseCompose } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(66)]).then(__webpack_require__.bind(__webpack_require__, 66));
    try {
        return parseCompose(files.map(({ path, content }) => ({ path, text: Buffer.from(content).toString('utf8') })));
    }
    catch (error) {
        throw new src/* InputError */.dz([{ input: 'compose-files', problem: error instanceof Error ? error.message : String(error) }]);
    }
}
function readEnvFile(content) {
    if (content === undefined)
        return new Map();
    try {
        const values = (0,env_file/* parseEnvFile */.Y)(Buffer.from(content).toString('utf8'));
        return new Map([...values].map(([key, value]) => [key, new src/* Secret */.zh(value)]));
    }
    catch (error) {
        throw new src/* InputError */.dz([{ input: 'env-file', problem: error instanceof Error ? error.message : String(error) }]);
    }
}
/** Later mappings win over earlier ones; sorted, so that the same files give the same archive. */
function unique(files) {
    const byPath = new Map(files.map(({ path, content, mode }) => [path, mode === undefined ? { path, content } : { path, content, mode }]));
    return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/fleet.js + 5 modules
var src_fleet = __webpack_require__(1924);
// EXTERNAL MODULE: ./build/actions/ssh-deploy/src/manifest.js
var manifest = __webpack_require__(8405);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/host-facts.js



/** The script that prints the facts of a host, one word and its value a line. It changes nothing. */
function formatFactsScript({ root, app, shared, proxyFile }) {
    return `root=${(0,ssh_src/* shellQuote */.ZL)(root)} app=${(0,ssh_src/* shellQuote */.ZL)(app)}
say() { printf '%s %s\\n' "$1" "$2"; }
coded() { base64 <"$1" | tr -d '\\n'; }
say now "$(date +%s)"
for t in flock setsid timeout mkfifo dd sync sha256sum tar docker; do command -v $t >/dev/null 2>&1 || say missing $t; done
for t in zstd curl wget perl socat nc; do ! command -v $t >/dev/null 2>&1 || say has $t; done
if error=$(docker version --format '{{.Server.Version}}' 2>&1); then say docker "$error"; else say docker-error "$(printf %s "$error" | tail -n 1)"; fi
say compose "$(docker compose version --short 2>/dev/null)"
up=$root; while [ ! -e "$up" ]; do up=$(dirname "$up"); done
for d in "$up" "$(docker info --format '{{.DockerRootDir}}' 2>/dev/null)"; do
  [ -z "$d" ] || df -Pk "$d" 2>/dev/null | awk -v d="$d" 'NR == 2 { print "disk", $4, $2, d }'
done
awk '/^MemTotal/ { t = $2 } /^MemAvailable/ { a = $2 } END { if (t) print "memory", a, t }' /proc/meminfo 2>/dev/null
[ ! -L "$root/current" ] || say current "$(basename "$(readlink "$root/current")")"
for m in "$root"/releases/*/; do
  [ ! -d "$m" ] || say release "$(basename "$m")"
  [ ! -f "$m/manifest.json" ] || say manifest "$(coded "$m/manifest.json")"
done
docker ps -a --no-trunc --filter "label=com.docker.compose.project=$app" --filter label=com.docker.compose.oneoff=False \\
  --format 'container {{.ID}} {{.Label "com.docker.compose.service"}} {{.State}} {{.Names}}' 2>/dev/null
[ ! -r "$root/.deploy/hmac" ] || say hmac "$(cat "$root/.deploy/hmac")"
${proxyFile === undefined ? '' : `[ ! -r "$root/shared/"${(0,ssh_src/* shellQuote */.ZL)(proxyFile)} ] || say proxy "$(coded "$root/shared/"${(0,ssh_src/* shellQuote */.ZL)(proxyFile)})"\n`}${shared.length === 0
        ? ''
        : `cd "$root/shared" 2>/dev/null && sha256sum -- ${shared.map(ssh_src/* shellQuote */.ZL).join(' ')} 2>/dev/null | sed 's/^/shared /'\n`}exit 0
`;
}
/** Reads what that script printed. Lines that it did not write (a noisy login) are passed over. */
function parseFacts(text) {
    const lines = text.split('\n').map((line) => /^([a-z-]+) (.*)$/.exec(line)?.slice(1) ?? []);
    const all = (word) => lines.filter(([first]) => first === word).map(([, rest = '']) => rest);
    const one = (word) => all(word)[0] || undefined;
    const key = one('hmac');
    const proxy = one('proxy');
    return {
        now: Number(one('now') ?? 0),
        missingTools: all('missing'),
        tools: all('has'),
        docker: one('docker'),
        dockerError: one('docker-error'),
        compose: one('compose')?.replace(/^v/, ''),
        disks: all('disk').map((line) => parseRoom(line)),
        memory: all('memory').map((line) => parseRoom(`${line} memory`))[0],
        current: one('current'),
        manifests: all('manifest').flatMap((coded) => (0,manifest/* parseManifest */.Ng)(decode(coded)) ?? []),
        releases: all('release'),
        containers: all('container').map(parseContainer),
        hmacKey: key === undefined ? undefined : new src/* Secret */.zh(key),
        proxyFile: proxy === undefined ? undefined : decode(proxy),
        shared: Object.fromEntries(all('shared').map((line) => [line.slice(66), line.slice(0, 64)])),
    };
}
function parseRoom(line) {
    const [free = '0', total = '0', ...where] = line.split(' ');
    return { free: Number(free) * 1_024, total: Number(total) * 1_024, where: where.join(' ') };
}
function parseContainer(line) {
    const [id = '', service = '', state = '', name = ''] = line.split(' ');
    return { id, service, state, name };
}
function decode(coded) {
    return Buffer.from(coded, 'base64').toString('utf8');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/ports/tree.js


/** Reads a file, or every file below a folder, sorted by path; undefined where there is nothing. Links are followed. */
async function readTree(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found === undefined)
        return undefined;
    const names = found.isDirectory() ? await (0,promises_.readdir)(path, { recursive: true }) : [''];
    const files = await Promise.all(names.sort().map((inside) => readOne((0,external_node_path_.join)(path, inside), inside)));
    return files.filter((file) => file !== undefined);
}
async function readOne(path, inside) {
    const facts = await (0,promises_.stat)(path);
    if (!facts.isFile())
        return undefined;
    return { inside, content: await (0,promises_.readFile)(path), mode: facts.mode & 0o111 ? 0o755 : 0o644 };
}

;// CONCATENATED MODULE: ./build/actions/ssh-deploy/src/observe.js







/**
 * Reads the checkout, connects, and asks every host about itself. A deploy holds the locks before it asks, so that what
 * it sees stays true; a dry run takes none and starts no agent.
 */
async function observe(inputs, ports, fleet) {
    const checkout = inputs.what.mode === 'rollback' ? undefined : await readCheckout(inputs.what, readTree);
    await (0,src_fleet.connectAll)(inputs, ports, fleet);
    if (!inputs.dryRun) {
        const opened = await (0,src_fleet.lockAll)(inputs, fleet, transactionName(inputs, ports.random()));
        for (const { session, recovered } of opened) {
            const end = recovered.findLast((event) => event.e === 'end');
            if (end?.e === 'end')
                ports.log.warning(`${session.host}: an earlier deploy (${end.tx}) had not ended; it is ${end.result} now`);
        }
    }
    const question = questionOf(inputs, checkout);
    const hosts = await Promise.all(fleet.connections.map((connection) => observeHost(connection, question)));
    return { checkout, hosts };
}
/** The agent refuses the same transaction twice only within one session; a name of its own keeps the history readable. */
function transactionName({ what }, random) {
    return `${what.mode}-${what.release || what.to || 'previous'}-${Math.floor(random * 36 ** 4).toString(36)}`;
}
function questionOf(inputs, checkout) {
    const { root, what, proxy, proxyConfig } = inputs;
    const files = { none: undefined, haproxy: `${proxyConfig}/haproxy.cfg`, nginx: `${proxyConfig}/upstream.servers` };
    return { root, app: what.app, shared: checkout?.sharedFiles.map(({ path }) => path) ?? [], proxyFile: files[proxy] };
}
async function observeHost(connection, question) {
    const result = await connection.run(formatFactsScript(question), 60_000);
    if (result.code !== 0) {
        const host = (0,ssh_src/* formatTarget */.P4)(connection.target);
        throw new src/* ActionError */.lZ(`${host}: the host could not be looked at (exit ${result.code}): ${result.stderr.trim()}`, {
            code: 'E_AGENT',
            hint: 'the login shell of the user must take `exec sh -s`',
        });
    }
    const facts = parseFacts(result.stdout);
    const hmacKey = facts.hmacKey?.reveal() ?? (0,external_node_crypto_.randomBytes)(32).toString('hex');
    return { target: connection.target, facts, hmacKey };
}


/***/ })

};
