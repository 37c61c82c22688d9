// The package's own types bring the whole DOM of browsers into the project.

/** Compiles an expression. @throws Error where it is none. */
export function parse(expression: string): unknown;

/** A function that evaluates expressions in which these prefixes are known. */
export function useNamespaces(
  prefixes: Readonly<Record<string, string>>,
): (expression: string, node: unknown) => readonly FoundNode[] | string | number | boolean | null;

export interface FoundNode {
  readonly nodeValue: string | null;
  readonly textContent: string | null;
}
