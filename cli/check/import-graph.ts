import { parseCode, readText } from "./tree";

/** What each file imports, by file. */
export type Modules = Map<string, { module: string; resolved: string; dependencyTypes: string[] }[]>;

/** Every module that a file names, types included, as a second parser sees it. */
function namedModules(file: string, text: string): string[] {
  const { module } = parseCode(file, text);
  const exported = module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value));
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => {
    return /^(["'`])([^$]*)\1$/.exec(text.slice(start, end))?.[2];
  });
  const named = [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exported, ...dynamic];
  return named.filter((name) => name !== undefined);
}

/** Imports that the matrix did not look at: without this, a parser that reads nothing would pass everything. */
export function findMissedImports(root: string, files: string[], modules: Modules): string[] {
  return files.flatMap((file) => {
    const seen = new Set(modules.get(file)?.map(({ module }) => module));
    const missed = namedModules(file, readText(root, file)).filter((name) => !seen.has(name.replace(/^node:/, "")));
    return missed.map((name) => `not seen: ${file} → ${name}`);
  });
}

/** Tests and the engines belong to no noun: engines are pure, and no two files may import each other anyway. */
function nounOf(file: string): string | undefined {
  return /^domain\/(?!matching\/|schedule\/solver\/)([^/]+)\/(?!.*\.test\.ts$)/.exec(file)?.[1];
}

/** Nouns of domain that need each other, though no two of their files do. */
export function findNounCycles(modules: Modules): string[] {
  const needs = new Map<string, Set<string>>();
  for (const [file, dependencies] of modules) {
    const from = nounOf(file);
    for (const { resolved } of dependencies) {
      const to = nounOf(resolved);
      if (from && to && from !== to) needs.set(from, (needs.get(from) ?? new Set()).add(to));
    }
  }
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    [...(needs.get(from) ?? [])].some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      return reaches(next, to, seen.add(next));
    });
  const pairs = [...needs].flatMap(([from, tos]) => [...tos].map((to) => [from, to] as const));
  return pairs
    .filter(([from, to]) => reaches(to, from, new Set()))
    .map(([from, to]) => `noun-cycle: domain/${from} → domain/${to} → … → domain/${from}`);
}

const serverOnly = /^(?:domain\/[^/]+\/(?:queries|commands|access)[./]|server\/|prisma\/)/;

function beginsWith(directive: string, text: string): boolean {
  return new RegExp(`^(?:\\s|//.*\\n|/\\*[\\s\\S]*?\\*/)*["']${directive}["']`).test(text);
}

/**
 * Client components that pull code of the server into the browser, by whatever way. A file that begins with
 * "use server" is where the way ends: Next puts a call over the network in its place.
 */
export function findServerCodeInClients(root: string, files: string[], modules: Modules): string[] {
  const texts = new Map(files.map((file) => [file, readText(root, file)]));
  const clients = files.filter((file) => beginsWith("use client", texts.get(file) ?? ""));
  return clients.flatMap((client) => {
    const seen = new Set([client]);
    const way = [client];
    for (const file of way) {
      const values = (modules.get(file) ?? []).filter(({ dependencyTypes }) => !dependencyTypes.includes("type-only"));
      for (const { resolved } of values) {
        if (seen.has(resolved) || beginsWith("use server", texts.get(resolved) ?? "")) continue;
        seen.add(resolved);
        way.push(resolved);
      }
    }
    return way.filter((file) => serverOnly.test(file)).map((file) => `client: ${client} → … → ${file}`);
  });
}
