declare module 'openphb:migrations' {
  export const migrations: readonly { readonly module: string; readonly name: string; readonly sql: string }[]
}
