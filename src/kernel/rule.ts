import type { PlainDate } from './days.ts'

/** How sure we are of a rule. Only `statute-read` may be shown as law; the rest is shown as what it is. */
export type Confidence =
  | 'statute-read'
  | 'origin'
  | 'secondary'
  | 'forerunner'
  | 'general-knowledge'
  | 'design'
  | 'local-setting'

/** Where a rule is written: `cite` is in `architecture/sources/`, `address` the public page, if any. */
export type Source = {
  readonly cite: string
  readonly title: string
  readonly address: string | null
  readonly read: PlainDate
}

/** One place where a rule is written, and how sure that place makes us. */
export type Backing = { readonly source: Source; readonly confidence: Confidence }

/** One worked case of a rule: a sentence, the facts, and the answer it must give. */
export type Case<Facts, Answer> = { readonly says: string; readonly facts: Facts; readonly answer: Answer }

/** A dated, pure rule that says where it is written, how sure we are of that, and shows its own cases. */
export type Rule<Facts, Answer> = {
  readonly id: string
  readonly says: string
  readonly source: Source
  readonly confidence: Confidence
  /** Further places that say the same, each with its own confidence; all of them are shown. */
  readonly also?: readonly Backing[]
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly cases: readonly Case<Facts, Answer>[]
  decide(facts: Facts): Answer
}
