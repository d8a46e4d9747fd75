import type { ReactNode } from 'react'
import { mayFor, type Permission, type Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
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
import { formPage } from '../pages/form.tsx'
import { type Problem, problemSays } from '../rules/why-not.ts'
import { type Seen, seen } from './seeing.ts'

/** One form about a person's consents: where it is, what it asks, and what is done with it. */
export type Step<Value> = {
  /** Its part of the address; `:which` where it is about one of several. */
  readonly at: string
  readonly allow: Permission
  readonly title: string
  readonly button: string
  readonly files?: true
  readonly fields: (seen: Seen, which: string) => ReactNode
  readonly form: (seen: Seen, doing: Doing) => { read(typed: Typed): Read<Value> }
  /** Is there something for this form to be about? */
  readonly fits?: (seen: Seen, which: string) => boolean
  readonly act: (
    doing: Doing,
    of: { readonly seen: Seen; readonly which: string; readonly asked: Asked },
    value: Value,
  ) => Promise<Done<unknown, Problem>>
  /** The field at which a problem is said; the first field unless named. */
  readonly fieldOf: Readonly<Partial<Record<Problem, string>>> & { readonly first: string }
  readonly done: string
}

const whichOf = ({ at }: Asked): string => at['which'] ?? ''

async function found<Value>(doing: Doing, step: Step<Value>, asked: Asked): Promise<Seen | null> {
  const of = await seen(doing, asked, 'consents')
  if (of === null || !mayFor(doing, step.allow, of.person.organisation)) return null
  return step.fits === undefined || step.fits(of, whichOf(asked)) ? of : null
}

type Showing = { readonly asked: Asked; readonly of: Seen; readonly wrong?: readonly FieldError[] }

const page = <Value>(step: Step<Value>, { asked, of, wrong }: Showing) =>
  formPage({
    ...step,
    back: `/consents/${of.person.id}`,
    action: `/consents/${of.person.id}/${step.at.replace(':which', whichOf(asked))}`,
    fields: step.fields(of, whichOf(asked)),
    typed: wrong ? asked.form : {},
    errors: wrong ?? [],
    ...of.strip,
  })

/** The two routes of a step: its page, and what is sent from it. */
export function stepRoutes<Value>(step: Step<Value>): readonly Route[] {
  async function send(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await found(doing, step, asked)
    if (of === null) return notFound
    const read = step.form(of, doing).read(asked.form)
    if (!read.ok) return page(step, { asked, of, wrong: read.errors })
    const acted = await step.act(doing, { seen: of, which: whichOf(asked), asked }, read.value)
    if (acted.done) return `/consents/${of.person.id}?done=${step.done}`
    if (acted.because.includes('not-allowed')) return notAllowed
    const wrong = acted.because.map(one => ({
      field: step.fieldOf[one] ?? step.fieldOf.first,
      says: problemSays[one],
    }))
    return page(step, { asked, of, wrong })
  }
  return [
    {
      at: `GET /consents/:person/${step.at}`,
      allow: step.allow,
      handle: async (doing, asked) => {
        const of = await found(doing, step, asked)
        return of === null ? notFound : page(step, { asked, of })
      },
    },
    { at: `POST /consents/:person/${step.at}`, allow: step.allow, handle: send },
  ]
}
