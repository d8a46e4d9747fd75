import type { Done } from '../kernel/answers.ts'
import type { Doing } from './doing.ts'
import type { Read } from './forms.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound, type Route } from './route.ts'

/** What the page of a step shows: empty at first, or what was typed with its errors. */
export type Wrong = { readonly errors: readonly FieldError[] }

/** One form at an address of its own: what it is about, what it asks, and what is done with it. */
export type FormStep<Allow extends string, Of, Value, Problem extends string> = {
  /** Its address; `:number` and the like where it is about one of several. */
  readonly at: `/${string}`
  readonly allow: Allow
  /** What it is about; null where there is no such thing, or none that the actor may see. */
  readonly of: (doing: Doing, asked: Asked) => Promise<Of | null>
  /** Whether its page is shown to who may see what it is about; what is sent is judged by the action. */
  readonly shown?: (doing: Doing, of: Of) => boolean
  readonly page: (doing: Doing, asked: Asked, on: { of: Of; wrong: Wrong | null }) => Answer | Promise<Answer>
  readonly read: (doing: Doing, asked: Asked, of: Of) => Read<Value>
  readonly act: (
    doing: Doing,
    asked: Asked,
    sent: { of: Of; value: Value },
  ) => Promise<Done<unknown, Problem | 'not-allowed'>>
  readonly errorsOf: (because: readonly Problem[], of: Of) => readonly FieldError[]
  /** Where it goes on to once it is done. */
  readonly onTo: (of: Of) => string
}

/**
 * The two routes of a step: its page, and what is sent from it. What is wrong is said at its field and what
 * was typed stays; who may not is told so; what is not there is not found.
 */
export function formRoutes<Allow extends string, Of, Value, Problem extends string>(
  step: FormStep<Allow, Of, Value, Problem>,
): readonly Route<Allow>[] {
  async function show(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await step.of(doing, asked)
    if (of === null || step.shown?.(doing, of) === false) return notFound
    return step.page(doing, asked, { of, wrong: null })
  }
  async function send(doing: Doing, asked: Asked): Promise<Answer> {
    const of = await step.of(doing, asked)
    if (of === null) return notFound
    const again = (errors: readonly FieldError[]) => step.page(doing, asked, { of, wrong: { errors } })
    const read = step.read(doing, asked, of)
    if (!read.ok) return again(read.errors)
    const acted = await step.act(doing, asked, { of, value: read.value })
    if (acted.done) return step.onTo(of)
    const problems = acted.because.filter((one): one is Problem => one !== 'not-allowed')
    return problems.length < acted.because.length ? notAllowed : again(step.errorsOf(problems, of))
  }
  return [
    { at: `GET ${step.at}`, allow: step.allow, handle: show },
    { at: `POST ${step.at}`, allow: step.allow, handle: send },
  ]
}

/** Problems as errors, each at its field; at the first field unless one is named for it. */
export const atFields = <Problem extends string>(
  because: readonly Problem[],
  {
    fieldOf,
    says,
  }: {
    readonly fieldOf: Readonly<Partial<Record<Problem, string>>> & { readonly first: string }
    readonly says: (problem: Problem) => string
  },
): readonly FieldError[] => because.map(one => ({ field: fieldOf[one] ?? fieldOf.first, says: says(one) }))

/** The number in an address; 0 where it is none. */
export const numberIn = ({ at }: Asked): number => Number(/^\d{1,4}$/.exec(at['number'] ?? '')?.[0] ?? 0)
