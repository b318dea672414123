import { linkPackage } from './package.ts';

// node bench/run.ts [size|browser|looks|engines|server]…; all of them when none is named. After `server`, parts of it may follow:
// node bench/run.ts server [sqlite|postgres|checks|million]…

const parts = {
  size: async (): Promise<void> => (await import('./size.ts')).measureSize(),
  browser: async (): Promise<void> => (await import('./browser.ts')).measureBrowser(),
  looks: async (): Promise<void> => (await import('./looks.ts')).measureLooks(),
  engines: async (): Promise<void> => (await import('./engines.ts')).measureEngines(),
  server: async (): Promise<void> => (await import('./server.ts')).measureServer(serverParts),
};

const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name);

const named = process.argv.slice(2);
const serverParts = named.includes('server') ? named.splice(named.indexOf('server') + 1) : [];
const unknown = named.filter((name) => !isPart(name));
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(', ')} here: choose from ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(2);
}

await linkPackage();
for (const part of named.length > 0
  ? named.filter(isPart)
  : (['size', 'browser', 'looks', 'engines', 'server'] as const)) {
  try {
    await parts[part]();
  } catch (error) {
    console.error(`${part} MISSED:`, error);
    process.exitCode = 1;
  }
}
