import type { ReactNode } from 'react'
import { mayFor, type Permission, type Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
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
import { workedOut } from '../actions/agree.ts'
import { unbilled } from '../actions/invoice.ts'
import type { FieldsShow } from '../pages/fields.tsx'
import { stepPage } from '../pages/step.tsx'
import { type Problem, problemSays } from '../rules/why-not.ts'
import { type Seen, seen } from './seeing.ts'

/** One form about a wheelchair budget: where it is, what it asks, and what is done with it. */
export type Step<Value> = {
  /** Its part of the address; `:number` where it is about one of several. */
  readonly at: string
  readonly allow: Permission
  readonly title: string
  readonly button: string
  readonly fields: (shows: FieldsShow) => ReactNode
  readonly form: (today: PlainDate) => { read(typed: Typed): Read<Value> }
  readonly begins?: (seen: Seen, today: PlainDate) => Typed
  readonly act: (
    doing: Doing,
    which: { readonly reference: string; readonly number: number },
    value: Value,
  ) => Promise<Done<unknown, Problem>>
  /** The field at which a problem is said; the first field unless named. */
  readonly fieldOf: Readonly<Partial<Record<Problem, string>>> & { readonly first: string }
  readonly done: string
}

const mayHere = (doing: Doing, { found, staff }: Seen, allow: Permission): boolean =>
  !staff || mayFor(doing, allow, found.organisation)

/** The two routes of a step: its page, and what is sent from it. */
export function stepRoutes<Value>(step: Step<Value>): readonly Route[] {
  const numberIn = ({ at }: Asked) => Number(/^\d{1,4}$/.exec(at['number'] ?? '')?.[0] ?? 0)
  async function page(doing: Doing, asked: Asked, of: Seen & { readonly wrong?: readonly FieldError[] }) {
    const round = of.rounds[0] ?? null
    const errors = of.wrong ?? []
    const { reference } = of.found
    return stepPage({
      ...step,
      reference,
      action: `/wheelchairs/${reference}/${step.at.replace(':number', String(numberIn(asked)))}`,
      shows: {
        round,
        billed: unbilled(of.rounds) ?? null,
        worked: round?.choice && step.at === 'agreement' ? await workedOut(doing, round, doing.today) : null,
      },
      typed: of.wrong ? asked.form : (step.begins?.(of, doing.today) ?? {}),
      errors,
      ...of.strip,
    })
  }
  async function show(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await seen(doing, asked, 'wheelchair')
    return of === null || !mayHere(doing, of, step.allow) ? notFound : page(doing, asked, of)
  }
  async function send(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await seen(doing, asked, 'wheelchair')
    if (of === null) return notFound
    const read = step.form(doing.today).read(asked.form)
    if (!read.ok) return page(doing, asked, { ...of, wrong: read.errors })
    const { reference } = of.found
    const acted = await step.act(doing, { reference, number: numberIn(asked) }, read.value)
    if (acted.done) return `/wheelchairs/${reference}?done=${step.done}`
    if (acted.because.includes('not-allowed')) return notAllowed
    const wrong = acted.because.map(one => ({
      field: step.fieldOf[one] ?? step.fieldOf.first,
      says: problemSays[one],
    }))
    return page(doing, asked, { ...of, wrong })
  }
  return [
    { at: `GET /wheelchairs/:reference/${step.at}`, allow: step.allow, handle: show },
    { at: `POST /wheelchairs/:reference/${step.at}`, allow: step.allow, handle: send },
  ]
}
