import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installMissing } from './apt.ts';
import { binDir } from './paths.ts';
import { run } from './shell.ts';
import { step } from './step.ts';
import { type ToolName, type ToolRecipe, toolNames, toolRecipe } from './tool-recipes.ts';
import { linkTool, toolFile } from './tools.ts';

/** Builds one tool under a temporary name and renames it, so that a half-built binary never counts. */
async function buildTool(name: ToolName): Promise<void> {
  const recipe = toolRecipe(name);
  const scratch = mkdtempSync(join(tmpdir(), `lab-${name}-`));
  const half = join(binDir, `.${recipe.file}.${process.pid}`);
  try {
    if (recipe.crate !== undefined) {
      await buildCrate(recipe.crate, recipe, { scratch, half });
      renameSync(half, toolFile(name));
      return;
    }
    const cwd = recipe.dir ?? (await copyModule(recipe.module ?? '', join(scratch, 'source')));
    if (name === 'act') patchArtifactServer(cwd);
    const env = { ...process.env, CGO_ENABLED: '0', ...recipe.env };
    await run('go', ['build', '-trimpath', '-ldflags', recipe.flags.join(' '), '-o', half, recipe.package], {
      cwd,
      env,
    });
    renameSync(half, toolFile(name));
  } finally {
    rmSync(half, { force: true });
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Builds a program of a crate with the versions that the crate was released with. */
async function buildCrate(
  crate: string,
  { package: program, needs }: ToolRecipe,
  { scratch, half }: { readonly scratch: string; readonly half: string },
): Promise<void> {
  await installMissing(needs ?? {});
  const places = ['--root', join(scratch, 'root'), '--target-dir', join(scratch, 'target')];
  await run('cargo', ['install', crate, '--locked', '--bin', program, ...places], {
    cwd: scratch,
    env: { ...process.env, CARGO_PROFILE_RELEASE_STRIP: 'true' },
  });
  copyFileSync(join(scratch, 'root', 'bin', program), half);
}

/** A copy of a module that can be changed; building inside it honours its own go.mod. */
async function copyModule(module: string, into: string): Promise<string> {
  const found = JSON.parse(await run('go', ['mod', 'download', '-json', module], { cwd: tmpdir() })) as { Dir: string };
  cpSync(found.Dir, into, { recursive: true });
  await run('chmod', ['-R', 'u+w', into]);
  return into;
}

/** Unpatched, act 0.2.89 answers 401 to the current artifact client and rejects its unknown fields. */
function patchArtifactServer(source: string): void {
  const file = join(source, 'pkg/artifacts/artifacts_v4.go');
  const lenient = 'protojson.UnmarshalOptions{DiscardUnknown: true}.Unmarshal(';
  const text = readFileSync(file, 'utf8')
    .replaceAll('base64.URLEncoding', 'base64.RawURLEncoding')
    .replaceAll('protojson.Unmarshal(', lenient);
  chmodSync(file, 0o644);
  writeFileSync(file, text);
}

function recipeIsMissing(name: ToolName): boolean {
  const recipe: ToolRecipe = toolRecipe(name);
  return recipe.available && !existsSync(toolFile(name));
}

for (const name of toolNames.filter(recipeIsMissing)) {
  // One broken tool must not keep the others from those who wait for them.
  await step(`build ${name}`, () => buildTool(name)).catch((error: unknown) => {
    console.error(String(error));
    process.exitCode = 1;
  });
  linkTool(name);
}
