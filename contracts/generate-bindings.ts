/** Writes contracts/bindings from the compiled contracts: ABI, bytecode, types. Run after every change of contracts/src. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const sourceFolder = join(here, 'src');
const artifactFolder = join(here, 'artifacts', 'contracts', 'src');
const bindingsFolder = join(here, 'bindings');

/** Sources in the order of deployment. */
const CONTRACTS = [
  'Registry',
  'MarketRules',
  'EnergyMarket',
  'PoolMarket',
  'GridSupervision',
  'FlexibilityUnits',
  'Flexibility',
  'Curtailment',
  'Metering',
  'Ledger',
  'NetSettlement',
  'Daylight',
  'Settlement',
  'ProofOfEnergy',
  'Validators',
] as const;

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly internalType?: string;
  readonly indexed?: boolean;
  readonly components?: readonly Parameter[];
}
interface AbiItem {
  readonly type: string;
  readonly name?: string;
  readonly inputs?: readonly Parameter[];
  readonly outputs?: readonly Parameter[];
}
interface Artifact {
  readonly contractName: string;
  readonly abi: readonly AbiItem[];
  readonly bytecode: string;
}
interface Declaration {
  readonly typeName: string;
  readonly body: string;
}

/** Every file of the bindings with its text, from the artifacts on disk. */
export function generateBindings(): Map<string, string> {
  const artifacts = CONTRACTS.map(readArtifact);
  const files = new Map<string, string>();
  for (const artifact of artifacts) {
    files.set(`generated/${artifact.contractName}.ts`, contractFile(artifact));
  }
  files.set('generated/types.ts', typesFile(artifacts));
  files.set('generated/constants.ts', constantsFile());
  files.set('generated/contracts.ts', contractsFile(artifacts));
  return files;
}

/** Digest of the sources. Compiler settings are not in it: run-tests.ts compares what the compiler makes, to the byte. */
export function sourceDigest(): string {
  const digest = createHash('sha256');
  for (const file of solidityFiles(sourceFolder)) {
    digest.update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
  }
  return digest.digest('hex');
}

export function writeBindings(): void {
  rmSync(join(bindingsFolder, 'generated'), { recursive: true, force: true });
  mkdirSync(join(bindingsFolder, 'generated'), { recursive: true });
  for (const [name, text] of generateBindings()) writeFileSync(join(bindingsFolder, name), text);
}

/** Names of the files whose committed text is not what the artifacts on disk give. */
export function staleBindings(): string[] {
  return [...generateBindings()]
    .filter(([name, text]) => {
      const file = join(bindingsFolder, name);
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    })
    .map(([name]) => name);
}

function contractFile(artifact: Artifact): string {
  const name = camel(artifact.contractName);
  return `${HEADER}
export const ${name}Abi = ${JSON.stringify(artifact.abi, null, 1)} as const;

export const ${name}Bytecode =
  '${artifact.bytecode}';
`;
}

/** Structs and events as ethers decodes them: every integer is a bigint, bytes32 and addresses are text. */
function typesFile(artifacts: readonly Artifact[]): string {
  const structs = new Map<string, Map<string, string>>();
  const events = new Map<string, Map<string, string>>();
  for (const artifact of artifacts) {
    for (const item of artifact.abi) {
      for (const parameter of [...(item.inputs ?? []), ...(item.outputs ?? [])])
        collectStructs(parameter, structs);
    }
  }
  const structNames = nameAll(structs);
  for (const artifact of artifacts) {
    for (const item of artifact.abi.filter(entry => entry.type === 'event')) {
      add(events, item.name!, artifact.contractName, fields(item.inputs ?? [], structNames));
    }
  }
  const declarations: Declaration[] = [];
  for (const [name, byOwner] of structs) {
    for (const [owner, raw] of byOwner) {
      const typeName = structNames.get(`${owner}.${name}`)!;
      if (declarations.some(d => d.typeName === typeName)) continue;
      declarations.push({ typeName, body: fields(JSON.parse(raw) as Parameter[], structNames) });
    }
  }
  for (const [name, byOwner] of events) {
    const same = new Set(byOwner.values()).size === 1;
    for (const [owner, body] of byOwner) {
      if (body === '') continue;
      const typeName = `${same ? '' : owner}${name}Event`;
      if (!declarations.some(d => d.typeName === typeName)) declarations.push({ typeName, body });
    }
  }
  return `${HEADER}\n${declarations.map(d => `export interface ${d.typeName} {\n${d.body}}\n`).join('\n')}`;
}

function collectStructs(parameter: Parameter, structs: Map<string, Map<string, string>>): void {
  if (!parameter.components) return;
  const [owner, name] = structOf(parameter);
  add(structs, name, owner, JSON.stringify(parameter.components));
  for (const component of parameter.components) collectStructs(component, structs);
}

/** A struct's own name where it is unique, else with its contract before it. */
function nameAll(structs: Map<string, Map<string, string>>): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, byOwner] of structs) {
    for (const owner of byOwner.keys())
      names.set(`${owner}.${name}`, byOwner.size === 1 ? name : `${owner}${name}`);
  }
  return names;
}

function structOf(parameter: Parameter): [owner: string, name: string] {
  const match = /^struct (\w+)\.(\w+)/.exec(parameter.internalType ?? '');
  if (!match) throw new Error(`Struct without a name in the ABI: ${JSON.stringify(parameter)}`);
  return [match[1]!, match[2]!];
}

