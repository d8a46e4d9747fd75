import type { ReactNode } from 'react'
import type { Permission, Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { stepPage } from '../../nhs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Read } from '../../platform/forms.ts'
import type { Asked, SentFile, Typed } from '../../platform/route.ts'
import { atFields, formRoutes } from '../../platform/steps.ts'
import type { Seen } from '../pages/shows.ts'
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
export const stepRoutes = <Value>(step: Step<Value>): readonly Route[] =>
  formRoutes<Permission, Seen, Sent<Value>, Problem>({
    at: step.at,
    allow: step.allow,
    of: async (doing, asked) => {
      const of = await seen(doing, asked, 'complaint')
      return of !== null && (step.isThere?.(of, asked) ?? true) ? of : null
    },
    shown: (doing, of) => mayHere(doing, of, step.allow),
    page: (doing, asked, { of, wrong }) =>
      stepPage({
        title: step.title,
        button: step.button,
        action: asked.address.split('?')[0] ?? '',
        back: step.back(of),
        fields: step.fields(of, doing.today, asked.at),
        typed: wrong ? asked.form : (step.begins?.(of, doing, asked) ?? {}),
        errors: wrong?.errors ?? [],
        files: step.files === true,
        ...of.strip,
      }),
    read: (doing, asked, of) => {
      const read = step.form(of, doing.today).read(asked.form)
      const { file, errors } = fileOf(asked)
      if (read.ok && errors.length === 0) return { ok: true, value: { value: read.value, file } }
      return { ok: false, errors: [...(read.ok ? [] : read.errors), ...errors] }
    },
    act: (doing, asked, { of, value }) => step.act(doing, { of, asked, ...value }),
    errorsOf: because => atFields(because, { fieldOf: step.fieldOf, says: one => problemSays[one] }),
    onTo: of => `${step.back(of)}?done=${step.done}`,
  })

/** What is sent from a form, with the file that came with it. */
type Sent<Value> = { readonly value: Value; readonly file: SentFile | null }
