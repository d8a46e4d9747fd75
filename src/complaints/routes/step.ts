import type { ReactNode } from 'react'
import type { Permission, Route } from '../../access/public.ts'
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
  type SentFile,
  type Typed,
} from '../../platform/route.ts'
import type { Seen } from '../pages/shows.ts'
import { stepPage } from '../pages/step.tsx'
import { type Problem, problemSays } from '../rules/say.ts'
import { fileOf, mayHere, seen } from './seeing.ts'

/** One form: where it is, what it asks, and what is done with it. */
export type Step<Value> = {
  readonly at: `/complaints/:reference${string}`
  readonly allow: Permission
  readonly title: string
  readonly button: string
  readonly fields: (of: Seen, today: PlainDate, at: Asked['at']) => ReactNode
  readonly form: (of: Seen, today: PlainDate) => { read(typed: Typed): Read<Value> }
  readonly begins?: (of: Seen, doing: Doing, asked: Asked) => Typed
  readonly act: (
    doing: Doing,
    sent: { readonly of: Seen; readonly asked: Asked; readonly value: Value; readonly file: SentFile | null },
  ) => Promise<Done<unknown, Problem>>
  /** The field at which a problem is said; the first field unless named. */
  readonly fieldOf: Readonly<Partial<Record<Problem, string>>> & { readonly first: string }
  readonly done: string
  /** Where it goes back to and on to: the complaint, the case, or a page of it. */
  readonly back: (of: Seen) => string
  readonly files?: true
  /** Whether there is anything to do here at all. */
  readonly isThere?: (of: Seen, asked: Asked) => boolean
}

/** The complaint's own page. */
export const toComplaint = ({ found, one }: Seen): string =>
  `/complaints/${found.reference}/${one?.number ?? 0}`
export const toCase = ({ found }: Seen): string => `/complaints/${found.reference}`

/** The two routes of a step: its page, and what is sent from it. */
export function stepRoutes<Value>(step: Step<Value>): readonly Route[] {
  function page(doing: Doing, asked: Asked, { of, wrong }: { of: Seen; wrong?: readonly FieldError[] }) {
    return stepPage({
      title: step.title,
      button: step.button,
      action: asked.address.split('?')[0] ?? '',
      back: step.back(of),
      fields: step.fields(of, doing.today, asked.at),
      typed: wrong ? asked.form : (step.begins?.(of, doing, asked) ?? {}),
      errors: wrong ?? [],
      files: step.files === true,
      ...of.strip,
    })
  }
  const there = async (doing: Doing, asked: Asked): Promise<Seen | null> => {
    const of = await seen(doing, asked, 'complaint')
    return of !== null && (step.isThere?.(of, asked) ?? true) ? of : null
  }
  async function show(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await there(doing, asked)
    return of === null || !mayHere(doing, of, step.allow) ? notFound : page(doing, asked, { of })
  }
  async function send(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await there(doing, asked)
    if (of === null) return notFound
    const read = step.form(of, doing.today).read(asked.form)
    const { file, errors } = fileOf(asked)
    if (!read.ok) return page(doing, asked, { of, wrong: [...read.errors, ...errors] })
    if (errors.length > 0) return page(doing, asked, { of, wrong: errors })
    const acted = await step.act(doing, { of, asked, value: read.value, file })
    if (acted.done) return `${step.back(of)}?done=${step.done}`
    if (acted.because.includes('not-allowed')) return notAllowed
    const wrong = acted.because.map(reason => ({
      field: step.fieldOf[reason] ?? step.fieldOf.first,
      says: problemSays[reason],
    }))
    return page(doing, asked, { of, wrong })
  }
  return [
    { at: `GET ${step.at}`, allow: step.allow, handle: show },
    { at: `POST ${step.at}`, allow: step.allow, handle: send },
  ]
}
