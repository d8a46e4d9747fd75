import { caseExamples } from './examples/cases.tsx'
import { fieldExamples } from './examples/fields.tsx'
import { moneyExamples } from './examples/money.tsx'
import { noteExamples } from './examples/notes.tsx'
import type { Example } from './style-page.tsx'

export type { Example }

/** Every component in every state that matters, with people from Millbrook. */
export const examples: readonly Example[] = [
  ...caseExamples,
  ...moneyExamples,
  ...noteExamples,
  ...fieldExamples,
]
