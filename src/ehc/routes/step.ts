import type { ReactNode } from 'react'
import type { Permission, Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { stepPage } from '../../nhs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Read } from '../../platform/forms.ts'
import type { Typed } from '../../platform/route.ts'
import { atFields, formRoutes, numberIn } from '../../platform/steps.ts'
import type { Side } from '../actions/changing.ts'
import { note } from '../actions/note.ts'
import type { FactTyped } from '../forms.ts'
import { linesOf } from '../queries/lines.ts'
import { type Problem, sayProblemOf } from '../rules/why-not.ts'
import { type Seen, seen } from '../showing.ts'
import type { Line, What } from '../types.ts'

type Which = { readonly reference: Reference; readonly number: number; readonly sides: readonly Side[] }

/** One form about an EHC plan: where it is, whose it is, what it asks, and what is done with it. */
export type Step<Value> = {
  /** Its part of the address; `:number` where it is about one of several. */
  readonly at: string
  readonly allow: Permission
  /** On which sides of a plan somebody meets it. */
  readonly for: readonly Side[]
  readonly title: string
  readonly button: string
  readonly fields: (shows: { readonly line: Line | null }) => ReactNode
  readonly form: (today: PlainDate) => { read(typed: Typed): Read<Value> }
  readonly begins?: (today: PlainDate) => Typed
  readonly act: (doing: Doing, which: Which, value: Value) => Promise<Done<unknown, Problem>>
  /** The field at which a problem is said; the first field unless named. */
  readonly fieldOf: Readonly<Partial<Record<Problem, string>>> & { readonly first: string }
  readonly done: string
}

/** The act of a step that notes one fact: what is typed, on its day or today. */
export const notes =
  <Value>(what: What, factOf: (value: Value, number: number) => Partial<FactTyped>) =>
  (doing: Doing, { reference, number }: Which, value: Value) =>
    note(doing, { on: doing.today, ...factOf(value, number), what, reference })

async function lineAsked(doing: Doing, at: string, of: { plan: Seen['plan']; number: number }) {
  if (!at.startsWith('lines/') || of.number === 0) return null
  return (await linesOf(doing, of.plan.id)).find(one => one.number === of.number) ?? null
}

/** The two routes of a step: its page, and what is sent from it. */
export const stepRoutes = <Value>(step: Step<Value>): readonly Route[] =>
  formRoutes<Permission, Seen, Value, Problem>({
    at: `/ehc/:reference/${step.at}`,
    allow: step.allow,
    of: seen,
    shown: (_doing, { sides }) => sides.some(side => step.for.includes(side)),
    page: async (doing, asked, { of: { plan, strip }, wrong }) => {
      const number = numberIn(asked)
      return stepPage({
        title: step.title,
        button: step.button,
        back: `/ehc/${plan.reference}`,
        action: `/ehc/${plan.reference}/${step.at.replace(':number', String(number))}`,
        fields: step.fields({ line: await lineAsked(doing, step.at, { plan, number }) }),
        typed: wrong ? asked.form : (step.begins?.(doing.today) ?? {}),
        errors: wrong?.errors ?? [],
        person: strip,
      })
    },
    read: (doing, asked) => step.form(doing.today).read(asked.form),
    act: (doing, asked, { of: { plan, sides }, value }) =>
      step.act(doing, { reference: plan.reference, number: numberIn(asked), sides }, value),
    errorsOf: (because, { plan }) =>
      atFields(because, { fieldOf: step.fieldOf, says: one => sayProblemOf(one, plan) }),
    onTo: ({ plan }) => `/ehc/${plan.reference}?done=${step.done}`,
  })
