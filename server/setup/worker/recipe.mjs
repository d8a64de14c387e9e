// The recipe for building the worker: reading it, and laying it over a copy of mediasoup's sources.
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from '../base/fingerprint.mjs';
import { inProject } from '../base/paths.mjs';
import { SetupFault } from '../base/setup-fault.mjs';

/**
 * @typedef {{ file: string, why: string, find: string, replace: string }} Patch
 * @typedef {{ mesonVersion: string, mesonArguments: string[], needs: import('../steps/needs.mjs').Need[], patches: Patch[] }} Recipe
 */

const recipeFolder = inProject('server', 'setup', 'worker-recipe');

/** @returns {Promise<Recipe>} */
export async function readRecipe(folder = recipeFolder) {
  return JSON.parse(await readFile(join(folder, 'recipe.json'), 'utf8'));
}

export const recipePrint = (folder = recipeFolder) => fingerprint(folder, ['recipe.json', 'subprojects']);

/** @param {string} sources @param {Patch} patch */
async function applyPatch(sources, patch) {
  const path = join(sources, patch.file);
  const before = await readFile(path, 'utf8').catch(() => '');
  const parts = before.split(patch.find);
  if (parts.length !== 2) {
    throw new SetupFault(
      `The worker cannot be built: a needed change does not fit this version of mediasoup. ` +
        `In ${patch.file} the text "${patch.find}" stands ${parts.length - 1} times instead of once. ` +
        `The change and its reason are in server/setup/worker-recipe/recipe.json; it has to be carried over to the new sources.`,
    );
  }
  await writeFile(path, parts.join(patch.replace));
}

/** The meson of Debian 12 is a little older than mediasoup asks for, and suffices. @param {string} sources @param {string} version */
async function lowerMesonVersion(sources, version) {
  const path = join(sources, 'meson.build');
  const before = await readFile(path, 'utf8');
  await writeFile(path, before.replace(/meson_version\s*:\s*'[^']*'/, `meson_version: '>= ${version}'`));
}

/** The system's libraries stand in for what meson would download. @param {string} sources @param {string} folder */
async function replaceSubprojects(sources, folder) {
  const target = join(sources, 'subprojects');
  for (const name of await readdir(target)) {
    if (name.endsWith('.wrap') || name === 'packagefiles') await rm(join(target, name), { recursive: true });
  }
  await cp(join(folder, 'subprojects'), target, { recursive: true });
}

/** @param {string} sources a copy of mediasoup's `worker` folder @param {string} [folder] */
export async function applyRecipe(sources, folder = recipeFolder) {
  const recipe = await readRecipe(folder);
  for (const patch of recipe.patches) await applyPatch(sources, patch);
  await lowerMesonVersion(sources, recipe.mesonVersion);
  await replaceSubprojects(sources, folder);
  return recipe;
}
