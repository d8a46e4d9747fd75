// Written by the build from the files in src/rights/pathways.
declare module 'openphb:pathways' {
  export const found: readonly import('./pathway.ts').Pathway[]
}
