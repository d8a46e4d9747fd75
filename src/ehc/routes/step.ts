import type { ReactNode } from 'react'
import type { Permission, Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Read } from '../../platform/forms.ts'
import {
  type Answer,
  type Asked,
  type FieldError,
  notAllowed,
  notFound,
  type Typed,
} from '../../platform/route.ts'
import type { Side } from '../actions/changing.ts'
import { note } from '../actions/note.ts'
import type { FactTyped } from '../forms.ts'
import { stepPage } from '../pages/step.tsx'
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

const numberIn = ({ at }: Asked) => Number(/^\d{1,4}$/.exec(at['number'] ?? '')?.[0] ?? 0)

/** The two routes of a step: its page, and what is sent from it. */
export function stepRoutes<Value>(step: Step<Value>): readonly Route[] {
  async function page(doing: Doing, asked: Asked, of: Seen & { readonly wrong?: readonly FieldError[] }) {
    const number = numberIn(asked)
    const line =
      step.at.startsWith('lines/') && number > 0
        ? ((await linesOf(doing, of.plan.id)).find(one => one.number === number) ?? null)
        : null
    const { reference } = of.plan
    return stepPage({
      ...step,
      reference,
      action: `/ehc/${reference}/${step.at.replace(':number', String(number))}`,
      body: step.fields({ line }),
      typed: of.wrong ? asked.form : (step.begins?.(doing.today) ?? {}),
      errors: of.wrong ?? [],
      person: of.strip,
    })
  }
  async function show(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await seen(doing, asked)
    return of === null || !of.sides.some(side => step.for.includes(side)) ? notFound : page(doing, asked, of)
  }
  async function send(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await seen(doing, asked)
    if (of === null) return notFound
    const read = step.form(doing.today).read(asked.form)
    if (!read.ok) return page(doing, asked, { ...of, wrong: read.errors })
    const which = { reference: of.plan.reference, number: numberIn(asked), sides: of.sides }
    const acted = await step.act(doing, which, read.value)
    if (acted.done) return `/ehc/${which.reference}?done=${step.done}`
    if (acted.because.includes('not-allowed')) return notAllowed
    const wrong = acted.because.map(one => ({
      field: step.fieldOf[one] ?? step.fieldOf.first,
      says: sayProblemOf(one, of.plan),
    }))
    return page(doing, asked, { ...of, wrong })
  }
  return [
    { at: `GET /ehc/:reference/${step.at}`, allow: step.allow, handle: show },
    { at: `POST /ehc/:reference/${step.at}`, allow: step.allow, handle: send },
  ]
}
