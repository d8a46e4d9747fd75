export * from './sources/law.ts'
export * from './sources/told.ts'
