import { Visitor, type Argument, type BindingPattern, type CallExpression, type Expression, type Node } from "oxc-parser";
import { lineAt, parseCode } from "./tree";

/** Stands for a part of a key that is known only when the code runs. */
export const any = "\0";

/** A place that shows a text. `key` may hold `any`; `values` are the arguments given, undefined where unknown. */
export type Use = { at: string; key: string; values: string[] | undefined };

const makers = new Set(["useTranslations", "getTranslations", "createTranslator"]);

/** Every text that an expression may be. */
function possibleTexts(node: Node | undefined): string[] {
  switch (node?.type) {
    case "Literal":
      return [typeof node.value === "string" ? node.value : any];
    case "TemplateLiteral":
      return [node.quasis.map(({ value }) => value.cooked ?? value.raw).join(any)];
    case "ConditionalExpression":
      return [...possibleTexts(node.consequent), ...possibleTexts(node.alternate)];
    case "LogicalExpression":
      return [...possibleTexts(node.left), ...possibleTexts(node.right)];
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return possibleTexts(node.expression);
    default:
      return [any];
  }
}

/** The namespaces of a call that makes a translator; undefined of any other expression. */
function namespacesOf(init: Expression | null | undefined): string[] | undefined {
  const call = init?.type === "AwaitExpression" ? init.argument : init;
  if (call?.type !== "CallExpression" || call.callee.type !== "Identifier" || !makers.has(call.callee.name)) {
    return undefined;
  }
  const [first] = call.arguments;
  if (first === undefined) return [""];
  if (first.type !== "ObjectExpression") return possibleTexts(first);
  const named = first.properties.find((property) => property.type === "Property" && nameOf(property.key) === "namespace");
  return named?.type === "Property" ? possibleTexts(named.value) : [""];
}

function nameOf(key: Node): string | undefined {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}

/** Names of the values handed to a text; undefined where the code does not spell them out. */
function valuesOf(node: Argument | undefined): string[] | undefined {
  if (node === undefined) return [];
  if (node.type !== "ObjectExpression") return undefined;
  const names = node.properties.map((property) => (property.type === "Property" ? nameOf(property.key) : undefined));
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** The namespace in a parameter's type, such as Translator<"Header">; undefined where it is no translator. */
function namespaceOfType(parameter: Node, text: string): string[] | undefined {
  const annotation = parameter.type === "Identifier" ? parameter.typeAnnotation : undefined;
  if (!annotation) return undefined;
  const type = text.slice(annotation.start, annotation.end);
  if (!/[Tt]ranslat/.test(type)) return undefined;
  return [/["']([^"']+)["']/.exec(type)?.[1] ?? any];
}

/** Namespaces of the translators that a function knows by name; undefined for another thing of that name. */
type Scope = Map<string, string[] | undefined>;

/** Finds the texts that a file shows, through the translators in reach of each call. */
class UseFinder {
  readonly uses: Use[] = [];
  private readonly scopes: Scope[] = [new Map<string, undefined>()];
  private readonly file: string;
  private readonly text: string;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  enter({ params }: { params: Node[] }) {
    const scope: Scope = new Map<string, string[] | undefined>();
    for (const parameter of params) {
      if (parameter.type === "Identifier") scope.set(parameter.name, namespaceOfType(parameter, this.text));
    }
    this.scopes.push(scope);
  }

  leave() {
    this.scopes.pop();
  }

  declare(id: BindingPattern, init: Expression | null | undefined) {
    if (id.type === "Identifier") {
      const namespaces = namespacesOf(init);
      if (namespaces) this.scopes.at(-1)?.set(id.name, namespaces);
      return;
    }
    // const [t, names] = await Promise.all([getTranslations("A"), getTranslations("B")]), or the list itself
    const call = init?.type === "AwaitExpression" ? init.argument : undefined;
    const list = call?.type === "CallExpression" ? call.arguments[0] : init;
    if (id.type !== "ArrayPattern" || list?.type !== "ArrayExpression") return;
    id.elements.forEach((element, index) => {
      const made = list.elements[index];
      if (element && element.type !== "RestElement" && made && made.type !== "SpreadElement") this.declare(element, made);
    });
  }

  call({ callee, arguments: [key, values], start }: CallExpression) {
    const isMethod = callee.type === "MemberExpression";
    const translator = isMethod ? callee.object : callee;
    const method = isMethod ? nameOf(callee.property) : "";
    if (translator.type !== "Identifier" || !["", "rich", "markup", "raw", "has"].includes(method ?? "?")) return;
    const scope = this.scopes.findLast((known) => known.has(translator.name));
    const namespaces = scope?.get(translator.name) ?? [];
    const at = `${this.file}:${lineAt(this.text, start)}`;
    for (const namespace of namespaces) {
      for (const name of possibleTexts(key)) {
        const whole = namespace === "" ? name : `${namespace}.${name}`;
        if (method === "raw") this.uses.push({ at, key: `${whole}.${any}`, values: undefined });
        this.uses.push({ at, key: whole, values: method === "raw" || method === "has" ? undefined : valuesOf(values) });
      }
    }
  }
}

/** Codes that no reader meets, each with its reason. */
const untold: Record<string, string> = {
  no_demo_data: "ends the start; the operator reads an English sentence in the terminal",
};

/**
 * The codes that a file answers with. They are shown by way of a variable, so every one of them is looked for here:
 * refusals of domain and errors of its schemas among `Errors`, notices of actions among `Notices`.
 */
export function findCodes(file: string, text: string): Use[] {
  const codes: Use[] = [];
  const use = (namespace: string, node: Node | undefined, start: number) => {
    for (const code of possibleTexts(node).filter((name) => /^[a-z_]+$/.test(name) && !(name in untold))) {
      codes.push({ at: `${file}:${lineAt(text, start)}`, key: `${namespace}.${code}`, values: undefined });
    }
  };
  new Visitor({
    CallExpression({ callee, arguments: [first, second], start }) {
      if (nameOf(callee) === "refuse") use("Errors", first, start);
      if (nameOf(callee) === "withNotice") use("Notices", second, start);
    },
    NewExpression({ callee, arguments: [first], start }) {
      if (nameOf(callee) === "Refusal") use("Errors", first, start);
    },
    Property({ key, value, start }) {
      if (nameOf(key) === "notice") use("Notices", value, start);
      if (nameOf(key) === "error" && /^domain\/.*(?:schema|input)\.ts$/.test(file)) use("Errors", value, start);
    },
  }).visit(parseCode(file, text).program);
  return codes;
}

/** Every text that a file shows through a translator. */
export function findUses(file: string, text: string): Use[] {
  if (![...makers, "ranslat"].some((maker) => text.includes(maker))) return [];
  const finder = new UseFinder(file, text);
  const enter = finder.enter.bind(finder);
  const leave = finder.leave.bind(finder);
  new Visitor({
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
    "FunctionDeclaration:exit": leave,
    "FunctionExpression:exit": leave,
    "ArrowFunctionExpression:exit": leave,
    VariableDeclarator: ({ id, init }) => finder.declare(id, init),
    CallExpression: (call) => finder.call(call),
  }).visit(parseCode(file, text).program);
  return finder.uses;
}
