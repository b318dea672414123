// oxlint-disable typescript/consistent-type-imports -- a module that is declared by name cannot import by path
// The package by its name. A folder with a manifest of its own does not see its parent by name until the bench has put a
// link there; types are to be checked without that, too.

declare module 'selvedge' {
  type Entry = typeof import('../src/index.ts');
  export const AccountProvider: Entry['AccountProvider'];
  export const AccountSettings: Entry['AccountSettings'];
  export const createHttpBackend: Entry['createHttpBackend'];
}

declare module 'selvedge/locales/en' {
  type Entry = typeof import('../src/locales/en.ts');
  export const en: Entry['en'];
}

declare module 'selvedge/express' {
  type Entry = typeof import('../src/express.ts');
  export const accountRouter: Entry['accountRouter'];
}

declare module 'selvedge/sql' {
  type Entry = typeof import('../src/sql.ts');
  export const createSqliteStore: Entry['createSqliteStore'];
}

declare module 'selvedge/node' {
  type Entry = typeof import('../src/node.ts');
  export const createFileAvatarStorage: Entry['createFileAvatarStorage'];
  export const createImageProcessor: Entry['createImageProcessor'];
  export const createPasswordHasher: Entry['createPasswordHasher'];
  export const createSecrets: Entry['createSecrets'];
}