function fields(parameters: readonly Parameter[], structNames: Map<string, string>): string {
  return parameters.map(p => `  readonly ${p.name}: ${typeOf(p, structNames)};\n`).join('');
}

function typeOf(parameter: Parameter, structNames: Map<string, string>): string {
  const base = parameter.type.replace(/\[\d*\]$/, '');
  const array = base !== parameter.type;
  let name: string;
  if (base === 'tuple') name = structNames.get(structOf(parameter).join('.'))!;
  else if (/^u?int\d+$/.test(base)) name = 'bigint';
  else if (base === 'bool') name = 'boolean';
  else if (base === 'address' || base === 'string' || /^bytes\d*$/.test(base)) name = 'string';
  else throw new Error(`No TypeScript type for ${parameter.type}`);
  return array ? `readonly ${name}[]` : name;
}

/** The numbers the sources give names to: roles, kinds, decisions, sides, directions. */
function constantsFile(): string {
  const groups = [
    {
      name: 'ROLE',
      file: 'Roles.sol',
      pattern: /constant ([A-Z_]+) = 1 << (\d+);/g,
      value: (n: number) => 1 << n,
    },
    { name: 'TRADE_KIND', file: 'market/TradeKind.sol', pattern: /constant (\w+) = (\d+);/g },
    { name: 'ORDER_SIDE', file: 'market/OrderBook.sol', pattern: /constant SIDE_(\w+) = (\d+);/g },
    { name: 'POOL_PRICING', file: 'MarketRules.sol', pattern: /constant PRICING_(\w+) = (\d+);/g },
    { name: 'DECISION', file: 'Decision.sol', pattern: /constant (\w+) = (\d+);/g },
    { name: 'DIRECTION', file: 'flexibility/OfferBook.sol', pattern: /constant (UP|DOWN) = (\d+);/g },
    { name: 'PRODUCT', file: 'flexibility/OfferBook.sol', pattern: /constant PRODUCT_(\w+) = (\d+);/g },
    { name: 'PART', file: 'Flexibility.sol', pattern: /constant PART_(\w+) = (\d+);/g },
  ];
  const texts = groups.map(group => {
    const source = readFileSync(join(sourceFolder, group.file), 'utf8');
    const entries = [...source.matchAll(group.pattern)].map(match => {
      const number = Number(match[2]);
      return `  ${match[1]}: ${group.value ? group.value(number) : number},`;
    });
    if (entries.length < 2) throw new Error(`No constants found in ${group.file}`);
    return `export const ${group.name} = {\n${entries.join('\n')}\n} as const;\n`;
  });
  return `${HEADER}\n${texts.join('\n')}`;
}

function contractsFile(artifacts: readonly Artifact[]): string {
  const names = artifacts.map(artifact => artifact.contractName);
  return `${HEADER}
import { Interface } from 'ethers';
${names.map(n => `import { ${camel(n)}Abi, ${camel(n)}Bytecode } from './${n}.ts';`).join('\n')}

${names.map(n => `export { ${camel(n)}Abi, ${camel(n)}Bytecode };`).join('\n')}

/** Digest of the sources these bindings were made from. */
export const SOURCE_DIGEST = '${sourceDigest()}';

/** In the order of deployment. */
export const contractNames = [
${names.map(n => `  '${n}',`).join('\n')}
] as const;
export type ContractName = (typeof contractNames)[number];

/** Encodes calls and decodes events, results and errors of one contract. */
export const interfaces: { readonly [N in ContractName]: Interface } = {
${names.map(n => `  ${n}: new Interface(${camel(n)}Abi),`).join('\n')}
};

export const bytecodes: { readonly [N in ContractName]: string } = {
${names.map(n => `  ${n}: ${camel(n)}Bytecode,`).join('\n')}
};

/** Every error of every contract: a call that reaches several of them may revert with any. */
export const errorsInterface: Interface = new Interface(${JSON.stringify(allErrors(artifacts), null, 1)});
`;
}

function allErrors(artifacts: readonly Artifact[]): AbiItem[] {
  const errors = artifacts.flatMap(artifact => artifact.abi.filter(item => item.type === 'error'));
  return [...new Map(errors.map(item => [JSON.stringify(item), item])).values()];
}

function add(into: Map<string, Map<string, string>>, name: string, owner: string, body: string): void {
  const byOwner = into.get(name) ?? new Map<string, string>();
  byOwner.set(owner, body);
  into.set(name, byOwner);
}

function readArtifact(name: string): Artifact {
  const found = solidityFiles(sourceFolder).find(path => basename(path) === `${name}.sol`);
  if (!found) throw new Error(`No source of ${name} under ${sourceFolder}.`);
  const file = join(artifactFolder, relative(sourceFolder, found), `${name}.json`);
  if (!existsSync(file))
    throw new Error(`${file} is missing: compile first (node contracts/run-tests.ts --bindings).`);
  return JSON.parse(readFileSync(file, 'utf8')) as Artifact;
}

function solidityFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.sol'))
    .map(name => name.replaceAll('\\', '/'))
    .sort()
    .map(name => join(folder, name));
}

function camel(name: string): string {
  return name[0]!.toLowerCase() + name.slice(1);
}

const HEADER = '// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.\n';
