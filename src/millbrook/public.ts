// The door of `millbrook`: the invented place that a demonstration and the tests live in. See README.md.
export { familiesToShow } from './families.ts'
export { type Seeded, seedMillbrook } from './seed.ts'
