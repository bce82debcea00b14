import { posix } from 'node:path';

// Who may import whom (ARCHITECTURE.md). Lower layers know nothing of higher ones.

/** Features from the bottom up: each may use those before it, through their index.ts or contract.ts. */
export const featureOrder = ['audit', 'access', 'identity', 'tasks', 'records', 'ehr', 'critical', 'admin'];

const cryptoPackages = ['@noble/hashes', '@noble/curves', '@noble/ciphers', '@scure/base', 'hpke', 'cborg'];
const webPackages = [
  'react',
  'react-dom',
  '@lingui/core',
  '@lingui/react',
  '@tanstack/react-router',
  '@tanstack/react-query',
  'react-aria-components',
  'lucide-react',
  'd3-scale',
  'lean-qr',
  'zod',
  '@portico/crypto',
];
const signInPackages = ['papaparse', '@serenity-kit/opaque', '@zxcvbn-ts/core', '@zxcvbn-ts/language-common'].concat(
  '@zxcvbn-ts/language-en',
  '@zxcvbn-ts/language-es-es',
);

type Import = { readonly from: string; readonly isTypeOnly: boolean };

/** What is wrong with one import of one file; undefined when nothing is. */
export function findImportProblem(path: string, { from, isTypeOnly }: Import): string | undefined {
  const target = resolveImport(path, from);
  const rule = ruleFor(path);
  if (!rule) return undefined;
  const reason = rule(target, isTypeOnly);
  return reason ? `${path} imports ${from}: ${reason}` : undefined;
}

/** A file's path from the root, or { package } for everything outside. */
type Target = { readonly file: string } | { readonly package: string };
type Rule = (target: Target, isTypeOnly: boolean) => string | undefined;

function resolveImport(path: string, from: string): Target {
  const bare = from.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return { file: posix.normalize(posix.join(posix.dirname(path), bare)) };
  if (bare.startsWith('#')) return { file: bare.slice(1) };
  const parts = bare.split('/');
  return { package: bare.startsWith('@') ? parts.slice(0, 2).join('/') : bare.startsWith('node:') ? bare : parts[0]! };
}

function ruleFor(path: string): Rule | undefined {
  const isTest = /\.test\.tsx?$/.test(path) || path.includes('/test/');
  if (path.startsWith('crypto/')) return isTest ? undefined : cryptoRule;
  if (path.startsWith('platform/')) return isTest ? undefined : platformRule;
  if (isTest) return undefined;
  const feature = /^features\/([^/]+)\/(.+)$/.exec(path);
  if (feature) return ruleForFeature(feature[1]!, feature[2]!, path);
  if (/^web\/(build\/|(design\/)?vite\.config\.ts$|lingui\.config\.ts$)/.test(path)) return undefined;
  return path.startsWith('web/') ? webRule(path) : undefined;
}

function ruleForFeature(feature: string, inside: string, path: string): Rule {
  if (/(^|\/)web\//.test(inside)) return webRule(path, feature);
  if (/(^|\/)(contract|policy)\.ts$/.test(inside)) return pureRule(feature);
  return featureRule(feature);
}

const cryptoRule: Rule = (target) => {
  if ('package' in target)
    return cryptoPackages.includes(target.package) ? undefined : 'crypto has no I/O and few packages';
  return target.file.startsWith('crypto/') ? undefined : 'crypto knows nothing of the rest';
};

const platformRule: Rule = (target) => {
  if ('package' in target)
    return webPackages.slice(0, -2).includes(target.package) ? 'this is for the browser' : undefined;
  return target.file.startsWith('platform/') ? undefined : 'platform knows no feature';
};

function pureRule(feature: string): Rule {
  return (target, isTypeOnly) => {
    if ('package' in target) return target.package === 'zod' ? undefined : 'contracts and policies are pure data';
    const { file } = target;
    if (file === 'platform/contract.ts' || file === 'platform/ids.ts') return undefined;
    if (isTypeOnly && file === 'features/access/policy-types.ts') return undefined;
    if (file.startsWith(`features/${feature}/`) || file.endsWith('/contract.ts')) return undefined;
    return 'contracts and policies import only contracts, ids and their own pure files';
  };
}

function featureRule(feature: string): Rule {
  const rank = featureOrder.indexOf(feature);
  return (target, isTypeOnly) => {
    if (rank < 0) return `the feature ${feature} has no place in the order`;
    if ('package' in target) return undefined;
    const { file } = target;
    if (file.startsWith('platform/') || file.startsWith(`features/${feature}/`)) return undefined;
    const other = /^features\/([^/]+)\/(.+)$/.exec(file);
    if (!other) return 'features import platform, crypto and other features only';
    if (isTypeOnly && file === 'features/access/policy-types.ts') return undefined;
    if (featureOrder.indexOf(other[1]!) > rank) return `${feature} comes before ${other[1]}`;
    return /(^|\/)(index|contract)\.ts$/.test(other[2]!)
      ? undefined
      : 'only index.ts and contract.ts of another feature';
  };
}

/** Patient code never lands in the staff bundle, nor the reverse. */
function audienceOf(file: string): 'patient' | 'staff' | undefined {
  if (/^(web\/staff|features\/.*\/web\/staff)\//.test(file)) return 'staff';
  if (/^(web\/patient|features\/.*\/web\/patient)\//.test(file)) return 'patient';
  return undefined;
}

function webRule(path: string, feature?: string): Rule {
  const audience = audienceOf(path);
  const packages =
    path.startsWith('web/lib/auth/') || feature === 'identity' ? webPackages.concat(signInPackages) : webPackages;
  return (target) => {
    if ('package' in target) {
      const isFont = target.package.startsWith('@fontsource-variable') && path.startsWith('web/');
      return isFont || packages.includes(target.package) ? undefined : 'not a package of the browser bundle';
    }
    const { file } = target;
    const other = audienceOf(file);
    if (audience && other && audience !== other) return `${audience} code must not load ${other} code`;
    if (file.startsWith('web/design/') && !path.startsWith('web/design/')) return 'no screen loads the design page';
    if (file.endsWith('/contract.ts') || file.startsWith('web/')) return undefined;
    if (file === 'platform/contract.ts' || file === 'platform/ids.ts') return undefined;
    if (feature)
      return file.startsWith(`features/${feature}/`) ? undefined : "another feature's screens and files are closed";
    return /^features\/.*\/(web|plain|client)\//.test(file)
      ? undefined
      : 'the shells import screens and contracts only';
  };
}
